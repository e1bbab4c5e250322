/**
 * `npm run demo`: starts Ottla on ./data, has kafkajs write and read a few records, and leaves the server running
 * until Ctrl-C.
 */
import kafkajs from 'kafkajs';
import type { Kafka } from 'kafkajs';
import { type DemoServer, startServer } from './server.ts';

const TOPIC = 'demo';
const GROUP = 'demo-readers';
const READ_TIMEOUT_MS = 20_000;

const say = (line: string): void => console.log(`demo: ${line}`);

async function createTopic(kafka: Kafka): Promise<void> {
  const admin = kafka.admin();
  await admin.connect();
  const isNew = await admin.createTopics({ topics: [{ topic: TOPIC, numPartitions: 2, replicationFactor: 1 }] });
  say(isNew ? `created the topic ${TOPIC} with 2 partitions` : `the topic ${TOPIC} is there from an earlier run`);
  await admin.disconnect();
}

/** Writes a few records; answers the offset behind the last one of each partition. */
async function produce(kafka: Kafka): Promise<ReadonlyMap<number, bigint>> {
  const messages = ['ada', 'grace', 'barbara', 'ada', 'grace'].map((name, index) => ({ key: name, value: `hello ${index + 1} from ${name}` }));
  const producer = kafka.producer({ createPartitioner: kafkajs.Partitioners.DefaultPartitioner });
  await producer.connect();
  const ends = new Map<number, bigint>();
  for (const message of messages) {
    const [written] = await producer.send({ topic: TOPIC, acks: -1, messages: [message] });
    if (written === undefined) throw new Error('the answer to a produce request names no partition');
    say(`wrote "${message.value}" to partition ${written.partition} at offset ${written.baseOffset}`);
    ends.set(written.partition, BigInt(written.baseOffset ?? 0) + 1n);
  }
  await producer.disconnect();
  return ends;
}

/** Reads in a group until everything below `ends` was seen, by this run or one before it. */
async function consume(kafka: Kafka, ends: ReadonlyMap<number, bigint>): Promise<void> {
  const missing = new Map(ends);
  const { promise: allRead, resolve, reject } = Promise.withResolvers<void>();
  const consumer = kafka.consumer({ groupId: GROUP, maxWaitTimeInMs: 200 });
  consumer.on(consumer.events.CRASH, ({ payload }) => reject(payload.error));
  await consumer.connect();
  await consumer.subscribe({ topics: [TOPIC], fromBeginning: true });
  await consumer.run({
    eachMessage: ({ partition, message }) => {
      say(`read "${message.value?.toString()}" from partition ${partition} at offset ${message.offset}`);
      if (BigInt(message.offset) + 1n >= (missing.get(partition) ?? 0n)) missing.delete(partition);
      if (missing.size === 0) resolve();
      return Promise.resolve();
    },
  });
  const timer = setTimeout(() => reject(new Error(`not everything was read within ${READ_TIMEOUT_MS} ms`)), READ_TIMEOUT_MS);
  try {
    await allRead;
  } finally {
    clearTimeout(timer);
    await consumer.disconnect();
  }
}

async function showCommitted(kafka: Kafka): Promise<void> {
  const admin = kafka.admin();
  await admin.connect();
  const [committed] = await admin.fetchOffsets({ groupId: GROUP, topics: [TOPIC] });
  const offsets = committed?.partitions.map(({ partition, offset }) => `partition ${partition} at ${offset}`) ?? [];
  say(`the group ${GROUP} has committed ${offsets.join(', ')}`);
  await admin.disconnect();
}

/** kafkajs sets timers for moments that have passed, of which Node warns. */
function hideTimerWarnings(): void {
  const [show] = process.listeners('warning');
  process.removeAllListeners('warning');
  process.on('warning', (warning) => {
    if (warning.name !== 'TimeoutNegativeWarning') show?.(warning);
  });
}

async function main(): Promise<void> {
  hideTimerWarnings();
  say('starting the server on ./data');
  const server: DemoServer = await startServer(9092, say);
  let isWanted = true;
  const stop = (): void => {
    isWanted = false;
    server.stop();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop);

  let failure: unknown;
  try {
    const address = await server.ready;
    // Quiet: what kafkajs tries again by itself, like the first question for the coordinator, is no error to show.
    const kafka = new kafkajs.Kafka({ clientId: 'demo', brokers: [address], logLevel: kafkajs.logLevel.NOTHING });
    await createTopic(kafka);
    const ends = await produce(kafka);
    await consume(kafka, ends);
    await showCommitted(kafka);
    say(`the server keeps running at ${address}; Ctrl-C ends it`);
  } catch (error) {
    if (isWanted) failure = error;
    stop();
  }
  const code = await server.exited;
  if (failure !== undefined) throw failure;
  if (isWanted) throw new Error(`the server ended by itself (${code})`);
  say('the server has ended');
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(`demo: ${error instanceof Error ? error.message : String(error)}`);
    process.exit(1);
  },
);
