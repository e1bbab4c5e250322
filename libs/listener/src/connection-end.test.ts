import { createServer, connect, type AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { Scheduler } from '@ottla/model';
import { ApiKeys } from '@ottla/protocol';
import { adoptSocket } from './adopt-socket.ts';
import type { ClientRequest } from './contract.ts';
import { countedSource, frame, listen, sized, type Fixture } from './listener-fixture.ts';

let fixture: Fixture;
afterEach(() => fixture.done());

const { Fetch, Heartbeat, Produce } = ApiKeys;
const turn = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

/** Timers that run when told, turns of the real loop. */
function manualTimers(): { scheduler: Scheduler; timers: { delayMs: number; task: () => void; isCancelled: boolean }[] } {
  const timers: { delayMs: number; task: () => void; isCancelled: boolean }[] = [];
  const scheduler: Scheduler = {
    after(delayMs, task) {
      const timer = { delayMs, task, isCancelled: false };
      timers.push(timer);
      return { cancel: () => void (timer.isCancelled = true) };
    },
    endOfTurn: (task) => void setImmediate(task),
  };
  return { scheduler, timers };
}

describe('the end of a connection', () => {
  it.each([
    ['a malformed frame', (): Buffer => sized(Buffer.from('x'))],
    ['a request that is closed', (): Buffer => frame(Produce, 7, 3)],
    ['a handler that throws', (): Buffer => frame(Produce, 7, 4)],
  ])('comes behind the answers to requests before %s, and reads nothing more', async (_name, bad) => {
    fixture = await listen((request) => {
      if (request.correlationId === 3) request.close('enough');
      if (request.correlationId === 4) throw new Error('a defect');
    });
    const client = await fixture.connect();
    client.send(frame(Fetch, 4, 1), frame(Fetch, 4, 2), bad(), frame(Fetch, 4, 9));
    await fixture.dispatched(2);
    await turn();
    expect(fixture.requests[0]?.connection.isOpen).toBe(true);
    fixture.requests[1]?.answer([Buffer.from('b')]);
    fixture.requests[0]?.answer([Buffer.from('a')]);
    await client.closed();
    expect(client.answers.map(({ correlationId }) => correlationId)).toEqual([1, 2]);
    expect(fixture.requests.some(({ correlationId }) => correlationId === 9)).toBe(false);
  });

  it('does not wait longer than a second for earlier requests', async () => {
    const { scheduler, timers } = manualTimers();
    fixture = await listen(() => {}, { scheduler, connectionsMaxIdleMs: -1 });
    const client = await fixture.connect();
    client.send(frame(Fetch, 4, 1), sized(Buffer.from('x')));
    await fixture.dispatched(1);
    expect(timers.map(({ delayMs }) => delayMs)).toEqual([1000]);
    expect(fixture.requests[0]?.connection.isOpen).toBe(true);
    timers[0]?.task();
    await client.closed();
    expect(fixture.requests[0]?.connection.isOpen).toBe(false);
  });

  it('leaves the bytes of a request under way alone', async () => {
    fixture = await listen((request) => void request.keepBytes());
    const client = await fixture.connect();
    client.send(frame(Produce, 7, 1, Buffer.alloc(5000, 'k')));
    await fixture.dispatched(1);
    const request = fixture.requests[0] as ClientRequest;
    const gone = new Promise<void>((resolve) => void request.connection.onClose(resolve));
    client.socket.destroy();
    await gone;
    const other = await fixture.connect();
    other.send(...[1, 2, 3].map((id) => frame(Produce, 7, id, Buffer.alloc(5000, 'o'))));
    await fixture.dispatched(4);
    expect(Buffer.alloc(5000, 'k').equals(request.body)).toBe(true);
    request.answer([]);
    expect(() => request.body).toThrow(/not kept/);
  });

  it('tells those who listen once, and not those who were taken back', async () => {
    fixture = await listen((request) => request.answer([]));
    const client = await fixture.connect();
    client.send(frame(Fetch, 4, 1));
    await client.take(1);
    const { connection } = fixture.requests[0] as ClientRequest;
    const told: string[] = [];
    connection.onClose(() => {
      told.push('throws');
      throw new Error('a defect of a listener');
    });
    const takeBack = connection.onClose(() => told.push('taken back'));
    const gone = new Promise<void>((resolve) => {
      connection.onClose(() => {
        told.push('stays');
        resolve();
      });
    });
    takeBack();
    takeBack();
    client.socket.destroy();
    await gone;
    connection.onClose(() => told.push('late'));
    expect(told).toEqual(['throws', 'stays', 'late']);
    expect(fixture.logger.lines.filter(({ level }) => level === 'error')).toHaveLength(1);
  });

  it('forgets timers and throttles', async () => {
    const { scheduler, timers } = manualTimers();
    fixture = await listen((request) => request.connection.throttle(5000), { scheduler, connectionsMaxIdleMs: Infinity });
    const client = await fixture.connect();
    client.send(frame(Fetch, 4, 1), frame(Fetch, 4, 2));
    await fixture.dispatched(1);
    const { connection } = fixture.requests[0] as ClientRequest;
    connection.throttle(10);
    fixture.requests[0]?.answer([]);
    await client.take(1);
    expect(fixture.requests).toHaveLength(1);
    expect(timers.map(({ delayMs }) => delayMs)).toEqual([5000]);
    await Promise.all([fixture.listener.close(), client.closed()]);
    expect(timers.every(({ isCancelled }) => isCancelled)).toBe(true);
  });
});

describe('an abandoned listener', () => {
  it('ends connections at once, takes no more, and drops answers that come later', async () => {
    const { scheduler, timers } = manualTimers();
    fixture = await listen(() => {}, { scheduler });
    const client = await fixture.connect();
    client.send(frame(Fetch, 4, 1));
    await fixture.dispatched(1);
    const { host, port } = fixture.listener;
    fixture.listener.abandon();
    await client.closed();
    expect(fixture.listener.connectionCount).toBe(0);
    expect(timers.every(({ isCancelled }) => isCancelled)).toBe(true);
    const source = countedSource(Buffer.from('late'));
    fixture.requests[0]?.answer([source]);
    expect(source.releases).toBe(1);
    const refused = await new Promise<NodeJS.ErrnoException>((resolve) => {
      connect(port, host).on('error', resolve);
    });
    expect(refused.code).toBe('ECONNREFUSED');
    await fixture.listener.close();
  });
});

describe('what waits behind a request', () => {
  it('is bounded: no more requests are read while a mebibyte of answers waits', async () => {
    const sources: ReturnType<typeof countedSource>[] = [];
    fixture = await listen((request) => {
      if (request.correlationId === 0) return;
      const source = countedSource(Buffer.alloc(300_000, 'w'));
      sources.push(source);
      request.answer([source]);
    });
    const client = await fixture.connect();
    client.send(...Array.from({ length: 20 }, (_, id) => frame(Fetch, 4, id)));
    await fixture.dispatched(5);
    for (let turns = 0; turns < 20; turns++) await turn();
    expect(fixture.requests).toHaveLength(5);
    expect(sources.every(({ reads }) => reads === 0)).toBe(true);
    fixture.requests[0]?.answer([Buffer.from('first')]);
    expect((await client.take(20)).map(({ correlationId }) => correlationId)).toEqual(Array.from({ length: 20 }, (_, id) => id));
    expect(sources.every(({ releases }) => releases === 1)).toBe(true);
  });

  it('goes out in one write with it', async () => {
    fixture = await listen();
    const client = await fixture.connect();
    let reads = 0;
    client.socket.on('data', () => (reads += 1));
    client.send(...Array.from({ length: 50 }, (_, id) => frame(Fetch, 4, id)));
    await fixture.dispatched(50);
    for (const request of fixture.requests.toReversed()) request.answer([Buffer.from('x')]);
    await client.take(50);
    expect(reads).toBe(1);
  });

  it('is an answer of many parts that no buffer holds as a whole', async () => {
    const parts = Array.from({ length: 40 }, (_, index) => Buffer.alloc(index % 3 === 0 ? 0 : 77_777 + index, index));
    const sources = parts.map((part, index) => (index % 4 === 1 ? countedSource(part, { isCached: index % 8 === 1 }) : part));
    fixture = await listen((request) => request.answer(request.correlationId === 1 ? sources : [Buffer.from('next')]));
    const client = await fixture.connect();
    client.send(frame(Fetch, 4, 1), frame(Heartbeat, 3, 2));
    const [answer, next] = await client.take(2);
    expect(answer?.rest.equals(Buffer.concat(parts))).toBe(true);
    expect(next?.rest.toString()).toBe('next');
  });
});

describe('a socket that cannot read into given memory', () => {
  it('is read in the ordinary way', async () => {
    fixture = await listen();
    const server = createServer({ pauseOnConnect: true }, (accepted) => {
      // As a Node without this part of the handle would show it.
      Object.defineProperty((accepted as unknown as { _handle: object })._handle, 'useUserBuffer', { value: undefined });
      const socket = adoptSocket(accepted, { room: () => undefined, receive: (bytes) => void socket.write(Buffer.from(bytes)), received: () => {} });
      expect(socket).toBe(accepted);
    });
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    const client = connect({ port: (server.address() as AddressInfo).port, host: '127.0.0.1' });
    const echoed = new Promise<Buffer>((resolve) => void client.once('data', resolve));
    client.write('there and back');
    expect(String(await echoed)).toBe('there and back');
    client.destroy();
    await new Promise((resolve) => void server.close(resolve));
  });
});
