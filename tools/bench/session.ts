import { dispose, type Figures, measure, prepare, warmUp } from './measure.ts';
import { attachInspector } from './inspector.ts';
import type { Prepared, Workload } from './load.ts';
import type { Result } from './report.ts';
import type { System } from './systems.ts';

/** Seconds of a round that are not measured: the start, the drain, what is read back, the removal. */
const OVERHEAD_SECONDS = 3;
const LEAST_SECONDS = 2;
const SLACK_MS = 5000;

export interface Plan {
  readonly workloads: readonly Workload[];
  readonly rounds: number;
  readonly seconds: number;
  readonly warmSeconds: number;
  /** The same for the first workload, before which nothing of a system is compiled. */
  readonly firstWarmSeconds: number;
  /** All of it should end within; rounds become shorter when it would not. */
  readonly budgetSeconds: number;
  readonly cpuProfile: string | undefined;
  readonly heapSnapshot: string | undefined;
}

/**
 * Each workload in turn: every system is made ready and warm, then they are measured A B A B, so that what changes on
 * the machine meanwhile meets both. Where a system fails, that is told, none of its figures of the workload counts, and
 * the rest goes on.
 */
export async function runWorkloads(systems: readonly System[], plan: Plan, say: (line: string) => void, format: (system: string, figures: Figures, per: Workload['per']) => string): Promise<Result[]> {
  const startedAt = performance.now();
  const results: Result[] = [];
  for (const [index, workload] of plan.workloads.entries()) {
    const left = plan.budgetSeconds - (performance.now() - startedAt) / 1000;
    const eachSeconds = left / (plan.workloads.length - index) / systems.length;
    say(`\n[${index + 1}/${plan.workloads.length}] ${workload.name}: ${workload.describes}`);
    const warmSeconds = index === 0 ? plan.firstWarmSeconds : plan.warmSeconds;
    // What the first takes longer to be warm comes off the others, not off its own rounds.
    const run = new WorkloadRun(workload, systems, { ...plan, warmSeconds }, eachSeconds + warmSeconds - plan.warmSeconds, say, format);
    const figures = await run.measured();
    if (figures.size > 0) results.push({ workload, figures });
  }
  return results;
}

/** One workload on all systems. */
class WorkloadRun {
  readonly #workload: Workload;
  readonly #systems: readonly System[];
  readonly #plan: Plan;
  readonly #seconds: number;
  /** When a further round would be too much, on the clock of `performance`. */
  readonly #endAtMs: number;
  readonly #say: (line: string) => void;
  readonly #format: (system: string, figures: Figures, per: Workload['per']) => string;
  /** Systems that have not failed. */
  readonly #prepared = new Map<System, Prepared>();
  readonly #figures = new Map<string, Figures[]>();

  constructor(workload: Workload, systems: readonly System[], plan: Plan, eachSeconds: number, say: (line: string) => void, format: (system: string, figures: Figures, per: Workload['per']) => string) {
    this.#workload = workload;
    this.#systems = systems;
    this.#plan = plan;
    this.#seconds = Math.max(LEAST_SECONDS, Math.min(plan.seconds, (eachSeconds - plan.warmSeconds) / plan.rounds - OVERHEAD_SECONDS));
    this.#endAtMs = performance.now() + eachSeconds * systems.length * 1000;
    this.#say = say;
    this.#format = format;
  }

  async measured(): Promise<ReadonlyMap<string, readonly Figures[]>> {
    for (const system of this.#systems.map((given) => this.#asAsked(given))) await this.#attempt(system, () => this.#makeReady(system));
    const { rounds } = this.#plan;
    for (let round = 1, isLast = false; !isLast && this.#prepared.size > 0; round++) {
      const roundAtMs = performance.now();
      isLast = round === rounds;
      for (const [system, ready] of this.#prepared) await this.#attempt(system, () => this.#round(system, ready, round, isLast));
      const nowMs = performance.now();
      if (isLast || nowMs + (nowMs - roundAtMs) <= this.#endAtMs + SLACK_MS) continue;
      isLast = true;
      this.#say('  no further round: the time for all workloads would not do');
    }
    for (const [system, ready] of this.#prepared) await dispose(system, ready).catch((error: unknown) => this.#say(`  ${system.name}: ${String(error)}`));
    return this.#figures;
  }

  /** The system as clients of this workload meet it. */
  #asAsked(system: System): System {
    if (this.#workload.isSecure !== true) return system;
    if (system.secure === undefined) throw new Error(`${system.name} has no listener for TLS`);
    return { ...system, ...system.secure };
  }

  async #attempt(system: System, act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      process.exitCode = 1;
      this.#say(`  ${system.name} FAILED, none of its figures counts: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      this.#figures.delete(system.name);
      const ready = this.#prepared.get(system);
      this.#prepared.delete(system);
      if (ready !== undefined) await dispose(system, ready).catch((failure: unknown) => this.#say(`  ${system.name}: ${String(failure)}`));
    }
  }

  async #makeReady(system: System): Promise<void> {
    const ready = await prepare(system, this.#workload);
    this.#prepared.set(system, ready);
    this.#say(`  ${system.name} warm after ${await warmUp(system, ready, this.#plan.warmSeconds)} s`);
  }

  async #round(system: System, ready: Prepared, round: number, isLast: boolean): Promise<void> {
    const inspector = isLast ? await attachInspector(system, this.#plan, this.#say) : undefined;
    const measured = await measure(system, ready, this.#seconds, inspector);
    await inspector?.close();
    const figures = this.#figures.get(system.name) ?? [];
    this.#figures.set(system.name, figures);
    figures.push(measured);
    this.#say(`  ${round}/${this.#plan.rounds} ${this.#format(system.name, measured, this.#workload.per)}`);
    if (round === 1) this.#say(`      ${measured.check}`);
  }
}
