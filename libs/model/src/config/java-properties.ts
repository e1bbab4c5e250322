/** A line of a properties file that java.util.Properties would refuse too. */
export class PropertiesError extends Error {
  readonly line: number;

  constructor(line: number, message: string) {
    super(`line ${line}: ${message}`);
    this.name = 'PropertiesError';
    this.line = line;
  }
}

interface LogicalLine {
  readonly text: string;
  /** Of its first natural line, counted from 1. */
  readonly number: number;
}

/**
 * Reads the syntax of java.util.Properties: `#` and `!` comments, lines continued by a backslash, keys ended by `=`,
 * `:` or a space, escapes in keys and values. Of a key given twice the last value counts, as in Java.
 * Throws PropertiesError for a \u escape without four hexadecimal digits.
 */
export function parseJavaProperties(text: string): Map<string, string> {
  const properties = new Map<string, string>();
  for (const { text: line, number } of logicalLines(text)) {
    const keyEnd = findKeyEnd(line);
    const separator = /^[ \t\f]*[=:]?[ \t\f]*/.exec(line.slice(keyEnd)) as RegExpExecArray;
    const value = line.slice(keyEnd + separator[0].length);
    properties.set(unescape(line.slice(0, keyEnd), number), unescape(value, number));
  }
  return properties;
}

function* logicalLines(text: string): Generator<LogicalLine> {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  for (let index = 0; index < lines.length; index++) {
    const number = index + 1;
    let line = withoutIndent(lines[index] as string);
    if (line === '' || line.startsWith('#') || line.startsWith('!')) continue;
    while (isContinued(line)) {
      line = line.slice(0, -1);
      if (index + 1 >= lines.length) break;
      line += withoutIndent(lines[++index] as string);
    }
    if (line !== '') yield { text: line, number };
  }
}

function withoutIndent(line: string): string {
  return line.replace(/^[ \t\f]+/, '');
}

/** An even number of backslashes at the end are escaped backslashes. */
function isContinued(line: string): boolean {
  const backslashes = /\\*$/.exec(line) as RegExpExecArray;
  return backslashes[0].length % 2 === 1;
}

function findKeyEnd(line: string): number {
  for (let index = 0; index < line.length; index++) {
    const character = line[index] as string;
    if (character === '\\') index++;
    else if ('=: \t\f'.includes(character)) return index;
  }
  return line.length;
}

const escapes: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', f: '\f' };

function unescape(text: string, line: number): string {
  return text.replace(/\\(u[0-9a-fA-F]{4}|[^]|$)/g, (_, escape: string) => {
    if (escape === 'u') throw new PropertiesError(line, 'a \\u escape wants four hexadecimal digits');
    if (escape.length === 5) return String.fromCharCode(Number.parseInt(escape.slice(1), 16));
    return escapes[escape] ?? escape;
  });
}
