import type { Client } from './connection.ts';
import type { Histogram } from './histogram.ts';
import type { System } from './systems.ts';

/** What has been done since a load started; only grows. */
export interface Counts {
  readonly messages: number;
  /** Of batches as they cross the wire and lie in the log; of plain text where batches are compressed. */
  readonly bytes: number;
  readonly requests: number;
}

/** A load that runs until it is finished. */
export interface Load {
  /** Emptied by who measures, when the measurement begins. */
  readonly latency: Histogram;
  counts(): Counts;
  /** For a load that is told what was done now and then only: settles when it is, and `counts` is exact at that moment. */
  counted?(): Promise<void>;
  /** Side results over the seconds measured, such as the rate of reads beside producing; set anew at `mark`. */
  mark?(): void;
  extras?(): Readonly<Record<string, number>>;
  /** Lets what is in flight end, then reads back and compares. Throws when a figure must not count. Says what was compared. */
  finish(): Promise<string>;
}

export interface LoadContext {
  readonly system: System;
  readonly client: Client;
}

/** What stays for all rounds of one workload on one system, such as a topic to read. */
export interface Prepared {
  start(context: LoadContext): Promise<Load>;
  dispose(context: LoadContext): Promise<void>;
}

export interface Workload {
  readonly name: string;
  readonly describes: string;
  /** What the issue wants to see against the reference. */
  readonly target: string;
  /** The same with three replicas on three brokers; undefined for one that is not measured so. */
  readonly targetOfThree?: string;
  /** Left out of `all`, whose time is short. */
  readonly isByNameOnly?: boolean;
  /** Over the listeners that speak TLS; with one replica alone, since what TLS takes is between a client and its broker. */
  readonly isSecure?: boolean;
  /** Which chart it is a point of, and where. */
  readonly chart?: { readonly name: string; readonly x: number };
  /** What CPU seconds and rates are told by. */
  readonly per: 'GB' | 'million';
  /** Whether the rate is given, so that latencies count from when a message was due. */
  readonly isPaced: boolean;
  readonly acknowledgement: string;
  prepare(context: LoadContext): Promise<Prepared>;
}
