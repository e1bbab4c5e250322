import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

const HOST = '127.0.0.1';

/** A way that can be held: connections stay open, and nothing passes, as where a network drops all packets. */
export class HeldWay {
  readonly #servers: Server[] = [];
  readonly #sockets = new Set<Socket>();
  #isHeld = false;

  /** An address that leads to `address`. */
  async wayTo(address: string): Promise<string> {
    const [host = '', port] = address.split(':');
    const server = createServer((client) => this.#join(client, connect({ host, port: Number(port) })));
    this.#servers.push(server);
    await once(server.listen(0, HOST), 'listening');
    return `${HOST}:${(server.address() as AddressInfo).port}`;
  }

  hold(): void {
    this.#isHeld = true;
    for (const socket of this.#sockets) socket.pause();
  }

  release(): void {
    this.#isHeld = false;
    for (const socket of this.#sockets) socket.resume();
  }

  close(): void {
    for (const server of this.#servers) server.close();
    for (const socket of this.#sockets) socket.destroy();
  }

  #join(one: Socket, other: Socket): void {
    for (const [from, to] of [[one, other], [other, one]] as const) {
      this.#sockets.add(from);
      from.setNoDelay(true);
      from.on('data', (piece) => void to.write(piece));
      from.on('error', () => to.destroy());
      from.on('close', () => {
        this.#sockets.delete(from);
        to.destroy();
      });
      if (this.#isHeld) from.pause();
    }
  }
}
