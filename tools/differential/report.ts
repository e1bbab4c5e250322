import { writeFileSync } from 'node:fs';
import { ErrorCode } from '@ottla/model';
import type { Tree } from './answers.ts';
import type { Comparison, FoundDifference } from './comparison.ts';
import type { KnownDifference } from './known.ts';
import { masks } from './masks.ts';

const short = (tree: Tree | undefined): string => (tree === undefined ? 'absent' : JSON.stringify(tree)).slice(0, 300);

/** Versions in short: v3-5,7. */
export function ranges(versions: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const version of versions.toSorted((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last !== undefined && version === last[1] + 1) last[1] = version;
    else runs.push([version, version]);
  }
  return `v${runs.map(([lo, hi]) => (lo === hi ? lo : `${lo}-${hi}`)).join(',')}`;
}

/** One line for a difference in however many versions. */
export function differenceLines(found: readonly FoundDifference[]): readonly string[] {
  const lines = new Map<string, number[]>();
  for (const { caseId: id, version, step, path, kafka, ottla } of found) {
    const line = `${id} | step ${step} ${path} | Kafka ${short(kafka)} | Ottla ${short(ottla)}`;
    lines.set(line, [...(lines.get(line) ?? []), version]);
  }
  return [...lines].map(([line, versions]) => `${line} | ${ranges(versions)}`);
}

/** Counts by API and version. */
export function tallyLines(comparison: Comparison): readonly string[] {
  return [...comparison.tallies].map(([api, versions]) => {
    const counts = [...versions].toSorted(([a], [b]) => a - b).map(([version, { cases, differing }]) => `v${version} ${cases}${differing === 0 ? '' : ` (${differing} differ)`}`);
    return `${api}: ${counts.join(', ')}`;
  });
}

const cell = (text: string): string => text.replaceAll('|', '\\|');

function codeNames(codes: ReadonlySet<number> | undefined): string {
  const names = new Map<number, string>(Object.entries(ErrorCode).map(([name, code]) => [code, name]));
  return [...(codes ?? [])].toSorted((a, b) => a - b).map((code) => names.get(code) ?? String(code)).join(', ');
}

function unsteadyLines(unsteady: readonly string[]): string {
  if (unsteady.length === 0) return '';
  return `
## Runs that Kafka did not answer steadily

Asked beside other cases Kafka gave another answer than alone; Ottla gave the one that Kafka gives alone, both times:
${unsteady.join('; ')}.
`;
}

/** The page for people: what was asked, what differs and why, what is not compared. */
export function writePage(file: string, comparison: Comparison, facts: { readonly cases: number; readonly runs: number; readonly commit: string; readonly kafka: string; readonly date: string; readonly scope: string }): void {
  const apis = [...comparison.tallies].map(([api, versions]) => {
    const counts = [...versions].toSorted(([a], [b]) => a - b);
    const differing = counts.filter(([, tally]) => tally.differing > 0).map(([version]) => version);
    return `| ${api} | ${ranges(counts.map(([version]) => version))} | ${counts.reduce((sum, [, tally]) => sum + tally.cases, 0)} | ${differing.length === 0 ? '' : ranges(differing)} | ${codeNames(comparison.errorCodes.get(api))} |`;
  });
  const reasons = new Map<KnownDifference, Set<string>>();
  for (const { known, caseId: id } of comparison.found) if (known !== undefined) reasons.set(known, (reasons.get(known) ?? new Set()).add(id));
  const rows = [...reasons].map(([{ cases, path, reason }, ids]) => `| ${cell(cases.includes('*') ? `${cases} (${ids.size})` : cases)} | ${cell(path === '*' ? '' : path)} | ${cell(reason)} |`);
  writeFileSync(
    file,
    `# The same requests to Ottla and to Apache Kafka ${facts.kafka}

Written by \`npm run differential -- --write\`: ${facts.cases} cases${facts.scope}: ${facts.runs} runs, ${comparison.exchanges} answers compared field by
field; ${facts.date}, Ottla ${facts.commit}, one node each. The scripts are in tools/differential/scripts, what is not compared in masks.ts (${masks.length}
paths, each with its reason), and a part of the answers of Kafka is kept in tools/differential/recorded, which \`npm test\` compares with.

## By API

Cases are counted in each of their versions. A version that both advertise and no case is about fails the run.

| API | versions | cases | versions with known differences | errors that Kafka was made to give |
| --- | --- | --- | --- | --- |
${apis.join('\n')}

## Differences that stay

| case | field | reason |
| --- | --- | --- |
${rows.join('\n')}
${unsteadyLines(comparison.unsteady)}`,
  );
}
