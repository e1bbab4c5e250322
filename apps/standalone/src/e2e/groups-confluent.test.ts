import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { KafkaJS } from '@confluentinc/kafka-javascript';
import type { Admin } from 'kafkajs';
import { confluentKafka, hasConfluent } from './clients/confluent-client.ts';
import { GroupLedger, SteadyProducer, adminWithTopic } from './clients/group-ledger.ts';
import { eventually, uniqueName } from './conditions.ts';
import type { ServerProcess } from './server.ts';
import { startServer } from './server.ts';

const partitionCount = 6;
const describeConfluent = hasConfluent ? describe : describe.skip;

interface Member {
  readonly consumer: KafkaJS.Consumer;
  /** How often partitions were given or taken. */
  readonly rebalances: () => number;
}

describeConfluent('a group of @confluentinc/kafka-javascript', () => {
  let server: ServerProcess;
  let admin: Admin;
  let topic: string;

  beforeAll(async () => {
    server = await startServer();
  }, 30_000);
  beforeEach(async () => {
    topic = uniqueName('rebalanced');
    admin = await adminWithTopic(server.bootstrapServers, topic, partitionCount);
  });
  afterEach(async () => await admin.disconnect());
  afterAll(async () => await server.stop());

  async function startMember(groupId: string, name: string, settings: Readonly<Record<string, unknown>>, ledger = new GroupLedger()): Promise<Member> {
    let rebalances = 0;
    const consumer = confluentKafka(server.bootstrapServers).consumer({
      kafkaJS: { groupId, fromBeginning: true, autoCommit: false, heartbeatInterval: 200, sessionTimeout: 10_000 },
      'fetch.wait.max.ms': 50,
      // The client's own handler still gives and takes the partitions after this one.
      rebalance_cb: () => void rebalances++,
      ...settings,
    });
    await consumer.connect();
    await consumer.subscribe({ topics: [topic] });
    await consumer.run({
      eachMessage: async ({ partition, message }) => {
        const offset = Number(message.offset);
        ledger.read(name, partition, offset);
        if (offset % 20 !== 19) return;
        try {
          await consumer.commitOffsets([{ topic, partition, offset: String(offset + 1) }]);
          ledger.committed(partition, offset + 1);
        } catch (error) {
          // A commit that arrives while the group rebalances is refused, and then must not count.
          if (![22, 25, 27].includes((error as { code?: number }).code ?? 0)) throw error;
        }
      },
    });
    return { consumer, rebalances: () => rebalances };
  }

  const partitionsOf = ({ consumer }: Member): readonly number[] => consumer.assignment().map(({ partition }) => partition).sort((left, right) => left - right);

  /** Waits until the members share all partitions, each its part; answers the parts. */
  async function settled(...members: readonly Member[]): Promise<readonly (readonly number[])[]> {
    return await eventually(`${members.length} members share the partitions`, () => {
      const parts = members.map(partitionsOf);
      const isShared = new Set(parts.flat()).size === partitionCount && parts.every((part) => part.length === partitionCount / members.length);
      return isShared ? parts : undefined;
    });
  }

  async function protocolOf(groupId: string): Promise<readonly [string | undefined, string | undefined]> {
    const { groups } = await admin.describeGroups([groupId]);
    return [groups[0]?.state, groups[0]?.protocol];
  }

  it.each([
    ['range', [[0, 1, 2], [3, 4, 5]]],
    ['roundrobin', [[0, 2, 4], [1, 3, 5]]],
    ['cooperative-sticky', undefined],
  ])('shares partitions by %s', async (strategy, expected) => {
    const groupId = uniqueName(strategy);
    const settings = { 'partition.assignment.strategy': strategy };
    const members = [await startMember(groupId, 'first', settings), await startMember(groupId, 'second', settings)] as const;
    const parts = [...(await settled(...members))].sort(([left = 0], [right = 0]) => left - right);
    if (expected !== undefined) expect(parts).toEqual(expected);
    expect(await protocolOf(groupId)).toEqual(['Stable', strategy]);
    await Promise.all(members.map(async ({ consumer }) => await consumer.disconnect()));
    await eventually('the group is empty', async () => (await protocolOf(groupId))[0] === 'Empty');
  }, 40_000);

  it.each([
    ['range', 'without losing one or reading one again that was committed'],
    ['cooperative-sticky', 'without losing one'],
  ])('rebalances by %s while records arrive, %s', async (strategy) => {
    const groupId = uniqueName(`busy-${strategy}`);
    const settings = { 'partition.assignment.strategy': strategy };
    const ledger = new GroupLedger();
    const producer = new SteadyProducer(server.bootstrapServers, topic, partitionCount);
    const first = await startMember(groupId, 'first', settings, ledger);
    await eventually('records arrive with one member', () => ledger.count >= 300);
    const second = await startMember(groupId, 'second', settings, ledger);
    await eventually('both have read', () => ledger.memberCount === 2, 30_000);
    await first.consumer.disconnect();
    const goal = ledger.count + 300;
    await eventually('records arrive after the first has left', () => ledger.count >= goal, 30_000);
    const written = await producer.stop();
    await ledger.readsAll(written);
    expect(ledger.gaps).toEqual([]);
    // With cooperative rebalancing this client still hands out, and commits, what it had fetched of a partition that it gave up.
    if (strategy !== 'cooperative-sticky') expect(ledger.repeats).toEqual([]);
    await second.consumer.disconnect();
  }, 90_000);

  it('lets a static member come back to its partitions, and leaves the others alone', async () => {
    const groupId = uniqueName('static');
    const settings = (instance: string): Readonly<Record<string, unknown>> => ({ 'partition.assignment.strategy': 'range', 'group.instance.id': instance });
    const [one, two] = [await startMember(groupId, 'one', settings('one')), await startMember(groupId, 'two', settings('two'))];
    const [, partsOfTwo] = await settled(one, two);
    const before = one.rebalances();
    await two.consumer.disconnect();
    const again = await startMember(groupId, 'two', settings('two'));
    const [, partsAgain] = await settled(one, again);
    expect(partsAgain).toEqual(partsOfTwo);
    expect(one.rebalances()).toBe(before);
    await Promise.all([one, again].map(async ({ consumer }) => await consumer.disconnect()));
  }, 60_000);
});
