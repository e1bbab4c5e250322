import type { BrokerId, Offset, Span, Tracer } from '@ottla/model';
import type { Partition } from '@ottla/replication';

/** Traced appends that wait for followers at once; with more than these, followers' shares of further ones are not told. */
const MAX_APPENDS = 1000;

interface TracedAppend {
  readonly span: Span;
  /** What a follower has that has all of it. */
  readonly endOffset: Offset;
  /** Steps of followers that were sent it and did not acknowledge yet. */
  readonly sent: Map<BrokerId, Span>;
}

/** What a fetch of a follower asks of one partition, or is answered. */
interface FollowedPart {
  readonly topicId: string;
  readonly partitions: readonly { readonly partitionIndex: number; readonly bytes: number }[];
}

/**
 * Traced appends that are not acknowledged yet, so that the followers' share of the time can be told: a step from the
 * answer that brings the records until the follower's next fetch acknowledges them. The answer carries the step's
 * traceparent, under which the follower tells of its own write.
 */
export class TracedAppends {
  readonly tracer: Tracer;
  readonly #byPartition = new Map<string, Set<TracedAppend>>();
  #count = 0;

  constructor(tracer: Tracer) {
    this.tracer = tracer;
  }

  /** As `appended`, with a step of its own that ends with the high watermark. */
  appendedUntilReplicated(partition: Partition, span: Span): void {
    const step = span.child('wait for the high watermark');
    const end = this.appended(partition, step);
    const { logEndOffset } = partition.log;
    const waiter = {
      onReadable: (_bytes: number, changedHands: boolean): void => {
        if (!changedHands && partition.log.highWatermark < logEndOffset) return;
        partition.forget(waiter);
        end();
        step.end();
      },
    };
    partition.awaitReadable(waiter);
  }

  /** Records were appended for a traced request. Answers what ends the wait for them. */
  appended(partition: Partition, span: Span): () => void {
    const key = keyOf(partition.topicId, partition.partition);
    const append: TracedAppend = { span, endOffset: partition.log.logEndOffset, sent: new Map() };
    if (this.#count >= MAX_APPENDS) return () => {};
    let appends = this.#byPartition.get(key);
    if (appends === undefined) this.#byPartition.set(key, (appends = new Set()));
    appends.add(append);
    this.#count++;
    const among = appends;
    return () => {
      if (!among.delete(append)) return;
      this.#count--;
      if (among.size === 0 && this.#byPartition.get(key) === among) this.#byPartition.delete(key);
      for (const step of append.sent.values()) step.end();
    };
  }

  /** A follower fetches at these offsets: it has all before them. */
  fetched(follower: BrokerId, topics: readonly { readonly topicId: string; readonly partitions: readonly { readonly partition: number; readonly fetchOffset: Offset }[] }[]): void {
    if (this.#count === 0) return;
    for (const { topicId, partitions } of topics) {
      for (const { partition, fetchOffset } of partitions) {
        for (const { endOffset, sent } of this.#byPartition.get(keyOf(topicId, partition)) ?? []) {
          if (fetchOffset >= endOffset) sent.get(follower)?.end();
        }
      }
    }
  }

  /** Records leave for a follower. Answers the traceparent for its answer: of the first traced append among them. */
  sending(follower: BrokerId, parts: readonly FollowedPart[]): string | undefined {
    if (this.#count === 0) return undefined;
    let first: string | undefined;
    for (const { topicId, partitions } of parts) {
      for (const { partitionIndex, bytes } of partitions) {
        if (bytes === 0) continue;
        for (const { span, sent } of this.#byPartition.get(keyOf(topicId, partitionIndex)) ?? []) {
          if (sent.has(follower)) continue;
          const step = span.child(`replicate to broker ${follower}`, 'client');
          sent.set(follower, step);
          first ??= step.traceparent;
        }
      }
    }
    return first;
  }
}

function keyOf(topicId: string, partition: number): string {
  return `${topicId}:${partition}`;
}
