/**
 * A member of a group of readers: tells what it got, commits, and tells what it committed. A rolling consumer takes the
 * classic and the new group protocol (KIP-848) in turn, a start each, and ends now and then, so its group is converted back and forth.
 */
import { kafkajs, librdkafka } from './kafkas.ts';
import { clientOptions, giveUp, Journal, pause, untilTerminated, type Line } from './journal.ts';

const COMMIT_EVERY_MS = 700;
const ASK_WITHIN_MS = 10_000;
/** Then a rolling consumer ends, and its next start takes the other protocol. */
const ROLL_EVERY_MS = 40_000;

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

const { bootstrap, name, slot, journal: path } = clientOptions();
const journal = new Journal(path);
const isTerminated = untilTerminated();

const committedAt = new Map<number, number>();

/** `commit` answers what the group then has. */
async function handle({ topic, partition, messages }: Batch, commit: (offset: { topic: string; partition: number; offset: string }) => Promise<number>): Promise<void> {
  const last = messages.at(-1);
  if (last === undefined) return;
  journal.write(...messages.map(({ offset, value }): Line => ({ polled: [partition, Number(offset), nameOf(value)] })));
  if (Date.now() - (committedAt.get(partition) ?? 0) < COMMIT_EVERY_MS) return;
  const fromMs = Date.now();
  committedAt.set(partition, fromMs);
  const offset = Number(last.offset) + 1;
  journal.write({ committing: [partition, offset], fromMs });
  const committed = await commit({ topic, partition, offset: String(offset) });
  if (committed >= 0) journal.write({ offset: [partition, committed], fromMs, atMs: Date.now() });
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
    const isRolling = name.includes('rolling');
    const isNew = isRolling && Number(name.slice(name.lastIndexOf('-') + 1)) % 2 === Number(slot.slice(slot.lastIndexOf('-') + 1)) % 2;
    const groupId = isRolling ? 'readers-rolling' : 'readers-librdkafka';
    const consumer = isNew
      ? librdkafka(bootstrap).consumer({ kafkaJS: { groupId, fromBeginning: true, autoCommit: false }, 'group.protocol': 'consumer' })
      : librdkafka(bootstrap).consumer({ kafkaJS: { groupId, fromBeginning: true, autoCommit: false, sessionTimeout: 10_000 }, 'partition.assignment.strategy': 'cooperative-sticky' });
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
    const rollsAt = isRolling ? Date.now() + ROLL_EVERY_MS : Infinity;
    while (!isTerminated() && Date.now() < rollsAt) await pause(200);
    await consumer.disconnect();
  }
} catch (error) {
  giveUp(journal, error);
}
process.exit(0);
