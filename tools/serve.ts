/**
 * `node tools/serve.ts apps/broker [arguments]`: builds and runs one app, and again after each change of a source.
 * The running process is replaced only when the build passes.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { watch } from 'node:fs/promises';

const [app, ...appArguments] = process.argv.slice(2);
if (app === undefined) throw new Error('usage: node tools/serve.ts apps/NAME [arguments]');

let child: ChildProcess | undefined;
let isBuilding = false;
let changedMeanwhile = false;

async function stop(): Promise<void> {
  if (child === undefined || child.exitCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
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
      child = spawn(process.execPath, ['--enable-source-maps', `${app}/dist/main.js`, ...appArguments], { stdio: 'inherit' });
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
    void stop().then(() => process.exit(0));
  });
}
await rebuild();
await Promise.all([follow('libs'), follow(app)]);
