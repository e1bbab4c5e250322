import { describe, expect, it, jest } from '@jest/globals';
import { LeaderProgress } from '../core/leader-progress.ts';
import { LogView } from '../core/log-view.ts';
import type { Voter } from '../core/quorum.ts';
import { CommitDelivery } from '../driver/commit-delivery.ts';
import type { SnapshotId } from '../raft-client.ts';
import { RaftWorld, type RaftRunOptions } from './raft-world.ts';

const MAX_SEEDS = 500;
jest.setTimeout(120_000);

/** Replaces one member of a class while `act` runs. */
async function patched<T>(prototype: object, member: string, replacement: PropertyDescriptor, act: () => Promise<T>): Promise<T> {
  const original = Object.getOwnPropertyDescriptor(prototype, member);
  if (original === undefined) throw new Error(`there is no ${member} to plant a defect in`);
  Object.defineProperty(prototype, member, { configurable: true, ...replacement });
  try {
    return await act();
  } finally {
    Object.defineProperty(prototype, member, original);
  }
}

/** What the first seed says that finds the defect, and which one it is. */
async function firstFinding(options: Omit<RaftRunOptions, 'seed' | 'voters'> = {}): Promise<string> {
  for (let seed = 1; seed <= MAX_SEEDS; seed++) {
    try {
      await new RaftWorld({ seed, voters: seed % 3 === 0 ? 5 : 3, ...options }).run();
    } catch (error) {
      return (error as Error).message;
    }
  }
  return `nothing found in ${MAX_SEEDS} seeds`;
}

describe('a defect in a simulated quorum is found', () => {
  it('when votes are not persisted', async () => {
    const found = await firstFinding({ patchLog: (log) => (log.writeVote = () => {}) });
    expect(found).toMatch(/not on disk|both lead/);
  });

  it('when a log that parted is not cut', async () => {
    const found = await patched(LogView.prototype, 'divergence', { value: () => ({ kind: 'none' }) }, firstFinding);
    expect(found).toMatch(/seed \d+/);
  });

  it('when what an earlier leader wrote is committed by counting', async () => {
    const found = await patched(LeaderProgress.prototype, 'mayCommit', { value: () => true }, firstFinding);
    expect(found).toMatch(/seed \d+/);
  });

  it('when a follower fetches before it synced', async () => {
    const found = await patched(LogView.prototype, 'isSynced', { get: () => true }, firstFinding);
    expect(found).toMatch(/seed \d+/);
  });

  it('when a vote is given to a log that lacks what is committed', async () => {
    const found = await patched(LogView.prototype, 'isUpToDate', { value: () => true }, firstFinding);
    expect(found).toMatch(/seed \d+/);
  });

  it('when a snapshot is taken over without its epoch', async () => {
    const install = Object.getOwnPropertyDescriptor(LogView.prototype, 'install')?.value as LogView['install'];
    const value = function (this: LogView, snapshot: SnapshotId, voters: readonly Voter[] | undefined): void {
      install.call(this, { ...snapshot, epoch: 0 }, voters);
    };
    const found = await patched(LogView.prototype, 'install', { value }, firstFinding);
    expect(found).toMatch(/seed \d+/);
  });

  it('when a leader takes for committed what one other has', async () => {
    const value = function (this: LeaderProgress, voters: readonly Voter[], ownSyncedOffset: number): number {
      return Math.max(ownSyncedOffset, ...voters.map((voter) => this.progressOf(voter)?.endOffset ?? -1));
    };
    const found = await patched(LeaderProgress.prototype, 'commitOffset', { value }, firstFinding);
    expect(found).toMatch(/seed \d+/);
  });

  it('when a former leader goes on to deliver what it appended', async () => {
    const found = await patched(CommitDelivery.prototype, 'resigned', { value: () => {} }, firstFinding);
    expect(found).toMatch(/seed \d+/);
  });
});
