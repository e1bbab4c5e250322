import { ErrorCode, errorCodeOf, KafkaError, NO_PRODUCER_EPOCH, NO_PRODUCER_ID } from '@ottla/model';
import { ApiKeys, InitProducerIdRequestCodec, InitProducerIdResponseCodec, MalformedMessageError, WireReader, WireWriter } from '@ottla/protocol';
import type { Envelope } from '@ottla/rpc';
import { encodeRefusal } from '../runtime/refusals.ts';
import type { ProducerIdAllocator } from './producer-id-allocator.ts';

/** What any instance of the transaction coordinator answers, without a shard: producer ids for idempotent producers. */
export class TransactionCoordinator {
  readonly #producerIds: ProducerIdAllocator;

  constructor(producerIds: ProducerIdAllocator) {
    this.#producerIds = producerIds;
  }

  /** Answers one request. Rejects with KafkaError: INVALID_REQUEST when it cannot be read, UNSUPPORTED_VERSION for an API of another coordinator. */
  async answer(envelope: Envelope): Promise<Uint8Array> {
    try {
      if (envelope.apiKey === ApiKeys.InitProducerId) return await this.#initProducerId(envelope);
      return encodeRefusal(envelope, ErrorCode.NOT_COORDINATOR);
    } catch (error) {
      // Only a KafkaError crosses between planes as what it is: the client's fault must not look like a defect of ours.
      if (error instanceof MalformedMessageError) throw new KafkaError(ErrorCode.INVALID_REQUEST, error.message);
      throw error;
    }
  }

  async #initProducerId(envelope: Envelope): Promise<Uint8Array> {
    const { transactionalId, producerId, producerEpoch } = InitProducerIdRequestCodec.decode(new WireReader(envelope.body), envelope.apiVersion);
    // As Kafka: an empty id is no id, and an id to go on with comes with its epoch.
    const isMalformed = transactionalId === '' || (producerId === NO_PRODUCER_ID) !== (producerEpoch === NO_PRODUCER_EPOCH);
    if (isMalformed) return encodeRefusal(envelope, ErrorCode.INVALID_REQUEST);
    // A transactional id belongs to one shard.
    if (transactionalId !== null) return encodeRefusal(envelope, ErrorCode.NOT_COORDINATOR);
    let id;
    try {
      id = await this.#producerIds.next();
    } catch (error) {
      return encodeRefusal(envelope, errorCodeOf(error));
    }
    const writer = new WireWriter();
    InitProducerIdResponseCodec.encode(writer, { throttleTimeMs: 0, errorCode: ErrorCode.NONE, producerId: id, producerEpoch: 0 }, envelope.apiVersion);
    return writer.finish();
  }
}
