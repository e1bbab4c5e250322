/**
 * `npm run bench -- WORKLOAD|all|charts|sustained|heap|tls|memory [--against kafka]`: measures Ottla, and the reference
 * Kafka beside it, on this machine. `--help` tells the options.
 */
import { parseArgs } from 'node:util';
import { versionNow } from '../version.ts';
import { startOttlaCluster, startReferenceCluster } from './clusters.ts';
import { startFullHeaps } from './full-heap.ts';
import type { Workload } from './load.ts';
import { type Section, writeSection } from './page.ts';
import { formatCharts, formatReport, formatRound, formatSpecial, formatSummary, type Measured } from './report.ts';
import { type Plan, runWorkloads } from './session.ts';
import { runSustained } from './sustained.ts';
import { type Placement, placementInMemory, startOttla, startReferenceKafka, type System, usualPlacement } from './systems.ts';
import { chartWorkloads, heapWorkloads, memoryWorkloads, tlsWorkloads, workloads } from './workloads.ts';

const SECONDS = 8;
const SECONDS_OF_ALL = 4;
const WARM_SECONDS = 8;
const WARM_SECONDS_OF_ALL = 3;
const MINUTES_OF_ALL = 12;
const MINUTES_SUSTAINED = 10;
/** Of the time for all: three replicas are measured by fewer workloads. */
const SHARE_OF_ONE_REPLICA = 0.6;
const SHARE_OF_PEAK = 0.7;
/** batch.size of Kafka's own producer. */
const SUSTAINED_BATCH_BYTES = 16 * 1024;
const PARTITIONS_LED = 10_000;

const help = `npm run bench -- WORKLOAD...|all|charts|sustained|heap|tls|memory [options]
  all                  every workload, with one replica and with three
  charts               how cost grows with partitions, connections and message sizes, drawn
  sustained            minutes at a share of the peak: latencies, stalls, memory
  heap                 Ottla alone: as usual, leading many partitions besides, with 200 MB of live objects
  tls                  over TLS 1.3 and in plaintext: what reading and producing cost
  memory               log folders in /dev/shm, little kept: without what new pages cost a virtual machine
  --list               the workloads
  --against kafka      measure the reference beside Ottla, in turn; its script is --reference or REFERENCE_KAFKA
  --reference SCRIPT   a program that knows \`start DIR PORT [KEY=VALUE...]\` (prints a pid) and \`stop PID\`
  --only kafka         the reference alone
  --replication 3      clusters of three brokers in processes of their own, topics with three replicas; \`all\` measures both forms
  --rounds N           measurements of each system, default 3
  --seconds N          seconds of each, default ${SECONDS} (${SECONDS_OF_ALL} in \`all\` and the others of one name)
  --minutes N          all of \`all\` or \`charts\` should end within, default ${MINUTES_OF_ALL}; length of \`sustained\`, default ${MINUTES_SUSTAINED}
  --warm N             at most so many seconds before the first round of a workload, default ${WARM_SECONDS} (${WARM_SECONDS_OF_ALL} where seconds are ${SECONDS_OF_ALL}, behind the first)
  --share N            of the peak, for \`sustained\`, default ${SHARE_OF_PEAK}
  --batch-bytes N      size of a batch in \`sustained\`, default ${SUSTAINED_BATCH_BYTES}
  --partitions-led N   how many partitions besides \`heap\` leads, default ${PARTITIONS_LED}
  --write              write the results into docs/benchmarks.md
  --cpuprofile FILE    profile Ottla's broker over the last round, and tell where its time went
  --heap FILE          a heap snapshot of Ottla's broker after the last round
  --ballast MB         hold so many live objects in the broker's heap`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    list: { type: 'boolean' }, help: { type: 'boolean' }, write: { type: 'boolean' },
    against: { type: 'string' }, only: { type: 'string' }, reference: { type: 'string' }, rounds: { type: 'string' }, seconds: { type: 'string' }, minutes: { type: 'string' },
    replication: { type: 'string' }, warm: { type: 'string' }, cpuprofile: { type: 'string' }, heap: { type: 'string' }, ballast: { type: 'string' },
    share: { type: 'string' }, 'batch-bytes': { type: 'string' }, 'partitions-led': { type: 'string' },
  },
});

/** What to measure under each name that has a place in the page. */
const sets: Readonly<Partial<Record<Section, readonly Workload[]>>> = {
  all: workloads.filter(({ isByNameOnly }) => isByNameOnly !== true), charts: chartWorkloads, heap: heapWorkloads, tls: tlsWorkloads, memory: memoryWorkloads, sustained: [],
};

function workloadNamed(name: string): Workload {
  const workload = [...workloads, ...chartWorkloads].find((candidate) => candidate.name === name);
  if (workload === undefined) throw new Error(`there is no workload ${name}; --list shows them`);
  return workload;
}

async function startSystems(replication: number, placement: Placement = usualPlacement): Promise<System[]> {
  if (values.against !== undefined && values.against !== 'kafka') throw new Error('--against knows kafka only');
  const systems: System[] = [];
  try {
    if (values.only !== 'kafka') {
      const version = versionNow();
      const inspects = values.cpuprofile !== undefined || values.heap !== undefined;
      systems.push(await (replication > 1 ? startOttlaCluster(version, inspects) : startOttla({ version, ballastMb: Number(values.ballast ?? 0), inspects, placement })));
    }
    if (values.against === 'kafka' || values.only === 'kafka') {
      const script = values.reference ?? process.env['REFERENCE_KAFKA'];
      if (script === undefined) throw new Error('the reference wants --reference SCRIPT or REFERENCE_KAFKA');
      systems.push(await (replication > 1 ? startReferenceCluster(script) : startReferenceKafka(script, placement)));
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

/** Starts systems, and ends them whatever happens, also when this process is told to end. */
async function withSystems<T>(start: () => Promise<System[]>, act: (systems: readonly System[]) => Promise<T>): Promise<T> {
  const systems = await start();
  let stopping: Promise<void> | undefined;
  const stop = (): Promise<void> => (stopping ??= stopAll(systems));
  const onSignal = (): void => void stop().finally(() => process.exit(130));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, onSignal);
  try {
    console.log(systems.map(({ name, version, form, pids }) => `${name} ${version}: ${form}; process ${pids.join(', ')}`).join('\n'));
    return await act(systems);
  } finally {
    // A system that ended on its own is told, and what was measured before is not lost.
    await stop().catch((error: unknown) => {
      process.exitCode = 1;
      console.error(`  ${String(error)}`);
    });
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, onSignal);
  }
}

function planOf(chosen: readonly Workload[], isSet: boolean, budgetSeconds: number): Plan {
  return {
    workloads: chosen, rounds: Number(values.rounds ?? 3), seconds: Number(values.seconds ?? (isSet ? SECONDS_OF_ALL : SECONDS)), warmSeconds: Number(values.warm ?? (isSet ? WARM_SECONDS_OF_ALL : WARM_SECONDS)),
    firstWarmSeconds: Number(values.warm ?? WARM_SECONDS), budgetSeconds, cpuProfile: values.cpuprofile, heapSnapshot: values.heap,
  };
}

/** Every workload that is measured with so many replicas, on systems that live from the first to the last. */
function measureForm(replication: number, plan: Plan, start: () => Promise<System[]>): Promise<Measured> {
  const chosen = plan.workloads.filter(({ targetOfThree, isSecure }) => replication === 1 || (targetOfThree !== undefined && isSecure !== true));
  if (chosen.length === 0) throw new Error(`none of these is measured with ${replication} replicas`);
  return withSystems(start, async (systems) => {
    const results = await runWorkloads(systems, { ...plan, workloads: chosen }, (line) => console.log(line), formatRound);
    console.log(`\n${formatSummary(results, replication)}`);
    return { replication, systems, results };
  });
}

function write(section: Section, text: () => string): void {
  if (values.write === true) writeSection(section, text());
}

async function sustained(): Promise<void> {
  const plan = {
    seconds: 60 * Number(values.minutes ?? MINUTES_SUSTAINED), warmSeconds: Number(values.warm ?? WARM_SECONDS),
    share: Number(values.share ?? SHARE_OF_PEAK), batchBytes: Number(values['batch-bytes'] ?? SUSTAINED_BATCH_BYTES),
  };
  await withSystems(() => startSystems(1), async (systems) => {
    const texts: string[] = [];
    for (const system of systems) {
      const text = await runSustained(system, plan, (line) => console.log(line)).catch((error: unknown) => {
        process.exitCode = 1;
        console.error(`  ${system.name} FAILED: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
        return `${system.name} failed: ${String(error)}`;
      });
      console.log(`\n${text}\n`);
      texts.push(text);
      write('sustained', () => [`Measured until ${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC.`, ...texts].join('\n\n'));
    }
  });
}

/** What stands in the page by itself, beside all: systems in a state of their own, or few workloads. */
async function special(section: 'heap' | 'memory' | 'tls', chosen: readonly Workload[]): Promise<void> {
  const plan = planOf(chosen, true, Infinity);
  const start = {
    heap: () => startFullHeaps(versionNow(), Number(values['partitions-led'] ?? PARTITIONS_LED)), memory: () => startSystems(1, placementInMemory), tls: () => startSystems(1),
  };
  const measured = await measureForm(1, plan, start[section]);
  write(section, () => formatSpecial(measured, plan));
}

async function usual(section: 'all' | 'charts', chosen: readonly Workload[], isSet: boolean): Promise<void> {
  const replication = Number(values.replication ?? 1);
  if (replication !== 1 && replication !== 3) throw new Error('--replication knows 1 and 3');
  const forms = isSet && section === 'all' && values.replication === undefined ? [1, 3] : [replication];
  const budgetSeconds = isSet && values.seconds === undefined ? 60 * Number(values.minutes ?? MINUTES_OF_ALL) : Infinity;
  const plan = planOf(chosen, isSet, budgetSeconds);
  const startedAt = performance.now();
  const measured: Measured[] = [];
  for (const form of forms) {
    const left = budgetSeconds - (performance.now() - startedAt) / 1000;
    const planned = { ...plan, budgetSeconds: form === 1 && forms.length > 1 ? left * SHARE_OF_ONE_REPLICA : left };
    const ended = await measureForm(form, planned, () => startSystems(form)).catch((error: unknown) => {
      // Three replicas are measured also where one was not.
      process.exitCode = 1;
      console.error(error);
    });
    if (ended === undefined) continue;
    measured.push(ended);
    write(section, () => (section === 'charts' ? formatCharts(ended, plan) : formatReport(measured, plan)));
  }
}

async function main(): Promise<void> {
  if (values.list === true) {
    for (const { name, describes } of [...workloads, ...chartWorkloads]) console.log(`${name.padEnd(24)}${describes}`);
    return;
  }
  const [command] = positionals;
  if (values.help === true || command === undefined) {
    console.log(help);
    return;
  }
  const set = sets[command as Section];
  if (command === 'sustained') await sustained();
  else if (set !== undefined && (command === 'heap' || command === 'memory' || command === 'tls')) await special(command, set);
  else if (set !== undefined && (command === 'all' || command === 'charts')) await usual(command, set, true);
  else if (values.write === true) throw new Error(`--write wants one of ${Object.keys(sets).join(', ')}: workloads by their names would take the place of all in the page`);
  else await usual('all', positionals.map(workloadNamed), false);
}

await main();
process.exit(process.exitCode ?? 0);
