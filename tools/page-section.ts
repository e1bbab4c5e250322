import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const DOCS = join(import.meta.dirname, '../docs');

/** Puts `text` between the two comments of docs/`page` that name `section`. Throws when they are not there. */
export function writeSection(page: string, section: string, text: string): void {
  writeBetween(page, `<!-- ${section}: written by the tool with --write; changes by hand are lost -->`, `<!-- end of ${section} -->`, text);
}

/** Puts `text` between two lines of docs/`page`; the rest of the page is people's. Throws when they are not there. */
export function writeBetween(page: string, begin: string, end: string, text: string): void {
  const file = join(DOCS, page);
  const old = readFileSync(file, 'utf8');
  const [from, to] = [old.indexOf(begin), old.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`docs/${page} has no place for what is written: it wants the lines ${begin} and ${end}`);
  writeFileSync(file, `${old.slice(0, from + begin.length)}\n\n${text.trim()}\n\n${old.slice(to)}`);
}
