import { describe, expect, it } from '@jest/globals';
import { ErrorCode, KafkaError } from '@ottla/model';
import type { BrokerRegistration } from '@ottla/rpc';
import { metadataRecord } from '../records/metadata-record.ts';
import { alterPartitions } from './alter-partitions.ts';
import { fenceRecords, heartbeat, registerBroker } from './cluster-control.ts';
import { allocateProducerIds } from './producer-ids.ts';
import { ControlBed, directoryOf } from './simulation/control-bed.ts';

const TOPIC_ID = 'CCCCCCCCCCCCCCCCCCCCCA';

const registration = (brokerId: number, rest: Partial<BrokerRegistration> = {}): BrokerRegistration => ({
  brokerId,
  clusterId: 'cluster-of-tests',
  incarnationId: directoryOf(500 + brokerId),
  endpoints: [{ name: 'PLAINTEXT', host: 'localhost', port: 9092, securityProtocol: 0 }],
  features: [],
  rack: null,
  logDirs: [directoryOf(brokerId)],
  previousBrokerEpoch: -1,
  planeEndpoint: null,
  ...rest,
});

function register(bed: ControlBed, request: BrokerRegistration, isPresentAlive = false): number {
  return bed.run(registerBroker(bed, request, { nextOffset: bed.nextOffset, isPresentAlive })).brokerEpoch;
}

/** A topic with these replicas, all in sync, led by the first. */
function withTopic(bed: ControlBed, ...partitions: readonly (readonly number[])[]): ControlBed {
  bed.replay([
    metadataRecord(2, { name: 't', topicId: TOPIC_ID }),
    ...partitions.map((replicas, partitionId) =>
      metadataRecord(3, {
        partitionId,
        topicId: TOPIC_ID,
        replicas,
        isr: replicas,
        removingReplicas: [],
        addingReplicas: [],
        leader: replicas[0] ?? -1,
        leaderEpoch: 0,
        partitionEpoch: 0,
        directories: replicas.map(directoryOf),
      }),
    ),
  ]);
  return bed;
}

const partitionsOf = (bed: ControlBed) => bed.image.topics.get('t')?.partitions.map(({ isr, leader, leaderEpoch }) => ({ isr, leader, leaderEpoch }));

function beat(bed: ControlBed, brokerId: number, rest: { appliedOffset?: number; wantFence?: boolean; wantShutDown?: boolean; brokerEpoch?: number } = {}) {
  const brokerEpoch = bed.image.brokers.get(brokerId)?.epoch ?? -1;
  return bed.run(heartbeat(bed, { brokerId, brokerEpoch, appliedOffset: bed.nextOffset, wantFence: false, wantShutDown: false, ...rest }));
}

const fence = (bed: ControlBed, id: number): void => {
  const broker = bed.image.brokers.get(id);
  if (broker !== undefined) bed.replay(fenceRecords(bed, broker));
};

const codeOf = (act: () => unknown): number => {
  try {
    act();
  } catch (error) {
    if (error instanceof KafkaError) return error.code;
    throw error;
  }
  return ErrorCode.NONE;
};

describe('registerBroker', () => {
  it('registers fenced, with the offset of the record as epoch', () => {
    const bed = new ControlBed().brokers({ id: 9 });
    const epoch = register(bed, registration(1, { rack: 'r' }));
    expect(epoch).toBe(1);
    expect(bed.image.brokers.get(1)).toMatchObject({ epoch: 1, fenced: true, rack: 'r', incarnationId: directoryOf(501), logDirs: [directoryOf(1)] });
  });

  it('answers the same epoch to the same incarnation that asks again', () => {
    const bed = new ControlBed();
    const epoch = register(bed, registration(1));
    const again = registerBroker(bed, registration(1), { nextOffset: bed.nextOffset, isPresentAlive: true });
    expect(again).toEqual({ records: [], response: { brokerEpoch: epoch } });
    expect(register(bed, registration(1, { rack: 'moved' }), true)).toBeGreaterThan(epoch);
  });

  it('refuses another cluster, an id in use, and a broker that lacks a finalized feature', () => {
    const bed = new ControlBed();
    bed.replay([metadataRecord(12, { name: 'metadata.version', featureLevel: 30 })]);
    const features = (minVersion: number, maxVersion: number) => ({ features: [{ name: 'metadata.version', minVersion, maxVersion }] });
    register(bed, registration(1, features(7, 30)));
    expect(codeOf(() => register(bed, registration(2, { ...features(7, 30), clusterId: 'other' })))).toBe(ErrorCode.INCONSISTENT_CLUSTER_ID);
    expect(codeOf(() => register(bed, registration(1, { ...features(7, 30), incarnationId: directoryOf(7) }), true))).toBe(ErrorCode.DUPLICATE_BROKER_REGISTRATION);
    expect(codeOf(() => register(bed, registration(2, features(7, 29))))).toBe(ErrorCode.UNSUPPORTED_VERSION);
    expect(codeOf(() => register(bed, registration(2)))).toBe(ErrorCode.UNSUPPORTED_VERSION);
  });

  it('takes a broker that did not stop in order out of its partitions in the same batch', () => {
    const bed = withTopic(new ControlBed().brokers({ id: 1 }, { id: 2 }), [1, 2], [2, 1], [1]);
    register(bed, registration(1));
    expect(partitionsOf(bed)).toEqual([
      { isr: [2], leader: 2, leaderEpoch: 1 },
      { isr: [2], leader: 2, leaderEpoch: 0 },
      { isr: [1], leader: -1, leaderEpoch: 1 },
    ]);
    beat(bed, 1);
    expect(partitionsOf(bed)?.[2]).toEqual({ isr: [1], leader: 1, leaderEpoch: 2 });
  });

  it('leaves the partitions of a broker that stopped in order as its stop left them', () => {
    const bed = withTopic(new ControlBed().brokers({ id: 1 }), [1]);
    const before = bed.image.brokers.get(1)?.epoch ?? -1;
    expect(beat(bed, 1, { wantShutDown: true })).toEqual({ isCaughtUp: true, isFenced: false, shouldShutDown: true });
    expect(bed.image.brokers.get(1)).toMatchObject({ fenced: true, inControlledShutdown: true });
    expect(partitionsOf(bed)).toEqual([{ isr: [1], leader: -1, leaderEpoch: 1 }]);
    const decision = registerBroker(bed, registration(1, { previousBrokerEpoch: before }), { nextOffset: bed.nextOffset, isPresentAlive: false });
    expect(decision.records.map(({ type }) => type)).toEqual([0]);
    bed.run(decision);
    beat(bed, 1);
    expect(bed.image.brokers.get(1)).toMatchObject({ fenced: false, inControlledShutdown: false });
    expect(partitionsOf(bed)).toEqual([{ isr: [1], leader: 1, leaderEpoch: 2 }]);
  });
});

describe('heartbeat', () => {
  it('unfences a broker that has applied its own registration, not before', () => {
    const bed = new ControlBed();
    const epoch = register(bed, registration(1));
    expect(beat(bed, 1, { appliedOffset: epoch })).toEqual({ isCaughtUp: false, isFenced: true, shouldShutDown: false });
    expect(beat(bed, 1, { appliedOffset: epoch + 1 })).toEqual({ isCaughtUp: true, isFenced: false, shouldShutDown: false });
    expect(bed.image.brokers.get(1)?.fenced).toBe(false);
    expect(heartbeat(bed, { brokerId: 1, brokerEpoch: epoch, appliedOffset: 9, wantFence: false, wantShutDown: false }).records).toEqual([]);
  });

  it('fences a broker that wants it', () => {
    const bed = withTopic(new ControlBed().brokers({ id: 1 }, { id: 2 }), [1, 2]);
    expect(beat(bed, 1, { wantFence: true })).toMatchObject({ isFenced: true });
    expect(partitionsOf(bed)).toEqual([{ isr: [2], leader: 2, leaderEpoch: 1 }]);
    expect(beat(bed, 1, { wantFence: true })).toMatchObject({ isFenced: true });
  });

  it('lets a broker go in two steps: others lead first, while clients still find it; then it is fenced', () => {
    const bed = withTopic(new ControlBed().brokers({ id: 1 }, { id: 2 }), [1, 2]);
    const first = heartbeat(bed, { brokerId: 1, brokerEpoch: bed.image.brokers.get(1)?.epoch ?? -1, appliedOffset: bed.nextOffset, wantFence: false, wantShutDown: true });
    expect([first.awaitsBrokers, first.response.shouldShutDown]).toEqual([true, false]);
    bed.run(first);
    expect(bed.image.brokers.get(1)).toMatchObject({ fenced: false, inControlledShutdown: true });
    expect(partitionsOf(bed)).toEqual([{ isr: [2], leader: 2, leaderEpoch: 1 }]);
    expect(beat(bed, 1, { wantShutDown: true })).toMatchObject({ shouldShutDown: true });
    expect(bed.image.brokers.get(1)).toMatchObject({ fenced: true, inControlledShutdown: true });
    expect(partitionsOf(bed)).toEqual([{ isr: [2], leader: 2, leaderEpoch: 1 }]);
    // Nobody is left to take over: both steps in one.
    expect(beat(bed, 2, { wantShutDown: true })).toMatchObject({ shouldShutDown: true });
    expect(bed.image.brokers.get(2)).toMatchObject({ fenced: true, inControlledShutdown: true });
  });

  it('lets a fenced broker go at once', () => {
    const bed = new ControlBed().brokers({ id: 1, fenced: true });
    expect(beat(bed, 1, { wantShutDown: true })).toMatchObject({ isFenced: true, shouldShutDown: true });
    expect(bed.image.brokers.get(1)?.inControlledShutdown).toBe(false);
  });

  it('refuses a stranger and a former incarnation', () => {
    const bed = new ControlBed().brokers({ id: 1 });
    expect(codeOf(() => beat(bed, 2))).toBe(ErrorCode.BROKER_ID_NOT_REGISTERED);
    expect(codeOf(() => beat(bed, 1, { brokerEpoch: 77 }))).toBe(ErrorCode.STALE_BROKER_EPOCH);
  });
});

describe('leadership', () => {
  it('goes to a live member of the ISR, and to nobody else', () => {
    const bed = withTopic(new ControlBed().brokers({ id: 1 }, { id: 2 }, { id: 3, fenced: true }), [1, 3, 2], [3, 1]);
    fence(bed, 1);
    expect(partitionsOf(bed)?.[0]).toEqual({ isr: [3, 2], leader: 2, leaderEpoch: 1 });
    fence(bed, 2);
    expect(partitionsOf(bed)?.[0]).toEqual({ isr: [3], leader: -1, leaderEpoch: 2 });
  });

  it('comes back to the last member of the ISR with its log, not with an empty folder', () => {
    const bed = withTopic(new ControlBed().brokers({ id: 1 }), [1]);
    fence(bed, 1);
    register(bed, registration(1, { logDirs: [directoryOf(77)] }));
    beat(bed, 1);
    expect(partitionsOf(bed)).toEqual([{ isr: [1], leader: -1, leaderEpoch: 1 }]);
    register(bed, registration(1, { incarnationId: directoryOf(88), logDirs: [directoryOf(77), directoryOf(1)] }));
    beat(bed, 1);
    expect(partitionsOf(bed)).toEqual([{ isr: [1], leader: 1, leaderEpoch: 2 }]);
  });
});

describe('a broker that came back with another log folder', () => {
  it('leads again what it has copied, and nothing else', () => {
    const bed = withTopic(new ControlBed().brokers({ id: 1 }, { id: 2 }), [1, 2], [2, 1]);
    register(bed, registration(1, { logDirs: [directoryOf(77)] }));
    beat(bed, 1);
    expect(partitionsOf(bed)).toEqual([{ isr: [2], leader: 2, leaderEpoch: 1 }, { isr: [2], leader: 2, leaderEpoch: 0 }]);
    const topicId = bed.image.topics.get('t')?.id ?? '';
    const { leaderEpoch, partitionEpoch } = bed.partition('t');
    const epochOf = (id: number) => bed.image.brokers.get(id)?.epoch ?? -1;
    bed.run(alterPartitions(bed, { brokerId: 2, brokerEpoch: epochOf(2), partitions: [{ topicId, partition: 0, leaderEpoch, partitionEpoch, newIsr: [2, 1].map((brokerId) => ({ brokerId, brokerEpoch: epochOf(brokerId) })) }] }));
    fence(bed, 2);
    expect(partitionsOf(bed)?.map(({ leader }) => leader)).toEqual([1, -1]);
  });
});

describe('allocateProducerIds', () => {
  it('hands out blocks of 1000, none twice', () => {
    const bed = new ControlBed().brokers({ id: 1 });
    const blocks = [1, 1, 2].map((brokerId) => bed.run(allocateProducerIds(bed, { brokerId })));
    expect(blocks).toEqual([0, 1000, 2000].map((firstProducerId) => ({ firstProducerId, count: 1000 })));
    expect(bed.image.nextProducerId).toBe(3000);
  });
});
