import { expect } from '@jest/globals';
import { type HarnessOptions, ShardHarness } from './shard-harness.ts';

/** Runs a test's body against a new shard, then asserts that a reload of its log finds what memory holds. */
export function withShard(options: HarnessOptions, body: (harness: ShardHarness) => void): void {
  const harness = new ShardHarness(options);
  body(harness);
  expectReloadable(harness);
}

export function expectReloadable(harness: ShardHarness): void {
  const { memory, reloaded } = harness.durableViews();
  expect(reloaded).toEqual(memory);
}
