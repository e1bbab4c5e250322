import { mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Consumer, Producer, stringDeserializers, stringSerializers } from '@platformatic/kafka';
import { ThrowawayAuthority, type Issued } from '@ottla/testing/certificates';
import kafkajs from 'kafkajs';
import { kafkajsKafka } from './clients/kafkajs-client.ts';
import { hasKcat, kcat, kcatMessages, kcatOutput } from './clients/kcat.ts';
import { eventually, uniqueName } from './conditions.ts';
import { isExternal, startServer, type ServerProcess } from './server.ts';

/** The handshakes of a busy machine take longer than clients wait by default. */
const CONNECT_MS = 20_000;

/** A server with a listener for SSL that wants certificates, beside a plaintext one. */
const authority = new ThrowawayAuthority('CA of clients and brokers');
const folder = mkdtempSync(join(tmpdir(), 'ottla-ssl-'));
const issue = (commonName: string): Issued => authority.issue({ commonName, hosts: ['127.0.0.1', 'localhost'], uris: [] });
const alice = issue('alice');
const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const caFile = file('ca.pem', authority.certificate);
let server: ServerProcess;
let sslAddress: string;

(isExternal ? describe.skip : describe)('clients over SSL', () => {
  beforeAll(async () => {
    const { privateKey, certificate } = issue('broker');
    server = await startServer({
      settings: {
        listeners: 'PLAINTEXT://127.0.0.1:0,SECURE://127.0.0.1:0',
        'listener.security.protocol.map': 'PLAINTEXT:PLAINTEXT,SECURE:SSL',
        'ssl.keystore.type': 'PEM', 'ssl.keystore.location': file('broker.pem', privateKey + certificate),
        'ssl.truststore.type': 'PEM', 'ssl.truststore.location': caFile,
        'ssl.client.auth': 'required',
      },
    });
    sslAddress = /SECURE:\/\/(127\.0\.0\.1:\d+)/.exec(server.output())?.[1] ?? '';
  }, 60_000);
  afterAll(async () => {
    await server?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const tls = { ca: [authority.certificate], key: alice.privateKey, cert: alice.certificate };

  it('serves kafkajs, whose records @platformatic/kafka reads', async () => {
    const topic = uniqueName('secured');
    const kafka = new kafkajs.Kafka({ brokers: [sslAddress], ssl: tls, connectionTimeout: CONNECT_MS, logLevel: kafkajs.logLevel.NOTHING });
    const admin = kafka.admin();
    await admin.connect();
    await admin.createTopics({ topics: [{ topic, numPartitions: 2 }], waitForLeaders: true });
    await admin.disconnect();
    const producer = kafka.producer({ createPartitioner: kafkajs.Partitioners.DefaultPartitioner });
    await producer.connect();
    const large = 'x'.repeat(700_000);
    await producer.send({ topic, messages: [{ key: '1', value: large }, { key: '2', value: 'small' }] });
    await producer.disconnect();

    const consumer = new Consumer({ groupId: uniqueName('readers'), clientId: 'e2e', bootstrapBrokers: [sslAddress], tls, connectTimeout: CONNECT_MS, deserializers: stringDeserializers });
    const stream = await consumer.consume({ topics: [topic], mode: 'earliest' });
    const read = new Map<string | undefined, string | undefined>();
    for await (const { key, value } of stream) {
      read.set(key, value);
      if (read.size === 2) break;
    }
    await consumer.close(true);
    expect(read).toEqual(new Map([['1', large], ['2', 'small']]));
  }, 60_000);

  it('serves @platformatic/kafka, whose records the plaintext listener gives, too', async () => {
    const topic = uniqueName('secured');
    const producer = new Producer({ clientId: 'e2e', bootstrapBrokers: [sslAddress], tls, connectTimeout: CONNECT_MS, serializers: stringSerializers, autocreateTopics: true });
    await producer.send({ messages: [{ topic, key: 'k', value: 'v' }] });
    await producer.close();
    const admin = kafkajsKafka(server.bootstrapServers).admin();
    await admin.connect();
    const [offsets] = await admin.fetchTopicOffsets(topic);
    await admin.disconnect();
    expect(offsets?.high).toBe('1');
  }, 60_000);

  (hasKcat ? it : it.skip)('serves librdkafka, and says why it does not get on with one', async () => {
    const topic = uniqueName('secured');
    const words = ['-X', 'security.protocol=SSL', '-X', `ssl.ca.location=${caFile}`];
    const identified = [...words, '-X', `ssl.certificate.location=${file('alice.pem', alice.certificate)}`, '-X', `ssl.key.location=${file('alice.key', alice.privateKey)}`];
    await kcatOutput(sslAddress, [...identified, '-P', '-t', topic, '-X', 'acks=all'], 'one\ntwo\n');
    const messages = await kcatMessages(sslAddress, [...identified, '-C', '-e', '-t', topic, '-o', 'beginning']);
    expect(messages.map(({ payload }) => payload)).toEqual(['one', 'two']);
    const strangers = new ThrowawayAuthority('CA of strangers');
    const failures = [
      [words, 'it showed no certificate, and ssl.client.auth is required'],
      [[...words, '-X', `ssl.ca.location=${file('strangers.pem', strangers.certificate)}`], 'it did not believe the certificate of this broker'],
      [[], 'it speaks without TLS'],
    ] as const;
    for (const [options, reason] of failures) {
      expect((await kcat(sslAddress, [...options, '-L', '-m', '2'])).status).not.toBe(0);
      await eventually(reason, () => server.output().includes(reason));
    }
  }, 60_000);
});
