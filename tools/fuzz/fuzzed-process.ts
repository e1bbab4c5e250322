import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { cpuSeconds, residentBytes } from '../bench/process-usage.ts';

/** Linux counts CPU time of processes in hundredths of a second. */
const TICK_MS = 10;
const LOOK_EVERY_MS = 500;
const IDLE_SHARE = 0.05;
/** The shell of the standalone form is loaded a second after `ready`. */
const LEAST_SETTLE_MS = 2500;
const SETTLED_WITHIN_MS = 60_000;

/** How long threads wait for a core, from /proc: on a machine that other work loads, this is not the server's doing. */
export function waitedForCoreMs(...threads: readonly string[]): number {
  return threads.reduce((sum, path) => sum + Number(readFileSync(`${path}/schedstat`, 'utf8').split(' ')[1]) / 1e6, 0);
}

/** What /proc tells of the process that is fuzzed. Its methods throw once it has ended. */
export class FuzzedProcess {
  readonly #pid: number;

  constructor(pid: number) {
    this.#pid = pid;
  }

  residentMb(): number {
    return residentBytes([this.#pid]) / 2 ** 20;
  }

  cpuMs(): number {
    return cpuSeconds([this.#pid]) * 1000;
  }

  /** Time that the thread of the event loop could have run and had no core. */
  waitedForCoreMs(): number {
    return waitedForCoreMs(`/proc/${this.#pid}/task/${this.#pid}`);
  }

  /** Returns once the process has loaded what it loads behind `ready`, and rests: what it holds then is the base of its growth. */
  async settled(): Promise<void> {
    const startMs = performance.now();
    let lastMs = this.cpuMs();
    for (let isIdle = false; !(isIdle && performance.now() - startMs > LEAST_SETTLE_MS); ) {
      if (performance.now() - startMs > SETTLED_WITHIN_MS) throw new Error(`the server does not come to rest within ${SETTLED_WITHIN_MS} ms`);
      const [waitedMs, sinceMs] = [this.waitedForCoreMs(), performance.now()];
      await delay(LOOK_EVERY_MS);
      const cpuMs = this.cpuMs();
      const couldRunMs = performance.now() - sinceMs - (this.waitedForCoreMs() - waitedMs);
      isIdle = cpuMs - lastMs < IDLE_SHARE * couldRunMs + TICK_MS;
      lastMs = cpuMs;
    }
  }
}
