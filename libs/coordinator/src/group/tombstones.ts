import { appendInParts } from '../runtime/append-in-parts.ts';
import { type GroupRecord, groupMetadata, offsetCommit } from './group-record.ts';
import type { ConsumerGroup } from './consumer/consumer-group.ts';
import { groupTombstones } from './consumer/consumer-record.ts';
import type { GroupOffsets } from './group-offsets.ts';
import type { PendingOffsets } from './pending-offsets.ts';
import type { Turn } from './turn.ts';

/** What is appended at once: far below the limit on a batch that is usual. A lower one takes it in parts. */
const MAX_RECORDS = 1_000;
const MAX_CHARACTERS = 64 * 1024;

/** Characters of the keys that a tombstone carries. */
function sizeOf(record: GroupRecord): number {
  let characters = 0;
  for (const part of Object.values(record.key)) if (typeof part === 'string') characters += part.length;
  return characters;
}

/**
 * Appends tombstones in pieces. They need not be atomic: whatever is left after a crash is removed the next time,
 * as the tombstone of a group comes last.
 */
export class Tombstones {
  readonly #turn: Turn;
  #records: GroupRecord[] = [];
  #characters = 0;

  constructor(turn: Turn) {
    this.#turn = turn;
  }

  addOffset(groupId: string, topic: string, partition: number): void {
    this.#add(offsetCommit(groupId, topic, partition, null));
  }

  addGroup(groupId: string): void {
    this.#add(groupMetadata(groupId, null));
  }

  /** The records of a KIP-848 group that nobody is in. */
  addConsumerGroup({ groupId, regexes }: ConsumerGroup): void {
    for (const record of groupTombstones(groupId, regexes.keys())) this.#add(record);
  }

  /** All offsets of a group, those of open transactions too; answers how many of them were committed. */
  addAllOffsets(groupId: string, offsets: GroupOffsets | undefined, pending: PendingOffsets): number {
    let count = 0;
    for (const [topic, partitions] of offsets?.topics() ?? []) {
      for (const partition of partitions.keys()) {
        this.addOffset(groupId, topic, partition);
        count++;
      }
    }
    // What is pending and was deleted with the above is not there twice: the log needs one tombstone.
    for (const { topic, partition } of pending.partitionsOf(groupId)) if (offsets?.get(topic, partition) === undefined) this.addOffset(groupId, topic, partition);
    return count;
  }

  #add(record: GroupRecord): void {
    const size = sizeOf(record);
    if (this.#records.length >= MAX_RECORDS || this.#characters + size > MAX_CHARACTERS) this.flush();
    this.#records.push(record);
    this.#characters += size;
  }

  /** Appends what is left. */
  flush(): void {
    if (this.#records.length === 0) return;
    const records = this.#records;
    this.#records = [];
    this.#characters = 0;
    appendInParts(records, this.#turn.decision);
  }
}
