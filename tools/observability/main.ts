/**
 * node tools/observability/main.ts write        writes docker/grafana/dashboards from dashboards.ts, and
 *                                               docker/prometheus/alerts.test.yml from alert-cases.ts
 * node tools/observability/main.ts check        exit code 1 when they are not what it would write
 * node tools/observability/main.ts live [PORT]  a cluster under load beside a real Prometheus: every query answers, and is
 *                                               drawn into docs/dashboards
 * node tools/observability/main.ts alerts [PORT [WORDS ...]]  the same, and all is done to it that alerts tell of: docs/alerts.md says when
 *                                               each fired; with words only those faults that have one of them in their description
 * node tools/observability/main.ts traces JAEGER [PORT]  a cluster that exports to the Jaeger whose binary is given: its API must
 *                                               have the traces of a CreateTopics, a Produce, a JoinGroup and a Fetch, which are printed
 *
 * Brokers serve on PORT (39092) and the two behind it.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { alertsPage } from './alert-run.ts';
import { dashboards, grafanaJson } from './dashboards.ts';
import { checkAlerts, checkDashboards, checkTracesOf } from './live.ts';
import { ruleTests } from './rule-tests.ts';

const docker = join(import.meta.dirname, '../../docker');
const folder = join(docker, 'grafana/dashboards');
const rulesFolder = join(docker, 'prometheus');

/** What is made here, by file. */
const texts = new Map([
  ...dashboards.map((dashboard) => [join(folder, `${dashboard.uid}.json`), `${JSON.stringify(grafanaJson(dashboard), null, 2)}\n`] as const),
  [join(rulesFolder, 'alerts.test.yml'), ruleTests(readFileSync(join(rulesFolder, 'alerts.yml'), 'utf8'))] as const,
]);

const docs = join(docker, '../docs');
const port = Number(process.argv[process.argv[2] === 'traces' ? 4 : 3] ?? 39_092);
const say = (line: string): void => void process.stdout.write(`${line}\n`);

switch (process.argv[2] ?? '') {
  case 'write':
    for (const [file, text] of texts) writeFileSync(file, text);
    process.stdout.write(`wrote ${texts.size} files below ${docker}\n`);
    break;
  case 'check': {
    const present = [...readdirSync(folder).map((name) => join(folder, name)), ...readdirSync(rulesFolder).filter((name) => name.endsWith('.test.yml')).map((name) => join(rulesFolder, name))];
    const stale = [...texts].filter(([file, text]) => !present.includes(file) || readFileSync(file, 'utf8') !== text).map(([file]) => file);
    const strays = present.filter((file) => !texts.has(file));
    if (stale.length + strays.length === 0) break;
    process.stderr.write(`not as their tables have them: ${[...stale, ...strays].join(', ')}; run node tools/observability/main.ts write\n`);
    process.exit(1);
    break;
  }
  case 'live': {
    const failed = await checkDashboards(port, join(docs, 'dashboards'), say);
    for (const line of failed) process.stderr.write(`${line}\n`);
    process.exit(failed.length === 0 ? 0 : 1);
    break;
  }
  case 'alerts': {
    const { failed, rows } = await checkAlerts(port, process.argv.slice(4), say);
    const page = join(docs, 'alerts.md');
    writeFileSync(page, alertsPage(rows, existsSync(page) ? readFileSync(page, 'utf8') : '', new Date().toISOString().slice(0, 10)));
    for (const line of failed) process.stderr.write(`${line}\n`);
    process.exit(failed.length === 0 ? 0 : 1);
    break;
  }
  case 'traces': {
    const [, , , binary] = process.argv;
    if (binary === undefined) throw new Error('traces wants the file of a Jaeger all-in-one server');
    const failed = await checkTracesOf(port, binary, say);
    for (const line of failed) process.stderr.write(`${line}\n`);
    process.exit(failed.length === 0 ? 0 : 1);
    break;
  }
  default:
    process.stderr.write('say what: write, check, live, alerts or traces\n');
    process.exit(2);
}
