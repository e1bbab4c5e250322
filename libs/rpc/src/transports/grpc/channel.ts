import type { ChannelOptions } from '@grpc/grpc-js';
import type { Clock, Logger, Scheduler } from '@ottla/model';
import type { PlaneSecurity } from '../tls/plane-security.ts';
import type { LinkTraffic } from './frame-link.ts';
import { defaultLinkLimits, type LinkLimits } from './link-limits.ts';

/** What both ends of gRPC links are given. */
export interface GrpcLinkOptions {
  readonly clock: Clock;
  readonly scheduler: Scheduler;
  readonly logger?: Logger;
  readonly limits?: Partial<LinkLimits>;
  /** An end that hears nothing for so long asks whether the other is there. Default 2,000. */
  readonly keepAliveIntervalMs?: number;
  /** How long it waits for that answer before the link counts as broken. Default 6,000: an event loop that stalls for 5 s breaks no link. */
  readonly keepAliveTimeoutMs?: number;
  readonly onTraffic?: LinkTraffic;
  /** Default: plaintext. */
  readonly security?: PlaneSecurity;
}

/** Lets a large message cross in one round trip on a machine's loopback or a fast network. */
const FLOW_CONTROL_WINDOW_BYTES = 4 * 1024 * 1024;
/** What frames of one message may add to the largest payload. */
const MESSAGE_ROOM_BYTES = 2 * 1024 * 1024;

export function limitsOf({ limits }: GrpcLinkOptions): LinkLimits {
  return { ...defaultLinkLimits, ...limits };
}

export function channelOptions(options: GrpcLinkOptions): ChannelOptions {
  return {
    'grpc.keepalive_time_ms': options.keepAliveIntervalMs ?? 2_000,
    'grpc.keepalive_timeout_ms': options.keepAliveTimeoutMs ?? 6_000,
    'grpc.keepalive_permit_without_calls': 1,
    'grpc.max_receive_message_length': limitsOf(options).maxPayloadBytes + MESSAGE_ROOM_BYTES,
    'grpc.max_send_message_length': limitsOf(options).maxPayloadBytes + MESSAGE_ROOM_BYTES,
    'grpc-node.flow_control_window': FLOW_CONTROL_WINDOW_BYTES,
    // A link has a connection of its own, so that its end is the end of the connection.
    'grpc.use_local_subchannel_pool': 1,
    'grpc.enable_retries': 0,
    'grpc.enable_http_proxy': 0,
  };
}

/** `host:port` as gRPC wants it, an IPv6 host in brackets. */
export function addressText(host: string, port: number): string {
  return `${host.includes(':') ? `[${host}]` : host}:${port}`;
}

export const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
export const asIs = (bytes: Buffer): Buffer => bytes;
