import type { Logger } from '@ottla/model';
import { MalformedMessageError } from '@ottla/protocol';
import type { ClassicGroup } from '../classic-group.ts';
import { selectProtocolOf } from '../classic-protocols.ts';
import { groupMetadata } from '../group-record.ts';
import type { GroupStore } from '../group-store.ts';
import type { Rebalance } from '../rebalance.ts';
import { CONSUMER_PROTOCOL_TYPE } from '../subscribed-topics.ts';
import type { TopicLookup } from '../topic-lookup.ts';
import type { Turn } from '../turn.ts';
import { type Assignment, assignmentFrom, NO_PARTITIONS } from './assignment.ts';
import type { ConsumerGroup } from './consumer-group.ts';
import type { ConsumerMember } from './consumer-member.ts';
import { groupEndRecords } from './consumer-record.ts';
import { embeddedAssignment } from './embedded-protocol.ts';
import type { PartitionIndex, Uuid } from './ids.ts';
import { isDowngradeEnabled } from './migration-policy.ts';

/**
 * Makes a classic group of a KIP-848 one when its last member of the new protocol goes and classic members stay.
 *
 * Ordering: the end of the one group and the record of the other are one append, which replay carries out. The
 * classic group begins as Stable, under the group epoch as its generation, each member with what it holds as the
 * assignment, and of its target what nobody else holds; then, unless the targets are up to date and nobody left, a
 * rebalance begins. A target alone would not do: what the group is by then, or is made into, counts assignments as held.
 */
export class Downgrade {
  readonly #store: GroupStore;
  readonly #rebalance: Rebalance;
  readonly #topics: TopicLookup;
  readonly #logger: Logger;

  constructor(store: GroupStore, rebalance: Rebalance, topics: TopicLookup, logger: Logger) {
    this.#store = store;
    this.#rebalance = rebalance;
    this.#topics = topics;
    this.#logger = logger;
  }

  /** Whether the group shall change its protocol when `leaving` go and nobody comes for them. */
  isDue(group: ConsumerGroup, leaving: readonly ConsumerMember[], turn: Turn): boolean {
    const left = group.members.size - leaving.length;
    return left > 0 && this.#isAllowed(group, leaving, left, turn);
  }

  /** The same when a classic member takes the place of `former`, or the static member itself comes back as one. */
  isDueWithReplacement(group: ConsumerGroup, former: ConsumerMember, turn: Turn): boolean {
    return this.#isAllowed(group, [former], group.members.size, turn);
  }

  #isAllowed(group: ConsumerGroup, leaving: readonly ConsumerMember[], sizeAfter: number, { config }: Turn): boolean {
    const leavingClassic = leaving.filter(({ isClassic }) => isClassic).length;
    if (group.members.size - leaving.length !== group.classicMemberCount - leavingClassic) return false;
    return isDowngradeEnabled(config.consumer.migrationPolicy) && sizeAfter <= config.groupMaxSize;
  }

  /**
   * Converts; answers the classic group, or undefined when a member's metadata is no consumer's. `rebalanceReason`
   * begins a rebalance. Throws KafkaError(RECORD_LIST_TOO_LARGE), and changes nothing, when no batch holds the records.
   */
  convert(group: ConsumerGroup, leaving: readonly ConsumerMember[], rebalanceReason: string | undefined, turn: Turn): ClassicGroup | undefined {
    const { groupId, epoch } = group;
    const staying = [...group.members.values()].filter((member) => !leaving.includes(member));
    const protocol = selectProtocolOf(staying.map(({ classicProtocols }) => classicProtocols.map(({ name }) => name)));
    const members = this.#encode(group, staying, protocol);
    if (members === undefined) return undefined;
    const value = { protocolType: CONSUMER_PROTOCOL_TYPE, generation: epoch, protocol, leader: staying[0]?.memberId ?? null, currentStateTimestamp: turn.time.wallMs, members };
    turn.decision.append([...groupEndRecords(groupId, [...group.members.keys()], group.regexes.keys()), groupMetadata(groupId, value)]);
    const classic = this.#store.get(groupId) as ClassicGroup;
    for (const { memberId, classicProtocols } of staying) {
      const member = classic.member(memberId);
      if (member === undefined) continue;
      // The record holds the selected protocol alone.
      classic.update(member, { rebalanceTimeoutMs: member.rebalanceTimeoutMs, sessionTimeoutMs: member.sessionTimeoutMs, protocols: classicProtocols });
      this.#rebalance.renewSession(member, turn);
    }
    this.#logger.info('a consumer group became a classic group', { group: groupId, members: staying.length, generation: epoch });
    if (rebalanceReason !== undefined) this.#rebalance.prepare(classic, rebalanceReason, turn);
    return classic;
  }

  #encode(group: ConsumerGroup, staying: readonly ConsumerMember[], protocol: string | null) {
    const assignments = assignmentsOf(group, staying);
    try {
      return staying.map(({ memberId, metadata, classicProtocols, sessionTimeoutMs }) => {
        const subscription = classicProtocols.find(({ name }) => name === protocol)?.metadata ?? new Uint8Array(0);
        return {
          memberId,
          groupInstanceId: metadata.instanceId,
          clientId: metadata.clientId,
          clientHost: metadata.clientHost,
          rebalanceTimeout: metadata.rebalanceTimeoutMs,
          sessionTimeout: sessionTimeoutMs ?? 0,
          subscription,
          assignment: embeddedAssignment(assignments.get(memberId) ?? NO_PARTITIONS, this.#topics, subscription),
        };
      });
    } catch (error) {
      if (!(error instanceof MalformedMessageError)) throw error;
      this.#logger.warn('a consumer group cannot become a classic group: the metadata of a member is no subscription', { group: group.groupId, error: error.message });
      return undefined;
    }
  }
}

/** What each member holds, also what it was told to give up, and of its target what none of the others holds. */
function assignmentsOf(group: ConsumerGroup, members: readonly ConsumerMember[]): ReadonlyMap<string, Assignment> {
  const holders = new Map<string, string>();
  const byMember = new Map(members.map(({ memberId }) => [memberId, new Map<Uuid, PartitionIndex[]>()]));
  const give = (memberId: string, topicId: Uuid, partition: PartitionIndex): void => {
    const key = `${topicId}:${partition}`;
    if (holders.has(key)) return;
    holders.set(key, memberId);
    const topics = byMember.get(memberId);
    const partitions = topics?.get(topicId);
    if (partitions === undefined) topics?.set(topicId, [partition]);
    else partitions.push(partition);
  };
  for (const { memberId, progress: { assigned, pendingRevocation } } of members) {
    for (const held of [assigned, pendingRevocation]) for (const [topicId, partitions] of held) for (const partition of partitions.keys()) give(memberId, topicId, partition);
  }
  for (const { memberId } of members) for (const [topicId, partitions] of group.targetOf(memberId)) for (const partition of partitions) give(memberId, topicId, partition);
  return new Map([...byMember].map(([memberId, topics]) => [memberId, assignmentFrom([...topics].map(([topicId, partitions]) => ({ topicId, partitions })))]));
}
