import { ErrorCode, KafkaError, type BrokerEpoch, type BrokerId, type Offset } from '@ottla/model';
import type { BrokerHeartbeat, BrokerHeartbeatAnswer, BrokerRegistered, BrokerRegistration } from '@ottla/rpc';
import type { BrokerImage, MetadataImage } from '../image/image.ts';
import { metadataRecord, MetadataRecordType, type MetadataRecord } from '../records/metadata-record.ts';
import type { ControlState, Decision } from './decision.ts';
import { changesWith, changesWithout } from './partition-election.ts';

/** BrokerRegistrationChangeRecord.fenced. */
const FENCE = 1;
const UNFENCE = -1;

type Leave = (broker: BrokerId) => readonly MetadataRecord[];

/** What is known of the incarnation that a registration would replace. */
export interface RegistrationFacts {
  /** Offset that the next record will get. The epoch of a new registration is the offset of its record. */
  readonly nextOffset: Offset;
  /** Whether the registered incarnation still speaks: its link is open and it sent a heartbeat within the session timeout. */
  readonly isPresentAlive: boolean;
}

/**
 * A broker registers: fenced at first, whatever it was before. A new incarnation replaces the old one as soon as that
 * one is silent or gone. The same batch takes the broker out of its partitions where it restarted, since its logs may
 * have lost what it acknowledged (KIP-966).
 */
export function registerBroker(state: ControlState, request: BrokerRegistration, facts: RegistrationFacts): Decision<BrokerRegistered> {
  const { image } = state;
  checkCluster(image, request);
  checkFeatures(image, request);
  const present = image.brokers.get(request.brokerId);
  if (present !== undefined && present.incarnationId === request.incarnationId && isSameRegistration(present, request)) {
    return { records: [], response: { brokerEpoch: present.epoch } };
  }
  if (present !== undefined && present.incarnationId !== request.incarnationId && facts.isPresentAlive) {
    const refusal = `Another broker is registered with the id ${request.brokerId}, and it is alive: give each broker its own node.id`;
    throw new KafkaError(ErrorCode.DUPLICATE_BROKER_REGISTRATION, refusal);
  }
  // A clean stop vouches for the logs, even where the controller did not hear of it.
  const lostRecords = present !== undefined && request.previousBrokerEpoch !== present.epoch;
  // Of a broker that was fenced it may still stand to do: a new incarnation never leads in an epoch of the one before.
  const changes = present === undefined ? [] : changesWithout(state, request.brokerId, lostRecords);
  // Behind the changes: should there be too many for one batch, a registration that is there means that they all are.
  const brokerEpoch: BrokerEpoch = facts.nextOffset + changes.length;
  return { records: [...changes, registrationRecord(request, brokerEpoch)], response: { brokerEpoch } };
}

function checkCluster(image: MetadataImage, { clusterId, brokerId }: BrokerRegistration): void {
  if (clusterId === image.clusterId) return;
  throw new KafkaError(ErrorCode.INCONSISTENT_CLUSTER_ID, `Broker ${brokerId} belongs to cluster ${clusterId}, this controller to cluster ${image.clusterId}: format an empty folder with ottla.cluster.id=${image.clusterId} for it, or correct its controller.quorum.bootstrap.servers`);
}

/** A broker that lacks a finalized feature could not read what is written with it. */
function checkFeatures(image: MetadataImage, { brokerId, features }: BrokerRegistration): void {
  for (const [name, level] of image.features) {
    const supported = features.find((feature) => feature.name === name);
    if (supported !== undefined && level >= supported.minVersion && level <= supported.maxVersion) continue;
    const range = supported === undefined ? 'does not know it' : `supports versions ${supported.minVersion} to ${supported.maxVersion}`;
    throw new KafkaError(ErrorCode.UNSUPPORTED_VERSION, `Unable to register: ${name} is finalized at version ${level}, and broker ${brokerId} ${range}: run the version of Ottla that the other nodes run, or lower the feature with kafka-features.sh first`);
  }
}

function isSameRegistration(present: BrokerImage, request: BrokerRegistration): boolean {
  const facts = (broker: Pick<BrokerRegistration, 'endpoints' | 'features' | 'rack' | 'logDirs' | 'planeEndpoint'>): string =>
    JSON.stringify([
      broker.endpoints.map(({ name, host, port, securityProtocol }) => [name, host, port, securityProtocol]),
      broker.features.map(({ name, minVersion, maxVersion }) => [name, minVersion, maxVersion]),
      broker.rack,
      broker.logDirs,
      broker.planeEndpoint,
    ]);
  return facts(present) === facts(request);
}

function registrationRecord(request: BrokerRegistration, brokerEpoch: BrokerEpoch): MetadataRecord {
  return metadataRecord(MetadataRecordType.REGISTER_BROKER, {
    brokerId: request.brokerId,
    incarnationId: request.incarnationId,
    brokerEpoch,
    endPoints: request.endpoints,
    features: request.features.map(({ name, minVersion, maxVersion }) => ({ name, minSupportedVersion: minVersion, maxSupportedVersion: maxVersion })),
    rack: request.rack,
    fenced: true,
    logDirs: request.logDirs,
    planeEndpoint: request.planeEndpoint,
  });
}

/**
 * What a broker says and wants, and the one state it should be in next. `leave` answers the changes that take it out of
 * its partitions, or the first of them: whoever gives it sees to the others.
 */
export function heartbeat(state: ControlState, request: BrokerHeartbeat, leave: Leave = (broker) => changesWithout(state, broker)): Decision<BrokerHeartbeatAnswer> {
  const { image } = state;
  const broker = checkedBroker(image, request.brokerId, request.brokerEpoch);
  const isCaughtUp = request.appliedOffset > broker.epoch;
  const answer = (isFenced: boolean, shouldShutDown = false): BrokerHeartbeatAnswer => ({ isCaughtUp, isFenced, shouldShutDown });

  if (request.wantShutDown) {
    return shutDown(state, broker, answer, leave);
  }
  if (request.wantFence) return { records: broker.fenced ? [] : [fenceRecord(broker), ...leave(broker.id)], response: answer(true) };
  if (!broker.fenced) return { records: [], response: answer(false) };
  // Clients go where an unfenced broker is, so it must know at least itself.
  if (!isCaughtUp || broker.inControlledShutdown) return { records: [], response: answer(true) };
  return { records: unfenceRecords(state, broker), response: answer(false) };
}

function checkedBroker(image: MetadataImage, id: BrokerId, epoch: BrokerEpoch): BrokerImage {
  const broker = image.brokers.get(id);
  if (broker === undefined) throw new KafkaError(ErrorCode.BROKER_ID_NOT_REGISTERED, `Broker ${id} is not registered`);
  if (broker.epoch !== epoch) {
    throw new KafkaError(ErrorCode.STALE_BROKER_EPOCH, `Broker ${id} is registered with epoch ${broker.epoch}, the request carries ${epoch}`);
  }
  return broker;
}

/** Fences a broker: it is not shown to clients any more and leads nothing. */
export function fenceRecords(state: Pick<ControlState, 'image' | 'config'>, broker: BrokerImage): MetadataRecord[] {
  return [fenceRecord(broker), ...changesWithout(state, broker.id)];
}

/** The record alone: whoever appends it takes the broker out of its partitions, too. */
export function fenceRecord(broker: BrokerImage): MetadataRecord {
  return metadataRecord(MetadataRecordType.BROKER_REGISTRATION_CHANGE, { brokerId: broker.id, brokerEpoch: broker.epoch, fenced: FENCE });
}

function unfenceRecords(state: ControlState, broker: BrokerImage): MetadataRecord[] {
  return [
    metadataRecord(MetadataRecordType.BROKER_REGISTRATION_CHANGE, { brokerId: broker.id, brokerEpoch: broker.epoch, fenced: UNFENCE }),
    ...changesWith(state, broker),
  ];
}

/**
 * A controlled shutdown, in two steps. First leaderships go to others; the answer waits until all live brokers know that,
 * and the broker stays in sight, so that clients hear from it that they must go elsewhere. (A client that finds it gone
 * while it moves to the next leader may lose a second: librdkafka does.) With the next heartbeat it is fenced and may end;
 * its next registration finds an incarnation that stopped in order, not one that still lives. Without any other live
 * broker both happen at once.
 */
function shutDown(state: ControlState, broker: BrokerImage, answer: (isFenced: boolean, shouldShutDown: boolean) => BrokerHeartbeatAnswer, leave: Leave): Decision<BrokerHeartbeatAnswer> {
  if (broker.fenced) return { records: [], response: answer(true, true) };
  if (broker.inControlledShutdown) return { records: [fenceRecord(broker), ...leave(broker.id)], response: answer(false, true) };
  const isAlone = !state.image.brokers.values().some(({ id, fenced, inControlledShutdown }) => id !== broker.id && !fenced && !inControlledShutdown);
  const change = { brokerId: broker.id, brokerEpoch: broker.epoch, inControlledShutdown: 1, ...(isAlone ? { fenced: FENCE } : {}) };
  const records = [metadataRecord(MetadataRecordType.BROKER_REGISTRATION_CHANGE, change), ...leave(broker.id)];
  return { records, response: answer(false, isAlone), awaitsBrokers: !isAlone };
}
