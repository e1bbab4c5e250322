import { MemoryRaftLog, memoryRaftStorage, raftLogContract } from './index.ts';

raftLogContract('MemoryRaftLog', () => {
  const storage = memoryRaftStorage();
  let log: MemoryRaftLog | undefined;
  return {
    open: () => (log = new MemoryRaftLog(storage)),
    crash: () => log?.crash(),
  };
});
