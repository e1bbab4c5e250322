import type { BrokerEpoch, BrokerId, LeaderEpoch, Logger, PartitionEpoch, PartitionIndex, Scheduler, Uuid } from '@ottla/model';
import { ErrorCode } from '@ottla/model';

/** A change of one partition's in-sync replicas, on top of the state that names its epochs. */
export interface IsrAlteration {
  readonly topicId: Uuid;
  readonly partition: PartitionIndex;
  readonly leaderEpoch: LeaderEpoch;
  readonly partitionEpoch: PartitionEpoch;
  readonly newIsr: readonly { readonly brokerId: BrokerId; readonly brokerEpoch: BrokerEpoch }[];
}

/** The controller's answer to one of them. */
export interface IsrAltered {
  readonly errorCode: number;
  readonly leaderEpoch: LeaderEpoch;
  readonly partitionEpoch: PartitionEpoch;
  readonly isr: readonly BrokerId[];
}

/** Sends changes to the active controller; one answer for each, in the same order. Rejects when the outcome is unknown. */
export type AlterPartitionsCall = (alterations: readonly IsrAlteration[]) => Promise<readonly IsrAltered[]>;

/** Who asked for a change. */
export interface AlterationOwner {
  /** Whether the change is still wanted: not once a newer state of the partition is known. */
  isWanted(): boolean;
  /** Called once, unless the change is not wanted any more. */
  altered(answer: IsrAltered): void;
}

interface Waiting {
  readonly alteration: IsrAlteration;
  readonly owner: AlterationOwner;
}

const FIRST_BACKOFF_MS = 20;
const MAX_BACKOFF_MS = 1000;

/**
 * Changes of in-sync replicas on their way to the controller: all of one turn in one call.
 * Ordering: one call at a time; what comes meanwhile goes into the next. A call of unknown outcome is repeated as it
 * was: it names the state that it changes, so that the second can do nothing that the first one did.
 */
export class AlterPartitionQueue {
  readonly #call: AlterPartitionsCall;
  readonly #scheduler: Scheduler;
  readonly #logger: Logger;
  #waiting: Waiting[] = [];
  #isBusy = false;
  #backoffMs = FIRST_BACKOFF_MS;
  #isClosed = false;

  constructor(call: AlterPartitionsCall, scheduler: Scheduler, logger: Logger) {
    this.#call = call;
    this.#scheduler = scheduler;
    this.#logger = logger;
  }

  submit(alteration: IsrAlteration, owner: AlterationOwner): void {
    this.#waiting.push({ alteration, owner });
    if (this.#isBusy) return;
    this.#isBusy = true;
    this.#scheduler.endOfTurn(() => this.#send());
  }

  close(): void {
    this.#isClosed = true;
    this.#waiting = [];
  }

  #send(): void {
    const batch = this.#isClosed ? [] : this.#waiting.filter(({ owner }) => owner.isWanted());
    this.#waiting = [];
    if (batch.length === 0) {
      this.#isBusy = false;
      return;
    }
    this.#call(batch.map(({ alteration }) => alteration)).then(
      (answers) => this.#answered(batch, answers),
      (error: unknown) => {
        this.#logger.info('in-sync replicas could not be altered yet; trying again', { partitions: batch.length, error: String(error) });
        this.#again(batch);
      },
    );
  }

  #answered(batch: readonly Waiting[], answers: readonly IsrAltered[]): void {
    if (this.#isClosed) return;
    const again: Waiting[] = [];
    batch.forEach((waiting, index) => {
      const answer = answers[index];
      if (!waiting.owner.isWanted()) return;
      // The controller does not know yet what this broker knows.
      if (answer === undefined || answer.errorCode === ErrorCode.NOT_CONTROLLER) again.push(waiting);
      else waiting.owner.altered(answer);
    });
    if (again.length > 0) {
      this.#again(again);
      return;
    }
    this.#backoffMs = FIRST_BACKOFF_MS;
    this.#send();
  }

  #again(batch: readonly Waiting[]): void {
    if (this.#isClosed) return;
    this.#waiting.unshift(...batch);
    const delayMs = this.#backoffMs;
    this.#backoffMs = Math.min(delayMs * 2, MAX_BACKOFF_MS);
    this.#scheduler.after(delayMs, () => this.#send());
  }
}
