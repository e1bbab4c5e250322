import { type BatchShape, makeBatch, sealBatch } from '../batches.ts';
import type { Frame, WireConnection } from '../connection.ts';
import { Histogram } from '../histogram.ts';
import type { Counts, Load, LoadContext, Prepared } from '../load.ts';
import { Pacer } from '../pacer.ts';
import { BatchWalk, fetchFrame, readFetchAnswer } from '../read-back.ts';
import { createTopic, deleteTopic, endOffsets, type Topic } from '../topics.ts';
import { boundedTopicOf, produceFrame, producedOffset } from './produce.ts';

const MIB = 1024 * 1024;
const LAST_MESSAGES_WITHIN_MS = 30_000;
const FIRST_AT_ONCE = 50;
const CHECKED_EACH = 64;
/** What a batch holds before the first record's value when all deltas are small: found once, by looking for it. */
const marker = Buffer.from('bench-time-is-here');

export interface EndToEndShape extends BatchShape {
  readonly label: string;
  /** Each with a producer and a consumer of its own, each with a connection of its own. */
  readonly partitions: number;
  /** Batches a second over all partitions, at an even rate. */
  readonly batchesPerSecond: number;
}

/** Messages at a given rate that carry the moment at which they were due; consumers tell how late they came. */
export async function endToEnd(context: LoadContext, shape: EndToEndShape): Promise<Prepared> {
  const topic = await createTopic(context, shape.label, shape.partitions, boundedTopicOf(context.system));
  return {
    start: async (started) => {
      const ends = await endOffsets(started.client, topic);
      const load = new EndToEnd(started, shape, topic, ends);
      await load.open();
      return load;
    },
    dispose: (last) => deleteTopic(last, topic),
  };
}

/** A request with a batch of its own; free again when its answer came. */
interface Slot {
  readonly frame: Frame;
  readonly batch: Buffer;
}

class EndToEnd implements Load {
  readonly latency = new Histogram();
  readonly #acknowledgements = new Histogram();
  /** How late this process itself sent what was due: what it adds to every latency. */
  readonly #lateness = new Histogram();
  readonly #context: LoadContext;
  readonly #shape: EndToEndShape;
  readonly #topic: Topic;
  readonly #template: Buffer;
  readonly #timeAt: number;
  readonly #free: Slot[][];
  readonly #acknowledged: number[];
  readonly #walks: BatchWalk[];
  #producers: WireConnection[] = [];
  #consumers: WireConnection[] = [];
  #pacer: Pacer | undefined;
  #sent = 0;
  #answers = 0;
  #isStopped = false;

  constructor(context: LoadContext, shape: EndToEndShape, topic: Topic, ends: readonly number[]) {
    this.#context = context;
    this.#shape = shape;
    this.#topic = topic;
    this.#template = makeBatch(shape, undefined, marker);
    this.#timeAt = this.#template.indexOf(marker);
    this.#free = Array.from({ length: shape.partitions }, () => []);
    this.#acknowledged = [...ends];
    this.#walks = ends.map((end) => new BatchWalk(end, undefined, CHECKED_EACH));
  }

  async open(): Promise<void> {
    const { client } = this.#context;
    this.#producers = await client.openMany(this.#topic.leaders);
    this.#consumers = await client.openMany(this.#topic.leaders);
    this.#consumers.forEach((_, partition) => this.#fetch(partition));
    await this.#firstBatches();
    this.#pacer = Pacer.start(this.#shape.batchesPerSecond, (dueAt) => this.#produce(this.#sent++ % this.#shape.partitions, dueAt));
  }

  /** One batch to each partition, some at a time: files are made at the first append, which is not what is measured. */
  async #firstBatches(): Promise<void> {
    for (let partition = 0; partition < this.#shape.partitions; partition += FIRST_AT_ONCE) {
      for (let index = partition; index < Math.min(partition + FIRST_AT_ONCE, this.#shape.partitions); index++) this.#produce(index, performance.now());
      this.#sent = Math.min(partition + FIRST_AT_ONCE, this.#shape.partitions);
      await this.#until(() => this.#answers === this.#sent);
    }
  }

  #newSlot(partition: number): Slot {
    const batch = Buffer.from(this.#template);
    return { batch, frame: produceFrame(this.#topic.name, partition, batch) };
  }

  #produce(partition: number, dueAt: number): void {
    const slots = this.#free[partition] as Slot[];
    const slot = slots.pop() ?? this.#newSlot(partition);
    slot.batch.writeDoubleBE(dueAt, this.#timeAt);
    sealBatch(slot.batch);
    this.#lateness.record(performance.now() - dueAt);
    (this.#producers[partition] as WireConnection).send(slot.frame, (bytes, at) => {
      const offset = producedOffset(bytes, at, this.#topic.name);
      if (offset !== this.#acknowledged[partition]) throw new Error(`records went to offset ${offset} of ${this.#topic.name}-${partition}, not to ${this.#acknowledged[partition]}`);
      this.#acknowledged[partition] = offset + this.#shape.records;
      this.#acknowledgements.record(performance.now() - dueAt);
      this.#answers++;
      slots.push(slot);
    });
  }

  #fetch(partition: number): void {
    const walk = this.#walks[partition] as BatchWalk;
    const frame = fetchFrame(this.#topic.name, { partitions: [{ partition, offset: walk.nextOffset }], partitionMaxBytes: MIB, maxWaitMs: 500 });
    (this.#consumers[partition] as WireConnection).send(frame, (bytes, at, end) => {
      const now = performance.now();
      readFetchAnswer(bytes, at, end, (_, records) => walk.walk(records, (batches, batchAt) => this.latency.record(now - readDouble(batches, batchAt + this.#timeAt))));
      if (!this.#isStopped) this.#fetch(partition);
    });
  }

  counts(): Counts {
    let messages = 0;
    let bytes = 0;
    for (const walk of this.#walks) {
      messages += walk.records;
      bytes += walk.bytes;
    }
    return { messages, bytes, requests: this.#answers };
  }

  mark(): void {
    this.#acknowledgements.reset();
    this.#lateness.reset();
  }

  extras(): Readonly<Record<string, number>> {
    return {
      'acknowledged p50 ms': this.#acknowledgements.percentile(0.5), 'acknowledged p99 ms': this.#acknowledgements.percentile(0.99),
      'of it sent late p50 ms': this.#lateness.percentile(0.5), 'p99 ms': this.#lateness.percentile(0.99),
    };
  }

  async finish(): Promise<string> {
    await this.#pacer?.stop();
    await this.#until(() => this.#isComplete());
    this.#isStopped = true;
    for (const connection of [...this.#producers, ...this.#consumers]) connection.close();
    const checked = this.#walks.reduce((sum, walk) => sum + walk.checked, 0);
    return `${this.counts().messages} records acknowledged and read without a gap, ${checked} batches compared by checksum`;
  }

  async #until(isDone: () => boolean): Promise<void> {
    for (const deadline = performance.now() + LAST_MESSAGES_WITHIN_MS; !isDone(); await turn()) {
      if (performance.now() > deadline) throw new Error(`${this.#sent} batches were sent, ${this.#answers} acknowledged, ${this.counts().messages / this.#shape.records} read`);
    }
  }

  #isComplete(): boolean {
    return this.#answers === this.#sent && this.#walks.every((walk, partition) => walk.nextOffset === this.#acknowledged[partition]);
  }
}

function turn(): Promise<void> {
  return new Promise((resolve) => void setTimeout(resolve, 5));
}

function readDouble(bytes: Uint8Array, at: number): number {
  return (bytes as Buffer).readDoubleBE(at);
}
