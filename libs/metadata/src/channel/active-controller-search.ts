import type { Cancellable, LeaderEpoch, Random, Scheduler } from '@ottla/model';
import type { ControllerService, LeaderOfQuorum, Link, LinkHello } from '@ottla/rpc';
import type { DialController } from './controller-channel.ts';
import type { ControllerDirectory } from './known-controllers.ts';

export interface ActiveControllerSearchOptions {
  readonly controllers: ControllerDirectory;
  readonly hello: LinkHello;
  readonly scheduler: Scheduler;
  readonly random: Random;
}

export interface FoundController {
  readonly link: Link<ControllerService>;
  readonly epoch: LeaderEpoch;
}

/** Pause between two rounds, doubled with each; by chance down to a half, so that not all brokers ask at once. */
const FIRST_PAUSE_MS = 10;
const LONGEST_PAUSE_MS = 250;
/** How long a round waits for controllers that say nothing, as long as none says that it is active. */
const ROUND_MS = 500;
const ASK_TIMEOUT_MS = 1_000;

/**
 * One search for the active controller: asks all of the quorum at once, round after round, until one says that it is
 * active in an epoch that is not over; controllers that become known meanwhile are asked from the next round on. Links stay open from round to round, and all but the found one are closed at the end.
 * A controller that hangs holds up nobody: the first that says yes ends the search.
 */
export class ActiveControllerSearch {
  readonly #options: ActiveControllerSearchOptions;
  readonly #leastEpoch: () => LeaderEpoch;
  readonly #candidates = new Map<DialController, Candidate>();
  #isStopped = false;
  #endWait: () => void = () => {};

  constructor(options: ActiveControllerSearchOptions, leastEpoch: () => LeaderEpoch) {
    this.#options = options;
    this.#leastEpoch = leastEpoch;
  }

  /** Undefined after `stop`. Never rejects. */
  async run(): Promise<FoundController | undefined> {
    let found: { readonly candidate: Candidate; readonly result: FoundController } | undefined;
    for (let pauseMs = FIRST_PAUSE_MS; !this.#isStopped; pauseMs = Math.min(LONGEST_PAUSE_MS, pauseMs * 2)) {
      found = await this.#round();
      if (found !== undefined || this.#isStopped) break;
      await this.#wait(Math.ceil(pauseMs / 2) + this.#options.random.below(Math.ceil(pauseMs / 2)));
    }
    for (const candidate of this.#candidates.values()) if (candidate !== found?.candidate) candidate.leave();
    return found?.result;
  }

  stop(): void {
    this.#isStopped = true;
    this.#endWait();
  }

  /** Settles with the first that is active, or with undefined once all answered otherwise, time is up, or the search stops. */
  #round(): Promise<{ readonly candidate: Candidate; readonly result: FoundController } | undefined> {
    const { promise, resolve } = Promise.withResolvers<{ readonly candidate: Candidate; readonly result: FoundController } | undefined>();
    const late = this.#options.scheduler.after(ROUND_MS, () => resolve(undefined));
    this.#endWait = () => resolve(undefined);
    const { controllers, hello } = this.#options;
    for (const dial of controllers.dials) if (!this.#candidates.has(dial)) this.#candidates.set(dial, new Candidate(dial, hello));
    let silent = this.#candidates.size;
    for (const candidate of this.#candidates.values()) {
      void candidate.ask().then((answer) => {
        const { link } = candidate;
        if (answer?.isActive === true && answer.leaderEpoch >= this.#leastEpoch() && link?.isOpen === true) resolve({ candidate, result: { link, epoch: answer.leaderEpoch } });
        else if (--silent === 0) resolve(undefined);
      });
    }
    return promise.finally(() => late.cancel());
  }

  #wait(delayMs: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer: Cancellable = this.#options.scheduler.after(delayMs, resolve);
    this.#endWait = () => {
      timer.cancel();
      resolve();
    };
    return promise;
  }
}

/** One controller during a search: dialed when it is not connected, and asked one question at a time. */
class Candidate {
  readonly #dial: DialController;
  readonly #hello: LinkHello;
  #asking: Promise<LeaderOfQuorum | undefined> | undefined;
  #isLeft = false;
  link: Link<ControllerService> | undefined;

  constructor(dial: DialController, hello: LinkHello) {
    this.#dial = dial;
    this.#hello = hello;
  }

  /** Undefined when it cannot be reached, or says nothing. Never rejects. */
  ask(): Promise<LeaderOfQuorum | undefined> {
    this.#asking ??= this.#ask()
      .catch(() => undefined)
      .finally(() => {
        this.#asking = undefined;
      });
    return this.#asking;
  }

  leave(): void {
    this.#isLeft = true;
    this.link?.close('another controller is the active one');
  }

  async #ask(): Promise<LeaderOfQuorum | undefined> {
    if (this.link?.isOpen !== true) this.link = await this.#dial(this.#hello, {});
    if (this.#isLeft) {
      this.leave();
      return undefined;
    }
    return await this.link.remote.quorumLeader({}, { timeoutMs: ASK_TIMEOUT_MS });
  }
}
