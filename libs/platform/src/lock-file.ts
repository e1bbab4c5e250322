import * as fs from 'node:fs';
import { dirname } from 'node:path';
import type { DiskLock } from '@ottla/model';

/** Guards that are held: a lock whose DiskLock nobody keeps must not end with a garbage collection. */
const held = new Set<{ close(): void }>();

/** SQLite's answer to a lock that somebody else has. */
const SQLITE_BUSY = 5;

/**
 * An exclusive lock that ends with its holder, also after kill -9. Undefined when somebody else holds it.
 *
 * The lock must be the kernel's: a pid in a file says nothing across containers that share a volume, where each has its
 * own pids, and would be taken for a dead holder's. Node has no call for file locks, but its SQLite takes one on an empty
 * database beside `path`: a POSIX record lock, which holds across containers of a machine, and which SQLite also keeps
 * apart within one process. Nothing is ever written to that file, and it stays. It must not be opened by other code of
 * this process: the kernel drops a record lock when its process closes any descriptor of the file.
 *
 * `path` itself holds the pid, for messages only. It is removed on release.
 */
export function lockFile(path: string): DiskLock | undefined {
  const database = holdGuard(`${path}.guard`);
  if (database === undefined) return undefined;
  try {
    fs.writeFileSync(path, `${process.pid}\n`);
  } catch (error) {
    database.close();
    throw error;
  }
  held.add(database);
  let isReleased = false;
  return {
    release() {
      if (isReleased) return;
      isReleased = true;
      // While the lock is still held: afterwards the file may be the next holder's.
      fs.rmSync(path, { force: true });
      database.close();
      held.delete(database);
    },
  };
}

/** Holds the guard while the answer is open. Throws node:fs errors where the file cannot be made. */
function holdGuard(guardPath: string): { close(): void } | undefined {
  const { DatabaseSync } = process.getBuiltinModule('node:sqlite');
  // SQLite has one code for all that hinders opening; the file system tells a missing folder from a forbidden one.
  fs.accessSync(dirname(guardPath), fs.constants.W_OK);
  const database = new DatabaseSync(guardPath, { timeout: 0 });
  try {
    database.exec('BEGIN EXCLUSIVE');
    return database;
  } catch (error) {
    database.close();
    if ((error as { errcode?: number }).errcode === SQLITE_BUSY) return undefined;
    throw error;
  }
}
