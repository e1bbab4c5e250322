import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const PAGE_BYTES = 4096;
/** What a full disk has left for a few pages, so that the kernel takes the limit. */
const SLACK_BYTES = 64 * 1024;

/** A file system in memory, for what a small disk does to whoever writes to it; only root can mount one. */
export class SmallDisk {
  readonly path: string;
  readonly #megabytes: number;
  readonly #ballast: string;
  #isMounted = true;

  private constructor(path: string, megabytes: number) {
    this.path = path;
    this.#megabytes = megabytes;
    this.#ballast = join(path, 'ballast');
  }

  /** At `path`, which is made. The reason as text when this machine gives none. */
  static mount(path: string, megabytes: number): SmallDisk | string {
    if (process.platform !== 'linux') return 'tmpfs is Linux’s';
    mkdirSync(path, { recursive: true });
    const { status, error, stderr } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', path], { encoding: 'utf8' });
    return status === 0 ? new SmallDisk(path, megabytes) : `mount is refused: ${error?.message ?? stderr.trim()}`;
  }

  /** Bytes that can still be written. */
  get freeBytes(): number {
    const { bavail, bsize } = statfsSync(this.path);
    return bavail * bsize;
  }

  /** Takes away space with a file, `bytes` of it or all there is. */
  fill(bytes = Infinity): void {
    const page = Buffer.alloc(PAGE_BYTES);
    const file = openSync(this.#ballast, 'a');
    try {
      for (let written = 0; written < bytes; written += page.length) writeSync(file, page);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    } finally {
      closeSync(file);
    }
  }

  /** Makes it as large as what is on it: full at once, and nothing is written for that. Throws Error when the kernel refuses. */
  limitToUsed(): void {
    const { blocks, bfree, bsize } = statfsSync(this.path);
    this.#remount(`size=${(blocks - bfree) * bsize + SLACK_BYTES}`);
  }

  /** Gives back what `fill` and `limitToUsed` took. */
  free(): void {
    rmSync(this.#ballast, { force: true });
    this.#remount(`size=${this.#megabytes}m`);
  }

  /** From now on nothing can be written, by root neither. */
  makeReadOnly(): void {
    this.#remount('ro');
  }

  /** Harmless when repeated. */
  unmount(): void {
    if (!this.#isMounted) return;
    this.#isMounted = false;
    spawnSync('umount', ['-l', this.path]);
  }

  #remount(option: string): void {
    const { status, stderr } = spawnSync('mount', ['-o', `remount,${option}`, this.path], { encoding: 'utf8' });
    if (status !== 0) throw new Error(`${this.path} cannot be mounted again with ${option}: ${stderr}`);
  }
}
