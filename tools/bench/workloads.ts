import { CompressionType } from '@ottla/model';
import { recordsIn } from './batches.ts';
import type { Workload } from './load.ts';
import { catchUp, type CatchUpShape } from './loads/catch-up.ts';
import { consumeFilled, type ConsumeShape } from './loads/consume.ts';
import { endToEnd, type EndToEndShape } from './loads/end-to-end.ts';
import { produceToOneTopic, type ProduceShape, saturatingProduce } from './loads/produce.ts';
import { realClient, type RealClientShape } from './loads/real-client.ts';
import { transactions, type TransactionsShape } from './loads/transactions.ts';

const KIB = 1024;
const LARGE_BATCH_BYTES = 1_000_000;
const acksAll = 'acks=all';

function produce(shape: ProduceShape, describes: string, target: string, per: Workload['per'], targetOfThree?: string): Workload {
  return { name: shape.label, describes, target, ...(targetOfThree === undefined ? {} : { targetOfThree }), per, isPaced: false, acknowledgement: acksAll, prepare: () => Promise.resolve(saturatingProduce(shape)) };
}

function consume(shape: ConsumeShape, describes: string, target: string, targetOfThree?: string): Workload {
  return { name: shape.label, describes, target, ...(targetOfThree === undefined ? {} : { targetOfThree }), per: 'GB', isPaced: false, acknowledgement: 'none', prepare: (context) => consumeFilled(context, shape) };
}

function paced(shape: EndToEndShape, describes: string, target: string, targetOfThree: string): Workload {
  return { name: shape.label, describes, target, targetOfThree, per: 'million', isPaced: true, acknowledgement: acksAll, prepare: (context) => endToEnd(context, shape) };
}

function beside(shape: CatchUpShape, describes: string, target: string): Workload {
  return { name: shape.label, describes, target, per: 'GB', isPaced: true, acknowledgement: acksAll, prepare: (context) => catchUp(context, shape) };
}

function transactional(shape: TransactionsShape, describes: string, target: string, targetOfThree: string): Workload {
  return { name: shape.label, describes, target, targetOfThree, per: 'million', isPaced: false, acknowledgement: acksAll, prepare: () => Promise.resolve(transactions(shape)) };
}

function clientOf(shape: RealClientShape, describes: string): Workload {
  return { name: shape.label, describes, target: 'rate not lower, CPU not higher', per: 'GB', isPaced: false, acknowledgement: acksAll, prepare: () => Promise.resolve(realClient(shape)) };
}

const byNameOnly = (workload: Workload): Workload => ({ ...workload, isByNameOnly: true });

/** `tls` measures it beside its counterpart in plaintext. */
const secured = (workload: Workload, describes: string): Workload => byNameOnly({ ...workload, name: `${workload.name}-tls`, describes, isSecure: true });

const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index);
const six = range(6);
const filled = { partitions: 6, partitionBytes: 100e6 };
const even = { messageBytes: KIB, records: recordsIn(64 * KIB, KIB), partitions: 6, batchesPerSecond: 500, coldPartitions: 2 };

const large = { messageBytes: KIB, records: recordsIn(LARGE_BATCH_BYTES, KIB), partitions: 6, inFlight: 5 };

const fanOut = consume({ ...filled, label: 'consume-fan-out', consumers: range(10).map(() => six) }, '10 consumers that each read all 6 partitions of one topic, plaintext', 'CPU not higher');
const produce128k = produce(
  { label: 'produce-128k-batches', messageBytes: KIB, records: recordsIn(128 * KIB, KIB), partitions: 6, inFlight: 5 },
  'produce 1 KiB in batches of 128 KiB, as a tuned client sends them (batch.size 131072, linger.ms 5), 6 partitions, 5 requests in flight on each', 'as produce-1k', 'GB', 'as produce-1k',
);

/** Every workload there is, in the order in which `all` runs them. */
export const workloads: readonly Workload[] = [
  produce({ ...large, label: 'produce-1k' }, 'produce 1 KiB, batches of 1 MB, 6 partitions, 6 connections with 5 requests in flight', 'CPU per GB at most 1/3, throughput at least 1.5x', 'GB', 'CPU per GB at most 1/3, throughput at least 2x'),
  produce({ ...large, label: 'produce-1k-lz4', compression: CompressionType.lz4 }, 'the same, lz4', 'CPU per GB at most 0.7x, throughput not lower', 'GB', 'CPU per GB at most 1/2, throughput not lower'),
  produce({ ...large, label: 'produce-1k-idempotent', isIdempotent: true }, 'the same, idempotent', 'CPU per GB at most 0.7x, throughput not lower', 'GB', 'CPU per GB at most 1/2, throughput not lower'),
  produce(
    { label: 'produce-100b', messageBytes: 100, records: recordsIn(LARGE_BATCH_BYTES, 100), partitions: 6, inFlight: 5 },
    'produce 100 B, batches of 1 MB, 6 partitions, 5 requests in flight on each', 'rate at least 1.2x, CPU at most 0.7x', 'million', 'rate at least 1.5x (a million a second), CPU at most 1/2',
  ),
  produce(
    { label: 'produce-16k-batches', messageBytes: KIB, records: recordsIn(16 * KIB, KIB), partitions: 6, inFlight: 5 },
    'produce 1 KiB in batches of 16 KiB without linger, 6 partitions, 5 requests in flight on each', 'CPU per GB at most 1/4', 'GB', 'CPU per GB at most 1/6',
  ),
  byNameOnly(produce128k),
  secured(produce128k, 'the same over TLS 1.3'),
  produce(
    { label: 'lone-messages', messageBytes: 100, records: 1, partitions: 1, inFlight: 5 },
    'lone messages of 100 B, 1 partition, 1 connection with 5 requests in flight', 'rate at least 4x, CPU at most 1/5', 'million', 'rate at least 10x, CPU at most 1/10',
  ),
  consume({ ...filled, label: 'consume-1k', consumers: six.map((partition) => [partition]) }, 'consume 1 KiB from the page cache, 6 partitions, 6 connections', 'CPU not higher, throughput not lower', 'CPU not higher, throughput not lower'),
  fanOut,
  secured(fanOut, '10 consumers that each read all 6 partitions of one topic, TLS 1.3'),
  beside({ ...even, label: 'produce-32mb', coldBytes: 0 }, 'produce 500 batches of 64 KiB a second to 6 partitions, nothing beside it', 'what the next one is compared with'),
  beside({ ...even, label: 'produce-catch-up', coldBytes: 2e9 }, 'the same while 2 consumers read 2 GB of cold data', 'p99 at most 1.5x of without'),
  paced(
    { label: 'end-to-end-500', messageBytes: KIB, records: 1, partitions: 1, batchesPerSecond: 500 },
    'end to end: 500 messages of 1 KiB a second, 1 partition, latency from due to read', 'p50 not higher, p99 at most half', 'p50 at most 3 ms, p99 at most 25 ms',
  ),
  paced(
    { label: 'many-connections', messageBytes: 100, records: 10, partitions: 1000, batchesPerSecond: 2000 },
    '1,000 producers and 1,000 consumers on 1,000 partitions, 2,000 batches of 10 messages of 100 B a second', 'CPU at most 1/2', 'CPU at most 1/2',
  ),
  byNameOnly(produce(
    { label: 'lone-among-1000', messageBytes: 100, records: 1, partitions: 1, idlePartitions: 999, inFlight: 1 },
    'lone messages of 100 B, one at a time, to one of 1,000 partitions', 'rate not lower, CPU not higher', 'million', 'rate not lower, CPU not higher',
  )),
  clientOf({ label: 'client-librdkafka', client: 'librdkafka', partitions: 6, messageBytes: KIB }, 'a real client: @confluentinc/kafka-javascript (librdkafka) with its defaults sends 1 KiB to 6 partitions as fast as it can'),
  clientOf({ label: 'client-java', client: 'java', partitions: 6, messageBytes: KIB }, "a real client: Java's kafka-producer-perf-test with its defaults sends 1 KiB to 6 partitions as fast as it can"),
  transactional({ label: 'transactions', producers: 1, partitions: 12, messageBytes: 100 }, 'transactions of one message of 100 B, one producer that speaks KIP-890 and does not back off', 'rate at least 5x, and 1,000/s', 'rate at least 5x, and 300/s'),
  byNameOnly(transactional({ label: 'transactions-50', producers: 50, partitions: 12, messageBytes: 100 }, 'the same, 50 producers at once', 'at least 10x the rate of one', 'at least 10x the rate of one')),
];

const named = (...names: readonly string[]): readonly Workload[] => names.map((name) => workloads.find((workload) => workload.name === name) as Workload);

/** What is measured with a full heap beside a usual one; the target is that nothing changes. */
export const heapWorkloads: readonly Workload[] = named('produce-1k', 'produce-16k-batches', 'lone-messages', 'consume-1k').map((workload) => ({ ...workload, target: 'no regression' }));

/** Each with its counterpart in plaintext. */
export const tlsWorkloads: readonly Workload[] = named('consume-fan-out', 'consume-fan-out-tls', 'produce-128k-batches', 'produce-128k-batches-tls');

/** Where what is new in the page cache weighs most. No target is judged by it. */
export const memoryWorkloads: readonly Workload[] = named('produce-1k', 'produce-1k-lz4', 'produce-1k-idempotent', 'produce-100b', 'produce-16k-batches').map((workload) => ({ ...workload, target: 'none here' }));

function produceInTurn(shape: ProduceShape, describes: string): Workload {
  return { name: shape.label, describes, target: '', per: 'GB', isPaced: false, acknowledgement: acksAll, prepare: (context) => produceToOneTopic(context, shape) };
}

function chartPoint(chart: NonNullable<Workload['chart']>, workload: Workload): Workload {
  return { ...workload, chart };
}

/** What is drawn: how the cost grows with one number, all else the same. */
export const chartWorkloads: readonly Workload[] = [
  ...[1, 10, 100, 1_000, 10_000].map((partitions) =>
    chartPoint({ name: 'partitions', x: partitions }, produceInTurn(
      { label: `partitions-${partitions}`, messageBytes: KIB, records: 15, partitions, connections: Math.min(partitions, 6), inFlight: 5 },
      `produce batches of 15 KiB to ${partitions} partitions in turn, at most 6 connections with 5 requests in flight`,
    )),
  ),
  ...[1, 10, 100, 1_000].map((connections) =>
    chartPoint({ name: 'connections', x: connections }, paced(
      { label: `connections-${connections}`, messageBytes: 100, records: 10, partitions: connections, batchesPerSecond: 1_000 },
      `1,000 batches of 10 messages of 100 B a second over ${connections} connections that produce and as many that consume`, '', '',
    )),
  ),
  ...[100, KIB, 10 * KIB, 100 * KIB, KIB * KIB].map((messageBytes) =>
    chartPoint({ name: 'message-size', x: messageBytes }, produce(
      { label: `size-${messageBytes}`, messageBytes, records: recordsIn(LARGE_BATCH_BYTES, messageBytes), partitions: 6, inFlight: 5 },
      `produce messages of ${messageBytes} B in batches of up to 1 MB, 6 partitions, 5 requests in flight on each`, '', 'GB',
    )),
  ),
];
