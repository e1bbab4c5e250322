import { createWriteStream, writeFileSync } from 'node:fs';
import { finished } from 'node:stream/promises';
import type { Observer } from './measure.ts';
import type { System } from './systems.ts';

const SAMPLING_INTERVAL_US = 500;
const SHOWN_FUNCTIONS = 30;

interface CpuProfile {
  readonly nodes: readonly { readonly id: number; readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number } }[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

interface InspectorMessage {
  readonly id?: number;
  readonly method?: string;
  readonly params?: { readonly chunk?: string };
  readonly result?: object;
  readonly error?: { readonly message: string };
}

/** One connection to a Node process's inspector. */
export class Inspector {
  readonly #socket: WebSocket;
  readonly #calls = new Map<number, { resolve: (result: object) => void; reject: (cause: Error) => void }>();
  onChunk: (chunk: string) => void = () => undefined;
  #lastId = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => {
      const { id, method, params, result, error } = JSON.parse(String(data)) as InspectorMessage;
      if (method === 'HeapProfiler.addHeapSnapshotChunk') this.onChunk(params?.chunk ?? '');
      const call = id === undefined ? undefined : this.#calls.get(id);
      if (call === undefined) return;
      this.#calls.delete(id as number);
      if (error === undefined) call.resolve(result ?? {});
      else call.reject(new Error(error.message));
    });
  }

  static async open(url: string): Promise<Inspector> {
    const socket = new WebSocket(url);
    await new Promise<void>((resolve, reject) => {
      socket.addEventListener('open', () => resolve());
      socket.addEventListener('error', () => reject(new Error(`no inspector at ${url}`)));
    });
    return new Inspector(socket);
  }

  call(method: string, params: object = {}): Promise<object> {
    return new Promise((resolve, reject) => {
      this.#calls.set(++this.#lastId, { resolve, reject });
      this.#socket.send(JSON.stringify({ id: this.#lastId, method, params }));
    });
  }

  close(): void {
    this.#socket.close();
  }
}

export interface Wanted {
  readonly cpuProfile: string | undefined;
  readonly heapSnapshot: string | undefined;
}

/** An observer that profiles the seconds it sees; a heap snapshot is taken by `close`. Nothing for a system that has no inspector. */
export async function attachInspector(system: System, { cpuProfile, heapSnapshot }: Wanted, say: (line: string) => void): Promise<(Observer & { close(): Promise<void> }) | undefined> {
  if (system.inspectorUrl === undefined) return undefined;
  const inspector = await Inspector.open(system.inspectorUrl);
  return {
    begin: async () => {
      if (cpuProfile === undefined) return;
      await inspector.call('Profiler.enable');
      await inspector.call('Profiler.setSamplingInterval', { interval: SAMPLING_INTERVAL_US });
      await inspector.call('Profiler.start');
    },
    end: async () => {
      if (cpuProfile === undefined) return;
      const { profile } = (await inspector.call('Profiler.stop')) as { profile: CpuProfile };
      writeFileSync(cpuProfile, JSON.stringify(profile));
      for (const line of selfTimes(profile)) say(`      ${line}`);
    },
    close: async () => {
      if (heapSnapshot !== undefined) await writeSnapshot(inspector, heapSnapshot, say);
      inspector.close();
    },
  };
}

async function writeSnapshot(inspector: Inspector, file: string, say: (line: string) => void): Promise<void> {
  await inspector.call('HeapProfiler.enable');
  await inspector.call('HeapProfiler.collectGarbage');
  const { usedSize, totalSize } = (await inspector.call('Runtime.getHeapUsage')) as { usedSize: number; totalSize: number };
  say(`      heap after a collection: ${(usedSize / 1e6).toFixed(1)} MB of ${(totalSize / 1e6).toFixed(1)} MB`);
  const output = createWriteStream(file);
  inspector.onChunk = (chunk) => void output.write(chunk);
  await inspector.call('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  output.end();
  await finished(output);
}

/** Where the time went, functions by the time in themselves. */
function selfTimes({ nodes, samples, timeDeltas }: CpuProfile): string[] {
  const names = new Map(nodes.map(({ id, callFrame }) => [id, `${callFrame.functionName || '(anonymous)'} ${callFrame.url.split('/').slice(-3).join('/')}:${callFrame.lineNumber + 1}`]));
  const times = new Map<string, number>();
  let total = 0;
  samples.forEach((sample, index) => {
    const name = names.get(sample) ?? '';
    const time = timeDeltas[index] as number;
    times.set(name, (times.get(name) ?? 0) + time);
    total += time;
  });
  return [...times].sort((a, b) => b[1] - a[1]).slice(0, SHOWN_FUNCTIONS).map(([name, time]) => `${((time / total) * 100).toFixed(1).padStart(5)} % ${name}`);
}
