import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Folders of this process that are still there. */
const folders = new Set<string>();

/** One listener for all folders: a process that ends without `stop` leaves nothing behind either. */
function removeAll(): void {
  for (const folder of folders) removeFolder(folder);
}

/** Makes an empty folder, which goes with the process unless `removeTemporaryFolder` takes it away before. Answers its real path. */
export function makeTemporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), `ottla-${process.pid}-`)));
  if (folders.size === 0) process.once('exit', removeAll);
  folders.add(folder);
  return folder;
}

export function removeTemporaryFolder(folder: string): void {
  folders.delete(folder);
  if (folders.size === 0) process.off('exit', removeAll);
  removeFolder(folder);
}

function removeFolder(folder: string): void {
  // Windows refuses to remove what a virus scanner looks at just now: tried again, for 0.5 s at most.
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}
