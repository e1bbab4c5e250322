import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTopicsV7, metadataV12 } from '@platformatic/kafka';
import { answer, coordinatorsReady, openConnection } from './clients/api-connection.ts';
import { kafkajsKafka } from './clients/kafkajs-client.ts';
import { platformaticConsumer } from './clients/platformatic-client.ts';
import { RecordingCommitter } from './clients/recording-committer.ts';
import type { RecordingProducer } from './clients/recording-producer.ts';
import { recordingProducers } from './clients/recording-producer.ts';
import { eventually, uniqueName } from './conditions.ts';
import type { ServerProcess } from './server.ts';
import { isExternal, startServer } from './server.ts';

const rounds = Number(process.env['OTTLA_KILL_ROUNDS'] ?? 2);
const roundDeadlineMs = 60_000;
const partitionCount = 4;

(isExternal ? describe.skip : describe)('kill -9 under full load', () => {
  let server: ServerProcess;
  const topic = uniqueName('survivor');
  let producers: readonly RecordingProducer[] = [];
  const committers = [0, 1, 2].map((index) => new RecordingCommitter(uniqueName(`committer-${index}`), topic));

  beforeAll(async () => {
    server = await startServer();
    const admin = kafkajsKafka(server.bootstrapServers).admin();
    await admin.connect();
    // Small segments, so that the server dies with many of them, and rolls some while it dies.
    const configEntries = [{ name: 'segment.bytes', value: '1048576' }];
    await admin.createTopics({ topics: [{ topic, numPartitions: partitionCount, configEntries }], waitForLeaders: true });
    await admin.disconnect();
    const connection = await openConnection(server);
    await coordinatorsReady(connection);
    await connection.close();
  }, 90_000);
  afterAll(async () => {
    await Promise.all(producers.map(async (producer) => await producer.stop()));
    await server.stop();
  }, 30_000);

  it(`loses nothing that was acknowledged, ${rounds} times`, async () => {
    producers = recordingProducers(server.bootstrapServers, topic);
    await Promise.all(producers.map(async (producer) => await producer.start()));
    const created: string[] = [];
    for (let round = 0; round < rounds; round++) {
      const commits = committers.map(async (committer) => await committer.run(server));
      // A different moment each time, but always with everyone in the midst of it.
      await progress(`before death ${round + 1}`, producers, 150 + ((round * 137) % 500));
      created.push(await createTopic(server));
      await server.kill();
      await Promise.all(commits);
      server = await startServer({ directory: server.directory, port: server.port });
      await expectKept(server, committers, created);
    }
    await progress('after the last death', producers, 50);
    await Promise.all(producers.map(async (producer) => await producer.stop()));
    const read = await readAll(server, topic);
    for (const producer of producers) expectOnceAndInOrder(producer, read.get(producer.partition) ?? []);
  }, 60_000 + rounds * roundDeadlineMs);
});

/** Waits until every producer and every client library has had another `count` records acknowledged. */
async function progress(when: string, producers: readonly RecordingProducer[], count: number): Promise<void> {
  const goals = producers.map((producer) => producer.acknowledged.size + count);
  const reached = eventually(
    `everyone has ${count} more records acknowledged ${when}`,
    () => {
      const missing = producers.filter((producer, index) => producer.acknowledged.size < (goals[index] ?? 0));
      if (missing.length > 0) throw new Error(missing.map(({ name, acknowledged }) => `${name} has ${acknowledged.size}`).join(', '));
      return true;
    },
    roundDeadlineMs,
  );
  await Promise.race([reached, ...producers.map(async ({ failure }) => await failure)]);
}

/** A topic whose creation was acknowledged just before the server dies. */
async function createTopic(server: ServerProcess): Promise<string> {
  const name = uniqueName('created');
  const connection = await openConnection(server);
  const { topics } = await createTopicsV7.api.async(connection, [{ name, numPartitions: 3, replicationFactor: 1, assignments: [], configs: [] }], 10_000, false);
  expect(topics[0]?.errorCode).toBe(0);
  await connection.close();
  return name;
}

/** Committed offsets have not gone back, nor ahead of what was asked for; topics are still there. */
async function expectKept(server: ServerProcess, committers: readonly RecordingCommitter[], topics: readonly string[]): Promise<void> {
  const connection = await openConnection(server);
  for (const committer of committers) {
    const offset = await eventually(`the offset of ${committer.groupId} is loaded`, async () => await committer.committed(connection), roundDeadlineMs);
    expect(offset).toBeGreaterThanOrEqual(committer.acknowledged);
    expect(offset).toBeLessThanOrEqual(committer.attempted);
    expect(committer.acknowledged).toBeGreaterThan(0);
  }
  const metadata = await answer(metadataV12.api.async(connection, [...topics], false, false));
  expect(metadata.topics.map(({ errorCode, partitions }) => [errorCode, partitions.length])).toEqual(topics.map(() => [0, 3]));
  await connection.close();
}

/** The values of each partition, from its start to its end. */
async function readAll(server: ServerProcess, topic: string): Promise<ReadonlyMap<number, readonly string[]>> {
  const admin = kafkajsKafka(server.bootstrapServers).admin();
  await admin.connect();
  const count = (await admin.fetchTopicOffsets(topic)).reduce((sum, { high }) => sum + Number(high), 0);
  await admin.disconnect();
  const consumer = platformaticConsumer(server.bootstrapServers, uniqueName('reader'));
  const stream = await consumer.consume({ topics: [topic], mode: 'earliest', autocommit: false });
  const read = new Map<number, string[]>();
  let position = 0;
  for await (const { partition, value } of stream) {
    const values = read.get(partition) ?? [];
    values.push(value);
    read.set(partition, values);
    if (++position === count) break;
  }
  await consumer.close(true);
  return read;
}

function expectOnceAndInOrder(producer: RecordingProducer, values: readonly string[]): void {
  const numbers = values.map((value) => Number(value.split(' ')[1]));
  expect(values.every((value) => value.startsWith(`${producer.name} `))).toBe(true);
  const misplaced = numbers.filter((number, index) => index > 0 && number <= (numbers[index - 1] as number));
  expect({ producer: producer.name, misplaced }).toEqual({ producer: producer.name, misplaced: [] });
  const found = new Set(numbers);
  const lost = [...producer.acknowledged].filter((number) => !found.has(number));
  expect({ producer: producer.name, lost }).toEqual({ producer: producer.name, lost: [] });
}
