import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { confluentClient } from './clients/confluent-client.ts';
import type { Codec, ExchangedRecord, ReadRecord } from './clients/exchange.ts';
import { codecs } from './clients/exchange.ts';
import { kafkajsClient, kafkajsKafka } from './clients/kafkajs-client.ts';
import { kcatClient } from './clients/kcat.ts';
import { platformaticClient } from './clients/platformatic-client.ts';
import { uniqueName } from './conditions.ts';
import type { ServerProcess } from './server.ts';
import { startServer } from './server.ts';

const clients = [kcatClient, kafkajsClient, platformaticClient, confluentClient];
const firstTimestampMs = Date.now() - 60_000;

/** Long enough for a codec to find repetitions over several of its blocks. */
const longText = Array.from({ length: 9_000 }, (_, index) => `line ${index % 97} of a text that repeats itself`).join(' ');

function recordsOf(name: string, codec: Codec, isFull: boolean): readonly ExchangedRecord[] {
  const mark: readonly (readonly [string, string])[] = [['by', `${name}/${codec}`]];
  const records: ExchangedRecord[] = [
    { key: 'k1', value: 'plain', headers: mark },
    { key: null, value: 'without a key, ünïcode', headers: mark },
    { key: 'k3', value: null, headers: mark },
    { key: 'k4', value: longText, headers: mark },
  ];
  if (!isFull) return records;
  const full = [...records, { key: '', value: '', headers: mark }, { key: 'k6', value: 'two headers', headers: [...mark, ['second', 'ß'] as const] }];
  return full.map((record, index) => ({ ...record, timestampMs: firstTimestampMs + index * 1000 }));
}

describe('records of every client in every codec', () => {
  let server: ServerProcess;
  const topic = uniqueName('codecs');
  const written: { name: string; codec: Codec; records: readonly ExchangedRecord[] }[] = [];

  beforeAll(async () => {
    server = await startServer();
    const admin = kafkajsKafka(server.bootstrapServers).admin();
    await admin.connect();
    await admin.createTopics({ topics: [{ topic, numPartitions: 1, replicationFactor: 1 }], waitForLeaders: true });
    await admin.disconnect();
  }, 30_000);
  afterAll(async () => await server.stop());

  for (const client of clients) {
    const whenAvailable = client.isAvailable ? it : it.skip;
    whenAvailable.each(codecs)(`are written by ${client.name} in %s`, async (codec) => {
      const records = recordsOf(client.name, codec, client.writesTimestampsAndEmpties);
      await client.produce(server.bootstrapServers, topic, codec, records);
      written.push({ name: client.name, codec, records });
    }, 30_000);
  }

  for (const client of clients) {
    const whenAvailable = client.isAvailable ? it : it.skip;
    whenAvailable(`are read by ${client.name} as they were written`, async () => {
      const count = written.reduce((sum, { records }) => sum + records.length, 0);
      expect(count).toBeGreaterThan(0);
      const read = await client.consume(server.bootstrapServers, topic, count);
      expect(read.map(({ offset }) => offset)).toEqual(read.map((_, index) => index));
      let position = 0;
      for (const { name, codec, records } of written) {
        for (const record of records) {
          const found = read[position++] as ReadRecord;
          expect({ name, codec, ...contents(found) }).toEqual({ name, codec, ...contents(record) });
          if (record.timestampMs !== undefined) expect(found.timestampMs).toBe(record.timestampMs);
        }
      }
    }, 40_000);
  }
});

function contents({ key, value, headers }: ExchangedRecord): object {
  // A long text in full would drown what differs.
  const shown = value !== null && value.length > 100 ? `${value.length} characters, ${value === longText ? 'as written' : value}` : value;
  return { key, value: shown, headers };
}
