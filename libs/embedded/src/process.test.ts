import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from '@jest/globals';

const entry = JSON.stringify(new URL('./index.js', import.meta.url).href);

interface Outcome {
  readonly code: number | null;
  readonly said: string;
  readonly complaints: string;
  /** Folders it left behind. */
  readonly folders: readonly string[];
}

/** Runs code as the main module of a process of its own, until that ends by itself. */
async function run(code: string): Promise<Outcome> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'pipe'] });
  const [said, complaints, [exitCode]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit') as Promise<[number | null]>]);
  return { code: exitCode, said, complaints, folders: readdirSync(tmpdir()).filter((name) => name.startsWith(`ottla-${child.pid}-`)) };
}

describe('a process with an instance', () => {
  it('ends by itself after stop, with nothing left open and nothing said', async () => {
    const outcome = await run(`
      import { startOttla } from ${entry};
      const ottla = await startOttla({ brokers: 2, topics: ['a', { name: 'b', partitions: 5 }] });
      await ottla.stop();
      console.log(JSON.stringify(process.getActiveResourcesInfo().filter((kind) => kind !== 'Immediate' && kind !== 'PipeWrap')));
    `);
    expect(outcome).toEqual({ code: 0, said: '[]\n', complaints: '', folders: [] });
  });

  it('ends by itself after a start that failed', async () => {
    const outcome = await run(`
      import { startOttla } from ${entry};
      await startOttla({ brokers: 2, settings: { 'default.replication.factor': 3 }, topics: ['a'] }).catch((error) => console.log(error.message));
    `);
    expect(outcome).toEqual({ code: 0, said: expect.stringContaining('INVALID_REPLICATION_FACTOR'), complaints: '', folders: [] });
  });

  it('takes its folders along when it exits without stop', async () => {
    const outcome = await run(`
      import { startOttla } from ${entry};
      await Promise.all([startOttla(), startOttla()]);
      process.exit(3);
    `);
    expect(outcome).toEqual({ code: 3, said: '', complaints: '', folders: [] });
  });

  it('loads neither Nest nor OpenTelemetry nor gRPC', async () => {
    const outcome = await run(`
      import { createRequire, registerHooks } from 'node:module';
      const loaded = [];
      registerHooks({ resolve(specifier, context, next) { const found = next(specifier, context); loaded.push(found.url); return found; } });
      const { startOttla } = await import(${entry});
      const ottla = await startOttla({ topics: ['a'] });
      await ottla.stop();
      loaded.push(...Object.keys(createRequire(${entry}).cache));
      const packages = loaded.flatMap((url) => /node_modules\\/((?:@[^/]+\\/)?[^/]+)/.exec(url)?.[1] ?? []);
      console.log(JSON.stringify([...new Set(packages)].filter((name) => !name.startsWith('@node-rs/crc32') && !name.startsWith('@ottla/'))), loaded.length > 100);
    `);
    expect(outcome).toEqual({ code: 0, said: '[] true\n', complaints: '', folders: [] });
  });
});
