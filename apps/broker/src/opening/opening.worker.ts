import { parentPort } from 'node:worker_threads';
import { nativeCrc32c, nodeCompression } from '@ottla/platform';
import { openBatch } from '@ottla/storage';
import type { OpeningAnswer, OpeningCall } from './opening-messages.ts';

/** Opens one batch after the other beside the event loop. */
const compression = nodeCompression();
parentPort?.on('message', ({ id, records, config, nowMs }: OpeningCall) => {
  const answer: OpeningAnswer = { id, opened: openBatch(records, { crc: nativeCrc32c, compression, config }, nowMs) };
  parentPort?.postMessage(answer);
});
