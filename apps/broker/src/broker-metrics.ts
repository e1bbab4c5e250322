import type { Counter, Metrics } from '@ottla/model';
import { ErrorCode } from '@ottla/model';
import { RecordBatch } from '@ottla/protocol';

interface TopicMeters {
  readonly bytesIn: Counter;
  readonly messagesIn: Counter;
  readonly bytesOut: Counter;
  readonly failedProduce: Counter;
  readonly failedFetch: Counter;
}

/** Topics beyond this many share one set of series, so that a client that makes topics cannot fill the memory. */
const MAX_TOPICS = 2000;

/** Kafka's BrokerTopicMetrics by topic. */
export class BrokerTopicMetrics {
  readonly #metrics: Metrics;
  readonly #byTopic = new Map<string, TopicMeters>();
  readonly #batch = new RecordBatch(new Uint8Array(0));

  constructor(metrics: Metrics) {
    this.#metrics = metrics;
  }

  produced(topic: string, records: Uint8Array, error: ErrorCode): void {
    const meters = this.#meters(topic);
    if (error !== ErrorCode.NONE) {
      meters.failedProduce.add(1);
      return;
    }
    meters.bytesIn.add(records.length);
    const batch = this.#batch.moveTo(records, 0);
    if (batch.isComplete) meters.messagesIn.add(batch.recordCount);
  }

  fetched(topic: string, bytes: number, error: ErrorCode): void {
    if (bytes > 0) this.#meters(topic).bytesOut.add(bytes);
    else if (error !== ErrorCode.NONE) this.#meters(topic).failedFetch.add(1);
  }

  #meters(topic: string): TopicMeters {
    const known = this.#byTopic.get(topic);
    if (known !== undefined) return known;
    const label = this.#byTopic.size < MAX_TOPICS ? topic : '(other)';
    const prefix = 'kafka_server_brokertopicmetrics';
    const counter = (name: string, help: string): Counter => this.#metrics.counter(`${prefix}_${name}_total`, help, { topic: label });
    const meters = {
      bytesIn: counter('bytesin', 'Bytes of record batches that producers wrote'),
      messagesIn: counter('messagesin', 'Records that producers wrote'),
      bytesOut: counter('bytesout', 'Bytes of record batches that consumers were sent'),
      failedProduce: counter('failedproducerequests', 'Partitions of Produce requests that were refused'),
      failedFetch: counter('failedfetchrequests', 'Partitions of Fetch requests that were refused'),
    };
    this.#byTopic.set(label === topic ? topic : label, meters);
    return meters;
  }
}
