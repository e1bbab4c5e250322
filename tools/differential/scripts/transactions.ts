/** Transactions: ids and epochs, partitions, commits and aborts, offsets; of both transaction protocols (KIP-890). */
import { ApiScript, ask, batch, given, idOf, ref, topic, type AskOptions } from '../script.ts';
import { fetchAll, produce } from './produce.ts';

/** Answers of a coordinator that is still busy with the transaction before, and of a partition that waits for its verification. */
export const BUSY = [14, 15, 16, 51, 121];
export const again = { again: BUSY };
export const keep = { pid: 'producerId', epoch: 'producerEpoch' };
export const me = { producerId: ref('pid'), producerEpoch: ref('epoch') };

export const init = (fields: object = {}, options: object = {}) => ask('InitProducerId', { transactionalId: 'x-%', transactionTimeoutMs: 60_000, ...fields }, { ...again, ...options });
export const ready = given('InitProducerId', { transactionalId: 'x-%', transactionTimeoutMs: 60_000 }, { keep, ...again });

interface Adding {
  readonly transactionalId?: string;
  readonly producerId?: number;
  readonly producerEpoch?: number;
  readonly verifyOnly?: boolean;
  readonly topics?: { name: string; partitions: number[] }[];
}

/** Of a client: up to version 3, whatever version is tried elsewhere. */
export const add = (fields: Adding = {}, options: object = {}) => {
  const { transactionalId = 'x-%', producerId = ref('pid'), producerEpoch = ref('epoch'), topics = [{ name: 't-%', partitions: [0] }], verifyOnly = false } = fields;
  return ask(
    'AddPartitionsToTxn',
    { transactions: [{ transactionalId, producerId, producerEpoch, topics, verifyOnly }], v3AndBelowTransactionalId: transactionalId, v3AndBelowProducerId: producerId, v3AndBelowProducerEpoch: producerEpoch, v3AndBelowTopics: topics },
    { ...again, ...options },
  );
};
export const added = add({}, { isSetup: true, version: 3 });
export const write = (sequence: number, text: string, options: object = {}) =>
  produce([{ records: batch({ values: [text], producerId: ref('pid'), epoch: ref('epoch'), sequence, isTransactional: true }) }], { transactionalId: 'x-%' }, { ...again, version: 11, ...options });
/** With the second protocol the partition joins the transaction by the write alone. */
export const write2 = (sequence: number, text: string, options: object = {}) =>
  produce([{ records: batch({ values: [text], producerId: ref('pid'), epoch: ref('epoch'), sequence, isTransactional: true }) }], { transactionalId: 'x-%' }, { ...again, version: 12, ...options });
export const end = (committed: boolean, fields: object = {}, options: object = {}) => ask('EndTxn', { transactionalId: 'x-%', ...me, committed, ...fields }, { ...again, ...options });
export const ended = (committed: boolean, version = 4) => end(committed, {}, { isSetup: true, version });
export const read = ask('Fetch', { maxWaitMs: 0, minBytes: 0, isolationLevel: 1, topics: [{ topic: 't-%', topicId: idOf('t-%'), partitions: [{ partition: 0, fetchOffset: 0, partitionMaxBytes: 1_000_000 }] }] }, { until: { path: 'responses.0.partitions.0.lastStableOffset', is: 2 } });
export const readOpen = ask('Fetch', { maxWaitMs: 0, minBytes: 0, isolationLevel: 1, topics: [{ topic: 't-%', topicId: idOf('t-%'), partitions: [{ partition: 0, fetchOffset: 0, partitionMaxBytes: 1_000_000 }] }] });

const initProducerId = new ApiScript('InitProducerId')
  .add('without a transactional id', init({ transactionalId: null }), init({ transactionalId: null }))
  .add('without a transactional id, no timeout', init({ transactionalId: null, transactionTimeoutMs: -1 }))
  .add('a transactional id', init())
  .add('a transactional id again', init(), init(), init())
  .add('an empty transactional id', init({ transactionalId: '' }))
  .add('no timeout', init({ transactionTimeoutMs: 0 }))
  .add('a negative timeout', init({ transactionTimeoutMs: -1 }))
  .add('a timeout that is too long', init({ transactionTimeoutMs: 900_001 }))
  .add('the longest timeout', init({ transactionTimeoutMs: 900_000 }))
  .addFor(3, 99, 'the own id and epoch', ready, init(me, { keep }), init(me))
  .addFor(3, 99, 'the own id and an older epoch', ready, init(me), init(me))
  .addFor(3, 99, 'the own id and an epoch of the future', ready, init({ ...me, producerEpoch: 9 }))
  .addFor(3, 99, 'another id', ready, init({ producerId: 987_654, producerEpoch: 0 }))
  .addFor(3, 99, 'an id for an unknown transactional id', init({ producerId: 987_654, producerEpoch: 0 }))
  .addFor(3, 99, 'an id without an epoch', init({ producerId: 5, producerEpoch: -1 }))
  .addFor(3, 99, 'an epoch without an id', init({ producerId: -1, producerEpoch: 5 }))
  .addFor(3, 99, 'an id without a transactional id', init({ transactionalId: null, producerId: 987_654, producerEpoch: 3 }))
  .add('within a transaction', topic('t-%'), ready, added, write(0, 'a', { isSetup: true }), init({}, { keep }), readOpen)
  .addFor(3, 99, 'within a transaction, with id and epoch', topic('t-%'), ready, added, write(0, 'a', { isSetup: true }), init(me, { keep }), readOpen)
  .add('after a transaction', topic('t-%'), ready, added, write(0, 'a', { isSetup: true }), ended(true), init());

const addPartitions = new ApiScript('AddPartitionsToTxn')
  .addFor(0, 3, 'a partition', topic('t-%'), ready, add())
  .addFor(0, 3, 'a partition twice', topic('t-%'), ready, add(), add())
  .addFor(0, 3, 'two topics', topic('t-%'), topic('u-%', 2), ready, add({ topics: [{ name: 'u-%', partitions: [1, 0] }, { name: 't-%', partitions: [0] }] }))
  .addFor(0, 3, 'a topic that is not there', topic('t-%'), ready, add({ topics: [{ name: 'u-%', partitions: [0] }, { name: 't-%', partitions: [0] }] }))
  .addFor(0, 3, 'a partition that is not there', topic('t-%'), ready, add({ topics: [{ name: 't-%', partitions: [7, 0] }] }))
  .addFor(0, 3, 'nothing', ready, add({ topics: [] }))
  .addFor(0, 3, 'an unknown transactional id', topic('t-%'), add({ producerId: 5, producerEpoch: 0 }))
  .addFor(0, 3, 'an empty transactional id', topic('t-%'), add({ transactionalId: '', producerId: 5, producerEpoch: 0 }))
  .addFor(0, 3, 'another producer id', topic('t-%'), ready, add({ producerId: 987_654 }))
  .addFor(0, 3, 'an older epoch', topic('t-%'), ready, given('InitProducerId', { transactionalId: 'x-%', transactionTimeoutMs: 60_000 }, again), add())
  .addFor(0, 3, 'an epoch of the future', topic('t-%'), ready, add({ producerEpoch: 9 }))
  .addFor(0, 3, 'an internal topic', ready, add({ topics: [{ name: '__consumer_offsets', partitions: [0] }] }))
  .addFor(4, 99, 'of a client, where brokers ask', topic('t-%'), ready, add())
  .addFor(4, 99, 'verification of what is there', topic('t-%'), ready, added, add({ verifyOnly: true }))
  .addFor(4, 99, 'verification of what is not', topic('t-%'), ready, add({ verifyOnly: true }))
  .addFor(4, 99, 'verification of another epoch', topic('t-%'), ready, added, add({ verifyOnly: true, producerEpoch: 7 }))
  .addFor(4, 99, 'verification of another producer', topic('t-%'), ready, added, add({ verifyOnly: true, producerId: 987_654 }))
  .addFor(4, 99, 'verification of an unknown transactional id', topic('t-%'), add({ verifyOnly: true, producerId: 5, producerEpoch: 0 }))
  .addFor(4, 99, 'no transactions', ask('AddPartitionsToTxn', { transactions: [], v3AndBelowTransactionalId: '', v3AndBelowProducerId: 0, v3AndBelowProducerEpoch: 0, v3AndBelowTopics: [] }));

const addOffsets = new ApiScript('AddOffsetsToTxn')
  .add('a group', ready, ask('AddOffsetsToTxn', { transactionalId: 'x-%', ...me, groupId: 'g-%' }, again))
  .add('an empty group', ready, ask('AddOffsetsToTxn', { transactionalId: 'x-%', ...me, groupId: '' }, again))
  .add('an unknown transactional id', ask('AddOffsetsToTxn', { transactionalId: 'x-%', producerId: 5, producerEpoch: 0, groupId: 'g-%' }, again))
  .add('an empty transactional id', ask('AddOffsetsToTxn', { transactionalId: '', producerId: 5, producerEpoch: 0, groupId: 'g-%' }, again))
  .add('another producer id', ready, ask('AddOffsetsToTxn', { transactionalId: 'x-%', producerId: 987_654, producerEpoch: 0, groupId: 'g-%' }, again))
  .add('another epoch', ready, ask('AddOffsetsToTxn', { transactionalId: 'x-%', producerId: ref('pid'), producerEpoch: 7, groupId: 'g-%' }, again));

const endTxn = new ApiScript('EndTxn')
  .addFor(0, 4, 'commit', topic('t-%'), ready, added, write(0, 'a'), end(true), read)
  .addFor(0, 4, 'abort', topic('t-%'), ready, added, write(0, 'a'), end(false), read)
  .addFor(0, 4, 'an open transaction', topic('t-%'), ready, added, write(0, 'a'), readOpen, fetchAll())
  .addFor(0, 4, 'commit again', topic('t-%'), ready, added, write(0, 'a'), end(true), end(true))
  .addFor(0, 4, 'abort again', topic('t-%'), ready, added, write(0, 'a'), end(false), end(false))
  .addFor(0, 4, 'commit, then abort', topic('t-%'), ready, added, write(0, 'a'), end(true), end(false))
  .addFor(0, 4, 'abort, then commit', topic('t-%'), ready, added, write(0, 'a'), end(false), end(true))
  .addFor(0, 4, 'nothing was added', ready, end(true), end(false))
  .addFor(0, 4, 'no records were written', topic('t-%'), ready, added, end(true))
  .addFor(0, 4, 'two transactions', topic('t-%'), ready, added, write(0, 'a'), end(true), added, write(1, 'b'), end(false))
  .add('an unknown transactional id', end(true, { producerId: 5, producerEpoch: 0 }))
  .add('an empty transactional id', end(true, { transactionalId: '', producerId: 5, producerEpoch: 0 }))
  .add('another producer id', ready, end(true, { producerId: 987_654 }))
  .add('another epoch', ready, end(true, { producerEpoch: 7 }))
  .add('an epoch that was fenced', topic('t-%'), ready, added, given('InitProducerId', { transactionalId: 'x-%', transactionTimeoutMs: 60_000 }, again), end(true))
  .addFor(5, 99, 'commit with the second protocol', topic('t-%'), ready, write2(0, 'a'), end(true, {}, { keep }), read, write2(0, 'b'), end(false, {}, { keep }))
  .addFor(5, 99, 'abort with the second protocol', topic('t-%'), ready, write2(0, 'a'), end(false, {}, { keep }), read)
  .addFor(5, 99, 'commit again with the second protocol', topic('t-%'), ready, write2(0, 'a'), end(true), end(true))
  .addFor(5, 99, 'abort again with the second protocol', topic('t-%'), ready, write2(0, 'a'), end(false), end(false))
  .addFor(5, 99, 'commit, then abort with the old epoch', topic('t-%'), ready, write2(0, 'a'), end(true), end(false))
  .addFor(5, 99, 'nothing was added, second protocol', ready, end(true), end(false))
  .addFor(5, 99, 'an abort of nothing, second protocol', ready, end(false, {}, { keep }), end(false, {}, { keep }), init({}, { keep }))
  .addFor(5, 99, 'begun with the first protocol', topic('t-%'), ready, added, write(0, 'a'), end(true, {}, { keep }), read);

const produceScript = new ApiScript('Produce')
  .addFor(3, 11, 'transactional, to a partition that was not added', topic('t-%'), ready, write(0, 'a', { version: undefined }))
  .addFor(3, 11, 'transactional', topic('t-%'), ready, added, write(0, 'a', { version: undefined }), write(1, 'b', { version: undefined }))
  .addFor(12, 99, 'transactional, second protocol', topic('t-%'), ready, write2(0, 'a', { version: undefined }), write2(1, 'b', { version: undefined }))
  .add('transactional, without a transaction', topic('t-%'), produce([{ records: batch({ values: ['a'], producerId: 987_654, epoch: 0, sequence: 0, isTransactional: true }) }], { transactionalId: 'x-%' }, { again: [51] }))
  .add('transactional, another epoch', topic('t-%'), ready, produce([{ records: batch({ values: ['a'], producerId: ref('pid'), epoch: 7, sequence: 0, isTransactional: true }) }], { transactionalId: 'x-%' }, { again: [51] }))
  .add('transactional records without a transactional id', topic('t-%'), ready, produce([{ records: batch({ values: ['a'], producerId: ref('pid'), epoch: ref('epoch'), sequence: 0, isTransactional: true }) }], {}, { again: [51] }))
  .add('a transactional id without transactional records', topic('t-%'), ready, produce([{ records: batch({ values: ['a'] }) }], { transactionalId: 'x-%' }))
  .add('plain records of a transactional producer', topic('t-%'), ready, produce([{ records: batch({ values: ['a'], producerId: ref('pid'), epoch: ref('epoch'), sequence: 0 }) }]))
  .addFor(3, 11, 'plain records within a transaction', topic('t-%'), ready, added, write(0, 'a', { version: undefined }), produce([{ records: batch({ values: ['a'], producerId: ref('pid'), epoch: ref('epoch'), sequence: 1 }) }]))
  .addFor(3, 11, 'a fenced producer', topic('t-%'), ready, added, write(0, 'a', { isSetup: true }), given('InitProducerId', { transactionalId: 'x-%', transactionTimeoutMs: 60_000 }, again), write(1, 'b', { version: undefined }))
  .addFor(3, 11, 'after the end', topic('t-%'), ready, added, write(0, 'a', { isSetup: true }), ended(true), read, write(1, 'b', { version: undefined, again: [...BUSY, 19] }));

export const commits = (fields: object = {}, partitions: readonly object[] = [{}], options: object = {}) =>
  ask(
    'TxnOffsetCommit',
    { transactionalId: 'x-%', groupId: 'g-%', ...me, topics: [{ name: 't-%', partitions: partitions.map((wanted) => ({ partitionIndex: 0, committedOffset: 5, committedMetadata: 'm', ...wanted })) }], ...fields },
    { ...again, ...options },
  );
export const groupAdded = given('AddOffsetsToTxn', { transactionalId: 'x-%', ...me, groupId: 'g-%' }, again);
export const committedOffsets = (options: object = {}) =>
  ask('OffsetFetch', { groupId: 'g-%', topics: null, groups: [{ groupId: 'g-%', topics: null }], requireStable: false }, { version: 7, ...options });

const txnOffsetCommit = new ApiScript('TxnOffsetCommit')
  .add('in a transaction', topic('t-%'), ready, groupAdded, commits(), committedOffsets())
  .add('committed', topic('t-%'), ready, groupAdded, commits(), ended(true), committedOffsets({ until: { path: 'topics.0.partitions.0.committedOffset', is: 5 } }))
  .add('aborted', topic('t-%'), ready, groupAdded, commits(), ended(false), committedOffsets())
  .add('pending and required stable', topic('t-%'), ready, groupAdded, commits(), ask('OffsetFetch', { groupId: 'g-%', topics: [{ name: 't-%', partitionIndexes: [0] }], requireStable: true }, { version: 7 }))
  .addFor(0, 4, 'a group that was not added', topic('t-%'), ready, commits())
  .addFor(5, 99, 'a group that was not added, second protocol', topic('t-%'), ready, commits(), end(true, {}, { version: 5 }))
  .add('an unknown topic', ready, groupAdded, commits())
  .add('an unknown partition', topic('t-%'), ready, groupAdded, commits({}, [{ partitionIndex: 9 }, {}]))
  .add('metadata that is too long', topic('t-%'), ready, groupAdded, commits({}, [{ committedMetadata: 'm'.repeat(4097) }]))
  .add('null metadata', topic('t-%'), ready, groupAdded, commits({}, [{ committedMetadata: null }]))
  .add('a negative offset', topic('t-%'), ready, groupAdded, commits({}, [{ committedOffset: -1 }]))
  .add('no topics', ready, groupAdded, commits({ topics: [] }))
  .add('an empty group', topic('t-%'), ready, commits({ groupId: '' }))
  .add('another epoch', topic('t-%'), ready, groupAdded, commits({ producerEpoch: 7 }))
  .add('another producer', topic('t-%'), ready, groupAdded, commits({ producerId: 987_654 }))
  .addFor(3, 99, 'an unknown member', topic('t-%'), ready, groupAdded, commits({ memberId: 'm', generationId: 1 }))
  .addFor(3, 99, 'a generation without a member', topic('t-%'), ready, groupAdded, commits({ generationId: 3 }))
  .addFor(3, 99, 'an instance without a member', topic('t-%'), ready, groupAdded, commits({ groupInstanceId: 'i' }));

export const describe = (...transactionalIds: readonly string[]) => ask('DescribeTransactions', { transactionalIds: [...transactionalIds] });
const describeTransactions = new ApiScript('DescribeTransactions')
  .add('an empty one', ready, describe('x-%'))
  .add('an ongoing one', topic('t-%', 2), topic('s-%'), ready, add({ topics: [{ name: 't-%', partitions: [1, 0] }, { name: 's-%', partitions: [0] }] }, { isSetup: true, version: 3 }), describe('x-%'))
  .add('a committed one', topic('t-%'), ready, added, ended(true), ask('DescribeTransactions', { transactionalIds: ['x-%'] }, { until: { path: 'transactionStates.0.transactionState', is: 'CompleteCommit' } }))
  .add('an aborted one', topic('t-%'), ready, added, ended(false), ask('DescribeTransactions', { transactionalIds: ['x-%'] }, { until: { path: 'transactionStates.0.transactionState', is: 'CompleteAbort' } }))
  .add('one with a group', ready, groupAdded, describe('x-%'))
  .add('an unknown one', describe('x-%'))
  .add('an empty id', describe(''))
  .add('none', describe())
  .add('one twice, one unknown', ready, describe('x-%', 'y-%', 'x-%'));

const list = (fields: object = {}, until?: AskOptions['until']) => ask('ListTransactions', { stateFilters: [], producerIdFilters: [], ...fields }, { own: 'transactionStates', ...(until === undefined ? {} : { until }) });
const listTransactions = new ApiScript('ListTransactions')
  .add('all', ready, list())
  .add('by state', topic('t-%'), ready, added, list({ stateFilters: ['Ongoing'] }), list({ stateFilters: ['Empty', 'CompleteAbort'] }), list({ stateFilters: ['Ongoing', 'Empty'] }))
  .add('by an unknown state', ready, list({ stateFilters: ['Nonsense', 'empty', ''] }), list({ stateFilters: ['Nonsense', 'Empty'] }))
  .add('by producer', ready, list({ producerIdFilters: [ref('pid')] }), list({ producerIdFilters: [987_654] }))
  .addFor(1, 99, 'by duration', topic('t-%'), ready, added, // Older than 0 ms it is only a millisecond later.
    list({ durationFilter: 0 }, { path: 'transactionStates.0.transactionState', is: 'Ongoing' }), list({ durationFilter: 1_000_000 }), list({ durationFilter: -5 }))
  .addFor(2, 99, 'by pattern', ready, list({ transactionalIdPattern: 'x-%' }), list({ transactionalIdPattern: 'x-.*' }), list({ transactionalIdPattern: '%' }), list({ transactionalIdPattern: '' }))
  .addFor(2, 99, 'by a bad pattern', list({ transactionalIdPattern: '(' }));

export const producers = (partitionIndexes: readonly number[], name = 't-%') => ask('DescribeProducers', { topics: [{ name, partitionIndexes }] });
const describeProducers = new ApiScript('DescribeProducers')
  .add('none', topic('t-%'), producers([0]))
  .add('an idempotent one', topic('t-%'), ready, produce([{ records: batch({ values: ['a', 'b'], producerId: ref('pid'), epoch: ref('epoch'), sequence: 0 }) }], {}, { isSetup: true }), producers([0]))
  .add('one in a transaction', topic('t-%'), ready, added, write(0, 'a', { isSetup: true }), producers([0]))
  .add('one after a commit', topic('t-%'), ready, added, write(0, 'a', { isSetup: true }), ended(true), ask('DescribeProducers', { topics: [{ name: 't-%', partitionIndexes: [0] }] }, { until: { path: 'topics.0.partitions.0.activeProducers.0.currentTxnStartOffset', is: -1 } }))
  .add('of unknown partitions', topic('t-%'), producers([5, 0, -1]))
  .add('of an unknown topic', producers([0]))
  .add('of bad names', producers([0], ''), producers([0], 'a b'))
  .add('of no partitions', topic('t-%'), producers([]))
  .add('of no topics', ask('DescribeProducers', { topics: [] }))
  .add('of a partition twice', topic('t-%'), producers([0, 0]));

export const marker = (fields: object = {}) => ({ producerId: ref('pid'), producerEpoch: ref('epoch'), transactionResult: false, coordinatorEpoch: 0, topics: [{ name: 't-%', partitionIndexes: [0] }], ...fields });
export const marked = (...markers: readonly ReturnType<typeof marker>[]) => ask('WriteTxnMarkers', { markers: [...markers] as never });
const writeTxnMarkers = new ApiScript('WriteTxnMarkers')
  .add('abort', topic('t-%'), ready, added, write(0, 'a', { isSetup: true }), marked(marker()), readOpen, fetchAll())
  .add('commit', topic('t-%'), ready, added, write(0, 'a', { isSetup: true }), marked(marker({ transactionResult: true })), readOpen)
  .add('of an unknown producer', topic('t-%'), marked(marker({ producerId: 987_654, producerEpoch: 3 })), fetchAll())
  .add('an older epoch', topic('t-%'), ready, added, write(0, 'a', { isSetup: true }), given('InitProducerId', { transactionalId: 'x-%', transactionTimeoutMs: 60_000 }, again), marked(marker({ producerEpoch: 0 })))
  .add('an older coordinator', topic('t-%'), ready, added, write(0, 'a', { isSetup: true }), marked(marker({ coordinatorEpoch: 5 })), marked(marker({ coordinatorEpoch: 4 })))
  .add('to an unknown topic', ready, marked(marker()))
  .add('to an unknown partition', topic('t-%'), ready, marked(marker({ topics: [{ name: 't-%', partitionIndexes: [9, 0] }] })))
  .add('none', marked())
  .add('to nothing', ready, marked(marker({ topics: [] })))
  .add('two', topic('t-%'), topic('u-%'), ready, marked(marker(), marker({ topics: [{ name: 'u-%', partitionIndexes: [0] }] })));

export const transactionScripts = [initProducerId, addPartitions, addOffsets, endTxn, produceScript, txnOffsetCommit, describeTransactions, listTransactions, describeProducers, writeTxnMarkers];
