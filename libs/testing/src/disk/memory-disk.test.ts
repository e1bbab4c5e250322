import { describe, expect, it } from '@jest/globals';
import { memoryDisk, type MemoryDisk } from './memory-disk.ts';
import { diskContract } from '../contracts/disk-contract.ts';

const text = (value: string): Uint8Array => Buffer.from(value);
const content = (disk: MemoryDisk, path: string): string | undefined => {
  const bytes = disk.readFile(path);
  return bytes === undefined ? undefined : Buffer.from(bytes).toString();
};

diskContract('memoryDisk', () => {
  const disk = memoryDisk();
  disk.makeDirectory('/data');
  return { disk, root: '/data' };
});

/** A durable file with the content 'base'. */
function diskWithFile(): { disk: MemoryDisk; file: ReturnType<MemoryDisk['open']> } {
  const disk = memoryDisk();
  disk.makeDirectory('/d');
  const file = disk.open('/d/f', 'create');
  file.writeSync([text('base')], 0);
  file.syncNow();
  disk.syncDirectory('/d');
  return { disk, file };
}

describe('a crash of memoryDisk', () => {
  it('forgets writes since the last sync', () => {
    const { disk, file } = diskWithFile();
    file.writeSync([text('XX')], 1);
    file.writeSync([text('more')], 4);
    file.truncate(3);
    expect(content(disk, '/d/f')).toBe('bXX');
    disk.crash();
    expect(content(disk, '/d/f')).toBe('base');
  });

  it('keeps a prefix of the writes, and half of the first lost one, as asked', () => {
    const { disk, file } = diskWithFile();
    file.writeSync([text('1111')], 4);
    file.writeSync([text('2222')], 8);
    file.writeSync([text('3333')], 12);
    disk.crash({ keepUnsynced: (path, writes) => (path === '/d/f' ? writes - 2 : 0), tear: true });
    expect(content(disk, '/d/f')).toBe('base111122');
    disk.crash();
    expect(content(disk, '/d/f')).toBe('base111122');
  });

  it('tears an overwrite in place', () => {
    const { disk, file } = diskWithFile();
    file.writeSync([text('WXYZ')], 0);
    disk.crash({ tear: () => 3 });
    expect(content(disk, '/d/f')).toBe('WXYe');
  });

  it('undoes a truncation followed by writes', () => {
    const { disk, file } = diskWithFile();
    file.truncate(1);
    file.writeSync([text('zzzzzz')], 3);
    expect(content(disk, '/d/f')).toBe('b\0\0zzzzzz');
    disk.crash();
    expect(content(disk, '/d/f')).toBe('base');
  });

  it('forgets names whose folder was not synced', () => {
    const { disk } = diskWithFile();
    const made = disk.open('/d/new', 'create');
    made.writeSync([text('x')], 0);
    made.syncNow();
    disk.rename('/d/f', '/d/g');
    disk.makeDirectory('/d/sub');
    disk.crash();
    expect(disk.list('/d')).toEqual(['f']);
    expect(content(disk, '/d/f')).toBe('base');
  });

  it('brings back removed names, and keeps synced removals', () => {
    const { disk } = diskWithFile();
    disk.remove('/d/f');
    disk.crash();
    expect(content(disk, '/d/f')).toBe('base');
    disk.remove('/d/f');
    disk.syncDirectory('/d');
    disk.crash();
    expect(disk.list('/d')).toEqual([]);
  });

  it('keeps the name of a synced folder', () => {
    const disk = memoryDisk();
    disk.makeDirectory('/a/b');
    disk.syncDirectory('/a/b');
    disk.makeDirectory('/a/c');
    disk.crash();
    expect(disk.list('/a')).toEqual(['b']);
  });

  it('keeps everything with keepUnsynced: true', () => {
    const { disk, file } = diskWithFile();
    file.writeSync([text('+')], 4);
    disk.open('/d/new', 'create').close();
    disk.crash({ keepUnsynced: true });
    expect(disk.list('/d')).toEqual(['f', 'new']);
    expect(content(disk, '/d/f')).toBe('base+');
  });

  it('ends open files and locks', () => {
    const { disk, file } = diskWithFile();
    const lock = disk.lock('/d/.lock');
    expect(disk.openFiles).toBe(1);
    disk.crash();
    expect(disk.openFiles).toBe(0);
    expect(() => file.size()).toThrow(/before the crash/);
    const after = disk.lock('/d/.lock');
    expect(after).toBeDefined();
    lock?.release();
    expect(disk.lock('/d/.lock')).toBeUndefined();
  });

  it('is not a process that dies: that keeps what was written', () => {
    const { disk, file } = diskWithFile();
    file.writeSync([text('+')], 4);
    disk.killProcess();
    expect(content(disk, '/d/f')).toBe('base+');
    expect(() => file.size()).toThrow();
  });
});

describe('faults of memoryDisk', () => {
  it('fails as often as asked, on the paths asked for, and changes nothing', async () => {
    const { disk, file } = diskWithFile();
    disk.failNext('write', 'io', { times: 2, pathPart: '/f' });
    const other = disk.open('/d/other', 'create');
    other.writeSync([text('fine')], 0);
    expect(() => file.writeSync([text('no')], 0)).toThrow(/made to fail/);
    await expect(file.write([text('no')], 0)).rejects.toMatchObject({ reason: 'io' });
    file.writeSync([text('yes!')], 0);
    expect(content(disk, '/d/f')).toBe('yes!');
  });

  it('keeps writes unsynced when a sync fails', () => {
    const { disk, file } = diskWithFile();
    file.writeSync([text('lost')], 4);
    disk.failNext('sync', 'io');
    expect(() => file.syncNow()).toThrow();
    disk.crash();
    expect(content(disk, '/d/f')).toBe('base');
  });

  it('forgets what it was asked for and nothing met, and says whether there was any', () => {
    const { disk, file } = diskWithFile();
    disk.failNext('write', 'io');
    expect([disk.forgetFaults(), disk.forgetFaults()]).toEqual([true, false]);
    file.writeSync([text('+')], 4);
    disk.failNext('sync', 'io');
    expect(() => file.syncNow()).toThrow();
    expect(disk.forgetFaults()).toBe(false);
  });

  it('is full at its capacity, until room is made', () => {
    const { disk, file } = diskWithFile();
    disk.setCapacity(6);
    file.writeSync([text('xx')], 4);
    expect(disk.space('/d')).toEqual({ freeBytes: 0, totalBytes: 6 });
    let reason: unknown;
    try {
      file.writeSync([text('x')], 6);
    } catch (error) {
      ({ reason } = error as { reason: unknown });
    }
    expect(reason).toBe('full');
    file.writeSync([text('over')], 0);
    file.truncate(0);
    file.writeSync([text('123456')], 0);
    expect(file.size()).toBe(6);
  });
});
