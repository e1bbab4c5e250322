import { ottla } from '../../../gen/contracts.js';
import type { CallOptions } from '../../contracts/link.ts';
import type { BrokerService, ControllerClientService, ControllerService } from '../../contracts/controller.ts';
import type { CoordinatorService, ShardHostService } from '../../contracts/coordinator.ts';
import type { RaftClientService, RaftService } from '../../contracts/raft.ts';

const { controller, coordinator, envelope, raft } = { controller: ottla.controller.v1, coordinator: ottla.coordinator.v1, envelope: ottla.envelope.v1, raft: ottla.raft.v1 };

/** One plain object of a contract to protobuf bytes and back. */
export interface MessageCodec<T> {
  /** The bytes are a copy. Types of fields are the compiler's to check; some wrong ones throw TypeError. */
  encode(value: T): Uint8Array;
  /** Every field is set; bytes are views into `bytes`. Throws Error on malformed bytes. */
  decode(bytes: Uint8Array): T;
}

/** Message types of every method of a plane interface: a method without them does not compile. */
export type ServiceCodecs<S> = {
  readonly [K in keyof S]: S[K] extends (request: infer Q, call: CallOptions) => Promise<infer A> ? MethodCodecs<Q, A> : never;
};

export interface MethodCodecs<Q, A> {
  readonly request: MessageCodec<Q>;
  readonly answer: MessageCodec<A>;
}

/** What a generated encoder takes of a contract's type: the same fields without `readonly`. */
type Sent<T> = T extends Uint8Array | string | number | boolean | null | undefined
  ? T
  : T extends readonly (infer E)[]
    ? Sent<E>[]
    : { -readonly [K in keyof T]: Sent<T[K]> };

/** A generated message class whose fields have the types of `T`; `never` when it lacks one of them. */
type GeneratedMessage<T, Decoded> = [keyof T] extends [keyof Decoded]
  ? { readonly encode: (value: Sent<T>) => { finish(): Uint8Array }; readonly decode: (bytes: Uint8Array) => Decoded }
  : never;

function codec<T, Decoded>(message: GeneratedMessage<NoInfer<T>, Decoded> & { readonly decode: (bytes: Uint8Array) => Decoded }): MessageCodec<T> {
  return {
    encode: (value) => message.encode(value as Sent<T>).finish(),
    decode: (bytes) => plain(message.decode(bytes)) as T,
  };
}

/** Generated messages keep fields of default value on their prototype, where spreading and comparing do not see them. */
function plain(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value;
  if (Array.isArray(value)) return value.map(plain);
  const result: Record<string, unknown> = {};
  // oxlint-disable-next-line guard-for-in -- the inherited fields are the point
  for (const field in value) result[field] = plain((value as Record<string, unknown>)[field]);
  return result;
}

export const controllerCodecs: ServiceCodecs<ControllerService> = {
  registerBroker: { request: codec(controller.BrokerRegistration), answer: codec(controller.BrokerRegistered) },
  heartbeat: { request: codec(controller.BrokerHeartbeat), answer: codec(controller.BrokerHeartbeatAnswer) },
  forward: { request: codec(envelope.Envelope), answer: codec(envelope.EnvelopeAnswer) },
  fetchMetadata: { request: codec(controller.MetadataFetch), answer: codec(controller.MetadataFetched) },
  fetchSnapshot: { request: codec(controller.SnapshotFetch), answer: codec(controller.SnapshotFetched) },
  allocateProducerIds: { request: codec(controller.ProducerIdsBlockRequest), answer: codec(controller.ProducerIdsBlock) },
  bumpLeaderEpoch: { request: codec(controller.LeaderEpochBump), answer: codec(controller.LeaderEpochBumped) },
  alterPartitions: { request: codec(controller.PartitionsAlteration), answer: codec(controller.PartitionsAltered) },
  quorumLeader: { request: codec(envelope.Nothing), answer: codec(controller.LeaderOfQuorum) },
};

export const brokerCodecs: ServiceCodecs<BrokerService> = {
  identify: { request: codec(envelope.Nothing), answer: codec(controller.BrokerIdentity) },
};

export const controllerClientCodecs: ServiceCodecs<ControllerClientService> = {};

export const coordinatorCodecs: ServiceCodecs<CoordinatorService> = {
  grant: { request: codec(coordinator.ShardGrant), answer: codec(envelope.Nothing) },
  standBy: { request: codec(coordinator.ShardGrant), answer: codec(envelope.Nothing) },
  revoke: { request: codec(coordinator.ShardId), answer: codec(envelope.Nothing) },
  progress: { request: codec(coordinator.ShardProgress), answer: codec(envelope.Nothing) },
  forward: { request: codec(coordinator.ShardEnvelope), answer: codec(coordinator.DecidedAnswer) },
};

export const shardHostCodecs: ServiceCodecs<ShardHostService> = {
  append: { request: codec(coordinator.ShardAppend), answer: codec(coordinator.ShardAppended) },
  read: { request: codec(coordinator.ShardRead), answer: codec(coordinator.ShardReadAnswer) },
  release: { request: codec(coordinator.ShardId), answer: codec(envelope.Nothing) },
  writeTxnMarkers: { request: codec(envelope.Envelope), answer: codec(envelope.EnvelopeAnswer) },
};

export const raftCodecs: ServiceCodecs<RaftService> = {
  vote: { request: codec(raft.VoteRequest), answer: codec(raft.VoteAnswer) },
  beginQuorumEpoch: { request: codec(raft.BeginQuorumEpochRequest), answer: codec(raft.QuorumEpochAnswer) },
  endQuorumEpoch: { request: codec(raft.EndQuorumEpochRequest), answer: codec(raft.QuorumEpochAnswer) },
  fetch: { request: codec(raft.FetchRequest), answer: codec(raft.FetchAnswer) },
  fetchSnapshot: { request: codec(raft.FetchSnapshotRequest), answer: codec(raft.FetchSnapshotAnswer) },
  updateVoter: { request: codec(raft.UpdateVoterRequest), answer: codec(raft.QuorumEpochAnswer) },
};

export const raftClientCodecs: ServiceCodecs<RaftClientService> = {};
