import type { ConfigDefinition } from './config-definition.ts';

/** Every topic, broker and group key of Kafka 4.3. */
export declare const topicConfigs: ConfigDefinition;
export declare const brokerConfigs: ConfigDefinition;
export declare const groupConfigs: ConfigDefinition;
