import { execFileSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MetricsRegistry } from '@ottla/metrics';
import { watchProcess } from '@ottla/platform/observability';
import kafkajs from 'kafkajs';
import { eventually, within } from './conditions.ts';
import { startSmallCluster, type SmallCluster } from './small-cluster.ts';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const read = (path: string): string => readFileSync(`${root}${path}`, 'utf8');

interface GrafanaDashboard {
  readonly title: string;
  readonly panels: readonly { readonly title: string; readonly targets: readonly { readonly expr: string }[] }[];
}

const dashboards = globSync(`${root}docker/grafana/dashboards/*.json`).map((path) => JSON.parse(readFileSync(path, 'utf8')) as GrafanaDashboard);
const pictures = globSync(`${root}docs/dashboards/*.svg`).map((path) => readFileSync(path, 'utf8'));
const panelQueries = dashboards.flatMap(({ title, panels }) => panels.flatMap((panel) => panel.targets.map(({ expr }) => [`${title}: ${panel.title}`, expr] as const)));

/** Names and expressions of a file of rules; expressions may run over lines that are indented further. */
function rulesIn(path: string): readonly (readonly [string, string])[] {
  return [...read(path).matchAll(/- (?:alert|record): (\S+)\n\s+expr: (?:>-\n)?((?:.+\n)(?:\s{10,}.+\n)*)/g)].map(([, name, expr]) => [name as string, expr as string]);
}
const alerts = rulesIn('docker/prometheus/alerts.yml');
const recorded = rulesIn('docker/prometheus/rules.yml');

const words = new Set(['by', 'without', 'on', 'ignoring', 'group_left', 'group_right', 'and', 'or', 'unless', 'bool', 'offset', 'inf', 'nan']);

/** Series that an expression of PromQL asks for. */
function metricsIn(expr: string): readonly string[] {
  const bare = expr
    .replaceAll(/"[^"]*"/g, '')
    .replaceAll(/\{[^}]*\}/g, '')
    .replaceAll(/\[[^\]]*\]/g, '')
    .replaceAll(/\b(by|without|on|ignoring|group_left|group_right)\s*\([^)]*\)/g, '');
  return [...bare.matchAll(/[a-zA-Z_:][\w:]*(?!\s*\(|[\w:])/g)].map(([name]) => name).filter((name) => !words.has(name.toLowerCase()));
}

let cluster: SmallCluster;
let endWatching: () => void;
const registry = new MetricsRegistry();
/** Series that any service wrote while the cluster was used, and those that Prometheus makes itself. */
const known = new Set(['up', 'ottla_ready', ...recorded.map(([name]) => name)]);

/** Names as they are declared: those of histograms without what they are written with. */
const families = new Set(['ottla_ready', ...recorded.map(([name]) => name)]);

function note(): void {
  for (const [, name] of registry.toText().matchAll(/^# TYPE (\S+)/gm)) families.add(name as string);
  for (const [, name] of registry.toText().matchAll(/^([a-zA-Z_:][\w:]*)/gm)) known.add(name as string);
}

/** Has something to tell in every series: records, a group, a transaction, an error, a broker that is lost. */
beforeAll(async () => {
  endWatching = watchProcess(registry);
  cluster = await startSmallCluster(3, { 'transaction.state.log.num.partitions': '3' }, [], registry);
  const { kafka } = cluster;
  const admin = kafka.admin();
  await admin.connect();
  await admin.createTopics({ topics: [{ topic: 'watched', numPartitions: 3, replicationFactor: 3 }] });
  await admin.createTopics({ topics: [{ topic: 'not a name' }] }).catch(() => {});
  const producer = kafka.producer({ transactionalId: 'tx', maxInFlightRequests: 1, idempotent: true, createPartitioner: kafkajs.Partitioners.DefaultPartitioner });
  await producer.connect();
  const transaction = await producer.transaction();
  await transaction.send({ topic: 'watched', messages: [0, 1, 2].map((partition) => ({ partition, value: 'v' })) });
  await transaction.commit();
  const consumer = kafka.consumer({ groupId: 'watchers', maxWaitTimeInMs: 100 });
  await consumer.connect();
  await consumer.subscribe({ topics: ['watched'], fromBeginning: true });
  let count = 0;
  const { promise, resolve } = Promise.withResolvers<void>();
  await consumer.run({ eachMessage: async () => { if (++count === 3) resolve(); return await Promise.resolve(); } });
  await within('the group reads', 30_000, promise);
  await eventually('the group commits', () => registry.toText().includes('ottla_group_committed_offset{group="watchers"'));
  note();
  await consumer.disconnect();
  await producer.disconnect();
  await admin.disconnect();
  await cluster.abandon(3);
  await eventually('partitions are under-replicated', () => registry.toText().includes('kafka_cluster_partition_underreplicated{'));
  note();
}, 120_000);

afterAll(async () => {
  endWatching();
  await cluster[Symbol.asyncDispose]();
});

describe('dashboards and alerts', () => {
  it('are as their tables have them', () => {
    execFileSync(process.execPath, [`${root}tools/observability/main.ts`, 'check'], { stdio: 'pipe' });
    expect([dashboards.length, alerts.length, recorded.length]).toEqual([7, read('docker/prometheus/alerts.yml').split('- alert:').length - 1, 3]);
  });

  it('find the series that an expression asks for', () => {
    expect(metricsIn('sum by (a, le) (rate(x_bucket{y="z_total"}[5m])) / on (a) group_left () (b:c > 0) or vector(0)')).toEqual(['x_bucket', 'b:c']);
  });

  it.each([...panelQueries, ...alerts, ...recorded])('%s names series that exist', (_name, expr) => {
    const asked = metricsIn(expr);
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter((name) => !known.has(name))).toEqual([]);
  });
});

describe('docs', () => {
  it('have a picture of every dashboard, each panel drawn with data', () => {
    const drawn = dashboards.map(({ title, panels }) => ({ panels, picture: pictures.find((picture) => picture.includes(`>${title}<`)) ?? '' }));
    const missing = drawn.flatMap(({ panels, picture }) => panels.filter(({ title }) => !picture.includes(`>${title.replaceAll('&', '&amp;')}<`)).map(({ title }) => title));
    expect([missing, pictures.filter((picture) => />no data<|>nothing to show/.test(picture)).length]).toEqual([[], 0]);
    expect(globSync(`${root}docs/dashboards/*.svg`).filter((path) => !read('docs/operations.md').includes(`dashboards/${basename(path)}`))).toEqual([]);
  });

  it('tell of every alert how it was caused, or why not', () => {
    const page = read('docs/alerts.md');
    expect(alerts.map(([name]) => name).filter((name) => !page.includes(`| ${name} |`) && !page.includes(`- ${name}: `))).toEqual([]);
    expect(page).not.toContain('| never |');
  });
});

describe('docs/operations.md', () => {
  it('lists every alert and every figure', () => {
    const page = read('docs/operations.md');
    expect([...families].filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
    expect(alerts.map(([name]) => name).filter((name) => !page.includes(`\n### ${name}\n`))).toEqual([]);
  });

  it('lists no figure and no alert that is not there', () => {
    const page = read('docs/operations.md');
    const listed = [...page.matchAll(/^\| (`.*?`) \|/gm)].flatMap(([, names]) => (names as string).split(', ').map((name) => name.replaceAll('`', ''))).filter((name) => !name.startsWith('/') && !/^(OTEL|OTTLA)_|^ottla\./.test(name));
    expect(listed.filter((name) => !families.has(name))).toEqual([]);
    const alertNames = new Set(alerts.map(([name]) => name));
    expect([...page.matchAll(/\bOttla[A-Z]\w+/g)].map(([name]) => name).filter((name) => !alertNames.has(name))).toEqual([]);
  });
});
