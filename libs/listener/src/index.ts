export type { ClientConnection, ClientRequest, Listener, ListenerOptions, ServedRange } from './contract.ts';
export { startListener } from './listener.ts';
