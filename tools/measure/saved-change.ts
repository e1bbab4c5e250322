/**
 * How long a saved line of the broker takes to be live:
 *
 *   node tools/measure/saved-change.ts [--rounds 8]
 *
 * A broker is served alone by the documented command (`npx nx serve broker`), with a cluster of three controllers, two
 * more brokers and the coordinators beside it, as docs/development.md has it. Each round saves a changed log line in
 * apps/broker/src/main.ts and waits for that line from the new process, which it writes when it serves clients. The
 * sources are a copy of this checkout in a temporary folder: no file here is touched. Exit code 1: the median is above 3 s.
 */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { median } from '../bench/histogram.ts';
import { freePortsInRow } from '../cluster/plane-ports.ts';
import { writeConfig } from '../cluster/service-config.ts';
import { exitOnSignals, startCluster, type Cluster } from '../cluster/start-cluster.ts';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '8' } } });
const root = join(import.meta.dirname, '../..');
const MOST_MEDIAN_MS = 3000;
const BROKERS = 3;
const SEAT = 'broker-2';
/** What a broker writes when it serves clients. */
const READY_LINE = 'ready for Kafka clients at';
/** What the old process logs when it is asked to end, once the build has passed, and when it has let go of everything. */
const STOPS_LINE = ' stopping signal=';
const STOPPED_LINE = ' stopped cleanly';
const CHANGED_FILE = 'apps/broker/src/main.ts';
const WITHIN_MS = 120_000;
/** A person reads what came before the next save. */
const BETWEEN_MS = 2000;

/** A checkout that is built: sources and what was made of them are copies, installed packages those of this one. */
function copyCheckout(folder: string): void {
  for (const name of ['apps', 'libs', 'tools', 'nx.json', 'package.json', 'package-lock.json', 'tsconfig.base.json', 'tsconfig.json', '.env']) {
    cpSync(join(root, name), join(folder, name), { recursive: true, preserveTimestamps: true, verbatimSymlinks: true });
  }
  const [from, to] = [join(root, 'node_modules'), join(folder, 'node_modules')];
  mkdirSync(join(to, '@ottla'), { recursive: true });
  for (const name of readdirSync(from)) if (name !== '@ottla' && name !== '.package-lock.json') symlinkSync(join(from, name), join(to, name));
  for (const name of readdirSync(join(from, '@ottla'))) symlinkSync(readlinkSync(join(from, '@ottla', name)), join(to, '@ottla', name));
}

/** `npx nx serve broker`, in a group of its own, with the moments at which it said what. */
class Served {
  readonly #child: ChildProcess;
  readonly #lines: { readonly text: string; readonly atMs: number }[] = [];
  #changed = Promise.withResolvers<void>();

  constructor(folder: string, config: string) {
    const path = `${join(folder, 'node_modules/.bin')}${delimiter}${process.env['PATH'] ?? ''}`;
    const child = spawn('npx', ['nx', 'serve', 'broker', '--', '--config', config], { cwd: folder, env: { ...process.env, PATH: path }, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    this.#child = child;
    let rest = '';
    const take = (piece: Buffer): void => {
      const lines = (rest + String(piece)).split('\n');
      rest = lines.pop() ?? '';
      this.#lines.push(...lines.map((text) => ({ text, atMs: performance.now() })));
      this.#changed.resolve();
      this.#changed = Promise.withResolvers<void>();
    };
    child.stdout?.on('data', take);
    child.stderr?.on('data', take);
  }

  /** When a line with `text` came, after a moment. Rejects with all that was said when none comes. */
  async told(text: string, sinceMs = 0): Promise<number> {
    const late = pause(WITHIN_MS, undefined, { ref: false }).then((): never => {
      throw new Error(`not said within ${WITHIN_MS} ms: ${text}\n${this.#lines.map((line) => line.text).join('\n')}`);
    });
    // The line may be there at once, and nobody waits for this then.
    late.catch(() => {});
    for (;;) {
      const line = this.#lines.find((candidate) => candidate.atMs >= sinceMs && candidate.text.includes(text));
      if (line !== undefined) return line.atMs;
      await Promise.race([this.#changed.promise, late]);
    }
  }

  /** Ctrl-C, as a terminal sends it to the whole group. */
  async end(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const ended = once(this.#child, 'exit');
    process.kill(-(this.#child.pid as number), 'SIGINT');
    await ended;
  }

  endNow(): void {
    if (this.#child.exitCode === null && this.#child.signalCode === null) process.kill(-(this.#child.pid as number), 'SIGKILL');
  }
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`;

async function measure(folder: string, config: string): Promise<readonly number[]> {
  const served = new Served(folder, config);
  process.once('exit', () => served.endNow());
  await served.told(READY_LINE);
  const file = join(folder, CHANGED_FILE);
  const source = readFileSync(file, 'utf8');
  if (source.split(READY_LINE).length !== 2) throw new Error(`${CHANGED_FILE} says "${READY_LINE}" not once: what is to be changed in it?`);
  const took: number[] = [];
  for (let round = 1; round <= Number(values.rounds); round++) {
    await pause(BETWEEN_MS);
    const savedAt = performance.now();
    writeFileSync(file, source.replace(READY_LINE, `change ${round} is live, ${READY_LINE}`));
    const liveAt = await served.told(`change ${round} is live`);
    const builtAt = await served.told(STOPS_LINE, savedAt);
    const stoppedAt = await served.told(STOPPED_LINE, savedAt);
    took.push(liveAt - savedAt);
    process.stdout.write(`round ${round}: ${seconds(liveAt - savedAt)} from the saved line to the new process that serves clients: built in ${seconds(builtAt - savedAt)}, the old process stopped in ${seconds(stoppedAt - builtAt)}, the new one started in ${seconds(liveAt - stoppedAt)}\n`);
  }
  await served.end();
  return took;
}

exitOnSignals();
const folder = mkdtempSync(join(tmpdir(), 'ottla-saved-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
execFileSync('npm', ['run', '--silent', 'build'], { cwd: root, stdio: 'inherit' });
copyCheckout(join(folder, 'checkout'));
let cluster: Cluster | undefined;
try {
  cluster = await startCluster({ directory: join(folder, 'cluster'), port: await freePortsInRow(BROKERS), without: [SEAT] });
  const [seat] = cluster.free;
  if (seat === undefined) throw new Error(`${SEAT} was not left free`);
  const took = await measure(join(folder, 'checkout'), writeConfig(seat));
  const isQuick = median(took) <= MOST_MEDIAN_MS;
  process.stdout.write(`median ${seconds(median(took))}, ${seconds(Math.min(...took))} to ${seconds(Math.max(...took))} of ${took.length} rounds, load average ${loadavg()[0]?.toFixed(1)}; ${isQuick ? 'within' : 'NOT within'} ${seconds(MOST_MEDIAN_MS)}\n`);
  process.exitCode = isQuick ? 0 : 1;
} finally {
  await cluster?.kill();
}
process.exit();
