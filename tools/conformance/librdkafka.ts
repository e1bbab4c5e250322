import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, createWriteStream, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { JARS, LIBS, lacksJars } from '../measure/reference-jars.ts';
import type { Mode } from './modes.ts';

export interface TestCase {
  /** As in the test program: `0012_produce_consume`. The program selects by number: of several with one, the first stands for all. */
  readonly name: string;
}

export interface Outcome {
  readonly result: 'passed' | 'failed' | 'skipped';
  readonly seconds: number;
  /** What the test program said; empty for what passed. */
  readonly reason: string;
}

export interface LibrdkafkaOptions {
  /** Where the test program is built and kept. Outputs go to its `logs`. */
  readonly folder: string;
  /** What the test program takes the server for: it skips what that version does not have. */
  readonly brokerVersion: string;
  readonly isQuick: boolean;
  readonly limitSeconds: number;
  readonly mode: Mode;
}

const KILL_AFTER_MS = 5000;
/** What the program writes at the begin of a part: `[ do_test_empty_txn:1020: send offsets, commit ]`. */
const PART_BEGINS = /\[ \w+:\d+[^\]]* \]/;

/** Some tests call Kafka's scripts or run Java clients: they get scripts over the jars of a real Kafka. */
const SCRIPTS = [
  ['kafka-topics.sh', 'org.apache.kafka.tools.TopicCommand'],
  ['kafka-acls.sh', 'org.apache.kafka.tools.AclCommand'],
  ['kafka-run-class.sh', ''],
] as const;

/**
 * The test program of librdkafka. Its sources and the compiled library lie in the package of the client
 * @confluentinc/kafka-javascript, which tools/clients/prepare.ts compiles; here they are copied and the program is built
 * on top, because npm's folder is not to be changed.
 */
export class LibrdkafkaTests {
  readonly version: string;
  readonly #options: LibrdkafkaOptions;
  readonly #from: string;
  readonly #root: string;

  constructor(options: LibrdkafkaOptions) {
    const manifest = createRequire(import.meta.url).resolve('@confluentinc/kafka-javascript/package.json');
    this.version = (JSON.parse(readFileSync(manifest, 'utf8')) as { librdkafka: string }).librdkafka;
    this.#options = options;
    this.#from = join(dirname(manifest), 'deps/librdkafka');
    this.#root = join(options.folder, `librdkafka-${this.version}`);
  }

  /** Builds the program unless an earlier run has. Throws with the end of the compiler's output. */
  build(): void {
    if (existsSync(this.#program)) return;
    if (!existsSync(join(this.#from, 'src/librdkafka.so.1'))) {
      throw new Error('librdkafka is not compiled: node tools/clients/prepare.ts does it, and says what it lacks');
    }
    console.log(`building the tests of librdkafka ${this.version} in ${this.#root} (about a minute, once)`);
    // Make goes by the times of files: with new ones it would compile the library again.
    cpSync(this.#from, this.#root, { recursive: true, preserveTimestamps: true, verbatimSymlinks: true });
    // The library's configuration does not look for RapidJSON, which a few tests read statistics with.
    const env = existsSync('/usr/include/rapidjson/document.h') ? { ...process.env, CPPFLAGS: '-DWITH_RAPIDJSON=1' } : process.env;
    const make = spawnSync('make', ['-C', join(this.#root, 'tests'), 'build'], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, env });
    if (make.status === 0) return;
    throw new Error(`the tests cannot be built:\n${`${make.stdout}\n${make.stderr}`.split('\n').slice(-20).join('\n')}`);
  }

  /** Tests that want a server. Left out: such as need none, run on a mock, or must be watched by a person. */
  list(): readonly TestCase[] {
    const source = readFileSync(join(this.#root, 'tests/test.c'), 'utf8');
    const table = source.slice(source.indexOf('struct test tests[] = {'));
    const entries = [...table.matchAll(/_TEST\(\s*(\w+),\s*([\w |]+)/g)].map(([, name = '', flags = '']) => ({ name, flags }));
    const names = entries.filter(({ name, flags }) => !/LOCAL|MANUAL/.test(flags) && !name.endsWith('_mock')).map(({ name }) => name);
    const scenarios = new Map([...table.matchAll(/_TEST\(\s*(\w+),[^)]*?\.scenario = "(\w+)"/g)].map(([, name = '', scenario = '']) => [name, scenario]));
    const { scenario } = this.#options.mode;
    return names
      .filter((name, index) => names.findIndex((other) => other.startsWith(name.slice(0, 5))) === index)
      .filter((name) => scenario === undefined || this.#source(name).includes(`"${scenario}"`) || scenarios.get(name) === scenario)
      .map((name) => ({ name }));
  }

  /**
   * Runs one test in a process of its own against `bootstrap`; `logName` tells the outputs of two servers apart. Quick mode
   * leaves out every part of some tests, which then pass without having asked anything: those run in full, for twice as long.
   */
  async run(test: TestCase, bootstrap: string, logName: string): Promise<Outcome> {
    const { isQuick, limitSeconds } = this.#options;
    const { outcome, output } = await this.#run(test, bootstrap, logName, isQuick, limitSeconds);
    if (!isQuick || outcome.result !== 'passed' || !this.#hasParts(test) || PART_BEGINS.test(output)) return outcome;
    const full = await this.#run(test, bootstrap, logName, false, 2 * limitSeconds);
    return { ...full.outcome, reason: full.outcome.reason || 'run in full' };
  }

  async #run(test: TestCase, bootstrap: string, logName: string, isQuick: boolean, limitSeconds: number): Promise<{ outcome: Outcome; output: string }> {
    const logs = join(this.#options.folder, 'logs', logName);
    mkdirSync(logs, { recursive: true });
    const conf = join(logs, 'test.conf');
    writeFileSync(conf, `bootstrap.servers=${bootstrap}\ntest.topic.random=true\n`);
    const startedAt = performance.now();
    // -L: none that need no server (names are matched by their beginning); -K: none that are known to fail.
    const { mode } = this.#options;
    const child = spawn(this.#program, ['-p1', '-L', '-K', ...(isQuick ? ['-Q'] : []), ...mode.words], {
      cwd: join(this.#root, 'tests'),
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        LD_LIBRARY_PATH: `${join(this.#root, 'src')}:${join(this.#root, 'src-cpp')}`,
        RDKAFKA_TEST_CONF: conf,
        ...mode.environment,
        TESTS: test.name,
        TEST_KAFKA_VERSION: this.#options.brokerVersion,
        ...this.#kafkaScripts(bootstrap),
      },
    });
    const log = createWriteStream(join(logs, `${test.name}.log`));
    let tail = '';
    for (const output of [child.stdout, child.stderr]) {
      output.setEncoding('utf8').on('data', (text: string) => {
        log.write(text);
        tail = (tail + text).slice(-64 * 1024);
      });
    }
    let isLate = false;
    const term = setTimeout(() => {
      isLate = true;
      child.kill('SIGTERM');
    }, limitSeconds * 1000);
    const kill = setTimeout(() => child.kill('SIGKILL'), limitSeconds * 1000 + KILL_AFTER_MS);
    const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
    clearTimeout(term);
    clearTimeout(kill);
    log.end();
    const seconds = (performance.now() - startedAt) / 1000;
    const output = withoutColours(tail);
    if (isLate) return { outcome: { result: 'failed', seconds, reason: `not done within ${limitSeconds} s` }, output };
    return { outcome: { ...readSummary(output, test.name, code ?? signal ?? 'no code'), seconds }, output };
  }

  /** Whether its source, whose name begins with the same number, is divided by librdkafka's SUB_TEST. */
  #hasParts({ name }: TestCase): boolean {
    return /\bSUB_TEST/.test(this.#source(name));
  }

  #source(name: string): string {
    const folder = join(this.#root, 'tests');
    const sources = readdirSync(folder).filter((file) => file.startsWith(`${name.slice(0, 4)}-`) && /\.c(pp)?$/.test(file));
    return sources.map((file) => readFileSync(join(folder, file), 'utf8')).join('\n');
  }

  #kafkaScripts(bootstrap: string): Record<string, string> {
    if (lacksJars() !== undefined) return {};
    const home = join(this.#options.folder, 'kafka');
    mkdirSync(join(home, 'bin'), { recursive: true });
    rmSync(join(home, 'libs'), { force: true });
    symlinkSync(LIBS, join(home, 'libs'));
    for (const [script, mainClass] of SCRIPTS) {
      const line = `exec java -Xmx256M -Dorg.slf4j.simpleLogger.defaultLogLevel=warn -cp "$CLASSPATH:${JARS}" ${mainClass} "$@"`;
      writeFileSync(join(home, 'bin', script), `#!/bin/sh\n${line}\n`, { mode: 0o755 });
    }
    return { KAFKA_PATH: home, BROKERS: bootstrap };
  }

  get #program(): string {
    return join(this.#root, 'tests/test-runner');
  }
}

function withoutColours(output: string): string {
  // oxlint-disable-next-line no-control-regex -- the colours are control characters
  return output.replaceAll(/\u001b\[\d*m|\u001b\(B/g, '');
}

/** The program ends with a table: `| 0012_produce_consume | PASSED | 1.629s | what went wrong`, a row for each test of the number. */
function readSummary(output: string, name: string, end: number | string): Omit<Outcome, 'seconds'> {
  const lines = output.split('\n');
  const rows = lines.filter((line) => line.startsWith(`| ${name.slice(0, 5)}`)).map((line) => {
    const [, , state = '', , ...said] = line.split('|').map((cell) => cell.trim());
    return { state, said: said.join('|').trim() };
  });
  const worst = rows.find(({ state }) => state === 'FAILED') ?? rows.find(({ state }) => state === 'PASSED') ?? rows.at(-1);
  const said = worst?.said ?? '';
  if (end === 0 && worst?.state === 'PASSED') return { result: 'passed', reason: '' };
  if (end === 0 && worst?.state === 'SKIPPED') return { result: 'skipped', reason: said };
  // A program that aborts loses the table, but has said `### Test "…" failed at FILE:LINE …: ###` before, and why below.
  const failure = lines.findIndex((line) => line.startsWith(`### Test "${name.slice(0, 5)}`));
  const why = failure < 0 ? '' : `${/failed at (\S+:\d+)/.exec(lines[failure] as string)?.[1]}: ${lines[failure + 1]}`;
  return { result: 'failed', reason: said || why || `the test program ended with ${end}` };
}
