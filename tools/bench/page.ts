import { writeBetween } from '../page-section.ts';

const PAGE = 'benchmarks.md';

/** Where each command's results stand in the page; what is between is lost when it writes again. */
const sections = {
  all: ['<!-- written by `npm run bench -- ... --write`; changes by hand are lost -->', '<!-- end of what the tool writes -->'],
  charts: ['<!-- charts, written by `npm run bench -- charts ... --write` -->', '<!-- end of the charts -->'],
  sustained: ['<!-- written by `npm run bench -- sustained ... --write` -->', '<!-- end of sustained -->'],
  heap: ['<!-- written by `npm run bench -- heap ... --write` -->', '<!-- end of heap -->'],
  tls: ['<!-- written by `npm run bench -- tls ... --write` -->', '<!-- end of tls -->'],
  memory: ['<!-- written by `npm run bench -- memory ... --write` -->', '<!-- end of memory -->'],
} as const;

export type Section = keyof typeof sections;

/** Replaces what an earlier run wrote into docs/benchmarks.md. */
export function writeSection(section: Section, text: string): void {
  const [begin, end] = sections[section];
  writeBetween(PAGE, begin, end, text);
  console.log(`written to docs/${PAGE}`);
}
