import type { Disk } from '@ottla/model';

/** Writes `content` so that a crash leaves the old file or the new one: temporary file, sync, rename, sync of the folder. */
export function writeFileAtomically(disk: Disk, path: string, content: Uint8Array): void {
  const temporary = `${path}.tmp`;
  const file = disk.open(temporary, 'create');
  try {
    // A crash may have left a longer one.
    file.truncate(0);
    file.writeSync([content], 0);
    file.syncNow();
  } finally {
    file.close();
  }
  disk.rename(temporary, path);
  disk.syncDirectory(directoryOf(path));
}

/** The folder that `path` lies in. */
export function directoryOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '.' : slash === 0 ? '/' : path.slice(0, slash);
}
