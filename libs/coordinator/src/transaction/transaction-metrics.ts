import type { Metrics } from '@ottla/model';
import type { TransactionShardOptions } from './transaction-shard.ts';
import type { TransactionStore } from './transaction-store.ts';

const PREFIX = 'ottla_transaction_coordinator';

/** What a shard counts; made once for all shards of an instance. */
export function transactionMetricsOf(metrics: Metrics): Required<Pick<TransactionShardOptions, 'onCompleted' | 'onTimedOut'>> {
  const counter = (outcome: string) => metrics.counter(`${PREFIX}_transactions_total`, 'Transactions that are complete, by outcome', { outcome });
  const [commits, aborts] = [counter('commit'), counter('abort')];
  const timedOut = metrics.counter(`${PREFIX}_timed_out_transactions_total`, 'Transactions that took longer than their timeout and were aborted');
  const duration = metrics.histogram(`${PREFIX}_transaction_duration_seconds`, 'Time from the first partition of a transaction until all its markers are written');
  return {
    onCompleted: (isCommit, durationMs) => {
      (isCommit ? commits : aborts).add(1);
      duration.observe(durationMs / 1000);
    },
    onTimedOut: () => timedOut.add(1),
  };
}

/** Registers what can be told of the transactions of this instance when metrics are collected. Answers how to remove it. */
export function watchTransactions(metrics: Metrics, stores: () => Iterable<TransactionStore>): readonly (() => void)[] {
  const states = ['Empty', 'Ongoing', 'PrepareCommit', 'PrepareAbort', 'CompleteCommit', 'CompleteAbort'];
  return [
    metrics.collect(`${PREFIX}_transactional_ids`, 'Transactional ids of this coordinator, by state of their transaction', 'gauge', (emit) => {
      const counts = new Map(states.map((state) => [state, 0]));
      for (const store of stores()) for (const { value } of store.all()) counts.set(value.state, (counts.get(value.state) ?? 0) + 1);
      for (const [state, count] of counts) emit(count, { state });
    }),
    metrics.collect(`${PREFIX}_open_transactions`, 'Transactions that have begun and are not complete', 'gauge', (emit) => {
      let open = 0;
      for (const store of stores()) for (const transaction of store.all()) if (!transaction.isAtRest) open++;
      emit(open);
    }),
  ];
}
