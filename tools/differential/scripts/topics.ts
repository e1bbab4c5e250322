/** CreateTopics, DeleteTopics, CreatePartitions. */
import { ApiScript, ask, given, idOf, topic } from '../script.ts';

const NO_ID = 'AAAAAAAAAAAAAAAAAAAAAA';

const one = (name: string, fields: object = {}) => ({ name, numPartitions: 1, replicationFactor: 1, assignments: [], configs: [], ...fields });
const create = (topics: readonly ReturnType<typeof one>[], fields: object = {}) => ask('CreateTopics', { topics: [...topics], timeoutMs: 10_000, ...fields });

const createTopics = new ApiScript('CreateTopics')
  .add('a topic', create([one('t-%')]))
  .add('two topics, one of them there', topic('t-%'), create([one('t-%'), one('u-%')]))
  .add('no topics', create([]))
  .add('the same name twice', create([one('t-%'), one('t-%'), one('u-%')]))
  .add('bad names', create(['', '.', '..', 'a b %', 'é%', 'a/%', `${'x'.repeat(250)}`, '%:'].map((name) => one(name))))
  .add('a name that collides', topic('t.%'), create([one('t_%')]))
  .add('a name of 249 characters', create([one(`%${'x'.repeat(242)}`)]))
  .add('an internal topic that exists', create([one('__consumer_offsets')]))
  .add('no partitions', create([one('t-%', { numPartitions: 0 })]))
  .add('fewer than no partitions', create([one('t-%', { numPartitions: -2 })]))
  .add('default partitions and replicas', create([one('t-%', { numPartitions: -1, replicationFactor: -1 })]))
  .add('no replicas', create([one('t-%', { replicationFactor: 0 })]))
  .add('more replicas than brokers', create([one('t-%', { replicationFactor: 2 })]))
  .add('a negative number of replicas', create([one('t-%', { replicationFactor: -2 })]))
  .add('an assignment', create([one('t-%', { numPartitions: -1, replicationFactor: -1, assignments: [{ partitionIndex: 0, brokerIds: [1] }, { partitionIndex: 1, brokerIds: [1] }] })]))
  .add('an assignment and counts', create([one('t-%', { assignments: [{ partitionIndex: 0, brokerIds: [1] }] })]))
  .add('an assignment to an unknown broker', create([one('t-%', { numPartitions: -1, replicationFactor: -1, assignments: [{ partitionIndex: 0, brokerIds: [9] }] })]))
  .add('an assignment to a broker twice', create([one('t-%', { numPartitions: -1, replicationFactor: -1, assignments: [{ partitionIndex: 0, brokerIds: [1, 1] }] })]))
  .add('an assignment to nobody', create([one('t-%', { numPartitions: -1, replicationFactor: -1, assignments: [{ partitionIndex: 0, brokerIds: [] }] })]))
  .add('an assignment with a gap', create([one('t-%', { numPartitions: -1, replicationFactor: -1, assignments: [{ partitionIndex: 1, brokerIds: [1] }] })]))
  .add('an assignment of a partition twice', create([one('t-%', { numPartitions: -1, replicationFactor: -1, assignments: [{ partitionIndex: 0, brokerIds: [1] }, { partitionIndex: 0, brokerIds: [1] }] })]))
  .add('configs', create([one('t-%', { configs: [{ name: 'cleanup.policy', value: 'compact' }, { name: 'retention.ms', value: '1000' }] })]))
  .add('an unknown config', create([one('t-%', { configs: [{ name: 'no.such', value: '1' }] })]))
  .add('a config value of the wrong type', create([one('t-%', { configs: [{ name: 'retention.ms', value: 'long' }] })]))
  .add('a config value out of range', create([one('t-%', { configs: [{ name: 'min.cleanable.dirty.ratio', value: '2' }] })]))
  .add('a config without a value', create([one('t-%', { configs: [{ name: 'retention.ms', value: null }] })]))
  .add('a config twice', create([one('t-%', { configs: [{ name: 'retention.ms', value: '1' }, { name: 'retention.ms', value: '2' }] })]))
  .addFor(1, 99, 'validate only', create([one('t-%')], { validateOnly: true }), create([one('t-%')], { validateOnly: true }))
  .add('no time', create([one('t-%')], { timeoutMs: 0 }));

const byName = (...names: readonly string[]) => ask('DeleteTopics', { topicNames: [...names], topics: names.map((name) => ({ name, topicId: NO_ID })), timeoutMs: 10_000 });

const deleteTopics = new ApiScript('DeleteTopics')
  .add('a topic', topic('t-%'), byName('t-%'), byName('t-%'))
  .add('an unknown topic', byName('t-%'))
  .add('none', byName())
  .add('the same twice', topic('t-%'), byName('t-%', 't-%'))
  .add('one known, one not', topic('t-%'), byName('u-%', 't-%'))
  .add('bad names', byName('', '.', 'a b', 'x'.repeat(250)))
  .addFor(6, 99, 'by id', topic('t-%'), ask('DeleteTopics', { topics: [{ name: null, topicId: idOf('t-%') }], timeoutMs: 10_000 }))
  .addFor(6, 99, 'by an unknown id', ask('DeleteTopics', { topics: [{ name: null, topicId: 'xkcae_31QG2m1rltb0NsUg' }], timeoutMs: 10_000 }))
  .addFor(6, 99, 'by the zero id', ask('DeleteTopics', { topics: [{ name: null, topicId: NO_ID }], timeoutMs: 10_000 }))
  .addFor(6, 99, 'by name and id', topic('t-%'), ask('DeleteTopics', { topics: [{ name: 't-%', topicId: idOf('t-%') }], timeoutMs: 10_000 }))
  .addFor(6, 99, 'by id and by name at once', topic('t-%'), ask('DeleteTopics', { topics: [{ name: 't-%', topicId: NO_ID }, { name: null, topicId: idOf('t-%') }], timeoutMs: 10_000 }))
  .addFor(6, 99, 'by an id twice', topic('t-%'), ask('DeleteTopics', { topics: [{ name: null, topicId: idOf('t-%') }, { name: null, topicId: idOf('t-%') }], timeoutMs: 10_000 }))
  .add('and create it again', topic('t-%'), byName('t-%'), topic('t-%'), byName('t-%'));

const grow = (name: string, count: number, fields: object = {}) => ask('CreatePartitions', { topics: [{ name, count, assignments: null, ...fields }], timeoutMs: 10_000, validateOnly: false });

const createPartitions = new ApiScript('CreatePartitions')
  .add('more', topic('t-%'), grow('t-%', 3))
  .add('as many as there are', topic('t-%', 2), grow('t-%', 2))
  .add('fewer', topic('t-%', 2), grow('t-%', 1))
  .add('a negative number', topic('t-%', 2), grow('t-%', -1))
  .add('of an unknown topic', grow('t-%', 3))
  .add('of a topic with a bad name', grow('a b', 3))
  .add('with an assignment', topic('t-%'), grow('t-%', 2, { assignments: [{ brokerIds: [1] }] }))
  .add('with too few assignments', topic('t-%'), grow('t-%', 3, { assignments: [{ brokerIds: [1] }] }))
  .add('with too many assignments', topic('t-%'), grow('t-%', 2, { assignments: [{ brokerIds: [1] }, { brokerIds: [1] }] }))
  .add('with an assignment to nobody', topic('t-%'), grow('t-%', 2, { assignments: [{ brokerIds: [] }] }))
  .add('with an assignment to an unknown broker', topic('t-%'), grow('t-%', 2, { assignments: [{ brokerIds: [7] }] }))
  .add('with an assignment to a broker twice', topic('t-%'), grow('t-%', 2, { assignments: [{ brokerIds: [1, 1] }] }))
  .add('with no assignment', topic('t-%'), grow('t-%', 2, { assignments: [] }))
  .add('of a topic twice', topic('t-%'), ask('CreatePartitions', { topics: [{ name: 't-%', count: 2, assignments: null }, { name: 't-%', count: 3, assignments: null }], timeoutMs: 10_000, validateOnly: false }))
  .add('of no topic', ask('CreatePartitions', { topics: [], timeoutMs: 10_000, validateOnly: false }))
  .add('validate only', topic('t-%'), ask('CreatePartitions', { topics: [{ name: 't-%', count: 2, assignments: null }], timeoutMs: 10_000, validateOnly: true }), given('Metadata', { topics: [{ name: 't-%' }] }));

export const topics = [createTopics, deleteTopics, createPartitions];
