import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SmallDisk } from '@ottla/testing/small-disk';
import { metadataV12 } from '@platformatic/kafka';
import { answer, openConnection } from './clients/api-connection.ts';
import type { ServerProcess } from './server.ts';
import { isExternal, startServer } from './server.ts';

const mainFile = fileURLToPath(new URL('../main.js', import.meta.url));
const isRoot = process.getuid?.() === 0;
const isLinux = process.platform === 'linux';

/** So long even on a machine that is busy with other things. */
const ENDS_WITHIN_MS = 60_000;

/** Exit code and words of a start that must not succeed, which is why it may take that long at most. */
function refusedStart(settings: Readonly<Record<string, string>>, words: readonly string[] = []): { readonly code: number | null; readonly said: string } {
  const all = { listeners: 'PLAINTEXT://127.0.0.1:0', ...settings };
  const given = Object.entries(all).flatMap(([key, value]) => ['--set', `${key}=${value}`]);
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--enable-source-maps', mainFile, ...given, ...words], { encoding: 'utf8', timeout: ENDS_WITHIN_MS });
  // What a log says on the way is dated; what a person is told is not.
  const said = `${stdout}${stderr}`.split('\n').filter((line) => line !== '' && !/^\d{4}-\d\d-\d\dT.* INFO /.test(line));
  return { code: status, said: said.join('\n') };
}

const EX_CONFIG = 78;

(isExternal ? describe.skip : describe)('a start that is refused', () => {
  let server: ServerProcess;
  let scratch: string;
  const folder = (name: string): string => join(scratch, name);

  beforeAll(async () => {
    scratch = mkdtempSync(join(tmpdir(), 'ottla-refused-'));
    server = await startServer();
  }, 4 * ENDS_WITHIN_MS);
  afterAll(async () => {
    await server.stop();
    rmSync(scratch, { recursive: true, force: true });
  }, 4 * ENDS_WITHIN_MS);

  it('names the process that has the folder, and lets it go on', async () => {
    expect(refusedStart({ 'log.dirs': server.directory })).toEqual({
      code: 1,
      said: `Ottla could not start: ${server.directory} is in use by process ${server.pid}: stop that process, or give this one a log.dirs of its own`,
    });
    const connection = await openConnection(server);
    expect((await answer(metadataV12.api.async(connection, [], false, false))).brokers).toHaveLength(1);
    await connection.close();
  }, 4 * ENDS_WITHIN_MS);

  it('names the listener whose port is taken', () => {
    const { code, said } = refusedStart({ 'log.dirs': folder('port'), listeners: `INTERNAL://127.0.0.1:0,PLAINTEXT://127.0.0.1:${server.port}`, 'listener.security.protocol.map': 'INTERNAL:PLAINTEXT,PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT' });
    expect(code).toBe(1);
    expect(said).toBe(`Ottla could not start: listener PLAINTEXT cannot listen on 127.0.0.1:${server.port}: listen EADDRINUSE: address already in use 127.0.0.1:${server.port}`);
  }, 4 * ENDS_WITHIN_MS);

  it('names each wrong key and value', () => {
    expect(refusedStart({ 'log.dirs': folder('keys'), 'log.retention.mz': '1', 'log.retention.ms': 'abc', 'num.partitions': '0' })).toEqual({
      code: EX_CONFIG,
      said: [
        'Ottla cannot start with these settings:',
        '  unknown key log.retention.mz: did you mean log.retention.ms?',
        '  Invalid value abc for configuration log.retention.ms: Not a number of type LONG',
        '  Invalid value 0 for configuration num.partitions: Value must be at least 1',
      ].join('\n'),
    });
  }, 4 * ENDS_WITHIN_MS);

  it('names a file of settings that cannot be read', () => {
    const file = folder('none.properties');
    expect(refusedStart({ 'log.dirs': folder('file') }, ['--config', file])).toEqual({ code: EX_CONFIG, said: `--config ${file} cannot be read: no such file or directory` });
    expect(refusedStart({ 'log.dirs': folder('file') }, ['--config', scratch])).toEqual({ code: EX_CONFIG, said: `--config ${scratch} cannot be read: illegal operation on a directory` });
  }, 4 * ENDS_WITHIN_MS);

  it('says what is wrong with the folder', () => {
    writeFileSync(folder('no-folder'), '');
    expect(refusedStart({ 'log.dirs': folder('no-folder') })).toEqual({ code: EX_CONFIG, said: `log.dirs=${folder('no-folder')} is no folder` });
    const below = refusedStart({ 'log.dirs': folder('no-folder/below') });
    expect(below.code).toBe(EX_CONFIG);
    expect(below.said).toMatch(/^log\.dirs cannot be made: \/.*ENOTDIR: not a directory.*$/);
    if (!isLinux) return;
    const none = refusedStart({ 'log.dirs': '/proc/none' });
    expect(none.code).toBe(EX_CONFIG);
    expect(none.said).toMatch(/^log\.dirs cannot be made: \/proc\/none: ENOENT.*$/);
  }, 4 * ENDS_WITHIN_MS);

  it('says that the folder is not writable', () => {
    const small = isRoot ? SmallDisk.mount(mkdtempSync(join(scratch, 'small-')), 1) : mkdtempSync(join(scratch, 'read-only-'));
    if (isRoot && typeof small === 'string') {
      process.stdout.write(`a folder that root cannot write is not tried: ${small}\n`);
      return;
    }
    const path = typeof small === 'string' ? small : small.path;
    if (typeof small === 'string') chmodSync(path, 0o555);
    else small.makeReadOnly();
    try {
      const { code, said } = refusedStart({ 'log.dirs': path });
      expect(code).toBe(EX_CONFIG);
      expect(said).toMatch(/^log\.dirs=\/.* cannot be written: (permission denied|read-only file system)$/);
    } finally {
      if (typeof small !== 'string') small.unmount();
    }
  }, 4 * ENDS_WITHIN_MS);

  it.each<[what: string, change: (properties: string) => string, words: string, settings?: Readonly<Record<string, string>>]>([
    ['of another node', (properties) => properties, '/meta.properties is of node 1, this is node 7: set node.id=1, or give this node a log.dirs of its own', { 'node.id': '7' }],
    ['empty', () => '', '/meta.properties lacks version'],
    ['no properties', () => '\u0000\u0001\u0002', '/meta.properties lacks version'],
    ['of a later version', (properties) => properties.replace('version=1', 'version=9'), '/meta.properties has version 9, only 1 is known: start the version that wrote it, or give this node an empty folder that is formatted for it'],
    ['without a cluster', (properties) => properties.replace(/cluster.id=.*\n/, ''), '/meta.properties lacks cluster.id'],
    ['of a node that is none', (properties) => properties.replace('node.id=1', 'node.id=x'), "/meta.properties: node.id 'x' is no node id"],
    ['of a folder that is none', (properties) => properties.replace(/directory.id=.*/, 'directory.id=here'), "/meta.properties: directory.id 'here' is no uuid"],
  ])('says that meta.properties is %s', (_what, change, words, settings = {}) => {
    const path = mkdtempSync(join(scratch, 'meta-'));
    cpSync(server.directory, path, { recursive: true, filter: (source) => !source.includes('.lock') });
    const file = join(path, 'meta.properties');
    const properties = change(readFileSync(file, 'utf8'));
    writeFileSync(file, properties);
    expect(refusedStart({ 'log.dirs': path, ...settings })).toEqual({ code: 1, said: `Ottla could not start: ${path}${words}` });
    expect(readFileSync(file, 'utf8')).toBe(properties);
  }, 4 * ENDS_WITHIN_MS);

  it('says that meta.properties is missing, and writes none', () => {
    const path = mkdtempSync(join(scratch, 'meta-'));
    cpSync(server.directory, path, { recursive: true, filter: (source) => !/\.lock|meta\.properties/.test(source) });
    const expected = { code: 1, said: `Ottla could not start: ${path} has a metadata log but no meta.properties: put that file back, or start on an empty folder` };
    expect(refusedStart({ 'log.dirs': path })).toEqual(expected);
    expect(refusedStart({ 'log.dirs': path })).toEqual(expected);
  }, 4 * ENDS_WITHIN_MS);
});
