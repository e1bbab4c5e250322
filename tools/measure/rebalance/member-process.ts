import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** What a member is told. */
export type MemberOrder = { readonly what: 'start'; readonly topic: string; readonly settings: Readonly<Record<string, string | number>> } | { readonly what: 'leave' };

/** What a member tells: that it begins to start or to leave, that it left, and what it holds from now on. */
export interface MemberEvent {
  readonly what: 'starts' | 'holds' | 'leaves' | 'left';
  /** Milliseconds of the machine's monotonic clock. */
  readonly atMs: number;
  readonly partitions: readonly number[];
}

const MEMBER_FILE = join(import.meta.dirname, 'member.ts');

/** A process that is a member of one group after the other. */
export class MemberProcess {
  held: readonly number[] = [];
  /** When it last began to start, to leave, and to hold what it holds; NaN before. */
  startsAtMs = NaN;
  leavesAtMs = NaN;
  heldAtMs = NaN;
  isIn = false;
  readonly #child: ChildProcess;
  readonly #onEvent: () => void;
  #failure: Error | undefined;

  /** `onEvent` is called after each thing that it tells. */
  constructor(onEvent: () => void) {
    this.#onEvent = onEvent;
    this.#child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', MEMBER_FILE], { stdio: ['pipe', 'pipe', 'inherit'] });
    createInterface({ input: this.#child.stdout as NodeJS.ReadableStream }).on('line', (line) => this.#hear(JSON.parse(line) as MemberEvent));
    this.#child.once('exit', (code, signal) => {
      this.#failure = new Error(`a member ended with ${code ?? signal}`);
      onEvent();
    });
  }

  /** Throws when the process ended. */
  check(): void {
    if (this.#failure !== undefined) throw this.#failure;
  }

  start(topic: string, settings: Readonly<Record<string, string | number>>): void {
    this.isIn = true;
    this.startsAtMs = NaN;
    this.#tell({ what: 'start', topic, settings });
  }

  leave(): void {
    this.leavesAtMs = NaN;
    this.#tell({ what: 'leave' });
  }

  async kill(): Promise<void> {
    if (this.#failure !== undefined) return;
    this.#child.kill('SIGKILL');
    await once(this.#child, 'exit');
  }

  #tell(order: MemberOrder): void {
    this.#child.stdin?.write(`${JSON.stringify(order)}\n`);
  }

  #hear({ what, atMs, partitions }: MemberEvent): void {
    if (what === 'starts') this.startsAtMs = atMs;
    else if (what === 'leaves') this.leavesAtMs = atMs;
    else if (what === 'left') this.isIn = false;
    else [this.held, this.heldAtMs] = [partitions, atMs];
    this.#onEvent();
  }
}
