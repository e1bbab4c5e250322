export * from './snapshot-files.ts';
export * from './metadata-raft-log.ts';
export * from './format.ts';
