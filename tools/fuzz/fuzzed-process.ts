import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

/** Linux counts CPU time of processes in hundredths of a second. */
const MS_PER_TICK = 10;
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
  readonly #folder: string;
  readonly #mainThread: string;

  constructor(pid: number) {
    this.#folder = `/proc/${pid}`;
    this.#mainThread = `${this.#folder}/task/${pid}`;
  }

  residentMb(): number {
    return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`${this.#folder}/status`, 'utf8'))?.[1]) / 1024;
  }

  cpuMs(): number {
    // Behind the name, which may hold spaces: field 12 and 13 are user and system time.
    const fields = readFileSync(`${this.#folder}/stat`, 'utf8').replace(/^.*\) /, '').split(' ');
    return (Number(fields[11]) + Number(fields[12])) * MS_PER_TICK;
  }

  /** Time that the thread of the event loop could have run and had no core. */
  waitedForCoreMs(): number {
    return waitedForCoreMs(this.#mainThread);
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
      isIdle = cpuMs - lastMs < IDLE_SHARE * couldRunMs + MS_PER_TICK;
      lastMs = cpuMs;
    }
  }
}
