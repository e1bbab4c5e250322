import { describe, expect, it } from '@jest/globals';
import type { LinkHello } from '@ottla/rpc';
import { LedgerPlane } from './ledger-plane.ts';
import { runOwnership } from './ownership-world.ts';

const loopTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('ownership under faults', () => {
  it('loses nothing that was acknowledged, applies nothing twice, and its memory is what a reload finds', async () => {
    let acknowledged = 0;
    let refused = 0;
    let reads = 0;
    let bumps = 0;
    for (let seed = 1; seed <= 200; seed++) {
      const run = await runOwnership(seed, loopTurn);
      expect({ seed, failures: run.failures }).toEqual({ seed, failures: [] });
      for (const { outcome } of run.asked) if (outcome !== undefined && 'answer' in outcome) acknowledged++;
      else refused++;
      reads += run.reads;
      bumps += run.plane.bumps.length;
    }
    // The runs are worth their time only when both ways were taken often.
    expect(acknowledged).toBeGreaterThan(500);
    expect(refused).toBeGreaterThan(500);
    expect(reads).toBeGreaterThan(200);
    expect(bumps).toBeGreaterThan(500);
  }, 60_000);

  it('has 50 empty shards served within a few turns, and then costs nothing but five looks a second', async () => {
    const plane = new LedgerPlane(loopTurn, 50);
    const hello: LinkHello = { role: 'group-coordinator', nodeId: 1, incarnationId: 'one', clusterId: null };
    const instance = plane.instance(1);
    await instance.connect(plane.port.dial, hello);
    await plane.settle();
    expect(instance.shardCount('active')).toBe(50);
    expect(plane.partitions.reads).toBe(0);
    let timers = 0;
    const startMs = plane.time.clock.monotonicMs();
    for (let nextMs = plane.time.nextTimerMs(); nextMs !== undefined && nextMs <= startMs + 60_000; nextMs = plane.time.nextTimerMs()) {
      timers++;
      await plane.advance(nextMs - plane.time.clock.monotonicMs());
    }
    expect(timers).toBeLessThanOrEqual(310);
  });
});
