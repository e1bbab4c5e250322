import { describe, expect, it } from '@jest/globals';
import { ErrorCode, errorCodeOf, errorName, tableCrc32c as crc } from '@ottla/model';
import { buildBatch, ControlRecordType, controlRecordKey, RecordBatch } from '@ottla/protocol';
import { memoryDisk, recordingLogger, type MemoryDisk } from '@ottla/testing';
import type { AppendOrigin } from './log-types.ts';
import { PRODUCER_FACT_STRIDE, ProducerStateManager, writeProducerFact, type CompletedTransaction } from './producer-state-manager.ts';

const NOW = 1_750_000_000_000;
const DAY_MS = 86_400_000;
const MAX_SEQUENCE = 2_147_483_647;

function manager(disk: MemoryDisk = folder(), logger = recordingLogger()): ProducerStateManager {
  return new ProducerStateManager({ disk, directory: '/p', crc, logger, producerIdExpirationMs: DAY_MS });
}

function folder(): MemoryDisk {
  const disk = memoryDisk();
  disk.makeDirectory('/p');
  disk.syncDirectory('/');
  return disk;
}

interface BatchSpec {
  readonly id?: number;
  readonly epoch?: number;
  readonly sequence?: number;
  readonly count?: number;
  readonly at?: number;
  readonly timestamp?: number;
  readonly isTransactional?: boolean;
}

function data({ id = 1, epoch = 0, sequence = 0, count = 1, at = 0, timestamp = NOW, isTransactional = false }: BatchSpec): RecordBatch {
  const records = Array.from({ length: count }, () => ({ key: null, value: null }));
  return new RecordBatch(buildBatch({ crc, baseOffset: at, producerId: id, producerEpoch: epoch, baseSequence: sequence, isTransactional, timestamp }, records));
}

function marker(isCommit: boolean, { id = 1, epoch = 0, at = 0, timestamp = NOW }: BatchSpec, coordinatorEpoch = 0): RecordBatch {
  const value = Uint8Array.of(0, 0, 0, 0, 0, coordinatorEpoch);
  const key = controlRecordKey(isCommit ? ControlRecordType.COMMIT : ControlRecordType.ABORT);
  return new RecordBatch(buildBatch({ crc, baseOffset: at, producerId: id, producerEpoch: epoch, isTransactional: true, isControl: true, timestamp }, [{ key, value }]));
}

/** Appends as a leader would: check, then update. */
function append(state: ProducerStateManager, batch: RecordBatch, origin: AppendOrigin = 'client'): void {
  state.check(batch, origin);
  state.update(batch, origin, undefined, -1);
  state.updateMapEndOffset(batch.nextOffset);
}

function end(state: ProducerStateManager, isCommit: boolean, spec: BatchSpec, coordinatorEpoch = 0): CompletedTransaction | undefined {
  const batch = marker(isCommit, spec, coordinatorEpoch);
  state.check(batch, 'coordinator');
  const completed = state.update(batch, 'coordinator', isCommit, coordinatorEpoch);
  state.updateMapEndOffset(batch.nextOffset);
  return completed;
}

/** Name of the error that `run` ends with; NONE when it passes. */
function outcome(run: () => void): string {
  try {
    run();
  } catch (error) {
    return errorName(errorCodeOf(error));
  }
  return errorName(ErrorCode.NONE);
}

const checked = (state: ProducerStateManager, batch: RecordBatch, origin: AppendOrigin = 'client'): string => outcome(() => state.check(batch, origin));

describe('sequences', () => {
  it('may begin anywhere for a producer that nothing is known of, and must follow each other then', () => {
    const state = manager();
    append(state, data({ sequence: 77, count: 3 }));
    expect(checked(state, data({ sequence: 80, at: 3 }))).toBe('NONE');
    for (const sequence of [77, 79, 81, 0]) expect(checked(state, data({ sequence, at: 3 }))).toBe('OUT_OF_ORDER_SEQUENCE_NUMBER');
  });

  it('wrap from 2^31-1 to 0, between batches and inside one', () => {
    const state = manager();
    append(state, data({ sequence: MAX_SEQUENCE }));
    expect(checked(state, data({ sequence: 1, at: 1 }))).toBe('OUT_OF_ORDER_SEQUENCE_NUMBER');
    append(state, data({ sequence: 0, at: 1 }));
    const inside = manager();
    append(inside, data({ sequence: MAX_SEQUENCE - 1, count: 4 }));
    expect([checked(inside, data({ sequence: 2, at: 4 })), checked(inside, data({ sequence: 0, at: 4 }))]).toEqual(['NONE', 'OUT_OF_ORDER_SEQUENCE_NUMBER']);
    expect(inside.findDuplicate(data({ sequence: MAX_SEQUENCE - 1, count: 4 }))).toEqual({ firstOffset: 0, lastOffset: 3, timestamp: NOW });
  });

  it('begin at 0 in a new epoch; an older epoch is refused', () => {
    const state = manager();
    append(state, data({ epoch: 3, sequence: 5 }));
    expect(checked(state, data({ epoch: 4, sequence: 6, at: 1 }))).toBe('OUT_OF_ORDER_SEQUENCE_NUMBER');
    expect(checked(state, data({ epoch: 2, sequence: 6, at: 1 }))).toBe('INVALID_PRODUCER_EPOCH');
    append(state, data({ epoch: 4, sequence: 0, at: 1 }));
    expect(checked(state, data({ epoch: 3, sequence: 6, at: 2 }))).toBe('INVALID_PRODUCER_EPOCH');
    expect(checked(state, data({ epoch: 4, sequence: 1, at: 2 }))).toBe('NONE');
  });

  it('are not the concern of coordinators, whose epochs still count', () => {
    const state = manager();
    append(state, data({ epoch: 3, sequence: 5 }));
    expect(checked(state, data({ epoch: 3, sequence: -1, at: 1 }), 'coordinator')).toBe('NONE');
    expect(checked(state, data({ epoch: 2, sequence: -1, at: 1 }), 'coordinator')).toBe('INVALID_PRODUCER_EPOCH');
  });

  it('are kept for batches with a producer id only', () => {
    const state = manager();
    append(state, data({ id: -1, epoch: -1, sequence: -1 }));
    expect([state.producerCount, state.activeProducers()]).toEqual([0, []]);
  });
});

describe('duplicates', () => {
  it('are the last five batches, by epoch and both sequences', () => {
    const state = manager();
    for (let batch = 0; batch < 7; batch++) append(state, data({ sequence: batch * 2, count: 2, at: 100 + batch * 2, timestamp: NOW + batch }));
    const found = [0, 1, 2, 3, 4, 5, 6, 7].map((batch) => state.findDuplicate(data({ sequence: batch * 2, count: 2 }))?.firstOffset);
    expect(found).toEqual([undefined, undefined, 104, 106, 108, 110, 112, undefined]);
    expect(state.findDuplicate(data({ sequence: 12, count: 2 }))).toEqual({ firstOffset: 112, lastOffset: 113, timestamp: NOW + 6 });
    // Part of a batch, a longer one, another epoch, another producer.
    for (const spec of [{ sequence: 12 }, { sequence: 13 }, { sequence: 11, count: 3 }, { sequence: 12, count: 2, epoch: 1 }, { sequence: 12, count: 2, id: 2 }]) {
      expect(state.findDuplicate(data(spec))).toBeUndefined();
    }
  });

  it('are forgotten with their epoch', () => {
    const state = manager();
    append(state, data({ sequence: 0 }));
    append(state, data({ epoch: 1, sequence: 0, at: 1 }));
    expect(state.findDuplicate(data({ sequence: 0 }))).toBeUndefined();
    expect(state.findDuplicate(data({ epoch: 1, sequence: 0 }))?.firstOffset).toBe(1);
  });
});

describe('transactions', () => {
  it('open with the first transactional batch and hold the last stable offset until their marker is replicated', () => {
    const state = manager();
    append(state, data({ sequence: 0, at: 10, isTransactional: true }));
    append(state, data({ sequence: 1, at: 11, isTransactional: true }));
    expect([state.firstUnstableOffset(), state.hasOngoingTransaction(1, 0), state.hasOngoingTransaction(1, 1), state.hasOngoingTransaction(2, 0)]).toEqual([10, true, false, false]);
    expect(end(state, true, { at: 12 })).toEqual({ producerId: 1, firstOffset: 10, lastOffset: 12, isAborted: false, lastStableOffset: 13 });
    expect([state.firstUnstableOffset(), state.hasOngoingTransaction(1, 0)]).toEqual([10, false]);
    state.onHighWatermark(12);
    expect(state.firstUnstableOffset()).toBe(10);
    state.onHighWatermark(13);
    expect(state.firstUnstableOffset()).toBeUndefined();
  });

  it('tell for the .txnindex how far readers were held back by others', () => {
    const state = manager();
    append(state, data({ id: 1, at: 10, isTransactional: true }));
    append(state, data({ id: 2, at: 11, isTransactional: true }));
    append(state, data({ id: 3, at: 12, isTransactional: true }));
    expect(end(state, false, { id: 2, at: 13 })).toEqual({ producerId: 2, firstOffset: 11, lastOffset: 13, isAborted: true, lastStableOffset: 10 });
    expect(end(state, false, { id: 1, at: 14 })?.lastStableOffset).toBe(12);
    state.onHighWatermark(15);
    expect(state.firstUnstableOffset()).toBe(12);
    expect(end(state, false, { id: 3, at: 15 })?.lastStableOffset).toBe(16);
  });

  it('end without a word when they hold no records, and the marker still counts', () => {
    const state = manager();
    expect(end(state, false, { epoch: 2, at: 5 }, 7)).toBeUndefined();
    expect(state.activeProducers()).toEqual([
      { producerId: 1, producerEpoch: 2, lastSequence: -1, lastTimestamp: NOW, coordinatorEpoch: 7, currentTxnStartOffset: -1 },
    ]);
    expect(checked(state, data({ epoch: 2, sequence: 3, at: 6 }))).toBe('OUT_OF_ORDER_SEQUENCE_NUMBER');
    expect(checked(state, data({ epoch: 2, sequence: 0, at: 6 }))).toBe('NONE');
  });

  it('take no records from outside while they are open', () => {
    const state = manager();
    append(state, data({ sequence: 0, isTransactional: true }));
    expect(checked(state, data({ sequence: 1, at: 1 }))).toBe('INVALID_TXN_STATE');
    end(state, true, { at: 1 });
    expect(checked(state, data({ sequence: 1, at: 2 }))).toBe('NONE');
  });

  it('are not ended by an older epoch or an older coordinator', () => {
    const state = manager();
    append(state, data({ epoch: 3, isTransactional: true }));
    end(state, true, { epoch: 3, at: 1 }, 5);
    append(state, data({ epoch: 3, sequence: 1, at: 2, isTransactional: true }));
    expect(checked(state, marker(true, { epoch: 2, at: 3 }, 6), 'coordinator')).toBe('INVALID_PRODUCER_EPOCH');
    expect(checked(state, marker(true, { epoch: 3, at: 3 }, 4), 'coordinator')).toBe('TRANSACTION_COORDINATOR_FENCED');
    expect(checked(state, marker(true, { epoch: 3, at: 3 }, 5), 'coordinator')).toBe('NONE');
  });

  it('of version 2 end with a greater epoch only; the same marker again is harmless', () => {
    const state = manager();
    const second = (batch: RecordBatch): string => outcome(() => state.check(batch, 'coordinator', 2));
    append(state, data({ epoch: 3, isTransactional: true }));
    expect([second(marker(true, { epoch: 3, at: 1 })), second(marker(true, { epoch: 4, at: 1 }))]).toEqual(['INVALID_PRODUCER_EPOCH', 'NONE']);
    end(state, true, { epoch: 4, at: 1 });
    expect(second(marker(true, { epoch: 4, at: 2 }))).toBe('NONE');
    append(state, data({ epoch: 4, sequence: 0, at: 2, isTransactional: true }));
    // A late copy of the first transaction's marker must not end the second.
    expect(second(marker(true, { epoch: 4, at: 3 }))).toBe('INVALID_PRODUCER_EPOCH');
    end(state, true, { epoch: 32767, at: 3 });
    append(state, data({ epoch: 32767, sequence: 0, at: 4, isTransactional: true }));
    expect(second(marker(true, { epoch: 32767, at: 5 }))).toBe('NONE');
  });

  it('forget sequences when the marker raises the epoch', () => {
    const state = manager();
    append(state, data({ epoch: 0, sequence: 0, isTransactional: true }));
    end(state, true, { epoch: 1, at: 1 });
    expect(checked(state, data({ epoch: 0, sequence: 1, at: 2 }))).toBe('INVALID_PRODUCER_EPOCH');
    expect(checked(state, data({ epoch: 1, sequence: 1, at: 2 }))).toBe('OUT_OF_ORDER_SEQUENCE_NUMBER');
    expect(checked(state, data({ epoch: 1, sequence: 0, at: 2 }))).toBe('NONE');
  });

  it('say nothing when the cleaner emptied their marker', () => {
    const state = manager();
    append(state, data({ sequence: 0, isTransactional: true }));
    expect(state.update(marker(true, { at: 1 }), 'client', undefined, -1)).toBeUndefined();
    expect(state.firstUnstableOffset()).toBe(0);
  });

  it('are forgotten in any order of high watermarks', () => {
    const state = manager();
    for (let id = 1; id <= 200; id++) append(state, data({ id, at: id, isTransactional: true }));
    // Ended from the last to the first, so that the earliest stays longest.
    for (let id = 200; id >= 1; id--) end(state, true, { id, at: 1000 - id });
    expect(state.firstUnstableOffset()).toBe(1);
    state.onHighWatermark(900);
    expect(state.firstUnstableOffset()).toBe(1);
    state.onHighWatermark(1000);
    expect(state.firstUnstableOffset()).toBeUndefined();
  });
});

describe('facts of a scan', () => {
  it('make the same state as the batches themselves', () => {
    const batches: [RecordBatch, boolean | undefined, number][] = [
      [data({ sequence: 5, count: 3, at: 0, isTransactional: true }), undefined, -1],
      [data({ id: 2, epoch: 9, sequence: MAX_SEQUENCE, count: 2, at: 3 }), undefined, -1],
      [marker(false, { epoch: 1, at: 5 }, 4), false, 4],
      [data({ id: 2, epoch: 9, sequence: 1, at: 6, isTransactional: true }), undefined, -1],
      [marker(true, { id: 3, at: 7 }), undefined, -1],
    ];
    const live = manager();
    const replayed = manager();
    const facts = new Float64Array(batches.length * PRODUCER_FACT_STRIDE);
    let at = 0;
    for (const [batch, isCommit, coordinatorEpoch] of batches) at = writeProducerFact(facts, at, batch, isCommit, coordinatorEpoch);
    expect(at).toBe(facts.length);
    for (const [index, [batch, isCommit, coordinatorEpoch]] of batches.entries()) {
      expect(replayed.updateFromFact(facts, index * PRODUCER_FACT_STRIDE)).toEqual(live.update(batch, 'client', isCommit, coordinatorEpoch));
    }
    expect(replayed.activeProducers()).toEqual(live.activeProducers());
    expect([replayed.firstUnstableOffset(), replayed.producerCount]).toEqual([live.firstUnstableOffset(), 2]);
  });
});

describe('expiry', () => {
  it('takes producers that were silent for so long and have no transaction open', () => {
    const state = manager();
    append(state, data({ id: 1, timestamp: NOW - DAY_MS }));
    append(state, data({ id: 2, at: 1, timestamp: NOW - DAY_MS + 1 }));
    append(state, data({ id: 3, at: 2, timestamp: NOW - DAY_MS, isTransactional: true }));
    append(state, data({ id: 4, at: 3, timestamp: NOW - 2 * DAY_MS }));
    append(state, data({ id: 5, at: 4, timestamp: NOW }));
    state.removeExpired(NOW);
    expect(state.activeProducers().map(({ producerId }) => producerId).sort((a, b) => a - b)).toEqual([2, 3, 5]);
    // Those that are left kept their own facts when rows moved.
    expect(state.findDuplicate(data({ id: 5 }))?.firstOffset).toBe(4);
    expect(checked(state, data({ id: 2, sequence: 2, at: 5 }))).toBe('OUT_OF_ORDER_SEQUENCE_NUMBER');
    expect(checked(state, data({ id: 1, sequence: 9, at: 5 }))).toBe('NONE');
    state.removeExpired(NOW + 2 * DAY_MS);
    expect(state.activeProducers().map(({ producerId }) => producerId)).toEqual([3]);
  });

  it('keeps all straight among many producers', () => {
    const state = manager();
    const batch = data({});
    const view = new DataView(batch.bytes.buffer);
    for (let id = 0; id < 20_000; id++) {
      view.setBigInt64(43, BigInt(id));
      view.setBigInt64(35, BigInt(NOW - (id % 3) * DAY_MS));
      batch.setBaseOffset(id);
      state.update(batch, 'client', undefined, -1);
    }
    expect(state.producerCount).toBe(20_000);
    state.removeExpired(NOW);
    expect(state.producerCount).toBe(6667);
    const found = state.activeProducers().map(({ producerId }): [number, number | undefined] => [producerId, state.findDuplicate(data({ id: producerId }))?.firstOffset]);
    expect(found.filter(([id, firstOffset]) => id !== firstOffset || id % 3 !== 0)).toEqual([]);
  });
});
