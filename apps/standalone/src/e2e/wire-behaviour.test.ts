import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CompressionType, ErrorCode, tableCrc32c } from '@ottla/model';
import { ApiKeys, buildBatch, RecordBatch, type ApiTypes } from '@ottla/protocol';
import { RawConnection } from './clients/raw-connection.ts';
import { eventually, uniqueName, within } from './conditions.ts';
import { isExternal, startServer, type ServerProcess } from './server.ts';

/** What clients rely on below any API, asked over a socket of a process. */
let server: ServerProcess;
const connections: RawConnection[] = [];
const ALL_HOSTS = '';
const BROKER = 4;
const SET = 0;
const REQUEST_MAX_BYTES = 2_000_000;
/** Hooks and tests: a process starts, and other test files keep the machine busy. */
const TEST_TIME_MS = 60_000;

async function open(clientId?: string): Promise<RawConnection> {
  const connection = await RawConnection.open(server, clientId);
  connections.push(connection);
  return connection;
}

beforeAll(async () => {
  server = await startServer({ settings: { 'socket.request.max.bytes': String(REQUEST_MAX_BYTES), 'max.connections.per.ip': '50', 'message.max.bytes': '1900000' } });
}, TEST_TIME_MS);
afterAll(async () => {
  for (const connection of connections) connection.close();
  await server?.stop();
}, TEST_TIME_MS);

async function createTopic(config: Readonly<Record<string, string>> = {}, numPartitions = 1): Promise<string> {
  const name = uniqueName('wire');
  const connection = await open();
  const { topics } = await connection.ask(ApiKeys.CreateTopics, 5, { topics: [{ name, numPartitions, replicationFactor: 1, assignments: [], configs: Object.entries(config).map(([key, value]) => ({ name: key, value })) }], timeoutMs: 10_000, validateOnly: false });
  expect(topics[0]?.errorCode).toBe(0);
  return name;
}

function batch(text: string): Uint8Array {
  return buildBatch({ crc: tableCrc32c }, [{ key: Buffer.from('k'), value: Buffer.from(text) }]);
}

function produce(topic: string, records: Uint8Array, acks = -1): ApiTypes[typeof ApiKeys.Produce]['requestInput'] {
  return { transactionalId: null, acks, timeoutMs: 10_000, topicData: [{ name: topic, partitionData: [{ index: 0, records }] }] };
}

function fetch(topic: string, fetchOffset = 0): ApiTypes[typeof ApiKeys.Fetch]['requestInput'] {
  return { replicaId: -1, maxWaitMs: 0, minBytes: 0, maxBytes: 1_000_000, isolationLevel: 0, sessionId: 0, sessionEpoch: -1, rackId: '', forgottenTopicsData: [], topics: [{ topic, partitions: [{ partition: 0, currentLeaderEpoch: -1, fetchOffset, lastFetchedEpoch: -1, logStartOffset: -1, partitionMaxBytes: 1_000_000 }] }] };
}

const latest = (topic: string): ApiTypes[typeof ApiKeys.ListOffsets]['requestInput'] => ({ replicaId: -1, isolationLevel: 0, topics: [{ name: topic, partitions: [{ partitionIndex: 0, currentLeaderEpoch: -1, timestamp: -1 }] }] });
const versions = { clientSoftwareName: 'raw', clientSoftwareVersion: '1' };

describe('requests that are sent without waiting', () => {
  it('are answered in their order, and a reader sees what was written before it', async () => {
    const topic = await createTopic();
    const connection = await open();
    const parts = await Promise.all([
      connection.ask(ApiKeys.Produce, 9, produce(topic, batch('a'))),
      connection.ask(ApiKeys.Metadata, 9, { topics: [{ name: topic }], allowAutoTopicCreation: false, includeTopicAuthorizedOperations: false }),
      connection.ask(ApiKeys.Fetch, 12, fetch(topic)),
      connection.ask(ApiKeys.ApiVersions, 3, versions),
      connection.ask(ApiKeys.Produce, 9, produce(topic, batch('b'), 1)),
      connection.ask(ApiKeys.ListOffsets, 6, latest(topic)),
      connection.ask(ApiKeys.FindCoordinator, 4, { keyType: 0, coordinatorKeys: ['g'] }),
      connection.ask(ApiKeys.Fetch, 12, fetch(topic, 1)),
    ]);
    const [, , first, , second, offsets, , last] = parts;
    expect(first.responses[0]?.partitions[0]?.highWatermark).toBe(1);
    expect(first.responses[0]?.partitions[0]?.records?.byteLength).toBeGreaterThan(0);
    expect(second.responses[0]?.partitionResponses[0]?.baseOffset).toBe(1);
    expect(offsets.topics[0]?.partitions[0]?.offset).toBe(2);
    expect(last.responses[0]?.partitions[0]?.highWatermark).toBe(2);
  }, TEST_TIME_MS);

  it('see what was written with acks=0, many times over', async () => {
    const topic = await createTopic();
    const connection = await open();
    const answers: Promise<ApiTypes[typeof ApiKeys.ListOffsets]['response']>[] = [];
    for (let count = 0; count < 50; count++) {
      connection.tell(ApiKeys.Produce, 9, produce(topic, batch(`${count}`), 0));
      answers.push(connection.ask(ApiKeys.ListOffsets, 6, latest(topic)));
    }
    const ends = (await Promise.all(answers)).map(({ topics }) => topics[0]?.partitions[0]?.offset);
    expect(ends).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
  }, TEST_TIME_MS);

  it('append a partition that one request names twice once, the last time', async () => {
    const topic = await createTopic();
    const connection = await open();
    const twice = produce(topic, batch('first'));
    const { responses } = await connection.ask(ApiKeys.Produce, 9, { ...twice, topicData: [...twice.topicData, ...produce(topic, batch('the last')).topicData] });
    expect(responses.map(({ partitionResponses }) => partitionResponses.map(({ index, errorCode, baseOffset }) => [index, errorCode, baseOffset]))).toEqual([[[0, 0, 0]]]);
    const { responses: read } = await connection.ask(ApiKeys.Fetch, 12, fetch(topic));
    const bytes = Buffer.from(read[0]?.partitions[0]?.records as Uint8Array);
    expect([bytes.includes('first'), bytes.includes('the last')]).toEqual([false, true]);
  }, TEST_TIME_MS);
});

describe('limits of connections', () => {
  it('end one with a frame above socket.request.max.bytes, and no other', async () => {
    const [large, other] = [await open(), await open()];
    const size = Buffer.alloc(4);
    size.writeInt32BE(REQUEST_MAX_BYTES + 1);
    large.write(size);
    await within('the connection ends', 5000, large.closed());
    expect((await other.ask(ApiKeys.ApiVersions, 3, versions)).errorCode).toBe(0);
  }, TEST_TIME_MS);

  it('leave half-open ones alone, whatever they claim', async () => {
    const half = await open();
    // Of two batches, since message.max.bytes bounds one; all but the largest that may be claimed.
    const topics = [await createTopic(), await createTopic()];
    const large = batch('x'.repeat(REQUEST_MAX_BYTES / topics.length - 500));
    const [first, second] = topics.map((topic) => produce(topic, large).topicData);
    const finish = half.begin(ApiKeys.Produce, 9, { ...produce('', large), topicData: [...(first ?? []), ...(second ?? [])] }, 1000);
    expect((await (await open()).ask(ApiKeys.ApiVersions, 3, versions)).errorCode).toBe(0);
    const { responses } = await finish();
    expect(responses.flatMap(({ partitionResponses }) => partitionResponses.map(({ errorCode, baseOffset }) => [errorCode, baseOffset]))).toEqual([[0, 0], [0, 0]]);
  }, TEST_TIME_MS);

  (isExternal ? it.skip : it)('change while the broker runs: max.connections.per.ip, and what an address has of its own', async () => {
    const admin = await open();
    const set = async (name: string, value: string): Promise<void> => {
      const { responses } = await admin.ask(ApiKeys.IncrementalAlterConfigs, 1, { resources: [{ resourceType: BROKER, resourceName: ALL_HOSTS, configs: [{ name, configOperation: SET, value }] }], validateOnly: false });
      expect(responses[0]?.errorCode).toBe(0);
    };
    const isTaken = async (): Promise<boolean> => {
      const connection = await RawConnection.open(server);
      try {
        return (await connection.ask(ApiKeys.ApiVersions, 3, versions)).errorCode === 0;
      } catch {
        return false;
      } finally {
        connection.close();
      }
    };
    await set('max.connections.per.ip', '1');
    await eventually('one more is refused', async () => !(await isTaken()));
    await set('max.connections.per.ip.overrides', '127.0.0.1:60');
    await eventually('one more is taken', isTaken);
    await set('max.connections', '2');
    await eventually('one more is refused', async () => !(await isTaken()));
    await set('max.connections', '1000');
    await eventually('one more is taken', isTaken);
  }, TEST_TIME_MS);
});

describe('what is not served', () => {
  it('is not advertised, and ends the connection: telemetry of clients', async () => {
    const connection = await open();
    const { apiKeys } = await connection.ask(ApiKeys.ApiVersions, 3, versions);
    expect(apiKeys.map(({ apiKey }) => apiKey).filter((key) => key === 71 || key === 72)).toEqual([]);
    const frame = Buffer.from([0, 0, 0, 11, 0, 71, 0, 0, 0, 0, 0, 9, 0, 0, 0]);
    connection.write(frame);
    await within('the connection ends', 5000, connection.closed());
  }, TEST_TIME_MS);
});

describe('topics of the server', () => {
  it('are listed as internal, and take nothing from clients', async () => {
    const connection = await open();
    await eventually('there is a coordinator', async () => (await connection.ask(ApiKeys.FindCoordinator, 4, { keyType: 0, coordinatorKeys: ['g'] })).coordinators[0]?.errorCode === 0);
    const { topics } = await connection.ask(ApiKeys.Metadata, 9, { topics: null, allowAutoTopicCreation: false, includeTopicAuthorizedOperations: false });
    expect(topics.find(({ name }) => name === '__consumer_offsets')?.isInternal).toBe(true);
    const { responses } = await connection.ask(ApiKeys.Produce, 9, produce('__consumer_offsets', batch('x')));
    // Clients put the message before their own words for the code.
    expect(responses[0]?.partitionResponses[0]).toMatchObject({ errorCode: ErrorCode.INVALID_TOPIC_EXCEPTION, errorMessage: null });
  }, TEST_TIME_MS);
});

describe('a batch that grows a thousandfold when it is opened', () => {
  it('holds up its sender only, and is bounded', async () => {
    const topic = await createTopic({ 'cleanup.policy': 'compact' });
    const [sender, other] = [await open(), await open()];
    const like = buildBatch({ crc: tableCrc32c, compressionType: CompressionType.gzip, compression: { compress: (_type, bytes) => gzipSync(bytes), decompress: (_type, bytes) => bytes } }, [{ key: Buffer.from('k'), value: Buffer.alloc(1) }]);
    const member = gzipSync(Buffer.alloc(1_000_000));
    const section = Buffer.concat(Array.from({ length: 140 }, () => member));
    const bomb = Buffer.concat([like.subarray(0, 61), section]);
    bomb.writeInt32BE(bomb.length - 12, 8);
    new RecordBatch(bomb).setMaxTimestamp(false, Date.now(), tableCrc32c);
    let isAnswered = false;
    const answer = sender.ask(ApiKeys.Produce, 9, produce(topic, bomb)).finally(() => (isAnswered = true));
    let othersMeanwhile = 0;
    while (!isAnswered) {
      await other.ask(ApiKeys.Produce, 9, produce(topic, batch('small')));
      othersMeanwhile++;
    }
    expect((await answer).responses[0]?.partitionResponses[0]?.errorCode).toBe(ErrorCode.RECORD_LIST_TOO_LARGE);
    // On the event loop it would be one, sent before and answered after.
    expect(othersMeanwhile).toBeGreaterThan(3);
  }, TEST_TIME_MS);
});
