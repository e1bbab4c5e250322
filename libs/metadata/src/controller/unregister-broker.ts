import { ErrorCode } from '@ottla/model';
import type { UnregisterBrokerRequest, UnregisterBrokerResponseInput } from '@ottla/protocol';
import { metadataRecord, MetadataRecordType } from '../records/metadata-record.ts';
import type { ControlState, Decision } from './decision.ts';
import { changesWithout } from './partition-election.ts';

/**
 * UnregisterBroker: the cluster forgets a broker, first in the ISRs, then itself. A live broker that is forgotten
 * registers again.
 */
export function unregisterBroker(state: ControlState, { brokerId }: UnregisterBrokerRequest): Decision<UnregisterBrokerResponseInput> {
  const broker = state.image.brokers.get(brokerId);
  if (broker === undefined) {
    const errorMessage = `Broker ID ${brokerId} is not currently registered`;
    return { records: [], response: { throttleTimeMs: 0, errorCode: ErrorCode.BROKER_ID_NOT_REGISTERED, errorMessage } };
  }
  const forgotten = metadataRecord(MetadataRecordType.UNREGISTER_BROKER, { brokerId, brokerEpoch: broker.epoch });
  return { records: [...changesWithout(state, brokerId), forgotten], response: { throttleTimeMs: 0, errorCode: ErrorCode.NONE, errorMessage: null } };
}
