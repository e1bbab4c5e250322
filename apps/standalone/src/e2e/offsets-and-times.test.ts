import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Connection } from '@platformatic/kafka';
import { deleteRecordsV2, listOffsetsV9, offsetCommitV9 } from '@platformatic/kafka';
import kafkajs from 'kafkajs';
import type { Admin, Producer } from 'kafkajs';
import { answer, coordinatorsReady, openConnection } from './clients/api-connection.ts';
import { confluentKafka, hasConfluent } from './clients/confluent-client.ts';
import { kafkajsKafka } from './clients/kafkajs-client.ts';
import { hasKcat, kcatMessages, kcatOutput } from './clients/kcat.ts';
import { platformaticConsumer, readStream } from './clients/platformatic-client.ts';
import { uniqueName, within } from './conditions.ts';
import type { ServerProcess } from './server.ts';
import { startServer } from './server.ts';

const [latest, earliest, maxTimestamp, earliestLocal, latestTiered] = [-1n, -2n, -3n, -4n, -5n] as const;
const startMs = Date.now() - 1_000_000;
let server: ServerProcess;
let admin: Admin;
let producer: Producer;
let connection: Connection;
/** Ten records a second apart, each a batch of its own; the fifth is the newest. */
let topic: string;
const timestampsMs = Array.from({ length: 10 }, (_, index) => startMs + (index === 4 ? 60_000 : index * 1000));

beforeAll(async () => {
  server = await startServer();
  const kafka = kafkajsKafka(server.bootstrapServers, 0);
  [admin, producer] = [kafka.admin(), kafka.producer({ createPartitioner: kafkajs.Partitioners.DefaultPartitioner })];
  await Promise.all([admin.connect(), producer.connect()]);
  connection = await openConnection(server);
  await coordinatorsReady(connection);
  topic = await newTopic();
  for (const [index, timestampMs] of timestampsMs.entries()) await send(topic, `value ${index}`, timestampMs);
}, 90_000);
afterAll(async () => {
  await Promise.all([admin.disconnect(), producer.disconnect(), connection.close()]);
  await server.stop();
});

async function newTopic(configs: Readonly<Record<string, string>> = {}): Promise<string> {
  const name = uniqueName('times');
  await admin.createTopics({ topics: [{ topic: name, configEntries: Object.entries(configs).map(([key, value]) => ({ name: key, value })) }], waitForLeaders: true });
  return name;
}

async function send(to: string, value: string, timestampMs: number): ReturnType<Producer['send']> {
  return await producer.send({ topic: to, messages: [{ value, timestamp: String(timestampMs) }] });
}

async function listOffset(name: string, timestamp: bigint, partitionIndex = 0): Promise<readonly [code: number, offset: number, timestampMs: number] | undefined> {
  const request = [{ name, partitions: [{ partitionIndex, currentLeaderEpoch: -1, timestamp }] }];
  const { topics } = await answer(listOffsetsV9.api.async(connection, -1, 0, request));
  const partition = topics[0]?.partitions[0];
  return partition && [partition.errorCode, Number(partition.offset), Number(partition.timestamp)];
}

describe('offsets by time', () => {
  it('are those of the first record at or after it', async () => {
    expect(await listOffset(topic, earliest)).toEqual([0, 0, -1]);
    expect(await listOffset(topic, latest)).toEqual([0, 10, -1]);
    expect(await listOffset(topic, 0n)).toEqual([0, 0, startMs]);
    expect(await listOffset(topic, BigInt(startMs + 2000))).toEqual([0, 2, startMs + 2000]);
    expect(await listOffset(topic, BigInt(startMs + 2001))).toEqual([0, 3, startMs + 3000]);
    expect(await listOffset(topic, BigInt(startMs + 9001))).toEqual([0, 4, startMs + 60_000]);
    expect(await listOffset(topic, BigInt(startMs + 60_001))).toEqual([0, -1, -1]);
  });

  it('know the record with the greatest timestamp', async () => {
    expect(await listOffset(topic, maxTimestamp)).toEqual([0, 4, startMs + 60_000]);
    expect(await listOffset(await newTopic(), maxTimestamp)).toEqual([0, -1, -1]);
  });

  it('answer for tiered storage as where there is none', async () => {
    expect(await listOffset(topic, earliestLocal)).toEqual([0, 0, -1]);
    expect(await listOffset(topic, latestTiered)).toEqual([0, -1, -1]);
  });

  it('are refused for what does not exist', async () => {
    expect(await listOffset(uniqueName('missing'), latest)).toEqual([3, -1, -1]);
    expect(await listOffset(topic, latest, 7)).toEqual([3, -1, -1]);
    expect(await listOffset(topic, -9n)).toEqual([35, -1, -1]);
  });

  it('are found inside a batch', async () => {
    const batched = await newTopic();
    await producer.send({ topic: batched, messages: timestampsMs.map((timestampMs) => ({ value: 'x', timestamp: String(timestampMs) })), compression: kafkajs.CompressionTypes.GZIP });
    expect(await listOffset(batched, BigInt(startMs + 6500))).toEqual([0, 4, startMs + 60_000]);
    expect(await listOffset(batched, BigInt(startMs + 2500))).toEqual([0, 3, startMs + 3000]);
    expect(await listOffset(batched, maxTimestamp)).toEqual([0, 4, startMs + 60_000]);
  });

  it('are the same to every client', async () => {
    const wantedMs = startMs + 1500;
    expect(await admin.fetchTopicOffsetsByTimestamp(topic, wantedMs)).toEqual([{ partition: 0, offset: '2' }]);
    expect(await admin.fetchTopicOffsets(topic)).toEqual([{ partition: 0, offset: '10', high: '10', low: '0' }]);
    const consumer = platformaticConsumer(server.bootstrapServers, uniqueName('times'));
    const offsets = await consumer.listOffsetsWithTimestamps({ topics: [topic], timestamp: BigInt(wantedMs) });
    expect(offsets.get(topic)?.get(0)).toEqual({ offset: 2n, timestamp: BigInt(startMs + 2000) });
    await consumer.close(true);
  });

  (hasKcat ? it : it.skip)('are the same to kcat', async () => {
    expect(await kcatOutput(server.bootstrapServers, ['-Q', '-t', `${topic}:0:${startMs + 1500}`])).toContain(`${topic} [0] offset 2`);
    expect(await kcatOutput(server.bootstrapServers, ['-Q', '-t', `${topic}:0:-1`])).toContain(`${topic} [0] offset 10`);
  });

  (hasConfluent ? it : it.skip)('are the same to @confluentinc/kafka-javascript', async () => {
    const confluent = confluentKafka(server.bootstrapServers).admin();
    await confluent.connect();
    expect(await confluent.fetchTopicOffsetsByTimestamp(topic, startMs + 1500)).toEqual([{ partition: 0, offset: '2' }]);
    expect(await confluent.fetchTopicOffsets(topic)).toEqual([{ partition: 0, offset: '10', high: '10', low: '0' }]);
    await confluent.disconnect();
  });
});

describe('reading', () => {
  const seen = async (...words: string[]): Promise<readonly number[]> => (await kcatMessages(server.bootstrapServers, ['-C', '-e', '-t', topic, '-p', '0', ...words])).map(({ offset }) => offset);

  (hasKcat ? it : it.skip)('starts where kcat wants', async () => {
    expect(await seen('-o', 'beginning')).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(await seen('-o', '7')).toEqual([7, 8, 9]);
    expect(await seen('-o', '-2')).toEqual([8, 9]);
    expect(await seen('-o', 'end')).toEqual([]);
    expect(await seen('-o', `s@${startMs + 2500}`, '-o', `e@${startMs + 6500}`)).toEqual([3]);
  }, 30_000);

  it('starts at the end for a group that wants only what is new', async () => {
    const consumer = platformaticConsumer(server.bootstrapServers, uniqueName('latest'));
    const own = await newTopic();
    await send(own, 'before', startMs);
    const stream = await consumer.consume({ topics: [own], mode: 'latest' });
    await send(own, 'after', startMs);
    const records = await within('the new record arrives', 15_000, readStream(stream, 1));
    expect(records.map(({ value, offset }) => [value, offset])).toEqual([['after', 1]]);
    await consumer.close(true);
  }, 30_000);

  it('goes on at the first record that there is when the wanted one is gone', async () => {
    const own = await newTopic();
    for (let index = 0; index < 5; index++) await send(own, `value ${index}`, startMs);
    // kafkajs looks for the leader before it asks for metadata, so it must have heard of the topic.
    await admin.fetchTopicOffsets(own);
    await admin.deleteTopicRecords({ topic: own, partitions: [{ partition: 0, offset: '3' }] });
    expect(await admin.fetchTopicOffsets(own)).toEqual([{ partition: 0, offset: '5', high: '5', low: '3' }]);
    const groupId = uniqueName('gone');
    const committed = [{ partitionIndex: 0, committedOffset: 1n, committedLeaderEpoch: -1, committedMetadata: '' }];
    await offsetCommitV9.api.async(connection, groupId, -1, '', null, [{ name: own, partitions: committed }]);
    const consumer = kafkajsKafka(server.bootstrapServers).consumer({ groupId, maxWaitTimeInMs: 100 });
    const { promise, resolve } = Promise.withResolvers<string>();
    await consumer.connect();
    await consumer.subscribe({ topics: [own], fromBeginning: true });
    await consumer.run({ eachMessage: async ({ message }) => await Promise.resolve(resolve(message.offset)) });
    expect(await within('a record arrives', 20_000, promise)).toBe('3');
    await consumer.disconnect();
  }, 40_000);
});

describe('deleting records', () => {
  const remove = async (name: string, partitionIndex: number, offset: bigint): Promise<readonly [code: number | undefined, lowWatermark: bigint | undefined]> => {
    const { topics } = await answer(deleteRecordsV2.api.async(connection, [{ name, partitions: [{ partitionIndex, offset }] }], 10_000));
    const partition = topics[0]?.partitions[0];
    return [partition?.errorCode, partition?.lowWatermark];
  };

  it('moves the low watermark, up to the high watermark at most', async () => {
    const own = await newTopic();
    for (let index = 0; index < 4; index++) await send(own, `value ${index}`, startMs);
    expect(await remove(own, 0, 2n)).toEqual([0, 2n]);
    expect(await remove(own, 0, 1n)).toEqual([0, 2n]);
    expect(await remove(own, 0, 5n)).toEqual([1, -1n]);
    expect(await listOffset(own, earliest)).toEqual([0, 2, -1]);
    expect(await remove(own, 0, -1n)).toEqual([0, 4n]);
    expect(await listOffset(own, earliest)).toEqual([0, 4, -1]);
  });

  it('refuses what does not exist', async () => {
    expect(await remove(uniqueName('missing'), 0, 0n)).toEqual([3, -1n]);
    expect(await remove(topic, 9, 0n)).toEqual([3, -1n]);
    expect(await remove(topic, 0, -2n)).toEqual([1, -1n]);
  });
});

describe('timestamps', () => {
  it('are the time of the append where the topic says so', async () => {
    const own = await newTopic({ 'message.timestamp.type': 'LogAppendTime' });
    const beforeMs = Date.now() - 5;
    const [{ logAppendTime } = {}] = await send(own, 'x', startMs);
    expect(Number(logAppendTime)).toBeGreaterThanOrEqual(beforeMs);
    expect(await listOffset(own, maxTimestamp)).toEqual([0, 0, Number(logAppendTime)]);
  });

  it('are refused when they lie too far ahead, or behind where the topic says so', async () => {
    const recent = await newTopic({ 'message.timestamp.before.max.ms': '60000' });
    await expect(send(topic, 'x', Date.now() + 7_200_000)).rejects.toMatchObject({ code: 32 });
    await expect(send(recent, 'x', Date.now() - 120_000)).rejects.toMatchObject({ code: 32 });
    expect(await listOffset(recent, latest)).toEqual([0, 0, -1]);
    expect(await listOffset(topic, latest)).toEqual([0, 10, -1]);
  });
});
