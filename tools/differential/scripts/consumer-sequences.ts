/** Groups of KIP-848 with two members and more: epochs on the way, partitions that are not given up, static members that come and go, offsets. */
import { ApiScript, ask, given, idOf, ref, topic } from '../script.ts';
import { beat, describe, joined, joining, M, owned } from './consumer-groups.ts';
import { commitBody, LOADING } from './groups.ts';

const N = 'n-%';
const [O, P] = ['o-%', 'p-%'] as const;
const setup = (name: string) => ({ isSetup: true, keep: { [name]: 'memberEpoch' } });
const by = (memberId: string, fields: object = {}, options: object = {}) => beat({ memberId, ...fields }, options);
/** `m` joined with `fields` and holds both partitions; its epoch is kept as `e`. */
const alone = (fields: object = {}) => [topic('t-%', 2), beat({ ...joining, ...fields }, setup('e')), beat({ memberEpoch: ref('e'), topicPartitions: owned(0, 1), ...('instanceId' in fields ? { instanceId: fields.instanceId as string } : {}) }, setup('e'))];
const newcomer = by(N, joining, setup('f'));
/** `m` is told which partition to give up: the one that it keeps is not known before, so it names what it was told. */
const keeps = (fields: object = {}) => by(M, { memberEpoch: ref('e'), ...fields }, { isSetup: true, keep: { kept: 'assignment.topicPartitions' } });
const gaveUp = by(M, { memberEpoch: ref('e'), topicPartitions: ref('kept') }, setup('e'));
/** `m` and `n` with a partition each. */
const two = [...alone(), newcomer, keeps(), gaveUp, by(N, { memberEpoch: ref('f') }, { isSetup: true, keep: { f: 'memberEpoch', given: 'assignment.topicPartitions' } }), by(N, { memberEpoch: ref('f'), topicPartitions: ref('given') }, setup('f'))];
const full = [...alone(), by(N, joining, setup('f')), by(O, joining, setup('f'))];

const heartbeats = new ApiScript('ConsumerGroupHeartbeat')
  .add('two members, step by step', ...alone(), by(N, joining, { keep: { f: 'memberEpoch' } }), describe('g-%'), by(N, { memberEpoch: ref('f'), topicPartitions: [] }), by(M, { memberEpoch: ref('e') }, { keep: { kept: 'assignment.topicPartitions' } }), describe('g-%'), by(N, { memberEpoch: ref('f') }), by(M, { memberEpoch: ref('e'), topicPartitions: ref('kept') }, { keep: { e: 'memberEpoch' } }), describe('g-%'), by(N, { memberEpoch: ref('f') }), describe('g-%'), by(M, { memberEpoch: ref('e') }))
  .add('two members, one goes', ...two, by(N, { memberEpoch: -1 }), by(M, { memberEpoch: ref('e') }), describe('g-%'))
  .add('the epoch before', ...two, by(M, { memberEpoch: 1, topicPartitions: ref('kept') }), by(M, { memberEpoch: 1, topicPartitions: owned(0, 1) }), by(M, { memberEpoch: 1 }))
  .add('an epoch that both had', ...two, by(N, { memberEpoch: 1, topicPartitions: [] }), by(N, { memberEpoch: 0 }))
  .add('partitions that another holds', ...two, by(N, { memberEpoch: ref('f'), topicPartitions: owned(0, 1) }), describe('g-%'))
  .add('partitions that are not there', ...joined, by(M, { memberEpoch: ref('e'), topicPartitions: owned(0, 1, 7, -1) }), by(M, { memberEpoch: ref('e'), topicPartitions: [{ topicId: 'xkcae_31QG2m1rltb0NsUg', partitions: [0] }] }), by(M, { memberEpoch: ref('e'), topicPartitions: owned(0, 0, 1) }))
  .add('partitions that are not given up in time', ...alone({ rebalanceTimeoutMs: 400 }), newcomer, by(M, { memberEpoch: ref('e') }), by(N, { memberEpoch: ref('f') }, { until: { path: 'assignment.topicPartitions.0.partitions.length', is: 2 } }), by(M, { memberEpoch: ref('e') }), describe('g-%'))
  .add('a fourth member of three', ...full, by(P, joining), by(M, joining, setup('e')), by(N, { memberEpoch: -1 }, setup('x')), by(P, joining, setup('x')))
  .add('a static fourth member of three', ...alone({ instanceId: 'i-1' }), by(N, joining, setup('f')), by(O, joining, setup('f')), by(P, { ...joining, instanceId: 'i-4' }), by(P, { ...joining, instanceId: 'i-1' }), by(M, { memberEpoch: -2, instanceId: 'i-1' }), by(P, { ...joining, instanceId: 'i-1' }))
  .add('an assignor that comes later', ...joined, by(M, { memberEpoch: ref('e'), serverAssignor: 'range' }), describe('g-%'), by(M, { memberEpoch: ref('e'), serverAssignor: 'nonsense' }), by(M, { memberEpoch: -1, serverAssignor: 'nonsense' }))
  .add('two assignors', ...alone({ serverAssignor: 'range' }), by(N, { ...joining, serverAssignor: 'uniform' }), describe('g-%'))
  .add('two assignors, the other way round', ...alone({ serverAssignor: 'uniform' }), by(N, { ...joining, serverAssignor: 'range' }), describe('g-%'))
  .add('an empty assignor', ...joined, by(N, { ...joining, serverAssignor: '' }), by(M, { memberEpoch: ref('e'), serverAssignor: '' }))
  .add('another rack', ...joined, by(M, { memberEpoch: ref('e'), rackId: 'r' }), describe('g-%'))
  .add('other topics', topic('s-%'), ...joined, by(M, { memberEpoch: ref('e'), subscribedTopicNames: ['s-%', 't-%', 's-%'] }, { keep: { e: 'memberEpoch' } }), by(M, { memberEpoch: ref('e'), subscribedTopicNames: ['s-%'] }, { keep: { e: 'memberEpoch' } }), describe('g-%'))
  .add('the same topics in another order', topic('s-%'), topic('t-%', 2), beat({ ...joining, subscribedTopicNames: ['t-%', 's-%'] }, { keep: { e: 'memberEpoch' } }), beat({ memberEpoch: ref('e'), subscribedTopicNames: ['s-%', 't-%'] }))
  .add('bad names of topics', topic('t-%', 2), beat({ ...joining, subscribedTopicNames: ['', '.', 'a b', 't-%'] }), describe('g-%'))
  .add('a rebalance timeout of 0 and below', beat({ ...joining, rebalanceTimeoutMs: 0 }), by(N, { ...joining, rebalanceTimeoutMs: -2 }), by(O, { ...joining, rebalanceTimeoutMs: -1 }))
  .add('blanks', beat({ ...joining, memberId: '  ' }), beat({ ...joining, instanceId: '  ' }), beat({ ...joining, rackId: '  ' }))
  .add('a member id of 37 letters', topic('t-%', 2), beat({ ...joining, memberId: 'm'.repeat(37) }))
  .add('leaves without an id', beat({ memberId: '', memberEpoch: -1 }), beat({ memberId: '', memberEpoch: 5 }))
  .add('an unknown member leaves', ...joined, by('nobody', { memberEpoch: -1 }), by('nobody', { memberEpoch: -2, instanceId: 'i-1' }))
  .add('on the way: joins again while it gives up', ...alone(), newcomer, keeps(), by(M, joining, { keep: { e: 'memberEpoch' } }), by(N, { memberEpoch: ref('f') }), describe('g-%'), by(M, { memberEpoch: ref('e') }))
  .add('on the way: reads something else while it gives up', topic('s-%'), ...alone(), newcomer, keeps(), by(M, { memberEpoch: ref('e'), subscribedTopicNames: ['s-%'] }, { keep: { e: 'memberEpoch' } }), describe('g-%'), by(M, { memberEpoch: ref('e'), topicPartitions: [] }, { keep: { e: 'memberEpoch' } }), by(N, { memberEpoch: ref('f') }), describe('g-%'))
  .add('on the way: gives up more than it must', ...alone(), newcomer, keeps(), by(M, { memberEpoch: ref('e'), topicPartitions: [] }, { keep: { e: 'memberEpoch' } }), describe('g-%'), by(M, { memberEpoch: ref('e'), topicPartitions: [] }))
  .add('on the way: gives up nothing, and says so', ...alone(), newcomer, keeps(), by(M, { memberEpoch: ref('e'), topicPartitions: owned(0, 1) }), by(M, { memberEpoch: ref('e'), topicPartitions: owned(0, 1), subscribedTopicNames: ['t-%'], rebalanceTimeoutMs: 10_000 }), describe('g-%'))
  .add('on the way: goes while it gives up', ...alone(), newcomer, keeps(), by(M, { memberEpoch: -1 }), by(N, { memberEpoch: ref('f') }), describe('g-%'))
  .add('on the way: goes while another gives up', ...alone(), newcomer, keeps(), by(N, { memberEpoch: -1 }), by(M, { memberEpoch: ref('e') }, { keep: { e: 'memberEpoch' } }), describe('g-%'))
  .add('on the way: comes while another gives up', ...alone(), newcomer, keeps(), by(O, joining, { keep: { h: 'memberEpoch' } }), by(M, { memberEpoch: ref('e') }), by(N, { memberEpoch: ref('f') }), by(O, { memberEpoch: ref('h') }))
  .add('a topic that grows', ...joined, given('CreatePartitions', { topics: [{ name: 't-%', count: 3, assignments: null }], timeoutMs: 10_000, validateOnly: false }), by(M, { memberEpoch: ref('e') }, { isSetup: true, keep: { e: 'memberEpoch' }, until: { path: 'assignment.topicPartitions.0.partitions.length', is: 3 } }), describe('g-%'), by(M, { memberEpoch: ref('e'), topicPartitions: owned(0, 1, 2) }))
  .add('a member that reads nothing', ...alone(), by(N, { ...joining, subscribedTopicNames: [] }, { keep: { f: 'memberEpoch' } }), describe('g-%'), by(N, { memberEpoch: ref('f'), subscribedTopicNames: ['t-%'] }), by(M, { memberEpoch: -1 }), by(N, { memberEpoch: -1 }), by(N, { ...joining, subscribedTopicNames: [] }))
  .add('the last member leaves', ...joined, by(M, { memberEpoch: -1 }), describe('g-%'), beat(joining), describe('g-%'))
  .addFor(1, 99, 'a bad expression later', ...joined, by(M, { memberEpoch: ref('e'), subscribedTopicRegex: '[a' }), by(M, { memberEpoch: ref('e'), subscribedTopicRegex: '*' }), by(M, { memberEpoch: ref('e'), subscribedTopicRegex: 'a{2,1}' }), by(M, { memberEpoch: ref('e') }))
  .addFor(1, 99, 'bad expressions', ...['a(?=b)', '\\', 'a**', '(?<n', ')', '[z-a]', 'a{1001}', '\\1', '(?i', '\\p{Nonsense}'].map((subscribedTopicRegex) => beat({ ...joining, subscribedTopicNames: null, subscribedTopicRegex })))
  .addFor(1, 99, 'a bad expression in a group that is not there', beat({ memberEpoch: 3, subscribedTopicRegex: '(' }), beat({ memberEpoch: -1, subscribedTopicRegex: '(' }))
  .addFor(1, 99, 'an empty expression later', ...joined, by(M, { memberEpoch: ref('e'), subscribedTopicRegex: '' }), describe('g-%'))
  .addFor(1, 99, 'neither topics nor expression', beat({ ...joining, subscribedTopicNames: null }), beat({ ...joining, subscribedTopicNames: [], subscribedTopicRegex: '' }), describe('g-%'))
  .add('a classic group', given('JoinGroup', { groupId: 'g-%', sessionTimeoutMs: 30_000, rebalanceTimeoutMs: 5000, memberId: '', protocolType: 'consumer', protocols: [{ name: 'range', metadata: Buffer.from('m') }] }, { ...LOADING, version: 3 }), beat({ memberEpoch: 3 }), beat({ memberEpoch: -1 }), beat({ memberEpoch: -2, instanceId: 'i-1' }), beat(joining))
  .add('a classic group of another type', given('JoinGroup', { groupId: 'g-%', sessionTimeoutMs: 30_000, rebalanceTimeoutMs: 5000, memberId: '', protocolType: 'connect', protocols: [{ name: 'range', metadata: Buffer.from('m') }] }, { ...LOADING, version: 3 }), beat(joining))
  .add('a group of offsets alone', topic('t-%', 2), given('OffsetCommit', commitBody(), { version: 7, ...LOADING }), beat({ memberEpoch: 3 }), beat(joining), describe('g-%'));

/** A static member `i-1` with the id `m`. */
const fixed = (name = 'i-1') => alone({ instanceId: name });
const away = by(M, { memberEpoch: -2, instanceId: 'i-1' });
const staticMembers = new ApiScript('ConsumerGroupHeartbeat')
  .add('static: goes and comes back itself', ...fixed(), away, describe('g-%'), by(M, { ...joining, instanceId: 'i-1' }), describe('g-%'))
  .add('static: goes twice', ...fixed(), away, away, by(M, { memberEpoch: -1, instanceId: 'i-1' }), describe('g-%'))
  .add('static: goes and goes on', ...fixed(), away, by(M, { memberEpoch: ref('e'), instanceId: 'i-1' }), by(M, { memberEpoch: 1, topicPartitions: [], instanceId: 'i-1' }))
  .add('static: another takes its place', ...fixed(), away, by(N, { ...joining, instanceId: 'i-1' }, { keep: { f: 'memberEpoch' } }), by(M, { memberEpoch: ref('e'), instanceId: 'i-1' }), by(M, { memberEpoch: ref('e') }), by(M, { memberEpoch: -1, instanceId: 'i-1' }), by(M, { memberEpoch: -2, instanceId: 'i-1' }), by(N, { memberEpoch: ref('f'), instanceId: 'i-1', topicPartitions: owned(0, 1) }), describe('g-%'))
  .add('static: another takes its place and reads something else', topic('s-%'), ...fixed(), away, by(N, { ...joining, subscribedTopicNames: ['s-%'], instanceId: 'i-1' }), describe('g-%'))
  .add('static: its place is not free', ...fixed(), by(N, { ...joining, instanceId: 'i-1' }), by(M, { ...joining, instanceId: 'i-1' }), by(M, { memberEpoch: ref('e'), instanceId: 'i-1' }))
  .add('static: another goes for it', ...fixed(), by(N, { memberEpoch: -2, instanceId: 'i-1' }), by(N, { memberEpoch: -1, instanceId: 'i-1' }), by(N, { memberEpoch: ref('e'), instanceId: 'i-1' }))
  .add('static: without its instance', ...fixed(), by(M, { memberEpoch: ref('e') }), by(M, { memberEpoch: -2 }), by(M, { memberEpoch: -1 }), describe('g-%'))
  .add('static: with another instance', ...fixed(), by(M, { memberEpoch: ref('e'), instanceId: 'i-2' }), by(M, { memberEpoch: -1, instanceId: 'i-2' }), by(M, { memberEpoch: -2, instanceId: 'i-2' }))
  .add('static: a dynamic member with an instance', ...joined, by(M, { memberEpoch: ref('e'), instanceId: 'i-1' }), by(M, { memberEpoch: -2, instanceId: 'i-1' }), by(M, { ...joining, instanceId: 'i-1' }), describe('g-%'))
  .add('static: joins as a dynamic member', ...fixed(), by(M, joining), describe('g-%'))
  .add('static: two instances', ...fixed(), by(N, { ...joining, instanceId: 'i-2' }, { keep: { f: 'memberEpoch' } }), by(N, { memberEpoch: ref('f'), instanceId: 'i-1' }), by(M, { memberEpoch: ref('e'), instanceId: 'i-2' }))
  .add('static: goes while another waits', ...fixed(), newcomer, away, by(N, { memberEpoch: ref('f') }), describe('g-%'))
  .add('static: an unknown group', beat({ memberEpoch: -2, instanceId: 'i-1' }), beat({ memberEpoch: 4, instanceId: 'i-1' }));

const describes = new ApiScript('ConsumerGroupDescribe')
  .add('two members on the way', ...alone(), newcomer, describe('g-%'), keeps(), describe('g-%'))
  .add('two members', ...two, describe('g-%'))
  .add('a static member that is away', ...fixed(), away, describe('g-%'))
  .add('a group of offsets alone', topic('t-%'), given('OffsetCommit', commitBody(), { version: 7, ...LOADING }), describe('g-%'));

const commit = (fields: object = {}, options: object = {}) => ask('OffsetCommit', commitBody({ memberId: M, ...fields }), { ...LOADING, ...options });
const commits = new ApiScript('OffsetCommit')
  .add('consumer group: of a member', ...joined, commit({ generationIdOrMemberEpoch: ref('e') }), commit({ generationIdOrMemberEpoch: 77 }), commit({ generationIdOrMemberEpoch: 0 }), commit({ generationIdOrMemberEpoch: -1 }), commit({ generationIdOrMemberEpoch: -2 }))
  .add('consumer group: of nobody', ...joined, commit({ memberId: '' }), commit({ memberId: 'nobody', generationIdOrMemberEpoch: 1 }), commit({ memberId: '', generationIdOrMemberEpoch: 1 }))
  .add('consumer group: an epoch before', ...two, commit({ generationIdOrMemberEpoch: 1 }), commit({ generationIdOrMemberEpoch: ref('e') }), commit({ memberId: N, generationIdOrMemberEpoch: ref('f') }), commit({ memberId: N, generationIdOrMemberEpoch: 1 }))
  .add('consumer group: both partitions with an epoch before', ...two, ask('OffsetCommit', commitBody({ memberId: M, generationIdOrMemberEpoch: 1 }, [{}, { partitionIndex: 1 }, { partitionIndex: 7 }]), LOADING))
  .add('consumer group: while a member gives up', ...alone(), newcomer, keeps(), ...[ref('e') as number, 1, 0].map((epoch) => ask('OffsetCommit', commitBody({ memberId: M, generationIdOrMemberEpoch: epoch }, [{}, { partitionIndex: 1 }]), LOADING)), ask('OffsetCommit', commitBody({ memberId: N, generationIdOrMemberEpoch: ref('f') }, [{}, { partitionIndex: 1 }]), LOADING))
  .add('consumer group: after it joined again', ...alone(), by(M, joining, { isSetup: true, keep: { f: 'memberEpoch' } }), commit({ generationIdOrMemberEpoch: ref('e') }), commit({ generationIdOrMemberEpoch: ref('f') }), commit({ generationIdOrMemberEpoch: 0 }))
  .add('consumer group: once a member left', ...joined, by(M, { memberEpoch: -1 }), commit({ generationIdOrMemberEpoch: ref('e') }), commit({ memberId: 'm' }), commit({ memberId: '' }))
  .addFor(7, 99, 'consumer group: of a static member', ...fixed(), commit({ groupInstanceId: 'i-1', generationIdOrMemberEpoch: ref('e') }), commit({ groupInstanceId: 'i-9', generationIdOrMemberEpoch: ref('e') }), away, commit({ groupInstanceId: 'i-1', generationIdOrMemberEpoch: ref('e') }), commit({ groupInstanceId: 'i-1', generationIdOrMemberEpoch: -2 }))
  .add('consumer group: metadata that is too long', ...joined, ask('OffsetCommit', commitBody({ memberId: M, generationIdOrMemberEpoch: ref('e') }, [{ committedMetadata: 'm'.repeat(4097) }, { partitionIndex: 1 }]), LOADING));

const fetch = (fields: object) => ask('OffsetFetch', { groupId: '', topics: [], groups: [{ groupId: 'g-%', topics: [{ name: 't-%', topicId: idOf('t-%'), partitionIndexes: [0] }], ...fields }] }, LOADING);
const fetches = new ApiScript('OffsetFetch')
  .addFor(9, 99, 'consumer group: as a member', ...joined, ...[ref('e') as number, 0, 77, -1, -2].map((memberEpoch) => fetch({ memberId: M, memberEpoch })), fetch({ memberId: '', memberEpoch: ref('e') }), fetch({ memberId: '', memberEpoch: -1 }))
  .addFor(9, 99, 'consumer group: as a member of an epoch before', ...two, fetch({ memberId: M, memberEpoch: 1 }), fetch({ memberId: N, memberEpoch: 1 }), fetch({ memberId: N, memberEpoch: ref('f') }))
  .addFor(9, 99, 'consumer group: once a member left', ...joined, by(M, { memberEpoch: -1 }), fetch({ memberId: M, memberEpoch: ref('e') }), fetch({ memberId: 'nobody', memberEpoch: -1 }))
  .addFor(9, 99, 'consumer group: an epoch without a member', ...joined, fetch({ memberId: null, memberEpoch: ref('e') }))
  .addFor(9, 99, 'as a member of an unknown group', topic('t-%'), fetch({ memberId: M, memberEpoch: 1 }), fetch({ memberId: M, memberEpoch: -1 }))
  .addFor(9, 99, 'all, as a member', ...joined, fetch({ memberId: M, memberEpoch: ref('e'), topics: null }), fetch({ memberId: M, memberEpoch: 9, topics: null }))
  .addFor(8, 99, 'an empty group id', topic('t-%'), fetch({ groupId: '' }))
  .addFor(1, 8, 'consumer group: of clients that know none', ...joined, ask('OffsetFetch', { groupId: 'g-%', topics: [{ name: 't-%', partitionIndexes: [0] }], groups: [{ groupId: 'g-%', topics: [{ name: 't-%', partitionIndexes: [0] }] }] }, LOADING));

const remove = (...groupsNames: readonly string[]) => ask('DeleteGroups', { groupsNames: [...groupsNames] });
const deletes = new ApiScript('DeleteGroups')
  .add('consumer group: with a member, then without', ...joined, remove('g-%'), by(M, { memberEpoch: -1 }), remove('g-%'), describe('g-%'), beat({ memberEpoch: ref('e') }))
  .add('consumer group: with a static member that is away', ...fixed(), away, remove('g-%'));

const forget = (name: string, ...partitions: readonly number[]) => ask('OffsetDelete', { groupId: 'g-%', topics: [{ name, partitions: partitions.map((partitionIndex) => ({ partitionIndex })) }] });
const forgets = new ApiScript('OffsetDelete')
  .add('consumer group: what is read and what is not', topic('s-%'), ...joined, commit({ generationIdOrMemberEpoch: ref('e') }), forget('t-%', 0, 7), forget('s-%', 0), by(M, { memberEpoch: -1 }), forget('t-%', 0, 7));

const left = (members: readonly object[]) => ask('LeaveGroup', { groupId: 'g-%', memberId: M, members: members.map((member) => ({ memberId: '', ...member })) });
const leaves = new ApiScript('LeaveGroup')
  .add('consumer group: a member', ...joined, left([{ memberId: M }]), describe('g-%'))
  .addFor(3, 99, 'consumer group: by the instance', ...fixed(), left([{ groupInstanceId: 'i-1' }]), describe('g-%'))
  .addFor(3, 99, 'consumer group: a wrong member, a wrong instance', ...fixed(), left([{ memberId: N, groupInstanceId: 'i-1' }, { groupInstanceId: 'i-9' }, { memberId: N }, { memberId: M, groupInstanceId: 'i-1' }]), describe('g-%'));

const lists = new ApiScript('ListGroups')
  .addFor(4, 99, 'consumer group: by state', ...alone(), ...['Stable', 'stable', 'Reconciling', 'Assigning', 'Empty'].map(listed), newcomer, ...['Stable', 'Reconciling', 'reconciling'].map(listed), by(M, { memberEpoch: -1 }), by(N, { memberEpoch: -1 }), ...['Empty', 'Dead'].map(listed));

function listed(state: string) {
  return ask('ListGroups', { statesFilter: [state], typesFilter: [] }, { own: 'groups' });
}

const commitTxn = (fields: object) => ask('TxnOffsetCommit', { transactionalId: 'x-%', groupId: 'g-%', producerId: ref('pid'), producerEpoch: ref('epoch'), topics: [{ name: 't-%', partitions: [{ partitionIndex: 0, committedOffset: 5, committedMetadata: 'm' }] }], memberId: M, ...fields }, { again: [14, 15, 16, 51] });
const begun = [
  given('InitProducerId', { transactionalId: 'x-%', transactionTimeoutMs: 60_000 }, { keep: { pid: 'producerId', epoch: 'producerEpoch' }, again: [14, 15, 16, 51] }),
  given('AddOffsetsToTxn', { transactionalId: 'x-%', producerId: ref('pid'), producerEpoch: ref('epoch'), groupId: 'g-%' }, { again: [14, 15, 16, 51] }),
];
const transactional = new ApiScript('TxnOffsetCommit')
  .addFor(3, 99, 'consumer group: of a member', ...joined, ...begun, commitTxn({ generationId: ref('e') }), commitTxn({ generationId: 77 }), commitTxn({ generationId: 0 }), commitTxn({ generationId: -1 }), commitTxn({ memberId: 'nobody', generationId: 1 }), commitTxn({ memberId: '', generationId: 1 }), commitTxn({ memberId: '' }))
  .addFor(3, 99, 'consumer group: of an epoch before', ...two, ...begun, commitTxn({ generationId: 1 }), commitTxn({ memberId: N, generationId: 1 }), commitTxn({ memberId: N, generationId: ref('f') }))
  .addFor(3, 99, 'consumer group: of a static member', ...fixed(), ...begun, commitTxn({ generationId: ref('e'), groupInstanceId: 'i-1' }), commitTxn({ generationId: ref('e'), groupInstanceId: 'i-9' }), commitTxn({ memberId: '', groupInstanceId: 'i-1' }), away, commitTxn({ generationId: ref('e'), groupInstanceId: 'i-1' }))
  .addFor(3, 99, 'consumer group: once a member left', ...joined, ...begun, by(M, { memberEpoch: -1 }), commitTxn({ generationId: ref('e') }), commitTxn({ generationId: -1 }), commitTxn({ memberId: '' }));

export const consumerSequences = [heartbeats, staticMembers, describes, commits, fetches, deletes, forgets, leaves, lists, transactional];
