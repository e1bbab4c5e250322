import { ErrorCode } from '@ottla/model';
import { ApiKeys, ConsumerProtocolAssignmentCodec, ConsumerProtocolSubscriptionCodec, WireReader, WireWriter } from '@ottla/protocol';
import type { Pending, ShardHarness } from './shard-harness.ts';
import { LATEST, TestMember, type TestMemberOptions } from './test-member.ts';

export interface ClassicConsumerOptions extends TestMemberOptions {
  /** Told when a coordinator that came after a failover fences the member as one that it does not know. */
  readonly onForgotten?: () => void;
}

/** A cooperative consumer of the classic protocol, as it meets a group of either protocol: it says what it holds, and assigns by range when it leads. */
export class ClassicConsumer extends TestMember {
  /** `topic:partition` of what it holds. */
  owned = new Set<string>();
  readonly #harness: ShardHarness;
  #joining: ReturnType<TestMember['join']> | undefined;
  #syncing: ReturnType<TestMember['sync']> | undefined;
  #mustJoin = true;
  readonly #assignedCounts = new Map<string, number>();
  /** A coordinator failed since this member last synced: what it joined as may be forgotten. */
  #mayBeForgotten = false;
  #hasGivenUp = false;
  readonly #onForgotten: (() => void) | undefined;

  /** In the middle of joining: it sends nothing else. */
  get isJoining(): boolean {
    return this.#joining !== undefined || this.#syncing !== undefined;
  }

  constructor(harness: ShardHarness, { onForgotten, ...options }: ClassicConsumerOptions = {}) {
    super(harness, { protocols: ['cooperative-sticky', 'range'], ...options });
    this.#harness = harness;
    this.#onForgotten = onForgotten;
  }

  /** It gave up what others may have, and has yet to join again to say so. */
  get hasGivenUp(): boolean {
    return this.#hasGivenUp;
  }

  get isSettled(): boolean {
    return !this.#mustJoin && !this.isJoining;
  }

  override joinRequest(): ReturnType<TestMember['joinRequest']> {
    const request = super.joinRequest();
    return { ...request, protocols: request.protocols.map(({ name }) => ({ name, metadata: this.#metadata() })) };
  }

  #metadata(): Uint8Array {
    const writer = new WireWriter();
    writer.writeInt16(3);
    const byTopic = Map.groupBy(this.owned, (key) => key.slice(0, key.lastIndexOf(':')));
    const ownedPartitions = [...byTopic].map(([topic, keys]) => ({ topic, partitions: keys.map((key) => Number(key.slice(topic.length + 1))) }));
    ConsumerProtocolSubscriptionCodec.encode(writer, { topics: this.topics, ownedPartitions, generationId: this.generation, rackId: null }, 3);
    return new Uint8Array(writer.finish());
  }

  /** Does what is due: goes on with a join under way, joins, or sends a heartbeat. */
  beat(): void {
    if (this.#joining !== undefined) this.#onJoin();
    else if (this.#syncing !== undefined) this.#onSync();
    else if (this.#mustJoin || this.#hasTopicChanged()) this.#join();
    else this.#onError(this.heartbeat() as ErrorCode);
  }

  /** A leader watches the topics that it has assigned. */
  #hasTopicChanged(): boolean {
    return this.isLeader && [...this.#assignedCounts].some(([topic, count]) => (this.#harness.topics.partitionCountOf(topic) ?? 0) !== count);
  }

  #join(): void {
    this.#mustJoin = false;
    this.#joining = this.join();
    this.#onJoin();
  }

  #onJoin(): void {
    const pending = this.#joining as Pending<{ readonly errorCode: number }>;
    if (!pending.isAnswered) return;
    this.#joining = undefined;
    if (pending.answer.errorCode !== ErrorCode.NONE) {
      this.#onError(pending.answer.errorCode as ErrorCode);
      return;
    }
    const joined = this.joined(pending as never);
    this.#syncing = this.sync({}, { assignments: this.isLeader ? this.#assign(joined.members) : [] });
    this.#onSync();
  }

  /** By range, without what others still hold: as a cooperative assignor does. */
  #assign(members: readonly { readonly memberId: string; readonly metadata: Uint8Array }[]): { memberId: string; assignment: Uint8Array }[] {
    const parts = members.map(({ memberId, metadata }) => {
      const { topics, ownedPartitions } = ConsumerProtocolSubscriptionCodec.decode(new WireReader(metadata.subarray(2)), 3);
      return { memberId, topics, owned: new Set(ownedPartitions.flatMap(({ topic, partitions }) => partitions.map((partition) => `${topic}:${partition}`))), given: new Map<string, number[]>() };
    });
    this.#assignedCounts.clear();
    for (const topic of new Set(parts.flatMap(({ topics }) => topics))) {
      const readers = parts.filter(({ topics }) => topics.includes(topic));
      const count = this.#harness.topics.partitionCountOf(topic) ?? 0;
      this.#assignedCounts.set(topic, count);
      for (let partition = 0; partition < count; partition++) {
        const reader = readers[Math.floor((partition * readers.length) / count)];
        const isHeld = parts.some((other) => other !== reader && other.owned.has(`${topic}:${partition}`));
        if (reader === undefined || isHeld) continue;
        const given = reader.given.get(topic) ?? [];
        reader.given.set(topic, [...given, partition]);
      }
    }
    return parts.map(({ memberId, given }) => {
      const writer = new WireWriter();
      writer.writeInt16(3);
      ConsumerProtocolAssignmentCodec.encode(writer, { assignedPartitions: [...given].map(([topic, partitions]) => ({ topic, partitions })) }, 3);
      return { memberId, assignment: new Uint8Array(writer.finish()) };
    });
  }

  #onSync(): void {
    const pending = this.#syncing as ReturnType<TestMember['sync']>;
    if (!pending.isAnswered) return;
    this.#syncing = undefined;
    const { errorCode, assignment } = pending.answer;
    if (errorCode === ErrorCode.NONE) this.#mayBeForgotten = false;
    if (errorCode !== ErrorCode.NONE) {
      this.#onError(errorCode as ErrorCode);
      return;
    }
    const assigned = assignment.length === 0 ? [] : ConsumerProtocolAssignmentCodec.decode(new WireReader(assignment.subarray(2)), 3).assignedPartitions;
    if (assigned.some(({ topic }) => !this.topics.includes(topic))) {
      // A static member that subscribes to less than its former process is answered what that had: it does not take it,
      // and joins again, as Kafka's consumer does.
      this.#mustJoin = true;
      return;
    }
    const next = new Set(assigned.flatMap(({ topic, partitions }) => partitions.map((partition) => `${topic}:${partition}`)));
    // What it gives up, others may have: it joins again to say so.
    this.#mustJoin = this.#hasGivenUp = !this.owned.isSubsetOf(next);
    this.owned = next;
  }

  #onError(errorCode: ErrorCode): void {
    if (errorCode === ErrorCode.NONE) return;
    this.#mustJoin = true;
    if (errorCode === ErrorCode.UNKNOWN_MEMBER_ID || errorCode === ErrorCode.ILLEGAL_GENERATION) {
      if (errorCode === ErrorCode.UNKNOWN_MEMBER_ID) this.memberId = '';
      this.generation = -1;
      this.owned.clear();
    } else if (errorCode === ErrorCode.FENCED_INSTANCE_ID && this.#mayBeForgotten) {
      // A member is written down when its generation is synced: the next coordinator knows the instance under its former
      // id (in Kafka, too). The process ends, and begins anew.
      this.#onForgotten?.();
      this.memberId = '';
      this.generation = -1;
      this.owned.clear();
    } else if (errorCode !== ErrorCode.REBALANCE_IN_PROGRESS) {
      throw new Error(`a classic consumer was answered ${errorCode}`);
    }
  }

  /** Joins anew, as after enforceRebalance. */
  rejoin(): void {
    this.#mustJoin = true;
  }

  /** Its process ends. A static member says nothing. */
  stop(): void {
    this.abandon();
    if (this.options.instanceId === undefined && this.memberId !== '') this.#harness.send(ApiKeys.LeaveGroup, LATEST.leave, { groupId: this.groupId, members: [{ memberId: this.memberId, groupInstanceId: null }] });
  }

  /** Its process is killed: nothing more is sent, and answers reach nobody. */
  abandon(): void {
    if (this.#joining !== undefined && !this.#joining.isAnswered) this.#harness.cancelPending(this.#joining);
    if (this.#syncing !== undefined && !this.#syncing.isAnswered) this.#harness.cancelPending(this.#syncing);
    this.owned.clear();
  }

  /** The coordinator is another one: what was parked is lost, and joined again for. */
  onReload(): void {
    this.#mayBeForgotten = true;
    if (this.isJoining) this.#mustJoin = true;
    this.#joining = undefined;
    this.#syncing = undefined;
  }
}
