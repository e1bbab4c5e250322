import { ErrorCode, errorName, type Counter, type Metrics } from '@ottla/model';
import { ApiKeys, apis, MalformedMessageError, WireReader, type ApiKey } from '@ottla/protocol';

/** How deep errors lie in an answer: itself, its topics or groups, their partitions. */
const MAX_DEPTH = 3;

/**
 * Answers that begin with the throttle time and one error code for the whole, from this version on: these are frequent,
 * and need not be decoded to be counted.
 */
const leadingError: ReadonlyMap<number, number> = new Map([
  [ApiKeys.JoinGroup, 2], [ApiKeys.SyncGroup, 1], [ApiKeys.Heartbeat, 1], [ApiKeys.ConsumerGroupHeartbeat, 0],
  [ApiKeys.InitProducerId, 0], [ApiKeys.AddOffsetsToTxn, 0], [ApiKeys.EndTxn, 0],
]);
const ERROR_AT = 4;

/**
 * Kafka's RequestMetrics ErrorsPerSec: errors in answers, by API and error; what is not an error is not counted. A series is
 * made with the first error, so that their number is bounded by APIs and error codes.
 */
export class RequestErrors {
  readonly #metrics: Metrics;
  readonly #counters = new Map<number, Counter>();

  constructor(metrics: Metrics) {
    this.#metrics = metrics;
  }

  count(apiKey: number, error: number): void {
    if (error === ErrorCode.NONE) return;
    const key = apiKey * 0x10000 + error;
    let counter = this.#counters.get(key);
    if (counter === undefined) {
      const labels = { request: apis[apiKey as ApiKey]?.name ?? String(apiKey), error: errorName(error) };
      counter = this.#metrics.counter('kafka_network_requestmetrics_errors_total', 'Errors in answers to clients, by API and error.', labels);
      this.#counters.set(key, counter);
    }
    counter.add(1);
  }

  /** Errors anywhere in an answer before it is encoded. Produce and Fetch count their own: their answers are the largest. */
  countIn(apiKey: number, response: unknown): void {
    if (apiKey === ApiKeys.Produce || apiKey === ApiKeys.Fetch) return;
    // An error of a partition is that of its topic, where there are many.
    this.#walk(apiKey, response, apiKey === ApiKeys.Metadata ? 2 : MAX_DEPTH);
  }

  /** Errors in an answer that another plane encoded. */
  countEncoded(apiKey: number, version: number, body: Uint8Array): void {
    const from = leadingError.get(apiKey);
    if (from !== undefined && version >= from) {
      if (body.length >= ERROR_AT + 2) this.count(apiKey, ((body[ERROR_AT] as number) << 24 >> 16) | (body[ERROR_AT + 1] as number));
      return;
    }
    const codec = apis[apiKey as ApiKey]?.response;
    if (codec === undefined) return;
    try {
      this.#walk(apiKey, codec.decode(new WireReader(body), version), MAX_DEPTH);
    } catch (error) {
      // A figure must never break what it counts: the client judges the answer itself.
      if (!(error instanceof MalformedMessageError)) throw error;
    }
  }

  #walk(apiKey: number, value: unknown, depth: number): void {
    if (value === null || typeof value !== 'object' || ArrayBuffer.isView(value)) return;
    if (Array.isArray(value)) {
      for (const item of value) this.#walk(apiKey, item, depth);
      return;
    }
    for (const [name, field] of Object.entries(value)) {
      if (name === 'errorCode') this.count(apiKey, field as number);
      else if (depth > 1 && typeof field === 'object') this.#walk(apiKey, field, depth - 1);
    }
  }
}
