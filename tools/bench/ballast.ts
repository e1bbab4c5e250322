/**
 * Loaded into a broker under test before its own code: holds OTTLA_BENCH_BALLAST_MB of small live objects, so that a
 * run shows what the collector costs when the heap is full.
 */
const BYTES_PER_ENTRY = 64;
const count = (Number(process.env['OTTLA_BENCH_BALLAST_MB'] ?? 0) * 1024 * 1024) / BYTES_PER_ENTRY;
const held: object[] = [];
for (let index = 0; index < count; index++) held.push({ index, next: held[index - 1], size: index + 0.5 });
Object.defineProperty(globalThis, 'ottlaBenchBallast', { value: held });
