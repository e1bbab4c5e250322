import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { Disk } from '@ottla/model';
import { nodeDisk } from '@ottla/platform';
import { diskContract } from '@ottla/testing/contracts';
import { temporaryDisk } from './temporary-disk.ts';

diskContract('temporaryDisk', () => {
  const root = mkdtempSync(join(tmpdir(), 'ottla-temporary-'));
  return { disk: temporaryDisk(nodeDisk()), root, done: () => rmSync(root, { recursive: true, force: true }) };
});

describe('temporaryDisk', () => {
  it('never has its device sync', async () => {
    const root = mkdtempSync(join(tmpdir(), 'ottla-temporary-'));
    const syncs: string[] = [];
    const inner = nodeDisk();
    const watched: Disk = {
      ...inner,
      syncDirectory: () => void syncs.push('folder'),
      open: (path, mode) => {
        const file = inner.open(path, mode);
        file.syncNow = () => void syncs.push('now');
        file.sync = async () => void syncs.push('later');
        return file;
      },
    };
    const disk = temporaryDisk(watched);
    const file = disk.open(join(root, 'a'), 'create');
    file.writeSync([Buffer.from('abc')], 0);
    file.syncNow();
    await file.sync();
    disk.syncDirectory(root);
    expect(file.size()).toBe(3);
    file.close();
    expect(syncs).toEqual([]);
    rmSync(root, { recursive: true, force: true });
  });
});
