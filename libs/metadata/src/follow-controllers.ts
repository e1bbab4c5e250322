import { brokerConfigs, resolveAll, type Clock, type Compression, type Crc32c, type Logger, type Random, type Scheduler } from '@ottla/model';
import type { ControllerAddress, LinkHello } from '@ottla/rpc';
import { anyController, fetchPatience } from './channel/any-controller.ts';
import { ControllerChannel } from './channel/controller-channel.ts';
import type { ControllerDirectory } from './channel/known-controllers.ts';
import { ConfigResourceType, type MetadataImage } from './image/image.ts';
import { MetadataLoader } from './loader/metadata-loader.ts';
import { MetadataObserver } from './loader/metadata-observer.ts';

export interface FollowControllersOptions {
  /** Who dials; null as the cluster's id where it is not known. */
  readonly hello: LinkHello;
  /** Reaches the controllers of the quorum. */
  readonly controllers: ControllerDirectory;
  readonly clock: Clock;
  readonly scheduler: Scheduler;
  readonly random: Random;
  readonly logger: Logger;
  readonly crc: Crc32c;
  readonly compression: Compression;
  /** Told of who votes now. */
  readonly onVoters?: (voters: readonly ControllerAddress[]) => void;
  /** Metadata cannot be applied: the process must stop. */
  readonly onFatal: (cause: Error) => void;
}

/** How a process that is no controller follows the metadata log, and reaches the active controller. */
export interface ControllerFollower {
  /** Publishers are registered here, before the observer starts. */
  readonly loader: MetadataLoader;
  /** The image as it is now. */
  readonly image: () => MetadataImage;
  /** To be started and stopped by whoever follows. */
  readonly observer: MetadataObserver;
  /** Dials when it is first used; to be closed. */
  readonly channel: ControllerChannel;
}

/** Follows nobody yet: dials with `observer.start()`. */
export function followControllers(options: FollowControllersOptions): ControllerFollower {
  const loader = new MetadataLoader(options.hello.clusterId ?? '');
  const channel = new ControllerChannel(options);
  const observer = new MetadataObserver({
    ...options, ...fetchPatience(options.controllers.dials.length), loader,
    dial: anyController(options),
    onLeader: (epoch) => channel.leaderChanged(epoch),
  });
  return { loader, image: () => loader.image, observer, channel };
}

/** `read` again only when the metadata moved. */
export function oncePerOffset<T>(image: () => MetadataImage, read: (image: MetadataImage) => T): () => T {
  let known: { readonly offset: number; readonly value: T } | undefined;
  return () => {
    const now = image();
    if (known?.offset !== now.offset) known = { offset: now.offset, value: read(now) };
    return known.value;
  };
}

/** The broker configs that hold for the whole cluster, over `settings` of this process: no broker's own are among them. */
export function clusterConfigs(image: MetadataImage, settings: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return resolveAll(brokerConfigs, { dynamicBroker: new Map(), dynamicDefault: image.configOf(ConfigResourceType.BROKER, ''), staticBroker: settings });
}
