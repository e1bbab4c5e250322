import type { RaftClient } from '@ottla/raft';
import type { ControllerService, MetadataFetched } from '@ottla/rpc';

/** Most that one answer carries, whatever is asked for. */
const MAX_ANSWER_BYTES = 4 * 1024 * 1024;
/** Time kept for the way back of the answer. */
const ANSWER_MARGIN_MS = 1_000;
const MAX_PARK_MS = 300_000;
const noRecords = new Uint8Array(0);

/**
 * What any controller, active or standby, serves of its log. A fetch at the high watermark is parked and answered in
 * the turn of the next commit. Throws SNAPSHOT_NOT_FOUND and POSITION_OUT_OF_RANGE as refusals.
 */
export function metadataLogService(raft: RaftClient): Pick<ControllerService, 'fetchMetadata' | 'fetchSnapshot'> {
  const answer = (records: Uint8Array, snapshot: MetadataFetched['snapshot']): MetadataFetched => {
    const { leaderId, epoch } = raft.leader();
    const voters = raft.voters.flatMap(({ endpoints: [endpoint] }) => (endpoint === undefined ? [] : [{ host: endpoint.host, port: endpoint.port }]));
    return { records, highWatermark: raft.highWatermark, leaderId, leaderEpoch: epoch, voters, snapshot };
  };
  return {
    async fetchMetadata(request, call) {
      const maxBytes = Math.min(request.maxBytes, MAX_ANSWER_BYTES);
      if (request.offset >= raft.highWatermark) {
        const maxWaitMs = Math.min(request.maxWaitMs, call.timeoutMs - ANSWER_MARGIN_MS, MAX_PARK_MS);
        if (maxWaitMs > 0) await raft.awaitCommitted(request.offset, maxWaitMs);
      }
      const newest = raft.latestSnapshot();
      if (request.offset < raft.logStartOffset && newest !== undefined) {
        const { endOffset, epoch, sizeBytes } = newest;
        return answer(noRecords, { endOffset, epoch, sizeBytes });
      }
      return answer(raft.readCommitted(request.offset, maxBytes), null);
    },
    fetchSnapshot(request) {
      const id = { endOffset: request.endOffset, epoch: request.epoch };
      try {
        const bytes = raft.readSnapshot(id, request.position, Math.min(request.maxBytes, MAX_ANSWER_BYTES));
        return Promise.resolve({ bytes, sizeBytes: raft.latestSnapshot()?.sizeBytes ?? 0 });
      } catch (error) {
        return Promise.reject(error as Error);
      }
    },
  };
}
