/** For the tests of this package: the contract of Link over gRPC, with or without TLS. Not exported. */
import type { Clock, Scheduler } from '@ottla/model';
import { linkContract } from '../link-contract.ts';
import type { PlaneSecurity } from '../tls/plane-security.ts';
import { grpcDialer } from './grpc-dialer.ts';
import { grpcLinkServer } from './grpc-link-server.ts';
import { shardHostLinks } from './link-kinds.ts';

/** Node's loop as ports; timers end with `cancel` or the process. */
export const loopClock: Clock = { now: () => Date.now(), monotonicMs: () => performance.now() };

export const loopScheduler: Scheduler = {
  after(delayMs, task) {
    const timer = setTimeout(task, delayMs).unref();
    return { cancel: () => clearTimeout(timer) };
  },
  endOfTurn: (task) => void setImmediate(task),
};

/** Counts what is under way between the two ends, which is how a test knows that nothing more will happen by itself. */
function traffic() {
  let sent = 0;
  let received = 0;
  let busy = 0;
  return {
    onTraffic: (direction: 'sent' | 'received', frames: number) => void (direction === 'sent' ? (sent += frames) : (received += frames)),
    /** Things that end without a frame, such as a dial that is refused. */
    during: <T>(work: Promise<T>): Promise<T> => {
      busy++;
      return work.finally(() => busy--);
    },
    /** Frames that a closing end was sent are never received: it is over when nothing moves for a while, too. */
    settle: async (): Promise<void> => {
      let moved = sent + received;
      let movedAtMs = performance.now();
      for (let quiet = 0; quiet < 5 && performance.now() - movedAtMs < 200; quiet++) {
        await new Promise<void>((resolve) => void setImmediate(resolve));
        if (sent + received !== moved) movedAtMs = performance.now();
        moved = sent + received;
        if (sent !== received || busy > 0) quiet = 0;
      }
    },
  };
}

/** The suite of `linkContract` over gRPC; with `security`, both ends have it. */
export function grpcContract(name: string, security?: () => PlaneSecurity): void {
  const limits = { maxRequestsUnderWay: 5, maxRequestBytesUnderWay: 10_000 };
  linkContract(name, async () => {
    const { onTraffic, during, settle } = traffic();
    const options = { host: '127.0.0.1', clock: loopClock, scheduler: loopScheduler, limits, onTraffic, ...(security === undefined ? {} : { security: security() }) };
    const server = await grpcLinkServer({ ...options, port: 0 });
    const dial = grpcDialer({ ...options, kind: shardHostLinks, port: server.port });
    return {
      ...limits,
      dial: (hello, local) => during(dial(hello, local)),
      accept: (handler) => server.accept(shardHostLinks, handler),
      settle,
      pass: async (ms) => {
        await new Promise((resolve) => setTimeout(resolve, ms + 5));
        await settle();
      },
      close: () => server.close('the test ends'),
    };
  });
}
