import { describe, expect, it } from '@jest/globals';
import { ErrorCode, KafkaError, silentLogger } from '@ottla/model';
import { virtualTime } from '@ottla/testing';
import type { MetadataRecord } from '../records/metadata-record.ts';
import { fenceRecords } from './cluster-control.ts';
import type { ControllerConfig } from './controller-config.ts';
import { PartitionUpkeep } from './partition-upkeep.ts';
import { ControlBed, type TopicPartitionInput } from './simulation/control-bed.ts';

function upkeepOf(config: Partial<ControllerConfig> = {}) {
  const bed = new ControlBed({ leaderImbalanceCheckIntervalMs: 1000, ...config }).brokers({ id: 1 }, { id: 2 });
  const time = virtualTime();
  const appended: number[] = [];
  let refusals = 0;
  const append = (records: readonly MetadataRecord[]): void => {
    if (refusals-- > 0) throw new KafkaError(ErrorCode.THROTTLING_QUOTA_EXCEEDED);
    appended.push(records.length);
    bed.replay(records);
  };
  const upkeep = new PartitionUpkeep({ scheduler: time.scheduler, logger: silentLogger, state: () => bed, append });
  upkeep.start();
  return { bed, time, upkeep, appended, refuse: (times: number) => void (refusals = times) };
}

const turned: TopicPartitionInput = { replicas: [1, 2], leader: 2 };

describe('PartitionUpkeep', () => {
  it('gives leadership back to preferred replicas at each check', () => {
    const { bed, time, appended } = upkeepOf();
    bed.topic('t', 1, turned, { replicas: [1, 2] }).topic('u', 2, { replicas: [1, 2], isr: [2] });
    time.advance(900);
    expect(appended).toEqual([]);
    time.advance(200);
    expect(appended).toEqual([1]);
    expect(bed.partition('t').leader).toBe(1);
    time.advance(2000);
    expect(appended).toEqual([1]);
  });

  it('leaves them alone where auto.leader.rebalance.enable is false', () => {
    const { bed, time, appended } = upkeepOf({ autoLeaderRebalanceEnable: false });
    bed.topic('t', 1, turned);
    time.advance(5000);
    expect(appended).toEqual([]);
  });

  it('elects uncleanly as soon as that is allowed', () => {
    const { bed, time, upkeep } = upkeepOf();
    bed.topic('t', 1, { replicas: [1, 2], isr: [1] });
    const broker = bed.image.brokers.get(1);
    if (broker !== undefined) bed.replay(fenceRecords(bed, broker));
    time.advance(1500);
    expect(bed.partition('t').leader).toBe(-1);
    bed.topicConfig('t', 'unclean.leader.election.enable', 'true');
    upkeep.appended(bed.delta);
    time.advance(20);
    expect(bed.partition('t')).toMatchObject({ leader: 2, isr: [2], leaderRecoveryState: 1 });
  });

  it('works in slices, over topics that come and go meanwhile', () => {
    const { bed, time, appended } = upkeepOf();
    bed.topic('large', 1, ...Array.from({ length: 2500 }, () => turned)).topic('small', 2, turned);
    time.advance(1006);
    expect(appended).toEqual([1000]);
    bed.topic('late', 3, turned);
    time.advance(100);
    expect(appended).toEqual([1000, 1000, 502]);
    expect(bed.partition('late').leader).toBe(1);
  });

  it('tries again at the next check when the log refuses, and stops when told to', () => {
    const { bed, time, upkeep, appended, refuse } = upkeepOf();
    bed.topic('t', 1, turned);
    refuse(1);
    time.advance(1100);
    expect(appended).toEqual([]);
    time.advance(1000);
    expect(appended).toEqual([1]);
    upkeep.stop();
    expect(time.nextTimerMs()).toBeUndefined();
  });
});
