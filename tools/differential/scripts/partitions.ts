/** What moves leaders, replicas and features: ElectLeaders, AlterPartitionReassignments, ListPartitionReassignments, UpdateFeatures, UnregisterBroker. */
import { ApiScript, ask, topic } from '../script.ts';

const elect = (topicPartitions: readonly (readonly [topic: string, ...partitions: number[]])[] | null, electionType = 0) =>
  ask('ElectLeaders', { electionType, topicPartitions: topicPartitions?.map(([name, ...partitions]) => ({ topic: name, partitions })) ?? null, timeoutMs: 10_000 });

const electLeaders = new ApiScript('ElectLeaders')
  .add('a leader that leads', topic('t-%', 2), elect([['t-%', 0, 1]]))
  .addFor(1, 99, 'a leader there is, uncleanly', topic('t-%'), elect([['t-%', 0]], 1))
  .add('an unknown topic and an unknown partition', topic('t-%'), elect([['u-%', 0], ['t-%', 7, -1]]))
  .add('nothing', elect([]))
  .add('no partitions', topic('t-%'), elect([['t-%']]))
  .addFor(1, 99, 'an unknown type', topic('t-%'), elect([['t-%', 0]], 9));

type Replicas = readonly number[] | null;
const move = (name: string, partitions: readonly (readonly [partition: number, replicas: Replicas])[], fields: object = {}) =>
  ask('AlterPartitionReassignments', { topics: [{ name, partitions: partitions.map(([partitionIndex, replicas]) => ({ partitionIndex, replicas: replicas === null ? null : [...replicas] })) }], timeoutMs: 10_000, ...fields });

const alterPartitionReassignments = new ApiScript('AlterPartitionReassignments')
  .add('to where it is', topic('t-%'), move('t-%', [[0, [1]]]))
  .add('nothing to take back', topic('t-%'), move('t-%', [[0, null]]))
  .add('to nobody', topic('t-%'), move('t-%', [[0, []]]))
  .add('to a broker that is not there', topic('t-%'), move('t-%', [[0, [9]]]))
  .add('to a negative broker', topic('t-%'), move('t-%', [[0, [-1]]]))
  .add('to a broker twice', topic('t-%'), move('t-%', [[0, [1, 1]]]))
  .add('an unknown topic', move('t-%', [[0, [1]]]))
  .add('an unknown partition', topic('t-%'), move('t-%', [[1, [1]], [-1, [1]], [0, [1]]]))
  .add('no topics', ask('AlterPartitionReassignments', { topics: [], timeoutMs: 10_000 }))
  .addFor(1, 99, 'another count of replicas, not allowed', topic('t-%'), move('t-%', [[0, []]], { allowReplicationFactorChange: false }));

const listPartitionReassignments = new ApiScript('ListPartitionReassignments')
  .add('of a topic that stays', topic('t-%'), ask('ListPartitionReassignments', { topics: [{ name: 't-%', partitionIndexes: [0, 5] }] }))
  .add('of an unknown topic', ask('ListPartitionReassignments', { topics: [{ name: 't-%', partitionIndexes: [0] }] }))
  .add('of no topics', ask('ListPartitionReassignments', { topics: [] }))
  .add('of all', ask('ListPartitionReassignments', { topics: null }));

const [UPGRADE, SAFE, UNSAFE] = [1, 2, 3];
const check = (...updates: readonly (readonly [feature: string, level: number, type?: number])[]) =>
  ask('UpdateFeatures', { featureUpdates: updates.map(([feature, maxVersionLevel, upgradeType = UPGRADE]) => ({ feature, maxVersionLevel, upgradeType })), validateOnly: true, timeoutMs: 10_000 });

const updateFeatures = new ApiScript('UpdateFeatures')
  .add('an unknown feature', check(['no.such', 1]))
  .add('a feature without a name', check(['', 1]))
  .add('a level that is too high', check(['group.version', 9]))
  .add('a negative level', check(['group.version', -1]))
  .add('the level there is', check(['group.version', 1]))
  .add('none', check())
  .addFor(1, 99, 'lower, as an upgrade', check(['transaction.version', 1]))
  .addFor(1, 99, 'lower, safely and unsafely', check(['transaction.version', 1, SAFE]), check(['eligible.leader.replicas.version', 0, UNSAFE]))
  .addFor(1, 99, 'an unknown type', check(['group.version', 1, 0]), check(['group.version', 1, 9]))
  .addFor(1, 99, 'an older metadata version', check(['metadata.version', 29, SAFE]), check(['metadata.version', 29, UNSAFE]), check(['metadata.version', 7, SAFE]), check(['metadata.version', 6, SAFE]))
  .addFor(1, 99, 'an older quorum', check(['kraft.version', 0, SAFE]), check(['kraft.version', 1]))
  .addFor(1, 99, 'one that can be and one that cannot', check(['group.version', 0, SAFE], ['no.such', 1]));

const unregisterBroker = new ApiScript('UnregisterBroker')
  .add('a broker that is not there', ask('UnregisterBroker', { brokerId: 77 }))
  .add('a negative broker', ask('UnregisterBroker', { brokerId: -1 }));

export const partitionScripts = [electLeaders, alterPartitionReassignments, listPartitionReassignments, updateFeatures, unregisterBroker];
