import { describe, expect, it } from '@jest/globals';
import { ErrorCode, type Cancellable, type Scheduler } from '@ottla/model';
import { coordinatorMethods, shardHostMethods } from '../contracts/methods.ts';
import type { CoordinatorService, ShardHostService } from '../contracts/coordinator.ts';
import { inProcessPort } from './in-process.ts';
import { linkContract } from './link-contract.ts';

const loopTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Time that the test moves; this lib stands below the testing library. */
function manualScheduler() {
  let nowMs = 0;
  let turn: (() => void)[] = [];
  const timers = new Set<{ readonly dueMs: number; readonly task: () => void }>();
  const scheduler: Scheduler = {
    after(delayMs, task): Cancellable {
      const timer = { dueMs: nowMs + delayMs, task };
      timers.add(timer);
      return { cancel: () => void timers.delete(timer) };
    },
    endOfTurn: (task) => void turn.push(task),
  };
  return {
    scheduler,
    timers,
    async settle(): Promise<void> {
      for (;;) {
        await loopTurn();
        if (turn.length === 0) return;
        const tasks = turn;
        turn = [];
        for (const task of tasks) task();
      }
    },
    pass(ms: number): void {
      nowMs += ms;
      for (const timer of timers) {
        if (timer.dueMs > nowMs) continue;
        timers.delete(timer);
        timer.task();
      }
    },
  };
}

const limits = { maxRequestsUnderWay: 5, maxRequestBytesUnderWay: 10_000 };

function setUp() {
  const time = manualScheduler();
  const port = inProcessPort<CoordinatorService, ShardHostService>({ scheduler: time.scheduler, dialerMethods: coordinatorMethods, acceptorMethods: shardHostMethods, ...limits });
  return { time, port };
}

linkContract('in-process', async () => {
  const { time, port } = setUp();
  return {
    ...limits,
    dial: port.dial,
    accept: (handler) => port.accept(handler),
    settle: () => time.settle(),
    pass: async (ms) => {
      time.pass(ms);
      await time.settle();
    },
    close: async () => {
      port.close('the test ends');
      await time.settle();
    },
  };
});

describe('inProcessPort', () => {
  const hello = { role: 'group-coordinator', nodeId: 1, incarnationId: 'one', clusterId: null } as const;
  const nothing = () => Promise.resolve({});
  const coordinator: CoordinatorService = { grant: nothing, standBy: nothing, revoke: nothing, progress: nothing, forward: () => Promise.resolve({ body: new Uint8Array(0), leaderEpoch: -1, releaseOffset: 0 }) };
  const host: ShardHostService = { append: () => new Promise(() => {}), read: () => new Promise(() => {}), release: nothing, writeTxnMarkers: () => new Promise(() => {}) };

  it('refuses to dial where nobody accepts, or where the port is closed', async () => {
    const { port } = setUp();
    await expect(port.dial(hello, coordinator)).rejects.toMatchObject({ code: ErrorCode.NETWORK_EXCEPTION });
    port.accept(() => host);
    const link = await port.dial(hello, coordinator);
    port.close('the broker stops');
    expect(await link.closed).toBe('the broker stops');
    await expect(port.dial(hello, coordinator)).rejects.toMatchObject({ code: ErrorCode.NETWORK_EXCEPTION, message: 'the broker stops' });
  });

  it('leaves no timer behind once a call has its answer', async () => {
    const { time, port } = setUp();
    port.accept(() => host);
    const link = await port.dial(hello, coordinator);
    const released = link.remote.release({ topic: 't', partition: 0, leaderEpoch: 0 }, { timeoutMs: 100 });
    expect(time.timers.size).toBe(1);
    await time.settle();
    await released;
    expect(time.timers.size).toBe(0);
  });

  it('goes on with the other requests of a turn when one handler throws', async () => {
    const { time, port } = setUp();
    port.accept(() => ({
      ...host,
      read: () => {
        throw new Error('a defect');
      },
    }));
    const link = await port.dial(hello, coordinator);
    const failed = link.remote.read({ topic: 't', partition: 0, leaderEpoch: 0, offset: 0, maxBytes: 1 }, { timeoutMs: 100 }).catch((error: { code: number }) => error.code);
    const released = link.remote.release({ topic: 't', partition: 0, leaderEpoch: 0 }, { timeoutMs: 100 });
    await time.settle();
    expect(await failed).toBe(ErrorCode.UNKNOWN_SERVER_ERROR);
    expect(await released).toEqual({});
  });
});
