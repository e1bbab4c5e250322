import { describe, expect, it } from '@jest/globals';
import { ErrorCode, KafkaError, silentLogger } from '@ottla/model';
import { virtualTime } from '@ottla/testing';
import { metadataRecord, type MetadataRecord } from '../records/metadata-record.ts';
import { BrokerEvacuation } from './broker-evacuation.ts';
import { fenceRecord, heartbeat, registerBroker } from './cluster-control.ts';
import { ControlBed, directoryOf } from './simulation/control-bed.ts';

const pairs = (count: number) => Array.from({ length: count }, () => ({ replicas: [1, 2] }));

/** Brokers 1 and 2, both with every partition of `large` (1,200) and `small` (1). */
function evacuationBed() {
  const bed = new ControlBed().brokers({ id: 1 }, { id: 2 }).topic('large', 1, ...pairs(1200)).topic('small', 2, ...pairs(1));
  const time = virtualTime();
  const appended: number[] = [];
  const log = { refusals: 0 };
  const append = (records: readonly MetadataRecord[]): void => {
    if (log.refusals-- > 0) throw new KafkaError(ErrorCode.THROTTLING_QUOTA_EXCEEDED);
    appended.push(records.length);
    bed.replay(records);
  };
  const evacuation = new BrokerEvacuation({ scheduler: time.scheduler, logger: silentLogger, state: () => bed, append });
  return { bed, time, appended, log, evacuation };
}

function fence({ bed, evacuation }: ReturnType<typeof evacuationBed>, id: number): void {
  const broker = bed.image.brokers.get(id);
  if (broker !== undefined) bed.replay([fenceRecord(broker), ...evacuation.begin(id)]);
}

const ledBy = (bed: ControlBed, id: number): number => [...bed.image.topics.byName.values()].flatMap(({ partitions }) => partitions).filter(({ leader }) => leader === id).length;

describe('BrokerEvacuation', () => {
  it('begins in the batch that fences, and goes on in turns until nothing is left', () => {
    const all = evacuationBed();
    fence(all, 1);
    expect([ledBy(all.bed, 1), ledBy(all.bed, 2)]).toEqual([701, 500]);
    all.time.advance(20);
    expect(all.appended).toEqual([500, 201]);
    expect(ledBy(all.bed, 2)).toBe(1201);
    expect(all.bed.partition('small').isr).toEqual([2]);
    expect(all.time.nextTimerMs()).toBeUndefined();
  });

  it('ends when the broker is back, which leads on what it still leads', () => {
    const all = evacuationBed();
    fence(all, 1);
    all.bed.run(heartbeat(all.bed, { brokerId: 1, brokerEpoch: all.bed.image.brokers.get(1)?.epoch ?? -1, appliedOffset: all.bed.nextOffset, wantFence: false, wantShutDown: false }));
    all.time.advance(20);
    expect(all.appended).toEqual([]);
    expect(ledBy(all.bed, 1)).toBe(701);
  });

  it('is overtaken by the next incarnation, which leads in no epoch of the one before', () => {
    const all = evacuationBed();
    fence(all, 1);
    const { epoch = -1, logDirs = [] } = all.bed.image.brokers.get(1) ?? {};
    const request = { brokerId: 1, clusterId: 'cluster-of-tests', incarnationId: directoryOf(77), endpoints: [], features: [], rack: null, logDirs, planeEndpoint: null, previousBrokerEpoch: epoch };
    all.bed.run(registerBroker(all.bed, request, { nextOffset: all.bed.nextOffset, isPresentAlive: false }));
    expect(ledBy(all.bed, 2)).toBe(1201);
    all.time.advance(20);
    expect(all.appended).toEqual([]);
  });

  it('passes over topics that are deleted meanwhile, and takes up two brokers at once', () => {
    const all = evacuationBed();
    fence(all, 1);
    all.bed.replay([metadataRecord(9, { topicId: all.bed.image.topics.get('large')?.id ?? '' })]);
    fence(all, 2);
    all.time.advance(20);
    expect(all.bed.partition('small')).toMatchObject({ leader: -1, isr: [1] });
  });

  it('begins anew when the log refuses, and where the controller before it stopped halfway', () => {
    const all = evacuationBed();
    fence(all, 1);
    all.log.refusals = 1;
    all.time.advance(20);
    expect(all.appended).toEqual([]);
    all.time.advance(600);
    expect(ledBy(all.bed, 2)).toBe(1201);

    const next = evacuationBed();
    fence(next, 1);
    next.evacuation.stop();
    next.time.advance(1000);
    expect(ledBy(next.bed, 1)).toBe(701);
    next.evacuation.start();
    next.time.advance(20);
    expect(ledBy(next.bed, 1)).toBe(0);
  });
});
