import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Histogram } from '../histogram.ts';
import type { Counts, Load, LoadContext, Prepared } from '../load.ts';
import type { System } from '../systems.ts';
import { createTopic, deleteTopic, type Topic } from '../topics.ts';
import { type FilledTopic, fillTopic, Reader, sumOf } from './consume.ts';
import { PacedProduce, type PacedShape } from './paced-produce.ts';
import { boundedTopicOf } from './produce.ts';

export interface CatchUpShape extends PacedShape {
  readonly label: string;
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
      const load = new CatchUp(started, shape, await createTopic(started, shape.label, shape.partitions, boundedTopicOf(started.system)), cold);
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
  readonly latency: Histogram;
  readonly #context: LoadContext;
  readonly #cold: FilledTopic | undefined;
  readonly #producing: PacedProduce;
  #readers: Reader[] = [];
  #readBefore = 0;
  #markedAt = 0;
  #readersEndedAt: number | undefined;

  constructor(context: LoadContext, shape: CatchUpShape, topic: Topic, cold: FilledTopic | undefined) {
    this.#context = context;
    this.#cold = cold;
    // Behind the end of the cold data the page cache is all that is measured.
    this.#producing = new PacedProduce(context, shape, topic, () => this.#areReadersBusy());
    this.latency = this.#producing.latency;
  }

  async open(): Promise<void> {
    await this.#producing.open();
    if (this.#cold === undefined) return;
    const connections = await this.#context.client.openMany(this.#cold.topic.leaders);
    this.#readers = connections.map((connection, partition) => new Reader(connection, this.#cold as FilledTopic, [partition], false));
  }

  #areReadersBusy(): boolean {
    if (this.#cold === undefined) return true;
    if (this.#readersEndedAt === undefined && this.#readers.length > 0 && this.#readers.every((reader) => reader.isAtEnd)) this.#readersEndedAt = performance.now();
    return this.#readersEndedAt === undefined;
  }

  counts(): Counts {
    return this.#producing.counts();
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
    await Promise.all(this.#readers.map((reader) => reader.stop()));
    return this.#producing.finish();
  }
}
