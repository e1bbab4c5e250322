import { tableCrc32c, type ErrorCode } from '@ottla/model';
import { ApiKeys, buildBatch } from '@ottla/protocol';
import { eventually } from '../conditions.ts';
import type { RawConnection } from './raw-connection.ts';

/** Who a request says it is from. */
export interface Identity {
  readonly producerId: number;
  readonly producerEpoch: number;
}

export const nobody: Identity = { producerId: -1, producerEpoch: -1 };
const TIMEOUT_MS = 30_000;
const TRANSACTION_KEY_TYPE = 1;
/** COORDINATOR_LOAD_IN_PROGRESS, COORDINATOR_NOT_AVAILABLE, NOT_COORDINATOR, CONCURRENT_TRANSACTIONS. */
const passing: ReadonlySet<number> = new Set([14, 15, 16, 51]);

/** Single requests about one transactional id, in the version that is asked for; each answers its error code. */
export class RawTransactions {
  readonly transactionalId: string;
  readonly #connection: RawConnection;

  constructor(connection: RawConnection, transactionalId: string) {
    this.#connection = connection;
    this.transactionalId = transactionalId;
  }

  as(transactionalId: string): RawTransactions {
    return new RawTransactions(this.#connection, transactionalId);
  }

  /** Waits for the coordinator; clients do the same with each of these errors. */
  async #settled<T extends { readonly errorCode: number }>(ask: () => Promise<T>): Promise<T> {
    return await eventually('the coordinator answers', async () => {
      const answer = await ask();
      if (passing.has(answer.errorCode)) throw new Error(`error ${answer.errorCode}`);
      return answer;
    });
  }

  /** A producer id and epoch; the coordinator is looked for first. */
  async begin(transactionTimeoutMs = TIMEOUT_MS, from: Identity = nobody): Promise<Identity> {
    await eventually('there is a coordinator', async () => {
      const { coordinators } = await this.#connection.ask(ApiKeys.FindCoordinator, 4, { keyType: TRANSACTION_KEY_TYPE, coordinatorKeys: [this.transactionalId] });
      if (coordinators[0]?.errorCode !== 0) throw new Error(`FindCoordinator: ${coordinators[0]?.errorCode}`);
      return true;
    });
    const { errorCode, producerId, producerEpoch } = await this.#settled(() => this.init(transactionTimeoutMs, from));
    if (errorCode !== 0) throw new Error(`InitProducerId: ${errorCode}`);
    return { producerId, producerEpoch };
  }

  async init(transactionTimeoutMs = TIMEOUT_MS, from: Identity = nobody, version = 5, transactionalId: string | null = this.transactionalId): Promise<Identity & { readonly errorCode: number }> {
    const { errorCode, producerId, producerEpoch } = await this.#connection.ask(ApiKeys.InitProducerId, version, { transactionalId, transactionTimeoutMs, ...from });
    return { errorCode, producerId, producerEpoch };
  }

  /** The codes of all partitions, sorted: their order is the server's. By version 3 and below. */
  async addPartitions(identity: Identity, topics: Readonly<Record<string, readonly number[]>>, version = 3): Promise<number[]> {
    const answer = await this.#connection.ask(ApiKeys.AddPartitionsToTxn, version, {
      v3AndBelowTransactionalId: this.transactionalId, v3AndBelowProducerId: identity.producerId, v3AndBelowProducerEpoch: identity.producerEpoch,
      v3AndBelowTopics: Object.entries(topics).map(([name, partitions]) => ({ name, partitions })),
    });
    return answer.resultsByTopicV3AndBelow.flatMap(({ resultsByPartition }) => resultsByPartition.map(({ partitionErrorCode }) => partitionErrorCode)).sort((a, b) => a - b);
  }

  /** What a broker asks before it appends. */
  async verify(identity: Identity, topic: string, partition: number, version = 5, verifyOnly = true): Promise<number> {
    const answer = await this.#connection.ask(ApiKeys.AddPartitionsToTxn, version, { transactions: [{ transactionalId: this.transactionalId, ...identity, verifyOnly, topics: [{ name: topic, partitions: [partition] }] }] });
    return answer.errorCode || (answer.resultsByTransaction[0]?.topicResults[0]?.resultsByPartition[0]?.partitionErrorCode ?? -1);
  }

  async addOffsets(identity: Identity, groupId: string, version = 4): Promise<number> {
    return (await this.#connection.ask(ApiKeys.AddOffsetsToTxn, version, { transactionalId: this.transactionalId, ...identity, groupId })).errorCode;
  }

  async end(identity: Identity, committed: boolean, version = 4): Promise<Identity & { readonly errorCode: number }> {
    const { errorCode, producerId, producerEpoch } = await this.#connection.ask(ApiKeys.EndTxn, version, { transactionalId: this.transactionalId, ...identity, committed });
    return { errorCode, producerId, producerEpoch };
  }

  /** Asks again while the transaction before is being completed, as clients do. */
  async ended(identity: Identity, committed: boolean, version = 4): Promise<Identity & { readonly errorCode: number }> {
    return await this.#settled(() => this.end(identity, committed, version));
  }

  async commitOffset(identity: Identity, groupId: string, topic: string, version = 4, member: { readonly generationId: number; readonly memberId: string } = { generationId: -1, memberId: '' }, committedMetadata = ''): Promise<number> {
    const answer = await this.#connection.ask(ApiKeys.TxnOffsetCommit, version, {
      transactionalId: this.transactionalId, groupId, ...identity, ...member, groupInstanceId: null,
      topics: [{ name: topic, partitions: [{ partitionIndex: 0, committedOffset: 1, committedLeaderEpoch: -1, committedMetadata }] }],
    });
    return answer.topics[0]?.partitions[0]?.errorCode ?? -1;
  }

  /** One record with the given sequence, of a transaction or (`isTransactional` false) of an idempotent producer. */
  async produce(identity: Identity, topic: string, partition = 0, version = 11, baseSequence = 0, isTransactional = true): Promise<number> {
    const records = buildBatch({ crc: tableCrc32c, timestamp: Date.now(), ...identity, baseSequence, isTransactional }, [{ key: null, value: Buffer.from('a') }]);
    const answer = await this.#connection.ask(ApiKeys.Produce, version, { transactionalId: isTransactional ? this.transactionalId : null, acks: -1, timeoutMs: TIMEOUT_MS, topicData: [{ name: topic, partitionData: [{ index: partition, records }] }] });
    return answer.responses[0]?.partitionResponses[0]?.errorCode ?? -1;
  }

  async writeMarker(identity: Identity, topic: string, partition: number, coordinatorEpoch: number, committed = false, version = 1): Promise<number> {
    const markers = [{ ...identity, transactionResult: committed, coordinatorEpoch, topics: [{ name: topic, partitionIndexes: [partition] }], transactionVersion: 0 }];
    const answer = await this.#connection.ask(ApiKeys.WriteTxnMarkers, version, { markers });
    return answer.markers[0]?.topics[0]?.partitions[0]?.errorCode ?? -1;
  }

  async describe(): Promise<{ readonly errorCode: number; readonly state: string; readonly producerEpoch: number; readonly partitions: number }> {
    const { transactionStates } = await this.#connection.ask(ApiKeys.DescribeTransactions, 0, { transactionalIds: [this.transactionalId] });
    const [found] = transactionStates;
    return { errorCode: found?.errorCode ?? -1, state: found?.transactionState ?? '', producerEpoch: found?.producerEpoch ?? -1, partitions: (found?.topics ?? []).reduce((sum, { partitions }) => sum + partitions.length, 0) };
  }

  async list(filters: { readonly stateFilters?: readonly string[]; readonly producerIdFilters?: readonly number[]; readonly durationFilter?: number; readonly transactionalIdPattern?: string | null }): Promise<{ readonly errorCode: number; readonly unknown: readonly string[]; readonly ids: readonly string[] }> {
    const answer = await this.#connection.ask(ApiKeys.ListTransactions, 2, { stateFilters: [], producerIdFilters: [], durationFilter: -1, transactionalIdPattern: null, ...filters });
    return { errorCode: answer.errorCode as ErrorCode, unknown: answer.unknownStateFilters, ids: answer.transactionStates.map(({ transactionalId }) => transactionalId).sort() };
  }

  /** Until nothing of it is under way. */
  async atRest(): Promise<string> {
    return await eventually('nothing of the transaction is under way', async () => {
      const { state } = await this.describe();
      if (state === 'Ongoing' || state.startsWith('Prepare')) throw new Error(`it is ${state}`);
      return state;
    });
  }
}
