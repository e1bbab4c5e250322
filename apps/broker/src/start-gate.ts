import type { ClientRequest } from '@ottla/listener';

/**
 * Holds clients' requests back while the broker starts: it listens early, so that a client that comes too soon waits a
 * moment instead of failing. Bounded by the listener, which reads no more requests than may be under way.
 */
export class StartGate {
  readonly #serve: (client: ClientRequest) => void;
  #held: ClientRequest[] | undefined = [];

  constructor(serve: (client: ClientRequest) => void) {
    this.#serve = serve;
  }

  get isOpen(): boolean {
    return this.#held === undefined;
  }

  readonly dispatch = (client: ClientRequest): void => {
    if (this.#held === undefined) {
      this.#serve(client);
      return;
    }
    client.keepBytes();
    this.#held.push(client);
  };

  /** Serves what was held, in order, and from now on everything at once. */
  open(): void {
    const held = this.#held ?? [];
    this.#held = undefined;
    for (const client of held) this.#serve(client);
  }
}
