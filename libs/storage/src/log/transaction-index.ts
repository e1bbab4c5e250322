import type { Disk, Offset, ProducerId } from '@ottla/model';
import { ErrorCode, KafkaError, NO_OFFSET } from '@ottla/model';
import { directoryOf } from './atomic-file.ts';

/** One entry of a .txnindex file, as Kafka lays it out (version 0, 34 bytes). */
export interface AbortedTxnEntry {
  readonly producerId: ProducerId;
  readonly firstOffset: Offset;
  readonly lastOffset: Offset;
  readonly lastStableOffset: Offset;
}

const ENTRY_BYTES = 34;
const VERSION = 0;
/** Larger indexes are read anew each time, so that old segments cannot hold memory without bound. */
const MAX_CACHED_ENTRIES = 4096;

/**
 * The .txnindex of one segment; the file appears with its first entry. Opens no handle between calls.
 * Entries lie in the order of their last offsets, because markers are appended in log order.
 */
export class TransactionIndex {
  readonly #disk: Disk;
  readonly #baseOffset: Offset;
  #path: string;
  /** What the file holds, when it is known and small. */
  #cached: AbortedTxnEntry[] | undefined;
  /** How many entries the file holds and where the last one ends, when known: large files are not read to append. */
  #tail: { readonly count: number; readonly lastOffset: Offset } | undefined;
  #isNew = false;
  #isDirty = false;

  constructor(disk: Disk, path: string, baseOffset: Offset) {
    this.#disk = disk;
    this.#path = path;
    this.#baseOffset = baseOffset;
  }

  setPath(path: string): void {
    this.#path = path;
  }

  /** Throws a RangeError when `entry` ends no later than the last one: the log hands markers over in order. */
  append(entry: AbortedTxnEntry): void {
    const { count, lastOffset } = this.#tail ?? tailOf(this.entries());
    if (entry.lastOffset <= lastOffset) {
      throw new RangeError(`${this.#path}: a transaction that ends at ${entry.lastOffset} does not follow one that ends at ${lastOffset}`);
    }
    this.#isNew ||= count === 0;
    const file = this.#disk.open(this.#path, 'create');
    try {
      file.writeSync([encodeEntry(entry)], count * ENTRY_BYTES);
    } finally {
      file.close();
    }
    this.#isDirty = true;
    this.#tail = { count: count + 1, lastOffset: entry.lastOffset };
    if (this.#cached === undefined) return;
    if (this.#cached.length < MAX_CACHED_ENTRIES) this.#cached.push(entry);
    else this.#cached = undefined;
  }

  /** Entries in file order; throws KafkaError(CORRUPT_MESSAGE) for a torn or foreign file. */
  entries(): readonly AbortedTxnEntry[] {
    if (this.#cached !== undefined) return this.#cached;
    const content = this.#disk.readFile(this.#path) ?? new Uint8Array(0);
    if (content.length % ENTRY_BYTES !== 0) throw this.#corrupt(`${content.length} bytes are no whole number of entries`);
    const view = new DataView(content.buffer, content.byteOffset, content.length);
    const entries: AbortedTxnEntry[] = [];
    for (let at = 0; at < content.length; at += ENTRY_BYTES) {
      const version = view.getInt16(at);
      if (version !== VERSION) throw this.#corrupt(`entry ${entries.length} has version ${version}, only ${VERSION} is known`);
      entries.push({ producerId: int64(view, at + 2), firstOffset: int64(view, at + 10), lastOffset: int64(view, at + 18), lastStableOffset: int64(view, at + 26) });
    }
    if (entries.length <= MAX_CACHED_ENTRIES) this.#cached = entries;
    this.#tail = tailOf(entries);
    return entries;
  }

  /** Removes entries whose last offset is at or above `offset`. */
  truncateTo(offset: Offset): void {
    const entries = this.entries();
    const keep = entries.findIndex((entry) => entry.lastOffset >= offset);
    if (keep >= 0) this.#cutTo(keep);
  }

  /** Removes all entries; a torn or foreign file is emptied too. */
  reset(): void {
    this.#cutTo(0);
  }

  /** Makes the entries durable, and the file's name when it is new. */
  flush(): void {
    if (!this.#isDirty) return;
    const file = this.#disk.open(this.#path, 'write');
    try {
      file.syncNow();
    } finally {
      file.close();
    }
    if (this.#isNew) this.#disk.syncDirectory(directoryOf(this.#path));
    this.#isNew = false;
    this.#isDirty = false;
  }

  /** Throws KafkaError(CORRUPT_MESSAGE) for a torn or foreign file, and for entries that end before the segment or out of order. */
  sanityCheck(): void {
    let lastOffset: Offset = this.#baseOffset - 1;
    for (const entry of this.entries()) {
      if (entry.lastOffset <= lastOffset) throw this.#corrupt(`a transaction ends at ${entry.lastOffset}, not behind ${lastOffset}`);
      lastOffset = entry.lastOffset;
    }
  }

  #cutTo(entryCount: number): void {
    this.#cached = entryCount === 0 ? [] : this.#cached?.slice(0, entryCount);
    this.#tail = undefined;
    if (this.#disk.stat(this.#path) === undefined) return;
    const file = this.#disk.open(this.#path, 'write');
    try {
      file.truncate(entryCount * ENTRY_BYTES);
    } finally {
      file.close();
    }
    this.#isDirty = true;
  }

  #corrupt(what: string): KafkaError {
    return new KafkaError(ErrorCode.CORRUPT_MESSAGE, `${this.#path}: ${what}`);
  }
}

function tailOf(entries: readonly AbortedTxnEntry[]): { readonly count: number; readonly lastOffset: Offset } {
  return { count: entries.length, lastOffset: entries[entries.length - 1]?.lastOffset ?? NO_OFFSET };
}

function encodeEntry(entry: AbortedTxnEntry): Uint8Array {
  const view = new DataView(new ArrayBuffer(ENTRY_BYTES));
  view.setInt16(0, VERSION);
  view.setBigInt64(2, BigInt(entry.producerId));
  view.setBigInt64(10, BigInt(entry.firstOffset));
  view.setBigInt64(18, BigInt(entry.lastOffset));
  view.setBigInt64(26, BigInt(entry.lastStableOffset));
  return new Uint8Array(view.buffer);
}

function int64(view: DataView, at: number): number {
  return view.getInt32(at) * 4294967296 + view.getUint32(at + 4);
}
