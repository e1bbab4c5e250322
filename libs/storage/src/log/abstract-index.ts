import type { Disk, Offset } from '@ottla/model';
import { ErrorCode, KafkaError } from '@ottla/model';

const FIRST_CAPACITY_ENTRIES = 16;
const NO_BYTES = new Uint8Array(0);
const NO_VIEW = new DataView(NO_BYTES.buffer);

/**
 * Entries of one index file, in memory exactly as the file has them (big endian, fixed size), so that a lookup
 * allocates nothing and writing is copying.
 *
 * Ordering: entries are appended in memory; `persist` brings the file up to them. A file is never relied on beyond
 * the recovery point, so it may lag behind memory. `evict` is for what is persisted, `load` brings it back.
 */
export abstract class AbstractIndex {
  readonly baseOffset: Offset;
  readonly entryBytes: number;
  protected view: DataView = NO_VIEW;
  readonly #disk: Disk;
  #path: string;
  #bytes: Uint8Array = NO_BYTES;
  #entryCount = 0;
  #isLoaded: boolean;
  /** Entries at the start of the file that equal those in memory. */
  #persistedEntries = 0;
  /** Bytes of the file; -1 when unknown. */
  #fileBytes: number;
  /** The file was changed since it was synced. */
  #isFileDirty = false;

  /** `isNew` for a segment that this process makes, or whose content a scan brings: nothing is read then. */
  constructor(disk: Disk, path: string, baseOffset: Offset, entryBytes: number, isNew: boolean) {
    this.#disk = disk;
    this.#path = path;
    this.baseOffset = baseOffset;
    this.entryBytes = entryBytes;
    this.#isLoaded = isNew;
    this.#fileBytes = isNew ? 0 : -1;
  }

  setPath(path: string): void {
    this.#path = path;
  }

  get path(): string {
    return this.#path;
  }

  get isLoaded(): boolean {
    return this.#isLoaded;
  }

  get entryCount(): number {
    return this.#entryCount;
  }

  /** Bytes of the entries. */
  get sizeBytes(): number {
    return this.#entryCount * this.entryBytes;
  }

  /** Memory held. */
  get heldBytes(): number {
    return this.#bytes.length;
  }

  isFull(maxIndexBytes: number): boolean {
    return this.#entryCount >= Math.floor(maxIndexBytes / this.entryBytes);
  }

  /** Reads the file. Throws KafkaError(CORRUPT_MESSAGE) when it is missing or cannot be an index of this segment. */
  load(): void {
    if (this.#isLoaded) return;
    const content = this.#disk.readFile(this.#path);
    if (content === undefined) throw this.#corrupt('is missing');
    if (content.length % this.entryBytes !== 0) throw this.#corrupt(`${content.length} bytes are no whole number of entries`);
    this.#take(content);
    this.#persistedEntries = this.#entryCount;
    this.#fileBytes = content.length;
    if (this.#entryCount > 0 && this.offsetAt(this.#entryCount - 1) < this.baseOffset) {
      this.#isLoaded = false;
      throw this.#corrupt('its last entry lies before the segment');
    }
  }

  /** Takes over rebuilt entries, which the next `persist` writes. */
  adopt(content: Uint8Array): void {
    this.#take(content);
    this.#persistedEntries = 0;
    this.#fileBytes = -1;
  }

  #take(content: Uint8Array): void {
    this.#bytes = content;
    this.view = new DataView(content.buffer, content.byteOffset, content.length);
    this.#entryCount = Math.floor(content.length / this.entryBytes);
    this.#isLoaded = true;
  }

  /** A copy of the entries as the file has them. */
  content(): Uint8Array {
    return this.#bytes.slice(0, this.sizeBytes);
  }

  /** Writes what the file lacks and cuts what it has too much; makes the file when it is missing. Not synced. */
  persist(): void {
    if (!this.#isLoaded || (this.#persistedEntries === this.#entryCount && this.#fileBytes === this.sizeBytes)) return;
    const from = this.#persistedEntries * this.entryBytes;
    const size = this.sizeBytes;
    const file = this.#disk.open(this.#path, 'create');
    try {
      if (this.#fileBytes < 0 || this.#fileBytes > size) file.truncate(from);
      if (size > from) file.writeSync([this.#bytes.subarray(from, size)], from);
    } finally {
      file.close();
    }
    this.#persistedEntries = this.#entryCount;
    this.#fileBytes = size;
    this.#isFileDirty = true;
  }

  /** Makes an empty file, so that the segment is complete from its first day. */
  create(): void {
    const file = this.#disk.open(this.#path, 'create');
    try {
      if (file.size() > 0) file.truncate(0);
    } finally {
      file.close();
    }
    this.#fileBytes = 0;
  }

  /** Makes the persisted entries durable. Rejects with DiskError. */
  async sync(): Promise<void> {
    if (!this.#isFileDirty) return;
    this.#isFileDirty = false;
    const file = this.#disk.open(this.#path, 'write');
    try {
      await file.sync();
    } finally {
      file.close();
    }
  }

  /** Gives the memory back; nothing happens while the file lacks entries. */
  evict(): boolean {
    if (!this.#isLoaded || this.#persistedEntries !== this.#entryCount || this.#fileBytes !== this.sizeBytes) return false;
    this.#bytes = NO_BYTES;
    this.view = NO_VIEW;
    this.#entryCount = 0;
    this.#isLoaded = false;
    return true;
  }

  /** Removes entries at or above `offset`. */
  truncateTo(offset: Offset): void {
    this.load();
    this.#entryCount = this.#firstAtOrAbove(offset);
    this.#persistedEntries = Math.min(this.#persistedEntries, this.#entryCount);
  }

  /** Removes all entries, whatever the file holds. */
  reset(): void {
    this.#take(NO_BYTES);
    this.#persistedEntries = 0;
    this.#fileBytes = -1;
  }

  /** Absolute offset of entry `index`. */
  abstract offsetAt(index: number): Offset;

  /** Room for one entry more; answers where it goes. */
  protected grow(): number {
    const at = this.#entryCount * this.entryBytes;
    if (at + this.entryBytes > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(FIRST_CAPACITY_ENTRIES, this.#entryCount * 2) * this.entryBytes);
      larger.set(this.#bytes.subarray(0, at));
      this.#bytes = larger;
      this.view = new DataView(larger.buffer);
    }
    this.#entryCount++;
    return at;
  }

  #firstAtOrAbove(offset: Offset): number {
    let low = 0;
    let high = this.#entryCount;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.offsetAt(middle) >= offset) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  #corrupt(what: string): KafkaError {
    return new KafkaError(ErrorCode.CORRUPT_MESSAGE, `${this.#path}: ${what}`);
  }
}
