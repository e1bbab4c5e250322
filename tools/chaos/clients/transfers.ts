/** Moves money between 100 accounts: a transaction has the two sides of one transfer. Some are aborted. */
import { kafkajs, librdkafka } from './kafkas.ts';
import { clientOptions, giveUp, inTime, Journal, untilTerminated } from './journal.ts';

const ACCOUNTS = 100;
const ABORT_OF = 6;

interface Transaction {
  send(record: { topic: string; messages: { partition: number; value: string }[] }): Promise<unknown>;
  commit(): Promise<void>;
  abort(): Promise<void>;
}

const { bootstrap, name, slot, journal: path, partitions } = clientOptions();
const journal = new Journal(path);
const isTerminated = untilTerminated();
const library = name.startsWith('kafkajs') ? 'kafkajs' : 'librdkafka';
const producer: { connect(): Promise<void>; disconnect(): Promise<void>; transaction(): Promise<Transaction> } = library === 'kafkajs'
  ? kafkajs(bootstrap, name).producer({ transactionalId: slot, transactionTimeout: 10_000, idempotent: true, maxInFlightRequests: 1 })
  : librdkafka(bootstrap).producer({ kafkaJS: { transactionalId: slot, transactionTimeout: 10_000 }, 'linger.ms': 0 });

try {
  await producer.connect();
  for (let number = 0; !isTerminated(); number++) {
    const id = `${name}/${number}`;
    const [from, to, amount] = [number % ACCOUNTS, (number * 7 + 1) % ACCOUNTS, (number % 50) + 1];
    journal.write({ began: id });
    const transaction = await inTime(journal, 'to begin', producer.transaction());
    const side = (account: number, by: number): { partition: number; value: string } => ({ partition: account % partitions, value: `${id}:${account}:${by}` });
    const sides = [side(from, -amount), side(to, amount)];
    // kafkajs gets one partition a request: of two it loses one when their leaders change between its attempts (see proofs/kafkajs-sender.ts).
    for (const messages of library === 'kafkajs' ? sides.map((message) => [message]) : [sides]) await inTime(journal, 'to send', transaction.send({ topic: 'accounts', messages }));
    const isCommit = number % ABORT_OF !== ABORT_OF - 1;
    await inTime(journal, 'to end', isCommit ? transaction.commit() : transaction.abort());
    journal.write(isCommit ? { committed: id } : { aborted: id });
  }
  await producer.disconnect();
} catch (error) {
  giveUp(journal, error);
}
process.exit(0);
