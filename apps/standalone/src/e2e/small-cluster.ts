import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { silentLogger, silentMetrics, type LogFields, type Logger, type Metrics, type Tracer } from '@ottla/model';
import { nativeCrc32c, nodeCompression, nodeDisk, nodeScheduler, systemClock, systemRandom } from '@ottla/platform';
import { Kafka, logLevel } from 'kafkajs';
import { wireOneProcess, type OneProcess } from '../wiring.ts';
import { eventually } from './conditions.ts';

/** Brokers 1 to n in this process, whose folders and metadata the test can look into. */
export interface SmallCluster extends AsyncDisposable {
  readonly process: OneProcess;
  readonly kafka: Kafka;
  /** Lines of level warn and above. */
  readonly complaints: readonly string[];
  /** In-sync replicas of each partition, sorted, as broker 1 knows them. */
  isr(topic: string): readonly (readonly number[])[];
  leaders(topic: string): readonly number[];
  abandon(brokerId: number): Promise<void>;
  /** All segments of a partition's replica on a broker, one after the other. */
  replicaBytes(brokerId: number, topic: string, partition: number): Buffer;
}

/** Starts it with `settings` over Kafka's defaults, each broker in its rack, and with the back-offs of a client in a hurry. */
export async function startSmallCluster(brokers: number, settings: Readonly<Record<string, string>> = {}, racks: readonly string[] = [], metrics: Metrics = silentMetrics, tracer?: Tracer): Promise<SmallCluster> {
  const folder = mkdtempSync(join(tmpdir(), 'ottla-cluster-'));
  const complaints: string[] = [];
  const fatal = Promise.withResolvers<never>();
  const logDirOf = (id: number): string => join(folder, `broker-${id}`);
  const ottla = wireOneProcess({
    disk: nodeDisk(), clock: systemClock, scheduler: nodeScheduler(), random: systemRandom,
    logger: complainingLogger(complaints, {}), metrics, tracer, crc: nativeCrc32c, compression: nodeCompression(),
    nodes: Array.from({ length: brokers }, (_, index) => ({
      nodeId: index + 1, rack: racks[index] ?? null, logDir: logDirOf(index + 1),
      listeners: [{ name: 'PLAINTEXT', securityProtocol: 'PLAINTEXT' as const, host: '127.0.0.1', port: 0, advertisedHost: '127.0.0.1', advertisedPort: 0 }],
    })),
    settings: new Map(Object.entries({ 'offsets.topic.num.partitions': '3', 'group.initial.rebalance.delay.ms': '0', ...settings })),
    onFatal: fatal.reject,
  });
  await Promise.race([ottla.start(), fatal.promise]);
  const partitionsOf = (topic: string) => ottla.brokers[0]?.image().topics.get(topic)?.partitions ?? [];
  return {
    process: ottla,
    kafka: new Kafka({ brokers: ottla.addresses().map(({ host, port }) => `${host}:${port}`), logLevel: logLevel.NOTHING, retry: { initialRetryTime: 20, maxRetryTime: 100, retries: 100 } }),
    complaints,
    isr: (topic) => partitionsOf(topic).map(({ isr }) => isr.toSorted((a, b) => a - b)),
    leaders: (topic) => partitionsOf(topic).map(({ leader }) => leader),
    abandon: async (brokerId) => {
      await ottla.brokers[brokerId - 1]?.abandon();
    },
    replicaBytes: (brokerId, topic, partition) => {
      const replica = join(logDirOf(brokerId), `${topic}-${partition}`);
      return Buffer.concat(readdirSync(replica).filter((name) => name.endsWith('.log')).sort().map((name) => readFileSync(join(replica, name))));
    },
    [Symbol.asyncDispose]: async () => {
      await ottla.abandon();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Settles when every partition of `topic` has exactly `members` in sync. */
export async function inSync(cluster: SmallCluster, topic: string, members: readonly number[]): Promise<void> {
  const wanted = members.join();
  await eventually(`${topic} has ${wanted} in sync`, () => cluster.isr(topic).length > 0 && cluster.isr(topic).every((ids) => ids.join() === wanted));
}

function complainingLogger(lines: string[], bound: LogFields): Logger {
  const note = (message: string, fields?: LogFields): void => void lines.push(`${message} ${JSON.stringify({ ...bound, ...fields })}`);
  return { ...silentLogger, warn: note, error: note, with: (fields) => complainingLogger(lines, { ...bound, ...fields }) };
}
