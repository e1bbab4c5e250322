/** Spreads seeds over threads, a chunk at a time, until they are run or one fails. */
import { Worker } from 'node:worker_threads';
import type { SeedBegins, SeedFailure, SeedOrder, SeedReport, SeedWorkerData } from './seed-worker.ts';
import type { WorldName } from './worlds.ts';

export interface SeedRun {
  readonly world: WorldName;
  readonly from: number;
  readonly count: number;
  readonly bugFile?: string;
}

export interface SeedResult {
  readonly ran: number;
  readonly totals: Record<string, number>;
  /** The lowest seed that failed in what was run. */
  readonly failure: SeedFailure | undefined;
}

const CHUNK = 10;
/** A seed takes less than a second: one that takes this long spins, on however busy a machine. */
const SEED_DEADLINE_MS = 120_000;

/** Rejects when a thread cannot load its world, or dies. A seed that outlasts its deadline fails, and its thread is ended. */
export async function runSeeds({ world, from, count, bugFile }: SeedRun, threads: number, onProgress: (ran: number) => void): Promise<SeedResult> {
  const totals: Record<string, number> = {};
  let next = from;
  let ran = 0;
  let isOver = false;
  const found: { failure: SeedFailure | undefined } = { failure: undefined };
  const work = async (): Promise<void> => {
    const worker = new Worker(new URL('./seed-worker.ts', import.meta.url), { workerData: { world, bugFile } satisfies SeedWorkerData });
    try {
      while (next < from + count && !isOver) {
        const order: SeedOrder = { from: next, count: Math.min(CHUNK, from + count - next) };
        next += order.count;
        const report = await answerOf(worker, order, `world ${world}`);
        ran += report.ran;
        for (const [name, amount] of Object.entries(report.totals)) totals[name] = (totals[name] ?? 0) + amount;
        found.failure = earlier(found.failure, report.failure);
        isOver ||= report.failure !== undefined;
        onProgress(ran);
      }
    } catch (error) {
      isOver = true;
      throw error;
    } finally {
      await worker.terminate();
    }
  };
  await Promise.all(Array.from({ length: Math.min(threads, Math.ceil(count / CHUNK)) }, work));
  return { ran, totals, ...found };
}

function earlier(one: SeedFailure | undefined, other: SeedFailure | undefined): SeedFailure | undefined {
  return one === undefined || (other !== undefined && other.seed < one.seed) ? other : one;
}

/** What came of a chunk; of a seed that spins, that it does. Rejects with Error that names `what` and the seed when the thread ends. */
function answerOf(worker: Worker, order: SeedOrder, what: string): Promise<SeedReport> {
  return new Promise((resolve, reject) => {
    let running: number | undefined;
    const where = (): string => (running === undefined ? `${what}, before seed ${order.from}` : `${what}, seed ${running}`);
    const settle = (act: () => void): void => {
      clearTimeout(deadline);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      act();
    };
    const onMessage = (message: SeedBegins | SeedReport): void => {
      if (!('begins' in message)) return settle(() => resolve(message));
      running = message.begins;
      deadline.refresh();
    };
    const onError = (cause: Error): void => settle(() => reject(new Error(`${where()}: the thread failed: ${cause.message}`, { cause })));
    const onExit = (code: number): void => settle(() => reject(new Error(`${where()}: the thread ended with code ${code}`)));
    const onDeadline = (): void => {
      const message = `${where()}: does not end within ${SEED_DEADLINE_MS / 1000} s`;
      const seed = running ?? order.from;
      settle(() => resolve({ ran: seed - order.from + 1, totals: {}, failure: { seed, message, timeline: [] } }));
    };
    const deadline = setTimeout(onDeadline, SEED_DEADLINE_MS);
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    worker.postMessage(order);
  });
}
