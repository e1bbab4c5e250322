/**
 * node tools/observability/main.ts dashboards   writes docker/grafana/dashboards from dashboards.ts
 * node tools/observability/main.ts check        exit code 1 when they are not what it would write
 * node tools/observability/main.ts live [PORT]  a cluster under load beside a real Prometheus: every query answers, alerts
 *                                               fire when they should; brokers serve on PORT (39092) and the two behind it
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dashboards, grafanaJson } from './dashboards.ts';
import { checkLive } from './live.ts';

const folder = join(import.meta.dirname, '../../docker/grafana/dashboards');

const texts = new Map(dashboards.map((dashboard) => [`${dashboard.uid}.json`, `${JSON.stringify(grafanaJson(dashboard), null, 2)}\n`]));

switch (process.argv[2] ?? '') {
  case 'dashboards':
    for (const [name, text] of texts) writeFileSync(join(folder, name), text);
    process.stdout.write(`wrote ${texts.size} dashboards to ${folder}\n`);
    break;
  case 'check': {
    const present = readdirSync(folder);
    const stale = [...texts].filter(([name, text]) => !present.includes(name) || readFileSync(join(folder, name), 'utf8') !== text).map(([name]) => name);
    const strays = present.filter((name) => !texts.has(name));
    if (stale.length + strays.length === 0) break;
    process.stderr.write(`not as dashboards.ts has them: ${[...stale, ...strays].join(', ')}; run node tools/observability/main.ts dashboards\n`);
    process.exit(1);
    break;
  }
  case 'live': {
    const failed = await checkLive(Number(process.argv[3] ?? 39_092), (line) => void process.stdout.write(`${line}\n`));
    for (const line of failed) process.stderr.write(`${line}\n`);
    process.exit(failed.length === 0 ? 0 : 1);
    break;
  }
  default:
    process.stderr.write('say what: dashboards, check or live\n');
    process.exit(2);
}
