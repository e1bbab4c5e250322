import { partitionFor, type CoordinatorRouter } from '@ottla/coordinator';
import type { MetadataImage } from '@ottla/metadata';
import { TRANSACTION_STATE_TOPIC, type BrokerId, type Scheduler } from '@ottla/model';
import { ApiKeys, apis, WireReader, WireWriter, type AddPartitionsToTxnRequestInput, type AddPartitionsToTxnResponse } from '@ottla/protocol';
import type { Envelope } from '@ottla/rpc';
import { PeerConnection } from '../replication/peer-connection.ts';
import type { PeerEndpointOf } from './peer-endpoint.ts';
import { PeerPool } from './peer-pool.ts';

export interface TransactionCoordinatorsOptions {
  readonly brokerId: BrokerId;
  readonly image: () => MetadataImage;
  readonly router: Pick<CoordinatorRouter, 'answer'>;
  readonly scheduler: Scheduler;
  readonly peerEndpointOf: PeerEndpointOf;
}

const VERSION = 5;
const TIMEOUT_MS = 10_000;
const CONNECT_TIMEOUT_MS = 2_000;
const MAX_ANSWER_BYTES = 16 * 1024 * 1024;
/** To each coordinator's broker: as many transactions may wait for the end of the one before, and hold up nobody. */
const MAX_CONNECTIONS = 16;

/**
 * Takes AddPartitionsToTxn to the coordinator of a transactional id: to the shard when this broker leads its partition, else
 * to the leader's listener. A coordinator may park the question until the transaction before is complete, and a connection
 * answers in order: so there are several connections to each broker, and they stay open.
 */
export class TransactionCoordinators {
  readonly #options: TransactionCoordinatorsOptions;
  readonly #peers = new Map<BrokerId, PeerPool<PeerConnection>>();

  constructor(options: TransactionCoordinatorsOptions) {
    this.#options = options;
  }

  /** Rejects with KafkaError when the coordinator cannot be asked. */
  async addPartitions(transactionalId: string, request: AddPartitionsToTxnRequestInput): Promise<AddPartitionsToTxnResponse> {
    const { brokerId, image, router } = this.#options;
    const topic = image().topics.get(TRANSACTION_STATE_TOPIC);
    const leader = topic?.partitions[partitionFor(transactionalId, topic.partitions.length)]?.leader ?? -1;
    if (leader !== brokerId && leader >= 0) return await this.#askPeer(leader, request);
    const writer = new WireWriter();
    const { request: requestCodec, response } = apis[ApiKeys.AddPartitionsToTxn];
    requestCodec.encode(writer, request, VERSION);
    const envelope: Envelope = { apiKey: ApiKeys.AddPartitionsToTxn, apiVersion: VERSION, clientId: null, principal: '', clientAddress: '', listenerName: '', body: writer.finish() };
    return response.decode(new WireReader(await router.answer(envelope)), VERSION);
  }

  close(): void {
    for (const peer of this.#peers.values()) peer.close('the broker stops');
    this.#peers.clear();
  }

  async #askPeer(leader: BrokerId, request: AddPartitionsToTxnRequestInput): Promise<AddPartitionsToTxnResponse> {
    let peer = this.#peers.get(leader);
    if (peer === undefined) this.#peers.set(leader, (peer = new PeerPool(MAX_CONNECTIONS, () => this.#open(leader))));
    return await peer.call((connection) => connection.call(apis[ApiKeys.AddPartitionsToTxn], VERSION, request, TIMEOUT_MS));
  }

  async #open(leader: BrokerId): Promise<PeerConnection> {
    const { brokerId, peerEndpointOf, scheduler } = this.#options;
    const endpoint = peerEndpointOf(leader);
    return await PeerConnection.open(endpoint.host, endpoint.port, { clientId: `broker-${brokerId}-txn`, maxFrameBytes: MAX_ANSWER_BYTES, connectTimeoutMs: CONNECT_TIMEOUT_MS, scheduler });
  }
}
