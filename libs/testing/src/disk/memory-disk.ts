import { DiskError, type Clock, type Disk, type DiskErrorReason, type DiskFile, type DiskLock } from '@ottla/model';
import { MemoryContent, MemoryFolder, MemoryTree, namesOf } from './memory-nodes.ts';

/** Operations that can be made to fail; asynchronous ones fail like their synchronous twins. */
export type DiskOperation =
  | 'open' | 'list' | 'stat' | 'makeDirectory' | 'remove' | 'removeDirectory' | 'rename' | 'syncDirectory' | 'readFile' | 'lock'
  | 'read' | 'write' | 'truncate' | 'sync';

export interface MemoryDiskOptions {
  /** See `setCapacity`; unlimited unless given. */
  readonly capacityBytes?: number;
  /** Stamps files; without it every `modifiedMs` is 0. */
  readonly clock?: Clock;
}

/** What survives a crash beyond what was synced. */
export interface CrashOptions {
  /**
   * Unsynced writes of each file: none (the default), all of them and all names, or the first so many as the
   * function answers for a file with `unsyncedWrites` of them.
   */
  readonly keepUnsynced?: boolean | ((path: string, unsyncedWrites: number) => number);
  /** Of the first write that is lost, half its bytes survive, or as many as the function answers. */
  readonly tear?: boolean | ((path: string, writtenBytes: number) => number);
}

/** A disk in memory that can fail as disks do. */
export interface MemoryDisk extends Disk {
  /** The machine loses power: unsynced writes and names are forgotten, open files and locks are gone. */
  crash(options?: CrashOptions): void;
  /** The process dies, the machine stays: nothing is forgotten, but open files and locks are gone. */
  killProcess(): void;
  /** The next `times` calls of `operation` (on paths that contain `pathPart`) fail and change nothing. */
  failNext(operation: DiskOperation, reason: DiskErrorReason, options?: { readonly times?: number; readonly pathPart?: string }): void;
  /** What `failNext` asked for, and nothing met, is forgotten. Answers whether there was any. */
  forgetFaults(): boolean;
  /** Writes that would hold more than `bytes` in all files fail with the reason 'full'. */
  setCapacity(bytes: number): void;
  /** Files that are open now. */
  readonly openFiles: number;
}

const UNLIMITED_BYTES = 2 ** 50;

/** Makes an empty disk; `/` exists. */
export function memoryDisk(options: MemoryDiskOptions = {}): MemoryDisk {
  return new InMemoryDisk(options);
}

interface Fault {
  readonly operation: DiskOperation;
  readonly reason: DiskErrorReason;
  readonly pathPart: string;
  times: number;
}

/**
 * Ordering: every change is visible at once to whoever reads; it survives `crash` after the matching sync only.
 * Files that were open at a crash belong to the dead process and refuse everything.
 */
class InMemoryDisk implements MemoryDisk {
  readonly tree = new MemoryTree();
  readonly #locks = new Set<string>();
  readonly #clock: Clock | undefined;
  #faults: Fault[] = [];
  #capacityBytes: number;
  /** Counts crashes: a file opened in an earlier life is dead. */
  life = 0;
  openFiles = 0;

  constructor(options: MemoryDiskOptions) {
    this.#capacityBytes = options.capacityBytes ?? Infinity;
    this.#clock = options.clock;
  }

  open(path: string, mode: 'read' | 'write' | 'create'): DiskFile {
    this.maybeFail('open', path);
    const { folder, name } = this.tree.parent(path);
    let node = folder.entries.get(name);
    if (node instanceof MemoryFolder) throw new DiskError('io', path, `${path}: is a folder`);
    if (node === undefined) {
      if (mode !== 'create') throw new DiskError('missing', path, `${path}: no such file`);
      node = new MemoryContent();
      this.touch(node);
      folder.entries.set(name, node);
    }
    return new InMemoryFile(this, path, node, mode !== 'read');
  }

  list(directory: string): string[] {
    this.maybeFail('list', directory);
    return [...this.tree.folder(directory).entries.keys()].sort();
  }

  stat(path: string) {
    this.maybeFail('stat', path);
    const node = this.tree.find(path);
    if (node === undefined) return undefined;
    if (node instanceof MemoryFolder) return { isDirectory: true, sizeBytes: 0, modifiedMs: 0 };
    return { isDirectory: false, sizeBytes: node.sizeBytes, modifiedMs: node.modifiedMs };
  }

  makeDirectory(path: string): void {
    this.maybeFail('makeDirectory', path);
    this.tree.makeFolders(path);
  }

  remove(path: string): void {
    this.maybeFail('remove', path);
    const node = this.tree.find(path);
    if (node === undefined) return;
    if (node instanceof MemoryFolder) throw new DiskError('io', path, `${path}: is a folder`);
    const { folder, name } = this.tree.parent(path);
    folder.entries.delete(name);
  }

  removeDirectory(path: string): void {
    this.maybeFail('removeDirectory', path);
    if (this.tree.find(path) === undefined) return;
    const { folder, name } = this.tree.parent(path);
    folder.entries.delete(name);
  }

  rename(from: string, to: string): void {
    this.maybeFail('rename', from);
    const source = this.tree.parent(from);
    const node = source.folder.entries.get(source.name);
    if (node === undefined) throw new DiskError('missing', from, `${from}: no such file`);
    const target = this.tree.parent(to);
    const replaced = target.folder.entries.get(target.name);
    if (replaced === node) return;
    if (replaced instanceof MemoryFolder && (replaced.entries.size > 0 || !(node instanceof MemoryFolder))) {
      throw new DiskError('exists', to, `${to}: is a folder in the way`);
    }
    source.folder.entries.delete(source.name);
    target.folder.entries.set(target.name, node);
  }

  syncDirectory(directory: string): void {
    this.maybeFail('syncDirectory', directory);
    this.tree.syncFolder(directory);
  }

  readFile(path: string): Uint8Array | undefined {
    this.maybeFail('readFile', path);
    const node = this.tree.find(path);
    if (node === undefined) return undefined;
    if (node instanceof MemoryFolder) throw new DiskError('io', path, `${path}: is a folder`);
    const bytes = new Uint8Array(node.sizeBytes);
    node.read(bytes, 0);
    return bytes;
  }

  space(_path: string) {
    const totalBytes = Math.min(this.#capacityBytes, UNLIMITED_BYTES);
    return { freeBytes: Math.max(0, totalBytes - this.tree.root.totalBytes()), totalBytes };
  }

  lock(path: string): DiskLock | undefined {
    this.maybeFail('lock', path);
    const key = namesOf(path).join('/');
    this.tree.parent(path);
    if (this.#locks.has(key)) return undefined;
    const { life } = this;
    this.#locks.add(key);
    let held = true;
    return {
      release: () => {
        if (held && life === this.life) this.#locks.delete(key);
        held = false;
      },
    };
  }

  crash(options: CrashOptions = {}): void {
    const { keepUnsynced = false, tear = false } = options;
    this.tree.root.crash('', keepUnsynced === true, (path, content) => {
      const unsynced = content.unsyncedChanges;
      const kept = typeof keepUnsynced === 'function' ? keepUnsynced(path, unsynced) : keepUnsynced ? unsynced : 0;
      content.crash(kept, (bytes) => {
        const survive = typeof tear === 'function' ? tear(path, bytes) : tear ? bytes >> 1 : 0;
        return Math.max(0, Math.min(bytes - 1, survive));
      });
    });
    this.killProcess();
  }

  killProcess(): void {
    this.life += 1;
    this.openFiles = 0;
    this.#locks.clear();
  }

  failNext(operation: DiskOperation, reason: DiskErrorReason, options: { times?: number; pathPart?: string } = {}): void {
    this.#faults.push({ operation, reason, times: options.times ?? 1, pathPart: options.pathPart ?? '' });
  }

  forgetFaults(): boolean {
    const hadAny = this.#faults.length > 0;
    this.#faults = [];
    return hadAny;
  }

  setCapacity(bytes: number): void {
    this.#capacityBytes = bytes;
  }

  maybeFail(operation: DiskOperation, path: string): void {
    const fault = this.#faults.find((each) => each.operation === operation && path.includes(each.pathPart));
    if (fault === undefined) return;
    fault.times -= 1;
    if (fault.times <= 0) this.#faults = this.#faults.filter((each) => each !== fault);
    throw new DiskError(fault.reason, path, `${path}: ${operation} was made to fail (${fault.reason})`);
  }

  /** Throws when `moreBytes` do not fit any more. */
  claim(path: string, moreBytes: number): void {
    if (moreBytes <= 0 || this.#capacityBytes === Infinity) return;
    if (this.tree.root.totalBytes() + moreBytes > this.#capacityBytes) {
      throw new DiskError('full', path, `${path}: no room for ${moreBytes} bytes more`);
    }
  }

  touch(content: MemoryContent): void {
    content.modifiedMs = this.#clock?.now() ?? 0;
  }
}

class InMemoryFile implements DiskFile {
  readonly path: string;
  readonly #disk: InMemoryDisk;
  readonly #content: MemoryContent;
  readonly #writable: boolean;
  readonly #life: number;
  #open = true;

  constructor(disk: InMemoryDisk, path: string, content: MemoryContent, writable: boolean) {
    this.#disk = disk;
    this.path = path;
    this.#content = content;
    this.#writable = writable;
    this.#life = disk.life;
    disk.openFiles += 1;
  }

  size(): number {
    this.#check();
    return this.#content.sizeBytes;
  }

  readSync(target: Uint8Array, position: number): number {
    this.#check();
    this.#disk.maybeFail('read', this.path);
    return this.#content.read(target, position);
  }

  async read(target: Uint8Array, position: number): Promise<number> {
    await Promise.resolve();
    return this.readSync(target, position);
  }

  writeSync(parts: readonly Uint8Array[], position: number): void {
    this.#checkWritable();
    this.#disk.maybeFail('write', this.path);
    let bytes = 0;
    for (const part of parts) bytes += part.length;
    if (bytes === 0) return;
    this.#disk.claim(this.path, position + bytes - this.#content.sizeBytes);
    this.#content.write(parts, position);
    this.#disk.touch(this.#content);
  }

  async write(parts: readonly Uint8Array[], position: number): Promise<void> {
    await Promise.resolve();
    this.writeSync(parts, position);
  }

  truncate(sizeBytes: number): void {
    this.#checkWritable();
    this.#disk.maybeFail('truncate', this.path);
    this.#disk.claim(this.path, sizeBytes - this.#content.sizeBytes);
    this.#content.truncate(sizeBytes);
    this.#disk.touch(this.#content);
  }

  syncNow(): void {
    this.#check();
    this.#disk.maybeFail('sync', this.path);
    this.#content.sync();
  }

  async sync(): Promise<void> {
    await Promise.resolve();
    this.syncNow();
  }

  close(): void {
    if (this.#open && this.#life === this.#disk.life) this.#disk.openFiles -= 1;
    this.#open = false;
  }

  #check(): void {
    if (this.#life !== this.#disk.life) throw new DiskError('io', this.path, `${this.path}: was opened before the crash`);
    if (!this.#open) throw new DiskError('io', this.path, `${this.path}: is closed`);
  }

  #checkWritable(): void {
    this.#check();
    if (!this.#writable) throw new DiskError('io', this.path, `${this.path}: is open for reading only`);
  }
}
