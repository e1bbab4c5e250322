/**
 * What many members of one group cost the group coordinator, of the new protocol (KIP-848) or of the classic one:
 *
 *   node tools/cluster/members/main.ts [--members 1000] [--partitions 1000] [--seconds 20] [--within 120] [--classic] [--profile FOLDER]
 *
 * A cluster of one controller, one broker and one group coordinator. All members join at once, over 50 connections, and send
 * heartbeats as often as they are told to. Told are the time from the first request until every member holds its part and the
 * group is stable (of classic members, which beat every 3 s as clients do by default, until each is in the generation), and then the CPU time that the coordinator's and the broker's processes take for heartbeats alone. `--profile` leaves a CPU profile of the coordinator and of the broker in the folder.
 * A group that is not settled `--within` seconds ends the tool with exit code 1, and with what is missing.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ApiKeys, apis, type ConsumerGroupHeartbeatResponse } from '@ottla/protocol';
import { cpuMs } from '../../measure/process-figures.ts';
import { freePort, pause } from '../../measure/servers.ts';
import { type Api, WireConnection } from '../../measure/wire-connection.ts';
import type { ServiceRole } from '../service-process.ts';
import { startCluster } from '../start-cluster.ts';
import { settled } from './settling.ts';

const { values: options } = parseArgs({ options: { members: { type: 'string', default: '1000' }, partitions: { type: 'string', default: '1000' }, seconds: { type: 'string', default: '20' }, within: { type: 'string', default: '120' }, classic: { type: 'boolean', default: false }, profile: { type: 'string' } } });
const [memberCount, partitionCount, seconds] = [Number(options.members), Number(options.partitions), Number(options.seconds)];
const GROUP = 'many';
const TOPIC = 'wide';
const CONNECTIONS = 50;
const REPORTED = [0, 79];

// oxlint-disable-next-line typescript/no-explicit-any
async function ask<K extends keyof typeof apis>(connection: WireConnection, apiKey: K, version: number, request: object): Promise<any> {
  return await connection.ask(apis[apiKey] as unknown as Api<object, unknown>, version, request);
}

/** Follows the protocol: joins, gives up at once what it must, says so, and waits as long as it is told. */
class Member {
  epoch = 0;
  owned: { topicId: string; partitions: number[] }[] = [];
  heartbeats = 0;
  errors = 0;
  intervalMs = 0;
  readonly #memberId: string;
  readonly #connection: WireConnection;

  constructor(memberId: string, connection: WireConnection) {
    this.#memberId = memberId;
    this.#connection = connection;
  }

  get partitions(): number {
    return this.owned.reduce((sum, { partitions }) => sum + partitions.length, 0);
  }

  async run(): Promise<void> {
    for (let mustReport = false; !isStopping; ) {
      const base = { groupId: GROUP, memberId: this.#memberId, memberEpoch: this.epoch };
      const joins = { rebalanceTimeoutMs: 60_000, subscribedTopicNames: [TOPIC], topicPartitions: [] };
      const request = this.epoch === 0 ? { ...base, ...joins } : { ...base, topicPartitions: mustReport ? this.owned : null };
      const answer = (await ask(this.#connection, ApiKeys.ConsumerGroupHeartbeat, 1, request)) as ConsumerGroupHeartbeatResponse;
      this.heartbeats++;
      if (!REPORTED.includes(answer.errorCode)) {
        this.errors++;
        this.epoch = 0;
        this.owned = [];
        await pause(100);
        continue;
      }
      this.epoch = answer.memberEpoch;
      this.intervalMs = answer.heartbeatIntervalMs;
      mustReport = answer.assignment !== null && JSON.stringify(answer.assignment.topicPartitions) !== JSON.stringify(this.owned);
      if (answer.assignment !== null) this.owned = answer.assignment.topicPartitions;
      if (!mustReport) await pause(answer.heartbeatIntervalMs);
    }
  }
}

const CLASSIC_INTERVAL_MS = 3_000;
const MEMBER_ID_REQUIRED = 79;
const SESSION_MS = 45_000;

/** Joins, syncs, and sends Heartbeat; joins again when it is told to. A connection of its own: a JoinGroup that waits holds up what is behind it. */
class ClassicMember {
  epoch = 0;
  heartbeats = 0;
  errors = 0;
  readonly intervalMs = CLASSIC_INTERVAL_MS;
  readonly partitions = 0;
  readonly #connection: WireConnection;
  #memberId = '';

  constructor(connection: WireConnection) {
    this.#connection = connection;
  }

  async run(): Promise<void> {
    while (!isStopping) {
      if (this.epoch === 0 && !(await this.#join())) continue;
      await pause(CLASSIC_INTERVAL_MS);
      const { errorCode } = await ask(this.#connection, ApiKeys.Heartbeat, 4, { groupId: GROUP, generationId: this.epoch, memberId: this.#memberId, groupInstanceId: null });
      this.heartbeats++;
      if (errorCode !== 0) this.epoch = 0;
    }
  }

  async #join(): Promise<boolean> {
    const protocols = [{ name: 'range', metadata: Buffer.alloc(0) }];
    const joined = await ask(this.#connection, ApiKeys.JoinGroup, 9, { groupId: GROUP, sessionTimeoutMs: SESSION_MS, rebalanceTimeoutMs: 60_000, memberId: this.#memberId, groupInstanceId: null, protocolType: 'consumer', protocols, reason: null });
    if (joined.errorCode !== 0) {
      if (joined.errorCode === MEMBER_ID_REQUIRED) this.#memberId = joined.memberId;
      else this.errors++;
      return false;
    }
    const isLeader = joined.leader === joined.memberId;
    const assignments = isLeader ? joined.members.map(({ memberId }: { memberId: string }) => ({ memberId, assignment: Buffer.from(memberId) })) : [];
    const synced = await ask(this.#connection, ApiKeys.SyncGroup, 5, { groupId: GROUP, generationId: joined.generationId, memberId: this.#memberId, groupInstanceId: null, protocolType: 'consumer', protocolName: 'range', assignments });
    if (synced.errorCode !== 0) return false;
    this.epoch = joined.generationId;
    return true;
  }
}

let isStopping = false;

function memberOn(connection: WireConnection, index: number): Member | ClassicMember {
  return options.classic ? new ClassicMember(connection) : new Member(`member-${index}`, connection);
}

function profiled(role: ServiceRole): readonly string[] {
  return options.profile === undefined || !['broker', 'group-coordinator'].includes(role) ? [] : ['--cpu-prof', `--cpu-prof-dir=${options.profile}`, `--cpu-prof-name=${role}.cpuprofile`];
}

async function measure(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'ottla-members-'));
  const cluster = await startCluster({ directory: folder, port: await freePort(), controllers: 1, brokers: 1, coordinators: 1, nodeOptionsOf: profiled, settings: { 'offsets.topic.num.partitions': '1', 'offsets.topic.replication.factor': '1' } });
  try {
    const address = cluster.of('broker')[0]?.address ?? '';
    const [host = '', port = ''] = address.split(':');
    const connections = await Promise.all(Array.from({ length: options.classic ? memberCount : CONNECTIONS }, () => WireConnection.open(host, Number(port))));
    const first = connections[0] as WireConnection;
    await ask(first, ApiKeys.CreateTopics, 7, { timeoutMs: 10_000, topics: [{ name: TOPIC, numPartitions: partitionCount, replicationFactor: 1, assignments: [], configs: [] }] });
    await ask(first, ApiKeys.FindCoordinator, 4, { keyType: 0, coordinatorKeys: [GROUP] });
    await pause(3_000);
    const coordinator = cluster.of('group-coordinator')[0]?.pid as number;
    const broker = cluster.of('broker')[0]?.pid as number;
    const members = Array.from({ length: memberCount }, (_, index) => memberOn(connections[index % connections.length] as WireConnection, index));
    const cpuBefore = cpuMs(coordinator);
    const startedMs = performance.now();
    const running = Promise.all(members.map((member) => member.run()));
    // Heard by whoever waits below; connections that the end of the cluster breaks are no news.
    running.catch(() => {});
    await settled(members, { partitions: partitionCount, isClassic: options.classic }, running, Number(options.within) * 1_000);
    console.log(`${memberCount} members share ${partitionCount} partitions after ${((performance.now() - startedMs) / 1000).toFixed(2)} s; CPU of the coordinator ${((cpuMs(coordinator) - cpuBefore) / 1000).toFixed(2)} s; ${members.reduce((sum, { errors }) => sum + errors, 0)} errors`);
    await Promise.race([running, pause(2_000)]);
    const [heartbeats, cpu, brokerCpu] = [members.reduce((sum, member) => sum + member.heartbeats, 0), cpuMs(coordinator), cpuMs(broker)];
    await Promise.race([running, pause(seconds * 1_000)]);
    const sent = members.reduce((sum, member) => sum + member.heartbeats, 0) - heartbeats;
    console.log(`${(sent / seconds).toFixed(0)} heartbeats a second (interval ${members[0]?.intervalMs} ms): coordinator ${(((cpuMs(coordinator) - cpu) / (seconds * 1_000)) * 100).toFixed(1)} % of a core, broker ${(((cpuMs(broker) - brokerCpu) / (seconds * 1_000)) * 100).toFixed(1)} %`);
    isStopping = true;
    await Promise.race([running, pause(1_000)]);
  } finally {
    // Profiles are written at the end of a process that may end by itself.
    await (options.profile === undefined ? cluster.kill() : cluster.stop());
    rmSync(folder, { recursive: true, force: true });
  }
}

await measure().catch((error: unknown) => {
  console.error((error as Error).message);
  process.exitCode = 1;
});
process.exit();
