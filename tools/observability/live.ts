import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { SmallDisk } from '@ottla/testing/small-disk';
import { Proxy } from '../chaos/proxy.ts';
import type { ServiceProcess } from '../cluster/service-process.ts';
import { exitOnSignals, type Cluster, startCluster } from '../cluster/start-cluster.ts';
import { faults, MAX_CONNECTIONS, MAX_FILES } from './alert-faults.ts';
import { faultsInside, INSPECTED, SMALL_HEAP } from './alert-faults-inside.ts';
import { type AlertRun, runFaults } from './alert-run.ts';
import { type Dashboard, dashboards } from './dashboards.ts';
import { JaegerProcess } from './jaeger.ts';
import { drawDashboard } from './panels.ts';
import { Prometheus, type Target } from './prometheus.ts';
import { checkTraces } from './traces.ts';
import { Traffic } from './traffic.ts';

const DRAWN_MS = 120_000;
const SETTLED_MS = 25_000;
const RATE_INTERVAL = '10s';
const DRAWN_POINTS = 110;
const STOP_MS = 5_000;
/** The disk of broker 3 where this process may mount one, small enough to be filled. */
const SMALL_DISK_MB = 160;
/** The broker that things are done to from within. */
const INNER_BROKER = 2;

type Say = (line: string) => void;

const settings: Readonly<Record<string, string>> = {
  'ottla.metrics.listen': '127.0.0.1:0', 'replica.lag.time.max.ms': '5000', 'transaction.state.log.num.partitions': '5', 'log.segment.bytes': '1048576',
  'log.cleaner.backoff.ms': '2000', 'max.connections.per.ip': String(MAX_CONNECTIONS), 'transaction.abort.timed.out.transaction.cleanup.interval.ms': '1000',
};

/** Under load, a broker and a group coordinator being killed and started again, every query of every dashboard must answer data, which is drawn into `pictures`. Answers what failed; empty: all is well. */
export async function checkDashboards(port: number, pictures: string, say: Say): Promise<readonly string[]> {
  return await withCluster(port, say, async ({ cluster, prometheus, retarget }) => {
    const startedAt = performance.now();
    await pause(DRAWN_MS / 3);
    // So that panels about what goes wrong have something to show.
    const lost = [cluster.of('broker')[1], cluster.of('group-coordinator')[0]];
    await Promise.all(lost.map(async (service) => await service?.kill()));
    await pause(DRAWN_MS / 12);
    await Promise.all(lost.map(async (service) => await service?.start()));
    retarget();
    await pause(DRAWN_MS / 2);
    const failed = await checkQueries(prometheus, say);
    await drawAll(prometheus, (performance.now() - startedAt) / 1000, pictures, say);
    return failed;
  });
}

/** Alerts must fire when what they tell of is done to the cluster: every fault, or those that have one of `words` in what they are. */
export async function checkAlerts(port: number, words: readonly string[], say: Say): Promise<AlertRun> {
  limitFiles();
  return await withCluster(port, say, async ({ prometheus, retarget, ways, ...scene }) => {
    await pause(SETTLED_MS);
    const inside = faultsInside(scene.cluster.of('broker')[INNER_BROKER - 1] as ServiceProcess, scene.directory, ways, scene.traffic);
    const chosen = [...faults(scene), ...inside].filter(({ what }) => words.length === 0 || words.some((word) => what.includes(word)));
    if (chosen.length === 0) throw new Error(`no fault is described with ${words.join(' or ')}`);
    return await runFaults(chosen, prometheus, retarget, say);
  });
}

/** A cluster beside a Jaeger, which keeps one trace in a hundred besides those that clients ask for. Answers what its API lacks; empty: all is well. */
export async function checkTracesOf(port: number, jaegerBinary: string, say: Say): Promise<readonly string[]> {
  const directory = mkdtempSync(join(tmpdir(), 'ottla-traces-'));
  exitOnSignals();
  process.once('exit', () => rmSync(directory, { recursive: true, force: true }));
  const jaeger = await JaegerProcess.start(jaegerBinary, directory);
  const environment = { OTEL_EXPORTER_OTLP_ENDPOINT: jaeger.otlpUrl, OTEL_TRACES_SAMPLER: 'parentbased_traceidratio', OTEL_TRACES_SAMPLER_ARG: '0.01', OTEL_BSP_SCHEDULE_DELAY: '500' };
  let cluster: Cluster | undefined;
  try {
    cluster = await startCluster({ directory, port, environment });
    return await checkTraces(cluster.bootstrap, jaeger, say);
  } finally {
    await cluster?.kill();
    await jaeger.stop();
  }
}

interface Watched {
  readonly cluster: Cluster;
  readonly directory: string;
  readonly traffic: Traffic;
  readonly disk: SmallDisk | undefined;
  /** From one broker to the controllers. */
  readonly ways: readonly Proxy[];
  readonly prometheus: Prometheus;
  /** Services that started again serve their figures at other ports. */
  readonly retarget: () => void;
}

/** Runs a cluster of processes under load beside a real Prometheus while `work` is under way. */
async function withCluster<T>(port: number, say: Say, work: (watched: Watched) => Promise<T>): Promise<T> {
  const directory = mkdtempSync(join(tmpdir(), 'ottla-live-'));
  exitOnSignals();
  const mounted = SmallDisk.mount(join(directory, 'broker-3'), SMALL_DISK_MB);
  const disk = typeof mounted === 'string' ? undefined : mounted;
  if (typeof mounted === 'string') say(`no small disk, so alerts about disks are left out: ${mounted}`);
  process.once('exit', () => {
    disk?.unmount();
    rmSync(directory, { recursive: true, force: true });
  });
  const ways: Proxy[] = [];
  const wayTo = async (address: string): Promise<string> => {
    const way = await Proxy.open('a controller', 0, Number(address.split(':')[1]));
    ways.push(way);
    return way.address;
  };
  let cluster: Cluster | undefined;
  let prometheus: Prometheus | undefined;
  let traffic: Traffic | undefined;
  try {
    const started = await startCluster({
      directory, port, settings,
      wayOfBroker: (id, address) => (id === INNER_BROKER ? wayTo(address) : undefined),
      nodeOptionsOf: (role, id) => [...INSPECTED, ...(role === 'broker' && id === INNER_BROKER ? SMALL_HEAP : [])],
    });
    cluster = started;
    const targets = (): readonly Target[] => started.services.map((service) => ({ role: service.role, name: service.name, address: figuresOf(service) }));
    const watching = await Prometheus.start(join(directory, 'prometheus'), targets());
    prometheus = watching;
    say(`${cluster.services.length} services are scraped by ${prometheus.url}`);
    traffic = new Traffic(cluster.bootstrap);
    await traffic.start();
    return await work({ cluster, directory, traffic, disk, ways, prometheus, retarget: () => watching.retarget(targets()) });
  } finally {
    // Clients of brokers that are gone try again for minutes.
    await Promise.race([traffic?.stop(), pause(STOP_MS, undefined, { ref: false })]);
    await prometheus?.stop();
    await cluster?.kill();
    for (const way of ways) way.close();
    disk?.unmount();
    rmSync(directory, { recursive: true, force: true });
  }
}

/** The last that a service said: one that is starting again has none yet. */
const knownFigures = new Map<string, string>();

function figuresOf(service: ServiceProcess): string {
  const match = /served over HTTP url=http:\/\/([^/]+)\/metrics/.exec(service.output());
  const address = match?.[1] ?? knownFigures.get(service.name);
  if (address === undefined) throw new Error(`${service.name} does not say where its figures are:\n${service.output()}`);
  knownFigures.set(service.name, address);
  return address;
}

/** This process and its services may open so few files that connections can come near it. */
function limitFiles(): void {
  execFileSync('prlimit', ['--pid', String(process.pid), `--nofile=${MAX_FILES}:${MAX_FILES}`]);
}

async function checkQueries(prometheus: Prometheus, say: Say): Promise<readonly string[]> {
  const failed: string[] = [];
  let count = 0;
  for (const { title, panels } of dashboards) {
    for (const panel of panels) {
      for (const { expr } of panel.queries) {
        count++;
        const samples = await prometheus.query(expr.replaceAll('$__rate_interval', RATE_INTERVAL));
        const hasData = samples.some(({ value }) => !Number.isNaN(value));
        if (!hasData && panel.isOftenEmpty !== true) failed.push(`${title}: ${panel.title}: no data for ${expr}`);
      }
    }
  }
  for (const line of failed) say(`  ${line}`);
  say(`${count} queries of ${dashboards.length} dashboards: ${failed.length} without data`);
  return failed;
}

/** One picture a dashboard, of the last `seconds`, under load. */
async function drawAll(prometheus: Prometheus, seconds: number, folder: string, say: Say): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const dashboard of dashboards) writeFileSync(join(folder, `${dashboard.uid}.svg`), drawDashboard(dashboard, await linesOf(dashboard, prometheus, seconds)));
  say(`drew ${dashboards.length} dashboards into ${folder}`);
}

async function linesOf({ panels }: Dashboard, prometheus: Prometheus, seconds: number): Promise<Parameters<typeof drawDashboard>[1]> {
  return await Promise.all(panels.map(async ({ queries }) => {
    const answers = await Promise.all(queries.map(async ({ expr, legend }) => {
      const lines = await prometheus.range(expr.replaceAll('$__rate_interval', RATE_INTERVAL), Math.floor(seconds), DRAWN_POINTS);
      return lines.map(({ labels, points }) => ({ name: legend.replaceAll(/\{\{(\w+)\}\}/g, (_, label: string) => labels[label] ?? ''), points }));
    }));
    return answers.flat();
  }));
}
