import { Server, ServerCredentials, status, type handleBidiStreamingCall, type ServerDuplexStream } from '@grpc/grpc-js';
import { ErrorCode, KafkaError, silentLogger } from '@ottla/model';
import type { AcceptLink, Link } from '../../contracts/link.ts';
import { tlsAcceptor } from '../tls/tls-acceptor.ts';
import { addressText, asBuffer, asIs, channelOptions, limitsOf, type GrpcLinkOptions } from './channel.ts';
import { ClockComparison } from './clock-comparison.ts';
import { FrameLink, type FrameLinkOptions } from './frame-link.ts';
import type { FrameStream } from './frame-writer.ts';
import { linkKinds, type LinkKind } from './link-kinds.ts';
import type { AnyCodecs, AnyService } from './outgoing-calls.ts';

export interface GrpcLinkServerOptions extends GrpcLinkOptions {
  readonly host: string;
  /** 0 takes one that is free. */
  readonly port: number;
  /** Links open at once; further ones are refused with THROTTLING_QUOTA_EXCEEDED. Default 1,000. */
  readonly maxLinks?: number;
  /** How long a stream may be open without a hello. Default 5,000. */
  readonly helloTimeoutMs?: number;
  /** How long links may take to end after a goodbye before their connections are cut. Default 1,000. */
  readonly closeGraceMs?: number;
}

/** A plane's end point. */
export interface GrpcLinkServer {
  readonly host: string;
  /** As bound. */
  readonly port: number;
  /** From now on links of this kind are accepted; before, they are refused with NETWORK_EXCEPTION. */
  accept<DialerServes, AcceptorServes>(kind: LinkKind<DialerServes, AcceptorServes>, handler: AcceptLink<AcceptorServes, DialerServes>): void;
  /** Closes every link with a goodbye and lets go of the port. */
  close(reason: string): Promise<void>;
}

const DEFAULT_MAX_LINKS = 1_000;
/** Room for connections that are still being made or refused. */
const CONNECTIONS_PER_LINK = 2;

type AnyAccept = (link: Link<object>) => AnyService;
type AnyStream = ServerDuplexStream<Buffer, Uint8Array>;

/** Binds the port; every kind of link shares it. Rejects with Error when it cannot be bound. */
export async function grpcLinkServer(options: GrpcLinkServerOptions): Promise<GrpcLinkServer> {
  const { host, scheduler } = options;
  const acceptors = new Map<string, AnyAccept>();
  const open = new Set<FrameLink>();
  const server = new Server(channelOptions(options));
  const clocks = new ClockComparison(options.clock, options.logger ?? silentLogger);
  let refusal: string | undefined;

  const opening = (kind: (typeof linkKinds)[number]): handleBidiStreamingCall<Buffer, Uint8Array> => (stream) => {
    const accept = (link: Link<object>): AnyService => {
      const handler = acceptors.get(kind.path);
      if (handler === undefined || refusal !== undefined) throw new KafkaError(ErrorCode.NETWORK_EXCEPTION, refusal ?? 'links of this kind are not accepted here yet');
      const { maxLinks = DEFAULT_MAX_LINKS } = options;
      if (open.size > maxLinks) throw new KafkaError(ErrorCode.THROTTLING_QUOTA_EXCEEDED, `${maxLinks} links are open here, which is the limit`);
      return handler(link);
    };
    const link: FrameLink = FrameLink.accept(linkOptions(options, kind, stream, clocks), accept, () => open.delete(link));
    open.add(link);
  };
  server.addService(
    Object.fromEntries(linkKinds.map(({ path }) => [path, { path, requestStream: true, responseStream: true, requestSerialize: asBuffer, requestDeserialize: asIs, responseSerialize: asBuffer, responseDeserialize: asIs }])),
    Object.fromEntries(linkKinds.map((kind) => [kind.path, opening(kind)])),
  );
  const plaintext = ServerCredentials.createInsecure();
  const { security, maxLinks: most = DEFAULT_MAX_LINKS } = options;
  const injector = security?.certificates === undefined ? undefined : server.createConnectionInjector(plaintext);
  const tls = security === undefined || injector === undefined ? undefined : await tlsAcceptor({ host, port: options.port, security, maxConnections: most * CONNECTIONS_PER_LINK, accept: (connection) => injector.injectConnection(connection) });
  const port = tls?.port ?? (await bound(server, addressText(host, options.port), plaintext));

  return {
    host,
    port,
    accept(kind, handler) {
      acceptors.set(kind.path, handler as unknown as AnyAccept);
    },
    async close(reason) {
      refusal = reason;
      for (const link of open) link.close(reason);
      tls?.close();
      const { promise, resolve } = Promise.withResolvers<void>();
      server.tryShutdown(() => resolve());
      // A connection that is cut may never be reported as closed.
      const grace = scheduler.after(options.closeGraceMs ?? 1_000, () => {
        server.forceShutdown();
        resolve();
      });
      await promise;
      grace.cancel();
      tls?.cut();
    },
  };
}

function linkOptions(options: GrpcLinkServerOptions, kind: (typeof linkKinds)[number], stream: AnyStream, clocks: ClockComparison): FrameLinkOptions {
  const { clock, scheduler, logger = silentLogger, onTraffic } = options;
  return {
    stream: stream as unknown as FrameStream,
    calls: kind.dialerServes as AnyCodecs,
    serves: kind.acceptorServes as AnyCodecs,
    limits: limitsOf(options),
    clock, scheduler, onTraffic,
    helloTimeoutMs: options.helloTimeoutMs,
    logger: logger.with({ link: stream.getPeer() }),
    onClock: (theirMs, dialer) => clocks.compare(dialer === undefined ? 'a process' : `${dialer.role} ${dialer.nodeId}`, theirMs),
    // Ends a stream that the other end leaves open; one that has ended takes no notice.
    release: () => {
      if (!stream.writableEnded) stream.emit('error', { code: status.CANCELLED, details: 'the link is closed' });
    },
  };
}

function bound(server: Server, address: string, credentials: ServerCredentials): Promise<number> {
  return new Promise((resolve, reject) => {
    server.bindAsync(address, credentials, (error, port) => {
      if (error === null) resolve(port);
      else reject(new Error(`${address} cannot be bound: ${error.message}`));
    });
  });
}
