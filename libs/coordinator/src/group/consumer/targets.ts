import type { Counter, Logger } from '@ottla/model';
import { appendInParts } from '../../runtime/append-in-parts.ts';
import type { GroupRecord } from '../group-record.ts';
import type { GroupStore } from '../group-store.ts';
import type { TopicLookup } from '../topic-lookup.ts';
import type { Turn } from '../turn.ts';
import { type Assignment, NO_PARTITIONS, sameAssignment, topicPartitionsOf } from './assignment.ts';
import { assignors } from './assignor.ts';
import type { AssignorMember } from './assignor-input.ts';
import { consumerSettings, type ConsumerGroupConfig } from './consumer-config.ts';
import type { ConsumerGroup } from './consumer-group.ts';
import type { ConsumerMember } from './consumer-member.ts';
import { groupEpochRecord } from './consumer-record.ts';
import type { Uuid } from './ids.ts';
import { assignorTopicsOf, metadataHashOf } from './topic-facts.ts';
import { uniformAssignor } from './uniform-assignor.ts';

/** Targets in one append; the epoch comes with the last, so that a crash in between only makes them be computed again. */
const TARGETS_AN_APPEND = 500;
/** Epoch of a group whose members read nothing yet. */
const FIRST_EPOCH = 1;
/** An assignment right after another waits at least this long, or a millisecond for each member, for more to come. */
const SHORTEST_SPACING_MS = 100;

/**
 * When a group's targets are computed, and by which assignor. After a quiet time a change is answered by new targets at
 * once; changes that follow are gathered, by the size of the group and at most for consumer.assignment.interval.ms.
 */
export class Targets {
  readonly #store: GroupStore;
  readonly #topics: TopicLookup;
  readonly #logger: Logger;
  readonly #rebalances: Counter | undefined;

  /** `rebalances` counts computed targets. */
  constructor(store: GroupStore, topics: TopicLookup, logger: Logger, rebalances?: Counter) {
    this.#rebalances = rebalances;
    this.#store = store;
    this.#topics = topics;
    this.#logger = logger;
  }

  /** The group epoch after a change of members or subscriptions; `records` go into the same append before it. */
  bump(group: ConsumerGroup | undefined, groupId: string, topics: ReadonlySet<string>, records: readonly GroupRecord[], turn: Turn): void {
    // As in Kafka a group begins with epoch 1, and its first subscription is a change already.
    const epoch = group === undefined && topics.size === 0 ? FIRST_EPOCH : (group?.epoch ?? FIRST_EPOCH) + 1;
    turn.decision.append([...records, groupEpochRecord(groupId, epoch, metadataHashOf(topics, this.#topics))]);
  }

  /** Bumps the epoch when the topics that the group reads are not what they were. */
  refresh(group: ConsumerGroup, turn: Turn): void {
    const topics = group.subscribedTopics();
    if (group.members.size === 0 || metadataHashOf(topics, this.#topics) === group.metadataHash) return;
    this.bump(group, group.groupId, topics, [], turn);
    this.update(group, turn);
  }

  /** Computes the targets when the group epoch is ahead of them: now, or when the last time is long enough ago. */
  update(group: ConsumerGroup, turn: Turn): void {
    if (group.epoch <= group.assignmentEpoch || group.members.size === 0) return;
    const { assignmentIntervalMs } = consumerSettings(turn.config.consumer, turn.config.groupConfigOf(group.groupId));
    const dueMs = group.assignedAtMs + Math.min(assignmentIntervalMs, Math.max(SHORTEST_SPACING_MS, group.members.size));
    if (dueMs <= turn.time.monotonicMs) this.#compute(group, turn);
    else if (group.assignmentDeadline.slot < 0) this.#store.deadlines.schedule(group.assignmentDeadline, dueMs);
  }

  #compute(group: ConsumerGroup, turn: Turn): void {
    this.#store.deadlines.cancel(group.assignmentDeadline);
    group.assignedAtMs = turn.time.monotonicMs;
    this.#rebalances?.add(1);
    const { epoch } = group;
    const targets = this.#assign(group, turn);
    const records: GroupRecord[] = [];
    for (const memberId of group.members.keys()) {
      const target = targets.get(memberId) ?? NO_PARTITIONS;
      if (group.hasTarget(memberId) && sameAssignment(target, group.targetOf(memberId))) continue;
      records.push({ type: 'ConsumerGroupTargetAssignmentMember', key: { groupId: group.groupId, memberId }, value: { topicPartitions: topicPartitionsOf(target) as never } });
    }
    records.push({ type: 'ConsumerGroupTargetAssignmentMetadata', key: { groupId: group.groupId }, value: { assignmentEpoch: epoch, assignmentTimestamp: turn.time.wallMs } });
    for (let at = 0; at < records.length; at += TARGETS_AN_APPEND) appendInParts(records.slice(at, at + TARGETS_AN_APPEND), turn.decision);
    this.#logger.info('computed the targets of a group', { group: group.groupId, epoch, members: group.members.size });
  }

  /** The topics that a member reads and that are there. */
  topicIdsOf(group: ConsumerGroup, member: ConsumerMember): ReadonlySet<Uuid> {
    return new Set([...group.topicsOf(member)].map((name) => this.#topics.topicIdOf(name)).filter((topicId) => topicId !== undefined));
  }

  #assign(group: ConsumerGroup, turn: Turn): ReadonlyMap<string, Assignment> {
    const topics = assignorTopicsOf(group.subscribedTopics(), this.#topics);
    const members = [...group.members.values()].map((member): AssignorMember => {
      const { memberId, metadata } = member;
      const ids = [...group.topicsOf(member)].map((name) => topics.get(name)?.topicId).filter((topicId) => topicId !== undefined);
      return { memberId, instanceId: metadata.instanceId, rackId: metadata.rackId, topics: new Set(ids), previous: group.targetOf(memberId) };
    });
    const assign = assignors.get(assignorNameOf(group, turn.config.consumer)) ?? uniformAssignor;
    return assign({ members, topics: [...topics.values()] });
  }
}

/** The assignor that most members ask for, of several the first that is configured; the default when nobody asks. */
export function assignorNameOf(group: ConsumerGroup, { assignors: names }: ConsumerGroupConfig): string {
  const votes = new Map<string, number>();
  for (const { metadata } of group.members.values()) {
    if (metadata.serverAssignor !== null) votes.set(metadata.serverAssignor, (votes.get(metadata.serverAssignor) ?? 0) + 1);
  }
  let winner = names[0] ?? 'uniform';
  let most = 0;
  for (const name of names) {
    const count = votes.get(name) ?? 0;
    if (count > most) [winner, most] = [name, count];
  }
  return winner;
}
