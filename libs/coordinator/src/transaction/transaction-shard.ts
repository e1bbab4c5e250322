import { ErrorCode, isInternalTopic, KafkaError, type LeaderEpoch, type Logger, NO_PRODUCER_EPOCH, NO_PRODUCER_ID, OFFSETS_TOPIC, type ProducerId } from '@ottla/model';
import { type AddPartitionsToTxnRequest, type AddPartitionsToTxnTopic, ApiKeys, apis, type ApiKey } from '@ottla/protocol';
import { partitionFor } from '../group/partition-for.ts';
import { appendErrorOf } from '../runtime/append-error.ts';
import { appendInParts } from '../runtime/append-in-parts.ts';
import type { CoordinatorShard, Decision, EncodedRecord, RequestId, ShardRequest, ShardTime } from '../runtime/coordinator-shard.ts';
import { addPartitionsResponse, olderClientError, verifiedTopics } from './add-partitions.ts';
import { ParkedRequests } from './parked-requests.ts';
import type { TransactionMarkers, MarkerSender } from './transaction-markers.ts';
import { EPOCH_BUMP_FROM, type TransactionConfig } from './transaction-config.ts';
import { describeTransaction, listTransactions } from './transaction-queries.ts';
import { decodeTransactionRecord, encodeTransactionRecord, type TransactionRecord, type TransactionTopic, type TransactionValue } from './transaction-record.ts';
import { type Transaction, TransactionStore } from './transaction-store.ts';
import { requestOf, respond, type TransactionTurn } from './transaction-turn.ts';
import { addPartitions, completed, endTransaction, endTransactionInNewEpoch, fenceAndAbort, initProducerId, type Transition } from './transitions.ts';

/** What a transaction shard is given. */
export interface TransactionShardOptions {
  /** Read anew for each decision. */
  readonly config: () => TransactionConfig;
  /** Leader epoch of the shard's grant: markers carry it, and partitions refuse those of an older one. */
  readonly coordinatorEpoch: LeaderEpoch;
  readonly markers: MarkerSender;
  /** A producer id that nobody has. Rejects with KafkaError when there is none at hand. */
  readonly nextProducerId: () => Promise<ProducerId>;
  /** Partitions of a topic; undefined when there is no such topic. */
  readonly partitionCountOf: (topic: string) => number | undefined;
  /** Told of each transaction that is complete, and how long it took from its first partition. */
  readonly onCompleted?: (isCommit: boolean, durationMs: number) => void;
  /** Told of each transaction that took too long and is aborted. */
  readonly onTimedOut?: () => void;
  readonly logger: Logger;
}

/** How long a request may wait for the markers of the transaction before it. */
const PARK_MS = 2_000;
/** Tombstones of one decision. */
const TOMBSTONES_A_DECISION = 500;

/**
 * One partition of `__transaction_state`: transactional ids, their producer ids and epochs, and two-phase commit.
 *
 * Ordering: a transaction ends with a Prepare record; once that is committed nothing can change the outcome, and
 * only then markers go out; when all partitions have theirs, a Complete record follows. Requests that need the
 * transaction to be complete are parked meanwhile and decided afresh after it. What is under way dies with the shard
 * and is taken up from the log: a transaction that is found in a Prepare state has its markers sent again.
 */
export class TransactionShard implements CoordinatorShard<TransactionRecord> {
  readonly store = new TransactionStore();
  readonly #options: TransactionShardOptions;
  readonly #parked = new ParkedRequests();
  /** Producer ids that were fetched for a request and not used. */
  readonly #spareIds: ProducerId[] = [];
  /** Transactions whose markers are written, and whose last record fitted into no batch: tried again with each check of timeouts. */
  readonly #uncompleted = new Map<Transaction, TransactionValue>();
  #nextAbortCheckMs = Infinity;
  #nextExpiryCheckMs = Infinity;

  #coordinatorEpoch: LeaderEpoch;

  constructor(options: TransactionShardOptions) {
    this.#coordinatorEpoch = options.coordinatorEpoch;
    this.#options = options;
  }

  /** Requests that wait for markers. */
  get parkedCount(): number {
    return this.#parked.size;
  }

  decode(record: EncodedRecord): TransactionRecord | undefined {
    return decodeTransactionRecord(record);
  }

  encode(record: TransactionRecord): EncodedRecord {
    return encodeTransactionRecord(record, this.#options.config().transactionVersion > 0 ? 1 : 0);
  }

  replay(record: TransactionRecord): void {
    this.store.replay(record);
  }

  onGranted(leaderEpoch: LeaderEpoch): void {
    this.#coordinatorEpoch = leaderEpoch;
  }

  onLoaded(time: ShardTime, decision: Decision<TransactionRecord>): void {
    const turn = this.#turn(time, decision);
    this.#nextAbortCheckMs = time.monotonicMs + turn.config.abortTimedOutTransactionCleanupIntervalMs;
    this.#nextExpiryCheckMs = time.monotonicMs + turn.config.removeExpiredTransactionCleanupIntervalMs;
    for (const transaction of this.store.all()) if (transaction.isEnding) this.#sendMarkers(transaction, turn);
    this.#options.logger.debug('a shard of transactions is loaded', { transactionalIds: this.store.size });
  }

  onTime(time: ShardTime, decision: Decision<TransactionRecord>): void {
    const turn = this.#turn(time, decision);
    for (const { request } of this.#parked.takeDue(time.monotonicMs)) this.#refuse(request, ErrorCode.CONCURRENT_TRANSACTIONS, turn);
    if (time.monotonicMs >= this.#nextAbortCheckMs) this.#abortTimedOut(turn);
    if (time.monotonicMs >= this.#nextExpiryCheckMs) this.#forgetExpired(turn);
  }

  nextDeadlineMs(): number {
    return Math.min(this.#nextAbortCheckMs, this.#nextExpiryCheckMs, this.#parked.nextDeadlineMs());
  }

  onTopicsDeleted(): void {
    // Markers for partitions that are gone count as written; nothing else here names topics.
  }

  onRequestCancelled(requestId: RequestId): void {
    this.#parked.remove(requestId);
  }

  /** Throws MalformedMessageError and KafkaError(UNSUPPORTED_VERSION), before anything changes. */
  handle(request: ShardRequest, time: ShardTime, decision: Decision<TransactionRecord>): void {
    const { apiKey, apiVersion } = request.envelope;
    const codec = apis[apiKey as ApiKey]?.request;
    if (codec === undefined || apiVersion < codec.minVersion || apiVersion > codec.maxVersion) {
      throw new KafkaError(ErrorCode.UNSUPPORTED_VERSION, `transactions do not know API ${apiKey} in version ${apiVersion}`);
    }
    this.#decide(request, time.monotonicMs + PARK_MS, this.#turn(time, decision));
  }

  #turn(time: ShardTime, decision: Decision<TransactionRecord>): TransactionTurn {
    return { time, decision, config: this.#options.config() };
  }

  /** Decides a request, for the first time or afresh. `deadlineMs` is how long it may be parked. */
  #decide(request: ShardRequest, deadlineMs: number, turn: TransactionTurn): void {
    switch (request.envelope.apiKey) {
      case ApiKeys.InitProducerId:
        return this.#initProducerId(request, deadlineMs, turn);
      case ApiKeys.AddPartitionsToTxn:
        return this.#addPartitions(request, deadlineMs, turn);
      case ApiKeys.AddOffsetsToTxn:
        return this.#addOffsets(request, deadlineMs, turn);
      case ApiKeys.EndTxn:
        return this.#endTxn(request, deadlineMs, turn);
      case ApiKeys.DescribeTransactions: {
        const { transactionalIds } = requestOf(ApiKeys.DescribeTransactions, request);
        const transactionStates = transactionalIds.map((transactionalId) => describeTransaction(this.store, transactionalId));
        return respond(ApiKeys.DescribeTransactions, request, { throttleTimeMs: 0, transactionStates }, turn);
      }
      case ApiKeys.ListTransactions:
        return respond(ApiKeys.ListTransactions, request, listTransactions(this.store, requestOf(ApiKeys.ListTransactions, request), turn.time), turn);
      default:
        throw new KafkaError(ErrorCode.UNSUPPORTED_VERSION, `transactions do not know API ${request.envelope.apiKey}`);
    }
  }

  // Requests

  #initProducerId(request: ShardRequest, deadlineMs: number, turn: TransactionTurn): void {
    const { transactionalId, transactionTimeoutMs, producerId, producerEpoch, enable2Pc, keepPreparedTxn } = requestOf(ApiKeys.InitProducerId, request);
    const answer = (errorCode: ErrorCode, given: { readonly producerId: ProducerId; readonly producerEpoch: number } = nobody): void =>
      respond(ApiKeys.InitProducerId, request, { throttleTimeMs: 0, errorCode: olderClientError(request, errorCode), producerId: given.producerId, producerEpoch: given.producerEpoch }, turn);
    if (transactionalId === null || transactionalId === '' || (producerId === NO_PRODUCER_ID) !== (producerEpoch === NO_PRODUCER_EPOCH)) return answer(ErrorCode.INVALID_REQUEST);
    if (enable2Pc || keepPreparedTxn) return answer(ErrorCode.UNSUPPORTED_VERSION);
    if (transactionTimeoutMs <= 0 || transactionTimeoutMs > turn.config.transactionMaxTimeoutMs) return answer(ErrorCode.INVALID_TRANSACTION_TIMEOUT);

    const transaction = this.store.get(transactionalId);
    const transition = initProducerId(transaction, { producerId, producerEpoch }, transactionTimeoutMs, this.#spareIds[0], turn.time.wallMs);
    if (transition.kind === 'fence' && transaction !== undefined) {
      // The answer waits for the end of the transaction that a producer before this one left open. A producer that aborts its
      // own to go on (KIP-360) is still known by its epoch then; all others are fenced by the new one.
      const isOwn = producerEpoch === transaction.value.producerEpoch;
      const error = this.#end(transaction, fenceAndAbort(transaction, turn.config.transactionVersion, turn.time.wallMs), isOwn ? producerEpoch : NO_PRODUCER_EPOCH, turn);
      return error === ErrorCode.NONE ? this.#park(request, transactionalId, deadlineMs, turn) : answer(error);
    }
    this.#carryOut(transactionalId, transition, request, deadlineMs, turn, (error) => answer(error, error === ErrorCode.NONE ? this.store.get(transactionalId)?.value : nobody));
  }

  #addPartitions(request: ShardRequest, deadlineMs: number, turn: TransactionTurn): void {
    const body = requestOf(ApiKeys.AddPartitionsToTxn, request);
    const { apiVersion } = request.envelope;
    if (apiVersion >= 4) return this.#addPartitionsForBrokers(request, body, deadlineMs, turn);
    const { v3AndBelowTransactionalId: transactionalId, v3AndBelowProducerId: producerId, v3AndBelowProducerEpoch: producerEpoch, v3AndBelowTopics } = body;
    const answer = (error: ErrorCode): void => respond(ApiKeys.AddPartitionsToTxn, request, addPartitionsResponse(body, () => olderClientError(request, error)), turn);
    if (transactionalId === '') return answer(ErrorCode.INVALID_REQUEST);
    const internal = v3AndBelowTopics.some(({ name }) => isInternalTopic(name));
    if (internal) return respond(ApiKeys.AddPartitionsToTxn, request, addPartitionsResponse(body, internalRefused), turn);
    if (this.#hasUnknown(v3AndBelowTopics)) return respond(ApiKeys.AddPartitionsToTxn, request, addPartitionsResponse(body, this.#unknownPartitions), turn);
    const topics = v3AndBelowTopics.map(({ name, partitions }) => ({ topic: name, partitionIds: partitions }));
    const transition = addPartitions(this.store.get(transactionalId), { producerId, producerEpoch }, topics, 0, turn.time.wallMs);
    this.#carryOut(transactionalId, transition, request, deadlineMs, turn, answer);
  }

  #isKnown(topic: string, partition: number): boolean {
    return partition >= 0 && partition < (this.#options.partitionCountOf(topic) ?? 0);
  }

  /** A partition that this coordinator does not know (yet) must not be in a transaction: it would take its marker for written. */
  #hasUnknown(topics: readonly AddPartitionsToTxnTopic[]): boolean {
    return topics.some(({ name, partitions }) => partitions.some((partition) => !this.#isKnown(name, partition)));
  }

  readonly #unknownPartitions = (topic: string, partition: number): ErrorCode => (this.#isKnown(topic, partition) ? ErrorCode.OPERATION_NOT_ATTEMPTED : ErrorCode.UNKNOWN_TOPIC_OR_PARTITION);

  /** From version 4 on the request comes from a broker that wants to append: it verifies, or (KIP-890) adds what it got from a client. */
  #addPartitionsForBrokers(request: ShardRequest, { transactions }: AddPartitionsToTxnRequest, deadlineMs: number, turn: TransactionTurn): void {
    const resultsByTransaction: { readonly transactionalId: string; readonly topicResults: ReturnType<typeof verifiedTopics> }[] = [];
    const respondAll = (): void => respond(ApiKeys.AddPartitionsToTxn, request, { throttleTimeMs: 0, errorCode: ErrorCode.NONE, resultsByTransaction }, turn);
    for (const { transactionalId, producerId, producerEpoch, verifyOnly, topics } of transactions) {
      const transaction = this.store.get(transactionalId);
      const results = (error: ErrorCode): void => void resultsByTransaction.push({ transactionalId, topicResults: verifiedTopics(topics, () => error) });
      if (transactionalId === '') {
        results(ErrorCode.INVALID_REQUEST);
        continue;
      }
      if (this.#hasUnknown(topics)) {
        resultsByTransaction.push({ transactionalId, topicResults: verifiedTopics(topics, this.#unknownPartitions) });
        continue;
      }
      if (verifyOnly) {
        resultsByTransaction.push({ transactionalId, topicResults: verifiedTopics(topics, verification(transaction, { producerId, producerEpoch })) });
        continue;
      }
      const added: TransactionTopic[] = topics.map(({ name, partitions }) => ({ topic: name, partitionIds: partitions }));
      const transition = addPartitions(transaction, { producerId, producerEpoch }, added, EPOCH_BUMP_FROM, turn.time.wallMs);
      if (transition.kind === 'wait' && transactions.length === 1) return this.#park(request, transactionalId, deadlineMs, turn);
      if (transition.kind === 'append') results(this.#append(transactionalId, transition.value, transition.lastProducerEpoch, turn));
      else results(transition.kind === 'refused' ? transition.error : transition.kind === 'wait' ? ErrorCode.CONCURRENT_TRANSACTIONS : ErrorCode.NONE);
    }
    respondAll();
  }

  #addOffsets(request: ShardRequest, deadlineMs: number, turn: TransactionTurn): void {
    const { transactionalId, producerId, producerEpoch, groupId } = requestOf(ApiKeys.AddOffsetsToTxn, request);
    const answer = (error: ErrorCode): void => respond(ApiKeys.AddOffsetsToTxn, request, { throttleTimeMs: 0, errorCode: olderClientError(request, error) }, turn);
    const count = this.#options.partitionCountOf(OFFSETS_TOPIC);
    if (transactionalId === '') return answer(ErrorCode.INVALID_REQUEST);
    if (count === undefined) return answer(ErrorCode.COORDINATOR_NOT_AVAILABLE);
    const topics = [{ topic: OFFSETS_TOPIC, partitionIds: [partitionFor(groupId, count)] }];
    const transition = addPartitions(this.store.get(transactionalId), { producerId, producerEpoch }, topics, 0, turn.time.wallMs);
    this.#carryOut(transactionalId, transition, request, deadlineMs, turn, answer);
  }

  #endTxn(request: ShardRequest, deadlineMs: number, turn: TransactionTurn): void {
    const { transactionalId, producerId, producerEpoch, committed } = requestOf(ApiKeys.EndTxn, request);
    const answer = (errorCode: ErrorCode): void => {
      // The client goes on with what the transactional id will have once the transaction is complete.
      const value = errorCode === ErrorCode.NONE ? this.store.get(transactionalId)?.value : undefined;
      const next = value === undefined ? nobody : completed(value, 0);
      respond(ApiKeys.EndTxn, request, { throttleTimeMs: 0, errorCode: olderClientError(request, errorCode), producerId: next.producerId, producerEpoch: next.producerEpoch }, turn);
    };
    if (transactionalId === '') return answer(ErrorCode.INVALID_REQUEST);
    const transaction = this.store.get(transactionalId);
    const producer = { producerId, producerEpoch };
    const { wallMs } = turn.time;
    const transition = request.envelope.apiVersion >= 5 ? endTransactionInNewEpoch(transaction, producer, committed, this.#spareIds[0], wallMs) : endTransaction(transaction, producer, committed, wallMs);
    this.#carryOut(transactionalId, transition, request, deadlineMs, turn, answer);
  }

  // What follows from a request

  #carryOut(transactionalId: string, transition: Transition, request: ShardRequest, deadlineMs: number, turn: TransactionTurn, answer: (error: ErrorCode) => void): void {
    switch (transition.kind) {
      case 'refused':
        return answer(transition.error);
      case 'done':
        return answer(ErrorCode.NONE);
      case 'wait':
      case 'fence':
        return this.#park(request, transactionalId, deadlineMs, turn);
      case 'needs-id':
        return this.#fetchProducerId(request, deadlineMs, turn);
      case 'append':
        return answer(this.#append(transactionalId, transition.value, transition.lastProducerEpoch, turn));
      case 'end': {
        const transaction = this.store.get(transactionalId);
        return answer(transaction === undefined ? ErrorCode.NONE : this.#end(transaction, transition.value, transition.lastProducerEpoch, turn));
      }
    }
  }

  /** Answers NONE, or what clients are told when the record fits into no batch: nothing is changed then. */
  #append(transactionalId: string, value: TransactionValue, lastProducerEpoch: number, { decision }: TransactionTurn): ErrorCode {
    try {
      decision.append([{ transactionalId, value }]);
    } catch (error) {
      const errorCode = appendErrorOf(error);
      this.#options.logger.warn('the state of a transactional id fits into no batch, and stays what it was', { transactionalId, state: value.state });
      return errorCode;
    }
    if (value.producerId === this.#spareIds[0] || value.nextProducerId === this.#spareIds[0]) this.#spareIds.shift();
    const transaction = this.store.get(transactionalId);
    if (transaction !== undefined) transaction.lastProducerEpoch = lastProducerEpoch;
    return ErrorCode.NONE;
  }

  /** Appends the end that is decided, and has the markers written once it is committed. Answers as `#append`. */
  #end(transaction: Transaction, value: TransactionValue, lastProducerEpoch: number, turn: TransactionTurn): ErrorCode {
    const error = this.#append(transaction.transactionalId, value, lastProducerEpoch, turn);
    if (error !== ErrorCode.NONE) return error;
    if (value.topics.length > 0) this.#sendMarkers(transaction, turn);
    else this.#complete(transaction, value, turn);
    return ErrorCode.NONE;
  }

  #sendMarkers(transaction: Transaction, { decision }: TransactionTurn): void {
    const { transactionalId, value } = transaction;
    const markers: TransactionMarkers = {
      transactionalId,
      producerId: value.producerId,
      producerEpoch: value.producerEpoch,
      coordinatorEpoch: this.#coordinatorEpoch,
      isCommit: value.state === 'PrepareCommit',
      transactionVersion: value.clientTransactionVersion,
      topics: value.topics,
    };
    decision.afterCommit((reenter) => {
      this.#options.markers.send(markers, () => reenter((time, later) => this.#complete(transaction, value, this.#turn(time, later))));
    });
  }

  /** All partitions have their marker. */
  #complete(transaction: Transaction, prepared: TransactionValue, turn: TransactionTurn): void {
    const { transactionalId, lastProducerEpoch } = transaction;
    if (transaction.value !== prepared || this.store.get(transactionalId) !== transaction) return;
    if (this.#append(transactionalId, completed(prepared, turn.time.wallMs), lastProducerEpoch, turn) !== ErrorCode.NONE) {
      this.#uncompleted.set(transaction, prepared);
      return;
    }
    this.#options.onCompleted?.(prepared.state === 'PrepareCommit', prepared.startMs < 0 ? 0 : turn.time.wallMs - prepared.startMs);
    for (const { request, deadlineMs } of this.#parked.take(transactionalId)) this.#decide(request, deadlineMs, turn);
  }

  #park(request: ShardRequest, transactionalId: string, deadlineMs: number, turn: TransactionTurn): void {
    // The transaction may have been complete at once.
    if (this.store.get(transactionalId)?.isEnding !== true) return this.#decide(request, deadlineMs, turn);
    const isParked = deadlineMs > turn.time.monotonicMs && this.#parked.park({ request, transactionalId, deadlineMs });
    if (!isParked) this.#refuse(request, ErrorCode.CONCURRENT_TRANSACTIONS, turn);
  }

  #fetchProducerId(request: ShardRequest, deadlineMs: number, { decision }: TransactionTurn): void {
    decision.afterCommit((reenter) => {
      this.#options.nextProducerId().then(
        (producerId) =>
          reenter((time, later) => {
            this.#spareIds.push(producerId);
            this.#decide(request, deadlineMs, this.#turn(time, later));
          }),
        () => reenter((time, later) => this.#refuse(request, ErrorCode.COORDINATOR_LOAD_IN_PROGRESS, this.#turn(time, later))),
      );
    });
  }

  /** Refuses the whole of a request that this shard could decode. */
  #refuse(request: ShardRequest, error: ErrorCode, turn: TransactionTurn): void {
    if (request.envelope.apiKey !== ApiKeys.AddPartitionsToTxn) return turn.decision.refuse(request.requestId, error);
    const body = requestOf(ApiKeys.AddPartitionsToTxn, request);
    respond(ApiKeys.AddPartitionsToTxn, request, addPartitionsResponse(body, () => error), turn);
  }

  // Time

  #abortTimedOut(turn: TransactionTurn): void {
    this.#nextAbortCheckMs = turn.time.monotonicMs + turn.config.abortTimedOutTransactionCleanupIntervalMs;
    const uncompleted = [...this.#uncompleted];
    this.#uncompleted.clear();
    for (const [transaction, prepared] of uncompleted) this.#complete(transaction, prepared, turn);
    for (const transaction of this.store.ongoing) {
      const { value, transactionalId } = transaction;
      if (value.startMs + value.transactionTimeoutMs >= turn.time.wallMs) continue;
      this.#options.logger.info('a transaction took too long and is aborted', { transactionalId, timeoutMs: value.transactionTimeoutMs });
      this.#options.onTimedOut?.();
      // A producer that was only slow may come back with the epoch that it knows, and goes on in the new one (KIP-588).
      this.#end(transaction, fenceAndAbort(transaction, turn.config.transactionVersion, turn.time.wallMs), value.producerEpoch, turn);
    }
  }

  #forgetExpired(turn: TransactionTurn): void {
    this.#nextExpiryCheckMs = turn.time.monotonicMs + turn.config.removeExpiredTransactionCleanupIntervalMs;
    const oldestMs = turn.time.wallMs - turn.config.transactionalIdExpirationMs;
    const tombstones: TransactionRecord[] = [];
    for (const { transactionalId, value, isAtRest } of this.store.all()) {
      if (!isAtRest || value.lastUpdateMs > oldestMs) continue;
      tombstones.push({ transactionalId, value: null });
      if (tombstones.length < TOMBSTONES_A_DECISION) continue;
      // The rest follows in a decision of its own.
      this.#nextExpiryCheckMs = turn.time.monotonicMs;
      break;
    }
    if (tombstones.length === 0) return;
    try {
      appendInParts(tombstones, turn.decision);
    } catch (error) {
      appendErrorOf(error);
      // Not at once again, also where more are due.
      this.#nextExpiryCheckMs = turn.time.monotonicMs + turn.config.removeExpiredTransactionCleanupIntervalMs;
      this.#options.logger.warn('tombstones of transactional ids fit into no batch, and the ids are kept', { transactionalIds: tombstones.length });
    }
  }
}

/** Offsets get into a transaction with AddOffsetsToTxn alone. */
const internalRefused = (topic: string): ErrorCode => (isInternalTopic(topic) ? ErrorCode.TOPIC_AUTHORIZATION_FAILED : ErrorCode.OPERATION_NOT_ATTEMPTED);

const nobody = { producerId: NO_PRODUCER_ID, producerEpoch: NO_PRODUCER_EPOCH };

/** Whether each partition is in the transaction: what a broker asks before the first append of a client without KIP-890. */
function verification(transaction: Transaction | undefined, producer: { readonly producerId: ProducerId; readonly producerEpoch: number }): (topic: string, partition: number) => ErrorCode {
  if (transaction === undefined || transaction.value.producerId !== producer.producerId) return () => ErrorCode.INVALID_PRODUCER_ID_MAPPING;
  if (transaction.value.producerEpoch !== producer.producerEpoch) return () => ErrorCode.PRODUCER_FENCED;
  if (transaction.isEnding) return () => ErrorCode.CONCURRENT_TRANSACTIONS;
  return (topic, partition) => (transaction.has(topic, partition) ? ErrorCode.NONE : ErrorCode.TRANSACTION_ABORTABLE);
}
