import { FetchRequestCodec, FetchResponseCodec, RecordBatch, WireReader } from '@ottla/protocol';
import { crc } from './batches.ts';
import { type Client, type Frame, makeFrame, type WireConnection } from './connection.ts';
import { endOffsets, startOffsets, type Topic } from './topics.ts';

const FETCH_VERSION = 12;
const FETCH_MAX_BYTES = 50 * 1024 * 1024;
const READ_BACK_BYTES = 4 * 1024 * 1024;
const READERS = 6;
const OFFSET_OUT_OF_RANGE = 1;
/** Every so many batches one checksum is computed. */
const CHECKED_EACH = 16;

export interface FetchShape {
  readonly partitions: readonly { readonly partition: number; readonly offset: number }[];
  readonly partitionMaxBytes: number;
  readonly maxWaitMs: number;
}

export function fetchFrame(topic: string, { partitions, partitionMaxBytes, maxWaitMs }: FetchShape): Frame {
  return makeFrame(FetchRequestCodec, FETCH_VERSION, {
    maxWaitMs, minBytes: 1, maxBytes: FETCH_MAX_BYTES, isolationLevel: 0, sessionId: 0, sessionEpoch: -1, rackId: '', forgottenTopicsData: [],
    topics: [{
      topic,
      partitions: partitions.map(({ partition, offset }) => ({ partition, currentLeaderEpoch: -1, fetchOffset: offset, lastFetchedEpoch: -1, logStartOffset: -1, partitionMaxBytes })),
    }],
  });
}

class FetchError extends Error {
  readonly code: number;

  constructor(partition: number, code: number) {
    super(`a fetch from partition ${partition} was refused: error ${code}`);
    this.code = code;
  }
}

/** Calls `onPartition` with the records of each partition that has some; throws on any error code. Answers how many bytes came. */
export function readFetchAnswer(bytes: Buffer, at: number, end: number, onPartition: (partition: number, records: Uint8Array) => void): number {
  const answer = FetchResponseCodec.decode(new WireReader(bytes, at, end), FETCH_VERSION);
  if (answer.errorCode !== 0) throw new Error(`a fetch was refused: error ${answer.errorCode}`);
  let received = 0;
  for (const { partitions } of answer.responses) {
    for (const { partitionIndex, errorCode, records } of partitions) {
      if (errorCode !== 0) throw new FetchError(partitionIndex, errorCode);
      if (records === null || records.length === 0) continue;
      received += records.length;
      onPartition(partitionIndex, records);
    }
  }
  return received;
}

/** Walks the batches of one partition in order and notices a gap, a batch twice, and (in a sample) a wrong byte. */
export class BatchWalk {
  readonly #view = new RecordBatch(new Uint8Array(0));
  readonly #expectedCrc: number | undefined;
  readonly #checkedEach: number;
  #next: number;
  #records = 0;
  #bytes = 0;
  #batches = 0;
  #checked = 0;

  /** `expectedCrc` when all batches are the same. */
  constructor(firstOffset: number, expectedCrc: number | undefined, checkedEach: number = CHECKED_EACH) {
    this.#next = firstOffset;
    this.#expectedCrc = expectedCrc;
    this.#checkedEach = checkedEach;
  }

  get nextOffset(): number {
    return this.#next;
  }
  get records(): number {
    return this.#records;
  }
  get bytes(): number {
    return this.#bytes;
  }
  get checked(): number {
    return this.#checked;
  }

  /** From the first offset again, keeping the counts. */
  rewind(firstOffset: number): void {
    this.#next = firstOffset;
  }

  /** A batch cut off at the end is left for the next fetch. `onBatch` gets where each whole one begins. */
  walk(records: Uint8Array, onBatch?: (records: Uint8Array, at: number) => void): void {
    const view = this.#view;
    for (let at = 0; view.moveTo(records, at).isComplete; at += view.sizeInBytes) {
      if (view.baseOffset !== this.#next) throw new Error(`offset ${view.baseOffset} was read where ${this.#next} must be`);
      if (this.#batches++ % this.#checkedEach === 0) this.#check();
      onBatch?.(records, at);
      this.#next = view.nextOffset;
      this.#records += view.recordCount;
      this.#bytes += view.sizeInBytes;
    }
  }

  #check(): void {
    const { crc: stored } = this.#view;
    const isRight = this.#view.hasValidCrc(crc) && (this.#expectedCrc === undefined || stored === this.#expectedCrc);
    if (!isRight) throw new Error(`the batch at offset ${this.#view.baseOffset} is not what was produced`);
    this.#checked++;
  }
}

export interface Produced {
  readonly topic: Topic;
  /** Acknowledged records by partition; each partition began empty. */
  readonly records: readonly number[];
  readonly expectedCrc: number | undefined;
}

/** Reads a topic from what retention has left of it to its end, and compares with what was acknowledged. */
export async function readBack(client: Client, produced: Produced): Promise<string> {
  const { topic, records, expectedCrc } = produced;
  const ends = await endOffsets(client, topic);
  records.forEach((count, partition) => {
    if (ends[partition] !== count) throw new Error(`${topic.name}-${partition} ends at ${ends[partition]}, and ${count} records were acknowledged`);
  });
  const starts = await startOffsets(client, topic);
  const left = records.map((_, partition) => partition);
  let read = 0;
  let checked = 0;
  const reader = async (): Promise<void> => {
    const connections = new Map<string, WireConnection>();
    for (let partition = left.pop(); partition !== undefined; partition = left.pop()) {
      const leader = topic.leaders[partition] as string;
      const connection = connections.get(leader) ?? (await client.open(leader));
      connections.set(leader, connection);
      const walk = new BatchWalk(starts[partition] as number, expectedCrc);
      await readPartition(client, connection, produced, partition, walk);
      read += walk.records;
      checked += walk.checked;
    }
  };
  await Promise.race([Promise.all(Array.from({ length: Math.min(READERS, records.length) }, reader)), client.failed]);
  return `${records.reduce((sum, count) => sum + count, 0)} records acknowledged, ${read} read back, ${checked} batches compared by checksum`;
}

async function readPartition(client: Client, connection: WireConnection, { topic, records }: Produced, partition: number, walk: BatchWalk): Promise<void> {
  const end = records[partition] as number;
  while (walk.nextOffset < end) {
    try {
      const received = await fetchOnce(connection, topic.name, partition, walk);
      if (received === 0) throw new Error(`${topic.name}-${partition} answers nothing at offset ${walk.nextOffset}, before its end`);
    } catch (error) {
      const [start] = error instanceof FetchError && error.code === OFFSET_OUT_OF_RANGE ? (await startOffsets(client, topic)).slice(partition) : [];
      // Retention has passed this reader: that is what it is for. Anything else is loss.
      if (start === undefined || start <= walk.nextOffset) throw error;
      walk.rewind(start);
    }
  }
}

function fetchOnce(connection: WireConnection, topic: string, partition: number, walk: BatchWalk): Promise<number> {
  const frame = fetchFrame(topic, { partitions: [{ partition, offset: walk.nextOffset }], partitionMaxBytes: READ_BACK_BYTES, maxWaitMs: 500 });
  return new Promise((resolve, reject) => {
    connection.send(frame, (bytes, at, end) => {
      try {
        resolve(readFetchAnswer(bytes, at, end, (_, records) => walk.walk(records)));
      } catch (error) {
        reject(error as Error);
      }
    });
  });
}
