import { encodeRefusal, partitionFor, type CoordinatorRouter } from '@ottla/coordinator';
import { ErrorCode, OFFSETS_TOPIC } from '@ottla/model';
import { ApiKeys, TxnOffsetCommitRequestCodec, WireReader } from '@ottla/protocol';
import type { ReplicaManager } from '@ottla/replication';
import type { Envelope } from '@ottla/rpc';
import { verificationError, type TransactionVerifier } from './transaction-verifier.ts';

export interface TransactionalCommitsOptions {
  readonly router: Pick<CoordinatorRouter, 'answer'>;
  readonly verifier: TransactionVerifier;
  readonly replicas: Pick<ReplicaManager, 'partition' | 'guards'>;
  /** Partitions of `__consumer_offsets`; undefined while there is no such topic. */
  readonly offsetsPartitionCount: () => number | undefined;
}

/** From here on the request adds the group's partition to the transaction by itself (KIP-890). */
const ADDS_FROM = 5;
/** First version whose clients know TRANSACTION_ABORTABLE. */
const ABORTABLE_FROM = 4;
/** First version whose clients know COORDINATOR_LOAD_IN_PROGRESS in the answer. */
const LOADING_FROM = 2;

/**
 * The broker's way of coordinator requests, with a stop for TxnOffsetCommit: the transaction is verified first.
 * Ordering: a marker of the producer that comes meanwhile breaks the guard; one that comes after the request was sent on
 * follows it over the same link. So the group's shard never sees a commit behind the marker that should have ended it.
 */
export class TransactionalCommits {
  readonly #options: TransactionalCommitsOptions;

  constructor(options: TransactionalCommitsOptions) {
    this.#options = options;
  }

  /** As the router's. */
  async answer(envelope: Envelope): Promise<Uint8Array> {
    if (envelope.apiKey !== ApiKeys.TxnOffsetCommit) return this.#options.router.answer(envelope);
    const { router, verifier, replicas, offsetsPartitionCount } = this.#options;
    const { transactionalId, groupId, producerId, producerEpoch } = TxnOffsetCommitRequestCodec.decode(new WireReader(envelope.body), envelope.apiVersion);
    if (groupId === '') return encodeRefusal(envelope, ErrorCode.INVALID_GROUP_ID);
    const count = offsetsPartitionCount();
    const index = count === undefined ? -1 : partitionFor(groupId, count);
    const partition = replicas.partition(OFFSETS_TOPIC, index);
    const guard = partition?.isLeader === true ? replicas.guards.begin(partition, producerId, producerEpoch, envelope.apiVersion >= ADDS_FROM) : undefined;
    if (guard === undefined) return router.answer(envelope);
    try {
      const adds = envelope.apiVersion >= ADDS_FROM;
      const errorOf = await verifier.ask({ transactionalId, producerId, producerEpoch, topics: [{ name: OFFSETS_TOPIC, partitions: [index] }], adds });
      const retriable = envelope.apiVersion < LOADING_FROM ? ErrorCode.COORDINATOR_NOT_AVAILABLE : ErrorCode.COORDINATOR_LOAD_IN_PROGRESS;
      const error = verificationError(errorOf(OFFSETS_TOPIC, index), retriable, envelope.apiVersion >= ABORTABLE_FROM, adds);
      if (error !== ErrorCode.NONE) return encodeRefusal(envelope, error);
      // In another leader epoch the transaction is verified again, when the client comes again.
      if (guard.isOutdated) return encodeRefusal(envelope, ErrorCode.NOT_COORDINATOR);
      if (!guard.isValid) return encodeRefusal(envelope, ErrorCode.INVALID_TXN_STATE);
      return await router.answer(envelope);
    } finally {
      guard.release();
    }
  }
}
