import { ProduceRequestCodec } from '@ottla/protocol';
import { type BatchShape, makeBatch, setBaseSequence, storedCrc } from '../batches.ts';
import { type Client, copyFrame, type Frame, makeFrame, type WireConnection } from '../connection.ts';
import { Histogram } from '../histogram.ts';
import type { Counts, Load, LoadContext, Prepared } from '../load.ts';
import { readBack } from '../read-back.ts';
import type { System } from '../systems.ts';
import { createTopic, deleteTopic, endOffsets, newProducerId, type Topic, type TopicSettings } from '../topics.ts';

const PRODUCE_VERSION = 9;
const TIMEOUT_MS = 30_000;
const FIRST_AT_ONCE = 50;

/** Takes messages of 1 MiB, and keeps the disk bounded whatever the rate: a partition keeps 256 MB and at most what comes within the check's second. */
export const boundedTopic: TopicSettings = { 'max.message.bytes': '2097152', 'retention.bytes': String(256 * 1024 * 1024), 'segment.bytes': String(128 * 1024 * 1024), 'file.delete.delay.ms': '500' };

/** The same, or what the system under test is to keep instead. */
export function boundedTopicOf({ placement }: System): TopicSettings {
  return { ...boundedTopic, ...placement.topicSettings };
}

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

/** One batch to each partition, some at a time: files are made at the first append. */
export async function writeToEach(client: Client, topic: Topic, batch: Uint8Array): Promise<void> {
  const connections = new Map<string, WireConnection>();
  for (const leader of new Set(topic.leaders)) connections.set(leader, await client.open(leader));
  await new Promise<void>((resolve) => {
    let sent = 0;
    let answered = 0;
    const send = (): void => {
      if (sent === topic.leaders.length) return;
      const partition = sent++;
      connections.get(topic.leaders[partition] as string)?.send(produceFrame(topic.name, partition, batch), (bytes, at) => {
        producedOffset(bytes, at, topic.name);
        if (++answered === topic.leaders.length) resolve();
        else send();
      });
    };
    for (let slot = 0; slot < FIRST_AT_ONCE; slot++) send();
  });
  for (const connection of connections.values()) connection.close();
}

export interface ProduceShape extends BatchShape {
  readonly label: string;
  readonly partitions: number;
  readonly inFlight: number;
  readonly isIdempotent?: boolean;
  /** Connections, between which partitions are dealt out in turn. Default: one a partition. */
  readonly connections?: number;
  /** Partitions of the topic that nothing is sent to. */
  readonly idlePartitions?: number;
}

/** One connection a partition, `inFlight` requests on each at any time: as fast as the system answers. A topic for each round. */
export function saturatingProduce(shape: ProduceShape): Prepared {
  return {
    start: async (context) => {
      const topic = await createTopic(context, shape.label, shape.partitions + (shape.idlePartitions ?? 0), boundedTopicOf(context.system));
      return started(new SaturatingProduce(context, shape, topic));
    },
    dispose: () => Promise.resolve(),
  };
}

/** The same with one topic for all rounds: for as many partitions as take long to make. */
export async function produceToOneTopic(context: LoadContext, shape: ProduceShape): Promise<Prepared> {
  const topic = await createTopic(context, shape.label, shape.partitions, boundedTopicOf(context.system));
  // The same bytes in each round: what earlier ones wrote is compared, too.
  const batch = makeBatch(shape);
  await writeToEach(context.client, topic, batch);
  return {
    start: async (round) => started(new SaturatingProduce(round, shape, topic, { ends: await endOffsets(round.client, topic), batch })),
    dispose: (last) => deleteTopic(last, topic),
  };
}

async function started(load: SaturatingProduce): Promise<Load> {
  await load.open();
  return load;
}

/** One request that is sent again whenever its answer came. */
interface Slot {
  /** One for each partition of its connection. */
  readonly frames: readonly Frame[];
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

  readonly #ownsTopic: boolean;

  /** With `before`: where each partition of a topic that stays ends now, and what is in it. */
  constructor(context: LoadContext, shape: ProduceShape, topic: Topic, before?: { readonly ends: readonly number[]; readonly batch: Buffer }) {
    this.#context = context;
    this.#shape = shape;
    this.#topic = topic;
    this.#acknowledged = before === undefined ? topic.leaders.map(() => 0) : [...before.ends];
    this.#ownsTopic = before === undefined;
    this.#plainBatch = before?.batch ?? makeBatch(shape);
    this.#batchBytes = shape.compression === undefined ? this.#plainBatch.length : shape.records * shape.messageBytes;
  }

  async open(): Promise<void> {
    const { partitions, inFlight, connections = partitions, isIdempotent = false } = this.#shape;
    this.#connections = await this.#context.client.openMany(this.#topic.leaders.slice(0, connections));
    for (const [first, connection] of this.#connections.entries()) {
      const dealt = Array.from({ length: Math.ceil((partitions - first) / connections) }, (_, index) => first + index * connections);
      const slots = isIdempotent ? await this.#idempotentSlots(first) : this.#slots(dealt);
      let sequence = 0;
      let turn = 0;
      const send = (slot: Slot): void => {
        if (isIdempotent) setBaseSequence(slot.batch, sequence);
        sequence += this.#shape.records;
        const index = turn++ % dealt.length;
        this.#send(connection, slot, index, dealt[index] as number, send);
      };
      for (const slot of slots.slice(0, inFlight)) send(slot);
    }
  }

  #slots(partitions: readonly number[]): Slot[] {
    const frames = partitions.map((partition) => produceFrame(this.#topic.name, partition, this.#plainBatch));
    return Array.from({ length: this.#shape.inFlight }, () => ({ frames: frames.map(copyFrame), batch: this.#plainBatch }));
  }

  async #idempotentSlots(partition: number): Promise<Slot[]> {
    const producer = await newProducerId(this.#context.client);
    const first = makeBatch(this.#shape, producer);
    return Array.from({ length: this.#shape.inFlight }, () => {
      const batch = Buffer.from(first);
      return { frames: [produceFrame(this.#topic.name, partition, batch)], batch };
    });
  }

  #send(connection: WireConnection, slot: Slot, index: number, partition: number, again: (slot: Slot) => void): void {
    const sentAt = performance.now();
    this.#inFlight++;
    connection.send(slot.frames[index] as Frame, (bytes, at) => {
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
    if (this.#ownsTopic) await deleteTopic(this.#context, this.#topic);
    return checked;
  }
}
