import type { LogConfig, OpenedBatch } from '@ottla/storage';

/** What the thread is asked. */
export interface OpeningCall {
  readonly id: number;
  readonly records: Uint8Array;
  readonly config: LogConfig;
  readonly nowMs: number;
}

export interface OpeningAnswer {
  readonly id: number;
  readonly opened: OpenedBatch;
}
