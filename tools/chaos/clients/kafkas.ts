import { KafkaJS as Confluent } from '@confluentinc/kafka-javascript';
import { Kafka as KafkaJs, logLevel } from 'kafkajs';

/** librdkafka, in its defaults but for what a test in which everything dies wants quicker. */
export function librdkafka(bootstrap: string): Confluent.Kafka {
  return new Confluent.Kafka({ kafkaJS: { brokers: bootstrap.split(','), logLevel: Confluent.logLevel.NOTHING }, 'topic.metadata.refresh.interval.ms': 5_000 });
}

export function kafkajs(bootstrap: string, clientId: string): KafkaJs {
  return new KafkaJs({ brokers: bootstrap.split(','), clientId, logLevel: logLevel.NOTHING, retry: { retries: 12, initialRetryTime: 50, maxRetryTime: 2_000 }, connectionTimeout: 2_000 });
}
