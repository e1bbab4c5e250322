export * from './controller-channel.ts';
export * from './any-controller.ts';
