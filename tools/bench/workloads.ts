import { CompressionType } from '@ottla/model';
import { recordsIn } from './batches.ts';
import type { Workload } from './load.ts';
import { type ProduceShape, saturatingProduce } from './loads/produce.ts';

const KIB = 1024;
const LARGE_BATCH_BYTES = 1_000_000;
const acksAll = 'acks=all';

function produce(shape: ProduceShape, describes: string, target: string, per: Workload['per']): Workload {
  return { name: shape.label, describes, target, per, isPaced: false, acknowledgement: acksAll, prepare: () => Promise.resolve(saturatingProduce(shape)) };
}

const large = { messageBytes: KIB, records: recordsIn(LARGE_BATCH_BYTES, KIB), partitions: 6, inFlight: 5 };

/** Every workload there is, in the order in which `all` runs them. */
export const workloads: readonly Workload[] = [
  produce({ ...large, label: 'produce-1k' }, 'produce 1 KiB, batches of 1 MB, 6 partitions, 6 connections with 5 requests in flight', 'CPU per GB at most 1/3, throughput at least 1.5x', 'GB'),
  produce({ ...large, label: 'produce-1k-lz4', compression: CompressionType.lz4 }, 'the same, lz4', 'CPU per GB at most 0.7x, throughput not lower', 'GB'),
  produce({ ...large, label: 'produce-1k-idempotent', isIdempotent: true }, 'the same, idempotent', 'CPU per GB at most 0.7x, throughput not lower', 'GB'),
  produce(
    { label: 'produce-100b', messageBytes: 100, records: recordsIn(LARGE_BATCH_BYTES, 100), partitions: 6, inFlight: 5 },
    'produce 100 B, batches of 1 MB, 6 partitions, 5 requests in flight on each', 'rate at least 1.2x, CPU at most 0.7x', 'million',
  ),
  produce(
    { label: 'produce-16k-batches', messageBytes: KIB, records: recordsIn(16 * KIB, KIB), partitions: 6, inFlight: 5 },
    'produce 1 KiB in batches of 16 KiB without linger, 6 partitions, 5 requests in flight on each', 'CPU per GB at most 1/4', 'GB',
  ),
  produce(
    { label: 'lone-messages', messageBytes: 100, records: 1, partitions: 1, inFlight: 5 },
    'lone messages of 100 B, 1 partition, 1 connection with 5 requests in flight', 'rate at least 4x, CPU at most 1/5', 'million',
  ),
];
