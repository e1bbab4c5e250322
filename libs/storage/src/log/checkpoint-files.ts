import type { BrokerEpoch, BrokerId, Disk, Offset, TopicPartition, Uuid } from '@ottla/model';
import { ErrorCode, KafkaError, topicPartitionKey } from '@ottla/model';
import { checkpointContent, malformed, readCheckpointRows, wholeNumber, writeCheckpointRows } from './checkpoint-text.ts';
import { directoryOf, writeFileAtomically } from './atomic-file.ts';

export { writeFileAtomically };

/**
 * Kafka's offset checkpoint (version 0): recovery-point-offset-checkpoint, replication-offset-checkpoint,
 * log-start-offset-checkpoint, cleaner-offset-checkpoint. Keys are `topic-partition`; an absent file is empty.
 * Throws KafkaError(KAFKA_STORAGE_ERROR) when it is malformed: whoever can do without starts from offset 0.
 */
export function readOffsetCheckpoint(disk: Disk, path: string): Map<string, Offset> {
  const offsets = new Map<string, Offset>();
  const rows = readCheckpointRows(disk, path, 3) ?? [];
  for (const [index, [topic, partitionText, offsetText]] of rows.entries()) {
    const partition = wholeNumber(partitionText);
    const offset = wholeNumber(offsetText);
    if (topic === undefined || topic === '' || partition === undefined || partition < 0 || offset === undefined) {
      throw malformed(path, index + 3, 'wants a topic, a partition and an offset');
    }
    offsets.set(topicPartitionKey(topic, partition), offset);
  }
  return offsets;
}

export function writeOffsetCheckpoint(disk: Disk, path: string, entries: Iterable<readonly [TopicPartition, Offset]>): void {
  writeCheckpointRows(disk, path, offsetRows(entries));
}

/** What an offset checkpoint of these entries holds. */
export function offsetCheckpointContent(entries: Iterable<readonly [TopicPartition, Offset]>): Uint8Array {
  return checkpointContent(offsetRows(entries));
}

function offsetRows(entries: Iterable<readonly [TopicPartition, Offset]>): string[] {
  const rows: string[] = [];
  for (const [{ topic, partition }, offset] of entries) rows.push(`${topic} ${partition} ${offset}`);
  return rows;
}

/** partition.metadata: version 0 and the topic id. undefined when there is no file; KafkaError(KAFKA_STORAGE_ERROR) when it is malformed. */
export function readPartitionMetadata(disk: Disk, path: string): Uuid | undefined {
  const text = readText(disk, path);
  if (text === undefined) return undefined;
  const match = /^version: *(\d+)\r?\ntopic_id: *([A-Za-z0-9_-]{22})\s*$/.exec(text);
  if (match === null) throw new KafkaError(ErrorCode.KAFKA_STORAGE_ERROR, `${path} wants a line with its version and one with a topic id`);
  if (match[1] !== '0') throw new KafkaError(ErrorCode.KAFKA_STORAGE_ERROR, `${path} has version ${match[1]}, only 0 is known`);
  return match[2];
}

export function writePartitionMetadata(disk: Disk, path: string, topicId: Uuid): void {
  writeFileAtomically(disk, path, partitionMetadataContent(topicId));
}

/** What partition.metadata says of a partition of this topic. */
export function partitionMetadataContent(topicId: Uuid): Uint8Array {
  return Buffer.from(`version: 0\ntopic_id: ${topicId}`, 'utf8');
}

/** meta.properties of a log folder, version 1. */
export interface MetaProperties {
  readonly clusterId: string;
  readonly nodeId: BrokerId;
  readonly directoryId: Uuid;
}

const META_PROPERTIES = 'meta.properties';

/** undefined when there is no file; KafkaError(KAFKA_STORAGE_ERROR) that names what is wrong when it is malformed. */
export function readMetaProperties(disk: Disk, directory: string): MetaProperties | undefined {
  const path = `${directory}/${META_PROPERTIES}`;
  const text = readText(disk, path);
  if (text === undefined) return undefined;
  const properties = parseProperties(text);
  const wanted = (key: string): string => {
    const value = properties.get(key);
    if (value === undefined || value === '') throw new KafkaError(ErrorCode.KAFKA_STORAGE_ERROR, `${path} lacks ${key}`);
    return value;
  };
  const version = wanted('version');
  if (version !== '1') throw new KafkaError(ErrorCode.KAFKA_STORAGE_ERROR, `${path} has version ${version}, only 1 is known: start the version that wrote it, or give this node an empty folder that is formatted for it`);
  const nodeId = wholeNumber(wanted('node.id'));
  if (nodeId === undefined || nodeId < 0) throw new KafkaError(ErrorCode.KAFKA_STORAGE_ERROR, `${path}: node.id '${wanted('node.id')}' is no node id`);
  const directoryId = wanted('directory.id');
  if (!/^[A-Za-z0-9_-]{22}$/.test(directoryId)) throw new KafkaError(ErrorCode.KAFKA_STORAGE_ERROR, `${path}: directory.id '${directoryId}' is no uuid`);
  return { clusterId: wanted('cluster.id'), nodeId, directoryId };
}

export function writeMetaProperties(disk: Disk, directory: string, properties: MetaProperties): void {
  const clusterId = properties.clusterId.replaceAll(/[\\=:#! ]/g, (character) => `\\${character}`);
  const lines = ['#', `cluster.id=${clusterId}`, `directory.id=${properties.directoryId}`, `node.id=${properties.nodeId}`, 'version=1', ''];
  writeFileAtomically(disk, `${directory}/${META_PROPERTIES}`, Buffer.from(lines.join('\n'), 'utf8'));
}

/** Java's properties as far as these files use them: comments, `=` or `:` or a blank between key and value, escaped characters. */
function parseProperties(text: string): Map<string, string> {
  const properties = new Map<string, string>();
  for (const raw of text.split(/\r?\n/)) {
    const line = raw.trimStart();
    if (line === '' || line.startsWith('#') || line.startsWith('!')) continue;
    const match = /^((?:\\.|[^\\=:\s])*)\s*[=:]?\s*(.*)$/.exec(line);
    if (match !== null) properties.set(unescape(match[1] as string), unescape((match[2] as string).trimEnd()));
  }
  return properties;
}

function unescape(text: string): string {
  return text.replaceAll(/\\(.)/g, '$1');
}

const CLEAN_SHUTDOWN = '.kafka_cleanshutdown';

/**
 * The clean-shutdown file (`.kafka_cleanshutdown`): JSON with version and broker epoch. undefined when there is
 * none; one whose content says nothing still marks a clean shutdown, of an unknown epoch (-1), as Kafka has it.
 */
export function readCleanShutdownFile(disk: Disk, directory: string): { readonly brokerEpoch: BrokerEpoch } | undefined {
  const text = readText(disk, `${directory}/${CLEAN_SHUTDOWN}`);
  if (text === undefined) return undefined;
  try {
    const content = JSON.parse(text) as { brokerEpoch?: unknown } | null;
    const brokerEpoch = content?.brokerEpoch;
    return { brokerEpoch: Number.isSafeInteger(brokerEpoch) ? (brokerEpoch as number) : -1 };
  } catch {
    return { brokerEpoch: -1 };
  }
}

export function writeCleanShutdownFile(disk: Disk, directory: string, brokerEpoch: BrokerEpoch): void {
  writeFileAtomically(disk, `${directory}/${CLEAN_SHUTDOWN}`, Buffer.from(JSON.stringify({ version: 0, brokerEpoch }), 'utf8'));
}

/** Durable on return: a crash right after must not find the file again. */
export function removeCleanShutdownFile(disk: Disk, directory: string): void {
  const path = `${directory}/${CLEAN_SHUTDOWN}`;
  if (disk.stat(path) === undefined) return;
  disk.remove(path);
  disk.syncDirectory(directoryOf(path));
}

function readText(disk: Disk, path: string): string | undefined {
  const content = disk.readFile(path);
  return content === undefined ? undefined : Buffer.from(content.buffer, content.byteOffset, content.length).toString('utf8');
}
