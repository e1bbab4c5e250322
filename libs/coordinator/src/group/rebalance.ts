import { ErrorCode, type Logger } from '@ottla/model';
import type { JoinGroupResponseInput } from '@ottla/protocol';
import type { ClassicGroup } from './classic-group.ts';
import { NO_ASSIGNMENT, type ClassicMember } from './classic-member.ts';
import { groupMetadata } from './group-record.ts';
import type { GroupStore } from './group-store.ts';
import type { Turn } from './turn.ts';

/** Leader of an answer that names none. */
export const NO_LEADER = '';
/** A JoinGroup answer's generation when there is none. */
const NO_GENERATION = -1;

/** An answer to JoinGroup that is an error. */
export function joinError(errorCode: ErrorCode, memberId: string): JoinGroupResponseInput {
  return { errorCode, memberId, generationId: NO_GENERATION, protocolType: null, protocolName: null, leader: NO_LEADER, members: [] };
}

/** The answer to a member of the group's current generation; the leader gets everyone's metadata. */
export function joinAnswer(group: ClassicGroup, member: ClassicMember): JoinGroupResponseInput {
  return {
    errorCode: ErrorCode.NONE,
    memberId: member.memberId,
    generationId: group.generation,
    protocolType: group.protocolType,
    protocolName: group.protocolName,
    leader: group.leaderId ?? NO_LEADER,
    members: group.leaderId === member.memberId ? memberList(group) : [],
  };
}

export function memberList(group: ClassicGroup): JoinGroupResponseInput['members'] {
  return [...group.members()].map((member) => ({
    memberId: member.memberId,
    groupInstanceId: member.groupInstanceId,
    metadata: member.metadataOf(group.protocolName),
  }));
}

/**
 * When a rebalance of a classic group begins, how long it waits, and how it ends. All of it is soft but the record
 * of a group that ends up empty; the record of a new assignment is SyncGroup's.
 *
 * Ordering: a member's parked requests are answered before it is removed; a deadline that lost its point is
 * cancelled where that happens, so a deadline that fires is never stale.
 */
export class Rebalance {
  readonly #store: GroupStore;
  readonly #logger: Logger;

  constructor(store: GroupStore, logger: Logger) {
    this.#store = store;
    this.#logger = logger;
  }

  /** The member is alive: its session starts anew. */
  renewSession(member: ClassicMember, turn: Turn, timeoutMs: number = member.sessionTimeoutMs): void {
    this.#store.deadlines.schedule(member.session, turn.time.monotonicMs + timeoutMs);
  }

  /** Takes a member out, after answering what it has parked with UNKNOWN_MEMBER_ID: if it is alive it comes back as a new one. */
  remove(group: ClassicGroup, member: ClassicMember, turn: Turn): void {
    this.answerJoining(group, member, joinError(ErrorCode.UNKNOWN_MEMBER_ID, ''), turn);
    this.answerSyncing(member, ErrorCode.UNKNOWN_MEMBER_ID, turn);
    group.remove(member);
    this.#store.deadlines.cancel(member.session);
  }

  answerJoining(group: ClassicGroup, member: ClassicMember, response: JoinGroupResponseInput, turn: Turn): void {
    const reply = member.joining;
    group.setJoining(member, undefined);
    reply?.answer(turn, response);
  }

  answerSyncing(member: ClassicMember, errorCode: ErrorCode, turn: Turn): void {
    const reply = member.syncing;
    member.syncing = undefined;
    reply?.answer(turn, { errorCode, protocolType: null, protocolName: null, assignment: NO_ASSIGNMENT });
  }

  /** Something changed that the members' assignment depends on: starts a rebalance, or goes on with the one under way. */
  prepareOrComplete(group: ClassicGroup, reason: string, turn: Turn): void {
    if (group.state === 'PreparingRebalance') this.maybeComplete(group, turn);
    else this.prepare(group, reason, turn);
  }

  /** Starts a rebalance. Members that wait for an assignment are sent back to join. */
  prepare(group: ClassicGroup, reason: string, turn: Turn): void {
    if (group.state === 'CompletingRebalance') this.#withdrawAssignment(group, ErrorCode.REBALANCE_IN_PROGRESS, turn);
    group.pendingSync.clear();
    this.#store.deadlines.cancel(group.syncDeadline);
    group.isInitialRebalance = group.state === 'Empty';
    group.newMemberAdded = false;
    group.state = 'PreparingRebalance';
    this.#logger.info('preparing to rebalance a group', { group: group.groupId, generation: group.generation, reason });
    if (group.isInitialRebalance) {
      const delayMs = turn.config.groupInitialRebalanceDelayMs;
      group.initialDelayMs = delayMs;
      group.initialRemainingMs = Math.max(group.rebalanceTimeoutMs() - delayMs, 0);
      this.#store.deadlines.schedule(group.joinDeadline, turn.time.monotonicMs + delayMs);
    } else if (group.hasAllMembersJoined) {
      this.completeJoin(group, turn);
    } else {
      this.#waitForMembers(group, turn);
    }
  }

  /** Answers every parked SyncGroup with `errorCode`. */
  #withdrawAssignment(group: ClassicGroup, errorCode: ErrorCode, turn: Turn): void {
    for (const member of group.members()) {
      member.assignment = NO_ASSIGNMENT;
      if (member.syncing === undefined) continue;
      this.answerSyncing(member, errorCode, turn);
      this.renewSession(member, turn);
    }
  }

  /** The leader's assignment could not be stored: the members hear of `errorCode`, and join again. */
  failAssignment(group: ClassicGroup, errorCode: ErrorCode, turn: Turn): void {
    this.#withdrawAssignment(group, errorCode, turn);
    this.prepare(group, 'the assignment could not be stored', turn);
  }

  #waitForMembers(group: ClassicGroup, turn: Turn): void {
    this.#store.deadlines.schedule(group.joinDeadline, turn.time.monotonicMs + group.rebalanceTimeoutMs());
  }

  /** Ends the joining when nobody is left to wait for. An initial rebalance always waits out its delay. */
  maybeComplete(group: ClassicGroup, turn: Turn): void {
    if (group.state === 'PreparingRebalance' && !group.isInitialRebalance && group.hasAllMembersJoined) this.completeJoin(group, turn);
  }

  /** As `maybeComplete` after a member went, which ends an initial rebalance too. */
  completeAfterRemoval(group: ClassicGroup, turn: Turn): void {
    if (group.state === 'PreparingRebalance' && group.hasAllMembersJoined) this.completeJoin(group, turn);
  }

  /** The join deadline fired. */
  onJoinDeadline(group: ClassicGroup, turn: Turn): void {
    if (group.state !== 'PreparingRebalance') return;
    if (!group.isInitialRebalance || !group.newMemberAdded || group.initialRemainingMs === 0) {
      this.completeJoin(group, turn);
      return;
    }
    // Members keep coming to a new group: wait for more of them, at most for their rebalance timeout in all.
    const delayMs = Math.min(turn.config.groupInitialRebalanceDelayMs, group.initialRemainingMs);
    group.newMemberAdded = false;
    group.initialRemainingMs = Math.max(group.initialRemainingMs - group.initialDelayMs, 0);
    group.initialDelayMs = delayMs;
    this.#store.deadlines.schedule(group.joinDeadline, turn.time.monotonicMs + delayMs);
  }

  /**
   * Ends the joining. Dynamic members that did not come are out; static members may still come back and keep their
   * place. With nobody there at all, the wait goes on until sessions have removed the members.
   */
  completeJoin(group: ClassicGroup, turn: Turn): void {
    this.#store.deadlines.cancel(group.joinDeadline);
    for (const member of group.members()) {
      if (member.joining === undefined && !member.isStatic) this.remove(group, member, turn);
    }
    if (group.size === 0) {
      this.#becomeEmpty(group, turn);
    } else if (!group.electJoinedLeader()) {
      this.#logger.info('nobody joined the rebalance of a group', { group: group.groupId, generation: group.generation });
      this.#waitForMembers(group, turn);
    } else {
      this.#startGeneration(group, turn);
    }
  }

  /** Nothing is lost when this record is: the members of the generation before it expire after a reload. */
  #becomeEmpty(group: ClassicGroup, turn: Turn): void {
    const { protocolType, nextGeneration } = group;
    const value = {
      protocolType: protocolType ?? '',
      generation: nextGeneration,
      protocol: null,
      leader: null,
      currentStateTimestamp: turn.time.wallMs,
      members: [],
    };
    turn.decision.append([groupMetadata(group.groupId, value)]);
    this.#logger.info('a group is empty', { group: group.groupId, generation: nextGeneration });
  }

  #startGeneration(group: ClassicGroup, turn: Turn): void {
    group.isInitialRebalance = false;
    group.beginGeneration();
    for (const member of group.members()) {
      this.answerJoining(group, member, joinAnswer(group, member), turn);
      this.renewSession(member, turn);
      member.isNew = false;
    }
    this.#store.deadlines.schedule(group.syncDeadline, turn.time.monotonicMs + group.rebalanceTimeoutMs());
    this.#logger.info('a group began a generation', { group: group.groupId, generation: group.generation, members: group.size });
  }

  /** `memberId` sent SyncGroup; once all have, nobody is waited for. */
  onSynced(group: ClassicGroup, memberId: string): void {
    group.pendingSync.delete(memberId);
    if (group.pendingSync.size === 0) this.#store.deadlines.cancel(group.syncDeadline);
  }

  /** The sync deadline fired: who joined but never synced is out. */
  onSyncDeadline(group: ClassicGroup, turn: Turn): void {
    if (group.pendingSync.size === 0 || (group.state !== 'CompletingRebalance' && group.state !== 'Stable')) return;
    const late = [...group.pendingSync];
    for (const memberId of late) {
      const member = group.member(memberId);
      if (member !== undefined) this.remove(group, member, turn);
    }
    this.prepare(group, `${late.length} members did not sync in time`, turn);
  }

  /** A session deadline fired, of a member or of a pending member. */
  onSessionDeadline(group: ClassicGroup, memberId: string, turn: Turn): void {
    if (this.#store.removePendingMember(group, memberId)) {
      this.completeAfterRemoval(group, turn);
      return;
    }
    const member = group.member(memberId);
    if (member === undefined || member.isExcusedFromHeartbeats) return;
    this.#logger.info('a member was silent for its session timeout', { group: group.groupId, member: memberId });
    this.remove(group, member, turn);
    this.afterRemoval(group, 'a session expired', turn);
  }

  /** Goes on after members were removed, from whatever state. */
  afterRemoval(group: ClassicGroup, reason: string, turn: Turn): void {
    if (group.state === 'Stable' || group.state === 'CompletingRebalance') this.prepare(group, reason, turn);
    else this.completeAfterRemoval(group, turn);
  }

  /** After a load: sessions start now, and a group above today's limit is asked to join again. */
  onLoaded(group: ClassicGroup, turn: Turn): void {
    for (const member of group.members()) this.renewSession(member, turn);
    if (group.size > turn.config.groupMaxSize) this.prepare(group, 'the group is larger than group.max.size', turn);
  }
}
