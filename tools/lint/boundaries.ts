/**
 * Module boundaries as lint rules: one override a project, made from the tags in its package.json.
 * `mayUse` is the architecture of docs/DESIGN.md in one table; an unknown tag, a project without a layer,
 * or tsconfig references that differ from the declared dependencies fail the lint run itself.
 */
import { globSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';

const mayUse: Record<string, readonly string[]> = {
  'layer:model': [],
  'layer:protocol': ['layer:model'],
  'layer:platform': ['layer:model', 'layer:testing'],
  'layer:metrics': ['layer:model', 'layer:testing'],
  'layer:testing': ['layer:model'],
  'layer:rpc': ['layer:model', 'layer:testing'],
  'layer:storage': ['layer:model', 'layer:protocol', 'layer:testing'],
  'layer:raft': ['layer:model', 'layer:protocol', 'layer:testing'],
  'layer:listener': ['layer:model', 'layer:protocol', 'layer:testing'],
  'layer:metadata': ['layer:model', 'layer:protocol', 'layer:rpc', 'layer:raft', 'layer:storage', 'layer:testing'],
  'layer:replication': ['layer:model', 'layer:protocol', 'layer:storage', 'layer:metadata', 'layer:testing'],
  'layer:coordinator': ['layer:model', 'layer:protocol', 'layer:metadata', 'layer:rpc', 'layer:testing'],
  'layer:app': ['*'],
  'layer:composition': ['*', 'layer:app'],
  'layer:tools': ['*'],
};
const otherTags = new Set(['pure', 'nest', 'plane:all', 'plane:broker', 'plane:control', 'plane:coordination']);
/** Globals by which time, chance, the machine or the network would come in unasked; `Date` whole, since `new Date()` reads the clock. */
const impureGlobals = [
  'Date', 'performance', 'setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'process', 'crypto', 'fetch', 'globalThis', 'global', 'require',
];

/**
 * What is neither an own file nor a project: `node:` modules, also without the prefix, and packages; but @jest, for the
 * contract suites. oxlint knows no look-ahead, and silently drops a pattern that has one.
 */
const foreign = '^([^.@]|@[^jo]|@o[^t])';

interface Project {
  readonly root: string;
  readonly name: string;
  readonly tags: readonly string[];
  readonly layer: string;
  readonly declared: readonly string[];
}

const projects: Project[] = globSync('{libs,apps}/*/package.json').sort().map((file) => {
  const { name, nx, dependencies = {} } = JSON.parse(readFileSync(file, 'utf8'));
  const tags: string[] = nx?.tags ?? [];
  for (const tag of tags) {
    if (!(tag in mayUse) && !otherTags.has(tag)) throw new Error(`${file}: unknown tag ${tag}`);
  }
  const layers = tags.filter((tag) => tag in mayUse);
  if (layers.length !== 1) throw new Error(`${file}: wants exactly one layer tag, has ${layers.join(', ') || 'none'}`);
  const declared = Object.keys(dependencies).filter((dependency) => dependency.startsWith('@ottla/')).sort();
  const { references = [] } = JSON.parse(readFileSync(`${dirname(file)}/tsconfig.json`, 'utf8')) as { references?: { path: string }[] };
  const referenced = references.map(({ path }) => `@ottla/${basename(path)}`).sort();
  if (referenced.join() !== declared.join()) {
    throw new Error(`${file}: dependencies ${declared.join(', ')} differ from tsconfig references ${referenced.join(', ')}`);
  }
  return { root: dirname(file), name, tags, layer: layers[0] as string, declared };
});

/** One oxlint override for each project. Test files may reach for clocks and node: modules; product code of a `pure` project may not. */
export const boundaries = projects.flatMap(({ root, tags, layer, declared }) => {
  const row = mayUse[layer] ?? [];
  const allowed = projects
    .filter((to) => declared.includes(to.name))
    .filter((to) => row.includes(to.layer) || (row.includes('*') && to.layer !== 'layer:app'))
    .map((to) => to.name);
  const patterns: object[] = [
    {
      group: ['@ottla/**', 'ottla', 'ottla/**', ...allowed.flatMap((name) => [`!${name}`, `!${name}/**`])],
      message: `${root} (${layer}) may import: ${allowed.join(', ') || 'nothing'}`,
    },
    { regex: '^(\\.\\./)+(libs|apps)/|/(src|dist)/', message: 'import a package by its name' },
  ];
  const pure = tags.includes('pure');
  const isApp = layer === 'layer:app' || layer === 'layer:composition';
  if (!tags.includes('nest') && !isApp) {
    patterns.push({ regex: '^(@nestjs/|reflect-metadata|rxjs)', message: 'Nest lives in apps' });
  }
  const purePatterns = [...patterns, { regex: foreign, message: 'pure code imports its own files and other projects only: take the port as an argument' }];
  const rules = {
    'no-restricted-imports': ['error', { patterns: pure ? purePatterns : patterns }],
    ...(pure
      ? {
          'no-restricted-globals': ['error', ...impureGlobals],
          'no-restricted-properties': ['error', { object: 'Math', property: 'random' }],
        }
      : {}),
  };
  const overrides: object[] = [{ files: [`${root}/src/**/*.ts`], rules }];
  if (pure) {
    overrides.push({
      files: [`${root}/src/**/*.test.ts`],
      rules: { 'no-restricted-imports': ['error', { patterns }], 'no-restricted-globals': 'off', 'no-restricted-properties': 'off' },
    });
  }
  return overrides;
});
