import { ErrorCode } from '@ottla/model';
import { ListGroupsResponseCodec, WireReader, WireWriter, type ListedGroup } from '@ottla/protocol';

/** What one shard said to ListGroups: its answer's body, or why there is none. */
export type ListGroupsPart = { readonly body: Uint8Array } | { readonly error: ErrorCode };

/**
 * One ListGroups answer for the groups of many shards. A shard that is not led or owned here any more has nothing to
 * say, its new coordinator has; any other failure (a shard that is loading) becomes the answer's error code, without groups, as in Kafka,
 * and the client asks again.
 */
export function mergeListGroups(version: number, parts: readonly ListGroupsPart[]): Uint8Array {
  const groups: ListedGroup[] = [];
  let errorCode: number = ErrorCode.NONE;
  for (const part of parts) {
    let partError: number;
    if ('error' in part) partError = part.error;
    else {
      const answer = ListGroupsResponseCodec.decode(new WireReader(part.body), version);
      for (const group of answer.groups) groups.push(group);
      partError = answer.errorCode;
    }
    if (errorCode === ErrorCode.NONE && partError !== ErrorCode.NOT_COORDINATOR) errorCode = partError;
  }
  const writer = new WireWriter();
  ListGroupsResponseCodec.encode(writer, { errorCode, groups: errorCode === ErrorCode.NONE ? groups : [] }, version);
  return writer.finish();
}
