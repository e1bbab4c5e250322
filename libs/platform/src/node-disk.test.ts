import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { diskContract } from '@ottla/testing/contracts';
import { nodeDisk } from './node-disk.ts';

const makeRoot = (): string => mkdtempSync(join(tmpdir(), 'ottla-disk-'));

diskContract('nodeDisk', () => {
  const root = makeRoot();
  return { disk: nodeDisk(), root, done: () => rmSync(root, { recursive: true, force: true }) };
});

describe('makeDirectory of nodeDisk', () => {
  it('ends where no folder can be made', () => {
    // mkdirSync with `recursive` tries for ever here.
    expect(() => nodeDisk().makeDirectory('/proc/none/at/all')).toThrow(expect.objectContaining({ name: 'DiskError' }));
  });

  it('says which file is in the way', () => {
    const root = makeRoot();
    writeFileSync(join(root, 'file'), '');
    expect(() => nodeDisk().makeDirectory(join(root, 'file'))).toThrow('EEXIST');
    expect(() => nodeDisk().makeDirectory(join(root, 'file', 'below'))).toThrow('ENOTDIR');
    rmSync(root, { recursive: true, force: true });
  });
});

describe('the lock of nodeDisk', () => {
  const holderCode = `
    import { nodeDisk } from ${JSON.stringify(new URL('./node-disk.js', import.meta.url).href)};
    const lock = nodeDisk().lock(process.argv[1]);
    console.log(lock === undefined ? 'refused' : 'held');
    setInterval(() => {}, 1000);
  `;

  it('keeps other processes out, and falls to the next one when its holder was killed', async () => {
    const root = makeRoot();
    const path = join(root, '.lock');
    const holder = spawn(process.execPath, ['--input-type=module', '-e', holderCode, path], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [said] = (await once(holder.stdout, 'data')) as [Buffer];
    expect(said.toString().trim()).toBe('held');
    expect(nodeDisk().lock(path)).toBeUndefined();
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    const lock = nodeDisk().lock(path);
    expect(lock).toBeDefined();
    lock?.release();
    expect(existsSync(path)).toBe(false);
    rmSync(root, { recursive: true, force: true });
  });

  it('does not go by the pid in the file: in another container that may be anybody', () => {
    const root = makeRoot();
    const path = join(root, '.lock');
    writeFileSync(path, `${process.pid}\n`);
    const lock = nodeDisk().lock(path);
    expect(lock).toBeDefined();
    writeFileSync(path, '999999999\n');
    expect(nodeDisk().lock(path)).toBeUndefined();
    lock?.release();
    expect(nodeDisk().lock(path)).toBeDefined();
    rmSync(root, { recursive: true, force: true });
  });
});
