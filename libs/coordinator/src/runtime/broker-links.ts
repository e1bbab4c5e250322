import type { BrokerId, Cancellable, Clock, Logger, Random, Scheduler } from '@ottla/model';
import type { Link, ShardHostService } from '@ottla/rpc';

export interface BrokerLinksOptions {
  /** Dials one broker; rejects when it cannot be reached. */
  readonly connect: (broker: BrokerId) => Promise<Link<ShardHostService>>;
  readonly clock: Clock;
  readonly scheduler: Scheduler;
  readonly random: Random;
  readonly logger: Logger;
}

const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 2_000;
/** A link that lived this long starts the pauses from the shortest again. */
const GOOD_LINK_MS = 1_000;

interface BrokerState {
  /** Of its registration. */
  readonly epoch: number;
  readonly fenced: boolean;
}

interface Peer {
  readonly broker: BrokerId;
  link: Link<ShardHostService> | undefined;
  redial: Cancellable | undefined;
  pauseMs: number;
}

/** Keeps one link to each broker: dials at once, and again, with growing pauses, when a link breaks or a dial fails. */
export class BrokerLinks {
  readonly #options: BrokerLinksOptions;
  readonly #peers = new Map<BrokerId, Peer>();

  constructor(options: BrokerLinksOptions) {
    this.#options = options;
  }

  get openCount(): number {
    let count = 0;
    for (const { link } of this.#peers.values()) if (link?.isOpen === true) count++;
    return count;
  }

  /** The brokers that exist: links to others are closed. */
  setBrokers(brokers: ReadonlySet<BrokerId>): void {
    for (const [broker, peer] of this.#peers) if (!brokers.has(broker)) this.#remove(peer, 'the broker is not registered any more');
    for (const broker of brokers) {
      if (this.#peers.has(broker)) continue;
      const peer: Peer = { broker, link: undefined, redial: undefined, pauseMs: FIRST_PAUSE_MS };
      this.#peers.set(broker, peer);
      this.#dial(peer);
    }
  }

  /**
   * What a publication says of brokers. One that registered anew, or may serve again, and could not be reached so far is
   * dialed at once, whatever the pause had become.
   */
  onBrokersChanged(changes: ReadonlyMap<BrokerId, { readonly before: BrokerState | undefined; readonly after: BrokerState | undefined }>): void {
    for (const [broker, { before, after }] of changes) {
      const peer = this.#peers.get(broker);
      const isBack = after !== undefined && (before?.epoch !== after.epoch || (before.fenced && !after.fenced));
      if (!isBack || peer?.redial === undefined) continue;
      peer.pauseMs = FIRST_PAUSE_MS;
      peer.redial.cancel();
      peer.redial = undefined;
      this.#dial(peer);
    }
  }

  /** The open link to a broker; undefined while there is none. */
  linkTo(broker: BrokerId): Link<ShardHostService> | undefined {
    const link = this.#peers.get(broker)?.link;
    return link?.isOpen === true ? link : undefined;
  }

  stop(reason: string): void {
    for (const peer of this.#peers.values()) this.#remove(peer, reason);
  }

  #remove(peer: Peer, reason: string): void {
    this.#peers.delete(peer.broker);
    peer.redial?.cancel();
    peer.link?.close(reason);
  }

  #dial(peer: Peer): void {
    this.#options.connect(peer.broker).then(
      (link) => this.#connected(peer, link),
      (error: unknown) => {
        this.#options.logger.debug('a broker could not be reached; trying again', { broker: peer.broker, error: String(error) });
        this.#redialLater(peer);
      },
    );
  }

  #connected(peer: Peer, link: Link<ShardHostService>): void {
    if (this.#peers.get(peer.broker) !== peer) {
      link.close('the broker is not registered any more');
      return;
    }
    peer.link = link;
    const openedMs = this.#options.clock.monotonicMs();
    void link.closed.then((reason) => {
      peer.link = undefined;
      if (this.#options.clock.monotonicMs() - openedMs >= GOOD_LINK_MS) peer.pauseMs = FIRST_PAUSE_MS;
      this.#options.logger.info('the link to a broker closed', { broker: peer.broker, reason });
      this.#redialLater(peer);
    });
  }

  #redialLater(peer: Peer): void {
    if (this.#peers.get(peer.broker) !== peer) return;
    // Some chance, so that all coordinators do not come at once to a broker that starts.
    const delayMs = peer.pauseMs / 2 + this.#options.random.below(peer.pauseMs);
    peer.pauseMs = Math.min(LONGEST_PAUSE_MS, peer.pauseMs * 2);
    peer.redial = this.#options.scheduler.after(delayMs, () => {
      peer.redial = undefined;
      this.#dial(peer);
    });
  }
}
