import type { GroupMetadataValue } from '@ottla/protocol';
import { ErrorCode, NO_TIMESTAMP, type TimestampMs } from '@ottla/model';
import { ClassicMember, type MemberIdentity, type MemberProtocol, type MemberTerms, ownBytes, sameBytes } from './classic-member.ts';
import { selectProtocolOf } from './classic-protocols.ts';
import { Deadline } from './deadlines.ts';
import { GroupOffsets } from './group-offsets.ts';
import { CONSUMER_PROTOCOL_TYPE, topicsOf } from './subscribed-topics.ts';

/**
 * Kafka's states of a classic group:
 * Empty -> PreparingRebalance (members join) -> CompletingRebalance (the leader assigns) -> Stable, and from the
 * last two back to PreparingRebalance; a rebalance that nobody joins ends in Empty. A deleted group is Dead, and
 * no object stands for it.
 */
export type GroupState = 'Empty' | 'PreparingRebalance' | 'CompletingRebalance' | 'Stable';

const MAX_GENERATION = 0x7fffffff;

/**
 * One group: its members, its generation and its committed offsets. Facts only; when a rebalance starts and ends is
 * decided in rebalance.ts.
 *
 * Durable are the offsets and what `adopt` takes from a GroupMetadata record. Between two such records the members,
 * the generation and the state run ahead of the log while a rebalance is under way; after a reload the group is
 * where its last record put it, and clients find out by their generation.
 *
 * Ordering: `adopt` is called in replay only. Everything else here is soft and may be called in any decision.
 */
export class ClassicGroup {
  readonly groupId: string;
  readonly offsets: GroupOffsets;
  readonly joinDeadline: Deadline;
  readonly syncDeadline: Deadline;
  /** Ids given out that their clients have not joined with yet, with the deadline of each. */
  readonly pendingJoin = new Map<string, Deadline>();
  /** Members of this generation that have not sent SyncGroup. */
  readonly pendingSync = new Set<string>();

  state: GroupState = 'Empty';
  generation = 0;
  /** null until a first member joins: a simple group, which only commits offsets. */
  protocolType: string | null = null;
  protocolName: string | null = null;
  leaderId: string | null = null;
  /** Wall clock time of the last record, the one that emptied the group for an empty group; -1 when unknown. */
  stateTimestamp: TimestampMs = NO_TIMESTAMP;
  /** Topics that this generation's members read; undefined when that cannot be told. */
  subscribedTopics: ReadonlySet<string> | undefined;

  /** The rebalance under way began with an empty group and may be delayed for more members. */
  isInitialRebalance = false;
  /** A member came since the initial rebalance was last delayed. */
  newMemberAdded = false;
  /** How long the initial rebalance waits this time, and how much longer it may be put off. */
  initialDelayMs = 0;
  initialRemainingMs = 0;

  readonly #members = new Map<string, ClassicMember>();
  readonly #memberIdByInstance = new Map<string, string>();
  /** How many members know each protocol. */
  readonly #supporters = new Map<string, number>();
  #joiningCount = 0;

  constructor(groupId: string, offsets = new GroupOffsets()) {
    this.groupId = groupId;
    this.offsets = offsets;
    this.joinDeadline = new Deadline('join', this);
    this.syncDeadline = new Deadline('sync', this);
  }

  get size(): number {
    return this.#members.size;
  }

  /** Members whose JoinGroup is parked. */
  get joiningCount(): number {
    return this.#joiningCount;
  }

  get hasAllMembersJoined(): boolean {
    return this.#joiningCount === this.#members.size && this.pendingJoin.size === 0;
  }

  get isConsumerGroup(): boolean {
    return this.protocolType === CONSUMER_PROTOCOL_TYPE;
  }

  get nextGeneration(): number {
    return this.generation === MAX_GENERATION ? 0 : this.generation + 1;
  }

  member(memberId: string): ClassicMember | undefined {
    return this.#members.get(memberId);
  }

  /** In the order in which they came. */
  members(): MapIterator<ClassicMember> {
    return this.#members.values();
  }

  memberIdOf(groupInstanceId: string): string | undefined {
    return this.#memberIdByInstance.get(groupInstanceId);
  }

  /** The error that a request under this identity gets; NONE for a member. */
  checkMember(memberId: string, groupInstanceId: string | null): ErrorCode {
    if (groupInstanceId !== null) {
      const current = this.#memberIdByInstance.get(groupInstanceId);
      if (current === undefined) return ErrorCode.UNKNOWN_MEMBER_ID;
      if (current !== memberId) return ErrorCode.FENCED_INSTANCE_ID;
    }
    return this.#members.has(memberId) ? ErrorCode.NONE : ErrorCode.UNKNOWN_MEMBER_ID;
  }

  /** Adds a member; the first one sets the protocol type and leads. */
  add(identity: MemberIdentity, terms: MemberTerms, protocolType: string): ClassicMember {
    if (this.#members.size === 0) this.protocolType = protocolType;
    this.leaderId ??= identity.memberId;
    return this.#insert(new ClassicMember(this, identity, terms));
  }

  #insert(member: ClassicMember): ClassicMember {
    this.#members.set(member.memberId, member);
    if (member.groupInstanceId !== null) this.#memberIdByInstance.set(member.groupInstanceId, member.memberId);
    this.#count(member.protocols, 1);
    return member;
  }

  /** Takes the member out; another one leads when it did. Its parked requests must be answered already. */
  remove(member: ClassicMember): void {
    if (!this.#members.delete(member.memberId)) return;
    this.#count(member.protocols, -1);
    if (member.joining !== undefined) this.#joiningCount--;
    if (member.groupInstanceId !== null) this.#memberIdByInstance.delete(member.groupInstanceId);
    if (this.leaderId === member.memberId) this.leaderId = this.#members.keys().next().value ?? null;
    this.pendingSync.delete(member.memberId);
  }

  /** A static member came back: the same member under another id. Answers the new one; the old one is out. */
  replaceStatic(old: ClassicMember, memberId: string, terms: MemberTerms): ClassicMember {
    const wasLeader = this.leaderId === old.memberId;
    this.remove(old);
    const member = this.#insert(new ClassicMember(this, { ...identityOf(old), memberId }, terms));
    member.assignment = old.assignment;
    member.lastAssignment = old.lastAssignment;
    if (wasLeader) this.leaderId = memberId;
    return member;
  }

  /** Sets what a member joined with. */
  update(member: ClassicMember, terms: MemberTerms): void {
    this.#count(member.protocols, -1);
    member.protocols = terms.protocols;
    this.#count(member.protocols, 1);
    member.rebalanceTimeoutMs = terms.rebalanceTimeoutMs;
    member.sessionTimeoutMs = terms.sessionTimeoutMs;
  }

  /** Parks or unparks (undefined) the member's JoinGroup. */
  setJoining(member: ClassicMember, reply: ClassicMember['joining']): void {
    if (member.joining === undefined && reply !== undefined) this.#joiningCount++;
    if (member.joining !== undefined && reply === undefined) this.#joiningCount--;
    member.joining = reply;
  }

  #count(protocols: readonly MemberProtocol[], change: 1 | -1): void {
    for (const name of new Set(protocols.map((protocol) => protocol.name))) {
      const count = (this.#supporters.get(name) ?? 0) + change;
      if (count === 0) this.#supporters.delete(name);
      else this.#supporters.set(name, count);
    }
  }

  /** Whether a member with these protocols fits beside those that are there: one protocol is known to all. */
  supports(protocolType: string, protocols: readonly MemberProtocol[]): boolean {
    if (this.state === 'Empty') return protocolType !== '' && protocols.length > 0;
    return this.protocolType === protocolType && protocols.some(({ name }) => (this.#supporters.get(name) ?? 0) === this.#members.size);
  }

  /** The protocol that most members prefer among those that all know; null in an empty group. */
  selectProtocol(): string | null {
    return selectProtocolOf([...this.#members.values()].map(({ protocols }) => protocols.map(({ name }) => name)));
  }

  /** Makes sure that the leader is among those who joined. Answers whether there is such a leader. */
  electJoinedLeader(): boolean {
    if (this.leaderId === null) return false;
    if (this.#members.get(this.leaderId)?.joining !== undefined) return true;
    for (const member of this.#members.values()) {
      if (member.joining === undefined) continue;
      this.leaderId = member.memberId;
      return true;
    }
    return false;
  }

  /** The longest that any member wants others to wait for it. */
  rebalanceTimeoutMs(): number {
    let longest = 0;
    for (const member of this.#members.values()) longest = Math.max(longest, member.rebalanceTimeoutMs);
    return longest;
  }

  /** Everyone who will be there has joined: the leader assigns under the next generation. */
  beginGeneration(): void {
    this.generation = this.nextGeneration;
    this.protocolName = this.selectProtocol();
    this.#refreshSubscribedTopics();
    this.state = 'CompletingRebalance';
    this.pendingSync.clear();
    for (const memberId of this.#members.keys()) this.pendingSync.add(memberId);
  }

  /** The leader's assignment is appended and replayed, and holds once it is committed. */
  awaitCommit(): void {
    this.state = 'CompletingRebalance';
  }

  /** Whether offsets of `topic` are in use by a member, or may be. */
  isSubscribedTo(topic: string): boolean {
    return this.subscribedTopics === undefined ? this.isConsumerGroup : this.subscribedTopics.has(topic);
  }

  #refreshSubscribedTopics(): void {
    if (!this.isConsumerGroup) this.subscribedTopics = undefined;
    else if (this.#members.size === 0) this.subscribedTopics = new Set();
    else if (this.protocolName === null) this.subscribedTopics = undefined;
    else this.subscribedTopics = topicsOf([...this.#members.values()].map((member) => member.metadataOf(this.protocolName)));
  }

  /**
   * Takes over what a GroupMetadata record says. Members that it does not name are out, and answered; members that
   * are there already keep their soft state.
   */
  adopt(value: GroupMetadataValue): readonly ClassicMember[] {
    const named = new Set(value.members.map((member) => member.memberId));
    const removed = [...this.#members.values()].filter((member) => !named.has(member.memberId));
    for (const member of removed) this.remove(member);
    for (const record of value.members) {
      const { memberId, groupInstanceId, clientId, clientHost, sessionTimeout } = record;
      const known = this.#members.get(memberId);
      const terms: MemberTerms = {
        // Version 0 of the record had no rebalance timeout.
        rebalanceTimeoutMs: record.rebalanceTimeout === -1 ? sessionTimeout : record.rebalanceTimeout,
        sessionTimeoutMs: sessionTimeout,
        protocols: protocolsAfter(known, value.protocol ?? '', record.subscription),
      };
      const member = known ?? this.#insert(new ClassicMember(this, { memberId, groupInstanceId, clientId, clientHost }, terms));
      this.update(member, terms);
      member.assignment = ownBytes(record.assignment);
      member.lastAssignment = member.assignment;
    }
    this.protocolType = value.protocolType === '' ? null : value.protocolType;
    this.generation = value.generation;
    this.protocolName = value.protocol;
    this.leaderId = this.#members.size === 0 ? null : value.leader;
    this.stateTimestamp = value.currentStateTimestamp;
    this.state = this.#members.size === 0 ? 'Empty' : 'Stable';
    this.isInitialRebalance = false;
    this.#refreshSubscribedTopics();
    return removed;
  }

  /** The record of this group under `assignmentOf`, as of `stateTimestamp`. */
  toRecordValue(stateTimestamp: TimestampMs, assignmentOf: (member: ClassicMember) => Uint8Array): GroupMetadataValue {
    return {
      protocolType: this.protocolType ?? '',
      generation: this.generation,
      protocol: this.protocolName,
      leader: this.leaderId,
      currentStateTimestamp: stateTimestamp,
      members: [...this.#members.values()].map((member) => ({
        ...identityOf(member),
        rebalanceTimeout: member.rebalanceTimeoutMs,
        sessionTimeout: member.sessionTimeoutMs,
        subscription: member.metadataOf(this.protocolName),
        assignment: assignmentOf(member),
      })),
    };
  }
}

function identityOf({ memberId, groupInstanceId, clientId, clientHost }: ClassicMember): MemberIdentity {
  return { memberId, groupInstanceId, clientId, clientHost };
}

/** A record knows only the selected protocol: the others of a member stay while the record agrees with what it joined with. */
function protocolsAfter(known: ClassicMember | undefined, name: string, subscription: Uint8Array): readonly MemberProtocol[] {
  const current = known?.protocols.find((protocol) => protocol.name === name);
  if (known !== undefined && current !== undefined && sameBytes(current.metadata, subscription)) return known.protocols;
  return [{ name, metadata: ownBytes(subscription) }];
}
