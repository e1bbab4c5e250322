/** Transactions that go on after something went wrong: repeated and late ends, producers that were fenced or timed out, sequences, offsets of two groups. */
import { ApiScript, ask, batch, given, pipeline, ref, topic, type AskOptions, type BatchPlan, type Step } from '../script.ts';
import { fetchAll, newProducer, NO_ID, produce } from './produce.ts';
import { add, added, again, commits, committedOffsets, describe, end, ended, groupAdded, init, keep, marked, marker, me, producers, read, readOpen, ready, write, write2 } from './transactions.ts';
import { commitBody, LOADING, stable } from './groups.ts';

/** Like `me`, for a producer that was kept under other names. */
const old = { producerId: ref('oldPid'), producerEpoch: ref('oldEpoch') };
const oldKeep = { oldPid: 'producerId', oldEpoch: 'producerEpoch' };
const first = given('InitProducerId', { transactionalId: 'x-%', transactionTimeoutMs: 60_000 }, { keep: { ...keep, ...oldKeep }, ...again });
const newer = given('InitProducerId', { transactionalId: 'x-%', transactionTimeoutMs: 60_000 }, { keep, ...again });
const records = (sequence: number, fields: Partial<BatchPlan> = {}, values: readonly string[] = ['r']) => [{ records: batch({ values, producerId: ref('pid'), epoch: ref('epoch'), sequence, isTransactional: true, ...fields }) }];
const fencedRecords = (sequence: number) => records(sequence, { producerId: ref('oldPid'), epoch: ref('oldEpoch') });
const wrote = write(0, 'a', { isSetup: true });
const wrote2 = write2(0, 'a', { isSetup: true });
const endOf = (committed: boolean, version: number, fields: object = {}, options: object = {}) => end(committed, fields, { version, ...options });
const end2 = (committed: boolean, options: object = {}) => endOf(committed, 5, {}, options);
const setup = { isSetup: true };
const untilState = (state: string) => given('DescribeTransactions', { transactionalIds: ['x-%'] }, { until: { path: 'transactionStates.0.transactionState', is: state } });
/** A producer whose transaction takes longer than it said. */
const shortLived = given('InitProducerId', { transactionalId: 'x-%', transactionTimeoutMs: 2000 }, { keep: { ...keep, ...oldKeep }, ...again });
const timedOut = [topic('t-%'), shortLived, added, wrote, untilState('CompleteAbort')];
const timedOut2 = [topic('t-%'), shortLived, wrote2, untilState('CompleteAbort')];
const addsOffsets = (groupId: string, fields: object = {}, options: AskOptions = {}) => ask('AddOffsetsToTxn', { transactionalId: 'x-%', ...me, groupId, ...fields }, { ...again, ...options });

const initProducerId = new ApiScript('InitProducerId')
  .add('after a transaction took too long', ...timedOut, init())
  .addFor(3, 99, 'after a transaction took too long, with id and epoch', ...timedOut, init(me), init(me))
  .addFor(3, 99, 'after a transaction took too long, second protocol', ...timedOut2, init(me))
  .addFor(3, 99, 'of a fenced producer', topic('t-%'), first, newer, init(old), init(me, { keep }), init(old))
  .addFor(3, 99, 'of a producer whose transaction another aborted', topic('t-%'), first, added, wrote, newer, init(old))
  .addFor(3, 99, 'the epoch before the last, twice', ready, init(me), init(me, { keep }), init({ producerId: ref('pid'), producerEpoch: 0 }))
  .addFor(3, 99, 'the own id and epoch after a commit', topic('t-%'), ready, added, wrote, ended(true), init(me, { keep }), init(me))
  .addFor(3, 99, 'the own id and epoch after a commit, second protocol', topic('t-%'), first, wrote2, end2(true, { ...setup, keep }), init(old), init(me))
  .add('within a transaction, second protocol', topic('t-%'), ready, wrote2, init({}, { keep }), readOpen)
  .addFor(3, 99, 'within a transaction, second protocol, with id and epoch', topic('t-%'), ready, wrote2, init(me, { keep }), init(me), readOpen)
  .addFor(3, 99, 'within a transaction, with id and epoch, and the old one goes on', topic('t-%'), first, added, wrote, init(me, { keep }), add(old, { version: 3 }), end(true, old, { version: 4 }), endOf(true, 4), produce(fencedRecords(1), { transactionalId: 'x-%' }, { ...again, version: 11 }), added, write(0, 'b'), endOf(true, 4), untilState('CompleteCommit'), fetchAll())
  .add('pipelined', ready, pipeline(init(), init(), init({ transactionTimeoutMs: 0 }), init()))
  .add('another timeout', ready, init({ transactionTimeoutMs: 1000 }), describe('x-%'))
  .add('an id of 300 letters', init({ transactionalId: `%${'x'.repeat(300)}` }))
  .addFor(3, 99, 'a negative id and epoch', init({ producerId: -2, producerEpoch: 0 }), init({ producerId: 5, producerEpoch: -2 }), init({ producerId: -2, producerEpoch: -2 }), init({ producerId: -1, producerEpoch: -1 }))
  .addFor(3, 99, 'the last epoch', ready, init({ producerId: ref('pid'), producerEpoch: 32_766 }), init({ producerId: ref('pid'), producerEpoch: 32_767 }));

const addPartitions = new ApiScript('AddPartitionsToTxn')
  .addFor(0, 3, 'of a fenced producer', topic('t-%'), first, newer, add(old), add())
  .addFor(0, 3, 'of a producer whose transaction took too long', ...timedOut, add(old), add())
  .addFor(0, 3, 'of a producer whose transaction took too long, second protocol', ...timedOut2, add(old))
  .addFor(0, 3, 'after a commit', topic('t-%'), ready, added, wrote, ended(true), add(), write(1, 'b'))
  .addFor(0, 3, 'after a commit of the second protocol', topic('t-%'), first, wrote2, end2(true, { ...setup, keep }), add(old), add())
  .addFor(0, 3, 'after an empty end', ready, endOf(false, 5, {}, { keep }), topic('t-%'), add())
  .addFor(0, 3, 'one more, and what is there', topic('t-%', 3), ready, added, add({ topics: [{ name: 't-%', partitions: [0, 1] }] }), add({ topics: [{ name: 't-%', partitions: [1] }, { name: 't-%', partitions: [2] }] }), describe('x-%'))
  .addFor(0, 3, 'a partition twice in a request', topic('t-%'), ready, add({ topics: [{ name: 't-%', partitions: [0, 0] }] }), describe('x-%'))
  .addFor(0, 3, 'bad names', ready, add({ topics: [{ name: '', partitions: [0] }, { name: 'a b', partitions: [0] }] }))
  .addFor(0, 3, 'an internal topic beside another', topic('t-%'), ready, add({ topics: [{ name: '__transaction_state', partitions: [0] }, { name: 't-%', partitions: [0] }] }), describe('x-%'))
  .addFor(4, 99, 'of two transactional ids', topic('t-%'), ready, added, given('InitProducerId', { transactionalId: 'y-%', transactionTimeoutMs: 60_000 }, { keep: oldKeep, ...again }), ask('AddPartitionsToTxn', { v3AndBelowTransactionalId: '', v3AndBelowProducerId: -1, v3AndBelowProducerEpoch: -1, v3AndBelowTopics: [], transactions: [{ transactionalId: 'x-%', ...me, verifyOnly: true, topics: [{ name: 't-%', partitions: [0, 5] }] }, { transactionalId: 'y-%', ...old, verifyOnly: true, topics: [{ name: 't-%', partitions: [0] }] }] }, again))
  .addFor(4, 99, 'verification after a commit', topic('t-%'), ready, added, wrote, ended(true), untilState('CompleteCommit'), add({ verifyOnly: true }))
  .addFor(4, 99, 'verification of a fenced producer', topic('t-%'), first, added, wrote, newer, add({ ...old, verifyOnly: true }))
  .addFor(4, 99, 'verification of nothing', topic('t-%'), ready, added, add({ verifyOnly: true, topics: [] }), add({ verifyOnly: true, topics: [{ name: 't-%', partitions: [] }] }))
  .addFor(4, 99, 'verification of an empty transactional id', topic('t-%'), add({ transactionalId: '', producerId: 5, producerEpoch: 0, verifyOnly: true }))
  .addFor(4, 99, 'verification of an older epoch', topic('t-%'), first, newer, added, add({ ...old, verifyOnly: true }))
  .addFor(4, 99, 'of a client whose producer was fenced', topic('t-%'), first, newer, add(old));

const addOffsets = new ApiScript('AddOffsetsToTxn')
  .add('two groups', ready, addsOffsets('g-%'), addsOffsets('h-%'), addsOffsets('g-%'))
  .add('of a fenced producer', first, newer, addsOffsets('g-%', old))
  .add('of a producer whose transaction took too long', ...timedOut, addsOffsets('g-%', old))
  .add('after a commit', topic('t-%'), ready, added, wrote, ended(true), addsOffsets('g-%'))
  .add('after a commit of the second protocol', topic('t-%'), first, wrote2, end2(true, { ...setup, keep }), addsOffsets('g-%', old), addsOffsets('g-%'))
  .add('a negative producer', addsOffsets('g-%', { producerId: -1, producerEpoch: -1 }));

const endTxn = new ApiScript('EndTxn')
  .addFor(0, 4, 'of a producer whose transaction took too long', ...timedOut, end(true, old), end(false, old))
  .addFor(0, 4, 'of a producer whose transaction took too long, in its new epoch', ...timedOut, end(true, { producerId: ref('oldPid'), producerEpoch: 1 }), end(false, { producerId: ref('oldPid'), producerEpoch: 1 }))
  .addFor(0, 4, 'of a fenced producer', topic('t-%'), first, added, wrote, newer, end(true, old), end(false, old), end(true))
  .addFor(0, 4, 'offsets alone', topic('t-%'), ready, groupAdded, commits(), end(true), committedOffsets({ until: { path: 'topics.0.partitions.0.committedOffset', is: 5 } }))
  .addFor(0, 4, 'a group without offsets', ready, groupAdded, end(true), end(true), end(false))
  .addFor(0, 4, 'nothing was added, after a commit', topic('t-%'), ready, added, ended(true), untilState('CompleteCommit'), end(true), end(false))
  .addFor(0, 4, 'an epoch of the future', topic('t-%'), ready, added, end(true, { producerEpoch: 1 }), end(true, { producerEpoch: -1 }), end(true, { producerId: -1, producerEpoch: -1 }))
  .addFor(0, 4, 'of the second protocol, ended with the first', topic('t-%'), ready, wrote2, end(true), read)
  .addFor(5, 99, 'second protocol: the answer was lost', topic('t-%'), first, wrote2, end(true, {}, { keep }), end(true, old), write2(0, 'b'), end(true, old), end(true, {}, { keep }))
  .addFor(5, 99, 'second protocol: the answer to an abort was lost', topic('t-%'), first, wrote2, end(false, {}, { keep }), end(false, old), end(true, old), end(false, {}, { keep: oldKeep }), end(false))
  .addFor(5, 99, 'second protocol: two epochs ago', topic('t-%'), first, wrote2, end(true, {}, { keep }), write2(0, 'b', setup), end(true, {}, { keep }), end(true, old), end(false, old))
  .addFor(5, 99, 'second protocol: an end while the next is open', topic('t-%'), first, wrote2, end(true, {}, { keep }), write2(0, 'b', setup), end(true, old), end(false, old), readOpen)
  .addFor(5, 99, 'second protocol: took too long', ...timedOut2, end(true, old), end(false, old), describe('x-%'))
  .addFor(5, 99, 'second protocol: took too long, in the new epoch', ...timedOut2, end(true, { producerId: ref('oldPid'), producerEpoch: 1 }), end(false, { producerId: ref('oldPid'), producerEpoch: 1 }))
  .addFor(5, 99, 'second protocol: of a fenced producer', topic('t-%'), first, wrote2, newer, end(true, old), end(false, old), end(true, {}), describe('x-%'))
  .addFor(5, 99, 'second protocol: nothing at all', ready, end(true), end(false, {}, { keep }), end(true), end(false, {}, { keep }), describe('x-%'))
  .addFor(5, 99, 'second protocol: nothing after a commit', topic('t-%'), ready, wrote2, end(true, {}, { keep }), end(false, {}, { keep }), end(true), describe('x-%'))
  .addFor(5, 99, 'second protocol: an epoch of the future', topic('t-%'), ready, wrote2, end(true, { producerEpoch: 1 }), end(true, { producerEpoch: 9 }), end(true, { producerEpoch: -1 }), end(true, { producerId: -1, producerEpoch: -1 }))
  .addFor(5, 99, 'second protocol: offsets alone', topic('t-%'), ready, commits({}, [{}], { version: 5 }), end(true, {}, { keep }), committedOffsets({ until: { path: 'topics.0.partitions.0.committedOffset', is: 5 } }), end(false, {}, { keep }))
  .addFor(5, 99, 'second protocol: ended with the first, then with the second', topic('t-%'), ready, added, wrote, endOf(true, 4), untilState('CompleteCommit'), end(true), end(false), describe('x-%'));

const fenced = (fields: Partial<BatchPlan> = {}) => records(0, { producerId: ref('oldPid'), epoch: ref('oldEpoch'), ...fields });
const own = { transactionalId: 'x-%' };
const plain = (sequence: number, fields: Partial<BatchPlan> = {}) => produce(records(sequence, { isTransactional: false, ...fields }));
const sequences = new ApiScript('Produce')
  .addFor(3, 11, 'transactional: a gap, a repeat, and one of long ago', topic('t-%'), ready, added, ...[0, 5, 1, 2, 3, 4, 5, 5, 0, 1].map((sequence) => produce(records(sequence), own, again)), fetchAll())
  .addFor(3, 11, 'transactional: does not begin at 0', topic('t-%'), ready, added, produce(records(3), own, again))
  .addFor(12, 99, 'transactional: does not begin at 0, second protocol', topic('t-%'), ready, produce(records(3), own, again), produce(records(0), own, again))
  .addFor(12, 99, 'transactional: a gap and a repeat, second protocol', topic('t-%'), ready, ...[0, 5, 1, 1, 0].map((sequence) => produce(records(sequence), own, again)))
  .addFor(12, 99, 'transactional: the next one, second protocol', topic('t-%'), first, wrote2, end2(true, { ...setup, keep }), untilState('CompleteCommit'), produce(fenced(), own, again), produce(fenced({ sequence: 1 }), own, again), produce(records(1), own, again), produce(records(0), own, again), produce(records(0), own, again))
  .addFor(3, 11, 'transactional: the next one', topic('t-%'), ready, added, wrote, ended(true), untilState('CompleteCommit'), added, produce(records(5), own, again), produce(records(1), own, again), produce(records(0), own, again))
  .addFor(3, 11, 'transactional: a repeat of the transaction before', topic('t-%'), ready, added, wrote, ended(true), untilState('CompleteCommit'), added, produce(records(0), own, again), produce(records(1), own, again))
  .addFor(3, 11, 'transactional: a fenced producer writes and goes on', topic('t-%'), first, added, wrote, newer, produce(fenced({ sequence: 1 }), own, again), produce(fenced(), own, again), added, produce(records(4), own, again), produce(records(0), own, again))
  .addFor(12, 99, 'transactional: a fenced producer, second protocol', topic('t-%'), first, wrote2, newer, produce(fenced({ sequence: 1 }), own, again), produce(records(0), own, again))
  .addFor(3, 11, 'transactional: took too long', ...timedOut, produce(fenced({ sequence: 1 }), own, again), produce(records(1, { epoch: 1 }), own, again))
  .addFor(12, 99, 'transactional: took too long, second protocol', ...timedOut2, produce(fenced({ sequence: 1 }), own, again))
  .addFor(3, 11, 'transactional: an epoch of the future', topic('t-%'), ready, added, produce(records(0, { epoch: 3 }), own, again))
  .addFor(12, 99, 'transactional: an epoch of the future, second protocol', topic('t-%'), ready, produce(records(0, { epoch: 3 }), own, again))
  .add('transactional: another transactional id', topic('t-%'), ready, given('InitProducerId', { transactionalId: 'y-%', transactionTimeoutMs: 60_000 }, again), produce(records(0), { transactionalId: 'y-%' }, again), produce(records(0), { transactionalId: 'z-%' }, again), produce(records(0), { transactionalId: '' }, again))
  .addFor(3, 11, 'transactional: one partition of two was added', topic('t-%', 2), ready, added, produce([{ index: 0, ...records(0)[0] as { records: never } }, { index: 1, ...records(0)[0] as { records: never } }], own, again))
  .addFor(3, 11, 'transactional: plain and transactional records', topic('t-%', 2), ready, added, produce([{ index: 0, ...records(0)[0] as { records: never } }, { index: 1, ...records(0, { isTransactional: false })[0] as { records: never } }], own, again))
  .add('transactional: two producers in a request', topic('t-%', 2), first, given('InitProducerId', { transactionalId: 'y-%', transactionTimeoutMs: 60_000 }, { keep, ...again }), produce([{ index: 0, ...fenced()[0] as { records: never } }, { index: 1, ...records(0)[0] as { records: never } }], own, again))
  .add('transactional: without a producer', topic('t-%'), produce(records(0, { producerId: -1, epoch: -1 }), own, again), produce(records(-1, { producerId: -1, epoch: -1 }), own, again))
  .add('idempotent: does not begin at 0', topic('t-%'), newProducer, plain(7), plain(8), plain(0))
  .add('idempotent: an epoch of the future begins at 0', topic('t-%'), newProducer, plain(0), plain(1, { epoch: 1 }), plain(0, { epoch: 1 }), plain(1), plain(1, { epoch: 1 }), producers([0]))
  .add('idempotent: a repeat of two in one', topic('t-%'), newProducer, plain(0), plain(1), produce(records(0, { isTransactional: false }, ['r', 'r'])), produce(records(1, { isTransactional: false }, ['r', 'r'])))
  .add('idempotent: one of long ago', topic('t-%'), newProducer, ...[0, 1, 2, 3, 4, 5, 6].map((sequence) => plain(sequence)), plain(0), plain(1), plain(2), plain(6))
  .add('idempotent: the last sequence and the first', topic('t-%'), newProducer, plain(2_147_483_647), plain(0), plain(2), plain(1))
  .add('idempotent: after its records were deleted', topic('t-%'), newProducer, plain(0), plain(1), given('DeleteRecords', { topics: [{ name: 't-%', partitions: [{ partitionIndex: 0, offset: -1 }] }], timeoutMs: 10_000 }), plain(5), plain(2), producers([0]))
  .add('idempotent: an unknown producer goes on', topic('t-%'), plain(4, { producerId: 987_654, epoch: 3 }), plain(5, { producerId: 987_654, epoch: 2 }), plain(0, { producerId: 987_654, epoch: 3 }))
  .add('idempotent: a negative sequence', topic('t-%'), newProducer, plain(-1), plain(-2), plain(0, { epoch: -1 }), plain(0, { epoch: -2 }), plain(0, { producerId: -2 }));

const commitsOf = (groupId: string, offset: number, options: AskOptions = {}) => commits({ groupId }, [{ committedOffset: offset }], options);
const offsetsOf = (groupId: string, options: AskOptions = {}) => ask('OffsetFetch', { groupId, topics: null, groups: [{ groupId, topics: null }], requireStable: false }, { version: 7, ...options });
const unstable = (groupId = 'g-%') => ask('OffsetFetch', { groupId, topics: [{ name: 't-%', partitionIndexes: [0] }], requireStable: true }, { version: 7 });
const at = (committedOffset: number) => ({ until: { path: 'topics.0.partitions.0.committedOffset', is: committedOffset } });
const groupsAdded = [groupAdded, addsOffsets('h-%', {}, setup)];
const txnOffsetCommit = new ApiScript('TxnOffsetCommit')
  .add('to two groups, committed', topic('t-%'), ready, ...groupsAdded, commitsOf('g-%', 4), commitsOf('h-%', 6), offsetsOf('g-%'), ended(true), offsetsOf('g-%', at(4)), offsetsOf('h-%', at(6)))
  .add('to two groups, aborted', topic('t-%'), ready, ...groupsAdded, commitsOf('g-%', 4), commitsOf('h-%', 6), ended(false), untilState('CompleteAbort'), offsetsOf('g-%'), offsetsOf('h-%'))
  .add('twice, and by hand in between', topic('t-%'), ready, groupAdded, commitsOf('g-%', 4), given('OffsetCommit', commitBody(), LOADING), commitsOf('g-%', 9), unstable(), ended(true), offsetsOf('g-%', at(9)), unstable())
  .add('by hand behind it', topic('t-%'), ready, groupAdded, commitsOf('g-%', 4), given('OffsetCommit', commitBody({}, [{ committedOffset: 8 }]), LOADING), ended(true), untilState('CompleteCommit'), offsetsOf('g-%'))
  .add('after the end', topic('t-%'), ready, groupAdded, commits(), ended(true), untilState('CompleteCommit'), commits())
  .add('of a fenced producer', topic('t-%'), first, groupAdded, newer, commits(old), commits())
  .add('of a producer whose transaction took too long', topic('t-%'), shortLived, groupAdded, commits(), untilState('CompleteAbort'), commits(old), offsetsOf('g-%'))
  .addFor(5, 99, 'second protocol: after the end', topic('t-%'), first, commits(), end2(true, { ...setup, keep }), untilState('CompleteCommit'), commits(old), commits(), end2(true))
  .addFor(5, 99, 'second protocol: of a fenced producer', topic('t-%'), first, commits(), newer, commits(old), commits())
  .addFor(5, 99, 'second protocol: to two groups', topic('t-%'), ready, commitsOf('g-%', 4), commitsOf('h-%', 6), end2(true), offsetsOf('g-%', at(4)), offsetsOf('h-%', at(6)))
  .addFor(5, 99, 'second protocol: an unknown transactional id', topic('t-%'), ready, commits({ transactionalId: 'z-%' }), commits({ transactionalId: '' }))
  .addFor(3, 99, 'of a member', topic('t-%'), ...stable, ready, groupAdded, commits({ memberId: ref('m'), generationId: 1 }), commits({ memberId: ref('m'), generationId: 0 }), commits({ memberId: ref('m'), generationId: 7 }), commits({ memberId: 'nobody', generationId: 1 }), commits({ memberId: ref('m'), generationId: -1 }), commits({ memberId: ref('m'), generationId: 1, groupInstanceId: 'i-1' }), commits())
  .add('a topic that is deleted meanwhile', topic('t-%'), topic('s-%'), ready, groupAdded, commits(), given('DeleteTopics', { topics: [{ name: 't-%', topicId: NO_ID }], timeoutMs: 10_000 }), ask('Metadata', { topics: [{ name: 't-%', topicId: NO_ID }], allowAutoTopicCreation: false }, { until: { path: 'topics.0.errorCode', is: 3 } }), ended(true), untilState('CompleteCommit'), offsetsOf('g-%', { until: { path: 'topics.length', is: 0 } }))
  .addFor(3, 99, 'of a member in a rebalance', topic('t-%'), stable[0] as Step, ready, groupAdded, commits({ memberId: ref('m'), generationId: 1 }))
  .addFor(3, 99, 'of a member once everyone left', topic('t-%'), ...stable, ready, groupAdded, given('LeaveGroup', { groupId: 'g-%', memberId: '', members: [{ memberId: ref('m') }] }), commits({ memberId: ref('m'), generationId: 1 }), commits({ memberId: 'nobody', generationId: 1 }), commits({ memberId: 'nobody' }))
  .add('more than a batch holds', topic('t-%'), ready, groupAdded, commits({}, Array.from({ length: 300 }, () => ({ committedMetadata: 'm'.repeat(4000) }))), ended(false))
  .add('a group that is deleted meanwhile', topic('t-%'), ready, groupAdded, commits(), ask('DeleteGroups', { groupsNames: ['g-%'] }), ended(true), untilState('CompleteCommit'), offsetsOf('g-%'))
  .add('a group of offsets that is deleted meanwhile', topic('t-%'), given('OffsetCommit', commitBody(), LOADING), ready, groupAdded, commits(), ask('DeleteGroups', { groupsNames: ['g-%'] }), ended(true), untilState('CompleteCommit'), offsetsOf('g-%'))
  .add('offsets that are deleted meanwhile', topic('t-%'), given('OffsetCommit', commitBody(), LOADING), ready, groupAdded, commits(), ask('OffsetDelete', { groupId: 'g-%', topics: [{ name: 't-%', partitions: [{ partitionIndex: 0 }] }] }), unstable(), ended(true), untilState('CompleteCommit'), offsetsOf('g-%'));

const groupsOf = (...groupIds: readonly string[]) => ask('DescribeGroups', { groups: [...groupIds] });
const classicGroups = new ApiScript('DescribeGroups')
  .add('offsets of an open transaction alone', topic('t-%'), ready, groupAdded, commits(), groupsOf('g-%'), ended(true), untilState('CompleteCommit'), groupsOf('g-%'));
const listedGroups = new ApiScript('ListGroups')
  .add('offsets of an open transaction alone', topic('t-%'), ready, groupAdded, commits(), ask('ListGroups', { statesFilter: [], typesFilter: [] }, { own: 'groups' }));
const deletedOffsets = new ApiScript('OffsetDelete')
  .add('of an open transaction alone', topic('t-%'), ready, groupAdded, commits(), ask('OffsetDelete', { groupId: 'g-%', topics: [{ name: 't-%', partitions: [{ partitionIndex: 0 }] }] }), ended(true), untilState('CompleteCommit'), offsetsOf('g-%'));

const described = new ApiScript('DescribeTransactions')
  .add('one that took too long', ...timedOut, describe('x-%'))
  .add('one that took too long, second protocol', ...timedOut2, describe('x-%'))
  .add('one of the second protocol', topic('t-%'), ready, wrote2, describe('x-%'), end2(true, { ...setup, keep }), untilState('CompleteCommit'), describe('x-%'), write2(0, 'b', setup), describe('x-%'))
  .add('an empty end of the second protocol', ready, end2(false, setup), describe('x-%'))
  .add('a group and an unknown group', ready, ...groupsAdded, describe('x-%'));

const listed = (fields: object) => ask('ListTransactions', { stateFilters: [], producerIdFilters: [], ...fields }, { own: 'transactionStates' });
const listTransactions = new ApiScript('ListTransactions')
  .add('by every state', topic('t-%'), ready, added, ...['Empty', 'Ongoing', 'PrepareCommit', 'PrepareAbort', 'CompleteCommit', 'CompleteAbort', 'PrepareEpochFence', 'Dead', 'ongoing', 'ONGOING'].map((state) => listed({ stateFilters: [state] })))
  .add('by state and producer', topic('t-%'), ready, added, listed({ stateFilters: ['Ongoing'], producerIdFilters: [ref('pid'), 5] }), listed({ stateFilters: ['Empty'], producerIdFilters: [ref('pid')] }), listed({ producerIdFilters: [-1] }))
  .addFor(2, 99, 'by bad patterns', ...['[', '*', 'a{2,1}', '\\', 'a**', ')'].map((transactionalIdPattern) => listed({ transactionalIdPattern })));

const describeProducers = new ApiScript('DescribeProducers')
  .add('one that was fenced', topic('t-%'), ready, added, wrote, newer, ask('DescribeProducers', { topics: [{ name: 't-%', partitionIndexes: [0] }] }, { until: { path: 'topics.0.partitions.0.activeProducers.0.currentTxnStartOffset', is: -1 } }))
  .add('one of the second protocol', topic('t-%'), ready, wrote2, producers([0]), end2(true, setup), ask('DescribeProducers', { topics: [{ name: 't-%', partitionIndexes: [0] }] }, { until: { path: 'topics.0.partitions.0.activeProducers.0.currentTxnStartOffset', is: -1 } }));

/** To every partition of the internal topic: in which the group lies is not told. */
const offsetsMarker = (transactionResult: boolean) => marker({ transactionResult, topics: [{ name: '__consumer_offsets', partitionIndexes: [0, 1, 2, 3] }] });
const writeTxnMarkers = new ApiScript('WriteTxnMarkers')
  .add('an epoch of the future', topic('t-%'), ready, added, wrote, marked(marker({ producerEpoch: 3 })), readOpen, produce(records(1), own, { ...again, version: 11 }))
  .add('twice', topic('t-%'), ready, added, wrote, marked(marker()), marked(marker()), marked(marker({ transactionResult: true })), fetchAll())
  .add('a negative epoch', topic('t-%'), ready, added, wrote, marked(marker({ producerEpoch: -1 })), marked(marker({ producerId: -1 })))
  .add('an older coordinator, then a newer', topic('t-%'), ready, added, wrote, marked(marker({ coordinatorEpoch: 5 })), marked(marker({ coordinatorEpoch: 6 })), marked(marker({ coordinatorEpoch: -1 })))
  .addFor(2, 99, 'second protocol: the epoch of the transaction', topic('t-%'), ready, wrote2, marked(marker({ transactionVersion: 2 })), marked(marker({ transactionVersion: 2, producerEpoch: 1 })), marked(marker({ transactionVersion: 2, producerEpoch: 1 })), readOpen)
  .addFor(2, 99, 'second protocol: unknown versions', topic('t-%'), ready, wrote2, marked(marker({ transactionVersion: 9, producerEpoch: 1 })))
  .addFor(2, 99, 'second protocol: a negative version', topic('t-%'), ready, wrote2, marked(marker({ transactionVersion: -1, producerEpoch: 1 })))
  .add('to the offsets of a group', topic('t-%'), ready, groupAdded, commits(), unstable(), marked(offsetsMarker(false)), unstable(), marked(offsetsMarker(true)), offsetsOf('g-%'))
  .add('to the offsets of a group, committed', topic('t-%'), ready, groupAdded, commits(), marked(offsetsMarker(true)), offsetsOf('g-%'))
  .add('to a partition and an unknown one', topic('t-%', 2), ready, added, wrote, marked(marker({ topics: [{ name: 't-%', partitionIndexes: [0, 1] }, { name: 'u-%', partitionIndexes: [0] }] })), producers([0, 1]));

export const transactionSequences = [initProducerId, addPartitions, addOffsets, endTxn, sequences, txnOffsetCommit, classicGroups, listedGroups, deletedOffsets, described, listTransactions, describeProducers, writeTxnMarkers];
