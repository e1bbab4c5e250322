import { describe, expect, it } from '@jest/globals';
import { ErrorCode } from '@ottla/model';
import { ApiKeys, apis, ListGroupsResponseCodec, WireReader, WireWriter, type ApiKey, type ApiTypes, type Codec } from '@ottla/protocol';
import type { Envelope } from '@ottla/rpc';
import { mergeListGroups } from './list-groups.ts';
import { encodeRefusal } from './refusals.ts';

/** A request of each coordinator API with something in it. */
const requests: { [K in ApiKey]?: ApiTypes[K]['requestInput'] } = {
  [ApiKeys.OffsetCommit]: { groupId: 'g', memberId: 'm', topics: [{ name: 't', partitions: [{ partitionIndex: 1, committedOffset: 5, committedMetadata: null }] }] },
  [ApiKeys.FindCoordinator]: { key: 'k', coordinatorKeys: ['k1', 'k2'] },
  [ApiKeys.JoinGroup]: { groupId: 'g', sessionTimeoutMs: 1, memberId: 'm', protocolType: 'consumer', protocols: [] },
  [ApiKeys.Heartbeat]: { groupId: 'g', generationId: 1, memberId: 'm' },
  [ApiKeys.SyncGroup]: { groupId: 'g', generationId: 1, memberId: 'm', assignments: [] },
  [ApiKeys.DescribeGroups]: { groups: ['g', 'h'] },
  [ApiKeys.ListGroups]: {},
  [ApiKeys.DeleteGroups]: { groupsNames: ['g', 'h'] },
  [ApiKeys.OffsetDelete]: { groupId: 'g', topics: [] },
  [ApiKeys.ConsumerGroupDescribe]: { groupIds: ['g'], includeAuthorizedOperations: false },
  [ApiKeys.InitProducerId]: { transactionalId: null, transactionTimeoutMs: 1 },
  [ApiKeys.AddOffsetsToTxn]: { transactionalId: 'x', producerId: 1, producerEpoch: 0, groupId: 'g' },
  [ApiKeys.EndTxn]: { transactionalId: 'x', producerId: 1, producerEpoch: 0, committed: true },
  [ApiKeys.TxnOffsetCommit]: { transactionalId: 'x', groupId: 'g', producerId: 1, producerEpoch: 0, topics: [{ name: 't', partitions: [{ partitionIndex: 1, committedOffset: 5, committedMetadata: null }] }] },
  [ApiKeys.DescribeTransactions]: { transactionalIds: ['x'] },
  [ApiKeys.ListTransactions]: { stateFilters: [], producerIdFilters: [] },
};

function refused(apiKey: ApiKey, version: number, request: object, code: ErrorCode): Record<string, unknown> {
  const api = apis[apiKey] as unknown as { request: Codec<unknown, object>; response: Codec<object, unknown> };
  const writer = new WireWriter();
  api.request.encode(writer, request, version);
  const envelope: Envelope = { apiKey, apiVersion: version, clientId: null, principal: '', clientAddress: '', listenerName: '', body: writer.finish() };
  const reader = new WireReader(encodeRefusal(envelope, code));
  const answer = api.response.decode(reader, version);
  expect(reader.remaining).toBe(0);
  return answer as Record<string, unknown>;
}

/** Every error code anywhere in an answer. */
function codesIn(value: unknown): number[] {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return [];
  return Object.entries(value).flatMap(([key, item]) => (/errorCode$/i.test(key) && typeof item === 'number' ? [item] : codesIn(item)));
}

describe('encodeRefusal', () => {
  for (const [key, request] of Object.entries(requests)) {
    const apiKey = Number(key) as ApiKey;
    const { name, request: codec } = apis[apiKey];
    it(`says the code in every version of ${name}`, () => {
      for (let version = codec.minVersion; version <= codec.maxVersion; version++) {
        const codes = codesIn(refused(apiKey, version, request, ErrorCode.NOT_COORDINATOR));
        expect({ version, has: codes.includes(ErrorCode.NOT_COORDINATOR) }).toEqual({ version, has: true });
      }
    });
  }

  it('has a place for the error in each shape of OffsetFetch', () => {
    const topics = [{ name: 't', partitionIndexes: [3] }];
    expect(refused(ApiKeys.OffsetFetch, 1, { groupId: 'g', topics }, ErrorCode.NOT_COORDINATOR)['topics']).toEqual([{ name: 't', partitions: [{ partitionIndex: 3, committedOffset: -1, committedLeaderEpoch: -1, metadata: '', errorCode: 16 }] }]);
    expect(refused(ApiKeys.OffsetFetch, 7, { groupId: 'g', topics }, ErrorCode.NOT_COORDINATOR)).toMatchObject({ topics: [], errorCode: 16 });
    expect(refused(ApiKeys.OffsetFetch, 9, { groups: [{ groupId: 'g', topics: null }] }, ErrorCode.NOT_COORDINATOR)['groups']).toMatchObject([{ groupId: 'g', topics: [], errorCode: 16 }]);
  });

  it('has a place for the error in each shape of LeaveGroup and AddPartitionsToTxn', () => {
    expect(refused(ApiKeys.LeaveGroup, 2, { groupId: 'g', memberId: 'm' }, ErrorCode.NOT_COORDINATOR)['errorCode']).toBe(16);
    expect(refused(ApiKeys.LeaveGroup, 5, { groupId: 'g', members: [{ memberId: 'm' }] }, ErrorCode.NOT_COORDINATOR)).toMatchObject({ errorCode: 16, members: [] });
    const old = { v3AndBelowTransactionalId: 'x', v3AndBelowProducerId: 1, v3AndBelowProducerEpoch: 0, v3AndBelowTopics: [{ name: 't', partitions: [0] }] };
    expect(codesIn(refused(ApiKeys.AddPartitionsToTxn, 3, old, ErrorCode.NOT_COORDINATOR))).toContain(16);
    expect(refused(ApiKeys.AddPartitionsToTxn, 5, { transactions: [] }, ErrorCode.NOT_COORDINATOR)['errorCode']).toBe(16);
  });

  it('lets heartbeats pass and has members join again while a shard is loaded', () => {
    const one = requests[ApiKeys.Heartbeat] as object;
    expect(refused(ApiKeys.Heartbeat, 4, one, ErrorCode.COORDINATOR_LOAD_IN_PROGRESS)['errorCode']).toBe(ErrorCode.NONE);
    expect(refused(ApiKeys.SyncGroup, 5, requests[ApiKeys.SyncGroup] as object, ErrorCode.COORDINATOR_LOAD_IN_PROGRESS)['errorCode']).toBe(ErrorCode.REBALANCE_IN_PROGRESS);
    expect(refused(ApiKeys.Heartbeat, 4, one, ErrorCode.NETWORK_EXCEPTION)['errorCode']).toBe(ErrorCode.NOT_COORDINATOR);
  });

  it('knows coordinator APIs only', () => {
    const envelope = { apiKey: ApiKeys.Produce, apiVersion: 9, clientId: null, principal: '', clientAddress: '', listenerName: '', body: new Uint8Array(0) };
    expect(() => encodeRefusal(envelope, ErrorCode.NOT_COORDINATOR)).toThrow('none of a coordinator');
    expect(() => encodeRefusal({ ...envelope, apiKey: ApiKeys.Heartbeat, apiVersion: 99 }, ErrorCode.NOT_COORDINATOR)).toThrow('none of a coordinator');
  });
});

describe('mergeListGroups', () => {
  const part = (groupId: string, errorCode: number = ErrorCode.NONE) => {
    const writer = new WireWriter();
    ListGroupsResponseCodec.encode(writer, { errorCode, groups: [{ groupId, protocolType: 'consumer', groupState: 'Empty', groupType: 'classic' }] }, 5);
    return { body: writer.finish() };
  };
  const merged = (...parts: Parameters<typeof mergeListGroups>[1]) => ListGroupsResponseCodec.decode(new WireReader(mergeListGroups(5, parts)), 5);

  it('lists the groups of all shards', () => {
    expect(merged(part('a'), part('b')).groups.map(({ groupId }) => groupId)).toEqual(['a', 'b']);
    expect(merged()).toMatchObject({ errorCode: 0, groups: [] });
  });

  it('leaves out shards that moved, and passes on any other trouble', () => {
    expect(merged(part('a'), { error: ErrorCode.NOT_COORDINATOR })).toMatchObject({ errorCode: 0, groups: [{ groupId: 'a' }] });
    expect(merged(part('a'), { error: ErrorCode.COORDINATOR_LOAD_IN_PROGRESS }, { error: ErrorCode.COORDINATOR_NOT_AVAILABLE })).toMatchObject({ errorCode: 14, groups: [] });
    expect(merged(part('a', ErrorCode.COORDINATOR_NOT_AVAILABLE))).toMatchObject({ errorCode: 15, groups: [] });
  });
});
