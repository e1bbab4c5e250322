import { Client, credentials } from '@grpc/grpc-js';
import { errorCodeOf, ErrorCode, silentLogger } from '@ottla/model';
import type { DialLink, Link } from '../../contracts/link.ts';
import type { PlaneSecurity } from '../tls/plane-security.ts';
import { TlsConnection } from '../tls/tls-connection.ts';
import { addressText, asBuffer, asIs, channelOptions, limitsOf, type GrpcLinkOptions } from './channel.ts';
import { ClockComparison } from './clock-comparison.ts';
import { FrameLink } from './frame-link.ts';
import type { FrameStream } from './frame-writer.ts';
import type { LinkKind } from './link-kinds.ts';
import { OwnedConnection } from './owned-connection.ts';
import type { AnyCodecs, AnyService } from './outgoing-calls.ts';

export interface GrpcDialerOptions<DialerServes, AcceptorServes> extends GrpcLinkOptions {
  readonly kind: LinkKind<DialerServes, AcceptorServes>;
  readonly host: string;
  readonly port: number;
  /** How long connecting and the other end's acceptance may take. Default 5,000. */
  readonly dialTimeoutMs?: number;
}

/** How to reach one plane's end point: each dial opens a connection of its own, which ends with its link. */
export function grpcDialer<DialerServes extends object, AcceptorServes extends object>(
  options: GrpcDialerOptions<DialerServes, AcceptorServes>,
): DialLink<DialerServes, AcceptorServes> {
  const { kind, host, port, clock, scheduler, logger = silentLogger, onTraffic, security } = options;
  const address = addressText(host, port);
  const clocks = new ClockComparison(clock, logger);
  return async (hello, local) => {
    const tls = security?.certificates && new TlsConnection(security.certificates, host);
    const connection = new OwnedConnection(tls ?? credentials.createInsecure());
    const client = new Client(address, connection, channelOptions(options));
    const stream = client.makeBidiStreamRequest(kind.path, asBuffer, asIs);
    const link = await FrameLink.dial(
      {
        stream: stream as unknown as FrameStream,
        calls: kind.acceptorServes as AnyCodecs,
        serves: kind.dialerServes as AnyCodecs,
        limits: limitsOf(options),
        clock, scheduler, onTraffic,
        logger: logger.with({ link: address }),
        onClock: (theirMs) => clocks.compare(`the process at ${address}`, theirMs),
        release: () => {
          stream.cancel();
          client.close();
          connection.cut();
        },
      },
      hello,
      local as AnyService,
      options.dialTimeoutMs ?? 5_000,
    ).catch((error: unknown) => {
      if (errorCodeOf(error) === ErrorCode.NETWORK_EXCEPTION) tellStranger(security, address, tls, error);
      throw error;
    });
    return link as Link<AcceptorServes>;
  };
}

/** What gRPC says when an end that was reached does not answer in HTTP/2. */
const NOT_HTTP2 = /Protocol error|ECONNRESET|Failed to connect|socket hang up/;

/** An end that is not reached is the caller's news; one that is reached and does not fit wants somebody to act. */
function tellStranger(security: PlaneSecurity | undefined, address: string, tls: TlsConnection | undefined, error: unknown): void {
  const text = String(error);
  const reason = tls === undefined ? (NOT_HTTP2.test(text) ? `it does not speak as planes do without TLS: if it runs with mTLS, give this process ottla.plane.ssl.keystore.location and ottla.plane.ssl.truststore.location of its cluster` : undefined) : tls.problem;
  if (reason !== undefined) security?.strangers.tell('a plane end point cannot be used', address, reason);
}
