/** Classic groups: joining, generations, static members, offsets; and the APIs that describe, list and delete groups. */
import { ApiScript, ask, given, idOf, pipeline, receive, ref, type RequestOf, send, topic } from '../script.ts';
import { NO_ID, UNKNOWN_ID } from './produce.ts';

const bytes = (text: string): Uint8Array => Buffer.from(text);
export const range = [{ name: 'range', metadata: bytes('m') }];
export const LOADING = { again: [14, 15, 16] };

export const join = (fields: Partial<RequestOf<'JoinGroup'>> = {}, options: object = {}) =>
  ask('JoinGroup', { groupId: 'g-%', sessionTimeoutMs: 30_000, rebalanceTimeoutMs: 5000, memberId: '', protocolType: 'consumer', protocols: range, ...fields }, { ...LOADING, ...options });
export const sync = (fields: Partial<RequestOf<'SyncGroup'>> = {}, options: object = {}) =>
  ask('SyncGroup', { groupId: 'g-%', generationId: 1, memberId: ref('m'), protocolType: 'consumer', protocolName: 'range', assignments: [{ memberId: ref('m'), assignment: bytes('mine') }], ...fields }, options);
export const beat = (fields: Partial<RequestOf<'Heartbeat'>> = {}, options: object = {}) => ask('Heartbeat', { groupId: 'g-%', generationId: 1, memberId: ref('m'), ...fields }, options);
export const leave = (memberId: string, fields: object = {}) => ask('LeaveGroup', { groupId: 'g-%', memberId, members: [{ memberId, ...fields }] });
export const describe = (...groups: readonly string[]) => ask('DescribeGroups', { groups: [...groups], includeAuthorizedOperations: false });

/** A member id first, as from version 4 on; then the group with that one member, stable. */
const first = ask('JoinGroup', { groupId: 'g-%', sessionTimeoutMs: 30_000, rebalanceTimeoutMs: 5000, memberId: '', protocolType: 'consumer', protocols: range }, { ...LOADING, version: 3, isSetup: true, keep: { m: 'memberId' } });
export const synced = sync({}, { version: 3, isSetup: true });
export const stable = [first, synced];
export const fixed = ask('JoinGroup', { groupId: 'g-%', sessionTimeoutMs: 30_000, rebalanceTimeoutMs: 5000, memberId: '', groupInstanceId: 'i-1', protocolType: 'consumer', protocols: range }, { ...LOADING, version: 5, isSetup: true, keep: { m: 'memberId' } });

const joinGroup = new ApiScript('JoinGroup')
  .addFor(0, 3, 'the first member', join())
  .addFor(4, 99, 'the first member, which is given an id', join({}, { keep: { m: 'memberId' } }), join({ memberId: ref('m') }))
  .add('the member again', ...stable, join({ memberId: ref('m') }), sync({ generationId: 2 }))
  .add('an unknown member', join({ memberId: 'nobody' }))
  .add('an unknown member of a group that is there', ...stable, join({ memberId: 'nobody' }))
  .add('an empty group id', join({ groupId: '' }))
  .add('a session that is too short', join({ sessionTimeoutMs: 5999 }))
  .add('a session that is too long', join({ sessionTimeoutMs: 1_800_001 }))
  .add('a session of 0', join({ sessionTimeoutMs: 0 }))
  .add('no protocols', join({ protocols: [] }))
  .add('no protocols, to a group that is there', ...stable, join({ protocols: [] }, { on: 'b' }))
  .add('an empty protocol type', join({ protocolType: '' }))
  .add('another protocol type', ...stable, join({ protocolType: 'connect' }, { on: 'b' }))
  .add('no protocol in common', ...stable, join({ protocols: [{ name: 'roundrobin', metadata: bytes('m') }] }, { on: 'b' }))
  .add('a protocol twice', join({ protocols: [...range, ...range] }))
  .addFor(0, 3, 'two members', ...stable, send('b', join({ protocols: [{ name: 'range', metadata: bytes('n') }] }, { on: 'b', keep: { n: 'memberId' } })), beat({}, { until: { path: 'errorCode', is: 27 } }), join({ memberId: ref('m') }), receive('b'), send('bs', sync({ generationId: 2, memberId: ref('n'), assignments: [] }, { on: 'b' })), sync({ generationId: 2, assignments: [{ memberId: ref('m'), assignment: bytes('1') }, { memberId: ref('n'), assignment: bytes('2') }] }), receive('bs'), describe('g-%'))
  .addFor(5, 99, 'a static member', join({ groupInstanceId: 'i-1' }))
  .addFor(5, 99, 'a static member that comes back', fixed, synced, join({ groupInstanceId: 'i-1' }))
  .addFor(5, 99, 'a static member that comes back changed', fixed, synced, join({ groupInstanceId: 'i-1', protocols: [{ name: 'range', metadata: bytes('other') }] }))
  .addFor(5, 99, 'a static member with its id', fixed, synced, join({ groupInstanceId: 'i-1', memberId: ref('m') }))
  .addFor(5, 99, 'a static member with another id', fixed, synced, join({ groupInstanceId: 'i-1', memberId: 'nobody' }))
  .addFor(5, 99, 'an unknown static member with an id', ...stable, join({ groupInstanceId: 'i-9', memberId: 'nobody' }))
  .addFor(5, 99, 'a static member without an instance id', join({ groupInstanceId: '' }))
  .add('after everyone left', ...stable, given('LeaveGroup', { groupId: 'g-%', memberId: ref('m'), members: [{ memberId: ref('m') }] }), describe('g-%'), join({ memberId: ref('m') }));

const syncGroup = new ApiScript('SyncGroup')
  .add('of the leader', first, sync())
  .add('again', first, sync(), sync({ assignments: [] }))
  .add('an unknown group', ask('SyncGroup', { groupId: 'g-%', generationId: 1, memberId: 'nobody', assignments: [] }))
  .add('an empty group id', ask('SyncGroup', { groupId: '', generationId: 1, memberId: 'nobody', assignments: [] }))
  .add('an unknown member', first, sync({ memberId: 'nobody', assignments: [] }))
  .add('an empty member', first, sync({ memberId: '', assignments: [] }))
  .add('a generation of the past', first, sync({ generationId: 0 }))
  .add('a generation of the future', first, sync({ generationId: 5 }))
  .add('no assignment', first, sync({ assignments: [] }))
  .add('an assignment of somebody else', first, sync({ assignments: [{ memberId: 'nobody', assignment: bytes('x') }] }))
  .add('an assignment twice', first, sync({ assignments: ['a', 'b'].map((text) => ({ memberId: ref('m'), assignment: bytes(text) })) }))
  .addFor(5, 99, 'another protocol type', first, sync({ protocolType: 'connect' }))
  .addFor(5, 99, 'another protocol', first, sync({ protocolName: 'roundrobin' }))
  .addFor(5, 99, 'null protocols', first, sync({ protocolType: null, protocolName: null }))
  .addFor(5, 99, 'an empty protocol', first, sync({ protocolName: '' }))
  .addFor(3, 99, 'a static member', fixed, sync({ groupInstanceId: 'i-1' }))
  .addFor(3, 99, 'a static member with another id', fixed, sync({ groupInstanceId: 'i-1', memberId: 'nobody', assignments: [] }))
  .addFor(3, 99, 'an unknown static member', first, sync({ groupInstanceId: 'i-9' }))
  .addFor(3, 99, 'an unknown static member and an unknown id', first, sync({ groupInstanceId: 'i-9', memberId: 'nobody', assignments: [] }));

const heartbeat = new ApiScript('Heartbeat')
  .add('of a member', ...stable, beat())
  .add('before the sync', first, beat())
  .add('an unknown group', beat({ memberId: 'nobody' }))
  .add('an empty group id', beat({ groupId: '', memberId: 'nobody' }))
  .add('an unknown member', ...stable, beat({ memberId: 'nobody' }))
  .add('an empty member', ...stable, beat({ memberId: '' }))
  .add('a generation of the past', ...stable, beat({ generationId: 0 }))
  .add('a generation of the future', ...stable, beat({ generationId: 2 }))
  .addFor(3, 99, 'a static member', fixed, synced, beat({ groupInstanceId: 'i-1' }))
  .addFor(3, 99, 'a static member with another id', fixed, synced, beat({ groupInstanceId: 'i-1', memberId: 'nobody' }))
  .addFor(3, 99, 'an unknown static member', ...stable, beat({ groupInstanceId: 'i-9' }))
  .add('pipelined', ...stable, pipeline(beat(), beat({ generationId: 7 }), beat()))
  .add('after the member left', ...stable, given('LeaveGroup', { groupId: 'g-%', memberId: ref('m'), members: [{ memberId: ref('m') }] }), beat());

const leaveGroup = new ApiScript('LeaveGroup')
  .add('a member', ...stable, leave(ref('m')), leave(ref('m')))
  .add('an unknown member', ...stable, leave('nobody'))
  .add('an empty member', ...stable, leave(''))
  .add('an unknown group', leave('nobody'))
  .add('an empty group id', ask('LeaveGroup', { groupId: '', memberId: 'nobody', members: [{ memberId: 'nobody' }] }))
  .addFor(3, 99, 'a static member by its instance', fixed, synced, leave('', { groupInstanceId: 'i-1' }))
  .addFor(3, 99, 'a static member with another id', fixed, synced, leave('nobody', { groupInstanceId: 'i-1' }))
  .addFor(3, 99, 'an unknown static member', ...stable, leave('', { groupInstanceId: 'i-9' }))
  .addFor(3, 99, 'two members, one unknown', ...stable, ask('LeaveGroup', { groupId: 'g-%', memberId: '', members: [{ memberId: 'nobody' }, { memberId: ref('m') }] }))
  .addFor(3, 99, 'a member twice', ...stable, ask('LeaveGroup', { groupId: 'g-%', memberId: '', members: [{ memberId: ref('m') }, { memberId: ref('m') }] }))
  .addFor(3, 99, 'nobody', ...stable, ask('LeaveGroup', { groupId: 'g-%', memberId: '', members: [] }))
  .addFor(3, 99, 'nobody of an unknown group', ask('LeaveGroup', { groupId: 'g-%', memberId: '', members: [] }))
  .addFor(4, 99, 'a member that has not joined yet', ask('JoinGroup', { groupId: 'g-%', sessionTimeoutMs: 30_000, rebalanceTimeoutMs: 5000, memberId: '', protocolType: 'consumer', protocols: range }, { ...LOADING, version: 5, keep: { m: 'memberId' } }), leave(ref('m')));

const describeGroups = new ApiScript('DescribeGroups')
  .add('a stable group', ...stable, describe('g-%'))
  .add('a group in a rebalance', first, describe('g-%'))
  .add('an unknown group', describe('g-%'))
  .add('none', describe())
  .add('two and an unknown one', ...stable, describe('h-%', 'g-%', 'h-%', 'g-%'))
  .add('an empty group', ...stable, leave(ref('m')), describe('g-%'))
  .add('a group of offsets alone', topic('t-%'), given('OffsetCommit', commitBody(), { version: 7, ...LOADING }), describe('g-%'))
  .addFor(3, 99, 'operations', ...stable, ask('DescribeGroups', { groups: ['g-%'], includeAuthorizedOperations: true }))
  .addFor(4, 99, 'a static member', fixed, synced, describe('g-%'));

const listed = (fields: object = {}) => ask('ListGroups', { statesFilter: [], typesFilter: [], ...fields }, { own: 'groups' });
const listGroups = new ApiScript('ListGroups')
  .add('a group', ...stable, listed())
  .add('an empty group', ...stable, leave(ref('m')), listed())
  .add('a group of offsets alone', topic('t-%'), given('OffsetCommit', commitBody(), { version: 7, ...LOADING }), listed())
  .addFor(4, 99, 'by state', ...stable, listed({ statesFilter: ['Stable'] }), listed({ statesFilter: ['stable'] }), listed({ statesFilter: ['Empty'] }), listed({ statesFilter: ['Nonsense'] }), listed({ statesFilter: ['Empty', 'Stable'] }))
  .addFor(5, 99, 'by type', ...stable, listed({ typesFilter: ['classic'] }), listed({ typesFilter: ['Classic'] }), listed({ typesFilter: ['consumer'] }), listed({ typesFilter: ['nonsense'] }));

const deleteGroups = new ApiScript('DeleteGroups')
  .add('a group with members', ...stable, ask('DeleteGroups', { groupsNames: ['g-%'] }))
  .add('an empty group', ...stable, leave(ref('m')), ask('DeleteGroups', { groupsNames: ['g-%'] }), describe('g-%'))
  .add('a group of offsets alone', topic('t-%'), given('OffsetCommit', commitBody(), { version: 7, ...LOADING }), ask('DeleteGroups', { groupsNames: ['g-%'] }), offsets())
  .add('an unknown group', ask('DeleteGroups', { groupsNames: ['g-%'] }))
  .add('none', ask('DeleteGroups', { groupsNames: [] }))
  .add('a group twice', topic('t-%'), given('OffsetCommit', commitBody(), { version: 7, ...LOADING }), ask('DeleteGroups', { groupsNames: ['g-%', 'g-%'] }));

export function commitBody(fields: object = {}, partitions: readonly object[] = [{}]): RequestOf<'OffsetCommit'> {
  return { groupId: 'g-%', memberId: '', topics: [{ name: 't-%', topicId: idOf('t-%'), partitions: partitions.map((wanted) => ({ partitionIndex: 0, committedOffset: 3, committedMetadata: 'm', ...wanted })) }], ...fields };
}

export function offsets(topics: readonly string[] | null = ['t-%'], fields: object = {}, partitionIndexes: readonly number[] = [0], options: object = {}) {
  return ask(
    'OffsetFetch',
    (version) => {
      const wanted = topics?.map((name) => ({ name, topicId: version < 10 ? NO_ID : idOf(name), partitionIndexes: [...partitionIndexes] })) ?? null;
      return { groupId: 'g-%', topics: version < 2 ? (wanted ?? []) : wanted, groups: [{ groupId: 'g-%', topics: wanted, ...fields }] };
    },
    { ...LOADING, ...options },
  );
}

export const commit = (fields: object = {}, partitions: readonly object[] = [{}], options: object = {}) => ask('OffsetCommit', commitBody(fields, partitions), { ...LOADING, ...options });
const offsetCommit = new ApiScript('OffsetCommit')
  .add('without a group', topic('t-%'), commit(), offsets())
  .add('twice', topic('t-%'), commit(), commit({}, [{ committedOffset: 9, committedLeaderEpoch: 4 }]), offsets())
  .add('of a member', topic('t-%'), ...stable, commit({ memberId: ref('m'), generationIdOrMemberEpoch: 1 }), offsets())
  .add('of nobody, to a group with members', topic('t-%'), ...stable, commit())
  .add('of an unknown member', topic('t-%'), ...stable, commit({ memberId: 'nobody', generationIdOrMemberEpoch: 1 }))
  .add('of another generation', topic('t-%'), ...stable, commit({ memberId: ref('m'), generationIdOrMemberEpoch: 7 }))
  .add('in a rebalance', topic('t-%'), first, commit({ memberId: ref('m'), generationIdOrMemberEpoch: 1 }))
  .add('of a member of a group that is not there', topic('t-%'), commit({ memberId: 'm', generationIdOrMemberEpoch: 1 }))
  .add('a generation and no member', topic('t-%'), commit({ generationIdOrMemberEpoch: 1 }))
  .addFor(10, 99, 'an empty group id', topic('t-%'), commit({ groupId: '' }), describe(''), ask('DeleteGroups', { groupsNames: [''] }), describe(''))
  .addFor(2, 9, 'unknown topics and partitions', topic('t-%'), ask('OffsetCommit', { groupId: 'g-%', memberId: '', topics: [{ name: 'u-%', topicId: NO_ID, partitions: [{ partitionIndex: 0, committedOffset: 1, committedMetadata: '' }] }, { name: 't-%', topicId: NO_ID, partitions: [7, 0, -1].map((partitionIndex) => ({ partitionIndex, committedOffset: 1, committedMetadata: '' })) }] }, LOADING))
  .addFor(10, 99, 'unknown ids and partitions', topic('t-%'), ask('OffsetCommit', { groupId: 'g-%', memberId: '', topics: [{ topicId: UNKNOWN_ID, partitions: [{ partitionIndex: 0, committedOffset: 1, committedMetadata: '' }] }, { topicId: idOf('t-%'), partitions: [7, 0, -1].map((partitionIndex) => ({ partitionIndex, committedOffset: 1, committedMetadata: '' })) }] }, LOADING))
  .add('null metadata', topic('t-%'), commit({}, [{ committedMetadata: null }]), offsets())
  .add('the longest metadata', topic('t-%'), commit({}, [{ committedMetadata: 'm'.repeat(4096) }]))
  .add('metadata that is too long', topic('t-%', 2), commit({}, [{ committedMetadata: 'm'.repeat(4097) }, { partitionIndex: 1 }]), offsets(['t-%'], {}, [0, 1]))
  .add('negative offsets', topic('t-%', 2), commit({}, [{ committedOffset: -1 }, { partitionIndex: 1, committedOffset: -9 }]), offsets(['t-%'], {}, [0, 1]))
  .add('a partition twice', topic('t-%'), commit({}, [{}, { committedOffset: 8 }]), offsets())
  .add('no topics', commit({ topics: [] }))
  .add('no partitions', topic('t-%'), commit({}, []))
  .addFor(2, 4, 'a retention', topic('t-%'), commit({ retentionTimeMs: 1000 }), offsets())
  .addFor(7, 99, 'of a static member', topic('t-%'), fixed, synced, commit({ memberId: ref('m'), groupInstanceId: 'i-1', generationIdOrMemberEpoch: 1 }), commit({ memberId: 'nobody', groupInstanceId: 'i-1', generationIdOrMemberEpoch: 1 }), commit({ memberId: ref('m'), groupInstanceId: 'i-9', generationIdOrMemberEpoch: 1 }))
  .add('pipelined', topic('t-%'), commit(), pipeline(commit({}, [{ committedOffset: 4 }]), commit({}, [{ committedOffset: 5 }]), commit({}, [{ committedOffset: 6 }])), offsets());

const offsetFetch = new ApiScript('OffsetFetch')
  .add('what was committed', topic('t-%', 2), given('OffsetCommit', commitBody(), { version: 7, ...LOADING }), offsets(['t-%'], {}, [0, 1]))
  .addFor(2, 99, 'all', topic('t-%', 2), given('OffsetCommit', commitBody(), { version: 7, ...LOADING }), offsets(null))
  .addFor(2, 99, 'all of an unknown group', offsets(null))
  .add('of an unknown group', topic('t-%'), offsets())
  .addFor(1, 9, 'of an unknown topic', offsets(['u-%']))
  .addFor(10, 99, 'of an unknown id', ask('OffsetFetch', { groupId: '', topics: [], groups: [{ groupId: 'g-%', topics: [{ topicId: UNKNOWN_ID, name: '', partitionIndexes: [0] }] }] }, LOADING))
  .add('of unknown partitions', topic('t-%'), given('OffsetCommit', commitBody(), { version: 7, ...LOADING }), offsets(['t-%'], {}, [7, 0, -1]))
  .add('of a partition twice', topic('t-%'), offsets(['t-%'], {}, [0, 0]))
  .add('no topics', offsets([]))
  .add('no partitions', topic('t-%'), offsets(['t-%'], {}, []))
  .addFor(8, 99, 'of two groups', topic('t-%'), given('OffsetCommit', commitBody(), { version: 7, ...LOADING }), ask('OffsetFetch', { groupId: '', topics: [], groups: [{ groupId: 'h-%', topics: null }, { groupId: 'g-%', topics: null }, { groupId: 'g-%', topics: null }] }, LOADING))
  .addFor(8, 99, 'of no group', ask('OffsetFetch', { groupId: '', topics: [], groups: [] }))
  .addFor(9, 99, 'as an unknown member', topic('t-%'), given('OffsetCommit', commitBody(), { version: 7, ...LOADING }), offsets(['t-%'], { memberId: 'nobody', memberEpoch: 1 }))
  .addFor(9, 99, 'as a member of a classic group', topic('t-%'), ...stable, offsets(['t-%'], { memberId: ref('m'), memberEpoch: 1 }))
  .addFor(7, 99, 'required stable', topic('t-%'), given('OffsetCommit', commitBody(), { version: 7, ...LOADING }), ask('OffsetFetch', (version) => ({ groupId: 'g-%', topics: [{ name: 't-%', partitionIndexes: [0] }], groups: [{ groupId: 'g-%', topics: [{ name: 't-%', topicId: version < 10 ? NO_ID : idOf('t-%'), partitionIndexes: [0] }] }], requireStable: true }), LOADING))
  .add('of a topic that is gone', topic('t-%'), given('OffsetCommit', commitBody(), { version: 7, ...LOADING }), given('DeleteTopics', { topics: [{ name: 't-%', topicId: NO_ID }], timeoutMs: 10_000 }), ask('OffsetFetch', { groupId: 'g-%', topics: null, groups: [{ groupId: 'g-%', topics: null }] }, { version: 7, until: { path: 'topics.length', is: 0 } }));

const forget = (partitions: readonly number[], name = 't-%', groupId = 'g-%') => ask('OffsetDelete', { groupId, topics: [{ name, partitions: partitions.map((partitionIndex) => ({ partitionIndex })) }] });
const offsetDelete = new ApiScript('OffsetDelete')
  .add('of a group without members', topic('t-%'), given('OffsetCommit', commitBody(), LOADING), forget([0]), offsets())
  .add('of an unknown group', topic('t-%'), forget([0]))
  .add('of an empty group id', topic('t-%'), forget([0], 't-%', ''))
  .add('unknown topics and partitions', topic('t-%'), given('OffsetCommit', commitBody(), LOADING), forget([0, 8], 't-%'), forget([0], 'u-%'))
  .add('what was not committed', topic('t-%', 2), given('OffsetCommit', commitBody(), LOADING), forget([1]))
  .add('a partition twice', topic('t-%'), given('OffsetCommit', commitBody(), LOADING), forget([0, 0]))
  .add('no topics', topic('t-%'), given('OffsetCommit', commitBody(), LOADING), ask('OffsetDelete', { groupId: 'g-%', topics: [] }))
  .add('of a group with members that do not tell their topics', topic('t-%'), ...stable, given('OffsetCommit', commitBody({ memberId: ref('m'), generationIdOrMemberEpoch: 1 }), LOADING), forget([0]));

export const groupScripts = [joinGroup, syncGroup, heartbeat, leaveGroup, describeGroups, listGroups, deleteGroups, offsetCommit, offsetFetch, offsetDelete];
