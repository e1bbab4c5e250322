export * from './image-difference.ts';
export * from './metadata-loader.ts';
export * from './metadata-observer.ts';
export * from './metadata-log-service.ts';
