import { DiskError, type Disk, type DiskFile } from '@ottla/model';

/**
 * A disk that never waits for its device: for folders that are removed before anybody could read them again. What is
 * written is visible at once, as on any disk; nothing of it is promised to outlive the machine.
 */
export function unsyncedDisk(disk: Disk): Disk {
  return {
    ...disk,
    open: (path, mode) => new UnsyncedFile(disk.open(path, mode)),
    syncDirectory: (directory) => {
      if (disk.stat(directory) === undefined) throw new DiskError('missing', directory, `${directory}: there is no such folder`);
    },
  };
}

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
