import { apis, ApiKeys } from '@ottla/protocol';
import { WireConnection } from '../../measure/wire-connection.ts';
import { pause, within } from './cluster-view.ts';
import type { Silence } from './producer-load.ts';

const FIND_COORDINATOR_VERSION = 4;
const OFFSET_COMMIT_VERSION = 8;
const INIT_PRODUCER_ID_VERSION = 4;
const CREATE_TOPICS_VERSION = 7;
const GROUP = 0;
const EVERY_MS = 40;
const RETRY_MS = 20;
const ANSWER_WITHIN_MS = 500;
/** A broker that holds the request back until there is a controller again answers sooner than a client that keeps asking. */
const ADMIN_ANSWER_WITHIN_MS = 5_000;

const ADMINISTRATOR = 'administrator';

/**
 * Clients of the coordinators and of the controller: some groups that commit an offset every 40 ms, each at the coordinator of
 * its own, one client that asks for a producer id as often, and one that has a new topic checked by the active controller. All try again after 20 ms, and an answer is waited for half a second.
 */
export class CoordinatorLoad {
  readonly #addresses: readonly string[];
  readonly #topic: string;
  readonly #groups: readonly string[];
  readonly #times = new Map<string, number[]>();
  readonly #lastErrors = new Map<string, string>();
  #isStopped = false;
  #running: Promise<unknown> = Promise.resolve();

  constructor(addresses: readonly string[], topic: string, groups: number) {
    this.#addresses = addresses;
    this.#topic = topic;
    this.#groups = Array.from({ length: groups }, (_, index) => `failover-${index}`);
  }

  start(): void {
    this.#running = Promise.all([
      ...this.#groups.map((group, index) => this.#again(group, new Committer(this.#addresses, this.#topic, group, index))),
      this.#again('producer ids', new AnyBroker(this.#addresses, takeProducerId)),
      this.#again(ADMINISTRATOR, new AnyBroker(this.#addresses, checkTopic)),
    ]);
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    await this.#running;
  }

  /** The longest that any client of the coordinators went without success. */
  longestSilence(fromMs: number, toMs: number): Silence {
    return this.#longest([...this.#times.keys()].filter((name) => name !== ADMINISTRATOR), fromMs, toMs);
  }

  /** The longest that the controller did not answer. */
  controllerSilence(fromMs: number, toMs: number): Silence {
    return this.#longest([ADMINISTRATOR], fromMs, toMs);
  }

  #longest(names: readonly string[], fromMs: number, toMs: number): Silence {
    let longest: Silence = { silenceMs: 0, fromMs, who: '' };
    for (const client of names) {
      const times = this.#times.get(client) ?? [];
      let before = fromMs;
      for (const time of [...times.filter((at) => at >= fromMs && at < toMs), toMs]) {
        if (time - before > longest.silenceMs) longest = { silenceMs: time - before, fromMs: before, who: `${client}, last error ${this.#lastErrors.get(client) ?? 'none'}` };
        before = time;
      }
    }
    return longest;
  }

  async #again(name: string, client: { once(): Promise<void>; forget(): void }): Promise<void> {
    const times: number[] = [];
    this.#times.set(name, times);
    while (!this.#isStopped) {
      try {
        await client.once();
        times.push(performance.now());
        await pause(EVERY_MS);
      } catch (error) {
        this.#lastErrors.set(name, Error.isError(error) ? error.message : String(error));
        client.forget();
        await pause(RETRY_MS);
      }
    }
    client.forget();
  }
}

/** Commits offsets of a group without members, at the group's coordinator. */
class Committer {
  readonly #addresses: readonly string[];
  readonly #topic: string;
  readonly #group: string;
  #next: number;
  #connection: WireConnection | undefined;
  #offset = 0;

  constructor(addresses: readonly string[], topic: string, group: string, first: number) {
    this.#addresses = addresses;
    this.#topic = topic;
    this.#group = group;
    this.#next = first;
  }

  forget(): void {
    this.#connection?.close();
    this.#connection = undefined;
  }

  async once(): Promise<void> {
    const connection = (this.#connection ??= await this.#connect());
    const topics = [{ name: this.#topic, partitions: [{ partitionIndex: 0, committedOffset: this.#offset++, committedLeaderEpoch: -1, committedMetadata: '' }] }];
    const request = { groupId: this.#group, generationIdOrMemberEpoch: -1, memberId: '', groupInstanceId: null, topics };
    const answer = await within(ANSWER_WITHIN_MS, connection.ask(apis[ApiKeys.OffsetCommit], OFFSET_COMMIT_VERSION, request));
    const code = answer.topics[0]?.partitions[0]?.errorCode;
    if (code !== 0) throw new Error(`OffsetCommit: error ${code}`);
  }

  async #connect(): Promise<WireConnection> {
    const asked = await openNext(this.#addresses, this.#next++);
    try {
      const { coordinators } = await within(ANSWER_WITHIN_MS, asked.ask(apis[ApiKeys.FindCoordinator], FIND_COORDINATOR_VERSION, { keyType: GROUP, coordinatorKeys: [this.#group] }));
      const [found] = coordinators;
      if (found?.errorCode !== 0) throw new Error(`FindCoordinator: error ${found?.errorCode}`);
      return await within(ANSWER_WITHIN_MS, WireConnection.open(found.host, found.port));
    } finally {
      asked.close();
    }
  }
}

/** Asks any broker, and the next one after a failure. */
class AnyBroker {
  readonly #addresses: readonly string[];
  readonly #ask: (connection: WireConnection) => Promise<void>;
  #next = 0;
  #connection: WireConnection | undefined;

  constructor(addresses: readonly string[], ask: (connection: WireConnection) => Promise<void>) {
    this.#addresses = addresses;
    this.#ask = ask;
  }

  forget(): void {
    this.#connection?.close();
    this.#connection = undefined;
  }

  async once(): Promise<void> {
    await this.#ask((this.#connection ??= await openNext(this.#addresses, this.#next++)));
  }
}

async function takeProducerId(connection: WireConnection): Promise<void> {
  const answer = await within(ANSWER_WITHIN_MS, connection.ask(apis[ApiKeys.InitProducerId], INIT_PRODUCER_ID_VERSION, { transactionalId: null, transactionTimeoutMs: 60_000 }));
  if (answer.errorCode !== 0) throw new Error(`InitProducerId: error ${answer.errorCode}`);
}

/** Has the active controller say whether a topic could be made. */
async function checkTopic(connection: WireConnection): Promise<void> {
  const topics = [{ name: 'not-made', numPartitions: 1, replicationFactor: 1, assignments: [], configs: [] }];
  const answer = await within(ADMIN_ANSWER_WITHIN_MS, connection.ask(apis[ApiKeys.CreateTopics], CREATE_TOPICS_VERSION, { topics, timeoutMs: ADMIN_ANSWER_WITHIN_MS, validateOnly: true }));
  const code = answer.topics[0]?.errorCode;
  if (code !== 0) throw new Error(`CreateTopics: error ${code}`);
}

async function openNext(addresses: readonly string[], next: number): Promise<WireConnection> {
  const [host = '', port] = (addresses[next % addresses.length] as string).split(':');
  return await within(ANSWER_WITHIN_MS, WireConnection.open(host, Number(port)));
}
