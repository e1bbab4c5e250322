import { ErrorCode, KafkaError, type Logger, silentLogger, silentMetrics, type Uuid, ZERO_UUID } from '@ottla/model';
import { type ApiKey, apis, type ApiTypes, WireReader, WireWriter } from '@ottla/protocol';
import { seededRandom } from '@ottla/testing';
import type { Decision, EncodedRecord, Reenter, RequestId, ShardAnswer, ShardMarker, ShardTime, TransactionalProducer } from '../../runtime/coordinator-shard.ts';
import { defaultGroupConfig, type GroupConfig } from '../group-config.ts';
import type { GroupRecord } from '../group-record.ts';
import { GroupShard } from '../group-shard.ts';
import type { TopicLookup } from '../topic-lookup.ts';
import { consumerViews } from './consumer-views.ts';

/** A request in flight and what became of it. */
export class Pending<Response> {
  #answer: Response | undefined;

  get isAnswered(): boolean {
    return this.#answer !== undefined;
  }

  /** The answer; throws when there is none yet. */
  get answer(): Response {
    if (this.#answer === undefined) throw new Error('the request is not answered');
    return this.#answer;
  }

  /** The shard answers. */
  settle(answer: Response): void {
    if (this.#answer !== undefined) throw new Error('the request is answered twice');
    this.#answer = answer;
  }
}

/** Topics that exist, with an id each. */
export class FakeTopics implements TopicLookup {
  readonly #ids = new Map<string, Uuid>();
  readonly #counts = new Map<string, number>();
  /** Racks of each partition of a topic, by name. */
  readonly racks = new Map<string, readonly ReadonlySet<string>[]>();

  constructor(names: readonly string[]) {
    for (const name of names) this.add(name);
  }

  /** The id is made from the name, and from `life`, so that a topic that comes again has another one. */
  add(name: string, life = 0): Uuid {
    const id = Buffer.from(`${life}${name}`.padEnd(16, '.').slice(0, 16)).toString('base64url');
    this.#ids.set(name, id);
    return id;
  }

  delete(name: string): void {
    this.#ids.delete(name);
  }

  topicIdOf(name: string): Uuid | undefined {
    return this.#ids.get(name);
  }

  topicNameOf(topicId: Uuid): string | undefined {
    for (const [name, id] of this.#ids) if (id === topicId) return name;
    return undefined;
  }

  partitionCountOf(name: string): number | undefined {
    return this.#ids.has(name) ? (this.#counts.get(name) ?? 8) : undefined;
  }

  setPartitionCount(name: string, count: number): void {
    this.#counts.set(name, count);
  }

  topicNames(): Iterable<string> {
    return this.#ids.keys();
  }

  racksOf(name: string): readonly ReadonlySet<string>[] | undefined {
    return this.racks.get(name);
  }

  idOf(name: string): Uuid {
    return this.#ids.get(name) ?? ZERO_UUID;
  }
}

export interface HarnessOptions {
  readonly config?: Partial<GroupConfig>;
  readonly seed?: number;
  readonly topics?: readonly string[];
  readonly logger?: Logger;
}

type Effect = (reenter: Reenter<GroupRecord>) => void;

/**
 * Plays the runtime: encodes what the shard appends into a list, replays it from its bytes, collects the answers, and
 * calls at the deadlines of a clock of its own.
 */
export class ShardHarness implements Decision<GroupRecord> {
  readonly topics: FakeTopics;
  readonly log: EncodedRecord[] = [];
  /** Number of records of each append. */
  readonly appends: number[] = [];
  config: GroupConfig;
  monotonicMs = 1_000;
  /** Largest batch; an append above it is refused as the runtime refuses it. */
  maxBatchBytes = Infinity;
  shard: GroupShard;
  readonly #options: HarnessOptions;
  readonly #pending = new Map<RequestId, { readonly pending: object; settle(answer: ShardAnswer): void }>();
  /** Until this is false again nothing is committed, and effects wait. */
  holdsCommits = false;
  #effects: Effect[] = [];
  #lastRequestId = 0;
  #shardsMade = 0;

  constructor(options: HarnessOptions = {}) {
    this.#options = options;
    this.topics = new FakeTopics(options.topics ?? ['t', 'u', 'v']);
    this.config = { ...defaultGroupConfig, groupInitialRebalanceDelayMs: 0, ...options.config };
    this.shard = this.#newShard();
    this.shard.onLoaded(this.time, this);
  }

  get time(): ShardTime {
    return { monotonicMs: this.monotonicMs, wallMs: 1_700_000_000_000 + this.monotonicMs };
  }

  #newShard(): GroupShard {
    const { seed = 1, logger = silentLogger } = this.#options;
    return new GroupShard({ topics: this.topics, config: () => this.config, random: seededRandom(seed + 1_000 * ++this.#shardsMade), logger, metrics: silentMetrics });
  }

  // Decision

  append(records: readonly GroupRecord[]): void {
    const encoded = records.map((record) => this.shard.encode(record));
    const bytes = encoded.reduce((sum, { key, value }) => sum + key.length + (value?.length ?? 0), 0);
    if (bytes > this.maxBatchBytes) throw new KafkaError(ErrorCode.RECORD_LIST_TOO_LARGE);
    this.appends.push(records.length);
    for (const { key, value } of encoded) {
      const record = { key: new Uint8Array(key), value: value === null ? null : new Uint8Array(value) };
      this.log.push(record);
      const decoded = this.shard.decode(record);
      if (decoded === undefined) throw new Error('the shard wrote a record that it does not know');
      this.shard.replay(decoded);
    }
  }

  /** Straight into the shard: `log` keeps what is outside of transactions. */
  appendTransactional(producer: TransactionalProducer, records: readonly GroupRecord[]): void {
    for (const record of records) this.shard.replay(record, producer);
  }

  appendMarker(marker: ShardMarker): void {
    this.shard.replayMarker(marker);
  }

  afterCommit(effect: Effect): void {
    this.#effects.push(effect);
  }

  answer(requestId: RequestId, answer: ShardAnswer): void {
    const pending = this.#pending.get(requestId);
    if (pending === undefined) throw new Error(`request ${requestId} is answered twice, or after it was cancelled`);
    this.#pending.delete(requestId);
    pending.settle(answer);
  }

  refuse(requestId: RequestId, error: ErrorCode): void {
    throw new Error(`request ${requestId} is refused with ${error}`);
  }

  // What tests do

  /** Ends a decision: what it appended is committed at once unless commits are held. */
  #decided(): void {
    while (!this.holdsCommits && this.#effects.length > 0) this.#effects.shift()?.((step) => step(this.time, this));
  }

  /** Commits what was held, and holds nothing any more. */
  commit(): void {
    this.holdsCommits = false;
    this.#decided();
  }

  /** Sends a request; the pending answer also tells its id through `lastRequestId`. */
  send<K extends ApiKey>(apiKey: K, version: number, request: ApiTypes[K]['requestInput'], clientId: string | null = 'client'): Pending<ApiTypes[K]['response']> {
    const writer = new WireWriter();
    const api = apis[apiKey];
    api.request.encode(writer, request as never, version);
    const pending = new Pending<ApiTypes[K]['response']>();
    const requestId = ++this.#lastRequestId;
    this.#pending.set(requestId, { pending, settle: (answer) => pending.settle(api.response.decode(new WireReader(answer), version)) });
    const envelope = { apiKey, apiVersion: version, clientId, principal: 'User:ANONYMOUS', clientAddress: '10.0.0.1', listenerName: 'PLAINTEXT', body: writer.finish() };
    this.shard.handle({ requestId, envelope }, this.time, this);
    this.#decided();
    return pending;
  }

  get lastRequestId(): RequestId {
    return this.#lastRequestId;
  }

  /** Requests without an answer. */
  get openRequests(): number {
    return this.#pending.size;
  }

  /** The client of a request is gone; an answer to it is now a fault. */
  cancel(requestId: RequestId): void {
    this.#pending.delete(requestId);
    this.shard.onRequestCancelled(requestId);
  }

  /** As `cancel`, by the pending answer. */
  cancelPending(pending: Pending<unknown>): void {
    for (const [requestId, entry] of this.#pending) if (entry.pending === pending) this.cancel(requestId);
  }

  /** Lets `ms` pass, deadline by deadline. */
  advance(ms: number): void {
    const end = this.monotonicMs + ms;
    for (;;) {
      const next = this.shard.nextDeadlineMs();
      if (next > end) break;
      this.monotonicMs = Math.max(this.monotonicMs, next);
      this.shard.onTime(this.time, this);
      this.#decided();
    }
    this.monotonicMs = end;
  }

  deleteTopic(name: string): void {
    const topicId = this.topics.idOf(name);
    this.topics.delete(name);
    this.shard.onTopicsDeleted([{ name, topicId }], this.time, this);
    this.shard.onTopicsChanged([name], this.time, this);
  }

  /** A topic comes, or has `partitions` from now on. */
  changeTopic(name: string, partitions?: number): void {
    if (this.topics.topicIdOf(name) === undefined) this.topics.add(name);
    if (partitions !== undefined) this.topics.setPartitionCount(name, partitions);
    this.shard.onTopicsChanged([name], this.time, this);
  }

  /** The log as the shard reads it. */
  records(): GroupRecord[] {
    return this.log.map((record) => this.shard.decode(record) as GroupRecord);
  }

  /** Fails over: a new shard replays the log; parked requests are lost with the old one. */
  reload(): void {
    this.shard = this.#newShard();
    for (const record of this.records()) this.shard.replay(record);
    this.#pending.clear();
    this.#effects = [];
    this.shard.onLoaded(this.time, this);
  }

  /** What a reload of `log` would find, and what memory holds of it. */
  durableViews(log: readonly EncodedRecord[] = this.log): { readonly memory: unknown; readonly reloaded: unknown } {
    const other = this.#newShard();
    for (const record of log) other.replay(other.decode(record) as GroupRecord);
    const unsettled = new Set<string>();
    for (const { groupId, state } of this.shard.store.all()) if (state !== 'Stable' && state !== 'Empty') unsettled.add(groupId);
    return { memory: durableView(this.shard, unsettled), reloaded: durableView(other, unsettled) };
  }
}

/** All that replay made; of groups in a rebalance only the offsets, as memory is ahead of the log there. */
function durableView(shard: GroupShard, unsettled: ReadonlySet<string>): unknown {
  const groups = [...shard.store.all()].sort((a, b) => (a.groupId < b.groupId ? -1 : 1));
  const classic = groups.map((group) => {
    const offsets = [...group.offsets.topics()]
      .map(([topic, partitions]) => ({ topic, partitions: [...partitions].sort(([a], [b]) => a - b) }))
      .sort((a, b) => (a.topic < b.topic ? -1 : 1));
    if (unsettled.has(group.groupId)) return { groupId: group.groupId, offsets };
    const { groupId, state, generation, protocolType, protocolName, leaderId, stateTimestamp, subscribedTopics } = group;
    const members = [...group.members()]
      .map((member) => ({
        memberId: member.memberId,
        groupInstanceId: member.groupInstanceId,
        client: `${member.clientId} at ${member.clientHost}`,
        rebalanceTimeoutMs: member.rebalanceTimeoutMs,
        sessionTimeoutMs: member.sessionTimeoutMs,
        assignment: Buffer.from(member.assignment).toString('hex'),
        subscription: Buffer.from(member.metadataOf(protocolName)).toString('hex'),
      }))
      .sort((a, b) => (a.memberId < b.memberId ? -1 : 1));
    return { groupId, offsets, state, generation, protocolType, protocolName, leaderId, stateTimestamp, subscribed: [...(subscribedTopics ?? ['?'])].sort(), members };
  });
  return [...classic, ...consumerViews(shard)];
}
