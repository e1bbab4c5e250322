import { describe, expect, it } from '@jest/globals';
import type { Disk } from '@ottla/model';
import { memoryDisk, recordingLogger, virtualTime } from '@ottla/testing';
import { RemovalQueue } from './removal-queue.ts';

/** A disk that tells which files were removed off the event loop, and which on it. */
function watched(): { disk: Disk; offLoop: string[]; onLoop: string[] } {
  const memory = memoryDisk();
  const offLoop: string[] = [];
  const onLoop: string[] = [];
  const removeDirectory = memory.removeDirectory.bind(memory);
  const disk: Disk = Object.assign(memory, {
    removeAsync: (path: string) => {
      offLoop.push(path);
      memory.remove(path);
      return Promise.resolve();
    },
    removeDirectory: (path: string) => {
      if (memory.stat(path) !== undefined) onLoop.push(...memory.list(path).map((name) => `${path}/${name}`));
      removeDirectory(path);
    },
  });
  return { disk, offLoop, onLoop };
}

describe('removals', () => {
  it('empty the folder of a deleted log off the event loop before they remove it', async () => {
    const { disk, offLoop, onLoop } = watched();
    disk.makeDirectory('/data/orders-0.1-delete');
    for (const name of ['0.log', '9.log']) disk.open(`/data/orders-0.1-delete/${name}`, 'create').close();
    const time = virtualTime();
    const logger = recordingLogger();
    const queue = new RemovalQueue(disk, time.clock, time.scheduler, logger);
    queue.add('/data/orders-0.1-delete', true, 100);

    time.advance(99);
    await turns();
    expect(disk.list('/data')).toEqual(['orders-0.1-delete']);
    time.advance(1);
    await turns();

    expect(offLoop).toEqual(['/data/orders-0.1-delete/0.log', '/data/orders-0.1-delete/9.log']);
    expect(onLoop).toEqual([]);
    expect(disk.list('/data')).toEqual([]);
    expect(logger.lines).toEqual([]);
  });

  it('take a folder that is gone already for removed', async () => {
    const { disk } = watched();
    disk.makeDirectory('/data');
    const time = virtualTime();
    const logger = recordingLogger();
    const queue = new RemovalQueue(disk, time.clock, time.scheduler, logger);
    queue.add('/data/gone', true, 0);
    time.advance(1);
    await turns();
    expect(queue.size).toBe(0);
    expect(logger.lines).toEqual([]);
  });
});

/** Lets promises that follow one another settle. */
async function turns(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
}
