import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { MetadataLoader, MetadataObserver } from '@ottla/metadata';
import { EXPOSITION_CONTENT_TYPE, MetricsRegistry } from '@ottla/metrics';
import { ErrorCode, KafkaError, type BrokerId } from '@ottla/model';
import { limitHeapGrowth, lineLogger, nativeCrc32c, nodeCompression, nodeScheduler, systemClock, systemRandom } from '@ottla/platform';
import { observeProcess } from '@ottla/platform/observability';
import type { ControllerService, Link, LinkHello } from '@ottla/rpc';
import { controllerLinks, grpcDialer, shardHostLinks } from '@ottla/rpc/grpc';
import { readPlaneSettings, runPlane, runProgram, wanted } from '@ottla/rpc/nest';
import { wireTransactionCoordinator } from './wiring.ts';

/** The transaction coordinator as a process of its own: it follows the controller and dials brokers; nobody dials it. */
async function main(): Promise<void> {
  const settings = readPlaneSettings(process.argv.slice(2), (path) => readFileSync(path, 'utf8'));
  const { nodeId, controller, brokers, clusterId = null, action } = settings;
  if (action === 'format') throw new Error('a coordinator keeps nothing on disk: there is nothing to format');
  const controllerAddress = wanted('ottla.controller.address', controller);
  if (brokers.size === 0) wanted('ottla.broker.addresses', undefined);

  const logger = lineLogger({ level: process.env['OTTLA_LOG_LEVEL'] === 'debug' ? 'debug' : 'info' });
  const ports = { clock: systemClock, scheduler: nodeScheduler(), random: systemRandom, logger, crc: nativeCrc32c, compression: nodeCompression(), metrics: new MetricsRegistry() };
  const loader = new MetadataLoader(clusterId ?? '');
  const onFatal = (cause: Error): void => {
    logger.error('the transaction coordinator cannot go on and stops; its state is in the log', { error: cause.message });
    process.exit(1);
  };
  const hello: LinkHello = { role: 'transaction-coordinator', nodeId, incarnationId: systemRandom.uuid(), clusterId };
  const dialController = grpcDialer({ ...ports, kind: controllerLinks, ...controllerAddress });
  const observer = new MetadataObserver({ ...ports, loader, onFatal, hello, dial: dialController });
  const dialers = new Map([...brokers].map(([id, address]) => [id, grpcDialer({ ...ports, kind: shardHostLinks, ...address })]));

  // Blocks of producer ids are wanted rarely: the link is dialed for one when it is not open.
  let link: Link<ControllerService> | undefined;
  const transactions = wireTransactionCoordinator({
    ...ports, nodeId, clusterId,
    dialBroker: (broker: BrokerId) => dialers.get(broker) ?? (() => Promise.reject(new KafkaError(ErrorCode.NETWORK_EXCEPTION, `ottla.broker.addresses does not name broker ${broker}`))),
    allocateProducerIds: async (request, call) => {
      if (link?.isOpen !== true) link = await dialController(hello, {});
      return await link.remote.allocateProducerIds(request, call);
    },
    image: () => loader.image,
  });
  loader.addPublisher(transactions.publisher);
  const hindrances = (): readonly string[] => [...(observer.isFollowing ? [] : ['the controller is not reached']), ...transactions.hindrances()];
  const observed = await observeProcess(settings.metricsListen, { ...ports, contentType: EXPOSITION_CONTENT_TYPE, hindrances });

  await runPlane(
    {
      start: async () => {
        observer.start();
        limitHeapGrowth();
        process.stdout.write(`transaction coordinator ${nodeId}\nready: follows the controller at ${controllerAddress.host}:${controllerAddress.port}\n`);
        await Promise.resolve();
      },
      stop: async () => {
        transactions.stop('the transaction coordinator stops');
        link?.close('the transaction coordinator stops');
        await observer.stop();
        await observed?.close();
      },
    },
    logger,
  );
}

runProgram('transaction coordinator', main);
