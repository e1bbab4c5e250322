import { spawnSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';

const moduleFile = new URL('./heap-growth.js', import.meta.url).href;

/** Bytes of the heap of a process of its own after it made much garbage, a part of which lives a little while. */
function heapAfterGarbage(before: string): number {
  const program = `
    import v8 from 'node:v8';
    import { limitHeapGrowth } from '${moduleFile}';
    ${before}
    const young = [];
    for (let i = 0; i < 3_000_000; i++) young[i % 100_000] = { i, text: 'x' + i };
    process.stdout.write(String(v8.getHeapStatistics().total_heap_size));
  `;
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], { encoding: 'utf8' });
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
  return Number(stdout);
}

describe('limitHeapGrowth', () => {
  it('keeps the heap smaller than V8 would', () => {
    expect(heapAfterGarbage('limitHeapGrowth();')).toBeLessThan(heapAfterGarbage('') * 0.7);
  });
});
