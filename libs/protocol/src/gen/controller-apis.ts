// Generated from libs/protocol/schema by tools/codegen/messages.ts. Do not edit.
/** Messages of the APIs that only controllers serve. */
import { type RecordsSource, type Uuid, ZERO_UUID } from '@ottla/model';
import { type Codec } from '../wire/codec.ts';
import type { WireReader } from '../wire/reader.ts';
import type { WireWriter } from '../wire/writer.ts';

export interface VoteRequestPartitionData {
  partitionIndex: number;
  replicaEpoch: number;
  replicaId: number;
  replicaDirectoryId: Uuid;
  voterDirectoryId: Uuid;
  lastOffsetEpoch: number;
  lastOffset: number;
  preVote: boolean;
}

export interface VoteRequestPartitionDataInput {
  partitionIndex: number;
  replicaEpoch: number;
  replicaId: number;
  replicaDirectoryId?: Uuid | undefined;
  voterDirectoryId?: Uuid | undefined;
  lastOffsetEpoch: number;
  lastOffset: number;
  preVote?: boolean | undefined;
}

export interface VoteRequestTopicData {
  topicName: string;
  partitions: VoteRequestPartitionData[];
}

export interface VoteRequestTopicDataInput {
  topicName: string;
  partitions: readonly VoteRequestPartitionDataInput[];
}

/** VoteRequest: versions 0-2, flexible from 0. */
export interface VoteRequest {
  clusterId: string | null;
  voterId: number;
  topics: VoteRequestTopicData[];
}

/** What an encoder wants for VoteRequest. */
export interface VoteRequestInput {
  clusterId?: string | null | undefined;
  voterId?: number | undefined;
  topics: readonly VoteRequestTopicDataInput[];
}

function readVoteRequestPartitionData(r: WireReader, v: number): VoteRequestPartitionData {
  const partitionIndex = r.readInt32();
  const replicaEpoch = r.readInt32();
  const replicaId = r.readInt32();
  const replicaDirectoryId = v >= 1 ? r.readUuid() : ZERO_UUID;
  const voterDirectoryId = v >= 1 ? r.readUuid() : ZERO_UUID;
  const lastOffsetEpoch = r.readInt32();
  const lastOffset = r.readInt64();
  const preVote = v >= 2 ? r.readBool() : false;
  r.skipTaggedFields();
  return { partitionIndex, replicaEpoch, replicaId, replicaDirectoryId, voterDirectoryId, lastOffsetEpoch, lastOffset, preVote };
}

function writeVoteRequestPartitionData(w: WireWriter, { partitionIndex, replicaEpoch, replicaId, replicaDirectoryId = ZERO_UUID, voterDirectoryId = ZERO_UUID, lastOffsetEpoch, lastOffset, preVote = false }: VoteRequestPartitionDataInput, v: number): void {
  w.writeInt32(partitionIndex);
  w.writeInt32(replicaEpoch);
  w.writeInt32(replicaId);
  if (v >= 1) { w.writeUuid(replicaDirectoryId); }
  if (v >= 1) { w.writeUuid(voterDirectoryId); }
  w.writeInt32(lastOffsetEpoch);
  w.writeInt64(lastOffset);
  if (v >= 2) { w.writeBool(preVote); }
  w.writeNoTaggedFields();
}

function readVoteRequestTopicData(r: WireReader, v: number): VoteRequestTopicData {
  const topicName = r.readString(true);
  const partitions = readVoteRequestPartitionDataArray(r, v);
  r.skipTaggedFields();
  return { topicName, partitions };
}

function writeVoteRequestTopicData(w: WireWriter, { topicName, partitions }: VoteRequestTopicDataInput, v: number): void {
  w.writeString(topicName, true);
  writeVoteRequestPartitionDataArray(w, partitions, v);
  w.writeNoTaggedFields();
}

function readVoteRequest(r: WireReader, v: number): VoteRequest {
  const clusterId = r.readNullableString(true);
  const voterId = v >= 1 ? r.readInt32() : -1;
  const topics = readVoteRequestTopicDataArray(r, v);
  r.skipTaggedFields();
  return { clusterId, voterId, topics };
}

function writeVoteRequest(w: WireWriter, { clusterId = null, voterId = -1, topics }: VoteRequestInput, v: number): void {
  w.writeNullableString(clusterId, true);
  if (v >= 1) { w.writeInt32(voterId); }
  writeVoteRequestTopicDataArray(w, topics, v);
  w.writeNoTaggedFields();
}

function readVoteRequestPartitionDataArray(r: WireReader, v: number): VoteRequestPartitionData[] {
  let n = r.readArrayLength(true, 25);
  const a: VoteRequestPartitionData[] = [];
  for (; n > 0; n--) a.push(readVoteRequestPartitionData(r, v));
  return a;
}

function writeVoteRequestPartitionDataArray(w: WireWriter, a: readonly VoteRequestPartitionDataInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeVoteRequestPartitionData(w, x, v);
}

function readVoteRequestTopicDataArray(r: WireReader, v: number): VoteRequestTopicData[] {
  let n = r.readArrayLength(true, 3);
  const a: VoteRequestTopicData[] = [];
  for (; n > 0; n--) a.push(readVoteRequestTopicData(r, v));
  return a;
}

function writeVoteRequestTopicDataArray(w: WireWriter, a: readonly VoteRequestTopicDataInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeVoteRequestTopicData(w, x, v);
}

/** Codec of {@link VoteRequest}. */
export const VoteRequestCodec: Codec<VoteRequest, VoteRequestInput> = {
  name: 'VoteRequest', apiKey: 52, minVersion: 0, maxVersion: 2, flexibleFrom: 0,
  decode: readVoteRequest, encode: writeVoteRequest,
};

export interface VoteResponsePartitionData {
  partitionIndex: number;
  errorCode: number;
  leaderId: number;
  leaderEpoch: number;
  voteGranted: boolean;
}

export interface VoteResponsePartitionDataInput {
  partitionIndex: number;
  errorCode: number;
  leaderId: number;
  leaderEpoch: number;
  voteGranted: boolean;
}

export interface VoteResponseTopicData {
  topicName: string;
  partitions: VoteResponsePartitionData[];
}

export interface VoteResponseTopicDataInput {
  topicName: string;
  partitions: readonly VoteResponsePartitionDataInput[];
}

export interface VoteResponseNodeEndpoint {
  nodeId: number;
  host: string;
  port: number;
}

export interface VoteResponseNodeEndpointInput {
  nodeId: number;
  host: string;
  port: number;
}

/** VoteResponse: versions 0-2, flexible from 0. */
export interface VoteResponse {
  errorCode: number;
  topics: VoteResponseTopicData[];
  nodeEndpoints: VoteResponseNodeEndpoint[];
}

/** What an encoder wants for VoteResponse. */
export interface VoteResponseInput {
  errorCode: number;
  topics: readonly VoteResponseTopicDataInput[];
  nodeEndpoints?: readonly VoteResponseNodeEndpointInput[] | undefined;
}

function readVoteResponsePartitionData(r: WireReader, v: number): VoteResponsePartitionData {
  const partitionIndex = r.readInt32();
  const errorCode = r.readInt16();
  const leaderId = r.readInt32();
  const leaderEpoch = r.readInt32();
  const voteGranted = r.readBool();
  r.skipTaggedFields();
  return { partitionIndex, errorCode, leaderId, leaderEpoch, voteGranted };
}

function writeVoteResponsePartitionData(w: WireWriter, { partitionIndex, errorCode, leaderId, leaderEpoch, voteGranted }: VoteResponsePartitionDataInput, v: number): void {
  w.writeInt32(partitionIndex);
  w.writeInt16(errorCode);
  w.writeInt32(leaderId);
  w.writeInt32(leaderEpoch);
  w.writeBool(voteGranted);
  w.writeNoTaggedFields();
}

function readVoteResponseTopicData(r: WireReader, v: number): VoteResponseTopicData {
  const topicName = r.readString(true);
  const partitions = readVoteResponsePartitionDataArray(r, v);
  r.skipTaggedFields();
  return { topicName, partitions };
}

function writeVoteResponseTopicData(w: WireWriter, { topicName, partitions }: VoteResponseTopicDataInput, v: number): void {
  w.writeString(topicName, true);
  writeVoteResponsePartitionDataArray(w, partitions, v);
  w.writeNoTaggedFields();
}

function readVoteResponseNodeEndpoint(r: WireReader, v: number): VoteResponseNodeEndpoint {
  const nodeId = r.readInt32();
  const host = r.readString(true);
  const port = r.readUint16();
  r.skipTaggedFields();
  return { nodeId, host, port };
}

function writeVoteResponseNodeEndpoint(w: WireWriter, { nodeId, host, port }: VoteResponseNodeEndpointInput, v: number): void {
  w.writeInt32(nodeId);
  w.writeString(host, true);
  w.writeUint16(port);
  w.writeNoTaggedFields();
}

function readVoteResponse(r: WireReader, v: number): VoteResponse {
  const errorCode = r.readInt16();
  const topics = readVoteResponseTopicDataArray(r, v);
  let nodeEndpoints: VoteResponseNodeEndpoint[] = [];
  for (let n = r.readUnsignedVarint(); n > 0; n--) {
    const tag = r.readUnsignedVarint();
    const end = r.beginTaggedField();
    switch (tag) {
      case 0: if (v >= 1) nodeEndpoints = readVoteResponseNodeEndpointArray(r, v); else r.skipTo(end); break;
      default: r.skipTo(end);
    }
    r.endTaggedField(end);
  }
  return { errorCode, topics, nodeEndpoints };
}

function writeVoteResponse(w: WireWriter, { errorCode, topics, nodeEndpoints = [] }: VoteResponseInput, v: number): void {
  w.writeInt16(errorCode);
  writeVoteResponseTopicDataArray(w, topics, v);
  const hasNodeEndpoints = v >= 1 && (nodeEndpoints.length > 0);
  w.writeUnsignedVarint((hasNodeEndpoints ? 1 : 0));
  if (hasNodeEndpoints) {
    const at = w.beginTaggedField(0);
    writeVoteResponseNodeEndpointArray(w, nodeEndpoints, v);
    w.endTaggedField(at);
  }
}

function readVoteResponsePartitionDataArray(r: WireReader, v: number): VoteResponsePartitionData[] {
  let n = r.readArrayLength(true, 16);
  const a: VoteResponsePartitionData[] = [];
  for (; n > 0; n--) a.push(readVoteResponsePartitionData(r, v));
  return a;
}

function writeVoteResponsePartitionDataArray(w: WireWriter, a: readonly VoteResponsePartitionDataInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeVoteResponsePartitionData(w, x, v);
}

function readVoteResponseTopicDataArray(r: WireReader, v: number): VoteResponseTopicData[] {
  let n = r.readArrayLength(true, 3);
  const a: VoteResponseTopicData[] = [];
  for (; n > 0; n--) a.push(readVoteResponseTopicData(r, v));
  return a;
}

function writeVoteResponseTopicDataArray(w: WireWriter, a: readonly VoteResponseTopicDataInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeVoteResponseTopicData(w, x, v);
}

function readVoteResponseNodeEndpointArray(r: WireReader, v: number): VoteResponseNodeEndpoint[] {
  let n = r.readArrayLength(true, 1);
  const a: VoteResponseNodeEndpoint[] = [];
  for (; n > 0; n--) a.push(readVoteResponseNodeEndpoint(r, v));
  return a;
}

function writeVoteResponseNodeEndpointArray(w: WireWriter, a: readonly VoteResponseNodeEndpointInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeVoteResponseNodeEndpoint(w, x, v);
}

/** Codec of {@link VoteResponse}. */
export const VoteResponseCodec: Codec<VoteResponse, VoteResponseInput> = {
  name: 'VoteResponse', apiKey: 52, minVersion: 0, maxVersion: 2, flexibleFrom: 0,
  decode: readVoteResponse, encode: writeVoteResponse,
};

export interface BeginQuorumEpochRequestPartitionData {
  partitionIndex: number;
  voterDirectoryId: Uuid;
  leaderId: number;
  leaderEpoch: number;
}

export interface BeginQuorumEpochRequestPartitionDataInput {
  partitionIndex: number;
  voterDirectoryId?: Uuid | undefined;
  leaderId: number;
  leaderEpoch: number;
}

export interface BeginQuorumEpochRequestTopicData {
  topicName: string;
  partitions: BeginQuorumEpochRequestPartitionData[];
}

export interface BeginQuorumEpochRequestTopicDataInput {
  topicName: string;
  partitions: readonly BeginQuorumEpochRequestPartitionDataInput[];
}

export interface BeginQuorumEpochRequestLeaderEndpoint {
  name: string;
  host: string;
  port: number;
}

export interface BeginQuorumEpochRequestLeaderEndpointInput {
  name: string;
  host: string;
  port: number;
}

/** BeginQuorumEpochRequest: versions 0-1, flexible from 1. */
export interface BeginQuorumEpochRequest {
  clusterId: string | null;
  voterId: number;
  topics: BeginQuorumEpochRequestTopicData[];
  leaderEndpoints: BeginQuorumEpochRequestLeaderEndpoint[];
}

/** What an encoder wants for BeginQuorumEpochRequest. */
export interface BeginQuorumEpochRequestInput {
  clusterId?: string | null | undefined;
  voterId?: number | undefined;
  topics: readonly BeginQuorumEpochRequestTopicDataInput[];
  leaderEndpoints?: readonly BeginQuorumEpochRequestLeaderEndpointInput[] | undefined;
}

function readBeginQuorumEpochRequestPartitionData(r: WireReader, v: number): BeginQuorumEpochRequestPartitionData {
  const f = v >= 1;
  const partitionIndex = r.readInt32();
  const voterDirectoryId = v >= 1 ? r.readUuid() : ZERO_UUID;
  const leaderId = r.readInt32();
  const leaderEpoch = r.readInt32();
  if (f) r.skipTaggedFields();
  return { partitionIndex, voterDirectoryId, leaderId, leaderEpoch };
}

function writeBeginQuorumEpochRequestPartitionData(w: WireWriter, { partitionIndex, voterDirectoryId = ZERO_UUID, leaderId, leaderEpoch }: BeginQuorumEpochRequestPartitionDataInput, v: number): void {
  const f = v >= 1;
  w.writeInt32(partitionIndex);
  if (v >= 1) { w.writeUuid(voterDirectoryId); }
  w.writeInt32(leaderId);
  w.writeInt32(leaderEpoch);
  if (f) w.writeNoTaggedFields();
}

function readBeginQuorumEpochRequestTopicData(r: WireReader, v: number): BeginQuorumEpochRequestTopicData {
  const f = v >= 1;
  const topicName = r.readString(f);
  const partitions = readBeginQuorumEpochRequestPartitionDataArray(r, v, f);
  if (f) r.skipTaggedFields();
  return { topicName, partitions };
}

function writeBeginQuorumEpochRequestTopicData(w: WireWriter, { topicName, partitions }: BeginQuorumEpochRequestTopicDataInput, v: number): void {
  const f = v >= 1;
  w.writeString(topicName, f);
  writeBeginQuorumEpochRequestPartitionDataArray(w, partitions, v, f);
  if (f) w.writeNoTaggedFields();
}

function readBeginQuorumEpochRequestLeaderEndpoint(r: WireReader, v: number): BeginQuorumEpochRequestLeaderEndpoint {
  const f = v >= 1;
  const name = r.readString(f);
  const host = r.readString(f);
  const port = r.readUint16();
  if (f) r.skipTaggedFields();
  return { name, host, port };
}

function writeBeginQuorumEpochRequestLeaderEndpoint(w: WireWriter, { name, host, port }: BeginQuorumEpochRequestLeaderEndpointInput, v: number): void {
  const f = v >= 1;
  w.writeString(name, f);
  w.writeString(host, f);
  w.writeUint16(port);
  if (f) w.writeNoTaggedFields();
}

function readBeginQuorumEpochRequest(r: WireReader, v: number): BeginQuorumEpochRequest {
  const f = v >= 1;
  const clusterId = r.readNullableString(f);
  const voterId = v >= 1 ? r.readInt32() : -1;
  const topics = readBeginQuorumEpochRequestTopicDataArray(r, v, f);
  const leaderEndpoints = v >= 1 ? readBeginQuorumEpochRequestLeaderEndpointArray(r, v, f) : [];
  if (f) r.skipTaggedFields();
  return { clusterId, voterId, topics, leaderEndpoints };
}

function writeBeginQuorumEpochRequest(w: WireWriter, { clusterId = null, voterId = -1, topics, leaderEndpoints = [] }: BeginQuorumEpochRequestInput, v: number): void {
  const f = v >= 1;
  w.writeNullableString(clusterId, f);
  if (v >= 1) { w.writeInt32(voterId); }
  writeBeginQuorumEpochRequestTopicDataArray(w, topics, v, f);
  if (v >= 1) { writeBeginQuorumEpochRequestLeaderEndpointArray(w, leaderEndpoints, v, f); }
  if (f) w.writeNoTaggedFields();
}

function readBeginQuorumEpochRequestPartitionDataArray(r: WireReader, v: number, f: boolean): BeginQuorumEpochRequestPartitionData[] {
  let n = r.readArrayLength(f, 12);
  const a: BeginQuorumEpochRequestPartitionData[] = [];
  for (; n > 0; n--) a.push(readBeginQuorumEpochRequestPartitionData(r, v));
  return a;
}

function writeBeginQuorumEpochRequestPartitionDataArray(w: WireWriter, a: readonly BeginQuorumEpochRequestPartitionDataInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeBeginQuorumEpochRequestPartitionData(w, x, v);
}

function readBeginQuorumEpochRequestTopicDataArray(r: WireReader, v: number, f: boolean): BeginQuorumEpochRequestTopicData[] {
  let n = r.readArrayLength(f, 3);
  const a: BeginQuorumEpochRequestTopicData[] = [];
  for (; n > 0; n--) a.push(readBeginQuorumEpochRequestTopicData(r, v));
  return a;
}

function writeBeginQuorumEpochRequestTopicDataArray(w: WireWriter, a: readonly BeginQuorumEpochRequestTopicDataInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeBeginQuorumEpochRequestTopicData(w, x, v);
}

function readBeginQuorumEpochRequestLeaderEndpointArray(r: WireReader, v: number, f: boolean): BeginQuorumEpochRequestLeaderEndpoint[] {
  let n = r.readArrayLength(f, 1);
  const a: BeginQuorumEpochRequestLeaderEndpoint[] = [];
  for (; n > 0; n--) a.push(readBeginQuorumEpochRequestLeaderEndpoint(r, v));
  return a;
}

function writeBeginQuorumEpochRequestLeaderEndpointArray(w: WireWriter, a: readonly BeginQuorumEpochRequestLeaderEndpointInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeBeginQuorumEpochRequestLeaderEndpoint(w, x, v);
}

/** Codec of {@link BeginQuorumEpochRequest}. */
export const BeginQuorumEpochRequestCodec: Codec<BeginQuorumEpochRequest, BeginQuorumEpochRequestInput> = {
  name: 'BeginQuorumEpochRequest', apiKey: 53, minVersion: 0, maxVersion: 1, flexibleFrom: 1,
  decode: readBeginQuorumEpochRequest, encode: writeBeginQuorumEpochRequest,
};

export interface BeginQuorumEpochResponsePartitionData {
  partitionIndex: number;
  errorCode: number;
  leaderId: number;
  leaderEpoch: number;
}

export interface BeginQuorumEpochResponsePartitionDataInput {
  partitionIndex: number;
  errorCode: number;
  leaderId: number;
  leaderEpoch: number;
}

export interface BeginQuorumEpochResponseTopicData {
  topicName: string;
  partitions: BeginQuorumEpochResponsePartitionData[];
}

export interface BeginQuorumEpochResponseTopicDataInput {
  topicName: string;
  partitions: readonly BeginQuorumEpochResponsePartitionDataInput[];
}

export interface BeginQuorumEpochResponseNodeEndpoint {
  nodeId: number;
  host: string;
  port: number;
}

export interface BeginQuorumEpochResponseNodeEndpointInput {
  nodeId: number;
  host: string;
  port: number;
}

/** BeginQuorumEpochResponse: versions 0-1, flexible from 1. */
export interface BeginQuorumEpochResponse {
  errorCode: number;
  topics: BeginQuorumEpochResponseTopicData[];
  nodeEndpoints: BeginQuorumEpochResponseNodeEndpoint[];
}

/** What an encoder wants for BeginQuorumEpochResponse. */
export interface BeginQuorumEpochResponseInput {
  errorCode: number;
  topics: readonly BeginQuorumEpochResponseTopicDataInput[];
  nodeEndpoints?: readonly BeginQuorumEpochResponseNodeEndpointInput[] | undefined;
}

function readBeginQuorumEpochResponsePartitionData(r: WireReader, v: number): BeginQuorumEpochResponsePartitionData {
  const f = v >= 1;
  const partitionIndex = r.readInt32();
  const errorCode = r.readInt16();
  const leaderId = r.readInt32();
  const leaderEpoch = r.readInt32();
  if (f) r.skipTaggedFields();
  return { partitionIndex, errorCode, leaderId, leaderEpoch };
}

function writeBeginQuorumEpochResponsePartitionData(w: WireWriter, { partitionIndex, errorCode, leaderId, leaderEpoch }: BeginQuorumEpochResponsePartitionDataInput, v: number): void {
  const f = v >= 1;
  w.writeInt32(partitionIndex);
  w.writeInt16(errorCode);
  w.writeInt32(leaderId);
  w.writeInt32(leaderEpoch);
  if (f) w.writeNoTaggedFields();
}

function readBeginQuorumEpochResponseTopicData(r: WireReader, v: number): BeginQuorumEpochResponseTopicData {
  const f = v >= 1;
  const topicName = r.readString(f);
  const partitions = readBeginQuorumEpochResponsePartitionDataArray(r, v, f);
  if (f) r.skipTaggedFields();
  return { topicName, partitions };
}

function writeBeginQuorumEpochResponseTopicData(w: WireWriter, { topicName, partitions }: BeginQuorumEpochResponseTopicDataInput, v: number): void {
  const f = v >= 1;
  w.writeString(topicName, f);
  writeBeginQuorumEpochResponsePartitionDataArray(w, partitions, v, f);
  if (f) w.writeNoTaggedFields();
}

function readBeginQuorumEpochResponseNodeEndpoint(r: WireReader, v: number): BeginQuorumEpochResponseNodeEndpoint {
  const f = v >= 1;
  const nodeId = r.readInt32();
  const host = r.readString(f);
  const port = r.readUint16();
  if (f) r.skipTaggedFields();
  return { nodeId, host, port };
}

function writeBeginQuorumEpochResponseNodeEndpoint(w: WireWriter, { nodeId, host, port }: BeginQuorumEpochResponseNodeEndpointInput, v: number): void {
  const f = v >= 1;
  w.writeInt32(nodeId);
  w.writeString(host, f);
  w.writeUint16(port);
  if (f) w.writeNoTaggedFields();
}

function readBeginQuorumEpochResponse(r: WireReader, v: number): BeginQuorumEpochResponse {
  const f = v >= 1;
  const errorCode = r.readInt16();
  const topics = readBeginQuorumEpochResponseTopicDataArray(r, v, f);
  let nodeEndpoints: BeginQuorumEpochResponseNodeEndpoint[] = [];
  if (f) for (let n = r.readUnsignedVarint(); n > 0; n--) {
    const tag = r.readUnsignedVarint();
    const end = r.beginTaggedField();
    switch (tag) {
      case 0: nodeEndpoints = readBeginQuorumEpochResponseNodeEndpointArray(r, v, f); break;
      default: r.skipTo(end);
    }
    r.endTaggedField(end);
  }
  return { errorCode, topics, nodeEndpoints };
}

function writeBeginQuorumEpochResponse(w: WireWriter, { errorCode, topics, nodeEndpoints = [] }: BeginQuorumEpochResponseInput, v: number): void {
  const f = v >= 1;
  w.writeInt16(errorCode);
  writeBeginQuorumEpochResponseTopicDataArray(w, topics, v, f);
  if (!f) return;
  const hasNodeEndpoints = nodeEndpoints.length > 0;
  w.writeUnsignedVarint((hasNodeEndpoints ? 1 : 0));
  if (hasNodeEndpoints) {
    const at = w.beginTaggedField(0);
    writeBeginQuorumEpochResponseNodeEndpointArray(w, nodeEndpoints, v, f);
    w.endTaggedField(at);
  }
}

function readBeginQuorumEpochResponsePartitionDataArray(r: WireReader, v: number, f: boolean): BeginQuorumEpochResponsePartitionData[] {
  let n = r.readArrayLength(f, 14);
  const a: BeginQuorumEpochResponsePartitionData[] = [];
  for (; n > 0; n--) a.push(readBeginQuorumEpochResponsePartitionData(r, v));
  return a;
}

function writeBeginQuorumEpochResponsePartitionDataArray(w: WireWriter, a: readonly BeginQuorumEpochResponsePartitionDataInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeBeginQuorumEpochResponsePartitionData(w, x, v);
}

function readBeginQuorumEpochResponseTopicDataArray(r: WireReader, v: number, f: boolean): BeginQuorumEpochResponseTopicData[] {
  let n = r.readArrayLength(f, 3);
  const a: BeginQuorumEpochResponseTopicData[] = [];
  for (; n > 0; n--) a.push(readBeginQuorumEpochResponseTopicData(r, v));
  return a;
}

function writeBeginQuorumEpochResponseTopicDataArray(w: WireWriter, a: readonly BeginQuorumEpochResponseTopicDataInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeBeginQuorumEpochResponseTopicData(w, x, v);
}

function readBeginQuorumEpochResponseNodeEndpointArray(r: WireReader, v: number, f: boolean): BeginQuorumEpochResponseNodeEndpoint[] {
  let n = r.readArrayLength(f, 1);
  const a: BeginQuorumEpochResponseNodeEndpoint[] = [];
  for (; n > 0; n--) a.push(readBeginQuorumEpochResponseNodeEndpoint(r, v));
  return a;
}

function writeBeginQuorumEpochResponseNodeEndpointArray(w: WireWriter, a: readonly BeginQuorumEpochResponseNodeEndpointInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeBeginQuorumEpochResponseNodeEndpoint(w, x, v);
}

/** Codec of {@link BeginQuorumEpochResponse}. */
export const BeginQuorumEpochResponseCodec: Codec<BeginQuorumEpochResponse, BeginQuorumEpochResponseInput> = {
  name: 'BeginQuorumEpochResponse', apiKey: 53, minVersion: 0, maxVersion: 1, flexibleFrom: 1,
  decode: readBeginQuorumEpochResponse, encode: writeBeginQuorumEpochResponse,
};

export interface ReplicaInfo {
  candidateId: number;
  candidateDirectoryId: Uuid;
}

export interface ReplicaInfoInput {
  candidateId: number;
  candidateDirectoryId: Uuid;
}

export interface EndQuorumEpochRequestPartitionData {
  partitionIndex: number;
  leaderId: number;
  leaderEpoch: number;
  preferredSuccessors: number[];
  preferredCandidates: ReplicaInfo[];
}

export interface EndQuorumEpochRequestPartitionDataInput {
  partitionIndex: number;
  leaderId: number;
  leaderEpoch: number;
  preferredSuccessors?: readonly number[] | undefined;
  preferredCandidates?: readonly ReplicaInfoInput[] | undefined;
}

export interface EndQuorumEpochRequestTopicData {
  topicName: string;
  partitions: EndQuorumEpochRequestPartitionData[];
}

export interface EndQuorumEpochRequestTopicDataInput {
  topicName: string;
  partitions: readonly EndQuorumEpochRequestPartitionDataInput[];
}

export interface EndQuorumEpochRequestLeaderEndpoint {
  name: string;
  host: string;
  port: number;
}

export interface EndQuorumEpochRequestLeaderEndpointInput {
  name: string;
  host: string;
  port: number;
}

/** EndQuorumEpochRequest: versions 0-1, flexible from 1. */
export interface EndQuorumEpochRequest {
  clusterId: string | null;
  topics: EndQuorumEpochRequestTopicData[];
  leaderEndpoints: EndQuorumEpochRequestLeaderEndpoint[];
}

/** What an encoder wants for EndQuorumEpochRequest. */
export interface EndQuorumEpochRequestInput {
  clusterId?: string | null | undefined;
  topics: readonly EndQuorumEpochRequestTopicDataInput[];
  leaderEndpoints?: readonly EndQuorumEpochRequestLeaderEndpointInput[] | undefined;
}

function readReplicaInfo(r: WireReader, v: number): ReplicaInfo {
  const f = v >= 1;
  const candidateId = r.readInt32();
  const candidateDirectoryId = r.readUuid();
  if (f) r.skipTaggedFields();
  return { candidateId, candidateDirectoryId };
}

function writeReplicaInfo(w: WireWriter, { candidateId, candidateDirectoryId }: ReplicaInfoInput, v: number): void {
  const f = v >= 1;
  w.writeInt32(candidateId);
  w.writeUuid(candidateDirectoryId);
  if (f) w.writeNoTaggedFields();
}

function readEndQuorumEpochRequestPartitionData(r: WireReader, v: number): EndQuorumEpochRequestPartitionData {
  const f = v >= 1;
  const partitionIndex = r.readInt32();
  const leaderId = r.readInt32();
  const leaderEpoch = r.readInt32();
  const preferredSuccessors = v <= 0 ? r.readInt32Array(f) : [];
  const preferredCandidates = v >= 1 ? readReplicaInfoArray(r, v, f) : [];
  if (f) r.skipTaggedFields();
  return { partitionIndex, leaderId, leaderEpoch, preferredSuccessors, preferredCandidates };
}

function writeEndQuorumEpochRequestPartitionData(w: WireWriter, { partitionIndex, leaderId, leaderEpoch, preferredSuccessors = [], preferredCandidates = [] }: EndQuorumEpochRequestPartitionDataInput, v: number): void {
  const f = v >= 1;
  w.writeInt32(partitionIndex);
  w.writeInt32(leaderId);
  w.writeInt32(leaderEpoch);
  if (v <= 0) { w.writeInt32Array(preferredSuccessors, f); }
  if (v >= 1) { writeReplicaInfoArray(w, preferredCandidates, v, f); }
  if (f) w.writeNoTaggedFields();
}

function readEndQuorumEpochRequestTopicData(r: WireReader, v: number): EndQuorumEpochRequestTopicData {
  const f = v >= 1;
  const topicName = r.readString(f);
  const partitions = readEndQuorumEpochRequestPartitionDataArray(r, v, f);
  if (f) r.skipTaggedFields();
  return { topicName, partitions };
}

function writeEndQuorumEpochRequestTopicData(w: WireWriter, { topicName, partitions }: EndQuorumEpochRequestTopicDataInput, v: number): void {
  const f = v >= 1;
  w.writeString(topicName, f);
  writeEndQuorumEpochRequestPartitionDataArray(w, partitions, v, f);
  if (f) w.writeNoTaggedFields();
}

function readEndQuorumEpochRequestLeaderEndpoint(r: WireReader, v: number): EndQuorumEpochRequestLeaderEndpoint {
  const f = v >= 1;
  const name = r.readString(f);
  const host = r.readString(f);
  const port = r.readUint16();
  if (f) r.skipTaggedFields();
  return { name, host, port };
}

function writeEndQuorumEpochRequestLeaderEndpoint(w: WireWriter, { name, host, port }: EndQuorumEpochRequestLeaderEndpointInput, v: number): void {
  const f = v >= 1;
  w.writeString(name, f);
  w.writeString(host, f);
  w.writeUint16(port);
  if (f) w.writeNoTaggedFields();
}

function readEndQuorumEpochRequest(r: WireReader, v: number): EndQuorumEpochRequest {
  const f = v >= 1;
  const clusterId = r.readNullableString(f);
  const topics = readEndQuorumEpochRequestTopicDataArray(r, v, f);
  const leaderEndpoints = v >= 1 ? readEndQuorumEpochRequestLeaderEndpointArray(r, v, f) : [];
  if (f) r.skipTaggedFields();
  return { clusterId, topics, leaderEndpoints };
}

function writeEndQuorumEpochRequest(w: WireWriter, { clusterId = null, topics, leaderEndpoints = [] }: EndQuorumEpochRequestInput, v: number): void {
  const f = v >= 1;
  w.writeNullableString(clusterId, f);
  writeEndQuorumEpochRequestTopicDataArray(w, topics, v, f);
  if (v >= 1) { writeEndQuorumEpochRequestLeaderEndpointArray(w, leaderEndpoints, v, f); }
  if (f) w.writeNoTaggedFields();
}

function readReplicaInfoArray(r: WireReader, v: number, f: boolean): ReplicaInfo[] {
  let n = r.readArrayLength(f, 1);
  const a: ReplicaInfo[] = [];
  for (; n > 0; n--) a.push(readReplicaInfo(r, v));
  return a;
}

function writeReplicaInfoArray(w: WireWriter, a: readonly ReplicaInfoInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeReplicaInfo(w, x, v);
}

function readEndQuorumEpochRequestPartitionDataArray(r: WireReader, v: number, f: boolean): EndQuorumEpochRequestPartitionData[] {
  let n = r.readArrayLength(f, 14);
  const a: EndQuorumEpochRequestPartitionData[] = [];
  for (; n > 0; n--) a.push(readEndQuorumEpochRequestPartitionData(r, v));
  return a;
}

function writeEndQuorumEpochRequestPartitionDataArray(w: WireWriter, a: readonly EndQuorumEpochRequestPartitionDataInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeEndQuorumEpochRequestPartitionData(w, x, v);
}

function readEndQuorumEpochRequestTopicDataArray(r: WireReader, v: number, f: boolean): EndQuorumEpochRequestTopicData[] {
  let n = r.readArrayLength(f, 3);
  const a: EndQuorumEpochRequestTopicData[] = [];
  for (; n > 0; n--) a.push(readEndQuorumEpochRequestTopicData(r, v));
  return a;
}

function writeEndQuorumEpochRequestTopicDataArray(w: WireWriter, a: readonly EndQuorumEpochRequestTopicDataInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeEndQuorumEpochRequestTopicData(w, x, v);
}

function readEndQuorumEpochRequestLeaderEndpointArray(r: WireReader, v: number, f: boolean): EndQuorumEpochRequestLeaderEndpoint[] {
  let n = r.readArrayLength(f, 1);
  const a: EndQuorumEpochRequestLeaderEndpoint[] = [];
  for (; n > 0; n--) a.push(readEndQuorumEpochRequestLeaderEndpoint(r, v));
  return a;
}

function writeEndQuorumEpochRequestLeaderEndpointArray(w: WireWriter, a: readonly EndQuorumEpochRequestLeaderEndpointInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeEndQuorumEpochRequestLeaderEndpoint(w, x, v);
}

/** Codec of {@link EndQuorumEpochRequest}. */
export const EndQuorumEpochRequestCodec: Codec<EndQuorumEpochRequest, EndQuorumEpochRequestInput> = {
  name: 'EndQuorumEpochRequest', apiKey: 54, minVersion: 0, maxVersion: 1, flexibleFrom: 1,
  decode: readEndQuorumEpochRequest, encode: writeEndQuorumEpochRequest,
};

export interface EndQuorumEpochResponsePartitionData {
  partitionIndex: number;
  errorCode: number;
  leaderId: number;
  leaderEpoch: number;
}

export interface EndQuorumEpochResponsePartitionDataInput {
  partitionIndex: number;
  errorCode: number;
  leaderId: number;
  leaderEpoch: number;
}

export interface EndQuorumEpochResponseTopicData {
  topicName: string;
  partitions: EndQuorumEpochResponsePartitionData[];
}

export interface EndQuorumEpochResponseTopicDataInput {
  topicName: string;
  partitions: readonly EndQuorumEpochResponsePartitionDataInput[];
}

export interface EndQuorumEpochResponseNodeEndpoint {
  nodeId: number;
  host: string;
  port: number;
}

export interface EndQuorumEpochResponseNodeEndpointInput {
  nodeId: number;
  host: string;
  port: number;
}

/** EndQuorumEpochResponse: versions 0-1, flexible from 1. */
export interface EndQuorumEpochResponse {
  errorCode: number;
  topics: EndQuorumEpochResponseTopicData[];
  nodeEndpoints: EndQuorumEpochResponseNodeEndpoint[];
}

/** What an encoder wants for EndQuorumEpochResponse. */
export interface EndQuorumEpochResponseInput {
  errorCode: number;
  topics: readonly EndQuorumEpochResponseTopicDataInput[];
  nodeEndpoints?: readonly EndQuorumEpochResponseNodeEndpointInput[] | undefined;
}

function readEndQuorumEpochResponsePartitionData(r: WireReader, v: number): EndQuorumEpochResponsePartitionData {
  const f = v >= 1;
  const partitionIndex = r.readInt32();
  const errorCode = r.readInt16();
  const leaderId = r.readInt32();
  const leaderEpoch = r.readInt32();
  if (f) r.skipTaggedFields();
  return { partitionIndex, errorCode, leaderId, leaderEpoch };
}

function writeEndQuorumEpochResponsePartitionData(w: WireWriter, { partitionIndex, errorCode, leaderId, leaderEpoch }: EndQuorumEpochResponsePartitionDataInput, v: number): void {
  const f = v >= 1;
  w.writeInt32(partitionIndex);
  w.writeInt16(errorCode);
  w.writeInt32(leaderId);
  w.writeInt32(leaderEpoch);
  if (f) w.writeNoTaggedFields();
}

function readEndQuorumEpochResponseTopicData(r: WireReader, v: number): EndQuorumEpochResponseTopicData {
  const f = v >= 1;
  const topicName = r.readString(f);
  const partitions = readEndQuorumEpochResponsePartitionDataArray(r, v, f);
  if (f) r.skipTaggedFields();
  return { topicName, partitions };
}

function writeEndQuorumEpochResponseTopicData(w: WireWriter, { topicName, partitions }: EndQuorumEpochResponseTopicDataInput, v: number): void {
  const f = v >= 1;
  w.writeString(topicName, f);
  writeEndQuorumEpochResponsePartitionDataArray(w, partitions, v, f);
  if (f) w.writeNoTaggedFields();
}

function readEndQuorumEpochResponseNodeEndpoint(r: WireReader, v: number): EndQuorumEpochResponseNodeEndpoint {
  const f = v >= 1;
  const nodeId = r.readInt32();
  const host = r.readString(f);
  const port = r.readUint16();
  if (f) r.skipTaggedFields();
  return { nodeId, host, port };
}

function writeEndQuorumEpochResponseNodeEndpoint(w: WireWriter, { nodeId, host, port }: EndQuorumEpochResponseNodeEndpointInput, v: number): void {
  const f = v >= 1;
  w.writeInt32(nodeId);
  w.writeString(host, f);
  w.writeUint16(port);
  if (f) w.writeNoTaggedFields();
}

function readEndQuorumEpochResponse(r: WireReader, v: number): EndQuorumEpochResponse {
  const f = v >= 1;
  const errorCode = r.readInt16();
  const topics = readEndQuorumEpochResponseTopicDataArray(r, v, f);
  let nodeEndpoints: EndQuorumEpochResponseNodeEndpoint[] = [];
  if (f) for (let n = r.readUnsignedVarint(); n > 0; n--) {
    const tag = r.readUnsignedVarint();
    const end = r.beginTaggedField();
    switch (tag) {
      case 0: nodeEndpoints = readEndQuorumEpochResponseNodeEndpointArray(r, v, f); break;
      default: r.skipTo(end);
    }
    r.endTaggedField(end);
  }
  return { errorCode, topics, nodeEndpoints };
}

function writeEndQuorumEpochResponse(w: WireWriter, { errorCode, topics, nodeEndpoints = [] }: EndQuorumEpochResponseInput, v: number): void {
  const f = v >= 1;
  w.writeInt16(errorCode);
  writeEndQuorumEpochResponseTopicDataArray(w, topics, v, f);
  if (!f) return;
  const hasNodeEndpoints = nodeEndpoints.length > 0;
  w.writeUnsignedVarint((hasNodeEndpoints ? 1 : 0));
  if (hasNodeEndpoints) {
    const at = w.beginTaggedField(0);
    writeEndQuorumEpochResponseNodeEndpointArray(w, nodeEndpoints, v, f);
    w.endTaggedField(at);
  }
}

function readEndQuorumEpochResponsePartitionDataArray(r: WireReader, v: number, f: boolean): EndQuorumEpochResponsePartitionData[] {
  let n = r.readArrayLength(f, 14);
  const a: EndQuorumEpochResponsePartitionData[] = [];
  for (; n > 0; n--) a.push(readEndQuorumEpochResponsePartitionData(r, v));
  return a;
}

function writeEndQuorumEpochResponsePartitionDataArray(w: WireWriter, a: readonly EndQuorumEpochResponsePartitionDataInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeEndQuorumEpochResponsePartitionData(w, x, v);
}

function readEndQuorumEpochResponseTopicDataArray(r: WireReader, v: number, f: boolean): EndQuorumEpochResponseTopicData[] {
  let n = r.readArrayLength(f, 3);
  const a: EndQuorumEpochResponseTopicData[] = [];
  for (; n > 0; n--) a.push(readEndQuorumEpochResponseTopicData(r, v));
  return a;
}

function writeEndQuorumEpochResponseTopicDataArray(w: WireWriter, a: readonly EndQuorumEpochResponseTopicDataInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeEndQuorumEpochResponseTopicData(w, x, v);
}

function readEndQuorumEpochResponseNodeEndpointArray(r: WireReader, v: number, f: boolean): EndQuorumEpochResponseNodeEndpoint[] {
  let n = r.readArrayLength(f, 1);
  const a: EndQuorumEpochResponseNodeEndpoint[] = [];
  for (; n > 0; n--) a.push(readEndQuorumEpochResponseNodeEndpoint(r, v));
  return a;
}

function writeEndQuorumEpochResponseNodeEndpointArray(w: WireWriter, a: readonly EndQuorumEpochResponseNodeEndpointInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeEndQuorumEpochResponseNodeEndpoint(w, x, v);
}

/** Codec of {@link EndQuorumEpochResponse}. */
export const EndQuorumEpochResponseCodec: Codec<EndQuorumEpochResponse, EndQuorumEpochResponseInput> = {
  name: 'EndQuorumEpochResponse', apiKey: 54, minVersion: 0, maxVersion: 1, flexibleFrom: 1,
  decode: readEndQuorumEpochResponse, encode: writeEndQuorumEpochResponse,
};

export interface BrokerState {
  brokerId: number;
  brokerEpoch: number;
}

export interface BrokerStateInput {
  brokerId: number;
  brokerEpoch?: number | undefined;
}

export interface AlterPartitionRequestPartitionData {
  partitionIndex: number;
  leaderEpoch: number;
  newIsr: number[];
  newIsrWithEpochs: BrokerState[];
  leaderRecoveryState: number;
  partitionEpoch: number;
}

export interface AlterPartitionRequestPartitionDataInput {
  partitionIndex: number;
  leaderEpoch: number;
  newIsr?: readonly number[] | undefined;
  newIsrWithEpochs?: readonly BrokerStateInput[] | undefined;
  leaderRecoveryState?: number | undefined;
  partitionEpoch: number;
}

export interface AlterPartitionRequestTopicData {
  topicId: Uuid;
  partitions: AlterPartitionRequestPartitionData[];
}

export interface AlterPartitionRequestTopicDataInput {
  topicId: Uuid;
  partitions: readonly AlterPartitionRequestPartitionDataInput[];
}

/** AlterPartitionRequest: versions 2-3, flexible from 2. */
export interface AlterPartitionRequest {
  brokerId: number;
  brokerEpoch: number;
  topics: AlterPartitionRequestTopicData[];
}

/** What an encoder wants for AlterPartitionRequest. */
export interface AlterPartitionRequestInput {
  brokerId: number;
  brokerEpoch?: number | undefined;
  topics: readonly AlterPartitionRequestTopicDataInput[];
}

function readBrokerState(r: WireReader, v: number): BrokerState {
  const brokerId = r.readInt32();
  const brokerEpoch = r.readInt64();
  r.skipTaggedFields();
  return { brokerId, brokerEpoch };
}

function writeBrokerState(w: WireWriter, { brokerId, brokerEpoch = -1 }: BrokerStateInput, v: number): void {
  w.writeInt32(brokerId);
  w.writeInt64(brokerEpoch);
  w.writeNoTaggedFields();
}

function readAlterPartitionRequestPartitionData(r: WireReader, v: number): AlterPartitionRequestPartitionData {
  const partitionIndex = r.readInt32();
  const leaderEpoch = r.readInt32();
  const newIsr = v <= 2 ? r.readInt32Array(true) : [];
  const newIsrWithEpochs = v >= 3 ? readBrokerStateArray(r, v) : [];
  const leaderRecoveryState = r.readInt8();
  const partitionEpoch = r.readInt32();
  r.skipTaggedFields();
  return { partitionIndex, leaderEpoch, newIsr, newIsrWithEpochs, leaderRecoveryState, partitionEpoch };
}

function writeAlterPartitionRequestPartitionData(w: WireWriter, { partitionIndex, leaderEpoch, newIsr = [], newIsrWithEpochs = [], leaderRecoveryState = 0, partitionEpoch }: AlterPartitionRequestPartitionDataInput, v: number): void {
  w.writeInt32(partitionIndex);
  w.writeInt32(leaderEpoch);
  if (v <= 2) { w.writeInt32Array(newIsr, true); }
  if (v >= 3) { writeBrokerStateArray(w, newIsrWithEpochs, v); }
  w.writeInt8(leaderRecoveryState);
  w.writeInt32(partitionEpoch);
  w.writeNoTaggedFields();
}

function readAlterPartitionRequestTopicData(r: WireReader, v: number): AlterPartitionRequestTopicData {
  const topicId = r.readUuid();
  const partitions = readAlterPartitionRequestPartitionDataArray(r, v);
  r.skipTaggedFields();
  return { topicId, partitions };
}

function writeAlterPartitionRequestTopicData(w: WireWriter, { topicId, partitions }: AlterPartitionRequestTopicDataInput, v: number): void {
  w.writeUuid(topicId);
  writeAlterPartitionRequestPartitionDataArray(w, partitions, v);
  w.writeNoTaggedFields();
}

function readAlterPartitionRequest(r: WireReader, v: number): AlterPartitionRequest {
  const brokerId = r.readInt32();
  const brokerEpoch = r.readInt64();
  const topics = readAlterPartitionRequestTopicDataArray(r, v);
  r.skipTaggedFields();
  return { brokerId, brokerEpoch, topics };
}

function writeAlterPartitionRequest(w: WireWriter, { brokerId, brokerEpoch = -1, topics }: AlterPartitionRequestInput, v: number): void {
  w.writeInt32(brokerId);
  w.writeInt64(brokerEpoch);
  writeAlterPartitionRequestTopicDataArray(w, topics, v);
  w.writeNoTaggedFields();
}

function readBrokerStateArray(r: WireReader, v: number): BrokerState[] {
  let n = r.readArrayLength(true, 1);
  const a: BrokerState[] = [];
  for (; n > 0; n--) a.push(readBrokerState(r, v));
  return a;
}

function writeBrokerStateArray(w: WireWriter, a: readonly BrokerStateInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeBrokerState(w, x, v);
}

function readAlterPartitionRequestPartitionDataArray(r: WireReader, v: number): AlterPartitionRequestPartitionData[] {
  let n = r.readArrayLength(true, 15);
  const a: AlterPartitionRequestPartitionData[] = [];
  for (; n > 0; n--) a.push(readAlterPartitionRequestPartitionData(r, v));
  return a;
}

function writeAlterPartitionRequestPartitionDataArray(w: WireWriter, a: readonly AlterPartitionRequestPartitionDataInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeAlterPartitionRequestPartitionData(w, x, v);
}

function readAlterPartitionRequestTopicDataArray(r: WireReader, v: number): AlterPartitionRequestTopicData[] {
  let n = r.readArrayLength(true, 18);
  const a: AlterPartitionRequestTopicData[] = [];
  for (; n > 0; n--) a.push(readAlterPartitionRequestTopicData(r, v));
  return a;
}

function writeAlterPartitionRequestTopicDataArray(w: WireWriter, a: readonly AlterPartitionRequestTopicDataInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeAlterPartitionRequestTopicData(w, x, v);
}

/** Codec of {@link AlterPartitionRequest}. */
export const AlterPartitionRequestCodec: Codec<AlterPartitionRequest, AlterPartitionRequestInput> = {
  name: 'AlterPartitionRequest', apiKey: 56, minVersion: 2, maxVersion: 3, flexibleFrom: 2,
  decode: readAlterPartitionRequest, encode: writeAlterPartitionRequest,
};

export interface AlterPartitionResponsePartitionData {
  partitionIndex: number;
  errorCode: number;
  leaderId: number;
  leaderEpoch: number;
  isr: number[];
  leaderRecoveryState: number;
  partitionEpoch: number;
}

export interface AlterPartitionResponsePartitionDataInput {
  partitionIndex: number;
  errorCode: number;
  leaderId: number;
  leaderEpoch: number;
  isr: readonly number[];
  leaderRecoveryState?: number | undefined;
  partitionEpoch: number;
}

export interface AlterPartitionResponseTopicData {
  topicId: Uuid;
  partitions: AlterPartitionResponsePartitionData[];
}

export interface AlterPartitionResponseTopicDataInput {
  topicId: Uuid;
  partitions: readonly AlterPartitionResponsePartitionDataInput[];
}

/** AlterPartitionResponse: versions 2-3, flexible from 2. */
export interface AlterPartitionResponse {
  throttleTimeMs: number;
  errorCode: number;
  topics: AlterPartitionResponseTopicData[];
}

/** What an encoder wants for AlterPartitionResponse. */
export interface AlterPartitionResponseInput {
  throttleTimeMs: number;
  errorCode: number;
  topics: readonly AlterPartitionResponseTopicDataInput[];
}

function readAlterPartitionResponsePartitionData(r: WireReader, v: number): AlterPartitionResponsePartitionData {
  const partitionIndex = r.readInt32();
  const errorCode = r.readInt16();
  const leaderId = r.readInt32();
  const leaderEpoch = r.readInt32();
  const isr = r.readInt32Array(true);
  const leaderRecoveryState = r.readInt8();
  const partitionEpoch = r.readInt32();
  r.skipTaggedFields();
  return { partitionIndex, errorCode, leaderId, leaderEpoch, isr, leaderRecoveryState, partitionEpoch };
}

function writeAlterPartitionResponsePartitionData(w: WireWriter, { partitionIndex, errorCode, leaderId, leaderEpoch, isr, leaderRecoveryState = 0, partitionEpoch }: AlterPartitionResponsePartitionDataInput, v: number): void {
  w.writeInt32(partitionIndex);
  w.writeInt16(errorCode);
  w.writeInt32(leaderId);
  w.writeInt32(leaderEpoch);
  w.writeInt32Array(isr, true);
  w.writeInt8(leaderRecoveryState);
  w.writeInt32(partitionEpoch);
  w.writeNoTaggedFields();
}

function readAlterPartitionResponseTopicData(r: WireReader, v: number): AlterPartitionResponseTopicData {
  const topicId = r.readUuid();
  const partitions = readAlterPartitionResponsePartitionDataArray(r, v);
  r.skipTaggedFields();
  return { topicId, partitions };
}

function writeAlterPartitionResponseTopicData(w: WireWriter, { topicId, partitions }: AlterPartitionResponseTopicDataInput, v: number): void {
  w.writeUuid(topicId);
  writeAlterPartitionResponsePartitionDataArray(w, partitions, v);
  w.writeNoTaggedFields();
}

function readAlterPartitionResponse(r: WireReader, v: number): AlterPartitionResponse {
  const throttleTimeMs = r.readInt32();
  const errorCode = r.readInt16();
  const topics = readAlterPartitionResponseTopicDataArray(r, v);
  r.skipTaggedFields();
  return { throttleTimeMs, errorCode, topics };
}

function writeAlterPartitionResponse(w: WireWriter, { throttleTimeMs, errorCode, topics }: AlterPartitionResponseInput, v: number): void {
  w.writeInt32(throttleTimeMs);
  w.writeInt16(errorCode);
  writeAlterPartitionResponseTopicDataArray(w, topics, v);
  w.writeNoTaggedFields();
}

function readAlterPartitionResponsePartitionDataArray(r: WireReader, v: number): AlterPartitionResponsePartitionData[] {
  let n = r.readArrayLength(true, 21);
  const a: AlterPartitionResponsePartitionData[] = [];
  for (; n > 0; n--) a.push(readAlterPartitionResponsePartitionData(r, v));
  return a;
}

function writeAlterPartitionResponsePartitionDataArray(w: WireWriter, a: readonly AlterPartitionResponsePartitionDataInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeAlterPartitionResponsePartitionData(w, x, v);
}

function readAlterPartitionResponseTopicDataArray(r: WireReader, v: number): AlterPartitionResponseTopicData[] {
  let n = r.readArrayLength(true, 18);
  const a: AlterPartitionResponseTopicData[] = [];
  for (; n > 0; n--) a.push(readAlterPartitionResponseTopicData(r, v));
  return a;
}

function writeAlterPartitionResponseTopicDataArray(w: WireWriter, a: readonly AlterPartitionResponseTopicDataInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeAlterPartitionResponseTopicData(w, x, v);
}

/** Codec of {@link AlterPartitionResponse}. */
export const AlterPartitionResponseCodec: Codec<AlterPartitionResponse, AlterPartitionResponseInput> = {
  name: 'AlterPartitionResponse', apiKey: 56, minVersion: 2, maxVersion: 3, flexibleFrom: 2,
  decode: readAlterPartitionResponse, encode: writeAlterPartitionResponse,
};

/** EnvelopeRequest: version 0, flexible from 0. */
export interface EnvelopeRequest {
  requestData: Uint8Array;
  requestPrincipal: Uint8Array | null;
  clientHostAddress: Uint8Array;
}

/** What an encoder wants for EnvelopeRequest. */
export interface EnvelopeRequestInput {
  requestData: Uint8Array;
  requestPrincipal: Uint8Array | null;
  clientHostAddress: Uint8Array;
}

function readEnvelopeRequest(r: WireReader, v: number): EnvelopeRequest {
  const requestData = r.readBytes(true);
  const requestPrincipal = r.readNullableBytes(true);
  const clientHostAddress = r.readBytes(true);
  r.skipTaggedFields();
  return { requestData, requestPrincipal, clientHostAddress };
}

function writeEnvelopeRequest(w: WireWriter, { requestData, requestPrincipal, clientHostAddress }: EnvelopeRequestInput, v: number): void {
  w.writeBytes(requestData, true);
  w.writeNullableBytes(requestPrincipal, true);
  w.writeBytes(clientHostAddress, true);
  w.writeNoTaggedFields();
}

/** Codec of {@link EnvelopeRequest}. */
export const EnvelopeRequestCodec: Codec<EnvelopeRequest, EnvelopeRequestInput> = {
  name: 'EnvelopeRequest', apiKey: 58, minVersion: 0, maxVersion: 0, flexibleFrom: 0,
  decode: readEnvelopeRequest, encode: writeEnvelopeRequest,
};

/** EnvelopeResponse: version 0, flexible from 0. */
export interface EnvelopeResponse {
  responseData: Uint8Array | null;
  errorCode: number;
}

/** What an encoder wants for EnvelopeResponse. */
export interface EnvelopeResponseInput {
  responseData?: Uint8Array | null | undefined;
  errorCode: number;
}

function readEnvelopeResponse(r: WireReader, v: number): EnvelopeResponse {
  const responseData = r.readNullableBytes(true);
  const errorCode = r.readInt16();
  r.skipTaggedFields();
  return { responseData, errorCode };
}

function writeEnvelopeResponse(w: WireWriter, { responseData = null, errorCode }: EnvelopeResponseInput, v: number): void {
  w.writeNullableBytes(responseData, true);
  w.writeInt16(errorCode);
  w.writeNoTaggedFields();
}

/** Codec of {@link EnvelopeResponse}. */
export const EnvelopeResponseCodec: Codec<EnvelopeResponse, EnvelopeResponseInput> = {
  name: 'EnvelopeResponse', apiKey: 58, minVersion: 0, maxVersion: 0, flexibleFrom: 0,
  decode: readEnvelopeResponse, encode: writeEnvelopeResponse,
};

export interface FetchSnapshotRequestSnapshotId {
  endOffset: number;
  epoch: number;
}

export interface FetchSnapshotRequestSnapshotIdInput {
  endOffset: number;
  epoch: number;
}

export interface FetchSnapshotRequestPartitionSnapshot {
  partition: number;
  currentLeaderEpoch: number;
  snapshotId: FetchSnapshotRequestSnapshotId;
  position: number;
  replicaDirectoryId: Uuid;
}

export interface FetchSnapshotRequestPartitionSnapshotInput {
  partition: number;
  currentLeaderEpoch: number;
  snapshotId: FetchSnapshotRequestSnapshotIdInput;
  position: number;
  replicaDirectoryId?: Uuid | undefined;
}

export interface FetchSnapshotRequestTopicSnapshot {
  name: string;
  partitions: FetchSnapshotRequestPartitionSnapshot[];
}

export interface FetchSnapshotRequestTopicSnapshotInput {
  name: string;
  partitions: readonly FetchSnapshotRequestPartitionSnapshotInput[];
}

/** FetchSnapshotRequest: versions 0-1, flexible from 0. */
export interface FetchSnapshotRequest {
  clusterId: string | null;
  replicaId: number;
  maxBytes: number;
  topics: FetchSnapshotRequestTopicSnapshot[];
}

/** What an encoder wants for FetchSnapshotRequest. */
export interface FetchSnapshotRequestInput {
  clusterId?: string | null | undefined;
  replicaId?: number | undefined;
  maxBytes?: number | undefined;
  topics: readonly FetchSnapshotRequestTopicSnapshotInput[];
}

function readFetchSnapshotRequestSnapshotId(r: WireReader, v: number): FetchSnapshotRequestSnapshotId {
  const endOffset = r.readInt64();
  const epoch = r.readInt32();
  r.skipTaggedFields();
  return { endOffset, epoch };
}

function writeFetchSnapshotRequestSnapshotId(w: WireWriter, { endOffset, epoch }: FetchSnapshotRequestSnapshotIdInput, v: number): void {
  w.writeInt64(endOffset);
  w.writeInt32(epoch);
  w.writeNoTaggedFields();
}

function readFetchSnapshotRequestPartitionSnapshot(r: WireReader, v: number): FetchSnapshotRequestPartitionSnapshot {
  const partition = r.readInt32();
  const currentLeaderEpoch = r.readInt32();
  const snapshotId = readFetchSnapshotRequestSnapshotId(r, v);
  const position = r.readInt64();
  let replicaDirectoryId: Uuid = ZERO_UUID;
  for (let n = r.readUnsignedVarint(); n > 0; n--) {
    const tag = r.readUnsignedVarint();
    const end = r.beginTaggedField();
    switch (tag) {
      case 0: if (v >= 1) replicaDirectoryId = r.readUuid(); else r.skipTo(end); break;
      default: r.skipTo(end);
    }
    r.endTaggedField(end);
  }
  return { partition, currentLeaderEpoch, snapshotId, position, replicaDirectoryId };
}

function writeFetchSnapshotRequestPartitionSnapshot(w: WireWriter, { partition, currentLeaderEpoch, snapshotId, position, replicaDirectoryId = ZERO_UUID }: FetchSnapshotRequestPartitionSnapshotInput, v: number): void {
  w.writeInt32(partition);
  w.writeInt32(currentLeaderEpoch);
  writeFetchSnapshotRequestSnapshotId(w, snapshotId, v);
  w.writeInt64(position);
  const hasReplicaDirectoryId = v >= 1 && (replicaDirectoryId !== ZERO_UUID);
  w.writeUnsignedVarint((hasReplicaDirectoryId ? 1 : 0));
  if (hasReplicaDirectoryId) {
    const at = w.beginTaggedField(0);
    w.writeUuid(replicaDirectoryId);
    w.endTaggedField(at);
  }
}

function readFetchSnapshotRequestTopicSnapshot(r: WireReader, v: number): FetchSnapshotRequestTopicSnapshot {
  const name = r.readString(true);
  const partitions = readFetchSnapshotRequestPartitionSnapshotArray(r, v);
  r.skipTaggedFields();
  return { name, partitions };
}

function writeFetchSnapshotRequestTopicSnapshot(w: WireWriter, { name, partitions }: FetchSnapshotRequestTopicSnapshotInput, v: number): void {
  w.writeString(name, true);
  writeFetchSnapshotRequestPartitionSnapshotArray(w, partitions, v);
  w.writeNoTaggedFields();
}

function readFetchSnapshotRequest(r: WireReader, v: number): FetchSnapshotRequest {
  let clusterId: string | null = null;
  const replicaId = r.readInt32();
  const maxBytes = r.readInt32();
  const topics = readFetchSnapshotRequestTopicSnapshotArray(r, v);
  for (let n = r.readUnsignedVarint(); n > 0; n--) {
    const tag = r.readUnsignedVarint();
    const end = r.beginTaggedField();
    switch (tag) {
      case 0: clusterId = r.readNullableString(true); break;
      default: r.skipTo(end);
    }
    r.endTaggedField(end);
  }
  return { clusterId, replicaId, maxBytes, topics };
}

function writeFetchSnapshotRequest(w: WireWriter, { clusterId = null, replicaId = -1, maxBytes = 2147483647, topics }: FetchSnapshotRequestInput, v: number): void {
  w.writeInt32(replicaId);
  w.writeInt32(maxBytes);
  writeFetchSnapshotRequestTopicSnapshotArray(w, topics, v);
  const hasClusterId = clusterId !== null;
  w.writeUnsignedVarint((hasClusterId ? 1 : 0));
  if (hasClusterId) {
    const at = w.beginTaggedField(0);
    w.writeNullableString(clusterId, true);
    w.endTaggedField(at);
  }
}

function readFetchSnapshotRequestPartitionSnapshotArray(r: WireReader, v: number): FetchSnapshotRequestPartitionSnapshot[] {
  let n = r.readArrayLength(true, 30);
  const a: FetchSnapshotRequestPartitionSnapshot[] = [];
  for (; n > 0; n--) a.push(readFetchSnapshotRequestPartitionSnapshot(r, v));
  return a;
}

function writeFetchSnapshotRequestPartitionSnapshotArray(w: WireWriter, a: readonly FetchSnapshotRequestPartitionSnapshotInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeFetchSnapshotRequestPartitionSnapshot(w, x, v);
}

function readFetchSnapshotRequestTopicSnapshotArray(r: WireReader, v: number): FetchSnapshotRequestTopicSnapshot[] {
  let n = r.readArrayLength(true, 3);
  const a: FetchSnapshotRequestTopicSnapshot[] = [];
  for (; n > 0; n--) a.push(readFetchSnapshotRequestTopicSnapshot(r, v));
  return a;
}

function writeFetchSnapshotRequestTopicSnapshotArray(w: WireWriter, a: readonly FetchSnapshotRequestTopicSnapshotInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeFetchSnapshotRequestTopicSnapshot(w, x, v);
}

/** Codec of {@link FetchSnapshotRequest}. */
export const FetchSnapshotRequestCodec: Codec<FetchSnapshotRequest, FetchSnapshotRequestInput> = {
  name: 'FetchSnapshotRequest', apiKey: 59, minVersion: 0, maxVersion: 1, flexibleFrom: 0,
  decode: readFetchSnapshotRequest, encode: writeFetchSnapshotRequest,
};

export interface FetchSnapshotResponseSnapshotId {
  endOffset: number;
  epoch: number;
}

export interface FetchSnapshotResponseSnapshotIdInput {
  endOffset: number;
  epoch: number;
}

export interface FetchSnapshotResponseLeaderIdAndEpoch {
  leaderId: number;
  leaderEpoch: number;
}

export interface FetchSnapshotResponseLeaderIdAndEpochInput {
  leaderId: number;
  leaderEpoch: number;
}

export interface FetchSnapshotResponsePartitionSnapshot {
  index: number;
  errorCode: number;
  snapshotId: FetchSnapshotResponseSnapshotId;
  currentLeader: FetchSnapshotResponseLeaderIdAndEpoch;
  size: number;
  position: number;
  unalignedRecords: Uint8Array;
}

export interface FetchSnapshotResponsePartitionSnapshotInput {
  index: number;
  errorCode: number;
  snapshotId: FetchSnapshotResponseSnapshotIdInput;
  currentLeader?: FetchSnapshotResponseLeaderIdAndEpochInput | undefined;
  size: number;
  position: number;
  unalignedRecords: RecordsSource;
}

export interface FetchSnapshotResponseTopicSnapshot {
  name: string;
  partitions: FetchSnapshotResponsePartitionSnapshot[];
}

export interface FetchSnapshotResponseTopicSnapshotInput {
  name: string;
  partitions: readonly FetchSnapshotResponsePartitionSnapshotInput[];
}

export interface FetchSnapshotResponseNodeEndpoint {
  nodeId: number;
  host: string;
  port: number;
}

export interface FetchSnapshotResponseNodeEndpointInput {
  nodeId: number;
  host: string;
  port: number;
}

/** FetchSnapshotResponse: versions 0-1, flexible from 0. */
export interface FetchSnapshotResponse {
  throttleTimeMs: number;
  errorCode: number;
  topics: FetchSnapshotResponseTopicSnapshot[];
  nodeEndpoints: FetchSnapshotResponseNodeEndpoint[];
}

/** What an encoder wants for FetchSnapshotResponse. */
export interface FetchSnapshotResponseInput {
  throttleTimeMs: number;
  errorCode: number;
  topics: readonly FetchSnapshotResponseTopicSnapshotInput[];
  nodeEndpoints?: readonly FetchSnapshotResponseNodeEndpointInput[] | undefined;
}

function readFetchSnapshotResponseSnapshotId(r: WireReader, v: number): FetchSnapshotResponseSnapshotId {
  const endOffset = r.readInt64();
  const epoch = r.readInt32();
  r.skipTaggedFields();
  return { endOffset, epoch };
}

function writeFetchSnapshotResponseSnapshotId(w: WireWriter, { endOffset, epoch }: FetchSnapshotResponseSnapshotIdInput, v: number): void {
  w.writeInt64(endOffset);
  w.writeInt32(epoch);
  w.writeNoTaggedFields();
}

function readFetchSnapshotResponseLeaderIdAndEpoch(r: WireReader, v: number): FetchSnapshotResponseLeaderIdAndEpoch {
  const leaderId = r.readInt32();
  const leaderEpoch = r.readInt32();
  r.skipTaggedFields();
  return { leaderId, leaderEpoch };
}

function writeFetchSnapshotResponseLeaderIdAndEpoch(w: WireWriter, { leaderId, leaderEpoch }: FetchSnapshotResponseLeaderIdAndEpochInput, v: number): void {
  w.writeInt32(leaderId);
  w.writeInt32(leaderEpoch);
  w.writeNoTaggedFields();
}

function readFetchSnapshotResponsePartitionSnapshot(r: WireReader, v: number): FetchSnapshotResponsePartitionSnapshot {
  const index = r.readInt32();
  const errorCode = r.readInt16();
  const snapshotId = readFetchSnapshotResponseSnapshotId(r, v);
  let currentLeader: FetchSnapshotResponseLeaderIdAndEpoch = newFetchSnapshotResponseLeaderIdAndEpoch();
  const size = r.readInt64();
  const position = r.readInt64();
  const unalignedRecords = r.readRecords(true);
  for (let n = r.readUnsignedVarint(); n > 0; n--) {
    const tag = r.readUnsignedVarint();
    const end = r.beginTaggedField();
    switch (tag) {
      case 0: currentLeader = readFetchSnapshotResponseLeaderIdAndEpoch(r, v); break;
      default: r.skipTo(end);
    }
    r.endTaggedField(end);
  }
  return { index, errorCode, snapshotId, currentLeader, size, position, unalignedRecords };
}

function writeFetchSnapshotResponsePartitionSnapshot(w: WireWriter, { index, errorCode, snapshotId, currentLeader = newFetchSnapshotResponseLeaderIdAndEpoch(), size, position, unalignedRecords }: FetchSnapshotResponsePartitionSnapshotInput, v: number): void {
  w.writeInt32(index);
  w.writeInt16(errorCode);
  writeFetchSnapshotResponseSnapshotId(w, snapshotId, v);
  w.writeInt64(size);
  w.writeInt64(position);
  w.writeRecords(unalignedRecords, true);
  const hasCurrentLeader = !isDefaultFetchSnapshotResponseLeaderIdAndEpoch(currentLeader);
  w.writeUnsignedVarint((hasCurrentLeader ? 1 : 0));
  if (hasCurrentLeader) {
    const at = w.beginTaggedField(0);
    writeFetchSnapshotResponseLeaderIdAndEpoch(w, currentLeader, v);
    w.endTaggedField(at);
  }
}

function readFetchSnapshotResponseTopicSnapshot(r: WireReader, v: number): FetchSnapshotResponseTopicSnapshot {
  const name = r.readString(true);
  const partitions = readFetchSnapshotResponsePartitionSnapshotArray(r, v);
  r.skipTaggedFields();
  return { name, partitions };
}

function writeFetchSnapshotResponseTopicSnapshot(w: WireWriter, { name, partitions }: FetchSnapshotResponseTopicSnapshotInput, v: number): void {
  w.writeString(name, true);
  writeFetchSnapshotResponsePartitionSnapshotArray(w, partitions, v);
  w.writeNoTaggedFields();
}

function readFetchSnapshotResponseNodeEndpoint(r: WireReader, v: number): FetchSnapshotResponseNodeEndpoint {
  const nodeId = r.readInt32();
  const host = r.readString(true);
  const port = r.readUint16();
  r.skipTaggedFields();
  return { nodeId, host, port };
}

function writeFetchSnapshotResponseNodeEndpoint(w: WireWriter, { nodeId, host, port }: FetchSnapshotResponseNodeEndpointInput, v: number): void {
  w.writeInt32(nodeId);
  w.writeString(host, true);
  w.writeUint16(port);
  w.writeNoTaggedFields();
}

function readFetchSnapshotResponse(r: WireReader, v: number): FetchSnapshotResponse {
  const throttleTimeMs = r.readInt32();
  const errorCode = r.readInt16();
  const topics = readFetchSnapshotResponseTopicSnapshotArray(r, v);
  let nodeEndpoints: FetchSnapshotResponseNodeEndpoint[] = [];
  for (let n = r.readUnsignedVarint(); n > 0; n--) {
    const tag = r.readUnsignedVarint();
    const end = r.beginTaggedField();
    switch (tag) {
      case 0: if (v >= 1) nodeEndpoints = readFetchSnapshotResponseNodeEndpointArray(r, v); else r.skipTo(end); break;
      default: r.skipTo(end);
    }
    r.endTaggedField(end);
  }
  return { throttleTimeMs, errorCode, topics, nodeEndpoints };
}

function writeFetchSnapshotResponse(w: WireWriter, { throttleTimeMs, errorCode, topics, nodeEndpoints = [] }: FetchSnapshotResponseInput, v: number): void {
  w.writeInt32(throttleTimeMs);
  w.writeInt16(errorCode);
  writeFetchSnapshotResponseTopicSnapshotArray(w, topics, v);
  const hasNodeEndpoints = v >= 1 && (nodeEndpoints.length > 0);
  w.writeUnsignedVarint((hasNodeEndpoints ? 1 : 0));
  if (hasNodeEndpoints) {
    const at = w.beginTaggedField(0);
    writeFetchSnapshotResponseNodeEndpointArray(w, nodeEndpoints, v);
    w.endTaggedField(at);
  }
}

function readFetchSnapshotResponsePartitionSnapshotArray(r: WireReader, v: number): FetchSnapshotResponsePartitionSnapshot[] {
  let n = r.readArrayLength(true, 37);
  const a: FetchSnapshotResponsePartitionSnapshot[] = [];
  for (; n > 0; n--) a.push(readFetchSnapshotResponsePartitionSnapshot(r, v));
  return a;
}

function writeFetchSnapshotResponsePartitionSnapshotArray(w: WireWriter, a: readonly FetchSnapshotResponsePartitionSnapshotInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeFetchSnapshotResponsePartitionSnapshot(w, x, v);
}

function readFetchSnapshotResponseTopicSnapshotArray(r: WireReader, v: number): FetchSnapshotResponseTopicSnapshot[] {
  let n = r.readArrayLength(true, 3);
  const a: FetchSnapshotResponseTopicSnapshot[] = [];
  for (; n > 0; n--) a.push(readFetchSnapshotResponseTopicSnapshot(r, v));
  return a;
}

function writeFetchSnapshotResponseTopicSnapshotArray(w: WireWriter, a: readonly FetchSnapshotResponseTopicSnapshotInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeFetchSnapshotResponseTopicSnapshot(w, x, v);
}

function readFetchSnapshotResponseNodeEndpointArray(r: WireReader, v: number): FetchSnapshotResponseNodeEndpoint[] {
  let n = r.readArrayLength(true, 1);
  const a: FetchSnapshotResponseNodeEndpoint[] = [];
  for (; n > 0; n--) a.push(readFetchSnapshotResponseNodeEndpoint(r, v));
  return a;
}

function writeFetchSnapshotResponseNodeEndpointArray(w: WireWriter, a: readonly FetchSnapshotResponseNodeEndpointInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeFetchSnapshotResponseNodeEndpoint(w, x, v);
}

function isDefaultFetchSnapshotResponseLeaderIdAndEpoch({ leaderId, leaderEpoch }: FetchSnapshotResponseLeaderIdAndEpochInput): boolean {
  return !(leaderId !== 0) && !(leaderEpoch !== 0);
}

function newFetchSnapshotResponseLeaderIdAndEpoch(): FetchSnapshotResponseLeaderIdAndEpoch {
  return { leaderId: 0, leaderEpoch: 0 };
}

/** Codec of {@link FetchSnapshotResponse}. */
export const FetchSnapshotResponseCodec: Codec<FetchSnapshotResponse, FetchSnapshotResponseInput> = {
  name: 'FetchSnapshotResponse', apiKey: 59, minVersion: 0, maxVersion: 1, flexibleFrom: 0,
  decode: readFetchSnapshotResponse, encode: writeFetchSnapshotResponse,
};

export interface BrokerRegistrationRequestListener {
  name: string;
  host: string;
  port: number;
  securityProtocol: number;
}

export interface BrokerRegistrationRequestListenerInput {
  name: string;
  host: string;
  port: number;
  securityProtocol: number;
}

export interface BrokerRegistrationRequestFeature {
  name: string;
  minSupportedVersion: number;
  maxSupportedVersion: number;
}

export interface BrokerRegistrationRequestFeatureInput {
  name: string;
  minSupportedVersion: number;
  maxSupportedVersion: number;
}

/** BrokerRegistrationRequest: versions 0-4, flexible from 0. */
export interface BrokerRegistrationRequest {
  brokerId: number;
  clusterId: string;
  incarnationId: Uuid;
  listeners: BrokerRegistrationRequestListener[];
  features: BrokerRegistrationRequestFeature[];
  rack: string | null;
  isMigratingZkBroker: boolean;
  logDirs: Uuid[];
  previousBrokerEpoch: number;
}

/** What an encoder wants for BrokerRegistrationRequest. */
export interface BrokerRegistrationRequestInput {
  brokerId: number;
  clusterId: string;
  incarnationId: Uuid;
  listeners: readonly BrokerRegistrationRequestListenerInput[];
  features: readonly BrokerRegistrationRequestFeatureInput[];
  rack: string | null;
  isMigratingZkBroker?: boolean | undefined;
  logDirs?: readonly Uuid[] | undefined;
  previousBrokerEpoch?: number | undefined;
}

function readBrokerRegistrationRequestListener(r: WireReader, v: number): BrokerRegistrationRequestListener {
  const name = r.readString(true);
  const host = r.readString(true);
  const port = r.readUint16();
  const securityProtocol = r.readInt16();
  r.skipTaggedFields();
  return { name, host, port, securityProtocol };
}

function writeBrokerRegistrationRequestListener(w: WireWriter, { name, host, port, securityProtocol }: BrokerRegistrationRequestListenerInput, v: number): void {
  w.writeString(name, true);
  w.writeString(host, true);
  w.writeUint16(port);
  w.writeInt16(securityProtocol);
  w.writeNoTaggedFields();
}

function readBrokerRegistrationRequestFeature(r: WireReader, v: number): BrokerRegistrationRequestFeature {
  const name = r.readString(true);
  const minSupportedVersion = r.readInt16();
  const maxSupportedVersion = r.readInt16();
  r.skipTaggedFields();
  return { name, minSupportedVersion, maxSupportedVersion };
}

function writeBrokerRegistrationRequestFeature(w: WireWriter, { name, minSupportedVersion, maxSupportedVersion }: BrokerRegistrationRequestFeatureInput, v: number): void {
  w.writeString(name, true);
  w.writeInt16(minSupportedVersion);
  w.writeInt16(maxSupportedVersion);
  w.writeNoTaggedFields();
}

function readBrokerRegistrationRequest(r: WireReader, v: number): BrokerRegistrationRequest {
  const brokerId = r.readInt32();
  const clusterId = r.readString(true);
  const incarnationId = r.readUuid();
  const listeners = readBrokerRegistrationRequestListenerArray(r, v);
  const features = readBrokerRegistrationRequestFeatureArray(r, v);
  const rack = r.readNullableString(true);
  const isMigratingZkBroker = v >= 1 ? r.readBool() : false;
  const logDirs = v >= 2 ? r.readUuidArray(true) : [];
  const previousBrokerEpoch = v >= 3 ? r.readInt64() : -1;
  r.skipTaggedFields();
  return { brokerId, clusterId, incarnationId, listeners, features, rack, isMigratingZkBroker, logDirs, previousBrokerEpoch };
}

function writeBrokerRegistrationRequest(w: WireWriter, { brokerId, clusterId, incarnationId, listeners, features, rack, isMigratingZkBroker = false, logDirs = [], previousBrokerEpoch = -1 }: BrokerRegistrationRequestInput, v: number): void {
  w.writeInt32(brokerId);
  w.writeString(clusterId, true);
  w.writeUuid(incarnationId);
  writeBrokerRegistrationRequestListenerArray(w, listeners, v);
  writeBrokerRegistrationRequestFeatureArray(w, features, v);
  w.writeNullableString(rack, true);
  if (v >= 1) { w.writeBool(isMigratingZkBroker); }
  if (v >= 2) { w.writeUuidArray(logDirs, true); }
  if (v >= 3) { w.writeInt64(previousBrokerEpoch); }
  w.writeNoTaggedFields();
}

function readBrokerRegistrationRequestListenerArray(r: WireReader, v: number): BrokerRegistrationRequestListener[] {
  let n = r.readArrayLength(true, 7);
  const a: BrokerRegistrationRequestListener[] = [];
  for (; n > 0; n--) a.push(readBrokerRegistrationRequestListener(r, v));
  return a;
}

function writeBrokerRegistrationRequestListenerArray(w: WireWriter, a: readonly BrokerRegistrationRequestListenerInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeBrokerRegistrationRequestListener(w, x, v);
}

function readBrokerRegistrationRequestFeatureArray(r: WireReader, v: number): BrokerRegistrationRequestFeature[] {
  let n = r.readArrayLength(true, 6);
  const a: BrokerRegistrationRequestFeature[] = [];
  for (; n > 0; n--) a.push(readBrokerRegistrationRequestFeature(r, v));
  return a;
}

function writeBrokerRegistrationRequestFeatureArray(w: WireWriter, a: readonly BrokerRegistrationRequestFeatureInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeBrokerRegistrationRequestFeature(w, x, v);
}

/** Codec of {@link BrokerRegistrationRequest}. */
export const BrokerRegistrationRequestCodec: Codec<BrokerRegistrationRequest, BrokerRegistrationRequestInput> = {
  name: 'BrokerRegistrationRequest', apiKey: 62, minVersion: 0, maxVersion: 4, flexibleFrom: 0,
  decode: readBrokerRegistrationRequest, encode: writeBrokerRegistrationRequest,
};

/** BrokerRegistrationResponse: versions 0-4, flexible from 0. */
export interface BrokerRegistrationResponse {
  throttleTimeMs: number;
  errorCode: number;
  brokerEpoch: number;
}

/** What an encoder wants for BrokerRegistrationResponse. */
export interface BrokerRegistrationResponseInput {
  throttleTimeMs: number;
  errorCode: number;
  brokerEpoch?: number | undefined;
}

function readBrokerRegistrationResponse(r: WireReader, v: number): BrokerRegistrationResponse {
  const throttleTimeMs = r.readInt32();
  const errorCode = r.readInt16();
  const brokerEpoch = r.readInt64();
  r.skipTaggedFields();
  return { throttleTimeMs, errorCode, brokerEpoch };
}

function writeBrokerRegistrationResponse(w: WireWriter, { throttleTimeMs, errorCode, brokerEpoch = -1 }: BrokerRegistrationResponseInput, v: number): void {
  w.writeInt32(throttleTimeMs);
  w.writeInt16(errorCode);
  w.writeInt64(brokerEpoch);
  w.writeNoTaggedFields();
}

/** Codec of {@link BrokerRegistrationResponse}. */
export const BrokerRegistrationResponseCodec: Codec<BrokerRegistrationResponse, BrokerRegistrationResponseInput> = {
  name: 'BrokerRegistrationResponse', apiKey: 62, minVersion: 0, maxVersion: 4, flexibleFrom: 0,
  decode: readBrokerRegistrationResponse, encode: writeBrokerRegistrationResponse,
};

/** BrokerHeartbeatRequest: versions 0-2, flexible from 0. */
export interface BrokerHeartbeatRequest {
  brokerId: number;
  brokerEpoch: number;
  currentMetadataOffset: number;
  wantFence: boolean;
  wantShutDown: boolean;
  offlineLogDirs: Uuid[];
  cordonedLogDirs: Uuid[] | null;
}

/** What an encoder wants for BrokerHeartbeatRequest. */
export interface BrokerHeartbeatRequestInput {
  brokerId: number;
  brokerEpoch?: number | undefined;
  currentMetadataOffset: number;
  wantFence: boolean;
  wantShutDown: boolean;
  offlineLogDirs?: readonly Uuid[] | undefined;
  cordonedLogDirs?: readonly Uuid[] | null | undefined;
}

function readBrokerHeartbeatRequest(r: WireReader, v: number): BrokerHeartbeatRequest {
  const brokerId = r.readInt32();
  const brokerEpoch = r.readInt64();
  const currentMetadataOffset = r.readInt64();
  const wantFence = r.readBool();
  const wantShutDown = r.readBool();
  let offlineLogDirs: Uuid[] = [];
  let cordonedLogDirs: Uuid[] | null = null;
  for (let n = r.readUnsignedVarint(); n > 0; n--) {
    const tag = r.readUnsignedVarint();
    const end = r.beginTaggedField();
    switch (tag) {
      case 0: if (v >= 1) offlineLogDirs = r.readUuidArray(true); else r.skipTo(end); break;
      case 1: if (v >= 2) cordonedLogDirs = r.readNullableUuidArray(true); else r.skipTo(end); break;
      default: r.skipTo(end);
    }
    r.endTaggedField(end);
  }
  return { brokerId, brokerEpoch, currentMetadataOffset, wantFence, wantShutDown, offlineLogDirs, cordonedLogDirs };
}

function writeBrokerHeartbeatRequest(w: WireWriter, { brokerId, brokerEpoch = -1, currentMetadataOffset, wantFence, wantShutDown, offlineLogDirs = [], cordonedLogDirs = null }: BrokerHeartbeatRequestInput, v: number): void {
  w.writeInt32(brokerId);
  w.writeInt64(brokerEpoch);
  w.writeInt64(currentMetadataOffset);
  w.writeBool(wantFence);
  w.writeBool(wantShutDown);
  const hasOfflineLogDirs = v >= 1 && (offlineLogDirs.length > 0);
  const hasCordonedLogDirs = v >= 2 && (cordonedLogDirs !== null);
  w.writeUnsignedVarint((hasOfflineLogDirs ? 1 : 0) + (hasCordonedLogDirs ? 1 : 0));
  if (hasOfflineLogDirs) {
    const at = w.beginTaggedField(0);
    w.writeUuidArray(offlineLogDirs, true);
    w.endTaggedField(at);
  }
  if (hasCordonedLogDirs) {
    const at = w.beginTaggedField(1);
    w.writeNullableUuidArray(cordonedLogDirs, true);
    w.endTaggedField(at);
  }
}

/** Codec of {@link BrokerHeartbeatRequest}. */
export const BrokerHeartbeatRequestCodec: Codec<BrokerHeartbeatRequest, BrokerHeartbeatRequestInput> = {
  name: 'BrokerHeartbeatRequest', apiKey: 63, minVersion: 0, maxVersion: 2, flexibleFrom: 0,
  decode: readBrokerHeartbeatRequest, encode: writeBrokerHeartbeatRequest,
};

/** BrokerHeartbeatResponse: versions 0-2, flexible from 0. */
export interface BrokerHeartbeatResponse {
  throttleTimeMs: number;
  errorCode: number;
  isCaughtUp: boolean;
  isFenced: boolean;
  shouldShutDown: boolean;
}

/** What an encoder wants for BrokerHeartbeatResponse. */
export interface BrokerHeartbeatResponseInput {
  throttleTimeMs: number;
  errorCode: number;
  isCaughtUp?: boolean | undefined;
  isFenced?: boolean | undefined;
  shouldShutDown: boolean;
}

function readBrokerHeartbeatResponse(r: WireReader, v: number): BrokerHeartbeatResponse {
  const throttleTimeMs = r.readInt32();
  const errorCode = r.readInt16();
  const isCaughtUp = r.readBool();
  const isFenced = r.readBool();
  const shouldShutDown = r.readBool();
  r.skipTaggedFields();
  return { throttleTimeMs, errorCode, isCaughtUp, isFenced, shouldShutDown };
}

function writeBrokerHeartbeatResponse(w: WireWriter, { throttleTimeMs, errorCode, isCaughtUp = false, isFenced = true, shouldShutDown }: BrokerHeartbeatResponseInput, v: number): void {
  w.writeInt32(throttleTimeMs);
  w.writeInt16(errorCode);
  w.writeBool(isCaughtUp);
  w.writeBool(isFenced);
  w.writeBool(shouldShutDown);
  w.writeNoTaggedFields();
}

/** Codec of {@link BrokerHeartbeatResponse}. */
export const BrokerHeartbeatResponseCodec: Codec<BrokerHeartbeatResponse, BrokerHeartbeatResponseInput> = {
  name: 'BrokerHeartbeatResponse', apiKey: 63, minVersion: 0, maxVersion: 2, flexibleFrom: 0,
  decode: readBrokerHeartbeatResponse, encode: writeBrokerHeartbeatResponse,
};

/** AllocateProducerIdsRequest: version 0, flexible from 0. */
export interface AllocateProducerIdsRequest {
  brokerId: number;
  brokerEpoch: number;
}

/** What an encoder wants for AllocateProducerIdsRequest. */
export interface AllocateProducerIdsRequestInput {
  brokerId: number;
  brokerEpoch?: number | undefined;
}

function readAllocateProducerIdsRequest(r: WireReader, v: number): AllocateProducerIdsRequest {
  const brokerId = r.readInt32();
  const brokerEpoch = r.readInt64();
  r.skipTaggedFields();
  return { brokerId, brokerEpoch };
}

function writeAllocateProducerIdsRequest(w: WireWriter, { brokerId, brokerEpoch = -1 }: AllocateProducerIdsRequestInput, v: number): void {
  w.writeInt32(brokerId);
  w.writeInt64(brokerEpoch);
  w.writeNoTaggedFields();
}

/** Codec of {@link AllocateProducerIdsRequest}. */
export const AllocateProducerIdsRequestCodec: Codec<AllocateProducerIdsRequest, AllocateProducerIdsRequestInput> = {
  name: 'AllocateProducerIdsRequest', apiKey: 67, minVersion: 0, maxVersion: 0, flexibleFrom: 0,
  decode: readAllocateProducerIdsRequest, encode: writeAllocateProducerIdsRequest,
};

/** AllocateProducerIdsResponse: version 0, flexible from 0. */
export interface AllocateProducerIdsResponse {
  throttleTimeMs: number;
  errorCode: number;
  producerIdStart: number;
  producerIdLen: number;
}

/** What an encoder wants for AllocateProducerIdsResponse. */
export interface AllocateProducerIdsResponseInput {
  throttleTimeMs: number;
  errorCode: number;
  producerIdStart: number;
  producerIdLen: number;
}

function readAllocateProducerIdsResponse(r: WireReader, v: number): AllocateProducerIdsResponse {
  const throttleTimeMs = r.readInt32();
  const errorCode = r.readInt16();
  const producerIdStart = r.readInt64();
  const producerIdLen = r.readInt32();
  r.skipTaggedFields();
  return { throttleTimeMs, errorCode, producerIdStart, producerIdLen };
}

function writeAllocateProducerIdsResponse(w: WireWriter, { throttleTimeMs, errorCode, producerIdStart, producerIdLen }: AllocateProducerIdsResponseInput, v: number): void {
  w.writeInt32(throttleTimeMs);
  w.writeInt16(errorCode);
  w.writeInt64(producerIdStart);
  w.writeInt32(producerIdLen);
  w.writeNoTaggedFields();
}

/** Codec of {@link AllocateProducerIdsResponse}. */
export const AllocateProducerIdsResponseCodec: Codec<AllocateProducerIdsResponse, AllocateProducerIdsResponseInput> = {
  name: 'AllocateProducerIdsResponse', apiKey: 67, minVersion: 0, maxVersion: 0, flexibleFrom: 0,
  decode: readAllocateProducerIdsResponse, encode: writeAllocateProducerIdsResponse,
};

export interface ControllerRegistrationRequestListener {
  name: string;
  host: string;
  port: number;
  securityProtocol: number;
}

export interface ControllerRegistrationRequestListenerInput {
  name: string;
  host: string;
  port: number;
  securityProtocol: number;
}

export interface ControllerRegistrationRequestFeature {
  name: string;
  minSupportedVersion: number;
  maxSupportedVersion: number;
}

export interface ControllerRegistrationRequestFeatureInput {
  name: string;
  minSupportedVersion: number;
  maxSupportedVersion: number;
}

/** ControllerRegistrationRequest: version 0, flexible from 0. */
export interface ControllerRegistrationRequest {
  controllerId: number;
  incarnationId: Uuid;
  zkMigrationReady: boolean;
  listeners: ControllerRegistrationRequestListener[];
  features: ControllerRegistrationRequestFeature[];
}

/** What an encoder wants for ControllerRegistrationRequest. */
export interface ControllerRegistrationRequestInput {
  controllerId: number;
  incarnationId: Uuid;
  zkMigrationReady: boolean;
  listeners: readonly ControllerRegistrationRequestListenerInput[];
  features: readonly ControllerRegistrationRequestFeatureInput[];
}

function readControllerRegistrationRequestListener(r: WireReader, v: number): ControllerRegistrationRequestListener {
  const name = r.readString(true);
  const host = r.readString(true);
  const port = r.readUint16();
  const securityProtocol = r.readInt16();
  r.skipTaggedFields();
  return { name, host, port, securityProtocol };
}

function writeControllerRegistrationRequestListener(w: WireWriter, { name, host, port, securityProtocol }: ControllerRegistrationRequestListenerInput, v: number): void {
  w.writeString(name, true);
  w.writeString(host, true);
  w.writeUint16(port);
  w.writeInt16(securityProtocol);
  w.writeNoTaggedFields();
}

function readControllerRegistrationRequestFeature(r: WireReader, v: number): ControllerRegistrationRequestFeature {
  const name = r.readString(true);
  const minSupportedVersion = r.readInt16();
  const maxSupportedVersion = r.readInt16();
  r.skipTaggedFields();
  return { name, minSupportedVersion, maxSupportedVersion };
}

function writeControllerRegistrationRequestFeature(w: WireWriter, { name, minSupportedVersion, maxSupportedVersion }: ControllerRegistrationRequestFeatureInput, v: number): void {
  w.writeString(name, true);
  w.writeInt16(minSupportedVersion);
  w.writeInt16(maxSupportedVersion);
  w.writeNoTaggedFields();
}

function readControllerRegistrationRequest(r: WireReader, v: number): ControllerRegistrationRequest {
  const controllerId = r.readInt32();
  const incarnationId = r.readUuid();
  const zkMigrationReady = r.readBool();
  const listeners = readControllerRegistrationRequestListenerArray(r, v);
  const features = readControllerRegistrationRequestFeatureArray(r, v);
  r.skipTaggedFields();
  return { controllerId, incarnationId, zkMigrationReady, listeners, features };
}

function writeControllerRegistrationRequest(w: WireWriter, { controllerId, incarnationId, zkMigrationReady, listeners, features }: ControllerRegistrationRequestInput, v: number): void {
  w.writeInt32(controllerId);
  w.writeUuid(incarnationId);
  w.writeBool(zkMigrationReady);
  writeControllerRegistrationRequestListenerArray(w, listeners, v);
  writeControllerRegistrationRequestFeatureArray(w, features, v);
  w.writeNoTaggedFields();
}

function readControllerRegistrationRequestListenerArray(r: WireReader, v: number): ControllerRegistrationRequestListener[] {
  let n = r.readArrayLength(true, 7);
  const a: ControllerRegistrationRequestListener[] = [];
  for (; n > 0; n--) a.push(readControllerRegistrationRequestListener(r, v));
  return a;
}

function writeControllerRegistrationRequestListenerArray(w: WireWriter, a: readonly ControllerRegistrationRequestListenerInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeControllerRegistrationRequestListener(w, x, v);
}

function readControllerRegistrationRequestFeatureArray(r: WireReader, v: number): ControllerRegistrationRequestFeature[] {
  let n = r.readArrayLength(true, 6);
  const a: ControllerRegistrationRequestFeature[] = [];
  for (; n > 0; n--) a.push(readControllerRegistrationRequestFeature(r, v));
  return a;
}

function writeControllerRegistrationRequestFeatureArray(w: WireWriter, a: readonly ControllerRegistrationRequestFeatureInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeControllerRegistrationRequestFeature(w, x, v);
}

/** Codec of {@link ControllerRegistrationRequest}. */
export const ControllerRegistrationRequestCodec: Codec<ControllerRegistrationRequest, ControllerRegistrationRequestInput> = {
  name: 'ControllerRegistrationRequest', apiKey: 70, minVersion: 0, maxVersion: 0, flexibleFrom: 0,
  decode: readControllerRegistrationRequest, encode: writeControllerRegistrationRequest,
};

/** ControllerRegistrationResponse: version 0, flexible from 0. */
export interface ControllerRegistrationResponse {
  throttleTimeMs: number;
  errorCode: number;
  errorMessage: string | null;
}

/** What an encoder wants for ControllerRegistrationResponse. */
export interface ControllerRegistrationResponseInput {
  throttleTimeMs: number;
  errorCode: number;
  errorMessage: string | null;
}

function readControllerRegistrationResponse(r: WireReader, v: number): ControllerRegistrationResponse {
  const throttleTimeMs = r.readInt32();
  const errorCode = r.readInt16();
  const errorMessage = r.readNullableString(true);
  r.skipTaggedFields();
  return { throttleTimeMs, errorCode, errorMessage };
}

function writeControllerRegistrationResponse(w: WireWriter, { throttleTimeMs, errorCode, errorMessage }: ControllerRegistrationResponseInput, v: number): void {
  w.writeInt32(throttleTimeMs);
  w.writeInt16(errorCode);
  w.writeNullableString(errorMessage, true);
  w.writeNoTaggedFields();
}

/** Codec of {@link ControllerRegistrationResponse}. */
export const ControllerRegistrationResponseCodec: Codec<ControllerRegistrationResponse, ControllerRegistrationResponseInput> = {
  name: 'ControllerRegistrationResponse', apiKey: 70, minVersion: 0, maxVersion: 0, flexibleFrom: 0,
  decode: readControllerRegistrationResponse, encode: writeControllerRegistrationResponse,
};

export interface AssignReplicasToDirsRequestPartitionData {
  partitionIndex: number;
}

export interface AssignReplicasToDirsRequestPartitionDataInput {
  partitionIndex: number;
}

export interface AssignReplicasToDirsRequestTopicData {
  topicId: Uuid;
  partitions: AssignReplicasToDirsRequestPartitionData[];
}

export interface AssignReplicasToDirsRequestTopicDataInput {
  topicId: Uuid;
  partitions: readonly AssignReplicasToDirsRequestPartitionDataInput[];
}

export interface AssignReplicasToDirsRequestDirectoryData {
  id: Uuid;
  topics: AssignReplicasToDirsRequestTopicData[];
}

export interface AssignReplicasToDirsRequestDirectoryDataInput {
  id: Uuid;
  topics: readonly AssignReplicasToDirsRequestTopicDataInput[];
}

/** AssignReplicasToDirsRequest: version 0, flexible from 0. */
export interface AssignReplicasToDirsRequest {
  brokerId: number;
  brokerEpoch: number;
  directories: AssignReplicasToDirsRequestDirectoryData[];
}

/** What an encoder wants for AssignReplicasToDirsRequest. */
export interface AssignReplicasToDirsRequestInput {
  brokerId: number;
  brokerEpoch?: number | undefined;
  directories: readonly AssignReplicasToDirsRequestDirectoryDataInput[];
}

function readAssignReplicasToDirsRequestPartitionData(r: WireReader, v: number): AssignReplicasToDirsRequestPartitionData {
  const partitionIndex = r.readInt32();
  r.skipTaggedFields();
  return { partitionIndex };
}

function writeAssignReplicasToDirsRequestPartitionData(w: WireWriter, { partitionIndex }: AssignReplicasToDirsRequestPartitionDataInput, v: number): void {
  w.writeInt32(partitionIndex);
  w.writeNoTaggedFields();
}

function readAssignReplicasToDirsRequestTopicData(r: WireReader, v: number): AssignReplicasToDirsRequestTopicData {
  const topicId = r.readUuid();
  const partitions = readAssignReplicasToDirsRequestPartitionDataArray(r, v);
  r.skipTaggedFields();
  return { topicId, partitions };
}

function writeAssignReplicasToDirsRequestTopicData(w: WireWriter, { topicId, partitions }: AssignReplicasToDirsRequestTopicDataInput, v: number): void {
  w.writeUuid(topicId);
  writeAssignReplicasToDirsRequestPartitionDataArray(w, partitions, v);
  w.writeNoTaggedFields();
}

function readAssignReplicasToDirsRequestDirectoryData(r: WireReader, v: number): AssignReplicasToDirsRequestDirectoryData {
  const id = r.readUuid();
  const topics = readAssignReplicasToDirsRequestTopicDataArray(r, v);
  r.skipTaggedFields();
  return { id, topics };
}

function writeAssignReplicasToDirsRequestDirectoryData(w: WireWriter, { id, topics }: AssignReplicasToDirsRequestDirectoryDataInput, v: number): void {
  w.writeUuid(id);
  writeAssignReplicasToDirsRequestTopicDataArray(w, topics, v);
  w.writeNoTaggedFields();
}

function readAssignReplicasToDirsRequest(r: WireReader, v: number): AssignReplicasToDirsRequest {
  const brokerId = r.readInt32();
  const brokerEpoch = r.readInt64();
  const directories = readAssignReplicasToDirsRequestDirectoryDataArray(r, v);
  r.skipTaggedFields();
  return { brokerId, brokerEpoch, directories };
}

function writeAssignReplicasToDirsRequest(w: WireWriter, { brokerId, brokerEpoch = -1, directories }: AssignReplicasToDirsRequestInput, v: number): void {
  w.writeInt32(brokerId);
  w.writeInt64(brokerEpoch);
  writeAssignReplicasToDirsRequestDirectoryDataArray(w, directories, v);
  w.writeNoTaggedFields();
}

function readAssignReplicasToDirsRequestPartitionDataArray(r: WireReader, v: number): AssignReplicasToDirsRequestPartitionData[] {
  let n = r.readArrayLength(true, 5);
  const a: AssignReplicasToDirsRequestPartitionData[] = [];
  for (; n > 0; n--) a.push(readAssignReplicasToDirsRequestPartitionData(r, v));
  return a;
}

function writeAssignReplicasToDirsRequestPartitionDataArray(w: WireWriter, a: readonly AssignReplicasToDirsRequestPartitionDataInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeAssignReplicasToDirsRequestPartitionData(w, x, v);
}

function readAssignReplicasToDirsRequestTopicDataArray(r: WireReader, v: number): AssignReplicasToDirsRequestTopicData[] {
  let n = r.readArrayLength(true, 18);
  const a: AssignReplicasToDirsRequestTopicData[] = [];
  for (; n > 0; n--) a.push(readAssignReplicasToDirsRequestTopicData(r, v));
  return a;
}

function writeAssignReplicasToDirsRequestTopicDataArray(w: WireWriter, a: readonly AssignReplicasToDirsRequestTopicDataInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeAssignReplicasToDirsRequestTopicData(w, x, v);
}

function readAssignReplicasToDirsRequestDirectoryDataArray(r: WireReader, v: number): AssignReplicasToDirsRequestDirectoryData[] {
  let n = r.readArrayLength(true, 18);
  const a: AssignReplicasToDirsRequestDirectoryData[] = [];
  for (; n > 0; n--) a.push(readAssignReplicasToDirsRequestDirectoryData(r, v));
  return a;
}

function writeAssignReplicasToDirsRequestDirectoryDataArray(w: WireWriter, a: readonly AssignReplicasToDirsRequestDirectoryDataInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeAssignReplicasToDirsRequestDirectoryData(w, x, v);
}

/** Codec of {@link AssignReplicasToDirsRequest}. */
export const AssignReplicasToDirsRequestCodec: Codec<AssignReplicasToDirsRequest, AssignReplicasToDirsRequestInput> = {
  name: 'AssignReplicasToDirsRequest', apiKey: 73, minVersion: 0, maxVersion: 0, flexibleFrom: 0,
  decode: readAssignReplicasToDirsRequest, encode: writeAssignReplicasToDirsRequest,
};

export interface AssignReplicasToDirsResponsePartitionData {
  partitionIndex: number;
  errorCode: number;
}

export interface AssignReplicasToDirsResponsePartitionDataInput {
  partitionIndex: number;
  errorCode: number;
}

export interface AssignReplicasToDirsResponseTopicData {
  topicId: Uuid;
  partitions: AssignReplicasToDirsResponsePartitionData[];
}

export interface AssignReplicasToDirsResponseTopicDataInput {
  topicId: Uuid;
  partitions: readonly AssignReplicasToDirsResponsePartitionDataInput[];
}

export interface AssignReplicasToDirsResponseDirectoryData {
  id: Uuid;
  topics: AssignReplicasToDirsResponseTopicData[];
}

export interface AssignReplicasToDirsResponseDirectoryDataInput {
  id: Uuid;
  topics: readonly AssignReplicasToDirsResponseTopicDataInput[];
}

/** AssignReplicasToDirsResponse: version 0, flexible from 0. */
export interface AssignReplicasToDirsResponse {
  throttleTimeMs: number;
  errorCode: number;
  directories: AssignReplicasToDirsResponseDirectoryData[];
}

/** What an encoder wants for AssignReplicasToDirsResponse. */
export interface AssignReplicasToDirsResponseInput {
  throttleTimeMs: number;
  errorCode: number;
  directories: readonly AssignReplicasToDirsResponseDirectoryDataInput[];
}

function readAssignReplicasToDirsResponsePartitionData(r: WireReader, v: number): AssignReplicasToDirsResponsePartitionData {
  const partitionIndex = r.readInt32();
  const errorCode = r.readInt16();
  r.skipTaggedFields();
  return { partitionIndex, errorCode };
}

function writeAssignReplicasToDirsResponsePartitionData(w: WireWriter, { partitionIndex, errorCode }: AssignReplicasToDirsResponsePartitionDataInput, v: number): void {
  w.writeInt32(partitionIndex);
  w.writeInt16(errorCode);
  w.writeNoTaggedFields();
}

function readAssignReplicasToDirsResponseTopicData(r: WireReader, v: number): AssignReplicasToDirsResponseTopicData {
  const topicId = r.readUuid();
  const partitions = readAssignReplicasToDirsResponsePartitionDataArray(r, v);
  r.skipTaggedFields();
  return { topicId, partitions };
}

function writeAssignReplicasToDirsResponseTopicData(w: WireWriter, { topicId, partitions }: AssignReplicasToDirsResponseTopicDataInput, v: number): void {
  w.writeUuid(topicId);
  writeAssignReplicasToDirsResponsePartitionDataArray(w, partitions, v);
  w.writeNoTaggedFields();
}

function readAssignReplicasToDirsResponseDirectoryData(r: WireReader, v: number): AssignReplicasToDirsResponseDirectoryData {
  const id = r.readUuid();
  const topics = readAssignReplicasToDirsResponseTopicDataArray(r, v);
  r.skipTaggedFields();
  return { id, topics };
}

function writeAssignReplicasToDirsResponseDirectoryData(w: WireWriter, { id, topics }: AssignReplicasToDirsResponseDirectoryDataInput, v: number): void {
  w.writeUuid(id);
  writeAssignReplicasToDirsResponseTopicDataArray(w, topics, v);
  w.writeNoTaggedFields();
}

function readAssignReplicasToDirsResponse(r: WireReader, v: number): AssignReplicasToDirsResponse {
  const throttleTimeMs = r.readInt32();
  const errorCode = r.readInt16();
  const directories = readAssignReplicasToDirsResponseDirectoryDataArray(r, v);
  r.skipTaggedFields();
  return { throttleTimeMs, errorCode, directories };
}

function writeAssignReplicasToDirsResponse(w: WireWriter, { throttleTimeMs, errorCode, directories }: AssignReplicasToDirsResponseInput, v: number): void {
  w.writeInt32(throttleTimeMs);
  w.writeInt16(errorCode);
  writeAssignReplicasToDirsResponseDirectoryDataArray(w, directories, v);
  w.writeNoTaggedFields();
}

function readAssignReplicasToDirsResponsePartitionDataArray(r: WireReader, v: number): AssignReplicasToDirsResponsePartitionData[] {
  let n = r.readArrayLength(true, 7);
  const a: AssignReplicasToDirsResponsePartitionData[] = [];
  for (; n > 0; n--) a.push(readAssignReplicasToDirsResponsePartitionData(r, v));
  return a;
}

function writeAssignReplicasToDirsResponsePartitionDataArray(w: WireWriter, a: readonly AssignReplicasToDirsResponsePartitionDataInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeAssignReplicasToDirsResponsePartitionData(w, x, v);
}

function readAssignReplicasToDirsResponseTopicDataArray(r: WireReader, v: number): AssignReplicasToDirsResponseTopicData[] {
  let n = r.readArrayLength(true, 18);
  const a: AssignReplicasToDirsResponseTopicData[] = [];
  for (; n > 0; n--) a.push(readAssignReplicasToDirsResponseTopicData(r, v));
  return a;
}

function writeAssignReplicasToDirsResponseTopicDataArray(w: WireWriter, a: readonly AssignReplicasToDirsResponseTopicDataInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeAssignReplicasToDirsResponseTopicData(w, x, v);
}

function readAssignReplicasToDirsResponseDirectoryDataArray(r: WireReader, v: number): AssignReplicasToDirsResponseDirectoryData[] {
  let n = r.readArrayLength(true, 18);
  const a: AssignReplicasToDirsResponseDirectoryData[] = [];
  for (; n > 0; n--) a.push(readAssignReplicasToDirsResponseDirectoryData(r, v));
  return a;
}

function writeAssignReplicasToDirsResponseDirectoryDataArray(w: WireWriter, a: readonly AssignReplicasToDirsResponseDirectoryDataInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeAssignReplicasToDirsResponseDirectoryData(w, x, v);
}

/** Codec of {@link AssignReplicasToDirsResponse}. */
export const AssignReplicasToDirsResponseCodec: Codec<AssignReplicasToDirsResponse, AssignReplicasToDirsResponseInput> = {
  name: 'AssignReplicasToDirsResponse', apiKey: 73, minVersion: 0, maxVersion: 0, flexibleFrom: 0,
  decode: readAssignReplicasToDirsResponse, encode: writeAssignReplicasToDirsResponse,
};

export interface UpdateRaftVoterRequestListener {
  name: string;
  host: string;
  port: number;
}

export interface UpdateRaftVoterRequestListenerInput {
  name: string;
  host: string;
  port: number;
}

export interface UpdateRaftVoterRequestKRaftVersionFeature {
  minSupportedVersion: number;
  maxSupportedVersion: number;
}

export interface UpdateRaftVoterRequestKRaftVersionFeatureInput {
  minSupportedVersion: number;
  maxSupportedVersion: number;
}

/** UpdateRaftVoterRequest: version 0, flexible from 0. */
export interface UpdateRaftVoterRequest {
  clusterId: string | null;
  currentLeaderEpoch: number;
  voterId: number;
  voterDirectoryId: Uuid;
  listeners: UpdateRaftVoterRequestListener[];
  kRaftVersionFeature: UpdateRaftVoterRequestKRaftVersionFeature;
}

/** What an encoder wants for UpdateRaftVoterRequest. */
export interface UpdateRaftVoterRequestInput {
  clusterId: string | null;
  currentLeaderEpoch: number;
  voterId: number;
  voterDirectoryId: Uuid;
  listeners: readonly UpdateRaftVoterRequestListenerInput[];
  kRaftVersionFeature: UpdateRaftVoterRequestKRaftVersionFeatureInput;
}

function readUpdateRaftVoterRequestListener(r: WireReader, v: number): UpdateRaftVoterRequestListener {
  const name = r.readString(true);
  const host = r.readString(true);
  const port = r.readUint16();
  r.skipTaggedFields();
  return { name, host, port };
}

function writeUpdateRaftVoterRequestListener(w: WireWriter, { name, host, port }: UpdateRaftVoterRequestListenerInput, v: number): void {
  w.writeString(name, true);
  w.writeString(host, true);
  w.writeUint16(port);
  w.writeNoTaggedFields();
}

function readUpdateRaftVoterRequestKRaftVersionFeature(r: WireReader, v: number): UpdateRaftVoterRequestKRaftVersionFeature {
  const minSupportedVersion = r.readInt16();
  const maxSupportedVersion = r.readInt16();
  r.skipTaggedFields();
  return { minSupportedVersion, maxSupportedVersion };
}

function writeUpdateRaftVoterRequestKRaftVersionFeature(w: WireWriter, { minSupportedVersion, maxSupportedVersion }: UpdateRaftVoterRequestKRaftVersionFeatureInput, v: number): void {
  w.writeInt16(minSupportedVersion);
  w.writeInt16(maxSupportedVersion);
  w.writeNoTaggedFields();
}

function readUpdateRaftVoterRequest(r: WireReader, v: number): UpdateRaftVoterRequest {
  const clusterId = r.readNullableString(true);
  const currentLeaderEpoch = r.readInt32();
  const voterId = r.readInt32();
  const voterDirectoryId = r.readUuid();
  const listeners = readUpdateRaftVoterRequestListenerArray(r, v);
  const kRaftVersionFeature = readUpdateRaftVoterRequestKRaftVersionFeature(r, v);
  r.skipTaggedFields();
  return { clusterId, currentLeaderEpoch, voterId, voterDirectoryId, listeners, kRaftVersionFeature };
}

function writeUpdateRaftVoterRequest(w: WireWriter, { clusterId, currentLeaderEpoch, voterId, voterDirectoryId, listeners, kRaftVersionFeature }: UpdateRaftVoterRequestInput, v: number): void {
  w.writeNullableString(clusterId, true);
  w.writeInt32(currentLeaderEpoch);
  w.writeInt32(voterId);
  w.writeUuid(voterDirectoryId);
  writeUpdateRaftVoterRequestListenerArray(w, listeners, v);
  writeUpdateRaftVoterRequestKRaftVersionFeature(w, kRaftVersionFeature, v);
  w.writeNoTaggedFields();
}

function readUpdateRaftVoterRequestListenerArray(r: WireReader, v: number): UpdateRaftVoterRequestListener[] {
  let n = r.readArrayLength(true, 5);
  const a: UpdateRaftVoterRequestListener[] = [];
  for (; n > 0; n--) a.push(readUpdateRaftVoterRequestListener(r, v));
  return a;
}

function writeUpdateRaftVoterRequestListenerArray(w: WireWriter, a: readonly UpdateRaftVoterRequestListenerInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeUpdateRaftVoterRequestListener(w, x, v);
}

/** Codec of {@link UpdateRaftVoterRequest}. */
export const UpdateRaftVoterRequestCodec: Codec<UpdateRaftVoterRequest, UpdateRaftVoterRequestInput> = {
  name: 'UpdateRaftVoterRequest', apiKey: 82, minVersion: 0, maxVersion: 0, flexibleFrom: 0,
  decode: readUpdateRaftVoterRequest, encode: writeUpdateRaftVoterRequest,
};

export interface CurrentLeader {
  leaderId: number;
  leaderEpoch: number;
  host: string;
  port: number;
}

export interface CurrentLeaderInput {
  leaderId?: number | undefined;
  leaderEpoch?: number | undefined;
  host: string;
  port: number;
}

/** UpdateRaftVoterResponse: version 0, flexible from 0. */
export interface UpdateRaftVoterResponse {
  throttleTimeMs: number;
  errorCode: number;
  currentLeader: CurrentLeader;
}

/** What an encoder wants for UpdateRaftVoterResponse. */
export interface UpdateRaftVoterResponseInput {
  throttleTimeMs: number;
  errorCode: number;
  currentLeader?: CurrentLeaderInput | undefined;
}

function readCurrentLeader(r: WireReader, v: number): CurrentLeader {
  const leaderId = r.readInt32();
  const leaderEpoch = r.readInt32();
  const host = r.readString(true);
  const port = r.readInt32();
  r.skipTaggedFields();
  return { leaderId, leaderEpoch, host, port };
}

function writeCurrentLeader(w: WireWriter, { leaderId = -1, leaderEpoch = -1, host, port }: CurrentLeaderInput, v: number): void {
  w.writeInt32(leaderId);
  w.writeInt32(leaderEpoch);
  w.writeString(host, true);
  w.writeInt32(port);
  w.writeNoTaggedFields();
}

function readUpdateRaftVoterResponse(r: WireReader, v: number): UpdateRaftVoterResponse {
  const throttleTimeMs = r.readInt32();
  const errorCode = r.readInt16();
  let currentLeader: CurrentLeader = newCurrentLeader();
  for (let n = r.readUnsignedVarint(); n > 0; n--) {
    const tag = r.readUnsignedVarint();
    const end = r.beginTaggedField();
    switch (tag) {
      case 0: currentLeader = readCurrentLeader(r, v); break;
      default: r.skipTo(end);
    }
    r.endTaggedField(end);
  }
  return { throttleTimeMs, errorCode, currentLeader };
}

function writeUpdateRaftVoterResponse(w: WireWriter, { throttleTimeMs, errorCode, currentLeader = newCurrentLeader() }: UpdateRaftVoterResponseInput, v: number): void {
  w.writeInt32(throttleTimeMs);
  w.writeInt16(errorCode);
  const hasCurrentLeader = !isDefaultCurrentLeader(currentLeader);
  w.writeUnsignedVarint((hasCurrentLeader ? 1 : 0));
  if (hasCurrentLeader) {
    const at = w.beginTaggedField(0);
    writeCurrentLeader(w, currentLeader, v);
    w.endTaggedField(at);
  }
}

function isDefaultCurrentLeader({ leaderId = -1, leaderEpoch = -1, host, port }: CurrentLeaderInput): boolean {
  return !(leaderId !== -1) && !(leaderEpoch !== -1) && !(host !== '') && !(port !== 0);
}

function newCurrentLeader(): CurrentLeader {
  return { leaderId: -1, leaderEpoch: -1, host: '', port: 0 };
}

/** Codec of {@link UpdateRaftVoterResponse}. */
export const UpdateRaftVoterResponseCodec: Codec<UpdateRaftVoterResponse, UpdateRaftVoterResponseInput> = {
  name: 'UpdateRaftVoterResponse', apiKey: 82, minVersion: 0, maxVersion: 0, flexibleFrom: 0,
  decode: readUpdateRaftVoterResponse, encode: writeUpdateRaftVoterResponse,
};
