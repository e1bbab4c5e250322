import type { Disk, DiskFile } from '@ottla/model';

/** One write to a .log file, as it was called. */
export interface LogWrite {
  readonly path: string;
  readonly parts: number;
  readonly isAsync: boolean;
}

/**
 * A disk that notes every write to a .log file and can hold asynchronous writes and syncs back. Throws into the caller
 * when two writes of one file overlap.
 */
export class WatchedDisk {
  readonly writes: LogWrite[] = [];
  readonly disk: Disk;
  readonly #writing = new Set<string>();
  #gate: PromiseWithResolvers<void> | undefined;

  constructor(disk: Disk) {
    this.disk = new Proxy(disk, {
      get: (target, key) => {
        if (key === 'open') return (path: string, mode: 'read' | 'write' | 'create') => this.#watch(target.open(path, mode));
        const value: unknown = Reflect.get(target, key, target);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
  }

  /** Asynchronous writes and syncs that begin from now on wait for `release`. */
  hold(): void {
    this.#gate = Promise.withResolvers();
  }

  release(): void {
    this.#gate?.resolve();
    this.#gate = undefined;
  }

  #watch(file: DiskFile): DiskFile {
    if (!file.path.endsWith('.log')) return file;
    const { path } = file;
    const begin = (parts: readonly Uint8Array[], isAsync: boolean): void => {
      if (this.#writing.has(path)) throw new Error(`a write of ${path} begins while another is under way`);
      this.writes.push({ path, parts: parts.length, isAsync });
    };
    return {
      path,
      size: () => file.size(),
      readSync: (target, position) => file.readSync(target, position),
      read: (target, position) => file.read(target, position),
      writeSync: (parts, position) => {
        begin(parts, false);
        file.writeSync(parts, position);
      },
      write: async (parts, position) => {
        begin(parts, true);
        this.#writing.add(path);
        try {
          await this.#gate?.promise;
          await file.write(parts, position);
        } finally {
          this.#writing.delete(path);
        }
      },
      truncate: (sizeBytes) => file.truncate(sizeBytes),
      syncNow: () => file.syncNow(),
      sync: async () => {
        await this.#gate?.promise;
        await file.sync();
      },
      close: () => file.close(),
    };
  }
}
