import type { Crc32c, LeaderEpoch, Offset, TimestampMs } from '@ottla/model';
import {
  buildBatch,
  controlRecordKey,
  ControlRecordType,
  KRaftVersionRecordCodec,
  LeaderChangeMessageCodec,
  SnapshotFooterRecordCodec,
  SnapshotHeaderRecordCodec,
  VotersRecordCodec,
  WireReader,
  WireWriter,
  type Codec,
  type RecordInput,
} from '@ottla/protocol';
import { KRAFT_VERSION, type Voter } from './quorum.ts';
import type { ControlRecord } from './raft-steps.ts';

/** Kafka 4.3 writes version 0 of each, also of LeaderChangeMessage. */
const VERSION = 0;

function controlRecord<T>(type: number, codec: Codec<unknown, T>, value: T): RecordInput {
  const writer = new WireWriter();
  codec.encode(writer, value, VERSION);
  return { key: controlRecordKey(type), value: writer.finish() };
}

/** The record as it stands in a control batch. */
export function encodeControlRecord(record: ControlRecord): RecordInput {
  switch (record.kind) {
    case 'leader-change':
      return controlRecord(ControlRecordType.LEADER_CHANGE, LeaderChangeMessageCodec, {
        version: VERSION,
        leaderId: record.leaderId,
        voters: record.voters.map((voterId) => ({ voterId })),
        grantingVoters: record.grantingVoters.map((voterId) => ({ voterId })),
      });
    case 'kraft-version':
      return controlRecord(ControlRecordType.KRAFT_VERSION, KRaftVersionRecordCodec, { version: VERSION, kRaftVersion: KRAFT_VERSION });
    case 'voters':
      return controlRecord(ControlRecordType.KRAFT_VOTERS, VotersRecordCodec, {
        version: VERSION,
        voters: record.voters.map(({ id, directoryId, endpoints }) => ({
          voterId: id,
          voterDirectoryId: directoryId,
          endpoints,
          kRaftVersionFeature: { minSupportedVersion: 0, maxSupportedVersion: KRAFT_VERSION },
        })),
      });
  }
}

export function snapshotHeaderRecord(lastContainedLogTimestamp: TimestampMs): RecordInput {
  return controlRecord(ControlRecordType.SNAPSHOT_HEADER, SnapshotHeaderRecordCodec, { version: VERSION, lastContainedLogTimestamp });
}

export function snapshotFooterRecord(): RecordInput {
  return controlRecord(ControlRecordType.SNAPSHOT_FOOTER, SnapshotFooterRecordCodec, { version: VERSION });
}

/** A batch that Raft itself writes: no state machine sees its records. */
export function controlBatch(crc: Crc32c, baseOffset: Offset, epoch: LeaderEpoch, timestamp: TimestampMs, records: readonly RecordInput[]): Uint8Array {
  return buildBatch({ crc, baseOffset, partitionLeaderEpoch: epoch, timestamp, isControl: true }, records);
}

/** Voters of a KRAFT_VOTERS record. Throws MalformedMessageError. */
export function decodeVoters(value: Uint8Array): Voter[] {
  return VotersRecordCodec.decode(new WireReader(value), VERSION).voters.map(({ voterId, voterDirectoryId, endpoints }) => ({
    id: voterId,
    directoryId: voterDirectoryId,
    endpoints,
  }));
}
