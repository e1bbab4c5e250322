import type { CoordinatorPlane, CoordinatorPlaneOptions, CoordinatorRole } from '@ottla/coordinator';
import { clusterConfigs, followControllers, KnownControllers, oncePerOffset, type ControllerChannel } from '@ottla/metadata';
import { EXPOSITION_CONTENT_TYPE, MetricsRegistry } from '@ottla/metrics';
import { limitHeapGrowth, machinePorts, processLogger } from '@ottla/platform';
import { observeProcess } from '@ottla/platform/observability';
import { startTracing } from '@ottla/platform/tracing';
import { controllerLinks, grpcDialer } from '@ottla/rpc/grpc';
import { brokerDialer, planeSecurity, readPlaneSettings, readText, runPlane, runProgram, wantedControllers } from '@ottla/rpc/nest';

/** What a coordinator's process has for its plane. */
export interface CoordinatorSurroundings extends CoordinatorPlaneOptions {
  /** To the active controller. */
  readonly channel: ControllerChannel;
  /** Kafka's configs that this process was started with. */
  readonly kafka: ReadonlyMap<string, string>;
  /** What `read` makes of the broker configs that hold for the whole cluster, anew when the metadata moved. */
  readonly fromConfigs: <T>(read: (configs: ReadonlyMap<string, string>) => T) => () => T;
}

export type WireCoordinator<R> = (surroundings: CoordinatorSurroundings) => CoordinatorPlane<R>;

/**
 * Runs a coordinator as a process of its own: it follows the controllers and dials brokers; nobody dials it, and it keeps
 * nothing on disk. `reflect-metadata` is imported by the program before this.
 *
 * Ordering: the plane's publisher is registered before the first metadata is asked for, and the plane stops before what it
 * dials with.
 */
export function runCoordinator<R>(role: CoordinatorRole, wire: WireCoordinator<R>): void {
  const name = role.replace('-', ' ');
  runProgram(name, () => startCoordinator(role, name, wire));
}

async function startCoordinator<R>(role: CoordinatorRole, name: string, wire: WireCoordinator<R>): Promise<void> {
  const settings = readPlaneSettings(process.argv.slice(2), readText);
  const { nodeId, kafka, brokers, clusterId = null, action } = settings;
  if (action === 'format') throw new Error('a coordinator keeps nothing on disk: there is nothing to format');
  const addresses = wantedControllers(settings);

  const machine = { ...machinePorts(), logger: processLogger() };
  const { logger, random } = machine;
  const tracing = await startTracing({ name: `ottla-${role}`, instanceId: String(nodeId), random, logger });
  const security = await planeSecurity({ ...machine, settings, clusterId: settings.clusterId, listens: false, readText });
  const ports = { ...machine, security, metrics: new MetricsRegistry(), tracer: tracing?.tracer };

  const controllers = new KnownControllers({ configured: addresses, learns: settings.learnsControllers, dialerOf: (address) => grpcDialer({ ...ports, kind: controllerLinks, ...address }), logger });
  const { loader, image, observer, channel } = followControllers({
    ...ports, controllers,
    hello: { role, nodeId, incarnationId: random.uuid(), clusterId },
    onVoters: (voters) => controllers.learn(voters),
    onFatal: (cause) => {
      logger.error(`the ${name} cannot go on and stops; its state is in the log`, { error: cause.message });
      process.exit(1);
    },
  });
  const plane = wire({
    ...ports, nodeId, clusterId, image, channel, kafka,
    dialBroker: brokerDialer({ ...ports, brokers, planeEndpointOf: (broker) => image().brokers.get(broker)?.planeEndpoint }),
    fromConfigs: (read) => oncePerOffset(image, (now) => read(clusterConfigs(now, kafka))),
  });
  loader.addPublisher(plane.publisher);
  const hindrances = (): readonly string[] => [...(observer.isFollowing ? [] : ['no controller that has a quorum is reached']), ...plane.hindrances()];
  const observed = await observeProcess(settings.metricsListen, { ...ports, contentType: EXPOSITION_CONTENT_TYPE, hindrances });

  await runPlane(
    {
      start: async () => {
        observer.start();
        limitHeapGrowth();
        process.stdout.write(`${name} ${nodeId}\nready: follows the controllers at ${addresses.map(({ host, port }) => `${host}:${port}`).join(', ')}\n`);
        await Promise.resolve();
      },
      stop: async () => {
        plane.stop(`the ${name} stops`);
        channel.close(`the ${name} stops`);
        await observer.stop();
        await observed?.close();
        await tracing?.shutdown();
      },
    },
    logger,
  );
}
