import { Deadline } from '../deadlines.ts';
import type { ConsumerGroup } from './consumer-group.ts';

/**
 * - `session`: a member was silent for the session timeout;
 * - `revocation`: a member took longer than its rebalance timeout to give partitions up;
 * - `rejoin`: a classic member did not join again within its rebalance timeout;
 * - `sync`: a classic member did not send SyncGroup within its rebalance timeout;
 * - `assignment`: the group's targets may be computed again.
 */
export type ConsumerDeadlineKind = 'session' | 'revocation' | 'rejoin' | 'sync' | 'assignment';

/** A deadline of a KIP-848 group, in the same heap as those of classic groups. */
export class ConsumerDeadline extends Deadline {
  readonly what: ConsumerDeadlineKind;
  readonly consumerGroup: ConsumerGroup;

  constructor(what: ConsumerDeadlineKind, group: ConsumerGroup, memberId = '') {
    super('consumer', undefined, memberId);
    this.what = what;
    this.consumerGroup = group;
  }
}
