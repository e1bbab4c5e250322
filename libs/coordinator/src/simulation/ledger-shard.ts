import { ErrorCode } from '@ottla/model';
import type { CoordinatorShard, Decision, DeletedTopic, EncodedRecord, RequestId, ShardRequest, ShardTime } from '../runtime/coordinator-shard.ts';

/** One line of a ledger: part `part` of `parts` of an entry. */
export interface LedgerRecord {
  readonly entry: string;
  readonly part: number;
  readonly parts: number;
}

/** What a test asks of a ledger. */
export type LedgerRequest =
  | { readonly add: string; readonly parts: number }
  /** Answers the entries. */
  | { readonly read: true }
  /** Answers, with the entry added, only after `parkMs`. */
  | { readonly park: string; readonly parkMs: number }
  | { readonly refuse: number }
  /** Throws, before or after it appended. */
  | { readonly fail: 'before' | 'after' };

/** The smallest coordinator shard that has durable state, parked requests and deadlines: for tests of the runtime. */
export class LedgerShard implements CoordinatorShard<LedgerRecord> {
  /** Entries in the order of the log, each once it is complete. */
  readonly entries: string[] = [];
  readonly events: string[] = [];
  /** The leader epoch that it is owned in; -1 while it stands by or loads. */
  grantedEpoch = -1;
  readonly #parked = new Map<RequestId, { readonly entry: string; readonly dueMs: number }>();

  decode({ key, value }: EncodedRecord): LedgerRecord | undefined {
    const text = Buffer.from(key).toString();
    if (text === 'unknown') return undefined;
    if (text === 'corrupt') throw new Error('corrupt');
    return value === null ? undefined : (JSON.parse(Buffer.from(value).toString()) as LedgerRecord);
  }

  encode(record: LedgerRecord): EncodedRecord {
    return { key: Buffer.from(`${record.entry}/${record.part}`), value: Buffer.from(JSON.stringify(record)) };
  }

  replay(record: LedgerRecord): void {
    if (record.part === record.parts) this.entries.push(record.entry);
  }

  onGranted(leaderEpoch: number): void {
    this.grantedEpoch = leaderEpoch;
  }

  onLoaded(): void {
    this.events.push('loaded');
  }

  handle({ requestId, envelope }: ShardRequest, time: ShardTime, decision: Decision<LedgerRecord>): void {
    const request = JSON.parse(Buffer.from(envelope.body).toString()) as LedgerRequest;
    if ('add' in request) {
      this.#add(request.add, request.parts, decision);
      decision.answer(requestId, Buffer.from(JSON.stringify(this.entries.length)));
    } else if ('read' in request) {
      decision.answer(requestId, Buffer.from(JSON.stringify(this.entries)));
    } else if ('park' in request) {
      this.#parked.set(requestId, { entry: request.park, dueMs: time.monotonicMs + request.parkMs });
    } else if ('refuse' in request) {
      decision.refuse(requestId, ErrorCode.REBALANCE_IN_PROGRESS);
    } else {
      if (request.fail === 'after') this.#add('failed', 1, decision);
      throw new Error('a defect');
    }
  }

  onTime(time: ShardTime, decision: Decision<LedgerRecord>): void {
    for (const [requestId, { entry, dueMs }] of this.#parked) {
      if (dueMs > time.monotonicMs) continue;
      this.#parked.delete(requestId);
      this.#add(entry, 1, decision);
      decision.answer(requestId, Buffer.from(JSON.stringify(this.entries.length)));
    }
  }

  nextDeadlineMs(): number {
    let nextMs = Infinity;
    for (const { dueMs } of this.#parked.values()) nextMs = Math.min(nextMs, dueMs);
    return nextMs;
  }

  onTopicsDeleted(topics: readonly DeletedTopic[]): void {
    for (const { name } of topics) this.events.push(`deleted ${name}`);
  }

  onRequestCancelled(requestId: RequestId): void {
    this.#parked.delete(requestId);
  }

  #add(entry: string, parts: number, decision: Decision<LedgerRecord>): void {
    const records: LedgerRecord[] = [];
    for (let part = 1; part <= parts; part++) records.push({ entry, part, parts });
    decision.append(records);
  }
}
