import type { Counter } from '@ottla/model';
import type { Rebalance } from '../rebalance.ts';
import type { TopicLookup } from '../topic-lookup.ts';
import { ClassicMembers } from './classic-members.ts';
import { ConsumerHeartbeat, type ConsumerHeartbeatParts } from './consumer-heartbeat.ts';
import { Downgrade } from './downgrade.ts';
import { Membership } from './membership.ts';
import { Targets } from './targets.ts';
import { TopicRegexes } from './topic-regexes.ts';
import { Upgrade } from './upgrade.ts';

export interface ConsumerHeartbeatOptions extends Pick<ConsumerHeartbeatParts, 'store' | 'logger' | 'random' | 'budget' | 'shardName'> {
  readonly topics: TopicLookup;
  /** Counts computed targets. */
  readonly rebalances?: Counter;
  readonly rebalance: Rebalance;
}

/** All that a shard needs to serve KIP-848 members, put together. */
export function newConsumerHeartbeat({ store, topics, logger, random, budget, shardName, rebalances, rebalance }: ConsumerHeartbeatOptions): ConsumerHeartbeat {
  const targets = new Targets(store, topics, logger, rebalances);
  const regexes = new TopicRegexes(topics, logger);
  const downgrade = new Downgrade(store, rebalance, topics, logger);
  const membership = new Membership(store, targets, regexes, downgrade, logger);
  const upgrade = new Upgrade(store, rebalance, topics, logger);
  const classicMembers = new ClassicMembers({ store, membership, targets, downgrade, topics, random });
  return new ConsumerHeartbeat({ store, logger, targets, regexes, membership, upgrade, classicMembers, random, budget, shardName });
}
