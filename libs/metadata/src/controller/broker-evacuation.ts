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
 * Takes brokers that are fenced out of their partitions. A broker with ten thousand of them would keep the event loop
 * busy for too long, and with it the heartbeats of all others; so the first slice goes into the batch that fences the
 * broker, and the others follow in turns of their own. Until its turn comes, a partition has a leader that is fenced,
 * which is none to clients.
 *
 * Ordering: runs while this controller is active. Nothing is kept of it in the log: the next active controller looks
 * through all fenced brokers again. It ends where a broker is unfenced, since what it leads by then it leads rightly.
 */
export class BrokerEvacuation {
  readonly #options: BrokerEvacuationOptions;
  /** Where each broker stands; undefined: to begin anew. */
  readonly #brokers = new Map<BrokerId, Iterator<ChangedPartition> | undefined>();
  #timer: Cancellable | undefined;

  constructor(options: BrokerEvacuationOptions) {
    this.#options = options;
  }

  /** This controller became active: the one before may have stopped halfway. */
  start(): void {
    const { image } = this.#options.state();
    for (const { id, fenced } of image.brokers.values()) if (fenced && image.topics.onBroker(id).size > 0) this.#brokers.set(id, undefined);
    this.#later(PAUSE_MS);
  }

  stop(): void {
    this.#timer?.cancel();
    this.#timer = undefined;
    this.#brokers.clear();
  }

  /** The first changes, for the batch that fences the broker; the others come by themselves. */
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
      if (state().image.brokers.get(broker)?.fenced !== true) this.#brokers.delete(broker);
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
    for (let left = PARTITIONS_PER_TURN; left > 0 && records.length < CHANGES_PER_TURN; left--) {
      const next = partitions.next();
      if (next.done === true) {
        this.#brokers.delete(broker);
        break;
      }
      const record = changeWithout(rules, next.value, broker);
      if (record !== undefined) records.push(record);
    }
    return records;
  }
}
