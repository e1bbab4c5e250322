import type { Disk, Offset } from '@ottla/model';

const SUFFIX = '.snapshot';

/** The producer snapshot files of one partition folder: which there are, in order of their offsets, and their bytes. */
export class ProducerSnapshotFiles {
  readonly #disk: Disk;
  /** Ascending. Replaced, never changed in place: whoever walks it may remove meanwhile. */
  #offsets: Offset[] = [];
  directory: string;

  constructor(disk: Disk, directory: string) {
    this.#disk = disk;
    this.directory = directory;
  }

  get offsets(): readonly Offset[] {
    return this.#offsets;
  }

  get newest(): Offset | undefined {
    return this.#offsets[this.#offsets.length - 1];
  }

  pathOf(offset: Offset): string {
    return `${this.directory}/${String(offset).padStart(20, '0')}${SUFFIX}`;
  }

  set(offsets: readonly Offset[]): void {
    this.#offsets = [...offsets].sort((a, b) => a - b);
  }

  read(offset: Offset): Uint8Array | undefined {
    return this.#disk.readFile(this.pathOf(offset));
  }

  /** Not atomic, as Kafka's: a torn one fails its checksum and is passed over. */
  write(offset: Offset, content: Uint8Array, sync: boolean): void {
    const file = this.#disk.open(this.pathOf(offset), 'create');
    try {
      file.truncate(0);
      file.writeSync([content], 0);
      if (sync) file.syncNow();
    } finally {
      file.close();
    }
    if (sync) this.#disk.syncDirectory(this.directory);
    if (!this.#offsets.includes(offset)) this.set([...this.#offsets, offset]);
  }

  remove(offset: Offset): void {
    if (!this.#offsets.includes(offset)) return;
    this.#disk.remove(this.pathOf(offset));
    this.#offsets = this.#offsets.filter((other) => other !== offset);
  }

  removeAll(): void {
    for (const offset of this.#offsets) this.#disk.remove(this.pathOf(offset));
    this.#offsets = [];
  }

  /** Removes those at or below `lowest`, and those above `highest`. */
  keepBetween(lowest: Offset, highest: Offset): void {
    for (const offset of this.#offsets.filter((found) => found <= lowest || found > highest)) this.remove(offset);
  }
}
