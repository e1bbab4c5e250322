export * from './features.ts';
export * from './records/metadata-record.ts';
export * from './image/index.ts';
export * from './loader/index.ts';
export * from './log/index.ts';
export * from './snapshot/index.ts';
export * from './controller/index.ts';
export * from './broker-lifecycle.ts';
