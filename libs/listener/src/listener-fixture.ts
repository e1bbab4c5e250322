/** For the tests of this package: a listener with knobs, and a client that speaks frames. Not exported. */
import { connect, type Socket } from 'node:net';
import { silentMetrics, type ByteSource, type Cancellable, type Clock, type Scheduler } from '@ottla/model';
import { ApiKeys, apis, type ApiKey } from '@ottla/protocol';
import { recordingLogger, type RecordingLogger } from '@ottla/testing';
import type { ClientRequest, Listener, ListenerOptions, Overlap } from './contract.ts';
import { startListener } from './listener.ts';
import { RequestMemory } from './request-memory.ts';

/** Node's loop as ports; timers end with `cancel` or the process. */
export const loopClock: Clock = { now: () => Date.now(), monotonicMs: () => performance.now() };

export const loopScheduler: Scheduler = {
  after(delayMs, task): Cancellable {
    const timer = setTimeout(task, delayMs).unref();
    return { cancel: () => clearTimeout(timer) };
  },
  endOfTurn: (task) => void setImmediate(task),
};

const overlaps: ReadonlyMap<number, Overlap> = new Map([[ApiKeys.Produce, 'writes'], [ApiKeys.Fetch, 'reads'], [ApiKeys.ListOffsets, 'reads'], [ApiKeys.Metadata, 'free']]);

/** About two seconds of turns that do nothing else. */
const MOST_ROUNDS = 10_000;

/** Until nothing moves for many turns. */
export async function still(): Promise<void> {
  for (let turns = 0; turns < 50; turns++) await new Promise<void>((resolve) => void setImmediate(resolve));
}

/** Takes stillnesses until it is so. Jest cannot end a test that goes round by itself: that is done here. */
export async function until(what: string, isSo: () => boolean): Promise<void> {
  for (let rounds = 0; !isSo(); rounds++) {
    if (rounds === MOST_ROUNDS) throw new Error(`not in ${MOST_ROUNDS} rounds: ${what}`);
    await still();
  }
}

export interface Fixture {
  readonly listener: Listener;
  readonly logger: RecordingLogger;
  /** Requests that were dispatched, oldest first. */
  readonly requests: ClientRequest[];
  connect(): Promise<FrameClient>;
  /** Resolves when `count` requests were dispatched in all. */
  dispatched(count: number): Promise<void>;
  done(): Promise<void>;
}

/** A started listener on a free port. `serve` runs within dispatch. */
export async function listen(serve: (request: ClientRequest) => void = () => {}, overrides: Partial<ListenerOptions> = {}): Promise<Fixture> {
  const requests: ClientRequest[] = [];
  const clients: FrameClient[] = [];
  const waiters: { count: number; wake: () => void }[] = [];
  const logger = recordingLogger();
  const listener = await startListener({
    host: '127.0.0.1', port: 0, listenerName: 'PLAINTEXT', maxRequestBytes: 8 * 1024 * 1024,
    backlogSize: 511, connectionLimits: () => ({ maxConnections: Infinity, openConnections: 0, openFrom: () => 0, maxConnectionsFrom: () => Infinity }), memory: new RequestMemory(), connectionsMaxIdleMs: 600_000, maxRequestsUnderWay: 100,
    versions: (key) => (key in apis ? { min: apis[key as ApiKey].request.minVersion, max: apis[key as ApiKey].request.maxVersion } : undefined),
    overlap: (key) => overlaps.get(key) ?? 'alone',
    dispatch: (request) => {
      requests.push(request);
      for (const waiter of waiters) if (requests.length >= waiter.count) waiter.wake();
      serve(request);
    },
    clock: loopClock, scheduler: loopScheduler, logger, metrics: silentMetrics,
    ...overrides,
  });
  return {
    listener,
    logger,
    requests,
    async connect() {
      const client = await FrameClient.connect(listener.port);
      clients.push(client);
      return client;
    },
    dispatched: (count) => new Promise((wake) => {
      waiters.push({ count, wake });
      if (requests.length >= count) wake();
    }),
    async done() {
      for (const client of clients) client.socket.destroy();
      for (const request of requests) {
        try {
          request.answerNothing();
        } catch {
          // Answered by the test.
        }
      }
      await listener.close();
    },
  };
}

export interface Answer {
  readonly correlationId: number;
  /** Behind the correlation id: of a flexible answer, with the empty tagged fields first. */
  readonly rest: Buffer;
}

/** Sends bytes and takes answers apart. */
export class FrameClient {
  readonly socket: Socket;
  readonly answers: Answer[] = [];
  isClosed = false;
  receivedBytes = 0;
  #rest: Buffer[] = [];
  #restBytes = 0;
  #wake: (() => void)[] = [];

  private constructor(socket: Socket) {
    this.socket = socket;
    socket.setNoDelay(true);
    socket.on('data', (bytes: Buffer) => this.#take(bytes));
    socket.on('error', () => {});
    socket.on('close', () => {
      this.isClosed = true;
      this.#wakeAll();
    });
  }

  static connect(port: number): Promise<FrameClient> {
    return new Promise((resolve, reject) => {
      const socket = connect({ port, host: '127.0.0.1' }, () => resolve(new FrameClient(socket)));
      socket.once('error', reject);
    });
  }

  send(...frames: Uint8Array[]): void {
    this.socket.write(Buffer.concat(frames));
  }

  /** The first `count` answers. Rejects when the connection ends before. */
  async take(count: number): Promise<Answer[]> {
    await this.#until(() => this.answers.length >= count || this.isClosed);
    if (this.answers.length < count) throw new Error(`closed after ${this.answers.length} of ${count} answers`);
    return this.answers;
  }

  closed(): Promise<void> {
    return this.#until(() => this.isClosed);
  }

  async #until(isTrue: () => boolean): Promise<void> {
    while (!isTrue()) await new Promise<void>((resolve) => this.#wake.push(resolve));
  }

  #wakeAll(): void {
    for (const wake of this.#wake.splice(0)) wake();
  }

  #take(bytes: Buffer): void {
    this.receivedBytes += bytes.length;
    this.#rest.push(bytes);
    this.#restBytes += bytes.length;
    for (;;) {
      if (this.#restBytes < 8) break;
      const first = this.#rest[0] as Buffer;
      if (first.length < 4) this.#rest = [Buffer.concat(this.#rest)];
      const size = (this.#rest[0] as Buffer).readInt32BE(0);
      if (this.#restBytes < 4 + size) break;
      const whole = Buffer.concat(this.#rest);
      this.answers.push({ correlationId: whole.readInt32BE(4), rest: whole.subarray(8, 4 + size) });
      this.#rest = [whole.subarray(4 + size)];
      this.#restBytes -= 4 + size;
    }
    this.#wakeAll();
  }
}

/** A frame with a request header version 1, or 2 when flexible. */
export function frame(apiKey: number, apiVersion: number, correlationId: number, body: Uint8Array = new Uint8Array(0), clientId: string | null = 'test'): Buffer {
  const id = Buffer.from(clientId ?? '');
  const isFlexible = apiVersion >= (apis[apiKey as ApiKey]?.request.flexibleFrom ?? Infinity);
  const header = Buffer.alloc(10 + id.length + (isFlexible ? 1 : 0));
  header.writeInt16BE(apiKey, 0);
  header.writeInt16BE(apiVersion, 2);
  header.writeInt32BE(correlationId, 4);
  header.writeInt16BE(clientId === null ? -1 : id.length, 8);
  id.copy(header, 10);
  return sized(Buffer.concat([header, body]));
}

/** `bytes` behind their length. */
export function sized(bytes: Uint8Array): Buffer {
  const size = Buffer.alloc(4);
  size.writeInt32BE(bytes.length);
  return Buffer.concat([size, bytes]);
}

/** A slice of a file that counts what happens to it. */
export interface CountedSource extends ByteSource {
  releases: number;
  reads: number;
}

export function countedSource(bytes: Uint8Array, how: { isCached?: boolean; fails?: boolean; until?: Promise<void> } = {}): CountedSource {
  const copy = (target: Uint8Array, at: number): void => {
    source.reads += 1;
    if (source.releases > 0) throw new Error('read after release');
    if (how.fails === true) throw new Error('the disk is gone');
    target.set(bytes, at);
  };
  const source: CountedSource = {
    byteLength: bytes.length,
    isCached: how.isCached ?? true,
    releases: 0,
    reads: 0,
    readSync: copy,
    async read(target, at) {
      await how.until;
      await Promise.resolve();
      copy(target, at);
    },
    release() {
      source.releases += 1;
    },
  };
  return source;
}
