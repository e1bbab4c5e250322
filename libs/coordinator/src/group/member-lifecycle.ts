import { ErrorCode } from '@ottla/model';
import type { HeartbeatRequest, MemberIdentity as LeavingMember, MemberResponseInput } from '@ottla/protocol';
import type { ClassicGroup } from './classic-group.ts';
import type { ConsumerGroup } from './consumer/consumer-group.ts';
import type { ConsumerHeartbeat } from './consumer/consumer-heartbeat.ts';
import type { ConsumerMember } from './consumer/consumer-member.ts';
import type { GroupStore } from './group-store.ts';
import type { Rebalance } from './rebalance.ts';
import type { Turn } from './turn.ts';

/** Heartbeat and LeaveGroup: how members stay, and how they go. */
export class MemberLifecycle {
  readonly #store: GroupStore;
  readonly #rebalance: Rebalance;
  readonly #consumer: ConsumerHeartbeat;

  constructor(store: GroupStore, rebalance: Rebalance, consumer: ConsumerHeartbeat) {
    this.#store = store;
    this.#rebalance = rebalance;
    this.#consumer = consumer;
  }

  /** Renews the member's session, and tells it when it shall join again. */
  heartbeat(request: HeartbeatRequest, turn: Turn): ErrorCode {
    const { groupId, memberId, groupInstanceId, generationId } = request;
    const consumerGroup = this.#store.consumerGroup(groupId);
    if (consumerGroup !== undefined) return this.#consumer.classicMembers.heartbeat(consumerGroup, request, turn);
    const group = this.#store.get(groupId);
    if (group === undefined) return ErrorCode.UNKNOWN_MEMBER_ID;
    const error = group.checkMember(memberId, groupInstanceId);
    const member = group.member(memberId);
    if (error !== ErrorCode.NONE || member === undefined) return error;
    if (generationId !== group.generation) return ErrorCode.ILLEGAL_GENERATION;
    this.#rebalance.renewSession(member, turn);
    return group.state === 'PreparingRebalance' ? ErrorCode.REBALANCE_IN_PROGRESS : ErrorCode.NONE;
  }

  /** Removes members by id, or by instance id alone as an administrator does; one rebalance for all that went. */
  leave(groupId: string, leaving: readonly LeavingMember[], turn: Turn): MemberResponseInput[] {
    const consumerGroup = this.#store.consumerGroup(groupId);
    if (consumerGroup !== undefined) return this.#leaveConsumerGroup(consumerGroup, leaving, turn);
    const group = this.#store.get(groupId);
    const answers = leaving.map(({ memberId, groupInstanceId, reason }) => ({
      memberId,
      groupInstanceId,
      errorCode: group === undefined ? ErrorCode.UNKNOWN_MEMBER_ID : this.#removeOne(group, memberId, groupInstanceId, turn),
      reason,
    }));
    const first = answers.find(({ errorCode }) => errorCode === ErrorCode.NONE);
    if (group !== undefined && first !== undefined) this.#afterLeaving(group, first.reason, turn);
    return answers.map(({ memberId, groupInstanceId, errorCode }) => ({ memberId, groupInstanceId, errorCode }));
  }

  /** Classic members leave a KIP-848 group so, and administrators remove any by their ids, or static ones by their instances. */
  #leaveConsumerGroup(group: ConsumerGroup, leaving: readonly LeavingMember[], turn: Turn): MemberResponseInput[] {
    const gone = new Set<ConsumerMember>();
    const answers = leaving.map(({ memberId, groupInstanceId }) => {
      const member = groupInstanceId === null ? group.members.get(memberId) : group.memberOfInstance(groupInstanceId);
      if (member === undefined) return { memberId, groupInstanceId, errorCode: ErrorCode.UNKNOWN_MEMBER_ID };
      if (groupInstanceId !== null && memberId !== '' && member.memberId !== memberId) return { memberId, groupInstanceId, errorCode: ErrorCode.FENCED_INSTANCE_ID };
      gone.add(member);
      return { memberId, groupInstanceId, errorCode: ErrorCode.NONE };
    });
    this.#consumer.membership.removeAll(group, [...gone], 'it left, or an administrator removed it', turn);
    return answers;
  }

  #removeOne(group: ClassicGroup, memberId: string, groupInstanceId: string | null, turn: Turn): ErrorCode {
    if (memberId !== '' && this.#store.removePendingMember(group, memberId)) return ErrorCode.NONE;
    const id = memberId !== '' || groupInstanceId === null ? memberId : (group.memberIdOf(groupInstanceId) ?? '');
    const error = group.checkMember(id, groupInstanceId);
    const member = group.member(id);
    if (error !== ErrorCode.NONE || member === undefined) return error;
    this.#rebalance.remove(group, member, turn);
    return ErrorCode.NONE;
  }

  /** An initial rebalance waits out its delay even when everyone left: others may be on their way. */
  #afterLeaving(group: ClassicGroup, reason: string | null, turn: Turn): void {
    if (group.state === 'PreparingRebalance') this.#rebalance.maybeComplete(group, turn);
    else if (group.state !== 'Empty') this.#rebalance.prepare(group, `members left: ${reason ?? 'no reason given'}`, turn);
  }
}
