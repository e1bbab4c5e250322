import type { Crc32c, Disk, DiskFile, LeaderEpoch, Offset, TimestampMs } from '@ottla/model';
import { KafkaError, NO_PRODUCER_ID, NO_TIMESTAMP } from '@ottla/model';
import { CRC_COVERED_FROM, RECORD_BATCH_OVERHEAD, RecordBatch } from '@ottla/protocol/stored';
import { readEndTxnMarker } from './end-txn-marker.ts';
import { OffsetIndex } from './offset-index.ts';
import { PRODUCER_FACT_STRIDE, writeProducerFact } from './producer-state-manager.ts';
import { TimeIndex } from './time-index.ts';

/** A segment that must be read before its log can open. Plain data: may cross to a worker thread. */
export interface SegmentScanRequest {
  /** Path of the .log file. */
  readonly path: string;
  readonly baseOffset: Offset;
  readonly sizeBytes: number;
  readonly indexIntervalBytes: number;
  /** Records below were synced before the crash: their headers are read, their checksums are not computed. 0 when left out. */
  readonly durableEndOffset?: Offset;
}

/** What a scan found. Plain data and typed arrays: may cross from a worker thread (`scanTransferables`). */
export interface SegmentScan {
  readonly baseOffset: Offset;
  /** Bytes up to the first torn or corrupt batch. */
  readonly validBytes: number;
  /** Why the scan stopped before the end of the file; undefined when all bytes are valid. */
  readonly corruption: string | undefined;
  /** Offset after the last valid batch; the base offset when there is none. */
  readonly nextOffset: Offset;
  readonly maxTimestamp: TimestampMs;
  readonly offsetOfMaxTimestamp: Offset;
  /** Max timestamp of the first batch, -1 when empty. */
  readonly firstBatchTimestamp: TimestampMs;
  /** Content of the .index file, as Kafka writes it. */
  readonly offsetIndex: Uint8Array;
  /** Content of the .timeindex file, without the closing entry. */
  readonly timeIndex: Uint8Array;
  /** Bytes appended since the last index entry. */
  readonly bytesSinceLastIndexEntry: number;
  /** Leader epochs and the first offset of each, in order of offsets. */
  readonly epochs: Float64Array;
  readonly epochStartOffsets: Float64Array;
  /** Producer facts, `PRODUCER_FACT_STRIDE` numbers each, in order of offsets. */
  readonly producerFacts: Float64Array;
}

/** Bytes read at a time: few enough that the checksum finds them in the processor's cache. */
const CHUNK_BYTES = 256 * 1024;
/** Bytes read at a time where only headers are wanted: a batch that is larger is skipped. */
const SKIM_BYTES = 8 * 1024;
const MAX_RELATIVE_OFFSET = 0x7fffffff;

/** Reads a segment from its first byte to the first that is not sound. Throws DiskError. */
export function scanSegment(disk: Disk, crc: Crc32c, request: SegmentScanRequest): SegmentScan {
  const file = disk.open(request.path, 'read');
  try {
    return new Scanner(disk, crc, request).run(file);
  } finally {
    file.close();
  }
}

/** Buffers to pass along when a scan crosses threads. */
export function scanTransferables(scan: SegmentScan): ArrayBuffer[] {
  const arrays = [scan.offsetIndex, scan.timeIndex, scan.epochs, scan.epochStartOffsets, scan.producerFacts];
  return arrays.map((array) => array.buffer as ArrayBuffer);
}

/** One read through one segment, from its first batch to the first that is not sound: what it finds on the way is the scan. Used once. */
class Scanner {
  readonly #crc: Crc32c;
  readonly #request: SegmentScanRequest;
  readonly #offsetIndex: OffsetIndex;
  readonly #timeIndex: TimeIndex;
  readonly #epochs: LeaderEpoch[] = [];
  readonly #epochStartOffsets: Offset[] = [];
  readonly #batch = new RecordBatch(new Uint8Array(0));
  readonly #durableEndOffset: Offset;
  #facts: Float64Array = new Float64Array(0);
  #factEnd = 0;
  #validBytes = 0;
  #nextOffset: Offset;
  #maxTimestamp: TimestampMs = NO_TIMESTAMP;
  #offsetOfMaxTimestamp: Offset;
  #firstBatchTimestamp: TimestampMs = NO_TIMESTAMP;
  #bytesSinceLastIndexEntry = 0;

  constructor(disk: Disk, crc: Crc32c, request: SegmentScanRequest) {
    this.#crc = crc;
    this.#request = request;
    this.#durableEndOffset = request.durableEndOffset ?? 0;
    // The indexes are built in memory; these paths are never written.
    this.#offsetIndex = new OffsetIndex(disk, request.path, request.baseOffset, true);
    this.#timeIndex = new TimeIndex(disk, request.path, request.baseOffset, true);
    this.#nextOffset = request.baseOffset;
    this.#offsetOfMaxTimestamp = request.baseOffset;
  }

  run(file: DiskFile): SegmentScan {
    const corruption = this.#readThrough(file);
    return {
      baseOffset: this.#request.baseOffset,
      validBytes: this.#validBytes,
      corruption,
      nextOffset: this.#nextOffset,
      maxTimestamp: this.#maxTimestamp,
      offsetOfMaxTimestamp: this.#offsetOfMaxTimestamp,
      firstBatchTimestamp: this.#firstBatchTimestamp,
      offsetIndex: this.#offsetIndex.content(),
      timeIndex: this.#timeIndex.content(),
      bytesSinceLastIndexEntry: this.#bytesSinceLastIndexEntry,
      epochs: Float64Array.from(this.#epochs),
      epochStartOffsets: Float64Array.from(this.#epochStartOffsets),
      producerFacts: this.#facts.slice(0, this.#factEnd),
    };
  }

  /** Answers why it stopped early. */
  #readThrough(file: DiskFile): string | undefined {
    const { sizeBytes } = this.#request;
    const chunk = new Uint8Array(Math.min(CHUNK_BYTES, Math.max(sizeBytes, RECORD_BATCH_OVERHEAD)));
    /** Bytes of the file before the chunk, and bytes in the chunk. */
    let chunkStart = 0;
    let filled = 0;
    for (;;) {
      const room = this.#nextOffset < this.#durableEndOffset ? Math.min(SKIM_BYTES, chunk.length) : chunk.length;
      const wanted = Math.min(room, sizeBytes - chunkStart);
      if (filled < wanted) {
        const read = file.readSync(chunk.subarray(filled, wanted), chunkStart + filled);
        filled += read;
        if (filled < wanted) return `the file ends at ${chunkStart + filled}, not at ${sizeBytes}`;
      }
      const bytes = chunk.subarray(0, filled);
      let at = 0;
      while (this.#batch.moveTo(bytes, at).isComplete) {
        const fault = this.#take(this.#batch, this.#isDurable() ? this.#batch.crc : this.#batch.computeCrc(this.#crc));
        if (fault !== undefined) return fault;
        at += this.#batch.sizeInBytes;
      }
      // The rest of the chunk is the beginning of a batch, or nothing a batch begins with.
      const rest = filled - at;
      const isLast = chunkStart + filled === sizeBytes;
      if (isLast) return rest === 0 ? undefined : `a batch is torn at byte ${chunkStart + at}`;
      const size = rest < RECORD_BATCH_OVERHEAD ? RECORD_BATCH_OVERHEAD : this.#batch.sizeInBytes;
      if (size < RECORD_BATCH_OVERHEAD || chunkStart + at + size > sizeBytes) return `a batch of ${size} bytes at byte ${chunkStart + at}, ${sizeBytes - chunkStart - at} remain`;
      if (size > room) {
        const fault = this.#takeLarge(file, chunk, bytes.subarray(at), chunkStart + at, size);
        if (fault !== undefined) return fault;
        chunkStart += at + size;
        filled = 0;
        continue;
      }
      chunk.copyWithin(0, at, filled);
      chunkStart += at;
      filled = rest;
    }
  }

  /** Takes in a batch that is not whole in the chunk: it is read through piece by piece, unless it is durable, and only its header is kept. */
  #takeLarge(file: DiskFile, chunk: Uint8Array, beginning: Uint8Array, position: number, size: number): string | undefined {
    const header = beginning.slice(0, RECORD_BATCH_OVERHEAD);
    this.#batch.moveTo(header, 0);
    let crc = this.#isDurable() ? this.#batch.crc : this.#crc.checksum(beginning.subarray(CRC_COVERED_FROM));
    for (let done = beginning.length; done < size && !this.#isDurable(); ) {
      const piece = chunk.subarray(0, Math.min(chunk.length, size - done));
      const read = file.readSync(piece, position + done);
      if (read < piece.length) return `the file ends at ${position + done + read}, not at ${this.#request.sizeBytes}`;
      crc = this.#crc.checksum(piece, crc);
      done += read;
    }
    // Its records would be wanted too; Kafka's control batches hold a few bytes.
    if (this.#batch.isControl) return `a control batch of ${size} bytes at byte ${position}`;
    return this.#take(this.#batch, crc);
  }

  /** Whether the present batch, of which at least the header is there, was synced. */
  #isDurable(): boolean {
    return this.#batch.lastOffset < this.#durableEndOffset;
  }

  /** Takes in one batch, of which at least the header is there; answers what is wrong with it. */
  #take(batch: RecordBatch, crc: number): string | undefined {
    const position = this.#validBytes;
    const { baseOffset } = this.#request;
    if (batch.magic !== 2) return `a batch of magic ${batch.magic} at byte ${position}`;
    if (crc !== batch.crc) return `the batch at byte ${position} does not match its CRC`;
    const first = batch.baseOffset;
    const last = batch.lastOffset;
    if (first < this.#nextOffset || last < first || last - baseOffset > MAX_RELATIVE_OFFSET) {
      return `the batch at byte ${position} has offsets ${first} to ${last}, ${this.#nextOffset} is next`;
    }
    const fault = this.#takeProducer(batch);
    if (fault !== undefined) return fault;
    const timestamp = batch.maxTimestamp;
    if (position === 0) this.#firstBatchTimestamp = timestamp;
    if (timestamp > this.#maxTimestamp) {
      this.#maxTimestamp = timestamp;
      this.#offsetOfMaxTimestamp = last;
    }
    if (this.#bytesSinceLastIndexEntry > this.#request.indexIntervalBytes) {
      this.#offsetIndex.append(last, position);
      this.#timeIndex.maybeAppend(this.#maxTimestamp, this.#offsetOfMaxTimestamp);
      this.#bytesSinceLastIndexEntry = 0;
    }
    const epoch = batch.partitionLeaderEpoch;
    if (epoch >= 0 && epoch !== this.#epochs[this.#epochs.length - 1]) {
      this.#epochs.push(epoch);
      this.#epochStartOffsets.push(first);
    }
    this.#bytesSinceLastIndexEntry += batch.sizeInBytes;
    this.#validBytes += batch.sizeInBytes;
    this.#nextOffset = last + 1;
    return undefined;
  }

  #takeProducer(batch: RecordBatch): string | undefined {
    if (batch.producerId === NO_PRODUCER_ID) return undefined;
    if (this.#factEnd + PRODUCER_FACT_STRIDE > this.#facts.length) {
      const larger = new Float64Array(Math.max(64 * PRODUCER_FACT_STRIDE, this.#facts.length * 2));
      larger.set(this.#facts);
      this.#facts = larger;
    }
    try {
      const marker = batch.isControl ? readEndTxnMarker(batch) : undefined;
      this.#factEnd = writeProducerFact(this.#facts, this.#factEnd, batch, marker?.isCommit, marker?.coordinatorEpoch ?? -1);
      return undefined;
    } catch (error) {
      if (error instanceof KafkaError) return error.message;
      throw error;
    }
  }
}
