import { describe, expect, it } from '@jest/globals';
import { ErrorCode, KafkaError, OFFSETS_TOPIC, TRANSACTION_STATE_TOPIC } from '@ottla/model';
import { ApiKeys, apis, WireReader, WireWriter, type ApiKey, type ApiTypes, type Codec } from '@ottla/protocol';
import type { Envelope } from '@ottla/rpc';
import { partitionFor } from '../group/partition-for.ts';
import { mergeListTransactions } from '../transaction/list-transactions.ts';
import { mergeListGroups } from '../runtime/list-groups.ts';
import { CoordinatorRouter, type ShardForwarder } from './coordinator-router.ts';

const COUNT = 50;

function envelopeOf<K extends ApiKey>(apiKey: K, apiVersion: number, request: ApiTypes[K]['requestInput']): Envelope {
  const writer = new WireWriter();
  (apis[apiKey].request as Codec<unknown, ApiTypes[K]['requestInput']>).encode(writer, request, apiVersion);
  return { apiKey, apiVersion, clientId: 'c', principal: 'User:ANONYMOUS', clientAddress: '', listenerName: '', body: writer.finish() };
}

function answerOf<K extends ApiKey>(apiKey: K, apiVersion: number, body: Uint8Array): ApiTypes[K]['response'] {
  return apis[apiKey].response.decode(new WireReader(body), apiVersion) as ApiTypes[K]['response'];
}

function bodyOf<K extends ApiKey>(apiKey: K, apiVersion: number, response: ApiTypes[K]['responseInput']): Uint8Array {
  const writer = new WireWriter();
  (apis[apiKey].response as Codec<unknown, ApiTypes[K]['responseInput']>).encode(writer, response, apiVersion);
  return writer.finish();
}

/** Records where requests go, and answers with `handle`. */
class RecordingForwarder implements ShardForwarder {
  readonly to: string[] = [];
  readonly handle: (envelope: Envelope, partition: number) => Uint8Array;
  constructor(handle: (envelope: Envelope, partition: number) => Uint8Array) {
    this.handle = handle;
  }
  async forward(topic: string, partition: number, envelope: Envelope) {
    this.to.push(`${topic}/${partition}`);
    return { body: this.handle(envelope, partition) };
  }
  async listTransactions(envelope: Envelope) {
    return { body: mergeListTransactions(envelope.apiVersion, []) };
  }
  async listGroups(envelope: Envelope) {
    return { body: mergeListGroups(envelope.apiVersion, []) };
  }
}

const routerOf = (grantor: ShardForwarder, count: number | undefined = COUNT) => new CoordinatorRouter({ grantor, offsetsPartitionCount: () => count, transactionsPartitionCount: () => count });
const refusing = (code: ErrorCode) => new RecordingForwarder(() => {
  throw new KafkaError(code);
});

describe('CoordinatorRouter', () => {
  it.each([3, 4])('sends a request about one group, in version %d, to the shard of the group', async (version) => {
    const forwarder = new RecordingForwarder(() => bodyOf(ApiKeys.Heartbeat, version, { errorCode: 0 }));
    const body = await routerOf(forwarder).answer(envelopeOf(ApiKeys.Heartbeat, version, { groupId: 'orders', generationId: 1, memberId: 'm' }));
    expect(answerOf(ApiKeys.Heartbeat, version, body).errorCode).toBe(0);
    expect(forwarder.to).toEqual([`${OFFSETS_TOPIC}/${partitionFor('orders', COUNT)}`]);
  });

  it('splits a request about many groups by shard, and puts the answers together in its order', async () => {
    const groups = ['a', 'b', 'c', 'd', 'a'];
    const forwarder = new RecordingForwarder((envelope, partition) => {
      if (partition === partitionFor('c', COUNT)) throw new KafkaError(ErrorCode.COORDINATOR_LOAD_IN_PROGRESS);
      const request = apis[ApiKeys.DescribeGroups].request.decode(new WireReader(envelope.body), 5);
      return bodyOf(ApiKeys.DescribeGroups, 5, { groups: request.groups.map((groupId) => ({ errorCode: 0, groupId, groupState: 'Stable', protocolType: '', protocolData: '', members: [] })) });
    });
    const answer = answerOf(ApiKeys.DescribeGroups, 5, await routerOf(forwarder).answer(envelopeOf(ApiKeys.DescribeGroups, 5, { groups })));
    expect(answer.groups.map(({ groupId, errorCode }) => `${groupId} ${errorCode}`)).toEqual(['a 0', 'a 0', 'b 0', 'c 14', 'd 0']);
    expect(forwarder.to.length).toBe(new Set(groups.map((groupId) => partitionFor(groupId, COUNT))).size);
  });

  it('fetches offsets of groups of several shards, and hands on the request untouched when there is one', async () => {
    const seen: Uint8Array[] = [];
    const forwarder = new RecordingForwarder((envelope) => {
      seen.push(envelope.body);
      const request = apis[ApiKeys.OffsetFetch].request.decode(new WireReader(envelope.body), 8);
      return bodyOf(ApiKeys.OffsetFetch, 8, { groups: request.groups.map(({ groupId }) => ({ groupId, topics: [] })) });
    });
    const one = envelopeOf(ApiKeys.OffsetFetch, 8, { groups: [{ groupId: 'x', topics: null }], requireStable: true });
    await routerOf(forwarder).answer(one);
    expect(seen).toEqual([one.body]);
    const two = await routerOf(forwarder).answer(envelopeOf(ApiKeys.OffsetFetch, 8, { groups: ['x', 'y'].map((groupId) => ({ groupId, topics: null })), requireStable: true }));
    expect(answerOf(ApiKeys.OffsetFetch, 8, two).groups.map(({ groupId }) => groupId)).toEqual(['x', 'y']);
    expect(seen.slice(1).map((body) => apis[ApiKeys.OffsetFetch].request.decode(new WireReader(body), 8))).toMatchObject([{ requireStable: true, groups: [{ groupId: 'x' }] }, { requireStable: true, groups: [{ groupId: 'y' }] }]);
  });

  it('answers an empty list of groups', async () => {
    const body = await routerOf(new RecordingForwarder(() => new Uint8Array(0))).answer(envelopeOf(ApiKeys.DeleteGroups, 2, { groupsNames: [] }));
    expect(answerOf(ApiKeys.DeleteGroups, 2, body).results).toEqual([]);
  });

  it('says what went wrong as the API has it', async () => {
    const commit = { groupId: 'g', memberId: '', topics: [{ name: 't', partitions: [{ partitionIndex: 4, committedOffset: 1, committedMetadata: null }] }] };
    const tooLarge = await routerOf(refusing(ErrorCode.RECORD_LIST_TOO_LARGE)).answer(envelopeOf(ApiKeys.OffsetCommit, 8, commit));
    expect(answerOf(ApiKeys.OffsetCommit, 8, tooLarge).topics).toMatchObject([{ name: 't', partitions: [{ partitionIndex: 4, errorCode: ErrorCode.UNKNOWN_SERVER_ERROR }] }]);
    const noTopic = await new CoordinatorRouter({ grantor: refusing(ErrorCode.NONE), offsetsPartitionCount: () => undefined, transactionsPartitionCount: () => undefined }).answer(envelopeOf(ApiKeys.OffsetCommit, 8, commit));
    expect(answerOf(ApiKeys.OffsetCommit, 8, noTopic).topics[0]?.partitions[0]?.errorCode).toBe(ErrorCode.NOT_COORDINATOR);
  });

  it('has an idempotent producer wait for a coordinator, whatever the trouble', async () => {
    const forwarder = refusing(ErrorCode.COORDINATOR_NOT_AVAILABLE);
    const body = await routerOf(forwarder).answer(envelopeOf(ApiKeys.InitProducerId, 4, { transactionalId: null, transactionTimeoutMs: 1 }));
    expect(answerOf(ApiKeys.InitProducerId, 4, body)).toMatchObject({ errorCode: ErrorCode.COORDINATOR_LOAD_IN_PROGRESS, producerId: -1, producerEpoch: -1 });
    expect(forwarder.to).toEqual([`${TRANSACTION_STATE_TOPIC}/-1`]);
  });

  it('rejects what is no request of a coordinator', async () => {
    await expect(routerOf(refusing(ErrorCode.NONE)).answer({ ...envelopeOf(ApiKeys.Heartbeat, 4, { groupId: 'g', generationId: 1, memberId: 'm' }), body: Buffer.from([200]) })).rejects.toThrow('wants');
    await expect(routerOf(refusing(ErrorCode.NONE)).answer(envelopeOf(ApiKeys.ApiVersions, 0, {}))).rejects.toThrow("is no coordinator's");
    await expect(routerOf(refusing(ErrorCode.INVALID_REQUEST)).answer(envelopeOf(ApiKeys.LeaveGroup, 3, { groupId: 'g', members: [] }))).rejects.toMatchObject({ code: ErrorCode.INVALID_REQUEST });
  });
});
