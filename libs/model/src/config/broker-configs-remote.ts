import type { ConfigKey } from './config-definition.ts';
import { ignored, refused } from './config-rows.ts';

/** Tiered storage, which Ottla does not have. */
export const remoteBrokerConfigs: readonly ConfigKey[] = [
  ignored('follower.fetch.last.tiered.offset.enable', 'BOOLEAN', 'false', '', 'cluster-wide'),
  ignored('log.local.retention.bytes', 'LONG', '-2', '[-2,...]', 'cluster-wide'),
  ignored('log.local.retention.ms', 'LONG', '-2', '[-2,...]', 'cluster-wide'),
  ignored('remote.fetch.max.wait.ms', 'INT', '500', '[1,...]', 'cluster-wide'),
  ignored('remote.list.offsets.request.timeout.ms', 'LONG', '30000', '[1,...]', 'cluster-wide'),
  ignored('remote.log.index.file.cache.total.size.bytes', 'LONG', '1073741824', '[1,...]', 'cluster-wide'),
  ignored('remote.log.manager.copier.thread.pool.size', 'INT', '10', '[1,...]', 'cluster-wide'),
  ignored('remote.log.manager.copy.max.bytes.per.second', 'LONG', '9223372036854775807', '[1,...]', 'cluster-wide'),
  ignored('remote.log.manager.copy.quota.window.num', 'INT', '11', '[1,...]'),
  ignored('remote.log.manager.copy.quota.window.size.seconds', 'INT', '1', '[1,...]'),
  ignored('remote.log.manager.expiration.thread.pool.size', 'INT', '10', '[1,...]', 'cluster-wide'),
  ignored('remote.log.manager.fetch.max.bytes.per.second', 'LONG', '9223372036854775807', '[1,...]', 'cluster-wide'),
  ignored('remote.log.manager.fetch.quota.window.num', 'INT', '11', '[1,...]'),
  ignored('remote.log.manager.fetch.quota.window.size.seconds', 'INT', '1', '[1,...]'),
  ignored('remote.log.manager.follower.thread.pool.size', 'INT', '2', '[1,...]', 'cluster-wide'),
  ignored('remote.log.manager.task.interval.ms', 'LONG', '30000', '[1,...]'),
  ignored('remote.log.manager.thread.pool.size', 'INT', '2', '[1,...]'),
  ignored('remote.log.metadata.custom.metadata.max.bytes', 'INT', '128', '[0,...]'),
  ignored('remote.log.metadata.manager.class.name', 'STRING', 'org.apache.kafka.server.log.remote.metadata.storage.TopicBasedRemoteLogMetadataManager', 'non-empty string'),
  ignored('remote.log.metadata.manager.class.path', 'STRING', null),
  ignored('remote.log.metadata.manager.impl.prefix', 'STRING', 'rlmm.config.', 'non-empty string'),
  ignored('remote.log.metadata.manager.listener.name', 'STRING', null, 'non-empty string'),
  ignored('remote.log.reader.max.pending.tasks', 'INT', '100', '[1,...]'),
  ignored('remote.log.reader.threads', 'INT', '10', '[1,...]', 'cluster-wide'),
  ignored('remote.log.storage.manager.class.name', 'STRING', null, 'non-empty string'),
  ignored('remote.log.storage.manager.class.path', 'STRING', null),
  ignored('remote.log.storage.manager.impl.prefix', 'STRING', 'rsm.config.', 'non-empty string'),
  refused('remote.log.storage.system.enable', 'BOOLEAN', 'false'),
];
