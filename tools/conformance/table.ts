import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Outcome, TestCase } from './librdkafka.ts';
import { causes } from './causes.ts';

export type ServerName = 'ottla' | 'kafka';

interface DatedOutcome extends Outcome {
  /** Commit of Ottla, or version of Kafka. */
  readonly of: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

type Row = { readonly test: string } & Partial<Record<ServerName, DatedOutcome>>;

export interface TableHead {
  readonly suiteVersion: string;
  readonly referenceVersion: string;
  readonly isQuick: boolean;
  readonly limitSeconds: number;
  /** Of both servers, as in server.properties. */
  readonly settings: readonly string[];
}

interface TableFile extends TableHead {
  readonly rows: readonly Row[];
}

/** Results of all tests, kept as JSON for programs and as Markdown for people. A run of some tests replaces their rows. */
export class CompatibilityTable {
  readonly #folder: string;
  readonly #head: TableHead;
  readonly #rows = new Map<string, Row>();

  private constructor(folder: string, head: TableHead) {
    this.#folder = folder;
    this.#head = head;
  }

  /** Reads the rows of earlier runs from `folder`, unless they are of other versions or of another mode. */
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

  set(test: TestCase, server: ServerName, outcome: Outcome, of: string): void {
    const dated = { ...outcome, seconds: Math.round(outcome.seconds * 10) / 10, of, at: new Date().toISOString() };
    // What Kafka did once stays true of that version; what Ottla did is of a commit.
    this.#rows.set(test.name, { test: test.name, ...this.#rows.get(test.name), [server]: dated });
  }

  /** Of `tests`, those that fail on Ottla, do not fail on Kafka, and whose cause is not that something is not built. */
  defects(tests: readonly TestCase[]): readonly string[] {
    return tests.map(({ name }) => name).filter((name) => {
      const row = this.#rows.get(name);
      return row?.ottla?.result === 'failed' && row.kafka?.result !== 'failed' && causes[name]?.isNotBuilt !== true;
    });
  }

  summary(): string {
    const rows = [...this.#rows.values()];
    const count = (server: ServerName, result: Outcome['result']): number => rows.filter((row) => row[server]?.result === result).length;
    const alone = rows.filter((row) => row.ottla?.result === 'failed' && row.kafka?.result === 'passed').length;
    return `${rows.length} tests. On Ottla ${count('ottla', 'passed')} pass, ${count('ottla', 'failed')} fail, ${count('ottla', 'skipped')} are skipped; ${alone} of those that fail pass on Kafka.`;
  }

  write(): void {
    const rows = [...this.#rows.values()].toSorted((a, b) => a.test.localeCompare(b.test));
    const file: TableFile = { ...this.#head, rows };
    writeFileSync(join(this.#folder, 'compatibility.json'), `${JSON.stringify(file, undefined, 1)}\n`);
    writeFileSync(join(this.#folder, 'compatibility.md'), `${this.#introduction(rows)}\n${rows.map(markdownRow).join('\n')}\n`);
  }

  #introduction(rows: readonly Row[]): string {
    const { suiteVersion, referenceVersion, isQuick, limitSeconds, settings } = this.#head;
    const days = rows.flatMap(({ ottla }) => (ottla === undefined ? [] : [ottla.at.slice(0, 10)])).toSorted();
    const commits = [...new Set(rows.flatMap(({ ottla }) => (ottla === undefined ? [] : [ottla.of])))];
    return `# librdkafka's own tests against Ottla

Written by \`npm run conformance -- librdkafka${isQuick ? ' --quick' : ''}\`; the same with dates in compatibility.json. Each test of librdkafka
${suiteVersion} that wants a server runs in a process of its own, one at a time, against the one-process form of Ottla
(${commits.join(', ')}; ${days[0]}${days.at(-1) === days[0] ? '' : ` to ${days.at(-1)}`}) with \`${settings.join('`, `')}\`, in ${isQuick ? 'quick' : 'full'} mode, for at most ${limitSeconds} s. What fails runs
again against Apache Kafka ${referenceVersion}, one node, same settings. The suite was made for a cluster of three with an
authorizer, so some tests fail on any single node. What single requests are answered, beside Kafka: [differential.md](differential.md).

${this.summary()}

| test | Ottla | s | Kafka | s | what it said; cause |
| --- | --- | --- | --- | --- | --- |`;
  }
}

function markdownRow({ test, ottla, kafka }: Row): string {
  const said = [ottla?.reason ?? '', causes[test]?.cause ?? ''].filter((text) => text !== '').join('; ');
  const cells = [test, ottla?.result ?? '', ottla?.seconds.toFixed(1) ?? '', kafka?.result ?? '', kafka?.seconds.toFixed(1) ?? '', said];
  return `| ${cells.map((cell) => cell.replaceAll(/\s*[|\n]\s*/g, ' ')).join(' | ')} |`;
}
