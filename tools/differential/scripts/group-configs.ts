/** Configs of groups: what may be set, within which bounds, and what becomes of it. */
import { ApiScript, ask, topic, wait } from '../script.ts';
import { beat, joining } from './consumer-groups.ts';

const GROUP = 32;
const [SET, DELETE, APPEND, SUBTRACT] = [0, 1, 2, 3] as const;

interface Change {
  readonly name: string;
  readonly value: string | null;
  readonly configOperation?: number;
}

const incremental = (configs: readonly Change[], fields: object = {}) =>
  ask('IncrementalAlterConfigs', { resources: [{ resourceType: GROUP, resourceName: 'g-%', configs: configs.map((config) => ({ configOperation: SET, ...config })) }], validateOnly: false, ...fields });
const set = (name: string, value: string | null) => incremental([{ name, value }]);
const shown = (name: string, until?: string) =>
  ask('DescribeConfigs', { resources: [{ resourceType: GROUP, resourceName: 'g-%', configurationKeys: [name] }], includeSynonyms: true, includeDocumentation: false }, until === undefined ? {} : { until: { path: 'results.0.configs.0.value', is: until } });

const SESSION = 'consumer.session.timeout.ms';
const HEARTBEAT = 'consumer.heartbeat.interval.ms';
const ASSIGNMENT = 'consumer.assignment.interval.ms';

const incrementalAlterConfigs = new ApiScript('IncrementalAlterConfigs')
  .add('group: bounds of the session', ...['44999', '45000', '60000', '60001', '-1', '0', 'long', '', ' 50000 ', '50000.5', '3000000000'].map((value) => set(SESSION, value)))
  .add('group: bounds of the heartbeat', ...['4999', '5000', '15000', '15001', '0', '-5'].map((value) => set(HEARTBEAT, value)))
  .add('group: bounds of the assignment interval', ...['0', '15000', '15001', '-1'].map((value) => set(ASSIGNMENT, value)))
  .add('group: a session no longer than the heartbeat', incremental([{ name: SESSION, value: '45000' }, { name: HEARTBEAT, value: '15000' }]), incremental([{ name: SESSION, value: '10000' }, { name: HEARTBEAT, value: '10000' }]))
  .add('group: null', set(SESSION, null), incremental([{ name: SESSION, value: null, configOperation: DELETE }]))
  .add('group: deleted', set(SESSION, '50000'), shown(SESSION, '50000'), incremental([{ name: SESSION, value: null, configOperation: DELETE }]), shown(SESSION, '45000'), incremental([{ name: 'no.such', value: null, configOperation: DELETE }]))
  .add('group: appended and subtracted', incremental([{ name: SESSION, value: '50000', configOperation: APPEND }]), incremental([{ name: SESSION, value: '50000', configOperation: SUBTRACT }]))
  .add('group: a key twice', incremental([{ name: SESSION, value: '50000' }, { name: SESSION, value: '51000' }]))
  .add('group: one good, one bad', incremental([{ name: SESSION, value: '50000' }, { name: HEARTBEAT, value: '1' }]), wait(100), shown(SESSION))
  .add('group: keys of brokers and topics', set('group.consumer.session.timeout.ms', '50000'), set('retention.ms', '1'), set('', '1'))
  .add('group: validate only', incremental([{ name: SESSION, value: '50000' }], { validateOnly: true }), incremental([{ name: SESSION, value: '1' }], { validateOnly: true }), wait(100), shown(SESSION))
  .add('group: nothing', incremental([]))
  .add('group: of no name', ask('IncrementalAlterConfigs', { resources: [{ resourceType: GROUP, resourceName: '', configs: [{ name: SESSION, configOperation: SET, value: '50000' }] }], validateOnly: false }))
  .add('group: twice', ask('IncrementalAlterConfigs', { resources: ['50000', '51000'].map((value) => ({ resourceType: GROUP, resourceName: 'g-%', configs: [{ name: SESSION, configOperation: SET, value }] })), validateOnly: false }))
  .add('group: of members', topic('t-%'), set(HEARTBEAT, '6000'), shown(HEARTBEAT, '6000'), beat(joining, { isSetup: true }), set(HEARTBEAT, '7000'), shown(HEARTBEAT, '7000'));

const alter = (configs: readonly Change[], fields: object = {}) => ask('AlterConfigs', { resources: [{ resourceType: GROUP, resourceName: 'g-%', configs: configs.map(({ name, value }) => ({ name, value })) }], validateOnly: false, ...fields });
const alterConfigs = new ApiScript('AlterConfigs')
  .add('group: set', alter([{ name: SESSION, value: '50000' }]), shown(SESSION, '50000'))
  .add('group: what is left out', alter([{ name: SESSION, value: '50000' }]), shown(SESSION, '50000'), alter([{ name: HEARTBEAT, value: '6000' }]), shown(HEARTBEAT, '6000'), shown(SESSION, '45000'))
  .add('group: wrong values', alter([{ name: SESSION, value: '1' }]), alter([{ name: 'no.such', value: '1' }]), alter([{ name: SESSION, value: null }]), alter([{ name: SESSION, value: 'long' }]))
  .add('group: nothing', alter([]));

export const groupConfigScripts = [incrementalAlterConfigs, alterConfigs];
