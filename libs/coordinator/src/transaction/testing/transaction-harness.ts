import { ErrorCode, KafkaError, silentLogger } from '@ottla/model';
import { type ApiKey, apis, type ApiTypes, WireReader, WireWriter } from '@ottla/protocol';
import type { Decision, EncodedRecord, Reenter, RequestId, ShardAnswer, ShardTime } from '../../runtime/coordinator-shard.ts';
import { encodeRefusal } from '../../runtime/refusals.ts';
import { defaultTransactionConfig, type TransactionConfig } from '../transaction-config.ts';
import type { TransactionMarkers } from '../transaction-markers.ts';
import type { TransactionRecord } from '../transaction-record.ts';
import { TransactionShard } from '../transaction-shard.ts';

/**
 * Plays the runtime and the world for a transaction shard: records go to a list as bytes, effects run when `settle` is
 * called, markers wait in `markers` until a test lets them be written.
 */
export class TransactionHarness implements Decision<TransactionRecord> {
  config: TransactionConfig = { ...defaultTransactionConfig, transactionVersion: 2 };
  monotonicMs = 1_000;
  readonly log: EncodedRecord[] = [];
  markers: { readonly markers: TransactionMarkers; readonly done: () => void }[] = [];
  /** Keys and values of one append. */
  maxBatchBytes = Infinity;
  /** Fresh producer ids are counted from here. */
  nextProducerId = 100;
  shard: TransactionShard;
  readonly #answers = new Map<RequestId, ShardAnswer>();
  readonly #envelopes = new Map<RequestId, { readonly apiKey: number; readonly apiVersion: number; readonly body: Uint8Array }>();
  #effects: ((reenter: Reenter<TransactionRecord>) => void)[] = [];
  #lastRequestId = 0;

  constructor() {
    this.shard = this.#newShard();
    this.shard.onLoaded(this.time, this);
  }

  get time(): ShardTime {
    return { monotonicMs: this.monotonicMs, wallMs: 1_700_000_000_000 + this.monotonicMs };
  }

  #newShard(): TransactionShard {
    return new TransactionShard({
      config: () => this.config,
      coordinatorEpoch: 5,
      markers: { send: (markers, done) => void this.markers.push({ markers, done }) },
      nextProducerId: () => Promise.resolve(this.nextProducerId++),
      partitionCountOf: (topic) => (topic === 'gone' ? undefined : 4),
      logger: silentLogger,
    });
  }

  append(records: readonly TransactionRecord[]): void {
    const bytes = records.map((record) => this.shard.encode(record)).reduce((sum, { key, value }) => sum + key.length + (value?.length ?? 0), 0);
    if (bytes > this.maxBatchBytes) throw new KafkaError(ErrorCode.RECORD_LIST_TOO_LARGE);
    for (const record of records) {
      const { key, value } = this.shard.encode(record);
      this.log.push({ key: new Uint8Array(key), value: value === null ? null : new Uint8Array(value) });
      this.shard.replay(record);
    }
  }

  appendTransactional(): void {
    throw new Error('the log of transactions has no transactions');
  }

  appendMarker(): void {
    throw new Error('the log of transactions has no markers');
  }

  afterCommit(effect: (reenter: Reenter<TransactionRecord>) => void): void {
    this.#effects.push(effect);
  }

  answer(requestId: RequestId, answer: ShardAnswer): void {
    if (this.#answers.has(requestId)) throw new Error(`request ${requestId} is answered twice`);
    this.#answers.set(requestId, answer);
  }

  refuse(requestId: RequestId, error: ErrorCode): void {
    const envelope = this.#envelopes.get(requestId);
    if (envelope !== undefined) this.answer(requestId, encodeRefusal({ ...envelope, clientId: null, principal: '', clientAddress: '', listenerName: '' }, error));
  }

  /** Commits what is decided and runs the effects, until nothing is left to do. */
  async settle(): Promise<void> {
    while (this.#effects.length > 0) {
      const effects = this.#effects;
      this.#effects = [];
      for (const effect of effects) effect((step) => step(this.time, this));
      // Fresh producer ids come as promises.
      for (let turn = 0; turn < 4; turn++) await Promise.resolve();
    }
  }

  /** All markers that wait are written. */
  async writeMarkers(): Promise<void> {
    const written = this.markers;
    this.markers = [];
    for (const { done } of written) done();
    await this.settle();
  }

  /** Sends a request; answers what tells its answer, undefined while it has none. */
  async send<K extends ApiKey>(apiKey: K, version: number, request: ApiTypes[K]['requestInput']): Promise<() => ApiTypes[K]['response'] | undefined> {
    const writer = new WireWriter();
    apis[apiKey].request.encode(writer, request as never, version);
    const requestId = ++this.#lastRequestId;
    const envelope = { apiKey, apiVersion: version, clientId: null, principal: '', clientAddress: '', listenerName: '', body: writer.finish() };
    this.#envelopes.set(requestId, envelope);
    this.shard.handle({ requestId, envelope }, this.time, this);
    await this.settle();
    return () => {
      const answer = this.#answers.get(requestId);
      return answer === undefined ? undefined : (apis[apiKey].response.decode(new WireReader(answer), version) as ApiTypes[K]['response']);
    };
  }

  async advance(ms: number): Promise<void> {
    const end = this.monotonicMs + ms;
    for (let next = this.shard.nextDeadlineMs(); next <= end; next = this.shard.nextDeadlineMs()) {
      this.monotonicMs = Math.max(this.monotonicMs, next);
      this.shard.onTime(this.time, this);
      await this.settle();
    }
    this.monotonicMs = end;
  }

  /** Fails over: a new shard replays the log; everything under way is lost with the old one. */
  async reload(): Promise<void> {
    this.shard = this.#replayed();
    this.#effects = [];
    this.markers = [];
    this.shard.onLoaded(this.time, this);
    await this.settle();
  }

  #replayed(): TransactionShard {
    const shard = this.#newShard();
    for (const record of this.log) shard.replay(shard.decode(record) as TransactionRecord);
    return shard;
  }

  /** What memory holds, and what a reload would find. */
  views(): { readonly memory: unknown; readonly reloaded: unknown } {
    const view = (shard: TransactionShard): unknown => [...shard.store.all()].map(({ transactionalId, value }) => [transactionalId, value]);
    return { memory: view(this.shard), reloaded: view(this.#replayed()) };
  }
}
