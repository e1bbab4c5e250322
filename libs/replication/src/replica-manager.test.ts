import { describe, expect, it } from '@jest/globals';
import { ErrorCode, errorCodeOf, ZERO_UUID, type Metrics } from '@ottla/model';
import { fixedEntries } from './fetch-source.ts';
import { ReplicaManager } from './replica-manager.ts';
import { BROKER, batchOf, idOf, TestBroker } from './testing/test-broker.ts';
import { partitionChange, removeTopic, topicConfig, topicRecords } from './testing/metadata-history.ts';

function codeOf(act: () => unknown): number {
  try {
    act();
  } catch (error) {
    return errorCodeOf(error);
  }
  return ErrorCode.NONE;
}

const partitions = (broker: TestBroker): string[] => [...broker.replicas.partitions()].map(({ topic, partition, leaderEpoch }) => `${topic}-${partition}@${leaderEpoch}`);

describe('partitions', () => {
  it('come with the metadata and touch no disk before their first append', async () => {
    const broker = await TestBroker.withTopic(1_000);
    broker.commit(...topicRecords('elsewhere', idOf('elsewhere'), 3, { replicas: [2, 3] }));
    expect([partitions(broker).length, broker.folders()]).toEqual([1_000, []]);
    expect(broker.replicas.partition('elsewhere', 0)).toBe(undefined);
    broker.write(['a'], 't', 7);
    expect(broker.folders()).toEqual(['t-7']);
  });

  it('are led here or refused', async () => {
    const broker = await TestBroker.withTopic(1, { replicas: [1, 2], leader: 2 });
    expect(codeOf(() => broker.replicas.ledPartition('t', 0))).toBe(ErrorCode.NOT_LEADER_OR_FOLLOWER);
    expect(codeOf(() => broker.replicas.ledPartition('unknown', 0))).toBe(ErrorCode.NOT_LEADER_OR_FOLLOWER);
    broker.commit(partitionChange(idOf('t'), 0, { leader: 1 }));
    expect(broker.replicas.ledPartition('t', 0)).toBe(broker.partition());
  });

  it('tell listeners of leadership after all states are applied, and before parked requests are woken', async () => {
    const broker = await TestBroker.withTopic(2);
    const seen: unknown[] = [];
    broker.replicas.listen({
      onLeadership: (led) => seen.push(led.map(({ partition }) => partition), broker.partition('t', 0).leaderEpoch, broker.partition('t', 1).leaderEpoch),
      onLeadershipLost: () => {},
    });
    const fetched = broker.fetch({}, [{ currentLeaderEpoch: 0 }]);
    fetched.take = ([result]) => seen.push(result?.error);
    broker.commit(partitionChange(idOf('t'), 0, { leader: 1 }), partitionChange(idOf('t'), 1, { leader: 1 }));
    expect(seen).toEqual([[0, 1], 1, 1, ErrorCode.FENCED_LEADER_EPOCH]);
  });

  it('say each change of leadership once', async () => {
    const broker = await TestBroker.withTopic(1, { replicas: [1, 2], isr: [1, 2], leader: 1 });
    const change = (facts: Parameters<typeof partitionChange>[2]): void => broker.commit(partitionChange(idOf('t'), 0, facts));
    change({ isr: [1] });
    change({ isr: [1, 2] });
    change({ leader: 2 });
    change({ leader: -1 });
    change({ leader: 1 });
    broker.commit(removeTopic(idOf('t')));
    expect(broker.leaderships.said).toEqual(['+t-0@0', '-t-0', '+t-0@3', '-t-0']);
  });

  it('go with their topic, and their folder is renamed at once and removed later', async () => {
    const broker = await TestBroker.withTopic(2);
    broker.write(['a']);
    const old = broker.partition();
    broker.commit(removeTopic(idOf('t')));
    expect([partitions(broker), broker.folders().map((name) => name.replace(/\..*-/, '.x-'))]).toEqual([[], ['t-0.x-delete']]);
    expect(codeOf(() => old.checkLeader(-1))).toBe(ErrorCode.UNKNOWN_TOPIC_OR_PARTITION);
    broker.time.advance(60_000);
    expect(broker.folders()).toEqual([]);
  });

  it('are others when the topic is deleted and made anew, also in one update', async () => {
    const broker = await TestBroker.withTopic();
    broker.write(['old']);
    const before = broker.partition();
    broker.commit(removeTopic(idOf('t')), ...topicRecords('t', idOf('second')));
    const after = broker.partition();
    expect([after === before, after.topicId, after.log.topicId]).toEqual([false, idOf('second'), idOf('second')]);
    expect([broker.values(), broker.write(['new']).offsets, broker.values()]).toEqual([[], [0], ['new']]);
    expect(broker.leaderships.said).toEqual(['+t-0@0', '-t-0', '+t-0@0']);
    broker.commit(removeTopic(idOf('second')));
    broker.commit(...topicRecords('t', idOf('third')));
    expect(broker.write(['newest']).offsets).toEqual([0]);
    await broker.restart();
    expect([broker.strays, broker.values()]).toEqual([0, ['newest']]);
  });

  it('that are staged when their topic goes are answered so, without an alarm', async () => {
    const broker = await TestBroker.withTopic();
    const produced = broker.produce(1, [{ records: batchOf(['a']) }]);
    broker.commit(removeTopic(idOf('t')), ...topicRecords('t', idOf('second')));
    broker.time.runTurn();
    expect(produced.errors).toEqual([ErrorCode.UNKNOWN_TOPIC_OR_PARTITION]);
    expect([broker.values(), broker.logger.lines.filter(({ level }) => level === 'error')]).toEqual([[], []]);
  });

  it('lose their log when the replica moves away, and come back empty', async () => {
    const broker = await TestBroker.withTopic();
    broker.write(['a']);
    broker.commit(partitionChange(idOf('t'), 0, { replicas: [2], isr: [2], leader: 2 }));
    expect([partitions(broker), broker.leaderships.said.at(-1)]).toEqual([[], '-t-0']);
    broker.commit(partitionChange(idOf('t'), 0, { replicas: [1], isr: [1], leader: 1 }));
    expect([broker.values(), broker.partition().leaderEpoch]).toEqual([[], 2]);
  });

  it('act on configs of their topic and of the broker', async () => {
    const broker = await TestBroker.withTopic();
    broker.commit(topicConfig('t', 'min.insync.replicas', '2'), topicConfig('other', 'min.insync.replicas', '3'));
    expect(broker.partition().log.config.minInsyncReplicas).toBe(2);
    broker.commit(...topicRecords('late', idOf('late')), topicConfig('late', 'retention.ms', '5'));
    expect(broker.partition('late').log.config.retentionMs).toBe(5);
    await broker.restart();
    expect([broker.partition().log.config.minInsyncReplicas, broker.partition('late').log.config.retentionMs]).toEqual([2, 5]);
  });
});

describe('a broker that starts', () => {
  it('has its logs and leaderships back, with the high watermark at their end', async () => {
    const broker = await TestBroker.withTopic(2);
    broker.write(['a', 'b']);
    for (const again of [() => broker.restart(), () => broker.killAndStart()]) {
      await again();
      expect([broker.values(), broker.partition().log.highWatermark, broker.strays]).toEqual([['a', 'b'], 2, 0]);
      expect(broker.leaderships.said).toEqual(['+t-0@0', '+t-1@0']);
    }
  });

  it('keeps to the high watermark that was noted while it does not lead', async () => {
    const broker = await TestBroker.withTopic();
    broker.write(['a', 'b']);
    await broker.restart(() => {
      broker.history.commit([partitionChange(idOf('t'), 0, { replicas: [1, 2], isr: [1, 2], leader: 2 })]);
    });
    expect([broker.partition().isLeader, broker.partition().log.highWatermark]).toEqual([false, 2]);
  });

  it('does not take history for the present: a topic that had another id before keeps its log', async () => {
    const broker = await TestBroker.withTopic();
    broker.commit(removeTopic(idOf('t')));
    broker.commit(...topicRecords('t', idOf('second')));
    broker.write(['kept']);
    await broker.restart();
    expect([broker.values(), broker.partition().topicId, broker.strays]).toEqual([['kept'], idOf('second'), 0]);
  });

  it('does not take history for the present: a replica that moved away and back keeps its log', async () => {
    const broker = await TestBroker.withTopic();
    broker.commit(partitionChange(idOf('t'), 0, { replicas: [2], isr: [2], leader: 2 }));
    broker.commit(partitionChange(idOf('t'), 0, { replicas: [1], isr: [1], leader: 1 }));
    broker.write(['kept']);
    await broker.killAndStart();
    expect([broker.values(), broker.strays]).toEqual([['kept'], 0]);
  });

  it('sets logs aside whose topics were deleted, made anew or moved while it was down, and keeps them', async () => {
    const broker = await TestBroker.withTopic(2);
    for (const topic of ['deleted', 'anew', 'moved', 'kept']) {
      broker.commit(...topicRecords(topic, idOf(topic)));
      broker.write([topic], topic);
    }
    broker.write(['a']);
    await broker.restart(() => {
      broker.history.commit([removeTopic(idOf('deleted')), removeTopic(idOf('anew')), ...topicRecords('anew', idOf('other'))]);
      broker.history.commit([partitionChange(idOf('moved'), 0, { replicas: [2], isr: [2], leader: 2 })]);
    });
    expect([broker.strays, broker.values(), broker.values('kept'), broker.values('anew')]).toEqual([3, ['a'], ['kept'], []]);
    expect(broker.partition('anew').topicId).toBe(idOf('other'));
    expect(partitions(broker).sort()).toEqual(['anew-0@0', 'kept-0@0', 't-0@0', 't-1@0']);
    const said = broker.logger.lines.filter(({ level }) => level === 'warn').map(({ fields }) => String(fields['folder']));
    expect(new Set(said)).toEqual(new Set(['anew-0', 'deleted-0', 'moved-0']));
    broker.time.advance(60_000);
    await broker.restart();
    expect(broker.folders().map((name) => name.replace(/\..*-stray$/, '.stray'))).toEqual(['anew-0.stray', 'deleted-0.stray', 'kept-0', 'moved-0.stray', 't-0']);
  });

  it('adopts the log of a folder that does not say whose it is', async () => {
    const broker = await TestBroker.withTopic();
    broker.commit(...topicRecords('unknown', idOf('unknown')));
    broker.write(['a']);
    broker.write(['x'], 'unknown');
    await broker.restart(() => {
      broker.forgetTopicId('t');
      broker.forgetTopicId('unknown');
      broker.history.commit([removeTopic(idOf('unknown'))]);
    });
    expect([broker.strays, broker.values(), broker.partition().log.topicId]).toEqual([1, ['a'], idOf('t')]);
    await broker.killAndStart();
    expect([broker.strays, broker.values(), broker.partition().log.topicId]).toEqual([0, ['a'], idOf('t')]);
  });

  it('starts though such a log cannot be marked, and answers for the others', async () => {
    const broker = await TestBroker.withTopic(2);
    broker.write(['a']);
    broker.write(['b'], 't', 1);
    await broker.restart(() => {
      broker.forgetTopicId('t');
      broker.disk.failNext('open', 'io', { pathPart: 't-0/partition.metadata' });
    });
    const produced = broker.produce(1, [{ records: batchOf(['x']) }, { partition: 1, records: batchOf(['c']) }]);
    broker.time.runTurn();
    expect([produced.errors, broker.values('t', 1)]).toEqual([[ErrorCode.KAFKA_STORAGE_ERROR, ErrorCode.NONE], ['b', 'c']]);
    expect(broker.partition().log.topicId).not.toBe(ZERO_UUID);
  });
});

describe('metrics', () => {
  it('count partitions, leaderships and parked requests, until the manager closes', async () => {
    const broker = await TestBroker.withTopic(2, { replicas: [1, 2], isr: [1, 2], leader: 1 });
    const gauges = new Map<string, () => number>();
    const metrics: Metrics = {
      counter: () => ({ add() {} }),
      histogram: () => ({ observe() {} }),
      collect: () => () => {},
      gauge(name, _help, read, labels) {
        const key = [name.replace(/.*_/, ''), ...Object.values(labels ?? {})].join(' ');
        gauges.set(key, read);
        return () => void gauges.delete(key);
      },
    };
    const { logs, logger, time, loader } = broker;
    const replicas = new ReplicaManager({ brokerId: BROKER, logs, configOf: () => broker.partition().log.config, clock: time.clock, scheduler: time.scheduler, logger, metrics });
    replicas.start(loader.image);
    const entry = { partition: replicas.partition('t', 0), error: ErrorCode.NONE, fetchOffset: 0, currentLeaderEpoch: -1, lastFetchedEpoch: -1, maxBytes: 1 };
    replicas.fetch({ maxWaitMs: 100, minBytes: 1, maxBytes: 100, isolation: 'highWatermark' }, fixedEntries([entry]), () => {});
    replicas.append(-1, 100, 'client', [{ partition: replicas.partition('t', 0), error: ErrorCode.NONE, records: batchOf(['a']) }], () => {});
    time.runTurn();
    const read = (): string[] => [...gauges].map(([key, value]) => `${key} ${value()}`);
    expect(read()).toEqual([
      'purgatorysize Produce 1', 'purgatorysize Fetch 1', 'purgatorysize DeleteRecords 0', 'partitioncount 2', 'leadercount 2',
      'underreplicatedpartitions 0', 'underminisrpartitioncount 0', 'atminisrpartitioncount 0', 'offlinereplicacount 0', 'maxlag 0',
    ]);
    time.advance(100);
    expect(read().slice(0, 2)).toEqual(['purgatorysize Produce 0', 'purgatorysize Fetch 0']);
    replicas.close();
    expect(gauges.size).toBe(0);
  });
});
