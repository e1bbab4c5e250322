/** `npm run bench -- heap`: whether Ottla gets slower when much lives in its heap. */
import { makeBatch } from './batches.ts';
import { Client } from './connection.ts';
import { writeToEach } from './loads/produce.ts';
import { orFailure } from './measure.ts';
import { startOttla, type System } from './systems.ts';
import { createTopic } from './topics.ts';

const TOPIC_PARTITIONS = 1_000;
const BALLAST_MB = 200;

/**
 * Three of Ottla on folders of their own, to be measured in turn: one as usual, one that leads so many partitions besides,
 * each with a record in it, and one that holds 200 MB of other live objects.
 */
export async function startFullHeaps(version: string, partitions: number): Promise<System[]> {
  const systems: System[] = [];
  try {
    systems.push(await startOttla({ version, ballastMb: 0, inspects: false }));
    const leading = await startOttla({ name: `leading ${partitions.toLocaleString('en')}`, version, ballastMb: 0, inspects: false });
    systems.push(leading);
    await leadPartitions(leading, partitions);
    systems.push(await startOttla({ name: `${BALLAST_MB} MB of objects`, version, ballastMb: BALLAST_MB, inspects: false }));
    return systems;
  } catch (error) {
    await Promise.allSettled(systems.map((system) => system.stop()));
    throw error;
  }
}

async function leadPartitions(system: System, partitions: number): Promise<void> {
  const client = new Client(system);
  try {
    for (let made = 0; made < partitions; made += TOPIC_PARTITIONS) {
      const topic = await orFailure(client, createTopic({ system, client }, 'led', Math.min(TOPIC_PARTITIONS, partitions - made), {}));
      // A log without any record has no files and little memory.
      await orFailure(client, writeToEach(client, topic, makeBatch({ messageBytes: 100, records: 1 })));
    }
  } finally {
    client.close();
  }
}
