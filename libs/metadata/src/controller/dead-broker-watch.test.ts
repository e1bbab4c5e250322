import { describe, expect, it } from '@jest/globals';
import { virtualTime } from '@ottla/testing';
import { MetadataImage, type BrokerImage } from '../image/image.ts';
import { BrokerSessions } from './broker-sessions.ts';
import { DeadBrokerWatch } from './dead-broker-watch.ts';

const broker = (id: number, epoch = 10 + id): BrokerImage => ({
  id, epoch, incarnationId: 'AAAAAAAAAAAAAAAAAAAA1A', endpoints: [], features: [], rack: null, fenced: false, inControlledShutdown: false, logDirs: [], cordonedLogDirs: [], planeEndpoint: null,
});

const microtasks = async (): Promise<void> => {
  for (let step = 0; step < 10; step++) await Promise.resolve();
};

/** Three brokers that are registered and not fenced; `dead` are gone. */
function watched() {
  const time = virtualTime();
  const image = new MetadataImage('c');
  for (const id of [1, 2, 3]) image.brokers.set(id, broker(id));
  const sessions = new BrokerSessions(9_000);
  sessions.reset(image, 0);
  const dead = new Set<number>();
  const asked: number[] = [];
  const fenced: number[] = [];
  const held: (() => void)[] = [];
  const state = { holds: false };
  const watch = new DeadBrokerWatch({
    sessions,
    scheduler: time.scheduler,
    image: () => image,
    isGone: async ({ id }) => {
      asked.push(id);
      if (state.holds) await new Promise<void>((resolve) => void held.push(resolve));
      return dead.has(id);
    },
    onGone: (id) => {
      fenced.push(id);
      image.brokers.set(id, { ...broker(id), fenced: true });
    },
  });
  const advance = async (ms: number): Promise<void> => {
    time.advance(ms);
    await microtasks();
  };
  return { image, sessions, dead, asked, fenced, held, state, watch, advance };
}

describe('DeadBrokerWatch', () => {
  it('asks after 300 ms for the brokers that did not connect to a new active controller', async () => {
    const { sessions, dead, asked, fenced, watch, advance } = watched();
    dead.add(2);
    watch.start();
    sessions.heard(1, {}, 0, 0);
    await advance(299);
    expect(asked).toEqual([]);
    await advance(1);
    expect([asked, fenced]).toEqual([[2, 3], [2]]);
  });

  it('asks again for one that answers and does not connect, and no more once all are connected or fenced', async () => {
    const { sessions, dead, asked, fenced, watch, advance } = watched();
    for (const id of [1, 2]) sessions.heard(id, {}, 0, 0);
    watch.start();
    await advance(300);
    dead.add(3);
    await advance(1_000);
    expect([asked, fenced]).toEqual([[3, 3], [3]]);
    await advance(60_000);
    expect(asked).toEqual([3, 3]);
  });

  it('asks at once when a link closes, and takes no answer for one that is connected again meanwhile', async () => {
    const { sessions, dead, fenced, held, state, watch, advance } = watched();
    const link = {};
    for (const id of [1, 2, 3]) sessions.heard(id, link, 0, 0);
    watch.start();
    await advance(300);
    state.holds = true;
    dead.add(1).add(2);
    watch.disconnected(sessions.linkClosed(link));
    sessions.heard(2, {}, 0, 0);
    for (const release of held) release();
    await microtasks();
    expect(fenced).toEqual([1]);
  });

  it('takes no answer for another incarnation, nor from before it stopped', async () => {
    const { image, sessions, dead, fenced, held, state, watch, advance } = watched();
    state.holds = true;
    dead.add(1).add(2).add(3);
    watch.start();
    await advance(300);
    image.brokers.set(1, broker(1, 99));
    sessions.reset(image, 300);
    held.shift()?.();
    await microtasks();
    watch.stop();
    watch.start();
    for (const release of held) release();
    await microtasks();
    expect(fenced).toEqual([]);
  });
});
