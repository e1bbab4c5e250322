import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import kafkajs from 'kafkajs';
import type { Consumer, IHeaders, Kafka, KafkaMessage } from 'kafkajs';
import lz4 from 'lz4-napi';
import snappy from 'snappy';
import { uniqueName, within } from '../conditions.ts';
import type { Codec, ExchangeClient, ExchangedRecord, ReadRecord } from './exchange.ts';

const { CompressionCodecs, CompressionTypes, logLevel } = kafkajs;

/** kafkajs has gzip only, and takes the others as plugins. */
interface CodecPlugin {
  compress(encoder: { buffer: Buffer }): Promise<Buffer>;
  decompress(buffer: Buffer): Promise<Buffer>;
}

const xerialMagic = Buffer.from([0x82, 0x53, 0x4e, 0x41, 0x50, 0x50, 0x59, 0]);
const xerialHeaderBytes = 16;

/** Java clients wrap snappy blocks in a framing of their own; librdkafka and kafkajs write one bare block. */
function uncompressSnappy(buffer: Buffer): Buffer {
  if (!buffer.subarray(0, xerialMagic.length).equals(xerialMagic)) return snappy.uncompressSync(buffer) as Buffer;
  const blocks: Buffer[] = [];
  for (let position = xerialHeaderBytes; position < buffer.length; ) {
    const end = position + 4 + buffer.readUInt32BE(position);
    blocks.push(snappy.uncompressSync(buffer.subarray(position + 4, end)) as Buffer);
    position = end;
  }
  return Buffer.concat(blocks);
}

function plugin(compress: (data: Buffer) => Buffer, decompress: (data: Buffer) => Buffer): () => CodecPlugin {
  return () => ({
    compress: async ({ buffer }) => await Promise.resolve(compress(buffer)),
    decompress: async (buffer) => await Promise.resolve(decompress(buffer)),
  });
}

CompressionCodecs[CompressionTypes.Snappy] = plugin((data) => snappy.compressSync(data), uncompressSnappy);
CompressionCodecs[CompressionTypes.LZ4] = plugin((data) => lz4.compressFrameSync(data), (data) => lz4.decompressFrameSync(data));
CompressionCodecs[CompressionTypes.ZSTD] = plugin((data) => zstdCompressSync(data), (data) => zstdDecompressSync(data));

const kafkajsCompression = {
  none: CompressionTypes.None,
  gzip: CompressionTypes.GZIP,
  snappy: CompressionTypes.Snappy,
  lz4: CompressionTypes.LZ4,
  zstd: CompressionTypes.ZSTD,
} as const satisfies Record<Codec, number>;

/** Quiet, and quick to try again: tests provoke errors on purpose. */
export function kafkajsKafka(bootstrapServers: string, retries = 8): Kafka {
  return new kafkajs.Kafka({ clientId: 'e2e', brokers: [bootstrapServers], logLevel: logLevel.NOTHING, retry: { initialRetryTime: 50, retries } });
}

async function produce(bootstrapServers: string, topic: string, codec: Codec, records: readonly ExchangedRecord[]): Promise<void> {
  const producer = kafkajsKafka(bootstrapServers).producer({ createPartitioner: kafkajs.Partitioners.DefaultPartitioner });
  await producer.connect();
  const messages = records.map(({ key, value, headers, timestampMs }) => ({
    key,
    value,
    partition: 0,
    headers: Object.fromEntries(headers),
    ...(timestampMs === undefined ? {} : { timestamp: String(timestampMs) }),
  }));
  await producer.send({ topic, messages, compression: kafkajsCompression[codec] });
  await producer.disconnect();
}

async function consume(bootstrapServers: string, topic: string, count: number): Promise<readonly ReadRecord[]> {
  const consumer = kafkajsKafka(bootstrapServers).consumer({ groupId: uniqueName('exchange'), maxWaitTimeInMs: 100 });
  await consumer.connect();
  try {
    await consumer.subscribe({ topics: [topic], fromBeginning: true });
    return await within(`kafkajs reads ${count} records of ${topic}`, 30_000, readWith(consumer, count));
  } finally {
    await consumer.disconnect();
  }
}

async function readWith(consumer: Consumer, count: number): Promise<readonly ReadRecord[]> {
  const records: ReadRecord[] = [];
  const { promise, resolve } = Promise.withResolvers<readonly ReadRecord[]>();
  await consumer.run({
    eachMessage: async ({ partition, message }) => {
      records.push(kafkajsRecord(partition, message));
      if (records.length === count) resolve(records);
      return await Promise.resolve();
    },
  });
  return await promise;
}

/** A message of kafkajs, or of a client that mimics it, in the common form. */
export function kafkajsRecord(partition: number, message: Pick<KafkaMessage, 'key' | 'value' | 'timestamp' | 'offset'> & { headers?: IHeaders }): ReadRecord {
  return {
    key: message.key?.toString() ?? null,
    value: message.value?.toString() ?? null,
    headers: Object.entries(message.headers ?? {}).map(([name, value]) => [name, String(value)] as const),
    timestampMs: Number(message.timestamp),
    partition,
    offset: Number(message.offset),
  };
}

export const kafkajsClient: ExchangeClient = { name: 'kafkajs', isAvailable: true, writesTimestampsAndEmpties: true, produce, consume };
