import { Admin, Consumer, Producer, stringDeserializers, stringSerializers } from '@platformatic/kafka';
import type { ConsumerOptions, MessagesStream, ProducerOptions } from '@platformatic/kafka';
import { uniqueName, within } from '../conditions.ts';
import type { Codec, ExchangeClient, ExchangedRecord, ReadRecord } from './exchange.ts';

export type StringConsumer = Consumer<string, string, string, string>;
export type StringProducer = Producer<string, string, string, string>;
export type StringStream = MessagesStream<string, string, string, string>;

export function platformaticAdmin(bootstrapServers: string): Admin {
  return new Admin({ clientId: 'e2e', bootstrapBrokers: [bootstrapServers], retries: 3, retryDelay: 50 });
}

export function platformaticProducer(bootstrapServers: string, options: Partial<ProducerOptions<string, string, string, string>> = {}): StringProducer {
  return new Producer({ clientId: 'e2e', bootstrapBrokers: [bootstrapServers], serializers: stringSerializers, retryDelay: 50, ...options });
}

export function platformaticConsumer(bootstrapServers: string, groupId: string, options: Partial<ConsumerOptions<string, string, string, string>> = {}): StringConsumer {
  const base = { clientId: 'e2e', bootstrapBrokers: [bootstrapServers], groupId, deserializers: stringDeserializers, retryDelay: 50, maxWaitTime: 100 };
  return new Consumer<string, string, string, string>({ ...base, ...options } as ConsumerOptions<string, string, string, string>);
}

/** Reads `count` messages and closes the stream. */
export async function readStream(stream: StringStream, count: number): Promise<readonly ReadRecord[]> {
  const records: ReadRecord[] = [];
  for await (const message of stream) {
    records.push({
      // It has no null: what is absent is undefined, or an empty string through its own string deserializer.
      key: (message.key as string | undefined | null) ?? null,
      value: (message.value as string | undefined | null) ?? null,
      headers: message.headerEntries,
      timestampMs: Number(message.timestamp),
      partition: message.partition,
      offset: Number(message.offset),
    });
    if (records.length === count) break;
  }
  return records;
}

async function produce(bootstrapServers: string, topic: string, codec: Codec, records: readonly ExchangedRecord[]): Promise<void> {
  const producer = platformaticProducer(bootstrapServers, { compression: codec });
  const messages = records.map(({ key, value, headers, timestampMs }) => ({
    topic,
    partition: 0,
    headers: new Map(headers),
    ...(key === null ? {} : { key }),
    ...(value === null ? {} : { value }),
    ...(timestampMs === undefined ? {} : { timestamp: BigInt(timestampMs) }),
  }));
  await producer.send({ messages, acks: -1 });
  await producer.close();
}

async function consume(bootstrapServers: string, topic: string, count: number): Promise<readonly ReadRecord[]> {
  const consumer = platformaticConsumer(bootstrapServers, uniqueName('exchange'));
  try {
    const stream = await consumer.consume({ topics: [topic], mode: 'earliest', autocommit: false });
    return await within(`@platformatic/kafka reads ${count} records of ${topic}`, 30_000, readStream(stream, count));
  } finally {
    await consumer.close(true);
  }
}

export const platformaticClient: ExchangeClient = { name: '@platformatic/kafka', isAvailable: true, writesTimestampsAndEmpties: true, produce, consume };
