import { BrokerLinks, ClosedTransactionShard, CoordinatorInstance, ProducerIdAllocator, TransactionCoordinator } from '@ottla/coordinator';
import type { MetadataImage, MetadataPublisher } from '@ottla/metadata';
import type { BrokerId, Clock, Compression, Crc32c, Logger, Metrics, Random, Scheduler } from '@ottla/model';
import type { CallOptions, CoordinatorService, DialLink, LinkHello, ProducerIdsBlock, ProducerIdsBlockRequest, ShardHostService } from '@ottla/rpc';

export interface TransactionCoordinatorOptions {
  readonly clock: Clock;
  readonly scheduler: Scheduler;
  readonly random: Random;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly crc: Crc32c;
  readonly compression: Compression;
  /** The coordinator instance's own number, unique among transaction coordinators. */
  readonly nodeId: number;
  readonly clusterId: string | null;
  /** How to reach a broker's plane end point. */
  readonly dialBroker: (broker: BrokerId) => DialLink<CoordinatorService, ShardHostService>;
  /** `ControllerService.allocateProducerIds` of whichever controller is active. */
  readonly allocateProducerIds: (request: ProducerIdsBlockRequest, call: CallOptions) => Promise<ProducerIdsBlock>;
  /** The metadata image of this process, which changes in place. */
  readonly image: () => MetadataImage;
}

export interface TransactionCoordinatorWiring {
  readonly instance: CoordinatorInstance<never>;
  /** To be registered with the process's metadata loader: follows the brokers. */
  readonly publisher: MetadataPublisher;
  /** Dials the brokers that the image names now; the publisher adds and removes further ones. */
  start(): void;
  stop(reason: string): void;
}

const ALLOCATION_TIMEOUT_MS = 5_000;

/** The whole transaction coordinator plane, as far as it is built: producer ids. */
export function wireTransactionCoordinator(options: TransactionCoordinatorOptions): TransactionCoordinatorWiring {
  const { clock, scheduler, random, image, nodeId } = options;
  const logger = options.logger.with({ plane: 'transaction-coordinator', nodeId });
  const blocks = options.metrics.counter('ottla_transaction_coordinator_producer_id_blocks_total', 'Blocks of producer ids taken from the controller');
  const producerIds = new ProducerIdAllocator({
    clock,
    logger,
    allocateBlock: async () => {
      const block = await options.allocateProducerIds({ brokerId: nodeId }, { timeoutMs: ALLOCATION_TIMEOUT_MS });
      blocks.add(1);
      return block;
    },
  });
  const coordinator = new TransactionCoordinator(producerIds);
  const instance = new CoordinatorInstance<never>({
    clock,
    scheduler,
    logger,
    crc: options.crc,
    compression: options.compression,
    createShard: () => new ClosedTransactionShard(),
    answerAnywhere: (envelope) => coordinator.answer(envelope),
  });

  const hello: LinkHello = { role: 'transaction-coordinator', nodeId, incarnationId: random.uuid(), clusterId: options.clusterId };
  const links = new BrokerLinks({ clock, scheduler, random, logger, connect: (broker) => instance.connect(options.dialBroker(broker), hello) });
  const publisher: MetadataPublisher = {
    name: 'TransactionCoordinator',
    onMetadataUpdate(delta, changed) {
      if (delta.brokers.size > 0 || delta.isSnapshot) links.setBrokers(new Set(changed.brokers.keys()));
    },
  };
  return {
    instance,
    publisher,
    start: () => links.setBrokers(new Set(image().brokers.keys())),
    stop: (reason) => {
      links.stop(reason);
      instance.stop(reason);
    },
  };
}
