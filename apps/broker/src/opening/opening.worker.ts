import { parentPort } from 'node:worker_threads';
import { nativeCrc32c } from '@ottla/platform/native-crc32c';
import { nodeCompression } from '@ottla/platform/node-compression';
import { openBatch } from '@ottla/storage/batch-decision';
import type { OpeningAnswer, OpeningCall } from './opening-messages.ts';

/**
 * What comes here is large. In pieces of this size it goes back to the kernel once it is collected; in zlib's own 16 KiB
 * it would stay with the C library, between what other threads have.
 */
const OUTPUT_PIECE_BYTES = 1024 * 1024;

/** Opens one batch after the other beside the event loop. It imports no more than it needs: it stays in memory for as long as the broker runs. */
const compression = nodeCompression(OUTPUT_PIECE_BYTES);
parentPort?.on('message', ({ id, records, config, nowMs }: OpeningCall) => {
  const answer: OpeningAnswer = { id, opened: openBatch(records, { crc: nativeCrc32c, compression, config }, nowMs) };
  parentPort?.postMessage(answer);
});
