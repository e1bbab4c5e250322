import { ErrorCode, KafkaError, type BrokerId, type Random, type Scheduler } from '@ottla/model';
import type { RaftAnswer, RaftRequest } from '../core/raft-messages.ts';
import type { RaftTransport } from '../raft-transport.ts';

/** The process at the other end, as the network sees it. */
export interface SimEndpoint {
  readonly isUp: boolean;
  /** Tasks of the process: held back while it is paused, dropped when it is dead. */
  readonly scheduler: Scheduler;
  serve(request: RaftRequest): Promise<RaftAnswer>;
}

export interface SimNetworkOptions {
  readonly scheduler: Scheduler;
  readonly random: Random;
  readonly endpoint: (id: BrokerId) => SimEndpoint | undefined;
  /** Sees every request as it is sent, and every answer as it leaves. */
  readonly onSent: (from: BrokerId, to: BrokerId, message: RaftRequest | RaftAnswer, request: RaftRequest) => void;
}

interface Pending {
  readonly from: BrokerId;
  readonly to: BrokerId;
  readonly reject: (error: KafkaError) => void;
}

const FLIGHT_MS = 3;
const SLOW_FLIGHT_MS = 150;

/** Messages that are lost, late, doubled and out of order; ways that are cut in one direction; connections that break. */
export class SimNetwork {
  /** Of a thousand. */
  lossRate = 0;
  slowRate = 0;
  doubleRate = 0;
  readonly counts = { sent: 0, lost: 0, doubled: 0, late: 0 };
  readonly #options: SimNetworkOptions;
  readonly #cut = new Set<string>();
  readonly #pending = new Set<Pending>();

  constructor(options: SimNetworkOptions) {
    this.#options = options;
  }

  cut(from: BrokerId, to: BrokerId): void {
    this.#cut.add(`${from}>${to}`);
  }

  heal(): void {
    this.#cut.clear();
    this.lossRate = this.slowRate = this.doubleRate = 0;
  }

  /** All connections with this process break, as far as the other ends can notice. */
  disconnect(id: BrokerId): void {
    for (const pending of this.#pending) {
      if (pending.to === id && !this.#isCut(id, pending.from)) this.#later(() => pending.reject(new KafkaError(ErrorCode.NETWORK_EXCEPTION, 'the connection closed')));
    }
  }

  transportOf(from: BrokerId, own: Scheduler): RaftTransport {
    return {
      send: (to, request, timeoutMs) =>
        new Promise((resolve, reject) => {
          const { random, onSent } = this.#options;
          const pending: Pending = { from, to: to.id, reject: (error) => settle(() => reject(error)) };
          const timer = own.after(timeoutMs, () => pending.reject(new KafkaError(ErrorCode.REQUEST_TIMED_OUT, 'no answer')));
          // What comes is handled as an event of the asking process.
          const settle = (act: () => void): void => {
            if (!this.#pending.delete(pending)) return;
            timer.cancel();
            own.endOfTurn(act);
          };
          this.#pending.add(pending);
          onSent(from, to.id, request, request);
          const answered = (answer: RaftAnswer): void => settle(() => resolve(answer));
          this.#fly(from, to.id, () => this.#arrive(from, to.id, request, pending, answered));
          if (random.below(1000) < this.doubleRate) {
            this.counts.doubled++;
            this.#fly(from, to.id, () => this.#arrive(from, to.id, request, pending, answered));
          }
        }),
      close: () => {},
    };
  }

  #arrive(from: BrokerId, to: BrokerId, request: RaftRequest, pending: Pending, answered: (answer: RaftAnswer) => void): void {
    const target = this.#options.endpoint(to);
    if (target?.isUp !== true) return this.#fly(to, from, () => pending.reject(new KafkaError(ErrorCode.NETWORK_EXCEPTION, 'nobody listens')));
    target.scheduler.endOfTurn(() => {
      target.serve(request).then(
        (answer) => {
          this.#options.onSent(to, from, answer, request);
          this.#fly(to, from, () => answered(answer));
        },
        (error: unknown) => this.#fly(to, from, () => pending.reject(error as KafkaError)),
      );
    });
  }

  #fly(from: BrokerId, to: BrokerId, arrive: () => void): void {
    const { random } = this.#options;
    this.counts.sent++;
    if (this.#isCut(from, to) || random.below(1000) < this.lossRate) {
      this.counts.lost++;
      return;
    }
    const isSlow = random.below(1000) < this.slowRate;
    if (isSlow) this.counts.late++;
    this.#options.scheduler.after(1 + random.below(isSlow ? SLOW_FLIGHT_MS : FLIGHT_MS), arrive);
  }

  #later(task: () => void): void {
    this.#options.scheduler.after(1 + this.#options.random.below(FLIGHT_MS), task);
  }

  #isCut(from: BrokerId, to: BrokerId): boolean {
    return this.#cut.has(`${from}>${to}`);
  }
}
