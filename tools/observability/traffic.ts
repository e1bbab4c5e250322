import { type Admin, type Consumer, Kafka, logLevel, Partitioners, type Producer } from 'kafkajs';

/** Topics of the traffic: three replicas, two of which acknowledge; and one that only one broker has. */
export const WATCHED = 'watched';
export const LONELY = 'lonely';
/** Compacted, and on the same broker. */
export const COMPACTED = 'compacted';
export const PARTITIONS = 6;
const VALUE = 'v'.repeat(200);
const TICK_MS = 100;
const RECORDS_A_TICK = 60;
/** A paused broker says nothing. */
const REQUEST_TIMEOUT_MS = 4000;

/** Clients that keep every part of a cluster busy: records, a group, transactions, and now and then an error. */
export class Traffic {
  readonly #kafka: Kafka;
  readonly #producer: Producer;
  readonly #transactional: Producer;
  readonly #consumer: Consumer;
  #timer: NodeJS.Timeout | undefined;
  #ticking: Promise<void> = Promise.resolve();
  #ticks = 0;

  constructor(bootstrap: string) {
    this.#kafka = new Kafka({ brokers: bootstrap.split(','), logLevel: logLevel.NOTHING, requestTimeout: REQUEST_TIMEOUT_MS, retry: { initialRetryTime: 50, maxRetryTime: 500, retries: 100 } });
    this.#producer = this.#kafka.producer({ createPartitioner: Partitioners.DefaultPartitioner });
    this.#transactional = this.#kafka.producer({ transactionalId: 'traffic', idempotent: true, maxInFlightRequests: 1, createPartitioner: Partitioners.DefaultPartitioner });
    this.#consumer = this.#kafka.consumer({ groupId: 'readers', maxWaitTimeInMs: 200, sessionTimeout: 30_000 });
  }

  async start(): Promise<void> {
    const admin = this.#kafka.admin();
    await admin.connect();
    await admin.createTopics({
      topics: [
        { topic: WATCHED, numPartitions: PARTITIONS, replicationFactor: 3, configEntries: [{ name: 'min.insync.replicas', value: '2' }] },
        { topic: LONELY, replicaAssignment: [{ partition: 0, replicas: [3] }] },
        { topic: COMPACTED, replicaAssignment: [{ partition: 0, replicas: [3] }], configEntries: [{ name: 'cleanup.policy', value: 'compact' }, { name: 'min.cleanable.dirty.ratio', value: '0.01' }] },
      ],
    });
    await admin.disconnect();
    await Promise.all([this.#producer.connect(), this.#transactional.connect(), this.#consumer.connect()]);
    await this.#consumer.subscribe({ topics: [WATCHED], fromBeginning: true });
    await this.#consumer.run({ autoCommitInterval: 500, eachBatchAutoResolve: true, eachBatch: async () => await Promise.resolve() });
    this.#timer = setInterval(() => void (this.#ticking = this.#ticking.then(() => this.#tick())), TICK_MS);
  }

  /** A tick that fails, since brokers are killed, is no fault of the traffic. */
  async #tick(): Promise<void> {
    this.#ticks++;
    try {
      await this.produceToAll();
      if (this.#ticks % 10 === 0) await this.#transact(this.#ticks % 50 === 0);
      if (this.#ticks % 10 === 5) await this.write(COMPACTED, 200, 1);
      if (this.#ticks % 20 === 0) await this.#refused();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, TICK_MS));
    }
  }

  /** Some records to every partition, with acks=all. */
  async produceToAll(): Promise<void> {
    await this.#producer.send({ topic: WATCHED, acks: -1, messages: Array.from({ length: RECORDS_A_TICK }, (_, index) => ({ partition: index % PARTITIONS, value: VALUE })) });
  }

  async #transact(isAborted: boolean): Promise<void> {
    const transaction = await this.#transactional.transaction();
    await transaction.send({ topic: WATCHED, messages: [{ partition: 0, value: 't' }] });
    await (isAborted ? transaction.abort() : transaction.commit());
  }

  async #refused(): Promise<void> {
    const admin = this.#kafka.admin();
    await admin.connect();
    await admin.createTopics({ topics: [{ topic: 'not a name' }] }).catch(() => {});
    await admin.disconnect();
  }

  /** Writes `count` records to one partition, as fast as it goes, with acks=1. */
  async flood(partition: number, count: number): Promise<void> {
    for (let left = count; left > 0; left -= 2000) {
      await this.#producer.send({ topic: WATCHED, acks: 1, messages: Array.from({ length: Math.min(2000, left) }, () => ({ partition, value: VALUE })) });
    }
  }

  /** Writes `times` batches of `count` records with a hundred keys to partition 0 of a topic. */
  async write(topic: string, count: number, times: number): Promise<void> {
    for (let left = times; left > 0; left--) {
      await this.#producer.send({ topic, acks: 1, messages: Array.from({ length: count }, (_, index) => ({ partition: 0, key: String(index % 100), value: VALUE })) });
    }
  }

  async createTopic(topic: string): Promise<void> {
    await this.#asAdmin((admin) => admin.createTopics({ topics: [{ topic, numPartitions: 1, replicationFactor: 3 }] }));
  }

  /** A topic of one replica and that many partitions; settles when it is asked for, since a broker that is cut off holds the answer up. */
  async createWide(topic: string, numPartitions: number): Promise<void> {
    await this.#asAdmin((admin) => admin.createTopics({ waitForLeaders: false, topics: [{ topic, numPartitions, replicationFactor: 1 }] }).catch(() => {}));
  }

  async delete(topic: string): Promise<void> {
    await this.#asAdmin((admin) => admin.deleteTopics({ topics: [topic] }));
  }

  async #asAdmin(act: (admin: Admin) => Promise<unknown>): Promise<void> {
    const admin = this.#kafka.admin();
    await admin.connect();
    try {
      await act(admin);
    } finally {
      await admin.disconnect();
    }
  }

  /** Begins transactions that nobody ends. */
  async abandonTransactions(count: number): Promise<void> {
    await Promise.all(Array.from({ length: count }, async (_, index) => {
      const producer = this.#kafka.producer({ transactionalId: `abandoned-${index}`, transactionTimeout: 1000, idempotent: true, maxInFlightRequests: 1, createPartitioner: Partitioners.DefaultPartitioner });
      await producer.connect();
      const transaction = await producer.transaction();
      await transaction.send({ topic: WATCHED, messages: [{ partition: index % PARTITIONS, value: 't' }] });
      await producer.disconnect();
    }));
  }

  pauseReaders(): void {
    this.#consumer.pause([{ topic: WATCHED }]);
  }

  resumeReaders(): void {
    this.#consumer.resume([{ topic: WATCHED }]);
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#ticking;
    await Promise.allSettled([this.#consumer.disconnect(), this.#producer.disconnect(), this.#transactional.disconnect()]);
  }
}
