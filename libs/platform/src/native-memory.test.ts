import { spawnSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import { virtualTime } from '@ottla/testing';
import { trimAsItGrows } from './native-memory.ts';

const moduleFile = new URL('./native-memory.js', import.meta.url).href;

/** Resident bytes that are left of four blocks of 8 MiB when all are freed, after a larger one was: glibc by itself takes that for a reason to keep them. */
function keptOfFreedBlocks(before: string): number {
  const program = `
    import { createRequire } from 'node:module';
    import { limitNativeMemory } from '${moduleFile}';
    const scheduler = { after: () => ({ cancel: () => {} }), endOfTurn: () => {} };
    ${before}
    const libc = createRequire('${moduleFile}')('koffi').load(null);
    const malloc = libc.func('void *malloc(size_t)');
    const free = libc.func('void free(void *)');
    const memset = libc.func('void *memset(void *, int, size_t)');
    const used = (bytes) => { const block = malloc(bytes); memset(block, 1, bytes); return block; };
    free(used(24 << 20));
    const startBytes = process.memoryUsage.rss();
    for (const block of Array.from({ length: 4 }, () => used(8 << 20))) free(block);
    process.stdout.write(String(process.memoryUsage.rss() - startBytes));
  `;
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], { encoding: 'utf8' });
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
  return Number(stdout);
}

const isGlibc = process.platform === 'linux' && 'glibcVersionRuntime' in (process.report.getReport() as { header: object }).header;

(isGlibc ? describe : describe.skip)('limitNativeMemory', () => {
  it('gives large blocks back when they are freed, which glibc by itself keeps', () => {
    expect(keptOfFreedBlocks('')).toBeGreaterThan(24 << 20);
    expect(keptOfFreedBlocks('if (!limitNativeMemory(scheduler)) throw new Error("not set");')).toBeLessThan(8 << 20);
  });
});

describe('trimAsItGrows', () => {
  const MB = 1024 * 1024;

  it('trims once for each 16 MB above what the last trim left, one at a time', () => {
    const time = virtualTime();
    let residentBytes = 100 * MB;
    const trims: (() => void)[] = [];
    trimAsItGrows(time.scheduler, () => residentBytes, (done) => void trims.push(done));
    const minute = (mb: number): number => {
      residentBytes = mb * MB;
      time.advance(60_000);
      return trims.length;
    };
    expect([minute(115), minute(116), minute(200)]).toEqual([0, 1, 1]);
    residentBytes = 140 * MB;
    trims[0]?.();
    expect([minute(155), minute(156)]).toEqual([1, 2]);
    // It gave nothing back: what grew is used.
    trims[1]?.();
    expect([minute(171), minute(120), minute(135), minute(136)]).toEqual([2, 2, 2, 3]);
  });
});
