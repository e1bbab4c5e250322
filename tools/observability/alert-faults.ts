import { execFileSync } from 'node:child_process';
import { closeSync, openSync, readdirSync, writeSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { SmallDisk } from '@ottla/testing/small-disk';
import type { Cluster } from '../cluster/start-cluster.ts';
import type { ServiceProcess } from '../cluster/service-process.ts';
import { COMPACTED, LONELY, PARTITIONS, type Traffic } from './traffic.ts';

const FILL_STEP_BYTES = 1024 * 1024;
const FILL_STEP_MS = 250;

/** What is done to a running cluster, and the alerts that must tell of it. */
export interface Fault {
  readonly what: string;
  readonly alerts: readonly string[];
  /** May go on while alerts are awaited. */
  cause(): Promise<void>;
  /** Leaves the cluster whole; the alerts must end after it. */
  remedy(): Promise<void>;
}

export interface Scene {
  readonly cluster: Cluster;
  readonly directory: string;
  readonly traffic: Traffic;
  /** Of broker 3; undefined where this process may not mount one. */
  readonly disk: SmallDisk | undefined;
}

/** Connections that a broker of these runs takes from one address. */
export const MAX_CONNECTIONS = 850;
/** Files that a service of these runs may have open. */
export const MAX_FILES = 1000;
/** Less than a segment. */
const GREATEST_FILE_BYTES = 512 * 1024;
const TRANSACTIONS = 12;

function one(services: readonly ServiceProcess[], index: number): ServiceProcess {
  const service = services[index];
  if (service === undefined) throw new Error('three brokers and controllers and two coordinators of each kind are wanted');
  return service;
}

/** Does `step` again and again until it is told to stop, which settles when the last one is done. */
function repeating(step: () => Promise<unknown>): () => Promise<void> {
  let isStopped = false;
  const run = async (): Promise<void> => {
    while (!isStopped) await step().catch(() => pause(50));
  };
  const ended = run();
  return async () => {
    isStopped = true;
    await ended;
  };
}

/** In this order: each begins with a whole cluster. Services that start again are told apart by their names. */
export function faults(scene: Scene): readonly Fault[] {
  return [...faultsOfBrokers(scene), ...faultsOfClients(scene), ...faultsOfDisks(scene), ...faultsOfPlanes(scene)];
}

function faultsOfBrokers({ cluster, traffic }: Scene): readonly Fault[] {
  const brokers = cluster.of('broker');
  const [second, third] = [one(brokers, 1), one(brokers, 2)];
  let stop = async (): Promise<void> => {};
  return [
    {
      what: 'a follower is paused (SIGSTOP), records come',
      alerts: ['OttlaFollowerLag', 'OttlaUnderReplicated', 'OttlaServiceDown', 'OttlaBrokerFenced'],
      cause: async () => {
        second.pause();
        // Those that it led take none before another one leads them.
        const stops = Array.from({ length: PARTITIONS }, (_, partition) => repeating(() => traffic.flood(partition, 2000)));
        stop = async () => void (await Promise.all(stops.map((each) => each())));
        return await Promise.resolve();
      },
      remedy: async () => {
        second.resume();
        await stop();
      },
    },
    {
      what: 'a broker is paused for 8 s, three times',
      alerts: ['OttlaIsrFlapping'],
      cause: async () => {
        for (const _ of [1, 2, 3]) {
          second.pause();
          await pause(8000);
          second.resume();
          await pause(2500);
        }
      },
      remedy: async () => await Promise.resolve(second.resume()),
    },
    {
      what: 'a broker stops for 1.5 s of each 2 s',
      alerts: ['OttlaEventLoopStalls', 'OttlaProduceSlow'],
      cause: async () => {
        stop = repeating(async () => {
          second.pause();
          await pause(1500);
          second.resume();
          await pause(500);
        });
        return await Promise.resolve();
      },
      remedy: async () => await stop(),
    },
    {
      what: 'a broker is killed that alone has a partition',
      alerts: ['OttlaServiceDown', 'OttlaBrokerFenced', 'OttlaUnderReplicated', 'OttlaOfflinePartitions'],
      cause: async () => await third.kill(),
      remedy: async () => await third.start(),
    },
    {
      what: 'two of three brokers are killed',
      alerts: ['OttlaUnderMinIsr'],
      cause: async () => void (await Promise.all([second.kill(), third.kill()])),
      remedy: async () => void (await Promise.all([second.start(), third.start()])),
    },
  ];
}

function faultsOfClients({ cluster, traffic }: Scene): readonly Fault[] {
  const first = one(cluster.of('broker'), 0);
  let stops: readonly (() => Promise<void>)[] = [];
  const stop = async (): Promise<void> => void (await Promise.all(stops.map((each) => each())));
  const sockets: Socket[] = [];
  return [
    {
      what: 'readers stand while one partition takes all records',
      alerts: ['OttlaConsumerGroupLag', 'OttlaHotPartition'],
      cause: async () => {
        traffic.pauseReaders();
        stops = [repeating(() => traffic.flood(PARTITIONS - 1, 4000))];
        return await Promise.resolve();
      },
      remedy: async () => {
        await stop();
        traffic.resumeReaders();
      },
    },
    {
      what: 'producers die within their transactions',
      alerts: ['OttlaTransactionsTimeOut'],
      cause: async () => await traffic.abandonTransactions(TRANSACTIONS),
      remedy: async () => await Promise.resolve(),
    },
    {
      what: 'a client opens more connections than one address may',
      alerts: ['OttlaConnectionsRefused', 'OttlaFilesNearLimit'],
      cause: async () => {
        const port = Number(first.address?.split(':')[1]);
        const open = (): void => void sockets.push(connect(port, '127.0.0.1').on('error', () => {}));
        for (let count = 0; count < MAX_CONNECTIONS; count++) open();
        stops = [repeating(async () => await pause(500).then(open))];
        return await Promise.resolve();
      },
      remedy: async () => {
        await stop();
        for (const socket of sockets) socket.destroy();
      },
    },
  ];
}

/** Takes 4 MB a second until there is no space left; logs that are cleaned up meanwhile give space back. */
async function fillSlowly(disk: SmallDisk): Promise<void> {
  for (let free = disk.freeBytes; free > 0; free = disk.freeBytes) {
    disk.fill(Math.min(free, FILL_STEP_BYTES));
    await pause(FILL_STEP_MS);
  }
}

function faultsOfDisks({ cluster, traffic, disk, directory }: Scene): readonly Fault[] {
  const third = one(cluster.of('broker'), 2);
  let stop = async (): Promise<void> => {};
  const restart = async (): Promise<void> => {
    await third.stop();
    await third.start();
    await stop();
  };
  const full: Fault | undefined = disk && {
    what: 'a disk fills up',
    alerts: ['OttlaDiskFullSoon', 'OttlaDiskFilling', 'OttlaDiskFull', 'OttlaRequestErrors', 'OttlaProduceFails'],
    cause: async () => {
      stop = repeating(() => traffic.write(LONELY, 50, 1));
      await fillSlowly(disk);
    },
    remedy: async () => {
      disk.free();
      await stop();
    },
  };
  return [
    ...(full === undefined ? [] : [full]),
    {
      what: "a compacted log's first segment is damaged",
      alerts: ['OttlaCleanerStopped'],
      cause: async () => {
        await traffic.write(COMPACTED, 2000, 8);
        damageFirstSegment(join(directory, 'broker-3', `${COMPACTED}-0`));
        // The cleaner looks at it once there is a dirty part behind.
        await traffic.write(COMPACTED, 2000, 1);
      },
      remedy: async () => {
        await traffic.delete(COMPACTED);
        await restart();
      },
    },
    {
      what: 'files of a broker may not grow any more (EFBIG)',
      alerts: ['OttlaLogFailed'],
      cause: async () => {
        execFileSync('prlimit', ['--pid', String(third.pid), `--fsize=${GREATEST_FILE_BYTES}`]);
        stop = repeating(() => traffic.write(LONELY, 2000, 1));
        return await Promise.resolve();
      },
      remedy: restart,
    },
  ];
}

function damageFirstSegment(folder: string): void {
  const name = readdirSync(folder).filter((each) => each.endsWith('.log')).sort()[0];
  if (name === undefined) throw new Error(`${folder} has no segment`);
  const file = openSync(join(folder, name), 'r+');
  writeSync(file, Buffer.alloc(4096, 0xff), 0, 4096, 20_000);
  closeSync(file);
}

function faultsOfPlanes({ cluster, traffic }: Scene): readonly Fault[] {
  const controllers = cluster.of('controller');
  const group = one(cluster.of('group-coordinator'), 0);
  const transactions = one(cluster.of('transaction-coordinator'), 0);
  let stop = async (): Promise<void> => {};
  let count = 0;
  return [
    {
      what: 'two controllers stop for 0.8 s again and again, topics are made',
      alerts: ['OttlaMetadataCommitSlow'],
      cause: async () => {
        const stops = [repeating(() => traffic.createTopic(`made-${++count}`)), repeating(async () => {
          for (const controller of controllers.slice(1)) controller.pause();
          await pause(800);
          for (const controller of controllers.slice(1)) controller.resume();
          await pause(200);
        })];
        stop = async () => void (await Promise.all(stops.map((each) => each())));
        return await Promise.resolve();
      },
      remedy: async () => await stop(),
    },
    {
      what: 'a group and a transaction coordinator are killed',
      alerts: ['OttlaServiceDown'],
      cause: async () => void (await Promise.all([group.kill(), transactions.kill()])),
      remedy: async () => void (await Promise.all([group.start(), transactions.start()])),
    },
    {
      what: 'a controller is killed',
      alerts: ['OttlaServiceDown'],
      cause: async () => await one(controllers, 0).kill(),
      remedy: async () => await one(controllers, 0).start(),
    },
    {
      what: 'two of three controllers are killed',
      alerts: ['OttlaNoActiveController', 'OttlaNotReady'],
      cause: async () => void (await Promise.all(controllers.slice(1).map((controller) => controller.kill()))),
      remedy: async () => void (await Promise.all(controllers.slice(1).map((controller) => controller.start()))),
    },
    {
      what: 'all controllers are killed',
      alerts: ['OttlaNoActiveController', 'OttlaNotReady'],
      cause: async () => void (await Promise.all(controllers.map((controller) => controller.kill()))),
      remedy: async () => void (await Promise.all(controllers.map((controller) => controller.start()))),
    },
  ];
}

/** Alerts that fire before and after their faults too: so small a disk is full within four hours of any load. */
export const LASTING: ReadonlySet<string> = new Set(['OttlaDiskFullSoon']);
