import { describe, expect, it } from '@jest/globals';
import { ErrorCode } from '@ottla/model';
import { fenceRecords } from './cluster-control.ts';
import { electLeaders } from './elect-leaders.ts';
import { ControlBed } from './simulation/control-bed.ts';

const PREFERRED = 0;
const UNCLEAN = 1;

function elect(bed: ControlBed, electionType: number, topicPartitions: Record<string, number[]> | null) {
  const asked = topicPartitions === null ? null : Object.entries(topicPartitions).map(([topic, partitions]) => ({ topic, partitions }));
  const { errorCode, replicaElectionResults } = bed.run(electLeaders(bed, { electionType, topicPartitions: asked, timeoutMs: 1000 }));
  return { errorCode, results: replicaElectionResults.map(({ topic, partitionResult }) => [topic, ...partitionResult.map((result) => [result.partitionId, result.errorCode])]) };
}

function fence(bed: ControlBed, id: number): void {
  const broker = bed.image.brokers.get(id);
  if (broker !== undefined) bed.replay(fenceRecords(bed, broker));
}

describe('electLeaders', () => {
  it('has the preferred replica lead, where it is in sync and alive', () => {
    const bed = new ControlBed().brokers({ id: 1 }, { id: 2 }, { id: 3, fenced: true });
    bed.topic('t', 1, { replicas: [1, 2], leader: 2 }, { replicas: [1, 2] }, { replicas: [3, 2], isr: [2], leader: 2 }, { replicas: [1, 2], isr: [2], leader: 2 });
    const { NONE, ELECTION_NOT_NEEDED, PREFERRED_LEADER_NOT_AVAILABLE, UNKNOWN_TOPIC_OR_PARTITION } = ErrorCode;
    expect(elect(bed, PREFERRED, { t: [0, 1, 2, 3, 4], u: [0] }).results).toEqual([
      ['t', [0, NONE], [1, ELECTION_NOT_NEEDED], [2, PREFERRED_LEADER_NOT_AVAILABLE], [3, PREFERRED_LEADER_NOT_AVAILABLE], [4, UNKNOWN_TOPIC_OR_PARTITION]],
      ['u', [0, UNKNOWN_TOPIC_OR_PARTITION]],
    ]);
    expect(bed.partition('t')).toMatchObject({ leader: 1, leaderEpoch: 1, isr: [1, 2] });
  });

  it('answers for all partitions where something was to be done', () => {
    const bed = new ControlBed().brokers({ id: 1 }, { id: 2 }).topic('t', 1, { replicas: [1, 2] }, { replicas: [2, 1], leader: 1 }).topic('u', 2, { replicas: [1] });
    expect(elect(bed, PREFERRED, null).results).toEqual([['t', [1, ErrorCode.NONE]], ['u']]);
    expect(bed.partition('t', 1).leader).toBe(2);
  });

  it('elects once where a partition is named twice', () => {
    const bed = new ControlBed().brokers({ id: 1 }, { id: 2 }).topic('t', 1, { replicas: [1, 2], leader: 2 });
    expect(elect(bed, PREFERRED, { t: [0, 0] }).results).toEqual([['t', [0, ErrorCode.NONE], [0, ErrorCode.ELECTION_NOT_NEEDED]]]);
    expect(bed.partition('t').leaderEpoch).toBe(1);
  });

  it('takes a replica that lags only when asked to, and marks the partition as recovering', () => {
    const bed = new ControlBed().brokers({ id: 1 }, { id: 2 }).topic('t', 1, { replicas: [1, 2], isr: [1] });
    fence(bed, 1);
    expect(bed.partition('t')).toMatchObject({ leader: -1, isr: [1] });
    expect(elect(bed, PREFERRED, { t: [0] }).results).toEqual([['t', [0, ErrorCode.PREFERRED_LEADER_NOT_AVAILABLE]]]);
    expect(elect(bed, UNCLEAN, { t: [0] }).results).toEqual([['t', [0, ErrorCode.NONE]]]);
    expect(bed.partition('t')).toMatchObject({ leader: 2, isr: [2], leaderRecoveryState: 1, leaderEpoch: 2 });
    expect(elect(bed, UNCLEAN, { t: [0] }).results).toEqual([['t', [0, ErrorCode.ELECTION_NOT_NEEDED]]]);
  });

  it('says so when nobody is left, and when the type is unknown', () => {
    const bed = new ControlBed().brokers({ id: 1 }).topic('t', 1, { replicas: [1] });
    fence(bed, 1);
    expect(elect(bed, UNCLEAN, { t: [0] }).results).toEqual([['t', [0, ErrorCode.ELIGIBLE_LEADERS_NOT_AVAILABLE]]]);
    expect(elect(bed, 7, { t: [0] })).toEqual({ errorCode: ErrorCode.INVALID_REQUEST, results: [['t', [0, ErrorCode.INVALID_REQUEST]]] });
  });
});

describe('unclean.leader.election.enable', () => {
  it('lets a replica that lags lead as soon as the last one in sync is gone', () => {
    const bed = new ControlBed().brokers({ id: 1 }, { id: 2 }).topic('t', 1, { replicas: [1, 2], isr: [1] }).topic('u', 2, { replicas: [1, 2], isr: [1] });
    bed.topicConfig('t', 'unclean.leader.election.enable', 'true');
    fence(bed, 1);
    expect(bed.partition('t')).toMatchObject({ leader: 2, isr: [2], leaderRecoveryState: 1 });
    expect(bed.partition('u')).toMatchObject({ leader: -1, isr: [1], leaderRecoveryState: 0 });
  });
});
