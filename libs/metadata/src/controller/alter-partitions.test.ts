import { describe, expect, it } from '@jest/globals';
import { ErrorCode } from '@ottla/model';
import type { PartitionAlteration } from '@ottla/rpc';
import { metadataRecord } from '../records/metadata-record.ts';
import { alterPartitions } from './alter-partitions.ts';
import { fenceRecords } from './cluster-control.ts';
import { ControlBed, directoryOf } from './simulation/control-bed.ts';

const TOPIC_ID = 'CCCCCCCCCCCCCCCCCCCCCA';

/** Brokers 1 to 4; one partition on the first three, led by 1. */
function bedWith(isr: readonly number[]): ControlBed {
  const bed = new ControlBed().brokers({ id: 1 }, { id: 2 }, { id: 3 }, { id: 4 });
  bed.replay([
    metadataRecord(2, { name: 't', topicId: TOPIC_ID }),
    metadataRecord(3, { partitionId: 0, topicId: TOPIC_ID, replicas: [1, 2, 3], isr, removingReplicas: [], addingReplicas: [], leader: 1, leaderEpoch: 5, partitionEpoch: 7, directories: [1, 2, 3].map(directoryOf) }),
  ]);
  return bed;
}

const epochOf = (bed: ControlBed, id: number): number => bed.image.brokers.get(id)?.epoch ?? -1;
const partitionOf = (bed: ControlBed) => bed.image.topics.partition('t', 0);

function alter(bed: ControlBed, isr: readonly number[], rest: Partial<PartitionAlteration> = {}, brokerId = 1): number | undefined {
  const newIsr = isr.map((id) => ({ brokerId: id, brokerEpoch: epochOf(bed, id) }));
  const asked = { topicId: TOPIC_ID, partition: 0, leaderEpoch: 5, partitionEpoch: 7, newIsr, ...rest };
  return bed.run(alterPartitions(bed, { brokerId, brokerEpoch: epochOf(bed, brokerId), partitions: [asked] })).partitions[0]?.errorCode;
}

describe('alterPartitions', () => {
  it('takes the ISR over, raises the partition epoch, and leaves leader and leader epoch', () => {
    const bed = bedWith([1, 2]);
    expect(alter(bed, [1, 2, 3])).toBe(ErrorCode.NONE);
    expect(partitionOf(bed)).toMatchObject({ isr: [1, 2, 3], leader: 1, leaderEpoch: 5, partitionEpoch: 8 });
    expect(alter(bed, [1], { partitionEpoch: 8 })).toBe(ErrorCode.NONE);
    expect(partitionOf(bed)).toMatchObject({ isr: [1], leader: 1, leaderEpoch: 5, partitionEpoch: 9 });
  });

  it.each<[string, readonly number[], Partial<PartitionAlteration>, number, number]>([
    ['a leader epoch that ended', [1], { leaderEpoch: 4 }, 1, ErrorCode.FENCED_LEADER_EPOCH],
    ['a leader epoch that is not known here', [1], { leaderEpoch: 6 }, 1, ErrorCode.NOT_CONTROLLER],
    ['a state that was changed since', [1], { partitionEpoch: 6 }, 1, ErrorCode.INVALID_UPDATE_VERSION],
    ['a state that is not known here', [1], { partitionEpoch: 8 }, 1, ErrorCode.NOT_CONTROLLER],
    ['a broker that does not lead', [2], {}, 2, ErrorCode.INVALID_REQUEST],
    ['an ISR of nobody', [], {}, 1, ErrorCode.INVALID_REQUEST],
    ['an ISR without its leader that another joins', [2, 3], {}, 1, ErrorCode.INVALID_REQUEST],
    ['an ISR that names one twice', [1, 2, 2], {}, 1, ErrorCode.INVALID_REQUEST],
    ['a broker without a replica', [1, 4], {}, 1, ErrorCode.INVALID_REQUEST],
    ['an unknown topic', [1], { topicId: directoryOf(99) }, 1, ErrorCode.UNKNOWN_TOPIC_ID],
    ['an unknown partition', [1], { partition: 1 }, 1, ErrorCode.UNKNOWN_TOPIC_ID],
  ])('refuses %s', (_, isr, rest, brokerId, code) => {
    const bed = bedWith([1, 2]);
    expect(alter(bed, isr, rest, brokerId)).toBe(code);
    expect(partitionOf(bed)).toMatchObject({ isr: [1, 2], partitionEpoch: 7 });
  });

  it('lets no replica join that is fenced, or that restarted since it fetched', () => {
    const bed = bedWith([1, 2]);
    const stale = [{ brokerId: 1, brokerEpoch: epochOf(bed, 1) }, { brokerId: 2, brokerEpoch: epochOf(bed, 2) }, { brokerId: 3, brokerEpoch: epochOf(bed, 3) - 1 }];
    expect(alter(bed, [], { newIsr: stale })).toBe(ErrorCode.INELIGIBLE_REPLICA);
    const third = bed.image.brokers.get(3);
    bed.replay(third === undefined ? [] : fenceRecords(bed, third));
    expect(alter(bed, [1, 2, 3])).toBe(ErrorCode.INELIGIBLE_REPLICA);
  });

  it('lets a leader give up what it cannot write, as soon as another in sync can lead', () => {
    const bed = bedWith([1, 2, 3]);
    expect(alter(bed, [2, 3])).toBe(ErrorCode.NONE);
    expect(partitionOf(bed)).toMatchObject({ isr: [2, 3], leader: 2, leaderEpoch: 6, partitionEpoch: 8 });
    const alone = bedWith([1, 2]);
    const second = alone.image.brokers.get(2);
    alone.replay(second === undefined ? [] : [metadataRecord(17, { brokerId: 2, brokerEpoch: second.epoch, fenced: 1 })]);
    expect(alter(alone, [2])).toBe(ErrorCode.INELIGIBLE_REPLICA);
    expect(partitionOf(alone)).toMatchObject({ isr: [1, 2], leader: 1, leaderEpoch: 5 });
  });

  it('answers the second of two changes of one partition that its state is gone', () => {
    const bed = bedWith([1, 2, 3]);
    const asked = { topicId: TOPIC_ID, partition: 0, leaderEpoch: 5, partitionEpoch: 7, newIsr: [{ brokerId: 1, brokerEpoch: epochOf(bed, 1) }] };
    const { partitions } = bed.run(alterPartitions(bed, { brokerId: 1, brokerEpoch: epochOf(bed, 1), partitions: [asked, asked] }));
    expect(partitions.map(({ errorCode }) => errorCode)).toEqual([ErrorCode.NONE, ErrorCode.INVALID_UPDATE_VERSION]);
  });

  it('does not listen to an incarnation that is no more', () => {
    const bed = bedWith([1, 2]);
    expect(() => alterPartitions(bed, { brokerId: 1, brokerEpoch: epochOf(bed, 1) + 1, partitions: [] })).toThrow(expect.objectContaining({ code: ErrorCode.STALE_BROKER_EPOCH }));
  });
});
