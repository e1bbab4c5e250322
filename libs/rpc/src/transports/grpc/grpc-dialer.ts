import { Client, credentials, type ChannelCredentials } from '@grpc/grpc-js';
import { silentLogger } from '@ottla/model';
import type { DialLink, Link } from '../../contracts/link.ts';
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
  /** Default: plaintext. */
  readonly credentials?: ChannelCredentials;
}

/** How to reach one plane's end point: each dial opens a connection of its own, which ends with its link. */
export function grpcDialer<DialerServes extends object, AcceptorServes extends object>(
  options: GrpcDialerOptions<DialerServes, AcceptorServes>,
): DialLink<DialerServes, AcceptorServes> {
  const { kind, host, port, clock, scheduler, logger = silentLogger, onTraffic } = options;
  const address = addressText(host, port);
  const clocks = new ClockComparison(clock, logger);
  return async (hello, local) => {
    const connection = new OwnedConnection(options.credentials ?? credentials.createInsecure());
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
    );
    return link as Link<AcceptorServes>;
  };
}
