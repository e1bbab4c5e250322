import {
  CreateTopicsRequestCodec, CreateTopicsResponseCodec, DeleteTopicsRequestCodec, DeleteTopicsResponseCodec, InitProducerIdRequestCodec,
  InitProducerIdResponseCodec, ListOffsetsRequestCodec, ListOffsetsResponseCodec,
} from '@ottla/protocol';
import { readdirSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { Client } from './connection.ts';
import type { System } from './systems.ts';

const ADMIN_TIMEOUT_MS = 30_000;
const GONE_WITHIN_MS = 15_000;
const LATEST_TIMESTAMP = -1;
const EARLIEST_TIMESTAMP = -2;
/** NOT_LEADER_OR_FOLLOWER, UNKNOWN_TOPIC_OR_PARTITION: the broker has not heard of the new topic yet. */
const notYet: ReadonlySet<number> = new Set([3, 6]);

let topicsMade = 0;

export interface TopicSettings {
  readonly [config: string]: string;
}

/** Makes a topic under a name of its own and waits until each of its partitions is led. */
export async function createTopic(client: Client, label: string, partitions: number, settings: TopicSettings): Promise<string> {
  const name = `bench-${label}-${process.pid}-${++topicsMade}`;
  const admin = await client.admin();
  const configs = Object.entries(settings).map(([config, value]) => ({ name: config, value }));
  const made = await admin.call(CreateTopicsRequestCodec, CreateTopicsResponseCodec, 7, {
    topics: [{ name, numPartitions: partitions, replicationFactor: 1, assignments: [], configs }], timeoutMs: ADMIN_TIMEOUT_MS, validateOnly: false,
  });
  const [topic] = made.topics;
  if (topic === undefined || topic.errorCode !== 0) throw new Error(`the topic ${name} was refused: error ${topic?.errorCode} ${topic?.errorMessage ?? ''}`);
  for (const deadline = performance.now() + ADMIN_TIMEOUT_MS; ; await wait(20)) {
    const offsets = await listOffsets(client, name, partitions, LATEST_TIMESTAMP);
    if (offsets.every((offset) => offset === 0)) return name;
    if (performance.now() > deadline) throw new Error(`the topic ${name} is not led`);
  }
}

/** Offsets by partition; -1 where the broker does not lead the partition yet. */
async function listOffsets(client: Client, topic: string, partitions: number, timestamp: number): Promise<number[]> {
  const admin = await client.admin();
  const answer = await admin.call(ListOffsetsRequestCodec, ListOffsetsResponseCodec, 7, {
    replicaId: -1,
    topics: [{ name: topic, partitions: Array.from({ length: partitions }, (_, partitionIndex) => ({ partitionIndex, timestamp })) }],
  });
  const offsets = Array.from({ length: partitions }, () => -1);
  for (const { partitionIndex, offset, errorCode } of answer.topics[0]?.partitions ?? []) {
    if (errorCode === 0) offsets[partitionIndex] = offset;
    else if (!notYet.has(errorCode)) throw new Error(`ListOffsets of ${topic}-${partitionIndex}: error ${errorCode}`);
  }
  return offsets;
}

export const startOffsets = (client: Client, topic: string, partitions: number): Promise<number[]> => listOffsets(client, topic, partitions, EARLIEST_TIMESTAMP);
export const endOffsets = (client: Client, topic: string, partitions: number): Promise<number[]> => listOffsets(client, topic, partitions, LATEST_TIMESTAMP);

/** Deletes the topic and waits until its files are gone, so that their removal does not fall into the next measurement. */
export async function deleteTopic(client: Client, system: System, topic: string): Promise<void> {
  const admin = await client.admin();
  const answer = await admin.call(DeleteTopicsRequestCodec, DeleteTopicsResponseCodec, 5, { topicNames: [topic], timeoutMs: ADMIN_TIMEOUT_MS });
  const errorCode = answer.responses[0]?.errorCode;
  if (errorCode !== 0) throw new Error(`the topic ${topic} was not deleted: error ${errorCode}`);
  const isThere = (): boolean => readdirSync(system.dataDirectory).some((folder) => folder.startsWith(topic));
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

