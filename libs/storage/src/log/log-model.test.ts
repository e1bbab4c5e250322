import { describe, expect, it } from '@jest/globals';
import type { Offset } from '@ottla/model';
import { seededRandom } from '@ottla/testing';
import { batchOf, readValues, TestLog } from './testing/test-log.ts';

/**
 * Random operations on a log beside a model of it. After a crash the log may end earlier, or show again what a
 * truncation took that was not synced, but what lies below the recovery point must be there, nothing may be there
 * that was never written, and nothing may be damaged.
 */
class Model {
  readonly test: TestLog;
  readonly #random: ReturnType<typeof seededRandom>;
  /** `offset:value` of what is written, and of what is staged behind it. */
  written: string[] = [];
  staged: string[] = [];
  startOffset: Offset = 0;
  readonly ever = new Set<string>();
  #counter = 0;
  #epoch = 0;
  #sequence = 0;
  #timeMs = 0;

  constructor(seed: number) {
    this.#random = seededRandom(seed);
    this.test = new TestLog({ config: { segmentBytes: 2_000, indexIntervalBytes: 150 } });
  }

  below(bound: number): number {
    return this.#random.below(bound);
  }

  get writtenEnd(): Offset {
    return this.startOffset + this.written.length;
  }

  append(): void {
    const { log } = this.test;
    const count = 1 + this.below(4);
    const values = Array.from({ length: count }, () => `v${this.#counter++}${'x'.repeat(this.below(120))}`);
    this.#timeMs += this.below(10);
    if (this.below(20) === 0) this.#epoch++;
    const producer = this.below(2) === 0 ? {} : { producerId: 1, producerEpoch: 0, baseSequence: this.#sequence };
    const timestamp = this.test.at(this.#timeMs);
    let offset = log.logEndOffset;
    if (this.below(3) === 0) {
      const bytes = batchOf(values, { ...producer, timestamp, baseOffset: offset, partitionLeaderEpoch: this.#epoch });
      log.appendAsFollower(Buffer.concat([bytes, batchOf(['cut'], { baseOffset: offset + count }).subarray(0, this.below(70))]), this.#epoch);
    } else {
      expect(log.appendAsLeader(batchOf(values, { ...producer, timestamp }), this.#epoch, 'client').firstOffset).toBe(offset);
    }
    if (producer.producerId !== undefined) this.#sequence += count;
    for (const value of values) this.staged.push(`${offset++}:${value}`);
  }

  wrote(): void {
    for (const value of this.staged) this.ever.add(value);
    this.written.push(...this.staged);
    this.staged = [];
  }

  truncateTo(offset: Offset): void {
    if (this.test.log.truncateTo(offset)) {
      this.wrote();
      // A batch that only begins before the offset goes as a whole.
      const end = this.test.log.logEndOffset;
      expect(end).toBeLessThanOrEqual(offset);
      expect(offset - end).toBeLessThan(4);
      this.written.length = Math.max(0, end - this.startOffset);
      this.startOffset = Math.min(this.startOffset, end);
      this.#forgetProducer();
    }
  }

  begunAnewAt(offset: Offset): void {
    this.written = [];
    this.staged = [];
    this.startOffset = offset;
    this.#forgetProducer();
  }

  /** Sequences that were truncated away are not known any more: the next epoch may begin anew. */
  #forgetProducer(): void {
    const producer = this.test.log.activeProducers().find(({ producerId }) => producerId === 1);
    this.#sequence = producer === undefined ? 0 : producer.lastSequence + 1;
  }

  startsAt(offset: Offset): void {
    this.written = this.written.slice(Math.max(0, offset - this.startOffset));
    this.startOffset = offset;
  }

  check(): void {
    const { log } = this.test;
    expect(log.writtenEndOffset).toBe(this.writtenEnd);
    expect(log.logEndOffset).toBe(this.writtenEnd + this.staged.length);
    expect(log.logStartOffset).toBe(this.startOffset);
    expect(readValues(log, this.startOffset, 'logEnd', 50 + this.below(2_000))).toEqual(this.written);
    if (this.written.length === 0) return;
    const at = this.below(this.written.length);
    expect(readValues(log, this.startOffset + at, 'logEnd', 1)).toEqual(this.written.slice(at));
  }

  async step(): Promise<void> {
    const { log } = this.test;
    const choice = this.below(100);
    if (choice < 45) return this.append();
    if (choice < 60) {
      log.flushStaged();
      return this.wrote();
    }
    if (choice < 65) {
      const write = log.flushStagedAsync();
      const first = this.staged;
      this.staged = [];
      if (this.below(2) === 0) this.append();
      const second = this.staged;
      await write;
      this.staged = first;
      this.wrote();
      this.staged = second;
      return;
    }
    if (choice < 72) return log.sync();
    if (choice < 75) {
      log.roll();
      return this.wrote();
    }
    if (choice < 80) return this.truncateTo(Math.max(this.startOffset, log.logEndOffset - this.below(12)));
    if (choice < 81) {
      const offset = log.logEndOffset + this.below(50) - 20;
      log.truncateFullyAndStartAt(Math.max(0, offset));
      return this.begunAnewAt(Math.max(0, offset));
    }
    if (choice < 87) {
      log.maybeIncrementHighWatermark(this.startOffset + this.below(this.written.length + 1));
      return undefined;
    }
    if (choice < 89) {
      const offset = this.startOffset + this.below(Math.max(1, log.highWatermark - this.startOffset + 1));
      log.maybeIncrementLogStartOffset(offset);
      this.startsAt(log.logStartOffset);
      log.deleteOldSegments();
      for (const path of log.takeDeleted()) this.test.disk.remove(path);
      return undefined;
    }
    return this.#restart(choice);
  }

  async #restart(choice: number): Promise<void> {
    const { test } = this;
    const { logStartOffset, topicId } = test.log;
    if (choice < 94) {
      await test.log.close();
      this.wrote();
      const { recoveryPoint } = test.log;
      expect(recoveryPoint).toBe(this.writtenEnd);
      test.disk.crash();
      const log = test.reopen({ hadCleanShutdown: true, recoveryPoint, logStartOffset });
      expect(log.topicId).toBe(topicId);
      return;
    }
    const { recoveryPoint } = test.log;
    this.staged = [];
    const isMachine = choice >= 97;
    if (isMachine) test.disk.crash({ keepUnsynced: (_path, unsynced) => this.below(unsynced + 1), tear: (_path, bytes) => this.below(bytes) });
    else test.disk.killProcess();
    const log = test.reopen({ recoveryPoint, logStartOffset });
    if (!isMachine) expect(log.writtenEndOffset).toBe(this.writtenEnd);
    expect(log.writtenEndOffset).toBeGreaterThanOrEqual(recoveryPoint);
    const found = test.values(logStartOffset);
    const isDurable = recoveryPoint - logStartOffset;
    if (isDurable > 0) expect(found.slice(0, isDurable)).toEqual(this.written.slice(0, isDurable));
    for (const value of found) expect(this.ever).toContain(value);
    this.written = found;
    this.#forgetProducer();
  }
}

/** `SEEDS=1000 FIRST=5000` looks further than every run can. */
const seeds = Array.from({ length: Number(process.env['SEEDS'] ?? 10) }, (_, index) => index + Number(process.env['FIRST'] ?? 1));

describe('a log under random operations', () => {
  it.each(seeds)('equals its model (seed %d)', async (seed) => {
    const model = new Model(seed);
    for (let step = 0; step < 120; step++) {
      await model.step();
      model.check();
    }
  });
});
