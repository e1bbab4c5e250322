import 'reflect-metadata';
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { formatMetadata } from '@ottla/metadata';
import { ConfigError } from '@ottla/model';
import { EXPOSITION_CONTENT_TYPE, MetricsRegistry } from '@ottla/metrics';
import { limitHeapGrowth, machinePorts, nodeDisk, processLogger } from '@ottla/platform';
import { observeProcess } from '@ottla/platform/observability';
import { startTracing } from '@ottla/platform/tracing';
import { controllerLinks, grpcDialer, grpcLinkServer, raftLinks, type GrpcLinkServer } from '@ottla/rpc/grpc';
import { planeReach, planeSecurity, readPlaneSettings, readText, runPlane, runProgram, wanted, type PlaneSettings } from '@ottla/rpc/nest';
import type { VoterEndpoint } from '@ottla/raft';
import { readMetaProperties, SegmentFiles } from '@ottla/storage';
import { brokerProbe } from './broker-probe.ts';
import { CONTROLLER_LISTENER, parseBootstrapServers, parseQuorumVoters } from './quorum/quorum-voters.ts';
import { wireControllerQuorum } from './wiring.ts';

/** How long a controller that does not refuse may take to be reached. */
const DIAL_TIMEOUT_MS = 2_000;

const disk = nodeDisk();
const machine = machinePorts();
const logger = processLogger();

/** The metadata log's folder: metadata.log.dir, else log.dirs. */
function folderOf({ kafka }: PlaneSettings): string {
  return resolve(wanted('metadata.log.dir', kafka.get('metadata.log.dir') ?? kafka.get('log.dirs')));
}

/** Where other controllers and the planes reach this one: as the voters have it, else where it listens. */
function endpointsOf({ kafka, nodeId, listen }: PlaneSettings): readonly VoterEndpoint[] {
  const own = parseQuorumVoters(kafka.get('controller.quorum.voters')).find(({ id }) => id === nodeId);
  return own?.endpoints ?? [{ name: CONTROLLER_LISTENER, ...listen }];
}

/**
 * Prepares the folder, and tells the cluster's id, which brokers are formatted with. The quorum begins with
 * controller.quorum.voters; with this node alone when that is left out; a controller that only names
 * controller.quorum.bootstrap.servers observes until it is added.
 */
function format(settings: PlaneSettings): void {
  const folder = folderOf(settings);
  const voters = parseQuorumVoters(settings.kafka.get('controller.quorum.voters'));
  const joins = voters.length === 0 && parseBootstrapServers(settings.kafka.get('controller.quorum.bootstrap.servers')).length > 0;
  if ((voters.length > 1 || joins) && settings.clusterId === undefined) throw new ConfigError('ottla.cluster.id', 'ottla.cluster.id is wanted: all controllers of a quorum are formatted with the same');
  mkdirSync(folder, { recursive: true });
  const { clusterId } = formatMetadata({
    ...machine, disk,
    nodeId: settings.nodeId,
    logDirs: [folder],
    metadataLogDir: folder,
    endpoints: endpointsOf(settings),
    ...(voters.length > 0 || joins ? { voters } : {}),
    ...(settings.clusterId === undefined ? {} : { clusterId: settings.clusterId }),
  });
  process.stdout.write(`formatted ${folder} for cluster ${clusterId}\n`);
}

/** The control plane as a process of its own: one controller of the quorum, or all of it. */
async function main(): Promise<void> {
  const settings = readPlaneSettings(process.argv.slice(2), readText, ['metadata.log.dir']);
  if (settings.action === 'format') return format(settings);
  const folder = folderOf(settings);
  const meta = readMetaProperties(disk, folder);
  if (meta === undefined) throw new Error(`${folder} is not formatted: run the same command with format before its arguments first`);
  if (meta.nodeId !== settings.nodeId) throw new Error(`${folder} belongs to node ${meta.nodeId}, not to node ${settings.nodeId}: set node.id=${meta.nodeId}, or give this node a metadata.log.dir of its own`);
  const lock = disk.lock(`${folder}/.lock`);
  if (lock === undefined) throw new Error(`another process uses ${folder}`);

  const metrics = new MetricsRegistry();
  const tracing = await startTracing({ name: 'ottla-controller', instanceId: String(settings.nodeId), random: machine.random, logger });
  const links = { ...machine, logger, security: await planeSecurity({ ...machine, settings, clusterId: meta.clusterId, listens: true, logger, readText }) };
  const controller = wireControllerQuorum({
    ...machine, disk, logger, metrics,
    tracer: tracing?.tracer,
    segmentFiles: new SegmentFiles(disk),
    nodeId: settings.nodeId,
    clusterId: meta.clusterId,
    metadataLogDir: folder,
    directoryId: meta.directoryId,
    endpoints: endpointsOf(settings),
    quorum: {
      dial: ({ endpoints: [endpoint] }) => (endpoint === undefined ? undefined : grpcDialer({ kind: raftLinks, host: endpoint.host, port: endpoint.port, ...links, dialTimeoutMs: DIAL_TIMEOUT_MS })),
      bootstrap: parseBootstrapServers(settings.kafka.get('controller.quorum.bootstrap.servers')),
    },
    settings: settings.kafka,
    isGone: brokerProbe(links, { role: 'controller', nodeId: settings.nodeId, incarnationId: machine.random.uuid(), clusterId: meta.clusterId }),
    onFatal: (cause) => {
      logger.error('the controller cannot go on and stops; what it acknowledged is in the metadata log', { error: cause.message });
      process.exit(1);
    },
  });

  let server: GrpcLinkServer | undefined;
  const observed = await observeProcess(settings.metricsListen, { metrics, contentType: EXPOSITION_CONTENT_TYPE, hindrances: controller.hindrances, logger });
  await runPlane(
    {
      start: async () => {
        server = await grpcLinkServer({ ...settings.listen, ...links });
        controller.start();
        server.accept(raftLinks, controller.acceptRaft);
        server.accept(controllerLinks, controller.accept);
        limitHeapGrowth();
        process.stdout.write(`controller ${settings.nodeId} of cluster ${meta.clusterId}, data in ${folder}\nready for planes at ${server.host}:${server.port} (${planeReach(server, links.security)})\n`);
      },
      stop: async () => {
        await controller.handOver();
        await server?.close('the controller stops');
        await controller.stop();
        lock.release();
        await observed?.close();
        await tracing?.shutdown();
      },
    },
    logger,
  );
}

runProgram('controller', main);
