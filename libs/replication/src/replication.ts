import { ErrorCode, type BrokerEpoch, type BrokerId, type Cancellable, type Clock, type Logger, type Metrics, type Scheduler, type Tracer } from '@ottla/model';
import { AlterPartitionQueue, type AlterPartitionsCall } from './alter-partition-queue.ts';
import type { StageAppend } from './followed-partition.ts';
import type { ConnectToLeader, FetcherSettings } from './leader-fetcher.ts';
import type { Partition, PartitionReplication } from './partition.ts';
import { ReplicaFetchers } from './replica-fetchers.ts';
import type { ReplicationThrottle } from './replication-throttle.ts';

/** What a broker needs to keep replicas together with others. */
export interface ReplicationOptions {
  /** replica.lag.time.max.ms */
  readonly lagTimeMaxMs: number;
  readonly fetcher: FetcherSettings;
  readonly alterPartitions: AlterPartitionsCall;
  readonly connect: ConnectToLeader;
  /** Epoch of this broker's registration, -1 before it. */
  readonly brokerEpoch: () => BrokerEpoch;
  /** Epoch of a registered broker that may join an ISR (not fenced, not shutting down); undefined of any other. */
  readonly eligibleEpoch: (broker: BrokerId) => BrokerEpoch | undefined;
  /** Told of bytes that were taken from leaders. */
  readonly onReplicated?: (bytes: number) => void;
  /** Where requests are traced. */
  readonly tracer?: Tracer | undefined;
  /** What this broker serves to followers, and what it fetches from leaders; without a limit where left out. */
  readonly leaderThrottle?: ReplicationThrottle;
  readonly followerThrottle?: ReplicationThrottle;
}

export interface ReplicationPorts {
  readonly brokerId: BrokerId;
  readonly clock: Clock;
  readonly scheduler: Scheduler;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly stage: StageAppend;
  /** Partitions of this broker, to find who fell behind. */
  readonly partitions: () => Iterable<Partition>;
}

/**
 * Replication as one broker takes part in it: fetches what others lead, and keeps the ISRs of what it leads.
 * Ordering: begins with `start`; a partition is handed over (`update`) each time its leadership changed, and taken back
 * (`remove`) before its log goes.
 */
export class Replication {
  /** What each partition asks of its broker. */
  readonly partitionPorts: PartitionReplication;
  readonly #options: ReplicationOptions;
  readonly #ports: ReplicationPorts;
  readonly #alterations: AlterPartitionQueue;
  readonly #fetchers: ReplicaFetchers;
  #shrinkTimer: Cancellable | undefined;

  constructor(options: ReplicationOptions, ports: ReplicationPorts) {
    const { clock, scheduler, logger, metrics } = ports;
    const shrinks = metrics.counter('kafka_server_replicamanager_isrshrinks_total', 'Times that the ISR of a partition led here lost a replica');
    const expands = metrics.counter('kafka_server_replicamanager_isrexpands_total', 'Times that the ISR of a partition led here got a replica');
    const failed = metrics.counter('kafka_server_replicamanager_failedisrupdates_total', 'Changes of an ISR that the controller refused');
    this.#options = options;
    this.#ports = ports;
    this.#alterations = new AlterPartitionQueue(options.alterPartitions, scheduler, logger);
    this.#fetchers = new ReplicaFetchers({ ...ports, ...options, settings: options.fetcher }, ports.stage);
    this.partitionPorts = {
      lagTimeMaxMs: options.lagTimeMaxMs,
      monotonicMs: () => clock.monotonicMs(),
      eligibleEpoch: options.eligibleEpoch,
      alterIsr: (alteration, owner) => this.#alterations.submit(alteration, {
        isWanted: () => owner.isWanted(),
        altered: (answer) => {
          if (answer.errorCode !== ErrorCode.NONE) failed.add(1);
          owner.altered(answer);
        },
      }),
      isrChanged: (difference) => (difference < 0 ? shrinks : expands).add(Math.sign(Math.abs(difference))),
    };
  }

  /** Records by which the partition that is furthest behind its leader is behind. */
  get maxLag(): number {
    return this.#fetchers.maxLag;
  }

  start(): void {
    this.#shrinkLater();
  }

  /** The state of `partition` changed. */
  update(partition: Partition): void {
    this.#fetchers.update(partition);
  }

  remove(partition: Partition): void {
    this.#fetchers.remove(partition);
  }

  close(): void {
    this.#shrinkTimer?.cancel();
    this.#alterations.close();
    this.#fetchers.close();
  }

  /** Twice in the time that a follower may lag, so that it is found at most half of it late. */
  #shrinkLater(): void {
    this.#shrinkTimer = this.#ports.scheduler.after(Math.max(1, this.#options.lagTimeMaxMs / 2), () => {
      for (const partition of this.#ports.partitions()) partition.maybeShrinkIsr();
      this.#shrinkLater();
    });
  }
}
