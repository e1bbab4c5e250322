import { cpus, loadavg } from 'node:os';
import { writeSection } from '../../page-section.ts';
import type { Silence } from './producer-load.ts';

/** What one scenario did to whom, in milliseconds; `stoodStillMs` is this process's own part of the longest silence. */
export interface ReportRow {
  readonly says: string;
  readonly produced: Silence;
  readonly coordinated: Silence;
  readonly administered: Silence;
  readonly allowed: { readonly producersMs: number; readonly coordinatorsMs: number; readonly controllersMs: number };
  readonly stoodStillMs: number;
  /** Something else that was measured, in words. */
  readonly besides: string | undefined;
}

export interface ReportRun {
  /** Which of the document's tables: each run replaces its own. */
  readonly table: 'short pauses' | 'default pauses';
  readonly command: string;
  /** The commit that ran. */
  readonly version: string;
  readonly verdict: string;
  readonly rows: readonly ReportRow[];
}

/** A rough number, with the thousands apart. */
const told = (milliseconds: number): string => Math.round(milliseconds).toLocaleString('en-US');

/** Puts the run's table in place of the one before in docs/failover.md. Throws Error when the document has no place for it. */
export function writeReport({ table, command, version, verdict, rows }: ReportRun): void {
  const [one = 0, five = 0, fifteen = 0] = loadavg();
  const lines = [
    `\`${command}\`, Ottla ${version}, ${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC, ${cpus().length} x ${cpus()[0]?.model ?? 'CPU'}, load average at the end ${[one, five, fifteen].map((load) => load.toFixed(1)).join(', ')}. ${verdict}`, '',
    '| what failed | partitions | allowed | groups and producer ids | allowed | controllers | allowed | besides |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
    ...rows.map(rowText),
  ];
  writeSection('failover.md', table, lines.join('\n'));
}

function rowText({ says, produced, coordinated, administered, allowed, stoodStillMs, besides = '' }: ReportRow): string {
  const stall = stoodStillMs > 0 ? `the measuring process stood still for ${told(stoodStillMs)}` : '';
  const cells = [
    says,
    told(produced.silenceMs), told(allowed.producersMs),
    told(coordinated.silenceMs), told(allowed.coordinatorsMs),
    told(administered.silenceMs), told(allowed.controllersMs),
    [besides, stall].filter((text) => text !== '').join('; '),
  ];
  return `| ${cells.join(' | ')} |`;
}
