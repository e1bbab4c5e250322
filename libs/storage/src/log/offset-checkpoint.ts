import type { Disk, Logger, Offset, TopicPartition } from '@ottla/model';
import { topicPartitionKey } from '@ottla/model';
import { offsetCheckpointContent, readOffsetCheckpoint, writeOffsetCheckpoint } from './checkpoint-files.ts';

/**
 * One offset checkpoint file of a log folder: what it said at the start, and what it says now.
 *
 * Ordering: writes run one at a time, each replacing the file whole, and only when some offset changed. A crash leaves
 * the file as it was before; every user can live with older offsets.
 */
export class OffsetCheckpoint {
  readonly #disk: Disk;
  readonly #path: string;
  readonly #logger: Logger;
  readonly #loaded: Map<string, Offset>;
  #written = new Map<string, Offset>();
  #isWriting = false;
  /** Of the latest write: an older one that is still under way replaces nothing. */
  #generation = 0;

  /** Reads the file; one that cannot be read counts as empty. Throws DiskError. */
  constructor(disk: Disk, path: string, logger: Logger) {
    this.#disk = disk;
    this.#path = path;
    this.#logger = logger;
    this.#loaded = this.#read();
    this.#written = new Map(this.#loaded);
  }

  #read(): Map<string, Offset> {
    try {
      return readOffsetCheckpoint(this.#disk, this.#path);
    } catch (error) {
      if ((error as Error).name !== 'KafkaError') throw error;
      this.#logger.warn('a checkpoint cannot be read and counts as empty', { path: this.#path, error: (error as Error).message });
      return new Map();
    }
  }

  /** What the file said when the process began; 0 for a partition it did not name. */
  loadedOffset({ topic, partition }: TopicPartition): Offset {
    return this.#loaded.get(topicPartitionKey(topic, partition)) ?? 0;
  }

  /** The partition is gone: another one of its name begins at 0. True when the file still names it. */
  forget({ topic, partition }: TopicPartition): boolean {
    const key = topicPartitionKey(topic, partition);
    this.#loaded.delete(key);
    return this.#written.has(key);
  }

  /** Replaces the file when `entries` differ from it; the sync happens off the event loop. */
  async write(entries: readonly (readonly [TopicPartition, Offset])[]): Promise<void> {
    if (this.#isWriting || !this.#isChanged(entries)) return;
    this.#isWriting = true;
    const generation = ++this.#generation;
    try {
      await this.#replace(entries, generation);
    } catch (error) {
      this.#logger.error('a checkpoint could not be written; recovery after a crash would take longer', { path: this.#path, error: (error as Error).message });
    } finally {
      if (generation === this.#generation) this.#isWriting = false;
    }
  }

  async #replace(entries: readonly (readonly [TopicPartition, Offset])[], generation: number): Promise<void> {
    const temporary = `${this.#path}.next`;
    const written = mapOf(entries);
    const file = this.#disk.open(temporary, 'create');
    try {
      file.truncate(0);
      file.writeSync([offsetCheckpointContent(entries)], 0);
      await file.sync();
    } finally {
      file.close();
    }
    if (generation !== this.#generation) return;
    this.#disk.rename(temporary, this.#path);
    this.#written = written;
  }

  /** Replaces the file when `entries` differ from it, durably, at once; a write under way is overtaken. Throws DiskError. */
  writeNow(entries: readonly (readonly [TopicPartition, Offset])[]): void {
    this.#generation++;
    this.#isWriting = false;
    if (!this.#isChanged(entries)) return;
    writeOffsetCheckpoint(this.#disk, this.#path, entries);
    this.#written = mapOf(entries);
  }

  #isChanged(entries: readonly (readonly [TopicPartition, Offset])[]): boolean {
    if (entries.length !== this.#written.size) return true;
    return entries.some(([{ topic, partition }, offset]) => this.#written.get(topicPartitionKey(topic, partition)) !== offset);
  }
}

function mapOf(entries: readonly (readonly [TopicPartition, Offset])[]): Map<string, Offset> {
  return new Map(entries.map(([{ topic, partition }, offset]) => [topicPartitionKey(topic, partition), offset]));
}
