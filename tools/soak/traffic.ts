import { nativeCrc32c } from '@ottla/platform';
import { batchesIn } from '@ottla/protocol';
import { makeBatch, recordsIn, setBaseSequence } from '../bench/batches.ts';
import { fetch, initProducerId, produce } from '../measure/apis.ts';
import { WireConnection } from '../measure/wire-connection.ts';

export const SOAK_TOPIC = 'soak';

const KIB = 1024;
const MIB = 1024 * 1024;
/** Small segments and little kept: much is rolled and deleted. */
export const soakConfigs = { 'segment.bytes': String(32 * MIB), 'retention.bytes': String(128 * MIB), 'file.delete.delay.ms': '1000' };

const LARGE_BATCH_BYTES = MIB;
const SMALL_BATCH_BYTES = 16 * 1024;
const IN_FLIGHT = 3;
const FETCH_BYTES = 4 * MIB;
const MAX_WAIT_MS = 500;
/** Writers wait for readers that are this far behind, long before retention would take what was not read. */
const MAX_LAG_BYTES = 32 * MIB;

export interface Traffic {
  /** Bytes that were written, acknowledged, read back and found sound. */
  readonly readBytes: number;
  readonly isOver: boolean;
  /** Rejects when a batch is lost or changed, or the server refuses. */
  readonly done: Promise<void>;
}

interface Producer {
  readonly producerId: number;
  readonly producerEpoch: number;
}

interface Totals {
  written: number;
  read: number;
}

/** A writer and a reader for each partition, until `wantedBytes` went through. */
export function startTraffic(host: string, port: number, partitions: number, wantedBytes: number): Traffic {
  const totals: Totals = { written: 0, read: 0 };
  let isOver = false;
  const lanes = Array.from({ length: partitions }, (_, index) => runPartition(host, port, index, totals, wantedBytes));
  const done = Promise.all(lanes).then(() => {}).finally(() => void (isOver = true));
  // Seen where it is awaited; until then it must not end the process.
  done.catch(() => {});
  return {
    get readBytes() {
      return totals.read;
    },
    get isOver() {
      return isOver;
    },
    done,
  };
}

async function runPartition(host: string, port: number, partition: number, totals: Totals, wantedBytes: number): Promise<void> {
  const [writer, reader] = [await WireConnection.open(host, port), await WireConnection.open(host, port)];
  const lane = new PartitionLane(partition, totals, wantedBytes, partition % 2 === 0 ? await initProducerId(writer) : undefined);
  try {
    await Promise.all([...Array.from({ length: IN_FLIGHT }, () => lane.write(writer)), lane.read(reader)]);
  } finally {
    writer.close();
    reader.close();
  }
}

/** What was written to a partition, and what was read of it. */
class PartitionLane {
  readonly #partition: number;
  readonly #totals: Totals;
  readonly #wantedBytes: number;
  readonly #producer: Producer | undefined;
  #nextSequence = 0;
  #writersLeft = IN_FLIGHT;
  /** Of this partition. */
  #sentBytes = 0;
  #readBytes = 0;
  #endOffset = 0;
  #wake: (() => void)[] = [];

  constructor(partition: number, totals: Totals, wantedBytes: number, producer: Producer | undefined) {
    this.#partition = partition;
    this.#totals = totals;
    this.#wantedBytes = wantedBytes;
    this.#producer = producer;
  }

  async write(connection: WireConnection): Promise<void> {
    // A buffer for each request in flight: its sequence is written into it.
    const recordCount = recordsIn(this.#partition % 3 === 2 ? SMALL_BATCH_BYTES : LARGE_BATCH_BYTES, KIB);
    const bytes = makeBatch({ messageBytes: KIB, records: recordCount }, this.#producer);
    while (this.#totals.written < this.#wantedBytes) {
      if (this.#sentBytes - this.#readBytes > MAX_LAG_BYTES) {
        await new Promise<void>((resolve) => void this.#wake.push(resolve));
        continue;
      }
      if (this.#producer !== undefined) setBaseSequence(bytes, this.#nextSequence);
      this.#nextSequence += recordCount;
      this.#totals.written += bytes.length;
      this.#sentBytes += bytes.length;
      const baseOffset = await produce(connection, SOAK_TOPIC, this.#partition, bytes);
      this.#endOffset = Math.max(this.#endOffset, baseOffset + recordCount);
    }
    this.#writersLeft--;
  }

  async read(connection: WireConnection): Promise<void> {
    let offset = 0;
    while (this.#writersLeft > 0 || offset < this.#endOffset) {
      const records = await fetch(connection, SOAK_TOPIC, this.#partition, offset, FETCH_BYTES, MAX_WAIT_MS);
      for (const batch of batchesIn(records)) {
        if (batch.baseOffset !== offset) throw new Error(`partition ${this.#partition}: offset ${batch.baseOffset} where ${offset} is next`);
        if (!batch.hasValidCrc(nativeCrc32c)) throw new Error(`partition ${this.#partition}: the batch at ${offset} was changed`);
        offset = batch.nextOffset;
        this.#readBytes += batch.sizeInBytes;
        this.#totals.read += batch.sizeInBytes;
      }
      for (const wake of this.#wake.splice(0)) wake();
    }
  }
}
