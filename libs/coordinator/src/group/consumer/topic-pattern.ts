import { type Node, parsePattern, PatternError } from './pattern-parser.ts';

/** Longest expression that is looked at, in UTF-16 units. */
const MAX_PATTERN_LENGTH = 1_024;
/** Most instructions of a compiled expression, counted repetitions written out. */
const MAX_INSTRUCTIONS = 4_000;
/** States that are remembered; beyond them the memory starts anew, so that no expression takes it all. */
const MAX_REMEMBERED_STATES = 256;
/** Topic names are ASCII. */
const ALPHABET = 128;

type Instruction =
  | { readonly op: 'chars'; readonly chars: Uint8Array }
  | { readonly op: 'split'; readonly to: number[] }
  | { readonly op: 'begin' }
  | { readonly op: 'end' }
  | { readonly op: 'match' };

interface State {
  /** Instructions that wait for a character or for the end, ascending. */
  readonly waiting: readonly number[];
  readonly accepts: boolean;
  readonly next: (State | undefined)[];
}

export { PatternError };

/**
 * A regular expression over topic names, in a subset of RE2's syntax, that matches the whole name. It runs as an
 * automaton: time grows with the length of the name alone, whatever the expression, unlike JavaScript's RegExp, with
 * which one member's expression could hold the coordinator for minutes.
 */
export class TopicPattern {
  readonly #program: Instruction[] = [];
  readonly #states = new Map<string, State>();
  readonly #marks: Uint32Array;
  #mark = 0;

  /** Throws PatternError. */
  constructor(pattern: string) {
    if (pattern.length > MAX_PATTERN_LENGTH) throw new PatternError(`longer than ${MAX_PATTERN_LENGTH} characters`);
    this.#compile(parsePattern(pattern));
    this.#emit({ op: 'match' });
    this.#marks = new Uint32Array(this.#program.length);
  }

  /** Whether all of `name` matches. */
  matches(name: string): boolean {
    let state = this.#stateOf([0], true);
    for (let at = 0; at < name.length; at++) {
      const code = name.charCodeAt(at);
      if (code >= ALPHABET || state.waiting.length === 0) return false;
      const from: State = state;
      state = from.next[code] ??= this.#step(from, code);
    }
    return state.accepts;
  }

  #emit(instruction: Instruction): number {
    if (this.#program.length >= MAX_INSTRUCTIONS) throw new PatternError('it is too large');
    return this.#program.push(instruction) - 1;
  }

  #split(): number[] {
    const to: number[] = [];
    this.#emit({ op: 'split', to });
    return to;
  }

  #compile(node: Node): void {
    switch (node.kind) {
      case 'chars':
        this.#emit({ op: 'chars', chars: node.chars });
        return;
      case 'begin':
      case 'end':
        this.#emit({ op: node.kind });
        return;
      case 'sequence':
        for (const part of node.parts) this.#compile(part);
        return;
      case 'choice':
        this.#compileChoice(node.parts);
        return;
      case 'repeat':
        this.#compileRepeat(node.part, node.least, node.most);
        return;
    }
  }

  #compileChoice(parts: readonly Node[]): void {
    const choose = this.#split();
    const leave: number[][] = [];
    for (const part of parts) {
      choose.push(this.#program.length);
      this.#compile(part);
      leave.push(this.#split());
    }
    for (const jump of leave) jump.push(this.#program.length);
  }

  #compileRepeat(part: Node, least: number, most: number): void {
    for (let count = 0; count < least; count++) this.#compile(part);
    if (most === Infinity) {
      const start = this.#program.length;
      const loop = this.#split();
      loop.push(this.#program.length);
      this.#compile(part);
      this.#split().push(start);
      loop.push(this.#program.length);
      return;
    }
    const skips: number[][] = [];
    for (let count = least; count < most; count++) {
      const skip = this.#split();
      skip.push(this.#program.length);
      skips.push(skip);
      this.#compile(part);
    }
    for (const skip of skips) skip.push(this.#program.length);
  }

  #step(state: State, code: number): State {
    const next: number[] = [];
    for (const at of state.waiting) {
      const instruction = this.#program[at] as Instruction;
      if (instruction.op === 'chars' && instruction.chars[code] === 1) next.push(at + 1);
    }
    return this.#stateOf(next, false);
  }

  /** The state with everything that is reached without a character; remembered by what waits in it. */
  #stateOf(from: readonly number[], isBegin: boolean): State {
    const reached = this.#reach(from, isBegin, false);
    const waiting = reached.filter((at) => this.#program[at]?.op !== 'match').sort((a, b) => a - b);
    const isMatch = waiting.length < reached.length;
    const key = `${isMatch ? '+' : ''}${waiting.join(',')}`;
    const known = this.#states.get(key);
    if (known !== undefined) return known;
    const ends = waiting.filter((at) => this.#program[at]?.op === 'end');
    const accepts = isMatch || this.#reach(ends, isBegin, true).some((at) => this.#program[at]?.op === 'match');
    if (this.#states.size >= MAX_REMEMBERED_STATES) {
      // The states still point at each other: only a cut of those edges lets the collector have them.
      for (const state of this.#states.values()) state.next.length = 0;
      this.#states.clear();
    }
    const state: State = { waiting, accepts, next: [] };
    this.#states.set(key, state);
    return state;
  }

  /** Follows splits and anchors; answers the instructions where that stops. */
  #reach(from: readonly number[], isBegin: boolean, isEnd: boolean): number[] {
    const mark = ++this.#mark;
    const reached: number[] = [];
    const open = [...from];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      if (this.#marks[at] === mark) continue;
      this.#marks[at] = mark;
      const instruction = this.#program[at] as Instruction;
      if (instruction.op === 'split') open.push(...instruction.to);
      else if (instruction.op === 'begin' && isBegin) open.push(at + 1);
      else if (instruction.op === 'end' && isEnd) open.push(at + 1);
      else if (instruction.op !== 'begin') reached.push(at);
    }
    return reached;
  }
}
