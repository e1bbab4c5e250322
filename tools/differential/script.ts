/**
 * The language of the scripts in `scripts/`. A script is data: cases made of steps, a step being one request with what is to
 * be remembered of its answer. Nothing in a script says what the answer must be: the other server does.
 *
 * In strings of a request `%` stands for a text of the case and version alone, the same on both servers, so names never
 * collide between cases. `ref(name)` stands for what an earlier step kept of an answer, `idOf(topic)` for a topic's id.
 */
import { ApiKeys, type ApiTypes } from '@ottla/protocol';

export type ApiName = keyof typeof ApiKeys;
export type RequestOf<N extends ApiName> = ApiTypes[(typeof ApiKeys)[N]]['requestInput'];

export interface AskOptions {
  /** What to remember of the answer: a name and the path of a field, for example `{ pid: 'producerId' }`. */
  readonly keep?: Readonly<Record<string, string>>;
  /** Connection to use; steps of one name share one. `main` when left out. */
  readonly on?: string;
  /** Another version than the highest (or, for the case's API, the one that is tried). */
  readonly version?: number;
  /** The server sends nothing back (acks=0). */
  readonly isUnanswered?: boolean;
  /**
   * Error codes on which the request is sent again: what a client does, too, while the server finishes in the background what
   * an earlier answer promised. Other codes are compared.
   */
  readonly again?: readonly number[];
  /**
   * Sends again until the field has this value: for what comes about in the background, such as the end of a member's
   * session. The last answer alone is compared.
   */
  readonly until?: { readonly path: string; readonly is: unknown };
  /**
   * Only elements of this array whose text names something of this case are compared, for answers that list all there is:
   * the path of the array.
   */
  readonly own?: string;
  /** The answer is not compared: the step only leads to a state. Its error code must be NONE wherever it has one. */
  readonly isSetup?: boolean;
}

export interface AskStep {
  readonly kind: 'ask';
  readonly api: ApiName;
  readonly body: unknown;
  readonly options: AskOptions;
}

/** Sends without waiting; `receive` of the same label takes the answer. */
export interface SendStep {
  readonly kind: 'send';
  readonly label: string;
  readonly ask: AskStep;
}

export interface ReceiveStep {
  readonly kind: 'receive';
  readonly label: string;
}

/** All requests in one write; the answers in the order in which they come. */
export interface PipelineStep {
  readonly kind: 'pipeline';
  readonly asks: readonly AskStep[];
}

/** Bytes on a connection of their own; what comes back is a frame, the end of the connection, or nothing. */
export interface RawStep {
  readonly kind: 'raw';
  readonly what: string;
  /** With the four bytes of the size; a function where it depends on the version that is tried. */
  readonly bytes: (version: number) => Uint8Array;
  /** Decodes the answer as this API's in this version; else its bytes are compared. */
  readonly answer?: { readonly api: ApiName; readonly version: number };
}

/** A topic with its partitions, led and known by the broker before the next step. */
export interface TopicStep {
  readonly kind: 'topic';
  readonly name: string;
  readonly partitions: number;
  readonly configs: Readonly<Record<string, string>>;
}

export interface CloseStep {
  readonly kind: 'close';
  readonly on: string;
}

/** Lets time pass where the server acts by the clock: sessions, timeouts. */
export interface WaitStep {
  readonly kind: 'wait';
  readonly forMs: number;
}

export type Step = AskStep | SendStep | ReceiveStep | PipelineStep | RawStep | TopicStep | CloseStep | WaitStep;

export interface Case {
  readonly api: ApiName;
  readonly name: string;
  /** Versions of `api` that the case is about; all when undefined. */
  readonly from: number;
  readonly to: number;
  readonly steps: readonly Step[];
}

/** Builds the cases of one API. */
export class ApiScript<N extends ApiName> {
  readonly api: N;
  readonly cases: Case[] = [];

  constructor(api: N) {
    this.api = api;
  }

  /** A case in every version. */
  add(name: string, ...steps: readonly (Step | readonly Step[])[]): this {
    return this.addFor(0, 32767, name, ...steps);
  }

  /** A case for versions `from..to` only. */
  addFor(from: number, to: number, name: string, ...steps: readonly (Step | readonly Step[])[]): this {
    this.cases.push({ api: this.api, name, from, to, steps: steps.flat() as Step[] });
    return this;
  }
}

/** One request. The body may depend on the version that is used. */
export function ask<N extends ApiName>(api: N, body: RequestOf<N> | ((version: number) => RequestOf<N>), options: AskOptions = {}): AskStep {
  return { kind: 'ask', api, body, options };
}

/** A request that only leads to a state. */
export function given<N extends ApiName>(api: N, body: RequestOf<N> | ((version: number) => RequestOf<N>), options: AskOptions = {}): AskStep {
  return { kind: 'ask', api, body, options: { ...options, isSetup: true } };
}

export function send(label: string, step: AskStep): SendStep {
  return { kind: 'send', label, ask: step };
}

export function receive(label: string): ReceiveStep {
  return { kind: 'receive', label };
}

export function pipeline(...asks: readonly AskStep[]): PipelineStep {
  return { kind: 'pipeline', asks };
}

export function raw(what: string, bytes: (version: number) => Uint8Array, answer?: RawStep['answer']): RawStep {
  return { kind: 'raw', what, bytes, ...(answer === undefined ? {} : { answer }) };
}

export function topic(name: string, partitions = 1, configs: Readonly<Record<string, string>> = {}): TopicStep {
  return { kind: 'topic', name, partitions, configs };
}

export function close(on: string): CloseStep {
  return { kind: 'close', on };
}

export function wait(forMs: number): WaitStep {
  return { kind: 'wait', forMs };
}

/** Stands for a value that a step kept. Typed to fit anywhere: it is replaced before the request is encoded. */
export function ref(name: string): never {
  return new Placeholder({ kind: 'ref', name }) as never;
}

/** Stands for the id of a topic that a `topic` step made. */
export function idOf(name: string): never {
  return new Placeholder({ kind: 'id', name }) as never;
}

export interface BatchPlan {
  readonly values: readonly (string | null)[];
  readonly keys?: readonly (string | null)[];
  readonly producerId?: number;
  readonly epoch?: number;
  readonly sequence?: number;
  readonly isTransactional?: boolean;
  readonly isControl?: boolean;
  readonly codec?: 'gzip' | 'snappy' | 'lz4' | 'zstd';
  /** Ms since the epoch; the same on both servers. */
  readonly timestamp?: number;
  readonly isLogAppendTime?: boolean;
  /** Changes the finished bytes in place, or answers others. The checksum is made anew after it, unless `keepsCrc`. */
  readonly damage?: (bytes: Uint8Array) => Uint8Array | void;
  readonly keepsCrc?: boolean;
}

/** Stands for the records of a Produce request. */
export function batch(...plans: readonly BatchPlan[]): never {
  return new Placeholder({ kind: 'batches', plans }) as never;
}

/** A batch of these values and nothing else. */
export function values(...texts: readonly string[]): never {
  return batch({ values: texts });
}

/** Partitions by the name of their topic. */
export type NamedPartitions = Readonly<Record<string, readonly number[]>>;

/** What a classic consumer says in JoinGroup. */
export interface SubscriptionPlan {
  readonly topics: readonly string[];
  readonly owned?: NamedPartitions;
  /** 3 when left out. */
  readonly version?: number;
}

/** Stands for the metadata of a classic consumer. */
export function subscription(plan: SubscriptionPlan): never {
  return new Placeholder({ kind: 'subscription', plan }) as never;
}

/** Stands for what a classic leader assigns to a consumer. */
export function assignment(partitions: NamedPartitions): never {
  return new Placeholder({ kind: 'assignment', partitions }) as never;
}

export type Meaning =
  | { readonly kind: 'ref' | 'id'; readonly name: string }
  | { readonly kind: 'batches'; readonly plans: readonly BatchPlan[] }
  | { readonly kind: 'subscription'; readonly plan: SubscriptionPlan }
  | { readonly kind: 'assignment'; readonly partitions: NamedPartitions };

/** What stands in a request until the case runs. */
export class Placeholder {
  readonly meaning: Meaning;

  constructor(meaning: Meaning) {
    this.meaning = meaning;
  }
}
