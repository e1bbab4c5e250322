import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type BatchShape, makeBatch, storedCrc } from '../batches.ts';
import { copyFrame, type Frame, type WireConnection } from '../connection.ts';
import { Histogram } from '../histogram.ts';
import type { Counts, Load, LoadContext, Prepared } from '../load.ts';
import { Pacer } from '../pacer.ts';
import { readBack } from '../read-back.ts';
import type { System } from '../systems.ts';
import { createTopic, deleteTopic, type Topic } from '../topics.ts';
import { type FilledTopic, fillTopic, Reader, sumOf } from './consume.ts';
import { boundedTopic, produceFrame, producedOffset } from './produce.ts';

const DRAINED_WITHIN_MS = 15_000;

export interface CatchUpShape extends BatchShape {
  readonly label: string;
  readonly partitions: number;
  readonly batchesPerSecond: number;
  /** Data to read that is not in the page cache, in bytes; 0 for the same producing with nothing beside it. */
  readonly coldBytes: number;
  readonly coldPartitions: number;
}

/** Producing at a given rate while consumers that are far behind read what only the disk holds. */
export async function catchUp(context: LoadContext, shape: CatchUpShape): Promise<Prepared> {
  const cold = shape.coldBytes === 0 ? undefined : await fillTopic(context, `${shape.label}-cold`, shape.coldPartitions, shape.coldBytes / shape.coldPartitions);
  return {
    start: async (started) => {
      if (cold !== undefined) dropFromPageCache(started.system, cold.topic.name);
      const load = new CatchUp(started, shape, await createTopic(started, shape.label, shape.partitions, boundedTopic), cold);
      await load.open();
      return load;
    },
    dispose: async (last) => {
      if (cold !== undefined) await deleteTopic(last, cold.topic);
    },
  };
}

/** Writes the segments out and asks the system to forget them. */
function dropFromPageCache(system: System, topic: string): void {
  const folders = system.dataDirectories.flatMap((directory) => readdirSync(directory).filter((folder) => folder.startsWith(topic)).map((folder) => join(directory, folder)));
  const files = folders.flatMap((folder) => readdirSync(folder).filter((name) => name.endsWith('.log')).map((name) => join(folder, name)));
  execFileSync('sync', files);
  for (const file of files) execFileSync('dd', [`if=${file}`, 'iflag=nocache', 'count=0', 'status=none']);
}

class CatchUp implements Load {
  readonly latency = new Histogram();
  readonly #context: LoadContext;
  readonly #shape: CatchUpShape;
  readonly #topic: Topic;
  readonly #cold: FilledTopic | undefined;
  readonly #batch: Buffer;
  readonly #free: Frame[][];
  readonly #acknowledged: number[];
  #producers: WireConnection[] = [];
  #readers: Reader[] = [];
  #pacer: Pacer | undefined;
  #sent = 0;
  #answers = 0;
  #readBefore = 0;
  #markedAt = 0;
  #readersEndedAt: number | undefined;

  constructor(context: LoadContext, shape: CatchUpShape, topic: Topic, cold: FilledTopic | undefined) {
    this.#context = context;
    this.#shape = shape;
    this.#topic = topic;
    this.#cold = cold;
    this.#batch = makeBatch(shape);
    this.#free = Array.from({ length: shape.partitions }, () => []);
    this.#acknowledged = Array.from({ length: shape.partitions }, () => 0);
  }

  async open(): Promise<void> {
    this.#producers = await this.#context.client.openMany(this.#topic.leaders);
    this.#pacer = Pacer.start(this.#shape.batchesPerSecond, (dueAt) => this.#produce(this.#sent++ % this.#shape.partitions, dueAt));
    if (this.#cold === undefined) return;
    const connections = await this.#context.client.openMany(this.#cold.topic.leaders);
    this.#readers = connections.map((connection, partition) => new Reader(connection, this.#cold as FilledTopic, [partition], false));
  }

  #produce(partition: number, dueAt: number): void {
    const free = this.#free[partition] as Frame[];
    const frame = free.pop() ?? copyFrame(produceFrame(this.#topic.name, partition, this.#batch));
    (this.#producers[partition] as WireConnection).send(frame, (bytes, at) => {
      const offset = producedOffset(bytes, at, this.#topic.name);
      if (offset !== this.#acknowledged[partition]) throw new Error(`records went to offset ${offset} of ${this.#topic.name}-${partition}, not to ${this.#acknowledged[partition]}`);
      this.#acknowledged[partition] = offset + this.#shape.records;
      this.#answers++;
      // Behind the end of the cold data the page cache is all that is measured.
      if (this.#areReadersBusy()) this.latency.record(performance.now() - dueAt);
      free.push(frame);
    });
  }

  #areReadersBusy(): boolean {
    if (this.#cold === undefined) return true;
    if (this.#readersEndedAt === undefined && this.#readers.length > 0 && this.#readers.every((reader) => reader.isAtEnd)) this.#readersEndedAt = performance.now();
    return this.#readersEndedAt === undefined;
  }

  counts(): Counts {
    return { messages: this.#answers * this.#shape.records, bytes: this.#answers * this.#batch.length, requests: this.#answers };
  }

  mark(): void {
    this.#readBefore = this.#readBytes();
    this.#markedAt = performance.now();
  }

  extras(): Readonly<Record<string, number>> {
    if (this.#cold === undefined) return {};
    const seconds = Math.max(0, (this.#readersEndedAt ?? performance.now()) - this.#markedAt) / 1000;
    return { 'cold MB/s read': seconds === 0 ? 0 : (this.#readBytes() - this.#readBefore) / 1e6 / seconds, 'seconds of reading': seconds };
  }

  #readBytes(): number {
    return sumOf(this.#readers.map((reader) => reader.counts)).bytes;
  }

  async finish(): Promise<string> {
    const { client } = this.#context;
    await this.#pacer?.stop();
    await Promise.all(this.#readers.map((reader) => reader.stop()));
    for (const deadline = performance.now() + DRAINED_WITHIN_MS; this.#answers < this.#sent; ) {
      if (performance.now() > deadline) throw new Error(`${this.#sent - this.#answers} requests were not answered`);
      await new Promise((resolve) => void setTimeout(resolve, 5));
    }
    for (const connection of this.#producers) connection.close();
    const checked = await readBack(client, { topic: this.#topic, records: this.#acknowledged, expectedCrc: storedCrc(this.#batch) });
    await deleteTopic(this.#context, this.#topic);
    return checked;
  }
}
