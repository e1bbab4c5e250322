import { ErrorCode, errorName, type BrokerId, type Logger, type PartitionIndex, type Scheduler } from '@ottla/model';
import type { WritableTxnMarkerInput, WriteTxnMarkersRequestInput, WriteTxnMarkersResponse } from '@ottla/protocol';
import type { MarkerSender, TransactionMarkers } from './transaction-markers.ts';

/** What sends markers to brokers. */
export interface BrokerMarkerSenderOptions {
  /** 'deleted' when there is no such partition any more; undefined while nobody leads it. */
  readonly leaderOf: (topic: string, partition: PartitionIndex) => BrokerId | 'deleted' | undefined;
  /** Has a broker write markers to partitions that it leads. Rejects when it cannot be reached: the outcome is unknown. */
  readonly write: (broker: BrokerId, request: WriteTxnMarkersRequestInput) => Promise<WriteTxnMarkersResponse>;
  readonly scheduler: Scheduler;
  readonly logger: Logger;
}

const FIRST_PAUSE_MS = 10;
const LONGEST_PAUSE_MS = 1_000;

/** The markers of one transaction and where they are missing. */
interface Sending {
  readonly markers: TransactionMarkers;
  readonly missing: Map<string, Set<PartitionIndex>>;
  readonly done: () => void;
  pauseMs: number;
  isGivenUp: boolean;
}

/** What one request carries of one transaction. */
interface Part {
  readonly sending: Sending;
  readonly topics: Map<string, PartitionIndex[]>;
}

/**
 * Writes markers through the brokers that lead the partitions. The markers of all transactions that end in one turn
 * share a request to each broker. A partition that fails is tried again, at its leader of that moment.
 */
export class BrokerMarkerSender implements MarkerSender {
  readonly #options: BrokerMarkerSenderOptions;
  #waiting: Sending[] = [];
  #isScheduled = false;

  constructor(options: BrokerMarkerSenderOptions) {
    this.#options = options;
  }

  send(markers: TransactionMarkers, done: () => void): void {
    const missing = new Map(markers.topics.map(({ topic, partitionIds }) => [topic, new Set(partitionIds)]));
    this.#enqueue({ markers, missing, done, pauseMs: FIRST_PAUSE_MS, isGivenUp: false });
  }

  #enqueue(sending: Sending): void {
    this.#waiting.push(sending);
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    this.#options.scheduler.endOfTurn(() => {
      this.#isScheduled = false;
      const batch = this.#waiting;
      this.#waiting = [];
      this.#sendAll(batch);
    });
  }

  #sendAll(batch: readonly Sending[]): void {
    const byBroker = new Map<BrokerId, Part[]>();
    const open = new Map<Sending, number>();
    for (const sending of batch) {
      const parts = this.#split(sending);
      for (const [broker, topics] of parts) {
        const known = byBroker.get(broker);
        if (known === undefined) byBroker.set(broker, [{ sending, topics }]);
        else known.push({ sending, topics });
      }
      open.set(sending, parts.size);
      if (parts.size === 0) this.#afterRound(sending);
    }
    for (const [broker, parts] of byBroker) {
      void this.#request(broker, parts).then(() => {
        for (const { sending } of parts) {
          const left = (open.get(sending) ?? 1) - 1;
          open.set(sending, left);
          if (left === 0) this.#afterRound(sending);
        }
      });
    }
  }

  /** The missing partitions by their leader; those of deleted topics miss nothing any more. */
  #split({ missing }: Sending): Map<BrokerId, Map<string, PartitionIndex[]>> {
    const byBroker = new Map<BrokerId, Map<string, PartitionIndex[]>>();
    for (const [topic, partitions] of missing) {
      for (const partition of partitions) {
        const leader = this.#options.leaderOf(topic, partition);
        if (leader === 'deleted') partitions.delete(partition);
        if (leader === 'deleted' || leader === undefined) continue;
        let topics = byBroker.get(leader);
        if (topics === undefined) byBroker.set(leader, (topics = new Map()));
        const known = topics.get(topic);
        if (known === undefined) topics.set(topic, [partition]);
        else known.push(partition);
      }
      if (partitions.size === 0) missing.delete(topic);
    }
    return byBroker;
  }

  /** Never rejects. */
  async #request(broker: BrokerId, parts: readonly Part[]): Promise<void> {
    const markers = parts.map(({ sending: { markers: marker }, topics }): WritableTxnMarkerInput => ({
      producerId: marker.producerId,
      producerEpoch: marker.producerEpoch,
      transactionResult: marker.isCommit,
      topics: [...topics].map(([name, partitionIndexes]) => ({ name, partitionIndexes })),
      coordinatorEpoch: marker.coordinatorEpoch,
      transactionVersion: marker.transactionVersion,
    }));
    let response: WriteTxnMarkersResponse;
    try {
      response = await this.#options.write(broker, { markers });
    } catch (error) {
      this.#options.logger.debug('markers could not be sent; trying again', { broker, error: String(error) });
      return;
    }
    const results = new Map(response.markers.map((result) => [result.producerId, result]));
    for (const { sending } of parts) {
      for (const { name, partitions } of results.get(sending.markers.producerId)?.topics ?? []) {
        for (const { partitionIndex, errorCode } of partitions) this.#answered(sending, name, partitionIndex, errorCode as ErrorCode);
      }
    }
  }

  #answered(sending: Sending, topic: string, partition: PartitionIndex, error: ErrorCode): void {
    const partitions = sending.missing.get(topic);
    if (error === ErrorCode.NONE) {
      partitions?.delete(partition);
      if (partitions?.size === 0) sending.missing.delete(topic);
    } else if (error === ErrorCode.INVALID_PRODUCER_EPOCH || error === ErrorCode.TRANSACTION_COORDINATOR_FENCED) {
      sending.isGivenUp = true;
      const { transactionalId, producerId, producerEpoch } = sending.markers;
      this.#options.logger.error('a partition refuses the marker of a transaction: another coordinator went on', { transactionalId, producerId, producerEpoch, topic, partition, error: errorName(error) });
    }
  }

  #afterRound(sending: Sending): void {
    if (sending.isGivenUp) return;
    if (sending.missing.size === 0) {
      sending.done();
      return;
    }
    this.#options.scheduler.after(sending.pauseMs, () => this.#enqueue(sending));
    sending.pauseMs = Math.min(LONGEST_PAUSE_MS, sending.pauseMs * 2);
  }
}
