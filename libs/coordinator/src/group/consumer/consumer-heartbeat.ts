import { ErrorCode, KafkaError, type Logger, type Random } from '@ottla/model';
import type { ConsumerGroupHeartbeatRequest, ConsumerGroupHeartbeatResponseInput } from '@ottla/protocol';
import { appendErrorOf } from '../../runtime/append-error.ts';
import { javaAddress } from '../classic-member.ts';
import type { GroupStore } from '../group-store.ts';
import type { Call } from '../reply.ts';
import type { Turn } from '../turn.ts';
import { heldSince, holdsSame, isExactly, isWithin, NOTHING_HELD, partitionsOf, topicPartitionsOf } from './assignment.ts';
import type { ClassicMembers } from './classic-members.ts';
import { consumerSettings } from './consumer-config.ts';
import type { ConsumerDeadline } from './consumer-deadline.ts';
import type { ConsumerGroup } from './consumer-group.ts';
import { type ConsumerMember, JOIN_EPOCH, type MemberProgress, MemberState, STATIC_LEAVE_EPOCH } from './consumer-member.ts';
import type { HeartbeatBudget } from './heartbeat-budget.ts';
import { checkHeartbeat } from './heartbeat-request.ts';
import { type Membership, metadataAfter, progressRecord, sameSubscription } from './membership.ts';
import { reconcile } from './reconciliation.ts';
import type { Targets } from './targets.ts';
import type { TopicRegexes } from './topic-regexes.ts';
import type { Upgrade } from './upgrade.ts';

/** How long a group is not taken for settled after its targets changed. */
const RESTLESS_MS = 1_000;

export type HeartbeatCall = Call<ConsumerGroupHeartbeatRequest, ConsumerGroupHeartbeatResponseInput>;

export interface ConsumerHeartbeatParts {
  readonly store: GroupStore;
  readonly logger: Logger;
  readonly targets: Targets;
  readonly regexes: TopicRegexes;
  readonly membership: Membership;
  readonly upgrade: Upgrade;
  readonly classicMembers: ClassicMembers;
  readonly random: Random;
  readonly budget: HeartbeatBudget;
  /** Names this shard to the budget. */
  readonly shardName: string;
}

/**
 * ConsumerGroupHeartbeat (KIP-848): joins, stays, reports what it holds, leaves. Answered at once, never parked.
 *
 * Ordering: who the member is, then the targets, then its own step towards its target, each from what replay made of
 * the one before; the answer tells where that leaves it.
 */
export class ConsumerHeartbeat {
  readonly #parts: ConsumerHeartbeatParts;

  constructor(parts: ConsumerHeartbeatParts) {
    this.#parts = parts;
  }

  get membership(): Membership {
    return this.#parts.membership;
  }

  get classicMembers(): ClassicMembers {
    return this.#parts.classicMembers;
  }

  /** Throws KafkaError with the answer's error and message; nothing is changed then. */
  heartbeat({ request, version, clientId, clientAddress }: HeartbeatCall, turn: Turn): ConsumerGroupHeartbeatResponseInput {
    checkHeartbeat(request, version, turn.config.consumer);
    if (request.memberEpoch < JOIN_EPOCH) return this.#leave(request, turn);
    return this.#stay(request, clientId, javaAddress(clientAddress), turn);
  }

  #stay(request: ConsumerGroupHeartbeatRequest, clientId: string, clientHost: string, turn: Turn): ConsumerGroupHeartbeatResponseInput {
    const { store, membership, targets, regexes, upgrade, random } = this.#parts;
    const { groupId, memberEpoch, instanceId } = request;
    const isJoin = memberEpoch === JOIN_EPOCH;
    const formerState = store.get(groupId)?.state;
    const before = isJoin ? this.#groupToJoin(request, turn) : this.#groupOf(groupId);
    const epochBefore = before?.epoch;
    const memberId = request.memberId === '' ? random.uuid() : request.memberId;
    if (isJoin) membership.checkRoom(before, memberId, turn);
    const known = isJoin ? memberToJoin(before, memberId, instanceId) : memberOf(before, memberId, instanceId);
    if (!isJoin && known !== undefined) checkEpoch(known, memberEpoch, request.topicPartitions);
    this.#checkRegex(request);
    const progressBefore = known?.progress;
    const metadataBefore = known?.metadata;
    const wasClassic = known?.isClassic === true && known.memberId === memberId;
    const unresolved = before === undefined ? [] : regexes.unresolvedOf(before, turn);
    // The first that is written, and it may be refused: nothing may have changed by then.
    membership.put(groupId, memberId, metadataAfter(known?.metadata, request, clientId, clientHost), known, turn);

    const group = store.consumerGroup(groupId) as ConsumerGroup;
    if (regexes.resolveLater(group, unresolved, turn)) targets.refresh(group, turn);
    const member = group.members.get(memberId) as ConsumerMember;
    if (wasClassic) for (const deadline of [member.rejoin, member.sync]) store.deadlines.cancel(deadline);
    // A static member that comes back changes nothing by itself, though the group may have been converted in the middle of a rebalance.
    if (isJoin && group.epoch === epochBefore && formerState !== undefined && upgrade.isUnfinished(group, formerState)) targets.bump(group, groupId, group.subscribedTopics(), [], turn);
    targets.update(group, turn);
    const isChanged = metadataBefore !== undefined && !sameSubscription(metadataBefore, member.metadata);
    this.#step(group, member, request, isChanged, turn);
    this.#schedule(group, member, turn);

    const { progress } = member;
    const isFull = request.rebalanceTimeoutMs !== -1 && (request.subscribedTopicNames !== null || request.subscribedTopicRegex !== null) && request.topicPartitions !== null;
    const mustKnow = mustTell(member, progressBefore, request) || isJoin || isFull;
    return {
      throttleTimeMs: 0,
      errorCode: ErrorCode.NONE,
      memberId,
      memberEpoch: progress.memberEpoch,
      heartbeatIntervalMs: this.#intervalMs(group, member, turn),
      assignment: mustKnow ? { topicPartitions: topicPartitionsOf(partitionsOf(progress.assigned)) } : null,
    };
  }

  /** undefined: there is none yet. A classic group with members becomes one with the first member of this protocol. */
  #groupToJoin(request: ConsumerGroupHeartbeatRequest, turn: Turn): ConsumerGroup | undefined {
    const { store, upgrade } = this.#parts;
    const { groupId, memberId } = request;
    const classic = store.get(groupId);
    if (classic === undefined || classic.state === 'Empty') return store.consumerGroup(groupId);
    // Who is refused converts nothing.
    this.#checkRegex(request);
    return upgrade.convert(classic, memberId, turn);
  }

  /** Throws KafkaError(INVALID_REGULAR_EXPRESSION). */
  #checkRegex({ subscribedTopicRegex }: ConsumerGroupHeartbeatRequest): void {
    if (subscribedTopicRegex !== null && subscribedTopicRegex !== '') this.#parts.regexes.check(subscribedTopicRegex);
  }

  #groupOf(groupId: string, what = 'Consumer group'): ConsumerGroup {
    const group = this.#parts.store.consumerGroup(groupId);
    if (group !== undefined) return group;
    const isClassic = this.#parts.store.get(groupId) !== undefined;
    throw new KafkaError(ErrorCode.GROUP_ID_NOT_FOUND, isClassic ? `Group ${groupId} is not a consumer group.` : `${what} ${groupId} not found.`);
  }

  #step(group: ConsumerGroup, member: ConsumerMember, { memberEpoch, topicPartitions }: ConsumerGroupHeartbeatRequest, isChanged: boolean, turn: Turn): void {
    const next = reconcile(member.progress, {
      targetEpoch: group.assignmentEpoch,
      target: group.targetOf(member.memberId),
      // Who joins holds nothing, whatever it held before.
      owned: memberEpoch === JOIN_EPOCH ? [] : topicPartitions,
      isHeld: (topicId, partition) => group.isHeld(topicId, partition),
      subscribed: isChanged ? this.#parts.targets.topicIdsOf(group, member) : undefined,
    });
    if (next !== member.progress) turn.decision.append([progressRecord(group.groupId, member.memberId, next)]);
  }

  #schedule(group: ConsumerGroup, member: ConsumerMember, turn: Turn): void {
    const { deadlines } = this.#parts.store;
    const { monotonicMs } = turn.time;
    deadlines.schedule(member.session, monotonicMs + (member.sessionTimeoutMs ?? consumerSettings(turn.config.consumer, turn.config.groupConfigOf(group.groupId)).sessionTimeoutMs));
    if (member.progress.state !== MemberState.UNREVOKED_PARTITIONS) deadlines.cancel(member.revocation);
    else if (member.revocation.slot < 0) deadlines.schedule(member.revocation, monotonicMs + member.metadata.rebalanceTimeoutMs);
  }

  /** Where one change came others may follow, so also who is where it shall be asks more often for a while. */
  #intervalMs({ groupId, epoch, assignedAtMs }: ConsumerGroup, { progress }: ConsumerMember, turn: Turn): number {
    const { store, budget, shardName } = this.#parts;
    budget.report(shardName, store.consumerMemberCount, turn.time.monotonicMs);
    const isSettled = progress.state === MemberState.STABLE && progress.memberEpoch === epoch && turn.time.monotonicMs - assignedAtMs >= RESTLESS_MS;
    return budget.intervalMs(consumerSettings(turn.config.consumer, turn.config.groupConfigOf(groupId)).heartbeatIntervalMs, isSettled);
  }

  #leave({ groupId, memberId, memberEpoch, instanceId }: ConsumerGroupHeartbeatRequest, turn: Turn): ConsumerGroupHeartbeatResponseInput {
    const { store, membership } = this.#parts;
    const group = this.#groupOf(groupId, 'Group');
    const member = memberOf(group, memberId, instanceId);
    if (memberEpoch === STATIC_LEAVE_EPOCH) {
      // The instance is expected back within its session: its target and its partitions stay its own.
      const { progress } = member;
      turn.decision.append([progressRecord(groupId, member.memberId, { ...progress, memberEpoch: STATIC_LEAVE_EPOCH, state: MemberState.STABLE, assigned: heldSince(progress.assigned, JOIN_EPOCH), pendingRevocation: NOTHING_HELD })]);
      store.deadlines.cancel(member.revocation);
    } else {
      membership.remove(group, member, 'it left', turn);
    }
    return { throttleTimeMs: 0, errorCode: ErrorCode.NONE, memberId, memberEpoch, heartbeatIntervalMs: 0 };
  }

  /** A deadline of a group fired. */
  onDeadline({ what, consumerGroup: group, memberId }: ConsumerDeadline, turn: Turn): void {
    const { store, targets, membership } = this.#parts;
    if (store.consumerGroup(group.groupId) !== group) return;
    const member = group.members.get(memberId);
    this.#ifItFits(group, () => {
      if (what === 'assignment') targets.update(group, turn);
      else if (member !== undefined && what === 'session') membership.remove(group, member, 'it was silent for its session timeout', turn);
      else if (member !== undefined) membership.remove(group, member, what === 'revocation' ? 'it did not give partitions up within its rebalance timeout' : 'it did not rejoin or sync within its rebalance timeout', turn);
    });
    // Who could not be removed, since no batch holds what that takes, is looked at again.
    if (what !== 'assignment' && member !== undefined && group.members.get(memberId) === member) this.#schedule(group, member, turn);
  }

  /** After a load, or when topics changed: `names` are those that came, went or grew. */
  onTopicsChanged(names: readonly string[], turn: Turn): void {
    const { store, regexes, targets } = this.#parts;
    for (const group of store.consumerGroups()) {
      this.#ifItFits(group, () => {
        const isOther = regexes.refresh(group, names, turn);
        if (isOther || names.some((name) => group.isSubscribedTo(name))) targets.refresh(group, turn);
      });
    }
  }

  /** Sessions start now; targets that a crash kept from being written are computed. */
  onLoaded(turn: Turn): void {
    const { store, regexes, targets } = this.#parts;
    for (const group of store.consumerGroups()) {
      for (const member of group.members.values()) {
        // Its last answer may have gone down with the former owner.
        member.retells = member.progress.state === MemberState.STABLE ? 1 : Infinity;
        this.#schedule(group, member, turn);
      }
      this.#ifItFits(group, () => {
        regexes.refreshAll(group, turn);
        targets.refresh(group, turn);
        targets.update(group, turn);
      });
    }
  }

  /** For what no client asked for: if no batch holds it, the group stays as it is, rather than that the shard ends for all its groups. */
  #ifItFits({ groupId }: ConsumerGroup, step: () => void): void {
    try {
      step();
    } catch (error) {
      appendErrorOf(error);
      this.#parts.logger.warn('what a consumer group shall read fits into no batch; the group stays as it is', { group: groupId });
    }
  }
}

/**
 * Whether the answer tells the assignment because it changed, or because the member may not know that it did: librdkafka
 * gives a heartbeat no longer than the interval, and repeats it as it was. Who missed a change of the epoch still names the
 * one before; within an epoch the assignment is told until the member names all of it.
 */
function mustTell(member: ConsumerMember, before: MemberProgress | undefined, { memberEpoch: namedEpoch, topicPartitions }: ConsumerGroupHeartbeatRequest): boolean {
  const { memberEpoch, assigned } = member.progress;
  if (before === undefined || !holdsSame(before.assigned, assigned)) {
    member.retells = before?.memberEpoch === memberEpoch ? Infinity : 0;
    return true;
  }
  if (namedEpoch !== before.memberEpoch) return true;
  if (topicPartitions !== null && isExactly(topicPartitions, assigned)) member.retells = 0;
  if (member.retells === 0) return false;
  member.retells--;
  return true;
}

/** The member that joins, or whose instance's place it takes; undefined when it is new. */
function memberToJoin(group: ConsumerGroup | undefined, memberId: string, instanceId: string | null): ConsumerMember | undefined {
  if (instanceId === null) return group?.members.get(memberId);
  const current = group?.memberOfInstance(instanceId);
  // Also for its own member: whether that is alive shows when its session ends. A classic member says nothing when it goes.
  if (current !== undefined && !current.isClassic && current.progress.memberEpoch !== STATIC_LEAVE_EPOCH) {
    throw new KafkaError(ErrorCode.UNRELEASED_INSTANCE_ID, `Static member ${memberId} with instance id ${instanceId} cannot join the group because the instance id is owned by ${current.memberId} member.`);
  }
  // A dynamic member may become a static one when it joins again.
  return current ?? group?.members.get(memberId);
}

/** Throws UNKNOWN_MEMBER_ID and FENCED_INSTANCE_ID. */
export function memberOf(group: ConsumerGroup | undefined, memberId: string, instanceId: string | null): ConsumerMember {
  const groupId = group?.groupId ?? '';
  if (instanceId === null) {
    const member = group?.members.get(memberId);
    if (member === undefined) throw new KafkaError(ErrorCode.UNKNOWN_MEMBER_ID, `Member ${memberId} is not a member of group ${groupId}.`);
    return member;
  }
  const member = group?.memberOfInstance(instanceId);
  if (member === undefined) throw new KafkaError(ErrorCode.UNKNOWN_MEMBER_ID, `Instance id ${instanceId} is unknown.`);
  if (member.memberId !== memberId) {
    throw new KafkaError(ErrorCode.FENCED_INSTANCE_ID, `Static member ${memberId} with instance id ${instanceId} was fenced by member ${member.memberId}.`);
  }
  return member;
}

/** The epoch before is right too, once: its client may have missed the answer that took it further. */
function checkEpoch({ progress }: ConsumerMember, received: number, owned: ConsumerGroupHeartbeatRequest['topicPartitions']): void {
  if (received === progress.memberEpoch) return;
  if (received > progress.memberEpoch) {
    throw new KafkaError(ErrorCode.FENCED_MEMBER_EPOCH, `The consumer group member has a greater member epoch (${received}) than the one known by the group coordinator (${progress.memberEpoch}). The member must abandon all its partitions and rejoin.`);
  }
  if (received !== progress.previousMemberEpoch || owned === null || !isWithin(owned, progress.assigned)) {
    throw new KafkaError(ErrorCode.FENCED_MEMBER_EPOCH, `The consumer group member has a smaller member epoch (${received}) than the one known by the group coordinator (${progress.memberEpoch}). The member must abandon all its partitions and rejoin.`);
  }
}
