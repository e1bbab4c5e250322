import type { BrokerImage, MetadataImage } from '@ottla/metadata';
import { ErrorCode, KafkaError, type BrokerId } from '@ottla/model';
import { PROTOCOL_IDS } from '../broker-options.ts';

/** Where this broker reaches another one. Throws KafkaError(BROKER_NOT_AVAILABLE) when that is not registered. */
export type PeerEndpointOf = (broker: BrokerId) => BrokerImage['endpoints'][number];

/** Brokers talk to one another at their listeners named inter.broker.listener.name; at their first plaintext ones when that is not set. */
export function peerEndpoints(image: () => MetadataImage, settings: ReadonlyMap<string, string>): PeerEndpointOf {
  const listenerName = settings.get('inter.broker.listener.name')?.toUpperCase();
  return (broker) => {
    const endpoints = image().brokers.get(broker)?.endpoints ?? [];
    const endpoint = endpoints.find(({ name, securityProtocol }) => securityProtocol === PROTOCOL_IDS.PLAINTEXT && (listenerName === undefined || name === listenerName));
    if (endpoint === undefined) throw new KafkaError(ErrorCode.BROKER_NOT_AVAILABLE, `broker ${broker} is not registered with a plaintext listener${listenerName === undefined ? '' : ` ${listenerName}`}`);
    return endpoint;
  };
}
