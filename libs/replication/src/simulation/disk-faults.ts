import type { BrokerId, PartitionIndex } from '@ottla/model';
import type { RecordingLogger } from '@ottla/testing';
import type { ReplicatedWorld } from './replica-invariants.ts';
import type { SimBroker, SimBrokerWorld } from './sim-broker.ts';

/** A leader that cannot write has given its partition up within this time, also when the controllers are failing, too. */
const HANDOVER_MS = 5_000;

export interface FaultyWorld extends ReplicatedWorld, SimBrokerWorld {
  readonly logger: RecordingLogger;
  /** Whether each write is synced before it is acknowledged (flush.messages=1). */
  readonly syncsWrites: boolean;
  note(what: string): void;
  /** A client writes something. */
  produce(): void;
}

/**
 * The disk of a broker that is up is full for a while. Rejects with Error when the broker goes on leading what it cannot write,
 * though others are in sync.
 */
export async function fillDisk(world: FaultyWorld, broker: SimBroker, topic: string): Promise<void> {
  const { freeBytes, totalBytes } = broker.disk.space('/data');
  world.note(`the disk of broker ${broker.id} is full`);
  broker.disk.setCapacity(totalBytes - freeBytes);
  await handedOver(world, broker, topic);
  world.note(`the disk of broker ${broker.id} has room again`);
  broker.disk.setCapacity(Infinity);
}

/**
 * The disk of a broker that is up fails the next write to one partition, or the next sync where there are any: its log is of no
 * use until the next start. Rejects as `fillDisk` does. Answers whether anything was written meanwhile, so that it failed.
 */
export async function breakDisk(world: FaultyWorld, broker: SimBroker, topic: string, partition: PartitionIndex): Promise<boolean> {
  const operation = world.syncsWrites && world.random.below(2) === 0 ? 'sync' : 'write';
  world.note(`the disk of broker ${broker.id} fails a ${operation} of ${topic}-${partition}`);
  broker.disk.failNext(operation, 'io', { pathPart: `/${topic}-${partition}/` });
  await handedOver(world, broker, topic);
  broker.disk.forgetFaults();
  return broker.replicas?.partition(topic, partition)?.log.failure !== undefined;
}

/** The broker stops in order. Answers whether its disk failed a sync meanwhile, which makes the stop none in order; with nothing to sync none fails. */
export async function stopInOrder(world: FaultyWorld, broker: SimBroker, topic: string, diskFails: boolean): Promise<boolean> {
  world.note(`broker ${broker.id} shuts down in order${diskFails ? ', on a disk that fails' : ''}`);
  if (diskFails) broker.disk.failNext('sync', 'io', { pathPart: `/${topic}-` });
  await broker.shutDown();
  return !broker.disk.forgetFaults() && diskFails;
}

/** Waits a while, then until the broker leads nothing any more that was not written since, unless nobody else is in sync. */
async function handedOver(world: FaultyWorld, broker: SimBroker, topic: string): Promise<void> {
  const before = new Map([...(broker.replicas?.partitions() ?? [])].map(({ partition, log }) => [partition, log.writtenEndOffset]));
  await world.wait(300 + world.random.below(900));
  const endMs = world.time.clock.monotonicMs() + HANDOVER_MS;
  const stuck = (): PartitionIndex[] => [...before].flatMap(([partition, end]) => (leadsInVain(world, broker, topic, partition, end) ? [partition] : []));
  while (stuck().length > 0) {
    if (world.time.clock.monotonicMs() > endMs) throw new Error(`broker ${broker.id} cannot write ${topic}-${stuck().join()}, and leads on`);
    world.produce();
    await world.wait(20);
  }
}

function leadsInVain({ image }: FaultyWorld, broker: SimBroker, topic: string, index: PartitionIndex, endBefore: number): boolean {
  const state = image.topics.partition(topic, index);
  const log = broker.replicas?.partition(topic, index)?.log;
  return state?.leader === broker.id && state.isr.some((member: BrokerId) => member !== broker.id) && log?.writtenEndOffset === endBefore;
}
