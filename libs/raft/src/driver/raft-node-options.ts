import type { BrokerId, Clock, Compression, Crc32c, Logger, Random, Scheduler, Uuid } from '@ottla/model';
import type { VoterEndpoint } from '../core/quorum.ts';
import type { Peer } from '../core/raft-steps.ts';
import type { RaftTiming } from '../core/raft-timing.ts';
import type { RaftLog } from '../log/raft-log.ts';
import type { RaftTransport } from '../raft-transport.ts';

/** What a node needs to take part in a quorum with others. */
export interface RaftPeers {
  /** Owned from here on: `close` closes it. */
  readonly transport: RaftTransport;
  /** Election timeouts and staggering are drawn from it. */
  readonly random: Pick<Random, 'below'>;
  /** controller.quorum.*; Kafka's defaults when left out. */
  readonly timing?: RaftTiming;
  /** controller.quorum.bootstrap.servers: who to ask for the leader while no voter is known. */
  readonly bootstrap?: readonly Peer[];
}

export interface RaftNodeOptions {
  readonly nodeId: BrokerId;
  readonly clusterId: string;
  /** directory.id of the folder that holds the log. */
  readonly directoryId: Uuid;
  /** Where this voter's controller listener can be reached. */
  readonly endpoints: readonly VoterEndpoint[];
  /** Owned from here on: `close` closes it. */
  readonly log: RaftLog;
  readonly crc: Crc32c;
  readonly compression: Compression;
  readonly clock: Clock;
  readonly scheduler: Scheduler;
  readonly logger: Logger;
  /** Left out in a quorum of one. */
  readonly peers?: RaftPeers;
  /** The log failed, or the state machine: this node leads no more, and the process must stop. Called once. */
  onFatal(cause: Error): void;
}
