import { describe, expect, it } from '@jest/globals';
import { ErrorCode } from '@ottla/model';
import type { CreatableTopic, CreateTopicsRequest } from '@ottla/protocol';
import { createTopics } from './create-topics.ts';
import { ControlBed, directoryOf } from './simulation/control-bed.ts';

const topic = (name: string, rest: Partial<CreatableTopic> = {}): CreatableTopic => ({ name, numPartitions: 1, replicationFactor: 1, assignments: [], configs: [], ...rest });
const request = (topics: CreatableTopic[], rest: Partial<CreateTopicsRequest> = {}): CreateTopicsRequest => ({ topics, timeoutMs: 5000, validateOnly: false, ...rest });
const assigned = (...lists: readonly (readonly number[])[]): Partial<CreatableTopic> => ({
  numPartitions: -1,
  replicationFactor: -1,
  assignments: lists.map(([partitionIndex = 0, ...brokerIds]) => ({ partitionIndex, brokerIds })),
});
const configured = (...configs: readonly (readonly [string, string | null])[]): Partial<CreatableTopic> => ({ configs: configs.map(([name, value]) => ({ name, value })) });

function errorOf(bed: ControlBed, one: CreatableTopic, rest: Partial<CreateTopicsRequest> = {}): readonly [number, string | null] {
  const { response } = createTopics(bed, request([one], rest));
  const [result] = response.topics;
  return [result?.errorCode ?? NaN, result?.errorMessage ?? null];
}

describe('createTopics', () => {
  it('makes a topic with its partitions on live brokers, in the only log folder of each', () => {
    const bed = new ControlBed().brokers({ id: 1 });
    const response = bed.run(createTopics(bed, request([topic('orders', { numPartitions: 3 })])));
    const made = bed.image.topics.get('orders');
    expect(response.topics).toMatchObject([{ name: 'orders', topicId: made?.id, errorCode: 0, numPartitions: 3, replicationFactor: 1 }]);
    expect(made?.partitions.map(({ replicas, isr, leader, leaderEpoch, directories }) => ({ replicas, isr, leader, leaderEpoch, directories }))).toEqual(
      Array.from({ length: 3 }, () => ({ replicas: [1], isr: [1], leader: 1, leaderEpoch: 0, directories: [directoryOf(1)] })),
    );
  });

  it('takes the counts of the controller for -1', () => {
    const bed = new ControlBed({ numPartitions: 4, defaultReplicationFactor: 2 }).brokers({ id: 1 }, { id: 2 });
    bed.run(createTopics(bed, request([topic('a', { numPartitions: -1, replicationFactor: -1 })])));
    expect(bed.image.topics.get('a')?.partitions.map(({ replicas }) => replicas.length)).toEqual([2, 2, 2, 2]);
  });

  it('answers every config of the topic with its source', () => {
    const bed = new ControlBed({ staticBroker: new Map([['log.retention.hours', '2']]) }).brokers({ id: 1 });
    const { topics } = bed.run(createTopics(bed, request([topic('a', configured(['segment.bytes', ' 2097152 ']))])));
    const configs = new Map(topics[0]?.configs?.map((config) => [config.name, config]));
    expect(configs.size).toBe(33);
    expect(configs.get('segment.bytes')).toMatchObject({ value: '2097152', configSource: 1, readOnly: false });
    expect(configs.get('retention.ms')).toMatchObject({ value: '7200000' });
    expect(configs.get('cleanup.policy')).toMatchObject({ value: 'delete', configSource: 5 });
    expect(bed.image.configOf(2, 'a')).toEqual(new Map([['segment.bytes', '2097152']]));
  });

  it.each([
    ['', 'the empty string is not allowed'],
    ['.', `'.' is not allowed`],
    ['..', `'..' is not allowed`],
    ['a b', `'a b' contains one or more characters other than ASCII alphanumerics, '.', '_' and '-'`],
    ['é', `'é' contains one or more characters other than ASCII alphanumerics, '.', '_' and '-'`],
    ['x'.repeat(250), `the length of '${'x'.repeat(250)}' is longer than the max allowed length 249`],
  ])('refuses the name %j', (name, why) => {
    expect(errorOf(new ControlBed().brokers({ id: 1 }), topic(name))).toEqual([ErrorCode.INVALID_TOPIC_EXCEPTION, `Topic name is invalid: ${why}`]);
  });

  it('allows 249 characters and the internal topics of coordinators, but not that of the metadata', () => {
    const bed = new ControlBed().brokers({ id: 1 });
    for (const name of ['x'.repeat(249), '__consumer_offsets', '__transaction_state']) expect(errorOf(bed, topic(name))).toEqual([0, null]);
    expect(errorOf(bed, topic('__cluster_metadata'))).toEqual([ErrorCode.INVALID_REQUEST, 'Creation of internal topic __cluster_metadata is prohibited.']);
  });

  it('refuses a name that is taken, also by one that differs in dots only', () => {
    const bed = new ControlBed().brokers({ id: 1 });
    bed.run(createTopics(bed, request([topic('a.b'), topic('plain')])));
    expect(errorOf(bed, topic('a.b'))).toEqual([ErrorCode.TOPIC_ALREADY_EXISTS, `Topic 'a.b' already exists.`]);
    expect(errorOf(bed, topic('a_b'))).toEqual([ErrorCode.INVALID_TOPIC_EXCEPTION, `Topic 'a_b' collides with existing topic: a.b`]);
    expect(errorOf(bed, topic('plain.'))).toEqual([0, null]);
  });

  it('refuses every mention of a name that comes twice, once', () => {
    const bed = new ControlBed().brokers({ id: 1 });
    const { topics } = bed.run(createTopics(bed, request([topic('a'), topic('b'), topic('a')])));
    expect(topics.map(({ name, errorCode, errorMessage }) => [name, errorCode, errorMessage])).toEqual([
      ['b', 0, null],
      ['a', ErrorCode.INVALID_REQUEST, 'Duplicate topic name.'],
    ]);
    expect([...bed.image.topics.byName.keys()]).toEqual(['b']);
  });

  it.each([
    [{ numPartitions: 0 }, ErrorCode.INVALID_PARTITIONS, 'Number of partitions was set to an invalid non-positive value.'],
    [{ numPartitions: -2 }, ErrorCode.INVALID_PARTITIONS, 'Number of partitions was set to an invalid non-positive value.'],
    [{ replicationFactor: 0 }, ErrorCode.INVALID_REPLICATION_FACTOR, 'Replication factor must be larger than 0, or -1 to use the default value.'],
    [{ replicationFactor: -2 }, ErrorCode.INVALID_REPLICATION_FACTOR, 'Replication factor must be larger than 0, or -1 to use the default value.'],
    [{ replicationFactor: 2 }, ErrorCode.INVALID_REPLICATION_FACTOR, 'Unable to replicate the partition 2 time(s): The target replication factor of 2 cannot be reached because only 1 broker(s) are registered.'],
    [{ numPartitions: 10_001 }, ErrorCode.POLICY_VIOLATION, 'Excessively large number of partitions per request.'],
  ])('refuses the counts %j', (counts, code, message) => {
    expect(errorOf(new ControlBed().brokers({ id: 1 }), topic('a', counts))).toEqual([code, message]);
  });

  it('refuses more replicas than can be kept, however they are asked for', () => {
    const bed = new ControlBed({ maxReplicationFactor: 1, defaultReplicationFactor: 3 }).brokers({ id: 1 }, { id: 2 }, { id: 3 });
    const refusalOf = (factor: number): readonly [number, string] => [ErrorCode.INVALID_REPLICATION_FACTOR, `replication factor ${factor} is more than this version of Ottla can keep: 1`];
    expect(errorOf(bed, topic('a', { replicationFactor: 2 }))).toEqual(refusalOf(2));
    expect(errorOf(bed, topic('a', { replicationFactor: -1 }))).toEqual(refusalOf(3));
    expect(errorOf(bed, topic('a', assigned([0, 1, 2])))).toEqual(refusalOf(2));
    expect(errorOf(bed, topic('a', assigned([0, 1], [1, 2])))).toEqual([0, null]);
    expect(errorOf(bed, topic('a', { replicationFactor: 4 }))).toEqual([
      ErrorCode.INVALID_REPLICATION_FACTOR, 'Unable to replicate the partition 4 time(s): The target replication factor of 4 cannot be reached because only 3 broker(s) are registered.',
    ]);
  });

  it('refuses a request as a whole that makes too many partitions in all', () => {
    const bed = new ControlBed().brokers({ id: 1 });
    const decision = createTopics(bed, request([topic('a', { numPartitions: 6000 }), topic('b', { numPartitions: 6000 })]));
    expect(decision.response.topics.map(({ errorCode }) => errorCode)).toEqual([ErrorCode.POLICY_VIOLATION, ErrorCode.POLICY_VIOLATION]);
    expect(decision.records).toEqual([]);
  });

  it('makes more than one batch holds, within bounds, and else nothing', () => {
    const bed = new ControlBed().brokers({ id: 1 });
    expect(createTopics(bed, request([topic('a', { numPartitions: 5000 }), topic('b', { numPartitions: 5000 })])).records).toHaveLength(10_002);
    const configs = Array.from({ length: 11 }, (_, index) => ({ name: ['retention.ms', 'segment.ms', 'retention.bytes', 'segment.bytes', 'flush.ms', 'flush.messages', 'segment.index.bytes', 'index.interval.bytes', 'max.message.bytes', 'delete.retention.ms', 'file.delete.delay.ms'][index] as string, value: '2000000' }));
    const topics = Array.from({ length: 9_000 }, (_, index) => topic(`topic-${index}`, { configs }));
    const tooMuch = createTopics(bed, request(topics));
    expect(new Set(tooMuch.response.topics.map(({ errorCode, errorMessage }) => `${errorCode} ${errorMessage}`))).toEqual(new Set([`${ErrorCode.POLICY_VIOLATION} Unable to perform excessively large batch operation.`]));
    expect(tooMuch.records).toEqual([]);
  });

  it('wants a broker that is not fenced', () => {
    expect(errorOf(new ControlBed(), topic('a'))).toEqual([ErrorCode.INVALID_REPLICATION_FACTOR, 'Unable to replicate the partition 1 time(s): no brokers are registered.']);
    const fenced = new ControlBed().brokers({ id: 1, fenced: true });
    expect(errorOf(fenced, topic('a'))).toEqual([ErrorCode.INVALID_REPLICATION_FACTOR, 'Unable to replicate the partition 1 time(s): All brokers are currently fenced.']);
    expect(errorOf(fenced, topic('a', assigned([0, 1])))).toEqual([
      ErrorCode.INVALID_REPLICA_ASSIGNMENT,
      'All brokers specified in the manual partition assignment for partition 0 are fenced or in controlled shutdown.',
    ]);
  });

  it.each([
    [{ ...assigned([0, 1]), replicationFactor: 1 }, ErrorCode.INVALID_REQUEST, 'A manual partition assignment was specified, but replication factor was not set to -1.'],
    [{ ...assigned([0, 1]), numPartitions: 1 }, ErrorCode.INVALID_REQUEST, 'A manual partition assignment was specified, but numPartitions was not set to -1.'],
    [assigned([0, 1], [2, 1]), ErrorCode.INVALID_REPLICA_ASSIGNMENT, 'partitions should be a consecutive 0-based integer sequence'],
    [assigned([1, 1]), ErrorCode.INVALID_REPLICA_ASSIGNMENT, 'partitions should be a consecutive 0-based integer sequence'],
    [assigned([0, 1], [0, 1]), ErrorCode.INVALID_REPLICA_ASSIGNMENT, 'Found multiple manual partition assignments for partition 0'],
    [assigned([0]), ErrorCode.INVALID_REPLICA_ASSIGNMENT, 'The manual partition assignment includes an empty replica list.'],
    [assigned([0, 1, 1]), ErrorCode.INVALID_REPLICA_ASSIGNMENT, 'The manual partition assignment includes the broker 1 more than once.'],
    [assigned([0, 5]), ErrorCode.INVALID_REPLICA_ASSIGNMENT, 'The manual partition assignment includes broker 5, but no such broker is registered.'],
    [assigned([0, 1], [1, 1, 2]), ErrorCode.INVALID_REPLICA_ASSIGNMENT, 'The manual partition assignment includes a partition with 2 replica(s), but this is not consistent with previous partitions, which have 1 replica(s).'],
  ])('refuses the assignment %j', (rest, code, message) => {
    expect(errorOf(new ControlBed().brokers({ id: 1 }, { id: 2 }), topic('a', rest))).toEqual([code, message]);
  });

  it('assigns by hand, in sync on live brokers only', () => {
    const bed = new ControlBed().brokers({ id: 1, fenced: true }, { id: 2 }, { id: 3, logDirs: [directoryOf(3), directoryOf(4)] });
    bed.run(createTopics(bed, request([topic('a', assigned([1, 3, 2], [0, 1, 2]))])));
    expect(bed.image.topics.get('a')?.partitions.map(({ replicas, isr, leader }) => ({ replicas, isr, leader }))).toEqual([
      { replicas: [1, 2], isr: [2], leader: 2 },
      { replicas: [3, 2], isr: [3, 2], leader: 3 },
    ]);
    expect(bed.image.topics.partition('a', 1)?.directories).toEqual(['AAAAAAAAAAAAAAAAAAAAAA', directoryOf(2)]);
  });

  it.each([
    [configured(['retention.ms', 'abc']), 'Invalid value abc for configuration retention.ms: Not a number of type LONG'],
    [configured(['nope', '1']), 'Unknown topic config name: nope'],
    [configured(['', '1']), 'Unknown topic config name: '],
    [configured(['retention.ms', null]), 'Null value not supported for topic configs: retention.ms'],
    [configured(['retention.ms', '-2']), 'Invalid value -2 for configuration retention.ms: Value must be at least -1'],
    [configured(['cleanup.policy', 'foo']), 'Invalid value foo for configuration cleanup.policy: String must be one of: compact, delete'],
    [configured(['min.insync.replicas', '0']), 'Invalid value 0 for configuration min.insync.replicas: Value must be at least 1'],
    [configured(['min.compaction.lag.ms', '10'], ['max.compaction.lag.ms', '5']), 'conflict topic config setting min.compaction.lag.ms (10) > max.compaction.lag.ms (5)'],
  ])('refuses the configs %j', (rest, message) => {
    expect(errorOf(new ControlBed().brokers({ id: 1 }), topic('a', rest))).toEqual([ErrorCode.INVALID_CONFIG, message]);
  });

  it('takes the last value of a config that comes twice', () => {
    const bed = new ControlBed().brokers({ id: 1 });
    bed.run(createTopics(bed, request([topic('a', configured(['retention.ms', '1'], ['retention.ms', '2']))])));
    expect(bed.image.configOf(2, 'a')).toEqual(new Map([['retention.ms', '2']]));
  });

  it('changes nothing when it only validates', () => {
    const bed = new ControlBed().brokers({ id: 1 });
    const decision = createTopics(bed, request([topic('a'), topic('b', { numPartitions: 0 })], { validateOnly: true }));
    expect(decision.records).toEqual([]);
    expect(decision.response.topics.map(({ errorCode, numPartitions }) => [errorCode, numPartitions])).toEqual([
      [0, 1],
      [ErrorCode.INVALID_PARTITIONS, undefined],
    ]);
  });

  it('does nothing for a client that gives no time', () => {
    const decision = createTopics(new ControlBed().brokers({ id: 1 }), request([topic('a')], { timeoutMs: 0 }));
    expect(decision).toMatchObject({ records: [], response: { topics: [{ name: 'a', errorCode: ErrorCode.REQUEST_TIMED_OUT }] } });
  });
});
