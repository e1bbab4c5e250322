import { ErrorCode, KafkaError, parseHostPort, type BrokerId } from '@ottla/model';
import type { CoordinatorService, ShardHostService } from '../contracts/coordinator.ts';
import type { DialLink } from '../contracts/link.ts';
import type { GrpcLinkOptions } from '../transports/grpc/channel.ts';
import { grpcDialer } from '../transports/grpc/grpc-dialer.ts';
import { shardHostLinks } from '../transports/grpc/link-kinds.ts';
import type { PlaneAddress } from './plane-settings.ts';

export interface BrokerDialerOptions extends GrpcLinkOptions {
  /** ottla.broker.addresses: goes before what brokers registered with. */
  readonly brokers: ReadonlyMap<BrokerId, PlaneAddress>;
  /** host:port that the broker registered with; asked anew for each dial, since a broker may move. */
  readonly planeEndpointOf: (broker: BrokerId) => string | null | undefined;
}

/** How a coordinator reaches the plane end point of each broker. A dial rejects with NETWORK_EXCEPTION while the broker has none. */
export function brokerDialer(options: BrokerDialerOptions): (broker: BrokerId) => DialLink<CoordinatorService, ShardHostService> {
  return (broker) => async (hello, local) => {
    const registered = options.planeEndpointOf(broker);
    const address = options.brokers.get(broker) ?? (registered == null ? undefined : parseHostPort(`plane end point of broker ${broker}`, registered));
    if (address === undefined) throw new KafkaError(ErrorCode.NETWORK_EXCEPTION, `broker ${broker} has not registered a plane end point`);
    return await grpcDialer({ ...options, kind: shardHostLinks, ...address })(hello, local);
  };
}
