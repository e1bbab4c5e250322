import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ErrorCode } from '@ottla/model';
import { ApiKeys } from '@ottla/protocol';
import { RawConnection } from './clients/raw-connection.ts';
import { eventually } from './conditions.ts';
import { addressIn, formatPlane, startPlane, type PlaneApp, type PlaneProcess } from './plane-process.ts';

export const CLUSTER_ID = 'nuRbAzHxQ86K2qh5J4qfYA';
const FIRST_CONTROLLER = 101;
const METADATA_VERSION = 12;
const CREATE_TOPICS_VERSION = 7;
const IN_SYNC_WITHIN_MS = 30_000;

export type Settings = Readonly<Record<string, string>>;
export type CoordinatorRole = 'group-coordinator' | 'transaction-coordinator';

/** Ports that nobody has just now. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer());
  for (const server of servers) await once(server.listen(0, '127.0.0.1'), 'listening');
  const found = servers.map((server) => (server.address() as AddressInfo).port);
  for (const server of servers) server.close();
  return found;
}

/** Rejects with the first failure, but only when all are over: nothing starts behind the end of a cluster that could not start. */
async function allOver(works: readonly Promise<unknown>[]): Promise<void> {
  for (const outcome of await Promise.allSettled(works)) if (outcome.status === 'rejected') throw outcome.reason;
}

/** Controllers 101, 102, … and brokers 1, 2, …, each a process of its own, whose folders a test may spoil. */
export class PlaneCluster {
  readonly folder: string;
  readonly controllerIds: readonly number[];
  readonly #ports: readonly number[];
  readonly #settings: Settings;
  readonly #own: (process: string) => Settings;
  readonly #processes = new Map<string, PlaneProcess>();
  readonly #addresses = new Map<number, string>();

  private constructor(folder: string, ports: readonly number[], settings: Settings, own: (process: string) => Settings) {
    this.#settings = settings;
    this.#own = own;
    this.folder = folder;
    this.#ports = ports;
    this.controllerIds = ports.map((_, index) => FIRST_CONTROLLER + index);
  }

  /**
   * `settings` are those of brokers, over Kafka's defaults; `own` are what a process has besides, by its name ("broker-1"),
   * each time it starts. Leaves no process and no folder behind when it rejects.
   */
  static async start(controllers: number, brokers: number, settings: Settings = {}, own: (process: string) => Settings = () => ({})): Promise<PlaneCluster> {
    const ports = await freePorts(controllers);
    const cluster = new PlaneCluster(await mkdtemp(join(tmpdir(), 'ottla-planes-')), ports, settings, own);
    try {
      await cluster.#startAll(brokers);
      return cluster;
    } catch (error) {
      await cluster[Symbol.asyncDispose]();
      throw error;
    }
  }

  async #startAll(brokers: number): Promise<void> {
    for (const id of this.controllerIds) this.format('controller-quorum', this.controllerSettings(id));
    await allOver(this.controllerIds.map((id) => this.startController(id)));
    await allOver(Array.from({ length: brokers }, async (_, index) => {
      this.format('broker', this.brokerSettings(index + 1));
      await this.startBroker(index + 1);
    }));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all([...this.#processes.values()].map((process) => process.kill()));
    await rm(this.folder, { recursive: true, force: true });
  }

  controllerSettings(id: number): Settings {
    return {
      'node.id': String(id), 'ottla.cluster.id': CLUSTER_ID, 'metadata.log.dir': this.folderOf('controller', id), 'ottla.plane.listen': this.controllerAddress(id),
      'controller.quorum.voters': this.controllerIds.map((voter) => `${voter}@${this.controllerAddress(voter)}`).join(','),
    };
  }

  brokerSettings(id: number): Settings {
    return {
      ...this.#settings, ...this.#ofControllers(),
      'node.id': String(id), 'ottla.cluster.id': CLUSTER_ID, 'log.dirs': this.folderOf('broker', id), listeners: 'PLAINTEXT://127.0.0.1:0',
    };
  }

  coordinatorSettings(id: number): Settings {
    return { ...this.#ofControllers(), 'node.id': String(id) };
  }

  #ofControllers(): Settings {
    return { 'controller.quorum.bootstrap.servers': this.controllerIds.map((id) => this.controllerAddress(id)).join(',') };
  }

  controllerAddress(id: number): string {
    return `127.0.0.1:${this.#ports[id - FIRST_CONTROLLER] as number}`;
  }

  folderOf(role: 'controller' | 'broker', id: number): string {
    return join(this.folder, `${role}-${id}`);
  }

  format(app: PlaneApp, settings: Settings): void {
    formatPlane(app, settings);
  }

  /** A process that the test expects to be odd; it is killed at the end. */
  odd(name: string, app: PlaneApp, settings: Settings, nodeOptions: readonly string[] = []): PlaneProcess {
    const process = startPlane(app, settings, {}, nodeOptions);
    this.#processes.set(name, process);
    return process;
  }

  #started(name: string, app: PlaneApp, settings: Settings, nodeOptions?: readonly string[]): PlaneProcess {
    return this.odd(name, app, { ...settings, ...this.#own(name) }, nodeOptions);
  }

  async startController(id: number, nodeOptions: readonly string[] = []): Promise<PlaneProcess> {
    const process = this.#started(`controller-${id}`, 'controller-quorum', this.controllerSettings(id), nodeOptions);
    await process.told('ready for planes at ');
    return process;
  }

  /** Settles when it serves clients. */
  async startBroker(id: number, nodeOptions: readonly string[] = []): Promise<PlaneProcess> {
    const process = this.#started(`broker-${id}`, 'broker', this.brokerSettings(id), nodeOptions);
    this.#addresses.set(id, addressIn(await process.told('ready for Kafka clients at ')));
    return process;
  }

  /** Settles when it follows the controllers; brokers grant it shards after that. */
  async startCoordinator(role: CoordinatorRole, id: number, settings: Settings = {}): Promise<void> {
    const process = this.#started(`${role}-${id}`, role, { ...settings, ...this.coordinatorSettings(id) });
    await process.told('ready');
  }

  /** SIGKILL for one process; settles when it is gone. */
  async kill(name: string): Promise<void> {
    await this.#processes.get(name)?.kill();
  }

  process(role: 'controller' | 'broker', id: number): PlaneProcess {
    return this.#processes.get(`${role}-${id}`) as PlaneProcess;
  }

  /** All that the controllers that run now have printed. */
  controllerOutput(): string {
    return this.controllerIds.map((id) => this.process('controller', id).output()).join('\n');
  }

  addressOf(brokerId: number): string {
    return this.#addresses.get(brokerId) as string;
  }

  /** A connection to a broker for one question. */
  async asking<T>(brokerId: number, ask: (raw: RawConnection) => Promise<T>): Promise<T> {
    const [host = '', port] = this.addressOf(brokerId).split(':');
    const raw = await RawConnection.open({ host, port: Number(port) });
    try {
      return await ask(raw);
    } finally {
      raw.close();
    }
  }

  async createTopic(askedBroker: number, name: string, ...partitions: readonly (readonly number[])[]): Promise<void> {
    const assignments = partitions.map((brokerIds, partitionIndex) => ({ partitionIndex, brokerIds: [...brokerIds] }));
    const topic = { name, numPartitions: -1, replicationFactor: -1, assignments, configs: [] };
    const { topics } = await this.asking(askedBroker, (raw) => raw.ask(ApiKeys.CreateTopics, CREATE_TOPICS_VERSION, { topics: [topic], timeoutMs: 10_000, validateOnly: false }));
    if (topics[0]?.errorCode !== ErrorCode.NONE) throw new Error(`${name} was not created: ${topics[0]?.errorMessage ?? ''}`);
  }

  /** The directory.id in the folder of a controller (KIP-853). */
  directoryIdOf(controllerId: number): string {
    return /directory\.id=(\S+)/.exec(readFileSync(join(this.folderOf('controller', controllerId), 'meta.properties'), 'utf8'))?.[1] as string;
  }

  /** Has a controller that runs at `address` vote, as soon as it is caught up (AddRaftVoter). */
  async addVoter(askedBroker: number, id: number, address: string): Promise<void> {
    const [host = '', port] = address.split(':');
    const voter = { voterId: id, voterDirectoryId: this.directoryIdOf(id), listeners: [{ name: 'CONTROLLER', host, port: Number(port) }] };
    await eventually('it is caught up and added', async () => {
      const { errorCode } = await this.asking(askedBroker, (raw) => raw.ask(ApiKeys.AddRaftVoter, 0, { clusterId: null, timeoutMs: 5_000, ...voter }));
      return errorCode === ErrorCode.NONE;
    });
  }

  /** Replicas in sync of each partition, sorted, and who leads, as `askedBroker` knows them. */
  async partitions(askedBroker: number, topic: string): Promise<readonly { readonly isr: string; readonly leader: number; readonly replicas: string }[]> {
    const { topics } = await this.asking(askedBroker, (raw) => raw.ask(ApiKeys.Metadata, METADATA_VERSION, { topics: [{ name: topic }], allowAutoTopicCreation: false }));
    const partitions = (topics[0]?.partitions ?? []).toSorted((a, b) => a.partitionIndex - b.partitionIndex);
    const text = (ids: readonly number[]): string => ids.toSorted((a, b) => a - b).join();
    return partitions.map(({ isrNodes, leaderId, replicaNodes }) => ({ isr: text(isrNodes), leader: leaderId, replicas: text(replicaNodes) }));
  }

  async inSync(askedBroker: number, topic: string, members: readonly number[]): Promise<void> {
    await eventually(`${topic} has ${members.join()} in sync`, async () => {
      const partitions = await this.partitions(askedBroker, topic);
      return partitions.length > 0 && partitions.every(({ isr }) => isr === members.join());
    }, IN_SYNC_WITHIN_MS);
  }

  /** All segments of a replica, one after the other; empty where there are none. */
  replicaBytes(brokerId: number, topic: string, partition: number): Buffer {
    const replica = join(this.folderOf('broker', brokerId), `${topic}-${partition}`);
    try {
      return Buffer.concat(readdirSync(replica).filter((name) => name.endsWith('.log')).sort().map((name) => readFileSync(join(replica, name))));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      return Buffer.alloc(0);
    }
  }
}
