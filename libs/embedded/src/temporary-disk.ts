import { dirname, resolve } from 'node:path';
import { DiskError, type Disk, type DiskFile, type DiskLock } from '@ottla/model';

/**
 * A disk for folders that one user of one process knows, and that are removed before anybody could read them again: it
 * never waits for its device, and its locks hold against its own users only. What is written is visible at once, as on
 * any disk; nothing of it is promised to outlive the machine.
 */
export function temporaryDisk(disk: Disk): Disk {
  const locks = new Map<string, DiskLock>();
  const refuseMissing = (directory: string): void => {
    if (disk.stat(directory) === undefined) throw new DiskError('missing', directory, `${directory}: there is no such folder`);
  };
  return {
    ...disk,
    open: (path, mode) => new UnsyncedFile(disk.open(path, mode)),
    lock: (path) => {
      refuseMissing(dirname(path));
      return take(locks, resolve(path));
    },
    syncDirectory: refuseMissing,
  };
}

function take(locks: Map<string, DiskLock>, path: string): DiskLock | undefined {
  if (locks.has(path)) return undefined;
  const lock: DiskLock = {
    release: () => {
      if (locks.get(path) === lock) locks.delete(path);
    },
  };
  locks.set(path, lock);
  return lock;
}

/** A file whose syncs settle at once: what is thrown away need not outlive the machine. */
class UnsyncedFile implements DiskFile {
  readonly path: string;
  readonly #file: DiskFile;

  constructor(file: DiskFile) {
    this.path = file.path;
    this.#file = file;
  }

  syncNow(): void {}

  sync(): Promise<void> {
    return Promise.resolve();
  }

  size(): number {
    return this.#file.size();
  }

  readSync(target: Uint8Array, position: number): number {
    return this.#file.readSync(target, position);
  }

  read(target: Uint8Array, position: number): Promise<number> {
    return this.#file.read(target, position);
  }

  writeSync(parts: readonly Uint8Array[], position: number): void {
    this.#file.writeSync(parts, position);
  }

  write(parts: readonly Uint8Array[], position: number): Promise<void> {
    return this.#file.write(parts, position);
  }

  truncate(sizeBytes: number): void {
    this.#file.truncate(sizeBytes);
  }

  close(): void {
    this.#file.close();
  }
}
