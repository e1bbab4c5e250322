import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Cluster, startCluster } from '../cluster/start-cluster.ts';
import { dashboards } from './dashboards.ts';
import { Prometheus } from './prometheus.ts';
import { PARTITIONS, Traffic } from './traffic.ts';

const LOAD_MS = 20_000;
const ALERT_WITHIN_MS = 60_000;
const STOP_MS = 5_000;
/** The disk of broker 3 where this process may mount one, small enough to be filled. */
const SMALL_DISK_MB = 96;

type Say = (line: string) => void;

/**
 * Runs a cluster of processes under load beside a real Prometheus: every query of every dashboard must answer data, and
 * alerts must fire when what they tell of is done to the cluster. Answers what failed; empty: all is well.
 */
export async function checkLive(port: number, say: Say): Promise<readonly string[]> {
  const directory = mkdtempSync(join(tmpdir(), 'ottla-live-'));
  const disk = mountSmallDisk(join(directory, 'broker-3'), say);
  let cluster: Cluster | undefined;
  let prometheus: Prometheus | undefined;
  let traffic: Traffic | undefined;
  try {
    const started = await startCluster({ directory, port, controllers: 1, settings: { 'ottla.metrics.listen': '127.0.0.1:0', 'replica.lag.time.max.ms': '5000', 'offsets.topic.num.partitions': '5', 'transaction.state.log.num.partitions': '5', 'log.segment.bytes': '1048576' } });
    cluster = started;
    // Whatever ends this process, its services end too.
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
    process.once('exit', () => {
      for (const service of started.services) service.killNow();
    });
    prometheus = await Prometheus.start(join(directory, 'prometheus'), cluster.services.map((service) => ({ role: service.role, address: figuresOf(service.name, service.output()) })));
    say(`${cluster.services.length} services are scraped by ${prometheus.url}`);
    traffic = new Traffic(cluster.bootstrap);
    await traffic.start();
    await pause(LOAD_MS);
    return [...(await checkQueries(prometheus, say)), ...(await checkAlerts({ cluster, prometheus, traffic, hasSmallDisk: disk !== undefined, say }))];
  } finally {
    // Clients of brokers that are gone try again for minutes.
    await Promise.race([traffic?.stop(), pause(STOP_MS, undefined, { ref: false })]);
    await prometheus?.stop();
    await cluster?.kill();
    disk?.();
    rmSync(directory, { recursive: true, force: true });
  }
}

function figuresOf(name: string, output: string): string {
  const match = /served over HTTP url=http:\/\/([^/]+)\/metrics/.exec(output);
  if (match === null) throw new Error(`${name} does not say where its figures are:\n${output}`);
  return match[1] as string;
}

/** Answers how to undo it; undefined where this process may not mount. */
function mountSmallDisk(path: string, say: Say): (() => void) | undefined {
  mkdirSync(path, { recursive: true });
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${SMALL_DISK_MB}m`, 'tmpfs', path], { stdio: 'pipe' });
  } catch {
    say('no small disk can be mounted here: alerts about disks are left out');
    return undefined;
  }
  return () => void execFileSync('umount', [path]);
}

async function checkQueries(prometheus: Prometheus, say: Say): Promise<readonly string[]> {
  const failed: string[] = [];
  let count = 0;
  for (const { title, panels } of dashboards) {
    for (const panel of panels) {
      for (const { expr } of panel.queries) {
        count++;
        const samples = await prometheus.query(expr.replaceAll('$__rate_interval', '10s'));
        const hasData = samples.some(({ value }) => !Number.isNaN(value));
        if (!hasData && panel.isOftenEmpty !== true) failed.push(`${title}: ${panel.title}: no data for ${expr}`);
      }
    }
  }
  for (const line of failed) say(`  ${line}`);
  say(`${count} queries of ${dashboards.length} dashboards: ${failed.length} without data`);
  return failed;
}

interface Scene {
  readonly cluster: Cluster;
  readonly prometheus: Prometheus;
  readonly traffic: Traffic;
  readonly hasSmallDisk: boolean;
  readonly say: Say;
}

/** What is done to the cluster, and the alerts that tell of it. The order matters: each leaves the cluster whole. */
async function checkAlerts(scene: Scene): Promise<readonly string[]> {
  const { cluster, prometheus, traffic, say } = scene;
  const [, second, third] = cluster.of('broker');
  const [controller] = cluster.of('controller');
  if (second === undefined || third === undefined || controller === undefined) throw new Error('three brokers and a controller are wanted');
  const failed: string[] = [];
  const before = await prometheus.firing();
  for (const name of before) failed.push(`${name} fires although nothing is wrong`);

  const expectFiring = async (what: string, names: readonly string[]): Promise<void> => {
    const startedAt = performance.now();
    const seen = new Set<string>();
    while (seen.size < names.length && performance.now() - startedAt < ALERT_WITHIN_MS) {
      for (const name of await prometheus.firing()) if (names.includes(name)) seen.add(name);
      await pause(500);
    }
    for (const name of names) if (!seen.has(name)) failed.push(`${what}: ${name} does not fire`);
    say(`${what}: ${[...seen].join(', ')} after ${Math.round((performance.now() - startedAt) / 1000)} s`);
  };
  const expectQuiet = async (names: readonly string[]): Promise<void> => {
    const startedAt = performance.now();
    for (;;) {
      const firing = await prometheus.firing();
      const left = names.filter((name) => firing.has(name));
      if (left.length === 0) return;
      if (performance.now() - startedAt > ALERT_WITHIN_MS) {
        failed.push(`after the cause is gone still fires: ${left.join(', ')}`);
        return;
      }
      await pause(500);
    }
  };

  second.pause();
  await traffic.flood(0, 12_000);
  await traffic.flood(1, 12_000);
  await traffic.flood(2, 12_000);
  await expectFiring('a follower is paused', ['OttlaFollowerLag', 'OttlaUnderReplicated', 'OttlaServiceDown', 'OttlaBrokerFenced']);
  second.resume();
  await expectQuiet(['OttlaFollowerLag', 'OttlaUnderReplicated', 'OttlaServiceDown', 'OttlaBrokerFenced']);

  await third.kill();
  await expectFiring('a broker is killed', ['OttlaServiceDown', 'OttlaBrokerFenced', 'OttlaUnderReplicated', 'OttlaOfflinePartitions']);
  await second.kill();
  await expectFiring('another broker is killed', ['OttlaUnderMinIsr', 'OttlaProduceFails']);
  await Promise.all([second.start(), third.start()]);
  return [...failed, ...(await checkGroupAndDisk(scene, expectFiring, expectQuiet))];
}

async function checkGroupAndDisk({ cluster, traffic, prometheus, hasSmallDisk, say }: Scene, expectFiring: (what: string, names: readonly string[]) => Promise<void>, expectQuiet: (names: readonly string[]) => Promise<void>): Promise<readonly string[]> {
  // Services that started again have other ports for their figures.
  await rescrape(cluster, prometheus);
  await expectQuiet(['OttlaServiceDown', 'OttlaUnderMinIsr', 'OttlaUnderReplicated']);
  traffic.pauseReaders();
  const flooding = floodFor(traffic, ALERT_WITHIN_MS);
  await expectFiring('a group stands, and one partition takes all', ['OttlaConsumerGroupLag', 'OttlaHotPartition']);
  traffic.resumeReaders();
  if (hasSmallDisk) await expectFiring('a disk fills', ['OttlaDiskFilling']);
  flooding.stop();
  await flooding.ended;
  const [controller] = cluster.of('controller');
  await controller?.kill();
  await expectFiring('the controller is killed', ['OttlaNoActiveController']);
  say('all that was to be done to the cluster is done');
  return [];
}

function floodFor(traffic: Traffic, ms: number): { stop(): void; readonly ended: Promise<void> } {
  let isStopped = false;
  const run = async (): Promise<void> => {
    const until = performance.now() + ms;
    while (!isStopped && performance.now() < until) {
      await traffic.flood(PARTITIONS - 1, 4000).catch(() => {});
    }
  };
  return { stop: () => (isStopped = true), ended: run() };
}

async function rescrape(cluster: Cluster, prometheus: Prometheus): Promise<void> {
  const groups = cluster.services.map((service) => ({ targets: [figuresOf(service.name, service.output())], labels: { role: service.role } }));
  writeFileSync(prometheus.targetsFile, JSON.stringify(groups));
  await pause(2000);
}
