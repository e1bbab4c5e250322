/** Random choices that a seed and a case number repeat, so that one case can be run again alone. */
export class Chance {
  #state: number;

  constructor(seed: number, caseNumber: number) {
    this.#state = (Math.imul(seed ^ 0x5bd1e995, 0x9e3779b1) + Math.imul(caseNumber + 1, 0x85ebca6b)) | 0;
  }

  /** 32 random bits, signed. */
  word(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let word = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    word ^= word + Math.imul(word ^ (word >>> 7), word | 61);
    return word ^ (word >>> 14);
  }

  /** A whole number in [0, bound). */
  below(bound: number): number {
    return Math.floor(((this.word() >>> 0) / 4294967296) * bound);
  }

  /** True in one of `of` cases. */
  oneIn(of: number): boolean {
    return this.below(of) === 0;
  }

  pick<T>(choices: readonly T[]): T {
    return choices[this.below(choices.length)] as T;
  }

  bytes(length: number): Buffer {
    const bytes = Buffer.allocUnsafe(length);
    for (let at = 0; at < length; at++) bytes[at] = this.word();
    return bytes;
  }
}
