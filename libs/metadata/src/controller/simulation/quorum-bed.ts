import { KafkaError, silentLogger } from '@ottla/model';
import { ApiKeys, CreateTopicsRequestCodec, CreateTopicsResponseCodec, WireReader, WireWriter, type Codec } from '@ottla/protocol';
import type { BrokerRegistration, Envelope } from '@ottla/rpc';
import { seededRandom, tableCrc32c, testCompression, virtualTime } from '@ottla/testing';
import { metadataRecord } from '../../records/metadata-record.ts';
import { defaultControllerConfig } from '../controller-config.ts';
import { QuorumController, type ControlService } from '../quorum-controller.ts';
import { CommitOnDemandRaft } from './commit-on-demand-raft.ts';
import { directoryOf } from './control-bed.ts';

export const call = { timeoutMs: 30_000 };
export const metadataVersion = metadataRecord(12, { name: 'metadata.version', featureLevel: 30 });

export const registration = (brokerId: number, incarnation: number, clusterId = 'cluster-of-tests'): BrokerRegistration => ({
  brokerId,
  clusterId,
  incarnationId: directoryOf(incarnation),
  endpoints: [{ name: 'PLAINTEXT', host: 'localhost', port: 9092, securityProtocol: 0 }],
  features: [{ name: 'metadata.version', minVersion: 7, maxVersion: 30 }],
  rack: null,
  logDirs: [directoryOf(brokerId)],
  previousBrokerEpoch: -1,
  planeEndpoint: null,
});

export function envelope<T>(apiKey: number, codec: Codec<unknown, T>, request: T, apiVersion = codec.maxVersion): Envelope {
  const writer = new WireWriter();
  codec.encode(writer, request, apiVersion);
  return { apiKey, apiVersion, clientId: null, principal: 'User:ANONYMOUS', clientAddress: '127.0.0.1', listenerName: 'PLAINTEXT', body: writer.finish() };
}

export const creating = (name: string, timeoutMs = 5000): Envelope =>
  envelope(ApiKeys.CreateTopics, CreateTopicsRequestCodec, { topics: [{ name, numPartitions: 1, replicationFactor: 1, assignments: [], configs: [] }], timeoutMs, validateOnly: false });

export const codesOf = (body: Uint8Array): number[] => CreateTopicsResponseCodec.decode(new WireReader(body), CreateTopicsResponseCodec.maxVersion).topics.map(({ errorCode }) => errorCode);

/** What a promise came to, as soon as the microtasks that lead there ran. */
export interface Outcome<T> {
  value: T | undefined;
  code: number | undefined;
  readonly isSettled: boolean;
}

export function outcomeOf<T>(promise: Promise<T>): Outcome<T> {
  const outcome = { value: undefined as T | undefined, code: undefined as number | undefined, isSettled: false };
  promise.then(
    (value) => Object.assign(outcome, { value, isSettled: true }),
    (error: unknown) => Object.assign(outcome, { code: error instanceof KafkaError ? error.code : -1, isSettled: true }),
  );
  return outcome;
}

export const microtasks = async (): Promise<void> => {
  for (let step = 0; step < 20; step++) await Promise.resolve();
};

export interface Link {
  readonly service: ControlService;
  close(): void;
}

/** An active or standing-by controller over a log whose commits the test decides, and the brokers that dial it. */
export class QuorumBed {
  readonly time = virtualTime();
  readonly raft = new CommitOnDemandRaft();
  readonly fatal: Error[] = [];
  readonly controller: QuorumController;

  constructor(bootstrapRecords = [metadataVersion]) {
    this.controller = new QuorumController({
      raft: this.raft,
      config: defaultControllerConfig,
      clock: this.time.clock,
      scheduler: this.time.scheduler,
      random: seededRandom(3),
      logger: silentLogger,
      crc: tableCrc32c,
      compression: testCompression,
      bootstrapRecords,
      onFatal: (cause) => void this.fatal.push(cause),
    });
    this.raft.stateMachine = this.controller;
  }

  dial(): Link {
    const closed = Promise.withResolvers<string>();
    return { service: this.controller.service({ closed: closed.promise }), close: () => closed.resolve('closed') };
  }

  /** Registers and unfences a broker, all of it committed; answers its epoch. */
  async join(link: Link, brokerId = 1, incarnation = 100 + brokerId): Promise<number> {
    const registered = outcomeOf(link.service.registerBroker(registration(brokerId, incarnation), call));
    this.raft.commit();
    await microtasks();
    const brokerEpoch = registered.value?.brokerEpoch ?? -1;
    await this.beat(link, brokerEpoch, brokerId);
    return brokerEpoch;
  }

  /** A heartbeat of a broker that has applied everything. */
  async beat(link: Link, brokerEpoch: number, brokerId = 1, appliedOffset = this.raft.endOffset): Promise<void> {
    const beat = link.service.heartbeat({ brokerId, brokerEpoch, appliedOffset, wantFence: false, wantShutDown: false }, call);
    this.raft.commit();
    await beat;
  }
}

export async function activeBed(): Promise<{ bed: QuorumBed; link: Link; brokerEpoch: number }> {
  const bed = new QuorumBed();
  bed.raft.lead();
  bed.raft.commit();
  const link = bed.dial();
  return { bed, link, brokerEpoch: await bed.join(link) };
}
