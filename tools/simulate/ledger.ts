/** The ledger of simulated seeds in docs/simulation.md: written by the tool, never by hand. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SeedRun } from './run-seeds.ts';

const root = join(import.meta.dirname, '../..');
const file = join(root, 'docs/simulation.md');

export interface LedgerEntry extends SeedRun {
  readonly ran: number;
  readonly totals: Readonly<Record<string, number>>;
  readonly failure: string | undefined;
}

/** Adds a line for each world at the end of the page. */
export function noteInLedger(version: string, entries: readonly LedgerEntry[]): void {
  const date = new Date().toISOString().slice(0, 16).replace('T', ' ');
  const lines = entries.map(({ world, from, ran, totals, failure }) => {
    const counts = Object.entries(totals).map(([name, amount]) => `${name} ${amount}`).join(', ');
    return `| ${date} | ${version} | ${world} | ${from}-${from + ran - 1} | ${counts} | ${failure?.replaceAll('|', '/').replaceAll('\n', ' ').slice(0, 300) ?? 'none'} |`;
  });
  writeFileSync(file, `${readFileSync(file, 'utf8').trimEnd()}\n${lines.join('\n')}\n`);
}
