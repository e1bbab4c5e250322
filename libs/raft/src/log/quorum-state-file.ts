import type { QuorumState } from '../core/quorum.ts';

const DATA_VERSION = 1;
const integerKeys = ['leaderId', 'leaderEpoch', 'votedId'] as const;

/** Content of Kafka's `quorum-state` file, data version 1. */
export function encodeQuorumState(state: QuorumState): Uint8Array {
  const { leaderId, leaderEpoch, votedId, votedDirectoryId } = state;
  return Buffer.from(JSON.stringify({ leaderId, leaderEpoch, votedId, votedDirectoryId, data_version: DATA_VERSION }));
}

/** Throws Error that names what is wrong. Data version 0 (without voted directories) is not read: no voter of ours wrote it. */
export function decodeQuorumState(bytes: Uint8Array): QuorumState {
  let data: Record<string, unknown>;
  try {
    data = JSON.parse(Buffer.from(bytes).toString()) as Record<string, unknown>;
  } catch (error) {
    throw new Error(`quorum-state is no JSON: ${String(error)}`, { cause: error });
  }
  if (data['data_version'] !== DATA_VERSION) throw new Error(`quorum-state has data_version ${String(data['data_version'])}, known is ${DATA_VERSION}`);
  for (const key of integerKeys) if (!Number.isInteger(data[key])) throw new Error(`quorum-state lacks ${key}`);
  if (typeof data['votedDirectoryId'] !== 'string') throw new Error('quorum-state lacks votedDirectoryId');
  return {
    leaderId: data['leaderId'] as number,
    leaderEpoch: data['leaderEpoch'] as number,
    votedId: data['votedId'] as number,
    votedDirectoryId: data['votedDirectoryId'],
  };
}
