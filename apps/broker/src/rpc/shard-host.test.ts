import { describe, expect, it } from '@jest/globals';
import { ConfigResourceType, metadataRecord, MetadataRecordType } from '@ottla/metadata';
import { ErrorCode, errorCodeOf, OFFSETS_TOPIC } from '@ottla/model';
import { idOf, TestBroker, topicRecords } from '@ottla/replication/testing';
import type { ShardGrant } from '@ottla/rpc';
import { ShardHost } from './shard-host.ts';

describe('ShardHost', () => {
  it('tells the largest batch that the partition takes by its configs of now', async () => {
    const broker = await TestBroker.withTopic();
    const host = new ShardHost(broker.replicas);
    const granted: ShardGrant[] = [];
    host.inform({ onLeadership: (grants) => void granted.push(...grants), onLeadershipLost: () => {} });
    broker.commit(...topicRecords(OFFSETS_TOPIC, idOf(OFFSETS_TOPIC.slice(0, 22)), 1));
    expect([granted[0]?.maxBatchBytes, host.maxBatchBytes(OFFSETS_TOPIC, 0)]).toEqual([1_048_588, 1_048_588]);
    const set = (name: string, value: string): void => broker.commit(metadataRecord(MetadataRecordType.CONFIG, { resourceType: ConfigResourceType.TOPIC, resourceName: OFFSETS_TOPIC, name, value }));
    set('max.message.bytes', '2000000');
    expect(host.maxBatchBytes(OFFSETS_TOPIC, 0)).toBe(2_000_000);
    set('segment.bytes', '1500000');
    expect(host.maxBatchBytes(OFFSETS_TOPIC, 0)).toBe(1_500_000);
    set('max.message.bytes', '1000');
    expect(host.maxBatchBytes(OFFSETS_TOPIC, 0)).toBe(1_000);
  });

  it('knows no partition that the broker has not', async () => {
    const host = new ShardHost((await TestBroker.withTopic()).replicas);
    let code: number | undefined;
    try {
      host.maxBatchBytes(OFFSETS_TOPIC, 0);
    } catch (error) {
      code = errorCodeOf(error);
    }
    expect(code).toBe(ErrorCode.NOT_LEADER_OR_FOLLOWER);
  });
});
