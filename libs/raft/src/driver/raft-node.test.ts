import { describe, expect, it } from '@jest/globals';
import { ErrorCode, silentLogger, type LeaderEpoch } from '@ottla/model';
import { batchesIn } from '@ottla/protocol';
import { tableCrc32c, testCompression, virtualTime, type VirtualTime } from '@ottla/testing';
import { MemoryRaftLog, memoryRaftStorage, type MemoryRaftStorage } from '../contracts/memory-raft-log.ts';
import { snapshotBatches } from '../log/snapshot-batches.ts';
import type { CommittedBatch, RaftStateMachine } from '../raft-client.ts';
import { RaftNode } from './raft-node.ts';

const directoryId = 'nuRbAzHxQ86K2qh5J4qfYA';
const endpoints = [{ name: 'CONTROLLER', host: '127.0.0.1', port: 9093 }];
const text = (value: string): Uint8Array => Buffer.from(value);

/** A storage as the format step leaves it. */
function formatted(): MemoryRaftStorage {
  const storage = memoryRaftStorage();
  const options = { crc: tableCrc32c, epoch: 0, timestamp: 1, lastContainedLogTimestamp: 1, voters: [{ id: 1, directoryId, endpoints }] };
  const bytes = Buffer.concat([...snapshotBatches(options, [])]);
  storage.snapshots.set('0-0', { endOffset: 0, epoch: 0, sizeBytes: bytes.length, bytes });
  return storage;
}

/** Notes everything that it is told, data as text. */
class Recorder implements RaftStateMachine {
  readonly said: string[] = [];
  readonly values: string[] = [];
  whenCommitted: (batch: CommittedBatch) => void = () => {};

  onCommitted(batch: CommittedBatch): void {
    const values = batch.records.map((record) => Buffer.from(record).toString());
    this.values.push(...values);
    this.said.push(`committed ${batch.baseOffset}-${batch.lastOffset} ${values.join(' ')}`.trim());
    this.whenCommitted(batch);
  }
  onSnapshot(id: { endOffset: number }, batches: Iterable<CommittedBatch>): void {
    this.said.push(`snapshot ${id.endOffset}`);
    for (const batch of batches) this.values.push(...batch.records.map((record) => Buffer.from(record).toString()));
  }
  onLeadership(epoch: LeaderEpoch): void {
    this.said.push(`leads ${epoch}`);
  }
  onResigned(epoch: LeaderEpoch): void {
    this.said.push(`resigned ${epoch}`);
  }
  onLeaderChange(leaderId: number, epoch: LeaderEpoch): void {
    this.said.push(`leader ${leaderId} in ${epoch}`);
  }
}

interface Bench {
  readonly time: VirtualTime;
  readonly log: MemoryRaftLog;
  readonly node: RaftNode;
  readonly machine: Recorder;
  readonly fatal: Error[];
  readonly settle: () => Promise<void>;
}

function bench(storage: MemoryRaftStorage): Bench {
  const time = virtualTime();
  const log = new MemoryRaftLog(storage);
  const machine = new Recorder();
  const fatal: Error[] = [];
  const node = new RaftNode({
    nodeId: 1,
    clusterId: 'cluster',
    directoryId,
    endpoints,
    log,
    crc: tableCrc32c,
    compression: testCompression,
    clock: time.clock,
    scheduler: time.scheduler,
    logger: silentLogger,
    onFatal: (cause) => fatal.push(cause),
  });
  const settle = async (): Promise<void> => {
    do {
      for (let turn = 0; turn < 20; turn++) await Promise.resolve();
    } while (time.runTurn());
  };
  return { time, log, node, machine, fatal, settle };
}

async function running(storage = formatted()): Promise<Bench> {
  const made = bench(storage);
  made.node.start(made.machine);
  await made.settle();
  return made;
}

describe('RaftNode', () => {
  it('leads after one sync, and sets no timer', async () => {
    const { node, machine, log, time } = await running();
    expect(machine.said).toEqual(['leader 1 in 1', 'committed 0-2', 'leads 1']);
    expect([node.highWatermark, log.syncCount, time.nextTimerMs()]).toEqual([3, 1, undefined]);
    expect(node.leader()).toEqual({ leaderId: 1, epoch: 1 });
    expect(node.quorum()).toMatchObject({ leaderId: 1, epoch: 1, highWatermark: 3, voters: [{ id: 1, directoryId, logEndOffset: 3 }], observers: [] });
  });

  it('writes the appends of a turn with one sync, and what comes during a sync with the next', async () => {
    const { node, machine, log, settle } = await running();
    expect(node.append(1, [text('a'), text('b')])).toEqual({ baseOffset: 3, lastOffset: 4 });
    expect(node.append(1, [text('c')])).toEqual({ baseOffset: 5, lastOffset: 5 });
    log.holdSyncs();
    await settle();
    expect([log.syncCount, node.highWatermark]).toEqual([2, 3]);
    node.append(1, [text('d')]);
    node.append(1, [text('e')]);
    await settle();
    expect(log.syncCount).toBe(2);
    expect(machine.values).toEqual([]);
    log.releaseSyncs();
    await settle();
    expect([log.syncCount, node.highWatermark]).toEqual([3, 8]);
    expect(machine.said.slice(3)).toEqual(['committed 3-4 a b', 'committed 5-5 c', 'committed 6-6 d', 'committed 7-7 e']);
  });

  it('takes appends that the state machine makes while it is told of a commit', async () => {
    const { node, machine, settle } = await running();
    machine.whenCommitted = (batch) => {
      if (batch.lastOffset < 8) node.append(1, [text(`after ${batch.lastOffset}`)]);
    };
    node.append(1, [text('a')]);
    await settle();
    expect(machine.values).toEqual(['a', 'after 3', 'after 4', 'after 5', 'after 6', 'after 7']);
    expect(node.highWatermark).toBe(9);
  });

  it('delivers again, after a restart, everything committed and then leads in the next epoch', async () => {
    const storage = formatted();
    const first = await running(storage);
    first.node.append(1, [text('a'), text('b')]);
    await first.settle();
    await first.node.close();
    const second = await running(storage);
    expect(second.machine.said).toEqual(['leader 1 in 2', 'committed 0-2', 'committed 3-4 a b', 'committed 5-5', 'leads 2']);
    expect(() => second.node.append(1, [text('x')])).toThrow(expect.objectContaining({ code: ErrorCode.NOT_CONTROLLER }));
  });

  it('delivers a long log in slices, a slice a turn, and leads only behind it', async () => {
    const storage = formatted();
    const first = await running(storage);
    const large = 'x'.repeat(200_000);
    for (let index = 0; index < 12; index++) first.node.append(1, [text(large)]);
    await first.settle();
    await first.node.close();
    const { node, machine, time } = bench(storage);
    node.start(machine);
    const seen: number[] = [];
    for (let turn = 0; turn < 12; turn++) {
      time.runTurn();
      for (let step = 0; step < 20; step++) await Promise.resolve();
      seen.push(machine.values.length);
      if (machine.values.length < 12) expect(machine.said.includes('leads 2')).toBe(false);
    }
    expect(machine.said.at(-1)).toBe('leads 2');
    expect(new Set(seen).size).toBeGreaterThan(4);
  });

  it('keeps what was committed through a crash at every step', async () => {
    for (const crashAt of ['before start', 'vote', 'appended', 'syncing', 'committed'] as const) {
      const storage = formatted();
      const first = await running(storage);
      first.node.append(1, [text('kept')]);
      await first.settle();
      await first.node.close();

      const second = bench(storage);
      if (crashAt === 'vote') second.log.append = () => second.log.crash();
      if (crashAt !== 'before start') {
        second.node.start(second.machine);
        if (crashAt !== 'vote') await second.settle();
        else second.time.runTurn();
      }
      if (crashAt === 'appended' || crashAt === 'syncing' || crashAt === 'committed') second.node.append(2, [text('later')]);
      if (crashAt === 'syncing') second.log.holdSyncs();
      if (crashAt === 'syncing' || crashAt === 'committed') await second.settle();
      const acknowledged = second.machine.values;
      second.log.crash();

      const third = await running(storage);
      expect(third.machine.values.slice(0, acknowledged.length)).toEqual(acknowledged);
      expect(third.machine.values).toEqual(crashAt === 'committed' ? ['kept', 'later'] : ['kept']);
      // Never twice the same epoch, even when nothing of it reached the log.
      expect(third.node.leader().epoch).toBe(crashAt === 'before start' ? 2 : 3);
    }
  });

  it('resigns and says so once when a sync fails, and acknowledges nothing of it', async () => {
    const { node, machine, log, fatal, settle } = await running();
    const waited = node.awaitCommitted(3, 60_000);
    node.append(1, [text('a')]);
    log.failWith(new Error('disk is gone'));
    await settle();
    await waited;
    expect(machine.said.slice(3)).toEqual(['resigned 1', 'leader -1 in 1']);
    expect(fatal.map(({ message }) => message)).toEqual(['disk is gone']);
    expect(() => node.append(1, [text('b')])).toThrow(expect.objectContaining({ code: ErrorCode.NOT_CONTROLLER }));
  });

  it('resigns behind the call when an append fails, not inside it', async () => {
    const { node, machine, log, fatal, settle } = await running();
    log.failWith(new Error('disk is full'));
    expect(() => node.append(1, [text('a')])).toThrow(expect.objectContaining({ code: ErrorCode.NOT_CONTROLLER }));
    expect(machine.said.length).toBe(3);
    await settle();
    expect(machine.said.slice(3)).toEqual(['resigned 1', 'leader -1 in 1']);
    expect(fatal.length).toBe(1);
  });

  it('stops when the state machine throws', async () => {
    const { node, machine, fatal, settle } = await running();
    machine.whenCommitted = () => {
      throw new Error('a defect');
    };
    node.append(1, [text('a')]);
    node.append(1, [text('b')]);
    await settle();
    expect(fatal.map(({ message }) => message)).toEqual(['a defect']);
    expect(machine.values).toEqual(['a']);
  });

  it('refuses a batch beyond 8 MiB', async () => {
    const { node } = await running();
    const record = new Uint8Array(3 * 1024 * 1024);
    expect(() => node.append(1, [record, record, record])).toThrow(expect.objectContaining({ code: ErrorCode.RECORD_LIST_TOO_LARGE }));
    expect(node.append(1, [record, record]).baseOffset).toBe(3);
  });

  it('wakes who waits for a commit in that turn, or after the wait', async () => {
    const { node, time, settle } = await running();
    let woken = '';
    void node.awaitCommitted(2, 1000).then(() => (woken += 'past '));
    void node.awaitCommitted(3, 1000).then(() => (woken += 'next '));
    void node.awaitCommitted(4, 1000).then(() => (woken += 'late '));
    await settle();
    expect(woken).toBe('past ');
    node.append(1, [text('a')]);
    await settle();
    expect(woken).toBe('past next ');
    time.advance(1000);
    await settle();
    expect(woken).toBe('past next late ');
    expect(time.nextTimerMs()).toBeUndefined();
  });

  it('reads committed batches only', async () => {
    const { node, log, settle } = await running();
    node.append(1, [text('a')]);
    await settle();
    log.holdSyncs();
    node.append(1, [text('b')]);
    await settle();
    const offsets = [...batchesIn(node.readCommitted(0, 100_000))].length;
    expect(offsets).toBe(2);
    expect(node.readCommitted(4, 1000).length).toBe(0);
    log.releaseSyncs();
    await settle();
    expect(node.readCommitted(4, 1000).length).toBeGreaterThan(0);
  });

  it('writes a snapshot in slices, drops the log before it, and starts from it', async () => {
    const storage = formatted();
    const { node, settle, time, machine } = await running(storage);
    for (let index = 0; index < 5; index++) node.append(1, [text(`r${index}`)]);
    await settle();
    const bytesBefore = node.bytesSinceSnapshot;
    expect(bytesBefore).toBeGreaterThan(300);
    const state = Array.from({ length: 4000 }, (_, index) => text(`state ${index} ${'x'.repeat(40)}`));
    const written = node.writeSnapshot({ endOffset: 8, epoch: 1 }, 12, state);
    time.runTurn();
    for (let step = 0; step < 20; step++) await Promise.resolve();
    expect(node.latestSnapshot()?.endOffset).toBe(0);
    node.append(1, [text('meanwhile')]);
    await settle();
    await written;
    expect(machine.values.at(-1)).toBe('meanwhile');
    expect([node.logStartOffset, node.latestSnapshot()?.endOffset]).toEqual([8, 8]);
    expect(node.bytesSinceSnapshot).toBeLessThan(bytesBefore);
    expect(() => node.readCommitted(7, 100)).toThrow(expect.objectContaining({ code: ErrorCode.OFFSET_OUT_OF_RANGE }));
    expect(() => node.readSnapshot({ endOffset: 7, epoch: 1 }, 0, 10)).toThrow(expect.objectContaining({ code: ErrorCode.SNAPSHOT_NOT_FOUND }));
    expect(() => node.readSnapshot({ endOffset: 8, epoch: 1 }, 10_000_000, 10)).toThrow(expect.objectContaining({ code: ErrorCode.POSITION_OUT_OF_RANGE }));
    await expect(node.writeSnapshot({ endOffset: 8, epoch: 1 }, 12, [])).rejects.toThrow('exists');
    await expect(node.writeSnapshot({ endOffset: 99, epoch: 1 }, 12, [])).rejects.toThrow('not committed');
    await node.close();

    const again = await running(storage);
    expect(again.machine.said.slice(0, 4)).toEqual(['snapshot 8', 'leader 1 in 2', 'committed 8-8 meanwhile', 'committed 9-9']);
    expect(again.machine.values.length).toBe(4001);
    expect(again.node.quorum().voters[0]?.directoryId).toBe(directoryId);
  });

  it('refuses to run on a folder that names no voters', () => {
    expect(() => bench(memoryRaftStorage())).toThrow(expect.objectContaining({ code: ErrorCode.KAFKA_STORAGE_ERROR }));
  });

  it('syncs what was appended before it closes', async () => {
    const storage = formatted();
    const { node } = await running(storage);
    node.append(1, [text('last')]);
    await node.close();
    expect((await running(storage)).machine.values).toEqual(['last']);
  });
});
