import { execFileSync, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { watchProcess, type WatchedProcess } from './watched-process.ts';

export type PlaneApp = 'controller-quorum' | 'broker' | 'group-coordinator' | 'transaction-coordinator';

/** One plane as a process of its own. */
export type PlaneProcess = WatchedProcess;

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
  return watchProcess(app, spawn(process.execPath, words(app, settings, [], nodeOptions), { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } }));
}

/** The first host:port in `text`. */
export function addressIn(text: string): string {
  const match = /[\w.-]+:\d+/.exec(text.replace(/^\w+:\/\//, ''));
  if (match === null) throw new Error(`no address in ${text}`);
  return match[0];
}
