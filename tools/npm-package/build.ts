/**
 * Makes the npm package `ottla` in dist/npm/ottla out of the compiled workspace: one CommonJS bundle (jest cannot
 * `require` an ES module), an ES module of one line over it, and types in one file. `npm run package` compiles first.
 * What is bundled is ours alone; what is not stays a dependency with the version that the workspace is tested with.
 * An argument names another folder, which is emptied first.
 */
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Metafile } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const outputFolder = resolve(process.argv[2] ?? join(root, 'dist/npm/ottla'));
const typesFolder = join(root, 'libs/embedded/dist');

/** Native packages. @node-rs/crc32 loads at start, the others with the first batch of their codec. */
const externals = ['@node-rs/crc32', 'snappy', 'lz4-napi'];

/** zstd, and all else but the two functions of older-node.ts, is there from Node 22.15 on; Node 20 serves the other codecs. */
const supportedNode = '>=20.9';

async function main(): Promise<void> {
  rmSync(outputFolder, { recursive: true, force: true });
  mkdirSync(outputFolder, { recursive: true });
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: { index: 'libs/embedded/dist/index.js' },
    outdir: outputFolder,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: externals,
    sourcemap: 'linked',
    sourcesContent: true,
    metafile: true,
    inject: [join(root, 'tools/npm-package/older-node.ts')],
    define: { 'import.meta.url': '__moduleUrl', 'Promise.withResolvers': 'promiseWithResolvers', 'Error.isError': 'isError' },
    banner: { js: "const __moduleUrl = require('node:url').pathToFileURL(__filename).href;" },
    logLevel: 'warning',
  });
  refuseForeignCode(metafile);
  writeFileSync(join(outputFolder, 'index.mjs'), "export { startOttla } from './index.js';\n");
  writeFileSync(join(outputFolder, 'index.d.ts'), types());
  writeFileSync(join(outputFolder, 'index.d.mts'), "export * from './index.js';\n");
  writeFileSync(join(outputFolder, 'package.json'), `${JSON.stringify(manifest(), null, 2)}\n`);
  copyFileSync(join(root, 'docs/embedded.md'), join(outputFolder, 'README.md'));
  const bytes = Object.entries(metafile.outputs).find(([file]) => file.endsWith('index.js'))?.[1].bytes ?? 0;
  process.stdout.write(`${outputFolder}: ${Object.keys(metafile.inputs).length} files in a bundle of ${Math.round(bytes / 1024)} KiB\n`);
}

/** Nest, OpenTelemetry, gRPC and whatever else a plane needs in other forms must not come along unnoticed. */
function refuseForeignCode({ inputs, outputs }: Metafile): void {
  const foreign = Object.keys(inputs).filter((file) => file.includes('node_modules/'));
  const imported = Object.values(outputs).flatMap(({ imports }) => imports.map(({ path }) => path));
  const unknown = imported.filter((path) => !isBuiltin(path) && !externals.includes(path));
  if (foreign.length === 0 && unknown.length === 0) return;
  const importers = foreign.slice(0, 5).map((file) => `${file}, imported by ${importersOf(file, inputs).join(', ')}`);
  throw new Error(`the bundle holds ${foreign.length} files that are not ours, and needs [${[...new Set(unknown)].join(', ')}]:\n${importers.join('\n')}`);
}

function importersOf(file: string, inputs: Metafile['inputs']): readonly string[] {
  return Object.entries(inputs).filter(([, { imports }]) => imports.some(({ path }) => path === file)).map(([importer]) => importer);
}

/** The public types in one file, which names nothing of the workspace. */
function types(): string {
  const api = readFileSync(join(typesFolder, 'api.d.ts'), 'utf8');
  const start = readFileSync(join(typesFolder, 'start-ottla.d.ts'), 'utf8').replace(/^import type .* from '\.\/api\.ts';\n/m, '');
  const text = `/// <reference lib="esnext.disposable" />\n${api}\n${start}`.replace(/^\/\/# sourceMappingURL=.*\n?/gm, '');
  if (/\bfrom '|\bimport\(/.test(text)) throw new Error(`the public types import something:\n${text}`);
  return text;
}

function manifest(): object {
  const { version } = JSON.parse(readFileSync(join(root, 'libs/embedded/package.json'), 'utf8')) as { version: string };
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { dependencies: Record<string, string> };
  return {
    name: 'ottla',
    version,
    description: 'A Kafka cluster inside your tests: starts in a blink, leaves nothing behind',
    keywords: ['kafka', 'test', 'testing', 'embedded', 'jest', 'vitest'],
    type: 'commonjs',
    main: './index.js',
    types: './index.d.ts',
    exports: {
      '.': {
        import: { types: './index.d.mts', default: './index.mjs' },
        default: { types: './index.d.ts', default: './index.js' },
      },
      './package.json': './package.json',
    },
    engines: { node: supportedNode },
    dependencies: Object.fromEntries(externals.map((name) => [name, dependencies[name]])),
  };
}

await main();
