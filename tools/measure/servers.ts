import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { freePortsInRow } from '../cluster/plane-ports.ts';
import { cpuMs } from './process-figures.ts';

const HOST = '127.0.0.1';
const MAIN_FILE = join(import.meta.dirname, '../../apps/standalone/dist/main.js');
const POLL_MS = 5;

/** What a start took, from the spawn of the process. */
export interface StartFigures {
  /** To the end of log loading. Ottla says so only once it serves: then it is that moment. */
  readonly loadedMs: number;
  /** CPU time of the process when logs were loaded. */
  readonly loadedCpuMs: number;
}

/** A server that is measured: started on a folder of its own, killed, started again. */
export interface MeasuredServer {
  readonly name: string;
  /** Where its log folders lie, at any depth. */
  readonly directory: string;
  readonly host: string;
  readonly port: number;
  readonly pid: number;
  start(): Promise<StartFigures>;
  kill(): Promise<void>;
  /** SIGTERM; answers the milliseconds to its end. */
  terminate(): Promise<number>;
}

/** A port of the loopback that nobody has, nor the one behind it, which the reference's controller takes. */
export async function freePort(): Promise<number> {
  return await freePortsInRow(2);
}

export const pause = (durationMs: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, durationMs));

export interface OttlaOptions {
  readonly directory: string;
  readonly port: number;
  readonly settings?: readonly string[];
  /** Most open files; the limit of this process when left out. */
  readonly maxOpenFiles?: number | undefined;
  /** Options for node, for example --cpu-prof. */
  readonly nodeOptions?: readonly string[];
}

/** Ottla's one-process form. */
export class OttlaServer implements MeasuredServer {
  readonly name = 'Ottla';
  readonly host = HOST;
  readonly #options: OttlaOptions;
  readonly #lines: string[] = [];
  #child: ChildProcess | undefined;

  constructor(options: OttlaOptions) {
    this.#options = options;
  }

  get directory(): string {
    return this.#options.directory;
  }

  get port(): number {
    return this.#options.port;
  }

  get pid(): number {
    return this.#child?.pid as number;
  }

  get output(): string {
    return this.#lines.join('\n');
  }

  async start(): Promise<StartFigures> {
    const { directory, port, settings = [], maxOpenFiles, nodeOptions = [] } = this.#options;
    const sets = [`listeners=PLAINTEXT://${HOST}:${port}`, `log.dirs=${directory}`, ...settings].flatMap((setting) => ['--set', setting]);
    const limit = maxOpenFiles === undefined ? [] : ['bash', '-c', `ulimit -n ${maxOpenFiles}; exec "$@"`, 'limited'];
    const words = [...limit, process.execPath, '--enable-source-maps', ...nodeOptions, MAIN_FILE, ...sets];
    const startedAt = performance.now();
    const child = (this.#child = spawn(words[0] as string, words.slice(1), { stdio: ['ignore', 'pipe', 'pipe'] }));
    const { promise, resolve, reject } = Promise.withResolvers<StartFigures>();
    const onLine = (line: string): void => {
      this.#lines.push(line);
      if (this.#lines.length > 1000) this.#lines.shift();
      if (line.startsWith('ready ')) resolve({ loadedMs: performance.now() - startedAt, loadedCpuMs: cpuMs(child.pid as number) });
    };
    for (const input of [child.stdout, child.stderr]) createInterface({ input: input as NodeJS.ReadableStream }).on('line', onLine);
    child.once('exit', (code, signal) => reject(new Error(`Ottla ended with ${code ?? signal}:\n${this.output}`)));
    return await promise;
  }

  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  async terminate(): Promise<number> {
    return await this.#end('SIGTERM');
  }

  async #end(signal: NodeJS.Signals): Promise<number> {
    const child = this.#child;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return 0;
    const startedAt = performance.now();
    child.kill(signal);
    await once(child, 'exit');
    return performance.now() - startedAt;
  }
}

/**
 * A real Kafka, through a script: `SCRIPT start DIR PORT [key=value …]` starts one broker with its controller, prints
 * its pid and ends once it serves; its log is DIR/server.log, its data DIR/data. `key=value` are lines of server.properties.
 */
export class ReferenceKafka implements MeasuredServer {
  readonly name = 'Kafka';
  readonly host = HOST;
  readonly port: number;
  readonly directory: string;
  readonly #script: string;
  readonly #settings: readonly string[];
  #pid = -1;

  constructor(script: string, directory: string, port: number, settings: readonly string[] = []) {
    this.#script = script;
    this.directory = directory;
    this.port = port;
    this.#settings = settings;
  }

  get pid(): number {
    return this.#pid;
  }

  async start(): Promise<StartFigures> {
    const log = join(this.directory, 'server.log');
    rmSync(log, { force: true });
    const startedAt = performance.now();
    // Many partitions take longer than the script waits for: the log tells of the start, whatever the script's end.
    execFile(this.#script, ['start', this.directory, String(this.port), ...this.#settings], (error, _, stderr) => {
      if (error !== null) console.log(`${this.#script}: ${stderr}`);
    });
    await logged(log, /Loaded \d+ logs in \d+ms/);
    const loadedMs = performance.now() - startedAt;
    this.#pid = pidOfBroker(join(this.directory, 'server.properties'));
    const loadedCpuMs = cpuMs(this.#pid);
    await logged(log, /Kafka Server started/);
    return { loadedMs, loadedCpuMs };
  }

  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  async terminate(): Promise<number> {
    return await this.#end('SIGTERM');
  }

  async #end(signal: NodeJS.Signals): Promise<number> {
    if (this.#pid < 0) return 0;
    const startedAt = performance.now();
    process.kill(this.#pid, signal);
    while (existsSync(`/proc/${this.#pid}`)) await pause(POLL_MS);
    this.#pid = -1;
    return performance.now() - startedAt;
  }
}

const LOG_LINE_WITHIN_MS = 300_000;

async function logged(log: string, pattern: RegExp): Promise<void> {
  for (const startedAt = performance.now(); performance.now() - startedAt < LOG_LINE_WITHIN_MS; await pause(POLL_MS)) {
    if (existsSync(log) && pattern.test(readFileSync(log, 'utf8'))) return;
  }
  throw new Error(`the reference did not say ${pattern} in ${log}`);
}

/** The process whose command line ends with `conf`. */
function pidOfBroker(conf: string): number {
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
      if (words.includes('kafka.Kafka') && words.includes(conf)) return Number(pid);
    } catch {
      // It ended meanwhile.
    }
  }
  throw new Error(`no process runs kafka.Kafka with ${conf}`);
}
