export * from './partition.ts';
export * from './topics.ts';
export * from './image.ts';
export * from './delta.ts';
export * from './image-replayer.ts';
export * from './image-records.ts';
