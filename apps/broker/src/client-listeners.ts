import { RequestMemory, startListener, type Listener, type ListenerOptions, type ListenerSecurity } from '@ottla/listener';
import { ErrorCode, KafkaError } from '@ottla/model';
import type { BrokerEndpoint } from '@ottla/rpc';
import type { BrokerConfig } from './broker-config.ts';
import { PROTOCOL_IDS, type BrokerListener, type BrokerOptions } from './broker-options.ts';
import { connectionLimits } from './connection-limits.ts';
import { overlap, servedVersions } from './handlers/registry.ts';
import { requestTraces } from './tracing/request-traces.ts';

const MAX_REQUESTS_UNDER_WAY = 1_000;
const SMALLEST_BACKLOG = 511;

export type ClientListenersOptions = Pick<BrokerOptions, 'listeners' | 'ssl' | 'sizeSocketBuffers' | 'clock' | 'scheduler' | 'logger' | 'metrics' | 'tracer'>;

/**
 * All listeners that clients connect to. They share one bound on the bytes of requests under way, and one count of
 * connections.
 *
 * Ordering: `open` once, then `close` or `abandon`. Abandoned while it opens, it lets go of what it has opened, and `open`
 * rejects.
 */
export class ClientListeners {
  readonly memory: RequestMemory;
  readonly #options: ClientListenersOptions;
  /** What all of them are made with. */
  readonly #common: Omit<ListenerOptions, 'host' | 'port' | 'listenerName'>;
  readonly #open: Listener[] = [];
  #isAbandoned = false;

  constructor(options: ClientListenersOptions, config: BrokerConfig, dispatch: ListenerOptions['dispatch']) {
    const { clock, scheduler, logger, metrics, tracer, sizeSocketBuffers } = options;
    this.#options = options;
    this.memory = new RequestMemory(config.number('queued.max.request.bytes'));
    this.#common = {
      clock, scheduler, logger, metrics, dispatch, overlap,
      memory: this.memory,
      versions: servedVersions,
      maxRequestBytes: config.number('socket.request.max.bytes'),
      // One loop accepts and serves: with Kafka's 50 a burst of connections would be turned away while it is busy.
      backlogSize: Math.max(SMALLEST_BACKLOG, config.number('socket.listen.backlog.size')),
      onBound: (descriptor) => sizeSocketBuffers?.(descriptor, config.number('socket.send.buffer.bytes'), config.number('socket.receive.buffer.bytes')),
      connectionsMaxIdleMs: config.number('connections.max.idle.ms'),
      maxRequestsUnderWay: MAX_REQUESTS_UNDER_WAY,
      connectionLimits: connectionLimits(config, () => this.#open),
      trace: tracer === undefined ? undefined : requestTraces(tracer, logger),
    };
  }

  /** What clients are told, in the order of the settings; complete once `open` settled. */
  get endpoints(): readonly BrokerEndpoint[] {
    return this.#open.map((listener, index) => endpointOf(this.#options.listeners[index] as BrokerListener, listener));
  }

  /** Binds every listener. Rejects with an Error that names the one that cannot be bound, or with BROKER_NOT_AVAILABLE when abandoned. */
  async open(): Promise<void> {
    for (const { name, host, port, securityProtocol } of this.#options.listeners) {
      const security = securityProtocol === 'SSL' ? this.#ssl(name) : undefined;
      const listener = await startListener({ ...this.#common, listenerName: name, host, port, security });
      if (this.#isAbandoned) {
        listener.abandon();
        throw new KafkaError(ErrorCode.BROKER_NOT_AVAILABLE, 'the broker was abandoned while it started');
      }
      this.#open.push(listener);
    }
  }

  #ssl(name: string): ListenerSecurity {
    const { ssl } = this.#options;
    if (ssl === undefined) throw new Error(`listener ${name} has no certificate`);
    return ssl;
  }

  /** Settles when answers that are under way are out. */
  async close(): Promise<void> {
    await Promise.all(this.#open.map((listener) => listener.close()));
  }

  abandon(): void {
    this.#isAbandoned = true;
    for (const listener of this.#open) listener.abandon();
  }
}

function endpointOf(listener: BrokerListener, { port }: Listener): BrokerEndpoint {
  return { name: listener.name, host: listener.advertisedHost, port: listener.advertisedPort === 0 ? port : listener.advertisedPort, securityProtocol: PROTOCOL_IDS[listener.securityProtocol] };
}
