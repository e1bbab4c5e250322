import type { ProducerIdsBlock, ProducerIdsBlockRequest } from '@ottla/rpc';
import { metadataRecord, MetadataRecordType } from '../records/metadata-record.ts';
import { PRODUCER_IDS_BLOCK } from './controller-config.ts';
import type { ControlState, Decision } from './decision.ts';

/** Hands out the next block of producer ids; no id is ever handed out twice. */
export function allocateProducerIds({ image }: ControlState, { brokerId }: ProducerIdsBlockRequest): Decision<ProducerIdsBlock> {
  const firstProducerId = image.nextProducerId;
  const record = metadataRecord(MetadataRecordType.PRODUCER_IDS, {
    brokerId,
    brokerEpoch: image.brokers.get(brokerId)?.epoch ?? -1,
    nextProducerId: firstProducerId + PRODUCER_IDS_BLOCK,
  });
  return { records: [record], response: { firstProducerId, count: PRODUCER_IDS_BLOCK } };
}
