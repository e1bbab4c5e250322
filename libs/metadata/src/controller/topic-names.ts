import { ErrorCode, KafkaError } from '@ottla/model';
import type { MetadataDelta } from '../image/delta.ts';
import type { MetadataImage } from '../image/image.ts';

/** Longest topic name: with a partition number and a suffix for deletion it still is a file name. */
const MAX_TOPIC_NAME_LENGTH = 249;

const legalName = /^[a-zA-Z0-9._-]+$/;

/** Throws KafkaError(INVALID_TOPIC_EXCEPTION) when Kafka does not allow a topic of this name. */
export function checkTopicName(name: string): void {
  const problem = topicNameProblem(name);
  if (problem !== undefined) throw new KafkaError(ErrorCode.INVALID_TOPIC_EXCEPTION, `Topic name is invalid: ${problem}`);
}

function topicNameProblem(name: string): string | undefined {
  if (name === '') return 'the empty string is not allowed';
  if (name === '.' || name === '..') return `'${name}' is not allowed`;
  if (name.length > MAX_TOPIC_NAME_LENGTH) return `the length of '${name}' is longer than the max allowed length ${MAX_TOPIC_NAME_LENGTH}`;
  if (!legalName.test(name)) return `'${name}' contains one or more characters other than ASCII alphanumerics, '.', '_' and '-'`;
  return undefined;
}

/**
 * Finds topics whose names differ in '.' and '_' only: metric names replace the one by the other, so the two would
 * count as one. Kept beside the image, since a search would walk all topics.
 */
export class TopicNameIndex {
  /** Name with '_' for '.' -> names; those without either are left out. */
  readonly #names = new Map<string, Set<string>>();

  static of(image: MetadataImage): TopicNameIndex {
    const index = new TopicNameIndex();
    for (const name of image.topics.byName.keys()) index.#add(name);
    return index;
  }

  /** An existing topic, other than `name` itself, that would collide with it. */
  collision(name: string): string | undefined {
    if (!hasEither(name)) return undefined;
    for (const other of this.#names.get(metricName(name)) ?? []) {
      if (other !== name) return other;
    }
    return undefined;
  }

  update(delta: MetadataDelta): void {
    for (const { topic, created, deleted } of delta.topics.values()) {
      if (deleted) this.#remove(topic.name);
      else if (created) this.#add(topic.name);
    }
  }

  #add(name: string): void {
    if (!hasEither(name)) return;
    const key = metricName(name);
    const names = this.#names.get(key);
    if (names === undefined) this.#names.set(key, new Set([name]));
    else names.add(name);
  }

  #remove(name: string): void {
    const key = metricName(name);
    const names = this.#names.get(key);
    names?.delete(name);
    if (names?.size === 0) this.#names.delete(key);
  }
}

function hasEither(name: string): boolean {
  return name.includes('.') || name.includes('_');
}

function metricName(name: string): string {
  return name.replaceAll('.', '_');
}
