import { describe, expect, it } from '@jest/globals';
import { ErrorCode, OFFSETS_TOPIC, tableCrc32c, TRANSACTION_STATE_TOPIC } from '@ottla/model';
import { buildBatch } from '@ottla/protocol';
import { shardHostMethods, type CoordinatorService, type Link, type LinkHello, type ShardGrant, type ShardHostService } from '@ottla/rpc';
import { LedgerPlane } from '../simulation/ledger-plane.ts';

const loopTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const call = { timeoutMs: 1_000 };
const hello: LinkHello = { role: 'group-coordinator', nodeId: 9, incarnationId: 'nine', clusterId: null };

/** A coordinator that keeps its grants and does what the test says. */
class ScriptedCoordinator implements CoordinatorService {
  readonly grants: ShardGrant[] = [];
  readonly stoodBy: ShardGrant[] = [];
  readonly revoked: number[] = [];
  readonly told: number[] = [];
  isSilent = false;
  /** What its answers rest on. */
  decided = { leaderEpoch: 0, releaseOffset: 0 };

  #answer(): Promise<Record<never, never>> {
    return this.isSilent ? new Promise(() => {}) : Promise.resolve({});
  }
  grant(request: ShardGrant) {
    this.grants.push(request);
    return this.#answer();
  }
  standBy(request: ShardGrant) {
    this.stoodBy.push(request);
    return this.#answer();
  }
  revoke(request: { readonly leaderEpoch: number }) {
    this.revoked.push(request.leaderEpoch);
    return this.#answer();
  }
  progress(request: { readonly highWatermark: number }) {
    if (request.highWatermark >= 0) this.told.push(request.highWatermark);
    return this.#answer();
  }
  forward() {
    return this.isSilent ? new Promise<never>(() => {}) : Promise.resolve({ body: Buffer.from('[]'), ...this.decided });
  }
}

async function scriptedPlane(partitionCount = 1): Promise<{ plane: LedgerPlane; coordinator: ScriptedCoordinator; link: Link<ShardHostService> }> {
  const plane = new LedgerPlane(loopTurn, partitionCount);
  const coordinator = new ScriptedCoordinator();
  const link = await plane.port.dial(hello, coordinator);
  await plane.settle();
  return { plane, coordinator, link };
}

const appendOf = (leaderEpoch: number, expectedBaseOffset: number) => ({ topic: OFFSETS_TOPIC, partition: 0, leaderEpoch, expectedBaseOffset, records: new Uint8Array(0) });

describe('grants', () => {
  it('refuses by the state of the shard: not led, nobody connected, not granted yet', async () => {
    const plane = new LedgerPlane(loopTurn, 1);
    expect(await plane.ask(5, { read: true })).toEqual({ error: ErrorCode.NOT_COORDINATOR });
    expect(await plane.ask(0, { read: true })).toEqual({ error: ErrorCode.COORDINATOR_NOT_AVAILABLE });
    expect(await plane.ask(-1, { read: true })).toEqual({ error: ErrorCode.COORDINATOR_NOT_AVAILABLE });
    await plane.port.dial(hello, new ScriptedCoordinator());
    expect(await plane.ask(0, { read: true })).toEqual({ error: ErrorCode.COORDINATOR_LOAD_IN_PROGRESS });
  });

  it('takes in no coordinator once it is closed, as one that dials again at once would have it', async () => {
    const { plane, link } = await scriptedPlane();
    plane.grantor.close('the broker stops');
    await plane.settle();
    expect(link.isOpen).toBe(false);
    await expect(plane.port.dial(hello, new ScriptedCoordinator())).rejects.toMatchObject({ code: ErrorCode.NETWORK_EXCEPTION, message: 'this broker stops' });
  });

  it('spreads shards over the instances of the right role', async () => {
    const plane = new LedgerPlane(loopTurn, 6);
    const coordinators = [new ScriptedCoordinator(), new ScriptedCoordinator(), new ScriptedCoordinator()];
    for (const coordinator of coordinators) await plane.port.dial(hello, coordinator);
    const transactions = new ScriptedCoordinator();
    await plane.port.dial({ ...hello, role: 'transaction-coordinator' }, transactions);
    plane.grantor.onLeadership([{ ...plane.partitions.create(TRANSACTION_STATE_TOPIC, 0).grant() }, { ...plane.partitions.log(OFFSETS_TOPIC, 0).grant(), topic: 'orders' }]);
    await plane.settle();
    expect(coordinators.map(({ grants }) => grants.length)).toEqual([2, 2, 2]);
    expect(transactions.grants.map(({ topic }) => topic)).toEqual([TRANSACTION_STATE_TOPIC]);
    expect(plane.grantor.counts('group-coordinator')).toEqual({ led: 6, granted: 6, instances: 3 });
  });

  it('gives an instance that came late and stayed its share', async () => {
    const { plane, coordinator } = await scriptedPlane(10);
    const late = new ScriptedCoordinator();
    await plane.port.dial(hello, late);
    await plane.advance(4_900);
    expect(late.grants).toEqual([]);
    await plane.advance(200);
    expect(late.grants).toHaveLength(5);
    expect(coordinator.revoked).toHaveLength(5);
    expect(new Set(late.grants.map(({ leaderEpoch }) => leaderEpoch))).toEqual(new Set([1]));
    expect(plane.grantor.counts('group-coordinator')).toEqual({ led: 10, granted: 10, instances: 2 });
    await plane.advance(20_000);
    expect(plane.bumps).toHaveLength(5);
  });

  it('asks another instance to stand by for each shard, lets it read, and grants to it first', async () => {
    const plane = new LedgerPlane(loopTurn, 8);
    const coordinators = [1, 2, 3, 4].map((nodeId) => ({ nodeId, coordinator: new ScriptedCoordinator() }));
    const links: Link<ShardHostService>[] = [];
    for (const { nodeId, coordinator } of coordinators) links.push(await plane.port.dial({ ...hello, nodeId }, coordinator));
    await plane.settle();
    const ownerOf = (partition: number, epoch: number): number => coordinators.findIndex(({ coordinator }) => coordinator.grants.some((grant) => grant.partition === partition && grant.leaderEpoch === epoch));
    const standbyOf = (partition: number): number => coordinators.findIndex(({ coordinator }) => coordinator.stoodBy.some((grant) => grant.partition === partition && grant.leaderEpoch === 0));
    const partitions = [0, 1, 2, 3, 4, 5, 6, 7];
    const standbys = partitions.map(standbyOf);
    expect(partitions.map((partition) => standbyOf(partition) !== ownerOf(partition, 0) && standbyOf(partition) >= 0)).toEqual(partitions.map(() => true));
    const lost = ownerOf(0, 0);
    const theirs = partitions.filter((partition) => ownerOf(partition, 0) === lost);
    const read = { topic: OFFSETS_TOPIC, partition: 0, leaderEpoch: 0, offset: 0, maxBytes: 100 };
    await expect(plane.settle().then(async () => await Promise.all([links[standbys[0] as number]?.remote.read(read, call), plane.settle()]))).resolves.toBeDefined();
    const stranger = [0, 1, 2, 3].find((index) => index !== lost && index !== standbys[0]) as number;
    const refused = links[stranger]?.remote.read(read, call).catch((error: { code: number }) => error.code);
    await plane.settle();
    expect(await refused).toBe(ErrorCode.NOT_COORDINATOR);
    links[lost]?.close('it died');
    await plane.advance(plane.bumpDelayMs);
    expect(theirs.map((partition) => ownerOf(partition, 1))).toEqual(theirs.map((partition) => standbys[partition]));
  });

  it('does not let anybody else dial', async () => {
    const plane = new LedgerPlane(loopTurn, 1);
    await expect(plane.port.dial({ ...hello, role: 'controller' }, new ScriptedCoordinator())).rejects.toMatchObject({ code: ErrorCode.INVALID_REQUEST });
  });

  it('raises the leader epoch before it grants again after a broken link, once somebody is there to take it', async () => {
    const { plane, coordinator, link } = await scriptedPlane();
    link.close('cut');
    await plane.advance(1_000);
    expect(plane.bumps).toEqual([]);
    const other = new ScriptedCoordinator();
    await plane.port.dial(hello, other);
    await plane.settle();
    expect(other.grants).toEqual([]);
    await plane.advance(plane.bumpDelayMs);
    expect(coordinator.grants.map(({ leaderEpoch }) => leaderEpoch)).toEqual([0]);
    expect(other.grants.map(({ leaderEpoch }) => leaderEpoch)).toEqual([1]);
  });

  const otherHello: LinkHello = { ...hello, nodeId: 10, incarnationId: 'ten' };

  it('takes the shards of an instance that is silent for a second while another answers', async () => {
    const { plane, coordinator, link } = await scriptedPlane();
    const other = new ScriptedCoordinator();
    await plane.port.dial(otherHello, other);
    await plane.advance(10_000);
    expect(other.grants).toEqual([]);
    coordinator.isSilent = true;
    await plane.advance(800);
    expect(other.grants).toEqual([]);
    await plane.advance(600);
    expect(other.grants).toMatchObject([{ leaderEpoch: 1 }]);
    expect(link.isOpen).toBe(false);
    await expect(link.remote.append(appendOf(1, 0), call)).rejects.toMatchObject({ code: ErrorCode.NETWORK_EXCEPTION });
  });

  it('waits 3 s where nobody of its role answers meanwhile, as on a machine that is too busy', async () => {
    const { plane, coordinator, link } = await scriptedPlane();
    const other = new ScriptedCoordinator();
    await plane.port.dial(otherHello, other);
    await plane.port.dial({ ...otherHello, role: 'transaction-coordinator', nodeId: 11 }, new ScriptedCoordinator());
    await plane.settle();
    coordinator.isSilent = true;
    for (let passedMs = 0; passedMs < 2_400; passedMs += 800) {
      // It answers now and then, never for a second.
      other.isSilent = true;
      await plane.advance(400);
      other.isSilent = false;
      await plane.advance(400);
    }
    expect(link.isOpen).toBe(true);
    await plane.advance(900);
    expect(other.grants).toMatchObject([{ leaderEpoch: 1 }]);
  });

  it('gives an instance that came back after a second of silence three from then on', async () => {
    const { plane, coordinator, link } = await scriptedPlane();
    await plane.port.dial(otherHello, new ScriptedCoordinator());
    await plane.settle();
    coordinator.isSilent = true;
    await plane.advance(1_400);
    expect(link.isOpen).toBe(false);
    const back = new ScriptedCoordinator();
    const again = await plane.port.dial(hello, back);
    await plane.advance(1_000);
    back.isSilent = true;
    await plane.advance(2_600);
    expect(again.isOpen).toBe(true);
    await plane.advance(800);
    expect(again.isOpen).toBe(false);
  });

  it('forgives an instance that is silent for less, and waits for the only one', async () => {
    const { plane, coordinator } = await scriptedPlane();
    coordinator.isSilent = true;
    await plane.advance(2_500);
    coordinator.isSilent = false;
    await plane.advance(8_000);
    expect(coordinator.grants).toHaveLength(1);
    expect(plane.bumps).toEqual([]);
  });

  it('tries again, with pauses, when the epoch could not be raised', async () => {
    const { plane, link } = await scriptedPlane();
    let failures = 3;
    plane.bumpFails = () => failures-- > 0;
    const other = new ScriptedCoordinator();
    await plane.port.dial(hello, other);
    await plane.settle();
    link.close('cut');
    await plane.advance(5_000);
    expect(plane.bumps).toHaveLength(4);
    expect(other.grants).toMatchObject([{ leaderEpoch: 1 }]);
  });

  it('revokes when the leadership is lost, and grants anew in a later epoch', async () => {
    const { plane, coordinator } = await scriptedPlane();
    plane.grantor.onLeadershipLost([{ topic: OFFSETS_TOPIC, partition: 0, leaderEpoch: 0 }]);
    await plane.settle();
    expect(coordinator.revoked).toEqual([0]);
    expect(await plane.ask(0, { read: true })).toEqual({ error: ErrorCode.NOT_COORDINATOR });
    plane.raiseEpoch(0);
    plane.raiseEpoch(0);
    await plane.settle();
    expect(coordinator.grants.map(({ leaderEpoch }) => leaderEpoch)).toEqual([0, 1, 2]);
    expect(coordinator.revoked).toEqual([0, 1]);
    // Late news of an epoch that is over.
    plane.grantor.onLeadershipLost([{ topic: OFFSETS_TOPIC, partition: 0, leaderEpoch: 1 }]);
    expect(plane.grantor.counts('group-coordinator').granted).toBe(1);
  });
});

describe('answers of the owner', () => {
  const answered = { answer: [] };
  const lost = { error: ErrorCode.NOT_COORDINATOR };
  /** Two records of the owner are decided; the log and its high watermark are where they were. */
  async function heldAnswer(setUp?: (plane: LedgerPlane) => void) {
    const scripted = await scriptedPlane();
    setUp?.(scripted.plane);
    scripted.coordinator.decided = { leaderEpoch: 0, releaseOffset: 2 };
    const outcomes: unknown[] = [];
    void scripted.plane.ask(0, { read: true }).then((outcome) => outcomes.push(outcome));
    await scripted.plane.settle();
    const append = async (expectedBaseOffset: number): Promise<void> => {
      const records = buildBatch({ crc: tableCrc32c }, [{ timestamp: 1, key: null, value: null }]);
      void scripted.link.remote.append({ ...appendOf(0, expectedBaseOffset), records }, call).catch(() => {});
      await scripted.plane.settle();
    };
    return { ...scripted, outcomes, append, log: scripted.plane.partitions.log(OFFSETS_TOPIC, 0) };
  }

  it('leave when what they rest on is appended and below the high watermark', async () => {
    const { plane, outcomes, append } = await heldAnswer(({ partitions }) => (partitions.watermarkDelayMs = () => 50));
    await append(0);
    await append(1);
    await plane.advance(49);
    expect(outcomes).toEqual([]);
    await plane.advance(1);
    expect(outcomes).toEqual([answered]);
  });

  it('wait for the records of the owner, not for those of anybody else', async () => {
    const { plane, link, outcomes, append, log } = await heldAnswer();
    await append(0);
    log.append(buildBatch({ crc: tableCrc32c }, [{ timestamp: 1, key: null, value: null }]));
    plane.partitions.moveHighWatermark(log, 2);
    await plane.settle();
    expect(outcomes).toEqual([]);
    // What it decided for that place is refused, and it gives the shard up.
    await append(1);
    void link.remote.release({ topic: OFFSETS_TOPIC, partition: 0, leaderEpoch: 0 }, call);
    await plane.settle();
    expect(outcomes).toEqual([lost]);
  });

  it('leave at once when the owner has read what they rest on', async () => {
    const { plane, coordinator, link, log } = await heldAnswer();
    log.append(buildBatch({ crc: tableCrc32c }, [{ timestamp: 1, key: null, value: null }]));
    plane.partitions.moveHighWatermark(log, 1);
    coordinator.decided = { leaderEpoch: 0, releaseOffset: 1 };
    void link.remote.read({ topic: OFFSETS_TOPIC, partition: 0, leaderEpoch: 0, offset: 0, maxBytes: 100 }, call);
    await plane.settle();
    const asked = plane.ask(0, { read: true });
    await plane.settle();
    expect(await asked).toEqual(answered);
  });

  it.each([
    ['the link breaks', ({ link }) => link.close('it died')],
    ['the leader epoch rises', ({ plane }) => plane.raiseEpoch(0)],
    ['the leadership is lost', ({ plane }) => plane.grantor.onLeadershipLost([{ topic: OFFSETS_TOPIC, partition: 0, leaderEpoch: 0 }])],
  ] satisfies [string, (scripted: { plane: LedgerPlane; link: Link<ShardHostService> }) => void][])('are refused when %s', async (_, end) => {
    const held = await heldAnswer();
    end(held);
    await held.plane.settle();
    expect(held.outcomes).toEqual([lost]);
  });

  it('are refused when they were decided under another grant', async () => {
    const { plane, coordinator } = await scriptedPlane();
    coordinator.decided = { leaderEpoch: 0, releaseOffset: 0 };
    const asked = plane.ask(0, { read: true });
    plane.raiseEpoch(0);
    await plane.settle();
    expect(await asked).toEqual(lost);
  });

  it('time out with their requests when nothing is replicated', async () => {
    const { plane, outcomes } = await heldAnswer();
    await plane.advance(59_999);
    expect(outcomes).toEqual([]);
    await plane.advance(1);
    expect(outcomes).toEqual([{ error: ErrorCode.REQUEST_TIMED_OUT }]);
  });
});

describe('the shard host', () => {
  it('lets only the granted link append and read, only in the current epoch', async () => {
    const { plane, link } = await scriptedPlane();
    // One of the shard's own role would stand by, and may read.
    const zombie = await plane.port.dial({ ...hello, role: 'transaction-coordinator' }, new ScriptedCoordinator());
    const attempts = [zombie.remote.append(appendOf(0, 0), call), zombie.remote.read({ topic: OFFSETS_TOPIC, partition: 0, leaderEpoch: 0, offset: 0, maxBytes: 1 }, call), link.remote.append(appendOf(7, 0), call), link.remote.append(appendOf(0, 3), call), link.remote.append(appendOf(0, 0), call)];
    const outcomes = Promise.allSettled(attempts);
    await plane.settle();
    expect((await outcomes).map((outcome) => (outcome.status === 'fulfilled' ? 'done' : (outcome.reason as { code: number }).code))).toEqual([
      ErrorCode.NOT_COORDINATOR,
      ErrorCode.NOT_COORDINATOR,
      ErrorCode.NOT_LEADER_OR_FOLLOWER,
      ErrorCode.INVALID_RECORD,
      'done',
    ]);
  });

  it('refuses the old owner once the shard is released', async () => {
    const { plane, coordinator, link } = await scriptedPlane();
    const released = link.remote.release({ topic: OFFSETS_TOPIC, partition: 0, leaderEpoch: 0 }, call);
    const late = link.remote.append(appendOf(0, 0), call).catch((error: { code: number }) => error.code);
    await plane.settle();
    await released;
    expect(await late).toBe(ErrorCode.NOT_COORDINATOR);
    await plane.advance(plane.bumpDelayMs);
    expect(coordinator.grants.map(({ leaderEpoch }) => leaderEpoch)).toEqual([0, 1]);
  });

  it('pauses longer and longer when a shard is released again and again', async () => {
    const { plane, coordinator, link } = await scriptedPlane();
    for (let epoch = 0; epoch < 4; epoch++) {
      void link.remote.release({ topic: OFFSETS_TOPIC, partition: 0, leaderEpoch: epoch }, call);
      await plane.advance(5_000);
      expect(coordinator.grants.at(-1)?.leaderEpoch).toBe(epoch + 1);
    }
    void link.remote.release({ topic: OFFSETS_TOPIC, partition: 0, leaderEpoch: 4 }, call);
    await plane.advance(700);
    expect(coordinator.grants.at(-1)?.leaderEpoch).toBe(4);
    await plane.advance(200);
    expect(coordinator.grants.at(-1)?.leaderEpoch).toBe(5);
  });

  it('tells the owner how far the high watermark got, once a turn', async () => {
    const { plane, coordinator } = await scriptedPlane();
    const log = plane.partitions.log(OFFSETS_TOPIC, 0);
    for (const offset of [1, 2, 3]) plane.partitions.moveHighWatermark(log, offset);
    await plane.settle();
    plane.partitions.moveHighWatermark(log, 4);
    await plane.settle();
    expect(coordinator.told).toEqual([3, 4]);
  });

  it('serves what the transport knows', () => {
    expect(shardHostMethods).toEqual(['append', 'read', 'release', 'writeTxnMarkers']);
  });
});
