/** A regular expression that takes no more steps than its size times the length of the text (as RE2, which Kafka uses). */
export interface Pattern {
  /** Whether all of `text` matches. */
  matches(text: string): boolean;
}

type CharTest = (code: number) => boolean;

/** One step of the compiled expression; `next` and `other` are places in the program. */
interface Step {
  /** Takes one character; undefined for a step that takes none. */
  readonly test: CharTest | undefined;
  /** Passes only at the start or at the end of the text. */
  readonly anchor?: 'start' | 'end';
  next: number;
  other: number;
}

const NOWHERE = -1;
/** Steps of a compiled expression: bounds what `{n,m}` may unfold to. */
const MAX_STEPS = 5_000;
const MAX_REPEATS = 1_000;

/** What is no pattern. Does not leave this file. */
class BadPattern extends Error {}

const inRange = (from: string, to: string): CharTest => {
  const [low, high] = [from.charCodeAt(0), to.charCodeAt(0)];
  return (code) => code >= low && code <= high;
};
const digit = inRange('0', '9');
const lower = inRange('a', 'z');
const upper = inRange('A', 'Z');
const word: CharTest = (code) => digit(code) || lower(code) || upper(code) || code === 0x5f;
const space: CharTest = (code) => code === 0x20 || (code >= 0x09 && code <= 0x0d && code !== 0x0b);
const not = (test: CharTest): CharTest => (code) => !test(code);
const classes: ReadonlyMap<string, CharTest> = new Map([['d', digit], ['D', not(digit)], ['w', word], ['W', not(word)], ['s', space], ['S', not(space)]]);
const controls: ReadonlyMap<string, string> = new Map([['n', '\n'], ['r', '\r'], ['t', '\t'], ['f', '\f']]);

/** A piece of the program with its loose ends. */
interface Fragment {
  readonly start: number;
  /** Sets where the piece goes on. */
  readonly patch: (to: number) => void;
}

/**
 * Compiles an expression to a program of steps that are followed side by side. Known are literals, `.`, classes, groups,
 * `|`, the quantifiers and their lazy forms, `^`, `$`, `\A`, `\z`, and the escapes \d \w \s and of punctuation.
 */
class Compiler {
  readonly steps: Step[] = [];
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  compile(): number {
    const whole = this.#alternatives();
    if (this.#at < this.#text.length) throw new BadPattern('unmatched )');
    const end = this.#step({ test: undefined, next: NOWHERE, other: NOWHERE });
    whole.patch(end);
    return whole.start;
  }

  #step(step: Step): number {
    if (this.steps.length >= MAX_STEPS) throw new BadPattern('the expression is too large');
    return this.steps.push(step) - 1;
  }

  #single(test: CharTest | undefined, anchor?: 'start' | 'end'): Fragment {
    const step: Step = { test, ...(anchor === undefined ? {} : { anchor }), next: NOWHERE, other: NOWHERE };
    return { start: this.#step(step), patch: (to) => void (step.next = to) };
  }

  #fork(next: number): { readonly at: number; readonly step: Step } {
    const step: Step = { test: undefined, next, other: NOWHERE };
    return { at: this.#step(step), step };
  }

  #alternatives(): Fragment {
    let left = this.#sequence();
    while (this.#text[this.#at] === '|') {
      this.#at++;
      const first = left;
      const right = this.#sequence();
      const { at, step } = this.#fork(first.start);
      step.other = right.start;
      left = { start: at, patch: (to) => (first.patch(to), right.patch(to)) };
    }
    return left;
  }

  #sequence(): Fragment {
    let whole = this.#pass();
    while (this.#at < this.#text.length && !'|)'.includes(this.#text[this.#at] as string)) {
      const before = whole;
      const item = this.#repeated();
      before.patch(item.start);
      whole = { start: before.start, patch: item.patch };
    }
    return whole;
  }

  #pass(): Fragment {
    const step: Step = { test: undefined, next: NOWHERE, other: NOWHERE };
    return { start: this.#step(step), patch: (to) => void (step.next = to) };
  }

  /** An atom and its quantifier; the atom is compiled anew for each repetition. */
  #repeated(): Fragment {
    const from = this.#at;
    const atom = this.#atom();
    const quantifier = /^(?:[*+?]|\{(\d+)(?:(,)(\d*))?\})/.exec(this.#text.slice(this.#at));
    if (quantifier === null) return atom;
    const after = this.#at + quantifier[0].length;
    const [sign, low, comma, high] = quantifier;
    const least = low === undefined ? (sign === '+' ? 1 : 0) : Number(low);
    const most = low === undefined ? (sign === '?' ? 1 : Infinity) : comma === undefined ? least : high === '' || high === undefined ? Infinity : Number(high);
    if (least > MAX_REPEATS || (most !== Infinity && (most > MAX_REPEATS || most < least))) throw new BadPattern('bad repetition');
    let whole = this.#pass();
    const then = (item: Fragment): void => {
      const before = whole;
      before.patch(item.start);
      whole = { start: before.start, patch: item.patch };
    };
    const again = (): Fragment => {
      this.#at = from;
      return this.#atom();
    };
    for (let count = 0; count < least; count++) then(again());
    if (most === Infinity) then(this.#star(again()));
    else for (let count = least; count < most; count++) then(this.#optional(again()));
    this.#at = after;
    // Lazy or not makes no difference to whether all of the text matches.
    if (this.#text[this.#at] === '?') this.#at++;
    if (this.#at < this.#text.length && '*+'.includes(this.#text[this.#at] as string)) throw new BadPattern('a repetition is repeated');
    return whole;
  }

  #star(item: Fragment): Fragment {
    const { at, step } = this.#fork(item.start);
    item.patch(at);
    return { start: at, patch: (to) => void (step.other = to) };
  }

  #optional(item: Fragment): Fragment {
    const { at, step } = this.#fork(item.start);
    return { start: at, patch: (to) => (item.patch(to), void (step.other = to)) };
  }

  #atom(): Fragment {
    const char = this.#text[this.#at++] as string;
    switch (char) {
      case '(':
        return this.#group();
      case '[':
        return this.#single(this.#bracket());
      case '.':
        return this.#single((code) => code !== 0x0a);
      case '^':
        return this.#single(undefined, 'start');
      case '$':
        return this.#single(undefined, 'end');
      case '\\':
        if (this.#text[this.#at] === 'A' || this.#text[this.#at] === 'z') return this.#single(undefined, this.#text[this.#at++] === 'A' ? 'start' : 'end');
        return this.#single(this.#escape());
      case '*':
      case '+':
      case '?':
        throw new BadPattern('nothing to repeat');
      default:
        return this.#literal(char);
    }
  }

  #literal(char: string): Fragment {
    const wanted = char.charCodeAt(0);
    return this.#single((code) => code === wanted);
  }

  #group(): Fragment {
    if (this.#text.startsWith('?:', this.#at)) this.#at += 2;
    else if (this.#text[this.#at] === '?') throw new BadPattern('an unknown kind of group');
    const inner = this.#alternatives();
    if (this.#text[this.#at++] !== ')') throw new BadPattern('unmatched (');
    return inner;
  }

  #escape(): CharTest {
    const char = this.#text[this.#at++];
    if (char === undefined) throw new BadPattern('a trailing backslash');
    const known = classes.get(char);
    if (known !== undefined) return known;
    const wanted = this.#escaped(char);
    return (code) => code === wanted;
  }

  #escaped(char: string): number {
    const control = controls.get(char);
    if (control === undefined && word(char.charCodeAt(0))) throw new BadPattern(`an unknown escape \\${char}`);
    return (control ?? char).charCodeAt(0);
  }

  #bracket(): CharTest {
    const isNegated = this.#text[this.#at] === '^';
    if (isNegated) this.#at++;
    const tests: CharTest[] = [];
    for (let isFirst = true; ; isFirst = false) {
      const char = this.#text[this.#at++];
      if (char === undefined) throw new BadPattern('unmatched [');
      if (char === ']' && !isFirst) break;
      const next = this.#text[this.#at] ?? '';
      if (char === '\\' && classes.has(next)) {
        tests.push(classes.get(next) as CharTest);
        this.#at++;
        continue;
      }
      tests.push(this.#range(this.#member(char)));
    }
    const any: CharTest = (code) => tests.some((test) => test(code));
    return isNegated ? not(any) : any;
  }

  #member(char: string): number {
    if (char !== '\\') return char.charCodeAt(0);
    const escaped = this.#text[this.#at++];
    if (escaped === undefined) throw new BadPattern('unmatched [');
    return this.#escaped(escaped);
  }

  #range(low: number): CharTest {
    if (this.#text[this.#at] !== '-' || this.#text[this.#at + 1] === ']') return (code) => code === low;
    this.#at++;
    const char = this.#text[this.#at++];
    if (char === undefined) throw new BadPattern('unmatched [');
    const high = this.#member(char);
    if (high < low) throw new BadPattern('a range runs backwards');
    return (code) => code >= low && code <= high;
  }
}

/** undefined when the expression is malformed, or is none that is known. */
export function compilePattern(expression: string): Pattern | undefined {
  const compiler = new Compiler(expression);
  let start: number;
  try {
    start = compiler.compile();
  } catch (error) {
    if (error instanceof BadPattern || error instanceof RangeError) return undefined;
    throw error;
  }
  const { steps } = compiler;
  const accept = steps.length - 1;
  return { matches: (text) => follow(steps, start, accept, text) };
}

/** Follows all ways through the program at once, one character of the text after the other. */
function follow(steps: readonly Step[], start: number, accept: number, text: string): boolean {
  let places = reach(steps, [start], 0, text.length);
  for (let at = 0; at < text.length && places.size > 0; at++) {
    const code = text.charCodeAt(at);
    const after: number[] = [];
    for (const place of places) {
      const step = steps[place] as Step;
      if (step.test?.(code) === true) after.push(step.next);
    }
    places = reach(steps, after, at + 1, text.length);
  }
  return places.has(accept);
}

/** The places that can be reached without a character. */
function reach(steps: readonly Step[], from: readonly number[], at: number, end: number): Set<number> {
  const places = new Set<number>();
  const open = [...from];
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    if (place === NOWHERE || places.has(place)) continue;
    places.add(place);
    const { test, anchor, next, other } = steps[place] as Step;
    if (test !== undefined || (anchor === 'start' && at > 0) || (anchor === 'end' && at < end)) continue;
    open.push(next, other);
  }
  return places;
}
