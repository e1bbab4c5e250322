import { setTimeout as wait } from 'node:timers/promises';
import { EndTxnRequestCodec, FindCoordinatorRequestCodec, FindCoordinatorResponseCodec, InitProducerIdRequestCodec, InitProducerIdResponseCodec, ProduceRequestCodec } from '@ottla/protocol';
import { makeBatch, sealBatch } from '../batches.ts';
import { type Client, type Frame, makeFrame, type WireConnection } from '../connection.ts';
import { Histogram } from '../histogram.ts';
import type { Counts, Load, LoadContext, Prepared } from '../load.ts';
import { createTopic, deleteTopic, endOffsets, type Topic } from '../topics.ts';

/** First versions that belong to KIP-890: Produce adds its partition to the transaction, EndTxn answers the next epoch. */
const PRODUCE_VERSION = 12;
const END_TXN_VERSION = 5;
const INIT_PRODUCER_ID_VERSION = 5;
const FIND_COORDINATOR_VERSION = 4;
const TRANSACTION_KEY_TYPE = 1;
const TIMEOUT_MS = 30_000;
const READY_WITHIN_MS = 30_000;

const PRODUCER_ID_AT = 43;
const PRODUCER_EPOCH_AT = 51;
/** From the end of an EndTxn frame: epoch, committed, tagged fields; the producer id stands before. */
const EPOCH_FROM_END = 4;
const ID_FROM_END = 12;

/** The transaction before is not complete: whoever backs off then waits longer than it takes. */
const CONCURRENT_TRANSACTIONS = 51;
/** COORDINATOR_LOAD_IN_PROGRESS, COORDINATOR_NOT_AVAILABLE, NOT_COORDINATOR, CONCURRENT_TRANSACTIONS: the topic of transactions is being made. */
const notYet: ReadonlySet<number> = new Set([14, 15, 16, CONCURRENT_TRANSACTIONS]);

export interface TransactionsShape {
  readonly label: string;
  readonly producers: number;
  readonly partitions: number;
  readonly messageBytes: number;
}

/**
 * Transactions of one message: each producer has a connection and a transactional id of its own, sends its message,
 * commits when that is acknowledged, and begins the next transaction when the commit is. It never backs off.
 */
export function transactions(shape: TransactionsShape): Prepared {
  return {
    start: async (context) => {
      const load = new Transactions(context, shape, await createTopic(context, shape.label, shape.partitions, {}));
      await load.open();
      return load;
    },
    dispose: () => Promise.resolve(),
  };
}

class Transactions implements Load {
  readonly latency = new Histogram();
  readonly #context: LoadContext;
  readonly #shape: TransactionsShape;
  readonly #topic: Topic;
  #producers: Producer[] = [];

  constructor(context: LoadContext, shape: TransactionsShape, topic: Topic) {
    this.#context = context;
    this.#shape = shape;
    this.#topic = topic;
  }

  async open(): Promise<void> {
    const { client } = this.#context;
    const connections = await client.openMany(Array.from({ length: this.#shape.producers }, (_, index) => this.#topic.leaders[index % this.#shape.partitions] as string));
    this.#producers = await Promise.all(
      connections.map(async (connection, index) => {
        const transactionalId = `${this.#topic.name}-${index}`;
        const { coordinator, identity } = await initProducerId(client, transactionalId);
        // A client has one connection to a broker, also when that one is both leader and coordinator.
        const leader = this.#topic.leaders[index % this.#shape.partitions];
        const toCoordinator = coordinator === leader ? connection : await client.open(coordinator);
        return new Producer(connection, toCoordinator, { topic: this.#topic.name, partition: index % this.#shape.partitions, transactionalId, messageBytes: this.#shape.messageBytes }, identity, this.latency);
      }),
    );
    for (const producer of this.#producers) producer.start();
  }

  counts(): Counts {
    const committed = this.#committed();
    return { messages: committed, requests: 2 * committed, bytes: committed * this.#shape.messageBytes };
  }

  extras(): Readonly<Record<string, number>> {
    return { 'told to come again, since the start': this.#producers.reduce((sum, { refusals }) => sum + refusals, 0) };
  }

  #committed(): number {
    return this.#producers.reduce((sum, { committed }) => sum + committed, 0);
  }

  async finish(): Promise<string> {
    const { client } = this.#context;
    await Promise.race([Promise.all(this.#producers.map((producer) => producer.stop())), client.failed]);
    // Each transaction is one record and one marker; markers may be written after the commit was answered.
    const expected = 2 * this.#committed();
    let found = 0;
    for (const deadline = performance.now() + READY_WITHIN_MS; ; await wait(20)) {
      found = (await endOffsets(client, this.#topic)).reduce((sum, end) => sum + end, 0);
      if (found === expected) break;
      if (performance.now() > deadline) throw new Error(`${this.#committed()} transactions of one message are committed, but the partitions hold ${found} records and markers`);
    }
    for (const producer of this.#producers) producer.close();
    await deleteTopic(this.#context, this.#topic);
    return `${this.#committed()} transactions committed, each with one record and one marker`;
  }
}

interface Target {
  readonly topic: string;
  readonly partition: number;
  readonly transactionalId: string;
  readonly messageBytes: number;
}

/** One transactional id. The frames are made once; the epoch and the checksum change with each transaction. */
class Producer {
  readonly #connection: WireConnection;
  readonly #coordinator: WireConnection;
  readonly #batch: Buffer;
  readonly #produce: Frame;
  readonly #commit: Frame;
  readonly #latency: Histogram;
  /** Where the error code of a Produce answer stands: one topic, its name, one partition, its index come before. */
  readonly #errorAt: number;
  #beganAt = 0;
  #stopped: (() => void) | undefined;
  committed = 0;
  refusals = 0;

  constructor(connection: WireConnection, coordinator: WireConnection, { topic, partition, transactionalId, messageBytes }: Target, identity: { producerId: number; producerEpoch: number }, latency: Histogram) {
    this.#connection = connection;
    this.#coordinator = coordinator;
    this.#latency = latency;
    this.#batch = makeBatch({ messageBytes, records: 1 }, identity);
    // Bit 4 of the attributes: the batch is part of a transaction.
    this.#batch.writeInt16BE(this.#batch.readInt16BE(21) | 0x10, 21);
    sealBatch(this.#batch);
    this.#produce = makeFrame(ProduceRequestCodec, PRODUCE_VERSION, { transactionalId, acks: -1, timeoutMs: TIMEOUT_MS, topicData: [{ name: topic, partitionData: [{ index: partition, records: this.#batch }] }] });
    this.#commit = makeFrame(EndTxnRequestCodec, END_TXN_VERSION, { transactionalId, ...identity, committed: true });
    this.#errorAt = 2 + topic.length + 5;
  }

  start(): void {
    this.#beganAt = performance.now();
    this.#sendMessage();
  }

  stop(): Promise<void> {
    return new Promise((resolve) => (this.#stopped = resolve));
  }

  close(): void {
    this.#connection.close();
    this.#coordinator.close();
  }

  #sendMessage(): void {
    this.#connection.send(this.#produce, (bytes, at) => {
      if (this.#isRefused(bytes.readInt16BE(at + this.#errorAt), 'a message')) this.#sendMessage();
      else this.#sendCommit();
    });
  }

  #sendCommit(): void {
    this.#coordinator.send(this.#commit, (bytes, at) => {
      if (this.#isRefused(bytes.readInt16BE(at + 4), 'a commit')) return this.#sendCommit();
      this.committed++;
      this.#latency.record(performance.now() - this.#beganAt);
      this.#goOnAs(bytes.readBigInt64BE(at + 6), bytes.readInt16BE(at + 14));
      if (this.#stopped === undefined) this.start();
      else this.#stopped();
    });
  }

  /** Takes over what the transactional id has from now on. */
  #goOnAs(producerId: bigint, producerEpoch: number): void {
    this.#batch.writeBigInt64BE(producerId, PRODUCER_ID_AT);
    this.#batch.writeInt16BE(producerEpoch, PRODUCER_EPOCH_AT);
    sealBatch(this.#batch);
    const { head } = this.#commit;
    head.writeBigInt64BE(producerId, head.length - ID_FROM_END);
    head.writeInt16BE(producerEpoch, head.length - EPOCH_FROM_END);
  }

  #isRefused(errorCode: number, what: string): boolean {
    if (errorCode === 0) return false;
    if (errorCode !== CONCURRENT_TRANSACTIONS) throw new Error(`${what} of a transaction was refused: error ${errorCode}`);
    this.refusals++;
    return true;
  }
}

/** Makes the server ready for the transactional id, and gives it its producer id; answers where its coordinator is. */
async function initProducerId(client: Client, transactionalId: string): Promise<{ readonly coordinator: string; readonly identity: { producerId: number; producerEpoch: number } }> {
  const admin = await client.admin();
  for (const deadline = performance.now() + READY_WITHIN_MS; ; await wait(20)) {
    const { coordinators } = await admin.call(FindCoordinatorRequestCodec, FindCoordinatorResponseCodec, FIND_COORDINATOR_VERSION, { keyType: TRANSACTION_KEY_TYPE, coordinatorKeys: [transactionalId] });
    const [found] = coordinators;
    const coordinator = `${found?.host}:${found?.port}`;
    const answer = found?.errorCode !== 0 ? undefined : await (await client.admin(coordinator)).call(InitProducerIdRequestCodec, InitProducerIdResponseCodec, INIT_PRODUCER_ID_VERSION, { transactionalId, transactionTimeoutMs: TIMEOUT_MS });
    const errorCode = answer?.errorCode ?? found?.errorCode ?? -1;
    if (answer?.errorCode === 0) return { coordinator, identity: { producerId: answer.producerId, producerEpoch: answer.producerEpoch } };
    if (!notYet.has(errorCode) || performance.now() > deadline) throw new Error(`no producer id for ${transactionalId}: error ${errorCode}`);
  }
}
