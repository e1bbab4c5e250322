import type { BrokerService, ControllerClientService, ControllerService } from '../../contracts/controller.ts';
import type { CoordinatorService, ShardHostService } from '../../contracts/coordinator.ts';
import type { RaftClientService, RaftService } from '../../contracts/raft.ts';
import { brokerCodecs, raftClientCodecs, raftCodecs, controllerClientCodecs, controllerCodecs, coordinatorCodecs, shardHostCodecs, type ServiceCodecs } from './message-codecs.ts';

/** A pair of plane interfaces that meet on a link, and the gRPC method that opens one. */
export interface LinkKind<DialerServes, AcceptorServes> {
  readonly path: '/ottla.link.v1.PlaneLink/OpenController' | '/ottla.link.v1.PlaneLink/OpenShardHost' | '/ottla.link.v1.PlaneLink/OpenRaft' | '/ottla.link.v1.PlaneLink/OpenBroker';
  readonly dialerServes: ServiceCodecs<DialerServes>;
  readonly acceptorServes: ServiceCodecs<AcceptorServes>;
}

/** Brokers and coordinators dial controllers. */
export const controllerLinks: LinkKind<ControllerClientService, ControllerService> = {
  path: '/ottla.link.v1.PlaneLink/OpenController',
  dialerServes: controllerClientCodecs,
  acceptorServes: controllerCodecs,
};

/** Coordinator instances dial brokers. */
export const shardHostLinks: LinkKind<CoordinatorService, ShardHostService> = {
  path: '/ottla.link.v1.PlaneLink/OpenShardHost',
  dialerServes: coordinatorCodecs,
  acceptorServes: shardHostCodecs,
};

/** Nodes of the metadata quorum dial each other. */
export const raftLinks: LinkKind<RaftClientService, RaftService> = {
  path: '/ottla.link.v1.PlaneLink/OpenRaft',
  dialerServes: raftClientCodecs,
  acceptorServes: raftCodecs,
};

/** Controllers dial brokers. */
export const brokerLinks: LinkKind<Record<never, never>, BrokerService> = {
  path: '/ottla.link.v1.PlaneLink/OpenBroker',
  dialerServes: controllerClientCodecs,
  acceptorServes: brokerCodecs,
};

export const linkKinds = [controllerLinks, shardHostLinks, raftLinks, brokerLinks] as const;
