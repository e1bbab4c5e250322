import { dispose, type Figures, measure, prepare, warmUp } from './measure.ts';
import { attachInspector } from './inspector.ts';
import type { Prepared, Workload } from './load.ts';
import type { Result } from './report.ts';
import type { System } from './systems.ts';

/** Seconds of a round that are not measured: the start, the drain, what is read back, the removal. */
const OVERHEAD_SECONDS = 4;
const LEAST_SECONDS = 2;
const SLACK_MS = 5000;

export interface Plan {
  readonly workloads: readonly Workload[];
  readonly rounds: number;
  readonly seconds: number;
  readonly warmSeconds: number;
  /** All of it should end within; rounds become shorter when it would not. */
  readonly budgetSeconds: number;
  readonly cpuProfile: string | undefined;
  readonly heapSnapshot: string | undefined;
}

/**
 * Each workload in turn: every system is made ready and warm, then they are measured A B A B, so that what changes on
 * the machine meanwhile meets both. A workload that fails is told and leaves the others alone.
 */
export async function runWorkloads(systems: readonly System[], plan: Plan, say: (line: string) => void, format: (system: string, figures: Figures, per: Workload['per']) => string): Promise<Result[]> {
  const startedAt = performance.now();
  const results: Result[] = [];
  for (const [index, workload] of plan.workloads.entries()) {
    const left = plan.budgetSeconds - (performance.now() - startedAt) / 1000;
    const each = left / (plan.workloads.length - index) / systems.length;
    const seconds = Math.max(LEAST_SECONDS, Math.min(plan.seconds, (each - plan.warmSeconds) / plan.rounds - OVERHEAD_SECONDS));
    say(`\n[${index + 1}/${plan.workloads.length}] ${workload.name}: ${workload.describes}`);
    const share = performance.now() + each * systems.length * 1000;
    const figures = new Map<string, Figures[]>(systems.map(({ name }) => [name, []]));
    const prepared = new Map<System, Prepared>();
    try {
      for (const system of systems) {
        const ready = await prepare(system, workload);
        prepared.set(system, ready);
        say(`  ${system.name} warm after ${await warmUp(system, ready, plan.warmSeconds)} s`);
      }
      let isLast = false;
      for (let round = 1; !isLast; round++) {
        const roundAt = performance.now();
        isLast = round === plan.rounds;
        for (const [system, ready] of prepared) {
          const inspector = isLast ? await attachInspector(system, plan, say) : undefined;
          const measured = await measure(system, ready, seconds, inspector);
          await inspector?.close();
          figures.get(system.name)?.push(measured);
          say(`  ${round}/${plan.rounds} ${format(system.name, measured, workload.per)}`);
          if (round === 1) say(`      ${measured.check}`);
        }
        const now = performance.now();
        if (!isLast && now + (now - roundAt) > share + SLACK_MS) {
          isLast = true;
          say('  no further round: the time for all workloads would not do');
        }
      }
      results.push({ workload, figures });
    } catch (error) {
      process.exitCode = 1;
      say(`  FAILED, no figure counts: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    } finally {
      for (const [system, ready] of prepared) await dispose(system, ready).catch((error: unknown) => say(`  ${system.name}: ${String(error)}`));
    }
  }
  return results;
}
