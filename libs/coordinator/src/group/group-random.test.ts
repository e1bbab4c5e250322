import { describe, expect, it } from '@jest/globals';
import { ErrorCode, type Random } from '@ottla/model';
import { seededRandom } from '@ottla/testing';
import type { ClassicGroup } from './classic-group.ts';
import { type Pending, ShardHarness } from './testing/shard-harness.ts';
import { TestMember } from './testing/test-member.ts';
import { expectReloadable } from './testing/with-shard.ts';

const STEPS = 500;
const CLIENTS = 7;

type Joining = ReturnType<TestMember['join']>;
type Syncing = ReturnType<TestMember['sync']>;

/**
 * A client that does what a consumer does, as slowly as chance wants it: joins, syncs, sends heartbeats and commits,
 * and also dies, leaves, changes its mind, or repeats what it said.
 */
class RandomClient {
  readonly #harness: ShardHarness;
  readonly #world: World;
  readonly #random: Random;
  readonly #index: number;
  #member: TestMember;
  #joining: Joining | undefined;
  #syncing: Syncing | undefined;
  #isStable = false;

  constructor(harness: ShardHarness, world: World, random: Random, index: number) {
    this.#harness = harness;
    this.#world = world;
    this.#random = random;
    this.#index = index;
    this.#member = this.#newMember();
  }

  /** Every third client is static. */
  #newMember(): TestMember {
    const instance = this.#index % 3 === 0 ? { instanceId: `i${this.#index}` } : {};
    return new TestMember(this.#harness, { ...instance, groupId: `g${this.#index % 2}`, sessionTimeoutMs: 6_000 + this.#random.below(4_000), rebalanceTimeoutMs: 5_000, joinVersion: 3 + this.#random.below(7) });
  }

  /** The process is gone without a word; another one starts in its place. */
  restart(): void {
    this.#member = this.#newMember();
    this.forget();
  }

  /** Whatever was under way is lost. */
  forget(): void {
    this.#joining = undefined;
    this.#syncing = undefined;
    this.#isStable = false;
  }

  step(): void {
    const dice = this.#random.below(100);
    if (dice < 2) this.restart();
    else if (dice < 4) this.#leave();
    else if (dice < 7 && this.#joining !== undefined) this.#giveUp();
    else if (this.#joining !== undefined) this.#onJoin(this.#joining);
    else if (this.#syncing !== undefined) this.#onSync(this.#syncing);
    else if (!this.#isStable) this.#joining = this.#member.join();
    else if (dice < 20) this.#changeTopics();
    else if (dice < 60) this.#commit();
    else if (this.#member.heartbeat() !== ErrorCode.NONE) this.#rejoin();
  }

  #leave(): void {
    this.#member.leave();
    this.#member.memberId = '';
    this.forget();
  }

  /** The connection broke, and the client asks again on another one. */
  #giveUp(): void {
    if (this.#joining?.isAnswered === false && this.#random.below(2) === 0) this.#world.cancelLast(this.#joining);
    this.#joining = this.#member.join();
  }

  #changeTopics(): void {
    this.#member.topics = [['t', 'u'][this.#random.below(2)] as string];
    this.#rejoin();
  }

  #rejoin(): void {
    this.forget();
    this.#joining = this.#member.join();
  }

  #onJoin(joining: Joining): void {
    if (!joining.isAnswered) return;
    this.#joining = undefined;
    const { errorCode, generationId } = joining.answer;
    if (errorCode === ErrorCode.UNKNOWN_MEMBER_ID || errorCode === ErrorCode.FENCED_INSTANCE_ID) this.#member.memberId = '';
    if (errorCode !== ErrorCode.NONE) return;
    this.#member.joined(joining);
    const nonce = `${this.#member.memberId} assigned ${generationId} in step ${this.#world.stepCount}`;
    const assignments = this.#member.isLeader ? Object.fromEntries(joining.answer.members.map(({ memberId }) => [memberId, nonce])) : {};
    this.#syncing = this.#member.sync(assignments);
  }

  #onSync(syncing: Syncing): void {
    if (!syncing.isAnswered) return;
    this.#syncing = undefined;
    this.#isStable = syncing.answer.errorCode === ErrorCode.NONE;
    if (this.#isStable) this.#world.onAssigned(this.#member, Buffer.from(syncing.answer.assignment).toString());
  }

  #commit(): void {
    const offset = this.#world.nextOffset();
    const error = this.#member.commit(offset);
    if (error === ErrorCode.NONE) this.#world.onCommitted(this.#member, offset);
    else this.#rejoin();
  }
}

/** What must hold whatever the clients do. */
class World {
  stepCount = 0;
  readonly #harness: ShardHarness;
  readonly #assignments = new Map<string, string>();
  readonly #assignedGenerations = new Map<string, number>();
  readonly #committed = new Map<string, number>();
  #lastOffset = 0;

  constructor(harness: ShardHarness) {
    this.#harness = harness;
  }

  nextOffset(): number {
    return ++this.#lastOffset;
  }

  /** One generation has one assignment, made by one leader: for good, whatever fails over. */
  onAssigned({ groupId, generation }: TestMember, assignment: string): void {
    // A member that came after the leader assigned has nothing.
    if (assignment === '') return;
    const key = `${groupId}/${generation}`;
    expect(this.#assignments.get(key) ?? assignment).toBe(assignment);
    this.#assignments.set(key, assignment);
    this.#assignedGenerations.set(groupId, Math.max(this.#assignedGenerations.get(groupId) ?? 0, generation));
  }

  onCommitted({ groupId }: TestMember, offset: number): void {
    this.#committed.set(groupId, offset);
  }

  cancelLast(pending: Pending<unknown>): void {
    if (!pending.isAnswered) this.#harness.cancelPending(pending);
  }

  check(): void {
    const { shard, openRequests } = this.#harness;
    const problems = [...shard.store.all()].flatMap((group) => problemsOf(group, this.#assignedGenerations.get(group.groupId) ?? 0));
    for (const [groupId, offset] of this.#committed) {
      if (shard.store.get(groupId)?.offsets.get('t', 0)?.offset !== offset) problems.push(`${groupId} lost offset ${offset}`);
    }
    if (shard.parkedCount !== openRequests) problems.push(`${openRequests} requests are open, ${shard.parkedCount} are parked`);
    expect(problems).toEqual([]);
  }
}

function problemsOf(group: ClassicGroup, assignedGeneration: number): string[] {
  const members = [...group.members()];
  const { groupId, state } = group;
  const isSettled = state === 'Stable' || state === 'Empty';
  const facts: [string, boolean][] = [
    ['generation went back', group.generation >= assignedGeneration],
    ['joining members are miscounted', group.joiningCount === members.filter(({ joining }) => joining !== undefined).length],
    ['a settled group has parked requests', !isSettled || members.every(({ joining, syncing }) => joining === undefined && syncing === undefined)],
    ['Empty is not empty, or the other way round', state === 'PreparingRebalance' || (state === 'Empty') === (members.length === 0)],
    ['the leader is no member', members.length === 0 || members.some(({ memberId }) => memberId === group.leaderId)],
    ['the join deadline does not fit the state', group.joinDeadline.slot >= 0 === (state === 'PreparingRebalance')],
    ['the sync deadline does not fit the members', group.syncDeadline.slot >= 0 === group.pendingSync.size > 0],
    ['a member has no session', members.every(({ session, isExcusedFromHeartbeats }) => session.slot >= 0 || isExcusedFromHeartbeats)],
  ];
  return facts.filter(([, holds]) => !holds).map(([problem]) => `${groupId} (${state}): ${problem}`);
}

describe('groups under chance', () => {
  it.each(Array.from({ length: 15 }, (_, index) => index + 1))('keep their promises (seed %i)', (seed) => {
    const random = seededRandom(seed);
    const harness = new ShardHarness({ seed, config: { groupInitialRebalanceDelayMs: random.below(3) * 1_000 } });
    const world = new World(harness);
    const clients = Array.from({ length: CLIENTS }, (_, index) => new RandomClient(harness, world, random, index));
    for (; world.stepCount < STEPS; world.stepCount++) {
      clients[random.below(CLIENTS)]?.step();
      if (random.below(3) === 0) harness.advance(random.below(1_500));
      world.check();
      if (random.below(100) === 0) {
        expectReloadable(harness);
        harness.reload();
        for (const client of clients) client.forget();
      }
    }
    // Nobody says anything any more: every request is answered, every member expires.
    harness.advance(600_000);
    world.check();
    expect(harness.openRequests).toBe(0);
    expect([...harness.shard.store.all()].map(({ state, pendingJoin }) => [state, pendingJoin.size])).toEqual([...harness.shard.store.all()].map(() => ['Empty', 0]));
    expect(harness.shard.store.deadlines.size).toBe(1);
    expectReloadable(harness);
  });
});
