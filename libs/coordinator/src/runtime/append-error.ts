import { ErrorCode, errorCodeOf } from '@ottla/model';

/**
 * The code that clients get when records fit into no batch: as Kafka maps it, since the limit is none of theirs.
 * Throws `error` again when it is anything else: then the shard is done for.
 */
export function appendErrorOf(error: unknown): ErrorCode {
  if (errorCodeOf(error) !== ErrorCode.RECORD_LIST_TOO_LARGE) throw error;
  return ErrorCode.UNKNOWN_SERVER_ERROR;
}
