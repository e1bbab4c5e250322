import type { BrokerEpoch, Disk, DiskLock, Logger, TopicPartition } from '@ottla/model';
import { METADATA_TOPIC } from '@ottla/model';
import { readCleanShutdownFile, removeCleanShutdownFile, writeCleanShutdownFile } from './checkpoint-files.ts';
import { DELETION_SUFFIX } from './deletion-name.ts';
import { OffsetCheckpoint } from './offset-checkpoint.ts';

const LOCK = '.lock';
const RECOVERY_POINTS = 'recovery-point-offset-checkpoint';
const LOG_STARTS = 'log-start-offset-checkpoint';
const HIGH_WATERMARKS = 'replication-offset-checkpoint';
const CLEANED = 'cleaner-offset-checkpoint';

/** What a log folder holds beside its own files. */
export interface LogDirectoryContent {
  readonly partitions: readonly TopicPartition[];
  /** Folders of partitions that were deleted. */
  readonly deleted: readonly string[];
}

/** One folder of a broker's logs, locked for this process: its checkpoints and the mark of a clean shutdown. */
export class LogDirectory {
  readonly path: string;
  readonly hadCleanShutdown: boolean;
  /** Of the process that shut down cleanly; -1 when there is none. */
  readonly previousBrokerEpoch: BrokerEpoch;
  readonly recoveryPoints: OffsetCheckpoint;
  readonly logStarts: OffsetCheckpoint;
  readonly highWatermarks: OffsetCheckpoint;
  /** Where each compacted log is dirty from. */
  readonly cleaned: OffsetCheckpoint;
  readonly #disk: Disk;
  readonly #lock: DiskLock;

  /** Throws an Error when another process has the folder, DiskError when it cannot be read. */
  constructor(disk: Disk, path: string, logger: Logger) {
    this.#disk = disk;
    this.path = path;
    const lock = lockLogDirectory(disk, path);
    this.#lock = lock;
    try {
      const shutdown = readCleanShutdownFile(disk, path);
      this.hadCleanShutdown = shutdown !== undefined;
      this.previousBrokerEpoch = shutdown?.brokerEpoch ?? -1;
      this.recoveryPoints = new OffsetCheckpoint(disk, `${path}/${RECOVERY_POINTS}`, logger);
      this.logStarts = new OffsetCheckpoint(disk, `${path}/${LOG_STARTS}`, logger);
      this.highWatermarks = new OffsetCheckpoint(disk, `${path}/${HIGH_WATERMARKS}`, logger);
      this.cleaned = new OffsetCheckpoint(disk, `${path}/${CLEANED}`, logger);
    } catch (error) {
      lock.release();
      throw error;
    }
  }

  /** From now on a crash means recovery. Throws DiskError. */
  markOpen(): void {
    removeCleanShutdownFile(this.#disk, this.path);
  }

  markClean(brokerEpoch: BrokerEpoch): void {
    writeCleanShutdownFile(this.#disk, this.path, brokerEpoch);
  }

  unlock(): void {
    this.#lock.release();
  }

  /** Throws DiskError. */
  list(): LogDirectoryContent {
    const partitions: TopicPartition[] = [];
    const deleted: string[] = [];
    for (const name of this.#disk.list(this.path)) {
      if (name.endsWith(DELETION_SUFFIX)) {
        deleted.push(`${this.path}/${name}`);
        continue;
      }
      const topicPartition = topicPartitionOf(name);
      if (topicPartition !== undefined && topicPartition.topic !== METADATA_TOPIC) partitions.push(topicPartition);
    }
    return { partitions, deleted };
  }
}

/** Takes the lock of a log folder. Throws an Error that names the folder and the other process when it is taken, DiskError when it cannot be. */
export function lockLogDirectory(disk: Disk, path: string): DiskLock {
  const lock = disk.lock(`${path}/${LOCK}`);
  if (lock === undefined) throw new Error(`${path} is in use by ${holderOf(disk, `${path}/${LOCK}`)}: stop that process, or give this one a log.dirs of its own`);
  return lock;
}

/** `topic-7` as a topic and a partition; undefined for other names (files, future and stray folders). */
function topicPartitionOf(name: string): TopicPartition | undefined {
  const match = /^(.+)-(\d{1,10})$/.exec(name);
  return match === null ? undefined : { topic: match[1] as string, partition: Number(match[2]) };
}

function holderOf(disk: Disk, path: string): string {
  const content = disk.readFile(path) ?? new Uint8Array(0);
  const processId = /^\d+/.exec(Buffer.from(content).toString('latin1'))?.[0];
  return processId === undefined ? 'another process' : `process ${processId}`;
}
