import { MetadataLoader, type MetadataImage } from '@ottla/metadata';
import type { BrokerId, LeaderEpoch, Offset } from '@ottla/model';
import { ReplicaInvariants } from '@ottla/replication/simulation';
import { PARTITIONS, TOPIC } from './cluster-topic.ts';
import type { ClusterWorld } from './cluster-world.ts';

/**
 * What must hold in a cluster. All along: one leader an epoch of the quorum; high watermarks of controllers never go back;
 * committed metadata is equal everywhere (`CommittedHistory`), and so is what a snapshot stands for; of the replicas what `ReplicaInvariants` say. At the end the
 * state of every controller, the active one's included, is what the committed records make, and every replica is in a folder
 * that its broker has.
 */
export class ClusterInvariants {
  readonly replicas: ReplicaInvariants;
  readonly #world: ClusterWorld;
  readonly #active = new Map<LeaderEpoch, BrokerId>();
  readonly #highWatermarks = new Map<BrokerId, { readonly life: number; readonly offset: Offset }>();
  #turns = 0;

  constructor(world: ClusterWorld) {
    this.#world = world;
    this.replicas = new ReplicaInvariants(world, TOPIC, PARTITIONS);
  }

  /** Epochs in which a controller was active. */
  get epochs(): number {
    return this.#active.size;
  }

  /** Throws Error. */
  check(): void {
    this.#checkControllers();
    this.replicas.checkLeaders();
    if (++this.#turns % 50 === 0) this.replicas.checkReplicas();
  }

  #checkControllers(): void {
    for (const { id, life, leadsIn, highWatermark } of this.#world.controllers) {
      const before = this.#highWatermarks.get(id);
      if (before?.life === life && highWatermark < before.offset) throw new Error(`the high watermark of controller ${id} went back from ${before.offset} to ${highWatermark}`);
      this.#highWatermarks.set(id, { life, offset: highWatermark });
      if (leadsIn === undefined) continue;
      const known = this.#active.get(leadsIn);
      if (known !== undefined && known !== id) throw new Error(`controllers ${known} and ${id} were both active in epoch ${leadsIn}`);
      if (known === undefined) this.#world.note(`controller ${id} is active in epoch ${leadsIn}`);
      this.#active.set(leadsIn, id);
    }
  }

  /** Whether every controller knows all that is committed, and no more than that. */
  areControllersEven(): boolean {
    return this.#world.controllers.every(({ controller }) => controller?.image.offset === this.#world.image.offset);
  }

  /** What a process made of a snapshot is what the records below its end make. */
  checkSnapshot(who: string, endOffset: Offset, image: MetadataImage): void {
    const loader = new MetadataLoader('cluster');
    loader.apply(this.#world.committedBatches.filter(({ lastOffset }) => lastOffset < endOffset));
    const [found, expected] = [stateOf(image), stateOf(loader.image)];
    if (found !== expected) this.#world.fail(new Error(`the snapshot at ${endOffset} made of ${who} ${found}, but what is committed below makes ${expected}`));
  }

  /** A controller that lost its leadership has taken back what was not committed. */
  #checkImages(): void {
    if (!this.areControllersEven()) throw new Error('the controllers stand at different offsets');
    const expected = stateOf(this.#world.image);
    for (const { id, controller } of this.#world.controllers) {
      const found = controller === undefined ? 'gone' : stateOf(controller.image);
      if (found !== expected) throw new Error(`the state of controller ${id} is ${found}, but what is committed makes ${expected}`);
    }
  }

  /** Once replicas and controllers are even. Throws Error. */
  checkEnd(): void {
    this.replicas.checkEnd();
    this.#checkImages();
    this.#checkFolders();
  }

  /** Who is in sync may lead: its replica is where the controllers believe it to be. */
  #checkFolders(): void {
    const { brokers, topics } = this.#world.image;
    for (const [index, partition] of (topics.get(TOPIC)?.partitions ?? []).entries()) {
      const lost = partition.isr.find((member) => brokers.get(member)?.logDirs.includes(partition.directoryOf(member)) !== true);
      if (lost !== undefined) throw new Error(`broker ${lost} is in sync for ${index}, but not with a folder that it has`);
    }
  }
}

/** Brokers and partitions of an image, as text. */
function stateOf({ brokers, topics }: MetadataImage): string {
  const known = [...brokers.values()].map(({ id, epoch, fenced, inControlledShutdown }) => [id, epoch, fenced, inControlledShutdown]).sort(([a = 0], [b = 0]) => Number(a) - Number(b));
  const partitions = topics.get(TOPIC)?.partitions.map(({ leader, leaderEpoch, partitionEpoch, isr, elr }) => [leader, leaderEpoch, partitionEpoch, isr, elr]);
  return JSON.stringify({ known, partitions });
}
