import type { MetadataDelta, MetadataImage, MetadataPublisher } from '@ottla/metadata';
import type { BrokerId, ProcessPorts } from '@ottla/model';
import type { CoordinatorService, DialLink, LinkHello, ShardHostService } from '@ottla/rpc';
import { BrokerLinks } from './broker-links.ts';
import type { CoordinatorInstance } from './coordinator-instance.ts';

/** What every coordinator plane is made of. */
export interface CoordinatorPlaneOptions extends ProcessPorts {
  /** The coordinator instance's own number, unique among coordinators of its role. */
  readonly nodeId: number;
  readonly clusterId: string | null;
  /** How to reach a broker's plane end point. */
  readonly dialBroker: (broker: BrokerId) => DialLink<CoordinatorService, ShardHostService>;
  /** The metadata image of this process, which changes in place. Asked anew in each turn. */
  readonly image: () => MetadataImage;
}

/** A coordinator plane that is wired. */
export interface CoordinatorPlane<R> {
  readonly instance: CoordinatorInstance<R>;
  /** What keeps this coordinator from its work, in words; empty: it has a link to every broker that lives, and no shard is loading. */
  readonly hindrances: () => readonly string[];
  /** To be registered with the process's metadata loader: follows the brokers. */
  readonly publisher: MetadataPublisher;
  /** Dials the brokers that the image names now; the publisher adds and removes further ones. */
  start(): void;
  stop(reason: string): void;
}

/** One coordinator's own part of its plane. */
export interface CoordinatorParts<R> {
  readonly role: LinkHello['role'];
  /** Name of its publisher. */
  readonly name: string;
  readonly instance: CoordinatorInstance<R>;
  /** Hears of a publication after the links have. */
  readonly onMetadataUpdate?: (delta: MetadataDelta) => void;
  /** Called at the stop. */
  readonly removeGauges: readonly (() => void)[];
}

/** Links a coordinator's instance to the brokers of the image, and lets both end together. Answers the links, too. */
export function linkToBrokers<R>(options: CoordinatorPlaneOptions, { role, name, instance, onMetadataUpdate, removeGauges }: CoordinatorParts<R>): CoordinatorPlane<R> & { readonly links: BrokerLinks } {
  const { image, nodeId, clusterId, dialBroker, random } = options;
  const hello: LinkHello = { role, nodeId, incarnationId: random.uuid(), clusterId };
  const links = new BrokerLinks({ ...options, connect: (broker) => instance.connect(dialBroker(broker), hello) });
  return {
    instance, links,
    hindrances: () => coordinatorHindrances(image(), links, instance.shardCount('loading')),
    publisher: {
      name,
      onMetadataUpdate(delta, changed) {
        if (delta.brokers.size > 0 || delta.isSnapshot) links.setBrokers(new Set(changed.brokers.keys()));
        links.onBrokersChanged(delta.brokers);
        onMetadataUpdate?.(delta);
      },
    },
    start: () => links.setBrokers(new Set(image().brokers.keys())),
    stop: (reason) => {
      links.stop(reason);
      instance.stop(reason);
      for (const remove of removeGauges) remove();
    },
  };
}

function coordinatorHindrances({ brokers }: MetadataImage, links: BrokerLinks, loadingShards: number): readonly string[] {
  const live = [...brokers.values()].filter(({ fenced }) => !fenced).map(({ id }) => id);
  if (live.length === 0) return ['no broker is known that lives'];
  const hindrances: string[] = [];
  const unlinked = live.filter((id) => links.linkTo(id) === undefined);
  if (unlinked.length > 0) hindrances.push(`no link to broker ${unlinked.join(', ')}`);
  if (loadingShards > 0) hindrances.push(`${loadingShards} shards are loading`);
  return hindrances;
}
