import { OFFSETS_TOPIC, topicPartitionKey, TRANSACTION_STATE_TOPIC, type Cancellable, type Offset, type PartitionIndex } from '@ottla/model';
import type { CoordinatorService, DecidedAnswer, EnvelopeAnswer, Link, LinkHello, ShardGrant } from '@ottla/rpc';
import type { HeldAnswers } from './held-answers.ts';

/** Roles that may own shards. */
export type CoordinatorRole = Extract<LinkHello['role'], 'group-coordinator' | 'transaction-coordinator'>;

/** The role whose instances own the shards of `topic`; undefined when it is no coordinator's topic. */
export function coordinatorRoleOf(topic: string): CoordinatorRole | undefined {
  if (topic === OFFSETS_TOPIC) return 'group-coordinator';
  return topic === TRANSACTION_STATE_TOPIC ? 'transaction-coordinator' : undefined;
}

/**
 * Where a shard stands: `waiting` for an instance (or for a pause to end), `granted` to one, or `fencing`: its epoch was
 * granted once and the controller is asked for the next.
 */
export type LedShardState = 'waiting' | 'granted' | 'fencing';

/** A shard whose partition this broker leads, in one leader epoch. */
export class LedShard {
  readonly key: string;
  readonly grant: ShardGrant;
  readonly role: CoordinatorRole;
  state: LedShardState = 'waiting';
  /** Whether this epoch was granted to anybody: then it is never granted again. */
  isEpochSpent = false;
  owner: ConnectedInstance | undefined;
  /** The instance that keeps the shard warm, and is the first to own it next. */
  standby: ConnectedInstance | undefined;
  /** Whether the standby was asked in this epoch, and answered. */
  isStandbyAsked = false;
  isStandbyReady = false;
  isTellingStandby = false;
  /** A newer high watermark came while the standby was told the last one. */
  mustTellStandby = false;
  grantedAtMs = 0;
  highWatermark: Offset;
  /**
   * How far the owner knows the log, since it read it or appended there. What somebody else appends is no part of it: the
   * owner may have decided something for that place, which will be refused.
   */
  #ownedEnd: Offset;
  readonly #answers: HeldAnswers;
  /** The newest high watermark that the owner knows or is just told. */
  toldHighWatermark: Offset;
  isTelling = false;
  /** Grants and fences in a row that came to nothing: the longer, the longer the pause before the next. */
  failures: number;
  /** Set while a pause before the next attempt runs. */
  isPausing = false;

  constructor(grant: ShardGrant, role: CoordinatorRole, failures: number, answers: HeldAnswers) {
    this.key = topicPartitionKey(grant.topic, grant.partition);
    this.grant = grant;
    this.role = role;
    this.failures = failures;
    this.highWatermark = grant.highWatermark;
    this.toldHighWatermark = grant.highWatermark;
    this.#ownedEnd = grant.logEndOffset;
    this.#answers = answers;
  }

  get topic(): string {
    return this.grant.topic;
  }

  get partition(): PartitionIndex {
    return this.grant.partition;
  }

  /** Passes an answer of the owner on when what it rests on is committed. Rejects with KafkaError: NOT_COORDINATOR when the grant ends before that, REQUEST_TIMED_OUT. */
  answer({ body, releaseOffset }: DecidedAnswer, deadlineMs: number): EnvelopeAnswer | Promise<EnvelopeAnswer> {
    return releaseOffset <= this.#committedEnd ? { body } : this.#answers.hold(body, releaseOffset, deadlineMs);
  }

  /** The owner read or appended up to here. */
  ownerKnows(endOffset: Offset): void {
    this.#ownedEnd = Math.max(this.#ownedEnd, endOffset);
    this.#answers.release(this.#committedEnd);
  }

  movedTo(highWatermark: Offset): void {
    this.highWatermark = highWatermark;
    this.#answers.release(this.#committedEnd);
  }

  /** The owner's grant is over: what it answered may never be committed. */
  refuseAnswers(reason: string): void {
    this.#answers.rejectAll(reason);
  }

  get #committedEnd(): Offset {
    return Math.min(this.highWatermark, this.#ownedEnd);
  }
}

/** A coordinator instance with an open link to this broker. */
export class ConnectedInstance {
  readonly link: Link<CoordinatorService>;
  readonly role: CoordinatorRole;
  readonly shards = new Set<LedShard>();
  /** Answers and requests since the last look at its silence. */
  wasHeard = true;
  missedLooks = 0;
  /** How many of them in a row another instance of its role did not miss. */
  outlivedLooks = 0;
  /** Runs until the instance counts as settled and takes its share of what others own. */
  settling: Cancellable | undefined;

  constructor(link: Link<CoordinatorService>, role: CoordinatorRole) {
    this.link = link;
    this.role = role;
  }
}
