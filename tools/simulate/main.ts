/**
 * Runs the cluster's code on virtual time, under faults, all chance from one seed:
 *
 *   npm run simulate -- --seeds 2000 --from 1
 *
 *   --seeds N       how many seeds, spread over the worlds by `shares` (500)
 *   --from S        the first seed (1)
 *   --world NAME    all seeds to this world: raft, replication, ownership, groups, transactions, or cluster (controllers and
 *                   brokers together)
 *   --threads N     threads (one a core)
 *   --ledger        adds a line to docs/simulation.md
 *   --bugs [--bug NAME]  instead: plants each bug of tools/simulate/bugs, and wants it found, as it says itself, within
 *                   --seeds seeds (500)
 *
 * A seed that fails, or does not end, is told with the command that replays it and with its timeline. Exit code 1: a seed
 * failed, the run exercised too little, what must be rare was not, or a planted bug was not found.
 */
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { findBugs } from './find-bugs.ts';
import { versionNow } from '../version.ts';
import { noteInLedger, type LedgerEntry } from './ledger.ts';
import { runSeeds, type SeedRun } from './run-seeds.ts';
import { loadWorld, shares, worldNames, type WorldName } from './worlds.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '500' }, from: { type: 'string', default: '1' }, world: { type: 'string' },
    threads: { type: 'string', default: String(availableParallelism()) }, ledger: { type: 'boolean', default: false },
    bugs: { type: 'boolean', default: false }, bug: { type: 'string' },
  },
});

const LEAST_SEEDS_OF_AN_AVERAGE = 40;

function wholeNumber(name: 'seeds' | 'from' | 'threads'): number {
  const value = Number(values[name]);
  if (!Number.isSafeInteger(value) || value < 1) throw new Error(`--${name} wants a number from 1 on, not ${values[name]}`);
  return value;
}

function worldNamed(name: string): WorldName {
  const found = worldNames.find((known) => known === name);
  if (found === undefined) throw new Error(`--world wants one of ${worldNames.join(', ')}, not ${name}`);
  return found;
}

/** What each world runs; the same seeds in each. */
function spread(seeds: number, from: number): SeedRun[] {
  if (values.world !== undefined) return [{ world: worldNamed(values.world), from, count: seeds }];
  const sum = worldNames.reduce((all, name) => all + shares[name], 0);
  return worldNames.map((world) => ({ world, from, count: Math.ceil((seeds * shares[world]) / sum) }));
}

/** Answers whether all seeds held, and enough was exercised. */
async function simulate(run: SeedRun, threads: number): Promise<LedgerEntry> {
  const startMs = performance.now();
  let toldMs = startMs;
  const { ran, totals, failure } = await runSeeds(run, threads, (done) => {
    if (performance.now() - toldMs < 5_000) return;
    toldMs = performance.now();
    console.log(`${run.world}: ${done} of ${run.count} seeds`);
  });
  const seconds = (performance.now() - startMs) / 1000;
  console.log(`${run.world}: ${ran} seeds from ${run.from} in ${seconds.toFixed(1)} s (${(ran / seconds).toFixed(1)} a second)`);
  console.log(`  ${Object.entries(totals).map(([name, amount]) => `${name} ${amount}`).join(', ')}`);
  if (failure !== undefined) {
    console.log(`${failure.timeline.join('\n')}\n\n${run.world}, seed ${failure.seed}: ${failure.message}\nReplay: npm run simulate -- --world ${run.world} --from ${failure.seed} --seeds 1`);
    return { ...run, ran, totals, failure: `seed ${failure.seed}: ${failure.message}` };
  }
  const unusual = await unusualIn(run.world, ran, totals);
  if (unusual !== undefined) console.log(`${run.world} ${unusual}`);
  return { ...run, ran, totals, failure: unusual };
}

/** What the seeds exercised too little, or met too often; undefined when all is as it should be. */
async function unusualIn(world: WorldName, ran: number, totals: Readonly<Record<string, number>>): Promise<string | undefined> {
  if (ran < LEAST_SEEDS_OF_AN_AVERAGE) {
    console.log(`  floors and ceilings are not looked at: fewer than ${LEAST_SEEDS_OF_AN_AVERAGE} seeds are no average`);
    return undefined;
  }
  const { floors, ceilings = {} } = await loadWorld(world);
  const countOf = (name: string): number => totals[name] ?? 0;
  const little = Object.entries(floors).flatMap(([name, floor]) => (countOf(name) < floor * ran ? [`${name} ${countOf(name)} of ${Math.ceil(floor * ran)}`] : []));
  // One more: what is rare comes by chance.
  const mostOf = (ceiling: number): number => Math.ceil(ceiling * ran) + 1;
  const often = Object.entries(ceilings).flatMap(([name, ceiling]) => (countOf(name) > mostOf(ceiling) ? [`${name} ${countOf(name)}, not more than ${mostOf(ceiling)}`] : []));
  const told = [...(little.length > 0 ? [`exercised too little: ${little.join(', ')}`] : []), ...(often.length > 0 ? [`met too often: ${often.join(', ')}`] : [])];
  return told.length > 0 ? told.join('; ') : undefined;
}

const threads = wholeNumber('threads');
if (values.bugs || values.bug !== undefined) {
  process.exitCode = (await findBugs({ only: values.bug, seeds: wholeNumber('seeds'), from: wholeNumber('from'), threads })) ? 0 : 1;
} else {
  const entries: LedgerEntry[] = [];
  const version = values.ledger ? versionNow() : '';
  for (const run of spread(wholeNumber('seeds'), wholeNumber('from'))) entries.push(await simulate(run, threads));
  if (values.ledger) noteInLedger(version, entries);
  const failed = entries.filter(({ failure }) => failure !== undefined);
  console.log(`${entries.reduce((sum, { ran }) => sum + ran, 0)} seeds, ${failed.length === 0 ? 'none failing' : `failing: ${failed.map(({ world }) => world).join(', ')}`}`);
  process.exitCode = failed.length === 0 ? 0 : 1;
}
