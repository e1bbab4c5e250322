import { ErrorCode } from '@ottla/model';
import { ApiKeys, type ConsumerGroupHeartbeatRequestInput, type ConsumerGroupHeartbeatResponse } from '@ottla/protocol';
import type { ShardHarness } from './shard-harness.ts';

export interface ConsumerTestMemberOptions {
  readonly groupId?: string;
  readonly topics?: readonly string[];
  readonly regex?: string;
  readonly instanceId?: string;
  readonly rackId?: string;
  readonly assignor?: string;
  readonly rebalanceTimeoutMs?: number;
}

/** A client that follows KIP-848 by hand: it gives up at once what an answer leaves out, and says so in its next heartbeat. */
export class ConsumerTestMember {
  readonly memberId: string;
  readonly options: ConsumerTestMemberOptions;
  epoch = 0;
  intervalMs = 0;
  /** `topic id:partition` of what it holds. */
  owned = new Set<string>();
  /** It does not do what it is told. */
  isStubborn = false;
  readonly #harness: ShardHarness;
  #mustReport = false;
  #isUnsure = false;

  constructor(harness: ShardHarness, memberId: string, options: ConsumerTestMemberOptions = {}) {
    this.#harness = harness;
    this.memberId = memberId;
    this.options = options;
  }

  get groupId(): string {
    return this.options.groupId ?? 'g';
  }

  request(): ConsumerGroupHeartbeatRequestInput {
    const { instanceId = null, rackId = null, topics = ['t'], regex = null, assignor = null, rebalanceTimeoutMs = 60_000 } = this.options;
    const base = { groupId: this.groupId, memberId: this.memberId, memberEpoch: this.epoch, instanceId };
    if (this.epoch === 0 || this.#isUnsure) return { ...base, rackId, rebalanceTimeoutMs, subscribedTopicNames: regex === null ? topics : [], subscribedTopicRegex: regex, serverAssignor: assignor, topicPartitions: this.epoch === 0 ? [] : this.ownedTopicPartitions() };
    return this.#mustReport ? { ...base, topicPartitions: this.ownedTopicPartitions() } : base;
  }

  ownedTopicPartitions(): { topicId: string; partitions: number[] }[] {
    const byTopic = Map.groupBy(this.owned, (key) => key.slice(0, key.lastIndexOf(':')));
    return [...byTopic].map(([topicId, keys]) => ({ topicId, partitions: keys.map((key) => Number(key.slice(key.lastIndexOf(':') + 1))).sort((a, b) => a - b) }));
  }

  send(changes: Partial<ConsumerGroupHeartbeatRequestInput> = {}): ConsumerGroupHeartbeatResponse {
    return this.#harness.send(ApiKeys.ConsumerGroupHeartbeat, 1, { ...this.request(), ...changes }).answer;
  }

  /** Sends what is due and loses the answer: the next request says everything again. */
  lose(): void {
    this.send();
    this.#isUnsure = true;
  }

  /** Sends what is due and takes the answer over; a fenced member starts again as a new one, at the next beat. */
  beat(): ConsumerGroupHeartbeatResponse {
    const answer = this.send();
    if (answer.errorCode === ErrorCode.FENCED_MEMBER_EPOCH || answer.errorCode === ErrorCode.UNKNOWN_MEMBER_ID || answer.errorCode === ErrorCode.GROUP_ID_NOT_FOUND) {
      this.epoch = 0;
      this.owned.clear();
    } else if (answer.errorCode === ErrorCode.NONE) {
      this.take(answer);
    }
    return answer;
  }

  take({ memberEpoch, heartbeatIntervalMs, assignment }: ConsumerGroupHeartbeatResponse): void {
    this.epoch = memberEpoch;
    this.intervalMs = heartbeatIntervalMs;
    this.#mustReport = false;
    this.#isUnsure = false;
    if (assignment === null || this.isStubborn) return;
    const next = new Set(assignment.topicPartitions.flatMap(({ topicId, partitions }) => partitions.map((partition) => `${topicId}:${partition}`)));
    this.#mustReport = !next.isSubsetOf(this.owned) || next.size !== this.owned.size;
    this.owned = next;
  }

  leave(epoch = -1): ConsumerGroupHeartbeatResponse {
    const answer = this.send({ memberEpoch: epoch, topicPartitions: null, rebalanceTimeoutMs: -1, subscribedTopicNames: null, subscribedTopicRegex: null });
    this.epoch = 0;
    this.owned.clear();
    return answer;
  }

  /** The partitions of the topic that it holds, ascending. */
  partitionsOf(topicId: string): number[] {
    return this.ownedTopicPartitions().find((topic) => topic.topicId === topicId)?.partitions ?? [];
  }
}

/** Lets all members send their heartbeats, round by round, until nothing moves any more. */
export function settle(harness: ShardHarness, members: readonly ConsumerTestMember[]): void {
  for (let round = 0; round < 20; round++) {
    const before = harness.log.length;
    harness.advance(1_000);
    for (const member of members) member.beat();
    if (harness.log.length === before && round > 1) return;
  }
  throw new Error('the group does not settle');
}
