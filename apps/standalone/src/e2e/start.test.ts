import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { kafkajsClient } from './clients/kafkajs-client.ts';
import { uniqueName } from './conditions.ts';
import { isExternal, startServer } from './server.ts';

const mainFile = fileURLToPath(new URL('../main.js', import.meta.url));

/** Runs the program to its end, for starts that are not meant to last. */
async function run(...words: readonly string[]): Promise<{ readonly code: number; readonly output: string; readonly errors: string }> {
  const child = spawn(process.execPath, [mainFile, ...words], { stdio: ['ignore', 'pipe', 'pipe'], timeout: 20_000 });
  const [output, errors, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { code: (code as number | null) ?? -1, output, errors };
}

(isExternal ? describe.skip : describe)('the program', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ottla-start-'));
  });
  afterAll(async () => await rm(folder, { recursive: true, force: true }));

  it('says what it can do, and what it is', async () => {
    const help = await run('--help');
    expect([help.code, help.errors]).toEqual([0, '']);
    for (const option of ['--config', '--set', '--version']) expect(help.output).toContain(option);
    const version = await run('--version');
    expect([version.code, version.output]).toEqual([0, expect.stringMatching(/\d+\.\d+/)]);
  }, 20_000);

  it('names everything that is wrong with its settings, and does not start', async () => {
    const file = join(folder, 'wrong.properties');
    await writeFile(file, '# a comment\nnum.partitions = many\nauthorizer.class.name: some.Authorizer\nlog.retention.hour=1\n');
    const { code, output, errors } = await run('--config', file, '--set', `log.dirs=${folder}`);
    expect(code).not.toBe(0);
    expect(output).not.toContain('ready');
    expect(errors).toContain('Invalid value many for configuration num.partitions: Not a number of type INT');
    expect(errors).toContain('authorizer.class.name=some.Authorizer cannot be honoured');
    expect(errors).toContain('unknown key log.retention.hour: did you mean log.retention.hours?');
  }, 20_000);

  it('does not start without its file, or with words that it does not know', async () => {
    expect((await run('--config', join(folder, 'missing.properties'))).errors).toContain('missing.properties');
    const unknown = await run('--conifg', 'x');
    expect(unknown.code).not.toBe(0);
    expect(unknown.errors).toContain('unknown argument --conifg');
  }, 20_000);

  it('warns once of what it ignores', async () => {
    const server = await startServer({ settings: { 'num.io.threads': '16', 'background.threads': '3' } });
    expect(server.output().match(/background\.threads, num\.io\.threads/g)).toHaveLength(1);
    await server.stop();
  }, 30_000);

  it('stops when asked to, and has everything when it starts again', async () => {
    const topic = uniqueName('kept');
    const first = await startServer();
    await kafkajsClient.produce(first.bootstrapServers, topic, 'none', [{ key: 'k', value: 'kept', headers: [] }]);
    await first.terminate();
    const second = await startServer({ directory: first.directory, port: first.port });
    expect(await kafkajsClient.consume(second.bootstrapServers, topic, 1)).toMatchObject([{ key: 'k', value: 'kept', offset: 0 }]);
    await second.stop();
  }, 40_000);

  it('does not start twice in one folder', async () => {
    const server = await startServer();
    const { code, errors } = await run('--set', `log.dirs=${server.directory}`, '--set', 'listeners=PLAINTEXT://127.0.0.1:0');
    expect(code).not.toBe(0);
    expect(errors).toContain(server.directory);
    await server.stop();
  }, 40_000);

  it('says which address is taken', async () => {
    const server = await startServer();
    const own = join(folder, 'other-data');
    const { code, errors, output } = await run('--set', `log.dirs=${own}`, '--set', `listeners=PLAINTEXT://127.0.0.1:${server.port}`);
    expect(code).not.toBe(0);
    expect(`${errors}${output}`).toContain(String(server.port));
    await server.stop();
  }, 40_000);
});
