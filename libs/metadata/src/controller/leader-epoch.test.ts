import { describe, expect, it } from '@jest/globals';
import { ErrorCode } from '@ottla/model';
import { seededRandom } from '@ottla/testing';
import { MetadataDelta } from '../image/delta.ts';
import { ImageReplayer } from '../image/image-replayer.ts';
import { MetadataImage } from '../image/image.ts';
import { metadataRecord, MetadataRecordType, type MetadataRecord } from '../records/metadata-record.ts';
import { defaultControllerConfig } from './controller-config.ts';
import { bumpLeaderEpoch } from './leader-epoch.ts';
import { TopicNameIndex } from './topic-names.ts';

const topicId = 'AAAAAAAAAAAAAAAAAAAB1A';
const request = { brokerId: 1, brokerEpoch: 5, topicId, partition: 0, leaderEpoch: 0 };

function image(): { readonly image: MetadataImage; readonly replay: (records: readonly MetadataRecord[]) => void } {
  const image = new MetadataImage('cluster');
  const replayer = new ImageReplayer(image);
  const replay = (records: readonly MetadataRecord[]): void => {
    for (const record of records) replayer.replay(record, image.offset + 1, new MetadataDelta());
  };
  replay([
    metadataRecord(MetadataRecordType.REGISTER_BROKER, { brokerId: 1, incarnationId: topicId, brokerEpoch: 5, endPoints: [], features: [], rack: null, fenced: false }),
    metadataRecord(MetadataRecordType.TOPIC, { name: 't', topicId }),
    metadataRecord(MetadataRecordType.PARTITION, { partitionId: 0, topicId, replicas: [1], isr: [1], removingReplicas: [], addingReplicas: [], leader: 1, leaderEpoch: 0, partitionEpoch: 0, directories: [topicId] }),
  ]);
  return { image, replay };
}

const stateOf = (metadata: MetadataImage): Parameters<typeof bumpLeaderEpoch>[0] => ({
  image: metadata, topicNames: TopicNameIndex.of(metadata), config: defaultControllerConfig, random: seededRandom(1),
});

function refusal(act: () => unknown): number | undefined {
  try {
    act();
  } catch (error) {
    return (error as { code: number }).code;
  }
  return undefined;
}

describe('bumpLeaderEpoch', () => {
  it('keeps the leader and raises its epoch by one', () => {
    const { image: metadata, replay } = image();
    const { records, response } = bumpLeaderEpoch(stateOf(metadata), request);
    replay(records);
    expect(response).toEqual({ leaderEpoch: 1 });
    expect(metadata.topics.partition('t', 0)).toMatchObject({ leader: 1, leaderEpoch: 1, isr: [1] });
  });

  it('answers only the leader, in its incarnation, in the current epoch', () => {
    const state = stateOf(image().image);
    expect(refusal(() => bumpLeaderEpoch(state, { ...request, brokerEpoch: 4 }))).toBe(ErrorCode.STALE_BROKER_EPOCH);
    expect(refusal(() => bumpLeaderEpoch(state, { ...request, brokerId: 2 }))).toBe(ErrorCode.STALE_BROKER_EPOCH);
    expect(refusal(() => bumpLeaderEpoch(state, { ...request, partition: 1 }))).toBe(ErrorCode.UNKNOWN_TOPIC_OR_PARTITION);
    expect(refusal(() => bumpLeaderEpoch(state, { ...request, leaderEpoch: 7 }))).toBe(ErrorCode.FENCED_LEADER_EPOCH);
  });
});
