import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

export type ServiceRole = 'controller' | 'broker' | 'group-coordinator' | 'transaction-coordinator';

/** What a service's process is started with; the same at every start. */
export interface ServiceSpec {
  readonly role: ServiceRole;
  /** node.id */
  readonly nodeId: number;
  /** Where others reach it: a broker's for clients, a controller's for planes; undefined for coordinators, which only dial. */
  readonly address: string | undefined;
  readonly settings: Readonly<Record<string, string>>;
  /** Standard output and standard error of all its starts, one behind the other. */
  readonly logFile: string;
  /** Options for node. */
  readonly nodeOptions: readonly string[];
  /** Variables over those of this process. */
  readonly environment?: Readonly<Record<string, string>>;
}

const APPS = join(import.meta.dirname, '../../apps');
/** The app of each role. */
export const appOf: Readonly<Record<ServiceRole, string>> = {
  controller: 'controller-quorum',
  broker: 'broker',
  'group-coordinator': 'group-coordinator',
  'transaction-coordinator': 'transaction-coordinator',
};
/** Every app says this when it serves, and only then. */
const READY = /^ready\b/m;
const LOOK_MS = 10;
/** A stop in order that takes longer is none. */
const STOP_WITHIN_MS = 30_000;

const pause = (durationMs: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, durationMs));

/**
 * One service as a process of its own, in a session of its own: a terminal's Ctrl-C reaches only who started the cluster.
 * Its output goes to a file, not through a pipe: a test that is busy, or stopped, never holds a service up.
 * Ordering: `start` may be called again once the process has ended.
 */
export class ServiceProcess {
  readonly role: ServiceRole;
  readonly nodeId: number;
  readonly name: string;
  readonly address: string | undefined;
  readonly logFile: string;
  readonly #spec: ServiceSpec;
  #child: ChildProcess | undefined;
  #ended: Promise<string> = Promise.resolve('it was not started');
  /** Where the output of the present start begins in the log file, in bytes. */
  #outputFrom = 0;

  constructor(spec: ServiceSpec) {
    this.#spec = spec;
    this.role = spec.role;
    this.nodeId = spec.nodeId;
    this.name = `${spec.role}-${spec.nodeId}`;
    this.address = spec.address;
    this.logFile = spec.logFile;
  }

  /** Of the last start. Throws Error before the first. */
  get pid(): number {
    const pid = this.#child?.pid;
    if (pid === undefined) throw new Error(`${this.name} was not started`);
    return pid;
  }

  get isRunning(): boolean {
    return this.#child !== undefined && this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** Settles when the process of the last start has ended, with its exit code or signal in words. Never rejects. */
  get ended(): Promise<string> {
    return this.#ended;
  }

  /** What the process printed since its last start. */
  output(): string {
    try {
      return readFileSync(this.logFile).subarray(this.#outputFrom).toString('utf8');
    } catch {
      return '';
    }
  }

  /** Starts the process; settles when it is ready. Rejects with its output when it ends before. */
  async start(): Promise<void> {
    this.spawn();
    await this.ready();
  }

  /** Starts the process, and waits for nothing. Throws Error while it runs. */
  spawn(): void {
    if (this.isRunning) throw new Error(`${this.name} runs already`);
    const { role, settings, nodeOptions, environment } = this.#spec;
    const main = join(APPS, appOf[role], 'dist/main.js');
    const words = [...nodeOptions, main, ...Object.entries(settings).flatMap(([key, value]) => ['--set', `${key}=${value}`])];
    const output = openSync(this.logFile, 'a');
    this.#outputFrom = statSync(this.logFile).size;
    const child = spawn(process.execPath, words, { stdio: ['ignore', output, output], detached: true, env: { ...process.env, ...environment } });
    closeSync(output);
    this.#child = child;
    this.#ended = Promise.race([
      once(child, 'exit').then(([code, signal]) => (signal === null ? `exit code ${String(code)}` : String(signal))),
      once(child, 'error').then(([error]) => String(error)),
    ]);
  }

  /** Settles when the running process is ready. Rejects with its output when it ends before. */
  async ready(): Promise<void> {
    while (!READY.test(this.output())) {
      if (!this.isRunning) throw new Error(`${this.name} ended with ${await this.#ended}:\n${this.output()}`);
      await pause(LOOK_MS);
    }
  }

  /** SIGKILL; settles when the process is gone. */
  async kill(): Promise<void> {
    await this.#signalled('SIGKILL');
  }

  /** SIGTERM; settles with how the process ended. Rejects when it does not end. */
  async stop(): Promise<string> {
    const { promise: late, reject } = Promise.withResolvers<never>();
    const timer = setTimeout(() => reject(new Error(`${this.name} did not end within ${STOP_WITHIN_MS} ms of SIGTERM:\n${this.output()}`)), STOP_WITHIN_MS);
    try {
      return await Promise.race([this.#signalled('SIGTERM'), late]);
    } finally {
      clearTimeout(timer);
    }
  }

  /** SIGSTOP: the process lives and does nothing, until `resume`. */
  pause(): void {
    this.#child?.kill('SIGSTOP');
  }

  resume(): void {
    this.#child?.kill('SIGCONT');
  }

  /** SIGKILL without waiting: for the end of the process that started the cluster. */
  killNow(): void {
    if (this.isRunning) this.#child?.kill('SIGKILL');
  }

  async #signalled(signal: NodeJS.Signals): Promise<string> {
    if (this.isRunning) this.#child?.kill(signal);
    return await this.#ended;
  }
}
