import { describe, expect, it } from '@jest/globals';
import { ErrorCode } from '@ottla/model';
import { metadataRecord } from '../records/metadata-record.ts';
import { alterConfigs, incrementalAlterConfigs } from './alter-configs.ts';
import { createTopics } from './create-topics.ts';
import type { ControllerConfig } from './controller-config.ts';
import { ControlBed } from './simulation/control-bed.ts';

const TOPIC = 2;
const BROKER = 4;
const CLIENT_METRICS = 16;
const GROUP = 32;
const operations = { SET: 0, DELETE: 1, APPEND: 2, SUBTRACT: 3 } as const;
type Operation = readonly [string, keyof typeof operations | number, string | null];

function bedWith(config: Partial<ControllerConfig> = {}): ControlBed {
  const bed = new ControlBed(config).brokers({ id: 1 });
  bed.run(createTopics(bed, { topics: [{ name: 't', numPartitions: 1, replicationFactor: 1, assignments: [], configs: [] }], timeoutMs: 1000, validateOnly: false }));
  return bed;
}

function incremental(bed: ControlBed, type: number, name: string, ...changes: Operation[]) {
  const configs = changes.map(([key, operation, value]) => ({ name: key, configOperation: typeof operation === 'number' ? operation : operations[operation], value }));
  return incrementalAlterConfigs(bed, { resources: [{ resourceType: type, resourceName: name, configs }], validateOnly: false });
}

function answerOf(bed: ControlBed, type: number, name: string, ...changes: Operation[]): readonly [number, string | null] {
  const [response] = bed.run(incremental(bed, type, name, ...changes)).responses;
  return [response?.errorCode ?? NaN, response?.errorMessage ?? null];
}

describe('incrementalAlterConfigs', () => {
  it('sets, deletes, appends and subtracts', () => {
    const bed = bedWith();
    expect(answerOf(bed, TOPIC, 't', ['retention.ms', 'SET', ' 5 '], ['cleanup.policy', 'APPEND', 'compact'])).toEqual([0, null]);
    expect(bed.image.configOf(TOPIC, 't')).toEqual(new Map([['retention.ms', '5'], ['cleanup.policy', 'delete,compact']]));
    expect(answerOf(bed, TOPIC, 't', ['retention.ms', 'DELETE', null], ['cleanup.policy', 'SUBTRACT', 'delete'])).toEqual([0, null]);
    expect(bed.image.configOf(TOPIC, 't')).toEqual(new Map([['cleanup.policy', 'compact']]));
  });

  it('is answered when the brokers have it, so that who describes next sees it', () => {
    expect(incremental(bedWith(), TOPIC, 't', ['retention.ms', 'SET', '5']).awaitsBrokers).toBe(true);
  });

  it('writes nothing that does not change', () => {
    const bed = bedWith();
    answerOf(bed, TOPIC, 't', ['cleanup.policy', 'SET', 'compact']);
    expect(incremental(bed, TOPIC, 't', ['cleanup.policy', 'APPEND', 'compact'], ['retention.ms', 'DELETE', null]).records).toEqual([]);
  });

  it('changes nothing when it only validates', () => {
    const configs = [{ name: 'retention.ms', configOperation: 0, value: '1' }];
    const decision = incrementalAlterConfigs(bedWith(), { resources: [{ resourceType: TOPIC, resourceName: 't', configs }], validateOnly: true });
    expect(decision).toMatchObject({ records: [], response: { responses: [{ errorCode: 0 }] } });
  });

  it('refuses every mention of a resource that comes twice', () => {
    const resource = { resourceType: TOPIC, resourceName: 't', configs: [] };
    const { response } = incrementalAlterConfigs(bedWith(), { resources: [resource, resource], validateOnly: false });
    expect(response.responses.map(({ errorCode, errorMessage }) => [errorCode, errorMessage])).toEqual([
      [ErrorCode.INVALID_REQUEST, 'Each resource must appear at most once.'],
      [ErrorCode.INVALID_REQUEST, 'Each resource must appear at most once.'],
    ]);
  });

  it.each<[number, string, Operation[], number, string]>([
    [TOPIC, '', [['retention.ms', 'SET', '5']], ErrorCode.INVALID_REQUEST, 'Default topic resources are not allowed.'],
    [TOPIC, 'bad/', [['retention.ms', 'SET', '5']], ErrorCode.INVALID_TOPIC_EXCEPTION, `Topic name is invalid: 'bad/' contains one or more characters other than ASCII alphanumerics, '.', '_' and '-'`],
    [TOPIC, 'nosuch', [['retention.ms', 'SET', '5']], ErrorCode.UNKNOWN_TOPIC_OR_PARTITION, `The topic 'nosuch' does not exist.`],
    [TOPIC, 't', [['retention.ms', 'SET', '5'], ['retention.ms', 'SET', '6']], ErrorCode.INVALID_REQUEST, 'Error due to duplicate config keys'],
    [TOPIC, 't', [['retention.ms', 'SET', null], ['retention.bytes', 'SET', null]], ErrorCode.INVALID_REQUEST, 'Null value not supported for : retention.ms, retention.bytes'],
    [TOPIC, 't', [['cleanup.policy', 'APPEND', null]], ErrorCode.INVALID_REQUEST, 'Null value not supported for : cleanup.policy'],
    [TOPIC, 't', [['retention.ms', 'APPEND', '5']], ErrorCode.INVALID_CONFIG, `Can't APPEND to key retention.ms because its type is not LIST.`],
    [TOPIC, 't', [['retention.ms', 'SUBTRACT', '5']], ErrorCode.INVALID_CONFIG, `Can't SUBTRACT to key retention.ms because its type is not LIST.`],
    [TOPIC, 't', [['nope', 'APPEND', '5']], ErrorCode.INVALID_CONFIG, `Can't APPEND to key nope because its type is not LIST.`],
    [TOPIC, 't', [['nope', 'SET', '5']], ErrorCode.INVALID_CONFIG, 'Unknown topic config name: nope'],
    [TOPIC, 't', [['retention.ms', 9, '5']], ErrorCode.INVALID_REQUEST, 'Unknown config operation 9 for retention.ms'],
    [TOPIC, 't', [['retention.ms', 'SET', 'abc']], ErrorCode.INVALID_CONFIG, 'Invalid value abc for configuration retention.ms: Not a number of type LONG'],
    [TOPIC, 't', [['cleanup.policy', 'APPEND', 'foo']], ErrorCode.INVALID_CONFIG, 'Invalid value foo for configuration cleanup.policy: String must be one of: compact, delete'],
    [TOPIC, 't', [['cleanup.policy', 'APPEND', '']], ErrorCode.INVALID_CONFIG, 'Invalid value  for configuration cleanup.policy: String must be one of: compact, delete'],
    [TOPIC, 't', [['min.compaction.lag.ms', 'SET', '50'], ['max.compaction.lag.ms', 'SET', '5']], ErrorCode.INVALID_CONFIG, 'conflict topic config setting min.compaction.lag.ms (50) > max.compaction.lag.ms (5)'],
    [TOPIC, 't', [['remote.storage.enable', 'SET', 'true']], ErrorCode.INVALID_CONFIG, 'Tiered Storage functionality is disabled in the broker. Topic cannot be configured with remote log storage.'],
    [0, 't', [['a', 'SET', '1']], ErrorCode.INVALID_REQUEST, 'Unknown resource type 0'],
    [99, 't', [['a', 'SET', '1']], ErrorCode.INVALID_REQUEST, 'Unknown resource type 99'],
    [8, '1', [['kafka', 'SET', 'INFO']], ErrorCode.INVALID_REQUEST, 'Log levels cannot be changed while the broker runs.'],
    [CLIENT_METRICS, '', [['interval.ms', 'SET', '5000']], ErrorCode.INVALID_REQUEST, 'Default client metrics resources are not allowed.'],
    [CLIENT_METRICS, 'm', [['nope', 'SET', '5000']], ErrorCode.INVALID_REQUEST, 'Unknown client metrics configuration: nope'],
    [CLIENT_METRICS, 'm', [['interval.ms', 'SET', '99']], ErrorCode.INVALID_REQUEST, 'Invalid value 99 for interval.ms, interval must be between 100 and 3600000 (1 hour)'],
    [CLIENT_METRICS, 'm', [['interval.ms', 'SET', '3600001']], ErrorCode.INVALID_REQUEST, 'Invalid value 3600001 for interval.ms, interval must be between 100 and 3600000 (1 hour)'],
    [CLIENT_METRICS, 'm', [['interval.ms', 'SET', 'soon']], ErrorCode.INVALID_CONFIG, 'Invalid value soon for configuration interval.ms: Not a number of type INT'],
    [CLIENT_METRICS, 'm', [['match', 'SET', 'client_id']], ErrorCode.INVALID_CONFIG, 'Illegal client matching pattern: client_id'],
    [CLIENT_METRICS, 'm', [['match', 'SET', 'client_id=a=b']], ErrorCode.INVALID_CONFIG, 'Illegal client matching pattern: client_id=a=b'],
    [CLIENT_METRICS, 'm', [['match', 'SET', 'client_id=a,colour=red']], ErrorCode.INVALID_CONFIG, 'Illegal client matching pattern: colour=red'],
    [CLIENT_METRICS, 'm', [['match', 'SET', 'client_id=[']], ErrorCode.INVALID_CONFIG, 'Illegal client matching pattern: client_id=['],
    [BROKER, '1', [['broker.id', 'SET', '5']], ErrorCode.INVALID_REQUEST, 'Cannot update these configs dynamically: [broker.id]'],
    [BROKER, '', [['listeners', 'SET', 'PLAINTEXT://:1']], ErrorCode.INVALID_REQUEST, 'Cannot update these configs at default cluster level, broker id must be specified: [listeners]'],
    [BROKER, '1', [['log.retention.ms', 'SET', 'abc']], ErrorCode.INVALID_REQUEST, 'Invalid value abc for configuration log.retention.ms: Not a number of type LONG'],
    [BROKER, '1', [['log.cleaner.threads', 'SET', '0']], ErrorCode.INVALID_REQUEST, 'Dynamic thread count update validation failed for log.cleaner.threads=0, value should be at least 1'],
    [BROKER, '1', [['num.io.threads', 'SET', '3']], ErrorCode.INVALID_REQUEST, 'Dynamic thread count update validation failed for num.io.threads=3, value should be at least half the current value 8'],
    [BROKER, '', [['background.threads', 'SET', '21']], ErrorCode.INVALID_REQUEST, 'Dynamic thread count update validation failed for background.threads=21, value should not be greater than double the current value 10'],
    [BROKER, '7', [['log.retention.ms', 'SET', '5']], ErrorCode.INVALID_REQUEST, 'No broker with id 7 found.'],
    [BROKER, 'abc', [['log.retention.ms', 'SET', '5']], ErrorCode.INVALID_REQUEST, 'Node id must be an integer, but it is: abc'],
    [GROUP, '', [['consumer.session.timeout.ms', 'SET', '50000']], ErrorCode.INVALID_REQUEST, 'Default group resources are not allowed.'],
    [GROUP, 'g', [['nope', 'SET', '1']], ErrorCode.INVALID_CONFIG, 'Unknown group config name: nope'],
    [GROUP, 'g', [['consumer.session.timeout.ms', 'SET', 'x']], ErrorCode.INVALID_CONFIG, 'Invalid value x for configuration consumer.session.timeout.ms: Not a number of type INT'],
    [GROUP, 'g', [['consumer.session.timeout.ms', 'SET', '1']], ErrorCode.INVALID_CONFIG, 'consumer.session.timeout.ms must be greater than or equal to group.consumer.min.session.timeout.ms'],
    [GROUP, 'g', [['consumer.assignment.interval.ms', 'SET', '15001']], ErrorCode.INVALID_CONFIG, 'consumer.assignment.interval.ms must be less than or equal to group.consumer.max.assignment.interval.ms'],
    [GROUP, 'g', [['share.record.lock.duration.ms', 'SET', '14999']], ErrorCode.INVALID_CONFIG, 'share.record.lock.duration.ms must be greater than or equal to group.share.min.record.lock.duration.ms'],
    [GROUP, 'g', [['streams.num.standby.replicas', 'SET', '3']], ErrorCode.INVALID_CONFIG, 'streams.num.standby.replicas must be less than or equal to group.streams.max.standby.replicas'],
    [GROUP, 'g', [['consumer.heartbeat.interval.ms', 'SET', '50000']], ErrorCode.INVALID_CONFIG, 'consumer.heartbeat.interval.ms must be less than or equal to group.consumer.max.heartbeat.interval.ms'],
  ])('refuses resource type %d named %j with %j', (type, name, changes, code, message) => {
    const bed = bedWith();
    const before = bed.image.offset;
    expect(answerOf(bed, type, name, ...changes)).toEqual([code, message]);
    expect(bed.image.offset).toBe(before);
  });

  it('holds the session of a group beyond its heartbeat', () => {
    const bed = bedWith({ staticBroker: new Map([['group.consumer.max.heartbeat.interval.ms', '60000']]) });
    expect(answerOf(bed, GROUP, 'g', ['consumer.heartbeat.interval.ms', 'SET', '50000'])).toEqual([
      ErrorCode.INVALID_CONFIG,
      'consumer.session.timeout.ms must be greater than consumer.heartbeat.interval.ms',
    ]);
    expect(answerOf(bed, GROUP, 'g', ['consumer.session.timeout.ms', 'SET', '50000'])).toEqual([0, null]);
    expect(bed.image.configOf(GROUP, 'g')).toEqual(new Map([['consumer.session.timeout.ms', '50000']]));
  });

  it('sets configs of one broker and of all', () => {
    const bed = bedWith();
    expect(answerOf(bed, BROKER, '01', ['log.retention.ms', 'SET', '5000'], ['some.plugin.key', 'SET', 'x'])).toEqual([0, null]);
    expect(answerOf(bed, BROKER, '', ['log.retention.ms', 'SET', '6000'])).toEqual([0, null]);
    expect(bed.image.configOf(BROKER, '1')).toEqual(new Map([['log.retention.ms', '5000'], ['some.plugin.key', 'x']]));
    expect(bed.image.configOf(BROKER, '')).toEqual(new Map([['log.retention.ms', '6000']]));
  });

  it('takes numbers of threads that grow or shrink by no more than half or double at a time', () => {
    const bed = bedWith();
    expect(answerOf(bed, BROKER, '', ['num.io.threads', 'SET', '16'])).toEqual([0, null]);
    expect(answerOf(bed, BROKER, '1', ['num.io.threads', 'SET', '32'])).toEqual([0, null]);
    expect(answerOf(bed, BROKER, '1', ['num.io.threads', 'DELETE', null])).toEqual([0, null]);
    expect(answerOf(bed, BROKER, '', ['num.io.threads', 'SET', '32'])).toEqual([0, null]);
    const refusal = [ErrorCode.INVALID_REQUEST, 'Dynamic thread count update validation failed for num.io.threads=8, value should be at least half the current value 32'];
    expect(answerOf(bed, BROKER, '', ['num.io.threads', 'DELETE', null])).toEqual(refusal);
  });

  it('keeps subscriptions to metrics of clients', () => {
    const bed = bedWith();
    expect(answerOf(bed, CLIENT_METRICS, 'm', ['interval.ms', 'SET', '100'], ['metrics', 'SET', 'a. , b'], ['match', 'SET', 'client_id=app.*,client_source_port=9\\d+'])).toEqual([0, null]);
    expect(answerOf(bed, CLIENT_METRICS, 'm', ['metrics', 'APPEND', 'c'], ['interval.ms', 'DELETE', null])).toEqual([0, null]);
    expect(bed.image.configOf(CLIENT_METRICS, 'm')).toEqual(new Map([['metrics', 'a.,b,c'], ['match', 'client_id=app.*,client_source_port=9\\d+']]));
  });

  it('checks a topic against the defaults below it', () => {
    const bed = bedWith();
    answerOf(bed, BROKER, '', ['log.cleaner.min.compaction.lag.ms', 'SET', '1000']);
    expect(answerOf(bed, TOPIC, 't', ['max.compaction.lag.ms', 'SET', '5'])).toEqual([
      ErrorCode.INVALID_CONFIG,
      'conflict topic config setting min.compaction.lag.ms (1000) > max.compaction.lag.ms (5)',
    ]);
  });

  it('guards min.insync.replicas while ELR is enabled', () => {
    const bed = bedWith();
    bed.replay([metadataRecord(12, { name: 'eligible.leader.replicas.version', featureLevel: 1 })]);
    answerOf(bed, BROKER, '', ['min.insync.replicas', 'SET', '2']);
    expect(answerOf(bed, BROKER, '1', ['min.insync.replicas', 'SET', '1'])).toEqual([
      ErrorCode.INVALID_CONFIG,
      'Broker-level min.insync.replicas cannot be altered while ELR is enabled.',
    ]);
    expect(answerOf(bed, BROKER, '', ['min.insync.replicas', 'DELETE', null])).toEqual([
      ErrorCode.INVALID_CONFIG,
      'Cluster-level min.insync.replicas cannot be removed while ELR is enabled.',
    ]);
  });
});

describe('alterConfigs', () => {
  const alter = (bed: ControlBed, name: string, ...configs: readonly (readonly [string, string | null])[]) => {
    const resource = { resourceType: TOPIC, resourceName: name, configs: configs.map(([key, value]) => ({ name: key, value })) };
    const [response] = bed.run(alterConfigs(bed, { resources: [resource], validateOnly: false })).responses;
    return [response?.errorCode, response?.errorMessage];
  };

  it('replaces all that is set', () => {
    const bed = bedWith();
    alter(bed, 't', ['retention.ms', '5'], ['retention.bytes', '6']);
    expect(alter(bed, 't', ['retention.ms', '7'])).toEqual([0, null]);
    expect(bed.image.configOf(TOPIC, 't')).toEqual(new Map([['retention.ms', '7']]));
    expect(alter(bed, 't')).toEqual([0, null]);
    expect(bed.image.configOf(TOPIC, 't').size).toBe(0);
  });

  it.each<[string, [string, string | null][], number, string]>([
    ['nosuch', [], ErrorCode.UNKNOWN_TOPIC_OR_PARTITION, `The topic 'nosuch' does not exist.`],
    ['t', [['retention.ms', '1'], ['retention.ms', '2']], ErrorCode.INVALID_REQUEST, 'Error due to duplicate config keys'],
    ['t', [['retention.ms', null]], ErrorCode.INVALID_REQUEST, 'Null value not supported for : retention.ms'],
    ['t', [['nope', '1']], ErrorCode.INVALID_CONFIG, 'Unknown topic config name: nope'],
    ['t', [['retention.ms', 'x']], ErrorCode.INVALID_CONFIG, 'Invalid value x for configuration retention.ms: Not a number of type LONG'],
  ])('refuses %s with %j', (name, configs, code, message) => {
    expect(alter(bedWith(), name, ...configs)).toEqual([code, message]);
  });
});
