/** Plants every bug of `bugs/`, one at a time, and looks for it with seeds of its world. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runSeeds } from './run-seeds.ts';
import { worldNames } from './worlds.ts';

const folder = join(import.meta.dirname, 'bugs');

export interface BugSearch {
  /** The name of one bug; all when undefined. */
  readonly only: string | undefined;
  readonly seeds: number;
  readonly from: number;
  readonly threads: number;
}

/** Answers whether each was found. Rejects when a patch does not apply any more, or a world does not load it. */
export async function findBugs({ only, seeds, from, threads }: BugSearch): Promise<boolean> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.patch') && (only === undefined || name === `${only}.patch`)).sort();
  if (names.length === 0) throw new Error(`no patch of that name in ${folder}`);
  const missed: string[] = [];
  for (const name of names) {
    const bugFile = join(folder, name);
    const world = worldNames.find((known) => name.startsWith(`${known}-`));
    if (world === undefined) throw new Error(`${name} does not begin with the name of a world`);
    const startMs = performance.now();
    const { ran, failure } = await runSeeds({ world, from, count: seeds, bugFile }, threads, () => {});
    const seconds = ((performance.now() - startMs) / 1000).toFixed(1);
    if (failure === undefined) missed.push(name);
    console.log(failure === undefined ? `${name}: NOT FOUND in ${ran} seeds (${seconds} s)` : `${name}: seed ${failure.seed} (${seconds} s): ${failure.message.replaceAll('\n', ' ').slice(0, 160)}`);
    if (readFileSync(bugFile, 'utf8').startsWith('diff') || readFileSync(bugFile, 'utf8').startsWith('---')) throw new Error(`${name} does not say in its first line what the bug is`);
  }
  console.log(`${names.length - missed.length} of ${names.length} planted bugs found${missed.length > 0 ? `; missed: ${missed.join(', ')}` : ''}`);
  return missed.length === 0;
}
