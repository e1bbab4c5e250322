import type { BrokerId, Random } from '@ottla/model';
import { ErrorCode, KafkaError } from '@ottla/model';
import { alterPartitions, ConfigResourceType, ELR_VERSION_FEATURE, fenceRecords, heartbeat, metadataRecord, registerBroker, type MetadataImage } from '@ottla/metadata';
import { recordingLogger, seededRandom, Timeline, virtualTime } from '@ottla/testing';
import { batchOf, idOf } from '../testing/test-broker.ts';
import { breakDisk, fillDisk, stopInOrder } from './disk-faults.ts';
import { ReplicaInvariants } from './replica-invariants.ts';
import { SimBroker, wantsToBeAlone, type PartitionsAlteration, type SimBrokerWorld, type SimControl } from './sim-broker.ts';
import { SimController } from './sim-controller.ts';

const TOPIC = 't';
const PARTITIONS = 2;
const IDS: readonly BrokerId[] = [1, 2, 3];
const STEP_MS = 2;
const MICROTASK_HOPS = 20;

/** What a run exercised; a run that did too little proves nothing. */
export interface Exercise {
  acknowledged: number;
  deaths: number;
  powerLosses: number;
  shutDowns: number;
  isolations: number;
  zombies: number;
  fullDisks: number;
  /** Logs that failed with their disk, until the next start. */
  brokenDisks: number;
  /** Stops that a disk that failed a sync made ones that were not in order. */
  failedStops: number;
  /** Restarts in order while something else was failing. */
  overlaps: number;
  /** Partitions that nobody led, though an eligible replica was to come. */
  leaderless: number;
  lostMessages: number;
  elections: number;
  truncations: number;
  isrChanges: number;
}

/**
 * Three brokers, one producer and a controller on virtual time, all chance from one seed. One failure at a time: the
 * next one comes when every replica is in sync again. With eligible leader replicas (KIP-966), brokers restart in order
 * meanwhile, also the last one: what was acknowledged is then where the ELR says.
 *
 * Checked all along: see `ReplicaInvariants`.
 */
export class ReplicaWorld implements SimBrokerWorld {
  readonly time = virtualTime();
  readonly random: Random;
  readonly logger = recordingLogger();
  readonly controller: SimController;
  readonly brokers: readonly SimBroker[];
  readonly control: SimControl = {
    register: async (registration) => {
      await this.#expectReached(registration.brokerId);
      return this.controller.run(registerBroker(this.controller, registration, { nextOffset: this.controller.nextOffset, isPresentAlive: false }));
    },
    heartbeat: async (request) => {
      await this.#expectReached(request.brokerId);
      return this.controller.run(heartbeat(this.controller, { ...request, appliedOffset: this.controller.nextOffset }));
    },
    alterPartitions: async (request) => {
      this.#altering.add(request);
      await this.travel(request.brokerId, undefined).finally(() => this.#altering.delete(request));
      const answer = this.controller.run(alterPartitions(this.controller, request));
      await this.travel(request.brokerId, undefined);
      return answer;
    },
    batches: (broker) => (this.#isCutOff(broker) ? [] : this.controller.history.batches),
  };
  readonly exercise: Exercise = { acknowledged: 0, deaths: 0, powerLosses: 0, shutDowns: 0, isolations: 0, zombies: 0, fullDisks: 0, brokenDisks: 0, failedStops: 0, overlaps: 0, leaderless: 0, lostMessages: 0, elections: 0, truncations: 0, isrChanges: 0 };
  readonly #invariants = new ReplicaInvariants(this, TOPIC, PARTITIONS);
  #isolated: BrokerId | undefined;
  /** The isolated broker does not reach the controller either: it takes itself for what it was. */
  #isZombie = false;
  #isHealing = false;
  #next = 0;
  /** The first thing that went wrong beside the turns; the next turn throws it. */
  #failure: Error | undefined;
  /** Changes of ISRs that are on their way to the controller. */
  readonly #altering = new Set<PartitionsAlteration>();
  #isFailing = false;
  readonly #hasElr: boolean;
  readonly syncsWrites: boolean;
  readonly #timeline: Timeline;
  /** Brokers to which something is happening. */
  readonly #busy = new Set<BrokerId>();

  constructor(seed: number, { hasElr = false, timeline = new Timeline() }: { readonly hasElr?: boolean; readonly timeline?: Timeline } = {}) {
    this.random = seededRandom(seed);
    this.#hasElr = hasElr;
    this.#timeline = timeline;
    this.syncsWrites = this.random.below(3) === 0;
    this.controller = new SimController(this.random);
    this.brokers = IDS.map((id) => new SimBroker(this, id));
  }

  get image(): MetadataImage {
    return this.controller.image;
  }

  broker(id: BrokerId): SimBroker {
    return this.brokers[id - 1] as SimBroker;
  }

  /** One message on its way; rejects when it is lost. `to` undefined is the controller. */
  async travel(from: BrokerId, to: BrokerId | undefined): Promise<void> {
    const isCut = to === undefined ? this.#isCutOff(from) : this.#isolated === from || this.#isolated === to;
    const isLost = !this.#isHealing && (isCut || this.random.below(200) === 0);
    await this.wait(isLost ? 40 : this.random.below(6));
    if (!isLost) return;
    this.exercise.lostMessages++;
    throw new KafkaError(ErrorCode.NETWORK_EXCEPTION, 'lost on the way');
  }

  /** Whether the broker does not reach the controller. */
  #isCutOff(broker: BrokerId): boolean {
    return this.#isZombie && this.#isolated === broker;
  }

  async #expectReached(broker: BrokerId): Promise<void> {
    if (this.#isCutOff(broker)) await this.travel(broker, undefined);
  }

  wait(ms: number): Promise<void> {
    return new Promise((resolve) => void this.time.scheduler.after(ms, resolve));
  }

  /** Runs for `ms` with failures, then heals and checks what is left. */
  async run(ms: number): Promise<Exercise> {
    if (this.#hasElr) this.controller.commit([metadataRecord(12, { name: ELR_VERSION_FEATURE, featureLevel: 1 })]);
    if (this.syncsWrites) this.controller.commit([metadataRecord(4, { resourceType: ConfigResourceType.TOPIC, resourceName: TOPIC, name: 'flush.messages', value: '1' })]);
    for (const broker of this.brokers) await this.#until(broker.start());
    this.controller.onCommit = () => this.#spreadMetadata();
    this.controller.createTopic(TOPIC, idOf(TOPIC), PARTITIONS, IDS);
    for (let at = 0; at < ms; at += STEP_MS) {
      await this.#step();
      if (!this.#isFailing && this.#isHealthy() && this.random.below(40) === 0) this.#fail();
      if (this.#hasElr && this.random.below(60) === 0) this.#restartToo();
    }
    await this.#heal();
    this.exercise.acknowledged = this.#invariants.acknowledged.length;
    this.image.topics.get(TOPIC)?.partitions.forEach(({ leaderEpoch, partitionEpoch }) => this.#count(leaderEpoch, partitionEpoch));
    this.exercise.truncations = this.logger.lines.filter(({ message }) => message.startsWith('a follower cut its log to')).length;
    return this.exercise;
  }

  #count(leaderEpoch: number, partitionEpoch: number): void {
    this.exercise.elections += leaderEpoch;
    this.exercise.isrChanges += partitionEpoch - leaderEpoch;
  }

  async #until(work: Promise<void>): Promise<void> {
    let isDone = false;
    work.then(() => (isDone = true), (error: unknown) => this.#failWith(error));
    while (!isDone) await this.#turn();
  }

  async #turn(): Promise<void> {
    this.time.advance(STEP_MS);
    for (let hop = 0; hop < MICROTASK_HOPS; hop++) await Promise.resolve();
    if (this.#failure !== undefined) throw this.#failure;
  }

  async #step(): Promise<void> {
    if (this.random.below(3) === 0) this.produce();
    await this.#turn();
    this.#check();
  }

  produce(): void {
    const partition = this.random.below(PARTITIONS);
    const leader = this.#producedTo(partition);
    const replicas = leader < 0 ? undefined : this.broker(leader).replicas;
    const led = replicas?.partition(TOPIC, partition);
    if (replicas === undefined || led === undefined) return;
    const value = `value ${this.#next++}`;
    replicas.append(-1, 500, 'client', [{ partition: led, error: ErrorCode.NONE, records: batchOf([value]) }], ([result]) => {
      if (result?.error === ErrorCode.NONE) this.#invariants.acknowledge({ partition, offset: result.baseOffset, value });
    });
  }

  /** A client that was not told of an election goes on with the leader before. */
  #producedTo(partition: number): BrokerId {
    const isStale = this.#isolated !== undefined && this.random.below(3) === 0;
    return isStale ? (this.#isolated as BrokerId) : (this.image.topics.partition(TOPIC, partition)?.leader ?? -1);
  }

  /** Every broker hears of a commit in its own time, in order. */
  #spreadMetadata(): void {
    const states = this.image.topics.get(TOPIC)?.partitions.map(({ leader, leaderEpoch, isr, elr }) => `leader ${leader} epoch ${leaderEpoch} isr ${isr.join()} elr ${elr.join()}`);
    this.note(`committed: ${states?.join('; ')}`);
    const count = this.controller.history.batches.length;
    for (const broker of this.brokers) {
      const { life } = broker;
      this.time.scheduler.after(this.random.below(15), () => {
        if (broker.life === life) broker.applyMetadata(count);
      });
    }
  }

  #isHealthy(): boolean {
    const { image } = this;
    const isKnown = this.brokers.every(({ replicas }) => replicas?.partition(TOPIC, 0) !== undefined);
    return isKnown && image.topics.get(TOPIC)?.partitions.every(({ isr }) => isr.length === IDS.length) === true;
  }

  #fail(): void {
    const broker = this.broker(1 + this.random.below(IDS.length));
    const failures = [() => this.#kill(broker, false), () => this.#kill(broker, this.#mayLosePower(broker.id)), () => this.#restart(broker, this.random.below(4) === 0), () => this.#isolate(broker), () => this.#failDisk(broker)];
    if (this.#busy.has(broker.id)) return;
    this.#isFailing = true;
    this.#during(broker, (failures[this.random.below(failures.length)] as () => Promise<void>)(), () => (this.#isFailing = false));
  }

  /** Without eligible leader replicas, the last member of an ISR leads again, whatever it lost (in Kafka, too): so not one that may be that before long. */
  #mayLosePower(id: BrokerId): boolean {
    return this.#hasElr || ![...this.#altering].some((request) => wantsToBeAlone(request, id));
  }

  /** A restart in order, whatever else is failing. */
  #restartToo(): void {
    const broker = this.broker(1 + this.random.below(IDS.length));
    if (this.#busy.has(broker.id) || !broker.isUp) return;
    if (this.#busy.size > 0) this.exercise.overlaps++;
    this.#during(broker, this.#restart(broker, false));
  }

  #during(broker: SimBroker, work: Promise<void>, done = (): void => {}): void {
    this.#busy.add(broker.id);
    const ended = (): void => {
      this.#busy.delete(broker.id);
      done();
    };
    work.then(ended, (error: unknown) => this.#failWith(error));
  }

  #failWith(error: unknown): void {
    this.#failure ??= Error.isError(error) ? error : new Error(String(error));
  }

  async #kill(broker: SimBroker, losesPower: boolean): Promise<void> {
    if (losesPower) this.exercise.powerLosses++;
    else this.exercise.deaths++;
    this.note(`broker ${broker.id} ${losesPower ? 'loses power' : 'dies'}`);
    broker.die(losesPower);
    await this.wait(this.random.below(150));
    const registered = this.image.brokers.get(broker.id);
    // Half of the time it is back before anybody noticed.
    if (registered !== undefined && this.random.below(2) === 0) this.controller.commit(fenceRecords(this.controller, registered));
    await this.wait(this.random.below(600));
    this.note(`broker ${broker.id} starts`);
    await broker.start();
  }

  async #failDisk(broker: SimBroker): Promise<void> {
    if (this.random.below(2) === 0) {
      this.exercise.fullDisks++;
      return await fillDisk(this, broker, TOPIC);
    }
    if (await breakDisk(this, broker, TOPIC, this.random.below(PARTITIONS))) this.exercise.brokenDisks++;
    this.note(`broker ${broker.id} dies, and starts with another disk`);
    broker.die(false);
    await this.wait(this.random.below(300));
    await broker.start();
  }

  note(what: string): void {
    this.#timeline.note(this.time.clock.monotonicMs(), what);
  }

  async #restart(broker: SimBroker, diskFails: boolean): Promise<void> {
    this.exercise.shutDowns++;
    if (await stopInOrder(this, broker, TOPIC, diskFails)) this.exercise.failedStops++;
    await this.wait(this.random.below(600));
    await broker.start();
  }

  async #isolate(broker: SimBroker): Promise<void> {
    this.exercise.isolations++;
    this.#isolated = broker.id;
    this.#isZombie = this.random.below(2) === 0;
    this.note(`broker ${broker.id} is cut off from the others${this.#isZombie ? ' and from the controller' : ''}`);
    await this.wait(100 + this.random.below(600));
    const registered = this.image.brokers.get(broker.id);
    if (this.#isZombie && registered !== undefined) this.controller.commit(fenceRecords(this.controller, registered));
    await this.wait(100 + this.random.below(900));
    this.#isolated = undefined;
    this.note(`broker ${broker.id} is reached again`);
    if (!this.#isZombie) return;
    this.exercise.zombies++;
    this.#isZombie = false;
    await broker.beat();
  }

  async #heal(): Promise<void> {
    for (let turns = 0; this.#busy.size > 0; turns++) {
      if (turns > 5000) throw new Error(`what happens to brokers ${[...this.#busy].join()} does not end`);
      await this.#turn();
    }
    this.#isHealing = true;
    for (let turns = 0; !this.#isHealthy() || !this.#invariants.areEven(); turns++) {
      if (turns > 5000) throw new Error(`the replicas do not come together again: ${JSON.stringify(this.image.topics.get(TOPIC)?.partitions)}`);
      await this.#turn();
      this.#check();
    }
    this.#invariants.checkEnd();
  }

  #check(): void {
    this.#invariants.checkLeaders();
    for (let index = 0; index < PARTITIONS; index++) {
      const state = this.image.topics.partition(TOPIC, index);
      if (state !== undefined && !state.hasLeader && state.elr.length > 0) this.exercise.leaderless++;
    }
    if (this.random.below(50) === 0) this.#invariants.checkReplicas();
  }
}
