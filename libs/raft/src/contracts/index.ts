/** For tests: the suite that every RaftLog passes, and one in memory. An entry of its own, because `@jest/globals` loads inside Jest only. */
export { raftLogContract, type RaftLogBed } from './raft-log-contract.ts';
export { MemoryRaftLog, memoryRaftStorage, type MemoryRaftStorage } from './memory-raft-log.ts';
