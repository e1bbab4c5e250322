import type { ByteSource } from '@ottla/model';
import { ErrorCode, KafkaError } from '@ottla/model';
import type { SegmentFile, SegmentFiles } from './segment-files.ts';

/** Bytes of a segment file that an answer carries. Keeps the file open until it is released. */
export class SegmentSlice implements ByteSource {
  readonly byteLength: number;
  readonly isCached: boolean;
  readonly #files: SegmentFiles;
  readonly #file: SegmentFile;
  readonly #position: number;
  readonly #truncations: number;
  #isReleased = false;

  /** Throws DiskError when the file cannot be opened. */
  constructor(files: SegmentFiles, file: SegmentFile, position: number, byteLength: number, isCached: boolean) {
    this.#files = files;
    this.#file = file;
    this.#position = position;
    this.byteLength = byteLength;
    this.isCached = isCached;
    files.pin(file);
    this.#truncations = file.truncations;
  }

  readSync(target: Uint8Array, targetOffset: number): void {
    let read: number;
    try {
      read = this.#handle().readSync(target.subarray(targetOffset, targetOffset + this.byteLength), this.#position);
    } catch (error) {
      throw this.#failure(error);
    }
    this.#checkWhole(read);
  }

  async read(target: Uint8Array, targetOffset: number): Promise<void> {
    let read: number;
    try {
      read = await this.#handle().read(target.subarray(targetOffset, targetOffset + this.byteLength), this.#position);
    } catch (error) {
      throw this.#failure(error);
    }
    this.#checkWhole(read);
  }

  release(): void {
    if (this.#isReleased) return;
    this.#isReleased = true;
    this.#files.unpin(this.#file);
  }

  #handle() {
    const { handle } = this.#file;
    if (handle === undefined || this.#isReleased) throw new Error('read after release');
    return handle;
  }

  /** The log may have been truncated behind the answer: these records are gone, whatever lies in their place. */
  #checkWhole(read: number): void {
    if (read !== this.byteLength) throw this.#failure(new Error(`${read} of ${this.byteLength} bytes are left`));
    if (this.#truncations !== this.#file.truncations) throw this.#failure(new Error('the log was truncated meanwhile'));
  }

  #failure(error: unknown): KafkaError {
    return new KafkaError(ErrorCode.KAFKA_STORAGE_ERROR, `${this.#file.path} at ${this.#position}: ${(error as Error).message}`);
  }
}
