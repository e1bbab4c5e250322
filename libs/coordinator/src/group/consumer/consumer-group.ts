import type { ConsumerGroupMemberMetadataValue, ConsumerGroupRegularExpressionValue } from '@ottla/protocol';
import { ownBytes } from '../classic-member.ts';
import { GroupOffsets } from '../group-offsets.ts';
import { CONSUMER_PROTOCOL_TYPE } from '../subscribed-topics.ts';
import { type Assignment, assignmentFrom, type HeldPartitions, NO_PARTITIONS } from './assignment.ts';
import { ConsumerDeadline } from './consumer-deadline.ts';
import { ConsumerMember, type MemberProgress, MemberState, progressFrom } from './consumer-member.ts';
import type { ConsumerRecord } from './consumer-record.ts';
import type { MemberEpoch, PartitionIndex, Uuid } from './ids.ts';

/** States of a KIP-848 group in Kafka's words. */
export type ConsumerGroupState = 'Empty' | 'Assigning' | 'Reconciling' | 'Stable';

/** How many members want each of some strings. */
class Counts extends Map<string, number> {
  change(key: string, by: 1 | -1): void {
    const count = (this.get(key) ?? 0) + by;
    if (count === 0) this.delete(key);
    else this.set(key, count);
  }
}

/**
 * One KIP-848 group: members, epochs, targets, who holds which partition, committed offsets. Facts only; what follows
 * from them is decided elsewhere.
 *
 * Durable is all that `replay` sets. After compaction records may come in another order than they were written, so a
 * member is there from its first record of any kind.
 *
 * Invariant: a partition has at most one holder, among what members are assigned and what they have yet to give up.
 */
export class ConsumerGroup {
  readonly groupId: string;
  readonly offsets: GroupOffsets;
  readonly members = new Map<string, ConsumerMember>();
  readonly regexes = new Map<string, ConsumerGroupRegularExpressionValue>();
  readonly #targets = new Map<string, Assignment>();
  readonly #memberIdByInstance = new Map<string, string>();
  /** Topic -> partition -> epoch of the member that holds it. */
  readonly #holders = new Map<Uuid, Map<PartitionIndex, MemberEpoch>>();
  readonly #nameCounts = new Counts();
  readonly #regexCounts = new Counts();
  /** How many classic members know each protocol of theirs. */
  readonly #classicProtocolCounts = new Counts();
  #classicMemberCount = 0;
  epoch = 0;
  /** Of the topics that the group read when the epoch was set. */
  metadataHash = 0;
  assignmentEpoch = 0;

  // Soft.
  readonly assignmentDeadline: ConsumerDeadline;
  /** Monotonic milliseconds of the last computation of the targets. */
  assignedAtMs = -Infinity;
  /** Monotonic milliseconds up to which unresolved expressions are not looked up. */
  regexesRestUntilMs = -Infinity;

  constructor(groupId: string, offsets = new GroupOffsets()) {
    this.groupId = groupId;
    this.offsets = offsets;
    this.assignmentDeadline = new ConsumerDeadline('assignment', this);
  }

  get state(): ConsumerGroupState {
    if (this.members.size === 0) return 'Empty';
    if (this.epoch > this.assignmentEpoch) return 'Assigning';
    for (const { progress } of this.members.values()) {
      if (progress.state !== MemberState.STABLE || progress.memberEpoch !== this.assignmentEpoch) return 'Reconciling';
    }
    return 'Stable';
  }

  memberOfInstance(instanceId: string): ConsumerMember | undefined {
    const memberId = this.#memberIdByInstance.get(instanceId);
    return memberId === undefined ? undefined : this.members.get(memberId);
  }

  targetOf(memberId: string): Assignment {
    return this.#targets.get(memberId) ?? NO_PARTITIONS;
  }

  hasTarget(memberId: string): boolean {
    return this.#targets.has(memberId);
  }

  /** Whether any member holds the partition. */
  isHeld(topicId: Uuid, partition: PartitionIndex): boolean {
    return this.#holders.get(topicId)?.has(partition) === true;
  }

  /** Members that speak the classic protocol. */
  get classicMemberCount(): number {
    return this.#classicMemberCount;
  }

  /** Whether a classic member that offers these protocols fits in: all classic members know one of them. */
  supportsClassic(protocolType: string, names: readonly string[]): boolean {
    return protocolType === CONSUMER_PROTOCOL_TYPE && names.some((name) => (this.#classicProtocolCounts.get(name) ?? 0) === this.#classicMemberCount);
  }

  /** Whether somebody holds what the member shall have and has not. */
  isWaitingForOthers({ memberId, progress }: ConsumerMember): boolean {
    for (const [topicId, partitions] of this.targetOf(memberId)) {
      const has = progress.assigned.get(topicId);
      if (partitions.some((partition) => has?.has(partition) !== true && this.isHeld(topicId, partition))) return true;
    }
    return false;
  }

  /** How many members subscribe by this expression. */
  usersOfRegex(regex: string): number {
    return this.#regexCounts.get(regex) ?? 0;
  }

  isSubscribedTo(topic: string): boolean {
    if (this.#nameCounts.has(topic)) return true;
    for (const regex of this.#regexCounts.keys()) if (this.regexes.get(regex)?.topics.includes(topic) === true) return true;
    return false;
  }

  /**
   * The names of all topics that the group reads: also as it would be with `after` in the place of `before`, whose
   * expression stands for `regexTopics`.
   */
  subscribedTopics(change?: { readonly before: ConsumerGroupMemberMetadataValue | undefined; readonly after: ConsumerGroupMemberMetadataValue | undefined; readonly regexTopics: readonly string[] }): ReadonlySet<string> {
    const topics = new Set<string>();
    const isOnly = (counts: Counts, key: string, wanted: boolean): boolean => wanted && counts.get(key) === 1;
    for (const name of this.#nameCounts.keys()) if (!isOnly(this.#nameCounts, name, change?.before?.subscribedTopicNames.includes(name) === true)) topics.add(name);
    for (const regex of this.#regexCounts.keys()) {
      if (isOnly(this.#regexCounts, regex, change?.before?.subscribedTopicRegex === regex)) continue;
      for (const name of this.regexes.get(regex)?.topics ?? []) topics.add(name);
    }
    for (const name of change?.after?.subscribedTopicNames ?? []) topics.add(name);
    if ((change?.after?.subscribedTopicRegex ?? null) !== null) for (const name of change?.regexTopics ?? []) topics.add(name);
    return topics;
  }

  /** The names of all topics that the group reads once `leaving` are gone. */
  topicsWithout(leaving: readonly ConsumerMember[]): ReadonlySet<string> {
    const [only] = leaving;
    if (only !== undefined && leaving.length === 1) return this.subscribedTopics({ before: only.metadata, after: undefined, regexTopics: [] });
    const gone = new Set(leaving);
    const topics = new Set<string>();
    for (const member of this.members.values()) if (!gone.has(member)) for (const name of this.topicsOf(member)) topics.add(name);
    return topics;
  }

  /** The topics that one member reads. */
  topicsOf({ metadata }: ConsumerMember): ReadonlySet<string> {
    const regexTopics = metadata.subscribedTopicRegex === null ? [] : (this.regexes.get(metadata.subscribedTopicRegex)?.topics ?? []);
    return new Set([...metadata.subscribedTopicNames, ...regexTopics]);
  }

  /** Answers a member that this record removed. The record of the group's own end is not for the group. */
  replay(record: ConsumerRecord): ConsumerMember | undefined {
    switch (record.type) {
      case 'ConsumerGroupMetadata':
        this.epoch = record.value?.epoch ?? 0;
        this.metadataHash = record.value?.metadataHash ?? 0;
        return undefined;
      case 'ConsumerGroupMemberMetadata':
        if (record.value === null) return this.#remove(record.key.memberId);
        this.#setMetadata(this.#memberFor(record.key.memberId), record.value);
        return undefined;
      case 'ConsumerGroupTargetAssignmentMetadata':
        this.assignmentEpoch = record.value?.assignmentEpoch ?? 0;
        return undefined;
      case 'ConsumerGroupTargetAssignmentMember':
        if (record.value === null) this.#targets.delete(record.key.memberId);
        else this.#targets.set(record.key.memberId, assignmentFrom(record.value.topicPartitions));
        return undefined;
      case 'ConsumerGroupCurrentMemberAssignment':
        if (record.value !== null) this.#setProgress(this.#memberFor(record.key.memberId), progressFrom(record.value));
        else if (this.members.has(record.key.memberId)) this.#setProgress(this.#memberFor(record.key.memberId), progressFrom(null));
        return undefined;
      case 'ConsumerGroupRegularExpression':
        if (record.value === null) this.regexes.delete(record.key.regularExpression);
        else this.regexes.set(record.key.regularExpression, record.value);
        return undefined;
      case 'ConsumerGroupPartitionMetadata':
        return undefined;
    }
  }

  #memberFor(memberId: string): ConsumerMember {
    let member = this.members.get(memberId);
    if (member === undefined) {
      member = new ConsumerMember(this, memberId);
      this.members.set(memberId, member);
    }
    return member;
  }

  #remove(memberId: string): ConsumerMember | undefined {
    const member = this.members.get(memberId);
    if (member === undefined) return undefined;
    this.#setProgress(member, progressFrom(null));
    this.#countMetadata(member.metadata, -1);
    this.members.delete(memberId);
    const { instanceId } = member.metadata;
    if (instanceId !== null && this.#memberIdByInstance.get(instanceId) === memberId) this.#memberIdByInstance.delete(instanceId);
    return member;
  }

  #setMetadata(member: ConsumerMember, metadata: ConsumerGroupMemberMetadataValue): void {
    this.#countMetadata(member.metadata, -1);
    const { subscribedTopicRegex, classicMemberMetadata: classic } = metadata;
    const classicMemberMetadata = classic === null ? null : { ...classic, supportedProtocols: classic.supportedProtocols.map(({ name, metadata: bytes }) => ({ name, metadata: ownBytes(bytes) })) };
    member.metadata = { ...metadata, subscribedTopicRegex: subscribedTopicRegex === '' ? null : subscribedTopicRegex, classicMemberMetadata };
    this.#countMetadata(member.metadata, 1);
    if (metadata.instanceId !== null) this.#memberIdByInstance.set(metadata.instanceId, member.memberId);
  }

  #countMetadata({ subscribedTopicNames, subscribedTopicRegex, classicMemberMetadata }: ConsumerGroupMemberMetadataValue, by: 1 | -1): void {
    if (classicMemberMetadata !== null) {
      this.#classicMemberCount += by;
      for (const name of new Set(classicMemberMetadata.supportedProtocols.map((protocol) => protocol.name))) this.#classicProtocolCounts.change(name, by);
    }
    for (const name of subscribedTopicNames) this.#nameCounts.change(name, by);
    if (subscribedTopicRegex !== null) this.#regexCounts.change(subscribedTopicRegex, by);
  }

  #setProgress(member: ConsumerMember, progress: MemberProgress): void {
    this.#release(member.progress.assigned);
    this.#release(member.progress.pendingRevocation);
    member.progress = progress;
    this.#hold(progress.assigned, progress.memberEpoch);
    this.#hold(progress.pendingRevocation, progress.memberEpoch);
  }

  #hold(held: HeldPartitions, epoch: MemberEpoch): void {
    for (const [topicId, partitions] of held) {
      let holders = this.#holders.get(topicId);
      if (holders === undefined) this.#holders.set(topicId, (holders = new Map()));
      for (const partition of partitions.keys()) holders.set(partition, epoch);
    }
  }

  #release(held: HeldPartitions): void {
    for (const [topicId, partitions] of held) {
      const holders = this.#holders.get(topicId);
      if (holders === undefined) continue;
      for (const partition of partitions.keys()) holders.delete(partition);
      if (holders.size === 0) this.#holders.delete(topicId);
    }
  }
}
