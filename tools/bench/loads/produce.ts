import { ProduceRequestCodec } from '@ottla/protocol';
import { type BatchShape, makeBatch, setBaseSequence, storedCrc } from '../batches.ts';
import { copyFrame, type Frame, makeFrame, type WireConnection } from '../connection.ts';
import { Histogram } from '../histogram.ts';
import type { Counts, Load, LoadContext, Prepared } from '../load.ts';
import { readBack } from '../read-back.ts';
import { createTopic, deleteTopic, newProducerId, type Topic, type TopicSettings } from '../topics.ts';

const PRODUCE_VERSION = 9;
const TIMEOUT_MS = 30_000;

/** Keeps the disk bounded whatever the rate: a partition keeps 256 MB and at most what comes within the check's second. */
export const boundedTopic: TopicSettings = { 'retention.bytes': String(256 * 1024 * 1024), 'segment.bytes': String(128 * 1024 * 1024), 'file.delete.delay.ms': '500' };

export function produceFrame(topic: string, partition: number, batch: Uint8Array): Frame {
  return makeFrame(ProduceRequestCodec, PRODUCE_VERSION, {
    transactionalId: null, acks: -1, timeoutMs: TIMEOUT_MS, topicData: [{ name: topic, partitionData: [{ index: partition, records: batch }] }],
  });
}

/** Base offset in an answer for one partition of `topic`; throws on an error. Read in place: this runs for each request. */
export function producedOffset(bytes: Buffer, at: number, topic: string): number {
  // One topic (1 byte), its name (1 + length), one partition (1), its index (4), error code, base offset.
  const errorAt = at + 2 + topic.length + 5;
  const errorCode = bytes.readInt16BE(errorAt);
  if (errorCode !== 0) throw new Error(`a produce request was refused: error ${errorCode}`);
  return bytes.readUInt32BE(errorAt + 2) * 4294967296 + bytes.readUInt32BE(errorAt + 6);
}

export interface ProduceShape extends BatchShape {
  readonly label: string;
  readonly partitions: number;
  readonly inFlight: number;
  readonly isIdempotent?: boolean;
  /** Partitions of the topic that nothing is sent to. */
  readonly idlePartitions?: number;
}

/** One connection a partition, `inFlight` requests on each at any time: as fast as the system answers. */
export function saturatingProduce(shape: ProduceShape): Prepared {
  return {
    start: async (context) => {
      const topic = await createTopic(context, shape.label, shape.partitions + (shape.idlePartitions ?? 0), boundedTopic);
      const load = new SaturatingProduce(context, shape, topic);
      await load.open();
      return load;
    },
    dispose: () => Promise.resolve(),
  };
}

/** One request that is sent again whenever its answer came. */
interface Slot {
  readonly frame: Frame;
  /** Its own where each request has a sequence of its own. */
  readonly batch: Buffer;
}

class SaturatingProduce implements Load {
  readonly latency = new Histogram();
  readonly #context: LoadContext;
  readonly #shape: ProduceShape;
  readonly #topic: Topic;
  readonly #acknowledged: number[];
  readonly #batchBytes: number;
  readonly #plainBatch: Buffer;
  #requests = 0;
  #connections: WireConnection[] = [];
  #isStopped = false;
  #inFlight = 0;
  #onDrained: (() => void) | undefined;

  constructor(context: LoadContext, shape: ProduceShape, topic: Topic) {
    this.#context = context;
    this.#shape = shape;
    this.#topic = topic;
    this.#acknowledged = Array.from({ length: shape.partitions + (shape.idlePartitions ?? 0) }, () => 0);
    this.#plainBatch = makeBatch(shape);
    this.#batchBytes = shape.compression === undefined ? this.#plainBatch.length : shape.records * shape.messageBytes;
  }

  async open(): Promise<void> {
    const { partitions, inFlight } = this.#shape;
    this.#connections = await this.#context.client.openMany(this.#topic.leaders.slice(0, partitions));
    for (let partition = 0; partition < partitions; partition++) {
      const connection = this.#connections[partition] as WireConnection;
      const slots = this.#shape.isIdempotent === true ? await this.#idempotentSlots(partition) : this.#slots(partition);
      let sequence = 0;
      const send = (slot: Slot): void => {
        if (this.#shape.isIdempotent === true) setBaseSequence(slot.batch, sequence);
        sequence += this.#shape.records;
        this.#send(connection, slot, partition, send);
      };
      for (const slot of slots.slice(0, inFlight)) send(slot);
    }
  }

  #slots(partition: number): Slot[] {
    const frame = produceFrame(this.#topic.name, partition, this.#plainBatch);
    return Array.from({ length: this.#shape.inFlight }, () => ({ frame: copyFrame(frame), batch: this.#plainBatch }));
  }

  async #idempotentSlots(partition: number): Promise<Slot[]> {
    const producer = await newProducerId(this.#context.client);
    const first = makeBatch(this.#shape, producer);
    return Array.from({ length: this.#shape.inFlight }, () => {
      const batch = Buffer.from(first);
      return { frame: produceFrame(this.#topic.name, partition, batch), batch };
    });
  }

  #send(connection: WireConnection, slot: Slot, partition: number, again: (slot: Slot) => void): void {
    const sentAt = performance.now();
    this.#inFlight++;
    connection.send(slot.frame, (bytes, at) => {
      const offset = producedOffset(bytes, at, this.#topic.name);
      const acknowledged = this.#acknowledged[partition] as number;
      if (offset !== acknowledged) throw new Error(`records went to offset ${offset} of ${this.#topic.name}-${partition}, not to ${acknowledged}`);
      this.#acknowledged[partition] = acknowledged + this.#shape.records;
      this.#requests++;
      this.latency.record(performance.now() - sentAt);
      this.#inFlight--;
      if (!this.#isStopped) again(slot);
      else if (this.#inFlight === 0) this.#onDrained?.();
    });
  }

  counts(): Counts {
    return { requests: this.#requests, messages: this.#requests * this.#shape.records, bytes: this.#requests * this.#batchBytes };
  }

  async finish(): Promise<string> {
    this.#isStopped = true;
    const { client } = this.#context;
    if (this.#inFlight > 0) await Promise.race([new Promise<void>((resolve) => void (this.#onDrained = resolve)), client.failed]);
    for (const connection of this.#connections) connection.close();
    const expectedCrc = this.#shape.isIdempotent === true ? undefined : storedCrc(this.#plainBatch);
    const checked = await readBack(client, { topic: this.#topic, records: this.#acknowledged, expectedCrc });
    await deleteTopic(this.#context, this.#topic);
    return checked;
  }
}
