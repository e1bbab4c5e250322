/**
 * The file system as storage needs it. Every method throws `DiskError` on failure; nothing is retried here.
 * Contract (one suite runs on every implementation, `diskContract` in @ottla/testing):
 * - written bytes are visible to readers at once, durable only after `sync` of the file, and names (create,
 *   rename, remove) only after `syncDirectory` of the folder;
 * - a crash may keep any prefix of unsynced writes, and may tear the last one.
 */
export interface Disk {
  /** Opens an existing file, or with `create` makes an empty one when it is missing. */
  open(path: string, mode: 'read' | 'write' | 'create'): DiskFile;
  /** Names in a folder, sorted; a missing folder is a DiskError with reason 'missing'. */
  list(directory: string): string[];
  /** undefined when nothing is there. */
  stat(path: string): DiskStat | undefined;
  /** Makes the folder and its parents; fine when it exists. */
  makeDirectory(path: string): void;
  /** Removes a file; fine when it is missing. */
  remove(path: string): void;
  /** The same off the event loop, where a disk can: a large file takes long to remove. Rejects with DiskError. */
  readonly removeAsync?: (path: string) => Promise<void>;
  /** Removes a folder with all in it; fine when it is missing. */
  removeDirectory(path: string): void;
  /** Renames within one folder tree, replacing a file at `to`. */
  rename(from: string, to: string): void;
  /** Makes created, renamed and removed names in `directory` durable. */
  syncDirectory(directory: string): void;
  /** Whole content of a small file; undefined when it is missing. */
  readFile(path: string): Uint8Array | undefined;
  /** Bytes free and in all on the volume of `path`. */
  space(path: string): { readonly freeBytes: number; readonly totalBytes: number };
  /** Takes an exclusive lock held until `release` or the end of the process; undefined when another process (or holder) has it. */
  lock(path: string): DiskLock | undefined;
}

export interface DiskStat {
  readonly isDirectory: boolean;
  readonly sizeBytes: number;
  readonly modifiedMs: number;
}

export interface DiskLock {
  release(): void;
}

/** An open file. Positions and sizes in bytes. Not used after `close`. */
export interface DiskFile {
  readonly path: string;
  size(): number;
  /** Reads up to `target.length` bytes at `position`; answers how many, less only at the end of the file. May wait for the disk. */
  readSync(target: Uint8Array, position: number): number;
  /** The same off the event loop. */
  read(target: Uint8Array, position: number): Promise<number>;
  /** Sends `head`, then `length` bytes from `position` on, to a socket as `SendableBytes.sendTo`; left out where the system cannot. */
  readonly sendTo?: (socket: number, head: Uint8Array, position: number, length: number) => number;
  /** Whether a read of the range waits for no disk; undefined when the system does not tell. */
  readonly isCached?: (position: number, length: number) => boolean | undefined;
  /** Writes all parts one behind the other at `position`, in one vectored call where it can; all or DiskError. */
  writeSync(parts: readonly Uint8Array[], position: number): void;
  /** The same off the event loop; parts must stay untouched until it settles. */
  write(parts: readonly Uint8Array[], position: number): Promise<void>;
  truncate(sizeBytes: number): void;
  /** Makes content and size durable (fdatasync). */
  syncNow(): void;
  /** The same off the event loop. */
  sync(): Promise<void>;
  close(): void;
}

export type DiskErrorReason = 'missing' | 'full' | 'denied' | 'exists' | 'too-many-open-files' | 'io';

/** A failed disk operation: what, where, why. */
export class DiskError extends Error {
  readonly reason: DiskErrorReason;
  readonly path: string;

  constructor(reason: DiskErrorReason, path: string, message: string) {
    super(message);
    this.name = 'DiskError';
    this.reason = reason;
    this.path = path;
  }
}
