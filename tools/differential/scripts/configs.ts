/** Configs: described, changed whole and by increments, listed. */
import { ApiScript, ask, given, topic } from '../script.ts';

const TOPIC = 2;
const BROKER = 4;
const LOGGER = 8;
const CLIENT_METRICS = 16;
const GROUP = 32;
const [SET, DELETE, APPEND, SUBTRACT] = [0, 1, 2, 3] as const;

interface Resource {
  readonly resourceType?: number;
  readonly resourceName?: string;
  readonly configurationKeys?: string[] | null;
}

const describe = (resources: readonly Resource[], fields: object = {}) =>
  ask('DescribeConfigs', { resources: resources.map((resource) => ({ resourceType: TOPIC, resourceName: 't-%', configurationKeys: null, ...resource })), includeSynonyms: true, includeDocumentation: false, ...fields });

/** What folders, addresses and ports decide, and what one of both servers is told by its command line alone. */
const dynamic = ['background.threads', 'compression.type', 'log.retention.ms', 'log.segment.bytes', 'max.connections', 'message.max.bytes', 'min.insync.replicas', 'num.io.threads', 'sasl.enabled.mechanisms'];

const describeConfigs = new ApiScript('DescribeConfigs')
  .add('a topic', topic('t-%'), describe([{}]))
  .add('a topic without synonyms', topic('t-%'), describe([{}], { includeSynonyms: false }))
  .add('a topic with configs of its own', topic('t-%', 1, { 'retention.ms': '5000', 'cleanup.policy': 'compact' }), describe([{ configurationKeys: ['retention.ms', 'cleanup.policy', 'segment.bytes'] }]))
  .add('keys', topic('t-%'), describe([{ configurationKeys: ['retention.ms', 'no.such', ''] }]))
  .add('no keys', topic('t-%'), describe([{ configurationKeys: [] }]))
  .add('an unknown topic', describe([{}]))
  .add('bad names of topics', ...['', '.', 'a b', 'x'.repeat(250)].map((resourceName) => describe([{ resourceName }])))
  .add('a topic twice', topic('t-%'), describe([{ configurationKeys: ['retention.ms'] }, { configurationKeys: ['segment.ms'] }]))
  .add('a topic and an unknown one', topic('t-%'), describe([{ resourceName: 'u-%' }, { configurationKeys: ['retention.ms'] }]))
  .add('nothing', describe([]))
  .add('a broker', describe([{ resourceType: BROKER, resourceName: '1', configurationKeys: dynamic }]))
  .add('the default broker', describe([{ resourceType: BROKER, resourceName: '', configurationKeys: dynamic }]))
  .add('an unknown broker', describe([{ resourceType: BROKER, resourceName: '7' }]))
  .add('a broker that is no number', describe([{ resourceType: BROKER, resourceName: 'one' }]))
  .add('unknown types', ...[0, 1, 3, 64, -1].map((resourceType) => describe([{ resourceType }])))
  .add('a group', describe([{ resourceType: GROUP, resourceName: 'g-%' }]))
  .add('a group without a name', describe([{ resourceType: GROUP, resourceName: '' }]))
  .add('client metrics', describe([{ resourceType: CLIENT_METRICS, resourceName: 'c-%' }]))
  .add('client metrics without a name', describe([{ resourceType: CLIENT_METRICS, resourceName: '' }]))
  .add('loggers of an unknown broker', describe([{ resourceType: LOGGER, resourceName: '7' }]));

interface Change {
  readonly resourceType?: number;
  readonly resourceName?: string;
  readonly configs?: { name: string; value: string | null; configOperation?: number }[];
}

const incremental = (changes: readonly Change[], fields: object = {}) =>
  ask('IncrementalAlterConfigs', { resources: changes.map(({ configs = [], ...change }) => ({ resourceType: TOPIC, resourceName: 't-%', ...change, configs: configs.map((config) => ({ configOperation: SET, ...config })) })), validateOnly: false, ...fields });
/** Kafka's broker learns of a change after it was answered, so what the change comes to is waited for. */
const see = (name: string, value: string) => ask('DescribeConfigs', { resources: [{ resourceType: TOPIC, resourceName: 't-%', configurationKeys: [name] }], includeSynonyms: true, includeDocumentation: false }, { until: { path: 'results.0.configs.0.value', is: value } });
const set = (name: string, value: string | null, configOperation: number = SET) => incremental([{ configs: [{ name, value, configOperation }] }]);

const untilSet = ask('DescribeConfigs', { resources: [{ resourceType: GROUP, resourceName: 'g-%', configurationKeys: ['consumer.session.timeout.ms'] }], includeSynonyms: false, includeDocumentation: false }, { until: { path: 'results.0.configs.0.value', is: '50000' } });

const incrementalAlterConfigs = new ApiScript('IncrementalAlterConfigs')
  .add('set', topic('t-%'), set('retention.ms', '1000'), see('retention.ms', '1000'))
  .add('set twice', topic('t-%'), set('retention.ms', '1000'), set('retention.ms', '2000'), see('retention.ms', '2000'))
  .add('delete', topic('t-%', 1, { 'retention.ms': '1000' }), set('retention.ms', null, DELETE), see('retention.ms', '-1'))
  .add('delete what is not set', topic('t-%'), set('retention.ms', null, DELETE), set('no.such', null, DELETE))
  .add('append', topic('t-%'), set('cleanup.policy', 'compact', APPEND), see('cleanup.policy', 'delete,compact'))
  .add('append what is there', topic('t-%', 1, { 'cleanup.policy': 'delete' }), set('cleanup.policy', 'delete', APPEND), see('cleanup.policy', 'delete'))
  .add('subtract', topic('t-%', 1, { 'cleanup.policy': 'delete,compact' }), set('cleanup.policy', 'delete', SUBTRACT), see('cleanup.policy', 'compact'))
  .add('subtract what is not there', topic('t-%', 1, { 'cleanup.policy': 'delete' }), set('cleanup.policy', 'compact', SUBTRACT), see('cleanup.policy', 'delete'))
  .add('subtract all', topic('t-%', 1, { 'cleanup.policy': 'delete' }), set('cleanup.policy', 'delete', SUBTRACT))
  .add('append to what is no list', topic('t-%'), set('retention.ms', '1', APPEND), set('retention.ms', '1', SUBTRACT))
  .add('an unknown key', topic('t-%'), set('no.such', '1'))
  .add('a wrong type', topic('t-%'), set('retention.ms', 'long'), set('preallocate', 'maybe'), set('segment.bytes', '1e3'))
  .add('out of range', topic('t-%'), set('min.insync.replicas', '0'), set('segment.bytes', '1'), set('min.cleanable.dirty.ratio', '-1'), set('retention.ms', '-2'))
  .add('wrong words', topic('t-%'), set('cleanup.policy', 'burn'), set('compression.type', 'rar'), set('message.timestamp.type', 'Never'))
  .add('null', topic('t-%'), set('retention.ms', null))
  .add('an empty value', topic('t-%'), set('retention.ms', ''), set('cleanup.policy', ''))
  .add('blanks around a value', topic('t-%'), set('retention.ms', ' 1000 '), see('retention.ms', '1000'))
  .add('an unknown operation', topic('t-%'), set('retention.ms', '1', 9))
  .add('a key twice', topic('t-%'), incremental([{ configs: [{ name: 'retention.ms', value: '1' }, { name: 'retention.ms', value: '2' }] }]))
  .add('two that contradict', topic('t-%'), incremental([{ configs: [{ name: 'retention.ms', value: '1000' }, { name: 'local.retention.ms', value: '2000' }] }]), incremental([{ configs: [{ name: 'min.compaction.lag.ms', value: '10' }, { name: 'max.compaction.lag.ms', value: '5' }] }]))
  .add('one good, one bad', topic('t-%'), incremental([{ configs: [{ name: 'retention.ms', value: '1000' }, { name: 'no.such', value: '1' }] }]), see('retention.ms', '-1'))
  .add('no change', topic('t-%'), incremental([{}]))
  .add('nothing', incremental([]))
  .add('an unknown topic', set('retention.ms', '1'))
  .add('bad names of topics', ...['', '.', 'a b', 'x'.repeat(250)].map((resourceName) => incremental([{ resourceName, configs: [{ name: 'retention.ms', value: '1' }] }])))
  .add('a topic twice', topic('t-%'), incremental([{ configs: [{ name: 'retention.ms', value: '1' }] }, { configs: [{ name: 'retention.ms', value: '2' }] }]))
  .add('a topic and an unknown one', topic('t-%'), incremental([{ resourceName: 'u-%', configs: [{ name: 'retention.ms', value: '1' }] }, { configs: [{ name: 'retention.ms', value: '2' }] }]))
  .add('validate only', topic('t-%'), incremental([{ configs: [{ name: 'retention.ms', value: '1' }] }], { validateOnly: true }), incremental([{ configs: [{ name: 'no.such', value: '1' }] }], { validateOnly: true }), see('retention.ms', '-1'))
  .add('unknown types', ...[0, 1, 3, 64, -1].map((resourceType) => incremental([{ resourceType, configs: [{ name: 'retention.ms', value: '1' }] }])))
  .add('an unknown broker', incremental([{ resourceType: BROKER, resourceName: '7', configs: [{ name: 'log.retention.ms', value: '1' }] }]))
  .add('a broker that is no number', incremental([{ resourceType: BROKER, resourceName: 'one', configs: [{ name: 'log.retention.ms', value: '1' }] }]))
  .add('what a broker only reads', incremental([{ resourceType: BROKER, resourceName: '1', configs: [{ name: 'node.id', value: '5' }] }]), incremental([{ resourceType: BROKER, resourceName: '', configs: [{ name: 'listeners', value: 'PLAINTEXT://:1' }] }]))
  .add('wrong values of a broker', incremental([{ resourceType: BROKER, resourceName: '1', configs: [{ name: 'num.io.threads', value: '0' }] }]), incremental([{ resourceType: BROKER, resourceName: '', configs: [{ name: 'log.cleaner.threads', value: 'many' }] }]))
  .add('a group', incremental([{ resourceType: GROUP, resourceName: 'g-%', configs: [{ name: 'consumer.session.timeout.ms', value: '50000' }] }]), untilSet, describe([{ resourceType: GROUP, resourceName: 'g-%' }]))
  .add('wrong values of a group', incremental([{ resourceType: GROUP, resourceName: 'g-%', configs: [{ name: 'consumer.session.timeout.ms', value: '1' }] }]), incremental([{ resourceType: GROUP, resourceName: 'g-%', configs: [{ name: 'no.such', value: '1' }] }]), incremental([{ resourceType: GROUP, resourceName: '', configs: [{ name: 'consumer.session.timeout.ms', value: '50000' }] }]));

const alter = (changes: readonly Change[], fields: object = {}) =>
  ask('AlterConfigs', { resources: changes.map(({ configs = [], ...change }) => ({ resourceType: TOPIC, resourceName: 't-%', ...change, configs: configs.map(({ name, value }) => ({ name, value })) })), validateOnly: false, ...fields });

const alterConfigs = new ApiScript('AlterConfigs')
  .add('set', topic('t-%'), alter([{ configs: [{ name: 'retention.ms', value: '1000' }] }]), see('retention.ms', '1000'))
  .add('what is left out', topic('t-%', 1, { 'retention.ms': '1000' }), alter([{ configs: [{ name: 'segment.ms', value: '5000' }] }]), see('segment.ms', '5000'), see('retention.ms', '-1'))
  .add('nothing of a topic', topic('t-%', 1, { 'retention.ms': '1000' }), alter([{}]), see('retention.ms', '-1'))
  .add('nothing', alter([]))
  .add('null', topic('t-%'), alter([{ configs: [{ name: 'retention.ms', value: null }] }]))
  .add('an unknown key', topic('t-%'), alter([{ configs: [{ name: 'no.such', value: '1' }] }]))
  .add('a wrong type', topic('t-%'), alter([{ configs: [{ name: 'retention.ms', value: 'long' }] }]))
  .add('a key twice', topic('t-%'), alter([{ configs: [{ name: 'retention.ms', value: '1' }, { name: 'retention.ms', value: '2' }] }]))
  .add('an unknown topic', alter([{ configs: [{ name: 'retention.ms', value: '1' }] }]))
  .add('a topic twice', topic('t-%'), alter([{ configs: [{ name: 'retention.ms', value: '1' }] }, { configs: [{ name: 'retention.ms', value: '2' }] }]))
  .add('a topic and an unknown one', topic('t-%'), alter([{ resourceName: 'u-%', configs: [{ name: 'retention.ms', value: '1' }] }, { configs: [{ name: 'retention.ms', value: '2' }] }]))
  .add('validate only', topic('t-%'), alter([{ configs: [{ name: 'retention.ms', value: '1' }] }], { validateOnly: true }), see('retention.ms', '-1'))
  .add('unknown types', ...[0, 1, 3, 64].map((resourceType) => alter([{ resourceType, configs: [{ name: 'retention.ms', value: '1' }] }])))
  .add('an unknown broker', alter([{ resourceType: BROKER, resourceName: '7', configs: [{ name: 'log.retention.ms', value: '1' }] }]));

const list = (...resourceTypes: readonly number[]) => ask('ListConfigResources', { resourceTypes: [...resourceTypes] }, { own: 'configResources' });
const listConfigResources = new ApiScript('ListConfigResources')
  .add('all', topic('t-%'), list())
  .addFor(1, 99, 'topics', topic('t-%'), list(TOPIC))
  .addFor(1, 99, 'brokers', ask('ListConfigResources', { resourceTypes: [BROKER] }))
  .addFor(1, 99, 'loggers', ask('ListConfigResources', { resourceTypes: [LOGGER] }))
  .addFor(1, 99, 'groups', given('IncrementalAlterConfigs', { resources: [{ resourceType: GROUP, resourceName: 'g-%', configs: [{ name: 'consumer.session.timeout.ms', value: '50000', configOperation: SET }] }], validateOnly: false }), untilSet, ask('ListConfigResources', { resourceTypes: [GROUP] }, { own: 'configResources' }))
  .addFor(1, 99, 'several', topic('t-%'), list(TOPIC, GROUP, TOPIC))
  .addFor(1, 99, 'unknown types', list(64), list(0), list(-1), list(TOPIC, 64));

export const configScripts = [describeConfigs, incrementalAlterConfigs, alterConfigs, listConfigResources];
