import type { Random } from '@ottla/model';
import type { SmallDisk } from '@ottla/testing/small-disk';
import type { Cluster } from '../cluster/start-cluster.ts';
import type { ServiceProcess, ServiceRole } from '../cluster/service-process.ts';
import type { ClientSlot } from './client-slot.ts';
import type { Proxy } from './proxy.ts';

export const pause = (durationMs: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, durationMs));

/** A thing that is done to the cluster, and undone. */
export interface Fault {
  readonly kind: string;
  /** Settles when the fault is over and what it hit runs again. */
  strike(): Promise<string>;
}

const roles: readonly ServiceRole[] = ['broker', 'controller', 'group-coordinator', 'transaction-coordinator'];
const DOWN_AT_MOST_MS = 4_000;
const PAUSED_AT_LEAST_MS = 500;
const PAUSED_AT_MOST_MS = 12_000;
const CUT_AT_MOST_MS = 6_000;
const DELAY_AT_MOST_MS = 800;
const FULL_AT_MOST_MS = 6_000;

function pick<T>(random: Random, of: readonly T[]): T {
  return of[random.below(of.length)] as T;
}

/** What faults strike. */
export interface Targets {
  readonly cluster: Cluster;
  readonly clients: readonly ClientSlot[];
  /** Between clients and brokers, and between brokers. */
  readonly wires: readonly Proxy[];
  /** From brokers and coordinators to controllers, and from coordinators to brokers. */
  readonly links: readonly Proxy[];
  /** The file system that one broker has for itself; undefined where this machine gives none. */
  readonly disk: { readonly broker: ServiceProcess; readonly files: SmallDisk } | undefined;
  readonly random: Random;
}

/** Every kind of fault. One service at a time: what the cluster must survive without loss. */
export function faultsOf(targets: Targets): readonly Fault[] {
  const { cluster, clients, wires, links, disk, random } = targets;
  return [
    ...roles.flatMap((role) => serviceFaults(role, cluster, random)),
    ...clientFaults(clients, random),
    ...proxyFaults('wire', wires, random),
    ...proxyFaults('link', links, random),
    ...(disk === undefined ? [] : [diskFault(disk.broker, disk.files, random)]),
  ];
}

function serviceFaults(role: ServiceRole, cluster: Cluster, random: Random): Fault[] {
  const one = (): ServiceProcess => pick(random, cluster.of(role));
  return [
    {
      kind: `kill ${role}`,
      strike: async () => {
        const service = one();
        await service.kill();
        const downMs = random.below(DOWN_AT_MOST_MS);
        await pause(downMs);
        await service.start();
        return `${service.name}, down for ${downMs} ms`;
      },
    },
    {
      kind: `pause ${role}`,
      strike: async () => {
        const service = one();
        service.pause();
        const pausedMs = PAUSED_AT_LEAST_MS + random.below(PAUSED_AT_MOST_MS);
        await pause(pausedMs);
        service.resume();
        return `${service.name} for ${pausedMs} ms`;
      },
    },
  ];
}

function clientFaults(clients: readonly ClientSlot[], random: Random): Fault[] {
  return [
    {
      kind: 'kill client',
      strike: async () => {
        const client = pick(random, clients);
        client.kill();
        return await Promise.resolve(client.slot);
      },
    },
    {
      kind: 'pause client',
      strike: async () => {
        const client = pick(random, clients);
        client.pause();
        const pausedMs = PAUSED_AT_LEAST_MS + random.below(PAUSED_AT_MOST_MS);
        await pause(pausedMs);
        client.resume();
        return `${client.slot} for ${pausedMs} ms`;
      },
    },
  ];
}

function proxyFaults(what: string, proxies: readonly Proxy[], random: Random): Fault[] {
  return [
    {
      kind: `cut ${what} one way`,
      strike: async () => {
        const proxy = pick(random, proxies);
        const direction = pick(random, ['in', 'out'] as const);
        const cutMs = random.below(CUT_AT_MOST_MS);
        proxy.hold(direction);
        await pause(cutMs);
        proxy.heal();
        return `${proxy.name}, ${direction}wards, for ${cutMs} ms`;
      },
    },
    {
      kind: `break ${what}`,
      strike: async () => {
        const proxy = pick(random, proxies);
        proxy.breakAll();
        return await Promise.resolve(proxy.name);
      },
    },
    {
      kind: `slow ${what}`,
      strike: async () => {
        const proxy = pick(random, proxies);
        const delayMs = random.below(DELAY_AT_MOST_MS);
        proxy.delay(delayMs);
        await pause(random.below(CUT_AT_MOST_MS));
        proxy.heal();
        return `${proxy.name} by ${delayMs} ms`;
      },
    },
  ];
}

/** A broker that cannot write goes on or ends, as it decides; it must be back once there is space. */
function diskFault(broker: ServiceProcess, files: SmallDisk, random: Random): Fault {
  return {
    kind: 'full disk',
    strike: async () => {
      files.limitToUsed();
      const fullMs = PAUSED_AT_LEAST_MS + random.below(FULL_AT_MOST_MS);
      await pause(fullMs);
      files.free();
      const isUp = broker.isRunning;
      if (!isUp) await broker.start();
      return `of ${broker.name} for ${fullMs} ms${isUp ? '' : ', which ended, and was started again'}`;
    },
  };
}
