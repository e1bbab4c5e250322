import { describe, expect, it } from '@jest/globals';
import { alterPartitions } from './alter-partitions.ts';
import { fenceRecords, heartbeat, registerBroker } from './cluster-control.ts';
import { incrementalAlterConfigs } from './alter-configs.ts';
import { ControlBed, directoryOf } from './simulation/control-bed.ts';

const ELR = 'eligible.leader.replicas.version';

/** Brokers 1 to 3 with one partition on all of them, min.insync.replicas 2. */
function elrBed(): ControlBed {
  return new ControlBed().feature(ELR, 1).brokers({ id: 1 }, { id: 2 }, { id: 3 }).topic('t', 1, { replicas: [1, 2, 3] }).topicConfig('t', 'min.insync.replicas', '2');
}

function fence(bed: ControlBed, id: number): void {
  const broker = bed.image.brokers.get(id);
  if (broker !== undefined) bed.replay(fenceRecords(bed, broker));
}

/** The broker starts again: in order when `isClean`, else it may have lost what was not synced. */
function restart(bed: ControlBed, brokerId: number, isClean: boolean): void {
  const previous = bed.image.brokers.get(brokerId)?.epoch ?? -1;
  const request = { brokerId, clusterId: 'cluster-of-tests', incarnationId: directoryOf(700 + bed.nextOffset), endpoints: [], features: [{ name: ELR, minVersion: 0, maxVersion: 1 }], rack: null, logDirs: [directoryOf(brokerId)], planeEndpoint: null, previousBrokerEpoch: isClean ? previous : -1 };
  const { brokerEpoch } = bed.run(registerBroker(bed, request, { nextOffset: bed.nextOffset, isPresentAlive: false }));
  bed.run(heartbeat(bed, { brokerId, brokerEpoch, appliedOffset: bed.nextOffset, wantFence: false, wantShutDown: false }));
}

const state = (bed: ControlBed) => {
  const { leader, isr, elr, lastKnownElr, leaderRecoveryState } = bed.partition('t');
  return { leader, isr, elr, lastKnownElr, leaderRecoveryState };
};

describe('eligible leader replicas', () => {
  it('are those that left an ISR that is too small to commit', () => {
    const bed = elrBed();
    fence(bed, 1);
    expect(state(bed)).toEqual({ leader: 2, isr: [2, 3], elr: [], lastKnownElr: [], leaderRecoveryState: 0 });
    fence(bed, 2);
    expect(state(bed)).toEqual({ leader: 3, isr: [3], elr: [2], lastKnownElr: [], leaderRecoveryState: 0 });
    fence(bed, 3);
    expect(state(bed)).toEqual({ leader: -1, isr: [], elr: [2, 3], lastKnownElr: [3], leaderRecoveryState: 0 });
  });

  it('lead again when they come back in order, alone in the ISR', () => {
    const bed = elrBed();
    for (const id of [1, 2, 3]) fence(bed, id);
    restart(bed, 1, true);
    expect(state(bed).leader).toBe(-1);
    restart(bed, 2, true);
    expect(state(bed)).toEqual({ leader: 2, isr: [2], elr: [3], lastKnownElr: [], leaderRecoveryState: 0 });
    const { leaderEpoch, partitionEpoch } = bed.partition('t');
    const epochOf = (id: number) => bed.image.brokers.get(id)?.epoch ?? -1;
    bed.run(alterPartitions(bed, { brokerId: 2, brokerEpoch: epochOf(2), partitions: [{ topicId: bed.image.topics.get('t')?.id ?? '', partition: 0, leaderEpoch, partitionEpoch, newIsr: [2, 1].map((brokerId) => ({ brokerId, brokerEpoch: epochOf(brokerId) })) }] }));
    expect(state(bed)).toEqual({ leader: 2, isr: [2, 1], elr: [], lastKnownElr: [], leaderRecoveryState: 0 });
  });

  it('are no leaders that gave up what they could not write', () => {
    const bed = elrBed();
    fence(bed, 3);
    const { leaderEpoch, partitionEpoch } = bed.partition('t');
    const epochOf = (id: number) => bed.image.brokers.get(id)?.epoch ?? -1;
    bed.run(alterPartitions(bed, { brokerId: 1, brokerEpoch: epochOf(1), partitions: [{ topicId: bed.image.topics.get('t')?.id ?? '', partition: 0, leaderEpoch, partitionEpoch, newIsr: [{ brokerId: 2, brokerEpoch: epochOf(2) }] }] }));
    expect(state(bed)).toEqual({ leader: 2, isr: [2], elr: [], lastKnownElr: [], leaderRecoveryState: 0 });
  });

  it('are none any more after an unclean restart; the last leader recovers what there is', () => {
    const bed = elrBed();
    for (const id of [1, 2, 3]) fence(bed, id);
    restart(bed, 2, false);
    expect(state(bed)).toEqual({ leader: -1, isr: [], elr: [3], lastKnownElr: [3], leaderRecoveryState: 0 });
    restart(bed, 3, false);
    expect(state(bed)).toEqual({ leader: 3, isr: [3], elr: [], lastKnownElr: [], leaderRecoveryState: 1 });
  });

  it('take an unclean restart out of ISR and ELR alike', () => {
    const bed = elrBed();
    fence(bed, 1);
    fence(bed, 2);
    restart(bed, 3, false);
    expect(state(bed)).toEqual({ leader: -1, isr: [], elr: [2], lastKnownElr: [3], leaderRecoveryState: 0 });
  });

  it('stay so after a stop in order that the controller never heard of', () => {
    const bed = elrBed();
    fence(bed, 1);
    fence(bed, 2);
    restart(bed, 3, true);
    // Out of the ISR, so that its return is a new leader epoch; eligible, so that it returns.
    expect(state(bed)).toEqual({ leader: 3, isr: [3], elr: [2], lastKnownElr: [], leaderRecoveryState: 0 });
    expect(bed.partition('t').leaderEpoch).toBe(4);
  });

  it('are cleared when min.insync.replicas changes', () => {
    const bed = elrBed();
    for (const id of [1, 2]) fence(bed, id);
    expect(state(bed).elr).toEqual([2]);
    const configs = [{ name: 'min.insync.replicas', configOperation: 0, value: '3' }];
    bed.run(incrementalAlterConfigs(bed, { resources: [{ resourceType: 2, resourceName: 't', configs }], validateOnly: false }));
    expect(state(bed)).toEqual({ leader: 3, isr: [3], elr: [], lastKnownElr: [], leaderRecoveryState: 0 });
  });

  it('are not kept while the feature is not finalized', () => {
    const bed = elrBed().feature(ELR, 0);
    for (const id of [1, 2, 3]) fence(bed, id);
    expect(state(bed)).toEqual({ leader: -1, isr: [3], elr: [], lastKnownElr: [], leaderRecoveryState: 0 });
  });
});
