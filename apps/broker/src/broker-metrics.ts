import type { Counter, Metrics } from '@ottla/model';
import { ErrorCode } from '@ottla/model';
import { RecordBatch } from '@ottla/protocol';

/** What is counted for a topic, in the order of its cells, with what Kafka calls it. */
const topicSeries = [
  ['bytesin', 'Bytes of record batches that producers wrote'],
  ['messagesin', 'Records that producers wrote'],
  ['bytesout', 'Bytes of record batches that consumers were sent'],
  ['totalproducerequests', 'Partitions of Produce requests'],
  ['totalfetchrequests', 'Partitions of consumers\' Fetch requests'],
  ['failedproducerequests', 'Partitions of Produce requests that were refused'],
  ['failedfetchrequests', 'Partitions of consumers\' Fetch requests that were refused'],
] as const;
const [BYTES_IN, MESSAGES_IN, BYTES_OUT, PRODUCED, FETCHED, FAILED_PRODUCE, FAILED_FETCH] = [0, 1, 2, 3, 4, 5, 6] as const;

/** Topics beyond this many share one row, so that a client that makes topics cannot fill the memory. */
const MAX_TOPICS = 1000;
const OTHER = '(other)';
const PREFIX = 'kafka_server_brokertopicmetrics';

/**
 * Kafka's BrokerTopicMetrics, of all topics (`…_bytesin_total`) and by topic (`…_topic_bytesin_total`). The row of a topic
 * that is deleted goes with the next collection; those of all topics never fall.
 */
export class BrokerTopicMetrics {
  readonly #rows = new Map<string, Float64Array>();
  readonly #other = new Float64Array(topicSeries.length);
  readonly #total = new Float64Array(topicSeries.length);
  readonly #batch = new RecordBatch(new Uint8Array(0));
  readonly #replicationOut: Counter;
  readonly #bytesRejected: Counter;
  /** What bytes followers took from their leaders. */
  readonly replicationIn: Counter;

  /** `exists` tells topics that are deleted. */
  constructor(metrics: Metrics, exists: (topic: string) => boolean) {
    topicSeries.forEach(([name, help], cell) => {
      metrics.collect(`${PREFIX}_${name}_total`, `${help}, of all topics`, 'counter', (emit) => emit(this.#total[cell] ?? 0));
      metrics.collect(`${PREFIX}_topic_${name}_total`, `${help}, by topic`, 'counter', (emit) => {
        if (cell === 0) this.#forgetDeleted(exists);
        for (const [topic, row] of this.#rows) emit(row[cell] ?? 0, { topic });
        if (this.#other.some((value) => value > 0)) emit(this.#other[cell] ?? 0, { topic: OTHER });
      });
    });
    this.#replicationOut = metrics.counter(`${PREFIX}_replicationbytesout_total`, 'Bytes of record batches that followers were sent');
    this.replicationIn = metrics.counter(`${PREFIX}_replicationbytesin_total`, 'Bytes of record batches that this broker took from leaders');
    this.#bytesRejected = metrics.counter(`${PREFIX}_bytesrejected_total`, 'Bytes of record batches that were refused for their size');
  }

  produced(topic: string, records: Uint8Array, error: ErrorCode): void {
    const row = this.#row(topic);
    this.#add(row, PRODUCED, 1);
    if (error !== ErrorCode.NONE) {
      this.#add(row, FAILED_PRODUCE, 1);
      if (error === ErrorCode.MESSAGE_TOO_LARGE || error === ErrorCode.RECORD_LIST_TOO_LARGE) this.#bytesRejected.add(records.length);
      return;
    }
    this.#add(row, BYTES_IN, records.length);
    const batch = this.#batch.moveTo(records, 0);
    if (batch.isComplete) this.#add(row, MESSAGES_IN, batch.recordCount);
  }

  /** A partition's part of the answer to a Fetch; `isReplica`: of a follower, which is no consumer. */
  fetched(topic: string, bytes: number, error: ErrorCode, isReplica: boolean): void {
    if (isReplica) {
      this.#replicationOut.add(bytes);
      return;
    }
    const row = this.#row(topic);
    this.#add(row, FETCHED, 1);
    if (bytes > 0) this.#add(row, BYTES_OUT, bytes);
    if (error !== ErrorCode.NONE) this.#add(row, FAILED_FETCH, 1);
  }

  #add(row: Float64Array, cell: number, amount: number): void {
    row[cell]! += amount;
    this.#total[cell]! += amount;
  }

  #row(topic: string): Float64Array {
    const known = this.#rows.get(topic);
    if (known !== undefined) return known;
    // A topic that nobody knows has no name to count under.
    if (topic === '' || this.#rows.size >= MAX_TOPICS) return this.#other;
    const row = new Float64Array(topicSeries.length);
    this.#rows.set(topic, row);
    return row;
  }

  #forgetDeleted(exists: (topic: string) => boolean): void {
    for (const topic of this.#rows.keys()) if (!exists(topic)) this.#rows.delete(topic);
  }
}
