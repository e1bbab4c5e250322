import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { ClusterView } from '../cluster/failover/cluster-view.ts';
import { anomaliesOf } from '../cluster/failover/log-check.ts';
import { ProducerLoad, SHORT_PAUSES } from '../cluster/failover/producer-load.ts';
import { type Compose, docker } from './compose.ts';

const TOPIC = 'kept';
const GROUP = 'readers';
const PARTITIONS = 6;
const MESSAGES_PER_SECOND = 300;
const SETTLED_MS = 8000;
const KILLED_MS = 10_000;
const HEALTHY_WITHIN_MS = 60_000;
const READ_WITHIN_MS = 60_000;
const FIRST_CONTROLLER_ID = 101;

/** How long clients heard nothing while one container was dead, and while it came back. */
export interface Kill {
  readonly service: string;
  /** The longest that any partition's producer went without an acknowledgment. */
  readonly silenceMs: number;
  /** The longest that the group's reader went without a record. */
  readonly unreadMs: number;
  /** How long the client itself stood still: a part of the silence that no server causes. */
  readonly stalledMs: number;
}

export interface KillRun {
  readonly kills: readonly Kill[];
  readonly acknowledged: number;
  /** What is wrong with the log, with the deliveries, or with what the group read; empty: nothing. */
  readonly anomalies: readonly string[];
  /** Looks at the log again, after everything was stopped and started. */
  recheck(): Promise<readonly string[]>;
}

/** kcat as a member of a group, with the time of each record. */
class GroupReader {
  readonly values = new Set<string>();
  readonly #child: ChildProcess;
  readonly #times: number[] = [];

  constructor(bootstrap: string) {
    this.#child = spawn('kcat', ['-b', bootstrap, '-q', '-u', '-X', 'auto.offset.reset=earliest', '-X', 'reconnect.backoff.max.ms=100', '-G', GROUP, TOPIC], { stdio: ['ignore', 'pipe', 'ignore'] });
    createInterface({ input: this.#child.stdout as NodeJS.ReadableStream }).on('line', (value) => {
      this.values.add(value);
      this.#times.push(performance.now());
    });
    process.once('exit', () => void this.#child.kill('SIGKILL'));
  }

  longestUnreadMs(fromMs: number, toMs: number): number {
    let [longest, before] = [0, fromMs];
    for (const time of [...this.#times.filter((at) => at >= fromMs && at < toMs), toMs]) {
      longest = Math.max(longest, time - before);
      before = time;
    }
    return longest;
  }

  async end(): Promise<void> {
    if (this.#child.exitCode !== null) return;
    this.#child.kill('SIGTERM');
    await once(this.#child, 'exit');
  }
}

/** Kills a broker, the active controller and the group's coordinator in turn, and starts each again, while clients produce and read. */
export async function killInTurn(compose: Compose, bootstrap: string, prometheusUrl: string, say: (line: string) => void): Promise<KillRun> {
  const view = new ClusterView(bootstrap.split(','));
  await view.createTopic(TOPIC, PARTITIONS, 3, { 'min.insync.replicas': '2' });
  const load = new ProducerLoad({ bootstrap, topic: TOPIC, partitions: PARTITIONS, messagesPerSecond: MESSAGES_PER_SECOND, settings: SHORT_PAUSES });
  const reader = new GroupReader(bootstrap);
  await load.start();
  const kills: Kill[] = [];
  try {
    await pause(SETTLED_MS);
    const victims = [
      () => Promise.resolve('broker-2'),
      async () => `controller-${(await view.activeController()) - FIRST_CONTROLLER_ID + 1}`,
      async () => await coordinatorOf(prometheusUrl),
    ];
    for (const victim of victims) {
      const kill = await killOne(compose, await victim(), load, reader);
      kills.push(kill);
      say(`     ${kill.service} killed and started again: longest silence ${Math.round(kill.silenceMs)} ms, group without a record ${Math.round(kill.unreadMs)} ms, client's own stall ${Math.round(kill.stalledMs)} ms`);
      await pause(SETTLED_MS);
    }
  } finally {
    await load.stop();
  }
  const expected = load.acknowledged.flatMap((numbers, partition) => [...numbers].map((number) => `${partition}:${number}`));
  const unread = (): readonly string[] => expected.filter((value) => !reader.values.has(value));
  for (const deadline = performance.now() + READ_WITHIN_MS; unread().length > 0 && performance.now() < deadline; ) await pause(KILLED_MS / 10);
  await reader.end();
  const recheck = async (): Promise<readonly string[]> => {
    const fresh = new ClusterView(bootstrap.split(','));
    await fresh.until('the topic has its replicas in sync', async () => await fresh.isInSync(TOPIC, 3));
    const anomalies = await anomaliesOf(fresh, TOPIC, load.acknowledged);
    fresh.close();
    return anomalies;
  };
  const anomalies = [...(await recheck()), ...load.failures.slice(0, 3), ...(unread().length === 0 ? [] : [`the group did not read ${unread().length} records`])];
  view.close();
  return { kills, acknowledged: expected.length, anomalies, recheck };
}

async function killOne(compose: Compose, service: string, load: ProducerLoad, reader: GroupReader): Promise<Kill> {
  const fromMs = performance.now();
  await docker('kill', compose.container(service));
  await pause(KILLED_MS);
  await docker('start', compose.container(service));
  await compose.untilHealthy([service], HEALTHY_WITHIN_MS);
  const toMs = performance.now();
  return { service, silenceMs: load.longestSilence(fromMs, toMs).silenceMs, unreadMs: reader.longestUnreadMs(fromMs, toMs), stalledMs: load.longestStallMs(fromMs, toMs) };
}

/** The coordinator that has the group, as Prometheus tells. */
async function coordinatorOf(prometheusUrl: string): Promise<string> {
  const response = await fetch(`${prometheusUrl}/api/v1/query`, { method: 'POST', body: new URLSearchParams({ query: `ottla_group_members{group="${GROUP}"}` }) });
  const { data } = (await response.json()) as { data: { result: readonly { metric: { instance: string } }[] } };
  const instance = data.result[0]?.metric.instance;
  if (instance === undefined) throw new Error(`no coordinator tells of the group ${GROUP}`);
  return instance.replace(/:\d+$/, '');
}
