import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from '@jest/globals';
import { InspectorSession } from './clients/inspector-session.ts';
import { kafkajsKafka } from './clients/kafkajs-client.ts';
import { within } from './conditions.ts';
import { freePorts, PlaneCluster } from './plane-cluster.ts';
import { watchProcess, type WatchedProcess } from './watched-process.ts';

/** What docs/development.md says of working on one service. */
const root = fileURLToPath(new URL('../../../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'ottla-serve-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

const SCRATCH_APP = 'apps/sayer';
/** A workspace of one app and one lib, so that no source of this one is touched. */
const write = (file: string, text: string): void => {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
};
const compilerOptions = { composite: true, rootDir: 'src', outDir: 'dist', sourceMap: true, module: 'nodenext', target: 'es2024', rewriteRelativeImportExtensions: true, types: [] };
const word = (text: string): string => `export const word: string = ${text};\n`;

function layOut(): void {
  write('package.json', '{ "type": "module" }');
  write('libs/words/tsconfig.json', JSON.stringify({ compilerOptions, include: ['src'] }));
  write('libs/words/src/word.ts', word(`'first'`));
  write('apps/sayer/tsconfig.json', JSON.stringify({ compilerOptions, include: ['src'], references: [{ path: '../../libs/words' }] }));
  write('apps/sayer/src/main.ts', `import { word } from '../../../libs/words/dist/word.js';\ndeclare const process: { readonly argv: readonly string[]; readonly stdout: { write(text: string): void } };\ndeclare function setInterval(act: () => void, ms: number): void;\nprocess.stdout.write(word + ' with ' + process.argv.slice(2).join(' ') + '\\n');\nsetInterval(() => {}, 1000);\n`);
}

/** A command of this repository, started. */
function command(script: string, ...words: readonly string[]): WatchedProcess {
  const path = `${join(root, 'node_modules/.bin')}${delimiter}${process.env['PATH'] ?? ''}`;
  const cwd = words[0] === SCRATCH_APP ? folder : root;
  return watchProcess(script, spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(root, script), ...words], { cwd, env: { ...process.env, PATH: path }, stdio: ['ignore', 'pipe', 'pipe'] }));
}

describe('serve', () => {
  it('builds and starts anew when a source of the app or of its lib is saved; a build that fails leaves the old one running', async () => {
    layOut();
    const served = command('tools/serve.ts', SCRATCH_APP, '--inspect=0', '--config', 'file');
    try {
      await served.told('first with --config file');
      await served.told('Debugger listening on ws://');
      write('libs/words/src/word.ts', word(`'second'`));
      await served.told('second with --config file');
      write('libs/words/src/word.ts', word('2'));
      await served.told('TS2322');
      write('libs/words/src/word.ts', word(`'third'`));
      await served.told('third with --config file');
      expect(served.output().match(/ with --config file/g)).toHaveLength(3);
    } finally {
      await served.terminate();
    }
  }, 180_000);
});

describe('a free seat of npm run cluster', () => {
  it('is taken by the service that is served alone, by the command that the cluster prints, under mTLS', async () => {
    const [port] = await freePorts(1);
    const cluster = command('tools/cluster/main.ts', '--dir', join(folder, 'cluster'), '--port', String(port), '--controllers', '1', '--brokers', '1', '--coordinators', '1', '--without', 'broker-1', '--mtls');
    try {
      await cluster.told('; Ctrl-C stops all');
      const [, app, file] = /free seat: npx nx serve (\S+) -- --config (\S+)/.exec(cluster.output()) ?? [];
      expect(app).toBe('broker');
      const broker = command('tools/serve.ts', 'apps/broker', '--config', file as string);
      try {
        await broker.told(`ready for Kafka clients at PLAINTEXT://127.0.0.1:${port}`);
        expect(broker.output()).toContain('(mTLS, for processes with a certificate of cluster ');
        await broker.told('a coordinator connected');
      } finally {
        await broker.terminate();
      }
    } finally {
      await cluster.terminate();
    }
  }, 180_000);
});

describe('a debugger', () => {
  it('breaks in the TypeScript of a broker that serves a Produce', async () => {
    await using cluster = await PlaneCluster.start(1, 0);
    cluster.format('broker', cluster.brokerSettings(1));
    const broker = await cluster.startBroker(1, ['--inspect=0']);
    await cluster.createTopic(1, 'broken-at', [1]);
    // On stderr: nothing says that it comes before what stdout has.
    const session = await InspectorSession.open(await broker.told('Debugger listening on '));
    const at = await session.breakAt('handlers/produce.ts', 'replicas.append(');
    const producer = kafkajsKafka(cluster.addressOf(1)).producer();
    await producer.connect();
    const sent = producer.send({ topic: 'broken-at', messages: [{ value: 'x' }] });
    const paused = await within('the broker stops at the breakpoint', 60_000, session.paused);
    expect(paused).toEqual({ source: expect.stringMatching(/apps\/broker\/src\/handlers\/produce\.ts$/), line: at.line });
    await session.send('Debugger.disable');
    await sent;
    session.close();
    await producer.disconnect();
  }, 120_000);
});
