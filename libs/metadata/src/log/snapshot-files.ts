import { ErrorCode, KafkaError, type Disk, type DiskFile } from '@ottla/model';
import type { SnapshotFile, SnapshotId, StoredSnapshot } from '@ottla/raft';

const CHECKPOINT_SUFFIX = '.checkpoint';
const PART_SUFFIX = '.checkpoint.part';
const namePattern = /^(\d{20})-(\d{10})\.checkpoint$/;

/** Kafka's name of a snapshot file: `<end offset, 20 digits>-<epoch, 10 digits>.checkpoint`. */
export function snapshotFileName(id: SnapshotId): string {
  return `${baseName(id)}${CHECKPOINT_SUFFIX}`;
}

function baseName(id: SnapshotId): string {
  return `${String(id.endOffset).padStart(20, '0')}-${String(id.epoch).padStart(10, '0')}`;
}

/**
 * The snapshot files of a metadata log's folder. Ordering: a snapshot is written as `.part`, synced, renamed, and its
 * name synced before anyone hears of it; older ones go only after that.
 */
export class SnapshotFiles {
  readonly #disk: Disk;
  readonly #directory: string;
  /** In the order of their end offsets. */
  #snapshots: StoredSnapshot[] = [];

  /** Lists the folder, which must exist, and drops unfinished files. Throws DiskError. */
  constructor(disk: Disk, directory: string) {
    this.#disk = disk;
    this.#directory = directory;
    for (const name of disk.list(directory)) {
      const path = `${directory}/${name}`;
      if (name.endsWith(PART_SUFFIX)) disk.remove(path);
      const match = namePattern.exec(name);
      const stat = match === null ? undefined : disk.stat(path);
      if (match === null || stat === undefined) continue;
      this.#snapshots.push({ endOffset: Number(match[1]), epoch: Number(match[2]), sizeBytes: stat.sizeBytes });
    }
    this.#snapshots.sort(inOrder);
  }

  latest(): StoredSnapshot | undefined {
    return this.#snapshots.at(-1);
  }

  read(id: SnapshotId, position: number, maxBytes: number): Uint8Array | undefined {
    const known = this.#snapshots.find(({ endOffset, epoch }) => endOffset === id.endOffset && epoch === id.epoch);
    if (known === undefined) return undefined;
    const bytes = new Uint8Array(Math.max(0, Math.min(maxBytes, known.sizeBytes - position)));
    const file = this.#disk.open(this.#pathOf(id), 'read');
    try {
      const count = file.readSync(bytes, position);
      if (count < bytes.length) throw new KafkaError(ErrorCode.KAFKA_STORAGE_ERROR, `${file.path} is shorter than it was`);
      return bytes;
    } finally {
      file.close();
    }
  }

  create(id: SnapshotId): SnapshotFile {
    const partPath = `${this.#directory}/${baseName(id)}${PART_SUFFIX}`;
    this.#disk.remove(partPath);
    return new PartFile(this.#disk, this.#directory, partPath, this.#pathOf(id), (sizeBytes) => {
      this.#snapshots.push({ endOffset: id.endOffset, epoch: id.epoch, sizeBytes });
      // One of the leader's, which lies further on, may have come while this one was written.
      this.#snapshots.sort(inOrder);
    });
  }

  removeBefore(id: SnapshotId): void {
    const old = this.#snapshots.filter(({ endOffset }) => endOffset < id.endOffset);
    this.#snapshots = this.#snapshots.filter(({ endOffset }) => endOffset >= id.endOffset);
    for (const snapshot of old) this.#disk.remove(this.#pathOf(snapshot));
  }

  #pathOf(id: SnapshotId): string {
    return `${this.#directory}/${snapshotFileName(id)}`;
  }
}

const inOrder = (a: SnapshotId, b: SnapshotId): number => a.endOffset - b.endOffset || a.epoch - b.epoch;

/** A snapshot that is being written, under a name that nobody takes for one. `commit` makes it durable, then gives it its name. */
class PartFile implements SnapshotFile {
  readonly #disk: Disk;
  readonly #directory: string;
  readonly #partPath: string;
  readonly #path: string;
  readonly #onCommit: (sizeBytes: number) => void;
  readonly #file: DiskFile;
  #sizeBytes = 0;
  #isOpen = true;

  constructor(disk: Disk, directory: string, partPath: string, path: string, onCommit: (sizeBytes: number) => void) {
    this.#disk = disk;
    this.#directory = directory;
    this.#partPath = partPath;
    this.#path = path;
    this.#onCommit = onCommit;
    this.#file = disk.open(partPath, 'create');
  }

  append(bytes: Uint8Array): void {
    this.#file.writeSync([bytes], this.#sizeBytes);
    this.#sizeBytes += bytes.length;
  }

  async commit(): Promise<void> {
    await this.#file.sync();
    this.#close();
    this.#disk.rename(this.#partPath, this.#path);
    this.#disk.syncDirectory(this.#directory);
    this.#onCommit(this.#sizeBytes);
  }

  abandon(): void {
    this.#close();
    this.#disk.remove(this.#partPath);
  }

  #close(): void {
    if (this.#isOpen) this.#file.close();
    this.#isOpen = false;
  }
}
