import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { nativeCrc32c } from '@ottla/platform';
import { apis, ApiKeys, buildBatch } from '@ottla/protocol';
import { ClusterView } from '../cluster/failover/cluster-view.ts';
import { WireConnection } from '../measure/wire-connection.ts';
import type { Jaeger, JaegerSpan } from './jaeger.ts';

const CREATE_TOPICS_VERSION = 7;
const PRODUCE_VERSION = 11;
const FETCH_VERSION = 12;
const FIND_COORDINATOR_VERSION = 4;
const JOIN_GROUP_VERSION = 9;
const TIMEOUT_MS = 30_000;
const GROUP_KEY_TYPE = 0;
/** Planes export every few seconds. */
const EXPORTED_WITHIN_MS = 40_000;
const LOOK_MS = 250;

type Say = (line: string) => void;

/** A span of the client around one request. */
interface ClientCall {
  readonly traceId: string;
  readonly spanId: string;
  readonly traceparent: string;
}

/** What must be in the trace of a client's request: paths of `service instance: step` from the client's span on, by expressions. */
interface Wanted {
  readonly what: string;
  readonly paths: readonly RegExp[];
}

/**
 * Sends one request of each flow that crosses planes, as a client that traces does (a `traceparent` in the header of the
 * request, for a Produce in that of the record too), and has Jaeger's API tell what became of each. Answers what is missing; empty: all is there.
 * The planes of the cluster export to that Jaeger with a sampler that follows its parents, so any share will do.
 */
export async function checkTraces(bootstrap: string, jaeger: Jaeger, say: Say): Promise<readonly string[]> {
  const client = new TracingClient(bootstrap, jaeger);
  try {
    const flows = [
      [wantedOfCreateTopics, await client.createTopic()],
      [wantedOfProduce, await client.produce()],
      [wantedOfJoinGroup, await client.joinGroup()],
      [wantedOfFetch, await client.fetch()],
    ] as const;
    const failed: string[] = [];
    for (const [wanted, call] of flows) failed.push(...(await complete(jaeger, wanted, call, say)));
    return [...failed, ...(await unlinked(jaeger, flows[3][1], flows[1][1], say))];
  } finally {
    client.close();
  }
}

const wantedOfCreateTopics: Wanted = {
  what: 'CreateTopics through broker, controller, commit and publication',
  paths: ['', ' > \\1: wait for the commit', ' > \\1: wait until brokers applied and published it'].map(
    (step) => new RegExp(`^client: create a topic > ottla-broker \\d+: CreateTopics > ottla-broker \\d+: ask the active controller > (ottla-controller \\d+): decide a change of metadata${step}$`),
  ),
};
const wantedOfProduce: Wanted = {
  what: 'Produce with acks=all to the leader, a follower and back',
  paths: [/^client: produce > (ottla-broker \d+): Produce > \1: wait for the high watermark > \1: replicate to broker (\d+) > ottla-broker \2: append as follower$/],
};
const wantedOfJoinGroup: Wanted = {
  what: 'JoinGroup through broker, coordinator and append to the internal topic',
  paths: [/^client: join a group > (ottla-broker \d+): JoinGroup > \1: ask the coordinator > (ottla-group-coordinator \d+): coordinate (__consumer_offsets-\d+) > \2: append to \3 > \1: append to \3$/],
};
const wantedOfFetch: Wanted = { what: "Fetch of a consumer, tied to the producer's span", paths: [/^client: fetch > ottla-broker \d+: Fetch$/] };

/** Requests as they are on the wire, each within a span of its own that is exported too. */
class TracingClient {
  readonly #view: ClusterView;
  readonly #jaeger: Jaeger;
  readonly #topic = `traced-${randomBytes(4).toString('hex')}`;
  readonly #opened: WireConnection[] = [];

  constructor(bootstrap: string, jaeger: Jaeger) {
    this.#view = new ClusterView(bootstrap.split(','));
    this.#jaeger = jaeger;
  }

  async createTopic(): Promise<ClientCall> {
    const connection = await this.#view.anyBroker();
    const topic = { name: this.#topic, numPartitions: 1, replicationFactor: 3, assignments: [], configs: [] };
    const call = await this.#within('create a topic', async ({ traceparent }) => {
      const { topics } = await connection.ask(apis[ApiKeys.CreateTopics], CREATE_TOPICS_VERSION, { topics: [topic], timeoutMs: TIMEOUT_MS, validateOnly: false }, traceparent);
      must('CreateTopics', topics[0]?.errorCode);
    });
    await this.#view.until('the topic has its replicas in sync', async () => await this.#view.isInSync(this.#topic, 3));
    return call;
  }

  /** The record carries the span too, as instrumented producers have it: that is what its reader is tied to. */
  async produce(): Promise<ClientCall> {
    const connection = await this.#view.leaderOf(this.#topic, 0);
    return await this.#within('produce', async ({ traceparent }) => {
      const records = buildBatch({ crc: nativeCrc32c }, [{ key: null, value: Buffer.from('traced'), headers: [{ key: 'traceparent', value: Buffer.from(traceparent) }] }]);
      const topicData = [{ name: this.#topic, partitionData: [{ index: 0, records }] }];
      const { responses } = await connection.ask(apis[ApiKeys.Produce], PRODUCE_VERSION, { acks: -1, timeoutMs: TIMEOUT_MS, topicData }, traceparent);
      must('Produce', responses[0]?.partitionResponses[0]?.errorCode);
    });
  }

  async joinGroup(): Promise<ClientCall> {
    const groupId = `${this.#topic}-readers`;
    const connection = await this.#coordinatorOf(groupId);
    const protocols = [{ name: 'range', metadata: new Uint8Array(0) }];
    return await this.#within('join a group', async ({ traceparent }) => {
      // A static member joins with its first request.
      const request = { groupId, sessionTimeoutMs: 10_000, rebalanceTimeoutMs: 10_000, memberId: '', groupInstanceId: 'reader', protocolType: 'consumer', protocols, reason: null };
      must('JoinGroup', (await connection.ask(apis[ApiKeys.JoinGroup], JOIN_GROUP_VERSION, request, traceparent)).errorCode);
    });
  }

  async fetch(): Promise<ClientCall> {
    const connection = await this.#view.leaderOf(this.#topic, 0);
    const topics = [{ topic: this.#topic, partitions: [{ partition: 0, fetchOffset: 0, partitionMaxBytes: 1_000_000 }] }];
    return await this.#within('fetch', async ({ traceparent }) => {
      const { responses } = await connection.ask(apis[ApiKeys.Fetch], FETCH_VERSION, { maxWaitMs: 500, minBytes: 1, maxBytes: 1_000_000, sessionId: 0, sessionEpoch: -1, topics }, traceparent);
      must('Fetch', responses[0]?.partitions[0]?.errorCode);
    });
  }

  close(): void {
    for (const connection of this.#opened) connection.close();
    this.#view.close();
  }

  async #coordinatorOf(groupId: string): Promise<WireConnection> {
    const any = await this.#view.anyBroker();
    let found: { readonly host: string; readonly port: number } | undefined;
    await this.#view.until('the group has a coordinator', async () => {
      const { coordinators } = await any.ask(apis[ApiKeys.FindCoordinator], FIND_COORDINATOR_VERSION, { keyType: GROUP_KEY_TYPE, coordinatorKeys: [groupId] });
      found = coordinators[0]?.errorCode === 0 ? coordinators[0] : undefined;
      return found !== undefined;
    });
    const { host, port } = found as unknown as { readonly host: string; readonly port: number };
    const connection = await WireConnection.open(host, port);
    this.#opened.push(connection);
    return connection;
  }

  async #within(name: string, act: (call: ClientCall) => Promise<void>): Promise<ClientCall> {
    const [traceId, spanId] = [randomBytes(16).toString('hex'), randomBytes(8).toString('hex')];
    const call = { traceId, spanId, traceparent: `00-${traceId}-${spanId}-01` };
    const startMs = Date.now();
    await act(call);
    await this.#jaeger.take({ traceId, spanId, name, startMs, endMs: Date.now() });
    return call;
  }
}

function must(what: string, errorCode: number | undefined): void {
  if (errorCode !== 0) throw new Error(`${what}: error ${errorCode}`);
}

/** Waits until a trace has all that is wanted, and prints it; answers what it lacks. */
async function complete(jaeger: Jaeger, { what, paths }: Wanted, { traceId }: ClientCall, say: Say): Promise<readonly string[]> {
  const lacking = (spans: readonly JaegerSpan[]): readonly RegExp[] => {
    const found = spans.map((span) => pathOf(span, spans));
    return paths.filter((path) => !found.some((one) => path.test(one)));
  };
  let spans = await jaeger.trace(traceId);
  for (const deadline = performance.now() + EXPORTED_WITHIN_MS; lacking(spans).length > 0 && performance.now() < deadline; spans = await jaeger.trace(traceId)) await pause(LOOK_MS);
  say(`\n${what}: ${jaeger.queryUrl}/api/traces/${traceId}`);
  for (const root of spans.filter(({ parent }) => parent === undefined)) tell(root, spans, 1, say);
  return lacking(spans).map((path) => `${what}: no ${path.source}`);
}

/** The consumer's Fetch must name the producer's span. */
async function unlinked(jaeger: Jaeger, fetched: ClientCall, produced: ClientCall, say: Say): Promise<readonly string[]> {
  const links = (await jaeger.trace(fetched.traceId)).flatMap((span) => span.links);
  const isTied = links.includes(`${produced.traceId}/${produced.spanId}`);
  say(`  the Fetch is ${isTied ? '' : 'not '}tied to span ${produced.spanId} of the producer's trace ${produced.traceId}`);
  return isTied ? [] : [`${wantedOfFetch.what}: no link among ${links.join(', ') || 'none'}`];
}

function pathOf(span: JaegerSpan, spans: readonly JaegerSpan[]): string {
  const parent = spans.find(({ id }) => id === span.parent);
  const name = `${span.service}: ${span.name}`;
  return parent === undefined ? name : `${pathOf(parent, spans)} > ${name}`;
}

const milliseconds = (us: number): string => `${(us / 1000).toFixed(2)} ms`;

/** A span with those below it. Steps that were too short to be spans are attributes, in microseconds. */
function tell(span: JaegerSpan, spans: readonly JaegerSpan[], depth: number, say: Say): void {
  const short = Object.entries(span.tags).flatMap(([key, value]) => (key.endsWith(', us') ? [`${key.slice(0, -', us'.length)} ${milliseconds(Number(value))}`] : []));
  say(`${'  '.repeat(depth)}${span.service}: ${span.name} ${milliseconds(span.durationUs)}${short.length === 0 ? '' : ` (${short.join(', ')})`}`);
  for (const child of spans.filter(({ parent }) => parent === span.id).toSorted((a, b) => a.startUs - b.startUs)) tell(child, spans, depth + 1, say);
}
