/** Kafka's settings of the quorum, `controller.quorum.*`. */
export interface RaftTiming {
  /** election.timeout.ms: how long a candidate waits for votes, at least; at most twice that. */
  readonly electionTimeoutMs: number;
  /** election.backoff.max.ms: how long a lost election is waited after, at most. */
  readonly electionBackoffMaxMs: number;
  /** fetch.timeout.ms: how long a follower goes without an answer of its leader before it seeks another. */
  readonly fetchTimeoutMs: number;
  /** request.timeout.ms */
  readonly requestTimeoutMs: number;
  /** retry.backoff.ms */
  readonly retryBackoffMs: number;
  /** fetch.max.bytes */
  readonly fetchMaxBytes: number;
  /** fetch.snapshot.max.bytes */
  readonly fetchSnapshotMaxBytes: number;
}

export const defaultRaftTiming: RaftTiming = {
  electionTimeoutMs: 1_000,
  electionBackoffMaxMs: 1_000,
  fetchTimeoutMs: 2_000,
  requestTimeoutMs: 2_000,
  retryBackoffMs: 20,
  fetchMaxBytes: 1024 * 1024,
  fetchSnapshotMaxBytes: 1024 * 1024,
};

/** How long a leader parks a fetch that has nothing to tell, as Kafka's quorum. */
export const FETCH_MAX_WAIT_MS = 500;
/** A leader that a majority did not fetch from for fetch.timeout.ms times this resigns, as in Kafka. */
export const CHECK_QUORUM_TIMEOUT_FACTOR = 1.5;
/** Candidates of the same lost leader begin this far apart, at most: one of them is done before the next one tries. */
export const STAGGER_MS = 100;
/** How long a voter that granted a pre-vote waits for what comes of it before it tries itself. */
export const PRE_VOTE_GRACE_MS = 300;
