import { ErrorCode, tableCrc32c } from '@ottla/model';
import { nodeCompression } from '@ottla/platform';
import {
  batchesIn, ControlRecordType, controlRecordType, FetchRequestCodec, FetchResponseCodec, FindCoordinatorRequestCodec, FindCoordinatorResponseCodec, ListOffsetsRequestCodec, ListOffsetsResponseCodec,
  MetadataRequestCodec, MetadataResponseCodec, OffsetFetchRequestCodec, OffsetFetchResponseCodec, readRecords, type MetadataResponse,
} from '@ottla/protocol';
import { WireConnection } from '../measure/wire-connection.ts';

const METADATA_VERSION = 12;
const FETCH_VERSION = 12;
const LIST_OFFSETS_VERSION = 7;
const READ_COMMITTED = 1;
const MAX_BYTES = 8 * 1024 * 1024;
const LATEST = -1;
const COORDINATOR_WITHIN_MS = 60_000;
const LEADER_WITHIN_MS = 60_000;
const ASK_AGAIN_MS = 200;

/** COORDINATOR_LOAD_IN_PROGRESS, COORDINATOR_NOT_AVAILABLE, NOT_COORDINATOR */
const isOnTheWay = (errorCode: number): boolean => errorCode >= 14 && errorCode <= 16;

/** LEADER_NOT_AVAILABLE, NOT_LEADER_OR_FOLLOWER, and a leader that does not know its high watermark yet. */
const movedCodes: ReadonlySet<number> = new Set([ErrorCode.LEADER_NOT_AVAILABLE, ErrorCode.NOT_LEADER_OR_FOLLOWER, ErrorCode.OFFSET_NOT_AVAILABLE]);

/** The leader was another than metadata said: that is asked again. */
class LeaderMoved extends Error {}

function failed(what: string, errorCode: number | undefined): Error {
  const text = `${what}: error ${errorCode}`;
  return movedCodes.has(errorCode ?? 0) ? new LeaderMoved(text) : new Error(text);
}

/** One record of data as a partition holds it. */
export interface FinalRecord {
  readonly partition: number;
  readonly offset: number;
  readonly value: string;
}

interface AbortedProducer {
  readonly producerId: number;
  readonly firstOffset: number;
}

/** Reads topics over Kafka's wire, without a client library: what is kept, and what a read_committed reader may see. */
export class FinalReader {
  readonly #bootstrap: readonly string[];
  readonly #connections = new Map<string, WireConnection>();

  constructor(bootstrap: string) {
    this.#bootstrap = bootstrap.split(',');
  }

  /** The first broker that answers. */
  async metadata(topics: readonly string[]): Promise<MetadataResponse> {
    let last: unknown;
    for (const address of this.#bootstrap) {
      try {
        const connection = await this.#connect(address);
        return await connection.ask({ request: MetadataRequestCodec, response: MetadataResponseCodec }, METADATA_VERSION, { topics: topics.map((name) => ({ name })), allowAutoTopicCreation: false });
      } catch (error) {
        this.#connections.delete(address);
        last = error;
      }
    }
    throw new Error('no broker answers', { cause: last });
  }

  /** All records of a topic; with `isCommitted` only those of transactions that are committed, and of none. */
  async read(topic: string, isCommitted: boolean): Promise<FinalRecord[]> {
    return await this.readOn(topic, isCommitted, new Map());
  }

  /** The same from the offsets in `positions` on, which are moved behind what was read. */
  async readOn(topic: string, isCommitted: boolean, positions: Map<number, number>): Promise<FinalRecord[]> {
    const all: FinalRecord[][] = [];
    for (const { partition } of await this.#leaders([topic])) {
      const { end, records } = await this.#fromLeader(topic, partition, async (connection) => {
        const read: FinalRecord[] = [];
        return { end: await this.#readPartition(connection, topic, partition, isCommitted, positions.get(partition) ?? 0, read), records: read };
      });
      positions.set(partition, end);
      all.push(records);
    }
    return all.flat();
  }

  /** Where each partition ends, by topic-partition: the last stable offset for read_committed, else the high watermark. */
  async ends(topics: readonly string[], isCommitted: boolean): Promise<Map<string, number>> {
    const ends = new Map<string, number>();
    for (const { topic, partition } of await this.#leaders(topics)) {
      ends.set(`${topic}-${partition}`, await this.#fromLeader(topic, partition, async (connection) => await endOf(connection, topic, partition, isCommitted ? READ_COMMITTED : 0)));
    }
    return ends;
  }

  /** Partitions whose last stable offset lies behind their end: a transaction is open there. */
  async openPartitions(topics: readonly string[]): Promise<string[]> {
    const stable = await this.ends(topics, true);
    const ends = await this.ends(topics, false);
    return [...ends].filter(([name, end]) => stable.get(name) !== end).map(([name, end]) => `${name} rests at ${stable.get(name)} of ${end}`);
  }

  /** What a group has committed, by partition; asked again while its coordinator is on the way, up to a minute. */
  async committedOffsets(groupId: string, topic: string, partitions: number): Promise<ReadonlyMap<number, number>> {
    const indexes = Array.from({ length: partitions }, (_, index) => index);
    for (const deadline = Date.now() + COORDINATOR_WITHIN_MS; ; await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS))) {
      const anyone = await this.#connect(this.#bootstrap[0] ?? '');
      const { coordinators } = await anyone.ask({ request: FindCoordinatorRequestCodec, response: FindCoordinatorResponseCodec }, 4, { keyType: 0, coordinatorKeys: [groupId] });
      let errorCode = coordinators[0]?.errorCode ?? 0;
      if (errorCode === 0) {
        const coordinator = await this.#connect(`${coordinators[0]?.host}:${coordinators[0]?.port}`);
        const { groups } = await coordinator.ask({ request: OffsetFetchRequestCodec, response: OffsetFetchResponseCodec }, 8, { groups: [{ groupId, topics: [{ name: topic, partitionIndexes: indexes }] }], requireStable: true });
        errorCode = groups[0]?.errorCode ?? 0;
        if (errorCode === 0) return new Map(groups[0]?.topics.flatMap((found) => found.partitions.map(({ partitionIndex, committedOffset }) => [partitionIndex, committedOffset] as const)));
      }
      if (!isOnTheWay(errorCode) || Date.now() > deadline) throw new Error(`the offsets of ${groupId} cannot be read: error ${errorCode}`);
    }
  }

  close(): void {
    for (const connection of this.#connections.values()) connection.close();
  }

  /** What `read` gets from the partition's leader; once more from the start when another one leads meanwhile. */
  async #fromLeader<T>(topic: string, partition: number, read: (connection: WireConnection) => Promise<T>): Promise<T> {
    for (const deadline = Date.now() + LEADER_WITHIN_MS; ; await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS))) {
      try {
        const leader = (await this.#leaders([topic])).find((found) => found.partition === partition);
        if (leader?.address === undefined) throw new LeaderMoved(`${topic}-${partition} has no leader`);
        return await read(await this.#connect(leader.address));
      } catch (error) {
        if (!(error instanceof LeaderMoved) || Date.now() > deadline) throw error;
      }
    }
  }

  async #leaders(topics: readonly string[]): Promise<{ topic: string; partition: number; address: string | undefined }[]> {
    const metadata = await this.metadata(topics);
    const addresses = new Map(metadata.brokers.map(({ nodeId, host, port }) => [nodeId, `${host}:${port}`]));
    return metadata.topics.flatMap(({ name, partitions }) => partitions.map(({ partitionIndex, leaderId }) => ({ topic: name ?? '', partition: partitionIndex, address: addresses.get(leaderId) })));
  }

  async #connect(address: string): Promise<WireConnection> {
    let connection = this.#connections.get(address);
    if (connection === undefined) {
      const at = address.lastIndexOf(':');
      this.#connections.set(address, (connection = await WireConnection.open(address.slice(0, at), Number(address.slice(at + 1)))));
    }
    return connection;
  }

  /** Answers the end up to which it read. */
  async #readPartition(connection: WireConnection, topic: string, partition: number, isCommitted: boolean, from: number, into: FinalRecord[]): Promise<number> {
    const isolationLevel = isCommitted ? READ_COMMITTED : 0;
    const end = await endOf(connection, topic, partition, isolationLevel);
    const aborted = new Set<number>();
    let offset = from;
    while (offset < end) {
      const topics = [{ topic, partitions: [{ partition, fetchOffset: offset, partitionMaxBytes: MAX_BYTES }] }];
      const { responses } = await connection.ask({ request: FetchRequestCodec, response: FetchResponseCodec }, FETCH_VERSION, { maxWaitMs: 100, minBytes: 1, maxBytes: MAX_BYTES, isolationLevel, sessionId: 0, sessionEpoch: -1, topics });
      const answer = responses[0]?.partitions[0];
      if (answer === undefined || answer.errorCode !== 0) throw failed(`${topic}-${partition} at ${offset}`, answer?.errorCode);
      const next = takeRecords(answer.records ?? new Uint8Array(0), partition, offset, (answer.abortedTransactions ?? []).toSorted((a, b) => a.firstOffset - b.firstOffset), isCommitted, aborted, into);
      if (next === offset) throw new Error(`${topic}-${partition} answers nothing at ${offset}, before its end ${end}`);
      offset = next;
    }
    return offset;
  }
}

/** What a reader of that isolation level may see ends there. */
async function endOf(connection: WireConnection, topic: string, partition: number, isolationLevel: number): Promise<number> {
  const answer = await connection.ask({ request: ListOffsetsRequestCodec, response: ListOffsetsResponseCodec }, LIST_OFFSETS_VERSION, { replicaId: -1, isolationLevel, topics: [{ name: topic, partitions: [{ partitionIndex: partition, timestamp: LATEST }] }] });
  const found = answer.topics[0]?.partitions[0];
  if (found === undefined || found.errorCode !== 0) throw failed(`the end of ${topic}-${partition}`, found?.errorCode);
  return found.offset;
}

/** Answers the offset behind the last whole batch. `aborted` are producers whose open transaction will turn out aborted. */
function takeRecords(bytes: Uint8Array, partition: number, from: number, transactions: readonly AbortedProducer[], isCommitted: boolean, aborted: Set<number>, into: FinalRecord[]): number {
  let next = from;
  let at = 0;
  for (const batch of batchesIn(bytes)) {
    if (!batch.isComplete) break;
    if (!batch.hasValidCrc(tableCrc32c)) throw new Error(`the batch at ${partition}:${batch.baseOffset} has a wrong checksum`);
    for (; at < transactions.length && (transactions[at] as AbortedProducer).firstOffset <= batch.lastOffset; at++) aborted.add((transactions[at] as AbortedProducer).producerId);
    next = batch.nextOffset;
    const { isControl, isTransactional, producerId } = batch;
    const isAborted = isTransactional && aborted.has(producerId);
    if (!isControl && isCommitted && isAborted) continue;
    for (const { offset, key, value } of readRecords(batch, nodeCompression())) {
      if (isControl && controlRecordType(key) === ControlRecordType.ABORT) aborted.delete(producerId);
      if (!isControl && offset >= from) into.push({ partition, offset, value: Buffer.from(value ?? []).toString() });
    }
  }
  return next;
}
