import { createRequire } from 'node:module';
import type { Scheduler } from '@ottla/model';

/** Parameters of glibc's mallopt. */
const M_TRIM_THRESHOLD = -1;
const M_MMAP_THRESHOLD = -3;
const M_ARENA_MAX = -8;

/** A block of this size and more is mapped for itself, and goes back to the kernel when it is freed. */
const MAPPED_FROM_BYTES = 1024 * 1024;
/** Free memory at an arena's end that is kept. */
const KEPT_FREE_BYTES = 4 * 1024 * 1024;
const MAX_ARENAS = 2;
const LOOK_EVERY_MS = 60_000;
/** Growth since the last time that makes giving back worth it: 130 MB took a thread 28 to 87 ms, for parts of which the loop may wait for an arena's lock. */
const WORTH_BYTES = 16 * 1024 * 1024;

/** What is used of the package koffi. */
interface Koffi {
  load(library: null): { func<T>(definition: string): T };
}

/** A call that koffi makes in another thread when it is asked to. */
type Trim = { async(keptBytes: number, done: (error: Error | null) => void): void };

/**
 * Has the C library give memory back that was used once; for the begin of a process. By itself glibc takes the first large
 * block that is freed (up to 32 MB: a batch that was decompressed) for a sign that there will be more, keeps twice as much
 * at the end of each arena from then on, and has an arena for each thread, where what is free between used blocks stays
 * for good. In a fuzz run arenas held 86 MB, of which 63 were free.
 *
 * Does nothing where there is no glibc or the package koffi has no binary. Answers whether it does anything.
 */
export function limitNativeMemory(scheduler: Scheduler): boolean {
  if (process.platform !== 'linux') return false;
  try {
    const libc = (createRequire(import.meta.url)('koffi') as Koffi).load(null);
    const mallopt = libc.func<(parameter: number, value: number) => number>('int mallopt(int, int)');
    const trim = libc.func<Trim>('int malloc_trim(size_t)');
    // Each answers 1. Not one of them is left out when another is refused.
    const areSet = [mallopt(M_MMAP_THRESHOLD, MAPPED_FROM_BYTES), mallopt(M_TRIM_THRESHOLD, KEPT_FREE_BYTES), mallopt(M_ARENA_MAX, MAX_ARENAS)].every((answer) => answer === 1);
    trimAsItGrows(scheduler, () => process.memoryUsage.rss(), (done) => trim.async(0, done));
    return areSet;
  } catch {
    // musl has no such calls: what is freed there goes back anyway.
    return false;
  }
}

/**
 * Looks once a minute at what is resident, and trims when it is 16 MB more than what the last trim left. What grew may be
 * something else, and is not there to give back: then it takes 16 MB more. One trim at a time.
 */
export function trimAsItGrows(scheduler: Scheduler, residentBytes: () => number, trim: (done: () => void) => void): void {
  let leftBytes = residentBytes();
  const look = (): void => {
    const bytes = residentBytes();
    if (bytes - leftBytes < WORTH_BYTES) {
      // What went by itself may come again.
      leftBytes = Math.min(leftBytes, bytes);
      scheduler.after(LOOK_EVERY_MS, look);
      return;
    }
    trim(() => {
      leftBytes = residentBytes();
      scheduler.after(LOOK_EVERY_MS, look);
    });
  };
  scheduler.after(LOOK_EVERY_MS, look);
}
