import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export type PlaneApp = 'controller-quorum' | 'broker' | 'group-coordinator' | 'transaction-coordinator';

/** One plane as a process of its own. */
export interface PlaneProcess {
  /** Settles with the text behind `before` in the first line that has it; rejects with all output when the process ends without it. */
  told(before: string): Promise<string>;
  /** Settles with the exit code, however the process ends. */
  readonly exited: Promise<number | null>;
  /** SIGTERM; settles with the exit code. */
  terminate(): Promise<number | null>;
  /** SIGKILL. */
  kill(): Promise<void>;
  readonly output: () => string;
}

function words(app: PlaneApp, settings: Readonly<Record<string, string>>, action: readonly string[] = [], nodeOptions: readonly string[] = []): string[] {
  const main = fileURLToPath(new URL(`../../../${app}/dist/main.js`, import.meta.url));
  return ['--enable-source-maps', ...nodeOptions, main, ...action, ...Object.entries(settings).flatMap(([key, value]) => ['--set', `${key}=${value}`])];
}

/** Runs the app's `format` to its end, and answers what it printed. */
export function formatPlane(app: PlaneApp, settings: Readonly<Record<string, string>>): string {
  return execFileSync(process.execPath, words(app, settings, ['format']), { encoding: 'utf8' });
}

/** `env` comes on top of this process's environment; `nodeOptions` go to node: a module to load first, for a process that is to be odd. */
export function startPlane(app: PlaneApp, settings: Readonly<Record<string, string>>, env: Readonly<Record<string, string>> = {}, nodeOptions: readonly string[] = []): PlaneProcess {
  const child = spawn(process.execPath, words(app, settings, [], nodeOptions), { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } });
  const lines: string[] = [];
  const waiting = new Set<() => void>();
  const onLine = (line: string): void => {
    lines.push(line);
    if (lines.length > 10_000) lines.shift();
    for (const look of waiting) look();
  };
  for (const input of [child.stdout, child.stderr]) createInterface({ input }).on('line', onLine);
  const exited = once(child, 'close').then(([code]) => code as number | null);
  const output = (): string => lines.join('\n');
  const end = async (signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null> => {
    child.kill(signal);
    return await exited;
  };
  return {
    output, exited,
    told: async (before) => {
      const { promise, resolve, reject } = Promise.withResolvers<string>();
      const look = (): void => {
        const line = lines.find((text) => text.includes(before));
        if (line !== undefined) resolve(line.slice(line.indexOf(before) + before.length));
      };
      waiting.add(look);
      look();
      void exited.then((code) => reject(new Error(`the ${app} ended with ${code}:\n${output()}`)));
      return await promise.finally(() => waiting.delete(look));
    },
    terminate: () => end('SIGTERM'),
    kill: async () => void (await end('SIGKILL')),
  };
}

/** The first host:port in `text`. */
export function addressIn(text: string): string {
  const match = /[\w.-]+:\d+/.exec(text.replace(/^\w+:\/\//, ''));
  if (match === null) throw new Error(`no address in ${text}`);
  return match[0];
}
