import { afterEach, describe, expect, it } from '@jest/globals';
import { formatMetadata, supportedFeatures } from '@ottla/metadata';
import { ErrorCode, KafkaError, ZERO_UUID, type Logger } from '@ottla/model';
import { MetricsRegistry } from '@ottla/metrics';
import { ApiKeys, apis, WireReader, WireWriter } from '@ottla/protocol';
import type { Voter } from '@ottla/raft';
import { controllerClientMethods, controllerMethods, inProcessPort, raftClientMethods, raftMethods, type ControllerClientService, type ControllerService, type InProcessPort, type RaftClientService, type RaftService } from '@ottla/rpc';
import { SegmentFiles } from '@ottla/storage';
import { memoryDisk, recordingLogger, seededRandom, tableCrc32c, testCompression, virtualTime, type MemoryDisk } from '@ottla/testing';
import { wireControllerQuorum, type ControllerQuorumWiring } from '../wiring.ts';

/** Controllers as they are wired in their processes, over links within this one, on virtual time and disks in memory. */
const time = virtualTime();
const { clock, scheduler } = time;
const crc = tableCrc32c;
const call = { timeoutMs: 20_000 };
const endpointOf = (id: number) => [{ name: 'CONTROLLER', host: 'controller', port: id }];
const votersOf = (...ids: number[]): Voter[] => ids.map((id) => ({ id, directoryId: ZERO_UUID, endpoints: endpointOf(id) }));

interface Controller {
  readonly wiring: ControllerQuorumWiring;
  readonly link: ControllerService;
  readonly directoryId: string;
  stop(): Promise<void>;
}

const running = new Set<Controller>();
const raftPorts = new Map<number, InProcessPort<RaftClientService, RaftService>>();
const logger = recordingLogger();

async function settle(): Promise<void> {
  do {
    for (let step = 0; step < 30; step++) await Promise.resolve();
  } while (time.runTurn());
}

/** Time goes on until `probe` answers something. */
async function until<T>(what: string, probe: () => T | undefined | false | Promise<T | undefined | false>): Promise<T> {
  for (let step = 0; step < 3_000; step++) {
    await settle();
    const answer = await probe();
    if (answer !== undefined && answer !== false) return answer;
    time.advance(5);
  }
  throw new Error(`not within 15 s of virtual time: ${what}\n${logger.lines.map(({ message }) => message).join('\n')}`);
}

async function settled<T>(work: Promise<T>): Promise<T> {
  let isDone = false;
  const done = work.finally(() => (isDone = true));
  done.catch(() => {});
  await until('a call is answered', () => isDone);
  return done;
}

interface Start {
  readonly id: number;
  readonly disk?: MemoryDisk;
  readonly voters?: readonly Voter[];
  readonly clusterId?: string;
  readonly settings?: Readonly<Record<string, string>>;
  /** The port that others dial; as its own id when left out. */
  readonly at?: number;
}

async function start({ id, disk = memoryDisk(), voters = votersOf(1, 2, 3), clusterId = 'cluster', settings = {}, at = id }: Start): Promise<Controller> {
  const ports = { disk, clock, scheduler, crc, compression: testCompression, logger: logger as Logger };
  const random = seededRandom(id + Math.floor(clock.monotonicMs()));
  const endpoints = endpointOf(at);
  const formatted = formatMetadata({ ...ports, random, nodeId: id, logDirs: ['/data'], metadataLogDir: '/data', endpoints, clusterId, voters });
  const directoryId = formatted.directoryIds.get('/data') ?? '';
  const wiring = wireControllerQuorum({
    ...ports, random, nodeId: id, clusterId, directoryId, endpoints,
    metrics: new MetricsRegistry(),
    segmentFiles: new SegmentFiles(disk),
    metadataLogDir: '/data',
    settings: new Map(Object.entries(settings)),
    quorum: { dial: ({ endpoints: [endpoint] }) => raftPorts.get(endpoint?.port ?? 0)?.dial, bootstrap: [{ id: -2, endpoints: endpointOf(1) }] },
    onFatal: (cause) => {
      throw cause;
    },
  });
  const raftPort = inProcessPort<RaftClientService, RaftService>({ scheduler, dialerMethods: raftClientMethods, acceptorMethods: raftMethods });
  const port = inProcessPort<ControllerClientService, ControllerService>({ scheduler, dialerMethods: controllerClientMethods, acceptorMethods: controllerMethods });
  raftPort.accept(wiring.acceptRaft);
  port.accept(wiring.accept);
  raftPorts.set(at, raftPort);
  wiring.start();
  const link = await port.dial({ role: 'broker', nodeId: 77, incarnationId: 'test', clusterId }, {});
  const controller: Controller = {
    wiring, directoryId,
    link: link.remote,
    stop: async () => {
      running.delete(controller);
      raftPort.close('it stops');
      port.close('it stops');
      await settled(wiring.stop());
    },
  };
  running.add(controller);
  return controller;
}

const activeOf = (controllers: readonly Controller[]): Controller | undefined => controllers.find(({ wiring }) => wiring.controller.isActive);
const active = (controllers: readonly Controller[]): Promise<Controller> => until('one is active', () => activeOf(controllers));
const commits = (controller: Controller): Promise<number> => settled(controller.link.allocateProducerIds({ brokerId: 77 }, call).then(({ firstProducerId }) => firstProducerId));
const hasLine = (words: string): boolean => logger.lines.some(({ message }) => message.includes(words));

async function asked<K extends typeof ApiKeys.AddRaftVoter | typeof ApiKeys.RemoveRaftVoter | typeof ApiKeys.DescribeQuorum>(controller: Controller, apiKey: K, request: Parameters<(typeof apis)[K]['request']['encode']>[1]) {
  const api = apis[apiKey];
  const writer = new WireWriter();
  const version = api.request.maxVersion;
  (api.request.encode as (writer: WireWriter, value: unknown, version: number) => void)(writer, request, version);
  const envelope = { apiKey, apiVersion: version, clientId: null, principal: 'User:ANONYMOUS', clientAddress: '', listenerName: '', body: writer.finish() };
  const { body } = await settled(controller.link.forward(envelope, call));
  return api.response.decode(new WireReader(body), version) as ReturnType<(typeof apis)[K]['response']['decode']>;
}

afterEach(async () => {
  for (const controller of running) await controller.stop();
  raftPorts.clear();
  logger.lines.length = 0;
});

describe('a quorum of controllers', () => {
  it('elects one, and another when that one stops; what was committed stays', async () => {
    const controllers = [await start({ id: 1 }), await start({ id: 2 }), await start({ id: 3 })];
    const first = await active(controllers);
    expect([await commits(first), await commits(first)]).toEqual([0, 1000]);
    const sinceMs = clock.monotonicMs();
    await settled(first.wiring.handOver());
    expect(first.wiring.controller.isActive).toBe(false);
    await active(controllers.filter((controller) => controller !== first));
    // Told, they do not wait for the connection to close.
    expect(clock.monotonicMs() - sinceMs).toBeLessThan(50);
    await first.stop();
    const others = controllers.filter((controller) => controller !== first);
    const second = await active(others);
    expect(await commits(second)).toBe(2000);
    await until('the standby follows', () => others.every(({ wiring }) => wiring.controller.image.nextProducerId === 3000));
  });

  it('refuses a controller of another cluster, and one that has its own number, with what to do', async () => {
    const controllers = [await start({ id: 1 }), await start({ id: 2 })];
    await active(controllers);
    await start({ id: 3, clusterId: 'other' });
    await until('it was refused', () => hasLine('a controller of another cluster was refused: format its folder with the cluster id of this one'));
    await until('and knows', () => hasLine('a controller refuses this one'));
    await start({ id: 1, at: 9, voters: [{ id: 1, directoryId: ZERO_UUID, endpoints: endpointOf(9) }, ...votersOf(2)] });
    await until('a double is told of', () => hasLine('two processes say that they are the same controller') || hasLine('give each controller a node.id of its own'));
    expect(await commits(await active(controllers))).toBe(0);
  });

  it('lets a wiped controller only observe, until the old voter is removed and it is added', async () => {
    const controllers = [await start({ id: 1 }), await start({ id: 2 }), await start({ id: 3 })];
    const leader = await active(controllers);
    await until('all folders are known', () => leader.wiring.raft.quorum().voters.every(({ directoryId }) => directoryId !== ZERO_UUID));
    const id = leader.wiring.raft.nodeId === 3 ? 2 : 3;
    const lost = controllers.find(({ wiring }) => wiring.raft.nodeId === id) as Controller;
    await lost.stop();
    const again = await start({ id });
    await until('it says so', () => hasLine('another folder than the voter of its number'));
    const key = { clusterId: 'cluster', voterId: id, voterDirectoryId: again.directoryId, listeners: endpointOf(id), timeoutMs: 5_000 };
    expect((await asked(leader, ApiKeys.AddRaftVoter, key)).errorCode).toBe(ErrorCode.DUPLICATE_VOTER);
    expect((await asked(leader, ApiKeys.RemoveRaftVoter, { ...key })).errorCode).toBe(ErrorCode.VOTER_NOT_FOUND);
    expect((await asked(leader, ApiKeys.RemoveRaftVoter, { ...key, voterDirectoryId: lost.directoryId })).errorCode).toBe(ErrorCode.NONE);
    const described = await asked(leader, ApiKeys.DescribeQuorum, { topics: [{ topicName: '__cluster_metadata', partitions: [{ partitionIndex: 0 }] }] });
    const [partition] = described.topics[0]?.partitions ?? [];
    expect(partition?.currentVoters.length).toBe(2);
    expect(partition?.observers.map(({ replicaId, replicaDirectoryId }) => [replicaId, replicaDirectoryId])).toContainEqual([id, again.directoryId]);
    expect(await asked(leader, ApiKeys.AddRaftVoter, key)).toMatchObject({ errorCode: ErrorCode.NONE, errorMessage: null });
    await until('it knows', () => hasLine('this node is a voter of the metadata quorum now'));
    // From now on it counts: with the third one gone, it is the majority with the leader.
    await controllers.find((controller) => controller !== leader && controller !== lost)?.stop();
    expect(await commits(leader)).toBe(0);
  });

  it('takes in a new controller that was formatted without voters', async () => {
    const controllers = [await start({ id: 1 }), await start({ id: 2 }), await start({ id: 3 })];
    const leader = await active(controllers);
    const fourth = await start({ id: 4, voters: [] });
    await until('it says that it observes', () => hasLine('this node is no voter of the metadata quorum and only observes'));
    await until('it has all', () => fourth.wiring.raft.highWatermark >= leader.wiring.raft.highWatermark);
    const key = { clusterId: null, voterId: 4, voterDirectoryId: fourth.directoryId, listeners: endpointOf(4), timeoutMs: 5_000 };
    expect((await asked(leader, ApiKeys.AddRaftVoter, key)).errorCode).toBe(ErrorCode.NONE);
    await until('it knows', () => hasLine('this node is a voter of the metadata quorum now'));
    expect(leader.wiring.raft.quorum().voters.map(({ id }) => id)).toEqual([1, 2, 3, 4]);
    // The leader itself may go: it hands over once its removal is committed.
    const own = { clusterId: null, voterId: leader.wiring.raft.nodeId, voterDirectoryId: leader.directoryId };
    expect((await asked(leader, ApiKeys.RemoveRaftVoter, own)).errorCode).toBe(ErrorCode.NONE);
    const next = await until('another one is active', () => activeOf([...controllers.filter((controller) => controller !== leader), fourth]));
    expect(next.wiring.raft.quorum().voters.length).toBe(3);
    expect(await commits(next)).toBe(0);
  });

  it('brings a controller that was away for long up to date with a snapshot', async () => {
    const settings = { 'metadata.log.max.record.bytes.between.snapshots': '3000', 'controller.quorum.fetch.snapshot.max.bytes': '200' };
    const disk = memoryDisk();
    const controllers = [await start({ id: 1, settings }), await start({ id: 2, settings }), await start({ id: 3, settings, disk })];
    await active(controllers);
    await controllers[2]?.stop();
    const rest = controllers.slice(0, 2);
    const leader = await active(rest);
    for (let count = 0; count < 60; count++) await commits(leader);
    await until('the log begins behind a snapshot', () => leader.wiring.raft.logStartOffset > 40);
    const late = await start({ id: 3, settings, disk });
    await until('it has all', () => late.wiring.controller.image.nextProducerId === 60_000);
    expect(hasLine('a snapshot of the leader takes the place of the metadata log')).toBe(true);
    expect(late.wiring.raft.logStartOffset).toBeGreaterThan(40);
    // What it took over is what it leads with.
    for (const controller of rest) if (controller === leader) await controller.stop();
    const next = await active([...rest.filter((controller) => controller !== leader), late]);
    expect(await commits(next)).toBe(60_000);
  });

  it('names voters and brokers that follow, each with how far it is', async () => {
    const controllers = [await start({ id: 1 }), await start({ id: 2 }), await start({ id: 3 })];
    const leader = await active(controllers);
    const registration = { brokerId: 77, clusterId: 'cluster', incarnationId: leader.directoryId, endpoints: [], features: supportedFeatures, rack: null, logDirs: ['jcfTTcLvQ5ukHuY-qEpNZA'], previousBrokerEpoch: -1, planeEndpoint: null };
    const { brokerEpoch } = await settled(leader.link.registerBroker(registration, call));
    await settled(leader.link.heartbeat({ brokerId: 77, brokerEpoch, appliedOffset: Number(brokerEpoch), wantFence: false, wantShutDown: false }, call));
    const { highWatermark, voters, observers } = leader.wiring.raft.quorum();
    await until('all voters have all', () => leader.wiring.raft.quorum().voters.every(({ logEndOffset, lastCaughtUpTimestamp }) => logEndOffset >= highWatermark && lastCaughtUpTimestamp > 0));
    expect([voters.map(({ id }) => id), observers.map(({ id, directoryId, logEndOffset }) => [id, directoryId, logEndOffset])]).toEqual([[1, 2, 3], [[77, 'jcfTTcLvQ5ukHuY-qEpNZA', brokerEpoch]]]);
  });

  it('refuses changes of the voters at a controller that does not lead, and of a node that does not follow', async () => {
    const controllers = [await start({ id: 1 }), await start({ id: 2 }), await start({ id: 3 })];
    const leader = await active(controllers);
    const standby = controllers.find((controller) => controller !== leader) as Controller;
    const key = { clusterId: 'cluster', voterId: 4, voterDirectoryId: leader.directoryId, listeners: endpointOf(4), timeoutMs: 5_000 };
    await expect(asked(standby, ApiKeys.AddRaftVoter, key)).rejects.toEqual(expect.any(KafkaError));
    expect((await asked(leader, ApiKeys.AddRaftVoter, key)).errorMessage).toContain('does not fetch the metadata log');
    expect((await asked(leader, ApiKeys.AddRaftVoter, { ...key, clusterId: 'other' })).errorCode).toBe(ErrorCode.INCONSISTENT_CLUSTER_ID);
    for (const apiKey of [ApiKeys.AddRaftVoter, ApiKeys.RemoveRaftVoter] as const) {
      for (const wrong of [{ voterDirectoryId: ZERO_UUID }, { voterId: -1 }]) {
        expect((await asked(leader, apiKey, { ...key, ...wrong })).errorCode).toBe(ErrorCode.INVALID_REQUEST);
      }
    }
  });
});
