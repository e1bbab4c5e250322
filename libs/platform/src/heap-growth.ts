import { setFlagsFromString } from 'node:v8';

/**
 * Has V8 collect garbage rather than ask the machine for memory; for the end of a process's start. By itself V8 lets
 * the heap grow to four times what is live, and the space of young objects to 96 MB, before it collects: a burst of
 * 20,000 connections took a server of 123 MB to 340 MB. From here on the space for young objects stays as large as the
 * start has made it, and the heap grows by half. Measured with 3 million records produced and read: 176 MB in place of
 * 265, with 10 % less CPU time.
 *
 * Both flags are read anew at each collection, unlike those for the largest sizes.
 */
export function limitHeapGrowth(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString('--heap-growing-percent=50');
}
