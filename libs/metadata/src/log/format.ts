import type { BrokerId, Clock, Compression, Crc32c, Disk, Random, Uuid } from '@ottla/model';
import { SnapshotParser, snapshotBatches, type Voter, type VoterEndpoint } from '@ottla/raft';
import { readMetaProperties, writeFileAtomically, writeMetaProperties } from '@ottla/storage';
import { METADATA_VERSION_FEATURE } from '../image/image.ts';
import { decodeMetadataRecord, metadataRecord, type MetadataRecord } from '../records/metadata-record.ts';
import { metadataPartitionDirectory } from './metadata-raft-log.ts';
import { snapshotFileName } from './snapshot-files.ts';

/** metadata.version of Kafka 4.3's newest level (4.3-IV0). */
export const LATEST_METADATA_VERSION = 30;
/** Oldest metadata.version that Kafka 4.3 runs (3.3-IV3). */
export const MINIMUM_METADATA_VERSION = 7;

/** Features that a new cluster finalizes: those that are built. */
export const bootstrapFeatures: ReadonlyMap<string, number> = new Map([[METADATA_VERSION_FEATURE, LATEST_METADATA_VERSION]]);

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
  /** Where the one controller can be reached, for the voters' record. */
  readonly endpoints: readonly VoterEndpoint[];
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
 * Formats what is not formatted yet, for a quorum of this one node, as `kafka-storage format --standalone` does.
 * Ordering: meta.properties is written last in each folder, so that a crash on the way leaves an unformatted folder.
 * Throws DiskError, and KafkaError(KAFKA_STORAGE_ERROR) on a malformed meta.properties.
 */
export function formatMetadata(options: FormatOptions): FormattedFolders {
  const { disk, random, nodeId, logDirs, metadataLogDir } = options;
  const known = new Map(logDirs.map((directory) => [directory, readMetaProperties(disk, directory)]));
  let clusterId = options.clusterId;
  for (const properties of known.values()) clusterId ??= properties?.clusterId;
  clusterId ??= random.uuid();

  const directoryIds = new Map<string, Uuid>();
  const formatted: string[] = [];
  for (const [directory, properties] of known) {
    const directoryId = properties?.directoryId ?? random.uuid();
    directoryIds.set(directory, directoryId);
    if (properties !== undefined) continue;
    disk.makeDirectory(directory);
    if (directory === metadataLogDir) writeBootstrapFiles(options, directoryId);
    writeMetaProperties(disk, directory, { clusterId, nodeId, directoryId });
    formatted.push(directory);
  }
  return { clusterId, directoryIds, formatted };
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
  const voters: Voter[] = [{ id: nodeId, directoryId, endpoints }];
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
