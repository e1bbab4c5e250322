import { parentPort } from 'node:worker_threads';
import { nativeCrc32c } from '@ottla/platform/native-crc32c';
import { nodeCompression } from '@ottla/platform/node-compression';
import { openBatch } from '@ottla/storage/batch-decision';
import { FreedCompression } from './freed-compression.ts';
import type { OpeningAnswer, OpeningCall } from './opening-messages.ts';

/** What most batches decompress to lies in one piece of this size, of which only what is used takes memory: nothing is copied. */
const OUTPUT_PIECE_BYTES = 32 * 1024 * 1024;

/** Opens one batch after the other beside the event loop. It imports no more than it needs: it stays in memory for as long as the broker runs. */
const compression = new FreedCompression(nodeCompression(OUTPUT_PIECE_BYTES));
parentPort?.on('message', ({ id, records, config, nowMs }: OpeningCall) => {
  const answer: OpeningAnswer = { id, opened: openBatch(records, { crc: nativeCrc32c, compression, config }, nowMs) };
  // Of what was decompressed nothing is in the answer: to copy a part would copy the whole piece that it lies in.
  parentPort?.postMessage(answer);
  compression.free();
});
