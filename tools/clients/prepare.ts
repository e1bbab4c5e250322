/**
 * Gets what is not plain JavaScript ready for the end-to-end tests: kcat and promtool from Debian, and the native part
 * of @confluentinc/kafka-javascript, which is compiled here against the Node that runs the tests (about a minute, once).
 * What cannot be had is said in one line; the tests that want it are then reported as skipped, never as passed.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);
const debianPackages = ['gcc', 'g++', 'make', 'python3', 'libssl-dev', 'zlib1g-dev', 'libzstd-dev', 'libcurl4-openssl-dev', 'libsasl2-dev', 'liblz4-dev'];

function works(command: string, ...commandArguments: string[]): boolean {
  return spawnSync(command, commandArguments, { stdio: 'ignore' }).status === 0;
}

/** Installs from Debian where this user may; answers whether it worked. */
function install(packages: readonly string[]): boolean {
  if (!existsSync('/usr/bin/apt-get') || process.getuid?.() !== 0) return false;
  // In run level 1 a package starts no service of its own.
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
  const run = (...words: string[]): boolean => spawnSync('apt-get', words, { stdio: ['ignore', 'ignore', 'inherit'], env: environment }).status === 0;
  return run('install', '-y', '-qq', '--no-install-recommends', ...packages) || (run('update', '-qq') && run('install', '-y', '-qq', '--no-install-recommends', ...packages));
}

function prepareKcat(): void {
  if (works('kcat', '-V') || install(['kcat'])) return;
  console.warn('kcat is missing: install it (Debian: apt-get install kcat) to run its tests; they will be skipped.');
}

/** Debian's prometheus carries it. */
function preparePromtool(): void {
  if (works('promtool', '--version') || install(['prometheus'])) return;
  console.warn('promtool is missing: install it (Debian: apt-get install prometheus) to test the alerts; their tests will be skipped.');
}

function prepareConfluent(): void {
  const root = dirname(require.resolve('@confluentinc/kafka-javascript/package.json'));
  // Loaded by a process of its own: a file that was compiled for another Node is there, and does not load.
  const loads = (): boolean => existsSync(join(root, 'build/Release/confluent-kafka-javascript.node')) && works(process.execPath, '-e', `require(${JSON.stringify(root)})`);
  if (loads()) return;
  if (!['ssl', 'curl', 'sasl/sasl', 'zstd', 'lz4', 'zlib'].every(hasHeader)) install(debianPackages);
  console.log('compiling librdkafka for @confluentinc/kafka-javascript (about a minute, once)');
  const nodeHome = dirname(dirname(process.execPath));
  const gyp = require.resolve('node-gyp/bin/node-gyp.js');
  const build = spawnSync(process.execPath, [gyp, 'rebuild', `--nodedir=${nodeHome}`], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    // A machine's npm may be configured with the headers of its own Node, which would go before --nodedir.
    env: { ...process.env, npm_config_nodedir: nodeHome, CKJS_LINKING: 'dynamic' },
  });
  if (build.status === 0 && loads()) return;
  console.warn(`${build.stdout}\n${build.stderr}`.split('\n').slice(-20).join('\n'));
  console.warn(`@confluentinc/kafka-javascript could not be compiled: install ${debianPackages.join(' ')}; its tests will be skipped.`);
}

function hasHeader(name: string): boolean {
  const file = { ssl: 'openssl/ssl.h', curl: 'curl/curl.h', zlib: 'zlib.h', zstd: 'zstd.h', lz4: 'lz4.h' }[name] ?? `${name}.h`;
  return spawnSync('sh', ['-c', `echo '#include <${file}>' | cc -E - >/dev/null 2>&1`]).status === 0;
}

prepareKcat();
preparePromtool();
prepareConfluent();
