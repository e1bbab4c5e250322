/**
 * node tools/observability/main.ts write        writes docker/grafana/dashboards from dashboards.ts, and
 *                                               docker/prometheus/alerts.test.yml from alert-cases.ts
 * node tools/observability/main.ts check        exit code 1 when they are not what it would write
 * node tools/observability/main.ts live [PORT]  a cluster under load beside a real Prometheus: every query answers, and is
 *                                               drawn into docs/dashboards
 * node tools/observability/main.ts alerts [PORT]  the same, and all is done to it that alerts tell of: docs/alerts.md says when
 *                                               each fired
 *
 * Brokers serve on PORT (39092) and the two behind it.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dashboards, grafanaJson } from './dashboards.ts';
import { checkAlerts, checkDashboards } from './live.ts';
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
const port = Number(process.argv[3] ?? 39_092);
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const alertsPage = (table: string): string => `# Alerts, caused

Made by \`node tools/observability/main.ts alerts\` on ${new Date().toISOString().slice(0, 10)}: three controllers, three brokers, two group and two
transaction coordinators as processes of one machine with two cores, a load of some 600 records a second, and a Prometheus with the
rules of \`docker/prometheus\`. Figures are scraped each second; \`for:\` lasts one second for each minute (5 at most), and ranges 15 s. What to do
when one fires: [operations.md](operations.md#when-an-alert-fires). All of them are tried by promtool too.

${table}
`;

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
    const { failed, table } = await checkAlerts(port, say);
    writeFileSync(join(docs, 'alerts.md'), alertsPage(table));
    for (const line of failed) process.stderr.write(`${line}\n`);
    process.exit(failed.length === 0 ? 0 : 1);
    break;
  }
  default:
    process.stderr.write('say what: write, check, live or alerts\n');
    process.exit(2);
}
