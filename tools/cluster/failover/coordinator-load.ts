import { apis, ApiKeys } from '@ottla/protocol';
import { WireConnection } from '../../measure/wire-connection.ts';
import { pause, within } from './cluster-view.ts';
import type { Silence } from './producer-load.ts';

const FIND_COORDINATOR_VERSION = 4;
const OFFSET_COMMIT_VERSION = 8;
const INIT_PRODUCER_ID_VERSION = 4;
const GROUP = 0;
const EVERY_MS = 40;
const RETRY_MS = 20;
const ANSWER_WITHIN_MS = 500;

/**
 * Clients of the coordinators: some groups that commit an offset every 40 ms, each at the coordinator of its own, and one
 * client that asks for a producer id as often. All try again after 20 ms, and an answer is waited for half a second.
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
    this.#running = Promise.all([...this.#groups.map((group, index) => this.#again(group, new Committer(this.#addresses, this.#topic, group, index))), this.#again('producer ids', new IdTaker(this.#addresses))]);
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    await this.#running;
  }

  /** The longest that any of the clients went without success, in milliseconds. */
  longestSilence(fromMs: number, toMs: number): Silence {
    let longest: Silence = { silenceMs: 0, fromMs, who: '' };
    for (const [client, times] of this.#times) {
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

/** Asks any broker for a producer id. */
class IdTaker {
  readonly #addresses: readonly string[];
  #next = 0;
  #connection: WireConnection | undefined;

  constructor(addresses: readonly string[]) {
    this.#addresses = addresses;
  }

  forget(): void {
    this.#connection?.close();
    this.#connection = undefined;
  }

  async once(): Promise<void> {
    const connection = (this.#connection ??= await openNext(this.#addresses, this.#next++));
    const answer = await within(ANSWER_WITHIN_MS, connection.ask(apis[ApiKeys.InitProducerId], INIT_PRODUCER_ID_VERSION, { transactionalId: null, transactionTimeoutMs: 60_000 }));
    if (answer.errorCode !== 0) throw new Error(`InitProducerId: error ${answer.errorCode}`);
  }
}

async function openNext(addresses: readonly string[], next: number): Promise<WireConnection> {
  const [host = '', port] = (addresses[next % addresses.length] as string).split(':');
  return await within(ANSWER_WITHIN_MS, WireConnection.open(host, Number(port)));
}
