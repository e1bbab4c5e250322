import { createRequire } from 'node:module';
import type { KafkaJS } from '@confluentinc/kafka-javascript';
import { uniqueName, within } from '../conditions.ts';
import type { Codec, ExchangeClient, ExchangedRecord, ReadRecord } from './exchange.ts';
import { kafkajsRecord } from './kafkajs-client.ts';

type Module = typeof import('@confluentinc/kafka-javascript');

/** Its native part is compiled by tools/clients/prepare.ts; where that did not work the tests of this client are skipped. */
function load(): Module | undefined {
  try {
    return createRequire(import.meta.url)('@confluentinc/kafka-javascript') as Module;
  } catch {
    return undefined;
  }
}

const loaded = load();
export const hasConfluent: boolean = loaded !== undefined;

/** The part of the client that mimics kafkajs, on top of librdkafka. */
export function confluentKafka(bootstrapServers: string, settings: Readonly<Record<string, unknown>> = {}): KafkaJS.Kafka {
  if (loaded === undefined) throw new Error('@confluentinc/kafka-javascript is not compiled');
  const { Kafka, logLevel } = loaded.KafkaJS;
  return new Kafka({ kafkaJS: { brokers: [bootstrapServers], clientId: 'e2e', logLevel: logLevel.NOTHING }, ...settings });
}

async function produce(bootstrapServers: string, topic: string, codec: Codec, records: readonly ExchangedRecord[]): Promise<void> {
  // Its own limit, a little under a megabyte, must not hide the server's.
  const producer = confluentKafka(bootstrapServers).producer({ 'compression.codec': codec, 'linger.ms': 20, 'message.max.bytes': 10_000_000 });
  await producer.connect();
  const messages = records.map(({ key, value, headers, timestampMs }) => ({
    key,
    value,
    partition: 0,
    headers: Object.fromEntries(headers),
    ...(timestampMs === undefined ? {} : { timestamp: String(timestampMs) }),
  }));
  await producer.send({ topic, messages });
  await producer.disconnect();
}

async function consume(bootstrapServers: string, topic: string, count: number): Promise<readonly ReadRecord[]> {
  const consumer = confluentKafka(bootstrapServers).consumer({ kafkaJS: { groupId: uniqueName('exchange'), fromBeginning: true }, 'fetch.wait.max.ms': 100 });
  await consumer.connect();
  try {
    await consumer.subscribe({ topics: [topic] });
    const { promise, resolve } = Promise.withResolvers<readonly ReadRecord[]>();
    const records: ReadRecord[] = [];
    await consumer.run({
      eachMessage: async ({ partition, message }) => {
        records.push(kafkajsRecord(partition, message));
        if (records.length === count) resolve(records);
        return await Promise.resolve();
      },
    });
    return await within(`@confluentinc/kafka-javascript reads ${count} records of ${topic}`, 30_000, promise);
  } finally {
    await consumer.disconnect();
  }
}

export const confluentClient: ExchangeClient = { name: '@confluentinc/kafka-javascript', isAvailable: hasConfluent, writesTimestampsAndEmpties: true, produce, consume };
