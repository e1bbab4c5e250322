import { ErrorCode, KafkaError, type Logger, type Metrics, type Random } from '@ottla/model';
import { type ApiKey, ApiKeys, apis } from '@ottla/protocol';
import type { CoordinatorShard, Decision, DeletedTopic, EncodedRecord, RequestId, ShardMarker, ShardRequest, ShardTime, TransactionalProducer } from '../runtime/coordinator-shard.ts';
import { handleConsumerGroupDescribe } from './apis/consumer-group-describe.ts';
import { handleConsumerGroupHeartbeat } from './apis/consumer-group-heartbeat.ts';
import { handleDeleteGroups } from './apis/delete-groups.ts';
import { handleDescribeGroups } from './apis/describe-groups.ts';
import { handleHeartbeat } from './apis/heartbeat.ts';
import { handleJoinGroup } from './apis/join-group.ts';
import { handleLeaveGroup } from './apis/leave-group.ts';
import { handleListGroups } from './apis/list-groups.ts';
import { handleOffsetCommit } from './apis/offset-commit.ts';
import { handleOffsetDelete } from './apis/offset-delete.ts';
import { handleOffsetFetch } from './apis/offset-fetch.ts';
import { handleSyncGroup } from './apis/sync-group.ts';
import { handleTxnOffsetCommit, handleWriteTxnMarkers } from './apis/txn-offset-commit.ts';
import { ConsumerDeadline } from './consumer/consumer-deadline.ts';
import { ConsumerHeartbeat } from './consumer/consumer-heartbeat.ts';
import { ConsumerQueries } from './consumer/consumer-queries.ts';
import { HeartbeatBudget } from './consumer/heartbeat-budget.ts';
import { newConsumerHeartbeat } from './consumer/new-consumer-heartbeat.ts';
import type { Deadline } from './deadlines.ts';
import { Expiry } from './expiry.ts';
import type { GroupConfig } from './group-config.ts';
import { groupMetricsOf } from './group-metrics.ts';
import { decodeGroupRecord, encodeGroupRecord, type GroupRecord } from './group-record.ts';
import { GroupStore } from './group-store.ts';
import { JoinGroup } from './join-group.ts';
import { MemberLifecycle } from './member-lifecycle.ts';
import { OffsetCommit } from './offset-commit.ts';
import { OffsetDelete } from './offset-delete.ts';
import { OffsetFetch } from './offset-fetch.ts';
import { PendingOffsets } from './pending-offsets.ts';
import { Queries } from './queries.ts';
import { Rebalance } from './rebalance.ts';
import { ParkedReplies } from './reply.ts';
import { SyncGroup } from './sync-group.ts';
import type { TopicLookup } from './topic-lookup.ts';
import type { Turn } from './turn.ts';
import { TxnOffsetCommit } from './txn-offset-commit.ts';

/** What a group shard is given. */
export interface GroupShardOptions {
  readonly topics: TopicLookup;
  /** Read anew for each decision. */
  readonly config: () => GroupConfig;
  readonly random: Random;
  readonly logger: Logger;
  readonly metrics: Metrics;
  /** Shared by the shards of an instance; a budget of its own when left out. */
  readonly heartbeatBudget?: HeartbeatBudget;
  /** Names the shard to the budget. */
  readonly shardName?: string;
}

/**
 * One partition of `__consumer_offsets`: consumer groups of the classic protocol and of KIP-848, and committed offsets.
 *
 * Ordering: durable state changes in `replay` alone, which `Decision.append` runs before it returns; so each flow
 * appends first and answers from what replay left. Deadlines and parked requests live beside it and die with the
 * shard.
 */
export class GroupShard implements CoordinatorShard<GroupRecord> {
  readonly store = new GroupStore();
  /** Offsets of open transactions. */
  readonly pending = new PendingOffsets();
  readonly #parked = new ParkedReplies();
  readonly #config: () => GroupConfig;
  readonly #logger: Logger;
  readonly #rebalance: Rebalance;
  readonly #joinGroup: JoinGroup;
  readonly #syncGroup: SyncGroup;
  readonly #lifecycle: MemberLifecycle;
  readonly #offsetCommit: OffsetCommit;
  readonly #txnOffsetCommit: TxnOffsetCommit;
  readonly #offsetFetch: OffsetFetch;
  readonly #offsetDelete: OffsetDelete;
  readonly #expiry: Expiry;
  readonly #queries: Queries;
  readonly #consumer: ConsumerHeartbeat;
  readonly #consumerQueries: ConsumerQueries;

  constructor(options: GroupShardOptions) {
    const { topics, config, random, logger, metrics } = options;
    const groupMetrics = groupMetricsOf(metrics);
    this.#config = config;
    this.#logger = logger;
    this.#rebalance = new Rebalance(this.store, logger);
    const { heartbeatBudget: budget = new HeartbeatBudget(), shardName = '' } = options;
    this.#consumer = newConsumerHeartbeat({ store: this.store, rebalance: this.#rebalance, topics, random, logger, budget, shardName, rebalances: groupMetrics.consumerRebalances });
    this.#joinGroup = new JoinGroup(this.store, this.#rebalance, this.#consumer.classicMembers, random, logger);
    this.#syncGroup = new SyncGroup(this.store, this.#rebalance, this.#consumer.classicMembers, logger, groupMetrics);
    this.#offsetCommit = new OffsetCommit(this.store, this.#rebalance, topics, groupMetrics);
    this.#txnOffsetCommit = new TxnOffsetCommit(this.store, this.pending, topics);
    this.#offsetFetch = new OffsetFetch(this.store, topics, this.pending);
    this.#offsetDelete = new OffsetDelete(this.store, topics, groupMetrics, this.pending);
    this.#expiry = new Expiry(this.store, groupMetrics, logger, this.pending);
    this.#queries = new Queries(this.store, groupMetrics, this.pending);
    this.#lifecycle = new MemberLifecycle(this.store, this.#rebalance, this.#consumer);
    this.#consumerQueries = new ConsumerQueries(this.store, topics);
  }

  /** Requests that wait for a later decision. */
  get parkedCount(): number {
    return this.#parked.size;
  }

  decode(record: EncodedRecord): GroupRecord | undefined {
    return decodeGroupRecord(record);
  }

  encode(record: GroupRecord): EncodedRecord {
    return encodeGroupRecord(record);
  }

  replay(record: GroupRecord, producer?: TransactionalProducer): void {
    if (producer !== undefined) {
      this.pending.replay(record, producer);
      return;
    }
    this.store.replay(record);
    this.pending.committed(record);
  }

  replayMarker(marker: ShardMarker): void {
    for (const commit of this.pending.replayMarker(marker)) this.store.replay(commit);
  }

  onLoaded(time: ShardTime, decision: Decision<GroupRecord>): void {
    const turn = this.#turn(time, decision);
    for (const group of this.store.all()) this.#rebalance.onLoaded(group, turn);
    this.#consumer.onLoaded(turn);
    this.#expiry.schedule(turn);
    this.#logger.debug('a shard of groups is loaded', { groups: this.store.size });
  }

  /** Throws MalformedMessageError and KafkaError(UNSUPPORTED_VERSION), before anything changes. */
  handle(request: ShardRequest, time: ShardTime, decision: Decision<GroupRecord>): void {
    const { apiKey, apiVersion } = request.envelope;
    const codec = apis[apiKey as ApiKey]?.request;
    if (codec === undefined || apiVersion < codec.minVersion || apiVersion > codec.maxVersion) {
      throw new KafkaError(ErrorCode.UNSUPPORTED_VERSION, `groups do not know API ${apiKey} in version ${apiVersion}`);
    }
    this.#dispatch(request, this.#turn(time, decision));
  }

  #turn(time: ShardTime, decision: Decision<GroupRecord>): Turn {
    return { time, decision, config: this.#config() };
  }

  #dispatch(request: ShardRequest, turn: Turn): void {
    const parked = this.#parked;
    switch (request.envelope.apiKey) {
      case ApiKeys.JoinGroup:
        return handleJoinGroup(request, this.#joinGroup, parked, turn);
      case ApiKeys.SyncGroup:
        return handleSyncGroup(request, this.#syncGroup, parked, turn);
      case ApiKeys.Heartbeat:
        return handleHeartbeat(request, this.#lifecycle, parked, turn);
      case ApiKeys.LeaveGroup:
        return handleLeaveGroup(request, this.#lifecycle, parked, turn);
      case ApiKeys.OffsetCommit:
        return handleOffsetCommit(request, this.#offsetCommit, parked, turn);
      case ApiKeys.TxnOffsetCommit:
        return handleTxnOffsetCommit(request, this.#txnOffsetCommit, parked, turn);
      case ApiKeys.WriteTxnMarkers:
        return handleWriteTxnMarkers(request, this.#txnOffsetCommit, parked, turn);
      case ApiKeys.OffsetFetch:
        return handleOffsetFetch(request, this.#offsetFetch, parked, turn);
      case ApiKeys.OffsetDelete:
        return handleOffsetDelete(request, this.#offsetDelete, parked, turn);
      case ApiKeys.ConsumerGroupHeartbeat:
        return handleConsumerGroupHeartbeat(request, this.#consumer, parked, turn);
      case ApiKeys.ConsumerGroupDescribe:
        return handleConsumerGroupDescribe(request, this.#consumerQueries, parked, turn);
      case ApiKeys.DescribeGroups:
        return handleDescribeGroups(request, this.#queries, parked, turn);
      case ApiKeys.ListGroups:
        return handleListGroups(request, this.#queries, parked, turn);
      case ApiKeys.DeleteGroups:
        return handleDeleteGroups(request, this.#queries, parked, turn);
      default:
        throw new KafkaError(ErrorCode.UNSUPPORTED_VERSION, `groups do not know API ${request.envelope.apiKey}`);
    }
  }

  onTime(time: ShardTime, decision: Decision<GroupRecord>): void {
    const turn = this.#turn(time, decision);
    // One at a time, as each may move or cancel others. What is scheduled for this very moment meanwhile may be left
    // to the next decision, so that one decision always ends.
    for (let left = this.store.deadlines.size; left > 0; left--) {
      const deadline = this.store.deadlines.takeDue(time.monotonicMs);
      if (deadline === undefined) return;
      this.#fire(deadline, turn);
    }
  }

  #fire(deadline: Deadline, turn: Turn): void {
    const { kind, group, memberId } = deadline;
    if (kind === 'expiry') this.#expiry.onDeadline(turn);
    else if (deadline instanceof ConsumerDeadline) this.#consumer.onDeadline(deadline, turn);
    else if (group === undefined || this.store.get(group.groupId) !== group) return;
    else if (kind === 'session') this.#rebalance.onSessionDeadline(group, memberId, turn);
    else if (kind === 'join') this.#rebalance.onJoinDeadline(group, turn);
    else this.#rebalance.onSyncDeadline(group, turn);
  }

  nextDeadlineMs(): number {
    return this.store.deadlines.nextMs();
  }

  onTopicsDeleted(topics: readonly DeletedTopic[], time: ShardTime, decision: Decision<GroupRecord>): void {
    this.#offsetDelete.onTopicsDeleted(topics, this.#turn(time, decision));
  }

  onTopicsChanged(names: readonly string[], time: ShardTime, decision: Decision<GroupRecord>): void {
    this.#consumer.onTopicsChanged(names, this.#turn(time, decision));
  }

  onRequestCancelled(requestId: RequestId): void {
    this.#parked.cancel(requestId);
  }
}

/** A shard for one partition of `__consumer_offsets`, for a runtime to load and drive. */
export function newGroupShard(options: GroupShardOptions): CoordinatorShard<GroupRecord> {
  return new GroupShard(options);
}
