import { ErrorCode, errorCodeOf } from '@ottla/model';
import { ApiKeys } from '@ottla/protocol';
import { PARTITIONS, TOPIC, type TransactionWorld } from './transaction-world.ts';

/** One transaction as its client saw it. */
export interface Attempt {
  readonly name: string;
  readonly group: string;
  readonly number: number;
  /** Partitions in which the record was acknowledged. */
  readonly acknowledged: number[];
  hasOffset: boolean;
  /** What the client asked for, once it did. */
  wants: 'commit' | 'abort' | undefined;
  /** Whether that was acknowledged. */
  isEnded: boolean;
}

interface Identity {
  readonly producerId: number;
  readonly producerEpoch: number;
}

/** What a client with back-offs tries again. */
const passing: ReadonlySet<number> = new Set([
  ErrorCode.COORDINATOR_LOAD_IN_PROGRESS, ErrorCode.COORDINATOR_NOT_AVAILABLE, ErrorCode.NOT_COORDINATOR, ErrorCode.CONCURRENT_TRANSACTIONS, ErrorCode.NOT_ENOUGH_REPLICAS,
]);
const REQUEST_TIMEOUT_MS = 1_000;
const TRIES = 30;

/** Thrown where the client gives the transaction up. */
class GivenUp extends Error {}

/**
 * A transactional producer that writes one record to some partitions, commits an offset with them, and ends the transaction
 * one way or the other, again and again. It speaks KIP-890 or the protocol before it. Now and then it dies, and another one
 * takes its transactional id; what it had sent may still arrive.
 */
export class TransactionClient {
  readonly transactionalId: string;
  readonly attempts: Attempt[] = [];
  readonly #world: TransactionWorld;
  readonly #name: string;
  readonly #bumpsEpoch: boolean;
  readonly #timeoutMs: number;
  #identity: Identity | undefined;
  readonly #sequences = new Map<number, number>();
  #number = 0;
  isStopped = false;

  constructor(world: TransactionWorld, name: string, transactionalId: string, bumpsEpoch: boolean, timeoutMs: number) {
    this.#world = world;
    this.#name = name;
    this.transactionalId = transactionalId;
    this.#bumpsEpoch = bumpsEpoch;
    this.#timeoutMs = timeoutMs;
  }

  /** Until it is stopped. Never rejects. */
  async run(): Promise<void> {
    while (!this.isStopped) {
      try {
        if (this.#identity === undefined) await this.#begin();
        await this.#transaction();
      } catch (error) {
        if (!(error instanceof GivenUp)) throw error;
        await this.#abortAfterFailure();
        this.#identity = undefined;
      }
      await this.#world.wait(this.#world.random.below(200));
      // A long silence, in which its id may expire and its transaction time out.
      if (this.#world.happens(30)) await this.#world.wait(3_000 + this.#world.random.below(8_000));
    }
  }

  /** As clients before KIP-890 do when a record took too long: they abort in the same epoch, and the record may come after that. */
  async #abortAfterFailure(): Promise<void> {
    const attempt = this.attempts.at(-1);
    if (this.#bumpsEpoch || this.#identity === undefined || attempt === undefined || attempt.wants !== undefined || this.#world.random.below(3) === 0) return;
    try {
      await this.#end(attempt, false);
    } catch (error) {
      if (!(error instanceof GivenUp)) throw error;
    }
  }

  async #begin(): Promise<void> {
    const answer = await this.#again(async () => await this.#world.ask(ApiKeys.InitProducerId, 5, { transactionalId: this.transactionalId, transactionTimeoutMs: this.#timeoutMs }));
    if (answer.errorCode !== ErrorCode.NONE) throw new GivenUp();
    this.#identity = { producerId: answer.producerId, producerEpoch: answer.producerEpoch };
    this.#sequences.clear();
  }

  async #transaction(): Promise<void> {
    const { random } = this.#world;
    const number = ++this.#number;
    const attempt: Attempt = { name: `${this.#name}/${number}`, group: `group-${this.transactionalId}`, number, acknowledged: [], hasOffset: false, wants: undefined, isEnded: false };
    this.attempts.push(attempt);
    const partitions = Array.from({ length: PARTITIONS }, (_, partition) => partition).filter(() => random.below(2) === 0);
    for (const partition of partitions) await this.#send(attempt, partition);
    if (random.below(2) === 0) await this.#commitOffset(attempt);
    if (attempt.acknowledged.length === 0 && !attempt.hasOffset) return;
    // Dies, or hangs until the coordinator aborts.
    if (this.#world.happens(60)) throw new GivenUp();
    await this.#end(attempt, random.below(4) > 0);
  }

  async #send(attempt: Attempt, partition: number): Promise<void> {
    const identity = this.#identity as Identity;
    if (!this.#bumpsEpoch) {
      const topics = [{ name: TOPIC, partitions: [partition] }];
      const added = await this.#again(async () => {
        const answer = await this.#world.ask(ApiKeys.AddPartitionsToTxn, 3, { v3AndBelowTransactionalId: this.transactionalId, v3AndBelowProducerId: identity.producerId, v3AndBelowProducerEpoch: identity.producerEpoch, v3AndBelowTopics: topics });
        return { errorCode: answer.resultsByTopicV3AndBelow[0]?.resultsByPartition[0]?.partitionErrorCode ?? -1 };
      });
      if (added.errorCode !== ErrorCode.NONE) throw new GivenUp();
    }
    const sequence = this.#sequences.get(partition) ?? 0;
    const produced = await this.#again(async () => ({ errorCode: await this.#world.produce(this.#bumpsEpoch ? 12 : 11, this.transactionalId, identity, partition, sequence, attempt.name) }));
    if (produced.errorCode !== ErrorCode.NONE) throw new GivenUp();
    this.#sequences.set(partition, sequence + 1);
    attempt.acknowledged.push(partition);
  }

  async #commitOffset(attempt: Attempt): Promise<void> {
    const identity = this.#identity as Identity;
    const { transactionalId } = this;
    if (!this.#bumpsEpoch) {
      const added = await this.#again(async () => await this.#world.ask(ApiKeys.AddOffsetsToTxn, 3, { transactionalId, ...identity, groupId: attempt.group }));
      if (added.errorCode !== ErrorCode.NONE) throw new GivenUp();
    }
    const topics = [{ name: TOPIC, partitions: [{ partitionIndex: 0, committedOffset: attempt.number, committedMetadata: attempt.name }] }];
    const committed = await this.#again(async () => {
      const answer = await this.#world.ask(ApiKeys.TxnOffsetCommit, this.#bumpsEpoch ? 5 : 3, { transactionalId, groupId: attempt.group, ...identity, topics });
      return { errorCode: answer.topics[0]?.partitions[0]?.errorCode ?? -1 };
    }, this.#bumpsEpoch);
    if (committed.errorCode !== ErrorCode.NONE) throw new GivenUp();
    attempt.hasOffset = true;
  }

  async #end(attempt: Attempt, isCommit: boolean): Promise<void> {
    const identity = this.#identity as Identity;
    attempt.wants = isCommit ? 'commit' : 'abort';
    const ended = await this.#again(async () => await this.#world.ask(ApiKeys.EndTxn, this.#bumpsEpoch ? 5 : 3, { transactionalId: this.transactionalId, ...identity, committed: isCommit }), this.#bumpsEpoch);
    if (ended.errorCode !== ErrorCode.NONE) throw new GivenUp();
    attempt.isEnded = true;
    if (!this.#bumpsEpoch) return;
    this.#identity = { producerId: ended.producerId, producerEpoch: ended.producerEpoch };
    this.#sequences.clear();
  }

  /**
   * The first answer that is not of the moment. Who gets none gives up, and what it sent may still arrive. Before KIP-890
   * nothing tells a late copy from a request of the next transaction, as both have one epoch: there nothing that would
   * count twice is repeated before the epoch is another.
   */
  async #again<T extends { readonly errorCode: number }>(ask: () => Promise<T>, mayRepeat = true): Promise<T> {
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const given = await Promise.race([this.#answer(ask), this.#world.wait(REQUEST_TIMEOUT_MS)]);
      if (given === undefined) {
        // What is under way may be repeated by the same producer, as clients do, or it gives up.
        if (!mayRepeat || this.#world.random.below(3) === 0) throw new GivenUp();
        continue;
      }
      if (!passing.has(given.errorCode)) return given;
      await this.#world.wait(10 + this.#world.random.below(200));
    }
    throw new GivenUp();
  }

  async #answer<T extends { readonly errorCode: number }>(ask: () => Promise<T>): Promise<T> {
    try {
      return await ask();
    } catch (error) {
      return { errorCode: errorCodeOf(error) } as unknown as T;
    }
  }
}
