import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Inspector } from '../bench/inspector.ts';
import type { Proxy } from '../chaos/proxy.ts';
import type { ServiceProcess } from '../cluster/service-process.ts';
import type { Fault } from './alert-faults.ts';
import type { Traffic } from './traffic.ts';

/** Options of every service: a signal opens the inspector, at a port of its own. */
export const INSPECTED: readonly string[] = ['--inspect-port=0'];
/** A heap that can be filled without taking the machine's memory. The limit that is told of holds three young spaces too, which cannot be filled: they are small here. */
export const SMALL_HEAP: readonly string[] = ['--max-old-space-size=1000', '--max-semi-space-size=16'];
const LOOK_MS = 50;
const OPENS_WITHIN_MS = 20_000;
/** More than a broker may be behind, in records of metadata. */
const MANY_PARTITIONS = 1200;

/** What runs in the process, as text. Each is started by one expression and ended by another. */
const busy = { begin: 'globalThis.faultTimer = setInterval(() => { for (const until = performance.now() + 60; performance.now() < until; ); }, 1)', end: 'clearInterval(globalThis.faultTimer)' };
const collecting = {
  begin: `(() => {
    process.getBuiltinModule('v8').setFlagsFromString('--expose-gc');
    const collect = process.getBuiltinModule('vm').runInNewContext('gc');
    globalThis.faultKept = Array.from({ length: 500000 }, (_, at) => ({ at, list: [at] }));
    globalThis.faultTimer = setInterval(collect, 30);
  })()`,
  end: 'clearInterval(globalThis.faultTimer); globalThis.faultKept = undefined',
};
/** Strings hold no references: collections stay short, so that V8 does not give the process up. */
const hoarding = {
  begin: `(() => {
    const { getHeapStatistics } = process.getBuiltinModule('v8');
    globalThis.faultKept = [];
    for (let now = getHeapStatistics(); now.used_heap_size < 0.87 * now.heap_size_limit; now = getHeapStatistics()) {
      const text = 'x'.repeat(2 ** 24) + globalThis.faultKept.length;
      text.charCodeAt(0);
      globalThis.faultKept.push(text);
    }
  })()`,
  end: 'globalThis.faultKept = undefined',
};

/** Runs an expression within a service, as its debugger would. */
async function evaluateIn(service: ServiceProcess, expression: string): Promise<void> {
  const said = (): string | undefined => /Debugger listening on (ws:\S+)/.exec(service.output())?.[1];
  if (said() === undefined) process.kill(service.pid, 'SIGUSR1');
  for (const deadline = performance.now() + OPENS_WITHIN_MS; said() === undefined; await pause(LOOK_MS)) {
    if (performance.now() > deadline) throw new Error(`${service.name} opens no inspector`);
  }
  const inspector = await Inspector.open(said() as string);
  const died = service.ended.then((how): never => {
    throw new Error(`${service.name} ended (${how}) while code ran in it`);
  });
  const { exceptionDetails } = (await Promise.race([inspector.call('Runtime.evaluate', { expression }), died])) as { exceptionDetails?: { text: string } };
  inspector.close();
  if (exceptionDetails !== undefined) throw new Error(`${service.name}: ${exceptionDetails.text}`);
}

/** A broker whose figures tell of itself: `service` has a small heap, its log folder below `directory`, and reaches the controllers by `ways`. */
export function faultsInside(service: ServiceProcess, directory: string, ways: readonly Proxy[], traffic: Traffic): readonly Fault[] {
  const inside = (what: string, alert: string, { begin, end }: { readonly begin: string; readonly end: string }): Fault => ({
    what, alerts: [alert],
    cause: async () => await evaluateIn(service, begin),
    remedy: async () => await evaluateIn(service, end),
  });
  const folder = join(directory, service.name);
  return [
    inside('code that never rests runs in a broker (by its debugger)', 'OttlaEventLoopBusy', busy),
    inside('code that has garbage collected again and again runs in a broker (by its debugger)', 'OttlaGarbageCollection', collecting),
    inside('code that keeps 0.87 of the heap runs in a broker (by its debugger)', 'OttlaHeapNearLimit', hoarding),
    {
      what: 'a broker hears nothing from the controllers while 1200 partitions are made',
      alerts: ['OttlaMetadataBehind'],
      cause: async () => {
        for (const way of ways) way.hold('both');
        await traffic.createWide('wide', MANY_PARTITIONS);
      },
      remedy: async () => {
        for (const way of ways) way.heal();
        await traffic.delete('wide');
      },
    },
    {
      what: 'the log folder of a broker is moved away',
      alerts: ['OttlaFiguresDropped'],
      cause: async () => await Promise.resolve(renameSync(folder, `${folder}.moved`)),
      remedy: async () => {
        renameSync(`${folder}.moved`, folder);
        await service.kill();
        await service.start();
      },
    },
  ];
}
