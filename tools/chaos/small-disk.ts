import { spawnSync } from 'node:child_process';
import { mkdirSync, statfsSync } from 'node:fs';

const SLACK_BYTES = 64 * 1024;

/**
 * A file system in memory for one broker's folder, which is full whenever the run says so: its limit is set to what is
 * used, so that filling it writes nothing. Only root may mount one.
 */
export class SmallDisk {
  readonly #path: string;
  readonly #megabytes: number;

  private constructor(path: string, megabytes: number) {
    this.#path = path;
    this.#megabytes = megabytes;
  }

  /** The reason in words when this machine gives none. */
  static mount(path: string, megabytes: number): SmallDisk | string {
    if (process.platform !== 'linux') return 'tmpfs is Linux’s';
    mkdirSync(path, { recursive: true });
    const { status, error, stderr } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', path], { encoding: 'utf8' });
    return status === 0 ? new SmallDisk(path, megabytes) : `mount is refused: ${error?.message ?? stderr.trim()}`;
  }

  /** Nothing but a few pages can be written from now on. Throws Error when the kernel refuses. */
  fill(): void {
    const { blocks, bfree, bsize } = statfsSync(this.#path);
    this.#limit(String((blocks - bfree) * bsize + SLACK_BYTES));
  }

  free(): void {
    this.#limit(`${this.#megabytes}m`);
  }

  unmount(): void {
    spawnSync('umount', ['-l', this.#path]);
  }

  #limit(size: string): void {
    const { status, stderr } = spawnSync('mount', ['-o', `remount,size=${size}`, this.#path], { encoding: 'utf8' });
    if (status !== 0) throw new Error(`the size of ${this.#path} cannot be set to ${size}: ${stderr}`);
  }
}
