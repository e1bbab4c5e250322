export * from './record-batch.ts';
export * from './records.ts';
