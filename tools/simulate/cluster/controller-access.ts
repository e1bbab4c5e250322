import type { MetadataImage } from '@ottla/metadata';
import { ErrorCode, KafkaError, type BrokerId, type Offset } from '@ottla/model';
import type { CommittedBatch } from '@ottla/raft';
import { wantsToBeAlone, type MetadataSnapshot, type PartitionsAlteration, type SimBroker, type SimControl } from '@ottla/replication/simulation';
import type { ClusterController } from './cluster-controller.ts';

type Service = NonNullable<ReturnType<ClusterController['serviceFor']>>;

export interface ControllerAccessOptions {
  readonly controllers: readonly ClusterController[];
  /** All that is committed, from offset 0 on. */
  readonly committedBatches: readonly CommittedBatch[];
  readonly broker: (id: BrokerId) => SimBroker;
  /** A message between a broker and any controller; rejects when it is lost. */
  readonly travel: (broker: BrokerId) => Promise<void>;
  /** Whether the broker is not cut off from the controllers. */
  readonly reaches: (broker: BrokerId) => boolean;
  readonly wait: (ms: number) => Promise<void>;
  /** A broker took up a snapshot, and made this of it. */
  readonly onSnapshotLoaded: (broker: BrokerId, endOffset: Offset, image: MetadataImage) => void;
}

const CALL_TIMEOUT_MS = 1_000;
const RETRY_MS = 20;

/** How brokers reach the controllers: each process of a broker has a link to each process of a controller, and asks the active one. */
export class ControllerAccess implements SimControl {
  readonly #options: ControllerAccessOptions;
  readonly #links = new Map<string, { readonly service: Service | undefined }>();
  /** Changes of ISRs that a leader waits for an answer to, or did until it died. */
  readonly #altering = new Set<PartitionsAlteration>();
  readonly #ends = new Map<BrokerId, { readonly life: number; readonly closed: PromiseWithResolvers<string> }>();

  constructor(options: ControllerAccessOptions) {
    this.#options = options;
  }

  /** All links of the broker's process break. */
  brokerDied(id: BrokerId): void {
    this.#ends.get(id)?.closed.resolve('the broker died');
    this.#ends.delete(id);
  }

  async register(registration: Parameters<SimControl['register']>[0]): ReturnType<SimControl['register']> {
    const { life } = this.#options.broker(registration.brokerId);
    for (;;) {
      try {
        return await this.#ask(registration.brokerId, (service) => service.registerBroker(registration, { timeoutMs: CALL_TIMEOUT_MS }));
      } catch (error) {
        if (!(error instanceof KafkaError)) throw error;
        await this.#options.wait(RETRY_MS);
        if (this.#options.broker(registration.brokerId).life !== life) return { brokerEpoch: -1 };
      }
    }
  }

  heartbeat(request: Parameters<SimControl['heartbeat']>[0]): ReturnType<SimControl['heartbeat']> {
    return this.#ask(request.brokerId, (service) => service.heartbeat(request, { timeoutMs: CALL_TIMEOUT_MS }));
  }

  /** Whether the broker asked to be the only one in an ISR, and that may yet come about. */
  mayBeLeftAlone(broker: BrokerId): boolean {
    return [...this.#altering].some((request) => wantsToBeAlone(request, broker));
  }

  async alterPartitions(request: PartitionsAlteration): ReturnType<SimControl['alterPartitions']> {
    this.#altering.add(request);
    try {
      return await this.#ask(request.brokerId, (service) => service.alterPartitions(request, { timeoutMs: CALL_TIMEOUT_MS }));
    } finally {
      this.#altering.delete(request);
    }
  }

  batches(broker: BrokerId): readonly CommittedBatch[] {
    const { committedBatches } = this.#options;
    const end = this.#bestKnowing(broker)?.committedEnd ?? 0;
    return committedBatches.slice(0, committedBatches.findLastIndex(({ lastOffset }) => lastOffset < end) + 1);
  }

  snapshotFor(broker: BrokerId, nextOffset: Offset): MetadataSnapshot | undefined {
    const controller = this.#bestKnowing(broker);
    return controller === undefined || controller.storage.startOffset <= nextOffset ? undefined : controller.newestSnapshot();
  }

  snapshotLoaded(broker: BrokerId, endOffset: Offset, image: MetadataImage): void {
    this.#options.onSnapshotLoaded(broker, endOffset, image);
  }

  /** Every process of a controller tells what it knows to be committed; a broker that reaches them hears the one that knows most. */
  #bestKnowing(broker: BrokerId): ClusterController | undefined {
    if (!this.#options.reaches(broker)) return undefined;
    return this.#options.controllers.filter(({ isUp }) => isUp).reduce<ClusterController | undefined>((most, next) => (most === undefined || next.committedEnd > most.committedEnd ? next : most), undefined);
  }

  async #ask<T>(broker: BrokerId, call: (service: Service) => Promise<T>): Promise<T> {
    await this.#options.travel(broker);
    const active = this.#options.controllers.find(({ isActive }) => isActive);
    const service = active === undefined ? undefined : this.#serviceOf(broker, active);
    if (service === undefined) throw new KafkaError(ErrorCode.NOT_CONTROLLER, 'no controller is active');
    const answer = await call(service);
    await this.#options.travel(broker);
    return answer;
  }

  #serviceOf(id: BrokerId, controller: ClusterController): Service | undefined {
    const { life, incarnationId } = this.#options.broker(id);
    let end = this.#ends.get(id);
    if (end?.life !== life) this.#ends.set(id, (end = { life, closed: Promise.withResolvers<string>() }));
    const key = `${id}.${life}>${controller.id}.${controller.life}`;
    let link = this.#links.get(key);
    if (link === undefined) this.#links.set(key, (link = { service: controller.serviceFor(id, incarnationId, end.closed.promise) }));
    return link.service;
  }
}
