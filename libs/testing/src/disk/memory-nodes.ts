import { DiskError, type TimestampMs } from '@ottla/model';

/** What can be under a name. */
export type MemoryNode = MemoryFolder | MemoryContent;

/**
 * A folder as it is and as it would be after a crash: names change at once in `entries`, and reach
 * `durableEntries` when the folder is synced.
 */
export class MemoryFolder {
  readonly entries = new Map<string, MemoryNode>();
  readonly durableEntries = new Map<string, MemoryNode>();

  sync(): void {
    copyEntries(this.entries, this.durableEntries);
  }

  /** Forgets names that were not synced, here and below, and lets each file forget its writes. */
  crash(path: string, keepNames: boolean, crashFile: (path: string, file: MemoryContent) => void): void {
    if (keepNames) this.sync();
    copyEntries(this.durableEntries, this.entries);
    for (const [name, node] of this.entries) {
      const childPath = `${path}/${name}`;
      if (node instanceof MemoryFolder) node.crash(childPath, keepNames, crashFile);
      else crashFile(childPath, node);
    }
  }

  totalBytes(): number {
    let bytes = 0;
    for (const node of this.entries.values()) bytes += node instanceof MemoryFolder ? node.totalBytes() : node.sizeBytes;
    return bytes;
  }
}

function copyEntries(from: ReadonlyMap<string, MemoryNode>, to: Map<string, MemoryNode>): void {
  to.clear();
  for (const [name, node] of from) to.set(name, node);
}

/** A write or truncation since the last sync, with what it takes to undo it. */
interface Change {
  readonly position: number;
  readonly writtenBytes: number;
  readonly sizeBefore: number;
  /** Bytes from `position` on that the change overwrote or cut off. */
  readonly overwritten: Uint8Array;
}

/**
 * Content of a file. Reads see every write; what is not synced can be undone, newest first, so that a crash
 * leaves a prefix of the writes. Syncing costs nothing, however large the file.
 */
export class MemoryContent {
  #bytes = new Uint8Array(0);
  #size = 0;
  #changes: Change[] = [];
  modifiedMs: TimestampMs = 0;

  get sizeBytes(): number {
    return this.#size;
  }

  get unsyncedChanges(): number {
    return this.#changes.length;
  }

  read(target: Uint8Array, position: number): number {
    const count = Math.max(0, Math.min(target.length, this.#size - position));
    target.set(this.#bytes.subarray(position, position + count));
    return count;
  }

  write(parts: readonly Uint8Array[], position: number): void {
    let writtenBytes = 0;
    for (const part of parts) writtenBytes += part.length;
    const end = position + writtenBytes;
    const overwritten = this.#bytes.slice(position, Math.max(position, Math.min(end, this.#size)));
    this.#changes.push({ position, writtenBytes, sizeBefore: this.#size, overwritten });
    this.#setSize(Math.max(this.#size, end));
    let at = position;
    for (const part of parts) {
      this.#bytes.set(part, at);
      at += part.length;
    }
  }

  truncate(sizeBytes: number): void {
    const overwritten = this.#bytes.slice(Math.min(sizeBytes, this.#size), this.#size);
    this.#changes.push({ position: sizeBytes, writtenBytes: 0, sizeBefore: this.#size, overwritten });
    this.#setSize(sizeBytes);
  }

  sync(): void {
    this.#changes = [];
  }

  /**
   * Undoes all unsynced changes but the first `kept`. When `tornBytes` is given, that many bytes of the first
   * lost write survive. What is left counts as durable.
   */
  crash(kept: number, tornBytes: (writtenBytes: number) => number): void {
    while (this.#changes.length > kept) {
      const change = this.#changes.pop() as Change;
      const survives = this.#changes.length === kept && change.writtenBytes > 0 ? tornBytes(change.writtenBytes) : 0;
      const torn = survives > 0 ? this.#bytes.slice(change.position, change.position + survives) : undefined;
      this.#setSize(change.sizeBefore);
      this.#bytes.set(change.overwritten, Math.min(change.position, change.sizeBefore));
      if (torn !== undefined) {
        this.#setSize(Math.max(this.#size, change.position + torn.length));
        this.#bytes.set(torn, change.position);
      }
    }
    this.#changes = [];
  }

  /** What lies behind the size is kept zero, so that growing shows zeros. */
  #setSize(size: number): void {
    if (size < this.#size) this.#bytes.fill(0, size, this.#size);
    if (size > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(64, size, this.#bytes.length * 2));
      larger.set(this.#bytes.subarray(0, this.#size));
      this.#bytes = larger;
    }
    this.#size = size;
  }
}

/** Walks and changes the tree of folders; paths are absolute or taken as such. */
export class MemoryTree {
  readonly root = new MemoryFolder();

  find(path: string): MemoryNode | undefined {
    let node: MemoryNode | undefined = this.root;
    for (const name of namesOf(path)) {
      if (!(node instanceof MemoryFolder)) return undefined;
      node = node.entries.get(name);
    }
    return node;
  }

  folder(path: string): MemoryFolder {
    const node = this.find(path);
    if (node === undefined) throw new DiskError('missing', path, `${path}: no such folder`);
    if (!(node instanceof MemoryFolder)) throw new DiskError('io', path, `${path}: is a file, not a folder`);
    return node;
  }

  /** The folder that holds `path`, and the name in it. */
  parent(path: string): { readonly folder: MemoryFolder; readonly name: string } {
    const names = namesOf(path);
    const name = names.pop();
    if (name === undefined) throw new DiskError('io', path, `${path}: the root folder cannot be named`);
    const folder = this.find(names.join('/'));
    if (!(folder instanceof MemoryFolder)) throw new DiskError('missing', path, `${path}: its folder does not exist`);
    return { folder, name };
  }

  makeFolders(path: string): void {
    let folder = this.root;
    for (const name of namesOf(path)) {
      let next = folder.entries.get(name);
      if (next === undefined) {
        next = new MemoryFolder();
        folder.entries.set(name, next);
      }
      if (!(next instanceof MemoryFolder)) throw new DiskError('exists', path, `${path}: ${name} is a file`);
      folder = next;
    }
  }

  /**
   * Syncs a folder's names. Its own name and those above it become durable too: journaling file systems write
   * the creation of a folder before anything in it.
   */
  syncFolder(path: string): void {
    this.folder(path).sync();
    let folder = this.root;
    for (const name of namesOf(path)) {
      const next = folder.entries.get(name) as MemoryFolder;
      folder.durableEntries.set(name, next);
      folder = next;
    }
  }
}

/** Names from the root down; `.` and `..` are resolved. */
export function namesOf(path: string): string[] {
  const names: string[] = [];
  for (const name of path.split('/')) {
    if (name === '..') names.pop();
    else if (name !== '' && name !== '.') names.push(name);
  }
  return names;
}
