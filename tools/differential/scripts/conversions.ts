/** Groups whose members speak both protocols, and groups that change from one to the other, also in the middle of a rebalance. */
import { ApiScript, ask, assignment, given, type NamedPartitions, receive, ref, type RequestOf, send, subscription, topic } from '../script.ts';
import { joins, untilSize, untilState } from './classic-sequences.ts';
import { beat, describe, joined, joining, M, owned } from './consumer-groups.ts';
import { commitBody, describe as describeClassic, LOADING } from './groups.ts';

const consumer = (owns?: NamedPartitions, fields: object = {}) => [{ name: 'range', metadata: subscription({ topics: ['t-%'], ...(owns === undefined ? {} : { owned: owns }), ...fields }) }];
const joining3: RequestOf<'JoinGroup'> = { groupId: 'g-%', sessionTimeoutMs: 30_000, rebalanceTimeoutMs: 5000, memberId: '', protocolType: 'consumer', protocols: consumer() };
const join = (fields: Partial<RequestOf<'JoinGroup'>> = {}, options: object = {}) => ask('JoinGroup', { ...joining3, ...fields }, { ...LOADING, ...options });
const sync = (fields: Partial<RequestOf<'SyncGroup'>> = {}, options: object = {}) => ask('SyncGroup', { groupId: 'g-%', generationId: ref('e'), memberId: ref('c'), protocolType: 'consumer', protocolName: 'range', assignments: [], ...fields }, options);
const pulse = (fields: Partial<RequestOf<'Heartbeat'>> = {}, options: object = {}) => ask('Heartbeat', { groupId: 'g-%', generationId: ref('e'), memberId: ref('c'), ...fields }, options);
const kept = { c: 'memberId', e: 'generationId' };
const setup = { isSetup: true, version: 5 };

/** A classic group of the one member `c`, to which its own leader gave both partitions. */
const classic = (fields: Partial<RequestOf<'JoinGroup'>> = {}) => [
  topic('t-%', 2),
  join(fields, { version: 'groupInstanceId' in fields ? 5 : 3, isSetup: true, keep: kept }),
  sync({ assignments: [{ memberId: ref('c'), assignment: assignment({ 't-%': [0, 1] }) }] }, setup),
];
const arrives = beat(joining, { isSetup: true, keep: { f: 'memberEpoch' } });
/** The classic member hears of it and gives one partition up, as an eager one does: all, and then some come back. */
const follows = [join({ memberId: ref('c') }, { version: 5, isSetup: true, keep: kept }), sync({}, setup)];
/** A consumer group: `m` of the new protocol holds what is its own, and the classic `c` has joined and synced. */
const mixed = [...classic(), arrives, ...follows];
/** A consumer group of `m`, which a classic member `c` joins. */
const visited = [...joined, join({}, { version: 3, isSetup: true, keep: kept })];

const commit = (fields: object) => ask('OffsetCommit', commitBody({ memberId: ref('c'), ...fields }), LOADING);
const fetched = ask('OffsetFetch', { groupId: '', topics: [], groups: [{ groupId: 'g-%', topics: null }] }, LOADING);

const upgrades = new ApiScript('ConsumerGroupHeartbeat')
  .add('upgrade: step by step', ...classic(), beat(joining, { keep: { f: 'memberEpoch' } }), describe('g-%'), pulse(), join({ memberId: ref('c') }, { version: 5, keep: kept }), describe('g-%'), beat({ memberEpoch: ref('f') }), sync({}, { version: 5 }), pulse(), describe('g-%'))
  .add('upgrade: of a cooperative member', ...classic({ protocols: consumer({ 't-%': [] }) }), beat(joining, { keep: { f: 'memberEpoch' } }), pulse(), join({ memberId: ref('c'), protocols: consumer({ 't-%': [0, 1] }) }, { version: 5, keep: kept }), sync({}, { version: 5 }), describe('g-%'), pulse())
  .add('upgrade: the classic member goes', ...mixed, ask('LeaveGroup', { groupId: 'g-%', memberId: ref('c'), members: [{ memberId: ref('c') }] }), beat({ memberEpoch: ref('f') }), describe('g-%'))
  .add('upgrade: and back', ...mixed, beat({ memberEpoch: -1 }), describe('g-%'), describeClassic('g-%'), pulse(), join({ memberId: ref('c') }, { version: 5 }))
  .add('upgrade: a member that joins is sent back', ...classic(), send('n', join({}, { version: 3, on: 'n' })), untilState('PreparingRebalance'), beat(joining), receive('n'), pulse())
  .add('upgrade: a member that waits for its leader is sent back', ...classic(), send('n', join({}, { version: 3, on: 'n', isSetup: true, keep: { n: 'memberId' } })), untilState('PreparingRebalance'), join({ memberId: ref('c') }, { version: 3, isSetup: true, keep: kept }), receive('n'), send('s', sync({ memberId: ref('n') }, { on: 'n', version: 5 })), beat(joining), receive('s'), pulse())
  .add('upgrade: the member itself', ...classic(), beat({ ...joining, memberId: ref('c') }, { keep: { f: 'memberEpoch' } }), pulse(), describe('g-%'), beat({ memberId: ref('c'), memberEpoch: ref('f'), topicPartitions: owned(0, 1) }))
  .add('upgrade: a static member', ...classic({ groupInstanceId: 'i-1' }), beat({ ...joining, instanceId: 'i-1' }, { keep: { f: 'memberEpoch' } }), pulse({ groupInstanceId: 'i-1' }), pulse(), describe('g-%'))
  .add('upgrade: metadata of nobody', topic('t-%', 2), ask('JoinGroup', { ...joining3, protocols: [{ name: 'range', metadata: Buffer.from('m') }] }, { ...LOADING, version: 3, isSetup: true, keep: kept }), sync({}, setup), beat(joining), pulse())
  .add('upgrade: with a bad request', ...classic(), beat({ ...joining, serverAssignor: 'nonsense' }), beat({ ...joining, rebalanceTimeoutMs: -1 }), pulse(), describeClassic('g-%'))
  .addFor(1, 99, 'upgrade: with a bad expression', ...classic(), beat({ ...joining, subscribedTopicNames: null, subscribedTopicRegex: '(' }), pulse(), describeClassic('g-%'))
  .add('upgrade: a group of no members', ...classic(), given('LeaveGroup', { groupId: 'g-%', memberId: '', members: [{ memberId: ref('c') }] }), beat(joining), describe('g-%'), describeClassic('g-%'))
  .add('upgrade: a classic member says goodbye as a consumer', ...mixed, beat({ memberId: ref('c'), memberEpoch: -1 }), pulse(), beat({ memberEpoch: ref('f') }), describe('g-%'))
  .add('upgrade: a classic member goes on as a consumer', ...mixed, beat({ memberId: ref('c'), memberEpoch: ref('e') }), pulse(), beat({ memberId: ref('c'), memberEpoch: 77 }), beat({ memberId: ref('c'), memberEpoch: -2 }))
  .add('upgrade: a static classic member goes for a while', ...classic({ groupInstanceId: 'i-1' }), arrives, beat({ memberId: ref('c'), memberEpoch: -2, instanceId: 'i-1' }), pulse({ groupInstanceId: 'i-1' }), describe('g-%'), beat({ ...joining, memberId: 'n-%', instanceId: 'i-1' }))
  .add('upgrade: a static classic member that another wants to be', ...classic({ groupInstanceId: 'i-1' }), arrives, beat({ memberId: 'n-%', memberEpoch: -1, instanceId: 'i-1' }), beat({ memberId: 'n-%', memberEpoch: 1, instanceId: 'i-1' }), beat({ ...joining, memberId: 'n-%', instanceId: 'i-1' }), pulse({ groupInstanceId: 'i-1' }))
  .add('upgrade: two of three go at once', ...mixed, beat({ ...joining, memberId: 'n-%' }, { isSetup: true }), beat({ memberEpoch: -1 }), beat({ memberId: 'n-%', memberEpoch: -1 }), describeClassic('g-%'), describe('g-%'))
  .add('upgrade: a full group', ...classic(), joins('n', { protocols: consumer() }), joins('o', { protocols: consumer() }), untilSize(3), join({ memberId: ref('c') }, { version: 3, isSetup: true, keep: kept }), receive('n'), receive('o'), ...['n', 'o'].map((name) => send(`s${name}`, sync({ memberId: ref(name) }, { ...setup, on: name }))), sync({ assignments: ['c', 'n'].map((name, index) => ({ memberId: ref(name), assignment: assignment({ 't-%': [index] }) })) }, setup), receive('sn'), receive('so'), beat(joining), pulse(), beat({ ...joining, memberId: ref('n') }), describe('g-%'))
  .add('upgrade: a member that was given an id and has not joined', ...classic(), join({}, { version: 9, on: 'p', keep: { p: 'memberId' } }), arrives, join({ memberId: ref('p') }, { version: 9, on: 'p' }), pulse({ memberId: ref('p') }))
  .add('upgrade: offsets stay', ...classic(), commit({ generationIdOrMemberEpoch: ref('e') }), arrives, fetched, ...follows, fetched, beat({ memberEpoch: -1 }, { isSetup: true }), fetched)
  .addFor(1, 99, 'upgrade: by an expression, and back', ...classic(), beat({ ...joining, subscribedTopicNames: null, subscribedTopicRegex: 't-%' }, { isSetup: true }), beat({ memberEpoch: -1 }), describe('g-%'), describeClassic('g-%'))
  .add('upgrade: everybody leaves at once', ...mixed, ask('LeaveGroup', { groupId: 'g-%', memberId: '', members: [{ memberId: ref('c') }, { memberId: M }] }), describe('g-%'), beat(joining), describe('g-%'))
  .add('upgrade: once the classic members left', ...classic(), given('LeaveGroup', { groupId: 'g-%', memberId: '', members: [{ memberId: ref('c') }] }), beat({ ...joining, memberId: ref('c') }), pulse(), describe('g-%'))
  .add('upgrade: an epoch and a goodbye', ...classic(), beat({ memberEpoch: 1 }), beat({ memberEpoch: -1 }), pulse());

const joinGroup = new ApiScript('JoinGroup')
  .add('consumer group: a classic member', ...joined, join({}, { keep: { c: 'memberId' } }), describe('g-%'))
  .addFor(4, 99, 'consumer group: a classic member with the id that it was given', ...joined, join({}, { keep: { c: 'memberId' } }), join({ memberId: ref('c') }, { keep: kept }), sync(), describe('g-%'))
  .add('consumer group: step by step', ...visited, describe('g-%'), pulse(), sync(), beat({ memberEpoch: ref('e'), topicPartitions: owned(0) }), pulse(), join({ memberId: ref('c') }, { keep: kept }), sync(), pulse())
  .add('consumer group: a stale generation', ...visited, pulse({ generationId: 0 }), pulse({ generationId: 77 }), sync({ generationId: 0 }), sync({ generationId: 77 }), pulse({ memberId: 'nobody' }), sync({ memberId: 'nobody' }))
  .add('consumer group: an unknown member', ...joined, join({ memberId: 'nobody' }), join({ memberId: M }))
  .add('consumer group: bad metadata', ...joined, join({ protocols: [{ name: 'range', metadata: Buffer.from('m') }] }), join({ protocols: [{ name: 'range', metadata: Buffer.alloc(0) }] }))
  .add('consumer group: no protocols and another type', ...joined, join({ protocols: [] }), join({ protocolType: 'connect' }), join({ protocolType: '' }))
  .add('consumer group: no protocol in common', ...visited, join({ protocols: [{ name: 'own', metadata: subscription({ topics: ['t-%'] }) }] }, { on: 'd' }), join({ memberId: ref('c'), protocols: [{ name: 'own', metadata: subscription({ topics: ['t-%'] }) }] }, { version: 3 }))
  .add('consumer group: a session that is too short', ...joined, join({ sessionTimeoutMs: 100 }), join({ sessionTimeoutMs: 1_900_000 }))
  .add('consumer group: full', ...visited, join({}, { version: 3, on: 'd', isSetup: true }), join({}, { on: 'f' }), join({}, { version: 3, on: 'f' }), join({ memberId: ref('c') }, { version: 3 }), beat({ ...joining, memberId: 'n-%' }))
  .addFor(5, 99, 'consumer group: full, and a static member comes back', topic('t-%', 2), beat({ ...joining, instanceId: 'i-1' }, { isSetup: true }), join({}, { version: 3, isSetup: true }), join({}, { version: 3, isSetup: true }), join({ groupInstanceId: 'i-1' }, { on: 'f' }), join({ groupInstanceId: 'i-1', memberId: M }, { on: 'f' }), describe('g-%'))
  .add('consumer group: an empty subscription', ...joined, join({ protocols: [{ name: 'range', metadata: subscription({ topics: [] }) }] }, { version: 3, keep: kept }), sync(), describe('g-%'))
  .add('consumer group: subscriptions of every version', ...joined, ...[0, 1, 2].map((version) => join({ protocols: [{ name: 'range', metadata: subscription({ topics: ['t-%'], version }) }] }, { version: 3, on: `v${version}`, keep: kept })), describe('g-%'))
  .add('consumer group: other topics', topic('s-%'), ...visited, join({ memberId: ref('c'), protocols: [{ name: 'range', metadata: subscription({ topics: ['s-%'] }) }] }, { keep: kept }), sync(), describe('g-%'))
  .addFor(5, 99, 'consumer group: a static member', ...joined, join({ groupInstanceId: 'i-1' }, { keep: kept }), pulse({ groupInstanceId: 'i-1' }), join({ groupInstanceId: 'i-1' }, { keep: { d: 'memberId' } }), pulse({ groupInstanceId: 'i-1' }), sync({ groupInstanceId: 'i-1' }), join({ groupInstanceId: 'i-1', memberId: ref('c') }), join({ groupInstanceId: 'i-9', memberId: ref('d') }))
  .addFor(5, 99, 'consumer group: in the place of a static member', topic('t-%', 2), beat({ ...joining, instanceId: 'i-1' }, { isSetup: true }), join({ groupInstanceId: 'i-1' }, { keep: kept }), beat({ memberEpoch: 1, instanceId: 'i-1' }), describe('g-%'))
  .add('consumer group: the member itself', ...joined, join({ memberId: M }, { version: 3 }), describe('g-%'))
  .add('consumer group: nobody is in it', ...joined, beat({ memberEpoch: -1 }, { isSetup: true }), join({ memberId: 'nobody' }), join({}, { version: 3 }), describeClassic('g-%'));

const syncGroup = new ApiScript('SyncGroup')
  .addFor(5, 99, 'consumer group: another protocol', ...visited, sync({ protocolName: 'roundrobin' }), sync({ protocolType: 'connect' }), sync({ protocolType: null, protocolName: null }))
  .add('consumer group: of a consumer', ...visited, sync({ memberId: M }), sync({ memberId: '' }))
  .add('consumer group: once the targets changed', ...visited, beat({ ...joining, memberId: 'n-%' }, { isSetup: true }), sync(), pulse());

const heartbeat = new ApiScript('Heartbeat')
  .add('consumer group: of a classic member', ...mixed, pulse(), pulse({ generationId: 1 }), pulse({ memberId: M, generationId: ref('f') }), pulse({ memberId: '' }))
  .addFor(3, 99, 'consumer group: with an instance', ...mixed, pulse({ groupInstanceId: 'i-1' }));

const leave = (members: readonly object[]) => ask('LeaveGroup', { groupId: 'g-%', memberId: ref('c'), members: members.map((member) => ({ memberId: '', ...member })) });
const leaveGroup = new ApiScript('LeaveGroup')
  .add('consumer group: a classic member', ...mixed, leave([{ memberId: ref('c') }]), leave([{ memberId: ref('c') }]), given('ConsumerGroupHeartbeat', { groupId: 'g-%', memberId: M, memberEpoch: ref('f') }), describe('g-%'))
  .addFor(3, 99, 'consumer group: a static classic member', ...classic({ groupInstanceId: 'i-1' }), arrives, leave([{ memberId: 'nobody', groupInstanceId: 'i-1' }]), leave([{ groupInstanceId: 'i-1' }]), leave([{ groupInstanceId: 'i-1' }]))
  .addFor(3, 99, 'consumer group: everybody', ...mixed, leave([{ memberId: ref('c') }, { memberId: M }, { memberId: 'nobody' }]), describe('g-%'), describeClassic('g-%'))
  .addFor(3, 99, 'consumer group: the last consumer', ...mixed, leave([{ memberId: M }]), describe('g-%'), describeClassic('g-%'), pulse());

const offsetCommit = new ApiScript('OffsetCommit')
  .add('consumer group: of a classic member', ...mixed, commit({ generationIdOrMemberEpoch: ref('e') }), commit({ generationIdOrMemberEpoch: 0 }), commit({ generationIdOrMemberEpoch: 77 }), commit({ generationIdOrMemberEpoch: -1 }), commit({ memberId: M, generationIdOrMemberEpoch: ref('f') }), commit({ memberId: M, generationIdOrMemberEpoch: 77 }), commit({ memberId: '', generationIdOrMemberEpoch: -1 }))
  .add('of a member whose group was upgraded', ...classic(), arrives, commit({ generationIdOrMemberEpoch: ref('e') }), commit({ generationIdOrMemberEpoch: 77 }))
  .add('of a member whose group was downgraded', ...mixed, beat({ memberEpoch: -1 }, { isSetup: true }), commit({ generationIdOrMemberEpoch: ref('e') }), commit({ memberId: M, generationIdOrMemberEpoch: ref('f') }), commit({ generationIdOrMemberEpoch: 77 }));

const commitTxn = (fields: object) => ask('TxnOffsetCommit', { transactionalId: 'x-%', groupId: 'g-%', producerId: ref('pid'), producerEpoch: ref('epoch'), topics: [{ name: 't-%', partitions: [{ partitionIndex: 0, committedOffset: 5, committedMetadata: 'm' }] }], memberId: ref('c'), ...fields }, { again: [14, 15, 16, 51] });
const begun = [
  given('InitProducerId', { transactionalId: 'x-%', transactionTimeoutMs: 60_000 }, { keep: { pid: 'producerId', epoch: 'producerEpoch' }, again: [14, 15, 16, 51] }),
  given('AddOffsetsToTxn', { transactionalId: 'x-%', producerId: ref('pid'), producerEpoch: ref('epoch'), groupId: 'g-%' }, { again: [14, 15, 16, 51] }),
];
const txnOffsetCommit = new ApiScript('TxnOffsetCommit')
  .addFor(3, 99, 'consumer group: of a classic member', ...mixed, ...begun, commitTxn({ generationId: ref('e') }), commitTxn({ generationId: 0 }), commitTxn({ generationId: 77 }), commitTxn({ generationId: -1 }))
  .addFor(3, 99, 'of a member whose group was upgraded and downgraded', ...classic(), ...begun, commitTxn({ generationId: ref('e') }), arrives, commitTxn({ generationId: ref('e') }), beat({ memberEpoch: -1 }, { isSetup: true }), commitTxn({ generationId: ref('e') }), commitTxn({ generationId: ref('f') }));

const describes = new ApiScript('DescribeGroups').add('consumer group: of both kinds', ...mixed, describeClassic('g-%'), describe('g-%'));
const deletes = new ApiScript('DeleteGroups').add('consumer group: of both kinds', ...mixed, ask('DeleteGroups', { groupsNames: ['g-%'] }));
const forgets = new ApiScript('OffsetDelete').add('consumer group: of both kinds', topic('s-%'), ...mixed, commit({ generationIdOrMemberEpoch: ref('e') }), ask('OffsetDelete', { groupId: 'g-%', topics: ['t-%', 's-%'].map((name) => ({ name, partitions: [{ partitionIndex: 0 }] })) }));

export const conversions = [upgrades, joinGroup, syncGroup, heartbeat, leaveGroup, offsetCommit, txnOffsetCommit, describes, deletes, forgets];
