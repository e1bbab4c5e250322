import { parentPort } from 'node:worker_threads';
import { nativeCrc32c } from '@ottla/platform/native-crc32c';
import { nodeDisk } from '@ottla/platform/node-disk';
import { scanSegment, scanTransferables, type SegmentScanRequest } from '@ottla/storage/segment-scan';

/**
 * Reads segments after a crash, beside the event loop: one request, one answer. It imports no more than it needs: a
 * thread that loads whole libraries starts three times as slowly, and clients wait for it.
 */
const disk = nodeDisk();

parentPort?.on('message', ({ id, request }: { readonly id: number; readonly request: SegmentScanRequest }) => {
  try {
    const scan = scanSegment(disk, nativeCrc32c, request);
    parentPort?.postMessage({ id, scan }, scanTransferables(scan));
  } catch (error) {
    parentPort?.postMessage({ id, error: error instanceof Error ? error.message : String(error) });
  }
});
