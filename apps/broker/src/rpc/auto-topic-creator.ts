import { checkTopicName, type ControllerChannel, type MetadataImage } from '@ottla/metadata';
import { ErrorCode, errorName, isInternalTopic, KafkaError, OFFSETS_TOPIC, TRANSACTION_STATE_TOPIC, type Logger, type Scheduler } from '@ottla/model';
import type { ClientRequest } from '@ottla/listener';
import { ApiKeys, CreateTopicsRequestCodec, CreateTopicsResponseCodec, WireReader, WireWriter, type CreateTopicsRequestInput } from '@ottla/protocol';
import type { Envelope } from '@ottla/rpc';
import type { BrokerConfig } from '../broker-config.ts';
import { envelopeOf, FORWARD_TIMEOUT_MS } from './controller-forwarder.ts';

/** Topics that may be under creation at once; more are not created until some are done. */
const MAX_UNDER_WAY = 1000;
const CREATE_TOPICS_VERSION = 7;
/** How long a client waits for its coordinator's topic: longer than a creation takes, shorter than it takes to lose patience. */
const INTERNAL_TOPIC_WAIT_MS = 2_000;

type Topic = CreateTopicsRequestInput['topics'][number];

export interface AutoTopicCreatorOptions {
  readonly channel: Pick<ControllerChannel, 'forward'>;
  readonly config: BrokerConfig;
  readonly image: () => MetadataImage;
  readonly scheduler: Scheduler;
  readonly logger: Logger;
}

/**
 * Creates topics that clients ask for, and the internal topics, through the controller and in the client's name. As in
 * Kafka the client is told at once that the topic is unknown, and finds it when it asks again.
 */
export class AutoTopicCreator {
  readonly #options: AutoTopicCreatorOptions;
  /** Topics under creation; each promise settles when its topic is there or was refused, and never rejects. */
  readonly #underWay = new Map<string, Promise<void>>();

  constructor(options: AutoTopicCreatorOptions) {
    this.#options = options;
  }

  /** What Metadata answers for unknown topics `names`; starts to create them where that is allowed. */
  request(names: readonly string[], isAllowed: boolean, client: ClientRequest): ReadonlyMap<string, ErrorCode> {
    const errors = new Map<string, ErrorCode>();
    const toCreate: Topic[] = [];
    const canCreate = isAllowed && names.length > 0 && this.#options.config.boolean('auto.create.topics.enable');
    for (const name of names) {
      errors.set(name, nameError(name));
      if (canCreate && errors.get(name) === ErrorCode.UNKNOWN_TOPIC_OR_PARTITION) toCreate.push(this.#topic(name));
    }
    void this.#create(toCreate, client);
    return errors;
  }

  /**
   * Settles when the topic is there, or cannot be created now, or after a while: a controller that hangs must not hold up
   * the connection of a client that asks for its coordinator, and will ask again. Never rejects.
   */
  async createInternalTopic(name: string, client: ClientRequest): Promise<void> {
    const creating = this.#underWay.get(name) ?? this.#create([this.#topic(name)], client);
    const { promise: late, resolve } = Promise.withResolvers<void>();
    const timer = this.#options.scheduler.after(INTERNAL_TOPIC_WAIT_MS, resolve);
    await Promise.race([creating, late]);
    timer.cancel();
  }

  #topic(name: string): Topic {
    const { config } = this.#options;
    if (!isInternalTopic(name)) return { name, numPartitions: -1, replicationFactor: -1, assignments: [], configs: [] };
    const prefix = name === OFFSETS_TOPIC ? 'offsets.topic' : 'transaction.state.log';
    const compression = name === TRANSACTION_STATE_TOPIC ? 'uncompressed' : 'producer';
    return {
      name,
      numPartitions: config.number(`${prefix}.num.partitions`),
      replicationFactor: config.number(`${prefix}.replication.factor`),
      assignments: [],
      configs: [
        { name: 'cleanup.policy', value: 'compact' },
        { name: 'compression.type', value: compression },
        { name: 'segment.bytes', value: config.text(`${prefix}.segment.bytes`) },
        ...(name === TRANSACTION_STATE_TOPIC ? [{ name: 'min.insync.replicas', value: config.text(`${prefix}.min.isr`) }] : []),
      ],
    };
  }

  #create(topics: readonly Topic[], client: ClientRequest): Promise<void> {
    const fresh = topics.filter(({ name }) => !this.#underWay.has(name)).slice(0, Math.max(0, MAX_UNDER_WAY - this.#underWay.size));
    if (fresh.length === 0) return Promise.resolve();
    const writer = new WireWriter();
    CreateTopicsRequestCodec.encode(writer, { topics: fresh, timeoutMs: FORWARD_TIMEOUT_MS, validateOnly: false }, CREATE_TOPICS_VERSION);
    const envelope: Envelope = { ...envelopeOf(client), apiKey: ApiKeys.CreateTopics, apiVersion: CREATE_TOPICS_VERSION, body: writer.finish() };
    const creating = this.#send(envelope)
      .catch((error: unknown) => {
        this.#options.logger.warn('topics could not be created automatically; the next request for them tries again', {
          topics: fresh.map(({ name }) => name).join(','),
          error: error instanceof Error ? error.message : String(error),
        });
      })
      .finally(() => {
        for (const { name } of fresh) this.#underWay.delete(name);
      });
    for (const { name } of fresh) this.#underWay.set(name, creating);
    return creating;
  }

  async #send(envelope: Envelope): Promise<void> {
    const { body } = await this.#options.channel.forward(envelope, { timeoutMs: FORWARD_TIMEOUT_MS });
    const answer = CreateTopicsResponseCodec.decode(new WireReader(body), CREATE_TOPICS_VERSION);
    for (const { name, errorCode, errorMessage } of answer.topics) {
      if (errorCode === ErrorCode.NONE || errorCode === ErrorCode.TOPIC_ALREADY_EXISTS) continue;
      this.#options.logger.warn('a topic could not be created automatically', { topic: name, error: errorName(errorCode), reason: errorMessage });
    }
  }
}

function nameError(name: string): ErrorCode {
  try {
    checkTopicName(name);
    return ErrorCode.UNKNOWN_TOPIC_OR_PARTITION;
  } catch (error) {
    if (error instanceof KafkaError) return error.code;
    throw error;
  }
}
