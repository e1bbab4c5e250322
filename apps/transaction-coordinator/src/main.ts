import 'reflect-metadata';
import { anyController, ConfigResourceType, ControllerChannel, fetchPatience, KnownControllers, MetadataLoader, MetadataObserver, type MetadataImage } from '@ottla/metadata';
import { EXPOSITION_CONTENT_TYPE, MetricsRegistry } from '@ottla/metrics';
import { brokerConfigs, resolveAll } from '@ottla/model';
import { limitHeapGrowth, lineLogger, nativeCrc32c, nodeCompression, nodeScheduler, systemClock, systemRandom } from '@ottla/platform';
import { observeProcess } from '@ottla/platform/observability';
import { startTracing } from '@ottla/platform/tracing';
import type { LinkHello } from '@ottla/rpc';
import { controllerLinks, grpcDialer } from '@ottla/rpc/grpc';
import { brokerDialer, planeSecurity, readPlaneSettings, readText, runPlane, runProgram, wantedControllers } from '@ottla/rpc/nest';
import { transactionConfigFrom, wireTransactionCoordinator } from './wiring.ts';

let known: { readonly offset: number; readonly config: ReturnType<typeof transactionConfigFrom> } | undefined;

/** Configs in force for the whole cluster; resolved again only when the metadata moved. */
function transactionConfigAt(image: MetadataImage, settings: ReadonlyMap<string, string>): ReturnType<typeof transactionConfigFrom> {
  if (known?.offset !== image.offset) {
    const layers = { dynamicBroker: new Map<string, string>(), dynamicDefault: image.configOf(ConfigResourceType.BROKER, ''), staticBroker: settings };
    known = { offset: image.offset, config: transactionConfigFrom(resolveAll(brokerConfigs, layers)) };
  }
  return known.config;
}

/** The transaction coordinator as a process of its own: it follows the controller and dials brokers; nobody dials it. */
async function main(): Promise<void> {
  const settings = readPlaneSettings(process.argv.slice(2), readText);
  const { nodeId, kafka, brokers, clusterId = null, action } = settings;
  if (action === 'format') throw new Error('a coordinator keeps nothing on disk: there is nothing to format');
  const addresses = wantedControllers(settings);

  const logger = lineLogger({ level: process.env['OTTLA_LOG_LEVEL'] === 'debug' ? 'debug' : 'info' });
  const tracing = await startTracing({ name: 'ottla-transaction-coordinator', instanceId: String(nodeId), random: systemRandom, logger });
  const scheduler = nodeScheduler();
  const security = await planeSecurity({ settings, clusterId: settings.clusterId, listens: false, clock: systemClock, scheduler, logger, readText });
  const ports = { clock: systemClock, scheduler, security, random: systemRandom, logger, crc: nativeCrc32c, compression: nodeCompression(), metrics: new MetricsRegistry(), tracer: tracing?.tracer };
  const loader = new MetadataLoader(clusterId ?? '');
  const onFatal = (cause: Error): void => {
    logger.error('the transaction coordinator cannot go on and stops; its state is in the log', { error: cause.message });
    process.exit(1);
  };
  const hello: LinkHello = { role: 'transaction-coordinator', nodeId, incarnationId: systemRandom.uuid(), clusterId };
  const controllers = new KnownControllers({ configured: addresses, learns: settings.learnsControllers, dialerOf: (address) => grpcDialer({ ...ports, kind: controllerLinks, ...address }), logger });
  const channel = new ControllerChannel({ ...ports, controllers, hello });
  const observer = new MetadataObserver({ ...ports, ...fetchPatience(controllers.dials.length), loader, onFatal, hello, dial: anyController({ ...ports, controllers }), onLeader: (epoch) => channel.leaderChanged(epoch), onVoters: (voters) => controllers.learn(voters) });

  const transactions = wireTransactionCoordinator({
    ...ports, nodeId, clusterId,
    dialBroker: brokerDialer({ ...ports, brokers, planeEndpointOf: (broker) => loader.image.brokers.get(broker)?.planeEndpoint }),
    allocateProducerIds: (request, { timeoutMs }) => channel.call(timeoutMs, (controller, call) => controller.allocateProducerIds(request, call), { isRepeatable: true }),
    image: () => loader.image,
    transactionConfig: () => transactionConfigAt(loader.image, kafka),
  });
  loader.addPublisher(transactions.publisher);
  const hindrances = (): readonly string[] => [...(observer.isFollowing ? [] : ['no controller that has a quorum is reached']), ...transactions.hindrances()];
  const observed = await observeProcess(settings.metricsListen, { ...ports, contentType: EXPOSITION_CONTENT_TYPE, hindrances });

  await runPlane(
    {
      start: async () => {
        observer.start();
        limitHeapGrowth();
        process.stdout.write(`transaction coordinator ${nodeId}\nready: follows the controllers at ${addresses.map(({ host, port }) => `${host}:${port}`).join(', ')}\n`);
        await Promise.resolve();
      },
      stop: async () => {
        transactions.stop('the transaction coordinator stops');
        channel.close('the transaction coordinator stops');
        await observer.stop();
        await observed?.close();
        await tracing?.shutdown();
      },
    },
    logger,
  );
}

runProgram('transaction coordinator', main);
