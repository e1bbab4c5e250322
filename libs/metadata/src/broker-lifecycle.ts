import { ErrorCode, errorCodeOf, errorName, KafkaError, type BrokerEpoch, type BrokerId, type Logger, type Offset, type Scheduler } from '@ottla/model';
import type { BrokerHeartbeatAnswer, BrokerRegistration, ControllerService, Link } from '@ottla/rpc';
import type { MetadataDelta, MetadataPublisher } from './image/delta.ts';
import type { MetadataImage } from './image/image.ts';

/** broker.heartbeat.interval.ms */
const DEFAULT_HEARTBEAT_INTERVAL_MS = 2000;
const DEFAULT_CALL_TIMEOUT_MS = 4500;
/** How long the broker goes on answering after others took over what it led: clients hear from it where to go. */
const HAND_OVER_MS = 100;
const FIRST_BACKOFF_MS = 4;
const MAX_BACKOFF_MS = 1000;

/** Refusals of a registration that trying again does not heal. */
const hopeless: ReadonlySet<number> = new Set([ErrorCode.INCONSISTENT_CLUSTER_ID, ErrorCode.UNSUPPORTED_VERSION, ErrorCode.INVALID_REGISTRATION]);

export interface BrokerLifecycleOptions {
  /** The link to the active controller; called again after the one before closed, and after a call failed. */
  readonly connect: () => Promise<Pick<Link<ControllerService>, 'remote' | 'closed' | 'isOpen'>>;
  /** The controller at the other end of the link that `connect` answered last says that it is not the active one. */
  readonly onRefused?: (link: object) => void;
  readonly brokerId: BrokerId;
  readonly scheduler: Scheduler;
  readonly logger: Logger;
  /** Next offset that this process has not applied: it moves without a publication too, where there is nothing to publish. */
  readonly appliedOffset?: () => Offset;
  /** broker.heartbeat.interval.ms */
  readonly heartbeatIntervalMs?: number;
  /** The broker cannot be part of this cluster: the process must stop. Called once. */
  onFatal(cause: Error): void;
}

/** A broker that leads nothing changes no topic when it shuts down. */
function tellsOfShutdown(delta: MetadataDelta): boolean {
  return delta.brokers.values().some(({ after }) => after?.inControlledShutdown === true);
}

/**
 * A broker's standing with the controller: registers it, keeps it alive by heartbeats, has it unfenced, and has it
 * relieved of its leaderships before it stops.
 *
 * It is a publisher, the last in order: by then the others have applied the metadata that its heartbeats vouch for.
 * Ordering rules: one call at a time. A heartbeat leaves when the interval has passed, and at once where somebody waits
 * for it: when metadata moved while the broker is fenced, and when topics or configs changed or a broker began to shut down, since
 * the controller holds back the answer to whoever changed them, or shuts down, until the live brokers applied it.
 */
export class BrokerLifecycle implements MetadataPublisher {
  readonly name = 'BrokerLifecycle';
  /** Settles once this process has applied that the broker is registered and not fenced. Rejects when it stops before. */
  readonly unfenced: Promise<void>;
  readonly #options: BrokerLifecycleOptions;
  readonly #intervalMs: number;
  readonly #unfenced = Promise.withResolvers<void>();
  readonly #stopped = Promise.withResolvers<void>();
  #brokerEpoch: BrokerEpoch = -1;
  #appliedOffset: Offset = 0;
  #isFenced = true;
  #wantsShutDown = false;
  #mayShutDown = false;
  #isStopped = false;
  #backoffMs = FIRST_BACKOFF_MS;
  #running: Promise<void> | undefined;
  /** A reason for a heartbeat came up; cleared when the next one leaves. */
  #isDue = false;
  #endPause: (() => void) | undefined;

  constructor(options: BrokerLifecycleOptions) {
    this.#options = options;
    this.#intervalMs = options.heartbeatIntervalMs ?? DEFAULT_HEARTBEAT_INTERVAL_MS;
    this.unfenced = this.#unfenced.promise;
    // Not everybody who runs a broker waits for it.
    this.unfenced.catch(() => {});
  }

  /** Epoch of the registration, -1 while there is none. */
  get brokerEpoch(): BrokerEpoch {
    return this.#brokerEpoch;
  }

  /** As the controller last answered. */
  get isFenced(): boolean {
    return this.#isFenced;
  }

  /** Registers with `registration`, and again with the same when the controller does not know the broker any more. */
  start(registration: BrokerRegistration): void {
    if (this.#running !== undefined) throw new Error('a broker lifecycle starts once');
    this.#running = this.#run(registration);
  }

  onMetadataUpdate(delta: MetadataDelta, image: MetadataImage): void {
    this.#appliedOffset = image.offset + 1;
    const broker = image.brokers.get(this.#options.brokerId);
    if (broker !== undefined && broker.epoch === this.#brokerEpoch && !broker.fenced) this.#unfenced.resolve();
    if (this.#brokerEpoch !== -1 && !this.#wantsShutDown && (this.#isFenced || delta.topics.size > 0 || delta.configCount > 0 || tellsOfShutdown(delta))) this.#beatNow();
  }

  /**
   * Controlled shutdown: settles once the controller moved what this broker led, or after `timeoutMs`; answers whether
   * the controller agreed. Nothing is sent afterwards.
   */
  async stop(timeoutMs: number): Promise<boolean> {
    if (this.#running === undefined || this.#brokerEpoch === -1) {
      this.#end();
    } else {
      this.#wantsShutDown = true;
      const deadline = this.#options.scheduler.after(timeoutMs, () => this.#end());
      this.#beatNow();
      await this.#stopped.promise;
      deadline.cancel();
    }
    return this.#mayShutDown;
  }

  /** Ends at once, as a killed broker would: the controller hears nothing. */
  abandon(): void {
    this.#end();
  }

  #end(): void {
    this.#isStopped = true;
    this.#unfenced.reject(new KafkaError(ErrorCode.BROKER_NOT_AVAILABLE, 'the broker stopped before it was unfenced'));
    this.#stopped.resolve();
    this.#endPause?.();
  }

  #beatNow(): void {
    this.#isDue = true;
    this.#endPause?.();
  }

  /** Never rejects. */
  async #run(registration: BrokerRegistration): Promise<void> {
    const { connect, onRefused } = this.#options;
    while (!this.#isStopped) {
      let link: Awaited<ReturnType<typeof connect>> | undefined;
      try {
        link = await connect();
        void link.closed.then(() => this.#endPause?.());
        while (link.isOpen && !this.#isStopped) await this.#step(link.remote, registration);
      } catch (error) {
        if (link !== undefined && errorCodeOf(error) === ErrorCode.NOT_CONTROLLER) onRefused?.(link);
        this.#failed(error);
        await this.#pause(this.#backoff());
      }
    }
  }

  /** One call to the controller, and the pause behind it. */
  async #step(controller: ControllerService, registration: BrokerRegistration): Promise<void> {
    if (this.#brokerEpoch === -1) {
      await this.#register(controller, registration);
      return;
    }
    this.#isDue = false;
    const answer = await this.#beat(controller);
    this.#backoffMs = FIRST_BACKOFF_MS;
    this.#heard(answer);
    if (!this.#isDue) await this.#pause(this.#wantsShutDown ? HAND_OVER_MS : this.#intervalMs);
  }

  async #register(controller: ControllerService, registration: BrokerRegistration): Promise<void> {
    const { brokerEpoch } = await controller.registerBroker(registration, { timeoutMs: DEFAULT_CALL_TIMEOUT_MS });
    this.#brokerEpoch = brokerEpoch;
    this.#isFenced = true;
    this.#options.logger.info('registered with the controller', { epoch: brokerEpoch });
  }

  #beat(controller: ControllerService): Promise<BrokerHeartbeatAnswer> {
    const { brokerId } = this.#options;
    return controller.heartbeat(
      { brokerId, brokerEpoch: this.#brokerEpoch, appliedOffset: Math.max(this.#appliedOffset, this.#options.appliedOffset?.() ?? 0), wantFence: false, wantShutDown: this.#wantsShutDown },
      { timeoutMs: DEFAULT_CALL_TIMEOUT_MS },
    );
  }

  #heard(answer: BrokerHeartbeatAnswer): void {
    if (this.#wantsShutDown && answer.shouldShutDown) {
      this.#mayShutDown = true;
      this.#end();
    }
    if (answer.isFenced === this.#isFenced) return;
    this.#isFenced = answer.isFenced;
    if (answer.isFenced) this.#options.logger.warn('this broker is fenced: clients are not sent here until the controller hears from it again', {});
    else this.#options.logger.info('this broker is unfenced', {});
  }

  #failed(error: unknown): void {
    const code = errorCodeOf(error);
    const { logger } = this.#options;
    if (this.#isStopped) return;
    if (code === ErrorCode.STALE_BROKER_EPOCH || code === ErrorCode.BROKER_ID_NOT_REGISTERED) {
      logger.warn('the controller does not know this registration; registering again', { epoch: this.#brokerEpoch });
      this.#brokerEpoch = -1;
      if (this.#wantsShutDown) this.#end();
      return;
    }
    if (hopeless.has(code)) {
      const cause = Error.isError(error) ? error : new Error(String(error));
      logger.error('the controller refuses this broker for good', { reason: cause.message });
      this.#unfenced.reject(cause);
      this.#end();
      this.#options.onFatal(cause);
      return;
    }
    const isExpected = code === ErrorCode.NOT_CONTROLLER || code === ErrorCode.NETWORK_EXCEPTION;
    // At a usual start the broker asks before the controller is active: nothing to tell a person.
    const isStarting = isExpected && this.#brokerEpoch === -1;
    logger[isStarting ? 'debug' : isExpected ? 'info' : 'warn']('the controller did not answer this broker; trying again', { code: errorName(code), reason: String(error) });
  }

  #backoff(): number {
    const delayMs = this.#backoffMs;
    this.#backoffMs = Math.min(delayMs * 2, MAX_BACKOFF_MS);
    return delayMs;
  }

  /** Ends early on `#endPause`. */
  #pause(delayMs: number): Promise<void> {
    if (this.#isStopped) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = this.#options.scheduler.after(delayMs, resolve);
      this.#endPause = () => {
        this.#endPause = undefined;
        timer.cancel();
        resolve();
      };
    });
  }
}
