import type { ConfigKey } from './config-definition.ts';
import { groupKey } from './config-rows.ts';

/** Settings of a group of KIP-848 and its kin; those of share and streams groups are stored and shown, and not acted on until those group types are built. A key without a broker key names itself, as Kafka lists it. */
export const groupKeys: readonly ConfigKey[] = [
  groupKey('consumer.assignment.interval.ms', 'INT', '1000', '[0,...]', 'Shortest time between two assignments of a consumer group, in milliseconds.', ['group.consumer.assignment.interval.ms'], 'acted-on'),
  groupKey('consumer.heartbeat.interval.ms', 'INT', '5000', '[1,...]', 'Time between two heartbeats of a member of a consumer group, in milliseconds.', ['group.consumer.heartbeat.interval.ms'], 'acted-on'),
  groupKey('consumer.session.timeout.ms', 'INT', '45000', '[1,...]', 'Silence after which a member of a consumer group is removed, in milliseconds.', ['group.consumer.session.timeout.ms'], 'acted-on'),
  groupKey('share.assignment.interval.ms', 'INT', '1000', '[0,...]', 'Shortest time between two assignments of a share group, in milliseconds.', ['group.share.assignment.interval.ms']),
  groupKey('share.auto.offset.reset', 'STRING', 'latest', '[latest, earliest, by_duration:PnDTnHnMn.nS]', 'Where a share group starts to read a partition: latest, earliest or by_duration:<ISO 8601 duration>.', ['share.auto.offset.reset']),
  groupKey('share.delivery.count.limit', 'INT', '5', '[2,...]', 'How often a record is delivered to a share group before it is archived.', ['group.share.delivery.count.limit']),
  groupKey('share.heartbeat.interval.ms', 'INT', '5000', '[1,...]', 'Time between two heartbeats of a member of a share group, in milliseconds.', ['group.share.heartbeat.interval.ms']),
  groupKey('share.isolation.level', 'STRING', 'read_uncommitted', '[read_committed, read_uncommitted]', 'Whether a share group sees records of open transactions.', ['share.isolation.level']),
  groupKey('share.partition.max.record.locks', 'INT', '2000', '[100,...]', 'Most records of a partition that a share group holds at once.', ['group.share.partition.max.record.locks']),
  groupKey('share.record.lock.duration.ms', 'INT', '30000', '[1000,...]', 'How long a record is held for a member of a share group, in milliseconds.', ['group.share.record.lock.duration.ms']),
  groupKey('share.renew.acknowledge.enable', 'BOOLEAN', 'true', '', 'Whether members of a share group may hold a record for longer.', ['share.renew.acknowledge.enable']),
  groupKey('share.session.timeout.ms', 'INT', '45000', '[1,...]', 'Silence after which a member of a share group is removed, in milliseconds.', ['group.share.session.timeout.ms']),
  groupKey('streams.assignment.interval.ms', 'INT', '1000', '[0,...]', 'Shortest time between two assignments of a streams group, in milliseconds.', ['group.streams.assignment.interval.ms']),
  groupKey('streams.heartbeat.interval.ms', 'INT', '5000', '[1,...]', 'Time between two heartbeats of a member of a streams group, in milliseconds.', ['group.streams.heartbeat.interval.ms']),
  groupKey('streams.initial.rebalance.delay.ms', 'INT', '3000', '[0,...]', 'Time that an empty streams group waits for more members, in milliseconds.', ['group.streams.initial.rebalance.delay.ms']),
  groupKey('streams.num.standby.replicas', 'INT', '0', '[0,...]', 'Standby copies of each task of a streams group.', ['group.streams.num.standby.replicas']),
  groupKey('streams.session.timeout.ms', 'INT', '45000', '[1,...]', 'Silence after which a member of a streams group is removed, in milliseconds.', ['group.streams.session.timeout.ms']),
];
