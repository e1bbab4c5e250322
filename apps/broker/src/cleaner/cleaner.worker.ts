import { constants, setPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';
import { DiskError } from '@ottla/model';
import { nativeCrc32c } from '@ottla/platform/native-crc32c';
import { nodeCompression } from '@ottla/platform/node-compression';
import { nodeDisk } from '@ottla/platform/node-disk';
import { CleanPass } from '@ottla/storage/clean-pass';
import type { CleanerAnswer, CleanerCall } from './cleaner-messages.ts';
import { Throttler } from './throttler.ts';

/**
 * Cleans logs beside the event loop: one call, one answer; between the calls of one clean it keeps the offset map. It
 * imports no more than it needs: whole libraries would take half as much again as the thread itself.
 */
const disk = nodeDisk();
const compression = nodeCompression();
const throttler = new Throttler();
let pass: CleanPass | undefined;
let memory = new Int32Array(0);

/** The memory of the clean before, when it is large enough; the thread ends when there is nothing to clean. */
function mapMemory(words: number): Int32Array {
  if (memory.length < words) memory = new Int32Array(words);
  return memory.subarray(0, words).fill(0);
}

/** On Linux this is the priority of the calling thread alone: where cores are short, requests go first. */
function yieldToRequests(): void {
  try {
    setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // A sandbox may forbid it; the work is the same.
  }
}

function answer(call: CleanerCall): unknown {
  if (call.kind === 'build') {
    throttler.setRate(call.bytesPerSecond);
    pass = new CleanPass({ disk, crc: nativeCrc32c, compression, pace: (bytes) => throttler.pace(bytes), mapMemory }, call.request);
    return pass.build();
  }
  if (call.kind === 'end') {
    pass = undefined;
    return undefined;
  }
  if (pass === undefined) throw new Error('no clean is under way');
  if (call.kind === 'clean') return pass.clean(call.group);
  if (call.kind === 'discard') return pass.discard();
  return pass.syncDirectory();
}

yieldToRequests();
parentPort?.on('message', (call: CleanerCall) => {
  let message: CleanerAnswer;
  try {
    message = { result: answer(call) };
  } catch (error) {
    message = { error: { message: error instanceof Error ? error.message : String(error), ...(error instanceof DiskError ? { reason: error.reason, path: error.path } : {}) } };
  }
  parentPort?.postMessage(message);
});
