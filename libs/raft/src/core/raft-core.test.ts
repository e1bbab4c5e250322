import { describe, expect, it } from '@jest/globals';
import { ErrorCode, ZERO_UUID } from '@ottla/model';
import { RaftCore, type RaftAction, type RaftCoreState, type RaftInput } from './raft-core.ts';

const directoryId = 'nuRbAzHxQ86K2qh5J4qfYA';
const endpoints = [{ name: 'CONTROLLER', host: '127.0.0.1', port: 9093 }];
const voters = [{ id: 1, directoryId, endpoints }];

function core(state: Partial<RaftCoreState> = {}): RaftCore {
  return new RaftCore({
    nodeId: 1,
    directoryId,
    endpoints,
    voters: { voters, isInLog: true },
    quorumState: undefined,
    logEndOffset: 0,
    lastEpoch: 0,
    ...state,
  });
}

/** Inputs and what each was answered with, as one list of words. */
function transcript(machine: RaftCore, inputs: readonly RaftInput[]): string[] {
  return inputs.flatMap((input) => [`> ${input.kind}`, ...machine.step(input).map(words)]);
}

function words(action: RaftAction): string {
  switch (action.kind) {
    case 'persist-vote':
      return `persist-vote leader ${action.state.leaderId} epoch ${action.state.leaderEpoch}`;
    case 'append-control':
      return `append-control ${action.records.map(({ kind }) => kind).join('+')} at ${action.baseOffset} epoch ${action.epoch}`;
    case 'append':
      return `append ${action.baseOffset}-${action.lastOffset} epoch ${action.epoch}`;
    case 'sync':
      return 'sync';
    case 'commit':
      return `commit ${action.highWatermark}`;
    case 'leader-changed':
      return `leader-changed ${action.leaderId} epoch ${action.epoch}`;
    case 'become-leader':
    case 'resign':
      return `${action.kind} epoch ${action.epoch}`;
  }
}

describe('RaftCore with one voter', () => {
  it('elects itself at start, and leads once its first record is durable', () => {
    const machine = core();
    const said = transcript(machine, [
      { kind: 'start' },
      { kind: 'vote-persisted' },
      { kind: 'synced', endOffset: 1 },
      { kind: 'propose', epoch: 1, recordCount: 3 },
      { kind: 'propose', epoch: 1, recordCount: 1 },
      { kind: 'synced', endOffset: 4 },
      { kind: 'synced', endOffset: 5 },
    ]);
    expect(said).toEqual([
      '> start', 'persist-vote leader 1 epoch 1',
      '> vote-persisted', 'append-control leader-change at 0 epoch 1', 'sync', 'leader-changed 1 epoch 1',
      '> synced', 'commit 1', 'become-leader epoch 1',
      '> propose', 'append 1-3 epoch 1', 'sync',
      '> propose', 'append 4-4 epoch 1', 'sync',
      '> synced', 'commit 4',
      '> synced', 'commit 5',
    ]);
    expect([machine.leaderId, machine.epoch, machine.highWatermark, machine.logEndOffset]).toEqual([1, 1, 5, 5]);
  });

  it('asks for nothing that depends on the vote before the vote is durable', () => {
    const machine = core();
    expect(machine.step({ kind: 'start' }).map(({ kind }) => kind)).toEqual(['persist-vote']);
    expect(() => machine.step({ kind: 'propose', epoch: 1, recordCount: 1 })).toThrow(expect.objectContaining({ code: ErrorCode.NOT_CONTROLLER }));
    expect(machine.leaderId).toBe(-1);
    expect(machine.step({ kind: 'synced', endOffset: 9 })).toEqual([]);
  });

  it('takes an epoch above its vote and above its log', () => {
    const quorumState = { leaderId: 1, leaderEpoch: 4, votedId: -1, votedDirectoryId: ZERO_UUID };
    expect(transcript(core({ quorumState, lastEpoch: 3 }), [{ kind: 'start' }])[1]).toBe('persist-vote leader 1 epoch 5');
    expect(transcript(core({ quorumState, lastEpoch: 8 }), [{ kind: 'start' }])[1]).toBe('persist-vote leader 1 epoch 9');
  });

  it('does not count records of earlier epochs as committed before one of its own is durable', () => {
    const machine = core({ logEndOffset: 10, lastEpoch: 2 });
    const said = transcript(machine, [{ kind: 'start' }, { kind: 'vote-persisted' }, { kind: 'synced', endOffset: 10 }, { kind: 'synced', endOffset: 11 }]);
    expect(said.slice(-4)).toEqual(['> synced', '> synced', 'commit 11', 'become-leader epoch 3']);
  });

  it('writes the voters to the log when only the bootstrap snapshot names them, or when it moved', () => {
    const atBootstrap = core({ voters: { voters, isInLog: false } });
    expect(transcript(atBootstrap, [{ kind: 'start' }, { kind: 'vote-persisted' }])[3]).toBe('append-control leader-change+kraft-version+voters at 0 epoch 1');
    const moved = core({ endpoints: [{ name: 'CONTROLLER', host: 'elsewhere', port: 9093 }] });
    expect(transcript(moved, [{ kind: 'start' }, { kind: 'vote-persisted' }])[3]).toBe('append-control leader-change+kraft-version+voters at 0 epoch 1');
    expect(moved.voters[0]?.endpoints[0]?.host).toBe('elsewhere');
  });

  it('refuses proposals of another epoch and leaves the log end alone', () => {
    const machine = core();
    transcript(machine, [{ kind: 'start' }, { kind: 'vote-persisted' }]);
    expect(() => machine.step({ kind: 'propose', epoch: 2, recordCount: 1 })).toThrow(expect.objectContaining({ code: ErrorCode.NOT_CONTROLLER }));
    expect(machine.logEndOffset).toBe(1);
  });

  it('resigns for good when the storage fails', () => {
    const machine = core();
    transcript(machine, [{ kind: 'start' }, { kind: 'vote-persisted' }, { kind: 'propose', epoch: 1, recordCount: 1 }]);
    expect(transcript(machine, [{ kind: 'storage-failed' }, { kind: 'synced', endOffset: 2 }, { kind: 'start' }])).toEqual([
      '> storage-failed', 'resign epoch 1', 'leader-changed -1 epoch 1',
      '> synced',
      '> start',
    ]);
  });

  it('takes no part in a quorum that is not it alone', () => {
    const other = { id: 2, directoryId: 'jcfTTcLvQ5ukHuY-qEpNZA', endpoints };
    expect(() => core({ voters: { voters: [...voters, other], isInLog: true } })).toThrow('quorum of one');
    expect(() => core({ voters: { voters: [other], isInLog: true } })).toThrow('the only voter is node 2');
    expect(() => core({ directoryId: 'jcfTTcLvQ5ukHuY-qEpNZA' })).toThrow('directory.id');
  });
});
