import type { ControllerChannel, MetadataImage } from '@ottla/metadata';
import { ErrorCode, KafkaError, type BrokerEpoch, type BrokerId, type Clock, type Scheduler } from '@ottla/model';
import { ApiKeys, apis, type FetchRequestInput } from '@ottla/protocol';
import { nudgeRequest, rackAwareSelector, ReplicationThrottle, type ReplicaSelector, type AlterPartitionsCall, type LeaderChannel, type ReplicationOptions } from '@ottla/replication';
import type { BrokerConfig } from '../broker-config.ts';
import type { PeerEndpointOf } from '../rpc/peer-endpoint.ts';
import { PeerConnection } from './peer-connection.ts';
import type { ThrottledReplicas, ThrottledSide } from './throttled-replicas.ts';

const FETCH_VERSION = 18;
const END_OFFSETS_VERSION = 4;
const ALTER_TIMEOUT_MS = 10_000;
const CONNECT_TIMEOUT_MS = 2_000;
/** Room in an answer beside its records: batches larger than the limit come alone, and thousands of partitions take some. */
const ANSWER_SLACK_BYTES = 128 * 1024 * 1024;

export interface ReplicationWiring {
  readonly brokerId: BrokerId;
  readonly image: () => MetadataImage;
  readonly config: BrokerConfig;
  readonly channel: ControllerChannel;
  readonly brokerEpoch: () => BrokerEpoch;
  readonly scheduler: Scheduler;
  readonly clock: Clock;
  readonly throttled: ThrottledReplicas;
  readonly peerEndpointOf: PeerEndpointOf;
}

/** How this broker replicates: what it asks of the controller, and how it reaches leaders at their own listeners. */
export function replicationOptions(wiring: ReplicationWiring): ReplicationOptions {
  const { brokerId, image, config, channel, brokerEpoch, scheduler } = wiring;
  const maxWaitMs = config.number('replica.fetch.wait.max.ms');
  const responseMaxBytes = config.number('replica.fetch.response.max.bytes');
  // A leader that is silent for longer than a follower may lag is of no use to it.
  const socketTimeoutMs = Math.max(config.number('replica.socket.timeout.ms'), maxWaitMs);
  return {
    lagTimeMaxMs: config.number('replica.lag.time.max.ms'),
    fetcher: {
      maxWaitMs, responseMaxBytes,
      minBytes: config.number('replica.fetch.min.bytes'),
      maxBytes: config.number('replica.fetch.max.bytes'),
      backoffMs: config.number('replica.fetch.backoff.ms'),
    },
    leaderThrottle: throttleOf(wiring, 'leader'),
    followerThrottle: throttleOf(wiring, 'follower'),
    brokerEpoch,
    eligibleEpoch: (broker) => {
      const registered = image().brokers.get(broker);
      return registered === undefined || registered.fenced || registered.inControlledShutdown ? undefined : registered.epoch;
    },
    alterPartitions: partitionAlterer(brokerId, channel, brokerEpoch),
    connect: async (leader) => {
      const endpoint = wiring.peerEndpointOf(leader);
      const options = { clientId: `broker-${brokerId}-fetcher-0`, maxFrameBytes: responseMaxBytes + ANSWER_SLACK_BYTES, connectTimeoutMs: CONNECT_TIMEOUT_MS, scheduler };
      return leaderChannel(await PeerConnection.open(endpoint.host, endpoint.port, options), socketTimeoutMs, () => nudgeRequest(brokerId, brokerEpoch()));
    },
  };
}

function throttleOf({ config, clock, throttled }: ReplicationWiring, side: ThrottledSide): ReplicationThrottle {
  const rules = {
    isThrottled: (topic: string, partition: number) => throttled.has(side, topic, partition),
    bytesPerSecond: () => config.number(`${side}.replication.throttled.rate`),
  };
  return new ReplicationThrottle(rules, clock, { windowCount: config.number('replication.quota.window.num'), windowMs: config.number('replication.quota.window.size.seconds') * 1000 });
}

const RACK_AWARE = 'org.apache.kafka.common.replica.RackAwareReplicaSelector';
const LEADER_ONLY = 'org.apache.kafka.common.replica.LeaderSelector';

/** What replica.selector.class asks for; undefined for leaders alone. Throws KafkaError(INVALID_CONFIG) for a class that is not here. */
export function replicaSelector({ brokerId, image, config }: Pick<ReplicationWiring, 'brokerId' | 'image' | 'config'>): ReplicaSelector | undefined {
  const name = config.text('replica.selector.class');
  if (name === '' || name === LEADER_ONLY) return undefined;
  if (name !== RACK_AWARE) throw new KafkaError(ErrorCode.INVALID_CONFIG, `replica.selector.class=${name} is not available: use ${RACK_AWARE}, or leave it out`);
  const rackOf = (id: BrokerId, listenerName: string): string | null | undefined => {
    const broker = image().brokers.get(id);
    return broker === undefined || broker.fenced || !broker.endpoints.some((endpoint) => endpoint.name === listenerName) ? undefined : broker.rack;
  };
  return rackAwareSelector({ localId: brokerId, rackOf });
}

function leaderChannel(connection: PeerConnection, timeoutMs: number, nudge: () => FetchRequestInput): LeaderChannel {
  return {
    fetch: (request) => connection.call(apis[ApiKeys.Fetch], FETCH_VERSION, request, timeoutMs),
    release: () => connection.release(),
    endOffsets: (request) => connection.call(apis[ApiKeys.OffsetForLeaderEpoch], END_OFFSETS_VERSION, request, timeoutMs),
    nudge: () => {
      // When it fails, so does the fetch before it, which is waited for.
      connection.call(apis[ApiKeys.Fetch], FETCH_VERSION, nudge(), timeoutMs).catch(() => {});
    },
    close: () => connection.close('the fetcher is done'),
  };
}

function partitionAlterer(brokerId: BrokerId, channel: ControllerChannel, brokerEpoch: () => BrokerEpoch): AlterPartitionsCall {
  return async (partitions) => {
    const answer = await channel.call(ALTER_TIMEOUT_MS, (controller, call) => controller.alterPartitions({ brokerId, brokerEpoch: brokerEpoch(), partitions }, call));
    return answer.partitions;
  };
}
