/** Sleeps exactly, which timers of an event loop do not, and wakes the thread that sends. */
import { parentPort, workerData } from 'node:worker_threads';

const { periodMs, stop } = workerData as { periodMs: number; stop: Int32Array };
for (let due = performance.now() + periodMs; Atomics.load(stop, 0) === 0; due += periodMs) {
  const sleepMs = due - performance.now();
  if (sleepMs > 0) Atomics.wait(stop, 0, 0, sleepMs);
  parentPort?.postMessage(0);
}
