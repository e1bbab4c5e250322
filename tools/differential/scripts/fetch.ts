/** Fetch: what is read, limits, sessions (KIP-227), epochs; ListOffsets and OffsetForLeaderEpoch beside it. */
import { ApiScript, ask, batch, close, given, idOf, pipeline, raw, receive, ref, type RequestOf, send, topic } from '../script.ts';
import { encodeRequest } from '../answers.ts';
import { newProducer, NO_ID, produce, send1, UNKNOWN_ID, wrote } from './produce.ts';

interface Wanted {
  readonly partition?: number;
  readonly fetchOffset?: number;
  readonly partitionMaxBytes?: number;
  readonly currentLeaderEpoch?: number;
  readonly lastFetchedEpoch?: number;
}

const fill = (wanted: Wanted) => ({ partition: 0, fetchOffset: 0, partitionMaxBytes: 1_000_000, ...wanted });
const fetch = (wanted: readonly Wanted[], fields: Partial<RequestOf<'Fetch'>> = {}, options: Parameters<typeof ask>[2] = {}, name = 't-%') =>
  ask('Fetch', { maxWaitMs: 0, minBytes: 0, sessionEpoch: -1, topics: wanted.length === 0 ? [] : [{ topic: name, topicId: idOf(name), partitions: wanted.map(fill) }], ...fields }, options);
const three = [wrote('a'), wrote('b', 'c'), wrote('d')];
const session = (epoch: number, wanted: readonly Wanted[] = [], fields: Partial<RequestOf<'Fetch'>> = {}) => fetch(wanted, { sessionId: ref('session'), sessionEpoch: epoch, ...fields });
const opened = (wanted: readonly Wanted[]) => fetch(wanted, { sessionId: 0, sessionEpoch: 0 }, { keep: { session: 'sessionId' } });
const forget = (partitions: readonly number[]) => ({ forgottenTopicsData: [{ topic: 't-%', topicId: idOf('t-%'), partitions }] });

const plain = new ApiScript('Fetch')
  .add('all there is', topic('t-%'), three, fetch([{}]))
  .add('from the middle', topic('t-%'), three, fetch([{ fetchOffset: 2 }]))
  .add('at the end', topic('t-%'), three, fetch([{ fetchOffset: 4 }]))
  .add('behind the end', topic('t-%'), three, fetch([{ fetchOffset: 5 }]))
  .add('a negative offset', topic('t-%'), three, fetch([{ fetchOffset: -1 }]))
  .add('an empty partition', topic('t-%'), fetch([{}]))
  .add('before the start', topic('t-%'), three, given('DeleteRecords', { topics: [{ name: 't-%', partitions: [{ partitionIndex: 0, offset: 3 }] }], timeoutMs: 1000 }), fetch([{}]), fetch([{ fetchOffset: 3 }]))
  .add('an unknown partition', topic('t-%'), fetch([{ partition: 5 }, { partition: -1 }, {}]))
  .add('a partition twice', topic('t-%'), three, fetch([{}, { fetchOffset: 2 }]))
  .add('no topics', fetch([]))
  .add('no partitions', topic('t-%'), ask('Fetch', { maxWaitMs: 0, minBytes: 0, topics: [{ topic: 't-%', topicId: idOf('t-%'), partitions: [] }] }))
  .addFor(4, 12, 'an unknown topic and a known', topic('t-%'), ask('Fetch', { maxWaitMs: 0, minBytes: 0, topics: ['u-%', 't-%'].map((name) => ({ topic: name, topicId: NO_ID, partitions: [fill({})] })) }))
  .addFor(4, 12, 'bad names', ask('Fetch', { maxWaitMs: 0, minBytes: 0, topics: ['', '.', 'a b', 'x'.repeat(300)].map((name) => ({ topic: name, topicId: NO_ID, partitions: [fill({})] })) }))
  .addFor(13, 99, 'an unknown id and a known', topic('t-%'), ask('Fetch', { maxWaitMs: 0, minBytes: 0, topics: [UNKNOWN_ID, idOf('t-%')].map((topicId) => ({ topicId, partitions: [fill({})] })) }))
  .addFor(13, 99, 'the zero id', ask('Fetch', { maxWaitMs: 0, minBytes: 0, topics: [{ topicId: NO_ID, partitions: [fill({})] }] }))
  .add('a topic twice', topic('t-%', 2), three, ask('Fetch', { maxWaitMs: 0, minBytes: 0, topics: [0, 1].map((partition) => ({ topic: 't-%', topicId: idOf('t-%'), partitions: [fill({ partition })] })) }))
  .add('a batch larger than the partition limit', topic('t-%'), wrote('a'.repeat(300)), wrote('b'), fetch([{ partitionMaxBytes: 50 }]))
  .add('a partition limit of 0', topic('t-%'), three, fetch([{ partitionMaxBytes: 0 }]))
  .add('a negative partition limit', topic('t-%'), three, fetch([{ partitionMaxBytes: -1 }]))
  .add('a limit in the middle of a batch', topic('t-%'), three, fetch([{ partitionMaxBytes: 100 }]))
  .add('a batch larger than the limit', topic('t-%', 2), wrote('a'.repeat(300)), produce([{ index: 1, records: batch({ values: ['b'.repeat(300)] }) }], {}, { isSetup: true }), fetch([{}, { partition: 1 }], { maxBytes: 50 }))
  .add('a limit that only the first partition fills', topic('t-%', 2), wrote('a'.repeat(300)), produce([{ index: 1, records: batch({ values: ['b'] }) }], {}, { isSetup: true }), fetch([{}, { partition: 1 }], { maxBytes: 400 }))
  .add('a limit of 0', topic('t-%'), three, fetch([{}], { maxBytes: 0 }))
  .add('a negative limit', topic('t-%'), three, fetch([{}], { maxBytes: -1 }))
  .add('min bytes that are there', topic('t-%'), three, fetch([{}], { minBytes: 10, maxWaitMs: 10_000 }))
  .add('min bytes that do not come', topic('t-%'), three, fetch([{}], { minBytes: 1_000_000, maxWaitMs: 50 }))
  .add('min bytes that come', topic('t-%'), send('fetch', fetch([{}], { minBytes: 1, maxWaitMs: 10_000 }, { on: 'reader' })), send1({ values: ['a'] }), receive('fetch'))
  .add('a negative wait', topic('t-%'), fetch([{}], { minBytes: 1, maxWaitMs: -1 }))
  .add('an error does not wait', topic('t-%'), fetch([{ fetchOffset: 9 }], { minBytes: 1, maxWaitMs: 10_000 }))
  .add('a committed reader', topic('t-%'), three, fetch([{}], { isolationLevel: 1 }))
  .add('an unknown isolation level', topic('t-%'), raw('isolation level 7', (version) => encodeRequest('Fetch', version, 1, { maxWaitMs: 0, minBytes: 0, isolationLevel: 7, topics: [] })))
  .add('a reader with a rack', topic('t-%'), three, fetch([{}], { rackId: 'r' }))
  .addFor(9, 99, 'a leader epoch of the past', topic('t-%'), three, fetch([{ currentLeaderEpoch: 0 }]))
  .addFor(9, 99, 'a leader epoch of the future', topic('t-%'), three, fetch([{ currentLeaderEpoch: 7 }]))
  .addFor(12, 99, 'a last fetched epoch', topic('t-%'), three, fetch([{ fetchOffset: 2, currentLeaderEpoch: 0, lastFetchedEpoch: 0 }]))
  .addFor(12, 99, 'a last fetched epoch of the future', topic('t-%'), three, fetch([{ fetchOffset: 2, lastFetchedEpoch: 5 }]))
  .addFor(12, 99, 'an offset behind the end of its epoch', topic('t-%'), three, fetch([{ fetchOffset: 9, lastFetchedEpoch: 0 }]))
  .add('a follower that is none', topic('t-%'), ask('Fetch', { replicaId: 7, replicaState: { replicaId: 7, replicaEpoch: 3 }, maxWaitMs: 0, minBytes: 0, topics: [{ topic: 't-%', topicId: idOf('t-%'), partitions: [fill({})] }] }))
  .add('pipelined', topic('t-%'), three, pipeline(fetch([{}]), fetch([{ fetchOffset: 3 }]), fetch([{ fetchOffset: 9 }]), fetch([{ fetchOffset: 4 }], { minBytes: 1, maxWaitMs: 60 }), fetch([{ fetchOffset: 1 }])));

const sessions = new ApiScript('Fetch')
  .addFor(7, 99, 'a session', topic('t-%', 2), three, opened([{}, { partition: 1 }]), session(1), session(2))
  .addFor(7, 99, 'a session told of progress', topic('t-%', 2), three, opened([{}, { partition: 1 }]), session(1, [{ fetchOffset: 4 }]), send1({ values: ['e'] }), session(2), session(3))
  .addFor(7, 99, 'a session that forgets', topic('t-%', 2), three, opened([{}, { partition: 1 }]), session(1, [], forget([0])), session(2))
  .addFor(7, 99, 'a session that forgets what it never had', topic('t-%', 2), three, opened([{}]), session(1, [], forget([1, 9])))
  .addFor(7, 99, 'a session that gains', topic('t-%', 2), three, opened([{ partition: 1 }]), session(1, [{}]), session(2))
  .addFor(7, 99, 'a session without partitions', fetch([], { sessionId: 0, sessionEpoch: 0 }))
  .addFor(7, 99, 'an unknown session', topic('t-%'), fetch([{}], { sessionId: 77, sessionEpoch: 1 }))
  .addFor(7, 99, 'an unknown session that is closed', topic('t-%'), fetch([{}], { sessionId: 77, sessionEpoch: -1 }))
  .addFor(7, 99, 'an unknown session that begins', topic('t-%'), fetch([{}], { sessionId: 77, sessionEpoch: 0 }))
  .addFor(7, 99, 'a stale session epoch', topic('t-%'), opened([{}]), session(1), session(1), session(2))
  .addFor(7, 99, 'a session epoch of the future', topic('t-%'), opened([{}]), session(5), session(1))
  .addFor(7, 99, 'a closed session', topic('t-%'), opened([{}]), session(-1, [{}]), session(1))
  .addFor(7, 99, 'a session opened anew', topic('t-%'), opened([{}]), session(0, [{}]), session(1))
  .addFor(7, 99, 'a session with an error', topic('t-%'), opened([{}, { partition: 9 }]), session(1), session(2))
  .addFor(7, 99, 'a session out of range', topic('t-%'), three, opened([{ fetchOffset: 4 }]), session(1, [{ fetchOffset: 50 }]), session(2), session(3, [{ fetchOffset: 4 }]))
  .addFor(7, 99, 'a session on another connection', topic('t-%'), three, opened([{}]), close('main'), session(1))
  .addFor(7, 99, 'a session whose topic is deleted', topic('t-%'), three, opened([{}]), given('DeleteTopics', { topicNames: ['t-%'], topics: [{ name: 't-%', topicId: NO_ID }], timeoutMs: 10_000 }), given('Metadata', { topics: [] }))
  .addFor(7, 12, 'a session with an unknown topic', ask('Fetch', { maxWaitMs: 0, minBytes: 0, sessionId: 0, sessionEpoch: 0, topics: [{ topic: 'u-%', topicId: NO_ID, partitions: [fill({})] }] }, { keep: { session: 'sessionId' } }), session(1, []))
  .addFor(13, 99, 'a session with an unknown id', ask('Fetch', { maxWaitMs: 0, minBytes: 0, sessionId: 0, sessionEpoch: 0, topics: [{ topicId: UNKNOWN_ID, partitions: [fill({})] }] }, { keep: { session: 'sessionId' } }), session(1, []))
  .addFor(7, 99, 'a session and its start offset', topic('t-%'), three, opened([{ fetchOffset: 4 }]), given('DeleteRecords', { topics: [{ name: 't-%', partitions: [{ partitionIndex: 0, offset: 2 }] }], timeoutMs: 1000 }), session(1), session(2))
  .addFor(7, 99, 'a session told the same', topic('t-%'), three, opened([{}]), session(1, [{}]), session(2, [{ fetchOffset: 4 }]), session(3, [{ fetchOffset: 4 }]))
  .addFor(7, 99, 'forgotten and named at once', topic('t-%'), three, opened([{}]), session(1, [{}], forget([0])), session(2));

const list = (partitions: readonly object[], fields: object = {}, name = 't-%') =>
  ask('ListOffsets', { replicaId: -1, topics: [{ name, partitions: partitions.map((wanted) => ({ partitionIndex: 0, timestamp: -1, ...wanted })) }], timeoutMs: 5000, ...fields });
const times = (timestamp: number) => send1({ values: ['a', 'b'], timestamp });

const listOffsets = new ApiScript('ListOffsets')
  .add('the end', topic('t-%'), three, list([{}]))
  .add('the start', topic('t-%'), three, list([{ timestamp: -2 }]))
  .add('of an empty partition', topic('t-%'), list([{}]), list([{ timestamp: -2 }]), list([{ timestamp: 5 }]))
  .add('a time', topic('t-%'), [1, 2, 3].map((step) => times(1_700_000_000_000 + step * 1000)), ...[0, 1000, 1500, 3000, 3001].map((step) => list([{ timestamp: 1_700_000_000_000 + step }])))
  .add('a time of 0', topic('t-%'), three, list([{ timestamp: 0 }]))
  .add('a time within a compressed batch', topic('t-%'), send1({ values: ['a', 'b'], codec: 'gzip', timestamp: 1_700_000_000_000 }), list([{ timestamp: 1_700_000_000_000 }]))
  .addFor(7, 99, 'the largest time', topic('t-%'), times(1_700_000_005_000), times(1_700_000_001_000), list([{ timestamp: -3 }]))
  .addFor(7, 99, 'the largest time of an empty partition', topic('t-%'), list([{ timestamp: -3 }]))
  .addFor(1, 6, 'the largest time, too early', topic('t-%'), three, list([{ timestamp: -3 }]))
  .addFor(8, 99, 'the local start', topic('t-%'), three, list([{ timestamp: -4 }]))
  .addFor(1, 7, 'the local start, too early', topic('t-%'), three, list([{ timestamp: -4 }]))
  .addFor(9, 99, 'the last tiered', topic('t-%'), three, list([{ timestamp: -5 }]))
  .addFor(11, 99, 'the earliest pending upload', topic('t-%'), three, list([{ timestamp: -6 }]))
  .addFor(1, 10, 'the earliest pending upload, too early', topic('t-%'), three, list([{ timestamp: -6 }]))
  .add('unknown times', topic('t-%'), three, list([{ timestamp: -7 }]), list([{ timestamp: -100 }]))
  .add('unknown partitions', topic('t-%'), list([{ partitionIndex: 4 }, {}, { partitionIndex: -1 }]))
  .add('a partition twice', topic('t-%'), three, list([{}, { timestamp: -2 }]))
  .add('an unknown topic', list([{}], {}, 'u-%'))
  .add('bad names', list([{}], {}, ''), list([{}], {}, 'a b'), list([{}], {}, 'x'.repeat(300)))
  .add('no topics', ask('ListOffsets', { replicaId: -1, topics: [] }))
  .add('no partitions', topic('t-%'), list([]))
  .add('a topic twice', topic('t-%', 2), ask('ListOffsets', { replicaId: -1, topics: [0, 1].map((partitionIndex) => ({ name: 't-%', partitions: [{ partitionIndex, timestamp: -1 }] })) }))
  .add('a committed reader', topic('t-%'), three, list([{}], { isolationLevel: 1 }), list([{ timestamp: -2 }], { isolationLevel: 1 }))
  .addFor(4, 99, 'leader epochs', topic('t-%'), three, list([{ currentLeaderEpoch: 0 }]), list([{ currentLeaderEpoch: 4 }]))
  .add('as a follower', topic('t-%'), three, list([{}], { replicaId: 1 }))
  .add('as a debugger', topic('t-%'), three, list([{}], { replicaId: -2 }))
  .add('an internal topic', list([{ timestamp: -2 }], {}, '__transaction_state'))
  .add('after records were deleted', topic('t-%'), three, given('DeleteRecords', { topics: [{ name: 't-%', partitions: [{ partitionIndex: 0, offset: 2 }] }], timeoutMs: 1000 }), list([{ timestamp: -2 }]), list([{ timestamp: 0 }]), list([{}]));

const epochs = (partitions: readonly object[], fields: object = {}, name = 't-%') =>
  ask('OffsetForLeaderEpoch', { topics: [{ topic: name, partitions: partitions.map((wanted) => ({ partition: 0, leaderEpoch: 0, ...wanted })) }], ...fields });

const offsetForLeaderEpoch = new ApiScript('OffsetForLeaderEpoch')
  .add('the current epoch', topic('t-%'), three, epochs([{}]))
  .add('of an empty partition', topic('t-%'), epochs([{}]))
  .add('an epoch of the future', topic('t-%'), three, epochs([{ leaderEpoch: 5 }]))
  .add('no epoch', topic('t-%'), three, epochs([{ leaderEpoch: -1 }]))
  .add('a negative epoch', topic('t-%'), three, epochs([{ leaderEpoch: -7 }]))
  .add('the right current epoch', topic('t-%'), three, epochs([{ currentLeaderEpoch: 0 }]))
  .add('a current epoch of the future', topic('t-%'), three, epochs([{ currentLeaderEpoch: 3 }]))
  .add('unknown partitions', topic('t-%'), epochs([{ partition: 3 }, {}, { partition: -1 }]))
  .add('a partition twice', topic('t-%'), epochs([{}, {}]))
  .add('an unknown topic', epochs([{}], {}, 'u-%'))
  .add('bad names', epochs([{}], {}, ''), epochs([{}], {}, 'a b'))
  .add('no topics', ask('OffsetForLeaderEpoch', { topics: [] }))
  .add('as a follower', topic('t-%'), three, epochs([{}], { replicaId: 5 }));

const deleteRecords = (partitions: readonly object[], fields: object = {}, name = 't-%') =>
  ask('DeleteRecords', { topics: [{ name, partitions: partitions.map((wanted) => ({ partitionIndex: 0, offset: -1, ...wanted })) }], timeoutMs: 2000, ...fields });

const deleteRecordsScript = new ApiScript('DeleteRecords')
  .add('all', topic('t-%'), three, deleteRecords([{}]), fetch([{ fetchOffset: 4 }]))
  .add('some', topic('t-%'), three, deleteRecords([{ offset: 2 }]), fetch([{ fetchOffset: 2 }]))
  .add('fewer than before', topic('t-%'), three, deleteRecords([{ offset: 3 }]), deleteRecords([{ offset: 1 }]))
  .add('nothing', topic('t-%'), three, deleteRecords([{ offset: 0 }]))
  .add('behind the end', topic('t-%'), three, deleteRecords([{ offset: 5 }]))
  .add('a negative offset', topic('t-%'), three, deleteRecords([{ offset: -2 }]))
  .add('of an empty partition', topic('t-%'), deleteRecords([{}]))
  .add('of a compacted topic', topic('t-%', 1, { 'cleanup.policy': 'compact' }), deleteRecords([{}]))
  .add('of a topic both compacted and deleted', topic('t-%', 1, { 'cleanup.policy': 'compact,delete' }), deleteRecords([{}]))
  .add('of an unknown topic', deleteRecords([{}], {}, 'u-%'))
  .add('of topics with bad names', deleteRecords([{}], {}, ''), deleteRecords([{}], {}, 'a b'))
  .add('of unknown partitions', topic('t-%'), deleteRecords([{ partitionIndex: 4 }, {}, { partitionIndex: -1 }]))
  .add('of a partition twice', topic('t-%'), three, deleteRecords([{ offset: 1 }, { offset: 2 }]))
  .add('of internal topics', deleteRecords([{}], {}, '__consumer_offsets'), deleteRecords([{}], {}, '__transaction_state'))
  .add('of no topics', ask('DeleteRecords', { topics: [], timeoutMs: 1000 }))
  .add('of no partitions', topic('t-%'), deleteRecords([]))
  .add('without time', topic('t-%'), three, deleteRecords([{ offset: 1 }], { timeoutMs: 0 }))
  .add('of an idempotent producer', topic('t-%'), newProducer, send1({ values: ['a'], producerId: ref('pid'), epoch: ref('epoch'), sequence: 0 }), deleteRecords([{}]), send1({ values: ['a'], producerId: ref('pid'), epoch: ref('epoch'), sequence: 5 }));

export const fetchScripts = [plain, sessions, listOffsets, offsetForLeaderEpoch, deleteRecordsScript];
