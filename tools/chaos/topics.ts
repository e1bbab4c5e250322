import { CreateTopicsRequestCodec, CreateTopicsResponseCodec } from '@ottla/protocol';
import { WireConnection } from '../measure/wire-connection.ts';

const VERSION = 7;
const TIMEOUT_MS = 30_000;
const REPLICATION_FACTOR = 3;

/** Topics with three replicas, of which two must have each record. */
export async function createTopics(bootstrap: string, names: readonly string[], partitions: number): Promise<void> {
  const [address = ''] = bootstrap.split(',');
  const at = address.lastIndexOf(':');
  const connection = await WireConnection.open(address.slice(0, at), Number(address.slice(at + 1)));
  const topics = names.map((name) => ({ name, numPartitions: partitions, replicationFactor: REPLICATION_FACTOR, assignments: [], configs: [{ name: 'min.insync.replicas', value: '2' }] }));
  const answer = await connection.ask({ request: CreateTopicsRequestCodec, response: CreateTopicsResponseCodec }, VERSION, { topics, timeoutMs: TIMEOUT_MS });
  connection.close();
  for (const { name, errorCode, errorMessage } of answer.topics) if (errorCode !== 0) throw new Error(`the topic ${name} was refused: ${errorCode} ${errorMessage ?? ''}`);
}
