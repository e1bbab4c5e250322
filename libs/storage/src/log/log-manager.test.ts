import { afterEach, describe, expect, it } from '@jest/globals';
import { ErrorCode, errorCodeOf, silentMetrics, tableCrc32c, ZERO_UUID } from '@ottla/model';
import { memoryDisk, recordingLogger, seededRandom, testCompression, virtualTime } from '@ottla/testing';
import { defaultLogConfig, type LogConfig } from './log-config.ts';
import { LogManager, type LogManagerOptions } from './log-manager.ts';
import { scanSegment, type SegmentScanRequest } from './segment-scan.ts';
import { SegmentFiles } from './segment-files.ts';
import { batchOf, readValues, START_MS } from './testing/test-log.ts';
import type { UnifiedLog } from './unified-log.ts';

const TOPIC_ID = 'abcdefghijklmnopqrstuv';
const OTHER_ID = 'zbcdefghijklmnopqrstuv';

class Broker {
  readonly time = virtualTime({ startMs: START_MS });
  readonly disk = memoryDisk({ clock: this.time.clock });
  readonly logger = recordingLogger();
  config: LogConfig = { ...defaultLogConfig, segmentBytes: 400, indexIntervalBytes: 100 };
  manager!: LogManager;

  constructor() {
    this.disk.makeDirectory('/data');
    this.disk.syncDirectory('/data');
  }

  options(more: Partial<LogManagerOptions> = {}): LogManagerOptions {
    const { clock, scheduler } = this.time;
    return {
      disk: this.disk,
      directory: '/data',
      clock,
      scheduler,
      crc: tableCrc32c,
      compression: testCompression,
      random: seededRandom(1),
      logger: this.logger,
      metrics: silentMetrics,
      segmentFiles: new SegmentFiles(this.disk),
      ...more,
    };
  }

  async start(more: Partial<LogManagerOptions> = {}): Promise<LogManager> {
    this.manager = LogManager.open(this.options(more));
    await this.manager.load(() => this.config);
    this.manager.start();
    return this.manager;
  }

  log(topic: string, partition = 0, topicId = TOPIC_ID): UnifiedLog {
    return this.manager.getOrCreate({ topic, partition }, topicId, this.config);
  }

  append(log: UnifiedLog, count: number, timestamp = START_MS): void {
    for (let index = 0; index < count; index++) log.appendAsLeader(batchOf([`v${log.logEndOffset}`], { timestamp }), 0, 'client');
    log.flushStaged();
    log.maybeIncrementHighWatermark(log.writtenEndOffset);
  }

  text(name: string): string {
    return Buffer.from(this.disk.readFile(`/data/${name}`) ?? []).toString();
  }

  /** Lets what waits for a disk go on. */
  async settle(): Promise<void> {
    for (let turn = 0; turn < 50; turn++) await Promise.resolve();
  }
}

let broker: Broker;
afterEach(() => broker.manager.abandon());

describe('LogManager', () => {
  it('touches no disk for a log without records', async () => {
    broker = new Broker();
    await broker.start();
    const before = broker.disk.list('/data');
    const log = broker.log('t');
    expect(broker.manager.get('t', 0)).toBe(log);
    expect(broker.log('t')).toBe(log);
    expect(broker.disk.list('/data')).toEqual(before);
    broker.manager.deleteLog('t', 0);
    expect(broker.manager.get('t', 0)).toBeUndefined();
    expect(broker.disk.list('/data')).toEqual(before);
  });

  it('sets a stray log aside under another name and keeps it, also over a restart', async () => {
    broker = new Broker();
    await broker.start();
    broker.append(broker.log('t'), 3);
    const path = broker.manager.setAside('t', 0) as string;
    expect(path).toMatch(/^\/data\/t-0\..+-stray$/);
    expect(broker.manager.get('t', 0)).toBeUndefined();
    await broker.manager.shutdown(1);
    await broker.start();
    expect(broker.manager.get('t', 0)).toBeUndefined();
    expect(broker.disk.list(path)).toContain('00000000000000000000.log');
    expect(broker.manager.setAside('nosuch', 0)).toBeUndefined();
  });

  it('finds everything again after a clean shutdown, without a scan', async () => {
    broker = new Broker();
    await broker.start();
    expect([broker.manager.hadCleanShutdown, broker.manager.previousBrokerEpoch]).toEqual([false, -1]);
    broker.append(broker.log('t', 3), 20);
    broker.append(broker.log('a-b', 0), 5);
    broker.log('a-b', 0).maybeIncrementLogStartOffset(2);
    await broker.manager.shutdown(77);
    broker.disk.crash();
    await broker.start({ scan: () => Promise.reject(new Error('a scan')) });
    expect([broker.manager.hadCleanShutdown, broker.manager.previousBrokerEpoch]).toEqual([true, 77]);
    expect(broker.disk.stat('/data/.kafka_cleanshutdown')).toBeUndefined();
    const log = broker.manager.get('t', 3) as UnifiedLog;
    expect([log.logEndOffset, log.topicId, log.recoveryPoint]).toEqual([20, TOPIC_ID, 20]);
    expect(broker.manager.checkpointedHighWatermark({ topic: 't', partition: 3 })).toBe(20);
    expect((broker.manager.get('a-b', 0) as UnifiedLog).logStartOffset).toBe(2);
    expect([...broker.manager.logs()].length).toBe(2);
    expect(readValues(log, 0, 'logEnd').length).toBe(20);
  });

  it('recovers after a crash through the scan it was given', async () => {
    broker = new Broker();
    await broker.start();
    broker.append(broker.log('t'), 20);
    broker.disk.killProcess();
    const scanned: SegmentScanRequest[] = [];
    const progress: string[] = [];
    broker.manager.abandon();
    broker.manager = LogManager.open(
      broker.options({
        scan: async (request) => {
          scanned.push(request);
          return scanSegment(broker.disk, tableCrc32c, request);
        },
      }),
    );
    await broker.manager.load(
      () => broker.config,
      (loaded, total) => progress.push(`${loaded}/${total}`),
    );
    expect(scanned.length).toBeGreaterThan(3);
    expect(progress).toEqual(['1/1']);
    expect(readValues(broker.manager.get('t', 0) as UnifiedLog, 0, 'logEnd').length).toBe(20);
  });

  it('makes a long tail durable as it grows, and notes it for recovery', async () => {
    broker = new Broker();
    broker.config = { ...defaultLogConfig, segmentBytes: 1 << 30 };
    await broker.start();
    const log = broker.log('t');
    const value = 'x'.repeat((1 << 20) - 100);
    for (let count = 0; count < 70; count++) {
      log.appendAsLeader(batchOf([value], { timestamp: START_MS }), 0, 'client');
      log.flushStaged();
    }
    await broker.settle();
    expect([log.segmentCount, log.recoveryPoint]).toEqual([1, 65]);
    broker.time.advance(1_000);
    await broker.settle();
    expect(broker.text('recovery-point-offset-checkpoint')).toContain('t 0 65');
  });

  it('notes a truncation below the recovery point before the turn ends', async () => {
    broker = new Broker();
    await broker.start();
    const log = broker.log('t');
    broker.append(log, 20);
    await log.sync();
    broker.time.advance(60_000);
    await broker.settle();
    expect(broker.text('recovery-point-offset-checkpoint')).toContain('t 0 20');
    log.truncateTo(12);
    broker.append(log, 3);
    broker.time.runTurn();
    expect(broker.text('recovery-point-offset-checkpoint')).toContain('t 0 12');
  });

  it('is refused a folder that another process has', async () => {
    broker = new Broker();
    await broker.start();
    expect(() => LogManager.open(broker.options())).toThrow('/data is in use by');
    await broker.manager.shutdown(1);
    await broker.start();
  });

  it('renames a deleted partition at once and removes it later', async () => {
    broker = new Broker();
    await broker.start();
    broker.append(broker.log('t'), 5);
    broker.log('t').maybeIncrementLogStartOffset(3);
    broker.time.advance(60_000);
    await broker.settle();
    expect(broker.text('log-start-offset-checkpoint')).toContain('t 0 3');
    broker.manager.deleteLog('t', 0);
    broker.time.runTurn();
    expect(broker.text('log-start-offset-checkpoint')).not.toContain('t 0');
    const [folder] = broker.disk.list('/data').filter((name) => name.endsWith('-delete'));
    expect(folder).toMatch(/^t-0\.[A-Za-z0-9_-]{22}-delete$/);
    broker.append(broker.log('t', 0, OTHER_ID), 1);
    expect(broker.log('t', 0, OTHER_ID).logStartOffset).toBe(0);
    broker.time.advance(59_000);
    expect(broker.disk.list('/data')).toContain(folder);
    broker.time.advance(2_000);
    expect(broker.disk.list('/data')).not.toContain(folder);
    expect(broker.disk.list('/data')).toContain('t-0');
  });

  it('removes what a deletion left before the start', async () => {
    broker = new Broker();
    broker.disk.makeDirectory('/data/t-0.abc-delete');
    broker.disk.makeDirectory('/data/__cluster_metadata-0');
    broker.disk.makeDirectory('/data/t-1-future');
    await broker.start();
    broker.time.advance(100);
    expect(broker.disk.list('/data').filter((name) => name !== '.lock')).toEqual(['__cluster_metadata-0', 't-1-future']);
    expect([...broker.manager.logs()]).toEqual([]);
  });

  it('tells a topic that was made anew from the one on disk', async () => {
    broker = new Broker();
    await broker.start();
    broker.append(broker.log('t'), 1);
    expect(() => broker.log('t', 0, OTHER_ID)).toThrow('belongs to topic id');
    await broker.manager.shutdown(1);
    broker.disk.remove('/data/t-0/partition.metadata');
    await broker.start();
    expect(broker.manager.get('t', 0)?.topicId).toBe(ZERO_UUID);
    expect(broker.log('t', 0, OTHER_ID).topicId).toBe(OTHER_ID);
    expect(broker.text('t-0/partition.metadata')).toContain(OTHER_ID);
  });

  it('expires old segments and removes their files after file.delete.delay.ms', async () => {
    broker = new Broker();
    broker.config = { ...broker.config, retentionMs: 100_000 };
    await broker.start();
    const log = broker.log('t');
    broker.append(log, 20);
    broker.time.advance(200_000);
    broker.append(log, 1, broker.time.clock.now());
    broker.time.advance(140_000);
    expect(log.logStartOffset).toBeGreaterThan(10);
    const deleted = () => broker.disk.list('/data/t-0').filter((name) => name.endsWith('.deleted')).length;
    expect(deleted()).toBeGreaterThan(0);
    broker.time.advance(60_100);
    expect(deleted()).toBe(0);
  });

  it('expires segments of a log that is being written whenever it looks, between two writes', async () => {
    broker = new Broker();
    broker.config = { ...broker.config, retentionBytes: 800 };
    await broker.start({ settings: { retentionCheckIntervalMs: 1_000 } });
    const log = broker.log('t');
    broker.append(log, 20);
    log.appendAsLeader(batchOf(['late']), 0, 'client');
    const write = log.flushStagedAsync();
    broker.time.advance(1_000);
    expect([log.logStartOffset, log.writing === undefined]).toEqual([0, false]);
    await write;
    await broker.settle();
    expect(log.logStartOffset).toBeGreaterThan(0);
    expect(readValues(log, log.logStartOffset, 'logEnd').at(-1)).toBe('20:late');
  });

  it('checkpoints what changed, and only then', async () => {
    broker = new Broker();
    await broker.start();
    broker.append(broker.log('t'), 20);
    broker.time.advance(5_000);
    await broker.settle();
    expect(broker.text('replication-offset-checkpoint')).toBe('0\n1\nt 0 20\n');
    broker.disk.failNext('open', 'io', { pathPart: 'replication-offset-checkpoint', times: 100 });
    broker.time.advance(20_000);
    await broker.settle();
    expect(broker.logger.lines.filter(({ level }) => level === 'error')).toEqual([]);
    broker.append(broker.log('t'), 1);
    broker.time.advance(5_000);
    await broker.settle();
    expect(broker.logger.lines.filter(({ level }) => level === 'error').length).toBe(1);
  });

  it('flushes sealed segments after a roll, and by flush.ms', async () => {
    broker = new Broker();
    await broker.start();
    const log = broker.log('t');
    broker.append(log, 20);
    await broker.settle();
    expect(log.recoveryPoint).toBe(log.activeSegmentBaseOffset);
    broker.manager.updateConfig('t', { ...broker.config, flushMs: 2_000 });
    broker.time.advance(1_500);
    await broker.settle();
    expect(log.recoveryPoint).toBeLessThan(20);
    broker.time.advance(1_500);
    await broker.settle();
    expect(log.recoveryPoint).toBe(20);
    broker.time.advance(60_000);
    await broker.settle();
    expect(broker.text('recovery-point-offset-checkpoint')).toBe('0\n1\nt 0 20\n');
  });

  it('forgets producers after their time', async () => {
    broker = new Broker();
    await broker.start({ settings: { producerIdExpirationMs: 1_000_000 } });
    const log = broker.log('t');
    log.appendAsLeader(batchOf(['a'], { producerId: 4, producerEpoch: 0, baseSequence: 0 }), 0, 'client');
    log.flushStaged();
    broker.time.advance(600_000);
    expect(log.activeProducers().length).toBe(1);
    broker.time.advance(600_000);
    expect(log.activeProducers()).toEqual([]);
  });

  it('leaves no mark of a clean shutdown when a log failed', async () => {
    broker = new Broker();
    await broker.start();
    broker.append(broker.log('t'), 2);
    broker.append(broker.log('u'), 2);
    broker.disk.failNext('write', 'io', { pathPart: '/t-0/' });
    let code: number | undefined;
    try {
      broker.append(broker.log('t'), 1);
    } catch (error) {
      code = errorCodeOf(error);
    }
    expect(code).toBe(ErrorCode.KAFKA_STORAGE_ERROR);
    await broker.manager.shutdown(5);
    await broker.start();
    expect(broker.manager.hadCleanShutdown).toBe(false);
    expect(broker.manager.get('t', 0)?.logEndOffset).toBe(2);
    expect(broker.manager.get('u', 0)?.logEndOffset).toBe(2);
  });

  it('counts a log that failed for as long as it is there', async () => {
    broker = new Broker();
    await broker.start();
    for (const topic of ['t', 'u']) {
      broker.disk.failNext('write', 'io', { pathPart: `/${topic}-0/` });
      expect(() => broker.append(broker.log(topic), 1)).toThrow('failed');
    }
    expect(broker.manager.failedLogCount).toBe(2);
    broker.manager.deleteLog('t', 0);
    broker.append(broker.log('t'), 1);
    expect(broker.manager.failedLogCount).toBe(1);
    broker.manager.deleteLog('u', 0);
    expect(broker.manager.failedLogCount).toBe(0);
    await broker.manager.shutdown(5);
    await broker.start();
    expect([broker.manager.hadCleanShutdown, broker.manager.get('t', 0)?.logEndOffset]).toEqual([true, 1]);
  });

  it('goes on without a checkpoint that is damaged', async () => {
    broker = new Broker();
    const file = broker.disk.open('/data/recovery-point-offset-checkpoint', 'create');
    file.writeSync([Buffer.from('nonsense')], 0);
    file.close();
    await broker.start();
    expect(broker.logger.lines.some(({ level, message }) => level === 'warn' && message.includes('checkpoint'))).toBe(true);
  });

  it('does nothing while nothing happens', async () => {
    broker = new Broker();
    await broker.start();
    for (let partition = 0; partition < 100; partition++) broker.log('t', partition);
    broker.append(broker.log('t', 7), 3);
    broker.time.advance(700_000);
    await broker.settle();
    for (const operation of ['open', 'list', 'rename', 'write', 'readFile', 'remove', 'syncDirectory'] as const) broker.disk.failNext(operation, 'io', { times: 1_000 });
    broker.time.advance(1_000_000);
    await broker.settle();
    expect(broker.logger.lines.filter(({ level }) => level === 'error' || level === 'warn')).toEqual([]);
  });
});
