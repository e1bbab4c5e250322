/** Reads `source`, writes one output for each input to `sink`, and commits both in one transaction; now and then it aborts first. */
import { librdkafka } from './kafkas.ts';
import { clientOptions, giveUp, inTime, Journal, pause, untilTerminated } from './journal.ts';

const ABORT_OF = 8;

const { bootstrap, slot, journal: path, partitions } = clientOptions();
const journal = new Journal(path);
const isTerminated = untilTerminated();
const kafka = librdkafka(bootstrap);
const producer = kafka.producer({ kafkaJS: { transactionalId: slot, transactionTimeout: 10_000 }, 'linger.ms': 0 });
const consumer = kafka.consumer({ kafkaJS: { groupId: 'chain', fromBeginning: true, autoCommit: false, readUncommitted: false, sessionTimeout: 10_000 } });
let transactions = 0;

try {
  await producer.connect();
  await consumer.connect();
  await consumer.subscribe({ topics: ['source'] });
  await consumer.run({
    eachBatch: async ({ batch: { topic, partition, messages } }) => {
      const last = messages.at(-1);
      if (last === undefined) return;
      try {
        for (let isDone = false; !isDone; ) {
          const id = `${slot}/${process.pid}/${transactions++}`;
          const transaction = await inTime(journal, 'to begin', producer.transaction());
          await inTime(journal, 'to send', transaction.send({ topic: 'sink', messages: messages.map(({ offset, value }) => ({ partition: Number(offset) % partitions, value: `${partition}:${offset}:${String(value)}` })) }));
          await inTime(journal, 'to send offsets', transaction.sendOffsets({ consumer, topics: [{ topic, partitions: [{ partition, offset: String(Number(last.offset) + 1) }] }] }));
          isDone = transactions % ABORT_OF !== 0;
          journal.write({ began: id });
          await inTime(journal, 'to end', isDone ? transaction.commit() : transaction.abort());
          journal.write(isDone ? { committed: id } : { aborted: id });
        }
      } catch (error) {
        // The next start goes on at what is committed.
        giveUp(journal, error);
      }
    },
  });
  while (!isTerminated()) await pause(200);
  await consumer.disconnect();
  await producer.disconnect();
} catch (error) {
  giveUp(journal, error);
}
process.exit(0);
