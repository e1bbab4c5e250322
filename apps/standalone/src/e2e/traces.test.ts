import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Span, SpanKind, Tracer } from '@ottla/model';
import { ApiKeys } from '@ottla/protocol';
import kafkajs, { type Consumer, type Producer } from 'kafkajs';
import { RawConnection } from './clients/raw-connection.ts';
import { eventually, within } from './conditions.ts';
import { startSmallCluster, type SmallCluster } from './small-cluster.ts';

/** A span that the test keeps; `path` is its name behind those of its parents in this process. */
interface KeptSpan {
  readonly name: string;
  readonly id: string;
  readonly parent: string | undefined;
  readonly links: string[];
  isEnded: boolean;
}

let sampled = false;
let lastId = 0;
const kept: KeptSpan[] = [];
const hex = (value: number, length: number): string => value.toString(16).padStart(length, '0');

function keepSpan(name: string, traceId: string, parent: string | undefined): Span {
  const id = hex(++lastId, 16);
  const span: KeptSpan = { name, id, parent, links: [], isEnded: false };
  kept.push(span);
  return {
    traceId,
    traceparent: `00-${traceId}-${id}-01`,
    child: (childName: string, _kind?: SpanKind) => keepSpan(childName, traceId, id),
    set: () => {},
    link: (traceparent) => void span.links.push(traceparent),
    end: () => void (span.isEnded = true),
  };
}

const tracer: Tracer = {
  isSampled: () => sampled,
  start: (name, _kind, parent) => {
    const [, traceId, spanId] = parent?.split('-') ?? [];
    return keepSpan(name, traceId ?? hex(++lastId, 32), spanId);
  },
};

/** Names from the root down to `span`. */
function pathOf(span: KeptSpan): string {
  const parent = kept.find(({ id }) => id === span.parent);
  return parent === undefined ? span.name : `${pathOf(parent)} > ${span.name}`;
}

const paths = (): string[] => kept.filter(({ isEnded }) => isEnded).map(pathOf);

/** Traces what `act` does, and nothing else; answers all paths when `isThere` finds what it looks for. */
async function traced(what: string, act: () => Promise<unknown>, isThere: (found: readonly string[]) => boolean): Promise<readonly string[]> {
  kept.length = 0;
  sampled = true;
  await act();
  sampled = false;
  await eventually(`${what} is traced; there is:\n${paths().join('\n')}`, () => isThere(paths()));
  return paths();
}

const clientSpan = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
const producerSpan = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
let cluster: SmallCluster;
let producer: Producer;
let consumer: Consumer;

beforeAll(async () => {
  cluster = await startSmallCluster(3, {}, [], undefined, tracer);
  producer = cluster.kafka.producer({ createPartitioner: kafkajs.Partitioners.DefaultPartitioner });
  await producer.connect();
}, 60_000);

afterAll(async () => {
  await consumer?.disconnect();
  await producer.disconnect();
  await cluster[Symbol.asyncDispose]();
}, 60_000);

describe('traces', () => {
  it("follow CreateTopics from the client's span through broker, controller, commit and publication", async () => {
    const [broker] = cluster.process.addresses();
    if (broker === undefined) throw new Error('a broker is wanted');
    const connection = await RawConnection.open(broker);
    const topics = [{ name: 'traced', numPartitions: 1, replicationFactor: 3, assignments: [], configs: [] }];
    const create = (): Promise<unknown> => connection.ask(ApiKeys.CreateTopics, 7, { topics, timeoutMs: 10_000, validateOnly: false }, clientSpan);
    const found = await traced('CreateTopics', create, (all) => all.includes('CreateTopics'));
    const controller = 'CreateTopics > ask the active controller > decide a change of metadata';
    expect(found).toEqual(expect.arrayContaining([controller, ...['decide, append and replay', 'wait for the commit', 'wait until brokers applied and published it'].map((step) => `${controller} > ${step}`)]));
    expect(kept.find(({ name }) => name === 'CreateTopics')?.parent).toBe('00f067aa0ba902b7');
    connection.close();
  }, 60_000);

  it("go on with the producer's trace, to the followers and back", async () => {
    const send = (): Promise<unknown> => producer.send({ topic: 'traced', acks: -1, messages: [{ value: 'v', headers: { traceparent: producerSpan } }] });
    const wait = 'Produce > wait for the high watermark';
    const found = await traced('Produce', send, (all) => all.includes('Produce') && all.filter((path) => path.endsWith('> append as follower')).length === 2);
    const leader = cluster.leaders('traced')[0];
    for (const follower of [1, 2, 3].filter((id) => id !== leader)) {
      expect(found).toEqual(expect.arrayContaining([`${wait} > replicate to broker ${follower}`, `${wait} > replicate to broker ${follower} > append as follower`]));
    }
    expect(found).toEqual(expect.arrayContaining(['Produce > request queue', 'Produce > append to the log', wait, 'Produce > response send']));
    expect(kept.find(({ name }) => name === 'Produce')?.parent).toBe('b7ad6b7169203331');
  }, 60_000);

  it("tie a consumer's fetch to the producer of what it brings, and follow a group's requests to the append in its coordinator's log", async () => {
    consumer = cluster.kafka.consumer({ groupId: 'readers', maxWaitTimeInMs: 100 });
    await consumer.connect();
    await consumer.subscribe({ topics: ['traced'], fromBeginning: true });
    const { promise, resolve } = Promise.withResolvers<void>();
    const run = async (): Promise<void> => {
      await consumer.run({ eachMessage: async () => await Promise.resolve(resolve()) });
      await within('the record is read', 30_000, promise);
    };
    const append = /^SyncGroup > ask the coordinator > coordinate __consumer_offsets-\d > append to __consumer_offsets-\d > append to __consumer_offsets-\d$/;
    const found = await traced('the group', run, (all) => all.some((path) => append.test(path)) && all.includes('Fetch'));
    expect(found.some((path) => /^JoinGroup > ask the coordinator > coordinate __consumer_offsets-\d > decide$/.test(path))).toBe(true);
    expect(kept.filter(({ name }) => name === 'Fetch').flatMap(({ links }) => links)).toContain(producerSpan);
  }, 60_000);

  it('are not begun for requests that are not sampled', async () => {
    kept.length = 0;
    await producer.send({ topic: 'traced', acks: -1, messages: [{ value: 'v', headers: { traceparent: producerSpan } }] });
    // What the consumer had parked before goes on.
    expect(kept.map(({ name }) => name)).not.toContain('Produce');
  }, 60_000);
});
