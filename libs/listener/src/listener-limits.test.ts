import { connect } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { ApiKeys } from '@ottla/protocol';
import { seededRandom } from '@ottla/testing';
import type { ClientRequest } from './contract.ts';
import { countedSource, frame, listen, sized, type Fixture } from './listener-fixture.ts';

let fixture: Fixture;
afterEach(() => fixture.done());

const echo = (request: ClientRequest): void => request.answer([Buffer.from(request.body)]);
const { Fetch, Heartbeat } = ApiKeys;
const reasons = (): unknown[] => fixture.logger.lines.filter(({ level }) => level === 'warn').map(({ fields }) => fields['reason']);

describe('what closes a connection', () => {
  it.each([
    ['a negative size', Buffer.from([0xff, 0xff, 0xff, 0xff]), /-1 bytes/],
    ['a size beyond the limit', Buffer.from([0x00, 0x80, 0x00, 0x01]), /8388609 bytes, at most 8388608/],
    ['TLS', Buffer.from([0x16, 0x03, 0x01, 0x02, 0x00, 0x01]), /speaks TLS/],
    ['HTTP', Buffer.from('GET / HTTP/1.1\r\n\r\n'), /speaks HTTP/],
    ['an empty frame', sized(Buffer.alloc(0)), /too short/],
    ['an unknown API', frame(999, 0, 1), /API key 999 is not served/],
    ['an old version', frame(Fetch, 0, 1), /Fetch version 0 is not served/],
    ['a client id beyond the frame', sized(Buffer.from([0, 1, 0, 4, 0, 0, 0, 1, 0x7f, 0xff])), /client id of 32767 bytes/],
  ])('%s', async (_name, bytes, reason) => {
    fixture = await listen(echo);
    const client = await fixture.connect();
    client.send(bytes);
    await client.closed();
    expect(reasons()).toEqual([expect.stringMatching(reason)]);
    expect(fixture.listener.connectionCount).toBe(0);
    const other = await fixture.connect();
    other.send(frame(Fetch, 4, 1));
    await other.take(1);
  });

  it('a handler that throws, or asks for it; others go on', async () => {
    fixture = await listen((request) => {
      if (request.correlationId === 1) throw new Error('a defect');
      if (request.correlationId === 2) request.close('no more');
      else echo(request);
    });
    const other = await fixture.connect();
    const first = await fixture.connect();
    first.send(frame(Fetch, 4, 1), frame(Fetch, 4, 5));
    await first.closed();
    const second = await fixture.connect();
    second.send(frame(Fetch, 4, 2));
    await second.closed();
    expect(fixture.requests.map(({ correlationId }) => correlationId)).toEqual([1, 2]);
    expect(fixture.logger.lines.find(({ level }) => level === 'error')?.fields['error']).toMatch(/a defect/);
    expect(reasons()).toEqual(['no more']);
    other.send(frame(Fetch, 4, 6));
    await other.take(1);
  });

  it('logs one line for many faults', async () => {
    fixture = await listen(echo);
    for (let count = 0; count < 5; count++) {
      const client = await fixture.connect();
      client.send(frame(999, 0, 1));
      await client.closed();
    }
    expect(reasons()).toHaveLength(1);
  });

  it('survives 10,000 frames of garbage', async () => {
    fixture = await listen(echo);
    const random = seededRandom(20_26);
    let sent = 0;
    while (sent < 10_000) {
      const client = await fixture.connect();
      const frames = Array.from({ length: 200 }, () => {
        const bytes = Buffer.from(Array.from({ length: random.below(60) }, () => random.below(256)));
        // Half of them get past the API key, so that what follows it is looked at too.
        if (bytes.length > 4 && random.below(2) === 0) bytes.set([0, [1, 3, 18][random.below(3)] as number, 0, 4 + random.below(9)]);
        return random.below(20) === 0 ? bytes : sized(bytes);
      });
      sent += frames.length;
      // One at a time: the first bad one ends a connection.
      for (const bytes of frames) client.socket.write(bytes);
      client.socket.end();
      await client.closed();
    }
    expect(fixture.logger.lines.filter(({ level }) => level === 'error')).toEqual([]);
    const client = await fixture.connect();
    client.send(frame(Fetch, 4, 1, Buffer.from('fine')));
    expect((await client.take(1))[0]?.rest.toString()).toBe('fine');
    expect(fixture.listener.connectionCount).toBe(1);
  });
});

describe('limits on connections', () => {
  it('closes what comes beyond max.connections, and takes more when there is room', async () => {
    fixture = await listen(echo, { connectionLimits: () => ({ maxConnections: 2, openConnections: fixture.listener.connectionCount, openFrom: () => 0, maxConnectionsFrom: () => Infinity }) });
    const first = await fixture.connect();
    const second = await fixture.connect();
    second.send(frame(Fetch, 4, 1));
    await second.take(1);
    const third = await fixture.connect();
    await third.closed();
    expect(fixture.listener.connectionCount).toBe(2);
    expect(fixture.logger.lines.map(({ message }) => message)).toEqual([expect.stringMatching(/max\.connections \(2\)/)]);
    const gone = new Promise<void>((resolve) => fixture.requests[0]?.connection.onClose(resolve));
    second.socket.destroy();
    await gone;
    const fourth = await fixture.connect();
    fourth.send(frame(Fetch, 4, 1));
    await fourth.take(1);
    expect(first.isClosed).toBe(false);
  });

  it('counts connections by address', async () => {
    fixture = await listen(echo, { connectionLimits: () => ({ maxConnections: Infinity, openConnections: 0, openFrom: (address) => fixture.listener.connectionsFrom(address), maxConnectionsFrom: (address) => (address === '127.0.0.1' ? 1 : 2) }) });
    const first = await fixture.connect();
    const second = await fixture.connect();
    await second.closed();
    first.send(frame(Fetch, 4, 1));
    await first.take(1);
    const elsewhere = connect({ port: fixture.listener.port, host: '127.0.0.1', localAddress: '127.0.0.2' });
    const answered = new Promise((resolve) => void elsewhere.once('data', resolve));
    elsewhere.write(frame(Fetch, 4, 1));
    await answered;
    elsewhere.destroy();
  });

  it('closes idle connections, and not those that wait for an answer', async () => {
    let clockMs = 1000;
    let sweep: () => void = () => {};
    fixture = await listen((request) => (request.correlationId === 1 ? echo(request) : undefined), {
      connectionsMaxIdleMs: 100,
      clock: { now: () => clockMs, monotonicMs: () => clockMs },
      scheduler: {
        after: (_delayMs, task) => {
          sweep = task;
          return { cancel: () => {} };
        },
        endOfTurn: (task) => void setImmediate(task),
      },
    });
    const idle = await fixture.connect();
    idle.send(frame(Fetch, 4, 1));
    await idle.take(1);
    const waiting = await fixture.connect();
    waiting.send(frame(Fetch, 4, 2));
    await fixture.dispatched(2);
    clockMs += 99;
    sweep();
    expect(fixture.listener.connectionCount).toBe(2);
    clockMs += 1;
    sweep();
    await idle.closed();
    expect(fixture.listener.connectionCount).toBe(1);
    expect(waiting.isClosed).toBe(false);
  });

  it('tells why a port cannot be had', async () => {
    fixture = await listen(echo);
    await expect(listen(echo, { port: fixture.listener.port })).rejects.toThrow(/PLAINTEXT cannot listen on 127\.0\.0\.1:\d+: .*EADDRINUSE/);
  });
});

describe('file slices in answers', () => {
  it('writes them in place, cached or not, and releases each once', async () => {
    const sources = [countedSource(Buffer.alloc(1000, 'a')), countedSource(Buffer.alloc(2_000_000, 'b'), { isCached: false }), countedSource(Buffer.alloc(0)), countedSource(Buffer.alloc(300_000, 'c'))];
    const large = Buffer.alloc(500_000, 'd');
    fixture = await listen((request) => request.answer([Buffer.from('<'), ...sources, large, countedSource(Buffer.alloc(0)), Buffer.from('>')]));
    const client = await fixture.connect();
    client.send(frame(Fetch, 4, 1));
    const [answer] = await client.take(1);
    const expected = Buffer.concat([Buffer.from('<'), Buffer.alloc(1000, 'a'), Buffer.alloc(2_000_000, 'b'), Buffer.alloc(300_000, 'c'), large, Buffer.from('>')]);
    expect(answer?.rest.equals(expected)).toBe(true);
    expect(sources.map(({ releases }) => releases)).toEqual([1, 1, 1, 1]);
  });

  it('closes the connection when a file fails', async () => {
    const sources = [countedSource(Buffer.alloc(10), { fails: true }), countedSource(Buffer.alloc(10)), countedSource(Buffer.alloc(10), { isCached: false, fails: true }), countedSource(Buffer.alloc(10))];
    fixture = await listen((request) => request.answer(sources.slice(request.correlationId, request.correlationId + 2)));
    for (const id of [0, 2]) {
      const client = await fixture.connect();
      client.send(frame(Fetch, 4, id));
      await client.closed();
    }
    expect(sources.map(({ releases }) => releases)).toEqual([1, 1, 1, 1]);
    expect(fixture.logger.lines.filter(({ level }) => level === 'error')).toHaveLength(1);
  });

  it('releases all answers of a connection that is gone, also those that come later', async () => {
    fixture = await listen();
    const client = await fixture.connect();
    client.send(frame(Fetch, 4, 1), frame(Fetch, 4, 2), frame(Fetch, 4, 3));
    await fixture.dispatched(3);
    const [first, second, third] = [1, 2, 3].map(() => countedSource(Buffer.alloc(100)));
    fixture.requests[1]?.answer([second as never]);
    fixture.requests[2]?.answer([third as never]);
    const gone = new Promise<void>((resolve) => fixture.requests[0]?.connection.onClose(resolve));
    client.socket.destroy();
    await gone;
    expect([second?.releases, third?.releases]).toEqual([1, 1]);
    fixture.requests[0]?.answer([first as never]);
    expect(first).toMatchObject({ releases: 1, reads: 0 });
    expect(fixture.requests[0]?.connection.isOpen).toBe(false);
    let isCalled = false;
    fixture.requests[0]?.connection.onClose(() => {
      isCalled = true;
    });
    expect(isCalled).toBe(true);
  });

  it('releases a slice whose read is under way only when the read has ended', async () => {
    let finish: () => void = () => {};
    const source = countedSource(Buffer.alloc(100), { isCached: false, until: new Promise((resolve) => (finish = resolve)) });
    fixture = await listen((request) => request.answer([source]));
    const client = await fixture.connect();
    client.send(frame(Fetch, 4, 1));
    await fixture.dispatched(1);
    const gone = new Promise<void>((resolve) => fixture.requests[0]?.connection.onClose(resolve));
    // A turn, in which the read begins.
    await new Promise<void>((resolve) => void setImmediate(() => setImmediate(resolve)));
    client.socket.destroy();
    await gone;
    expect(source.releases).toBe(0);
    finish();
    await new Promise<void>((resolve) => void setImmediate(resolve));
    expect(source).toMatchObject({ reads: 1, releases: 1 });
  });

  it('does not read files for a reader that is slow, and takes no more of its requests', async () => {
    const sources: ReturnType<typeof countedSource>[] = [];
    const bytes = Buffer.alloc(1024 * 1024, 's');
    fixture = await listen((request) => {
      const source = countedSource(bytes);
      sources.push(source);
      request.answer([source]);
    });
    const client = await fixture.connect();
    client.socket.pause();
    client.send(...Array.from({ length: 60 }, (_, id) => frame(Fetch, 4, id)));
    // Until the kernel's buffers are full: then nothing moves for many turns.
    let stillTurns = 0;
    for (let before = -1; stillTurns < 200; stillTurns = before === sources.length ? stillTurns + 1 : 0) {
      before = sources.length;
      await new Promise<void>((resolve) => void setImmediate(resolve));
    }
    const taken = sources.length;
    expect(taken).toBeLessThan(40);
    expect(sources.filter(({ releases }) => releases === 0).length).toBeGreaterThan(0);
    client.socket.resume();
    const answers = await client.take(60);
    expect(answers.map(({ correlationId }) => correlationId)).toEqual(Array.from({ length: 60 }, (_, id) => id));
    expect(sources.every(({ releases, reads }) => releases === 1 && reads === 1)).toBe(true);
  });
});

describe('the end of a listener', () => {
  it('lets answers out that are under way, takes no new requests, and ends connections', async () => {
    fixture = await listen();
    const idle = await fixture.connect();
    const client = await fixture.connect();
    client.send(frame(Fetch, 4, 1));
    await fixture.dispatched(1);
    const closed = fixture.listener.close();
    client.send(frame(Fetch, 4, 2));
    await idle.closed();
    fixture.requests[0]?.answer([Buffer.from('last')]);
    expect((await client.take(1))[0]?.rest.toString()).toBe('last');
    await closed;
    await client.closed();
    expect(fixture.listener.connectionCount).toBe(0);
    expect(fixture.requests).toHaveLength(1);
    await expect(fixture.connect()).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  it('does not wait for ever', async () => {
    fixture = await listen(() => {}, { scheduler: { after: (_ms, task) => ({ cancel: clearImmediate.bind(undefined, setImmediate(task)) }), endOfTurn: (task) => void setImmediate(task) }, connectionsMaxIdleMs: Infinity });
    const client = await fixture.connect();
    client.send(frame(Heartbeat, 3, 1));
    await fixture.dispatched(1);
    await fixture.listener.close();
    await client.closed();
  });
});
