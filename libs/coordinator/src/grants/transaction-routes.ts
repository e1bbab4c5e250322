import { ErrorCode, errorCodeOf, OFFSETS_TOPIC, TRANSACTION_STATE_TOPIC, type PartitionIndex } from '@ottla/model';
import { ApiKeys, apis, WireReader, WireWriter, type ApiKey, type ApiTypes, type Codec } from '@ottla/protocol';
import type { CallOptions, Envelope, EnvelopeAnswer } from '@ottla/rpc';
import { partitionFor } from '../group/partition-for.ts';
import { encodeRefusal } from '../runtime/refusals.ts';
import { callOf } from './routed-envelope.ts';

/** What the routes need of a ShardGrantor. */
export interface TransactionForwarder {
  forward(topic: string, partition: PartitionIndex, envelope: Envelope, call: CallOptions): Promise<EnvelopeAnswer>;
  listTransactions(envelope: Envelope, call: CallOptions): Promise<EnvelopeAnswer>;
}

export interface TransactionRoutesOptions {
  readonly grantor: TransactionForwarder;
  /** Partitions of an internal topic; undefined while there is no such topic. */
  readonly partitionCountOf: (topic: string) => number | undefined;
}

const TIMEOUT_MS = 30_000;
/** From here on AddPartitionsToTxn comes from brokers and may name several transactions. */
const ADD_PARTITIONS_MANY_FROM = 4;

/** APIs about transactions, TxnOffsetCommit among them, which a group's shard answers. */
const transactionApis: ReadonlySet<number> = new Set([
  ApiKeys.InitProducerId,
  ApiKeys.AddPartitionsToTxn,
  ApiKeys.AddOffsetsToTxn,
  ApiKeys.EndTxn,
  ApiKeys.TxnOffsetCommit,
  ApiKeys.DescribeTransactions,
  ApiKeys.ListTransactions,
]);

export function isTransactionApi(apiKey: number): boolean {
  return transactionApis.has(apiKey);
}

/** The broker's way from a request about transactions to the shard, or the shards, that answer it. */
export class TransactionRoutes {
  readonly #options: TransactionRoutesOptions;

  constructor(options: TransactionRoutesOptions) {
    this.#options = options;
  }

  /** Rejects with KafkaError and MalformedMessageError. */
  async answer(envelope: Envelope): Promise<Uint8Array> {
    const { apiKey, apiVersion } = envelope;
    switch (apiKey) {
      case ApiKeys.InitProducerId: {
        const { transactionalId } = decoded(ApiKeys.InitProducerId, envelope);
        // An idempotent producer may ask any coordinator; so may one that says something malformed.
        if (transactionalId === null || transactionalId === '') return this.#send(TRANSACTION_STATE_TOPIC, -1, envelope);
        return this.#toShard(transactionalId, envelope);
      }
      case ApiKeys.ListTransactions:
        return (await this.#options.grantor.listTransactions(envelope, callOf(envelope, TIMEOUT_MS))).body;
      case ApiKeys.DescribeTransactions:
        return this.#describe(envelope);
      case ApiKeys.TxnOffsetCommit: {
        const count = this.#options.partitionCountOf(OFFSETS_TOPIC);
        if (count === undefined) return encodeRefusal(envelope, ErrorCode.NOT_COORDINATOR);
        return this.#send(OFFSETS_TOPIC, partitionFor(decoded(ApiKeys.TxnOffsetCommit, envelope).groupId, count), envelope);
      }
      case ApiKeys.AddPartitionsToTxn:
        if (apiVersion >= ADD_PARTITIONS_MANY_FROM) return this.#addPartitions(envelope);
    }
    return this.#toShard(firstString(envelope), envelope);
  }

  #shardOf(transactionalId: string): PartitionIndex | undefined {
    const count = this.#options.partitionCountOf(TRANSACTION_STATE_TOPIC);
    return count === undefined ? undefined : partitionFor(transactionalId, count);
  }

  async #toShard(transactionalId: string, envelope: Envelope): Promise<Uint8Array> {
    const shard = this.#shardOf(transactionalId);
    return shard === undefined ? encodeRefusal(envelope, ErrorCode.NOT_COORDINATOR) : this.#send(TRANSACTION_STATE_TOPIC, shard, envelope);
  }

  async #send(topic: string, partition: PartitionIndex, envelope: Envelope): Promise<Uint8Array> {
    return (await this.#options.grantor.forward(topic, partition, envelope, { timeoutMs: TIMEOUT_MS })).body;
  }

  /** One shard's trouble is told beside the answers of the others. */
  async #part(transactionalId: string, envelope: Envelope): Promise<Uint8Array> {
    try {
      return await this.#toShard(transactionalId, envelope);
    } catch (error) {
      return encodeRefusal(envelope, errorCodeOf(error));
    }
  }

  async #describe(envelope: Envelope): Promise<Uint8Array> {
    const { transactionalIds } = decoded(ApiKeys.DescribeTransactions, envelope);
    const answers = await Promise.all(transactionalIds.map((id) => this.#part(id, withBody(envelope, ApiKeys.DescribeTransactions, { transactionalIds: [id] }))));
    const transactionStates = answers.flatMap((body) => apis[ApiKeys.DescribeTransactions].response.decode(new WireReader(body), envelope.apiVersion).transactionStates);
    return response(ApiKeys.DescribeTransactions, envelope, { throttleTimeMs: 0, transactionStates });
  }

  async #addPartitions(envelope: Envelope): Promise<Uint8Array> {
    const { transactions } = decoded(ApiKeys.AddPartitionsToTxn, envelope);
    const [first] = transactions;
    if (first !== undefined && transactions.length === 1) return this.#toShard(first.transactionalId, envelope);
    const answers = await Promise.all(
      transactions.map(async (transaction) => {
        const body = await this.#part(transaction.transactionalId, withBody(envelope, ApiKeys.AddPartitionsToTxn, { transactions: [transaction] }));
        const { errorCode, resultsByTransaction } = apis[ApiKeys.AddPartitionsToTxn].response.decode(new WireReader(body), envelope.apiVersion);
        if (errorCode === ErrorCode.NONE) return resultsByTransaction;
        const topicResults = transaction.topics.map(({ name, partitions }) => ({ name, resultsByPartition: partitions.map((partitionIndex) => ({ partitionIndex, partitionErrorCode: errorCode })) }));
        return [{ transactionalId: transaction.transactionalId, topicResults }];
      }),
    );
    return response(ApiKeys.AddPartitionsToTxn, envelope, { throttleTimeMs: 0, errorCode: ErrorCode.NONE, resultsByTransaction: answers.flat() });
  }
}

function decoded<K extends ApiKey>(apiKey: K, { apiVersion, body }: Envelope): ApiTypes[K]['request'] {
  return (apis[apiKey].request as unknown as Codec<ApiTypes[K]['request'], never>).decode(new WireReader(body), apiVersion);
}

function withBody<K extends ApiKey>(envelope: Envelope, apiKey: K, request: ApiTypes[K]['requestInput']): Envelope {
  const writer = new WireWriter();
  (apis[apiKey].request as unknown as Codec<unknown, ApiTypes[K]['requestInput']>).encode(writer, request, envelope.apiVersion);
  return { ...envelope, body: writer.finish() };
}

function response<K extends ApiKey>(apiKey: K, { apiVersion }: Envelope, value: ApiTypes[K]['responseInput']): Uint8Array {
  const writer = new WireWriter();
  (apis[apiKey].response as unknown as Codec<unknown, ApiTypes[K]['responseInput']>).encode(writer, value, apiVersion);
  return writer.finish();
}

/** The transactional id, with which these requests begin. */
function firstString({ apiKey, apiVersion, body }: Envelope): string {
  return new WireReader(body).readString(apiVersion >= apis[apiKey as ApiKey].request.flexibleFrom);
}
