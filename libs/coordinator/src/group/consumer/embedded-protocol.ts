import { type ConsumerProtocolSubscription, ConsumerProtocolAssignmentCodec, ConsumerProtocolSubscriptionCodec, WireReader, WireWriter } from '@ottla/protocol';
import type { TopicLookup } from '../topic-lookup.ts';
import type { Assignment } from './assignment.ts';
import type { PartitionIndex, Uuid } from './ids.ts';

/*
 * The consumer protocol that classic members carry inside of JoinGroup and SyncGroup: an int16 with the version, and
 * what follows in it. A version of the future is read as the last one that is known: fields are only ever added at the end.
 */

interface NamedPartitions {
  readonly topic: string;
  readonly partitions: readonly PartitionIndex[];
}

/** Throws MalformedMessageError when `metadata` is no subscription. */
export function subscriptionFrom(metadata: Uint8Array): ConsumerProtocolSubscription {
  const reader = new WireReader(metadata);
  return ConsumerProtocolSubscriptionCodec.decode(reader, knownVersion(reader.readInt16(), ConsumerProtocolSubscriptionCodec.maxVersion));
}

/** What a leader assigned to a member; nothing to one that was never assigned any. Throws MalformedMessageError. */
export function assignedIn(assignment: Uint8Array): readonly NamedPartitions[] {
  if (assignment.length === 0) return [];
  const reader = new WireReader(assignment);
  return ConsumerProtocolAssignmentCodec.decode(reader, knownVersion(reader.readInt16(), ConsumerProtocolAssignmentCodec.maxVersion)).assignedPartitions;
}

/** An assignment as a member reads it whose subscription is `metadata`. Topics that are gone have no name, and are left out. */
export function embeddedAssignment(assignment: Assignment, topics: TopicLookup, metadata: Uint8Array): Uint8Array {
  const version = knownVersion(new WireReader(metadata).readInt16(), ConsumerProtocolAssignmentCodec.maxVersion);
  const assignedPartitions: NamedPartitions[] = [];
  for (const [topicId, partitions] of assignment) {
    const topic = topics.topicNameOf(topicId);
    if (topic !== undefined) assignedPartitions.push({ topic, partitions });
  }
  const writer = new WireWriter();
  writer.writeInt16(version);
  ConsumerProtocolAssignmentCodec.encode(writer, { assignedPartitions }, version);
  return new Uint8Array(writer.finish());
}

/** The same by id; topics that do not exist are left out. */
export function byTopicId(named: readonly NamedPartitions[], topics: TopicLookup): { readonly topicId: Uuid; readonly partitions: readonly PartitionIndex[] }[] {
  return named.flatMap(({ topic, partitions }) => {
    const topicId = topics.topicIdOf(topic);
    return topicId === undefined ? [] : [{ topicId, partitions }];
  });
}

function knownVersion(version: number, latest: number): number {
  return Math.min(Math.max(version, 0), latest);
}
