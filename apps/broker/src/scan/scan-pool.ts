import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { ErrorCode, KafkaError } from '@ottla/model';
import type { SegmentScan, SegmentScanRequest } from '@ottla/storage';

interface Pending {
  readonly resolve: (scan: SegmentScan) => void;
  readonly reject: (error: Error) => void;
}

type Answer = { readonly id: number; readonly scan: SegmentScan } | { readonly id: number; readonly error: string };

/** A segment this small is read in place sooner than it crosses to another thread. */
const SMALL_SEGMENT_BYTES = 256 * 1024;

export interface ScanPool {
  readonly scan: (request: SegmentScanRequest) => Promise<SegmentScan>;
  /** Ends the threads; scans under way are rejected. */
  close(): void;
}

/**
 * Threads that check segments after a crash, one a core, started with the first large segment: a clean start pays
 * nothing. `inPlace` serves small ones.
 */
export function scanPool(inPlace: (request: SegmentScanRequest) => SegmentScan): ScanPool {
  const workers: Worker[] = [];
  const pending = new Map<number, Pending>();
  let nextId = 0;

  const start = (): void => {
    for (let count = availableParallelism(); count > 0; count--) {
      const worker = new Worker(new URL('./scan.worker.js', import.meta.url));
      worker.on('message', (answer: Answer) => {
        const waiting = pending.get(answer.id);
        pending.delete(answer.id);
        if ('scan' in answer) waiting?.resolve(answer.scan);
        else waiting?.reject(new KafkaError(ErrorCode.KAFKA_STORAGE_ERROR, answer.error));
      });
      worker.on('error', (error) => fail(error instanceof Error ? error : new Error(String(error))));
      workers.push(worker);
    }
  };
  const fail = (error: Error): void => {
    for (const { reject } of pending.values()) reject(error);
    pending.clear();
  };

  return {
    scan: async (request) => {
      if (request.sizeBytes < SMALL_SEGMENT_BYTES) return inPlace(request);
      if (workers.length === 0) start();
      const id = nextId++;
      const { promise, resolve, reject } = Promise.withResolvers<SegmentScan>();
      pending.set(id, { resolve, reject });
      (workers[id % workers.length] as Worker).postMessage({ id, request });
      return await promise;
    },
    close: () => {
      fail(new Error('the threads that read segments were stopped'));
      for (const worker of workers.splice(0)) void worker.terminate();
    },
  };
}
