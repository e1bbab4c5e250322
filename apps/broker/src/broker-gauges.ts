import type { RequestMemory } from '@ottla/listener';
import type { MetadataImage, MetadataObserver } from '@ottla/metadata';
import type { BrokerId, Metrics } from '@ottla/model';
import type { StartGate } from './start-gate.ts';

export interface WatchedBroker {
  readonly brokerId: BrokerId;
  readonly image: () => MetadataImage;
  readonly gate: Pick<StartGate, 'isOpen'>;
  readonly observer: Pick<MetadataObserver, 'isFollowing'>;
  readonly requestMemory: RequestMemory;
  readonly logDir: string;
  readonly space: () => { readonly freeBytes: number; readonly totalBytes: number };
}

/** Kafka's BrokerState. */
const STARTING = 1;
const RUNNING = 3;
const PENDING_CONTROLLED_SHUTDOWN = 6;

/** Registers what can be told of the broker as a whole when metrics are collected. Answers how to remove it. */
export function watchBroker(metrics: Metrics, broker: WatchedBroker): readonly (() => void)[] {
  const { image, logDir } = broker;
  const isShuttingDown = (): boolean => image().brokers.get(broker.brokerId)?.inControlledShutdown === true;
  return [
    metrics.gauge('kafka_server_kafkaserver_brokerstate', 'State of the broker: 1 starting, 3 running, 6 shutting down', () =>
      isShuttingDown() ? PENDING_CONTROLLED_SHUTDOWN : broker.gate.isOpen ? RUNNING : STARTING,
    ),
    metrics.gauge('kafka_server_metadataloader_currentcontrollerid', 'Active controller as far as this broker knows; -1: none', () => image().controllerId),
    metrics.gauge('kafka_server_broker_metadata_metrics_last_applied_record_offset', 'Offset of the last metadata record that this broker applied', () => image().offset),
    metrics.gauge('kafka_server_broker_metadata_metrics_last_applied_record_timestamp', 'When the last metadata record that this broker applied was written, in milliseconds since 1970', () => image().timestamp),
    metrics.gauge('ottla_broker_follows_controller', 'Whether a controller answers this broker, so that its metadata is up to date', () => (broker.observer.isFollowing ? 1 : 0)),
    metrics.gauge('kafka_network_socketserver_memorypoolused', 'Bytes of requests under way, as queued.max.request.bytes counts them', () => broker.requestMemory.usedBytes),
    metrics.gauge('kafka_network_socketserver_memorypoolavailable', 'Bytes that queued.max.request.bytes leaves; the greatest number without a limit', () => Math.min(broker.requestMemory.availableBytes, Number.MAX_SAFE_INTEGER)),
    metrics.gauge('ottla_connections_waiting_for_memory', 'Connections that are not read from because of queued.max.request.bytes', () => broker.requestMemory.waitingCount),
    metrics.gauge('ottla_log_directory_free_bytes', 'Bytes that are free on the disk of a log folder', () => broker.space().freeBytes, { directory: logDir }),
    metrics.gauge('ottla_log_directory_size_bytes', 'Size of the disk of a log folder', () => broker.space().totalBytes, { directory: logDir }),
  ];
}
