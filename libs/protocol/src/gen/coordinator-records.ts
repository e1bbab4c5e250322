// Generated from libs/protocol/schema by tools/codegen/messages.ts. Do not edit.
/** Records that coordinators keep in internal topics. */
import { type Uuid, ZERO_UUID } from '@ottla/model';
import { NEVER_FLEXIBLE, type Codec } from '../wire/codec.ts';
import type { WireReader } from '../wire/reader.ts';
import type { WireWriter } from '../wire/writer.ts';

/** LegacyOffsetCommitKey: version 0. */
export interface LegacyOffsetCommitKey {
  group: string;
  topic: string;
  partition: number;
}

/** What an encoder wants for LegacyOffsetCommitKey. */
export interface LegacyOffsetCommitKeyInput {
  group: string;
  topic: string;
  partition: number;
}

function readLegacyOffsetCommitKey(r: WireReader, v: number): LegacyOffsetCommitKey {
  const group = r.readString(false);
  const topic = r.readString(false);
  const partition = r.readInt32();
  return { group, topic, partition };
}

function writeLegacyOffsetCommitKey(w: WireWriter, { group, topic, partition }: LegacyOffsetCommitKeyInput, v: number): void {
  w.writeString(group, false);
  w.writeString(topic, false);
  w.writeInt32(partition);
}

/** Codec of {@link LegacyOffsetCommitKey}. */
export const LegacyOffsetCommitKeyCodec: Codec<LegacyOffsetCommitKey, LegacyOffsetCommitKeyInput> = {
  name: 'LegacyOffsetCommitKey', apiKey: 0, minVersion: 0, maxVersion: 0, flexibleFrom: NEVER_FLEXIBLE,
  decode: readLegacyOffsetCommitKey, encode: writeLegacyOffsetCommitKey,
};

/** LegacyOffsetCommitValue: version 0. */
export interface LegacyOffsetCommitValue {
  offset: number;
  metadata: string;
  commitTimestamp: number;
}

/** What an encoder wants for LegacyOffsetCommitValue. */
export interface LegacyOffsetCommitValueInput {
  offset: number;
  metadata: string;
  commitTimestamp: number;
}

function readLegacyOffsetCommitValue(r: WireReader, v: number): LegacyOffsetCommitValue {
  const offset = r.readInt64();
  const metadata = r.readString(false);
  const commitTimestamp = r.readInt64();
  return { offset, metadata, commitTimestamp };
}

function writeLegacyOffsetCommitValue(w: WireWriter, { offset, metadata, commitTimestamp }: LegacyOffsetCommitValueInput, v: number): void {
  w.writeInt64(offset);
  w.writeString(metadata, false);
  w.writeInt64(commitTimestamp);
}

/** Codec of {@link LegacyOffsetCommitValue}. */
export const LegacyOffsetCommitValueCodec: Codec<LegacyOffsetCommitValue, LegacyOffsetCommitValueInput> = {
  name: 'LegacyOffsetCommitValue', apiKey: 0, minVersion: 0, maxVersion: 0, flexibleFrom: NEVER_FLEXIBLE,
  decode: readLegacyOffsetCommitValue, encode: writeLegacyOffsetCommitValue,
};

/** OffsetCommitKey: version 0. */
export interface OffsetCommitKey {
  group: string;
  topic: string;
  partition: number;
}

/** What an encoder wants for OffsetCommitKey. */
export interface OffsetCommitKeyInput {
  group: string;
  topic: string;
  partition: number;
}

function readOffsetCommitKey(r: WireReader, v: number): OffsetCommitKey {
  const group = r.readString(false);
  const topic = r.readString(false);
  const partition = r.readInt32();
  return { group, topic, partition };
}

function writeOffsetCommitKey(w: WireWriter, { group, topic, partition }: OffsetCommitKeyInput, v: number): void {
  w.writeString(group, false);
  w.writeString(topic, false);
  w.writeInt32(partition);
}

/** Codec of {@link OffsetCommitKey}. */
export const OffsetCommitKeyCodec: Codec<OffsetCommitKey, OffsetCommitKeyInput> = {
  name: 'OffsetCommitKey', apiKey: 1, minVersion: 0, maxVersion: 0, flexibleFrom: NEVER_FLEXIBLE,
  decode: readOffsetCommitKey, encode: writeOffsetCommitKey,
};

/** OffsetCommitValue: versions 0-4, flexible from 4. */
export interface OffsetCommitValue {
  offset: number;
  leaderEpoch: number;
  metadata: string;
  commitTimestamp: number;
  expireTimestamp: number;
  topicId: Uuid;
}

/** What an encoder wants for OffsetCommitValue. */
export interface OffsetCommitValueInput {
  offset: number;
  leaderEpoch?: number | undefined;
  metadata: string;
  commitTimestamp: number;
  expireTimestamp?: number | undefined;
  topicId?: Uuid | undefined;
}

function readOffsetCommitValue(r: WireReader, v: number): OffsetCommitValue {
  const f = v >= 4;
  const offset = r.readInt64();
  const leaderEpoch = v >= 3 ? r.readInt32() : -1;
  const metadata = r.readString(f);
  const commitTimestamp = r.readInt64();
  const expireTimestamp = v === 1 ? r.readInt64() : -1;
  let topicId: Uuid = ZERO_UUID;
  if (f) for (let n = r.readUnsignedVarint(); n > 0; n--) {
    const tag = r.readUnsignedVarint();
    const end = r.beginTaggedField();
    switch (tag) {
      case 0: topicId = r.readUuid(); break;
      default: r.skipTo(end);
    }
    r.endTaggedField(end);
  }
  return { offset, leaderEpoch, metadata, commitTimestamp, expireTimestamp, topicId };
}

function writeOffsetCommitValue(w: WireWriter, { offset, leaderEpoch = -1, metadata, commitTimestamp, expireTimestamp = -1, topicId = ZERO_UUID }: OffsetCommitValueInput, v: number): void {
  const f = v >= 4;
  w.writeInt64(offset);
  if (v >= 3) { w.writeInt32(leaderEpoch); }
  w.writeString(metadata, f);
  w.writeInt64(commitTimestamp);
  if (v === 1) { w.writeInt64(expireTimestamp); }
  if (!f) return;
  const hasTopicId = topicId !== ZERO_UUID;
  w.writeUnsignedVarint((hasTopicId ? 1 : 0));
  if (hasTopicId) {
    const at = w.beginTaggedField(0);
    w.writeUuid(topicId);
    w.endTaggedField(at);
  }
}

/** Codec of {@link OffsetCommitValue}. */
export const OffsetCommitValueCodec: Codec<OffsetCommitValue, OffsetCommitValueInput> = {
  name: 'OffsetCommitValue', apiKey: 1, minVersion: 0, maxVersion: 4, flexibleFrom: 4,
  decode: readOffsetCommitValue, encode: writeOffsetCommitValue,
};

/** GroupMetadataKey: version 0. */
export interface GroupMetadataKey {
  group: string;
}

/** What an encoder wants for GroupMetadataKey. */
export interface GroupMetadataKeyInput {
  group: string;
}

function readGroupMetadataKey(r: WireReader, v: number): GroupMetadataKey {
  const group = r.readString(false);
  return { group };
}

function writeGroupMetadataKey(w: WireWriter, { group }: GroupMetadataKeyInput, v: number): void {
  w.writeString(group, false);
}

/** Codec of {@link GroupMetadataKey}. */
export const GroupMetadataKeyCodec: Codec<GroupMetadataKey, GroupMetadataKeyInput> = {
  name: 'GroupMetadataKey', apiKey: 2, minVersion: 0, maxVersion: 0, flexibleFrom: NEVER_FLEXIBLE,
  decode: readGroupMetadataKey, encode: writeGroupMetadataKey,
};

export interface MemberMetadata {
  memberId: string;
  groupInstanceId: string | null;
  clientId: string;
  clientHost: string;
  rebalanceTimeout: number;
  sessionTimeout: number;
  subscription: Uint8Array;
  assignment: Uint8Array;
}

export interface MemberMetadataInput {
  memberId: string;
  groupInstanceId?: string | null | undefined;
  clientId: string;
  clientHost: string;
  rebalanceTimeout?: number | undefined;
  sessionTimeout: number;
  subscription: Uint8Array;
  assignment: Uint8Array;
}

/** GroupMetadataValue: versions 0-4, flexible from 4. */
export interface GroupMetadataValue {
  protocolType: string;
  generation: number;
  protocol: string | null;
  leader: string | null;
  currentStateTimestamp: number;
  members: MemberMetadata[];
}

/** What an encoder wants for GroupMetadataValue. */
export interface GroupMetadataValueInput {
  protocolType: string;
  generation: number;
  protocol: string | null;
  leader: string | null;
  currentStateTimestamp?: number | undefined;
  members: readonly MemberMetadataInput[];
}

function readMemberMetadata(r: WireReader, v: number): MemberMetadata {
  const f = v >= 4;
  const memberId = r.readString(f);
  const groupInstanceId = v >= 3 ? r.readNullableString(f) : null;
  const clientId = r.readString(f);
  const clientHost = r.readString(f);
  const rebalanceTimeout = v >= 1 ? r.readInt32() : -1;
  const sessionTimeout = r.readInt32();
  const subscription = r.readBytes(f);
  const assignment = r.readBytes(f);
  if (f) r.skipTaggedFields();
  return { memberId, groupInstanceId, clientId, clientHost, rebalanceTimeout, sessionTimeout, subscription, assignment };
}

function writeMemberMetadata(w: WireWriter, { memberId, groupInstanceId = null, clientId, clientHost, rebalanceTimeout = -1, sessionTimeout, subscription, assignment }: MemberMetadataInput, v: number): void {
  const f = v >= 4;
  w.writeString(memberId, f);
  if (v >= 3) { w.writeNullableString(groupInstanceId, f); }
  w.writeString(clientId, f);
  w.writeString(clientHost, f);
  if (v >= 1) { w.writeInt32(rebalanceTimeout); }
  w.writeInt32(sessionTimeout);
  w.writeBytes(subscription, f);
  w.writeBytes(assignment, f);
  if (f) w.writeNoTaggedFields();
}

function readGroupMetadataValue(r: WireReader, v: number): GroupMetadataValue {
  const f = v >= 4;
  const protocolType = r.readString(f);
  const generation = r.readInt32();
  const protocol = r.readNullableString(f);
  const leader = r.readNullableString(f);
  const currentStateTimestamp = v >= 2 ? r.readInt64() : -1;
  const members = readMemberMetadataArray(r, v, f);
  if (f) r.skipTaggedFields();
  return { protocolType, generation, protocol, leader, currentStateTimestamp, members };
}

function writeGroupMetadataValue(w: WireWriter, { protocolType, generation, protocol, leader, currentStateTimestamp = -1, members }: GroupMetadataValueInput, v: number): void {
  const f = v >= 4;
  w.writeString(protocolType, f);
  w.writeInt32(generation);
  w.writeNullableString(protocol, f);
  w.writeNullableString(leader, f);
  if (v >= 2) { w.writeInt64(currentStateTimestamp); }
  writeMemberMetadataArray(w, members, v, f);
  if (f) w.writeNoTaggedFields();
}

function readMemberMetadataArray(r: WireReader, v: number, f: boolean): MemberMetadata[] {
  let n = r.readArrayLength(f, 15);
  const a: MemberMetadata[] = [];
  for (; n > 0; n--) a.push(readMemberMetadata(r, v));
  return a;
}

function writeMemberMetadataArray(w: WireWriter, a: readonly MemberMetadataInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeMemberMetadata(w, x, v);
}

/** Codec of {@link GroupMetadataValue}. */
export const GroupMetadataValueCodec: Codec<GroupMetadataValue, GroupMetadataValueInput> = {
  name: 'GroupMetadataValue', apiKey: 2, minVersion: 0, maxVersion: 4, flexibleFrom: 4,
  decode: readGroupMetadataValue, encode: writeGroupMetadataValue,
};

/** ConsumerGroupMetadataKey: version 0. */
export interface ConsumerGroupMetadataKey {
  groupId: string;
}

/** What an encoder wants for ConsumerGroupMetadataKey. */
export interface ConsumerGroupMetadataKeyInput {
  groupId: string;
}

function readConsumerGroupMetadataKey(r: WireReader, v: number): ConsumerGroupMetadataKey {
  const groupId = r.readString(false);
  return { groupId };
}

function writeConsumerGroupMetadataKey(w: WireWriter, { groupId }: ConsumerGroupMetadataKeyInput, v: number): void {
  w.writeString(groupId, false);
}

/** Codec of {@link ConsumerGroupMetadataKey}. */
export const ConsumerGroupMetadataKeyCodec: Codec<ConsumerGroupMetadataKey, ConsumerGroupMetadataKeyInput> = {
  name: 'ConsumerGroupMetadataKey', apiKey: 3, minVersion: 0, maxVersion: 0, flexibleFrom: NEVER_FLEXIBLE,
  decode: readConsumerGroupMetadataKey, encode: writeConsumerGroupMetadataKey,
};

/** ConsumerGroupMetadataValue: version 0, flexible from 0. */
export interface ConsumerGroupMetadataValue {
  epoch: number;
  metadataHash: number;
}

/** What an encoder wants for ConsumerGroupMetadataValue. */
export interface ConsumerGroupMetadataValueInput {
  epoch: number;
  metadataHash?: number | undefined;
}

function readConsumerGroupMetadataValue(r: WireReader, v: number): ConsumerGroupMetadataValue {
  const epoch = r.readInt32();
  let metadataHash: number = 0;
  for (let n = r.readUnsignedVarint(); n > 0; n--) {
    const tag = r.readUnsignedVarint();
    const end = r.beginTaggedField();
    switch (tag) {
      case 0: metadataHash = r.readInt64(); break;
      default: r.skipTo(end);
    }
    r.endTaggedField(end);
  }
  return { epoch, metadataHash };
}

function writeConsumerGroupMetadataValue(w: WireWriter, { epoch, metadataHash = 0 }: ConsumerGroupMetadataValueInput, v: number): void {
  w.writeInt32(epoch);
  const hasMetadataHash = metadataHash !== 0;
  w.writeUnsignedVarint((hasMetadataHash ? 1 : 0));
  if (hasMetadataHash) {
    const at = w.beginTaggedField(0);
    w.writeInt64(metadataHash);
    w.endTaggedField(at);
  }
}

/** Codec of {@link ConsumerGroupMetadataValue}. */
export const ConsumerGroupMetadataValueCodec: Codec<ConsumerGroupMetadataValue, ConsumerGroupMetadataValueInput> = {
  name: 'ConsumerGroupMetadataValue', apiKey: 3, minVersion: 0, maxVersion: 0, flexibleFrom: 0,
  decode: readConsumerGroupMetadataValue, encode: writeConsumerGroupMetadataValue,
};

/** ConsumerGroupPartitionMetadataKey: version 0. */
export interface ConsumerGroupPartitionMetadataKey {
  groupId: string;
}

/** What an encoder wants for ConsumerGroupPartitionMetadataKey. */
export interface ConsumerGroupPartitionMetadataKeyInput {
  groupId: string;
}

function readConsumerGroupPartitionMetadataKey(r: WireReader, v: number): ConsumerGroupPartitionMetadataKey {
  const groupId = r.readString(false);
  return { groupId };
}

function writeConsumerGroupPartitionMetadataKey(w: WireWriter, { groupId }: ConsumerGroupPartitionMetadataKeyInput, v: number): void {
  w.writeString(groupId, false);
}

/** Codec of {@link ConsumerGroupPartitionMetadataKey}. */
export const ConsumerGroupPartitionMetadataKeyCodec: Codec<ConsumerGroupPartitionMetadataKey, ConsumerGroupPartitionMetadataKeyInput> = {
  name: 'ConsumerGroupPartitionMetadataKey', apiKey: 4, minVersion: 0, maxVersion: 0, flexibleFrom: NEVER_FLEXIBLE,
  decode: readConsumerGroupPartitionMetadataKey, encode: writeConsumerGroupPartitionMetadataKey,
};

export interface PartitionMetadata {
  partition: number;
  racks: string[];
}

export interface PartitionMetadataInput {
  partition: number;
  racks: readonly string[];
}

export interface TopicMetadata {
  topicId: Uuid;
  topicName: string;
  numPartitions: number;
  partitionMetadata: PartitionMetadata[];
}

export interface TopicMetadataInput {
  topicId: Uuid;
  topicName: string;
  numPartitions: number;
  partitionMetadata: readonly PartitionMetadataInput[];
}

/** ConsumerGroupPartitionMetadataValue: version 0, flexible from 0. */
export interface ConsumerGroupPartitionMetadataValue {
  topics: TopicMetadata[];
}

/** What an encoder wants for ConsumerGroupPartitionMetadataValue. */
export interface ConsumerGroupPartitionMetadataValueInput {
  topics: readonly TopicMetadataInput[];
}

function readPartitionMetadata(r: WireReader, v: number): PartitionMetadata {
  const partition = r.readInt32();
  const racks = r.readStringArray(true);
  r.skipTaggedFields();
  return { partition, racks };
}

function writePartitionMetadata(w: WireWriter, { partition, racks }: PartitionMetadataInput, v: number): void {
  w.writeInt32(partition);
  w.writeStringArray(racks, true);
  w.writeNoTaggedFields();
}

function readTopicMetadata(r: WireReader, v: number): TopicMetadata {
  const topicId = r.readUuid();
  const topicName = r.readString(true);
  const numPartitions = r.readInt32();
  const partitionMetadata = readPartitionMetadataArray(r, v);
  r.skipTaggedFields();
  return { topicId, topicName, numPartitions, partitionMetadata };
}

function writeTopicMetadata(w: WireWriter, { topicId, topicName, numPartitions, partitionMetadata }: TopicMetadataInput, v: number): void {
  w.writeUuid(topicId);
  w.writeString(topicName, true);
  w.writeInt32(numPartitions);
  writePartitionMetadataArray(w, partitionMetadata, v);
  w.writeNoTaggedFields();
}

function readConsumerGroupPartitionMetadataValue(r: WireReader, v: number): ConsumerGroupPartitionMetadataValue {
  const topics = readTopicMetadataArray(r, v);
  r.skipTaggedFields();
  return { topics };
}

function writeConsumerGroupPartitionMetadataValue(w: WireWriter, { topics }: ConsumerGroupPartitionMetadataValueInput, v: number): void {
  writeTopicMetadataArray(w, topics, v);
  w.writeNoTaggedFields();
}

function readPartitionMetadataArray(r: WireReader, v: number): PartitionMetadata[] {
  let n = r.readArrayLength(true, 6);
  const a: PartitionMetadata[] = [];
  for (; n > 0; n--) a.push(readPartitionMetadata(r, v));
  return a;
}

function writePartitionMetadataArray(w: WireWriter, a: readonly PartitionMetadataInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writePartitionMetadata(w, x, v);
}

function readTopicMetadataArray(r: WireReader, v: number): TopicMetadata[] {
  let n = r.readArrayLength(true, 23);
  const a: TopicMetadata[] = [];
  for (; n > 0; n--) a.push(readTopicMetadata(r, v));
  return a;
}

function writeTopicMetadataArray(w: WireWriter, a: readonly TopicMetadataInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeTopicMetadata(w, x, v);
}

/** Codec of {@link ConsumerGroupPartitionMetadataValue}. */
export const ConsumerGroupPartitionMetadataValueCodec: Codec<ConsumerGroupPartitionMetadataValue, ConsumerGroupPartitionMetadataValueInput> = {
  name: 'ConsumerGroupPartitionMetadataValue', apiKey: 4, minVersion: 0, maxVersion: 0, flexibleFrom: 0,
  decode: readConsumerGroupPartitionMetadataValue, encode: writeConsumerGroupPartitionMetadataValue,
};

/** ConsumerGroupMemberMetadataKey: version 0. */
export interface ConsumerGroupMemberMetadataKey {
  groupId: string;
  memberId: string;
}

/** What an encoder wants for ConsumerGroupMemberMetadataKey. */
export interface ConsumerGroupMemberMetadataKeyInput {
  groupId: string;
  memberId: string;
}

function readConsumerGroupMemberMetadataKey(r: WireReader, v: number): ConsumerGroupMemberMetadataKey {
  const groupId = r.readString(false);
  const memberId = r.readString(false);
  return { groupId, memberId };
}

function writeConsumerGroupMemberMetadataKey(w: WireWriter, { groupId, memberId }: ConsumerGroupMemberMetadataKeyInput, v: number): void {
  w.writeString(groupId, false);
  w.writeString(memberId, false);
}

/** Codec of {@link ConsumerGroupMemberMetadataKey}. */
export const ConsumerGroupMemberMetadataKeyCodec: Codec<ConsumerGroupMemberMetadataKey, ConsumerGroupMemberMetadataKeyInput> = {
  name: 'ConsumerGroupMemberMetadataKey', apiKey: 5, minVersion: 0, maxVersion: 0, flexibleFrom: NEVER_FLEXIBLE,
  decode: readConsumerGroupMemberMetadataKey, encode: writeConsumerGroupMemberMetadataKey,
};

export interface ClassicProtocol {
  name: string;
  metadata: Uint8Array;
}

export interface ClassicProtocolInput {
  name: string;
  metadata: Uint8Array;
}

export interface ClassicMemberMetadata {
  sessionTimeoutMs: number;
  supportedProtocols: ClassicProtocol[];
}

export interface ClassicMemberMetadataInput {
  sessionTimeoutMs: number;
  supportedProtocols: readonly ClassicProtocolInput[];
}

/** ConsumerGroupMemberMetadataValue: version 0, flexible from 0. */
export interface ConsumerGroupMemberMetadataValue {
  instanceId: string | null;
  rackId: string | null;
  clientId: string;
  clientHost: string;
  subscribedTopicNames: string[];
  subscribedTopicRegex: string | null;
  rebalanceTimeoutMs: number;
  serverAssignor: string | null;
  classicMemberMetadata: ClassicMemberMetadata | null;
}

/** What an encoder wants for ConsumerGroupMemberMetadataValue. */
export interface ConsumerGroupMemberMetadataValueInput {
  instanceId: string | null;
  rackId: string | null;
  clientId: string;
  clientHost: string;
  subscribedTopicNames: readonly string[];
  subscribedTopicRegex: string | null;
  rebalanceTimeoutMs?: number | undefined;
  serverAssignor: string | null;
  classicMemberMetadata?: ClassicMemberMetadataInput | null | undefined;
}

function readClassicProtocol(r: WireReader, v: number): ClassicProtocol {
  const name = r.readString(true);
  const metadata = r.readBytes(true);
  r.skipTaggedFields();
  return { name, metadata };
}

function writeClassicProtocol(w: WireWriter, { name, metadata }: ClassicProtocolInput, v: number): void {
  w.writeString(name, true);
  w.writeBytes(metadata, true);
  w.writeNoTaggedFields();
}

function readClassicMemberMetadata(r: WireReader, v: number): ClassicMemberMetadata {
  const sessionTimeoutMs = r.readInt32();
  const supportedProtocols = readClassicProtocolArray(r, v);
  r.skipTaggedFields();
  return { sessionTimeoutMs, supportedProtocols };
}

function writeClassicMemberMetadata(w: WireWriter, { sessionTimeoutMs, supportedProtocols }: ClassicMemberMetadataInput, v: number): void {
  w.writeInt32(sessionTimeoutMs);
  writeClassicProtocolArray(w, supportedProtocols, v);
  w.writeNoTaggedFields();
}

function readConsumerGroupMemberMetadataValue(r: WireReader, v: number): ConsumerGroupMemberMetadataValue {
  const instanceId = r.readNullableString(true);
  const rackId = r.readNullableString(true);
  const clientId = r.readString(true);
  const clientHost = r.readString(true);
  const subscribedTopicNames = r.readStringArray(true);
  const subscribedTopicRegex = r.readNullableString(true);
  const rebalanceTimeoutMs = r.readInt32();
  const serverAssignor = r.readNullableString(true);
  let classicMemberMetadata: ClassicMemberMetadata | null = newClassicMemberMetadata();
  for (let n = r.readUnsignedVarint(); n > 0; n--) {
    const tag = r.readUnsignedVarint();
    const end = r.beginTaggedField();
    switch (tag) {
      case 0: classicMemberMetadata = r.readInt8() <= 0 ? null : readClassicMemberMetadata(r, v); break;
      default: r.skipTo(end);
    }
    r.endTaggedField(end);
  }
  return { instanceId, rackId, clientId, clientHost, subscribedTopicNames, subscribedTopicRegex, rebalanceTimeoutMs, serverAssignor, classicMemberMetadata };
}

function writeConsumerGroupMemberMetadataValue(w: WireWriter, { instanceId, rackId, clientId, clientHost, subscribedTopicNames, subscribedTopicRegex, rebalanceTimeoutMs = -1, serverAssignor, classicMemberMetadata = newClassicMemberMetadata() }: ConsumerGroupMemberMetadataValueInput, v: number): void {
  w.writeNullableString(instanceId, true);
  w.writeNullableString(rackId, true);
  w.writeString(clientId, true);
  w.writeString(clientHost, true);
  w.writeStringArray(subscribedTopicNames, true);
  w.writeNullableString(subscribedTopicRegex, true);
  w.writeInt32(rebalanceTimeoutMs);
  w.writeNullableString(serverAssignor, true);
  const hasClassicMemberMetadata = classicMemberMetadata === null || !isDefaultClassicMemberMetadata(classicMemberMetadata);
  w.writeUnsignedVarint((hasClassicMemberMetadata ? 1 : 0));
  if (hasClassicMemberMetadata) {
    const at = w.beginTaggedField(0);
    if (classicMemberMetadata === null) w.writeInt8(0); else { w.writeInt8(1); writeClassicMemberMetadata(w, classicMemberMetadata, v); };
    w.endTaggedField(at);
  }
}

function readClassicProtocolArray(r: WireReader, v: number): ClassicProtocol[] {
  let n = r.readArrayLength(true, 3);
  const a: ClassicProtocol[] = [];
  for (; n > 0; n--) a.push(readClassicProtocol(r, v));
  return a;
}

function writeClassicProtocolArray(w: WireWriter, a: readonly ClassicProtocolInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeClassicProtocol(w, x, v);
}

function isDefaultClassicMemberMetadata({ sessionTimeoutMs, supportedProtocols }: ClassicMemberMetadataInput): boolean {
  return !(sessionTimeoutMs !== 0) && !(supportedProtocols.length > 0);
}

function newClassicMemberMetadata(): ClassicMemberMetadata {
  return { sessionTimeoutMs: 0, supportedProtocols: [] };
}

/** Codec of {@link ConsumerGroupMemberMetadataValue}. */
export const ConsumerGroupMemberMetadataValueCodec: Codec<ConsumerGroupMemberMetadataValue, ConsumerGroupMemberMetadataValueInput> = {
  name: 'ConsumerGroupMemberMetadataValue', apiKey: 5, minVersion: 0, maxVersion: 0, flexibleFrom: 0,
  decode: readConsumerGroupMemberMetadataValue, encode: writeConsumerGroupMemberMetadataValue,
};

/** ConsumerGroupTargetAssignmentMetadataKey: version 0. */
export interface ConsumerGroupTargetAssignmentMetadataKey {
  groupId: string;
}

/** What an encoder wants for ConsumerGroupTargetAssignmentMetadataKey. */
export interface ConsumerGroupTargetAssignmentMetadataKeyInput {
  groupId: string;
}

function readConsumerGroupTargetAssignmentMetadataKey(r: WireReader, v: number): ConsumerGroupTargetAssignmentMetadataKey {
  const groupId = r.readString(false);
  return { groupId };
}

function writeConsumerGroupTargetAssignmentMetadataKey(w: WireWriter, { groupId }: ConsumerGroupTargetAssignmentMetadataKeyInput, v: number): void {
  w.writeString(groupId, false);
}

/** Codec of {@link ConsumerGroupTargetAssignmentMetadataKey}. */
export const ConsumerGroupTargetAssignmentMetadataKeyCodec: Codec<ConsumerGroupTargetAssignmentMetadataKey, ConsumerGroupTargetAssignmentMetadataKeyInput> = {
  name: 'ConsumerGroupTargetAssignmentMetadataKey', apiKey: 6, minVersion: 0, maxVersion: 0, flexibleFrom: NEVER_FLEXIBLE,
  decode: readConsumerGroupTargetAssignmentMetadataKey, encode: writeConsumerGroupTargetAssignmentMetadataKey,
};

/** ConsumerGroupTargetAssignmentMetadataValue: version 0, flexible from 0. */
export interface ConsumerGroupTargetAssignmentMetadataValue {
  assignmentEpoch: number;
  assignmentTimestamp: number;
}

/** What an encoder wants for ConsumerGroupTargetAssignmentMetadataValue. */
export interface ConsumerGroupTargetAssignmentMetadataValueInput {
  assignmentEpoch: number;
  assignmentTimestamp?: number | undefined;
}

function readConsumerGroupTargetAssignmentMetadataValue(r: WireReader, v: number): ConsumerGroupTargetAssignmentMetadataValue {
  const assignmentEpoch = r.readInt32();
  let assignmentTimestamp: number = 0;
  for (let n = r.readUnsignedVarint(); n > 0; n--) {
    const tag = r.readUnsignedVarint();
    const end = r.beginTaggedField();
    switch (tag) {
      case 0: assignmentTimestamp = r.readInt64(); break;
      default: r.skipTo(end);
    }
    r.endTaggedField(end);
  }
  return { assignmentEpoch, assignmentTimestamp };
}

function writeConsumerGroupTargetAssignmentMetadataValue(w: WireWriter, { assignmentEpoch, assignmentTimestamp = 0 }: ConsumerGroupTargetAssignmentMetadataValueInput, v: number): void {
  w.writeInt32(assignmentEpoch);
  const hasAssignmentTimestamp = assignmentTimestamp !== 0;
  w.writeUnsignedVarint((hasAssignmentTimestamp ? 1 : 0));
  if (hasAssignmentTimestamp) {
    const at = w.beginTaggedField(0);
    w.writeInt64(assignmentTimestamp);
    w.endTaggedField(at);
  }
}

/** Codec of {@link ConsumerGroupTargetAssignmentMetadataValue}. */
export const ConsumerGroupTargetAssignmentMetadataValueCodec: Codec<ConsumerGroupTargetAssignmentMetadataValue, ConsumerGroupTargetAssignmentMetadataValueInput> = {
  name: 'ConsumerGroupTargetAssignmentMetadataValue', apiKey: 6, minVersion: 0, maxVersion: 0, flexibleFrom: 0,
  decode: readConsumerGroupTargetAssignmentMetadataValue, encode: writeConsumerGroupTargetAssignmentMetadataValue,
};

/** ConsumerGroupTargetAssignmentMemberKey: version 0. */
export interface ConsumerGroupTargetAssignmentMemberKey {
  groupId: string;
  memberId: string;
}

/** What an encoder wants for ConsumerGroupTargetAssignmentMemberKey. */
export interface ConsumerGroupTargetAssignmentMemberKeyInput {
  groupId: string;
  memberId: string;
}

function readConsumerGroupTargetAssignmentMemberKey(r: WireReader, v: number): ConsumerGroupTargetAssignmentMemberKey {
  const groupId = r.readString(false);
  const memberId = r.readString(false);
  return { groupId, memberId };
}

function writeConsumerGroupTargetAssignmentMemberKey(w: WireWriter, { groupId, memberId }: ConsumerGroupTargetAssignmentMemberKeyInput, v: number): void {
  w.writeString(groupId, false);
  w.writeString(memberId, false);
}

/** Codec of {@link ConsumerGroupTargetAssignmentMemberKey}. */
export const ConsumerGroupTargetAssignmentMemberKeyCodec: Codec<ConsumerGroupTargetAssignmentMemberKey, ConsumerGroupTargetAssignmentMemberKeyInput> = {
  name: 'ConsumerGroupTargetAssignmentMemberKey', apiKey: 7, minVersion: 0, maxVersion: 0, flexibleFrom: NEVER_FLEXIBLE,
  decode: readConsumerGroupTargetAssignmentMemberKey, encode: writeConsumerGroupTargetAssignmentMemberKey,
};

export interface ConsumerGroupTargetAssignmentMemberValueTopicPartition {
  topicId: Uuid;
  partitions: number[];
}

export interface ConsumerGroupTargetAssignmentMemberValueTopicPartitionInput {
  topicId: Uuid;
  partitions: readonly number[];
}

/** ConsumerGroupTargetAssignmentMemberValue: version 0, flexible from 0. */
export interface ConsumerGroupTargetAssignmentMemberValue {
  topicPartitions: ConsumerGroupTargetAssignmentMemberValueTopicPartition[];
}

/** What an encoder wants for ConsumerGroupTargetAssignmentMemberValue. */
export interface ConsumerGroupTargetAssignmentMemberValueInput {
  topicPartitions: readonly ConsumerGroupTargetAssignmentMemberValueTopicPartitionInput[];
}

function readConsumerGroupTargetAssignmentMemberValueTopicPartition(r: WireReader, v: number): ConsumerGroupTargetAssignmentMemberValueTopicPartition {
  const topicId = r.readUuid();
  const partitions = r.readInt32Array(true);
  r.skipTaggedFields();
  return { topicId, partitions };
}

function writeConsumerGroupTargetAssignmentMemberValueTopicPartition(w: WireWriter, { topicId, partitions }: ConsumerGroupTargetAssignmentMemberValueTopicPartitionInput, v: number): void {
  w.writeUuid(topicId);
  w.writeInt32Array(partitions, true);
  w.writeNoTaggedFields();
}

function readConsumerGroupTargetAssignmentMemberValue(r: WireReader, v: number): ConsumerGroupTargetAssignmentMemberValue {
  const topicPartitions = readConsumerGroupTargetAssignmentMemberValueTopicPartitionArray(r, v);
  r.skipTaggedFields();
  return { topicPartitions };
}

function writeConsumerGroupTargetAssignmentMemberValue(w: WireWriter, { topicPartitions }: ConsumerGroupTargetAssignmentMemberValueInput, v: number): void {
  writeConsumerGroupTargetAssignmentMemberValueTopicPartitionArray(w, topicPartitions, v);
  w.writeNoTaggedFields();
}

function readConsumerGroupTargetAssignmentMemberValueTopicPartitionArray(r: WireReader, v: number): ConsumerGroupTargetAssignmentMemberValueTopicPartition[] {
  let n = r.readArrayLength(true, 18);
  const a: ConsumerGroupTargetAssignmentMemberValueTopicPartition[] = [];
  for (; n > 0; n--) a.push(readConsumerGroupTargetAssignmentMemberValueTopicPartition(r, v));
  return a;
}

function writeConsumerGroupTargetAssignmentMemberValueTopicPartitionArray(w: WireWriter, a: readonly ConsumerGroupTargetAssignmentMemberValueTopicPartitionInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeConsumerGroupTargetAssignmentMemberValueTopicPartition(w, x, v);
}

/** Codec of {@link ConsumerGroupTargetAssignmentMemberValue}. */
export const ConsumerGroupTargetAssignmentMemberValueCodec: Codec<ConsumerGroupTargetAssignmentMemberValue, ConsumerGroupTargetAssignmentMemberValueInput> = {
  name: 'ConsumerGroupTargetAssignmentMemberValue', apiKey: 7, minVersion: 0, maxVersion: 0, flexibleFrom: 0,
  decode: readConsumerGroupTargetAssignmentMemberValue, encode: writeConsumerGroupTargetAssignmentMemberValue,
};

/** ConsumerGroupCurrentMemberAssignmentKey: version 0. */
export interface ConsumerGroupCurrentMemberAssignmentKey {
  groupId: string;
  memberId: string;
}

/** What an encoder wants for ConsumerGroupCurrentMemberAssignmentKey. */
export interface ConsumerGroupCurrentMemberAssignmentKeyInput {
  groupId: string;
  memberId: string;
}

function readConsumerGroupCurrentMemberAssignmentKey(r: WireReader, v: number): ConsumerGroupCurrentMemberAssignmentKey {
  const groupId = r.readString(false);
  const memberId = r.readString(false);
  return { groupId, memberId };
}

function writeConsumerGroupCurrentMemberAssignmentKey(w: WireWriter, { groupId, memberId }: ConsumerGroupCurrentMemberAssignmentKeyInput, v: number): void {
  w.writeString(groupId, false);
  w.writeString(memberId, false);
}

/** Codec of {@link ConsumerGroupCurrentMemberAssignmentKey}. */
export const ConsumerGroupCurrentMemberAssignmentKeyCodec: Codec<ConsumerGroupCurrentMemberAssignmentKey, ConsumerGroupCurrentMemberAssignmentKeyInput> = {
  name: 'ConsumerGroupCurrentMemberAssignmentKey', apiKey: 8, minVersion: 0, maxVersion: 0, flexibleFrom: NEVER_FLEXIBLE,
  decode: readConsumerGroupCurrentMemberAssignmentKey, encode: writeConsumerGroupCurrentMemberAssignmentKey,
};

export interface ConsumerGroupCurrentMemberAssignmentValueTopicPartitions {
  topicId: Uuid;
  partitions: number[];
  assignmentEpochs: number[] | null;
}

export interface ConsumerGroupCurrentMemberAssignmentValueTopicPartitionsInput {
  topicId: Uuid;
  partitions: readonly number[];
  assignmentEpochs?: readonly number[] | null | undefined;
}

/** ConsumerGroupCurrentMemberAssignmentValue: version 0, flexible from 0. */
export interface ConsumerGroupCurrentMemberAssignmentValue {
  memberEpoch: number;
  previousMemberEpoch: number;
  state: number;
  assignedPartitions: ConsumerGroupCurrentMemberAssignmentValueTopicPartitions[];
  partitionsPendingRevocation: ConsumerGroupCurrentMemberAssignmentValueTopicPartitions[];
}

/** What an encoder wants for ConsumerGroupCurrentMemberAssignmentValue. */
export interface ConsumerGroupCurrentMemberAssignmentValueInput {
  memberEpoch: number;
  previousMemberEpoch: number;
  state: number;
  assignedPartitions: readonly ConsumerGroupCurrentMemberAssignmentValueTopicPartitionsInput[];
  partitionsPendingRevocation: readonly ConsumerGroupCurrentMemberAssignmentValueTopicPartitionsInput[];
}

function readConsumerGroupCurrentMemberAssignmentValueTopicPartitions(r: WireReader, v: number): ConsumerGroupCurrentMemberAssignmentValueTopicPartitions {
  const topicId = r.readUuid();
  const partitions = r.readInt32Array(true);
  let assignmentEpochs: number[] | null = [];
  for (let n = r.readUnsignedVarint(); n > 0; n--) {
    const tag = r.readUnsignedVarint();
    const end = r.beginTaggedField();
    switch (tag) {
      case 0: assignmentEpochs = r.readNullableInt32Array(true); break;
      default: r.skipTo(end);
    }
    r.endTaggedField(end);
  }
  return { topicId, partitions, assignmentEpochs };
}

function writeConsumerGroupCurrentMemberAssignmentValueTopicPartitions(w: WireWriter, { topicId, partitions, assignmentEpochs = [] }: ConsumerGroupCurrentMemberAssignmentValueTopicPartitionsInput, v: number): void {
  w.writeUuid(topicId);
  w.writeInt32Array(partitions, true);
  const hasAssignmentEpochs = assignmentEpochs === null || assignmentEpochs.length > 0;
  w.writeUnsignedVarint((hasAssignmentEpochs ? 1 : 0));
  if (hasAssignmentEpochs) {
    const at = w.beginTaggedField(0);
    w.writeNullableInt32Array(assignmentEpochs, true);
    w.endTaggedField(at);
  }
}

function readConsumerGroupCurrentMemberAssignmentValue(r: WireReader, v: number): ConsumerGroupCurrentMemberAssignmentValue {
  const memberEpoch = r.readInt32();
  const previousMemberEpoch = r.readInt32();
  const state = r.readInt8();
  const assignedPartitions = readConsumerGroupCurrentMemberAssignmentValueTopicPartitionsArray(r, v);
  const partitionsPendingRevocation = readConsumerGroupCurrentMemberAssignmentValueTopicPartitionsArray(r, v);
  r.skipTaggedFields();
  return { memberEpoch, previousMemberEpoch, state, assignedPartitions, partitionsPendingRevocation };
}

function writeConsumerGroupCurrentMemberAssignmentValue(w: WireWriter, { memberEpoch, previousMemberEpoch, state, assignedPartitions, partitionsPendingRevocation }: ConsumerGroupCurrentMemberAssignmentValueInput, v: number): void {
  w.writeInt32(memberEpoch);
  w.writeInt32(previousMemberEpoch);
  w.writeInt8(state);
  writeConsumerGroupCurrentMemberAssignmentValueTopicPartitionsArray(w, assignedPartitions, v);
  writeConsumerGroupCurrentMemberAssignmentValueTopicPartitionsArray(w, partitionsPendingRevocation, v);
  w.writeNoTaggedFields();
}

function readConsumerGroupCurrentMemberAssignmentValueTopicPartitionsArray(r: WireReader, v: number): ConsumerGroupCurrentMemberAssignmentValueTopicPartitions[] {
  let n = r.readArrayLength(true, 18);
  const a: ConsumerGroupCurrentMemberAssignmentValueTopicPartitions[] = [];
  for (; n > 0; n--) a.push(readConsumerGroupCurrentMemberAssignmentValueTopicPartitions(r, v));
  return a;
}

function writeConsumerGroupCurrentMemberAssignmentValueTopicPartitionsArray(w: WireWriter, a: readonly ConsumerGroupCurrentMemberAssignmentValueTopicPartitionsInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeConsumerGroupCurrentMemberAssignmentValueTopicPartitions(w, x, v);
}

/** Codec of {@link ConsumerGroupCurrentMemberAssignmentValue}. */
export const ConsumerGroupCurrentMemberAssignmentValueCodec: Codec<ConsumerGroupCurrentMemberAssignmentValue, ConsumerGroupCurrentMemberAssignmentValueInput> = {
  name: 'ConsumerGroupCurrentMemberAssignmentValue', apiKey: 8, minVersion: 0, maxVersion: 0, flexibleFrom: 0,
  decode: readConsumerGroupCurrentMemberAssignmentValue, encode: writeConsumerGroupCurrentMemberAssignmentValue,
};

/** ShareGroupMemberMetadataKey: version 0. */
export interface ShareGroupMemberMetadataKey {
  groupId: string;
  memberId: string;
}

/** What an encoder wants for ShareGroupMemberMetadataKey. */
export interface ShareGroupMemberMetadataKeyInput {
  groupId: string;
  memberId: string;
}

function readShareGroupMemberMetadataKey(r: WireReader, v: number): ShareGroupMemberMetadataKey {
  const groupId = r.readString(false);
  const memberId = r.readString(false);
  return { groupId, memberId };
}

function writeShareGroupMemberMetadataKey(w: WireWriter, { groupId, memberId }: ShareGroupMemberMetadataKeyInput, v: number): void {
  w.writeString(groupId, false);
  w.writeString(memberId, false);
}

/** Codec of {@link ShareGroupMemberMetadataKey}. */
export const ShareGroupMemberMetadataKeyCodec: Codec<ShareGroupMemberMetadataKey, ShareGroupMemberMetadataKeyInput> = {
  name: 'ShareGroupMemberMetadataKey', apiKey: 10, minVersion: 0, maxVersion: 0, flexibleFrom: NEVER_FLEXIBLE,
  decode: readShareGroupMemberMetadataKey, encode: writeShareGroupMemberMetadataKey,
};

/** ShareGroupMemberMetadataValue: version 0, flexible from 0. */
export interface ShareGroupMemberMetadataValue {
  rackId: string | null;
  clientId: string;
  clientHost: string;
  subscribedTopicNames: string[];
}

/** What an encoder wants for ShareGroupMemberMetadataValue. */
export interface ShareGroupMemberMetadataValueInput {
  rackId: string | null;
  clientId: string;
  clientHost: string;
  subscribedTopicNames: readonly string[];
}

function readShareGroupMemberMetadataValue(r: WireReader, v: number): ShareGroupMemberMetadataValue {
  const rackId = r.readNullableString(true);
  const clientId = r.readString(true);
  const clientHost = r.readString(true);
  const subscribedTopicNames = r.readStringArray(true);
  r.skipTaggedFields();
  return { rackId, clientId, clientHost, subscribedTopicNames };
}

function writeShareGroupMemberMetadataValue(w: WireWriter, { rackId, clientId, clientHost, subscribedTopicNames }: ShareGroupMemberMetadataValueInput, v: number): void {
  w.writeNullableString(rackId, true);
  w.writeString(clientId, true);
  w.writeString(clientHost, true);
  w.writeStringArray(subscribedTopicNames, true);
  w.writeNoTaggedFields();
}

/** Codec of {@link ShareGroupMemberMetadataValue}. */
export const ShareGroupMemberMetadataValueCodec: Codec<ShareGroupMemberMetadataValue, ShareGroupMemberMetadataValueInput> = {
  name: 'ShareGroupMemberMetadataValue', apiKey: 10, minVersion: 0, maxVersion: 0, flexibleFrom: 0,
  decode: readShareGroupMemberMetadataValue, encode: writeShareGroupMemberMetadataValue,
};

/** ShareGroupMetadataKey: version 0. */
export interface ShareGroupMetadataKey {
  groupId: string;
}

/** What an encoder wants for ShareGroupMetadataKey. */
export interface ShareGroupMetadataKeyInput {
  groupId: string;
}

function readShareGroupMetadataKey(r: WireReader, v: number): ShareGroupMetadataKey {
  const groupId = r.readString(false);
  return { groupId };
}

function writeShareGroupMetadataKey(w: WireWriter, { groupId }: ShareGroupMetadataKeyInput, v: number): void {
  w.writeString(groupId, false);
}

/** Codec of {@link ShareGroupMetadataKey}. */
export const ShareGroupMetadataKeyCodec: Codec<ShareGroupMetadataKey, ShareGroupMetadataKeyInput> = {
  name: 'ShareGroupMetadataKey', apiKey: 11, minVersion: 0, maxVersion: 0, flexibleFrom: NEVER_FLEXIBLE,
  decode: readShareGroupMetadataKey, encode: writeShareGroupMetadataKey,
};

/** ShareGroupMetadataValue: version 0, flexible from 0. */
export interface ShareGroupMetadataValue {
  epoch: number;
  metadataHash: number;
}

/** What an encoder wants for ShareGroupMetadataValue. */
export interface ShareGroupMetadataValueInput {
  epoch: number;
  metadataHash: number;
}

function readShareGroupMetadataValue(r: WireReader, v: number): ShareGroupMetadataValue {
  const epoch = r.readInt32();
  const metadataHash = r.readInt64();
  r.skipTaggedFields();
  return { epoch, metadataHash };
}

function writeShareGroupMetadataValue(w: WireWriter, { epoch, metadataHash }: ShareGroupMetadataValueInput, v: number): void {
  w.writeInt32(epoch);
  w.writeInt64(metadataHash);
  w.writeNoTaggedFields();
}

/** Codec of {@link ShareGroupMetadataValue}. */
export const ShareGroupMetadataValueCodec: Codec<ShareGroupMetadataValue, ShareGroupMetadataValueInput> = {
  name: 'ShareGroupMetadataValue', apiKey: 11, minVersion: 0, maxVersion: 0, flexibleFrom: 0,
  decode: readShareGroupMetadataValue, encode: writeShareGroupMetadataValue,
};

/** ShareGroupTargetAssignmentMetadataKey: version 0. */
export interface ShareGroupTargetAssignmentMetadataKey {
  groupId: string;
}

/** What an encoder wants for ShareGroupTargetAssignmentMetadataKey. */
export interface ShareGroupTargetAssignmentMetadataKeyInput {
  groupId: string;
}

function readShareGroupTargetAssignmentMetadataKey(r: WireReader, v: number): ShareGroupTargetAssignmentMetadataKey {
  const groupId = r.readString(false);
  return { groupId };
}

function writeShareGroupTargetAssignmentMetadataKey(w: WireWriter, { groupId }: ShareGroupTargetAssignmentMetadataKeyInput, v: number): void {
  w.writeString(groupId, false);
}

/** Codec of {@link ShareGroupTargetAssignmentMetadataKey}. */
export const ShareGroupTargetAssignmentMetadataKeyCodec: Codec<ShareGroupTargetAssignmentMetadataKey, ShareGroupTargetAssignmentMetadataKeyInput> = {
  name: 'ShareGroupTargetAssignmentMetadataKey', apiKey: 12, minVersion: 0, maxVersion: 0, flexibleFrom: NEVER_FLEXIBLE,
  decode: readShareGroupTargetAssignmentMetadataKey, encode: writeShareGroupTargetAssignmentMetadataKey,
};

/** ShareGroupTargetAssignmentMetadataValue: version 0, flexible from 0. */
export interface ShareGroupTargetAssignmentMetadataValue {
  assignmentEpoch: number;
  assignmentTimestamp: number;
}

/** What an encoder wants for ShareGroupTargetAssignmentMetadataValue. */
export interface ShareGroupTargetAssignmentMetadataValueInput {
  assignmentEpoch: number;
  assignmentTimestamp?: number | undefined;
}

function readShareGroupTargetAssignmentMetadataValue(r: WireReader, v: number): ShareGroupTargetAssignmentMetadataValue {
  const assignmentEpoch = r.readInt32();
  let assignmentTimestamp: number = 0;
  for (let n = r.readUnsignedVarint(); n > 0; n--) {
    const tag = r.readUnsignedVarint();
    const end = r.beginTaggedField();
    switch (tag) {
      case 0: assignmentTimestamp = r.readInt64(); break;
      default: r.skipTo(end);
    }
    r.endTaggedField(end);
  }
  return { assignmentEpoch, assignmentTimestamp };
}

function writeShareGroupTargetAssignmentMetadataValue(w: WireWriter, { assignmentEpoch, assignmentTimestamp = 0 }: ShareGroupTargetAssignmentMetadataValueInput, v: number): void {
  w.writeInt32(assignmentEpoch);
  const hasAssignmentTimestamp = assignmentTimestamp !== 0;
  w.writeUnsignedVarint((hasAssignmentTimestamp ? 1 : 0));
  if (hasAssignmentTimestamp) {
    const at = w.beginTaggedField(0);
    w.writeInt64(assignmentTimestamp);
    w.endTaggedField(at);
  }
}

/** Codec of {@link ShareGroupTargetAssignmentMetadataValue}. */
export const ShareGroupTargetAssignmentMetadataValueCodec: Codec<ShareGroupTargetAssignmentMetadataValue, ShareGroupTargetAssignmentMetadataValueInput> = {
  name: 'ShareGroupTargetAssignmentMetadataValue', apiKey: 12, minVersion: 0, maxVersion: 0, flexibleFrom: 0,
  decode: readShareGroupTargetAssignmentMetadataValue, encode: writeShareGroupTargetAssignmentMetadataValue,
};

/** ShareGroupTargetAssignmentMemberKey: version 0. */
export interface ShareGroupTargetAssignmentMemberKey {
  groupId: string;
  memberId: string;
}

/** What an encoder wants for ShareGroupTargetAssignmentMemberKey. */
export interface ShareGroupTargetAssignmentMemberKeyInput {
  groupId: string;
  memberId: string;
}

function readShareGroupTargetAssignmentMemberKey(r: WireReader, v: number): ShareGroupTargetAssignmentMemberKey {
  const groupId = r.readString(false);
  const memberId = r.readString(false);
  return { groupId, memberId };
}

function writeShareGroupTargetAssignmentMemberKey(w: WireWriter, { groupId, memberId }: ShareGroupTargetAssignmentMemberKeyInput, v: number): void {
  w.writeString(groupId, false);
  w.writeString(memberId, false);
}

/** Codec of {@link ShareGroupTargetAssignmentMemberKey}. */
export const ShareGroupTargetAssignmentMemberKeyCodec: Codec<ShareGroupTargetAssignmentMemberKey, ShareGroupTargetAssignmentMemberKeyInput> = {
  name: 'ShareGroupTargetAssignmentMemberKey', apiKey: 13, minVersion: 0, maxVersion: 0, flexibleFrom: NEVER_FLEXIBLE,
  decode: readShareGroupTargetAssignmentMemberKey, encode: writeShareGroupTargetAssignmentMemberKey,
};

export interface ShareGroupTargetAssignmentMemberValueTopicPartition {
  topicId: Uuid;
  partitions: number[];
}

export interface ShareGroupTargetAssignmentMemberValueTopicPartitionInput {
  topicId: Uuid;
  partitions: readonly number[];
}

/** ShareGroupTargetAssignmentMemberValue: version 0, flexible from 0. */
export interface ShareGroupTargetAssignmentMemberValue {
  topicPartitions: ShareGroupTargetAssignmentMemberValueTopicPartition[];
}

/** What an encoder wants for ShareGroupTargetAssignmentMemberValue. */
export interface ShareGroupTargetAssignmentMemberValueInput {
  topicPartitions: readonly ShareGroupTargetAssignmentMemberValueTopicPartitionInput[];
}

function readShareGroupTargetAssignmentMemberValueTopicPartition(r: WireReader, v: number): ShareGroupTargetAssignmentMemberValueTopicPartition {
  const topicId = r.readUuid();
  const partitions = r.readInt32Array(true);
  r.skipTaggedFields();
  return { topicId, partitions };
}

function writeShareGroupTargetAssignmentMemberValueTopicPartition(w: WireWriter, { topicId, partitions }: ShareGroupTargetAssignmentMemberValueTopicPartitionInput, v: number): void {
  w.writeUuid(topicId);
  w.writeInt32Array(partitions, true);
  w.writeNoTaggedFields();
}

function readShareGroupTargetAssignmentMemberValue(r: WireReader, v: number): ShareGroupTargetAssignmentMemberValue {
  const topicPartitions = readShareGroupTargetAssignmentMemberValueTopicPartitionArray(r, v);
  r.skipTaggedFields();
  return { topicPartitions };
}

function writeShareGroupTargetAssignmentMemberValue(w: WireWriter, { topicPartitions }: ShareGroupTargetAssignmentMemberValueInput, v: number): void {
  writeShareGroupTargetAssignmentMemberValueTopicPartitionArray(w, topicPartitions, v);
  w.writeNoTaggedFields();
}

function readShareGroupTargetAssignmentMemberValueTopicPartitionArray(r: WireReader, v: number): ShareGroupTargetAssignmentMemberValueTopicPartition[] {
  let n = r.readArrayLength(true, 18);
  const a: ShareGroupTargetAssignmentMemberValueTopicPartition[] = [];
  for (; n > 0; n--) a.push(readShareGroupTargetAssignmentMemberValueTopicPartition(r, v));
  return a;
}

function writeShareGroupTargetAssignmentMemberValueTopicPartitionArray(w: WireWriter, a: readonly ShareGroupTargetAssignmentMemberValueTopicPartitionInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeShareGroupTargetAssignmentMemberValueTopicPartition(w, x, v);
}

/** Codec of {@link ShareGroupTargetAssignmentMemberValue}. */
export const ShareGroupTargetAssignmentMemberValueCodec: Codec<ShareGroupTargetAssignmentMemberValue, ShareGroupTargetAssignmentMemberValueInput> = {
  name: 'ShareGroupTargetAssignmentMemberValue', apiKey: 13, minVersion: 0, maxVersion: 0, flexibleFrom: 0,
  decode: readShareGroupTargetAssignmentMemberValue, encode: writeShareGroupTargetAssignmentMemberValue,
};

/** ShareGroupCurrentMemberAssignmentKey: version 0. */
export interface ShareGroupCurrentMemberAssignmentKey {
  groupId: string;
  memberId: string;
}

/** What an encoder wants for ShareGroupCurrentMemberAssignmentKey. */
export interface ShareGroupCurrentMemberAssignmentKeyInput {
  groupId: string;
  memberId: string;
}

function readShareGroupCurrentMemberAssignmentKey(r: WireReader, v: number): ShareGroupCurrentMemberAssignmentKey {
  const groupId = r.readString(false);
  const memberId = r.readString(false);
  return { groupId, memberId };
}

function writeShareGroupCurrentMemberAssignmentKey(w: WireWriter, { groupId, memberId }: ShareGroupCurrentMemberAssignmentKeyInput, v: number): void {
  w.writeString(groupId, false);
  w.writeString(memberId, false);
}

/** Codec of {@link ShareGroupCurrentMemberAssignmentKey}. */
export const ShareGroupCurrentMemberAssignmentKeyCodec: Codec<ShareGroupCurrentMemberAssignmentKey, ShareGroupCurrentMemberAssignmentKeyInput> = {
  name: 'ShareGroupCurrentMemberAssignmentKey', apiKey: 14, minVersion: 0, maxVersion: 0, flexibleFrom: NEVER_FLEXIBLE,
  decode: readShareGroupCurrentMemberAssignmentKey, encode: writeShareGroupCurrentMemberAssignmentKey,
};

export interface ShareGroupCurrentMemberAssignmentValueTopicPartitions {
  topicId: Uuid;
  partitions: number[];
}

export interface ShareGroupCurrentMemberAssignmentValueTopicPartitionsInput {
  topicId: Uuid;
  partitions: readonly number[];
}

/** ShareGroupCurrentMemberAssignmentValue: version 0, flexible from 0. */
export interface ShareGroupCurrentMemberAssignmentValue {
  memberEpoch: number;
  previousMemberEpoch: number;
  state: number;
  assignedPartitions: ShareGroupCurrentMemberAssignmentValueTopicPartitions[];
}

/** What an encoder wants for ShareGroupCurrentMemberAssignmentValue. */
export interface ShareGroupCurrentMemberAssignmentValueInput {
  memberEpoch: number;
  previousMemberEpoch: number;
  state: number;
  assignedPartitions: readonly ShareGroupCurrentMemberAssignmentValueTopicPartitionsInput[];
}

function readShareGroupCurrentMemberAssignmentValueTopicPartitions(r: WireReader, v: number): ShareGroupCurrentMemberAssignmentValueTopicPartitions {
  const topicId = r.readUuid();
  const partitions = r.readInt32Array(true);
  r.skipTaggedFields();
  return { topicId, partitions };
}

function writeShareGroupCurrentMemberAssignmentValueTopicPartitions(w: WireWriter, { topicId, partitions }: ShareGroupCurrentMemberAssignmentValueTopicPartitionsInput, v: number): void {
  w.writeUuid(topicId);
  w.writeInt32Array(partitions, true);
  w.writeNoTaggedFields();
}

function readShareGroupCurrentMemberAssignmentValue(r: WireReader, v: number): ShareGroupCurrentMemberAssignmentValue {
  const memberEpoch = r.readInt32();
  const previousMemberEpoch = r.readInt32();
  const state = r.readInt8();
  const assignedPartitions = readShareGroupCurrentMemberAssignmentValueTopicPartitionsArray(r, v);
  r.skipTaggedFields();
  return { memberEpoch, previousMemberEpoch, state, assignedPartitions };
}

function writeShareGroupCurrentMemberAssignmentValue(w: WireWriter, { memberEpoch, previousMemberEpoch, state, assignedPartitions }: ShareGroupCurrentMemberAssignmentValueInput, v: number): void {
  w.writeInt32(memberEpoch);
  w.writeInt32(previousMemberEpoch);
  w.writeInt8(state);
  writeShareGroupCurrentMemberAssignmentValueTopicPartitionsArray(w, assignedPartitions, v);
  w.writeNoTaggedFields();
}

function readShareGroupCurrentMemberAssignmentValueTopicPartitionsArray(r: WireReader, v: number): ShareGroupCurrentMemberAssignmentValueTopicPartitions[] {
  let n = r.readArrayLength(true, 18);
  const a: ShareGroupCurrentMemberAssignmentValueTopicPartitions[] = [];
  for (; n > 0; n--) a.push(readShareGroupCurrentMemberAssignmentValueTopicPartitions(r, v));
  return a;
}

function writeShareGroupCurrentMemberAssignmentValueTopicPartitionsArray(w: WireWriter, a: readonly ShareGroupCurrentMemberAssignmentValueTopicPartitionsInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeShareGroupCurrentMemberAssignmentValueTopicPartitions(w, x, v);
}

/** Codec of {@link ShareGroupCurrentMemberAssignmentValue}. */
export const ShareGroupCurrentMemberAssignmentValueCodec: Codec<ShareGroupCurrentMemberAssignmentValue, ShareGroupCurrentMemberAssignmentValueInput> = {
  name: 'ShareGroupCurrentMemberAssignmentValue', apiKey: 14, minVersion: 0, maxVersion: 0, flexibleFrom: 0,
  decode: readShareGroupCurrentMemberAssignmentValue, encode: writeShareGroupCurrentMemberAssignmentValue,
};

/** ShareGroupStatePartitionMetadataKey: version 0. */
export interface ShareGroupStatePartitionMetadataKey {
  groupId: string;
}

/** What an encoder wants for ShareGroupStatePartitionMetadataKey. */
export interface ShareGroupStatePartitionMetadataKeyInput {
  groupId: string;
}

function readShareGroupStatePartitionMetadataKey(r: WireReader, v: number): ShareGroupStatePartitionMetadataKey {
  const groupId = r.readString(false);
  return { groupId };
}

function writeShareGroupStatePartitionMetadataKey(w: WireWriter, { groupId }: ShareGroupStatePartitionMetadataKeyInput, v: number): void {
  w.writeString(groupId, false);
}

/** Codec of {@link ShareGroupStatePartitionMetadataKey}. */
export const ShareGroupStatePartitionMetadataKeyCodec: Codec<ShareGroupStatePartitionMetadataKey, ShareGroupStatePartitionMetadataKeyInput> = {
  name: 'ShareGroupStatePartitionMetadataKey', apiKey: 15, minVersion: 0, maxVersion: 0, flexibleFrom: NEVER_FLEXIBLE,
  decode: readShareGroupStatePartitionMetadataKey, encode: writeShareGroupStatePartitionMetadataKey,
};

export interface TopicPartitionsInfo {
  topicId: Uuid;
  topicName: string;
  partitions: number[];
}

export interface TopicPartitionsInfoInput {
  topicId: Uuid;
  topicName: string;
  partitions: readonly number[];
}

export interface ShareGroupStatePartitionMetadataValueTopicInfo {
  topicId: Uuid;
  topicName: string;
}

export interface ShareGroupStatePartitionMetadataValueTopicInfoInput {
  topicId: Uuid;
  topicName: string;
}

/** ShareGroupStatePartitionMetadataValue: version 0, flexible from 0. */
export interface ShareGroupStatePartitionMetadataValue {
  initializingTopics: TopicPartitionsInfo[];
  initializedTopics: TopicPartitionsInfo[];
  deletingTopics: ShareGroupStatePartitionMetadataValueTopicInfo[];
}

/** What an encoder wants for ShareGroupStatePartitionMetadataValue. */
export interface ShareGroupStatePartitionMetadataValueInput {
  initializingTopics: readonly TopicPartitionsInfoInput[];
  initializedTopics: readonly TopicPartitionsInfoInput[];
  deletingTopics: readonly ShareGroupStatePartitionMetadataValueTopicInfoInput[];
}

function readTopicPartitionsInfo(r: WireReader, v: number): TopicPartitionsInfo {
  const topicId = r.readUuid();
  const topicName = r.readString(true);
  const partitions = r.readInt32Array(true);
  r.skipTaggedFields();
  return { topicId, topicName, partitions };
}

function writeTopicPartitionsInfo(w: WireWriter, { topicId, topicName, partitions }: TopicPartitionsInfoInput, v: number): void {
  w.writeUuid(topicId);
  w.writeString(topicName, true);
  w.writeInt32Array(partitions, true);
  w.writeNoTaggedFields();
}

function readShareGroupStatePartitionMetadataValueTopicInfo(r: WireReader, v: number): ShareGroupStatePartitionMetadataValueTopicInfo {
  const topicId = r.readUuid();
  const topicName = r.readString(true);
  r.skipTaggedFields();
  return { topicId, topicName };
}

function writeShareGroupStatePartitionMetadataValueTopicInfo(w: WireWriter, { topicId, topicName }: ShareGroupStatePartitionMetadataValueTopicInfoInput, v: number): void {
  w.writeUuid(topicId);
  w.writeString(topicName, true);
  w.writeNoTaggedFields();
}

function readShareGroupStatePartitionMetadataValue(r: WireReader, v: number): ShareGroupStatePartitionMetadataValue {
  const initializingTopics = readTopicPartitionsInfoArray(r, v);
  const initializedTopics = readTopicPartitionsInfoArray(r, v);
  const deletingTopics = readShareGroupStatePartitionMetadataValueTopicInfoArray(r, v);
  r.skipTaggedFields();
  return { initializingTopics, initializedTopics, deletingTopics };
}

function writeShareGroupStatePartitionMetadataValue(w: WireWriter, { initializingTopics, initializedTopics, deletingTopics }: ShareGroupStatePartitionMetadataValueInput, v: number): void {
  writeTopicPartitionsInfoArray(w, initializingTopics, v);
  writeTopicPartitionsInfoArray(w, initializedTopics, v);
  writeShareGroupStatePartitionMetadataValueTopicInfoArray(w, deletingTopics, v);
  w.writeNoTaggedFields();
}

function readTopicPartitionsInfoArray(r: WireReader, v: number): TopicPartitionsInfo[] {
  let n = r.readArrayLength(true, 19);
  const a: TopicPartitionsInfo[] = [];
  for (; n > 0; n--) a.push(readTopicPartitionsInfo(r, v));
  return a;
}

function writeTopicPartitionsInfoArray(w: WireWriter, a: readonly TopicPartitionsInfoInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeTopicPartitionsInfo(w, x, v);
}

function readShareGroupStatePartitionMetadataValueTopicInfoArray(r: WireReader, v: number): ShareGroupStatePartitionMetadataValueTopicInfo[] {
  let n = r.readArrayLength(true, 18);
  const a: ShareGroupStatePartitionMetadataValueTopicInfo[] = [];
  for (; n > 0; n--) a.push(readShareGroupStatePartitionMetadataValueTopicInfo(r, v));
  return a;
}

function writeShareGroupStatePartitionMetadataValueTopicInfoArray(w: WireWriter, a: readonly ShareGroupStatePartitionMetadataValueTopicInfoInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeShareGroupStatePartitionMetadataValueTopicInfo(w, x, v);
}

/** Codec of {@link ShareGroupStatePartitionMetadataValue}. */
export const ShareGroupStatePartitionMetadataValueCodec: Codec<ShareGroupStatePartitionMetadataValue, ShareGroupStatePartitionMetadataValueInput> = {
  name: 'ShareGroupStatePartitionMetadataValue', apiKey: 15, minVersion: 0, maxVersion: 0, flexibleFrom: 0,
  decode: readShareGroupStatePartitionMetadataValue, encode: writeShareGroupStatePartitionMetadataValue,
};

/** ConsumerGroupRegularExpressionKey: version 0. */
export interface ConsumerGroupRegularExpressionKey {
  groupId: string;
  regularExpression: string;
}

/** What an encoder wants for ConsumerGroupRegularExpressionKey. */
export interface ConsumerGroupRegularExpressionKeyInput {
  groupId: string;
  regularExpression: string;
}

function readConsumerGroupRegularExpressionKey(r: WireReader, v: number): ConsumerGroupRegularExpressionKey {
  const groupId = r.readString(false);
  const regularExpression = r.readString(false);
  return { groupId, regularExpression };
}

function writeConsumerGroupRegularExpressionKey(w: WireWriter, { groupId, regularExpression }: ConsumerGroupRegularExpressionKeyInput, v: number): void {
  w.writeString(groupId, false);
  w.writeString(regularExpression, false);
}

/** Codec of {@link ConsumerGroupRegularExpressionKey}. */
export const ConsumerGroupRegularExpressionKeyCodec: Codec<ConsumerGroupRegularExpressionKey, ConsumerGroupRegularExpressionKeyInput> = {
  name: 'ConsumerGroupRegularExpressionKey', apiKey: 16, minVersion: 0, maxVersion: 0, flexibleFrom: NEVER_FLEXIBLE,
  decode: readConsumerGroupRegularExpressionKey, encode: writeConsumerGroupRegularExpressionKey,
};

/** ConsumerGroupRegularExpressionValue: version 0, flexible from 0. */
export interface ConsumerGroupRegularExpressionValue {
  topics: string[];
  version: number;
  timestamp: number;
}

/** What an encoder wants for ConsumerGroupRegularExpressionValue. */
export interface ConsumerGroupRegularExpressionValueInput {
  topics: readonly string[];
  version: number;
  timestamp: number;
}

function readConsumerGroupRegularExpressionValue(r: WireReader, v: number): ConsumerGroupRegularExpressionValue {
  const topics = r.readStringArray(true);
  const version = r.readInt64();
  const timestamp = r.readInt64();
  r.skipTaggedFields();
  return { topics, version, timestamp };
}

function writeConsumerGroupRegularExpressionValue(w: WireWriter, { topics, version, timestamp }: ConsumerGroupRegularExpressionValueInput, v: number): void {
  w.writeStringArray(topics, true);
  w.writeInt64(version);
  w.writeInt64(timestamp);
  w.writeNoTaggedFields();
}

/** Codec of {@link ConsumerGroupRegularExpressionValue}. */
export const ConsumerGroupRegularExpressionValueCodec: Codec<ConsumerGroupRegularExpressionValue, ConsumerGroupRegularExpressionValueInput> = {
  name: 'ConsumerGroupRegularExpressionValue', apiKey: 16, minVersion: 0, maxVersion: 0, flexibleFrom: 0,
  decode: readConsumerGroupRegularExpressionValue, encode: writeConsumerGroupRegularExpressionValue,
};

/** StreamsGroupMetadataKey: version 0. */
export interface StreamsGroupMetadataKey {
  groupId: string;
}

/** What an encoder wants for StreamsGroupMetadataKey. */
export interface StreamsGroupMetadataKeyInput {
  groupId: string;
}

function readStreamsGroupMetadataKey(r: WireReader, v: number): StreamsGroupMetadataKey {
  const groupId = r.readString(false);
  return { groupId };
}

function writeStreamsGroupMetadataKey(w: WireWriter, { groupId }: StreamsGroupMetadataKeyInput, v: number): void {
  w.writeString(groupId, false);
}

/** Codec of {@link StreamsGroupMetadataKey}. */
export const StreamsGroupMetadataKeyCodec: Codec<StreamsGroupMetadataKey, StreamsGroupMetadataKeyInput> = {
  name: 'StreamsGroupMetadataKey', apiKey: 17, minVersion: 0, maxVersion: 0, flexibleFrom: NEVER_FLEXIBLE,
  decode: readStreamsGroupMetadataKey, encode: writeStreamsGroupMetadataKey,
};

export interface LastAssignmentConfig {
  key: string;
  value: string;
}

export interface LastAssignmentConfigInput {
  key: string;
  value: string;
}

/** StreamsGroupMetadataValue: version 0, flexible from 0. */
export interface StreamsGroupMetadataValue {
  epoch: number;
  metadataHash: number;
  validatedTopologyEpoch: number;
  lastAssignmentConfigs: LastAssignmentConfig[] | null;
}

/** What an encoder wants for StreamsGroupMetadataValue. */
export interface StreamsGroupMetadataValueInput {
  epoch: number;
  metadataHash: number;
  validatedTopologyEpoch?: number | undefined;
  lastAssignmentConfigs?: readonly LastAssignmentConfigInput[] | null | undefined;
}

function readLastAssignmentConfig(r: WireReader, v: number): LastAssignmentConfig {
  const key = r.readString(true);
  const value = r.readString(true);
  r.skipTaggedFields();
  return { key, value };
}

function writeLastAssignmentConfig(w: WireWriter, { key, value }: LastAssignmentConfigInput, v: number): void {
  w.writeString(key, true);
  w.writeString(value, true);
  w.writeNoTaggedFields();
}

function readStreamsGroupMetadataValue(r: WireReader, v: number): StreamsGroupMetadataValue {
  const epoch = r.readInt32();
  const metadataHash = r.readInt64();
  let validatedTopologyEpoch: number = -1;
  let lastAssignmentConfigs: LastAssignmentConfig[] | null = [];
  for (let n = r.readUnsignedVarint(); n > 0; n--) {
    const tag = r.readUnsignedVarint();
    const end = r.beginTaggedField();
    switch (tag) {
      case 0: validatedTopologyEpoch = r.readInt32(); break;
      case 1: lastAssignmentConfigs = readNullableLastAssignmentConfigArray(r, v); break;
      default: r.skipTo(end);
    }
    r.endTaggedField(end);
  }
  return { epoch, metadataHash, validatedTopologyEpoch, lastAssignmentConfigs };
}

function writeStreamsGroupMetadataValue(w: WireWriter, { epoch, metadataHash, validatedTopologyEpoch = -1, lastAssignmentConfigs = [] }: StreamsGroupMetadataValueInput, v: number): void {
  w.writeInt32(epoch);
  w.writeInt64(metadataHash);
  const hasValidatedTopologyEpoch = validatedTopologyEpoch !== -1;
  const hasLastAssignmentConfigs = lastAssignmentConfigs === null || lastAssignmentConfigs.length > 0;
  w.writeUnsignedVarint((hasValidatedTopologyEpoch ? 1 : 0) + (hasLastAssignmentConfigs ? 1 : 0));
  if (hasValidatedTopologyEpoch) {
    const at = w.beginTaggedField(0);
    w.writeInt32(validatedTopologyEpoch);
    w.endTaggedField(at);
  }
  if (hasLastAssignmentConfigs) {
    const at = w.beginTaggedField(1);
    writeNullableLastAssignmentConfigArray(w, lastAssignmentConfigs, v);
    w.endTaggedField(at);
  }
}

function readNullableLastAssignmentConfigArray(r: WireReader, v: number): LastAssignmentConfig[] | null {
  let n = r.readNullableArrayLength(true, 3);
  if (n < 0) return null;
  const a: LastAssignmentConfig[] = [];
  for (; n > 0; n--) a.push(readLastAssignmentConfig(r, v));
  return a;
}

function writeLastAssignmentConfigArray(w: WireWriter, a: readonly LastAssignmentConfigInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeLastAssignmentConfig(w, x, v);
}

function writeNullableLastAssignmentConfigArray(w: WireWriter, a: readonly LastAssignmentConfigInput[] | null, v: number): void {
  if (a === null) w.writeNullArray(true); else writeLastAssignmentConfigArray(w, a, v);
}

/** Codec of {@link StreamsGroupMetadataValue}. */
export const StreamsGroupMetadataValueCodec: Codec<StreamsGroupMetadataValue, StreamsGroupMetadataValueInput> = {
  name: 'StreamsGroupMetadataValue', apiKey: 17, minVersion: 0, maxVersion: 0, flexibleFrom: 0,
  decode: readStreamsGroupMetadataValue, encode: writeStreamsGroupMetadataValue,
};

/** StreamsGroupMemberMetadataKey: version 0. */
export interface StreamsGroupMemberMetadataKey {
  groupId: string;
  memberId: string;
}

/** What an encoder wants for StreamsGroupMemberMetadataKey. */
export interface StreamsGroupMemberMetadataKeyInput {
  groupId: string;
  memberId: string;
}

function readStreamsGroupMemberMetadataKey(r: WireReader, v: number): StreamsGroupMemberMetadataKey {
  const groupId = r.readString(false);
  const memberId = r.readString(false);
  return { groupId, memberId };
}

function writeStreamsGroupMemberMetadataKey(w: WireWriter, { groupId, memberId }: StreamsGroupMemberMetadataKeyInput, v: number): void {
  w.writeString(groupId, false);
  w.writeString(memberId, false);
}

/** Codec of {@link StreamsGroupMemberMetadataKey}. */
export const StreamsGroupMemberMetadataKeyCodec: Codec<StreamsGroupMemberMetadataKey, StreamsGroupMemberMetadataKeyInput> = {
  name: 'StreamsGroupMemberMetadataKey', apiKey: 19, minVersion: 0, maxVersion: 0, flexibleFrom: NEVER_FLEXIBLE,
  decode: readStreamsGroupMemberMetadataKey, encode: writeStreamsGroupMemberMetadataKey,
};

export interface StreamsGroupMemberMetadataValueEndpoint {
  host: string;
  port: number;
}

export interface StreamsGroupMemberMetadataValueEndpointInput {
  host: string;
  port: number;
}

export interface StreamsGroupMemberMetadataValueKeyValue {
  key: string;
  value: string;
}

export interface StreamsGroupMemberMetadataValueKeyValueInput {
  key: string;
  value: string;
}

/** StreamsGroupMemberMetadataValue: version 0, flexible from 0. */
export interface StreamsGroupMemberMetadataValue {
  instanceId: string | null;
  rackId: string | null;
  clientId: string;
  clientHost: string;
  rebalanceTimeoutMs: number;
  topologyEpoch: number;
  processId: string;
  userEndpoint: StreamsGroupMemberMetadataValueEndpoint | null;
  clientTags: StreamsGroupMemberMetadataValueKeyValue[];
}

/** What an encoder wants for StreamsGroupMemberMetadataValue. */
export interface StreamsGroupMemberMetadataValueInput {
  instanceId: string | null;
  rackId: string | null;
  clientId: string;
  clientHost: string;
  rebalanceTimeoutMs?: number | undefined;
  topologyEpoch: number;
  processId: string;
  userEndpoint?: StreamsGroupMemberMetadataValueEndpointInput | null | undefined;
  clientTags: readonly StreamsGroupMemberMetadataValueKeyValueInput[];
}

function readStreamsGroupMemberMetadataValueEndpoint(r: WireReader, v: number): StreamsGroupMemberMetadataValueEndpoint {
  const host = r.readString(true);
  const port = r.readUint16();
  r.skipTaggedFields();
  return { host, port };
}

function writeStreamsGroupMemberMetadataValueEndpoint(w: WireWriter, { host, port }: StreamsGroupMemberMetadataValueEndpointInput, v: number): void {
  w.writeString(host, true);
  w.writeUint16(port);
  w.writeNoTaggedFields();
}

function readStreamsGroupMemberMetadataValueKeyValue(r: WireReader, v: number): StreamsGroupMemberMetadataValueKeyValue {
  const key = r.readString(true);
  const value = r.readString(true);
  r.skipTaggedFields();
  return { key, value };
}

function writeStreamsGroupMemberMetadataValueKeyValue(w: WireWriter, { key, value }: StreamsGroupMemberMetadataValueKeyValueInput, v: number): void {
  w.writeString(key, true);
  w.writeString(value, true);
  w.writeNoTaggedFields();
}

function readStreamsGroupMemberMetadataValue(r: WireReader, v: number): StreamsGroupMemberMetadataValue {
  const instanceId = r.readNullableString(true);
  const rackId = r.readNullableString(true);
  const clientId = r.readString(true);
  const clientHost = r.readString(true);
  const rebalanceTimeoutMs = r.readInt32();
  const topologyEpoch = r.readInt32();
  const processId = r.readString(true);
  const userEndpoint = r.readInt8() < 0 ? null : readStreamsGroupMemberMetadataValueEndpoint(r, v);
  const clientTags = readStreamsGroupMemberMetadataValueKeyValueArray(r, v);
  r.skipTaggedFields();
  return { instanceId, rackId, clientId, clientHost, rebalanceTimeoutMs, topologyEpoch, processId, userEndpoint, clientTags };
}

function writeStreamsGroupMemberMetadataValue(w: WireWriter, { instanceId, rackId, clientId, clientHost, rebalanceTimeoutMs = -1, topologyEpoch, processId, userEndpoint = null, clientTags }: StreamsGroupMemberMetadataValueInput, v: number): void {
  w.writeNullableString(instanceId, true);
  w.writeNullableString(rackId, true);
  w.writeString(clientId, true);
  w.writeString(clientHost, true);
  w.writeInt32(rebalanceTimeoutMs);
  w.writeInt32(topologyEpoch);
  w.writeString(processId, true);
  if (userEndpoint === null) w.writeInt8(-1); else { w.writeInt8(1); writeStreamsGroupMemberMetadataValueEndpoint(w, userEndpoint, v); };
  writeStreamsGroupMemberMetadataValueKeyValueArray(w, clientTags, v);
  w.writeNoTaggedFields();
}

function readStreamsGroupMemberMetadataValueKeyValueArray(r: WireReader, v: number): StreamsGroupMemberMetadataValueKeyValue[] {
  let n = r.readArrayLength(true, 3);
  const a: StreamsGroupMemberMetadataValueKeyValue[] = [];
  for (; n > 0; n--) a.push(readStreamsGroupMemberMetadataValueKeyValue(r, v));
  return a;
}

function writeStreamsGroupMemberMetadataValueKeyValueArray(w: WireWriter, a: readonly StreamsGroupMemberMetadataValueKeyValueInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeStreamsGroupMemberMetadataValueKeyValue(w, x, v);
}

/** Codec of {@link StreamsGroupMemberMetadataValue}. */
export const StreamsGroupMemberMetadataValueCodec: Codec<StreamsGroupMemberMetadataValue, StreamsGroupMemberMetadataValueInput> = {
  name: 'StreamsGroupMemberMetadataValue', apiKey: 19, minVersion: 0, maxVersion: 0, flexibleFrom: 0,
  decode: readStreamsGroupMemberMetadataValue, encode: writeStreamsGroupMemberMetadataValue,
};

/** StreamsGroupTargetAssignmentMetadataKey: version 0. */
export interface StreamsGroupTargetAssignmentMetadataKey {
  groupId: string;
}

/** What an encoder wants for StreamsGroupTargetAssignmentMetadataKey. */
export interface StreamsGroupTargetAssignmentMetadataKeyInput {
  groupId: string;
}

function readStreamsGroupTargetAssignmentMetadataKey(r: WireReader, v: number): StreamsGroupTargetAssignmentMetadataKey {
  const groupId = r.readString(false);
  return { groupId };
}

function writeStreamsGroupTargetAssignmentMetadataKey(w: WireWriter, { groupId }: StreamsGroupTargetAssignmentMetadataKeyInput, v: number): void {
  w.writeString(groupId, false);
}

/** Codec of {@link StreamsGroupTargetAssignmentMetadataKey}. */
export const StreamsGroupTargetAssignmentMetadataKeyCodec: Codec<StreamsGroupTargetAssignmentMetadataKey, StreamsGroupTargetAssignmentMetadataKeyInput> = {
  name: 'StreamsGroupTargetAssignmentMetadataKey', apiKey: 20, minVersion: 0, maxVersion: 0, flexibleFrom: NEVER_FLEXIBLE,
  decode: readStreamsGroupTargetAssignmentMetadataKey, encode: writeStreamsGroupTargetAssignmentMetadataKey,
};

/** StreamsGroupTargetAssignmentMetadataValue: version 0, flexible from 0. */
export interface StreamsGroupTargetAssignmentMetadataValue {
  assignmentEpoch: number;
  assignmentTimestamp: number;
}

/** What an encoder wants for StreamsGroupTargetAssignmentMetadataValue. */
export interface StreamsGroupTargetAssignmentMetadataValueInput {
  assignmentEpoch: number;
  assignmentTimestamp?: number | undefined;
}

function readStreamsGroupTargetAssignmentMetadataValue(r: WireReader, v: number): StreamsGroupTargetAssignmentMetadataValue {
  const assignmentEpoch = r.readInt32();
  let assignmentTimestamp: number = 0;
  for (let n = r.readUnsignedVarint(); n > 0; n--) {
    const tag = r.readUnsignedVarint();
    const end = r.beginTaggedField();
    switch (tag) {
      case 0: assignmentTimestamp = r.readInt64(); break;
      default: r.skipTo(end);
    }
    r.endTaggedField(end);
  }
  return { assignmentEpoch, assignmentTimestamp };
}

function writeStreamsGroupTargetAssignmentMetadataValue(w: WireWriter, { assignmentEpoch, assignmentTimestamp = 0 }: StreamsGroupTargetAssignmentMetadataValueInput, v: number): void {
  w.writeInt32(assignmentEpoch);
  const hasAssignmentTimestamp = assignmentTimestamp !== 0;
  w.writeUnsignedVarint((hasAssignmentTimestamp ? 1 : 0));
  if (hasAssignmentTimestamp) {
    const at = w.beginTaggedField(0);
    w.writeInt64(assignmentTimestamp);
    w.endTaggedField(at);
  }
}

/** Codec of {@link StreamsGroupTargetAssignmentMetadataValue}. */
export const StreamsGroupTargetAssignmentMetadataValueCodec: Codec<StreamsGroupTargetAssignmentMetadataValue, StreamsGroupTargetAssignmentMetadataValueInput> = {
  name: 'StreamsGroupTargetAssignmentMetadataValue', apiKey: 20, minVersion: 0, maxVersion: 0, flexibleFrom: 0,
  decode: readStreamsGroupTargetAssignmentMetadataValue, encode: writeStreamsGroupTargetAssignmentMetadataValue,
};

/** StreamsGroupTargetAssignmentMemberKey: version 0. */
export interface StreamsGroupTargetAssignmentMemberKey {
  groupId: string;
  memberId: string;
}

/** What an encoder wants for StreamsGroupTargetAssignmentMemberKey. */
export interface StreamsGroupTargetAssignmentMemberKeyInput {
  groupId: string;
  memberId: string;
}

function readStreamsGroupTargetAssignmentMemberKey(r: WireReader, v: number): StreamsGroupTargetAssignmentMemberKey {
  const groupId = r.readString(false);
  const memberId = r.readString(false);
  return { groupId, memberId };
}

function writeStreamsGroupTargetAssignmentMemberKey(w: WireWriter, { groupId, memberId }: StreamsGroupTargetAssignmentMemberKeyInput, v: number): void {
  w.writeString(groupId, false);
  w.writeString(memberId, false);
}

/** Codec of {@link StreamsGroupTargetAssignmentMemberKey}. */
export const StreamsGroupTargetAssignmentMemberKeyCodec: Codec<StreamsGroupTargetAssignmentMemberKey, StreamsGroupTargetAssignmentMemberKeyInput> = {
  name: 'StreamsGroupTargetAssignmentMemberKey', apiKey: 21, minVersion: 0, maxVersion: 0, flexibleFrom: NEVER_FLEXIBLE,
  decode: readStreamsGroupTargetAssignmentMemberKey, encode: writeStreamsGroupTargetAssignmentMemberKey,
};

export interface StreamsGroupTargetAssignmentMemberValueTaskIds {
  subtopologyId: string;
  partitions: number[];
}

export interface StreamsGroupTargetAssignmentMemberValueTaskIdsInput {
  subtopologyId: string;
  partitions: readonly number[];
}

/** StreamsGroupTargetAssignmentMemberValue: version 0, flexible from 0. */
export interface StreamsGroupTargetAssignmentMemberValue {
  activeTasks: StreamsGroupTargetAssignmentMemberValueTaskIds[];
  standbyTasks: StreamsGroupTargetAssignmentMemberValueTaskIds[];
  warmupTasks: StreamsGroupTargetAssignmentMemberValueTaskIds[];
}

/** What an encoder wants for StreamsGroupTargetAssignmentMemberValue. */
export interface StreamsGroupTargetAssignmentMemberValueInput {
  activeTasks: readonly StreamsGroupTargetAssignmentMemberValueTaskIdsInput[];
  standbyTasks: readonly StreamsGroupTargetAssignmentMemberValueTaskIdsInput[];
  warmupTasks: readonly StreamsGroupTargetAssignmentMemberValueTaskIdsInput[];
}

function readStreamsGroupTargetAssignmentMemberValueTaskIds(r: WireReader, v: number): StreamsGroupTargetAssignmentMemberValueTaskIds {
  const subtopologyId = r.readString(true);
  const partitions = r.readInt32Array(true);
  r.skipTaggedFields();
  return { subtopologyId, partitions };
}

function writeStreamsGroupTargetAssignmentMemberValueTaskIds(w: WireWriter, { subtopologyId, partitions }: StreamsGroupTargetAssignmentMemberValueTaskIdsInput, v: number): void {
  w.writeString(subtopologyId, true);
  w.writeInt32Array(partitions, true);
  w.writeNoTaggedFields();
}

function readStreamsGroupTargetAssignmentMemberValue(r: WireReader, v: number): StreamsGroupTargetAssignmentMemberValue {
  const activeTasks = readStreamsGroupTargetAssignmentMemberValueTaskIdsArray(r, v);
  const standbyTasks = readStreamsGroupTargetAssignmentMemberValueTaskIdsArray(r, v);
  const warmupTasks = readStreamsGroupTargetAssignmentMemberValueTaskIdsArray(r, v);
  r.skipTaggedFields();
  return { activeTasks, standbyTasks, warmupTasks };
}

function writeStreamsGroupTargetAssignmentMemberValue(w: WireWriter, { activeTasks, standbyTasks, warmupTasks }: StreamsGroupTargetAssignmentMemberValueInput, v: number): void {
  writeStreamsGroupTargetAssignmentMemberValueTaskIdsArray(w, activeTasks, v);
  writeStreamsGroupTargetAssignmentMemberValueTaskIdsArray(w, standbyTasks, v);
  writeStreamsGroupTargetAssignmentMemberValueTaskIdsArray(w, warmupTasks, v);
  w.writeNoTaggedFields();
}

function readStreamsGroupTargetAssignmentMemberValueTaskIdsArray(r: WireReader, v: number): StreamsGroupTargetAssignmentMemberValueTaskIds[] {
  let n = r.readArrayLength(true, 3);
  const a: StreamsGroupTargetAssignmentMemberValueTaskIds[] = [];
  for (; n > 0; n--) a.push(readStreamsGroupTargetAssignmentMemberValueTaskIds(r, v));
  return a;
}

function writeStreamsGroupTargetAssignmentMemberValueTaskIdsArray(w: WireWriter, a: readonly StreamsGroupTargetAssignmentMemberValueTaskIdsInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeStreamsGroupTargetAssignmentMemberValueTaskIds(w, x, v);
}

/** Codec of {@link StreamsGroupTargetAssignmentMemberValue}. */
export const StreamsGroupTargetAssignmentMemberValueCodec: Codec<StreamsGroupTargetAssignmentMemberValue, StreamsGroupTargetAssignmentMemberValueInput> = {
  name: 'StreamsGroupTargetAssignmentMemberValue', apiKey: 21, minVersion: 0, maxVersion: 0, flexibleFrom: 0,
  decode: readStreamsGroupTargetAssignmentMemberValue, encode: writeStreamsGroupTargetAssignmentMemberValue,
};

/** StreamsGroupCurrentMemberAssignmentKey: version 0. */
export interface StreamsGroupCurrentMemberAssignmentKey {
  groupId: string;
  memberId: string;
}

/** What an encoder wants for StreamsGroupCurrentMemberAssignmentKey. */
export interface StreamsGroupCurrentMemberAssignmentKeyInput {
  groupId: string;
  memberId: string;
}

function readStreamsGroupCurrentMemberAssignmentKey(r: WireReader, v: number): StreamsGroupCurrentMemberAssignmentKey {
  const groupId = r.readString(false);
  const memberId = r.readString(false);
  return { groupId, memberId };
}

function writeStreamsGroupCurrentMemberAssignmentKey(w: WireWriter, { groupId, memberId }: StreamsGroupCurrentMemberAssignmentKeyInput, v: number): void {
  w.writeString(groupId, false);
  w.writeString(memberId, false);
}

/** Codec of {@link StreamsGroupCurrentMemberAssignmentKey}. */
export const StreamsGroupCurrentMemberAssignmentKeyCodec: Codec<StreamsGroupCurrentMemberAssignmentKey, StreamsGroupCurrentMemberAssignmentKeyInput> = {
  name: 'StreamsGroupCurrentMemberAssignmentKey', apiKey: 22, minVersion: 0, maxVersion: 0, flexibleFrom: NEVER_FLEXIBLE,
  decode: readStreamsGroupCurrentMemberAssignmentKey, encode: writeStreamsGroupCurrentMemberAssignmentKey,
};

export interface StreamsGroupCurrentMemberAssignmentValueTaskIds {
  subtopologyId: string;
  partitions: number[];
  assignmentEpochs: number[] | null;
}

export interface StreamsGroupCurrentMemberAssignmentValueTaskIdsInput {
  subtopologyId: string;
  partitions: readonly number[];
  assignmentEpochs?: readonly number[] | null | undefined;
}

/** StreamsGroupCurrentMemberAssignmentValue: version 0, flexible from 0. */
export interface StreamsGroupCurrentMemberAssignmentValue {
  memberEpoch: number;
  previousMemberEpoch: number;
  state: number;
  activeTasks: StreamsGroupCurrentMemberAssignmentValueTaskIds[];
  standbyTasks: StreamsGroupCurrentMemberAssignmentValueTaskIds[];
  warmupTasks: StreamsGroupCurrentMemberAssignmentValueTaskIds[];
  activeTasksPendingRevocation: StreamsGroupCurrentMemberAssignmentValueTaskIds[];
  standbyTasksPendingRevocation: StreamsGroupCurrentMemberAssignmentValueTaskIds[];
  warmupTasksPendingRevocation: StreamsGroupCurrentMemberAssignmentValueTaskIds[];
}

/** What an encoder wants for StreamsGroupCurrentMemberAssignmentValue. */
export interface StreamsGroupCurrentMemberAssignmentValueInput {
  memberEpoch: number;
  previousMemberEpoch: number;
  state: number;
  activeTasks: readonly StreamsGroupCurrentMemberAssignmentValueTaskIdsInput[];
  standbyTasks: readonly StreamsGroupCurrentMemberAssignmentValueTaskIdsInput[];
  warmupTasks: readonly StreamsGroupCurrentMemberAssignmentValueTaskIdsInput[];
  activeTasksPendingRevocation: readonly StreamsGroupCurrentMemberAssignmentValueTaskIdsInput[];
  standbyTasksPendingRevocation: readonly StreamsGroupCurrentMemberAssignmentValueTaskIdsInput[];
  warmupTasksPendingRevocation: readonly StreamsGroupCurrentMemberAssignmentValueTaskIdsInput[];
}

function readStreamsGroupCurrentMemberAssignmentValueTaskIds(r: WireReader, v: number): StreamsGroupCurrentMemberAssignmentValueTaskIds {
  const subtopologyId = r.readString(true);
  const partitions = r.readInt32Array(true);
  let assignmentEpochs: number[] | null = [];
  for (let n = r.readUnsignedVarint(); n > 0; n--) {
    const tag = r.readUnsignedVarint();
    const end = r.beginTaggedField();
    switch (tag) {
      case 0: assignmentEpochs = r.readNullableInt32Array(true); break;
      default: r.skipTo(end);
    }
    r.endTaggedField(end);
  }
  return { subtopologyId, partitions, assignmentEpochs };
}

function writeStreamsGroupCurrentMemberAssignmentValueTaskIds(w: WireWriter, { subtopologyId, partitions, assignmentEpochs = [] }: StreamsGroupCurrentMemberAssignmentValueTaskIdsInput, v: number): void {
  w.writeString(subtopologyId, true);
  w.writeInt32Array(partitions, true);
  const hasAssignmentEpochs = assignmentEpochs === null || assignmentEpochs.length > 0;
  w.writeUnsignedVarint((hasAssignmentEpochs ? 1 : 0));
  if (hasAssignmentEpochs) {
    const at = w.beginTaggedField(0);
    w.writeNullableInt32Array(assignmentEpochs, true);
    w.endTaggedField(at);
  }
}

function readStreamsGroupCurrentMemberAssignmentValue(r: WireReader, v: number): StreamsGroupCurrentMemberAssignmentValue {
  const memberEpoch = r.readInt32();
  const previousMemberEpoch = r.readInt32();
  const state = r.readInt8();
  const activeTasks = readStreamsGroupCurrentMemberAssignmentValueTaskIdsArray(r, v);
  const standbyTasks = readStreamsGroupCurrentMemberAssignmentValueTaskIdsArray(r, v);
  const warmupTasks = readStreamsGroupCurrentMemberAssignmentValueTaskIdsArray(r, v);
  const activeTasksPendingRevocation = readStreamsGroupCurrentMemberAssignmentValueTaskIdsArray(r, v);
  const standbyTasksPendingRevocation = readStreamsGroupCurrentMemberAssignmentValueTaskIdsArray(r, v);
  const warmupTasksPendingRevocation = readStreamsGroupCurrentMemberAssignmentValueTaskIdsArray(r, v);
  r.skipTaggedFields();
  return { memberEpoch, previousMemberEpoch, state, activeTasks, standbyTasks, warmupTasks, activeTasksPendingRevocation, standbyTasksPendingRevocation, warmupTasksPendingRevocation };
}

function writeStreamsGroupCurrentMemberAssignmentValue(w: WireWriter, { memberEpoch, previousMemberEpoch, state, activeTasks, standbyTasks, warmupTasks, activeTasksPendingRevocation, standbyTasksPendingRevocation, warmupTasksPendingRevocation }: StreamsGroupCurrentMemberAssignmentValueInput, v: number): void {
  w.writeInt32(memberEpoch);
  w.writeInt32(previousMemberEpoch);
  w.writeInt8(state);
  writeStreamsGroupCurrentMemberAssignmentValueTaskIdsArray(w, activeTasks, v);
  writeStreamsGroupCurrentMemberAssignmentValueTaskIdsArray(w, standbyTasks, v);
  writeStreamsGroupCurrentMemberAssignmentValueTaskIdsArray(w, warmupTasks, v);
  writeStreamsGroupCurrentMemberAssignmentValueTaskIdsArray(w, activeTasksPendingRevocation, v);
  writeStreamsGroupCurrentMemberAssignmentValueTaskIdsArray(w, standbyTasksPendingRevocation, v);
  writeStreamsGroupCurrentMemberAssignmentValueTaskIdsArray(w, warmupTasksPendingRevocation, v);
  w.writeNoTaggedFields();
}

function readStreamsGroupCurrentMemberAssignmentValueTaskIdsArray(r: WireReader, v: number): StreamsGroupCurrentMemberAssignmentValueTaskIds[] {
  let n = r.readArrayLength(true, 3);
  const a: StreamsGroupCurrentMemberAssignmentValueTaskIds[] = [];
  for (; n > 0; n--) a.push(readStreamsGroupCurrentMemberAssignmentValueTaskIds(r, v));
  return a;
}

function writeStreamsGroupCurrentMemberAssignmentValueTaskIdsArray(w: WireWriter, a: readonly StreamsGroupCurrentMemberAssignmentValueTaskIdsInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeStreamsGroupCurrentMemberAssignmentValueTaskIds(w, x, v);
}

/** Codec of {@link StreamsGroupCurrentMemberAssignmentValue}. */
export const StreamsGroupCurrentMemberAssignmentValueCodec: Codec<StreamsGroupCurrentMemberAssignmentValue, StreamsGroupCurrentMemberAssignmentValueInput> = {
  name: 'StreamsGroupCurrentMemberAssignmentValue', apiKey: 22, minVersion: 0, maxVersion: 0, flexibleFrom: 0,
  decode: readStreamsGroupCurrentMemberAssignmentValue, encode: writeStreamsGroupCurrentMemberAssignmentValue,
};

/** StreamsGroupTopologyKey: version 0. */
export interface StreamsGroupTopologyKey {
  groupId: string;
}

/** What an encoder wants for StreamsGroupTopologyKey. */
export interface StreamsGroupTopologyKeyInput {
  groupId: string;
}

function readStreamsGroupTopologyKey(r: WireReader, v: number): StreamsGroupTopologyKey {
  const groupId = r.readString(false);
  return { groupId };
}

function writeStreamsGroupTopologyKey(w: WireWriter, { groupId }: StreamsGroupTopologyKeyInput, v: number): void {
  w.writeString(groupId, false);
}

/** Codec of {@link StreamsGroupTopologyKey}. */
export const StreamsGroupTopologyKeyCodec: Codec<StreamsGroupTopologyKey, StreamsGroupTopologyKeyInput> = {
  name: 'StreamsGroupTopologyKey', apiKey: 23, minVersion: 0, maxVersion: 0, flexibleFrom: NEVER_FLEXIBLE,
  decode: readStreamsGroupTopologyKey, encode: writeStreamsGroupTopologyKey,
};

export interface TopicConfig {
  key: string;
  value: string;
}

export interface TopicConfigInput {
  key: string;
  value: string;
}

export interface StreamsGroupTopologyValueTopicInfo {
  name: string;
  partitions: number;
  replicationFactor: number;
  topicConfigs: TopicConfig[];
}

export interface StreamsGroupTopologyValueTopicInfoInput {
  name: string;
  partitions: number;
  replicationFactor: number;
  topicConfigs: readonly TopicConfigInput[];
}

export interface StreamsGroupTopologyValueCopartitionGroup {
  sourceTopics: number[];
  sourceTopicRegex: number[];
  repartitionSourceTopics: number[];
}

export interface StreamsGroupTopologyValueCopartitionGroupInput {
  sourceTopics: readonly number[];
  sourceTopicRegex: readonly number[];
  repartitionSourceTopics: readonly number[];
}

export interface StreamsGroupTopologyValueSubtopology {
  subtopologyId: string;
  sourceTopics: string[];
  sourceTopicRegex: string[];
  stateChangelogTopics: StreamsGroupTopologyValueTopicInfo[];
  repartitionSinkTopics: string[];
  repartitionSourceTopics: StreamsGroupTopologyValueTopicInfo[];
  copartitionGroups: StreamsGroupTopologyValueCopartitionGroup[];
}

export interface StreamsGroupTopologyValueSubtopologyInput {
  subtopologyId: string;
  sourceTopics: readonly string[];
  sourceTopicRegex: readonly string[];
  stateChangelogTopics: readonly StreamsGroupTopologyValueTopicInfoInput[];
  repartitionSinkTopics: readonly string[];
  repartitionSourceTopics: readonly StreamsGroupTopologyValueTopicInfoInput[];
  copartitionGroups: readonly StreamsGroupTopologyValueCopartitionGroupInput[];
}

/** StreamsGroupTopologyValue: version 0, flexible from 0. */
export interface StreamsGroupTopologyValue {
  epoch: number;
  subtopologies: StreamsGroupTopologyValueSubtopology[];
}

/** What an encoder wants for StreamsGroupTopologyValue. */
export interface StreamsGroupTopologyValueInput {
  epoch: number;
  subtopologies: readonly StreamsGroupTopologyValueSubtopologyInput[];
}

function readTopicConfig(r: WireReader, v: number): TopicConfig {
  const key = r.readString(true);
  const value = r.readString(true);
  r.skipTaggedFields();
  return { key, value };
}

function writeTopicConfig(w: WireWriter, { key, value }: TopicConfigInput, v: number): void {
  w.writeString(key, true);
  w.writeString(value, true);
  w.writeNoTaggedFields();
}

function readStreamsGroupTopologyValueTopicInfo(r: WireReader, v: number): StreamsGroupTopologyValueTopicInfo {
  const name = r.readString(true);
  const partitions = r.readInt32();
  const replicationFactor = r.readInt16();
  const topicConfigs = readTopicConfigArray(r, v);
  r.skipTaggedFields();
  return { name, partitions, replicationFactor, topicConfigs };
}

function writeStreamsGroupTopologyValueTopicInfo(w: WireWriter, { name, partitions, replicationFactor, topicConfigs }: StreamsGroupTopologyValueTopicInfoInput, v: number): void {
  w.writeString(name, true);
  w.writeInt32(partitions);
  w.writeInt16(replicationFactor);
  writeTopicConfigArray(w, topicConfigs, v);
  w.writeNoTaggedFields();
}

function readStreamsGroupTopologyValueCopartitionGroup(r: WireReader, v: number): StreamsGroupTopologyValueCopartitionGroup {
  const sourceTopics = r.readInt16Array(true);
  const sourceTopicRegex = r.readInt16Array(true);
  const repartitionSourceTopics = r.readInt16Array(true);
  r.skipTaggedFields();
  return { sourceTopics, sourceTopicRegex, repartitionSourceTopics };
}

function writeStreamsGroupTopologyValueCopartitionGroup(w: WireWriter, { sourceTopics, sourceTopicRegex, repartitionSourceTopics }: StreamsGroupTopologyValueCopartitionGroupInput, v: number): void {
  w.writeInt16Array(sourceTopics, true);
  w.writeInt16Array(sourceTopicRegex, true);
  w.writeInt16Array(repartitionSourceTopics, true);
  w.writeNoTaggedFields();
}

function readStreamsGroupTopologyValueSubtopology(r: WireReader, v: number): StreamsGroupTopologyValueSubtopology {
  const subtopologyId = r.readString(true);
  const sourceTopics = r.readStringArray(true);
  const sourceTopicRegex = r.readStringArray(true);
  const stateChangelogTopics = readStreamsGroupTopologyValueTopicInfoArray(r, v);
  const repartitionSinkTopics = r.readStringArray(true);
  const repartitionSourceTopics = readStreamsGroupTopologyValueTopicInfoArray(r, v);
  const copartitionGroups = readStreamsGroupTopologyValueCopartitionGroupArray(r, v);
  r.skipTaggedFields();
  return { subtopologyId, sourceTopics, sourceTopicRegex, stateChangelogTopics, repartitionSinkTopics, repartitionSourceTopics, copartitionGroups };
}

function writeStreamsGroupTopologyValueSubtopology(w: WireWriter, { subtopologyId, sourceTopics, sourceTopicRegex, stateChangelogTopics, repartitionSinkTopics, repartitionSourceTopics, copartitionGroups }: StreamsGroupTopologyValueSubtopologyInput, v: number): void {
  w.writeString(subtopologyId, true);
  w.writeStringArray(sourceTopics, true);
  w.writeStringArray(sourceTopicRegex, true);
  writeStreamsGroupTopologyValueTopicInfoArray(w, stateChangelogTopics, v);
  w.writeStringArray(repartitionSinkTopics, true);
  writeStreamsGroupTopologyValueTopicInfoArray(w, repartitionSourceTopics, v);
  writeStreamsGroupTopologyValueCopartitionGroupArray(w, copartitionGroups, v);
  w.writeNoTaggedFields();
}

function readStreamsGroupTopologyValue(r: WireReader, v: number): StreamsGroupTopologyValue {
  const epoch = r.readInt32();
  const subtopologies = readStreamsGroupTopologyValueSubtopologyArray(r, v);
  r.skipTaggedFields();
  return { epoch, subtopologies };
}

function writeStreamsGroupTopologyValue(w: WireWriter, { epoch, subtopologies }: StreamsGroupTopologyValueInput, v: number): void {
  w.writeInt32(epoch);
  writeStreamsGroupTopologyValueSubtopologyArray(w, subtopologies, v);
  w.writeNoTaggedFields();
}

function readTopicConfigArray(r: WireReader, v: number): TopicConfig[] {
  let n = r.readArrayLength(true, 3);
  const a: TopicConfig[] = [];
  for (; n > 0; n--) a.push(readTopicConfig(r, v));
  return a;
}

function writeTopicConfigArray(w: WireWriter, a: readonly TopicConfigInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeTopicConfig(w, x, v);
}

function readStreamsGroupTopologyValueTopicInfoArray(r: WireReader, v: number): StreamsGroupTopologyValueTopicInfo[] {
  let n = r.readArrayLength(true, 9);
  const a: StreamsGroupTopologyValueTopicInfo[] = [];
  for (; n > 0; n--) a.push(readStreamsGroupTopologyValueTopicInfo(r, v));
  return a;
}

function writeStreamsGroupTopologyValueTopicInfoArray(w: WireWriter, a: readonly StreamsGroupTopologyValueTopicInfoInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeStreamsGroupTopologyValueTopicInfo(w, x, v);
}

function readStreamsGroupTopologyValueCopartitionGroupArray(r: WireReader, v: number): StreamsGroupTopologyValueCopartitionGroup[] {
  let n = r.readArrayLength(true, 4);
  const a: StreamsGroupTopologyValueCopartitionGroup[] = [];
  for (; n > 0; n--) a.push(readStreamsGroupTopologyValueCopartitionGroup(r, v));
  return a;
}

function writeStreamsGroupTopologyValueCopartitionGroupArray(w: WireWriter, a: readonly StreamsGroupTopologyValueCopartitionGroupInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeStreamsGroupTopologyValueCopartitionGroup(w, x, v);
}

function readStreamsGroupTopologyValueSubtopologyArray(r: WireReader, v: number): StreamsGroupTopologyValueSubtopology[] {
  let n = r.readArrayLength(true, 8);
  const a: StreamsGroupTopologyValueSubtopology[] = [];
  for (; n > 0; n--) a.push(readStreamsGroupTopologyValueSubtopology(r, v));
  return a;
}

function writeStreamsGroupTopologyValueSubtopologyArray(w: WireWriter, a: readonly StreamsGroupTopologyValueSubtopologyInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeStreamsGroupTopologyValueSubtopology(w, x, v);
}

/** Codec of {@link StreamsGroupTopologyValue}. */
export const StreamsGroupTopologyValueCodec: Codec<StreamsGroupTopologyValue, StreamsGroupTopologyValueInput> = {
  name: 'StreamsGroupTopologyValue', apiKey: 23, minVersion: 0, maxVersion: 0, flexibleFrom: 0,
  decode: readStreamsGroupTopologyValue, encode: writeStreamsGroupTopologyValue,
};

/** TransactionLogKey: version 0. */
export interface TransactionLogKey {
  transactionalId: string;
}

/** What an encoder wants for TransactionLogKey. */
export interface TransactionLogKeyInput {
  transactionalId: string;
}

function readTransactionLogKey(r: WireReader, v: number): TransactionLogKey {
  const transactionalId = r.readString(false);
  return { transactionalId };
}

function writeTransactionLogKey(w: WireWriter, { transactionalId }: TransactionLogKeyInput, v: number): void {
  w.writeString(transactionalId, false);
}

/** Codec of {@link TransactionLogKey}. */
export const TransactionLogKeyCodec: Codec<TransactionLogKey, TransactionLogKeyInput> = {
  name: 'TransactionLogKey', apiKey: 0, minVersion: 0, maxVersion: 0, flexibleFrom: NEVER_FLEXIBLE,
  decode: readTransactionLogKey, encode: writeTransactionLogKey,
};

export interface PartitionsSchema {
  topic: string;
  partitionIds: number[];
}

export interface PartitionsSchemaInput {
  topic: string;
  partitionIds: readonly number[];
}

/** TransactionLogValue: versions 0-1, flexible from 1. */
export interface TransactionLogValue {
  producerId: number;
  previousProducerId: number;
  nextProducerId: number;
  producerEpoch: number;
  nextProducerEpoch: number;
  transactionTimeoutMs: number;
  transactionStatus: number;
  transactionPartitions: PartitionsSchema[] | null;
  transactionLastUpdateTimestampMs: number;
  transactionStartTimestampMs: number;
  clientTransactionVersion: number;
}

/** What an encoder wants for TransactionLogValue. */
export interface TransactionLogValueInput {
  producerId: number;
  previousProducerId?: number | undefined;
  nextProducerId?: number | undefined;
  producerEpoch: number;
  nextProducerEpoch?: number | undefined;
  transactionTimeoutMs: number;
  transactionStatus: number;
  transactionPartitions: readonly PartitionsSchemaInput[] | null;
  transactionLastUpdateTimestampMs: number;
  transactionStartTimestampMs: number;
  clientTransactionVersion?: number | undefined;
}

function readPartitionsSchema(r: WireReader, v: number): PartitionsSchema {
  const f = v >= 1;
  const topic = r.readString(f);
  const partitionIds = r.readInt32Array(f);
  if (f) r.skipTaggedFields();
  return { topic, partitionIds };
}

function writePartitionsSchema(w: WireWriter, { topic, partitionIds }: PartitionsSchemaInput, v: number): void {
  const f = v >= 1;
  w.writeString(topic, f);
  w.writeInt32Array(partitionIds, f);
  if (f) w.writeNoTaggedFields();
}

function readTransactionLogValue(r: WireReader, v: number): TransactionLogValue {
  const f = v >= 1;
  const producerId = r.readInt64();
  let previousProducerId: number = -1;
  let nextProducerId: number = -1;
  const producerEpoch = r.readInt16();
  let nextProducerEpoch: number = -1;
  const transactionTimeoutMs = r.readInt32();
  const transactionStatus = r.readInt8();
  const transactionPartitions = readNullablePartitionsSchemaArray(r, v, f);
  const transactionLastUpdateTimestampMs = r.readInt64();
  const transactionStartTimestampMs = r.readInt64();
  let clientTransactionVersion: number = 0;
  if (f) for (let n = r.readUnsignedVarint(); n > 0; n--) {
    const tag = r.readUnsignedVarint();
    const end = r.beginTaggedField();
    switch (tag) {
      case 0: previousProducerId = r.readInt64(); break;
      case 1: nextProducerId = r.readInt64(); break;
      case 3: nextProducerEpoch = r.readInt16(); break;
      case 2: clientTransactionVersion = r.readInt16(); break;
      default: r.skipTo(end);
    }
    r.endTaggedField(end);
  }
  return { producerId, previousProducerId, nextProducerId, producerEpoch, nextProducerEpoch, transactionTimeoutMs, transactionStatus, transactionPartitions, transactionLastUpdateTimestampMs, transactionStartTimestampMs, clientTransactionVersion };
}

function writeTransactionLogValue(w: WireWriter, { producerId, previousProducerId = -1, nextProducerId = -1, producerEpoch, nextProducerEpoch = -1, transactionTimeoutMs, transactionStatus, transactionPartitions, transactionLastUpdateTimestampMs, transactionStartTimestampMs, clientTransactionVersion = 0 }: TransactionLogValueInput, v: number): void {
  const f = v >= 1;
  w.writeInt64(producerId);
  w.writeInt16(producerEpoch);
  w.writeInt32(transactionTimeoutMs);
  w.writeInt8(transactionStatus);
  writeNullablePartitionsSchemaArray(w, transactionPartitions, v, f);
  w.writeInt64(transactionLastUpdateTimestampMs);
  w.writeInt64(transactionStartTimestampMs);
  if (!f) return;
  const hasPreviousProducerId = previousProducerId !== -1;
  const hasNextProducerId = nextProducerId !== -1;
  const hasClientTransactionVersion = clientTransactionVersion !== 0;
  const hasNextProducerEpoch = nextProducerEpoch !== -1;
  w.writeUnsignedVarint((hasPreviousProducerId ? 1 : 0) + (hasNextProducerId ? 1 : 0) + (hasClientTransactionVersion ? 1 : 0) + (hasNextProducerEpoch ? 1 : 0));
  if (hasPreviousProducerId) {
    const at = w.beginTaggedField(0);
    w.writeInt64(previousProducerId);
    w.endTaggedField(at);
  }
  if (hasNextProducerId) {
    const at = w.beginTaggedField(1);
    w.writeInt64(nextProducerId);
    w.endTaggedField(at);
  }
  if (hasClientTransactionVersion) {
    const at = w.beginTaggedField(2);
    w.writeInt16(clientTransactionVersion);
    w.endTaggedField(at);
  }
  if (hasNextProducerEpoch) {
    const at = w.beginTaggedField(3);
    w.writeInt16(nextProducerEpoch);
    w.endTaggedField(at);
  }
}

function readNullablePartitionsSchemaArray(r: WireReader, v: number, f: boolean): PartitionsSchema[] | null {
  let n = r.readNullableArrayLength(f, 3);
  if (n < 0) return null;
  const a: PartitionsSchema[] = [];
  for (; n > 0; n--) a.push(readPartitionsSchema(r, v));
  return a;
}

function writePartitionsSchemaArray(w: WireWriter, a: readonly PartitionsSchemaInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writePartitionsSchema(w, x, v);
}

function writeNullablePartitionsSchemaArray(w: WireWriter, a: readonly PartitionsSchemaInput[] | null, v: number, f: boolean): void {
  if (a === null) w.writeNullArray(f); else writePartitionsSchemaArray(w, a, v, f);
}

/** Codec of {@link TransactionLogValue}. */
export const TransactionLogValueCodec: Codec<TransactionLogValue, TransactionLogValueInput> = {
  name: 'TransactionLogValue', apiKey: 0, minVersion: 0, maxVersion: 1, flexibleFrom: 1,
  decode: readTransactionLogValue, encode: writeTransactionLogValue,
};

/** ShareSnapshotKey: version 0. */
export interface ShareSnapshotKey {
  groupId: string;
  topicId: Uuid;
  partition: number;
}

/** What an encoder wants for ShareSnapshotKey. */
export interface ShareSnapshotKeyInput {
  groupId: string;
  topicId: Uuid;
  partition: number;
}

function readShareSnapshotKey(r: WireReader, v: number): ShareSnapshotKey {
  const groupId = r.readString(false);
  const topicId = r.readUuid();
  const partition = r.readInt32();
  return { groupId, topicId, partition };
}

function writeShareSnapshotKey(w: WireWriter, { groupId, topicId, partition }: ShareSnapshotKeyInput, v: number): void {
  w.writeString(groupId, false);
  w.writeUuid(topicId);
  w.writeInt32(partition);
}

/** Codec of {@link ShareSnapshotKey}. */
export const ShareSnapshotKeyCodec: Codec<ShareSnapshotKey, ShareSnapshotKeyInput> = {
  name: 'ShareSnapshotKey', apiKey: 0, minVersion: 0, maxVersion: 0, flexibleFrom: NEVER_FLEXIBLE,
  decode: readShareSnapshotKey, encode: writeShareSnapshotKey,
};

export interface ShareSnapshotValueStateBatch {
  firstOffset: number;
  lastOffset: number;
  deliveryState: number;
  deliveryCount: number;
}

export interface ShareSnapshotValueStateBatchInput {
  firstOffset: number;
  lastOffset: number;
  deliveryState: number;
  deliveryCount: number;
}

/** ShareSnapshotValue: version 0, flexible from 0. */
export interface ShareSnapshotValue {
  snapshotEpoch: number;
  stateEpoch: number;
  leaderEpoch: number;
  startOffset: number;
  deliveryCompleteCount: number;
  createTimestamp: number;
  writeTimestamp: number;
  stateBatches: ShareSnapshotValueStateBatch[];
}

/** What an encoder wants for ShareSnapshotValue. */
export interface ShareSnapshotValueInput {
  snapshotEpoch: number;
  stateEpoch: number;
  leaderEpoch: number;
  startOffset: number;
  deliveryCompleteCount?: number | undefined;
  createTimestamp: number;
  writeTimestamp: number;
  stateBatches: readonly ShareSnapshotValueStateBatchInput[];
}

function readShareSnapshotValueStateBatch(r: WireReader, v: number): ShareSnapshotValueStateBatch {
  const firstOffset = r.readInt64();
  const lastOffset = r.readInt64();
  const deliveryState = r.readInt8();
  const deliveryCount = r.readInt16();
  r.skipTaggedFields();
  return { firstOffset, lastOffset, deliveryState, deliveryCount };
}

function writeShareSnapshotValueStateBatch(w: WireWriter, { firstOffset, lastOffset, deliveryState, deliveryCount }: ShareSnapshotValueStateBatchInput, v: number): void {
  w.writeInt64(firstOffset);
  w.writeInt64(lastOffset);
  w.writeInt8(deliveryState);
  w.writeInt16(deliveryCount);
  w.writeNoTaggedFields();
}

function readShareSnapshotValue(r: WireReader, v: number): ShareSnapshotValue {
  const snapshotEpoch = r.readInt32();
  const stateEpoch = r.readInt32();
  const leaderEpoch = r.readInt32();
  const startOffset = r.readInt64();
  let deliveryCompleteCount: number = -1;
  const createTimestamp = r.readInt64();
  const writeTimestamp = r.readInt64();
  const stateBatches = readShareSnapshotValueStateBatchArray(r, v);
  for (let n = r.readUnsignedVarint(); n > 0; n--) {
    const tag = r.readUnsignedVarint();
    const end = r.beginTaggedField();
    switch (tag) {
      case 0: deliveryCompleteCount = r.readInt32(); break;
      default: r.skipTo(end);
    }
    r.endTaggedField(end);
  }
  return { snapshotEpoch, stateEpoch, leaderEpoch, startOffset, deliveryCompleteCount, createTimestamp, writeTimestamp, stateBatches };
}

function writeShareSnapshotValue(w: WireWriter, { snapshotEpoch, stateEpoch, leaderEpoch, startOffset, deliveryCompleteCount = -1, createTimestamp, writeTimestamp, stateBatches }: ShareSnapshotValueInput, v: number): void {
  w.writeInt32(snapshotEpoch);
  w.writeInt32(stateEpoch);
  w.writeInt32(leaderEpoch);
  w.writeInt64(startOffset);
  w.writeInt64(createTimestamp);
  w.writeInt64(writeTimestamp);
  writeShareSnapshotValueStateBatchArray(w, stateBatches, v);
  const hasDeliveryCompleteCount = deliveryCompleteCount !== -1;
  w.writeUnsignedVarint((hasDeliveryCompleteCount ? 1 : 0));
  if (hasDeliveryCompleteCount) {
    const at = w.beginTaggedField(0);
    w.writeInt32(deliveryCompleteCount);
    w.endTaggedField(at);
  }
}

function readShareSnapshotValueStateBatchArray(r: WireReader, v: number): ShareSnapshotValueStateBatch[] {
  let n = r.readArrayLength(true, 20);
  const a: ShareSnapshotValueStateBatch[] = [];
  for (; n > 0; n--) a.push(readShareSnapshotValueStateBatch(r, v));
  return a;
}

function writeShareSnapshotValueStateBatchArray(w: WireWriter, a: readonly ShareSnapshotValueStateBatchInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeShareSnapshotValueStateBatch(w, x, v);
}

/** Codec of {@link ShareSnapshotValue}. */
export const ShareSnapshotValueCodec: Codec<ShareSnapshotValue, ShareSnapshotValueInput> = {
  name: 'ShareSnapshotValue', apiKey: 0, minVersion: 0, maxVersion: 0, flexibleFrom: 0,
  decode: readShareSnapshotValue, encode: writeShareSnapshotValue,
};

/** ShareUpdateKey: version 0. */
export interface ShareUpdateKey {
  groupId: string;
  topicId: Uuid;
  partition: number;
}

/** What an encoder wants for ShareUpdateKey. */
export interface ShareUpdateKeyInput {
  groupId: string;
  topicId: Uuid;
  partition: number;
}

function readShareUpdateKey(r: WireReader, v: number): ShareUpdateKey {
  const groupId = r.readString(false);
  const topicId = r.readUuid();
  const partition = r.readInt32();
  return { groupId, topicId, partition };
}

function writeShareUpdateKey(w: WireWriter, { groupId, topicId, partition }: ShareUpdateKeyInput, v: number): void {
  w.writeString(groupId, false);
  w.writeUuid(topicId);
  w.writeInt32(partition);
}

/** Codec of {@link ShareUpdateKey}. */
export const ShareUpdateKeyCodec: Codec<ShareUpdateKey, ShareUpdateKeyInput> = {
  name: 'ShareUpdateKey', apiKey: 1, minVersion: 0, maxVersion: 0, flexibleFrom: NEVER_FLEXIBLE,
  decode: readShareUpdateKey, encode: writeShareUpdateKey,
};

export interface ShareUpdateValueStateBatch {
  firstOffset: number;
  lastOffset: number;
  deliveryState: number;
  deliveryCount: number;
}

export interface ShareUpdateValueStateBatchInput {
  firstOffset: number;
  lastOffset: number;
  deliveryState: number;
  deliveryCount: number;
}

/** ShareUpdateValue: version 0, flexible from 0. */
export interface ShareUpdateValue {
  snapshotEpoch: number;
  leaderEpoch: number;
  startOffset: number;
  deliveryCompleteCount: number;
  stateBatches: ShareUpdateValueStateBatch[];
}

/** What an encoder wants for ShareUpdateValue. */
export interface ShareUpdateValueInput {
  snapshotEpoch: number;
  leaderEpoch: number;
  startOffset: number;
  deliveryCompleteCount?: number | undefined;
  stateBatches: readonly ShareUpdateValueStateBatchInput[];
}

function readShareUpdateValueStateBatch(r: WireReader, v: number): ShareUpdateValueStateBatch {
  const firstOffset = r.readInt64();
  const lastOffset = r.readInt64();
  const deliveryState = r.readInt8();
  const deliveryCount = r.readInt16();
  r.skipTaggedFields();
  return { firstOffset, lastOffset, deliveryState, deliveryCount };
}

function writeShareUpdateValueStateBatch(w: WireWriter, { firstOffset, lastOffset, deliveryState, deliveryCount }: ShareUpdateValueStateBatchInput, v: number): void {
  w.writeInt64(firstOffset);
  w.writeInt64(lastOffset);
  w.writeInt8(deliveryState);
  w.writeInt16(deliveryCount);
  w.writeNoTaggedFields();
}

function readShareUpdateValue(r: WireReader, v: number): ShareUpdateValue {
  const snapshotEpoch = r.readInt32();
  const leaderEpoch = r.readInt32();
  const startOffset = r.readInt64();
  let deliveryCompleteCount: number = -1;
  const stateBatches = readShareUpdateValueStateBatchArray(r, v);
  for (let n = r.readUnsignedVarint(); n > 0; n--) {
    const tag = r.readUnsignedVarint();
    const end = r.beginTaggedField();
    switch (tag) {
      case 0: deliveryCompleteCount = r.readInt32(); break;
      default: r.skipTo(end);
    }
    r.endTaggedField(end);
  }
  return { snapshotEpoch, leaderEpoch, startOffset, deliveryCompleteCount, stateBatches };
}

function writeShareUpdateValue(w: WireWriter, { snapshotEpoch, leaderEpoch, startOffset, deliveryCompleteCount = -1, stateBatches }: ShareUpdateValueInput, v: number): void {
  w.writeInt32(snapshotEpoch);
  w.writeInt32(leaderEpoch);
  w.writeInt64(startOffset);
  writeShareUpdateValueStateBatchArray(w, stateBatches, v);
  const hasDeliveryCompleteCount = deliveryCompleteCount !== -1;
  w.writeUnsignedVarint((hasDeliveryCompleteCount ? 1 : 0));
  if (hasDeliveryCompleteCount) {
    const at = w.beginTaggedField(0);
    w.writeInt32(deliveryCompleteCount);
    w.endTaggedField(at);
  }
}

function readShareUpdateValueStateBatchArray(r: WireReader, v: number): ShareUpdateValueStateBatch[] {
  let n = r.readArrayLength(true, 20);
  const a: ShareUpdateValueStateBatch[] = [];
  for (; n > 0; n--) a.push(readShareUpdateValueStateBatch(r, v));
  return a;
}

function writeShareUpdateValueStateBatchArray(w: WireWriter, a: readonly ShareUpdateValueStateBatchInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeShareUpdateValueStateBatch(w, x, v);
}

/** Codec of {@link ShareUpdateValue}. */
export const ShareUpdateValueCodec: Codec<ShareUpdateValue, ShareUpdateValueInput> = {
  name: 'ShareUpdateValue', apiKey: 1, minVersion: 0, maxVersion: 0, flexibleFrom: 0,
  decode: readShareUpdateValue, encode: writeShareUpdateValue,
};

export interface RemoteLogSegmentMetadataRecordTopicIdPartitionEntry {
  name: string;
  id: Uuid;
  partition: number;
}

export interface RemoteLogSegmentMetadataRecordTopicIdPartitionEntryInput {
  name: string;
  id: Uuid;
  partition: number;
}

export interface RemoteLogSegmentMetadataRecordRemoteLogSegmentIdEntry {
  topicIdPartition: RemoteLogSegmentMetadataRecordTopicIdPartitionEntry;
  id: Uuid;
}

export interface RemoteLogSegmentMetadataRecordRemoteLogSegmentIdEntryInput {
  topicIdPartition: RemoteLogSegmentMetadataRecordTopicIdPartitionEntryInput;
  id: Uuid;
}

export interface RemoteLogSegmentMetadataRecordSegmentLeaderEpochEntry {
  leaderEpoch: number;
  offset: number;
}

export interface RemoteLogSegmentMetadataRecordSegmentLeaderEpochEntryInput {
  leaderEpoch: number;
  offset: number;
}

/** RemoteLogSegmentMetadataRecord: version 0, flexible from 0. */
export interface RemoteLogSegmentMetadataRecord {
  remoteLogSegmentId: RemoteLogSegmentMetadataRecordRemoteLogSegmentIdEntry;
  startOffset: number;
  endOffset: number;
  brokerId: number;
  maxTimestampMs: number;
  eventTimestampMs: number;
  segmentLeaderEpochs: RemoteLogSegmentMetadataRecordSegmentLeaderEpochEntry[];
  segmentSizeInBytes: number;
  customMetadata: Uint8Array | null;
  remoteLogSegmentState: number;
  txnIndexEmpty: boolean;
}

/** What an encoder wants for RemoteLogSegmentMetadataRecord. */
export interface RemoteLogSegmentMetadataRecordInput {
  remoteLogSegmentId: RemoteLogSegmentMetadataRecordRemoteLogSegmentIdEntryInput;
  startOffset: number;
  endOffset: number;
  brokerId: number;
  maxTimestampMs: number;
  eventTimestampMs: number;
  segmentLeaderEpochs: readonly RemoteLogSegmentMetadataRecordSegmentLeaderEpochEntryInput[];
  segmentSizeInBytes: number;
  customMetadata?: Uint8Array | null | undefined;
  remoteLogSegmentState: number;
  txnIndexEmpty?: boolean | undefined;
}

function readRemoteLogSegmentMetadataRecordTopicIdPartitionEntry(r: WireReader, v: number): RemoteLogSegmentMetadataRecordTopicIdPartitionEntry {
  const name = r.readString(true);
  const id = r.readUuid();
  const partition = r.readInt32();
  r.skipTaggedFields();
  return { name, id, partition };
}

function writeRemoteLogSegmentMetadataRecordTopicIdPartitionEntry(w: WireWriter, { name, id, partition }: RemoteLogSegmentMetadataRecordTopicIdPartitionEntryInput, v: number): void {
  w.writeString(name, true);
  w.writeUuid(id);
  w.writeInt32(partition);
  w.writeNoTaggedFields();
}

function readRemoteLogSegmentMetadataRecordRemoteLogSegmentIdEntry(r: WireReader, v: number): RemoteLogSegmentMetadataRecordRemoteLogSegmentIdEntry {
  const topicIdPartition = readRemoteLogSegmentMetadataRecordTopicIdPartitionEntry(r, v);
  const id = r.readUuid();
  r.skipTaggedFields();
  return { topicIdPartition, id };
}

function writeRemoteLogSegmentMetadataRecordRemoteLogSegmentIdEntry(w: WireWriter, { topicIdPartition, id }: RemoteLogSegmentMetadataRecordRemoteLogSegmentIdEntryInput, v: number): void {
  writeRemoteLogSegmentMetadataRecordTopicIdPartitionEntry(w, topicIdPartition, v);
  w.writeUuid(id);
  w.writeNoTaggedFields();
}

function readRemoteLogSegmentMetadataRecordSegmentLeaderEpochEntry(r: WireReader, v: number): RemoteLogSegmentMetadataRecordSegmentLeaderEpochEntry {
  const leaderEpoch = r.readInt32();
  const offset = r.readInt64();
  r.skipTaggedFields();
  return { leaderEpoch, offset };
}

function writeRemoteLogSegmentMetadataRecordSegmentLeaderEpochEntry(w: WireWriter, { leaderEpoch, offset }: RemoteLogSegmentMetadataRecordSegmentLeaderEpochEntryInput, v: number): void {
  w.writeInt32(leaderEpoch);
  w.writeInt64(offset);
  w.writeNoTaggedFields();
}

function readRemoteLogSegmentMetadataRecord(r: WireReader, v: number): RemoteLogSegmentMetadataRecord {
  const remoteLogSegmentId = readRemoteLogSegmentMetadataRecordRemoteLogSegmentIdEntry(r, v);
  const startOffset = r.readInt64();
  const endOffset = r.readInt64();
  const brokerId = r.readInt32();
  const maxTimestampMs = r.readInt64();
  const eventTimestampMs = r.readInt64();
  const segmentLeaderEpochs = readRemoteLogSegmentMetadataRecordSegmentLeaderEpochEntryArray(r, v);
  const segmentSizeInBytes = r.readInt32();
  const customMetadata = r.readNullableBytes(true);
  const remoteLogSegmentState = r.readInt8();
  let txnIndexEmpty: boolean = false;
  for (let n = r.readUnsignedVarint(); n > 0; n--) {
    const tag = r.readUnsignedVarint();
    const end = r.beginTaggedField();
    switch (tag) {
      case 0: txnIndexEmpty = r.readBool(); break;
      default: r.skipTo(end);
    }
    r.endTaggedField(end);
  }
  return { remoteLogSegmentId, startOffset, endOffset, brokerId, maxTimestampMs, eventTimestampMs, segmentLeaderEpochs, segmentSizeInBytes, customMetadata, remoteLogSegmentState, txnIndexEmpty };
}

function writeRemoteLogSegmentMetadataRecord(w: WireWriter, { remoteLogSegmentId, startOffset, endOffset, brokerId, maxTimestampMs, eventTimestampMs, segmentLeaderEpochs, segmentSizeInBytes, customMetadata = null, remoteLogSegmentState, txnIndexEmpty = false }: RemoteLogSegmentMetadataRecordInput, v: number): void {
  writeRemoteLogSegmentMetadataRecordRemoteLogSegmentIdEntry(w, remoteLogSegmentId, v);
  w.writeInt64(startOffset);
  w.writeInt64(endOffset);
  w.writeInt32(brokerId);
  w.writeInt64(maxTimestampMs);
  w.writeInt64(eventTimestampMs);
  writeRemoteLogSegmentMetadataRecordSegmentLeaderEpochEntryArray(w, segmentLeaderEpochs, v);
  w.writeInt32(segmentSizeInBytes);
  w.writeNullableBytes(customMetadata, true);
  w.writeInt8(remoteLogSegmentState);
  const hasTxnIndexEmpty = txnIndexEmpty !== false;
  w.writeUnsignedVarint((hasTxnIndexEmpty ? 1 : 0));
  if (hasTxnIndexEmpty) {
    const at = w.beginTaggedField(0);
    w.writeBool(txnIndexEmpty);
    w.endTaggedField(at);
  }
}

function readRemoteLogSegmentMetadataRecordSegmentLeaderEpochEntryArray(r: WireReader, v: number): RemoteLogSegmentMetadataRecordSegmentLeaderEpochEntry[] {
  let n = r.readArrayLength(true, 13);
  const a: RemoteLogSegmentMetadataRecordSegmentLeaderEpochEntry[] = [];
  for (; n > 0; n--) a.push(readRemoteLogSegmentMetadataRecordSegmentLeaderEpochEntry(r, v));
  return a;
}

function writeRemoteLogSegmentMetadataRecordSegmentLeaderEpochEntryArray(w: WireWriter, a: readonly RemoteLogSegmentMetadataRecordSegmentLeaderEpochEntryInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeRemoteLogSegmentMetadataRecordSegmentLeaderEpochEntry(w, x, v);
}

/** Codec of {@link RemoteLogSegmentMetadataRecord}. */
export const RemoteLogSegmentMetadataRecordCodec: Codec<RemoteLogSegmentMetadataRecord, RemoteLogSegmentMetadataRecordInput> = {
  name: 'RemoteLogSegmentMetadataRecord', apiKey: 0, minVersion: 0, maxVersion: 0, flexibleFrom: 0,
  decode: readRemoteLogSegmentMetadataRecord, encode: writeRemoteLogSegmentMetadataRecord,
};

export interface RemoteLogSegmentMetadataUpdateRecordTopicIdPartitionEntry {
  name: string;
  id: Uuid;
  partition: number;
}

export interface RemoteLogSegmentMetadataUpdateRecordTopicIdPartitionEntryInput {
  name: string;
  id: Uuid;
  partition: number;
}

export interface RemoteLogSegmentMetadataUpdateRecordRemoteLogSegmentIdEntry {
  topicIdPartition: RemoteLogSegmentMetadataUpdateRecordTopicIdPartitionEntry;
  id: Uuid;
}

export interface RemoteLogSegmentMetadataUpdateRecordRemoteLogSegmentIdEntryInput {
  topicIdPartition: RemoteLogSegmentMetadataUpdateRecordTopicIdPartitionEntryInput;
  id: Uuid;
}

/** RemoteLogSegmentMetadataUpdateRecord: version 0, flexible from 0. */
export interface RemoteLogSegmentMetadataUpdateRecord {
  remoteLogSegmentId: RemoteLogSegmentMetadataUpdateRecordRemoteLogSegmentIdEntry;
  brokerId: number;
  eventTimestampMs: number;
  customMetadata: Uint8Array | null;
  remoteLogSegmentState: number;
}

/** What an encoder wants for RemoteLogSegmentMetadataUpdateRecord. */
export interface RemoteLogSegmentMetadataUpdateRecordInput {
  remoteLogSegmentId: RemoteLogSegmentMetadataUpdateRecordRemoteLogSegmentIdEntryInput;
  brokerId: number;
  eventTimestampMs: number;
  customMetadata?: Uint8Array | null | undefined;
  remoteLogSegmentState: number;
}

function readRemoteLogSegmentMetadataUpdateRecordTopicIdPartitionEntry(r: WireReader, v: number): RemoteLogSegmentMetadataUpdateRecordTopicIdPartitionEntry {
  const name = r.readString(true);
  const id = r.readUuid();
  const partition = r.readInt32();
  r.skipTaggedFields();
  return { name, id, partition };
}

function writeRemoteLogSegmentMetadataUpdateRecordTopicIdPartitionEntry(w: WireWriter, { name, id, partition }: RemoteLogSegmentMetadataUpdateRecordTopicIdPartitionEntryInput, v: number): void {
  w.writeString(name, true);
  w.writeUuid(id);
  w.writeInt32(partition);
  w.writeNoTaggedFields();
}

function readRemoteLogSegmentMetadataUpdateRecordRemoteLogSegmentIdEntry(r: WireReader, v: number): RemoteLogSegmentMetadataUpdateRecordRemoteLogSegmentIdEntry {
  const topicIdPartition = readRemoteLogSegmentMetadataUpdateRecordTopicIdPartitionEntry(r, v);
  const id = r.readUuid();
  r.skipTaggedFields();
  return { topicIdPartition, id };
}

function writeRemoteLogSegmentMetadataUpdateRecordRemoteLogSegmentIdEntry(w: WireWriter, { topicIdPartition, id }: RemoteLogSegmentMetadataUpdateRecordRemoteLogSegmentIdEntryInput, v: number): void {
  writeRemoteLogSegmentMetadataUpdateRecordTopicIdPartitionEntry(w, topicIdPartition, v);
  w.writeUuid(id);
  w.writeNoTaggedFields();
}

function readRemoteLogSegmentMetadataUpdateRecord(r: WireReader, v: number): RemoteLogSegmentMetadataUpdateRecord {
  const remoteLogSegmentId = readRemoteLogSegmentMetadataUpdateRecordRemoteLogSegmentIdEntry(r, v);
  const brokerId = r.readInt32();
  const eventTimestampMs = r.readInt64();
  const customMetadata = r.readNullableBytes(true);
  const remoteLogSegmentState = r.readInt8();
  r.skipTaggedFields();
  return { remoteLogSegmentId, brokerId, eventTimestampMs, customMetadata, remoteLogSegmentState };
}

function writeRemoteLogSegmentMetadataUpdateRecord(w: WireWriter, { remoteLogSegmentId, brokerId, eventTimestampMs, customMetadata = null, remoteLogSegmentState }: RemoteLogSegmentMetadataUpdateRecordInput, v: number): void {
  writeRemoteLogSegmentMetadataUpdateRecordRemoteLogSegmentIdEntry(w, remoteLogSegmentId, v);
  w.writeInt32(brokerId);
  w.writeInt64(eventTimestampMs);
  w.writeNullableBytes(customMetadata, true);
  w.writeInt8(remoteLogSegmentState);
  w.writeNoTaggedFields();
}

/** Codec of {@link RemoteLogSegmentMetadataUpdateRecord}. */
export const RemoteLogSegmentMetadataUpdateRecordCodec: Codec<RemoteLogSegmentMetadataUpdateRecord, RemoteLogSegmentMetadataUpdateRecordInput> = {
  name: 'RemoteLogSegmentMetadataUpdateRecord', apiKey: 1, minVersion: 0, maxVersion: 0, flexibleFrom: 0,
  decode: readRemoteLogSegmentMetadataUpdateRecord, encode: writeRemoteLogSegmentMetadataUpdateRecord,
};

export interface RemotePartitionDeleteMetadataRecordTopicIdPartitionEntry {
  name: string;
  id: Uuid;
  partition: number;
}

export interface RemotePartitionDeleteMetadataRecordTopicIdPartitionEntryInput {
  name: string;
  id: Uuid;
  partition: number;
}

/** RemotePartitionDeleteMetadataRecord: version 0, flexible from 0. */
export interface RemotePartitionDeleteMetadataRecord {
  topicIdPartition: RemotePartitionDeleteMetadataRecordTopicIdPartitionEntry;
  brokerId: number;
  eventTimestampMs: number;
  remotePartitionDeleteState: number;
}

/** What an encoder wants for RemotePartitionDeleteMetadataRecord. */
export interface RemotePartitionDeleteMetadataRecordInput {
  topicIdPartition: RemotePartitionDeleteMetadataRecordTopicIdPartitionEntryInput;
  brokerId: number;
  eventTimestampMs: number;
  remotePartitionDeleteState: number;
}

function readRemotePartitionDeleteMetadataRecordTopicIdPartitionEntry(r: WireReader, v: number): RemotePartitionDeleteMetadataRecordTopicIdPartitionEntry {
  const name = r.readString(true);
  const id = r.readUuid();
  const partition = r.readInt32();
  r.skipTaggedFields();
  return { name, id, partition };
}

function writeRemotePartitionDeleteMetadataRecordTopicIdPartitionEntry(w: WireWriter, { name, id, partition }: RemotePartitionDeleteMetadataRecordTopicIdPartitionEntryInput, v: number): void {
  w.writeString(name, true);
  w.writeUuid(id);
  w.writeInt32(partition);
  w.writeNoTaggedFields();
}

function readRemotePartitionDeleteMetadataRecord(r: WireReader, v: number): RemotePartitionDeleteMetadataRecord {
  const topicIdPartition = readRemotePartitionDeleteMetadataRecordTopicIdPartitionEntry(r, v);
  const brokerId = r.readInt32();
  const eventTimestampMs = r.readInt64();
  const remotePartitionDeleteState = r.readInt8();
  r.skipTaggedFields();
  return { topicIdPartition, brokerId, eventTimestampMs, remotePartitionDeleteState };
}

function writeRemotePartitionDeleteMetadataRecord(w: WireWriter, { topicIdPartition, brokerId, eventTimestampMs, remotePartitionDeleteState }: RemotePartitionDeleteMetadataRecordInput, v: number): void {
  writeRemotePartitionDeleteMetadataRecordTopicIdPartitionEntry(w, topicIdPartition, v);
  w.writeInt32(brokerId);
  w.writeInt64(eventTimestampMs);
  w.writeInt8(remotePartitionDeleteState);
  w.writeNoTaggedFields();
}

/** Codec of {@link RemotePartitionDeleteMetadataRecord}. */
export const RemotePartitionDeleteMetadataRecordCodec: Codec<RemotePartitionDeleteMetadataRecord, RemotePartitionDeleteMetadataRecordInput> = {
  name: 'RemotePartitionDeleteMetadataRecord', apiKey: 2, minVersion: 0, maxVersion: 0, flexibleFrom: 0,
  decode: readRemotePartitionDeleteMetadataRecord, encode: writeRemotePartitionDeleteMetadataRecord,
};

export interface RemoteLogSegmentMetadataSnapshotRecordSegmentLeaderEpochEntry {
  leaderEpoch: number;
  offset: number;
}

export interface RemoteLogSegmentMetadataSnapshotRecordSegmentLeaderEpochEntryInput {
  leaderEpoch: number;
  offset: number;
}

/** RemoteLogSegmentMetadataSnapshotRecord: version 0, flexible from 0. */
export interface RemoteLogSegmentMetadataSnapshotRecord {
  segmentId: Uuid;
  startOffset: number;
  endOffset: number;
  brokerId: number;
  maxTimestampMs: number;
  eventTimestampMs: number;
  segmentLeaderEpochs: RemoteLogSegmentMetadataSnapshotRecordSegmentLeaderEpochEntry[];
  segmentSizeInBytes: number;
  customMetadata: Uint8Array | null;
  remoteLogSegmentState: number;
  txnIndexEmpty: boolean;
}

/** What an encoder wants for RemoteLogSegmentMetadataSnapshotRecord. */
export interface RemoteLogSegmentMetadataSnapshotRecordInput {
  segmentId: Uuid;
  startOffset: number;
  endOffset: number;
  brokerId: number;
  maxTimestampMs: number;
  eventTimestampMs: number;
  segmentLeaderEpochs: readonly RemoteLogSegmentMetadataSnapshotRecordSegmentLeaderEpochEntryInput[];
  segmentSizeInBytes: number;
  customMetadata?: Uint8Array | null | undefined;
  remoteLogSegmentState: number;
  txnIndexEmpty?: boolean | undefined;
}

function readRemoteLogSegmentMetadataSnapshotRecordSegmentLeaderEpochEntry(r: WireReader, v: number): RemoteLogSegmentMetadataSnapshotRecordSegmentLeaderEpochEntry {
  const leaderEpoch = r.readInt32();
  const offset = r.readInt64();
  r.skipTaggedFields();
  return { leaderEpoch, offset };
}

function writeRemoteLogSegmentMetadataSnapshotRecordSegmentLeaderEpochEntry(w: WireWriter, { leaderEpoch, offset }: RemoteLogSegmentMetadataSnapshotRecordSegmentLeaderEpochEntryInput, v: number): void {
  w.writeInt32(leaderEpoch);
  w.writeInt64(offset);
  w.writeNoTaggedFields();
}

function readRemoteLogSegmentMetadataSnapshotRecord(r: WireReader, v: number): RemoteLogSegmentMetadataSnapshotRecord {
  const segmentId = r.readUuid();
  const startOffset = r.readInt64();
  const endOffset = r.readInt64();
  const brokerId = r.readInt32();
  const maxTimestampMs = r.readInt64();
  const eventTimestampMs = r.readInt64();
  const segmentLeaderEpochs = readRemoteLogSegmentMetadataSnapshotRecordSegmentLeaderEpochEntryArray(r, v);
  const segmentSizeInBytes = r.readInt32();
  const customMetadata = r.readNullableBytes(true);
  const remoteLogSegmentState = r.readInt8();
  let txnIndexEmpty: boolean = false;
  for (let n = r.readUnsignedVarint(); n > 0; n--) {
    const tag = r.readUnsignedVarint();
    const end = r.beginTaggedField();
    switch (tag) {
      case 0: txnIndexEmpty = r.readBool(); break;
      default: r.skipTo(end);
    }
    r.endTaggedField(end);
  }
  return { segmentId, startOffset, endOffset, brokerId, maxTimestampMs, eventTimestampMs, segmentLeaderEpochs, segmentSizeInBytes, customMetadata, remoteLogSegmentState, txnIndexEmpty };
}

function writeRemoteLogSegmentMetadataSnapshotRecord(w: WireWriter, { segmentId, startOffset, endOffset, brokerId, maxTimestampMs, eventTimestampMs, segmentLeaderEpochs, segmentSizeInBytes, customMetadata = null, remoteLogSegmentState, txnIndexEmpty = false }: RemoteLogSegmentMetadataSnapshotRecordInput, v: number): void {
  w.writeUuid(segmentId);
  w.writeInt64(startOffset);
  w.writeInt64(endOffset);
  w.writeInt32(brokerId);
  w.writeInt64(maxTimestampMs);
  w.writeInt64(eventTimestampMs);
  writeRemoteLogSegmentMetadataSnapshotRecordSegmentLeaderEpochEntryArray(w, segmentLeaderEpochs, v);
  w.writeInt32(segmentSizeInBytes);
  w.writeNullableBytes(customMetadata, true);
  w.writeInt8(remoteLogSegmentState);
  const hasTxnIndexEmpty = txnIndexEmpty !== false;
  w.writeUnsignedVarint((hasTxnIndexEmpty ? 1 : 0));
  if (hasTxnIndexEmpty) {
    const at = w.beginTaggedField(0);
    w.writeBool(txnIndexEmpty);
    w.endTaggedField(at);
  }
}

function readRemoteLogSegmentMetadataSnapshotRecordSegmentLeaderEpochEntryArray(r: WireReader, v: number): RemoteLogSegmentMetadataSnapshotRecordSegmentLeaderEpochEntry[] {
  let n = r.readArrayLength(true, 13);
  const a: RemoteLogSegmentMetadataSnapshotRecordSegmentLeaderEpochEntry[] = [];
  for (; n > 0; n--) a.push(readRemoteLogSegmentMetadataSnapshotRecordSegmentLeaderEpochEntry(r, v));
  return a;
}

function writeRemoteLogSegmentMetadataSnapshotRecordSegmentLeaderEpochEntryArray(w: WireWriter, a: readonly RemoteLogSegmentMetadataSnapshotRecordSegmentLeaderEpochEntryInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeRemoteLogSegmentMetadataSnapshotRecordSegmentLeaderEpochEntry(w, x, v);
}

/** Codec of {@link RemoteLogSegmentMetadataSnapshotRecord}. */
export const RemoteLogSegmentMetadataSnapshotRecordCodec: Codec<RemoteLogSegmentMetadataSnapshotRecord, RemoteLogSegmentMetadataSnapshotRecordInput> = {
  name: 'RemoteLogSegmentMetadataSnapshotRecord', apiKey: 3, minVersion: 0, maxVersion: 0, flexibleFrom: 0,
  decode: readRemoteLogSegmentMetadataSnapshotRecord, encode: writeRemoteLogSegmentMetadataSnapshotRecord,
};

/** Record types of the group coordinator's log: the int16 that a key begins with. */
export const GroupRecordType = {
  LegacyOffsetCommit: 0,
  OffsetCommit: 1,
  GroupMetadata: 2,
  ConsumerGroupMetadata: 3,
  ConsumerGroupPartitionMetadata: 4,
  ConsumerGroupMemberMetadata: 5,
  ConsumerGroupTargetAssignmentMetadata: 6,
  ConsumerGroupTargetAssignmentMember: 7,
  ConsumerGroupCurrentMemberAssignment: 8,
  ShareGroupMemberMetadata: 10,
  ShareGroupMetadata: 11,
  ShareGroupTargetAssignmentMetadata: 12,
  ShareGroupTargetAssignmentMember: 13,
  ShareGroupCurrentMemberAssignment: 14,
  ShareGroupStatePartitionMetadata: 15,
  ConsumerGroupRegularExpression: 16,
  StreamsGroupMetadata: 17,
  StreamsGroupMemberMetadata: 19,
  StreamsGroupTargetAssignmentMetadata: 20,
  StreamsGroupTargetAssignmentMember: 21,
  StreamsGroupCurrentMemberAssignment: 22,
  StreamsGroupTopology: 23,
} as const;
export type GroupRecordType = (typeof GroupRecordType)[keyof typeof GroupRecordType];

/** The types in {@link groupRecordKeys}. */
export interface GroupRecordKeysTypes {
  0: { value: LegacyOffsetCommitKey; input: LegacyOffsetCommitKeyInput };
  1: { value: OffsetCommitKey; input: OffsetCommitKeyInput };
  2: { value: GroupMetadataKey; input: GroupMetadataKeyInput };
  3: { value: ConsumerGroupMetadataKey; input: ConsumerGroupMetadataKeyInput };
  4: { value: ConsumerGroupPartitionMetadataKey; input: ConsumerGroupPartitionMetadataKeyInput };
  5: { value: ConsumerGroupMemberMetadataKey; input: ConsumerGroupMemberMetadataKeyInput };
  6: { value: ConsumerGroupTargetAssignmentMetadataKey; input: ConsumerGroupTargetAssignmentMetadataKeyInput };
  7: { value: ConsumerGroupTargetAssignmentMemberKey; input: ConsumerGroupTargetAssignmentMemberKeyInput };
  8: { value: ConsumerGroupCurrentMemberAssignmentKey; input: ConsumerGroupCurrentMemberAssignmentKeyInput };
  10: { value: ShareGroupMemberMetadataKey; input: ShareGroupMemberMetadataKeyInput };
  11: { value: ShareGroupMetadataKey; input: ShareGroupMetadataKeyInput };
  12: { value: ShareGroupTargetAssignmentMetadataKey; input: ShareGroupTargetAssignmentMetadataKeyInput };
  13: { value: ShareGroupTargetAssignmentMemberKey; input: ShareGroupTargetAssignmentMemberKeyInput };
  14: { value: ShareGroupCurrentMemberAssignmentKey; input: ShareGroupCurrentMemberAssignmentKeyInput };
  15: { value: ShareGroupStatePartitionMetadataKey; input: ShareGroupStatePartitionMetadataKeyInput };
  16: { value: ConsumerGroupRegularExpressionKey; input: ConsumerGroupRegularExpressionKeyInput };
  17: { value: StreamsGroupMetadataKey; input: StreamsGroupMetadataKeyInput };
  19: { value: StreamsGroupMemberMetadataKey; input: StreamsGroupMemberMetadataKeyInput };
  20: { value: StreamsGroupTargetAssignmentMetadataKey; input: StreamsGroupTargetAssignmentMetadataKeyInput };
  21: { value: StreamsGroupTargetAssignmentMemberKey; input: StreamsGroupTargetAssignmentMemberKeyInput };
  22: { value: StreamsGroupCurrentMemberAssignmentKey; input: StreamsGroupCurrentMemberAssignmentKeyInput };
  23: { value: StreamsGroupTopologyKey; input: StreamsGroupTopologyKeyInput };
}

/** Codecs of the group coordinator's record keys, by type. */
export const groupRecordKeys: { readonly [K in keyof GroupRecordKeysTypes]: Codec<GroupRecordKeysTypes[K]['value'], GroupRecordKeysTypes[K]['input']> } = {
  0: LegacyOffsetCommitKeyCodec,
  1: OffsetCommitKeyCodec,
  2: GroupMetadataKeyCodec,
  3: ConsumerGroupMetadataKeyCodec,
  4: ConsumerGroupPartitionMetadataKeyCodec,
  5: ConsumerGroupMemberMetadataKeyCodec,
  6: ConsumerGroupTargetAssignmentMetadataKeyCodec,
  7: ConsumerGroupTargetAssignmentMemberKeyCodec,
  8: ConsumerGroupCurrentMemberAssignmentKeyCodec,
  10: ShareGroupMemberMetadataKeyCodec,
  11: ShareGroupMetadataKeyCodec,
  12: ShareGroupTargetAssignmentMetadataKeyCodec,
  13: ShareGroupTargetAssignmentMemberKeyCodec,
  14: ShareGroupCurrentMemberAssignmentKeyCodec,
  15: ShareGroupStatePartitionMetadataKeyCodec,
  16: ConsumerGroupRegularExpressionKeyCodec,
  17: StreamsGroupMetadataKeyCodec,
  19: StreamsGroupMemberMetadataKeyCodec,
  20: StreamsGroupTargetAssignmentMetadataKeyCodec,
  21: StreamsGroupTargetAssignmentMemberKeyCodec,
  22: StreamsGroupCurrentMemberAssignmentKeyCodec,
  23: StreamsGroupTopologyKeyCodec,
};

/** The types in {@link groupRecordValues}. */
export interface GroupRecordValuesTypes {
  0: { value: LegacyOffsetCommitValue; input: LegacyOffsetCommitValueInput };
  1: { value: OffsetCommitValue; input: OffsetCommitValueInput };
  2: { value: GroupMetadataValue; input: GroupMetadataValueInput };
  3: { value: ConsumerGroupMetadataValue; input: ConsumerGroupMetadataValueInput };
  4: { value: ConsumerGroupPartitionMetadataValue; input: ConsumerGroupPartitionMetadataValueInput };
  5: { value: ConsumerGroupMemberMetadataValue; input: ConsumerGroupMemberMetadataValueInput };
  6: { value: ConsumerGroupTargetAssignmentMetadataValue; input: ConsumerGroupTargetAssignmentMetadataValueInput };
  7: { value: ConsumerGroupTargetAssignmentMemberValue; input: ConsumerGroupTargetAssignmentMemberValueInput };
  8: { value: ConsumerGroupCurrentMemberAssignmentValue; input: ConsumerGroupCurrentMemberAssignmentValueInput };
  10: { value: ShareGroupMemberMetadataValue; input: ShareGroupMemberMetadataValueInput };
  11: { value: ShareGroupMetadataValue; input: ShareGroupMetadataValueInput };
  12: { value: ShareGroupTargetAssignmentMetadataValue; input: ShareGroupTargetAssignmentMetadataValueInput };
  13: { value: ShareGroupTargetAssignmentMemberValue; input: ShareGroupTargetAssignmentMemberValueInput };
  14: { value: ShareGroupCurrentMemberAssignmentValue; input: ShareGroupCurrentMemberAssignmentValueInput };
  15: { value: ShareGroupStatePartitionMetadataValue; input: ShareGroupStatePartitionMetadataValueInput };
  16: { value: ConsumerGroupRegularExpressionValue; input: ConsumerGroupRegularExpressionValueInput };
  17: { value: StreamsGroupMetadataValue; input: StreamsGroupMetadataValueInput };
  19: { value: StreamsGroupMemberMetadataValue; input: StreamsGroupMemberMetadataValueInput };
  20: { value: StreamsGroupTargetAssignmentMetadataValue; input: StreamsGroupTargetAssignmentMetadataValueInput };
  21: { value: StreamsGroupTargetAssignmentMemberValue; input: StreamsGroupTargetAssignmentMemberValueInput };
  22: { value: StreamsGroupCurrentMemberAssignmentValue; input: StreamsGroupCurrentMemberAssignmentValueInput };
  23: { value: StreamsGroupTopologyValue; input: StreamsGroupTopologyValueInput };
}

/** Codecs of the group coordinator's record values, by type. */
export const groupRecordValues: { readonly [K in keyof GroupRecordValuesTypes]: Codec<GroupRecordValuesTypes[K]['value'], GroupRecordValuesTypes[K]['input']> } = {
  0: LegacyOffsetCommitValueCodec,
  1: OffsetCommitValueCodec,
  2: GroupMetadataValueCodec,
  3: ConsumerGroupMetadataValueCodec,
  4: ConsumerGroupPartitionMetadataValueCodec,
  5: ConsumerGroupMemberMetadataValueCodec,
  6: ConsumerGroupTargetAssignmentMetadataValueCodec,
  7: ConsumerGroupTargetAssignmentMemberValueCodec,
  8: ConsumerGroupCurrentMemberAssignmentValueCodec,
  10: ShareGroupMemberMetadataValueCodec,
  11: ShareGroupMetadataValueCodec,
  12: ShareGroupTargetAssignmentMetadataValueCodec,
  13: ShareGroupTargetAssignmentMemberValueCodec,
  14: ShareGroupCurrentMemberAssignmentValueCodec,
  15: ShareGroupStatePartitionMetadataValueCodec,
  16: ConsumerGroupRegularExpressionValueCodec,
  17: StreamsGroupMetadataValueCodec,
  19: StreamsGroupMemberMetadataValueCodec,
  20: StreamsGroupTargetAssignmentMetadataValueCodec,
  21: StreamsGroupTargetAssignmentMemberValueCodec,
  22: StreamsGroupCurrentMemberAssignmentValueCodec,
  23: StreamsGroupTopologyValueCodec,
};

/** Record types of the transaction coordinator's log: the int16 that a key begins with. */
export const TransactionRecordType = {
  TransactionLog: 0,
} as const;
export type TransactionRecordType = (typeof TransactionRecordType)[keyof typeof TransactionRecordType];

/** The types in {@link transactionRecordKeys}. */
export interface TransactionRecordKeysTypes {
  0: { value: TransactionLogKey; input: TransactionLogKeyInput };
}

/** Codecs of the transaction coordinator's record keys, by type. */
export const transactionRecordKeys: { readonly [K in keyof TransactionRecordKeysTypes]: Codec<TransactionRecordKeysTypes[K]['value'], TransactionRecordKeysTypes[K]['input']> } = {
  0: TransactionLogKeyCodec,
};

/** The types in {@link transactionRecordValues}. */
export interface TransactionRecordValuesTypes {
  0: { value: TransactionLogValue; input: TransactionLogValueInput };
}

/** Codecs of the transaction coordinator's record values, by type. */
export const transactionRecordValues: { readonly [K in keyof TransactionRecordValuesTypes]: Codec<TransactionRecordValuesTypes[K]['value'], TransactionRecordValuesTypes[K]['input']> } = {
  0: TransactionLogValueCodec,
};

/** Record types of the share coordinator's log: the int16 that a key begins with. */
export const ShareRecordType = {
  ShareSnapshot: 0,
  ShareUpdate: 1,
} as const;
export type ShareRecordType = (typeof ShareRecordType)[keyof typeof ShareRecordType];

/** The types in {@link shareRecordKeys}. */
export interface ShareRecordKeysTypes {
  0: { value: ShareSnapshotKey; input: ShareSnapshotKeyInput };
  1: { value: ShareUpdateKey; input: ShareUpdateKeyInput };
}

/** Codecs of the share coordinator's record keys, by type. */
export const shareRecordKeys: { readonly [K in keyof ShareRecordKeysTypes]: Codec<ShareRecordKeysTypes[K]['value'], ShareRecordKeysTypes[K]['input']> } = {
  0: ShareSnapshotKeyCodec,
  1: ShareUpdateKeyCodec,
};

/** The types in {@link shareRecordValues}. */
export interface ShareRecordValuesTypes {
  0: { value: ShareSnapshotValue; input: ShareSnapshotValueInput };
  1: { value: ShareUpdateValue; input: ShareUpdateValueInput };
}

/** Codecs of the share coordinator's record values, by type. */
export const shareRecordValues: { readonly [K in keyof ShareRecordValuesTypes]: Codec<ShareRecordValuesTypes[K]['value'], ShareRecordValuesTypes[K]['input']> } = {
  0: ShareSnapshotValueCodec,
  1: ShareUpdateValueCodec,
};

/** Record types of the remote-log log. */
export const RemoteLogRecordType = {
  RemoteLogSegmentMetadataRecord: 0,
  RemoteLogSegmentMetadataUpdateRecord: 1,
  RemotePartitionDeleteMetadataRecord: 2,
  RemoteLogSegmentMetadataSnapshotRecord: 3,
} as const;
export type RemoteLogRecordType = (typeof RemoteLogRecordType)[keyof typeof RemoteLogRecordType];

/** The types in {@link remoteLogRecords}. */
export interface RemoteLogRecordsTypes {
  0: { value: RemoteLogSegmentMetadataRecord; input: RemoteLogSegmentMetadataRecordInput };
  1: { value: RemoteLogSegmentMetadataUpdateRecord; input: RemoteLogSegmentMetadataUpdateRecordInput };
  2: { value: RemotePartitionDeleteMetadataRecord; input: RemotePartitionDeleteMetadataRecordInput };
  3: { value: RemoteLogSegmentMetadataSnapshotRecord; input: RemoteLogSegmentMetadataSnapshotRecordInput };
}

/** Codecs of the remote-log log's records, by type. */
export const remoteLogRecords: { readonly [K in keyof RemoteLogRecordsTypes]: Codec<RemoteLogRecordsTypes[K]['value'], RemoteLogRecordsTypes[K]['input']> } = {
  0: RemoteLogSegmentMetadataRecordCodec,
  1: RemoteLogSegmentMetadataUpdateRecordCodec,
  2: RemotePartitionDeleteMetadataRecordCodec,
  3: RemoteLogSegmentMetadataSnapshotRecordCodec,
};
