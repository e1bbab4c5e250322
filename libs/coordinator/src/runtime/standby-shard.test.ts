import { describe, expect, it } from '@jest/globals';
import { OFFSETS_TOPIC } from '@ottla/model';
import { LedgerPlane } from '../simulation/ledger-plane.ts';

const loopTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Two instances and one shard: the first owns it, the other stands by. */
async function twoInstances() {
  const plane = new LedgerPlane(loopTurn, 1, { loadBytes: 500 });
  const [first, second] = [plane.instance(1), plane.instance(2)];
  const link = await plane.connect(first, 1);
  await plane.settle();
  await plane.connect(second, 2);
  await plane.settle();
  const add = async (from: number, to: number): Promise<void> => {
    for (let entry = from; entry < to; entry++) {
      const asked = plane.ask(0, { add: `e${entry}`, parts: 1 });
      await plane.settle();
      expect(await asked).toHaveProperty('answer');
    }
  };
  const standby = () => plane.shards.find(({ instance }) => instance === 2)?.shard;
  return { plane, link, second, add, standby };
}

describe('a standby', () => {
  it('replays what is committed, and no more', async () => {
    const { plane, second, add, standby } = await twoInstances();
    await add(0, 20);
    await plane.advance(300);
    expect([second.standbyCount, standby()?.entries.length]).toEqual([1, 20]);
    plane.partitions.watermarkDelayMs = () => 5_000;
    void plane.ask(0, { add: 'late', parts: 1 });
    await plane.advance(1_000);
    expect(standby()?.entries.length).toBe(20);
    await plane.advance(5_000);
    expect(standby()?.entries.length).toBe(21);
  });

  it('reads many small appends together', async () => {
    const { plane, add } = await twoInstances();
    await plane.advance(300);
    const before = plane.partitions.reads;
    await add(0, 50);
    await plane.advance(300);
    expect(plane.partitions.reads - before).toBeLessThan(20);
  });

  it('takes over with the rest of the log alone', async () => {
    const { plane, link, add, standby } = await twoInstances();
    await add(0, 200);
    await plane.advance(300);
    const before = plane.partitions.reads;
    link.close('it died');
    await plane.advance(100);
    expect(plane.partitions.reads - before).toBe(1);
    expect([plane.owner(0).instance, plane.owner(0).shard === standby(), plane.owner(0).shard.grantedEpoch]).toEqual([2, true, 1]);
    await add(200, 201);
    expect(plane.owner(0).shard.entries.length).toBe(201);
  });

  it('is thrown away when the log is another one', async () => {
    const { plane, link, add } = await twoInstances();
    await add(0, 3);
    await plane.advance(300);
    // An unclean election: the end of the log is replaced by records of another leader.
    const log = plane.partitions.log(OFFSETS_TOPIC, 0);
    const batch = new Uint8Array(log.batches[0] as Uint8Array);
    log.truncateTo(2);
    log.append(batch);
    link.close('it died');
    await plane.advance(100);
    expect(plane.owner(0).shard.entries).toEqual(['e0', 'e1', 'e0']);
  });

  it('rests when nobody asks for it, and is forgotten', async () => {
    const { plane, second } = await twoInstances();
    plane.grantor.close('the broker stops');
    await plane.advance(59_000);
    expect(second.standbyCount).toBe(1);
    await plane.advance(2_000);
    expect(second.standbyCount).toBe(0);
  });
});
