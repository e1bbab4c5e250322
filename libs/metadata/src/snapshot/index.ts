export * from './image-snapshot.ts';
export * from './snapshot-generator.ts';
