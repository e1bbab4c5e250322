import { ErrorCode } from '@ottla/model';
import {
  ApiKeys,
  ConsumerProtocolSubscriptionCodec,
  type HeartbeatResponse,
  type JoinGroupRequestInput,
  type JoinGroupResponse,
  type LeaveGroupResponse,
  type OffsetCommitResponse,
  type SyncGroupRequestInput,
  type SyncGroupResponse,
  WireWriter,
} from '@ottla/protocol';
import type { Pending, ShardHarness } from './shard-harness.ts';

export const LATEST = { join: 9, sync: 5, heartbeat: 4, leave: 5, commit: 9 } as const;

/** The metadata of a consumer that subscribes to `topics`. */
export function subscription(...topics: string[]): Uint8Array {
  const writer = new WireWriter();
  writer.writeInt16(1);
  ConsumerProtocolSubscriptionCodec.encode(writer, { topics }, 1);
  return new Uint8Array(writer.finish());
}

export function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

export interface TestMemberOptions {
  readonly groupId?: string;
  readonly instanceId?: string;
  readonly protocols?: readonly string[];
  readonly topics?: readonly string[];
  readonly protocolType?: string;
  readonly sessionTimeoutMs?: number;
  readonly rebalanceTimeoutMs?: number;
  readonly joinVersion?: number;
}

/** A client that follows the classic protocol by hand, one request at a time. */
export class TestMember {
  readonly options: TestMemberOptions;
  readonly groupId: string;
  memberId = '';
  generation = -1;
  leader = '';
  protocolName: string | null = null;
  topics: readonly string[];
  readonly #harness: ShardHarness;

  constructor(harness: ShardHarness, options: TestMemberOptions = {}) {
    this.#harness = harness;
    this.options = options;
    this.groupId = options.groupId ?? 'g';
    this.topics = options.topics ?? ['t'];
  }

  get isLeader(): boolean {
    return this.leader !== '' && this.leader === this.memberId;
  }

  joinRequest(): JoinGroupRequestInput {
    const { protocols = ['range'], protocolType = 'consumer', sessionTimeoutMs = 10_000, rebalanceTimeoutMs = 60_000, instanceId = null } = this.options;
    return {
      groupId: this.groupId,
      sessionTimeoutMs,
      rebalanceTimeoutMs,
      memberId: this.memberId,
      groupInstanceId: instanceId,
      protocolType,
      protocols: protocols.map((name) => ({ name, metadata: subscription(...this.topics) })),
    };
  }

  /** Joins; a dynamic member without an id takes the one that it is given and joins again at once. */
  join(version: number = this.options.joinVersion ?? LATEST.join): Pending<JoinGroupResponse> {
    const pending = this.#harness.send(ApiKeys.JoinGroup, version, this.joinRequest());
    if (!pending.isAnswered || pending.answer.errorCode !== ErrorCode.MEMBER_ID_REQUIRED) return pending;
    this.memberId = pending.answer.memberId;
    return this.#harness.send(ApiKeys.JoinGroup, version, this.joinRequest());
  }

  /** Takes over what JoinGroup answered. */
  joined(pending: Pending<JoinGroupResponse>): JoinGroupResponse {
    const { errorCode, memberId, generationId, leader, protocolName } = pending.answer;
    if (errorCode !== ErrorCode.NONE) throw new Error(`JoinGroup failed with ${errorCode}`);
    this.memberId = memberId;
    this.generation = generationId;
    this.leader = leader;
    this.protocolName = protocolName;
    return pending.answer;
  }

  /** Syncs, as the leader with these assignments by member id. */
  sync(assignments: Readonly<Record<string, string>> = {}, changes: Partial<SyncGroupRequestInput> = {}): Pending<SyncGroupResponse> {
    return this.#harness.send(ApiKeys.SyncGroup, LATEST.sync, {
      groupId: this.groupId,
      generationId: this.generation,
      memberId: this.memberId,
      groupInstanceId: this.options.instanceId ?? null,
      protocolType: this.options.protocolType ?? 'consumer',
      protocolName: this.protocolName ?? 'range',
      assignments: Object.entries(assignments).map(([memberId, assignment]) => ({ memberId, assignment: bytes(assignment) })),
      ...changes,
    });
  }

  heartbeat(): HeartbeatResponse['errorCode'] {
    return this.#harness.send(ApiKeys.Heartbeat, LATEST.heartbeat, {
      groupId: this.groupId,
      generationId: this.generation,
      memberId: this.memberId,
      groupInstanceId: this.options.instanceId ?? null,
    }).answer.errorCode;
  }

  leave(): LeaveGroupResponse {
    return this.#harness.send(ApiKeys.LeaveGroup, LATEST.leave, {
      groupId: this.groupId,
      members: [{ memberId: this.memberId, groupInstanceId: this.options.instanceId ?? null }],
    }).answer;
  }

  /** Commits `offset` for partition 0 of `topic`; answers the partition's error. */
  commit(offset: number, topic = 't'): number | undefined {
    const answer: OffsetCommitResponse = this.#harness.send(ApiKeys.OffsetCommit, LATEST.commit, {
      groupId: this.groupId,
      generationIdOrMemberEpoch: this.generation,
      memberId: this.memberId,
      groupInstanceId: this.options.instanceId ?? null,
      topics: [{ name: topic, partitions: [{ partitionIndex: 0, committedOffset: offset, committedMetadata: '' }] }],
    }).answer;
    return answer.topics[0]?.partitions[0]?.errorCode;
  }
}

/** Lets `members` join and sync, until the group is stable with all of them. Each is assigned its own id. */
export function stabilize(harness: ShardHarness, ...members: TestMember[]): void {
  const joins = members.map((member) => member.join());
  harness.advance(0);
  for (const [index, member] of members.entries()) member.joined(joins[index] as Pending<JoinGroupResponse>);
  const assignments = Object.fromEntries(members.map(({ memberId }) => [memberId, memberId]));
  for (const member of members) member.sync(member.isLeader ? assignments : {});
}

/** The error code that a group-wide read of one partition's offset finds, or the offset. */
export function committedOffset(harness: ShardHarness, groupId = 'g', topic = 't', partition = 0): number {
  const { groups } = harness.send(ApiKeys.OffsetFetch, 9, { groups: [{ groupId, topics: [{ name: topic, partitionIndexes: [partition] }] }] }).answer;
  return groups[0]?.topics[0]?.partitions[0]?.committedOffset ?? NaN;
}
