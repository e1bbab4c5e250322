import { ErrorCode, KafkaError, topicPartitionKey, type LeaderEpoch, type Offset, type Scheduler } from '@ottla/model';
import { batchesIn, RecordBatch } from '@ottla/protocol';
import type { ShardAppend, ShardAppended, ShardGrant, ShardProgress, ShardRead, ShardReadAnswer } from '@ottla/rpc';
import type { ShardPartitions } from '../grants/shard-partitions.ts';

/** What shall happen to an append: done; refused; done or not done with its outcome hidden. */
export type AppendFault = 'none' | 'refuse' | 'hide-done' | 'hide-undone';

/** One partition's log in memory. */
export class MemoryShardLog {
  readonly topic: string;
  readonly partition: number;
  leaderEpoch: LeaderEpoch = 0;
  readonly batches: Uint8Array[] = [];
  logStartOffset: Offset = 0;
  logEndOffset: Offset = 0;
  highWatermark: Offset = 0;
  /** A larger batch is refused. */
  maxBatchBytes = 1024 * 1024;

  constructor(topic: string, partition: number) {
    this.topic = topic;
    this.partition = partition;
  }

  grant(): ShardGrant {
    const { topic, partition, leaderEpoch, logStartOffset, logEndOffset, highWatermark, maxBatchBytes } = this;
    return { topic, partition, leaderEpoch, logStartOffset, logEndOffset, highWatermark, maxBatchBytes };
  }

  /** Appends whole batches, giving them their offsets. */
  append(records: Uint8Array): void {
    for (const { position, sizeInBytes, lastOffsetDelta } of batchesIn(records)) {
      const bytes = records.slice(position, position + sizeInBytes);
      new RecordBatch(bytes).setBaseOffset(this.logEndOffset);
      this.batches.push(bytes);
      this.logEndOffset += lastOffsetDelta + 1;
    }
  }

  /** What a new leader lacks is gone: batches that end above `offset`. */
  truncateTo(offset: Offset): void {
    while (this.logEndOffset > offset) {
      const last = this.batches.pop();
      if (last === undefined) break;
      this.logEndOffset = new RecordBatch(last).baseOffset;
    }
  }
}

/** The broker's partitions as the grantor sees them, in memory, with faults. `fault` and `watermarkDelayMs` are asked anew each time. */
export class MemoryShardPartitions implements ShardPartitions {
  readonly logs = new Map<string, MemoryShardLog>();
  readonly led = new Set<string>();
  readonly #scheduler: Scheduler;
  readonly #listeners = new Set<(progress: ShardProgress) => void>();
  fault: () => AppendFault = () => 'none';
  /** 0 moves the high watermark with the append itself. */
  watermarkDelayMs: () => number = () => 0;
  /** How long an append is on its way to the log. */
  appendDelayMs: () => number = () => 0;
  appends = 0;
  reads = 0;

  constructor(scheduler: Scheduler) {
    this.#scheduler = scheduler;
  }

  create(topic: string, partition: number): MemoryShardLog {
    const log = new MemoryShardLog(topic, partition);
    const key = topicPartitionKey(topic, partition);
    this.logs.set(key, log);
    this.led.add(key);
    return log;
  }

  log(topic: string, partition: number): MemoryShardLog {
    const log = this.logs.get(topicPartitionKey(topic, partition));
    if (log === undefined) throw new Error(`no log ${topic}-${partition}`);
    return log;
  }

  leaderShards(): ShardGrant[] {
    return [...this.led].map((key) => (this.logs.get(key) as MemoryShardLog).grant());
  }

  async append(request: ShardAppend): Promise<ShardAppended> {
    const delayMs = this.appendDelayMs();
    if (delayMs > 0) await new Promise<void>((resolve) => void this.#scheduler.after(delayMs, resolve));
    const log = this.#ledLog(request);
    const fault = this.fault();
    if (fault === 'hide-undone') throw new Error('the disk is away');
    if (fault === 'refuse' || request.expectedBaseOffset !== log.logEndOffset) {
      throw new KafkaError(ErrorCode.INVALID_RECORD, `the log ends at ${log.logEndOffset}, not at ${request.expectedBaseOffset}`);
    }
    if (request.records.length > log.maxBatchBytes) throw new KafkaError(ErrorCode.MESSAGE_TOO_LARGE, `a batch of ${request.records.length} bytes, ${log.maxBatchBytes} are taken`);
    this.appends++;
    const baseOffset = log.logEndOffset;
    log.append(request.records);
    const { logEndOffset } = log;
    this.#replicate(log);
    if (fault === 'hide-done') throw new Error('the answer is lost');
    return { baseOffset, logEndOffset, highWatermark: log.highWatermark };
  }

  maxBatchBytes(topic: string, partition: number): number {
    return this.log(topic, partition).maxBatchBytes;
  }

  async read(request: ShardRead): Promise<ShardReadAnswer> {
    const log = this.#ledLog(request);
    this.reads++;
    const parts: Uint8Array[] = [];
    let size = 0;
    for (const batch of log.batches) {
      if (new RecordBatch(batch).nextOffset <= request.offset) continue;
      if (parts.length > 0 && size + batch.length > request.maxBytes) break;
      parts.push(batch);
      size += batch.length;
    }
    const { logStartOffset, logEndOffset, highWatermark } = log;
    return { records: Buffer.concat(parts), logStartOffset, logEndOffset, highWatermark };
  }

  onHighWatermark(listener: (progress: ShardProgress) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** A new leader, or the same in a new epoch; `isBehind` when it holds only what is below the high watermark. */
  raiseEpoch(log: MemoryShardLog, isBehind: boolean): void {
    log.leaderEpoch++;
    if (isBehind) log.truncateTo(log.highWatermark);
    this.#replicate(log);
  }

  /** Moves the high watermark to the log end as it is now, unless the epoch ends before. */
  #replicate(log: MemoryShardLog): void {
    const { logEndOffset, leaderEpoch } = log;
    const delayMs = this.watermarkDelayMs();
    if (delayMs === 0) this.moveHighWatermark(log, logEndOffset);
    else {
      this.#scheduler.after(delayMs, () => {
        if (log.leaderEpoch === leaderEpoch) this.moveHighWatermark(log, logEndOffset);
      });
    }
  }

  moveHighWatermark(log: MemoryShardLog, highWatermark: Offset): void {
    if (highWatermark <= log.highWatermark) return;
    log.highWatermark = highWatermark;
    const { topic, partition, leaderEpoch } = log;
    for (const listener of this.#listeners) listener({ topic, partition, leaderEpoch, highWatermark });
  }

  #ledLog(id: { readonly topic: string; readonly partition: number; readonly leaderEpoch: number }): MemoryShardLog {
    const key = topicPartitionKey(id.topic, id.partition);
    const log = this.logs.get(key);
    if (log === undefined || !this.led.has(key) || log.leaderEpoch !== id.leaderEpoch) {
      throw new KafkaError(ErrorCode.NOT_LEADER_OR_FOLLOWER, `no leader of ${key} in epoch ${id.leaderEpoch}`);
    }
    return log;
  }
}
