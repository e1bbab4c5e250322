/** Suites that every implementation of a port passes. An entry of its own, because `@jest/globals` loads inside Jest only. */
export { diskContract, type MakeDisk } from './disk-contract.ts';
export { schedulerContract, type MakeScheduler } from './scheduler-contract.ts';
export { crc32cContract } from './crc32c-contract.ts';
