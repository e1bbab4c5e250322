import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const file = join(import.meta.dirname, '../../docs/benchmarks.md');

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

/** Replaces what an earlier run wrote into docs/benchmarks.md; the rest of the page is people's. */
export function writeSection(section: Section, text: string): void {
  const [from, to] = sections[section];
  const page = existsSync(file) ? readFileSync(file, 'utf8') : '# Benchmarks\n\n';
  const begin = page.indexOf(from);
  const end = page.indexOf(to);
  const before = begin === -1 ? page : page.slice(0, begin);
  const after = end === -1 ? '\n' : page.slice(end + to.length);
  writeFileSync(file, `${before}${from}\n\n${text}\n\n${to}${after}`);
  console.log(`written to ${file}`);
}
