/** Reads `source`, writes one output for each input to the sink of its library, and commits both in one transaction; now and then it aborts first. */
import { kafkajs, librdkafka } from './kafkas.ts';
import { clientOptions, giveUp, inTime, Journal, pause, untilTerminated } from './journal.ts';

const ABORT_OF = 8;
const SESSION_MS = 10_000;

interface Batch {
  readonly topic: string;
  readonly partition: number;
  readonly messages: readonly { readonly offset: string; readonly value: Buffer | null }[];
}

interface Transaction {
  send(record: { topic: string; messages: { partition: number; value: string }[] }): Promise<unknown>;
  commit(): Promise<void>;
  abort(): Promise<void>;
}

const { bootstrap, name, slot, journal: path, partitions } = clientOptions();
const journal = new Journal(path);
const isTerminated = untilTerminated();
const library = name.startsWith('kafkajs') ? 'kafkajs' : 'librdkafka';
const group = `chain-${library}`;
let transactions = 0;

async function handle<T extends Transaction>({ partition, messages }: Batch, begin: () => Promise<T>, sendOffset: (transaction: T, offset: string) => Promise<void>): Promise<void> {
  const last = messages.at(-1);
  if (last === undefined) return;
  const outputs = messages.map(({ offset, value }) => ({ partition: Number(offset) % partitions, value: `${partition}:${offset}:${String(value)}` }));
  // As in transfers.ts: kafkajs gets one partition a request.
  const sends = library === 'kafkajs' ? [...Map.groupBy(outputs, (output) => output.partition).values()] : [outputs];
  try {
    for (let isDone = false; !isDone; ) {
      const id = `${slot}/${process.pid}/${transactions++}`;
      const transaction = await inTime(journal, 'to begin', begin());
      for (const send of sends) await inTime(journal, 'to send', transaction.send({ topic: `sink-${library}`, messages: send }));
      await inTime(journal, 'to send offsets', sendOffset(transaction, String(Number(last.offset) + 1)));
      isDone = transactions % ABORT_OF !== 0;
      journal.write({ began: id });
      await inTime(journal, 'to end', isDone ? transaction.commit() : transaction.abort());
      journal.write(isDone ? { committed: id } : { aborted: id });
    }
  } catch (error) {
    // The next start goes on at what is committed.
    giveUp(journal, error);
  }
}

async function runLibrdkafka(): Promise<void> {
  const kafka = librdkafka(bootstrap);
  const producer = kafka.producer({ kafkaJS: { transactionalId: slot, transactionTimeout: 10_000 }, 'linger.ms': 0 });
  const consumer = kafka.consumer({ kafkaJS: { groupId: group, fromBeginning: true, autoCommit: false, readUncommitted: false, sessionTimeout: SESSION_MS } });
  await producer.connect();
  await consumer.connect();
  await consumer.subscribe({ topics: ['source'] });
  await consumer.run({
    eachBatch: async ({ batch }) => await handle(batch, async () => await producer.transaction(), async (transaction, offset) => await transaction.sendOffsets({ consumer, topics: [{ topic: batch.topic, partitions: [{ partition: batch.partition, offset }] }] })),
  });
  while (!isTerminated()) await pause(200);
  await consumer.disconnect();
  await producer.disconnect();
}

/**
 * kafkajs commits without naming a member, and reads offsets without waiting for those of open transactions. So it is
 * alone in its group, and whenever it joins again it is a new process, whose producer ends what the old one left open
 * before an offset is read.
 */
async function runKafkajs(): Promise<void> {
  const kafka = kafkajs(bootstrap, name);
  const producer = kafka.producer({ transactionalId: slot, transactionTimeout: 10_000, idempotent: true, maxInFlightRequests: 1 });
  const consumer = kafka.consumer({ groupId: group, readUncommitted: false, sessionTimeout: SESSION_MS, heartbeatInterval: 1_000, maxWaitTimeInMs: 500 });
  let joins = 0;
  consumer.on('consumer.group_join', () => void (joins++ === 0 || giveUp(journal, 'joins again')));
  consumer.on('consumer.crash', ({ payload }) => giveUp(journal, payload.error));
  await producer.connect();
  await consumer.connect();
  await consumer.subscribe({ topics: ['source'], fromBeginning: true });
  await consumer.run({
    autoCommit: false,
    eachBatch: async ({ batch }) => await handle(batch, async () => await producer.transaction(), async (transaction, offset) => await transaction.sendOffsets({ consumerGroupId: group, topics: [{ topic: batch.topic, partitions: [{ partition: batch.partition, offset }] }] })),
  });
  while (!isTerminated()) await pause(200);
  await consumer.disconnect();
  await producer.disconnect();
}

try {
  await (library === 'kafkajs' ? runKafkajs() : runLibrdkafka());
} catch (error) {
  giveUp(journal, error);
}
process.exit(0);
