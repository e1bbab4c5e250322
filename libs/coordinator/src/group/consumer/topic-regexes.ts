import { ErrorCode, KafkaError, type Logger } from '@ottla/model';
import { appendErrorOf } from '../../runtime/append-error.ts';
import type { TopicLookup } from '../topic-lookup.ts';
import type { Turn } from '../turn.ts';
import type { ConsumerGroup } from './consumer-group.ts';
import { regexRecord } from './consumer-record.ts';
import { PatternError } from './pattern-parser.ts';
import { TopicPattern } from './topic-pattern.ts';

/** Version of a record whose topics are not looked up yet: with the next heartbeat. */
export const UNRESOLVED = 0;
/** Version of the first record that has topics. */
export const FIRST_RESOLVED = 1;
/** Compiled expressions that are kept. */
const MAX_COMPILED = 1_000;
/** How long a group's unresolved expressions are left alone after the topics of one fitted into no batch: to look them up takes a walk over all topics. */
const REST_MS = 10_000;

/**
 * Expressions that members subscribe by (KIP-848 SubscribedTopicRegex), and the topics that they stand for. Those of one
 * expression are one record: where no batch holds it, the expression stays what it was.
 */
export class TopicRegexes {
  readonly #topics: TopicLookup;
  readonly #compiled = new Map<string, TopicPattern>();

  readonly #logger: Logger;

  constructor(topics: TopicLookup, logger: Logger) {
    this.#topics = topics;
    this.#logger = logger;
  }

  /** Throws KafkaError(INVALID_REGULAR_EXPRESSION). */
  check(regex: string): void {
    this.#patternOf(regex);
  }

  #patternOf(regex: string): TopicPattern {
    let pattern = this.#compiled.get(regex);
    if (pattern !== undefined) return pattern;
    try {
      pattern = new TopicPattern(regex);
    } catch (error) {
      if (!(error instanceof PatternError)) throw error;
      throw new KafkaError(ErrorCode.INVALID_REGULAR_EXPRESSION, `SubscribedTopicRegex \`${regex}\` is not a valid regular expression: ${error.message}.`);
    }
    if (this.#compiled.size >= MAX_COMPILED) this.#compiled.clear();
    this.#compiled.set(regex, pattern);
    return pattern;
  }

  /** All topics that match now, in order. */
  resolve(regex: string): string[] {
    const pattern = this.#patternOf(regex);
    const matching: string[] = [];
    for (const name of this.#topics.topicNames?.() ?? []) if (pattern.matches(name)) matching.push(name);
    return matching.sort();
  }

  /** Topics came or went: writes down where that changes what an expression of the group stands for. Answers whether one did. */
  refresh(group: ConsumerGroup, names: readonly string[], turn: Turn): boolean {
    let isOther = false;
    for (const [regex, resolved] of group.regexes) {
      if (resolved.version === UNRESOLVED) continue;
      const before = new Set(resolved.topics);
      const after = new Set(before);
      for (const name of names) {
        if (this.#topics.topicIdOf(name) !== undefined && this.#matches(regex, name)) after.add(name);
        else after.delete(name);
      }
      if (after.size === before.size && after.isSubsetOf(before)) continue;
      isOther = this.#write(group, regex, [...after].sort(), resolved.version + 1, turn) || isOther;
    }
    return isOther;
  }

  /** Expressions whose topics were left for later, and are due. */
  unresolvedOf(group: ConsumerGroup, { time }: Turn): readonly string[] {
    // Asked with each heartbeat; there is mostly none.
    const unresolved: string[] = [];
    if (time.monotonicMs < group.regexesRestUntilMs) return unresolved;
    for (const [regex, { version }] of group.regexes) if (version === UNRESOLVED) unresolved.push(regex);
    return unresolved;
  }

  /** Looks up those of `unresolved` that are still in use; answers whether one is resolved now. One that is no expression here stays without topics. */
  resolveLater(group: ConsumerGroup, unresolved: readonly string[], turn: Turn): boolean {
    let isResolved = false;
    for (const regex of unresolved) {
      if (group.regexes.has(regex)) isResolved = this.#write(group, regex, this.#matchesNow(regex) ?? [], FIRST_RESOLVED, turn) || isResolved;
    }
    return isResolved;
  }

  /** Writes down what an expression stands for. False when its topics fit into no batch: nothing is changed then. */
  #write(group: ConsumerGroup, regex: string, topics: string[], version: number, turn: Turn): boolean {
    try {
      turn.decision.append([regexRecord(group.groupId, regex, { topics, version, timestamp: turn.time.wallMs })]);
      return true;
    } catch (error) {
      appendErrorOf(error);
      group.regexesRestUntilMs = turn.time.monotonicMs + REST_MS;
      this.#logger.warn('the topics of an expression fit into no batch, and it stays what it was: max.message.bytes of the internal topic is too low for it', { group: group.groupId, regex, topics: topics.length });
      return false;
    }
  }

  /** After a load: topics may have come and gone while nobody looked. */
  refreshAll(group: ConsumerGroup, turn: Turn): void {
    for (const [regex, resolved] of group.regexes) {
      const topics = this.#matchesNow(regex);
      if (topics === undefined || topics.join() === resolved.topics.join()) continue;
      this.#write(group, regex, topics, resolved.version + 1, turn);
    }
  }

  /** An expression that another version accepted may be none here: its topics then stay what they are. */
  #matchesNow(regex: string): string[] | undefined {
    try {
      return this.resolve(regex);
    } catch (error) {
      if (error instanceof KafkaError) return undefined;
      throw error;
    }
  }

  #matches(regex: string, name: string): boolean {
    try {
      return this.#patternOf(regex).matches(name);
    } catch (error) {
      if (error instanceof KafkaError) return false;
      throw error;
    }
  }
}
