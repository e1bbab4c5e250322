import { describe, expect, it } from '@jest/globals';
import { ErrorCode, ZERO_UUID } from '@ottla/model';
import { coreOf, directories, endpoints, Transcript, votersOf, type CoreSetup } from './core-bench.ts';
import type { ReplicaKey } from './quorum.ts';
import type { FetchAnswer, FetchRequest, RaftAnswer, RaftRequest, VoteAnswer, VoteRequest } from './raft-messages.ts';
import type { BatchFacts, RaftInput } from './raft-steps.ts';

const noBytes = new Uint8Array(0);
const key = (id: number): ReplicaKey => ({ id, directoryId: directories[id] ?? '' });
const head = (leaderId: number, leaderEpoch: number) => ({ errorCode: ErrorCode.NONE, leaderId, leaderEpoch, leaderEndpoints: [] });
const vote = (isVoteGranted: boolean, leaderId = -1, leaderEpoch = 0): VoteAnswer => ({ kind: 'vote', ...head(leaderId, leaderEpoch), isVoteGranted });
const fetched = (more: Partial<FetchAnswer> = {}): FetchAnswer => ({ kind: 'fetch', ...head(2, 1), highWatermark: 0, diverging: null, snapshot: null, records: noBytes, ...more });
const fetchOf = (id: number, lastEpoch: number, offset: number, epoch = 1): FetchRequest => ({ kind: 'fetch', replica: key(id), epoch, offset, lastEpoch, highWatermark: 0, maxBytes: 1000, maxWaitMs: 500 });
const voteFor = (id: number, epoch: number, lastEpoch: number, lastOffset: number, more: Partial<VoteRequest> = {}): VoteRequest => ({ kind: 'vote', voter: key(1), candidate: key(id), epoch, lastEpoch, lastOffset, isPreVote: false, ...more });
const beginEpoch = (leaderId: number, epoch: number): RaftRequest => ({ kind: 'begin-quorum-epoch', voter: key(1), leaderId, epoch, endpoints });
const request = (asked: RaftRequest, id = 9): RaftInput => ({ kind: 'request', id, request: asked });
const answer = (id: number, said: RaftAnswer, batches: readonly BatchFacts[] = []): RaftInput => ({ kind: 'answer', id, answer: said, batches });

/** Node 1 of three, running. */
function started(setup: CoreSetup = {}): Transcript {
  const transcript = new Transcript(coreOf(setup));
  transcript.input({ kind: 'start' });
  return transcript;
}

/** Node 1, elected in epoch 1 on an empty log, its first record committed. */
function leading(setup: CoreSetup = {}): Transcript {
  const transcript = started(setup);
  transcript.tick();
  transcript.inputs(answer(1, vote(true)), answer(3, vote(true, -1, 1)));
  transcript.input({ kind: 'synced', endOffset: transcript.core.logEndOffset });
  transcript.input(request(fetchOf(2, 1, transcript.core.logEndOffset)));
  transcript.take();
  return transcript;
}

/** Node 1, following node 2 in epoch 1 with a fetch under way (number 2), having heard it once. */
function following(setup: CoreSetup = {}): Transcript {
  const transcript = started(setup);
  transcript.inputs(request(beginEpoch(2, 1)), answer(1, fetched()));
  transcript.take();
  return transcript;
}

describe('RaftCore among three voters: elections', () => {
  it('asks for pre-votes, then for votes with its own on disk, then leads', () => {
    const transcript = started();
    transcript.tick();
    transcript.inputs(answer(1, vote(true)), answer(3, vote(true, -1, 1)));
    expect(transcript.take()).toEqual([
      '> start',
      '> tick', 'send 1 to 2: pre-vote for 1 in epoch 0, log 0/0', 'send 2 to 3: pre-vote for 1 in epoch 0, log 0/0',
      '> answer 1: granted, leader -1 epoch 0',
      'persist-vote leader -1 epoch 1 voted 1', 'send 3 to 2: vote for 1 in epoch 1, log 0/0', 'send 4 to 3: vote for 1 in epoch 1, log 0/0',
      '> answer 3: granted, leader -1 epoch 1',
      'persist-vote leader 1 epoch 1 voted 1', 'append-control leader-change at 0 epoch 1', 'sync',
      'send 5 to 2: begin-quorum-epoch 1 of 1', 'send 6 to 3: begin-quorum-epoch 1 of 1', 'leader-changed 1 epoch 1',
    ]);
  });

  it('votes once an epoch, on disk first, and only for a log that has all of its own', () => {
    const transcript = started({ endOffset: 5, epochs: [{ epoch: 2, startOffset: 0 }] });
    transcript.take();
    transcript.inputs(request(voteFor(2, 3, 1, 99)), request(voteFor(2, 3, 2, 4)), request(voteFor(2, 4, 2, 5)), request(voteFor(3, 4, 3, 9)), request(voteFor(2, 4, 2, 5)), request(voteFor(3, 3, 3, 9)));
    expect(transcript.take()).toEqual([
      '> vote for 2 in epoch 3, log 1/99', 'persist-vote leader -1 epoch 3 voted -1', 'answer: refused, leader -1 epoch 3',
      '> vote for 2 in epoch 3, log 2/4', 'answer: refused, leader -1 epoch 3',
      '> vote for 2 in epoch 4, log 2/5', 'persist-vote leader -1 epoch 4 voted -1', 'persist-vote leader -1 epoch 4 voted 2', 'answer: granted, leader -1 epoch 4',
      '> vote for 3 in epoch 4, log 3/9', 'answer: refused, leader -1 epoch 4',
      '> vote for 2 in epoch 4, log 2/5', 'answer: granted, leader -1 epoch 4',
      '> vote for 3 in epoch 3, log 3/9', `answer: refused, leader -1 epoch 4 error ${ErrorCode.FENCED_LEADER_EPOCH}`,
    ]);
  });

  it('remembers its vote through a restart, and its leadership too', () => {
    const voted = started({ quorumState: { leaderId: -1, leaderEpoch: 4, votedId: 2, votedDirectoryId: directories[2] } });
    const led = started({ quorumState: { leaderId: 1, leaderEpoch: 4, votedId: -1, votedDirectoryId: ZERO_UUID } });
    for (const transcript of [voted, led]) {
      transcript.input(request(voteFor(3, 4, 9, 9)));
      expect(transcript.take().at(-1)).toBe('answer: refused, leader -1 epoch 4');
    }
  });

  it('refuses a vote that is meant for another folder', () => {
    const transcript = started();
    transcript.input(request(voteFor(2, 4, 9, 9, { voter: { id: 1, directoryId: directories[5] } })));
    expect(transcript.take().slice(-1)).toEqual([`answer: refused, leader -1 epoch 0 error ${ErrorCode.INVALID_VOTER_KEY}`]);
  });

  it('grants no pre-vote while its leader answers, and does when the connection closed', () => {
    const transcript = following();
    transcript.input(request(voteFor(3, 1, 9, 9, { isPreVote: true })));
    transcript.input({ kind: 'request-failed', id: 2, isDisconnected: false });
    transcript.input(request(voteFor(3, 1, 9, 9, { isPreVote: true })));
    expect(transcript.take().filter((line) => line.startsWith('answer'))).toEqual(['answer: refused, leader 2 epoch 1', 'answer: refused, leader 2 epoch 1']);
    transcript.tick();
    transcript.input({ kind: 'request-failed', id: 3, isDisconnected: true });
    transcript.input(request(voteFor(3, 1, 9, 9, { isPreVote: true })));
    expect(transcript.take().at(-1)).toBe('answer: granted, leader 2 epoch 1');
  });

  it('begins an election at once when the connection closed, after the fetch timeout when the leader is silent', () => {
    const closed = following();
    closed.input({ kind: 'request-failed', id: 2, isDisconnected: true });
    closed.tick();
    expect([closed.nowMs, closed.take().at(-1)]).toEqual([0, 'send 4 to 3: pre-vote for 1 in epoch 1, log 0/0']);
    const silent = following();
    silent.tick();
    expect([silent.nowMs, silent.take().at(-1)]).toEqual([2000, 'send 4 to 3: pre-vote for 1 in epoch 1, log 0/0']);
  });

  it('hears from its leader from the first answer on, and not from one that is gone or silent', () => {
    const fresh = started();
    fresh.input(request(beginEpoch(2, 1)));
    expect([fresh.core.leaderId, fresh.core.hearsLeader]).toEqual([2, false]);
    fresh.input(answer(1, fetched()));
    expect(fresh.core.hearsLeader).toBe(true);
    fresh.input({ kind: 'request-failed', id: 2, isDisconnected: true });
    expect([fresh.core.leaderId, fresh.core.hearsLeader]).toEqual([2, false]);
    const silent = following();
    silent.tick();
    expect([silent.core.leaderId, silent.core.hearsLeader]).toEqual([2, false]);
    expect(leading().core.hearsLeader).toBe(true);
  });

  it('follows its leader again when the others still hear it', () => {
    const transcript = following();
    transcript.input({ kind: 'request-failed', id: 2, isDisconnected: true });
    transcript.tick();
    transcript.take();
    transcript.inputs({ kind: 'request-failed', id: 3, isDisconnected: true }, answer(4, vote(false, 2, 1)));
    expect(transcript.take()).toEqual(['> failed 3, disconnected', '> answer 4: refused, leader 2 epoch 1', 'send 5 to 2: fetch of 1 at 0/0 in epoch 1']);
  });

  it('lets one of two that ask for pre-votes at the same time go first', () => {
    const low = started();
    low.tick();
    low.input(request(voteFor(3, 0, 0, 0, { isPreVote: true })));
    expect(low.take().at(-1)).toBe('answer: granted, leader -1 epoch 0');
    const high = started({ nodeId: 3 });
    high.tick();
    high.input(request(voteFor(1, 0, 0, 0, { voter: key(3), isPreVote: true })));
    expect(high.take().at(-1)).toBe('answer: refused, leader -1 epoch 0');
  });
});

describe('RaftCore among three voters: a leader', () => {
  it('counts only what followers have durably, and answers fetches as there is something to tell', () => {
    const transcript = leading();
    transcript.inputs({ kind: 'propose', epoch: 1, recordCount: 2 }, { kind: 'written', endOffset: 3 }, request(fetchOf(2, 1, 1)), { kind: 'synced', endOffset: 3 }, request(fetchOf(2, 1, 3)));
    expect(transcript.take()).toEqual([
      '> propose', 'append 1-2 epoch 1', 'sync',
      '> written 3',
      '> fetch of 2 at 1/1 in epoch 1', 'answer with records from 1: fetched, hw 1, leader 1 epoch 1',
      '> synced 3',
      '> fetch of 2 at 1/3 in epoch 1', 'commit 3', 'answer: fetched, hw 3, leader 1 epoch 1',
    ]);
  });

  it('parks a fetch that there is nothing for, until there is, or its time is up', () => {
    const transcript = leading();
    transcript.input(request({ ...fetchOf(2, 1, 1), highWatermark: 1 }, 20));
    expect(transcript.take()).toEqual(['> fetch of 2 at 1/1 in epoch 1']);
    transcript.tick();
    expect([transcript.nowMs, transcript.take()]).toEqual([500, ['> tick', 'answer: fetched, hw 1, leader 1 epoch 1']]);
    transcript.input(request({ ...fetchOf(2, 1, 1), highWatermark: 1 }, 21));
    transcript.inputs({ kind: 'propose', epoch: 1, recordCount: 1 }, { kind: 'written', endOffset: 2 });
    expect(transcript.take().at(-1)).toBe('answer with records from 1: fetched, hw 1, leader 1 epoch 1');
  });

  it('tells a follower whose log parts from its own where to cut', () => {
    const transcript = leading();
    transcript.inputs(request(fetchOf(3, 0, 4)), request(fetchOf(3, 1, 7)), request(fetchOf(3, 1, 0, 2)), request(fetchOf(3, 0, 0, 0)));
    expect(transcript.take().filter((line) => line.startsWith('answer'))).toEqual([
      'answer: fetched, diverging 0/0, hw 1, leader 1 epoch 1',
      'answer: fetched, diverging 1/1, hw 1, leader 1 epoch 1',
      `answer: fetched, hw 0, leader 1 epoch 1 error ${ErrorCode.UNKNOWN_LEADER_EPOCH}`,
      `answer: fetched, hw 0, leader 1 epoch 1 error ${ErrorCode.FENCED_LEADER_EPOCH}`,
    ]);
  });

  it('resigns when a majority was silent for one and a half fetch timeouts', () => {
    const transcript = leading();
    while (transcript.nowMs < 3000) transcript.tick();
    expect(transcript.nowMs).toBe(3000);
    expect(transcript.take().slice(-4)).toEqual(['> tick', 'resign epoch 1', 'persist-vote leader -1 epoch 1 voted 1', 'leader-changed -1 epoch 1']);
    expect(() => transcript.input({ kind: 'propose', epoch: 1, recordCount: 1 })).toThrow(expect.objectContaining({ code: ErrorCode.NOT_CONTROLLER }));
  });

  it('resigns before it follows a later epoch, and refuses what was parked', () => {
    const transcript = leading();
    transcript.input(request({ ...fetchOf(2, 1, 1), highWatermark: 1 }, 20));
    transcript.take();
    transcript.input(request(beginEpoch(3, 2)));
    expect(transcript.take()).toEqual([
      '> begin-quorum-epoch 2 of 3',
      `answer: fetched, hw 1, leader -1 epoch 1 error ${ErrorCode.NOT_LEADER_OR_FOLLOWER}`,
      'resign epoch 1', 'persist-vote leader 3 epoch 2 voted -1', 'leader-changed 3 epoch 2', 'send 7 to 3: fetch of 1 at 1/1 in epoch 2',
      'answer: begin-quorum-epoch, leader 3 epoch 2',
    ]);
  });

  it('tells the most advanced first when it leaves', () => {
    const transcript = leading();
    const sent = transcript.input({ kind: 'shut-down' }).flatMap((action) => (action.kind === 'send' && action.request.kind === 'end-quorum-epoch' ? [action.request] : []));
    expect(sent.map(({ preferredSuccessors }) => preferredSuccessors.map(({ id }) => id))).toEqual([[2, 3], [2, 3]]);
    const successor = following();
    successor.input(request({ kind: 'end-quorum-epoch', leaderId: 2, epoch: 1, preferredSuccessors: [key(1), key(3)] }));
    successor.tick();
    expect([successor.nowMs, successor.take().at(-1)]).toEqual([0, 'send 4 to 3: pre-vote for 1 in epoch 1, log 0/0']);
  });
});

describe('RaftCore among three voters: a follower', () => {
  it('fetches on only when what came is durable, and commits what it has of what the leader committed', () => {
    const transcript = following();
    transcript.inputs(answer(2, fetched({ records: new Uint8Array(9), highWatermark: 2 }), [{ baseOffset: 0, lastOffset: 2, epoch: 1 }]), { kind: 'written', endOffset: 3 }, { kind: 'synced', endOffset: 3 });
    expect(transcript.take()).toEqual([
      '> answer 2: fetched, hw 2, leader 2 epoch 1', 'append-fetched to 3', 'sync',
      '> written 3',
      '> synced 3', 'commit 2', 'send 3 to 2: fetch of 1 at 1/3 in epoch 1',
    ]);
  });

  it('cuts what the leader has not, round by round, and commits nothing before the logs agree', () => {
    const epochs = [{ epoch: 1, startOffset: 0 }, { epoch: 2, startOffset: 6 }];
    const transcript = started({ endOffset: 10, epochs, quorumState: { leaderId: 2, leaderEpoch: 3, votedId: -1, votedDirectoryId: ZERO_UUID } });
    transcript.take();
    transcript.inputs(
      { kind: 'synced', endOffset: 10 },
      answer(1, fetched({ leaderEpoch: 3, highWatermark: 9, diverging: { epoch: 1, endOffset: 8 } })),
      answer(2, fetched({ leaderEpoch: 3, highWatermark: 9, diverging: { epoch: 1, endOffset: 4 } })),
      answer(3, fetched({ leaderEpoch: 3, highWatermark: 9 })),
    );
    expect(transcript.take()).toEqual([
      '> synced 10', 'send 1 to 2: fetch of 1 at 2/10 in epoch 3',
      '> answer 1: fetched, diverging 1/8, hw 9, leader 2 epoch 3', 'truncate 6', 'send 2 to 2: fetch of 1 at 1/6 in epoch 3',
      '> answer 2: fetched, diverging 1/4, hw 9, leader 2 epoch 3', 'truncate 4', 'send 3 to 2: fetch of 1 at 1/4 in epoch 3',
      '> answer 3: fetched, hw 9, leader 2 epoch 3', 'commit 4', 'send 4 to 2: fetch of 1 at 1/4 in epoch 3',
    ]);
  });

  it('never takes back what is committed', () => {
    const transcript = following({ endOffset: 4, epochs: [{ epoch: 1, startOffset: 0 }], snapshot: { endOffset: 2, epoch: 1 } });
    transcript.input({ kind: 'synced', endOffset: 4 });
    expect(() => transcript.input(answer(1, fetched({ diverging: { epoch: 0, endOffset: 0 } })))).toThrow('below what is committed');
  });

  it('loads a snapshot in pieces before the log behind it', () => {
    const transcript = following();
    const snapshot = { endOffset: 40, epoch: 1 };
    const piece = (position: number): RaftAnswer => ({ kind: 'fetch-snapshot', ...head(2, 1), sizeBytes: 20, position, bytes: new Uint8Array(10) });
    transcript.inputs(answer(2, fetched({ snapshot })), answer(3, piece(0)), answer(4, piece(10)), { kind: 'snapshot-installed', snapshot, voters: votersOf(1, 2, 3) });
    expect(transcript.take()).toEqual([
      '> answer 2: fetched, snapshot 40-1, hw 0, leader 2 epoch 1', 'snapshot-begin 40-1', 'send 3 to 2: fetch-snapshot of 1: 40-1 at 0',
      '> answer 3: snapshot bytes at 0, leader 2 epoch 1', 'snapshot-append 10', 'send 4 to 2: fetch-snapshot of 1: 40-1 at 10',
      '> answer 4: snapshot bytes at 10, leader 2 epoch 1', 'snapshot-append 10', 'snapshot-install 40-1',
      '> snapshot-installed', 'send 5 to 2: fetch of 1 at 1/40 in epoch 1',
    ]);
    expect([transcript.core.highWatermark, transcript.core.logEndOffset]).toEqual([40, 40]);
  });
});

describe('RaftCore and its voters', () => {
  it('learns the folders of voters that were formatted without, and then counts no other', () => {
    const voters = votersOf(1, 2, 3).map((voter) => ({ ...voter, directoryId: ZERO_UUID }));
    const transcript = leading({ voters, isInLog: false });
    const { core } = transcript;
    // Not behind the commit in the same list: the state machine appends while it is told of that.
    expect(core.logEndOffset).toBe(3);
    transcript.tick();
    expect(core.voters.map(({ directoryId }) => directoryId)).toEqual([directories[1], directories[2], ZERO_UUID]);
    expect(core.logEndOffset).toBe(4);
    expect(core.mayChangeVoters).toBe(false);
  });

  it('changes voters one at a time, and counts by the new ones at once', () => {
    const transcript = leading();
    transcript.input({ kind: 'propose-voters', epoch: 1, voters: votersOf(1, 2, 3, 4) });
    expect(() => transcript.input({ kind: 'propose-voters', epoch: 1, voters: votersOf(1, 2) })).toThrow(expect.objectContaining({ code: ErrorCode.REQUEST_TIMED_OUT }));
    transcript.take();
    transcript.inputs({ kind: 'synced', endOffset: 2 }, request(fetchOf(2, 1, 2)));
    expect(transcript.core.highWatermark).toBe(1);
    transcript.take();
    transcript.input(request(fetchOf(4, 1, 2)));
    expect(transcript.take()[1]).toBe('commit 2');
    expect(transcript.core.mayChangeVoters).toBe(true);
  });

  it('leads no longer than until its own removal is committed', () => {
    const transcript = leading();
    transcript.inputs({ kind: 'propose-voters', epoch: 1, voters: votersOf(2, 3) }, { kind: 'synced', endOffset: 2 }, request(fetchOf(2, 1, 2)));
    expect(transcript.core.isLeader).toBe(true);
    transcript.take();
    transcript.input(request(fetchOf(3, 1, 2)));
    transcript.input(request(fetchOf(3, 1, 2)));
    expect(transcript.take()).toEqual([
      '> fetch of 3 at 1/2 in epoch 1', 'commit 2', 'answer: fetched, hw 2, leader 1 epoch 1',
      '> fetch of 3 at 1/2 in epoch 1', 'send 7 to 2: end-quorum-epoch 1 of 1', 'send 8 to 3: end-quorum-epoch 1 of 1',
      'resign epoch 1', 'persist-vote leader -1 epoch 1 voted 1', 'leader-changed -1 epoch 1',
      `answer: fetched, hw 0, leader -1 epoch 1 error ${ErrorCode.NOT_LEADER_OR_FOLLOWER}`,
    ]);
  });

  it('tells the leader when it is reached elsewhere than the voters say', () => {
    const moved = [{ name: 'CONTROLLER', host: 'elsewhere', port: 1 }];
    const transcript = started({ state: { endpoints: moved } });
    transcript.inputs(request(beginEpoch(2, 1)), answer(1, fetched()));
    expect(transcript.take().slice(-2)).toEqual(['send 2 to 2: fetch of 1 at 0/0 in epoch 1', 'send 3 to 2: update-voter 1']);
    const leader = leading();
    leader.input(request({ kind: 'update-voter', voter: key(2), epoch: 1, endpoints: moved }));
    expect(leader.take().slice(1)).toEqual(['append-control voters at 1 epoch 1', 'sync', 'answer: update-voter, leader 1 epoch 1']);
    expect(leader.core.voters[1]?.endpoints).toEqual(moved);
    leader.input(request({ kind: 'update-voter', voter: { id: 2, directoryId: directories[5] }, epoch: 1, endpoints }));
    expect(leader.take().at(-1)).toBe(`answer: update-voter, leader 1 epoch 1 error ${ErrorCode.VOTER_NOT_FOUND}`);
  });

  it('only observes with another folder than the voter of its number, and asks around for the leader', () => {
    const transcript = started({ state: { directoryId: directories[5] } });
    transcript.tick();
    expect(transcript.take()).toEqual(['> start', '> tick', 'send 1 to 2: fetch of 1 at 0/0 in epoch 0']);
    transcript.input(answer(1, fetched({ leaderId: 3, leaderEpoch: 4, errorCode: ErrorCode.FENCED_LEADER_EPOCH })));
    expect(transcript.take().slice(1)).toEqual(['persist-vote leader 3 epoch 4 voted -1', 'leader-changed 3 epoch 4', 'send 2 to 3: fetch of 1 at 0/0 in epoch 4']);
    expect(transcript.core.isVoter).toBe(false);
  });
});
