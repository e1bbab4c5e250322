import { describe, expect, it } from '@jest/globals';
import { silentLogger } from '@ottla/model';
import type { Link, ShardHostService } from '@ottla/rpc';
import { seededRandom, virtualTime } from '@ottla/testing';
import { BrokerLinks } from './broker-links.ts';

const loopTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function fakeLink(): Link<ShardHostService> {
  let isOpen = true;
  let settle: (reason: string) => void = () => {};
  const closed = new Promise<string>((resolve) => {
    settle = resolve;
  });
  return {
    remote: {} as ShardHostService,
    hello: { role: 'group-coordinator', nodeId: 1, incarnationId: '', clusterId: null },
    get isOpen() {
      return isOpen;
    },
    closed,
    close: (reason) => {
      isOpen = false;
      settle(reason);
    },
  };
}

function linkedBrokers() {
  const time = virtualTime();
  const dialed: number[] = [];
  const open = new Map<number, Link<ShardHostService>>();
  const state = { isReachable: true };
  const links = new BrokerLinks({
    ...time,
    random: seededRandom(1),
    logger: silentLogger,
    connect: async (broker) => {
      dialed.push(broker);
      if (!state.isReachable) throw new Error('nobody there');
      const link = fakeLink();
      open.set(broker, link);
      return link;
    },
  });
  const advance = async (ms: number): Promise<void> => {
    const untilMs = time.clock.monotonicMs() + ms;
    for (let nextMs = time.nextTimerMs(); nextMs !== undefined && nextMs <= untilMs; nextMs = time.nextTimerMs()) {
      time.advance(nextMs - time.clock.monotonicMs());
      await loopTurn();
    }
    time.advance(untilMs - time.clock.monotonicMs());
  };
  return { links, dialed, open, state, advance };
}

describe('BrokerLinks', () => {
  it('dials each broker once, and closes links to brokers that are gone', async () => {
    const { links, dialed, open } = linkedBrokers();
    links.setBrokers(new Set([1, 2]));
    links.setBrokers(new Set([2, 3]));
    await loopTurn();
    expect(dialed).toEqual([1, 2, 3]);
    expect([...open].map(([broker, { isOpen }]) => [broker, isOpen])).toEqual([
      [1, false],
      [2, true],
      [3, true],
    ]);
    expect(links.openCount).toBe(2);
    links.stop('end');
    expect(links.openCount).toBe(0);
  });

  it('dials again after a break, with growing pauses while the broker is away', async () => {
    const { links, dialed, open, state, advance } = linkedBrokers();
    links.setBrokers(new Set([1]));
    await advance(5_000);
    open.get(1)?.close('cut');
    await loopTurn();
    await advance(100);
    expect(dialed).toHaveLength(2);
    state.isReachable = false;
    open.get(1)?.close('cut');
    await loopTurn();
    await advance(60_000);
    // The pause is 2 s in the end, give or take half.
    expect(dialed.length).toBeGreaterThan(20);
    expect(dialed.length).toBeLessThan(65);
    state.isReachable = true;
    await advance(3_000);
    expect(links.openCount).toBe(1);
    links.stop('end');
    const count = dialed.length;
    await loopTurn();
    await advance(60_000);
    expect(dialed).toHaveLength(count);
  });

  it('dials at once when a broker that was away registers or is unfenced, and only then', async () => {
    const { links, dialed, state, advance } = linkedBrokers();
    state.isReachable = false;
    links.setBrokers(new Set([1]));
    await advance(60_000);
    const count = dialed.length;
    const fenced = { epoch: 7, fenced: true };
    links.onBrokersChanged(new Map([[1, { before: { epoch: 7, fenced: false }, after: fenced }]]));
    expect(dialed).toHaveLength(count);
    links.onBrokersChanged(new Map([[1, { before: fenced, after: { epoch: 8, fenced: true } }]]));
    expect(dialed).toHaveLength(count + 1);
    await loopTurn();
    state.isReachable = true;
    links.onBrokersChanged(new Map([[1, { before: { epoch: 8, fenced: true }, after: { epoch: 8, fenced: false } }]]));
    await loopTurn();
    expect(links.openCount).toBe(1);
    links.stop('end');
  });
});
