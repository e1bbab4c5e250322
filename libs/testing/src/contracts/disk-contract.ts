import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Disk, DiskErrorReason } from '@ottla/model';

/** Makes a disk and an empty folder on it (without trailing slash); `done` cleans up. */
export type MakeDisk = () => { readonly disk: Disk; readonly root: string; done?(): void };

const text = (value: string): Uint8Array => Buffer.from(value);
const show = (bytes: Uint8Array | undefined): string | undefined => (bytes === undefined ? undefined : Buffer.from(bytes).toString());

/** The DiskError reason of what `act` throws. Not by class: inside Jest an error may come from another realm. */
function reasonOf(act: () => unknown): DiskErrorReason | 'nothing thrown' {
  try {
    act();
  } catch (error) {
    expect(error).toMatchObject({ name: 'DiskError' });
    return (error as { reason: DiskErrorReason }).reason;
  }
  return 'nothing thrown';
}

/** What every Disk does, apart from crashes (see `MemoryDisk`). */
export function diskContract(name: string, make: MakeDisk): void {
  describe(`${name} as a Disk`, () => {
    let disk: Disk;
    let root: string;
    let done: (() => void) | undefined;

    beforeEach(() => {
      const made = make();
      disk = made.disk;
      root = made.root;
      done = () => made.done?.();
    });
    afterEach(() => done?.());

    fileCases(() => ({ disk, root }));
    nameCases(() => ({ disk, root }));

    it('gives a lock to one holder at a time', () => {
      const lock = disk.lock(`${root}/.lock`);
      expect(lock).toBeDefined();
      expect(disk.lock(`${root}/.lock`)).toBeUndefined();
      expect(disk.lock(`${root}/../${root.split('/').at(-1)}/.lock`)).toBeUndefined();
      const other = disk.lock(`${root}/.other`);
      expect(other).toBeDefined();
      other?.release();
      lock?.release();
      const again = disk.lock(`${root}/.lock`);
      expect(again).toBeDefined();
      lock?.release();
      expect(disk.lock(`${root}/.lock`)).toBeUndefined();
      again?.release();
      expect(reasonOf(() => disk.lock(`${root}/absent/.lock`))).toBe('missing');
    });

    it('tells how much room there is', () => {
      const { freeBytes, totalBytes } = disk.space(root);
      expect(totalBytes).toBeGreaterThan(0);
      expect(freeBytes).toBeGreaterThanOrEqual(0);
      expect(freeBytes).toBeLessThanOrEqual(totalBytes);
    });
  });
}

type Place = () => { disk: Disk; root: string };

function fileCases(place: Place): void {
  it('writes parts one behind the other and reads them back', async () => {
    const { disk, root } = place();
    const file = disk.open(`${root}/a.log`, 'create');
    expect(file.path).toBe(`${root}/a.log`);
    expect(file.size()).toBe(0);
    file.writeSync([text('one'), text(''), text('two')], 0);
    await file.write([text('three')], 6);
    expect(file.size()).toBe(11);
    const target = Buffer.alloc(5);
    expect(file.readSync(target, 3)).toBe(5);
    expect(target.toString()).toBe('twoth');
    expect(await file.read(target, 6)).toBe(5);
    expect(target.toString()).toBe('three');
    await file.sync();
    file.syncNow();
    file.close();
    expect(show(disk.readFile(`${root}/a.log`))).toBe('onetwothree');
  });

  it('answers fewer bytes at the end of the file only', async () => {
    const { disk, root } = place();
    const file = disk.open(`${root}/a`, 'create');
    file.writeSync([text('abcdef')], 0);
    const target = Buffer.alloc(10, '.');
    expect(file.readSync(target, 4)).toBe(2);
    expect(target.toString()).toBe('ef........');
    expect(file.readSync(target, 6)).toBe(0);
    expect(await file.read(target, 600)).toBe(0);
    file.close();
  });

  it('overwrites in place and fills holes with zeros', () => {
    const { disk, root } = place();
    const file = disk.open(`${root}/a`, 'create');
    file.writeSync([text('abcdef')], 0);
    file.writeSync([text('XY')], 2);
    file.writeSync([text('end')], 8);
    expect(show(disk.readFile(`${root}/a`))).toBe('abXYef\0\0end');
    file.close();
  });

  it('truncates, and grows with zeros where bytes were cut off', () => {
    const { disk, root } = place();
    const file = disk.open(`${root}/a`, 'create');
    file.writeSync([text('abcdef')], 0);
    file.truncate(2);
    expect(file.size()).toBe(2);
    file.truncate(4);
    expect(show(disk.readFile(`${root}/a`))).toBe('ab\0\0');
    file.close();
  });

  it('writes many parts in order, also beyond what one vectored call takes', async () => {
    const { disk, root } = place();
    const file = disk.open(`${root}/a`, 'create');
    const parts = Array.from({ length: 3000 }, (_, at) => text(`${at},`));
    const expected = Buffer.concat(parts).toString();
    file.writeSync(parts, 0);
    await file.write(parts, expected.length);
    expect(show(disk.readFile(`${root}/a`))).toBe(expected + expected);
    file.close();
  });

  it('shows writes to other handles at once', () => {
    const { disk, root } = place();
    const writer = disk.open(`${root}/a`, 'create');
    const reader = disk.open(`${root}/a`, 'read');
    writer.writeSync([text('hello')], 0);
    const target = Buffer.alloc(5);
    expect(reader.readSync(target, 0)).toBe(5);
    expect(target.toString()).toBe('hello');
    writer.close();
    reader.close();
  });

  it('keeps an open file readable after its name is gone', () => {
    const { disk, root } = place();
    const file = disk.open(`${root}/a`, 'create');
    file.writeSync([text('still')], 0);
    disk.remove(`${root}/a`);
    const target = Buffer.alloc(5);
    expect(file.readSync(target, 0)).toBe(5);
    expect(target.toString()).toBe('still');
    file.close();
  });

  it('opens what exists without changing it, and refuses what does not', async () => {
    const { disk, root } = place();
    expect(reasonOf(() => disk.open(`${root}/a`, 'read'))).toBe('missing');
    expect(reasonOf(() => disk.open(`${root}/a`, 'write'))).toBe('missing');
    expect(reasonOf(() => disk.open(`${root}/none/a`, 'create'))).toBe('missing');
    const made = disk.open(`${root}/a`, 'create');
    made.writeSync([text('kept')], 0);
    made.close();
    const again = disk.open(`${root}/a`, 'create');
    expect(again.size()).toBe(4);
    again.close();
    const readOnly = disk.open(`${root}/a`, 'read');
    expect(reasonOf(() => readOnly.writeSync([text('no')], 0))).toBe('io');
    await expect(readOnly.write([text('no')], 0)).rejects.toMatchObject({ name: 'DiskError', reason: 'io' });
    readOnly.close();
    expect(show(disk.readFile(`${root}/a`))).toBe('kept');
  });
}

function nameCases(place: Place): void {
  const put = (disk: Disk, path: string, content: string): void => {
    const file = disk.open(path, 'create');
    file.writeSync([text(content)], 0);
    file.close();
  };

  it('lists names in order and refuses a missing folder', () => {
    const { disk, root } = place();
    for (const name of ['b', 'a', 'C', '10', '9']) put(disk, `${root}/${name}`, name);
    disk.makeDirectory(`${root}/folder`);
    expect(disk.list(root)).toEqual(['10', '9', 'C', 'a', 'b', 'folder']);
    expect(disk.list(`${root}/folder`)).toEqual([]);
    expect(reasonOf(() => disk.list(`${root}/none`))).toBe('missing');
  });

  it('makes folders with their parents, again without complaint', () => {
    const { disk, root } = place();
    disk.makeDirectory(`${root}/x/y/z`);
    disk.makeDirectory(`${root}/x/y/z`);
    disk.syncDirectory(`${root}/x/y`);
    expect(disk.stat(`${root}/x/y`)).toMatchObject({ isDirectory: true });
    put(disk, `${root}/file`, '');
    expect(reasonOf(() => disk.makeDirectory(`${root}/file`))).toBe('exists');
    expect(reasonOf(() => disk.syncDirectory(`${root}/none`))).toBe('missing');
  });

  it('tells what is under a name', () => {
    const { disk, root } = place();
    put(disk, `${root}/a`, '12345');
    expect(disk.stat(`${root}/a`)).toMatchObject({ isDirectory: false, sizeBytes: 5 });
    expect(disk.stat(`${root}/none`)).toBeUndefined();
    expect(disk.stat(`${root}/a/below`)).toBeUndefined();
    expect(disk.readFile(`${root}/none`)).toBeUndefined();
  });

  it('removes files and whole folders, and does not mind missing ones', () => {
    const { disk, root } = place();
    put(disk, `${root}/a`, 'x');
    disk.remove(`${root}/a`);
    disk.remove(`${root}/a`);
    expect(disk.list(root)).toEqual([]);
    disk.makeDirectory(`${root}/d/e`);
    put(disk, `${root}/d/e/f`, 'x');
    disk.removeDirectory(`${root}/d`);
    disk.removeDirectory(`${root}/d`);
    expect(disk.stat(`${root}/d`)).toBeUndefined();
  });

  it('renames files over files and folders to free names', () => {
    const { disk, root } = place();
    put(disk, `${root}/new.tmp`, 'new');
    put(disk, `${root}/current`, 'old');
    disk.rename(`${root}/new.tmp`, `${root}/current`);
    expect(show(disk.readFile(`${root}/current`))).toBe('new');
    expect(disk.list(root)).toEqual(['current']);
    disk.makeDirectory(`${root}/topic-0`);
    put(disk, `${root}/topic-0/0.log`, 'log');
    disk.rename(`${root}/topic-0`, `${root}/topic-0.deleted`);
    expect(show(disk.readFile(`${root}/topic-0.deleted/0.log`))).toBe('log');
    expect(reasonOf(() => disk.rename(`${root}/none`, `${root}/other`))).toBe('missing');
    disk.makeDirectory(`${root}/full`);
    put(disk, `${root}/full/file`, '');
    expect(reasonOf(() => disk.rename(`${root}/topic-0.deleted`, `${root}/full`))).toBe('exists');
  });
}
