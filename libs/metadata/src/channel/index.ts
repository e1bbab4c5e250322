export * from './controller-channel.ts';
export * from './any-controller.ts';
export * from './known-controllers.ts';
