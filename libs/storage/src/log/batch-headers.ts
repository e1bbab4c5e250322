import { ErrorCode, KafkaError } from '@ottla/model';
import { RECORD_BATCH_OVERHEAD, RecordBatch } from '@ottla/protocol';
import type { SegmentFile, SegmentFiles } from './segment-files.ts';

/** What an entry of the offset index leaves to search, by default. */
const FIRST_READ_BYTES = 4096;
/** A header and room to spare: behind a large batch nothing but the next header is of use. */
const LONE_HEADER_BYTES = 256;

/**
 * Walks batch headers of a segment file without reading the batches. Lives within one synchronous step: it reads into
 * the chunk that all logs share. Throws KafkaError(CORRUPT_MESSAGE) where no batch can be, DiskError when reading fails.
 */
export class BatchHeaders {
  /** Header of the batch that `next` moved to; its records may lie outside the chunk. */
  readonly header: RecordBatch;
  readonly #files: SegmentFiles;
  readonly #file: SegmentFile;
  readonly #end: number;
  #next: number;
  #position = -1;
  #sizeInBytes = 0;
  #chunkStart = 0;
  #chunkEnd = 0;

  /** From the batch that begins at `position` up to `end`, both in bytes of the file. */
  constructor(files: SegmentFiles, file: SegmentFile, position: number, end: number) {
    this.#files = files;
    this.#file = file;
    this.#next = position;
    this.#end = end;
    this.header = new RecordBatch(files.headerChunk);
  }

  /** Position of the batch in the file. */
  get position(): number {
    return this.#position;
  }

  get sizeInBytes(): number {
    return this.#sizeInBytes;
  }

  /** False at the end. */
  next(): boolean {
    const position = this.#next;
    if (position >= this.#end) return false;
    if (position < this.#chunkStart || position + RECORD_BATCH_OVERHEAD > this.#chunkEnd) this.#fill(position);
    const available = this.#chunkEnd - position;
    if (available < RECORD_BATCH_OVERHEAD) throw this.#corrupt(position, `${available} bytes are left`);
    const size = this.header.moveTo(this.#files.headerChunk, position - this.#chunkStart).sizeInBytes;
    if (size < RECORD_BATCH_OVERHEAD || size > this.#end - position) throw this.#corrupt(position, `a batch of ${size} bytes, ${this.#end - position} are left`);
    this.#position = position;
    this.#sizeInBytes = size;
    this.#next = position + size;
    return true;
  }

  /** The whole batch, from the chunk when it lies there, else read. Good until the next step. */
  wholeBatch(): RecordBatch {
    if (this.#position + this.#sizeInBytes <= this.#chunkEnd) return this.header;
    const bytes = new Uint8Array(this.#sizeInBytes);
    this.#files.use(this.#file).readSync(bytes, this.#position);
    return new RecordBatch(bytes);
  }

  #fill(position: number): void {
    const chunk = this.#files.headerChunk;
    const useful = this.#sizeInBytes === 0 ? FIRST_READ_BYTES : this.#sizeInBytes < FIRST_READ_BYTES ? chunk.length : LONE_HEADER_BYTES;
    const wanted = Math.min(useful, this.#end - position);
    this.#chunkStart = position;
    this.#chunkEnd = position + this.#files.use(this.#file).readSync(chunk.subarray(0, wanted), position);
  }

  #corrupt(position: number, what: string): KafkaError {
    return new KafkaError(ErrorCode.CORRUPT_MESSAGE, `${this.#file.path}: no batch at byte ${position}: ${what}`);
  }
}
