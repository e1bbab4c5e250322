import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const page = readFileSync(join(root, 'docs/embedded.md'), 'utf8');
const runFile = promisify(execFile);
const PROCESS_TIMEOUT_MS = 30_000;

/** A project of a user, outside the workspace, with the built package and its dependencies as npm would lay them out. */
let project = '';

beforeAll(async () => {
  project = realpathSync(mkdtempSync(join(tmpdir(), 'ottla-user-')));
  write('package.json', '{ "private": true }');
  const modules = join(project, 'node_modules');
  mkdirSync(join(modules, '@node-rs'), { recursive: true });
  mkdirSync(join(modules, '@types'));
  await runFile(process.execPath, [join(root, 'tools/npm-package/build.ts'), join(modules, 'ottla')]);
  for (const name of ['@node-rs/crc32', 'snappy', 'lz4-napi', 'kafkajs', 'jest', '@types/node']) symlinkSync(join(root, 'node_modules', name), join(modules, name));
}, PROCESS_TIMEOUT_MS);
afterAll(() => rmSync(project, { recursive: true, force: true }));

interface Output {
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs node in the project, without what jest put into the environment. Rejects when it does not exit with 0. */
async function node(...args: readonly string[]): Promise<Output> {
  const { NODE_OPTIONS: _, NODE_ENV: __, JEST_WORKER_ID: ___, NODE_TEST_CONTEXT: ____, ...env } = process.env;
  return await runFile(process.execPath, args, { cwd: project, env });
}

function write(name: string, content: string): string {
  writeFileSync(join(project, name), content);
  return join(project, name);
}

/** The example of the page that begins with `// name`. */
function example(name: string): string {
  const block = [...page.matchAll(/```\w+\n([^]*?)```/g)].map(([, code = '']) => code).find((code) => code.startsWith(`// ${name}\n`));
  if (block === undefined) throw new Error(`docs/embedded.md has no example ${name}`);
  return block;
}

describe('the package ottla', () => {
  const body = `
    const ottla = await startOttla({ topics: ['a'] });
    console.log(/^127\\.0\\.0\\.1:\\d+$/.test(ottla.bootstrapServers));
    await ottla.stop();
  `;

  it('can be required, and imported', async () => {
    const required = write('required.cjs', `const { startOttla } = require('ottla');\n(async () => {${body}})();`);
    const imported = write('imported.mjs', `import { startOttla } from 'ottla';\n${body}`);
    expect(await node(required)).toEqual({ stdout: 'true\n', stderr: '' });
    expect(await node(imported)).toEqual({ stdout: 'true\n', stderr: '' });
  });

  it('serves every codec that its dependencies bring', async () => {
    const file = write('codecs.mjs', `
      import { createRequire } from 'node:module';
      import { startOttla } from 'ottla';
      import kafkajs from 'kafkajs';
      const ottla = await startOttla({ topics: [{ name: 'a', config: { 'compression.type': 'lz4' } }, { name: 'b', config: { 'compression.type': 'snappy' } }] });
      const producer = new kafkajs.Kafka({ brokers: [ottla.bootstrapServers], logLevel: 0 }).producer({ createPartitioner: kafkajs.Partitioners.DefaultPartitioner });
      await producer.connect();
      for (const topic of ['a', 'b']) {
        const [sent] = await producer.send({ topic, messages: [{ value: 'x'.repeat(500) }] });
        console.log(topic, sent.baseOffset);
      }
      await producer.disconnect();
      await ottla.stop();
    `);
    expect((await node('--no-warnings', file)).stdout).toBe('a 0\nb 0\n');
  });

  it('tells its types to modules of both kinds', async () => {
    const use = `import { startOttla, type Ottla, type OttlaOptions } from 'ottla';
      const options: OttlaOptions = { brokers: 1, topics: ['a', { name: 'b', partitions: 2, config: { 'retention.ms': 5 } }], settings: { 'num.partitions': 3 }, logger: console };
      export async function run(): Promise<string> {
        await using ottla: Ottla = await startOttla(options);
        return ottla.bootstrapServers;
      }
      // @ts-expect-error a misspelt option
      export const wrong: OttlaOptions = { broker: 1 };
    `;
    const files = [write('use.mts', use), write('use.cts', use)];
    const flags = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2022', '--types', 'node'];
    expect((await node(join(root, 'node_modules/typescript/bin/tsc'), ...flags, ...files)).stdout).toBe('');
  }, PROCESS_TIMEOUT_MS);

  it('depends on native packages only', () => {
    const manifest = JSON.parse(readFileSync(join(project, 'node_modules/ottla/package.json'), 'utf8')) as { dependencies: Record<string, string> };
    expect(Object.keys(manifest.dependencies)).toEqual(['@node-rs/crc32', 'snappy', 'lz4-napi']);
    expect(Object.values(manifest.dependencies)).toEqual([expect.stringMatching(/^\d/), expect.stringMatching(/^\d/), expect.stringMatching(/^\d/)]);
  });
});

describe('the examples of docs/embedded.md', () => {
  it('run in jest', async () => {
    write('orders.test.js', example('orders.test.js'));
    const { stderr } = await node(join(project, 'node_modules/jest/bin/jest.js'), '--watchman=false', '--cacheDirectory', join(project, '.cache'), 'orders.test.js');
    expect(stderr).toContain('1 passed, 1 total');
    expect(stderr).not.toContain('did not exit');
  }, PROCESS_TIMEOUT_MS);

  it('run in node:test', async () => {
    const file = write('orders.test.mjs', example('orders.test.mjs'));
    expect((await node('--test', file)).stdout).toMatch(/pass 1\n[^]*fail 0\n/);
  }, PROCESS_TIMEOUT_MS);
});
