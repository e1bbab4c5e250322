import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import type { Cancellable } from '@ottla/model';
import { adoptSocket } from './adopt-socket.ts';
import { BufferPool } from './buffer-pool.ts';
import { Connection, type ConnectionContext } from './connection.ts';
import type { Listener, ListenerOptions } from './contract.ts';
import { ListenerMetrics } from './listener-metrics.ts';
import { RateLimitedLog } from './rate-limited-log.ts';
import { boundDescriptor } from './socket-descriptor.ts';
import type { TlsHandshakes } from './tls-handshakes.ts';

/** Who does not authenticate, as Kafka calls it. */
const ANONYMOUS = 'User:ANONYMOUS';
const SHORTEST_SWEEP_MS = 50;
const LONGEST_SWEEP_MS = 30_000;

/** Binds the port and serves its connections. Rejects when the port cannot be bound. */
export async function startListener(options: ListenerOptions): Promise<Listener> {
  const { security } = options;
  // node:tls is loaded where it is wanted: that takes longer than the rest of a start of the listener.
  const handshakes = security === undefined ? undefined : new (await import('./tls-handshakes.ts')).TlsHandshakes(security);
  const listener = new ClientListener(options, handshakes);
  await listener.bind();
  return listener;
}

/**
 * The listener of one address. Connections are counted from acceptance until their socket is gone; those beyond a
 * limit are closed before anything is read from them, those that fail their TLS handshake before it is told to anyone. One timer sweeps idle connections of all.
 */
class ClientListener implements Listener, ConnectionContext {
  readonly options: ListenerOptions;
  readonly pool = new BufferPool();
  readonly metrics: ListenerMetrics;
  readonly host: string;
  readonly #server: Server;
  /** Where connections are secured. */
  readonly #handshakes: TlsHandshakes | undefined;
  readonly #connections = new Set<Connection>();
  readonly #connectionsByAddress = new Map<string, number>();
  readonly log: RateLimitedLog;
  readonly #removeGauge: () => void;
  #sweep: Cancellable | undefined;
  #port = 0;
  #lastId = 0;
  #closed: Promise<void> | undefined;
  /** Runs when the last connection is gone, while closing. */
  #onEmpty: (() => void) | undefined;

  constructor(options: ListenerOptions, handshakes: TlsHandshakes | undefined) {
    this.options = options;
    this.host = options.host;
    this.metrics = new ListenerMetrics(options.metrics, options.listenerName);
    this.log = new RateLimitedLog(options.logger.with({ listener: options.listenerName }), options.clock);
    this.#handshakes = handshakes;
    this.#removeGauge = this.metrics.watchConnections(() => this.connectionCount);
    this.#server = createServer({ pauseOnConnect: true, noDelay: true }, (socket) => this.#accept(socket));
  }

  get port(): number {
    return this.#port;
  }

  connectionsFrom(address: string): number {
    return this.#connectionsByAddress.get(address) ?? 0;
  }

  get connectionCount(): number {
    return this.#connections.size + (this.#handshakes?.count ?? 0);
  }

  bind(): Promise<void> {
    const { host, port } = this.options;
    return new Promise((resolve, reject) => {
      const refuse = (error: Error): void => {
        this.#removeGauge();
        reject(new Error(`listener ${this.options.listenerName} cannot listen on ${host}:${port}: ${error.message}`, { cause: error }));
      };
      this.#server.once('error', refuse);
      this.#server.listen({ host, port, backlog: this.options.backlogSize }, () => {
        this.#server.off('error', refuse);
        this.#server.on('error', (error) => this.log.warn('accept', 'a connection could not be accepted; check the limit of open files (ulimit -n)', { error: error.message }));
        this.#port = (this.#server.address() as AddressInfo).port;
        const descriptor = boundDescriptor(this.#server);
        if (descriptor >= 0) this.options.onBound?.(descriptor);
        this.#scheduleSweep();
        resolve();
      });
    });
  }

  stopAccepting(): void {
    if (this.#server.listening) this.#server.close();
  }

  close(): Promise<void> {
    this.#closed ??= new Promise<void>((resolve) => {
      this.#onEmpty = resolve;
      this.#endWatching();
      for (const connection of this.#connections) connection.drain('the listener closes');
      this.#settleIfEmpty();
    });
    return this.#closed;
  }

  abandon(): void {
    this.#closed ??= Promise.resolve();
    this.#endWatching();
    for (const connection of this.#connections) connection.end('the listener is abandoned');
  }

  #endWatching(): void {
    this.stopAccepting();
    this.#sweep?.cancel();
    this.#handshakes?.cut();
    this.#removeGauge();
  }

  onClosed(connection: Connection, reason: string | undefined, isFault: boolean): void {
    this.#connections.delete(connection);
    this.metrics.closed.add(1);
    const { clientAddress } = connection;
    this.#uncount(clientAddress);
    if (isFault) this.log.warn('fault', 'a connection was closed for what its client sent; check the client and its security.protocol', { client: clientAddress, port: connection.clientPort, reason });
    else if (reason !== undefined) this.options.logger.debug('a connection was closed', { client: clientAddress, port: connection.clientPort, reason });
    this.#settleIfEmpty();
  }

  #uncount(address: string): void {
    const left = this.connectionsFrom(address) - 1;
    if (left > 0) this.#connectionsByAddress.set(address, left);
    else this.#connectionsByAddress.delete(address);
  }

  #settleIfEmpty(): void {
    if (this.#connections.size > 0 || this.#onEmpty === undefined) return;
    this.#onEmpty();
    this.#onEmpty = undefined;
  }

  #accept(socket: Socket): void {
    const address = plainAddress(socket.remoteAddress);
    // A client that is gone already has no address any more.
    if (address === undefined || this.#closed !== undefined) {
      socket.destroy();
      return;
    }
    const limits = this.options.connectionLimits();
    const { maxConnections } = limits;
    const maxConnectionsPerIp = limits.maxConnectionsFrom(address);
    if (limits.openConnections >= maxConnections || limits.openFrom(address) >= maxConnectionsPerIp) {
      this.metrics.refused.add(1);
      const isTotal = limits.openConnections >= maxConnections;
      this.log.warn('refused', `a connection was refused: ${isTotal ? `max.connections (${maxConnections})` : `max.connections.per.ip (${maxConnectionsPerIp})`} is reached`, { client: address });
      socket.destroy();
      return;
    }
    this.metrics.accepted.add(1);
    this.#connectionsByAddress.set(address, this.connectionsFrom(address) + 1);
    const port = socket.remotePort ?? 0;
    if (this.#handshakes === undefined) {
      const connection = this.#serve(address, port, ANONYMOUS);
      connection.start(adoptSocket(socket, connection));
      return;
    }
    this.#handshakes.begin(socket, {
      done: (secured, principal) => {
        const connection = this.#serve(address, port, principal);
        secured.on('data', (bytes: Buffer) => connection.receive(bytes));
        connection.start(secured);
      },
      failed: (reason) => this.#handshakeFailed(address, reason),
    });
  }

  #serve(address: string, port: number, principal: string): Connection {
    this.#lastId += 1;
    const connection = new Connection(this.#lastId, address, port, principal, this);
    this.#connections.add(connection);
    return connection;
  }

  /** A handshake ended without a connection; `failure` undefined: nobody is to blame. */
  #handshakeFailed(address: string, failure: string | undefined): void {
    this.#uncount(address);
    this.metrics.closed.add(1);
    if (failure === undefined) return;
    this.metrics.failedHandshakes.add(1);
    // There are as many reasons as OpenSSL has codes: each is told in its own right.
    this.log.warn(`handshake: ${failure}`, `a client was refused: ${failure}`, { client: address });
  }

  #scheduleSweep(): void {
    const maxIdleMs = this.options.connectionsMaxIdleMs;
    if (!(maxIdleMs > 0) || maxIdleMs === Infinity) return;
    const everyMs = Math.min(LONGEST_SWEEP_MS, Math.max(SHORTEST_SWEEP_MS, maxIdleMs / 10));
    this.#sweep = this.options.scheduler.after(everyMs, () => {
      this.#closeIdle(maxIdleMs);
      this.#scheduleSweep();
    });
  }

  #closeIdle(maxIdleMs: number): void {
    const idleSinceMs = this.options.clock.monotonicMs() - maxIdleMs;
    for (const connection of this.#connections) {
      if (connection.lastActiveMs <= idleSinceMs && !connection.isBusy) connection.end('idle for connections.max.idle.ms');
    }
  }
}

/** IPv4 in its own form, also where the socket is an IPv6 one. */
function plainAddress(address: string | undefined): string | undefined {
  return address?.startsWith('::ffff:') === true && address.includes('.') ? address.slice(7) : address;
}
