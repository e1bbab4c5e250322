import 'reflect-metadata';
import type { GroupConfig } from '@ottla/coordinator';
import { anyController, ConfigResourceType, fetchPatience, KnownControllers, MetadataLoader, MetadataObserver, type MetadataImage } from '@ottla/metadata';
import { EXPOSITION_CONTENT_TYPE, MetricsRegistry } from '@ottla/metrics';
import { brokerConfigs, resolveAll } from '@ottla/model';
import { limitHeapGrowth, lineLogger, nativeCrc32c, nodeCompression, nodeScheduler, systemClock, systemRandom } from '@ottla/platform';
import { observeProcess } from '@ottla/platform/observability';
import { startTracing } from '@ottla/platform/tracing';
import { controllerLinks, grpcDialer } from '@ottla/rpc/grpc';
import { brokerDialer, planeSecurity, readPlaneSettings, readText, runPlane, runProgram, wantedControllers } from '@ottla/rpc/nest';
import { groupConfigFrom, offsetsCompressionFrom, wireGroupCoordinator } from './wiring.ts';

let known: { readonly offset: number; readonly config: GroupConfig } | undefined;

/** Group configs in force for the whole cluster; resolved again only when the metadata moved. */
function groupConfigAt(image: MetadataImage, settings: ReadonlyMap<string, string>): GroupConfig {
  if (known?.offset !== image.offset) {
    const layers = { dynamicBroker: new Map<string, string>(), dynamicDefault: image.configOf(ConfigResourceType.BROKER, ''), staticBroker: settings };
    known = { offset: image.offset, config: groupConfigFrom(resolveAll(brokerConfigs, layers)) };
  }
  return known.config;
}

/** The group coordinator as a process of its own: it follows the controller and dials brokers; nobody dials it. */
async function main(): Promise<void> {
  const settings = readPlaneSettings(process.argv.slice(2), readText);
  const { nodeId, kafka, brokers, clusterId = null, action } = settings;
  if (action === 'format') throw new Error('a coordinator keeps nothing on disk: there is nothing to format');
  const addresses = wantedControllers(settings);

  const logger = lineLogger({ level: process.env['OTTLA_LOG_LEVEL'] === 'debug' ? 'debug' : 'info' });
  const tracing = await startTracing({ name: 'ottla-group-coordinator', instanceId: String(nodeId), random: systemRandom, logger });
  const scheduler = nodeScheduler();
  const security = await planeSecurity({ settings, clusterId: settings.clusterId, listens: false, clock: systemClock, scheduler, logger, readText });
  const ports = { clock: systemClock, scheduler, security, random: systemRandom, logger, crc: nativeCrc32c, compression: nodeCompression(), metrics: new MetricsRegistry(), tracer: tracing?.tracer };
  const loader = new MetadataLoader(clusterId ?? '');
  const onFatal = (cause: Error): void => {
    logger.error('the group coordinator cannot go on and stops; its state is in the log', { error: cause.message });
    process.exit(1);
  };
  const controllers = new KnownControllers({ configured: addresses, learns: settings.learnsControllers, dialerOf: (address) => grpcDialer({ ...ports, kind: controllerLinks, ...address }), logger });
  const observer = new MetadataObserver({
    ...ports, ...fetchPatience(controllers.dials.length), loader, onFatal,
    hello: { role: 'group-coordinator', nodeId, incarnationId: systemRandom.uuid(), clusterId },
    dial: anyController({ ...ports, controllers }),
    onVoters: (voters) => controllers.learn(voters),
  });
  const groups = wireGroupCoordinator({
    ...ports, nodeId, clusterId,
    dialBroker: brokerDialer({ ...ports, brokers, planeEndpointOf: (broker) => loader.image.brokers.get(broker)?.planeEndpoint }),
    image: () => loader.image,
    groupConfig: () => groupConfigAt(loader.image, kafka),
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
        await observer.stop();
        await observed?.close();
        await tracing?.shutdown();
      },
    },
    logger,
  );
}

runProgram('group coordinator', main);
