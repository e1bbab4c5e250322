import { makeBatch, recordsIn } from '../bench/batches.ts';
import { createTopic, produce } from '../measure/apis.ts';
import type { MeasuredServer } from '../measure/servers.ts';
import { WireConnection } from '../measure/wire-connection.ts';

/** The topic that `compareStarts` asks for. */
export const MEASURED_TOPIC = 'measured';

const KIB = 1024;
const MIB = 1024 * 1024;
const SEGMENTS = 6;
const TOPIC_PARTITIONS = 1000;
const IN_FLIGHT = 4;
const SMALL_BATCH_BYTES = 16 * 1024;

/** Six partitions with one active segment each, of which nothing was flushed. The server is left running. */
export async function fillActiveSegments(server: MeasuredServer, megabytes: number): Promise<void> {
  await server.start();
  const connection = await WireConnection.open(server.host, server.port);
  // The default segment holds 1 GiB; more data wants larger ones.
  const segmentBytes = Math.max(1024, Math.ceil(megabytes / SEGMENTS) + 16) * MIB;
  await createTopic(connection, MEASURED_TOPIC, SEGMENTS, { 'segment.bytes': String(Math.min(segmentBytes, 0x7fffffff)) });
  const batch = makeBatch({ messageBytes: KIB, records: recordsIn(MIB, KIB) });
  const count = Math.ceil((megabytes * MIB) / batch.length);
  const startedAt = performance.now();
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let at = next++; at < count; at = next++) {
      await produce(connection, MEASURED_TOPIC, at % SEGMENTS, batch);
      if (at % 1024 === 0) console.log(`${server.name}: ${at} of ${count} MiB written`);
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, lane));
  console.log(`${server.name}: ${megabytes} MiB acknowledged in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
  connection.close();
}

/** Many partitions in topics of 1,000, of which the first `filled` partitions hold a batch. The server is left running. */
export async function fillPartitions(server: MeasuredServer, partitions: number, filled: number): Promise<void> {
  await server.start();
  const connection = await WireConnection.open(server.host, server.port);
  const startedAt = performance.now();
  await createTopic(connection, MEASURED_TOPIC, filled);
  for (let made = filled; made < partitions; made += TOPIC_PARTITIONS) {
    await createTopic(connection, `empty-${made}`, Math.min(TOPIC_PARTITIONS, partitions - made));
    console.log(`${server.name}: ${Math.min(made + TOPIC_PARTITIONS, partitions)} partitions after ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
  }
  const batch = makeBatch({ messageBytes: KIB, records: recordsIn(SMALL_BATCH_BYTES, KIB) });
  for (let partition = 0; partition < filled; partition++) await produce(connection, MEASURED_TOPIC, partition, batch);
  console.log(`${server.name}: ${filled} of ${partitions} partitions hold data`);
  connection.close();
}
