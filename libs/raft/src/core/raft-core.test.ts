import { describe, expect, it } from '@jest/globals';
import { ErrorCode, ZERO_UUID } from '@ottla/model';
import { coreOf, directories, Transcript, votersOf, type CoreSetup } from './core-bench.ts';
import type { RaftCore } from './raft-core.ts';

const one = (setup: CoreSetup = {}): RaftCore => coreOf({ voters: votersOf(1), ...setup });
const said = (core: RaftCore): Transcript => new Transcript(core);

describe('RaftCore with one voter', () => {
  it('elects itself at start, and leads once its first record is durable', () => {
    const transcript = said(one()).inputs(
      { kind: 'start' },
      { kind: 'synced', endOffset: 1 },
      { kind: 'propose', epoch: 1, recordCount: 3 },
      { kind: 'propose', epoch: 1, recordCount: 1 },
      { kind: 'synced', endOffset: 4 },
      { kind: 'synced', endOffset: 5 },
    );
    expect(transcript.take()).toEqual([
      '> start', 'persist-vote leader 1 epoch 1 voted -1', 'append-control leader-change at 0 epoch 1', 'sync', 'leader-changed 1 epoch 1',
      '> synced 1', 'commit 1', 'become-leader epoch 1',
      '> propose', 'append 1-3 epoch 1', 'sync',
      '> propose', 'append 4-4 epoch 1', 'sync',
      '> synced 4', 'commit 4',
      '> synced 5', 'commit 5',
    ]);
    const { core } = transcript;
    expect([core.leaderId, core.epoch, core.highWatermark, core.logEndOffset, core.nextDeadlineMs()]).toEqual([1, 1, 5, 5, undefined]);
  });

  it('takes an epoch above its vote and above its log', () => {
    const quorumState = { leaderId: 1, leaderEpoch: 4, votedId: -1, votedDirectoryId: ZERO_UUID };
    const epochs = (epoch: number) => [{ epoch, startOffset: 0 }];
    expect(said(one({ quorumState, epochs: epochs(3), endOffset: 5 })).inputs({ kind: 'start' }).take()[1]).toBe('persist-vote leader 1 epoch 5 voted -1');
    expect(said(one({ quorumState, epochs: epochs(8), endOffset: 5 })).inputs({ kind: 'start' }).take()[1]).toBe('persist-vote leader 1 epoch 9 voted -1');
  });

  it('does not count records of earlier epochs as committed before one of its own is durable', () => {
    const machine = one({ endOffset: 10, epochs: [{ epoch: 2, startOffset: 0 }] });
    const transcript = said(machine).inputs({ kind: 'start' }, { kind: 'synced', endOffset: 10 }, { kind: 'synced', endOffset: 11 });
    expect(transcript.take().slice(-4)).toEqual(['> synced 10', '> synced 11', 'commit 11', 'become-leader epoch 3']);
  });

  it('writes the voters to the log when only the bootstrap snapshot names them, or when it moved', () => {
    expect(said(one({ isInLog: false })).inputs({ kind: 'start' }).take()[2]).toBe('append-control leader-change+kraft-version+voters at 0 epoch 1');
    const moved = one({ state: { endpoints: [{ name: 'CONTROLLER', host: 'elsewhere', port: 9093 }] } });
    expect(said(moved).inputs({ kind: 'start' }).take()[2]).toBe('append-control leader-change+kraft-version+voters at 0 epoch 1');
    expect(moved.voters[0]?.endpoints[0]?.host).toBe('elsewhere');
  });

  it('refuses proposals of another epoch, and before it leads, and leaves the log end alone', () => {
    const machine = one();
    expect(() => machine.step({ kind: 'propose', epoch: 1, recordCount: 1 }, 0)).toThrow(expect.objectContaining({ code: ErrorCode.NOT_CONTROLLER }));
    machine.step({ kind: 'start' }, 0);
    expect(() => machine.step({ kind: 'propose', epoch: 2, recordCount: 1 }, 0)).toThrow(expect.objectContaining({ code: ErrorCode.NOT_CONTROLLER }));
    expect(machine.logEndOffset).toBe(1);
  });

  it('resigns for good when the storage fails', () => {
    const transcript = said(one()).inputs({ kind: 'start' }, { kind: 'propose', epoch: 1, recordCount: 1 });
    transcript.take();
    transcript.inputs({ kind: 'storage-failed' }, { kind: 'synced', endOffset: 2 }, { kind: 'start' });
    expect(transcript.take()).toEqual(['> storage-failed', 'resign epoch 1', 'leader-changed -1 epoch 1', '> synced 2', '> start']);
  });

  it('takes no part in a quorum of one other', () => {
    expect(() => one({ voters: votersOf(2) })).toThrow('the only voter is node 2');
    expect(() => one({ state: { directoryId: directories[2] } })).toThrow('directory.id');
  });
});
