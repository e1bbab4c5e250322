/**
 * `node tools/serve.ts apps/broker [--inspect[-brk][=HOST:PORT]] [arguments]`: builds and runs one app, and again after each
 * change of a source. The running process is replaced only when the build passes.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { watch } from 'node:fs/promises';
import { join } from 'node:path';

const [app, ...given] = process.argv.slice(2);
if (app === undefined) throw new Error('usage: node tools/serve.ts apps/NAME [--inspect=0] [arguments]');
const isForNode = (argument: string): boolean => /^--inspect\b/.test(argument);
const nodeArguments = ['--enable-source-maps', ...given.filter(isForNode)];
const appArguments = given.filter((argument) => !isForNode(argument));

/** Most modules are the same at the next start: what V8 made of them is kept, which saves a tenth of it. */
const environment = { NODE_COMPILE_CACHE: join(import.meta.dirname, '../node_modules/.cache/serve'), ...process.env };

let child: ChildProcess | undefined;
let isBuilding = false;
let changedMeanwhile = false;
let isEnding = false;

async function stop(): Promise<void> {
  if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

async function rebuild(): Promise<void> {
  if (isBuilding) {
    changedMeanwhile = true;
    return;
  }
  isBuilding = true;
  do {
    changedMeanwhile = false;
    const [code] = await once(spawn('tsc', ['-b', app as string], { stdio: 'inherit' }), 'exit');
    if (code === 0 && !changedMeanwhile) {
      await stop();
      if (isEnding) return;
      child = spawn(process.execPath, [...nodeArguments, `${app}/dist/main.js`, ...appArguments], { stdio: 'inherit', env: environment });
    }
  } while (changedMeanwhile);
  isBuilding = false;
}

async function follow(folder: string): Promise<void> {
  for await (const { filename } of watch(folder, { recursive: true })) {
    if (filename !== null && /(^|\/)src\/.*\.ts$/.test(filename)) void rebuild();
  }
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    isEnding = true;
    void stop().then(() => process.exit(0));
  });
}
// Watching begins before the first build: what is saved meanwhile is built, too.
await Promise.all([follow('libs'), follow(app), rebuild()]);
