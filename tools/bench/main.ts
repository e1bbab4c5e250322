/**
 * `npm run bench -- WORKLOAD|all [--against kafka]`: measures Ottla, and the reference Kafka beside it, on this machine.
 * `--help` tells the options.
 */
import { execFileSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import type { Workload } from './load.ts';
import { formatRound, formatSummary, type Result, writeReport } from './report.ts';
import { type Plan, runWorkloads } from './session.ts';
import { startOttla, startReferenceKafka, type System } from './systems.ts';
import { workloads } from './workloads.ts';

const SECONDS = 8;
const SECONDS_OF_ALL = 4;
const WARM_SECONDS = 8;
const WARM_SECONDS_OF_ALL = 5;
const BUDGET_OF_ALL_SECONDS = 11 * 60;

const help = `npm run bench -- WORKLOAD|all [options]
  --list               the workloads
  --against kafka      measure the reference beside Ottla, in turn; its script is --reference or REFERENCE_KAFKA
  --reference SCRIPT   a program that knows \`start DIR PORT [KEY=VALUE...]\` (prints a pid) and \`stop PID\`
  --only kafka         the reference alone
  --rounds N           measurements of each system, default 3
  --seconds N          seconds of each, default ${SECONDS} (${SECONDS_OF_ALL} in \`all\`)
  --warm N             at most so many seconds before the first round of a workload, default ${WARM_SECONDS} (${WARM_SECONDS_OF_ALL} in \`all\`)
  --write              write the results into docs/benchmarks.md
  --cpuprofile FILE    profile Ottla's broker over the last round, and tell where its time went
  --heap FILE          a heap snapshot of Ottla's broker after the last round
  --ballast MB         hold so many live objects in the broker's heap`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    list: { type: 'boolean' }, help: { type: 'boolean' }, write: { type: 'boolean' },
    against: { type: 'string' }, only: { type: 'string' }, reference: { type: 'string' }, rounds: { type: 'string' }, seconds: { type: 'string' },
    warm: { type: 'string' }, cpuprofile: { type: 'string' }, heap: { type: 'string' }, ballast: { type: 'string' },
  },
});

function wanted(): readonly Workload[] {
  if (positionals.includes('all')) return workloads;
  return positionals.map((name) => {
    const workload = workloads.find((candidate) => candidate.name === name);
    if (workload === undefined) throw new Error(`there is no workload ${name}; --list shows them`);
    return workload;
  });
}

async function startSystems(): Promise<System[]> {
  if (values.against !== undefined && values.against !== 'kafka') throw new Error('--against knows kafka only');
  const systems: System[] = [];
  try {
    if (values.only !== 'kafka') {
      const version = execFileSync('git', ['describe', '--always', '--dirty'], { encoding: 'utf8' }).trim();
      systems.push(await startOttla({ version, ballastMb: Number(values.ballast ?? 0), inspects: values.cpuprofile !== undefined || values.heap !== undefined }));
    }
    if (values.against === 'kafka' || values.only === 'kafka') {
      const script = values.reference ?? process.env['REFERENCE_KAFKA'];
      if (script === undefined) throw new Error('the reference wants --reference SCRIPT or REFERENCE_KAFKA');
      systems.push(await startReferenceKafka(script));
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
    for (const { name, describes } of workloads) console.log(`${name.padEnd(24)}${describes}`);
    return;
  }
  const chosen = wanted();
  if (values.help === true || chosen.length === 0) {
    console.log(help);
    return;
  }
  const isAll = positionals.includes('all');
  const plan: Plan = {
    workloads: chosen, rounds: Number(values.rounds ?? 3), seconds: Number(values.seconds ?? (isAll ? SECONDS_OF_ALL : SECONDS)), warmSeconds: Number(values.warm ?? (isAll ? WARM_SECONDS_OF_ALL : WARM_SECONDS)),
    budgetSeconds: isAll && values.seconds === undefined ? BUDGET_OF_ALL_SECONDS : Infinity, cpuProfile: values.cpuprofile, heapSnapshot: values.heap,
  };
  const systems = await startSystems();
  let stopping: Promise<void> | undefined;
  const stop = (): Promise<void> => (stopping ??= stopAll(systems));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop().finally(() => process.exit(130)));
  let results: readonly Result[];
  try {
    console.log(systems.map(({ name, version, pids }) => `${name} ${version}, process ${pids.join(', ')}`).join('\n'));
    results = await runWorkloads(systems, plan, (line) => console.log(line), formatRound);
  } finally {
    await stop();
  }
  console.log(`\n${formatSummary(results)}`);
  if (values.write === true) writeReport(results, systems, plan);
}

await main();
process.exit(process.exitCode ?? 0);
