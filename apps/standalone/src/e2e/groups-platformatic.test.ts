import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Admin } from 'kafkajs';
import { GroupLedger, SteadyProducer, adminWithTopic } from './clients/group-ledger.ts';
import type { StringConsumer } from './clients/platformatic-client.ts';
import { platformaticConsumer } from './clients/platformatic-client.ts';
import { eventually, uniqueName } from './conditions.ts';
import type { ServerProcess } from './server.ts';
import { startServer } from './server.ts';

const partitionCount = 6;
let server: ServerProcess;
let admin: Admin;
const topic = uniqueName('rebalanced');

beforeAll(async () => {
  server = await startServer();
  admin = await adminWithTopic(server.bootstrapServers, topic, partitionCount);
}, 30_000);
afterAll(async () => {
  await admin.disconnect();
  await server.stop();
});

/** A member that reads into the ledger; its commits are its own, every 100 ms, and counted by what the server says. */
async function startMember(groupId: string, name: string, ledger: GroupLedger): Promise<StringConsumer> {
  const consumer = platformaticConsumer(server.bootstrapServers, groupId, { heartbeatInterval: 200, sessionTimeout: 10_000, rebalanceTimeout: 10_000, autocommit: 100, maxWaitTime: 50 } as object);
  const stream = await consumer.consume({ topics: [topic], mode: 'committed', fallbackMode: 'earliest' });
  stream.on('data', (message) => ledger.read(name, message.partition, Number(message.offset)));
  return consumer;
}

describe('a group of @platformatic/kafka', () => {
  it('rebalances while records arrive, and loses none', async () => {
    const groupId = uniqueName('platformatic');
    const ledger = new GroupLedger();
    const producer = new SteadyProducer(server.bootstrapServers, topic, partitionCount);
    const first = await startMember(groupId, 'first', ledger);
    await eventually('records arrive with one member', () => ledger.count >= 300);
    const second = await startMember(groupId, 'second', ledger);
    await eventually('both have read', () => ledger.memberCount === 2);
    await first.close(true);
    const goal = ledger.count + 300;
    await eventually('records arrive after the first has left', () => ledger.count >= goal);
    const written = await producer.stop();
    await ledger.readsAll(written);
    expect([ledger.gaps, ledger.repeats]).toEqual([[], []]);
    await eventually('the last offsets are committed', async () => {
      const [offsets] = await admin.fetchOffsets({ groupId, topics: [topic] });
      return offsets?.partitions.reduce((sum, { offset }) => sum + Number(offset), 0) === written;
    });
    await second.close(true);
  }, 60_000);
});
