import { AccountSnapshots, StableOffsetCheck, type Anomalies } from '@ottla/testing';
import { FinalReader, type FinalRecord } from './final-reader.ts';
import { bookings } from './histories.ts';

const EVERY_MS = 2_000;
/** Transactions of clients that died take their timeout of 10 s, found within 10 s more; then the next faults are there. */
const STABLE_WITHIN_MS = 90_000;

const onlyPartitions = (ends: ReadonlyMap<string, number>): Map<number, number> => new Map([...ends].map(([name, end]) => [Number(name.slice(name.lastIndexOf('-') + 1)), end]));

/** Reads with read_committed while faults strike: snapshots of the accounts, and whether the last stable offset moves again. */
export class CommittedWatch {
  readonly snapshots: AccountSnapshots;
  readonly stable: StableOffsetCheck;
  readonly #bootstrap: string;
  readonly #topics: readonly string[];
  readonly #faults: string[] = [];
  readonly #positions = new Map<number, number>();
  #reader: FinalReader;
  #isStopped = false;

  constructor(bootstrap: string, topics: readonly string[], anomalies: Anomalies) {
    this.#bootstrap = bootstrap;
    this.#topics = topics;
    this.#reader = new FinalReader(bootstrap);
    this.snapshots = new AccountSnapshots(anomalies);
    this.stable = new StableOffsetCheck(anomalies, STABLE_WITHIN_MS);
  }

  /** The next look that succeeds notes what was written until then. */
  faultIsOver(fault: string): void {
    this.#faults.push(fault);
  }

  async run(): Promise<void> {
    while (!this.#isStopped) {
      try {
        await this.#look();
      } catch {
        // A look that meets a fault is left out; its connections may be dead.
        this.#reader.close();
        this.#reader = new FinalReader(this.#bootstrap);
      }
      await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
    }
    this.#reader.close();
    // All is healed: this one must succeed.
    this.#reader = new FinalReader(this.#bootstrap);
    await this.#look().finally(() => this.#reader.close());
  }

  stop(): void {
    this.#isStopped = true;
  }

  async #look(): Promise<void> {
    const faults = this.#faults.splice(0);
    if (faults.length > 0) {
      let ends: ReadonlyMap<string, number>;
      try {
        ends = await this.#reader.ends(this.#topics, false);
      } catch (error) {
        this.#faults.unshift(...faults);
        throw error;
      }
      for (const fault of faults) this.stable.expect(fault, ends, Date.now());
    }
    if (this.stable.pending > 0) this.stable.look(await this.#reader.ends(this.#topics, true), Date.now());

    const positions = new Map(this.#positions);
    const seen: FinalRecord[] = await this.#reader.readOn('accounts', true, positions);
    const ends = onlyPartitions(await this.#reader.ends(['accounts'], false));
    for (const [partition, position] of positions) this.#positions.set(partition, position);
    this.snapshots.take(bookings(seen), positions, ends);
  }
}
