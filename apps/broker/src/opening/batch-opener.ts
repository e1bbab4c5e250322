import { CompressionType, ErrorCode, type Clock, type Compression, type Crc32c } from '@ottla/model';
import { RecordBatch } from '@ottla/protocol';
import type { AppendEntry } from '@ottla/replication';
import { openBatch, wantsOpened, type LogConfig, type OpenedBatch } from '@ottla/storage';

/** Opens batches beside the event loop; never rejects. */
export interface OpeningThread {
  open(records: Uint8Array, config: LogConfig, nowMs: number): Promise<OpenedBatch>;
  /** What is under way is answered with a refusal. */
  close(): void;
}

/** What takes the event loop too long: a batch that is larger, and small ones of a request that are larger together once they are decompressed. */
const MOST_HERE_BYTES = 1024 * 1024;
const MOST_COMPRESSED_HERE_BYTES = 64 * 1024;
const NOTHING = new Uint8Array(0);

/**
 * Opens the batches that their topics want opened (compaction, another compression.type, limits of timestamps) before
 * the append: small ones here, what may be large in a thread, so that a batch that decompresses to 128 MiB holds up
 * nobody but its sender. What does not look like a batch is left for the append to refuse.
 */
export class BatchOpener {
  readonly #thread: OpeningThread;
  readonly #clock: Clock;
  readonly #crc: Crc32c;
  readonly #compression: CountedCompression;
  readonly #view = new RecordBatch(NOTHING);

  constructor(thread: OpeningThread, clock: Clock, ports: { readonly crc: Crc32c; readonly compression: Compression }) {
    this.#thread = thread;
    this.#clock = clock;
    this.#crc = ports.crc;
    this.#compression = new CountedCompression(ports.compression);
  }

  /** The entries with what was found, at once unless the thread is waited for. */
  open(entries: readonly AppendEntry[]): readonly AppendEntry[] | Promise<readonly AppendEntry[]> {
    const nowMs = this.#clock.now();
    const waits: Promise<void>[] = [];
    let opened: AppendEntry[] | undefined;
    this.#compression.openedBytes = 0;
    entries.forEach((entry, index) => {
      const { partition, records } = entry;
      if (partition === undefined || partition.log.isClosed) return;
      const { config } = partition.log;
      const found = this.#openHere(records, config, nowMs);
      if (found === undefined) return;
      const list = (opened ??= [...entries]);
      if (found !== 'large') list[index] = { ...entry, opened: found };
      else waits.push(this.#thread.open(records, config, nowMs).then((result) => void (list[index] = { ...entry, opened: result })));
    });
    const all = opened ?? entries;
    return waits.length === 0 ? all : Promise.all(waits).then(() => all);
  }

  close(): void {
    this.#thread.close();
  }

  /** undefined: opening it is not wanted, or left to the append, which does it in no time. */
  #openHere(records: Uint8Array, config: LogConfig, nowMs: number): OpenedBatch | 'large' | undefined {
    const batch = this.#view.moveTo(records, 0);
    const isWanted = wantsOpened(batch, config, nowMs);
    const isCompressed = isWanted && batch.compressionType !== CompressionType.none;
    this.#view.moveTo(NOTHING, 0);
    if (!isWanted) return undefined;
    if (!isCompressed) return records.length > MOST_HERE_BYTES ? 'large' : undefined;
    const leftBytes = MOST_HERE_BYTES - this.#compression.openedBytes;
    if (records.length > MOST_COMPRESSED_HERE_BYTES || leftBytes <= 0) return 'large';
    const opened = openBatch(records, { crc: this.#crc, compression: this.#compression, config }, nowMs, leftBytes);
    return opened.refusal?.code === ErrorCode.RECORD_LIST_TOO_LARGE ? 'large' : opened;
  }
}

/** Counts what was decompressed; what turned out not to fit has cost as much as would have. */
class CountedCompression implements Compression {
  openedBytes = 0;
  readonly #inner: Compression;

  constructor(inner: Compression) {
    this.#inner = inner;
  }

  compress(type: CompressionType, bytes: Uint8Array, level?: number): Uint8Array {
    return this.#inner.compress(type, bytes, level);
  }

  decompress(type: CompressionType, bytes: Uint8Array, maxBytes: number): Uint8Array {
    this.openedBytes += maxBytes;
    const opened = this.#inner.decompress(type, bytes, maxBytes);
    this.openedBytes -= maxBytes - opened.length;
    return opened;
  }
}
