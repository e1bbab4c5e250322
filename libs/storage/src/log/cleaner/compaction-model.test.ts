import { describe, expect, it } from '@jest/globals';
import { silentLogger } from '@ottla/model';
import { memoryDisk } from '@ottla/testing';
import { CompactedHistory, FailingDisk, readCommitted, tableOf, type SeenRecord } from '../testing/compacted-history.ts';
import { TestLog } from '../testing/test-log.ts';

const DELETE_RETENTION_MS = 500;
const config = { cleanupCompact: true, cleanupDelete: false, segmentBytes: 1_500, indexIntervalBytes: 200, deleteRetentionMs: DELETE_RETENTION_MS };

/** What a reader from the start sees must make the table that the whole history makes, of records as they were written. */
function check(history: CompactedHistory): void {
  const { log } = history;
  const start = log.logStartOffset;
  const seen = readCommitted(log);
  const expected = history.committedIn(start, log.lastStableOffset);
  expect(tableOf(seen)).toEqual(tableOf(expected));
  const byOffset = new Map(expected.map((record) => [record.offset, record]));
  for (const record of seen) expect(record).toEqual(byOffset.get(record.offset));
  expect(seen.map(({ offset }) => offset)).toEqual(seen.map(({ offset }) => offset).sort((a, b) => a - b));
  // Nothing dirty is missing.
  const dirty = (records: readonly SeenRecord[]): SeenRecord[] => records.filter(({ offset }) => offset >= history.checkpoint);
  expect(dirty(seen)).toEqual(dirty(expected));
  // What was cleaned has each key once.
  const clean = seen.filter(({ offset }) => offset < history.checkpoint && offset >= start);
  expect(new Set(clean.map(({ key }) => key)).size).toBe(clean.length);
}

/** `SEEDS=1000 FIRST=5000` looks further than every run can. */
const seeds = Array.from({ length: Number(process.env['SEEDS'] ?? 8) }, (_, index) => index + Number(process.env['FIRST'] ?? 1));

describe('a compacted log', () => {
  it.each(seeds)('shows a reader from the start what was written (seed %d)', async (seed) => {
    const history = new CompactedHistory(new TestLog({ config }), seed);
    const { test } = history;
    for (let round = 0; round < 8; round++) {
      for (let step = history.below(30); step >= 0; step--) history.step();
      if (history.below(3) === 0) history.log.maybeIncrementLogStartOffset(history.log.logStartOffset + history.below(history.log.highWatermark - history.log.logStartOffset + 1));
      // A small map covers a part only.
      await history.clean(history.below(2) === 0 ? 1 << 20 : 24 * (10 + history.below(10)));
      check(history);
      const choice = history.below(4);
      if (choice === 0) {
        const { logStartOffset } = history.log;
        await history.log.close();
        test.reopen({ hadCleanShutdown: true, recoveryPoint: history.log.logEndOffset, logStartOffset });
        history.checkSequences();
      } else if (choice === 1) {
        await history.log.sync();
        const { logStartOffset, recoveryPoint } = history.log;
        test.disk.crash({ keepUnsynced: true });
        // Producers must come back from the log alone.
        for (const name of history.log.isMaterialised ? test.names() : []) if (name.endsWith('.snapshot')) test.disk.remove(`${history.log.directory}/${name}`);
        test.reopen({ recoveryPoint, logStartOffset });
        history.checkSequences();
      }
      history.log.updateHighWatermark(history.log.writtenEndOffset);
      check(history);
    }
  });

  it.each(seeds.slice(0, 6))('forgets tombstones and markers in the end, and offsets never (seed %d)', async (seed) => {
    const history = new CompactedHistory(new TestLog({ config }), seed);
    for (let step = 0; step < 120; step++) history.step();
    history.endAll();
    const { log, test } = history;
    const end = log.logEndOffset;
    for (let pass = 0; pass < 4; pass++) {
      log.roll();
      history.write('pass', String(pass));
      test.time.advance(DELETE_RETENTION_MS + 1);
      log.roll();
      await history.clean();
    }
    const seen = readCommitted(log).filter(({ offset }) => offset < end);
    expect(seen.every(({ value }) => value !== null)).toBe(true);
    expect(new Map(seen.map((record) => [record.key, record]))).toEqual(tableOf(history.committedIn(0, end)));
    // Markers and entries of aborted transactions stay only where a batch does: those of records that are left, and the
    // header that keeps the sequence of each of the two transactional producers.
    const markers = test.values(0).filter((value) => value.endsWith(':marker'));
    expect(markers.length).toBeLessThanOrEqual(seen.length + 2);
    const indexes = test.names().filter((name) => name.endsWith('.txnindex'));
    const entryBytes = indexes.map((name) => test.disk.stat(`${log.directory}/${name}`)?.sizeBytes ?? 0).reduce((sum, bytes) => sum + bytes, 0);
    expect(entryBytes).toBeLessThanOrEqual(2 * 34);
    expect(log.logEndOffset).toBeGreaterThan(end);
  });
});

describe('a clean that a crash interrupts', () => {
  /** A history with a cleaned head and a dirty rest, the same for each try. */
  async function prepared(seed: number): Promise<{ history: CompactedHistory; power: FailingDisk }> {
    const inner = memoryDisk();
    const power = new FailingDisk(inner);
    const history = new CompactedHistory(new TestLog({ disk: inner, config, options: { disk: power.disk, logger: silentLogger } }), seed);
    for (let step = 0; step < 30; step++) history.step();
    await history.clean();
    for (let step = 0; step < 20; step++) history.step();
    history.test.time.advance(DELETE_RETENTION_MS + 1);
    await history.log.sync();
    return { history, power };
  }

  const crashes = [
    ['forgets what was not synced', (test: TestLog) => test.disk.crash(), 1],
    ['keeps all of it', (test: TestLog) => test.disk.crash({ keepUnsynced: true }), 2],
    ['keeps names and half of the writes', (test: TestLog) => test.disk.crash({ keepUnsynced: (_path, writes) => writes >> 1, tear: true }), 3],
    ['is the death of the process', (test: TestLog) => test.disk.killProcess(), 4],
  ] as const;

  describe.each(crashes)('and the crash %s', (_name, crash, seed) => {
    it('leaves a log with the same content, at every step', async () => {
      let steps = 0;
      for (let failAt = 1; ; failAt++) {
        const { history, power } = await prepared(seed);
        const { recoveryPoint } = history.log;
        power.arm(failAt);
        const isDone = await history.clean(1 << 20, power.disk).then(() => true, () => false);
        if (isDone) break;
        steps++;
        power.arm(-1);
        crash(history.test);
        history.test.reopen({ recoveryPoint });
        history.log.updateHighWatermark(history.log.writtenEndOffset);
        expect(history.test.names().filter((name) => /cleaned|swap|deleted/.test(name))).toEqual([]);
        const seen = readCommitted(history.log);
        expect(tableOf(seen)).toEqual(tableOf(history.committedIn(0, history.log.lastStableOffset)));
        await history.clean();
        check(history);
      }
      expect(steps).toBeGreaterThan(15);
    });
  });
});
