import { CoordinatorRouter, ShardGrantor, type ShardPartitions, type TransactionConfig, type TransactionShard } from '@ottla/coordinator';
import { ErrorCode, KafkaError, OFFSETS_TOPIC, silentLogger, tableCrc32c, TRANSACTION_STATE_TOPIC, type PartitionIndex, type Random } from '@ottla/model';
import { apis, buildBatch, WireReader, WireWriter, type ApiKey, type ApiTypes, type Codec } from '@ottla/protocol';
import type { AppendEntry } from '@ottla/replication';
import { idOf, partitionChange, TestBroker, topicRecords } from '@ottla/replication/testing';
import { coordinatorMethods, inProcessPort, shardHostMethods, type CoordinatorService, type Envelope, type EnvelopeAnswer, type InProcessPort, type ShardAppend, type ShardAppended, type ShardHostService } from '@ottla/rpc';
import { verifyTransaction } from '../handlers/produce-transaction.ts';
import { ShardHost } from '../rpc/shard-host.ts';
import { TransactionCoordinators } from '../rpc/transaction-coordinators.ts';
import { TransactionVerifier } from '../rpc/transaction-verifier.ts';
import { TransactionalCommits } from '../rpc/transactional-commits.ts';
import { TxnMarkerWriter } from '../rpc/txn-marker-writer.ts';
import { CoordinatorProcess, envelopeOf, groupCoordinator, transactionCoordinator, type CoordinatorProcessOptions } from './coordinator-processes.ts';
import type { LogWatch } from './log-watch.ts';

export const TOPIC = 't';
export const PARTITIONS = 3;

/** How often things go wrong, each in a thousand chances. */
export interface Faults {
  appendRefused: number;
  appendLost: number;
  appendAnswerLost: number;
  markersLate: number;
  markersAnswerLost: number;
  requestLate: number;
}

/** There is one broker. */
const noPeers = (): never => {
  throw new KafkaError(ErrorCode.BROKER_NOT_AVAILABLE, 'there is no other broker');
};

export const noFaults: Faults = { appendRefused: 0, appendLost: 0, appendAnswerLost: 0, markersLate: 0, markersAnswerLost: 0, requestLate: 0 };

/**
 * A broker with real logs on a disk in memory, coordinators that die and come back, and links that lose and delay, in
 * virtual time: what runs between them is the production code of verification, guards, grants, shards and markers.
 */
export class TransactionWorld {
  readonly broker: TestBroker;
  readonly random: Random;
  faults: Faults = noFaults;
  appendsUnderWay = 0;
  readonly counts = { kills: 0, epochs: 0, lostAppends: 0, lateMarkers: 0 };
  readonly #watch: LogWatch;
  readonly #shardHost: ShardHost;
  readonly #grantor: ShardGrantor;
  readonly #router: CoordinatorRouter;
  readonly #commits: TransactionalCommits;
  readonly #verifier: TransactionVerifier;
  readonly #port: InProcessPort<CoordinatorService, ShardHostService>;
  readonly #config: Partial<TransactionConfig>;
  readonly #nextLoopTurn: () => Promise<void>;
  #nextProducerId = 1_000;
  transactions!: ReturnType<typeof transactionCoordinator>;
  groups!: ReturnType<typeof groupCoordinator>;
  /** The shard of transactions that was granted last. */
  transactionShard: TransactionShard | undefined;

  static async create(random: Random, watch: LogWatch, config: Partial<TransactionConfig>, nextLoopTurn: () => Promise<void>): Promise<TransactionWorld> {
    const broker = await TestBroker.withTopic(PARTITIONS);
    const world = new TransactionWorld(broker, random, watch, config, nextLoopTurn);
    for (const topic of [OFFSETS_TOPIC, TRANSACTION_STATE_TOPIC]) broker.commit(...topicRecords(topic, idOf(topic), 1));
    world.startTransactions();
    world.startGroups();
    return world;
  }

  private constructor(broker: TestBroker, random: Random, watch: LogWatch, config: Partial<TransactionConfig>, nextLoopTurn: () => Promise<void>) {
    this.broker = broker;
    this.random = random;
    this.#watch = watch;
    this.#config = config;
    this.#nextLoopTurn = nextLoopTurn;
    const { replicas, loader, time } = broker;
    const { clock, scheduler } = time;
    const image = (): typeof loader.image => loader.image;
    const count = (topic: string) => () => image().topics.get(topic)?.partitions.length;
    this.#shardHost = new ShardHost(replicas);
    this.#grantor = new ShardGrantor({ partitions: this.#faultyPartitions(), bumpLeaderEpoch: (topic, partition) => this.#bump(topic, partition), clock, scheduler, logger: silentLogger });
    this.#shardHost.inform(this.#grantor);
    this.#router = new CoordinatorRouter({ grantor: this.#grantor, offsetsPartitionCount: count(OFFSETS_TOPIC), transactionsPartitionCount: count(TRANSACTION_STATE_TOPIC) });
    this.#shardHost.serveMarkers(new TxnMarkerWriter({ image, replicas, grantor: this.#grantor, clock, crc: tableCrc32c }));
    this.#verifier = this.#slowVerifier(new TransactionCoordinators({ brokerId: 1, image, router: this.#router, scheduler, peerEndpointOf: noPeers }));
    this.#commits = new TransactionalCommits({ router: this.#router, verifier: this.#verifier, replicas, offsetsPartitionCount: count(OFFSETS_TOPIC) });
    this.#port = inProcessPort<CoordinatorService, ShardHostService>({ scheduler, dialerMethods: coordinatorMethods, acceptorMethods: shardHostMethods });
    this.#port.accept((link) => this.#grantor.accept(link));
  }

  get nowMs(): number {
    return this.broker.time.clock.monotonicMs();
  }

  get verifier(): TransactionVerifier {
    return this.#verifier;
  }

  get grantor(): ShardGrantor {
    return this.#grantor;
  }

  happens(inThousand: number): boolean {
    return inThousand > 0 && this.random.below(1000) < inThousand;
  }

  wait(ms: number): Promise<void> {
    return new Promise((resolve) => void this.broker.time.scheduler.after(ms, resolve));
  }

  // Faults

  startTransactions(): void {
    this.transactions = transactionCoordinator(this.#processOptions());
  }

  startGroups(): void {
    this.groups = groupCoordinator(this.#processOptions());
  }

  /** Kills a coordinator; the next one starts at once, or after a while. */
  killCoordinator(): void {
    this.counts.kills++;
    const isGroups = this.random.below(3) === 0;
    (isGroups ? this.groups : this.transactions).kill();
    void this.wait(this.random.below(300)).then(() => (isGroups ? this.startGroups() : this.startTransactions()));
  }

  cutLink(): void {
    const process: CoordinatorProcess<never> = (this.random.below(3) === 0 ? this.groups : this.transactions) as CoordinatorProcess<never>;
    process.cut();
  }

  /** The partition begins a new leader epoch under the same leader. */
  raiseEpoch(topic: string, partition: PartitionIndex): void {
    this.counts.epochs++;
    this.broker.commit(partitionChange(idOf(topic), partition, { leader: 1 }));
  }

  // Requests of clients

  /** A client's request to a coordinator. Rejects with KafkaError. */
  async ask<K extends ApiKey>(apiKey: K, version: number, request: ApiTypes[K]['requestInput']): Promise<ApiTypes[K]['response']> {
    await this.#travel();
    const writer = new WireWriter();
    (apis[apiKey].request as unknown as Codec<unknown, ApiTypes[K]['requestInput']>).encode(writer, request, version);
    const body = await this.#commits.answer(envelopeOf(apiKey, version, writer.finish().slice()));
    return (apis[apiKey].response as unknown as Codec<ApiTypes[K]['response'], never>).decode(new WireReader(body), version);
  }

  /** One batch of one record, as the Produce handler appends it. */
  async produce(version: number, transactionalId: string, identity: { producerId: number; producerEpoch: number }, partition: PartitionIndex, baseSequence: number, value: string): Promise<ErrorCode> {
    await this.#travel();
    const { replicas, time } = this.broker;
    const records = buildBatch({ crc: tableCrc32c, timestamp: time.clock.now(), ...identity, baseSequence, isTransactional: true }, [{ key: null, value: Buffer.from(value) }]);
    const entry: AppendEntry = { partition: replicas.partition(TOPIC, partition), error: ErrorCode.NONE, records };
    const verified = (await verifyTransaction(replicas, this.#verifier, transactionalId, version, [entry])) ?? [entry];
    // What a marker that comes right now must not slip through.
    return await new Promise((resolve) => {
      replicas.append(-1, 30_000, 'client', verified, ([result]) => resolve(result?.error ?? ErrorCode.UNKNOWN_SERVER_ERROR));
      for (const { guard } of verified) guard?.release();
    });
  }

  // Time

  async settle(): Promise<void> {
    do await this.#nextLoopTurn();
    while (this.broker.time.runTurn());
  }

  async advance(ms: number): Promise<void> {
    const { time } = this.broker;
    const untilMs = this.nowMs + ms;
    await this.settle();
    for (;;) {
      const nextMs = time.nextTimerMs() ?? Infinity;
      time.advance(Math.max(0, Math.min(nextMs, untilMs) - this.nowMs));
      await this.settle();
      if (nextMs > untilMs) return;
    }
  }

  #processOptions(): CoordinatorProcessOptions {
    const { time, loader } = this.broker;
    return {
      time, random: this.random, port: this.#port, image: () => loader.image, config: this.#config,
      nextProducerId: () => this.#nextProducerId++,
      carryMarkers: (markers) => this.#carryMarkers(markers),
      onTransactionShard: (shard) => void (this.transactionShard = shard),
    };
  }

  /** A request may be long on its way: its client has given it up by then. */
  async #travel(): Promise<void> {
    await this.wait(this.happens(this.faults.requestLate) ? this.random.below(3_000) : this.random.below(3));
  }

  /** Its answers, too, may be long on their way: markers come in between. */
  #slowVerifier(coordinators: TransactionCoordinators): TransactionVerifier {
    const verifier = new TransactionVerifier(coordinators);
    const ask = verifier.ask.bind(verifier);
    verifier.ask = async (question) => {
      const answer = await ask(question);
      if (this.happens(this.faults.requestLate)) await this.wait(this.random.below(4_000));
      return answer;
    };
    return verifier;
  }

  async #carryMarkers(markers: Envelope): Promise<EnvelopeAnswer> {
    const isLate = this.happens(this.faults.markersLate);
    if (isLate) this.counts.lateMarkers++;
    await this.wait(isLate ? this.random.below(6_000) : 1);
    const answer = await this.#shardHost.writeTxnMarkers(markers);
    if (this.happens(this.faults.markersAnswerLost)) throw new KafkaError(ErrorCode.NETWORK_EXCEPTION, 'the answer is lost');
    await this.wait(1);
    return answer;
  }

  #faultyPartitions(): ShardPartitions {
    const host = this.#shardHost;
    return {
      leaderShards: () => host.leaderShards(),
      read: (request) => host.read(request),
      maxBatchBytes: (topic, partition) => host.maxBatchBytes(topic, partition),
      writeTxnMarkers: (request) => host.writeTxnMarkers(request),
      onHighWatermark: (listener) => host.onHighWatermark(listener),
      append: (request) => this.#append(request),
    };
  }

  async #append(request: ShardAppend): Promise<ShardAppended> {
    this.appendsUnderWay++;
    try {
      return await this.#appendOrFail(request);
    } finally {
      this.appendsUnderWay--;
    }
  }

  async #appendOrFail(request: ShardAppend): Promise<ShardAppended> {
    const { faults } = this;
    if (this.happens(faults.appendRefused)) throw new KafkaError(ErrorCode.INVALID_RECORD, 'the log ends elsewhere');
    if (this.happens(faults.appendLost)) {
      this.counts.lostAppends++;
      throw new KafkaError(ErrorCode.REQUEST_TIMED_OUT, 'the append is lost');
    }
    await this.wait(this.random.below(3));
    const appended = await this.#shardHost.append(request);
    this.#watch.onAppended(request.topic);
    if (this.happens(faults.appendAnswerLost)) throw new KafkaError(ErrorCode.REQUEST_TIMED_OUT, 'the answer is lost');
    return appended;
  }

  async #bump(topic: string, partition: PartitionIndex): Promise<{ leaderEpoch: number }> {
    await this.wait(5);
    this.raiseEpoch(topic, partition);
    return { leaderEpoch: this.broker.partition(topic, partition).leaderEpoch };
  }
}
