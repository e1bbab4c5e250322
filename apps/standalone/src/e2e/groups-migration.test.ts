import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { KafkaJS } from '@confluentinc/kafka-javascript';
import { ErrorCode } from '@ottla/model';
import { ApiKeys } from '@ottla/protocol';
import type { Admin } from 'kafkajs';
import { confluentKafka, hasConfluent } from './clients/confluent-client.ts';
import { GroupLedger, SteadyProducer, adminWithTopic } from './clients/group-ledger.ts';
import { kafkajsKafka } from './clients/kafkajs-client.ts';
import { platformaticConsumer } from './clients/platformatic-client.ts';
import { RawConnection } from './clients/raw-connection.ts';
import { eventually, uniqueName } from './conditions.ts';
import { type ServerProcess, startServer } from './server.ts';

const partitionCount = 6;
const describeConfluent = hasConfluent ? describe : describe.skip;
/** What a member may hear when it commits while its partitions move: the commit then does not count. */
const refusals: readonly number[] = [ErrorCode.ILLEGAL_GENERATION, ErrorCode.UNKNOWN_MEMBER_ID, ErrorCode.REBALANCE_IN_PROGRESS, ErrorCode.STALE_MEMBER_EPOCH, ErrorCode.FENCED_MEMBER_EPOCH];

let server: ServerProcess;
let raw: RawConnection;
let admin: Admin;
let topic: string;

beforeAll(async () => {
  server = await startServer();
  raw = await RawConnection.open(server);
}, 30_000);
beforeEach(async () => {
  topic = uniqueName('rolled');
  admin = await adminWithTopic(server.bootstrapServers, topic, partitionCount);
}, 30_000);
afterEach(async () => await admin.disconnect());
afterAll(async () => {
  raw.close();
  await server.stop();
});

/** A running member, whatever its client. */
interface Member {
  stop(): Promise<void>;
}

type StartMember = (groupId: string, name: string, ledger: GroupLedger) => Promise<Member>;

async function commitTenth(ledger: GroupLedger, partition: number, offset: number, commit: () => Promise<unknown>): Promise<void> {
  if (offset % 10 !== 9) return;
  try {
    await commit();
    ledger.committed(partition, offset + 1);
  } catch (error) {
    const { code, cause } = error as { code?: number; cause?: { code?: number } };
    if (!refusals.includes(code ?? cause?.code ?? 0)) throw error;
  }
}

/** librdkafka by either protocol. */
function librdkafka(settings: Readonly<Record<string, unknown>>): StartMember {
  return async (groupId, name, ledger) => {
    const consumer: KafkaJS.Consumer = confluentKafka(server.bootstrapServers).consumer({ 'group.id': groupId, 'auto.offset.reset': 'earliest', 'enable.auto.commit': false, 'fetch.wait.max.ms': 50, ...settings });
    await consumer.connect();
    await consumer.subscribe({ topics: [topic] });
    await consumer.run({
      eachMessage: async ({ partition, message }) => {
        const offset = Number(message.offset);
        ledger.read(name, partition, offset);
        await commitTenth(ledger, partition, offset, async () => await consumer.commitOffsets([{ topic, partition, offset: String(offset + 1) }]));
      },
    });
    return { stop: async () => await consumer.disconnect() };
  };
}

const modern = librdkafka({ 'group.protocol': 'consumer' });

const classicClients: readonly (readonly [string, StartMember])[] = [
  ['librdkafka, cooperative', librdkafka({ 'partition.assignment.strategy': 'cooperative-sticky', 'heartbeat.interval.ms': 300, 'session.timeout.ms': 10_000 })],
  ['librdkafka, eager', librdkafka({ 'partition.assignment.strategy': 'range,roundrobin', 'heartbeat.interval.ms': 300, 'session.timeout.ms': 10_000 })],
  ['kafkajs', async (groupId, name, ledger) => {
    const consumer = kafkajsKafka(server.bootstrapServers).consumer({ groupId, heartbeatInterval: 200, sessionTimeout: 10_000, rebalanceTimeout: 10_000, maxWaitTimeInMs: 50 });
    await consumer.connect();
    await consumer.subscribe({ topics: [topic], fromBeginning: true });
    await consumer.run({
      autoCommit: false,
      eachMessage: async ({ partition, message }) => {
        const offset = Number(message.offset);
        ledger.read(name, partition, offset);
        await commitTenth(ledger, partition, offset, async () => await consumer.commitOffsets([{ topic, partition, offset: String(offset + 1) }]));
      },
    });
    return { stop: async () => await consumer.disconnect() };
  }],
  ['@platformatic/kafka', async (groupId, name, ledger) => {
    const consumer = platformaticConsumer(server.bootstrapServers, groupId, { heartbeatInterval: 200, sessionTimeout: 10_000, rebalanceTimeout: 10_000, autocommit: 100, maxWaitTime: 50 } as object);
    const stream = await consumer.consume({ topics: [topic], mode: 'committed', fallbackMode: 'earliest' });
    stream.on('data', (message) => ledger.read(name, message.partition, Number(message.offset)));
    return { stop: async () => await consumer.close(true) };
  }],
];

async function groupType(groupId: string): Promise<string | undefined> {
  return (await raw.ask(ApiKeys.ListGroups, 5, { statesFilter: [], typesFilter: [] })).groups.find((group) => group.groupId === groupId)?.groupType;
}

describeConfluent('a group that rolls from one protocol to the other and back while records arrive', () => {
  it.each(classicClients)('with classic members of %s', async (_name, classic) => {
    const groupId = uniqueName('roll');
    const ledger = new GroupLedger();
    const producer = new SteadyProducer(server.bootstrapServers, topic, partitionCount);
    const goesOn = async (what: string): Promise<void> => {
      const goal = ledger.count + 200;
      await eventually(`records are read ${what}`, () => ledger.count >= goal, 30_000);
    };
    const becomes = async (type: string): Promise<void> => void (await eventually(`the group is of type ${type}`, async () => (await groupType(groupId)) === type, 30_000));
    const old = [await classic(groupId, 'old 1', ledger), await classic(groupId, 'old 2', ledger)] as const;
    await goesOn('by classic members');
    const fresh = [await modern(groupId, 'new 1', ledger)];
    await becomes('consumer');
    await goesOn('by members of both protocols');
    await old[0].stop();
    fresh.push(await modern(groupId, 'new 2', ledger));
    await goesOn('with more of the new one');
    await old[1].stop();
    await goesOn('by the new one alone');
    const back = await classic(groupId, 'old 3', ledger);
    await eventually('the classic member reads', () => ledger.hasRead('old 3'), 30_000);
    await goesOn('with a classic member again');
    await Promise.all(fresh.map(async (member) => await member.stop()));
    await becomes('classic');
    await goesOn('by the classic protocol');
    const written = await producer.stop();
    await ledger.readsAll(written);
    // Repeats are not counted: a classic member may still commit what it has in hand when its partition is on its way.
    expect(ledger.gaps).toEqual([]);
    await back.stop();
  }, 180_000);
});
