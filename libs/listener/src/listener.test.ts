import { afterEach, describe, expect, it } from '@jest/globals';
import { ApiKeys } from '@ottla/protocol';
import type { ClientRequest } from './contract.ts';
import { countedSource, frame, listen, type Fixture } from './listener-fixture.ts';

let fixture: Fixture;
afterEach(() => fixture.done());

const echo = (request: ClientRequest): void => request.answer([Buffer.from(request.body)]);
const { Produce, Fetch, Metadata, Heartbeat, ApiVersions } = ApiKeys;

describe('requests and answers', () => {
  it('answers in request order, whatever order the handlers answer in', async () => {
    fixture = await listen();
    const client = await fixture.connect();
    client.send(...[1, 2, 3, 4].map((id) => frame(Fetch, 4, id)));
    await fixture.dispatched(4);
    for (const index of [2, 0, 3, 1]) fixture.requests[index]?.answer([Buffer.from([index])]);
    const answers = await client.take(4);
    expect(answers.map(({ correlationId, rest }) => [correlationId, ...rest])).toEqual([[1, 0], [2, 1], [3, 2], [4, 3]]);
  });

  it('tells the descriptor of the bound socket, once', async () => {
    const descriptors: number[] = [];
    fixture = await listen(echo, { onBound: (descriptor) => void descriptors.push(descriptor) });
    await fixture.connect();
    expect(descriptors).toEqual([expect.any(Number)]);
    expect(descriptors[0]).toBeGreaterThan(2);
  });

  it('reads headers of both versions and tells who asks', async () => {
    fixture = await listen((request) => request.answer([Buffer.from('x')]));
    const client = await fixture.connect();
    client.send(frame(Metadata, 8, 7, Buffer.from('old'), 'dürr'), frame(Metadata, 9, 8, Buffer.from('new')), frame(Fetch, 4, 9, Buffer.alloc(0), null));
    const answers = await client.take(3);
    expect(fixture.requests.map(({ apiKey, apiVersion, correlationId, clientId }) => [apiKey, apiVersion, correlationId, clientId])).toEqual([
      [Metadata, 8, 7, 'dürr'], [Metadata, 9, 8, 'test'], [Fetch, 4, 9, null],
    ]);
    expect(answers.map(({ rest }) => rest.toString('latin1'))).toEqual(['x', '\0x', 'x']);
    const { connection } = fixture.requests[0] as ClientRequest;
    expect(connection).toMatchObject({ listenerName: 'PLAINTEXT', clientAddress: '127.0.0.1', clientPort: client.socket.localPort, principal: 'User:ANONYMOUS', isOpen: true });
  });

  /** A Metadata request whose header has `fields` in place of the zero that says none. */
  function taggedFrame(correlationId: number, fields: Buffer): Buffer {
    const bytes = frame(Metadata, 9, correlationId, Buffer.from('body'));
    const at = 4 + 10 + 'test'.length;
    const withFields = Buffer.concat([bytes.subarray(0, at), fields, bytes.subarray(at + 1)]);
    withFields.writeInt32BE(withFields.length - 4, 0);
    return withFields;
  }

  it('skips tagged fields of a header', async () => {
    fixture = await listen(echo);
    const client = await fixture.connect();
    // Two tagged fields of 2 and 0 bytes.
    client.send(taggedFrame(1, Buffer.from([2, 5, 2, 0xaa, 0xbb, 6, 0])));
    const [answer] = await client.take(1);
    expect(answer?.rest.toString('latin1')).toBe('\0body');
    expect(fixture.requests[0]?.traceparent).toBeUndefined();
  });

  it("takes the traceparent of a client's span from its tagged field, for one request", async () => {
    fixture = await listen(echo);
    const client = await fixture.connect();
    const traceparent = `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`;
    // One field, tag 10,000 as a varint.
    const field = (value: string): Buffer => Buffer.concat([Buffer.from([1, 0x90, 0x4e, value.length]), Buffer.from(value)]);
    client.send(taggedFrame(1, field(traceparent)), frame(Metadata, 9, 2), taggedFrame(3, field('short')));
    await client.take(3);
    expect(fixture.requests.map((request) => request.traceparent)).toEqual([traceparent, undefined, undefined]);
  });

  it('passes ApiVersions in any version and answers it with a header of version 0', async () => {
    fixture = await listen((request) => request.answer([Buffer.from('v')]));
    const client = await fixture.connect();
    client.send(frame(ApiVersions, 3, 1), frame(ApiVersions, 99, 2));
    const answers = await client.take(2);
    expect(answers.map(({ rest }) => rest.toString())).toEqual(['v', 'v']);
    expect(fixture.requests[1]?.apiVersion).toBe(99);
  });

  it('sends nothing for a request without answer, and goes on behind it', async () => {
    fixture = await listen((request) => (request.apiKey === Produce ? request.answerNothing() : echo(request)));
    const client = await fixture.connect();
    client.send(frame(Produce, 7, 1), frame(Produce, 7, 2), frame(Fetch, 4, 3), frame(Produce, 7, 4), frame(Fetch, 4, 5));
    const answers = await client.take(2);
    expect(answers.map(({ correlationId }) => correlationId)).toEqual([3, 5]);
  });

  it('lets an answer out that waited for a request without one', async () => {
    fixture = await listen();
    const client = await fixture.connect();
    client.send(frame(Produce, 7, 1), frame(Metadata, 8, 2));
    await fixture.dispatched(2);
    fixture.requests[1]?.answer([Buffer.from('x')]);
    fixture.requests[0]?.answerNothing();
    expect((await client.take(1))[0]?.correlationId).toBe(2);
  });

  it('ignores a second answer, and releases its parts', async () => {
    fixture = await listen();
    const client = await fixture.connect();
    client.send(frame(Fetch, 4, 1), frame(Fetch, 4, 2));
    await fixture.dispatched(2);
    const [first, late] = [countedSource(Buffer.from('first')), countedSource(Buffer.from('late'))];
    const parts = [first];
    fixture.requests[0]?.answer(parts);
    fixture.requests[0]?.answer([late]);
    fixture.requests[0]?.answer(parts);
    fixture.requests[0]?.answerNothing();
    fixture.requests[0]?.close('late');
    fixture.requests[1]?.answer([Buffer.from('second')]);
    expect((await client.take(2)).map(({ rest }) => rest.toString())).toEqual(['first', 'second']);
    fixture.requests[0]?.answer([late]);
    expect([first.releases, late.releases]).toEqual([1, 2]);
  });
});

describe('order of work', () => {
  it('lets requests overlap that may', async () => {
    fixture = await listen();
    const client = await fixture.connect();
    client.send(frame(Fetch, 4, 1), frame(Produce, 7, 2), frame(Metadata, 8, 3));
    await fixture.dispatched(3);
    expect(fixture.requests.map(({ apiKey }) => apiKey)).toEqual([Fetch, Produce, Metadata]);
  });

  it('makes any other request wait for those before it, and those after it wait for it', async () => {
    fixture = await listen();
    const client = await fixture.connect();
    client.send(frame(Fetch, 4, 1), frame(Produce, 7, 2), frame(Heartbeat, 3, 3, Buffer.from('body of 3')), frame(Fetch, 4, 4), frame(Heartbeat, 3, 5));
    await fixture.dispatched(2);
    fixture.requests[0]?.answer([]);
    await client.take(1);
    expect(fixture.requests).toHaveLength(2);
    fixture.requests[1]?.answer([]);
    await client.take(2);
    await fixture.dispatched(3);
    expect(fixture.requests).toHaveLength(3);
    fixture.requests[2]?.answer([]);
    await fixture.dispatched(4);
    expect(fixture.requests.map(({ correlationId }) => correlationId)).toEqual([1, 2, 3, 4]);
    fixture.requests[3]?.answer([]);
    await fixture.dispatched(5);
    fixture.requests[4]?.answer([]);
    expect((await client.take(5)).map(({ correlationId }) => correlationId)).toEqual([1, 2, 3, 4, 5]);
  });

  it('never dispatches inside an answer', async () => {
    let depth = 0;
    let deepest = 0;
    fixture = await listen((request) => {
      depth += 1;
      deepest = Math.max(deepest, depth);
      request.answer([]);
      depth -= 1;
    });
    const client = await fixture.connect();
    client.send(...Array.from({ length: 500 }, (_, id) => frame(Heartbeat, 3, id)));
    await client.take(500);
    expect(deepest).toBe(1);
  });

  it('has no more requests under way than allowed, and takes the rest as answers go out', async () => {
    fixture = await listen(() => {}, { maxRequestsUnderWay: 3 });
    const client = await fixture.connect();
    client.send(...Array.from({ length: 10 }, (_, id) => frame(Fetch, 4, id)));
    await fixture.dispatched(3);
    for (let answered = 0; answered < 10; answered++) {
      await fixture.dispatched(Math.min(10, answered + 3));
      expect(fixture.requests.length).toBeLessThanOrEqual(answered + 3);
      fixture.requests[answered]?.answer([Buffer.from([answered])]);
      await client.take(answered + 1);
    }
    expect(client.answers.map(({ correlationId }) => correlationId)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('does not read a throttled connection until its time is over', async () => {
    let clockMs = 0;
    const timers: { delayMs: number; task: () => void }[] = [];
    fixture = await listen(echo, {
      connectionsMaxIdleMs: Infinity,
      clock: { now: () => clockMs, monotonicMs: () => clockMs },
      scheduler: {
        after: (delayMs, task) => {
          timers.push({ delayMs, task });
          return { cancel: () => {} };
        },
        endOfTurn: (task) => void setImmediate(task),
      },
    });
    const client = await fixture.connect();
    client.send(frame(Fetch, 4, 1));
    await client.take(1);
    fixture.requests[0]?.connection.throttle(500);
    const other = await fixture.connect();
    client.send(frame(Fetch, 4, 2));
    other.send(frame(Fetch, 4, 1), frame(Fetch, 4, 2));
    await other.take(2);
    expect(fixture.requests).toHaveLength(3);
    expect(timers.map(({ delayMs }) => delayMs)).toEqual([500]);
    clockMs = 500;
    timers[0]?.task();
    expect((await client.take(2)).map(({ correlationId }) => correlationId)).toEqual([1, 2]);
    timers.length = 0;
    const closed = fixture.listener.close();
    client.socket.destroy();
    other.socket.destroy();
    await closed;
  });
});

describe('bytes of a request', () => {
  it('puts a frame together from single bytes', async () => {
    fixture = await listen(echo);
    const client = await fixture.connect();
    const bytes = Buffer.concat([frame(Metadata, 9, 1, Buffer.from('one')), frame(Fetch, 4, 2, Buffer.from('two'))]);
    for (const byte of bytes) {
      client.socket.write(Buffer.from([byte]));
      await new Promise<void>((resolve) => void setImmediate(resolve));
    }
    expect((await client.take(2)).map(({ rest }) => rest.toString('latin1'))).toEqual(['\0one', 'two']);
  });

  it('takes frames of all sizes around the buffers it reads into', async () => {
    fixture = await listen(echo);
    const client = await fixture.connect();
    const sizes = [0, 1, 4095, 4096, 65_530, 131_054, 131_072, 262_140, 262_144, 300_000, 1_048_576, 5_000_000, 3];
    const bodies = sizes.map((size) => Buffer.alloc(size, `${size},`));
    client.send(...bodies.map((body, id) => frame(Fetch, 4, id, body)));
    const answers = await client.take(sizes.length);
    for (const [id, body] of bodies.entries()) expect(answers[id]?.rest.equals(body)).toBe(true);
  });

  it('keeps bytes until the answer when asked to, and takes them away after dispatch otherwise', async () => {
    const kept = new Map<ClientRequest, Uint8Array>();
    fixture = await listen((request) => {
      if (request.correlationId % 3 > 0) kept.set(request, request.keepBytes());
    });
    const client = await fixture.connect();
    const sizes = [100, 100, 100, 200_000, 200_000, 200_000];
    for (const round of [0, 1]) {
      client.send(...sizes.map((size, id) => frame(Fetch, 4, id, Buffer.alloc(size, id + 10 * round))));
      await fixture.dispatched(6 * (round + 1));
      // Half of the first round gives its memory back for the second.
      if (round === 0) for (const request of fixture.requests.filter(({ correlationId }) => correlationId % 3 === 2)) request.answerNothing();
    }
    for (const [request, bytes] of kept) {
      const index = fixture.requests.indexOf(request);
      const id = request.correlationId;
      if (index < 6 && id % 3 === 2) continue;
      const expected = Buffer.alloc(sizes[id] as number, id + 10 * Math.floor(index / 6));
      expect(expected.equals(bytes)).toBe(true);
      expect(expected.equals(request.body)).toBe(true);
      expect(expected.equals(request.keepBytes())).toBe(true);
    }
    expect(() => fixture.requests[0]?.body).toThrow(/not kept/);
    expect(() => fixture.requests[0]?.keepBytes()).toThrow(/not kept/);
  });
});
