/** Spreads seeds over threads, a chunk at a time, until they are run or one fails. */
import { Worker } from 'node:worker_threads';
import type { SeedFailure, SeedOrder, SeedReport, SeedWorkerData } from './seed-worker.ts';
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

/** Rejects when a thread cannot load its world, or dies. */
export async function runSeeds({ world, from, count, bugFile }: SeedRun, threads: number, onProgress: (ran: number) => void): Promise<SeedResult> {
  const totals: Record<string, number> = {};
  let next = from;
  let ran = 0;
  const found: { failure: SeedFailure | undefined } = { failure: undefined };
  const work = async (): Promise<void> => {
    const worker = new Worker(new URL('./seed-worker.ts', import.meta.url), { workerData: { world, bugFile } satisfies SeedWorkerData });
    try {
      while (next < from + count && found.failure === undefined) {
        const order: SeedOrder = { from: next, count: Math.min(CHUNK, from + count - next) };
        next += order.count;
        const report = await answerOf(worker, order);
        ran += report.ran;
        for (const [name, amount] of Object.entries(report.totals)) totals[name] = (totals[name] ?? 0) + amount;
        found.failure = earlier(found.failure, report.failure);
        onProgress(ran);
      }
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

function answerOf(worker: Worker, order: SeedOrder): Promise<SeedReport> {
  return new Promise((resolve, reject) => {
    const onMessage = (report: SeedReport): void => {
      worker.off('error', reject);
      resolve(report);
    };
    worker.once('error', reject);
    worker.once('message', onMessage);
    worker.postMessage(order);
  });
}
