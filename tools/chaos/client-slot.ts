import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { javaCommand } from './java-clients.ts';
import type { ClientOptions, Line } from './clients/journal.ts';

/** The program of a client, and the library it uses. */
export interface ClientKind {
  readonly program: 'producer' | 'consumer' | 'rolling-consumer' | 'chain-source' | 'chain' | 'transfers' | 'watcher';
  readonly library: 'librdkafka' | 'kafkajs' | 'java';
}

/** One line, and the start of a client that told it. */
export interface ToldLine {
  readonly name: string;
  readonly line: Line;
}

const RESTART_MS = 500;
const STOP_WITHIN_MS = 40_000;

/** A client that is started again, under another name, whenever its process ends, until it is stopped. */
export class ClientSlot {
  readonly kind: ClientKind;
  readonly slot: string;
  starts = 0;
  readonly #bootstrap: string;
  readonly #directory: string;
  readonly #partitions: number;
  readonly #names: string[] = [];
  #child: ChildProcess | undefined;
  #isStopped = false;

  constructor(kind: ClientKind, number: number, bootstrap: string, directory: string, partitions: number) {
    this.kind = kind;
    this.slot = `${kind.library}-${kind.program}-${number}`;
    this.#bootstrap = bootstrap;
    this.#directory = directory;
    this.#partitions = partitions;
    mkdirSync(directory, { recursive: true });
  }

  /** Takes over what the starts of an earlier run told. */
  takeUp(): void {
    for (; existsSync(this.#fileOf(`${this.slot}-${this.starts}`)); this.starts++) this.#names.push(`${this.slot}-${this.starts}`);
  }

  start(): void {
    const name = `${this.slot}-${this.starts++}`;
    this.#names.push(name);
    const options: ClientOptions = { bootstrap: this.#bootstrap, name, slot: this.slot, journal: this.#fileOf(name), partitions: this.#partitions };
    const [command, ...words] = this.kind.library === 'java' ? javaCommand(this.kind.program) : [process.execPath, join(import.meta.dirname, `clients/${this.kind.program === 'rolling-consumer' ? 'consumer' : this.kind.program}.ts`)];
    const output = openSync(join(this.#directory, `${this.slot}.log`), 'a');
    const child = (this.#child = spawn(command, [...words, JSON.stringify(options)], { stdio: ['ignore', output, output] }));
    child.once('exit', () => {
      if (!this.#isStopped) setTimeout(() => this.#isStopped || this.start(), RESTART_MS);
    });
  }

  kill(): void {
    this.#child?.kill('SIGKILL');
  }

  /** Kills it for good: for the end of a run that failed. */
  abandon(): void {
    this.#isStopped = true;
    this.kill();
  }

  pause(): void {
    this.#child?.kill('SIGSTOP');
  }

  resume(): void {
    this.#child?.kill('SIGCONT');
  }

  /** Lets it finish; whoever does not is killed, and what it did not hear of stays unknown. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    const child = this.#child;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGCONT');
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS);
    await ended;
    clearTimeout(timer);
  }

  /** What all starts told, in order. The last line of a process that was killed may be torn. */
  *lines(): Generator<ToldLine> {
    for (const name of this.#names) {
      if (!existsSync(this.#fileOf(name))) continue;
      for (const text of readFileSync(this.#fileOf(name), 'utf8').split('\n')) if (text.endsWith('}')) yield { name, line: JSON.parse(text) as Line };
    }
  }

  #fileOf(name: string): string {
    return join(this.#directory, `${name}.jsonl`);
  }
}
