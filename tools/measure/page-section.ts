import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const DOCS = join(import.meta.dirname, '../../docs');

/** Puts `text` between the two comments of docs/`page` that name `section`. Throws when they are not there. */
export function writeSection(page: string, section: string, text: string): void {
  const file = join(DOCS, page);
  const [begin, end] = [`<!-- ${section}: written by the tool with --write; changes by hand are lost -->`, `<!-- end of ${section} -->`];
  const old = readFileSync(file, 'utf8');
  const [from, to] = [old.indexOf(begin), old.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`docs/${page} has no place for ${section}`);
  writeFileSync(file, `${old.slice(0, from + begin.length)}\n\n${text.trim()}\n\n${old.slice(to)}`);
}
