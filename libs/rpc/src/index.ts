export * from './contracts/link.ts';
export * from './contracts/envelope.ts';
export * from './contracts/controller.ts';
export * from './contracts/coordinator.ts';
export * from './contracts/raft.ts';
export * from './contracts/methods.ts';
export * from './transports/in-process.ts';
