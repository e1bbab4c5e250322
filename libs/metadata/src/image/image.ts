import type { BrokerEpoch, BrokerId, LeaderEpoch, Offset, ProducerId, TimestampMs, Uuid } from '@ottla/model';
import { TopicsImage } from './topics.ts';

export interface EndpointImage {
  readonly name: string;
  readonly host: string;
  readonly port: number;
  /** Kafka's SecurityProtocol id: 0 PLAINTEXT, 1 SSL, 2 SASL_PLAINTEXT, 3 SASL_SSL. */
  readonly securityProtocol: number;
}

export interface SupportedFeature {
  readonly name: string;
  readonly minVersion: number;
  readonly maxVersion: number;
}

/** A registered broker. Never changed: a change puts another object in its place. */
export interface BrokerImage {
  readonly id: BrokerId;
  /** Offset of its registration record. */
  readonly epoch: BrokerEpoch;
  readonly incarnationId: Uuid;
  readonly endpoints: readonly EndpointImage[];
  readonly features: readonly SupportedFeature[];
  readonly rack: string | null;
  /** A fenced broker is not shown to clients and leads nothing. */
  readonly fenced: boolean;
  readonly inControlledShutdown: boolean;
  readonly logDirs: readonly Uuid[];
  readonly cordonedLogDirs: readonly Uuid[];
  /** host:port at which coordinators and controllers reach it; null when it has none. */
  readonly planeEndpoint: string | null;
}

/** A registered controller (KIP-919). */
export interface ControllerImage {
  readonly id: BrokerId;
  readonly incarnationId: Uuid;
  readonly endpoints: readonly EndpointImage[];
  readonly features: readonly SupportedFeature[];
}

/** ConfigResource.Type ids, as they are on the wire and in metadata records. */
export const ConfigResourceType = {
  UNKNOWN: 0,
  TOPIC: 2,
  BROKER: 4,
  BROKER_LOGGER: 8,
  CLIENT_METRICS: 16,
  GROUP: 32,
} as const;
export type ConfigResourceType = (typeof ConfigResourceType)[keyof typeof ConfigResourceType];

const noConfigs: ReadonlyMap<string, string> = new Map();

/** Dynamic configs: resource type -> resource name -> key -> value. The cluster-wide broker default is BROKER with the name ''. */
export class ConfigsImage {
  readonly #byType = new Map<number, Map<string, Map<string, string>>>();

  /** What is set on the resource itself; empty when nothing is. */
  get(type: number, name: string): ReadonlyMap<string, string> {
    return this.#byType.get(type)?.get(name) ?? noConfigs;
  }

  /** All resources of `type` that have a value set. */
  resources(type: number): ReadonlyMap<string, ReadonlyMap<string, string>> {
    return this.#byType.get(type) ?? new Map();
  }

  types(): number[] {
    return [...this.#byType.keys()];
  }

  /** For replay: sets a value, or removes it with undefined. Answers what was there. */
  set(type: number, name: string, key: string, value: string | undefined): string | undefined {
    let resources = this.#byType.get(type);
    if (resources === undefined) this.#byType.set(type, (resources = new Map()));
    let configs = resources.get(name);
    const before = configs?.get(key);
    if (value === undefined) {
      configs?.delete(key);
      if (configs?.size === 0) resources.delete(name);
      if (resources.size === 0) this.#byType.delete(type);
      return before;
    }
    if (configs === undefined) resources.set(name, (configs = new Map()));
    configs.set(key, value);
    return before;
  }
}

export const METADATA_VERSION_FEATURE = 'metadata.version';

/**
 * The cluster as the metadata log describes it: one image a process, changed in place by each committed batch
 * (through the `MetadataLoader`), or, in the active controller, by each batch at append.
 * Ordering: readers run between batches and see whole batches only; nobody keeps a reference to a part across turns.
 */
export class MetadataImage {
  readonly clusterId: string;
  readonly topics = new TopicsImage();
  readonly brokers = new Map<BrokerId, BrokerImage>();
  readonly controllers = new Map<BrokerId, ControllerImage>();
  readonly configs = new ConfigsImage();
  /** Finalized feature levels, metadata.version among them; a feature at level 0 is absent. */
  readonly features = new Map<string, number>();
  /** First producer id that no block covers yet. */
  nextProducerId: ProducerId = 0;
  /** Offset of the last record applied, -1 when there is none; the next to apply is one more. */
  offset: Offset = -1;
  /** Leader epoch and append time of the batch of that record. */
  epoch: LeaderEpoch = -1;
  timestamp: TimestampMs = -1;
  /** Id of the quorum's leader as far as known here, -1 when unknown. Not part of the log. */
  controllerId: BrokerId = -1;

  constructor(clusterId: string) {
    this.clusterId = clusterId;
  }

  /** Finalized metadata.version, 0 before the bootstrap records. */
  get metadataVersion(): number {
    return this.features.get(METADATA_VERSION_FEATURE) ?? 0;
  }

  /** Whether the broker is registered and not fenced. */
  isAlive(broker: BrokerId): boolean {
    return this.brokers.get(broker)?.fenced === false;
  }

  configOf(type: ConfigResourceType, name: string): ReadonlyMap<string, string> {
    return this.configs.get(type, name);
  }
}
