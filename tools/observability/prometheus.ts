import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePortsInRow } from '../cluster/plane-ports.ts';

const source = join(import.meta.dirname, '../../docker/prometheus');
const READY_WITHIN_MS = 20_000;

export interface Target {
  readonly role: string;
  /** host:port of its figures. */
  readonly address: string;
  /** What its series carry as `instance`: the same before and after a restart, which changes the port. */
  readonly name: string;
}

export interface Sample {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** A series over time; `at` is in seconds before the last. */
export interface Line {
  readonly labels: Readonly<Record<string, string>>;
  readonly points: readonly { readonly at: number; readonly value: number }[];
}

/** A Prometheus of its own, with the repository's rules, whose times are made short. */
export class Prometheus {
  readonly url: string;
  /** Read again when it changes. */
  readonly targetsFile: string;
  readonly #child: ChildProcess;

  private constructor(url: string, targetsFile: string, child: ChildProcess) {
    this.url = url;
    this.targetsFile = targetsFile;
    this.#child = child;
  }

  /** Settles when it answers. Rejects with Error when there is no `prometheus` on this machine, or it does not start. */
  static async start(directory: string, targets: readonly Target[]): Promise<Prometheus> {
    mkdirSync(directory, { recursive: true });
    for (const name of ['rules.yml', 'alerts.yml']) writeFileSync(join(directory, name), hurried(readFileSync(join(source, name), 'utf8')));
    writeFileSync(join(directory, 'prometheus.yml'), hurried(readFileSync(join(source, 'prometheus.yml'), 'utf8')).replaceAll(/_interval: \d+s/g, '_interval: 1s'));
    writeTargets(join(directory, 'targets.yml'), targets);
    const port = await freePortsInRow(1);
    const words = [`--config.file=${join(directory, 'prometheus.yml')}`, `--storage.tsdb.path=${join(directory, 'data')}`, `--web.listen-address=127.0.0.1:${port}`];
    const child = spawn('prometheus', words, { stdio: ['ignore', 'pipe', 'pipe'] });
    const failed = once(child, 'error').then(([error]): never => {
      throw new Error(`prometheus cannot be run (apt-get install prometheus): ${String(error)}`);
    });
    failed.catch(() => {});
    const log = createWriteStream(join(directory, 'prometheus.log'));
    child.stdout.pipe(log);
    child.stderr.pipe(log);
    const prometheus = new Prometheus(`http://127.0.0.1:${port}`, join(directory, 'targets.yml'), child);
    const deadline = performance.now() + READY_WITHIN_MS;
    for (;;) {
      const isReady = await Promise.race([failed, fetch(`${prometheus.url}/-/ready`).then(({ ok }) => ok, () => false)]);
      if (isReady) return prometheus;
      if (child.exitCode !== null || performance.now() > deadline) throw new Error(`prometheus did not start, see ${directory}/prometheus.log`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  /** What an expression answers now. Throws Error with Prometheus' own words when it is wrong. */
  async query(expr: string): Promise<readonly Sample[]> {
    const response = await fetch(`${this.url}/api/v1/query`, { method: 'POST', body: new URLSearchParams({ query: expr }) });
    const answer = (await response.json()) as { status: string; error?: string; data: { resultType: string; result: readonly { metric: Record<string, string>; value: [number, string] }[] } };
    if (answer.status !== 'success') throw new Error(`${expr}: ${answer.error}`);
    return answer.data.result.map(({ metric, value }) => ({ labels: metric, value: Number(value[1]) }));
  }

  /** What an expression answered over the last `seconds`, at `points` times. Throws as `query`. */
  async range(expr: string, seconds: number, points: number): Promise<readonly Line[]> {
    const end = Math.floor(Date.now() / 1000);
    const words = new URLSearchParams({ query: expr, start: String(end - seconds), end: String(end), step: String(seconds / points) });
    const response = await fetch(`${this.url}/api/v1/query_range`, { method: 'POST', body: words });
    const answer = (await response.json()) as { status: string; error?: string; data: { result: readonly { metric: Record<string, string>; values: readonly [number, string][] }[] } };
    if (answer.status !== 'success') throw new Error(`${expr}: ${answer.error}`);
    return answer.data.result.map(({ metric, values }) => ({ labels: metric, points: values.map(([at, value]) => ({ at: at - end, value: Number(value) })) }));
  }

  /** From now on these are scraped. */
  retarget(targets: readonly Target[]): void {
    writeTargets(this.targetsFile, targets);
  }

  /** Names of the alerts that fire now. */
  async firing(): Promise<ReadonlySet<string>> {
    const response = await fetch(`${this.url}/api/v1/alerts`);
    const answer = (await response.json()) as { data: { alerts: readonly { state: string; labels: Record<string, string> }[] } };
    return new Set(answer.data.alerts.filter(({ state }) => state === 'firing').map(({ labels }) => labels['alertname'] as string));
  }

  async stop(): Promise<void> {
    if (this.#child.exitCode !== null) return;
    this.#child.kill('SIGTERM');
    await once(this.#child, 'exit');
  }
}

function writeTargets(file: string, targets: readonly Target[]): void {
  // JSON is YAML.
  writeFileSync(file, JSON.stringify(targets.map(({ role, address, name }) => ({ targets: [address], labels: { role, instance: name } }))));
}

/** The same rules with times that a test can wait for: minutes become seconds, and ranges hold some scrapes. */
function hurried(text: string): string {
  return text
    .replaceAll(/for: (\d+)([sm])/g, (_, count: string, unit: string) => `for: ${unit === 's' ? 1 : Math.min(5, Number(count))}s`)
    .replaceAll(/\[\d+[mh]\]/g, '[15s]')
    .replaceAll('refresh_interval: 10s', 'refresh_interval: 1s');
}
