import { describe, expect, it } from '@jest/globals';
import { ErrorCode, OFFSETS_TOPIC, tableCrc32c, type KafkaError } from '@ottla/model';
import { buildBatch, ListGroupsResponseCodec, RecordBatch, readRecords, WireReader } from '@ottla/protocol';
import { testCompression } from '@ottla/testing';
import { ledgerEnvelope, LedgerPlane } from '../simulation/ledger-plane.ts';
import type { RuntimeLimits } from './runtime-ports.ts';

const loopTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

async function servedPlane(partitionCount = 1, limits: Partial<RuntimeLimits> = {}) {
  const plane = new LedgerPlane(loopTurn, partitionCount, limits);
  const instance = plane.instance(1);
  const link = await plane.connect(instance, 1);
  await plane.settle();
  return { plane, instance, link, log: plane.partitions.log(OFFSETS_TOPIC, 0) };
}

/** Whether `promise` has settled. */
async function isSettled(promise: Promise<unknown>): Promise<boolean> {
  await loopTurn();
  return (await Promise.race([promise.then(() => true), Promise.resolve(false)])) === true;
}

const record = (key: string, value: object | null) => ({ key: Buffer.from(key), value: value === null ? null : Buffer.from(JSON.stringify(value)), timestamp: 5 });

describe('a shard that serves', () => {
  it('appends the decisions of one turn as one batch, and answers each', async () => {
    const { plane, log } = await servedPlane();
    const asked = ['a', 'b', 'c'].map((add) => plane.ask(0, { add, parts: 2 }));
    await plane.settle();
    expect(await Promise.all(asked)).toEqual([{ answer: 1 }, { answer: 2 }, { answer: 3 }]);
    expect(log.batches).toHaveLength(1);
    const batch = new RecordBatch(log.batches[0] as Uint8Array);
    expect(batch.recordCount).toBe(6);
    expect(batch.magic).toBe(2);
    expect(batch.hasValidCrc(tableCrc32c)).toBe(true);
    expect(readRecords(batch, testCompression)[0]?.timestamp).toBe(plane.time.clock.now());
  });

  it('appends what was decided while an append was under way as one further batch', async () => {
    const { plane, log } = await servedPlane();
    const asked = [plane.ask(0, { add: 'a', parts: 1 })];
    // The link takes a turn each way, so the append of `a` is still under way when the next two are decided.
    plane.time.runTurn();
    await loopTurn();
    plane.time.runTurn();
    await loopTurn();
    asked.push(plane.ask(0, { add: 'b', parts: 1 }), plane.ask(0, { add: 'c', parts: 1 }));
    await plane.settle();
    expect(await Promise.all(asked)).toEqual([{ answer: 1 }, { answer: 2 }, { answer: 3 }]);
    expect(log.batches.map((bytes) => new RecordBatch(bytes).recordCount)).toEqual([1, 2]);
  });

  it('holds every answer, also of a read, until the high watermark has passed what was decided before', async () => {
    const { plane } = await servedPlane();
    plane.partitions.watermarkDelayMs = () => 50;
    const added = plane.ask(0, { add: 'a', parts: 1 });
    const read = plane.ask(0, { read: true });
    await plane.advance(49);
    expect(await isSettled(added)).toBe(false);
    expect(await isSettled(read)).toBe(false);
    await plane.advance(1);
    expect(await added).toEqual({ answer: 1 });
    expect(await read).toEqual({ answer: ['a'] });
  });

  it('keeps the records of one decision in one batch, and refuses what no batch can hold, leaving no trace', async () => {
    const { plane, log } = await servedPlane(1);
    log.maxBatchBytes = 400;
    const asked = [4, 4, 4].map((parts, index) => plane.ask(0, { add: `e${index}`, parts }));
    const tooLarge = plane.ask(0, { add: 'large', parts: 40 });
    await plane.settle();
    expect(await Promise.all(asked)).toEqual([{ answer: 1 }, { answer: 2 }, { answer: 3 }]);
    expect(await tooLarge).toEqual({ error: ErrorCode.RECORD_LIST_TOO_LARGE });
    expect(log.batches.map((bytes) => new RecordBatch(bytes).recordCount)).toEqual([4, 4, 4]);
    for (const bytes of log.batches) expect(bytes.length).toBeLessThanOrEqual(400);
    expect(plane.owner(0).shard.entries).toEqual(['e0', 'e1', 'e2']);
  });

  it('cuts batches as the log takes them by its configs of the moment', async () => {
    const { plane, log } = await servedPlane();
    const add = async (parts: number): Promise<unknown> => {
      const asked = plane.ask(0, { add: `${parts}`, parts });
      await plane.settle();
      return asked;
    };
    log.maxBatchBytes = 200;
    expect(await add(10)).toEqual({ error: ErrorCode.RECORD_LIST_TOO_LARGE });
    log.maxBatchBytes = 4_000;
    expect(await add(10)).toEqual({ answer: 1 });
    log.maxBatchBytes = 200;
    expect([await add(10), await add(1)]).toEqual([{ error: ErrorCode.RECORD_LIST_TOO_LARGE }, { answer: 2 }]);
    expect(plane.bumps).toEqual([]);
  });

  it('loads the shard again when the log takes a batch no more that was cut by its former limit', async () => {
    const { plane, log } = await servedPlane();
    const asked = plane.ask(0, { add: 'a', parts: 10 });
    plane.time.runTurn();
    await loopTurn();
    log.maxBatchBytes = 200;
    await plane.settle();
    expect(await asked).toEqual({ error: ErrorCode.NOT_COORDINATOR });
    await plane.advance(100);
    const small = plane.ask(0, { add: 'b', parts: 1 });
    await plane.settle();
    expect([await small, plane.owner(0).shard.entries]).toEqual([{ answer: 1 }, ['b']]);
  });

  it('runs deadlines on one timer, and none when nothing waits', async () => {
    const { plane } = await servedPlane(50);
    const looks = plane.time.nextTimerMs();
    const parked = plane.ask(7, { park: 'late', parkMs: 150 });
    await plane.settle();
    // Before the broker next looks whether the owner still speaks.
    expect(plane.time.nextTimerMs()).toBe(150);
    await plane.advance(149);
    expect(await isSettled(parked)).toBe(false);
    await plane.advance(1);
    expect(await parked).toEqual({ answer: 1 });
    expect(plane.time.nextTimerMs()).toBe(looks);
  });

  it('encodes a refusal as the API has it', async () => {
    const { plane } = await servedPlane();
    const asked = plane.grantor.forward(OFFSETS_TOPIC, 0, ledgerEnvelope({ refuse: 1 }), { timeoutMs: 100 });
    await plane.settle();
    const { body } = await asked;
    expect(ListGroupsResponseCodec.decode(new WireReader(body), 0)).toMatchObject({ errorCode: ErrorCode.REBALANCE_IN_PROGRESS, groups: [] });
  });

  it('refuses requests while too much waits for the log', async () => {
    const { plane } = await servedPlane(1, { maxPendingBytes: 100 });
    const asked = ['a', 'b', 'c', 'd', 'e'].map((add) => plane.ask(0, { add, parts: 3 }));
    await plane.settle();
    const outcomes = await Promise.all(asked);
    expect(outcomes[0]).toEqual({ answer: 1 });
    expect(outcomes.at(-1)).toEqual({ error: ErrorCode.COORDINATOR_NOT_AVAILABLE });
    expect(plane.owner(0).shard.entries.length).toBe(outcomes.filter((outcome) => 'answer' in outcome).length);
  });

  it('throws the shard away after a defect, and loads what is in the log', async () => {
    const { plane } = await servedPlane();
    const added = plane.ask(0, { add: 'a', parts: 1 });
    await plane.settle();
    const failed = plane.ask(0, { fail: 'after' });
    await plane.settle();
    expect(await added).toEqual({ answer: 1 });
    expect(await failed).toEqual({ error: ErrorCode.UNKNOWN_SERVER_ERROR });
    await plane.advance(100);
    expect(plane.shards).toHaveLength(2);
    expect(plane.owner(0).shard.entries).toEqual(['a']);
    expect(plane.logger.lines.filter(({ level }) => level === 'warn')).not.toEqual([]);
  });

  it.each(['refuse', 'hide-done', 'hide-undone'] as const)('answers NOT_COORDINATOR after an append with the fault %s, and shows what the log holds', async (fault) => {
    const { plane } = await servedPlane();
    let faults = 1;
    plane.partitions.fault = () => (faults-- > 0 ? fault : 'none');
    const failed = plane.ask(0, { add: 'a', parts: 1 });
    const behind = plane.ask(0, { read: true });
    await plane.settle();
    expect(await failed).toEqual({ error: ErrorCode.NOT_COORDINATOR });
    expect(await behind).toEqual({ error: ErrorCode.NOT_COORDINATOR });
    await plane.advance(100);
    expect(plane.bumps).toEqual([`${OFFSETS_TOPIC}-0`]);
    const after = plane.ask(0, { add: 'b', parts: 1 });
    await plane.settle();
    expect(await after).toEqual({ answer: fault === 'hide-done' ? 2 : 1 });
    expect(plane.owner(0).shard.entries).toEqual(fault === 'hide-done' ? ['a', 'b'] : ['b']);
  });

  it('answers what belongs to no shard', async () => {
    const { plane } = await servedPlane();
    const asked = plane.ask(-1, { add: 'echo', parts: 1 });
    await plane.settle();
    expect(await asked).toEqual({ answer: { add: 'echo', parts: 1 } });
  });
});

describe('loading', () => {
  it('replays batch by batch, over gaps, control batches, unknown kinds and corrupt records', async () => {
    const plane = new LedgerPlane(loopTurn, 1, { loadBytes: 1 });
    const log = plane.partitions.log(OFFSETS_TOPIC, 0);
    const crc = tableCrc32c;
    const one = { part: 1, parts: 1 };
    log.append(buildBatch({ crc }, [record('a', { entry: 'a', ...one }), record('unknown', null), record('corrupt', null)]));
    log.append(buildBatch({ crc, isControl: true }, [record('a', null)]));
    log.logEndOffset += 7; // compacted away
    const broken = buildBatch({ crc }, [record('x', { entry: 'x', ...one })]);
    broken[broken.length - 1] = (broken.at(-1) as number) ^ 1;
    log.append(broken);
    log.append(buildBatch({ crc, compression: testCompression, compressionType: 1 }, [record('b', { entry: 'b', ...one }), record('gone', null)]));
    log.highWatermark = log.logEndOffset;
    log.leaderEpoch = 3;
    plane.grantor.onLeadership([log.grant()]);

    await plane.connect(plane.instance(1), 1);
    const early = plane.ask(0, { read: true });
    await plane.settle();
    expect(await early).toEqual({ error: ErrorCode.COORDINATOR_LOAD_IN_PROGRESS });
    expect(plane.owner(0).shard.entries).toEqual(['a', 'b']);
    expect(plane.partitions.reads).toBeGreaterThan(2);
    expect(plane.logger.lines.filter(({ level }) => level === 'error')).toHaveLength(2);
    const added = plane.ask(0, { add: 'c', parts: 1 });
    await plane.settle();
    expect(await added).toEqual({ answer: 3 });
    expect(new RecordBatch(log.batches.at(-1) as Uint8Array).partitionLeaderEpoch).toBe(3);
  });

  it('starts with the log start, and skips what lies before it', async () => {
    const plane = new LedgerPlane(loopTurn, 1);
    const log = plane.partitions.log(OFFSETS_TOPIC, 0);
    log.append(buildBatch({ crc: tableCrc32c }, ['a', 'b'].map((entry) => record(entry, { entry, part: 1, parts: 1 }))));
    log.logStartOffset = 1;
    log.leaderEpoch = 1;
    plane.grantor.onLeadership([log.grant()]);
    await plane.connect(plane.instance(1), 1);
    await plane.settle();
    expect(plane.owner(0).shard.entries).toEqual(['b']);
  });

  it('holds answers about records that are loaded but not yet below the high watermark', async () => {
    const plane = new LedgerPlane(loopTurn, 1);
    const log = plane.partitions.log(OFFSETS_TOPIC, 0);
    log.append(buildBatch({ crc: tableCrc32c }, [record('a', { entry: 'a', part: 1, parts: 1 })]));
    log.leaderEpoch = 1;
    plane.grantor.onLeadership([log.grant()]);
    await plane.connect(plane.instance(1), 1);
    await plane.settle();
    const read = plane.ask(0, { read: true });
    await plane.settle();
    expect(await isSettled(read)).toBe(false);
    plane.partitions.moveHighWatermark(log, 1);
    await plane.settle();
    expect(await read).toEqual({ answer: ['a'] });
  });

  it('tells who waits for shards of each that serves', async () => {
    const plane = new LedgerPlane(loopTurn, 2);
    const instance = plane.instance(1);
    const counts: number[] = [];
    const end = instance.onShardServes(() => counts.push(instance.shardCount('active')));
    await plane.connect(instance, 1);
    await plane.settle();
    end();
    plane.raiseEpoch(0);
    await plane.settle();
    expect([counts, instance.shardCount('active')]).toEqual([[1, 2], 2]);
  });

  it('tells a shard of topics that were deleted while it loaded', async () => {
    const plane = new LedgerPlane(loopTurn, 2);
    const log = plane.partitions.log(OFFSETS_TOPIC, 0);
    log.append(buildBatch({ crc: tableCrc32c }, [record('a', { entry: 'a', part: 1, parts: 1 })]));
    log.leaderEpoch = 1;
    plane.grantor.onLeadership([log.grant()]);
    const instance = plane.instance(1);
    await plane.connect(instance, 1);
    // Two turns: the grant is out, the answer of the read is not in.
    plane.time.runTurn();
    plane.time.runTurn();
    await loopTurn();
    expect(instance.shardCount('loading')).toBe(1);
    instance.onTopicsDeleted([{ name: 'orders', topicId: 'AAAAAAAAAAAAAAAAAAAABQ' }]);
    await plane.settle();
    expect(plane.owner(0).shard.events).toEqual(['loaded', 'deleted orders']);
    expect(plane.owner(1).shard.events).toEqual(['loaded', 'deleted orders']);
  });

  it('reads on to the log end when the grant was made before it moved', async () => {
    const plane = new LedgerPlane(loopTurn, 1);
    const log = plane.partitions.log(OFFSETS_TOPIC, 0);
    for (const entry of ['a', 'b']) log.append(buildBatch({ crc: tableCrc32c }, [record(entry, { entry, part: 1, parts: 1 })]));
    log.highWatermark = 2;
    log.leaderEpoch = 1;
    plane.grantor.onLeadership([{ ...log.grant(), logEndOffset: 1, highWatermark: 1 }]);
    await plane.connect(plane.instance(1), 1);
    await plane.settle();
    const added = plane.ask(0, { add: 'c', parts: 1 });
    await plane.settle();
    expect(await added).toEqual({ answer: 3 });
  });

  it('asks for another grant when the log ends before the offset that the grant named', async () => {
    const plane = new LedgerPlane(loopTurn, 1);
    const log = plane.partitions.log(OFFSETS_TOPIC, 0);
    log.leaderEpoch = 1;
    plane.grantor.onLeadership([{ ...log.grant(), logEndOffset: 4 }]);
    await plane.connect(plane.instance(1), 1);
    await plane.settle();
    expect(plane.bumps).toHaveLength(1);
    await plane.advance(10);
    const read = plane.ask(0, { read: true });
    await plane.settle();
    expect(await read).toEqual({ answer: [] });
  });
});

describe('an instance that stops', () => {
  it('refuses what is under way and closes its links', async () => {
    const { plane, instance, link } = await servedPlane();
    plane.partitions.watermarkDelayMs = () => 1_000;
    const added = plane.ask(0, { add: 'a', parts: 1 });
    await plane.settle();
    instance.stop('the process stops');
    await plane.settle();
    expect(await added).toEqual({ error: ErrorCode.NOT_COORDINATOR });
    expect(link.isOpen).toBe(false);
    await expect(plane.connect(instance, 1)).rejects.toMatchObject({ code: ErrorCode.NETWORK_EXCEPTION } satisfies Partial<KafkaError>);
  });
});
