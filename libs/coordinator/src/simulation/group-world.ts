import { ErrorCode, type Random } from '@ottla/model';
import { ApiKeys, type OffsetCommitRequestInput } from '@ottla/protocol';
import { seededRandom, Timeline } from '@ottla/testing';
import { defaultGroupConfig } from '../group/group-config.ts';
import { ClassicConsumer } from '../group/testing/classic-consumer.ts';
import { ConsumerTestMember } from '../group/testing/consumer-test-member.ts';
import { ShardHarness } from '../group/testing/shard-harness.ts';
import { GroupInvariants } from './group-invariants.ts';

export type GroupClient = ClassicConsumer | ConsumerTestMember;

const GROUP = 'g';
const TOPICS = ['t', 'u'] as const;
const MOST_CLIENTS = 6;
const STEPS = 120;
/** Rounds of half a second that a group may take to settle once nothing happens any more: sessions of the dead end meanwhile. */
const SETTLING_ROUNDS = 400;
/** Sessions of the dead have ended by then. */
const ROUNDS_UNTIL_REJOIN = 200;

/** A commit on its way. */
interface SentCommit {
  readonly client: GroupClient;
  /** `topic:partition`. */
  readonly name: string;
  readonly offset: number;
  readonly request: OffsetCommitRequestInput;
}

/**
 * One group whose members come by either protocol, read, commit, stall, die, and roll, while the coordinator fails over and
 * its log is compacted. Whatever chance does comes from the seed; `run` throws at the first invariant that does not hold.
 */
export class GroupWorld {
  readonly seed: number;
  readonly harness: ShardHarness;
  clients: GroupClient[] = [];
  readonly #random: Random;
  readonly #invariants: GroupInvariants;
  /** What each client has read to, by `topic:partition`. */
  readonly #positions = new Map<GroupClient, Map<string, number>>();
  #born = 0;
  /** Commits that are late: they arrive before the client asks for anything else of the partition. */
  #late: (SentCommit & { readonly step: number })[] = [];
  #stepIndex = 0;
  /** Static members of which a rebalance would find more than the group knows: what a former process gave up, or other topics. */
  readonly #unheard = new Set<string>();
  /** What the latest process of each static member subscribed to. */
  readonly #subscribed = new Map<string, string>();
  /** How much this run exercised. */
  readonly counts = { started: 0, left: 0, died: 0, restarted: 0, failovers: 0, compactions: 0, lostAnswers: 0, topicsGrown: 0, commits: 0, lateCommits: 0, forgotten: 0, rejoined: 0 };
  readonly #timeline: Timeline;

  constructor(seed: number, timeline = new Timeline()) {
    this.#timeline = timeline;
    this.seed = seed;
    this.#random = seededRandom(seed);
    const consumer = { ...defaultGroupConfig.consumer, sessionTimeoutMs: 12_000, minSessionTimeoutMs: 1_000 };
    this.harness = new ShardHarness({ seed, topics: TOPICS, config: { consumer } });
    this.#invariants = new GroupInvariants(this.harness, GROUP);
  }

  /** Throws Error with the seed when an invariant does not hold, or the group does not settle. */
  run(): void {
    try {
      for (; this.#stepIndex < STEPS; this.#stepIndex++) this.#step();
      this.#arrive(this.#late);
      this.#settle();
      this.#invariants.checkReload(this.#random);
    } catch (error) {
      throw new Error(`seed ${this.seed}, step ${this.#stepIndex}: ${(error as Error).message}`, { cause: error });
    }
  }

  #note(what: string): void {
    this.#timeline.note(this.harness.monotonicMs, what);
  }

  #step(): void {
    const { harness, counts } = this;
    this.#arrive(this.#late.filter(({ step }) => step <= this.#stepIndex));
    const client = this.clients[this.#random.below(Math.max(1, this.clients.length))];
    const dice = this.#random.below(100);
    if (client === undefined || (dice < 7 && this.clients.length < MOST_CLIENTS)) this.#start();
    else if (dice < 10) {
      counts.left++;
      this.#note(`${client.memberId} leaves`);
      this.#leave(client);
    }
    else if (dice < 12) {
      counts.died++;
      this.#note(`${client.memberId} dies`);
      this.#forget(client);
    }
    else if (dice < 14) {
      counts.restarted++;
      this.#note(`${client.memberId} starts again`);
      this.#restart(client);
    }
    else if (dice < 16) this.#growTopic(TOPICS[this.#random.below(2)] as string);
    else if (dice < 18) this.#failOver(false);
    else if (dice < 20) this.#failOver(true);
    else if (dice < 24 && client instanceof ConsumerTestMember) {
      counts.lostAnswers++;
      this.#note(`an answer to ${client.memberId} is lost`);
      client.lose();
    }
    else if (dice < 30) harness.advance(this.#random.below(6_000));
    else if (dice < 50) this.#commit(client);
    else if (dice < 60) harness.advance(this.#random.below(500));
    else this.#beat(client);
    this.#check();
  }

  #growTopic(topic: string): void {
    this.counts.topicsGrown++;
    this.harness.changeTopic(topic, (this.harness.topics.partitionCountOf(topic) ?? 0) + 1 + this.#random.below(2));
  }

  #check(): void {
    this.#invariants.check(this.clients);
  }

  #start(instanceId?: string): void {
    const name = `m${this.#born++}`;
    const topics = this.#random.below(3) === 0 ? ['t'] : ['t', 'u'];
    const instance = instanceId ?? (this.#random.below(4) === 0 ? `i${this.#random.below(2)}` : undefined);
    if (instance !== undefined && this.clients.some(({ options }) => options.instanceId === instance)) return;
    const identity = instance === undefined ? {} : { instanceId: instance };
    if (instance !== undefined) {
      if ((this.#subscribed.get(instance) ?? topics.join()) !== topics.join()) this.#unheard.add(instance);
      this.#subscribed.set(instance, topics.join());
    }
    const terms = { groupId: GROUP, topics, rebalanceTimeoutMs: 8_000, ...identity };
    const client = this.#random.below(2) === 0 ? new ClassicConsumer(this.harness, { ...terms, sessionTimeoutMs: 7_000, onForgotten: () => this.counts.forgotten++ }) : new ConsumerTestMember(this.harness, name, terms);
    this.clients.push(client);
    this.counts.started++;
    this.#note(`client ${this.#born} starts, ${client instanceof ClassicConsumer ? 'classic' : 'consumer'}, ${instance ?? 'dynamic'}, ${topics.join()}`);
    this.#beat(client);
  }

  #remove(client: GroupClient): void {
    const { instanceId } = client.options;
    if (client instanceof ClassicConsumer && client.hasGivenUp && instanceId !== undefined) this.#unheard.add(instanceId);
    this.clients = this.clients.filter((other) => other !== client);
    this.#positions.delete(client);
  }

  #leave(client: GroupClient): void {
    if (client instanceof ClassicConsumer) client.stop();
    else if (client.epoch > 0) client.leave(client.options.instanceId === undefined ? -1 : -2);
    this.#remove(client);
  }

  /** Its process dies without a word. */
  #forget(client: GroupClient): void {
    if (client instanceof ClassicConsumer) client.abandon();
    this.#remove(client);
  }

  /** The same instance again, by either protocol. */
  #restart(client: GroupClient): void {
    this.#leave(client);
    this.#check();
    this.#start(client.options.instanceId);
  }

  #failOver(isCompacted: boolean): void {
    this.counts.failovers++;
    if (isCompacted) this.counts.compactions++;
    this.#note(`the coordinator fails over${isCompacted ? ', the log is compacted' : ''}`);
    this.#invariants.checkReload(this.#random);
    if (isCompacted) this.#invariants.compact(this.#random);
    this.harness.reload();
    for (const client of this.clients) if (client instanceof ClassicConsumer) client.onReload();
  }

  #beat(client: GroupClient): void {
    const before = new Set(client.owned);
    client.beat();
    let positions = this.#positions.get(client);
    if (positions === undefined) this.#positions.set(client, (positions = new Map()));
    for (const key of before) if (!client.owned.has(key)) positions.delete(this.#named(client, key));
    for (const key of client.owned) {
      const name = this.#named(client, key);
      if (positions.has(name)) continue;
      this.#arriveBefore(client, name);
      positions.set(name, this.#committed(name));
    }
  }

  /** `topic:partition` of what a client holds; members of the new protocol know topics by id. */
  #named(client: GroupClient, key: string): string {
    if (client instanceof ClassicConsumer) return key;
    const at = key.lastIndexOf(':');
    return `${this.harness.topics.topicNameOf(key.slice(0, at))}${key.slice(at)}`;
  }

  #committed(name: string): number {
    const [topic, partition] = name.split(':') as [string, string];
    return this.harness.shard.store.offsetsOf(GROUP)?.get(topic, Number(partition))?.offset ?? 0;
  }

  /** Reads a little of one partition, and commits that. */
  #commit(client: GroupClient): void {
    const positions = this.#positions.get(client) ?? new Map<string, number>();
    const names = [...positions.keys()].sort();
    const name = names[this.#random.below(Math.max(1, names.length))];
    if (name === undefined || (client instanceof ClassicConsumer && client.isJoining)) return;
    const [topic, partition] = name.split(':') as [string, string];
    const offset = (positions.get(name) ?? 0) + 1 + this.#random.below(5);
    const epoch = client instanceof ClassicConsumer ? client.generation : client.epoch;
    const request = {
      groupId: GROUP, generationIdOrMemberEpoch: epoch, memberId: client.memberId, groupInstanceId: client.options.instanceId ?? null,
      topics: [{ name: topic, partitions: [{ partitionIndex: Number(partition), committedOffset: offset, committedMetadata: '' }] }],
    };
    this.#arriveBefore(client, name);
    if (this.#random.below(4) === 0) {
      this.counts.lateCommits++;
      positions.set(name, offset);
      this.#late.push({ client, name, offset, request, step: this.#stepIndex + 1 + this.#random.below(40) });
    } else if (this.#send({ client, name, offset, request })) positions.set(name, offset);
  }

  #arriveBefore(client: GroupClient, name: string): void {
    this.#arrive(this.#late.filter((sent) => sent.client === client && sent.name === name));
  }

  #arrive(commits: readonly SentCommit[]): void {
    for (const sent of commits) {
      this.#late = this.#late.filter((other) => other !== sent);
      this.#send(sent);
    }
  }

  /** Answers whether the coordinator took the commit. */
  #send({ name, offset, request }: SentCommit): boolean {
    if (this.harness.send(ApiKeys.OffsetCommit, 9, request).answer.topics[0]?.partitions[0]?.errorCode !== ErrorCode.NONE) return false;
    this.counts.commits++;
    this.#invariants.committed(name, offset);
    return true;
  }

  /** Nothing happens any more but heartbeats: every partition that is read is with somebody. */
  #settle(): void {
    for (let round = 0; round < SETTLING_ROUNDS; round++) {
      if (round === ROUNDS_UNTIL_REJOIN) this.#rejoinOne();
      for (const client of this.clients) this.#beat(client);
      this.harness.advance(500);
      this.#check();
      if (round > 60 && this.#isSettled()) return;
    }
    throw new Error(`the group does not settle: ${JSON.stringify(this.clients.map((client) => [client.memberId, [...client.owned].map((key) => this.#named(client, key))]))}`);
  }

  /**
   * A static member of the old protocol that takes the place of the last one of the new makes the group a classic one in
   * the middle of a generation, and nobody hears that it leads (in Kafka, too): partitions that are added then are
   * noticed at the next rebalance, which somebody has to want. So is what changed with the process of a static member, which
   * is answered what its generation has: partitions that the former process gave up and did not say so, topics that it did not read.
   */
  #rejoinOne(): void {
    const classic = this.clients.filter((client) => client instanceof ClassicConsumer);
    const isLed = classic.some(({ isLeader }) => isLeader);
    const isUnheard = classic.some(({ options: { instanceId } }) => instanceId !== undefined && this.#unheard.has(instanceId));
    if (classic.length < this.clients.length || classic[0] === undefined || (isLed && !isUnheard)) return;
    this.counts.rejoined++;
    classic[0].rejoin();
  }

  #isSettled(): boolean {
    const wanted = new Set(this.clients.flatMap(({ options }) => options.topics ?? []));
    let partitions = 0;
    for (const topic of wanted) partitions += this.harness.topics.partitionCountOf(topic) ?? 0;
    return this.clients.reduce((sum, { owned }) => sum + owned.size, 0) === partitions && this.#invariants.areAllValid(this.clients);
  }
}
