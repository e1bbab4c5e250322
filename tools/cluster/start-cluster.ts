import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { formatMetadata, type FormatOptions } from '@ottla/metadata';
import { ZERO_UUID } from '@ottla/model';
import { nativeCrc32c, nodeDisk, systemClock, systemRandom } from '@ottla/platform';
import type { VoterEndpoint } from '@ottla/raft';
import { checkFree, HOST, planePorts } from './plane-ports.ts';
import { clusterCertificates, clusterIdIn } from './cluster-certificates.ts';
import { ServiceProcess, type ServiceRole, type ServiceSpec } from './service-process.ts';

export interface ClusterOptions {
  /** Everything the cluster keeps: a folder for each service that has data, logs/ with what each printed. Made when missing. */
  readonly directory: string;
  /** Port of the first broker; the others follow. */
  readonly port: number;
  /** Default 3. */
  readonly controllers?: number;
  /** Default 3. */
  readonly brokers?: number;
  /** Group coordinators, and as many transaction coordinators. Default 2. */
  readonly coordinators?: number;
  /** Kafka's keys, for every service. */
  readonly settings?: Readonly<Record<string, string>>;
  /** What brokers and coordinators dial instead of a controller's address: for faults on the way. */
  readonly wayTo?: (controllerAddress: string) => Promise<string>;
  /** What one broker dials instead of a controller's address; undefined: it dials as the others do. */
  readonly wayOfBroker?: (nodeId: number, controllerAddress: string) => Promise<string> | undefined;
  /** What coordinators dial instead of the end point that a broker has for them. */
  readonly wayToBroker?: (planeAddress: string) => Promise<string>;
  /** mTLS between planes, with certificates that are made for this start. Default: plaintext. */
  readonly mtls?: boolean;
  /** Services (broker-2) whose seats stay free for a process that is started elsewhere. */
  readonly without?: readonly string[];
  /** Further keys for one broker, over all others. */
  readonly brokerSettings?: (nodeId: number) => Readonly<Record<string, string>>;
  /** Variables of every service's process, over those of this one. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Options for node in every service, for example --cpu-prof. */
  readonly nodeOptions?: readonly string[];
  /** The same for one service. */
  readonly nodeOptionsOf?: (role: ServiceRole, nodeId: number) => readonly string[];
}

export interface Cluster {
  /** In the order of their start; without those whose seats stay free. */
  readonly services: readonly ServiceProcess[];
  /** What the processes of the free seats are started with. */
  readonly free: readonly ServiceSpec[];
  /** host:port of every broker, separated by commas. */
  readonly bootstrap: string;
  /** The services of one role, in the order of their numbers. */
  of(role: ServiceRole): readonly ServiceProcess[];
  /** SIGTERM in order: coordinators, then brokers, then controllers. Rejects when one does not end. */
  stop(): Promise<void>;
  /** SIGKILL for all at once. */
  kill(): Promise<void>;
}

/** node.id of the first of each role; brokers count from 1 as users do. */
const FIRST_ID: Readonly<Record<ServiceRole, number>> = { broker: 1, controller: 101, 'group-coordinator': 201, 'transaction-coordinator': 301 };

/**
 * Formats what is empty, starts every service as a process of its own, and settles when all are ready. When one does not
 * start, all are killed and this rejects with what it printed; also when a port of a broker is taken. A service that
 * dies later stays dead. Whatever lets this process exit ends its services; signals do that once `exitOnSignals` was called.
 */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const directory = resolve(options.directory);
  const { port, controllers = 3, brokers = 3, coordinators = 2 } = options;
  const ids = (role: ServiceRole, count: number): readonly number[] => Array.from({ length: count }, (_, index) => FIRST_ID[role] + index);
  const brokerIds = ids('broker', brokers);
  const controllerIds = ids('controller', controllers);
  mkdirSync(join(directory, 'logs'), { recursive: true });
  const brokerPorts = brokerIds.map((_, index) => port + index);
  for (const brokerPort of brokerPorts) await checkFree(brokerPort);
  const planes = await planePorts(directory, [...controllerIds.map((id) => `controller-${id}`), ...brokerIds.map((id) => `broker-${id}`)], new Set(brokerPorts));
  const planeOf = (role: ServiceRole, id: number): string => `${HOST}:${planes.get(`${role}-${id}`) ?? 0}`;
  formatFolders(directory, controllerIds, brokerIds, planes);

  const certificatesOf = options.mtls === true ? clusterCertificates(directory, clusterIdIn(folderOf(directory, 'broker', brokerIds[0] as number))) : () => ({});
  const common = { ...internalTopicSettings(brokers), ...options.settings };
  const service = (role: ServiceRole, nodeId: number, address: string | undefined, settings: Readonly<Record<string, string>>): ServiceSpec => ({
    role, nodeId, address,
    settings: { ...common, ...certificatesOf(`${role}-${nodeId}`), 'node.id': String(nodeId), ...settings },
    logFile: join(directory, 'logs', `${role}-${nodeId}.log`),
    ...(options.environment === undefined ? {} : { environment: options.environment }),
    nodeOptions: [...frugal(role), ...(options.nodeOptions ?? []), ...(options.nodeOptionsOf?.(role, nodeId) ?? [])],
  });
  const { wayTo = (address: string) => Promise.resolve(address) } = options;
  const addresses = controllerIds.map((id) => planeOf('controller', id));
  const ofControllers = { 'controller.quorum.bootstrap.servers': addresses.join(',') };
  // With ways of their own they must not learn of the straight ones.
  const quorum = { [options.wayTo === undefined ? 'controller.quorum.bootstrap.servers' : 'ottla.controller.address']: (await Promise.all(addresses.map(wayTo))).join(',') };
  const quorumOf = async (id: number): Promise<Readonly<Record<string, string>>> => {
    const own = addresses.flatMap((address) => options.wayOfBroker?.(id, address) ?? []);
    return own.length === 0 ? quorum : { 'ottla.controller.address': (await Promise.all(own)).join(',') };
  };
  const ownQuorums = new Map(await Promise.all(brokerIds.map(async (id) => [id, await quorumOf(id)] as const)));
  const { wayToBroker } = options;
  const ways = wayToBroker === undefined ? [] : await Promise.all(brokerIds.map(async (id) => `${id}@${await wayToBroker(planeOf('broker', id))}`));
  const ofCoordinators = { ...quorum, ...(ways.length === 0 ? {} : { 'ottla.broker.addresses': ways.join(',') }) };
  const specs = [
    ...controllerIds.map((id) => service('controller', id, planeOf('controller', id), { 'metadata.log.dir': folderOf(directory, 'controller', id), 'ottla.plane.listen': planeOf('controller', id), ...ofControllers })),
    ...brokerIds.map((id, index) => {
      const address = `${HOST}:${brokerPorts[index] as number}`;
      return service('broker', id, address, { 'log.dirs': folderOf(directory, 'broker', id), listeners: `PLAINTEXT://${address}`, 'ottla.plane.listen': planeOf('broker', id), ...ownQuorums.get(id), ...options.brokerSettings?.(id) });
    }),
    ...ids('group-coordinator', coordinators).map((id) => service('group-coordinator', id, undefined, ofCoordinators)),
    ...ids('transaction-coordinator', coordinators).map((id) => service('transaction-coordinator', id, undefined, ofCoordinators)),
  ];
  const { without = [] } = options;
  const unknown = without.find((name) => !specs.some((spec) => nameOf(spec) === name));
  if (unknown !== undefined) throw new Error(`there is no ${unknown} to leave out: ${specs.map(nameOf).join(', ')}`);
  const free = specs.filter((spec) => without.includes(nameOf(spec)));
  const services = specs.filter((spec) => !free.includes(spec)).map((spec) => new ServiceProcess(spec));
  const cluster = clusterOf(services, free);
  process.once('exit', () => {
    for (const each of services) each.killNow();
  });
  try {
    for (const each of services) each.spawn();
    await Promise.all(services.map((each) => each.ready()));
  } catch (error) {
    await cluster.kill();
    throw error;
  }
  return cluster;
}

/** Ctrl-C and SIGTERM end the process by way of `exit`, whose listeners let go of what lives beside it. */
export function exitOnSignals(): void {
  for (const [signal, code] of [['SIGINT', 130], ['SIGTERM', 143]] as const) process.once(signal, () => process.exit(code));
}

const nameOf = ({ role, nodeId }: ServiceSpec): string => `${role}-${nodeId}`;

function clusterOf(services: readonly ServiceProcess[], free: readonly ServiceSpec[]): Cluster {
  const of = (role: ServiceRole): readonly ServiceProcess[] => services.filter((service) => service.role === role);
  const stopAll = async (...roles: readonly ServiceRole[]): Promise<void> => void (await Promise.all(roles.flatMap(of).map((service) => service.stop())));
  return {
    services, free, of,
    bootstrap: of('broker').map(({ address }) => address).join(','),
    stop: async () => {
      await stopAll('group-coordinator', 'transaction-coordinator');
      await stopAll('broker');
      await stopAll('controller');
    },
    kill: async () => void (await Promise.all(services.map((service) => service.kill()))),
  };
}

function folderOf(directory: string, role: ServiceRole, nodeId: number): string {
  return join(directory, `${role}-${nodeId}`);
}

/** Formats each folder that is not, all for one cluster. */
function formatFolders(directory: string, controllerIds: readonly number[], brokerIds: readonly number[], planes: ReadonlyMap<string, number>): void {
  const ports = { disk: nodeDisk(), clock: systemClock, random: systemRandom, crc: nativeCrc32c };
  let clusterId: string | undefined;
  const endpointsOf = (id: number): readonly VoterEndpoint[] => [{ name: 'CONTROLLER', host: HOST, port: planes.get(`controller-${id}`) ?? 0 }];
  const voters = controllerIds.map((id) => ({ id, directoryId: ZERO_UUID, endpoints: endpointsOf(id) }));
  const format = (nodeId: number, folder: string, quorum: Pick<FormatOptions, 'metadataLogDir' | 'endpoints' | 'voters'>): void => {
    mkdirSync(folder, { recursive: true });
    const formatted = formatMetadata({ ...ports, ...quorum, nodeId, logDirs: [folder], ...(clusterId === undefined ? {} : { clusterId }) });
    clusterId = formatted.clusterId;
  };
  for (const id of controllerIds) {
    const folder = folderOf(directory, 'controller', id);
    format(id, folder, { metadataLogDir: folder, endpoints: endpointsOf(id), voters });
  }
  for (const id of brokerIds) format(id, folderOf(directory, 'broker', id), { metadataLogDir: '', endpoints: [] });
}

/**
 * Ten processes share a machine. Source maps cost each 10 MB and a part of its start, and a small space for young objects
 * is enough where no records pass.
 */
function frugal(role: ServiceRole): readonly string[] {
  return role === 'broker' ? ['--v8-pool-size=1'] : ['--v8-pool-size=1', '--max-semi-space-size=4'];
}

/** Internal topics cannot have more replicas than there are brokers; three of them have Kafka's default. */
function internalTopicSettings(brokers: number): Readonly<Record<string, string>> {
  if (brokers >= 3) return {};
  const factor = String(brokers);
  return { 'offsets.topic.replication.factor': factor, 'transaction.state.log.replication.factor': factor, 'transaction.state.log.min.isr': '1' };
}
