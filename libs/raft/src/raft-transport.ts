import type { RaftAnswer, RaftRequest } from './core/raft-messages.ts';
import type { Peer } from './core/raft-steps.ts';

/** How a node asks others. Each end copies the bytes, so that neither sees the other's later changes. */
export interface RaftTransport {
  /**
   * Sends one request. Rejects with KafkaError: NETWORK_EXCEPTION when the connection is refused or closes, which counts
   * as evidence that the other process is gone; anything else (REQUEST_TIMED_OUT after `timeoutMs`) does not.
   */
  send(to: Peer, request: RaftRequest, timeoutMs: number): Promise<RaftAnswer>;
  /** Closes all connections; what is under way rejects. */
  close(): void;
}
