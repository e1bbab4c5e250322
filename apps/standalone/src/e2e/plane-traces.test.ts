import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApiKeys } from '@ottla/protocol';
import kafkajs from 'kafkajs';
import { kafkajsKafka } from './clients/kafkajs-client.ts';
import { RawConnection } from './clients/raw-connection.ts';
import { eventually, within } from './conditions.ts';
import { addressIn, formatPlane, startPlane, type PlaneApp, type PlaneProcess } from './plane-process.ts';

interface ExportedSpan {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly links?: readonly { readonly traceId: string; readonly spanId: string }[];
  /** service.name and service.instance.id of the process that exported it. */
  service: string;
}

interface Export {
  readonly resourceSpans: readonly {
    readonly resource: { readonly attributes: readonly { readonly key: string; readonly value: { readonly stringValue?: string } }[] };
    readonly scopeSpans: readonly { readonly spans: readonly ExportedSpan[] }[];
  }[];
}

/** An OTLP end point that keeps what planes export: each is a process with an OpenTelemetry SDK of its own. */
const exported: ExportedSpan[] = [];
let collector: Server;
let folder: string;
let bootstrap: string;
const planes: PlaneProcess[] = [];

function keep({ resourceSpans }: Export): void {
  for (const { resource, scopeSpans } of resourceSpans) {
    const attribute = (name: string): string => resource.attributes.find(({ key }) => key === name)?.value.stringValue ?? '';
    for (const span of scopeSpans.flatMap(({ spans }) => spans)) exported.push({ ...span, service: `${attribute('service.name')} ${attribute('service.instance.id')}` });
  }
}

function start(app: PlaneApp, settings: Readonly<Record<string, string>>): PlaneProcess {
  const endpoint = `http://127.0.0.1:${(collector.address() as AddressInfo).port}`;
  const plane = startPlane(app, settings, { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json', OTEL_BSP_SCHEDULE_DELAY: '100' });
  planes.push(plane);
  return plane;
}

/** Services and names from the root of a trace down to `span`. */
function pathOf(span: ExportedSpan): string {
  const parent = exported.find(({ spanId }) => spanId === span.parentSpanId);
  const name = `${span.service}: ${span.name}`;
  return parent === undefined ? name : `${pathOf(parent)} > ${name}`;
}
const pathsOf = (traceId: string): readonly string[] => exported.filter((span) => span.traceId === traceId).map(pathOf);

const CLIENT_TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const PRODUCER_TRACE = '0af7651916cd43dd8448eb211c80319c';
const PRODUCER_SPAN = 'b7ad6b7169203331';
const producerSpan = `00-${PRODUCER_TRACE}-${PRODUCER_SPAN}-01`;

beforeAll(async () => {
  collector = createServer((request, response) => {
    let body = '';
    request.on('data', (piece) => (body += String(piece))).on('end', () => {
      keep(JSON.parse(body) as Export);
      response.setHeader('Content-Type', 'application/json').end('{}');
    });
  });
  await once(collector.listen(0, '127.0.0.1'), 'listening');
  folder = await mkdtemp(join(tmpdir(), 'ottla-traces-'));
  const controller = { 'node.id': '100', 'metadata.log.dir': join(folder, 'controller') };
  const clusterId = /cluster (\S+)/.exec(formatPlane('controller-quorum', controller))?.[1] as string;
  const address = addressIn(await start('controller-quorum', controller).told('ready for planes at '));
  const quorum = { 'controller.quorum.bootstrap.servers': address };
  const brokers = [1, 2].map((id) => {
    const settings = { 'node.id': String(id), 'log.dirs': join(folder, `broker-${id}`), listeners: 'PLAINTEXT://127.0.0.1:0' };
    formatPlane('broker', { ...settings, 'ottla.cluster.id': clusterId });
    return start('broker', { ...settings, ...quorum, 'offsets.topic.replication.factor': '2', 'offsets.topic.num.partitions': '1', 'group.initial.rebalance.delay.ms': '0' });
  });
  start('group-coordinator', { 'node.id': '201', ...quorum, 'group.initial.rebalance.delay.ms': '0' });
  const addresses = await Promise.all(brokers.map(async (broker) => addressIn(await broker.told('ready for Kafka clients at '))));
  bootstrap = addresses[0] as string;
}, 60_000);

afterAll(async () => {
  await Promise.all(planes.map((plane) => plane.kill()));
  collector.close();
  collector.closeAllConnections();
  await rm(folder, { recursive: true, force: true });
}, 30_000);

describe('traces that planes export, each for itself', () => {
  it('have a CreateTopics from its client to the commit and the publication at the controller', async () => {
    const [host = '', port = ''] = bootstrap.split(':');
    const connection = await RawConnection.open({ host, port: Number(port) });
    const topics = [{ name: 'traced', numPartitions: 1, replicationFactor: 2, assignments: [], configs: [] }];
    await connection.ask(ApiKeys.CreateTopics, 7, { topics, timeoutMs: 10_000, validateOnly: false }, `00-${CLIENT_TRACE}-00f067aa0ba902b7-01`);
    connection.close();
    const decided = 'ottla-broker 1: CreateTopics > ottla-broker 1: ask the active controller > ottla-controller 100: decide a change of metadata';
    const wanted = [decided, `${decided} > ottla-controller 100: wait for the commit`, `${decided} > ottla-controller 100: wait until brokers applied and published it`];
    await eventually(`CreateTopics is exported, not only ${pathsOf(CLIENT_TRACE).join('\n')}`, () => wanted.every((path) => pathsOf(CLIENT_TRACE).includes(path)));
  }, 30_000);

  it('have a Produce with acks=all from its producer to the leader, the follower and back', async () => {
    const producer = kafkajsKafka(bootstrap).producer({ createPartitioner: kafkajs.Partitioners.DefaultPartitioner });
    await producer.connect();
    await producer.send({ topic: 'traced', acks: -1, messages: [{ value: 'v', headers: { traceparent: producerSpan } }] });
    await producer.disconnect();
    const followed = /^ottla-broker (\d): Produce > ottla-broker \1: wait for the high watermark > ottla-broker \1: replicate to broker (\d) > ottla-broker \2: append as follower$/;
    await eventually('the follower exported its share', () => pathsOf(PRODUCER_TRACE).some((path) => followed.test(path)));
    expect(exported.find(({ name, traceId }) => name === 'Produce' && traceId === PRODUCER_TRACE)?.parentSpanId).toBe(PRODUCER_SPAN);
  }, 30_000);

  it("have a group's request from the broker to the coordinator and its append, and a Fetch that is tied to the producer", async () => {
    const consumer = kafkajsKafka(bootstrap).consumer({ groupId: 'readers', maxWaitTimeInMs: 100 });
    await consumer.connect();
    await consumer.subscribe({ topics: ['traced'], fromBeginning: true });
    const { promise, resolve } = Promise.withResolvers<void>();
    await consumer.run({ eachMessage: async () => await Promise.resolve(resolve()) });
    await within('the record is read', 20_000, promise);
    await consumer.disconnect();
    const joined = /^ottla-broker (\d): JoinGroup > ottla-broker \1: ask the coordinator > ottla-group-coordinator 201: coordinate __consumer_offsets-0 > ottla-group-coordinator 201: append to __consumer_offsets-0 > ottla-broker \1: append to __consumer_offsets-0\b/;
    await eventually('JoinGroup is exported', () => exported.some((span) => joined.test(pathOf(span))));
    await eventually('a Fetch is linked', () => exported.some(({ name, links = [] }) => name === 'Fetch' && links.some(({ traceId, spanId }) => traceId === PRODUCER_TRACE && spanId === PRODUCER_SPAN)));
  }, 60_000);
});
