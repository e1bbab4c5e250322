/** Settles when a request has appended what it had to. */
type Start = () => Promise<void> | undefined;

/**
 * Keeps the appends of one connection in the order of its requests while one of them waits for a verification: those
 * behind it begin after it. Held requests are bounded by what a connection may have under way.
 */
export class ProduceOrder {
  readonly #waiting = new WeakMap<object, Start[]>();

  /** Calls `start` now, or after the requests of the same connection that wait; its promise never rejects. */
  run(connection: object, start: Start): void {
    const queue = this.#waiting.get(connection);
    if (queue !== undefined) {
      queue.push(start);
      return;
    }
    const appended = start();
    if (appended === undefined) return;
    this.#waiting.set(connection, []);
    void appended.then(() => {
      const held = this.#waiting.get(connection) ?? [];
      this.#waiting.delete(connection);
      for (const next of held) this.run(connection, next);
    });
  }
}
