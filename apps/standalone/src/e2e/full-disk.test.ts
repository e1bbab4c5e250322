import { mkdtempSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SmallDisk } from '@ottla/testing/small-disk';
import { createTopicsV7, metadataV12, offsetCommitV9, offsetFetchV9, produceV9 } from '@platformatic/kafka';
import type { Connection } from '@platformatic/kafka';
import { answer, coordinatorsReady, openConnection } from './clients/api-connection.ts';
import { platformaticConsumer } from './clients/platformatic-client.ts';
import { eventually, uniqueName, within } from './conditions.ts';
import type { ServerProcess } from './server.ts';
import { isExternal, startServer } from './server.ts';

const KAFKA_STORAGE_ERROR = 56;
const disk = isExternal ? 'the server is not ours' : SmallDisk.mount(mkdtempSync(join(tmpdir(), 'ottla-small-disk-')), 24);
if (typeof disk === 'string') process.stdout.write(`full-disk.test.ts is skipped: ${disk}\n`);

const topic = uniqueName('full');
const groupId = uniqueName('full-group');

/** Writes numbered records of one connection, one batch at a time, and remembers what was acknowledged. */
class NumberedWriter {
  readonly acknowledged: number[] = [];
  #next = 0;

  /** The error code of one batch of `count` records of about `bytes`. */
  async write(connection: Connection, count: number, bytes: number): Promise<number> {
    const numbers = Array.from({ length: count }, () => this.#next++);
    const records = numbers.map((number) => ({ topic, partition: 0, value: Buffer.from(`${number} ${'x'.repeat(bytes)}`) }));
    const produced = await answer(produceV9.api.async(connection, -1, 10_000, records));
    const code = typeof produced === 'boolean' ? undefined : produced.responses[0]?.partitionResponses[0]?.errorCode;
    if (code === undefined) throw new Error('the answer names no partition');
    if (code === 0) this.acknowledged.push(...numbers);
    return code;
  }
}

async function createTopic(connection: Connection, name: string): Promise<number> {
  const { topics } = await answer(createTopicsV7.api.async(connection, [{ name, numPartitions: 1, replicationFactor: 1, assignments: [], configs: [] }], 10_000, false));
  return topics[0]?.errorCode ?? -1;
}

async function commit(connection: Connection, offset: number): Promise<number> {
  const partitions = [{ partitionIndex: 0, committedOffset: BigInt(offset), committedLeaderEpoch: -1, committedMetadata: '' }];
  const { topics } = await answer(offsetCommitV9.api.async(connection, groupId, -1, '', null, [{ name: topic, partitions }]));
  return topics[0]?.partitions[0]?.errorCode ?? -1;
}

/** undefined while the group's coordinator is not there. */
async function committed(connection: Connection): Promise<number | undefined> {
  const request = [{ groupId, memberId: null, memberEpoch: -1, topics: [{ name: topic, partitionIndexes: [0] }] }];
  const { groups } = await answer(offsetFetchV9.api.async(connection, request as unknown as Parameters<typeof offsetFetchV9.createRequest>[0], false));
  return groups[0]?.errorCode === 0 ? Number(groups[0].topics[0]?.partitions[0]?.committedOffset) : undefined;
}

/** An answer may overtake what the log says of it, and the end of a process its last lines. */
async function logSays(server: ServerProcess, pattern: RegExp): Promise<void> {
  await eventually(`the log says ${pattern.source}`, () => pattern.test(server.output()), 5000);
}

/** The numbers in the topic, in the order of the log. */
async function readNumbers(server: ServerProcess, count: number): Promise<readonly number[]> {
  const consumer = platformaticConsumer(server.bootstrapServers, uniqueName('reader'));
  const stream = await consumer.consume({ topics: [topic], mode: 'earliest', autocommit: false });
  const numbers: number[] = [];
  for await (const { value } of stream) {
    numbers.push(Number(value.split(' ')[0]));
    if (numbers.length === count) break;
  }
  await consumer.close(true);
  return numbers;
}

(typeof disk === 'string' ? describe.skip : describe)('a full disk', () => {
  const small = disk as SmallDisk;
  const writer = new NumberedWriter();
  const created: string[] = [];
  let server: ServerProcess;
  let connection: Connection;
  let acknowledgedCommit = 0;
  const settings = { 'offsets.topic.num.partitions': '2' };
  const directory = join(small.path ?? '', 'data');

  beforeAll(async () => {
    small.fill(8 * 1024 * 1024);
    server = await startServer({ directory, settings });
    connection = await openConnection(server);
    expect(await createTopic(connection, topic)).toBe(0);
    await coordinatorsReady(connection);
    acknowledgedCommit = 1;
    expect(await commit(connection, acknowledgedCommit)).toBe(0);
  }, 30_000);
  afterAll(async () => {
    try {
      await connection.close().catch(() => {});
      await server.stop();
    } finally {
      small.unmount();
      rmdirSync(small.path);
    }
  }, 30_000);

  it('refuses appends with KAFKA_STORAGE_ERROR, says what to do, and goes on', async () => {
    let code = 0;
    while (code === 0) code = await writer.write(connection, 50, 4000);
    expect(code).toBe(KAFKA_STORAGE_ERROR);
    expect(writer.acknowledged.length).toBeGreaterThan(1000);
    await logSays(server, /ERROR appends cannot be written and are not acknowledged; free space or replace the disk .*ENOSPC/);
    // Smaller batches still fit for a while, then nothing does.
    for (const bytes of [400, 40, 4]) while ((await writer.write(connection, 1, bytes)) === 0);
    small.fill();
    expect(await writer.write(connection, 1, 4000)).toBe(KAFKA_STORAGE_ERROR);
    expect((await answer(metadataV12.api.async(connection, [topic], false, false))).topics[0]?.errorCode).toBe(0);
  }, 30_000);

  it('keeps acknowledged commits, and refuses new ones so that clients try again', async () => {
    // The last page of the log's file may still take some.
    let code = 0;
    let offset = acknowledgedCommit;
    while (code === 0) {
      code = await commit(connection, ++offset);
      if (code === 0) acknowledgedCommit = offset;
    }
    // NOT_COORDINATOR or COORDINATOR_NOT_AVAILABLE: both are retried.
    expect([15, 16]).toContain(code);
    const seen = await eventually('the group is served again', async () => await committed(connection));
    expect(seen).toBeGreaterThanOrEqual(acknowledgedCommit);
  }, 30_000);

  it('takes records and commits again once there is space, without a restart', async () => {
    small.free();
    await eventually('records are taken', async () => (await writer.write(connection, 1, 100)) === 0);
    await eventually('commits are taken', async () => {
      const code = await commit(connection, 1_000_000);
      if (code !== 0) throw new Error(`code ${code}`);
      return true;
    });
    acknowledgedCommit = 1_000_000;
    await logSays(server, /INFO {2}appends are written again/);
  }, 30_000);

  it('stops with a clear message when the metadata log cannot be written', async () => {
    small.fill();
    let hasEnded = false;
    const exited = server.exited.then((code) => {
      hasEnded = true;
      return code;
    });
    // The metadata log still has the rest of its last page.
    const create = async (): Promise<void> => {
      while (!hasEnded) {
        const name = uniqueName('created');
        if ((await createTopic(connection, name)) === 0) created.push(name);
      }
    };
    await create().catch(() => {});
    expect(await within('the server ends', 10_000, exited)).toBe(1);
    await logSays(server, /ERROR Ottla cannot go on and stops.*start it again.*ENOSPC/);
    expect(server.output()).not.toMatch(/^\s+at |Unhandled|uncaught/m);
  }, 30_000);

  it('says in one line why it cannot start while the disk is full, and changes nothing', async () => {
    // What the process before left of the last page, too.
    small.fill();
    const failure = await startServer({ directory, settings }).then(
      async (started) => {
        await started.terminate();
        return 'it started';
      },
      (error: unknown) => (error as Error).message,
    );
    expect(failure).toMatch(/ended with 1 and did not print "ready for Kafka clients at ":[^]*ENOSPC/);
    expect(failure).not.toMatch(/^\s+at /m);
  }, 30_000);

  it('serves all that was acknowledged after space was freed and it was started again', async () => {
    small.free();
    server = await startServer({ directory, settings });
    connection = await openConnection(server);
    const offset = await eventually('the committed offset is loaded', async () => await committed(connection));
    expect(offset).toBe(acknowledgedCommit);
    const { topics } = await answer(metadataV12.api.async(connection, created, false, false));
    expect(topics.map(({ errorCode }) => errorCode)).toEqual(created.map(() => 0));

    expect(await writer.write(connection, 1, 100)).toBe(0);
    expect(await within('the topic is read', 20_000, readNumbers(server, writer.acknowledged.length))).toEqual(writer.acknowledged);
  }, 60_000);
});
