import type { Tree } from './answers.ts';
import type { Observation } from './case-run.ts';
import { type KnownDifference, knownDifferences } from './known.ts';
import { type Difference, differences, NormalForm } from './normal-form.ts';
import type { ApiName, Case } from './script.ts';

/** What one server said in one case and version, in the form that does not depend on it; an error when the case broke off. */
export type Said = readonly SaidStep[] | { readonly brokeOff: string };

export interface SaidStep {
  readonly step: string;
  readonly api: ApiName;
  readonly version: number;
  readonly answer: Tree;
}

export interface FoundDifference extends Difference {
  readonly caseId: string;
  readonly version: number;
  /** Which of the compared steps of the case, from 0. */
  readonly step: number;
  readonly known: KnownDifference | undefined;
}

interface Tally {
  cases: number;
  differing: number;
}

export const caseId = ({ api, name }: Case): string => `${api}: ${name}`;

const patterns = knownDifferences.map((known) => ({ known, cases: pattern(known.cases), path: pattern(known.path) }));

function pattern(text: string): RegExp {
  return new RegExp(`^${text.split('*').map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&')).join('.*')}$`, 's');
}

/** Sets the answers of both servers side by side and keeps count of cases, differences, and of masks and reasons in use. */
export class Comparison {
  readonly usedMasks = new Set<string>();
  readonly usedKnown = new Set<KnownDifference>();
  readonly found: FoundDifference[] = [];
  /** By API and version that the case is about. */
  readonly tallies = new Map<ApiName, Map<number, Tally>>();
  exchanges = 0;
  /** Versions of APIs that no case is about. */
  readonly missing: string[] = [];
  /** Codes in Kafka's answers, NONE left out, by the API that answered. */
  readonly errorCodes = new Map<ApiName, Set<number>>();
  /** Runs in which Kafka said one thing beside other cases and another alone, where Ottla said the same in both. */
  readonly unsteady: string[] = [];

  said(observations: readonly Observation[]): Said {
    const form = new NormalForm(this.usedMasks);
    return observations.map((observation) => ({ step: observation.step, api: observation.api, version: observation.version, answer: form.of(observation) }));
  }

  add(theCase: Case, version: number, kafka: Said, ottla: Said): void {
    const id = caseId(theCase);
    const found = this.#differences(id, version, kafka, ottla);
    this.found.push(...found);
    const versions = this.tallies.get(theCase.api) ?? new Map<number, Tally>();
    this.tallies.set(theCase.api, versions);
    const tally = versions.get(version) ?? { cases: 0, differing: 0 };
    versions.set(version, tally);
    tally.cases++;
    if (found.length > 0) tally.differing++;
    if ('length' in ottla) this.exchanges += ottla.length;
    if ('length' in kafka) for (const { api, answer } of kafka) this.#keepCodes(api, answer);
  }

  /** Whether what both said differs in a way that no known difference explains. */
  isUnexplained(theCase: Case, version: number, kafka: Said, ottla: Said): boolean {
    return this.#differences(caseId(theCase), version, kafka, ottla).some(({ known }) => known === undefined);
  }

  /**
   * Adds a run that was unexplained beside others and was made again alone, `again` with another text of its own. Only
   * where Ottla kept to its answer and Kafka did not, the second is what counts. Answers what of Kafka counts, with the text of the first.
   */
  addAgain(theCase: Case, version: number, [kafka, ottla]: readonly [Said, Said], [kafkaAgain, ottlaAgain]: readonly [Said, Said], ownTexts: readonly [string, string]): Said {
    const inOneForm = (said: Said): string => ownTexts.reduce((text, own) => text.replaceAll(own, '%'), JSON.stringify(said));
    const isKafkas = inOneForm(ottla) === inOneForm(ottlaAgain) && inOneForm(kafka) !== inOneForm(kafkaAgain);
    if (isKafkas) this.unsteady.push(`${caseId(theCase)} v${version}`);
    this.add(theCase, version, ...(isKafkas ? [kafkaAgain, ottlaAgain] as const : [kafka, ottla] as const));
    return isKafkas ? (JSON.parse(JSON.stringify(kafkaAgain).replaceAll(ownTexts[1], ownTexts[0])) as Said) : kafka;
  }

  #keepCodes(api: ApiName, tree: Tree): void {
    if (typeof tree !== 'object' || tree === null) return;
    for (const [field, value] of Object.entries(tree)) {
      if (/errorCode$/i.test(field) && typeof value === 'number' && value !== 0) this.errorCodes.set(api, (this.errorCodes.get(api) ?? new Set()).add(value));
      else this.#keepCodes(api, value as Tree);
    }
  }

  #differences(id: string, version: number, kafka: Said, ottla: Said): readonly FoundDifference[] {
    const found = (step: number, difference: Difference): FoundDifference => {
      const match = patterns.find(({ cases, path }) => cases.test(id) && path.test(difference.path));
      if (match !== undefined) this.usedKnown.add(match.known);
      return { ...difference, caseId: id, version, step, known: match?.known };
    };
    if ('brokeOff' in kafka || 'brokeOff' in ottla) {
      // A case that breaks off on both sides compares nothing, so it is a defect of the script.
      const text = (said: Said): Tree => ('brokeOff' in said ? said.brokeOff : 'ran to its end');
      return [found(-1, { path: 'broke off', kafka: text(kafka), ottla: text(ottla) })];
    }
    return Array.from({ length: Math.max(kafka.length, ottla.length) }, (_, step) => {
      const [one, other] = [kafka[step], ottla[step]];
      return differences(one?.answer, other?.answer, (one ?? other)?.api as string).map((difference) => found(step, difference));
    }).flat();
  }

  /** Known differences about the cases that were run, which did not show. */
  vanished(wasRun: (known: KnownDifference) => boolean): readonly KnownDifference[] {
    return knownDifferences.filter((known) => !this.usedKnown.has(known) && wasRun(known));
  }
}

export function concerns(known: KnownDifference, cases: readonly Case[]): boolean {
  const matches = pattern(known.cases);
  return cases.some((theCase) => matches.test(caseId(theCase)));
}
