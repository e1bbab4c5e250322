import { parentPort } from 'node:worker_threads';
import { nativeCrc32c, nodeDisk } from '@ottla/platform';
import { scanSegment, scanTransferables, type SegmentScanRequest } from '@ottla/storage';

/** Reads segments after a crash, beside the event loop: one request, one answer. */
const disk = nodeDisk();

parentPort?.on('message', ({ id, request }: { readonly id: number; readonly request: SegmentScanRequest }) => {
  try {
    const scan = scanSegment(disk, nativeCrc32c, request);
    parentPort?.postMessage({ id, scan }, scanTransferables(scan));
  } catch (error) {
    parentPort?.postMessage({ id, error: error instanceof Error ? error.message : String(error) });
  }
});
