import type { BrokerId } from '@ottla/model';
import type { BrokerImage, MetadataImage, PartitionImage } from '@ottla/metadata';
import type { DepartedBrokers } from '../departed-brokers.ts';

/** A broker as clients on one listener reach it. */
export interface BrokerNode {
  readonly nodeId: BrokerId;
  readonly host: string;
  readonly port: number;
  readonly rack: string | null;
}

/** AclOperation bits of what anybody may do while no authorizer is configured. */
export const TOPIC_OPERATIONS = operations(3, 4, 5, 6, 7, 8, 10, 11);
export const CLUSTER_OPERATIONS = operations(5, 7, 8, 9, 10, 11, 12);
/** Stands for "not asked". */
export const NO_OPERATIONS = -2147483648;

function operations(...codes: readonly number[]): number {
  return codes.reduce((bits, code) => bits | (1 << code), 0);
}

/** The broker's endpoint on `listener`; undefined when it has none there. */
export function brokerNode(broker: BrokerImage, listener: string): BrokerNode | undefined {
  const endpoint = broker.endpoints.find(({ name }) => name === listener);
  if (endpoint === undefined) return undefined;
  return { nodeId: broker.id, host: endpoint.host, port: endpoint.port, rack: broker.rack };
}

/** Brokers that clients may use, and those that `departed` still shows, by id. */
export function visibleBrokers(image: MetadataImage, listener: string, departed: Pick<DepartedBrokers, 'has'>): BrokerNode[] {
  const nodes: BrokerNode[] = [];
  for (const broker of image.brokers.values()) {
    if (broker.fenced && !departed.has(broker.id)) continue;
    const node = brokerNode(broker, listener);
    if (node !== undefined) nodes.push(node);
  }
  return nodes.sort((a, b) => a.nodeId - b.nodeId);
}

/** Replicas whose broker is not alive, or lost the folder. */
export function offlineReplicas(image: MetadataImage, partition: PartitionImage): BrokerId[] {
  return partition.replicas.filter((broker) => !image.isAlive(broker));
}

/**
 * The controller that clients are told: any broker will do, since each forwards (KIP-590). Always the same one where
 * the choice is free, so that admin clients keep their connection.
 */
export function advertisedController(image: MetadataImage, self: BrokerId): BrokerId {
  return image.isAlive(self) ? self : (aliveIds(image)[0] ?? -1);
}

function aliveIds(image: MetadataImage): BrokerId[] {
  return [...image.brokers.values()].filter(({ fenced }) => !fenced).map(({ id }) => id).sort((a, b) => a - b);
}
