import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from './conditions.ts';
import { PlaneCluster } from './plane-cluster.ts';
import { addressIn, formatPlane, startPlane, type PlaneApp, type PlaneProcess } from './plane-process.ts';

/** One process of each plane, each with figures and health on a port of its own. */
let folder: string;
const planes: Partial<Record<PlaneApp, PlaneProcess>> = {};
const bases: Partial<Record<PlaneApp, string>> = {};

async function start(app: PlaneApp, settings: Readonly<Record<string, string>>): Promise<PlaneProcess> {
  const plane = startPlane(app, { 'ottla.metrics.listen': '127.0.0.1:0', ...settings });
  planes[app] = plane;
  bases[app] = (await plane.told('served over HTTP url=')).replace('/metrics', '');
  return plane;
}

async function ask(app: PlaneApp, path: string): Promise<readonly [number, string]> {
  const response = await fetch(`${bases[app]}${path}`);
  return [response.status, await response.text()];
}

const isReady = async (app: PlaneApp): Promise<boolean> => (await ask(app, '/health/ready'))[0] === 200;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ottla-observability-'));
});

afterAll(async () => {
  await Promise.all(Object.values(planes).map(async (plane) => await plane?.kill()));
  await rm(folder, { recursive: true, force: true });
});

describe('planes as processes of their own, observed', () => {
  it('tell that they live before they are ready, and when they are', async () => {
    const controller = { 'node.id': '100', 'metadata.log.dir': join(folder, 'controller') };
    const clusterId = /cluster (\S+)/.exec(formatPlane('controller-quorum', controller))?.[1] as string;
    const broker = { 'node.id': '1', 'log.dirs': join(folder, 'broker'), listeners: 'PLAINTEXT://127.0.0.1:0' };
    formatPlane('broker', { 'node.id': '1', 'log.dirs': join(folder, 'broker'), 'ottla.cluster.id': clusterId });
    const address = addressIn(await (await start('controller-quorum', controller)).told('ready for planes at '));
    await eventually('the controller is ready', () => isReady('controller-quorum'));

    const coordinator = { 'ottla.controller.address': address, 'ottla.broker.addresses': '1@127.0.0.1:1' };
    await start('group-coordinator', { 'node.id': '201', ...coordinator });
    await eventually('the group coordinator says what it lacks', async () => (await ask('group-coordinator', '/health/ready'))[1].includes('no broker is known that lives'));
    expect((await ask('group-coordinator', '/health/live'))[0]).toBe(200);

    const started = await start('broker', { ...broker, 'ottla.controller.address': address });
    const plane = addressIn(await started.told('plane end point at '));
    await eventually('the broker is ready', () => isReady('broker'));
    expect(await ask('group-coordinator', '/health/ready')).toEqual([503, 'no link to broker 1\n']);
    await start('transaction-coordinator', { 'node.id': '301', ...coordinator, 'ottla.broker.addresses': `1@${plane}` });
    await eventually('the transaction coordinator is ready', () => isReady('transaction-coordinator'));
  }, 60_000);

  it('say at their start that without mTLS only this machine reaches their end points', () => {
    expect(planes['controller-quorum']?.output()).toMatch(/^ready for planes at 127\.0\.0\.1:\d+ \(this machine only, without authentication\)$/m);
    expect(planes.broker?.output()).toMatch(/^plane end point at 127\.0\.0\.1:\d+ \(this machine only, without authentication\)$/m);
  });

  it.each([
    ['controller-quorum', 'kafka_controller_kafkacontroller_activecontrollercount 1'],
    ['broker', 'kafka_server_replicamanager_partitioncount 0'],
    ['group-coordinator', 'kafka_server_groupcoordinatormetrics_num_partitions{state="active"} 0'],
    ['transaction-coordinator', 'ottla_transaction_coordinator_producer_id_blocks_total 0'],
  ] as const)('%s serves figures of its own and of its process', async (app, line) => {
    const [status, text] = await ask(app, '/metrics');
    expect(status).toBe(200);
    expect(text).toContain(`\n${line}\n`);
    expect(text).toMatch(/\nprocess_resident_memory_bytes \d+\n/);
  });

  it.each(['controller-quorum', 'broker', 'group-coordinator', 'transaction-coordinator'] as const)('%s serves no figure that docs/operations.md does not tell of', async (app) => {
    const page = readFileSync(new URL('../../../../docs/operations.md', import.meta.url), 'utf8');
    const served = [...(await ask(app, '/metrics'))[1].matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name as string);
    expect(served.length).toBeGreaterThan(15);
    expect(served.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
  });

  it('are not ready any more without their controller', async () => {
    await planes['controller-quorum']?.kill();
    const lacks = async (app: PlaneApp, reason: string): Promise<boolean> => (await ask(app, '/health/ready'))[1].includes(reason);
    await eventually('the broker misses the controller', () => lacks('broker', 'the broker reaches no controller that has a quorum'));
    await eventually('the coordinator misses the controller', () => lacks('transaction-coordinator', 'no controller that has a quorum is reached'));
    expect((await ask('broker', '/health/live'))[0]).toBe(200);
  });
});

describe('three controllers and a broker, of which one controller is left', () => {
  it('all say that they are not ready, and why, and are ready again with a majority', async () => {
    await using cluster = await PlaneCluster.start(3, 1, {}, () => ({ 'ottla.metrics.listen': '127.0.0.1:0' }));
    const health = async (role: 'controller' | 'broker', id: number): Promise<string> => {
      const url = await cluster.process(role, id).told('served over HTTP url=');
      return await (await fetch(url.replace('/metrics', '/health/ready'))).text();
    };
    const says = (role: 'controller' | 'broker', id: number, text: string): Promise<true> => eventually(`${role} ${id} says ${text}`, async () => (await health(role, id)).includes(text));
    for (const id of cluster.controllerIds) await says('controller', id, 'ready\n');
    await says('broker', 1, 'ready\n');
    await Promise.all([cluster.kill('controller-101'), cluster.kill('controller-102')]);
    await says('controller', 103, 'hears from no leader of the metadata quorum, of which 2 of 3 voters have to run');
    await says('broker', 1, 'reaches no controller that has a quorum');
    await cluster.startController(101);
    await says('controller', 103, 'ready\n');
    await says('broker', 1, 'ready\n');
  }, 120_000);
});
