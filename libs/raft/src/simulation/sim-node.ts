import { ErrorCode, errorCodeOf, silentLogger, type LeaderEpoch, type Offset } from '@ottla/model';
import type { Voter } from '../core/quorum.ts';
import type { RaftTiming } from '../core/raft-timing.ts';
import type { CommittedBatch, SnapshotId } from '../raft-client.ts';
import type { CommittedHistory } from './committed-history.ts';
import { SimRaftProcess, type SimRaftProcessOptions } from './sim-raft-process.ts';

/** Timers of a tenth of Kafka's, so that a run of seconds has many elections. */
const timing: RaftTiming = {
  electionTimeoutMs: 100, electionBackoffMaxMs: 100, fetchTimeoutMs: 200, requestTimeoutMs: 200, retryBackoffMs: 5, fetchMaxBytes: 2_000, fetchSnapshotMaxBytes: 300,
};

export interface SimNodeOptions extends Omit<SimRaftProcessOptions, 'logger' | 'timing' | 'disk'> {
  readonly history: CommittedHistory;
  readonly fetchMaxBytes: number;
}

/** One controller process whose state is a digest of what was committed. */
export class SimNode extends SimRaftProcess {
  appliedEnd: Offset = 0;
  appliedEpoch: LeaderEpoch = 0;
  readonly counts = { snapshotsLoaded: 0, voterChanges: 0 };
  readonly #history: CommittedHistory;
  #digest = 0;

  constructor({ history, fetchMaxBytes, ...options }: SimNodeOptions) {
    super({ ...options, logger: silentLogger, timing: { ...timing, fetchMaxBytes }, disk: { slowSyncs: 20, syncMs: 4 } });
    this.#history = history;
  }

  protected override onStart(): void {
    this.appliedEnd = this.appliedEpoch = this.#digest = 0;
  }

  protected override onCrash(): void {}

  /** Appends a record if this node leads. */
  propose(text: string): void {
    if (!this.isPaused && this.leadsIn !== undefined) this.#append(this.leadsIn, text);
  }

  /** A broken disk refuses it, and ends the process. */
  #append(epoch: LeaderEpoch, text: string): void {
    try {
      this.node?.append(epoch, [Buffer.from(text)]);
    } catch (error) {
      if (!this.isDiskBroken || errorCodeOf(error) !== ErrorCode.NOT_CONTROLLER) throw error;
    }
  }

  /** Adds or removes a voter if this node leads; whatever comes of it. */
  changeVoter(voter: Voter): void {
    const { node } = this;
    if (node === undefined || this.isPaused || this.leadsIn === undefined) return;
    const voters = node.quorum().voters;
    const isVoter = voters.some(({ id }) => id === voter.id);
    if (isVoter && voters.length <= 3) return;
    const { voterChanges } = node;
    (isVoter ? voterChanges.remove(voter, 1_000) : voterChanges.add(voter, 1_000)).then(() => this.counts.voterChanges++, () => {});
  }

  /** If this node leads: takes out the voter whose folder was wiped, then lets the same node vote with its new one. */
  replaceVoter(wiped: Voter, voter: Voter): void {
    const { node } = this;
    if (node === undefined || this.isPaused || this.leadsIn === undefined) return;
    const known = node.quorum().voters.find(({ id }) => id === voter.id);
    if (known?.directoryId === voter.directoryId) return;
    const { voterChanges } = node;
    (known === undefined ? voterChanges.add(voter, 1_000) : voterChanges.remove(wiped, 1_000)).then(() => this.counts.voterChanges++, () => {});
  }

  /** Writes a snapshot of what was applied, unless there is nothing new. */
  snapshot(): void {
    const id = { endOffset: this.appliedEnd, epoch: this.appliedEpoch };
    if (this.node === undefined || this.isPaused || id.endOffset <= (this.node.latestSnapshot()?.endOffset ?? 0)) return;
    this.node.writeSnapshot(id, 1, [Buffer.from(String(this.#digest)), Buffer.alloc(500, 'x')]).catch(() => {});
  }

  override onCommitted(batch: CommittedBatch): void {
    if (batch.baseOffset !== this.appliedEnd) throw new Error(`node ${this.id} was told of ${batch.baseOffset} behind ${this.appliedEnd}`);
    this.#digest = this.#history.add(this.id, batch, this.#digest);
    this.appliedEnd = batch.lastOffset + 1;
    this.appliedEpoch = batch.epoch;
    if (this.leadsIn !== undefined && batch.lastOffset % 7 === 0 && batch.records.length > 0) this.#append(this.leadsIn, `behind ${batch.lastOffset}`);
  }

  override onSnapshot(id: SnapshotId, batches: Iterable<CommittedBatch>): void {
    const [digest] = [...batches].flatMap(({ records }) => records);
    this.#digest = Number(Buffer.from(digest ?? []).toString());
    const expected = this.#history.digestAt(id.endOffset);
    if (this.#digest !== expected) throw new Error(`node ${this.id} loaded a snapshot at ${id.endOffset} with digest ${this.#digest}, which is ${String(expected)}`);
    this.appliedEnd = id.endOffset;
    this.appliedEpoch = id.epoch;
    this.counts.snapshotsLoaded++;
  }

  override onLeadership(epoch: LeaderEpoch): void {
    super.onLeadership(epoch);
    // As a controller does: it appends while it is told.
    this.#append(epoch, `${this.id} leads`);
  }

  override onLeaderChange(): void {}
}
