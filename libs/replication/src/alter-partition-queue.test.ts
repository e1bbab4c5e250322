import { describe, expect, it } from '@jest/globals';
import { ErrorCode, silentLogger } from '@ottla/model';
import { virtualTime } from '@ottla/testing';
import { AlterPartitionQueue, type IsrAlteration, type IsrAltered } from './alter-partition-queue.ts';

const alteration = (partition: number): IsrAlteration => ({ topicId: 't', partition, leaderEpoch: 1, partitionEpoch: 2, newIsr: [] });
const answerWith = (errorCode: number): IsrAltered => ({ errorCode, leaderEpoch: 1, partitionEpoch: 3, isr: [1] });

/** A queue whose calls the test answers. */
class Bed {
  readonly time = virtualTime();
  readonly calls: { readonly partitions: readonly number[]; readonly resolve: (answers: readonly IsrAltered[]) => void; readonly reject: (error: Error) => void }[] = [];
  readonly answers: string[] = [];
  readonly unwanted = new Set<number>();
  readonly queue = new AlterPartitionQueue(
    (alterations) => new Promise((resolve, reject) => void this.calls.push({ partitions: alterations.map(({ partition }) => partition), resolve, reject })),
    this.time.scheduler,
    silentLogger,
  );

  submit(...partitions: readonly number[]): void {
    for (const partition of partitions) {
      this.queue.submit(alteration(partition), { isWanted: () => !this.unwanted.has(partition), altered: ({ errorCode }) => void this.answers.push(`${partition}: ${errorCode}`) });
    }
  }

  async settle(ms = 0): Promise<void> {
    this.time.advance(ms);
    for (let hop = 0; hop < 10; hop++) await Promise.resolve();
  }

  get asked(): readonly (readonly number[])[] {
    return this.calls.map(({ partitions }) => partitions);
  }
}

describe('AlterPartitionQueue', () => {
  it('sends all of a turn in one call, and what comes meanwhile in the next', async () => {
    const bed = new Bed();
    bed.submit(0, 1);
    expect(bed.asked).toEqual([]);
    await bed.settle();
    bed.submit(2);
    await bed.settle();
    expect(bed.asked).toEqual([[0, 1]]);
    bed.calls[0]?.resolve([answerWith(ErrorCode.NONE), answerWith(ErrorCode.FENCED_LEADER_EPOCH)]);
    await bed.settle();
    expect(bed.answers).toEqual(['0: 0', `1: ${ErrorCode.FENCED_LEADER_EPOCH}`]);
    expect(bed.asked).toEqual([[0, 1], [2]]);
  });

  it('repeats a call of unknown outcome, without what is not wanted any more', async () => {
    const bed = new Bed();
    bed.submit(0, 1);
    await bed.settle();
    bed.unwanted.add(0);
    bed.calls[0]?.reject(new Error('no link'));
    await bed.settle();
    expect(bed.asked).toHaveLength(1);
    await bed.settle(1_000);
    expect(bed.asked).toEqual([[0, 1], [1]]);
    bed.calls[1]?.resolve([answerWith(ErrorCode.NONE)]);
    await bed.settle();
    expect(bed.answers).toEqual(['1: 0']);
  });

  it('asks again where the controller does not know yet what this broker knows', async () => {
    const bed = new Bed();
    bed.submit(0, 1);
    await bed.settle();
    bed.calls[0]?.resolve([answerWith(ErrorCode.NOT_CONTROLLER), answerWith(ErrorCode.NONE)]);
    await bed.settle();
    expect(bed.asked).toHaveLength(1);
    await bed.settle(1_000);
    expect(bed.answers).toEqual(['1: 0']);
    expect(bed.asked).toEqual([[0, 1], [0]]);
  });

  it('says nothing once it is closed', async () => {
    const bed = new Bed();
    bed.submit(0);
    await bed.settle();
    bed.queue.close();
    bed.calls[0]?.resolve([answerWith(ErrorCode.NONE)]);
    await bed.settle(10_000);
    expect([bed.answers, bed.asked]).toEqual([[], [[0]]]);
  });
});
