import type { ByteSource, BytesInParts, DiskFile, SendableBytes } from '@ottla/model';
import { ErrorCode, KafkaError } from '@ottla/model';
import type { SegmentFile, SegmentFiles } from './segment-files.ts';

/**
 * Bytes of a segment file that an answer carries. Keeps the file open until it is released, unless answers hold too many
 * already: then the file is opened to read it, and reading fails if the segment was deleted meanwhile.
 */
export class SegmentSlice implements ByteSource, BytesInParts, SendableBytes {
  readonly byteLength: number;
  readonly isCached: boolean;
  readonly #files: SegmentFiles;
  readonly #file: SegmentFile;
  readonly #position: number;
  readonly #truncations: number;
  readonly #isHeld: boolean;
  #isReleased = false;

  /** Throws DiskError when the file cannot be opened. */
  constructor(files: SegmentFiles, file: SegmentFile, position: number, byteLength: number, isCached: boolean) {
    this.#files = files;
    this.#file = file;
    this.#position = position;
    this.byteLength = byteLength;
    this.isCached = isCached;
    this.#isHeld = files.hold(file);
    this.#truncations = file.truncations;
  }

  get sendable(): SendableBytes | undefined {
    return this.isCached && this.#isHeld && this.#file.handle?.sendTo !== undefined ? this : undefined;
  }

  get inParts(): BytesInParts {
    return this;
  }

  sendTo(socket: number, head: Uint8Array, from: number): number {
    const handle = this.#handle();
    this.#checkNotTruncated();
    return handle.sendTo?.(socket, head, this.#position + from, this.byteLength - from) ?? 0;
  }

  readPart(target: Uint8Array, from: number): void {
    let read: number;
    try {
      read = this.#handle().readSync(target, this.#position + from);
    } catch (error) {
      throw this.#failure(error);
    }
    this.#checkRead(read, target.length, from);
  }

  async readPartLater(target: Uint8Array, from: number): Promise<void> {
    let read: number;
    try {
      const readPart = (handle: DiskFile): Promise<number> => handle.read(target, this.#position + from);
      read = await (this.#isHeld ? readPart(this.#handle()) : this.#files.readInTurn(this.#file, readPart));
    } catch (error) {
      throw this.#failure(error);
    }
    this.#checkRead(read, target.length, from);
  }

  readSync(target: Uint8Array, targetOffset: number): void {
    this.readPart(target.subarray(targetOffset, targetOffset + this.byteLength), 0);
  }

  async read(target: Uint8Array, targetOffset: number): Promise<void> {
    await this.readPartLater(target.subarray(targetOffset, targetOffset + this.byteLength), 0);
  }

  release(): void {
    if (this.#isReleased) return;
    this.#isReleased = true;
    if (this.#isHeld) this.#files.letGo(this.#file);
  }

  #handle(): DiskFile {
    const { handle } = this.#file;
    if (this.#isReleased || (this.#isHeld && handle === undefined)) throw new Error('read after release');
    return this.#isHeld ? (handle as DiskFile) : this.#files.useAgain(this.#file);
  }

  /** The log may have been truncated behind the answer: these records are gone, whatever lies in their place. */
  #checkRead(read: number, wanted: number, from: number): void {
    if (read !== wanted) throw this.#failure(new Error(`${from + read} of ${this.byteLength} bytes are left`));
    this.#checkNotTruncated();
  }

  #checkNotTruncated(): void {
    if (this.#truncations !== this.#file.truncations) throw this.#failure(new Error('the log was truncated meanwhile'));
  }

  #failure(error: unknown): KafkaError {
    return new KafkaError(ErrorCode.KAFKA_STORAGE_ERROR, `${this.#file.path} at ${this.#position}: ${(error as Error).message}`);
  }
}
