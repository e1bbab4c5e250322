/** What a pool needs of a connection. */
export interface PooledConnection {
  close(reason: string): void;
}

interface Slot<C> {
  readonly connection: Promise<C>;
  underWay: number;
}

/**
 * Connections to one peer that answers in the order of its requests, and may keep a request waiting: a call takes a
 * connection with nothing under way, so that it does not wait behind one that is parked. Only when `maxConnections` are
 * busy does it queue, behind the fewest.
 */
export class PeerPool<C extends PooledConnection> {
  readonly #open: () => Promise<C>;
  readonly #maxConnections: number;
  readonly #slots = new Set<Slot<C>>();

  constructor(maxConnections: number, open: () => Promise<C>) {
    this.#maxConnections = maxConnections;
    this.#open = open;
  }

  get size(): number {
    return this.#slots.size;
  }

  /** Rejects with what `open` or the call rejects with; the connection is closed then, and the next call opens another. */
  async call<T>(ask: (connection: C) => Promise<T>): Promise<T> {
    const slot = this.#choose();
    slot.underWay++;
    try {
      return await ask(await slot.connection);
    } catch (error) {
      this.#slots.delete(slot);
      slot.connection.then((connection) => connection.close('a call failed'), () => {});
      throw error;
    } finally {
      slot.underWay--;
    }
  }

  close(reason: string): void {
    for (const { connection } of this.#slots) connection.then((opened) => opened.close(reason), () => {});
    this.#slots.clear();
  }

  #choose(): Slot<C> {
    let least: Slot<C> | undefined;
    for (const slot of this.#slots) {
      if (slot.underWay === 0) return slot;
      if (least === undefined || slot.underWay < least.underWay) least = slot;
    }
    if (least !== undefined && this.#slots.size >= this.#maxConnections) return least;
    const opened: Slot<C> = { connection: this.#open(), underWay: 0 };
    this.#slots.add(opened);
    return opened;
  }
}
