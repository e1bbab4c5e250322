import { pause } from '../servers.ts';
import { MemberProcess } from './member-process.ts';

/** What one round took. */
export interface RoundFigures {
  /** From the start of the last member until each held its share. */
  readonly joinMs: number;
  /** How long the group was left alone then. */
  readonly waitedMs: number;
  /** From when the last of those that leave began to until each that stays held its share. */
  readonly healMs: number;
}

const GIVE_UP_MS = 60_000;

/** The same processes for round after round, each a group of its own. */
export class GroupRounds {
  readonly #members: readonly MemberProcess[];
  readonly #topic: string;
  readonly #partitionCount: number;
  #onEvent = (): void => {};

  constructor(memberCount: number, topic: string, partitionCount: number) {
    this.#topic = topic;
    this.#partitionCount = partitionCount;
    this.#members = Array.from({ length: memberCount }, () => new MemberProcess(() => this.#onEvent()));
  }

  /** All start at once; after `waitMs` half of them leave, others each time. Throws when the group does not settle within a minute. */
  async run(settings: Readonly<Record<string, string | number>>, waitMs: number): Promise<RoundFigures> {
    const members = this.#members.toSorted(() => Math.random() - 0.5);
    const [leaving, staying] = [members.slice(0, members.length / 2), members.slice(members.length / 2)];
    for (const member of members) member.start(this.#topic, settings);
    await this.#until('all hold their share', () => this.#isShared(members));
    const joinMs = latest(members.map(({ heldAtMs }) => heldAtMs)) - latest(members.map(({ startsAtMs }) => startsAtMs));
    await pause(waitMs);
    if (!this.#isShared(members)) throw new Error('the group did not stay as it was');
    for (const member of leaving) member.leave();
    await this.#until('those that stay hold their share', () => leaving.every(({ leavesAtMs }) => leavesAtMs > 0) && this.#isShared(staying));
    const healMs = latest(staying.map(({ heldAtMs }) => heldAtMs)) - latest(leaving.map(({ leavesAtMs }) => leavesAtMs));
    for (const member of staying) member.leave();
    await this.#until('all left', () => members.every(({ isIn }) => !isIn));
    return { joinMs, waitedMs: waitMs, healMs };
  }

  async end(): Promise<void> {
    await Promise.all(this.#members.map((member) => member.kill()));
  }

  #isShared(members: readonly MemberProcess[]): boolean {
    const share = this.#partitionCount / members.length;
    if (!members.every(({ held, startsAtMs }) => held.length === share && startsAtMs > 0)) return false;
    return new Set(members.flatMap(({ held }) => held)).size === this.#partitionCount;
  }

  async #until(what: string, holds: () => boolean): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const late = setTimeout(() => reject(new Error(`after ${GIVE_UP_MS / 1000} s it is not so that ${what}; held are ${this.#members.map(({ held }) => held.length).join()}`)), GIVE_UP_MS);
    this.#onEvent = () => {
      try {
        for (const member of this.#members) member.check();
        if (holds()) resolve();
      } catch (error) {
        reject(error as Error);
      }
    };
    this.#onEvent();
    try {
      await promise;
    } finally {
      clearTimeout(late);
      this.#onEvent = () => {};
    }
  }
}

function latest(times: readonly number[]): number {
  return Math.max(...times);
}
