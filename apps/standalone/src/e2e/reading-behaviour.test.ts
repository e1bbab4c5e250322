import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ErrorCode, tableCrc32c } from '@ottla/model';
import { ApiKeys, buildBatch, readRecords, RecordBatch, type FetchRequestInput, type FetchResponse } from '@ottla/protocol';
import { RawConnection } from './clients/raw-connection.ts';
import { uniqueName } from './conditions.ts';
import { startSmallCluster, type SmallCluster } from './small-cluster.ts';

/** What readers rely on: fairness, limits, sessions, where to go on, whom to ask instead. Two brokers in this process, raw requests. */
let cluster: SmallCluster;
const connections: RawConnection[] = [];
const BATCH_VALUE_BYTES = 10_000;
const FETCH = 12;
/** Hooks and tests: two brokers start, and other test files keep the machine busy. */
const TEST_TIME_MS = 60_000;
const LONGEST_WORK_MS = 250;

beforeAll(async () => {
  cluster = await startSmallCluster(2, { 'max.incremental.fetch.session.cache.slots': '2', 'auto.create.topics.enable': 'false' });
}, TEST_TIME_MS);
afterAll(async () => {
  for (const connection of connections) connection.close();
  await cluster?.[Symbol.asyncDispose]();
}, TEST_TIME_MS);

async function open(broker = 1): Promise<RawConnection> {
  const address = cluster.process.brokers[broker - 1]?.addresses()[0];
  if (address === undefined) throw new Error(`broker ${broker} has no address`);
  const connection = await RawConnection.open(address);
  connections.push(connection);
  return connection;
}

/** A topic that broker 1 has alone. */
async function createTopic(partitions: number): Promise<string> {
  const name = uniqueName('reading');
  const assignments = Array.from({ length: partitions }, (_, partitionIndex) => ({ partitionIndex, brokerIds: [1] }));
  const { topics } = await (await open()).ask(ApiKeys.CreateTopics, 5, { topics: [{ name, numPartitions: -1, replicationFactor: -1, assignments, configs: [] }], timeoutMs: 10_000, validateOnly: false });
  expect(topics[0]?.errorCode).toBe(0);
  return name;
}

async function write(connection: RawConnection, topic: string, index: number, batches: number): Promise<void> {
  for (let count = 0; count < batches; count++) {
    const records = buildBatch({ crc: tableCrc32c }, [{ key: null, value: Buffer.alloc(BATCH_VALUE_BYTES, 65 + count) }]);
    const { responses } = await connection.ask(ApiKeys.Produce, 9, { transactionalId: null, acks: 1, timeoutMs: 10_000, topicData: [{ name: topic, partitionData: [{ index, records }] }] });
    expect(responses[0]?.partitionResponses[0]?.errorCode).toBe(0);
  }
}

interface Wanted {
  readonly partition: number;
  readonly fetchOffset: number;
}

function fetch(topic: string, wanted: readonly Wanted[], limits: { maxBytes?: number; partitionMaxBytes?: number; sessionId?: number; sessionEpoch?: number } = {}): FetchRequestInput {
  const { maxBytes = 10_000_000, partitionMaxBytes = 1_000_000, sessionId = 0, sessionEpoch = -1 } = limits;
  const partitions = wanted.map((each) => ({ ...each, currentLeaderEpoch: -1, lastFetchedEpoch: -1, logStartOffset: -1, partitionMaxBytes }));
  return { replicaId: -1, maxWaitMs: 0, minBytes: 1, maxBytes, isolationLevel: 0, sessionId, sessionEpoch, rackId: '', forgottenTopicsData: [], topics: partitions.length === 0 ? [] : [{ topic, partitions }] };
}

/** Partition and next offset of what an answer has records of. */
function read({ responses }: FetchResponse): [partition: number, nextOffset: number][] {
  return responses.flatMap(({ partitions }) => partitions.flatMap(({ partitionIndex, records }): [number, number][] => {
    if (records === null || records.byteLength === 0) return [];
    const bytes = Buffer.from(records);
    let next = -1;
    for (let position = 0; position + 12 <= bytes.length; ) {
      const batch = new RecordBatch(bytes, position);
      if (!batch.isComplete) break;
      next = batch.nextOffset;
      expect(readRecords(batch, { compress: (_type, part) => part, decompress: (_type, part) => part })).toHaveLength(1);
      position += batch.sizeInBytes;
    }
    return [[partitionIndex, next]];
  }));
}

describe('a fetch of many partitions with room for few', () => {
  it('starves none: what a session reads of a partition is never more than one round ahead of any other', async () => {
    const [count, batches] = [20, 4];
    const topic = await createTopic(count);
    const connection = await open();
    for (let index = 0; index < count; index++) await write(connection, topic, index, batches);
    const offsets = Array.from({ length: count }, () => 0);
    let answer = await connection.ask(ApiKeys.Fetch, FETCH, fetch(topic, offsets.map((fetchOffset, partition) => ({ partition, fetchOffset })), { maxBytes: 25_000, partitionMaxBytes: 11_000, sessionEpoch: 0 }));
    const { sessionId } = answer;
    // The answer that opens a session turns nothing, in Kafka neither: what it has read comes first in the first round, too.
    const opened = new Map(read(answer));
    expect(sessionId).toBeGreaterThan(0);
    let rounds = 0;
    for (let epoch = 1; offsets.some((offset) => offset < batches); epoch++) {
      const moved = read(answer).filter(([partition, next]) => next > (offsets[partition] ?? 0));
      for (const [partition, next] of moved) offsets[partition] = next;
      const inSession = offsets.map((offset, partition) => offset - (opened.get(partition) ?? 0));
      expect(Math.max(...inSession) - Math.min(...inSession)).toBeLessThanOrEqual(1);
      expect(++rounds).toBeLessThanOrEqual(count * batches);
      answer = await connection.ask(ApiKeys.Fetch, FETCH, fetch(topic, moved.map(([partition, fetchOffset]) => ({ partition, fetchOffset })), { maxBytes: 25_000, partitionMaxBytes: 11_000, sessionId, sessionEpoch: epoch }));
    }
    await connection.ask(ApiKeys.Fetch, FETCH, fetch(topic, [], { sessionId }));
  }, TEST_TIME_MS);

  it('answers the first batch whole, whatever the limits, and no other beyond them', async () => {
    const topic = await createTopic(2);
    const connection = await open();
    for (const index of [0, 1]) await write(connection, topic, index, 2);
    const both = [{ partition: 0, fetchOffset: 0 }, { partition: 1, fetchOffset: 0 }];
    expect(read(await connection.ask(ApiKeys.Fetch, FETCH, fetch(topic, both, { partitionMaxBytes: 100 })))).toEqual([[0, 1]]);
    expect(read(await connection.ask(ApiKeys.Fetch, FETCH, fetch(topic, both.toReversed(), { maxBytes: 1 })))).toEqual([[1, 1]]);
    expect(read(await connection.ask(ApiKeys.Fetch, FETCH, fetch(topic, both)))).toEqual([[0, 2], [1, 2]]);
  }, TEST_TIME_MS);
});

describe('fetch sessions over the wire', () => {
  it('are refused when the cache is full of those in use, found again by their id, and made when one ends', async () => {
    const topic = await createTopic(1);
    const connection = await open();
    const begin = async (): Promise<number> => (await connection.ask(ApiKeys.Fetch, FETCH, fetch(topic, [{ partition: 0, fetchOffset: 0 }], { sessionEpoch: 0 }))).sessionId;
    const goOn = async (sessionId: number, sessionEpoch: number): Promise<number> => (await connection.ask(ApiKeys.Fetch, FETCH, fetch(topic, [], { sessionId, sessionEpoch }))).errorCode;
    const [first, second] = [await begin(), await begin()];
    expect([first > 0, second > 0, await begin()]).toEqual([true, true, 0]);
    expect([await goOn(first, 1), await goOn(first, 1), await goOn(1, 1)]).toEqual([ErrorCode.NONE, ErrorCode.INVALID_FETCH_SESSION_EPOCH, ErrorCode.FETCH_SESSION_ID_NOT_FOUND]);
    expect(await goOn(second, -1)).toBe(ErrorCode.NONE);
    expect(await begin()).toBeGreaterThan(0);
    expect(await goOn(second, 1)).toBe(ErrorCode.FETCH_SESSION_ID_NOT_FOUND);
  }, TEST_TIME_MS);
});

describe('an offset that is not there', () => {
  it('is told, and earliest and latest say where to go on', async () => {
    const topic = await createTopic(1);
    const connection = await open();
    await write(connection, topic, 0, 3);
    const errorAt = async (fetchOffset: number): Promise<number | undefined> => (await connection.ask(ApiKeys.Fetch, FETCH, fetch(topic, [{ partition: 0, fetchOffset }]))).responses[0]?.partitions[0]?.errorCode;
    const offsetOf = async (timestamp: number): Promise<number | undefined> =>
      (await connection.ask(ApiKeys.ListOffsets, 6, { replicaId: -1, isolationLevel: 0, topics: [{ name: topic, partitions: [{ partitionIndex: 0, currentLeaderEpoch: -1, timestamp }] }] })).topics[0]?.partitions[0]?.offset;
    expect([await errorAt(3), await errorAt(4), await errorAt(0)]).toEqual([ErrorCode.NONE, ErrorCode.OFFSET_OUT_OF_RANGE, ErrorCode.NONE]);
    await connection.ask(ApiKeys.DeleteRecords, 2, { topics: [{ name: topic, partitions: [{ partitionIndex: 0, offset: 2 }] }], timeoutMs: 10_000 });
    expect(await errorAt(1)).toBe(ErrorCode.OFFSET_OUT_OF_RANGE);
    const [earliest, latest] = [await offsetOf(-2), await offsetOf(-1)];
    expect([earliest, latest]).toEqual([2, 3]);
    expect([await errorAt(earliest ?? -1), await errorAt(latest ?? -1)]).toEqual([ErrorCode.NONE, ErrorCode.NONE]);
  }, TEST_TIME_MS);
});

describe('a broker without the partition (KIP-951)', () => {
  it('says who does, and where that broker is, to writers and readers', async () => {
    const topic = await createTopic(1);
    const image = cluster.process.brokers[0]?.image();
    const topicId = image?.topics.get(topic)?.id ?? '';
    const leader = cluster.process.brokers[0]?.addresses()[0];
    const connection = await open(2);
    const records = buildBatch({ crc: tableCrc32c }, [{ key: null, value: Buffer.from('x') }]);
    const produced = await connection.ask(ApiKeys.Produce, 11, { transactionalId: null, acks: 1, timeoutMs: 10_000, topicData: [{ name: topic, partitionData: [{ index: 0, records }] }] });
    const asked = fetch('', [{ partition: 0, fetchOffset: 0 }]);
    const fetched = await connection.ask(ApiKeys.Fetch, 16, { ...asked, topics: (asked.topics ?? []).map((each) => ({ ...each, topicId })) });
    const told = [produced.responses[0]?.partitionResponses[0], fetched.responses[0]?.partitions[0]];
    for (const partition of told) expect(partition).toMatchObject({ errorCode: ErrorCode.NOT_LEADER_OR_FOLLOWER, currentLeader: { leaderId: 1, leaderEpoch: 0 } });
    for (const { nodeEndpoints } of [produced, fetched]) expect(nodeEndpoints).toMatchObject([{ nodeId: 1, host: leader?.host, port: leader?.port }]);
  }, TEST_TIME_MS);
});

describe('10,000 partitions', () => {
  it('are described in one answer, while others are served', async () => {
    for (let count = 0; count < 4; count++) await createTopic(2500);
    const [connection, other] = [await open(), await open()];
    const all = { topics: null, allowAutoTopicCreation: false, includeTopicAuthorizedOperations: false };
    let longestMs = 0;
    let isOver = false;
    const beside = (async () => {
      while (!isOver) {
        const before = process.threadCpuUsage();
        await other.ask(ApiKeys.ApiVersions, 3, { clientSoftwareName: 'raw', clientSoftwareVersion: '1' });
        const { user, system } = process.threadCpuUsage(before);
        longestMs = Math.max(longestMs, (user + system) / 1000);
      }
    })();
    const { topics } = await connection.ask(ApiKeys.Metadata, 9, all).finally(() => (isOver = true));
    await beside;
    expect(topics.reduce((sum, { partitions }) => sum + partitions.length, 0)).toBeGreaterThanOrEqual(10_000);
    // By what this thread works between a question and its answer, which no other process on the machine makes more. The brokers
    // and the decoding here are all in it: 10 ms, of 250 that nobody would notice.
    expect(longestMs).toBeLessThan(LONGEST_WORK_MS);
  }, TEST_TIME_MS);
});
