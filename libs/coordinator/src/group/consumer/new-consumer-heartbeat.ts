import type { Counter, Logger } from '@ottla/model';
import type { TopicLookup } from '../topic-lookup.ts';
import { ConsumerHeartbeat, type ConsumerHeartbeatParts } from './consumer-heartbeat.ts';
import { Membership } from './membership.ts';
import { Targets } from './targets.ts';
import { TopicRegexes } from './topic-regexes.ts';

export interface ConsumerHeartbeatOptions extends Pick<ConsumerHeartbeatParts, 'store' | 'random' | 'budget' | 'shardName'> {
  readonly topics: TopicLookup;
  readonly logger: Logger;
  /** Counts computed targets. */
  readonly rebalances?: Counter;
}

/** All that a shard needs to serve KIP-848 members, put together. */
export function newConsumerHeartbeat({ store, topics, logger, random, budget, shardName, rebalances }: ConsumerHeartbeatOptions): ConsumerHeartbeat {
  const targets = new Targets(store, topics, logger, rebalances);
  const regexes = new TopicRegexes(store, topics);
  const membership = new Membership(store, targets, regexes, logger);
  return new ConsumerHeartbeat({ store, targets, regexes, membership, random, budget, shardName });
}
