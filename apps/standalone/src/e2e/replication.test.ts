import { afterEach, describe, expect, it } from '@jest/globals';
import { Partitioners, type Producer } from 'kafkajs';
import { eventually, within } from './conditions.ts';
import { inSync, startSmallCluster, type SmallCluster } from './small-cluster.ts';

const PARTITIONS = 3;
const cleanups: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const cleanUp of cleanups.splice(0).toReversed()) await cleanUp();
});

async function start(settings: Readonly<Record<string, string>> = {}): Promise<SmallCluster> {
  const cluster = await startSmallCluster(3, settings);
  cleanups.push(async () => await cluster[Symbol.asyncDispose]());
  return cluster;
}

async function createTopic({ kafka }: SmallCluster, topic: string, minInSync: string): Promise<void> {
  const admin = kafka.admin();
  await admin.connect();
  await admin.createTopics({ topics: [{ topic, numPartitions: PARTITIONS, replicationFactor: 3, configEntries: [{ name: 'min.insync.replicas', value: minInSync }] }] });
  await admin.disconnect();
}

/** Sends numbered messages with acks=all, one after the other, until told to stop; remembers what was acknowledged. */
class Sender {
  readonly acknowledged: string[] = [];
  readonly #producer: Producer;
  readonly #topic: string;
  #isStopping = false;
  #sending: Promise<void> = Promise.resolve();

  constructor({ kafka }: SmallCluster, topic: string) {
    this.#producer = kafka.producer({ createPartitioner: Partitioners.DefaultPartitioner, idempotent: true });
    this.#topic = topic;
    cleanups.push(() => this.stop());
  }

  async start(): Promise<void> {
    await this.#producer.connect();
    this.#sending = this.#run();
  }

  async #run(): Promise<void> {
    for (let number = 0; !this.#isStopping; number++) {
      const value = `message ${number}`;
      await this.#producer.send({ topic: this.#topic, acks: -1, messages: [{ value, partition: number % PARTITIONS }] });
      this.acknowledged.push(value);
    }
  }

  async reach(count: number): Promise<void> {
    await Promise.race([eventually(`${count} messages are acknowledged`, () => this.acknowledged.length >= count, 30_000), this.#sending]);
    expect(this.acknowledged.length).toBeGreaterThanOrEqual(count);
  }

  async stop(): Promise<void> {
    this.#isStopping = true;
    await this.#sending;
    await this.#producer.disconnect();
  }
}

/** Everything that a group reads of `topic`, while it goes on. */
async function read({ kafka }: SmallCluster, topic: string): Promise<string[]> {
  const consumer = kafka.consumer({ groupId: `readers of ${topic}`, maxWaitTimeInMs: 100, sessionTimeout: 10_000, heartbeatInterval: 500 });
  cleanups.push(() => consumer.disconnect());
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });
  const values: string[] = [];
  await consumer.run({ eachMessage: async ({ message }) => void values.push(String(message.value)) });
  return values;
}

function expectEqualReplicas(cluster: SmallCluster, topic: string): void {
  for (let partition = 0; partition < PARTITIONS; partition++) {
    const first = cluster.replicaBytes(1, topic, partition);
    expect(first.length).toBeGreaterThan(0);
    for (const broker of [2, 3]) expect(cluster.replicaBytes(broker, topic, partition).equals(first)).toBe(true);
  }
}

describe('three replicas', () => {
  it('lose nothing and go on while a broker dies and comes back', async () => {
    const cluster = await start({ 'offsets.topic.replication.factor': '3' });
    await createTopic(cluster, 'safe', '2');
    await inSync(cluster, 'safe', [1, 2, 3]);
    const consumed = await read(cluster, 'safe');
    const sender = new Sender(cluster, 'safe');
    await sender.start();
    await sender.reach(100);

    await cluster.abandon(2);
    await inSync(cluster, 'safe', [1, 3]);
    expect(cluster.leaders('safe')).not.toContain(2);
    await sender.reach(sender.acknowledged.length + 100);

    await within('broker 2 serves again', 20_000, cluster.process.startAgain(2));
    await inSync(cluster, 'safe', [1, 2, 3]);
    await sender.reach(sender.acknowledged.length + 100);
    await sender.stop();

    const wanted = new Set(sender.acknowledged);
    await eventually('the group has read all', () => wanted.size === new Set(consumed).size, 20_000);
    expect(new Set(consumed)).toEqual(wanted);
    await inSync(cluster, '__consumer_offsets', [1, 2, 3]);
    await eventually('the last batch is everywhere', () => [1, 2, 3].every((id) => [0, 1, 2].every((partition) => cluster.replicaBytes(id, 'safe', partition).length === cluster.replicaBytes(1, 'safe', partition).length)));
    expectEqualReplicas(cluster, 'safe');
  }, 90_000);

  it('forget deleted records everywhere, also where they were never fetched', async () => {
    const cluster = await start();
    await createTopic(cluster, 'cut', '1');
    await inSync(cluster, 'cut', [1, 2, 3]);
    const producer = cluster.kafka.producer({ createPartitioner: Partitioners.DefaultPartitioner });
    cleanups.push(() => producer.disconnect());
    const admin = cluster.kafka.admin();
    cleanups.push(() => admin.disconnect());
    await Promise.all([producer.connect(), admin.connect()]);
    const send = async (count: number): Promise<void> => {
      for (let number = 0; number < count; number++) {
        await producer.sendBatch({ acks: -1, topicMessages: [{ topic: 'cut', messages: [0, 1, 2].map((partition) => ({ partition, value: `${number}` })) }] });
      }
    };
    const deleteTo = async (offset: string): Promise<void> => await admin.deleteTopicRecords({ topic: 'cut', partitions: [0, 1, 2].map((partition) => ({ partition, offset })) });
    const lows = async (): Promise<readonly string[]> => (await admin.fetchTopicOffsets('cut')).map(({ low }) => low);

    // kafkajs deletes only from topics that it has looked up.
    expect(await lows()).toEqual(['0', '0', '0']);
    await send(6);
    await deleteTo('4');
    // It was answered when all had followed: whoever leads now begins there.
    await cluster.abandon(2);
    await inSync(cluster, 'cut', [1, 3]);
    expect(await lows()).toEqual(['4', '4', '4']);

    await send(6);
    await deleteTo('10');
    await within('broker 2 serves again', 20_000, cluster.process.startAgain(2));
    await inSync(cluster, 'cut', [1, 2, 3]);
    await send(1);
    await cluster.abandon(3);
    await inSync(cluster, 'cut', [1, 2]);
    expect(await lows()).toEqual(['10', '10', '10']);
    expect((await admin.fetchTopicOffsets('cut')).map(({ high }) => high)).toEqual(['13', '13', '13']);
  }, 60_000);
});
