/** Produce: batches good and bad, sequences of idempotent producers, limits of topics. */
import { ApiScript, ask, batch, type BatchPlan, given, idOf, pipeline, raw, ref, type RequestOf, topic, values } from '../script.ts';
import { encodeRequest } from '../answers.ts';

export const UNKNOWN_ID = 'xkcae_31QG2m1rltb0NsUg';
export const NO_ID = 'AAAAAAAAAAAAAAAAAAAAAA';

interface Part {
  readonly index?: number;
  readonly records: Uint8Array | null;
}

/** A request for one topic; `records` of partition 0, or parts. */
export function produce(records: Part[] | null, fields: Partial<RequestOf<'Produce'>> = {}, options: Parameters<typeof ask>[2] = {}, name = 't-%') {
  const partitionData = (records ?? [{ records: null }]).map(({ index = 0, records: bytes }) => ({ index, records: bytes }));
  return ask('Produce', { acks: -1, timeoutMs: 10_000, topicData: [{ name, topicId: idOf(name), partitionData }], ...fields }, options);
}

export const send1 = (...plans: readonly BatchPlan[]) => produce([{ records: batch(...plans) }]);
const setup = { isSetup: true };
export const wrote = (...texts: readonly string[]) => produce([{ records: values(...texts) }], {}, setup);
export const fetchAll = (name = 't-%', fields: object = {}) =>
  ask('Fetch', {
    maxWaitMs: 0,
    minBytes: 0,
    sessionEpoch: -1,
    topics: [{ topic: name, topicId: idOf(name), partitions: [{ partition: 0, fetchOffset: 0, partitionMaxBytes: 1_000_000, ...fields }] }],
  });
export const newProducer = given('InitProducerId', { transactionalId: null, transactionTimeoutMs: 0 }, { keep: { pid: 'producerId', epoch: 'producerEpoch' }, again: [14] });
const own = { producerId: ref('pid'), epoch: ref('epoch') };
const numbered = (sequence: number, fields: object = {}): BatchPlan => ({ values: [`n${sequence}`], ...own, sequence, ...fields });

const put = (offset: number, ...bytes: readonly number[]) => (target: Uint8Array): void => target.set(bytes, offset);
const cut = (bytes: Uint8Array): Uint8Array => bytes.subarray(0, bytes.length - 1);
const int32 = (value: number): number[] => [value >> 24, value >> 16, value >> 8, value].map((byte) => byte & 255);

const good = new ApiScript('Produce')
  .add('one batch', topic('t-%'), send1({ values: ['a', 'b'] }), fetchAll())
  .add('two requests', topic('t-%'), send1({ values: ['a', 'b'] }), send1({ values: ['c'] }), fetchAll())
  .add('keys, nulls and empty values', topic('t-%'), send1({ keys: ['k', null, ''], values: ['', null, 'v'] }), fetchAll())
  .add('acks 1', topic('t-%'), produce([{ records: values('a') }], { acks: 1 }), fetchAll())
  .add('acks 0', topic('t-%'), produce([{ records: values('a') }], { acks: 0 }, { isUnanswered: true }), fetchAll())
  .add('acks 2', topic('t-%'), produce([{ records: values('a') }], { acks: 2 }), fetchAll())
  .add('acks -2', topic('t-%'), produce([{ records: values('a') }], { acks: -2 }))
  .add('acks 0 to an unknown topic', raw('acks 0 to an unknown topic', (version) => encodeRequest('Produce', version, 1, { acks: 0, timeoutMs: 1000, topicData: [{ name: 'no-such', topicId: UNKNOWN_ID, partitionData: [{ index: 0, records: null }] }] })))
  .add('a timeout of 0', topic('t-%'), produce([{ records: values('a') }], { timeoutMs: 0 }))
  .add('a negative timeout', topic('t-%'), produce([{ records: values('a') }], { timeoutMs: -1 }))
  .add('several partitions', topic('t-%', 3), produce([{ index: 2, records: values('a') }, { index: 0, records: values('b', 'c') }, { index: 7, records: values('d') }, { index: -1, records: values('e') }]))
  .add('a partition twice', topic('t-%'), produce([{ records: values('a') }, { records: values('b') }]), fetchAll())
  .add('no partitions', topic('t-%'), produce([]))
  .add('no topics', ask('Produce', { acks: -1, timeoutMs: 1000, topicData: [] }))
  .add('a topic twice', topic('t-%', 2), ask('Produce', { acks: -1, timeoutMs: 1000, topicData: [0, 1].map((index) => ({ name: 't-%', topicId: idOf('t-%'), partitionData: [{ index, records: values('a') }] })) }))
  .add('two topics', topic('t-%'), topic('u-%'), ask('Produce', { acks: -1, timeoutMs: 1000, topicData: ['u-%', 't-%'].map((name) => ({ name, topicId: idOf(name), partitionData: [{ index: 0, records: values('a') }] })) }))
  .addFor(3, 12, 'an unknown topic and a known', topic('t-%'), ask('Produce', { acks: -1, timeoutMs: 1000, topicData: ['u-%', 't-%'].map((name) => ({ name, topicId: NO_ID, partitionData: [{ index: 0, records: values('a') }] })) }))
  .addFor(3, 12, 'bad names', ask('Produce', { acks: -1, timeoutMs: 1000, topicData: ['', '.', 'a b', 'x'.repeat(300)].map((name) => ({ name, topicId: NO_ID, partitionData: [{ index: 0, records: values('a') }] })) }))
  .addFor(13, 99, 'an unknown id and a known', topic('t-%'), ask('Produce', { acks: -1, timeoutMs: 1000, topicData: [UNKNOWN_ID, idOf('t-%')].map((topicId) => ({ name: '', topicId, partitionData: [{ index: 0, records: values('a') }] })) }))
  .addFor(13, 99, 'the zero id', ask('Produce', { acks: -1, timeoutMs: 1000, topicData: [{ name: '', topicId: NO_ID, partitionData: [{ index: 0, records: values('a') }] }] }))
  .addFor(13, 99, 'an id whose topic is gone', topic('t-%'), given('DeleteTopics', { topics: [{ name: 't-%', topicId: NO_ID }], timeoutMs: 10_000 }), ask('Produce', { acks: -1, timeoutMs: 1000, topicData: [{ name: '', topicId: idOf('t-%'), partitionData: [{ index: 0, records: values('a') }] }] }, { until: { path: 'responses.0.partitionResponses.0.errorCode', is: 100 } }))
  .addFor(3, 12, 'an internal topic', ask('Produce', { acks: -1, timeoutMs: 1000, topicData: ['__consumer_offsets', '__transaction_state'].map((name) => ({ name, topicId: NO_ID, partitionData: [{ index: 0, records: values('a') }] })) }))
  .add('pipelined', topic('t-%'), pipeline(...['a', 'b', 'c', 'd'].map((text) => produce([{ records: values(text) }]))), fetchAll())
  .add('pipelined with others', topic('t-%'), pipeline(produce([{ records: values('a') }]), fetchAll(), produce([{ records: values('b') }]), ask('ListOffsets', { replicaId: -1, topics: [{ name: 't-%', partitions: [{ partitionIndex: 0, timestamp: -1 }] }] }), produce([{ records: values('c') }], { acks: 1 })));

for (const codec of ['gzip', 'snappy', 'lz4'] as const) good.add(`compressed with ${codec}`, topic('t-%'), send1({ values: ['a'.repeat(500), 'b'], codec }), fetchAll());
good.addFor(7, 99, 'compressed with zstd', topic('t-%'), send1({ values: ['a'.repeat(500), 'b'], codec: 'zstd' }));
good.addFor(3, 6, 'compressed with zstd, too early', topic('t-%'), send1({ values: ['a'.repeat(500), 'b'], codec: 'zstd' }));

const bad = new ApiScript('Produce')
  .add('null records', topic('t-%'), produce(null))
  .add('a wrong checksum', topic('t-%'), send1({ values: ['a'], damage: put(17, 1, 2, 3, 4), keepsCrc: true }), fetchAll())
  .add('a record changed behind the checksum', topic('t-%'), send1({ values: ['aaaa'], damage: put(66, 7), keepsCrc: true }))
  .add('two batches', topic('t-%'), send1({ values: ['a'] }, { values: ['b'] }), fetchAll())
  .add('no bytes', topic('t-%'), send1({ values: ['a'], damage: () => new Uint8Array(0) }))
  .add('a few bytes', topic('t-%'), send1({ values: ['a'], damage: () => new Uint8Array(10) }))
  .add('a batch cut short', topic('t-%'), send1({ values: ['a'], damage: cut, keepsCrc: true }))
  .add('a batch and a rest', topic('t-%'), send1({ values: ['a'], damage: (bytes) => Buffer.concat([bytes, Buffer.alloc(7)]), keepsCrc: true }), fetchAll())
  .add('magic 1', topic('t-%'), send1({ values: ['a'], damage: put(16, 1) }))
  .add('magic 0', topic('t-%'), send1({ values: ['a'], damage: put(16, 0) }))
  .add('magic 3', topic('t-%'), send1({ values: ['a'], damage: put(16, 3) }))
  .add('a base offset other than 0', topic('t-%'), send1({ values: ['a'], damage: put(7, 9) }), fetchAll())
  .add('a leader epoch other than -1', topic('t-%'), send1({ values: ['a'], damage: put(12, ...int32(7)) }), fetchAll())
  .add('a batch length that is too small', topic('t-%'), send1({ values: ['a'], damage: put(8, ...int32(5)), keepsCrc: true }))
  .add('a batch length that is too large', topic('t-%'), send1({ values: ['a'], damage: put(8, ...int32(5000)), keepsCrc: true }))
  .add('a negative batch length', topic('t-%'), send1({ values: ['a'], damage: put(8, ...int32(-5)), keepsCrc: true }))
  .add('a count that is too small', topic('t-%'), send1({ values: ['a', 'b'], damage: put(57, ...int32(1)) }))
  .add('a count that is too large', topic('t-%'), send1({ values: ['a', 'b'], damage: put(57, ...int32(3)) }))
  .add('a negative count', topic('t-%'), send1({ values: ['a', 'b'], damage: put(57, ...int32(-1)) }))
  .add('a count of 0', topic('t-%'), send1({ values: ['a'], damage: put(57, ...int32(0)) }))
  .add('a last offset delta that does not fit', topic('t-%'), send1({ values: ['a', 'b'], damage: put(23, ...int32(5)) }))
  .add('a negative last offset delta', topic('t-%'), send1({ values: ['a', 'b'], damage: put(23, ...int32(-5)) }))
  .add('a control batch', topic('t-%'), send1({ values: ['a'], isControl: true }))
  .add('a transactional batch without a producer', topic('t-%'), send1({ values: ['a'], isTransactional: true }))
  .add('a producer id without an epoch', topic('t-%'), send1({ values: ['a'], producerId: 5, epoch: -1, sequence: 0 }))
  .add('a producer id without a sequence', topic('t-%'), send1({ values: ['a'], producerId: 5, epoch: 0, sequence: -1 }))
  .add('log append time of the client', topic('t-%'), send1({ values: ['a'], isLogAppendTime: true }))
  .add('a time far ahead', topic('t-%'), send1({ values: ['a', 'b'], timestamp: 4_000_000_000_000 }))
  .add('a time too long ago', topic('t-%', 1, { 'message.timestamp.before.max.ms': '1000' }), send1({ values: ['a', 'b'] }))
  .add('a time of -1', topic('t-%'), send1({ values: ['a'], timestamp: -1 }), fetchAll())
  .add('a negative time', topic('t-%'), send1({ values: ['a'], timestamp: -5 }))
  .add('a batch that is too large', topic('t-%', 1, { 'max.message.bytes': '200' }), send1({ values: ['a'.repeat(300)] }), send1({ values: ['a'] }))
  .add('one that is too large beside one that is not', topic('t-%', 2, { 'max.message.bytes': '200' }), produce([{ records: values('a'.repeat(300)) }, { index: 1, records: values('a') }]))
  .add('a batch larger than a segment', topic('t-%', 1, { 'segment.bytes': '1048576', 'max.message.bytes': '2000000' }), send1({ values: ['a'.repeat(1_100_000)] }))
  .add('a compacted topic and no key', topic('t-%', 1, { 'cleanup.policy': 'compact' }), send1({ keys: ['k', null], values: ['a', 'b'] }), send1({ keys: ['k'], values: ['a'] }))
  .add('an unknown codec', topic('t-%'), send1({ values: ['a'], damage: put(22, 6) }))
  .add('bytes that are not gzip', topic('t-%'), send1({ values: ['a'], damage: put(22, 1) }))
  .add('records that do not parse, to be opened', topic('t-%', 1, { 'cleanup.policy': 'compact' }), send1({ keys: ['kkkk'], values: ['aaaa'], damage: put(61, 60) }))
  .add('log append time of the topic', topic('t-%', 1, { 'message.timestamp.type': 'LogAppendTime' }), send1({ values: ['a'] }))
  .add('a codec of the topic', topic('t-%', 1, { 'compression.type': 'gzip' }), send1({ values: ['a'] }), fetchAll())
  .add('uncompressed by the topic', topic('t-%', 1, { 'compression.type': 'uncompressed' }), send1({ values: ['a'.repeat(100)], codec: 'gzip' }), fetchAll());

const idempotent = new ApiScript('Produce')
  .add('sequences in order', topic('t-%'), newProducer, send1(numbered(0)), send1(numbered(1)), send1(numbered(2)), fetchAll())
  .add('a sequence that does not begin with 0', topic('t-%'), newProducer, send1(numbered(5)), fetchAll())
  .add('a gap', topic('t-%'), newProducer, send1(numbered(0)), send1(numbered(2)), send1(numbered(1)))
  .add('a repeat', topic('t-%'), newProducer, send1(numbered(0)), send1(numbered(0)), fetchAll())
  .add('an old repeat', topic('t-%'), newProducer, ...[0, 1, 2, 3, 4, 5].map((sequence) => send1(numbered(sequence))), send1(numbered(0)), send1(numbered(3)), fetchAll())
  .add('a repeat with other records', topic('t-%'), newProducer, send1(numbered(0)), send1({ ...numbered(0), values: ['x', 'y'] }))
  .add('sequences that overlap', topic('t-%'), newProducer, send1({ ...numbered(0), values: ['a', 'b'] }), send1(numbered(1)))
  .add('sequences that wrap', topic('t-%'), newProducer, send1(numbered(2_147_483_647)), send1(numbered(0)))
  .add('a lower epoch', topic('t-%'), newProducer, send1(numbered(0, { epoch: 3 })), send1(numbered(1, { epoch: 2 })))
  .add('a higher epoch from 0', topic('t-%'), newProducer, send1(numbered(0)), send1(numbered(0, { epoch: 1 })))
  .add('a higher epoch that goes on', topic('t-%'), newProducer, send1(numbered(0)), send1(numbered(1, { epoch: 1 })))
  .add('two partitions', topic('t-%', 2), newProducer, produce([{ records: batch(numbered(0)) }, { index: 1, records: batch(numbered(0)) }]), produce([{ index: 1, records: batch(numbered(2)) }, { records: batch(numbered(1)) }]))
  .add('pipelined sequences', topic('t-%'), newProducer, pipeline(...[0, 1, 2, 3, 4].map((sequence) => send1(numbered(sequence)))), fetchAll())
  .add('pipelined with a gap', topic('t-%'), newProducer, pipeline(...[0, 2, 3, 1].map((sequence) => send1(numbered(sequence)))), fetchAll())
  .add('after the topic came anew', topic('t-%'), newProducer, send1(numbered(0)), given('DeleteTopics', { topicNames: ['t-%'], topics: [{ name: 't-%', topicId: NO_ID }], timeoutMs: 10_000 }), topic('t-%'), send1(numbered(1)), send1(numbered(0)))
  .add('after its records were deleted', topic('t-%'), newProducer, send1(numbered(0)), given('DeleteRecords', { topics: [{ name: 't-%', partitions: [{ partitionIndex: 0, offset: -1 }] }], timeoutMs: 1000 }), send1(numbered(1)));

export const produceScripts = [good, bad, idempotent];
