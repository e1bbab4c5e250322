import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const CHUNK_BYTES = 1024 * 1024;
const CHUNK_MS = 250;

/** A file system in memory that is soon full; only root can mount one. */
export class SmallDisk {
  readonly #path: string;
  readonly #ballast: string;

  private constructor(path: string) {
    this.#path = path;
    this.#ballast = join(path, 'ballast');
  }

  /** undefined where this process may not mount. */
  static mount(path: string, megabytes: number): SmallDisk | undefined {
    mkdirSync(path, { recursive: true });
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', path], { stdio: 'pipe' });
    } catch {
      return undefined;
    }
    return new SmallDisk(path);
  }

  /** Takes 4 MB a second until there is no space left. */
  async fillSlowly(): Promise<void> {
    const file = openSync(this.#ballast, 'w');
    const chunk = Buffer.alloc(CHUNK_BYTES);
    try {
      for (;;) {
        const { bavail, bsize } = statfsSync(this.#path);
        const free = bavail * bsize;
        if (free === 0) break;
        // Logs that are cleaned up meanwhile give space back: whoever writes takes what is there.
        writeSync(file, chunk, 0, Math.min(free, CHUNK_BYTES));
        await pause(CHUNK_MS);
      }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    } finally {
      closeSync(file);
    }
  }

  free(): void {
    rmSync(this.#ballast, { force: true });
  }

  unmount(): void {
    execFileSync('umount', ['-l', this.#path]);
  }
}
