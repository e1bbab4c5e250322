/** Sleeps exactly, which timers of an event loop do not, and tells the thread that sends how many things were due since the start. */
import { parentPort, workerData } from 'node:worker_threads';
import { sharedNowMs } from './pacer.ts';

const { startAt, intervalMs, periodMs, stop } = workerData as { startAt: number; intervalMs: number; periodMs: number; stop: Int32Array };
let told = 0;
for (let wakeAt = startAt + periodMs; Atomics.load(stop, 0) === 0; wakeAt += periodMs) {
  // A sleep may end early, by what the system rounds.
  for (let left = wakeAt - sharedNowMs(); left > 0 && Atomics.load(stop, 0) === 0; left = wakeAt - sharedNowMs()) Atomics.wait(stop, 0, 0, left);
  const due = Math.floor((sharedNowMs() - startAt) / intervalMs + 1e-6);
  if (due <= told) continue;
  told = due;
  parentPort?.postMessage(due);
}
