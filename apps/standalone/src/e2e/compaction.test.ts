import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { offsetCommitV9, offsetFetchV9 } from '@platformatic/kafka';
import kafkajs from 'kafkajs';
import { answer, coordinatorsReady, openConnection } from './clients/api-connection.ts';
import { kafkajsKafka } from './clients/kafkajs-client.ts';
import { eventually, uniqueName, within } from './conditions.ts';
import { isExternal, startServer, type ServerProcess } from './server.ts';

const settings = { 'log.cleaner.backoff.ms': '100', 'log.segment.delete.delay.ms': '100' };
const keyCount = 200;
const rounds = 30;
const valueBytes = 1_000;
const segmentBytes = 1_048_576;

interface Seen {
  readonly offset: number;
  readonly key: string;
  readonly value: string | null;
}

/** Files of the log cleaner and old segments that may be there for a moment only. */
const passing = /\.(cleaned|swap|deleted)$/;

(isExternal ? describe.skip : describe)('a compacted topic', () => {
  let server: ServerProcess;
  const topic = uniqueName('table');
  /** What the last record of each key says. */
  const table = new Map<string, string>();
  let end = 0;

  beforeAll(async () => {
    server = await startServer({ settings });
    const admin = kafkajsKafka(server.bootstrapServers).admin();
    await admin.connect();
    const configs = { 'cleanup.policy': 'compact', 'segment.bytes': String(segmentBytes), 'min.cleanable.dirty.ratio': '0.01', 'delete.retention.ms': '0' };
    await admin.createTopics({ topics: [{ topic, numPartitions: 1, configEntries: Object.entries(configs).map(([name, value]) => ({ name, value })) }], waitForLeaders: true });
    await admin.disconnect();
  }, 60_000);
  afterAll(async () => await server.stop(), 30_000);

  const folder = (): string => join(server.directory, `${topic}-0`);
  const logBytes = async (): Promise<number> => {
    const names = (await readdir(folder())).filter((name) => name.endsWith('.log'));
    const sizes = await Promise.all(names.map(async (name) => (await stat(join(folder(), name))).size));
    return sizes.reduce((sum, size) => sum + size, 0);
  };
  const cleanedTo = async (): Promise<number> => {
    const text = await readFile(join(server.directory, 'cleaner-offset-checkpoint'), 'utf8');
    return Number(new RegExp(`^${topic} 0 (\\d+)$`, 'm').exec(text)?.[1] ?? 0);
  };

  const noise = (): string => Buffer.from(Array.from({ length: valueBytes * 0.75 }, () => Math.floor(Math.random() * 256))).toString('base64');

  const write = async (roundsToWrite: number, codec: number): Promise<void> => {
    const producer = kafkajsKafka(server.bootstrapServers).producer();
    await producer.connect();
    for (let round = 0; round < roundsToWrite; round++) {
      const messages = Array.from({ length: keyCount }, (_, index) => {
        const key = `key-${index}`;
        // Every tenth key is deleted in the end; noise, so that no codec makes it small.
        const value = index % 10 === 9 && round === roundsToWrite - 1 ? null : `${round}:${noise()}`;
        if (value === null) table.delete(key);
        else table.set(key, value);
        return { key, value };
      });
      const [written] = await producer.send({ topic, compression: codec, messages });
      end = Number(written?.baseOffset ?? 0) + keyCount;
    }
    await producer.disconnect();
  };

  const read = async (): Promise<Seen[]> => {
    const consumer = kafkajsKafka(server.bootstrapServers).consumer({ groupId: uniqueName('reader') });
    await consumer.connect();
    await consumer.subscribe({ topics: [topic], fromBeginning: true });
    const seen: Seen[] = [];
    const { promise, resolve } = Promise.withResolvers<void>();
    await consumer.run({
      eachMessage: async ({ message }) => {
        seen.push({ offset: Number(message.offset), key: String(message.key), value: message.value === null ? null : String(message.value) });
        if (Number(message.offset) === end - 1) resolve();
        return await Promise.resolve();
      },
    });
    await within('the end of the topic is read', 30_000, promise);
    await consumer.disconnect();
    return seen;
  };

  const expectTable = (seen: readonly Seen[]): void => {
    const made = new Map<string, string>();
    for (const { key, value } of seen) {
      if (value === null) made.delete(key);
      else made.set(key, value);
    }
    expect(made).toEqual(table);
    expect(seen.every(({ offset }, index) => index === 0 || offset > (seen[index - 1]?.offset ?? 0))).toBe(true);
  };

  it('shrinks to the last record of each key, and a reader from the start sees the same table', async () => {
    await write(rounds, kafkajs.CompressionTypes.None);
    await eventually('the log is cleaned', async () => (await cleanedTo()) > end / 2 && (await logBytes()) < 3 * segmentBytes);
    expectTable(await read());
  }, 90_000);

  it('shrinks compressed batches too, and forgets tombstones', async () => {
    await write(rounds, kafkajs.CompressionTypes.GZIP);
    // The tombstones of the first part lie deep in the clean one by now.
    const seen = await eventually('the tombstones are gone', async () => {
      if ((await cleanedTo()) <= end / 2 || (await logBytes()) >= 3 * segmentBytes) return undefined;
      const records = await read();
      return records.some(({ value, offset }) => value === null && offset < end / 2) ? undefined : records;
    });
    expectTable(seen);
    expect(seen.length).toBeLessThan(rounds * keyCount);
  }, 90_000);

  it('drops what was aborted and keeps what was committed', async () => {
    const producer = kafkajsKafka(server.bootstrapServers).producer({ transactionalId: uniqueName('transactional'), maxInFlightRequests: 1, idempotent: true });
    await producer.connect();
    for (let round = 0; round < rounds; round++) {
      const isCommitted = round % 3 !== 0;
      const transaction = await producer.transaction();
      const messages = Array.from({ length: keyCount / 2 }, (_, index) => ({ key: `key-${index}`, value: `${isCommitted ? 'committed' : 'aborted'} ${round}:${noise()}` }));
      await transaction.send({ topic, messages });
      if (isCommitted) await transaction.commit();
      else await transaction.abort();
      for (const { key, value } of isCommitted ? messages : []) table.set(key, value);
    }
    await producer.disconnect();
    const before = end;
    await write(rounds / 3, kafkajs.CompressionTypes.None);
    await eventually('the transactions are cleaned', async () => (await cleanedTo()) > before + rounds * (keyCount / 2) && (await logBytes()) < 3 * segmentBytes);
    const seen = await read();
    expectTable(seen);
    expect(seen.filter(({ value }) => value?.startsWith('aborted'))).toEqual([]);
  }, 90_000);

  it('is the same after kill -9, and goes on being cleaned', async () => {
    await server.kill();
    server = await startServer({ settings, directory: server.directory, port: server.port });
    expectTable(await read());
    expect((await readdir(folder())).filter((name) => passing.test(name))).toEqual([]);
    const before = await cleanedTo();
    await write(rounds, kafkajs.CompressionTypes.None);
    await eventually('the log is cleaned again', async () => (await cleanedTo()) > before && (await logBytes()) < 3 * segmentBytes);
    expectTable(await read());
  }, 90_000);

  it('leaves files that pass only for their delay', async () => {
    await eventually('old segments are removed', async () => (await readdir(folder())).every((name) => !passing.test(name)));
    expect(server.output()).not.toMatch(/cleaning a log failed/);
  });
});

(isExternal ? describe.skip : describe)('__consumer_offsets', () => {
  const partitions = 200;
  const groupId = uniqueName('committer');
  const offsetsSettings = { ...settings, 'offsets.topic.num.partitions': '1', 'offsets.topic.segment.bytes': String(segmentBytes), 'log.cleaner.min.cleanable.ratio': '0.01' };
  let server: ServerProcess;

  beforeAll(async () => (server = await startServer({ settings: offsetsSettings })), 60_000);
  afterAll(async () => await server.stop(), 30_000);

  it('does not grow with commits, and loads from what is left', async () => {
    const connection = await openConnection(server);
    await coordinatorsReady(connection);
    const topic = uniqueName('read');
    const admin = kafkajsKafka(server.bootstrapServers).admin();
    await admin.connect();
    await admin.createTopics({ topics: [{ topic, numPartitions: partitions }], waitForLeaders: true });
    await admin.disconnect();
    const folder = join(server.directory, '__consumer_offsets-0');
    const logBytes = async (): Promise<number> => (await Promise.all((await readdir(folder)).filter((name) => name.endsWith('.log')).map(async (name) => (await stat(join(folder, name))).size))).reduce((sum, size) => sum + size, 0);
    const commits = 300;
    for (let commit = 1; commit <= commits; commit++) {
      const rows = Array.from({ length: partitions }, (_, partitionIndex) => ({ partitionIndex, committedOffset: BigInt(commit), committedLeaderEpoch: -1, committedMetadata: '' }));
      await eventually(
        `commit ${commit} is taken`,
        async () => {
          const { topics } = await answer(offsetCommitV9.api.async(connection, groupId, -1, '', null, [{ name: topic, partitions: rows }]));
          return topics[0]?.partitions.every(({ errorCode }) => errorCode === 0);
        },
      );
    }
    await connection.close();
    // More than four segments were written; the active one and what is left of the others stay.
    await eventually('the offsets are compacted', async () => (await logBytes()) < 2 * segmentBytes);
    await server.kill();
    server = await startServer({ settings: offsetsSettings, directory: server.directory, port: server.port });
    const again = await openConnection(server);
    await coordinatorsReady(again);
    const request = [{ groupId, memberId: null, memberEpoch: -1, topics: [{ name: topic, partitionIndexes: Array.from({ length: partitions }, (_, index) => index) }] }];
    const rows = await eventually('the group is loaded', async () => {
      const { groups } = await answer(offsetFetchV9.api.async(again, request as Parameters<typeof offsetFetchV9.createRequest>[0], false));
      return groups[0]?.errorCode === 0 ? groups[0].topics[0]?.partitions : undefined;
    });
    expect(rows.map(({ committedOffset }) => Number(committedOffset))).toEqual(Array.from({ length: partitions }, () => commits));
    await again.close();
  }, 120_000);
});
