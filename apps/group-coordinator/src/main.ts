import 'reflect-metadata';
import { clusterConfigs, followControllers, KnownControllers, oncePerOffset } from '@ottla/metadata';
import { EXPOSITION_CONTENT_TYPE, MetricsRegistry } from '@ottla/metrics';
import { limitHeapGrowth, machinePorts, processLogger } from '@ottla/platform';
import { observeProcess } from '@ottla/platform/observability';
import { startTracing } from '@ottla/platform/tracing';
import { controllerLinks, grpcDialer } from '@ottla/rpc/grpc';
import { brokerDialer, planeSecurity, readPlaneSettings, readText, runPlane, runProgram, wantedControllers } from '@ottla/rpc/nest';
import { groupConfigFrom, offsetsCompressionFrom, wireGroupCoordinator } from './wiring.ts';

/** The group coordinator as a process of its own: it follows the controllers and dials brokers; nobody dials it. */
async function main(): Promise<void> {
  const settings = readPlaneSettings(process.argv.slice(2), readText);
  const { nodeId, kafka, brokers, clusterId = null, action } = settings;
  if (action === 'format') throw new Error('a coordinator keeps nothing on disk: there is nothing to format');
  const addresses = wantedControllers(settings);

  const machine = { ...machinePorts(), logger: processLogger() };
  const { logger, random } = machine;
  const tracing = await startTracing({ name: 'ottla-group-coordinator', instanceId: String(nodeId), random, logger });
  const security = await planeSecurity({ ...machine, settings, clusterId: settings.clusterId, listens: false, readText });
  const ports = { ...machine, security, metrics: new MetricsRegistry(), tracer: tracing?.tracer };

  const controllers = new KnownControllers({ configured: addresses, learns: settings.learnsControllers, dialerOf: (address) => grpcDialer({ ...ports, kind: controllerLinks, ...address }), logger });
  const { loader, image, observer, channel } = followControllers({
    ...ports, controllers,
    hello: { role: 'group-coordinator', nodeId, incarnationId: random.uuid(), clusterId },
    onVoters: (voters) => controllers.learn(voters),
    onFatal: (cause) => {
      logger.error('the group coordinator cannot go on and stops; its state is in the log', { error: cause.message });
      process.exit(1);
    },
  });
  const groups = wireGroupCoordinator({
    ...ports, nodeId, clusterId, image,
    dialBroker: brokerDialer({ ...ports, brokers, planeEndpointOf: (broker) => image().brokers.get(broker)?.planeEndpoint }),
    groupConfig: oncePerOffset(image, (now) => groupConfigFrom(clusterConfigs(now, kafka))),
    limits: { compressionType: offsetsCompressionFrom(kafka) },
  });
  loader.addPublisher(groups.publisher);
  const hindrances = (): readonly string[] => [...(observer.isFollowing ? [] : ['no controller that has a quorum is reached']), ...groups.hindrances()];
  const observed = await observeProcess(settings.metricsListen, { ...ports, contentType: EXPOSITION_CONTENT_TYPE, hindrances });

  await runPlane(
    {
      start: async () => {
        observer.start();
        limitHeapGrowth();
        process.stdout.write(`group coordinator ${nodeId}\nready: follows the controllers at ${addresses.map(({ host, port }) => `${host}:${port}`).join(', ')}\n`);
        await Promise.resolve();
      },
      stop: async () => {
        groups.stop('the group coordinator stops');
        channel.close('the group coordinator stops');
        await observer.stop();
        await observed?.close();
        await tracing?.shutdown();
      },
    },
    logger,
  );
}

runProgram('group coordinator', main);
