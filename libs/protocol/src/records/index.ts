export * from './record-batch.ts';
export { MAX_DECOMPRESSED_BYTES, RecordCursor } from './record-cursor.ts';
export * from './records.ts';
export { emptiedBatch, retainedBatch, type RetainedRecords } from './retained-batch.ts';
