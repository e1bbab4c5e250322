import { OFFSETS_TOPIC, TRANSACTION_STATE_TOPIC } from '@ottla/model';
import { seededRandom, Timeline } from '@ottla/testing';
import { invariantFailures } from './transaction-invariants.ts';
import { LogWatch } from './log-watch.ts';
import { TransactionClient } from './transaction-client.ts';
import { noFaults, PARTITIONS, TOPIC, TransactionWorld } from './transaction-world.ts';

/** What one seed came to, and how much it tried. */
export interface SimulationRun {
  readonly failures: readonly string[];
  readonly committed: number;
  readonly aborted: number;
  readonly unknown: number;
  readonly kills: number;
  readonly epochs: number;
  readonly lostAppends: number;
  readonly lateMarkers: number;
  readonly expired: number;
}

const CLIENTS = 3;
const RUN_MS = 8_000;
/** Timeouts, the clean-up of expired ids, and the longest pause between two tries lie within. */
const HEAL_MS = 16_000;
const EXPIRATION_MS = 6_000;

/** Runs one seed: `nextLoopTurn` lets promises settle between the turns of virtual time. */
export async function simulateTransactions(seed: number, nextLoopTurn: () => Promise<void>, timeline = new Timeline()): Promise<SimulationRun> {
  const random = seededRandom(seed);
  const watch = new LogWatch();
  const config = { transactionalIdExpirationMs: EXPIRATION_MS, removeExpiredTransactionCleanupIntervalMs: 500, abortTimedOutTransactionCleanupIntervalMs: 500 };
  const world = await TransactionWorld.create(random, watch, config, nextLoopTurn);
  watch.watch(world.broker);
  await world.settle();

  const clients = Array.from({ length: CLIENTS }, (_, index) => {
    // Two of them share an id now and then: the second fences the first.
    const id = index > 0 && random.below(3) === 0 ? 'tx-0' : `tx-${index}`;
    return new TransactionClient(world, `client-${index}`, id, random.below(3) > 0, 1_000 + random.below(3_000));
  });
  const failures: string[] = [];
  for (const client of clients) client.run().catch((error: unknown) => failures.push(`a client failed: ${String(error)}`));
  world.faults = { appendRefused: random.below(8), appendLost: random.below(8), appendAnswerLost: random.below(8), markersLate: random.below(100), markersAnswerLost: random.below(60), requestLate: random.below(40) };
  while (world.nowMs < RUN_MS) {
    await world.advance(random.below(300));
    const fault = (what: string, act: () => void): void => {
      timeline.note(world.nowMs, what);
      act();
    };
    if (world.happens(120)) fault('a coordinator is killed', () => world.killCoordinator());
    if (world.happens(80)) fault('a link is cut', () => world.cutLink());
    if (world.happens(80)) fault('the epoch of a data partition rises', () => world.raiseEpoch(TOPIC, random.below(PARTITIONS)));
    if (world.happens(40)) fault('the epoch of a shard rises', () => world.raiseEpoch(random.below(2) === 0 ? OFFSETS_TOPIC : TRANSACTION_STATE_TOPIC, 0));
  }
  world.faults = noFaults;
  for (const client of clients) client.isStopped = true;
  await world.advance(HEAL_MS);
  // An id may expire right now: memory is then ahead of the log.
  while (world.appendsUnderWay > 0) await world.advance(1);
  const attempts = clients.flatMap((client) => client.attempts);
  failures.push(...watch.failures, ...(await invariantFailures(world, watch, attempts)));
  const ended = (wants: 'commit' | 'abort'): number => attempts.filter((attempt) => attempt.isEnded && attempt.wants === wants).length;
  return {
    ...world.counts, failures, committed: ended('commit'), aborted: ended('abort'), unknown: attempts.filter(({ isEnded }) => !isEnded).length,
    expired: watch.tombstones,
  };
}
