import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { JARS } from '../../measure/reference-jars.ts';

const PROGRAM = join(import.meta.dirname, 'ToolDriver.java');
const run = promisify(execFile);

/** How a tool ended. */
export interface ToolEnd {
  /** Its exit code, or "late" when it did not end within its limit, or "stopped". */
  readonly exit: string;
  readonly stdout: string;
  readonly stderr: string;
}

interface Waiting {
  readonly ended: PromiseWithResolvers<ToolEnd>;
  readonly lines: string[];
  readonly heard: Set<() => void>;
}

/** Puts the classes of the driver, and of `sources` beside it, into `folder`. Rejects with what the compiler says. */
export async function compileDriver(folder: string, sources: readonly string[] = []): Promise<void> {
  await run('javac', ['-nowarn', '-cp', JARS, '-d', folder, PROGRAM, ...sources]);
}

/** One JVM in which Kafka's tools run, one after the other, and beside them those that were started to go on. */
export class ToolDriver {
  readonly #child: ChildProcess;
  readonly #waiting = new Map<string, Waiting>();
  #count = 0;

  /** `classes` is what compileDriver was given; `directory` is where relative paths begin. */
  constructor(classes: string, directory: string) {
    // C1 alone: no tool runs for long enough for the second compiler to pay for itself.
    this.#child = spawn('java', ['-Xmx512m', '-XX:TieredStopAtLevel=1', '--add-opens=java.base/java.lang=ALL-UNNAMED', '-Dorg.slf4j.simpleLogger.defaultLogLevel=off', '-cp', `${classes}:${JARS}`, 'ToolDriver'], { stdio: ['pipe', 'pipe', 'inherit'], cwd: directory });
    createInterface({ input: this.#child.stdout as NodeJS.ReadableStream }).on('line', (line) => this.#heard(line));
    this.#child.once('exit', (code, signal) => {
      for (const { ended } of this.#waiting.values()) ended.reject(new Error(`the tools' JVM ended with ${code ?? signal}`));
    });
  }

  /** Runs a class to its end. */
  async run(mainClass: string, args: readonly string[], stdin: string, limitMs: number): Promise<ToolEnd> {
    return await this.#send('run', mainClass, args, stdin, limitMs).waiting.ended.promise;
  }

  /** Lets a class go on beside what comes next. */
  start(mainClass: string, args: readonly string[], limitMs: number): StartedTool {
    const { id, waiting } = this.#send('start', mainClass, args, '', limitMs);
    return {
      says: async (pattern) => await Promise.race([said(waiting, pattern), waiting.ended.promise.then(({ exit, stderr }) => Promise.reject(new Error(`${mainClass} ended with ${exit} before it said ${pattern}: ${stderr.slice(0, 2000)}`)))]),
      ended: async () => await waiting.ended.promise,
      stop: async () => {
        this.#child.stdin?.write(`stop\t${id}\n`);
        return await waiting.ended.promise;
      },
    };
  }

  async close(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const exited = once(this.#child, 'exit');
    this.#child.stdin?.end();
    await exited;
  }

  #send(verb: string, mainClass: string, args: readonly string[], stdin: string, limitMs: number): { readonly id: string; readonly waiting: Waiting } {
    const id = String(++this.#count);
    const waiting: Waiting = { ended: Promise.withResolvers<ToolEnd>(), lines: [], heard: new Set() };
    this.#waiting.set(id, waiting);
    this.#child.stdin?.write(`${[verb, id, ...[String(limitMs), mainClass, stdin, ...args].map(encoded)].join('\t')}\n`);
    return { id, waiting };
  }

  #heard(line: string): void {
    const [id = '', exit = '', first = '', second = ''] = line.split('\t');
    const waiting = this.#waiting.get(id);
    if (waiting === undefined) return;
    if (exit === 'said') {
      waiting.lines.push(decoded(first));
      for (const hear of waiting.heard) hear();
      return;
    }
    this.#waiting.delete(id);
    waiting.ended.resolve({ exit, stdout: decoded(first), stderr: decoded(second) });
  }
}

/** A tool that goes on until it is stopped. */
export interface StartedTool {
  /** Settles when a line that it printed matches. Rejects when it ends before. */
  says(pattern: RegExp): Promise<void>;
  /** Settles when it has ended by itself. */
  ended(): Promise<ToolEnd>;
  /** Runs its shutdown hooks, as Ctrl-C would. */
  stop(): Promise<ToolEnd>;
}

function said({ lines, heard }: Waiting, pattern: RegExp): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const look = (): void => {
    if (!lines.some((line) => pattern.test(line))) return;
    heard.delete(look);
    resolve();
  };
  heard.add(look);
  look();
  return promise;
}

const encoded = (text: string): string => Buffer.from(text).toString('base64');
const decoded = (text: string): string => Buffer.from(text, 'base64').toString('utf8');
