import { type BatchShape, makeBatch, recordsIn, storedCrc } from '../batches.ts';
import type { WireConnection } from '../connection.ts';
import { copyFrame } from '../connection.ts';
import { Histogram } from '../histogram.ts';
import type { Counts, Load, LoadContext, Prepared } from '../load.ts';
import { BatchWalk, fetchFrame, readFetchAnswer } from '../read-back.ts';
import { createTopic, deleteTopic, type Topic } from '../topics.ts';
import { produceFrame, producedOffset } from './produce.ts';

const BATCH_BYTES = 100_000;
const FILL_IN_FLIGHT = 4;
const MIB = 1024 * 1024;
/** Every so many batches a reader computes a checksum: enough to notice, too few to weigh. */
const CHECKED_EACH = 256;

/** A topic that was filled to be read. */
export interface FilledTopic {
  readonly topic: Topic;
  /** Records in each partition. */
  readonly records: number;
  readonly partitions: number;
  readonly expectedCrc: number;
}

/** Fills each partition with about `partitionBytes`. */
export async function fillTopic(context: LoadContext, label: string, partitions: number, partitionBytes: number): Promise<FilledTopic> {
  const { client } = context;
  const shape: BatchShape = { messageBytes: 1024, records: recordsIn(BATCH_BYTES, 1024) };
  const batch = makeBatch(shape);
  const rounds = Math.ceil(partitionBytes / batch.length);
  const topic = await createTopic(context, label, partitions, {});
  const connections = await client.openMany(topic.leaders);
  const fill = (connection: WireConnection, partition: number): Promise<void> =>
    new Promise((resolve) => {
      let sent = 0;
      let answered = 0;
      const frame = produceFrame(topic.name, partition, batch);
      for (let slot = 0; slot < FILL_IN_FLIGHT; slot++) {
        const own = copyFrame(frame);
        const send = (): void => {
          if (sent++ < rounds) connection.send(own, onAnswer);
        };
        const onAnswer = (bytes: Buffer, at: number): void => {
          producedOffset(bytes, at, topic.name);
          if (++answered === rounds) resolve();
          else send();
        };
        send();
      }
    });
  await Promise.race([Promise.all(connections.map(fill)), client.failed]);
  for (const connection of connections) connection.close();
  return { topic, partitions, records: rounds * shape.records, expectedCrc: storedCrc(batch) };
}

export interface ConsumeShape {
  readonly label: string;
  readonly partitions: number;
  readonly partitionBytes: number;
  /** Consumers, each with a connection of its own and the partitions that it reads, which one broker leads. */
  readonly consumers: readonly (readonly number[])[];
}

/** Readers of one filled topic that begin anew at each end: what they read lies in the page cache. */
export function consumeFilled(context: LoadContext, shape: ConsumeShape): Promise<Prepared> {
  return fillTopic(context, shape.label, shape.partitions, shape.partitionBytes).then((filled) => ({
    start: async ({ client }) => {
      const connections = await client.openMany(shape.consumers.map(([first = 0]) => filled.topic.leaders[first] as string));
      return new Reading(connections.map((connection, index) => new Reader(connection, filled, shape.consumers[index] ?? [])));
    },
    dispose: (last) => deleteTopic(last, filled.topic),
  }));
}

/** One consumer: one fetch in flight for all of its partitions, the next when the answer was read. */
export class Reader {
  readonly latency = new Histogram();
  readonly #connection: WireConnection;
  readonly #filled: FilledTopic;
  readonly #walks: ReadonlyMap<number, BatchWalk>;
  readonly #repeats: boolean;
  #requests = 0;
  #isStopped = false;
  #onIdle: (() => void) | undefined;

  constructor(connection: WireConnection, filled: FilledTopic, partitions: readonly number[], repeats = true) {
    this.#connection = connection;
    this.#filled = filled;
    this.#repeats = repeats;
    this.#walks = new Map(partitions.map((partition) => [partition, new BatchWalk(0, filled.expectedCrc, CHECKED_EACH)]));
    this.#fetch();
  }

  get counts(): Counts {
    let messages = 0;
    let bytes = 0;
    for (const walk of this.#walks.values()) {
      messages += walk.records;
      bytes += walk.bytes;
    }
    return { messages, bytes, requests: this.#requests };
  }

  get checkedBatches(): number {
    return [...this.#walks.values()].reduce((sum, walk) => sum + walk.checked, 0);
  }

  /** Whether everything was read once, for one that does not repeat. */
  get isAtEnd(): boolean {
    return !this.#repeats && [...this.#walks.values()].every((walk) => walk.nextOffset >= this.#filled.records);
  }

  #fetch(): void {
    const partitions = [...this.#walks].filter(([, walk]) => walk.nextOffset < this.#filled.records).map(([partition, walk]) => ({ partition, offset: walk.nextOffset }));
    if (this.#isStopped || partitions.length === 0) {
      this.#isStopped = true;
      this.#onIdle?.();
      return;
    }
    const sentAt = performance.now();
    this.#connection.send(fetchFrame(this.#filled.topic.name, { partitions, partitionMaxBytes: MIB, maxWaitMs: 500 }), (bytes, at, end) => {
      this.latency.record(performance.now() - sentAt);
      this.#requests++;
      readFetchAnswer(bytes, at, end, (partition, records) => this.#walks.get(partition)?.walk(records));
      if (this.#repeats) for (const walk of this.#walks.values()) if (walk.nextOffset >= this.#filled.records) walk.rewind(0);
      this.#fetch();
    });
  }

  /** Settles when nothing is in flight. */
  async stop(): Promise<void> {
    if (!this.#isStopped || this.#connection.inFlight > 0) {
      this.#isStopped = true;
      if (this.#connection.inFlight > 0) await new Promise<void>((resolve) => void (this.#onIdle = resolve));
    }
    this.#connection.close();
  }
}

class Reading implements Load {
  readonly latency: Histogram;
  readonly #readers: readonly Reader[];

  constructor(readers: readonly Reader[]) {
    this.#readers = readers;
    // All readers do the same: one tells how long a fetch takes.
    this.latency = readers[0]?.latency ?? new Histogram();
  }

  counts(): Counts {
    return sumOf(this.#readers.map((reader) => reader.counts));
  }

  async finish(): Promise<string> {
    await Promise.all(this.#readers.map((reader) => reader.stop()));
    const checked = this.#readers.reduce((sum, reader) => sum + reader.checkedBatches, 0);
    return `${this.counts().messages} records read without a gap, ${checked} batches compared by checksum`;
  }
}

export function sumOf(counts: readonly Counts[]): Counts {
  return counts.reduce((sum, { messages, bytes, requests }) => ({ messages: sum.messages + messages, bytes: sum.bytes + bytes, requests: sum.requests + requests }), { messages: 0, bytes: 0, requests: 0 });
}
