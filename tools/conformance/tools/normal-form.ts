/** What two runs of a tool cannot have in common: addresses, ids, times, folders. */
export interface Volatile {
  /** What to replace, literally: the words that stand for it. Longer ones first. */
  readonly words: readonly (readonly [text: string, name: string])[];
}

const PATTERNS: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/g, '<uuid>'],
  [/Call\(callName=.*/g, '<call>'],
  [/\b\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d([.,:]\d+)?(Z|[+-]\d\d:?\d\d)?/g, '<time>'],
  [/\b1[78]\d{11}\b/g, '<ms>'],
  [/\[?\d\d:\d\d:\d\d[.,:]\d+\]?/g, '<time>'],
];

/** A topic id, directory id or cluster id: 16 bytes in Base64. Names of exceptions, APIs and topics may be as long. */
const ID = /(?<![\w/+-])[A-Za-z0-9_-]{22}(?![\w-])/g;
const NO_ID = /Exception|^[a-z\d.]+(?:-[a-z\d.]+)+$|^(?:[A-Z][a-z]+){3,}$|^[A-Z_]+$/;

/** Lines of `text` with what is volatile replaced, without trailing spaces and without stack frames. */
export function normalForm(text: string, { words }: Volatile): readonly string[] {
  let result = text;
  for (const [word, name] of words) if (word !== '') result = result.replaceAll(word, name);
  result = result.replaceAll(ID, (word) => (NO_ID.test(word) ? word : '<id>'));
  for (const [pattern, name] of PATTERNS) result = result.replace(pattern, name);
  return result
    .split('\n')
    .map((line) => line.replace(/(?<=Configs: )\S+/, (list) => list.split(/,(?=[a-z.]+=)/).toSorted().join(',')))
    .map((line) => line.trimEnd().replaceAll(/[ \t]{2,}/g, '  '))
    .filter((line) => line !== '' && !/^\s+at |^\t*\.\.\. \d+ more/.test(line));
}

/** The class of the first exception or error code that a line names, which stays when the words beside it are each server's own. */
export function exceptionsIn(lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => /\b(?:[a-z]+\.)+(?:[A-Z]\w*\$)?[A-Z]\w*(?:Exception|Error)\b/g.exec(line)?.[0] ?? []);
}
