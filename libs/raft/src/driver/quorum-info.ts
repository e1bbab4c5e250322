import type { BrokerId, Clock, TimestampMs } from '@ottla/model';
import type { ReplicaProgress } from '../core/leader-progress.ts';
import type { ReplicaKey } from '../core/quorum.ts';
import type { RaftCore } from '../core/raft-core.ts';
import type { QuorumInfo, ReplicaInfo } from '../raft-client.ts';

const UNKNOWN = -1;

/** The quorum as this node sees it: the leader knows how far everybody is, others know of themselves. */
export function quorumInfo(core: RaftCore, nodeId: BrokerId, clock: Clock): QuorumInfo {
  const nowMs = clock.now();
  const monotonicMs = clock.monotonicMs();
  const wallTime = (thenMs: number): TimestampMs => (thenMs < 0 ? UNKNOWN : Math.round(nowMs - (monotonicMs - thenMs)));
  const info = ({ id, directoryId }: ReplicaKey, progress: ReplicaProgress | undefined): ReplicaInfo => {
    if (id === nodeId) return { id, directoryId, logEndOffset: core.logEndOffset, lastFetchTimestamp: nowMs, lastCaughtUpTimestamp: nowMs };
    return {
      id, directoryId,
      logEndOffset: progress?.endOffset ?? UNKNOWN,
      lastFetchTimestamp: wallTime(progress?.lastFetchMs ?? UNKNOWN),
      lastCaughtUpTimestamp: wallTime(progress?.lastCaughtUpMs ?? UNKNOWN),
    };
  };
  return {
    leaderId: core.leaderId,
    epoch: core.epoch,
    highWatermark: core.highWatermark,
    voters: core.voters.map((voter) => info(voter, core.progressOf(voter))),
    observers: core.observers().map((observer) => info(observer, observer)),
  };
}
