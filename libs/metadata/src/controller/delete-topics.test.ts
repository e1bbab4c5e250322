import { describe, expect, it } from '@jest/globals';
import { ErrorCode, ZERO_UUID } from '@ottla/model';
import { metadataRecord } from '../records/metadata-record.ts';
import { createPartitions } from './create-partitions.ts';
import { createTopics } from './create-topics.ts';
import { deleteTopics } from './delete-topics.ts';
import { ControlBed } from './simulation/control-bed.ts';

function bedWith(...names: string[]): ControlBed {
  const bed = new ControlBed().brokers({ id: 1 });
  bed.run(
    createTopics(bed, {
      topics: names.map((name) => ({ name, numPartitions: 2, replicationFactor: 1, assignments: [], configs: [{ name: 'retention.ms', value: '9' }] })),
      timeoutMs: 1000,
      validateOnly: false,
    }),
  );
  return bed;
}

const byState = (...topics: readonly (readonly [string | null, string])[]) => ({ topics: topics.map(([name, topicId]) => ({ name, topicId })), topicNames: [], timeoutMs: 1000 });
const byName = (...topicNames: string[]) => ({ topics: [], topicNames, timeoutMs: 1000 });

describe('deleteTopics', () => {
  it('deletes by name and by id, with the configs', () => {
    const bed = bedWith('a', 'b', 'c');
    const id = bed.image.topics.get('b')?.id ?? '';
    const { responses } = bed.run(deleteTopics(bed, byState(['a', ZERO_UUID], [null, id]), 6));
    expect(responses).toMatchObject([
      { name: 'a', errorCode: 0, errorMessage: null },
      { name: 'b', topicId: id, errorCode: 0 },
    ]);
    expect([...bed.image.topics.byName.keys()]).toEqual(['c']);
    expect(bed.image.configOf(2, 'a').size).toBe(0);
  });

  it('deletes by the names of old versions', () => {
    const bed = bedWith('a', 'b');
    const { responses } = bed.run(deleteTopics(bed, byName('a', 'nosuch', 'b', 'b'), 5));
    expect(responses.map(({ name, errorCode }) => [name, errorCode])).toEqual([
      ['nosuch', ErrorCode.UNKNOWN_TOPIC_OR_PARTITION],
      ['b', ErrorCode.INVALID_REQUEST],
      ['a', 0],
    ]);
    expect([...bed.image.topics.byName.keys()]).toEqual(['b']);
  });

  it.each([
    [[null, ZERO_UUID], ErrorCode.INVALID_REQUEST, 'Neither topic name nor id were specified.'],
    [['a', 'BBBBBBBBBBBBBBBBBBBBBQ'], ErrorCode.INVALID_REQUEST, 'You may not specify both topic name and topic id.'],
    [[null, 'BBBBBBBBBBBBBBBBBBBBBQ'], ErrorCode.UNKNOWN_TOPIC_ID, 'This server does not host this topic ID.'],
    [['nosuch', ZERO_UUID], ErrorCode.UNKNOWN_TOPIC_OR_PARTITION, 'This server does not host this topic-partition.'],
  ] as const)('refuses %j', (named, errorCode, errorMessage) => {
    const decision = deleteTopics(bedWith('a'), byState(named), 6);
    expect(decision).toMatchObject({ records: [], response: { responses: [{ name: named[0], topicId: named[1], errorCode, errorMessage }] } });
  });

  it('deletes nothing that is named twice', () => {
    const bed = bedWith('a');
    const id = bed.image.topics.get('a')?.id ?? '';
    const twice = (...topics: readonly (readonly [string | null, string])[]) =>
      deleteTopics(bed, byState(...topics), 6).response.responses.map(({ errorCode, errorMessage }) => [errorCode, errorMessage]);
    expect(twice(['a', ZERO_UUID], ['a', ZERO_UUID])).toEqual([[ErrorCode.INVALID_REQUEST, 'Duplicate topic name.']]);
    expect(twice([null, id], [null, id])).toEqual([[ErrorCode.INVALID_REQUEST, 'Duplicate topic id.']]);
    expect(twice(['a', ZERO_UUID], [null, id])).toEqual([[ErrorCode.INVALID_REQUEST, 'The provided topic name maps to an ID that was already supplied.']]);
  });

  it('refuses all when deletion is disabled, in the code that the client knows', () => {
    const bed = new ControlBed({ deleteTopicEnable: false });
    const codes = [2, 3].map((version) => deleteTopics(bed, byName('a'), version).response.responses.map(({ errorCode }) => errorCode));
    expect(codes).toEqual([[ErrorCode.INVALID_REQUEST], [ErrorCode.TOPIC_DELETION_DISABLED]]);
  });
});

describe('createPartitions', () => {
  const grow = (bed: ControlBed, name: string, count: number, assignments: number[][] | null = null, validateOnly = false) =>
    createPartitions(bed, { topics: [{ name, count, assignments: assignments?.map((brokerIds) => ({ brokerIds })) ?? null }], timeoutMs: 1000, validateOnly });

  it('adds partitions behind those that are there', () => {
    const bed = bedWith('a');
    expect(bed.run(grow(bed, 'a', 4, [[1], [1]])).results).toEqual([{ name: 'a', errorCode: 0, errorMessage: null }]);
    expect(bed.image.topics.get('a')?.partitions).toHaveLength(4);
    bed.run(grow(bed, 'a', 6));
    expect(bed.image.topics.get('a')?.partitions.map(({ leader }) => leader)).toEqual([1, 1, 1, 1, 1, 1]);
    expect(grow(bed, 'a', 9, null, true).records).toEqual([]);
  });

  it('keeps the replication factor of the topic', () => {
    const bed = new ControlBed().brokers({ id: 1 }, { id: 2 });
    bed.replay([
      metadataRecord(2, { name: 'r', topicId: 'CCCCCCCCCCCCCCCCCCCCCA' }),
      metadataRecord(3, { partitionId: 0, topicId: 'CCCCCCCCCCCCCCCCCCCCCA', replicas: [2, 1], isr: [2, 1], removingReplicas: [], addingReplicas: [], leader: 2, directories: ['A'.repeat(22), 'A'.repeat(22)] }),
    ]);
    bed.run(grow(bed, 'r', 2));
    expect(bed.image.topics.partition('r', 1)?.replicas.toSorted()).toEqual([1, 2]);
    expect(grow(bed, 'r', 3, [[1]]).response.results).toEqual([
      {
        name: 'r',
        errorCode: ErrorCode.INVALID_REPLICA_ASSIGNMENT,
        errorMessage: 'The manual partition assignment includes a partition with 1 replica(s), but this is not consistent with previous partitions, which have 2 replica(s).',
      },
    ]);
  });

  it.each([
    ['a', 2, null, ErrorCode.INVALID_PARTITIONS, 'Topic already has 2 partition(s).'],
    ['a', 1, null, ErrorCode.INVALID_PARTITIONS, 'The topic a currently has 2 partition(s); 1 would not be an increase.'],
    ['a', -2, null, ErrorCode.INVALID_PARTITIONS, 'The topic a currently has 2 partition(s); -2 would not be an increase.'],
    ['nosuch', 3, null, ErrorCode.UNKNOWN_TOPIC_OR_PARTITION, null],
    ['a', 4, [[1]], ErrorCode.INVALID_REPLICA_ASSIGNMENT, 'Attempted to add 2 additional partition(s), but only 1 assignment(s) were specified.'],
    ['a', 3, [[7]], ErrorCode.INVALID_REPLICA_ASSIGNMENT, 'The manual partition assignment includes broker 7, but no such broker is registered.'],
    ['a', 3, [[]], ErrorCode.INVALID_REPLICA_ASSIGNMENT, 'The manual partition assignment includes an empty replica list.'],
    ['a', 20_000, null, ErrorCode.POLICY_VIOLATION, 'Excessively large number of partitions per request.'],
  ])('refuses to grow %s to %d with %j', (name, count, assignments, errorCode, errorMessage) => {
    expect(grow(bedWith('a'), name, count, assignments)).toMatchObject({ records: [], response: { results: [{ name, errorCode, errorMessage }] } });
  });

  it('refuses to grow a topic with more replicas than can be kept', () => {
    const bed = new ControlBed({ maxReplicationFactor: 1 }).brokers({ id: 1 }, { id: 2 });
    const folder = 'A'.repeat(22);
    bed.replay([
      metadataRecord(2, { name: 'r', topicId: 'CCCCCCCCCCCCCCCCCCCCCA' }),
      metadataRecord(3, { partitionId: 0, topicId: 'CCCCCCCCCCCCCCCCCCCCCA', replicas: [2, 1], isr: [2, 1], removingReplicas: [], addingReplicas: [], leader: 2, directories: [folder, folder] }),
    ]);
    const refusal = { errorCode: ErrorCode.INVALID_REPLICATION_FACTOR, errorMessage: 'replication factor 2 is more than this version of Ottla can keep: 1' };
    expect(grow(bed, 'r', 2)).toMatchObject({ records: [], response: { results: [{ name: 'r', ...refusal }] } });
    expect(grow(bed, 'r', 2, [[1, 2]])).toMatchObject({ records: [], response: { results: [{ name: 'r', ...refusal }] } });
  });

  it('refuses a topic that comes twice, once', () => {
    const decision = createPartitions(bedWith('a'), {
      topics: [3, 4].map((count) => ({ name: 'a', count, assignments: null })),
      timeoutMs: 1000,
      validateOnly: false,
    });
    expect(decision.response.results).toEqual([{ name: 'a', errorCode: ErrorCode.INVALID_REQUEST, errorMessage: 'Duplicate topic name.' }]);
  });
});
