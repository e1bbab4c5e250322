import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { HOST } from '../plane-ports.ts';

/** Ways through which brokers and coordinators reach the controllers, and which can be cut: connections break at once, and new ones are let through. */
export class LinkCutter {
  readonly #servers: Server[] = [];
  readonly #sockets = new Set<Socket>();
  #timer: NodeJS.Timeout | undefined;

  /** An address that leads to `address`. */
  async wayTo(address: string): Promise<string> {
    const [host = '', port] = address.split(':');
    const server = createServer((client) => this.#join(client, connect({ host, port: Number(port) })));
    this.#servers.push(server);
    await once(server.listen(0, HOST), 'listening');
    return `${HOST}:${(server.address() as AddressInfo).port}`;
  }

  /** Cuts every connection again and again until `stopCutting`. */
  cutEvery(intervalMs: number): void {
    this.#timer = setInterval(() => {
      for (const socket of this.#sockets) socket.resetAndDestroy();
    }, intervalMs);
  }

  stopCutting(): void {
    clearInterval(this.#timer);
  }

  close(): void {
    this.stopCutting();
    for (const server of this.#servers) server.close();
    for (const socket of this.#sockets) socket.destroy();
  }

  #join(one: Socket, other: Socket): void {
    for (const [from, to] of [[one, other], [other, one]] as const) {
      this.#sockets.add(from);
      from.setNoDelay(true);
      from.pipe(to);
      from.on('error', () => to.destroy());
      from.on('close', () => {
        this.#sockets.delete(from);
        to.destroy();
      });
    }
  }
}
