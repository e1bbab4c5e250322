import { KAFKA_VERSION } from '../../measure/reference-jars.ts';
import { writeBetween } from '../../page-section.ts';
import type { Compared, Verdict } from './comparison.ts';
import { type KnownDifference, knownOf } from './known.ts';
import type { ToolCase } from './scene.ts';

/** A case and what came of each of its invocations. */
export interface Row {
  readonly theCase: Pick<ToolCase, 'name' | 'on'>;
  readonly compared: readonly Compared[];
  /** The commit that was asked. */
  readonly version: string;
}

type Outcome = Verdict | 'known';

const PLACE = ['<!-- tools: begin -->', '<!-- tools: end -->'] as const;

export function outcomeOf({ verdict, invocation }: Compared): Outcome {
  return verdict === 'different' && knownOf(invocation) !== undefined ? 'known' : verdict;
}

const countOf = ({ compared }: Row, outcome: Outcome): number => compared.filter((each) => outcomeOf(each) === outcome).length;

/** Prints a row and its differences: those that are not known, or all. */
export function tell(row: Row, all: boolean): void {
  const counts = (['same', 'worded', 'known', 'different'] as const).map((outcome) => `${countOf(row, outcome)} ${outcome}`);
  console.log(`${row.theCase.name}: ${row.compared.length} invocations: ${counts.join(', ')}`);
  for (const difference of row.compared) {
    const outcome = outcomeOf(difference);
    if (outcome === 'same' || (!all && outcome !== 'different')) continue;
    console.log(`  ${outcome}: ${difference.invocation}`);
    for (const line of difference.ottla) console.log(`    ottla: ${line}`);
    for (const line of difference.kafka) console.log(`    kafka: ${line}`);
  }
}

/** Known differences of these rows that did not show, as their reasons. `asked` are all invocations. */
export function vanished(rows: readonly Row[], known: readonly KnownDifference[]): readonly string[] {
  const all = rows.flatMap(({ compared }) => compared);
  return known.flatMap(({ invocation, reason }) => {
    const meant = all.filter((each) => invocation.test(each.invocation));
    return meant.length > 0 && meant.every(({ verdict }) => verdict === 'same') ? [`${invocation}: ${reason}`] : [];
  });
}

export function writePage(rows: readonly Row[]): void {
  const sum = (outcome: Outcome): number => rows.reduce((total, row) => total + countOf(row, outcome), 0);
  const invocations = rows.reduce((total, { compared }) => total + compared.length, 0);
  const reasons = new Map<string, string[]>();
  for (const each of rows.flatMap(({ compared }) => compared)) {
    if (outcomeOf(each) === 'known') reasons.set(knownOf(each.invocation)?.reason ?? '', [...(reasons.get(knownOf(each.invocation)?.reason ?? '') ?? []), each.invocation]);
  }
  writeBetween('compatibility.md', ...PLACE, [
    `Written by \`node tools/conformance/tools/main.ts --reference SCRIPT --write\` at ${new Date().toISOString().slice(0, 16)} UTC, Ottla ${[...new Set(rows.map(({ version }) => version))].join(' and ')}, tools and servers of Apache Kafka ${KAFKA_VERSION}:`,
    `${invocations} invocations, ${sum('same')} end and print the same, ${sum('worded')} but for the words of an error message, ${sum('known')} differ for a reason below, ${sum('different')} otherwise.`,
    'Compared are the exit code and every line on both outputs, with addresses, ids and times masked; where figures are printed, only that there are some.', '',
    '| what is run, one after the other | on | invocations | same | but for words | known | other |', '| --- | --- | --- | --- | --- | --- | --- |',
    ...rows.map((row) => `| ${row.theCase.name.replace(/, (?:one broker|three brokers)$/, '')} | ${row.theCase.on} | ${row.compared.length} | ${countOf(row, 'same')} | ${countOf(row, 'worded')} | ${countOf(row, 'known')} | ${countOf(row, 'different')} |`), '',
    '| known difference | invocations | the first of them |', '| --- | --- | --- |',
    ...[...reasons].map(([reason, all]) => `| ${reason} | ${all.length} | \`${(all[0] ?? '').replaceAll('|', '\\|').replaceAll(/127\.0\.0\.1:\d+(?:,127\.0\.0\.1:\d+)*/g, 'SERVERS').trim()}\` |`),
    ...rows.flatMap(({ compared }) => compared.filter((each) => outcomeOf(each) === 'different').map(({ invocation, ottla, kafka }) => `\nNot explained: \`${invocation}\`: Ottla \`${ottla.slice(0, 3).join('; ')}\`, Kafka \`${kafka.slice(0, 3).join('; ')}\``)),
  ].join('\n'));
}
