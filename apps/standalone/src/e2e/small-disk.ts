import { spawnSync } from 'node:child_process';
import { mkdtempSync, openSync, closeSync, rmdirSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A file system of its own that is soon full; only root can have one. */
export class SmallDisk {
  readonly path: string;
  readonly #ballast: string;

  private constructor(path: string) {
    this.path = path;
    this.#ballast = join(path, 'ballast');
  }

  /** The reason as text when this machine gives none. */
  static mount(megabytes: number): SmallDisk | string {
    if (process.platform !== 'linux') return 'tmpfs is Linux’s';
    const path = mkdtempSync(join(tmpdir(), 'ottla-small-disk-'));
    const { status, error, stderr } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', path], { encoding: 'utf8' });
    if (status === 0) return new SmallDisk(path);
    rmdirSync(path);
    return `mount is refused: ${error?.message ?? stderr.trim()}`;
  }

  /** Takes away space with a file, `bytes` of it or all there is. */
  fill(bytes = Infinity): void {
    const chunk = Buffer.alloc(4096);
    const file = openSync(this.#ballast, 'a');
    try {
      for (let written = 0; written < bytes; written += chunk.length) writeSync(file, chunk);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    } finally {
      closeSync(file);
    }
  }

  /** Gives back what `fill` took. */
  free(): void {
    rmSync(this.#ballast, { force: true });
  }

  /** From now on nothing can be written, by root neither. */
  makeReadOnly(): void {
    const { status, stderr } = spawnSync('mount', ['-o', 'remount,ro', this.path], { encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
  }

  unmount(): void {
    spawnSync('umount', ['-l', this.path]);
    rmdirSync(this.path);
  }
}
