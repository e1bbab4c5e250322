import type { EpochStart } from './log-view.ts';
import type { QuorumState, Voter } from './quorum.ts';
import { RaftCore, type RaftCoreState } from './raft-core.ts';
import type { RaftAnswer, RaftRequest } from './raft-messages.ts';
import type { RaftAction, RaftInput } from './raft-steps.ts';

/** Directory ids of the nodes 1 to 7. */
export const directories = ['', 'nuRbAzHxQ86K2qh5J4qfYA', 'jcfTTcLvQ5ukHuY-qEpNZA', 'JCF9a1LbTVCMlEDPLKbDbg', 'Vdx5lzmLTbOHO6bZ6OFrbQ', 'cU_jxWYKRVCqJrsK4JpDbA', 'q0fYJ1c6Tk2m2xw0Z5i7Vg', 'tW3nB8s9QeGdPqLr1uYxOg'] as const;
export const endpoints = [{ name: 'CONTROLLER', host: '127.0.0.1', port: 9093 }];

export function votersOf(...ids: readonly number[]): Voter[] {
  return ids.map((id) => ({ id, directoryId: directories[id] ?? '', endpoints }));
}

export interface CoreSetup {
  readonly nodeId?: number;
  readonly voters?: readonly Voter[];
  readonly isInLog?: boolean;
  readonly epochs?: readonly EpochStart[];
  readonly endOffset?: number;
  readonly snapshot?: { readonly endOffset: number; readonly epoch: number };
  readonly quorumState?: QuorumState;
  readonly state?: Partial<RaftCoreState>;
}

/** A core for transcripts: chance always answers 0. */
export function coreOf({ nodeId = 1, voters = votersOf(1, 2, 3), isInLog = true, epochs = [], endOffset = 0, snapshot = { endOffset: 0, epoch: 0 }, quorumState, state = {} }: CoreSetup = {}): RaftCore {
  return new RaftCore({
    nodeId,
    directoryId: directories[nodeId] ?? '',
    endpoints,
    log: { startOffset: snapshot.endOffset, endOffset, snapshot, epochs, voterSets: [{ offset: -1, voters, isInLog }] },
    quorumState,
    random: { below: () => 0 },
    ...state,
  });
}

/** Feeds inputs, and notes each with what it was answered with, in words. */
export class Transcript {
  readonly core: RaftCore;
  readonly lines: string[] = [];
  nowMs = 0;

  constructor(core: RaftCore) {
    this.core = core;
  }

  input(input: RaftInput): readonly RaftAction[] {
    this.lines.push(`> ${inputWords(input)}`);
    const actions = this.core.step(input, this.nowMs);
    for (const action of actions) this.lines.push(actionWords(action));
    return actions;
  }

  inputs(...inputs: readonly RaftInput[]): this {
    for (const input of inputs) this.input(input);
    return this;
  }

  /** Time goes on to the next deadline. */
  tick(): readonly RaftAction[] {
    this.nowMs = Math.max(this.nowMs, this.core.nextDeadlineMs() ?? this.nowMs);
    return this.input({ kind: 'tick' });
  }

  /** What was said since the last call. */
  take(): string[] {
    return this.lines.splice(0);
  }
}

function inputWords(input: RaftInput): string {
  switch (input.kind) {
    case 'written':
    case 'synced':
      return `${input.kind} ${input.endOffset}`;
    case 'request':
      return `${requestWords(input.request)}`;
    case 'answer':
      return `answer ${input.id}: ${answerWords(input.answer)}`;
    case 'request-failed':
      return `failed ${input.id}${input.isDisconnected ? ', disconnected' : ''}`;
    case 'start':
    case 'tick':
    case 'propose':
    case 'propose-voters':
    case 'observed':
    case 'snapshot-installed':
    case 'snapshot-refused':
    case 'log-started':
    case 'shut-down':
    case 'storage-failed':
      return input.kind;
  }
}

function requestWords(request: RaftRequest): string {
  switch (request.kind) {
    case 'vote':
      return `${request.isPreVote ? 'pre-vote' : 'vote'} for ${request.candidate.id} in epoch ${request.epoch}, log ${request.lastEpoch}/${request.lastOffset}`;
    case 'fetch':
      return `fetch of ${request.replica.id} at ${request.lastEpoch}/${request.offset} in epoch ${request.epoch}`;
    case 'fetch-snapshot':
      return `fetch-snapshot of ${request.replica.id}: ${request.snapshot.endOffset}-${request.snapshot.epoch} at ${request.position}`;
    case 'begin-quorum-epoch':
    case 'end-quorum-epoch':
      return `${request.kind} ${request.epoch} of ${request.leaderId}`;
    case 'update-voter':
      return `update-voter ${request.voter.id}`;
  }
}

function answerWords(answer: RaftAnswer): string {
  const head = `leader ${answer.leaderId} epoch ${answer.leaderEpoch}${answer.errorCode === 0 ? '' : ` error ${answer.errorCode}`}`;
  switch (answer.kind) {
    case 'vote':
      return `${answer.isVoteGranted ? 'granted' : 'refused'}, ${head}`;
    case 'fetch': {
      const { diverging, snapshot } = answer;
      const what = diverging === null ? (snapshot === null ? '' : `snapshot ${snapshot.endOffset}-${snapshot.epoch}, `) : `diverging ${diverging.epoch}/${diverging.endOffset}, `;
      return `fetched, ${what}hw ${answer.highWatermark}, ${head}`;
    }
    case 'fetch-snapshot':
      return `snapshot bytes at ${answer.position}, ${head}`;
    case 'begin-quorum-epoch':
    case 'end-quorum-epoch':
    case 'update-voter':
      return `${answer.kind}, ${head}`;
  }
}

function actionWords(action: RaftAction): string {
  switch (action.kind) {
    case 'persist-vote':
      return `persist-vote leader ${action.state.leaderId} epoch ${action.state.leaderEpoch} voted ${action.state.votedId}`;
    case 'append-control':
      return `append-control ${action.records.map(({ kind }) => kind).join('+')} at ${action.baseOffset} epoch ${action.epoch}`;
    case 'append':
      return `append ${action.baseOffset}-${action.lastOffset} epoch ${action.epoch}`;
    case 'append-fetched':
      return `append-fetched to ${action.endOffset}`;
    case 'truncate':
      return `truncate ${action.endOffset}`;
    case 'commit':
      return `commit ${action.highWatermark}`;
    case 'leader-changed':
      return `leader-changed ${action.leaderId} epoch ${action.epoch}`;
    case 'become-leader':
    case 'resign':
      return `${action.kind} epoch ${action.epoch}`;
    case 'send':
      return `send ${action.id} to ${action.to.id}: ${requestWords(action.request)}`;
    case 'answer':
      return `answer: ${answerWords(action.answer)}`;
    case 'answer-fetch':
      return `answer with records from ${action.offset}: ${answerWords(action.answer)}`;
    case 'answer-fetch-snapshot':
      return `answer with ${action.snapshot.endOffset}-${action.snapshot.epoch}: ${answerWords(action.answer)}`;
    case 'snapshot-begin':
    case 'snapshot-install':
      return `${action.kind} ${action.snapshot.endOffset}-${action.snapshot.epoch}`;
    case 'snapshot-append':
      return `snapshot-append ${action.bytes.length}`;
    case 'sync':
    case 'snapshot-abandon':
      return action.kind;
  }
}
