import { describe, expect, it } from '@jest/globals';
import { seededRandom } from '@ottla/testing';
import { ErrorCode } from '@ottla/model';
import { ConsumerTestMember, settle } from '../testing/consumer-test-member.ts';
import { ShardHarness } from '../testing/shard-harness.ts';
import { expectReloadable } from '../testing/with-shard.ts';
import { sameAssignment, partitionsOf } from './assignment.ts';

const SEEDS = 150;
const STEPS = 100;

/** `expect` for each partition at each step would take most of the time. */
function mustBe(is: boolean, otherwise: string): void {
  if (!is) throw new Error(otherwise);
}

/** What may never be seen: a partition with two owners, an epoch that goes back, a member beyond its group's targets. */
function checkInvariants(harness: ShardHarness, seen: Map<string, number>): void {
  const group = harness.shard.store.consumerGroup('g');
  if (group === undefined) return;
  const holders = new Map<string, string>();
  for (const { memberId, progress } of group.members.values()) {
    for (const held of [progress.assigned, progress.pendingRevocation]) {
      for (const [topicId, partitions] of held) {
        for (const partition of partitions.keys()) {
          const key = `${topicId}:${partition}`;
          mustBe(!holders.has(key), `${key} is with ${holders.get(key)} and ${memberId}`);
          holders.set(key, memberId);
          mustBe(group.isHeld(topicId, partition), `${key} is with ${memberId} and counts as free`);
        }
      }
    }
    if (progress.memberEpoch > 0) {
      mustBe(progress.memberEpoch >= (seen.get(memberId) ?? 0), `the epoch of ${memberId} went back to ${progress.memberEpoch}`);
      seen.set(memberId, progress.memberEpoch);
      mustBe(progress.memberEpoch <= group.assignmentEpoch, `${memberId} is beyond the targets`);
    }
  }
  mustBe(group.assignmentEpoch <= group.epoch, 'the targets are beyond the group');
}

/** Nobody acts on a partition that another one still acts on: what clients themselves believe. */
function checkClients(members: readonly ConsumerTestMember[]): void {
  const owners = new Map<string, string>();
  for (const { memberId, owned } of members) {
    for (const key of owned) {
      mustBe(!owners.has(key), `${memberId} and ${owners.get(key)} act on ${key}`);
      owners.set(key, memberId);
    }
  }
}

function runSeed(seed: number): void {
  const random = seededRandom(seed);
  const below = (n: number): number => random.below(n);
  const harness = new ShardHarness({ seed, topics: ['t', 'u'] });
  const epochs = new Map<string, number>();
  let members: ConsumerTestMember[] = [];
  let born = 0;
  let topicsBorn = 0;
  const assignor = below(2) === 0 ? 'uniform' : 'range';
  for (let step = 0; step < STEPS; step++) {
    const member = members[below(Math.max(members.length, 1))];
    const action = below(100);
    if (member === undefined || (action < 8 && members.length < 6)) {
      const kind = below(4);
      members.push(new ConsumerTestMember(harness, `m${born++}`, { assignor, ...(kind === 0 ? { regex: '[tx].*' } : { topics: kind === 1 ? ['t'] : ['t', 'u'] }), ...(below(3) === 0 ? { instanceId: `i${born}` } : {}) }));
    } else if (action < 13) {
      member.leave();
      members = members.filter((one) => one !== member);
    } else if (action < 17 && member.options.instanceId !== undefined) {
      const { options } = member;
      if (member.leave(-2).errorCode === ErrorCode.NONE) members = [...members.filter((one) => one !== member), new ConsumerTestMember(harness, `m${born++}`, options)];
    } else if (action < 19) {
      harness.changeTopic(below(2) === 0 ? 't' : 'u', 8 + below(6) + Math.floor(step / 10));
    } else if (action < 21) {
      harness.changeTopic(`x${topicsBorn++}`, 1 + below(4));
    } else if (action < 23) {
      harness.reload();
    } else if (action < 26) {
      member.lose();
    } else if (action < 60) {
      harness.advance(below(400));
    } else {
      member.beat();
    }
    checkInvariants(harness, epochs);
    checkClients(members);
  }
  // Static members that left for a while and never came back are out after their session.
  for (let second = 0; second < 46; second++) {
    harness.advance(1_000);
    for (const member of members) member.beat();
  }
  settle(harness, members);
  const group = harness.shard.store.consumerGroup('g');
  for (const { memberId, progress } of group?.members.values() ?? []) expect([memberId, sameAssignment(partitionsOf(progress.assigned), group?.targetOf(memberId) ?? new Map())]).toEqual([memberId, true]);
  expect(group === undefined || group.state === 'Stable' || group.state === 'Empty').toBe(true);
  expectReloadable(harness);
}

describe('KIP-848 groups at random', () => {
  it(`keep their invariants for ${SEEDS} seeds`, () => {
    for (let seed = 1; seed <= SEEDS; seed++) {
      try {
        runSeed(seed);
      } catch (error) {
        throw new Error(`seed ${seed}: ${(error as Error).message}`, { cause: error });
      }
    }
  });
});
