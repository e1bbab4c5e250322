import type { ShardGrantor } from '@ottla/coordinator';
import { KRAFT_VERSION_FEATURE, supportedFeatures, type BrokerLifecycle, type ControllerChannel, type MetadataImage, type MetadataLoader, type MetadataObserver, type MetadataPublisher } from '@ottla/metadata';
import { ErrorCode, KafkaError, type BrokerEpoch, type Logger } from '@ottla/model';
import type { ReplicaManager } from '@ottla/replication';
import type { BrokerRegistration } from '@ottla/rpc';
import type { LogManager } from '@ottla/storage';
import type { BrokerConfig } from './broker-config.ts';
import type { StartedBeside } from './broker-options.ts';
import type { ClientListeners } from './client-listeners.ts';
import type { BatchOpener } from './opening/batch-opener.ts';
import type { TransactionCoordinators } from './rpc/transaction-coordinators.ts';
import type { StartGate } from './start-gate.ts';

const CONTROLLED_SHUTDOWN_MS = 2_000;
const PROGRESS_STEP = 1000;

/** What is started and stopped of a broker. */
export interface BrokerServerOptions {
  readonly config: BrokerConfig;
  readonly image: () => MetadataImage;
  readonly loader: MetadataLoader;
  readonly observer: MetadataObserver;
  readonly channel: ControllerChannel;
  readonly lifecycle: BrokerLifecycle;
  readonly logs: LogManager;
  readonly replicas: ReplicaManager;
  readonly grantor: ShardGrantor;
  readonly transactionCoordinators: TransactionCoordinators;
  readonly opener: BatchOpener | undefined;
  readonly gate: StartGate;
  readonly listeners: ClientListeners;
  /** In the order in which they hear of metadata; the lifecycle hears last. */
  readonly publishers: readonly MetadataPublisher[];
  /** Who registers; where clients reach it is known once the listeners are open. */
  readonly identity: Pick<BrokerRegistration, 'brokerId' | 'clusterId' | 'incarnationId' | 'rack' | 'logDirs'>;
  readonly planeEndpoint: () => string | null;
  readonly removeGauges: readonly (() => void)[];
  readonly logger: Logger;
}

/**
 * A broker's start and end, in order.
 *
 * Ordering: `start` once, then `stop` or `abandon`, which may also come while it starts. Clients can connect from the
 * first step on and are served after the last; partitions are led only from a metadata image in which this broker is
 * registered and unfenced.
 */
export class BrokerServer {
  readonly #parts: BrokerServerOptions;
  #isLoaded = false;
  #isEnded = false;

  constructor(options: BrokerServerOptions) {
    this.#parts = options;
  }

  /** Settles when clients are served. Rejects with what failed, and with BROKER_NOT_AVAILABLE when it is ended meanwhile. */
  async start({ publishers = [], beforeServing }: StartedBeside): Promise<void> {
    const { listeners, lifecycle, replicas, logs, image, gate } = this.#parts;
    await listeners.open();
    this.#refuseIfEnded();
    await this.#loadLogs();
    this.#follow(publishers);
    await lifecycle.unfenced;
    this.#refuseIfEnded();
    replicas.start(image());
    logs.start();
    await beforeServing?.();
    this.#refuseIfEnded();
    gate.open();
  }

  async #loadLogs(): Promise<void> {
    const { logs, config, logger } = this.#parts;
    await logs.load((topic) => config.topic(topic), (loaded, total) => {
      if (loaded % PROGRESS_STEP === 0 || (loaded === total && total >= PROGRESS_STEP)) logger.info('loading partition logs', { loaded, total });
    });
    this.#refuseIfEnded();
    logger.info('partition logs are loaded', { afterCleanShutdown: logs.hadCleanShutdown });
    this.#isLoaded = true;
  }

  /** From here on metadata comes in, and the controller knows of this broker. */
  #follow(publishersBeside: readonly MetadataPublisher[]): void {
    const { loader, observer, lifecycle, publishers, identity, listeners, logs, planeEndpoint } = this.#parts;
    for (const publisher of [...publishers, ...publishersBeside, lifecycle]) loader.addPublisher(publisher);
    observer.start();
    lifecycle.start({
      ...identity,
      endpoints: listeners.endpoints,
      features: supportedFeatures.filter(({ name }) => name !== KRAFT_VERSION_FEATURE),
      previousBrokerEpoch: logs.previousBrokerEpoch,
      planeEndpoint: planeEndpoint(),
    });
  }

  /** Hands leadership over, answers what is under way, closes the logs cleanly. During `start` it lets go of what is there, and `start` rejects. */
  async stop(): Promise<void> {
    if (!this.#isLoaded) return await this.abandon();
    this.#isEnded = true;
    const { lifecycle, listeners, observer, channel, logs } = this.#parts;
    // Clients are answered meanwhile, new ones too: they hear where to go.
    await lifecycle.stop(CONTROLLED_SHUTDOWN_MS);
    await listeners.close();
    this.#closeCoordination('the broker stops');
    await observer.stop();
    channel.close('the broker stops');
    this.#closePartitions();
    await logs.shutdown(this.#lastBrokerEpoch());
  }

  /** Lets go of everything at once, as a killed process would. Settles when no file is touched any more. */
  async abandon(): Promise<void> {
    this.#isEnded = true;
    const { listeners, lifecycle, logs, observer, channel } = this.#parts;
    listeners.abandon();
    lifecycle.abandon();
    this.#closeCoordination('the broker is abandoned');
    this.#closePartitions();
    logs.abandon();
    await observer.stop();
    channel.close('the broker is abandoned');
  }

  #closeCoordination(reason: string): void {
    this.#parts.grantor.close(reason);
    this.#parts.transactionCoordinators.close();
  }

  #closePartitions(): void {
    this.#parts.opener?.close();
    this.#parts.replicas.close();
    for (const remove of this.#parts.removeGauges) remove();
  }

  /** A start that never reached the controller has appended nothing: the clean shutdown before it still vouches for the logs. */
  #lastBrokerEpoch(): BrokerEpoch {
    const { lifecycle, logs } = this.#parts;
    return lifecycle.brokerEpoch < 0 ? logs.previousBrokerEpoch : lifecycle.brokerEpoch;
  }

  #refuseIfEnded(): void {
    if (this.#isEnded) throw new KafkaError(ErrorCode.BROKER_NOT_AVAILABLE, 'the broker was ended while it started');
  }
}
