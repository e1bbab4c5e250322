import { describe, expect, it } from '@jest/globals';
import { ErrorCode, KafkaError } from '@ottla/model';
import { ApiKeys, CreateTopicsRequestCodec, DescribeQuorumRequestCodec, DescribeQuorumResponseCodec, WireReader } from '@ottla/protocol';
import type { Envelope } from '@ottla/rpc';
import { decodeMetadataRecord, metadataRecord, MetadataRecordType } from '../records/metadata-record.ts';
import { defaultControllerConfig } from './controller-config.ts';
import { directoryOf } from './simulation/control-bed.ts';
import { activeBed, call, codesOf, creating, envelope, microtasks, outcomeOf, QuorumBed, registration } from './simulation/quorum-bed.ts';

describe('QuorumController', () => {
  it('begins an empty log with the bootstrap records, once', () => {
    const bed = new QuorumBed();
    bed.raft.lead();
    expect(bed.controller.image.metadataVersion).toBe(30);
    bed.raft.commit();
    bed.raft.resign();
    const end = bed.raft.endOffset;
    bed.raft.lead();
    expect(bed.raft.endOffset).toBe(end + 1);
  });

  it('registers a broker with the offset of its record as epoch, also behind control records that are not committed', async () => {
    const bed = new QuorumBed([]);
    bed.raft.lead();
    const registered = outcomeOf(bed.dial().service.registerBroker(registration(1, 101), call));
    bed.raft.commit();
    await microtasks();
    expect(registered.value).toEqual({ brokerEpoch: 1 });
    expect(bed.raft.batches[1]?.records).toHaveLength(1);
  });

  it('answers only after the commit', async () => {
    const { bed, link, brokerEpoch } = await activeBed();
    const created = outcomeOf(link.service.forward(creating('a'), call));
    await microtasks();
    expect([created.isSettled, bed.controller.image.topics.get('a') !== undefined]).toEqual([false, true]);
    bed.raft.commit();
    await bed.beat(link, brokerEpoch);
    await microtasks();
    expect(codesOf(created.value?.body ?? new Uint8Array())).toEqual([0]);
  });

  it('lets a decision see those before it that are not committed: one of 100 creations of a name succeeds', async () => {
    const { bed, link, brokerEpoch } = await activeBed();
    const outcomes = Array.from({ length: 100 }, () => outcomeOf(link.service.forward(creating('same'), call)));
    await microtasks();
    expect(outcomes.filter(({ isSettled }) => isSettled)).toEqual([]);
    bed.raft.commit();
    await bed.beat(link, brokerEpoch);
    await microtasks();
    const codes = outcomes.map(({ value }) => codesOf(value?.body ?? new Uint8Array())[0]);
    expect([codes.filter((code) => code === 0).length, codes.filter((code) => code === ErrorCode.TOPIC_ALREADY_EXISTS).length]).toEqual([1, 99]);
  });

  it('holds back an answer without records until what it read is committed', async () => {
    const { bed, link, brokerEpoch } = await activeBed();
    const first = outcomeOf(link.service.forward(creating('a'), call));
    const second = outcomeOf(link.service.forward(creating('a'), call));
    await bed.beat(link, brokerEpoch);
    await microtasks();
    expect([first.isSettled, second.isSettled]).toEqual([true, true]);
    const third = outcomeOf(link.service.forward(creating('a'), call));
    await microtasks();
    expect(third.isSettled).toBe(true);
  });

  it('answers a broker that shuts down once the others know who took over; it need not know itself', async () => {
    const { bed, link, brokerEpoch } = await activeBed();
    const other = bed.dial();
    const otherEpoch = await bed.join(other, 2);
    const behind = bed.raft.endOffset;
    const stopping = outcomeOf(link.service.heartbeat({ brokerId: 1, brokerEpoch, appliedOffset: 0, wantFence: false, wantShutDown: true }, call));
    bed.raft.commit();
    await bed.beat(other, otherEpoch, 2, behind);
    await microtasks();
    expect(stopping.isSettled).toBe(false);
    await bed.beat(other, otherEpoch, 2);
    await microtasks();
    expect(stopping.value).toMatchObject({ isFenced: false, shouldShutDown: false });
  });

  it('takes what a broker leads from it in turns when it shuts down, and answers after the last', async () => {
    const PARTITIONS = 1_200;
    const { bed, link, brokerEpoch } = await activeBed();
    const other = bed.dial();
    const otherEpoch = await bed.join(other, 2);
    const assignments = Array.from({ length: PARTITIONS }, (_, partitionIndex) => ({ partitionIndex, brokerIds: [1, 2] }));
    const created = outcomeOf(link.service.forward(envelope(ApiKeys.CreateTopics, CreateTopicsRequestCodec, { topics: [{ name: 'led', numPartitions: -1, replicationFactor: -1, assignments, configs: [] }], timeoutMs: 5_000, validateOnly: false }), call));
    bed.raft.commit();
    await bed.beat(link, brokerEpoch);
    await bed.beat(other, otherEpoch, 2);
    await microtasks();
    expect(created.isSettled).toBe(true);
    const before = bed.raft.batches.length;
    const ledByOne = (): number => bed.controller.image.topics.get('led')?.partitions.filter(({ leader }) => leader === 1).length ?? -1;
    const stopping = outcomeOf(link.service.heartbeat({ brokerId: 1, brokerEpoch, appliedOffset: bed.raft.endOffset, wantFence: false, wantShutDown: true }, call));
    expect(ledByOne()).toBe(PARTITIONS - 500);
    for (let turn = 0; turn < 5; turn++) {
      bed.raft.commit();
      await bed.beat(other, otherEpoch, 2);
      await microtasks();
      if (turn < 2) expect(stopping.isSettled).toBe(false);
      bed.time.advance(1);
    }
    expect(ledByOne()).toBe(0);
    expect(bed.raft.batches.slice(before).map(({ records }) => records.length)).toEqual([501, 500, 200]);
    expect(stopping.value).toMatchObject({ isFenced: false, shouldShutDown: false });
    expect(bed.controller.image.brokers.get(1)).toMatchObject({ fenced: false, inControlledShutdown: true });
  });

  it('waits until the brokers applied a new topic, and at most a second', async () => {
    const { bed, link, brokerEpoch } = await activeBed();
    const behind = bed.raft.endOffset;
    const created = outcomeOf(link.service.forward(creating('a'), call));
    bed.raft.commit();
    await bed.beat(link, brokerEpoch, 1, behind);
    await microtasks();
    expect(created.isSettled).toBe(false);
    await bed.beat(link, brokerEpoch);
    await microtasks();
    expect(created.isSettled).toBe(true);

    for (const [timeoutMs, waitMs] of [[5000, 1000], [200, 200]] as const) {
      const late = outcomeOf(link.service.forward(creating(`late${timeoutMs}`, timeoutMs), call));
      bed.raft.commit();
      await microtasks();
      bed.time.advance(waitMs - 1);
      await microtasks();
      expect(late.isSettled).toBe(false);
      bed.time.advance(1);
      await microtasks();
      expect(codesOf(late.value?.body ?? new Uint8Array())).toEqual([0]);
    }
  });

  it('gives up on a commit at the deadline of the call, and leaves no timer behind', async () => {
    const bed = new QuorumBed();
    bed.raft.lead();
    const service = bed.dial().service;
    const soon = outcomeOf(service.allocateProducerIds({ brokerId: 1 }, { timeoutMs: 50 }));
    const later = outcomeOf(service.allocateProducerIds({ brokerId: 1 }, { timeoutMs: 90 }));
    bed.time.advance(50);
    await microtasks();
    expect([soon.code, later.isSettled]).toEqual([ErrorCode.REQUEST_TIMED_OUT, false]);
    bed.raft.commit();
    await microtasks();
    expect(later.value).toEqual({ firstProducerId: 1000, count: 1000 });
    expect(bed.time.nextTimerMs()).toBe(defaultControllerConfig.leaderImbalanceCheckIntervalMs);
  });

  it('refuses on a standby, and what is unanswered when it resigns; the uncommitted is gone then', async () => {
    const { bed, link } = await activeBed();
    bed.raft.commit();
    const offset = bed.controller.image.offset;
    const lost = outcomeOf(link.service.forward(creating('lost'), call));
    bed.raft.resign();
    await microtasks();
    expect(lost.code).toBe(ErrorCode.NETWORK_EXCEPTION);
    expect(bed.controller.image.topics.get('lost')).toBeUndefined();
    expect([bed.controller.image.offset, bed.controller.image.brokers.get(1)?.fenced, bed.controller.image.metadataVersion]).toEqual([offset, false, 30]);
    await expect(link.service.forward(creating('b'), call)).rejects.toMatchObject({ code: ErrorCode.NOT_CONTROLLER });
    bed.raft.lead();
    const created = outcomeOf(link.service.forward(creating('lost'), call));
    bed.raft.commit();
    await microtasks();
    bed.time.advance(1000);
    await microtasks();
    expect(codesOf(created.value?.body ?? new Uint8Array())).toEqual([0]);
  });

  it('takes back a suffix of which a part was committed, and follows the next leader where that goes on', async () => {
    const { bed, link } = await activeBed();
    const outcomes = ['a', 'b', 'c'].map((name) => outcomeOf(link.service.forward(creating(name), call)));
    bed.raft.commit(1);
    bed.raft.resign();
    await microtasks();
    expect(outcomes.map(({ code }) => code)).toEqual([undefined, ErrorCode.NETWORK_EXCEPTION, ErrorCode.NETWORK_EXCEPTION]);
    const names = (): string[] => [...bed.controller.image.topics.byName.keys()];
    expect([names(), bed.controller.image.offset]).toEqual([['a'], bed.raft.endOffset - 1]);
    const baseOffset = bed.raft.endOffset;
    bed.controller.onCommitted({ baseOffset, lastOffset: baseOffset, epoch: 9, timestamp: 1, records: [metadataRecord(2, { name: 'c', topicId: directoryOf(77) }).bytes] });
    expect([names(), bed.controller.image.topics.get('c')?.id]).toEqual([['a', 'c'], directoryOf(77)]);
  });

  it('goes back to the open transaction when its abort was not committed', () => {
    const bed = new QuorumBed();
    const topic = metadataRecord(2, { name: 'half', topicId: directoryOf(3) }).bytes;
    bed.raft.appendOf(9, [metadataRecord(12, { name: 'metadata.version', featureLevel: 30 }).bytes]);
    bed.raft.appendOf(9, [metadataRecord(23, { name: 'x' }).bytes, topic]);
    bed.raft.commit();
    bed.raft.lead();
    bed.raft.resign();
    const end = bed.raft.endOffset;
    // The next leader had all of the transaction, and ends it.
    bed.controller.onCommitted({ baseOffset: end, lastOffset: end, epoch: 11, timestamp: 1, records: [metadataRecord(24, {}).bytes] });
    expect([...bed.controller.image.topics.byName.keys()]).toEqual(['half']);
    expect(bed.fatal).toEqual([]);
  });

  it('changes nothing when the log refuses an append', async () => {
    const { bed, link } = await activeBed();
    bed.raft.refusal = new KafkaError(ErrorCode.RECORD_LIST_TOO_LARGE);
    await expect(link.service.forward(creating('a'), call)).rejects.toMatchObject({ code: ErrorCode.RECORD_LIST_TOO_LARGE });
    expect(bed.controller.image.topics.get('a')).toBeUndefined();
    expect(bed.fatal).toEqual([]);
  });

  describe('a decision of more records than a batch has', () => {
    const TOPICS = 6_000;
    const many: Envelope = envelope(ApiKeys.CreateTopics, CreateTopicsRequestCodec, {
      topics: Array.from({ length: TOPICS }, (_, index) => ({ name: `many-${index}`, numPartitions: 1, replicationFactor: 1, assignments: [], configs: [] })), timeoutMs: 5_000, validateOnly: false,
    });
    async function creatingBed() {
      const { bed, link } = await activeBed();
      const before = bed.raft.endOffset;
      const created = outcomeOf(link.service.forward(many, call));
      await microtasks();
      // Begin and end stand around a topic and a partition record for each topic.
      expect(bed.raft.endOffset).toBe(before + 2 * TOPICS + 2);
      expect(bed.raft.batches.filter(({ baseOffset }) => baseOffset >= before).map(({ records }) => records.length)).toEqual([10_000, 2 * TOPICS + 2 - 10_000]);
      expect(bed.controller.image.topics.byName.size).toBe(TOPICS);
      return { bed, link, created, before };
    }

    it('is appended as a metadata transaction, and answered when all of it is committed', async () => {
      const { bed, created, before } = await creatingBed();
      const standby = new QuorumBed();
      for (const { epoch, records } of bed.raft.batches) if (records.length > 0) standby.raft.appendOf(epoch, records);
      standby.raft.commit(standby.raft.batches.length - 1);
      expect(standby.controller.image.topics.byName.size).toBe(0);
      standby.raft.commit();
      expect(standby.controller.image.topics.byName.size).toBe(TOPICS);
      bed.raft.commit(1);
      await microtasks();
      expect([created.isSettled, bed.controller.committedOffset]).toEqual([false, before + 9_999]);
      bed.raft.commit();
      await microtasks();
      bed.time.advance(2_000);
      await microtasks();
      expect(new Set(codesOf(created.value?.body ?? new Uint8Array(0)))).toEqual(new Set([ErrorCode.NONE]));
      expect(bed.controller.image.offset).toBe(bed.raft.endOffset - 1);
      expect(bed.fatal).toEqual([]);
    });

    it('is taken back as a whole when the leadership is lost halfway, and aborted by the next leader', async () => {
      const { bed, created, before } = await creatingBed();
      bed.raft.commit(1);
      bed.raft.resign();
      await microtasks();
      expect(created.code).toBe(ErrorCode.NETWORK_EXCEPTION);
      expect([bed.controller.image.topics.byName.size, bed.controller.image.offset]).toEqual([0, before - 1]);
      bed.raft.lead();
      bed.raft.commit();
      const abort = bed.raft.batches.at(-1)?.records.map((bytes) => decodeMetadataRecord(bytes).type);
      expect(abort).toEqual([MetadataRecordType.ABORT_TRANSACTION]);
      expect([bed.controller.image.topics.byName.size, bed.controller.image.offset]).toEqual([0, bed.raft.endOffset - 1]);
      const again = bed.dial();
      const one = outcomeOf(again.service.forward(creating('one'), call));
      bed.raft.commit();
      await microtasks();
      bed.time.advance(2_000);
      await microtasks();
      expect(codesOf(one.value?.body ?? new Uint8Array(0))).toEqual([ErrorCode.NONE]);
      expect(bed.fatal).toEqual([]);
    });

    it('stands when the next leader has all of it', async () => {
      const { bed } = await creatingBed();
      const end = bed.raft.batches.at(-1)?.records ?? [];
      bed.raft.commit(1);
      bed.raft.resign();
      bed.raft.appendOf(9, end);
      bed.raft.commit();
      expect([bed.controller.image.topics.byName.size, bed.controller.image.offset]).toEqual([TOPICS, bed.raft.endOffset - 1]);
      expect(bed.fatal).toEqual([]);
    });
  });

  it('follows as a standby what others committed, aborted transactions left out', () => {
    const bed = new QuorumBed();
    const topic = (name: string, id: string) => metadataRecord(2, { name, topicId: id }).bytes;
    const records = [metadataRecord(23, { name: 'x' }).bytes, topic('gone', directoryOf(1)), metadataRecord(25, { reason: 'x' }).bytes, topic('kept', directoryOf(2))];
    bed.controller.onCommitted({ baseOffset: 0, lastOffset: 3, epoch: 1, timestamp: 0, records });
    bed.controller.onCommitted({ baseOffset: 4, lastOffset: 5, epoch: 1, timestamp: 0, records: [metadataRecord(23, { name: 'y' }).bytes, topic('open', directoryOf(3))] });
    expect([[...bed.controller.image.topics.byName.keys()], bed.controller.image.offset]).toEqual([['kept'], 3]);
  });

  it('refuses unknown APIs, versions and bodies', async () => {
    const { link } = await activeBed();
    const codeOf = async (changed: Partial<Envelope>): Promise<number> =>
      link.service.forward({ ...creating('a'), ...changed }, call).then(
        () => 0,
        (error: KafkaError) => error.code,
      );
    expect(await codeOf({ apiKey: ApiKeys.Produce })).toBe(ErrorCode.UNSUPPORTED_VERSION);
    expect(await codeOf({ apiVersion: 1 })).toBe(ErrorCode.UNSUPPORTED_VERSION);
    expect(await codeOf({ body: new Uint8Array([9, 9]) })).toBe(ErrorCode.INVALID_REQUEST);
  });

  it('describes the quorum', async () => {
    const { bed, link } = await activeBed();
    const describe = async (...names: readonly string[]) => {
      const asked = names.map((topicName) => ({ topicName, partitions: [{ partitionIndex: 0 }] }));
      const { body } = await link.service.forward(envelope(ApiKeys.DescribeQuorum, DescribeQuorumRequestCodec, { topics: asked }), call);
      return DescribeQuorumResponseCodec.decode(new WireReader(body), DescribeQuorumResponseCodec.maxVersion);
    };
    const { topics, nodes } = await describe('__cluster_metadata');
    expect(topics).toMatchObject([
      { partitions: [{ errorCode: 0, leaderId: 1, leaderEpoch: 1, highWatermark: bed.raft.highWatermark, currentVoters: [{ replicaId: 1, logEndOffset: bed.raft.endOffset }] }] },
    ]);
    expect((await describe('__cluster_metadata', 'other')).topics.map(({ partitions }) => partitions[0]?.errorCode)).toEqual([ErrorCode.UNKNOWN_TOPIC_OR_PARTITION, ErrorCode.UNKNOWN_TOPIC_OR_PARTITION]);
    expect(nodes).toEqual([{ nodeId: 1, listeners: [] }]);
  });

  describe('sessions', () => {
    it('fences a broker that is silent for the session timeout, and unfences it when it speaks again', async () => {
      const { bed, link, brokerEpoch } = await activeBed();
      for (let beats = 0; beats < 10; beats++) {
        bed.time.advance(2000);
        await bed.beat(link, brokerEpoch);
      }
      expect(bed.controller.image.isAlive(1)).toBe(true);
      bed.time.advance(8999);
      expect(bed.controller.image.isAlive(1)).toBe(true);
      bed.time.advance(1);
      expect(bed.controller.image.isAlive(1)).toBe(false);
      expect(bed.time.nextTimerMs()).toBe(defaultControllerConfig.leaderImbalanceCheckIntervalMs);
      await bed.beat(link, brokerEpoch);
      expect(bed.controller.image.isAlive(1)).toBe(true);
    });

    it('takes the dial of a registered incarnation for a sign of life, and of no other', async () => {
      const { bed } = await activeBed();
      const dial = (incarnation: number): void => void bed.controller.service({ closed: new Promise(() => {}), hello: { role: 'broker', nodeId: 1, incarnationId: directoryOf(incarnation), clusterId: null } });
      for (let second = 0; second < 20; second++) {
        bed.time.advance(1_000);
        dial(101);
      }
      expect(bed.controller.image.brokers.get(1)?.fenced).toBe(false);
      for (let second = 0; second < 9; second++) {
        bed.time.advance(1_000);
        dial(555);
      }
      expect(bed.controller.image.brokers.get(1)?.fenced).toBe(true);
    });

    it('keeps one timer, however many heartbeats come', async () => {
      const { bed, link, brokerEpoch } = await activeBed();
      const due = bed.time.nextTimerMs();
      for (let beats = 0; beats < 100; beats++) await bed.beat(link, brokerEpoch);
      expect(bed.time.nextTimerMs()).toBe(due);
    });

    it('lets a new incarnation in once the old one is gone, not while it lives', async () => {
      const { bed, link } = await activeBed();
      const again = bed.dial();
      await expect(again.service.registerBroker(registration(1, 555), call)).rejects.toMatchObject({ code: ErrorCode.DUPLICATE_BROKER_REGISTRATION });
      link.close();
      await microtasks();
      expect(await bed.join(again, 1, 555)).toBeGreaterThan(0);
      expect(bed.controller.image.brokers.get(1)?.incarnationId).toBe(directoryOf(555));
    });

    it('lets a new incarnation in at once after a restart of everything', async () => {
      const { bed } = await activeBed();
      bed.raft.commit();
      bed.raft.resign();
      bed.raft.lead();
      expect(await bed.join(bed.dial(), 1, 555)).toBeGreaterThan(0);
    });
  });
});
