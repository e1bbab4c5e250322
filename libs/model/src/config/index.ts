export * from './java-properties.ts';
export * from './config-definition.ts';
export * from './definitions.ts';
export * from './resolve.ts';
export { nearestName } from './nearest-name.ts';
export { parseHostPort, type HostPort } from './host-port.ts';
