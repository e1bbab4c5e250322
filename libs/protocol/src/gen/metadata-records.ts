// Generated from libs/protocol/schema by tools/codegen/messages.ts. Do not edit.
/** Records of the metadata log. */
import { type Uuid } from '@ottla/model';
import { type Codec } from '../wire/codec.ts';
import type { WireReader } from '../wire/reader.ts';
import type { WireWriter } from '../wire/writer.ts';

export interface BrokerEndpoint {
  name: string;
  host: string;
  port: number;
  securityProtocol: number;
}

export interface BrokerEndpointInput {
  name: string;
  host: string;
  port: number;
  securityProtocol: number;
}

export interface BrokerFeature {
  name: string;
  minSupportedVersion: number;
  maxSupportedVersion: number;
}

export interface BrokerFeatureInput {
  name: string;
  minSupportedVersion: number;
  maxSupportedVersion: number;
}

/** RegisterBrokerRecord: versions 0-4, flexible from 0. */
export interface RegisterBrokerRecord {
  brokerId: number;
  isMigratingZkBroker: boolean;
  incarnationId: Uuid;
  brokerEpoch: number;
  endPoints: BrokerEndpoint[];
  features: BrokerFeature[];
  rack: string | null;
  fenced: boolean;
  inControlledShutdown: boolean;
  logDirs: Uuid[];
  cordonedLogDirs: Uuid[] | null;
  planeEndpoint: string | null;
}

/** What an encoder wants for RegisterBrokerRecord. */
export interface RegisterBrokerRecordInput {
  brokerId: number;
  isMigratingZkBroker?: boolean | undefined;
  incarnationId: Uuid;
  brokerEpoch: number;
  endPoints: readonly BrokerEndpointInput[];
  features: readonly BrokerFeatureInput[];
  rack: string | null;
  fenced?: boolean | undefined;
  inControlledShutdown?: boolean | undefined;
  logDirs?: readonly Uuid[] | undefined;
  cordonedLogDirs?: readonly Uuid[] | null | undefined;
  planeEndpoint?: string | null | undefined;
}

function readBrokerEndpoint(r: WireReader, v: number): BrokerEndpoint {
  const name = r.readString(true);
  const host = r.readString(true);
  const port = r.readUint16();
  const securityProtocol = r.readInt16();
  r.skipTaggedFields();
  return { name, host, port, securityProtocol };
}

function writeBrokerEndpoint(w: WireWriter, { name, host, port, securityProtocol }: BrokerEndpointInput, v: number): void {
  w.writeString(name, true);
  w.writeString(host, true);
  w.writeUint16(port);
  w.writeInt16(securityProtocol);
  w.writeNoTaggedFields();
}

function readBrokerFeature(r: WireReader, v: number): BrokerFeature {
  const name = r.readString(true);
  const minSupportedVersion = r.readInt16();
  const maxSupportedVersion = r.readInt16();
  r.skipTaggedFields();
  return { name, minSupportedVersion, maxSupportedVersion };
}

function writeBrokerFeature(w: WireWriter, { name, minSupportedVersion, maxSupportedVersion }: BrokerFeatureInput, v: number): void {
  w.writeString(name, true);
  w.writeInt16(minSupportedVersion);
  w.writeInt16(maxSupportedVersion);
  w.writeNoTaggedFields();
}

function readRegisterBrokerRecord(r: WireReader, v: number): RegisterBrokerRecord {
  const brokerId = r.readInt32();
  const isMigratingZkBroker = v >= 2 ? r.readBool() : false;
  const incarnationId = r.readUuid();
  const brokerEpoch = r.readInt64();
  const endPoints = readBrokerEndpointArray(r, v);
  const features = readBrokerFeatureArray(r, v);
  const rack = r.readNullableString(true);
  const fenced = r.readBool();
  const inControlledShutdown = v >= 1 ? r.readBool() : false;
  let logDirs: Uuid[] = [];
  let cordonedLogDirs: Uuid[] | null = null;
  let planeEndpoint: string | null = null;
  for (let n = r.readUnsignedVarint(); n > 0; n--) {
    const tag = r.readUnsignedVarint();
    const end = r.beginTaggedField();
    switch (tag) {
      case 0: if (v >= 3) logDirs = r.readUuidArray(true); else r.skipTo(end); break;
      case 1: if (v >= 4) cordonedLogDirs = r.readNullableUuidArray(true); else r.skipTo(end); break;
      case 10000: planeEndpoint = r.readNullableString(true); break;
      default: r.skipTo(end);
    }
    r.endTaggedField(end);
  }
  return { brokerId, isMigratingZkBroker, incarnationId, brokerEpoch, endPoints, features, rack, fenced, inControlledShutdown, logDirs, cordonedLogDirs, planeEndpoint };
}

function writeRegisterBrokerRecord(w: WireWriter, { brokerId, isMigratingZkBroker = false, incarnationId, brokerEpoch, endPoints, features, rack, fenced = true, inControlledShutdown = false, logDirs = [], cordonedLogDirs = null, planeEndpoint = null }: RegisterBrokerRecordInput, v: number): void {
  w.writeInt32(brokerId);
  if (v >= 2) { w.writeBool(isMigratingZkBroker); }
  w.writeUuid(incarnationId);
  w.writeInt64(brokerEpoch);
  writeBrokerEndpointArray(w, endPoints, v);
  writeBrokerFeatureArray(w, features, v);
  w.writeNullableString(rack, true);
  w.writeBool(fenced);
  if (v >= 1) { w.writeBool(inControlledShutdown); }
  const hasLogDirs = v >= 3 && (logDirs.length > 0);
  const hasCordonedLogDirs = v >= 4 && (cordonedLogDirs !== null);
  const hasPlaneEndpoint = planeEndpoint !== null;
  w.writeUnsignedVarint((hasLogDirs ? 1 : 0) + (hasCordonedLogDirs ? 1 : 0) + (hasPlaneEndpoint ? 1 : 0));
  if (hasLogDirs) {
    const at = w.beginTaggedField(0);
    w.writeUuidArray(logDirs, true);
    w.endTaggedField(at);
  }
  if (hasCordonedLogDirs) {
    const at = w.beginTaggedField(1);
    w.writeNullableUuidArray(cordonedLogDirs, true);
    w.endTaggedField(at);
  }
  if (hasPlaneEndpoint) {
    const at = w.beginTaggedField(10000);
    w.writeNullableString(planeEndpoint, true);
    w.endTaggedField(at);
  }
}

function readBrokerEndpointArray(r: WireReader, v: number): BrokerEndpoint[] {
  let n = r.readArrayLength(true, 7);
  const a: BrokerEndpoint[] = [];
  for (; n > 0; n--) a.push(readBrokerEndpoint(r, v));
  return a;
}

function writeBrokerEndpointArray(w: WireWriter, a: readonly BrokerEndpointInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeBrokerEndpoint(w, x, v);
}

function readBrokerFeatureArray(r: WireReader, v: number): BrokerFeature[] {
  let n = r.readArrayLength(true, 6);
  const a: BrokerFeature[] = [];
  for (; n > 0; n--) a.push(readBrokerFeature(r, v));
  return a;
}

function writeBrokerFeatureArray(w: WireWriter, a: readonly BrokerFeatureInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeBrokerFeature(w, x, v);
}

/** Codec of {@link RegisterBrokerRecord}. */
export const RegisterBrokerRecordCodec: Codec<RegisterBrokerRecord, RegisterBrokerRecordInput> = {
  name: 'RegisterBrokerRecord', apiKey: 0, minVersion: 0, maxVersion: 4, flexibleFrom: 0,
  decode: readRegisterBrokerRecord, encode: writeRegisterBrokerRecord,
};

/** UnregisterBrokerRecord: version 0, flexible from 0. */
export interface UnregisterBrokerRecord {
  brokerId: number;
  brokerEpoch: number;
}

/** What an encoder wants for UnregisterBrokerRecord. */
export interface UnregisterBrokerRecordInput {
  brokerId: number;
  brokerEpoch: number;
}

function readUnregisterBrokerRecord(r: WireReader, v: number): UnregisterBrokerRecord {
  const brokerId = r.readInt32();
  const brokerEpoch = r.readInt64();
  r.skipTaggedFields();
  return { brokerId, brokerEpoch };
}

function writeUnregisterBrokerRecord(w: WireWriter, { brokerId, brokerEpoch }: UnregisterBrokerRecordInput, v: number): void {
  w.writeInt32(brokerId);
  w.writeInt64(brokerEpoch);
  w.writeNoTaggedFields();
}

/** Codec of {@link UnregisterBrokerRecord}. */
export const UnregisterBrokerRecordCodec: Codec<UnregisterBrokerRecord, UnregisterBrokerRecordInput> = {
  name: 'UnregisterBrokerRecord', apiKey: 1, minVersion: 0, maxVersion: 0, flexibleFrom: 0,
  decode: readUnregisterBrokerRecord, encode: writeUnregisterBrokerRecord,
};

/** TopicRecord: version 0, flexible from 0. */
export interface TopicRecord {
  name: string;
  topicId: Uuid;
}

/** What an encoder wants for TopicRecord. */
export interface TopicRecordInput {
  name: string;
  topicId: Uuid;
}

function readTopicRecord(r: WireReader, v: number): TopicRecord {
  const name = r.readString(true);
  const topicId = r.readUuid();
  r.skipTaggedFields();
  return { name, topicId };
}

function writeTopicRecord(w: WireWriter, { name, topicId }: TopicRecordInput, v: number): void {
  w.writeString(name, true);
  w.writeUuid(topicId);
  w.writeNoTaggedFields();
}

/** Codec of {@link TopicRecord}. */
export const TopicRecordCodec: Codec<TopicRecord, TopicRecordInput> = {
  name: 'TopicRecord', apiKey: 2, minVersion: 0, maxVersion: 0, flexibleFrom: 0,
  decode: readTopicRecord, encode: writeTopicRecord,
};

/** PartitionRecord: versions 0-2, flexible from 0. */
export interface PartitionRecord {
  partitionId: number;
  topicId: Uuid;
  replicas: number[];
  isr: number[];
  removingReplicas: number[];
  addingReplicas: number[];
  leader: number;
  leaderRecoveryState: number;
  leaderEpoch: number;
  partitionEpoch: number;
  directories: Uuid[];
  eligibleLeaderReplicas: number[] | null;
  lastKnownElr: number[] | null;
}

/** What an encoder wants for PartitionRecord. */
export interface PartitionRecordInput {
  partitionId?: number | undefined;
  topicId: Uuid;
  replicas: readonly number[];
  isr: readonly number[];
  removingReplicas: readonly number[];
  addingReplicas: readonly number[];
  leader?: number | undefined;
  leaderRecoveryState?: number | undefined;
  leaderEpoch?: number | undefined;
  partitionEpoch?: number | undefined;
  directories?: readonly Uuid[] | undefined;
  eligibleLeaderReplicas?: readonly number[] | null | undefined;
  lastKnownElr?: readonly number[] | null | undefined;
}

function readPartitionRecord(r: WireReader, v: number): PartitionRecord {
  const partitionId = r.readInt32();
  const topicId = r.readUuid();
  const replicas = r.readInt32Array(true);
  const isr = r.readInt32Array(true);
  const removingReplicas = r.readInt32Array(true);
  const addingReplicas = r.readInt32Array(true);
  const leader = r.readInt32();
  let leaderRecoveryState: number = 0;
  const leaderEpoch = r.readInt32();
  const partitionEpoch = r.readInt32();
  const directories = v >= 1 ? r.readUuidArray(true) : [];
  let eligibleLeaderReplicas: number[] | null = null;
  let lastKnownElr: number[] | null = null;
  for (let n = r.readUnsignedVarint(); n > 0; n--) {
    const tag = r.readUnsignedVarint();
    const end = r.beginTaggedField();
    switch (tag) {
      case 0: leaderRecoveryState = r.readInt8(); break;
      case 1: if (v >= 2) eligibleLeaderReplicas = r.readNullableInt32Array(true); else r.skipTo(end); break;
      case 2: if (v >= 2) lastKnownElr = r.readNullableInt32Array(true); else r.skipTo(end); break;
      default: r.skipTo(end);
    }
    r.endTaggedField(end);
  }
  return { partitionId, topicId, replicas, isr, removingReplicas, addingReplicas, leader, leaderRecoveryState, leaderEpoch, partitionEpoch, directories, eligibleLeaderReplicas, lastKnownElr };
}

function writePartitionRecord(w: WireWriter, { partitionId = -1, topicId, replicas, isr, removingReplicas, addingReplicas, leader = -1, leaderRecoveryState = 0, leaderEpoch = -1, partitionEpoch = -1, directories = [], eligibleLeaderReplicas = null, lastKnownElr = null }: PartitionRecordInput, v: number): void {
  w.writeInt32(partitionId);
  w.writeUuid(topicId);
  w.writeInt32Array(replicas, true);
  w.writeInt32Array(isr, true);
  w.writeInt32Array(removingReplicas, true);
  w.writeInt32Array(addingReplicas, true);
  w.writeInt32(leader);
  w.writeInt32(leaderEpoch);
  w.writeInt32(partitionEpoch);
  if (v >= 1) { w.writeUuidArray(directories, true); }
  const hasLeaderRecoveryState = leaderRecoveryState !== 0;
  const hasEligibleLeaderReplicas = v >= 2 && (eligibleLeaderReplicas !== null);
  const hasLastKnownElr = v >= 2 && (lastKnownElr !== null);
  w.writeUnsignedVarint((hasLeaderRecoveryState ? 1 : 0) + (hasEligibleLeaderReplicas ? 1 : 0) + (hasLastKnownElr ? 1 : 0));
  if (hasLeaderRecoveryState) {
    const at = w.beginTaggedField(0);
    w.writeInt8(leaderRecoveryState);
    w.endTaggedField(at);
  }
  if (hasEligibleLeaderReplicas) {
    const at = w.beginTaggedField(1);
    w.writeNullableInt32Array(eligibleLeaderReplicas, true);
    w.endTaggedField(at);
  }
  if (hasLastKnownElr) {
    const at = w.beginTaggedField(2);
    w.writeNullableInt32Array(lastKnownElr, true);
    w.endTaggedField(at);
  }
}

/** Codec of {@link PartitionRecord}. */
export const PartitionRecordCodec: Codec<PartitionRecord, PartitionRecordInput> = {
  name: 'PartitionRecord', apiKey: 3, minVersion: 0, maxVersion: 2, flexibleFrom: 0,
  decode: readPartitionRecord, encode: writePartitionRecord,
};

/** ConfigRecord: version 0, flexible from 0. */
export interface ConfigRecord {
  resourceType: number;
  resourceName: string;
  name: string;
  value: string | null;
}

/** What an encoder wants for ConfigRecord. */
export interface ConfigRecordInput {
  resourceType: number;
  resourceName: string;
  name: string;
  value: string | null;
}

function readConfigRecord(r: WireReader, v: number): ConfigRecord {
  const resourceType = r.readInt8();
  const resourceName = r.readString(true);
  const name = r.readString(true);
  const value = r.readNullableString(true);
  r.skipTaggedFields();
  return { resourceType, resourceName, name, value };
}

function writeConfigRecord(w: WireWriter, { resourceType, resourceName, name, value }: ConfigRecordInput, v: number): void {
  w.writeInt8(resourceType);
  w.writeString(resourceName, true);
  w.writeString(name, true);
  w.writeNullableString(value, true);
  w.writeNoTaggedFields();
}

/** Codec of {@link ConfigRecord}. */
export const ConfigRecordCodec: Codec<ConfigRecord, ConfigRecordInput> = {
  name: 'ConfigRecord', apiKey: 4, minVersion: 0, maxVersion: 0, flexibleFrom: 0,
  decode: readConfigRecord, encode: writeConfigRecord,
};

/** PartitionChangeRecord: versions 0-2, flexible from 0. */
export interface PartitionChangeRecord {
  partitionId: number;
  topicId: Uuid;
  isr: number[] | null;
  leader: number;
  replicas: number[] | null;
  removingReplicas: number[] | null;
  addingReplicas: number[] | null;
  leaderRecoveryState: number;
  directories: Uuid[] | null;
  eligibleLeaderReplicas: number[] | null;
  lastKnownElr: number[] | null;
}

/** What an encoder wants for PartitionChangeRecord. */
export interface PartitionChangeRecordInput {
  partitionId?: number | undefined;
  topicId: Uuid;
  isr?: readonly number[] | null | undefined;
  leader?: number | undefined;
  replicas?: readonly number[] | null | undefined;
  removingReplicas?: readonly number[] | null | undefined;
  addingReplicas?: readonly number[] | null | undefined;
  leaderRecoveryState?: number | undefined;
  directories?: readonly Uuid[] | null | undefined;
  eligibleLeaderReplicas?: readonly number[] | null | undefined;
  lastKnownElr?: readonly number[] | null | undefined;
}

function readPartitionChangeRecord(r: WireReader, v: number): PartitionChangeRecord {
  const partitionId = r.readInt32();
  const topicId = r.readUuid();
  let isr: number[] | null = null;
  let leader: number = -2;
  let replicas: number[] | null = null;
  let removingReplicas: number[] | null = null;
  let addingReplicas: number[] | null = null;
  let leaderRecoveryState: number = -1;
  let directories: Uuid[] | null = null;
  let eligibleLeaderReplicas: number[] | null = null;
  let lastKnownElr: number[] | null = null;
  for (let n = r.readUnsignedVarint(); n > 0; n--) {
    const tag = r.readUnsignedVarint();
    const end = r.beginTaggedField();
    switch (tag) {
      case 0: isr = r.readNullableInt32Array(true); break;
      case 1: leader = r.readInt32(); break;
      case 2: replicas = r.readNullableInt32Array(true); break;
      case 3: removingReplicas = r.readNullableInt32Array(true); break;
      case 4: addingReplicas = r.readNullableInt32Array(true); break;
      case 5: leaderRecoveryState = r.readInt8(); break;
      case 8: if (v >= 1) directories = r.readNullableUuidArray(true); else r.skipTo(end); break;
      case 6: if (v >= 2) eligibleLeaderReplicas = r.readNullableInt32Array(true); else r.skipTo(end); break;
      case 7: if (v >= 2) lastKnownElr = r.readNullableInt32Array(true); else r.skipTo(end); break;
      default: r.skipTo(end);
    }
    r.endTaggedField(end);
  }
  return { partitionId, topicId, isr, leader, replicas, removingReplicas, addingReplicas, leaderRecoveryState, directories, eligibleLeaderReplicas, lastKnownElr };
}

function writePartitionChangeRecord(w: WireWriter, { partitionId = -1, topicId, isr = null, leader = -2, replicas = null, removingReplicas = null, addingReplicas = null, leaderRecoveryState = -1, directories = null, eligibleLeaderReplicas = null, lastKnownElr = null }: PartitionChangeRecordInput, v: number): void {
  w.writeInt32(partitionId);
  w.writeUuid(topicId);
  const hasIsr = isr !== null;
  const hasLeader = leader !== -2;
  const hasReplicas = replicas !== null;
  const hasRemovingReplicas = removingReplicas !== null;
  const hasAddingReplicas = addingReplicas !== null;
  const hasLeaderRecoveryState = leaderRecoveryState !== -1;
  const hasEligibleLeaderReplicas = v >= 2 && (eligibleLeaderReplicas !== null);
  const hasLastKnownElr = v >= 2 && (lastKnownElr !== null);
  const hasDirectories = v >= 1 && (directories !== null);
  w.writeUnsignedVarint((hasIsr ? 1 : 0) + (hasLeader ? 1 : 0) + (hasReplicas ? 1 : 0) + (hasRemovingReplicas ? 1 : 0) + (hasAddingReplicas ? 1 : 0) + (hasLeaderRecoveryState ? 1 : 0) + (hasEligibleLeaderReplicas ? 1 : 0) + (hasLastKnownElr ? 1 : 0) + (hasDirectories ? 1 : 0));
  if (hasIsr) {
    const at = w.beginTaggedField(0);
    w.writeNullableInt32Array(isr, true);
    w.endTaggedField(at);
  }
  if (hasLeader) {
    const at = w.beginTaggedField(1);
    w.writeInt32(leader);
    w.endTaggedField(at);
  }
  if (hasReplicas) {
    const at = w.beginTaggedField(2);
    w.writeNullableInt32Array(replicas, true);
    w.endTaggedField(at);
  }
  if (hasRemovingReplicas) {
    const at = w.beginTaggedField(3);
    w.writeNullableInt32Array(removingReplicas, true);
    w.endTaggedField(at);
  }
  if (hasAddingReplicas) {
    const at = w.beginTaggedField(4);
    w.writeNullableInt32Array(addingReplicas, true);
    w.endTaggedField(at);
  }
  if (hasLeaderRecoveryState) {
    const at = w.beginTaggedField(5);
    w.writeInt8(leaderRecoveryState);
    w.endTaggedField(at);
  }
  if (hasEligibleLeaderReplicas) {
    const at = w.beginTaggedField(6);
    w.writeNullableInt32Array(eligibleLeaderReplicas, true);
    w.endTaggedField(at);
  }
  if (hasLastKnownElr) {
    const at = w.beginTaggedField(7);
    w.writeNullableInt32Array(lastKnownElr, true);
    w.endTaggedField(at);
  }
  if (hasDirectories) {
    const at = w.beginTaggedField(8);
    w.writeNullableUuidArray(directories, true);
    w.endTaggedField(at);
  }
}

/** Codec of {@link PartitionChangeRecord}. */
export const PartitionChangeRecordCodec: Codec<PartitionChangeRecord, PartitionChangeRecordInput> = {
  name: 'PartitionChangeRecord', apiKey: 5, minVersion: 0, maxVersion: 2, flexibleFrom: 0,
  decode: readPartitionChangeRecord, encode: writePartitionChangeRecord,
};

/** FenceBrokerRecord: version 0, flexible from 0. */
export interface FenceBrokerRecord {
  id: number;
  epoch: number;
}

/** What an encoder wants for FenceBrokerRecord. */
export interface FenceBrokerRecordInput {
  id: number;
  epoch: number;
}

function readFenceBrokerRecord(r: WireReader, v: number): FenceBrokerRecord {
  const id = r.readInt32();
  const epoch = r.readInt64();
  r.skipTaggedFields();
  return { id, epoch };
}

function writeFenceBrokerRecord(w: WireWriter, { id, epoch }: FenceBrokerRecordInput, v: number): void {
  w.writeInt32(id);
  w.writeInt64(epoch);
  w.writeNoTaggedFields();
}

/** Codec of {@link FenceBrokerRecord}. */
export const FenceBrokerRecordCodec: Codec<FenceBrokerRecord, FenceBrokerRecordInput> = {
  name: 'FenceBrokerRecord', apiKey: 7, minVersion: 0, maxVersion: 0, flexibleFrom: 0,
  decode: readFenceBrokerRecord, encode: writeFenceBrokerRecord,
};

/** UnfenceBrokerRecord: version 0, flexible from 0. */
export interface UnfenceBrokerRecord {
  id: number;
  epoch: number;
}

/** What an encoder wants for UnfenceBrokerRecord. */
export interface UnfenceBrokerRecordInput {
  id: number;
  epoch: number;
}

function readUnfenceBrokerRecord(r: WireReader, v: number): UnfenceBrokerRecord {
  const id = r.readInt32();
  const epoch = r.readInt64();
  r.skipTaggedFields();
  return { id, epoch };
}

function writeUnfenceBrokerRecord(w: WireWriter, { id, epoch }: UnfenceBrokerRecordInput, v: number): void {
  w.writeInt32(id);
  w.writeInt64(epoch);
  w.writeNoTaggedFields();
}

/** Codec of {@link UnfenceBrokerRecord}. */
export const UnfenceBrokerRecordCodec: Codec<UnfenceBrokerRecord, UnfenceBrokerRecordInput> = {
  name: 'UnfenceBrokerRecord', apiKey: 8, minVersion: 0, maxVersion: 0, flexibleFrom: 0,
  decode: readUnfenceBrokerRecord, encode: writeUnfenceBrokerRecord,
};

/** RemoveTopicRecord: version 0, flexible from 0. */
export interface RemoveTopicRecord {
  topicId: Uuid;
}

/** What an encoder wants for RemoveTopicRecord. */
export interface RemoveTopicRecordInput {
  topicId: Uuid;
}

function readRemoveTopicRecord(r: WireReader, v: number): RemoveTopicRecord {
  const topicId = r.readUuid();
  r.skipTaggedFields();
  return { topicId };
}

function writeRemoveTopicRecord(w: WireWriter, { topicId }: RemoveTopicRecordInput, v: number): void {
  w.writeUuid(topicId);
  w.writeNoTaggedFields();
}

/** Codec of {@link RemoveTopicRecord}. */
export const RemoveTopicRecordCodec: Codec<RemoveTopicRecord, RemoveTopicRecordInput> = {
  name: 'RemoveTopicRecord', apiKey: 9, minVersion: 0, maxVersion: 0, flexibleFrom: 0,
  decode: readRemoveTopicRecord, encode: writeRemoveTopicRecord,
};

/** DelegationTokenRecord: version 0, flexible from 0. */
export interface DelegationTokenRecord {
  owner: string;
  requester: string;
  renewers: string[];
  issueTimestamp: number;
  maxTimestamp: number;
  expirationTimestamp: number;
  tokenId: string;
}

/** What an encoder wants for DelegationTokenRecord. */
export interface DelegationTokenRecordInput {
  owner: string;
  requester: string;
  renewers: readonly string[];
  issueTimestamp: number;
  maxTimestamp: number;
  expirationTimestamp: number;
  tokenId: string;
}

function readDelegationTokenRecord(r: WireReader, v: number): DelegationTokenRecord {
  const owner = r.readString(true);
  const requester = r.readString(true);
  const renewers = r.readStringArray(true);
  const issueTimestamp = r.readInt64();
  const maxTimestamp = r.readInt64();
  const expirationTimestamp = r.readInt64();
  const tokenId = r.readString(true);
  r.skipTaggedFields();
  return { owner, requester, renewers, issueTimestamp, maxTimestamp, expirationTimestamp, tokenId };
}

function writeDelegationTokenRecord(w: WireWriter, { owner, requester, renewers, issueTimestamp, maxTimestamp, expirationTimestamp, tokenId }: DelegationTokenRecordInput, v: number): void {
  w.writeString(owner, true);
  w.writeString(requester, true);
  w.writeStringArray(renewers, true);
  w.writeInt64(issueTimestamp);
  w.writeInt64(maxTimestamp);
  w.writeInt64(expirationTimestamp);
  w.writeString(tokenId, true);
  w.writeNoTaggedFields();
}

/** Codec of {@link DelegationTokenRecord}. */
export const DelegationTokenRecordCodec: Codec<DelegationTokenRecord, DelegationTokenRecordInput> = {
  name: 'DelegationTokenRecord', apiKey: 10, minVersion: 0, maxVersion: 0, flexibleFrom: 0,
  decode: readDelegationTokenRecord, encode: writeDelegationTokenRecord,
};

/** UserScramCredentialRecord: version 0, flexible from 0. */
export interface UserScramCredentialRecord {
  name: string;
  mechanism: number;
  salt: Uint8Array;
  storedKey: Uint8Array;
  serverKey: Uint8Array;
  iterations: number;
}

/** What an encoder wants for UserScramCredentialRecord. */
export interface UserScramCredentialRecordInput {
  name: string;
  mechanism: number;
  salt: Uint8Array;
  storedKey: Uint8Array;
  serverKey: Uint8Array;
  iterations: number;
}

function readUserScramCredentialRecord(r: WireReader, v: number): UserScramCredentialRecord {
  const name = r.readString(true);
  const mechanism = r.readInt8();
  const salt = r.readBytes(true);
  const storedKey = r.readBytes(true);
  const serverKey = r.readBytes(true);
  const iterations = r.readInt32();
  r.skipTaggedFields();
  return { name, mechanism, salt, storedKey, serverKey, iterations };
}

function writeUserScramCredentialRecord(w: WireWriter, { name, mechanism, salt, storedKey, serverKey, iterations }: UserScramCredentialRecordInput, v: number): void {
  w.writeString(name, true);
  w.writeInt8(mechanism);
  w.writeBytes(salt, true);
  w.writeBytes(storedKey, true);
  w.writeBytes(serverKey, true);
  w.writeInt32(iterations);
  w.writeNoTaggedFields();
}

/** Codec of {@link UserScramCredentialRecord}. */
export const UserScramCredentialRecordCodec: Codec<UserScramCredentialRecord, UserScramCredentialRecordInput> = {
  name: 'UserScramCredentialRecord', apiKey: 11, minVersion: 0, maxVersion: 0, flexibleFrom: 0,
  decode: readUserScramCredentialRecord, encode: writeUserScramCredentialRecord,
};

/** FeatureLevelRecord: version 0, flexible from 0. */
export interface FeatureLevelRecord {
  name: string;
  featureLevel: number;
}

/** What an encoder wants for FeatureLevelRecord. */
export interface FeatureLevelRecordInput {
  name: string;
  featureLevel: number;
}

function readFeatureLevelRecord(r: WireReader, v: number): FeatureLevelRecord {
  const name = r.readString(true);
  const featureLevel = r.readInt16();
  r.skipTaggedFields();
  return { name, featureLevel };
}

function writeFeatureLevelRecord(w: WireWriter, { name, featureLevel }: FeatureLevelRecordInput, v: number): void {
  w.writeString(name, true);
  w.writeInt16(featureLevel);
  w.writeNoTaggedFields();
}

/** Codec of {@link FeatureLevelRecord}. */
export const FeatureLevelRecordCodec: Codec<FeatureLevelRecord, FeatureLevelRecordInput> = {
  name: 'FeatureLevelRecord', apiKey: 12, minVersion: 0, maxVersion: 0, flexibleFrom: 0,
  decode: readFeatureLevelRecord, encode: writeFeatureLevelRecord,
};

export interface ClientQuotaRecordEntityData {
  entityType: string;
  entityName: string | null;
}

export interface ClientQuotaRecordEntityDataInput {
  entityType: string;
  entityName: string | null;
}

/** ClientQuotaRecord: version 0, flexible from 0. */
export interface ClientQuotaRecord {
  entity: ClientQuotaRecordEntityData[];
  key: string;
  value: number;
  remove: boolean;
}

/** What an encoder wants for ClientQuotaRecord. */
export interface ClientQuotaRecordInput {
  entity: readonly ClientQuotaRecordEntityDataInput[];
  key: string;
  value: number;
  remove: boolean;
}

function readClientQuotaRecordEntityData(r: WireReader, v: number): ClientQuotaRecordEntityData {
  const entityType = r.readString(true);
  const entityName = r.readNullableString(true);
  r.skipTaggedFields();
  return { entityType, entityName };
}

function writeClientQuotaRecordEntityData(w: WireWriter, { entityType, entityName }: ClientQuotaRecordEntityDataInput, v: number): void {
  w.writeString(entityType, true);
  w.writeNullableString(entityName, true);
  w.writeNoTaggedFields();
}

function readClientQuotaRecord(r: WireReader, v: number): ClientQuotaRecord {
  const entity = readClientQuotaRecordEntityDataArray(r, v);
  const key = r.readString(true);
  const value = r.readFloat64();
  const remove = r.readBool();
  r.skipTaggedFields();
  return { entity, key, value, remove };
}

function writeClientQuotaRecord(w: WireWriter, { entity, key, value, remove }: ClientQuotaRecordInput, v: number): void {
  writeClientQuotaRecordEntityDataArray(w, entity, v);
  w.writeString(key, true);
  w.writeFloat64(value);
  w.writeBool(remove);
  w.writeNoTaggedFields();
}

function readClientQuotaRecordEntityDataArray(r: WireReader, v: number): ClientQuotaRecordEntityData[] {
  let n = r.readArrayLength(true, 3);
  const a: ClientQuotaRecordEntityData[] = [];
  for (; n > 0; n--) a.push(readClientQuotaRecordEntityData(r, v));
  return a;
}

function writeClientQuotaRecordEntityDataArray(w: WireWriter, a: readonly ClientQuotaRecordEntityDataInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeClientQuotaRecordEntityData(w, x, v);
}

/** Codec of {@link ClientQuotaRecord}. */
export const ClientQuotaRecordCodec: Codec<ClientQuotaRecord, ClientQuotaRecordInput> = {
  name: 'ClientQuotaRecord', apiKey: 14, minVersion: 0, maxVersion: 0, flexibleFrom: 0,
  decode: readClientQuotaRecord, encode: writeClientQuotaRecord,
};

/** ProducerIdsRecord: version 0, flexible from 0. */
export interface ProducerIdsRecord {
  brokerId: number;
  brokerEpoch: number;
  nextProducerId: number;
}

/** What an encoder wants for ProducerIdsRecord. */
export interface ProducerIdsRecordInput {
  brokerId: number;
  brokerEpoch?: number | undefined;
  nextProducerId: number;
}

function readProducerIdsRecord(r: WireReader, v: number): ProducerIdsRecord {
  const brokerId = r.readInt32();
  const brokerEpoch = r.readInt64();
  const nextProducerId = r.readInt64();
  r.skipTaggedFields();
  return { brokerId, brokerEpoch, nextProducerId };
}

function writeProducerIdsRecord(w: WireWriter, { brokerId, brokerEpoch = -1, nextProducerId }: ProducerIdsRecordInput, v: number): void {
  w.writeInt32(brokerId);
  w.writeInt64(brokerEpoch);
  w.writeInt64(nextProducerId);
  w.writeNoTaggedFields();
}

/** Codec of {@link ProducerIdsRecord}. */
export const ProducerIdsRecordCodec: Codec<ProducerIdsRecord, ProducerIdsRecordInput> = {
  name: 'ProducerIdsRecord', apiKey: 15, minVersion: 0, maxVersion: 0, flexibleFrom: 0,
  decode: readProducerIdsRecord, encode: writeProducerIdsRecord,
};

/** BrokerRegistrationChangeRecord: versions 0-3, flexible from 0. */
export interface BrokerRegistrationChangeRecord {
  brokerId: number;
  brokerEpoch: number;
  fenced: number;
  inControlledShutdown: number;
  logDirs: Uuid[];
  cordonedLogDirs: Uuid[] | null;
}

/** What an encoder wants for BrokerRegistrationChangeRecord. */
export interface BrokerRegistrationChangeRecordInput {
  brokerId: number;
  brokerEpoch: number;
  fenced?: number | undefined;
  inControlledShutdown?: number | undefined;
  logDirs?: readonly Uuid[] | undefined;
  cordonedLogDirs?: readonly Uuid[] | null | undefined;
}

function readBrokerRegistrationChangeRecord(r: WireReader, v: number): BrokerRegistrationChangeRecord {
  const brokerId = r.readInt32();
  const brokerEpoch = r.readInt64();
  let fenced: number = 0;
  let inControlledShutdown: number = 0;
  let logDirs: Uuid[] = [];
  let cordonedLogDirs: Uuid[] | null = null;
  for (let n = r.readUnsignedVarint(); n > 0; n--) {
    const tag = r.readUnsignedVarint();
    const end = r.beginTaggedField();
    switch (tag) {
      case 0: fenced = r.readInt8(); break;
      case 1: if (v >= 1) inControlledShutdown = r.readInt8(); else r.skipTo(end); break;
      case 2: if (v >= 2) logDirs = r.readUuidArray(true); else r.skipTo(end); break;
      case 3: if (v >= 3) cordonedLogDirs = r.readNullableUuidArray(true); else r.skipTo(end); break;
      default: r.skipTo(end);
    }
    r.endTaggedField(end);
  }
  return { brokerId, brokerEpoch, fenced, inControlledShutdown, logDirs, cordonedLogDirs };
}

function writeBrokerRegistrationChangeRecord(w: WireWriter, { brokerId, brokerEpoch, fenced = 0, inControlledShutdown = 0, logDirs = [], cordonedLogDirs = null }: BrokerRegistrationChangeRecordInput, v: number): void {
  w.writeInt32(brokerId);
  w.writeInt64(brokerEpoch);
  const hasFenced = fenced !== 0;
  const hasInControlledShutdown = v >= 1 && (inControlledShutdown !== 0);
  const hasLogDirs = v >= 2 && (logDirs.length > 0);
  const hasCordonedLogDirs = v >= 3 && (cordonedLogDirs !== null);
  w.writeUnsignedVarint((hasFenced ? 1 : 0) + (hasInControlledShutdown ? 1 : 0) + (hasLogDirs ? 1 : 0) + (hasCordonedLogDirs ? 1 : 0));
  if (hasFenced) {
    const at = w.beginTaggedField(0);
    w.writeInt8(fenced);
    w.endTaggedField(at);
  }
  if (hasInControlledShutdown) {
    const at = w.beginTaggedField(1);
    w.writeInt8(inControlledShutdown);
    w.endTaggedField(at);
  }
  if (hasLogDirs) {
    const at = w.beginTaggedField(2);
    w.writeUuidArray(logDirs, true);
    w.endTaggedField(at);
  }
  if (hasCordonedLogDirs) {
    const at = w.beginTaggedField(3);
    w.writeNullableUuidArray(cordonedLogDirs, true);
    w.endTaggedField(at);
  }
}

/** Codec of {@link BrokerRegistrationChangeRecord}. */
export const BrokerRegistrationChangeRecordCodec: Codec<BrokerRegistrationChangeRecord, BrokerRegistrationChangeRecordInput> = {
  name: 'BrokerRegistrationChangeRecord', apiKey: 17, minVersion: 0, maxVersion: 3, flexibleFrom: 0,
  decode: readBrokerRegistrationChangeRecord, encode: writeBrokerRegistrationChangeRecord,
};

/** AccessControlEntryRecord: version 0, flexible from 0. */
export interface AccessControlEntryRecord {
  id: Uuid;
  resourceType: number;
  resourceName: string;
  patternType: number;
  principal: string;
  host: string;
  operation: number;
  permissionType: number;
}

/** What an encoder wants for AccessControlEntryRecord. */
export interface AccessControlEntryRecordInput {
  id: Uuid;
  resourceType: number;
  resourceName: string;
  patternType: number;
  principal: string;
  host: string;
  operation: number;
  permissionType: number;
}

function readAccessControlEntryRecord(r: WireReader, v: number): AccessControlEntryRecord {
  const id = r.readUuid();
  const resourceType = r.readInt8();
  const resourceName = r.readString(true);
  const patternType = r.readInt8();
  const principal = r.readString(true);
  const host = r.readString(true);
  const operation = r.readInt8();
  const permissionType = r.readInt8();
  r.skipTaggedFields();
  return { id, resourceType, resourceName, patternType, principal, host, operation, permissionType };
}

function writeAccessControlEntryRecord(w: WireWriter, { id, resourceType, resourceName, patternType, principal, host, operation, permissionType }: AccessControlEntryRecordInput, v: number): void {
  w.writeUuid(id);
  w.writeInt8(resourceType);
  w.writeString(resourceName, true);
  w.writeInt8(patternType);
  w.writeString(principal, true);
  w.writeString(host, true);
  w.writeInt8(operation);
  w.writeInt8(permissionType);
  w.writeNoTaggedFields();
}

/** Codec of {@link AccessControlEntryRecord}. */
export const AccessControlEntryRecordCodec: Codec<AccessControlEntryRecord, AccessControlEntryRecordInput> = {
  name: 'AccessControlEntryRecord', apiKey: 18, minVersion: 0, maxVersion: 0, flexibleFrom: 0,
  decode: readAccessControlEntryRecord, encode: writeAccessControlEntryRecord,
};

/** RemoveAccessControlEntryRecord: version 0, flexible from 0. */
export interface RemoveAccessControlEntryRecord {
  id: Uuid;
}

/** What an encoder wants for RemoveAccessControlEntryRecord. */
export interface RemoveAccessControlEntryRecordInput {
  id: Uuid;
}

function readRemoveAccessControlEntryRecord(r: WireReader, v: number): RemoveAccessControlEntryRecord {
  const id = r.readUuid();
  r.skipTaggedFields();
  return { id };
}

function writeRemoveAccessControlEntryRecord(w: WireWriter, { id }: RemoveAccessControlEntryRecordInput, v: number): void {
  w.writeUuid(id);
  w.writeNoTaggedFields();
}

/** Codec of {@link RemoveAccessControlEntryRecord}. */
export const RemoveAccessControlEntryRecordCodec: Codec<RemoveAccessControlEntryRecord, RemoveAccessControlEntryRecordInput> = {
  name: 'RemoveAccessControlEntryRecord', apiKey: 19, minVersion: 0, maxVersion: 0, flexibleFrom: 0,
  decode: readRemoveAccessControlEntryRecord, encode: writeRemoveAccessControlEntryRecord,
};

/** NoOpRecord: version 0, flexible from 0. */
export type NoOpRecord = Record<string, never>;

/** What an encoder wants for NoOpRecord. */
export type NoOpRecordInput = Record<string, never>;

function readNoOpRecord(r: WireReader, v: number): NoOpRecord {
  r.skipTaggedFields();
  return {};
}

function writeNoOpRecord(w: WireWriter, _: NoOpRecordInput, v: number): void {
  w.writeNoTaggedFields();
}

/** Codec of {@link NoOpRecord}. */
export const NoOpRecordCodec: Codec<NoOpRecord, NoOpRecordInput> = {
  name: 'NoOpRecord', apiKey: 20, minVersion: 0, maxVersion: 0, flexibleFrom: 0,
  decode: readNoOpRecord, encode: writeNoOpRecord,
};

/** ZkMigrationStateRecord: version 0, flexible from 0. */
export interface ZkMigrationStateRecord {
  zkMigrationState: number;
}

/** What an encoder wants for ZkMigrationStateRecord. */
export interface ZkMigrationStateRecordInput {
  zkMigrationState: number;
}

function readZkMigrationStateRecord(r: WireReader, v: number): ZkMigrationStateRecord {
  const zkMigrationState = r.readInt8();
  r.skipTaggedFields();
  return { zkMigrationState };
}

function writeZkMigrationStateRecord(w: WireWriter, { zkMigrationState }: ZkMigrationStateRecordInput, v: number): void {
  w.writeInt8(zkMigrationState);
  w.writeNoTaggedFields();
}

/** Codec of {@link ZkMigrationStateRecord}. */
export const ZkMigrationStateRecordCodec: Codec<ZkMigrationStateRecord, ZkMigrationStateRecordInput> = {
  name: 'ZkMigrationStateRecord', apiKey: 21, minVersion: 0, maxVersion: 0, flexibleFrom: 0,
  decode: readZkMigrationStateRecord, encode: writeZkMigrationStateRecord,
};

/** RemoveUserScramCredentialRecord: version 0, flexible from 0. */
export interface RemoveUserScramCredentialRecord {
  name: string;
  mechanism: number;
}

/** What an encoder wants for RemoveUserScramCredentialRecord. */
export interface RemoveUserScramCredentialRecordInput {
  name: string;
  mechanism: number;
}

function readRemoveUserScramCredentialRecord(r: WireReader, v: number): RemoveUserScramCredentialRecord {
  const name = r.readString(true);
  const mechanism = r.readInt8();
  r.skipTaggedFields();
  return { name, mechanism };
}

function writeRemoveUserScramCredentialRecord(w: WireWriter, { name, mechanism }: RemoveUserScramCredentialRecordInput, v: number): void {
  w.writeString(name, true);
  w.writeInt8(mechanism);
  w.writeNoTaggedFields();
}

/** Codec of {@link RemoveUserScramCredentialRecord}. */
export const RemoveUserScramCredentialRecordCodec: Codec<RemoveUserScramCredentialRecord, RemoveUserScramCredentialRecordInput> = {
  name: 'RemoveUserScramCredentialRecord', apiKey: 22, minVersion: 0, maxVersion: 0, flexibleFrom: 0,
  decode: readRemoveUserScramCredentialRecord, encode: writeRemoveUserScramCredentialRecord,
};

/** BeginTransactionRecord: version 0, flexible from 0. */
export interface BeginTransactionRecord {
  name: string | null;
}

/** What an encoder wants for BeginTransactionRecord. */
export interface BeginTransactionRecordInput {
  name?: string | null | undefined;
}

function readBeginTransactionRecord(r: WireReader, v: number): BeginTransactionRecord {
  let name: string | null = null;
  for (let n = r.readUnsignedVarint(); n > 0; n--) {
    const tag = r.readUnsignedVarint();
    const end = r.beginTaggedField();
    switch (tag) {
      case 0: name = r.readNullableString(true); break;
      default: r.skipTo(end);
    }
    r.endTaggedField(end);
  }
  return { name };
}

function writeBeginTransactionRecord(w: WireWriter, { name = null }: BeginTransactionRecordInput, v: number): void {
  const hasName = name !== null;
  w.writeUnsignedVarint((hasName ? 1 : 0));
  if (hasName) {
    const at = w.beginTaggedField(0);
    w.writeNullableString(name, true);
    w.endTaggedField(at);
  }
}

/** Codec of {@link BeginTransactionRecord}. */
export const BeginTransactionRecordCodec: Codec<BeginTransactionRecord, BeginTransactionRecordInput> = {
  name: 'BeginTransactionRecord', apiKey: 23, minVersion: 0, maxVersion: 0, flexibleFrom: 0,
  decode: readBeginTransactionRecord, encode: writeBeginTransactionRecord,
};

/** EndTransactionRecord: version 0, flexible from 0. */
export type EndTransactionRecord = Record<string, never>;

/** What an encoder wants for EndTransactionRecord. */
export type EndTransactionRecordInput = Record<string, never>;

function readEndTransactionRecord(r: WireReader, v: number): EndTransactionRecord {
  r.skipTaggedFields();
  return {};
}

function writeEndTransactionRecord(w: WireWriter, _: EndTransactionRecordInput, v: number): void {
  w.writeNoTaggedFields();
}

/** Codec of {@link EndTransactionRecord}. */
export const EndTransactionRecordCodec: Codec<EndTransactionRecord, EndTransactionRecordInput> = {
  name: 'EndTransactionRecord', apiKey: 24, minVersion: 0, maxVersion: 0, flexibleFrom: 0,
  decode: readEndTransactionRecord, encode: writeEndTransactionRecord,
};

/** AbortTransactionRecord: version 0, flexible from 0. */
export interface AbortTransactionRecord {
  reason: string | null;
}

/** What an encoder wants for AbortTransactionRecord. */
export interface AbortTransactionRecordInput {
  reason?: string | null | undefined;
}

function readAbortTransactionRecord(r: WireReader, v: number): AbortTransactionRecord {
  let reason: string | null = null;
  for (let n = r.readUnsignedVarint(); n > 0; n--) {
    const tag = r.readUnsignedVarint();
    const end = r.beginTaggedField();
    switch (tag) {
      case 0: reason = r.readNullableString(true); break;
      default: r.skipTo(end);
    }
    r.endTaggedField(end);
  }
  return { reason };
}

function writeAbortTransactionRecord(w: WireWriter, { reason = null }: AbortTransactionRecordInput, v: number): void {
  const hasReason = reason !== null;
  w.writeUnsignedVarint((hasReason ? 1 : 0));
  if (hasReason) {
    const at = w.beginTaggedField(0);
    w.writeNullableString(reason, true);
    w.endTaggedField(at);
  }
}

/** Codec of {@link AbortTransactionRecord}. */
export const AbortTransactionRecordCodec: Codec<AbortTransactionRecord, AbortTransactionRecordInput> = {
  name: 'AbortTransactionRecord', apiKey: 25, minVersion: 0, maxVersion: 0, flexibleFrom: 0,
  decode: readAbortTransactionRecord, encode: writeAbortTransactionRecord,
};

/** RemoveDelegationTokenRecord: version 0, flexible from 0. */
export interface RemoveDelegationTokenRecord {
  tokenId: string;
}

/** What an encoder wants for RemoveDelegationTokenRecord. */
export interface RemoveDelegationTokenRecordInput {
  tokenId: string;
}

function readRemoveDelegationTokenRecord(r: WireReader, v: number): RemoveDelegationTokenRecord {
  const tokenId = r.readString(true);
  r.skipTaggedFields();
  return { tokenId };
}

function writeRemoveDelegationTokenRecord(w: WireWriter, { tokenId }: RemoveDelegationTokenRecordInput, v: number): void {
  w.writeString(tokenId, true);
  w.writeNoTaggedFields();
}

/** Codec of {@link RemoveDelegationTokenRecord}. */
export const RemoveDelegationTokenRecordCodec: Codec<RemoveDelegationTokenRecord, RemoveDelegationTokenRecordInput> = {
  name: 'RemoveDelegationTokenRecord', apiKey: 26, minVersion: 0, maxVersion: 0, flexibleFrom: 0,
  decode: readRemoveDelegationTokenRecord, encode: writeRemoveDelegationTokenRecord,
};

export interface ControllerEndpoint {
  name: string;
  host: string;
  port: number;
  securityProtocol: number;
}

export interface ControllerEndpointInput {
  name: string;
  host: string;
  port: number;
  securityProtocol: number;
}

export interface ControllerFeature {
  name: string;
  minSupportedVersion: number;
  maxSupportedVersion: number;
}

export interface ControllerFeatureInput {
  name: string;
  minSupportedVersion: number;
  maxSupportedVersion: number;
}

/** RegisterControllerRecord: version 0, flexible from 0. */
export interface RegisterControllerRecord {
  controllerId: number;
  incarnationId: Uuid;
  zkMigrationReady: boolean;
  endPoints: ControllerEndpoint[];
  features: ControllerFeature[];
}

/** What an encoder wants for RegisterControllerRecord. */
export interface RegisterControllerRecordInput {
  controllerId: number;
  incarnationId: Uuid;
  zkMigrationReady: boolean;
  endPoints: readonly ControllerEndpointInput[];
  features: readonly ControllerFeatureInput[];
}

function readControllerEndpoint(r: WireReader, v: number): ControllerEndpoint {
  const name = r.readString(true);
  const host = r.readString(true);
  const port = r.readUint16();
  const securityProtocol = r.readInt16();
  r.skipTaggedFields();
  return { name, host, port, securityProtocol };
}

function writeControllerEndpoint(w: WireWriter, { name, host, port, securityProtocol }: ControllerEndpointInput, v: number): void {
  w.writeString(name, true);
  w.writeString(host, true);
  w.writeUint16(port);
  w.writeInt16(securityProtocol);
  w.writeNoTaggedFields();
}

function readControllerFeature(r: WireReader, v: number): ControllerFeature {
  const name = r.readString(true);
  const minSupportedVersion = r.readInt16();
  const maxSupportedVersion = r.readInt16();
  r.skipTaggedFields();
  return { name, minSupportedVersion, maxSupportedVersion };
}

function writeControllerFeature(w: WireWriter, { name, minSupportedVersion, maxSupportedVersion }: ControllerFeatureInput, v: number): void {
  w.writeString(name, true);
  w.writeInt16(minSupportedVersion);
  w.writeInt16(maxSupportedVersion);
  w.writeNoTaggedFields();
}

function readRegisterControllerRecord(r: WireReader, v: number): RegisterControllerRecord {
  const controllerId = r.readInt32();
  const incarnationId = r.readUuid();
  const zkMigrationReady = r.readBool();
  const endPoints = readControllerEndpointArray(r, v);
  const features = readControllerFeatureArray(r, v);
  r.skipTaggedFields();
  return { controllerId, incarnationId, zkMigrationReady, endPoints, features };
}

function writeRegisterControllerRecord(w: WireWriter, { controllerId, incarnationId, zkMigrationReady, endPoints, features }: RegisterControllerRecordInput, v: number): void {
  w.writeInt32(controllerId);
  w.writeUuid(incarnationId);
  w.writeBool(zkMigrationReady);
  writeControllerEndpointArray(w, endPoints, v);
  writeControllerFeatureArray(w, features, v);
  w.writeNoTaggedFields();
}

function readControllerEndpointArray(r: WireReader, v: number): ControllerEndpoint[] {
  let n = r.readArrayLength(true, 7);
  const a: ControllerEndpoint[] = [];
  for (; n > 0; n--) a.push(readControllerEndpoint(r, v));
  return a;
}

function writeControllerEndpointArray(w: WireWriter, a: readonly ControllerEndpointInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeControllerEndpoint(w, x, v);
}

function readControllerFeatureArray(r: WireReader, v: number): ControllerFeature[] {
  let n = r.readArrayLength(true, 6);
  const a: ControllerFeature[] = [];
  for (; n > 0; n--) a.push(readControllerFeature(r, v));
  return a;
}

function writeControllerFeatureArray(w: WireWriter, a: readonly ControllerFeatureInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeControllerFeature(w, x, v);
}

/** Codec of {@link RegisterControllerRecord}. */
export const RegisterControllerRecordCodec: Codec<RegisterControllerRecord, RegisterControllerRecordInput> = {
  name: 'RegisterControllerRecord', apiKey: 27, minVersion: 0, maxVersion: 0, flexibleFrom: 0,
  decode: readRegisterControllerRecord, encode: writeRegisterControllerRecord,
};

/** ClearElrRecord: version 0, flexible from 0. */
export interface ClearElrRecord {
  topicName: string;
}

/** What an encoder wants for ClearElrRecord. */
export interface ClearElrRecordInput {
  topicName: string;
}

function readClearElrRecord(r: WireReader, v: number): ClearElrRecord {
  const topicName = r.readString(true);
  r.skipTaggedFields();
  return { topicName };
}

function writeClearElrRecord(w: WireWriter, { topicName }: ClearElrRecordInput, v: number): void {
  w.writeString(topicName, true);
  w.writeNoTaggedFields();
}

/** Codec of {@link ClearElrRecord}. */
export const ClearElrRecordCodec: Codec<ClearElrRecord, ClearElrRecordInput> = {
  name: 'ClearElrRecord', apiKey: 28, minVersion: 0, maxVersion: 0, flexibleFrom: 0,
  decode: readClearElrRecord, encode: writeClearElrRecord,
};

/** Record types of the metadata log. */
export const MetadataRecordType = {
  RegisterBrokerRecord: 0,
  UnregisterBrokerRecord: 1,
  TopicRecord: 2,
  PartitionRecord: 3,
  ConfigRecord: 4,
  PartitionChangeRecord: 5,
  FenceBrokerRecord: 7,
  UnfenceBrokerRecord: 8,
  RemoveTopicRecord: 9,
  DelegationTokenRecord: 10,
  UserScramCredentialRecord: 11,
  FeatureLevelRecord: 12,
  ClientQuotaRecord: 14,
  ProducerIdsRecord: 15,
  BrokerRegistrationChangeRecord: 17,
  AccessControlEntryRecord: 18,
  RemoveAccessControlEntryRecord: 19,
  NoOpRecord: 20,
  ZkMigrationStateRecord: 21,
  RemoveUserScramCredentialRecord: 22,
  BeginTransactionRecord: 23,
  EndTransactionRecord: 24,
  AbortTransactionRecord: 25,
  RemoveDelegationTokenRecord: 26,
  RegisterControllerRecord: 27,
  ClearElrRecord: 28,
} as const;
export type MetadataRecordType = (typeof MetadataRecordType)[keyof typeof MetadataRecordType];

/** The types in {@link metadataRecords}. */
export interface MetadataRecordsTypes {
  0: { value: RegisterBrokerRecord; input: RegisterBrokerRecordInput };
  1: { value: UnregisterBrokerRecord; input: UnregisterBrokerRecordInput };
  2: { value: TopicRecord; input: TopicRecordInput };
  3: { value: PartitionRecord; input: PartitionRecordInput };
  4: { value: ConfigRecord; input: ConfigRecordInput };
  5: { value: PartitionChangeRecord; input: PartitionChangeRecordInput };
  7: { value: FenceBrokerRecord; input: FenceBrokerRecordInput };
  8: { value: UnfenceBrokerRecord; input: UnfenceBrokerRecordInput };
  9: { value: RemoveTopicRecord; input: RemoveTopicRecordInput };
  10: { value: DelegationTokenRecord; input: DelegationTokenRecordInput };
  11: { value: UserScramCredentialRecord; input: UserScramCredentialRecordInput };
  12: { value: FeatureLevelRecord; input: FeatureLevelRecordInput };
  14: { value: ClientQuotaRecord; input: ClientQuotaRecordInput };
  15: { value: ProducerIdsRecord; input: ProducerIdsRecordInput };
  17: { value: BrokerRegistrationChangeRecord; input: BrokerRegistrationChangeRecordInput };
  18: { value: AccessControlEntryRecord; input: AccessControlEntryRecordInput };
  19: { value: RemoveAccessControlEntryRecord; input: RemoveAccessControlEntryRecordInput };
  20: { value: NoOpRecord; input: NoOpRecordInput };
  21: { value: ZkMigrationStateRecord; input: ZkMigrationStateRecordInput };
  22: { value: RemoveUserScramCredentialRecord; input: RemoveUserScramCredentialRecordInput };
  23: { value: BeginTransactionRecord; input: BeginTransactionRecordInput };
  24: { value: EndTransactionRecord; input: EndTransactionRecordInput };
  25: { value: AbortTransactionRecord; input: AbortTransactionRecordInput };
  26: { value: RemoveDelegationTokenRecord; input: RemoveDelegationTokenRecordInput };
  27: { value: RegisterControllerRecord; input: RegisterControllerRecordInput };
  28: { value: ClearElrRecord; input: ClearElrRecordInput };
}

/** Codecs of the metadata log's records, by type. */
export const metadataRecords: { readonly [K in keyof MetadataRecordsTypes]: Codec<MetadataRecordsTypes[K]['value'], MetadataRecordsTypes[K]['input']> } = {
  0: RegisterBrokerRecordCodec,
  1: UnregisterBrokerRecordCodec,
  2: TopicRecordCodec,
  3: PartitionRecordCodec,
  4: ConfigRecordCodec,
  5: PartitionChangeRecordCodec,
  7: FenceBrokerRecordCodec,
  8: UnfenceBrokerRecordCodec,
  9: RemoveTopicRecordCodec,
  10: DelegationTokenRecordCodec,
  11: UserScramCredentialRecordCodec,
  12: FeatureLevelRecordCodec,
  14: ClientQuotaRecordCodec,
  15: ProducerIdsRecordCodec,
  17: BrokerRegistrationChangeRecordCodec,
  18: AccessControlEntryRecordCodec,
  19: RemoveAccessControlEntryRecordCodec,
  20: NoOpRecordCodec,
  21: ZkMigrationStateRecordCodec,
  22: RemoveUserScramCredentialRecordCodec,
  23: BeginTransactionRecordCodec,
  24: EndTransactionRecordCodec,
  25: AbortTransactionRecordCodec,
  26: RemoveDelegationTokenRecordCodec,
  27: RegisterControllerRecordCodec,
  28: ClearElrRecordCodec,
};
