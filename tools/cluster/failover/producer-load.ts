import { createRequire } from 'node:module';
import type * as Confluent from '@confluentinc/kafka-javascript';

export interface ProducerLoadOptions {
  readonly bootstrap: string;
  readonly topic: string;
  readonly partitions: number;
  readonly messagesPerSecond: number;
  /** Configuration of librdkafka over that of an idempotent producer with short pauses. */
  readonly settings: Readonly<Record<string, string | number | boolean>>;
}

/** A time without an answer that is no error. */
export interface Silence {
  readonly silenceMs: number;
  /** When it began, as performance.now() has it. */
  readonly fromMs: number;
  readonly who: string;
}

/** The pauses of a client that wants to be back soon: 20 to 100 ms. */
export const SHORT_PAUSES = { 'retry.backoff.ms': 20, 'retry.backoff.max.ms': 100, 'reconnect.backoff.ms': 20, 'reconnect.backoff.max.ms': 100, 'topic.metadata.refresh.fast.interval.ms': 20 } as const;

const POLL_MS = 5;
const STALL_MS = 50;
const FLUSH_MS = 60_000;

/**
 * librdkafka's idempotent producer under an even load over all partitions of a topic, with the time of each
 * acknowledgment. A message is `partition:number`, numbered from 0 in each partition, so that what is in the log can be
 * compared with what was acknowledged.
 */
export class ProducerLoad {
  /** Numbers acknowledged, by partition. */
  readonly acknowledged: readonly Set<number>[];
  /** What the client reported as failed for good. */
  readonly failures: string[] = [];
  readonly #options: ProducerLoadOptions;
  readonly #producer: Confluent.Producer;
  /** Times of acknowledgments, by partition, ascending. */
  readonly #times: readonly number[][];
  readonly #sent: number[];
  /** When the load last looked whether something is due, and each time that it came late to that. */
  #lookedAtMs = 0;
  readonly #stalls: { readonly fromMs: number; readonly lastedMs: number }[] = [];
  #timer: NodeJS.Timeout | undefined;

  constructor(options: ProducerLoadOptions) {
    this.#options = options;
    const { partitions } = options;
    this.acknowledged = Array.from({ length: partitions }, () => new Set<number>());
    this.#times = Array.from({ length: partitions }, () => []);
    this.#sent = Array.from({ length: partitions }, () => 0);
    const { Producer } = createRequire(import.meta.url)('@confluentinc/kafka-javascript') as typeof Confluent;
    this.#producer = new Producer({
      'metadata.broker.list': options.bootstrap, 'client.id': 'failover', 'enable.idempotence': true, acks: -1, 'linger.ms': 2, dr_cb: true, ...options.settings,
    } as Confluent.ProducerGlobalConfig);
  }

  async start(): Promise<void> {
    const producer = this.#producer;
    await new Promise<void>((resolve, reject) => void producer.connect({}, (error) => (error == null ? resolve() : reject(new Error(error.message)))));
    producer.setPollInterval(POLL_MS);
    producer.on('delivery-report', (error, { partition, opaque }) => this.#delivered(partition, opaque as number, error));
    // Fatal errors show as failed deliveries; the others are told while the client heals itself.
    producer.on('event.error', () => {});
    const { partitions, messagesPerSecond } = this.#options;
    const startedAt = performance.now();
    this.#lookedAtMs = startedAt;
    let rounds = 0;
    this.#timer = setInterval(() => {
      this.#noteStall();
      const due = Math.floor(((performance.now() - startedAt) * messagesPerSecond) / 1000 / partitions);
      for (; rounds < due; rounds++) for (let partition = 0; partition < partitions; partition++) this.#send(partition);
    }, POLL_MS);
  }

  /** Sends no more, and waits for what is under way. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await new Promise<void>((resolve) => void this.#producer.flush(FLUSH_MS, () => resolve()));
    await new Promise<void>((resolve) => void this.#producer.disconnect(() => resolve()));
  }

  /** The longest that any one partition went without an acknowledgment between two moments, in milliseconds. */
  longestSilence(fromMs: number, toMs: number): Silence {
    let longest: Silence = { silenceMs: 0, fromMs, who: '' };
    for (const [partition, times] of this.#times.entries()) {
      let before = fromMs;
      for (const time of [...times.filter((at) => at >= fromMs && at < toMs), toMs]) {
        if (time - before > longest.silenceMs) longest = { silenceMs: time - before, fromMs: before, who: `partition ${partition}` };
        before = time;
      }
    }
    return longest;
  }

  /** How long this process itself stood still at a time, because the machine was busy with others: a part of a silence that no server causes. */
  longestStallMs(fromMs: number, toMs: number): number {
    return this.#stalls.reduce((longest, stall) => (stall.fromMs < toMs && stall.fromMs + stall.lastedMs > fromMs ? Math.max(longest, stall.lastedMs) : longest), 0);
  }

  #noteStall(): void {
    const nowMs = performance.now();
    const lastedMs = nowMs - this.#lookedAtMs;
    if (lastedMs >= STALL_MS) this.#stalls.push({ fromMs: this.#lookedAtMs, lastedMs });
    this.#lookedAtMs = nowMs;
  }

  #send(partition: number): void {
    const number = (this.#sent[partition] as number)++;
    try {
      this.#producer.produce(this.#options.topic, partition, Buffer.from(`${partition}:${number}`), null, null, number);
    } catch (error) {
      this.failures.push(`${partition}:${number} was not taken: ${String(error)}`);
    }
  }

  #delivered(partition: number, number: number, error: Confluent.LibrdKafkaError | null): void {
    if (error != null) {
      this.failures.push(`${partition}:${number} ${error.message}`);
      return;
    }
    this.acknowledged[partition]?.add(number);
    this.#times[partition]?.push(performance.now());
  }
}
