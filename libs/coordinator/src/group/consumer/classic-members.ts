import { ErrorCode, KafkaError, type Random } from '@ottla/model';
import { type ConsumerProtocolSubscription, type HeartbeatRequest, type JoinGroupRequest, type JoinGroupResponseInput, MalformedMessageError, type SyncGroupRequest, type SyncGroupResponseInput } from '@ottla/protocol';
import { appendErrorOf } from '../../runtime/append-error.ts';
import { javaAddress, ownBytes } from '../classic-member.ts';
import type { GroupStore } from '../group-store.ts';
import { FIRST_VERSION_WITH_MEMBER_ID_REQUIRED } from '../member-id.ts';
import { joinError } from '../rebalance.ts';
import type { Call } from '../reply.ts';
import { CONSUMER_PROTOCOL_TYPE } from '../subscribed-topics.ts';
import { syncError } from '../sync-error.ts';
import type { TopicLookup } from '../topic-lookup.ts';
import type { Turn } from '../turn.ts';
import { partitionsOf } from './assignment.ts';
import type { ConsumerGroup } from './consumer-group.ts';
import { memberOf } from './consumer-heartbeat.ts';
import { type ConsumerMember, MemberState } from './consumer-member.ts';
import type { Downgrade } from './downgrade.ts';
import { byTopicId, embeddedAssignment, subscriptionFrom } from './embedded-protocol.ts';
import { type Membership, progressRecord } from './membership.ts';
import { reconcile } from './reconciliation.ts';
import type { Targets } from './targets.ts';

export interface ClassicMembersParts {
  readonly store: GroupStore;
  readonly membership: Membership;
  readonly targets: Targets;
  readonly downgrade: Downgrade;
  readonly topics: TopicLookup;
  readonly random: Random;
}

/**
 * Members of a KIP-848 group that speak the classic protocol: their JoinGroup, SyncGroup and Heartbeat. Nothing is
 * parked: each joins under its own member epoch as the generation, is told in a heartbeat to join again when its
 * target changed, says in JoinGroup what it holds, and gets with SyncGroup what it may hold by now.
 *
 * Ordering: as of a heartbeat of the new protocol: who it is, then the targets, then its own step.
 */
export class ClassicMembers {
  readonly #parts: ClassicMembersParts;

  constructor(parts: ClassicMembersParts) {
    this.#parts = parts;
  }

  /** JoinGroup to a group that has members. */
  join(group: ConsumerGroup, call: Call<JoinGroupRequest, JoinGroupResponseInput>, turn: Turn): void {
    try {
      call.reply.answer(turn, this.#join(group, call, turn));
    } catch (error) {
      if (!(error instanceof KafkaError)) throw error;
      call.reply.answer(turn, joinError(error.code === ErrorCode.RECORD_LIST_TOO_LARGE ? appendErrorOf(error) : error.code, ''));
    }
  }

  #join(group: ConsumerGroup, { request, version, clientId, clientAddress }: Call<JoinGroupRequest, JoinGroupResponseInput>, turn: Turn): JoinGroupResponseInput {
    const { membership, targets, downgrade, random } = this.#parts;
    const { groupId, groupInstanceId: instanceId, sessionTimeoutMs, protocolType, protocols } = request;
    if (turn.config.consumer.migrationPolicy === 'disabled') throw new KafkaError(ErrorCode.INCONSISTENT_GROUP_PROTOCOL, 'group migration is disabled');
    const isNew = request.memberId === '';
    const memberId = isNew ? random.uuid() : request.memberId;
    membership.checkRoom(group, memberId, turn);
    if (!group.supportsClassic(protocolType, protocols.map(({ name }) => name))) throw new KafkaError(ErrorCode.INCONSISTENT_GROUP_PROTOCOL, `Member ${memberId}'s protocols are not supported.`);
    if (isNew && instanceId === null && version >= FIRST_VERSION_WITH_MEMBER_ID_REQUIRED) return joinError(ErrorCode.MEMBER_ID_REQUIRED, memberId);
    const known = instanceId === null ? group.members.get(memberId) : this.#staticMember(group, memberId, instanceId, isNew);
    const subscription = embeddedSubscription(request);
    const isLastOfProtocol = instanceId !== null && known !== undefined && downgrade.isDueWithReplacement(group, known, turn);
    const metadata = {
      instanceId: instanceId ?? known?.metadata.instanceId ?? null,
      rackId: subscription.rackId ?? known?.metadata.rackId ?? null,
      clientId,
      clientHost: javaAddress(clientAddress),
      subscribedTopicNames: [...new Set(subscription.topics)].sort(),
      subscribedTopicRegex: null,
      rebalanceTimeoutMs: request.rebalanceTimeoutMs === -1 ? sessionTimeoutMs : request.rebalanceTimeoutMs,
      serverAssignor: known?.metadata.serverAssignor ?? null,
      classicMemberMetadata: { sessionTimeoutMs, supportedProtocols: protocols.map(({ name, metadata: bytes }) => ({ name, metadata: ownBytes(bytes) })) },
    };
    membership.put(groupId, memberId, metadata, known, turn);
    const member = group.members.get(memberId) as ConsumerMember;
    const isStale = group.epoch > group.assignmentEpoch;
    if (!isLastOfProtocol) targets.update(group, turn);
    if (!isLastOfProtocol || !isStale) this.#step(group, member, subscription, turn);
    const { memberEpoch } = member.progress;
    const reason = isStale ? 'the last member of the new protocol was replaced, and the targets are stale' : undefined;
    if (!isLastOfProtocol || downgrade.convert(group, [], reason, turn) === undefined) this.#schedule(member, request, turn);
    return { errorCode: ErrorCode.NONE, memberId, generationId: memberEpoch, protocolType: CONSUMER_PROTOCOL_TYPE, protocolName: member.classicProtocols[0]?.name ?? '', leader: '', members: [] };
  }

  /** The member whose place the request takes, or that it is of; undefined for a new instance. */
  #staticMember(group: ConsumerGroup, memberId: string, instanceId: string, isNew: boolean): ConsumerMember | undefined {
    return isNew ? group.memberOfInstance(instanceId) : memberOf(group, memberId, instanceId);
  }

  #step(group: ConsumerGroup, member: ConsumerMember, { ownedPartitions }: ConsumerProtocolSubscription, turn: Turn): void {
    const next = reconcile(member.progress, {
      targetEpoch: group.assignmentEpoch,
      target: group.targetOf(member.memberId),
      owned: byTopicId(ownedPartitions, this.#parts.topics),
      isHeld: (topicId, partition) => group.isHeld(topicId, partition),
    });
    if (next !== member.progress) turn.decision.append([progressRecord(group.groupId, member.memberId, next)]);
  }

  #schedule(member: ConsumerMember, { sessionTimeoutMs }: JoinGroupRequest, { time: { monotonicMs } }: Turn): void {
    const { deadlines } = this.#parts.store;
    deadlines.cancel(member.rejoin);
    deadlines.cancel(member.revocation);
    deadlines.schedule(member.session, monotonicMs + sessionTimeoutMs);
    deadlines.schedule(member.sync, monotonicMs + member.metadata.rebalanceTimeoutMs);
  }

  /** SyncGroup: what the member may hold now. */
  sync(group: ConsumerGroup, { request, reply }: Call<SyncGroupRequest, SyncGroupResponseInput>, turn: Turn): void {
    const { topics, store } = this.#parts;
    try {
      const member = classicMemberOf(group, request);
      checkProtocol(member, request);
      if (group.assignmentEpoch > member.progress.memberEpoch && member.progress.state !== MemberState.UNREVOKED_PARTITIONS) {
        this.#awaitRejoin(member, turn);
        throw new KafkaError(ErrorCode.REBALANCE_IN_PROGRESS, 'the targets have changed meanwhile');
      }
      store.deadlines.cancel(member.sync);
      this.#renewSession(member, turn);
      const { protocolType, protocolName } = request;
      const assignment = embeddedAssignment(partitionsOf(member.progress.assigned), topics, member.classicProtocols[0]?.metadata ?? new Uint8Array(0));
      reply.answer(turn, { errorCode: ErrorCode.NONE, protocolType, protocolName, assignment });
    } catch (error) {
      if (!(error instanceof KafkaError)) throw error;
      reply.answer(turn, syncError(error.code));
    }
  }

  /** Heartbeat: renews the session, and tells the member when it shall join again. */
  heartbeat(group: ConsumerGroup, request: HeartbeatRequest, turn: Turn): ErrorCode {
    let member;
    try {
      member = classicMemberOf(group, request);
    } catch (error) {
      if (error instanceof KafkaError) return error.code;
      throw error;
    }
    this.#renewSession(member, turn);
    const { memberEpoch, state } = member.progress;
    const mustRejoin = memberEpoch < group.assignmentEpoch || state === MemberState.UNREVOKED_PARTITIONS || (state === MemberState.UNRELEASED_PARTITIONS && !group.isWaitingForOthers(member));
    if (!mustRejoin) return ErrorCode.NONE;
    this.#awaitRejoin(member, turn);
    return ErrorCode.REBALANCE_IN_PROGRESS;
  }

  #renewSession(member: ConsumerMember, { time }: Turn): void {
    this.#parts.store.deadlines.schedule(member.session, time.monotonicMs + (member.sessionTimeoutMs ?? 0));
  }

  /** It was told to join again: from the first time on its rebalance timeout runs. */
  #awaitRejoin(member: ConsumerMember, { time }: Turn): void {
    const { deadlines } = this.#parts.store;
    if (member.rejoin.slot < 0) deadlines.schedule(member.rejoin, time.monotonicMs + member.metadata.rebalanceTimeoutMs);
  }
}

/** Throws UNKNOWN_MEMBER_ID, FENCED_INSTANCE_ID and ILLEGAL_GENERATION. */
function classicMemberOf(group: ConsumerGroup, { memberId, groupInstanceId, generationId }: { readonly memberId: string; readonly groupInstanceId: string | null; readonly generationId: number }): ConsumerMember {
  const member = memberOf(group, memberId, groupInstanceId);
  if (!member.isClassic) throw new KafkaError(ErrorCode.UNKNOWN_MEMBER_ID, `Member ${memberId} does not use the classic protocol.`);
  if (generationId !== member.progress.memberEpoch) throw new KafkaError(ErrorCode.ILLEGAL_GENERATION, `generation ${generationId} is not the member's epoch`);
  return member;
}

function checkProtocol(member: ConsumerMember, { protocolType, protocolName }: SyncGroupRequest): void {
  const isOtherType = protocolType !== null && protocolType !== CONSUMER_PROTOCOL_TYPE;
  const isOtherName = protocolName !== null && protocolName !== member.classicProtocols[0]?.name;
  if (isOtherType || isOtherName) throw new KafkaError(ErrorCode.INCONSISTENT_GROUP_PROTOCOL, 'the member joined with another protocol');
}

/** As in Kafka, the first protocol's metadata stands for all. Throws KafkaError(UNKNOWN_SERVER_ERROR) when it is no subscription. */
function embeddedSubscription({ protocols }: JoinGroupRequest): ConsumerProtocolSubscription {
  try {
    return subscriptionFrom(protocols[0]?.metadata ?? new Uint8Array(0));
  } catch (error) {
    if (!(error instanceof MalformedMessageError)) throw error;
    throw new KafkaError(ErrorCode.UNKNOWN_SERVER_ERROR, 'Malformed embedded consumer protocol in subscription deserialization.');
  }
}
