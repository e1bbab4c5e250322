/**
 * How long members hear nothing of a group whose coordinator dies, by the size of its shard:
 *
 *   node tools/cluster/takeover/main.ts [--megabytes 100] [--standby-wait 10]
 *
 * A cluster of one controller, one broker and two group coordinators with one partition of `__consumer_offsets`. The shard is
 * filled with committed offsets; then a client commits without pause while its owner is killed, later stopped (SIGSTOP) for
 * six seconds and let go on. Told is the longest time without an acknowledged commit. At the
 * end the offsets are read back: one below an acknowledged commit is an error (exit code 1).
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ApiKeys, apis } from '@ottla/protocol';
import { freePort, pause } from '../../measure/servers.ts';
import { type Api, WireConnection } from '../../measure/wire-connection.ts';
import type { ServiceProcess } from '../service-process.ts';
import { type Cluster, startCluster } from '../start-cluster.ts';

const { values: options } = parseArgs({ options: { megabytes: { type: 'string', default: '100' }, 'standby-wait': { type: 'string', default: '10' } } });
const TOPIC = 'filled';
const PARTITIONS = 100;
/** Bytes that one offset takes in the log, about, with its metadata. */
const OFFSET_BYTES = 150;
const METADATA = 'm'.repeat(64);
const IN_FLIGHT = 8;
const STOPPED_MS = 6_000;
const PROBE = 'probe';

type Ask = <K extends keyof typeof apis>(apiKey: K, version: number, request: object) => Promise<any>;

async function connect(address: string): Promise<Ask> {
  const [host, port] = address.split(':') as [string, string];
  const connection = await WireConnection.open(host, Number(port));
  return async (apiKey, version, request) => await connection.ask(apis[apiKey] as unknown as Api<object, unknown>, version, request);
}

function commitOf(groupId: string, offset: number, partitions: number): object {
  return { groupId, generationIdOrMemberEpoch: -1, memberId: '', topics: [{ name: TOPIC, partitions: Array.from({ length: partitions }, (_, partitionIndex) => ({ partitionIndex, committedOffset: offset, committedMetadata: METADATA })) }] };
}

async function fill(ask: Ask, megabytes: number): Promise<void> {
  const groups = Math.ceil((megabytes * 1024 * 1024) / (PARTITIONS * OFFSET_BYTES));
  let next = 0;
  await Promise.all(Array.from({ length: IN_FLIGHT }, async () => {
    while (next < groups) {
      const answer = await ask(ApiKeys.OffsetCommit, 8, commitOf(`filler-${next++}`, 1, PARTITIONS));
      if (answer.topics[0].partitions[0].errorCode !== 0) await pause(20);
    }
  }));
}

/** Commits one offset after the other, and notes how long it waits for an acknowledged one. */
class Prober {
  acknowledged = 0;
  longestMs = 0;
  isStopping = false;
  #lastMs = performance.now();
  readonly #ask: Ask;

  constructor(ask: Ask) {
    this.#ask = ask;
  }

  reset(): void {
    this.longestMs = 0;
    this.#lastMs = performance.now();
  }

  async run(): Promise<void> {
    for (let offset = 1; !this.isStopping; offset++) {
      const answer = await this.#ask(ApiKeys.OffsetCommit, 8, commitOf(PROBE, offset, 1));
      const nowMs = performance.now();
      if (answer.topics[0].partitions[0].errorCode !== 0) {
        await pause(5);
        continue;
      }
      this.acknowledged = offset;
      this.longestMs = Math.max(this.longestMs, nowMs - this.#lastMs);
      this.#lastMs = nowMs;
    }
  }
}

/** The coordinator without which no commit is acknowledged owns the one shard of groups. */
async function ownerOf(cluster: Cluster, prober: Prober): Promise<ServiceProcess> {
  for (const service of cluster.of('group-coordinator')) {
    if (!service.isRunning) continue;
    service.pause();
    const before = prober.acknowledged;
    await pause(300);
    const isOwner = prober.acknowledged <= before + 1;
    service.resume();
    if (isOwner) return service;
  }
  throw new Error('nobody owns the shard');
}

async function measure(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'ottla-takeover-'));
  const cluster = await startCluster({ directory: folder, port: await freePort(), controllers: 1, brokers: 1, coordinators: 2, settings: { 'offsets.topic.num.partitions': '1', 'offsets.topic.replication.factor': '1' } });
  try {
    const address = cluster.of('broker')[0]?.address as string;
    const ask = await connect(address);
    await ask(ApiKeys.CreateTopics, 7, { timeoutMs: 10_000, topics: [{ name: TOPIC, numPartitions: PARTITIONS, replicationFactor: 1, assignments: [], configs: [] }] });
    await ask(ApiKeys.FindCoordinator, 4, { keyType: 0, coordinatorKeys: [PROBE] });
    await pause(2_000);
    const startedMs = performance.now();
    await fill(ask, Number(options.megabytes));
    console.log(`filled ${options.megabytes} MB in ${((performance.now() - startedMs) / 1000).toFixed(1)} s`);
    await pause(Number(options['standby-wait']) * 1_000);
    const prober = new Prober(await connect(address));
    const probing = prober.run();
    await pause(1_000);
    const owner = await ownerOf(cluster, prober);
    await pause(4_000);
    prober.reset();
    await owner.kill();
    await pause(5_000);
    console.log(`kill -9 of ${owner.name}: ${prober.longestMs.toFixed(0)} ms without an acknowledged commit`);
    await owner.start();
    await pause(Number(options['standby-wait']) * 1_000);
    const second = await ownerOf(cluster, prober);
    await pause(4_000);
    prober.reset();
    second.pause();
    await pause(STOPPED_MS);
    second.resume();
    await pause(3_000);
    console.log(`SIGSTOP of ${second.name} for ${STOPPED_MS} ms: ${prober.longestMs.toFixed(0)} ms without an acknowledged commit`);
    prober.isStopping = true;
    await probing;
    const { groups } = await ask(ApiKeys.OffsetFetch, 8, { groups: [{ groupId: PROBE, topics: [{ name: TOPIC, partitionIndexes: [0] }] }] });
    const read = groups[0].topics[0].partitions[0].committedOffset as number;
    console.log(`${prober.acknowledged} was acknowledged last, ${read} is read`);
    return read >= prober.acknowledged ? 0 : 1;
  } finally {
    await cluster.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

process.exitCode = await measure();
process.exit();
