import { NO_FOLDER, readLogFolder, type LogFolder } from './log-folder.ts';
import { restoreLog } from './log-loader.ts';
import type { LogOptions } from './log-types.ts';
import { scanSegment, type SegmentScan, type SegmentScanRequest } from './segment-scan.ts';
import { UnifiedLog } from './unified-log.ts';

/** A log whose folder was listed and which waits for the scans it needs (none after a clean shutdown). */
export class LoadedLog {
  /** Segments to scan, in order; empty when the log can finish at once. */
  readonly scansNeeded: readonly SegmentScanRequest[];
  readonly #options: LogOptions;
  readonly #folder: LogFolder;

  constructor(options: LogOptions, folder: LogFolder) {
    this.#options = options;
    this.#folder = folder;
    this.scansNeeded = folder.scansNeeded;
  }

  /** Repairs and opens the log; `scans` answer `scansNeeded` in the same order. Throws DiskError. */
  finish(scans: readonly SegmentScan[]): UnifiedLog {
    return new UnifiedLog(this.#options, restoreLog(this.#options, this.#folder, scans));
  }
}

/** First phase of opening: lists the folder once. Throws DiskError. */
export function loadLog(options: LogOptions): LoadedLog {
  return new LoadedLog(options, readLogFolder(options));
}

/** Both phases with scans in this thread. Throws DiskError. */
export function openLog(options: LogOptions): UnifiedLog {
  const loaded = loadLog(options);
  return loaded.finish(loaded.scansNeeded.map((request) => scanSegment(options.disk, options.crc, request)));
}

/** A log without a folder, which touches no disk before its first append. */
export function createLog(options: LogOptions): UnifiedLog {
  return new UnifiedLog(options, restoreLog(options, NO_FOLDER, []));
}
