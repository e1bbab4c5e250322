/** Writes what the chain reads: few records, named by their producer and sequence. */
import { librdkafka } from './kafkas.ts';
import { clientOptions, giveUp, Journal, pause, untilTerminated } from './journal.ts';

const PAUSE_MS = 100;

const { bootstrap, name, journal: path, partitions } = clientOptions();
const journal = new Journal(path);
const isTerminated = untilTerminated();
const producer = librdkafka(bootstrap).producer({ kafkaJS: { idempotent: true, acks: -1 }, 'linger.ms': 5 });
try {
  await producer.connect();
  for (let sequence = 0; !isTerminated(); sequence++) {
    const messages = Array.from({ length: partitions }, (_, partition) => ({ partition, value: `${name}:${sequence}:` }));
    for (const { partition } of messages) journal.write({ sent: [partition, sequence, sequence] });
    await producer.send({ topic: 'source', messages });
    for (const { partition } of messages) journal.write({ acknowledged: [partition, sequence, sequence] });
    await pause(PAUSE_MS);
  }
  await producer.disconnect();
} catch (error) {
  giveUp(journal, error);
}
process.exit(0);
