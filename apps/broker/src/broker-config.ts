import { brokerConfigs, resolveAll, resolveConfig, topicConfigs, type BrokerId, type ConfigLayers } from '@ottla/model';
import { ConfigResourceType, type MetadataDelta, type MetadataImage, type MetadataPublisher } from '@ottla/metadata';
import { logConfigFrom, type LogConfig } from '@ottla/storage';

/**
 * The configs in force on this broker: what the process was started with, under what the metadata log says now.
 * Ordering: registered as the first publisher, so that later publishers of the same update read the new values.
 */
export class BrokerConfig implements MetadataPublisher {
  readonly name = 'broker-config';
  readonly #brokerId: BrokerId;
  readonly #settings: ReadonlyMap<string, string>;
  readonly #image: () => MetadataImage;
  /** Config of topics that set nothing themselves: most do not. */
  #defaultLogConfig: LogConfig | undefined;
  #verifiesTransactions: boolean | undefined;

  /** `settings` are those of server.properties and --set, checked. */
  constructor(brokerId: BrokerId, settings: ReadonlyMap<string, string>, image: () => MetadataImage) {
    this.#brokerId = brokerId;
    this.#settings = settings;
    this.#image = image;
  }

  onMetadataUpdate(delta: MetadataDelta): void {
    let isChanged = delta.isSnapshot;
    for (const { type } of delta.configs) isChanged ||= type === ConfigResourceType.BROKER;
    if (!isChanged) return;
    this.#defaultLogConfig = undefined;
    this.#verifiesTransactions = undefined;
  }

  /** Where values come from, for `own` set on a topic or group itself. */
  layers(own?: ReadonlyMap<string, string>): ConfigLayers {
    const image = this.#image();
    return {
      ...(own === undefined ? {} : { own }),
      dynamicBroker: image.configOf(ConfigResourceType.BROKER, String(this.#brokerId)),
      dynamicDefault: image.configOf(ConfigResourceType.BROKER, ''),
      staticBroker: this.#settings,
    };
  }

  topic(topic: string): LogConfig {
    const own = this.#image().configOf(ConfigResourceType.TOPIC, topic);
    if (own.size > 0) return logConfigFrom(resolveAll(topicConfigs, this.layers(own)));
    return (this.#defaultLogConfig ??= logConfigFrom(resolveAll(topicConfigs, this.layers())));
  }

  /** transaction.partition.verification.enable: looked at for each append of a transaction. */
  get verifiesTransactions(): boolean {
    return (this.#verifiesTransactions ??= this.boolean('transaction.partition.verification.enable'));
  }

  /** Value of a broker key as text; '' when it has none. */
  text(key: string): string {
    return resolveConfig(brokerConfigs, key, this.layers()).value ?? '';
  }

  number(key: string): number {
    return Number(this.text(key));
  }

  boolean(key: string): boolean {
    return this.text(key).toLowerCase() === 'true';
  }
}
