import {
  CreatePartitionsRequestCodec, CreatePartitionsResponseCodec, CreateTopicsRequestCodec, CreateTopicsResponseCodec, DeleteTopicsRequestCodec, DeleteTopicsResponseCodec, InitProducerIdRequestCodec,
  InitProducerIdResponseCodec, ListOffsetsRequestCodec, ListOffsetsResponseCodec, MetadataRequestCodec, MetadataResponseCodec,
} from '@ottla/protocol';
import { readdirSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { Client, WireConnection } from './connection.ts';
import type { LoadContext } from './load.ts';

const ADMIN_TIMEOUT_MS = 150_000;
/** Kafka makes at most 10,000 records of metadata for one request. */
const MADE_AT_ONCE = 5_000;
const GONE_WITHIN_MS = 15_000;
const LATEST_TIMESTAMP = -1;
const EARLIEST_TIMESTAMP = -2;
/** UNKNOWN_TOPIC_OR_PARTITION, NOT_LEADER_OR_FOLLOWER, OFFSET_NOT_AVAILABLE: the broker has not heard of the new topic yet, or just now. */
const notYet: ReadonlySet<number> = new Set([3, 6, 78]);

let topicsMade = 0;

export interface TopicSettings {
  readonly [config: string]: string;
}

/** A topic and who leads its partitions. */
export interface Topic {
  readonly name: string;
  /** host:port by partition. */
  readonly leaders: readonly string[];
}

/** Makes a topic under a name of its own and waits until each of its partitions is led. */
export async function createTopic({ client, system }: LoadContext, label: string, partitions: number, settings: TopicSettings): Promise<Topic> {
  const name = `bench-${label}-${process.pid}-${++topicsMade}`;
  const admin = await client.admin();
  const configs = Object.entries(settings).map(([config, value]) => ({ name: config, value }));
  const made = await admin.call(CreateTopicsRequestCodec, CreateTopicsResponseCodec, 7, {
    topics: [{ name, numPartitions: Math.min(partitions, MADE_AT_ONCE), replicationFactor: system.replication, assignments: [], configs }], timeoutMs: ADMIN_TIMEOUT_MS, validateOnly: false,
  });
  const [created] = made.topics;
  if (created === undefined || created.errorCode !== 0) throw new Error(`the topic ${name} was refused: error ${created?.errorCode} ${created?.errorMessage ?? ''}`);
  if (partitions > MADE_AT_ONCE) await addPartitions(admin, name, partitions);
  for (const deadline = performance.now() + ADMIN_TIMEOUT_MS; ; await wait(20)) {
    const leaders = await leadersOf(admin, name);
    if (leaders.length === partitions) {
      const offsets = await listOffsets(client, { name, leaders }, LATEST_TIMESTAMP);
      if (offsets.every((offset) => offset === 0)) return { name, leaders };
    }
    if (performance.now() > deadline) throw new Error(`the topic ${name} is not led`);
  }
}

async function addPartitions(admin: WireConnection, name: string, count: number): Promise<void> {
  const { results } = await admin.call(CreatePartitionsRequestCodec, CreatePartitionsResponseCodec, 3, { topics: [{ name, count, assignments: null }], timeoutMs: ADMIN_TIMEOUT_MS, validateOnly: false });
  if (results[0]?.errorCode !== 0) throw new Error(`${name} was not given ${count} partitions: error ${results[0]?.errorCode} ${results[0]?.errorMessage ?? ''}`);
}

/** By partition; empty while one has no leader. */
async function leadersOf(admin: WireConnection, name: string): Promise<string[]> {
  const { brokers, topics } = await admin.call(MetadataRequestCodec, MetadataResponseCodec, 12, { topics: [{ name }], allowAutoTopicCreation: false });
  const addresses = new Map(brokers.map(({ nodeId, host, port }) => [nodeId, `${host}:${port}`]));
  const partitions = topics[0]?.partitions.toSorted((a, b) => a.partitionIndex - b.partitionIndex) ?? [];
  const leaders = partitions.map(({ leaderId }) => addresses.get(leaderId) ?? '');
  return leaders.includes('') ? [] : leaders;
}

/** Offsets by partition; -1 where the broker does not lead the partition yet. */
async function listOffsets(client: Client, { name, leaders }: Topic, timestamp: number): Promise<number[]> {
  const offsets = leaders.map(() => -1);
  for (const broker of new Set(leaders)) {
    const led = leaders.flatMap((leader, partitionIndex) => (leader === broker ? [{ partitionIndex, timestamp }] : []));
    const answer = await (await client.admin(broker)).call(ListOffsetsRequestCodec, ListOffsetsResponseCodec, 7, { replicaId: -1, topics: [{ name, partitions: led }] });
    for (const { partitionIndex, offset, errorCode } of answer.topics[0]?.partitions ?? []) {
      if (errorCode === 0) offsets[partitionIndex] = offset;
      else if (!notYet.has(errorCode)) throw new Error(`ListOffsets of ${name}-${partitionIndex}: error ${errorCode}`);
    }
  }
  return offsets;
}

export const startOffsets = (client: Client, topic: Topic): Promise<number[]> => listOffsets(client, topic, EARLIEST_TIMESTAMP);
export const endOffsets = (client: Client, topic: Topic): Promise<number[]> => listOffsets(client, topic, LATEST_TIMESTAMP);

/** Deletes the topic and waits until its files are gone, so that their removal does not fall into the next measurement. */
export async function deleteTopic({ client, system }: LoadContext, { name }: Topic): Promise<void> {
  const admin = await client.admin();
  const answer = await admin.call(DeleteTopicsRequestCodec, DeleteTopicsResponseCodec, 5, { topicNames: [name], timeoutMs: ADMIN_TIMEOUT_MS });
  const errorCode = answer.responses[0]?.errorCode;
  if (errorCode !== 0) throw new Error(`the topic ${name} was not deleted: error ${errorCode}`);
  const isThere = (): boolean => system.dataDirectories.some((directory) => readdirSync(directory).some((folder) => folder.startsWith(name)));
  for (const deadline = performance.now() + GONE_WITHIN_MS; isThere() && performance.now() < deadline; ) await wait(50);
}

/** A producer id of no transaction. */
export async function newProducerId(client: Client): Promise<{ producerId: number; producerEpoch: number }> {
  const admin = await client.admin();
  for (const deadline = performance.now() + ADMIN_TIMEOUT_MS; ; await wait(50)) {
    const { errorCode, producerId, producerEpoch } = await admin.call(InitProducerIdRequestCodec, InitProducerIdResponseCodec, 4, {
      transactionalId: null, transactionTimeoutMs: 60_000, producerId: -1, producerEpoch: -1,
    });
    if (errorCode === 0) return { producerId, producerEpoch };
    if (performance.now() > deadline) throw new Error(`InitProducerId: error ${errorCode}`);
  }
}

