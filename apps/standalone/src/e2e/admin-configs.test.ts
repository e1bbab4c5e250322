import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Connection } from '@platformatic/kafka';
import { alterConfigsV2, createTopicsV7, describeConfigsV4, incrementalAlterConfigsV1 } from '@platformatic/kafka';
import { answer, openConnection } from './clients/api-connection.ts';
import { eventually, uniqueName } from './conditions.ts';
import type { ServerProcess } from './server.ts';
import { startServer } from './server.ts';

type Outcome = readonly [code: number, message: string | null];
type Described = Awaited<ReturnType<typeof describeConfigsV4.api.async>>['results'][number];
type ResourceType = Parameters<typeof describeConfigsV4.createRequest>[0][number]['resourceType'];
type Change = Parameters<typeof incrementalAlterConfigsV1.createRequest>[0][number]['configs'][number];

const [topicType, brokerType, metricsType, groupType] = [2, 4, 16, 32] as const;
const [set, remove, append, subtract] = [0, 1, 2, 3] as const;
const missing = uniqueName('missing');
let server: ServerProcess;
let connection: Connection;
let brokerId: string;

beforeAll(async () => {
  server = await startServer();
  connection = await openConnection(server);
  brokerId = await onlyBroker();
}, 30_000);
afterAll(async () => {
  await connection.close();
  await server.stop();
});

async function onlyBroker(): Promise<string> {
  const { configs } = await describeOne(brokerType, '1', ['node.id']);
  return configs[0]?.value as string;
}

async function describeOne(resourceType: number, resourceName: string, configurationKeys: string[] | null = null): Promise<Described> {
  const resource = { resourceType: resourceType as ResourceType, resourceName, configurationKeys };
  const { results } = await answer(describeConfigsV4.api.async(connection, [resource], true, true));
  return results[0] as Described;
}

async function newTopic(): Promise<string> {
  const name = uniqueName('configured');
  await createTopicsV7.api.async(connection, [{ name, numPartitions: 1, replicationFactor: 1, assignments: [], configs: [] }], 10_000, false);
  return name;
}

async function alter(resourceType: number, resourceName: string, configs: readonly (readonly [number, string, string | null])[], validateOnly = false): Promise<Outcome> {
  const changes = configs.map(([configOperation, name, value]) => ({ configOperation, name, value }) as Change);
  const resource = { resourceType: resourceType as ResourceType, resourceName, configs: changes };
  const { responses } = await answer(incrementalAlterConfigsV1.api.async(connection, [resource], validateOnly));
  return [responses[0]?.errorCode ?? -99, responses[0]?.errorMessage ?? null];
}

/** Key and value of what is set on the topic itself. */
async function ownConfigs(topic: string): Promise<Readonly<Record<string, string | null | undefined>>> {
  const { configs } = await describeOne(topicType, topic);
  return Object.fromEntries(configs.filter(({ configSource }) => configSource === 1).map(({ name, value }) => [name, value]));
}

describe('describing configs', () => {
  it('shows every key of a topic, where its value comes from, its type, and what it does', async () => {
    const topic = await newTopic();
    await alter(topicType, topic, [[set, 'retention.ms', '5000']]);
    const { configs } = await eventually('the change is known', async () => {
      const described = await describeOne(topicType, topic);
      return described.configs.some(({ name, value }) => name === 'retention.ms' && value === '5000') ? described : undefined;
    });
    const byName = new Map(configs.map((config) => [config.name, config]));
    expect(byName.size).toBe(33);
    expect(byName.get('retention.ms')).toMatchObject({ value: '5000', configSource: 1, readOnly: false, isSensitive: false, configType: 5 });
    expect(byName.get('retention.ms')?.synonyms).toEqual([{ name: 'retention.ms', value: '5000', source: 1 }]);
    expect(byName.get('max.message.bytes')).toMatchObject({ value: '1048588', configSource: 5, synonyms: [{ name: 'message.max.bytes', value: '1048588', source: 5 }] });
    expect(byName.get('cleanup.policy')).toMatchObject({ value: 'delete', configType: 7 });
    expect(byName.get('min.cleanable.dirty.ratio')).toMatchObject({ value: '0.5', configType: 6 });
    for (const { documentation } of configs) expect(documentation?.length ?? 0).toBeGreaterThan(0);
  });

  it('shows the keys that were asked for, and no others', async () => {
    const { errorCode, configs } = await describeOne(topicType, await newTopic(), ['retention.ms', 'nope']);
    expect([errorCode, configs.map(({ name }) => name)]).toEqual([0, ['retention.ms']]);
  });

  it('shows every key of a broker', async () => {
    const { configs } = await describeOne(brokerType, brokerId);
    const byName = new Map(configs.map((config) => [config.name, config]));
    expect(byName.size).toBe(340);
    expect(byName.get('listeners')).toMatchObject({ configSource: 4, readOnly: false });
    expect(byName.get('num.partitions')).toMatchObject({ value: '1', readOnly: true });
    expect(byName.get('ssl.keystore.password')).toMatchObject({ value: null, isSensitive: true });
    expect(byName.get('log.retention.hours')).toMatchObject({ value: '168', configSource: 5, readOnly: true });
  });

  it.each([
    ['a topic that does not exist', topicType, missing, 3, ''],
    ['a bad name', topicType, 'a/b', 17, "Topic name is invalid: 'a/b' contains one or more characters other than ASCII alphanumerics, '.', '_' and '-'"],
    ['a topic without a name', topicType, '', 17, 'Topic name is invalid: the empty string is not allowed'],
    ['a broker id that is no number', brokerType, 'x', 42, 'Broker id must be an integer, but it is: x'],
    ['a group without a name', groupType, '', 42, 'Group name must not be empty'],
  ])('refuses %s', async (_, type, name, code, message) => {
    const { errorCode, errorMessage, configs } = await describeOne(type, name);
    expect([errorCode, errorMessage, configs]).toEqual([code, message, []]);
  });

  it('refuses another broker', async () => {
    const { errorCode, errorMessage } = await describeOne(brokerType, '99');
    expect([errorCode, errorMessage]).toEqual([42, `Unexpected broker id, expected ${brokerId} or empty string, but received 99`]);
  });
});

describe('altering configs', () => {
  it.each<readonly [string, readonly (readonly [number, string, string | null])[], Outcome]>([
    ['a bad value', [[set, 'retention.ms', 'x']], [40, 'Invalid value x for configuration retention.ms: Not a number of type LONG']],
    ['an unknown key', [[set, 'nope', 'x']], [40, 'Unknown topic config name: nope']],
    ['a null value', [[set, 'retention.ms', null]], [42, 'Null value not supported for : retention.ms']],
    ['to append to what is no list', [[append, 'retention.ms', '1']], [40, "Can't APPEND to key retention.ms because its type is not LIST."]],
    ['a key twice', [[set, 'flush.ms', '1'], [set, 'flush.ms', '2']], [42, 'Error due to duplicate config keys']],
    ['values that contradict each other', [[set, 'min.compaction.lag.ms', '10'], [set, 'max.compaction.lag.ms', '5']], [40, 'conflict topic config setting min.compaction.lag.ms (10) > max.compaction.lag.ms (5)']],
  ])('refuses %s', async (_, changes, outcome) => {
    const topic = await newTopic();
    expect(await alter(topicType, topic, changes)).toEqual(outcome);
    expect(await ownConfigs(topic)).toEqual({});
  });

  it('refuses a topic that does not exist, and a bad name', async () => {
    expect(await alter(topicType, missing, [[set, 'retention.ms', '1']])).toEqual([3, `The topic '${missing}' does not exist.`]);
    expect((await alter(topicType, 'a/b', [[set, 'retention.ms', '1']]))[0]).toBe(17);
  });

  it('refuses a resource named twice', async () => {
    const topic = await newTopic();
    const twice = ['7', '8'].map((value) => ({ resourceType: topicType, resourceName: topic, configs: [{ configOperation: set, name: 'flush.ms', value }] }));
    const { responses } = await answer(incrementalAlterConfigsV1.api.async(connection, twice, false));
    expect(new Set(responses.map(({ errorCode }) => errorCode))).toEqual(new Set([42]));
    expect(responses[0]?.errorMessage).toBe('Each resource must appear at most once.');
  });

  it('sets, appends, subtracts and removes', async () => {
    const topic = await newTopic();
    const change = async (operation: number, name: string, value: string | null, expected: Readonly<Record<string, string | null>>): Promise<void> => {
      expect(await alter(topicType, topic, [[operation, name, value]])).toEqual([0, null]);
      await eventually(`${topic} has ${JSON.stringify(expected)}`, async () => {
        expect(await ownConfigs(topic)).toEqual(expected);
        return true;
      });
    };
    await change(append, 'cleanup.policy', 'compact', { 'cleanup.policy': 'delete,compact' });
    await change(append, 'cleanup.policy', 'compact', { 'cleanup.policy': 'delete,compact' });
    await change(subtract, 'cleanup.policy', 'delete', { 'cleanup.policy': 'compact' });
    await change(set, 'retention.ms', '5000', { 'cleanup.policy': 'compact', 'retention.ms': '5000' });
    await change(remove, 'cleanup.policy', null, { 'retention.ms': '5000' });
    await change(remove, 'flush.ms', null, { 'retention.ms': '5000' });
  });

  it('only checks when asked to', async () => {
    const topic = await newTopic();
    expect(await alter(topicType, topic, [[set, 'retention.ms', '5000']], true)).toEqual([0, null]);
    expect(await ownConfigs(topic)).toEqual({});
  });

  it('replaces everything in the old way', async () => {
    const topic = await newTopic();
    await alter(topicType, topic, [[set, 'retention.ms', '5000']]);
    const resource = { resourceType: topicType, resourceName: topic, configs: [{ name: 'flush.ms', value: '9' }] };
    expect((await answer(alterConfigsV2.api.async(connection, [resource], false))).responses).toMatchObject([{ errorCode: 0 }]);
    await eventually('only flush.ms is set', async () => {
      expect(await ownConfigs(topic)).toEqual({ 'flush.ms': '9' });
      return true;
    });
  });

  it.each<readonly [string, number, string, readonly [number, string, string], Outcome]>([
    ['a key of a broker that never changes', brokerType, '1', [set, 'broker.rack', 'x'], [42, 'Cannot update these configs dynamically: [broker.rack]']],
    ['a bad value of a broker', brokerType, '1', [set, 'message.max.bytes', 'x'], [42, 'Invalid value x for configuration message.max.bytes: Not a number of type INT']],
    ['a broker id that is no number', brokerType, 'x', [set, 'log.retention.ms', '1'], [42, 'Node id must be an integer, but it is: x']],
    ['listeners of all brokers at once', brokerType, '', [set, 'listeners', 'PLAINTEXT://:1'], [42, 'Cannot update these configs at default cluster level, broker id must be specified: [listeners]']],
    ['a kind of resource that does not exist', 99, '1', [set, 'nope', 'x'], [42, 'Unknown resource type 99']],
    ['an unknown key of a group', groupType, 'g', [set, 'nope', '1'], [40, 'Unknown group config name: nope']],
    ['a session timeout that is too short', groupType, 'g', [set, 'consumer.session.timeout.ms', '1'], [40, 'consumer.session.timeout.ms must be greater than or equal to group.consumer.min.session.timeout.ms']],
    ['settings of all groups at once', groupType, '', [set, 'consumer.session.timeout.ms', '50000'], [42, 'Default group resources are not allowed.']],
  ])('refuses %s', async (_, type, name, change, outcome) => {
    expect(await alter(type, name, [change], true)).toEqual(outcome);
  });

  it('refuses a broker that does not exist', async () => {
    const [code, message] = await alter(brokerType, '99', [[set, 'log.retention.ms', '1']], true);
    // Kafka has the broker that is asked say this, Ottla the controller: the words differ.
    expect([code, message]).toEqual([42, expect.stringMatching(/broker.*99/)]);
  });

  it("keeps a plugin's key of a broker, and tells no more of it than that it is set", async () => {
    expect(await alter(brokerType, brokerId, [[set, 'plugin.key', 'secret']])).toEqual([0, null]);
    const { configs } = await describeOne(brokerType, brokerId, ['plugin.key']);
    expect(configs).toMatchObject([{ name: 'plugin.key', value: null, isSensitive: true, configSource: 2, synonyms: [{ name: 'plugin.key', value: null, source: 2 }] }]);
    expect(await alter(brokerType, brokerId, [[remove, 'plugin.key', null]])).toEqual([0, null]);
    expect((await describeOne(brokerType, brokerId, ['plugin.key'])).configs).toEqual([]);
  });

  it('keeps a subscription to metrics of clients', async () => {
    expect(await alter(metricsType, 'm', [[set, 'interval.ms', '5000'], [set, 'match', 'client_id=app.*']])).toEqual([0, null]);
    const { configs } = await describeOne(metricsType, 'm');
    expect(configs.map(({ name, value, configSource }) => [name, value, configSource])).toEqual([['interval.ms', '5000', 7], ['match', 'client_id=app.*', 7], ['metrics', '', 5]]);
  });

  it('changes a default of topics while the broker runs', async () => {
    const topic = await newTopic();
    const retention = async (): Promise<unknown> => {
      const { configs } = await describeOne(topicType, topic, ['retention.ms']);
      return [configs[0]?.value, configs[0]?.configSource];
    };
    expect(await retention()).toEqual(['604800000', 5]);
    expect(await alter(brokerType, '', [[set, 'log.retention.ms', '7200000']])).toEqual([0, null]);
    try {
      await eventually('the new default is in force', async () => {
        expect(await retention()).toEqual(['7200000', 3]);
        return true;
      });
    } finally {
      expect(await alter(brokerType, '', [[remove, 'log.retention.ms', null]])).toEqual([0, null]);
    }
    await eventually('the old default is in force', async () => {
      expect(await retention()).toEqual(['604800000', 5]);
      return true;
    });
  });
});
