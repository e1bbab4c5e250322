import { CompressionType } from '@ottla/model';
import { RECORD_BATCH_OVERHEAD, RecordBatch, type ProduceRequest } from '@ottla/protocol';
import { namesTwice } from './request-table.ts';

/** First version whose batches may be compressed with zstd (KIP-110). */
const ZSTD_FROM = 7;
const NOTHING = new Uint8Array(0);
/** Looks at one batch after the other, and keeps none. */
const view = new RecordBatch(NOTHING);

/** Whether any batch says that it is part of a transaction. */
export function hasTransactionalBatch({ topicData }: Pick<ProduceRequest, 'topicData'>): boolean {
  return topicData.some(({ partitionData }) => partitionData.some(({ records }) => look(records, (batch) => batch.isTransactional)));
}

/** Whether the batch has a codec that clients of this version do not know. */
export function isCodecTooNew(records: Uint8Array | null, version: number): boolean {
  return version < ZSTD_FROM && look(records, (batch) => batch.compressionType === CompressionType.zstd);
}

/** False for bytes that hold no batch: the log refuses those in its own words. */
function look(records: Uint8Array | null, fact: (batch: RecordBatch) => boolean): boolean {
  if (records === null || records.length < RECORD_BATCH_OVERHEAD) return false;
  const found = fact(view.moveTo(records, 0));
  view.moveTo(NOTHING, 0);
  return found;
}

type TopicData = ProduceRequest['topicData'];

/**
 * As Kafka, which keeps a request in a table by partition: of two parts that name one partition the last counts, and the
 * partitions of a topic that is named twice are answered together. Clients send neither, so the same list is answered
 * unless there is a repeat.
 */
export function withoutRepeats(topicData: TopicData, usesIds: boolean): TopicData {
  if (!namesTwice(topicData, ({ name, topicId }) => (usesIds ? topicId : name), ({ partitionData }) => partitionData, ({ index }) => index)) return topicData;
  const topics = new Map<string, { readonly name: string; readonly topicId: string; readonly partitions: Map<number, TopicData[number]['partitionData'][number]> }>();
  for (const { name, topicId, partitionData } of topicData) {
    const key = usesIds ? topicId : name;
    const topic = topics.get(key) ?? { name, topicId, partitions: new Map() };
    topics.set(key, topic);
    for (const partition of partitionData) topic.partitions.set(partition.index, partition);
  }
  return [...topics.values()].map(({ name, topicId, partitions }) => ({ name, topicId, partitionData: [...partitions.values()] }));
}
