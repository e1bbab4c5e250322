import { wireBroker, type BrokerListener, type BrokerOptions, type BrokerWiring, type StartCleaner } from '@ottla/broker/wiring';
import { wireControllerQuorum, type ControllerQuorumWiring } from '@ottla/controller-quorum/wiring';
import { groupConfigFrom, offsetsCompressionFrom, wireGroupCoordinator } from '@ottla/group-coordinator/wiring';
import { formatMetadata, oncePerOffset } from '@ottla/metadata';
import { brokerConfigs, ErrorCode, KafkaError, labelledMetrics, OFFSETS_TOPIC, resolveAll, TRANSACTION_STATE_TOPIC, type BrokerId, type Disk, type ProcessPorts, type Uuid } from '@ottla/model';
import {
  controllerClientMethods,
  controllerMethods,
  coordinatorMethods,
  inProcessPort,
  shardHostMethods,
  type BrokerEndpoint,
  type ControllerClientService,
  type ControllerService,
  type CoordinatorService,
  type InProcessPort,
  type ShardHostService,
} from '@ottla/rpc';
import { SegmentFiles, type SegmentScan, type SegmentScanRequest } from '@ottla/storage';
import { transactionConfigFrom, wireTransactionCoordinator } from '@ottla/transaction-coordinator/wiring';
import { shardsServe } from './shards-serve.ts';

/** One broker of the process. The first one's folder holds the metadata log too. */
export interface NodeOptions {
  readonly nodeId: BrokerId;
  /** Absolute path; made when it is missing. */
  readonly logDir: string;
  readonly listeners: readonly BrokerListener[];
  readonly rack: string | null;
}

export interface OneProcessOptions extends ProcessPorts {
  readonly disk: Disk;
  /** At least one. */
  readonly nodes: readonly NodeOptions[];
  /** server.properties and --set, checked, with the defaults of the one-node form. */
  readonly settings: ReadonlyMap<string, string>;
  readonly scan?: (request: SegmentScanRequest) => Promise<SegmentScan>;
  readonly startCleaner?: StartCleaner;
  readonly startOpening?: BrokerOptions['startOpening'];
  readonly sizeSocketBuffers?: BrokerOptions['sizeSocketBuffers'];
  /** Of listeners with SSL. */
  readonly ssl?: BrokerOptions['ssl'];
  /** The process must stop. */
  onFatal(cause: Error): void;
}

export interface OneProcess {
  readonly clusterId: string;
  /** Client addresses of every broker, once `start` settled. */
  readonly addresses: () => readonly BrokerEndpoint[];
  readonly controller: ControllerQuorumWiring;
  readonly brokers: readonly BrokerWiring[];
  /** What keeps the process from serving, in words; empty: every plane is ready. */
  readonly hindrances: () => readonly string[];
  /** Settles when clients are served. */
  start(): Promise<void>;
  /**
   * Starts a broker again over its folder, after it was stopped or abandoned by itself; settles when it serves clients.
   * Throws an Error for the first one.
   */
  startAgain(nodeId: BrokerId): Promise<BrokerWiring>;
  /** Ordered: coordinators, brokers, controller. */
  stop(): Promise<void>;
  /** Lets go of files and sockets at once: for folders that nobody needs any more, and after a start that failed. Settles when no file is touched any more. */
  abandon(): Promise<void>;
}

/** Port of the quorum's voter record. Nothing listens there while the controller is reached inside the process. */
const CONTROLLER_ENDPOINT = { name: 'CONTROLLER', host: 'localhost', port: 9093 };

/**
 * Every plane in one process, wired as the separate services are, with in-process links between them. Each step takes
 * what the ones before it made: folders -> links -> brokers (each takes its folder's lock) -> controller -> coordinators.
 */
export function wireOneProcess(options: OneProcessOptions): OneProcess {
  const { nodes } = options;
  const [first] = nodes;
  if (first === undefined) throw new Error('a process needs at least one node');
  const shared: Shared = { ...options, ...formatFolders(options), segmentFiles: new SegmentFiles(options.disk) };

  const links = wireLinks(options);
  const brokers = nodes.map((node) => wireNode(shared, links, node));
  const controller = wireController(shared, links, first);
  const { groups, transactions, loaded } = wireCoordinators(shared, links, first, brokers);

  return {
    clusterId: shared.clusterId, controller, brokers,
    addresses: () => brokers.flatMap((broker) => broker.addresses()),
    hindrances: () => [...controller.hindrances(), ...brokers.flatMap((broker) => broker.hindrances()), ...groups.hindrances(), ...transactions.hindrances()],
    start: async () => {
      controller.start();
      // The coordinators read the first broker's image, and are told of its changes after it.
      await Promise.all(brokers.map((broker, index) => broker.start({ publishers: index === 0 ? [groups.publisher, transactions.publisher] : [], beforeServing: loaded })));
    },
    startAgain: async (nodeId) => {
      const index = nodes.findIndex((node) => node.nodeId === nodeId);
      const node = nodes[index];
      if (node === undefined || node === first) throw new Error(`broker ${nodeId} cannot be started again: it is none of this process, or the one whose metadata the coordinators read`);
      const broker = (brokers[index] = wireNode(shared, links, node));
      await broker.start({ beforeServing: loaded });
      return broker;
    },
    stop: async () => {
      groups.stop('the process stops');
      transactions.stop('the process stops');
      await Promise.all(brokers.map((broker) => broker.stop()));
      links.controller.close('the process stops');
      await controller.stop();
    },
    abandon: async () => {
      groups.stop('the process is abandoned');
      transactions.stop('the process is abandoned');
      // It would take the end of every broker for a death, and elect leaders nobody needs.
      controller.controller.stop();
      await Promise.all(brokers.map((broker) => broker.abandon()));
      links.controller.close('the process is abandoned');
      await controller.stop();
    },
  };
}

/** What all planes of the process have in common. */
interface Shared extends OneProcessOptions {
  readonly clusterId: string;
  readonly directoryIds: ReadonlyMap<string, Uuid>;
  /** One bound on open files holds for all. */
  readonly segmentFiles: SegmentFiles;
}

type CoordinatorPort = InProcessPort<CoordinatorService, ShardHostService>;

interface Links {
  readonly controller: InProcessPort<ControllerClientService, ControllerService>;
  readonly coordinators: ReadonlyMap<BrokerId, CoordinatorPort>;
}

/** The controller is dialed by all, each broker by the coordinators. */
function wireLinks({ scheduler, logger, nodes }: OneProcessOptions): Links {
  return {
    controller: inProcessPort({ scheduler, logger, dialerMethods: controllerClientMethods, acceptorMethods: controllerMethods }),
    coordinators: new Map(nodes.map(({ nodeId }) => [nodeId, inProcessPort({ scheduler, logger, dialerMethods: coordinatorMethods, acceptorMethods: shardHostMethods })])),
  };
}

function wireNode(shared: Shared, links: Links, node: NodeOptions): BrokerWiring {
  const broker = wireBroker({
    ...shared, ...node,
    metrics: shared.nodes.length === 1 ? shared.metrics : labelledMetrics(shared.metrics, { broker: String(node.nodeId) }),
    brokerId: node.nodeId,
    directoryId: shared.directoryIds.get(node.logDir) as Uuid,
    controllers: { dials: [links.controller.dial] },
  });
  links.coordinators.get(node.nodeId)?.accept(broker.acceptCoordinator);
  return broker;
}

function wireController(shared: Shared, links: Links, { nodeId, logDir }: NodeOptions): ControllerQuorumWiring {
  const controller = wireControllerQuorum({
    ...shared, nodeId,
    metadataLogDir: logDir,
    directoryId: shared.directoryIds.get(logDir) as Uuid,
    endpoints: [CONTROLLER_ENDPOINT],
    // Inside one process a link closes only when its broker lets go of it.
    isGone: () => Promise.resolve(true),
  });
  links.controller.accept(controller.accept);
  return controller;
}

/** Both coordinators, on the first broker's image. */
function wireCoordinators(shared: Shared, links: Links, { nodeId }: NodeOptions, brokers: readonly BrokerWiring[]) {
  const { image, config, channel } = brokers[0] as BrokerWiring;
  const configs = (): ReadonlyMap<string, string> => resolveAll(brokerConfigs, config.layers());
  const common = {
    ...shared, nodeId, image,
    dialBroker: (broker: BrokerId): CoordinatorPort['dial'] => links.coordinators.get(broker)?.dial ?? nobodyAnswers,
  };
  const groups = wireGroupCoordinator({
    ...common,
    groupConfig: oncePerOffset(image, () => groupConfigFrom(configs())),
    limits: { compressionType: offsetsCompressionFrom(shared.settings) },
  });
  const transactions = wireTransactionCoordinator({
    ...common,
    transactionConfig: oncePerOffset(image, () => transactionConfigFrom(configs())),
    allocateProducerIds: (request, { timeoutMs }) => channel.call(timeoutMs, (controller, call) => controller.allocateProducerIds(request, call), { isRepeatable: true }),
  });
  const led = (topic: string): number => brokers.reduce((count, broker) => count + broker.ledShardCount(topic), 0);
  const haveAll = (): boolean => groups.instance.shardCount('active') >= led(OFFSETS_TOPIC) && transactions.instance.shardCount('active') >= led(TRANSACTION_STATE_TOPIC);
  // Who restarts finds its groups and transactions at once, instead of a coordinator that is still loading.
  return { groups, transactions, loaded: () => shardsServe(haveAll, [groups.instance, transactions.instance], shared.scheduler) };
}

const nobodyAnswers = (): Promise<never> => Promise.reject(new KafkaError(ErrorCode.NETWORK_EXCEPTION, 'no such broker in this process'));

/** Formats the first node's folder with the metadata log, the others as its companions. */
function formatFolders(options: OneProcessOptions): { readonly clusterId: string; readonly directoryIds: ReadonlyMap<string, Uuid> } {
  const directoryIds = new Map<string, Uuid>();
  let clusterId: string | undefined;
  for (const { nodeId, logDir } of options.nodes) {
    const isFirst = clusterId === undefined;
    const formatted = formatMetadata({
      ...options, nodeId,
      logDirs: [logDir],
      // Only the node with the controller keeps a metadata log.
      metadataLogDir: isFirst ? logDir : '',
      endpoints: [CONTROLLER_ENDPOINT],
      ...(clusterId === undefined ? {} : { clusterId }),
    });
    clusterId ??= formatted.clusterId;
    directoryIds.set(logDir, formatted.directoryIds.get(logDir) as Uuid);
  }
  return { clusterId: clusterId as string, directoryIds };
}
