import { describe, expect, it } from '@jest/globals';
import { ErrorCode } from '@ottla/model';
import { alterPartitions } from './alter-partitions.ts';
import { fenceRecords } from './cluster-control.ts';
import { createPartitions } from './create-partitions.ts';
import { alterPartitionReassignments, listPartitionReassignments } from './partition-reassignments.ts';
import { ControlBed } from './simulation/control-bed.ts';
import { unregisterBroker } from './unregister-broker.ts';

/** Brokers 1 to 5 and a topic whose partition 0 is on 1, 2, 3. */
function movingBed(): ControlBed {
  return new ControlBed().brokers(...[1, 2, 3, 4, 5].map((id) => ({ id }))).topic('t', 1, { replicas: [1, 2, 3] });
}

function move(bed: ControlBed, replicas: readonly number[] | null, { index = 0, name = 't', allow = true } = {}): number {
  const partitions = [{ partitionIndex: index, replicas: replicas === null ? null : [...replicas] }];
  const { responses } = bed.run(alterPartitionReassignments(bed, { timeoutMs: 1000, allowReplicationFactorChange: allow, topics: [{ name, partitions }] }));
  return responses[0]?.partitions[0]?.errorCode ?? -1;
}

/** The leader asks for another ISR. */
function alterIsr(bed: ControlBed, members: readonly number[]) {
  const { leader, leaderEpoch, partitionEpoch } = bed.partition('t');
  const epochOf = (id: number): number => bed.image.brokers.get(id)?.epoch ?? -1;
  const newIsr = members.map((brokerId) => ({ brokerId, brokerEpoch: epochOf(brokerId) }));
  return bed.run(alterPartitions(bed, { brokerId: leader, brokerEpoch: epochOf(leader), partitions: [{ topicId: bed.image.topics.get('t')?.id ?? '', partition: 0, leaderEpoch, partitionEpoch, newIsr }] })).partitions[0];
}

const state = (bed: ControlBed) => {
  const { replicas, addingReplicas, removingReplicas, isr, leader, leaderEpoch } = bed.partition('t');
  return { replicas, adding: addingReplicas, removing: removingReplicas, isr, leader, leaderEpoch };
};

const listed = (bed: ControlBed) => listPartitionReassignments(bed, { timeoutMs: 1000, topics: null }).topics;

describe('a reassignment', () => {
  it('adds first, and removes when all that it adds is in sync', () => {
    const bed = movingBed();
    expect(move(bed, [4, 5, 1])).toBe(ErrorCode.NONE);
    expect(state(bed)).toEqual({ replicas: [4, 5, 1, 2, 3], adding: [4, 5], removing: [2, 3], isr: [1, 2, 3], leader: 1, leaderEpoch: 0 });
    expect(listed(bed)).toEqual([{ name: 't', partitions: [{ partitionIndex: 0, replicas: [4, 5, 1, 2, 3], addingReplicas: [4, 5], removingReplicas: [2, 3] }] }]);
    alterIsr(bed, [1, 2, 3, 4]);
    expect(state(bed)).toMatchObject({ adding: [4, 5], isr: [1, 2, 3, 4] });
    expect(alterIsr(bed, [1, 2, 3, 4, 5])).toMatchObject({ errorCode: ErrorCode.NONE, isr: [1, 4, 5], leaderEpoch: 1 });
    expect(state(bed)).toEqual({ replicas: [4, 5, 1], adding: [], removing: [], isr: [1, 4, 5], leader: 1, leaderEpoch: 1 });
    expect(bed.partition('t').directories).toHaveLength(3);
    expect(listed(bed)).toEqual([]);
  });

  it('elects another leader when the one there is goes', () => {
    const bed = movingBed();
    move(bed, [4, 5]);
    alterIsr(bed, [1, 2, 3, 4, 5]);
    expect(state(bed)).toEqual({ replicas: [4, 5], adding: [], removing: [], isr: [4, 5], leader: 4, leaderEpoch: 1 });
  });

  it('is done at once when it only removes, or only changes the order', () => {
    const bed = movingBed();
    move(bed, [3, 2]);
    expect(state(bed)).toEqual({ replicas: [3, 2], adding: [], removing: [], isr: [2, 3], leader: 3, leaderEpoch: 1 });
    move(bed, [2, 3]);
    expect(state(bed)).toEqual({ replicas: [2, 3], adding: [], removing: [], isr: [2, 3], leader: 3, leaderEpoch: 1 });
    expect(alterPartitionReassignments(bed, { timeoutMs: 1, allowReplicationFactorChange: true, topics: [{ name: 't', partitions: [{ partitionIndex: 0, replicas: [2, 3] }] }] }).records).toEqual([]);
  });

  it('goes on to another target, from what was there before it', () => {
    const bed = movingBed();
    move(bed, [1, 2, 4]);
    move(bed, [1, 2, 5, 4]);
    expect(state(bed)).toMatchObject({ replicas: [1, 2, 5, 4, 3], adding: [4, 5], removing: [3] });
    move(bed, [1, 2, 3]);
    expect(state(bed)).toMatchObject({ replicas: [1, 2, 3], adding: [], removing: [], isr: [1, 2, 3] });
  });

  it('is taken back: what it added goes, what it would have removed stays', () => {
    const bed = movingBed();
    expect(move(bed, null)).toBe(ErrorCode.NO_REASSIGNMENT_IN_PROGRESS);
    move(bed, [4, 5, 1]);
    alterIsr(bed, [1, 2, 3, 4]);
    expect(move(bed, null)).toBe(ErrorCode.NONE);
    expect(state(bed)).toEqual({ replicas: [1, 2, 3], adding: [], removing: [], isr: [1, 2, 3], leader: 1, leaderEpoch: 1 });
  });

  it('is not taken back onto replicas that lag, unless unclean elections are allowed', () => {
    const bed = movingBed();
    move(bed, [4, 5]);
    alterIsr(bed, [1, 4]);
    for (const id of [1, 2, 3]) {
      const broker = bed.image.brokers.get(id);
      if (broker !== undefined && id !== 3) bed.replay(fenceRecords(bed, broker));
    }
    expect(state(bed)).toMatchObject({ isr: [4], leader: 4 });
    expect(move(bed, null)).toBe(ErrorCode.INVALID_REPLICA_ASSIGNMENT);
    bed.topicConfig('t', 'unclean.leader.election.enable', 'true');
    expect(move(bed, null)).toBe(ErrorCode.NONE);
    expect(state(bed)).toMatchObject({ replicas: [1, 2, 3], isr: [3], leader: 3 });
  });

  it.each([
    ['no replicas', [], ErrorCode.INVALID_REPLICA_ASSIGNMENT, {}],
    ['a broker that does not exist', [1, 9], ErrorCode.INVALID_REPLICA_ASSIGNMENT, {}],
    ['a broker twice', [1, 1], ErrorCode.INVALID_REPLICA_ASSIGNMENT, {}],
    ['another count where that is not allowed', [1, 2], ErrorCode.INVALID_REPLICATION_FACTOR, { allow: false }],
    ['a partition that does not exist', [1], ErrorCode.UNKNOWN_TOPIC_OR_PARTITION, { index: 7 }],
    ['a topic that does not exist', [1], ErrorCode.UNKNOWN_TOPIC_OR_PARTITION, { name: 'u' }],
  ] as const)('is refused for %s', (_, replicas, code, rest) => {
    const bed = movingBed();
    expect(move(bed, replicas, rest)).toBe(code);
    expect(listed(bed)).toEqual([]);
  });

  it('lets the topic grow meanwhile, with as many replicas as it had before', () => {
    const bed = movingBed();
    move(bed, [4, 5, 1]);
    bed.run(createPartitions(bed, { topics: [{ name: 't', count: 2, assignments: null }], timeoutMs: 1000, validateOnly: false }));
    expect(bed.partition('t', 1).replicas).toHaveLength(3);
  });
});

describe('unregisterBroker', () => {
  it('takes the broker out of every ISR and forgets it', () => {
    const bed = movingBed();
    expect(bed.run(unregisterBroker(bed, { brokerId: 9 }))).toMatchObject({ errorCode: ErrorCode.BROKER_ID_NOT_REGISTERED });
    expect(bed.run(unregisterBroker(bed, { brokerId: 1 }))).toMatchObject({ errorCode: ErrorCode.NONE });
    expect(state(bed)).toMatchObject({ replicas: [1, 2, 3], isr: [2, 3], leader: 2 });
    expect(bed.image.brokers.has(1)).toBe(false);
  });
});
