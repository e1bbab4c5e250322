import type { Offset } from '@ottla/model';
import { readEndTxnMarker } from './end-txn-marker.ts';
import type { LocalLog } from './local-log.ts';
import type { LogSegment } from './log-segment.ts';
import type { ProducerStateManager } from './producer-state-manager.ts';

/** Brings the producers' state from `from` to `to`, reading headers only. Throws DiskError, KafkaError(CORRUPT_MESSAGE). */
export function replayProducers(local: LocalLog, producers: ProducerStateManager, from: Offset, to: Offset): void {
  const { segments } = local;
  for (let index = Math.max(0, segments.floorIndex(from)); index < segments.count; index++) {
    replaySegment(segments.at(index) as LogSegment, producers, from, to);
  }
  producers.updateMapEndOffset(to);
}

/** The same for one segment; the end of the state does not move. */
export function replaySegment(segment: LogSegment, producers: ProducerStateManager, from: Offset, to: Offset): void {
  if (segment.baseOffset >= to) return;
  const headers = segment.headersAt(from);
  if (headers === undefined) return;
  do {
    const { header } = headers;
    if (header.baseOffset >= to) return;
    if (header.producerId < 0) continue;
    const marker = header.isControl ? readEndTxnMarker(headers.wholeBatch()) : undefined;
    producers.update(header, 'coordinator', marker?.isCommit, marker?.coordinatorEpoch ?? -1);
  } while (headers.next());
}
