import type { CoordinatorShard, Decision, EncodedRecord, ShardRequest, ShardTime } from '../runtime/coordinator-shard.ts';
import { TRANSACTIONS_UNSUPPORTED } from './transaction-coordinator.ts';

/**
 * A shard of `__transaction_state` while transactions are not built: a log that another implementation wrote stays as it
 * is, and every request is refused.
 */
export class ClosedTransactionShard implements CoordinatorShard<never> {
  decode(): undefined {
    return undefined;
  }

  encode(record: never): EncodedRecord {
    return record;
  }

  replay(): void {}

  onLoaded(): void {}

  handle({ requestId }: ShardRequest, _time: ShardTime, decision: Decision<never>): void {
    decision.refuse(requestId, TRANSACTIONS_UNSUPPORTED);
  }

  onTime(): void {}

  nextDeadlineMs(): number {
    return Infinity;
  }

  onTopicsDeleted(): void {}

  onRequestCancelled(): void {}
}
