import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { describe, expect, it } from '@jest/globals';

/** Each test is a process that loads Nest: a second on an idle machine, many on a busy one. */
const TEST_TIME_MS = 60_000;
const moduleFile = new URL('./run-plane.js', import.meta.url).href;

/** A process of its own that runs a plane; sends it `signal` when it prints `upon`, and answers its exit code and its lines. */
async function run(plane: string, upon?: string, signal?: NodeJS.Signals): Promise<{ readonly code: unknown; readonly lines: readonly string[] }> {
  const program = `
    import 'reflect-metadata';
    import { runPlane } from '${moduleFile}';
    const say = (text) => process.stdout.write(text + '\\n');
    const logger = { info: say, warn: say, error: say, debug() {}, with: () => logger };
    runPlane(${plane}, logger).catch((error) => { say(error.message); process.exit(3); });
  `;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], { stdio: ['ignore', 'pipe', 'inherit'], timeout: TEST_TIME_MS - 10_000, killSignal: 'SIGKILL' });
  const lines: string[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(line);
    if (line === upon) child.kill(signal);
  });
  const [code] = await once(child, 'close');
  return { code, lines };
}

describe('runPlane', () => {
  it('stops a plane that never becomes ready, and ends with 0', async () => {
    const plane = `{ start: () => { say('starting'); return new Promise(() => {}); }, stop: async () => say('let go') }`;
    expect(await run(plane, 'starting', 'SIGTERM')).toEqual({ code: 0, lines: ['starting', 'stopping before the start was complete', 'let go', 'stopped cleanly'] });
  }, TEST_TIME_MS);

  it('takes no notice of a start that fails because of the stop', async () => {
    const plane = `(() => { const { promise, reject } = Promise.withResolvers(); return { start: () => { say('starting'); return promise; }, stop: async () => { reject(new Error('stopped')); say('let go'); } }; })()`;
    expect(await run(plane, 'starting', 'SIGINT')).toEqual({ code: 0, lines: ['starting', 'stopping before the start was complete', 'let go', 'stopped cleanly'] });
  }, TEST_TIME_MS);

  it.each(['SIGTERM', 'SIGINT'] as const)('stops a plane that serves on %s, also right after it is ready', async (signal) => {
    const plane = `{ start: async () => say('ready'), stop: async () => say('let go') }`;
    expect(await run(plane, 'ready', signal)).toEqual({ code: 0, lines: ['ready', 'stopping', 'let go', 'stopped cleanly'] });
  }, TEST_TIME_MS);

  it('rejects with what the start throws', async () => {
    expect(await run(`{ start: async () => { throw new Error('no port'); }, stop: async () => {} }`)).toEqual({ code: 3, lines: ['no port'] });
  }, TEST_TIME_MS);
});
