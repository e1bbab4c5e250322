import { describe, expect, it } from '@jest/globals';
import { seededRandom } from '@ottla/testing';
import type { Assignment } from './assignment.ts';
import type { Assignor, AssignorMember, AssignorTopic } from './assignor-input.ts';
import { rangeAssignor } from './range-assignor.ts';
import { uniformAssignor } from './uniform-assignor.ts';

const topic = (topicId: string, partitionCount: number, racks?: readonly string[][]): AssignorTopic => ({ topicId, partitionCount, racks: racks?.map((of) => new Set(of)) });
const member = (memberId: string, topics: readonly string[], more: Partial<AssignorMember> = {}): AssignorMember => ({ memberId, instanceId: null, rackId: null, topics: new Set(topics), previous: new Map(), ...more });
const shown = (targets: ReadonlyMap<string, Assignment>): Record<string, Record<string, readonly number[]>> => Object.fromEntries([...targets].map(([id, target]) => [id, Object.fromEntries(target)]));
const countOf = (target: Assignment | undefined): number => [...(target?.values() ?? [])].reduce((sum, partitions) => sum + partitions.length, 0);

describe('range', () => {
  it('gives rows of each topic, one more to the first members, alike in topics of one shape', () => {
    const targets = rangeAssignor({ members: [member('b', ['t', 'u']), member('a', ['t', 'u']), member('c', ['t'])], topics: [topic('t', 7), topic('u', 3)] });
    expect(shown(targets)).toEqual({ a: { t: [0, 1, 2], u: [0, 1] }, b: { t: [3, 4], u: [2] }, c: { t: [5, 6] } });
  });

  it('orders static members by instance, before the others', () => {
    const targets = rangeAssignor({ members: [member('a', ['t']), member('x', ['t'], { instanceId: '2' }), member('y', ['t'], { instanceId: '1' })], topics: [topic('t', 3)] });
    expect(shown(targets)).toEqual({ y: { t: [0] }, x: { t: [1] }, a: { t: [2] } });
  });

  it('prefers partitions in a member’s rack within its share', () => {
    const racks = [['r2'], ['r1'], ['r2'], ['r1']];
    const targets = rangeAssignor({ members: [member('a', ['t'], { rackId: 'r1' }), member('b', ['t'], { rackId: 'r2' })], topics: [topic('t', 4, racks)] });
    expect(shown(targets)).toEqual({ a: { t: [1, 3] }, b: { t: [0, 2] } });
  });
});

describe('uniform', () => {
  it('moves only what it must when a member comes or goes', () => {
    const topics = [topic('t', 6)];
    const one = uniformAssignor({ members: [member('a', ['t'])], topics });
    const two = uniformAssignor({ members: [member('a', ['t'], { previous: one.get('a') as Assignment }), member('b', ['t'])], topics });
    expect(shown(two)).toEqual({ a: { t: [0, 1, 2] }, b: { t: [3, 4, 5] } });
    const three = uniformAssignor({ members: [...['a', 'b'].map((id) => member(id, ['t'], { previous: two.get(id) as Assignment })), member('c', ['t'])], topics });
    expect(shown(three)).toEqual({ a: { t: [0, 1] }, b: { t: [3, 4] }, c: { t: [2, 5] } });
    const back = uniformAssignor({ members: ['b', 'c'].map((id) => member(id, ['t'], { previous: three.get(id) as Assignment })), topics });
    expect([back.get('b')?.get('t'), back.get('c')?.get('t')].map((partitions) => partitions?.length)).toEqual([3, 3]);
    expect(back.get('b')?.get('t')).toEqual(expect.arrayContaining([3, 4]));
  });

  it('prefers members in the rack of a replica', () => {
    const racks = [['r2'], ['r1'], ['r2'], ['r1']];
    const targets = uniformAssignor({ members: [member('a', ['t'], { rackId: 'r1' }), member('b', ['t'], { rackId: 'r2' })], topics: [topic('t', 4, racks)] });
    expect(shown(targets)).toEqual({ a: { t: [1, 3] }, b: { t: [0, 2] } });
  });

  it('evens out what single moves between subscriptions allow', () => {
    const targets = uniformAssignor({ members: [member('a', ['t', 'u']), member('b', ['t']), member('c', ['u'])], topics: [topic('t', 4), topic('u', 8)] });
    expect([...targets.values()].map(countOf)).toEqual([4, 3, 5]);
  });
});

describe.each<[string, Assignor]>([['uniform', uniformAssignor], ['range', rangeAssignor]])('%s, at random', (name, assign) => {
  it('gives each partition to exactly one member that reads it, and the same for the same input', () => {
    const random = seededRandom(7);
    const below = (n: number): number => random.below(n);
    for (let round = 0; round < 200; round++) {
      const topics = Array.from({ length: 1 + below(4) }, (_, index) => topic(`t${index}`, below(12), below(2) === 0 ? undefined : Array.from({ length: 12 }, () => [`r${below(3)}`])));
      let members = Array.from({ length: 1 + below(6) }, (_, index) => member(`m${index}`, topics.map(({ topicId }) => topicId).filter(() => below(3) > 0), { rackId: below(2) === 0 ? null : `r${below(3)}` }));
      for (let change = 0; change < 3; change++) {
        const targets = assign({ members, topics });
        expect(shown(assign({ members, topics }))).toEqual(shown(targets));
        for (const { topicId, partitionCount } of topics) {
          const readers = members.filter((one) => one.topics.has(topicId));
          const given = members.flatMap(({ memberId }) => targets.get(memberId)?.get(topicId) ?? []);
          expect(given.toSorted((a, b) => a - b)).toEqual(readers.length === 0 ? [] : Array.from({ length: partitionCount }, (_, partition) => partition));
          for (const one of members) expect(!one.topics.has(topicId) && (targets.get(one.memberId)?.has(topicId) ?? false)).toBe(false);
        }
        const isSame = members.every((one) => one.topics.size === topics.length);
        if (name === 'uniform' && isSame) {
          const counts = members.map(({ memberId }) => countOf(targets.get(memberId)));
          expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
        }
        const gone = below(members.length);
        members = members.filter((_, index) => index !== gone || members.length === 1).map((one) => ({ ...one, previous: targets.get(one.memberId) ?? new Map() }));
        if (below(2) === 0) members.push(member(`n${change}`, topics.map(({ topicId }) => topicId)));
      }
    }
  });
});
