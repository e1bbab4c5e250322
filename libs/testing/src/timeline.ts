/** Lines that a timeline keeps: the last ones, which lead to the failure. */
const MAX_LINES = 400;

/** What happened in a simulated run, oldest first: read when the run fails. Bounded; the first lines go. */
export class Timeline {
  readonly #lines: string[] = [];
  #next = 0;

  /** Notes that `what` happened at `atMs` of virtual time. */
  note(atMs: number, what: string): void {
    this.#lines[this.#next++ % MAX_LINES] = `${String(Math.round(atMs)).padStart(7)} ms  ${what}`;
  }

  get lines(): readonly string[] {
    const at = this.#next % MAX_LINES;
    return this.#next <= MAX_LINES ? [...this.#lines] : [...this.#lines.slice(at), ...this.#lines.slice(0, at)];
  }
}

/** Runs one seed: answers how much it exercised, by name; rejects with Error when an invariant does not hold. */
export type Simulation = (seed: number, timeline: Timeline) => Promise<Record<string, number>>;
