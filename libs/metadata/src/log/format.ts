import { ErrorCode, KafkaError, type BrokerId, type Clock, type Compression, type Crc32c, type Disk, type DiskLock, type Random, type Uuid, ZERO_UUID } from '@ottla/model';
import { SnapshotParser, snapshotBatches, type Voter, type VoterEndpoint } from '@ottla/raft';
import { lockLogDirectory, readMetaProperties, writeFileAtomically, writeMetaProperties } from '@ottla/storage';
import { bootstrapFeatures } from '../features.ts';
import { decodeMetadataRecord, metadataRecord, type MetadataRecord } from '../records/metadata-record.ts';
import { metadataPartitionDirectory } from './metadata-raft-log.ts';
import { snapshotFileName } from './snapshot-files.ts';

const BOOTSTRAP_FILE = 'bootstrap.checkpoint';
const bootstrapSnapshotId = { endOffset: 0, epoch: 0 };

export interface FormatOptions {
  readonly disk: Disk;
  readonly clock: Clock;
  readonly random: Random;
  readonly crc: Crc32c;
  readonly nodeId: BrokerId;
  /** All log folders, metadata.log.dir among them. */
  readonly logDirs: readonly string[];
  readonly metadataLogDir: string;
  /** A new one when left out and no folder has one. */
  readonly clusterId?: string;
  /** Where this controller can be reached, for the voters' record. */
  readonly endpoints: readonly VoterEndpoint[];
  /**
   * The voters that the quorum begins with, this node among them; a zero directory id is learned later, the own one is
   * used for metadata.log.dir. This node alone when left out; none for a controller that is added to a quorum later.
   */
  readonly voters?: readonly Voter[];
  /** Finalized levels by feature; `bootstrapFeatures` when left out. */
  readonly features?: ReadonlyMap<string, number>;
}

export interface FormattedFolders {
  readonly clusterId: string;
  /** directory.id by log folder. */
  readonly directoryIds: ReadonlyMap<string, Uuid>;
  /** Folders that were formatted just now. */
  readonly formatted: readonly string[];
}

/**
 * Formats what is not formatted yet, for a quorum of this one node, as `kafka-storage format --standalone` does, or of the
 * given voters, as `--initial-controllers` does.
 * Ordering: meta.properties is written last in each folder, so that a crash on the way leaves an unformatted folder; and
 * only under the folder's lock, because two processes that start on one new folder must not both name it.
 * Throws DiskError, Error when another process has an unformatted folder, and KafkaError(KAFKA_STORAGE_ERROR) for a
 * meta.properties that is malformed, that is another node's, or that is missing beside a metadata log.
 */
export function formatMetadata(options: FormatOptions): FormattedFolders {
  const { disk, random, nodeId, logDirs } = options;
  const locks: DiskLock[] = [];
  try {
    for (const directory of logDirs) {
      if (readMetaProperties(disk, directory) !== undefined) continue;
      disk.makeDirectory(directory);
      locks.push(lockLogDirectory(disk, directory));
    }
    // Read again: whoever had the lock before may have formatted.
    const known = new Map(logDirs.map((directory) => [directory, readMetaProperties(disk, directory)]));
    let clusterId = options.clusterId;
    for (const properties of known.values()) clusterId ??= properties?.clusterId;
    clusterId ??= random.uuid();

    const directoryIds = new Map<string, Uuid>();
    const formatted: string[] = [];
    for (const [directory, properties] of known) {
      if (properties !== undefined && properties.nodeId !== nodeId) {
        throw new KafkaError(ErrorCode.KAFKA_STORAGE_ERROR, `${directory}/meta.properties is of node ${properties.nodeId}, this is node ${nodeId}: set node.id=${properties.nodeId}, or give this node a log.dirs of its own`);
      }
      const directoryId = properties?.directoryId ?? givenDirectoryId(options, directory) ?? random.uuid();
      directoryIds.set(directory, directoryId);
      if (properties !== undefined) continue;
      formatFolder(options, directory, clusterId, directoryId);
      formatted.push(directory);
    }
    return { clusterId, directoryIds, formatted };
  } finally {
    for (const lock of locks) lock.release();
  }
}

/** The directory.id that the initial voters name for this node's metadata log. */
function givenDirectoryId({ voters, nodeId, metadataLogDir }: FormatOptions, directory: string): Uuid | undefined {
  const given = voters?.find(({ id }) => id === nodeId)?.directoryId;
  return directory === metadataLogDir && given !== ZERO_UUID ? given : undefined;
}

function formatFolder(options: FormatOptions, directory: string, clusterId: string, directoryId: Uuid): void {
  const { disk, nodeId, metadataLogDir } = options;
  if (directory === metadataLogDir) {
    // A folder that lost its meta.properties would get a new name, which the voters' record in its log does not know.
    const log = metadataPartitionDirectory(metadataLogDir);
    const files = disk.stat(log) === undefined ? [] : disk.list(log);
    if (files.some((file) => file.endsWith('.log'))) {
      throw new KafkaError(ErrorCode.KAFKA_STORAGE_ERROR, `${directory} has a metadata log but no meta.properties: put that file back, or start on an empty folder`);
    }
    writeBootstrapFiles(options, directoryId);
  }
  writeMetaProperties(disk, directory, { clusterId, nodeId, directoryId });
}

/** The features for the first active controller, and the snapshot that names the voters. */
function writeBootstrapFiles(options: FormatOptions, directoryId: Uuid): void {
  const { disk, clock, crc, nodeId, metadataLogDir, endpoints } = options;
  const timestamp = clock.now();
  const records: Uint8Array[] = [];
  for (const [name, featureLevel] of options.features ?? bootstrapFeatures) records.push(metadataRecord(12, { name, featureLevel }).bytes);
  const features = snapshotBatches({ crc, epoch: 0, timestamp, lastContainedLogTimestamp: 0, voters: undefined }, records);
  writeFileAtomically(disk, `${metadataLogDir}/${BOOTSTRAP_FILE}`, Buffer.concat([...features]));

  const directory = metadataPartitionDirectory(metadataLogDir);
  disk.makeDirectory(directory);
  const self: Voter = { id: nodeId, directoryId, endpoints };
  const voters = (options.voters ?? [self]).map((voter) => (voter.id === nodeId ? self : voter));
  if (voters.length === 0) return;
  if (!voters.includes(self)) throw new KafkaError(ErrorCode.INVALID_VOTER_KEY, `node ${nodeId} is not among the initial voters ${voters.map(({ id }) => id).join(', ')}: name it, or format it without voters and add it later`);
  const snapshot = snapshotBatches({ crc, epoch: 0, timestamp, lastContainedLogTimestamp: timestamp, voters }, []);
  writeFileAtomically(disk, `${directory}/${snapshotFileName(bootstrapSnapshotId)}`, Buffer.concat([...snapshot]));
}

/**
 * What the first active controller appends before anything else, when its image has no metadata.version yet: the content
 * of `bootstrap.checkpoint`; the built features when the file is missing.
 * Throws KafkaError(CORRUPT_MESSAGE), MalformedMessageError, DiskError.
 */
export function readBootstrapRecords(disk: Disk, metadataLogDir: string, crc: Crc32c, compression: Compression): MetadataRecord[] {
  const bytes = disk.readFile(`${metadataLogDir}/${BOOTSTRAP_FILE}`);
  if (bytes === undefined) return [...bootstrapFeatures].map(([name, featureLevel]) => metadataRecord(12, { name, featureLevel }));
  const parser = new SnapshotParser(crc, compression);
  const records: MetadataRecord[] = [];
  for (const batch of parser.add(bytes)) for (const record of batch.records) records.push(decodeMetadataRecord(record));
  parser.finish();
  return records;
}
