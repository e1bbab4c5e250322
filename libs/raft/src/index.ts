export * from './raft-client.ts';
