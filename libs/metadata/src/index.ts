export * from './records/metadata-record.ts';
export * from './image/index.ts';
