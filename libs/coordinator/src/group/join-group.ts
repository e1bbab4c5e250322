import { ErrorCode, type Logger, type Random } from '@ottla/model';
import type { JoinGroupRequest, JoinGroupResponseInput } from '@ottla/protocol';
import { appendErrorOf } from '../runtime/append-error.ts';
import type { ClassicGroup } from './classic-group.ts';
import { type ClassicMember, javaAddress, type MemberTerms, ownBytes } from './classic-member.ts';
import type { ClassicMembers } from './consumer/classic-members.ts';
import { groupTombstones } from './consumer/consumer-record.ts';
import { groupMetadata } from './group-record.ts';
import type { GroupStore } from './group-store.ts';
import { FIRST_VERSION_WITH_MEMBER_ID_REQUIRED, newMemberId } from './member-id.ts';
import { joinAnswer, joinError, memberList, NO_LEADER, type Rebalance } from './rebalance.ts';
import type { Call } from './reply.ts';
import type { Turn } from './turn.ts';

export type JoinCall = Call<JoinGroupRequest, JoinGroupResponseInput>;

/** From here on a static leader may be told that it leads and need not assign (KIP-814). */
const FIRST_VERSION_WITH_SKIP_ASSIGNMENT = 9;
/** A client that waits for its first generation has no id to send heartbeats with; it is given up after this time. */
const NEW_MEMBER_JOIN_TIMEOUT_MS = 5 * 60_000;

/**
 * JoinGroup: who may join, under which id, and whether that starts a rebalance.
 *
 * Ordering: the record of a new group is appended before its first member is noted, and a static member's new id
 * is in the log before the answer that carries it.
 */
export class JoinGroup {
  readonly #store: GroupStore;
  readonly #rebalance: Rebalance;
  readonly #classicMembers: ClassicMembers;
  readonly #random: Random;
  readonly #logger: Logger;

  constructor(store: GroupStore, rebalance: Rebalance, classicMembers: ClassicMembers, random: Random, logger: Logger) {
    this.#store = store;
    this.#rebalance = rebalance;
    this.#classicMembers = classicMembers;
    this.#random = random;
    this.#logger = logger;
  }

  join(call: JoinCall, turn: Turn): void {
    const { groupId, memberId, protocolType, protocols } = call.request;
    const consumerGroup = this.#store.consumerGroup(groupId);
    if (consumerGroup !== undefined && consumerGroup.members.size > 0) {
      this.#classicMembers.join(consumerGroup, call, turn);
      return;
    }
    const group = this.#store.get(groupId) ?? (memberId === '' ? this.#createGroup(groupId, turn) : undefined);
    if (group === undefined) {
      call.reply.answer(turn, joinError(ErrorCode.UNKNOWN_MEMBER_ID, memberId));
    } else if (!this.#hasRoom(group, memberId, turn)) {
      this.#refuseForSize(group, call, turn);
    } else if (!group.supports(protocolType, protocols)) {
      call.reply.answer(turn, joinError(ErrorCode.INCONSISTENT_GROUP_PROTOCOL, memberId));
    } else if (memberId === '') {
      this.#joinNew(group, call, turn);
    } else {
      this.#joinKnown(group, call, turn);
    }
  }

  /** A group exists from its first record on, before anyone is in it. */
  #createGroup(groupId: string, turn: Turn): ClassicGroup | undefined {
    const value = { protocolType: '', generation: 0, protocol: null, leader: null, currentStateTimestamp: turn.time.wallMs, members: [] };
    // An empty KIP-848 group becomes a classic group of the same offsets.
    const former = this.#store.consumerGroup(groupId);
    turn.decision.append([...(former === undefined ? [] : groupTombstones(groupId, former.regexes.keys())), groupMetadata(groupId, value)]);
    return this.#store.get(groupId);
  }

  /** While members join, those that came first are in, and the last to come back of a group that is too large are out. */
  #hasRoom(group: ClassicGroup, memberId: string, turn: Turn): boolean {
    const { groupMaxSize } = turn.config;
    const member = group.member(memberId);
    switch (group.state) {
      case 'Empty':
        return true;
      case 'PreparingRebalance':
        return member?.joining !== undefined || group.joiningCount < groupMaxSize;
      case 'CompletingRebalance':
      case 'Stable':
        return member !== undefined || group.size < groupMaxSize;
    }
  }

  #refuseForSize(group: ClassicGroup, call: JoinCall, turn: Turn): void {
    call.reply.answer(turn, joinError(ErrorCode.GROUP_MAX_SIZE_REACHED, ''));
    const member = group.member(call.request.memberId);
    this.#store.removePendingMember(group, call.request.memberId);
    if (member !== undefined) this.#rebalance.remove(group, member, turn);
    this.#rebalance.maybeComplete(group, turn);
  }

  /** A client without a member id: a dynamic member that starts, or a static member that starts again. */
  #joinNew(group: ClassicGroup, call: JoinCall, turn: Turn): void {
    const { groupInstanceId, sessionTimeoutMs } = call.request;
    const memberId = newMemberId(this.#random, call.clientId, groupInstanceId);
    const current = groupInstanceId === null ? undefined : group.member(group.memberIdOf(groupInstanceId) ?? '');
    if (current !== undefined) {
      this.#replaceStatic(group, current, memberId, call, turn);
    } else if (groupInstanceId === null && call.version >= FIRST_VERSION_WITH_MEMBER_ID_REQUIRED) {
      this.#store.addPendingMember(group, memberId, turn.time.monotonicMs + sessionTimeoutMs);
      call.reply.answer(turn, joinError(ErrorCode.MEMBER_ID_REQUIRED, memberId));
    } else {
      this.#addMember(group, memberId, call, turn);
    }
  }

  #addMember(group: ClassicGroup, memberId: string, call: JoinCall, turn: Turn): void {
    const { groupInstanceId, protocolType, reason } = call.request;
    const identity = { memberId, groupInstanceId, clientId: call.clientId, clientHost: javaAddress(call.clientAddress) };
    const member = group.add(identity, termsOf(call.request), protocolType);
    member.isNew = true;
    if (group.isInitialRebalance) group.newMemberAdded = true;
    this.#park(group, member, call, turn);
    this.#rebalance.renewSession(member, turn, NEW_MEMBER_JOIN_TIMEOUT_MS);
    this.#rebalance.prepareOrComplete(group, `member ${memberId} joined: ${reason ?? 'no reason given'}`, turn);
  }

  /** Takes the request's place among the parked; an earlier request of the same member, lost by its client, is ended. */
  #park(group: ClassicGroup, member: ClassicMember, call: JoinCall, turn: Turn): void {
    this.#rebalance.answerJoining(group, member, joinError(ErrorCode.REBALANCE_IN_PROGRESS, member.memberId), turn);
    group.setJoining(member, call.reply);
    call.reply.park();
  }

  /** A client with a member id: one that was just given it, or a member that joins again. */
  #joinKnown(group: ClassicGroup, call: JoinCall, turn: Turn): void {
    const { memberId, groupInstanceId } = call.request;
    if (group.pendingJoin.has(memberId)) {
      // Only dynamic members are given an id before they join.
      if (groupInstanceId !== null) {
        call.reply.answer(turn, joinError(ErrorCode.UNKNOWN_SERVER_ERROR, ''));
        return;
      }
      this.#store.removePendingMember(group, memberId);
      this.#addMember(group, memberId, call, turn);
      return;
    }
    const error = group.checkMember(memberId, groupInstanceId);
    const member = group.member(memberId);
    if (error !== ErrorCode.NONE || member === undefined) {
      call.reply.answer(turn, joinError(error, memberId));
    } else {
      this.#rejoin(group, member, call, turn);
    }
  }

  #rejoin(group: ClassicGroup, member: ClassicMember, call: JoinCall, turn: Turn): void {
    const { request } = call;
    // A leader joins again when something changed that it assigns by, such as a topic's partitions.
    const mustRebalance =
      group.state === 'PreparingRebalance' ||
      !member.matches(request.protocols) ||
      (group.state === 'Stable' && group.leaderId === member.memberId);
    if (!mustRebalance) {
      // It may have missed the answer to its last JoinGroup, so it is told again.
      call.reply.answer(turn, joinAnswer(group, member));
      return;
    }
    group.update(member, termsOf(request));
    this.#park(group, member, call, turn);
    this.#rebalance.prepareOrComplete(group, `member ${member.memberId} joined again: ${request.reason ?? 'no reason given'}`, turn);
  }

  /** KIP-345: the instance came back; whoever still acts under its old member id is fenced. */
  #replaceStatic(group: ClassicGroup, old: ClassicMember, memberId: string, call: JoinCall, turn: Turn): void {
    this.#rebalance.answerJoining(group, old, joinError(ErrorCode.FENCED_INSTANCE_ID, old.memberId), turn);
    this.#rebalance.answerSyncing(old, ErrorCode.FENCED_INSTANCE_ID, turn);
    const oldLeaderId = group.leaderId;
    const member = group.replaceStatic(old, memberId, termsOf(call.request));
    this.#store.deadlines.cancel(old.session);
    this.#rebalance.renewSession(member, turn);
    this.#rebalance.onSynced(group, old.memberId);
    if (group.state === 'Stable' && group.selectProtocol() === group.protocolName) {
      this.#keepGeneration(group, old, member, oldLeaderId, call, turn);
      return;
    }
    this.#park(group, member, call, turn);
    // While the leader assigns it does so for the old id, so the assignment would miss the new one.
    if (group.state === 'PreparingRebalance') this.#rebalance.maybeComplete(group, turn);
    else this.#rebalance.prepare(group, `static member ${memberId} came back: ${call.request.reason ?? 'no reason given'}`, turn);
  }

  /** The assignment stays good: the new id is written down, and no one else notices. */
  #keepGeneration(group: ClassicGroup, old: ClassicMember, member: ClassicMember, oldLeaderId: string | null, call: JoinCall, turn: Turn): void {
    try {
      turn.decision.append([groupMetadata(group.groupId, group.toRecordValue(turn.time.wallMs, ({ assignment }) => assignment))]);
    } catch (error) {
      const errorCode = appendErrorOf(error);
      this.#store.deadlines.cancel(member.session);
      this.#rebalance.renewSession(group.replaceStatic(member, old.memberId, old), turn);
      call.reply.answer(turn, joinError(errorCode, ''));
      return;
    }
    this.#logger.info('a static member came back to its assignment', { group: group.groupId, member: member.memberId });
    const isLeader = group.leaderId === member.memberId;
    const answer = joinAnswer(group, member);
    if (call.version >= FIRST_VERSION_WITH_SKIP_ASSIGNMENT) {
      call.reply.answer(turn, { ...answer, members: isLeader ? memberList(group) : [], skipAssignment: isLeader });
    } else {
      // An old client that hears that it leads would assign anew: it is shown the leader that it was.
      call.reply.answer(turn, { ...answer, members: [], leader: oldLeaderId ?? NO_LEADER });
    }
  }
}

function termsOf({ rebalanceTimeoutMs, sessionTimeoutMs, protocols }: JoinGroupRequest): MemberTerms {
  return {
    // Version 0 has no rebalance timeout.
    rebalanceTimeoutMs: rebalanceTimeoutMs === -1 ? sessionTimeoutMs : rebalanceTimeoutMs,
    sessionTimeoutMs,
    protocols: protocols.map(({ name, metadata }) => ({ name, metadata: ownBytes(metadata) })),
  };
}
