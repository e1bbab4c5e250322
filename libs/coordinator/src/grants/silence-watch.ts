import type { Cancellable, Scheduler } from '@ottla/model';
import type { ConnectedInstance } from './led-shard.ts';

export interface SilenceWatchOptions {
  readonly scheduler: Scheduler;
  readonly instances: () => Iterable<ConnectedInstance>;
  /** Makes an instance say something. */
  readonly ask: (instance: ConnectedInstance) => void;
  /** Tells it again what it may have missed; seldom. */
  readonly repeat: (instance: ConnectedInstance) => void;
  readonly onSilent: (instance: ConnectedInstance) => void;
}

const LOOK_MS = 200;
/** An instance is silent after this many looks without a word. A stall of our own loop spoils only one. */
const SILENT_LOOKS = 15;
/** After this many, where another one of its role answered in each of them: then neither this loop nor the machine is what holds it up. */
const OUTLIVED_LOOKS = 5;
const REPEAT_LOOKS = 5;
/** Incarnations that are remembered as slow. */
const MOST_REMEMBERED = 1_000;

/**
 * Looks again and again which instances were heard since the last look. One that says nothing for a second while another
 * one of its role answers throughout is taken for stopped, and its shards go to the others; without such a witness, and
 * once it turned out to be slow and no more (the same incarnation dialed again), it has three seconds.
 */
export class SilenceWatch {
  readonly #options: SilenceWatchOptions;
  readonly #slow = new Set<string>();
  #timer: Cancellable | undefined;
  #looks = 0;

  constructor(options: SilenceWatchOptions) {
    this.#options = options;
  }

  /** Call when an instance connected: looks go on until there is none. */
  start(): void {
    this.#timer ??= this.#options.scheduler.after(LOOK_MS, () => this.#look());
  }

  stop(): void {
    this.#timer?.cancel();
    this.#timer = undefined;
  }

  #look(): void {
    this.#timer = undefined;
    this.#looks++;
    const instances = [...this.#options.instances()];
    const heard = instances.filter(({ wasHeard }) => wasHeard);
    for (const instance of instances) {
      if (instance.wasHeard) {
        instance.missedLooks = 0;
        instance.outlivedLooks = 0;
      } else if (this.#isSilent(instance, heard.some(({ role }) => role === instance.role))) {
        this.#options.onSilent(instance);
        continue;
      }
      instance.wasHeard = false;
      this.#options.ask(instance);
      if (this.#looks % REPEAT_LOOKS === 0) this.#options.repeat(instance);
    }
    if (instances.some(({ link }) => link.isOpen)) this.start();
  }

  #isSilent(instance: ConnectedInstance, hasWitness: boolean): boolean {
    instance.missedLooks++;
    instance.outlivedLooks = hasWitness ? instance.outlivedLooks + 1 : 0;
    if (instance.missedLooks >= SILENT_LOOKS) return true;
    const { incarnationId } = instance.link.hello;
    if (instance.outlivedLooks < OUTLIVED_LOOKS || this.#slow.has(incarnationId)) return false;
    // Should it come back it was slow, not dead, and is given more time from then on.
    if (this.#slow.size >= MOST_REMEMBERED) this.#slow.clear();
    this.#slow.add(incarnationId);
    return true;
  }
}
