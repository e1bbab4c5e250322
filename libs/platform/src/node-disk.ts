import * as fs from 'node:fs';
import { dirname } from 'node:path';
import { DiskError, type Disk, type DiskErrorReason, type DiskFile, type DiskLock, type DiskStat } from '@ottla/model';
import { lockFile } from './lock-file.ts';
import { nativeIo, type NativeIo } from './native-io.ts';

const reasons: Readonly<Record<string, DiskErrorReason>> = {
  ENOENT: 'missing',
  ENOTDIR: 'missing',
  ENOSPC: 'full',
  EDQUOT: 'full',
  EACCES: 'denied',
  EPERM: 'denied',
  EROFS: 'denied',
  EEXIST: 'exists',
  ENOTEMPTY: 'exists',
  EMFILE: 'too-many-open-files',
  ENFILE: 'too-many-open-files',
};

function diskError(path: string, error: unknown): DiskError {
  const { code, message } = error as NodeJS.ErrnoException;
  return new DiskError(reasons[code ?? ''] ?? 'io', path, `${path}: ${message}`);
}

function attempt<T>(path: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw diskError(path, error);
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof DiskError && error.reason === 'missing';
}

/** As mkdirSync with `recursive`, which never returns where a folder is there but lets none be made in it (/proc). */
function makeDirectories(path: string, makesParent: boolean): void {
  try {
    fs.mkdirSync(path);
  } catch (error) {
    if (fs.statSync(path, { throwIfNoEntry: false })?.isDirectory() === true) return;
    if (!makesParent || (error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    makeDirectories(dirname(path), dirname(path) !== path);
    makeDirectories(path, false);
  }
}

export interface NodeDiskOptions {
  /** Whether files may be sent to sockets by the kernel, where that works: for processes that serve many readers. Default false. */
  readonly sendsFiles?: boolean;
}

/** The machine's file system, through node:fs. */
export function nodeDisk({ sendsFiles = false }: NodeDiskOptions = {}): Disk {
  const native = sendsFiles ? nativeIo() : undefined;
  return {
    open(path, mode) {
      const flags = mode === 'read' ? fs.constants.O_RDONLY : mode === 'write' ? fs.constants.O_RDWR : fs.constants.O_RDWR | fs.constants.O_CREAT;
      const descriptor = attempt(path, () => fs.openSync(path, flags, 0o644));
      return native === undefined ? new NodeFile(path, descriptor) : new NativeFile(path, descriptor, native);
    },
    list: (directory) => attempt(directory, () => fs.readdirSync(directory)).sort(),
    stat(path): DiskStat | undefined {
      const stat = attempt(path, () => fs.statSync(path, { throwIfNoEntry: false }));
      return stat === undefined ? undefined : { isDirectory: stat.isDirectory(), sizeBytes: stat.size, modifiedMs: stat.mtimeMs };
    },
    makeDirectory: (path) => attempt(path, () => makeDirectories(path, true)),
    remove: (path) => attempt(path, () => fs.rmSync(path, { force: true })),
    removeAsync: async (path) => {
      try {
        await fs.promises.rm(path, { force: true });
      } catch (error) {
        attempt(path, () => {
          throw error;
        });
      }
    },
    removeDirectory: (path) => attempt(path, () => fs.rmSync(path, { recursive: true, force: true })),
    rename: (from, to) => attempt(from, () => fs.renameSync(from, to)),
    syncDirectory(directory) {
      attempt(directory, () => {
        const descriptor = fs.openSync(directory, 'r');
        try {
          fs.fsyncSync(descriptor);
        } finally {
          fs.closeSync(descriptor);
        }
      });
    },
    readFile(path) {
      try {
        return attempt(path, () => fs.readFileSync(path));
      } catch (error) {
        if (isMissing(error)) return undefined;
        throw error;
      }
    },
    space(path) {
      const { bsize, bavail, blocks } = attempt(path, () => fs.statfsSync(path));
      return { freeBytes: bavail * bsize, totalBytes: blocks * bsize };
    },
    lock: (path): DiskLock | undefined => attempt(path, () => lockFile(path)),
  };
}

/** An open descriptor. */
class NodeFile implements DiskFile {
  readonly path: string;
  readonly #descriptor: number;

  constructor(path: string, descriptor: number) {
    this.path = path;
    this.#descriptor = descriptor;
  }

  protected get descriptor(): number {
    return this.#descriptor;
  }

  size(): number {
    return attempt(this.path, () => fs.fstatSync(this.#descriptor).size);
  }

  readSync(target: Uint8Array, position: number): number {
    return attempt(this.path, () => {
      let done = 0;
      while (done < target.length) {
        const count = fs.readSync(this.#descriptor, target, done, target.length - done, position + done);
        if (count === 0) break;
        done += count;
      }
      return done;
    });
  }

  async read(target: Uint8Array, position: number): Promise<number> {
    let done = 0;
    while (done < target.length) {
      const count = await this.#readOnce(target, done, position + done);
      if (count === 0) break;
      done += count;
    }
    return done;
  }

  #readOnce(target: Uint8Array, at: number, position: number): Promise<number> {
    return new Promise((resolve, reject) => {
      fs.read(this.#descriptor, target, at, target.length - at, position, (error, count) => {
        if (error === null) resolve(count);
        else reject(diskError(this.path, error));
      });
    });
  }

  writeSync(parts: readonly Uint8Array[], position: number): void {
    attempt(this.path, () => {
      for (let rest = withoutEmpty(parts), at = position; rest.length > 0; ) {
        const count = fs.writevSync(this.#descriptor, rest, at);
        at += count;
        rest = afterBytes(rest, count);
      }
    });
  }

  async write(parts: readonly Uint8Array[], position: number): Promise<void> {
    for (let rest = withoutEmpty(parts), at = position; rest.length > 0; ) {
      const count = await this.#writeOnce(rest, at);
      at += count;
      rest = afterBytes(rest, count);
    }
  }

  #writeOnce(parts: readonly Uint8Array[], position: number): Promise<number> {
    return new Promise((resolve, reject) => {
      fs.writev(this.#descriptor, parts, position, (error, count) => {
        if (error === null) resolve(count);
        else reject(diskError(this.path, error));
      });
    });
  }

  truncate(sizeBytes: number): void {
    attempt(this.path, () => fs.ftruncateSync(this.#descriptor, sizeBytes));
  }

  syncNow(): void {
    attempt(this.path, () => fs.fdatasyncSync(this.#descriptor));
  }

  sync(): Promise<void> {
    return new Promise((resolve, reject) => {
      fs.fdatasync(this.#descriptor, (error) => {
        if (error === null) resolve();
        else reject(diskError(this.path, error));
      });
    });
  }

  close(): void {
    attempt(this.path, () => fs.closeSync(this.#descriptor));
  }
}

/** One that the kernel can send. */
class NativeFile extends NodeFile {
  readonly #native: NativeIo;

  constructor(path: string, descriptor: number, native: NativeIo) {
    super(path, descriptor);
    this.#native = native;
  }

  sendTo(socket: number, head: Uint8Array, position: number, length: number): number {
    return this.#native.sendFile(socket, head, this.descriptor, position, length);
  }

  isCached(position: number, length: number): boolean | undefined {
    return this.#native.isCached(this.descriptor, position, length);
  }
}

function withoutEmpty(parts: readonly Uint8Array[]): readonly Uint8Array[] {
  return parts.some(({ length }) => length === 0) ? parts.filter(({ length }) => length > 0) : parts;
}

/** What is left of `parts` once their first `count` bytes are written: the kernel may take less than it was given. */
function afterBytes(parts: readonly Uint8Array[], count: number): readonly Uint8Array[] {
  let rest = count;
  for (const [index, part] of parts.entries()) {
    if (rest < part.length) return rest === 0 ? parts.slice(index) : [part.subarray(rest), ...parts.slice(index + 1)];
    rest -= part.length;
  }
  return [];
}
