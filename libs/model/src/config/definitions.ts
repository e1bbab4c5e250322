import { coordinatorBrokerConfigs } from './broker-configs-coordinator.ts';
import { logBrokerConfigs } from './broker-configs-log.ts';
import { networkBrokerConfigs } from './broker-configs-network.ts';
import { quorumBrokerConfigs } from './broker-configs-quorum.ts';
import { remoteBrokerConfigs } from './broker-configs-remote.ts';
import { securityBrokerConfigs } from './broker-configs-security.ts';
import { clientMetricsKeys } from './client-metrics-configs.ts';
import { ConfigDefinition } from './config-definition.ts';
import { groupKeys } from './group-configs.ts';
import { topicKeys } from './topic-configs.ts';

/** Every topic, broker, group and client metrics key of Kafka 4.3. */
export const topicConfigs: ConfigDefinition = new ConfigDefinition('topic', topicKeys);
export const brokerConfigs: ConfigDefinition = new ConfigDefinition('broker', [
  ...networkBrokerConfigs,
  ...quorumBrokerConfigs,
  ...logBrokerConfigs,
  ...coordinatorBrokerConfigs,
  ...securityBrokerConfigs,
  ...remoteBrokerConfigs,
]);
export const groupConfigs: ConfigDefinition = new ConfigDefinition('group', groupKeys);
export const clientMetricsConfigs: ConfigDefinition = new ConfigDefinition('client metrics', clientMetricsKeys);
