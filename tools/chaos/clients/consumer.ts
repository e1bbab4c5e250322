/** A member of the group of readers: tells what it got, commits, and tells what it committed. */
import { kafkajs, librdkafka } from './kafkas.ts';
import { clientOptions, giveUp, Journal, pause, untilTerminated, type Line } from './journal.ts';

const COMMIT_EVERY_MS = 700;
const ASK_WITHIN_MS = 10_000;

interface Batch {
  readonly topic: string;
  readonly partition: number;
  readonly messages: readonly { readonly offset: string; readonly value: Buffer | null }[];
}

/** Enough of a value to know the record: what follows the second colon is padding. */
function nameOf(value: Buffer | null): string {
  const text = String(value);
  return text.slice(0, text.lastIndexOf(':'));
}

const { bootstrap, name, journal: path } = clientOptions();
const journal = new Journal(path);
const isTerminated = untilTerminated();

const committedAt = new Map<number, number>();

/** `commit` answers what the group then has. */
async function handle({ topic, partition, messages }: Batch, commit: (offset: { topic: string; partition: number; offset: string }) => Promise<number>): Promise<void> {
  const last = messages.at(-1);
  if (last === undefined) return;
  journal.write(...messages.map(({ offset, value }): Line => ({ polled: [partition, Number(offset), nameOf(value)] })));
  if (Date.now() - (committedAt.get(partition) ?? 0) < COMMIT_EVERY_MS) return;
  committedAt.set(partition, Date.now());
  const committed = await commit({ topic, partition, offset: String(Number(last.offset) + 1) });
  if (committed >= 0) journal.write({ offset: [partition, committed], atMs: Date.now() });
}

try {
  if (name.startsWith('kafkajs')) {
    const consumer = kafkajs(bootstrap, name).consumer({ groupId: 'readers-kafkajs', sessionTimeout: 10_000, heartbeatInterval: 1_000 });
    consumer.on('consumer.crash', ({ payload }) => giveUp(journal, payload.error));
    await consumer.connect();
    await consumer.subscribe({ topics: ['plain'], fromBeginning: true });
    await consumer.run({ autoCommit: false, eachBatch: async ({ batch }) => await handle({ ...batch, topic: batch.topic, partition: batch.partition, messages: batch.messages }, async (offset) => {
      await consumer.commitOffsets([offset]);
      return Number(offset.offset);
    }) });
    while (!isTerminated()) await pause(200);
    await consumer.disconnect();
  } else {
    const consumer = librdkafka(bootstrap).consumer({ kafkaJS: { groupId: 'readers-librdkafka', fromBeginning: true, autoCommit: false, sessionTimeout: 10_000 }, 'partition.assignment.strategy': 'cooperative-sticky' });
    await consumer.connect();
    await consumer.subscribe({ topics: ['plain'] });
    await consumer.run({
      eachBatch: async ({ batch }) => {
        try {
          await handle({ topic: batch.topic, partition: batch.partition, messages: batch.messages }, async (offset) => {
            await consumer.commitOffsets([offset]);
            // This client answers when the commit is queued: what the group has is asked for.
            const [asked] = await consumer.committed([offset], ASK_WITHIN_MS);
            return Number(asked?.offset ?? -1);
          });
        } catch (error) {
          // Who lost the partition meanwhile may not commit; the next owner reads it again.
          journal.write({ failed: String(error) });
        }
      },
    });
    while (!isTerminated()) await pause(200);
    await consumer.disconnect();
  }
} catch (error) {
  giveUp(journal, error);
}
process.exit(0);
