import type { Cluster } from '../start-cluster.ts';
import type { ServiceProcess } from '../service-process.ts';
import { pause, type ClusterView } from './cluster-view.ts';
import type { LinkCutter } from './link-cutter.ts';

/** What a scenario works with. */
export interface Stage {
  readonly cluster: Cluster;
  readonly view: ClusterView;
  readonly topic: string;
  readonly links: LinkCutter;
  /** Notes what is done now, for who reads the figures. */
  readonly mark: (what: string) => void;
}

export interface Finding {
  readonly says: string;
  readonly isGood: boolean;
}

export interface Scenario {
  readonly name: string;
  readonly says: string;
  /** Longest silence of any partition that is allowed, in milliseconds. */
  readonly producersWithinMs: number;
  /** And of any group or asker for producer ids. */
  readonly coordinatorsWithinMs: number;
  /** And of the controllers; 2,000 when left out. */
  readonly controllersWithinMs?: number;
  /** Does the damage, and waits long enough to see what it did; answers what else was measured. */
  run(stage: Stage): Promise<Finding | void>;
}

/** How long a cluster is watched after a kill. */
const WATCH_MS = 6_000;
/** A broker that was killed and is started again, from the end of log loading. */
const UNFENCED_WITHIN_MS = 1_000;
/** How long a coordinator is stopped. */
const STOPPED_MS = 4_000;
const MANY_TOPICS = 10;
const PARTITIONS_OF_EACH = 1_000;
const SESSION_TIMEOUT_MS = 9_000;
const CUT_MS = 200;
const CUTS_FOR_MS = 60_000;
/** A controller that is stopped is missed after controller.quorum.fetch.timeout.ms; then comes an election, and brokers hear of it. */
const STOPPED_CONTROLLER_MS = 5_000;
/** Pause between the restarts of a rolling restart, as an operator's script would wait for the service. */
const SETTLE_MS = 500;

const named = (services: readonly ServiceProcess[], nodeId: number): ServiceProcess => {
  const found = services.find((service) => service.nodeId === nodeId);
  if (found === undefined) throw new Error(`there is no service with node.id ${nodeId}`);
  return found;
};
/** When the present start of a service logged `words`, in milliseconds since 1970. */
function timeOf(service: ServiceProcess, words: string): number {
  const line = service.output().split('\n').find((text) => text.includes(words));
  if (line === undefined) throw new Error(`${service.name} did not say "${words}":\n${service.output()}`);
  return Date.parse(line.slice(0, line.indexOf(' ')));
}
const broker = ({ cluster }: Stage, index: number): ServiceProcess => cluster.of('broker')[index] as ServiceProcess;
const activeController = async ({ cluster, view }: Stage): Promise<ServiceProcess> => named(cluster.of('controller'), await view.activeController());

/** All services that a scenario killed or stopped run again, and all replicas are in sync. */
export async function heal(stage: Stage): Promise<void> {
  const { cluster, view } = stage;
  for (const service of cluster.services) {
    if (service.isRunning) service.resume();
    else await service.start();
  }
  const brokers = cluster.of('broker').length;
  await view.until('all brokers are back', async () => (await view.liveBrokers()).length === brokers);
  await inSync(stage);
}

/** Each is killed, missed for a while, and started again before the next. */
async function eachInTurn(services: readonly ServiceProcess[], mark: Stage['mark']): Promise<void> {
  for (const service of services) {
    mark(`${service.name} is killed`);
    await service.kill();
    await pause(WATCH_MS);
    mark(`${service.name} starts`);
    await service.start();
    await pause(WATCH_MS);
  }
}

async function inSync({ cluster, view, topic }: Stage): Promise<void> {
  const replicas = Math.min(3, cluster.of('broker').length);
  for (const name of [topic, '__consumer_offsets']) await view.until(`${name} is in sync`, async () => await view.isInSync(name, replicas), 120_000);
}

export const scenarios: readonly Scenario[] = [
  {
    name: 'broker', says: 'kill -9 of a broker', producersWithinMs: 1_000, coordinatorsWithinMs: 1_500,
    run: async (stage) => {
      await broker(stage, 0).kill();
      await pause(WATCH_MS);
    },
  },
  {
    name: 'restarted-broker', says: 'kill -9 of a broker that is started again at once', producersWithinMs: 1_000, coordinatorsWithinMs: 1_500,
    run: async (stage) => {
      const restarted = broker(stage, 1);
      await restarted.kill();
      stage.mark(`${restarted.name} starts`);
      await restarted.start();
      stage.mark(`${restarted.name} is ready`);
      await pause(WATCH_MS);
      const unfencedMs = timeOf(restarted, 'this broker is unfenced') - timeOf(restarted, 'partition logs are loaded');
      return { says: `unfenced ${unfencedMs} ms after its logs were loaded`, isGood: unfencedMs <= UNFENCED_WITHIN_MS };
    },
  },
  {
    name: 'controller', says: 'kill -9 of the active controller', producersWithinMs: 1_500, coordinatorsWithinMs: 1_500,
    run: async (stage) => {
      await (await activeController(stage)).kill();
      await pause(WATCH_MS);
    },
  },
  {
    name: 'controllers', says: 'kill -9 of each controller in turn', producersWithinMs: 1_500, coordinatorsWithinMs: 1_500, controllersWithinMs: 1_500,
    run: async ({ cluster, mark }) => await eachInTurn(cluster.of('controller'), mark),
  },
  {
    name: 'controller-and-broker', says: 'kill -9 of the active controller together with a broker', producersWithinMs: 2_000, coordinatorsWithinMs: 2_000,
    run: async (stage) => {
      const active = await activeController(stage);
      await Promise.all([active.kill(), broker(stage, 1).kill()]);
      await pause(WATCH_MS);
    },
  },
  {
    name: 'stopped-broker', says: 'SIGSTOP of a broker', producersWithinMs: SESSION_TIMEOUT_MS + 1_000, coordinatorsWithinMs: SESSION_TIMEOUT_MS + 1_000, controllersWithinMs: 5_500,
    run: async (stage) => {
      broker(stage, 2).pause();
      await pause(SESSION_TIMEOUT_MS + WATCH_MS);
    },
  },
  {
    name: 'stopped-controller', says: 'SIGSTOP of the active controller', producersWithinMs: 1_000, coordinatorsWithinMs: 1_500, controllersWithinMs: STOPPED_CONTROLLER_MS,
    run: async (stage) => {
      (await activeController(stage)).pause();
      await pause(SESSION_TIMEOUT_MS + WATCH_MS);
    },
  },
  {
    name: 'group-coordinators', says: 'kill -9 of each group coordinator in turn', producersWithinMs: 500, coordinatorsWithinMs: 1_500,
    run: async ({ cluster, mark }) => await eachInTurn(cluster.of('group-coordinator'), mark),
  },
  {
    name: 'transaction-coordinators', says: 'kill -9 of each transaction coordinator in turn', producersWithinMs: 500, coordinatorsWithinMs: 1_500,
    run: async ({ cluster, mark }) => await eachInTurn(cluster.of('transaction-coordinator'), mark),
  },
  {
    name: 'stopped-coordinators', says: 'SIGSTOP of each coordinator in turn, for 4 s', producersWithinMs: 500, coordinatorsWithinMs: 1_500,
    run: async ({ cluster, mark }) => {
      for (const coordinator of [...cluster.of('group-coordinator'), ...cluster.of('transaction-coordinator')]) {
        mark(`${coordinator.name} is stopped`);
        coordinator.pause();
        await pause(STOPPED_MS);
        mark(`${coordinator.name} goes on`);
        coordinator.resume();
        await pause(WATCH_MS);
      }
    },
  },
  {
    // A request to the controller gets through where a link lives long enough: how often depends on the machine.
    name: 'cut-links', says: 'links to the controllers cut every 200 ms for a minute, and no broker fenced', producersWithinMs: 1_000, coordinatorsWithinMs: 1_500, controllersWithinMs: CUTS_FOR_MS,
    run: async ({ cluster, links }) => {
      const fences = (): number => cluster.of('controller').reduce((count, controller) => count + (controller.output().match(/is fenced/g)?.length ?? 0), 0);
      const before = fences();
      links.cutEvery(CUT_MS);
      await pause(CUTS_FOR_MS);
      links.stopCutting();
      if (fences() > before) throw new Error('a broker that lives was fenced because its link was cut; see the logs of the controllers');
    },
  },
  {
    name: 'rolling', says: 'rolling restart of all services, one at a time, by SIGTERM', producersWithinMs: 500, coordinatorsWithinMs: 1_500,
    run: async (stage) => {
      const { cluster, mark } = stage;
      for (const service of cluster.services) {
        mark(`${service.name} stops`);
        await service.stop();
        mark(`${service.name} starts`);
        await service.start();
        mark(`${service.name} is ready`);
        if (service.role === 'broker') await inSync(stage);
        await pause(SETTLE_MS);
      }
    },
  },
  {
    name: 'many-partitions', says: 'kill -9 of the active controller with 10,000 more partitions', producersWithinMs: 1_500, coordinatorsWithinMs: 1_500, controllersWithinMs: 2_000,
    run: async (stage) => {
      const { view, mark } = stage;
      for (let topic = 0; topic < MANY_TOPICS; topic++) await view.ensureTopic(`many-${topic}`, PARTITIONS_OF_EACH, 1);
      await pause(WATCH_MS);
      const active = await activeController(stage);
      mark(`${active.name} is killed`);
      await active.kill();
      await pause(WATCH_MS);
    },
  },
];
