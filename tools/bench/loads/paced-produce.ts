import { type BatchShape, makeBatch, storedCrc } from '../batches.ts';
import { copyFrame, type Frame, type WireConnection } from '../connection.ts';
import { Histogram } from '../histogram.ts';
import type { Counts, LoadContext } from '../load.ts';
import { Pacer } from '../pacer.ts';
import { readBack } from '../read-back.ts';
import { deleteTopic, type Topic } from '../topics.ts';
import { produceFrame, producedOffset } from './produce.ts';

const DRAINED_WITHIN_MS = 60_000;

export interface PacedShape extends BatchShape {
  readonly partitions: number;
  /** Over all partitions, which take turns, at an even rate. */
  readonly batchesPerSecond: number;
}

/** Produces at a given rate, whatever the answers do; a connection for each partition of a topic that is this one's own. */
export class PacedProduce {
  /** From when a batch was due to its acknowledgement, of those for which `counts` said yes. */
  readonly latency = new Histogram();
  /** How late this process itself sent what was due: part of `latency`. */
  readonly lateness = new Histogram();
  readonly #context: LoadContext;
  readonly #shape: PacedShape;
  readonly #topic: Topic;
  readonly #isCounted: () => boolean;
  readonly #batch: Buffer;
  readonly #free: Frame[][];
  readonly #acknowledged: number[];
  #producers: WireConnection[] = [];
  #pacer: Pacer | undefined;
  #sent = 0;
  #answers = 0;
  #answeredAt = 0;
  #longestGapMs = 0;

  constructor(context: LoadContext, shape: PacedShape, topic: Topic, isCounted: () => boolean = () => true) {
    this.#context = context;
    this.#shape = shape;
    this.#topic = topic;
    this.#isCounted = isCounted;
    this.#batch = makeBatch(shape);
    this.#free = Array.from({ length: shape.partitions }, () => []);
    this.#acknowledged = Array.from({ length: shape.partitions }, () => 0);
  }

  async open(): Promise<void> {
    this.#producers = await this.#context.client.openMany(this.#topic.leaders);
    this.#answeredAt = performance.now();
    this.#pacer = Pacer.start(this.#shape.batchesPerSecond, (dueAt) => this.#produce(this.#sent++ % this.#shape.partitions, dueAt));
  }

  #produce(partition: number, dueAt: number): void {
    const free = this.#free[partition] as Frame[];
    const frame = free.pop() ?? copyFrame(produceFrame(this.#topic.name, partition, this.#batch));
    this.lateness.record(performance.now() - dueAt);
    (this.#producers[partition] as WireConnection).send(frame, (bytes, at) => {
      const offset = producedOffset(bytes, at, this.#topic.name);
      if (offset !== this.#acknowledged[partition]) throw new Error(`records went to offset ${offset} of ${this.#topic.name}-${partition}, not to ${this.#acknowledged[partition]}`);
      this.#acknowledged[partition] = offset + this.#shape.records;
      const now = performance.now();
      this.#longestGapMs = Math.max(this.#longestGapMs, now - this.#answeredAt);
      this.#answeredAt = now;
      this.#answers++;
      if (this.#isCounted()) this.latency.record(now - dueAt);
      free.push(frame);
    });
  }

  counts(): Counts {
    return { messages: this.#answers * this.#shape.records, bytes: this.#answers * this.#batch.length, requests: this.#answers };
  }

  /** Batches that were sent and not acknowledged. */
  get inFlight(): number {
    return this.#sent - this.#answers;
  }

  /** Longest time without any acknowledgement since the last call; that which goes on counts. */
  takeLongestGapMs(): number {
    const longest = Math.max(this.#longestGapMs, performance.now() - this.#answeredAt);
    this.#longestGapMs = 0;
    return longest;
  }

  /** Lets what is in flight end, reads back and compares, and deletes the topic. Throws when something is missing or wrong. */
  async finish(): Promise<string> {
    await this.#pacer?.stop();
    for (const deadline = performance.now() + DRAINED_WITHIN_MS; this.#answers < this.#sent; ) {
      if (performance.now() > deadline) throw new Error(`${this.#sent - this.#answers} requests were not answered`);
      await new Promise((resolve) => void setTimeout(resolve, 5));
    }
    for (const connection of this.#producers) connection.close();
    const checked = await readBack(this.#context.client, { topic: this.#topic, records: this.#acknowledged, expectedCrc: storedCrc(this.#batch) });
    await deleteTopic(this.#context, this.#topic);
    return checked;
  }
}
