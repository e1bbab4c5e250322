/**
 * Runs docker/compose.yaml from a clean clone, and looks whether all that is said of it is so:
 *
 *   node tools/docker/check.ts [--checkout DIR]
 *
 * builds the image; wants it small, and its containers without root and with a root file system that cannot be written;
 * brings the cluster up; produces and consumes with kcat from the host and from a container; wants every service in Prometheus;
 * asks Jaeger for the traces of the flows across planes; kills a broker, the active controller and a group's coordinator in
 * turn while clients produce and read; takes all down and up again and reads everything once more. Then it removes what it
 * made. One line a check; exit code 1 when one fails.
 *
 * Wants a running Docker engine, docker-compose, kcat, the native client (`node tools/clients/prepare.ts`), a build of this
 * checkout, the ports that compose.yaml publishes, and the base images (tools/docker/stand-ins.ts where none can be pulled).
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { exitOnSignals } from '../cluster/start-cluster.ts';
import { Jaeger } from '../observability/jaeger.ts';
import { checkTraces } from '../observability/traces.ts';
import { Compose, docker, PLANES } from './compose.ts';
import { killInTurn, type KillRun } from './kills.ts';

const { values } = parseArgs({ options: { checkout: { type: 'string' } } });
const PROJECT = 'ottla-check';
const BOOTSTRAP = 'localhost:19092,localhost:19093,localhost:19094';
const PROMETHEUS = 'http://127.0.0.1:9090';
const jaeger = new Jaeger('http://127.0.0.1:4318', 'http://127.0.0.1:16686');
const BASE_IMAGE = 'node:24-bookworm-slim';
const KCAT_IMAGE = 'ottla-check-kcat';
const MOST_IMAGE_MB = 250;
const HEALTHY_WITHIN_MS = 40_000;
/** Longer than is wanted, so that a start that is too slow still tells how slow. */
const PATIENCE_MS = 180_000;
const SCRAPED_WITHIN_MS = 30_000;
const LOOK_MS = 1000;

let failures = 0;
const say = (line: string): void => void process.stdout.write(`${line}\n`);

function check(what: string, isSo: boolean, figure: string): void {
  if (!isSo) failures++;
  say(`${isSo ? 'ok  ' : 'FAIL'} ${what}: ${figure}`);
}

/** A step that throws has failed; those after it are still tried. */
async function attempt(what: string, act: () => void | Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    check(what, false, error instanceof Error ? error.message : String(error));
  }
}

async function checkImage(): Promise<void> {
  const bytes = async (image: string): Promise<number> => Number(await docker('image', 'inspect', '--format', '{{.Size}}', image));
  const megabytes = ((await bytes('ottla')) - (await bytes(BASE_IMAGE))) / 1e6;
  check(`the image has less than ${MOST_IMAGE_MB} MB on top of its base`, megabytes < MOST_IMAGE_MB, `${megabytes.toFixed(0)} MB`);
}

/** Brings all up; answers the seconds until every plane was healthy. */
async function up(compose: Compose): Promise<number> {
  const startedAt = performance.now();
  compose.compose('up', '--detach');
  await compose.untilHealthy(PLANES, PATIENCE_MS);
  return (performance.now() - startedAt) / 1000;
}

async function checkContainers(compose: Compose): Promise<void> {
  const states = await Promise.all(PLANES.map(async (service) => await docker('inspect', '--format', '{{.Config.User}} {{.HostConfig.ReadonlyRootfs}}', compose.container(service))));
  check('every plane has a user other than root and a root file system that is read only', states.every((state) => state === '1000:1000 true'), [...new Set(states)].join('; '));
  const tried = await docker('exec', compose.container('broker-1'), 'sh', '-c', 'id -u; touch /app/file 2>&1 || true; touch /data/file && rm /data/file && echo data');
  check('a broker is not root, and writes to its data alone', /^1000\n.*Read-only file system\ndata$/.test(tried), tried.replaceAll('\n', '; '));
}

/** Produces a line with kcat and reads it back; `kcat` answers what to run. */
function checkKcat(from: string, bootstrap: string, kcat: (words: readonly string[], input?: string) => string): void {
  const topic = `kcat-from-${from}`;
  const line = `from the ${from} at ${new Date().toISOString()}`;
  kcat(['-b', bootstrap, '-P', '-t', topic, '-X', 'acks=all'], `${line}\n`);
  const read = kcat(['-b', bootstrap, '-C', '-t', topic, '-e', '-q']).trim();
  check(`kcat produces and consumes from the ${from}`, read === line, `${bootstrap}: "${read}"`);
}

const kcatOnHost = (words: readonly string[], input = ''): string => execFileSync('kcat', words, { input, encoding: 'utf8', stdio: ['pipe', 'pipe', 'pipe'] });

function kcatInNetwork({ network }: Compose): (words: readonly string[], input?: string) => string {
  const dockerfile = `FROM ${BASE_IMAGE}\nRUN apt-get update && apt-get install -y --no-install-recommends kcat && rm -rf /var/lib/apt/lists/*\nENTRYPOINT ["kcat"]\n`;
  execFileSync('docker', ['build', '--network=host', '--tag', KCAT_IMAGE, '-'], { input: dockerfile, stdio: ['pipe', 'pipe', 'pipe'] });
  return (words, input = '') => execFileSync('docker', ['run', '--rm', '--interactive', '--network', network, KCAT_IMAGE, ...words], { input, encoding: 'utf8', stdio: ['pipe', 'pipe', 'pipe'] });
}

/** Health of every target, by its name. */
async function targets(): Promise<ReadonlyMap<string, string>> {
  const { data } = (await (await fetch(`${PROMETHEUS}/api/v1/targets`)).json()) as { data: { activeTargets: readonly { labels: { instance: string }; health: string }[] } };
  return new Map(data.activeTargets.map(({ labels, health }) => [labels.instance.replace(/:\d+$/, ''), health]));
}

async function checkTargets(when: string): Promise<void> {
  let known = await targets();
  const areUp = (): boolean => PLANES.every((service) => known.get(service) === 'up');
  for (const deadline = performance.now() + SCRAPED_WITHIN_MS; !areUp() && performance.now() < deadline; known = await targets()) await pause(LOOK_MS);
  check(`Prometheus scrapes every service ${when}`, areUp() && known.size === PLANES.length, `${[...known.values()].filter((health) => health === 'up').length} of ${PLANES.length} up`);
}

async function checkKills(compose: Compose): Promise<KillRun> {
  say('     a producer (librdkafka, idempotent, acks=all) and a group (kcat) at work while containers are killed');
  const killed = await killInTurn(compose, BOOTSTRAP, PROMETHEUS, say);
  check('a broker, the active controller and a coordinator are killed in turn, and nothing is lost, doubled or refused', killed.anomalies.length === 0, killed.anomalies.join('; ') || `${killed.acknowledged} records acknowledged, all in the log once and read by the group`);
  const [longest] = killed.kills.toSorted((a, b) => b.silenceMs - a.silenceMs);
  say(`     longest silence of a producer: ${Math.round(longest?.silenceMs ?? NaN)} ms (${longest?.service})`);
  return killed;
}

async function checkAll(compose: Compose): Promise<void> {
  const buildAt = performance.now();
  compose.compose('build');
  say(`     the image is built after ${((performance.now() - buildAt) / 1000).toFixed(0)} s`);
  await checkImage();
  const seconds = await up(compose);
  check('docker-compose up is healthy within 40 s, creation of its containers included', seconds * 1000 <= HEALTHY_WITHIN_MS, `${seconds.toFixed(1)} s, load average ${loadavg()[0]?.toFixed(1)}`);
  await attempt('containers', () => checkContainers(compose));
  await attempt('kcat from the host', () => checkKcat('host', BOOTSTRAP, kcatOnHost));
  await attempt('kcat from a container', () => checkKcat('container', 'broker-1:9092,broker-2:9092,broker-3:9092', kcatInNetwork(compose)));
  await attempt('Prometheus', () => checkTargets('after the start'));
  await attempt('traces', async () => {
    const missing = await checkTraces(BOOTSTRAP, jaeger, say);
    check('Jaeger has the traces of the flows across planes', missing.length === 0, missing.join('; ') || 'CreateTopics, Produce, JoinGroup, and a Fetch that is linked to the producer');
  });
  let killed: KillRun | undefined;
  await attempt('kills', async () => void (killed = await checkKills(compose)));
  await attempt('Prometheus', () => checkTargets('after the kills'));
  compose.compose('down');
  say(`     down, and up again: healthy after ${(await up(compose)).toFixed(1)} s`);
  await attempt('volumes', async () => {
    const anomalies = (await killed?.recheck()) ?? ['nothing was written before'];
    check('volumes survive down and up', anomalies.length === 0, anomalies.join('; ') || `all ${killed?.acknowledged} records are there, each once`);
  });
}

exitOnSignals();
const scratch = mkdtempSync(join(tmpdir(), 'ottla-compose-'));
process.once('exit', () => rmSync(scratch, { recursive: true, force: true }));
const checkout = values.checkout === undefined ? join(scratch, 'clone') : resolve(values.checkout);
if (values.checkout === undefined) execFileSync('git', ['clone', '--quiet', join(import.meta.dirname, '../..'), checkout], { stdio: 'inherit' });
const version = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: checkout, encoding: 'utf8' }).trim();
say(`docker/compose.yaml of ${version}, ${new Date().toISOString()}, load average ${loadavg()[0]?.toFixed(1)}`);
const compose = new Compose(checkout, PROJECT);
try {
  await checkAll(compose);
} finally {
  compose.compose('down', '--volumes');
}
say(failures === 0 ? 'all is so' : `${failures} checks failed`);
process.exit(failures === 0 ? 0 : 1);
