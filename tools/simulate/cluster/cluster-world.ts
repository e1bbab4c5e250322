import { MetadataLoader, type MetadataImage } from '@ottla/metadata';
import { ErrorCode, KafkaError, type BrokerId, type Random } from '@ottla/model';
import { ApiKeys, apis, WireWriter } from '@ottla/protocol';
import type { CommittedBatch, Voter } from '@ottla/raft';
import { CommittedHistory, SimNetwork } from '@ottla/raft/simulation';
import { SimBroker, type SimBrokerWorld } from '@ottla/replication/simulation';
import { batchOf } from '@ottla/replication/testing';
import { recordingLogger, seededRandom, type Timeline, virtualTime } from '@ottla/testing';
import { ClusterController } from './cluster-controller.ts';
import { ClusterFaults } from './cluster-faults.ts';
import { ClusterInvariants } from './cluster-invariants.ts';
import { IDS, PARTITIONS, TOPIC } from './cluster-topic.ts';
import { ControllerAccess } from './controller-access.ts';

const STEP_MS = 2;
const HEARTBEAT_MS = 100;
const HEALING_MS = 20_000;

/**
 * Three controllers (Raft and decisions) and three brokers (replicas, ISRs, logs), each as in production, with clients
 * that write with acks=all to a topic with min.insync.replicas=2, on virtual time, all chance from one seed. At most one
 * broker and one controller fail at a time, now and then the leader of a partition and the active controller in one tick.
 * Checked all along: see `ClusterInvariants`. After healing, every replica is in sync, and what is written is acknowledged.
 */
export class ClusterWorld implements SimBrokerWorld {
  readonly time = virtualTime();
  readonly random: Random;
  readonly logger = recordingLogger();
  readonly brokers: readonly SimBroker[];
  readonly controllers: readonly ClusterController[];
  readonly control: ControllerAccess;
  readonly network: SimNetwork;
  readonly #hasElr: boolean;
  readonly syncsWrites: boolean;
  readonly #committed = new MetadataLoader('cluster');
  /** All that a controller delivered as committed, from offset 0 on. */
  readonly committedBatches: CommittedBatch[] = [];
  readonly #timeline: Timeline;
  readonly #invariants = new ClusterInvariants(this);
  readonly #faults: ClusterFaults;
  #failure: Error | undefined;
  /** A broker that is cut off from the others; with `isZombie` from the controllers, too. */
  isolated: { readonly id: BrokerId; readonly isZombie: boolean } | undefined;
  #isHealing = false;
  #produced = 0;
  #elections = 0;
  #lost = 0;

  constructor(seed: number, timeline: Timeline) {
    this.random = seededRandom(seed);
    this.#timeline = timeline;
    const voters: Voter[] = IDS.map((id) => ({ id, directoryId: `voter${String(id).padStart(16, '0')}A`, endpoints: [{ name: 'CONTROLLER', host: 'controller', port: 9000 + id }], minVersion: 0, maxVersion: 1 }) as Voter);
    this.network = new SimNetwork({ scheduler: this.time.scheduler, random: this.random, endpoint: (id) => this.controllers[id - 1], onSent: () => {} });
    const history = new CommittedHistory();
    const hasElr = this.random.below(2) === 0;
    this.syncsWrites = this.random.below(3) === 0;
    this.#hasElr = hasElr;
    const writesSnapshots = this.random.below(2) === 0;
    this.controllers = voters.map((voter) => new ClusterController({
      voter, voters, time: this.time, random: this.random, logger: this.logger, network: this.network, history, hasElr, writesSnapshots,
      isGone: (known) => this.broker(known.id).incarnationId !== known.incarnationId || !this.broker(known.id).isUp,
      onCommitted: (batch) => this.#learn(batch),
      onSnapshotLoaded: ({ endOffset }, image) => this.#invariants.checkSnapshot(`controller ${voter.id}`, endOffset, image),
      onDiskFailed: () => this.#faults.controllerDiskFailed(this.controllers[voter.id - 1] as ClusterController),
      onFatal: (cause) => this.fail(new Error(`controller ${voter.id} cannot go on: ${cause.message}`, { cause })),
    }));
    this.control = new ControllerAccess({
      controllers: this.controllers, committedBatches: this.committedBatches, broker: (id) => this.broker(id), travel: (id) => this.#toController(id), reaches: (id) => !this.#isCutOff(id), wait: (ms) => this.wait(ms),
      onSnapshotLoaded: (id, endOffset, image) => this.#invariants.checkSnapshot(`broker ${id}`, endOffset, image),
    });
    this.brokers = IDS.map((id) => new SimBroker(this, id));
    this.#faults = new ClusterFaults(this);
  }

  /** As committed. */
  get image(): MetadataImage {
    return this.#committed.image;
  }

  broker(id: BrokerId): SimBroker {
    return this.brokers[id - 1] as SimBroker;
  }

  note(what: string): void {
    this.#timeline.note(this.time.clock.monotonicMs(), what);
  }

  fail(error: Error): void {
    this.#failure ??= error;
  }

  wait(ms: number): Promise<void> {
    return new Promise((resolve) => void this.time.scheduler.after(ms, resolve));
  }

  async travel(from: BrokerId, to: BrokerId): Promise<void> {
    await this.#fly(this.isolated?.id === from || this.isolated?.id === to);
  }

  async #toController(broker: BrokerId): Promise<void> {
    await this.#fly(this.#isCutOff(broker));
  }

  /** Whether the broker does not reach the controllers. */
  #isCutOff(broker: BrokerId): boolean {
    return this.isolated?.id === broker && this.isolated.isZombie;
  }

  async #fly(isCut: boolean): Promise<void> {
    const isLost = isCut || (!this.#isHealing && this.random.below(200) === 0);
    await this.wait(isLost ? 40 : 1 + this.random.below(5));
    if (!isLost) return;
    this.#lost++;
    throw new KafkaError(ErrorCode.NETWORK_EXCEPTION, 'lost on the way');
  }

  /** Runs for `ms` with failures, then heals; rejects with Error when an invariant does not hold. */
  async run(ms: number): Promise<Record<string, number>> {
    for (const controller of this.controllers) controller.start();
    for (const broker of this.brokers) void this.startBroker(broker);
    this.#beat();
    await this.#until(() => this.brokers.every(({ isUp }) => isUp), 'the brokers do not start');
    await this.#createTopic();
    await this.#until(() => this.isHealthy(), 'the topic does not come up');
    const endMs = this.time.clock.monotonicMs() + ms;
    while (this.time.clock.monotonicMs() < endMs) {
      if (this.random.below(4) === 0) this.produce();
      this.#faults.step();
      await this.#turn();
    }
    await this.#heal();
    const lostWrites = this.controllers.reduce((sum, { lostWrites: own }) => sum + own, 0);
    const { epochs, replicas: { acknowledged } } = this.#invariants;
    return {
      acknowledged: acknowledged.length, leaderChanges: this.#elections, controllerElections: epochs, ...this.#faults.counts, lostWrites, lostMessages: this.#lost,
      snapshotsWritten: this.logger.lines.filter(({ message }) => message === 'wrote a metadata snapshot').length,
      snapshotsLoaded: this.controllers.reduce((sum, { snapshotsLoaded }) => sum + snapshotsLoaded, 0),
      brokerSnapshots: this.brokers.reduce((sum, { snapshotsLoaded }) => sum + snapshotsLoaded, 0),
      truncations: this.logger.lines.filter(({ message }) => message.startsWith('a follower cut its log to')).length,
      committedMetadata: this.image.offset,
    };
  }

  async startBroker(broker: SimBroker): Promise<void> {
    await broker.start();
  }

  isHealthy(): boolean {
    const partitions = this.image.topics.get(TOPIC)?.partitions ?? [];
    const isKnown = this.brokers.every(({ replicas, isUp }) => isUp && replicas?.partition(TOPIC, 0) !== undefined);
    return isKnown && partitions.length === PARTITIONS && partitions.every(({ isr }) => isr.length === IDS.length);
  }

  /**
   * Whether the broker's machine may lose power. Without eligible leader replicas, the last member of an ISR leads again,
   * whatever it lost (in Kafka, too): so not one that may be that before long, be it that it asked for it, or that a
   * controller wrote it down and it is not committed.
   */
  mayLosePower(id: BrokerId): boolean {
    return this.#hasElr || !(this.control.mayBeLeftAlone(id) || this.controllers.some((controller) => controller.leavesAlone(id, this.#committed.nextOffset)));
  }

  #learn(batch: Parameters<ClusterController['onCommitted']>[0]): void {
    if (batch.lastOffset < this.#committed.nextOffset) return;
    const before = this.#leaders();
    this.#committed.apply([batch]);
    this.committedBatches.push(batch);
    const after = this.#leaders();
    if (after !== before) {
      this.#elections++;
      this.note(`committed: ${after}`);
    }
    // Every broker hears of it in its own time, in order.
    for (const broker of this.brokers) {
      const { life } = broker;
      this.time.scheduler.after(this.random.below(15), () => {
        if (broker.life === life) broker.applyMetadata(Infinity);
      });
    }
  }

  #leaders(): string {
    return (this.image.topics.get(TOPIC)?.partitions ?? []).map(({ leader, leaderEpoch, isr, elr }) => `leader ${leader} epoch ${leaderEpoch} isr ${isr.join()} elr ${elr.join()}`).join('; ');
  }

  /** Heartbeats, as the brokers' timers send them. */
  #beat(): void {
    for (const broker of this.brokers) if (broker.isUp) void broker.beat();
    this.time.scheduler.after(HEARTBEAT_MS, () => this.#beat());
  }

  async #createTopic(): Promise<void> {
    const writer = new WireWriter();
    const topic = { name: TOPIC, numPartitions: PARTITIONS, replicationFactor: IDS.length, assignments: [], configs: [{ name: 'min.insync.replicas', value: '2' }, ...(this.syncsWrites ? [{ name: 'flush.messages', value: '1' }] : [])] };
    apis[ApiKeys.CreateTopics].request.encode(writer, { topics: [topic], timeoutMs: 1_000, validateOnly: false }, 7);
    const envelope = { apiKey: ApiKeys.CreateTopics, apiVersion: 7, clientId: null, principal: 'User:simulated', clientAddress: '', listenerName: '', body: writer.finish().slice() };
    let isDone = false;
    const ask = async (): Promise<void> => {
      const service = this.controllers.find(({ isActive }) => isActive)?.serviceFor(1, this.broker(1).incarnationId, new Promise(() => {}));
      await service?.forward(envelope, { timeoutMs: 1_000 });
      isDone = service !== undefined;
    };
    await this.#until(() => this.controllers.some(({ isActive }) => isActive), 'no controller is active');
    void ask().catch((error: unknown) => this.fail(new Error(`the topic is not created: ${String(error)}`)));
    await this.#until(() => isDone, 'the topic is not created');
  }

  /** A client writes where some broker's metadata says that the leader is. */
  produce(): void {
    const partition = this.random.below(PARTITIONS);
    const knows = this.broker(1 + this.random.below(IDS.length)).image ?? this.image;
    const leader = knows.topics.partition(TOPIC, partition)?.leader ?? -1;
    if (leader < 0) return;
    const { process, life } = this.broker(leader);
    // What is sent to a process that stands still waits for it.
    if (process.isPaused) void process.awake().then(() => this.#writeTo(leader, life, partition));
    else this.#writeTo(leader, life, partition);
  }

  #writeTo(leader: BrokerId, life: number, partition: number): void {
    const broker = this.broker(leader);
    const { replicas } = broker;
    const led = replicas?.partition(TOPIC, partition);
    if (replicas === undefined || led === undefined || broker.life !== life) return;
    const value = `value ${this.#produced++}`;
    replicas.append(-1, 500, 'client', [{ partition: led, error: ErrorCode.NONE, records: batchOf([value]) }], ([result]) => {
      if (result?.error === ErrorCode.NONE) this.#invariants.replicas.acknowledge({ partition, offset: result.baseOffset, value });
    });
  }

  async #until(holds: () => boolean, otherwise: string, withinMs = HEALING_MS): Promise<void> {
    const endMs = this.time.clock.monotonicMs() + withinMs;
    while (!holds()) {
      if (this.time.clock.monotonicMs() > endMs) throw new Error(`${otherwise}: ${this.#leaders()}; active controllers ${this.controllers.filter(({ isActive }) => isActive).map(({ id }) => id).join()}; brokers up ${this.brokers.filter(({ isUp }) => isUp).map(({ id }) => id).join()}`);
      await this.#turn();
    }
  }

  async #turn(): Promise<void> {
    this.time.advance(STEP_MS);
    for (let hop = 0; hop < 24; hop++) await Promise.resolve();
    this.time.runTurn();
    this.#invariants.check();
    if (this.#failure !== undefined) throw this.#failure;
  }

  async #heal(): Promise<void> {
    await this.#until(() => !this.#faults.isBusy, 'a fault does not end');
    this.network.heal();
    this.#isHealing = true;
    this.note('all is healed');
    await this.#until(() => this.isHealthy() && this.#invariants.replicas.areEven(), 'the replicas do not come together again');
    const before = this.#invariants.replicas.acknowledged.length;
    await this.#until(() => {
      this.produce();
      return this.#invariants.replicas.acknowledged.length > before;
    }, 'nothing is acknowledged after healing');
    await this.#until(() => this.#invariants.replicas.areEven() && this.#invariants.areControllersEven(), 'the replicas or the controllers do not come together again');
    this.#invariants.checkEnd();
  }
}

