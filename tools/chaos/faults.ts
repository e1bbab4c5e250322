import type { Random } from '@ottla/model';
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

function pick<T>(random: Random, of: readonly T[]): T {
  return of[random.below(of.length)] as T;
}

/** Every kind of fault. One service at a time: what the cluster must survive without loss. */
export function faultsOf(cluster: Cluster, clients: readonly ClientSlot[], proxies: readonly Proxy[], random: Random): readonly Fault[] {
  const services: Fault[] = roles.flatMap((role) => {
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
  });
  const ofClients: Fault[] = [
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
  const ofWires: Fault[] = proxies.length === 0 ? [] : [
    {
      kind: 'cut wire one way',
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
      kind: 'break wire',
      strike: async () => {
        const proxy = pick(random, proxies);
        proxy.breakAll();
        return await Promise.resolve(proxy.name);
      },
    },
    {
      kind: 'slow wire',
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
  return [...services, ...ofClients, ...ofWires];
}
