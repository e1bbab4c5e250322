export type { ClientConnection, ClientRequest, ConnectionLimits, Listener, ListenerOptions, Overlap, ServedRange } from './contract.ts';
export { startListener } from './listener.ts';
export { RequestMemory } from './request-memory.ts';
export type { ListenerSecurity } from './tls-handshakes.ts';
