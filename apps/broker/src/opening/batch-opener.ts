import { ErrorCode, type Clock, type Compression, type Crc32c } from '@ottla/model';
import { CompressionType } from '@ottla/model';
import { RecordBatch } from '@ottla/protocol';
import type { AppendEntry } from '@ottla/replication';
import { openBatch, wantsOpened, type LogConfig, type OpenedBatch } from '@ottla/storage';

/** Opens batches beside the event loop; never rejects. */
export interface OpeningThread {
  open(records: Uint8Array, config: LogConfig, nowMs: number): Promise<OpenedBatch>;
  /** What is under way is answered with a refusal. */
  close(): void;
}

/** Larger ones take the event loop too long: whole, or compressed, or once they are decompressed; so do many small ones of a request. */
const MOST_HERE_BYTES = 1024 * 1024;
const MOST_COMPRESSED_HERE_BYTES = 64 * 1024;
const USUAL_GROWTH = 8;
const NOTHING = new Uint8Array(0);

/**
 * Opens the batches that their topics want opened (compaction, another compression.type, limits of timestamps) before
 * the append: small ones here, what may be large in a thread, so that a batch that decompresses to 128 MiB holds up
 * nobody but its sender. What does not look like a batch is left for the append to refuse.
 */
export class BatchOpener {
  readonly #thread: OpeningThread;
  readonly #clock: Clock;
  readonly #ports: { readonly crc: Crc32c; readonly compression: Compression };
  readonly #view = new RecordBatch(NOTHING);
  /** What may still be opened here of the request at hand, compressed. */
  #leftBytes = 0;

  constructor(thread: OpeningThread, clock: Clock, ports: { readonly crc: Crc32c; readonly compression: Compression }) {
    this.#thread = thread;
    this.#clock = clock;
    this.#ports = ports;
  }

  /** The entries with what was found, at once unless the thread is waited for. */
  open(entries: readonly AppendEntry[]): readonly AppendEntry[] | Promise<readonly AppendEntry[]> {
    const nowMs = this.#clock.now();
    const waits: Promise<void>[] = [];
    let opened: AppendEntry[] | undefined;
    this.#leftBytes = MOST_HERE_BYTES;
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
    if (records.length > MOST_COMPRESSED_HERE_BYTES || this.#leftBytes <= 0) return 'large';
    const opened = openBatch(records, { ...this.#ports, config }, nowMs, this.#leftBytes);
    // What a batch grew to is not told; those that grow more are bounded by their number.
    this.#leftBytes -= records.length * USUAL_GROWTH;
    return opened.refusal?.code === ErrorCode.RECORD_LIST_TOO_LARGE ? 'large' : opened;
  }
}
