export * from './arguments.ts';
export * from './broker-settings.ts';
export * from './java-properties.ts';
export * from './log-folder.ts';
export { listenerText } from '@ottla/broker/listeners';
export type { Listener } from '@ottla/broker/listeners';
