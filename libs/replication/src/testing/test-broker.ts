import type { BrokerId, PartitionIndex, TopicPartition, Uuid } from '@ottla/model';
import { ErrorCode, isByteSource, silentMetrics, tableCrc32c } from '@ottla/model';
import { ConfigResourceType, MetadataLoader, type MetadataRecord } from '@ottla/metadata';
import { batchesIn, buildBatch, readRecords, type BatchOptions } from '@ottla/protocol';
import { logConfigFrom, LogManager, SegmentFiles } from '@ottla/storage';
import { memoryDisk, recordingLogger, seededRandom, testCompression, virtualTime } from '@ottla/testing';
import type { AppendResult } from '../delayed-produce.ts';
import type { FetchEntry, FetchParams, FetchResult } from '../delayed-fetch.ts';
import { fixedEntries } from '../fetch-source.ts';
import type { Partition } from '../partition.ts';
import { ReplicaManager, type AppendEntry, type LeadershipListener, type Parked } from '../replica-manager.ts';
import { MetadataHistory, topicRecords, type PartitionFacts } from './metadata-history.ts';
import { WatchedDisk } from './watched-disk.ts';

export { partitionChange, topicRecords } from './metadata-history.ts';

export const BROKER: BrokerId = 1;
export const START_MS = 1_750_000_000_000;

/** The id that a test's topic has: its name, padded. */
export function idOf(name: string): Uuid {
  return name.padEnd(22, 'A');
}

/** One batch of `values` as a producer sends it. */
export function batchOf(values: readonly string[], options: Partial<BatchOptions> = {}): Uint8Array {
  return buildBatch({ crc: tableCrc32c, timestamp: START_MS, ...options }, values.map((value) => ({ key: null, value: new TextEncoder().encode(value) })));
}

/** Segment files that count the slices held by readers. */
class CountingFiles extends SegmentFiles {
  pins = 0;

  override pin(file: Parameters<SegmentFiles['pin']>[0]) {
    const handle = super.pin(file);
    this.pins++;
    return handle;
  }

  override unpin(file: Parameters<SegmentFiles['unpin']>[0]): void {
    this.pins--;
    super.unpin(file);
  }
}

/** A Produce and its answer. */
export class Produced {
  readonly answers: (readonly AppendResult[])[] = [];

  get isAnswered(): boolean {
    return this.answers.length > 0;
  }

  get results(): readonly AppendResult[] {
    const [results] = this.answers;
    if (results === undefined || this.answers.length > 1) throw new Error(`answered ${this.answers.length} times`);
    return results;
  }

  get errors(): ErrorCode[] {
    return this.results.map(({ error }) => error);
  }

  get offsets(): number[] {
    return this.results.map(({ baseOffset }) => baseOffset);
  }
}

/** A Fetch and its answer, whose records were read and released. */
export class Fetched {
  readonly answers: FetchResult[][] = [];
  values: string[][] = [];
  parked: Parked | undefined;

  get isAnswered(): boolean {
    return this.answers.length > 0;
  }

  get results(): FetchResult[] {
    const [results] = this.answers;
    if (results === undefined || this.answers.length > 1) throw new Error(`answered ${this.answers.length} times`);
    return results;
  }

  get errors(): ErrorCode[] {
    return this.results.map(({ error }) => error);
  }

  take(results: FetchResult[]): void {
    this.answers.push(results);
    this.values = results.map(valuesOf);
  }
}

/** Values of the whole batches in a result. */
function valuesOf({ records }: FetchResult): string[] {
  let bytes: Uint8Array;
  if (isByteSource(records)) {
    bytes = new Uint8Array(records.byteLength);
    records.readSync(bytes, 0);
    records.release();
  } else {
    bytes = records;
  }
  const values: string[] = [];
  for (const batch of batchesIn(bytes)) {
    for (const { value } of readRecords(batch, testCompression)) values.push(new TextDecoder().decode(value ?? new Uint8Array(0)));
  }
  return values;
}

export interface EntryFacts extends Partial<Omit<FetchEntry, 'partition'>> {
  readonly topic?: string;
  readonly partition?: PartitionIndex;
}

/** Leaderships as the manager tells of them, in words. */
export class Leaderships implements LeadershipListener {
  readonly said: string[] = [];

  onLeadership(partitions: readonly Partition[]): void {
    for (const { topic, partition, leaderEpoch } of partitions) this.said.push(`+${topic}-${partition}@${leaderEpoch}`);
  }

  onLeadershipLost(partitions: readonly TopicPartition[]): void {
    for (const { topic, partition } of partitions) this.said.push(`-${topic}-${partition}`);
  }
}

/**
 * A broker's replica manager over real logs on a disk in memory, which the test can restart. Its metadata log is written
 * by the test; a restart reads it again batch by batch, as a broker does that is far behind.
 */
export class TestBroker {
  readonly time = virtualTime({ startMs: START_MS });
  readonly disk = memoryDisk({ clock: this.time.clock });
  readonly watched = new WatchedDisk(this.disk);
  readonly history = new MetadataHistory();
  readonly logger = recordingLogger();
  leaderships = new Leaderships();
  files!: CountingFiles;
  logs!: LogManager;
  loader!: MetadataLoader;
  replicas!: ReplicaManager;
  strays = 0;
  /** transaction.partition.verification.enable */
  verifiesTransactions = true;
  #random = 1;

  private constructor() {
    this.disk.makeDirectory('/data');
    this.disk.syncDirectory('/data');
  }

  /** A broker that is up, with one topic `t` of `partitions` partitions that it leads alone. */
  static async withTopic(partitions = 1, facts: PartitionFacts = {}): Promise<TestBroker> {
    const broker = new TestBroker();
    await broker.start();
    broker.commit(...topicRecords('t', idOf('t'), partitions, facts));
    return broker;
  }

  async start(): Promise<void> {
    const { clock, scheduler } = this.time;
    this.files = new CountingFiles(this.watched.disk);
    this.logs = LogManager.open({
      disk: this.watched.disk,
      directory: '/data',
      clock,
      scheduler,
      crc: tableCrc32c,
      compression: testCompression,
      random: seededRandom(this.#random++),
      logger: this.logger,
      metrics: silentMetrics,
      segmentFiles: this.files,
    });
    this.loader = new MetadataLoader('cluster');
    const configOf = (topic: string) => logConfigFrom(this.loader.image.configOf(ConfigResourceType.TOPIC, topic));
    await this.logs.load(configOf);
    this.leaderships = new Leaderships();
    this.replicas = new ReplicaManager({ brokerId: BROKER, logs: this.logs, configOf, clock, scheduler, logger: this.logger, metrics: silentMetrics, verifiesTransactions: () => this.verifiesTransactions });
    this.replicas.listen(this.leaderships);
    this.loader.addPublisher(this.replicas);
    for (const batch of this.history.batches) this.loader.apply([batch]);
    this.strays = this.replicas.start(this.loader.image);
  }

  /** A clean stop, then a start over the same disk. `whileDown` writes metadata that this broker reads afterwards. */
  async restart(whileDown: () => void = () => {}): Promise<void> {
    this.replicas.close();
    await this.logs.shutdown(1);
    whileDown();
    await this.start();
  }

  /** The process is killed, and comes back. */
  async killAndStart(whileDown: () => void = () => {}): Promise<void> {
    this.disk.killProcess();
    whileDown();
    await this.start();
  }

  /** One metadata batch, published to the running broker. */
  commit(...records: MetadataRecord[]): void {
    this.loader.apply([this.history.commit(records)]);
  }

  partition(topic = 't', index: PartitionIndex = 0): Partition {
    const partition = this.replicas.partition(topic, index);
    if (partition === undefined) throw new Error(`no partition ${topic}-${index} here`);
    return partition;
  }

  /** Appends each batch to its partition in one Produce; nothing is written before the end of the turn. */
  produce(acks: number, batches: readonly { readonly topic?: string; readonly partition?: PartitionIndex; readonly records: Uint8Array; readonly guard?: AppendEntry['guard'] }[], timeoutMs = 30_000): Produced {
    const produced = new Produced();
    const entries = batches.map(({ topic = 't', partition = 0, records, guard }): AppendEntry => {
      const found = this.replicas.partition(topic, partition);
      return { partition: found, error: found === undefined ? ErrorCode.UNKNOWN_TOPIC_OR_PARTITION : ErrorCode.NONE, records, guard };
    });
    this.replicas.append(acks, timeoutMs, 'client', entries, (results) => produced.answers.push(results));
    return produced;
  }

  /** Appends values with acks=1 and writes them. */
  write(values: readonly string[], topic = 't', partition: PartitionIndex = 0): Produced {
    const produced = this.produce(1, [{ topic, partition, records: batchOf(values) }]);
    this.time.runTurn();
    return produced;
  }

  fetch(params: Partial<FetchParams>, entries: readonly EntryFacts[] = [{}]): Fetched {
    const fetched = new Fetched();
    const asked = entries.map(({ topic = 't', partition = 0, ...facts }): FetchEntry => {
      const found = this.replicas.partition(topic, partition);
      const error = found === undefined ? ErrorCode.UNKNOWN_TOPIC_OR_PARTITION : ErrorCode.NONE;
      return { partition: found, error, fetchOffset: 0, currentLeaderEpoch: -1, lastFetchedEpoch: -1, maxBytes: 1_048_576, ...facts };
    });
    const full: FetchParams = { maxWaitMs: 500, minBytes: 1, maxBytes: 50_000_000, isolation: 'highWatermark', ...params };
    fetched.parked = this.replicas.fetch(full, fixedEntries(asked), (results) => fetched.take(results));
    return fetched;
  }

  /** All values of a partition, read without waiting. */
  values(topic = 't', partition: PartitionIndex = 0): string[] {
    const fetched = this.fetch({ maxWaitMs: 0 }, [{ topic, partition, fetchOffset: this.partition(topic, partition).log.logStartOffset }]);
    return fetched.values[0] ?? [];
  }

  /** Lets promises settle, then runs what they scheduled. */
  async settle(): Promise<void> {
    for (let round = 0; round < 2; round++) {
      for (let hop = 0; hop < 50; hop++) await Promise.resolve();
      this.time.advance(0);
    }
  }

  /** Rewrites partition.metadata of a folder as Kafka before 2.8 left it: not at all. */
  forgetTopicId(topic: string, partition: PartitionIndex = 0): void {
    this.disk.remove(`/data/${topic}-${partition}/partition.metadata`);
  }

  folders(): string[] {
    return this.disk.list('/data').filter((name) => this.disk.stat(`/data/${name}`)?.isDirectory === true);
  }
}
