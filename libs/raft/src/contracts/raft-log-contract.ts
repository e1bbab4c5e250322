import { beforeEach, describe, expect, it } from '@jest/globals';
import { tableCrc32c, type Offset } from '@ottla/model';
import { batchesIn, buildBatch } from '@ottla/protocol';
import type { RaftLog } from '../log/raft-log.ts';

/** One storage that outlives the logs opened on it. */
export interface RaftLogBed {
  /** Opens the log on what is stored; the one before was closed, or died. */
  open(): RaftLog;
  /** The machine loses power: what was not durable is gone. */
  crash(): void;
}

const text = (value: string): Uint8Array => Buffer.from(value);

function batch(baseOffset: Offset, epoch: number, ...values: string[]): Uint8Array {
  const records = values.map((value) => ({ key: null, value: text(value) }));
  return buildBatch({ crc: tableCrc32c, baseOffset, partitionLeaderEpoch: epoch, timestamp: 1000 }, records);
}

function offsetsIn(bytes: Uint8Array): [Offset, Offset][] {
  const found: [Offset, Offset][] = [];
  let end = 0;
  for (const one of batchesIn(bytes)) {
    found.push([one.baseOffset, one.lastOffset]);
    end = one.position + one.sizeInBytes;
  }
  // A batch that is cut would look corrupt to whoever reads on.
  expect(end).toBe(bytes.length);
  return found;
}

/** What every RaftLog does. */
export function raftLogContract(name: string, make: () => RaftLogBed): void {
  describe(`${name} as a RaftLog`, () => {
    let bed: RaftLogBed;
    let log: RaftLog;

    beforeEach(() => {
      bed = make();
      log = bed.open();
    });

    it('is empty at first', () => {
      expect([log.startOffset, log.endOffset, log.lastEpoch, log.latestSnapshot(), log.readVote()]).toEqual([0, 0, 0, undefined, undefined]);
    });

    it('keeps what was synced through a crash, and loses no more than the rest', async () => {
      log.append(batch(0, 1, 'a', 'b'), 1);
      log.append(batch(2, 1, 'c'), 1);
      await log.sync();
      log.append(batch(3, 2, 'd'), 2);
      expect([log.endOffset, log.lastEpoch]).toEqual([4, 2]);
      bed.crash();
      log = bed.open();
      expect([log.endOffset, log.lastEpoch]).toEqual([3, 1]);
      expect(offsetsIn(log.read(0, 1_000_000))).toEqual([[0, 1], [2, 2]]);
      log.append(batch(3, 3, 'e'), 3);
      await log.sync();
      expect(offsetsIn(log.read(3, 1_000_000))).toEqual([[3, 3]]);
    });

    it('takes batches of another log, and cuts them off again where one begins', async () => {
      log.append(batch(0, 1, 'a', 'b'), 1);
      log.appendFetched(Buffer.concat([batch(2, 1, 'c'), batch(3, 2, 'd', 'e')]), 2);
      await log.sync();
      log.appendFetched(batch(5, 3, 'f'), 4);
      await log.sync();
      expect([log.endOffset, log.writtenEndOffset, log.lastEpoch]).toEqual([6, 6, 3]);
      log.truncateTo(3);
      expect([log.endOffset, log.writtenEndOffset, log.lastEpoch]).toEqual([3, 3, 1]);
      expect(offsetsIn(log.read(0, 1_000_000))).toEqual([[0, 1], [2, 2]]);
      log.appendFetched(batch(3, 5, 'g'), 5);
      await log.sync();
      bed.crash();
      log = bed.open();
      expect([log.endOffset, log.lastEpoch]).toEqual([4, 5]);
      expect(offsetsIn(log.read(3, 1_000_000))).toEqual([[3, 3]]);
      log.truncateTo(0);
      expect([log.endOffset, log.lastEpoch]).toEqual([0, 0]);
    });

    it('begins anew behind a snapshot of another log', async () => {
      for (let offset = 0; offset < 5; offset++) log.append(batch(offset, 1, 'x'), 1);
      await log.sync();
      const file = log.createSnapshot({ endOffset: 50, epoch: 4 });
      file.append(text('all'));
      await file.commit();
      log.startAt({ endOffset: 50, epoch: 4 });
      expect([log.startOffset, log.endOffset, log.writtenEndOffset, log.lastEpoch]).toEqual([50, 50, 50, 4]);
      log.appendFetched(batch(50, 4, 'y'), 4);
      await log.sync();
      bed.crash();
      log = bed.open();
      expect([log.startOffset, log.endOffset, log.lastEpoch]).toEqual([50, 51, 4]);
    });

    it('reads whole batches, at least one, from the one that holds the offset', async () => {
      for (let offset = 0; offset < 6; offset += 2) log.append(batch(offset, 1, 'one', 'two'), 1);
      await log.sync();
      expect(offsetsIn(log.read(3, 1))).toEqual([[2, 3]]);
      expect(offsetsIn(log.read(1, 200)).length).toBe(2);
      expect(log.read(6, 1000).length).toBe(0);
    });

    it('keeps the vote at once', () => {
      const vote = { leaderId: 1, leaderEpoch: 7, votedId: -1, votedDirectoryId: 'AAAAAAAAAAAAAAAAAAAAAA' };
      log.writeVote(vote);
      bed.crash();
      expect(bed.open().readVote()).toEqual(vote);
    });

    it('shows a snapshot once it is committed, and drops what is older', async () => {
      for (let offset = 0; offset < 10; offset++) log.append(batch(offset, 1, 'x'), 1);
      await log.sync();
      log.commitTo(10);
      for (const endOffset of [4, 8]) {
        const file = log.createSnapshot({ endOffset, epoch: 1 });
        file.append(text('head'));
        file.append(text(`-${endOffset}`));
        const before = log.latestSnapshot()?.endOffset;
        expect(before).toBe(endOffset === 4 ? undefined : 4);
        await file.commit();
      }
      expect(log.latestSnapshot()).toEqual({ endOffset: 8, epoch: 1, sizeBytes: 6 });
      expect(Buffer.from(log.readSnapshot({ endOffset: 8, epoch: 1 }, 2, 3) ?? []).toString()).toBe('ad-');
      expect(log.readSnapshot({ endOffset: 4, epoch: 1 }, 0, 10)).toBeDefined();
      log.removeBefore({ endOffset: 8, epoch: 1 });
      expect(log.readSnapshot({ endOffset: 4, epoch: 1 }, 0, 10)).toBeUndefined();
      expect([log.startOffset, log.endOffset]).toEqual([8, 10]);
      bed.crash();
      log = bed.open();
      expect([log.startOffset, log.endOffset, log.latestSnapshot()?.endOffset]).toEqual([8, 10, 8]);
      expect(offsetsIn(log.read(8, 1_000_000))).toEqual([[8, 8], [9, 9]]);
    });

    it('stays behind the leader\'s snapshot when one of its own, begun before, comes later', async () => {
      for (let offset = 0; offset < 10; offset++) log.append(batch(offset, 1, 'x'), 1);
      await log.sync();
      log.commitTo(10);
      const own = log.createSnapshot({ endOffset: 8, epoch: 1 });
      const leaders = log.createSnapshot({ endOffset: 12, epoch: 1 });
      leaders.append(text('leader'));
      await leaders.commit();
      log.startAt({ endOffset: 12, epoch: 1 });
      own.append(text('own'));
      await own.commit();
      log.removeBefore({ endOffset: 8, epoch: 1 });
      expect([log.startOffset, log.endOffset, log.latestSnapshot()?.endOffset]).toEqual([12, 12, 12]);
      log.append(batch(12, 1, 'y'), 1);
      expect(log.endOffset).toBe(13);
    });

    it('forgets a snapshot that was not committed', () => {
      log.createSnapshot({ endOffset: 3, epoch: 1 }).append(text('half'));
      bed.crash();
      expect(bed.open().latestSnapshot()).toBeUndefined();
      log = bed.open();
      const file = log.createSnapshot({ endOffset: 3, epoch: 1 });
      file.append(text('half'));
      file.abandon();
      expect(log.latestSnapshot()).toBeUndefined();
    });

    it('goes on at the end of a snapshot that is ahead of the log', async () => {
      log.append(batch(0, 1, 'a'), 1);
      await log.sync();
      const file = log.createSnapshot({ endOffset: 100, epoch: 5 });
      file.append(text('all'));
      await file.commit();
      bed.crash();
      log = bed.open();
      expect([log.startOffset, log.endOffset, log.lastEpoch]).toEqual([100, 100, 5]);
      log.append(batch(100, 6, 'b'), 6);
      await log.sync();
      expect(offsetsIn(log.read(100, 1000))).toEqual([[100, 100]]);
    });
  });
}
