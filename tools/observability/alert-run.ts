import { cpus, loadavg } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { type Fault, LASTING } from './alert-faults.ts';
import type { Prometheus } from './prometheus.ts';

const FIRES_WITHIN_MS = 60_000;
const CLEARS_WITHIN_MS = 90_000;
const LOOK_MS = 250;

interface Outcome {
  readonly alert: string;
  readonly isLasting: boolean;
  readonly what: string;
  readonly firedAfterMs: number | undefined;
  readonly clearedAfterMs: number | undefined;
}

export interface AlertRun {
  /** Rows of the table, in Markdown. */
  readonly rows: readonly string[];
  readonly failed: readonly string[];
}

/** Causes one fault after the other, and looks when its alerts fire, and when they end once it is mended. */
export async function runFaults(faults: readonly Fault[], prometheus: Prometheus, afterRemedy: () => void, say: (line: string) => void): Promise<AlertRun> {
  const outcomes: Outcome[] = [];
  const failed: string[] = [];
  for (const name of await prometheus.firing()) if (!LASTING.has(name)) failed.push(`${name} fires although nothing is wrong`);
  for (const fault of faults) {
    say(`${fault.what} …`);
    const awaited = fault.alerts.filter((alert) => !LASTING.has(alert));
    const calm = await whenEach(awaited, CLEARS_WITHIN_MS, async () => await prometheus.firing(), false);
    for (const alert of awaited) if (!calm.has(alert)) failed.push(`${fault.what}: ${alert} fires before it is caused`);
    const causedAt = performance.now();
    const causing = fault.cause().catch((error: unknown) => void failed.push(`${fault.what}: ${String(error)}`));
    const fired = await whenEach(fault.alerts, FIRES_WITHIN_MS, async () => await prometheus.firing(), true);
    await causing;
    const lastedMs = performance.now() - causedAt;
    const mending = performance.now();
    await fault.remedy();
    afterRemedy();
    const cleared = await whenEach([...fired.keys()].filter((alert) => !LASTING.has(alert)), CLEARS_WITHIN_MS, async () => await prometheus.firing(), false);
    for (const alert of fault.alerts) {
      const outcome: Outcome = { isLasting: LASTING.has(alert), alert, what: fault.what, firedAfterMs: fired.get(alert), clearedAfterMs: cleared.get(alert) };
      outcomes.push(outcome);
      if (outcome.firedAfterMs === undefined) failed.push(`${fault.what}: ${alert} does not fire`);
      else if (outcome.clearedAfterMs === undefined && !outcome.isLasting) failed.push(`${fault.what}: ${alert} fires on after the remedy`);
      say(`  ${alert}: fired after ${seconds(outcome.firedAfterMs)}, ended ${seconds(outcome.clearedAfterMs)} after the remedy`);
    }
    say(`  lasted ${seconds(lastedMs)}, mended in ${seconds(performance.now() - mending)}`);
  }
  return { rows: outcomes.map(rowOf), failed };
}

/** Milliseconds from now until each alert was first seen firing, or first seen not to; without those that never were. */
async function whenEach(alerts: readonly string[], withinMs: number, firing: () => Promise<ReadonlySet<string>>, wanted: boolean): Promise<ReadonlyMap<string, number>> {
  const seen = new Map<string, number>();
  const startedAt = performance.now();
  while (seen.size < alerts.length && performance.now() - startedAt < withinMs) {
    const now = await firing();
    for (const alert of alerts) if (now.has(alert) === wanted && !seen.has(alert)) seen.set(alert, performance.now() - startedAt);
    await pause(LOOK_MS);
  }
  return seen;
}

function seconds(ms: number | undefined): string {
  return ms === undefined ? 'never' : `${(ms / 1000).toFixed(1)} s`;
}

function rowOf({ alert, isLasting, what, firedAfterMs, clearedAfterMs }: Outcome): string {
  return `| ${alert} | ${what} | ${isLasting && firedAfterMs !== undefined ? 'under load, always' : seconds(firedAfterMs)} | ${isLasting ? 'with the load' : seconds(clearedAfterMs)} |`;
}

const faultOf = (row: string): string => row.split(' | ')[1] ?? '';

/** docs/alerts.md with these rows, and those of `before`, its present text, whose faults were not run again. */
export function alertsPage(rows: readonly string[], before: string, today: string): string {
  const again = new Set(rows.map(faultOf));
  const kept = before.split('\n').filter((line) => line.startsWith('| Ottla') && !again.has(faultOf(line)));
  const all = [...kept, ...rows];
  return `# Alerts, caused

Made by \`node tools/observability/main.ts alerts\`, last on ${today}: three controllers, three brokers, two group and two
transaction coordinators as processes of one machine with ${cpus().length} cores, a load of some 600 records a second, and a Prometheus with the
rules of \`docker/prometheus\`. Faults that are run again by themselves replace their older rows, so these may be of several
runs (load average at the end of the last ${loadavg()[0]?.toFixed(1)}): they tell that alerts fire and end, not how fast. Figures are scraped each second; \`for:\` lasts one second for each minute (5 at most), and ranges 15 s. What to do
when one fires: [operations.md](operations.md#when-an-alert-fires). All of them are tried by promtool too.

| alert | what was done | fired after | ended after the remedy |
| --- | --- | ---: | ---: |
${all.join('\n')}
`;
}
