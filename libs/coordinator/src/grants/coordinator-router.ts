import { ErrorCode, errorCodeOf, KafkaError, OFFSETS_TOPIC, type PartitionIndex } from '@ottla/model';
import { ApiKeys, apis, MalformedMessageError, WireReader, WireWriter, type ApiKey, type ApiTypes, type Codec } from '@ottla/protocol';
import type { CallOptions, Envelope, EnvelopeAnswer } from '@ottla/rpc';
import { partitionFor } from '../group/partition-for.ts';
import { encodeRefusal } from '../runtime/refusals.ts';
import { isTransactionApi, TransactionRoutes, type TransactionForwarder } from './transaction-routes.ts';
import { callOf } from './routed-envelope.ts';

/** What the router needs of a ShardGrantor. */
export interface ShardForwarder extends TransactionForwarder {
  forward(topic: string, partition: PartitionIndex, envelope: Envelope, call: CallOptions): Promise<EnvelopeAnswer>;
  listGroups(envelope: Envelope, call: CallOptions): Promise<EnvelopeAnswer>;
}

export interface CoordinatorRouterOptions {
  readonly grantor: ShardForwarder;
  /** Partitions of `__consumer_offsets`; undefined while there is no such topic. */
  readonly offsetsPartitionCount: () => number | undefined;
  /** Partitions of `__transaction_state`; undefined while there is no such topic. */
  readonly transactionsPartitionCount: () => number | undefined;
}

/** Joins and syncs park until a rebalance ends, however long its members' timeouts are; a broken link ends them sooner. */
const PARKED_TIMEOUT_MS = 3_600_000;
const TIMEOUT_MS = 30_000;

/** An API whose request names many groups, maybe of many shards. */
interface ManyGroups<K extends ApiKey> {
  groupIds(request: ApiTypes[K]['request']): readonly string[];
  /** The request for some of its groups alone. */
  only(request: ApiTypes[K]['request'], wanted: ReadonlySet<string>): ApiTypes[K]['requestInput'];
  /** One answer out of those of the parts; the groups in the order of the request. */
  merge(answers: readonly ApiTypes[K]['response'][], groupIds: readonly string[]): ApiTypes[K]['responseInput'];
}

const manyGroups = {
  [ApiKeys.DescribeGroups]: {
    groupIds: (request) => request.groups,
    only: (request, wanted) => ({ ...request, groups: request.groups.filter((groupId) => wanted.has(groupId)) }),
    merge: (answers, groupIds) => ({ groups: inOrder(answers.flatMap((answer) => answer.groups), groupIds) }),
  } satisfies ManyGroups<typeof ApiKeys.DescribeGroups>,
  [ApiKeys.DeleteGroups]: {
    groupIds: (request) => request.groupsNames,
    only: (request, wanted) => ({ groupsNames: request.groupsNames.filter((groupId) => wanted.has(groupId)) }),
    merge: (answers, groupIds) => ({ throttleTimeMs: 0, results: inOrder(answers.flatMap((answer) => answer.results), groupIds) }),
  } satisfies ManyGroups<typeof ApiKeys.DeleteGroups>,
  [ApiKeys.ConsumerGroupDescribe]: {
    groupIds: (request) => request.groupIds,
    only: (request, wanted) => ({ ...request, groupIds: request.groupIds.filter((groupId) => wanted.has(groupId)) }),
    merge: (answers, groupIds) => ({ throttleTimeMs: 0, groups: inOrder(answers.flatMap((answer) => answer.groups), groupIds) }),
  } satisfies ManyGroups<typeof ApiKeys.ConsumerGroupDescribe>,
  [ApiKeys.OffsetFetch]: {
    groupIds: (request) => request.groups.map(({ groupId }) => groupId),
    only: (request, wanted) => ({ ...request, groups: request.groups.filter(({ groupId }) => wanted.has(groupId)) }),
    merge: (answers, groupIds) => ({ groups: inOrder(answers.flatMap((answer) => answer.groups), groupIds) }),
  } satisfies ManyGroups<typeof ApiKeys.OffsetFetch>,
};

/** APIs about one group, whose id is the first field of the request. */
const oneGroup: ReadonlySet<number> = new Set([
  ApiKeys.OffsetCommit,
  ApiKeys.OffsetFetch,
  ApiKeys.JoinGroup,
  ApiKeys.Heartbeat,
  ApiKeys.LeaveGroup,
  ApiKeys.SyncGroup,
  ApiKeys.OffsetDelete,
  ApiKeys.ConsumerGroupHeartbeat,
]);

/** From this version on OffsetFetch names many groups. */
const OFFSET_FETCH_MANY_FROM = 8;

function inOrder<G extends { readonly groupId: string }>(groups: readonly G[], groupIds: readonly string[]): G[] {
  const places = new Map<string, number>();
  for (const groupId of groupIds) if (!places.has(groupId)) places.set(groupId, places.size);
  return groups.toSorted((a, b) => (places.get(a.groupId) ?? 0) - (places.get(b.groupId) ?? 0));
}

/**
 * The broker's way from a client's coordinator request to its answer: finds the shard, or the shards when a request
 * names groups of several, and says what went wrong as the API has it when a coordinator cannot be reached.
 */
export class CoordinatorRouter {
  readonly #grantor: ShardForwarder;
  readonly #partitionCount: () => number | undefined;
  readonly #transactions: TransactionRoutes;

  constructor(options: CoordinatorRouterOptions) {
    this.#grantor = options.grantor;
    this.#partitionCount = options.offsetsPartitionCount;
    const partitionCountOf = (topic: string): number | undefined => (topic === OFFSETS_TOPIC ? options.offsetsPartitionCount() : options.transactionsPartitionCount());
    this.#transactions = new TransactionRoutes({ grantor: options.grantor, partitionCountOf });
  }

  /**
   * The answer's body. Rejects with MalformedMessageError (also KafkaError(INVALID_REQUEST), when only the owner found
   * the request malformed), also for an API that no coordinator owns: the connection is then closed.
   */
  async answer(envelope: Envelope): Promise<Uint8Array> {
    try {
      return await this.#route(envelope);
    } catch (error) {
      if (!(error instanceof KafkaError) || error.code === ErrorCode.INVALID_REQUEST) throw error;
      // An idempotent producer has no coordinator to look for: it only knows to wait for one that starts.
      const code = isIdempotent(envelope) ? ErrorCode.COORDINATOR_LOAD_IN_PROGRESS : error.code;
      return encodeRefusal(envelope, code);
    }
  }

  async #route(envelope: Envelope): Promise<Uint8Array> {
    const { apiKey } = envelope;
    if (isTransactionApi(apiKey)) return this.#transactions.answer(envelope);
    if (apiKey === ApiKeys.ListGroups) return (await this.#grantor.listGroups(envelope, { timeoutMs: TIMEOUT_MS })).body;
    const count = this.#partitionCount();
    if (count === undefined) return encodeRefusal(envelope, ErrorCode.NOT_COORDINATOR);
    if (Object.hasOwn(manyGroups, apiKey) && (apiKey !== ApiKeys.OffsetFetch || envelope.apiVersion >= OFFSET_FETCH_MANY_FROM)) {
      return this.#split(apiKey as keyof typeof manyGroups, envelope, count);
    }
    if (!oneGroup.has(apiKey)) throw new MalformedMessageError(`API ${apiKey} is no coordinator's`);
    return this.#forward(OFFSETS_TOPIC, partitionFor(groupIdOf(envelope), count), envelope);
  }

  async #forward(topic: string, partition: PartitionIndex, envelope: Envelope): Promise<Uint8Array> {
    const parks = envelope.apiKey === ApiKeys.JoinGroup || envelope.apiKey === ApiKeys.SyncGroup;
    const answer = await this.#grantor.forward(topic, partition, envelope, callOf(envelope, parks ? PARKED_TIMEOUT_MS : TIMEOUT_MS));
    return answer.body;
  }

  /** Sends each shard the part of the request that is about its groups; the request as it is when there is one shard. */
  async #split<K extends keyof typeof manyGroups>(apiKey: K, envelope: Envelope, count: number): Promise<Uint8Array> {
    const way = manyGroups[apiKey] as unknown as ManyGroups<K>;
    const { request: requestCodec, response: responseCodec } = apis[apiKey] as unknown as { request: Codec<ApiTypes[K]['request'], ApiTypes[K]['requestInput']>; response: Codec<ApiTypes[K]['response'], ApiTypes[K]['responseInput']> };
    const { apiVersion } = envelope;
    const request = requestCodec.decode(new WireReader(envelope.body), apiVersion);
    const groupIds = way.groupIds(request);
    const shards = new Map<PartitionIndex, Set<string>>();
    for (const groupId of groupIds) {
      const partition = partitionFor(groupId, count);
      const wanted = shards.get(partition);
      if (wanted === undefined) shards.set(partition, new Set([groupId]));
      else wanted.add(groupId);
    }
    const [only] = shards.keys();
    if (only !== undefined && shards.size === 1) return this.#forward(OFFSETS_TOPIC, only, envelope);

    const parts = [...shards].map(async ([partition, wanted]) => {
      const body = encoded(requestCodec, way.only(request, wanted), apiVersion);
      const answer = await this.#answerPart(partition, { ...envelope, body });
      return responseCodec.decode(new WireReader(answer), apiVersion);
    });
    return encoded(responseCodec, way.merge(await Promise.all(parts), groupIds), apiVersion);
  }

  /** One shard's trouble is told beside the answers of the others. */
  async #answerPart(partition: PartitionIndex, envelope: Envelope): Promise<Uint8Array> {
    try {
      return await this.#forward(OFFSETS_TOPIC, partition, envelope);
    } catch (error) {
      return encodeRefusal(envelope, errorCodeOf(error));
    }
  }
}

function encoded<T>(codec: Codec<unknown, T>, value: T, version: number): Uint8Array {
  const writer = new WireWriter();
  codec.encode(writer, value, version);
  return writer.finish();
}

/** Whether a producer without a transactional id asks for its producer id. */
function isIdempotent({ apiKey, apiVersion, body }: Envelope): boolean {
  return apiKey === ApiKeys.InitProducerId && new WireReader(body).readNullableString(apiVersion >= apis[ApiKeys.InitProducerId].request.flexibleFrom) === null;
}

function groupIdOf({ apiKey, apiVersion, body }: Envelope): string {
  return new WireReader(body).readString(apiVersion >= apis[apiKey as ApiKey].request.flexibleFrom);
}
