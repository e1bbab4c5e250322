import { describe, expect, it } from '@jest/globals';
import { tableCrc32c as crc } from '@ottla/model';
import { buildBatch, RecordBatch } from '@ottla/protocol';
import { memoryDisk, recordingLogger, type MemoryDisk } from '@ottla/testing';
import { ProducerStateManager } from './producer-state-manager.ts';

const NOW = 1_700_000_000_500;
const DAY_MS = 86_400_000;
/** What Kafka 4.3.1 wrote (`KafkaVectors files` in tools/golden). */
const kafkas =
  '000142c5c47b0000000200000000000000640002000000090000000000000013000000090000018bcfe56800ffffffffffffffffffffffff' +
  '000e35fa931a00000007ffffffffffffffffffffffff000000000000018bcfe5680100000011000000012a05f200';

function setUp(files: Readonly<Record<string, Uint8Array>> = {}) {
  const disk = memoryDisk();
  disk.makeDirectory('/p');
  disk.syncDirectory('/');
  for (const [name, bytes] of Object.entries(files)) {
    const file = disk.open(`/p/${name}`, 'create');
    file.writeSync([bytes], 0);
    file.close();
  }
  const logger = recordingLogger();
  return { disk, logger, state: open(disk, logger) };
}

function open(disk: MemoryDisk, logger = recordingLogger()): ProducerStateManager {
  const state = new ProducerStateManager({ disk, directory: '/p', crc, logger, producerIdExpirationMs: DAY_MS });
  state.setSnapshotFiles(disk.list('/p').filter((name) => name.endsWith('.snapshot')).map((name) => Number(name.slice(0, 20))));
  return state;
}

function append(state: ProducerStateManager, id: number, sequence: number, at: number, isTransactional = false, timestamp = NOW): void {
  const options = { crc, baseOffset: at, producerId: id, producerEpoch: 0, baseSequence: sequence, isTransactional, timestamp };
  state.update(new RecordBatch(buildBatch(options, [{ key: null, value: null }])), 'client', undefined, -1);
  state.updateMapEndOffset(at + 1);
}

const name = (offset: number): string => `${String(offset).padStart(20, '0')}.snapshot`;
const kafkaFile = Uint8Array.from(Buffer.from(kafkas, 'hex'));

describe('producer snapshots', () => {
  it('of Kafka are read, and written again byte for byte', () => {
    const { disk, state } = setUp({ [name(20)]: kafkaFile });
    expect(state.truncateAndReload(0, 30, NOW)).toBe(20);
    expect(state.activeProducers()).toEqual([
      { producerId: 100, producerEpoch: 2, lastSequence: 9, lastTimestamp: 1_700_000_000_000, coordinatorEpoch: -1, currentTxnStartOffset: -1 },
      { producerId: 4_000_000_000_000_000, producerEpoch: 7, lastSequence: -1, lastTimestamp: 1_700_000_000_001, coordinatorEpoch: 17, currentTxnStartOffset: 5_000_000_000 },
    ]);
    expect([state.firstUnstableOffset(), state.hasOngoingTransaction(4_000_000_000_000_000, 7)]).toEqual([5_000_000_000, true]);
    state.updateMapEndOffset(25);
    state.takeSnapshot(true);
    expect(Buffer.from(disk.readFile(`/p/${name(25)}`) ?? []).toString('hex')).toBe(kafkas);
  });

  it('carry the state over a crash when they were synced', () => {
    const { disk, state } = setUp();
    append(state, 1, 0, 0, true);
    append(state, 2, 5, 1);
    append(state, 3, 0, 2, true);
    state.takeSnapshot(true);
    const before = state.activeProducers();
    disk.crash();
    const after = open(disk);
    expect([after.truncateAndReload(0, 10, NOW), after.activeProducers(), after.firstUnstableOffset(), after.mapEndOffset]).toEqual([3, before, 0, 3]);
  });

  it('are taken once for an end of the log', () => {
    const { state } = setUp();
    state.takeSnapshot(false);
    append(state, 1, 0, 0);
    state.takeSnapshot(false);
    state.takeSnapshot(false);
    append(state, 1, 1, 1);
    state.takeSnapshot(false);
    expect(state.snapshotOffsets()).toEqual([1, 2]);
  });

  it('leave out at loading who has expired, but nobody with a transaction open', () => {
    const { disk, state } = setUp();
    append(state, 1, 0, 0, false, NOW - DAY_MS);
    append(state, 2, 0, 1, true, NOW - DAY_MS);
    append(state, 3, 0, 2, false, NOW - DAY_MS + 1);
    state.takeSnapshot(true);
    const after = open(disk);
    after.truncateAndReload(0, 10, NOW);
    expect(after.activeProducers().map(({ producerId }) => producerId)).toEqual([2, 3]);
  });

  it('above the log end or at its start are dropped, and the newest of the rest is loaded', () => {
    const { disk, state } = setUp();
    for (let at = 0; at < 6; at++) {
      append(state, 1, at, at);
      state.takeSnapshot(true);
    }
    const after = open(disk);
    expect(after.truncateAndReload(2, 5, NOW)).toBe(5);
    expect(after.snapshotOffsets()).toEqual([3, 4, 5]);
    expect(after.activeProducers()[0]?.lastSequence).toBe(4);
    // Nothing to replay when the state ends where the log does.
    append(after, 1, 5, 5);
    expect(after.truncateAndReload(2, 6, NOW)).toBe(6);
    expect(after.activeProducers()[0]?.lastSequence).toBe(5);
    // And after a truncation, the state goes back to a snapshot.
    expect(after.truncateAndReload(2, 4, NOW)).toBe(4);
    expect([after.activeProducers()[0]?.lastSequence, after.snapshotOffsets()]).toEqual([3, [3, 4]]);
    expect(after.truncateAndReload(4, 4, NOW)).toBe(4);
    expect(after.snapshotOffsets()).toEqual([]);
  });

  const flipped = kafkaFile.slice();
  flipped[20] = (flipped[20] as number) ^ 1;
  it.each([
    ['torn', kafkaFile.subarray(0, 60)],
    ['empty', new Uint8Array(0)],
    ['of one byte', Uint8Array.of(0)],
    ['flipped', flipped],
    ['of another version', Uint8Array.of(0, 2, ...kafkaFile.subarray(2))],
    ['longer than its entries', Uint8Array.of(...kafkaFile, 0)],
    ['full of a count that lies', Uint8Array.of(...kafkaFile.subarray(0, 6), 0x7f, 0xff, 0xff, 0xff)],
  ])('that are %s are removed with a warning, and the one before is loaded', (_what, bytes) => {
    const { disk, logger, state } = setUp({ [name(20)]: kafkaFile, [name(25)]: bytes });
    expect(state.truncateAndReload(0, 30, NOW)).toBe(20);
    expect([state.producerCount, state.snapshotOffsets(), disk.list('/p')]).toEqual([2, [20], [name(20)]]);
    expect(logger.lines.map(({ level, fields }) => [level, fields['path']])).toEqual([['warn', `/p/${name(25)}`]]);
  });

  it('lead back to the log start when there is none', () => {
    const { state } = setUp();
    expect([state.truncateAndReload(7, 30, NOW), state.mapEndOffset, state.producerCount]).toEqual([7, 7, 0]);
  });

  it('are removed one by one, or all together', () => {
    const { disk, state } = setUp();
    for (let at = 0; at < 6; at++) {
      append(state, 1, at, at);
      state.takeSnapshot(true);
    }
    state.removeSnapshot(5);
    state.removeSnapshot(5);
    expect([state.snapshotOffsets(), disk.list('/p')]).toEqual([[1, 2, 3, 4, 6], [1, 2, 3, 4, 6].map(name)]);
    state.truncateFullyAndStartAt(50);
    expect([state.snapshotOffsets(), disk.list('/p'), state.mapEndOffset, state.producerCount, state.firstUnstableOffset()]).toEqual([[], [], 50, 0, undefined]);
  });

  it('follow the folder when it is renamed', () => {
    const { disk, state } = setUp();
    append(state, 1, 0, 0);
    disk.rename('/p', '/q');
    state.setDirectory('/q');
    state.takeSnapshot(true);
    expect(disk.list('/q')).toEqual([name(1)]);
  });
});
