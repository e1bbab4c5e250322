import { describe, expect, it } from '@jest/globals';
import { virtualTime } from '@ottla/testing';
import { shardsServe } from './shards-serve.ts';

/** One instance whose shards the test has loaded. */
class Instance {
  readonly listeners = new Set<() => void>();
  active = 0;

  onShardServes(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  load(): void {
    this.active++;
    for (const listener of this.listeners) listener();
  }
}

function waitFor(count: number) {
  const time = virtualTime();
  const instances = [new Instance(), new Instance()];
  let isSettled = false;
  const settled = shardsServe(() => instances.reduce((sum, { active }) => sum + active, 0) >= count, instances, time.scheduler).then(() => (isSettled = true));
  return { time, instances, settled, isSettled: () => isSettled, watched: () => instances.reduce((sum, { listeners }) => sum + listeners.size, 0) };
}

describe('shardsServe', () => {
  it('settles with the last shard that is loaded, and looks at nothing between', async () => {
    const { time, instances, settled, isSettled, watched } = waitFor(2);
    instances[0]?.load();
    await Promise.resolve();
    expect([isSettled(), time.nextTimerMs()]).toEqual([false, 5_000]);
    instances[1]?.load();
    await settled;
    expect([watched(), time.nextTimerMs()]).toEqual([0, undefined]);
  });

  it('settles at once when nothing is missing', async () => {
    const { time, settled, watched } = waitFor(0);
    await settled;
    expect([watched(), time.nextTimerMs()]).toEqual([0, undefined]);
  });

  it('waits no longer than five seconds', async () => {
    const { time, settled, isSettled, watched } = waitFor(1);
    time.advance(4_999);
    await Promise.resolve();
    expect(isSettled()).toBe(false);
    time.advance(1);
    await settled;
    expect(watched()).toBe(0);
  });
});
