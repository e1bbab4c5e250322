import type { Disk, Offset, ProducerId } from '@ottla/model';

/** One entry of a .txnindex file, as Kafka lays it out (version 0, 34 bytes). */
export interface AbortedTxnEntry {
  readonly producerId: ProducerId;
  readonly firstOffset: Offset;
  readonly lastOffset: Offset;
  readonly lastStableOffset: Offset;
}

/** The .txnindex of one segment; the file appears with its first entry. Opens no handle between calls. */
export declare class TransactionIndex {
  constructor(disk: Disk, path: string, baseOffset: Offset);
  setPath(path: string): void;
  append(entry: AbortedTxnEntry): void;
  /** Entries in file order; throws KafkaError(CORRUPT_MESSAGE) for a torn or foreign file. */
  entries(): readonly AbortedTxnEntry[];
  /** Removes entries whose last offset is at or above `offset`. */
  truncateTo(offset: Offset): void;
  reset(): void;
  flush(): void;
  sanityCheck(): void;
}
