import type { LeaderEpoch, Offset, PartitionIndex } from '@ottla/model';
import type { CallOptions } from './link.ts';
import type { Envelope, EnvelopeAnswer } from './envelope.ts';

/** One partition of `__consumer_offsets` or `__transaction_state`, in one leader epoch. */
export interface ShardId {
  readonly topic: string;
  readonly partition: PartitionIndex;
  readonly leaderEpoch: LeaderEpoch;
}

/** The right to be the one writer of a shard until the link breaks, it is revoked, or the leader epoch ends. */
export interface ShardGrant extends ShardId {
  readonly logStartOffset: Offset;
  /** The owner replays to here, then serves. */
  readonly logEndOffset: Offset;
  readonly highWatermark: Offset;
  /** The largest batch that the partition takes, by its configs as they are now (max.message.bytes, segment.bytes). */
  readonly maxBatchBytes: number;
}

export interface ShardProgress extends ShardId {
  readonly highWatermark: Offset;
}

/** A client's request for one shard; `partition` is -1 for requests that any instance may answer (InitProducerId without a transactional id). */
export interface ShardEnvelope {
  readonly topic: string;
  readonly partition: PartitionIndex;
  readonly envelope: Envelope;
  /** As of a grant: configs change while it lasts. 0 when it is no shard's request. */
  readonly maxBatchBytes: number;
}

/**
 * What a shard answers as soon as it is decided. The broker holds it until what was decided up to there is committed,
 * which it knows first: so an answer does not wait for the owner to hear of it.
 */
export interface DecidedAnswer {
  /** The answer's body as the client shall get it, in the version of the request. */
  readonly body: Uint8Array;
  /** Of the grant under which it was decided; -1 when it is no shard's. */
  readonly leaderEpoch: LeaderEpoch;
  /** The answer may leave when the owner's appends and the high watermark have come here. */
  readonly releaseOffset: Offset;
}

/** Served by a coordinator instance, called by the broker that it dialed. */
export interface CoordinatorService {
  grant(request: ShardGrant, call: CallOptions): Promise<Record<never, never>>;
  /** Asks to keep a copy of a shard that another instance owns: to read its log as far as the high watermark, told by `progress`. */
  standBy(request: ShardGrant, call: CallOptions): Promise<Record<never, never>>;
  /** Ends a grant, or a stand-by. */
  revoke(request: ShardId, call: CallOptions): Promise<Record<never, never>>;
  /** Tells that the high watermark of a granted shard moved. A standby answers when it has read on, which paces what it is told. */
  progress(request: ShardProgress, call: CallOptions): Promise<Record<never, never>>;
  /** Refuses with COORDINATOR_LOAD_IN_PROGRESS or NOT_COORDINATOR when the shard is not served here. */
  forward(request: ShardEnvelope, call: CallOptions): Promise<DecidedAnswer>;
}

/** One record batch for a shard's log, only if the log end is `expectedBaseOffset` and the epoch is current. */
export interface ShardAppend extends ShardId {
  readonly expectedBaseOffset: Offset;
  /** One or more whole record batches; offsets are assigned by the leader. */
  readonly records: Uint8Array;
}

export interface ShardAppended {
  readonly baseOffset: Offset;
  readonly logEndOffset: Offset;
  /** High watermark as it is now; the append counts once it reaches `logEndOffset`. */
  readonly highWatermark: Offset;
}

export interface ShardRead {
  readonly topic: string;
  readonly partition: PartitionIndex;
  readonly leaderEpoch: LeaderEpoch;
  readonly offset: Offset;
  readonly maxBytes: number;
}

export interface ShardReadAnswer {
  readonly records: Uint8Array;
  readonly logStartOffset: Offset;
  readonly logEndOffset: Offset;
  readonly highWatermark: Offset;
}

/**
 * Served by a broker to the coordinator instances that dialed it. Refusals: NOT_LEADER_OR_FOLLOWER (no leader here or
 * another epoch), NOT_COORDINATOR (this link holds no grant, nor, to read, a stand-by), INVALID_RECORD with `expectedBaseOffset` that is not
 * the log end. After any other failure of `append` the outcome is unknown.
 */
export interface ShardHostService {
  append(request: ShardAppend, call: CallOptions): Promise<ShardAppended>;
  read(request: ShardRead, call: CallOptions): Promise<ShardReadAnswer>;
  /**
   * The owner gives the shard up, because it cannot know what the log holds (an append of unknown outcome, a load that
   * failed). The broker fences the leader epoch, then grants the shard anew. Harmless when this link holds no grant.
   */
  release(request: ShardId, call: CallOptions): Promise<Record<never, never>>;
  /**
   * WriteTxnMarkers of a transaction coordinator, as an envelope: the broker appends the markers to the partitions that
   * it leads (those of `__consumer_offsets` through the owner of the shard), and answers when they are replicated.
   */
  writeTxnMarkers(request: Envelope, call: CallOptions): Promise<EnvelopeAnswer>;
}
