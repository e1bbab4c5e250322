// Generated from libs/protocol/schema by tools/codegen/messages.ts. Do not edit.
/** Data inside other fields and in files. */
import { type Uuid, ZERO_UUID } from '@ottla/model';
import { NEVER_FLEXIBLE, NO_BYTES, type Codec } from '../wire/codec.ts';
import type { WireReader } from '../wire/reader.ts';
import type { WireWriter } from '../wire/writer.ts';

export interface ConsumerProtocolAssignmentTopicPartition {
  topic: string;
  partitions: number[];
}

export interface ConsumerProtocolAssignmentTopicPartitionInput {
  topic: string;
  partitions: readonly number[];
}

/** ConsumerProtocolAssignment: versions 0-3. */
export interface ConsumerProtocolAssignment {
  assignedPartitions: ConsumerProtocolAssignmentTopicPartition[];
  userData: Uint8Array | null;
}

/** What an encoder wants for ConsumerProtocolAssignment. */
export interface ConsumerProtocolAssignmentInput {
  assignedPartitions: readonly ConsumerProtocolAssignmentTopicPartitionInput[];
  userData?: Uint8Array | null | undefined;
}

function readConsumerProtocolAssignmentTopicPartition(r: WireReader, v: number): ConsumerProtocolAssignmentTopicPartition {
  const topic = r.readString(false);
  const partitions = r.readInt32Array(false);
  return { topic, partitions };
}

function writeConsumerProtocolAssignmentTopicPartition(w: WireWriter, { topic, partitions }: ConsumerProtocolAssignmentTopicPartitionInput, v: number): void {
  w.writeString(topic, false);
  w.writeInt32Array(partitions, false);
}

function readConsumerProtocolAssignment(r: WireReader, v: number): ConsumerProtocolAssignment {
  const assignedPartitions = readConsumerProtocolAssignmentTopicPartitionArray(r, v);
  const userData = r.readNullableBytes(false);
  return { assignedPartitions, userData };
}

function writeConsumerProtocolAssignment(w: WireWriter, { assignedPartitions, userData = null }: ConsumerProtocolAssignmentInput, v: number): void {
  writeConsumerProtocolAssignmentTopicPartitionArray(w, assignedPartitions, v);
  w.writeNullableBytes(userData, false);
}

function readConsumerProtocolAssignmentTopicPartitionArray(r: WireReader, v: number): ConsumerProtocolAssignmentTopicPartition[] {
  let n = r.readArrayLength(false, 6);
  const a: ConsumerProtocolAssignmentTopicPartition[] = [];
  for (; n > 0; n--) a.push(readConsumerProtocolAssignmentTopicPartition(r, v));
  return a;
}

function writeConsumerProtocolAssignmentTopicPartitionArray(w: WireWriter, a: readonly ConsumerProtocolAssignmentTopicPartitionInput[], v: number): void {
  w.writeArrayLength(a.length, false);
  for (const x of a) writeConsumerProtocolAssignmentTopicPartition(w, x, v);
}

/** Codec of {@link ConsumerProtocolAssignment}. */
export const ConsumerProtocolAssignmentCodec: Codec<ConsumerProtocolAssignment, ConsumerProtocolAssignmentInput> = {
  name: 'ConsumerProtocolAssignment', apiKey: -1, minVersion: 0, maxVersion: 3, flexibleFrom: NEVER_FLEXIBLE,
  decode: readConsumerProtocolAssignment, encode: writeConsumerProtocolAssignment,
};

export interface ConsumerProtocolSubscriptionTopicPartition {
  topic: string;
  partitions: number[];
}

export interface ConsumerProtocolSubscriptionTopicPartitionInput {
  topic: string;
  partitions: readonly number[];
}

/** ConsumerProtocolSubscription: versions 0-3. */
export interface ConsumerProtocolSubscription {
  topics: string[];
  userData: Uint8Array | null;
  ownedPartitions: ConsumerProtocolSubscriptionTopicPartition[];
  generationId: number;
  rackId: string | null;
}

/** What an encoder wants for ConsumerProtocolSubscription. */
export interface ConsumerProtocolSubscriptionInput {
  topics: readonly string[];
  userData?: Uint8Array | null | undefined;
  ownedPartitions?: readonly ConsumerProtocolSubscriptionTopicPartitionInput[] | undefined;
  generationId?: number | undefined;
  rackId?: string | null | undefined;
}

function readConsumerProtocolSubscriptionTopicPartition(r: WireReader, v: number): ConsumerProtocolSubscriptionTopicPartition {
  const topic = r.readString(false);
  const partitions = r.readInt32Array(false);
  return { topic, partitions };
}

function writeConsumerProtocolSubscriptionTopicPartition(w: WireWriter, { topic, partitions }: ConsumerProtocolSubscriptionTopicPartitionInput, v: number): void {
  w.writeString(topic, false);
  w.writeInt32Array(partitions, false);
}

function readConsumerProtocolSubscription(r: WireReader, v: number): ConsumerProtocolSubscription {
  const topics = r.readStringArray(false);
  const userData = r.readNullableBytes(false);
  const ownedPartitions = v >= 1 ? readConsumerProtocolSubscriptionTopicPartitionArray(r, v) : [];
  const generationId = v >= 2 ? r.readInt32() : -1;
  const rackId = v >= 3 ? r.readNullableString(false) : null;
  return { topics, userData, ownedPartitions, generationId, rackId };
}

function writeConsumerProtocolSubscription(w: WireWriter, { topics, userData = null, ownedPartitions = [], generationId = -1, rackId = null }: ConsumerProtocolSubscriptionInput, v: number): void {
  w.writeStringArray(topics, false);
  w.writeNullableBytes(userData, false);
  if (v >= 1) { writeConsumerProtocolSubscriptionTopicPartitionArray(w, ownedPartitions, v); }
  if (v >= 2) { w.writeInt32(generationId); }
  if (v >= 3) { w.writeNullableString(rackId, false); }
}

function readConsumerProtocolSubscriptionTopicPartitionArray(r: WireReader, v: number): ConsumerProtocolSubscriptionTopicPartition[] {
  let n = r.readArrayLength(false, 1);
  const a: ConsumerProtocolSubscriptionTopicPartition[] = [];
  for (; n > 0; n--) a.push(readConsumerProtocolSubscriptionTopicPartition(r, v));
  return a;
}

function writeConsumerProtocolSubscriptionTopicPartitionArray(w: WireWriter, a: readonly ConsumerProtocolSubscriptionTopicPartitionInput[], v: number): void {
  w.writeArrayLength(a.length, false);
  for (const x of a) writeConsumerProtocolSubscriptionTopicPartition(w, x, v);
}

/** Codec of {@link ConsumerProtocolSubscription}. */
export const ConsumerProtocolSubscriptionCodec: Codec<ConsumerProtocolSubscription, ConsumerProtocolSubscriptionInput> = {
  name: 'ConsumerProtocolSubscription', apiKey: -1, minVersion: 0, maxVersion: 3, flexibleFrom: NEVER_FLEXIBLE,
  decode: readConsumerProtocolSubscription, encode: writeConsumerProtocolSubscription,
};

/** ControlRecordTypeSchema: version 0. */
export interface ControlRecordTypeSchema {
  type: number;
}

/** What an encoder wants for ControlRecordTypeSchema. */
export interface ControlRecordTypeSchemaInput {
  type: number;
}

function readControlRecordTypeSchema(r: WireReader, v: number): ControlRecordTypeSchema {
  const type = r.readInt16();
  return { type };
}

function writeControlRecordTypeSchema(w: WireWriter, { type }: ControlRecordTypeSchemaInput, v: number): void {
  w.writeInt16(type);
}

/** Codec of {@link ControlRecordTypeSchema}. */
export const ControlRecordTypeSchemaCodec: Codec<ControlRecordTypeSchema, ControlRecordTypeSchemaInput> = {
  name: 'ControlRecordTypeSchema', apiKey: -1, minVersion: 0, maxVersion: 0, flexibleFrom: NEVER_FLEXIBLE,
  decode: readControlRecordTypeSchema, encode: writeControlRecordTypeSchema,
};

/** DefaultPrincipalData: version 0, flexible from 0. */
export interface DefaultPrincipalData {
  type: string;
  name: string;
  tokenAuthenticated: boolean;
}

/** What an encoder wants for DefaultPrincipalData. */
export interface DefaultPrincipalDataInput {
  type: string;
  name: string;
  tokenAuthenticated: boolean;
}

function readDefaultPrincipalData(r: WireReader, v: number): DefaultPrincipalData {
  const type = r.readString(true);
  const name = r.readString(true);
  const tokenAuthenticated = r.readBool();
  r.skipTaggedFields();
  return { type, name, tokenAuthenticated };
}

function writeDefaultPrincipalData(w: WireWriter, { type, name, tokenAuthenticated }: DefaultPrincipalDataInput, v: number): void {
  w.writeString(type, true);
  w.writeString(name, true);
  w.writeBool(tokenAuthenticated);
  w.writeNoTaggedFields();
}

/** Codec of {@link DefaultPrincipalData}. */
export const DefaultPrincipalDataCodec: Codec<DefaultPrincipalData, DefaultPrincipalDataInput> = {
  name: 'DefaultPrincipalData', apiKey: -1, minVersion: 0, maxVersion: 0, flexibleFrom: 0,
  decode: readDefaultPrincipalData, encode: writeDefaultPrincipalData,
};

/** EndTxnMarker: version 0. */
export interface EndTxnMarker {
  coordinatorEpoch: number;
}

/** What an encoder wants for EndTxnMarker. */
export interface EndTxnMarkerInput {
  coordinatorEpoch: number;
}

function readEndTxnMarker(r: WireReader, v: number): EndTxnMarker {
  const coordinatorEpoch = r.readInt32();
  return { coordinatorEpoch };
}

function writeEndTxnMarker(w: WireWriter, { coordinatorEpoch }: EndTxnMarkerInput, v: number): void {
  w.writeInt32(coordinatorEpoch);
}

/** Codec of {@link EndTxnMarker}. */
export const EndTxnMarkerCodec: Codec<EndTxnMarker, EndTxnMarkerInput> = {
  name: 'EndTxnMarker', apiKey: -1, minVersion: 0, maxVersion: 0, flexibleFrom: NEVER_FLEXIBLE,
  decode: readEndTxnMarker, encode: writeEndTxnMarker,
};

/** KRaftVersionRecord: version 0, flexible from 0. */
export interface KRaftVersionRecord {
  version: number;
  kRaftVersion: number;
}

/** What an encoder wants for KRaftVersionRecord. */
export interface KRaftVersionRecordInput {
  version: number;
  kRaftVersion: number;
}

function readKRaftVersionRecord(r: WireReader, v: number): KRaftVersionRecord {
  const version = r.readInt16();
  const kRaftVersion = r.readInt16();
  r.skipTaggedFields();
  return { version, kRaftVersion };
}

function writeKRaftVersionRecord(w: WireWriter, { version, kRaftVersion }: KRaftVersionRecordInput, v: number): void {
  w.writeInt16(version);
  w.writeInt16(kRaftVersion);
  w.writeNoTaggedFields();
}

/** Codec of {@link KRaftVersionRecord}. */
export const KRaftVersionRecordCodec: Codec<KRaftVersionRecord, KRaftVersionRecordInput> = {
  name: 'KRaftVersionRecord', apiKey: -1, minVersion: 0, maxVersion: 0, flexibleFrom: 0,
  decode: readKRaftVersionRecord, encode: writeKRaftVersionRecord,
};

export interface LeaderChangeMessageVoter {
  voterId: number;
  voterDirectoryId: Uuid;
}

export interface LeaderChangeMessageVoterInput {
  voterId: number;
  voterDirectoryId?: Uuid | undefined;
}

/** LeaderChangeMessage: versions 0-1, flexible from 0. */
export interface LeaderChangeMessage {
  version: number;
  leaderId: number;
  voters: LeaderChangeMessageVoter[];
  grantingVoters: LeaderChangeMessageVoter[];
}

/** What an encoder wants for LeaderChangeMessage. */
export interface LeaderChangeMessageInput {
  version: number;
  leaderId: number;
  voters: readonly LeaderChangeMessageVoterInput[];
  grantingVoters: readonly LeaderChangeMessageVoterInput[];
}

function readLeaderChangeMessageVoter(r: WireReader, v: number): LeaderChangeMessageVoter {
  const voterId = r.readInt32();
  const voterDirectoryId = v >= 1 ? r.readUuid() : ZERO_UUID;
  r.skipTaggedFields();
  return { voterId, voterDirectoryId };
}

function writeLeaderChangeMessageVoter(w: WireWriter, { voterId, voterDirectoryId = ZERO_UUID }: LeaderChangeMessageVoterInput, v: number): void {
  w.writeInt32(voterId);
  if (v >= 1) { w.writeUuid(voterDirectoryId); }
  w.writeNoTaggedFields();
}

function readLeaderChangeMessage(r: WireReader, v: number): LeaderChangeMessage {
  const version = r.readInt16();
  const leaderId = r.readInt32();
  const voters = readLeaderChangeMessageVoterArray(r, v);
  const grantingVoters = readLeaderChangeMessageVoterArray(r, v);
  r.skipTaggedFields();
  return { version, leaderId, voters, grantingVoters };
}

function writeLeaderChangeMessage(w: WireWriter, { version, leaderId, voters, grantingVoters }: LeaderChangeMessageInput, v: number): void {
  w.writeInt16(version);
  w.writeInt32(leaderId);
  writeLeaderChangeMessageVoterArray(w, voters, v);
  writeLeaderChangeMessageVoterArray(w, grantingVoters, v);
  w.writeNoTaggedFields();
}

function readLeaderChangeMessageVoterArray(r: WireReader, v: number): LeaderChangeMessageVoter[] {
  let n = r.readArrayLength(true, 5);
  const a: LeaderChangeMessageVoter[] = [];
  for (; n > 0; n--) a.push(readLeaderChangeMessageVoter(r, v));
  return a;
}

function writeLeaderChangeMessageVoterArray(w: WireWriter, a: readonly LeaderChangeMessageVoterInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeLeaderChangeMessageVoter(w, x, v);
}

/** Codec of {@link LeaderChangeMessage}. */
export const LeaderChangeMessageCodec: Codec<LeaderChangeMessage, LeaderChangeMessageInput> = {
  name: 'LeaderChangeMessage', apiKey: -1, minVersion: 0, maxVersion: 1, flexibleFrom: 0,
  decode: readLeaderChangeMessage, encode: writeLeaderChangeMessage,
};

export interface ProducerEntry {
  producerId: number;
  epoch: number;
  lastSequence: number;
  lastOffset: number;
  offsetDelta: number;
  timestamp: number;
  coordinatorEpoch: number;
  currentTxnFirstOffset: number;
}

export interface ProducerEntryInput {
  producerId: number;
  epoch: number;
  lastSequence: number;
  lastOffset: number;
  offsetDelta: number;
  timestamp: number;
  coordinatorEpoch: number;
  currentTxnFirstOffset: number;
}

/** ProducerSnapshot: version 1. */
export interface ProducerSnapshot {
  crc: number;
  producerEntries: ProducerEntry[];
}

/** What an encoder wants for ProducerSnapshot. */
export interface ProducerSnapshotInput {
  crc: number;
  producerEntries: readonly ProducerEntryInput[];
}

function readProducerEntry(r: WireReader, v: number): ProducerEntry {
  const producerId = r.readInt64();
  const epoch = r.readInt16();
  const lastSequence = r.readInt32();
  const lastOffset = r.readInt64();
  const offsetDelta = r.readInt32();
  const timestamp = r.readInt64();
  const coordinatorEpoch = r.readInt32();
  const currentTxnFirstOffset = r.readInt64();
  return { producerId, epoch, lastSequence, lastOffset, offsetDelta, timestamp, coordinatorEpoch, currentTxnFirstOffset };
}

function writeProducerEntry(w: WireWriter, { producerId, epoch, lastSequence, lastOffset, offsetDelta, timestamp, coordinatorEpoch, currentTxnFirstOffset }: ProducerEntryInput, v: number): void {
  w.writeInt64(producerId);
  w.writeInt16(epoch);
  w.writeInt32(lastSequence);
  w.writeInt64(lastOffset);
  w.writeInt32(offsetDelta);
  w.writeInt64(timestamp);
  w.writeInt32(coordinatorEpoch);
  w.writeInt64(currentTxnFirstOffset);
}

function readProducerSnapshot(r: WireReader, v: number): ProducerSnapshot {
  const crc = r.readUint32();
  const producerEntries = readProducerEntryArray(r, v);
  return { crc, producerEntries };
}

function writeProducerSnapshot(w: WireWriter, { crc, producerEntries }: ProducerSnapshotInput, v: number): void {
  w.writeUint32(crc);
  writeProducerEntryArray(w, producerEntries, v);
}

function readProducerEntryArray(r: WireReader, v: number): ProducerEntry[] {
  let n = r.readArrayLength(false, 46);
  const a: ProducerEntry[] = [];
  for (; n > 0; n--) a.push(readProducerEntry(r, v));
  return a;
}

function writeProducerEntryArray(w: WireWriter, a: readonly ProducerEntryInput[], v: number): void {
  w.writeArrayLength(a.length, false);
  for (const x of a) writeProducerEntry(w, x, v);
}

/** Codec of {@link ProducerSnapshot}. */
export const ProducerSnapshotCodec: Codec<ProducerSnapshot, ProducerSnapshotInput> = {
  name: 'ProducerSnapshot', apiKey: -1, minVersion: 1, maxVersion: 1, flexibleFrom: NEVER_FLEXIBLE,
  decode: readProducerSnapshot, encode: writeProducerSnapshot,
};

export interface QuorumStateDataVoter {
  voterId: number;
}

export interface QuorumStateDataVoterInput {
  voterId: number;
}

/** QuorumStateData: versions 0-1, flexible from 0. */
export interface QuorumStateData {
  clusterId: string;
  leaderId: number;
  leaderEpoch: number;
  votedId: number;
  votedDirectoryId: Uuid;
  appliedOffset: number;
  currentVoters: QuorumStateDataVoter[] | null;
}

/** What an encoder wants for QuorumStateData. */
export interface QuorumStateDataInput {
  clusterId?: string | undefined;
  leaderId?: number | undefined;
  leaderEpoch?: number | undefined;
  votedId?: number | undefined;
  votedDirectoryId?: Uuid | undefined;
  appliedOffset?: number | undefined;
  currentVoters?: readonly QuorumStateDataVoterInput[] | null | undefined;
}

function readQuorumStateDataVoter(r: WireReader, v: number): QuorumStateDataVoter {
  const voterId = r.readInt32();
  r.skipTaggedFields();
  return { voterId };
}

function writeQuorumStateDataVoter(w: WireWriter, { voterId }: QuorumStateDataVoterInput, v: number): void {
  w.writeInt32(voterId);
  w.writeNoTaggedFields();
}

function readQuorumStateData(r: WireReader, v: number): QuorumStateData {
  const clusterId = v <= 0 ? r.readString(true) : '';
  const leaderId = r.readInt32();
  const leaderEpoch = r.readInt32();
  const votedId = r.readInt32();
  const votedDirectoryId = v >= 1 ? r.readUuid() : ZERO_UUID;
  const appliedOffset = v <= 0 ? r.readInt64() : 0;
  const currentVoters = v <= 0 ? readNullableQuorumStateDataVoterArray(r, v) : [];
  r.skipTaggedFields();
  return { clusterId, leaderId, leaderEpoch, votedId, votedDirectoryId, appliedOffset, currentVoters };
}

function writeQuorumStateData(w: WireWriter, { clusterId = '', leaderId = -1, leaderEpoch = -1, votedId = -1, votedDirectoryId = ZERO_UUID, appliedOffset = 0, currentVoters = [] }: QuorumStateDataInput, v: number): void {
  if (v <= 0) { w.writeString(clusterId, true); }
  w.writeInt32(leaderId);
  w.writeInt32(leaderEpoch);
  w.writeInt32(votedId);
  if (v >= 1) { w.writeUuid(votedDirectoryId); }
  if (v <= 0) { w.writeInt64(appliedOffset); }
  if (v <= 0) { writeNullableQuorumStateDataVoterArray(w, currentVoters, v); }
  w.writeNoTaggedFields();
}

function readNullableQuorumStateDataVoterArray(r: WireReader, v: number): QuorumStateDataVoter[] | null {
  let n = r.readNullableArrayLength(true, 1);
  if (n < 0) return null;
  const a: QuorumStateDataVoter[] = [];
  for (; n > 0; n--) a.push(readQuorumStateDataVoter(r, v));
  return a;
}

function writeQuorumStateDataVoterArray(w: WireWriter, a: readonly QuorumStateDataVoterInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeQuorumStateDataVoter(w, x, v);
}

function writeNullableQuorumStateDataVoterArray(w: WireWriter, a: readonly QuorumStateDataVoterInput[] | null, v: number): void {
  if (a === null) w.writeNullArray(true); else writeQuorumStateDataVoterArray(w, a, v);
}

/** Codec of {@link QuorumStateData}. */
export const QuorumStateDataCodec: Codec<QuorumStateData, QuorumStateDataInput> = {
  name: 'QuorumStateData', apiKey: -1, minVersion: 0, maxVersion: 1, flexibleFrom: 0,
  decode: readQuorumStateData, encode: writeQuorumStateData,
};

/** SnapshotFooterRecord: version 0, flexible from 0. */
export interface SnapshotFooterRecord {
  version: number;
}

/** What an encoder wants for SnapshotFooterRecord. */
export interface SnapshotFooterRecordInput {
  version: number;
}

function readSnapshotFooterRecord(r: WireReader, v: number): SnapshotFooterRecord {
  const version = r.readInt16();
  r.skipTaggedFields();
  return { version };
}

function writeSnapshotFooterRecord(w: WireWriter, { version }: SnapshotFooterRecordInput, v: number): void {
  w.writeInt16(version);
  w.writeNoTaggedFields();
}

/** Codec of {@link SnapshotFooterRecord}. */
export const SnapshotFooterRecordCodec: Codec<SnapshotFooterRecord, SnapshotFooterRecordInput> = {
  name: 'SnapshotFooterRecord', apiKey: -1, minVersion: 0, maxVersion: 0, flexibleFrom: 0,
  decode: readSnapshotFooterRecord, encode: writeSnapshotFooterRecord,
};

/** SnapshotHeaderRecord: version 0, flexible from 0. */
export interface SnapshotHeaderRecord {
  version: number;
  lastContainedLogTimestamp: number;
}

/** What an encoder wants for SnapshotHeaderRecord. */
export interface SnapshotHeaderRecordInput {
  version: number;
  lastContainedLogTimestamp: number;
}

function readSnapshotHeaderRecord(r: WireReader, v: number): SnapshotHeaderRecord {
  const version = r.readInt16();
  const lastContainedLogTimestamp = r.readInt64();
  r.skipTaggedFields();
  return { version, lastContainedLogTimestamp };
}

function writeSnapshotHeaderRecord(w: WireWriter, { version, lastContainedLogTimestamp }: SnapshotHeaderRecordInput, v: number): void {
  w.writeInt16(version);
  w.writeInt64(lastContainedLogTimestamp);
  w.writeNoTaggedFields();
}

/** Codec of {@link SnapshotHeaderRecord}. */
export const SnapshotHeaderRecordCodec: Codec<SnapshotHeaderRecord, SnapshotHeaderRecordInput> = {
  name: 'SnapshotHeaderRecord', apiKey: -1, minVersion: 0, maxVersion: 0, flexibleFrom: 0,
  decode: readSnapshotHeaderRecord, encode: writeSnapshotHeaderRecord,
};

export interface TaskId {
  topicGroupId: number;
  partition: number;
}

export interface TaskIdInput {
  topicGroupId: number;
  partition: number;
}

export interface PartitionToOffsetSum {
  partition: number;
  offsetSum: number;
}

export interface PartitionToOffsetSumInput {
  partition: number;
  offsetSum: number;
}

export interface TaskOffsetSum {
  topicGroupId: number;
  partition: number;
  offsetSum: number;
  namedTopology: string | null;
  partitionToOffsetSum: PartitionToOffsetSum[];
}

export interface TaskOffsetSumInput {
  topicGroupId: number;
  partition?: number | undefined;
  offsetSum?: number | undefined;
  namedTopology?: string | null | undefined;
  partitionToOffsetSum?: readonly PartitionToOffsetSumInput[] | undefined;
}

export interface ClientTag {
  key: Uint8Array;
  value: Uint8Array;
}

export interface ClientTagInput {
  key: Uint8Array;
  value: Uint8Array;
}

/** SubscriptionInfoData: versions 1-11. */
export interface SubscriptionInfoData {
  version: number;
  latestSupportedVersion: number;
  processId: Uuid;
  prevTasks: TaskId[];
  standbyTasks: TaskId[];
  userEndPoint: Uint8Array;
  taskOffsetSums: TaskOffsetSum[];
  uniqueField: number;
  errorCode: number;
  clientTags: ClientTag[];
}

/** What an encoder wants for SubscriptionInfoData. */
export interface SubscriptionInfoDataInput {
  version: number;
  latestSupportedVersion?: number | undefined;
  processId: Uuid;
  prevTasks?: readonly TaskIdInput[] | undefined;
  standbyTasks?: readonly TaskIdInput[] | undefined;
  userEndPoint?: Uint8Array | undefined;
  taskOffsetSums?: readonly TaskOffsetSumInput[] | undefined;
  uniqueField?: number | undefined;
  errorCode?: number | undefined;
  clientTags?: readonly ClientTagInput[] | undefined;
}

function readTaskId(r: WireReader, v: number): TaskId {
  const topicGroupId = r.readInt32();
  const partition = r.readInt32();
  return { topicGroupId, partition };
}

function writeTaskId(w: WireWriter, { topicGroupId, partition }: TaskIdInput, v: number): void {
  w.writeInt32(topicGroupId);
  w.writeInt32(partition);
}

function readPartitionToOffsetSum(r: WireReader, v: number): PartitionToOffsetSum {
  const partition = r.readInt32();
  const offsetSum = r.readInt64();
  return { partition, offsetSum };
}

function writePartitionToOffsetSum(w: WireWriter, { partition, offsetSum }: PartitionToOffsetSumInput, v: number): void {
  w.writeInt32(partition);
  w.writeInt64(offsetSum);
}

function readTaskOffsetSum(r: WireReader, v: number): TaskOffsetSum {
  const topicGroupId = r.readInt32();
  const partition = v >= 10 ? r.readInt32() : 0;
  const offsetSum = v >= 10 ? r.readInt64() : 0;
  const namedTopology = v >= 10 ? r.readNullableString(false) : '';
  const partitionToOffsetSum = v <= 9 ? readPartitionToOffsetSumArray(r, v) : [];
  return { topicGroupId, partition, offsetSum, namedTopology, partitionToOffsetSum };
}

function writeTaskOffsetSum(w: WireWriter, { topicGroupId, partition = 0, offsetSum = 0, namedTopology = '', partitionToOffsetSum = [] }: TaskOffsetSumInput, v: number): void {
  w.writeInt32(topicGroupId);
  if (v >= 10) { w.writeInt32(partition); }
  if (v >= 10) { w.writeInt64(offsetSum); }
  if (v >= 10) { w.writeNullableString(namedTopology, false); }
  if (v <= 9) { writePartitionToOffsetSumArray(w, partitionToOffsetSum, v); }
}

function readClientTag(r: WireReader, v: number): ClientTag {
  const key = r.readBytes(false);
  const value = r.readBytes(false);
  return { key, value };
}

function writeClientTag(w: WireWriter, { key, value }: ClientTagInput, v: number): void {
  w.writeBytes(key, false);
  w.writeBytes(value, false);
}

function readSubscriptionInfoData(r: WireReader, v: number): SubscriptionInfoData {
  const version = r.readInt32();
  const latestSupportedVersion = v >= 3 ? r.readInt32() : -1;
  const processId = r.readUuid();
  const prevTasks = v <= 6 ? readTaskIdArray(r, v) : [];
  const standbyTasks = v <= 6 ? readTaskIdArray(r, v) : [];
  const userEndPoint = v >= 2 ? r.readBytes(false) : NO_BYTES;
  const taskOffsetSums = v >= 7 ? readTaskOffsetSumArray(r, v) : [];
  const uniqueField = v >= 8 ? r.readInt8() : 0;
  const errorCode = v >= 9 ? r.readInt32() : 0;
  const clientTags = v >= 11 ? readClientTagArray(r, v) : [];
  return { version, latestSupportedVersion, processId, prevTasks, standbyTasks, userEndPoint, taskOffsetSums, uniqueField, errorCode, clientTags };
}

function writeSubscriptionInfoData(w: WireWriter, { version, latestSupportedVersion = -1, processId, prevTasks = [], standbyTasks = [], userEndPoint = NO_BYTES, taskOffsetSums = [], uniqueField = 0, errorCode = 0, clientTags = [] }: SubscriptionInfoDataInput, v: number): void {
  w.writeInt32(version);
  if (v >= 3) { w.writeInt32(latestSupportedVersion); }
  w.writeUuid(processId);
  if (v <= 6) { writeTaskIdArray(w, prevTasks, v); }
  if (v <= 6) { writeTaskIdArray(w, standbyTasks, v); }
  if (v >= 2) { w.writeBytes(userEndPoint, false); }
  if (v >= 7) { writeTaskOffsetSumArray(w, taskOffsetSums, v); }
  if (v >= 8) { w.writeInt8(uniqueField); }
  if (v >= 9) { w.writeInt32(errorCode); }
  if (v >= 11) { writeClientTagArray(w, clientTags, v); }
}

function readTaskIdArray(r: WireReader, v: number): TaskId[] {
  let n = r.readArrayLength(false, 1);
  const a: TaskId[] = [];
  for (; n > 0; n--) a.push(readTaskId(r, v));
  return a;
}

function writeTaskIdArray(w: WireWriter, a: readonly TaskIdInput[], v: number): void {
  w.writeArrayLength(a.length, false);
  for (const x of a) writeTaskId(w, x, v);
}

function readPartitionToOffsetSumArray(r: WireReader, v: number): PartitionToOffsetSum[] {
  let n = r.readArrayLength(false, 1);
  const a: PartitionToOffsetSum[] = [];
  for (; n > 0; n--) a.push(readPartitionToOffsetSum(r, v));
  return a;
}

function writePartitionToOffsetSumArray(w: WireWriter, a: readonly PartitionToOffsetSumInput[], v: number): void {
  w.writeArrayLength(a.length, false);
  for (const x of a) writePartitionToOffsetSum(w, x, v);
}

function readTaskOffsetSumArray(r: WireReader, v: number): TaskOffsetSum[] {
  let n = r.readArrayLength(false, 1);
  const a: TaskOffsetSum[] = [];
  for (; n > 0; n--) a.push(readTaskOffsetSum(r, v));
  return a;
}

function writeTaskOffsetSumArray(w: WireWriter, a: readonly TaskOffsetSumInput[], v: number): void {
  w.writeArrayLength(a.length, false);
  for (const x of a) writeTaskOffsetSum(w, x, v);
}

function readClientTagArray(r: WireReader, v: number): ClientTag[] {
  let n = r.readArrayLength(false, 1);
  const a: ClientTag[] = [];
  for (; n > 0; n--) a.push(readClientTag(r, v));
  return a;
}

function writeClientTagArray(w: WireWriter, a: readonly ClientTagInput[], v: number): void {
  w.writeArrayLength(a.length, false);
  for (const x of a) writeClientTag(w, x, v);
}

/** Codec of {@link SubscriptionInfoData}. */
export const SubscriptionInfoDataCodec: Codec<SubscriptionInfoData, SubscriptionInfoDataInput> = {
  name: 'SubscriptionInfoData', apiKey: -1, minVersion: 1, maxVersion: 11, flexibleFrom: NEVER_FLEXIBLE,
  decode: readSubscriptionInfoData, encode: writeSubscriptionInfoData,
};

export interface VotersRecordEndpoint {
  name: string;
  host: string;
  port: number;
}

export interface VotersRecordEndpointInput {
  name: string;
  host: string;
  port: number;
}

export interface VotersRecordKRaftVersionFeature {
  minSupportedVersion: number;
  maxSupportedVersion: number;
}

export interface VotersRecordKRaftVersionFeatureInput {
  minSupportedVersion: number;
  maxSupportedVersion: number;
}

export interface VotersRecordVoter {
  voterId: number;
  voterDirectoryId: Uuid;
  endpoints: VotersRecordEndpoint[];
  kRaftVersionFeature: VotersRecordKRaftVersionFeature;
}

export interface VotersRecordVoterInput {
  voterId: number;
  voterDirectoryId: Uuid;
  endpoints: readonly VotersRecordEndpointInput[];
  kRaftVersionFeature: VotersRecordKRaftVersionFeatureInput;
}

/** VotersRecord: version 0, flexible from 0. */
export interface VotersRecord {
  version: number;
  voters: VotersRecordVoter[];
}

/** What an encoder wants for VotersRecord. */
export interface VotersRecordInput {
  version: number;
  voters: readonly VotersRecordVoterInput[];
}

function readVotersRecordEndpoint(r: WireReader, v: number): VotersRecordEndpoint {
  const name = r.readString(true);
  const host = r.readString(true);
  const port = r.readUint16();
  r.skipTaggedFields();
  return { name, host, port };
}

function writeVotersRecordEndpoint(w: WireWriter, { name, host, port }: VotersRecordEndpointInput, v: number): void {
  w.writeString(name, true);
  w.writeString(host, true);
  w.writeUint16(port);
  w.writeNoTaggedFields();
}

function readVotersRecordKRaftVersionFeature(r: WireReader, v: number): VotersRecordKRaftVersionFeature {
  const minSupportedVersion = r.readInt16();
  const maxSupportedVersion = r.readInt16();
  r.skipTaggedFields();
  return { minSupportedVersion, maxSupportedVersion };
}

function writeVotersRecordKRaftVersionFeature(w: WireWriter, { minSupportedVersion, maxSupportedVersion }: VotersRecordKRaftVersionFeatureInput, v: number): void {
  w.writeInt16(minSupportedVersion);
  w.writeInt16(maxSupportedVersion);
  w.writeNoTaggedFields();
}

function readVotersRecordVoter(r: WireReader, v: number): VotersRecordVoter {
  const voterId = r.readInt32();
  const voterDirectoryId = r.readUuid();
  const endpoints = readVotersRecordEndpointArray(r, v);
  const kRaftVersionFeature = readVotersRecordKRaftVersionFeature(r, v);
  r.skipTaggedFields();
  return { voterId, voterDirectoryId, endpoints, kRaftVersionFeature };
}

function writeVotersRecordVoter(w: WireWriter, { voterId, voterDirectoryId, endpoints, kRaftVersionFeature }: VotersRecordVoterInput, v: number): void {
  w.writeInt32(voterId);
  w.writeUuid(voterDirectoryId);
  writeVotersRecordEndpointArray(w, endpoints, v);
  writeVotersRecordKRaftVersionFeature(w, kRaftVersionFeature, v);
  w.writeNoTaggedFields();
}

function readVotersRecord(r: WireReader, v: number): VotersRecord {
  const version = r.readInt16();
  const voters = readVotersRecordVoterArray(r, v);
  r.skipTaggedFields();
  return { version, voters };
}

function writeVotersRecord(w: WireWriter, { version, voters }: VotersRecordInput, v: number): void {
  w.writeInt16(version);
  writeVotersRecordVoterArray(w, voters, v);
  w.writeNoTaggedFields();
}

function readVotersRecordEndpointArray(r: WireReader, v: number): VotersRecordEndpoint[] {
  let n = r.readArrayLength(true, 5);
  const a: VotersRecordEndpoint[] = [];
  for (; n > 0; n--) a.push(readVotersRecordEndpoint(r, v));
  return a;
}

function writeVotersRecordEndpointArray(w: WireWriter, a: readonly VotersRecordEndpointInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeVotersRecordEndpoint(w, x, v);
}

function readVotersRecordVoterArray(r: WireReader, v: number): VotersRecordVoter[] {
  let n = r.readArrayLength(true, 27);
  const a: VotersRecordVoter[] = [];
  for (; n > 0; n--) a.push(readVotersRecordVoter(r, v));
  return a;
}

function writeVotersRecordVoterArray(w: WireWriter, a: readonly VotersRecordVoterInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeVotersRecordVoter(w, x, v);
}

/** Codec of {@link VotersRecord}. */
export const VotersRecordCodec: Codec<VotersRecord, VotersRecordInput> = {
  name: 'VotersRecord', apiKey: -1, minVersion: 0, maxVersion: 0, flexibleFrom: 0,
  decode: readVotersRecord, encode: writeVotersRecord,
};
