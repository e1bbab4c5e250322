import { ErrorCode, errorCodeOf, KafkaError, type Clock, type LeaderEpoch, type Logger, type Random, type Scheduler } from '@ottla/model';
import type { CallOptions, ControllerClientService, ControllerService, DialLink, Envelope, EnvelopeAnswer, Link, LinkHello } from '@ottla/rpc';
import { ActiveControllerSearch } from './active-controller-search.ts';
import type { ControllerDirectory } from './known-controllers.ts';

export type DialController = DialLink<ControllerClientService, ControllerService>;

export interface ControllerChannelOptions {
  readonly controllers: ControllerDirectory;
  readonly hello: LinkHello;
  readonly clock: Clock;
  readonly scheduler: Scheduler;
  readonly random: Random;
  readonly logger: Logger;
}

/** How long a client's request waits for an active controller: an election is over by then, and the client itself may try again. */
const FORWARD_SEARCH_MS = 10_000;
/** Pause before a request goes again to a controller that could not tell its outcome, while the link to it is open. */
const REPEAT_MS = 20;

const NONE = -1;
/** A controller that took back that it is active is not asked again for so long, unless in a later epoch; should it be active after all, it is found then. */
const SHUN_MS = 1_000;

interface Waiting {
  readonly onFound: (link: Link<ControllerService>) => void;
  readonly onFailed: (error: KafkaError) => void;
}

/**
 * The one link of this process to the active controller: looked for when it is first wanted, and again at once when the
 * link breaks, when the controller at its other end says that it is not the active one, or when somebody learned of a
 * newer leader (`leaderChanged`), which is how a controller that hangs is left.
 *
 * Ordering: one search at a time; whoever waits gets the link that it ends with. A controller whose epoch is older than
 * one that is known is not taken.
 */
export class ControllerChannel {
  readonly #options: ControllerChannelOptions;
  readonly #waiting = new Set<Waiting>();
  #link: Link<ControllerService> | undefined;
  /** Leader epoch in which the controller at the other end was found active. */
  #linkEpoch: LeaderEpoch = -1;
  /** Newest leader epoch that is known. */
  #epoch: LeaderEpoch = -1;
  /** Epoch of a controller that said a moment ago that it is not active, though it had said that it is. */
  #shunnedEpoch: LeaderEpoch = NONE;
  #search: ActiveControllerSearch | undefined;
  #isClosed = false;

  constructor(options: ControllerChannelOptions) {
    this.#options = options;
  }

  /** Rejects with NETWORK_EXCEPTION when no controller is found active within `timeoutMs`: then nothing was sent. */
  async link(timeoutMs: number): Promise<Link<ControllerService>> {
    if (this.#isClosed) throw new KafkaError(ErrorCode.NETWORK_EXCEPTION, 'the channel to the controller is closed');
    if (this.#link?.isOpen === true) return this.#link;
    const { promise, resolve, reject } = Promise.withResolvers<Link<ControllerService>>();
    const waiting: Waiting = { onFound: resolve, onFailed: reject };
    this.#waiting.add(waiting);
    const late = this.#options.scheduler.after(timeoutMs, () => reject(new KafkaError(ErrorCode.NETWORK_EXCEPTION, `no active controller was found within ${timeoutMs} ms`)));
    this.#find();
    try {
      return await promise;
    } finally {
      late.cancel();
      this.#waiting.delete(waiting);
    }
  }

  /**
   * Asks the active controller; asks the next one when the first turns out not to be it, which is safe since it did
   * nothing. With `isRepeatable` also when the outcome is unknown. `searchMs` bounds the wait for an active controller,
   * `timeoutMs` all of it. Rejects as the links' contract says; with REQUEST_TIMED_OUT when it was sent and may or may not
   * have been done.
   */
  async call<T>(timeoutMs: number, ask: (controller: ControllerService, call: CallOptions) => Promise<T>, { isRepeatable = false, searchMs = timeoutMs }: { readonly isRepeatable?: boolean; readonly searchMs?: number } = {}): Promise<T> {
    const { clock } = this.#options;
    const deadlineMs = clock.monotonicMs() + timeoutMs;
    let isOutcomeUnknown = false;
    const orUnknown = (error: KafkaError): KafkaError => (isOutcomeUnknown ? new KafkaError(ErrorCode.REQUEST_TIMED_OUT, `The request may or may not have been carried out: ${error.message}`) : error);
    for (;;) {
      const link = await this.link(Math.max(0, Math.min(searchMs, deadlineMs - clock.monotonicMs()))).catch((error: unknown) => {
        throw error instanceof KafkaError ? orUnknown(error) : error;
      });
      const leftMs = Math.ceil(deadlineMs - clock.monotonicMs());
      if (leftMs <= 0) throw orUnknown(new KafkaError(ErrorCode.NETWORK_EXCEPTION, `no active controller answered within ${timeoutMs} ms`));
      try {
        return await ask(link.remote, { timeoutMs: leftMs });
      } catch (error) {
        const code = errorCodeOf(error);
        if (code === ErrorCode.NOT_CONTROLLER) {
          this.refused(link);
          continue;
        }
        if (!isRepeatable || code !== ErrorCode.NETWORK_EXCEPTION) throw error;
        isOutcomeUnknown = true;
        if (link.isOpen) await this.#pause(REPEAT_MS);
      }
    }
  }

  /**
   * A client's request, or one in its name. While there is no active controller it waits for one, a while. As Kafka's
   * brokers do, it is sent again when the controller went away with it: should the first one have been carried out after
   * all, the client hears what a second one is answered (TOPIC_ALREADY_EXISTS, for example).
   */
  forward(envelope: Envelope, { timeoutMs, ...rest }: CallOptions): Promise<EnvelopeAnswer> {
    return this.call(timeoutMs, (controller, call) => controller.forward(envelope, { ...rest, ...call }), { isRepeatable: true, searchMs: FORWARD_SEARCH_MS });
  }

  /** The controller at the other end said NOT_CONTROLLER: another one is looked for. */
  refused(link: object): void {
    if (link !== this.#link) return;
    const epoch = this.#linkEpoch;
    this.#shunnedEpoch = epoch;
    this.#options.scheduler.after(SHUN_MS, () => {
      if (this.#shunnedEpoch === epoch) this.#shunnedEpoch = NONE;
    });
    this.#link.close('this controller is not the active one');
  }

  /** Somebody learned that the quorum has a leader of this epoch: a link to a controller of an older one is given up. */
  leaderChanged(epoch: LeaderEpoch): void {
    if (epoch <= this.#epoch) return;
    this.#epoch = epoch;
    if (this.#linkEpoch < epoch) this.#link?.close(`the quorum has a leader of epoch ${epoch}`);
  }

  /** Those who wait are refused with NETWORK_EXCEPTION. */
  close(reason: string): void {
    this.#isClosed = true;
    this.#search?.stop();
    this.#link?.close(reason);
    for (const { onFailed } of this.#waiting) onFailed(new KafkaError(ErrorCode.NETWORK_EXCEPTION, reason));
  }

  #pause(delayMs: number): Promise<void> {
    return new Promise((resolve) => void this.#options.scheduler.after(delayMs, resolve));
  }

  #find(): void {
    if (this.#search !== undefined || this.#isClosed) return;
    const search = new ActiveControllerSearch(this.#options, () => Math.max(this.#epoch, this.#shunnedEpoch + 1));
    this.#search = search;
    void search.run().then((found) => {
      this.#search = undefined;
      if (found === undefined) return;
      if (this.#isClosed) found.link.close('the channel is closed');
      else this.#use(found.link, found.epoch);
    });
  }

  #use(link: Link<ControllerService>, epoch: LeaderEpoch): void {
    this.#link = link;
    this.#linkEpoch = epoch;
    this.#epoch = Math.max(this.#epoch, epoch);
    void link.closed.then((reason) => {
      this.#link = undefined;
      if (!this.#isClosed) this.#options.logger.info('the link to the active controller closed; looking for it', { epoch, reason });
      this.#find();
    });
    for (const { onFound } of this.#waiting) onFound(link);
  }
}
