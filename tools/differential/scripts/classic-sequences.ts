/** Classic groups of two and three members: rebalances in which somebody is missing, late, replaced, or one too many. */
import { ApiScript, ask, close, given, pipeline, ref, type RequestOf, receive, send, type Step, subscription, topic, wait } from '../script.ts';
import { beat, commit, commitBody, describe, fixed, join, leave, LOADING, offsets, range, stable, sync, synced } from './groups.ts';

const bytes = (text: string): Uint8Array => Buffer.from(text);
const other = [{ name: 'range', metadata: bytes('other') }];
const joining = { groupId: 'g-%', sessionTimeoutMs: 30_000, rebalanceTimeoutMs: 5000, memberId: '', protocolType: 'consumer', protocols: range };

/** A JoinGroup that leads to a state, on a connection of its own; its member id is kept as `name`. Before version 4 nobody is sent away to come back with an id. */
export const joins = (name: string, fields: Partial<RequestOf<'JoinGroup'>> = {}) =>
  send(name, given('JoinGroup', { ...joining, ...fields }, { ...LOADING, version: fields.groupInstanceId === undefined ? 3 : 5, on: name, keep: { [name]: 'memberId' } }));
/** A member joins again, which leads to a state. */
export const rejoins = (name: string, fields: Partial<RequestOf<'JoinGroup'>> = {}, on = name) =>
  send(name, given('JoinGroup', { ...joining, memberId: ref(name), ...fields }, { version: fields.groupInstanceId === undefined ? 3 : 5, on, keep: { [name]: 'memberId' } }));
export const untilState = (groupState: string) => given('DescribeGroups', { groups: ['g-%'] }, { on: 'watch', until: { path: 'groups.0.groupState', is: groupState } });
export const untilSize = (members: number) => given('DescribeGroups', { groups: ['g-%'] }, { on: 'watch', until: { path: 'groups.0.members.length', is: members } });
/** The leader `m` gives everyone something; followers hear of it when it has. */
const assigns = (generationId: number, ...followers: readonly string[]): Step[] => [
  ...followers.map((name) => send(`s${name}`, given('SyncGroup', { groupId: 'g-%', generationId, memberId: ref(name), protocolType: 'consumer', protocolName: 'range', assignments: [] }, { version: 3, on: name }))),
  given('SyncGroup', { groupId: 'g-%', generationId, memberId: ref('m'), protocolType: 'consumer', protocolName: 'range', assignments: ['m', ...followers].map((name) => ({ memberId: ref(name), assignment: bytes(name) })) }, { version: 3 }),
  ...followers.map((name) => receive(`s${name}`)),
];
/** `m` and `n` in generation 2, joined and not yet synced. */
const both = [...stable, joins('n'), untilState('PreparingRebalance'), rejoins('m', {}, 'main'), receive('m'), receive('n')];
const pair = [...both, ...assigns(2, 'n')];
const trio = [...stable, joins('n'), joins('o'), untilSize(3), rejoins('m', {}, 'main'), receive('m'), receive('n'), receive('o'), ...assigns(2, 'n', 'o')];
/** `n` wants a rebalance, `m` does not know yet. */
const unsettled = [...stable, joins('n'), untilState('PreparingRebalance')];
/** A member that was given an id and has not come back with it. */
const pending = join({}, { version: 9, keep: { p: 'memberId' } });
const anew = join({ memberId: ref('m') }, { version: 9 });

/** Members that say different things can be told apart in an answer. */
const consuming = (topics: readonly string[], ...names: readonly string[]) => names.map((name) => ({ name, metadata: subscription({ topics }) }));
const joinGroup = new ApiScript('JoinGroup')
  .add('a fourth member of three', ...trio, join({}, { on: 'p' }), describe('g-%'))
  .add('a member of three again', ...trio, join({ memberId: ref('n') }, { on: 'n' }))
  .add('the one that is too late for three', ...stable, joins('n'), joins('o'), untilSize(3), joins('p'), untilSize(4), join({ memberId: ref('m') }))
  .addFor(5, 99, 'a static fourth member of three', ...trio, join({ groupInstanceId: 'i-4' }, { on: 'p' }))
  .add('a follower again', ...pair, join({ memberId: ref('n') }, { on: 'n' }), beat())
  .add('a follower again, changed', ...pair, send('again', join({ memberId: ref('n'), protocols: other }, { on: 'n' })), untilState('PreparingRebalance'), beat(), join({ memberId: ref('m') }), receive('again'))
  .add('again before the sync', stable[0] as Step, join({ memberId: ref('m') }))
  .add('again before the sync, changed', stable[0] as Step, join({ memberId: ref('m'), protocols: other }))
  .add('a follower again before the sync', ...both, join({ memberId: ref('n') }, { on: 'n' }))
  .add('the leader is gone', ...pair, given('LeaveGroup', { groupId: 'g-%', memberId: '', members: [{ memberId: ref('m') }] }), beat({ generationId: 2, memberId: ref('n') }), join({ memberId: ref('n') }, { on: 'n' }))
  .add('a member leaves while the others join', ...unsettled, given('LeaveGroup', { groupId: 'g-%', memberId: '', members: [{ memberId: ref('m') }] }), receive('n'), describe('g-%'))
  .add('a member that waits is removed', ...unsettled, describe('g-%'), rejoins('m', {}, 'main'), receive('n'), receive('m'), describe('g-%'))
  .add('a member that does not join again in time', join({ rebalanceTimeoutMs: 2000 }, { version: 3, isSetup: true, keep: { m: 'memberId' } }), synced, joins('n', { rebalanceTimeoutMs: 2000 }), receive('n'), join({ memberId: ref('m') }), beat({ generationId: 2, memberId: ref('n') }))
  .add('a leader that does not assign in time', join({ rebalanceTimeoutMs: 400 }, { version: 3, isSetup: true, keep: { m: 'memberId' } }), untilState('Empty'), join({ memberId: ref('m') }), sync({ assignments: [] }), beat())
  .add('a protocol that both like', join({ protocols: consuming(['t-%'], 'sticky', 'roundrobin', 'range') }, { version: 3, isSetup: true, keep: { m: 'memberId' } }), sync({ protocolName: 'sticky' }, { version: 3, isSetup: true }), joins('n', { protocols: consuming(['u-%'], 'own', 'roundrobin', 'range') }), untilState('PreparingRebalance'), join({ memberId: ref('m'), protocols: consuming(['t-%'], 'sticky', 'roundrobin', 'range') }), receive('n'), describe('g-%'))
  .add('a member that no longer has the protocol of the others', ...pair, join({ memberId: ref('n'), protocols: [{ name: 'own', metadata: bytes('m') }] }, { on: 'n' }), beat())
  .add('the only member changes its protocol', ...stable, join({ memberId: ref('m'), protocols: [{ name: 'own', metadata: bytes('m') }] }), describe('g-%'))
  .add('the only member changes its protocol type', ...stable, join({ memberId: ref('m'), protocolType: 'connect' }))
  .add('another protocol type once everyone left', ...stable, leave(ref('m')), join({ protocolType: 'connect', protocols: [{ name: 'own', metadata: bytes('m') }] }, { version: 3 }), describe('g-%'))
  .add('the longest and the shortest session', join({ sessionTimeoutMs: 6000 }), join({ groupId: 'h-%', sessionTimeoutMs: 1_800_000 }))
  .add('a rebalance timeout of 0 and below', join({ rebalanceTimeoutMs: 0 }, { version: 3 }), join({ groupId: 'h-%', rebalanceTimeoutMs: -5 }, { version: 3 }))
  .add('a long group id', join({ groupId: `%${'g'.repeat(300)}` }))
  .add('a group of offsets alone', topic('t-%'), given('OffsetCommit', commitBody(), { version: 7, ...LOADING }), join({}, { version: 3 }), describe('g-%'))
  .addFor(9, 99, 'a session that ends', join({ sessionTimeoutMs: 6000 }, { version: 3, isSetup: true, keep: { m: 'memberId' } }), synced, untilState('Empty'), beat(), join({ memberId: ref('m') }), describe('g-%'))
  .addFor(9, 99, 'a session that ends while another waits', join({ sessionTimeoutMs: 6000, rebalanceTimeoutMs: 60_000 }, { version: 3, isSetup: true, keep: { m: 'memberId' } }), synced, joins('n', { rebalanceTimeoutMs: 60_000 }), receive('n'), describe('g-%'), beat({ memberId: ref('m'), generationId: 2 }))
  .addFor(9, 99, 'a member id that nobody came with', join({ sessionTimeoutMs: 6000 }, { keep: { p: 'memberId' } }), wait(7000), join({ memberId: ref('p') }))
  .addFor(9, 99, 'a static session that ends', join({ sessionTimeoutMs: 6000, groupInstanceId: 'i-1' }, { isSetup: true, keep: { m: 'memberId' } }), synced, untilState('Empty'), join({ groupInstanceId: 'i-1', memberId: ref('m') }), join({ groupInstanceId: 'i-1' }))
  .add('a connection that closes while its member waits', ...stable, joins('n', { protocols: other }), untilState('PreparingRebalance'), close('n'), join({ memberId: ref('m') }), describe('g-%'))
  .addFor(5, 99, 'a dynamic member as a static one', ...stable, join({ memberId: ref('m'), groupInstanceId: 'i-1' }))
  .addFor(5, 99, 'a member id that was given, with an instance', pending, join({ memberId: ref('p'), groupInstanceId: 'i-1' }))
  .addFor(4, 99, 'a member id that was given, too late', pending, leave(ref('p')), join({ memberId: ref('p') }))
  .addFor(4, 99, 'a member id of another group', pending, join({ groupId: 'h-%', memberId: ref('p') }))
  .addFor(5, 99, 'the old id of a static member that was replaced', fixed, synced, given('JoinGroup', { ...joining, groupInstanceId: 'i-1' }, { version: 5, on: 'b' }), join({ groupInstanceId: 'i-1', memberId: ref('m') }), join({ memberId: ref('m') }), beat({ groupInstanceId: 'i-1' }), beat())
  .addFor(5, 99, 'a static member that is replaced while it waits', fixed, synced, joins('n'), untilState('PreparingRebalance'), joins('o'), untilSize(3), send('old', join({ groupInstanceId: 'i-1', memberId: ref('m') })), join({ groupInstanceId: 'i-1' }, { on: 'b' }), receive('old'), receive('n'), receive('o'), describe('g-%'))
  .addFor(5, 99, 'a static leader that comes back before it assigned', fixed, join({ groupInstanceId: 'i-1' }, { on: 'b' }), sync({ groupInstanceId: 'i-1' }))
  .addFor(5, 99, 'an instance twice in two groups', fixed, synced, join({ groupId: 'h-%', groupInstanceId: 'i-1' }))
  .addFor(5, 99, 'a static member of a group that is full', fixed, synced, joins('n'), joins('o'), untilSize(3), rejoins('m', { groupInstanceId: 'i-1' }, 'main'), receive('m'), receive('n'), receive('o'), ...assigns(2, 'n', 'o'), join({ groupInstanceId: 'i-1' }, { on: 'b' }));

const syncGroup = new ApiScript('SyncGroup')
  .add('while others join', ...unsettled, sync())
  .add('a follower', ...both, send('n', sync({ generationId: 2, memberId: ref('n'), assignments: [] }, { on: 'n' })), sync({ generationId: 2, assignments: [{ memberId: ref('n'), assignment: bytes('all') }] }), receive('n'), sync({ generationId: 2, memberId: ref('n'), assignments: [] }))
  .add('a follower that assigns', ...both, send('n', sync({ generationId: 2, memberId: ref('n'), assignments: [{ memberId: ref('n'), assignment: bytes('mine') }] }, { on: 'n' })), sync({ generationId: 2, assignments: [] }), receive('n'))
  .add('a follower whose leader leaves', ...both, send('n', sync({ generationId: 2, memberId: ref('n'), assignments: [] }, { on: 'n' })), leave(ref('m')), receive('n'), beat({ generationId: 2, memberId: ref('n') }))
  .add('a follower whose leader joins again', ...both, send('n', sync({ generationId: 2, memberId: ref('n'), assignments: [] }, { on: 'n' })), wait(100), send('m', join({ memberId: ref('m'), protocols: other })), receive('n'), join({ memberId: ref('n') }, { on: 'n' }), receive('m'))
  .addFor(3, 99, 'a static follower that is replaced', ...stable, joins('n', { groupInstanceId: 'i-2' }), untilState('PreparingRebalance'), rejoins('m', {}, 'main'), receive('m'), receive('n'), send('old', sync({ generationId: 2, memberId: ref('n'), groupInstanceId: 'i-2', assignments: [] }, { on: 'n' })), wait(100), send('new', join({ groupInstanceId: 'i-2' }, { on: 'b' })), receive('old'), join({ memberId: ref('m') }), receive('new'))
  .add('after everyone left', ...stable, leave(ref('m')), sync())
  .add('a negative generation', ...stable, sync({ generationId: -1 }))
  .add('a member that has not joined yet', pending, sync({ memberId: ref('p'), generationId: 0, assignments: [] }))
  .add('of a group of offsets alone', topic('t-%'), given('OffsetCommit', commitBody(), { version: 7, ...LOADING }), sync({ memberId: 'm', assignments: [] }))
  .add('more than a batch holds', stable[0] as Step, sync({ assignments: [{ memberId: ref('m'), assignment: Buffer.alloc(1_100_000) }] }), describe('g-%'));

const offsetFetch = new ApiScript('OffsetFetch')
  .addFor(8, 99, 'groups of every kind', topic('t-%'), ...stable, given('OffsetCommit', commitBody({ groupId: 'h-%' }), LOADING), ask('OffsetFetch', { groupId: '', topics: [], groups: ['g-%', 'h-%', 'i-%', ''].map((groupId) => ({ groupId, topics: null })) }, LOADING))
  .addFor(8, 99, 'a group twice', topic('t-%'), given('OffsetCommit', commitBody(), LOADING), ask('OffsetFetch', { groupId: '', topics: [], groups: [{ groupId: 'g-%', topics: null }, { groupId: 'g-%', topics: [] }] }, LOADING))
  .add('while others join', topic('t-%'), ...unsettled, offsets());

const heartbeat = new ApiScript('Heartbeat')
  .add('while others join', ...unsettled, beat(), beat({ generationId: 7 }), beat({ memberId: ref('m'), generationId: 0 }))
  .add('while the leader assigns', ...both, beat({ generationId: 2, memberId: ref('n') }), beat({ generationId: 1, memberId: ref('n') }))
  .add('of a generation before', ...pair, beat({ generationId: 1 }), beat({ generationId: 3 }), beat({ generationId: -1 }))
  .add('a member that has not joined yet', pending, beat({ memberId: ref('p'), generationId: 0 }))
  .add('a member that has not joined yet, of a group', ...stable, join({}, { version: 9, on: 'p', keep: { p: 'memberId' } }), beat({ memberId: ref('p') }))
  .add('of a group of offsets alone', topic('t-%'), given('OffsetCommit', commitBody(), { version: 7, ...LOADING }), beat({ memberId: 'm' }))
  .add('pipelined with a goodbye', ...stable, pipeline(beat(), leave(ref('m')), beat(), join({ memberId: ref('m') }), describe('g-%')))
  .addFor(3, 99, 'the old id of a static member that was replaced', fixed, synced, given('JoinGroup', { ...joining, groupInstanceId: 'i-1' }, { version: 5, on: 'b', keep: { n: 'memberId' } }), beat({ groupInstanceId: 'i-1' }), beat(), beat({ memberId: ref('n'), groupInstanceId: 'i-1' }), beat({ memberId: ref('n') }));

const leaveGroup = new ApiScript('LeaveGroup')
  .add('a member that waits for others', ...unsettled, leave(ref('m')), receive('n'))
  .add('a follower', ...pair, leave(ref('n')), beat({ generationId: 2 }), anew, describe('g-%'))
  .add('the last of two', ...pair, leave(ref('n')), leave(ref('m')), describe('g-%'))
  .addFor(3, 99, 'all of them', ...pair, ask('LeaveGroup', { groupId: 'g-%', memberId: '', members: [{ memberId: ref('n') }, { memberId: ref('m') }, { memberId: ref('n') }] }), describe('g-%'))
  .addFor(3, 99, 'a static member with its id', fixed, synced, leave(ref('m'), { groupInstanceId: 'i-1' }), leave(ref('m'), { groupInstanceId: 'i-1' }))
  .addFor(3, 99, 'a static member by its id alone', fixed, synced, leave(ref('m')), describe('g-%'))
  .addFor(3, 99, 'a dynamic member with an instance', ...stable, leave(ref('m'), { groupInstanceId: 'i-1' }))
  .addFor(3, 99, 'a member that has not joined yet, with an instance', pending, leave(ref('p'), { groupInstanceId: 'i-1' }), leave(ref('p')))
  .addFor(3, 99, 'nobody and an empty instance', ...stable, leave('', { groupInstanceId: '' }))
  .addFor(5, 99, 'with a reason', ...stable, leave(ref('m'), { reason: 'enough' }))
  .add('of a group of offsets alone', topic('t-%'), given('OffsetCommit', commitBody(), { version: 7, ...LOADING }), leave('m'));

const describeGroups = new ApiScript('DescribeGroups')
  .add('a member that has not joined yet', pending, describe('g-%'))
  .add('a member that has not joined yet, of a group', ...stable, join({}, { version: 9, on: 'p' }), describe('g-%'))
  .add('two members', ...pair, describe('g-%'))
  .add('two members while they join', ...unsettled, describe('g-%'))
  .add('two members before the sync', ...both, describe('g-%'))
  .add('an empty group id', describe(''));

const listed = (fields: object) => ask('ListGroups', { statesFilter: [], typesFilter: [], ...fields }, { own: 'groups' });
const listGroups = new ApiScript('ListGroups')
  .addFor(4, 99, 'while others join', ...unsettled, listed({ statesFilter: ['PreparingRebalance'] }), listed({ statesFilter: ['preparingrebalance', 'CompletingRebalance'] }))
  .addFor(4, 99, 'while the leader assigns', ...both, listed({ statesFilter: ['CompletingRebalance'] }), listed({ statesFilter: ['Stable'] }), listed({ statesFilter: [''] }))
  .addFor(5, 99, 'by state and type', ...stable, listed({ statesFilter: ['Stable'], typesFilter: ['classic'] }), listed({ statesFilter: ['Stable'], typesFilter: ['consumer', 'share', 'streams'] }), listed({ statesFilter: ['Empty'], typesFilter: ['classic'] }), listed({ typesFilter: [''] }), listed({ typesFilter: ['unknown'] }));

const remove = (...groupsNames: readonly string[]) => ask('DeleteGroups', { groupsNames: [...groupsNames] });
const deleteGroups = new ApiScript('DeleteGroups')
  .add('while others join', ...unsettled, remove('g-%'))
  .add('while the leader assigns', ...both, remove('g-%'))
  .add('one that nobody has joined yet', pending, remove('g-%'), join({ memberId: ref('p') }, { version: 9 }))
  .add('an empty group id', remove(''))
  .add('several', ...stable, topic('t-%'), given('OffsetCommit', commitBody({ groupId: 'h-%' }), { version: 7, ...LOADING }), remove('g-%', 'h-%', 'i-%'))
  .add('a group that comes again', ...stable, leave(ref('m')), remove('g-%'), beat(), join({}, { version: 3 }));

const offsetCommit = new ApiScript('OffsetCommit')
  .add('while others join', topic('t-%'), ...unsettled, commit({ memberId: ref('m'), generationIdOrMemberEpoch: 1 }), commit({ memberId: ref('m'), generationIdOrMemberEpoch: 2 }), commit(), offsets())
  .add('of a follower while the leader assigns', topic('t-%'), ...both, commit({ memberId: ref('n'), generationIdOrMemberEpoch: 2 }), commit({ memberId: ref('n'), generationIdOrMemberEpoch: 1 }))
  .add('of a generation before', topic('t-%'), ...pair, commit({ memberId: ref('m'), generationIdOrMemberEpoch: 1 }), commit({ memberId: ref('m'), generationIdOrMemberEpoch: 3 }), commit({ memberId: ref('m'), generationIdOrMemberEpoch: 2 }))
  .add('of a member without a generation', topic('t-%'), ...stable, commit({ memberId: ref('m') }))
  .add('of a member that has not joined yet', topic('t-%'), pending, commit({ memberId: ref('p'), generationIdOrMemberEpoch: 0 }), commit({ memberId: ref('p') }), commit())
  .add('after everyone left', topic('t-%'), ...stable, leave(ref('m')), commit({ memberId: ref('m'), generationIdOrMemberEpoch: 1 }), commit({ memberId: ref('m') }), commit(), offsets())
  .add('of a generation to a group of offsets alone', topic('t-%'), commit(), commit({ memberId: 'm', generationIdOrMemberEpoch: 1 }), commit({ memberId: 'm' }))
  .add('more than a batch holds', topic('t-%'), commit({}, Array.from({ length: 300 }, () => ({ committedMetadata: 'm'.repeat(4000) }))), offsets())
  .add('pipelined with a goodbye', topic('t-%'), ...stable, pipeline(commit({ memberId: ref('m'), generationIdOrMemberEpoch: 1 }), leave(ref('m')), commit({ memberId: ref('m'), generationIdOrMemberEpoch: 1 }), commit(), offsets()))
  .add('metadata of two bytes a letter', topic('t-%'), commit({}, [{ committedMetadata: 'é'.repeat(2100) }]), commit({}, [{ committedMetadata: 'é'.repeat(4096) }]), commit({}, [{ committedMetadata: 'é'.repeat(4097) }]))
  .add('metadata that is too long, of another generation', topic('t-%'), ...stable, commit({ memberId: ref('m'), generationIdOrMemberEpoch: 7 }, [{ committedMetadata: 'm'.repeat(5000) }]))
  .add('a topic twice', topic('t-%', 2), (() => { const body = commitBody(); return ask('OffsetCommit', { ...body, topics: [...body.topics, ...commitBody({}, [{ partitionIndex: 1 }]).topics] }, LOADING); })(), offsets(['t-%'], {}, [0, 1]))
  .add('a leader epoch', topic('t-%'), commit({}, [{ committedLeaderEpoch: 7 }]), offsets(), commit({}, [{ committedLeaderEpoch: -1 }]), offsets())
  .addFor(7, 99, 'the old id of a static member that was replaced', topic('t-%'), fixed, synced, given('JoinGroup', { ...joining, groupInstanceId: 'i-1' }, { version: 5, on: 'b', keep: { n: 'memberId' } }), commit({ memberId: ref('m'), groupInstanceId: 'i-1', generationIdOrMemberEpoch: 1 }), commit({ memberId: ref('m'), generationIdOrMemberEpoch: 1 }), commit({ memberId: ref('n'), groupInstanceId: 'i-1', generationIdOrMemberEpoch: 1 }))
  .addFor(7, 99, 'an instance without a member', topic('t-%'), commit({ groupInstanceId: 'i-1' }), ...stable, commit({ groupInstanceId: 'i-1' }));

/** A member whose metadata is what consumers say. */
const consumes = (topics: readonly string[], protocolType = 'consumer') => [
  ask('JoinGroup', { ...joining, protocolType, protocols: [{ name: 'range', metadata: subscription({ topics }) }] }, { ...LOADING, version: 3, isSetup: true, keep: { m: 'memberId' } }),
  sync({ protocolType }, { version: 5, isSetup: true }),
];
const ofMember = given('OffsetCommit', commitBody({ memberId: ref('m'), generationIdOrMemberEpoch: 1 }), LOADING);
const forget = (name: string, ...partitions: readonly number[]) => ask('OffsetDelete', { groupId: 'g-%', topics: [{ name, partitions: partitions.map((partitionIndex) => ({ partitionIndex })) }] });
const offsetDelete = new ApiScript('OffsetDelete')
  .add('a topic that is read', topic('t-%'), ...consumes(['t-%', 'u-%']), ofMember, forget('t-%', 0, 7, -1), forget('u-%', 0), offsets())
  .add('a topic that is not read', topic('t-%'), ...consumes(['u-%']), ofMember, forget('t-%', 0), offsets())
  .add('of a group of another type', topic('t-%'), ...consumes(['u-%'], 'connect'), ofMember, forget('t-%', 0), leave(ref('m')), forget('t-%', 0))
  .add('before the sync', topic('t-%'), consumes(['t-%'])[0] as Step, forget('t-%', 0))
  .add('while others join', topic('t-%'), ...consumes(['t-%']), ofMember, joins('n', { protocols: [{ name: 'range', metadata: subscription({ topics: ['s-%'] }) }] }), untilState('PreparingRebalance'), forget('t-%', 0), forget('s-%', 0))
  .add('once everyone left', topic('t-%'), ...consumes(['t-%']), ofMember, leave(ref('m')), forget('t-%', 0), offsets())
  .add('several topics', topic('t-%'), topic('s-%'), ...consumes(['t-%']), ofMember, ask('OffsetDelete', { groupId: 'g-%', topics: ['s-%', 'u-%', 't-%'].map((name) => ({ name, partitions: [{ partitionIndex: 0 }] })) }));

export const classicSequences = [joinGroup, syncGroup, heartbeat, leaveGroup, describeGroups, listGroups, deleteGroups, offsetCommit, offsetFetch, offsetDelete];
