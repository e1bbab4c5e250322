import type { LeaderEpoch, Offset } from '@ottla/model';
import type { SnapshotId } from '../raft-client.ts';
import type { Voter, VoterSet } from './quorum.ts';
import type { BatchFacts } from './raft-steps.ts';

export interface EpochStart {
  readonly epoch: LeaderEpoch;
  readonly startOffset: Offset;
}

/** Voters as a record at `offset` names them. */
export interface VotersAt extends VoterSet {
  readonly offset: Offset;
}

/** What is known of a log when it is opened. */
export interface LogState {
  readonly startOffset: Offset;
  readonly endOffset: Offset;
  /** What lies before the log: its newest snapshot; 0-0 when there is none. */
  readonly snapshot: SnapshotId;
  /** In order; of the records in the log. */
  readonly epochs: readonly EpochStart[];
  /** In order; the first is the snapshot's. */
  readonly voterSets: readonly VotersAt[];
}

/** Where a replica's log parts from this one. */
export type Divergence = { readonly kind: 'none' } | { readonly kind: 'diverging'; readonly epoch: LeaderEpoch; readonly endOffset: Offset } | { readonly kind: 'snapshot' };

/**
 * What the core knows of its log without reading it: how far it goes, how far it is readable, durable and committed,
 * where epochs begin, and who votes. Invariant: highWatermark <= endOffset, written and synced <= endOffset.
 */
export class LogView {
  #startOffset: Offset;
  #endOffset: Offset;
  #writtenOffset: Offset;
  #syncedOffset: Offset = 0;
  #highWatermark: Offset;
  #snapshot: SnapshotId;
  #epochs: EpochStart[];
  #voterSets: VotersAt[];

  constructor(state: LogState) {
    this.#startOffset = state.startOffset;
    this.#endOffset = state.endOffset;
    this.#writtenOffset = state.endOffset;
    this.#snapshot = state.snapshot;
    // What a snapshot holds was committed.
    this.#highWatermark = state.snapshot.endOffset;
    this.#epochs = [...state.epochs];
    this.#voterSets = [...state.voterSets];
  }

  get endOffset(): Offset {
    return this.#endOffset;
  }

  get writtenOffset(): Offset {
    return this.#writtenOffset;
  }

  get syncedOffset(): Offset {
    return this.#syncedOffset;
  }

  /** Whether all of it is durable. */
  get isSynced(): boolean {
    return this.#syncedOffset >= this.#endOffset;
  }

  get highWatermark(): Offset {
    return this.#highWatermark;
  }

  get snapshot(): SnapshotId {
    return this.#snapshot;
  }

  /** Epoch of the last record, or of the snapshot when there is none behind it. */
  get lastEpoch(): LeaderEpoch {
    return this.#epochs.at(-1)?.epoch ?? this.#snapshot.epoch;
  }

  /** The last that the log names, committed or not (KIP-853). */
  get voters(): readonly Voter[] {
    return this.#voterSets.at(-1)?.voters ?? [];
  }

  /** The voters as of the records below `endOffset`. */
  votersAt(endOffset: Offset): readonly Voter[] {
    const found = this.#voterSets.findLast(({ offset }) => offset < endOffset) ?? this.#voterSets[0];
    return found?.voters ?? [];
  }

  get areVotersInLog(): boolean {
    return this.#voterSets.at(-1)?.isInLog === true;
  }

  /** Whether the latest voters are committed. */
  get areVotersCommitted(): boolean {
    const last = this.#voterSets.at(-1);
    return last === undefined || !last.isInLog || last.offset < this.#highWatermark;
  }

  /** Takes a batch in at the end. */
  append({ baseOffset, lastOffset, epoch, voters }: BatchFacts): void {
    if (baseOffset !== this.#endOffset) throw new Error(`a batch begins at ${baseOffset}, the metadata log ends at ${this.#endOffset}`);
    if (epoch < this.lastEpoch) throw new Error(`a batch of epoch ${epoch} does not follow one of epoch ${this.lastEpoch}`);
    if (this.#epochs.at(-1)?.epoch !== epoch) this.#epochs.push({ epoch, startOffset: baseOffset });
    if (voters !== undefined) this.#voterSets.push({ offset: lastOffset, voters, isInLog: true });
    this.#endOffset = lastOffset + 1;
  }

  wrote(endOffset: Offset): void {
    this.#writtenOffset = Math.max(this.#writtenOffset, Math.min(endOffset, this.#endOffset));
  }

  synced(endOffset: Offset): void {
    this.wrote(endOffset);
    this.#syncedOffset = Math.max(this.#syncedOffset, Math.min(endOffset, this.#endOffset));
  }

  /** True when it moved. */
  commit(highWatermark: Offset): boolean {
    if (highWatermark <= this.#highWatermark) return false;
    this.#highWatermark = highWatermark;
    return true;
  }

  /** Throws Error below the high watermark: what is committed is never taken back. */
  truncateTo(endOffset: Offset): void {
    if (endOffset < this.#highWatermark) throw new Error(`the leader's log parts from this one at ${endOffset}, below what is committed, ${this.#highWatermark}: the quorum lost data`);
    this.#endOffset = endOffset;
    this.#writtenOffset = Math.min(this.#writtenOffset, endOffset);
    this.#syncedOffset = Math.min(this.#syncedOffset, endOffset);
    this.#epochs = this.#epochs.filter(({ startOffset }) => startOffset < endOffset);
    this.#voterSets = this.#voterSets.filter(({ offset, isInLog }, index) => index === 0 || !isInLog || offset < endOffset);
  }

  /** The log begins anew behind a snapshot that came from the leader. */
  install(snapshot: SnapshotId, voters: readonly Voter[] | undefined): void {
    const { endOffset } = snapshot;
    this.#voterSets = [{ offset: endOffset - 1, voters: voters ?? this.voters, isInLog: true }];
    this.#snapshot = snapshot;
    this.#startOffset = this.#endOffset = this.#writtenOffset = this.#syncedOffset = endOffset;
    this.#highWatermark = Math.max(this.#highWatermark, endOffset);
    this.#epochs = [];
  }

  /** The log begins behind a snapshot of its own; what lies behind that stays. */
  startAt(snapshot: SnapshotId): void {
    // One of the leader's came in between.
    if (snapshot.endOffset <= this.#snapshot.endOffset) return;
    this.#snapshot = snapshot;
    this.#startOffset = snapshot.endOffset;
    while ((this.#voterSets[1]?.offset ?? Infinity) < snapshot.endOffset) this.#voterSets.shift();
    let first = 0;
    while ((this.#epochs[first + 1]?.startOffset ?? Infinity) <= snapshot.endOffset) first++;
    this.#epochs = this.#epochs.slice(first);
    const [oldest, ...others] = this.#epochs;
    if (oldest !== undefined && oldest.startOffset < snapshot.endOffset) {
      // Nothing of it may be left behind the snapshot.
      const begins = this.#endOffset > snapshot.endOffset;
      this.#epochs = begins ? [{ epoch: oldest.epoch, startOffset: snapshot.endOffset }, ...others] : others;
    }
  }

  /** The largest epoch not above `epoch`, and where it ends here; OffsetForLeaderEpoch on this log. */
  endOffsetFor(epoch: LeaderEpoch): { readonly epoch: LeaderEpoch; readonly endOffset: Offset } {
    let index = this.#epochs.length - 1;
    while (index >= 0 && (this.#epochs[index] as EpochStart).epoch > epoch) index--;
    const found = this.#epochs[index];
    const endOffset = this.#epochs[index + 1]?.startOffset ?? this.#endOffset;
    return { epoch: found?.epoch ?? this.#snapshot.epoch, endOffset };
  }

  /** Compares with a log that ends at `offset` with a record of `lastEpoch`. */
  divergence(offset: Offset, lastEpoch: LeaderEpoch): Divergence {
    if (offset < this.#startOffset) return { kind: 'snapshot' };
    const { epoch, endOffset } = this.endOffsetFor(lastEpoch);
    if (epoch === lastEpoch && offset <= endOffset) return { kind: 'none' };
    // Nothing of that epoch stands in this log any more: where it parted lies within the snapshot.
    if (lastEpoch < this.#snapshot.epoch) return { kind: 'snapshot' };
    return { kind: 'diverging', epoch, endOffset };
  }

  /** Where to cut, when the leader's log of `epoch` (or the one before) ends at `endOffset`. */
  truncationPoint(epoch: LeaderEpoch, endOffset: Offset): Offset {
    const own = this.endOffsetFor(epoch);
    return own.epoch === epoch ? Math.min(own.endOffset, endOffset) : own.endOffset;
  }

  /** Whether a log that ends with (`lastEpoch`, `offset`) has all that this one has, so that its owner may lead. */
  isUpToDate(lastEpoch: LeaderEpoch, offset: Offset): boolean {
    return lastEpoch > this.lastEpoch || (lastEpoch === this.lastEpoch && offset >= this.#endOffset);
  }
}
