import { apis, ApiKeys, type MetadataResponse } from '@ottla/protocol';
import { WireConnection } from '../../measure/wire-connection.ts';

const METADATA_VERSION = 12;
const CREATE_TOPICS_VERSION = 7;
const DESCRIBE_QUORUM_VERSION = 2;
const TIMEOUT_MS = 30_000;
const LOOK_MS = 50;

/** Settles after a while: what waits for a cluster has to look. */
export const pause = (durationMs: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, durationMs));

/** Asks brokers what a client may ask, and connects anew to the next one when one does not answer. */
export class ClusterView {
  readonly #addresses: readonly string[];
  #next = 0;
  readonly #connections = new Map<string, WireConnection>();

  constructor(addresses: readonly string[]) {
    this.#addresses = addresses;
  }

  close(): void {
    for (const connection of this.#connections.values()) connection.close();
    this.#connections.clear();
  }

  async createTopic(name: string, numPartitions: number, replicationFactor: number, configs: Readonly<Record<string, string>> = {}): Promise<void> {
    const topic = { name, numPartitions, replicationFactor, assignments: [], configs: Object.entries(configs).map(([key, value]) => ({ name: key, value })) };
    const { topics } = await this.#ask((connection) => connection.ask(apis[ApiKeys.CreateTopics], CREATE_TOPICS_VERSION, { topics: [topic], timeoutMs: TIMEOUT_MS, validateOnly: false }));
    if (topics[0]?.errorCode !== 0) throw new Error(`${name} could not be created: error ${topics[0]?.errorCode}, ${topics[0]?.errorMessage ?? ''}`);
    await this.until(`${name} has all its replicas in sync`, async () => await this.isInSync(name, replicationFactor));
  }

  /** Creates the topic unless it is there. */
  async ensureTopic(name: string, numPartitions: number, replicationFactor: number): Promise<void> {
    if (!(await this.isInSync(name, replicationFactor).catch(() => false))) await this.createTopic(name, numPartitions, replicationFactor);
  }

  /** node.id of the active controller, -1 while there is none. */
  async activeController(): Promise<number> {
    const request = { topics: [{ topicName: '__cluster_metadata', partitions: [{ partitionIndex: 0 }] }] };
    const answer = await this.#ask((connection) => connection.ask(apis[ApiKeys.DescribeQuorum], DESCRIBE_QUORUM_VERSION, request));
    return answer.topics[0]?.partitions[0]?.leaderId ?? -1;
  }

  async isInSync(topic: string, replicas: number): Promise<boolean> {
    const { topics } = await this.#metadata(topic);
    const partitions = topics[0]?.partitions ?? [];
    return partitions.length > 0 && partitions.every(({ isrNodes, leaderId }) => isrNodes.length >= replicas && leaderId >= 0);
  }

  /** A connection to the broker that answered last, or to the next that does. */
  async anyBroker(): Promise<WireConnection> {
    return await this.#ask((connection) => Promise.resolve(connection));
  }

  async leaderOf(topic: string, partition: number): Promise<WireConnection> {
    const { topics, brokers } = await this.#metadata(topic);
    const leader = topics[0]?.partitions.find(({ partitionIndex }) => partitionIndex === partition)?.leaderId;
    const broker = brokers.find(({ nodeId }) => nodeId === leader);
    if (broker === undefined) throw new Error(`${topic}-${partition} has no leader`);
    return await this.#connection(`${broker.host}:${broker.port}`);
  }

  /** Brokers that are not fenced. */
  async liveBrokers(): Promise<readonly number[]> {
    return (await this.#metadata(undefined)).brokers.map(({ nodeId }) => nodeId);
  }

  /** Looks again and again. Rejects when it is not so within `withinMs`. */
  async until(what: string, isSo: () => Promise<boolean>, withinMs = 60_000): Promise<void> {
    for (const startedAt = performance.now(); performance.now() - startedAt < withinMs; await pause(LOOK_MS)) {
      if (await isSo().catch(() => false)) return;
    }
    throw new Error(`not within ${withinMs} ms: ${what}`);
  }

  async #metadata(topic: string | undefined): Promise<MetadataResponse> {
    const topics = topic === undefined ? [] : [{ name: topic }];
    return await this.#ask((connection) => connection.ask(apis[ApiKeys.Metadata], METADATA_VERSION, { topics, allowAutoTopicCreation: false }));
  }

  async #ask<T>(ask: (connection: WireConnection) => Promise<T>): Promise<T> {
    let cause: unknown;
    for (let attempt = 0; attempt < this.#addresses.length; attempt++) {
      const address = this.#addresses[this.#next % this.#addresses.length] as string;
      try {
        return await within(TIMEOUT_MS, ask(await this.#connection(address)));
      } catch (error) {
        cause = error;
        this.#connections.get(address)?.close();
        this.#connections.delete(address);
        this.#next++;
      }
    }
    throw new Error(`no broker answers: ${String(cause)}`, { cause });
  }

  async #connection(address: string): Promise<WireConnection> {
    const known = this.#connections.get(address);
    if (known !== undefined) return known;
    const [host = '', port] = address.split(':');
    const connection = await within(TIMEOUT_MS, WireConnection.open(host, Number(port)));
    this.#connections.set(address, connection);
    return connection;
  }
}

/** Rejects when `promise` takes longer. */
export async function within<T>(timeoutMs: number, promise: Promise<T>): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`no answer within ${timeoutMs} ms`)), timeoutMs);
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
