import { describe, expect, it } from '@jest/globals';
import { CoordinatorRouter, defaultGroupConfig, partitionFor, ShardGrantor } from '@ottla/coordinator';
import { MemoryShardPartitions } from '@ottla/coordinator/testing';
import { MetadataDelta, MetadataImage, noExtras, PartitionImage, TopicImage, type BrokerImage } from '@ottla/metadata';
import { OFFSETS_TOPIC, silentMetrics, tableCrc32c } from '@ottla/model';
import { ApiKeys, apis, WireReader, WireWriter, type ApiKey, type ApiTypes, type Codec } from '@ottla/protocol';
import { coordinatorMethods, inProcessPort, shardHostMethods, type CoordinatorService, type ShardHostService } from '@ottla/rpc';
import { recordingLogger, seededRandom, testCompression, virtualTime } from '@ottla/testing';
import { groupConfigFrom, offsetsCompressionFrom, wireGroupCoordinator } from './wiring.ts';

const loopTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const SHARDS = 4;
const broker: BrokerImage = { id: 1, epoch: 1, incarnationId: 'AAAAAAAAAAAAAAAAAAAAEQ', endpoints: [], features: [], rack: null, fenced: false, inControlledShutdown: false, logDirs: [], cordonedLogDirs: [], planeEndpoint: null };

function ordersTopic(): TopicImage {
  const topic = new TopicImage('orders', 'AAAAAAAAAAAAAAAAAAAABQ');
  topic.partitions.push(new PartitionImage([1], [], [1], 1, 0, 0, noExtras));
  return topic;
}

/** One broker with a real grantor and router, and the wired plane, in one process and in virtual time. */
async function wiredCluster() {
  const time = virtualTime();
  const { clock, scheduler } = time;
  const logger = recordingLogger();
  const partitions = new MemoryShardPartitions(scheduler);
  for (let partition = 0; partition < SHARDS; partition++) partitions.create(OFFSETS_TOPIC, partition);
  const grantor: ShardGrantor = new ShardGrantor({
    partitions,
    clock,
    scheduler,
    logger,
    bumpLeaderEpoch: async (topic, partition) => {
      const log = partitions.log(topic, partition);
      partitions.raiseEpoch(log, false);
      grantor.onLeadership([log.grant()]);
      return { leaderEpoch: log.leaderEpoch };
    },
  });
  const port = inProcessPort<CoordinatorService, ShardHostService>({ scheduler, dialerMethods: coordinatorMethods, acceptorMethods: shardHostMethods });
  port.accept((link) => grantor.accept(link));
  const image = new MetadataImage('cluster');
  const wiring = wireGroupCoordinator({
    clock,
    scheduler,
    logger,
    random: seededRandom(1),
    metrics: silentMetrics,
    crc: tableCrc32c,
    compression: testCompression,
    nodeId: 100,
    clusterId: 'cluster',
    dialBroker: () => port.dial,
    image: () => image,
    groupConfig: () => ({ ...defaultGroupConfig, groupInitialRebalanceDelayMs: 0 }),
  });
  const router = new CoordinatorRouter({ grantor, offsetsPartitionCount: () => SHARDS, transactionsPartitionCount: () => undefined });
  const settle = async (): Promise<void> => {
    do await loopTurn();
    while (time.runTurn());
  };
  const ask = async <K extends ApiKey>(apiKey: K, apiVersion: number, request: ApiTypes[K]['requestInput']): Promise<ApiTypes[K]['response']> => {
    const writer = new WireWriter();
    (apis[apiKey].request as Codec<unknown, ApiTypes[K]['requestInput']>).encode(writer, request, apiVersion);
    const answer = router.answer({ apiKey, apiVersion, clientId: 'c', principal: 'User:ANONYMOUS', clientAddress: '/127.0.0.1', listenerName: 'PLAINTEXT', body: writer.finish() });
    await settle();
    return apis[apiKey].response.decode(new WireReader(await answer), apiVersion) as ApiTypes[K]['response'];
  };
  return { image, partitions, grantor, wiring, settle, ask };
}

const commit = (groupId: string, topic: string, committedOffset: number) => ({ groupId, generationIdOrMemberEpoch: -1, memberId: '', topics: [{ name: topic, partitions: [{ partitionIndex: 0, committedOffset, committedMetadata: 'm' }] }] });
const fetchOf = (groupId: string) => ({ groups: [{ groupId, topics: null }], requireStable: false });

describe('wireGroupCoordinator', () => {
  it('serves groups of the brokers that the image names, and finds them again after the leadership came back', async () => {
    const { image, grantor, wiring, settle, ask } = await wiredCluster();
    image.brokers.set(1, broker);
    image.topics.addTopic(ordersTopic());
    wiring.start();
    await settle();
    expect(wiring.instance.shardCount('active')).toBe(SHARDS);
    expect((await ask(ApiKeys.OffsetCommit, 8, commit('billing', 'orders', 42))).topics[0]?.partitions[0]?.errorCode).toBe(0);
    expect((await ask(ApiKeys.OffsetFetch, 8, fetchOf('billing'))).groups[0]?.topics[0]?.partitions[0]).toMatchObject({ committedOffset: 42, errorCode: 0 });

    grantor.onLeadershipLost([{ topic: OFFSETS_TOPIC, partition: partitionFor('billing', SHARDS), leaderEpoch: 0 }]);
    expect((await ask(ApiKeys.OffsetFetch, 8, fetchOf('billing'))).groups[0]?.errorCode).toBe(16);
    const log = { topic: OFFSETS_TOPIC, partition: partitionFor('billing', SHARDS), leaderEpoch: 0, logStartOffset: 0, logEndOffset: 1, highWatermark: 1, maxBatchBytes: 1_000_000 };
    grantor.onLeadership([log]);
    await settle();
    expect((await ask(ApiKeys.OffsetFetch, 8, fetchOf('billing'))).groups[0]?.topics[0]?.partitions[0]).toMatchObject({ committedOffset: 42, errorCode: 0 });
    wiring.stop('the test ends');
  });

  it('lists the groups of all shards', async () => {
    const { image, wiring, settle, ask } = await wiredCluster();
    image.brokers.set(1, broker);
    image.topics.addTopic(ordersTopic());
    wiring.start();
    await settle();
    const groups = ['a', 'b', 'c', 'd', 'e'];
    expect(new Set(groups.map((groupId) => partitionFor(groupId, SHARDS))).size).toBeGreaterThan(2);
    for (const groupId of groups) await ask(ApiKeys.OffsetCommit, 8, commit(groupId, 'orders', 1));
    const listed = await ask(ApiKeys.ListGroups, 5, {});
    expect(listed.errorCode).toBe(0);
    expect(listed.groups.map(({ groupId }) => groupId).toSorted()).toEqual(groups);
    const described = await ask(ApiKeys.DescribeGroups, 5, { groups });
    expect(described.groups.map(({ groupId, errorCode, groupState }) => `${groupId} ${errorCode} ${groupState}`)).toEqual(groups.map((groupId) => `${groupId} 0 Empty`));
    wiring.stop('the test ends');
  });

  it('follows the brokers, and forgets offsets of deleted topics', async () => {
    const { image, wiring, settle, ask, grantor, partitions } = await wiredCluster();
    wiring.start();
    await settle();
    expect(grantor.counts('group-coordinator').instances).toBe(0);
    const orders = ordersTopic();
    const joined = new MetadataDelta();
    image.brokers.set(1, broker);
    image.topics.addTopic(orders);
    joined.brokerChanged(1, undefined, broker);
    wiring.publisher.onMetadataUpdate(joined, image);
    await settle();
    expect(grantor.counts('group-coordinator')).toEqual({ led: SHARDS, granted: SHARDS, instances: 1 });

    await ask(ApiKeys.OffsetCommit, 8, commit('g', 'orders', 7));
    image.topics.removeTopic(orders);
    const deletion = new MetadataDelta();
    deletion.topicDeleted(orders);
    wiring.publisher.onMetadataUpdate(deletion, image);
    await settle();
    expect((await ask(ApiKeys.OffsetFetch, 8, fetchOf('g'))).groups[0]?.topics).toEqual([]);
    expect(partitions.appends).toBe(2);

    const left = new MetadataDelta();
    image.brokers.delete(1);
    left.brokerChanged(1, broker, undefined);
    wiring.publisher.onMetadataUpdate(left, image);
    await settle();
    expect(grantor.counts('group-coordinator').instances).toBe(0);
    wiring.stop('the test ends');
  });
});

describe('group configs', () => {
  it('takes values by Kafka names, minutes as milliseconds, and Kafka defaults for the rest', () => {
    expect(groupConfigFrom(new Map())).toEqual(defaultGroupConfig);
    expect(groupConfigFrom(new Map([['offsets.retention.minutes', '2'], ['group.max.size', '5'], ['group.initial.rebalance.delay.ms', '0']]))).toEqual({
      ...defaultGroupConfig,
      offsetsRetentionMs: 120_000,
      groupMaxSize: 5,
      groupInitialRebalanceDelayMs: 0,
    });
  });

  it('knows codecs by id', () => {
    expect(offsetsCompressionFrom(new Map())).toBe(0);
    expect(offsetsCompressionFrom(new Map([['offsets.topic.compression.codec', '4']]))).toBe(4);
    expect(() => offsetsCompressionFrom(new Map([['offsets.topic.compression.codec', '9']]))).toThrow('Invalid value 9');
  });
});
