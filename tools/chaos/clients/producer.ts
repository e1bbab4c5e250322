/** An idempotent producer: each of its partitions gets records with sequences from 0 on, one request after the other. */
import { kafkajs, librdkafka } from './kafkas.ts';
import { clientOptions, giveUp, Journal, pause, untilTerminated } from './journal.ts';

const BATCH = 25;
const PAUSE_MS = 40;
const PADDING = 'x'.repeat(80);

interface Sender {
  send(record: { topic: string; messages: { partition: number; value: string }[] }): Promise<unknown>;
  connect(): Promise<void>;
  disconnect(): Promise<void>;
}

const { bootstrap, name, journal: path, partitions } = clientOptions();
const journal = new Journal(path);
const isTerminated = untilTerminated();
const producer: Sender = name.startsWith('kafkajs')
  ? kafkajs(bootstrap, name).producer({ idempotent: true, maxInFlightRequests: 1, allowAutoTopicCreation: false })
  : librdkafka(bootstrap).producer({ kafkaJS: { idempotent: true, acks: -1 }, 'linger.ms': 5 });

async function writeTo(partition: number): Promise<void> {
  for (let from = 0; !isTerminated(); from += BATCH) {
    const range = [partition, from, from + BATCH - 1] as const;
    journal.write({ sent: range });
    const messages = Array.from({ length: BATCH }, (_, index) => ({ partition, value: `${name}:${from + index}:${PADDING}` }));
    await producer.send({ topic: 'plain', messages });
    journal.write({ acknowledged: range, atMs: Date.now() });
    await pause(PAUSE_MS);
  }
}

try {
  await producer.connect();
  // A failure of one partition ends all: the next start is another producer.
  await Promise.all(Array.from({ length: partitions }, (_, partition) => writeTo(partition)));
  await producer.disconnect();
} catch (error) {
  giveUp(journal, error);
}
process.exit(0);
