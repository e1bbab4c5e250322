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

/** MiB of the space for young objects: when growth was limited, after all of it was given back, and after some more work. */
function youngSpaces(): number[] {
  const program = `
    import v8 from 'node:v8';
    import { runInNewContext } from 'node:vm';
    import { limitHeapGrowth } from '${moduleFile}';
    const size = () => v8.getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space').space_size / 2 ** 20;
    const work = async (objects) => {
      const young = [];
      for (let i = 0; i < objects; i++) {
        young[i % 100_000] = { i, text: 'x' + i };
        if (i % 20_000 === 0) await new Promise((resolve) => void setImmediate(resolve));
      }
    };
    await work(1_000_000);
    limitHeapGrowth();
    const sizes = [size()];
    v8.setFlagsFromString('--expose-gc');
    // Also takes from the space for young objects, as V8 does by itself in a process that rests.
    runInNewContext('gc')({ type: 'major', execution: 'sync', flavor: 'last-resort' });
    sizes.push(size());
    await work(3_000_000);
    sizes.push(size());
    process.stdout.write(JSON.stringify(sizes));
  `;
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], { encoding: 'utf8' });
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
  return JSON.parse(stdout) as number[];
}

describe('limitHeapGrowth', () => {
  it('lets the space for young objects become again what it was before the process rested, and no larger', () => {
    const [atFirst, rested, atWork] = youngSpaces() as [number, number, number];
    expect(atFirst).toBeGreaterThanOrEqual(16);
    expect(rested).toBeLessThan(atFirst / 4);
    expect(atWork).toBeGreaterThanOrEqual(atFirst / 2);
    expect(atWork).toBeLessThanOrEqual(atFirst);
  });

  it('keeps the heap smaller than V8 would', () => {
    expect(heapAfterGarbage('limitHeapGrowth();')).toBeLessThan(heapAfterGarbage('') * 0.7);
  });
});
