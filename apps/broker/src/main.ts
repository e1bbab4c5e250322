import 'reflect-metadata';
import { mkdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { formatMetadata, KnownControllers } from '@ottla/metadata';
import { EXPOSITION_CONTENT_TYPE, MetricsRegistry } from '@ottla/metrics';
import { limitHeapGrowth, limitNativeMemory, machinePorts, nodeDisk, processLogger, sizeSocketBuffers } from '@ottla/platform';
import { observeProcess } from '@ottla/platform/observability';
import { startTracing } from '@ottla/platform/tracing';
import { brokerLinks, controllerLinks, grpcDialer, grpcLinkServer, shardHostLinks, type GrpcLinkServer } from '@ottla/rpc/grpc';
import { planeReach, planeSecurity, readPlaneSettings, readText, runPlane, runProgram, wanted, wantedControllers, type PlaneSettings } from '@ottla/rpc/nest';
import { readMetaProperties, scanSegment, SegmentFiles } from '@ottla/storage';
import { startCleanerThread } from './cleaner/cleaner-thread.ts';
import { startOpeningThread } from './opening/opening-thread.ts';
import { brokerListenersFrom } from './listener-settings.ts';
import { scanPool } from './scan/scan-pool.ts';
import { SslFiles } from './ssl/ssl-files.ts';
import { wireBroker, type BrokerListener } from './wiring.ts';

const disk = nodeDisk({ sendsFiles: true });
const machine = machinePorts();
const logger = processLogger();

function folderOf({ kafka }: PlaneSettings): string {
  return resolve(wanted('log.dirs', kafka.get('log.dirs') ?? kafka.get('log.dir')));
}

/** Prepares the folder for the cluster whose id the controller's format told. */
function format(settings: PlaneSettings): void {
  const folder = folderOf(settings);
  const clusterId = wanted('ottla.cluster.id', settings.clusterId);
  mkdirSync(folder, { recursive: true });
  formatMetadata({ ...machine, disk, nodeId: settings.nodeId, logDirs: [folder], metadataLogDir: '', endpoints: [], clusterId });
  process.stdout.write(`formatted ${folder} for cluster ${clusterId}\n`);
}

/** What others dial: where every interface is bound, the host that clients are told too. */
function planeEndpointOf({ host, port }: GrpcLinkServer, [first]: readonly BrokerListener[]): string {
  const isEvery = host === '0.0.0.0' || host === '::';
  const reached = isEvery ? (first?.advertisedHost ?? host) : host;
  return `${reached.includes(':') ? `[${reached}]` : reached}:${port}`;
}

/** The data plane as a process of its own. Coordinators dial its plane end point, clients its listeners. */
async function main(): Promise<void> {
  const settings = readPlaneSettings(process.argv.slice(2), readText);
  if (settings.action === 'format') return format(settings);
  const folder = folderOf(settings);
  const configured = wantedControllers(settings);
  const { listeners, ssl } = brokerListenersFrom(settings.kafka);
  const meta = readMetaProperties(disk, folder);
  if (meta === undefined) throw new Error(`${folder} is not formatted: run the same command with format before its arguments first`);
  if (meta.nodeId !== settings.nodeId) throw new Error(`${folder} belongs to node ${meta.nodeId}, not to node ${settings.nodeId}: set node.id=${meta.nodeId}, or give this node a log.dirs of its own`);

  limitNativeMemory(machine.scheduler);
  const metrics = new MetricsRegistry();
  const tracing = await startTracing({ name: 'ottla-broker', instanceId: String(settings.nodeId), random: machine.random, logger });
  const security = await planeSecurity({ ...machine, settings, clusterId: meta.clusterId, listens: true, logger, readText });
  const links = { ...machine, logger, security };
  const controllers = new KnownControllers({ configured, learns: settings.learnsControllers, dialerOf: (address) => grpcDialer({ ...links, kind: controllerLinks, ...address }), logger });
  const scans = scanPool((request) => scanSegment(disk, machine.crc, request));
  let server: GrpcLinkServer | undefined;
  const broker = wireBroker({
    ...machine, disk, logger, metrics, listeners, sizeSocketBuffers,
    ssl: ssl === undefined ? undefined : new SslFiles({ settings: ssl, readFile: (path) => readFileSync(path), scheduler: machine.scheduler, logger }),
    tracer: tracing?.tracer,
    segmentFiles: new SegmentFiles(disk),
    brokerId: settings.nodeId,
    rack: settings.kafka.get('broker.rack') ?? null,
    clusterId: meta.clusterId,
    logDir: folder,
    directoryId: meta.directoryId,
    settings: settings.kafka,
    controllers,
    onVoters: (voters) => controllers.learn(voters),
    planeEndpoint: () => planeEndpointOf(server as GrpcLinkServer, listeners),
    scan: scans.scan,
    startCleaner: startCleanerThread,
    startOpening: startOpeningThread,
    onFatal: (cause) => {
      logger.error('the broker cannot go on and stops; acknowledged records are in the log', { error: cause.message });
      process.exit(1);
    },
  });

  const observed = await observeProcess(settings.metricsListen, { metrics, contentType: EXPOSITION_CONTENT_TYPE, hindrances: broker.hindrances, logger });
  await runPlane(
    {
      start: async () => {
        server = await grpcLinkServer({ ...settings.listen, ...links });
        server.accept(shardHostLinks, broker.acceptCoordinator);
        server.accept(brokerLinks, broker.acceptController);
        process.stdout.write(`broker ${settings.nodeId} of cluster ${meta.clusterId}, data in ${folder}\nplane end point at ${server.host}:${server.port} (${planeReach(server, security)})\n`);
        try {
          await broker.start();
        } finally {
          scans.close();
        }
        limitHeapGrowth();
        process.stdout.write(`ready for Kafka clients at ${broker.addresses().map(({ name, host, port }) => `${name}://${host}:${port}`).join(', ')}\n`);
      },
      stop: async () => {
        await broker.stop();
        await server?.close('the broker stops');
        await observed?.close();
        await tracing?.shutdown();
      },
    },
    logger,
  );
}

runProgram('broker', main);
