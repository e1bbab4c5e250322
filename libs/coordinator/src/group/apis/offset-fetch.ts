import { ErrorCode } from '@ottla/model';
import { apis, ApiKeys, type OffsetFetchRequestTopicsInput, type OffsetFetchResponseTopicsInput } from '@ottla/protocol';
import type { ShardRequest } from '../../runtime/coordinator-shard.ts';
import type { OffsetFetch } from '../offset-fetch.ts';
import { openCall, type ParkedReplies } from '../reply.ts';
import type { Turn } from '../turn.ts';

/** Before it a request asks for one group, in fields of the request itself. */
const FIRST_VERSION_WITH_GROUPS = 8;
/** From here on topics come by id (KIP-848). */
const FIRST_VERSION_WITH_TOPIC_IDS = 10;

/**
 * Member ids and epochs (9 and up) are for the groups of KIP-848; classic groups are fetched without. An empty group
 * id is allowed, as it is in Kafka.
 */
export function handleOffsetFetch(shardRequest: ShardRequest, offsetFetch: OffsetFetch, parked: ParkedReplies, turn: Turn): void {
  const { request, version, reply } = openCall(apis[ApiKeys.OffsetFetch], shardRequest, parked);
  const byId = version >= FIRST_VERSION_WITH_TOPIC_IDS;
  const fetch = (groupId: string, topics: readonly OffsetFetchRequestTopicsInput[] | null): OffsetFetchResponseTopicsInput[] =>
    topics === null ? offsetFetch.fetchAll(groupId, byId, request.requireStable) : offsetFetch.fetch(groupId, topics, byId, request.requireStable);
  if (version >= FIRST_VERSION_WITH_GROUPS) {
    const groups = request.groups.map(({ groupId, topics, memberId, memberEpoch }) => {
      const errorCode = offsetFetch.check(groupId, { memberId, memberEpoch });
      return { groupId, topics: errorCode === ErrorCode.NONE ? fetch(groupId, topics) : [], errorCode };
    });
    reply.answer(turn, { groups });
  } else {
    const topics = fetch(request.groupId, request.topics).map(({ name = '', partitions }) => ({ name, partitions }));
    reply.answer(turn, { topics, errorCode: ErrorCode.NONE });
  }
}
