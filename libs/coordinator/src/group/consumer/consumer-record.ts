import {
  type Codec,
  type ConsumerGroupCurrentMemberAssignmentKey,
  ConsumerGroupCurrentMemberAssignmentKeyCodec,
  type ConsumerGroupCurrentMemberAssignmentValue,
  ConsumerGroupCurrentMemberAssignmentValueCodec,
  type ConsumerGroupMemberMetadataKey,
  ConsumerGroupMemberMetadataKeyCodec,
  type ConsumerGroupMemberMetadataValue,
  ConsumerGroupMemberMetadataValueCodec,
  type ConsumerGroupMetadataKey,
  ConsumerGroupMetadataKeyCodec,
  type ConsumerGroupMetadataValue,
  ConsumerGroupMetadataValueCodec,
  type ConsumerGroupPartitionMetadataKey,
  ConsumerGroupPartitionMetadataKeyCodec,
  type ConsumerGroupPartitionMetadataValue,
  ConsumerGroupPartitionMetadataValueCodec,
  type ConsumerGroupRegularExpressionKey,
  ConsumerGroupRegularExpressionKeyCodec,
  type ConsumerGroupRegularExpressionValue,
  ConsumerGroupRegularExpressionValueCodec,
  type ConsumerGroupTargetAssignmentMemberKey,
  ConsumerGroupTargetAssignmentMemberKeyCodec,
  type ConsumerGroupTargetAssignmentMemberValue,
  ConsumerGroupTargetAssignmentMemberValueCodec,
  type ConsumerGroupTargetAssignmentMetadataKey,
  ConsumerGroupTargetAssignmentMetadataKeyCodec,
  type ConsumerGroupTargetAssignmentMetadataValue,
  ConsumerGroupTargetAssignmentMetadataValueCodec,
  GroupRecordType,
} from '@ottla/protocol';

/** Key and value of each record kind of KIP-848 groups. */
interface Shapes {
  /** The group's epoch, and the hash of the topics that it reads. */
  ConsumerGroupMetadata: [ConsumerGroupMetadataKey, ConsumerGroupMetadataValue];
  /** Who a member is, and what it subscribes to. */
  ConsumerGroupMemberMetadata: [ConsumerGroupMemberMetadataKey, ConsumerGroupMemberMetadataValue];
  /** The group epoch that the targets were computed for. */
  ConsumerGroupTargetAssignmentMetadata: [ConsumerGroupTargetAssignmentMetadataKey, ConsumerGroupTargetAssignmentMetadataValue];
  /** What a member shall have in the end. */
  ConsumerGroupTargetAssignmentMember: [ConsumerGroupTargetAssignmentMemberKey, ConsumerGroupTargetAssignmentMemberValue];
  /** Where a member is on its way there. */
  ConsumerGroupCurrentMemberAssignment: [ConsumerGroupCurrentMemberAssignmentKey, ConsumerGroupCurrentMemberAssignmentValue];
  /** The topics that an expression of a member stands for. */
  ConsumerGroupRegularExpression: [ConsumerGroupRegularExpressionKey, ConsumerGroupRegularExpressionValue];
  /** The topics that the group reads, as Kafka before 4.1 wrote them: means nothing here, and ends with its group. */
  ConsumerGroupPartitionMetadata: [ConsumerGroupPartitionMetadataKey, ConsumerGroupPartitionMetadataValue];
}

export type ConsumerRecordKind = keyof Shapes;

/** A record of a KIP-848 group; a null value ends what the key names. */
export type ConsumerRecord = { [K in ConsumerRecordKind]: { readonly type: K; readonly key: Shapes[K][0]; readonly value: Shapes[K][1] | null } }[ConsumerRecordKind];

/** How a kind is written: its number and codecs. All values are of version 0. */
export const consumerRecordCodecs = {
  ConsumerGroupMetadata: [ConsumerGroupMetadataKeyCodec, ConsumerGroupMetadataValueCodec],
  ConsumerGroupMemberMetadata: [ConsumerGroupMemberMetadataKeyCodec, ConsumerGroupMemberMetadataValueCodec],
  ConsumerGroupTargetAssignmentMetadata: [ConsumerGroupTargetAssignmentMetadataKeyCodec, ConsumerGroupTargetAssignmentMetadataValueCodec],
  ConsumerGroupTargetAssignmentMember: [ConsumerGroupTargetAssignmentMemberKeyCodec, ConsumerGroupTargetAssignmentMemberValueCodec],
  ConsumerGroupCurrentMemberAssignment: [ConsumerGroupCurrentMemberAssignmentKeyCodec, ConsumerGroupCurrentMemberAssignmentValueCodec],
  ConsumerGroupRegularExpression: [ConsumerGroupRegularExpressionKeyCodec, ConsumerGroupRegularExpressionValueCodec],
  ConsumerGroupPartitionMetadata: [ConsumerGroupPartitionMetadataKeyCodec, ConsumerGroupPartitionMetadataValueCodec],
} satisfies { [K in ConsumerRecordKind]: readonly [Codec<Shapes[K][0], Shapes[K][0]>, Codec<Shapes[K][1], Shapes[K][1]>] };

export const CONSUMER_VALUE_VERSION = 0;

const kindByType: ReadonlyMap<number, ConsumerRecordKind> = new Map((Object.keys(consumerRecordCodecs) as ConsumerRecordKind[]).map((kind) => [GroupRecordType[kind], kind]));

/** The kind of a key that begins with `type`; undefined for any other record. */
export function consumerRecordKind(type: number): ConsumerRecordKind | undefined {
  return kindByType.get(type);
}

export function isConsumerRecord(record: { readonly type: string }): record is ConsumerRecord {
  return Object.hasOwn(consumerRecordCodecs, record.type);
}

export function groupEpochRecord(groupId: string, epoch: number, metadataHash: number): ConsumerRecord {
  return { type: 'ConsumerGroupMetadata', key: { groupId }, value: { epoch, metadataHash } };
}

/** As Kafka writes it, without an expression it has an empty one. */
export function memberMetadataRecord(groupId: string, memberId: string, value: ConsumerGroupMemberMetadataValue): ConsumerRecord {
  return { type: 'ConsumerGroupMemberMetadata', key: { groupId, memberId }, value: { ...value, subscribedTopicRegex: value.subscribedTopicRegex ?? '' } };
}

export function regexRecord(groupId: string, regularExpression: string, value: ConsumerGroupRegularExpressionValue | null): ConsumerRecord {
  return { type: 'ConsumerGroupRegularExpression', key: { groupId, regularExpression }, value };
}

/** All records of one member, from the latest to the first that it needs. */
export function memberTombstones(groupId: string, memberId: string): ConsumerRecord[] {
  const key = { groupId, memberId };
  return [
    { type: 'ConsumerGroupCurrentMemberAssignment', key, value: null },
    { type: 'ConsumerGroupTargetAssignmentMember', key, value: null },
    { type: 'ConsumerGroupMemberMetadata', key, value: null },
  ];
}

/** The records that end a group, with its members if there are any, from the latest to the first that it needs. */
export function groupEndRecords(groupId: string, memberIds: readonly string[], regexes: Iterable<string>): ConsumerRecord[] {
  return [
    ...memberIds.map((memberId): ConsumerRecord => ({ type: 'ConsumerGroupCurrentMemberAssignment', key: { groupId, memberId }, value: null })),
    ...memberIds.map((memberId): ConsumerRecord => ({ type: 'ConsumerGroupTargetAssignmentMember', key: { groupId, memberId }, value: null })),
    { type: 'ConsumerGroupTargetAssignmentMetadata', key: { groupId }, value: null },
    ...memberIds.map((memberId): ConsumerRecord => ({ type: 'ConsumerGroupMemberMetadata', key: { groupId, memberId }, value: null })),
    ...[...regexes].map((regex) => regexRecord(groupId, regex, null)),
    { type: 'ConsumerGroupPartitionMetadata', key: { groupId }, value: null },
    { type: 'ConsumerGroupMetadata', key: { groupId }, value: null },
  ];
}

/** The records that end a group without members. */
export function groupTombstones(groupId: string, regexes: Iterable<string>): ConsumerRecord[] {
  return groupEndRecords(groupId, [], regexes);
}
