import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const mainFile = join(import.meta.dirname, '../../apps/standalone/dist/main.js');
const START_WITHIN_MS = 20_000;
const STOP_WITHIN_MS = 10_000;
const KEPT_LINES = 200;
const KEPT_COMPLAINTS = 20;

/** An Ottla of this tool's own: a process on a temporary folder and a free port, both gone after `stop`. */
export class FuzzedServer {
  readonly #child: ChildProcess;
  readonly #directory: string;
  readonly #lines: string[] = [];
  /** By what is the same in them, so that one defect that shows often does not hide another. */
  readonly #complaints = new Map<string, string>();
  readonly #exited: Promise<unknown>;
  #bootstrap = '';

  private constructor() {
    this.#directory = mkdtempSync(join(tmpdir(), 'ottla-fuzz-'));
    const settings = ['--set', 'listeners=PLAINTEXT://127.0.0.1:0', '--set', `log.dirs=${this.#directory}`];
    this.#child = spawn(process.execPath, ['--enable-source-maps', mainFile, ...settings], { stdio: ['ignore', 'pipe', 'pipe'] });
    this.#exited = once(this.#child, 'exit');
  }

  /** Settles when clients are served. Rejects with the server's output when it ends before that. */
  static async start(): Promise<FuzzedServer> {
    const server = new FuzzedServer();
    await server.#ready();
    return server;
  }

  get bootstrap(): string {
    return this.#bootstrap;
  }

  get pid(): number {
    return this.#child.pid as number;
  }

  get hasEnded(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null;
  }

  /** Different errors that the server wrote into its log: defects that the wire does not show. */
  complaints(): readonly string[] {
    return [...this.#complaints.values()];
  }

  /** What is wrong with the end of the process; undefined when it ended as it was asked to. */
  async stop(): Promise<string | undefined> {
    if (!this.hasEnded) this.#child.kill('SIGTERM');
    else return `the server ended on its own with ${this.#child.exitCode ?? this.#child.signalCode}:\n${this.#lines.slice(-20).join('\n')}`;
    const timer = setTimeout(() => this.#child.kill('SIGKILL'), STOP_WITHIN_MS);
    await this.#exited;
    clearTimeout(timer);
    rmSync(this.#directory, { recursive: true, force: true });
    return this.#child.exitCode === 0 ? undefined : `the server ended with ${this.#child.exitCode ?? this.#child.signalCode} when it was asked to stop`;
  }

  async #ready(): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<string>();
    const timer = setTimeout(() => reject(new Error(`the server is not ready within ${START_WITHIN_MS} ms:\n${this.#lines.join('\n')}`)), START_WITHIN_MS);
    for (const input of [this.#child.stdout, this.#child.stderr]) {
      createInterface({ input: input as NodeJS.ReadableStream }).on('line', (line) => {
        this.#lines.push(line);
        if (this.#lines.length > KEPT_LINES) this.#lines.shift();
        if (/ ERROR |^\s+at /.test(line) && this.#complaints.size < KEPT_COMPLAINTS) this.#complaints.set(line.replaceAll(/[\d-]+/g, ''), line);
        const match = /ready.*?(127\.0\.0\.1:\d+)/.exec(line);
        if (match !== null) resolve(match[1] as string);
      });
    }
    void this.#exited.then(() => reject(new Error(`the server ended before it was ready:\n${this.#lines.join('\n')}`)));
    try {
      this.#bootstrap = await promise;
    } finally {
      clearTimeout(timer);
    }
  }
}
