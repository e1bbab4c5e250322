import { ErrorCode, KafkaError, type Compression, type Crc32c } from '@ottla/model';
import { batchesIn, ControlRecordType, controlRecordType, LOG_OVERHEAD, readRecords, RecordBatch } from '@ottla/protocol';
import { decodeVoters } from '../core/control-records.ts';
import type { Voter } from '../core/quorum.ts';
import type { CommittedBatch } from '../raft-client.ts';

const noRecords: readonly Uint8Array[] = Object.freeze([]);
const noValue = new Uint8Array(0);

/** Opens one batch of the metadata log; the values are slices of it. Throws KafkaError(CORRUPT_MESSAGE, INVALID_RECORD). */
function committedBatch(batch: RecordBatch, compression: Compression): CommittedBatch {
  return {
    baseOffset: batch.baseOffset,
    lastOffset: batch.lastOffset,
    epoch: batch.partitionLeaderEpoch,
    timestamp: batch.maxTimestamp,
    records: batch.isControl ? noRecords : readRecords(batch, compression).map(({ value }) => value ?? noValue),
  };
}

/** All batches in `bytes`, which must hold whole ones. Throws KafkaError(CORRUPT_MESSAGE, INVALID_RECORD). */
export function* committedBatchesIn(bytes: Uint8Array, crc: Crc32c, compression: Compression): Generator<CommittedBatch> {
  let end = 0;
  for (const batch of batchesIn(bytes)) {
    checkCrc(batch, crc);
    end = batch.position + batch.sizeInBytes;
    yield committedBatch(batch, compression);
  }
  if (end !== bytes.length) throw new KafkaError(ErrorCode.CORRUPT_MESSAGE, `${bytes.length - end} bytes are no whole batch`);
}

function checkCrc(batch: RecordBatch, crc: Crc32c): void {
  if (!batch.hasValidCrc(crc)) throw new KafkaError(ErrorCode.CORRUPT_MESSAGE, `the batch at offset ${batch.baseOffset} fails its checksum`);
}

/** The last voters that a control batch names; undefined when it names none. */
export function votersIn(batch: RecordBatch, compression: Compression): Voter[] | undefined {
  let voters: Voter[] | undefined;
  if (!batch.isControl) return undefined;
  for (const { key, value } of readRecords(batch, compression)) {
    if (controlRecordType(key) === ControlRecordType.KRAFT_VOTERS && value !== null) voters = decodeVoters(value);
  }
  return voters;
}

/** A batch of a snapshot is never larger; a length beyond it is a corrupt file. */
const MAX_BATCH_BYTES = 16 * 1024 * 1024;

/**
 * Opens a snapshot that comes in pieces of any size. Ordering: `add` the pieces in order, then `finish`, which throws
 * unless header and footer enclosed all of it.
 */
export class SnapshotParser {
  readonly #crc: Crc32c;
  readonly #compression: Compression;
  #rest: Uint8Array = noValue;
  #hasHeader = false;
  #hasFooter = false;
  #voters: readonly Voter[] | undefined;

  constructor(crc: Crc32c, compression: Compression) {
    this.#crc = crc;
    this.#compression = compression;
  }

  /** The voters that the snapshot names; undefined before they were read, or when it names none. */
  get voters(): readonly Voter[] | undefined {
    return this.#voters;
  }

  /** Data batches that are whole by now. Throws KafkaError(CORRUPT_MESSAGE, INVALID_RECORD). */
  *add(piece: Uint8Array): Generator<CommittedBatch> {
    const bytes = this.#rest.length === 0 ? piece : Buffer.concat([this.#rest, piece]);
    let end = 0;
    for (const batch of batchesIn(bytes)) {
      end = batch.position + batch.sizeInBytes;
      checkCrc(batch, this.#crc);
      if (this.#hasFooter) throw corrupt('holds batches behind its footer');
      if (batch.isControl) this.#control(batch);
      else if (!this.#hasHeader) throw corrupt('does not begin with its header');
      else yield committedBatch(batch, this.#compression);
    }
    this.#rest = bytes.subarray(end);
    if (this.#rest.length > LOG_OVERHEAD && new RecordBatch(this.#rest).batchLength > MAX_BATCH_BYTES) throw corrupt('holds an oversized batch');
  }

  /** Throws KafkaError(CORRUPT_MESSAGE) when the snapshot is not complete. */
  finish(): void {
    if (this.#rest.length > 0) throw corrupt(`ends with ${this.#rest.length} bytes that are no whole batch`);
    if (!this.#hasFooter) throw corrupt('has no footer');
  }

  #control(batch: RecordBatch): void {
    this.#voters = votersIn(batch, this.#compression) ?? this.#voters;
    for (const { key } of readRecords(batch, this.#compression)) {
      const type = controlRecordType(key);
      if (type === ControlRecordType.SNAPSHOT_HEADER) this.#hasHeader = true;
      else if (type === ControlRecordType.SNAPSHOT_FOOTER) this.#hasFooter = true;
    }
  }
}

function corrupt(what: string): KafkaError {
  return new KafkaError(ErrorCode.CORRUPT_MESSAGE, `the snapshot ${what}`);
}
