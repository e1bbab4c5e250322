import type { KafkaJS } from '@confluentinc/kafka-javascript';
import type { Producer } from 'kafkajs';
import { confluentKafka, hasConfluent } from './confluent-client.ts';
import { kafkajsKafka } from './kafkajs-client.ts';

/** What both clients that mimic each other can do. */
type SendingProducer = Pick<Producer, 'connect' | 'disconnect'> & Pick<KafkaJS.Producer, 'send'>;

/**
 * Writes numbers to one partition, idempotently and with acks=all, as fast as the server takes them, through every death
 * of the server. It remembers which numbers were acknowledged; of the others nobody knows.
 */
export class RecordingProducer {
  readonly name: string;
  readonly partition: number;
  readonly #topic: string;
  readonly #producer: SendingProducer;
  /** Sends on their way at the same time; each is a batch or part of one. */
  readonly #inFlight: number;
  readonly #acknowledged = new Set<number>();
  #next = 0;
  #isStopping = false;
  #lanes: Promise<void> | undefined;

  constructor(name: string, producer: SendingProducer, inFlight: number, topic: string, partition: number) {
    this.name = name;
    this.#producer = producer;
    this.#inFlight = inFlight;
    this.#topic = topic;
    this.partition = partition;
  }

  get acknowledged(): ReadonlySet<number> {
    return this.#acknowledged;
  }

  /** Rejects as soon as a record cannot be written; never fulfils while it runs. */
  get failure(): Promise<void> {
    return this.#lanes ?? Promise.reject(new Error(`${this.name} was not started`));
  }

  async start(): Promise<void> {
    await this.#producer.connect();
    this.#lanes = Promise.all(Array.from({ length: this.#inFlight }, async () => await this.#send())).then(() => {});
    // Whoever stops it hears of its failure.
    this.#lanes.catch(() => {});
  }

  /** Waits for the records on their way. Rejects when one of them could not be written. Does nothing the second time. */
  async stop(): Promise<void> {
    if (this.#isStopping) return;
    this.#isStopping = true;
    try {
      await this.#lanes;
    } finally {
      await this.#producer.disconnect();
    }
  }

  async #send(): Promise<void> {
    while (!this.#isStopping) {
      const number = this.#next++;
      const value = `${this.name} ${number} ${'.'.repeat(number % 200)}`;
      // Both clients try again by themselves until the server is back. What still fails ends the test.
      await this.#producer.send({ topic: this.#topic, messages: [{ partition: this.partition, value }] });
      this.#acknowledged.add(number);
    }
  }
}

/** One producer of each client that is at hand, each with a partition of its own in `topic`. */
export function recordingProducers(bootstrapServers: string, topic: string): readonly RecordingProducer[] {
  const retries = 200;
  const plain = (): SendingProducer => kafkajsKafka(bootstrapServers, retries).producer({ idempotent: true, maxInFlightRequests: 1, retry: { retries, initialRetryTime: 50, maxRetryTime: 200 } }) as unknown as SendingProducer;
  const producers = [new RecordingProducer('kafkajs-a', plain(), 1, topic, 0), new RecordingProducer('kafkajs-b', plain(), 1, topic, 1)];
  if (!hasConfluent) return producers;
  const native = (): SendingProducer =>
    confluentKafka(bootstrapServers).producer({
      'enable.idempotence': true,
      acks: -1,
      'linger.ms': 1,
      'reconnect.backoff.ms': 20,
      'reconnect.backoff.max.ms': 200,
      'retry.backoff.ms': 20,
      'delivery.timeout.ms': 120_000,
    } as object);
  return [...producers, new RecordingProducer('confluent-a', native(), 50, topic, 2), new RecordingProducer('confluent-b', native(), 50, topic, 3)];
}
