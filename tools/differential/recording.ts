/**
 * What Kafka said in a part of the cases, kept in a file, so that a run without Kafka can tell when Ottla begins to answer
 * otherwise: every case that needs no time to pass, in the newest version of its API.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Said } from './comparison.ts';
import { caseId } from './comparison.ts';
import type { Advertised, Plan, PlannedRun } from './plan.ts';

const FILE = join(import.meta.dirname, 'recorded/kafka-4.3.1.json');

interface RecordedFile {
  readonly kafka: string;
  /** Key, least and greatest version. */
  readonly advertised: readonly (readonly [number, number, number])[];
  readonly said: Readonly<Record<string, Said>>;
}

const keyOf = ({ theCase, version }: PlannedRun): string => `${caseId(theCase)} v${version}`;

/** Whether a run belongs in the file. */
export function isRecorded({ theCase, version }: PlannedRun, plan: Plan): boolean {
  return version === Math.min(theCase.to, plan.highest(theCase.api));
}

/** Kafka as it was recorded. */
export class Recording {
  readonly advertised: Advertised;
  readonly #said: Readonly<Record<string, Said>>;

  private constructor({ advertised, said }: RecordedFile) {
    this.advertised = new Map(advertised.map(([key, min, max]) => [key, { min, max }]));
    this.#said = said;
  }

  static read(): Recording {
    return new Recording(JSON.parse(readFileSync(FILE, 'utf8')) as RecordedFile);
  }

  /** Undefined for a run that is not in the file. */
  said(run: PlannedRun): Said | undefined {
    return this.#said[keyOf(run)];
  }

  static write(version: string, advertised: Advertised, said: ReadonlyMap<PlannedRun, Said>): void {
    const entries = [...said].map(([run, answers]) => `${JSON.stringify(keyOf(run))}: ${JSON.stringify(answers)}`).toSorted();
    const versions = [...advertised].map(([key, { min, max }]) => [key, min, max]);
    writeFileSync(FILE, `{ "kafka": ${JSON.stringify(version)},\n"advertised": ${JSON.stringify(versions)},\n"said": {\n${entries.join(',\n')}\n} }\n`);
  }
}
