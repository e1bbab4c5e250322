/** Reads the accounts with read_committed while they change: tells each transfer of which it saw a side. */
import { librdkafka } from './kafkas.ts';
import { clientOptions, giveUp, Journal, pause, untilTerminated } from './journal.ts';

const { bootstrap, name, journal: path } = clientOptions();
const journal = new Journal(path);
const isTerminated = untilTerminated();
const consumer = librdkafka(bootstrap).consumer({ kafkaJS: { groupId: name, fromBeginning: true, autoCommit: false, readUncommitted: false } });
try {
  await consumer.connect();
  await consumer.subscribe({ topics: ['accounts'] });
  await consumer.run({
    eachBatch: async ({ batch }) => {
      journal.write(...batch.messages.map(({ value }) => ({ seen: String(value).split(':')[0] ?? '' })));
      await Promise.resolve();
    },
  });
  while (!isTerminated()) await pause(200);
  await consumer.disconnect();
} catch (error) {
  giveUp(journal, error);
}
process.exit(0);
