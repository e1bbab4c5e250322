/** The expression is none, is outside the subset, or is too large. */
export class PatternError extends Error {}

/** A part of an expression. `chars` marks the characters that match by their ASCII code. */
export type Node =
  | { readonly kind: 'chars'; readonly chars: Uint8Array }
  | { readonly kind: 'begin' }
  | { readonly kind: 'end' }
  | { readonly kind: 'sequence'; readonly parts: readonly Node[] }
  | { readonly kind: 'choice'; readonly parts: readonly Node[] }
  | { readonly kind: 'repeat'; readonly part: Node; readonly least: number; readonly most: number };

const ALPHABET = 128;
/** Groups in groups: the parser calls itself for each. */
const MAX_DEPTH = 100;
/** RE2's own limit on counted repetitions. */
const MAX_REPEAT = 1_000;

const digits = '0-9';
const wordChars = 'A-Za-z0-9_';
const spaces = '\t\n\f\r ';
const shorthands: Readonly<Record<string, string>> = { d: digits, w: wordChars, s: spaces };
const controls: Readonly<Record<string, string>> = { a: '\x07', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };
const named: Readonly<Record<string, string>> = {
  alnum: 'A-Za-z0-9', alpha: 'A-Za-z', ascii: '\x00-\x7f', blank: '\t ', cntrl: '\x00-\x1f\x7f', digit: digits, graph: '!-~', lower: 'a-z',
  print: ' -~', punct: '!-/:-@[-`{-~', space: '\t\n\v\f\r ', upper: 'A-Z', word: wordChars, xdigit: '0-9A-Fa-f',
};

/** The characters that `ranges` lists: single ones and `a-z` ranges. */
function charsOf(ranges: string): Uint8Array {
  const chars = new Uint8Array(ALPHABET);
  for (let at = 0; at < ranges.length; at++) {
    const from = ranges.charCodeAt(at);
    const isRange = ranges[at + 1] === '-' && at + 2 < ranges.length;
    const to = isRange ? ranges.charCodeAt(at + 2) : from;
    chars.fill(1, from, to + 1);
    if (isRange) at += 2;
  }
  return chars;
}

function inverted(chars: Uint8Array): Uint8Array {
  return chars.map((is) => 1 - is);
}

function withBothCases(chars: Uint8Array): Uint8Array {
  const both = chars.slice();
  for (let upper = 65; upper <= 90; upper++) {
    const is = (chars[upper] as number) | (chars[upper + 32] as number);
    both[upper] = is;
    both[upper + 32] = is;
  }
  return both;
}

/**
 * Reads the subset of RE2's syntax that topic names need: literals, `.`, classes (also named and negated ones),
 * `\d \w \s` and their opposites, groups, alternatives, `* + ? {n} {n,} {n,m}` (also lazy), anchors, `\Q...\E` and the
 * flags i, m, s, U. Not in it, and refused: Unicode classes, word boundaries, and what RE2 has not itself (look-around,
 * back references). Throws PatternError.
 */
export function parsePattern(pattern: string): Node {
  return new PatternParser(pattern).parse();
}

/** Descends through one pattern, at most as deep as its limit; `#at` is where it is. Used once. */
class PatternParser {
  readonly #pattern: string;
  #at = 0;
  #depth = 0;
  #ignoresCase = false;

  constructor(pattern: string) {
    this.#pattern = pattern;
  }

  parse(): Node {
    const node = this.#choice();
    if (this.#at < this.#pattern.length) throw new PatternError('unexpected )');
    return node;
  }

  #peek(): string | undefined {
    return this.#pattern[this.#at];
  }

  #next(): string {
    const next = this.#pattern[this.#at++];
    if (next === undefined) throw new PatternError('it ends too early');
    return next;
  }

  #takes(text: string): boolean {
    if (!this.#pattern.startsWith(text, this.#at)) return false;
    this.#at += text.length;
    return true;
  }

  #chars(chars: Uint8Array): Node {
    return { kind: 'chars', chars: this.#ignoresCase ? withBothCases(chars) : chars };
  }

  /** A character outside ASCII is in no topic's name, and matches nothing. */
  #literal(text: string): Node {
    const chars = new Uint8Array(ALPHABET);
    const code = text.charCodeAt(0);
    if (code < ALPHABET) chars[code] = 1;
    return this.#chars(chars);
  }

  #choice(): Node {
    if (++this.#depth > MAX_DEPTH) throw new PatternError('groups are nested too deep');
    const parts = [this.#sequence()];
    while (this.#takes('|')) parts.push(this.#sequence());
    this.#depth--;
    return parts.length === 1 ? (parts[0] as Node) : { kind: 'choice', parts };
  }

  #sequence(): Node {
    const parts: Node[] = [];
    for (let next = this.#peek(); next !== undefined && next !== '|' && next !== ')'; next = this.#peek()) {
      if (this.#takes('\\Q')) parts.push(...this.#quoted());
      else parts.push(this.#repeated());
    }
    return { kind: 'sequence', parts };
  }

  #quoted(): Node[] {
    const end = this.#pattern.indexOf('\\E', this.#at);
    const text = this.#pattern.slice(this.#at, end < 0 ? undefined : end);
    this.#at = end < 0 ? this.#pattern.length : end + 2;
    return Array.from(text, (char) => this.#literal(char));
  }

  #repeated(): Node {
    const part = this.#atom();
    const times = this.#times();
    if (times === undefined) return part;
    this.#takes('?');
    if (this.#times() !== undefined) throw new PatternError('invalid nested repetition operator');
    return { kind: 'repeat', part, ...times };
  }

  #times(): { readonly least: number; readonly most: number } | undefined {
    if (this.#takes('*')) return { least: 0, most: Infinity };
    if (this.#takes('+')) return { least: 1, most: Infinity };
    if (this.#takes('?')) return { least: 0, most: 1 };
    // What does not read as a count is a literal brace, as in RE2.
    const count = /^\{(\d{1,9})(?:(,)(\d{1,9})?)?\}/.exec(this.#pattern.slice(this.#at, this.#at + 24));
    if (count === null) return undefined;
    this.#at += count[0].length;
    const least = Number(count[1]);
    const most = count[2] === undefined ? least : count[3] === undefined ? Infinity : Number(count[3]);
    if (least > MAX_REPEAT || (most !== Infinity && most > MAX_REPEAT) || least > most) throw new PatternError(`invalid repeat count: ${count[0]}`);
    return { least, most };
  }

  #atom(): Node {
    const next = this.#next();
    switch (next) {
      case '(':
        return this.#group();
      case '[':
        return this.#chars(this.#class());
      case '.':
        return { kind: 'chars', chars: inverted(charsOf('\n')) };
      case '^':
        return { kind: 'begin' };
      case '$':
        return { kind: 'end' };
      case '\\':
        return this.#escape();
      case '*':
      case '+':
      case '?':
        throw new PatternError(`missing argument to repetition operator: ${next}`);
      default:
        return this.#literal(next);
    }
  }

  #group(): Node {
    const outside = this.#ignoresCase;
    if (this.#takes('?') && !this.#takes(':')) {
      const name = /^P?<[A-Za-z_]\w*>/.exec(this.#pattern.slice(this.#at));
      const flags = /^([imsU]*)(?:-([imsU]+))?([:)])/.exec(this.#pattern.slice(this.#at));
      if (name !== null) {
        this.#at += name[0].length;
      } else if (flags !== null) {
        this.#at += flags[0].length;
        if (flags[1]?.includes('i') === true) this.#ignoresCase = true;
        if (flags[2]?.includes('i') === true) this.#ignoresCase = false;
        // Flags without a part of their own last to the end of the group around them.
        if (flags[3] === ')') return { kind: 'sequence', parts: [] };
      } else {
        throw new PatternError('invalid or unsupported Perl syntax');
      }
    }
    const node = this.#choice();
    if (!this.#takes(')')) throw new PatternError('missing closing )');
    this.#ignoresCase = outside;
    return node;
  }

  #escape(): Node {
    const next = this.#next();
    if (next === 'A') return { kind: 'begin' };
    if (next === 'z') return { kind: 'end' };
    return this.#chars(this.#escaped(next));
  }

  /** The characters of an escape, within a class and outside. */
  #escaped(next: string): Uint8Array {
    const shorthand = shorthands[next.toLowerCase()];
    if (shorthand !== undefined) return next in shorthands ? charsOf(shorthand) : inverted(charsOf(shorthand));
    const control = controls[next];
    if (control !== undefined) return charsOf(control);
    if (/[A-Za-z0-9]/.test(next) || next.charCodeAt(0) >= ALPHABET) throw new PatternError(`invalid escape sequence: \\${next}`);
    const chars = new Uint8Array(ALPHABET);
    chars[next.charCodeAt(0)] = 1;
    return chars;
  }

  #class(): Uint8Array {
    const isNegated = this.#takes('^');
    const chars = new Uint8Array(ALPHABET);
    const add = (more: Uint8Array): void => more.forEach((is, code) => void (chars[code] = (chars[code] as number) | is));
    for (let isFirst = true; isFirst || this.#peek() !== ']'; isFirst = false) {
      const name = /^\[:(\^?)(\w+):\]/.exec(this.#pattern.slice(this.#at, this.#at + 16));
      if (name !== null) {
        const ranges = named[name[2] as string];
        if (ranges === undefined) throw new PatternError(`the unknown class ${name[0]}`);
        this.#at += name[0].length;
        add(name[1] === '^' ? inverted(charsOf(ranges)) : charsOf(ranges));
        continue;
      }
      add(this.#classRange());
    }
    this.#next();
    return isNegated ? inverted(this.#ignoresCase ? withBothCases(chars) : chars) : chars;
  }

  #classRange(): Uint8Array {
    const from = this.#classChar();
    const isRange = this.#peek() === '-' && this.#pattern[this.#at + 1] !== ']' && this.#pattern[this.#at + 1] !== undefined;
    if (typeof from !== 'number') return from;
    const chars = new Uint8Array(ALPHABET);
    let to: number | Uint8Array = from;
    if (isRange) {
      this.#next();
      to = this.#classChar();
      if (typeof to !== 'number' || to < from) throw new PatternError('invalid character class range');
    }
    chars.fill(1, Math.min(from, ALPHABET), Math.min(to + 1, ALPHABET));
    return chars;
  }

  /** One character's code, or the characters of a shorthand. */
  #classChar(): number | Uint8Array {
    const next = this.#next();
    if (next !== '\\') return next.charCodeAt(0);
    const escaped = this.#next();
    const chars = this.#escaped(escaped);
    const first = chars.indexOf(1);
    return shorthands[escaped.toLowerCase()] === undefined ? first : chars;
  }
}
