import { describe, expect, it } from '@jest/globals';
import { ErrorCode, KafkaError } from '@ottla/model';
import type { AcceptLink, CallOptions, DialLink, Link, LinkHello } from '../contracts/link.ts';
import type { CoordinatorService, ShardGrant, ShardHostService } from '../contracts/coordinator.ts';

/** What the contract needs of a transport: a pair of ends, and a way to let things happen. */
export interface LinkContractSetup {
  readonly dial: DialLink<CoordinatorService, ShardHostService>;
  readonly accept: (handler: AcceptLink<ShardHostService, CoordinatorService>) => void;
  /** Lets everything happen that needs no time. */
  readonly settle: () => Promise<void>;
  /** Lets deadlines of `ms` pass. */
  readonly pass: (ms: number) => Promise<void>;
  /** At most this many requests may be under way in one direction. */
  readonly maxRequestsUnderWay: number;
  /** At most this many bytes of requests may be under way in one direction. */
  readonly maxRequestBytesUnderWay: number;
  readonly close: () => Promise<void>;
}

const call: CallOptions = { timeoutMs: 1_000 };
const hello: LinkHello = { role: 'group-coordinator', nodeId: 7, incarnationId: 'seven', clusterId: 'c' };
const grant: ShardGrant = { topic: 't', partition: 1, leaderEpoch: 2, logStartOffset: 3, logEndOffset: 2 ** 52, highWatermark: 5, maxBatchBytes: 2 ** 31 - 1 };
const read = { topic: 't', partition: 1, leaderEpoch: 2, offset: 3, maxBytes: 10 };
const append = { topic: 't', partition: 1, leaderEpoch: 2, expectedBaseOffset: 3, records: new Uint8Array(0) };

const nothing = (): Promise<Record<never, never>> => Promise.resolve({});
const never = (): Promise<never> => new Promise(() => {});
const idle: CoordinatorService = { grant: nothing, standBy: nothing, revoke: nothing, progress: nothing, forward: () => Promise.resolve({ body: new Uint8Array(0), leaderEpoch: -1, releaseOffset: 0 }) };
const host: ShardHostService = { append: never, read: never, release: nothing, writeTxnMarkers: never };

/** The suite that every transport of `Link` passes: see the contract in contracts/link.ts. */
export function linkContract(name: string, setUp: () => Promise<LinkContractSetup>): void {
  const withLink = async (local: Partial<CoordinatorService>, remote: Partial<ShardHostService>, test: (dialer: Link<ShardHostService>, acceptor: Link<CoordinatorService>, setup: LinkContractSetup) => Promise<void>): Promise<void> => {
    const setup = await setUp();
    let accepted: Link<CoordinatorService> | undefined;
    setup.accept((link) => {
      accepted = link;
      return { ...host, ...remote };
    });
    try {
      const dialing = setup.dial(hello, { ...idle, ...local });
      await setup.settle();
      const dialer = await dialing;
      await setup.settle();
      expect(accepted).toBeDefined();
      await test(dialer, accepted as Link<CoordinatorService>, setup);
    } finally {
      await setup.close();
    }
  };
  const codeOf = (promise: Promise<unknown>): Promise<unknown> => promise.then(() => 'done', (error: unknown) => (error instanceof KafkaError ? error.code : error));

  describe(`the contract of Link, ${name}`, () => {
    it('carries requests and answers both ways, and the hello', () => {
      const grants: ShardGrant[] = [];
      const local: Partial<CoordinatorService> = {
        grant: (request) => {
          grants.push(request);
          return nothing();
        },
      };
      const answer = { records: Buffer.from('abc'), logStartOffset: 1, logEndOffset: 2, highWatermark: 3 };
      return withLink(local, { read: (request) => Promise.resolve({ ...answer, highWatermark: request.offset }) }, async (dialer, acceptor, { settle }) => {
        const asked = dialer.remote.read(read, call);
        const granted = acceptor.remote.grant(grant, call);
        await settle();
        const got = await asked;
        expect({ ...got, records: Buffer.from(got.records).toString() }).toEqual({ ...answer, records: 'abc', highWatermark: 3 });
        await granted;
        expect(grants).toEqual([grant]);
        expect(acceptor.hello).toEqual(hello);
        expect([dialer.isOpen, acceptor.isOpen]).toEqual([true, true]);
      });
    });

    it('delivers no request within the turn of its call, and requests in the order of their calls', () => {
      const order: number[] = [];
      const local: Partial<CoordinatorService> = {
        progress: ({ highWatermark }) => {
          order.push(highWatermark);
          return nothing();
        },
      };
      return withLink(local, {}, async (_dialer, acceptor, { settle }) => {
        const asked = [1, 2, 3].map((highWatermark) => acceptor.remote.progress({ topic: 't', partition: 0, leaderEpoch: 0, highWatermark }, call));
        expect(order).toEqual([]);
        await settle();
        await Promise.all(asked);
        expect(order).toEqual([1, 2, 3]);
      });
    });

    it('lets answers overtake each other', () =>
      withLink({}, { read: ({ offset }) => (offset === 0 ? never() : Promise.resolve({ records: new Uint8Array(0), logStartOffset: 0, logEndOffset: 0, highWatermark: offset })) }, async (dialer, _acceptor, { settle }) => {
        void dialer.remote.read({ ...read, offset: 0 }, call).catch(() => {});
        const second = dialer.remote.read({ ...read, offset: 9 }, call);
        await settle();
        expect((await second).highWatermark).toBe(9);
      }));

    it('gives the receiver bytes of its own, both ways', () => {
      const received: Uint8Array[] = [];
      const kept = Buffer.from('answer');
      const remote: Partial<ShardHostService> = {
        append: ({ records }) => {
          received.push(records);
          return Promise.resolve({ baseOffset: 0, logEndOffset: 0, highWatermark: 0 });
        },
        read: () => Promise.resolve({ records: kept, logStartOffset: 0, logEndOffset: 0, highWatermark: 0 }),
      };
      return withLink({}, remote, async (dialer, _acceptor, { settle }) => {
        const mine = Buffer.from('request');
        const appended = dialer.remote.append({ ...append, records: mine }, call);
        mine.fill(0);
        const asked = dialer.remote.read(read, call);
        await settle();
        await appended;
        const { records } = await asked;
        kept.fill(0);
        expect(Buffer.from(received[0] as Uint8Array).toString()).toBe('request');
        expect(Buffer.from(records).toString()).toBe('answer');
      });
    });

    it('passes a refusal on with its code and message, and hides any other failure', () => {
      const remote: Partial<ShardHostService> = {
        append: () => Promise.reject(new KafkaError(ErrorCode.INVALID_RECORD, 'not the end')),
        read: () => Promise.reject(new Error('a secret')),
        release: () => {
          throw new KafkaError(ErrorCode.NOT_COORDINATOR, 'thrown, not rejected');
        },
      };
      return withLink({}, remote, async (dialer, _acceptor, { settle }) => {
        const refusal = dialer.remote.append(append, call).catch((error: unknown) => error);
        const failure = dialer.remote.read(read, call).catch((error: unknown) => error);
        const thrown = codeOf(dialer.remote.release({ topic: 't', partition: 0, leaderEpoch: 0 }, call));
        await settle();
        expect(await refusal).toMatchObject({ code: ErrorCode.INVALID_RECORD, message: 'not the end' });
        expect(await failure).toMatchObject({ code: ErrorCode.UNKNOWN_SERVER_ERROR });
        expect(String(await failure)).not.toContain('secret');
        expect(await thrown).toBe(ErrorCode.NOT_COORDINATOR);
      });
    });

    it('ends a call at its deadline, and drops the late answer', () => {
      const answers: ((answer: { records: Uint8Array; logStartOffset: number; logEndOffset: number; highWatermark: number }) => void)[] = [];
      const seen: number[] = [];
      const remote: Partial<ShardHostService> = {
        read: (_request, { timeoutMs }) => {
          seen.push(timeoutMs);
          return new Promise((resolve) => answers.push(resolve));
        },
      };
      return withLink({}, remote, async (dialer, _acceptor, { settle, pass }) => {
        const asked = codeOf(dialer.remote.read(read, { timeoutMs: 20 }));
        await settle();
        await pass(20);
        expect(await asked).toBe(ErrorCode.REQUEST_TIMED_OUT);
        expect(seen[0]).toBeLessThanOrEqual(20);
        answers[0]?.({ records: new Uint8Array(0), logStartOffset: 0, logEndOffset: 0, highWatermark: 0 });
        const again = dialer.remote.read(read, call);
        await settle();
        answers[1]?.({ records: new Uint8Array(0), logStartOffset: 0, logEndOffset: 0, highWatermark: 11 });
        await settle();
        expect((await again).highWatermark).toBe(11);
      });
    });

    it.each(['dialer', 'acceptor'] as const)('ends calls under way when the %s closes the link, and tells both ends why', (end) =>
      withLink({ grant: never }, {}, async (dialer, acceptor, { settle }) => {
        const calls = [codeOf(dialer.remote.read(read, call)), codeOf(acceptor.remote.grant(grant, call))];
        await settle();
        (end === 'dialer' ? dialer : acceptor).close('enough');
        const late = codeOf(dialer.remote.read(read, call));
        await settle();
        expect(await Promise.all([...calls, late])).toEqual(Array.from({ length: 3 }, () => ErrorCode.NETWORK_EXCEPTION));
        expect(await Promise.all([dialer.closed, acceptor.closed])).toEqual([expect.stringContaining('enough'), expect.stringContaining('enough')]);
        expect([dialer.isOpen, acceptor.isOpen]).toEqual([false, false]);
        dialer.close('twice is harmless');
      }),
    );

    it('refuses requests beyond the bound without delivering them, and takes more when some are answered', () => {
      let delivered = 0;
      const answers: (() => void)[] = [];
      const remote: Partial<ShardHostService> = {
        release: () => {
          delivered++;
          return new Promise((resolve) => answers.push(() => resolve({})));
        },
      };
      return withLink({}, remote, async (dialer, _acceptor, { settle, maxRequestsUnderWay }) => {
        const id = { topic: 't', partition: 0, leaderEpoch: 0 };
        const asked = Array.from({ length: maxRequestsUnderWay }, () => codeOf(dialer.remote.release(id, call)));
        expect(await codeOf(dialer.remote.release(id, call))).toBe(ErrorCode.THROTTLING_QUOTA_EXCEEDED);
        await settle();
        expect(delivered).toBe(maxRequestsUnderWay);
        for (const answer of answers) answer();
        await settle();
        expect(await Promise.all(asked)).toEqual(asked.map(() => 'done'));
        const more = codeOf(dialer.remote.release(id, call));
        await settle();
        answers.at(-1)?.();
        await settle();
        expect(await more).toBe('done');
      });
    });

    it('refuses requests whose bytes pass the bound', () =>
      withLink({}, {}, async (dialer, _acceptor, { settle, maxRequestBytesUnderWay }) => {
        const records = new Uint8Array(maxRequestBytesUnderWay - 100);
        const first = codeOf(dialer.remote.append({ ...append, records }, call));
        expect(await codeOf(dialer.remote.append({ ...append, records }, call))).toBe(ErrorCode.THROTTLING_QUOTA_EXCEEDED);
        dialer.close('end');
        await settle();
        expect(await first).toBe(ErrorCode.NETWORK_EXCEPTION);
      }));

    it('rejects a dial that is not accepted', async () => {
      const setup = await setUp();
      setup.accept(() => {
        throw new KafkaError(ErrorCode.INVALID_REQUEST, 'not you');
      });
      const dialed = setup.dial(hello, idle).then(() => 'linked', (error: unknown) => (error instanceof KafkaError ? 'refused' : error));
      await setup.settle();
      expect(await dialed).toBe('refused');
      await setup.close();
    });
  });
}
