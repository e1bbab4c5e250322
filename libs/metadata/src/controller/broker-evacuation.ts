import { KafkaError, type BrokerId, type Cancellable, type Logger, type Scheduler } from '@ottla/model';
import type { MetadataRecord } from '../records/metadata-record.ts';
import type { ControlState } from './decision.ts';
import { changeWithout, partitionsOn } from './partition-election.ts';
import { PartitionRules } from './partition-rules.ts';
import type { ChangedPartition } from './partition-change.ts';

export interface BrokerEvacuationOptions {
  readonly scheduler: Scheduler;
  readonly logger: Logger;
  readonly state: () => ControlState;
  /** Throws KafkaError when the log refuses. */
  readonly append: (records: readonly MetadataRecord[]) => void;
}

/** What one turn decides, and what it looks at for that: some ten milliseconds. */
const CHANGES_PER_TURN = 500;
const PARTITIONS_PER_TURN = 25_000;
const PAUSE_MS = 1;
const RETRY_MS = 500;

/**
 * Takes brokers that are fenced, or that are about to stop, out of their partitions. A broker with ten thousand of them would keep the event loop
 * busy for too long, and with it the heartbeats of all others; so the first slice goes into the batch that fences the
 * broker (or says that it stops), and the others follow in turns of their own. Until its turn comes, a partition has a leader that is fenced,
 * which is none to clients.
 *
 * Ordering: runs while this controller is active. Nothing is kept of it in the log: the next active controller looks
 * through all fenced brokers again. It ends where a broker is unfenced, since what it leads by then it leads rightly.
 */
export class BrokerEvacuation {
  readonly #options: BrokerEvacuationOptions;
  /** Where each broker stands; undefined: to begin anew. */
  readonly #brokers = new Map<BrokerId, Iterator<ChangedPartition> | undefined>();
  readonly #waiting = new Map<BrokerId, (() => void)[]>();
  #timer: Cancellable | undefined;

  constructor(options: BrokerEvacuationOptions) {
    this.#options = options;
  }

  /** This controller became active: the one before may have stopped halfway. */
  start(): void {
    const { image } = this.#options.state();
    for (const { id, fenced, inControlledShutdown } of image.brokers.values()) if ((fenced || inControlledShutdown) && image.topics.onBroker(id).size > 0) this.#brokers.set(id, undefined);
    this.#later(PAUSE_MS);
  }

  stop(): void {
    this.#timer?.cancel();
    this.#timer = undefined;
    for (const broker of this.#brokers.keys()) this.#finish(broker);
  }

  /** Settles when nothing is left to take from the broker, and when this controller is active no more. */
  finished(broker: BrokerId): Promise<void> {
    if (!this.#brokers.has(broker)) return Promise.resolve();
    return new Promise((resolve) => {
      this.#waiting.set(broker, [...(this.#waiting.get(broker) ?? []), resolve]);
    });
  }

  #finish(broker: BrokerId): void {
    this.#brokers.delete(broker);
    for (const resolve of this.#waiting.get(broker) ?? []) resolve();
    this.#waiting.delete(broker);
  }

  /** The first changes, for the batch that fences the broker, or says that it stops; the others come by themselves. */
  begin(broker: BrokerId): MetadataRecord[] {
    this.#brokers.set(broker, undefined);
    const records = this.#slice(broker);
    this.#later(PAUSE_MS);
    return records;
  }

  #later(delayMs: number): void {
    if (this.#brokers.size === 0) return;
    this.#timer ??= this.#options.scheduler.after(delayMs, () => {
      this.#timer = undefined;
      this.#next();
    });
  }

  #next(): void {
    const { state, append, logger } = this.#options;
    const [broker] = this.#brokers.keys();
    if (broker === undefined) return;
    try {
      const { fenced = false, inControlledShutdown = false } = state().image.brokers.get(broker) ?? {};
      if (!fenced && !inControlledShutdown) this.#finish(broker);
      else {
        const records = this.#slice(broker);
        if (records.length > 0) append(records);
      }
      this.#later(PAUSE_MS);
    } catch (error) {
      if (!(error instanceof KafkaError)) throw error;
      logger.warn('a fenced broker could not be taken out of its partitions yet; trying again', { broker, error: error.message });
      this.#brokers.set(broker, undefined);
      this.#later(RETRY_MS);
    }
  }

  #slice(broker: BrokerId): MetadataRecord[] {
    const state = this.#options.state();
    const rules = new PartitionRules(state);
    const partitions = this.#brokers.get(broker) ?? partitionsOn(state.image, broker);
    this.#brokers.set(broker, partitions);
    const records: MetadataRecord[] = [];
    let isDone = false;
    for (let left = PARTITIONS_PER_TURN; left > 0 && records.length < CHANGES_PER_TURN; left--) {
      const next = partitions.next();
      if (next.done === true) {
        isDone = true;
        break;
      }
      const record = changeWithout(rules, next.value, broker);
      if (record !== undefined) records.push(record);
    }
    // Whoever waits goes on in a later turn: then what is returned here is appended.
    if (isDone) this.#finish(broker);
    return records;
  }
}
