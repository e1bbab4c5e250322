/**
 * `npm run bench -- WORKLOAD|all|charts [--against kafka]`: measures Ottla, and the reference Kafka beside it, on this machine.
 * `--help` tells the options.
 */
import { parseArgs } from 'node:util';
import { versionNow } from '../version.ts';
import { startOttlaCluster, startReferenceCluster } from './clusters.ts';
import type { Workload } from './load.ts';
import { formatRound, formatSummary, type Measured, writeChartReport, writeReport } from './report.ts';
import { type Plan, runWorkloads } from './session.ts';
import { startOttla, startReferenceKafka, type System } from './systems.ts';
import { chartWorkloads, workloads } from './workloads.ts';

const SECONDS = 8;
const SECONDS_OF_ALL = 4;
const WARM_SECONDS = 8;
const WARM_SECONDS_OF_ALL = 3;
const BUDGET_OF_ALL_SECONDS = 12 * 60;
/** Of the time for all: three replicas are measured by fewer workloads. */
const SHARE_OF_ONE_REPLICA = 0.6;

const help = `npm run bench -- WORKLOAD|all|charts [options]
  --list               the workloads
  --against kafka      measure the reference beside Ottla, in turn; its script is --reference or REFERENCE_KAFKA
  --reference SCRIPT   a program that knows \`start DIR PORT [KEY=VALUE...]\` (prints a pid) and \`stop PID\`
  --only kafka         the reference alone
  --replication 3      clusters of three brokers in processes of their own, topics with three replicas; \`all\` measures both forms
  --rounds N           measurements of each system, default 3
  --seconds N          seconds of each, default ${SECONDS} (${SECONDS_OF_ALL} in \`all\`)
  --warm N             at most so many seconds before the first round of a workload, default ${WARM_SECONDS} (${WARM_SECONDS_OF_ALL} in \`all\`, behind the first)
  --write              write the results into docs/benchmarks.md
  --cpuprofile FILE    profile Ottla's broker over the last round, and tell where its time went
  --heap FILE          a heap snapshot of Ottla's broker after the last round
  --ballast MB         hold so many live objects in the broker's heap`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    list: { type: 'boolean' }, help: { type: 'boolean' }, write: { type: 'boolean' },
    against: { type: 'string' }, only: { type: 'string' }, reference: { type: 'string' }, rounds: { type: 'string' }, seconds: { type: 'string' },
    replication: { type: 'string' }, warm: { type: 'string' }, cpuprofile: { type: 'string' }, heap: { type: 'string' }, ballast: { type: 'string' },
  },
});

function wanted(): readonly Workload[] {
  if (positionals.includes('all')) return workloads.filter(({ isByNameOnly }) => isByNameOnly !== true);
  if (positionals.includes('charts')) return chartWorkloads;
  return positionals.map((name) => {
    const workload = [...workloads, ...chartWorkloads].find((candidate) => candidate.name === name);
    if (workload === undefined) throw new Error(`there is no workload ${name}; --list shows them`);
    return workload;
  });
}

async function startSystems(replication: number): Promise<System[]> {
  if (values.against !== undefined && values.against !== 'kafka') throw new Error('--against knows kafka only');
  const systems: System[] = [];
  try {
    if (values.only !== 'kafka') {
      const version = versionNow();
      const inspects = values.cpuprofile !== undefined || values.heap !== undefined;
      systems.push(await (replication > 1 ? startOttlaCluster(version, inspects) : startOttla({ version, ballastMb: Number(values.ballast ?? 0), inspects })));
    }
    if (values.against === 'kafka' || values.only === 'kafka') {
      const script = values.reference ?? process.env['REFERENCE_KAFKA'];
      if (script === undefined) throw new Error('the reference wants --reference SCRIPT or REFERENCE_KAFKA');
      systems.push(await (replication > 1 ? startReferenceCluster(script) : startReferenceKafka(script)));
    }
    return systems;
  } catch (error) {
    await stopAll(systems);
    throw error;
  }
}

/** All of them, also when one ended badly: none may stay behind. */
async function stopAll(systems: readonly System[]): Promise<void> {
  const stopped = await Promise.allSettled(systems.map((system) => system.stop()));
  for (const end of stopped) if (end.status === 'rejected') throw end.reason;
}

async function main(): Promise<void> {
  if (values.list === true) {
    for (const { name, describes } of [...workloads, ...chartWorkloads]) console.log(`${name.padEnd(24)}${describes}`);
    return;
  }
  const chosen = wanted();
  if (values.help === true || chosen.length === 0) {
    console.log(help);
    return;
  }
  const isCharts = positionals.includes('charts');
  const isAll = isCharts || positionals.includes('all');
  const replication = Number(values.replication ?? 1);
  if (replication !== 1 && replication !== 3) throw new Error('--replication knows 1 and 3');
  const forms = isAll && !isCharts && values.replication === undefined ? [1, 3] : [replication];
  const budgetSeconds = isAll && values.seconds === undefined ? BUDGET_OF_ALL_SECONDS : Infinity;
  const plan: Plan = {
    workloads: chosen, rounds: Number(values.rounds ?? 3), seconds: Number(values.seconds ?? (isAll ? SECONDS_OF_ALL : SECONDS)), warmSeconds: Number(values.warm ?? (isAll ? WARM_SECONDS_OF_ALL : WARM_SECONDS)),
    firstWarmSeconds: Number(values.warm ?? WARM_SECONDS), budgetSeconds, cpuProfile: values.cpuprofile, heapSnapshot: values.heap,
  };
  const startedAt = performance.now();
  const measured: Measured[] = [];
  for (const form of forms) {
    const left = budgetSeconds - (performance.now() - startedAt) / 1000;
    measured.push(await measureForm(form, { ...plan, budgetSeconds: form === 1 && forms.length > 1 ? left * SHARE_OF_ONE_REPLICA : left }));
    if (values.write === true && !isCharts) writeReport(measured, plan);
  }
  if (values.write === true && isCharts) for (const each of measured) writeChartReport(each, plan);
}

/** Every workload that is measured with so many replicas, on systems that live from the first to the last. */
async function measureForm(replication: number, plan: Plan): Promise<Measured> {
  const chosen = plan.workloads.filter(({ targetOfThree }) => replication === 1 || targetOfThree !== undefined);
  if (chosen.length === 0) throw new Error(`none of these is measured with ${replication} replicas`);
  const systems = await startSystems(replication);
  let stopping: Promise<void> | undefined;
  const stop = (): Promise<void> => (stopping ??= stopAll(systems));
  const onSignal = (): void => void stop().finally(() => process.exit(130));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, onSignal);
  try {
    console.log(systems.map(({ name, version, form, pids }) => `${name} ${version}: ${form}; process ${pids.join(', ')}`).join('\n'));
    const results = await runWorkloads(systems, { ...plan, workloads: chosen }, (line) => console.log(line), formatRound);
    console.log(`\n${formatSummary(results, replication)}`);
    return { replication, systems, results };
  } finally {
    await stop();
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, onSignal);
  }
}

await main();
process.exit(process.exitCode ?? 0);
