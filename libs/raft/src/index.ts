export * from './raft-client.ts';
export * from './core/quorum.ts';
export * from './core/raft-core.ts';
export * from './log/quorum-state-file.ts';
export * from './log/raft-log.ts';
export * from './log/committed-batches.ts';
export * from './log/snapshot-batches.ts';
export * from './driver/raft-node.ts';
