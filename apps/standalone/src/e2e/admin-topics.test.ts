import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Connection } from '@platformatic/kafka';
import { createPartitionsV3, createTopicsV7, deleteTopicsV6, metadataV12 } from '@platformatic/kafka';
import { answer, openConnection } from './clients/api-connection.ts';
import { kafkajsKafka } from './clients/kafkajs-client.ts';
import { eventually, uniqueName } from './conditions.ts';
import type { ServerProcess } from './server.ts';
import { startServer } from './server.ts';

type Topic = Parameters<typeof createTopicsV7.createRequest>[0][number];
type Outcome = readonly [code: number, message: string | null | undefined];

const existing = uniqueName('existing');
const dotted = `${uniqueName('dotted')}.x`;
const taken = uniqueName('never-created');
let server: ServerProcess;
let connection: Connection;

beforeAll(async () => {
  server = await startServer();
  connection = await openConnection(server);
  expect(await create([topic(existing), topic(dotted)])).toEqual([[0, null], [0, null]]);
}, 30_000);
afterAll(async () => {
  await connection.close();
  await server.stop();
});

function topic(name: string, options: Partial<Topic> = {}): Topic {
  return { name, numPartitions: 1, replicationFactor: 1, assignments: [], configs: [], ...options };
}

/** A topic whose replicas are placed by hand: the brokers of each partition. */
function placed(...brokersOfPartitions: readonly (readonly [number, ...number[]])[]): Partial<Topic> {
  return { numPartitions: -1, replicationFactor: -1, assignments: brokersOfPartitions.map(([partitionIndex, ...brokerIds]) => ({ partitionIndex, brokerIds })) };
}

async function create(topics: readonly Topic[], validateOnly = false): Promise<readonly Outcome[]> {
  const { topics: results } = await answer(createTopicsV7.api.async(connection, [...topics], 10_000, validateOnly));
  const byName = new Map(results.map(({ name, errorCode, errorMessage }) => [name, [errorCode, errorMessage] as const]));
  return topics.map(({ name }) => byName.get(name) ?? [-99, 'no answer']);
}

const badCharacters = "contains one or more characters other than ASCII alphanumerics, '.', '_' and '-'";
const refusals: readonly (readonly [what: string, topic: Topic, outcome: Outcome])[] = [
  ['an empty name', topic(''), [17, 'Topic name is invalid: the empty string is not allowed']],
  ['the name .', topic('.'), [17, "Topic name is invalid: '.' is not allowed"]],
  ['the name ..', topic('..'), [17, "Topic name is invalid: '..' is not allowed"]],
  ['a long name', topic('a'.repeat(250)), [17, `Topic name is invalid: the length of '${'a'.repeat(250)}' is longer than the max allowed length 249`]],
  ['a slash', topic('a/b'), [17, `Topic name is invalid: 'a/b' ${badCharacters}`]],
  ['a space', topic('a b'), [17, `Topic name is invalid: 'a b' ${badCharacters}`]],
  ['a letter beyond ASCII', topic('ä'), [17, `Topic name is invalid: 'ä' ${badCharacters}`]],
  ['a name that metrics cannot tell from another', topic(dotted.replace('.', '_')), [17, `Topic '${dotted.replace('.', '_')}' collides with existing topic: ${dotted}`]],
  ['a name that exists', topic(existing), [36, `Topic '${existing}' already exists.`]],
  ['no partitions', topic(taken, { numPartitions: 0 }), [37, 'Number of partitions was set to an invalid non-positive value.']],
  ['fewer than no partitions', topic(taken, { numPartitions: -2 }), [37, 'Number of partitions was set to an invalid non-positive value.']],
  ['no replicas', topic(taken, { replicationFactor: 0 }), [38, 'Replication factor must be larger than 0, or -1 to use the default value.']],
  ['an unknown key', topic(taken, { configs: [{ name: 'nope', value: '1' }] }), [40, 'Unknown topic config name: nope']],
  ['a bad value', topic(taken, { configs: [{ name: 'retention.ms', value: 'x' }] }), [40, 'Invalid value x for configuration retention.ms: Not a number of type LONG']],
  ['a null value', topic(taken, { configs: [{ name: 'retention.ms', value: null }] }), [40, 'Null value not supported for topic configs: retention.ms']],
  ['replicas placed and counted', topic(taken, { assignments: [{ partitionIndex: 0, brokerIds: [1] }] }), [42, 'A manual partition assignment was specified, but replication factor was not set to -1.']],
  ['a gap between placed partitions', topic(taken, placed([1, 1])), [39, 'partitions should be a consecutive 0-based integer sequence']],
  ['a broker that does not exist', topic(taken, placed([0, 99])), [39, 'The manual partition assignment includes broker 99, but no such broker is registered.']],
  ['a broker twice', topic(taken, placed([0, 1, 1])), [39, 'The manual partition assignment includes the broker 1 more than once.']],
  ['a partition placed nowhere', topic(taken, placed([0])), [39, 'The manual partition assignment includes an empty replica list.']],
  ['a partition placed twice', topic(taken, placed([0, 1], [0, 1])), [39, 'Found multiple manual partition assignments for partition 0']],
];

describe('creating topics', () => {
  it.each(refusals)('refuses %s', async (_, wanted, outcome) => {
    expect(await create([wanted])).toEqual([outcome]);
    expect(await create([wanted], true)).toEqual([outcome]);
  });

  it('refuses more replicas than brokers', async () => {
    const [[code, message] = []] = await create([topic(taken, { replicationFactor: 2 })]);
    expect(code).toBe(38);
    expect(message).toContain('The target replication factor of 2 cannot be reached because only 1 broker(s) are registered');
  });

  it('refuses a name given twice, and creates the others', async () => {
    const [twice, once] = [uniqueName('twice'), uniqueName('once')];
    expect(await create([topic(twice), topic(once), topic(twice)])).toEqual([[42, 'Duplicate topic name.'], [0, null], [42, 'Duplicate topic name.']]);
    expect(await codesOf([twice, once])).toEqual([3, 0]);
  });

  it('only checks when asked to', async () => {
    expect(await create([topic(taken)], true)).toEqual([[0, null]]);
    expect(await codesOf([taken])).toEqual([3]);
  });

  it('answers what was created', async () => {
    const [counted, byHand] = [uniqueName('counted'), uniqueName('by-hand')];
    const requests = [topic(counted, { numPartitions: -1, replicationFactor: -1, configs: [{ name: 'retention.ms', value: '7' }] }), topic(byHand, placed([0, 1], [1, 1]))];
    const { topics } = await createTopicsV7.api.async(connection, requests, 10_000, false);
    expect(topics.map(({ numPartitions, replicationFactor, configs }) => [numPartitions, replicationFactor, configs?.length])).toEqual([[1, 1, 33], [2, 1, 33]]);
    expect(topics[0]?.configs?.find(({ name }) => name === 'retention.ms')).toMatchObject({ value: '7', configSource: 1, readOnly: false });
    expect(topics[0]?.configs?.find(({ name }) => name === 'segment.bytes')).toMatchObject({ value: '1073741824', configSource: 5 });
  });

  it('lets exactly one of 100 clients create a name', async () => {
    const name = uniqueName('contested');
    const connections = await Promise.all(Array.from({ length: 10 }, async () => await openConnection(server)));
    const attempts = Array.from({ length: 100 }, async (_, index) => {
      const own = connections[index % connections.length] as Connection;
      const { topics } = await answer(createTopicsV7.api.async(own, [topic(name)], 20_000, false));
      return topics[0]?.errorCode;
    });
    const codes = await Promise.all(attempts);
    await Promise.all(connections.map(async (own) => await own.close()));
    expect(codes.filter((code) => code === 0)).toHaveLength(1);
    expect(codes.filter((code) => code === 36)).toHaveLength(99);
  }, 30_000);
});

describe('adding partitions', () => {
  const add = async (name: string, count: number, brokersOfNew: readonly number[][] | null = null, validateOnly = false): Promise<Outcome> => {
    const assignments = brokersOfNew?.map((brokerIds) => ({ brokerIds })) ?? null;
    const { results } = await answer(createPartitionsV3.api.async(connection, [{ name, count, assignments }], 10_000, validateOnly));
    return [results[0]?.errorCode ?? -99, results[0]?.errorMessage ?? null];
  };

  it.each([
    ['a topic that does not exist', taken, 3, null, [3, null]],
    ['a bad name', 'a/b', 3, null, [3, null]],
    ['the count that there is', existing, 1, null, [37, 'Topic already has 1 partition(s).']],
    ['fewer', existing, 0, null, [37, `The topic ${existing} currently has 1 partition(s); 0 would not be an increase.`]],
    ['too few placements', existing, 3, [[1]], [39, 'Attempted to add 2 additional partition(s), but only 1 assignment(s) were specified.']],
    ['a broker that does not exist', existing, 2, [[99]], [39, 'The manual partition assignment includes broker 99, but no such broker is registered.']],
    ['a broker twice', existing, 2, [[1, 1]], [39, 'The manual partition assignment includes the broker 1 more than once.']],
  ] as const)('refuses %s', async (_, name, count, placement, outcome) => {
    expect(await add(name, count, placement as number[][] | null)).toEqual(outcome);
  });

  it('adds them, once it is not only asked to check', async () => {
    const name = uniqueName('growing');
    await create([topic(name)]);
    expect(await add(name, 3, null, true)).toEqual([0, null]);
    expect(await partitionsOf(name)).toBe(1);
    expect(await add(name, 3)).toEqual([0, null]);
    await eventually('three partitions are known', async () => (await partitionsOf(name)) === 3);
  });

  it('refuses a topic named twice', async () => {
    const twice = [2, 3].map((count) => ({ name: existing, count, assignments: null }));
    const { results } = await answer(createPartitionsV3.api.async(connection, twice, 10_000, false));
    expect(results.map(({ errorCode, errorMessage }) => [errorCode, errorMessage])).toEqual([[42, 'Duplicate topic name.']]);
  });
});

describe('deleting topics', () => {
  const remove = async (...topics: { name: string | null; topicId?: string }[]): Promise<readonly Outcome[]> => {
    const { responses } = await answer(deleteTopicsV6.api.async(connection, topics, 10_000));
    return responses.map(({ errorCode, errorMessage }) => [errorCode, errorMessage]);
  };

  it('refuses what does not exist', async () => {
    const unknown = 'This server does not host this topic-partition.';
    expect(await remove({ name: taken })).toEqual([[3, unknown]]);
    expect(await remove({ name: 'a/b' })).toEqual([[3, unknown]]);
    expect(await remove({ name: null, topicId: '11111111-2222-3333-4444-555555555555' })).toEqual([[100, 'This server does not host this topic ID.']]);
    expect(await remove({ name: existing }, { name: existing })).toEqual([[42, 'Duplicate topic name.']]);
  });

  it('deletes by name and by id, and lets the name be created anew', async () => {
    const name = uniqueName('deleted');
    const { topics } = await createTopicsV7.api.async(connection, [topic(name)], 10_000, false);
    expect(await remove({ name: null, topicId: topics[0]?.topicId as string })).toEqual([[0, null]]);
    await eventually('the topic is gone', async () => (await codesOf([name]))[0] === 3);
    expect(await remove({ name })).toEqual([[3, 'This server does not host this topic-partition.']]);
    expect(await create([topic(name, { numPartitions: 2 })])).toEqual([[0, null]]);
    await eventually('two partitions are known', async () => (await partitionsOf(name)) === 2);
    expect(await remove({ name })).toEqual([[0, null]]);
  });

  it('starts a topic of the same name empty', async () => {
    const name = uniqueName('emptied');
    const kafka = kafkajsKafka(server.bootstrapServers);
    const [admin, producer] = [kafka.admin(), kafka.producer()];
    await Promise.all([admin.connect(), producer.connect()]);
    await admin.createTopics({ topics: [{ topic: name }], waitForLeaders: true });
    await producer.send({ topic: name, messages: [{ value: 'old' }] });
    await admin.deleteTopics({ topics: [name] });
    await admin.createTopics({ topics: [{ topic: name }], waitForLeaders: true });
    expect(await admin.fetchTopicOffsets(name)).toEqual([{ partition: 0, offset: '0', high: '0', low: '0' }]);
    await Promise.all([admin.disconnect(), producer.disconnect()]);
  }, 20_000);
});

async function codesOf(names: readonly string[]): Promise<readonly number[]> {
  const { topics } = await answer(metadataV12.api.async(connection, [...names], false, false));
  return names.map((name) => topics.find((found) => found.name === name)?.errorCode ?? -99);
}

async function partitionsOf(name: string): Promise<number | undefined> {
  const { topics } = await answer(metadataV12.api.async(connection, [name], false, false));
  return topics[0]?.partitions.length;
}
