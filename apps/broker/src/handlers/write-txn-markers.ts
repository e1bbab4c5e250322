import type { ApiKeys } from '@ottla/protocol';
import type { TxnMarkerWriter } from '../rpc/txn-marker-writer.ts';
import type { Handler } from './handler.ts';

/** WriteTxnMarkers: how an administrator ends a transaction that hangs (KIP-664). Coordinators send theirs over their link. */
export function writeTxnMarkersHandler(writer: Pick<TxnMarkerWriter, 'write'>): Handler<typeof ApiKeys.WriteTxnMarkers> {
  return ({ request, respond }) => {
    void writer.write(request).then(respond);
  };
}
