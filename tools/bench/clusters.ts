import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePortsInRow } from '../cluster/plane-ports.ts';
import { startCluster } from '../cluster/start-cluster.ts';
import { brokerSettings, HOST, kafkaVersion, referenceSettings, run, startKafkaBroker, type System, usualPlacement } from './systems.ts';

const BROKERS = 3;

/** Ottla as separate processes: one controller, three brokers, one of each coordinator. */
export async function startOttlaCluster(version: string, inspects: boolean): Promise<System> {
  const directory = mkdtempSync(join(tmpdir(), 'ottla-bench-'));
  try {
    const port = await freePortsInRow(BROKERS);
    const inspector = inspects ? await freePortsInRow(1) : 0;
    const cluster = await startCluster({
      directory, port, controllers: 1, brokers: BROKERS, coordinators: 1, settings: brokerSettings,
      nodeOptionsOf: (role, nodeId) => (inspects && role === 'broker' && nodeId === 1 ? [`--inspect=${HOST}:${inspector}`] : []),
    });
    return {
      name: 'ottla', version, form: '1 controller, 3 brokers, 1 group and 1 transaction coordinator, a process each', replication: BROKERS, placement: usualPlacement, brokers: cluster.bootstrap.split(','),
      pids: cluster.services.map(({ pid }) => pid),
      dataDirectories: cluster.of('broker').map(({ nodeId }) => join(directory, `broker-${nodeId}`)),
      inspectorUrl: inspects ? /Debugger listening on (ws:\S+)/.exec(cluster.of('broker')[0]?.output() ?? '')?.[1] : undefined,
      stop: async () => {
        const ended = cluster.services.filter(({ isRunning }) => !isRunning).map(({ name }) => name);
        await cluster.stop().finally(() => rmSync(directory, { recursive: true, force: true }));
        if (ended.length > 0) throw new Error(`these ended on their own: ${ended.join(', ')}`);
      },
    };
  } catch (error) {
    rmSync(directory, { recursive: true, force: true });
    throw error;
  }
}

/** Three processes of the reference: the first is broker and controller, the others are brokers. `settingsOf` goes before what three brokers want. */
export async function startReferenceCluster(script: string, settingsOf: (nodeId: number) => Readonly<Record<string, string>> = () => referenceSettings): Promise<System> {
  const directory = mkdtempSync(join(tmpdir(), 'kafka-bench-'));
  const folders = Array.from({ length: BROKERS }, (_, index) => join(directory, `broker-${index + 1}`));
  const settings = { 'offsets.topic.replication.factor': '3', 'transaction.state.log.replication.factor': '3', 'transaction.state.log.min.isr': '2' };
  const pids: number[] = [];
  const ports: number[] = [];
  const stop = async (): Promise<void> => {
    // The controller last: brokers leave through it.
    for (const pid of pids.toReversed()) await run(script, ['stop', String(pid)]);
    rmSync(directory, { recursive: true, force: true });
  };
  try {
    for (const [index, folder] of folders.entries()) {
      const port = await freePortsInRow(2);
      ports.push(port);
      const own = { ...settings, ...settingsOf(index + 1), ...(index === 0 ? {} : brokerOnly(index + 1, port, ports[0] as number)) };
      if (index > 0) joinCluster(folder, index + 1, clusterIdOf(folders[0] as string));
      pids.push(await startKafkaBroker(script, folder, port, own));
    }
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    name: 'kafka', version: kafkaVersion(folders[0] as string), form: '3 processes: a broker with the controller, 2 brokers', pids, replication: BROKERS, placement: usualPlacement,
    brokers: ports.map((port) => `${HOST}:${port}`), dataDirectories: folders.map((folder) => join(folder, 'data')), inspectorUrl: undefined, stop,
  };
}

function brokerOnly(nodeId: number, port: number, firstPort: number): Readonly<Record<string, string>> {
  return { 'process.roles': 'broker', 'node.id': String(nodeId), listeners: `PLAINTEXT://${HOST}:${port}`, 'controller.quorum.bootstrap.servers': `${HOST}:${firstPort + 1}` };
}

function clusterIdOf(folder: string): string {
  return /^cluster\.id=(.*)$/m.exec(readFileSync(join(folder, 'data/meta.properties'), 'utf8'))?.[1] ?? '';
}

/** The script formats only folders that are not: these are to belong to the first one's cluster. */
function joinCluster(folder: string, nodeId: number, clusterId: string): void {
  mkdirSync(join(folder, 'data'), { recursive: true });
  writeFileSync(join(folder, 'data/meta.properties'), `version=1\ncluster.id=${clusterId}\nnode.id=${nodeId}\ndirectory.id=${randomBytes(16).toString('base64url')}\n`);
}
