/**
 * A thread that runs seeds of one world: it is told `from` and `count`, and tells of each seed that begins, and after each
 * chunk what came of it. With a planted bug the patched sources take the place of the compiled ones before anything of the world is loaded.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { Timeline } from '@ottla/testing';
import { plantBug } from './plant-bug.ts';
import { loadWorld, type WorldName } from './worlds.ts';

export interface SeedOrder {
  readonly from: number;
  readonly count: number;
}

export interface SeedFailure {
  readonly seed: number;
  readonly message: string;
  readonly timeline: readonly string[];
}

export interface SeedReport {
  readonly ran: number;
  readonly totals: Readonly<Record<string, number>>;
  /** The first seed that fails ends the chunk. */
  readonly failure: SeedFailure | undefined;
}

/** Said before a seed runs: whoever spins in it says nothing more. */
export interface SeedBegins {
  readonly begins: number;
}

export interface SeedWorkerData {
  readonly world: WorldName;
  readonly bugFile: string | undefined;
}

if (parentPort === null) throw new Error('this file is a thread of tools/simulate/main.ts');
const port = parentPort;
const { world: worldName, bugFile } = workerData as SeedWorkerData;
const planted = bugFile === undefined ? undefined : plantBug(bugFile);
const world = await loadWorld(worldName);
const missed = planted?.notLoaded() ?? [];
if (missed.length > 0) throw new Error(`${bugFile}: the world ${worldName} does not load ${missed.join(', ')}`);

async function runChunk({ from, count }: SeedOrder): Promise<SeedReport> {
  const totals: Record<string, number> = {};
  for (let seed = from; seed < from + count; seed++) {
    const timeline = new Timeline();
    port.postMessage({ begins: seed } satisfies SeedBegins);
    try {
      for (const [name, amount] of Object.entries(await world.run(seed, timeline))) totals[name] = (totals[name] ?? 0) + amount;
    } catch (error) {
      return { ran: seed - from + 1, totals, failure: { seed, message: Error.isError(error) ? error.message : String(error), timeline: timeline.lines } };
    }
  }
  return { ran: count, totals, failure: undefined };
}

port.on('message', (order: SeedOrder) => {
  void runChunk(order).then((report) => port.postMessage(report));
});
