export * from './arguments.ts';
export * from './broker-settings.ts';
export * from './java-properties.ts';
export * from './log-folder.ts';
export { listenerText } from './listeners.ts';
export type { Listener } from './listeners.ts';
