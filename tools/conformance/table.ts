import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeBetween } from '../page-section.ts';
import type { Outcome, TestCase } from './librdkafka.ts';
import { causes } from './causes.ts';
import { modes } from './modes.ts';

export type ServerName = 'ottla' | 'kafka';

interface DatedOutcome extends Outcome {
  /** Commit of Ottla, or version of Kafka. */
  readonly of: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** Results of a test by the name of the mode. */
type Row = { readonly test: string } & Partial<Record<ServerName, Readonly<Record<string, DatedOutcome | undefined>>>>;

export interface TableHead {
  readonly suiteVersion: string;
  readonly referenceVersion: string;
  readonly isQuick: boolean;
  readonly limitSeconds: number;
}

interface TableFile extends TableHead {
  readonly rows: readonly Row[];
}

/** Whatever its scenario, a test has one result "as it is": where the plain run skips it, that of its scenario's. */
const SCENARIO_MODES = modes.filter(({ scenario }) => scenario !== undefined).map(({ name }) => name);
const COLUMNS = modes.filter(({ scenario }) => scenario === undefined);
/** What librdkafka's tests were run on, and their results, stands between these; the rest of the page is written by hand. */
const BEGIN = '<!-- librdkafka: begin -->';
const END = '<!-- librdkafka: end -->';

/** Results of all tests, kept as JSON for programs and as Markdown for people. A run of some tests replaces their rows. */
export class CompatibilityTable {
  readonly #folder: string;
  readonly #head: TableHead;
  readonly #rows = new Map<string, Row>();

  private constructor(folder: string, head: TableHead) {
    this.#folder = folder;
    this.#head = head;
  }

  /** Reads the rows of earlier runs from `folder`, unless they are of other versions or quick where these are not. */
  static open(folder: string, head: TableHead): CompatibilityTable {
    const table = new CompatibilityTable(folder, head);
    const file = join(folder, 'compatibility.json');
    if (!existsSync(file)) return table;
    const { rows, ...earlier } = JSON.parse(readFileSync(file, 'utf8')) as TableFile;
    const isSame = earlier.suiteVersion === head.suiteVersion && earlier.referenceVersion === head.referenceVersion && earlier.isQuick === head.isQuick;
    if (isSame) for (const row of rows) table.#rows.set(row.test, row);
    return table;
  }

  /** Forgets tests that the suite no longer has. */
  keepOnly(tests: readonly TestCase[]): void {
    const names = new Set(tests.map(({ name }) => name));
    for (const name of this.#rows.keys()) if (!names.has(name)) this.#rows.delete(name);
  }

  has({ name }: TestCase, server: ServerName, mode: string): boolean {
    return this.#rows.get(name)?.[server]?.[mode] !== undefined;
  }

  result(test: string, server: ServerName, mode: string): Outcome['result'] | undefined {
    return this.#rows.get(test)?.[server]?.[mode]?.result;
  }

  set(test: TestCase, server: ServerName, mode: string, outcome: Outcome, of: string): void {
    const dated = { ...outcome, seconds: Math.round(outcome.seconds * 10) / 10, of, at: new Date().toISOString() };
    // What Kafka did once stays true of that version; what Ottla did is of a commit.
    const row = this.#rows.get(test.name);
    this.#rows.set(test.name, { test: test.name, ...row, [server]: { ...row?.[server], [mode]: dated } });
  }

  /** Of `tests`, those that fail on Ottla, do not fail on Kafka, and whose cause is not that something is not built. */
  defects(tests: readonly TestCase[], mode: string): readonly string[] {
    return tests.map(({ name }) => name).filter((name) => {
      const row = this.#rows.get(name);
      return row?.ottla?.[mode]?.result === 'failed' && row.kafka?.[mode]?.result !== 'failed' && causes[name]?.isNotBuilt !== true;
    });
  }

  summary(mode: string): string {
    const results = [...this.#rows.values()].map((row) => ({ ottla: resultOf(row, 'ottla', mode)?.result, kafka: resultOf(row, 'kafka', mode)?.result })).filter(({ ottla }) => ottla !== undefined);
    const count = (result: Outcome['result']): number => results.filter(({ ottla }) => ottla === result).length;
    const alone = results.filter(({ ottla, kafka }) => ottla === 'failed' && kafka === 'passed').length;
    return `${results.length} tests: ${count('passed')} pass, ${count('failed')} fail, ${count('skipped')} are skipped; ${alone} of those that fail pass on Kafka.`;
  }

  write(): void {
    const rows = [...this.#rows.values()].toSorted((a, b) => a.test.localeCompare(b.test));
    const file: TableFile = { ...this.#head, rows };
    writeFileSync(join(this.#folder, 'compatibility.json'), `${JSON.stringify(file, undefined, 1)}\n`);
    writeBetween('compatibility.md', BEGIN, END, `${this.#introduction(rows)}\n${rows.map(markdownRow).join('\n')}`);
  }

  #introduction(rows: readonly Row[]): string {
    const { suiteVersion, referenceVersion, isQuick, limitSeconds } = this.#head;
    const outcomes = rows.flatMap(({ ottla }) => Object.values(ottla ?? {}).filter((outcome) => outcome !== undefined));
    const days = outcomes.map(({ at }) => at.slice(0, 10)).toSorted();
    const commits = [...new Set(outcomes.map(({ of }) => of))];
    const summaries = COLUMNS.map(({ name, title }) => `- ${title}: ${this.summary(name)}`);
    return `Written by \`npm run conformance -- librdkafka${isQuick ? ' --quick' : ''}\`; the same with dates in compatibility.json. Each test of librdkafka
${suiteVersion} that wants a server runs in a process of its own, TEST_KAFKA_VERSION=${referenceVersion}, against a cluster of processes (3
controllers, 3 brokers, 2 + 2 coordinators; Ottla ${commits.join(', ')}; ${days[0]}${days.at(-1) === days[0] ? '' : ` to ${days.at(-1)}`}) with auto-created topics of 4 partitions
and 3 replicas, \`group.initial.rebalance.delay.ms=0\`, a rack for each broker, in ${isQuick ? 'quick' : 'full'} mode, for at most ${limitSeconds} s; beside it three brokers of Apache
Kafka ${referenceVersion}, same settings. Tests of the scenario "noautocreate" run on clusters without auto.create.topics.enable.

${summaries.join('\n')}

| test | ${COLUMNS.map(({ title }) => `${title} | s`).join(' | ')} | Kafka ${referenceVersion} | s | what it said; cause |
| --- | ${COLUMNS.map(() => '--- | ---').join(' | ')} | --- | --- | --- |`;
  }
}

function resultOf(row: Row, server: ServerName, mode: string): DatedOutcome | undefined {
  const own = row[server]?.[mode];
  if (own?.result !== 'skipped' && own !== undefined) return own;
  const scenario = mode === 'plain' ? SCENARIO_MODES.map((name) => row[server]?.[name]).find((outcome) => outcome !== undefined) : undefined;
  return scenario ?? own;
}

function markdownRow(row: Row): string {
  const columns = COLUMNS.map(({ name }) => resultOf(row, 'ottla', name));
  const kafka = resultOf(row, 'kafka', 'plain');
  const reasons = new Set(columns.filter((outcome) => outcome !== undefined && outcome.reason !== '').map((outcome) => outcome?.reason ?? ''));
  const said = [...reasons, causes[row.test]?.cause ?? ''].filter((text) => text !== '').join('; ');
  const cells = [row.test, ...[...columns, kafka].flatMap((outcome) => [outcome?.result ?? '', outcome?.seconds.toFixed(1) ?? '']), said];
  return `| ${cells.map((cell) => cell.replaceAll(/\s*[|\n]\s*/g, ' ')).join(' | ')} |`;
}
