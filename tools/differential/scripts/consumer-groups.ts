/** Groups of KIP-848: heartbeats, epochs, assignments, what describes them. */
import { ApiScript, ask, given, idOf, ref, type RequestOf, topic } from '../script.ts';

const again = { again: [14, 15, 16] };
export const M = 'm-%';

export const beat = (fields: Partial<RequestOf<'ConsumerGroupHeartbeat'>> = {}, options: object = {}) => ask('ConsumerGroupHeartbeat', { groupId: 'g-%', memberId: M, memberEpoch: 0, ...fields }, { ...again, ...options });
export const joining = { rebalanceTimeoutMs: 10_000, subscribedTopicNames: ['t-%'], topicPartitions: [] as never[] };
export const owned = (...partitions: readonly number[]) => [{ topicId: idOf('t-%'), partitions: [...partitions] }];
const holds = beat({ memberEpoch: ref('e'), topicPartitions: owned(0, 1) }, { keep: { e: 'memberEpoch' }, isSetup: true });
/** A group of one member that holds both partitions of its topic; its epoch is kept as `e`. */
export const joined = [topic('t-%', 2), beat(joining, { keep: { e: 'memberEpoch' }, isSetup: true }), holds];
export const describe = (...groupIds: readonly string[]) => ask('ConsumerGroupDescribe', { groupIds: [...groupIds], includeAuthorizedOperations: false });

/** A member without a generated id of its own is refused from version 1 on; version 0 generates one. */
const heartbeats = new ApiScript('ConsumerGroupHeartbeat')
  .add('the first member', topic('t-%', 2), beat(joining))
  .add('goes on', ...joined, beat({ memberEpoch: ref('e') }))
  .add('tells all again', ...joined, beat({ ...joining, memberEpoch: ref('e'), topicPartitions: owned(0, 1) }))
  .addFor(0, 0, 'without a member id', topic('t-%'), beat({ ...joining, memberId: '' }))
  .addFor(1, 99, 'without a member id', topic('t-%'), beat({ ...joining, memberId: '' }))
  .add('an empty group id', beat({ ...joining, groupId: '' }))
  .add('a group id of blanks', beat({ ...joining, groupId: '  ' }))
  .add('without a rebalance timeout', beat({ ...joining, rebalanceTimeoutMs: -1 }))
  .add('without topics', beat({ rebalanceTimeoutMs: 10_000, topicPartitions: [] }))
  .add('an empty subscription', beat({ ...joining, subscribedTopicNames: [] }))
  .add('without owned partitions', beat({ rebalanceTimeoutMs: 10_000, subscribedTopicNames: ['t-%'] }))
  .add('with owned partitions at once', topic('t-%'), beat({ ...joining, topicPartitions: owned(0) }))
  .add('an unknown topic', beat({ ...joining, subscribedTopicNames: ['u-%'] }))
  .add('an unknown assignor', beat({ ...joining, serverAssignor: 'nonsense' }))
  .add('range', topic('t-%', 2), beat({ ...joining, serverAssignor: 'range' }))
  .add('uniform', topic('t-%', 2), beat({ ...joining, serverAssignor: 'uniform' }))
  .add('an empty instance id', beat({ ...joining, instanceId: '' }))
  .add('an empty rack', topic('t-%'), beat({ ...joining, rackId: '' }))
  .add('an unknown member', ...joined, beat({ memberId: 'nobody', memberEpoch: 1 }))
  .add('an unknown group', beat({ memberId: 'nobody', memberEpoch: 1 }))
  .add('an unknown group that is left', beat({ memberId: 'nobody', memberEpoch: -1 }))
  .add('an epoch of the future', ...joined, beat({ memberEpoch: 77 }))
  .add('an epoch of the past', ...joined, beat({ ...joining, subscribedTopicNames: ['t-%', 'u-%'], memberEpoch: ref('e'), topicPartitions: owned(0, 1) }, { keep: { f: 'memberEpoch' } }), beat({ memberEpoch: 1 }))
  .add('a negative epoch', ...joined, beat({ memberEpoch: -3 }))
  .add('leaves', ...joined, beat({ memberEpoch: -1 }), beat({ memberEpoch: ref('e') }))
  .add('leaves twice', ...joined, beat({ memberEpoch: -1 }), beat({ memberEpoch: -1 }))
  .add('joins again', ...joined, beat(joining))
  .add('epoch -2 without an instance', ...joined, beat({ memberEpoch: -2 }))
  .add('a static member', topic('t-%', 2), beat({ ...joining, instanceId: 'i-1' }))
  .add('a static member that another replaces', topic('t-%', 2), beat({ ...joining, instanceId: 'i-1' }), beat({ ...joining, memberId: 'n-%', instanceId: 'i-1' }))
  .add('a static member that goes for a while', topic('t-%', 2), beat({ ...joining, instanceId: 'i-1' }), beat({ memberEpoch: -2, instanceId: 'i-1' }), beat({ ...joining, memberId: 'n-%', instanceId: 'i-1' }))
  .add('a static member that leaves', topic('t-%', 2), beat({ ...joining, instanceId: 'i-1' }), beat({ memberEpoch: -1, instanceId: 'i-1' }), describe('g-%'))
  .add('an unknown static member', ...joined, beat({ memberEpoch: ref('e'), instanceId: 'i-9' }))
  .add('a static member with another id', topic('t-%', 2), beat({ ...joining, instanceId: 'i-1' }, { keep: { e: 'memberEpoch' } }), beat({ memberId: 'nobody', instanceId: 'i-1', memberEpoch: ref('e') }))
  .add('an unsubscription', ...joined, beat({ memberEpoch: ref('e'), subscribedTopicNames: [] }))
  .addFor(1, 99, 'an expression', topic('t-%', 2), beat({ ...joining, subscribedTopicNames: null, subscribedTopicRegex: 't-%' }, { keep: { e: 'memberEpoch' }, isSetup: true }))
  .addFor(1, 99, 'a bad expression', beat({ ...joining, subscribedTopicNames: null, subscribedTopicRegex: '(' }))
  .addFor(1, 99, 'an empty expression', topic('t-%', 2), beat({ ...joining, subscribedTopicNames: null, subscribedTopicRegex: '' }))
  .add('a topic that comes later', beat({ ...joining }, { isSetup: true, keep: { e: 'memberEpoch' } }), topic('t-%'), assignedLater())
  .add('a classic member meets it', ...joined, ask('JoinGroup', { groupId: 'g-%', sessionTimeoutMs: 30_000, rebalanceTimeoutMs: 5000, memberId: '', protocolType: 'connect', protocols: [{ name: 'range', metadata: Buffer.from('m') }] }, { ...again, version: 3 }))
  .add('classic requests', ...joined, ask('Heartbeat', { groupId: 'g-%', generationId: 1, memberId: M }), ask('SyncGroup', { groupId: 'g-%', generationId: 1, memberId: M, protocolType: 'consumer', protocolName: 'range', assignments: [] }), ask('LeaveGroup', { groupId: 'g-%', memberId: 'x', members: [{ memberId: 'x' }] }))
  .add('offsets of a member', ...joined, offsetCommit(ref('e')), offsetCommit(77), offsetCommit(-1))
  .add('offsets read by a member', ...joined, offsetCommit(ref('e')), offsetFetch(M, ref('e')), offsetFetch(M, 77), offsetFetch('nobody', 1), offsetFetch(null, -1));

function assignedLater() {
  return beat({ memberEpoch: ref('e') }, { until: { path: 'assignment.topicPartitions.length', is: 1 }, keep: { e: 'memberEpoch' }, isSetup: true });
}

function offsetCommit(epoch: number) {
  return ask('OffsetCommit', { groupId: 'g-%', memberId: M, generationIdOrMemberEpoch: epoch, topics: [{ name: 't-%', topicId: idOf('t-%'), partitions: [{ partitionIndex: 0, committedOffset: 3, committedMetadata: '' }] }] });
}

function offsetFetch(memberId: string | null, memberEpoch: number) {
  return ask('OffsetFetch', { groupId: '', topics: [], groups: [{ groupId: 'g-%', memberId, memberEpoch, topics: [{ name: 't-%', topicId: idOf('t-%'), partitionIndexes: [0] }] }] });
}

const describes = new ApiScript('ConsumerGroupDescribe')
  .add('a group', ...joined, describe('g-%'))
  .add('an unknown group', describe('g-%'))
  .add('an empty group id', describe(''))
  .add('none', describe())
  .add('a group twice, one unknown', ...joined, describe('h-%', 'g-%', 'g-%'))
  .add('an empty group', ...joined, beat({ memberEpoch: -1 }), describe('g-%'))
  .add('operations', ...joined, ask('ConsumerGroupDescribe', { groupIds: ['g-%'], includeAuthorizedOperations: true }))
  .add('a classic group', given('JoinGroup', { groupId: 'g-%', sessionTimeoutMs: 30_000, rebalanceTimeoutMs: 5000, memberId: '', protocolType: 'consumer', protocols: [{ name: 'range', metadata: Buffer.from('m') }] }, { ...again, version: 3 }), describe('g-%'))
  .add('as the classic APIs see it', ...joined, ask('DescribeGroups', { groups: ['g-%'], includeAuthorizedOperations: false }), ask('ListGroups', { statesFilter: [], typesFilter: ['consumer'] }, { own: 'groups' }), ask('DeleteGroups', { groupsNames: ['g-%'] }), ask('OffsetDelete', { groupId: 'g-%', topics: [{ name: 't-%', partitions: [{ partitionIndex: 0 }] }] }))
  .add('with an instance and a rack', topic('t-%', 2), beat({ ...joining, instanceId: 'i-1', rackId: 'r' }, { isSetup: true }), describe('g-%'));

export const consumerGroupScripts = [heartbeats, describes];
