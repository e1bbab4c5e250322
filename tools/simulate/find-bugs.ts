/**
 * Plants every bug of `bugs/`, one at a time, and looks for it with seeds of its world. A bug is found when a seed fails
 * as the patch says that it does, and the same seed holds without the bug.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runSeeds } from './run-seeds.ts';
import { worldNames, type WorldName } from './worlds.ts';

const folder = join(import.meta.dirname, 'bugs');

export interface BugSearch {
  /** The name of one bug; all when undefined. */
  readonly only: string | undefined;
  readonly seeds: number;
  readonly from: number;
  readonly threads: number;
}

interface Bug {
  readonly name: string;
  readonly file: string;
  readonly world: WorldName;
  /** What the invariant says that finds it. */
  readonly foundAs: RegExp;
}

interface Verdict {
  readonly isFound: boolean;
  readonly told: string;
}

/** Answers whether each was found. Rejects when a patch does not apply any more, does not say what it is, or a world does not load it. */
export async function findBugs({ only, seeds, from, threads }: BugSearch): Promise<boolean> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.patch') && (only === undefined || name === `${only}.patch`)).sort();
  if (names.length === 0) throw new Error(`no patch of that name in ${folder}`);
  const missed: string[] = [];
  for (const bug of names.map(bugOf)) {
    const startMs = performance.now();
    const { isFound, told } = await lookFor(bug, { seeds, from, threads });
    if (!isFound) missed.push(bug.name);
    console.log(`${bug.name}: ${told} (${((performance.now() - startMs) / 1000).toFixed(1)} s)`);
  }
  console.log(`${names.length - missed.length} of ${names.length} planted bugs found${missed.length > 0 ? `; missed: ${missed.join(', ')}` : ''}`);
  return missed.length === 0;
}

/** Throws Error when the patch does not begin with what the bug is and what finds it. */
function bugOf(name: string): Bug {
  const file = join(folder, name);
  const world = worldNames.find((known) => name.startsWith(`${known}-`));
  if (world === undefined) throw new Error(`${name} does not begin with the name of a world`);
  const [first = '', second = ''] = readFileSync(file, 'utf8').split('\n');
  if (!/^[A-Z].*\.$/.test(first)) throw new Error(`${name} does not say in its first line what the bug is`);
  const foundAs = /^Found as: (.+)$/.exec(second)?.[1];
  if (foundAs === undefined) throw new Error(`${name} does not say in its second line what it is found as ("Found as: REGEX")`);
  return { name, file, world, foundAs: new RegExp(foundAs) };
}

async function lookFor({ file, world, foundAs }: Bug, { seeds, from, threads }: Omit<BugSearch, 'only'>): Promise<Verdict> {
  const { ran, failure } = await runSeeds({ world, from, count: seeds, bugFile: file }, threads, () => {});
  if (failure === undefined) return { isFound: false, told: `NOT FOUND in ${ran} seeds` };
  const told = `seed ${failure.seed}: ${failure.message.replaceAll('\n', ' ').slice(0, 160)}`;
  if (!foundAs.test(failure.message)) return { isFound: false, told: `NOT FOUND as ${foundAs}, but ${told}` };
  const { failure: without } = await runSeeds({ world, from: failure.seed, count: 1 }, 1, () => {});
  if (without !== undefined) return { isFound: false, told: `NOT FOUND: without it, too, seed ${failure.seed} fails: ${without.message.replaceAll('\n', ' ').slice(0, 160)}` };
  return { isFound: true, told };
}
