import { ErrorCode, KafkaError, type Clock } from '@ottla/model';
import type { ReplicaKey, Voter } from '../core/quorum.ts';
import type { RaftCore } from '../core/raft-core.ts';
import type { RaftInput } from '../core/raft-steps.ts';
import { withoutVoter, withVoter } from '../core/voter-set.ts';
import type { CommitWaiters } from './commit-waiters.ts';

/** A node that shall vote must have had all of the log so lately. */
const CAUGHT_UP_WITHIN_MS = 10_000;

export interface VoterChangesOptions {
  readonly core: RaftCore;
  readonly clock: Clock;
  readonly waiters: CommitWaiters;
  /** Throws KafkaError when the core refuses. */
  readonly step: (input: RaftInput) => void;
}

/**
 * AddRaftVoter and RemoveRaftVoter (KIP-853), one at a time, at the leader only. Throws KafkaError: NOT_CONTROLLER,
 * DUPLICATE_VOTER, VOTER_NOT_FOUND, INVALID_REQUEST, and REQUEST_TIMED_OUT when another change is not committed yet, the
 * node that shall vote is not caught up, or this change is not committed in time (it may still be).
 */
export class VoterChanges {
  readonly #options: VoterChangesOptions;

  constructor(options: VoterChangesOptions) {
    this.#options = options;
  }

  /** Without `timeoutMs` it settles once the change is appended, committed or not. */
  async add(voter: Voter, timeoutMs: number | undefined): Promise<void> {
    const { core, clock } = this.#options;
    this.#checkLeads();
    const voters = withVoter(core.voters, voter);
    const progress = core.progressOf(voter);
    if (progress === undefined || progress.lastCaughtUpMs < 0 || clock.monotonicMs() - progress.lastCaughtUpMs > CAUGHT_UP_WITHIN_MS) {
      const why = progress === undefined ? 'does not fetch the metadata log' : `has the metadata log up to ${progress.endOffset} of ${core.logEndOffset}`;
      throw new KafkaError(ErrorCode.REQUEST_TIMED_OUT, `Node ${voter.id} with directory.id ${voter.directoryId} ${why}: it has to run and to catch up before it votes.`);
    }
    await this.#change(voters, timeoutMs);
  }

  async remove(replica: ReplicaKey, timeoutMs: number): Promise<void> {
    this.#checkLeads();
    await this.#change(withoutVoter(this.#options.core.voters, replica), timeoutMs);
  }

  async #change(voters: readonly Voter[], timeoutMs: number | undefined): Promise<void> {
    const { core, waiters, step } = this.#options;
    const { epoch } = core;
    const offset = core.logEndOffset;
    step({ kind: 'propose-voters', epoch, voters });
    if (timeoutMs === undefined) return;
    if (core.highWatermark <= offset) await waiters.wait(offset, timeoutMs);
    // Whoever leads by then may have cut it off.
    if (core.highWatermark <= offset || core.epoch !== epoch) throw new KafkaError(ErrorCode.REQUEST_TIMED_OUT, 'The change of the voters is not committed yet.');
  }

  #checkLeads(): void {
    const { core } = this.#options;
    if (!core.isLeader) throw new KafkaError(ErrorCode.NOT_CONTROLLER, 'This node does not lead the metadata quorum.');
  }
}
