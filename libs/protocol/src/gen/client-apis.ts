// Generated from libs/protocol/schema by tools/codegen/messages.ts. Do not edit.
/** Messages of the APIs that brokers serve. */
import { type RecordsSource, type Uuid, ZERO_UUID } from '@ottla/model';
import { NEVER_FLEXIBLE, type Codec } from '../wire/codec.ts';
import type { WireReader } from '../wire/reader.ts';
import type { WireWriter } from '../wire/writer.ts';

export interface PartitionProduceData {
  index: number;
  records: Uint8Array | null;
}

export interface PartitionProduceDataInput {
  index: number;
  records: RecordsSource | null;
}

export interface TopicProduceData {
  name: string;
  topicId: Uuid;
  partitionData: PartitionProduceData[];
}

export interface TopicProduceDataInput {
  name?: string | undefined;
  topicId?: Uuid | undefined;
  partitionData: readonly PartitionProduceDataInput[];
}

/** ProduceRequest: versions 3-13, flexible from 9. */
export interface ProduceRequest {
  transactionalId: string | null;
  acks: number;
  timeoutMs: number;
  topicData: TopicProduceData[];
}

/** What an encoder wants for ProduceRequest. */
export interface ProduceRequestInput {
  transactionalId?: string | null | undefined;
  acks: number;
  timeoutMs: number;
  topicData: readonly TopicProduceDataInput[];
}

function readPartitionProduceData(r: WireReader, v: number): PartitionProduceData {
  const f = v >= 9;
  const index = r.readInt32();
  const records = r.readNullableRecords(f);
  if (f) r.skipTaggedFields();
  return { index, records };
}

function writePartitionProduceData(w: WireWriter, { index, records }: PartitionProduceDataInput, v: number): void {
  const f = v >= 9;
  w.writeInt32(index);
  w.writeNullableRecords(records, f);
  if (f) w.writeNoTaggedFields();
}

function readTopicProduceData(r: WireReader, v: number): TopicProduceData {
  const f = v >= 9;
  const name = v <= 12 ? r.readString(f) : '';
  const topicId = v >= 13 ? r.readUuid() : ZERO_UUID;
  const partitionData = readPartitionProduceDataArray(r, v, f);
  if (f) r.skipTaggedFields();
  return { name, topicId, partitionData };
}

function writeTopicProduceData(w: WireWriter, { name = '', topicId = ZERO_UUID, partitionData }: TopicProduceDataInput, v: number): void {
  const f = v >= 9;
  if (v <= 12) { w.writeString(name, f); }
  if (v >= 13) { w.writeUuid(topicId); }
  writePartitionProduceDataArray(w, partitionData, v, f);
  if (f) w.writeNoTaggedFields();
}

function readProduceRequest(r: WireReader, v: number): ProduceRequest {
  const f = v >= 9;
  const transactionalId = r.readNullableString(f);
  const acks = r.readInt16();
  const timeoutMs = r.readInt32();
  const topicData = readTopicProduceDataArray(r, v, f);
  if (f) r.skipTaggedFields();
  return { transactionalId, acks, timeoutMs, topicData };
}

function writeProduceRequest(w: WireWriter, { transactionalId = null, acks, timeoutMs, topicData }: ProduceRequestInput, v: number): void {
  const f = v >= 9;
  w.writeNullableString(transactionalId, f);
  w.writeInt16(acks);
  w.writeInt32(timeoutMs);
  writeTopicProduceDataArray(w, topicData, v, f);
  if (f) w.writeNoTaggedFields();
}

function readPartitionProduceDataArray(r: WireReader, v: number, f: boolean): PartitionProduceData[] {
  let n = r.readArrayLength(f, 6);
  const a: PartitionProduceData[] = [];
  for (; n > 0; n--) a.push(readPartitionProduceData(r, v));
  return a;
}

function writePartitionProduceDataArray(w: WireWriter, a: readonly PartitionProduceDataInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writePartitionProduceData(w, x, v);
}

function readTopicProduceDataArray(r: WireReader, v: number, f: boolean): TopicProduceData[] {
  let n = r.readArrayLength(f, 3);
  const a: TopicProduceData[] = [];
  for (; n > 0; n--) a.push(readTopicProduceData(r, v));
  return a;
}

function writeTopicProduceDataArray(w: WireWriter, a: readonly TopicProduceDataInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeTopicProduceData(w, x, v);
}

/** Codec of {@link ProduceRequest}. */
export const ProduceRequestCodec: Codec<ProduceRequest, ProduceRequestInput> = {
  name: 'ProduceRequest', apiKey: 0, minVersion: 3, maxVersion: 13, flexibleFrom: 9,
  decode: readProduceRequest, encode: writeProduceRequest,
};

export interface BatchIndexAndErrorMessage {
  batchIndex: number;
  batchIndexErrorMessage: string | null;
}

export interface BatchIndexAndErrorMessageInput {
  batchIndex: number;
  batchIndexErrorMessage?: string | null | undefined;
}

export interface ProduceResponseLeaderIdAndEpoch {
  leaderId: number;
  leaderEpoch: number;
}

export interface ProduceResponseLeaderIdAndEpochInput {
  leaderId?: number | undefined;
  leaderEpoch?: number | undefined;
}

export interface PartitionProduceResponse {
  index: number;
  errorCode: number;
  baseOffset: number;
  logAppendTimeMs: number;
  logStartOffset: number;
  recordErrors: BatchIndexAndErrorMessage[];
  errorMessage: string | null;
  currentLeader: ProduceResponseLeaderIdAndEpoch;
}

export interface PartitionProduceResponseInput {
  index: number;
  errorCode: number;
  baseOffset: number;
  logAppendTimeMs?: number | undefined;
  logStartOffset?: number | undefined;
  recordErrors?: readonly BatchIndexAndErrorMessageInput[] | undefined;
  errorMessage?: string | null | undefined;
  currentLeader?: ProduceResponseLeaderIdAndEpochInput | undefined;
}

export interface TopicProduceResponse {
  name: string;
  topicId: Uuid;
  partitionResponses: PartitionProduceResponse[];
}

export interface TopicProduceResponseInput {
  name?: string | undefined;
  topicId?: Uuid | undefined;
  partitionResponses: readonly PartitionProduceResponseInput[];
}

export interface ProduceResponseNodeEndpoint {
  nodeId: number;
  host: string;
  port: number;
  rack: string | null;
}

export interface ProduceResponseNodeEndpointInput {
  nodeId: number;
  host: string;
  port: number;
  rack?: string | null | undefined;
}

/** ProduceResponse: versions 3-13, flexible from 9. */
export interface ProduceResponse {
  responses: TopicProduceResponse[];
  throttleTimeMs: number;
  nodeEndpoints: ProduceResponseNodeEndpoint[];
}

/** What an encoder wants for ProduceResponse. */
export interface ProduceResponseInput {
  responses: readonly TopicProduceResponseInput[];
  throttleTimeMs?: number | undefined;
  nodeEndpoints?: readonly ProduceResponseNodeEndpointInput[] | undefined;
}

function readBatchIndexAndErrorMessage(r: WireReader, v: number): BatchIndexAndErrorMessage {
  const f = v >= 9;
  const batchIndex = r.readInt32();
  const batchIndexErrorMessage = r.readNullableString(f);
  if (f) r.skipTaggedFields();
  return { batchIndex, batchIndexErrorMessage };
}

function writeBatchIndexAndErrorMessage(w: WireWriter, { batchIndex, batchIndexErrorMessage = null }: BatchIndexAndErrorMessageInput, v: number): void {
  const f = v >= 9;
  w.writeInt32(batchIndex);
  w.writeNullableString(batchIndexErrorMessage, f);
  if (f) w.writeNoTaggedFields();
}

function readProduceResponseLeaderIdAndEpoch(r: WireReader, v: number): ProduceResponseLeaderIdAndEpoch {
  const f = v >= 9;
  const leaderId = r.readInt32();
  const leaderEpoch = r.readInt32();
  if (f) r.skipTaggedFields();
  return { leaderId, leaderEpoch };
}

function writeProduceResponseLeaderIdAndEpoch(w: WireWriter, { leaderId = -1, leaderEpoch = -1 }: ProduceResponseLeaderIdAndEpochInput, v: number): void {
  const f = v >= 9;
  w.writeInt32(leaderId);
  w.writeInt32(leaderEpoch);
  if (f) w.writeNoTaggedFields();
}

function readPartitionProduceResponse(r: WireReader, v: number): PartitionProduceResponse {
  const f = v >= 9;
  const index = r.readInt32();
  const errorCode = r.readInt16();
  const baseOffset = r.readInt64();
  const logAppendTimeMs = r.readInt64();
  const logStartOffset = v >= 5 ? r.readInt64() : -1;
  const recordErrors = v >= 8 ? readBatchIndexAndErrorMessageArray(r, v, f) : [];
  const errorMessage = v >= 8 ? r.readNullableString(f) : null;
  let currentLeader: ProduceResponseLeaderIdAndEpoch = newProduceResponseLeaderIdAndEpoch();
  if (f) for (let n = r.readUnsignedVarint(); n > 0; n--) {
    const tag = r.readUnsignedVarint();
    const end = r.beginTaggedField();
    switch (tag) {
      case 0: if (v >= 10) currentLeader = readProduceResponseLeaderIdAndEpoch(r, v); else r.skipTo(end); break;
      default: r.skipTo(end);
    }
    r.endTaggedField(end);
  }
  return { index, errorCode, baseOffset, logAppendTimeMs, logStartOffset, recordErrors, errorMessage, currentLeader };
}

function writePartitionProduceResponse(w: WireWriter, { index, errorCode, baseOffset, logAppendTimeMs = -1, logStartOffset = -1, recordErrors = [], errorMessage = null, currentLeader = newProduceResponseLeaderIdAndEpoch() }: PartitionProduceResponseInput, v: number): void {
  const f = v >= 9;
  w.writeInt32(index);
  w.writeInt16(errorCode);
  w.writeInt64(baseOffset);
  w.writeInt64(logAppendTimeMs);
  if (v >= 5) { w.writeInt64(logStartOffset); }
  if (v >= 8) { writeBatchIndexAndErrorMessageArray(w, recordErrors, v, f); }
  if (v >= 8) { w.writeNullableString(errorMessage, f); }
  if (!f) return;
  const hasCurrentLeader = v >= 10 && (!isDefaultProduceResponseLeaderIdAndEpoch(currentLeader));
  w.writeUnsignedVarint((hasCurrentLeader ? 1 : 0));
  if (hasCurrentLeader) {
    const at = w.beginTaggedField(0);
    writeProduceResponseLeaderIdAndEpoch(w, currentLeader, v);
    w.endTaggedField(at);
  }
}

function readTopicProduceResponse(r: WireReader, v: number): TopicProduceResponse {
  const f = v >= 9;
  const name = v <= 12 ? r.readString(f) : '';
  const topicId = v >= 13 ? r.readUuid() : ZERO_UUID;
  const partitionResponses = readPartitionProduceResponseArray(r, v, f);
  if (f) r.skipTaggedFields();
  return { name, topicId, partitionResponses };
}

function writeTopicProduceResponse(w: WireWriter, { name = '', topicId = ZERO_UUID, partitionResponses }: TopicProduceResponseInput, v: number): void {
  const f = v >= 9;
  if (v <= 12) { w.writeString(name, f); }
  if (v >= 13) { w.writeUuid(topicId); }
  writePartitionProduceResponseArray(w, partitionResponses, v, f);
  if (f) w.writeNoTaggedFields();
}

function readProduceResponseNodeEndpoint(r: WireReader, v: number): ProduceResponseNodeEndpoint {
  const f = v >= 9;
  const nodeId = r.readInt32();
  const host = r.readString(f);
  const port = r.readInt32();
  const rack = r.readNullableString(f);
  if (f) r.skipTaggedFields();
  return { nodeId, host, port, rack };
}

function writeProduceResponseNodeEndpoint(w: WireWriter, { nodeId, host, port, rack = null }: ProduceResponseNodeEndpointInput, v: number): void {
  const f = v >= 9;
  w.writeInt32(nodeId);
  w.writeString(host, f);
  w.writeInt32(port);
  w.writeNullableString(rack, f);
  if (f) w.writeNoTaggedFields();
}

function readProduceResponse(r: WireReader, v: number): ProduceResponse {
  const f = v >= 9;
  const responses = readTopicProduceResponseArray(r, v, f);
  const throttleTimeMs = r.readInt32();
  let nodeEndpoints: ProduceResponseNodeEndpoint[] = [];
  if (f) for (let n = r.readUnsignedVarint(); n > 0; n--) {
    const tag = r.readUnsignedVarint();
    const end = r.beginTaggedField();
    switch (tag) {
      case 0: if (v >= 10) nodeEndpoints = readProduceResponseNodeEndpointArray(r, v, f); else r.skipTo(end); break;
      default: r.skipTo(end);
    }
    r.endTaggedField(end);
  }
  return { responses, throttleTimeMs, nodeEndpoints };
}

function writeProduceResponse(w: WireWriter, { responses, throttleTimeMs = 0, nodeEndpoints = [] }: ProduceResponseInput, v: number): void {
  const f = v >= 9;
  writeTopicProduceResponseArray(w, responses, v, f);
  w.writeInt32(throttleTimeMs);
  if (!f) return;
  const hasNodeEndpoints = v >= 10 && (nodeEndpoints.length > 0);
  w.writeUnsignedVarint((hasNodeEndpoints ? 1 : 0));
  if (hasNodeEndpoints) {
    const at = w.beginTaggedField(0);
    writeProduceResponseNodeEndpointArray(w, nodeEndpoints, v, f);
    w.endTaggedField(at);
  }
}

function readBatchIndexAndErrorMessageArray(r: WireReader, v: number, f: boolean): BatchIndexAndErrorMessage[] {
  let n = r.readArrayLength(f, 1);
  const a: BatchIndexAndErrorMessage[] = [];
  for (; n > 0; n--) a.push(readBatchIndexAndErrorMessage(r, v));
  return a;
}

function writeBatchIndexAndErrorMessageArray(w: WireWriter, a: readonly BatchIndexAndErrorMessageInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeBatchIndexAndErrorMessage(w, x, v);
}

function readPartitionProduceResponseArray(r: WireReader, v: number, f: boolean): PartitionProduceResponse[] {
  let n = r.readArrayLength(f, 22);
  const a: PartitionProduceResponse[] = [];
  for (; n > 0; n--) a.push(readPartitionProduceResponse(r, v));
  return a;
}

function writePartitionProduceResponseArray(w: WireWriter, a: readonly PartitionProduceResponseInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writePartitionProduceResponse(w, x, v);
}

function readTopicProduceResponseArray(r: WireReader, v: number, f: boolean): TopicProduceResponse[] {
  let n = r.readArrayLength(f, 3);
  const a: TopicProduceResponse[] = [];
  for (; n > 0; n--) a.push(readTopicProduceResponse(r, v));
  return a;
}

function writeTopicProduceResponseArray(w: WireWriter, a: readonly TopicProduceResponseInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeTopicProduceResponse(w, x, v);
}

function readProduceResponseNodeEndpointArray(r: WireReader, v: number, f: boolean): ProduceResponseNodeEndpoint[] {
  let n = r.readArrayLength(f, 1);
  const a: ProduceResponseNodeEndpoint[] = [];
  for (; n > 0; n--) a.push(readProduceResponseNodeEndpoint(r, v));
  return a;
}

function writeProduceResponseNodeEndpointArray(w: WireWriter, a: readonly ProduceResponseNodeEndpointInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeProduceResponseNodeEndpoint(w, x, v);
}

function isDefaultProduceResponseLeaderIdAndEpoch({ leaderId = -1, leaderEpoch = -1 }: ProduceResponseLeaderIdAndEpochInput): boolean {
  return !(leaderId !== -1) && !(leaderEpoch !== -1);
}

function newProduceResponseLeaderIdAndEpoch(): ProduceResponseLeaderIdAndEpoch {
  return { leaderId: -1, leaderEpoch: -1 };
}

/** Codec of {@link ProduceResponse}. */
export const ProduceResponseCodec: Codec<ProduceResponse, ProduceResponseInput> = {
  name: 'ProduceResponse', apiKey: 0, minVersion: 3, maxVersion: 13, flexibleFrom: 9,
  decode: readProduceResponse, encode: writeProduceResponse,
};

export interface FetchRequestReplicaState {
  replicaId: number;
  replicaEpoch: number;
}

export interface FetchRequestReplicaStateInput {
  replicaId?: number | undefined;
  replicaEpoch?: number | undefined;
}

export interface FetchRequestFetchPartition {
  partition: number;
  currentLeaderEpoch: number;
  fetchOffset: number;
  lastFetchedEpoch: number;
  logStartOffset: number;
  partitionMaxBytes: number;
  replicaDirectoryId: Uuid;
  highWatermark: number;
}

export interface FetchRequestFetchPartitionInput {
  partition: number;
  currentLeaderEpoch?: number | undefined;
  fetchOffset: number;
  lastFetchedEpoch?: number | undefined;
  logStartOffset?: number | undefined;
  partitionMaxBytes: number;
  replicaDirectoryId?: Uuid | undefined;
  highWatermark?: number | undefined;
}

export interface FetchRequestFetchTopic {
  topic: string;
  topicId: Uuid;
  partitions: FetchRequestFetchPartition[];
}

export interface FetchRequestFetchTopicInput {
  topic?: string | undefined;
  topicId?: Uuid | undefined;
  partitions: readonly FetchRequestFetchPartitionInput[];
}

export interface FetchRequestForgottenTopic {
  topic: string;
  topicId: Uuid;
  partitions: number[];
}

export interface FetchRequestForgottenTopicInput {
  topic?: string | undefined;
  topicId?: Uuid | undefined;
  partitions: readonly number[];
}

/** FetchRequest: versions 4-18, flexible from 12. */
export interface FetchRequest {
  clusterId: string | null;
  replicaId: number;
  replicaState: FetchRequestReplicaState;
  maxWaitMs: number;
  minBytes: number;
  maxBytes: number;
  isolationLevel: number;
  sessionId: number;
  sessionEpoch: number;
  topics: FetchRequestFetchTopic[];
  forgottenTopicsData: FetchRequestForgottenTopic[];
  rackId: string;
}

/** What an encoder wants for FetchRequest. */
export interface FetchRequestInput {
  clusterId?: string | null | undefined;
  replicaId?: number | undefined;
  replicaState?: FetchRequestReplicaStateInput | undefined;
  maxWaitMs: number;
  minBytes: number;
  maxBytes?: number | undefined;
  isolationLevel?: number | undefined;
  sessionId?: number | undefined;
  sessionEpoch?: number | undefined;
  topics: readonly FetchRequestFetchTopicInput[];
  forgottenTopicsData?: readonly FetchRequestForgottenTopicInput[] | undefined;
  rackId?: string | undefined;
}

function readFetchRequestReplicaState(r: WireReader, v: number): FetchRequestReplicaState {
  const f = v >= 12;
  const replicaId = r.readInt32();
  const replicaEpoch = r.readInt64();
  if (f) r.skipTaggedFields();
  return { replicaId, replicaEpoch };
}

function writeFetchRequestReplicaState(w: WireWriter, { replicaId = -1, replicaEpoch = -1 }: FetchRequestReplicaStateInput, v: number): void {
  const f = v >= 12;
  w.writeInt32(replicaId);
  w.writeInt64(replicaEpoch);
  if (f) w.writeNoTaggedFields();
}

function readFetchRequestFetchPartition(r: WireReader, v: number): FetchRequestFetchPartition {
  const f = v >= 12;
  const partition = r.readInt32();
  const currentLeaderEpoch = v >= 9 ? r.readInt32() : -1;
  const fetchOffset = r.readInt64();
  const lastFetchedEpoch = v >= 12 ? r.readInt32() : -1;
  const logStartOffset = v >= 5 ? r.readInt64() : -1;
  const partitionMaxBytes = r.readInt32();
  let replicaDirectoryId: Uuid = ZERO_UUID;
  let highWatermark: number = 2 ** 63;
  if (f) for (let n = r.readUnsignedVarint(); n > 0; n--) {
    const tag = r.readUnsignedVarint();
    const end = r.beginTaggedField();
    switch (tag) {
      case 0: if (v >= 17) replicaDirectoryId = r.readUuid(); else r.skipTo(end); break;
      case 1: if (v >= 18) highWatermark = r.readInt64(); else r.skipTo(end); break;
      default: r.skipTo(end);
    }
    r.endTaggedField(end);
  }
  return { partition, currentLeaderEpoch, fetchOffset, lastFetchedEpoch, logStartOffset, partitionMaxBytes, replicaDirectoryId, highWatermark };
}

function writeFetchRequestFetchPartition(w: WireWriter, { partition, currentLeaderEpoch = -1, fetchOffset, lastFetchedEpoch = -1, logStartOffset = -1, partitionMaxBytes, replicaDirectoryId = ZERO_UUID, highWatermark = 2 ** 63 }: FetchRequestFetchPartitionInput, v: number): void {
  const f = v >= 12;
  w.writeInt32(partition);
  if (v >= 9) { w.writeInt32(currentLeaderEpoch); }
  w.writeInt64(fetchOffset);
  if (v >= 12) { w.writeInt32(lastFetchedEpoch); }
  if (v >= 5) { w.writeInt64(logStartOffset); }
  w.writeInt32(partitionMaxBytes);
  if (!f) return;
  const hasReplicaDirectoryId = v >= 17 && (replicaDirectoryId !== ZERO_UUID);
  const hasHighWatermark = v >= 18 && (highWatermark !== 2 ** 63);
  w.writeUnsignedVarint((hasReplicaDirectoryId ? 1 : 0) + (hasHighWatermark ? 1 : 0));
  if (hasReplicaDirectoryId) {
    const at = w.beginTaggedField(0);
    w.writeUuid(replicaDirectoryId);
    w.endTaggedField(at);
  }
  if (hasHighWatermark) {
    const at = w.beginTaggedField(1);
    w.writeInt64(highWatermark);
    w.endTaggedField(at);
  }
}

function readFetchRequestFetchTopic(r: WireReader, v: number): FetchRequestFetchTopic {
  const f = v >= 12;
  const topic = v <= 12 ? r.readString(f) : '';
  const topicId = v >= 13 ? r.readUuid() : ZERO_UUID;
  const partitions = readFetchRequestFetchPartitionArray(r, v, f);
  if (f) r.skipTaggedFields();
  return { topic, topicId, partitions };
}

function writeFetchRequestFetchTopic(w: WireWriter, { topic = '', topicId = ZERO_UUID, partitions }: FetchRequestFetchTopicInput, v: number): void {
  const f = v >= 12;
  if (v <= 12) { w.writeString(topic, f); }
  if (v >= 13) { w.writeUuid(topicId); }
  writeFetchRequestFetchPartitionArray(w, partitions, v, f);
  if (f) w.writeNoTaggedFields();
}

function readFetchRequestForgottenTopic(r: WireReader, v: number): FetchRequestForgottenTopic {
  const f = v >= 12;
  const topic = v <= 12 ? r.readString(f) : '';
  const topicId = v >= 13 ? r.readUuid() : ZERO_UUID;
  const partitions = r.readInt32Array(f);
  if (f) r.skipTaggedFields();
  return { topic, topicId, partitions };
}

function writeFetchRequestForgottenTopic(w: WireWriter, { topic = '', topicId = ZERO_UUID, partitions }: FetchRequestForgottenTopicInput, v: number): void {
  const f = v >= 12;
  if (v <= 12) { w.writeString(topic, f); }
  if (v >= 13) { w.writeUuid(topicId); }
  w.writeInt32Array(partitions, f);
  if (f) w.writeNoTaggedFields();
}

function readFetchRequest(r: WireReader, v: number): FetchRequest {
  const f = v >= 12;
  let clusterId: string | null = null;
  const replicaId = v <= 14 ? r.readInt32() : -1;
  let replicaState: FetchRequestReplicaState = newFetchRequestReplicaState();
  const maxWaitMs = r.readInt32();
  const minBytes = r.readInt32();
  const maxBytes = r.readInt32();
  const isolationLevel = r.readInt8();
  const sessionId = v >= 7 ? r.readInt32() : 0;
  const sessionEpoch = v >= 7 ? r.readInt32() : -1;
  const topics = readFetchRequestFetchTopicArray(r, v, f);
  const forgottenTopicsData = v >= 7 ? readFetchRequestForgottenTopicArray(r, v, f) : [];
  const rackId = v >= 11 ? r.readString(f) : '';
  if (f) for (let n = r.readUnsignedVarint(); n > 0; n--) {
    const tag = r.readUnsignedVarint();
    const end = r.beginTaggedField();
    switch (tag) {
      case 0: clusterId = r.readNullableString(f); break;
      case 1: if (v >= 15) replicaState = readFetchRequestReplicaState(r, v); else r.skipTo(end); break;
      default: r.skipTo(end);
    }
    r.endTaggedField(end);
  }
  return { clusterId, replicaId, replicaState, maxWaitMs, minBytes, maxBytes, isolationLevel, sessionId, sessionEpoch, topics, forgottenTopicsData, rackId };
}

function writeFetchRequest(w: WireWriter, { clusterId = null, replicaId = -1, replicaState = newFetchRequestReplicaState(), maxWaitMs, minBytes, maxBytes = 2147483647, isolationLevel = 0, sessionId = 0, sessionEpoch = -1, topics, forgottenTopicsData = [], rackId = '' }: FetchRequestInput, v: number): void {
  const f = v >= 12;
  if (v <= 14) { w.writeInt32(replicaId); }
  w.writeInt32(maxWaitMs);
  w.writeInt32(minBytes);
  w.writeInt32(maxBytes);
  w.writeInt8(isolationLevel);
  if (v >= 7) { w.writeInt32(sessionId); }
  if (v >= 7) { w.writeInt32(sessionEpoch); }
  writeFetchRequestFetchTopicArray(w, topics, v, f);
  if (v >= 7) { writeFetchRequestForgottenTopicArray(w, forgottenTopicsData, v, f); }
  if (v >= 11) { w.writeString(rackId, f); }
  if (!f) return;
  const hasClusterId = clusterId !== null;
  const hasReplicaState = v >= 15 && (!isDefaultFetchRequestReplicaState(replicaState));
  w.writeUnsignedVarint((hasClusterId ? 1 : 0) + (hasReplicaState ? 1 : 0));
  if (hasClusterId) {
    const at = w.beginTaggedField(0);
    w.writeNullableString(clusterId, f);
    w.endTaggedField(at);
  }
  if (hasReplicaState) {
    const at = w.beginTaggedField(1);
    writeFetchRequestReplicaState(w, replicaState, v);
    w.endTaggedField(at);
  }
}

function readFetchRequestFetchPartitionArray(r: WireReader, v: number, f: boolean): FetchRequestFetchPartition[] {
  let n = r.readArrayLength(f, 16);
  const a: FetchRequestFetchPartition[] = [];
  for (; n > 0; n--) a.push(readFetchRequestFetchPartition(r, v));
  return a;
}

function writeFetchRequestFetchPartitionArray(w: WireWriter, a: readonly FetchRequestFetchPartitionInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeFetchRequestFetchPartition(w, x, v);
}

function readFetchRequestFetchTopicArray(r: WireReader, v: number, f: boolean): FetchRequestFetchTopic[] {
  let n = r.readArrayLength(f, 3);
  const a: FetchRequestFetchTopic[] = [];
  for (; n > 0; n--) a.push(readFetchRequestFetchTopic(r, v));
  return a;
}

function writeFetchRequestFetchTopicArray(w: WireWriter, a: readonly FetchRequestFetchTopicInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeFetchRequestFetchTopic(w, x, v);
}

function readFetchRequestForgottenTopicArray(r: WireReader, v: number, f: boolean): FetchRequestForgottenTopic[] {
  let n = r.readArrayLength(f, 1);
  const a: FetchRequestForgottenTopic[] = [];
  for (; n > 0; n--) a.push(readFetchRequestForgottenTopic(r, v));
  return a;
}

function writeFetchRequestForgottenTopicArray(w: WireWriter, a: readonly FetchRequestForgottenTopicInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeFetchRequestForgottenTopic(w, x, v);
}

function isDefaultFetchRequestReplicaState({ replicaId = -1, replicaEpoch = -1 }: FetchRequestReplicaStateInput): boolean {
  return !(replicaId !== -1) && !(replicaEpoch !== -1);
}

function newFetchRequestReplicaState(): FetchRequestReplicaState {
  return { replicaId: -1, replicaEpoch: -1 };
}

/** Codec of {@link FetchRequest}. */
export const FetchRequestCodec: Codec<FetchRequest, FetchRequestInput> = {
  name: 'FetchRequest', apiKey: 1, minVersion: 4, maxVersion: 18, flexibleFrom: 12,
  decode: readFetchRequest, encode: writeFetchRequest,
};

export interface FetchResponseEpochEndOffset {
  epoch: number;
  endOffset: number;
}

export interface FetchResponseEpochEndOffsetInput {
  epoch?: number | undefined;
  endOffset?: number | undefined;
}

export interface FetchResponseLeaderIdAndEpoch {
  leaderId: number;
  leaderEpoch: number;
}

export interface FetchResponseLeaderIdAndEpochInput {
  leaderId?: number | undefined;
  leaderEpoch?: number | undefined;
}

export interface FetchResponseSnapshotId {
  endOffset: number;
  epoch: number;
}

export interface FetchResponseSnapshotIdInput {
  endOffset?: number | undefined;
  epoch?: number | undefined;
}

export interface AbortedTransaction {
  producerId: number;
  firstOffset: number;
}

export interface AbortedTransactionInput {
  producerId: number;
  firstOffset: number;
}

export interface FetchResponsePartitionData {
  partitionIndex: number;
  errorCode: number;
  highWatermark: number;
  lastStableOffset: number;
  logStartOffset: number;
  divergingEpoch: FetchResponseEpochEndOffset;
  currentLeader: FetchResponseLeaderIdAndEpoch;
  snapshotId: FetchResponseSnapshotId;
  abortedTransactions: AbortedTransaction[] | null;
  preferredReadReplica: number;
  records: Uint8Array | null;
}

export interface FetchResponsePartitionDataInput {
  partitionIndex: number;
  errorCode: number;
  highWatermark: number;
  lastStableOffset?: number | undefined;
  logStartOffset?: number | undefined;
  divergingEpoch?: FetchResponseEpochEndOffsetInput | undefined;
  currentLeader?: FetchResponseLeaderIdAndEpochInput | undefined;
  snapshotId?: FetchResponseSnapshotIdInput | undefined;
  abortedTransactions: readonly AbortedTransactionInput[] | null;
  preferredReadReplica?: number | undefined;
  records: RecordsSource | null;
}

export interface FetchableTopicResponse {
  topic: string;
  topicId: Uuid;
  partitions: FetchResponsePartitionData[];
}

export interface FetchableTopicResponseInput {
  topic?: string | undefined;
  topicId?: Uuid | undefined;
  partitions: readonly FetchResponsePartitionDataInput[];
}

export interface FetchResponseNodeEndpoint {
  nodeId: number;
  host: string;
  port: number;
  rack: string | null;
}

export interface FetchResponseNodeEndpointInput {
  nodeId: number;
  host: string;
  port: number;
  rack?: string | null | undefined;
}

/** FetchResponse: versions 4-18, flexible from 12. */
export interface FetchResponse {
  throttleTimeMs: number;
  errorCode: number;
  sessionId: number;
  responses: FetchableTopicResponse[];
  nodeEndpoints: FetchResponseNodeEndpoint[];
  traceparent: string | null;
}

/** What an encoder wants for FetchResponse. */
export interface FetchResponseInput {
  throttleTimeMs: number;
  errorCode?: number | undefined;
  sessionId?: number | undefined;
  responses: readonly FetchableTopicResponseInput[];
  nodeEndpoints?: readonly FetchResponseNodeEndpointInput[] | undefined;
  traceparent?: string | null | undefined;
}

function readFetchResponseEpochEndOffset(r: WireReader, v: number): FetchResponseEpochEndOffset {
  const f = v >= 12;
  const epoch = r.readInt32();
  const endOffset = r.readInt64();
  if (f) r.skipTaggedFields();
  return { epoch, endOffset };
}

function writeFetchResponseEpochEndOffset(w: WireWriter, { epoch = -1, endOffset = -1 }: FetchResponseEpochEndOffsetInput, v: number): void {
  const f = v >= 12;
  w.writeInt32(epoch);
  w.writeInt64(endOffset);
  if (f) w.writeNoTaggedFields();
}

function readFetchResponseLeaderIdAndEpoch(r: WireReader, v: number): FetchResponseLeaderIdAndEpoch {
  const f = v >= 12;
  const leaderId = r.readInt32();
  const leaderEpoch = r.readInt32();
  if (f) r.skipTaggedFields();
  return { leaderId, leaderEpoch };
}

function writeFetchResponseLeaderIdAndEpoch(w: WireWriter, { leaderId = -1, leaderEpoch = -1 }: FetchResponseLeaderIdAndEpochInput, v: number): void {
  const f = v >= 12;
  w.writeInt32(leaderId);
  w.writeInt32(leaderEpoch);
  if (f) w.writeNoTaggedFields();
}

function readFetchResponseSnapshotId(r: WireReader, v: number): FetchResponseSnapshotId {
  const f = v >= 12;
  const endOffset = r.readInt64();
  const epoch = r.readInt32();
  if (f) r.skipTaggedFields();
  return { endOffset, epoch };
}

function writeFetchResponseSnapshotId(w: WireWriter, { endOffset = -1, epoch = -1 }: FetchResponseSnapshotIdInput, v: number): void {
  const f = v >= 12;
  w.writeInt64(endOffset);
  w.writeInt32(epoch);
  if (f) w.writeNoTaggedFields();
}

function readAbortedTransaction(r: WireReader, v: number): AbortedTransaction {
  const f = v >= 12;
  const producerId = r.readInt64();
  const firstOffset = r.readInt64();
  if (f) r.skipTaggedFields();
  return { producerId, firstOffset };
}

function writeAbortedTransaction(w: WireWriter, { producerId, firstOffset }: AbortedTransactionInput, v: number): void {
  const f = v >= 12;
  w.writeInt64(producerId);
  w.writeInt64(firstOffset);
  if (f) w.writeNoTaggedFields();
}

function readFetchResponsePartitionData(r: WireReader, v: number): FetchResponsePartitionData {
  const f = v >= 12;
  const partitionIndex = r.readInt32();
  const errorCode = r.readInt16();
  const highWatermark = r.readInt64();
  const lastStableOffset = r.readInt64();
  const logStartOffset = v >= 5 ? r.readInt64() : -1;
  let divergingEpoch: FetchResponseEpochEndOffset = newFetchResponseEpochEndOffset();
  let currentLeader: FetchResponseLeaderIdAndEpoch = newFetchResponseLeaderIdAndEpoch();
  let snapshotId: FetchResponseSnapshotId = newFetchResponseSnapshotId();
  const abortedTransactions = readNullableAbortedTransactionArray(r, v, f);
  const preferredReadReplica = v >= 11 ? r.readInt32() : -1;
  const records = r.readNullableRecords(f);
  if (f) for (let n = r.readUnsignedVarint(); n > 0; n--) {
    const tag = r.readUnsignedVarint();
    const end = r.beginTaggedField();
    switch (tag) {
      case 0: divergingEpoch = readFetchResponseEpochEndOffset(r, v); break;
      case 1: currentLeader = readFetchResponseLeaderIdAndEpoch(r, v); break;
      case 2: snapshotId = readFetchResponseSnapshotId(r, v); break;
      default: r.skipTo(end);
    }
    r.endTaggedField(end);
  }
  return { partitionIndex, errorCode, highWatermark, lastStableOffset, logStartOffset, divergingEpoch, currentLeader, snapshotId, abortedTransactions, preferredReadReplica, records };
}

function writeFetchResponsePartitionData(w: WireWriter, { partitionIndex, errorCode, highWatermark, lastStableOffset = -1, logStartOffset = -1, divergingEpoch = newFetchResponseEpochEndOffset(), currentLeader = newFetchResponseLeaderIdAndEpoch(), snapshotId = newFetchResponseSnapshotId(), abortedTransactions, preferredReadReplica = -1, records }: FetchResponsePartitionDataInput, v: number): void {
  const f = v >= 12;
  w.writeInt32(partitionIndex);
  w.writeInt16(errorCode);
  w.writeInt64(highWatermark);
  w.writeInt64(lastStableOffset);
  if (v >= 5) { w.writeInt64(logStartOffset); }
  writeNullableAbortedTransactionArray(w, abortedTransactions, v, f);
  if (v >= 11) { w.writeInt32(preferredReadReplica); }
  w.writeNullableRecords(records, f);
  if (!f) return;
  const hasDivergingEpoch = !isDefaultFetchResponseEpochEndOffset(divergingEpoch);
  const hasCurrentLeader = !isDefaultFetchResponseLeaderIdAndEpoch(currentLeader);
  const hasSnapshotId = !isDefaultFetchResponseSnapshotId(snapshotId);
  w.writeUnsignedVarint((hasDivergingEpoch ? 1 : 0) + (hasCurrentLeader ? 1 : 0) + (hasSnapshotId ? 1 : 0));
  if (hasDivergingEpoch) {
    const at = w.beginTaggedField(0);
    writeFetchResponseEpochEndOffset(w, divergingEpoch, v);
    w.endTaggedField(at);
  }
  if (hasCurrentLeader) {
    const at = w.beginTaggedField(1);
    writeFetchResponseLeaderIdAndEpoch(w, currentLeader, v);
    w.endTaggedField(at);
  }
  if (hasSnapshotId) {
    const at = w.beginTaggedField(2);
    writeFetchResponseSnapshotId(w, snapshotId, v);
    w.endTaggedField(at);
  }
}

function readFetchableTopicResponse(r: WireReader, v: number): FetchableTopicResponse {
  const f = v >= 12;
  const topic = v <= 12 ? r.readString(f) : '';
  const topicId = v >= 13 ? r.readUuid() : ZERO_UUID;
  const partitions = readFetchResponsePartitionDataArray(r, v, f);
  if (f) r.skipTaggedFields();
  return { topic, topicId, partitions };
}

function writeFetchableTopicResponse(w: WireWriter, { topic = '', topicId = ZERO_UUID, partitions }: FetchableTopicResponseInput, v: number): void {
  const f = v >= 12;
  if (v <= 12) { w.writeString(topic, f); }
  if (v >= 13) { w.writeUuid(topicId); }
  writeFetchResponsePartitionDataArray(w, partitions, v, f);
  if (f) w.writeNoTaggedFields();
}

function readFetchResponseNodeEndpoint(r: WireReader, v: number): FetchResponseNodeEndpoint {
  const f = v >= 12;
  const nodeId = r.readInt32();
  const host = r.readString(f);
  const port = r.readInt32();
  const rack = r.readNullableString(f);
  if (f) r.skipTaggedFields();
  return { nodeId, host, port, rack };
}

function writeFetchResponseNodeEndpoint(w: WireWriter, { nodeId, host, port, rack = null }: FetchResponseNodeEndpointInput, v: number): void {
  const f = v >= 12;
  w.writeInt32(nodeId);
  w.writeString(host, f);
  w.writeInt32(port);
  w.writeNullableString(rack, f);
  if (f) w.writeNoTaggedFields();
}

function readFetchResponse(r: WireReader, v: number): FetchResponse {
  const f = v >= 12;
  const throttleTimeMs = r.readInt32();
  const errorCode = v >= 7 ? r.readInt16() : 0;
  const sessionId = v >= 7 ? r.readInt32() : 0;
  const responses = readFetchableTopicResponseArray(r, v, f);
  let nodeEndpoints: FetchResponseNodeEndpoint[] = [];
  let traceparent: string | null = null;
  if (f) for (let n = r.readUnsignedVarint(); n > 0; n--) {
    const tag = r.readUnsignedVarint();
    const end = r.beginTaggedField();
    switch (tag) {
      case 0: if (v >= 16) nodeEndpoints = readFetchResponseNodeEndpointArray(r, v, f); else r.skipTo(end); break;
      case 10000: if (v >= 18) traceparent = r.readNullableString(f); else r.skipTo(end); break;
      default: r.skipTo(end);
    }
    r.endTaggedField(end);
  }
  return { throttleTimeMs, errorCode, sessionId, responses, nodeEndpoints, traceparent };
}

function writeFetchResponse(w: WireWriter, { throttleTimeMs, errorCode = 0, sessionId = 0, responses, nodeEndpoints = [], traceparent = null }: FetchResponseInput, v: number): void {
  const f = v >= 12;
  w.writeInt32(throttleTimeMs);
  if (v >= 7) { w.writeInt16(errorCode); }
  if (v >= 7) { w.writeInt32(sessionId); }
  writeFetchableTopicResponseArray(w, responses, v, f);
  if (!f) return;
  const hasNodeEndpoints = v >= 16 && (nodeEndpoints.length > 0);
  const hasTraceparent = v >= 18 && (traceparent !== null);
  w.writeUnsignedVarint((hasNodeEndpoints ? 1 : 0) + (hasTraceparent ? 1 : 0));
  if (hasNodeEndpoints) {
    const at = w.beginTaggedField(0);
    writeFetchResponseNodeEndpointArray(w, nodeEndpoints, v, f);
    w.endTaggedField(at);
  }
  if (hasTraceparent) {
    const at = w.beginTaggedField(10000);
    w.writeNullableString(traceparent, f);
    w.endTaggedField(at);
  }
}

function readNullableAbortedTransactionArray(r: WireReader, v: number, f: boolean): AbortedTransaction[] | null {
  let n = r.readNullableArrayLength(f, 16);
  if (n < 0) return null;
  const a: AbortedTransaction[] = [];
  for (; n > 0; n--) a.push(readAbortedTransaction(r, v));
  return a;
}

function writeAbortedTransactionArray(w: WireWriter, a: readonly AbortedTransactionInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeAbortedTransaction(w, x, v);
}

function writeNullableAbortedTransactionArray(w: WireWriter, a: readonly AbortedTransactionInput[] | null, v: number, f: boolean): void {
  if (a === null) w.writeNullArray(f); else writeAbortedTransactionArray(w, a, v, f);
}

function readFetchResponsePartitionDataArray(r: WireReader, v: number, f: boolean): FetchResponsePartitionData[] {
  let n = r.readArrayLength(f, 30);
  const a: FetchResponsePartitionData[] = [];
  for (; n > 0; n--) a.push(readFetchResponsePartitionData(r, v));
  return a;
}

function writeFetchResponsePartitionDataArray(w: WireWriter, a: readonly FetchResponsePartitionDataInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeFetchResponsePartitionData(w, x, v);
}

function readFetchableTopicResponseArray(r: WireReader, v: number, f: boolean): FetchableTopicResponse[] {
  let n = r.readArrayLength(f, 3);
  const a: FetchableTopicResponse[] = [];
  for (; n > 0; n--) a.push(readFetchableTopicResponse(r, v));
  return a;
}

function writeFetchableTopicResponseArray(w: WireWriter, a: readonly FetchableTopicResponseInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeFetchableTopicResponse(w, x, v);
}

function readFetchResponseNodeEndpointArray(r: WireReader, v: number, f: boolean): FetchResponseNodeEndpoint[] {
  let n = r.readArrayLength(f, 1);
  const a: FetchResponseNodeEndpoint[] = [];
  for (; n > 0; n--) a.push(readFetchResponseNodeEndpoint(r, v));
  return a;
}

function writeFetchResponseNodeEndpointArray(w: WireWriter, a: readonly FetchResponseNodeEndpointInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeFetchResponseNodeEndpoint(w, x, v);
}

function isDefaultFetchResponseEpochEndOffset({ epoch = -1, endOffset = -1 }: FetchResponseEpochEndOffsetInput): boolean {
  return !(epoch !== -1) && !(endOffset !== -1);
}

function isDefaultFetchResponseLeaderIdAndEpoch({ leaderId = -1, leaderEpoch = -1 }: FetchResponseLeaderIdAndEpochInput): boolean {
  return !(leaderId !== -1) && !(leaderEpoch !== -1);
}

function isDefaultFetchResponseSnapshotId({ endOffset = -1, epoch = -1 }: FetchResponseSnapshotIdInput): boolean {
  return !(endOffset !== -1) && !(epoch !== -1);
}

function newFetchResponseSnapshotId(): FetchResponseSnapshotId {
  return { endOffset: -1, epoch: -1 };
}

function newFetchResponseLeaderIdAndEpoch(): FetchResponseLeaderIdAndEpoch {
  return { leaderId: -1, leaderEpoch: -1 };
}

function newFetchResponseEpochEndOffset(): FetchResponseEpochEndOffset {
  return { epoch: -1, endOffset: -1 };
}

/** Codec of {@link FetchResponse}. */
export const FetchResponseCodec: Codec<FetchResponse, FetchResponseInput> = {
  name: 'FetchResponse', apiKey: 1, minVersion: 4, maxVersion: 18, flexibleFrom: 12,
  decode: readFetchResponse, encode: writeFetchResponse,
};

export interface ListOffsetsPartition {
  partitionIndex: number;
  currentLeaderEpoch: number;
  timestamp: number;
}

export interface ListOffsetsPartitionInput {
  partitionIndex: number;
  currentLeaderEpoch?: number | undefined;
  timestamp: number;
}

export interface ListOffsetsTopic {
  name: string;
  partitions: ListOffsetsPartition[];
}

export interface ListOffsetsTopicInput {
  name: string;
  partitions: readonly ListOffsetsPartitionInput[];
}

/** ListOffsetsRequest: versions 1-11, flexible from 6. */
export interface ListOffsetsRequest {
  replicaId: number;
  isolationLevel: number;
  topics: ListOffsetsTopic[];
  timeoutMs: number;
}

/** What an encoder wants for ListOffsetsRequest. */
export interface ListOffsetsRequestInput {
  replicaId: number;
  isolationLevel?: number | undefined;
  topics: readonly ListOffsetsTopicInput[];
  timeoutMs?: number | undefined;
}

function readListOffsetsPartition(r: WireReader, v: number): ListOffsetsPartition {
  const f = v >= 6;
  const partitionIndex = r.readInt32();
  const currentLeaderEpoch = v >= 4 ? r.readInt32() : -1;
  const timestamp = r.readInt64();
  if (f) r.skipTaggedFields();
  return { partitionIndex, currentLeaderEpoch, timestamp };
}

function writeListOffsetsPartition(w: WireWriter, { partitionIndex, currentLeaderEpoch = -1, timestamp }: ListOffsetsPartitionInput, v: number): void {
  const f = v >= 6;
  w.writeInt32(partitionIndex);
  if (v >= 4) { w.writeInt32(currentLeaderEpoch); }
  w.writeInt64(timestamp);
  if (f) w.writeNoTaggedFields();
}

function readListOffsetsTopic(r: WireReader, v: number): ListOffsetsTopic {
  const f = v >= 6;
  const name = r.readString(f);
  const partitions = readListOffsetsPartitionArray(r, v, f);
  if (f) r.skipTaggedFields();
  return { name, partitions };
}

function writeListOffsetsTopic(w: WireWriter, { name, partitions }: ListOffsetsTopicInput, v: number): void {
  const f = v >= 6;
  w.writeString(name, f);
  writeListOffsetsPartitionArray(w, partitions, v, f);
  if (f) w.writeNoTaggedFields();
}

function readListOffsetsRequest(r: WireReader, v: number): ListOffsetsRequest {
  const f = v >= 6;
  const replicaId = r.readInt32();
  const isolationLevel = v >= 2 ? r.readInt8() : 0;
  const topics = readListOffsetsTopicArray(r, v, f);
  const timeoutMs = v >= 10 ? r.readInt32() : 0;
  if (f) r.skipTaggedFields();
  return { replicaId, isolationLevel, topics, timeoutMs };
}

function writeListOffsetsRequest(w: WireWriter, { replicaId, isolationLevel = 0, topics, timeoutMs = 0 }: ListOffsetsRequestInput, v: number): void {
  const f = v >= 6;
  w.writeInt32(replicaId);
  if (v >= 2) { w.writeInt8(isolationLevel); }
  writeListOffsetsTopicArray(w, topics, v, f);
  if (v >= 10) { w.writeInt32(timeoutMs); }
  if (f) w.writeNoTaggedFields();
}

function readListOffsetsPartitionArray(r: WireReader, v: number, f: boolean): ListOffsetsPartition[] {
  let n = r.readArrayLength(f, 12);
  const a: ListOffsetsPartition[] = [];
  for (; n > 0; n--) a.push(readListOffsetsPartition(r, v));
  return a;
}

function writeListOffsetsPartitionArray(w: WireWriter, a: readonly ListOffsetsPartitionInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeListOffsetsPartition(w, x, v);
}

function readListOffsetsTopicArray(r: WireReader, v: number, f: boolean): ListOffsetsTopic[] {
  let n = r.readArrayLength(f, 3);
  const a: ListOffsetsTopic[] = [];
  for (; n > 0; n--) a.push(readListOffsetsTopic(r, v));
  return a;
}

function writeListOffsetsTopicArray(w: WireWriter, a: readonly ListOffsetsTopicInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeListOffsetsTopic(w, x, v);
}

/** Codec of {@link ListOffsetsRequest}. */
export const ListOffsetsRequestCodec: Codec<ListOffsetsRequest, ListOffsetsRequestInput> = {
  name: 'ListOffsetsRequest', apiKey: 2, minVersion: 1, maxVersion: 11, flexibleFrom: 6,
  decode: readListOffsetsRequest, encode: writeListOffsetsRequest,
};

export interface ListOffsetsPartitionResponse {
  partitionIndex: number;
  errorCode: number;
  timestamp: number;
  offset: number;
  leaderEpoch: number;
}

export interface ListOffsetsPartitionResponseInput {
  partitionIndex: number;
  errorCode: number;
  timestamp?: number | undefined;
  offset?: number | undefined;
  leaderEpoch?: number | undefined;
}

export interface ListOffsetsTopicResponse {
  name: string;
  partitions: ListOffsetsPartitionResponse[];
}

export interface ListOffsetsTopicResponseInput {
  name: string;
  partitions: readonly ListOffsetsPartitionResponseInput[];
}

/** ListOffsetsResponse: versions 1-11, flexible from 6. */
export interface ListOffsetsResponse {
  throttleTimeMs: number;
  topics: ListOffsetsTopicResponse[];
}

/** What an encoder wants for ListOffsetsResponse. */
export interface ListOffsetsResponseInput {
  throttleTimeMs?: number | undefined;
  topics: readonly ListOffsetsTopicResponseInput[];
}

function readListOffsetsPartitionResponse(r: WireReader, v: number): ListOffsetsPartitionResponse {
  const f = v >= 6;
  const partitionIndex = r.readInt32();
  const errorCode = r.readInt16();
  const timestamp = r.readInt64();
  const offset = r.readInt64();
  const leaderEpoch = v >= 4 ? r.readInt32() : -1;
  if (f) r.skipTaggedFields();
  return { partitionIndex, errorCode, timestamp, offset, leaderEpoch };
}

function writeListOffsetsPartitionResponse(w: WireWriter, { partitionIndex, errorCode, timestamp = -1, offset = -1, leaderEpoch = -1 }: ListOffsetsPartitionResponseInput, v: number): void {
  const f = v >= 6;
  w.writeInt32(partitionIndex);
  w.writeInt16(errorCode);
  w.writeInt64(timestamp);
  w.writeInt64(offset);
  if (v >= 4) { w.writeInt32(leaderEpoch); }
  if (f) w.writeNoTaggedFields();
}

function readListOffsetsTopicResponse(r: WireReader, v: number): ListOffsetsTopicResponse {
  const f = v >= 6;
  const name = r.readString(f);
  const partitions = readListOffsetsPartitionResponseArray(r, v, f);
  if (f) r.skipTaggedFields();
  return { name, partitions };
}

function writeListOffsetsTopicResponse(w: WireWriter, { name, partitions }: ListOffsetsTopicResponseInput, v: number): void {
  const f = v >= 6;
  w.writeString(name, f);
  writeListOffsetsPartitionResponseArray(w, partitions, v, f);
  if (f) w.writeNoTaggedFields();
}

function readListOffsetsResponse(r: WireReader, v: number): ListOffsetsResponse {
  const f = v >= 6;
  const throttleTimeMs = v >= 2 ? r.readInt32() : 0;
  const topics = readListOffsetsTopicResponseArray(r, v, f);
  if (f) r.skipTaggedFields();
  return { throttleTimeMs, topics };
}

function writeListOffsetsResponse(w: WireWriter, { throttleTimeMs = 0, topics }: ListOffsetsResponseInput, v: number): void {
  const f = v >= 6;
  if (v >= 2) { w.writeInt32(throttleTimeMs); }
  writeListOffsetsTopicResponseArray(w, topics, v, f);
  if (f) w.writeNoTaggedFields();
}

function readListOffsetsPartitionResponseArray(r: WireReader, v: number, f: boolean): ListOffsetsPartitionResponse[] {
  let n = r.readArrayLength(f, 22);
  const a: ListOffsetsPartitionResponse[] = [];
  for (; n > 0; n--) a.push(readListOffsetsPartitionResponse(r, v));
  return a;
}

function writeListOffsetsPartitionResponseArray(w: WireWriter, a: readonly ListOffsetsPartitionResponseInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeListOffsetsPartitionResponse(w, x, v);
}

function readListOffsetsTopicResponseArray(r: WireReader, v: number, f: boolean): ListOffsetsTopicResponse[] {
  let n = r.readArrayLength(f, 3);
  const a: ListOffsetsTopicResponse[] = [];
  for (; n > 0; n--) a.push(readListOffsetsTopicResponse(r, v));
  return a;
}

function writeListOffsetsTopicResponseArray(w: WireWriter, a: readonly ListOffsetsTopicResponseInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeListOffsetsTopicResponse(w, x, v);
}

/** Codec of {@link ListOffsetsResponse}. */
export const ListOffsetsResponseCodec: Codec<ListOffsetsResponse, ListOffsetsResponseInput> = {
  name: 'ListOffsetsResponse', apiKey: 2, minVersion: 1, maxVersion: 11, flexibleFrom: 6,
  decode: readListOffsetsResponse, encode: writeListOffsetsResponse,
};

export interface MetadataRequestTopic {
  topicId: Uuid;
  name: string | null;
}

export interface MetadataRequestTopicInput {
  topicId?: Uuid | undefined;
  name: string | null;
}

/** MetadataRequest: versions 0-13, flexible from 9. */
export interface MetadataRequest {
  topics: MetadataRequestTopic[] | null;
  allowAutoTopicCreation: boolean;
  includeClusterAuthorizedOperations: boolean;
  includeTopicAuthorizedOperations: boolean;
}

/** What an encoder wants for MetadataRequest. */
export interface MetadataRequestInput {
  topics: readonly MetadataRequestTopicInput[] | null;
  allowAutoTopicCreation?: boolean | undefined;
  includeClusterAuthorizedOperations?: boolean | undefined;
  includeTopicAuthorizedOperations?: boolean | undefined;
}

function readMetadataRequestTopic(r: WireReader, v: number): MetadataRequestTopic {
  const f = v >= 9;
  const topicId = v >= 10 ? r.readUuid() : ZERO_UUID;
  const name = v >= 10 ? r.readNullableString(f) : r.readString(f);
  if (f) r.skipTaggedFields();
  return { topicId, name };
}

function writeMetadataRequestTopic(w: WireWriter, { topicId = ZERO_UUID, name }: MetadataRequestTopicInput, v: number): void {
  const f = v >= 9;
  if (v >= 10) { w.writeUuid(topicId); }
  if (v >= 10) w.writeNullableString(name, f); else w.writeString(name ?? '', f);
  if (f) w.writeNoTaggedFields();
}

function readMetadataRequest(r: WireReader, v: number): MetadataRequest {
  const f = v >= 9;
  const topics = v >= 1 ? readNullableMetadataRequestTopicArray(r, v, f) : readMetadataRequestTopicArray(r, v, f);
  const allowAutoTopicCreation = v >= 4 ? r.readBool() : true;
  const includeClusterAuthorizedOperations = v >= 8 && v <= 10 ? r.readBool() : false;
  const includeTopicAuthorizedOperations = v >= 8 ? r.readBool() : false;
  if (f) r.skipTaggedFields();
  return { topics, allowAutoTopicCreation, includeClusterAuthorizedOperations, includeTopicAuthorizedOperations };
}

function writeMetadataRequest(w: WireWriter, { topics, allowAutoTopicCreation = true, includeClusterAuthorizedOperations = false, includeTopicAuthorizedOperations = false }: MetadataRequestInput, v: number): void {
  const f = v >= 9;
  if (v >= 1) writeNullableMetadataRequestTopicArray(w, topics, v, f); else writeMetadataRequestTopicArray(w, topics ?? [], v, f);
  if (v >= 4) { w.writeBool(allowAutoTopicCreation); }
  if (v >= 8 && v <= 10) { w.writeBool(includeClusterAuthorizedOperations); }
  if (v >= 8) { w.writeBool(includeTopicAuthorizedOperations); }
  if (f) w.writeNoTaggedFields();
}

function readMetadataRequestTopicArray(r: WireReader, v: number, f: boolean): MetadataRequestTopic[] {
  let n = r.readArrayLength(f, 2);
  const a: MetadataRequestTopic[] = [];
  for (; n > 0; n--) a.push(readMetadataRequestTopic(r, v));
  return a;
}

function readNullableMetadataRequestTopicArray(r: WireReader, v: number, f: boolean): MetadataRequestTopic[] | null {
  let n = r.readNullableArrayLength(f, 2);
  if (n < 0) return null;
  const a: MetadataRequestTopic[] = [];
  for (; n > 0; n--) a.push(readMetadataRequestTopic(r, v));
  return a;
}

function writeMetadataRequestTopicArray(w: WireWriter, a: readonly MetadataRequestTopicInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeMetadataRequestTopic(w, x, v);
}

function writeNullableMetadataRequestTopicArray(w: WireWriter, a: readonly MetadataRequestTopicInput[] | null, v: number, f: boolean): void {
  if (a === null) w.writeNullArray(f); else writeMetadataRequestTopicArray(w, a, v, f);
}

/** Codec of {@link MetadataRequest}. */
export const MetadataRequestCodec: Codec<MetadataRequest, MetadataRequestInput> = {
  name: 'MetadataRequest', apiKey: 3, minVersion: 0, maxVersion: 13, flexibleFrom: 9,
  decode: readMetadataRequest, encode: writeMetadataRequest,
};

export interface MetadataResponseBroker {
  nodeId: number;
  host: string;
  port: number;
  rack: string | null;
}

export interface MetadataResponseBrokerInput {
  nodeId: number;
  host: string;
  port: number;
  rack?: string | null | undefined;
}

export interface MetadataResponsePartition {
  errorCode: number;
  partitionIndex: number;
  leaderId: number;
  leaderEpoch: number;
  replicaNodes: number[];
  isrNodes: number[];
  offlineReplicas: number[];
}

export interface MetadataResponsePartitionInput {
  errorCode: number;
  partitionIndex: number;
  leaderId: number;
  leaderEpoch?: number | undefined;
  replicaNodes: readonly number[];
  isrNodes: readonly number[];
  offlineReplicas?: readonly number[] | undefined;
}

export interface MetadataResponseTopic {
  errorCode: number;
  name: string | null;
  topicId: Uuid;
  isInternal: boolean;
  partitions: MetadataResponsePartition[];
  topicAuthorizedOperations: number;
}

export interface MetadataResponseTopicInput {
  errorCode: number;
  name: string | null;
  topicId?: Uuid | undefined;
  isInternal?: boolean | undefined;
  partitions: readonly MetadataResponsePartitionInput[];
  topicAuthorizedOperations?: number | undefined;
}

/** MetadataResponse: versions 0-13, flexible from 9. */
export interface MetadataResponse {
  throttleTimeMs: number;
  brokers: MetadataResponseBroker[];
  clusterId: string | null;
  controllerId: number;
  topics: MetadataResponseTopic[];
  clusterAuthorizedOperations: number;
  errorCode: number;
}

/** What an encoder wants for MetadataResponse. */
export interface MetadataResponseInput {
  throttleTimeMs?: number | undefined;
  brokers: readonly MetadataResponseBrokerInput[];
  clusterId?: string | null | undefined;
  controllerId?: number | undefined;
  topics: readonly MetadataResponseTopicInput[];
  clusterAuthorizedOperations?: number | undefined;
  errorCode?: number | undefined;
}

function readMetadataResponseBroker(r: WireReader, v: number): MetadataResponseBroker {
  const f = v >= 9;
  const nodeId = r.readInt32();
  const host = r.readString(f);
  const port = r.readInt32();
  const rack = v >= 1 ? r.readNullableString(f) : null;
  if (f) r.skipTaggedFields();
  return { nodeId, host, port, rack };
}

function writeMetadataResponseBroker(w: WireWriter, { nodeId, host, port, rack = null }: MetadataResponseBrokerInput, v: number): void {
  const f = v >= 9;
  w.writeInt32(nodeId);
  w.writeString(host, f);
  w.writeInt32(port);
  if (v >= 1) { w.writeNullableString(rack, f); }
  if (f) w.writeNoTaggedFields();
}

function readMetadataResponsePartition(r: WireReader, v: number): MetadataResponsePartition {
  const f = v >= 9;
  const errorCode = r.readInt16();
  const partitionIndex = r.readInt32();
  const leaderId = r.readInt32();
  const leaderEpoch = v >= 7 ? r.readInt32() : -1;
  const replicaNodes = r.readInt32Array(f);
  const isrNodes = r.readInt32Array(f);
  const offlineReplicas = v >= 5 ? r.readInt32Array(f) : [];
  if (f) r.skipTaggedFields();
  return { errorCode, partitionIndex, leaderId, leaderEpoch, replicaNodes, isrNodes, offlineReplicas };
}

function writeMetadataResponsePartition(w: WireWriter, { errorCode, partitionIndex, leaderId, leaderEpoch = -1, replicaNodes, isrNodes, offlineReplicas = [] }: MetadataResponsePartitionInput, v: number): void {
  const f = v >= 9;
  w.writeInt16(errorCode);
  w.writeInt32(partitionIndex);
  w.writeInt32(leaderId);
  if (v >= 7) { w.writeInt32(leaderEpoch); }
  w.writeInt32Array(replicaNodes, f);
  w.writeInt32Array(isrNodes, f);
  if (v >= 5) { w.writeInt32Array(offlineReplicas, f); }
  if (f) w.writeNoTaggedFields();
}

function readMetadataResponseTopic(r: WireReader, v: number): MetadataResponseTopic {
  const f = v >= 9;
  const errorCode = r.readInt16();
  const name = v >= 12 ? r.readNullableString(f) : r.readString(f);
  const topicId = v >= 10 ? r.readUuid() : ZERO_UUID;
  const isInternal = v >= 1 ? r.readBool() : false;
  const partitions = readMetadataResponsePartitionArray(r, v, f);
  const topicAuthorizedOperations = v >= 8 ? r.readInt32() : -2147483648;
  if (f) r.skipTaggedFields();
  return { errorCode, name, topicId, isInternal, partitions, topicAuthorizedOperations };
}

function writeMetadataResponseTopic(w: WireWriter, { errorCode, name, topicId = ZERO_UUID, isInternal = false, partitions, topicAuthorizedOperations = -2147483648 }: MetadataResponseTopicInput, v: number): void {
  const f = v >= 9;
  w.writeInt16(errorCode);
  if (v >= 12) w.writeNullableString(name, f); else w.writeString(name ?? '', f);
  if (v >= 10) { w.writeUuid(topicId); }
  if (v >= 1) { w.writeBool(isInternal); }
  writeMetadataResponsePartitionArray(w, partitions, v, f);
  if (v >= 8) { w.writeInt32(topicAuthorizedOperations); }
  if (f) w.writeNoTaggedFields();
}

function readMetadataResponse(r: WireReader, v: number): MetadataResponse {
  const f = v >= 9;
  const throttleTimeMs = v >= 3 ? r.readInt32() : 0;
  const brokers = readMetadataResponseBrokerArray(r, v, f);
  const clusterId = v >= 2 ? r.readNullableString(f) : null;
  const controllerId = v >= 1 ? r.readInt32() : -1;
  const topics = readMetadataResponseTopicArray(r, v, f);
  const clusterAuthorizedOperations = v >= 8 && v <= 10 ? r.readInt32() : -2147483648;
  const errorCode = v >= 13 ? r.readInt16() : 0;
  if (f) r.skipTaggedFields();
  return { throttleTimeMs, brokers, clusterId, controllerId, topics, clusterAuthorizedOperations, errorCode };
}

function writeMetadataResponse(w: WireWriter, { throttleTimeMs = 0, brokers, clusterId = null, controllerId = -1, topics, clusterAuthorizedOperations = -2147483648, errorCode = 0 }: MetadataResponseInput, v: number): void {
  const f = v >= 9;
  if (v >= 3) { w.writeInt32(throttleTimeMs); }
  writeMetadataResponseBrokerArray(w, brokers, v, f);
  if (v >= 2) { w.writeNullableString(clusterId, f); }
  if (v >= 1) { w.writeInt32(controllerId); }
  writeMetadataResponseTopicArray(w, topics, v, f);
  if (v >= 8 && v <= 10) { w.writeInt32(clusterAuthorizedOperations); }
  if (v >= 13) { w.writeInt16(errorCode); }
  if (f) w.writeNoTaggedFields();
}

function readMetadataResponseBrokerArray(r: WireReader, v: number, f: boolean): MetadataResponseBroker[] {
  let n = r.readArrayLength(f, 10);
  const a: MetadataResponseBroker[] = [];
  for (; n > 0; n--) a.push(readMetadataResponseBroker(r, v));
  return a;
}

function writeMetadataResponseBrokerArray(w: WireWriter, a: readonly MetadataResponseBrokerInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeMetadataResponseBroker(w, x, v);
}

function readMetadataResponsePartitionArray(r: WireReader, v: number, f: boolean): MetadataResponsePartition[] {
  let n = r.readArrayLength(f, 18);
  const a: MetadataResponsePartition[] = [];
  for (; n > 0; n--) a.push(readMetadataResponsePartition(r, v));
  return a;
}

function writeMetadataResponsePartitionArray(w: WireWriter, a: readonly MetadataResponsePartitionInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeMetadataResponsePartition(w, x, v);
}

function readMetadataResponseTopicArray(r: WireReader, v: number, f: boolean): MetadataResponseTopic[] {
  let n = r.readArrayLength(f, 8);
  const a: MetadataResponseTopic[] = [];
  for (; n > 0; n--) a.push(readMetadataResponseTopic(r, v));
  return a;
}

function writeMetadataResponseTopicArray(w: WireWriter, a: readonly MetadataResponseTopicInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeMetadataResponseTopic(w, x, v);
}

/** Codec of {@link MetadataResponse}. */
export const MetadataResponseCodec: Codec<MetadataResponse, MetadataResponseInput> = {
  name: 'MetadataResponse', apiKey: 3, minVersion: 0, maxVersion: 13, flexibleFrom: 9,
  decode: readMetadataResponse, encode: writeMetadataResponse,
};

export interface OffsetCommitRequestPartition {
  partitionIndex: number;
  committedOffset: number;
  committedLeaderEpoch: number;
  committedMetadata: string | null;
}

export interface OffsetCommitRequestPartitionInput {
  partitionIndex: number;
  committedOffset: number;
  committedLeaderEpoch?: number | undefined;
  committedMetadata: string | null;
}

export interface OffsetCommitRequestTopic {
  name: string;
  topicId: Uuid;
  partitions: OffsetCommitRequestPartition[];
}

export interface OffsetCommitRequestTopicInput {
  name?: string | undefined;
  topicId?: Uuid | undefined;
  partitions: readonly OffsetCommitRequestPartitionInput[];
}

/** OffsetCommitRequest: versions 2-10, flexible from 8. */
export interface OffsetCommitRequest {
  groupId: string;
  generationIdOrMemberEpoch: number;
  memberId: string;
  groupInstanceId: string | null;
  retentionTimeMs: number;
  topics: OffsetCommitRequestTopic[];
}

/** What an encoder wants for OffsetCommitRequest. */
export interface OffsetCommitRequestInput {
  groupId: string;
  generationIdOrMemberEpoch?: number | undefined;
  memberId: string;
  groupInstanceId?: string | null | undefined;
  retentionTimeMs?: number | undefined;
  topics: readonly OffsetCommitRequestTopicInput[];
}

function readOffsetCommitRequestPartition(r: WireReader, v: number): OffsetCommitRequestPartition {
  const f = v >= 8;
  const partitionIndex = r.readInt32();
  const committedOffset = r.readInt64();
  const committedLeaderEpoch = v >= 6 ? r.readInt32() : -1;
  const committedMetadata = r.readNullableString(f);
  if (f) r.skipTaggedFields();
  return { partitionIndex, committedOffset, committedLeaderEpoch, committedMetadata };
}

function writeOffsetCommitRequestPartition(w: WireWriter, { partitionIndex, committedOffset, committedLeaderEpoch = -1, committedMetadata }: OffsetCommitRequestPartitionInput, v: number): void {
  const f = v >= 8;
  w.writeInt32(partitionIndex);
  w.writeInt64(committedOffset);
  if (v >= 6) { w.writeInt32(committedLeaderEpoch); }
  w.writeNullableString(committedMetadata, f);
  if (f) w.writeNoTaggedFields();
}

function readOffsetCommitRequestTopic(r: WireReader, v: number): OffsetCommitRequestTopic {
  const f = v >= 8;
  const name = v <= 9 ? r.readString(f) : '';
  const topicId = v >= 10 ? r.readUuid() : ZERO_UUID;
  const partitions = readOffsetCommitRequestPartitionArray(r, v, f);
  if (f) r.skipTaggedFields();
  return { name, topicId, partitions };
}

function writeOffsetCommitRequestTopic(w: WireWriter, { name = '', topicId = ZERO_UUID, partitions }: OffsetCommitRequestTopicInput, v: number): void {
  const f = v >= 8;
  if (v <= 9) { w.writeString(name, f); }
  if (v >= 10) { w.writeUuid(topicId); }
  writeOffsetCommitRequestPartitionArray(w, partitions, v, f);
  if (f) w.writeNoTaggedFields();
}

function readOffsetCommitRequest(r: WireReader, v: number): OffsetCommitRequest {
  const f = v >= 8;
  const groupId = r.readString(f);
  const generationIdOrMemberEpoch = r.readInt32();
  const memberId = r.readString(f);
  const groupInstanceId = v >= 7 ? r.readNullableString(f) : null;
  const retentionTimeMs = v <= 4 ? r.readInt64() : -1;
  const topics = readOffsetCommitRequestTopicArray(r, v, f);
  if (f) r.skipTaggedFields();
  return { groupId, generationIdOrMemberEpoch, memberId, groupInstanceId, retentionTimeMs, topics };
}

function writeOffsetCommitRequest(w: WireWriter, { groupId, generationIdOrMemberEpoch = -1, memberId, groupInstanceId = null, retentionTimeMs = -1, topics }: OffsetCommitRequestInput, v: number): void {
  const f = v >= 8;
  w.writeString(groupId, f);
  w.writeInt32(generationIdOrMemberEpoch);
  w.writeString(memberId, f);
  if (v >= 7) { w.writeNullableString(groupInstanceId, f); }
  if (v <= 4) { w.writeInt64(retentionTimeMs); }
  writeOffsetCommitRequestTopicArray(w, topics, v, f);
  if (f) w.writeNoTaggedFields();
}

function readOffsetCommitRequestPartitionArray(r: WireReader, v: number, f: boolean): OffsetCommitRequestPartition[] {
  let n = r.readArrayLength(f, 14);
  const a: OffsetCommitRequestPartition[] = [];
  for (; n > 0; n--) a.push(readOffsetCommitRequestPartition(r, v));
  return a;
}

function writeOffsetCommitRequestPartitionArray(w: WireWriter, a: readonly OffsetCommitRequestPartitionInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeOffsetCommitRequestPartition(w, x, v);
}

function readOffsetCommitRequestTopicArray(r: WireReader, v: number, f: boolean): OffsetCommitRequestTopic[] {
  let n = r.readArrayLength(f, 3);
  const a: OffsetCommitRequestTopic[] = [];
  for (; n > 0; n--) a.push(readOffsetCommitRequestTopic(r, v));
  return a;
}

function writeOffsetCommitRequestTopicArray(w: WireWriter, a: readonly OffsetCommitRequestTopicInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeOffsetCommitRequestTopic(w, x, v);
}

/** Codec of {@link OffsetCommitRequest}. */
export const OffsetCommitRequestCodec: Codec<OffsetCommitRequest, OffsetCommitRequestInput> = {
  name: 'OffsetCommitRequest', apiKey: 8, minVersion: 2, maxVersion: 10, flexibleFrom: 8,
  decode: readOffsetCommitRequest, encode: writeOffsetCommitRequest,
};

export interface OffsetCommitResponsePartition {
  partitionIndex: number;
  errorCode: number;
}

export interface OffsetCommitResponsePartitionInput {
  partitionIndex: number;
  errorCode: number;
}

export interface OffsetCommitResponseTopic {
  name: string;
  topicId: Uuid;
  partitions: OffsetCommitResponsePartition[];
}

export interface OffsetCommitResponseTopicInput {
  name?: string | undefined;
  topicId?: Uuid | undefined;
  partitions: readonly OffsetCommitResponsePartitionInput[];
}

/** OffsetCommitResponse: versions 2-10, flexible from 8. */
export interface OffsetCommitResponse {
  throttleTimeMs: number;
  topics: OffsetCommitResponseTopic[];
}

/** What an encoder wants for OffsetCommitResponse. */
export interface OffsetCommitResponseInput {
  throttleTimeMs?: number | undefined;
  topics: readonly OffsetCommitResponseTopicInput[];
}

function readOffsetCommitResponsePartition(r: WireReader, v: number): OffsetCommitResponsePartition {
  const f = v >= 8;
  const partitionIndex = r.readInt32();
  const errorCode = r.readInt16();
  if (f) r.skipTaggedFields();
  return { partitionIndex, errorCode };
}

function writeOffsetCommitResponsePartition(w: WireWriter, { partitionIndex, errorCode }: OffsetCommitResponsePartitionInput, v: number): void {
  const f = v >= 8;
  w.writeInt32(partitionIndex);
  w.writeInt16(errorCode);
  if (f) w.writeNoTaggedFields();
}

function readOffsetCommitResponseTopic(r: WireReader, v: number): OffsetCommitResponseTopic {
  const f = v >= 8;
  const name = v <= 9 ? r.readString(f) : '';
  const topicId = v >= 10 ? r.readUuid() : ZERO_UUID;
  const partitions = readOffsetCommitResponsePartitionArray(r, v, f);
  if (f) r.skipTaggedFields();
  return { name, topicId, partitions };
}

function writeOffsetCommitResponseTopic(w: WireWriter, { name = '', topicId = ZERO_UUID, partitions }: OffsetCommitResponseTopicInput, v: number): void {
  const f = v >= 8;
  if (v <= 9) { w.writeString(name, f); }
  if (v >= 10) { w.writeUuid(topicId); }
  writeOffsetCommitResponsePartitionArray(w, partitions, v, f);
  if (f) w.writeNoTaggedFields();
}

function readOffsetCommitResponse(r: WireReader, v: number): OffsetCommitResponse {
  const f = v >= 8;
  const throttleTimeMs = v >= 3 ? r.readInt32() : 0;
  const topics = readOffsetCommitResponseTopicArray(r, v, f);
  if (f) r.skipTaggedFields();
  return { throttleTimeMs, topics };
}

function writeOffsetCommitResponse(w: WireWriter, { throttleTimeMs = 0, topics }: OffsetCommitResponseInput, v: number): void {
  const f = v >= 8;
  if (v >= 3) { w.writeInt32(throttleTimeMs); }
  writeOffsetCommitResponseTopicArray(w, topics, v, f);
  if (f) w.writeNoTaggedFields();
}

function readOffsetCommitResponsePartitionArray(r: WireReader, v: number, f: boolean): OffsetCommitResponsePartition[] {
  let n = r.readArrayLength(f, 6);
  const a: OffsetCommitResponsePartition[] = [];
  for (; n > 0; n--) a.push(readOffsetCommitResponsePartition(r, v));
  return a;
}

function writeOffsetCommitResponsePartitionArray(w: WireWriter, a: readonly OffsetCommitResponsePartitionInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeOffsetCommitResponsePartition(w, x, v);
}

function readOffsetCommitResponseTopicArray(r: WireReader, v: number, f: boolean): OffsetCommitResponseTopic[] {
  let n = r.readArrayLength(f, 3);
  const a: OffsetCommitResponseTopic[] = [];
  for (; n > 0; n--) a.push(readOffsetCommitResponseTopic(r, v));
  return a;
}

function writeOffsetCommitResponseTopicArray(w: WireWriter, a: readonly OffsetCommitResponseTopicInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeOffsetCommitResponseTopic(w, x, v);
}

/** Codec of {@link OffsetCommitResponse}. */
export const OffsetCommitResponseCodec: Codec<OffsetCommitResponse, OffsetCommitResponseInput> = {
  name: 'OffsetCommitResponse', apiKey: 8, minVersion: 2, maxVersion: 10, flexibleFrom: 8,
  decode: readOffsetCommitResponse, encode: writeOffsetCommitResponse,
};

export interface OffsetFetchRequestTopic {
  name: string;
  partitionIndexes: number[];
}

export interface OffsetFetchRequestTopicInput {
  name: string;
  partitionIndexes: readonly number[];
}

export interface OffsetFetchRequestTopics {
  name: string;
  topicId: Uuid;
  partitionIndexes: number[];
}

export interface OffsetFetchRequestTopicsInput {
  name?: string | undefined;
  topicId?: Uuid | undefined;
  partitionIndexes: readonly number[];
}

export interface OffsetFetchRequestGroup {
  groupId: string;
  memberId: string | null;
  memberEpoch: number;
  topics: OffsetFetchRequestTopics[] | null;
}

export interface OffsetFetchRequestGroupInput {
  groupId: string;
  memberId?: string | null | undefined;
  memberEpoch?: number | undefined;
  topics: readonly OffsetFetchRequestTopicsInput[] | null;
}

/** OffsetFetchRequest: versions 1-10, flexible from 6. */
export interface OffsetFetchRequest {
  groupId: string;
  topics: OffsetFetchRequestTopic[] | null;
  groups: OffsetFetchRequestGroup[];
  requireStable: boolean;
}

/** What an encoder wants for OffsetFetchRequest. */
export interface OffsetFetchRequestInput {
  groupId?: string | undefined;
  topics?: readonly OffsetFetchRequestTopicInput[] | null | undefined;
  groups?: readonly OffsetFetchRequestGroupInput[] | undefined;
  requireStable?: boolean | undefined;
}

function readOffsetFetchRequestTopic(r: WireReader, v: number): OffsetFetchRequestTopic {
  const f = v >= 6;
  const name = r.readString(f);
  const partitionIndexes = r.readInt32Array(f);
  if (f) r.skipTaggedFields();
  return { name, partitionIndexes };
}

function writeOffsetFetchRequestTopic(w: WireWriter, { name, partitionIndexes }: OffsetFetchRequestTopicInput, v: number): void {
  const f = v >= 6;
  w.writeString(name, f);
  w.writeInt32Array(partitionIndexes, f);
  if (f) w.writeNoTaggedFields();
}

function readOffsetFetchRequestTopics(r: WireReader, v: number): OffsetFetchRequestTopics {
  const f = v >= 6;
  const name = v <= 9 ? r.readString(f) : '';
  const topicId = v >= 10 ? r.readUuid() : ZERO_UUID;
  const partitionIndexes = r.readInt32Array(f);
  if (f) r.skipTaggedFields();
  return { name, topicId, partitionIndexes };
}

function writeOffsetFetchRequestTopics(w: WireWriter, { name = '', topicId = ZERO_UUID, partitionIndexes }: OffsetFetchRequestTopicsInput, v: number): void {
  const f = v >= 6;
  if (v <= 9) { w.writeString(name, f); }
  if (v >= 10) { w.writeUuid(topicId); }
  w.writeInt32Array(partitionIndexes, f);
  if (f) w.writeNoTaggedFields();
}

function readOffsetFetchRequestGroup(r: WireReader, v: number): OffsetFetchRequestGroup {
  const f = v >= 6;
  const groupId = r.readString(f);
  const memberId = v >= 9 ? r.readNullableString(f) : null;
  const memberEpoch = v >= 9 ? r.readInt32() : -1;
  const topics = readNullableOffsetFetchRequestTopicsArray(r, v, f);
  if (f) r.skipTaggedFields();
  return { groupId, memberId, memberEpoch, topics };
}

function writeOffsetFetchRequestGroup(w: WireWriter, { groupId, memberId = null, memberEpoch = -1, topics }: OffsetFetchRequestGroupInput, v: number): void {
  const f = v >= 6;
  w.writeString(groupId, f);
  if (v >= 9) { w.writeNullableString(memberId, f); }
  if (v >= 9) { w.writeInt32(memberEpoch); }
  writeNullableOffsetFetchRequestTopicsArray(w, topics, v, f);
  if (f) w.writeNoTaggedFields();
}

function readOffsetFetchRequest(r: WireReader, v: number): OffsetFetchRequest {
  const f = v >= 6;
  const groupId = v <= 7 ? r.readString(f) : '';
  const topics = v <= 7 ? (v >= 2 ? readNullableOffsetFetchRequestTopicArray(r, v, f) : readOffsetFetchRequestTopicArray(r, v, f)) : [];
  const groups = v >= 8 ? readOffsetFetchRequestGroupArray(r, v, f) : [];
  const requireStable = v >= 7 ? r.readBool() : false;
  if (f) r.skipTaggedFields();
  return { groupId, topics, groups, requireStable };
}

function writeOffsetFetchRequest(w: WireWriter, { groupId = '', topics = [], groups = [], requireStable = false }: OffsetFetchRequestInput, v: number): void {
  const f = v >= 6;
  if (v <= 7) { w.writeString(groupId, f); }
  if (v <= 7) { if (v >= 2) writeNullableOffsetFetchRequestTopicArray(w, topics, v, f); else writeOffsetFetchRequestTopicArray(w, topics ?? [], v, f); }
  if (v >= 8) { writeOffsetFetchRequestGroupArray(w, groups, v, f); }
  if (v >= 7) { w.writeBool(requireStable); }
  if (f) w.writeNoTaggedFields();
}

function readOffsetFetchRequestTopicArray(r: WireReader, v: number, f: boolean): OffsetFetchRequestTopic[] {
  let n = r.readArrayLength(f, 1);
  const a: OffsetFetchRequestTopic[] = [];
  for (; n > 0; n--) a.push(readOffsetFetchRequestTopic(r, v));
  return a;
}

function readNullableOffsetFetchRequestTopicArray(r: WireReader, v: number, f: boolean): OffsetFetchRequestTopic[] | null {
  let n = r.readNullableArrayLength(f, 1);
  if (n < 0) return null;
  const a: OffsetFetchRequestTopic[] = [];
  for (; n > 0; n--) a.push(readOffsetFetchRequestTopic(r, v));
  return a;
}

function writeOffsetFetchRequestTopicArray(w: WireWriter, a: readonly OffsetFetchRequestTopicInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeOffsetFetchRequestTopic(w, x, v);
}

function writeNullableOffsetFetchRequestTopicArray(w: WireWriter, a: readonly OffsetFetchRequestTopicInput[] | null, v: number, f: boolean): void {
  if (a === null) w.writeNullArray(f); else writeOffsetFetchRequestTopicArray(w, a, v, f);
}

function readNullableOffsetFetchRequestTopicsArray(r: WireReader, v: number, f: boolean): OffsetFetchRequestTopics[] | null {
  let n = r.readNullableArrayLength(f, 1);
  if (n < 0) return null;
  const a: OffsetFetchRequestTopics[] = [];
  for (; n > 0; n--) a.push(readOffsetFetchRequestTopics(r, v));
  return a;
}

function writeOffsetFetchRequestTopicsArray(w: WireWriter, a: readonly OffsetFetchRequestTopicsInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeOffsetFetchRequestTopics(w, x, v);
}

function writeNullableOffsetFetchRequestTopicsArray(w: WireWriter, a: readonly OffsetFetchRequestTopicsInput[] | null, v: number, f: boolean): void {
  if (a === null) w.writeNullArray(f); else writeOffsetFetchRequestTopicsArray(w, a, v, f);
}

function readOffsetFetchRequestGroupArray(r: WireReader, v: number, f: boolean): OffsetFetchRequestGroup[] {
  let n = r.readArrayLength(f, 1);
  const a: OffsetFetchRequestGroup[] = [];
  for (; n > 0; n--) a.push(readOffsetFetchRequestGroup(r, v));
  return a;
}

function writeOffsetFetchRequestGroupArray(w: WireWriter, a: readonly OffsetFetchRequestGroupInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeOffsetFetchRequestGroup(w, x, v);
}

/** Codec of {@link OffsetFetchRequest}. */
export const OffsetFetchRequestCodec: Codec<OffsetFetchRequest, OffsetFetchRequestInput> = {
  name: 'OffsetFetchRequest', apiKey: 9, minVersion: 1, maxVersion: 10, flexibleFrom: 6,
  decode: readOffsetFetchRequest, encode: writeOffsetFetchRequest,
};

export interface OffsetFetchResponsePartition {
  partitionIndex: number;
  committedOffset: number;
  committedLeaderEpoch: number;
  metadata: string | null;
  errorCode: number;
}

export interface OffsetFetchResponsePartitionInput {
  partitionIndex: number;
  committedOffset: number;
  committedLeaderEpoch?: number | undefined;
  metadata: string | null;
  errorCode: number;
}

export interface OffsetFetchResponseTopic {
  name: string;
  partitions: OffsetFetchResponsePartition[];
}

export interface OffsetFetchResponseTopicInput {
  name: string;
  partitions: readonly OffsetFetchResponsePartitionInput[];
}

export interface OffsetFetchResponsePartitions {
  partitionIndex: number;
  committedOffset: number;
  committedLeaderEpoch: number;
  metadata: string | null;
  errorCode: number;
}

export interface OffsetFetchResponsePartitionsInput {
  partitionIndex: number;
  committedOffset: number;
  committedLeaderEpoch?: number | undefined;
  metadata: string | null;
  errorCode: number;
}

export interface OffsetFetchResponseTopics {
  name: string;
  topicId: Uuid;
  partitions: OffsetFetchResponsePartitions[];
}

export interface OffsetFetchResponseTopicsInput {
  name?: string | undefined;
  topicId?: Uuid | undefined;
  partitions: readonly OffsetFetchResponsePartitionsInput[];
}

export interface OffsetFetchResponseGroup {
  groupId: string;
  topics: OffsetFetchResponseTopics[];
  errorCode: number;
}

export interface OffsetFetchResponseGroupInput {
  groupId: string;
  topics: readonly OffsetFetchResponseTopicsInput[];
  errorCode?: number | undefined;
}

/** OffsetFetchResponse: versions 1-10, flexible from 6. */
export interface OffsetFetchResponse {
  throttleTimeMs: number;
  topics: OffsetFetchResponseTopic[];
  errorCode: number;
  groups: OffsetFetchResponseGroup[];
}

/** What an encoder wants for OffsetFetchResponse. */
export interface OffsetFetchResponseInput {
  throttleTimeMs?: number | undefined;
  topics?: readonly OffsetFetchResponseTopicInput[] | undefined;
  errorCode?: number | undefined;
  groups?: readonly OffsetFetchResponseGroupInput[] | undefined;
}

function readOffsetFetchResponsePartition(r: WireReader, v: number): OffsetFetchResponsePartition {
  const f = v >= 6;
  const partitionIndex = r.readInt32();
  const committedOffset = r.readInt64();
  const committedLeaderEpoch = v >= 5 ? r.readInt32() : -1;
  const metadata = r.readNullableString(f);
  const errorCode = r.readInt16();
  if (f) r.skipTaggedFields();
  return { partitionIndex, committedOffset, committedLeaderEpoch, metadata, errorCode };
}

function writeOffsetFetchResponsePartition(w: WireWriter, { partitionIndex, committedOffset, committedLeaderEpoch = -1, metadata, errorCode }: OffsetFetchResponsePartitionInput, v: number): void {
  const f = v >= 6;
  w.writeInt32(partitionIndex);
  w.writeInt64(committedOffset);
  if (v >= 5) { w.writeInt32(committedLeaderEpoch); }
  w.writeNullableString(metadata, f);
  w.writeInt16(errorCode);
  if (f) w.writeNoTaggedFields();
}

function readOffsetFetchResponseTopic(r: WireReader, v: number): OffsetFetchResponseTopic {
  const f = v >= 6;
  const name = r.readString(f);
  const partitions = readOffsetFetchResponsePartitionArray(r, v, f);
  if (f) r.skipTaggedFields();
  return { name, partitions };
}

function writeOffsetFetchResponseTopic(w: WireWriter, { name, partitions }: OffsetFetchResponseTopicInput, v: number): void {
  const f = v >= 6;
  w.writeString(name, f);
  writeOffsetFetchResponsePartitionArray(w, partitions, v, f);
  if (f) w.writeNoTaggedFields();
}

function readOffsetFetchResponsePartitions(r: WireReader, v: number): OffsetFetchResponsePartitions {
  const f = v >= 6;
  const partitionIndex = r.readInt32();
  const committedOffset = r.readInt64();
  const committedLeaderEpoch = r.readInt32();
  const metadata = r.readNullableString(f);
  const errorCode = r.readInt16();
  if (f) r.skipTaggedFields();
  return { partitionIndex, committedOffset, committedLeaderEpoch, metadata, errorCode };
}

function writeOffsetFetchResponsePartitions(w: WireWriter, { partitionIndex, committedOffset, committedLeaderEpoch = -1, metadata, errorCode }: OffsetFetchResponsePartitionsInput, v: number): void {
  const f = v >= 6;
  w.writeInt32(partitionIndex);
  w.writeInt64(committedOffset);
  w.writeInt32(committedLeaderEpoch);
  w.writeNullableString(metadata, f);
  w.writeInt16(errorCode);
  if (f) w.writeNoTaggedFields();
}

function readOffsetFetchResponseTopics(r: WireReader, v: number): OffsetFetchResponseTopics {
  const f = v >= 6;
  const name = v <= 9 ? r.readString(f) : '';
  const topicId = v >= 10 ? r.readUuid() : ZERO_UUID;
  const partitions = readOffsetFetchResponsePartitionsArray(r, v, f);
  if (f) r.skipTaggedFields();
  return { name, topicId, partitions };
}

function writeOffsetFetchResponseTopics(w: WireWriter, { name = '', topicId = ZERO_UUID, partitions }: OffsetFetchResponseTopicsInput, v: number): void {
  const f = v >= 6;
  if (v <= 9) { w.writeString(name, f); }
  if (v >= 10) { w.writeUuid(topicId); }
  writeOffsetFetchResponsePartitionsArray(w, partitions, v, f);
  if (f) w.writeNoTaggedFields();
}

function readOffsetFetchResponseGroup(r: WireReader, v: number): OffsetFetchResponseGroup {
  const f = v >= 6;
  const groupId = r.readString(f);
  const topics = readOffsetFetchResponseTopicsArray(r, v, f);
  const errorCode = r.readInt16();
  if (f) r.skipTaggedFields();
  return { groupId, topics, errorCode };
}

function writeOffsetFetchResponseGroup(w: WireWriter, { groupId, topics, errorCode = 0 }: OffsetFetchResponseGroupInput, v: number): void {
  const f = v >= 6;
  w.writeString(groupId, f);
  writeOffsetFetchResponseTopicsArray(w, topics, v, f);
  w.writeInt16(errorCode);
  if (f) w.writeNoTaggedFields();
}

function readOffsetFetchResponse(r: WireReader, v: number): OffsetFetchResponse {
  const f = v >= 6;
  const throttleTimeMs = v >= 3 ? r.readInt32() : 0;
  const topics = v <= 7 ? readOffsetFetchResponseTopicArray(r, v, f) : [];
  const errorCode = v >= 2 && v <= 7 ? r.readInt16() : 0;
  const groups = v >= 8 ? readOffsetFetchResponseGroupArray(r, v, f) : [];
  if (f) r.skipTaggedFields();
  return { throttleTimeMs, topics, errorCode, groups };
}

function writeOffsetFetchResponse(w: WireWriter, { throttleTimeMs = 0, topics = [], errorCode = 0, groups = [] }: OffsetFetchResponseInput, v: number): void {
  const f = v >= 6;
  if (v >= 3) { w.writeInt32(throttleTimeMs); }
  if (v <= 7) { writeOffsetFetchResponseTopicArray(w, topics, v, f); }
  if (v >= 2 && v <= 7) { w.writeInt16(errorCode); }
  if (v >= 8) { writeOffsetFetchResponseGroupArray(w, groups, v, f); }
  if (f) w.writeNoTaggedFields();
}

function readOffsetFetchResponsePartitionArray(r: WireReader, v: number, f: boolean): OffsetFetchResponsePartition[] {
  let n = r.readArrayLength(f, 1);
  const a: OffsetFetchResponsePartition[] = [];
  for (; n > 0; n--) a.push(readOffsetFetchResponsePartition(r, v));
  return a;
}

function writeOffsetFetchResponsePartitionArray(w: WireWriter, a: readonly OffsetFetchResponsePartitionInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeOffsetFetchResponsePartition(w, x, v);
}

function readOffsetFetchResponseTopicArray(r: WireReader, v: number, f: boolean): OffsetFetchResponseTopic[] {
  let n = r.readArrayLength(f, 1);
  const a: OffsetFetchResponseTopic[] = [];
  for (; n > 0; n--) a.push(readOffsetFetchResponseTopic(r, v));
  return a;
}

function writeOffsetFetchResponseTopicArray(w: WireWriter, a: readonly OffsetFetchResponseTopicInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeOffsetFetchResponseTopic(w, x, v);
}

function readOffsetFetchResponsePartitionsArray(r: WireReader, v: number, f: boolean): OffsetFetchResponsePartitions[] {
  let n = r.readArrayLength(f, 1);
  const a: OffsetFetchResponsePartitions[] = [];
  for (; n > 0; n--) a.push(readOffsetFetchResponsePartitions(r, v));
  return a;
}

function writeOffsetFetchResponsePartitionsArray(w: WireWriter, a: readonly OffsetFetchResponsePartitionsInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeOffsetFetchResponsePartitions(w, x, v);
}

function readOffsetFetchResponseTopicsArray(r: WireReader, v: number, f: boolean): OffsetFetchResponseTopics[] {
  let n = r.readArrayLength(f, 1);
  const a: OffsetFetchResponseTopics[] = [];
  for (; n > 0; n--) a.push(readOffsetFetchResponseTopics(r, v));
  return a;
}

function writeOffsetFetchResponseTopicsArray(w: WireWriter, a: readonly OffsetFetchResponseTopicsInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeOffsetFetchResponseTopics(w, x, v);
}

function readOffsetFetchResponseGroupArray(r: WireReader, v: number, f: boolean): OffsetFetchResponseGroup[] {
  let n = r.readArrayLength(f, 1);
  const a: OffsetFetchResponseGroup[] = [];
  for (; n > 0; n--) a.push(readOffsetFetchResponseGroup(r, v));
  return a;
}

function writeOffsetFetchResponseGroupArray(w: WireWriter, a: readonly OffsetFetchResponseGroupInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeOffsetFetchResponseGroup(w, x, v);
}

/** Codec of {@link OffsetFetchResponse}. */
export const OffsetFetchResponseCodec: Codec<OffsetFetchResponse, OffsetFetchResponseInput> = {
  name: 'OffsetFetchResponse', apiKey: 9, minVersion: 1, maxVersion: 10, flexibleFrom: 6,
  decode: readOffsetFetchResponse, encode: writeOffsetFetchResponse,
};

/** FindCoordinatorRequest: versions 0-6, flexible from 3. */
export interface FindCoordinatorRequest {
  key: string;
  keyType: number;
  coordinatorKeys: string[];
}

/** What an encoder wants for FindCoordinatorRequest. */
export interface FindCoordinatorRequestInput {
  key?: string | undefined;
  keyType?: number | undefined;
  coordinatorKeys?: readonly string[] | undefined;
}

function readFindCoordinatorRequest(r: WireReader, v: number): FindCoordinatorRequest {
  const f = v >= 3;
  const key = v <= 3 ? r.readString(f) : '';
  const keyType = v >= 1 ? r.readInt8() : 0;
  const coordinatorKeys = v >= 4 ? r.readStringArray(f) : [];
  if (f) r.skipTaggedFields();
  return { key, keyType, coordinatorKeys };
}

function writeFindCoordinatorRequest(w: WireWriter, { key = '', keyType = 0, coordinatorKeys = [] }: FindCoordinatorRequestInput, v: number): void {
  const f = v >= 3;
  if (v <= 3) { w.writeString(key, f); }
  if (v >= 1) { w.writeInt8(keyType); }
  if (v >= 4) { w.writeStringArray(coordinatorKeys, f); }
  if (f) w.writeNoTaggedFields();
}

/** Codec of {@link FindCoordinatorRequest}. */
export const FindCoordinatorRequestCodec: Codec<FindCoordinatorRequest, FindCoordinatorRequestInput> = {
  name: 'FindCoordinatorRequest', apiKey: 10, minVersion: 0, maxVersion: 6, flexibleFrom: 3,
  decode: readFindCoordinatorRequest, encode: writeFindCoordinatorRequest,
};

export interface FindCoordinatorResponseCoordinator {
  key: string;
  nodeId: number;
  host: string;
  port: number;
  errorCode: number;
  errorMessage: string | null;
}

export interface FindCoordinatorResponseCoordinatorInput {
  key: string;
  nodeId: number;
  host: string;
  port: number;
  errorCode: number;
  errorMessage: string | null;
}

/** FindCoordinatorResponse: versions 0-6, flexible from 3. */
export interface FindCoordinatorResponse {
  throttleTimeMs: number;
  errorCode: number;
  errorMessage: string | null;
  nodeId: number;
  host: string;
  port: number;
  coordinators: FindCoordinatorResponseCoordinator[];
}

/** What an encoder wants for FindCoordinatorResponse. */
export interface FindCoordinatorResponseInput {
  throttleTimeMs?: number | undefined;
  errorCode?: number | undefined;
  errorMessage?: string | null | undefined;
  nodeId?: number | undefined;
  host?: string | undefined;
  port?: number | undefined;
  coordinators?: readonly FindCoordinatorResponseCoordinatorInput[] | undefined;
}

function readFindCoordinatorResponseCoordinator(r: WireReader, v: number): FindCoordinatorResponseCoordinator {
  const f = v >= 3;
  const key = r.readString(f);
  const nodeId = r.readInt32();
  const host = r.readString(f);
  const port = r.readInt32();
  const errorCode = r.readInt16();
  const errorMessage = r.readNullableString(f);
  if (f) r.skipTaggedFields();
  return { key, nodeId, host, port, errorCode, errorMessage };
}

function writeFindCoordinatorResponseCoordinator(w: WireWriter, { key, nodeId, host, port, errorCode, errorMessage }: FindCoordinatorResponseCoordinatorInput, v: number): void {
  const f = v >= 3;
  w.writeString(key, f);
  w.writeInt32(nodeId);
  w.writeString(host, f);
  w.writeInt32(port);
  w.writeInt16(errorCode);
  w.writeNullableString(errorMessage, f);
  if (f) w.writeNoTaggedFields();
}

function readFindCoordinatorResponse(r: WireReader, v: number): FindCoordinatorResponse {
  const f = v >= 3;
  const throttleTimeMs = v >= 1 ? r.readInt32() : 0;
  const errorCode = v <= 3 ? r.readInt16() : 0;
  const errorMessage = v >= 1 && v <= 3 ? r.readNullableString(f) : '';
  const nodeId = v <= 3 ? r.readInt32() : 0;
  const host = v <= 3 ? r.readString(f) : '';
  const port = v <= 3 ? r.readInt32() : 0;
  const coordinators = v >= 4 ? readFindCoordinatorResponseCoordinatorArray(r, v, f) : [];
  if (f) r.skipTaggedFields();
  return { throttleTimeMs, errorCode, errorMessage, nodeId, host, port, coordinators };
}

function writeFindCoordinatorResponse(w: WireWriter, { throttleTimeMs = 0, errorCode = 0, errorMessage = '', nodeId = 0, host = '', port = 0, coordinators = [] }: FindCoordinatorResponseInput, v: number): void {
  const f = v >= 3;
  if (v >= 1) { w.writeInt32(throttleTimeMs); }
  if (v <= 3) { w.writeInt16(errorCode); }
  if (v >= 1 && v <= 3) { w.writeNullableString(errorMessage, f); }
  if (v <= 3) { w.writeInt32(nodeId); }
  if (v <= 3) { w.writeString(host, f); }
  if (v <= 3) { w.writeInt32(port); }
  if (v >= 4) { writeFindCoordinatorResponseCoordinatorArray(w, coordinators, v, f); }
  if (f) w.writeNoTaggedFields();
}

function readFindCoordinatorResponseCoordinatorArray(r: WireReader, v: number, f: boolean): FindCoordinatorResponseCoordinator[] {
  let n = r.readArrayLength(f, 1);
  const a: FindCoordinatorResponseCoordinator[] = [];
  for (; n > 0; n--) a.push(readFindCoordinatorResponseCoordinator(r, v));
  return a;
}

function writeFindCoordinatorResponseCoordinatorArray(w: WireWriter, a: readonly FindCoordinatorResponseCoordinatorInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeFindCoordinatorResponseCoordinator(w, x, v);
}

/** Codec of {@link FindCoordinatorResponse}. */
export const FindCoordinatorResponseCodec: Codec<FindCoordinatorResponse, FindCoordinatorResponseInput> = {
  name: 'FindCoordinatorResponse', apiKey: 10, minVersion: 0, maxVersion: 6, flexibleFrom: 3,
  decode: readFindCoordinatorResponse, encode: writeFindCoordinatorResponse,
};

export interface JoinGroupRequestProtocol {
  name: string;
  metadata: Uint8Array;
}

export interface JoinGroupRequestProtocolInput {
  name: string;
  metadata: Uint8Array;
}

/** JoinGroupRequest: versions 0-9, flexible from 6. */
export interface JoinGroupRequest {
  groupId: string;
  sessionTimeoutMs: number;
  rebalanceTimeoutMs: number;
  memberId: string;
  groupInstanceId: string | null;
  protocolType: string;
  protocols: JoinGroupRequestProtocol[];
  reason: string | null;
}

/** What an encoder wants for JoinGroupRequest. */
export interface JoinGroupRequestInput {
  groupId: string;
  sessionTimeoutMs: number;
  rebalanceTimeoutMs?: number | undefined;
  memberId: string;
  groupInstanceId?: string | null | undefined;
  protocolType: string;
  protocols: readonly JoinGroupRequestProtocolInput[];
  reason?: string | null | undefined;
}

function readJoinGroupRequestProtocol(r: WireReader, v: number): JoinGroupRequestProtocol {
  const f = v >= 6;
  const name = r.readString(f);
  const metadata = r.readBytes(f);
  if (f) r.skipTaggedFields();
  return { name, metadata };
}

function writeJoinGroupRequestProtocol(w: WireWriter, { name, metadata }: JoinGroupRequestProtocolInput, v: number): void {
  const f = v >= 6;
  w.writeString(name, f);
  w.writeBytes(metadata, f);
  if (f) w.writeNoTaggedFields();
}

function readJoinGroupRequest(r: WireReader, v: number): JoinGroupRequest {
  const f = v >= 6;
  const groupId = r.readString(f);
  const sessionTimeoutMs = r.readInt32();
  const rebalanceTimeoutMs = v >= 1 ? r.readInt32() : -1;
  const memberId = r.readString(f);
  const groupInstanceId = v >= 5 ? r.readNullableString(f) : null;
  const protocolType = r.readString(f);
  const protocols = readJoinGroupRequestProtocolArray(r, v, f);
  const reason = v >= 8 ? r.readNullableString(f) : null;
  if (f) r.skipTaggedFields();
  return { groupId, sessionTimeoutMs, rebalanceTimeoutMs, memberId, groupInstanceId, protocolType, protocols, reason };
}

function writeJoinGroupRequest(w: WireWriter, { groupId, sessionTimeoutMs, rebalanceTimeoutMs = -1, memberId, groupInstanceId = null, protocolType, protocols, reason = null }: JoinGroupRequestInput, v: number): void {
  const f = v >= 6;
  w.writeString(groupId, f);
  w.writeInt32(sessionTimeoutMs);
  if (v >= 1) { w.writeInt32(rebalanceTimeoutMs); }
  w.writeString(memberId, f);
  if (v >= 5) { w.writeNullableString(groupInstanceId, f); }
  w.writeString(protocolType, f);
  writeJoinGroupRequestProtocolArray(w, protocols, v, f);
  if (v >= 8) { w.writeNullableString(reason, f); }
  if (f) w.writeNoTaggedFields();
}

function readJoinGroupRequestProtocolArray(r: WireReader, v: number, f: boolean): JoinGroupRequestProtocol[] {
  let n = r.readArrayLength(f, 3);
  const a: JoinGroupRequestProtocol[] = [];
  for (; n > 0; n--) a.push(readJoinGroupRequestProtocol(r, v));
  return a;
}

function writeJoinGroupRequestProtocolArray(w: WireWriter, a: readonly JoinGroupRequestProtocolInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeJoinGroupRequestProtocol(w, x, v);
}

/** Codec of {@link JoinGroupRequest}. */
export const JoinGroupRequestCodec: Codec<JoinGroupRequest, JoinGroupRequestInput> = {
  name: 'JoinGroupRequest', apiKey: 11, minVersion: 0, maxVersion: 9, flexibleFrom: 6,
  decode: readJoinGroupRequest, encode: writeJoinGroupRequest,
};

export interface JoinGroupResponseMember {
  memberId: string;
  groupInstanceId: string | null;
  metadata: Uint8Array;
}

export interface JoinGroupResponseMemberInput {
  memberId: string;
  groupInstanceId?: string | null | undefined;
  metadata: Uint8Array;
}

/** JoinGroupResponse: versions 0-9, flexible from 6. */
export interface JoinGroupResponse {
  throttleTimeMs: number;
  errorCode: number;
  generationId: number;
  protocolType: string | null;
  protocolName: string | null;
  leader: string;
  skipAssignment: boolean;
  memberId: string;
  members: JoinGroupResponseMember[];
}

/** What an encoder wants for JoinGroupResponse. */
export interface JoinGroupResponseInput {
  throttleTimeMs?: number | undefined;
  errorCode: number;
  generationId?: number | undefined;
  protocolType?: string | null | undefined;
  protocolName: string | null;
  leader: string;
  skipAssignment?: boolean | undefined;
  memberId: string;
  members: readonly JoinGroupResponseMemberInput[];
}

function readJoinGroupResponseMember(r: WireReader, v: number): JoinGroupResponseMember {
  const f = v >= 6;
  const memberId = r.readString(f);
  const groupInstanceId = v >= 5 ? r.readNullableString(f) : null;
  const metadata = r.readBytes(f);
  if (f) r.skipTaggedFields();
  return { memberId, groupInstanceId, metadata };
}

function writeJoinGroupResponseMember(w: WireWriter, { memberId, groupInstanceId = null, metadata }: JoinGroupResponseMemberInput, v: number): void {
  const f = v >= 6;
  w.writeString(memberId, f);
  if (v >= 5) { w.writeNullableString(groupInstanceId, f); }
  w.writeBytes(metadata, f);
  if (f) w.writeNoTaggedFields();
}

function readJoinGroupResponse(r: WireReader, v: number): JoinGroupResponse {
  const f = v >= 6;
  const throttleTimeMs = v >= 2 ? r.readInt32() : 0;
  const errorCode = r.readInt16();
  const generationId = r.readInt32();
  const protocolType = v >= 7 ? r.readNullableString(f) : null;
  const protocolName = v >= 7 ? r.readNullableString(f) : r.readString(f);
  const leader = r.readString(f);
  const skipAssignment = v >= 9 ? r.readBool() : false;
  const memberId = r.readString(f);
  const members = readJoinGroupResponseMemberArray(r, v, f);
  if (f) r.skipTaggedFields();
  return { throttleTimeMs, errorCode, generationId, protocolType, protocolName, leader, skipAssignment, memberId, members };
}

function writeJoinGroupResponse(w: WireWriter, { throttleTimeMs = 0, errorCode, generationId = -1, protocolType = null, protocolName, leader, skipAssignment = false, memberId, members }: JoinGroupResponseInput, v: number): void {
  const f = v >= 6;
  if (v >= 2) { w.writeInt32(throttleTimeMs); }
  w.writeInt16(errorCode);
  w.writeInt32(generationId);
  if (v >= 7) { w.writeNullableString(protocolType, f); }
  if (v >= 7) w.writeNullableString(protocolName, f); else w.writeString(protocolName ?? '', f);
  w.writeString(leader, f);
  if (v >= 9) { w.writeBool(skipAssignment); }
  w.writeString(memberId, f);
  writeJoinGroupResponseMemberArray(w, members, v, f);
  if (f) w.writeNoTaggedFields();
}

function readJoinGroupResponseMemberArray(r: WireReader, v: number, f: boolean): JoinGroupResponseMember[] {
  let n = r.readArrayLength(f, 4);
  const a: JoinGroupResponseMember[] = [];
  for (; n > 0; n--) a.push(readJoinGroupResponseMember(r, v));
  return a;
}

function writeJoinGroupResponseMemberArray(w: WireWriter, a: readonly JoinGroupResponseMemberInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeJoinGroupResponseMember(w, x, v);
}

/** Codec of {@link JoinGroupResponse}. */
export const JoinGroupResponseCodec: Codec<JoinGroupResponse, JoinGroupResponseInput> = {
  name: 'JoinGroupResponse', apiKey: 11, minVersion: 0, maxVersion: 9, flexibleFrom: 6,
  decode: readJoinGroupResponse, encode: writeJoinGroupResponse,
};

/** HeartbeatRequest: versions 0-4, flexible from 4. */
export interface HeartbeatRequest {
  groupId: string;
  generationId: number;
  memberId: string;
  groupInstanceId: string | null;
}

/** What an encoder wants for HeartbeatRequest. */
export interface HeartbeatRequestInput {
  groupId: string;
  generationId: number;
  memberId: string;
  groupInstanceId?: string | null | undefined;
}

function readHeartbeatRequest(r: WireReader, v: number): HeartbeatRequest {
  const f = v >= 4;
  const groupId = r.readString(f);
  const generationId = r.readInt32();
  const memberId = r.readString(f);
  const groupInstanceId = v >= 3 ? r.readNullableString(f) : null;
  if (f) r.skipTaggedFields();
  return { groupId, generationId, memberId, groupInstanceId };
}

function writeHeartbeatRequest(w: WireWriter, { groupId, generationId, memberId, groupInstanceId = null }: HeartbeatRequestInput, v: number): void {
  const f = v >= 4;
  w.writeString(groupId, f);
  w.writeInt32(generationId);
  w.writeString(memberId, f);
  if (v >= 3) { w.writeNullableString(groupInstanceId, f); }
  if (f) w.writeNoTaggedFields();
}

/** Codec of {@link HeartbeatRequest}. */
export const HeartbeatRequestCodec: Codec<HeartbeatRequest, HeartbeatRequestInput> = {
  name: 'HeartbeatRequest', apiKey: 12, minVersion: 0, maxVersion: 4, flexibleFrom: 4,
  decode: readHeartbeatRequest, encode: writeHeartbeatRequest,
};

/** HeartbeatResponse: versions 0-4, flexible from 4. */
export interface HeartbeatResponse {
  throttleTimeMs: number;
  errorCode: number;
}

/** What an encoder wants for HeartbeatResponse. */
export interface HeartbeatResponseInput {
  throttleTimeMs?: number | undefined;
  errorCode: number;
}

function readHeartbeatResponse(r: WireReader, v: number): HeartbeatResponse {
  const f = v >= 4;
  const throttleTimeMs = v >= 1 ? r.readInt32() : 0;
  const errorCode = r.readInt16();
  if (f) r.skipTaggedFields();
  return { throttleTimeMs, errorCode };
}

function writeHeartbeatResponse(w: WireWriter, { throttleTimeMs = 0, errorCode }: HeartbeatResponseInput, v: number): void {
  const f = v >= 4;
  if (v >= 1) { w.writeInt32(throttleTimeMs); }
  w.writeInt16(errorCode);
  if (f) w.writeNoTaggedFields();
}

/** Codec of {@link HeartbeatResponse}. */
export const HeartbeatResponseCodec: Codec<HeartbeatResponse, HeartbeatResponseInput> = {
  name: 'HeartbeatResponse', apiKey: 12, minVersion: 0, maxVersion: 4, flexibleFrom: 4,
  decode: readHeartbeatResponse, encode: writeHeartbeatResponse,
};

export interface MemberIdentity {
  memberId: string;
  groupInstanceId: string | null;
  reason: string | null;
}

export interface MemberIdentityInput {
  memberId: string;
  groupInstanceId?: string | null | undefined;
  reason?: string | null | undefined;
}

/** LeaveGroupRequest: versions 0-5, flexible from 4. */
export interface LeaveGroupRequest {
  groupId: string;
  memberId: string;
  members: MemberIdentity[];
}

/** What an encoder wants for LeaveGroupRequest. */
export interface LeaveGroupRequestInput {
  groupId: string;
  memberId?: string | undefined;
  members?: readonly MemberIdentityInput[] | undefined;
}

function readMemberIdentity(r: WireReader, v: number): MemberIdentity {
  const f = v >= 4;
  const memberId = r.readString(f);
  const groupInstanceId = r.readNullableString(f);
  const reason = v >= 5 ? r.readNullableString(f) : null;
  if (f) r.skipTaggedFields();
  return { memberId, groupInstanceId, reason };
}

function writeMemberIdentity(w: WireWriter, { memberId, groupInstanceId = null, reason = null }: MemberIdentityInput, v: number): void {
  const f = v >= 4;
  w.writeString(memberId, f);
  w.writeNullableString(groupInstanceId, f);
  if (v >= 5) { w.writeNullableString(reason, f); }
  if (f) w.writeNoTaggedFields();
}

function readLeaveGroupRequest(r: WireReader, v: number): LeaveGroupRequest {
  const f = v >= 4;
  const groupId = r.readString(f);
  const memberId = v <= 2 ? r.readString(f) : '';
  const members = v >= 3 ? readMemberIdentityArray(r, v, f) : [];
  if (f) r.skipTaggedFields();
  return { groupId, memberId, members };
}

function writeLeaveGroupRequest(w: WireWriter, { groupId, memberId = '', members = [] }: LeaveGroupRequestInput, v: number): void {
  const f = v >= 4;
  w.writeString(groupId, f);
  if (v <= 2) { w.writeString(memberId, f); }
  if (v >= 3) { writeMemberIdentityArray(w, members, v, f); }
  if (f) w.writeNoTaggedFields();
}

function readMemberIdentityArray(r: WireReader, v: number, f: boolean): MemberIdentity[] {
  let n = r.readArrayLength(f, 1);
  const a: MemberIdentity[] = [];
  for (; n > 0; n--) a.push(readMemberIdentity(r, v));
  return a;
}

function writeMemberIdentityArray(w: WireWriter, a: readonly MemberIdentityInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeMemberIdentity(w, x, v);
}

/** Codec of {@link LeaveGroupRequest}. */
export const LeaveGroupRequestCodec: Codec<LeaveGroupRequest, LeaveGroupRequestInput> = {
  name: 'LeaveGroupRequest', apiKey: 13, minVersion: 0, maxVersion: 5, flexibleFrom: 4,
  decode: readLeaveGroupRequest, encode: writeLeaveGroupRequest,
};

export interface MemberResponse {
  memberId: string;
  groupInstanceId: string | null;
  errorCode: number;
}

export interface MemberResponseInput {
  memberId: string;
  groupInstanceId: string | null;
  errorCode: number;
}

/** LeaveGroupResponse: versions 0-5, flexible from 4. */
export interface LeaveGroupResponse {
  throttleTimeMs: number;
  errorCode: number;
  members: MemberResponse[];
}

/** What an encoder wants for LeaveGroupResponse. */
export interface LeaveGroupResponseInput {
  throttleTimeMs?: number | undefined;
  errorCode: number;
  members?: readonly MemberResponseInput[] | undefined;
}

function readMemberResponse(r: WireReader, v: number): MemberResponse {
  const f = v >= 4;
  const memberId = r.readString(f);
  const groupInstanceId = r.readNullableString(f);
  const errorCode = r.readInt16();
  if (f) r.skipTaggedFields();
  return { memberId, groupInstanceId, errorCode };
}

function writeMemberResponse(w: WireWriter, { memberId, groupInstanceId, errorCode }: MemberResponseInput, v: number): void {
  const f = v >= 4;
  w.writeString(memberId, f);
  w.writeNullableString(groupInstanceId, f);
  w.writeInt16(errorCode);
  if (f) w.writeNoTaggedFields();
}

function readLeaveGroupResponse(r: WireReader, v: number): LeaveGroupResponse {
  const f = v >= 4;
  const throttleTimeMs = v >= 1 ? r.readInt32() : 0;
  const errorCode = r.readInt16();
  const members = v >= 3 ? readMemberResponseArray(r, v, f) : [];
  if (f) r.skipTaggedFields();
  return { throttleTimeMs, errorCode, members };
}

function writeLeaveGroupResponse(w: WireWriter, { throttleTimeMs = 0, errorCode, members = [] }: LeaveGroupResponseInput, v: number): void {
  const f = v >= 4;
  if (v >= 1) { w.writeInt32(throttleTimeMs); }
  w.writeInt16(errorCode);
  if (v >= 3) { writeMemberResponseArray(w, members, v, f); }
  if (f) w.writeNoTaggedFields();
}

function readMemberResponseArray(r: WireReader, v: number, f: boolean): MemberResponse[] {
  let n = r.readArrayLength(f, 1);
  const a: MemberResponse[] = [];
  for (; n > 0; n--) a.push(readMemberResponse(r, v));
  return a;
}

function writeMemberResponseArray(w: WireWriter, a: readonly MemberResponseInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeMemberResponse(w, x, v);
}

/** Codec of {@link LeaveGroupResponse}. */
export const LeaveGroupResponseCodec: Codec<LeaveGroupResponse, LeaveGroupResponseInput> = {
  name: 'LeaveGroupResponse', apiKey: 13, minVersion: 0, maxVersion: 5, flexibleFrom: 4,
  decode: readLeaveGroupResponse, encode: writeLeaveGroupResponse,
};

export interface SyncGroupRequestAssignment {
  memberId: string;
  assignment: Uint8Array;
}

export interface SyncGroupRequestAssignmentInput {
  memberId: string;
  assignment: Uint8Array;
}

/** SyncGroupRequest: versions 0-5, flexible from 4. */
export interface SyncGroupRequest {
  groupId: string;
  generationId: number;
  memberId: string;
  groupInstanceId: string | null;
  protocolType: string | null;
  protocolName: string | null;
  assignments: SyncGroupRequestAssignment[];
}

/** What an encoder wants for SyncGroupRequest. */
export interface SyncGroupRequestInput {
  groupId: string;
  generationId: number;
  memberId: string;
  groupInstanceId?: string | null | undefined;
  protocolType?: string | null | undefined;
  protocolName?: string | null | undefined;
  assignments: readonly SyncGroupRequestAssignmentInput[];
}

function readSyncGroupRequestAssignment(r: WireReader, v: number): SyncGroupRequestAssignment {
  const f = v >= 4;
  const memberId = r.readString(f);
  const assignment = r.readBytes(f);
  if (f) r.skipTaggedFields();
  return { memberId, assignment };
}

function writeSyncGroupRequestAssignment(w: WireWriter, { memberId, assignment }: SyncGroupRequestAssignmentInput, v: number): void {
  const f = v >= 4;
  w.writeString(memberId, f);
  w.writeBytes(assignment, f);
  if (f) w.writeNoTaggedFields();
}

function readSyncGroupRequest(r: WireReader, v: number): SyncGroupRequest {
  const f = v >= 4;
  const groupId = r.readString(f);
  const generationId = r.readInt32();
  const memberId = r.readString(f);
  const groupInstanceId = v >= 3 ? r.readNullableString(f) : null;
  const protocolType = v >= 5 ? r.readNullableString(f) : null;
  const protocolName = v >= 5 ? r.readNullableString(f) : null;
  const assignments = readSyncGroupRequestAssignmentArray(r, v, f);
  if (f) r.skipTaggedFields();
  return { groupId, generationId, memberId, groupInstanceId, protocolType, protocolName, assignments };
}

function writeSyncGroupRequest(w: WireWriter, { groupId, generationId, memberId, groupInstanceId = null, protocolType = null, protocolName = null, assignments }: SyncGroupRequestInput, v: number): void {
  const f = v >= 4;
  w.writeString(groupId, f);
  w.writeInt32(generationId);
  w.writeString(memberId, f);
  if (v >= 3) { w.writeNullableString(groupInstanceId, f); }
  if (v >= 5) { w.writeNullableString(protocolType, f); }
  if (v >= 5) { w.writeNullableString(protocolName, f); }
  writeSyncGroupRequestAssignmentArray(w, assignments, v, f);
  if (f) w.writeNoTaggedFields();
}

function readSyncGroupRequestAssignmentArray(r: WireReader, v: number, f: boolean): SyncGroupRequestAssignment[] {
  let n = r.readArrayLength(f, 3);
  const a: SyncGroupRequestAssignment[] = [];
  for (; n > 0; n--) a.push(readSyncGroupRequestAssignment(r, v));
  return a;
}

function writeSyncGroupRequestAssignmentArray(w: WireWriter, a: readonly SyncGroupRequestAssignmentInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeSyncGroupRequestAssignment(w, x, v);
}

/** Codec of {@link SyncGroupRequest}. */
export const SyncGroupRequestCodec: Codec<SyncGroupRequest, SyncGroupRequestInput> = {
  name: 'SyncGroupRequest', apiKey: 14, minVersion: 0, maxVersion: 5, flexibleFrom: 4,
  decode: readSyncGroupRequest, encode: writeSyncGroupRequest,
};

/** SyncGroupResponse: versions 0-5, flexible from 4. */
export interface SyncGroupResponse {
  throttleTimeMs: number;
  errorCode: number;
  protocolType: string | null;
  protocolName: string | null;
  assignment: Uint8Array;
}

/** What an encoder wants for SyncGroupResponse. */
export interface SyncGroupResponseInput {
  throttleTimeMs?: number | undefined;
  errorCode: number;
  protocolType?: string | null | undefined;
  protocolName?: string | null | undefined;
  assignment: Uint8Array;
}

function readSyncGroupResponse(r: WireReader, v: number): SyncGroupResponse {
  const f = v >= 4;
  const throttleTimeMs = v >= 1 ? r.readInt32() : 0;
  const errorCode = r.readInt16();
  const protocolType = v >= 5 ? r.readNullableString(f) : null;
  const protocolName = v >= 5 ? r.readNullableString(f) : null;
  const assignment = r.readBytes(f);
  if (f) r.skipTaggedFields();
  return { throttleTimeMs, errorCode, protocolType, protocolName, assignment };
}

function writeSyncGroupResponse(w: WireWriter, { throttleTimeMs = 0, errorCode, protocolType = null, protocolName = null, assignment }: SyncGroupResponseInput, v: number): void {
  const f = v >= 4;
  if (v >= 1) { w.writeInt32(throttleTimeMs); }
  w.writeInt16(errorCode);
  if (v >= 5) { w.writeNullableString(protocolType, f); }
  if (v >= 5) { w.writeNullableString(protocolName, f); }
  w.writeBytes(assignment, f);
  if (f) w.writeNoTaggedFields();
}

/** Codec of {@link SyncGroupResponse}. */
export const SyncGroupResponseCodec: Codec<SyncGroupResponse, SyncGroupResponseInput> = {
  name: 'SyncGroupResponse', apiKey: 14, minVersion: 0, maxVersion: 5, flexibleFrom: 4,
  decode: readSyncGroupResponse, encode: writeSyncGroupResponse,
};

/** DescribeGroupsRequest: versions 0-6, flexible from 5. */
export interface DescribeGroupsRequest {
  groups: string[];
  includeAuthorizedOperations: boolean;
}

/** What an encoder wants for DescribeGroupsRequest. */
export interface DescribeGroupsRequestInput {
  groups: readonly string[];
  includeAuthorizedOperations?: boolean | undefined;
}

function readDescribeGroupsRequest(r: WireReader, v: number): DescribeGroupsRequest {
  const f = v >= 5;
  const groups = r.readStringArray(f);
  const includeAuthorizedOperations = v >= 3 ? r.readBool() : false;
  if (f) r.skipTaggedFields();
  return { groups, includeAuthorizedOperations };
}

function writeDescribeGroupsRequest(w: WireWriter, { groups, includeAuthorizedOperations = false }: DescribeGroupsRequestInput, v: number): void {
  const f = v >= 5;
  w.writeStringArray(groups, f);
  if (v >= 3) { w.writeBool(includeAuthorizedOperations); }
  if (f) w.writeNoTaggedFields();
}

/** Codec of {@link DescribeGroupsRequest}. */
export const DescribeGroupsRequestCodec: Codec<DescribeGroupsRequest, DescribeGroupsRequestInput> = {
  name: 'DescribeGroupsRequest', apiKey: 15, minVersion: 0, maxVersion: 6, flexibleFrom: 5,
  decode: readDescribeGroupsRequest, encode: writeDescribeGroupsRequest,
};

export interface DescribedGroupMember {
  memberId: string;
  groupInstanceId: string | null;
  clientId: string;
  clientHost: string;
  memberMetadata: Uint8Array;
  memberAssignment: Uint8Array;
}

export interface DescribedGroupMemberInput {
  memberId: string;
  groupInstanceId?: string | null | undefined;
  clientId: string;
  clientHost: string;
  memberMetadata: Uint8Array;
  memberAssignment: Uint8Array;
}

export interface DescribeGroupsResponseDescribedGroup {
  errorCode: number;
  errorMessage: string | null;
  groupId: string;
  groupState: string;
  protocolType: string;
  protocolData: string;
  members: DescribedGroupMember[];
  authorizedOperations: number;
}

export interface DescribeGroupsResponseDescribedGroupInput {
  errorCode: number;
  errorMessage?: string | null | undefined;
  groupId: string;
  groupState: string;
  protocolType: string;
  protocolData: string;
  members: readonly DescribedGroupMemberInput[];
  authorizedOperations?: number | undefined;
}

/** DescribeGroupsResponse: versions 0-6, flexible from 5. */
export interface DescribeGroupsResponse {
  throttleTimeMs: number;
  groups: DescribeGroupsResponseDescribedGroup[];
}

/** What an encoder wants for DescribeGroupsResponse. */
export interface DescribeGroupsResponseInput {
  throttleTimeMs?: number | undefined;
  groups: readonly DescribeGroupsResponseDescribedGroupInput[];
}

function readDescribedGroupMember(r: WireReader, v: number): DescribedGroupMember {
  const f = v >= 5;
  const memberId = r.readString(f);
  const groupInstanceId = v >= 4 ? r.readNullableString(f) : null;
  const clientId = r.readString(f);
  const clientHost = r.readString(f);
  const memberMetadata = r.readBytes(f);
  const memberAssignment = r.readBytes(f);
  if (f) r.skipTaggedFields();
  return { memberId, groupInstanceId, clientId, clientHost, memberMetadata, memberAssignment };
}

function writeDescribedGroupMember(w: WireWriter, { memberId, groupInstanceId = null, clientId, clientHost, memberMetadata, memberAssignment }: DescribedGroupMemberInput, v: number): void {
  const f = v >= 5;
  w.writeString(memberId, f);
  if (v >= 4) { w.writeNullableString(groupInstanceId, f); }
  w.writeString(clientId, f);
  w.writeString(clientHost, f);
  w.writeBytes(memberMetadata, f);
  w.writeBytes(memberAssignment, f);
  if (f) w.writeNoTaggedFields();
}

function readDescribeGroupsResponseDescribedGroup(r: WireReader, v: number): DescribeGroupsResponseDescribedGroup {
  const f = v >= 5;
  const errorCode = r.readInt16();
  const errorMessage = v >= 6 ? r.readNullableString(f) : null;
  const groupId = r.readString(f);
  const groupState = r.readString(f);
  const protocolType = r.readString(f);
  const protocolData = r.readString(f);
  const members = readDescribedGroupMemberArray(r, v, f);
  const authorizedOperations = v >= 3 ? r.readInt32() : -2147483648;
  if (f) r.skipTaggedFields();
  return { errorCode, errorMessage, groupId, groupState, protocolType, protocolData, members, authorizedOperations };
}

function writeDescribeGroupsResponseDescribedGroup(w: WireWriter, { errorCode, errorMessage = null, groupId, groupState, protocolType, protocolData, members, authorizedOperations = -2147483648 }: DescribeGroupsResponseDescribedGroupInput, v: number): void {
  const f = v >= 5;
  w.writeInt16(errorCode);
  if (v >= 6) { w.writeNullableString(errorMessage, f); }
  w.writeString(groupId, f);
  w.writeString(groupState, f);
  w.writeString(protocolType, f);
  w.writeString(protocolData, f);
  writeDescribedGroupMemberArray(w, members, v, f);
  if (v >= 3) { w.writeInt32(authorizedOperations); }
  if (f) w.writeNoTaggedFields();
}

function readDescribeGroupsResponse(r: WireReader, v: number): DescribeGroupsResponse {
  const f = v >= 5;
  const throttleTimeMs = v >= 1 ? r.readInt32() : 0;
  const groups = readDescribeGroupsResponseDescribedGroupArray(r, v, f);
  if (f) r.skipTaggedFields();
  return { throttleTimeMs, groups };
}

function writeDescribeGroupsResponse(w: WireWriter, { throttleTimeMs = 0, groups }: DescribeGroupsResponseInput, v: number): void {
  const f = v >= 5;
  if (v >= 1) { w.writeInt32(throttleTimeMs); }
  writeDescribeGroupsResponseDescribedGroupArray(w, groups, v, f);
  if (f) w.writeNoTaggedFields();
}

function readDescribedGroupMemberArray(r: WireReader, v: number, f: boolean): DescribedGroupMember[] {
  let n = r.readArrayLength(f, 7);
  const a: DescribedGroupMember[] = [];
  for (; n > 0; n--) a.push(readDescribedGroupMember(r, v));
  return a;
}

function writeDescribedGroupMemberArray(w: WireWriter, a: readonly DescribedGroupMemberInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeDescribedGroupMember(w, x, v);
}

function readDescribeGroupsResponseDescribedGroupArray(r: WireReader, v: number, f: boolean): DescribeGroupsResponseDescribedGroup[] {
  let n = r.readArrayLength(f, 12);
  const a: DescribeGroupsResponseDescribedGroup[] = [];
  for (; n > 0; n--) a.push(readDescribeGroupsResponseDescribedGroup(r, v));
  return a;
}

function writeDescribeGroupsResponseDescribedGroupArray(w: WireWriter, a: readonly DescribeGroupsResponseDescribedGroupInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeDescribeGroupsResponseDescribedGroup(w, x, v);
}

/** Codec of {@link DescribeGroupsResponse}. */
export const DescribeGroupsResponseCodec: Codec<DescribeGroupsResponse, DescribeGroupsResponseInput> = {
  name: 'DescribeGroupsResponse', apiKey: 15, minVersion: 0, maxVersion: 6, flexibleFrom: 5,
  decode: readDescribeGroupsResponse, encode: writeDescribeGroupsResponse,
};

/** ListGroupsRequest: versions 0-5, flexible from 3. */
export interface ListGroupsRequest {
  statesFilter: string[];
  typesFilter: string[];
}

/** What an encoder wants for ListGroupsRequest. */
export interface ListGroupsRequestInput {
  statesFilter?: readonly string[] | undefined;
  typesFilter?: readonly string[] | undefined;
}

function readListGroupsRequest(r: WireReader, v: number): ListGroupsRequest {
  const f = v >= 3;
  const statesFilter = v >= 4 ? r.readStringArray(f) : [];
  const typesFilter = v >= 5 ? r.readStringArray(f) : [];
  if (f) r.skipTaggedFields();
  return { statesFilter, typesFilter };
}

function writeListGroupsRequest(w: WireWriter, { statesFilter = [], typesFilter = [] }: ListGroupsRequestInput, v: number): void {
  const f = v >= 3;
  if (v >= 4) { w.writeStringArray(statesFilter, f); }
  if (v >= 5) { w.writeStringArray(typesFilter, f); }
  if (f) w.writeNoTaggedFields();
}

/** Codec of {@link ListGroupsRequest}. */
export const ListGroupsRequestCodec: Codec<ListGroupsRequest, ListGroupsRequestInput> = {
  name: 'ListGroupsRequest', apiKey: 16, minVersion: 0, maxVersion: 5, flexibleFrom: 3,
  decode: readListGroupsRequest, encode: writeListGroupsRequest,
};

export interface ListedGroup {
  groupId: string;
  protocolType: string;
  groupState: string;
  groupType: string;
}

export interface ListedGroupInput {
  groupId: string;
  protocolType: string;
  groupState?: string | undefined;
  groupType?: string | undefined;
}

/** ListGroupsResponse: versions 0-5, flexible from 3. */
export interface ListGroupsResponse {
  throttleTimeMs: number;
  errorCode: number;
  groups: ListedGroup[];
}

/** What an encoder wants for ListGroupsResponse. */
export interface ListGroupsResponseInput {
  throttleTimeMs?: number | undefined;
  errorCode: number;
  groups: readonly ListedGroupInput[];
}

function readListedGroup(r: WireReader, v: number): ListedGroup {
  const f = v >= 3;
  const groupId = r.readString(f);
  const protocolType = r.readString(f);
  const groupState = v >= 4 ? r.readString(f) : '';
  const groupType = v >= 5 ? r.readString(f) : '';
  if (f) r.skipTaggedFields();
  return { groupId, protocolType, groupState, groupType };
}

function writeListedGroup(w: WireWriter, { groupId, protocolType, groupState = '', groupType = '' }: ListedGroupInput, v: number): void {
  const f = v >= 3;
  w.writeString(groupId, f);
  w.writeString(protocolType, f);
  if (v >= 4) { w.writeString(groupState, f); }
  if (v >= 5) { w.writeString(groupType, f); }
  if (f) w.writeNoTaggedFields();
}

function readListGroupsResponse(r: WireReader, v: number): ListGroupsResponse {
  const f = v >= 3;
  const throttleTimeMs = v >= 1 ? r.readInt32() : 0;
  const errorCode = r.readInt16();
  const groups = readListedGroupArray(r, v, f);
  if (f) r.skipTaggedFields();
  return { throttleTimeMs, errorCode, groups };
}

function writeListGroupsResponse(w: WireWriter, { throttleTimeMs = 0, errorCode, groups }: ListGroupsResponseInput, v: number): void {
  const f = v >= 3;
  if (v >= 1) { w.writeInt32(throttleTimeMs); }
  w.writeInt16(errorCode);
  writeListedGroupArray(w, groups, v, f);
  if (f) w.writeNoTaggedFields();
}

function readListedGroupArray(r: WireReader, v: number, f: boolean): ListedGroup[] {
  let n = r.readArrayLength(f, 3);
  const a: ListedGroup[] = [];
  for (; n > 0; n--) a.push(readListedGroup(r, v));
  return a;
}

function writeListedGroupArray(w: WireWriter, a: readonly ListedGroupInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeListedGroup(w, x, v);
}

/** Codec of {@link ListGroupsResponse}. */
export const ListGroupsResponseCodec: Codec<ListGroupsResponse, ListGroupsResponseInput> = {
  name: 'ListGroupsResponse', apiKey: 16, minVersion: 0, maxVersion: 5, flexibleFrom: 3,
  decode: readListGroupsResponse, encode: writeListGroupsResponse,
};

/** SaslHandshakeRequest: versions 0-1. */
export interface SaslHandshakeRequest {
  mechanism: string;
}

/** What an encoder wants for SaslHandshakeRequest. */
export interface SaslHandshakeRequestInput {
  mechanism: string;
}

function readSaslHandshakeRequest(r: WireReader, v: number): SaslHandshakeRequest {
  const mechanism = r.readString(false);
  return { mechanism };
}

function writeSaslHandshakeRequest(w: WireWriter, { mechanism }: SaslHandshakeRequestInput, v: number): void {
  w.writeString(mechanism, false);
}

/** Codec of {@link SaslHandshakeRequest}. */
export const SaslHandshakeRequestCodec: Codec<SaslHandshakeRequest, SaslHandshakeRequestInput> = {
  name: 'SaslHandshakeRequest', apiKey: 17, minVersion: 0, maxVersion: 1, flexibleFrom: NEVER_FLEXIBLE,
  decode: readSaslHandshakeRequest, encode: writeSaslHandshakeRequest,
};

/** SaslHandshakeResponse: versions 0-1. */
export interface SaslHandshakeResponse {
  errorCode: number;
  mechanisms: string[];
}

/** What an encoder wants for SaslHandshakeResponse. */
export interface SaslHandshakeResponseInput {
  errorCode: number;
  mechanisms: readonly string[];
}

function readSaslHandshakeResponse(r: WireReader, v: number): SaslHandshakeResponse {
  const errorCode = r.readInt16();
  const mechanisms = r.readStringArray(false);
  return { errorCode, mechanisms };
}

function writeSaslHandshakeResponse(w: WireWriter, { errorCode, mechanisms }: SaslHandshakeResponseInput, v: number): void {
  w.writeInt16(errorCode);
  w.writeStringArray(mechanisms, false);
}

/** Codec of {@link SaslHandshakeResponse}. */
export const SaslHandshakeResponseCodec: Codec<SaslHandshakeResponse, SaslHandshakeResponseInput> = {
  name: 'SaslHandshakeResponse', apiKey: 17, minVersion: 0, maxVersion: 1, flexibleFrom: NEVER_FLEXIBLE,
  decode: readSaslHandshakeResponse, encode: writeSaslHandshakeResponse,
};

/** ApiVersionsRequest: versions 0-4, flexible from 3. */
export interface ApiVersionsRequest {
  clientSoftwareName: string;
  clientSoftwareVersion: string;
}

/** What an encoder wants for ApiVersionsRequest. */
export interface ApiVersionsRequestInput {
  clientSoftwareName?: string | undefined;
  clientSoftwareVersion?: string | undefined;
}

function readApiVersionsRequest(r: WireReader, v: number): ApiVersionsRequest {
  const f = v >= 3;
  const clientSoftwareName = v >= 3 ? r.readString(f) : '';
  const clientSoftwareVersion = v >= 3 ? r.readString(f) : '';
  if (f) r.skipTaggedFields();
  return { clientSoftwareName, clientSoftwareVersion };
}

function writeApiVersionsRequest(w: WireWriter, { clientSoftwareName = '', clientSoftwareVersion = '' }: ApiVersionsRequestInput, v: number): void {
  const f = v >= 3;
  if (v >= 3) { w.writeString(clientSoftwareName, f); }
  if (v >= 3) { w.writeString(clientSoftwareVersion, f); }
  if (f) w.writeNoTaggedFields();
}

/** Codec of {@link ApiVersionsRequest}. */
export const ApiVersionsRequestCodec: Codec<ApiVersionsRequest, ApiVersionsRequestInput> = {
  name: 'ApiVersionsRequest', apiKey: 18, minVersion: 0, maxVersion: 4, flexibleFrom: 3,
  decode: readApiVersionsRequest, encode: writeApiVersionsRequest,
};

export interface ApiVersion {
  apiKey: number;
  minVersion: number;
  maxVersion: number;
}

export interface ApiVersionInput {
  apiKey: number;
  minVersion: number;
  maxVersion: number;
}

export interface SupportedFeatureKey {
  name: string;
  minVersion: number;
  maxVersion: number;
}

export interface SupportedFeatureKeyInput {
  name: string;
  minVersion: number;
  maxVersion: number;
}

export interface FinalizedFeatureKey {
  name: string;
  maxVersionLevel: number;
  minVersionLevel: number;
}

export interface FinalizedFeatureKeyInput {
  name: string;
  maxVersionLevel: number;
  minVersionLevel: number;
}

/** ApiVersionsResponse: versions 0-4, flexible from 3. */
export interface ApiVersionsResponse {
  errorCode: number;
  apiKeys: ApiVersion[];
  throttleTimeMs: number;
  supportedFeatures: SupportedFeatureKey[];
  finalizedFeaturesEpoch: number;
  finalizedFeatures: FinalizedFeatureKey[];
  zkMigrationReady: boolean;
}

/** What an encoder wants for ApiVersionsResponse. */
export interface ApiVersionsResponseInput {
  errorCode: number;
  apiKeys: readonly ApiVersionInput[];
  throttleTimeMs?: number | undefined;
  supportedFeatures?: readonly SupportedFeatureKeyInput[] | undefined;
  finalizedFeaturesEpoch?: number | undefined;
  finalizedFeatures?: readonly FinalizedFeatureKeyInput[] | undefined;
  zkMigrationReady?: boolean | undefined;
}

function readApiVersion(r: WireReader, v: number): ApiVersion {
  const f = v >= 3;
  const apiKey = r.readInt16();
  const minVersion = r.readInt16();
  const maxVersion = r.readInt16();
  if (f) r.skipTaggedFields();
  return { apiKey, minVersion, maxVersion };
}

function writeApiVersion(w: WireWriter, { apiKey, minVersion, maxVersion }: ApiVersionInput, v: number): void {
  const f = v >= 3;
  w.writeInt16(apiKey);
  w.writeInt16(minVersion);
  w.writeInt16(maxVersion);
  if (f) w.writeNoTaggedFields();
}

function readSupportedFeatureKey(r: WireReader, v: number): SupportedFeatureKey {
  const f = v >= 3;
  const name = r.readString(f);
  const minVersion = r.readInt16();
  const maxVersion = r.readInt16();
  if (f) r.skipTaggedFields();
  return { name, minVersion, maxVersion };
}

function writeSupportedFeatureKey(w: WireWriter, { name, minVersion, maxVersion }: SupportedFeatureKeyInput, v: number): void {
  const f = v >= 3;
  w.writeString(name, f);
  w.writeInt16(minVersion);
  w.writeInt16(maxVersion);
  if (f) w.writeNoTaggedFields();
}

function readFinalizedFeatureKey(r: WireReader, v: number): FinalizedFeatureKey {
  const f = v >= 3;
  const name = r.readString(f);
  const maxVersionLevel = r.readInt16();
  const minVersionLevel = r.readInt16();
  if (f) r.skipTaggedFields();
  return { name, maxVersionLevel, minVersionLevel };
}

function writeFinalizedFeatureKey(w: WireWriter, { name, maxVersionLevel, minVersionLevel }: FinalizedFeatureKeyInput, v: number): void {
  const f = v >= 3;
  w.writeString(name, f);
  w.writeInt16(maxVersionLevel);
  w.writeInt16(minVersionLevel);
  if (f) w.writeNoTaggedFields();
}

function readApiVersionsResponse(r: WireReader, v: number): ApiVersionsResponse {
  const f = v >= 3;
  const errorCode = r.readInt16();
  const apiKeys = readApiVersionArray(r, v, f);
  const throttleTimeMs = v >= 1 ? r.readInt32() : 0;
  let supportedFeatures: SupportedFeatureKey[] = [];
  let finalizedFeaturesEpoch: number = -1;
  let finalizedFeatures: FinalizedFeatureKey[] = [];
  let zkMigrationReady: boolean = false;
  if (f) for (let n = r.readUnsignedVarint(); n > 0; n--) {
    const tag = r.readUnsignedVarint();
    const end = r.beginTaggedField();
    switch (tag) {
      case 0: supportedFeatures = readSupportedFeatureKeyArray(r, v, f); break;
      case 1: finalizedFeaturesEpoch = r.readInt64(); break;
      case 2: finalizedFeatures = readFinalizedFeatureKeyArray(r, v, f); break;
      case 3: zkMigrationReady = r.readBool(); break;
      default: r.skipTo(end);
    }
    r.endTaggedField(end);
  }
  return { errorCode, apiKeys, throttleTimeMs, supportedFeatures, finalizedFeaturesEpoch, finalizedFeatures, zkMigrationReady };
}

function writeApiVersionsResponse(w: WireWriter, { errorCode, apiKeys, throttleTimeMs = 0, supportedFeatures = [], finalizedFeaturesEpoch = -1, finalizedFeatures = [], zkMigrationReady = false }: ApiVersionsResponseInput, v: number): void {
  const f = v >= 3;
  w.writeInt16(errorCode);
  writeApiVersionArray(w, apiKeys, v, f);
  if (v >= 1) { w.writeInt32(throttleTimeMs); }
  if (!f) return;
  const hasSupportedFeatures = supportedFeatures.length > 0;
  const hasFinalizedFeaturesEpoch = finalizedFeaturesEpoch !== -1;
  const hasFinalizedFeatures = finalizedFeatures.length > 0;
  const hasZkMigrationReady = zkMigrationReady !== false;
  w.writeUnsignedVarint((hasSupportedFeatures ? 1 : 0) + (hasFinalizedFeaturesEpoch ? 1 : 0) + (hasFinalizedFeatures ? 1 : 0) + (hasZkMigrationReady ? 1 : 0));
  if (hasSupportedFeatures) {
    const at = w.beginTaggedField(0);
    writeSupportedFeatureKeyArray(w, supportedFeatures, v, f);
    w.endTaggedField(at);
  }
  if (hasFinalizedFeaturesEpoch) {
    const at = w.beginTaggedField(1);
    w.writeInt64(finalizedFeaturesEpoch);
    w.endTaggedField(at);
  }
  if (hasFinalizedFeatures) {
    const at = w.beginTaggedField(2);
    writeFinalizedFeatureKeyArray(w, finalizedFeatures, v, f);
    w.endTaggedField(at);
  }
  if (hasZkMigrationReady) {
    const at = w.beginTaggedField(3);
    w.writeBool(zkMigrationReady);
    w.endTaggedField(at);
  }
}

function readApiVersionArray(r: WireReader, v: number, f: boolean): ApiVersion[] {
  let n = r.readArrayLength(f, 6);
  const a: ApiVersion[] = [];
  for (; n > 0; n--) a.push(readApiVersion(r, v));
  return a;
}

function writeApiVersionArray(w: WireWriter, a: readonly ApiVersionInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeApiVersion(w, x, v);
}

function readSupportedFeatureKeyArray(r: WireReader, v: number, f: boolean): SupportedFeatureKey[] {
  let n = r.readArrayLength(f, 1);
  const a: SupportedFeatureKey[] = [];
  for (; n > 0; n--) a.push(readSupportedFeatureKey(r, v));
  return a;
}

function writeSupportedFeatureKeyArray(w: WireWriter, a: readonly SupportedFeatureKeyInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeSupportedFeatureKey(w, x, v);
}

function readFinalizedFeatureKeyArray(r: WireReader, v: number, f: boolean): FinalizedFeatureKey[] {
  let n = r.readArrayLength(f, 1);
  const a: FinalizedFeatureKey[] = [];
  for (; n > 0; n--) a.push(readFinalizedFeatureKey(r, v));
  return a;
}

function writeFinalizedFeatureKeyArray(w: WireWriter, a: readonly FinalizedFeatureKeyInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeFinalizedFeatureKey(w, x, v);
}

/** Codec of {@link ApiVersionsResponse}. */
export const ApiVersionsResponseCodec: Codec<ApiVersionsResponse, ApiVersionsResponseInput> = {
  name: 'ApiVersionsResponse', apiKey: 18, minVersion: 0, maxVersion: 4, flexibleFrom: 3,
  decode: readApiVersionsResponse, encode: writeApiVersionsResponse,
};

export interface CreatableReplicaAssignment {
  partitionIndex: number;
  brokerIds: number[];
}

export interface CreatableReplicaAssignmentInput {
  partitionIndex: number;
  brokerIds: readonly number[];
}

export interface CreatableTopicConfig {
  name: string;
  value: string | null;
}

export interface CreatableTopicConfigInput {
  name: string;
  value: string | null;
}

export interface CreatableTopic {
  name: string;
  numPartitions: number;
  replicationFactor: number;
  assignments: CreatableReplicaAssignment[];
  configs: CreatableTopicConfig[];
}

export interface CreatableTopicInput {
  name: string;
  numPartitions: number;
  replicationFactor: number;
  assignments: readonly CreatableReplicaAssignmentInput[];
  configs: readonly CreatableTopicConfigInput[];
}

/** CreateTopicsRequest: versions 2-7, flexible from 5. */
export interface CreateTopicsRequest {
  topics: CreatableTopic[];
  timeoutMs: number;
  validateOnly: boolean;
}

/** What an encoder wants for CreateTopicsRequest. */
export interface CreateTopicsRequestInput {
  topics: readonly CreatableTopicInput[];
  timeoutMs?: number | undefined;
  validateOnly?: boolean | undefined;
}

function readCreatableReplicaAssignment(r: WireReader, v: number): CreatableReplicaAssignment {
  const f = v >= 5;
  const partitionIndex = r.readInt32();
  const brokerIds = r.readInt32Array(f);
  if (f) r.skipTaggedFields();
  return { partitionIndex, brokerIds };
}

function writeCreatableReplicaAssignment(w: WireWriter, { partitionIndex, brokerIds }: CreatableReplicaAssignmentInput, v: number): void {
  const f = v >= 5;
  w.writeInt32(partitionIndex);
  w.writeInt32Array(brokerIds, f);
  if (f) w.writeNoTaggedFields();
}

function readCreatableTopicConfig(r: WireReader, v: number): CreatableTopicConfig {
  const f = v >= 5;
  const name = r.readString(f);
  const value = r.readNullableString(f);
  if (f) r.skipTaggedFields();
  return { name, value };
}

function writeCreatableTopicConfig(w: WireWriter, { name, value }: CreatableTopicConfigInput, v: number): void {
  const f = v >= 5;
  w.writeString(name, f);
  w.writeNullableString(value, f);
  if (f) w.writeNoTaggedFields();
}

function readCreatableTopic(r: WireReader, v: number): CreatableTopic {
  const f = v >= 5;
  const name = r.readString(f);
  const numPartitions = r.readInt32();
  const replicationFactor = r.readInt16();
  const assignments = readCreatableReplicaAssignmentArray(r, v, f);
  const configs = readCreatableTopicConfigArray(r, v, f);
  if (f) r.skipTaggedFields();
  return { name, numPartitions, replicationFactor, assignments, configs };
}

function writeCreatableTopic(w: WireWriter, { name, numPartitions, replicationFactor, assignments, configs }: CreatableTopicInput, v: number): void {
  const f = v >= 5;
  w.writeString(name, f);
  w.writeInt32(numPartitions);
  w.writeInt16(replicationFactor);
  writeCreatableReplicaAssignmentArray(w, assignments, v, f);
  writeCreatableTopicConfigArray(w, configs, v, f);
  if (f) w.writeNoTaggedFields();
}

function readCreateTopicsRequest(r: WireReader, v: number): CreateTopicsRequest {
  const f = v >= 5;
  const topics = readCreatableTopicArray(r, v, f);
  const timeoutMs = r.readInt32();
  const validateOnly = r.readBool();
  if (f) r.skipTaggedFields();
  return { topics, timeoutMs, validateOnly };
}

function writeCreateTopicsRequest(w: WireWriter, { topics, timeoutMs = 60000, validateOnly = false }: CreateTopicsRequestInput, v: number): void {
  const f = v >= 5;
  writeCreatableTopicArray(w, topics, v, f);
  w.writeInt32(timeoutMs);
  w.writeBool(validateOnly);
  if (f) w.writeNoTaggedFields();
}

function readCreatableReplicaAssignmentArray(r: WireReader, v: number, f: boolean): CreatableReplicaAssignment[] {
  let n = r.readArrayLength(f, 6);
  const a: CreatableReplicaAssignment[] = [];
  for (; n > 0; n--) a.push(readCreatableReplicaAssignment(r, v));
  return a;
}

function writeCreatableReplicaAssignmentArray(w: WireWriter, a: readonly CreatableReplicaAssignmentInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeCreatableReplicaAssignment(w, x, v);
}

function readCreatableTopicConfigArray(r: WireReader, v: number, f: boolean): CreatableTopicConfig[] {
  let n = r.readArrayLength(f, 3);
  const a: CreatableTopicConfig[] = [];
  for (; n > 0; n--) a.push(readCreatableTopicConfig(r, v));
  return a;
}

function writeCreatableTopicConfigArray(w: WireWriter, a: readonly CreatableTopicConfigInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeCreatableTopicConfig(w, x, v);
}

function readCreatableTopicArray(r: WireReader, v: number, f: boolean): CreatableTopic[] {
  let n = r.readArrayLength(f, 10);
  const a: CreatableTopic[] = [];
  for (; n > 0; n--) a.push(readCreatableTopic(r, v));
  return a;
}

function writeCreatableTopicArray(w: WireWriter, a: readonly CreatableTopicInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeCreatableTopic(w, x, v);
}

/** Codec of {@link CreateTopicsRequest}. */
export const CreateTopicsRequestCodec: Codec<CreateTopicsRequest, CreateTopicsRequestInput> = {
  name: 'CreateTopicsRequest', apiKey: 19, minVersion: 2, maxVersion: 7, flexibleFrom: 5,
  decode: readCreateTopicsRequest, encode: writeCreateTopicsRequest,
};

export interface CreatableTopicConfigs {
  name: string;
  value: string | null;
  readOnly: boolean;
  configSource: number;
  isSensitive: boolean;
}

export interface CreatableTopicConfigsInput {
  name: string;
  value: string | null;
  readOnly: boolean;
  configSource?: number | undefined;
  isSensitive: boolean;
}

export interface CreatableTopicResult {
  name: string;
  topicId: Uuid;
  errorCode: number;
  errorMessage: string | null;
  topicConfigErrorCode: number;
  numPartitions: number;
  replicationFactor: number;
  configs: CreatableTopicConfigs[] | null;
}

export interface CreatableTopicResultInput {
  name: string;
  topicId?: Uuid | undefined;
  errorCode: number;
  errorMessage: string | null;
  topicConfigErrorCode?: number | undefined;
  numPartitions?: number | undefined;
  replicationFactor?: number | undefined;
  configs?: readonly CreatableTopicConfigsInput[] | null | undefined;
}

/** CreateTopicsResponse: versions 2-7, flexible from 5. */
export interface CreateTopicsResponse {
  throttleTimeMs: number;
  topics: CreatableTopicResult[];
}

/** What an encoder wants for CreateTopicsResponse. */
export interface CreateTopicsResponseInput {
  throttleTimeMs: number;
  topics: readonly CreatableTopicResultInput[];
}

function readCreatableTopicConfigs(r: WireReader, v: number): CreatableTopicConfigs {
  const f = v >= 5;
  const name = r.readString(f);
  const value = r.readNullableString(f);
  const readOnly = r.readBool();
  const configSource = r.readInt8();
  const isSensitive = r.readBool();
  if (f) r.skipTaggedFields();
  return { name, value, readOnly, configSource, isSensitive };
}

function writeCreatableTopicConfigs(w: WireWriter, { name, value, readOnly, configSource = -1, isSensitive }: CreatableTopicConfigsInput, v: number): void {
  const f = v >= 5;
  w.writeString(name, f);
  w.writeNullableString(value, f);
  w.writeBool(readOnly);
  w.writeInt8(configSource);
  w.writeBool(isSensitive);
  if (f) w.writeNoTaggedFields();
}

function readCreatableTopicResult(r: WireReader, v: number): CreatableTopicResult {
  const f = v >= 5;
  const name = r.readString(f);
  const topicId = v >= 7 ? r.readUuid() : ZERO_UUID;
  const errorCode = r.readInt16();
  const errorMessage = r.readNullableString(f);
  let topicConfigErrorCode: number = 0;
  const numPartitions = v >= 5 ? r.readInt32() : -1;
  const replicationFactor = v >= 5 ? r.readInt16() : -1;
  const configs = v >= 5 ? readNullableCreatableTopicConfigsArray(r, v, f) : [];
  if (f) for (let n = r.readUnsignedVarint(); n > 0; n--) {
    const tag = r.readUnsignedVarint();
    const end = r.beginTaggedField();
    switch (tag) {
      case 0: topicConfigErrorCode = r.readInt16(); break;
      default: r.skipTo(end);
    }
    r.endTaggedField(end);
  }
  return { name, topicId, errorCode, errorMessage, topicConfigErrorCode, numPartitions, replicationFactor, configs };
}

function writeCreatableTopicResult(w: WireWriter, { name, topicId = ZERO_UUID, errorCode, errorMessage, topicConfigErrorCode = 0, numPartitions = -1, replicationFactor = -1, configs = [] }: CreatableTopicResultInput, v: number): void {
  const f = v >= 5;
  w.writeString(name, f);
  if (v >= 7) { w.writeUuid(topicId); }
  w.writeInt16(errorCode);
  w.writeNullableString(errorMessage, f);
  if (v >= 5) { w.writeInt32(numPartitions); }
  if (v >= 5) { w.writeInt16(replicationFactor); }
  if (v >= 5) { writeNullableCreatableTopicConfigsArray(w, configs, v, f); }
  if (!f) return;
  const hasTopicConfigErrorCode = topicConfigErrorCode !== 0;
  w.writeUnsignedVarint((hasTopicConfigErrorCode ? 1 : 0));
  if (hasTopicConfigErrorCode) {
    const at = w.beginTaggedField(0);
    w.writeInt16(topicConfigErrorCode);
    w.endTaggedField(at);
  }
}

function readCreateTopicsResponse(r: WireReader, v: number): CreateTopicsResponse {
  const f = v >= 5;
  const throttleTimeMs = r.readInt32();
  const topics = readCreatableTopicResultArray(r, v, f);
  if (f) r.skipTaggedFields();
  return { throttleTimeMs, topics };
}

function writeCreateTopicsResponse(w: WireWriter, { throttleTimeMs, topics }: CreateTopicsResponseInput, v: number): void {
  const f = v >= 5;
  w.writeInt32(throttleTimeMs);
  writeCreatableTopicResultArray(w, topics, v, f);
  if (f) w.writeNoTaggedFields();
}

function readNullableCreatableTopicConfigsArray(r: WireReader, v: number, f: boolean): CreatableTopicConfigs[] | null {
  let n = r.readNullableArrayLength(f, 1);
  if (n < 0) return null;
  const a: CreatableTopicConfigs[] = [];
  for (; n > 0; n--) a.push(readCreatableTopicConfigs(r, v));
  return a;
}

function writeCreatableTopicConfigsArray(w: WireWriter, a: readonly CreatableTopicConfigsInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeCreatableTopicConfigs(w, x, v);
}

function writeNullableCreatableTopicConfigsArray(w: WireWriter, a: readonly CreatableTopicConfigsInput[] | null, v: number, f: boolean): void {
  if (a === null) w.writeNullArray(f); else writeCreatableTopicConfigsArray(w, a, v, f);
}

function readCreatableTopicResultArray(r: WireReader, v: number, f: boolean): CreatableTopicResult[] {
  let n = r.readArrayLength(f, 6);
  const a: CreatableTopicResult[] = [];
  for (; n > 0; n--) a.push(readCreatableTopicResult(r, v));
  return a;
}

function writeCreatableTopicResultArray(w: WireWriter, a: readonly CreatableTopicResultInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeCreatableTopicResult(w, x, v);
}

/** Codec of {@link CreateTopicsResponse}. */
export const CreateTopicsResponseCodec: Codec<CreateTopicsResponse, CreateTopicsResponseInput> = {
  name: 'CreateTopicsResponse', apiKey: 19, minVersion: 2, maxVersion: 7, flexibleFrom: 5,
  decode: readCreateTopicsResponse, encode: writeCreateTopicsResponse,
};

export interface DeleteTopicState {
  name: string | null;
  topicId: Uuid;
}

export interface DeleteTopicStateInput {
  name?: string | null | undefined;
  topicId: Uuid;
}

/** DeleteTopicsRequest: versions 1-6, flexible from 4. */
export interface DeleteTopicsRequest {
  topics: DeleteTopicState[];
  topicNames: string[];
  timeoutMs: number;
}

/** What an encoder wants for DeleteTopicsRequest. */
export interface DeleteTopicsRequestInput {
  topics?: readonly DeleteTopicStateInput[] | undefined;
  topicNames?: readonly string[] | undefined;
  timeoutMs: number;
}

function readDeleteTopicState(r: WireReader, v: number): DeleteTopicState {
  const f = v >= 4;
  const name = r.readNullableString(f);
  const topicId = r.readUuid();
  if (f) r.skipTaggedFields();
  return { name, topicId };
}

function writeDeleteTopicState(w: WireWriter, { name = null, topicId }: DeleteTopicStateInput, v: number): void {
  const f = v >= 4;
  w.writeNullableString(name, f);
  w.writeUuid(topicId);
  if (f) w.writeNoTaggedFields();
}

function readDeleteTopicsRequest(r: WireReader, v: number): DeleteTopicsRequest {
  const f = v >= 4;
  const topics = v >= 6 ? readDeleteTopicStateArray(r, v, f) : [];
  const topicNames = v <= 5 ? r.readStringArray(f) : [];
  const timeoutMs = r.readInt32();
  if (f) r.skipTaggedFields();
  return { topics, topicNames, timeoutMs };
}

function writeDeleteTopicsRequest(w: WireWriter, { topics = [], topicNames = [], timeoutMs }: DeleteTopicsRequestInput, v: number): void {
  const f = v >= 4;
  if (v >= 6) { writeDeleteTopicStateArray(w, topics, v, f); }
  if (v <= 5) { w.writeStringArray(topicNames, f); }
  w.writeInt32(timeoutMs);
  if (f) w.writeNoTaggedFields();
}

function readDeleteTopicStateArray(r: WireReader, v: number, f: boolean): DeleteTopicState[] {
  let n = r.readArrayLength(f, 1);
  const a: DeleteTopicState[] = [];
  for (; n > 0; n--) a.push(readDeleteTopicState(r, v));
  return a;
}

function writeDeleteTopicStateArray(w: WireWriter, a: readonly DeleteTopicStateInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeDeleteTopicState(w, x, v);
}

/** Codec of {@link DeleteTopicsRequest}. */
export const DeleteTopicsRequestCodec: Codec<DeleteTopicsRequest, DeleteTopicsRequestInput> = {
  name: 'DeleteTopicsRequest', apiKey: 20, minVersion: 1, maxVersion: 6, flexibleFrom: 4,
  decode: readDeleteTopicsRequest, encode: writeDeleteTopicsRequest,
};

export interface DeletableTopicResult {
  name: string | null;
  topicId: Uuid;
  errorCode: number;
  errorMessage: string | null;
}

export interface DeletableTopicResultInput {
  name: string | null;
  topicId?: Uuid | undefined;
  errorCode: number;
  errorMessage?: string | null | undefined;
}

/** DeleteTopicsResponse: versions 1-6, flexible from 4. */
export interface DeleteTopicsResponse {
  throttleTimeMs: number;
  responses: DeletableTopicResult[];
}

/** What an encoder wants for DeleteTopicsResponse. */
export interface DeleteTopicsResponseInput {
  throttleTimeMs: number;
  responses: readonly DeletableTopicResultInput[];
}

function readDeletableTopicResult(r: WireReader, v: number): DeletableTopicResult {
  const f = v >= 4;
  const name = v >= 6 ? r.readNullableString(f) : r.readString(f);
  const topicId = v >= 6 ? r.readUuid() : ZERO_UUID;
  const errorCode = r.readInt16();
  const errorMessage = v >= 5 ? r.readNullableString(f) : null;
  if (f) r.skipTaggedFields();
  return { name, topicId, errorCode, errorMessage };
}

function writeDeletableTopicResult(w: WireWriter, { name, topicId = ZERO_UUID, errorCode, errorMessage = null }: DeletableTopicResultInput, v: number): void {
  const f = v >= 4;
  if (v >= 6) w.writeNullableString(name, f); else w.writeString(name ?? '', f);
  if (v >= 6) { w.writeUuid(topicId); }
  w.writeInt16(errorCode);
  if (v >= 5) { w.writeNullableString(errorMessage, f); }
  if (f) w.writeNoTaggedFields();
}

function readDeleteTopicsResponse(r: WireReader, v: number): DeleteTopicsResponse {
  const f = v >= 4;
  const throttleTimeMs = r.readInt32();
  const responses = readDeletableTopicResultArray(r, v, f);
  if (f) r.skipTaggedFields();
  return { throttleTimeMs, responses };
}

function writeDeleteTopicsResponse(w: WireWriter, { throttleTimeMs, responses }: DeleteTopicsResponseInput, v: number): void {
  const f = v >= 4;
  w.writeInt32(throttleTimeMs);
  writeDeletableTopicResultArray(w, responses, v, f);
  if (f) w.writeNoTaggedFields();
}

function readDeletableTopicResultArray(r: WireReader, v: number, f: boolean): DeletableTopicResult[] {
  let n = r.readArrayLength(f, 4);
  const a: DeletableTopicResult[] = [];
  for (; n > 0; n--) a.push(readDeletableTopicResult(r, v));
  return a;
}

function writeDeletableTopicResultArray(w: WireWriter, a: readonly DeletableTopicResultInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeDeletableTopicResult(w, x, v);
}

/** Codec of {@link DeleteTopicsResponse}. */
export const DeleteTopicsResponseCodec: Codec<DeleteTopicsResponse, DeleteTopicsResponseInput> = {
  name: 'DeleteTopicsResponse', apiKey: 20, minVersion: 1, maxVersion: 6, flexibleFrom: 4,
  decode: readDeleteTopicsResponse, encode: writeDeleteTopicsResponse,
};

export interface DeleteRecordsPartition {
  partitionIndex: number;
  offset: number;
}

export interface DeleteRecordsPartitionInput {
  partitionIndex: number;
  offset: number;
}

export interface DeleteRecordsTopic {
  name: string;
  partitions: DeleteRecordsPartition[];
}

export interface DeleteRecordsTopicInput {
  name: string;
  partitions: readonly DeleteRecordsPartitionInput[];
}

/** DeleteRecordsRequest: versions 0-2, flexible from 2. */
export interface DeleteRecordsRequest {
  topics: DeleteRecordsTopic[];
  timeoutMs: number;
}

/** What an encoder wants for DeleteRecordsRequest. */
export interface DeleteRecordsRequestInput {
  topics: readonly DeleteRecordsTopicInput[];
  timeoutMs: number;
}

function readDeleteRecordsPartition(r: WireReader, v: number): DeleteRecordsPartition {
  const f = v >= 2;
  const partitionIndex = r.readInt32();
  const offset = r.readInt64();
  if (f) r.skipTaggedFields();
  return { partitionIndex, offset };
}

function writeDeleteRecordsPartition(w: WireWriter, { partitionIndex, offset }: DeleteRecordsPartitionInput, v: number): void {
  const f = v >= 2;
  w.writeInt32(partitionIndex);
  w.writeInt64(offset);
  if (f) w.writeNoTaggedFields();
}

function readDeleteRecordsTopic(r: WireReader, v: number): DeleteRecordsTopic {
  const f = v >= 2;
  const name = r.readString(f);
  const partitions = readDeleteRecordsPartitionArray(r, v, f);
  if (f) r.skipTaggedFields();
  return { name, partitions };
}

function writeDeleteRecordsTopic(w: WireWriter, { name, partitions }: DeleteRecordsTopicInput, v: number): void {
  const f = v >= 2;
  w.writeString(name, f);
  writeDeleteRecordsPartitionArray(w, partitions, v, f);
  if (f) w.writeNoTaggedFields();
}

function readDeleteRecordsRequest(r: WireReader, v: number): DeleteRecordsRequest {
  const f = v >= 2;
  const topics = readDeleteRecordsTopicArray(r, v, f);
  const timeoutMs = r.readInt32();
  if (f) r.skipTaggedFields();
  return { topics, timeoutMs };
}

function writeDeleteRecordsRequest(w: WireWriter, { topics, timeoutMs }: DeleteRecordsRequestInput, v: number): void {
  const f = v >= 2;
  writeDeleteRecordsTopicArray(w, topics, v, f);
  w.writeInt32(timeoutMs);
  if (f) w.writeNoTaggedFields();
}

function readDeleteRecordsPartitionArray(r: WireReader, v: number, f: boolean): DeleteRecordsPartition[] {
  let n = r.readArrayLength(f, 12);
  const a: DeleteRecordsPartition[] = [];
  for (; n > 0; n--) a.push(readDeleteRecordsPartition(r, v));
  return a;
}

function writeDeleteRecordsPartitionArray(w: WireWriter, a: readonly DeleteRecordsPartitionInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeDeleteRecordsPartition(w, x, v);
}

function readDeleteRecordsTopicArray(r: WireReader, v: number, f: boolean): DeleteRecordsTopic[] {
  let n = r.readArrayLength(f, 3);
  const a: DeleteRecordsTopic[] = [];
  for (; n > 0; n--) a.push(readDeleteRecordsTopic(r, v));
  return a;
}

function writeDeleteRecordsTopicArray(w: WireWriter, a: readonly DeleteRecordsTopicInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeDeleteRecordsTopic(w, x, v);
}

/** Codec of {@link DeleteRecordsRequest}. */
export const DeleteRecordsRequestCodec: Codec<DeleteRecordsRequest, DeleteRecordsRequestInput> = {
  name: 'DeleteRecordsRequest', apiKey: 21, minVersion: 0, maxVersion: 2, flexibleFrom: 2,
  decode: readDeleteRecordsRequest, encode: writeDeleteRecordsRequest,
};

export interface DeleteRecordsPartitionResult {
  partitionIndex: number;
  lowWatermark: number;
  errorCode: number;
}

export interface DeleteRecordsPartitionResultInput {
  partitionIndex: number;
  lowWatermark: number;
  errorCode: number;
}

export interface DeleteRecordsTopicResult {
  name: string;
  partitions: DeleteRecordsPartitionResult[];
}

export interface DeleteRecordsTopicResultInput {
  name: string;
  partitions: readonly DeleteRecordsPartitionResultInput[];
}

/** DeleteRecordsResponse: versions 0-2, flexible from 2. */
export interface DeleteRecordsResponse {
  throttleTimeMs: number;
  topics: DeleteRecordsTopicResult[];
}

/** What an encoder wants for DeleteRecordsResponse. */
export interface DeleteRecordsResponseInput {
  throttleTimeMs: number;
  topics: readonly DeleteRecordsTopicResultInput[];
}

function readDeleteRecordsPartitionResult(r: WireReader, v: number): DeleteRecordsPartitionResult {
  const f = v >= 2;
  const partitionIndex = r.readInt32();
  const lowWatermark = r.readInt64();
  const errorCode = r.readInt16();
  if (f) r.skipTaggedFields();
  return { partitionIndex, lowWatermark, errorCode };
}

function writeDeleteRecordsPartitionResult(w: WireWriter, { partitionIndex, lowWatermark, errorCode }: DeleteRecordsPartitionResultInput, v: number): void {
  const f = v >= 2;
  w.writeInt32(partitionIndex);
  w.writeInt64(lowWatermark);
  w.writeInt16(errorCode);
  if (f) w.writeNoTaggedFields();
}

function readDeleteRecordsTopicResult(r: WireReader, v: number): DeleteRecordsTopicResult {
  const f = v >= 2;
  const name = r.readString(f);
  const partitions = readDeleteRecordsPartitionResultArray(r, v, f);
  if (f) r.skipTaggedFields();
  return { name, partitions };
}

function writeDeleteRecordsTopicResult(w: WireWriter, { name, partitions }: DeleteRecordsTopicResultInput, v: number): void {
  const f = v >= 2;
  w.writeString(name, f);
  writeDeleteRecordsPartitionResultArray(w, partitions, v, f);
  if (f) w.writeNoTaggedFields();
}

function readDeleteRecordsResponse(r: WireReader, v: number): DeleteRecordsResponse {
  const f = v >= 2;
  const throttleTimeMs = r.readInt32();
  const topics = readDeleteRecordsTopicResultArray(r, v, f);
  if (f) r.skipTaggedFields();
  return { throttleTimeMs, topics };
}

function writeDeleteRecordsResponse(w: WireWriter, { throttleTimeMs, topics }: DeleteRecordsResponseInput, v: number): void {
  const f = v >= 2;
  w.writeInt32(throttleTimeMs);
  writeDeleteRecordsTopicResultArray(w, topics, v, f);
  if (f) w.writeNoTaggedFields();
}

function readDeleteRecordsPartitionResultArray(r: WireReader, v: number, f: boolean): DeleteRecordsPartitionResult[] {
  let n = r.readArrayLength(f, 14);
  const a: DeleteRecordsPartitionResult[] = [];
  for (; n > 0; n--) a.push(readDeleteRecordsPartitionResult(r, v));
  return a;
}

function writeDeleteRecordsPartitionResultArray(w: WireWriter, a: readonly DeleteRecordsPartitionResultInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeDeleteRecordsPartitionResult(w, x, v);
}

function readDeleteRecordsTopicResultArray(r: WireReader, v: number, f: boolean): DeleteRecordsTopicResult[] {
  let n = r.readArrayLength(f, 3);
  const a: DeleteRecordsTopicResult[] = [];
  for (; n > 0; n--) a.push(readDeleteRecordsTopicResult(r, v));
  return a;
}

function writeDeleteRecordsTopicResultArray(w: WireWriter, a: readonly DeleteRecordsTopicResultInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeDeleteRecordsTopicResult(w, x, v);
}

/** Codec of {@link DeleteRecordsResponse}. */
export const DeleteRecordsResponseCodec: Codec<DeleteRecordsResponse, DeleteRecordsResponseInput> = {
  name: 'DeleteRecordsResponse', apiKey: 21, minVersion: 0, maxVersion: 2, flexibleFrom: 2,
  decode: readDeleteRecordsResponse, encode: writeDeleteRecordsResponse,
};

/** InitProducerIdRequest: versions 0-6, flexible from 2. */
export interface InitProducerIdRequest {
  transactionalId: string | null;
  transactionTimeoutMs: number;
  producerId: number;
  producerEpoch: number;
  enable2Pc: boolean;
  keepPreparedTxn: boolean;
}

/** What an encoder wants for InitProducerIdRequest. */
export interface InitProducerIdRequestInput {
  transactionalId: string | null;
  transactionTimeoutMs: number;
  producerId?: number | undefined;
  producerEpoch?: number | undefined;
  enable2Pc?: boolean | undefined;
  keepPreparedTxn?: boolean | undefined;
}

function readInitProducerIdRequest(r: WireReader, v: number): InitProducerIdRequest {
  const f = v >= 2;
  const transactionalId = r.readNullableString(f);
  const transactionTimeoutMs = r.readInt32();
  const producerId = v >= 3 ? r.readInt64() : -1;
  const producerEpoch = v >= 3 ? r.readInt16() : -1;
  const enable2Pc = v >= 6 ? r.readBool() : false;
  const keepPreparedTxn = v >= 6 ? r.readBool() : false;
  if (f) r.skipTaggedFields();
  return { transactionalId, transactionTimeoutMs, producerId, producerEpoch, enable2Pc, keepPreparedTxn };
}

function writeInitProducerIdRequest(w: WireWriter, { transactionalId, transactionTimeoutMs, producerId = -1, producerEpoch = -1, enable2Pc = false, keepPreparedTxn = false }: InitProducerIdRequestInput, v: number): void {
  const f = v >= 2;
  w.writeNullableString(transactionalId, f);
  w.writeInt32(transactionTimeoutMs);
  if (v >= 3) { w.writeInt64(producerId); }
  if (v >= 3) { w.writeInt16(producerEpoch); }
  if (v >= 6) { w.writeBool(enable2Pc); }
  if (v >= 6) { w.writeBool(keepPreparedTxn); }
  if (f) w.writeNoTaggedFields();
}

/** Codec of {@link InitProducerIdRequest}. */
export const InitProducerIdRequestCodec: Codec<InitProducerIdRequest, InitProducerIdRequestInput> = {
  name: 'InitProducerIdRequest', apiKey: 22, minVersion: 0, maxVersion: 6, flexibleFrom: 2,
  decode: readInitProducerIdRequest, encode: writeInitProducerIdRequest,
};

/** InitProducerIdResponse: versions 0-6, flexible from 2. */
export interface InitProducerIdResponse {
  throttleTimeMs: number;
  errorCode: number;
  producerId: number;
  producerEpoch: number;
  ongoingTxnProducerId: number;
  ongoingTxnProducerEpoch: number;
}

/** What an encoder wants for InitProducerIdResponse. */
export interface InitProducerIdResponseInput {
  throttleTimeMs: number;
  errorCode: number;
  producerId?: number | undefined;
  producerEpoch: number;
  ongoingTxnProducerId?: number | undefined;
  ongoingTxnProducerEpoch?: number | undefined;
}

function readInitProducerIdResponse(r: WireReader, v: number): InitProducerIdResponse {
  const f = v >= 2;
  const throttleTimeMs = r.readInt32();
  const errorCode = r.readInt16();
  const producerId = r.readInt64();
  const producerEpoch = r.readInt16();
  const ongoingTxnProducerId = v >= 6 ? r.readInt64() : -1;
  const ongoingTxnProducerEpoch = v >= 6 ? r.readInt16() : -1;
  if (f) r.skipTaggedFields();
  return { throttleTimeMs, errorCode, producerId, producerEpoch, ongoingTxnProducerId, ongoingTxnProducerEpoch };
}

function writeInitProducerIdResponse(w: WireWriter, { throttleTimeMs, errorCode, producerId = -1, producerEpoch, ongoingTxnProducerId = -1, ongoingTxnProducerEpoch = -1 }: InitProducerIdResponseInput, v: number): void {
  const f = v >= 2;
  w.writeInt32(throttleTimeMs);
  w.writeInt16(errorCode);
  w.writeInt64(producerId);
  w.writeInt16(producerEpoch);
  if (v >= 6) { w.writeInt64(ongoingTxnProducerId); }
  if (v >= 6) { w.writeInt16(ongoingTxnProducerEpoch); }
  if (f) w.writeNoTaggedFields();
}

/** Codec of {@link InitProducerIdResponse}. */
export const InitProducerIdResponseCodec: Codec<InitProducerIdResponse, InitProducerIdResponseInput> = {
  name: 'InitProducerIdResponse', apiKey: 22, minVersion: 0, maxVersion: 6, flexibleFrom: 2,
  decode: readInitProducerIdResponse, encode: writeInitProducerIdResponse,
};

export interface OffsetForLeaderPartition {
  partition: number;
  currentLeaderEpoch: number;
  leaderEpoch: number;
}

export interface OffsetForLeaderPartitionInput {
  partition: number;
  currentLeaderEpoch?: number | undefined;
  leaderEpoch: number;
}

export interface OffsetForLeaderTopic {
  topic: string;
  partitions: OffsetForLeaderPartition[];
}

export interface OffsetForLeaderTopicInput {
  topic: string;
  partitions: readonly OffsetForLeaderPartitionInput[];
}

/** OffsetForLeaderEpochRequest: versions 2-4, flexible from 4. */
export interface OffsetForLeaderEpochRequest {
  replicaId: number;
  topics: OffsetForLeaderTopic[];
}

/** What an encoder wants for OffsetForLeaderEpochRequest. */
export interface OffsetForLeaderEpochRequestInput {
  replicaId?: number | undefined;
  topics: readonly OffsetForLeaderTopicInput[];
}

function readOffsetForLeaderPartition(r: WireReader, v: number): OffsetForLeaderPartition {
  const f = v >= 4;
  const partition = r.readInt32();
  const currentLeaderEpoch = r.readInt32();
  const leaderEpoch = r.readInt32();
  if (f) r.skipTaggedFields();
  return { partition, currentLeaderEpoch, leaderEpoch };
}

function writeOffsetForLeaderPartition(w: WireWriter, { partition, currentLeaderEpoch = -1, leaderEpoch }: OffsetForLeaderPartitionInput, v: number): void {
  const f = v >= 4;
  w.writeInt32(partition);
  w.writeInt32(currentLeaderEpoch);
  w.writeInt32(leaderEpoch);
  if (f) w.writeNoTaggedFields();
}

function readOffsetForLeaderTopic(r: WireReader, v: number): OffsetForLeaderTopic {
  const f = v >= 4;
  const topic = r.readString(f);
  const partitions = readOffsetForLeaderPartitionArray(r, v, f);
  if (f) r.skipTaggedFields();
  return { topic, partitions };
}

function writeOffsetForLeaderTopic(w: WireWriter, { topic, partitions }: OffsetForLeaderTopicInput, v: number): void {
  const f = v >= 4;
  w.writeString(topic, f);
  writeOffsetForLeaderPartitionArray(w, partitions, v, f);
  if (f) w.writeNoTaggedFields();
}

function readOffsetForLeaderEpochRequest(r: WireReader, v: number): OffsetForLeaderEpochRequest {
  const f = v >= 4;
  const replicaId = v >= 3 ? r.readInt32() : -2;
  const topics = readOffsetForLeaderTopicArray(r, v, f);
  if (f) r.skipTaggedFields();
  return { replicaId, topics };
}

function writeOffsetForLeaderEpochRequest(w: WireWriter, { replicaId = -2, topics }: OffsetForLeaderEpochRequestInput, v: number): void {
  const f = v >= 4;
  if (v >= 3) { w.writeInt32(replicaId); }
  writeOffsetForLeaderTopicArray(w, topics, v, f);
  if (f) w.writeNoTaggedFields();
}

function readOffsetForLeaderPartitionArray(r: WireReader, v: number, f: boolean): OffsetForLeaderPartition[] {
  let n = r.readArrayLength(f, 12);
  const a: OffsetForLeaderPartition[] = [];
  for (; n > 0; n--) a.push(readOffsetForLeaderPartition(r, v));
  return a;
}

function writeOffsetForLeaderPartitionArray(w: WireWriter, a: readonly OffsetForLeaderPartitionInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeOffsetForLeaderPartition(w, x, v);
}

function readOffsetForLeaderTopicArray(r: WireReader, v: number, f: boolean): OffsetForLeaderTopic[] {
  let n = r.readArrayLength(f, 3);
  const a: OffsetForLeaderTopic[] = [];
  for (; n > 0; n--) a.push(readOffsetForLeaderTopic(r, v));
  return a;
}

function writeOffsetForLeaderTopicArray(w: WireWriter, a: readonly OffsetForLeaderTopicInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeOffsetForLeaderTopic(w, x, v);
}

/** Codec of {@link OffsetForLeaderEpochRequest}. */
export const OffsetForLeaderEpochRequestCodec: Codec<OffsetForLeaderEpochRequest, OffsetForLeaderEpochRequestInput> = {
  name: 'OffsetForLeaderEpochRequest', apiKey: 23, minVersion: 2, maxVersion: 4, flexibleFrom: 4,
  decode: readOffsetForLeaderEpochRequest, encode: writeOffsetForLeaderEpochRequest,
};

export interface OffsetForLeaderEpochResponseEpochEndOffset {
  errorCode: number;
  partition: number;
  leaderEpoch: number;
  endOffset: number;
}

export interface OffsetForLeaderEpochResponseEpochEndOffsetInput {
  errorCode: number;
  partition: number;
  leaderEpoch?: number | undefined;
  endOffset?: number | undefined;
}

export interface OffsetForLeaderTopicResult {
  topic: string;
  partitions: OffsetForLeaderEpochResponseEpochEndOffset[];
}

export interface OffsetForLeaderTopicResultInput {
  topic: string;
  partitions: readonly OffsetForLeaderEpochResponseEpochEndOffsetInput[];
}

/** OffsetForLeaderEpochResponse: versions 2-4, flexible from 4. */
export interface OffsetForLeaderEpochResponse {
  throttleTimeMs: number;
  topics: OffsetForLeaderTopicResult[];
}

/** What an encoder wants for OffsetForLeaderEpochResponse. */
export interface OffsetForLeaderEpochResponseInput {
  throttleTimeMs: number;
  topics: readonly OffsetForLeaderTopicResultInput[];
}

function readOffsetForLeaderEpochResponseEpochEndOffset(r: WireReader, v: number): OffsetForLeaderEpochResponseEpochEndOffset {
  const f = v >= 4;
  const errorCode = r.readInt16();
  const partition = r.readInt32();
  const leaderEpoch = r.readInt32();
  const endOffset = r.readInt64();
  if (f) r.skipTaggedFields();
  return { errorCode, partition, leaderEpoch, endOffset };
}

function writeOffsetForLeaderEpochResponseEpochEndOffset(w: WireWriter, { errorCode, partition, leaderEpoch = -1, endOffset = -1 }: OffsetForLeaderEpochResponseEpochEndOffsetInput, v: number): void {
  const f = v >= 4;
  w.writeInt16(errorCode);
  w.writeInt32(partition);
  w.writeInt32(leaderEpoch);
  w.writeInt64(endOffset);
  if (f) w.writeNoTaggedFields();
}

function readOffsetForLeaderTopicResult(r: WireReader, v: number): OffsetForLeaderTopicResult {
  const f = v >= 4;
  const topic = r.readString(f);
  const partitions = readOffsetForLeaderEpochResponseEpochEndOffsetArray(r, v, f);
  if (f) r.skipTaggedFields();
  return { topic, partitions };
}

function writeOffsetForLeaderTopicResult(w: WireWriter, { topic, partitions }: OffsetForLeaderTopicResultInput, v: number): void {
  const f = v >= 4;
  w.writeString(topic, f);
  writeOffsetForLeaderEpochResponseEpochEndOffsetArray(w, partitions, v, f);
  if (f) w.writeNoTaggedFields();
}

function readOffsetForLeaderEpochResponse(r: WireReader, v: number): OffsetForLeaderEpochResponse {
  const f = v >= 4;
  const throttleTimeMs = r.readInt32();
  const topics = readOffsetForLeaderTopicResultArray(r, v, f);
  if (f) r.skipTaggedFields();
  return { throttleTimeMs, topics };
}

function writeOffsetForLeaderEpochResponse(w: WireWriter, { throttleTimeMs, topics }: OffsetForLeaderEpochResponseInput, v: number): void {
  const f = v >= 4;
  w.writeInt32(throttleTimeMs);
  writeOffsetForLeaderTopicResultArray(w, topics, v, f);
  if (f) w.writeNoTaggedFields();
}

function readOffsetForLeaderEpochResponseEpochEndOffsetArray(r: WireReader, v: number, f: boolean): OffsetForLeaderEpochResponseEpochEndOffset[] {
  let n = r.readArrayLength(f, 18);
  const a: OffsetForLeaderEpochResponseEpochEndOffset[] = [];
  for (; n > 0; n--) a.push(readOffsetForLeaderEpochResponseEpochEndOffset(r, v));
  return a;
}

function writeOffsetForLeaderEpochResponseEpochEndOffsetArray(w: WireWriter, a: readonly OffsetForLeaderEpochResponseEpochEndOffsetInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeOffsetForLeaderEpochResponseEpochEndOffset(w, x, v);
}

function readOffsetForLeaderTopicResultArray(r: WireReader, v: number, f: boolean): OffsetForLeaderTopicResult[] {
  let n = r.readArrayLength(f, 3);
  const a: OffsetForLeaderTopicResult[] = [];
  for (; n > 0; n--) a.push(readOffsetForLeaderTopicResult(r, v));
  return a;
}

function writeOffsetForLeaderTopicResultArray(w: WireWriter, a: readonly OffsetForLeaderTopicResultInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeOffsetForLeaderTopicResult(w, x, v);
}

/** Codec of {@link OffsetForLeaderEpochResponse}. */
export const OffsetForLeaderEpochResponseCodec: Codec<OffsetForLeaderEpochResponse, OffsetForLeaderEpochResponseInput> = {
  name: 'OffsetForLeaderEpochResponse', apiKey: 23, minVersion: 2, maxVersion: 4, flexibleFrom: 4,
  decode: readOffsetForLeaderEpochResponse, encode: writeOffsetForLeaderEpochResponse,
};

export interface AddPartitionsToTxnTopic {
  name: string;
  partitions: number[];
}

export interface AddPartitionsToTxnTopicInput {
  name: string;
  partitions: readonly number[];
}

export interface AddPartitionsToTxnTransaction {
  transactionalId: string;
  producerId: number;
  producerEpoch: number;
  verifyOnly: boolean;
  topics: AddPartitionsToTxnTopic[];
}

export interface AddPartitionsToTxnTransactionInput {
  transactionalId: string;
  producerId: number;
  producerEpoch: number;
  verifyOnly?: boolean | undefined;
  topics: readonly AddPartitionsToTxnTopicInput[];
}

/** AddPartitionsToTxnRequest: versions 0-5, flexible from 3. */
export interface AddPartitionsToTxnRequest {
  transactions: AddPartitionsToTxnTransaction[];
  v3AndBelowTransactionalId: string;
  v3AndBelowProducerId: number;
  v3AndBelowProducerEpoch: number;
  v3AndBelowTopics: AddPartitionsToTxnTopic[];
}

/** What an encoder wants for AddPartitionsToTxnRequest. */
export interface AddPartitionsToTxnRequestInput {
  transactions?: readonly AddPartitionsToTxnTransactionInput[] | undefined;
  v3AndBelowTransactionalId?: string | undefined;
  v3AndBelowProducerId?: number | undefined;
  v3AndBelowProducerEpoch?: number | undefined;
  v3AndBelowTopics?: readonly AddPartitionsToTxnTopicInput[] | undefined;
}

function readAddPartitionsToTxnTopic(r: WireReader, v: number): AddPartitionsToTxnTopic {
  const f = v >= 3;
  const name = r.readString(f);
  const partitions = r.readInt32Array(f);
  if (f) r.skipTaggedFields();
  return { name, partitions };
}

function writeAddPartitionsToTxnTopic(w: WireWriter, { name, partitions }: AddPartitionsToTxnTopicInput, v: number): void {
  const f = v >= 3;
  w.writeString(name, f);
  w.writeInt32Array(partitions, f);
  if (f) w.writeNoTaggedFields();
}

function readAddPartitionsToTxnTransaction(r: WireReader, v: number): AddPartitionsToTxnTransaction {
  const f = v >= 3;
  const transactionalId = r.readString(f);
  const producerId = r.readInt64();
  const producerEpoch = r.readInt16();
  const verifyOnly = r.readBool();
  const topics = readAddPartitionsToTxnTopicArray(r, v, f);
  if (f) r.skipTaggedFields();
  return { transactionalId, producerId, producerEpoch, verifyOnly, topics };
}

function writeAddPartitionsToTxnTransaction(w: WireWriter, { transactionalId, producerId, producerEpoch, verifyOnly = false, topics }: AddPartitionsToTxnTransactionInput, v: number): void {
  const f = v >= 3;
  w.writeString(transactionalId, f);
  w.writeInt64(producerId);
  w.writeInt16(producerEpoch);
  w.writeBool(verifyOnly);
  writeAddPartitionsToTxnTopicArray(w, topics, v, f);
  if (f) w.writeNoTaggedFields();
}

function readAddPartitionsToTxnRequest(r: WireReader, v: number): AddPartitionsToTxnRequest {
  const f = v >= 3;
  const transactions = v >= 4 ? readAddPartitionsToTxnTransactionArray(r, v, f) : [];
  const v3AndBelowTransactionalId = v <= 3 ? r.readString(f) : '';
  const v3AndBelowProducerId = v <= 3 ? r.readInt64() : 0;
  const v3AndBelowProducerEpoch = v <= 3 ? r.readInt16() : 0;
  const v3AndBelowTopics = v <= 3 ? readAddPartitionsToTxnTopicArray(r, v, f) : [];
  if (f) r.skipTaggedFields();
  return { transactions, v3AndBelowTransactionalId, v3AndBelowProducerId, v3AndBelowProducerEpoch, v3AndBelowTopics };
}

function writeAddPartitionsToTxnRequest(w: WireWriter, { transactions = [], v3AndBelowTransactionalId = '', v3AndBelowProducerId = 0, v3AndBelowProducerEpoch = 0, v3AndBelowTopics = [] }: AddPartitionsToTxnRequestInput, v: number): void {
  const f = v >= 3;
  if (v >= 4) { writeAddPartitionsToTxnTransactionArray(w, transactions, v, f); }
  if (v <= 3) { w.writeString(v3AndBelowTransactionalId, f); }
  if (v <= 3) { w.writeInt64(v3AndBelowProducerId); }
  if (v <= 3) { w.writeInt16(v3AndBelowProducerEpoch); }
  if (v <= 3) { writeAddPartitionsToTxnTopicArray(w, v3AndBelowTopics, v, f); }
  if (f) w.writeNoTaggedFields();
}

function readAddPartitionsToTxnTopicArray(r: WireReader, v: number, f: boolean): AddPartitionsToTxnTopic[] {
  let n = r.readArrayLength(f, 3);
  const a: AddPartitionsToTxnTopic[] = [];
  for (; n > 0; n--) a.push(readAddPartitionsToTxnTopic(r, v));
  return a;
}

function writeAddPartitionsToTxnTopicArray(w: WireWriter, a: readonly AddPartitionsToTxnTopicInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeAddPartitionsToTxnTopic(w, x, v);
}

function readAddPartitionsToTxnTransactionArray(r: WireReader, v: number, f: boolean): AddPartitionsToTxnTransaction[] {
  let n = r.readArrayLength(f, 1);
  const a: AddPartitionsToTxnTransaction[] = [];
  for (; n > 0; n--) a.push(readAddPartitionsToTxnTransaction(r, v));
  return a;
}

function writeAddPartitionsToTxnTransactionArray(w: WireWriter, a: readonly AddPartitionsToTxnTransactionInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeAddPartitionsToTxnTransaction(w, x, v);
}

/** Codec of {@link AddPartitionsToTxnRequest}. */
export const AddPartitionsToTxnRequestCodec: Codec<AddPartitionsToTxnRequest, AddPartitionsToTxnRequestInput> = {
  name: 'AddPartitionsToTxnRequest', apiKey: 24, minVersion: 0, maxVersion: 5, flexibleFrom: 3,
  decode: readAddPartitionsToTxnRequest, encode: writeAddPartitionsToTxnRequest,
};

export interface AddPartitionsToTxnPartitionResult {
  partitionIndex: number;
  partitionErrorCode: number;
}

export interface AddPartitionsToTxnPartitionResultInput {
  partitionIndex: number;
  partitionErrorCode: number;
}

export interface AddPartitionsToTxnTopicResult {
  name: string;
  resultsByPartition: AddPartitionsToTxnPartitionResult[];
}

export interface AddPartitionsToTxnTopicResultInput {
  name: string;
  resultsByPartition: readonly AddPartitionsToTxnPartitionResultInput[];
}

export interface AddPartitionsToTxnResult {
  transactionalId: string;
  topicResults: AddPartitionsToTxnTopicResult[];
}

export interface AddPartitionsToTxnResultInput {
  transactionalId: string;
  topicResults: readonly AddPartitionsToTxnTopicResultInput[];
}

/** AddPartitionsToTxnResponse: versions 0-5, flexible from 3. */
export interface AddPartitionsToTxnResponse {
  throttleTimeMs: number;
  errorCode: number;
  resultsByTransaction: AddPartitionsToTxnResult[];
  resultsByTopicV3AndBelow: AddPartitionsToTxnTopicResult[];
}

/** What an encoder wants for AddPartitionsToTxnResponse. */
export interface AddPartitionsToTxnResponseInput {
  throttleTimeMs: number;
  errorCode?: number | undefined;
  resultsByTransaction?: readonly AddPartitionsToTxnResultInput[] | undefined;
  resultsByTopicV3AndBelow?: readonly AddPartitionsToTxnTopicResultInput[] | undefined;
}

function readAddPartitionsToTxnPartitionResult(r: WireReader, v: number): AddPartitionsToTxnPartitionResult {
  const f = v >= 3;
  const partitionIndex = r.readInt32();
  const partitionErrorCode = r.readInt16();
  if (f) r.skipTaggedFields();
  return { partitionIndex, partitionErrorCode };
}

function writeAddPartitionsToTxnPartitionResult(w: WireWriter, { partitionIndex, partitionErrorCode }: AddPartitionsToTxnPartitionResultInput, v: number): void {
  const f = v >= 3;
  w.writeInt32(partitionIndex);
  w.writeInt16(partitionErrorCode);
  if (f) w.writeNoTaggedFields();
}

function readAddPartitionsToTxnTopicResult(r: WireReader, v: number): AddPartitionsToTxnTopicResult {
  const f = v >= 3;
  const name = r.readString(f);
  const resultsByPartition = readAddPartitionsToTxnPartitionResultArray(r, v, f);
  if (f) r.skipTaggedFields();
  return { name, resultsByPartition };
}

function writeAddPartitionsToTxnTopicResult(w: WireWriter, { name, resultsByPartition }: AddPartitionsToTxnTopicResultInput, v: number): void {
  const f = v >= 3;
  w.writeString(name, f);
  writeAddPartitionsToTxnPartitionResultArray(w, resultsByPartition, v, f);
  if (f) w.writeNoTaggedFields();
}

function readAddPartitionsToTxnResult(r: WireReader, v: number): AddPartitionsToTxnResult {
  const f = v >= 3;
  const transactionalId = r.readString(f);
  const topicResults = readAddPartitionsToTxnTopicResultArray(r, v, f);
  if (f) r.skipTaggedFields();
  return { transactionalId, topicResults };
}

function writeAddPartitionsToTxnResult(w: WireWriter, { transactionalId, topicResults }: AddPartitionsToTxnResultInput, v: number): void {
  const f = v >= 3;
  w.writeString(transactionalId, f);
  writeAddPartitionsToTxnTopicResultArray(w, topicResults, v, f);
  if (f) w.writeNoTaggedFields();
}

function readAddPartitionsToTxnResponse(r: WireReader, v: number): AddPartitionsToTxnResponse {
  const f = v >= 3;
  const throttleTimeMs = r.readInt32();
  const errorCode = v >= 4 ? r.readInt16() : 0;
  const resultsByTransaction = v >= 4 ? readAddPartitionsToTxnResultArray(r, v, f) : [];
  const resultsByTopicV3AndBelow = v <= 3 ? readAddPartitionsToTxnTopicResultArray(r, v, f) : [];
  if (f) r.skipTaggedFields();
  return { throttleTimeMs, errorCode, resultsByTransaction, resultsByTopicV3AndBelow };
}

function writeAddPartitionsToTxnResponse(w: WireWriter, { throttleTimeMs, errorCode = 0, resultsByTransaction = [], resultsByTopicV3AndBelow = [] }: AddPartitionsToTxnResponseInput, v: number): void {
  const f = v >= 3;
  w.writeInt32(throttleTimeMs);
  if (v >= 4) { w.writeInt16(errorCode); }
  if (v >= 4) { writeAddPartitionsToTxnResultArray(w, resultsByTransaction, v, f); }
  if (v <= 3) { writeAddPartitionsToTxnTopicResultArray(w, resultsByTopicV3AndBelow, v, f); }
  if (f) w.writeNoTaggedFields();
}

function readAddPartitionsToTxnPartitionResultArray(r: WireReader, v: number, f: boolean): AddPartitionsToTxnPartitionResult[] {
  let n = r.readArrayLength(f, 6);
  const a: AddPartitionsToTxnPartitionResult[] = [];
  for (; n > 0; n--) a.push(readAddPartitionsToTxnPartitionResult(r, v));
  return a;
}

function writeAddPartitionsToTxnPartitionResultArray(w: WireWriter, a: readonly AddPartitionsToTxnPartitionResultInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeAddPartitionsToTxnPartitionResult(w, x, v);
}

function readAddPartitionsToTxnTopicResultArray(r: WireReader, v: number, f: boolean): AddPartitionsToTxnTopicResult[] {
  let n = r.readArrayLength(f, 3);
  const a: AddPartitionsToTxnTopicResult[] = [];
  for (; n > 0; n--) a.push(readAddPartitionsToTxnTopicResult(r, v));
  return a;
}

function writeAddPartitionsToTxnTopicResultArray(w: WireWriter, a: readonly AddPartitionsToTxnTopicResultInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeAddPartitionsToTxnTopicResult(w, x, v);
}

function readAddPartitionsToTxnResultArray(r: WireReader, v: number, f: boolean): AddPartitionsToTxnResult[] {
  let n = r.readArrayLength(f, 1);
  const a: AddPartitionsToTxnResult[] = [];
  for (; n > 0; n--) a.push(readAddPartitionsToTxnResult(r, v));
  return a;
}

function writeAddPartitionsToTxnResultArray(w: WireWriter, a: readonly AddPartitionsToTxnResultInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeAddPartitionsToTxnResult(w, x, v);
}

/** Codec of {@link AddPartitionsToTxnResponse}. */
export const AddPartitionsToTxnResponseCodec: Codec<AddPartitionsToTxnResponse, AddPartitionsToTxnResponseInput> = {
  name: 'AddPartitionsToTxnResponse', apiKey: 24, minVersion: 0, maxVersion: 5, flexibleFrom: 3,
  decode: readAddPartitionsToTxnResponse, encode: writeAddPartitionsToTxnResponse,
};

/** AddOffsetsToTxnRequest: versions 0-4, flexible from 3. */
export interface AddOffsetsToTxnRequest {
  transactionalId: string;
  producerId: number;
  producerEpoch: number;
  groupId: string;
}

/** What an encoder wants for AddOffsetsToTxnRequest. */
export interface AddOffsetsToTxnRequestInput {
  transactionalId: string;
  producerId: number;
  producerEpoch: number;
  groupId: string;
}

function readAddOffsetsToTxnRequest(r: WireReader, v: number): AddOffsetsToTxnRequest {
  const f = v >= 3;
  const transactionalId = r.readString(f);
  const producerId = r.readInt64();
  const producerEpoch = r.readInt16();
  const groupId = r.readString(f);
  if (f) r.skipTaggedFields();
  return { transactionalId, producerId, producerEpoch, groupId };
}

function writeAddOffsetsToTxnRequest(w: WireWriter, { transactionalId, producerId, producerEpoch, groupId }: AddOffsetsToTxnRequestInput, v: number): void {
  const f = v >= 3;
  w.writeString(transactionalId, f);
  w.writeInt64(producerId);
  w.writeInt16(producerEpoch);
  w.writeString(groupId, f);
  if (f) w.writeNoTaggedFields();
}

/** Codec of {@link AddOffsetsToTxnRequest}. */
export const AddOffsetsToTxnRequestCodec: Codec<AddOffsetsToTxnRequest, AddOffsetsToTxnRequestInput> = {
  name: 'AddOffsetsToTxnRequest', apiKey: 25, minVersion: 0, maxVersion: 4, flexibleFrom: 3,
  decode: readAddOffsetsToTxnRequest, encode: writeAddOffsetsToTxnRequest,
};

/** AddOffsetsToTxnResponse: versions 0-4, flexible from 3. */
export interface AddOffsetsToTxnResponse {
  throttleTimeMs: number;
  errorCode: number;
}

/** What an encoder wants for AddOffsetsToTxnResponse. */
export interface AddOffsetsToTxnResponseInput {
  throttleTimeMs: number;
  errorCode: number;
}

function readAddOffsetsToTxnResponse(r: WireReader, v: number): AddOffsetsToTxnResponse {
  const f = v >= 3;
  const throttleTimeMs = r.readInt32();
  const errorCode = r.readInt16();
  if (f) r.skipTaggedFields();
  return { throttleTimeMs, errorCode };
}

function writeAddOffsetsToTxnResponse(w: WireWriter, { throttleTimeMs, errorCode }: AddOffsetsToTxnResponseInput, v: number): void {
  const f = v >= 3;
  w.writeInt32(throttleTimeMs);
  w.writeInt16(errorCode);
  if (f) w.writeNoTaggedFields();
}

/** Codec of {@link AddOffsetsToTxnResponse}. */
export const AddOffsetsToTxnResponseCodec: Codec<AddOffsetsToTxnResponse, AddOffsetsToTxnResponseInput> = {
  name: 'AddOffsetsToTxnResponse', apiKey: 25, minVersion: 0, maxVersion: 4, flexibleFrom: 3,
  decode: readAddOffsetsToTxnResponse, encode: writeAddOffsetsToTxnResponse,
};

/** EndTxnRequest: versions 0-5, flexible from 3. */
export interface EndTxnRequest {
  transactionalId: string;
  producerId: number;
  producerEpoch: number;
  committed: boolean;
}

/** What an encoder wants for EndTxnRequest. */
export interface EndTxnRequestInput {
  transactionalId: string;
  producerId: number;
  producerEpoch: number;
  committed: boolean;
}

function readEndTxnRequest(r: WireReader, v: number): EndTxnRequest {
  const f = v >= 3;
  const transactionalId = r.readString(f);
  const producerId = r.readInt64();
  const producerEpoch = r.readInt16();
  const committed = r.readBool();
  if (f) r.skipTaggedFields();
  return { transactionalId, producerId, producerEpoch, committed };
}

function writeEndTxnRequest(w: WireWriter, { transactionalId, producerId, producerEpoch, committed }: EndTxnRequestInput, v: number): void {
  const f = v >= 3;
  w.writeString(transactionalId, f);
  w.writeInt64(producerId);
  w.writeInt16(producerEpoch);
  w.writeBool(committed);
  if (f) w.writeNoTaggedFields();
}

/** Codec of {@link EndTxnRequest}. */
export const EndTxnRequestCodec: Codec<EndTxnRequest, EndTxnRequestInput> = {
  name: 'EndTxnRequest', apiKey: 26, minVersion: 0, maxVersion: 5, flexibleFrom: 3,
  decode: readEndTxnRequest, encode: writeEndTxnRequest,
};

/** EndTxnResponse: versions 0-5, flexible from 3. */
export interface EndTxnResponse {
  throttleTimeMs: number;
  errorCode: number;
  producerId: number;
  producerEpoch: number;
}

/** What an encoder wants for EndTxnResponse. */
export interface EndTxnResponseInput {
  throttleTimeMs: number;
  errorCode: number;
  producerId?: number | undefined;
  producerEpoch?: number | undefined;
}

function readEndTxnResponse(r: WireReader, v: number): EndTxnResponse {
  const f = v >= 3;
  const throttleTimeMs = r.readInt32();
  const errorCode = r.readInt16();
  const producerId = v >= 5 ? r.readInt64() : -1;
  const producerEpoch = v >= 5 ? r.readInt16() : -1;
  if (f) r.skipTaggedFields();
  return { throttleTimeMs, errorCode, producerId, producerEpoch };
}

function writeEndTxnResponse(w: WireWriter, { throttleTimeMs, errorCode, producerId = -1, producerEpoch = -1 }: EndTxnResponseInput, v: number): void {
  const f = v >= 3;
  w.writeInt32(throttleTimeMs);
  w.writeInt16(errorCode);
  if (v >= 5) { w.writeInt64(producerId); }
  if (v >= 5) { w.writeInt16(producerEpoch); }
  if (f) w.writeNoTaggedFields();
}

/** Codec of {@link EndTxnResponse}. */
export const EndTxnResponseCodec: Codec<EndTxnResponse, EndTxnResponseInput> = {
  name: 'EndTxnResponse', apiKey: 26, minVersion: 0, maxVersion: 5, flexibleFrom: 3,
  decode: readEndTxnResponse, encode: writeEndTxnResponse,
};

export interface WritableTxnMarkerTopic {
  name: string;
  partitionIndexes: number[];
}

export interface WritableTxnMarkerTopicInput {
  name: string;
  partitionIndexes: readonly number[];
}

export interface WritableTxnMarker {
  producerId: number;
  producerEpoch: number;
  transactionResult: boolean;
  topics: WritableTxnMarkerTopic[];
  coordinatorEpoch: number;
  transactionVersion: number;
}

export interface WritableTxnMarkerInput {
  producerId: number;
  producerEpoch: number;
  transactionResult: boolean;
  topics: readonly WritableTxnMarkerTopicInput[];
  coordinatorEpoch: number;
  transactionVersion?: number | undefined;
}

/** WriteTxnMarkersRequest: versions 1-2, flexible from 1. */
export interface WriteTxnMarkersRequest {
  markers: WritableTxnMarker[];
}

/** What an encoder wants for WriteTxnMarkersRequest. */
export interface WriteTxnMarkersRequestInput {
  markers: readonly WritableTxnMarkerInput[];
}

function readWritableTxnMarkerTopic(r: WireReader, v: number): WritableTxnMarkerTopic {
  const name = r.readString(true);
  const partitionIndexes = r.readInt32Array(true);
  r.skipTaggedFields();
  return { name, partitionIndexes };
}

function writeWritableTxnMarkerTopic(w: WireWriter, { name, partitionIndexes }: WritableTxnMarkerTopicInput, v: number): void {
  w.writeString(name, true);
  w.writeInt32Array(partitionIndexes, true);
  w.writeNoTaggedFields();
}

function readWritableTxnMarker(r: WireReader, v: number): WritableTxnMarker {
  const producerId = r.readInt64();
  const producerEpoch = r.readInt16();
  const transactionResult = r.readBool();
  const topics = readWritableTxnMarkerTopicArray(r, v);
  const coordinatorEpoch = r.readInt32();
  const transactionVersion = v >= 2 ? r.readInt8() : 0;
  r.skipTaggedFields();
  return { producerId, producerEpoch, transactionResult, topics, coordinatorEpoch, transactionVersion };
}

function writeWritableTxnMarker(w: WireWriter, { producerId, producerEpoch, transactionResult, topics, coordinatorEpoch, transactionVersion = 0 }: WritableTxnMarkerInput, v: number): void {
  w.writeInt64(producerId);
  w.writeInt16(producerEpoch);
  w.writeBool(transactionResult);
  writeWritableTxnMarkerTopicArray(w, topics, v);
  w.writeInt32(coordinatorEpoch);
  if (v >= 2) { w.writeInt8(transactionVersion); }
  w.writeNoTaggedFields();
}

function readWriteTxnMarkersRequest(r: WireReader, v: number): WriteTxnMarkersRequest {
  const markers = readWritableTxnMarkerArray(r, v);
  r.skipTaggedFields();
  return { markers };
}

function writeWriteTxnMarkersRequest(w: WireWriter, { markers }: WriteTxnMarkersRequestInput, v: number): void {
  writeWritableTxnMarkerArray(w, markers, v);
  w.writeNoTaggedFields();
}

function readWritableTxnMarkerTopicArray(r: WireReader, v: number): WritableTxnMarkerTopic[] {
  let n = r.readArrayLength(true, 3);
  const a: WritableTxnMarkerTopic[] = [];
  for (; n > 0; n--) a.push(readWritableTxnMarkerTopic(r, v));
  return a;
}

function writeWritableTxnMarkerTopicArray(w: WireWriter, a: readonly WritableTxnMarkerTopicInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeWritableTxnMarkerTopic(w, x, v);
}

function readWritableTxnMarkerArray(r: WireReader, v: number): WritableTxnMarker[] {
  let n = r.readArrayLength(true, 17);
  const a: WritableTxnMarker[] = [];
  for (; n > 0; n--) a.push(readWritableTxnMarker(r, v));
  return a;
}

function writeWritableTxnMarkerArray(w: WireWriter, a: readonly WritableTxnMarkerInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeWritableTxnMarker(w, x, v);
}

/** Codec of {@link WriteTxnMarkersRequest}. */
export const WriteTxnMarkersRequestCodec: Codec<WriteTxnMarkersRequest, WriteTxnMarkersRequestInput> = {
  name: 'WriteTxnMarkersRequest', apiKey: 27, minVersion: 1, maxVersion: 2, flexibleFrom: 1,
  decode: readWriteTxnMarkersRequest, encode: writeWriteTxnMarkersRequest,
};

export interface WritableTxnMarkerPartitionResult {
  partitionIndex: number;
  errorCode: number;
}

export interface WritableTxnMarkerPartitionResultInput {
  partitionIndex: number;
  errorCode: number;
}

export interface WritableTxnMarkerTopicResult {
  name: string;
  partitions: WritableTxnMarkerPartitionResult[];
}

export interface WritableTxnMarkerTopicResultInput {
  name: string;
  partitions: readonly WritableTxnMarkerPartitionResultInput[];
}

export interface WritableTxnMarkerResult {
  producerId: number;
  topics: WritableTxnMarkerTopicResult[];
}

export interface WritableTxnMarkerResultInput {
  producerId: number;
  topics: readonly WritableTxnMarkerTopicResultInput[];
}

/** WriteTxnMarkersResponse: versions 1-2, flexible from 1. */
export interface WriteTxnMarkersResponse {
  markers: WritableTxnMarkerResult[];
}

/** What an encoder wants for WriteTxnMarkersResponse. */
export interface WriteTxnMarkersResponseInput {
  markers: readonly WritableTxnMarkerResultInput[];
}

function readWritableTxnMarkerPartitionResult(r: WireReader, v: number): WritableTxnMarkerPartitionResult {
  const partitionIndex = r.readInt32();
  const errorCode = r.readInt16();
  r.skipTaggedFields();
  return { partitionIndex, errorCode };
}

function writeWritableTxnMarkerPartitionResult(w: WireWriter, { partitionIndex, errorCode }: WritableTxnMarkerPartitionResultInput, v: number): void {
  w.writeInt32(partitionIndex);
  w.writeInt16(errorCode);
  w.writeNoTaggedFields();
}

function readWritableTxnMarkerTopicResult(r: WireReader, v: number): WritableTxnMarkerTopicResult {
  const name = r.readString(true);
  const partitions = readWritableTxnMarkerPartitionResultArray(r, v);
  r.skipTaggedFields();
  return { name, partitions };
}

function writeWritableTxnMarkerTopicResult(w: WireWriter, { name, partitions }: WritableTxnMarkerTopicResultInput, v: number): void {
  w.writeString(name, true);
  writeWritableTxnMarkerPartitionResultArray(w, partitions, v);
  w.writeNoTaggedFields();
}

function readWritableTxnMarkerResult(r: WireReader, v: number): WritableTxnMarkerResult {
  const producerId = r.readInt64();
  const topics = readWritableTxnMarkerTopicResultArray(r, v);
  r.skipTaggedFields();
  return { producerId, topics };
}

function writeWritableTxnMarkerResult(w: WireWriter, { producerId, topics }: WritableTxnMarkerResultInput, v: number): void {
  w.writeInt64(producerId);
  writeWritableTxnMarkerTopicResultArray(w, topics, v);
  w.writeNoTaggedFields();
}

function readWriteTxnMarkersResponse(r: WireReader, v: number): WriteTxnMarkersResponse {
  const markers = readWritableTxnMarkerResultArray(r, v);
  r.skipTaggedFields();
  return { markers };
}

function writeWriteTxnMarkersResponse(w: WireWriter, { markers }: WriteTxnMarkersResponseInput, v: number): void {
  writeWritableTxnMarkerResultArray(w, markers, v);
  w.writeNoTaggedFields();
}

function readWritableTxnMarkerPartitionResultArray(r: WireReader, v: number): WritableTxnMarkerPartitionResult[] {
  let n = r.readArrayLength(true, 7);
  const a: WritableTxnMarkerPartitionResult[] = [];
  for (; n > 0; n--) a.push(readWritableTxnMarkerPartitionResult(r, v));
  return a;
}

function writeWritableTxnMarkerPartitionResultArray(w: WireWriter, a: readonly WritableTxnMarkerPartitionResultInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeWritableTxnMarkerPartitionResult(w, x, v);
}

function readWritableTxnMarkerTopicResultArray(r: WireReader, v: number): WritableTxnMarkerTopicResult[] {
  let n = r.readArrayLength(true, 3);
  const a: WritableTxnMarkerTopicResult[] = [];
  for (; n > 0; n--) a.push(readWritableTxnMarkerTopicResult(r, v));
  return a;
}

function writeWritableTxnMarkerTopicResultArray(w: WireWriter, a: readonly WritableTxnMarkerTopicResultInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeWritableTxnMarkerTopicResult(w, x, v);
}

function readWritableTxnMarkerResultArray(r: WireReader, v: number): WritableTxnMarkerResult[] {
  let n = r.readArrayLength(true, 10);
  const a: WritableTxnMarkerResult[] = [];
  for (; n > 0; n--) a.push(readWritableTxnMarkerResult(r, v));
  return a;
}

function writeWritableTxnMarkerResultArray(w: WireWriter, a: readonly WritableTxnMarkerResultInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeWritableTxnMarkerResult(w, x, v);
}

/** Codec of {@link WriteTxnMarkersResponse}. */
export const WriteTxnMarkersResponseCodec: Codec<WriteTxnMarkersResponse, WriteTxnMarkersResponseInput> = {
  name: 'WriteTxnMarkersResponse', apiKey: 27, minVersion: 1, maxVersion: 2, flexibleFrom: 1,
  decode: readWriteTxnMarkersResponse, encode: writeWriteTxnMarkersResponse,
};

export interface TxnOffsetCommitRequestPartition {
  partitionIndex: number;
  committedOffset: number;
  committedLeaderEpoch: number;
  committedMetadata: string | null;
}

export interface TxnOffsetCommitRequestPartitionInput {
  partitionIndex: number;
  committedOffset: number;
  committedLeaderEpoch?: number | undefined;
  committedMetadata: string | null;
}

export interface TxnOffsetCommitRequestTopic {
  name: string;
  partitions: TxnOffsetCommitRequestPartition[];
}

export interface TxnOffsetCommitRequestTopicInput {
  name: string;
  partitions: readonly TxnOffsetCommitRequestPartitionInput[];
}

/** TxnOffsetCommitRequest: versions 0-5, flexible from 3. */
export interface TxnOffsetCommitRequest {
  transactionalId: string;
  groupId: string;
  producerId: number;
  producerEpoch: number;
  generationId: number;
  memberId: string;
  groupInstanceId: string | null;
  topics: TxnOffsetCommitRequestTopic[];
}

/** What an encoder wants for TxnOffsetCommitRequest. */
export interface TxnOffsetCommitRequestInput {
  transactionalId: string;
  groupId: string;
  producerId: number;
  producerEpoch: number;
  generationId?: number | undefined;
  memberId?: string | undefined;
  groupInstanceId?: string | null | undefined;
  topics: readonly TxnOffsetCommitRequestTopicInput[];
}

function readTxnOffsetCommitRequestPartition(r: WireReader, v: number): TxnOffsetCommitRequestPartition {
  const f = v >= 3;
  const partitionIndex = r.readInt32();
  const committedOffset = r.readInt64();
  const committedLeaderEpoch = v >= 2 ? r.readInt32() : -1;
  const committedMetadata = r.readNullableString(f);
  if (f) r.skipTaggedFields();
  return { partitionIndex, committedOffset, committedLeaderEpoch, committedMetadata };
}

function writeTxnOffsetCommitRequestPartition(w: WireWriter, { partitionIndex, committedOffset, committedLeaderEpoch = -1, committedMetadata }: TxnOffsetCommitRequestPartitionInput, v: number): void {
  const f = v >= 3;
  w.writeInt32(partitionIndex);
  w.writeInt64(committedOffset);
  if (v >= 2) { w.writeInt32(committedLeaderEpoch); }
  w.writeNullableString(committedMetadata, f);
  if (f) w.writeNoTaggedFields();
}

function readTxnOffsetCommitRequestTopic(r: WireReader, v: number): TxnOffsetCommitRequestTopic {
  const f = v >= 3;
  const name = r.readString(f);
  const partitions = readTxnOffsetCommitRequestPartitionArray(r, v, f);
  if (f) r.skipTaggedFields();
  return { name, partitions };
}

function writeTxnOffsetCommitRequestTopic(w: WireWriter, { name, partitions }: TxnOffsetCommitRequestTopicInput, v: number): void {
  const f = v >= 3;
  w.writeString(name, f);
  writeTxnOffsetCommitRequestPartitionArray(w, partitions, v, f);
  if (f) w.writeNoTaggedFields();
}

function readTxnOffsetCommitRequest(r: WireReader, v: number): TxnOffsetCommitRequest {
  const f = v >= 3;
  const transactionalId = r.readString(f);
  const groupId = r.readString(f);
  const producerId = r.readInt64();
  const producerEpoch = r.readInt16();
  const generationId = v >= 3 ? r.readInt32() : -1;
  const memberId = v >= 3 ? r.readString(f) : '';
  const groupInstanceId = v >= 3 ? r.readNullableString(f) : null;
  const topics = readTxnOffsetCommitRequestTopicArray(r, v, f);
  if (f) r.skipTaggedFields();
  return { transactionalId, groupId, producerId, producerEpoch, generationId, memberId, groupInstanceId, topics };
}

function writeTxnOffsetCommitRequest(w: WireWriter, { transactionalId, groupId, producerId, producerEpoch, generationId = -1, memberId = '', groupInstanceId = null, topics }: TxnOffsetCommitRequestInput, v: number): void {
  const f = v >= 3;
  w.writeString(transactionalId, f);
  w.writeString(groupId, f);
  w.writeInt64(producerId);
  w.writeInt16(producerEpoch);
  if (v >= 3) { w.writeInt32(generationId); }
  if (v >= 3) { w.writeString(memberId, f); }
  if (v >= 3) { w.writeNullableString(groupInstanceId, f); }
  writeTxnOffsetCommitRequestTopicArray(w, topics, v, f);
  if (f) w.writeNoTaggedFields();
}

function readTxnOffsetCommitRequestPartitionArray(r: WireReader, v: number, f: boolean): TxnOffsetCommitRequestPartition[] {
  let n = r.readArrayLength(f, 14);
  const a: TxnOffsetCommitRequestPartition[] = [];
  for (; n > 0; n--) a.push(readTxnOffsetCommitRequestPartition(r, v));
  return a;
}

function writeTxnOffsetCommitRequestPartitionArray(w: WireWriter, a: readonly TxnOffsetCommitRequestPartitionInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeTxnOffsetCommitRequestPartition(w, x, v);
}

function readTxnOffsetCommitRequestTopicArray(r: WireReader, v: number, f: boolean): TxnOffsetCommitRequestTopic[] {
  let n = r.readArrayLength(f, 3);
  const a: TxnOffsetCommitRequestTopic[] = [];
  for (; n > 0; n--) a.push(readTxnOffsetCommitRequestTopic(r, v));
  return a;
}

function writeTxnOffsetCommitRequestTopicArray(w: WireWriter, a: readonly TxnOffsetCommitRequestTopicInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeTxnOffsetCommitRequestTopic(w, x, v);
}

/** Codec of {@link TxnOffsetCommitRequest}. */
export const TxnOffsetCommitRequestCodec: Codec<TxnOffsetCommitRequest, TxnOffsetCommitRequestInput> = {
  name: 'TxnOffsetCommitRequest', apiKey: 28, minVersion: 0, maxVersion: 5, flexibleFrom: 3,
  decode: readTxnOffsetCommitRequest, encode: writeTxnOffsetCommitRequest,
};

export interface TxnOffsetCommitResponsePartition {
  partitionIndex: number;
  errorCode: number;
}

export interface TxnOffsetCommitResponsePartitionInput {
  partitionIndex: number;
  errorCode: number;
}

export interface TxnOffsetCommitResponseTopic {
  name: string;
  partitions: TxnOffsetCommitResponsePartition[];
}

export interface TxnOffsetCommitResponseTopicInput {
  name: string;
  partitions: readonly TxnOffsetCommitResponsePartitionInput[];
}

/** TxnOffsetCommitResponse: versions 0-5, flexible from 3. */
export interface TxnOffsetCommitResponse {
  throttleTimeMs: number;
  topics: TxnOffsetCommitResponseTopic[];
}

/** What an encoder wants for TxnOffsetCommitResponse. */
export interface TxnOffsetCommitResponseInput {
  throttleTimeMs: number;
  topics: readonly TxnOffsetCommitResponseTopicInput[];
}

function readTxnOffsetCommitResponsePartition(r: WireReader, v: number): TxnOffsetCommitResponsePartition {
  const f = v >= 3;
  const partitionIndex = r.readInt32();
  const errorCode = r.readInt16();
  if (f) r.skipTaggedFields();
  return { partitionIndex, errorCode };
}

function writeTxnOffsetCommitResponsePartition(w: WireWriter, { partitionIndex, errorCode }: TxnOffsetCommitResponsePartitionInput, v: number): void {
  const f = v >= 3;
  w.writeInt32(partitionIndex);
  w.writeInt16(errorCode);
  if (f) w.writeNoTaggedFields();
}

function readTxnOffsetCommitResponseTopic(r: WireReader, v: number): TxnOffsetCommitResponseTopic {
  const f = v >= 3;
  const name = r.readString(f);
  const partitions = readTxnOffsetCommitResponsePartitionArray(r, v, f);
  if (f) r.skipTaggedFields();
  return { name, partitions };
}

function writeTxnOffsetCommitResponseTopic(w: WireWriter, { name, partitions }: TxnOffsetCommitResponseTopicInput, v: number): void {
  const f = v >= 3;
  w.writeString(name, f);
  writeTxnOffsetCommitResponsePartitionArray(w, partitions, v, f);
  if (f) w.writeNoTaggedFields();
}

function readTxnOffsetCommitResponse(r: WireReader, v: number): TxnOffsetCommitResponse {
  const f = v >= 3;
  const throttleTimeMs = r.readInt32();
  const topics = readTxnOffsetCommitResponseTopicArray(r, v, f);
  if (f) r.skipTaggedFields();
  return { throttleTimeMs, topics };
}

function writeTxnOffsetCommitResponse(w: WireWriter, { throttleTimeMs, topics }: TxnOffsetCommitResponseInput, v: number): void {
  const f = v >= 3;
  w.writeInt32(throttleTimeMs);
  writeTxnOffsetCommitResponseTopicArray(w, topics, v, f);
  if (f) w.writeNoTaggedFields();
}

function readTxnOffsetCommitResponsePartitionArray(r: WireReader, v: number, f: boolean): TxnOffsetCommitResponsePartition[] {
  let n = r.readArrayLength(f, 6);
  const a: TxnOffsetCommitResponsePartition[] = [];
  for (; n > 0; n--) a.push(readTxnOffsetCommitResponsePartition(r, v));
  return a;
}

function writeTxnOffsetCommitResponsePartitionArray(w: WireWriter, a: readonly TxnOffsetCommitResponsePartitionInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeTxnOffsetCommitResponsePartition(w, x, v);
}

function readTxnOffsetCommitResponseTopicArray(r: WireReader, v: number, f: boolean): TxnOffsetCommitResponseTopic[] {
  let n = r.readArrayLength(f, 3);
  const a: TxnOffsetCommitResponseTopic[] = [];
  for (; n > 0; n--) a.push(readTxnOffsetCommitResponseTopic(r, v));
  return a;
}

function writeTxnOffsetCommitResponseTopicArray(w: WireWriter, a: readonly TxnOffsetCommitResponseTopicInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeTxnOffsetCommitResponseTopic(w, x, v);
}

/** Codec of {@link TxnOffsetCommitResponse}. */
export const TxnOffsetCommitResponseCodec: Codec<TxnOffsetCommitResponse, TxnOffsetCommitResponseInput> = {
  name: 'TxnOffsetCommitResponse', apiKey: 28, minVersion: 0, maxVersion: 5, flexibleFrom: 3,
  decode: readTxnOffsetCommitResponse, encode: writeTxnOffsetCommitResponse,
};

/** DescribeAclsRequest: versions 1-3, flexible from 2. */
export interface DescribeAclsRequest {
  resourceTypeFilter: number;
  resourceNameFilter: string | null;
  patternTypeFilter: number;
  principalFilter: string | null;
  hostFilter: string | null;
  operation: number;
  permissionType: number;
}

/** What an encoder wants for DescribeAclsRequest. */
export interface DescribeAclsRequestInput {
  resourceTypeFilter: number;
  resourceNameFilter: string | null;
  patternTypeFilter?: number | undefined;
  principalFilter: string | null;
  hostFilter: string | null;
  operation: number;
  permissionType: number;
}

function readDescribeAclsRequest(r: WireReader, v: number): DescribeAclsRequest {
  const f = v >= 2;
  const resourceTypeFilter = r.readInt8();
  const resourceNameFilter = r.readNullableString(f);
  const patternTypeFilter = r.readInt8();
  const principalFilter = r.readNullableString(f);
  const hostFilter = r.readNullableString(f);
  const operation = r.readInt8();
  const permissionType = r.readInt8();
  if (f) r.skipTaggedFields();
  return { resourceTypeFilter, resourceNameFilter, patternTypeFilter, principalFilter, hostFilter, operation, permissionType };
}

function writeDescribeAclsRequest(w: WireWriter, { resourceTypeFilter, resourceNameFilter, patternTypeFilter = 3, principalFilter, hostFilter, operation, permissionType }: DescribeAclsRequestInput, v: number): void {
  const f = v >= 2;
  w.writeInt8(resourceTypeFilter);
  w.writeNullableString(resourceNameFilter, f);
  w.writeInt8(patternTypeFilter);
  w.writeNullableString(principalFilter, f);
  w.writeNullableString(hostFilter, f);
  w.writeInt8(operation);
  w.writeInt8(permissionType);
  if (f) w.writeNoTaggedFields();
}

/** Codec of {@link DescribeAclsRequest}. */
export const DescribeAclsRequestCodec: Codec<DescribeAclsRequest, DescribeAclsRequestInput> = {
  name: 'DescribeAclsRequest', apiKey: 29, minVersion: 1, maxVersion: 3, flexibleFrom: 2,
  decode: readDescribeAclsRequest, encode: writeDescribeAclsRequest,
};

export interface AclDescription {
  principal: string;
  host: string;
  operation: number;
  permissionType: number;
}

export interface AclDescriptionInput {
  principal: string;
  host: string;
  operation: number;
  permissionType: number;
}

export interface DescribeAclsResource {
  resourceType: number;
  resourceName: string;
  patternType: number;
  acls: AclDescription[];
}

export interface DescribeAclsResourceInput {
  resourceType: number;
  resourceName: string;
  patternType?: number | undefined;
  acls: readonly AclDescriptionInput[];
}

/** DescribeAclsResponse: versions 1-3, flexible from 2. */
export interface DescribeAclsResponse {
  throttleTimeMs: number;
  errorCode: number;
  errorMessage: string | null;
  resources: DescribeAclsResource[];
}

/** What an encoder wants for DescribeAclsResponse. */
export interface DescribeAclsResponseInput {
  throttleTimeMs: number;
  errorCode: number;
  errorMessage: string | null;
  resources: readonly DescribeAclsResourceInput[];
}

function readAclDescription(r: WireReader, v: number): AclDescription {
  const f = v >= 2;
  const principal = r.readString(f);
  const host = r.readString(f);
  const operation = r.readInt8();
  const permissionType = r.readInt8();
  if (f) r.skipTaggedFields();
  return { principal, host, operation, permissionType };
}

function writeAclDescription(w: WireWriter, { principal, host, operation, permissionType }: AclDescriptionInput, v: number): void {
  const f = v >= 2;
  w.writeString(principal, f);
  w.writeString(host, f);
  w.writeInt8(operation);
  w.writeInt8(permissionType);
  if (f) w.writeNoTaggedFields();
}

function readDescribeAclsResource(r: WireReader, v: number): DescribeAclsResource {
  const f = v >= 2;
  const resourceType = r.readInt8();
  const resourceName = r.readString(f);
  const patternType = r.readInt8();
  const acls = readAclDescriptionArray(r, v, f);
  if (f) r.skipTaggedFields();
  return { resourceType, resourceName, patternType, acls };
}

function writeDescribeAclsResource(w: WireWriter, { resourceType, resourceName, patternType = 3, acls }: DescribeAclsResourceInput, v: number): void {
  const f = v >= 2;
  w.writeInt8(resourceType);
  w.writeString(resourceName, f);
  w.writeInt8(patternType);
  writeAclDescriptionArray(w, acls, v, f);
  if (f) w.writeNoTaggedFields();
}

function readDescribeAclsResponse(r: WireReader, v: number): DescribeAclsResponse {
  const f = v >= 2;
  const throttleTimeMs = r.readInt32();
  const errorCode = r.readInt16();
  const errorMessage = r.readNullableString(f);
  const resources = readDescribeAclsResourceArray(r, v, f);
  if (f) r.skipTaggedFields();
  return { throttleTimeMs, errorCode, errorMessage, resources };
}

function writeDescribeAclsResponse(w: WireWriter, { throttleTimeMs, errorCode, errorMessage, resources }: DescribeAclsResponseInput, v: number): void {
  const f = v >= 2;
  w.writeInt32(throttleTimeMs);
  w.writeInt16(errorCode);
  w.writeNullableString(errorMessage, f);
  writeDescribeAclsResourceArray(w, resources, v, f);
  if (f) w.writeNoTaggedFields();
}

function readAclDescriptionArray(r: WireReader, v: number, f: boolean): AclDescription[] {
  let n = r.readArrayLength(f, 5);
  const a: AclDescription[] = [];
  for (; n > 0; n--) a.push(readAclDescription(r, v));
  return a;
}

function writeAclDescriptionArray(w: WireWriter, a: readonly AclDescriptionInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeAclDescription(w, x, v);
}

function readDescribeAclsResourceArray(r: WireReader, v: number, f: boolean): DescribeAclsResource[] {
  let n = r.readArrayLength(f, 5);
  const a: DescribeAclsResource[] = [];
  for (; n > 0; n--) a.push(readDescribeAclsResource(r, v));
  return a;
}

function writeDescribeAclsResourceArray(w: WireWriter, a: readonly DescribeAclsResourceInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeDescribeAclsResource(w, x, v);
}

/** Codec of {@link DescribeAclsResponse}. */
export const DescribeAclsResponseCodec: Codec<DescribeAclsResponse, DescribeAclsResponseInput> = {
  name: 'DescribeAclsResponse', apiKey: 29, minVersion: 1, maxVersion: 3, flexibleFrom: 2,
  decode: readDescribeAclsResponse, encode: writeDescribeAclsResponse,
};

export interface AclCreation {
  resourceType: number;
  resourceName: string;
  resourcePatternType: number;
  principal: string;
  host: string;
  operation: number;
  permissionType: number;
}

export interface AclCreationInput {
  resourceType: number;
  resourceName: string;
  resourcePatternType?: number | undefined;
  principal: string;
  host: string;
  operation: number;
  permissionType: number;
}

/** CreateAclsRequest: versions 1-3, flexible from 2. */
export interface CreateAclsRequest {
  creations: AclCreation[];
}

/** What an encoder wants for CreateAclsRequest. */
export interface CreateAclsRequestInput {
  creations: readonly AclCreationInput[];
}

function readAclCreation(r: WireReader, v: number): AclCreation {
  const f = v >= 2;
  const resourceType = r.readInt8();
  const resourceName = r.readString(f);
  const resourcePatternType = r.readInt8();
  const principal = r.readString(f);
  const host = r.readString(f);
  const operation = r.readInt8();
  const permissionType = r.readInt8();
  if (f) r.skipTaggedFields();
  return { resourceType, resourceName, resourcePatternType, principal, host, operation, permissionType };
}

function writeAclCreation(w: WireWriter, { resourceType, resourceName, resourcePatternType = 3, principal, host, operation, permissionType }: AclCreationInput, v: number): void {
  const f = v >= 2;
  w.writeInt8(resourceType);
  w.writeString(resourceName, f);
  w.writeInt8(resourcePatternType);
  w.writeString(principal, f);
  w.writeString(host, f);
  w.writeInt8(operation);
  w.writeInt8(permissionType);
  if (f) w.writeNoTaggedFields();
}

function readCreateAclsRequest(r: WireReader, v: number): CreateAclsRequest {
  const f = v >= 2;
  const creations = readAclCreationArray(r, v, f);
  if (f) r.skipTaggedFields();
  return { creations };
}

function writeCreateAclsRequest(w: WireWriter, { creations }: CreateAclsRequestInput, v: number): void {
  const f = v >= 2;
  writeAclCreationArray(w, creations, v, f);
  if (f) w.writeNoTaggedFields();
}

function readAclCreationArray(r: WireReader, v: number, f: boolean): AclCreation[] {
  let n = r.readArrayLength(f, 8);
  const a: AclCreation[] = [];
  for (; n > 0; n--) a.push(readAclCreation(r, v));
  return a;
}

function writeAclCreationArray(w: WireWriter, a: readonly AclCreationInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeAclCreation(w, x, v);
}

/** Codec of {@link CreateAclsRequest}. */
export const CreateAclsRequestCodec: Codec<CreateAclsRequest, CreateAclsRequestInput> = {
  name: 'CreateAclsRequest', apiKey: 30, minVersion: 1, maxVersion: 3, flexibleFrom: 2,
  decode: readCreateAclsRequest, encode: writeCreateAclsRequest,
};

export interface AclCreationResult {
  errorCode: number;
  errorMessage: string | null;
}

export interface AclCreationResultInput {
  errorCode: number;
  errorMessage: string | null;
}

/** CreateAclsResponse: versions 1-3, flexible from 2. */
export interface CreateAclsResponse {
  throttleTimeMs: number;
  results: AclCreationResult[];
}

/** What an encoder wants for CreateAclsResponse. */
export interface CreateAclsResponseInput {
  throttleTimeMs: number;
  results: readonly AclCreationResultInput[];
}

function readAclCreationResult(r: WireReader, v: number): AclCreationResult {
  const f = v >= 2;
  const errorCode = r.readInt16();
  const errorMessage = r.readNullableString(f);
  if (f) r.skipTaggedFields();
  return { errorCode, errorMessage };
}

function writeAclCreationResult(w: WireWriter, { errorCode, errorMessage }: AclCreationResultInput, v: number): void {
  const f = v >= 2;
  w.writeInt16(errorCode);
  w.writeNullableString(errorMessage, f);
  if (f) w.writeNoTaggedFields();
}

function readCreateAclsResponse(r: WireReader, v: number): CreateAclsResponse {
  const f = v >= 2;
  const throttleTimeMs = r.readInt32();
  const results = readAclCreationResultArray(r, v, f);
  if (f) r.skipTaggedFields();
  return { throttleTimeMs, results };
}

function writeCreateAclsResponse(w: WireWriter, { throttleTimeMs, results }: CreateAclsResponseInput, v: number): void {
  const f = v >= 2;
  w.writeInt32(throttleTimeMs);
  writeAclCreationResultArray(w, results, v, f);
  if (f) w.writeNoTaggedFields();
}

function readAclCreationResultArray(r: WireReader, v: number, f: boolean): AclCreationResult[] {
  let n = r.readArrayLength(f, 4);
  const a: AclCreationResult[] = [];
  for (; n > 0; n--) a.push(readAclCreationResult(r, v));
  return a;
}

function writeAclCreationResultArray(w: WireWriter, a: readonly AclCreationResultInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeAclCreationResult(w, x, v);
}

/** Codec of {@link CreateAclsResponse}. */
export const CreateAclsResponseCodec: Codec<CreateAclsResponse, CreateAclsResponseInput> = {
  name: 'CreateAclsResponse', apiKey: 30, minVersion: 1, maxVersion: 3, flexibleFrom: 2,
  decode: readCreateAclsResponse, encode: writeCreateAclsResponse,
};

export interface DeleteAclsFilter {
  resourceTypeFilter: number;
  resourceNameFilter: string | null;
  patternTypeFilter: number;
  principalFilter: string | null;
  hostFilter: string | null;
  operation: number;
  permissionType: number;
}

export interface DeleteAclsFilterInput {
  resourceTypeFilter: number;
  resourceNameFilter: string | null;
  patternTypeFilter?: number | undefined;
  principalFilter: string | null;
  hostFilter: string | null;
  operation: number;
  permissionType: number;
}

/** DeleteAclsRequest: versions 1-3, flexible from 2. */
export interface DeleteAclsRequest {
  filters: DeleteAclsFilter[];
}

/** What an encoder wants for DeleteAclsRequest. */
export interface DeleteAclsRequestInput {
  filters: readonly DeleteAclsFilterInput[];
}

function readDeleteAclsFilter(r: WireReader, v: number): DeleteAclsFilter {
  const f = v >= 2;
  const resourceTypeFilter = r.readInt8();
  const resourceNameFilter = r.readNullableString(f);
  const patternTypeFilter = r.readInt8();
  const principalFilter = r.readNullableString(f);
  const hostFilter = r.readNullableString(f);
  const operation = r.readInt8();
  const permissionType = r.readInt8();
  if (f) r.skipTaggedFields();
  return { resourceTypeFilter, resourceNameFilter, patternTypeFilter, principalFilter, hostFilter, operation, permissionType };
}

function writeDeleteAclsFilter(w: WireWriter, { resourceTypeFilter, resourceNameFilter, patternTypeFilter = 3, principalFilter, hostFilter, operation, permissionType }: DeleteAclsFilterInput, v: number): void {
  const f = v >= 2;
  w.writeInt8(resourceTypeFilter);
  w.writeNullableString(resourceNameFilter, f);
  w.writeInt8(patternTypeFilter);
  w.writeNullableString(principalFilter, f);
  w.writeNullableString(hostFilter, f);
  w.writeInt8(operation);
  w.writeInt8(permissionType);
  if (f) w.writeNoTaggedFields();
}

function readDeleteAclsRequest(r: WireReader, v: number): DeleteAclsRequest {
  const f = v >= 2;
  const filters = readDeleteAclsFilterArray(r, v, f);
  if (f) r.skipTaggedFields();
  return { filters };
}

function writeDeleteAclsRequest(w: WireWriter, { filters }: DeleteAclsRequestInput, v: number): void {
  const f = v >= 2;
  writeDeleteAclsFilterArray(w, filters, v, f);
  if (f) w.writeNoTaggedFields();
}

function readDeleteAclsFilterArray(r: WireReader, v: number, f: boolean): DeleteAclsFilter[] {
  let n = r.readArrayLength(f, 8);
  const a: DeleteAclsFilter[] = [];
  for (; n > 0; n--) a.push(readDeleteAclsFilter(r, v));
  return a;
}

function writeDeleteAclsFilterArray(w: WireWriter, a: readonly DeleteAclsFilterInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeDeleteAclsFilter(w, x, v);
}

/** Codec of {@link DeleteAclsRequest}. */
export const DeleteAclsRequestCodec: Codec<DeleteAclsRequest, DeleteAclsRequestInput> = {
  name: 'DeleteAclsRequest', apiKey: 31, minVersion: 1, maxVersion: 3, flexibleFrom: 2,
  decode: readDeleteAclsRequest, encode: writeDeleteAclsRequest,
};

export interface DeleteAclsMatchingAcl {
  errorCode: number;
  errorMessage: string | null;
  resourceType: number;
  resourceName: string;
  patternType: number;
  principal: string;
  host: string;
  operation: number;
  permissionType: number;
}

export interface DeleteAclsMatchingAclInput {
  errorCode: number;
  errorMessage: string | null;
  resourceType: number;
  resourceName: string;
  patternType?: number | undefined;
  principal: string;
  host: string;
  operation: number;
  permissionType: number;
}

export interface DeleteAclsFilterResult {
  errorCode: number;
  errorMessage: string | null;
  matchingAcls: DeleteAclsMatchingAcl[];
}

export interface DeleteAclsFilterResultInput {
  errorCode: number;
  errorMessage: string | null;
  matchingAcls: readonly DeleteAclsMatchingAclInput[];
}

/** DeleteAclsResponse: versions 1-3, flexible from 2. */
export interface DeleteAclsResponse {
  throttleTimeMs: number;
  filterResults: DeleteAclsFilterResult[];
}

/** What an encoder wants for DeleteAclsResponse. */
export interface DeleteAclsResponseInput {
  throttleTimeMs: number;
  filterResults: readonly DeleteAclsFilterResultInput[];
}

function readDeleteAclsMatchingAcl(r: WireReader, v: number): DeleteAclsMatchingAcl {
  const f = v >= 2;
  const errorCode = r.readInt16();
  const errorMessage = r.readNullableString(f);
  const resourceType = r.readInt8();
  const resourceName = r.readString(f);
  const patternType = r.readInt8();
  const principal = r.readString(f);
  const host = r.readString(f);
  const operation = r.readInt8();
  const permissionType = r.readInt8();
  if (f) r.skipTaggedFields();
  return { errorCode, errorMessage, resourceType, resourceName, patternType, principal, host, operation, permissionType };
}

function writeDeleteAclsMatchingAcl(w: WireWriter, { errorCode, errorMessage, resourceType, resourceName, patternType = 3, principal, host, operation, permissionType }: DeleteAclsMatchingAclInput, v: number): void {
  const f = v >= 2;
  w.writeInt16(errorCode);
  w.writeNullableString(errorMessage, f);
  w.writeInt8(resourceType);
  w.writeString(resourceName, f);
  w.writeInt8(patternType);
  w.writeString(principal, f);
  w.writeString(host, f);
  w.writeInt8(operation);
  w.writeInt8(permissionType);
  if (f) w.writeNoTaggedFields();
}

function readDeleteAclsFilterResult(r: WireReader, v: number): DeleteAclsFilterResult {
  const f = v >= 2;
  const errorCode = r.readInt16();
  const errorMessage = r.readNullableString(f);
  const matchingAcls = readDeleteAclsMatchingAclArray(r, v, f);
  if (f) r.skipTaggedFields();
  return { errorCode, errorMessage, matchingAcls };
}

function writeDeleteAclsFilterResult(w: WireWriter, { errorCode, errorMessage, matchingAcls }: DeleteAclsFilterResultInput, v: number): void {
  const f = v >= 2;
  w.writeInt16(errorCode);
  w.writeNullableString(errorMessage, f);
  writeDeleteAclsMatchingAclArray(w, matchingAcls, v, f);
  if (f) w.writeNoTaggedFields();
}

function readDeleteAclsResponse(r: WireReader, v: number): DeleteAclsResponse {
  const f = v >= 2;
  const throttleTimeMs = r.readInt32();
  const filterResults = readDeleteAclsFilterResultArray(r, v, f);
  if (f) r.skipTaggedFields();
  return { throttleTimeMs, filterResults };
}

function writeDeleteAclsResponse(w: WireWriter, { throttleTimeMs, filterResults }: DeleteAclsResponseInput, v: number): void {
  const f = v >= 2;
  w.writeInt32(throttleTimeMs);
  writeDeleteAclsFilterResultArray(w, filterResults, v, f);
  if (f) w.writeNoTaggedFields();
}

function readDeleteAclsMatchingAclArray(r: WireReader, v: number, f: boolean): DeleteAclsMatchingAcl[] {
  let n = r.readArrayLength(f, 11);
  const a: DeleteAclsMatchingAcl[] = [];
  for (; n > 0; n--) a.push(readDeleteAclsMatchingAcl(r, v));
  return a;
}

function writeDeleteAclsMatchingAclArray(w: WireWriter, a: readonly DeleteAclsMatchingAclInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeDeleteAclsMatchingAcl(w, x, v);
}

function readDeleteAclsFilterResultArray(r: WireReader, v: number, f: boolean): DeleteAclsFilterResult[] {
  let n = r.readArrayLength(f, 5);
  const a: DeleteAclsFilterResult[] = [];
  for (; n > 0; n--) a.push(readDeleteAclsFilterResult(r, v));
  return a;
}

function writeDeleteAclsFilterResultArray(w: WireWriter, a: readonly DeleteAclsFilterResultInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeDeleteAclsFilterResult(w, x, v);
}

/** Codec of {@link DeleteAclsResponse}. */
export const DeleteAclsResponseCodec: Codec<DeleteAclsResponse, DeleteAclsResponseInput> = {
  name: 'DeleteAclsResponse', apiKey: 31, minVersion: 1, maxVersion: 3, flexibleFrom: 2,
  decode: readDeleteAclsResponse, encode: writeDeleteAclsResponse,
};

export interface DescribeConfigsResource {
  resourceType: number;
  resourceName: string;
  configurationKeys: string[] | null;
}

export interface DescribeConfigsResourceInput {
  resourceType: number;
  resourceName: string;
  configurationKeys: readonly string[] | null;
}

/** DescribeConfigsRequest: versions 1-4, flexible from 4. */
export interface DescribeConfigsRequest {
  resources: DescribeConfigsResource[];
  includeSynonyms: boolean;
  includeDocumentation: boolean;
}

/** What an encoder wants for DescribeConfigsRequest. */
export interface DescribeConfigsRequestInput {
  resources: readonly DescribeConfigsResourceInput[];
  includeSynonyms?: boolean | undefined;
  includeDocumentation?: boolean | undefined;
}

function readDescribeConfigsResource(r: WireReader, v: number): DescribeConfigsResource {
  const f = v >= 4;
  const resourceType = r.readInt8();
  const resourceName = r.readString(f);
  const configurationKeys = r.readNullableStringArray(f);
  if (f) r.skipTaggedFields();
  return { resourceType, resourceName, configurationKeys };
}

function writeDescribeConfigsResource(w: WireWriter, { resourceType, resourceName, configurationKeys }: DescribeConfigsResourceInput, v: number): void {
  const f = v >= 4;
  w.writeInt8(resourceType);
  w.writeString(resourceName, f);
  w.writeNullableStringArray(configurationKeys, f);
  if (f) w.writeNoTaggedFields();
}

function readDescribeConfigsRequest(r: WireReader, v: number): DescribeConfigsRequest {
  const f = v >= 4;
  const resources = readDescribeConfigsResourceArray(r, v, f);
  const includeSynonyms = r.readBool();
  const includeDocumentation = v >= 3 ? r.readBool() : false;
  if (f) r.skipTaggedFields();
  return { resources, includeSynonyms, includeDocumentation };
}

function writeDescribeConfigsRequest(w: WireWriter, { resources, includeSynonyms = false, includeDocumentation = false }: DescribeConfigsRequestInput, v: number): void {
  const f = v >= 4;
  writeDescribeConfigsResourceArray(w, resources, v, f);
  w.writeBool(includeSynonyms);
  if (v >= 3) { w.writeBool(includeDocumentation); }
  if (f) w.writeNoTaggedFields();
}

function readDescribeConfigsResourceArray(r: WireReader, v: number, f: boolean): DescribeConfigsResource[] {
  let n = r.readArrayLength(f, 4);
  const a: DescribeConfigsResource[] = [];
  for (; n > 0; n--) a.push(readDescribeConfigsResource(r, v));
  return a;
}

function writeDescribeConfigsResourceArray(w: WireWriter, a: readonly DescribeConfigsResourceInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeDescribeConfigsResource(w, x, v);
}

/** Codec of {@link DescribeConfigsRequest}. */
export const DescribeConfigsRequestCodec: Codec<DescribeConfigsRequest, DescribeConfigsRequestInput> = {
  name: 'DescribeConfigsRequest', apiKey: 32, minVersion: 1, maxVersion: 4, flexibleFrom: 4,
  decode: readDescribeConfigsRequest, encode: writeDescribeConfigsRequest,
};

export interface DescribeConfigsSynonym {
  name: string;
  value: string | null;
  source: number;
}

export interface DescribeConfigsSynonymInput {
  name: string;
  value: string | null;
  source: number;
}

export interface DescribeConfigsResourceResult {
  name: string;
  value: string | null;
  readOnly: boolean;
  configSource: number;
  isSensitive: boolean;
  synonyms: DescribeConfigsSynonym[];
  configType: number;
  documentation: string | null;
}

export interface DescribeConfigsResourceResultInput {
  name: string;
  value: string | null;
  readOnly: boolean;
  configSource?: number | undefined;
  isSensitive: boolean;
  synonyms: readonly DescribeConfigsSynonymInput[];
  configType?: number | undefined;
  documentation?: string | null | undefined;
}

export interface DescribeConfigsResult {
  errorCode: number;
  errorMessage: string | null;
  resourceType: number;
  resourceName: string;
  configs: DescribeConfigsResourceResult[];
}

export interface DescribeConfigsResultInput {
  errorCode: number;
  errorMessage: string | null;
  resourceType: number;
  resourceName: string;
  configs: readonly DescribeConfigsResourceResultInput[];
}

/** DescribeConfigsResponse: versions 1-4, flexible from 4. */
export interface DescribeConfigsResponse {
  throttleTimeMs: number;
  results: DescribeConfigsResult[];
}

/** What an encoder wants for DescribeConfigsResponse. */
export interface DescribeConfigsResponseInput {
  throttleTimeMs: number;
  results: readonly DescribeConfigsResultInput[];
}

function readDescribeConfigsSynonym(r: WireReader, v: number): DescribeConfigsSynonym {
  const f = v >= 4;
  const name = r.readString(f);
  const value = r.readNullableString(f);
  const source = r.readInt8();
  if (f) r.skipTaggedFields();
  return { name, value, source };
}

function writeDescribeConfigsSynonym(w: WireWriter, { name, value, source }: DescribeConfigsSynonymInput, v: number): void {
  const f = v >= 4;
  w.writeString(name, f);
  w.writeNullableString(value, f);
  w.writeInt8(source);
  if (f) w.writeNoTaggedFields();
}

function readDescribeConfigsResourceResult(r: WireReader, v: number): DescribeConfigsResourceResult {
  const f = v >= 4;
  const name = r.readString(f);
  const value = r.readNullableString(f);
  const readOnly = r.readBool();
  const configSource = r.readInt8();
  const isSensitive = r.readBool();
  const synonyms = readDescribeConfigsSynonymArray(r, v, f);
  const configType = v >= 3 ? r.readInt8() : 0;
  const documentation = v >= 3 ? r.readNullableString(f) : '';
  if (f) r.skipTaggedFields();
  return { name, value, readOnly, configSource, isSensitive, synonyms, configType, documentation };
}

function writeDescribeConfigsResourceResult(w: WireWriter, { name, value, readOnly, configSource = -1, isSensitive, synonyms, configType = 0, documentation = '' }: DescribeConfigsResourceResultInput, v: number): void {
  const f = v >= 4;
  w.writeString(name, f);
  w.writeNullableString(value, f);
  w.writeBool(readOnly);
  w.writeInt8(configSource);
  w.writeBool(isSensitive);
  writeDescribeConfigsSynonymArray(w, synonyms, v, f);
  if (v >= 3) { w.writeInt8(configType); }
  if (v >= 3) { w.writeNullableString(documentation, f); }
  if (f) w.writeNoTaggedFields();
}

function readDescribeConfigsResult(r: WireReader, v: number): DescribeConfigsResult {
  const f = v >= 4;
  const errorCode = r.readInt16();
  const errorMessage = r.readNullableString(f);
  const resourceType = r.readInt8();
  const resourceName = r.readString(f);
  const configs = readDescribeConfigsResourceResultArray(r, v, f);
  if (f) r.skipTaggedFields();
  return { errorCode, errorMessage, resourceType, resourceName, configs };
}

function writeDescribeConfigsResult(w: WireWriter, { errorCode, errorMessage, resourceType, resourceName, configs }: DescribeConfigsResultInput, v: number): void {
  const f = v >= 4;
  w.writeInt16(errorCode);
  w.writeNullableString(errorMessage, f);
  w.writeInt8(resourceType);
  w.writeString(resourceName, f);
  writeDescribeConfigsResourceResultArray(w, configs, v, f);
  if (f) w.writeNoTaggedFields();
}

function readDescribeConfigsResponse(r: WireReader, v: number): DescribeConfigsResponse {
  const f = v >= 4;
  const throttleTimeMs = r.readInt32();
  const results = readDescribeConfigsResultArray(r, v, f);
  if (f) r.skipTaggedFields();
  return { throttleTimeMs, results };
}

function writeDescribeConfigsResponse(w: WireWriter, { throttleTimeMs, results }: DescribeConfigsResponseInput, v: number): void {
  const f = v >= 4;
  w.writeInt32(throttleTimeMs);
  writeDescribeConfigsResultArray(w, results, v, f);
  if (f) w.writeNoTaggedFields();
}

function readDescribeConfigsSynonymArray(r: WireReader, v: number, f: boolean): DescribeConfigsSynonym[] {
  let n = r.readArrayLength(f, 4);
  const a: DescribeConfigsSynonym[] = [];
  for (; n > 0; n--) a.push(readDescribeConfigsSynonym(r, v));
  return a;
}

function writeDescribeConfigsSynonymArray(w: WireWriter, a: readonly DescribeConfigsSynonymInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeDescribeConfigsSynonym(w, x, v);
}

function readDescribeConfigsResourceResultArray(r: WireReader, v: number, f: boolean): DescribeConfigsResourceResult[] {
  let n = r.readArrayLength(f, 9);
  const a: DescribeConfigsResourceResult[] = [];
  for (; n > 0; n--) a.push(readDescribeConfigsResourceResult(r, v));
  return a;
}

function writeDescribeConfigsResourceResultArray(w: WireWriter, a: readonly DescribeConfigsResourceResultInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeDescribeConfigsResourceResult(w, x, v);
}

function readDescribeConfigsResultArray(r: WireReader, v: number, f: boolean): DescribeConfigsResult[] {
  let n = r.readArrayLength(f, 7);
  const a: DescribeConfigsResult[] = [];
  for (; n > 0; n--) a.push(readDescribeConfigsResult(r, v));
  return a;
}

function writeDescribeConfigsResultArray(w: WireWriter, a: readonly DescribeConfigsResultInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeDescribeConfigsResult(w, x, v);
}

/** Codec of {@link DescribeConfigsResponse}. */
export const DescribeConfigsResponseCodec: Codec<DescribeConfigsResponse, DescribeConfigsResponseInput> = {
  name: 'DescribeConfigsResponse', apiKey: 32, minVersion: 1, maxVersion: 4, flexibleFrom: 4,
  decode: readDescribeConfigsResponse, encode: writeDescribeConfigsResponse,
};

export interface AlterConfigsRequestAlterableConfig {
  name: string;
  value: string | null;
}

export interface AlterConfigsRequestAlterableConfigInput {
  name: string;
  value: string | null;
}

export interface AlterConfigsRequestAlterConfigsResource {
  resourceType: number;
  resourceName: string;
  configs: AlterConfigsRequestAlterableConfig[];
}

export interface AlterConfigsRequestAlterConfigsResourceInput {
  resourceType: number;
  resourceName: string;
  configs: readonly AlterConfigsRequestAlterableConfigInput[];
}

/** AlterConfigsRequest: versions 0-2, flexible from 2. */
export interface AlterConfigsRequest {
  resources: AlterConfigsRequestAlterConfigsResource[];
  validateOnly: boolean;
}

/** What an encoder wants for AlterConfigsRequest. */
export interface AlterConfigsRequestInput {
  resources: readonly AlterConfigsRequestAlterConfigsResourceInput[];
  validateOnly: boolean;
}

function readAlterConfigsRequestAlterableConfig(r: WireReader, v: number): AlterConfigsRequestAlterableConfig {
  const f = v >= 2;
  const name = r.readString(f);
  const value = r.readNullableString(f);
  if (f) r.skipTaggedFields();
  return { name, value };
}

function writeAlterConfigsRequestAlterableConfig(w: WireWriter, { name, value }: AlterConfigsRequestAlterableConfigInput, v: number): void {
  const f = v >= 2;
  w.writeString(name, f);
  w.writeNullableString(value, f);
  if (f) w.writeNoTaggedFields();
}

function readAlterConfigsRequestAlterConfigsResource(r: WireReader, v: number): AlterConfigsRequestAlterConfigsResource {
  const f = v >= 2;
  const resourceType = r.readInt8();
  const resourceName = r.readString(f);
  const configs = readAlterConfigsRequestAlterableConfigArray(r, v, f);
  if (f) r.skipTaggedFields();
  return { resourceType, resourceName, configs };
}

function writeAlterConfigsRequestAlterConfigsResource(w: WireWriter, { resourceType, resourceName, configs }: AlterConfigsRequestAlterConfigsResourceInput, v: number): void {
  const f = v >= 2;
  w.writeInt8(resourceType);
  w.writeString(resourceName, f);
  writeAlterConfigsRequestAlterableConfigArray(w, configs, v, f);
  if (f) w.writeNoTaggedFields();
}

function readAlterConfigsRequest(r: WireReader, v: number): AlterConfigsRequest {
  const f = v >= 2;
  const resources = readAlterConfigsRequestAlterConfigsResourceArray(r, v, f);
  const validateOnly = r.readBool();
  if (f) r.skipTaggedFields();
  return { resources, validateOnly };
}

function writeAlterConfigsRequest(w: WireWriter, { resources, validateOnly }: AlterConfigsRequestInput, v: number): void {
  const f = v >= 2;
  writeAlterConfigsRequestAlterConfigsResourceArray(w, resources, v, f);
  w.writeBool(validateOnly);
  if (f) w.writeNoTaggedFields();
}

function readAlterConfigsRequestAlterableConfigArray(r: WireReader, v: number, f: boolean): AlterConfigsRequestAlterableConfig[] {
  let n = r.readArrayLength(f, 3);
  const a: AlterConfigsRequestAlterableConfig[] = [];
  for (; n > 0; n--) a.push(readAlterConfigsRequestAlterableConfig(r, v));
  return a;
}

function writeAlterConfigsRequestAlterableConfigArray(w: WireWriter, a: readonly AlterConfigsRequestAlterableConfigInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeAlterConfigsRequestAlterableConfig(w, x, v);
}

function readAlterConfigsRequestAlterConfigsResourceArray(r: WireReader, v: number, f: boolean): AlterConfigsRequestAlterConfigsResource[] {
  let n = r.readArrayLength(f, 4);
  const a: AlterConfigsRequestAlterConfigsResource[] = [];
  for (; n > 0; n--) a.push(readAlterConfigsRequestAlterConfigsResource(r, v));
  return a;
}

function writeAlterConfigsRequestAlterConfigsResourceArray(w: WireWriter, a: readonly AlterConfigsRequestAlterConfigsResourceInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeAlterConfigsRequestAlterConfigsResource(w, x, v);
}

/** Codec of {@link AlterConfigsRequest}. */
export const AlterConfigsRequestCodec: Codec<AlterConfigsRequest, AlterConfigsRequestInput> = {
  name: 'AlterConfigsRequest', apiKey: 33, minVersion: 0, maxVersion: 2, flexibleFrom: 2,
  decode: readAlterConfigsRequest, encode: writeAlterConfigsRequest,
};

export interface AlterConfigsResponseAlterConfigsResourceResponse {
  errorCode: number;
  errorMessage: string | null;
  resourceType: number;
  resourceName: string;
}

export interface AlterConfigsResponseAlterConfigsResourceResponseInput {
  errorCode: number;
  errorMessage: string | null;
  resourceType: number;
  resourceName: string;
}

/** AlterConfigsResponse: versions 0-2, flexible from 2. */
export interface AlterConfigsResponse {
  throttleTimeMs: number;
  responses: AlterConfigsResponseAlterConfigsResourceResponse[];
}

/** What an encoder wants for AlterConfigsResponse. */
export interface AlterConfigsResponseInput {
  throttleTimeMs: number;
  responses: readonly AlterConfigsResponseAlterConfigsResourceResponseInput[];
}

function readAlterConfigsResponseAlterConfigsResourceResponse(r: WireReader, v: number): AlterConfigsResponseAlterConfigsResourceResponse {
  const f = v >= 2;
  const errorCode = r.readInt16();
  const errorMessage = r.readNullableString(f);
  const resourceType = r.readInt8();
  const resourceName = r.readString(f);
  if (f) r.skipTaggedFields();
  return { errorCode, errorMessage, resourceType, resourceName };
}

function writeAlterConfigsResponseAlterConfigsResourceResponse(w: WireWriter, { errorCode, errorMessage, resourceType, resourceName }: AlterConfigsResponseAlterConfigsResourceResponseInput, v: number): void {
  const f = v >= 2;
  w.writeInt16(errorCode);
  w.writeNullableString(errorMessage, f);
  w.writeInt8(resourceType);
  w.writeString(resourceName, f);
  if (f) w.writeNoTaggedFields();
}

function readAlterConfigsResponse(r: WireReader, v: number): AlterConfigsResponse {
  const f = v >= 2;
  const throttleTimeMs = r.readInt32();
  const responses = readAlterConfigsResponseAlterConfigsResourceResponseArray(r, v, f);
  if (f) r.skipTaggedFields();
  return { throttleTimeMs, responses };
}

function writeAlterConfigsResponse(w: WireWriter, { throttleTimeMs, responses }: AlterConfigsResponseInput, v: number): void {
  const f = v >= 2;
  w.writeInt32(throttleTimeMs);
  writeAlterConfigsResponseAlterConfigsResourceResponseArray(w, responses, v, f);
  if (f) w.writeNoTaggedFields();
}

function readAlterConfigsResponseAlterConfigsResourceResponseArray(r: WireReader, v: number, f: boolean): AlterConfigsResponseAlterConfigsResourceResponse[] {
  let n = r.readArrayLength(f, 6);
  const a: AlterConfigsResponseAlterConfigsResourceResponse[] = [];
  for (; n > 0; n--) a.push(readAlterConfigsResponseAlterConfigsResourceResponse(r, v));
  return a;
}

function writeAlterConfigsResponseAlterConfigsResourceResponseArray(w: WireWriter, a: readonly AlterConfigsResponseAlterConfigsResourceResponseInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeAlterConfigsResponseAlterConfigsResourceResponse(w, x, v);
}

/** Codec of {@link AlterConfigsResponse}. */
export const AlterConfigsResponseCodec: Codec<AlterConfigsResponse, AlterConfigsResponseInput> = {
  name: 'AlterConfigsResponse', apiKey: 33, minVersion: 0, maxVersion: 2, flexibleFrom: 2,
  decode: readAlterConfigsResponse, encode: writeAlterConfigsResponse,
};

export interface AlterReplicaLogDirTopic {
  name: string;
  partitions: number[];
}

export interface AlterReplicaLogDirTopicInput {
  name: string;
  partitions: readonly number[];
}

export interface AlterReplicaLogDir {
  path: string;
  topics: AlterReplicaLogDirTopic[];
}

export interface AlterReplicaLogDirInput {
  path: string;
  topics: readonly AlterReplicaLogDirTopicInput[];
}

/** AlterReplicaLogDirsRequest: versions 1-2, flexible from 2. */
export interface AlterReplicaLogDirsRequest {
  dirs: AlterReplicaLogDir[];
}

/** What an encoder wants for AlterReplicaLogDirsRequest. */
export interface AlterReplicaLogDirsRequestInput {
  dirs: readonly AlterReplicaLogDirInput[];
}

function readAlterReplicaLogDirTopic(r: WireReader, v: number): AlterReplicaLogDirTopic {
  const f = v >= 2;
  const name = r.readString(f);
  const partitions = r.readInt32Array(f);
  if (f) r.skipTaggedFields();
  return { name, partitions };
}

function writeAlterReplicaLogDirTopic(w: WireWriter, { name, partitions }: AlterReplicaLogDirTopicInput, v: number): void {
  const f = v >= 2;
  w.writeString(name, f);
  w.writeInt32Array(partitions, f);
  if (f) w.writeNoTaggedFields();
}

function readAlterReplicaLogDir(r: WireReader, v: number): AlterReplicaLogDir {
  const f = v >= 2;
  const path = r.readString(f);
  const topics = readAlterReplicaLogDirTopicArray(r, v, f);
  if (f) r.skipTaggedFields();
  return { path, topics };
}

function writeAlterReplicaLogDir(w: WireWriter, { path, topics }: AlterReplicaLogDirInput, v: number): void {
  const f = v >= 2;
  w.writeString(path, f);
  writeAlterReplicaLogDirTopicArray(w, topics, v, f);
  if (f) w.writeNoTaggedFields();
}

function readAlterReplicaLogDirsRequest(r: WireReader, v: number): AlterReplicaLogDirsRequest {
  const f = v >= 2;
  const dirs = readAlterReplicaLogDirArray(r, v, f);
  if (f) r.skipTaggedFields();
  return { dirs };
}

function writeAlterReplicaLogDirsRequest(w: WireWriter, { dirs }: AlterReplicaLogDirsRequestInput, v: number): void {
  const f = v >= 2;
  writeAlterReplicaLogDirArray(w, dirs, v, f);
  if (f) w.writeNoTaggedFields();
}

function readAlterReplicaLogDirTopicArray(r: WireReader, v: number, f: boolean): AlterReplicaLogDirTopic[] {
  let n = r.readArrayLength(f, 3);
  const a: AlterReplicaLogDirTopic[] = [];
  for (; n > 0; n--) a.push(readAlterReplicaLogDirTopic(r, v));
  return a;
}

function writeAlterReplicaLogDirTopicArray(w: WireWriter, a: readonly AlterReplicaLogDirTopicInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeAlterReplicaLogDirTopic(w, x, v);
}

function readAlterReplicaLogDirArray(r: WireReader, v: number, f: boolean): AlterReplicaLogDir[] {
  let n = r.readArrayLength(f, 3);
  const a: AlterReplicaLogDir[] = [];
  for (; n > 0; n--) a.push(readAlterReplicaLogDir(r, v));
  return a;
}

function writeAlterReplicaLogDirArray(w: WireWriter, a: readonly AlterReplicaLogDirInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeAlterReplicaLogDir(w, x, v);
}

/** Codec of {@link AlterReplicaLogDirsRequest}. */
export const AlterReplicaLogDirsRequestCodec: Codec<AlterReplicaLogDirsRequest, AlterReplicaLogDirsRequestInput> = {
  name: 'AlterReplicaLogDirsRequest', apiKey: 34, minVersion: 1, maxVersion: 2, flexibleFrom: 2,
  decode: readAlterReplicaLogDirsRequest, encode: writeAlterReplicaLogDirsRequest,
};

export interface AlterReplicaLogDirPartitionResult {
  partitionIndex: number;
  errorCode: number;
}

export interface AlterReplicaLogDirPartitionResultInput {
  partitionIndex: number;
  errorCode: number;
}

export interface AlterReplicaLogDirTopicResult {
  topicName: string;
  partitions: AlterReplicaLogDirPartitionResult[];
}

export interface AlterReplicaLogDirTopicResultInput {
  topicName: string;
  partitions: readonly AlterReplicaLogDirPartitionResultInput[];
}

/** AlterReplicaLogDirsResponse: versions 1-2, flexible from 2. */
export interface AlterReplicaLogDirsResponse {
  throttleTimeMs: number;
  results: AlterReplicaLogDirTopicResult[];
}

/** What an encoder wants for AlterReplicaLogDirsResponse. */
export interface AlterReplicaLogDirsResponseInput {
  throttleTimeMs: number;
  results: readonly AlterReplicaLogDirTopicResultInput[];
}

function readAlterReplicaLogDirPartitionResult(r: WireReader, v: number): AlterReplicaLogDirPartitionResult {
  const f = v >= 2;
  const partitionIndex = r.readInt32();
  const errorCode = r.readInt16();
  if (f) r.skipTaggedFields();
  return { partitionIndex, errorCode };
}

function writeAlterReplicaLogDirPartitionResult(w: WireWriter, { partitionIndex, errorCode }: AlterReplicaLogDirPartitionResultInput, v: number): void {
  const f = v >= 2;
  w.writeInt32(partitionIndex);
  w.writeInt16(errorCode);
  if (f) w.writeNoTaggedFields();
}

function readAlterReplicaLogDirTopicResult(r: WireReader, v: number): AlterReplicaLogDirTopicResult {
  const f = v >= 2;
  const topicName = r.readString(f);
  const partitions = readAlterReplicaLogDirPartitionResultArray(r, v, f);
  if (f) r.skipTaggedFields();
  return { topicName, partitions };
}

function writeAlterReplicaLogDirTopicResult(w: WireWriter, { topicName, partitions }: AlterReplicaLogDirTopicResultInput, v: number): void {
  const f = v >= 2;
  w.writeString(topicName, f);
  writeAlterReplicaLogDirPartitionResultArray(w, partitions, v, f);
  if (f) w.writeNoTaggedFields();
}

function readAlterReplicaLogDirsResponse(r: WireReader, v: number): AlterReplicaLogDirsResponse {
  const f = v >= 2;
  const throttleTimeMs = r.readInt32();
  const results = readAlterReplicaLogDirTopicResultArray(r, v, f);
  if (f) r.skipTaggedFields();
  return { throttleTimeMs, results };
}

function writeAlterReplicaLogDirsResponse(w: WireWriter, { throttleTimeMs, results }: AlterReplicaLogDirsResponseInput, v: number): void {
  const f = v >= 2;
  w.writeInt32(throttleTimeMs);
  writeAlterReplicaLogDirTopicResultArray(w, results, v, f);
  if (f) w.writeNoTaggedFields();
}

function readAlterReplicaLogDirPartitionResultArray(r: WireReader, v: number, f: boolean): AlterReplicaLogDirPartitionResult[] {
  let n = r.readArrayLength(f, 6);
  const a: AlterReplicaLogDirPartitionResult[] = [];
  for (; n > 0; n--) a.push(readAlterReplicaLogDirPartitionResult(r, v));
  return a;
}

function writeAlterReplicaLogDirPartitionResultArray(w: WireWriter, a: readonly AlterReplicaLogDirPartitionResultInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeAlterReplicaLogDirPartitionResult(w, x, v);
}

function readAlterReplicaLogDirTopicResultArray(r: WireReader, v: number, f: boolean): AlterReplicaLogDirTopicResult[] {
  let n = r.readArrayLength(f, 3);
  const a: AlterReplicaLogDirTopicResult[] = [];
  for (; n > 0; n--) a.push(readAlterReplicaLogDirTopicResult(r, v));
  return a;
}

function writeAlterReplicaLogDirTopicResultArray(w: WireWriter, a: readonly AlterReplicaLogDirTopicResultInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeAlterReplicaLogDirTopicResult(w, x, v);
}

/** Codec of {@link AlterReplicaLogDirsResponse}. */
export const AlterReplicaLogDirsResponseCodec: Codec<AlterReplicaLogDirsResponse, AlterReplicaLogDirsResponseInput> = {
  name: 'AlterReplicaLogDirsResponse', apiKey: 34, minVersion: 1, maxVersion: 2, flexibleFrom: 2,
  decode: readAlterReplicaLogDirsResponse, encode: writeAlterReplicaLogDirsResponse,
};

export interface DescribableLogDirTopic {
  topic: string;
  partitions: number[];
}

export interface DescribableLogDirTopicInput {
  topic: string;
  partitions: readonly number[];
}

/** DescribeLogDirsRequest: versions 1-5, flexible from 2. */
export interface DescribeLogDirsRequest {
  topics: DescribableLogDirTopic[] | null;
}

/** What an encoder wants for DescribeLogDirsRequest. */
export interface DescribeLogDirsRequestInput {
  topics: readonly DescribableLogDirTopicInput[] | null;
}

function readDescribableLogDirTopic(r: WireReader, v: number): DescribableLogDirTopic {
  const f = v >= 2;
  const topic = r.readString(f);
  const partitions = r.readInt32Array(f);
  if (f) r.skipTaggedFields();
  return { topic, partitions };
}

function writeDescribableLogDirTopic(w: WireWriter, { topic, partitions }: DescribableLogDirTopicInput, v: number): void {
  const f = v >= 2;
  w.writeString(topic, f);
  w.writeInt32Array(partitions, f);
  if (f) w.writeNoTaggedFields();
}

function readDescribeLogDirsRequest(r: WireReader, v: number): DescribeLogDirsRequest {
  const f = v >= 2;
  const topics = readNullableDescribableLogDirTopicArray(r, v, f);
  if (f) r.skipTaggedFields();
  return { topics };
}

function writeDescribeLogDirsRequest(w: WireWriter, { topics }: DescribeLogDirsRequestInput, v: number): void {
  const f = v >= 2;
  writeNullableDescribableLogDirTopicArray(w, topics, v, f);
  if (f) w.writeNoTaggedFields();
}

function readNullableDescribableLogDirTopicArray(r: WireReader, v: number, f: boolean): DescribableLogDirTopic[] | null {
  let n = r.readNullableArrayLength(f, 3);
  if (n < 0) return null;
  const a: DescribableLogDirTopic[] = [];
  for (; n > 0; n--) a.push(readDescribableLogDirTopic(r, v));
  return a;
}

function writeDescribableLogDirTopicArray(w: WireWriter, a: readonly DescribableLogDirTopicInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeDescribableLogDirTopic(w, x, v);
}

function writeNullableDescribableLogDirTopicArray(w: WireWriter, a: readonly DescribableLogDirTopicInput[] | null, v: number, f: boolean): void {
  if (a === null) w.writeNullArray(f); else writeDescribableLogDirTopicArray(w, a, v, f);
}

/** Codec of {@link DescribeLogDirsRequest}. */
export const DescribeLogDirsRequestCodec: Codec<DescribeLogDirsRequest, DescribeLogDirsRequestInput> = {
  name: 'DescribeLogDirsRequest', apiKey: 35, minVersion: 1, maxVersion: 5, flexibleFrom: 2,
  decode: readDescribeLogDirsRequest, encode: writeDescribeLogDirsRequest,
};

export interface DescribeLogDirsPartition {
  partitionIndex: number;
  partitionSize: number;
  offsetLag: number;
  isFutureKey: boolean;
}

export interface DescribeLogDirsPartitionInput {
  partitionIndex: number;
  partitionSize: number;
  offsetLag: number;
  isFutureKey: boolean;
}

export interface DescribeLogDirsTopic {
  name: string;
  partitions: DescribeLogDirsPartition[];
}

export interface DescribeLogDirsTopicInput {
  name: string;
  partitions: readonly DescribeLogDirsPartitionInput[];
}

export interface DescribeLogDirsResult {
  errorCode: number;
  logDir: string;
  topics: DescribeLogDirsTopic[];
  totalBytes: number;
  usableBytes: number;
  isCordoned: boolean;
}

export interface DescribeLogDirsResultInput {
  errorCode: number;
  logDir: string;
  topics: readonly DescribeLogDirsTopicInput[];
  totalBytes?: number | undefined;
  usableBytes?: number | undefined;
  isCordoned?: boolean | undefined;
}

/** DescribeLogDirsResponse: versions 1-5, flexible from 2. */
export interface DescribeLogDirsResponse {
  throttleTimeMs: number;
  errorCode: number;
  results: DescribeLogDirsResult[];
}

/** What an encoder wants for DescribeLogDirsResponse. */
export interface DescribeLogDirsResponseInput {
  throttleTimeMs: number;
  errorCode?: number | undefined;
  results: readonly DescribeLogDirsResultInput[];
}

function readDescribeLogDirsPartition(r: WireReader, v: number): DescribeLogDirsPartition {
  const f = v >= 2;
  const partitionIndex = r.readInt32();
  const partitionSize = r.readInt64();
  const offsetLag = r.readInt64();
  const isFutureKey = r.readBool();
  if (f) r.skipTaggedFields();
  return { partitionIndex, partitionSize, offsetLag, isFutureKey };
}

function writeDescribeLogDirsPartition(w: WireWriter, { partitionIndex, partitionSize, offsetLag, isFutureKey }: DescribeLogDirsPartitionInput, v: number): void {
  const f = v >= 2;
  w.writeInt32(partitionIndex);
  w.writeInt64(partitionSize);
  w.writeInt64(offsetLag);
  w.writeBool(isFutureKey);
  if (f) w.writeNoTaggedFields();
}

function readDescribeLogDirsTopic(r: WireReader, v: number): DescribeLogDirsTopic {
  const f = v >= 2;
  const name = r.readString(f);
  const partitions = readDescribeLogDirsPartitionArray(r, v, f);
  if (f) r.skipTaggedFields();
  return { name, partitions };
}

function writeDescribeLogDirsTopic(w: WireWriter, { name, partitions }: DescribeLogDirsTopicInput, v: number): void {
  const f = v >= 2;
  w.writeString(name, f);
  writeDescribeLogDirsPartitionArray(w, partitions, v, f);
  if (f) w.writeNoTaggedFields();
}

function readDescribeLogDirsResult(r: WireReader, v: number): DescribeLogDirsResult {
  const f = v >= 2;
  const errorCode = r.readInt16();
  const logDir = r.readString(f);
  const topics = readDescribeLogDirsTopicArray(r, v, f);
  const totalBytes = v >= 4 ? r.readInt64() : -1;
  const usableBytes = v >= 4 ? r.readInt64() : -1;
  const isCordoned = v >= 5 ? r.readBool() : false;
  if (f) r.skipTaggedFields();
  return { errorCode, logDir, topics, totalBytes, usableBytes, isCordoned };
}

function writeDescribeLogDirsResult(w: WireWriter, { errorCode, logDir, topics, totalBytes = -1, usableBytes = -1, isCordoned = false }: DescribeLogDirsResultInput, v: number): void {
  const f = v >= 2;
  w.writeInt16(errorCode);
  w.writeString(logDir, f);
  writeDescribeLogDirsTopicArray(w, topics, v, f);
  if (v >= 4) { w.writeInt64(totalBytes); }
  if (v >= 4) { w.writeInt64(usableBytes); }
  if (v >= 5) { w.writeBool(isCordoned); }
  if (f) w.writeNoTaggedFields();
}

function readDescribeLogDirsResponse(r: WireReader, v: number): DescribeLogDirsResponse {
  const f = v >= 2;
  const throttleTimeMs = r.readInt32();
  const errorCode = v >= 3 ? r.readInt16() : 0;
  const results = readDescribeLogDirsResultArray(r, v, f);
  if (f) r.skipTaggedFields();
  return { throttleTimeMs, errorCode, results };
}

function writeDescribeLogDirsResponse(w: WireWriter, { throttleTimeMs, errorCode = 0, results }: DescribeLogDirsResponseInput, v: number): void {
  const f = v >= 2;
  w.writeInt32(throttleTimeMs);
  if (v >= 3) { w.writeInt16(errorCode); }
  writeDescribeLogDirsResultArray(w, results, v, f);
  if (f) w.writeNoTaggedFields();
}

function readDescribeLogDirsPartitionArray(r: WireReader, v: number, f: boolean): DescribeLogDirsPartition[] {
  let n = r.readArrayLength(f, 21);
  const a: DescribeLogDirsPartition[] = [];
  for (; n > 0; n--) a.push(readDescribeLogDirsPartition(r, v));
  return a;
}

function writeDescribeLogDirsPartitionArray(w: WireWriter, a: readonly DescribeLogDirsPartitionInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeDescribeLogDirsPartition(w, x, v);
}

function readDescribeLogDirsTopicArray(r: WireReader, v: number, f: boolean): DescribeLogDirsTopic[] {
  let n = r.readArrayLength(f, 3);
  const a: DescribeLogDirsTopic[] = [];
  for (; n > 0; n--) a.push(readDescribeLogDirsTopic(r, v));
  return a;
}

function writeDescribeLogDirsTopicArray(w: WireWriter, a: readonly DescribeLogDirsTopicInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeDescribeLogDirsTopic(w, x, v);
}

function readDescribeLogDirsResultArray(r: WireReader, v: number, f: boolean): DescribeLogDirsResult[] {
  let n = r.readArrayLength(f, 5);
  const a: DescribeLogDirsResult[] = [];
  for (; n > 0; n--) a.push(readDescribeLogDirsResult(r, v));
  return a;
}

function writeDescribeLogDirsResultArray(w: WireWriter, a: readonly DescribeLogDirsResultInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeDescribeLogDirsResult(w, x, v);
}

/** Codec of {@link DescribeLogDirsResponse}. */
export const DescribeLogDirsResponseCodec: Codec<DescribeLogDirsResponse, DescribeLogDirsResponseInput> = {
  name: 'DescribeLogDirsResponse', apiKey: 35, minVersion: 1, maxVersion: 5, flexibleFrom: 2,
  decode: readDescribeLogDirsResponse, encode: writeDescribeLogDirsResponse,
};

/** SaslAuthenticateRequest: versions 0-2, flexible from 2. */
export interface SaslAuthenticateRequest {
  authBytes: Uint8Array;
}

/** What an encoder wants for SaslAuthenticateRequest. */
export interface SaslAuthenticateRequestInput {
  authBytes: Uint8Array;
}

function readSaslAuthenticateRequest(r: WireReader, v: number): SaslAuthenticateRequest {
  const f = v >= 2;
  const authBytes = r.readBytes(f);
  if (f) r.skipTaggedFields();
  return { authBytes };
}

function writeSaslAuthenticateRequest(w: WireWriter, { authBytes }: SaslAuthenticateRequestInput, v: number): void {
  const f = v >= 2;
  w.writeBytes(authBytes, f);
  if (f) w.writeNoTaggedFields();
}

/** Codec of {@link SaslAuthenticateRequest}. */
export const SaslAuthenticateRequestCodec: Codec<SaslAuthenticateRequest, SaslAuthenticateRequestInput> = {
  name: 'SaslAuthenticateRequest', apiKey: 36, minVersion: 0, maxVersion: 2, flexibleFrom: 2,
  decode: readSaslAuthenticateRequest, encode: writeSaslAuthenticateRequest,
};

/** SaslAuthenticateResponse: versions 0-2, flexible from 2. */
export interface SaslAuthenticateResponse {
  errorCode: number;
  errorMessage: string | null;
  authBytes: Uint8Array;
  sessionLifetimeMs: number;
}

/** What an encoder wants for SaslAuthenticateResponse. */
export interface SaslAuthenticateResponseInput {
  errorCode: number;
  errorMessage: string | null;
  authBytes: Uint8Array;
  sessionLifetimeMs?: number | undefined;
}

function readSaslAuthenticateResponse(r: WireReader, v: number): SaslAuthenticateResponse {
  const f = v >= 2;
  const errorCode = r.readInt16();
  const errorMessage = r.readNullableString(f);
  const authBytes = r.readBytes(f);
  const sessionLifetimeMs = v >= 1 ? r.readInt64() : 0;
  if (f) r.skipTaggedFields();
  return { errorCode, errorMessage, authBytes, sessionLifetimeMs };
}

function writeSaslAuthenticateResponse(w: WireWriter, { errorCode, errorMessage, authBytes, sessionLifetimeMs = 0 }: SaslAuthenticateResponseInput, v: number): void {
  const f = v >= 2;
  w.writeInt16(errorCode);
  w.writeNullableString(errorMessage, f);
  w.writeBytes(authBytes, f);
  if (v >= 1) { w.writeInt64(sessionLifetimeMs); }
  if (f) w.writeNoTaggedFields();
}

/** Codec of {@link SaslAuthenticateResponse}. */
export const SaslAuthenticateResponseCodec: Codec<SaslAuthenticateResponse, SaslAuthenticateResponseInput> = {
  name: 'SaslAuthenticateResponse', apiKey: 36, minVersion: 0, maxVersion: 2, flexibleFrom: 2,
  decode: readSaslAuthenticateResponse, encode: writeSaslAuthenticateResponse,
};

export interface CreatePartitionsAssignment {
  brokerIds: number[];
}

export interface CreatePartitionsAssignmentInput {
  brokerIds: readonly number[];
}

export interface CreatePartitionsTopic {
  name: string;
  count: number;
  assignments: CreatePartitionsAssignment[] | null;
}

export interface CreatePartitionsTopicInput {
  name: string;
  count: number;
  assignments: readonly CreatePartitionsAssignmentInput[] | null;
}

/** CreatePartitionsRequest: versions 0-3, flexible from 2. */
export interface CreatePartitionsRequest {
  topics: CreatePartitionsTopic[];
  timeoutMs: number;
  validateOnly: boolean;
}

/** What an encoder wants for CreatePartitionsRequest. */
export interface CreatePartitionsRequestInput {
  topics: readonly CreatePartitionsTopicInput[];
  timeoutMs: number;
  validateOnly: boolean;
}

function readCreatePartitionsAssignment(r: WireReader, v: number): CreatePartitionsAssignment {
  const f = v >= 2;
  const brokerIds = r.readInt32Array(f);
  if (f) r.skipTaggedFields();
  return { brokerIds };
}

function writeCreatePartitionsAssignment(w: WireWriter, { brokerIds }: CreatePartitionsAssignmentInput, v: number): void {
  const f = v >= 2;
  w.writeInt32Array(brokerIds, f);
  if (f) w.writeNoTaggedFields();
}

function readCreatePartitionsTopic(r: WireReader, v: number): CreatePartitionsTopic {
  const f = v >= 2;
  const name = r.readString(f);
  const count = r.readInt32();
  const assignments = readNullableCreatePartitionsAssignmentArray(r, v, f);
  if (f) r.skipTaggedFields();
  return { name, count, assignments };
}

function writeCreatePartitionsTopic(w: WireWriter, { name, count, assignments }: CreatePartitionsTopicInput, v: number): void {
  const f = v >= 2;
  w.writeString(name, f);
  w.writeInt32(count);
  writeNullableCreatePartitionsAssignmentArray(w, assignments, v, f);
  if (f) w.writeNoTaggedFields();
}

function readCreatePartitionsRequest(r: WireReader, v: number): CreatePartitionsRequest {
  const f = v >= 2;
  const topics = readCreatePartitionsTopicArray(r, v, f);
  const timeoutMs = r.readInt32();
  const validateOnly = r.readBool();
  if (f) r.skipTaggedFields();
  return { topics, timeoutMs, validateOnly };
}

function writeCreatePartitionsRequest(w: WireWriter, { topics, timeoutMs, validateOnly }: CreatePartitionsRequestInput, v: number): void {
  const f = v >= 2;
  writeCreatePartitionsTopicArray(w, topics, v, f);
  w.writeInt32(timeoutMs);
  w.writeBool(validateOnly);
  if (f) w.writeNoTaggedFields();
}

function readNullableCreatePartitionsAssignmentArray(r: WireReader, v: number, f: boolean): CreatePartitionsAssignment[] | null {
  let n = r.readNullableArrayLength(f, 2);
  if (n < 0) return null;
  const a: CreatePartitionsAssignment[] = [];
  for (; n > 0; n--) a.push(readCreatePartitionsAssignment(r, v));
  return a;
}

function writeCreatePartitionsAssignmentArray(w: WireWriter, a: readonly CreatePartitionsAssignmentInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeCreatePartitionsAssignment(w, x, v);
}

function writeNullableCreatePartitionsAssignmentArray(w: WireWriter, a: readonly CreatePartitionsAssignmentInput[] | null, v: number, f: boolean): void {
  if (a === null) w.writeNullArray(f); else writeCreatePartitionsAssignmentArray(w, a, v, f);
}

function readCreatePartitionsTopicArray(r: WireReader, v: number, f: boolean): CreatePartitionsTopic[] {
  let n = r.readArrayLength(f, 7);
  const a: CreatePartitionsTopic[] = [];
  for (; n > 0; n--) a.push(readCreatePartitionsTopic(r, v));
  return a;
}

function writeCreatePartitionsTopicArray(w: WireWriter, a: readonly CreatePartitionsTopicInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeCreatePartitionsTopic(w, x, v);
}

/** Codec of {@link CreatePartitionsRequest}. */
export const CreatePartitionsRequestCodec: Codec<CreatePartitionsRequest, CreatePartitionsRequestInput> = {
  name: 'CreatePartitionsRequest', apiKey: 37, minVersion: 0, maxVersion: 3, flexibleFrom: 2,
  decode: readCreatePartitionsRequest, encode: writeCreatePartitionsRequest,
};

export interface CreatePartitionsTopicResult {
  name: string;
  errorCode: number;
  errorMessage: string | null;
}

export interface CreatePartitionsTopicResultInput {
  name: string;
  errorCode: number;
  errorMessage?: string | null | undefined;
}

/** CreatePartitionsResponse: versions 0-3, flexible from 2. */
export interface CreatePartitionsResponse {
  throttleTimeMs: number;
  results: CreatePartitionsTopicResult[];
}

/** What an encoder wants for CreatePartitionsResponse. */
export interface CreatePartitionsResponseInput {
  throttleTimeMs: number;
  results: readonly CreatePartitionsTopicResultInput[];
}

function readCreatePartitionsTopicResult(r: WireReader, v: number): CreatePartitionsTopicResult {
  const f = v >= 2;
  const name = r.readString(f);
  const errorCode = r.readInt16();
  const errorMessage = r.readNullableString(f);
  if (f) r.skipTaggedFields();
  return { name, errorCode, errorMessage };
}

function writeCreatePartitionsTopicResult(w: WireWriter, { name, errorCode, errorMessage = null }: CreatePartitionsTopicResultInput, v: number): void {
  const f = v >= 2;
  w.writeString(name, f);
  w.writeInt16(errorCode);
  w.writeNullableString(errorMessage, f);
  if (f) w.writeNoTaggedFields();
}

function readCreatePartitionsResponse(r: WireReader, v: number): CreatePartitionsResponse {
  const f = v >= 2;
  const throttleTimeMs = r.readInt32();
  const results = readCreatePartitionsTopicResultArray(r, v, f);
  if (f) r.skipTaggedFields();
  return { throttleTimeMs, results };
}

function writeCreatePartitionsResponse(w: WireWriter, { throttleTimeMs, results }: CreatePartitionsResponseInput, v: number): void {
  const f = v >= 2;
  w.writeInt32(throttleTimeMs);
  writeCreatePartitionsTopicResultArray(w, results, v, f);
  if (f) w.writeNoTaggedFields();
}

function readCreatePartitionsTopicResultArray(r: WireReader, v: number, f: boolean): CreatePartitionsTopicResult[] {
  let n = r.readArrayLength(f, 5);
  const a: CreatePartitionsTopicResult[] = [];
  for (; n > 0; n--) a.push(readCreatePartitionsTopicResult(r, v));
  return a;
}

function writeCreatePartitionsTopicResultArray(w: WireWriter, a: readonly CreatePartitionsTopicResultInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeCreatePartitionsTopicResult(w, x, v);
}

/** Codec of {@link CreatePartitionsResponse}. */
export const CreatePartitionsResponseCodec: Codec<CreatePartitionsResponse, CreatePartitionsResponseInput> = {
  name: 'CreatePartitionsResponse', apiKey: 37, minVersion: 0, maxVersion: 3, flexibleFrom: 2,
  decode: readCreatePartitionsResponse, encode: writeCreatePartitionsResponse,
};

export interface CreatableRenewers {
  principalType: string;
  principalName: string;
}

export interface CreatableRenewersInput {
  principalType: string;
  principalName: string;
}

/** CreateDelegationTokenRequest: versions 1-3, flexible from 2. */
export interface CreateDelegationTokenRequest {
  ownerPrincipalType: string | null;
  ownerPrincipalName: string | null;
  renewers: CreatableRenewers[];
  maxLifetimeMs: number;
}

/** What an encoder wants for CreateDelegationTokenRequest. */
export interface CreateDelegationTokenRequestInput {
  ownerPrincipalType?: string | null | undefined;
  ownerPrincipalName?: string | null | undefined;
  renewers: readonly CreatableRenewersInput[];
  maxLifetimeMs: number;
}

function readCreatableRenewers(r: WireReader, v: number): CreatableRenewers {
  const f = v >= 2;
  const principalType = r.readString(f);
  const principalName = r.readString(f);
  if (f) r.skipTaggedFields();
  return { principalType, principalName };
}

function writeCreatableRenewers(w: WireWriter, { principalType, principalName }: CreatableRenewersInput, v: number): void {
  const f = v >= 2;
  w.writeString(principalType, f);
  w.writeString(principalName, f);
  if (f) w.writeNoTaggedFields();
}

function readCreateDelegationTokenRequest(r: WireReader, v: number): CreateDelegationTokenRequest {
  const f = v >= 2;
  const ownerPrincipalType = v >= 3 ? r.readNullableString(f) : '';
  const ownerPrincipalName = v >= 3 ? r.readNullableString(f) : '';
  const renewers = readCreatableRenewersArray(r, v, f);
  const maxLifetimeMs = r.readInt64();
  if (f) r.skipTaggedFields();
  return { ownerPrincipalType, ownerPrincipalName, renewers, maxLifetimeMs };
}

function writeCreateDelegationTokenRequest(w: WireWriter, { ownerPrincipalType = '', ownerPrincipalName = '', renewers, maxLifetimeMs }: CreateDelegationTokenRequestInput, v: number): void {
  const f = v >= 2;
  if (v >= 3) { w.writeNullableString(ownerPrincipalType, f); }
  if (v >= 3) { w.writeNullableString(ownerPrincipalName, f); }
  writeCreatableRenewersArray(w, renewers, v, f);
  w.writeInt64(maxLifetimeMs);
  if (f) w.writeNoTaggedFields();
}

function readCreatableRenewersArray(r: WireReader, v: number, f: boolean): CreatableRenewers[] {
  let n = r.readArrayLength(f, 3);
  const a: CreatableRenewers[] = [];
  for (; n > 0; n--) a.push(readCreatableRenewers(r, v));
  return a;
}

function writeCreatableRenewersArray(w: WireWriter, a: readonly CreatableRenewersInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeCreatableRenewers(w, x, v);
}

/** Codec of {@link CreateDelegationTokenRequest}. */
export const CreateDelegationTokenRequestCodec: Codec<CreateDelegationTokenRequest, CreateDelegationTokenRequestInput> = {
  name: 'CreateDelegationTokenRequest', apiKey: 38, minVersion: 1, maxVersion: 3, flexibleFrom: 2,
  decode: readCreateDelegationTokenRequest, encode: writeCreateDelegationTokenRequest,
};

/** CreateDelegationTokenResponse: versions 1-3, flexible from 2. */
export interface CreateDelegationTokenResponse {
  errorCode: number;
  principalType: string;
  principalName: string;
  tokenRequesterPrincipalType: string;
  tokenRequesterPrincipalName: string;
  issueTimestampMs: number;
  expiryTimestampMs: number;
  maxTimestampMs: number;
  tokenId: string;
  hmac: Uint8Array;
  throttleTimeMs: number;
}

/** What an encoder wants for CreateDelegationTokenResponse. */
export interface CreateDelegationTokenResponseInput {
  errorCode: number;
  principalType: string;
  principalName: string;
  tokenRequesterPrincipalType?: string | undefined;
  tokenRequesterPrincipalName?: string | undefined;
  issueTimestampMs: number;
  expiryTimestampMs: number;
  maxTimestampMs: number;
  tokenId: string;
  hmac: Uint8Array;
  throttleTimeMs: number;
}

function readCreateDelegationTokenResponse(r: WireReader, v: number): CreateDelegationTokenResponse {
  const f = v >= 2;
  const errorCode = r.readInt16();
  const principalType = r.readString(f);
  const principalName = r.readString(f);
  const tokenRequesterPrincipalType = v >= 3 ? r.readString(f) : '';
  const tokenRequesterPrincipalName = v >= 3 ? r.readString(f) : '';
  const issueTimestampMs = r.readInt64();
  const expiryTimestampMs = r.readInt64();
  const maxTimestampMs = r.readInt64();
  const tokenId = r.readString(f);
  const hmac = r.readBytes(f);
  const throttleTimeMs = r.readInt32();
  if (f) r.skipTaggedFields();
  return { errorCode, principalType, principalName, tokenRequesterPrincipalType, tokenRequesterPrincipalName, issueTimestampMs, expiryTimestampMs, maxTimestampMs, tokenId, hmac, throttleTimeMs };
}

function writeCreateDelegationTokenResponse(w: WireWriter, { errorCode, principalType, principalName, tokenRequesterPrincipalType = '', tokenRequesterPrincipalName = '', issueTimestampMs, expiryTimestampMs, maxTimestampMs, tokenId, hmac, throttleTimeMs }: CreateDelegationTokenResponseInput, v: number): void {
  const f = v >= 2;
  w.writeInt16(errorCode);
  w.writeString(principalType, f);
  w.writeString(principalName, f);
  if (v >= 3) { w.writeString(tokenRequesterPrincipalType, f); }
  if (v >= 3) { w.writeString(tokenRequesterPrincipalName, f); }
  w.writeInt64(issueTimestampMs);
  w.writeInt64(expiryTimestampMs);
  w.writeInt64(maxTimestampMs);
  w.writeString(tokenId, f);
  w.writeBytes(hmac, f);
  w.writeInt32(throttleTimeMs);
  if (f) w.writeNoTaggedFields();
}

/** Codec of {@link CreateDelegationTokenResponse}. */
export const CreateDelegationTokenResponseCodec: Codec<CreateDelegationTokenResponse, CreateDelegationTokenResponseInput> = {
  name: 'CreateDelegationTokenResponse', apiKey: 38, minVersion: 1, maxVersion: 3, flexibleFrom: 2,
  decode: readCreateDelegationTokenResponse, encode: writeCreateDelegationTokenResponse,
};

/** RenewDelegationTokenRequest: versions 1-2, flexible from 2. */
export interface RenewDelegationTokenRequest {
  hmac: Uint8Array;
  renewPeriodMs: number;
}

/** What an encoder wants for RenewDelegationTokenRequest. */
export interface RenewDelegationTokenRequestInput {
  hmac: Uint8Array;
  renewPeriodMs: number;
}

function readRenewDelegationTokenRequest(r: WireReader, v: number): RenewDelegationTokenRequest {
  const f = v >= 2;
  const hmac = r.readBytes(f);
  const renewPeriodMs = r.readInt64();
  if (f) r.skipTaggedFields();
  return { hmac, renewPeriodMs };
}

function writeRenewDelegationTokenRequest(w: WireWriter, { hmac, renewPeriodMs }: RenewDelegationTokenRequestInput, v: number): void {
  const f = v >= 2;
  w.writeBytes(hmac, f);
  w.writeInt64(renewPeriodMs);
  if (f) w.writeNoTaggedFields();
}

/** Codec of {@link RenewDelegationTokenRequest}. */
export const RenewDelegationTokenRequestCodec: Codec<RenewDelegationTokenRequest, RenewDelegationTokenRequestInput> = {
  name: 'RenewDelegationTokenRequest', apiKey: 39, minVersion: 1, maxVersion: 2, flexibleFrom: 2,
  decode: readRenewDelegationTokenRequest, encode: writeRenewDelegationTokenRequest,
};

/** RenewDelegationTokenResponse: versions 1-2, flexible from 2. */
export interface RenewDelegationTokenResponse {
  errorCode: number;
  expiryTimestampMs: number;
  throttleTimeMs: number;
}

/** What an encoder wants for RenewDelegationTokenResponse. */
export interface RenewDelegationTokenResponseInput {
  errorCode: number;
  expiryTimestampMs: number;
  throttleTimeMs: number;
}

function readRenewDelegationTokenResponse(r: WireReader, v: number): RenewDelegationTokenResponse {
  const f = v >= 2;
  const errorCode = r.readInt16();
  const expiryTimestampMs = r.readInt64();
  const throttleTimeMs = r.readInt32();
  if (f) r.skipTaggedFields();
  return { errorCode, expiryTimestampMs, throttleTimeMs };
}

function writeRenewDelegationTokenResponse(w: WireWriter, { errorCode, expiryTimestampMs, throttleTimeMs }: RenewDelegationTokenResponseInput, v: number): void {
  const f = v >= 2;
  w.writeInt16(errorCode);
  w.writeInt64(expiryTimestampMs);
  w.writeInt32(throttleTimeMs);
  if (f) w.writeNoTaggedFields();
}

/** Codec of {@link RenewDelegationTokenResponse}. */
export const RenewDelegationTokenResponseCodec: Codec<RenewDelegationTokenResponse, RenewDelegationTokenResponseInput> = {
  name: 'RenewDelegationTokenResponse', apiKey: 39, minVersion: 1, maxVersion: 2, flexibleFrom: 2,
  decode: readRenewDelegationTokenResponse, encode: writeRenewDelegationTokenResponse,
};

/** ExpireDelegationTokenRequest: versions 1-2, flexible from 2. */
export interface ExpireDelegationTokenRequest {
  hmac: Uint8Array;
  expiryTimePeriodMs: number;
}

/** What an encoder wants for ExpireDelegationTokenRequest. */
export interface ExpireDelegationTokenRequestInput {
  hmac: Uint8Array;
  expiryTimePeriodMs: number;
}

function readExpireDelegationTokenRequest(r: WireReader, v: number): ExpireDelegationTokenRequest {
  const f = v >= 2;
  const hmac = r.readBytes(f);
  const expiryTimePeriodMs = r.readInt64();
  if (f) r.skipTaggedFields();
  return { hmac, expiryTimePeriodMs };
}

function writeExpireDelegationTokenRequest(w: WireWriter, { hmac, expiryTimePeriodMs }: ExpireDelegationTokenRequestInput, v: number): void {
  const f = v >= 2;
  w.writeBytes(hmac, f);
  w.writeInt64(expiryTimePeriodMs);
  if (f) w.writeNoTaggedFields();
}

/** Codec of {@link ExpireDelegationTokenRequest}. */
export const ExpireDelegationTokenRequestCodec: Codec<ExpireDelegationTokenRequest, ExpireDelegationTokenRequestInput> = {
  name: 'ExpireDelegationTokenRequest', apiKey: 40, minVersion: 1, maxVersion: 2, flexibleFrom: 2,
  decode: readExpireDelegationTokenRequest, encode: writeExpireDelegationTokenRequest,
};

/** ExpireDelegationTokenResponse: versions 1-2, flexible from 2. */
export interface ExpireDelegationTokenResponse {
  errorCode: number;
  expiryTimestampMs: number;
  throttleTimeMs: number;
}

/** What an encoder wants for ExpireDelegationTokenResponse. */
export interface ExpireDelegationTokenResponseInput {
  errorCode: number;
  expiryTimestampMs: number;
  throttleTimeMs: number;
}

function readExpireDelegationTokenResponse(r: WireReader, v: number): ExpireDelegationTokenResponse {
  const f = v >= 2;
  const errorCode = r.readInt16();
  const expiryTimestampMs = r.readInt64();
  const throttleTimeMs = r.readInt32();
  if (f) r.skipTaggedFields();
  return { errorCode, expiryTimestampMs, throttleTimeMs };
}

function writeExpireDelegationTokenResponse(w: WireWriter, { errorCode, expiryTimestampMs, throttleTimeMs }: ExpireDelegationTokenResponseInput, v: number): void {
  const f = v >= 2;
  w.writeInt16(errorCode);
  w.writeInt64(expiryTimestampMs);
  w.writeInt32(throttleTimeMs);
  if (f) w.writeNoTaggedFields();
}

/** Codec of {@link ExpireDelegationTokenResponse}. */
export const ExpireDelegationTokenResponseCodec: Codec<ExpireDelegationTokenResponse, ExpireDelegationTokenResponseInput> = {
  name: 'ExpireDelegationTokenResponse', apiKey: 40, minVersion: 1, maxVersion: 2, flexibleFrom: 2,
  decode: readExpireDelegationTokenResponse, encode: writeExpireDelegationTokenResponse,
};

export interface DescribeDelegationTokenOwner {
  principalType: string;
  principalName: string;
}

export interface DescribeDelegationTokenOwnerInput {
  principalType: string;
  principalName: string;
}

/** DescribeDelegationTokenRequest: versions 1-3, flexible from 2. */
export interface DescribeDelegationTokenRequest {
  owners: DescribeDelegationTokenOwner[] | null;
}

/** What an encoder wants for DescribeDelegationTokenRequest. */
export interface DescribeDelegationTokenRequestInput {
  owners: readonly DescribeDelegationTokenOwnerInput[] | null;
}

function readDescribeDelegationTokenOwner(r: WireReader, v: number): DescribeDelegationTokenOwner {
  const f = v >= 2;
  const principalType = r.readString(f);
  const principalName = r.readString(f);
  if (f) r.skipTaggedFields();
  return { principalType, principalName };
}

function writeDescribeDelegationTokenOwner(w: WireWriter, { principalType, principalName }: DescribeDelegationTokenOwnerInput, v: number): void {
  const f = v >= 2;
  w.writeString(principalType, f);
  w.writeString(principalName, f);
  if (f) w.writeNoTaggedFields();
}

function readDescribeDelegationTokenRequest(r: WireReader, v: number): DescribeDelegationTokenRequest {
  const f = v >= 2;
  const owners = readNullableDescribeDelegationTokenOwnerArray(r, v, f);
  if (f) r.skipTaggedFields();
  return { owners };
}

function writeDescribeDelegationTokenRequest(w: WireWriter, { owners }: DescribeDelegationTokenRequestInput, v: number): void {
  const f = v >= 2;
  writeNullableDescribeDelegationTokenOwnerArray(w, owners, v, f);
  if (f) w.writeNoTaggedFields();
}

function readNullableDescribeDelegationTokenOwnerArray(r: WireReader, v: number, f: boolean): DescribeDelegationTokenOwner[] | null {
  let n = r.readNullableArrayLength(f, 3);
  if (n < 0) return null;
  const a: DescribeDelegationTokenOwner[] = [];
  for (; n > 0; n--) a.push(readDescribeDelegationTokenOwner(r, v));
  return a;
}

function writeDescribeDelegationTokenOwnerArray(w: WireWriter, a: readonly DescribeDelegationTokenOwnerInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeDescribeDelegationTokenOwner(w, x, v);
}

function writeNullableDescribeDelegationTokenOwnerArray(w: WireWriter, a: readonly DescribeDelegationTokenOwnerInput[] | null, v: number, f: boolean): void {
  if (a === null) w.writeNullArray(f); else writeDescribeDelegationTokenOwnerArray(w, a, v, f);
}

/** Codec of {@link DescribeDelegationTokenRequest}. */
export const DescribeDelegationTokenRequestCodec: Codec<DescribeDelegationTokenRequest, DescribeDelegationTokenRequestInput> = {
  name: 'DescribeDelegationTokenRequest', apiKey: 41, minVersion: 1, maxVersion: 3, flexibleFrom: 2,
  decode: readDescribeDelegationTokenRequest, encode: writeDescribeDelegationTokenRequest,
};

export interface DescribedDelegationTokenRenewer {
  principalType: string;
  principalName: string;
}

export interface DescribedDelegationTokenRenewerInput {
  principalType: string;
  principalName: string;
}

export interface DescribedDelegationToken {
  principalType: string;
  principalName: string;
  tokenRequesterPrincipalType: string;
  tokenRequesterPrincipalName: string;
  issueTimestamp: number;
  expiryTimestamp: number;
  maxTimestamp: number;
  tokenId: string;
  hmac: Uint8Array;
  renewers: DescribedDelegationTokenRenewer[];
}

export interface DescribedDelegationTokenInput {
  principalType: string;
  principalName: string;
  tokenRequesterPrincipalType?: string | undefined;
  tokenRequesterPrincipalName?: string | undefined;
  issueTimestamp: number;
  expiryTimestamp: number;
  maxTimestamp: number;
  tokenId: string;
  hmac: Uint8Array;
  renewers: readonly DescribedDelegationTokenRenewerInput[];
}

/** DescribeDelegationTokenResponse: versions 1-3, flexible from 2. */
export interface DescribeDelegationTokenResponse {
  errorCode: number;
  tokens: DescribedDelegationToken[];
  throttleTimeMs: number;
}

/** What an encoder wants for DescribeDelegationTokenResponse. */
export interface DescribeDelegationTokenResponseInput {
  errorCode: number;
  tokens: readonly DescribedDelegationTokenInput[];
  throttleTimeMs: number;
}

function readDescribedDelegationTokenRenewer(r: WireReader, v: number): DescribedDelegationTokenRenewer {
  const f = v >= 2;
  const principalType = r.readString(f);
  const principalName = r.readString(f);
  if (f) r.skipTaggedFields();
  return { principalType, principalName };
}

function writeDescribedDelegationTokenRenewer(w: WireWriter, { principalType, principalName }: DescribedDelegationTokenRenewerInput, v: number): void {
  const f = v >= 2;
  w.writeString(principalType, f);
  w.writeString(principalName, f);
  if (f) w.writeNoTaggedFields();
}

function readDescribedDelegationToken(r: WireReader, v: number): DescribedDelegationToken {
  const f = v >= 2;
  const principalType = r.readString(f);
  const principalName = r.readString(f);
  const tokenRequesterPrincipalType = v >= 3 ? r.readString(f) : '';
  const tokenRequesterPrincipalName = v >= 3 ? r.readString(f) : '';
  const issueTimestamp = r.readInt64();
  const expiryTimestamp = r.readInt64();
  const maxTimestamp = r.readInt64();
  const tokenId = r.readString(f);
  const hmac = r.readBytes(f);
  const renewers = readDescribedDelegationTokenRenewerArray(r, v, f);
  if (f) r.skipTaggedFields();
  return { principalType, principalName, tokenRequesterPrincipalType, tokenRequesterPrincipalName, issueTimestamp, expiryTimestamp, maxTimestamp, tokenId, hmac, renewers };
}

function writeDescribedDelegationToken(w: WireWriter, { principalType, principalName, tokenRequesterPrincipalType = '', tokenRequesterPrincipalName = '', issueTimestamp, expiryTimestamp, maxTimestamp, tokenId, hmac, renewers }: DescribedDelegationTokenInput, v: number): void {
  const f = v >= 2;
  w.writeString(principalType, f);
  w.writeString(principalName, f);
  if (v >= 3) { w.writeString(tokenRequesterPrincipalType, f); }
  if (v >= 3) { w.writeString(tokenRequesterPrincipalName, f); }
  w.writeInt64(issueTimestamp);
  w.writeInt64(expiryTimestamp);
  w.writeInt64(maxTimestamp);
  w.writeString(tokenId, f);
  w.writeBytes(hmac, f);
  writeDescribedDelegationTokenRenewerArray(w, renewers, v, f);
  if (f) w.writeNoTaggedFields();
}

function readDescribeDelegationTokenResponse(r: WireReader, v: number): DescribeDelegationTokenResponse {
  const f = v >= 2;
  const errorCode = r.readInt16();
  const tokens = readDescribedDelegationTokenArray(r, v, f);
  const throttleTimeMs = r.readInt32();
  if (f) r.skipTaggedFields();
  return { errorCode, tokens, throttleTimeMs };
}

function writeDescribeDelegationTokenResponse(w: WireWriter, { errorCode, tokens, throttleTimeMs }: DescribeDelegationTokenResponseInput, v: number): void {
  const f = v >= 2;
  w.writeInt16(errorCode);
  writeDescribedDelegationTokenArray(w, tokens, v, f);
  w.writeInt32(throttleTimeMs);
  if (f) w.writeNoTaggedFields();
}

function readDescribedDelegationTokenRenewerArray(r: WireReader, v: number, f: boolean): DescribedDelegationTokenRenewer[] {
  let n = r.readArrayLength(f, 3);
  const a: DescribedDelegationTokenRenewer[] = [];
  for (; n > 0; n--) a.push(readDescribedDelegationTokenRenewer(r, v));
  return a;
}

function writeDescribedDelegationTokenRenewerArray(w: WireWriter, a: readonly DescribedDelegationTokenRenewerInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeDescribedDelegationTokenRenewer(w, x, v);
}

function readDescribedDelegationTokenArray(r: WireReader, v: number, f: boolean): DescribedDelegationToken[] {
  let n = r.readArrayLength(f, 30);
  const a: DescribedDelegationToken[] = [];
  for (; n > 0; n--) a.push(readDescribedDelegationToken(r, v));
  return a;
}

function writeDescribedDelegationTokenArray(w: WireWriter, a: readonly DescribedDelegationTokenInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeDescribedDelegationToken(w, x, v);
}

/** Codec of {@link DescribeDelegationTokenResponse}. */
export const DescribeDelegationTokenResponseCodec: Codec<DescribeDelegationTokenResponse, DescribeDelegationTokenResponseInput> = {
  name: 'DescribeDelegationTokenResponse', apiKey: 41, minVersion: 1, maxVersion: 3, flexibleFrom: 2,
  decode: readDescribeDelegationTokenResponse, encode: writeDescribeDelegationTokenResponse,
};

/** DeleteGroupsRequest: versions 0-2, flexible from 2. */
export interface DeleteGroupsRequest {
  groupsNames: string[];
}

/** What an encoder wants for DeleteGroupsRequest. */
export interface DeleteGroupsRequestInput {
  groupsNames: readonly string[];
}

function readDeleteGroupsRequest(r: WireReader, v: number): DeleteGroupsRequest {
  const f = v >= 2;
  const groupsNames = r.readStringArray(f);
  if (f) r.skipTaggedFields();
  return { groupsNames };
}

function writeDeleteGroupsRequest(w: WireWriter, { groupsNames }: DeleteGroupsRequestInput, v: number): void {
  const f = v >= 2;
  w.writeStringArray(groupsNames, f);
  if (f) w.writeNoTaggedFields();
}

/** Codec of {@link DeleteGroupsRequest}. */
export const DeleteGroupsRequestCodec: Codec<DeleteGroupsRequest, DeleteGroupsRequestInput> = {
  name: 'DeleteGroupsRequest', apiKey: 42, minVersion: 0, maxVersion: 2, flexibleFrom: 2,
  decode: readDeleteGroupsRequest, encode: writeDeleteGroupsRequest,
};

export interface DeletableGroupResult {
  groupId: string;
  errorCode: number;
}

export interface DeletableGroupResultInput {
  groupId: string;
  errorCode: number;
}

/** DeleteGroupsResponse: versions 0-2, flexible from 2. */
export interface DeleteGroupsResponse {
  throttleTimeMs: number;
  results: DeletableGroupResult[];
}

/** What an encoder wants for DeleteGroupsResponse. */
export interface DeleteGroupsResponseInput {
  throttleTimeMs: number;
  results: readonly DeletableGroupResultInput[];
}

function readDeletableGroupResult(r: WireReader, v: number): DeletableGroupResult {
  const f = v >= 2;
  const groupId = r.readString(f);
  const errorCode = r.readInt16();
  if (f) r.skipTaggedFields();
  return { groupId, errorCode };
}

function writeDeletableGroupResult(w: WireWriter, { groupId, errorCode }: DeletableGroupResultInput, v: number): void {
  const f = v >= 2;
  w.writeString(groupId, f);
  w.writeInt16(errorCode);
  if (f) w.writeNoTaggedFields();
}

function readDeleteGroupsResponse(r: WireReader, v: number): DeleteGroupsResponse {
  const f = v >= 2;
  const throttleTimeMs = r.readInt32();
  const results = readDeletableGroupResultArray(r, v, f);
  if (f) r.skipTaggedFields();
  return { throttleTimeMs, results };
}

function writeDeleteGroupsResponse(w: WireWriter, { throttleTimeMs, results }: DeleteGroupsResponseInput, v: number): void {
  const f = v >= 2;
  w.writeInt32(throttleTimeMs);
  writeDeletableGroupResultArray(w, results, v, f);
  if (f) w.writeNoTaggedFields();
}

function readDeletableGroupResultArray(r: WireReader, v: number, f: boolean): DeletableGroupResult[] {
  let n = r.readArrayLength(f, 4);
  const a: DeletableGroupResult[] = [];
  for (; n > 0; n--) a.push(readDeletableGroupResult(r, v));
  return a;
}

function writeDeletableGroupResultArray(w: WireWriter, a: readonly DeletableGroupResultInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeDeletableGroupResult(w, x, v);
}

/** Codec of {@link DeleteGroupsResponse}. */
export const DeleteGroupsResponseCodec: Codec<DeleteGroupsResponse, DeleteGroupsResponseInput> = {
  name: 'DeleteGroupsResponse', apiKey: 42, minVersion: 0, maxVersion: 2, flexibleFrom: 2,
  decode: readDeleteGroupsResponse, encode: writeDeleteGroupsResponse,
};

export interface ElectLeadersRequestTopicPartitions {
  topic: string;
  partitions: number[];
}

export interface ElectLeadersRequestTopicPartitionsInput {
  topic: string;
  partitions: readonly number[];
}

/** ElectLeadersRequest: versions 0-2, flexible from 2. */
export interface ElectLeadersRequest {
  electionType: number;
  topicPartitions: ElectLeadersRequestTopicPartitions[] | null;
  timeoutMs: number;
}

/** What an encoder wants for ElectLeadersRequest. */
export interface ElectLeadersRequestInput {
  electionType?: number | undefined;
  topicPartitions: readonly ElectLeadersRequestTopicPartitionsInput[] | null;
  timeoutMs?: number | undefined;
}

function readElectLeadersRequestTopicPartitions(r: WireReader, v: number): ElectLeadersRequestTopicPartitions {
  const f = v >= 2;
  const topic = r.readString(f);
  const partitions = r.readInt32Array(f);
  if (f) r.skipTaggedFields();
  return { topic, partitions };
}

function writeElectLeadersRequestTopicPartitions(w: WireWriter, { topic, partitions }: ElectLeadersRequestTopicPartitionsInput, v: number): void {
  const f = v >= 2;
  w.writeString(topic, f);
  w.writeInt32Array(partitions, f);
  if (f) w.writeNoTaggedFields();
}

function readElectLeadersRequest(r: WireReader, v: number): ElectLeadersRequest {
  const f = v >= 2;
  const electionType = v >= 1 ? r.readInt8() : 0;
  const topicPartitions = readNullableElectLeadersRequestTopicPartitionsArray(r, v, f);
  const timeoutMs = r.readInt32();
  if (f) r.skipTaggedFields();
  return { electionType, topicPartitions, timeoutMs };
}

function writeElectLeadersRequest(w: WireWriter, { electionType = 0, topicPartitions, timeoutMs = 60000 }: ElectLeadersRequestInput, v: number): void {
  const f = v >= 2;
  if (v >= 1) { w.writeInt8(electionType); }
  writeNullableElectLeadersRequestTopicPartitionsArray(w, topicPartitions, v, f);
  w.writeInt32(timeoutMs);
  if (f) w.writeNoTaggedFields();
}

function readNullableElectLeadersRequestTopicPartitionsArray(r: WireReader, v: number, f: boolean): ElectLeadersRequestTopicPartitions[] | null {
  let n = r.readNullableArrayLength(f, 3);
  if (n < 0) return null;
  const a: ElectLeadersRequestTopicPartitions[] = [];
  for (; n > 0; n--) a.push(readElectLeadersRequestTopicPartitions(r, v));
  return a;
}

function writeElectLeadersRequestTopicPartitionsArray(w: WireWriter, a: readonly ElectLeadersRequestTopicPartitionsInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeElectLeadersRequestTopicPartitions(w, x, v);
}

function writeNullableElectLeadersRequestTopicPartitionsArray(w: WireWriter, a: readonly ElectLeadersRequestTopicPartitionsInput[] | null, v: number, f: boolean): void {
  if (a === null) w.writeNullArray(f); else writeElectLeadersRequestTopicPartitionsArray(w, a, v, f);
}

/** Codec of {@link ElectLeadersRequest}. */
export const ElectLeadersRequestCodec: Codec<ElectLeadersRequest, ElectLeadersRequestInput> = {
  name: 'ElectLeadersRequest', apiKey: 43, minVersion: 0, maxVersion: 2, flexibleFrom: 2,
  decode: readElectLeadersRequest, encode: writeElectLeadersRequest,
};

export interface ElectLeadersResponsePartitionResult {
  partitionId: number;
  errorCode: number;
  errorMessage: string | null;
}

export interface ElectLeadersResponsePartitionResultInput {
  partitionId: number;
  errorCode: number;
  errorMessage: string | null;
}

export interface ReplicaElectionResult {
  topic: string;
  partitionResult: ElectLeadersResponsePartitionResult[];
}

export interface ReplicaElectionResultInput {
  topic: string;
  partitionResult: readonly ElectLeadersResponsePartitionResultInput[];
}

/** ElectLeadersResponse: versions 0-2, flexible from 2. */
export interface ElectLeadersResponse {
  throttleTimeMs: number;
  errorCode: number;
  replicaElectionResults: ReplicaElectionResult[];
}

/** What an encoder wants for ElectLeadersResponse. */
export interface ElectLeadersResponseInput {
  throttleTimeMs: number;
  errorCode?: number | undefined;
  replicaElectionResults: readonly ReplicaElectionResultInput[];
}

function readElectLeadersResponsePartitionResult(r: WireReader, v: number): ElectLeadersResponsePartitionResult {
  const f = v >= 2;
  const partitionId = r.readInt32();
  const errorCode = r.readInt16();
  const errorMessage = r.readNullableString(f);
  if (f) r.skipTaggedFields();
  return { partitionId, errorCode, errorMessage };
}

function writeElectLeadersResponsePartitionResult(w: WireWriter, { partitionId, errorCode, errorMessage }: ElectLeadersResponsePartitionResultInput, v: number): void {
  const f = v >= 2;
  w.writeInt32(partitionId);
  w.writeInt16(errorCode);
  w.writeNullableString(errorMessage, f);
  if (f) w.writeNoTaggedFields();
}

function readReplicaElectionResult(r: WireReader, v: number): ReplicaElectionResult {
  const f = v >= 2;
  const topic = r.readString(f);
  const partitionResult = readElectLeadersResponsePartitionResultArray(r, v, f);
  if (f) r.skipTaggedFields();
  return { topic, partitionResult };
}

function writeReplicaElectionResult(w: WireWriter, { topic, partitionResult }: ReplicaElectionResultInput, v: number): void {
  const f = v >= 2;
  w.writeString(topic, f);
  writeElectLeadersResponsePartitionResultArray(w, partitionResult, v, f);
  if (f) w.writeNoTaggedFields();
}

function readElectLeadersResponse(r: WireReader, v: number): ElectLeadersResponse {
  const f = v >= 2;
  const throttleTimeMs = r.readInt32();
  const errorCode = v >= 1 ? r.readInt16() : 0;
  const replicaElectionResults = readReplicaElectionResultArray(r, v, f);
  if (f) r.skipTaggedFields();
  return { throttleTimeMs, errorCode, replicaElectionResults };
}

function writeElectLeadersResponse(w: WireWriter, { throttleTimeMs, errorCode = 0, replicaElectionResults }: ElectLeadersResponseInput, v: number): void {
  const f = v >= 2;
  w.writeInt32(throttleTimeMs);
  if (v >= 1) { w.writeInt16(errorCode); }
  writeReplicaElectionResultArray(w, replicaElectionResults, v, f);
  if (f) w.writeNoTaggedFields();
}

function readElectLeadersResponsePartitionResultArray(r: WireReader, v: number, f: boolean): ElectLeadersResponsePartitionResult[] {
  let n = r.readArrayLength(f, 8);
  const a: ElectLeadersResponsePartitionResult[] = [];
  for (; n > 0; n--) a.push(readElectLeadersResponsePartitionResult(r, v));
  return a;
}

function writeElectLeadersResponsePartitionResultArray(w: WireWriter, a: readonly ElectLeadersResponsePartitionResultInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeElectLeadersResponsePartitionResult(w, x, v);
}

function readReplicaElectionResultArray(r: WireReader, v: number, f: boolean): ReplicaElectionResult[] {
  let n = r.readArrayLength(f, 3);
  const a: ReplicaElectionResult[] = [];
  for (; n > 0; n--) a.push(readReplicaElectionResult(r, v));
  return a;
}

function writeReplicaElectionResultArray(w: WireWriter, a: readonly ReplicaElectionResultInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeReplicaElectionResult(w, x, v);
}

/** Codec of {@link ElectLeadersResponse}. */
export const ElectLeadersResponseCodec: Codec<ElectLeadersResponse, ElectLeadersResponseInput> = {
  name: 'ElectLeadersResponse', apiKey: 43, minVersion: 0, maxVersion: 2, flexibleFrom: 2,
  decode: readElectLeadersResponse, encode: writeElectLeadersResponse,
};

export interface IncrementalAlterConfigsRequestAlterableConfig {
  name: string;
  configOperation: number;
  value: string | null;
}

export interface IncrementalAlterConfigsRequestAlterableConfigInput {
  name: string;
  configOperation: number;
  value: string | null;
}

export interface IncrementalAlterConfigsRequestAlterConfigsResource {
  resourceType: number;
  resourceName: string;
  configs: IncrementalAlterConfigsRequestAlterableConfig[];
}

export interface IncrementalAlterConfigsRequestAlterConfigsResourceInput {
  resourceType: number;
  resourceName: string;
  configs: readonly IncrementalAlterConfigsRequestAlterableConfigInput[];
}

/** IncrementalAlterConfigsRequest: versions 0-1, flexible from 1. */
export interface IncrementalAlterConfigsRequest {
  resources: IncrementalAlterConfigsRequestAlterConfigsResource[];
  validateOnly: boolean;
}

/** What an encoder wants for IncrementalAlterConfigsRequest. */
export interface IncrementalAlterConfigsRequestInput {
  resources: readonly IncrementalAlterConfigsRequestAlterConfigsResourceInput[];
  validateOnly: boolean;
}

function readIncrementalAlterConfigsRequestAlterableConfig(r: WireReader, v: number): IncrementalAlterConfigsRequestAlterableConfig {
  const f = v >= 1;
  const name = r.readString(f);
  const configOperation = r.readInt8();
  const value = r.readNullableString(f);
  if (f) r.skipTaggedFields();
  return { name, configOperation, value };
}

function writeIncrementalAlterConfigsRequestAlterableConfig(w: WireWriter, { name, configOperation, value }: IncrementalAlterConfigsRequestAlterableConfigInput, v: number): void {
  const f = v >= 1;
  w.writeString(name, f);
  w.writeInt8(configOperation);
  w.writeNullableString(value, f);
  if (f) w.writeNoTaggedFields();
}

function readIncrementalAlterConfigsRequestAlterConfigsResource(r: WireReader, v: number): IncrementalAlterConfigsRequestAlterConfigsResource {
  const f = v >= 1;
  const resourceType = r.readInt8();
  const resourceName = r.readString(f);
  const configs = readIncrementalAlterConfigsRequestAlterableConfigArray(r, v, f);
  if (f) r.skipTaggedFields();
  return { resourceType, resourceName, configs };
}

function writeIncrementalAlterConfigsRequestAlterConfigsResource(w: WireWriter, { resourceType, resourceName, configs }: IncrementalAlterConfigsRequestAlterConfigsResourceInput, v: number): void {
  const f = v >= 1;
  w.writeInt8(resourceType);
  w.writeString(resourceName, f);
  writeIncrementalAlterConfigsRequestAlterableConfigArray(w, configs, v, f);
  if (f) w.writeNoTaggedFields();
}

function readIncrementalAlterConfigsRequest(r: WireReader, v: number): IncrementalAlterConfigsRequest {
  const f = v >= 1;
  const resources = readIncrementalAlterConfigsRequestAlterConfigsResourceArray(r, v, f);
  const validateOnly = r.readBool();
  if (f) r.skipTaggedFields();
  return { resources, validateOnly };
}

function writeIncrementalAlterConfigsRequest(w: WireWriter, { resources, validateOnly }: IncrementalAlterConfigsRequestInput, v: number): void {
  const f = v >= 1;
  writeIncrementalAlterConfigsRequestAlterConfigsResourceArray(w, resources, v, f);
  w.writeBool(validateOnly);
  if (f) w.writeNoTaggedFields();
}

function readIncrementalAlterConfigsRequestAlterableConfigArray(r: WireReader, v: number, f: boolean): IncrementalAlterConfigsRequestAlterableConfig[] {
  let n = r.readArrayLength(f, 4);
  const a: IncrementalAlterConfigsRequestAlterableConfig[] = [];
  for (; n > 0; n--) a.push(readIncrementalAlterConfigsRequestAlterableConfig(r, v));
  return a;
}

function writeIncrementalAlterConfigsRequestAlterableConfigArray(w: WireWriter, a: readonly IncrementalAlterConfigsRequestAlterableConfigInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeIncrementalAlterConfigsRequestAlterableConfig(w, x, v);
}

function readIncrementalAlterConfigsRequestAlterConfigsResourceArray(r: WireReader, v: number, f: boolean): IncrementalAlterConfigsRequestAlterConfigsResource[] {
  let n = r.readArrayLength(f, 4);
  const a: IncrementalAlterConfigsRequestAlterConfigsResource[] = [];
  for (; n > 0; n--) a.push(readIncrementalAlterConfigsRequestAlterConfigsResource(r, v));
  return a;
}

function writeIncrementalAlterConfigsRequestAlterConfigsResourceArray(w: WireWriter, a: readonly IncrementalAlterConfigsRequestAlterConfigsResourceInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeIncrementalAlterConfigsRequestAlterConfigsResource(w, x, v);
}

/** Codec of {@link IncrementalAlterConfigsRequest}. */
export const IncrementalAlterConfigsRequestCodec: Codec<IncrementalAlterConfigsRequest, IncrementalAlterConfigsRequestInput> = {
  name: 'IncrementalAlterConfigsRequest', apiKey: 44, minVersion: 0, maxVersion: 1, flexibleFrom: 1,
  decode: readIncrementalAlterConfigsRequest, encode: writeIncrementalAlterConfigsRequest,
};

export interface IncrementalAlterConfigsResponseAlterConfigsResourceResponse {
  errorCode: number;
  errorMessage: string | null;
  resourceType: number;
  resourceName: string;
}

export interface IncrementalAlterConfigsResponseAlterConfigsResourceResponseInput {
  errorCode: number;
  errorMessage: string | null;
  resourceType: number;
  resourceName: string;
}

/** IncrementalAlterConfigsResponse: versions 0-1, flexible from 1. */
export interface IncrementalAlterConfigsResponse {
  throttleTimeMs: number;
  responses: IncrementalAlterConfigsResponseAlterConfigsResourceResponse[];
}

/** What an encoder wants for IncrementalAlterConfigsResponse. */
export interface IncrementalAlterConfigsResponseInput {
  throttleTimeMs: number;
  responses: readonly IncrementalAlterConfigsResponseAlterConfigsResourceResponseInput[];
}

function readIncrementalAlterConfigsResponseAlterConfigsResourceResponse(r: WireReader, v: number): IncrementalAlterConfigsResponseAlterConfigsResourceResponse {
  const f = v >= 1;
  const errorCode = r.readInt16();
  const errorMessage = r.readNullableString(f);
  const resourceType = r.readInt8();
  const resourceName = r.readString(f);
  if (f) r.skipTaggedFields();
  return { errorCode, errorMessage, resourceType, resourceName };
}

function writeIncrementalAlterConfigsResponseAlterConfigsResourceResponse(w: WireWriter, { errorCode, errorMessage, resourceType, resourceName }: IncrementalAlterConfigsResponseAlterConfigsResourceResponseInput, v: number): void {
  const f = v >= 1;
  w.writeInt16(errorCode);
  w.writeNullableString(errorMessage, f);
  w.writeInt8(resourceType);
  w.writeString(resourceName, f);
  if (f) w.writeNoTaggedFields();
}

function readIncrementalAlterConfigsResponse(r: WireReader, v: number): IncrementalAlterConfigsResponse {
  const f = v >= 1;
  const throttleTimeMs = r.readInt32();
  const responses = readIncrementalAlterConfigsResponseAlterConfigsResourceResponseArray(r, v, f);
  if (f) r.skipTaggedFields();
  return { throttleTimeMs, responses };
}

function writeIncrementalAlterConfigsResponse(w: WireWriter, { throttleTimeMs, responses }: IncrementalAlterConfigsResponseInput, v: number): void {
  const f = v >= 1;
  w.writeInt32(throttleTimeMs);
  writeIncrementalAlterConfigsResponseAlterConfigsResourceResponseArray(w, responses, v, f);
  if (f) w.writeNoTaggedFields();
}

function readIncrementalAlterConfigsResponseAlterConfigsResourceResponseArray(r: WireReader, v: number, f: boolean): IncrementalAlterConfigsResponseAlterConfigsResourceResponse[] {
  let n = r.readArrayLength(f, 6);
  const a: IncrementalAlterConfigsResponseAlterConfigsResourceResponse[] = [];
  for (; n > 0; n--) a.push(readIncrementalAlterConfigsResponseAlterConfigsResourceResponse(r, v));
  return a;
}

function writeIncrementalAlterConfigsResponseAlterConfigsResourceResponseArray(w: WireWriter, a: readonly IncrementalAlterConfigsResponseAlterConfigsResourceResponseInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeIncrementalAlterConfigsResponseAlterConfigsResourceResponse(w, x, v);
}

/** Codec of {@link IncrementalAlterConfigsResponse}. */
export const IncrementalAlterConfigsResponseCodec: Codec<IncrementalAlterConfigsResponse, IncrementalAlterConfigsResponseInput> = {
  name: 'IncrementalAlterConfigsResponse', apiKey: 44, minVersion: 0, maxVersion: 1, flexibleFrom: 1,
  decode: readIncrementalAlterConfigsResponse, encode: writeIncrementalAlterConfigsResponse,
};

export interface ReassignablePartition {
  partitionIndex: number;
  replicas: number[] | null;
}

export interface ReassignablePartitionInput {
  partitionIndex: number;
  replicas?: readonly number[] | null | undefined;
}

export interface ReassignableTopic {
  name: string;
  partitions: ReassignablePartition[];
}

export interface ReassignableTopicInput {
  name: string;
  partitions: readonly ReassignablePartitionInput[];
}

/** AlterPartitionReassignmentsRequest: versions 0-1, flexible from 0. */
export interface AlterPartitionReassignmentsRequest {
  timeoutMs: number;
  allowReplicationFactorChange: boolean;
  topics: ReassignableTopic[];
}

/** What an encoder wants for AlterPartitionReassignmentsRequest. */
export interface AlterPartitionReassignmentsRequestInput {
  timeoutMs?: number | undefined;
  allowReplicationFactorChange?: boolean | undefined;
  topics: readonly ReassignableTopicInput[];
}

function readReassignablePartition(r: WireReader, v: number): ReassignablePartition {
  const partitionIndex = r.readInt32();
  const replicas = r.readNullableInt32Array(true);
  r.skipTaggedFields();
  return { partitionIndex, replicas };
}

function writeReassignablePartition(w: WireWriter, { partitionIndex, replicas = null }: ReassignablePartitionInput, v: number): void {
  w.writeInt32(partitionIndex);
  w.writeNullableInt32Array(replicas, true);
  w.writeNoTaggedFields();
}

function readReassignableTopic(r: WireReader, v: number): ReassignableTopic {
  const name = r.readString(true);
  const partitions = readReassignablePartitionArray(r, v);
  r.skipTaggedFields();
  return { name, partitions };
}

function writeReassignableTopic(w: WireWriter, { name, partitions }: ReassignableTopicInput, v: number): void {
  w.writeString(name, true);
  writeReassignablePartitionArray(w, partitions, v);
  w.writeNoTaggedFields();
}

function readAlterPartitionReassignmentsRequest(r: WireReader, v: number): AlterPartitionReassignmentsRequest {
  const timeoutMs = r.readInt32();
  const allowReplicationFactorChange = v >= 1 ? r.readBool() : true;
  const topics = readReassignableTopicArray(r, v);
  r.skipTaggedFields();
  return { timeoutMs, allowReplicationFactorChange, topics };
}

function writeAlterPartitionReassignmentsRequest(w: WireWriter, { timeoutMs = 60000, allowReplicationFactorChange = true, topics }: AlterPartitionReassignmentsRequestInput, v: number): void {
  w.writeInt32(timeoutMs);
  if (v >= 1) { w.writeBool(allowReplicationFactorChange); }
  writeReassignableTopicArray(w, topics, v);
  w.writeNoTaggedFields();
}

function readReassignablePartitionArray(r: WireReader, v: number): ReassignablePartition[] {
  let n = r.readArrayLength(true, 6);
  const a: ReassignablePartition[] = [];
  for (; n > 0; n--) a.push(readReassignablePartition(r, v));
  return a;
}

function writeReassignablePartitionArray(w: WireWriter, a: readonly ReassignablePartitionInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeReassignablePartition(w, x, v);
}

function readReassignableTopicArray(r: WireReader, v: number): ReassignableTopic[] {
  let n = r.readArrayLength(true, 3);
  const a: ReassignableTopic[] = [];
  for (; n > 0; n--) a.push(readReassignableTopic(r, v));
  return a;
}

function writeReassignableTopicArray(w: WireWriter, a: readonly ReassignableTopicInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeReassignableTopic(w, x, v);
}

/** Codec of {@link AlterPartitionReassignmentsRequest}. */
export const AlterPartitionReassignmentsRequestCodec: Codec<AlterPartitionReassignmentsRequest, AlterPartitionReassignmentsRequestInput> = {
  name: 'AlterPartitionReassignmentsRequest', apiKey: 45, minVersion: 0, maxVersion: 1, flexibleFrom: 0,
  decode: readAlterPartitionReassignmentsRequest, encode: writeAlterPartitionReassignmentsRequest,
};

export interface ReassignablePartitionResponse {
  partitionIndex: number;
  errorCode: number;
  errorMessage: string | null;
}

export interface ReassignablePartitionResponseInput {
  partitionIndex: number;
  errorCode: number;
  errorMessage: string | null;
}

export interface ReassignableTopicResponse {
  name: string;
  partitions: ReassignablePartitionResponse[];
}

export interface ReassignableTopicResponseInput {
  name: string;
  partitions: readonly ReassignablePartitionResponseInput[];
}

/** AlterPartitionReassignmentsResponse: versions 0-1, flexible from 0. */
export interface AlterPartitionReassignmentsResponse {
  throttleTimeMs: number;
  allowReplicationFactorChange: boolean;
  errorCode: number;
  errorMessage: string | null;
  responses: ReassignableTopicResponse[];
}

/** What an encoder wants for AlterPartitionReassignmentsResponse. */
export interface AlterPartitionReassignmentsResponseInput {
  throttleTimeMs: number;
  allowReplicationFactorChange?: boolean | undefined;
  errorCode: number;
  errorMessage: string | null;
  responses: readonly ReassignableTopicResponseInput[];
}

function readReassignablePartitionResponse(r: WireReader, v: number): ReassignablePartitionResponse {
  const partitionIndex = r.readInt32();
  const errorCode = r.readInt16();
  const errorMessage = r.readNullableString(true);
  r.skipTaggedFields();
  return { partitionIndex, errorCode, errorMessage };
}

function writeReassignablePartitionResponse(w: WireWriter, { partitionIndex, errorCode, errorMessage }: ReassignablePartitionResponseInput, v: number): void {
  w.writeInt32(partitionIndex);
  w.writeInt16(errorCode);
  w.writeNullableString(errorMessage, true);
  w.writeNoTaggedFields();
}

function readReassignableTopicResponse(r: WireReader, v: number): ReassignableTopicResponse {
  const name = r.readString(true);
  const partitions = readReassignablePartitionResponseArray(r, v);
  r.skipTaggedFields();
  return { name, partitions };
}

function writeReassignableTopicResponse(w: WireWriter, { name, partitions }: ReassignableTopicResponseInput, v: number): void {
  w.writeString(name, true);
  writeReassignablePartitionResponseArray(w, partitions, v);
  w.writeNoTaggedFields();
}

function readAlterPartitionReassignmentsResponse(r: WireReader, v: number): AlterPartitionReassignmentsResponse {
  const throttleTimeMs = r.readInt32();
  const allowReplicationFactorChange = v >= 1 ? r.readBool() : true;
  const errorCode = r.readInt16();
  const errorMessage = r.readNullableString(true);
  const responses = readReassignableTopicResponseArray(r, v);
  r.skipTaggedFields();
  return { throttleTimeMs, allowReplicationFactorChange, errorCode, errorMessage, responses };
}

function writeAlterPartitionReassignmentsResponse(w: WireWriter, { throttleTimeMs, allowReplicationFactorChange = true, errorCode, errorMessage, responses }: AlterPartitionReassignmentsResponseInput, v: number): void {
  w.writeInt32(throttleTimeMs);
  if (v >= 1) { w.writeBool(allowReplicationFactorChange); }
  w.writeInt16(errorCode);
  w.writeNullableString(errorMessage, true);
  writeReassignableTopicResponseArray(w, responses, v);
  w.writeNoTaggedFields();
}

function readReassignablePartitionResponseArray(r: WireReader, v: number): ReassignablePartitionResponse[] {
  let n = r.readArrayLength(true, 8);
  const a: ReassignablePartitionResponse[] = [];
  for (; n > 0; n--) a.push(readReassignablePartitionResponse(r, v));
  return a;
}

function writeReassignablePartitionResponseArray(w: WireWriter, a: readonly ReassignablePartitionResponseInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeReassignablePartitionResponse(w, x, v);
}

function readReassignableTopicResponseArray(r: WireReader, v: number): ReassignableTopicResponse[] {
  let n = r.readArrayLength(true, 3);
  const a: ReassignableTopicResponse[] = [];
  for (; n > 0; n--) a.push(readReassignableTopicResponse(r, v));
  return a;
}

function writeReassignableTopicResponseArray(w: WireWriter, a: readonly ReassignableTopicResponseInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeReassignableTopicResponse(w, x, v);
}

/** Codec of {@link AlterPartitionReassignmentsResponse}. */
export const AlterPartitionReassignmentsResponseCodec: Codec<AlterPartitionReassignmentsResponse, AlterPartitionReassignmentsResponseInput> = {
  name: 'AlterPartitionReassignmentsResponse', apiKey: 45, minVersion: 0, maxVersion: 1, flexibleFrom: 0,
  decode: readAlterPartitionReassignmentsResponse, encode: writeAlterPartitionReassignmentsResponse,
};

export interface ListPartitionReassignmentsTopics {
  name: string;
  partitionIndexes: number[];
}

export interface ListPartitionReassignmentsTopicsInput {
  name: string;
  partitionIndexes: readonly number[];
}

/** ListPartitionReassignmentsRequest: version 0, flexible from 0. */
export interface ListPartitionReassignmentsRequest {
  timeoutMs: number;
  topics: ListPartitionReassignmentsTopics[] | null;
}

/** What an encoder wants for ListPartitionReassignmentsRequest. */
export interface ListPartitionReassignmentsRequestInput {
  timeoutMs?: number | undefined;
  topics?: readonly ListPartitionReassignmentsTopicsInput[] | null | undefined;
}

function readListPartitionReassignmentsTopics(r: WireReader, v: number): ListPartitionReassignmentsTopics {
  const name = r.readString(true);
  const partitionIndexes = r.readInt32Array(true);
  r.skipTaggedFields();
  return { name, partitionIndexes };
}

function writeListPartitionReassignmentsTopics(w: WireWriter, { name, partitionIndexes }: ListPartitionReassignmentsTopicsInput, v: number): void {
  w.writeString(name, true);
  w.writeInt32Array(partitionIndexes, true);
  w.writeNoTaggedFields();
}

function readListPartitionReassignmentsRequest(r: WireReader, v: number): ListPartitionReassignmentsRequest {
  const timeoutMs = r.readInt32();
  const topics = readNullableListPartitionReassignmentsTopicsArray(r, v);
  r.skipTaggedFields();
  return { timeoutMs, topics };
}

function writeListPartitionReassignmentsRequest(w: WireWriter, { timeoutMs = 60000, topics = null }: ListPartitionReassignmentsRequestInput, v: number): void {
  w.writeInt32(timeoutMs);
  writeNullableListPartitionReassignmentsTopicsArray(w, topics, v);
  w.writeNoTaggedFields();
}

function readNullableListPartitionReassignmentsTopicsArray(r: WireReader, v: number): ListPartitionReassignmentsTopics[] | null {
  let n = r.readNullableArrayLength(true, 3);
  if (n < 0) return null;
  const a: ListPartitionReassignmentsTopics[] = [];
  for (; n > 0; n--) a.push(readListPartitionReassignmentsTopics(r, v));
  return a;
}

function writeListPartitionReassignmentsTopicsArray(w: WireWriter, a: readonly ListPartitionReassignmentsTopicsInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeListPartitionReassignmentsTopics(w, x, v);
}

function writeNullableListPartitionReassignmentsTopicsArray(w: WireWriter, a: readonly ListPartitionReassignmentsTopicsInput[] | null, v: number): void {
  if (a === null) w.writeNullArray(true); else writeListPartitionReassignmentsTopicsArray(w, a, v);
}

/** Codec of {@link ListPartitionReassignmentsRequest}. */
export const ListPartitionReassignmentsRequestCodec: Codec<ListPartitionReassignmentsRequest, ListPartitionReassignmentsRequestInput> = {
  name: 'ListPartitionReassignmentsRequest', apiKey: 46, minVersion: 0, maxVersion: 0, flexibleFrom: 0,
  decode: readListPartitionReassignmentsRequest, encode: writeListPartitionReassignmentsRequest,
};

export interface OngoingPartitionReassignment {
  partitionIndex: number;
  replicas: number[];
  addingReplicas: number[];
  removingReplicas: number[];
}

export interface OngoingPartitionReassignmentInput {
  partitionIndex: number;
  replicas: readonly number[];
  addingReplicas: readonly number[];
  removingReplicas: readonly number[];
}

export interface OngoingTopicReassignment {
  name: string;
  partitions: OngoingPartitionReassignment[];
}

export interface OngoingTopicReassignmentInput {
  name: string;
  partitions: readonly OngoingPartitionReassignmentInput[];
}

/** ListPartitionReassignmentsResponse: version 0, flexible from 0. */
export interface ListPartitionReassignmentsResponse {
  throttleTimeMs: number;
  errorCode: number;
  errorMessage: string | null;
  topics: OngoingTopicReassignment[];
}

/** What an encoder wants for ListPartitionReassignmentsResponse. */
export interface ListPartitionReassignmentsResponseInput {
  throttleTimeMs: number;
  errorCode: number;
  errorMessage: string | null;
  topics: readonly OngoingTopicReassignmentInput[];
}

function readOngoingPartitionReassignment(r: WireReader, v: number): OngoingPartitionReassignment {
  const partitionIndex = r.readInt32();
  const replicas = r.readInt32Array(true);
  const addingReplicas = r.readInt32Array(true);
  const removingReplicas = r.readInt32Array(true);
  r.skipTaggedFields();
  return { partitionIndex, replicas, addingReplicas, removingReplicas };
}

function writeOngoingPartitionReassignment(w: WireWriter, { partitionIndex, replicas, addingReplicas, removingReplicas }: OngoingPartitionReassignmentInput, v: number): void {
  w.writeInt32(partitionIndex);
  w.writeInt32Array(replicas, true);
  w.writeInt32Array(addingReplicas, true);
  w.writeInt32Array(removingReplicas, true);
  w.writeNoTaggedFields();
}

function readOngoingTopicReassignment(r: WireReader, v: number): OngoingTopicReassignment {
  const name = r.readString(true);
  const partitions = readOngoingPartitionReassignmentArray(r, v);
  r.skipTaggedFields();
  return { name, partitions };
}

function writeOngoingTopicReassignment(w: WireWriter, { name, partitions }: OngoingTopicReassignmentInput, v: number): void {
  w.writeString(name, true);
  writeOngoingPartitionReassignmentArray(w, partitions, v);
  w.writeNoTaggedFields();
}

function readListPartitionReassignmentsResponse(r: WireReader, v: number): ListPartitionReassignmentsResponse {
  const throttleTimeMs = r.readInt32();
  const errorCode = r.readInt16();
  const errorMessage = r.readNullableString(true);
  const topics = readOngoingTopicReassignmentArray(r, v);
  r.skipTaggedFields();
  return { throttleTimeMs, errorCode, errorMessage, topics };
}

function writeListPartitionReassignmentsResponse(w: WireWriter, { throttleTimeMs, errorCode, errorMessage, topics }: ListPartitionReassignmentsResponseInput, v: number): void {
  w.writeInt32(throttleTimeMs);
  w.writeInt16(errorCode);
  w.writeNullableString(errorMessage, true);
  writeOngoingTopicReassignmentArray(w, topics, v);
  w.writeNoTaggedFields();
}

function readOngoingPartitionReassignmentArray(r: WireReader, v: number): OngoingPartitionReassignment[] {
  let n = r.readArrayLength(true, 8);
  const a: OngoingPartitionReassignment[] = [];
  for (; n > 0; n--) a.push(readOngoingPartitionReassignment(r, v));
  return a;
}

function writeOngoingPartitionReassignmentArray(w: WireWriter, a: readonly OngoingPartitionReassignmentInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeOngoingPartitionReassignment(w, x, v);
}

function readOngoingTopicReassignmentArray(r: WireReader, v: number): OngoingTopicReassignment[] {
  let n = r.readArrayLength(true, 3);
  const a: OngoingTopicReassignment[] = [];
  for (; n > 0; n--) a.push(readOngoingTopicReassignment(r, v));
  return a;
}

function writeOngoingTopicReassignmentArray(w: WireWriter, a: readonly OngoingTopicReassignmentInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeOngoingTopicReassignment(w, x, v);
}

/** Codec of {@link ListPartitionReassignmentsResponse}. */
export const ListPartitionReassignmentsResponseCodec: Codec<ListPartitionReassignmentsResponse, ListPartitionReassignmentsResponseInput> = {
  name: 'ListPartitionReassignmentsResponse', apiKey: 46, minVersion: 0, maxVersion: 0, flexibleFrom: 0,
  decode: readListPartitionReassignmentsResponse, encode: writeListPartitionReassignmentsResponse,
};

export interface OffsetDeleteRequestPartition {
  partitionIndex: number;
}

export interface OffsetDeleteRequestPartitionInput {
  partitionIndex: number;
}

export interface OffsetDeleteRequestTopic {
  name: string;
  partitions: OffsetDeleteRequestPartition[];
}

export interface OffsetDeleteRequestTopicInput {
  name: string;
  partitions: readonly OffsetDeleteRequestPartitionInput[];
}

/** OffsetDeleteRequest: version 0. */
export interface OffsetDeleteRequest {
  groupId: string;
  topics: OffsetDeleteRequestTopic[];
}

/** What an encoder wants for OffsetDeleteRequest. */
export interface OffsetDeleteRequestInput {
  groupId: string;
  topics: readonly OffsetDeleteRequestTopicInput[];
}

function readOffsetDeleteRequestPartition(r: WireReader, v: number): OffsetDeleteRequestPartition {
  const partitionIndex = r.readInt32();
  return { partitionIndex };
}

function writeOffsetDeleteRequestPartition(w: WireWriter, { partitionIndex }: OffsetDeleteRequestPartitionInput, v: number): void {
  w.writeInt32(partitionIndex);
}

function readOffsetDeleteRequestTopic(r: WireReader, v: number): OffsetDeleteRequestTopic {
  const name = r.readString(false);
  const partitions = readOffsetDeleteRequestPartitionArray(r, v);
  return { name, partitions };
}

function writeOffsetDeleteRequestTopic(w: WireWriter, { name, partitions }: OffsetDeleteRequestTopicInput, v: number): void {
  w.writeString(name, false);
  writeOffsetDeleteRequestPartitionArray(w, partitions, v);
}

function readOffsetDeleteRequest(r: WireReader, v: number): OffsetDeleteRequest {
  const groupId = r.readString(false);
  const topics = readOffsetDeleteRequestTopicArray(r, v);
  return { groupId, topics };
}

function writeOffsetDeleteRequest(w: WireWriter, { groupId, topics }: OffsetDeleteRequestInput, v: number): void {
  w.writeString(groupId, false);
  writeOffsetDeleteRequestTopicArray(w, topics, v);
}

function readOffsetDeleteRequestPartitionArray(r: WireReader, v: number): OffsetDeleteRequestPartition[] {
  let n = r.readArrayLength(false, 4);
  const a: OffsetDeleteRequestPartition[] = [];
  for (; n > 0; n--) a.push(readOffsetDeleteRequestPartition(r, v));
  return a;
}

function writeOffsetDeleteRequestPartitionArray(w: WireWriter, a: readonly OffsetDeleteRequestPartitionInput[], v: number): void {
  w.writeArrayLength(a.length, false);
  for (const x of a) writeOffsetDeleteRequestPartition(w, x, v);
}

function readOffsetDeleteRequestTopicArray(r: WireReader, v: number): OffsetDeleteRequestTopic[] {
  let n = r.readArrayLength(false, 6);
  const a: OffsetDeleteRequestTopic[] = [];
  for (; n > 0; n--) a.push(readOffsetDeleteRequestTopic(r, v));
  return a;
}

function writeOffsetDeleteRequestTopicArray(w: WireWriter, a: readonly OffsetDeleteRequestTopicInput[], v: number): void {
  w.writeArrayLength(a.length, false);
  for (const x of a) writeOffsetDeleteRequestTopic(w, x, v);
}

/** Codec of {@link OffsetDeleteRequest}. */
export const OffsetDeleteRequestCodec: Codec<OffsetDeleteRequest, OffsetDeleteRequestInput> = {
  name: 'OffsetDeleteRequest', apiKey: 47, minVersion: 0, maxVersion: 0, flexibleFrom: NEVER_FLEXIBLE,
  decode: readOffsetDeleteRequest, encode: writeOffsetDeleteRequest,
};

export interface OffsetDeleteResponsePartition {
  partitionIndex: number;
  errorCode: number;
}

export interface OffsetDeleteResponsePartitionInput {
  partitionIndex: number;
  errorCode: number;
}

export interface OffsetDeleteResponseTopic {
  name: string;
  partitions: OffsetDeleteResponsePartition[];
}

export interface OffsetDeleteResponseTopicInput {
  name: string;
  partitions: readonly OffsetDeleteResponsePartitionInput[];
}

/** OffsetDeleteResponse: version 0. */
export interface OffsetDeleteResponse {
  errorCode: number;
  throttleTimeMs: number;
  topics: OffsetDeleteResponseTopic[];
}

/** What an encoder wants for OffsetDeleteResponse. */
export interface OffsetDeleteResponseInput {
  errorCode: number;
  throttleTimeMs: number;
  topics: readonly OffsetDeleteResponseTopicInput[];
}

function readOffsetDeleteResponsePartition(r: WireReader, v: number): OffsetDeleteResponsePartition {
  const partitionIndex = r.readInt32();
  const errorCode = r.readInt16();
  return { partitionIndex, errorCode };
}

function writeOffsetDeleteResponsePartition(w: WireWriter, { partitionIndex, errorCode }: OffsetDeleteResponsePartitionInput, v: number): void {
  w.writeInt32(partitionIndex);
  w.writeInt16(errorCode);
}

function readOffsetDeleteResponseTopic(r: WireReader, v: number): OffsetDeleteResponseTopic {
  const name = r.readString(false);
  const partitions = readOffsetDeleteResponsePartitionArray(r, v);
  return { name, partitions };
}

function writeOffsetDeleteResponseTopic(w: WireWriter, { name, partitions }: OffsetDeleteResponseTopicInput, v: number): void {
  w.writeString(name, false);
  writeOffsetDeleteResponsePartitionArray(w, partitions, v);
}

function readOffsetDeleteResponse(r: WireReader, v: number): OffsetDeleteResponse {
  const errorCode = r.readInt16();
  const throttleTimeMs = r.readInt32();
  const topics = readOffsetDeleteResponseTopicArray(r, v);
  return { errorCode, throttleTimeMs, topics };
}

function writeOffsetDeleteResponse(w: WireWriter, { errorCode, throttleTimeMs, topics }: OffsetDeleteResponseInput, v: number): void {
  w.writeInt16(errorCode);
  w.writeInt32(throttleTimeMs);
  writeOffsetDeleteResponseTopicArray(w, topics, v);
}

function readOffsetDeleteResponsePartitionArray(r: WireReader, v: number): OffsetDeleteResponsePartition[] {
  let n = r.readArrayLength(false, 6);
  const a: OffsetDeleteResponsePartition[] = [];
  for (; n > 0; n--) a.push(readOffsetDeleteResponsePartition(r, v));
  return a;
}

function writeOffsetDeleteResponsePartitionArray(w: WireWriter, a: readonly OffsetDeleteResponsePartitionInput[], v: number): void {
  w.writeArrayLength(a.length, false);
  for (const x of a) writeOffsetDeleteResponsePartition(w, x, v);
}

function readOffsetDeleteResponseTopicArray(r: WireReader, v: number): OffsetDeleteResponseTopic[] {
  let n = r.readArrayLength(false, 6);
  const a: OffsetDeleteResponseTopic[] = [];
  for (; n > 0; n--) a.push(readOffsetDeleteResponseTopic(r, v));
  return a;
}

function writeOffsetDeleteResponseTopicArray(w: WireWriter, a: readonly OffsetDeleteResponseTopicInput[], v: number): void {
  w.writeArrayLength(a.length, false);
  for (const x of a) writeOffsetDeleteResponseTopic(w, x, v);
}

/** Codec of {@link OffsetDeleteResponse}. */
export const OffsetDeleteResponseCodec: Codec<OffsetDeleteResponse, OffsetDeleteResponseInput> = {
  name: 'OffsetDeleteResponse', apiKey: 47, minVersion: 0, maxVersion: 0, flexibleFrom: NEVER_FLEXIBLE,
  decode: readOffsetDeleteResponse, encode: writeOffsetDeleteResponse,
};

export interface ComponentData {
  entityType: string;
  matchType: number;
  match: string | null;
}

export interface ComponentDataInput {
  entityType: string;
  matchType: number;
  match: string | null;
}

/** DescribeClientQuotasRequest: versions 0-1, flexible from 1. */
export interface DescribeClientQuotasRequest {
  components: ComponentData[];
  strict: boolean;
}

/** What an encoder wants for DescribeClientQuotasRequest. */
export interface DescribeClientQuotasRequestInput {
  components: readonly ComponentDataInput[];
  strict: boolean;
}

function readComponentData(r: WireReader, v: number): ComponentData {
  const f = v >= 1;
  const entityType = r.readString(f);
  const matchType = r.readInt8();
  const match = r.readNullableString(f);
  if (f) r.skipTaggedFields();
  return { entityType, matchType, match };
}

function writeComponentData(w: WireWriter, { entityType, matchType, match }: ComponentDataInput, v: number): void {
  const f = v >= 1;
  w.writeString(entityType, f);
  w.writeInt8(matchType);
  w.writeNullableString(match, f);
  if (f) w.writeNoTaggedFields();
}

function readDescribeClientQuotasRequest(r: WireReader, v: number): DescribeClientQuotasRequest {
  const f = v >= 1;
  const components = readComponentDataArray(r, v, f);
  const strict = r.readBool();
  if (f) r.skipTaggedFields();
  return { components, strict };
}

function writeDescribeClientQuotasRequest(w: WireWriter, { components, strict }: DescribeClientQuotasRequestInput, v: number): void {
  const f = v >= 1;
  writeComponentDataArray(w, components, v, f);
  w.writeBool(strict);
  if (f) w.writeNoTaggedFields();
}

function readComponentDataArray(r: WireReader, v: number, f: boolean): ComponentData[] {
  let n = r.readArrayLength(f, 4);
  const a: ComponentData[] = [];
  for (; n > 0; n--) a.push(readComponentData(r, v));
  return a;
}

function writeComponentDataArray(w: WireWriter, a: readonly ComponentDataInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeComponentData(w, x, v);
}

/** Codec of {@link DescribeClientQuotasRequest}. */
export const DescribeClientQuotasRequestCodec: Codec<DescribeClientQuotasRequest, DescribeClientQuotasRequestInput> = {
  name: 'DescribeClientQuotasRequest', apiKey: 48, minVersion: 0, maxVersion: 1, flexibleFrom: 1,
  decode: readDescribeClientQuotasRequest, encode: writeDescribeClientQuotasRequest,
};

export interface DescribeClientQuotasResponseEntityData {
  entityType: string;
  entityName: string | null;
}

export interface DescribeClientQuotasResponseEntityDataInput {
  entityType: string;
  entityName: string | null;
}

export interface ValueData {
  key: string;
  value: number;
}

export interface ValueDataInput {
  key: string;
  value: number;
}

export interface DescribeClientQuotasResponseEntryData {
  entity: DescribeClientQuotasResponseEntityData[];
  values: ValueData[];
}

export interface DescribeClientQuotasResponseEntryDataInput {
  entity: readonly DescribeClientQuotasResponseEntityDataInput[];
  values: readonly ValueDataInput[];
}

/** DescribeClientQuotasResponse: versions 0-1, flexible from 1. */
export interface DescribeClientQuotasResponse {
  throttleTimeMs: number;
  errorCode: number;
  errorMessage: string | null;
  entries: DescribeClientQuotasResponseEntryData[] | null;
}

/** What an encoder wants for DescribeClientQuotasResponse. */
export interface DescribeClientQuotasResponseInput {
  throttleTimeMs: number;
  errorCode: number;
  errorMessage: string | null;
  entries: readonly DescribeClientQuotasResponseEntryDataInput[] | null;
}

function readDescribeClientQuotasResponseEntityData(r: WireReader, v: number): DescribeClientQuotasResponseEntityData {
  const f = v >= 1;
  const entityType = r.readString(f);
  const entityName = r.readNullableString(f);
  if (f) r.skipTaggedFields();
  return { entityType, entityName };
}

function writeDescribeClientQuotasResponseEntityData(w: WireWriter, { entityType, entityName }: DescribeClientQuotasResponseEntityDataInput, v: number): void {
  const f = v >= 1;
  w.writeString(entityType, f);
  w.writeNullableString(entityName, f);
  if (f) w.writeNoTaggedFields();
}

function readValueData(r: WireReader, v: number): ValueData {
  const f = v >= 1;
  const key = r.readString(f);
  const value = r.readFloat64();
  if (f) r.skipTaggedFields();
  return { key, value };
}

function writeValueData(w: WireWriter, { key, value }: ValueDataInput, v: number): void {
  const f = v >= 1;
  w.writeString(key, f);
  w.writeFloat64(value);
  if (f) w.writeNoTaggedFields();
}

function readDescribeClientQuotasResponseEntryData(r: WireReader, v: number): DescribeClientQuotasResponseEntryData {
  const f = v >= 1;
  const entity = readDescribeClientQuotasResponseEntityDataArray(r, v, f);
  const values = readValueDataArray(r, v, f);
  if (f) r.skipTaggedFields();
  return { entity, values };
}

function writeDescribeClientQuotasResponseEntryData(w: WireWriter, { entity, values }: DescribeClientQuotasResponseEntryDataInput, v: number): void {
  const f = v >= 1;
  writeDescribeClientQuotasResponseEntityDataArray(w, entity, v, f);
  writeValueDataArray(w, values, v, f);
  if (f) w.writeNoTaggedFields();
}

function readDescribeClientQuotasResponse(r: WireReader, v: number): DescribeClientQuotasResponse {
  const f = v >= 1;
  const throttleTimeMs = r.readInt32();
  const errorCode = r.readInt16();
  const errorMessage = r.readNullableString(f);
  const entries = readNullableDescribeClientQuotasResponseEntryDataArray(r, v, f);
  if (f) r.skipTaggedFields();
  return { throttleTimeMs, errorCode, errorMessage, entries };
}

function writeDescribeClientQuotasResponse(w: WireWriter, { throttleTimeMs, errorCode, errorMessage, entries }: DescribeClientQuotasResponseInput, v: number): void {
  const f = v >= 1;
  w.writeInt32(throttleTimeMs);
  w.writeInt16(errorCode);
  w.writeNullableString(errorMessage, f);
  writeNullableDescribeClientQuotasResponseEntryDataArray(w, entries, v, f);
  if (f) w.writeNoTaggedFields();
}

function readDescribeClientQuotasResponseEntityDataArray(r: WireReader, v: number, f: boolean): DescribeClientQuotasResponseEntityData[] {
  let n = r.readArrayLength(f, 3);
  const a: DescribeClientQuotasResponseEntityData[] = [];
  for (; n > 0; n--) a.push(readDescribeClientQuotasResponseEntityData(r, v));
  return a;
}

function writeDescribeClientQuotasResponseEntityDataArray(w: WireWriter, a: readonly DescribeClientQuotasResponseEntityDataInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeDescribeClientQuotasResponseEntityData(w, x, v);
}

function readValueDataArray(r: WireReader, v: number, f: boolean): ValueData[] {
  let n = r.readArrayLength(f, 10);
  const a: ValueData[] = [];
  for (; n > 0; n--) a.push(readValueData(r, v));
  return a;
}

function writeValueDataArray(w: WireWriter, a: readonly ValueDataInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeValueData(w, x, v);
}

function readNullableDescribeClientQuotasResponseEntryDataArray(r: WireReader, v: number, f: boolean): DescribeClientQuotasResponseEntryData[] | null {
  let n = r.readNullableArrayLength(f, 3);
  if (n < 0) return null;
  const a: DescribeClientQuotasResponseEntryData[] = [];
  for (; n > 0; n--) a.push(readDescribeClientQuotasResponseEntryData(r, v));
  return a;
}

function writeDescribeClientQuotasResponseEntryDataArray(w: WireWriter, a: readonly DescribeClientQuotasResponseEntryDataInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeDescribeClientQuotasResponseEntryData(w, x, v);
}

function writeNullableDescribeClientQuotasResponseEntryDataArray(w: WireWriter, a: readonly DescribeClientQuotasResponseEntryDataInput[] | null, v: number, f: boolean): void {
  if (a === null) w.writeNullArray(f); else writeDescribeClientQuotasResponseEntryDataArray(w, a, v, f);
}

/** Codec of {@link DescribeClientQuotasResponse}. */
export const DescribeClientQuotasResponseCodec: Codec<DescribeClientQuotasResponse, DescribeClientQuotasResponseInput> = {
  name: 'DescribeClientQuotasResponse', apiKey: 48, minVersion: 0, maxVersion: 1, flexibleFrom: 1,
  decode: readDescribeClientQuotasResponse, encode: writeDescribeClientQuotasResponse,
};

export interface AlterClientQuotasRequestEntityData {
  entityType: string;
  entityName: string | null;
}

export interface AlterClientQuotasRequestEntityDataInput {
  entityType: string;
  entityName: string | null;
}

export interface OpData {
  key: string;
  value: number;
  remove: boolean;
}

export interface OpDataInput {
  key: string;
  value: number;
  remove: boolean;
}

export interface AlterClientQuotasRequestEntryData {
  entity: AlterClientQuotasRequestEntityData[];
  ops: OpData[];
}

export interface AlterClientQuotasRequestEntryDataInput {
  entity: readonly AlterClientQuotasRequestEntityDataInput[];
  ops: readonly OpDataInput[];
}

/** AlterClientQuotasRequest: versions 0-1, flexible from 1. */
export interface AlterClientQuotasRequest {
  entries: AlterClientQuotasRequestEntryData[];
  validateOnly: boolean;
}

/** What an encoder wants for AlterClientQuotasRequest. */
export interface AlterClientQuotasRequestInput {
  entries: readonly AlterClientQuotasRequestEntryDataInput[];
  validateOnly: boolean;
}

function readAlterClientQuotasRequestEntityData(r: WireReader, v: number): AlterClientQuotasRequestEntityData {
  const f = v >= 1;
  const entityType = r.readString(f);
  const entityName = r.readNullableString(f);
  if (f) r.skipTaggedFields();
  return { entityType, entityName };
}

function writeAlterClientQuotasRequestEntityData(w: WireWriter, { entityType, entityName }: AlterClientQuotasRequestEntityDataInput, v: number): void {
  const f = v >= 1;
  w.writeString(entityType, f);
  w.writeNullableString(entityName, f);
  if (f) w.writeNoTaggedFields();
}

function readOpData(r: WireReader, v: number): OpData {
  const f = v >= 1;
  const key = r.readString(f);
  const value = r.readFloat64();
  const remove = r.readBool();
  if (f) r.skipTaggedFields();
  return { key, value, remove };
}

function writeOpData(w: WireWriter, { key, value, remove }: OpDataInput, v: number): void {
  const f = v >= 1;
  w.writeString(key, f);
  w.writeFloat64(value);
  w.writeBool(remove);
  if (f) w.writeNoTaggedFields();
}

function readAlterClientQuotasRequestEntryData(r: WireReader, v: number): AlterClientQuotasRequestEntryData {
  const f = v >= 1;
  const entity = readAlterClientQuotasRequestEntityDataArray(r, v, f);
  const ops = readOpDataArray(r, v, f);
  if (f) r.skipTaggedFields();
  return { entity, ops };
}

function writeAlterClientQuotasRequestEntryData(w: WireWriter, { entity, ops }: AlterClientQuotasRequestEntryDataInput, v: number): void {
  const f = v >= 1;
  writeAlterClientQuotasRequestEntityDataArray(w, entity, v, f);
  writeOpDataArray(w, ops, v, f);
  if (f) w.writeNoTaggedFields();
}

function readAlterClientQuotasRequest(r: WireReader, v: number): AlterClientQuotasRequest {
  const f = v >= 1;
  const entries = readAlterClientQuotasRequestEntryDataArray(r, v, f);
  const validateOnly = r.readBool();
  if (f) r.skipTaggedFields();
  return { entries, validateOnly };
}

function writeAlterClientQuotasRequest(w: WireWriter, { entries, validateOnly }: AlterClientQuotasRequestInput, v: number): void {
  const f = v >= 1;
  writeAlterClientQuotasRequestEntryDataArray(w, entries, v, f);
  w.writeBool(validateOnly);
  if (f) w.writeNoTaggedFields();
}

function readAlterClientQuotasRequestEntityDataArray(r: WireReader, v: number, f: boolean): AlterClientQuotasRequestEntityData[] {
  let n = r.readArrayLength(f, 3);
  const a: AlterClientQuotasRequestEntityData[] = [];
  for (; n > 0; n--) a.push(readAlterClientQuotasRequestEntityData(r, v));
  return a;
}

function writeAlterClientQuotasRequestEntityDataArray(w: WireWriter, a: readonly AlterClientQuotasRequestEntityDataInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeAlterClientQuotasRequestEntityData(w, x, v);
}

function readOpDataArray(r: WireReader, v: number, f: boolean): OpData[] {
  let n = r.readArrayLength(f, 11);
  const a: OpData[] = [];
  for (; n > 0; n--) a.push(readOpData(r, v));
  return a;
}

function writeOpDataArray(w: WireWriter, a: readonly OpDataInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeOpData(w, x, v);
}

function readAlterClientQuotasRequestEntryDataArray(r: WireReader, v: number, f: boolean): AlterClientQuotasRequestEntryData[] {
  let n = r.readArrayLength(f, 3);
  const a: AlterClientQuotasRequestEntryData[] = [];
  for (; n > 0; n--) a.push(readAlterClientQuotasRequestEntryData(r, v));
  return a;
}

function writeAlterClientQuotasRequestEntryDataArray(w: WireWriter, a: readonly AlterClientQuotasRequestEntryDataInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeAlterClientQuotasRequestEntryData(w, x, v);
}

/** Codec of {@link AlterClientQuotasRequest}. */
export const AlterClientQuotasRequestCodec: Codec<AlterClientQuotasRequest, AlterClientQuotasRequestInput> = {
  name: 'AlterClientQuotasRequest', apiKey: 49, minVersion: 0, maxVersion: 1, flexibleFrom: 1,
  decode: readAlterClientQuotasRequest, encode: writeAlterClientQuotasRequest,
};

export interface AlterClientQuotasResponseEntityData {
  entityType: string;
  entityName: string | null;
}

export interface AlterClientQuotasResponseEntityDataInput {
  entityType: string;
  entityName: string | null;
}

export interface AlterClientQuotasResponseEntryData {
  errorCode: number;
  errorMessage: string | null;
  entity: AlterClientQuotasResponseEntityData[];
}

export interface AlterClientQuotasResponseEntryDataInput {
  errorCode: number;
  errorMessage: string | null;
  entity: readonly AlterClientQuotasResponseEntityDataInput[];
}

/** AlterClientQuotasResponse: versions 0-1, flexible from 1. */
export interface AlterClientQuotasResponse {
  throttleTimeMs: number;
  entries: AlterClientQuotasResponseEntryData[];
}

/** What an encoder wants for AlterClientQuotasResponse. */
export interface AlterClientQuotasResponseInput {
  throttleTimeMs: number;
  entries: readonly AlterClientQuotasResponseEntryDataInput[];
}

function readAlterClientQuotasResponseEntityData(r: WireReader, v: number): AlterClientQuotasResponseEntityData {
  const f = v >= 1;
  const entityType = r.readString(f);
  const entityName = r.readNullableString(f);
  if (f) r.skipTaggedFields();
  return { entityType, entityName };
}

function writeAlterClientQuotasResponseEntityData(w: WireWriter, { entityType, entityName }: AlterClientQuotasResponseEntityDataInput, v: number): void {
  const f = v >= 1;
  w.writeString(entityType, f);
  w.writeNullableString(entityName, f);
  if (f) w.writeNoTaggedFields();
}

function readAlterClientQuotasResponseEntryData(r: WireReader, v: number): AlterClientQuotasResponseEntryData {
  const f = v >= 1;
  const errorCode = r.readInt16();
  const errorMessage = r.readNullableString(f);
  const entity = readAlterClientQuotasResponseEntityDataArray(r, v, f);
  if (f) r.skipTaggedFields();
  return { errorCode, errorMessage, entity };
}

function writeAlterClientQuotasResponseEntryData(w: WireWriter, { errorCode, errorMessage, entity }: AlterClientQuotasResponseEntryDataInput, v: number): void {
  const f = v >= 1;
  w.writeInt16(errorCode);
  w.writeNullableString(errorMessage, f);
  writeAlterClientQuotasResponseEntityDataArray(w, entity, v, f);
  if (f) w.writeNoTaggedFields();
}

function readAlterClientQuotasResponse(r: WireReader, v: number): AlterClientQuotasResponse {
  const f = v >= 1;
  const throttleTimeMs = r.readInt32();
  const entries = readAlterClientQuotasResponseEntryDataArray(r, v, f);
  if (f) r.skipTaggedFields();
  return { throttleTimeMs, entries };
}

function writeAlterClientQuotasResponse(w: WireWriter, { throttleTimeMs, entries }: AlterClientQuotasResponseInput, v: number): void {
  const f = v >= 1;
  w.writeInt32(throttleTimeMs);
  writeAlterClientQuotasResponseEntryDataArray(w, entries, v, f);
  if (f) w.writeNoTaggedFields();
}

function readAlterClientQuotasResponseEntityDataArray(r: WireReader, v: number, f: boolean): AlterClientQuotasResponseEntityData[] {
  let n = r.readArrayLength(f, 3);
  const a: AlterClientQuotasResponseEntityData[] = [];
  for (; n > 0; n--) a.push(readAlterClientQuotasResponseEntityData(r, v));
  return a;
}

function writeAlterClientQuotasResponseEntityDataArray(w: WireWriter, a: readonly AlterClientQuotasResponseEntityDataInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeAlterClientQuotasResponseEntityData(w, x, v);
}

function readAlterClientQuotasResponseEntryDataArray(r: WireReader, v: number, f: boolean): AlterClientQuotasResponseEntryData[] {
  let n = r.readArrayLength(f, 5);
  const a: AlterClientQuotasResponseEntryData[] = [];
  for (; n > 0; n--) a.push(readAlterClientQuotasResponseEntryData(r, v));
  return a;
}

function writeAlterClientQuotasResponseEntryDataArray(w: WireWriter, a: readonly AlterClientQuotasResponseEntryDataInput[], v: number, f: boolean): void {
  w.writeArrayLength(a.length, f);
  for (const x of a) writeAlterClientQuotasResponseEntryData(w, x, v);
}

/** Codec of {@link AlterClientQuotasResponse}. */
export const AlterClientQuotasResponseCodec: Codec<AlterClientQuotasResponse, AlterClientQuotasResponseInput> = {
  name: 'AlterClientQuotasResponse', apiKey: 49, minVersion: 0, maxVersion: 1, flexibleFrom: 1,
  decode: readAlterClientQuotasResponse, encode: writeAlterClientQuotasResponse,
};

export interface UserName {
  name: string;
}

export interface UserNameInput {
  name: string;
}

/** DescribeUserScramCredentialsRequest: version 0, flexible from 0. */
export interface DescribeUserScramCredentialsRequest {
  users: UserName[] | null;
}

/** What an encoder wants for DescribeUserScramCredentialsRequest. */
export interface DescribeUserScramCredentialsRequestInput {
  users: readonly UserNameInput[] | null;
}

function readUserName(r: WireReader, v: number): UserName {
  const name = r.readString(true);
  r.skipTaggedFields();
  return { name };
}

function writeUserName(w: WireWriter, { name }: UserNameInput, v: number): void {
  w.writeString(name, true);
  w.writeNoTaggedFields();
}

function readDescribeUserScramCredentialsRequest(r: WireReader, v: number): DescribeUserScramCredentialsRequest {
  const users = readNullableUserNameArray(r, v);
  r.skipTaggedFields();
  return { users };
}

function writeDescribeUserScramCredentialsRequest(w: WireWriter, { users }: DescribeUserScramCredentialsRequestInput, v: number): void {
  writeNullableUserNameArray(w, users, v);
  w.writeNoTaggedFields();
}

function readNullableUserNameArray(r: WireReader, v: number): UserName[] | null {
  let n = r.readNullableArrayLength(true, 2);
  if (n < 0) return null;
  const a: UserName[] = [];
  for (; n > 0; n--) a.push(readUserName(r, v));
  return a;
}

function writeUserNameArray(w: WireWriter, a: readonly UserNameInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeUserName(w, x, v);
}

function writeNullableUserNameArray(w: WireWriter, a: readonly UserNameInput[] | null, v: number): void {
  if (a === null) w.writeNullArray(true); else writeUserNameArray(w, a, v);
}

/** Codec of {@link DescribeUserScramCredentialsRequest}. */
export const DescribeUserScramCredentialsRequestCodec: Codec<DescribeUserScramCredentialsRequest, DescribeUserScramCredentialsRequestInput> = {
  name: 'DescribeUserScramCredentialsRequest', apiKey: 50, minVersion: 0, maxVersion: 0, flexibleFrom: 0,
  decode: readDescribeUserScramCredentialsRequest, encode: writeDescribeUserScramCredentialsRequest,
};

export interface CredentialInfo {
  mechanism: number;
  iterations: number;
}

export interface CredentialInfoInput {
  mechanism: number;
  iterations: number;
}

export interface DescribeUserScramCredentialsResult {
  user: string;
  errorCode: number;
  errorMessage: string | null;
  credentialInfos: CredentialInfo[];
}

export interface DescribeUserScramCredentialsResultInput {
  user: string;
  errorCode: number;
  errorMessage: string | null;
  credentialInfos: readonly CredentialInfoInput[];
}

/** DescribeUserScramCredentialsResponse: version 0, flexible from 0. */
export interface DescribeUserScramCredentialsResponse {
  throttleTimeMs: number;
  errorCode: number;
  errorMessage: string | null;
  results: DescribeUserScramCredentialsResult[];
}

/** What an encoder wants for DescribeUserScramCredentialsResponse. */
export interface DescribeUserScramCredentialsResponseInput {
  throttleTimeMs: number;
  errorCode: number;
  errorMessage: string | null;
  results: readonly DescribeUserScramCredentialsResultInput[];
}

function readCredentialInfo(r: WireReader, v: number): CredentialInfo {
  const mechanism = r.readInt8();
  const iterations = r.readInt32();
  r.skipTaggedFields();
  return { mechanism, iterations };
}

function writeCredentialInfo(w: WireWriter, { mechanism, iterations }: CredentialInfoInput, v: number): void {
  w.writeInt8(mechanism);
  w.writeInt32(iterations);
  w.writeNoTaggedFields();
}

function readDescribeUserScramCredentialsResult(r: WireReader, v: number): DescribeUserScramCredentialsResult {
  const user = r.readString(true);
  const errorCode = r.readInt16();
  const errorMessage = r.readNullableString(true);
  const credentialInfos = readCredentialInfoArray(r, v);
  r.skipTaggedFields();
  return { user, errorCode, errorMessage, credentialInfos };
}

function writeDescribeUserScramCredentialsResult(w: WireWriter, { user, errorCode, errorMessage, credentialInfos }: DescribeUserScramCredentialsResultInput, v: number): void {
  w.writeString(user, true);
  w.writeInt16(errorCode);
  w.writeNullableString(errorMessage, true);
  writeCredentialInfoArray(w, credentialInfos, v);
  w.writeNoTaggedFields();
}

function readDescribeUserScramCredentialsResponse(r: WireReader, v: number): DescribeUserScramCredentialsResponse {
  const throttleTimeMs = r.readInt32();
  const errorCode = r.readInt16();
  const errorMessage = r.readNullableString(true);
  const results = readDescribeUserScramCredentialsResultArray(r, v);
  r.skipTaggedFields();
  return { throttleTimeMs, errorCode, errorMessage, results };
}

function writeDescribeUserScramCredentialsResponse(w: WireWriter, { throttleTimeMs, errorCode, errorMessage, results }: DescribeUserScramCredentialsResponseInput, v: number): void {
  w.writeInt32(throttleTimeMs);
  w.writeInt16(errorCode);
  w.writeNullableString(errorMessage, true);
  writeDescribeUserScramCredentialsResultArray(w, results, v);
  w.writeNoTaggedFields();
}

function readCredentialInfoArray(r: WireReader, v: number): CredentialInfo[] {
  let n = r.readArrayLength(true, 6);
  const a: CredentialInfo[] = [];
  for (; n > 0; n--) a.push(readCredentialInfo(r, v));
  return a;
}

function writeCredentialInfoArray(w: WireWriter, a: readonly CredentialInfoInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeCredentialInfo(w, x, v);
}

function readDescribeUserScramCredentialsResultArray(r: WireReader, v: number): DescribeUserScramCredentialsResult[] {
  let n = r.readArrayLength(true, 6);
  const a: DescribeUserScramCredentialsResult[] = [];
  for (; n > 0; n--) a.push(readDescribeUserScramCredentialsResult(r, v));
  return a;
}

function writeDescribeUserScramCredentialsResultArray(w: WireWriter, a: readonly DescribeUserScramCredentialsResultInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeDescribeUserScramCredentialsResult(w, x, v);
}

/** Codec of {@link DescribeUserScramCredentialsResponse}. */
export const DescribeUserScramCredentialsResponseCodec: Codec<DescribeUserScramCredentialsResponse, DescribeUserScramCredentialsResponseInput> = {
  name: 'DescribeUserScramCredentialsResponse', apiKey: 50, minVersion: 0, maxVersion: 0, flexibleFrom: 0,
  decode: readDescribeUserScramCredentialsResponse, encode: writeDescribeUserScramCredentialsResponse,
};

export interface ScramCredentialDeletion {
  name: string;
  mechanism: number;
}

export interface ScramCredentialDeletionInput {
  name: string;
  mechanism: number;
}

export interface ScramCredentialUpsertion {
  name: string;
  mechanism: number;
  iterations: number;
  salt: Uint8Array;
  saltedPassword: Uint8Array;
}

export interface ScramCredentialUpsertionInput {
  name: string;
  mechanism: number;
  iterations: number;
  salt: Uint8Array;
  saltedPassword: Uint8Array;
}

/** AlterUserScramCredentialsRequest: version 0, flexible from 0. */
export interface AlterUserScramCredentialsRequest {
  deletions: ScramCredentialDeletion[];
  upsertions: ScramCredentialUpsertion[];
}

/** What an encoder wants for AlterUserScramCredentialsRequest. */
export interface AlterUserScramCredentialsRequestInput {
  deletions: readonly ScramCredentialDeletionInput[];
  upsertions: readonly ScramCredentialUpsertionInput[];
}

function readScramCredentialDeletion(r: WireReader, v: number): ScramCredentialDeletion {
  const name = r.readString(true);
  const mechanism = r.readInt8();
  r.skipTaggedFields();
  return { name, mechanism };
}

function writeScramCredentialDeletion(w: WireWriter, { name, mechanism }: ScramCredentialDeletionInput, v: number): void {
  w.writeString(name, true);
  w.writeInt8(mechanism);
  w.writeNoTaggedFields();
}

function readScramCredentialUpsertion(r: WireReader, v: number): ScramCredentialUpsertion {
  const name = r.readString(true);
  const mechanism = r.readInt8();
  const iterations = r.readInt32();
  const salt = r.readBytes(true);
  const saltedPassword = r.readBytes(true);
  r.skipTaggedFields();
  return { name, mechanism, iterations, salt, saltedPassword };
}

function writeScramCredentialUpsertion(w: WireWriter, { name, mechanism, iterations, salt, saltedPassword }: ScramCredentialUpsertionInput, v: number): void {
  w.writeString(name, true);
  w.writeInt8(mechanism);
  w.writeInt32(iterations);
  w.writeBytes(salt, true);
  w.writeBytes(saltedPassword, true);
  w.writeNoTaggedFields();
}

function readAlterUserScramCredentialsRequest(r: WireReader, v: number): AlterUserScramCredentialsRequest {
  const deletions = readScramCredentialDeletionArray(r, v);
  const upsertions = readScramCredentialUpsertionArray(r, v);
  r.skipTaggedFields();
  return { deletions, upsertions };
}

function writeAlterUserScramCredentialsRequest(w: WireWriter, { deletions, upsertions }: AlterUserScramCredentialsRequestInput, v: number): void {
  writeScramCredentialDeletionArray(w, deletions, v);
  writeScramCredentialUpsertionArray(w, upsertions, v);
  w.writeNoTaggedFields();
}

function readScramCredentialDeletionArray(r: WireReader, v: number): ScramCredentialDeletion[] {
  let n = r.readArrayLength(true, 3);
  const a: ScramCredentialDeletion[] = [];
  for (; n > 0; n--) a.push(readScramCredentialDeletion(r, v));
  return a;
}

function writeScramCredentialDeletionArray(w: WireWriter, a: readonly ScramCredentialDeletionInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeScramCredentialDeletion(w, x, v);
}

function readScramCredentialUpsertionArray(r: WireReader, v: number): ScramCredentialUpsertion[] {
  let n = r.readArrayLength(true, 9);
  const a: ScramCredentialUpsertion[] = [];
  for (; n > 0; n--) a.push(readScramCredentialUpsertion(r, v));
  return a;
}

function writeScramCredentialUpsertionArray(w: WireWriter, a: readonly ScramCredentialUpsertionInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeScramCredentialUpsertion(w, x, v);
}

/** Codec of {@link AlterUserScramCredentialsRequest}. */
export const AlterUserScramCredentialsRequestCodec: Codec<AlterUserScramCredentialsRequest, AlterUserScramCredentialsRequestInput> = {
  name: 'AlterUserScramCredentialsRequest', apiKey: 51, minVersion: 0, maxVersion: 0, flexibleFrom: 0,
  decode: readAlterUserScramCredentialsRequest, encode: writeAlterUserScramCredentialsRequest,
};

export interface AlterUserScramCredentialsResult {
  user: string;
  errorCode: number;
  errorMessage: string | null;
}

export interface AlterUserScramCredentialsResultInput {
  user: string;
  errorCode: number;
  errorMessage: string | null;
}

/** AlterUserScramCredentialsResponse: version 0, flexible from 0. */
export interface AlterUserScramCredentialsResponse {
  throttleTimeMs: number;
  results: AlterUserScramCredentialsResult[];
}

/** What an encoder wants for AlterUserScramCredentialsResponse. */
export interface AlterUserScramCredentialsResponseInput {
  throttleTimeMs: number;
  results: readonly AlterUserScramCredentialsResultInput[];
}

function readAlterUserScramCredentialsResult(r: WireReader, v: number): AlterUserScramCredentialsResult {
  const user = r.readString(true);
  const errorCode = r.readInt16();
  const errorMessage = r.readNullableString(true);
  r.skipTaggedFields();
  return { user, errorCode, errorMessage };
}

function writeAlterUserScramCredentialsResult(w: WireWriter, { user, errorCode, errorMessage }: AlterUserScramCredentialsResultInput, v: number): void {
  w.writeString(user, true);
  w.writeInt16(errorCode);
  w.writeNullableString(errorMessage, true);
  w.writeNoTaggedFields();
}

function readAlterUserScramCredentialsResponse(r: WireReader, v: number): AlterUserScramCredentialsResponse {
  const throttleTimeMs = r.readInt32();
  const results = readAlterUserScramCredentialsResultArray(r, v);
  r.skipTaggedFields();
  return { throttleTimeMs, results };
}

function writeAlterUserScramCredentialsResponse(w: WireWriter, { throttleTimeMs, results }: AlterUserScramCredentialsResponseInput, v: number): void {
  w.writeInt32(throttleTimeMs);
  writeAlterUserScramCredentialsResultArray(w, results, v);
  w.writeNoTaggedFields();
}

function readAlterUserScramCredentialsResultArray(r: WireReader, v: number): AlterUserScramCredentialsResult[] {
  let n = r.readArrayLength(true, 5);
  const a: AlterUserScramCredentialsResult[] = [];
  for (; n > 0; n--) a.push(readAlterUserScramCredentialsResult(r, v));
  return a;
}

function writeAlterUserScramCredentialsResultArray(w: WireWriter, a: readonly AlterUserScramCredentialsResultInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeAlterUserScramCredentialsResult(w, x, v);
}

/** Codec of {@link AlterUserScramCredentialsResponse}. */
export const AlterUserScramCredentialsResponseCodec: Codec<AlterUserScramCredentialsResponse, AlterUserScramCredentialsResponseInput> = {
  name: 'AlterUserScramCredentialsResponse', apiKey: 51, minVersion: 0, maxVersion: 0, flexibleFrom: 0,
  decode: readAlterUserScramCredentialsResponse, encode: writeAlterUserScramCredentialsResponse,
};

export interface DescribeQuorumRequestPartitionData {
  partitionIndex: number;
}

export interface DescribeQuorumRequestPartitionDataInput {
  partitionIndex: number;
}

export interface DescribeQuorumRequestTopicData {
  topicName: string;
  partitions: DescribeQuorumRequestPartitionData[];
}

export interface DescribeQuorumRequestTopicDataInput {
  topicName: string;
  partitions: readonly DescribeQuorumRequestPartitionDataInput[];
}

/** DescribeQuorumRequest: versions 0-2, flexible from 0. */
export interface DescribeQuorumRequest {
  topics: DescribeQuorumRequestTopicData[];
}

/** What an encoder wants for DescribeQuorumRequest. */
export interface DescribeQuorumRequestInput {
  topics: readonly DescribeQuorumRequestTopicDataInput[];
}

function readDescribeQuorumRequestPartitionData(r: WireReader, v: number): DescribeQuorumRequestPartitionData {
  const partitionIndex = r.readInt32();
  r.skipTaggedFields();
  return { partitionIndex };
}

function writeDescribeQuorumRequestPartitionData(w: WireWriter, { partitionIndex }: DescribeQuorumRequestPartitionDataInput, v: number): void {
  w.writeInt32(partitionIndex);
  w.writeNoTaggedFields();
}

function readDescribeQuorumRequestTopicData(r: WireReader, v: number): DescribeQuorumRequestTopicData {
  const topicName = r.readString(true);
  const partitions = readDescribeQuorumRequestPartitionDataArray(r, v);
  r.skipTaggedFields();
  return { topicName, partitions };
}

function writeDescribeQuorumRequestTopicData(w: WireWriter, { topicName, partitions }: DescribeQuorumRequestTopicDataInput, v: number): void {
  w.writeString(topicName, true);
  writeDescribeQuorumRequestPartitionDataArray(w, partitions, v);
  w.writeNoTaggedFields();
}

function readDescribeQuorumRequest(r: WireReader, v: number): DescribeQuorumRequest {
  const topics = readDescribeQuorumRequestTopicDataArray(r, v);
  r.skipTaggedFields();
  return { topics };
}

function writeDescribeQuorumRequest(w: WireWriter, { topics }: DescribeQuorumRequestInput, v: number): void {
  writeDescribeQuorumRequestTopicDataArray(w, topics, v);
  w.writeNoTaggedFields();
}

function readDescribeQuorumRequestPartitionDataArray(r: WireReader, v: number): DescribeQuorumRequestPartitionData[] {
  let n = r.readArrayLength(true, 5);
  const a: DescribeQuorumRequestPartitionData[] = [];
  for (; n > 0; n--) a.push(readDescribeQuorumRequestPartitionData(r, v));
  return a;
}

function writeDescribeQuorumRequestPartitionDataArray(w: WireWriter, a: readonly DescribeQuorumRequestPartitionDataInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeDescribeQuorumRequestPartitionData(w, x, v);
}

function readDescribeQuorumRequestTopicDataArray(r: WireReader, v: number): DescribeQuorumRequestTopicData[] {
  let n = r.readArrayLength(true, 3);
  const a: DescribeQuorumRequestTopicData[] = [];
  for (; n > 0; n--) a.push(readDescribeQuorumRequestTopicData(r, v));
  return a;
}

function writeDescribeQuorumRequestTopicDataArray(w: WireWriter, a: readonly DescribeQuorumRequestTopicDataInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeDescribeQuorumRequestTopicData(w, x, v);
}

/** Codec of {@link DescribeQuorumRequest}. */
export const DescribeQuorumRequestCodec: Codec<DescribeQuorumRequest, DescribeQuorumRequestInput> = {
  name: 'DescribeQuorumRequest', apiKey: 55, minVersion: 0, maxVersion: 2, flexibleFrom: 0,
  decode: readDescribeQuorumRequest, encode: writeDescribeQuorumRequest,
};

export interface DescribeQuorumResponseReplicaState {
  replicaId: number;
  replicaDirectoryId: Uuid;
  logEndOffset: number;
  lastFetchTimestamp: number;
  lastCaughtUpTimestamp: number;
}

export interface DescribeQuorumResponseReplicaStateInput {
  replicaId: number;
  replicaDirectoryId?: Uuid | undefined;
  logEndOffset: number;
  lastFetchTimestamp?: number | undefined;
  lastCaughtUpTimestamp?: number | undefined;
}

export interface DescribeQuorumResponsePartitionData {
  partitionIndex: number;
  errorCode: number;
  errorMessage: string | null;
  leaderId: number;
  leaderEpoch: number;
  highWatermark: number;
  currentVoters: DescribeQuorumResponseReplicaState[];
  observers: DescribeQuorumResponseReplicaState[];
}

export interface DescribeQuorumResponsePartitionDataInput {
  partitionIndex: number;
  errorCode: number;
  errorMessage?: string | null | undefined;
  leaderId: number;
  leaderEpoch: number;
  highWatermark: number;
  currentVoters: readonly DescribeQuorumResponseReplicaStateInput[];
  observers: readonly DescribeQuorumResponseReplicaStateInput[];
}

export interface DescribeQuorumResponseTopicData {
  topicName: string;
  partitions: DescribeQuorumResponsePartitionData[];
}

export interface DescribeQuorumResponseTopicDataInput {
  topicName: string;
  partitions: readonly DescribeQuorumResponsePartitionDataInput[];
}

export interface DescribeQuorumResponseListener {
  name: string;
  host: string;
  port: number;
}

export interface DescribeQuorumResponseListenerInput {
  name: string;
  host: string;
  port: number;
}

export interface DescribeQuorumResponseNode {
  nodeId: number;
  listeners: DescribeQuorumResponseListener[];
}

export interface DescribeQuorumResponseNodeInput {
  nodeId: number;
  listeners: readonly DescribeQuorumResponseListenerInput[];
}

/** DescribeQuorumResponse: versions 0-2, flexible from 0. */
export interface DescribeQuorumResponse {
  errorCode: number;
  errorMessage: string | null;
  topics: DescribeQuorumResponseTopicData[];
  nodes: DescribeQuorumResponseNode[];
}

/** What an encoder wants for DescribeQuorumResponse. */
export interface DescribeQuorumResponseInput {
  errorCode: number;
  errorMessage?: string | null | undefined;
  topics: readonly DescribeQuorumResponseTopicDataInput[];
  nodes?: readonly DescribeQuorumResponseNodeInput[] | undefined;
}

function readDescribeQuorumResponseReplicaState(r: WireReader, v: number): DescribeQuorumResponseReplicaState {
  const replicaId = r.readInt32();
  const replicaDirectoryId = v >= 2 ? r.readUuid() : ZERO_UUID;
  const logEndOffset = r.readInt64();
  const lastFetchTimestamp = v >= 1 ? r.readInt64() : -1;
  const lastCaughtUpTimestamp = v >= 1 ? r.readInt64() : -1;
  r.skipTaggedFields();
  return { replicaId, replicaDirectoryId, logEndOffset, lastFetchTimestamp, lastCaughtUpTimestamp };
}

function writeDescribeQuorumResponseReplicaState(w: WireWriter, { replicaId, replicaDirectoryId = ZERO_UUID, logEndOffset, lastFetchTimestamp = -1, lastCaughtUpTimestamp = -1 }: DescribeQuorumResponseReplicaStateInput, v: number): void {
  w.writeInt32(replicaId);
  if (v >= 2) { w.writeUuid(replicaDirectoryId); }
  w.writeInt64(logEndOffset);
  if (v >= 1) { w.writeInt64(lastFetchTimestamp); }
  if (v >= 1) { w.writeInt64(lastCaughtUpTimestamp); }
  w.writeNoTaggedFields();
}

function readDescribeQuorumResponsePartitionData(r: WireReader, v: number): DescribeQuorumResponsePartitionData {
  const partitionIndex = r.readInt32();
  const errorCode = r.readInt16();
  const errorMessage = v >= 2 ? r.readNullableString(true) : '';
  const leaderId = r.readInt32();
  const leaderEpoch = r.readInt32();
  const highWatermark = r.readInt64();
  const currentVoters = readDescribeQuorumResponseReplicaStateArray(r, v);
  const observers = readDescribeQuorumResponseReplicaStateArray(r, v);
  r.skipTaggedFields();
  return { partitionIndex, errorCode, errorMessage, leaderId, leaderEpoch, highWatermark, currentVoters, observers };
}

function writeDescribeQuorumResponsePartitionData(w: WireWriter, { partitionIndex, errorCode, errorMessage = '', leaderId, leaderEpoch, highWatermark, currentVoters, observers }: DescribeQuorumResponsePartitionDataInput, v: number): void {
  w.writeInt32(partitionIndex);
  w.writeInt16(errorCode);
  if (v >= 2) { w.writeNullableString(errorMessage, true); }
  w.writeInt32(leaderId);
  w.writeInt32(leaderEpoch);
  w.writeInt64(highWatermark);
  writeDescribeQuorumResponseReplicaStateArray(w, currentVoters, v);
  writeDescribeQuorumResponseReplicaStateArray(w, observers, v);
  w.writeNoTaggedFields();
}

function readDescribeQuorumResponseTopicData(r: WireReader, v: number): DescribeQuorumResponseTopicData {
  const topicName = r.readString(true);
  const partitions = readDescribeQuorumResponsePartitionDataArray(r, v);
  r.skipTaggedFields();
  return { topicName, partitions };
}

function writeDescribeQuorumResponseTopicData(w: WireWriter, { topicName, partitions }: DescribeQuorumResponseTopicDataInput, v: number): void {
  w.writeString(topicName, true);
  writeDescribeQuorumResponsePartitionDataArray(w, partitions, v);
  w.writeNoTaggedFields();
}

function readDescribeQuorumResponseListener(r: WireReader, v: number): DescribeQuorumResponseListener {
  const name = r.readString(true);
  const host = r.readString(true);
  const port = r.readUint16();
  r.skipTaggedFields();
  return { name, host, port };
}

function writeDescribeQuorumResponseListener(w: WireWriter, { name, host, port }: DescribeQuorumResponseListenerInput, v: number): void {
  w.writeString(name, true);
  w.writeString(host, true);
  w.writeUint16(port);
  w.writeNoTaggedFields();
}

function readDescribeQuorumResponseNode(r: WireReader, v: number): DescribeQuorumResponseNode {
  const nodeId = r.readInt32();
  const listeners = readDescribeQuorumResponseListenerArray(r, v);
  r.skipTaggedFields();
  return { nodeId, listeners };
}

function writeDescribeQuorumResponseNode(w: WireWriter, { nodeId, listeners }: DescribeQuorumResponseNodeInput, v: number): void {
  w.writeInt32(nodeId);
  writeDescribeQuorumResponseListenerArray(w, listeners, v);
  w.writeNoTaggedFields();
}

function readDescribeQuorumResponse(r: WireReader, v: number): DescribeQuorumResponse {
  const errorCode = r.readInt16();
  const errorMessage = v >= 2 ? r.readNullableString(true) : '';
  const topics = readDescribeQuorumResponseTopicDataArray(r, v);
  const nodes = v >= 2 ? readDescribeQuorumResponseNodeArray(r, v) : [];
  r.skipTaggedFields();
  return { errorCode, errorMessage, topics, nodes };
}

function writeDescribeQuorumResponse(w: WireWriter, { errorCode, errorMessage = '', topics, nodes = [] }: DescribeQuorumResponseInput, v: number): void {
  w.writeInt16(errorCode);
  if (v >= 2) { w.writeNullableString(errorMessage, true); }
  writeDescribeQuorumResponseTopicDataArray(w, topics, v);
  if (v >= 2) { writeDescribeQuorumResponseNodeArray(w, nodes, v); }
  w.writeNoTaggedFields();
}

function readDescribeQuorumResponseReplicaStateArray(r: WireReader, v: number): DescribeQuorumResponseReplicaState[] {
  let n = r.readArrayLength(true, 13);
  const a: DescribeQuorumResponseReplicaState[] = [];
  for (; n > 0; n--) a.push(readDescribeQuorumResponseReplicaState(r, v));
  return a;
}

function writeDescribeQuorumResponseReplicaStateArray(w: WireWriter, a: readonly DescribeQuorumResponseReplicaStateInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeDescribeQuorumResponseReplicaState(w, x, v);
}

function readDescribeQuorumResponsePartitionDataArray(r: WireReader, v: number): DescribeQuorumResponsePartitionData[] {
  let n = r.readArrayLength(true, 25);
  const a: DescribeQuorumResponsePartitionData[] = [];
  for (; n > 0; n--) a.push(readDescribeQuorumResponsePartitionData(r, v));
  return a;
}

function writeDescribeQuorumResponsePartitionDataArray(w: WireWriter, a: readonly DescribeQuorumResponsePartitionDataInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeDescribeQuorumResponsePartitionData(w, x, v);
}

function readDescribeQuorumResponseTopicDataArray(r: WireReader, v: number): DescribeQuorumResponseTopicData[] {
  let n = r.readArrayLength(true, 3);
  const a: DescribeQuorumResponseTopicData[] = [];
  for (; n > 0; n--) a.push(readDescribeQuorumResponseTopicData(r, v));
  return a;
}

function writeDescribeQuorumResponseTopicDataArray(w: WireWriter, a: readonly DescribeQuorumResponseTopicDataInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeDescribeQuorumResponseTopicData(w, x, v);
}

function readDescribeQuorumResponseListenerArray(r: WireReader, v: number): DescribeQuorumResponseListener[] {
  let n = r.readArrayLength(true, 1);
  const a: DescribeQuorumResponseListener[] = [];
  for (; n > 0; n--) a.push(readDescribeQuorumResponseListener(r, v));
  return a;
}

function writeDescribeQuorumResponseListenerArray(w: WireWriter, a: readonly DescribeQuorumResponseListenerInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeDescribeQuorumResponseListener(w, x, v);
}

function readDescribeQuorumResponseNodeArray(r: WireReader, v: number): DescribeQuorumResponseNode[] {
  let n = r.readArrayLength(true, 1);
  const a: DescribeQuorumResponseNode[] = [];
  for (; n > 0; n--) a.push(readDescribeQuorumResponseNode(r, v));
  return a;
}

function writeDescribeQuorumResponseNodeArray(w: WireWriter, a: readonly DescribeQuorumResponseNodeInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeDescribeQuorumResponseNode(w, x, v);
}

/** Codec of {@link DescribeQuorumResponse}. */
export const DescribeQuorumResponseCodec: Codec<DescribeQuorumResponse, DescribeQuorumResponseInput> = {
  name: 'DescribeQuorumResponse', apiKey: 55, minVersion: 0, maxVersion: 2, flexibleFrom: 0,
  decode: readDescribeQuorumResponse, encode: writeDescribeQuorumResponse,
};

export interface FeatureUpdateKey {
  feature: string;
  maxVersionLevel: number;
  allowDowngrade: boolean;
  upgradeType: number;
}

export interface FeatureUpdateKeyInput {
  feature: string;
  maxVersionLevel: number;
  allowDowngrade?: boolean | undefined;
  upgradeType?: number | undefined;
}

/** UpdateFeaturesRequest: versions 0-2, flexible from 0. */
export interface UpdateFeaturesRequest {
  timeoutMs: number;
  featureUpdates: FeatureUpdateKey[];
  validateOnly: boolean;
}

/** What an encoder wants for UpdateFeaturesRequest. */
export interface UpdateFeaturesRequestInput {
  timeoutMs?: number | undefined;
  featureUpdates: readonly FeatureUpdateKeyInput[];
  validateOnly?: boolean | undefined;
}

function readFeatureUpdateKey(r: WireReader, v: number): FeatureUpdateKey {
  const feature = r.readString(true);
  const maxVersionLevel = r.readInt16();
  const allowDowngrade = v <= 0 ? r.readBool() : false;
  const upgradeType = v >= 1 ? r.readInt8() : 1;
  r.skipTaggedFields();
  return { feature, maxVersionLevel, allowDowngrade, upgradeType };
}

function writeFeatureUpdateKey(w: WireWriter, { feature, maxVersionLevel, allowDowngrade = false, upgradeType = 1 }: FeatureUpdateKeyInput, v: number): void {
  w.writeString(feature, true);
  w.writeInt16(maxVersionLevel);
  if (v <= 0) { w.writeBool(allowDowngrade); }
  if (v >= 1) { w.writeInt8(upgradeType); }
  w.writeNoTaggedFields();
}

function readUpdateFeaturesRequest(r: WireReader, v: number): UpdateFeaturesRequest {
  const timeoutMs = r.readInt32();
  const featureUpdates = readFeatureUpdateKeyArray(r, v);
  const validateOnly = v >= 1 ? r.readBool() : false;
  r.skipTaggedFields();
  return { timeoutMs, featureUpdates, validateOnly };
}

function writeUpdateFeaturesRequest(w: WireWriter, { timeoutMs = 60000, featureUpdates, validateOnly = false }: UpdateFeaturesRequestInput, v: number): void {
  w.writeInt32(timeoutMs);
  writeFeatureUpdateKeyArray(w, featureUpdates, v);
  if (v >= 1) { w.writeBool(validateOnly); }
  w.writeNoTaggedFields();
}

function readFeatureUpdateKeyArray(r: WireReader, v: number): FeatureUpdateKey[] {
  let n = r.readArrayLength(true, 5);
  const a: FeatureUpdateKey[] = [];
  for (; n > 0; n--) a.push(readFeatureUpdateKey(r, v));
  return a;
}

function writeFeatureUpdateKeyArray(w: WireWriter, a: readonly FeatureUpdateKeyInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeFeatureUpdateKey(w, x, v);
}

/** Codec of {@link UpdateFeaturesRequest}. */
export const UpdateFeaturesRequestCodec: Codec<UpdateFeaturesRequest, UpdateFeaturesRequestInput> = {
  name: 'UpdateFeaturesRequest', apiKey: 57, minVersion: 0, maxVersion: 2, flexibleFrom: 0,
  decode: readUpdateFeaturesRequest, encode: writeUpdateFeaturesRequest,
};

export interface UpdatableFeatureResult {
  feature: string;
  errorCode: number;
  errorMessage: string | null;
}

export interface UpdatableFeatureResultInput {
  feature: string;
  errorCode: number;
  errorMessage: string | null;
}

/** UpdateFeaturesResponse: versions 0-2, flexible from 0. */
export interface UpdateFeaturesResponse {
  throttleTimeMs: number;
  errorCode: number;
  errorMessage: string | null;
  results: UpdatableFeatureResult[];
}

/** What an encoder wants for UpdateFeaturesResponse. */
export interface UpdateFeaturesResponseInput {
  throttleTimeMs: number;
  errorCode: number;
  errorMessage: string | null;
  results?: readonly UpdatableFeatureResultInput[] | undefined;
}

function readUpdatableFeatureResult(r: WireReader, v: number): UpdatableFeatureResult {
  const feature = r.readString(true);
  const errorCode = r.readInt16();
  const errorMessage = r.readNullableString(true);
  r.skipTaggedFields();
  return { feature, errorCode, errorMessage };
}

function writeUpdatableFeatureResult(w: WireWriter, { feature, errorCode, errorMessage }: UpdatableFeatureResultInput, v: number): void {
  w.writeString(feature, true);
  w.writeInt16(errorCode);
  w.writeNullableString(errorMessage, true);
  w.writeNoTaggedFields();
}

function readUpdateFeaturesResponse(r: WireReader, v: number): UpdateFeaturesResponse {
  const throttleTimeMs = r.readInt32();
  const errorCode = r.readInt16();
  const errorMessage = r.readNullableString(true);
  const results = v <= 1 ? readUpdatableFeatureResultArray(r, v) : [];
  r.skipTaggedFields();
  return { throttleTimeMs, errorCode, errorMessage, results };
}

function writeUpdateFeaturesResponse(w: WireWriter, { throttleTimeMs, errorCode, errorMessage, results = [] }: UpdateFeaturesResponseInput, v: number): void {
  w.writeInt32(throttleTimeMs);
  w.writeInt16(errorCode);
  w.writeNullableString(errorMessage, true);
  if (v <= 1) { writeUpdatableFeatureResultArray(w, results, v); }
  w.writeNoTaggedFields();
}

function readUpdatableFeatureResultArray(r: WireReader, v: number): UpdatableFeatureResult[] {
  let n = r.readArrayLength(true, 1);
  const a: UpdatableFeatureResult[] = [];
  for (; n > 0; n--) a.push(readUpdatableFeatureResult(r, v));
  return a;
}

function writeUpdatableFeatureResultArray(w: WireWriter, a: readonly UpdatableFeatureResultInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeUpdatableFeatureResult(w, x, v);
}

/** Codec of {@link UpdateFeaturesResponse}. */
export const UpdateFeaturesResponseCodec: Codec<UpdateFeaturesResponse, UpdateFeaturesResponseInput> = {
  name: 'UpdateFeaturesResponse', apiKey: 57, minVersion: 0, maxVersion: 2, flexibleFrom: 0,
  decode: readUpdateFeaturesResponse, encode: writeUpdateFeaturesResponse,
};

/** DescribeClusterRequest: versions 0-2, flexible from 0. */
export interface DescribeClusterRequest {
  includeClusterAuthorizedOperations: boolean;
  endpointType: number;
  includeFencedBrokers: boolean;
}

/** What an encoder wants for DescribeClusterRequest. */
export interface DescribeClusterRequestInput {
  includeClusterAuthorizedOperations: boolean;
  endpointType?: number | undefined;
  includeFencedBrokers?: boolean | undefined;
}

function readDescribeClusterRequest(r: WireReader, v: number): DescribeClusterRequest {
  const includeClusterAuthorizedOperations = r.readBool();
  const endpointType = v >= 1 ? r.readInt8() : 1;
  const includeFencedBrokers = v >= 2 ? r.readBool() : false;
  r.skipTaggedFields();
  return { includeClusterAuthorizedOperations, endpointType, includeFencedBrokers };
}

function writeDescribeClusterRequest(w: WireWriter, { includeClusterAuthorizedOperations, endpointType = 1, includeFencedBrokers = false }: DescribeClusterRequestInput, v: number): void {
  w.writeBool(includeClusterAuthorizedOperations);
  if (v >= 1) { w.writeInt8(endpointType); }
  if (v >= 2) { w.writeBool(includeFencedBrokers); }
  w.writeNoTaggedFields();
}

/** Codec of {@link DescribeClusterRequest}. */
export const DescribeClusterRequestCodec: Codec<DescribeClusterRequest, DescribeClusterRequestInput> = {
  name: 'DescribeClusterRequest', apiKey: 60, minVersion: 0, maxVersion: 2, flexibleFrom: 0,
  decode: readDescribeClusterRequest, encode: writeDescribeClusterRequest,
};

export interface DescribeClusterBroker {
  brokerId: number;
  host: string;
  port: number;
  rack: string | null;
  isFenced: boolean;
}

export interface DescribeClusterBrokerInput {
  brokerId: number;
  host: string;
  port: number;
  rack?: string | null | undefined;
  isFenced?: boolean | undefined;
}

/** DescribeClusterResponse: versions 0-2, flexible from 0. */
export interface DescribeClusterResponse {
  throttleTimeMs: number;
  errorCode: number;
  errorMessage: string | null;
  endpointType: number;
  clusterId: string;
  controllerId: number;
  brokers: DescribeClusterBroker[];
  clusterAuthorizedOperations: number;
}

/** What an encoder wants for DescribeClusterResponse. */
export interface DescribeClusterResponseInput {
  throttleTimeMs: number;
  errorCode: number;
  errorMessage?: string | null | undefined;
  endpointType?: number | undefined;
  clusterId: string;
  controllerId?: number | undefined;
  brokers: readonly DescribeClusterBrokerInput[];
  clusterAuthorizedOperations?: number | undefined;
}

function readDescribeClusterBroker(r: WireReader, v: number): DescribeClusterBroker {
  const brokerId = r.readInt32();
  const host = r.readString(true);
  const port = r.readInt32();
  const rack = r.readNullableString(true);
  const isFenced = v >= 2 ? r.readBool() : false;
  r.skipTaggedFields();
  return { brokerId, host, port, rack, isFenced };
}

function writeDescribeClusterBroker(w: WireWriter, { brokerId, host, port, rack = null, isFenced = false }: DescribeClusterBrokerInput, v: number): void {
  w.writeInt32(brokerId);
  w.writeString(host, true);
  w.writeInt32(port);
  w.writeNullableString(rack, true);
  if (v >= 2) { w.writeBool(isFenced); }
  w.writeNoTaggedFields();
}

function readDescribeClusterResponse(r: WireReader, v: number): DescribeClusterResponse {
  const throttleTimeMs = r.readInt32();
  const errorCode = r.readInt16();
  const errorMessage = r.readNullableString(true);
  const endpointType = v >= 1 ? r.readInt8() : 1;
  const clusterId = r.readString(true);
  const controllerId = r.readInt32();
  const brokers = readDescribeClusterBrokerArray(r, v);
  const clusterAuthorizedOperations = r.readInt32();
  r.skipTaggedFields();
  return { throttleTimeMs, errorCode, errorMessage, endpointType, clusterId, controllerId, brokers, clusterAuthorizedOperations };
}

function writeDescribeClusterResponse(w: WireWriter, { throttleTimeMs, errorCode, errorMessage = null, endpointType = 1, clusterId, controllerId = -1, brokers, clusterAuthorizedOperations = -2147483648 }: DescribeClusterResponseInput, v: number): void {
  w.writeInt32(throttleTimeMs);
  w.writeInt16(errorCode);
  w.writeNullableString(errorMessage, true);
  if (v >= 1) { w.writeInt8(endpointType); }
  w.writeString(clusterId, true);
  w.writeInt32(controllerId);
  writeDescribeClusterBrokerArray(w, brokers, v);
  w.writeInt32(clusterAuthorizedOperations);
  w.writeNoTaggedFields();
}

function readDescribeClusterBrokerArray(r: WireReader, v: number): DescribeClusterBroker[] {
  let n = r.readArrayLength(true, 11);
  const a: DescribeClusterBroker[] = [];
  for (; n > 0; n--) a.push(readDescribeClusterBroker(r, v));
  return a;
}

function writeDescribeClusterBrokerArray(w: WireWriter, a: readonly DescribeClusterBrokerInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeDescribeClusterBroker(w, x, v);
}

/** Codec of {@link DescribeClusterResponse}. */
export const DescribeClusterResponseCodec: Codec<DescribeClusterResponse, DescribeClusterResponseInput> = {
  name: 'DescribeClusterResponse', apiKey: 60, minVersion: 0, maxVersion: 2, flexibleFrom: 0,
  decode: readDescribeClusterResponse, encode: writeDescribeClusterResponse,
};

export interface DescribeProducersRequestTopicRequest {
  name: string;
  partitionIndexes: number[];
}

export interface DescribeProducersRequestTopicRequestInput {
  name: string;
  partitionIndexes: readonly number[];
}

/** DescribeProducersRequest: version 0, flexible from 0. */
export interface DescribeProducersRequest {
  topics: DescribeProducersRequestTopicRequest[];
}

/** What an encoder wants for DescribeProducersRequest. */
export interface DescribeProducersRequestInput {
  topics: readonly DescribeProducersRequestTopicRequestInput[];
}

function readDescribeProducersRequestTopicRequest(r: WireReader, v: number): DescribeProducersRequestTopicRequest {
  const name = r.readString(true);
  const partitionIndexes = r.readInt32Array(true);
  r.skipTaggedFields();
  return { name, partitionIndexes };
}

function writeDescribeProducersRequestTopicRequest(w: WireWriter, { name, partitionIndexes }: DescribeProducersRequestTopicRequestInput, v: number): void {
  w.writeString(name, true);
  w.writeInt32Array(partitionIndexes, true);
  w.writeNoTaggedFields();
}

function readDescribeProducersRequest(r: WireReader, v: number): DescribeProducersRequest {
  const topics = readDescribeProducersRequestTopicRequestArray(r, v);
  r.skipTaggedFields();
  return { topics };
}

function writeDescribeProducersRequest(w: WireWriter, { topics }: DescribeProducersRequestInput, v: number): void {
  writeDescribeProducersRequestTopicRequestArray(w, topics, v);
  w.writeNoTaggedFields();
}

function readDescribeProducersRequestTopicRequestArray(r: WireReader, v: number): DescribeProducersRequestTopicRequest[] {
  let n = r.readArrayLength(true, 3);
  const a: DescribeProducersRequestTopicRequest[] = [];
  for (; n > 0; n--) a.push(readDescribeProducersRequestTopicRequest(r, v));
  return a;
}

function writeDescribeProducersRequestTopicRequestArray(w: WireWriter, a: readonly DescribeProducersRequestTopicRequestInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeDescribeProducersRequestTopicRequest(w, x, v);
}

/** Codec of {@link DescribeProducersRequest}. */
export const DescribeProducersRequestCodec: Codec<DescribeProducersRequest, DescribeProducersRequestInput> = {
  name: 'DescribeProducersRequest', apiKey: 61, minVersion: 0, maxVersion: 0, flexibleFrom: 0,
  decode: readDescribeProducersRequest, encode: writeDescribeProducersRequest,
};

export interface ProducerState {
  producerId: number;
  producerEpoch: number;
  lastSequence: number;
  lastTimestamp: number;
  coordinatorEpoch: number;
  currentTxnStartOffset: number;
}

export interface ProducerStateInput {
  producerId: number;
  producerEpoch: number;
  lastSequence?: number | undefined;
  lastTimestamp?: number | undefined;
  coordinatorEpoch: number;
  currentTxnStartOffset?: number | undefined;
}

export interface PartitionResponse {
  partitionIndex: number;
  errorCode: number;
  errorMessage: string | null;
  activeProducers: ProducerState[];
}

export interface PartitionResponseInput {
  partitionIndex: number;
  errorCode: number;
  errorMessage?: string | null | undefined;
  activeProducers: readonly ProducerStateInput[];
}

export interface TopicResponse {
  name: string;
  partitions: PartitionResponse[];
}

export interface TopicResponseInput {
  name: string;
  partitions: readonly PartitionResponseInput[];
}

/** DescribeProducersResponse: version 0, flexible from 0. */
export interface DescribeProducersResponse {
  throttleTimeMs: number;
  topics: TopicResponse[];
}

/** What an encoder wants for DescribeProducersResponse. */
export interface DescribeProducersResponseInput {
  throttleTimeMs: number;
  topics: readonly TopicResponseInput[];
}

function readProducerState(r: WireReader, v: number): ProducerState {
  const producerId = r.readInt64();
  const producerEpoch = r.readInt32();
  const lastSequence = r.readInt32();
  const lastTimestamp = r.readInt64();
  const coordinatorEpoch = r.readInt32();
  const currentTxnStartOffset = r.readInt64();
  r.skipTaggedFields();
  return { producerId, producerEpoch, lastSequence, lastTimestamp, coordinatorEpoch, currentTxnStartOffset };
}

function writeProducerState(w: WireWriter, { producerId, producerEpoch, lastSequence = -1, lastTimestamp = -1, coordinatorEpoch, currentTxnStartOffset = -1 }: ProducerStateInput, v: number): void {
  w.writeInt64(producerId);
  w.writeInt32(producerEpoch);
  w.writeInt32(lastSequence);
  w.writeInt64(lastTimestamp);
  w.writeInt32(coordinatorEpoch);
  w.writeInt64(currentTxnStartOffset);
  w.writeNoTaggedFields();
}

function readPartitionResponse(r: WireReader, v: number): PartitionResponse {
  const partitionIndex = r.readInt32();
  const errorCode = r.readInt16();
  const errorMessage = r.readNullableString(true);
  const activeProducers = readProducerStateArray(r, v);
  r.skipTaggedFields();
  return { partitionIndex, errorCode, errorMessage, activeProducers };
}

function writePartitionResponse(w: WireWriter, { partitionIndex, errorCode, errorMessage = null, activeProducers }: PartitionResponseInput, v: number): void {
  w.writeInt32(partitionIndex);
  w.writeInt16(errorCode);
  w.writeNullableString(errorMessage, true);
  writeProducerStateArray(w, activeProducers, v);
  w.writeNoTaggedFields();
}

function readTopicResponse(r: WireReader, v: number): TopicResponse {
  const name = r.readString(true);
  const partitions = readPartitionResponseArray(r, v);
  r.skipTaggedFields();
  return { name, partitions };
}

function writeTopicResponse(w: WireWriter, { name, partitions }: TopicResponseInput, v: number): void {
  w.writeString(name, true);
  writePartitionResponseArray(w, partitions, v);
  w.writeNoTaggedFields();
}

function readDescribeProducersResponse(r: WireReader, v: number): DescribeProducersResponse {
  const throttleTimeMs = r.readInt32();
  const topics = readTopicResponseArray(r, v);
  r.skipTaggedFields();
  return { throttleTimeMs, topics };
}

function writeDescribeProducersResponse(w: WireWriter, { throttleTimeMs, topics }: DescribeProducersResponseInput, v: number): void {
  w.writeInt32(throttleTimeMs);
  writeTopicResponseArray(w, topics, v);
  w.writeNoTaggedFields();
}

function readProducerStateArray(r: WireReader, v: number): ProducerState[] {
  let n = r.readArrayLength(true, 37);
  const a: ProducerState[] = [];
  for (; n > 0; n--) a.push(readProducerState(r, v));
  return a;
}

function writeProducerStateArray(w: WireWriter, a: readonly ProducerStateInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeProducerState(w, x, v);
}

function readPartitionResponseArray(r: WireReader, v: number): PartitionResponse[] {
  let n = r.readArrayLength(true, 9);
  const a: PartitionResponse[] = [];
  for (; n > 0; n--) a.push(readPartitionResponse(r, v));
  return a;
}

function writePartitionResponseArray(w: WireWriter, a: readonly PartitionResponseInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writePartitionResponse(w, x, v);
}

function readTopicResponseArray(r: WireReader, v: number): TopicResponse[] {
  let n = r.readArrayLength(true, 3);
  const a: TopicResponse[] = [];
  for (; n > 0; n--) a.push(readTopicResponse(r, v));
  return a;
}

function writeTopicResponseArray(w: WireWriter, a: readonly TopicResponseInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeTopicResponse(w, x, v);
}

/** Codec of {@link DescribeProducersResponse}. */
export const DescribeProducersResponseCodec: Codec<DescribeProducersResponse, DescribeProducersResponseInput> = {
  name: 'DescribeProducersResponse', apiKey: 61, minVersion: 0, maxVersion: 0, flexibleFrom: 0,
  decode: readDescribeProducersResponse, encode: writeDescribeProducersResponse,
};

/** UnregisterBrokerRequest: version 0, flexible from 0. */
export interface UnregisterBrokerRequest {
  brokerId: number;
}

/** What an encoder wants for UnregisterBrokerRequest. */
export interface UnregisterBrokerRequestInput {
  brokerId: number;
}

function readUnregisterBrokerRequest(r: WireReader, v: number): UnregisterBrokerRequest {
  const brokerId = r.readInt32();
  r.skipTaggedFields();
  return { brokerId };
}

function writeUnregisterBrokerRequest(w: WireWriter, { brokerId }: UnregisterBrokerRequestInput, v: number): void {
  w.writeInt32(brokerId);
  w.writeNoTaggedFields();
}

/** Codec of {@link UnregisterBrokerRequest}. */
export const UnregisterBrokerRequestCodec: Codec<UnregisterBrokerRequest, UnregisterBrokerRequestInput> = {
  name: 'UnregisterBrokerRequest', apiKey: 64, minVersion: 0, maxVersion: 0, flexibleFrom: 0,
  decode: readUnregisterBrokerRequest, encode: writeUnregisterBrokerRequest,
};

/** UnregisterBrokerResponse: version 0, flexible from 0. */
export interface UnregisterBrokerResponse {
  throttleTimeMs: number;
  errorCode: number;
  errorMessage: string | null;
}

/** What an encoder wants for UnregisterBrokerResponse. */
export interface UnregisterBrokerResponseInput {
  throttleTimeMs: number;
  errorCode: number;
  errorMessage: string | null;
}

function readUnregisterBrokerResponse(r: WireReader, v: number): UnregisterBrokerResponse {
  const throttleTimeMs = r.readInt32();
  const errorCode = r.readInt16();
  const errorMessage = r.readNullableString(true);
  r.skipTaggedFields();
  return { throttleTimeMs, errorCode, errorMessage };
}

function writeUnregisterBrokerResponse(w: WireWriter, { throttleTimeMs, errorCode, errorMessage }: UnregisterBrokerResponseInput, v: number): void {
  w.writeInt32(throttleTimeMs);
  w.writeInt16(errorCode);
  w.writeNullableString(errorMessage, true);
  w.writeNoTaggedFields();
}

/** Codec of {@link UnregisterBrokerResponse}. */
export const UnregisterBrokerResponseCodec: Codec<UnregisterBrokerResponse, UnregisterBrokerResponseInput> = {
  name: 'UnregisterBrokerResponse', apiKey: 64, minVersion: 0, maxVersion: 0, flexibleFrom: 0,
  decode: readUnregisterBrokerResponse, encode: writeUnregisterBrokerResponse,
};

/** DescribeTransactionsRequest: version 0, flexible from 0. */
export interface DescribeTransactionsRequest {
  transactionalIds: string[];
}

/** What an encoder wants for DescribeTransactionsRequest. */
export interface DescribeTransactionsRequestInput {
  transactionalIds: readonly string[];
}

function readDescribeTransactionsRequest(r: WireReader, v: number): DescribeTransactionsRequest {
  const transactionalIds = r.readStringArray(true);
  r.skipTaggedFields();
  return { transactionalIds };
}

function writeDescribeTransactionsRequest(w: WireWriter, { transactionalIds }: DescribeTransactionsRequestInput, v: number): void {
  w.writeStringArray(transactionalIds, true);
  w.writeNoTaggedFields();
}

/** Codec of {@link DescribeTransactionsRequest}. */
export const DescribeTransactionsRequestCodec: Codec<DescribeTransactionsRequest, DescribeTransactionsRequestInput> = {
  name: 'DescribeTransactionsRequest', apiKey: 65, minVersion: 0, maxVersion: 0, flexibleFrom: 0,
  decode: readDescribeTransactionsRequest, encode: writeDescribeTransactionsRequest,
};

export interface DescribeTransactionsResponseTopicData {
  topic: string;
  partitions: number[];
}

export interface DescribeTransactionsResponseTopicDataInput {
  topic: string;
  partitions: readonly number[];
}

export interface DescribeTransactionsResponseTransactionState {
  errorCode: number;
  transactionalId: string;
  transactionState: string;
  transactionTimeoutMs: number;
  transactionStartTimeMs: number;
  producerId: number;
  producerEpoch: number;
  topics: DescribeTransactionsResponseTopicData[];
}

export interface DescribeTransactionsResponseTransactionStateInput {
  errorCode: number;
  transactionalId: string;
  transactionState: string;
  transactionTimeoutMs: number;
  transactionStartTimeMs: number;
  producerId: number;
  producerEpoch: number;
  topics: readonly DescribeTransactionsResponseTopicDataInput[];
}

/** DescribeTransactionsResponse: version 0, flexible from 0. */
export interface DescribeTransactionsResponse {
  throttleTimeMs: number;
  transactionStates: DescribeTransactionsResponseTransactionState[];
}

/** What an encoder wants for DescribeTransactionsResponse. */
export interface DescribeTransactionsResponseInput {
  throttleTimeMs: number;
  transactionStates: readonly DescribeTransactionsResponseTransactionStateInput[];
}

function readDescribeTransactionsResponseTopicData(r: WireReader, v: number): DescribeTransactionsResponseTopicData {
  const topic = r.readString(true);
  const partitions = r.readInt32Array(true);
  r.skipTaggedFields();
  return { topic, partitions };
}

function writeDescribeTransactionsResponseTopicData(w: WireWriter, { topic, partitions }: DescribeTransactionsResponseTopicDataInput, v: number): void {
  w.writeString(topic, true);
  w.writeInt32Array(partitions, true);
  w.writeNoTaggedFields();
}

function readDescribeTransactionsResponseTransactionState(r: WireReader, v: number): DescribeTransactionsResponseTransactionState {
  const errorCode = r.readInt16();
  const transactionalId = r.readString(true);
  const transactionState = r.readString(true);
  const transactionTimeoutMs = r.readInt32();
  const transactionStartTimeMs = r.readInt64();
  const producerId = r.readInt64();
  const producerEpoch = r.readInt16();
  const topics = readDescribeTransactionsResponseTopicDataArray(r, v);
  r.skipTaggedFields();
  return { errorCode, transactionalId, transactionState, transactionTimeoutMs, transactionStartTimeMs, producerId, producerEpoch, topics };
}

function writeDescribeTransactionsResponseTransactionState(w: WireWriter, { errorCode, transactionalId, transactionState, transactionTimeoutMs, transactionStartTimeMs, producerId, producerEpoch, topics }: DescribeTransactionsResponseTransactionStateInput, v: number): void {
  w.writeInt16(errorCode);
  w.writeString(transactionalId, true);
  w.writeString(transactionState, true);
  w.writeInt32(transactionTimeoutMs);
  w.writeInt64(transactionStartTimeMs);
  w.writeInt64(producerId);
  w.writeInt16(producerEpoch);
  writeDescribeTransactionsResponseTopicDataArray(w, topics, v);
  w.writeNoTaggedFields();
}

function readDescribeTransactionsResponse(r: WireReader, v: number): DescribeTransactionsResponse {
  const throttleTimeMs = r.readInt32();
  const transactionStates = readDescribeTransactionsResponseTransactionStateArray(r, v);
  r.skipTaggedFields();
  return { throttleTimeMs, transactionStates };
}

function writeDescribeTransactionsResponse(w: WireWriter, { throttleTimeMs, transactionStates }: DescribeTransactionsResponseInput, v: number): void {
  w.writeInt32(throttleTimeMs);
  writeDescribeTransactionsResponseTransactionStateArray(w, transactionStates, v);
  w.writeNoTaggedFields();
}

function readDescribeTransactionsResponseTopicDataArray(r: WireReader, v: number): DescribeTransactionsResponseTopicData[] {
  let n = r.readArrayLength(true, 3);
  const a: DescribeTransactionsResponseTopicData[] = [];
  for (; n > 0; n--) a.push(readDescribeTransactionsResponseTopicData(r, v));
  return a;
}

function writeDescribeTransactionsResponseTopicDataArray(w: WireWriter, a: readonly DescribeTransactionsResponseTopicDataInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeDescribeTransactionsResponseTopicData(w, x, v);
}

function readDescribeTransactionsResponseTransactionStateArray(r: WireReader, v: number): DescribeTransactionsResponseTransactionState[] {
  let n = r.readArrayLength(true, 28);
  const a: DescribeTransactionsResponseTransactionState[] = [];
  for (; n > 0; n--) a.push(readDescribeTransactionsResponseTransactionState(r, v));
  return a;
}

function writeDescribeTransactionsResponseTransactionStateArray(w: WireWriter, a: readonly DescribeTransactionsResponseTransactionStateInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeDescribeTransactionsResponseTransactionState(w, x, v);
}

/** Codec of {@link DescribeTransactionsResponse}. */
export const DescribeTransactionsResponseCodec: Codec<DescribeTransactionsResponse, DescribeTransactionsResponseInput> = {
  name: 'DescribeTransactionsResponse', apiKey: 65, minVersion: 0, maxVersion: 0, flexibleFrom: 0,
  decode: readDescribeTransactionsResponse, encode: writeDescribeTransactionsResponse,
};

/** ListTransactionsRequest: versions 0-2, flexible from 0. */
export interface ListTransactionsRequest {
  stateFilters: string[];
  producerIdFilters: number[];
  durationFilter: number;
  transactionalIdPattern: string | null;
}

/** What an encoder wants for ListTransactionsRequest. */
export interface ListTransactionsRequestInput {
  stateFilters: readonly string[];
  producerIdFilters: readonly number[];
  durationFilter?: number | undefined;
  transactionalIdPattern?: string | null | undefined;
}

function readListTransactionsRequest(r: WireReader, v: number): ListTransactionsRequest {
  const stateFilters = r.readStringArray(true);
  const producerIdFilters = r.readInt64Array(true);
  const durationFilter = v >= 1 ? r.readInt64() : -1;
  const transactionalIdPattern = v >= 2 ? r.readNullableString(true) : null;
  r.skipTaggedFields();
  return { stateFilters, producerIdFilters, durationFilter, transactionalIdPattern };
}

function writeListTransactionsRequest(w: WireWriter, { stateFilters, producerIdFilters, durationFilter = -1, transactionalIdPattern = null }: ListTransactionsRequestInput, v: number): void {
  w.writeStringArray(stateFilters, true);
  w.writeInt64Array(producerIdFilters, true);
  if (v >= 1) { w.writeInt64(durationFilter); }
  if (v >= 2) { w.writeNullableString(transactionalIdPattern, true); }
  w.writeNoTaggedFields();
}

/** Codec of {@link ListTransactionsRequest}. */
export const ListTransactionsRequestCodec: Codec<ListTransactionsRequest, ListTransactionsRequestInput> = {
  name: 'ListTransactionsRequest', apiKey: 66, minVersion: 0, maxVersion: 2, flexibleFrom: 0,
  decode: readListTransactionsRequest, encode: writeListTransactionsRequest,
};

export interface ListTransactionsResponseTransactionState {
  transactionalId: string;
  producerId: number;
  transactionState: string;
}

export interface ListTransactionsResponseTransactionStateInput {
  transactionalId: string;
  producerId: number;
  transactionState: string;
}

/** ListTransactionsResponse: versions 0-2, flexible from 0. */
export interface ListTransactionsResponse {
  throttleTimeMs: number;
  errorCode: number;
  unknownStateFilters: string[];
  transactionStates: ListTransactionsResponseTransactionState[];
}

/** What an encoder wants for ListTransactionsResponse. */
export interface ListTransactionsResponseInput {
  throttleTimeMs: number;
  errorCode: number;
  unknownStateFilters: readonly string[];
  transactionStates: readonly ListTransactionsResponseTransactionStateInput[];
}

function readListTransactionsResponseTransactionState(r: WireReader, v: number): ListTransactionsResponseTransactionState {
  const transactionalId = r.readString(true);
  const producerId = r.readInt64();
  const transactionState = r.readString(true);
  r.skipTaggedFields();
  return { transactionalId, producerId, transactionState };
}

function writeListTransactionsResponseTransactionState(w: WireWriter, { transactionalId, producerId, transactionState }: ListTransactionsResponseTransactionStateInput, v: number): void {
  w.writeString(transactionalId, true);
  w.writeInt64(producerId);
  w.writeString(transactionState, true);
  w.writeNoTaggedFields();
}

function readListTransactionsResponse(r: WireReader, v: number): ListTransactionsResponse {
  const throttleTimeMs = r.readInt32();
  const errorCode = r.readInt16();
  const unknownStateFilters = r.readStringArray(true);
  const transactionStates = readListTransactionsResponseTransactionStateArray(r, v);
  r.skipTaggedFields();
  return { throttleTimeMs, errorCode, unknownStateFilters, transactionStates };
}

function writeListTransactionsResponse(w: WireWriter, { throttleTimeMs, errorCode, unknownStateFilters, transactionStates }: ListTransactionsResponseInput, v: number): void {
  w.writeInt32(throttleTimeMs);
  w.writeInt16(errorCode);
  w.writeStringArray(unknownStateFilters, true);
  writeListTransactionsResponseTransactionStateArray(w, transactionStates, v);
  w.writeNoTaggedFields();
}

function readListTransactionsResponseTransactionStateArray(r: WireReader, v: number): ListTransactionsResponseTransactionState[] {
  let n = r.readArrayLength(true, 11);
  const a: ListTransactionsResponseTransactionState[] = [];
  for (; n > 0; n--) a.push(readListTransactionsResponseTransactionState(r, v));
  return a;
}

function writeListTransactionsResponseTransactionStateArray(w: WireWriter, a: readonly ListTransactionsResponseTransactionStateInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeListTransactionsResponseTransactionState(w, x, v);
}

/** Codec of {@link ListTransactionsResponse}. */
export const ListTransactionsResponseCodec: Codec<ListTransactionsResponse, ListTransactionsResponseInput> = {
  name: 'ListTransactionsResponse', apiKey: 66, minVersion: 0, maxVersion: 2, flexibleFrom: 0,
  decode: readListTransactionsResponse, encode: writeListTransactionsResponse,
};

export interface ConsumerGroupHeartbeatRequestTopicPartitions {
  topicId: Uuid;
  partitions: number[];
}

export interface ConsumerGroupHeartbeatRequestTopicPartitionsInput {
  topicId: Uuid;
  partitions: readonly number[];
}

/** ConsumerGroupHeartbeatRequest: versions 0-1, flexible from 0. */
export interface ConsumerGroupHeartbeatRequest {
  groupId: string;
  memberId: string;
  memberEpoch: number;
  instanceId: string | null;
  rackId: string | null;
  rebalanceTimeoutMs: number;
  subscribedTopicNames: string[] | null;
  subscribedTopicRegex: string | null;
  serverAssignor: string | null;
  topicPartitions: ConsumerGroupHeartbeatRequestTopicPartitions[] | null;
}

/** What an encoder wants for ConsumerGroupHeartbeatRequest. */
export interface ConsumerGroupHeartbeatRequestInput {
  groupId: string;
  memberId: string;
  memberEpoch: number;
  instanceId?: string | null | undefined;
  rackId?: string | null | undefined;
  rebalanceTimeoutMs?: number | undefined;
  subscribedTopicNames?: readonly string[] | null | undefined;
  subscribedTopicRegex?: string | null | undefined;
  serverAssignor?: string | null | undefined;
  topicPartitions?: readonly ConsumerGroupHeartbeatRequestTopicPartitionsInput[] | null | undefined;
}

function readConsumerGroupHeartbeatRequestTopicPartitions(r: WireReader, v: number): ConsumerGroupHeartbeatRequestTopicPartitions {
  const topicId = r.readUuid();
  const partitions = r.readInt32Array(true);
  r.skipTaggedFields();
  return { topicId, partitions };
}

function writeConsumerGroupHeartbeatRequestTopicPartitions(w: WireWriter, { topicId, partitions }: ConsumerGroupHeartbeatRequestTopicPartitionsInput, v: number): void {
  w.writeUuid(topicId);
  w.writeInt32Array(partitions, true);
  w.writeNoTaggedFields();
}

function readConsumerGroupHeartbeatRequest(r: WireReader, v: number): ConsumerGroupHeartbeatRequest {
  const groupId = r.readString(true);
  const memberId = r.readString(true);
  const memberEpoch = r.readInt32();
  const instanceId = r.readNullableString(true);
  const rackId = r.readNullableString(true);
  const rebalanceTimeoutMs = r.readInt32();
  const subscribedTopicNames = r.readNullableStringArray(true);
  const subscribedTopicRegex = v >= 1 ? r.readNullableString(true) : null;
  const serverAssignor = r.readNullableString(true);
  const topicPartitions = readNullableConsumerGroupHeartbeatRequestTopicPartitionsArray(r, v);
  r.skipTaggedFields();
  return { groupId, memberId, memberEpoch, instanceId, rackId, rebalanceTimeoutMs, subscribedTopicNames, subscribedTopicRegex, serverAssignor, topicPartitions };
}

function writeConsumerGroupHeartbeatRequest(w: WireWriter, { groupId, memberId, memberEpoch, instanceId = null, rackId = null, rebalanceTimeoutMs = -1, subscribedTopicNames = null, subscribedTopicRegex = null, serverAssignor = null, topicPartitions = null }: ConsumerGroupHeartbeatRequestInput, v: number): void {
  w.writeString(groupId, true);
  w.writeString(memberId, true);
  w.writeInt32(memberEpoch);
  w.writeNullableString(instanceId, true);
  w.writeNullableString(rackId, true);
  w.writeInt32(rebalanceTimeoutMs);
  w.writeNullableStringArray(subscribedTopicNames, true);
  if (v >= 1) { w.writeNullableString(subscribedTopicRegex, true); }
  w.writeNullableString(serverAssignor, true);
  writeNullableConsumerGroupHeartbeatRequestTopicPartitionsArray(w, topicPartitions, v);
  w.writeNoTaggedFields();
}

function readNullableConsumerGroupHeartbeatRequestTopicPartitionsArray(r: WireReader, v: number): ConsumerGroupHeartbeatRequestTopicPartitions[] | null {
  let n = r.readNullableArrayLength(true, 18);
  if (n < 0) return null;
  const a: ConsumerGroupHeartbeatRequestTopicPartitions[] = [];
  for (; n > 0; n--) a.push(readConsumerGroupHeartbeatRequestTopicPartitions(r, v));
  return a;
}

function writeConsumerGroupHeartbeatRequestTopicPartitionsArray(w: WireWriter, a: readonly ConsumerGroupHeartbeatRequestTopicPartitionsInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeConsumerGroupHeartbeatRequestTopicPartitions(w, x, v);
}

function writeNullableConsumerGroupHeartbeatRequestTopicPartitionsArray(w: WireWriter, a: readonly ConsumerGroupHeartbeatRequestTopicPartitionsInput[] | null, v: number): void {
  if (a === null) w.writeNullArray(true); else writeConsumerGroupHeartbeatRequestTopicPartitionsArray(w, a, v);
}

/** Codec of {@link ConsumerGroupHeartbeatRequest}. */
export const ConsumerGroupHeartbeatRequestCodec: Codec<ConsumerGroupHeartbeatRequest, ConsumerGroupHeartbeatRequestInput> = {
  name: 'ConsumerGroupHeartbeatRequest', apiKey: 68, minVersion: 0, maxVersion: 1, flexibleFrom: 0,
  decode: readConsumerGroupHeartbeatRequest, encode: writeConsumerGroupHeartbeatRequest,
};

export interface ConsumerGroupHeartbeatResponseTopicPartitions {
  topicId: Uuid;
  partitions: number[];
}

export interface ConsumerGroupHeartbeatResponseTopicPartitionsInput {
  topicId: Uuid;
  partitions: readonly number[];
}

export interface ConsumerGroupHeartbeatResponseAssignment {
  topicPartitions: ConsumerGroupHeartbeatResponseTopicPartitions[];
}

export interface ConsumerGroupHeartbeatResponseAssignmentInput {
  topicPartitions: readonly ConsumerGroupHeartbeatResponseTopicPartitionsInput[];
}

/** ConsumerGroupHeartbeatResponse: versions 0-1, flexible from 0. */
export interface ConsumerGroupHeartbeatResponse {
  throttleTimeMs: number;
  errorCode: number;
  errorMessage: string | null;
  memberId: string | null;
  memberEpoch: number;
  heartbeatIntervalMs: number;
  assignment: ConsumerGroupHeartbeatResponseAssignment | null;
}

/** What an encoder wants for ConsumerGroupHeartbeatResponse. */
export interface ConsumerGroupHeartbeatResponseInput {
  throttleTimeMs: number;
  errorCode: number;
  errorMessage?: string | null | undefined;
  memberId?: string | null | undefined;
  memberEpoch: number;
  heartbeatIntervalMs: number;
  assignment?: ConsumerGroupHeartbeatResponseAssignmentInput | null | undefined;
}

function readConsumerGroupHeartbeatResponseTopicPartitions(r: WireReader, v: number): ConsumerGroupHeartbeatResponseTopicPartitions {
  const topicId = r.readUuid();
  const partitions = r.readInt32Array(true);
  r.skipTaggedFields();
  return { topicId, partitions };
}

function writeConsumerGroupHeartbeatResponseTopicPartitions(w: WireWriter, { topicId, partitions }: ConsumerGroupHeartbeatResponseTopicPartitionsInput, v: number): void {
  w.writeUuid(topicId);
  w.writeInt32Array(partitions, true);
  w.writeNoTaggedFields();
}

function readConsumerGroupHeartbeatResponseAssignment(r: WireReader, v: number): ConsumerGroupHeartbeatResponseAssignment {
  const topicPartitions = readConsumerGroupHeartbeatResponseTopicPartitionsArray(r, v);
  r.skipTaggedFields();
  return { topicPartitions };
}

function writeConsumerGroupHeartbeatResponseAssignment(w: WireWriter, { topicPartitions }: ConsumerGroupHeartbeatResponseAssignmentInput, v: number): void {
  writeConsumerGroupHeartbeatResponseTopicPartitionsArray(w, topicPartitions, v);
  w.writeNoTaggedFields();
}

function readConsumerGroupHeartbeatResponse(r: WireReader, v: number): ConsumerGroupHeartbeatResponse {
  const throttleTimeMs = r.readInt32();
  const errorCode = r.readInt16();
  const errorMessage = r.readNullableString(true);
  const memberId = r.readNullableString(true);
  const memberEpoch = r.readInt32();
  const heartbeatIntervalMs = r.readInt32();
  const assignment = r.readInt8() < 0 ? null : readConsumerGroupHeartbeatResponseAssignment(r, v);
  r.skipTaggedFields();
  return { throttleTimeMs, errorCode, errorMessage, memberId, memberEpoch, heartbeatIntervalMs, assignment };
}

function writeConsumerGroupHeartbeatResponse(w: WireWriter, { throttleTimeMs, errorCode, errorMessage = null, memberId = null, memberEpoch, heartbeatIntervalMs, assignment = null }: ConsumerGroupHeartbeatResponseInput, v: number): void {
  w.writeInt32(throttleTimeMs);
  w.writeInt16(errorCode);
  w.writeNullableString(errorMessage, true);
  w.writeNullableString(memberId, true);
  w.writeInt32(memberEpoch);
  w.writeInt32(heartbeatIntervalMs);
  if (assignment === null) w.writeInt8(-1); else { w.writeInt8(1); writeConsumerGroupHeartbeatResponseAssignment(w, assignment, v); };
  w.writeNoTaggedFields();
}

function readConsumerGroupHeartbeatResponseTopicPartitionsArray(r: WireReader, v: number): ConsumerGroupHeartbeatResponseTopicPartitions[] {
  let n = r.readArrayLength(true, 18);
  const a: ConsumerGroupHeartbeatResponseTopicPartitions[] = [];
  for (; n > 0; n--) a.push(readConsumerGroupHeartbeatResponseTopicPartitions(r, v));
  return a;
}

function writeConsumerGroupHeartbeatResponseTopicPartitionsArray(w: WireWriter, a: readonly ConsumerGroupHeartbeatResponseTopicPartitionsInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeConsumerGroupHeartbeatResponseTopicPartitions(w, x, v);
}

/** Codec of {@link ConsumerGroupHeartbeatResponse}. */
export const ConsumerGroupHeartbeatResponseCodec: Codec<ConsumerGroupHeartbeatResponse, ConsumerGroupHeartbeatResponseInput> = {
  name: 'ConsumerGroupHeartbeatResponse', apiKey: 68, minVersion: 0, maxVersion: 1, flexibleFrom: 0,
  decode: readConsumerGroupHeartbeatResponse, encode: writeConsumerGroupHeartbeatResponse,
};

/** ConsumerGroupDescribeRequest: versions 0-1, flexible from 0. */
export interface ConsumerGroupDescribeRequest {
  groupIds: string[];
  includeAuthorizedOperations: boolean;
}

/** What an encoder wants for ConsumerGroupDescribeRequest. */
export interface ConsumerGroupDescribeRequestInput {
  groupIds: readonly string[];
  includeAuthorizedOperations: boolean;
}

function readConsumerGroupDescribeRequest(r: WireReader, v: number): ConsumerGroupDescribeRequest {
  const groupIds = r.readStringArray(true);
  const includeAuthorizedOperations = r.readBool();
  r.skipTaggedFields();
  return { groupIds, includeAuthorizedOperations };
}

function writeConsumerGroupDescribeRequest(w: WireWriter, { groupIds, includeAuthorizedOperations }: ConsumerGroupDescribeRequestInput, v: number): void {
  w.writeStringArray(groupIds, true);
  w.writeBool(includeAuthorizedOperations);
  w.writeNoTaggedFields();
}

/** Codec of {@link ConsumerGroupDescribeRequest}. */
export const ConsumerGroupDescribeRequestCodec: Codec<ConsumerGroupDescribeRequest, ConsumerGroupDescribeRequestInput> = {
  name: 'ConsumerGroupDescribeRequest', apiKey: 69, minVersion: 0, maxVersion: 1, flexibleFrom: 0,
  decode: readConsumerGroupDescribeRequest, encode: writeConsumerGroupDescribeRequest,
};

export interface ConsumerGroupDescribeResponseTopicPartitions {
  topicId: Uuid;
  topicName: string;
  partitions: number[];
}

export interface ConsumerGroupDescribeResponseTopicPartitionsInput {
  topicId: Uuid;
  topicName: string;
  partitions: readonly number[];
}

export interface ConsumerGroupDescribeResponseAssignment {
  topicPartitions: ConsumerGroupDescribeResponseTopicPartitions[];
}

export interface ConsumerGroupDescribeResponseAssignmentInput {
  topicPartitions: readonly ConsumerGroupDescribeResponseTopicPartitionsInput[];
}

export interface ConsumerGroupDescribeResponseMember {
  memberId: string;
  instanceId: string | null;
  rackId: string | null;
  memberEpoch: number;
  clientId: string;
  clientHost: string;
  subscribedTopicNames: string[];
  subscribedTopicRegex: string | null;
  assignment: ConsumerGroupDescribeResponseAssignment;
  targetAssignment: ConsumerGroupDescribeResponseAssignment;
  memberType: number;
}

export interface ConsumerGroupDescribeResponseMemberInput {
  memberId: string;
  instanceId?: string | null | undefined;
  rackId?: string | null | undefined;
  memberEpoch: number;
  clientId: string;
  clientHost: string;
  subscribedTopicNames: readonly string[];
  subscribedTopicRegex?: string | null | undefined;
  assignment: ConsumerGroupDescribeResponseAssignmentInput;
  targetAssignment: ConsumerGroupDescribeResponseAssignmentInput;
  memberType?: number | undefined;
}

export interface ConsumerGroupDescribeResponseDescribedGroup {
  errorCode: number;
  errorMessage: string | null;
  groupId: string;
  groupState: string;
  groupEpoch: number;
  assignmentEpoch: number;
  assignorName: string;
  members: ConsumerGroupDescribeResponseMember[];
  authorizedOperations: number;
}

export interface ConsumerGroupDescribeResponseDescribedGroupInput {
  errorCode: number;
  errorMessage?: string | null | undefined;
  groupId: string;
  groupState: string;
  groupEpoch: number;
  assignmentEpoch: number;
  assignorName: string;
  members: readonly ConsumerGroupDescribeResponseMemberInput[];
  authorizedOperations?: number | undefined;
}

/** ConsumerGroupDescribeResponse: versions 0-1, flexible from 0. */
export interface ConsumerGroupDescribeResponse {
  throttleTimeMs: number;
  groups: ConsumerGroupDescribeResponseDescribedGroup[];
}

/** What an encoder wants for ConsumerGroupDescribeResponse. */
export interface ConsumerGroupDescribeResponseInput {
  throttleTimeMs: number;
  groups: readonly ConsumerGroupDescribeResponseDescribedGroupInput[];
}

function readConsumerGroupDescribeResponseTopicPartitions(r: WireReader, v: number): ConsumerGroupDescribeResponseTopicPartitions {
  const topicId = r.readUuid();
  const topicName = r.readString(true);
  const partitions = r.readInt32Array(true);
  r.skipTaggedFields();
  return { topicId, topicName, partitions };
}

function writeConsumerGroupDescribeResponseTopicPartitions(w: WireWriter, { topicId, topicName, partitions }: ConsumerGroupDescribeResponseTopicPartitionsInput, v: number): void {
  w.writeUuid(topicId);
  w.writeString(topicName, true);
  w.writeInt32Array(partitions, true);
  w.writeNoTaggedFields();
}

function readConsumerGroupDescribeResponseAssignment(r: WireReader, v: number): ConsumerGroupDescribeResponseAssignment {
  const topicPartitions = readConsumerGroupDescribeResponseTopicPartitionsArray(r, v);
  r.skipTaggedFields();
  return { topicPartitions };
}

function writeConsumerGroupDescribeResponseAssignment(w: WireWriter, { topicPartitions }: ConsumerGroupDescribeResponseAssignmentInput, v: number): void {
  writeConsumerGroupDescribeResponseTopicPartitionsArray(w, topicPartitions, v);
  w.writeNoTaggedFields();
}

function readConsumerGroupDescribeResponseMember(r: WireReader, v: number): ConsumerGroupDescribeResponseMember {
  const memberId = r.readString(true);
  const instanceId = r.readNullableString(true);
  const rackId = r.readNullableString(true);
  const memberEpoch = r.readInt32();
  const clientId = r.readString(true);
  const clientHost = r.readString(true);
  const subscribedTopicNames = r.readStringArray(true);
  const subscribedTopicRegex = r.readNullableString(true);
  const assignment = readConsumerGroupDescribeResponseAssignment(r, v);
  const targetAssignment = readConsumerGroupDescribeResponseAssignment(r, v);
  const memberType = v >= 1 ? r.readInt8() : -1;
  r.skipTaggedFields();
  return { memberId, instanceId, rackId, memberEpoch, clientId, clientHost, subscribedTopicNames, subscribedTopicRegex, assignment, targetAssignment, memberType };
}

function writeConsumerGroupDescribeResponseMember(w: WireWriter, { memberId, instanceId = null, rackId = null, memberEpoch, clientId, clientHost, subscribedTopicNames, subscribedTopicRegex = null, assignment, targetAssignment, memberType = -1 }: ConsumerGroupDescribeResponseMemberInput, v: number): void {
  w.writeString(memberId, true);
  w.writeNullableString(instanceId, true);
  w.writeNullableString(rackId, true);
  w.writeInt32(memberEpoch);
  w.writeString(clientId, true);
  w.writeString(clientHost, true);
  w.writeStringArray(subscribedTopicNames, true);
  w.writeNullableString(subscribedTopicRegex, true);
  writeConsumerGroupDescribeResponseAssignment(w, assignment, v);
  writeConsumerGroupDescribeResponseAssignment(w, targetAssignment, v);
  if (v >= 1) { w.writeInt8(memberType); }
  w.writeNoTaggedFields();
}

function readConsumerGroupDescribeResponseDescribedGroup(r: WireReader, v: number): ConsumerGroupDescribeResponseDescribedGroup {
  const errorCode = r.readInt16();
  const errorMessage = r.readNullableString(true);
  const groupId = r.readString(true);
  const groupState = r.readString(true);
  const groupEpoch = r.readInt32();
  const assignmentEpoch = r.readInt32();
  const assignorName = r.readString(true);
  const members = readConsumerGroupDescribeResponseMemberArray(r, v);
  const authorizedOperations = r.readInt32();
  r.skipTaggedFields();
  return { errorCode, errorMessage, groupId, groupState, groupEpoch, assignmentEpoch, assignorName, members, authorizedOperations };
}

function writeConsumerGroupDescribeResponseDescribedGroup(w: WireWriter, { errorCode, errorMessage = null, groupId, groupState, groupEpoch, assignmentEpoch, assignorName, members, authorizedOperations = -2147483648 }: ConsumerGroupDescribeResponseDescribedGroupInput, v: number): void {
  w.writeInt16(errorCode);
  w.writeNullableString(errorMessage, true);
  w.writeString(groupId, true);
  w.writeString(groupState, true);
  w.writeInt32(groupEpoch);
  w.writeInt32(assignmentEpoch);
  w.writeString(assignorName, true);
  writeConsumerGroupDescribeResponseMemberArray(w, members, v);
  w.writeInt32(authorizedOperations);
  w.writeNoTaggedFields();
}

function readConsumerGroupDescribeResponse(r: WireReader, v: number): ConsumerGroupDescribeResponse {
  const throttleTimeMs = r.readInt32();
  const groups = readConsumerGroupDescribeResponseDescribedGroupArray(r, v);
  r.skipTaggedFields();
  return { throttleTimeMs, groups };
}

function writeConsumerGroupDescribeResponse(w: WireWriter, { throttleTimeMs, groups }: ConsumerGroupDescribeResponseInput, v: number): void {
  w.writeInt32(throttleTimeMs);
  writeConsumerGroupDescribeResponseDescribedGroupArray(w, groups, v);
  w.writeNoTaggedFields();
}

function readConsumerGroupDescribeResponseTopicPartitionsArray(r: WireReader, v: number): ConsumerGroupDescribeResponseTopicPartitions[] {
  let n = r.readArrayLength(true, 19);
  const a: ConsumerGroupDescribeResponseTopicPartitions[] = [];
  for (; n > 0; n--) a.push(readConsumerGroupDescribeResponseTopicPartitions(r, v));
  return a;
}

function writeConsumerGroupDescribeResponseTopicPartitionsArray(w: WireWriter, a: readonly ConsumerGroupDescribeResponseTopicPartitionsInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeConsumerGroupDescribeResponseTopicPartitions(w, x, v);
}

function readConsumerGroupDescribeResponseMemberArray(r: WireReader, v: number): ConsumerGroupDescribeResponseMember[] {
  let n = r.readArrayLength(true, 16);
  const a: ConsumerGroupDescribeResponseMember[] = [];
  for (; n > 0; n--) a.push(readConsumerGroupDescribeResponseMember(r, v));
  return a;
}

function writeConsumerGroupDescribeResponseMemberArray(w: WireWriter, a: readonly ConsumerGroupDescribeResponseMemberInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeConsumerGroupDescribeResponseMember(w, x, v);
}

function readConsumerGroupDescribeResponseDescribedGroupArray(r: WireReader, v: number): ConsumerGroupDescribeResponseDescribedGroup[] {
  let n = r.readArrayLength(true, 20);
  const a: ConsumerGroupDescribeResponseDescribedGroup[] = [];
  for (; n > 0; n--) a.push(readConsumerGroupDescribeResponseDescribedGroup(r, v));
  return a;
}

function writeConsumerGroupDescribeResponseDescribedGroupArray(w: WireWriter, a: readonly ConsumerGroupDescribeResponseDescribedGroupInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeConsumerGroupDescribeResponseDescribedGroup(w, x, v);
}

/** Codec of {@link ConsumerGroupDescribeResponse}. */
export const ConsumerGroupDescribeResponseCodec: Codec<ConsumerGroupDescribeResponse, ConsumerGroupDescribeResponseInput> = {
  name: 'ConsumerGroupDescribeResponse', apiKey: 69, minVersion: 0, maxVersion: 1, flexibleFrom: 0,
  decode: readConsumerGroupDescribeResponse, encode: writeConsumerGroupDescribeResponse,
};

/** GetTelemetrySubscriptionsRequest: version 0, flexible from 0. */
export interface GetTelemetrySubscriptionsRequest {
  clientInstanceId: Uuid;
}

/** What an encoder wants for GetTelemetrySubscriptionsRequest. */
export interface GetTelemetrySubscriptionsRequestInput {
  clientInstanceId: Uuid;
}

function readGetTelemetrySubscriptionsRequest(r: WireReader, v: number): GetTelemetrySubscriptionsRequest {
  const clientInstanceId = r.readUuid();
  r.skipTaggedFields();
  return { clientInstanceId };
}

function writeGetTelemetrySubscriptionsRequest(w: WireWriter, { clientInstanceId }: GetTelemetrySubscriptionsRequestInput, v: number): void {
  w.writeUuid(clientInstanceId);
  w.writeNoTaggedFields();
}

/** Codec of {@link GetTelemetrySubscriptionsRequest}. */
export const GetTelemetrySubscriptionsRequestCodec: Codec<GetTelemetrySubscriptionsRequest, GetTelemetrySubscriptionsRequestInput> = {
  name: 'GetTelemetrySubscriptionsRequest', apiKey: 71, minVersion: 0, maxVersion: 0, flexibleFrom: 0,
  decode: readGetTelemetrySubscriptionsRequest, encode: writeGetTelemetrySubscriptionsRequest,
};

/** GetTelemetrySubscriptionsResponse: version 0, flexible from 0. */
export interface GetTelemetrySubscriptionsResponse {
  throttleTimeMs: number;
  errorCode: number;
  clientInstanceId: Uuid;
  subscriptionId: number;
  acceptedCompressionTypes: number[];
  pushIntervalMs: number;
  telemetryMaxBytes: number;
  deltaTemporality: boolean;
  requestedMetrics: string[];
}

/** What an encoder wants for GetTelemetrySubscriptionsResponse. */
export interface GetTelemetrySubscriptionsResponseInput {
  throttleTimeMs: number;
  errorCode: number;
  clientInstanceId: Uuid;
  subscriptionId: number;
  acceptedCompressionTypes: readonly number[];
  pushIntervalMs: number;
  telemetryMaxBytes: number;
  deltaTemporality: boolean;
  requestedMetrics: readonly string[];
}

function readGetTelemetrySubscriptionsResponse(r: WireReader, v: number): GetTelemetrySubscriptionsResponse {
  const throttleTimeMs = r.readInt32();
  const errorCode = r.readInt16();
  const clientInstanceId = r.readUuid();
  const subscriptionId = r.readInt32();
  const acceptedCompressionTypes = r.readInt8Array(true);
  const pushIntervalMs = r.readInt32();
  const telemetryMaxBytes = r.readInt32();
  const deltaTemporality = r.readBool();
  const requestedMetrics = r.readStringArray(true);
  r.skipTaggedFields();
  return { throttleTimeMs, errorCode, clientInstanceId, subscriptionId, acceptedCompressionTypes, pushIntervalMs, telemetryMaxBytes, deltaTemporality, requestedMetrics };
}

function writeGetTelemetrySubscriptionsResponse(w: WireWriter, { throttleTimeMs, errorCode, clientInstanceId, subscriptionId, acceptedCompressionTypes, pushIntervalMs, telemetryMaxBytes, deltaTemporality, requestedMetrics }: GetTelemetrySubscriptionsResponseInput, v: number): void {
  w.writeInt32(throttleTimeMs);
  w.writeInt16(errorCode);
  w.writeUuid(clientInstanceId);
  w.writeInt32(subscriptionId);
  w.writeInt8Array(acceptedCompressionTypes, true);
  w.writeInt32(pushIntervalMs);
  w.writeInt32(telemetryMaxBytes);
  w.writeBool(deltaTemporality);
  w.writeStringArray(requestedMetrics, true);
  w.writeNoTaggedFields();
}

/** Codec of {@link GetTelemetrySubscriptionsResponse}. */
export const GetTelemetrySubscriptionsResponseCodec: Codec<GetTelemetrySubscriptionsResponse, GetTelemetrySubscriptionsResponseInput> = {
  name: 'GetTelemetrySubscriptionsResponse', apiKey: 71, minVersion: 0, maxVersion: 0, flexibleFrom: 0,
  decode: readGetTelemetrySubscriptionsResponse, encode: writeGetTelemetrySubscriptionsResponse,
};

/** PushTelemetryRequest: version 0, flexible from 0. */
export interface PushTelemetryRequest {
  clientInstanceId: Uuid;
  subscriptionId: number;
  terminating: boolean;
  compressionType: number;
  metrics: Uint8Array;
}

/** What an encoder wants for PushTelemetryRequest. */
export interface PushTelemetryRequestInput {
  clientInstanceId: Uuid;
  subscriptionId: number;
  terminating: boolean;
  compressionType: number;
  metrics: Uint8Array;
}

function readPushTelemetryRequest(r: WireReader, v: number): PushTelemetryRequest {
  const clientInstanceId = r.readUuid();
  const subscriptionId = r.readInt32();
  const terminating = r.readBool();
  const compressionType = r.readInt8();
  const metrics = r.readBytes(true);
  r.skipTaggedFields();
  return { clientInstanceId, subscriptionId, terminating, compressionType, metrics };
}

function writePushTelemetryRequest(w: WireWriter, { clientInstanceId, subscriptionId, terminating, compressionType, metrics }: PushTelemetryRequestInput, v: number): void {
  w.writeUuid(clientInstanceId);
  w.writeInt32(subscriptionId);
  w.writeBool(terminating);
  w.writeInt8(compressionType);
  w.writeBytes(metrics, true);
  w.writeNoTaggedFields();
}

/** Codec of {@link PushTelemetryRequest}. */
export const PushTelemetryRequestCodec: Codec<PushTelemetryRequest, PushTelemetryRequestInput> = {
  name: 'PushTelemetryRequest', apiKey: 72, minVersion: 0, maxVersion: 0, flexibleFrom: 0,
  decode: readPushTelemetryRequest, encode: writePushTelemetryRequest,
};

/** PushTelemetryResponse: version 0, flexible from 0. */
export interface PushTelemetryResponse {
  throttleTimeMs: number;
  errorCode: number;
}

/** What an encoder wants for PushTelemetryResponse. */
export interface PushTelemetryResponseInput {
  throttleTimeMs: number;
  errorCode: number;
}

function readPushTelemetryResponse(r: WireReader, v: number): PushTelemetryResponse {
  const throttleTimeMs = r.readInt32();
  const errorCode = r.readInt16();
  r.skipTaggedFields();
  return { throttleTimeMs, errorCode };
}

function writePushTelemetryResponse(w: WireWriter, { throttleTimeMs, errorCode }: PushTelemetryResponseInput, v: number): void {
  w.writeInt32(throttleTimeMs);
  w.writeInt16(errorCode);
  w.writeNoTaggedFields();
}

/** Codec of {@link PushTelemetryResponse}. */
export const PushTelemetryResponseCodec: Codec<PushTelemetryResponse, PushTelemetryResponseInput> = {
  name: 'PushTelemetryResponse', apiKey: 72, minVersion: 0, maxVersion: 0, flexibleFrom: 0,
  decode: readPushTelemetryResponse, encode: writePushTelemetryResponse,
};

/** ListConfigResourcesRequest: versions 0-1, flexible from 0. */
export interface ListConfigResourcesRequest {
  resourceTypes: number[];
}

/** What an encoder wants for ListConfigResourcesRequest. */
export interface ListConfigResourcesRequestInput {
  resourceTypes?: readonly number[] | undefined;
}

function readListConfigResourcesRequest(r: WireReader, v: number): ListConfigResourcesRequest {
  const resourceTypes = v >= 1 ? r.readInt8Array(true) : [];
  r.skipTaggedFields();
  return { resourceTypes };
}

function writeListConfigResourcesRequest(w: WireWriter, { resourceTypes = [] }: ListConfigResourcesRequestInput, v: number): void {
  if (v >= 1) { w.writeInt8Array(resourceTypes, true); }
  w.writeNoTaggedFields();
}

/** Codec of {@link ListConfigResourcesRequest}. */
export const ListConfigResourcesRequestCodec: Codec<ListConfigResourcesRequest, ListConfigResourcesRequestInput> = {
  name: 'ListConfigResourcesRequest', apiKey: 74, minVersion: 0, maxVersion: 1, flexibleFrom: 0,
  decode: readListConfigResourcesRequest, encode: writeListConfigResourcesRequest,
};

export interface ConfigResource {
  resourceName: string;
  resourceType: number;
}

export interface ConfigResourceInput {
  resourceName: string;
  resourceType?: number | undefined;
}

/** ListConfigResourcesResponse: versions 0-1, flexible from 0. */
export interface ListConfigResourcesResponse {
  throttleTimeMs: number;
  errorCode: number;
  configResources: ConfigResource[];
}

/** What an encoder wants for ListConfigResourcesResponse. */
export interface ListConfigResourcesResponseInput {
  throttleTimeMs: number;
  errorCode: number;
  configResources: readonly ConfigResourceInput[];
}

function readConfigResource(r: WireReader, v: number): ConfigResource {
  const resourceName = r.readString(true);
  const resourceType = v >= 1 ? r.readInt8() : 16;
  r.skipTaggedFields();
  return { resourceName, resourceType };
}

function writeConfigResource(w: WireWriter, { resourceName, resourceType = 16 }: ConfigResourceInput, v: number): void {
  w.writeString(resourceName, true);
  if (v >= 1) { w.writeInt8(resourceType); }
  w.writeNoTaggedFields();
}

function readListConfigResourcesResponse(r: WireReader, v: number): ListConfigResourcesResponse {
  const throttleTimeMs = r.readInt32();
  const errorCode = r.readInt16();
  const configResources = readConfigResourceArray(r, v);
  r.skipTaggedFields();
  return { throttleTimeMs, errorCode, configResources };
}

function writeListConfigResourcesResponse(w: WireWriter, { throttleTimeMs, errorCode, configResources }: ListConfigResourcesResponseInput, v: number): void {
  w.writeInt32(throttleTimeMs);
  w.writeInt16(errorCode);
  writeConfigResourceArray(w, configResources, v);
  w.writeNoTaggedFields();
}

function readConfigResourceArray(r: WireReader, v: number): ConfigResource[] {
  let n = r.readArrayLength(true, 2);
  const a: ConfigResource[] = [];
  for (; n > 0; n--) a.push(readConfigResource(r, v));
  return a;
}

function writeConfigResourceArray(w: WireWriter, a: readonly ConfigResourceInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeConfigResource(w, x, v);
}

/** Codec of {@link ListConfigResourcesResponse}. */
export const ListConfigResourcesResponseCodec: Codec<ListConfigResourcesResponse, ListConfigResourcesResponseInput> = {
  name: 'ListConfigResourcesResponse', apiKey: 74, minVersion: 0, maxVersion: 1, flexibleFrom: 0,
  decode: readListConfigResourcesResponse, encode: writeListConfigResourcesResponse,
};

export interface DescribeTopicPartitionsRequestTopicRequest {
  name: string;
}

export interface DescribeTopicPartitionsRequestTopicRequestInput {
  name: string;
}

export interface DescribeTopicPartitionsRequestCursor {
  topicName: string;
  partitionIndex: number;
}

export interface DescribeTopicPartitionsRequestCursorInput {
  topicName: string;
  partitionIndex: number;
}

/** DescribeTopicPartitionsRequest: version 0, flexible from 0. */
export interface DescribeTopicPartitionsRequest {
  topics: DescribeTopicPartitionsRequestTopicRequest[];
  responsePartitionLimit: number;
  cursor: DescribeTopicPartitionsRequestCursor | null;
}

/** What an encoder wants for DescribeTopicPartitionsRequest. */
export interface DescribeTopicPartitionsRequestInput {
  topics: readonly DescribeTopicPartitionsRequestTopicRequestInput[];
  responsePartitionLimit?: number | undefined;
  cursor?: DescribeTopicPartitionsRequestCursorInput | null | undefined;
}

function readDescribeTopicPartitionsRequestTopicRequest(r: WireReader, v: number): DescribeTopicPartitionsRequestTopicRequest {
  const name = r.readString(true);
  r.skipTaggedFields();
  return { name };
}

function writeDescribeTopicPartitionsRequestTopicRequest(w: WireWriter, { name }: DescribeTopicPartitionsRequestTopicRequestInput, v: number): void {
  w.writeString(name, true);
  w.writeNoTaggedFields();
}

function readDescribeTopicPartitionsRequestCursor(r: WireReader, v: number): DescribeTopicPartitionsRequestCursor {
  const topicName = r.readString(true);
  const partitionIndex = r.readInt32();
  r.skipTaggedFields();
  return { topicName, partitionIndex };
}

function writeDescribeTopicPartitionsRequestCursor(w: WireWriter, { topicName, partitionIndex }: DescribeTopicPartitionsRequestCursorInput, v: number): void {
  w.writeString(topicName, true);
  w.writeInt32(partitionIndex);
  w.writeNoTaggedFields();
}

function readDescribeTopicPartitionsRequest(r: WireReader, v: number): DescribeTopicPartitionsRequest {
  const topics = readDescribeTopicPartitionsRequestTopicRequestArray(r, v);
  const responsePartitionLimit = r.readInt32();
  const cursor = r.readInt8() < 0 ? null : readDescribeTopicPartitionsRequestCursor(r, v);
  r.skipTaggedFields();
  return { topics, responsePartitionLimit, cursor };
}

function writeDescribeTopicPartitionsRequest(w: WireWriter, { topics, responsePartitionLimit = 2000, cursor = null }: DescribeTopicPartitionsRequestInput, v: number): void {
  writeDescribeTopicPartitionsRequestTopicRequestArray(w, topics, v);
  w.writeInt32(responsePartitionLimit);
  if (cursor === null) w.writeInt8(-1); else { w.writeInt8(1); writeDescribeTopicPartitionsRequestCursor(w, cursor, v); };
  w.writeNoTaggedFields();
}

function readDescribeTopicPartitionsRequestTopicRequestArray(r: WireReader, v: number): DescribeTopicPartitionsRequestTopicRequest[] {
  let n = r.readArrayLength(true, 2);
  const a: DescribeTopicPartitionsRequestTopicRequest[] = [];
  for (; n > 0; n--) a.push(readDescribeTopicPartitionsRequestTopicRequest(r, v));
  return a;
}

function writeDescribeTopicPartitionsRequestTopicRequestArray(w: WireWriter, a: readonly DescribeTopicPartitionsRequestTopicRequestInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeDescribeTopicPartitionsRequestTopicRequest(w, x, v);
}

/** Codec of {@link DescribeTopicPartitionsRequest}. */
export const DescribeTopicPartitionsRequestCodec: Codec<DescribeTopicPartitionsRequest, DescribeTopicPartitionsRequestInput> = {
  name: 'DescribeTopicPartitionsRequest', apiKey: 75, minVersion: 0, maxVersion: 0, flexibleFrom: 0,
  decode: readDescribeTopicPartitionsRequest, encode: writeDescribeTopicPartitionsRequest,
};

export interface DescribeTopicPartitionsResponsePartition {
  errorCode: number;
  partitionIndex: number;
  leaderId: number;
  leaderEpoch: number;
  replicaNodes: number[];
  isrNodes: number[];
  eligibleLeaderReplicas: number[] | null;
  lastKnownElr: number[] | null;
  offlineReplicas: number[];
}

export interface DescribeTopicPartitionsResponsePartitionInput {
  errorCode: number;
  partitionIndex: number;
  leaderId: number;
  leaderEpoch?: number | undefined;
  replicaNodes: readonly number[];
  isrNodes: readonly number[];
  eligibleLeaderReplicas?: readonly number[] | null | undefined;
  lastKnownElr?: readonly number[] | null | undefined;
  offlineReplicas: readonly number[];
}

export interface DescribeTopicPartitionsResponseTopic {
  errorCode: number;
  name: string | null;
  topicId: Uuid;
  isInternal: boolean;
  partitions: DescribeTopicPartitionsResponsePartition[];
  topicAuthorizedOperations: number;
}

export interface DescribeTopicPartitionsResponseTopicInput {
  errorCode: number;
  name: string | null;
  topicId: Uuid;
  isInternal?: boolean | undefined;
  partitions: readonly DescribeTopicPartitionsResponsePartitionInput[];
  topicAuthorizedOperations?: number | undefined;
}

export interface DescribeTopicPartitionsResponseCursor {
  topicName: string;
  partitionIndex: number;
}

export interface DescribeTopicPartitionsResponseCursorInput {
  topicName: string;
  partitionIndex: number;
}

/** DescribeTopicPartitionsResponse: version 0, flexible from 0. */
export interface DescribeTopicPartitionsResponse {
  throttleTimeMs: number;
  topics: DescribeTopicPartitionsResponseTopic[];
  nextCursor: DescribeTopicPartitionsResponseCursor | null;
}

/** What an encoder wants for DescribeTopicPartitionsResponse. */
export interface DescribeTopicPartitionsResponseInput {
  throttleTimeMs: number;
  topics: readonly DescribeTopicPartitionsResponseTopicInput[];
  nextCursor?: DescribeTopicPartitionsResponseCursorInput | null | undefined;
}

function readDescribeTopicPartitionsResponsePartition(r: WireReader, v: number): DescribeTopicPartitionsResponsePartition {
  const errorCode = r.readInt16();
  const partitionIndex = r.readInt32();
  const leaderId = r.readInt32();
  const leaderEpoch = r.readInt32();
  const replicaNodes = r.readInt32Array(true);
  const isrNodes = r.readInt32Array(true);
  const eligibleLeaderReplicas = r.readNullableInt32Array(true);
  const lastKnownElr = r.readNullableInt32Array(true);
  const offlineReplicas = r.readInt32Array(true);
  r.skipTaggedFields();
  return { errorCode, partitionIndex, leaderId, leaderEpoch, replicaNodes, isrNodes, eligibleLeaderReplicas, lastKnownElr, offlineReplicas };
}

function writeDescribeTopicPartitionsResponsePartition(w: WireWriter, { errorCode, partitionIndex, leaderId, leaderEpoch = -1, replicaNodes, isrNodes, eligibleLeaderReplicas = null, lastKnownElr = null, offlineReplicas }: DescribeTopicPartitionsResponsePartitionInput, v: number): void {
  w.writeInt16(errorCode);
  w.writeInt32(partitionIndex);
  w.writeInt32(leaderId);
  w.writeInt32(leaderEpoch);
  w.writeInt32Array(replicaNodes, true);
  w.writeInt32Array(isrNodes, true);
  w.writeNullableInt32Array(eligibleLeaderReplicas, true);
  w.writeNullableInt32Array(lastKnownElr, true);
  w.writeInt32Array(offlineReplicas, true);
  w.writeNoTaggedFields();
}

function readDescribeTopicPartitionsResponseTopic(r: WireReader, v: number): DescribeTopicPartitionsResponseTopic {
  const errorCode = r.readInt16();
  const name = r.readNullableString(true);
  const topicId = r.readUuid();
  const isInternal = r.readBool();
  const partitions = readDescribeTopicPartitionsResponsePartitionArray(r, v);
  const topicAuthorizedOperations = r.readInt32();
  r.skipTaggedFields();
  return { errorCode, name, topicId, isInternal, partitions, topicAuthorizedOperations };
}

function writeDescribeTopicPartitionsResponseTopic(w: WireWriter, { errorCode, name, topicId, isInternal = false, partitions, topicAuthorizedOperations = -2147483648 }: DescribeTopicPartitionsResponseTopicInput, v: number): void {
  w.writeInt16(errorCode);
  w.writeNullableString(name, true);
  w.writeUuid(topicId);
  w.writeBool(isInternal);
  writeDescribeTopicPartitionsResponsePartitionArray(w, partitions, v);
  w.writeInt32(topicAuthorizedOperations);
  w.writeNoTaggedFields();
}

function readDescribeTopicPartitionsResponseCursor(r: WireReader, v: number): DescribeTopicPartitionsResponseCursor {
  const topicName = r.readString(true);
  const partitionIndex = r.readInt32();
  r.skipTaggedFields();
  return { topicName, partitionIndex };
}

function writeDescribeTopicPartitionsResponseCursor(w: WireWriter, { topicName, partitionIndex }: DescribeTopicPartitionsResponseCursorInput, v: number): void {
  w.writeString(topicName, true);
  w.writeInt32(partitionIndex);
  w.writeNoTaggedFields();
}

function readDescribeTopicPartitionsResponse(r: WireReader, v: number): DescribeTopicPartitionsResponse {
  const throttleTimeMs = r.readInt32();
  const topics = readDescribeTopicPartitionsResponseTopicArray(r, v);
  const nextCursor = r.readInt8() < 0 ? null : readDescribeTopicPartitionsResponseCursor(r, v);
  r.skipTaggedFields();
  return { throttleTimeMs, topics, nextCursor };
}

function writeDescribeTopicPartitionsResponse(w: WireWriter, { throttleTimeMs, topics, nextCursor = null }: DescribeTopicPartitionsResponseInput, v: number): void {
  w.writeInt32(throttleTimeMs);
  writeDescribeTopicPartitionsResponseTopicArray(w, topics, v);
  if (nextCursor === null) w.writeInt8(-1); else { w.writeInt8(1); writeDescribeTopicPartitionsResponseCursor(w, nextCursor, v); };
  w.writeNoTaggedFields();
}

function readDescribeTopicPartitionsResponsePartitionArray(r: WireReader, v: number): DescribeTopicPartitionsResponsePartition[] {
  let n = r.readArrayLength(true, 20);
  const a: DescribeTopicPartitionsResponsePartition[] = [];
  for (; n > 0; n--) a.push(readDescribeTopicPartitionsResponsePartition(r, v));
  return a;
}

function writeDescribeTopicPartitionsResponsePartitionArray(w: WireWriter, a: readonly DescribeTopicPartitionsResponsePartitionInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeDescribeTopicPartitionsResponsePartition(w, x, v);
}

function readDescribeTopicPartitionsResponseTopicArray(r: WireReader, v: number): DescribeTopicPartitionsResponseTopic[] {
  let n = r.readArrayLength(true, 26);
  const a: DescribeTopicPartitionsResponseTopic[] = [];
  for (; n > 0; n--) a.push(readDescribeTopicPartitionsResponseTopic(r, v));
  return a;
}

function writeDescribeTopicPartitionsResponseTopicArray(w: WireWriter, a: readonly DescribeTopicPartitionsResponseTopicInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeDescribeTopicPartitionsResponseTopic(w, x, v);
}

/** Codec of {@link DescribeTopicPartitionsResponse}. */
export const DescribeTopicPartitionsResponseCodec: Codec<DescribeTopicPartitionsResponse, DescribeTopicPartitionsResponseInput> = {
  name: 'DescribeTopicPartitionsResponse', apiKey: 75, minVersion: 0, maxVersion: 0, flexibleFrom: 0,
  decode: readDescribeTopicPartitionsResponse, encode: writeDescribeTopicPartitionsResponse,
};

/** ShareGroupHeartbeatRequest: version 1, flexible from 1. */
export interface ShareGroupHeartbeatRequest {
  groupId: string;
  memberId: string;
  memberEpoch: number;
  rackId: string | null;
  subscribedTopicNames: string[] | null;
}

/** What an encoder wants for ShareGroupHeartbeatRequest. */
export interface ShareGroupHeartbeatRequestInput {
  groupId: string;
  memberId: string;
  memberEpoch: number;
  rackId?: string | null | undefined;
  subscribedTopicNames?: readonly string[] | null | undefined;
}

function readShareGroupHeartbeatRequest(r: WireReader, v: number): ShareGroupHeartbeatRequest {
  const groupId = r.readString(true);
  const memberId = r.readString(true);
  const memberEpoch = r.readInt32();
  const rackId = r.readNullableString(true);
  const subscribedTopicNames = r.readNullableStringArray(true);
  r.skipTaggedFields();
  return { groupId, memberId, memberEpoch, rackId, subscribedTopicNames };
}

function writeShareGroupHeartbeatRequest(w: WireWriter, { groupId, memberId, memberEpoch, rackId = null, subscribedTopicNames = null }: ShareGroupHeartbeatRequestInput, v: number): void {
  w.writeString(groupId, true);
  w.writeString(memberId, true);
  w.writeInt32(memberEpoch);
  w.writeNullableString(rackId, true);
  w.writeNullableStringArray(subscribedTopicNames, true);
  w.writeNoTaggedFields();
}

/** Codec of {@link ShareGroupHeartbeatRequest}. */
export const ShareGroupHeartbeatRequestCodec: Codec<ShareGroupHeartbeatRequest, ShareGroupHeartbeatRequestInput> = {
  name: 'ShareGroupHeartbeatRequest', apiKey: 76, minVersion: 1, maxVersion: 1, flexibleFrom: 1,
  decode: readShareGroupHeartbeatRequest, encode: writeShareGroupHeartbeatRequest,
};

export interface ShareGroupHeartbeatResponseTopicPartitions {
  topicId: Uuid;
  partitions: number[];
}

export interface ShareGroupHeartbeatResponseTopicPartitionsInput {
  topicId: Uuid;
  partitions: readonly number[];
}

export interface ShareGroupHeartbeatResponseAssignment {
  topicPartitions: ShareGroupHeartbeatResponseTopicPartitions[];
}

export interface ShareGroupHeartbeatResponseAssignmentInput {
  topicPartitions: readonly ShareGroupHeartbeatResponseTopicPartitionsInput[];
}

/** ShareGroupHeartbeatResponse: version 1, flexible from 1. */
export interface ShareGroupHeartbeatResponse {
  throttleTimeMs: number;
  errorCode: number;
  errorMessage: string | null;
  memberId: string | null;
  memberEpoch: number;
  heartbeatIntervalMs: number;
  assignment: ShareGroupHeartbeatResponseAssignment | null;
}

/** What an encoder wants for ShareGroupHeartbeatResponse. */
export interface ShareGroupHeartbeatResponseInput {
  throttleTimeMs: number;
  errorCode: number;
  errorMessage?: string | null | undefined;
  memberId?: string | null | undefined;
  memberEpoch: number;
  heartbeatIntervalMs: number;
  assignment?: ShareGroupHeartbeatResponseAssignmentInput | null | undefined;
}

function readShareGroupHeartbeatResponseTopicPartitions(r: WireReader, v: number): ShareGroupHeartbeatResponseTopicPartitions {
  const topicId = r.readUuid();
  const partitions = r.readInt32Array(true);
  r.skipTaggedFields();
  return { topicId, partitions };
}

function writeShareGroupHeartbeatResponseTopicPartitions(w: WireWriter, { topicId, partitions }: ShareGroupHeartbeatResponseTopicPartitionsInput, v: number): void {
  w.writeUuid(topicId);
  w.writeInt32Array(partitions, true);
  w.writeNoTaggedFields();
}

function readShareGroupHeartbeatResponseAssignment(r: WireReader, v: number): ShareGroupHeartbeatResponseAssignment {
  const topicPartitions = readShareGroupHeartbeatResponseTopicPartitionsArray(r, v);
  r.skipTaggedFields();
  return { topicPartitions };
}

function writeShareGroupHeartbeatResponseAssignment(w: WireWriter, { topicPartitions }: ShareGroupHeartbeatResponseAssignmentInput, v: number): void {
  writeShareGroupHeartbeatResponseTopicPartitionsArray(w, topicPartitions, v);
  w.writeNoTaggedFields();
}

function readShareGroupHeartbeatResponse(r: WireReader, v: number): ShareGroupHeartbeatResponse {
  const throttleTimeMs = r.readInt32();
  const errorCode = r.readInt16();
  const errorMessage = r.readNullableString(true);
  const memberId = r.readNullableString(true);
  const memberEpoch = r.readInt32();
  const heartbeatIntervalMs = r.readInt32();
  const assignment = r.readInt8() < 0 ? null : readShareGroupHeartbeatResponseAssignment(r, v);
  r.skipTaggedFields();
  return { throttleTimeMs, errorCode, errorMessage, memberId, memberEpoch, heartbeatIntervalMs, assignment };
}

function writeShareGroupHeartbeatResponse(w: WireWriter, { throttleTimeMs, errorCode, errorMessage = null, memberId = null, memberEpoch, heartbeatIntervalMs, assignment = null }: ShareGroupHeartbeatResponseInput, v: number): void {
  w.writeInt32(throttleTimeMs);
  w.writeInt16(errorCode);
  w.writeNullableString(errorMessage, true);
  w.writeNullableString(memberId, true);
  w.writeInt32(memberEpoch);
  w.writeInt32(heartbeatIntervalMs);
  if (assignment === null) w.writeInt8(-1); else { w.writeInt8(1); writeShareGroupHeartbeatResponseAssignment(w, assignment, v); };
  w.writeNoTaggedFields();
}

function readShareGroupHeartbeatResponseTopicPartitionsArray(r: WireReader, v: number): ShareGroupHeartbeatResponseTopicPartitions[] {
  let n = r.readArrayLength(true, 18);
  const a: ShareGroupHeartbeatResponseTopicPartitions[] = [];
  for (; n > 0; n--) a.push(readShareGroupHeartbeatResponseTopicPartitions(r, v));
  return a;
}

function writeShareGroupHeartbeatResponseTopicPartitionsArray(w: WireWriter, a: readonly ShareGroupHeartbeatResponseTopicPartitionsInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeShareGroupHeartbeatResponseTopicPartitions(w, x, v);
}

/** Codec of {@link ShareGroupHeartbeatResponse}. */
export const ShareGroupHeartbeatResponseCodec: Codec<ShareGroupHeartbeatResponse, ShareGroupHeartbeatResponseInput> = {
  name: 'ShareGroupHeartbeatResponse', apiKey: 76, minVersion: 1, maxVersion: 1, flexibleFrom: 1,
  decode: readShareGroupHeartbeatResponse, encode: writeShareGroupHeartbeatResponse,
};

/** ShareGroupDescribeRequest: version 1, flexible from 1. */
export interface ShareGroupDescribeRequest {
  groupIds: string[];
  includeAuthorizedOperations: boolean;
}

/** What an encoder wants for ShareGroupDescribeRequest. */
export interface ShareGroupDescribeRequestInput {
  groupIds: readonly string[];
  includeAuthorizedOperations: boolean;
}

function readShareGroupDescribeRequest(r: WireReader, v: number): ShareGroupDescribeRequest {
  const groupIds = r.readStringArray(true);
  const includeAuthorizedOperations = r.readBool();
  r.skipTaggedFields();
  return { groupIds, includeAuthorizedOperations };
}

function writeShareGroupDescribeRequest(w: WireWriter, { groupIds, includeAuthorizedOperations }: ShareGroupDescribeRequestInput, v: number): void {
  w.writeStringArray(groupIds, true);
  w.writeBool(includeAuthorizedOperations);
  w.writeNoTaggedFields();
}

/** Codec of {@link ShareGroupDescribeRequest}. */
export const ShareGroupDescribeRequestCodec: Codec<ShareGroupDescribeRequest, ShareGroupDescribeRequestInput> = {
  name: 'ShareGroupDescribeRequest', apiKey: 77, minVersion: 1, maxVersion: 1, flexibleFrom: 1,
  decode: readShareGroupDescribeRequest, encode: writeShareGroupDescribeRequest,
};

export interface ShareGroupDescribeResponseTopicPartitions {
  topicId: Uuid;
  topicName: string;
  partitions: number[];
}

export interface ShareGroupDescribeResponseTopicPartitionsInput {
  topicId: Uuid;
  topicName: string;
  partitions: readonly number[];
}

export interface ShareGroupDescribeResponseAssignment {
  topicPartitions: ShareGroupDescribeResponseTopicPartitions[];
}

export interface ShareGroupDescribeResponseAssignmentInput {
  topicPartitions: readonly ShareGroupDescribeResponseTopicPartitionsInput[];
}

export interface ShareGroupDescribeResponseMember {
  memberId: string;
  rackId: string | null;
  memberEpoch: number;
  clientId: string;
  clientHost: string;
  subscribedTopicNames: string[];
  assignment: ShareGroupDescribeResponseAssignment;
}

export interface ShareGroupDescribeResponseMemberInput {
  memberId: string;
  rackId?: string | null | undefined;
  memberEpoch: number;
  clientId: string;
  clientHost: string;
  subscribedTopicNames: readonly string[];
  assignment: ShareGroupDescribeResponseAssignmentInput;
}

export interface ShareGroupDescribeResponseDescribedGroup {
  errorCode: number;
  errorMessage: string | null;
  groupId: string;
  groupState: string;
  groupEpoch: number;
  assignmentEpoch: number;
  assignorName: string;
  members: ShareGroupDescribeResponseMember[];
  authorizedOperations: number;
}

export interface ShareGroupDescribeResponseDescribedGroupInput {
  errorCode: number;
  errorMessage?: string | null | undefined;
  groupId: string;
  groupState: string;
  groupEpoch: number;
  assignmentEpoch: number;
  assignorName: string;
  members: readonly ShareGroupDescribeResponseMemberInput[];
  authorizedOperations?: number | undefined;
}

/** ShareGroupDescribeResponse: version 1, flexible from 1. */
export interface ShareGroupDescribeResponse {
  throttleTimeMs: number;
  groups: ShareGroupDescribeResponseDescribedGroup[];
}

/** What an encoder wants for ShareGroupDescribeResponse. */
export interface ShareGroupDescribeResponseInput {
  throttleTimeMs: number;
  groups: readonly ShareGroupDescribeResponseDescribedGroupInput[];
}

function readShareGroupDescribeResponseTopicPartitions(r: WireReader, v: number): ShareGroupDescribeResponseTopicPartitions {
  const topicId = r.readUuid();
  const topicName = r.readString(true);
  const partitions = r.readInt32Array(true);
  r.skipTaggedFields();
  return { topicId, topicName, partitions };
}

function writeShareGroupDescribeResponseTopicPartitions(w: WireWriter, { topicId, topicName, partitions }: ShareGroupDescribeResponseTopicPartitionsInput, v: number): void {
  w.writeUuid(topicId);
  w.writeString(topicName, true);
  w.writeInt32Array(partitions, true);
  w.writeNoTaggedFields();
}

function readShareGroupDescribeResponseAssignment(r: WireReader, v: number): ShareGroupDescribeResponseAssignment {
  const topicPartitions = readShareGroupDescribeResponseTopicPartitionsArray(r, v);
  r.skipTaggedFields();
  return { topicPartitions };
}

function writeShareGroupDescribeResponseAssignment(w: WireWriter, { topicPartitions }: ShareGroupDescribeResponseAssignmentInput, v: number): void {
  writeShareGroupDescribeResponseTopicPartitionsArray(w, topicPartitions, v);
  w.writeNoTaggedFields();
}

function readShareGroupDescribeResponseMember(r: WireReader, v: number): ShareGroupDescribeResponseMember {
  const memberId = r.readString(true);
  const rackId = r.readNullableString(true);
  const memberEpoch = r.readInt32();
  const clientId = r.readString(true);
  const clientHost = r.readString(true);
  const subscribedTopicNames = r.readStringArray(true);
  const assignment = readShareGroupDescribeResponseAssignment(r, v);
  r.skipTaggedFields();
  return { memberId, rackId, memberEpoch, clientId, clientHost, subscribedTopicNames, assignment };
}

function writeShareGroupDescribeResponseMember(w: WireWriter, { memberId, rackId = null, memberEpoch, clientId, clientHost, subscribedTopicNames, assignment }: ShareGroupDescribeResponseMemberInput, v: number): void {
  w.writeString(memberId, true);
  w.writeNullableString(rackId, true);
  w.writeInt32(memberEpoch);
  w.writeString(clientId, true);
  w.writeString(clientHost, true);
  w.writeStringArray(subscribedTopicNames, true);
  writeShareGroupDescribeResponseAssignment(w, assignment, v);
  w.writeNoTaggedFields();
}

function readShareGroupDescribeResponseDescribedGroup(r: WireReader, v: number): ShareGroupDescribeResponseDescribedGroup {
  const errorCode = r.readInt16();
  const errorMessage = r.readNullableString(true);
  const groupId = r.readString(true);
  const groupState = r.readString(true);
  const groupEpoch = r.readInt32();
  const assignmentEpoch = r.readInt32();
  const assignorName = r.readString(true);
  const members = readShareGroupDescribeResponseMemberArray(r, v);
  const authorizedOperations = r.readInt32();
  r.skipTaggedFields();
  return { errorCode, errorMessage, groupId, groupState, groupEpoch, assignmentEpoch, assignorName, members, authorizedOperations };
}

function writeShareGroupDescribeResponseDescribedGroup(w: WireWriter, { errorCode, errorMessage = null, groupId, groupState, groupEpoch, assignmentEpoch, assignorName, members, authorizedOperations = -2147483648 }: ShareGroupDescribeResponseDescribedGroupInput, v: number): void {
  w.writeInt16(errorCode);
  w.writeNullableString(errorMessage, true);
  w.writeString(groupId, true);
  w.writeString(groupState, true);
  w.writeInt32(groupEpoch);
  w.writeInt32(assignmentEpoch);
  w.writeString(assignorName, true);
  writeShareGroupDescribeResponseMemberArray(w, members, v);
  w.writeInt32(authorizedOperations);
  w.writeNoTaggedFields();
}

function readShareGroupDescribeResponse(r: WireReader, v: number): ShareGroupDescribeResponse {
  const throttleTimeMs = r.readInt32();
  const groups = readShareGroupDescribeResponseDescribedGroupArray(r, v);
  r.skipTaggedFields();
  return { throttleTimeMs, groups };
}

function writeShareGroupDescribeResponse(w: WireWriter, { throttleTimeMs, groups }: ShareGroupDescribeResponseInput, v: number): void {
  w.writeInt32(throttleTimeMs);
  writeShareGroupDescribeResponseDescribedGroupArray(w, groups, v);
  w.writeNoTaggedFields();
}

function readShareGroupDescribeResponseTopicPartitionsArray(r: WireReader, v: number): ShareGroupDescribeResponseTopicPartitions[] {
  let n = r.readArrayLength(true, 19);
  const a: ShareGroupDescribeResponseTopicPartitions[] = [];
  for (; n > 0; n--) a.push(readShareGroupDescribeResponseTopicPartitions(r, v));
  return a;
}

function writeShareGroupDescribeResponseTopicPartitionsArray(w: WireWriter, a: readonly ShareGroupDescribeResponseTopicPartitionsInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeShareGroupDescribeResponseTopicPartitions(w, x, v);
}

function readShareGroupDescribeResponseMemberArray(r: WireReader, v: number): ShareGroupDescribeResponseMember[] {
  let n = r.readArrayLength(true, 12);
  const a: ShareGroupDescribeResponseMember[] = [];
  for (; n > 0; n--) a.push(readShareGroupDescribeResponseMember(r, v));
  return a;
}

function writeShareGroupDescribeResponseMemberArray(w: WireWriter, a: readonly ShareGroupDescribeResponseMemberInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeShareGroupDescribeResponseMember(w, x, v);
}

function readShareGroupDescribeResponseDescribedGroupArray(r: WireReader, v: number): ShareGroupDescribeResponseDescribedGroup[] {
  let n = r.readArrayLength(true, 20);
  const a: ShareGroupDescribeResponseDescribedGroup[] = [];
  for (; n > 0; n--) a.push(readShareGroupDescribeResponseDescribedGroup(r, v));
  return a;
}

function writeShareGroupDescribeResponseDescribedGroupArray(w: WireWriter, a: readonly ShareGroupDescribeResponseDescribedGroupInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeShareGroupDescribeResponseDescribedGroup(w, x, v);
}

/** Codec of {@link ShareGroupDescribeResponse}. */
export const ShareGroupDescribeResponseCodec: Codec<ShareGroupDescribeResponse, ShareGroupDescribeResponseInput> = {
  name: 'ShareGroupDescribeResponse', apiKey: 77, minVersion: 1, maxVersion: 1, flexibleFrom: 1,
  decode: readShareGroupDescribeResponse, encode: writeShareGroupDescribeResponse,
};

export interface ShareFetchRequestAcknowledgementBatch {
  firstOffset: number;
  lastOffset: number;
  acknowledgeTypes: number[];
}

export interface ShareFetchRequestAcknowledgementBatchInput {
  firstOffset: number;
  lastOffset: number;
  acknowledgeTypes: readonly number[];
}

export interface ShareFetchRequestFetchPartition {
  partitionIndex: number;
  acknowledgementBatches: ShareFetchRequestAcknowledgementBatch[];
}

export interface ShareFetchRequestFetchPartitionInput {
  partitionIndex: number;
  acknowledgementBatches: readonly ShareFetchRequestAcknowledgementBatchInput[];
}

export interface ShareFetchRequestFetchTopic {
  topicId: Uuid;
  partitions: ShareFetchRequestFetchPartition[];
}

export interface ShareFetchRequestFetchTopicInput {
  topicId: Uuid;
  partitions: readonly ShareFetchRequestFetchPartitionInput[];
}

export interface ShareFetchRequestForgottenTopic {
  topicId: Uuid;
  partitions: number[];
}

export interface ShareFetchRequestForgottenTopicInput {
  topicId: Uuid;
  partitions: readonly number[];
}

/** ShareFetchRequest: versions 1-2, flexible from 1. */
export interface ShareFetchRequest {
  groupId: string | null;
  memberId: string | null;
  shareSessionEpoch: number;
  maxWaitMs: number;
  minBytes: number;
  maxBytes: number;
  maxRecords: number;
  batchSize: number;
  shareAcquireMode: number;
  isRenewAck: boolean;
  topics: ShareFetchRequestFetchTopic[];
  forgottenTopicsData: ShareFetchRequestForgottenTopic[];
}

/** What an encoder wants for ShareFetchRequest. */
export interface ShareFetchRequestInput {
  groupId?: string | null | undefined;
  memberId: string | null;
  shareSessionEpoch: number;
  maxWaitMs: number;
  minBytes: number;
  maxBytes?: number | undefined;
  maxRecords: number;
  batchSize: number;
  shareAcquireMode?: number | undefined;
  isRenewAck?: boolean | undefined;
  topics: readonly ShareFetchRequestFetchTopicInput[];
  forgottenTopicsData: readonly ShareFetchRequestForgottenTopicInput[];
}

function readShareFetchRequestAcknowledgementBatch(r: WireReader, v: number): ShareFetchRequestAcknowledgementBatch {
  const firstOffset = r.readInt64();
  const lastOffset = r.readInt64();
  const acknowledgeTypes = r.readInt8Array(true);
  r.skipTaggedFields();
  return { firstOffset, lastOffset, acknowledgeTypes };
}

function writeShareFetchRequestAcknowledgementBatch(w: WireWriter, { firstOffset, lastOffset, acknowledgeTypes }: ShareFetchRequestAcknowledgementBatchInput, v: number): void {
  w.writeInt64(firstOffset);
  w.writeInt64(lastOffset);
  w.writeInt8Array(acknowledgeTypes, true);
  w.writeNoTaggedFields();
}

function readShareFetchRequestFetchPartition(r: WireReader, v: number): ShareFetchRequestFetchPartition {
  const partitionIndex = r.readInt32();
  const acknowledgementBatches = readShareFetchRequestAcknowledgementBatchArray(r, v);
  r.skipTaggedFields();
  return { partitionIndex, acknowledgementBatches };
}

function writeShareFetchRequestFetchPartition(w: WireWriter, { partitionIndex, acknowledgementBatches }: ShareFetchRequestFetchPartitionInput, v: number): void {
  w.writeInt32(partitionIndex);
  writeShareFetchRequestAcknowledgementBatchArray(w, acknowledgementBatches, v);
  w.writeNoTaggedFields();
}

function readShareFetchRequestFetchTopic(r: WireReader, v: number): ShareFetchRequestFetchTopic {
  const topicId = r.readUuid();
  const partitions = readShareFetchRequestFetchPartitionArray(r, v);
  r.skipTaggedFields();
  return { topicId, partitions };
}

function writeShareFetchRequestFetchTopic(w: WireWriter, { topicId, partitions }: ShareFetchRequestFetchTopicInput, v: number): void {
  w.writeUuid(topicId);
  writeShareFetchRequestFetchPartitionArray(w, partitions, v);
  w.writeNoTaggedFields();
}

function readShareFetchRequestForgottenTopic(r: WireReader, v: number): ShareFetchRequestForgottenTopic {
  const topicId = r.readUuid();
  const partitions = r.readInt32Array(true);
  r.skipTaggedFields();
  return { topicId, partitions };
}

function writeShareFetchRequestForgottenTopic(w: WireWriter, { topicId, partitions }: ShareFetchRequestForgottenTopicInput, v: number): void {
  w.writeUuid(topicId);
  w.writeInt32Array(partitions, true);
  w.writeNoTaggedFields();
}

function readShareFetchRequest(r: WireReader, v: number): ShareFetchRequest {
  const groupId = r.readNullableString(true);
  const memberId = r.readNullableString(true);
  const shareSessionEpoch = r.readInt32();
  const maxWaitMs = r.readInt32();
  const minBytes = r.readInt32();
  const maxBytes = r.readInt32();
  const maxRecords = r.readInt32();
  const batchSize = r.readInt32();
  const shareAcquireMode = v >= 2 ? r.readInt8() : 0;
  const isRenewAck = v >= 2 ? r.readBool() : false;
  const topics = readShareFetchRequestFetchTopicArray(r, v);
  const forgottenTopicsData = readShareFetchRequestForgottenTopicArray(r, v);
  r.skipTaggedFields();
  return { groupId, memberId, shareSessionEpoch, maxWaitMs, minBytes, maxBytes, maxRecords, batchSize, shareAcquireMode, isRenewAck, topics, forgottenTopicsData };
}

function writeShareFetchRequest(w: WireWriter, { groupId = null, memberId, shareSessionEpoch, maxWaitMs, minBytes, maxBytes = 2147483647, maxRecords, batchSize, shareAcquireMode = 0, isRenewAck = false, topics, forgottenTopicsData }: ShareFetchRequestInput, v: number): void {
  w.writeNullableString(groupId, true);
  w.writeNullableString(memberId, true);
  w.writeInt32(shareSessionEpoch);
  w.writeInt32(maxWaitMs);
  w.writeInt32(minBytes);
  w.writeInt32(maxBytes);
  w.writeInt32(maxRecords);
  w.writeInt32(batchSize);
  if (v >= 2) { w.writeInt8(shareAcquireMode); }
  if (v >= 2) { w.writeBool(isRenewAck); }
  writeShareFetchRequestFetchTopicArray(w, topics, v);
  writeShareFetchRequestForgottenTopicArray(w, forgottenTopicsData, v);
  w.writeNoTaggedFields();
}

function readShareFetchRequestAcknowledgementBatchArray(r: WireReader, v: number): ShareFetchRequestAcknowledgementBatch[] {
  let n = r.readArrayLength(true, 18);
  const a: ShareFetchRequestAcknowledgementBatch[] = [];
  for (; n > 0; n--) a.push(readShareFetchRequestAcknowledgementBatch(r, v));
  return a;
}

function writeShareFetchRequestAcknowledgementBatchArray(w: WireWriter, a: readonly ShareFetchRequestAcknowledgementBatchInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeShareFetchRequestAcknowledgementBatch(w, x, v);
}

function readShareFetchRequestFetchPartitionArray(r: WireReader, v: number): ShareFetchRequestFetchPartition[] {
  let n = r.readArrayLength(true, 6);
  const a: ShareFetchRequestFetchPartition[] = [];
  for (; n > 0; n--) a.push(readShareFetchRequestFetchPartition(r, v));
  return a;
}

function writeShareFetchRequestFetchPartitionArray(w: WireWriter, a: readonly ShareFetchRequestFetchPartitionInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeShareFetchRequestFetchPartition(w, x, v);
}

function readShareFetchRequestFetchTopicArray(r: WireReader, v: number): ShareFetchRequestFetchTopic[] {
  let n = r.readArrayLength(true, 18);
  const a: ShareFetchRequestFetchTopic[] = [];
  for (; n > 0; n--) a.push(readShareFetchRequestFetchTopic(r, v));
  return a;
}

function writeShareFetchRequestFetchTopicArray(w: WireWriter, a: readonly ShareFetchRequestFetchTopicInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeShareFetchRequestFetchTopic(w, x, v);
}

function readShareFetchRequestForgottenTopicArray(r: WireReader, v: number): ShareFetchRequestForgottenTopic[] {
  let n = r.readArrayLength(true, 18);
  const a: ShareFetchRequestForgottenTopic[] = [];
  for (; n > 0; n--) a.push(readShareFetchRequestForgottenTopic(r, v));
  return a;
}

function writeShareFetchRequestForgottenTopicArray(w: WireWriter, a: readonly ShareFetchRequestForgottenTopicInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeShareFetchRequestForgottenTopic(w, x, v);
}

/** Codec of {@link ShareFetchRequest}. */
export const ShareFetchRequestCodec: Codec<ShareFetchRequest, ShareFetchRequestInput> = {
  name: 'ShareFetchRequest', apiKey: 78, minVersion: 1, maxVersion: 2, flexibleFrom: 1,
  decode: readShareFetchRequest, encode: writeShareFetchRequest,
};

export interface ShareFetchResponseLeaderIdAndEpoch {
  leaderId: number;
  leaderEpoch: number;
}

export interface ShareFetchResponseLeaderIdAndEpochInput {
  leaderId: number;
  leaderEpoch: number;
}

export interface AcquiredRecords {
  firstOffset: number;
  lastOffset: number;
  deliveryCount: number;
}

export interface AcquiredRecordsInput {
  firstOffset: number;
  lastOffset: number;
  deliveryCount: number;
}

export interface ShareFetchResponsePartitionData {
  partitionIndex: number;
  errorCode: number;
  errorMessage: string | null;
  acknowledgeErrorCode: number;
  acknowledgeErrorMessage: string | null;
  currentLeader: ShareFetchResponseLeaderIdAndEpoch;
  records: Uint8Array;
  acquiredRecords: AcquiredRecords[];
}

export interface ShareFetchResponsePartitionDataInput {
  partitionIndex: number;
  errorCode: number;
  errorMessage?: string | null | undefined;
  acknowledgeErrorCode: number;
  acknowledgeErrorMessage?: string | null | undefined;
  currentLeader: ShareFetchResponseLeaderIdAndEpochInput;
  records: RecordsSource;
  acquiredRecords: readonly AcquiredRecordsInput[];
}

export interface ShareFetchableTopicResponse {
  topicId: Uuid;
  partitions: ShareFetchResponsePartitionData[];
}

export interface ShareFetchableTopicResponseInput {
  topicId: Uuid;
  partitions: readonly ShareFetchResponsePartitionDataInput[];
}

export interface ShareFetchResponseNodeEndpoint {
  nodeId: number;
  host: string;
  port: number;
  rack: string | null;
}

export interface ShareFetchResponseNodeEndpointInput {
  nodeId: number;
  host: string;
  port: number;
  rack?: string | null | undefined;
}

/** ShareFetchResponse: versions 1-2, flexible from 1. */
export interface ShareFetchResponse {
  throttleTimeMs: number;
  errorCode: number;
  errorMessage: string | null;
  acquisitionLockTimeoutMs: number;
  responses: ShareFetchableTopicResponse[];
  nodeEndpoints: ShareFetchResponseNodeEndpoint[];
}

/** What an encoder wants for ShareFetchResponse. */
export interface ShareFetchResponseInput {
  throttleTimeMs: number;
  errorCode: number;
  errorMessage?: string | null | undefined;
  acquisitionLockTimeoutMs: number;
  responses: readonly ShareFetchableTopicResponseInput[];
  nodeEndpoints: readonly ShareFetchResponseNodeEndpointInput[];
}

function readShareFetchResponseLeaderIdAndEpoch(r: WireReader, v: number): ShareFetchResponseLeaderIdAndEpoch {
  const leaderId = r.readInt32();
  const leaderEpoch = r.readInt32();
  r.skipTaggedFields();
  return { leaderId, leaderEpoch };
}

function writeShareFetchResponseLeaderIdAndEpoch(w: WireWriter, { leaderId, leaderEpoch }: ShareFetchResponseLeaderIdAndEpochInput, v: number): void {
  w.writeInt32(leaderId);
  w.writeInt32(leaderEpoch);
  w.writeNoTaggedFields();
}

function readAcquiredRecords(r: WireReader, v: number): AcquiredRecords {
  const firstOffset = r.readInt64();
  const lastOffset = r.readInt64();
  const deliveryCount = r.readInt16();
  r.skipTaggedFields();
  return { firstOffset, lastOffset, deliveryCount };
}

function writeAcquiredRecords(w: WireWriter, { firstOffset, lastOffset, deliveryCount }: AcquiredRecordsInput, v: number): void {
  w.writeInt64(firstOffset);
  w.writeInt64(lastOffset);
  w.writeInt16(deliveryCount);
  w.writeNoTaggedFields();
}

function readShareFetchResponsePartitionData(r: WireReader, v: number): ShareFetchResponsePartitionData {
  const partitionIndex = r.readInt32();
  const errorCode = r.readInt16();
  const errorMessage = r.readNullableString(true);
  const acknowledgeErrorCode = r.readInt16();
  const acknowledgeErrorMessage = r.readNullableString(true);
  const currentLeader = readShareFetchResponseLeaderIdAndEpoch(r, v);
  const records = r.readRecords(true);
  const acquiredRecords = readAcquiredRecordsArray(r, v);
  r.skipTaggedFields();
  return { partitionIndex, errorCode, errorMessage, acknowledgeErrorCode, acknowledgeErrorMessage, currentLeader, records, acquiredRecords };
}

function writeShareFetchResponsePartitionData(w: WireWriter, { partitionIndex, errorCode, errorMessage = null, acknowledgeErrorCode, acknowledgeErrorMessage = null, currentLeader, records, acquiredRecords }: ShareFetchResponsePartitionDataInput, v: number): void {
  w.writeInt32(partitionIndex);
  w.writeInt16(errorCode);
  w.writeNullableString(errorMessage, true);
  w.writeInt16(acknowledgeErrorCode);
  w.writeNullableString(acknowledgeErrorMessage, true);
  writeShareFetchResponseLeaderIdAndEpoch(w, currentLeader, v);
  w.writeRecords(records, true);
  writeAcquiredRecordsArray(w, acquiredRecords, v);
  w.writeNoTaggedFields();
}

function readShareFetchableTopicResponse(r: WireReader, v: number): ShareFetchableTopicResponse {
  const topicId = r.readUuid();
  const partitions = readShareFetchResponsePartitionDataArray(r, v);
  r.skipTaggedFields();
  return { topicId, partitions };
}

function writeShareFetchableTopicResponse(w: WireWriter, { topicId, partitions }: ShareFetchableTopicResponseInput, v: number): void {
  w.writeUuid(topicId);
  writeShareFetchResponsePartitionDataArray(w, partitions, v);
  w.writeNoTaggedFields();
}

function readShareFetchResponseNodeEndpoint(r: WireReader, v: number): ShareFetchResponseNodeEndpoint {
  const nodeId = r.readInt32();
  const host = r.readString(true);
  const port = r.readInt32();
  const rack = r.readNullableString(true);
  r.skipTaggedFields();
  return { nodeId, host, port, rack };
}

function writeShareFetchResponseNodeEndpoint(w: WireWriter, { nodeId, host, port, rack = null }: ShareFetchResponseNodeEndpointInput, v: number): void {
  w.writeInt32(nodeId);
  w.writeString(host, true);
  w.writeInt32(port);
  w.writeNullableString(rack, true);
  w.writeNoTaggedFields();
}

function readShareFetchResponse(r: WireReader, v: number): ShareFetchResponse {
  const throttleTimeMs = r.readInt32();
  const errorCode = r.readInt16();
  const errorMessage = r.readNullableString(true);
  const acquisitionLockTimeoutMs = r.readInt32();
  const responses = readShareFetchableTopicResponseArray(r, v);
  const nodeEndpoints = readShareFetchResponseNodeEndpointArray(r, v);
  r.skipTaggedFields();
  return { throttleTimeMs, errorCode, errorMessage, acquisitionLockTimeoutMs, responses, nodeEndpoints };
}

function writeShareFetchResponse(w: WireWriter, { throttleTimeMs, errorCode, errorMessage = null, acquisitionLockTimeoutMs, responses, nodeEndpoints }: ShareFetchResponseInput, v: number): void {
  w.writeInt32(throttleTimeMs);
  w.writeInt16(errorCode);
  w.writeNullableString(errorMessage, true);
  w.writeInt32(acquisitionLockTimeoutMs);
  writeShareFetchableTopicResponseArray(w, responses, v);
  writeShareFetchResponseNodeEndpointArray(w, nodeEndpoints, v);
  w.writeNoTaggedFields();
}

function readAcquiredRecordsArray(r: WireReader, v: number): AcquiredRecords[] {
  let n = r.readArrayLength(true, 19);
  const a: AcquiredRecords[] = [];
  for (; n > 0; n--) a.push(readAcquiredRecords(r, v));
  return a;
}

function writeAcquiredRecordsArray(w: WireWriter, a: readonly AcquiredRecordsInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeAcquiredRecords(w, x, v);
}

function readShareFetchResponsePartitionDataArray(r: WireReader, v: number): ShareFetchResponsePartitionData[] {
  let n = r.readArrayLength(true, 22);
  const a: ShareFetchResponsePartitionData[] = [];
  for (; n > 0; n--) a.push(readShareFetchResponsePartitionData(r, v));
  return a;
}

function writeShareFetchResponsePartitionDataArray(w: WireWriter, a: readonly ShareFetchResponsePartitionDataInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeShareFetchResponsePartitionData(w, x, v);
}

function readShareFetchableTopicResponseArray(r: WireReader, v: number): ShareFetchableTopicResponse[] {
  let n = r.readArrayLength(true, 18);
  const a: ShareFetchableTopicResponse[] = [];
  for (; n > 0; n--) a.push(readShareFetchableTopicResponse(r, v));
  return a;
}

function writeShareFetchableTopicResponseArray(w: WireWriter, a: readonly ShareFetchableTopicResponseInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeShareFetchableTopicResponse(w, x, v);
}

function readShareFetchResponseNodeEndpointArray(r: WireReader, v: number): ShareFetchResponseNodeEndpoint[] {
  let n = r.readArrayLength(true, 11);
  const a: ShareFetchResponseNodeEndpoint[] = [];
  for (; n > 0; n--) a.push(readShareFetchResponseNodeEndpoint(r, v));
  return a;
}

function writeShareFetchResponseNodeEndpointArray(w: WireWriter, a: readonly ShareFetchResponseNodeEndpointInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeShareFetchResponseNodeEndpoint(w, x, v);
}

/** Codec of {@link ShareFetchResponse}. */
export const ShareFetchResponseCodec: Codec<ShareFetchResponse, ShareFetchResponseInput> = {
  name: 'ShareFetchResponse', apiKey: 78, minVersion: 1, maxVersion: 2, flexibleFrom: 1,
  decode: readShareFetchResponse, encode: writeShareFetchResponse,
};

export interface ShareAcknowledgeRequestAcknowledgementBatch {
  firstOffset: number;
  lastOffset: number;
  acknowledgeTypes: number[];
}

export interface ShareAcknowledgeRequestAcknowledgementBatchInput {
  firstOffset: number;
  lastOffset: number;
  acknowledgeTypes: readonly number[];
}

export interface AcknowledgePartition {
  partitionIndex: number;
  acknowledgementBatches: ShareAcknowledgeRequestAcknowledgementBatch[];
}

export interface AcknowledgePartitionInput {
  partitionIndex: number;
  acknowledgementBatches: readonly ShareAcknowledgeRequestAcknowledgementBatchInput[];
}

export interface AcknowledgeTopic {
  topicId: Uuid;
  partitions: AcknowledgePartition[];
}

export interface AcknowledgeTopicInput {
  topicId: Uuid;
  partitions: readonly AcknowledgePartitionInput[];
}

/** ShareAcknowledgeRequest: versions 1-2, flexible from 1. */
export interface ShareAcknowledgeRequest {
  groupId: string | null;
  memberId: string | null;
  shareSessionEpoch: number;
  isRenewAck: boolean;
  topics: AcknowledgeTopic[];
}

/** What an encoder wants for ShareAcknowledgeRequest. */
export interface ShareAcknowledgeRequestInput {
  groupId?: string | null | undefined;
  memberId: string | null;
  shareSessionEpoch: number;
  isRenewAck?: boolean | undefined;
  topics: readonly AcknowledgeTopicInput[];
}

function readShareAcknowledgeRequestAcknowledgementBatch(r: WireReader, v: number): ShareAcknowledgeRequestAcknowledgementBatch {
  const firstOffset = r.readInt64();
  const lastOffset = r.readInt64();
  const acknowledgeTypes = r.readInt8Array(true);
  r.skipTaggedFields();
  return { firstOffset, lastOffset, acknowledgeTypes };
}

function writeShareAcknowledgeRequestAcknowledgementBatch(w: WireWriter, { firstOffset, lastOffset, acknowledgeTypes }: ShareAcknowledgeRequestAcknowledgementBatchInput, v: number): void {
  w.writeInt64(firstOffset);
  w.writeInt64(lastOffset);
  w.writeInt8Array(acknowledgeTypes, true);
  w.writeNoTaggedFields();
}

function readAcknowledgePartition(r: WireReader, v: number): AcknowledgePartition {
  const partitionIndex = r.readInt32();
  const acknowledgementBatches = readShareAcknowledgeRequestAcknowledgementBatchArray(r, v);
  r.skipTaggedFields();
  return { partitionIndex, acknowledgementBatches };
}

function writeAcknowledgePartition(w: WireWriter, { partitionIndex, acknowledgementBatches }: AcknowledgePartitionInput, v: number): void {
  w.writeInt32(partitionIndex);
  writeShareAcknowledgeRequestAcknowledgementBatchArray(w, acknowledgementBatches, v);
  w.writeNoTaggedFields();
}

function readAcknowledgeTopic(r: WireReader, v: number): AcknowledgeTopic {
  const topicId = r.readUuid();
  const partitions = readAcknowledgePartitionArray(r, v);
  r.skipTaggedFields();
  return { topicId, partitions };
}

function writeAcknowledgeTopic(w: WireWriter, { topicId, partitions }: AcknowledgeTopicInput, v: number): void {
  w.writeUuid(topicId);
  writeAcknowledgePartitionArray(w, partitions, v);
  w.writeNoTaggedFields();
}

function readShareAcknowledgeRequest(r: WireReader, v: number): ShareAcknowledgeRequest {
  const groupId = r.readNullableString(true);
  const memberId = r.readNullableString(true);
  const shareSessionEpoch = r.readInt32();
  const isRenewAck = v >= 2 ? r.readBool() : false;
  const topics = readAcknowledgeTopicArray(r, v);
  r.skipTaggedFields();
  return { groupId, memberId, shareSessionEpoch, isRenewAck, topics };
}

function writeShareAcknowledgeRequest(w: WireWriter, { groupId = null, memberId, shareSessionEpoch, isRenewAck = false, topics }: ShareAcknowledgeRequestInput, v: number): void {
  w.writeNullableString(groupId, true);
  w.writeNullableString(memberId, true);
  w.writeInt32(shareSessionEpoch);
  if (v >= 2) { w.writeBool(isRenewAck); }
  writeAcknowledgeTopicArray(w, topics, v);
  w.writeNoTaggedFields();
}

function readShareAcknowledgeRequestAcknowledgementBatchArray(r: WireReader, v: number): ShareAcknowledgeRequestAcknowledgementBatch[] {
  let n = r.readArrayLength(true, 18);
  const a: ShareAcknowledgeRequestAcknowledgementBatch[] = [];
  for (; n > 0; n--) a.push(readShareAcknowledgeRequestAcknowledgementBatch(r, v));
  return a;
}

function writeShareAcknowledgeRequestAcknowledgementBatchArray(w: WireWriter, a: readonly ShareAcknowledgeRequestAcknowledgementBatchInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeShareAcknowledgeRequestAcknowledgementBatch(w, x, v);
}

function readAcknowledgePartitionArray(r: WireReader, v: number): AcknowledgePartition[] {
  let n = r.readArrayLength(true, 6);
  const a: AcknowledgePartition[] = [];
  for (; n > 0; n--) a.push(readAcknowledgePartition(r, v));
  return a;
}

function writeAcknowledgePartitionArray(w: WireWriter, a: readonly AcknowledgePartitionInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeAcknowledgePartition(w, x, v);
}

function readAcknowledgeTopicArray(r: WireReader, v: number): AcknowledgeTopic[] {
  let n = r.readArrayLength(true, 18);
  const a: AcknowledgeTopic[] = [];
  for (; n > 0; n--) a.push(readAcknowledgeTopic(r, v));
  return a;
}

function writeAcknowledgeTopicArray(w: WireWriter, a: readonly AcknowledgeTopicInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeAcknowledgeTopic(w, x, v);
}

/** Codec of {@link ShareAcknowledgeRequest}. */
export const ShareAcknowledgeRequestCodec: Codec<ShareAcknowledgeRequest, ShareAcknowledgeRequestInput> = {
  name: 'ShareAcknowledgeRequest', apiKey: 79, minVersion: 1, maxVersion: 2, flexibleFrom: 1,
  decode: readShareAcknowledgeRequest, encode: writeShareAcknowledgeRequest,
};

export interface ShareAcknowledgeResponseLeaderIdAndEpoch {
  leaderId: number;
  leaderEpoch: number;
}

export interface ShareAcknowledgeResponseLeaderIdAndEpochInput {
  leaderId: number;
  leaderEpoch: number;
}

export interface ShareAcknowledgeResponsePartitionData {
  partitionIndex: number;
  errorCode: number;
  errorMessage: string | null;
  currentLeader: ShareAcknowledgeResponseLeaderIdAndEpoch;
}

export interface ShareAcknowledgeResponsePartitionDataInput {
  partitionIndex: number;
  errorCode: number;
  errorMessage?: string | null | undefined;
  currentLeader: ShareAcknowledgeResponseLeaderIdAndEpochInput;
}

export interface ShareAcknowledgeTopicResponse {
  topicId: Uuid;
  partitions: ShareAcknowledgeResponsePartitionData[];
}

export interface ShareAcknowledgeTopicResponseInput {
  topicId: Uuid;
  partitions: readonly ShareAcknowledgeResponsePartitionDataInput[];
}

export interface ShareAcknowledgeResponseNodeEndpoint {
  nodeId: number;
  host: string;
  port: number;
  rack: string | null;
}

export interface ShareAcknowledgeResponseNodeEndpointInput {
  nodeId: number;
  host: string;
  port: number;
  rack?: string | null | undefined;
}

/** ShareAcknowledgeResponse: versions 1-2, flexible from 1. */
export interface ShareAcknowledgeResponse {
  throttleTimeMs: number;
  errorCode: number;
  errorMessage: string | null;
  acquisitionLockTimeoutMs: number;
  responses: ShareAcknowledgeTopicResponse[];
  nodeEndpoints: ShareAcknowledgeResponseNodeEndpoint[];
}

/** What an encoder wants for ShareAcknowledgeResponse. */
export interface ShareAcknowledgeResponseInput {
  throttleTimeMs: number;
  errorCode: number;
  errorMessage?: string | null | undefined;
  acquisitionLockTimeoutMs?: number | undefined;
  responses: readonly ShareAcknowledgeTopicResponseInput[];
  nodeEndpoints: readonly ShareAcknowledgeResponseNodeEndpointInput[];
}

function readShareAcknowledgeResponseLeaderIdAndEpoch(r: WireReader, v: number): ShareAcknowledgeResponseLeaderIdAndEpoch {
  const leaderId = r.readInt32();
  const leaderEpoch = r.readInt32();
  r.skipTaggedFields();
  return { leaderId, leaderEpoch };
}

function writeShareAcknowledgeResponseLeaderIdAndEpoch(w: WireWriter, { leaderId, leaderEpoch }: ShareAcknowledgeResponseLeaderIdAndEpochInput, v: number): void {
  w.writeInt32(leaderId);
  w.writeInt32(leaderEpoch);
  w.writeNoTaggedFields();
}

function readShareAcknowledgeResponsePartitionData(r: WireReader, v: number): ShareAcknowledgeResponsePartitionData {
  const partitionIndex = r.readInt32();
  const errorCode = r.readInt16();
  const errorMessage = r.readNullableString(true);
  const currentLeader = readShareAcknowledgeResponseLeaderIdAndEpoch(r, v);
  r.skipTaggedFields();
  return { partitionIndex, errorCode, errorMessage, currentLeader };
}

function writeShareAcknowledgeResponsePartitionData(w: WireWriter, { partitionIndex, errorCode, errorMessage = null, currentLeader }: ShareAcknowledgeResponsePartitionDataInput, v: number): void {
  w.writeInt32(partitionIndex);
  w.writeInt16(errorCode);
  w.writeNullableString(errorMessage, true);
  writeShareAcknowledgeResponseLeaderIdAndEpoch(w, currentLeader, v);
  w.writeNoTaggedFields();
}

function readShareAcknowledgeTopicResponse(r: WireReader, v: number): ShareAcknowledgeTopicResponse {
  const topicId = r.readUuid();
  const partitions = readShareAcknowledgeResponsePartitionDataArray(r, v);
  r.skipTaggedFields();
  return { topicId, partitions };
}

function writeShareAcknowledgeTopicResponse(w: WireWriter, { topicId, partitions }: ShareAcknowledgeTopicResponseInput, v: number): void {
  w.writeUuid(topicId);
  writeShareAcknowledgeResponsePartitionDataArray(w, partitions, v);
  w.writeNoTaggedFields();
}

function readShareAcknowledgeResponseNodeEndpoint(r: WireReader, v: number): ShareAcknowledgeResponseNodeEndpoint {
  const nodeId = r.readInt32();
  const host = r.readString(true);
  const port = r.readInt32();
  const rack = r.readNullableString(true);
  r.skipTaggedFields();
  return { nodeId, host, port, rack };
}

function writeShareAcknowledgeResponseNodeEndpoint(w: WireWriter, { nodeId, host, port, rack = null }: ShareAcknowledgeResponseNodeEndpointInput, v: number): void {
  w.writeInt32(nodeId);
  w.writeString(host, true);
  w.writeInt32(port);
  w.writeNullableString(rack, true);
  w.writeNoTaggedFields();
}

function readShareAcknowledgeResponse(r: WireReader, v: number): ShareAcknowledgeResponse {
  const throttleTimeMs = r.readInt32();
  const errorCode = r.readInt16();
  const errorMessage = r.readNullableString(true);
  const acquisitionLockTimeoutMs = v >= 2 ? r.readInt32() : 0;
  const responses = readShareAcknowledgeTopicResponseArray(r, v);
  const nodeEndpoints = readShareAcknowledgeResponseNodeEndpointArray(r, v);
  r.skipTaggedFields();
  return { throttleTimeMs, errorCode, errorMessage, acquisitionLockTimeoutMs, responses, nodeEndpoints };
}

function writeShareAcknowledgeResponse(w: WireWriter, { throttleTimeMs, errorCode, errorMessage = null, acquisitionLockTimeoutMs = 0, responses, nodeEndpoints }: ShareAcknowledgeResponseInput, v: number): void {
  w.writeInt32(throttleTimeMs);
  w.writeInt16(errorCode);
  w.writeNullableString(errorMessage, true);
  if (v >= 2) { w.writeInt32(acquisitionLockTimeoutMs); }
  writeShareAcknowledgeTopicResponseArray(w, responses, v);
  writeShareAcknowledgeResponseNodeEndpointArray(w, nodeEndpoints, v);
  w.writeNoTaggedFields();
}

function readShareAcknowledgeResponsePartitionDataArray(r: WireReader, v: number): ShareAcknowledgeResponsePartitionData[] {
  let n = r.readArrayLength(true, 17);
  const a: ShareAcknowledgeResponsePartitionData[] = [];
  for (; n > 0; n--) a.push(readShareAcknowledgeResponsePartitionData(r, v));
  return a;
}

function writeShareAcknowledgeResponsePartitionDataArray(w: WireWriter, a: readonly ShareAcknowledgeResponsePartitionDataInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeShareAcknowledgeResponsePartitionData(w, x, v);
}

function readShareAcknowledgeTopicResponseArray(r: WireReader, v: number): ShareAcknowledgeTopicResponse[] {
  let n = r.readArrayLength(true, 18);
  const a: ShareAcknowledgeTopicResponse[] = [];
  for (; n > 0; n--) a.push(readShareAcknowledgeTopicResponse(r, v));
  return a;
}

function writeShareAcknowledgeTopicResponseArray(w: WireWriter, a: readonly ShareAcknowledgeTopicResponseInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeShareAcknowledgeTopicResponse(w, x, v);
}

function readShareAcknowledgeResponseNodeEndpointArray(r: WireReader, v: number): ShareAcknowledgeResponseNodeEndpoint[] {
  let n = r.readArrayLength(true, 11);
  const a: ShareAcknowledgeResponseNodeEndpoint[] = [];
  for (; n > 0; n--) a.push(readShareAcknowledgeResponseNodeEndpoint(r, v));
  return a;
}

function writeShareAcknowledgeResponseNodeEndpointArray(w: WireWriter, a: readonly ShareAcknowledgeResponseNodeEndpointInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeShareAcknowledgeResponseNodeEndpoint(w, x, v);
}

/** Codec of {@link ShareAcknowledgeResponse}. */
export const ShareAcknowledgeResponseCodec: Codec<ShareAcknowledgeResponse, ShareAcknowledgeResponseInput> = {
  name: 'ShareAcknowledgeResponse', apiKey: 79, minVersion: 1, maxVersion: 2, flexibleFrom: 1,
  decode: readShareAcknowledgeResponse, encode: writeShareAcknowledgeResponse,
};

export interface AddRaftVoterRequestListener {
  name: string;
  host: string;
  port: number;
}

export interface AddRaftVoterRequestListenerInput {
  name: string;
  host: string;
  port: number;
}

/** AddRaftVoterRequest: versions 0-1, flexible from 0. */
export interface AddRaftVoterRequest {
  clusterId: string | null;
  timeoutMs: number;
  voterId: number;
  voterDirectoryId: Uuid;
  listeners: AddRaftVoterRequestListener[];
  ackWhenCommitted: boolean;
}

/** What an encoder wants for AddRaftVoterRequest. */
export interface AddRaftVoterRequestInput {
  clusterId: string | null;
  timeoutMs: number;
  voterId: number;
  voterDirectoryId: Uuid;
  listeners: readonly AddRaftVoterRequestListenerInput[];
  ackWhenCommitted?: boolean | undefined;
}

function readAddRaftVoterRequestListener(r: WireReader, v: number): AddRaftVoterRequestListener {
  const name = r.readString(true);
  const host = r.readString(true);
  const port = r.readUint16();
  r.skipTaggedFields();
  return { name, host, port };
}

function writeAddRaftVoterRequestListener(w: WireWriter, { name, host, port }: AddRaftVoterRequestListenerInput, v: number): void {
  w.writeString(name, true);
  w.writeString(host, true);
  w.writeUint16(port);
  w.writeNoTaggedFields();
}

function readAddRaftVoterRequest(r: WireReader, v: number): AddRaftVoterRequest {
  const clusterId = r.readNullableString(true);
  const timeoutMs = r.readInt32();
  const voterId = r.readInt32();
  const voterDirectoryId = r.readUuid();
  const listeners = readAddRaftVoterRequestListenerArray(r, v);
  const ackWhenCommitted = v >= 1 ? r.readBool() : true;
  r.skipTaggedFields();
  return { clusterId, timeoutMs, voterId, voterDirectoryId, listeners, ackWhenCommitted };
}

function writeAddRaftVoterRequest(w: WireWriter, { clusterId, timeoutMs, voterId, voterDirectoryId, listeners, ackWhenCommitted = true }: AddRaftVoterRequestInput, v: number): void {
  w.writeNullableString(clusterId, true);
  w.writeInt32(timeoutMs);
  w.writeInt32(voterId);
  w.writeUuid(voterDirectoryId);
  writeAddRaftVoterRequestListenerArray(w, listeners, v);
  if (v >= 1) { w.writeBool(ackWhenCommitted); }
  w.writeNoTaggedFields();
}

function readAddRaftVoterRequestListenerArray(r: WireReader, v: number): AddRaftVoterRequestListener[] {
  let n = r.readArrayLength(true, 5);
  const a: AddRaftVoterRequestListener[] = [];
  for (; n > 0; n--) a.push(readAddRaftVoterRequestListener(r, v));
  return a;
}

function writeAddRaftVoterRequestListenerArray(w: WireWriter, a: readonly AddRaftVoterRequestListenerInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeAddRaftVoterRequestListener(w, x, v);
}

/** Codec of {@link AddRaftVoterRequest}. */
export const AddRaftVoterRequestCodec: Codec<AddRaftVoterRequest, AddRaftVoterRequestInput> = {
  name: 'AddRaftVoterRequest', apiKey: 80, minVersion: 0, maxVersion: 1, flexibleFrom: 0,
  decode: readAddRaftVoterRequest, encode: writeAddRaftVoterRequest,
};

/** AddRaftVoterResponse: versions 0-1, flexible from 0. */
export interface AddRaftVoterResponse {
  throttleTimeMs: number;
  errorCode: number;
  errorMessage: string | null;
}

/** What an encoder wants for AddRaftVoterResponse. */
export interface AddRaftVoterResponseInput {
  throttleTimeMs: number;
  errorCode: number;
  errorMessage: string | null;
}

function readAddRaftVoterResponse(r: WireReader, v: number): AddRaftVoterResponse {
  const throttleTimeMs = r.readInt32();
  const errorCode = r.readInt16();
  const errorMessage = r.readNullableString(true);
  r.skipTaggedFields();
  return { throttleTimeMs, errorCode, errorMessage };
}

function writeAddRaftVoterResponse(w: WireWriter, { throttleTimeMs, errorCode, errorMessage }: AddRaftVoterResponseInput, v: number): void {
  w.writeInt32(throttleTimeMs);
  w.writeInt16(errorCode);
  w.writeNullableString(errorMessage, true);
  w.writeNoTaggedFields();
}

/** Codec of {@link AddRaftVoterResponse}. */
export const AddRaftVoterResponseCodec: Codec<AddRaftVoterResponse, AddRaftVoterResponseInput> = {
  name: 'AddRaftVoterResponse', apiKey: 80, minVersion: 0, maxVersion: 1, flexibleFrom: 0,
  decode: readAddRaftVoterResponse, encode: writeAddRaftVoterResponse,
};

/** RemoveRaftVoterRequest: version 0, flexible from 0. */
export interface RemoveRaftVoterRequest {
  clusterId: string | null;
  voterId: number;
  voterDirectoryId: Uuid;
}

/** What an encoder wants for RemoveRaftVoterRequest. */
export interface RemoveRaftVoterRequestInput {
  clusterId: string | null;
  voterId: number;
  voterDirectoryId: Uuid;
}

function readRemoveRaftVoterRequest(r: WireReader, v: number): RemoveRaftVoterRequest {
  const clusterId = r.readNullableString(true);
  const voterId = r.readInt32();
  const voterDirectoryId = r.readUuid();
  r.skipTaggedFields();
  return { clusterId, voterId, voterDirectoryId };
}

function writeRemoveRaftVoterRequest(w: WireWriter, { clusterId, voterId, voterDirectoryId }: RemoveRaftVoterRequestInput, v: number): void {
  w.writeNullableString(clusterId, true);
  w.writeInt32(voterId);
  w.writeUuid(voterDirectoryId);
  w.writeNoTaggedFields();
}

/** Codec of {@link RemoveRaftVoterRequest}. */
export const RemoveRaftVoterRequestCodec: Codec<RemoveRaftVoterRequest, RemoveRaftVoterRequestInput> = {
  name: 'RemoveRaftVoterRequest', apiKey: 81, minVersion: 0, maxVersion: 0, flexibleFrom: 0,
  decode: readRemoveRaftVoterRequest, encode: writeRemoveRaftVoterRequest,
};

/** RemoveRaftVoterResponse: version 0, flexible from 0. */
export interface RemoveRaftVoterResponse {
  throttleTimeMs: number;
  errorCode: number;
  errorMessage: string | null;
}

/** What an encoder wants for RemoveRaftVoterResponse. */
export interface RemoveRaftVoterResponseInput {
  throttleTimeMs: number;
  errorCode: number;
  errorMessage: string | null;
}

function readRemoveRaftVoterResponse(r: WireReader, v: number): RemoveRaftVoterResponse {
  const throttleTimeMs = r.readInt32();
  const errorCode = r.readInt16();
  const errorMessage = r.readNullableString(true);
  r.skipTaggedFields();
  return { throttleTimeMs, errorCode, errorMessage };
}

function writeRemoveRaftVoterResponse(w: WireWriter, { throttleTimeMs, errorCode, errorMessage }: RemoveRaftVoterResponseInput, v: number): void {
  w.writeInt32(throttleTimeMs);
  w.writeInt16(errorCode);
  w.writeNullableString(errorMessage, true);
  w.writeNoTaggedFields();
}

/** Codec of {@link RemoveRaftVoterResponse}. */
export const RemoveRaftVoterResponseCodec: Codec<RemoveRaftVoterResponse, RemoveRaftVoterResponseInput> = {
  name: 'RemoveRaftVoterResponse', apiKey: 81, minVersion: 0, maxVersion: 0, flexibleFrom: 0,
  decode: readRemoveRaftVoterResponse, encode: writeRemoveRaftVoterResponse,
};

export interface InitializeShareGroupStateRequestPartitionData {
  partition: number;
  stateEpoch: number;
  startOffset: number;
}

export interface InitializeShareGroupStateRequestPartitionDataInput {
  partition: number;
  stateEpoch: number;
  startOffset: number;
}

export interface InitializeStateData {
  topicId: Uuid;
  partitions: InitializeShareGroupStateRequestPartitionData[];
}

export interface InitializeStateDataInput {
  topicId: Uuid;
  partitions: readonly InitializeShareGroupStateRequestPartitionDataInput[];
}

/** InitializeShareGroupStateRequest: version 0, flexible from 0. */
export interface InitializeShareGroupStateRequest {
  groupId: string;
  topics: InitializeStateData[];
}

/** What an encoder wants for InitializeShareGroupStateRequest. */
export interface InitializeShareGroupStateRequestInput {
  groupId: string;
  topics: readonly InitializeStateDataInput[];
}

function readInitializeShareGroupStateRequestPartitionData(r: WireReader, v: number): InitializeShareGroupStateRequestPartitionData {
  const partition = r.readInt32();
  const stateEpoch = r.readInt32();
  const startOffset = r.readInt64();
  r.skipTaggedFields();
  return { partition, stateEpoch, startOffset };
}

function writeInitializeShareGroupStateRequestPartitionData(w: WireWriter, { partition, stateEpoch, startOffset }: InitializeShareGroupStateRequestPartitionDataInput, v: number): void {
  w.writeInt32(partition);
  w.writeInt32(stateEpoch);
  w.writeInt64(startOffset);
  w.writeNoTaggedFields();
}

function readInitializeStateData(r: WireReader, v: number): InitializeStateData {
  const topicId = r.readUuid();
  const partitions = readInitializeShareGroupStateRequestPartitionDataArray(r, v);
  r.skipTaggedFields();
  return { topicId, partitions };
}

function writeInitializeStateData(w: WireWriter, { topicId, partitions }: InitializeStateDataInput, v: number): void {
  w.writeUuid(topicId);
  writeInitializeShareGroupStateRequestPartitionDataArray(w, partitions, v);
  w.writeNoTaggedFields();
}

function readInitializeShareGroupStateRequest(r: WireReader, v: number): InitializeShareGroupStateRequest {
  const groupId = r.readString(true);
  const topics = readInitializeStateDataArray(r, v);
  r.skipTaggedFields();
  return { groupId, topics };
}

function writeInitializeShareGroupStateRequest(w: WireWriter, { groupId, topics }: InitializeShareGroupStateRequestInput, v: number): void {
  w.writeString(groupId, true);
  writeInitializeStateDataArray(w, topics, v);
  w.writeNoTaggedFields();
}

function readInitializeShareGroupStateRequestPartitionDataArray(r: WireReader, v: number): InitializeShareGroupStateRequestPartitionData[] {
  let n = r.readArrayLength(true, 17);
  const a: InitializeShareGroupStateRequestPartitionData[] = [];
  for (; n > 0; n--) a.push(readInitializeShareGroupStateRequestPartitionData(r, v));
  return a;
}

function writeInitializeShareGroupStateRequestPartitionDataArray(w: WireWriter, a: readonly InitializeShareGroupStateRequestPartitionDataInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeInitializeShareGroupStateRequestPartitionData(w, x, v);
}

function readInitializeStateDataArray(r: WireReader, v: number): InitializeStateData[] {
  let n = r.readArrayLength(true, 18);
  const a: InitializeStateData[] = [];
  for (; n > 0; n--) a.push(readInitializeStateData(r, v));
  return a;
}

function writeInitializeStateDataArray(w: WireWriter, a: readonly InitializeStateDataInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeInitializeStateData(w, x, v);
}

/** Codec of {@link InitializeShareGroupStateRequest}. */
export const InitializeShareGroupStateRequestCodec: Codec<InitializeShareGroupStateRequest, InitializeShareGroupStateRequestInput> = {
  name: 'InitializeShareGroupStateRequest', apiKey: 83, minVersion: 0, maxVersion: 0, flexibleFrom: 0,
  decode: readInitializeShareGroupStateRequest, encode: writeInitializeShareGroupStateRequest,
};

export interface InitializeShareGroupStateResponsePartitionResult {
  partition: number;
  errorCode: number;
  errorMessage: string | null;
}

export interface InitializeShareGroupStateResponsePartitionResultInput {
  partition: number;
  errorCode: number;
  errorMessage?: string | null | undefined;
}

export interface InitializeStateResult {
  topicId: Uuid;
  partitions: InitializeShareGroupStateResponsePartitionResult[];
}

export interface InitializeStateResultInput {
  topicId: Uuid;
  partitions: readonly InitializeShareGroupStateResponsePartitionResultInput[];
}

/** InitializeShareGroupStateResponse: version 0, flexible from 0. */
export interface InitializeShareGroupStateResponse {
  results: InitializeStateResult[];
}

/** What an encoder wants for InitializeShareGroupStateResponse. */
export interface InitializeShareGroupStateResponseInput {
  results: readonly InitializeStateResultInput[];
}

function readInitializeShareGroupStateResponsePartitionResult(r: WireReader, v: number): InitializeShareGroupStateResponsePartitionResult {
  const partition = r.readInt32();
  const errorCode = r.readInt16();
  const errorMessage = r.readNullableString(true);
  r.skipTaggedFields();
  return { partition, errorCode, errorMessage };
}

function writeInitializeShareGroupStateResponsePartitionResult(w: WireWriter, { partition, errorCode, errorMessage = null }: InitializeShareGroupStateResponsePartitionResultInput, v: number): void {
  w.writeInt32(partition);
  w.writeInt16(errorCode);
  w.writeNullableString(errorMessage, true);
  w.writeNoTaggedFields();
}

function readInitializeStateResult(r: WireReader, v: number): InitializeStateResult {
  const topicId = r.readUuid();
  const partitions = readInitializeShareGroupStateResponsePartitionResultArray(r, v);
  r.skipTaggedFields();
  return { topicId, partitions };
}

function writeInitializeStateResult(w: WireWriter, { topicId, partitions }: InitializeStateResultInput, v: number): void {
  w.writeUuid(topicId);
  writeInitializeShareGroupStateResponsePartitionResultArray(w, partitions, v);
  w.writeNoTaggedFields();
}

function readInitializeShareGroupStateResponse(r: WireReader, v: number): InitializeShareGroupStateResponse {
  const results = readInitializeStateResultArray(r, v);
  r.skipTaggedFields();
  return { results };
}

function writeInitializeShareGroupStateResponse(w: WireWriter, { results }: InitializeShareGroupStateResponseInput, v: number): void {
  writeInitializeStateResultArray(w, results, v);
  w.writeNoTaggedFields();
}

function readInitializeShareGroupStateResponsePartitionResultArray(r: WireReader, v: number): InitializeShareGroupStateResponsePartitionResult[] {
  let n = r.readArrayLength(true, 8);
  const a: InitializeShareGroupStateResponsePartitionResult[] = [];
  for (; n > 0; n--) a.push(readInitializeShareGroupStateResponsePartitionResult(r, v));
  return a;
}

function writeInitializeShareGroupStateResponsePartitionResultArray(w: WireWriter, a: readonly InitializeShareGroupStateResponsePartitionResultInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeInitializeShareGroupStateResponsePartitionResult(w, x, v);
}

function readInitializeStateResultArray(r: WireReader, v: number): InitializeStateResult[] {
  let n = r.readArrayLength(true, 18);
  const a: InitializeStateResult[] = [];
  for (; n > 0; n--) a.push(readInitializeStateResult(r, v));
  return a;
}

function writeInitializeStateResultArray(w: WireWriter, a: readonly InitializeStateResultInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeInitializeStateResult(w, x, v);
}

/** Codec of {@link InitializeShareGroupStateResponse}. */
export const InitializeShareGroupStateResponseCodec: Codec<InitializeShareGroupStateResponse, InitializeShareGroupStateResponseInput> = {
  name: 'InitializeShareGroupStateResponse', apiKey: 83, minVersion: 0, maxVersion: 0, flexibleFrom: 0,
  decode: readInitializeShareGroupStateResponse, encode: writeInitializeShareGroupStateResponse,
};

export interface ReadShareGroupStateRequestPartitionData {
  partition: number;
  leaderEpoch: number;
}

export interface ReadShareGroupStateRequestPartitionDataInput {
  partition: number;
  leaderEpoch: number;
}

export interface ReadStateData {
  topicId: Uuid;
  partitions: ReadShareGroupStateRequestPartitionData[];
}

export interface ReadStateDataInput {
  topicId: Uuid;
  partitions: readonly ReadShareGroupStateRequestPartitionDataInput[];
}

/** ReadShareGroupStateRequest: version 0, flexible from 0. */
export interface ReadShareGroupStateRequest {
  groupId: string;
  topics: ReadStateData[];
}

/** What an encoder wants for ReadShareGroupStateRequest. */
export interface ReadShareGroupStateRequestInput {
  groupId: string;
  topics: readonly ReadStateDataInput[];
}

function readReadShareGroupStateRequestPartitionData(r: WireReader, v: number): ReadShareGroupStateRequestPartitionData {
  const partition = r.readInt32();
  const leaderEpoch = r.readInt32();
  r.skipTaggedFields();
  return { partition, leaderEpoch };
}

function writeReadShareGroupStateRequestPartitionData(w: WireWriter, { partition, leaderEpoch }: ReadShareGroupStateRequestPartitionDataInput, v: number): void {
  w.writeInt32(partition);
  w.writeInt32(leaderEpoch);
  w.writeNoTaggedFields();
}

function readReadStateData(r: WireReader, v: number): ReadStateData {
  const topicId = r.readUuid();
  const partitions = readReadShareGroupStateRequestPartitionDataArray(r, v);
  r.skipTaggedFields();
  return { topicId, partitions };
}

function writeReadStateData(w: WireWriter, { topicId, partitions }: ReadStateDataInput, v: number): void {
  w.writeUuid(topicId);
  writeReadShareGroupStateRequestPartitionDataArray(w, partitions, v);
  w.writeNoTaggedFields();
}

function readReadShareGroupStateRequest(r: WireReader, v: number): ReadShareGroupStateRequest {
  const groupId = r.readString(true);
  const topics = readReadStateDataArray(r, v);
  r.skipTaggedFields();
  return { groupId, topics };
}

function writeReadShareGroupStateRequest(w: WireWriter, { groupId, topics }: ReadShareGroupStateRequestInput, v: number): void {
  w.writeString(groupId, true);
  writeReadStateDataArray(w, topics, v);
  w.writeNoTaggedFields();
}

function readReadShareGroupStateRequestPartitionDataArray(r: WireReader, v: number): ReadShareGroupStateRequestPartitionData[] {
  let n = r.readArrayLength(true, 9);
  const a: ReadShareGroupStateRequestPartitionData[] = [];
  for (; n > 0; n--) a.push(readReadShareGroupStateRequestPartitionData(r, v));
  return a;
}

function writeReadShareGroupStateRequestPartitionDataArray(w: WireWriter, a: readonly ReadShareGroupStateRequestPartitionDataInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeReadShareGroupStateRequestPartitionData(w, x, v);
}

function readReadStateDataArray(r: WireReader, v: number): ReadStateData[] {
  let n = r.readArrayLength(true, 18);
  const a: ReadStateData[] = [];
  for (; n > 0; n--) a.push(readReadStateData(r, v));
  return a;
}

function writeReadStateDataArray(w: WireWriter, a: readonly ReadStateDataInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeReadStateData(w, x, v);
}

/** Codec of {@link ReadShareGroupStateRequest}. */
export const ReadShareGroupStateRequestCodec: Codec<ReadShareGroupStateRequest, ReadShareGroupStateRequestInput> = {
  name: 'ReadShareGroupStateRequest', apiKey: 84, minVersion: 0, maxVersion: 0, flexibleFrom: 0,
  decode: readReadShareGroupStateRequest, encode: writeReadShareGroupStateRequest,
};

export interface ReadShareGroupStateResponseStateBatch {
  firstOffset: number;
  lastOffset: number;
  deliveryState: number;
  deliveryCount: number;
}

export interface ReadShareGroupStateResponseStateBatchInput {
  firstOffset: number;
  lastOffset: number;
  deliveryState: number;
  deliveryCount: number;
}

export interface ReadShareGroupStateResponsePartitionResult {
  partition: number;
  errorCode: number;
  errorMessage: string | null;
  stateEpoch: number;
  startOffset: number;
  stateBatches: ReadShareGroupStateResponseStateBatch[];
}

export interface ReadShareGroupStateResponsePartitionResultInput {
  partition: number;
  errorCode: number;
  errorMessage?: string | null | undefined;
  stateEpoch: number;
  startOffset: number;
  stateBatches: readonly ReadShareGroupStateResponseStateBatchInput[];
}

export interface ReadStateResult {
  topicId: Uuid;
  partitions: ReadShareGroupStateResponsePartitionResult[];
}

export interface ReadStateResultInput {
  topicId: Uuid;
  partitions: readonly ReadShareGroupStateResponsePartitionResultInput[];
}

/** ReadShareGroupStateResponse: version 0, flexible from 0. */
export interface ReadShareGroupStateResponse {
  results: ReadStateResult[];
}

/** What an encoder wants for ReadShareGroupStateResponse. */
export interface ReadShareGroupStateResponseInput {
  results: readonly ReadStateResultInput[];
}

function readReadShareGroupStateResponseStateBatch(r: WireReader, v: number): ReadShareGroupStateResponseStateBatch {
  const firstOffset = r.readInt64();
  const lastOffset = r.readInt64();
  const deliveryState = r.readInt8();
  const deliveryCount = r.readInt16();
  r.skipTaggedFields();
  return { firstOffset, lastOffset, deliveryState, deliveryCount };
}

function writeReadShareGroupStateResponseStateBatch(w: WireWriter, { firstOffset, lastOffset, deliveryState, deliveryCount }: ReadShareGroupStateResponseStateBatchInput, v: number): void {
  w.writeInt64(firstOffset);
  w.writeInt64(lastOffset);
  w.writeInt8(deliveryState);
  w.writeInt16(deliveryCount);
  w.writeNoTaggedFields();
}

function readReadShareGroupStateResponsePartitionResult(r: WireReader, v: number): ReadShareGroupStateResponsePartitionResult {
  const partition = r.readInt32();
  const errorCode = r.readInt16();
  const errorMessage = r.readNullableString(true);
  const stateEpoch = r.readInt32();
  const startOffset = r.readInt64();
  const stateBatches = readReadShareGroupStateResponseStateBatchArray(r, v);
  r.skipTaggedFields();
  return { partition, errorCode, errorMessage, stateEpoch, startOffset, stateBatches };
}

function writeReadShareGroupStateResponsePartitionResult(w: WireWriter, { partition, errorCode, errorMessage = null, stateEpoch, startOffset, stateBatches }: ReadShareGroupStateResponsePartitionResultInput, v: number): void {
  w.writeInt32(partition);
  w.writeInt16(errorCode);
  w.writeNullableString(errorMessage, true);
  w.writeInt32(stateEpoch);
  w.writeInt64(startOffset);
  writeReadShareGroupStateResponseStateBatchArray(w, stateBatches, v);
  w.writeNoTaggedFields();
}

function readReadStateResult(r: WireReader, v: number): ReadStateResult {
  const topicId = r.readUuid();
  const partitions = readReadShareGroupStateResponsePartitionResultArray(r, v);
  r.skipTaggedFields();
  return { topicId, partitions };
}

function writeReadStateResult(w: WireWriter, { topicId, partitions }: ReadStateResultInput, v: number): void {
  w.writeUuid(topicId);
  writeReadShareGroupStateResponsePartitionResultArray(w, partitions, v);
  w.writeNoTaggedFields();
}

function readReadShareGroupStateResponse(r: WireReader, v: number): ReadShareGroupStateResponse {
  const results = readReadStateResultArray(r, v);
  r.skipTaggedFields();
  return { results };
}

function writeReadShareGroupStateResponse(w: WireWriter, { results }: ReadShareGroupStateResponseInput, v: number): void {
  writeReadStateResultArray(w, results, v);
  w.writeNoTaggedFields();
}

function readReadShareGroupStateResponseStateBatchArray(r: WireReader, v: number): ReadShareGroupStateResponseStateBatch[] {
  let n = r.readArrayLength(true, 20);
  const a: ReadShareGroupStateResponseStateBatch[] = [];
  for (; n > 0; n--) a.push(readReadShareGroupStateResponseStateBatch(r, v));
  return a;
}

function writeReadShareGroupStateResponseStateBatchArray(w: WireWriter, a: readonly ReadShareGroupStateResponseStateBatchInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeReadShareGroupStateResponseStateBatch(w, x, v);
}

function readReadShareGroupStateResponsePartitionResultArray(r: WireReader, v: number): ReadShareGroupStateResponsePartitionResult[] {
  let n = r.readArrayLength(true, 21);
  const a: ReadShareGroupStateResponsePartitionResult[] = [];
  for (; n > 0; n--) a.push(readReadShareGroupStateResponsePartitionResult(r, v));
  return a;
}

function writeReadShareGroupStateResponsePartitionResultArray(w: WireWriter, a: readonly ReadShareGroupStateResponsePartitionResultInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeReadShareGroupStateResponsePartitionResult(w, x, v);
}

function readReadStateResultArray(r: WireReader, v: number): ReadStateResult[] {
  let n = r.readArrayLength(true, 18);
  const a: ReadStateResult[] = [];
  for (; n > 0; n--) a.push(readReadStateResult(r, v));
  return a;
}

function writeReadStateResultArray(w: WireWriter, a: readonly ReadStateResultInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeReadStateResult(w, x, v);
}

/** Codec of {@link ReadShareGroupStateResponse}. */
export const ReadShareGroupStateResponseCodec: Codec<ReadShareGroupStateResponse, ReadShareGroupStateResponseInput> = {
  name: 'ReadShareGroupStateResponse', apiKey: 84, minVersion: 0, maxVersion: 0, flexibleFrom: 0,
  decode: readReadShareGroupStateResponse, encode: writeReadShareGroupStateResponse,
};

export interface WriteShareGroupStateRequestStateBatch {
  firstOffset: number;
  lastOffset: number;
  deliveryState: number;
  deliveryCount: number;
}

export interface WriteShareGroupStateRequestStateBatchInput {
  firstOffset: number;
  lastOffset: number;
  deliveryState: number;
  deliveryCount: number;
}

export interface WriteShareGroupStateRequestPartitionData {
  partition: number;
  stateEpoch: number;
  leaderEpoch: number;
  startOffset: number;
  deliveryCompleteCount: number;
  stateBatches: WriteShareGroupStateRequestStateBatch[];
}

export interface WriteShareGroupStateRequestPartitionDataInput {
  partition: number;
  stateEpoch: number;
  leaderEpoch: number;
  startOffset: number;
  deliveryCompleteCount?: number | undefined;
  stateBatches: readonly WriteShareGroupStateRequestStateBatchInput[];
}

export interface WriteStateData {
  topicId: Uuid;
  partitions: WriteShareGroupStateRequestPartitionData[];
}

export interface WriteStateDataInput {
  topicId: Uuid;
  partitions: readonly WriteShareGroupStateRequestPartitionDataInput[];
}

/** WriteShareGroupStateRequest: versions 0-1, flexible from 0. */
export interface WriteShareGroupStateRequest {
  groupId: string;
  topics: WriteStateData[];
}

/** What an encoder wants for WriteShareGroupStateRequest. */
export interface WriteShareGroupStateRequestInput {
  groupId: string;
  topics: readonly WriteStateDataInput[];
}

function readWriteShareGroupStateRequestStateBatch(r: WireReader, v: number): WriteShareGroupStateRequestStateBatch {
  const firstOffset = r.readInt64();
  const lastOffset = r.readInt64();
  const deliveryState = r.readInt8();
  const deliveryCount = r.readInt16();
  r.skipTaggedFields();
  return { firstOffset, lastOffset, deliveryState, deliveryCount };
}

function writeWriteShareGroupStateRequestStateBatch(w: WireWriter, { firstOffset, lastOffset, deliveryState, deliveryCount }: WriteShareGroupStateRequestStateBatchInput, v: number): void {
  w.writeInt64(firstOffset);
  w.writeInt64(lastOffset);
  w.writeInt8(deliveryState);
  w.writeInt16(deliveryCount);
  w.writeNoTaggedFields();
}

function readWriteShareGroupStateRequestPartitionData(r: WireReader, v: number): WriteShareGroupStateRequestPartitionData {
  const partition = r.readInt32();
  const stateEpoch = r.readInt32();
  const leaderEpoch = r.readInt32();
  const startOffset = r.readInt64();
  const deliveryCompleteCount = v >= 1 ? r.readInt32() : -1;
  const stateBatches = readWriteShareGroupStateRequestStateBatchArray(r, v);
  r.skipTaggedFields();
  return { partition, stateEpoch, leaderEpoch, startOffset, deliveryCompleteCount, stateBatches };
}

function writeWriteShareGroupStateRequestPartitionData(w: WireWriter, { partition, stateEpoch, leaderEpoch, startOffset, deliveryCompleteCount = -1, stateBatches }: WriteShareGroupStateRequestPartitionDataInput, v: number): void {
  w.writeInt32(partition);
  w.writeInt32(stateEpoch);
  w.writeInt32(leaderEpoch);
  w.writeInt64(startOffset);
  if (v >= 1) { w.writeInt32(deliveryCompleteCount); }
  writeWriteShareGroupStateRequestStateBatchArray(w, stateBatches, v);
  w.writeNoTaggedFields();
}

function readWriteStateData(r: WireReader, v: number): WriteStateData {
  const topicId = r.readUuid();
  const partitions = readWriteShareGroupStateRequestPartitionDataArray(r, v);
  r.skipTaggedFields();
  return { topicId, partitions };
}

function writeWriteStateData(w: WireWriter, { topicId, partitions }: WriteStateDataInput, v: number): void {
  w.writeUuid(topicId);
  writeWriteShareGroupStateRequestPartitionDataArray(w, partitions, v);
  w.writeNoTaggedFields();
}

function readWriteShareGroupStateRequest(r: WireReader, v: number): WriteShareGroupStateRequest {
  const groupId = r.readString(true);
  const topics = readWriteStateDataArray(r, v);
  r.skipTaggedFields();
  return { groupId, topics };
}

function writeWriteShareGroupStateRequest(w: WireWriter, { groupId, topics }: WriteShareGroupStateRequestInput, v: number): void {
  w.writeString(groupId, true);
  writeWriteStateDataArray(w, topics, v);
  w.writeNoTaggedFields();
}

function readWriteShareGroupStateRequestStateBatchArray(r: WireReader, v: number): WriteShareGroupStateRequestStateBatch[] {
  let n = r.readArrayLength(true, 20);
  const a: WriteShareGroupStateRequestStateBatch[] = [];
  for (; n > 0; n--) a.push(readWriteShareGroupStateRequestStateBatch(r, v));
  return a;
}

function writeWriteShareGroupStateRequestStateBatchArray(w: WireWriter, a: readonly WriteShareGroupStateRequestStateBatchInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeWriteShareGroupStateRequestStateBatch(w, x, v);
}

function readWriteShareGroupStateRequestPartitionDataArray(r: WireReader, v: number): WriteShareGroupStateRequestPartitionData[] {
  let n = r.readArrayLength(true, 22);
  const a: WriteShareGroupStateRequestPartitionData[] = [];
  for (; n > 0; n--) a.push(readWriteShareGroupStateRequestPartitionData(r, v));
  return a;
}

function writeWriteShareGroupStateRequestPartitionDataArray(w: WireWriter, a: readonly WriteShareGroupStateRequestPartitionDataInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeWriteShareGroupStateRequestPartitionData(w, x, v);
}

function readWriteStateDataArray(r: WireReader, v: number): WriteStateData[] {
  let n = r.readArrayLength(true, 18);
  const a: WriteStateData[] = [];
  for (; n > 0; n--) a.push(readWriteStateData(r, v));
  return a;
}

function writeWriteStateDataArray(w: WireWriter, a: readonly WriteStateDataInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeWriteStateData(w, x, v);
}

/** Codec of {@link WriteShareGroupStateRequest}. */
export const WriteShareGroupStateRequestCodec: Codec<WriteShareGroupStateRequest, WriteShareGroupStateRequestInput> = {
  name: 'WriteShareGroupStateRequest', apiKey: 85, minVersion: 0, maxVersion: 1, flexibleFrom: 0,
  decode: readWriteShareGroupStateRequest, encode: writeWriteShareGroupStateRequest,
};

export interface WriteShareGroupStateResponsePartitionResult {
  partition: number;
  errorCode: number;
  errorMessage: string | null;
}

export interface WriteShareGroupStateResponsePartitionResultInput {
  partition: number;
  errorCode: number;
  errorMessage?: string | null | undefined;
}

export interface WriteStateResult {
  topicId: Uuid;
  partitions: WriteShareGroupStateResponsePartitionResult[];
}

export interface WriteStateResultInput {
  topicId: Uuid;
  partitions: readonly WriteShareGroupStateResponsePartitionResultInput[];
}

/** WriteShareGroupStateResponse: versions 0-1, flexible from 0. */
export interface WriteShareGroupStateResponse {
  results: WriteStateResult[];
}

/** What an encoder wants for WriteShareGroupStateResponse. */
export interface WriteShareGroupStateResponseInput {
  results: readonly WriteStateResultInput[];
}

function readWriteShareGroupStateResponsePartitionResult(r: WireReader, v: number): WriteShareGroupStateResponsePartitionResult {
  const partition = r.readInt32();
  const errorCode = r.readInt16();
  const errorMessage = r.readNullableString(true);
  r.skipTaggedFields();
  return { partition, errorCode, errorMessage };
}

function writeWriteShareGroupStateResponsePartitionResult(w: WireWriter, { partition, errorCode, errorMessage = null }: WriteShareGroupStateResponsePartitionResultInput, v: number): void {
  w.writeInt32(partition);
  w.writeInt16(errorCode);
  w.writeNullableString(errorMessage, true);
  w.writeNoTaggedFields();
}

function readWriteStateResult(r: WireReader, v: number): WriteStateResult {
  const topicId = r.readUuid();
  const partitions = readWriteShareGroupStateResponsePartitionResultArray(r, v);
  r.skipTaggedFields();
  return { topicId, partitions };
}

function writeWriteStateResult(w: WireWriter, { topicId, partitions }: WriteStateResultInput, v: number): void {
  w.writeUuid(topicId);
  writeWriteShareGroupStateResponsePartitionResultArray(w, partitions, v);
  w.writeNoTaggedFields();
}

function readWriteShareGroupStateResponse(r: WireReader, v: number): WriteShareGroupStateResponse {
  const results = readWriteStateResultArray(r, v);
  r.skipTaggedFields();
  return { results };
}

function writeWriteShareGroupStateResponse(w: WireWriter, { results }: WriteShareGroupStateResponseInput, v: number): void {
  writeWriteStateResultArray(w, results, v);
  w.writeNoTaggedFields();
}

function readWriteShareGroupStateResponsePartitionResultArray(r: WireReader, v: number): WriteShareGroupStateResponsePartitionResult[] {
  let n = r.readArrayLength(true, 8);
  const a: WriteShareGroupStateResponsePartitionResult[] = [];
  for (; n > 0; n--) a.push(readWriteShareGroupStateResponsePartitionResult(r, v));
  return a;
}

function writeWriteShareGroupStateResponsePartitionResultArray(w: WireWriter, a: readonly WriteShareGroupStateResponsePartitionResultInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeWriteShareGroupStateResponsePartitionResult(w, x, v);
}

function readWriteStateResultArray(r: WireReader, v: number): WriteStateResult[] {
  let n = r.readArrayLength(true, 18);
  const a: WriteStateResult[] = [];
  for (; n > 0; n--) a.push(readWriteStateResult(r, v));
  return a;
}

function writeWriteStateResultArray(w: WireWriter, a: readonly WriteStateResultInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeWriteStateResult(w, x, v);
}

/** Codec of {@link WriteShareGroupStateResponse}. */
export const WriteShareGroupStateResponseCodec: Codec<WriteShareGroupStateResponse, WriteShareGroupStateResponseInput> = {
  name: 'WriteShareGroupStateResponse', apiKey: 85, minVersion: 0, maxVersion: 1, flexibleFrom: 0,
  decode: readWriteShareGroupStateResponse, encode: writeWriteShareGroupStateResponse,
};

export interface DeleteShareGroupStateRequestPartitionData {
  partition: number;
}

export interface DeleteShareGroupStateRequestPartitionDataInput {
  partition: number;
}

export interface DeleteStateData {
  topicId: Uuid;
  partitions: DeleteShareGroupStateRequestPartitionData[];
}

export interface DeleteStateDataInput {
  topicId: Uuid;
  partitions: readonly DeleteShareGroupStateRequestPartitionDataInput[];
}

/** DeleteShareGroupStateRequest: version 0, flexible from 0. */
export interface DeleteShareGroupStateRequest {
  groupId: string;
  topics: DeleteStateData[];
}

/** What an encoder wants for DeleteShareGroupStateRequest. */
export interface DeleteShareGroupStateRequestInput {
  groupId: string;
  topics: readonly DeleteStateDataInput[];
}

function readDeleteShareGroupStateRequestPartitionData(r: WireReader, v: number): DeleteShareGroupStateRequestPartitionData {
  const partition = r.readInt32();
  r.skipTaggedFields();
  return { partition };
}

function writeDeleteShareGroupStateRequestPartitionData(w: WireWriter, { partition }: DeleteShareGroupStateRequestPartitionDataInput, v: number): void {
  w.writeInt32(partition);
  w.writeNoTaggedFields();
}

function readDeleteStateData(r: WireReader, v: number): DeleteStateData {
  const topicId = r.readUuid();
  const partitions = readDeleteShareGroupStateRequestPartitionDataArray(r, v);
  r.skipTaggedFields();
  return { topicId, partitions };
}

function writeDeleteStateData(w: WireWriter, { topicId, partitions }: DeleteStateDataInput, v: number): void {
  w.writeUuid(topicId);
  writeDeleteShareGroupStateRequestPartitionDataArray(w, partitions, v);
  w.writeNoTaggedFields();
}

function readDeleteShareGroupStateRequest(r: WireReader, v: number): DeleteShareGroupStateRequest {
  const groupId = r.readString(true);
  const topics = readDeleteStateDataArray(r, v);
  r.skipTaggedFields();
  return { groupId, topics };
}

function writeDeleteShareGroupStateRequest(w: WireWriter, { groupId, topics }: DeleteShareGroupStateRequestInput, v: number): void {
  w.writeString(groupId, true);
  writeDeleteStateDataArray(w, topics, v);
  w.writeNoTaggedFields();
}

function readDeleteShareGroupStateRequestPartitionDataArray(r: WireReader, v: number): DeleteShareGroupStateRequestPartitionData[] {
  let n = r.readArrayLength(true, 5);
  const a: DeleteShareGroupStateRequestPartitionData[] = [];
  for (; n > 0; n--) a.push(readDeleteShareGroupStateRequestPartitionData(r, v));
  return a;
}

function writeDeleteShareGroupStateRequestPartitionDataArray(w: WireWriter, a: readonly DeleteShareGroupStateRequestPartitionDataInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeDeleteShareGroupStateRequestPartitionData(w, x, v);
}

function readDeleteStateDataArray(r: WireReader, v: number): DeleteStateData[] {
  let n = r.readArrayLength(true, 18);
  const a: DeleteStateData[] = [];
  for (; n > 0; n--) a.push(readDeleteStateData(r, v));
  return a;
}

function writeDeleteStateDataArray(w: WireWriter, a: readonly DeleteStateDataInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeDeleteStateData(w, x, v);
}

/** Codec of {@link DeleteShareGroupStateRequest}. */
export const DeleteShareGroupStateRequestCodec: Codec<DeleteShareGroupStateRequest, DeleteShareGroupStateRequestInput> = {
  name: 'DeleteShareGroupStateRequest', apiKey: 86, minVersion: 0, maxVersion: 0, flexibleFrom: 0,
  decode: readDeleteShareGroupStateRequest, encode: writeDeleteShareGroupStateRequest,
};

export interface DeleteShareGroupStateResponsePartitionResult {
  partition: number;
  errorCode: number;
  errorMessage: string | null;
}

export interface DeleteShareGroupStateResponsePartitionResultInput {
  partition: number;
  errorCode: number;
  errorMessage?: string | null | undefined;
}

export interface DeleteStateResult {
  topicId: Uuid;
  partitions: DeleteShareGroupStateResponsePartitionResult[];
}

export interface DeleteStateResultInput {
  topicId: Uuid;
  partitions: readonly DeleteShareGroupStateResponsePartitionResultInput[];
}

/** DeleteShareGroupStateResponse: version 0, flexible from 0. */
export interface DeleteShareGroupStateResponse {
  results: DeleteStateResult[];
}

/** What an encoder wants for DeleteShareGroupStateResponse. */
export interface DeleteShareGroupStateResponseInput {
  results: readonly DeleteStateResultInput[];
}

function readDeleteShareGroupStateResponsePartitionResult(r: WireReader, v: number): DeleteShareGroupStateResponsePartitionResult {
  const partition = r.readInt32();
  const errorCode = r.readInt16();
  const errorMessage = r.readNullableString(true);
  r.skipTaggedFields();
  return { partition, errorCode, errorMessage };
}

function writeDeleteShareGroupStateResponsePartitionResult(w: WireWriter, { partition, errorCode, errorMessage = null }: DeleteShareGroupStateResponsePartitionResultInput, v: number): void {
  w.writeInt32(partition);
  w.writeInt16(errorCode);
  w.writeNullableString(errorMessage, true);
  w.writeNoTaggedFields();
}

function readDeleteStateResult(r: WireReader, v: number): DeleteStateResult {
  const topicId = r.readUuid();
  const partitions = readDeleteShareGroupStateResponsePartitionResultArray(r, v);
  r.skipTaggedFields();
  return { topicId, partitions };
}

function writeDeleteStateResult(w: WireWriter, { topicId, partitions }: DeleteStateResultInput, v: number): void {
  w.writeUuid(topicId);
  writeDeleteShareGroupStateResponsePartitionResultArray(w, partitions, v);
  w.writeNoTaggedFields();
}

function readDeleteShareGroupStateResponse(r: WireReader, v: number): DeleteShareGroupStateResponse {
  const results = readDeleteStateResultArray(r, v);
  r.skipTaggedFields();
  return { results };
}

function writeDeleteShareGroupStateResponse(w: WireWriter, { results }: DeleteShareGroupStateResponseInput, v: number): void {
  writeDeleteStateResultArray(w, results, v);
  w.writeNoTaggedFields();
}

function readDeleteShareGroupStateResponsePartitionResultArray(r: WireReader, v: number): DeleteShareGroupStateResponsePartitionResult[] {
  let n = r.readArrayLength(true, 8);
  const a: DeleteShareGroupStateResponsePartitionResult[] = [];
  for (; n > 0; n--) a.push(readDeleteShareGroupStateResponsePartitionResult(r, v));
  return a;
}

function writeDeleteShareGroupStateResponsePartitionResultArray(w: WireWriter, a: readonly DeleteShareGroupStateResponsePartitionResultInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeDeleteShareGroupStateResponsePartitionResult(w, x, v);
}

function readDeleteStateResultArray(r: WireReader, v: number): DeleteStateResult[] {
  let n = r.readArrayLength(true, 18);
  const a: DeleteStateResult[] = [];
  for (; n > 0; n--) a.push(readDeleteStateResult(r, v));
  return a;
}

function writeDeleteStateResultArray(w: WireWriter, a: readonly DeleteStateResultInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeDeleteStateResult(w, x, v);
}

/** Codec of {@link DeleteShareGroupStateResponse}. */
export const DeleteShareGroupStateResponseCodec: Codec<DeleteShareGroupStateResponse, DeleteShareGroupStateResponseInput> = {
  name: 'DeleteShareGroupStateResponse', apiKey: 86, minVersion: 0, maxVersion: 0, flexibleFrom: 0,
  decode: readDeleteShareGroupStateResponse, encode: writeDeleteShareGroupStateResponse,
};

export interface ReadShareGroupStateSummaryRequestPartitionData {
  partition: number;
  leaderEpoch: number;
}

export interface ReadShareGroupStateSummaryRequestPartitionDataInput {
  partition: number;
  leaderEpoch: number;
}

export interface ReadStateSummaryData {
  topicId: Uuid;
  partitions: ReadShareGroupStateSummaryRequestPartitionData[];
}

export interface ReadStateSummaryDataInput {
  topicId: Uuid;
  partitions: readonly ReadShareGroupStateSummaryRequestPartitionDataInput[];
}

/** ReadShareGroupStateSummaryRequest: versions 0-1, flexible from 0. */
export interface ReadShareGroupStateSummaryRequest {
  groupId: string;
  topics: ReadStateSummaryData[];
}

/** What an encoder wants for ReadShareGroupStateSummaryRequest. */
export interface ReadShareGroupStateSummaryRequestInput {
  groupId: string;
  topics: readonly ReadStateSummaryDataInput[];
}

function readReadShareGroupStateSummaryRequestPartitionData(r: WireReader, v: number): ReadShareGroupStateSummaryRequestPartitionData {
  const partition = r.readInt32();
  const leaderEpoch = r.readInt32();
  r.skipTaggedFields();
  return { partition, leaderEpoch };
}

function writeReadShareGroupStateSummaryRequestPartitionData(w: WireWriter, { partition, leaderEpoch }: ReadShareGroupStateSummaryRequestPartitionDataInput, v: number): void {
  w.writeInt32(partition);
  w.writeInt32(leaderEpoch);
  w.writeNoTaggedFields();
}

function readReadStateSummaryData(r: WireReader, v: number): ReadStateSummaryData {
  const topicId = r.readUuid();
  const partitions = readReadShareGroupStateSummaryRequestPartitionDataArray(r, v);
  r.skipTaggedFields();
  return { topicId, partitions };
}

function writeReadStateSummaryData(w: WireWriter, { topicId, partitions }: ReadStateSummaryDataInput, v: number): void {
  w.writeUuid(topicId);
  writeReadShareGroupStateSummaryRequestPartitionDataArray(w, partitions, v);
  w.writeNoTaggedFields();
}

function readReadShareGroupStateSummaryRequest(r: WireReader, v: number): ReadShareGroupStateSummaryRequest {
  const groupId = r.readString(true);
  const topics = readReadStateSummaryDataArray(r, v);
  r.skipTaggedFields();
  return { groupId, topics };
}

function writeReadShareGroupStateSummaryRequest(w: WireWriter, { groupId, topics }: ReadShareGroupStateSummaryRequestInput, v: number): void {
  w.writeString(groupId, true);
  writeReadStateSummaryDataArray(w, topics, v);
  w.writeNoTaggedFields();
}

function readReadShareGroupStateSummaryRequestPartitionDataArray(r: WireReader, v: number): ReadShareGroupStateSummaryRequestPartitionData[] {
  let n = r.readArrayLength(true, 9);
  const a: ReadShareGroupStateSummaryRequestPartitionData[] = [];
  for (; n > 0; n--) a.push(readReadShareGroupStateSummaryRequestPartitionData(r, v));
  return a;
}

function writeReadShareGroupStateSummaryRequestPartitionDataArray(w: WireWriter, a: readonly ReadShareGroupStateSummaryRequestPartitionDataInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeReadShareGroupStateSummaryRequestPartitionData(w, x, v);
}

function readReadStateSummaryDataArray(r: WireReader, v: number): ReadStateSummaryData[] {
  let n = r.readArrayLength(true, 18);
  const a: ReadStateSummaryData[] = [];
  for (; n > 0; n--) a.push(readReadStateSummaryData(r, v));
  return a;
}

function writeReadStateSummaryDataArray(w: WireWriter, a: readonly ReadStateSummaryDataInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeReadStateSummaryData(w, x, v);
}

/** Codec of {@link ReadShareGroupStateSummaryRequest}. */
export const ReadShareGroupStateSummaryRequestCodec: Codec<ReadShareGroupStateSummaryRequest, ReadShareGroupStateSummaryRequestInput> = {
  name: 'ReadShareGroupStateSummaryRequest', apiKey: 87, minVersion: 0, maxVersion: 1, flexibleFrom: 0,
  decode: readReadShareGroupStateSummaryRequest, encode: writeReadShareGroupStateSummaryRequest,
};

export interface ReadShareGroupStateSummaryResponsePartitionResult {
  partition: number;
  errorCode: number;
  errorMessage: string | null;
  stateEpoch: number;
  leaderEpoch: number;
  startOffset: number;
  deliveryCompleteCount: number;
}

export interface ReadShareGroupStateSummaryResponsePartitionResultInput {
  partition: number;
  errorCode: number;
  errorMessage?: string | null | undefined;
  stateEpoch: number;
  leaderEpoch: number;
  startOffset: number;
  deliveryCompleteCount?: number | undefined;
}

export interface ReadStateSummaryResult {
  topicId: Uuid;
  partitions: ReadShareGroupStateSummaryResponsePartitionResult[];
}

export interface ReadStateSummaryResultInput {
  topicId: Uuid;
  partitions: readonly ReadShareGroupStateSummaryResponsePartitionResultInput[];
}

/** ReadShareGroupStateSummaryResponse: versions 0-1, flexible from 0. */
export interface ReadShareGroupStateSummaryResponse {
  results: ReadStateSummaryResult[];
}

/** What an encoder wants for ReadShareGroupStateSummaryResponse. */
export interface ReadShareGroupStateSummaryResponseInput {
  results: readonly ReadStateSummaryResultInput[];
}

function readReadShareGroupStateSummaryResponsePartitionResult(r: WireReader, v: number): ReadShareGroupStateSummaryResponsePartitionResult {
  const partition = r.readInt32();
  const errorCode = r.readInt16();
  const errorMessage = r.readNullableString(true);
  const stateEpoch = r.readInt32();
  const leaderEpoch = r.readInt32();
  const startOffset = r.readInt64();
  const deliveryCompleteCount = v >= 1 ? r.readInt32() : -1;
  r.skipTaggedFields();
  return { partition, errorCode, errorMessage, stateEpoch, leaderEpoch, startOffset, deliveryCompleteCount };
}

function writeReadShareGroupStateSummaryResponsePartitionResult(w: WireWriter, { partition, errorCode, errorMessage = null, stateEpoch, leaderEpoch, startOffset, deliveryCompleteCount = -1 }: ReadShareGroupStateSummaryResponsePartitionResultInput, v: number): void {
  w.writeInt32(partition);
  w.writeInt16(errorCode);
  w.writeNullableString(errorMessage, true);
  w.writeInt32(stateEpoch);
  w.writeInt32(leaderEpoch);
  w.writeInt64(startOffset);
  if (v >= 1) { w.writeInt32(deliveryCompleteCount); }
  w.writeNoTaggedFields();
}

function readReadStateSummaryResult(r: WireReader, v: number): ReadStateSummaryResult {
  const topicId = r.readUuid();
  const partitions = readReadShareGroupStateSummaryResponsePartitionResultArray(r, v);
  r.skipTaggedFields();
  return { topicId, partitions };
}

function writeReadStateSummaryResult(w: WireWriter, { topicId, partitions }: ReadStateSummaryResultInput, v: number): void {
  w.writeUuid(topicId);
  writeReadShareGroupStateSummaryResponsePartitionResultArray(w, partitions, v);
  w.writeNoTaggedFields();
}

function readReadShareGroupStateSummaryResponse(r: WireReader, v: number): ReadShareGroupStateSummaryResponse {
  const results = readReadStateSummaryResultArray(r, v);
  r.skipTaggedFields();
  return { results };
}

function writeReadShareGroupStateSummaryResponse(w: WireWriter, { results }: ReadShareGroupStateSummaryResponseInput, v: number): void {
  writeReadStateSummaryResultArray(w, results, v);
  w.writeNoTaggedFields();
}

function readReadShareGroupStateSummaryResponsePartitionResultArray(r: WireReader, v: number): ReadShareGroupStateSummaryResponsePartitionResult[] {
  let n = r.readArrayLength(true, 24);
  const a: ReadShareGroupStateSummaryResponsePartitionResult[] = [];
  for (; n > 0; n--) a.push(readReadShareGroupStateSummaryResponsePartitionResult(r, v));
  return a;
}

function writeReadShareGroupStateSummaryResponsePartitionResultArray(w: WireWriter, a: readonly ReadShareGroupStateSummaryResponsePartitionResultInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeReadShareGroupStateSummaryResponsePartitionResult(w, x, v);
}

function readReadStateSummaryResultArray(r: WireReader, v: number): ReadStateSummaryResult[] {
  let n = r.readArrayLength(true, 18);
  const a: ReadStateSummaryResult[] = [];
  for (; n > 0; n--) a.push(readReadStateSummaryResult(r, v));
  return a;
}

function writeReadStateSummaryResultArray(w: WireWriter, a: readonly ReadStateSummaryResultInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeReadStateSummaryResult(w, x, v);
}

/** Codec of {@link ReadShareGroupStateSummaryResponse}. */
export const ReadShareGroupStateSummaryResponseCodec: Codec<ReadShareGroupStateSummaryResponse, ReadShareGroupStateSummaryResponseInput> = {
  name: 'ReadShareGroupStateSummaryResponse', apiKey: 87, minVersion: 0, maxVersion: 1, flexibleFrom: 0,
  decode: readReadShareGroupStateSummaryResponse, encode: writeReadShareGroupStateSummaryResponse,
};

export interface StreamsGroupHeartbeatRequestKeyValue {
  key: string;
  value: string;
}

export interface StreamsGroupHeartbeatRequestKeyValueInput {
  key: string;
  value: string;
}

export interface StreamsGroupHeartbeatRequestTopicInfo {
  name: string;
  partitions: number;
  replicationFactor: number;
  topicConfigs: StreamsGroupHeartbeatRequestKeyValue[];
}

export interface StreamsGroupHeartbeatRequestTopicInfoInput {
  name: string;
  partitions: number;
  replicationFactor: number;
  topicConfigs: readonly StreamsGroupHeartbeatRequestKeyValueInput[];
}

export interface StreamsGroupHeartbeatRequestCopartitionGroup {
  sourceTopics: number[];
  sourceTopicRegex: number[];
  repartitionSourceTopics: number[];
}

export interface StreamsGroupHeartbeatRequestCopartitionGroupInput {
  sourceTopics: readonly number[];
  sourceTopicRegex: readonly number[];
  repartitionSourceTopics: readonly number[];
}

export interface StreamsGroupHeartbeatRequestSubtopology {
  subtopologyId: string;
  sourceTopics: string[];
  sourceTopicRegex: string[];
  stateChangelogTopics: StreamsGroupHeartbeatRequestTopicInfo[];
  repartitionSinkTopics: string[];
  repartitionSourceTopics: StreamsGroupHeartbeatRequestTopicInfo[];
  copartitionGroups: StreamsGroupHeartbeatRequestCopartitionGroup[];
}

export interface StreamsGroupHeartbeatRequestSubtopologyInput {
  subtopologyId: string;
  sourceTopics: readonly string[];
  sourceTopicRegex: readonly string[];
  stateChangelogTopics: readonly StreamsGroupHeartbeatRequestTopicInfoInput[];
  repartitionSinkTopics: readonly string[];
  repartitionSourceTopics: readonly StreamsGroupHeartbeatRequestTopicInfoInput[];
  copartitionGroups: readonly StreamsGroupHeartbeatRequestCopartitionGroupInput[];
}

export interface StreamsGroupHeartbeatRequestTopology {
  epoch: number;
  subtopologies: StreamsGroupHeartbeatRequestSubtopology[];
}

export interface StreamsGroupHeartbeatRequestTopologyInput {
  epoch: number;
  subtopologies: readonly StreamsGroupHeartbeatRequestSubtopologyInput[];
}

export interface StreamsGroupHeartbeatRequestTaskIds {
  subtopologyId: string;
  partitions: number[];
}

export interface StreamsGroupHeartbeatRequestTaskIdsInput {
  subtopologyId: string;
  partitions: readonly number[];
}

export interface StreamsGroupHeartbeatRequestEndpoint {
  host: string;
  port: number;
}

export interface StreamsGroupHeartbeatRequestEndpointInput {
  host: string;
  port: number;
}

export interface StreamsGroupHeartbeatRequestTaskOffset {
  subtopologyId: string;
  partition: number;
  offset: number;
}

export interface StreamsGroupHeartbeatRequestTaskOffsetInput {
  subtopologyId: string;
  partition: number;
  offset: number;
}

/** StreamsGroupHeartbeatRequest: version 0, flexible from 0. */
export interface StreamsGroupHeartbeatRequest {
  groupId: string;
  memberId: string;
  memberEpoch: number;
  endpointInformationEpoch: number;
  instanceId: string | null;
  rackId: string | null;
  rebalanceTimeoutMs: number;
  topology: StreamsGroupHeartbeatRequestTopology | null;
  activeTasks: StreamsGroupHeartbeatRequestTaskIds[] | null;
  standbyTasks: StreamsGroupHeartbeatRequestTaskIds[] | null;
  warmupTasks: StreamsGroupHeartbeatRequestTaskIds[] | null;
  processId: string | null;
  userEndpoint: StreamsGroupHeartbeatRequestEndpoint | null;
  clientTags: StreamsGroupHeartbeatRequestKeyValue[] | null;
  taskOffsets: StreamsGroupHeartbeatRequestTaskOffset[] | null;
  taskEndOffsets: StreamsGroupHeartbeatRequestTaskOffset[] | null;
  shutdownApplication: boolean;
}

/** What an encoder wants for StreamsGroupHeartbeatRequest. */
export interface StreamsGroupHeartbeatRequestInput {
  groupId: string;
  memberId: string;
  memberEpoch: number;
  endpointInformationEpoch: number;
  instanceId?: string | null | undefined;
  rackId?: string | null | undefined;
  rebalanceTimeoutMs?: number | undefined;
  topology?: StreamsGroupHeartbeatRequestTopologyInput | null | undefined;
  activeTasks?: readonly StreamsGroupHeartbeatRequestTaskIdsInput[] | null | undefined;
  standbyTasks?: readonly StreamsGroupHeartbeatRequestTaskIdsInput[] | null | undefined;
  warmupTasks?: readonly StreamsGroupHeartbeatRequestTaskIdsInput[] | null | undefined;
  processId?: string | null | undefined;
  userEndpoint?: StreamsGroupHeartbeatRequestEndpointInput | null | undefined;
  clientTags?: readonly StreamsGroupHeartbeatRequestKeyValueInput[] | null | undefined;
  taskOffsets?: readonly StreamsGroupHeartbeatRequestTaskOffsetInput[] | null | undefined;
  taskEndOffsets?: readonly StreamsGroupHeartbeatRequestTaskOffsetInput[] | null | undefined;
  shutdownApplication?: boolean | undefined;
}

function readStreamsGroupHeartbeatRequestKeyValue(r: WireReader, v: number): StreamsGroupHeartbeatRequestKeyValue {
  const key = r.readString(true);
  const value = r.readString(true);
  r.skipTaggedFields();
  return { key, value };
}

function writeStreamsGroupHeartbeatRequestKeyValue(w: WireWriter, { key, value }: StreamsGroupHeartbeatRequestKeyValueInput, v: number): void {
  w.writeString(key, true);
  w.writeString(value, true);
  w.writeNoTaggedFields();
}

function readStreamsGroupHeartbeatRequestTopicInfo(r: WireReader, v: number): StreamsGroupHeartbeatRequestTopicInfo {
  const name = r.readString(true);
  const partitions = r.readInt32();
  const replicationFactor = r.readInt16();
  const topicConfigs = readStreamsGroupHeartbeatRequestKeyValueArray(r, v);
  r.skipTaggedFields();
  return { name, partitions, replicationFactor, topicConfigs };
}

function writeStreamsGroupHeartbeatRequestTopicInfo(w: WireWriter, { name, partitions, replicationFactor, topicConfigs }: StreamsGroupHeartbeatRequestTopicInfoInput, v: number): void {
  w.writeString(name, true);
  w.writeInt32(partitions);
  w.writeInt16(replicationFactor);
  writeStreamsGroupHeartbeatRequestKeyValueArray(w, topicConfigs, v);
  w.writeNoTaggedFields();
}

function readStreamsGroupHeartbeatRequestCopartitionGroup(r: WireReader, v: number): StreamsGroupHeartbeatRequestCopartitionGroup {
  const sourceTopics = r.readInt16Array(true);
  const sourceTopicRegex = r.readInt16Array(true);
  const repartitionSourceTopics = r.readInt16Array(true);
  r.skipTaggedFields();
  return { sourceTopics, sourceTopicRegex, repartitionSourceTopics };
}

function writeStreamsGroupHeartbeatRequestCopartitionGroup(w: WireWriter, { sourceTopics, sourceTopicRegex, repartitionSourceTopics }: StreamsGroupHeartbeatRequestCopartitionGroupInput, v: number): void {
  w.writeInt16Array(sourceTopics, true);
  w.writeInt16Array(sourceTopicRegex, true);
  w.writeInt16Array(repartitionSourceTopics, true);
  w.writeNoTaggedFields();
}

function readStreamsGroupHeartbeatRequestSubtopology(r: WireReader, v: number): StreamsGroupHeartbeatRequestSubtopology {
  const subtopologyId = r.readString(true);
  const sourceTopics = r.readStringArray(true);
  const sourceTopicRegex = r.readStringArray(true);
  const stateChangelogTopics = readStreamsGroupHeartbeatRequestTopicInfoArray(r, v);
  const repartitionSinkTopics = r.readStringArray(true);
  const repartitionSourceTopics = readStreamsGroupHeartbeatRequestTopicInfoArray(r, v);
  const copartitionGroups = readStreamsGroupHeartbeatRequestCopartitionGroupArray(r, v);
  r.skipTaggedFields();
  return { subtopologyId, sourceTopics, sourceTopicRegex, stateChangelogTopics, repartitionSinkTopics, repartitionSourceTopics, copartitionGroups };
}

function writeStreamsGroupHeartbeatRequestSubtopology(w: WireWriter, { subtopologyId, sourceTopics, sourceTopicRegex, stateChangelogTopics, repartitionSinkTopics, repartitionSourceTopics, copartitionGroups }: StreamsGroupHeartbeatRequestSubtopologyInput, v: number): void {
  w.writeString(subtopologyId, true);
  w.writeStringArray(sourceTopics, true);
  w.writeStringArray(sourceTopicRegex, true);
  writeStreamsGroupHeartbeatRequestTopicInfoArray(w, stateChangelogTopics, v);
  w.writeStringArray(repartitionSinkTopics, true);
  writeStreamsGroupHeartbeatRequestTopicInfoArray(w, repartitionSourceTopics, v);
  writeStreamsGroupHeartbeatRequestCopartitionGroupArray(w, copartitionGroups, v);
  w.writeNoTaggedFields();
}

function readStreamsGroupHeartbeatRequestTopology(r: WireReader, v: number): StreamsGroupHeartbeatRequestTopology {
  const epoch = r.readInt32();
  const subtopologies = readStreamsGroupHeartbeatRequestSubtopologyArray(r, v);
  r.skipTaggedFields();
  return { epoch, subtopologies };
}

function writeStreamsGroupHeartbeatRequestTopology(w: WireWriter, { epoch, subtopologies }: StreamsGroupHeartbeatRequestTopologyInput, v: number): void {
  w.writeInt32(epoch);
  writeStreamsGroupHeartbeatRequestSubtopologyArray(w, subtopologies, v);
  w.writeNoTaggedFields();
}

function readStreamsGroupHeartbeatRequestTaskIds(r: WireReader, v: number): StreamsGroupHeartbeatRequestTaskIds {
  const subtopologyId = r.readString(true);
  const partitions = r.readInt32Array(true);
  r.skipTaggedFields();
  return { subtopologyId, partitions };
}

function writeStreamsGroupHeartbeatRequestTaskIds(w: WireWriter, { subtopologyId, partitions }: StreamsGroupHeartbeatRequestTaskIdsInput, v: number): void {
  w.writeString(subtopologyId, true);
  w.writeInt32Array(partitions, true);
  w.writeNoTaggedFields();
}

function readStreamsGroupHeartbeatRequestEndpoint(r: WireReader, v: number): StreamsGroupHeartbeatRequestEndpoint {
  const host = r.readString(true);
  const port = r.readUint16();
  r.skipTaggedFields();
  return { host, port };
}

function writeStreamsGroupHeartbeatRequestEndpoint(w: WireWriter, { host, port }: StreamsGroupHeartbeatRequestEndpointInput, v: number): void {
  w.writeString(host, true);
  w.writeUint16(port);
  w.writeNoTaggedFields();
}

function readStreamsGroupHeartbeatRequestTaskOffset(r: WireReader, v: number): StreamsGroupHeartbeatRequestTaskOffset {
  const subtopologyId = r.readString(true);
  const partition = r.readInt32();
  const offset = r.readInt64();
  r.skipTaggedFields();
  return { subtopologyId, partition, offset };
}

function writeStreamsGroupHeartbeatRequestTaskOffset(w: WireWriter, { subtopologyId, partition, offset }: StreamsGroupHeartbeatRequestTaskOffsetInput, v: number): void {
  w.writeString(subtopologyId, true);
  w.writeInt32(partition);
  w.writeInt64(offset);
  w.writeNoTaggedFields();
}

function readStreamsGroupHeartbeatRequest(r: WireReader, v: number): StreamsGroupHeartbeatRequest {
  const groupId = r.readString(true);
  const memberId = r.readString(true);
  const memberEpoch = r.readInt32();
  const endpointInformationEpoch = r.readInt32();
  const instanceId = r.readNullableString(true);
  const rackId = r.readNullableString(true);
  const rebalanceTimeoutMs = r.readInt32();
  const topology = r.readInt8() < 0 ? null : readStreamsGroupHeartbeatRequestTopology(r, v);
  const activeTasks = readNullableStreamsGroupHeartbeatRequestTaskIdsArray(r, v);
  const standbyTasks = readNullableStreamsGroupHeartbeatRequestTaskIdsArray(r, v);
  const warmupTasks = readNullableStreamsGroupHeartbeatRequestTaskIdsArray(r, v);
  const processId = r.readNullableString(true);
  const userEndpoint = r.readInt8() < 0 ? null : readStreamsGroupHeartbeatRequestEndpoint(r, v);
  const clientTags = readNullableStreamsGroupHeartbeatRequestKeyValueArray(r, v);
  const taskOffsets = readNullableStreamsGroupHeartbeatRequestTaskOffsetArray(r, v);
  const taskEndOffsets = readNullableStreamsGroupHeartbeatRequestTaskOffsetArray(r, v);
  const shutdownApplication = r.readBool();
  r.skipTaggedFields();
  return { groupId, memberId, memberEpoch, endpointInformationEpoch, instanceId, rackId, rebalanceTimeoutMs, topology, activeTasks, standbyTasks, warmupTasks, processId, userEndpoint, clientTags, taskOffsets, taskEndOffsets, shutdownApplication };
}

function writeStreamsGroupHeartbeatRequest(w: WireWriter, { groupId, memberId, memberEpoch, endpointInformationEpoch, instanceId = null, rackId = null, rebalanceTimeoutMs = -1, topology = null, activeTasks = null, standbyTasks = null, warmupTasks = null, processId = null, userEndpoint = null, clientTags = null, taskOffsets = null, taskEndOffsets = null, shutdownApplication = false }: StreamsGroupHeartbeatRequestInput, v: number): void {
  w.writeString(groupId, true);
  w.writeString(memberId, true);
  w.writeInt32(memberEpoch);
  w.writeInt32(endpointInformationEpoch);
  w.writeNullableString(instanceId, true);
  w.writeNullableString(rackId, true);
  w.writeInt32(rebalanceTimeoutMs);
  if (topology === null) w.writeInt8(-1); else { w.writeInt8(1); writeStreamsGroupHeartbeatRequestTopology(w, topology, v); };
  writeNullableStreamsGroupHeartbeatRequestTaskIdsArray(w, activeTasks, v);
  writeNullableStreamsGroupHeartbeatRequestTaskIdsArray(w, standbyTasks, v);
  writeNullableStreamsGroupHeartbeatRequestTaskIdsArray(w, warmupTasks, v);
  w.writeNullableString(processId, true);
  if (userEndpoint === null) w.writeInt8(-1); else { w.writeInt8(1); writeStreamsGroupHeartbeatRequestEndpoint(w, userEndpoint, v); };
  writeNullableStreamsGroupHeartbeatRequestKeyValueArray(w, clientTags, v);
  writeNullableStreamsGroupHeartbeatRequestTaskOffsetArray(w, taskOffsets, v);
  writeNullableStreamsGroupHeartbeatRequestTaskOffsetArray(w, taskEndOffsets, v);
  w.writeBool(shutdownApplication);
  w.writeNoTaggedFields();
}

function readStreamsGroupHeartbeatRequestKeyValueArray(r: WireReader, v: number): StreamsGroupHeartbeatRequestKeyValue[] {
  let n = r.readArrayLength(true, 3);
  const a: StreamsGroupHeartbeatRequestKeyValue[] = [];
  for (; n > 0; n--) a.push(readStreamsGroupHeartbeatRequestKeyValue(r, v));
  return a;
}

function readNullableStreamsGroupHeartbeatRequestKeyValueArray(r: WireReader, v: number): StreamsGroupHeartbeatRequestKeyValue[] | null {
  let n = r.readNullableArrayLength(true, 3);
  if (n < 0) return null;
  const a: StreamsGroupHeartbeatRequestKeyValue[] = [];
  for (; n > 0; n--) a.push(readStreamsGroupHeartbeatRequestKeyValue(r, v));
  return a;
}

function writeStreamsGroupHeartbeatRequestKeyValueArray(w: WireWriter, a: readonly StreamsGroupHeartbeatRequestKeyValueInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeStreamsGroupHeartbeatRequestKeyValue(w, x, v);
}

function writeNullableStreamsGroupHeartbeatRequestKeyValueArray(w: WireWriter, a: readonly StreamsGroupHeartbeatRequestKeyValueInput[] | null, v: number): void {
  if (a === null) w.writeNullArray(true); else writeStreamsGroupHeartbeatRequestKeyValueArray(w, a, v);
}

function readStreamsGroupHeartbeatRequestTopicInfoArray(r: WireReader, v: number): StreamsGroupHeartbeatRequestTopicInfo[] {
  let n = r.readArrayLength(true, 9);
  const a: StreamsGroupHeartbeatRequestTopicInfo[] = [];
  for (; n > 0; n--) a.push(readStreamsGroupHeartbeatRequestTopicInfo(r, v));
  return a;
}

function writeStreamsGroupHeartbeatRequestTopicInfoArray(w: WireWriter, a: readonly StreamsGroupHeartbeatRequestTopicInfoInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeStreamsGroupHeartbeatRequestTopicInfo(w, x, v);
}

function readStreamsGroupHeartbeatRequestCopartitionGroupArray(r: WireReader, v: number): StreamsGroupHeartbeatRequestCopartitionGroup[] {
  let n = r.readArrayLength(true, 4);
  const a: StreamsGroupHeartbeatRequestCopartitionGroup[] = [];
  for (; n > 0; n--) a.push(readStreamsGroupHeartbeatRequestCopartitionGroup(r, v));
  return a;
}

function writeStreamsGroupHeartbeatRequestCopartitionGroupArray(w: WireWriter, a: readonly StreamsGroupHeartbeatRequestCopartitionGroupInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeStreamsGroupHeartbeatRequestCopartitionGroup(w, x, v);
}

function readStreamsGroupHeartbeatRequestSubtopologyArray(r: WireReader, v: number): StreamsGroupHeartbeatRequestSubtopology[] {
  let n = r.readArrayLength(true, 8);
  const a: StreamsGroupHeartbeatRequestSubtopology[] = [];
  for (; n > 0; n--) a.push(readStreamsGroupHeartbeatRequestSubtopology(r, v));
  return a;
}

function writeStreamsGroupHeartbeatRequestSubtopologyArray(w: WireWriter, a: readonly StreamsGroupHeartbeatRequestSubtopologyInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeStreamsGroupHeartbeatRequestSubtopology(w, x, v);
}

function readNullableStreamsGroupHeartbeatRequestTaskIdsArray(r: WireReader, v: number): StreamsGroupHeartbeatRequestTaskIds[] | null {
  let n = r.readNullableArrayLength(true, 3);
  if (n < 0) return null;
  const a: StreamsGroupHeartbeatRequestTaskIds[] = [];
  for (; n > 0; n--) a.push(readStreamsGroupHeartbeatRequestTaskIds(r, v));
  return a;
}

function writeStreamsGroupHeartbeatRequestTaskIdsArray(w: WireWriter, a: readonly StreamsGroupHeartbeatRequestTaskIdsInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeStreamsGroupHeartbeatRequestTaskIds(w, x, v);
}

function writeNullableStreamsGroupHeartbeatRequestTaskIdsArray(w: WireWriter, a: readonly StreamsGroupHeartbeatRequestTaskIdsInput[] | null, v: number): void {
  if (a === null) w.writeNullArray(true); else writeStreamsGroupHeartbeatRequestTaskIdsArray(w, a, v);
}

function readNullableStreamsGroupHeartbeatRequestTaskOffsetArray(r: WireReader, v: number): StreamsGroupHeartbeatRequestTaskOffset[] | null {
  let n = r.readNullableArrayLength(true, 14);
  if (n < 0) return null;
  const a: StreamsGroupHeartbeatRequestTaskOffset[] = [];
  for (; n > 0; n--) a.push(readStreamsGroupHeartbeatRequestTaskOffset(r, v));
  return a;
}

function writeStreamsGroupHeartbeatRequestTaskOffsetArray(w: WireWriter, a: readonly StreamsGroupHeartbeatRequestTaskOffsetInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeStreamsGroupHeartbeatRequestTaskOffset(w, x, v);
}

function writeNullableStreamsGroupHeartbeatRequestTaskOffsetArray(w: WireWriter, a: readonly StreamsGroupHeartbeatRequestTaskOffsetInput[] | null, v: number): void {
  if (a === null) w.writeNullArray(true); else writeStreamsGroupHeartbeatRequestTaskOffsetArray(w, a, v);
}

/** Codec of {@link StreamsGroupHeartbeatRequest}. */
export const StreamsGroupHeartbeatRequestCodec: Codec<StreamsGroupHeartbeatRequest, StreamsGroupHeartbeatRequestInput> = {
  name: 'StreamsGroupHeartbeatRequest', apiKey: 88, minVersion: 0, maxVersion: 0, flexibleFrom: 0,
  decode: readStreamsGroupHeartbeatRequest, encode: writeStreamsGroupHeartbeatRequest,
};

export interface StreamsGroupHeartbeatResponseStatus {
  statusCode: number;
  statusDetail: string;
}

export interface StreamsGroupHeartbeatResponseStatusInput {
  statusCode: number;
  statusDetail: string;
}

export interface StreamsGroupHeartbeatResponseTaskIds {
  subtopologyId: string;
  partitions: number[];
}

export interface StreamsGroupHeartbeatResponseTaskIdsInput {
  subtopologyId: string;
  partitions: readonly number[];
}

export interface StreamsGroupHeartbeatResponseEndpoint {
  host: string;
  port: number;
}

export interface StreamsGroupHeartbeatResponseEndpointInput {
  host: string;
  port: number;
}

export interface StreamsGroupHeartbeatResponseTopicPartition {
  topic: string;
  partitions: number[];
}

export interface StreamsGroupHeartbeatResponseTopicPartitionInput {
  topic: string;
  partitions: readonly number[];
}

export interface EndpointToPartitions {
  userEndpoint: StreamsGroupHeartbeatResponseEndpoint;
  activePartitions: StreamsGroupHeartbeatResponseTopicPartition[];
  standbyPartitions: StreamsGroupHeartbeatResponseTopicPartition[];
}

export interface EndpointToPartitionsInput {
  userEndpoint: StreamsGroupHeartbeatResponseEndpointInput;
  activePartitions: readonly StreamsGroupHeartbeatResponseTopicPartitionInput[];
  standbyPartitions: readonly StreamsGroupHeartbeatResponseTopicPartitionInput[];
}

/** StreamsGroupHeartbeatResponse: version 0, flexible from 0. */
export interface StreamsGroupHeartbeatResponse {
  throttleTimeMs: number;
  errorCode: number;
  errorMessage: string | null;
  memberId: string;
  memberEpoch: number;
  heartbeatIntervalMs: number;
  acceptableRecoveryLag: number;
  taskOffsetIntervalMs: number;
  status: StreamsGroupHeartbeatResponseStatus[] | null;
  activeTasks: StreamsGroupHeartbeatResponseTaskIds[] | null;
  standbyTasks: StreamsGroupHeartbeatResponseTaskIds[] | null;
  warmupTasks: StreamsGroupHeartbeatResponseTaskIds[] | null;
  endpointInformationEpoch: number;
  partitionsByUserEndpoint: EndpointToPartitions[] | null;
}

/** What an encoder wants for StreamsGroupHeartbeatResponse. */
export interface StreamsGroupHeartbeatResponseInput {
  throttleTimeMs: number;
  errorCode: number;
  errorMessage?: string | null | undefined;
  memberId: string;
  memberEpoch: number;
  heartbeatIntervalMs: number;
  acceptableRecoveryLag: number;
  taskOffsetIntervalMs: number;
  status: readonly StreamsGroupHeartbeatResponseStatusInput[] | null;
  activeTasks?: readonly StreamsGroupHeartbeatResponseTaskIdsInput[] | null | undefined;
  standbyTasks?: readonly StreamsGroupHeartbeatResponseTaskIdsInput[] | null | undefined;
  warmupTasks?: readonly StreamsGroupHeartbeatResponseTaskIdsInput[] | null | undefined;
  endpointInformationEpoch: number;
  partitionsByUserEndpoint?: readonly EndpointToPartitionsInput[] | null | undefined;
}

function readStreamsGroupHeartbeatResponseStatus(r: WireReader, v: number): StreamsGroupHeartbeatResponseStatus {
  const statusCode = r.readInt8();
  const statusDetail = r.readString(true);
  r.skipTaggedFields();
  return { statusCode, statusDetail };
}

function writeStreamsGroupHeartbeatResponseStatus(w: WireWriter, { statusCode, statusDetail }: StreamsGroupHeartbeatResponseStatusInput, v: number): void {
  w.writeInt8(statusCode);
  w.writeString(statusDetail, true);
  w.writeNoTaggedFields();
}

function readStreamsGroupHeartbeatResponseTaskIds(r: WireReader, v: number): StreamsGroupHeartbeatResponseTaskIds {
  const subtopologyId = r.readString(true);
  const partitions = r.readInt32Array(true);
  r.skipTaggedFields();
  return { subtopologyId, partitions };
}

function writeStreamsGroupHeartbeatResponseTaskIds(w: WireWriter, { subtopologyId, partitions }: StreamsGroupHeartbeatResponseTaskIdsInput, v: number): void {
  w.writeString(subtopologyId, true);
  w.writeInt32Array(partitions, true);
  w.writeNoTaggedFields();
}

function readStreamsGroupHeartbeatResponseEndpoint(r: WireReader, v: number): StreamsGroupHeartbeatResponseEndpoint {
  const host = r.readString(true);
  const port = r.readUint16();
  r.skipTaggedFields();
  return { host, port };
}

function writeStreamsGroupHeartbeatResponseEndpoint(w: WireWriter, { host, port }: StreamsGroupHeartbeatResponseEndpointInput, v: number): void {
  w.writeString(host, true);
  w.writeUint16(port);
  w.writeNoTaggedFields();
}

function readStreamsGroupHeartbeatResponseTopicPartition(r: WireReader, v: number): StreamsGroupHeartbeatResponseTopicPartition {
  const topic = r.readString(true);
  const partitions = r.readInt32Array(true);
  r.skipTaggedFields();
  return { topic, partitions };
}

function writeStreamsGroupHeartbeatResponseTopicPartition(w: WireWriter, { topic, partitions }: StreamsGroupHeartbeatResponseTopicPartitionInput, v: number): void {
  w.writeString(topic, true);
  w.writeInt32Array(partitions, true);
  w.writeNoTaggedFields();
}

function readEndpointToPartitions(r: WireReader, v: number): EndpointToPartitions {
  const userEndpoint = readStreamsGroupHeartbeatResponseEndpoint(r, v);
  const activePartitions = readStreamsGroupHeartbeatResponseTopicPartitionArray(r, v);
  const standbyPartitions = readStreamsGroupHeartbeatResponseTopicPartitionArray(r, v);
  r.skipTaggedFields();
  return { userEndpoint, activePartitions, standbyPartitions };
}

function writeEndpointToPartitions(w: WireWriter, { userEndpoint, activePartitions, standbyPartitions }: EndpointToPartitionsInput, v: number): void {
  writeStreamsGroupHeartbeatResponseEndpoint(w, userEndpoint, v);
  writeStreamsGroupHeartbeatResponseTopicPartitionArray(w, activePartitions, v);
  writeStreamsGroupHeartbeatResponseTopicPartitionArray(w, standbyPartitions, v);
  w.writeNoTaggedFields();
}

function readStreamsGroupHeartbeatResponse(r: WireReader, v: number): StreamsGroupHeartbeatResponse {
  const throttleTimeMs = r.readInt32();
  const errorCode = r.readInt16();
  const errorMessage = r.readNullableString(true);
  const memberId = r.readString(true);
  const memberEpoch = r.readInt32();
  const heartbeatIntervalMs = r.readInt32();
  const acceptableRecoveryLag = r.readInt32();
  const taskOffsetIntervalMs = r.readInt32();
  const status = readNullableStreamsGroupHeartbeatResponseStatusArray(r, v);
  const activeTasks = readNullableStreamsGroupHeartbeatResponseTaskIdsArray(r, v);
  const standbyTasks = readNullableStreamsGroupHeartbeatResponseTaskIdsArray(r, v);
  const warmupTasks = readNullableStreamsGroupHeartbeatResponseTaskIdsArray(r, v);
  const endpointInformationEpoch = r.readInt32();
  const partitionsByUserEndpoint = readNullableEndpointToPartitionsArray(r, v);
  r.skipTaggedFields();
  return { throttleTimeMs, errorCode, errorMessage, memberId, memberEpoch, heartbeatIntervalMs, acceptableRecoveryLag, taskOffsetIntervalMs, status, activeTasks, standbyTasks, warmupTasks, endpointInformationEpoch, partitionsByUserEndpoint };
}

function writeStreamsGroupHeartbeatResponse(w: WireWriter, { throttleTimeMs, errorCode, errorMessage = null, memberId, memberEpoch, heartbeatIntervalMs, acceptableRecoveryLag, taskOffsetIntervalMs, status, activeTasks = null, standbyTasks = null, warmupTasks = null, endpointInformationEpoch, partitionsByUserEndpoint = null }: StreamsGroupHeartbeatResponseInput, v: number): void {
  w.writeInt32(throttleTimeMs);
  w.writeInt16(errorCode);
  w.writeNullableString(errorMessage, true);
  w.writeString(memberId, true);
  w.writeInt32(memberEpoch);
  w.writeInt32(heartbeatIntervalMs);
  w.writeInt32(acceptableRecoveryLag);
  w.writeInt32(taskOffsetIntervalMs);
  writeNullableStreamsGroupHeartbeatResponseStatusArray(w, status, v);
  writeNullableStreamsGroupHeartbeatResponseTaskIdsArray(w, activeTasks, v);
  writeNullableStreamsGroupHeartbeatResponseTaskIdsArray(w, standbyTasks, v);
  writeNullableStreamsGroupHeartbeatResponseTaskIdsArray(w, warmupTasks, v);
  w.writeInt32(endpointInformationEpoch);
  writeNullableEndpointToPartitionsArray(w, partitionsByUserEndpoint, v);
  w.writeNoTaggedFields();
}

function readNullableStreamsGroupHeartbeatResponseStatusArray(r: WireReader, v: number): StreamsGroupHeartbeatResponseStatus[] | null {
  let n = r.readNullableArrayLength(true, 3);
  if (n < 0) return null;
  const a: StreamsGroupHeartbeatResponseStatus[] = [];
  for (; n > 0; n--) a.push(readStreamsGroupHeartbeatResponseStatus(r, v));
  return a;
}

function writeStreamsGroupHeartbeatResponseStatusArray(w: WireWriter, a: readonly StreamsGroupHeartbeatResponseStatusInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeStreamsGroupHeartbeatResponseStatus(w, x, v);
}

function writeNullableStreamsGroupHeartbeatResponseStatusArray(w: WireWriter, a: readonly StreamsGroupHeartbeatResponseStatusInput[] | null, v: number): void {
  if (a === null) w.writeNullArray(true); else writeStreamsGroupHeartbeatResponseStatusArray(w, a, v);
}

function readNullableStreamsGroupHeartbeatResponseTaskIdsArray(r: WireReader, v: number): StreamsGroupHeartbeatResponseTaskIds[] | null {
  let n = r.readNullableArrayLength(true, 3);
  if (n < 0) return null;
  const a: StreamsGroupHeartbeatResponseTaskIds[] = [];
  for (; n > 0; n--) a.push(readStreamsGroupHeartbeatResponseTaskIds(r, v));
  return a;
}

function writeStreamsGroupHeartbeatResponseTaskIdsArray(w: WireWriter, a: readonly StreamsGroupHeartbeatResponseTaskIdsInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeStreamsGroupHeartbeatResponseTaskIds(w, x, v);
}

function writeNullableStreamsGroupHeartbeatResponseTaskIdsArray(w: WireWriter, a: readonly StreamsGroupHeartbeatResponseTaskIdsInput[] | null, v: number): void {
  if (a === null) w.writeNullArray(true); else writeStreamsGroupHeartbeatResponseTaskIdsArray(w, a, v);
}

function readStreamsGroupHeartbeatResponseTopicPartitionArray(r: WireReader, v: number): StreamsGroupHeartbeatResponseTopicPartition[] {
  let n = r.readArrayLength(true, 3);
  const a: StreamsGroupHeartbeatResponseTopicPartition[] = [];
  for (; n > 0; n--) a.push(readStreamsGroupHeartbeatResponseTopicPartition(r, v));
  return a;
}

function writeStreamsGroupHeartbeatResponseTopicPartitionArray(w: WireWriter, a: readonly StreamsGroupHeartbeatResponseTopicPartitionInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeStreamsGroupHeartbeatResponseTopicPartition(w, x, v);
}

function readNullableEndpointToPartitionsArray(r: WireReader, v: number): EndpointToPartitions[] | null {
  let n = r.readNullableArrayLength(true, 7);
  if (n < 0) return null;
  const a: EndpointToPartitions[] = [];
  for (; n > 0; n--) a.push(readEndpointToPartitions(r, v));
  return a;
}

function writeEndpointToPartitionsArray(w: WireWriter, a: readonly EndpointToPartitionsInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeEndpointToPartitions(w, x, v);
}

function writeNullableEndpointToPartitionsArray(w: WireWriter, a: readonly EndpointToPartitionsInput[] | null, v: number): void {
  if (a === null) w.writeNullArray(true); else writeEndpointToPartitionsArray(w, a, v);
}

/** Codec of {@link StreamsGroupHeartbeatResponse}. */
export const StreamsGroupHeartbeatResponseCodec: Codec<StreamsGroupHeartbeatResponse, StreamsGroupHeartbeatResponseInput> = {
  name: 'StreamsGroupHeartbeatResponse', apiKey: 88, minVersion: 0, maxVersion: 0, flexibleFrom: 0,
  decode: readStreamsGroupHeartbeatResponse, encode: writeStreamsGroupHeartbeatResponse,
};

/** StreamsGroupDescribeRequest: version 0, flexible from 0. */
export interface StreamsGroupDescribeRequest {
  groupIds: string[];
  includeAuthorizedOperations: boolean;
}

/** What an encoder wants for StreamsGroupDescribeRequest. */
export interface StreamsGroupDescribeRequestInput {
  groupIds: readonly string[];
  includeAuthorizedOperations: boolean;
}

function readStreamsGroupDescribeRequest(r: WireReader, v: number): StreamsGroupDescribeRequest {
  const groupIds = r.readStringArray(true);
  const includeAuthorizedOperations = r.readBool();
  r.skipTaggedFields();
  return { groupIds, includeAuthorizedOperations };
}

function writeStreamsGroupDescribeRequest(w: WireWriter, { groupIds, includeAuthorizedOperations }: StreamsGroupDescribeRequestInput, v: number): void {
  w.writeStringArray(groupIds, true);
  w.writeBool(includeAuthorizedOperations);
  w.writeNoTaggedFields();
}

/** Codec of {@link StreamsGroupDescribeRequest}. */
export const StreamsGroupDescribeRequestCodec: Codec<StreamsGroupDescribeRequest, StreamsGroupDescribeRequestInput> = {
  name: 'StreamsGroupDescribeRequest', apiKey: 89, minVersion: 0, maxVersion: 0, flexibleFrom: 0,
  decode: readStreamsGroupDescribeRequest, encode: writeStreamsGroupDescribeRequest,
};

export interface StreamsGroupDescribeResponseKeyValue {
  key: string;
  value: string;
}

export interface StreamsGroupDescribeResponseKeyValueInput {
  key: string;
  value: string;
}

export interface StreamsGroupDescribeResponseTopicInfo {
  name: string;
  partitions: number;
  replicationFactor: number;
  topicConfigs: StreamsGroupDescribeResponseKeyValue[];
}

export interface StreamsGroupDescribeResponseTopicInfoInput {
  name: string;
  partitions: number;
  replicationFactor: number;
  topicConfigs: readonly StreamsGroupDescribeResponseKeyValueInput[];
}

export interface StreamsGroupDescribeResponseSubtopology {
  subtopologyId: string;
  sourceTopics: string[];
  repartitionSinkTopics: string[];
  stateChangelogTopics: StreamsGroupDescribeResponseTopicInfo[];
  repartitionSourceTopics: StreamsGroupDescribeResponseTopicInfo[];
}

export interface StreamsGroupDescribeResponseSubtopologyInput {
  subtopologyId: string;
  sourceTopics: readonly string[];
  repartitionSinkTopics: readonly string[];
  stateChangelogTopics: readonly StreamsGroupDescribeResponseTopicInfoInput[];
  repartitionSourceTopics: readonly StreamsGroupDescribeResponseTopicInfoInput[];
}

export interface StreamsGroupDescribeResponseTopology {
  epoch: number;
  subtopologies: StreamsGroupDescribeResponseSubtopology[] | null;
}

export interface StreamsGroupDescribeResponseTopologyInput {
  epoch: number;
  subtopologies?: readonly StreamsGroupDescribeResponseSubtopologyInput[] | null | undefined;
}

export interface StreamsGroupDescribeResponseEndpoint {
  host: string;
  port: number;
}

export interface StreamsGroupDescribeResponseEndpointInput {
  host: string;
  port: number;
}

export interface StreamsGroupDescribeResponseTaskOffset {
  subtopologyId: string;
  partition: number;
  offset: number;
}

export interface StreamsGroupDescribeResponseTaskOffsetInput {
  subtopologyId: string;
  partition: number;
  offset: number;
}

export interface StreamsGroupDescribeResponseTaskIds {
  subtopologyId: string;
  partitions: number[];
}

export interface StreamsGroupDescribeResponseTaskIdsInput {
  subtopologyId: string;
  partitions: readonly number[];
}

export interface StreamsGroupDescribeResponseAssignment {
  activeTasks: StreamsGroupDescribeResponseTaskIds[];
  standbyTasks: StreamsGroupDescribeResponseTaskIds[];
  warmupTasks: StreamsGroupDescribeResponseTaskIds[];
}

export interface StreamsGroupDescribeResponseAssignmentInput {
  activeTasks: readonly StreamsGroupDescribeResponseTaskIdsInput[];
  standbyTasks: readonly StreamsGroupDescribeResponseTaskIdsInput[];
  warmupTasks: readonly StreamsGroupDescribeResponseTaskIdsInput[];
}

export interface StreamsGroupDescribeResponseMember {
  memberId: string;
  memberEpoch: number;
  instanceId: string | null;
  rackId: string | null;
  clientId: string;
  clientHost: string;
  topologyEpoch: number;
  processId: string;
  userEndpoint: StreamsGroupDescribeResponseEndpoint | null;
  clientTags: StreamsGroupDescribeResponseKeyValue[];
  taskOffsets: StreamsGroupDescribeResponseTaskOffset[];
  taskEndOffsets: StreamsGroupDescribeResponseTaskOffset[];
  assignment: StreamsGroupDescribeResponseAssignment;
  targetAssignment: StreamsGroupDescribeResponseAssignment;
  isClassic: boolean;
}

export interface StreamsGroupDescribeResponseMemberInput {
  memberId: string;
  memberEpoch: number;
  instanceId?: string | null | undefined;
  rackId?: string | null | undefined;
  clientId: string;
  clientHost: string;
  topologyEpoch: number;
  processId: string;
  userEndpoint?: StreamsGroupDescribeResponseEndpointInput | null | undefined;
  clientTags: readonly StreamsGroupDescribeResponseKeyValueInput[];
  taskOffsets: readonly StreamsGroupDescribeResponseTaskOffsetInput[];
  taskEndOffsets: readonly StreamsGroupDescribeResponseTaskOffsetInput[];
  assignment: StreamsGroupDescribeResponseAssignmentInput;
  targetAssignment: StreamsGroupDescribeResponseAssignmentInput;
  isClassic: boolean;
}

export interface StreamsGroupDescribeResponseDescribedGroup {
  errorCode: number;
  errorMessage: string | null;
  groupId: string;
  groupState: string;
  groupEpoch: number;
  assignmentEpoch: number;
  topology: StreamsGroupDescribeResponseTopology | null;
  members: StreamsGroupDescribeResponseMember[];
  authorizedOperations: number;
}

export interface StreamsGroupDescribeResponseDescribedGroupInput {
  errorCode: number;
  errorMessage?: string | null | undefined;
  groupId: string;
  groupState: string;
  groupEpoch: number;
  assignmentEpoch: number;
  topology?: StreamsGroupDescribeResponseTopologyInput | null | undefined;
  members: readonly StreamsGroupDescribeResponseMemberInput[];
  authorizedOperations?: number | undefined;
}

/** StreamsGroupDescribeResponse: version 0, flexible from 0. */
export interface StreamsGroupDescribeResponse {
  throttleTimeMs: number;
  groups: StreamsGroupDescribeResponseDescribedGroup[];
}

/** What an encoder wants for StreamsGroupDescribeResponse. */
export interface StreamsGroupDescribeResponseInput {
  throttleTimeMs: number;
  groups: readonly StreamsGroupDescribeResponseDescribedGroupInput[];
}

function readStreamsGroupDescribeResponseKeyValue(r: WireReader, v: number): StreamsGroupDescribeResponseKeyValue {
  const key = r.readString(true);
  const value = r.readString(true);
  r.skipTaggedFields();
  return { key, value };
}

function writeStreamsGroupDescribeResponseKeyValue(w: WireWriter, { key, value }: StreamsGroupDescribeResponseKeyValueInput, v: number): void {
  w.writeString(key, true);
  w.writeString(value, true);
  w.writeNoTaggedFields();
}

function readStreamsGroupDescribeResponseTopicInfo(r: WireReader, v: number): StreamsGroupDescribeResponseTopicInfo {
  const name = r.readString(true);
  const partitions = r.readInt32();
  const replicationFactor = r.readInt16();
  const topicConfigs = readStreamsGroupDescribeResponseKeyValueArray(r, v);
  r.skipTaggedFields();
  return { name, partitions, replicationFactor, topicConfigs };
}

function writeStreamsGroupDescribeResponseTopicInfo(w: WireWriter, { name, partitions, replicationFactor, topicConfigs }: StreamsGroupDescribeResponseTopicInfoInput, v: number): void {
  w.writeString(name, true);
  w.writeInt32(partitions);
  w.writeInt16(replicationFactor);
  writeStreamsGroupDescribeResponseKeyValueArray(w, topicConfigs, v);
  w.writeNoTaggedFields();
}

function readStreamsGroupDescribeResponseSubtopology(r: WireReader, v: number): StreamsGroupDescribeResponseSubtopology {
  const subtopologyId = r.readString(true);
  const sourceTopics = r.readStringArray(true);
  const repartitionSinkTopics = r.readStringArray(true);
  const stateChangelogTopics = readStreamsGroupDescribeResponseTopicInfoArray(r, v);
  const repartitionSourceTopics = readStreamsGroupDescribeResponseTopicInfoArray(r, v);
  r.skipTaggedFields();
  return { subtopologyId, sourceTopics, repartitionSinkTopics, stateChangelogTopics, repartitionSourceTopics };
}

function writeStreamsGroupDescribeResponseSubtopology(w: WireWriter, { subtopologyId, sourceTopics, repartitionSinkTopics, stateChangelogTopics, repartitionSourceTopics }: StreamsGroupDescribeResponseSubtopologyInput, v: number): void {
  w.writeString(subtopologyId, true);
  w.writeStringArray(sourceTopics, true);
  w.writeStringArray(repartitionSinkTopics, true);
  writeStreamsGroupDescribeResponseTopicInfoArray(w, stateChangelogTopics, v);
  writeStreamsGroupDescribeResponseTopicInfoArray(w, repartitionSourceTopics, v);
  w.writeNoTaggedFields();
}

function readStreamsGroupDescribeResponseTopology(r: WireReader, v: number): StreamsGroupDescribeResponseTopology {
  const epoch = r.readInt32();
  const subtopologies = readNullableStreamsGroupDescribeResponseSubtopologyArray(r, v);
  r.skipTaggedFields();
  return { epoch, subtopologies };
}

function writeStreamsGroupDescribeResponseTopology(w: WireWriter, { epoch, subtopologies = null }: StreamsGroupDescribeResponseTopologyInput, v: number): void {
  w.writeInt32(epoch);
  writeNullableStreamsGroupDescribeResponseSubtopologyArray(w, subtopologies, v);
  w.writeNoTaggedFields();
}

function readStreamsGroupDescribeResponseEndpoint(r: WireReader, v: number): StreamsGroupDescribeResponseEndpoint {
  const host = r.readString(true);
  const port = r.readUint16();
  r.skipTaggedFields();
  return { host, port };
}

function writeStreamsGroupDescribeResponseEndpoint(w: WireWriter, { host, port }: StreamsGroupDescribeResponseEndpointInput, v: number): void {
  w.writeString(host, true);
  w.writeUint16(port);
  w.writeNoTaggedFields();
}

function readStreamsGroupDescribeResponseTaskOffset(r: WireReader, v: number): StreamsGroupDescribeResponseTaskOffset {
  const subtopologyId = r.readString(true);
  const partition = r.readInt32();
  const offset = r.readInt64();
  r.skipTaggedFields();
  return { subtopologyId, partition, offset };
}

function writeStreamsGroupDescribeResponseTaskOffset(w: WireWriter, { subtopologyId, partition, offset }: StreamsGroupDescribeResponseTaskOffsetInput, v: number): void {
  w.writeString(subtopologyId, true);
  w.writeInt32(partition);
  w.writeInt64(offset);
  w.writeNoTaggedFields();
}

function readStreamsGroupDescribeResponseTaskIds(r: WireReader, v: number): StreamsGroupDescribeResponseTaskIds {
  const subtopologyId = r.readString(true);
  const partitions = r.readInt32Array(true);
  r.skipTaggedFields();
  return { subtopologyId, partitions };
}

function writeStreamsGroupDescribeResponseTaskIds(w: WireWriter, { subtopologyId, partitions }: StreamsGroupDescribeResponseTaskIdsInput, v: number): void {
  w.writeString(subtopologyId, true);
  w.writeInt32Array(partitions, true);
  w.writeNoTaggedFields();
}

function readStreamsGroupDescribeResponseAssignment(r: WireReader, v: number): StreamsGroupDescribeResponseAssignment {
  const activeTasks = readStreamsGroupDescribeResponseTaskIdsArray(r, v);
  const standbyTasks = readStreamsGroupDescribeResponseTaskIdsArray(r, v);
  const warmupTasks = readStreamsGroupDescribeResponseTaskIdsArray(r, v);
  r.skipTaggedFields();
  return { activeTasks, standbyTasks, warmupTasks };
}

function writeStreamsGroupDescribeResponseAssignment(w: WireWriter, { activeTasks, standbyTasks, warmupTasks }: StreamsGroupDescribeResponseAssignmentInput, v: number): void {
  writeStreamsGroupDescribeResponseTaskIdsArray(w, activeTasks, v);
  writeStreamsGroupDescribeResponseTaskIdsArray(w, standbyTasks, v);
  writeStreamsGroupDescribeResponseTaskIdsArray(w, warmupTasks, v);
  w.writeNoTaggedFields();
}

function readStreamsGroupDescribeResponseMember(r: WireReader, v: number): StreamsGroupDescribeResponseMember {
  const memberId = r.readString(true);
  const memberEpoch = r.readInt32();
  const instanceId = r.readNullableString(true);
  const rackId = r.readNullableString(true);
  const clientId = r.readString(true);
  const clientHost = r.readString(true);
  const topologyEpoch = r.readInt32();
  const processId = r.readString(true);
  const userEndpoint = r.readInt8() < 0 ? null : readStreamsGroupDescribeResponseEndpoint(r, v);
  const clientTags = readStreamsGroupDescribeResponseKeyValueArray(r, v);
  const taskOffsets = readStreamsGroupDescribeResponseTaskOffsetArray(r, v);
  const taskEndOffsets = readStreamsGroupDescribeResponseTaskOffsetArray(r, v);
  const assignment = readStreamsGroupDescribeResponseAssignment(r, v);
  const targetAssignment = readStreamsGroupDescribeResponseAssignment(r, v);
  const isClassic = r.readBool();
  r.skipTaggedFields();
  return { memberId, memberEpoch, instanceId, rackId, clientId, clientHost, topologyEpoch, processId, userEndpoint, clientTags, taskOffsets, taskEndOffsets, assignment, targetAssignment, isClassic };
}

function writeStreamsGroupDescribeResponseMember(w: WireWriter, { memberId, memberEpoch, instanceId = null, rackId = null, clientId, clientHost, topologyEpoch, processId, userEndpoint = null, clientTags, taskOffsets, taskEndOffsets, assignment, targetAssignment, isClassic }: StreamsGroupDescribeResponseMemberInput, v: number): void {
  w.writeString(memberId, true);
  w.writeInt32(memberEpoch);
  w.writeNullableString(instanceId, true);
  w.writeNullableString(rackId, true);
  w.writeString(clientId, true);
  w.writeString(clientHost, true);
  w.writeInt32(topologyEpoch);
  w.writeString(processId, true);
  if (userEndpoint === null) w.writeInt8(-1); else { w.writeInt8(1); writeStreamsGroupDescribeResponseEndpoint(w, userEndpoint, v); };
  writeStreamsGroupDescribeResponseKeyValueArray(w, clientTags, v);
  writeStreamsGroupDescribeResponseTaskOffsetArray(w, taskOffsets, v);
  writeStreamsGroupDescribeResponseTaskOffsetArray(w, taskEndOffsets, v);
  writeStreamsGroupDescribeResponseAssignment(w, assignment, v);
  writeStreamsGroupDescribeResponseAssignment(w, targetAssignment, v);
  w.writeBool(isClassic);
  w.writeNoTaggedFields();
}

function readStreamsGroupDescribeResponseDescribedGroup(r: WireReader, v: number): StreamsGroupDescribeResponseDescribedGroup {
  const errorCode = r.readInt16();
  const errorMessage = r.readNullableString(true);
  const groupId = r.readString(true);
  const groupState = r.readString(true);
  const groupEpoch = r.readInt32();
  const assignmentEpoch = r.readInt32();
  const topology = r.readInt8() < 0 ? null : readStreamsGroupDescribeResponseTopology(r, v);
  const members = readStreamsGroupDescribeResponseMemberArray(r, v);
  const authorizedOperations = r.readInt32();
  r.skipTaggedFields();
  return { errorCode, errorMessage, groupId, groupState, groupEpoch, assignmentEpoch, topology, members, authorizedOperations };
}

function writeStreamsGroupDescribeResponseDescribedGroup(w: WireWriter, { errorCode, errorMessage = null, groupId, groupState, groupEpoch, assignmentEpoch, topology = null, members, authorizedOperations = -2147483648 }: StreamsGroupDescribeResponseDescribedGroupInput, v: number): void {
  w.writeInt16(errorCode);
  w.writeNullableString(errorMessage, true);
  w.writeString(groupId, true);
  w.writeString(groupState, true);
  w.writeInt32(groupEpoch);
  w.writeInt32(assignmentEpoch);
  if (topology === null) w.writeInt8(-1); else { w.writeInt8(1); writeStreamsGroupDescribeResponseTopology(w, topology, v); };
  writeStreamsGroupDescribeResponseMemberArray(w, members, v);
  w.writeInt32(authorizedOperations);
  w.writeNoTaggedFields();
}

function readStreamsGroupDescribeResponse(r: WireReader, v: number): StreamsGroupDescribeResponse {
  const throttleTimeMs = r.readInt32();
  const groups = readStreamsGroupDescribeResponseDescribedGroupArray(r, v);
  r.skipTaggedFields();
  return { throttleTimeMs, groups };
}

function writeStreamsGroupDescribeResponse(w: WireWriter, { throttleTimeMs, groups }: StreamsGroupDescribeResponseInput, v: number): void {
  w.writeInt32(throttleTimeMs);
  writeStreamsGroupDescribeResponseDescribedGroupArray(w, groups, v);
  w.writeNoTaggedFields();
}

function readStreamsGroupDescribeResponseKeyValueArray(r: WireReader, v: number): StreamsGroupDescribeResponseKeyValue[] {
  let n = r.readArrayLength(true, 3);
  const a: StreamsGroupDescribeResponseKeyValue[] = [];
  for (; n > 0; n--) a.push(readStreamsGroupDescribeResponseKeyValue(r, v));
  return a;
}

function writeStreamsGroupDescribeResponseKeyValueArray(w: WireWriter, a: readonly StreamsGroupDescribeResponseKeyValueInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeStreamsGroupDescribeResponseKeyValue(w, x, v);
}

function readStreamsGroupDescribeResponseTopicInfoArray(r: WireReader, v: number): StreamsGroupDescribeResponseTopicInfo[] {
  let n = r.readArrayLength(true, 9);
  const a: StreamsGroupDescribeResponseTopicInfo[] = [];
  for (; n > 0; n--) a.push(readStreamsGroupDescribeResponseTopicInfo(r, v));
  return a;
}

function writeStreamsGroupDescribeResponseTopicInfoArray(w: WireWriter, a: readonly StreamsGroupDescribeResponseTopicInfoInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeStreamsGroupDescribeResponseTopicInfo(w, x, v);
}

function readNullableStreamsGroupDescribeResponseSubtopologyArray(r: WireReader, v: number): StreamsGroupDescribeResponseSubtopology[] | null {
  let n = r.readNullableArrayLength(true, 6);
  if (n < 0) return null;
  const a: StreamsGroupDescribeResponseSubtopology[] = [];
  for (; n > 0; n--) a.push(readStreamsGroupDescribeResponseSubtopology(r, v));
  return a;
}

function writeStreamsGroupDescribeResponseSubtopologyArray(w: WireWriter, a: readonly StreamsGroupDescribeResponseSubtopologyInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeStreamsGroupDescribeResponseSubtopology(w, x, v);
}

function writeNullableStreamsGroupDescribeResponseSubtopologyArray(w: WireWriter, a: readonly StreamsGroupDescribeResponseSubtopologyInput[] | null, v: number): void {
  if (a === null) w.writeNullArray(true); else writeStreamsGroupDescribeResponseSubtopologyArray(w, a, v);
}

function readStreamsGroupDescribeResponseTaskOffsetArray(r: WireReader, v: number): StreamsGroupDescribeResponseTaskOffset[] {
  let n = r.readArrayLength(true, 14);
  const a: StreamsGroupDescribeResponseTaskOffset[] = [];
  for (; n > 0; n--) a.push(readStreamsGroupDescribeResponseTaskOffset(r, v));
  return a;
}

function writeStreamsGroupDescribeResponseTaskOffsetArray(w: WireWriter, a: readonly StreamsGroupDescribeResponseTaskOffsetInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeStreamsGroupDescribeResponseTaskOffset(w, x, v);
}

function readStreamsGroupDescribeResponseTaskIdsArray(r: WireReader, v: number): StreamsGroupDescribeResponseTaskIds[] {
  let n = r.readArrayLength(true, 3);
  const a: StreamsGroupDescribeResponseTaskIds[] = [];
  for (; n > 0; n--) a.push(readStreamsGroupDescribeResponseTaskIds(r, v));
  return a;
}

function writeStreamsGroupDescribeResponseTaskIdsArray(w: WireWriter, a: readonly StreamsGroupDescribeResponseTaskIdsInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeStreamsGroupDescribeResponseTaskIds(w, x, v);
}

function readStreamsGroupDescribeResponseMemberArray(r: WireReader, v: number): StreamsGroupDescribeResponseMember[] {
  let n = r.readArrayLength(true, 28);
  const a: StreamsGroupDescribeResponseMember[] = [];
  for (; n > 0; n--) a.push(readStreamsGroupDescribeResponseMember(r, v));
  return a;
}

function writeStreamsGroupDescribeResponseMemberArray(w: WireWriter, a: readonly StreamsGroupDescribeResponseMemberInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeStreamsGroupDescribeResponseMember(w, x, v);
}

function readStreamsGroupDescribeResponseDescribedGroupArray(r: WireReader, v: number): StreamsGroupDescribeResponseDescribedGroup[] {
  let n = r.readArrayLength(true, 20);
  const a: StreamsGroupDescribeResponseDescribedGroup[] = [];
  for (; n > 0; n--) a.push(readStreamsGroupDescribeResponseDescribedGroup(r, v));
  return a;
}

function writeStreamsGroupDescribeResponseDescribedGroupArray(w: WireWriter, a: readonly StreamsGroupDescribeResponseDescribedGroupInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeStreamsGroupDescribeResponseDescribedGroup(w, x, v);
}

/** Codec of {@link StreamsGroupDescribeResponse}. */
export const StreamsGroupDescribeResponseCodec: Codec<StreamsGroupDescribeResponse, StreamsGroupDescribeResponseInput> = {
  name: 'StreamsGroupDescribeResponse', apiKey: 89, minVersion: 0, maxVersion: 0, flexibleFrom: 0,
  decode: readStreamsGroupDescribeResponse, encode: writeStreamsGroupDescribeResponse,
};

export interface DescribeShareGroupOffsetsRequestTopic {
  topicName: string;
  partitions: number[];
}

export interface DescribeShareGroupOffsetsRequestTopicInput {
  topicName: string;
  partitions: readonly number[];
}

export interface DescribeShareGroupOffsetsRequestGroup {
  groupId: string;
  topics: DescribeShareGroupOffsetsRequestTopic[] | null;
}

export interface DescribeShareGroupOffsetsRequestGroupInput {
  groupId: string;
  topics: readonly DescribeShareGroupOffsetsRequestTopicInput[] | null;
}

/** DescribeShareGroupOffsetsRequest: versions 0-1, flexible from 0. */
export interface DescribeShareGroupOffsetsRequest {
  groups: DescribeShareGroupOffsetsRequestGroup[];
}

/** What an encoder wants for DescribeShareGroupOffsetsRequest. */
export interface DescribeShareGroupOffsetsRequestInput {
  groups: readonly DescribeShareGroupOffsetsRequestGroupInput[];
}

function readDescribeShareGroupOffsetsRequestTopic(r: WireReader, v: number): DescribeShareGroupOffsetsRequestTopic {
  const topicName = r.readString(true);
  const partitions = r.readInt32Array(true);
  r.skipTaggedFields();
  return { topicName, partitions };
}

function writeDescribeShareGroupOffsetsRequestTopic(w: WireWriter, { topicName, partitions }: DescribeShareGroupOffsetsRequestTopicInput, v: number): void {
  w.writeString(topicName, true);
  w.writeInt32Array(partitions, true);
  w.writeNoTaggedFields();
}

function readDescribeShareGroupOffsetsRequestGroup(r: WireReader, v: number): DescribeShareGroupOffsetsRequestGroup {
  const groupId = r.readString(true);
  const topics = readNullableDescribeShareGroupOffsetsRequestTopicArray(r, v);
  r.skipTaggedFields();
  return { groupId, topics };
}

function writeDescribeShareGroupOffsetsRequestGroup(w: WireWriter, { groupId, topics }: DescribeShareGroupOffsetsRequestGroupInput, v: number): void {
  w.writeString(groupId, true);
  writeNullableDescribeShareGroupOffsetsRequestTopicArray(w, topics, v);
  w.writeNoTaggedFields();
}

function readDescribeShareGroupOffsetsRequest(r: WireReader, v: number): DescribeShareGroupOffsetsRequest {
  const groups = readDescribeShareGroupOffsetsRequestGroupArray(r, v);
  r.skipTaggedFields();
  return { groups };
}

function writeDescribeShareGroupOffsetsRequest(w: WireWriter, { groups }: DescribeShareGroupOffsetsRequestInput, v: number): void {
  writeDescribeShareGroupOffsetsRequestGroupArray(w, groups, v);
  w.writeNoTaggedFields();
}

function readNullableDescribeShareGroupOffsetsRequestTopicArray(r: WireReader, v: number): DescribeShareGroupOffsetsRequestTopic[] | null {
  let n = r.readNullableArrayLength(true, 3);
  if (n < 0) return null;
  const a: DescribeShareGroupOffsetsRequestTopic[] = [];
  for (; n > 0; n--) a.push(readDescribeShareGroupOffsetsRequestTopic(r, v));
  return a;
}

function writeDescribeShareGroupOffsetsRequestTopicArray(w: WireWriter, a: readonly DescribeShareGroupOffsetsRequestTopicInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeDescribeShareGroupOffsetsRequestTopic(w, x, v);
}

function writeNullableDescribeShareGroupOffsetsRequestTopicArray(w: WireWriter, a: readonly DescribeShareGroupOffsetsRequestTopicInput[] | null, v: number): void {
  if (a === null) w.writeNullArray(true); else writeDescribeShareGroupOffsetsRequestTopicArray(w, a, v);
}

function readDescribeShareGroupOffsetsRequestGroupArray(r: WireReader, v: number): DescribeShareGroupOffsetsRequestGroup[] {
  let n = r.readArrayLength(true, 3);
  const a: DescribeShareGroupOffsetsRequestGroup[] = [];
  for (; n > 0; n--) a.push(readDescribeShareGroupOffsetsRequestGroup(r, v));
  return a;
}

function writeDescribeShareGroupOffsetsRequestGroupArray(w: WireWriter, a: readonly DescribeShareGroupOffsetsRequestGroupInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeDescribeShareGroupOffsetsRequestGroup(w, x, v);
}

/** Codec of {@link DescribeShareGroupOffsetsRequest}. */
export const DescribeShareGroupOffsetsRequestCodec: Codec<DescribeShareGroupOffsetsRequest, DescribeShareGroupOffsetsRequestInput> = {
  name: 'DescribeShareGroupOffsetsRequest', apiKey: 90, minVersion: 0, maxVersion: 1, flexibleFrom: 0,
  decode: readDescribeShareGroupOffsetsRequest, encode: writeDescribeShareGroupOffsetsRequest,
};

export interface DescribeShareGroupOffsetsResponsePartition {
  partitionIndex: number;
  startOffset: number;
  leaderEpoch: number;
  lag: number;
  errorCode: number;
  errorMessage: string | null;
}

export interface DescribeShareGroupOffsetsResponsePartitionInput {
  partitionIndex: number;
  startOffset: number;
  leaderEpoch: number;
  lag?: number | undefined;
  errorCode: number;
  errorMessage?: string | null | undefined;
}

export interface DescribeShareGroupOffsetsResponseTopic {
  topicName: string;
  topicId: Uuid;
  partitions: DescribeShareGroupOffsetsResponsePartition[];
}

export interface DescribeShareGroupOffsetsResponseTopicInput {
  topicName: string;
  topicId: Uuid;
  partitions: readonly DescribeShareGroupOffsetsResponsePartitionInput[];
}

export interface DescribeShareGroupOffsetsResponseGroup {
  groupId: string;
  topics: DescribeShareGroupOffsetsResponseTopic[];
  errorCode: number;
  errorMessage: string | null;
}

export interface DescribeShareGroupOffsetsResponseGroupInput {
  groupId: string;
  topics: readonly DescribeShareGroupOffsetsResponseTopicInput[];
  errorCode: number;
  errorMessage?: string | null | undefined;
}

/** DescribeShareGroupOffsetsResponse: versions 0-1, flexible from 0. */
export interface DescribeShareGroupOffsetsResponse {
  throttleTimeMs: number;
  groups: DescribeShareGroupOffsetsResponseGroup[];
}

/** What an encoder wants for DescribeShareGroupOffsetsResponse. */
export interface DescribeShareGroupOffsetsResponseInput {
  throttleTimeMs: number;
  groups: readonly DescribeShareGroupOffsetsResponseGroupInput[];
}

function readDescribeShareGroupOffsetsResponsePartition(r: WireReader, v: number): DescribeShareGroupOffsetsResponsePartition {
  const partitionIndex = r.readInt32();
  const startOffset = r.readInt64();
  const leaderEpoch = r.readInt32();
  const lag = v >= 1 ? r.readInt64() : -1;
  const errorCode = r.readInt16();
  const errorMessage = r.readNullableString(true);
  r.skipTaggedFields();
  return { partitionIndex, startOffset, leaderEpoch, lag, errorCode, errorMessage };
}

function writeDescribeShareGroupOffsetsResponsePartition(w: WireWriter, { partitionIndex, startOffset, leaderEpoch, lag = -1, errorCode, errorMessage = null }: DescribeShareGroupOffsetsResponsePartitionInput, v: number): void {
  w.writeInt32(partitionIndex);
  w.writeInt64(startOffset);
  w.writeInt32(leaderEpoch);
  if (v >= 1) { w.writeInt64(lag); }
  w.writeInt16(errorCode);
  w.writeNullableString(errorMessage, true);
  w.writeNoTaggedFields();
}

function readDescribeShareGroupOffsetsResponseTopic(r: WireReader, v: number): DescribeShareGroupOffsetsResponseTopic {
  const topicName = r.readString(true);
  const topicId = r.readUuid();
  const partitions = readDescribeShareGroupOffsetsResponsePartitionArray(r, v);
  r.skipTaggedFields();
  return { topicName, topicId, partitions };
}

function writeDescribeShareGroupOffsetsResponseTopic(w: WireWriter, { topicName, topicId, partitions }: DescribeShareGroupOffsetsResponseTopicInput, v: number): void {
  w.writeString(topicName, true);
  w.writeUuid(topicId);
  writeDescribeShareGroupOffsetsResponsePartitionArray(w, partitions, v);
  w.writeNoTaggedFields();
}

function readDescribeShareGroupOffsetsResponseGroup(r: WireReader, v: number): DescribeShareGroupOffsetsResponseGroup {
  const groupId = r.readString(true);
  const topics = readDescribeShareGroupOffsetsResponseTopicArray(r, v);
  const errorCode = r.readInt16();
  const errorMessage = r.readNullableString(true);
  r.skipTaggedFields();
  return { groupId, topics, errorCode, errorMessage };
}

function writeDescribeShareGroupOffsetsResponseGroup(w: WireWriter, { groupId, topics, errorCode, errorMessage = null }: DescribeShareGroupOffsetsResponseGroupInput, v: number): void {
  w.writeString(groupId, true);
  writeDescribeShareGroupOffsetsResponseTopicArray(w, topics, v);
  w.writeInt16(errorCode);
  w.writeNullableString(errorMessage, true);
  w.writeNoTaggedFields();
}

function readDescribeShareGroupOffsetsResponse(r: WireReader, v: number): DescribeShareGroupOffsetsResponse {
  const throttleTimeMs = r.readInt32();
  const groups = readDescribeShareGroupOffsetsResponseGroupArray(r, v);
  r.skipTaggedFields();
  return { throttleTimeMs, groups };
}

function writeDescribeShareGroupOffsetsResponse(w: WireWriter, { throttleTimeMs, groups }: DescribeShareGroupOffsetsResponseInput, v: number): void {
  w.writeInt32(throttleTimeMs);
  writeDescribeShareGroupOffsetsResponseGroupArray(w, groups, v);
  w.writeNoTaggedFields();
}

function readDescribeShareGroupOffsetsResponsePartitionArray(r: WireReader, v: number): DescribeShareGroupOffsetsResponsePartition[] {
  let n = r.readArrayLength(true, 20);
  const a: DescribeShareGroupOffsetsResponsePartition[] = [];
  for (; n > 0; n--) a.push(readDescribeShareGroupOffsetsResponsePartition(r, v));
  return a;
}

function writeDescribeShareGroupOffsetsResponsePartitionArray(w: WireWriter, a: readonly DescribeShareGroupOffsetsResponsePartitionInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeDescribeShareGroupOffsetsResponsePartition(w, x, v);
}

function readDescribeShareGroupOffsetsResponseTopicArray(r: WireReader, v: number): DescribeShareGroupOffsetsResponseTopic[] {
  let n = r.readArrayLength(true, 19);
  const a: DescribeShareGroupOffsetsResponseTopic[] = [];
  for (; n > 0; n--) a.push(readDescribeShareGroupOffsetsResponseTopic(r, v));
  return a;
}

function writeDescribeShareGroupOffsetsResponseTopicArray(w: WireWriter, a: readonly DescribeShareGroupOffsetsResponseTopicInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeDescribeShareGroupOffsetsResponseTopic(w, x, v);
}

function readDescribeShareGroupOffsetsResponseGroupArray(r: WireReader, v: number): DescribeShareGroupOffsetsResponseGroup[] {
  let n = r.readArrayLength(true, 6);
  const a: DescribeShareGroupOffsetsResponseGroup[] = [];
  for (; n > 0; n--) a.push(readDescribeShareGroupOffsetsResponseGroup(r, v));
  return a;
}

function writeDescribeShareGroupOffsetsResponseGroupArray(w: WireWriter, a: readonly DescribeShareGroupOffsetsResponseGroupInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeDescribeShareGroupOffsetsResponseGroup(w, x, v);
}

/** Codec of {@link DescribeShareGroupOffsetsResponse}. */
export const DescribeShareGroupOffsetsResponseCodec: Codec<DescribeShareGroupOffsetsResponse, DescribeShareGroupOffsetsResponseInput> = {
  name: 'DescribeShareGroupOffsetsResponse', apiKey: 90, minVersion: 0, maxVersion: 1, flexibleFrom: 0,
  decode: readDescribeShareGroupOffsetsResponse, encode: writeDescribeShareGroupOffsetsResponse,
};

export interface AlterShareGroupOffsetsRequestPartition {
  partitionIndex: number;
  startOffset: number;
}

export interface AlterShareGroupOffsetsRequestPartitionInput {
  partitionIndex: number;
  startOffset: number;
}

export interface AlterShareGroupOffsetsRequestTopic {
  topicName: string;
  partitions: AlterShareGroupOffsetsRequestPartition[];
}

export interface AlterShareGroupOffsetsRequestTopicInput {
  topicName: string;
  partitions: readonly AlterShareGroupOffsetsRequestPartitionInput[];
}

/** AlterShareGroupOffsetsRequest: version 0, flexible from 0. */
export interface AlterShareGroupOffsetsRequest {
  groupId: string;
  topics: AlterShareGroupOffsetsRequestTopic[];
}

/** What an encoder wants for AlterShareGroupOffsetsRequest. */
export interface AlterShareGroupOffsetsRequestInput {
  groupId: string;
  topics: readonly AlterShareGroupOffsetsRequestTopicInput[];
}

function readAlterShareGroupOffsetsRequestPartition(r: WireReader, v: number): AlterShareGroupOffsetsRequestPartition {
  const partitionIndex = r.readInt32();
  const startOffset = r.readInt64();
  r.skipTaggedFields();
  return { partitionIndex, startOffset };
}

function writeAlterShareGroupOffsetsRequestPartition(w: WireWriter, { partitionIndex, startOffset }: AlterShareGroupOffsetsRequestPartitionInput, v: number): void {
  w.writeInt32(partitionIndex);
  w.writeInt64(startOffset);
  w.writeNoTaggedFields();
}

function readAlterShareGroupOffsetsRequestTopic(r: WireReader, v: number): AlterShareGroupOffsetsRequestTopic {
  const topicName = r.readString(true);
  const partitions = readAlterShareGroupOffsetsRequestPartitionArray(r, v);
  r.skipTaggedFields();
  return { topicName, partitions };
}

function writeAlterShareGroupOffsetsRequestTopic(w: WireWriter, { topicName, partitions }: AlterShareGroupOffsetsRequestTopicInput, v: number): void {
  w.writeString(topicName, true);
  writeAlterShareGroupOffsetsRequestPartitionArray(w, partitions, v);
  w.writeNoTaggedFields();
}

function readAlterShareGroupOffsetsRequest(r: WireReader, v: number): AlterShareGroupOffsetsRequest {
  const groupId = r.readString(true);
  const topics = readAlterShareGroupOffsetsRequestTopicArray(r, v);
  r.skipTaggedFields();
  return { groupId, topics };
}

function writeAlterShareGroupOffsetsRequest(w: WireWriter, { groupId, topics }: AlterShareGroupOffsetsRequestInput, v: number): void {
  w.writeString(groupId, true);
  writeAlterShareGroupOffsetsRequestTopicArray(w, topics, v);
  w.writeNoTaggedFields();
}

function readAlterShareGroupOffsetsRequestPartitionArray(r: WireReader, v: number): AlterShareGroupOffsetsRequestPartition[] {
  let n = r.readArrayLength(true, 13);
  const a: AlterShareGroupOffsetsRequestPartition[] = [];
  for (; n > 0; n--) a.push(readAlterShareGroupOffsetsRequestPartition(r, v));
  return a;
}

function writeAlterShareGroupOffsetsRequestPartitionArray(w: WireWriter, a: readonly AlterShareGroupOffsetsRequestPartitionInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeAlterShareGroupOffsetsRequestPartition(w, x, v);
}

function readAlterShareGroupOffsetsRequestTopicArray(r: WireReader, v: number): AlterShareGroupOffsetsRequestTopic[] {
  let n = r.readArrayLength(true, 3);
  const a: AlterShareGroupOffsetsRequestTopic[] = [];
  for (; n > 0; n--) a.push(readAlterShareGroupOffsetsRequestTopic(r, v));
  return a;
}

function writeAlterShareGroupOffsetsRequestTopicArray(w: WireWriter, a: readonly AlterShareGroupOffsetsRequestTopicInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeAlterShareGroupOffsetsRequestTopic(w, x, v);
}

/** Codec of {@link AlterShareGroupOffsetsRequest}. */
export const AlterShareGroupOffsetsRequestCodec: Codec<AlterShareGroupOffsetsRequest, AlterShareGroupOffsetsRequestInput> = {
  name: 'AlterShareGroupOffsetsRequest', apiKey: 91, minVersion: 0, maxVersion: 0, flexibleFrom: 0,
  decode: readAlterShareGroupOffsetsRequest, encode: writeAlterShareGroupOffsetsRequest,
};

export interface AlterShareGroupOffsetsResponsePartition {
  partitionIndex: number;
  errorCode: number;
  errorMessage: string | null;
}

export interface AlterShareGroupOffsetsResponsePartitionInput {
  partitionIndex: number;
  errorCode: number;
  errorMessage?: string | null | undefined;
}

export interface AlterShareGroupOffsetsResponseTopic {
  topicName: string;
  topicId: Uuid;
  partitions: AlterShareGroupOffsetsResponsePartition[];
}

export interface AlterShareGroupOffsetsResponseTopicInput {
  topicName: string;
  topicId: Uuid;
  partitions: readonly AlterShareGroupOffsetsResponsePartitionInput[];
}

/** AlterShareGroupOffsetsResponse: version 0, flexible from 0. */
export interface AlterShareGroupOffsetsResponse {
  throttleTimeMs: number;
  errorCode: number;
  errorMessage: string | null;
  responses: AlterShareGroupOffsetsResponseTopic[];
}

/** What an encoder wants for AlterShareGroupOffsetsResponse. */
export interface AlterShareGroupOffsetsResponseInput {
  throttleTimeMs: number;
  errorCode: number;
  errorMessage?: string | null | undefined;
  responses: readonly AlterShareGroupOffsetsResponseTopicInput[];
}

function readAlterShareGroupOffsetsResponsePartition(r: WireReader, v: number): AlterShareGroupOffsetsResponsePartition {
  const partitionIndex = r.readInt32();
  const errorCode = r.readInt16();
  const errorMessage = r.readNullableString(true);
  r.skipTaggedFields();
  return { partitionIndex, errorCode, errorMessage };
}

function writeAlterShareGroupOffsetsResponsePartition(w: WireWriter, { partitionIndex, errorCode, errorMessage = null }: AlterShareGroupOffsetsResponsePartitionInput, v: number): void {
  w.writeInt32(partitionIndex);
  w.writeInt16(errorCode);
  w.writeNullableString(errorMessage, true);
  w.writeNoTaggedFields();
}

function readAlterShareGroupOffsetsResponseTopic(r: WireReader, v: number): AlterShareGroupOffsetsResponseTopic {
  const topicName = r.readString(true);
  const topicId = r.readUuid();
  const partitions = readAlterShareGroupOffsetsResponsePartitionArray(r, v);
  r.skipTaggedFields();
  return { topicName, topicId, partitions };
}

function writeAlterShareGroupOffsetsResponseTopic(w: WireWriter, { topicName, topicId, partitions }: AlterShareGroupOffsetsResponseTopicInput, v: number): void {
  w.writeString(topicName, true);
  w.writeUuid(topicId);
  writeAlterShareGroupOffsetsResponsePartitionArray(w, partitions, v);
  w.writeNoTaggedFields();
}

function readAlterShareGroupOffsetsResponse(r: WireReader, v: number): AlterShareGroupOffsetsResponse {
  const throttleTimeMs = r.readInt32();
  const errorCode = r.readInt16();
  const errorMessage = r.readNullableString(true);
  const responses = readAlterShareGroupOffsetsResponseTopicArray(r, v);
  r.skipTaggedFields();
  return { throttleTimeMs, errorCode, errorMessage, responses };
}

function writeAlterShareGroupOffsetsResponse(w: WireWriter, { throttleTimeMs, errorCode, errorMessage = null, responses }: AlterShareGroupOffsetsResponseInput, v: number): void {
  w.writeInt32(throttleTimeMs);
  w.writeInt16(errorCode);
  w.writeNullableString(errorMessage, true);
  writeAlterShareGroupOffsetsResponseTopicArray(w, responses, v);
  w.writeNoTaggedFields();
}

function readAlterShareGroupOffsetsResponsePartitionArray(r: WireReader, v: number): AlterShareGroupOffsetsResponsePartition[] {
  let n = r.readArrayLength(true, 8);
  const a: AlterShareGroupOffsetsResponsePartition[] = [];
  for (; n > 0; n--) a.push(readAlterShareGroupOffsetsResponsePartition(r, v));
  return a;
}

function writeAlterShareGroupOffsetsResponsePartitionArray(w: WireWriter, a: readonly AlterShareGroupOffsetsResponsePartitionInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeAlterShareGroupOffsetsResponsePartition(w, x, v);
}

function readAlterShareGroupOffsetsResponseTopicArray(r: WireReader, v: number): AlterShareGroupOffsetsResponseTopic[] {
  let n = r.readArrayLength(true, 19);
  const a: AlterShareGroupOffsetsResponseTopic[] = [];
  for (; n > 0; n--) a.push(readAlterShareGroupOffsetsResponseTopic(r, v));
  return a;
}

function writeAlterShareGroupOffsetsResponseTopicArray(w: WireWriter, a: readonly AlterShareGroupOffsetsResponseTopicInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeAlterShareGroupOffsetsResponseTopic(w, x, v);
}

/** Codec of {@link AlterShareGroupOffsetsResponse}. */
export const AlterShareGroupOffsetsResponseCodec: Codec<AlterShareGroupOffsetsResponse, AlterShareGroupOffsetsResponseInput> = {
  name: 'AlterShareGroupOffsetsResponse', apiKey: 91, minVersion: 0, maxVersion: 0, flexibleFrom: 0,
  decode: readAlterShareGroupOffsetsResponse, encode: writeAlterShareGroupOffsetsResponse,
};

export interface DeleteShareGroupOffsetsRequestTopic {
  topicName: string;
}

export interface DeleteShareGroupOffsetsRequestTopicInput {
  topicName: string;
}

/** DeleteShareGroupOffsetsRequest: version 0, flexible from 0. */
export interface DeleteShareGroupOffsetsRequest {
  groupId: string;
  topics: DeleteShareGroupOffsetsRequestTopic[];
}

/** What an encoder wants for DeleteShareGroupOffsetsRequest. */
export interface DeleteShareGroupOffsetsRequestInput {
  groupId: string;
  topics: readonly DeleteShareGroupOffsetsRequestTopicInput[];
}

function readDeleteShareGroupOffsetsRequestTopic(r: WireReader, v: number): DeleteShareGroupOffsetsRequestTopic {
  const topicName = r.readString(true);
  r.skipTaggedFields();
  return { topicName };
}

function writeDeleteShareGroupOffsetsRequestTopic(w: WireWriter, { topicName }: DeleteShareGroupOffsetsRequestTopicInput, v: number): void {
  w.writeString(topicName, true);
  w.writeNoTaggedFields();
}

function readDeleteShareGroupOffsetsRequest(r: WireReader, v: number): DeleteShareGroupOffsetsRequest {
  const groupId = r.readString(true);
  const topics = readDeleteShareGroupOffsetsRequestTopicArray(r, v);
  r.skipTaggedFields();
  return { groupId, topics };
}

function writeDeleteShareGroupOffsetsRequest(w: WireWriter, { groupId, topics }: DeleteShareGroupOffsetsRequestInput, v: number): void {
  w.writeString(groupId, true);
  writeDeleteShareGroupOffsetsRequestTopicArray(w, topics, v);
  w.writeNoTaggedFields();
}

function readDeleteShareGroupOffsetsRequestTopicArray(r: WireReader, v: number): DeleteShareGroupOffsetsRequestTopic[] {
  let n = r.readArrayLength(true, 2);
  const a: DeleteShareGroupOffsetsRequestTopic[] = [];
  for (; n > 0; n--) a.push(readDeleteShareGroupOffsetsRequestTopic(r, v));
  return a;
}

function writeDeleteShareGroupOffsetsRequestTopicArray(w: WireWriter, a: readonly DeleteShareGroupOffsetsRequestTopicInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeDeleteShareGroupOffsetsRequestTopic(w, x, v);
}

/** Codec of {@link DeleteShareGroupOffsetsRequest}. */
export const DeleteShareGroupOffsetsRequestCodec: Codec<DeleteShareGroupOffsetsRequest, DeleteShareGroupOffsetsRequestInput> = {
  name: 'DeleteShareGroupOffsetsRequest', apiKey: 92, minVersion: 0, maxVersion: 0, flexibleFrom: 0,
  decode: readDeleteShareGroupOffsetsRequest, encode: writeDeleteShareGroupOffsetsRequest,
};

export interface DeleteShareGroupOffsetsResponseTopic {
  topicName: string;
  topicId: Uuid;
  errorCode: number;
  errorMessage: string | null;
}

export interface DeleteShareGroupOffsetsResponseTopicInput {
  topicName: string;
  topicId: Uuid;
  errorCode: number;
  errorMessage?: string | null | undefined;
}

/** DeleteShareGroupOffsetsResponse: version 0, flexible from 0. */
export interface DeleteShareGroupOffsetsResponse {
  throttleTimeMs: number;
  errorCode: number;
  errorMessage: string | null;
  responses: DeleteShareGroupOffsetsResponseTopic[];
}

/** What an encoder wants for DeleteShareGroupOffsetsResponse. */
export interface DeleteShareGroupOffsetsResponseInput {
  throttleTimeMs: number;
  errorCode: number;
  errorMessage?: string | null | undefined;
  responses: readonly DeleteShareGroupOffsetsResponseTopicInput[];
}

function readDeleteShareGroupOffsetsResponseTopic(r: WireReader, v: number): DeleteShareGroupOffsetsResponseTopic {
  const topicName = r.readString(true);
  const topicId = r.readUuid();
  const errorCode = r.readInt16();
  const errorMessage = r.readNullableString(true);
  r.skipTaggedFields();
  return { topicName, topicId, errorCode, errorMessage };
}

function writeDeleteShareGroupOffsetsResponseTopic(w: WireWriter, { topicName, topicId, errorCode, errorMessage = null }: DeleteShareGroupOffsetsResponseTopicInput, v: number): void {
  w.writeString(topicName, true);
  w.writeUuid(topicId);
  w.writeInt16(errorCode);
  w.writeNullableString(errorMessage, true);
  w.writeNoTaggedFields();
}

function readDeleteShareGroupOffsetsResponse(r: WireReader, v: number): DeleteShareGroupOffsetsResponse {
  const throttleTimeMs = r.readInt32();
  const errorCode = r.readInt16();
  const errorMessage = r.readNullableString(true);
  const responses = readDeleteShareGroupOffsetsResponseTopicArray(r, v);
  r.skipTaggedFields();
  return { throttleTimeMs, errorCode, errorMessage, responses };
}

function writeDeleteShareGroupOffsetsResponse(w: WireWriter, { throttleTimeMs, errorCode, errorMessage = null, responses }: DeleteShareGroupOffsetsResponseInput, v: number): void {
  w.writeInt32(throttleTimeMs);
  w.writeInt16(errorCode);
  w.writeNullableString(errorMessage, true);
  writeDeleteShareGroupOffsetsResponseTopicArray(w, responses, v);
  w.writeNoTaggedFields();
}

function readDeleteShareGroupOffsetsResponseTopicArray(r: WireReader, v: number): DeleteShareGroupOffsetsResponseTopic[] {
  let n = r.readArrayLength(true, 21);
  const a: DeleteShareGroupOffsetsResponseTopic[] = [];
  for (; n > 0; n--) a.push(readDeleteShareGroupOffsetsResponseTopic(r, v));
  return a;
}

function writeDeleteShareGroupOffsetsResponseTopicArray(w: WireWriter, a: readonly DeleteShareGroupOffsetsResponseTopicInput[], v: number): void {
  w.writeArrayLength(a.length, true);
  for (const x of a) writeDeleteShareGroupOffsetsResponseTopic(w, x, v);
}

/** Codec of {@link DeleteShareGroupOffsetsResponse}. */
export const DeleteShareGroupOffsetsResponseCodec: Codec<DeleteShareGroupOffsetsResponse, DeleteShareGroupOffsetsResponseInput> = {
  name: 'DeleteShareGroupOffsetsResponse', apiKey: 92, minVersion: 0, maxVersion: 0, flexibleFrom: 0,
  decode: readDeleteShareGroupOffsetsResponse, encode: writeDeleteShareGroupOffsetsResponse,
};
