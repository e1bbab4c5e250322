import { afterEach, describe, expect, it } from '@jest/globals';
import { ApiKeys } from '@ottla/protocol';
import { frame, listen, still, until, type Fixture, type FrameClient } from './listener-fixture.ts';
import { RequestMemory } from './request-memory.ts';

const { Produce, Fetch, Metadata, ListOffsets } = ApiKeys;

describe('RequestMemory', () => {
  it('wakes who waits for longest, and goes on while there is room', () => {
    const memory = new RequestMemory(100);
    const woken: string[] = [];
    memory.reserve(150);
    expect([memory.hasRoom, memory.availableBytes]).toEqual([false, 0]);
    for (const name of ['a', 'b', 'c']) {
      memory.awaitRoom(() => {
        woken.push(name);
        memory.reserve(60);
      });
    }
    memory.release(40);
    expect(woken).toEqual([]);
    memory.release(110);
    expect(woken).toEqual(['a', 'b']);
    expect([memory.usedBytes, memory.waitingCount]).toEqual([120, 1]);
  });

  it('has no limit below 0', () => {
    const memory = new RequestMemory(-1);
    memory.reserve(2 ** 50);
    expect([memory.hasRoom, memory.availableBytes]).toEqual([true, Infinity]);
  });
});

describe('queued.max.request.bytes', () => {
  let fixture: Fixture;
  afterEach(() => fixture.done());

  it('leaves requests unread while those under way use it up, and takes them in turn as memory comes back', async () => {
    const memory = new RequestMemory(100_000);
    fixture = await listen((request) => void request.keepBytes(), { memory });
    const clients: FrameClient[] = [];
    for (let index = 0; index < 5; index++) clients.push(await fixture.connect());
    for (const [index, client] of clients.entries()) {
      client.send(frame(Produce, 9, index, Buffer.alloc(60_000, index)));
      if (index < 2) await fixture.dispatched(index + 1);
    }
    await still();
    expect(fixture.requests.map(({ correlationId }) => correlationId)).toEqual([0, 1]);
    // The three, and the one that used it up.
    expect(memory.waitingCount).toBe(4);
    // Whoever needs its bytes no more makes room before it is answered.
    fixture.requests[0]?.releaseBytes();
    fixture.requests[1]?.answer([Buffer.from('done')]);
    await fixture.dispatched(4);
    await still();
    expect(fixture.requests).toHaveLength(4);
    for (const request of fixture.requests.slice(2)) request.answer([]);
    await fixture.dispatched(5);
    for (const request of fixture.requests) request.answer([]);
    for (const client of clients) await client.take(1);
    expect([memory.usedBytes, memory.waitingCount]).toEqual([0, 0]);
  });

  it('counts what a frame claims while it comes, gives it back with the connection, and lets a begun frame end', async () => {
    const memory = new RequestMemory(100_000);
    fixture = await listen((request) => request.answer([]), { memory });
    const [slow, gone, other] = [await fixture.connect(), await fixture.connect(), await fixture.connect()];
    const large = frame(Produce, 9, 1, Buffer.alloc(99_000));
    slow.send(large.subarray(0, 50_000));
    await until('the frame that is begun is counted', () => memory.usedBytes > 0);
    gone.send(frame(Produce, 9, 2, Buffer.alloc(1_000_000)).subarray(0, 500));
    await until('the second one uses the memory up', () => !memory.hasRoom);
    other.send(frame(Metadata, 9, 3));
    await still();
    expect(fixture.requests).toEqual([]);
    expect(memory.waitingCount).toBe(1);
    // The one that was begun has its memory already.
    slow.send(large.subarray(50_000));
    await slow.take(1);
    expect(memory.hasRoom).toBe(false);
    gone.socket.destroy();
    await other.take(1);
    expect(memory.usedBytes).toBe(0);
  });

  it('takes a request that is larger than the limit', async () => {
    const memory = new RequestMemory(10);
    fixture = await listen((request) => request.answer([]), { memory });
    const client = await fixture.connect();
    client.send(frame(Produce, 9, 1, Buffer.alloc(300_000)), frame(Produce, 9, 2, Buffer.alloc(300_000)));
    await client.take(2);
    expect(memory.usedBytes).toBe(0);
  });
});

describe('a reader behind a writer on one connection', () => {
  let fixture: Fixture;
  afterEach(() => fixture.done());

  it('waits for it, answered or not to be answered; others go on', async () => {
    fixture = await listen();
    const client = await fixture.connect();
    client.send(frame(Produce, 9, 1), frame(Metadata, 9, 2), frame(Produce, 9, 3), frame(Fetch, 4, 4), frame(Produce, 9, 5), frame(ListOffsets, 2, 6));
    await fixture.dispatched(3);
    fixture.requests[1]?.answer([]);
    fixture.requests[0]?.answer([]);
    await client.take(2);
    expect(fixture.requests.map(({ correlationId }) => correlationId)).toEqual([1, 2, 3]);
    // acks=0
    fixture.requests[2]?.answerNothing();
    await fixture.dispatched(5);
    expect(fixture.requests.map(({ correlationId }) => correlationId)).toEqual([1, 2, 3, 4, 5]);
    fixture.requests[4]?.answer([]);
    await fixture.dispatched(6);
    fixture.requests[5]?.answer([]);
    fixture.requests[3]?.answer([]);
    expect((await client.take(5)).map(({ correlationId }) => correlationId)).toEqual([1, 2, 4, 5, 6]);
  });
});
