import { appendFileSync, existsSync, writeFileSync } from 'node:fs';

const HEADER = `# Runs of chaos

Each row was written by \`npm run chaos\` at the end of a run; how a run works stands in tools/chaos/main.ts. "Stable" is the
longest that the last stable offset of any partition took after a fault to pass all that was written until then. "Silence" is
the longest time in which no record was acknowledged in one of the six partitions of the topic of the idempotent
producers, while clients are killed and paused, too. "Dumped" are batches that the reference Kafka's DumpLogSegments read of
the folders afterwards, without an error line.

| date | version | minutes | seed | records acknowledged | transactions | faults by kind | leader changes | takeovers | snapshots | stable, s | silence, s | replicas compared | dumped | not well |
| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
`;

/** What one run exercised and found. */
export interface LedgerRow {
  readonly minutes: number;
  readonly seed: number;
  readonly acknowledged: number;
  readonly transactions: number;
  readonly faults: ReadonlyMap<string, number>;
  readonly leaderChanges: number;
  readonly takeovers: number;
  readonly snapshots: number;
  readonly stableMs: number;
  readonly silentMs: number;
  readonly replicas: number;
  /** Undefined when nothing was dumped. */
  readonly dumped: number | undefined;
  readonly notWell: readonly string[];
}

export function appendToLedger(file: string, version: string, row: LedgerRow): void {
  if (!existsSync(file)) writeFileSync(file, HEADER);
  const total = [...row.faults.values()].reduce((sum, count) => sum + count, 0);
  const inSeconds = (ms: number): string => (ms / 1000).toFixed(1);
  const cells = [
    new Date().toISOString().slice(0, 16), version, row.minutes, row.seed, row.acknowledged, row.transactions,
    `${total}: ${[...row.faults].map(([kind, count]) => `${count} ${kind}`).join(', ')}`,
    row.leaderChanges, row.takeovers, row.snapshots, inSeconds(row.stableMs), inSeconds(row.silentMs), row.replicas, row.dumped ?? 'no',
    row.notWell.length === 0 ? 'nothing' : row.notWell.map((text) => text.slice(0, 200).replaceAll('|', '/')).join('; '),
  ];
  appendFileSync(file, `| ${cells.join(' | ')} |\n`);
}
