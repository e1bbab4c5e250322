import { ErrorCode, KafkaError, type Offset } from '@ottla/model';
import type { ShardGrant, ShardHostService } from '@ottla/rpc';
import type { RuntimeLimits } from './runtime-ports.ts';
import type { ShardReplay } from './shard-replay.ts';

/** What a load found. */
export interface ShardLoad {
  /** One past the last record: where the owner's first append shall go. */
  readonly endOffset: Offset;
  readonly highWatermark: Offset;
  /** Records that this load replayed. */
  readonly replayedRecords: number;
}

/** The log is another one than what a standby has replayed: it must be replayed from its start. */
export const DIVERGED = 'diverged';

/**
 * Replays a shard's log to its end, which does not move meanwhile: nobody but the owner appends, and the owner appends
 * only when this is done. What a standby replayed before is kept when the log still holds its last batch.
 *
 * Rejects with the KafkaError of a failed read, or with what `replay` threw (a defect). Stops early, answering
 * undefined, once `isStopped` says so.
 */
export async function loadShard<R>(replay: ShardReplay<R>, grant: ShardGrant, remote: ShardHostService, limits: RuntimeLimits, isStopped: () => boolean): Promise<ShardLoad | typeof DIVERGED | undefined> {
  const { topic, partition, leaderEpoch } = grant;
  const replayedBefore = replay.replayedRecords;
  let { logEndOffset: endOffset, highWatermark } = grant;
  let unproven = replay.lastBatchOffset;
  if (replay.nextOffset > endOffset || (unproven !== undefined && unproven < grant.logStartOffset)) return DIVERGED;
  while (replay.nextOffset < endOffset || unproven !== undefined) {
    const before = replay.nextOffset;
    const offset = unproven ?? before;
    const answer = await remote.read({ topic, partition, leaderEpoch, offset, maxBytes: limits.loadBytes }, { timeoutMs: limits.readTimeoutMs });
    if (isStopped()) return undefined;
    if (answer.logEndOffset < grant.logEndOffset) {
      throw new KafkaError(ErrorCode.KAFKA_STORAGE_ERROR, `the log ends at ${answer.logEndOffset}, the grant named ${grant.logEndOffset}`);
    }
    if (unproven !== undefined && !replay.isContinuedBy(answer.records)) return DIVERGED;
    endOffset = answer.logEndOffset;
    highWatermark = Math.max(highWatermark, answer.highWatermark);
    replay.replay(answer.records);
    replay.skipTo(answer.logStartOffset);
    if (unproven === undefined && replay.nextOffset === before) {
      throw new KafkaError(ErrorCode.KAFKA_STORAGE_ERROR, `reading at offset ${before} of ${endOffset} answers no whole batch`);
    }
    unproven = undefined;
  }
  return { endOffset, highWatermark, replayedRecords: replay.replayedRecords - replayedBefore };
}
