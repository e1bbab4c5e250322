import type { ControllerService } from './controller.ts';
import type { RaftService } from './raft.ts';
import type { CoordinatorService, ShardHostService } from './coordinator.ts';

/** The method names of a plane interface, as a value: transports make their proxies from it. */
export type MethodNames<S> = readonly (keyof S & string)[];

const complete = <S>() => <const N extends MethodNames<S>>(names: [keyof S] extends [N[number]] ? N : never): N => names;

export const controllerMethods = complete<ControllerService>()([
  'registerBroker',
  'heartbeat',
  'forward',
  'fetchMetadata',
  'fetchSnapshot',
  'allocateProducerIds',
  'bumpLeaderEpoch',
  'alterPartitions',
  'quorumLeader',
]);
export const controllerClientMethods = complete<Record<never, never>>()([]);
export const coordinatorMethods = complete<CoordinatorService>()(['grant', 'standBy', 'revoke', 'progress', 'forward']);
export const shardHostMethods = complete<ShardHostService>()(['append', 'read', 'release', 'writeTxnMarkers']);
export const raftMethods = complete<RaftService>()(['vote', 'beginQuorumEpoch', 'endQuorumEpoch', 'fetch', 'fetchSnapshot', 'updateVoter']);
export const raftClientMethods = complete<Record<never, never>>()([]);
