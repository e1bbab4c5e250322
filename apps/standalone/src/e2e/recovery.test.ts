import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTopicsV7, produceV9 } from '@platformatic/kafka';
import { batchesIn } from '@ottla/protocol';
import { answer, openConnection } from './clients/api-connection.ts';
import { kafkajsClient, kafkajsKafka } from './clients/kafkajs-client.ts';
import { uniqueName } from './conditions.ts';
import type { ServerProcess } from './server.ts';
import { isExternal, startServer } from './server.ts';

interface Record {
  readonly topic: string;
  readonly partition: number;
  readonly value: Buffer;
}

/** Topics by name, with so many partitions each. */
async function createTopics(server: ServerProcess, topics: ReadonlyMap<string, number>, configs: { name: string; value: string }[] = []): Promise<void> {
  const connection = await openConnection(server);
  for (const [name, numPartitions] of topics) {
    const created = await answer(createTopicsV7.api.async(connection, [{ name, numPartitions, replicationFactor: 1, assignments: [], configs }], 30_000, false));
    expect([name, created.topics[0]?.errorCode]).toEqual([name, 0]);
  }
  await connection.close();
}

/** One request, with a batch for each partition. Answers the base offsets, once all are acknowledged. */
async function produce(server: ServerProcess, records: readonly Record[]): Promise<readonly bigint[]> {
  const connection = await openConnection(server);
  const produced = await answer(produceV9.api.async(connection, -1, 30_000, [...records]));
  await connection.close();
  if (typeof produced === 'boolean') throw new Error('the request was not answered');
  const partitions = produced.responses.flatMap(({ partitionResponses }) => partitionResponses);
  expect(new Set(partitions.map(({ errorCode }) => errorCode))).toEqual(new Set([0]));
  return partitions.map(({ baseOffset }) => baseOffset);
}

async function endOffset(server: ServerProcess, topic: string): Promise<number> {
  const admin = kafkajsKafka(server.bootstrapServers).admin();
  await admin.connect();
  const [end] = await admin.fetchTopicOffsets(topic);
  await admin.disconnect();
  return Number(end?.high);
}

(isExternal ? describe.skip : describe)('a byte that changed while the server was dead', () => {
  const topic = uniqueName('damaged');
  const count = 30;
  const valueOf = (index: number): string => `${index} ${'x'.repeat(100_000)}`;
  let server: ServerProcess;
  beforeAll(async () => {
    // However long the machine takes, the recovery point that is noted stays behind what is written.
    server = await startServer({ settings: { 'log.flush.offset.checkpoint.interval.ms': '3600000' } });
    await createTopics(server, new Map([[topic, 1]]), [{ name: 'segment.bytes', value: String(1024 * 1024) }]);
    for (let index = 0; index < count; index++) await produce(server, [{ topic, partition: 0, value: Buffer.from(valueOf(index)) }]);
    await server.kill();
  }, 60_000);
  afterAll(async () => await server.stop());

  it('is found past the recovery point, and the log ends before it', async () => {
    const folder = join(server.directory, `${topic}-0`);
    const segments = (): string[] => readdirSync(folder).filter((name) => name.endsWith('.log')).sort();
    const before = segments();
    expect(before.length).toBeGreaterThanOrEqual(3);
    const damaged = before[1] as string;
    const checkpoint = readFileSync(join(server.directory, 'recovery-point-offset-checkpoint'), { encoding: 'utf8', flag: 'a+' });
    expect(checkpoint).not.toContain(topic);
    const cut = flipInTheMiddle(join(folder, damaged));
    expect(cut).toBeGreaterThan(Number(damaged.slice(0, 20)));

    server = await startServer({ directory: server.directory });
    expect(server.output()).toMatch(/WARN .*cut/);
    expect(await endOffset(server, topic)).toBe(cut);
    expect(segments()).toEqual(before.slice(0, 2));
    expect(await produce(server, [{ topic, partition: 0, value: Buffer.from('after') }])).toEqual([BigInt(cut)]);
    const read = await kafkajsClient.consume(server.bootstrapServers, topic, cut + 1);
    expect(read.map(({ offset, value }) => [offset, value?.split(' ')[0]])).toEqual([...Array.from({ length: cut }, (_, index) => [index, String(index)]), [cut, 'after']]);
    expect(read.slice(0, cut).every(({ value }, index) => value === valueOf(index))).toBe(true);
  }, 60_000);
});

/** Changes one bit; answers the offset of the batch that it lies in. */
function flipInTheMiddle(path: string): number {
  const bytes = readFileSync(path);
  const at = bytes.length >> 1;
  let offset = -1;
  for (const batch of batchesIn(bytes)) if (batch.position <= at) offset = batch.baseOffset;
  bytes[at] = (bytes[at] as number) ^ 1;
  writeFileSync(path, bytes);
  return offset;
}

(isExternal ? describe.skip : describe)('with 1,024 open files at most', () => {
  const wrapper = ['bash', '-c', 'ulimit -n 1024; exec "$@"', 'limited'];
  const filled = uniqueName('filled');
  const filledPartitions = 1200;
  const values = Array.from({ length: filledPartitions }, (_, partition) => `for ${partition}`);
  let server: ServerProcess;
  beforeAll(async () => {
    server = await startServer({ wrapper });
  }, 30_000);
  afterAll(async () => await server.stop(), 30_000);

  async function expectAll(rounds: number): Promise<void> {
    const read = await kafkajsClient.consume(server.bootstrapServers, filled, filledPartitions * rounds);
    const byPartition = Array.from({ length: filledPartitions }, (): (string | null)[] => []);
    for (const { partition, value } of read) byPartition[partition]?.push(value);
    expect(byPartition).toEqual(values.map((value) => Array.from({ length: rounds }, () => value)));
  }

  async function produceAll(): Promise<void> {
    await produce(server, values.map((value, partition) => ({ topic: filled, partition, value: Buffer.from(value) })));
  }

  it('holds 10,000 partitions, writes and reads more of them than it may open, and does so after a crash and a clean stop', async () => {
    expect(readFileSync(`/proc/${server.pid}/limits`, 'utf8')).toMatch(/Max open files\s+1024\s/);
    await createTopics(server, new Map([[filled, filledPartitions], ...Array.from({ length: 8 }, (_, index) => [uniqueName(`empty-${index}`), 1100] as const)]));
    await produceAll();
    await produceAll();
    await expectAll(2);
    await server.kill();
    server = await startServer({ wrapper, directory: server.directory });
    await expectAll(2);
    await produceAll();
    await server.terminate();
    server = await startServer({ wrapper, directory: server.directory });
    await expectAll(3);
    expect(server.output()).not.toMatch(/ ERROR /);
  }, 120_000);
});
