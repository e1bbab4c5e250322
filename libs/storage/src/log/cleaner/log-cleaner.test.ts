import { afterEach, describe, expect, it } from '@jest/globals';
import { DiskError, tableCrc32c, type Metrics } from '@ottla/model';
import { buildBatch } from '@ottla/protocol';
import { memoryDisk, recordingLogger, seededRandom, testCompression, virtualTime } from '@ottla/testing';
import { defaultLogConfig, type LogConfig } from '../log-config.ts';
import { LogManager } from '../log-manager.ts';
import { SegmentFiles } from '../segment-files.ts';
import { readValues, START_MS } from '../testing/test-log.ts';
import type { UnifiedLog } from '../unified-log.ts';
import { cleanerInPlace } from './cleaner-in-place.ts';
import type { CleanerThread } from './clean-types.ts';
import { CleanerThreadDied } from './log-cleaner.ts';

const TOPIC_ID = 'abcdefghijklmnopqrstuv';
const BACKOFF_MS = 1_000;

/** A broker's logs and their cleaner on virtual time. */
class Cleaned {
  readonly time = virtualTime({ startMs: START_MS });
  readonly disk = memoryDisk({ clock: this.time.clock });
  readonly logger = recordingLogger();
  readonly gauges = new Map<string, () => number>();
  /** Folders of the groups that were cleaned, in order. */
  readonly cleaned: string[] = [];
  config: LogConfig = { ...defaultLogConfig, cleanupCompact: true, cleanupDelete: false, segmentBytes: 400, indexIntervalBytes: 100, fileDeleteDelayMs: 10 };
  /** Wraps the thread that cleans. */
  wrap: (thread: CleanerThread) => CleanerThread = (thread) => thread;
  manager!: LogManager;

  async start(): Promise<void> {
    this.disk.makeDirectory('/data');
    const nothing = { add() {}, observe() {} };
    const metrics: Metrics = {
      counter: () => nothing,
      histogram: () => nothing,
      collect: () => () => {},
      gauge: (name, _help, read) => {
        this.gauges.set(name, read);
        return () => this.gauges.delete(name);
      },
    };
    const { clock, scheduler } = this.time;
    this.manager = LogManager.open({
      disk: this.disk, directory: '/data', clock, scheduler, crc: tableCrc32c, compression: testCompression,
      random: seededRandom(1), logger: this.logger, metrics, segmentFiles: new SegmentFiles(this.disk),
      cleaner: {
        settings: () => ({ threads: 1, dedupeBufferBytes: 1 << 16, loadFactor: 0.9, ioBufferBytes: 1 << 13, backoffMs: BACKOFF_MS }),
        startThread: () => this.wrap(this.#recording(cleanerInPlace({ disk: this.disk, crc: tableCrc32c, compression: testCompression, pace: () => {} }))),
      },
    });
    await this.manager.load(() => this.config);
    this.manager.start();
  }

  #recording(thread: CleanerThread): CleanerThread {
    let directory = '';
    return {
      ...thread,
      build: async (request) => {
        ({ directory } = request);
        return await thread.build(request);
      },
      clean: async (group) => {
        this.cleaned.push(directory.slice('/data/'.length));
        return await thread.clean(group);
      },
    };
  }

  log(topic: string): UnifiedLog {
    return this.manager.getOrCreate({ topic, partition: 0 }, TOPIC_ID, this.config);
  }

  /** `count` records, each in a batch of its own, of keys 0 to `keys` - 1 in turn. */
  write(log: UnifiedLog, count: number, keys: number): void {
    for (let index = 0; index < count; index++) {
      const timestamp = this.time.clock.now();
      const bytes = buildBatch({ crc: tableCrc32c, timestamp }, [{ key: Buffer.from(`k${index % keys}`), value: Buffer.from(`v${log.logEndOffset}`) }]);
      log.appendAsLeader(bytes, 0, 'client');
      log.flushStaged();
    }
    log.updateHighWatermark(log.writtenEndOffset);
  }

  async pass(ms: number): Promise<void> {
    for (let left = ms; left > 0; left -= BACKOFF_MS / 10) {
      this.time.advance(BACKOFF_MS / 10);
      for (let turn = 0; turn < 400; turn++) await Promise.resolve();
    }
  }

  checkpoint(): string {
    return Buffer.from(this.disk.readFile('/data/cleaner-offset-checkpoint') ?? []).toString();
  }

  gauge(name: string): number | undefined {
    return this.gauges.get(name)?.();
  }
}

describe('the log cleaner', () => {
  let broker = new Cleaned();
  afterEach(() => {
    broker.manager.abandon();
    broker = new Cleaned();
  });

  it('cleans the dirtiest log first, notes how far, and does not do it again after a restart', async () => {
    await broker.start();
    const [small, large] = [broker.log('small'), broker.log('large')];
    broker.write(small, 20, 3);
    await broker.pass(BACKOFF_MS * 2);
    broker.write(small, 12, 3);
    broker.write(large, 60, 3);
    broker.cleaned.length = 0;
    await broker.pass(BACKOFF_MS * 3);
    expect(broker.cleaned[0]).toBe('large-0');
    expect(new Set(broker.cleaned)).toEqual(new Set(['large-0', 'small-0']));
    const active = large.activeSegmentBaseOffset;
    expect(readValues(large, 0, 'logEnd').filter((value) => Number(value.split(':')[0]) < active)).toHaveLength(3);
    expect(broker.checkpoint()).toContain(`large 0 ${active}\n`);
    expect(large.sizeBytes).toBeLessThan(1_000);
    expect(broker.disk.list('/data/large-0').filter((name) => /deleted|swap|cleaned/.test(name))).toEqual([]);
    const seen = readValues(large, 0, 'logEnd');
    await broker.manager.shutdown(1);
    broker.cleaned.length = 0;
    await broker.start();
    await broker.pass(BACKOFF_MS * 3);
    expect(broker.cleaned).toEqual([]);
    expect(readValues(broker.log('large'), 0, 'logEnd')).toEqual(seen);
    expect(broker.gauge('kafka_log_logcleanermanager_max_dirty_percent')).toBe(0);
  });

  it('waits for the dirty ratio, unless max.compaction.lag.ms has passed', async () => {
    broker.config = { ...broker.config, minCleanableDirtyRatio: 0.9 };
    await broker.start();
    const log = broker.log('t');
    broker.write(log, 100, 50);
    await broker.pass(BACKOFF_MS * 2);
    broker.cleaned.length = 0;
    broker.write(log, 8, 50);
    await broker.pass(BACKOFF_MS * 3);
    expect(broker.cleaned).toEqual([]);
    log.updateConfig({ ...broker.config, maxCompactionLagMs: 60_000 });
    await broker.pass(BACKOFF_MS * 2);
    expect(broker.cleaned).toEqual([]);
    await broker.pass(60_000);
    expect(broker.cleaned.length).toBeGreaterThan(0);
  });

  it('leaves records alone that are younger than min.compaction.lag.ms', async () => {
    broker.config = { ...broker.config, minCompactionLagMs: 30_000 };
    await broker.start();
    const log = broker.log('t');
    broker.write(log, 40, 2);
    await broker.pass(BACKOFF_MS * 5);
    expect(broker.cleaned).toEqual([]);
    await broker.pass(30_000);
    expect(new Set(broker.cleaned)).toEqual(new Set(['t-0']));
  });

  it('leaves records alone from the last stable offset on', async () => {
    await broker.start();
    const log = broker.log('t');
    broker.write(log, 12, 2);
    const { writtenEndOffset } = log;
    log.appendAsLeader(buildBatch({ crc: tableCrc32c, timestamp: START_MS, producerId: 9, producerEpoch: 0, baseSequence: 0, isTransactional: true }, [{ key: Buffer.from('k0'), value: Buffer.from('open') }]), 0, 'client');
    broker.write(log, 40, 2);
    await broker.pass(BACKOFF_MS * 3);
    expect(broker.cleaned.length).toBeGreaterThan(0);
    expect(readValues(log, writtenEndOffset, 'logEnd')).toHaveLength(41);
  });

  it('lets retention take segments of compact,delete', async () => {
    broker.config = { ...broker.config, cleanupDelete: true, retentionMs: 100_000 };
    await broker.start();
    const log = broker.log('t');
    broker.write(log, 40, 30);
    await broker.pass(BACKOFF_MS * 3);
    expect(broker.cleaned.length).toBeGreaterThan(0);
    expect(log.logStartOffset).toBe(0);
    await broker.pass(150_000);
    log.deleteOldSegments();
    expect(log.logStartOffset).toBe(40);
  });

  it('gives up a clean when the log is truncated underneath, and begins anew', async () => {
    const waiting = Promise.withResolvers<void>();
    broker.wrap = (thread) => ({
      ...thread,
      clean: async (group) => {
        const cleaned = await thread.clean(group);
        await waiting.promise;
        return cleaned;
      },
    });
    await broker.start();
    const log = broker.log('t');
    broker.write(log, 40, 2);
    await broker.pass(BACKOFF_MS * 2);
    log.truncateTo(10);
    broker.write(log, 30, 2);
    const before = readValues(log, 0, 'logEnd');
    waiting.resolve();
    await broker.pass(BACKOFF_MS / 5);
    expect(readValues(log, 0, 'logEnd')).toEqual(before);
    expect(broker.disk.list('/data/t-0').filter((name) => name.endsWith('.cleaned'))).toEqual([]);
    await broker.pass(BACKOFF_MS * 3);
    expect(readValues(log, 0, 'logEnd').length).toBeLessThan(before.length);
  });

  it('takes a topic that is deleted meanwhile for gone, and a new one of its name for dirty', async () => {
    await broker.start();
    broker.write(broker.log('t'), 40, 2);
    await broker.pass(BACKOFF_MS * 2);
    expect(broker.checkpoint()).toContain('t 0 ');
    broker.manager.deleteLog('t', 0);
    await broker.pass(BACKOFF_MS);
    expect(broker.checkpoint()).not.toContain('t 0 ');
    const anew = broker.log('t');
    broker.write(anew, 40, 2);
    broker.cleaned.length = 0;
    await broker.pass(BACKOFF_MS * 2);
    expect(new Set(broker.cleaned)).toEqual(new Set(['t-0']));
  });

  it('leaves a damaged log alone, says so, and goes on with the others', async () => {
    await broker.start();
    const [damaged, sound] = [broker.log('damaged'), broker.log('sound')];
    broker.write(damaged, 60, 2);
    broker.write(sound, 30, 2);
    const before = readValues(damaged, 0, 'logEnd', 10_000);
    const file = broker.disk.open('/data/damaged-0/00000000000000000000.log', 'write');
    file.writeSync([Uint8Array.of(0x55)], 70);
    file.close();
    await broker.pass(BACKOFF_MS * 4);
    expect(new Set(broker.cleaned)).toEqual(new Set(['sound-0']));
    expect(broker.gauge('kafka_log_logcleanermanager_uncleanable_partitions_count')).toBe(1);
    expect(broker.gauge('kafka_log_logcleanermanager_uncleanable_bytes')).toBe(damaged.sizeBytes);
    expect(damaged.failure).toBeUndefined();
    expect(before).toHaveLength(60);
    expect(broker.disk.list('/data/damaged-0').filter((name) => name.endsWith('.cleaned'))).toEqual([]);
  });

  it('tries again after a full disk, and after a thread died', async () => {
    let failures = 0;
    broker.wrap = (thread) => ({
      ...thread,
      build: async (request) => {
        failures++;
        if (failures === 1) throw new DiskError('full', request.directory, 'no space left');
        if (failures === 2) throw new CleanerThreadDied('killed');
        return await thread.build(request);
      },
    });
    await broker.start();
    const log = broker.log('t');
    broker.write(log, 40, 2);
    await broker.pass(BACKOFF_MS * 1.5);
    expect(failures).toBe(1);
    await broker.pass(BACKOFF_MS * 5);
    expect(new Set(broker.cleaned)).toEqual(new Set(['t-0']));
    expect(broker.gauge('kafka_log_logcleaner_deadthreadcount')).toBe(1);
    expect(broker.gauge('kafka_log_logcleanermanager_uncleanable_partitions_count')).toBe(0);
  });
});
