import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { once } from 'node:events';

const HOST = '127.0.0.1';

/** One connection through the proxy: what comes in on each side is handed on, later, or not until the wire heals. */
interface Wire {
  readonly inside: Socket;
  readonly outside: Socket;
}

/**
 * Stands before a port of a service: who dials it comes through here. A wire that is held in one
 * direction loses nothing, it just says nothing, as a network does that drops packets until it heals.
 */
export class Proxy {
  readonly name: string;
  readonly #server: Server;
  readonly #targetPort: number;
  readonly #wires = new Set<Wire>();
  #held: 'in' | 'out' | 'both' | undefined;
  #delayMs = 0;

  /** Port 0: any that is free. */
  static async open(name: string, port: number, targetPort: number): Promise<Proxy> {
    const proxy = new Proxy(name, targetPort);
    proxy.#server.listen(port, HOST);
    await once(proxy.#server, 'listening');
    return proxy;
  }

  /** host:port on which it listens. */
  get address(): string {
    return `${HOST}:${(this.#server.address() as AddressInfo).port}`;
  }

  private constructor(name: string, targetPort: number) {
    this.name = name;
    this.#targetPort = targetPort;
    this.#server = createServer((outside) => this.#accept(outside));
  }

  /** `in`: nothing reaches the service; `out`: nothing of what it says is heard. */
  hold(direction: 'in' | 'out' | 'both'): void {
    this.#held = direction;
    for (const wire of this.#wires) this.#pauseHeld(wire);
  }

  delay(delayMs: number): void {
    this.#delayMs = delayMs;
  }

  heal(): void {
    this.#held = undefined;
    this.#delayMs = 0;
    for (const { inside, outside } of this.#wires) {
      inside.resume();
      outside.resume();
    }
  }

  breakAll(): void {
    for (const { inside, outside } of this.#wires) {
      inside.destroy();
      outside.destroy();
    }
  }

  close(): void {
    this.breakAll();
    this.#server.close();
  }

  #accept(outside: Socket): void {
    const inside = connect({ host: HOST, port: this.#targetPort, noDelay: true });
    outside.setNoDelay(true);
    const wire: Wire = { inside, outside };
    this.#wires.add(wire);
    const end = (): void => {
      this.#wires.delete(wire);
      inside.destroy();
      outside.destroy();
    };
    for (const [from, to] of [[outside, inside], [inside, outside]] as const) {
      const queue: Buffer[] = [];
      from.on('data', (bytes) => this.#handOn(bytes, to, queue));
      from.on('error', end);
      from.on('close', end);
    }
    this.#pauseHeld(wire);
  }

  #pauseHeld({ inside, outside }: Wire): void {
    if (this.#held === 'in' || this.#held === 'both') outside.pause();
    if (this.#held === 'out' || this.#held === 'both') inside.pause();
  }

  /** In order also when the delay becomes shorter: each timer sends what came first. */
  #handOn(bytes: Buffer, to: Socket, queue: Buffer[]): void {
    if (this.#delayMs === 0 && queue.length === 0) {
      to.write(bytes);
      return;
    }
    queue.push(bytes);
    setTimeout(() => to.write(queue.shift() as Buffer), this.#delayMs);
  }
}
