import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decodeMetadataRecord } from '@ottla/metadata';
import { nodeCompression, nodeScheduler, systemClock } from '@ottla/platform';
import { batchesIn, readRecords } from '@ottla/protocol';
import type { ControllerService, Link } from '@ottla/rpc';
import { controllerLinks, grpcDialer } from '@ottla/rpc/grpc';
import { eventually } from './conditions.ts';
import { CLUSTER_ID, PlaneCluster } from './plane-cluster.ts';

/** Three controllers as processes: their quorum, and what is left of it when processes die. */
let cluster: PlaneCluster;
const links = new Map<number, Link<ControllerService>>();
const blocks: number[] = [];

async function linkTo(id: number): Promise<ControllerService> {
  const known = links.get(id);
  if (known?.isOpen === true) return known.remote;
  const [host = '', port] = cluster.controllerAddress(id).split(':');
  const dial = grpcDialer({ kind: controllerLinks, host, port: Number(port), clock: systemClock, scheduler: nodeScheduler(), dialTimeoutMs: 1000 });
  const link = await dial({ role: 'broker', nodeId: 77, incarnationId: 'test', clusterId: CLUSTER_ID }, {});
  links.set(id, link);
  return link.remote;
}

/** Has the active controller commit something, whoever it is; answers who that is. */
async function commit(among: readonly number[]): Promise<number> {
  return await eventually('an active controller commits', async () => {
    for (const id of among) {
      try {
        const block = await (await linkTo(id)).allocateProducerIds({ brokerId: 77 }, { timeoutMs: 1000 });
        blocks.push(block.firstProducerId);
        return id;
      } catch {
        // Not the active one, or not there.
      }
    }
    return undefined;
  });
}

/** First producer ids of the blocks that `id` has committed. */
async function committedAt(id: number): Promise<number[]> {
  const { records } = await (await linkTo(id)).fetchMetadata({ offset: 0, maxBytes: 1_000_000, maxWaitMs: 0 }, { timeoutMs: 5000 });
  const found: number[] = [];
  for (const batch of batchesIn(records)) {
    if (batch.isControl) continue;
    for (const { value: bytes } of readRecords(batch, nodeCompression())) {
      const { value } = decodeMetadataRecord(bytes ?? new Uint8Array(0));
      if ('nextProducerId' in value) found.push(Number(value.nextProducerId) - 1000);
    }
  }
  return found;
}

beforeAll(async () => {
  cluster = await PlaneCluster.start(3, 0);
}, 60_000);

afterAll(async () => {
  for (const link of links.values()) link.close('the test ends');
  await cluster?.[Symbol.asyncDispose]();
}, 30_000);

describe('three controllers as processes', () => {
  it('elect one that commits, and the others follow', async () => {
    const active = await commit(cluster.controllerIds);
    for (let count = 0; count < 20; count++) await commit([active]);
    for (const id of cluster.controllerIds) await eventually(`controller ${id} has all that is committed`, async () => (await committedAt(id)).length >= blocks.length, 10_000);
  }, 30_000);

  it('go on without loss when the active one is killed, and take it in again', async () => {
    const before = await commit(cluster.controllerIds);
    await cluster.process('controller', before).kill();
    const killedAtMs = performance.now();
    const others = cluster.controllerIds.filter((id) => id !== before);
    const after = await commit(others);
    const failoverMs = Math.round(performance.now() - killedAtMs);
    // On an idle machine well below half a second; shared cores may take their time.
    expect(failoverMs).toBeLessThan(10_000);
    if (process.env['OTTLA_SHOW_TIMES'] !== undefined) console.log(`failed over from ${before} to ${after} in ${failoverMs} ms`);
    expect(after).not.toBe(before);
    expect(await committedAt(after)).toEqual(expect.arrayContaining(blocks));
    expect(new Set(blocks).size).toBe(blocks.length);

    await cluster.startController(before);
    await eventually('the restarted one has all that is committed', async () => (await committedAt(before)).length >= blocks.length);
    expect(await committedAt(before)).toEqual(await committedAt(after));
  }, 60_000);

  it('tell of a folder that was lost, and let that controller only observe', async () => {
    const active = await commit(cluster.controllerIds);
    const lost = cluster.controllerIds.find((id) => id !== active) as number;
    await cluster.process('controller', lost).kill();
    await rm(cluster.folderOf('controller', lost), { recursive: true });
    cluster.format('controller-quorum', cluster.controllerSettings(lost));
    const process = await cluster.startController(lost);
    expect(await process.told('another folder than the voter of its number')).toContain('Remove the voter with its old directory.id');
    await commit(cluster.controllerIds);
    await eventually('it has all that is committed', async () => (await committedAt(lost)).length >= blocks.length);
  }, 60_000);

  it('stop cleanly, and hand over before they do', async () => {
    const active = await commit(cluster.controllerIds);
    expect(await cluster.process('controller', active).terminate()).toBe(0);
    for (const id of cluster.controllerIds.filter((other) => other !== active)) expect(await cluster.process('controller', id).terminate()).toBe(0);
  }, 30_000);
});
