import { ErrorCode, type Logger } from '@ottla/model';
import type { SyncGroupRequest, SyncGroupResponseInput } from '@ottla/protocol';
import { appendErrorOf } from '../runtime/append-error.ts';
import type { ClassicGroup } from './classic-group.ts';
import { type ClassicMember, NO_ASSIGNMENT } from './classic-member.ts';
import type { ClassicMembers } from './consumer/classic-members.ts';
import type { GroupMetrics } from './group-metrics.ts';
import { groupMetadata } from './group-record.ts';
import type { GroupStore } from './group-store.ts';
import type { Rebalance } from './rebalance.ts';
import type { Call } from './reply.ts';
import { syncError } from './sync-error.ts';
import type { Turn } from './turn.ts';

export type SyncCall = Call<SyncGroupRequest, SyncGroupResponseInput>;

function syncAnswer(group: ClassicGroup, member: ClassicMember): SyncGroupResponseInput {
  return { errorCode: ErrorCode.NONE, protocolType: group.protocolType, protocolName: group.protocolName, assignment: member.assignment };
}

/** Absent on either side means that there is nothing to compare. */
function differ(asked: string | null, actual: string | null): boolean {
  return asked !== null && actual !== null && asked !== actual;
}

/**
 * SyncGroup: followers wait until the leader brings the assignment.
 *
 * Ordering: the assignment is appended, and only when it is committed the group is Stable and the members are answered
 * with it. As in Kafka, who joins before that sends the waiting members back to join, so nobody begins to read for a
 * generation that is over already.
 */
export class SyncGroup {
  readonly #store: GroupStore;
  readonly #rebalance: Rebalance;
  readonly #classicMembers: ClassicMembers;
  readonly #logger: Logger;
  readonly #metrics: GroupMetrics;

  constructor(store: GroupStore, rebalance: Rebalance, classicMembers: ClassicMembers, logger: Logger, metrics: GroupMetrics) {
    this.#store = store;
    this.#rebalance = rebalance;
    this.#classicMembers = classicMembers;
    this.#logger = logger;
    this.#metrics = metrics;
  }

  sync(call: SyncCall, turn: Turn): void {
    const { request, reply } = call;
    const consumerGroup = this.#store.consumerGroup(request.groupId);
    if (consumerGroup !== undefined) return this.#classicMembers.sync(consumerGroup, call, turn);
    const group = this.#store.get(request.groupId);
    const member = group?.member(request.memberId);
    const error = check(group, request);
    if (group === undefined || member === undefined || error !== ErrorCode.NONE) {
      reply.answer(turn, syncError(error));
    } else if (group.state === 'Stable') {
      this.#rebalance.onSynced(group, member.memberId);
      reply.answer(turn, syncAnswer(group, member));
    } else {
      this.#syncForAssignment(group, member, call, turn);
    }
  }

  #syncForAssignment(group: ClassicGroup, member: ClassicMember, { request, reply }: SyncCall, turn: Turn): void {
    // An earlier request of the same member, lost by its client, is ended.
    this.#rebalance.answerSyncing(member, ErrorCode.REBALANCE_IN_PROGRESS, turn);
    member.syncing = reply;
    reply.park();
    this.#rebalance.onSynced(group, member.memberId);
    if (group.leaderId === member.memberId) this.#assign(group, request, turn);
  }

  #assign(group: ClassicGroup, { assignments }: SyncGroupRequest, turn: Turn): void {
    const assignmentOf = new Map(assignments.map(({ memberId, assignment }) => [memberId, assignment]));
    const value = group.toRecordValue(turn.time.wallMs, ({ memberId }) => assignmentOf.get(memberId) ?? NO_ASSIGNMENT);
    try {
      turn.decision.append([groupMetadata(group.groupId, value)]);
    } catch (error) {
      const errorCode = appendErrorOf(error);
      this.#logger.warn('the assignment of a group fits into no batch; its members are sent back to join', { group: group.groupId, members: group.size });
      this.#rebalance.failAssignment(group, errorCode, turn);
      return;
    }
    group.awaitCommit();
    const { config } = turn;
    const { generation } = group;
    turn.decision.afterCommit((reenter) => reenter((time, decision) => this.#onAssigned(group, generation, { time, decision, config })));
  }

  /** The assignment of `generation` is committed. Unless the group went on meanwhile, it holds. */
  #onAssigned(group: ClassicGroup, generation: number, turn: Turn): void {
    if (this.#store.get(group.groupId) !== group || group.state !== 'CompletingRebalance' || group.generation !== generation) return;
    group.state = 'Stable';
    this.#metrics.completedRebalances.add(1);
    for (const member of group.members()) {
      if (member.syncing === undefined) continue;
      const waiting = member.syncing;
      member.syncing = undefined;
      waiting.answer(turn, syncAnswer(group, member));
      this.#rebalance.renewSession(member, turn);
    }
  }
}

function check(group: ClassicGroup | undefined, request: SyncGroupRequest): ErrorCode {
  if (group === undefined || group.state === 'Empty') return ErrorCode.UNKNOWN_MEMBER_ID;
  const error = group.checkMember(request.memberId, request.groupInstanceId);
  if (error !== ErrorCode.NONE) return error;
  if (request.generationId !== group.generation) return ErrorCode.ILLEGAL_GENERATION;
  if (differ(request.protocolType, group.protocolType) || differ(request.protocolName, group.protocolName)) {
    return ErrorCode.INCONSISTENT_GROUP_PROTOCOL;
  }
  return group.state === 'PreparingRebalance' ? ErrorCode.REBALANCE_IN_PROGRESS : ErrorCode.NONE;
}
