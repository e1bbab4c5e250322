import type { Disk } from '@ottla/model';

export interface SegmentFilesOptions {
  /** Open files kept at most, pinned ones aside. Default 256, which leaves room for sockets at `ulimit -n 1024`. */
  readonly maxOpenFiles?: number;
  /** Bytes of sealed segments' indexes kept in memory at most. Default 32 MiB. */
  readonly maxIndexBytes?: number;
}

/** The bounded set of open segment files of one broker, shared by all its logs. */
export declare class SegmentFiles {
  constructor(disk: Disk, options?: SegmentFilesOptions);
  /** Open files now. */
  get openFiles(): number;
  /** Closes everything that is not pinned. */
  close(): void;
}
