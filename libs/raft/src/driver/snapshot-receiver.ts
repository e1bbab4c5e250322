import type { Compression, Crc32c } from '@ottla/model';
import type { Voter } from '../core/quorum.ts';
import { SnapshotParser } from '../log/committed-batches.ts';
import type { RaftLog, SnapshotFile } from '../log/raft-log.ts';
import type { SnapshotId } from '../raft-client.ts';

interface Incoming {
  readonly snapshot: SnapshotId;
  readonly file: SnapshotFile;
  readonly parser: SnapshotParser;
  defect: unknown;
}

/**
 * A snapshot on its way from the leader: checked piece by piece, and visible only once it is whole and durable.
 * Ordering: `begin`, `append` for each piece, then `install` or `abandon`.
 */
export class SnapshotReceiver {
  readonly #log: RaftLog;
  readonly #crc: Crc32c;
  readonly #compression: Compression;
  #incoming: Incoming | undefined;

  constructor(log: RaftLog, crc: Crc32c, compression: Compression) {
    this.#log = log;
    this.#crc = crc;
    this.#compression = compression;
  }

  begin(snapshot: SnapshotId): void {
    this.abandon();
    this.#incoming = { snapshot, file: this.#log.createSnapshot(snapshot), parser: new SnapshotParser(this.#crc, this.#compression), defect: undefined };
  }

  append(bytes: Uint8Array): void {
    const incoming = this.#incoming;
    if (incoming === undefined || incoming.defect !== undefined) return;
    incoming.file.append(bytes);
    try {
      const batches = incoming.parser.add(bytes);
      while (batches.next().done !== true);
    } catch (error) {
      incoming.defect = error;
    }
  }

  /** Makes it durable and begins the log behind it. Answers the voters that it names; throws the defect of one that is not sound. */
  async install(): Promise<readonly Voter[] | undefined> {
    const incoming = this.#incoming;
    if (incoming === undefined) throw new Error('there is no snapshot to install');
    this.#incoming = undefined;
    const { snapshot, file, parser } = incoming;
    try {
      if (incoming.defect !== undefined) throw incoming.defect;
      parser.finish();
    } catch (error) {
      file.abandon();
      throw new UnsoundSnapshotError(error);
    }
    await file.commit();
    this.#log.startAt(snapshot);
    return parser.voters;
  }

  abandon(): void {
    this.#incoming?.file.abandon();
    this.#incoming = undefined;
  }
}

/** What came is not what a leader's snapshot looks like: it is fetched again, the log is as it was. */
export class UnsoundSnapshotError extends Error {
  constructor(cause: unknown) {
    super(`a snapshot from the leader cannot be used: ${String(cause)}`, { cause });
    this.name = 'UnsoundSnapshotError';
  }
}
