import { isByteSource, OFFSETS_TOPIC, TRANSACTION_STATE_TOPIC } from '@ottla/model';
import { batchesIn, ControlRecordType, controlRecordType, readRecords, TransactionLogKeyCodec, TransactionLogValueCodec, WireReader } from '@ottla/protocol';
import type { Partition } from '@ottla/replication';
import type { TestBroker } from '@ottla/replication/testing';
import { testCompression } from '@ottla/testing';
import { PARTITIONS, TOPIC } from './transaction-world.ts';

/** One record as it lies in a partition. */
export interface SeenRecord {
  readonly offset: number;
  readonly producerId: number;
  readonly producerEpoch: number;
  /** undefined for a record of data. */
  readonly marker: 'commit' | 'abort' | undefined;
  readonly key: Uint8Array | null;
  readonly value: Uint8Array | null;
}

/** One line of `__transaction_state`. */
export interface SeenState {
  readonly transactionalId: string;
  readonly value: { readonly producerId: number; readonly producerEpoch: number; readonly nextProducerId: number; readonly state: string; readonly version: number; readonly topics: readonly { readonly topic: string; readonly partitionIds: readonly number[] }[] } | null;
}

const stateNames = ['Empty', 'Ongoing', 'PrepareCommit', 'PrepareAbort', 'CompleteCommit', 'CompleteAbort'];

/** Every record of a partition from `offset`, or from its start, up to the log end. */
export function recordsOf({ log }: Partition, offset = log.logStartOffset): SeenRecord[] {
  if (offset >= log.logEndOffset) return [];
  const { records } = log.read(offset, 64 * 1024 * 1024, 'logEnd', true);
  let bytes = records as Uint8Array;
  if (isByteSource(records)) {
    bytes = new Uint8Array(records.byteLength);
    records.readSync(bytes, 0);
    records.release();
  }
  const seen: SeenRecord[] = [];
  for (const batch of batchesIn(bytes)) {
    const { producerId, producerEpoch, isControl } = batch;
    for (const { offset: at, key, value } of readRecords(batch, testCompression)) {
      if (at < offset) continue;
      const type = isControl ? controlRecordType(key) : undefined;
      const marker = type === ControlRecordType.COMMIT ? 'commit' : type === ControlRecordType.ABORT ? 'abort' : undefined;
      seen.push({ offset: at, producerId, producerEpoch, marker, key, value });
    }
  }
  return seen;
}

export function stateOf({ key, value }: Pick<SeenRecord, 'key' | 'value'>): SeenState {
  const keyReader = new WireReader(key ?? new Uint8Array(0));
  keyReader.readInt16();
  const { transactionalId } = TransactionLogKeyCodec.decode(keyReader, 0);
  if (value === null) return { transactionalId, value: null };
  const reader = new WireReader(value);
  const log = TransactionLogValueCodec.decode(reader, reader.readInt16());
  const { producerId, producerEpoch, nextProducerId, transactionStatus, transactionPartitions, clientTransactionVersion } = log;
  return { transactionalId, value: { producerId, producerEpoch, nextProducerId, state: stateNames[transactionStatus] ?? '?', version: clientTransactionVersion, topics: transactionPartitions ?? [] } };
}

/** What may follow a state: `null` is a transactional id that is forgotten. */
const mayFollow: Readonly<Record<string, readonly string[]>> = {
  none: ['Empty'],
  Empty: ['Empty', 'Ongoing', 'PrepareAbort', 'null'],
  Ongoing: ['Ongoing', 'PrepareCommit', 'PrepareAbort'],
  PrepareCommit: ['CompleteCommit'],
  PrepareAbort: ['CompleteAbort'],
  CompleteCommit: ['Ongoing', 'Empty', 'PrepareAbort', 'null'],
  CompleteAbort: ['Ongoing', 'Empty', 'PrepareAbort', 'null'],
  null: ['Empty'],
};

/** Reads what is appended to `__transaction_state` at once, and says what may not be. */
export class LogWatch {
  readonly failures: string[] = [];
  readonly last = new Map<string, SeenState['value']>();
  /** Every end that was decided: what it names must end so, and never otherwise. */
  readonly ends: { readonly transactionalId: string; readonly value: NonNullable<SeenState['value']> }[] = [];
  /** Transactional ids that were forgotten. */
  tombstones = 0;
  #broker: TestBroker | undefined;
  #seenTo = 0;
  readonly #latest = new Map<Partition, { nextOffset: number; readonly byProducer: Map<number, SeenRecord> }>();

  watch(broker: TestBroker): void {
    this.#broker = broker;
  }

  onAppended(topic: string): void {
    const broker = this.#broker;
    if (topic !== TRANSACTION_STATE_TOPIC || broker === undefined) return;
    for (const record of recordsOf(broker.partition(TRANSACTION_STATE_TOPIC), this.#seenTo)) {
      this.#seenTo = record.offset + 1;
      this.#see(stateOf(record), broker);
    }
  }

  #see({ transactionalId, value }: SeenState, broker: TestBroker): void {
    const before = this.last.get(transactionalId);
    const [from, to] = [before === undefined ? 'none' : (before?.state ?? 'null'), value?.state ?? 'null'];
    if (mayFollow[from]?.includes(to) !== true) this.failures.push(`${transactionalId} goes from ${from} to ${to}`);
    if (before != null && value !== null && before.producerId === value.producerId && value.producerEpoch < before.producerEpoch) this.failures.push(`${transactionalId} goes back from epoch ${before.producerEpoch} to ${value.producerEpoch}`);
    if (value === null) this.tombstones++;
    if (value?.state.startsWith('Prepare') === true) this.ends.push({ transactionalId, value });
    if (value?.state.startsWith('Complete') === true && before != null) this.#completed(transactionalId, before, broker);
    this.last.set(transactionalId, value);
  }

  /** A transaction is complete only once each of its partitions has the marker, the group's offsets among them. */
  #completed(transactionalId: string, prepared: NonNullable<SeenState['value']>, broker: TestBroker): void {
    const marker = prepared.state === 'PrepareCommit' ? 'commit' : 'abort';
    for (const { topic, partitionIds } of prepared.topics) {
      for (const partition of partitionIds) {
        const latest = this.#latestOf(broker.partition(topic, partition), prepared.producerId);
        if (latest?.marker !== marker) this.failures.push(`${transactionalId} is complete, but its last record in ${topic}-${partition} is ${latest === undefined ? 'not there' : (latest.marker ?? 'data')} and not the ${marker} marker of epoch ${prepared.producerEpoch}`);
      }
    }
  }

  /** The last record of the producer in the partition. */
  #latestOf(partition: Partition, producerId: number): SeenRecord | undefined {
    let known = this.#latest.get(partition);
    if (known === undefined) this.#latest.set(partition, (known = { nextOffset: 0, byProducer: new Map() }));
    for (const record of recordsOf(partition, known.nextOffset)) {
      known.nextOffset = record.offset + 1;
      known.byProducer.set(record.producerId, record);
    }
    return known.byProducer.get(producerId);
  }
}

/** All partitions that transactions write to. */
export function dataPartitions(broker: TestBroker): Partition[] {
  return [...Array.from({ length: PARTITIONS }, (_, partition) => broker.partition(TOPIC, partition)), broker.partition(OFFSETS_TOPIC)];
}
