import { spawnSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

const repository = fileURLToPath(new URL('../../../../', import.meta.url));
/** What the rules are made from. */
const rules = ['oxlint.config.ts', 'tsconfig.base.json', 'tools/lint/*.ts', '{libs,apps}/*/package.json', '{libs,apps}/*/tsconfig.json'];

interface Linted {
  readonly output: string;
  /** Codes of the findings by file. */
  readonly findings: ReadonlyMap<string, readonly string[]>;
}

describe('module boundaries', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'ottla-boundaries-'));
    for (const file of globSync(rules, { cwd: repository })) cpSync(join(repository, file), join(folder, file));
    symlinkSync(join(repository, 'node_modules'), join(folder, 'node_modules'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function write(file: string, source: string): void {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), source);
  }

  function lint(): Linted {
    const oxlint = join(repository, 'node_modules/oxlint/bin/oxlint');
    const { stdout, stderr } = spawnSync(process.execPath, [oxlint, '--format', 'json', 'libs', 'apps'], { cwd: folder, encoding: 'utf8' });
    const findings = new Map<string, string[]>();
    if (stdout.startsWith('{')) {
      const { diagnostics } = JSON.parse(stdout) as { diagnostics: readonly { code: string; filename: string }[] };
      for (const { code, filename } of diagnostics) findings.set(filename, [...(findings.get(filename) ?? []), code]);
    }
    return { output: stdout + stderr, findings };
  }

  const anImport = 'eslint(no-restricted-imports)';
  const aGlobal = 'eslint(no-restricted-globals)';
  const refused: readonly (readonly [file: string, source: string, code: string])[] = [
    ['libs/raft/src/upwards.ts', "import '@ottla/metadata';", anImport],
    ['libs/raft/src/sideways.ts', "import '@ottla/storage/segment-scan';", anImport],
    ['libs/raft/src/by-path.ts', "import '../../model/src/index.ts';", anImport],
    ['libs/coordinator/src/storage.ts', "import '@ottla/storage';", anImport],
    ['libs/raft/src/machine.ts', "import 'node:fs';", anImport],
    ['libs/raft/src/machine-without-prefix.ts', "import 'fs';", anImport],
    ['libs/raft/src/package.ts', "import 'rxjs';", anImport],
    ['libs/replication/src/nest.ts', "import '@nestjs/common';", anImport],
    ['apps/broker/src/other-app.ts', "import '@ottla/controller-quorum';", anImport],
    ['libs/raft/src/clock.ts', 'export const now = (): number => Date.now();', aGlobal],
    ['libs/raft/src/timer.ts', 'setTimeout(() => {}, 1);', aGlobal],
    ['libs/raft/src/environment.ts', "export const level = process.env['LEVEL'];", aGlobal],
    ['libs/raft/src/hidden.ts', "export const timer = globalThis['setTimeout'];", aGlobal],
    ['libs/raft/src/chance.ts', 'export const chance = Math.random();', 'eslint(no-restricted-properties)'],
  ];
  const allowed: readonly (readonly [file: string, source: string])[] = [
    ['libs/raft/src/allowed.ts', "import '@ottla/model';\nimport '@ottla/protocol/stored';\nimport './chance.ts';"],
    ['libs/raft/src/clock.test.ts', "import 'node:fs';\nexport const now = (): number => Date.now();"],
    ['apps/broker/src/allowed.ts', "import 'node:net';\nimport '@ottla/replication';\nimport '@nestjs/common';"],
    ['apps/standalone/src/allowed.ts', "import '@ottla/broker';"],
  ];

  it('refuses each import and global that the layers do not allow, and nothing else', () => {
    for (const [file, source] of [...refused, ...allowed]) write(file, `${source}\n`);
    const { findings, output } = lint();
    for (const [file, , code] of refused) expect([file, findings.get(file) ?? output]).toEqual([file, expect.arrayContaining([code])]);
    const boundaryCodes = new Set([anImport, aGlobal, 'eslint(no-restricted-properties)']);
    for (const [file] of allowed) expect([file, (findings.get(file) ?? []).filter((code) => boundaryCodes.has(code))]).toEqual([file, []]);
  });

  function changePackage(project: string, change: (content: { nx: { tags: string[] }; dependencies: Record<string, string> }) => void): void {
    const file = join(folder, project, 'package.json');
    const content = JSON.parse(readFileSync(file, 'utf8'));
    change(content);
    writeFileSync(file, JSON.stringify(content));
  }

  it.each([
    ['an unknown tag', 'libs/raft: unknown tag layer:swamp', (content: { nx: { tags: string[] } }) => void content.nx.tags.push('layer:swamp')],
    ['no layer', 'wants exactly one layer tag', (content: { nx: { tags: string[] } }) => void (content.nx.tags = [])],
    ['a dependency that the compiler does not know', 'differ from tsconfig references', (content: { dependencies: Record<string, string> }) => void (content.dependencies['@ottla/storage'] = '*')],
  ])('stops at a project with %s', (_what, words, change) => {
    write('libs/raft/src/fine.ts', 'export const fine = 1;\n');
    changePackage('libs/raft', change);
    expect(lint().output.replace('libs/raft/package.json', 'libs/raft')).toContain(words);
  });
});
