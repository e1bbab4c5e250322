import { spawnSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';

const moduleFile = new URL('./native-memory.js', import.meta.url).href;

/** Resident bytes that are left of four blocks of 8 MiB when all are freed, after a larger one was: glibc by itself takes that for a reason to keep them. */
function keptOfFreedBlocks(before: string): number {
  const program = `
    import { createRequire } from 'node:module';
    import { limitNativeMemory } from '${moduleFile}';
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
    expect(keptOfFreedBlocks('if (!limitNativeMemory()) throw new Error("not set");')).toBeLessThan(8 << 20);
  });
});
