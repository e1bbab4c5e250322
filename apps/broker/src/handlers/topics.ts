import { ErrorCode, type BrokerId, type LeaderEpoch, type PartitionIndex, type Uuid } from '@ottla/model';
import type { MetadataImage, TopicImage } from '@ottla/metadata';
import type { Partition, ReplicaManager } from '@ottla/replication';

/** A partition that can be used here, or why not. */
export interface Resolved {
  readonly partition: Partition | undefined;
  readonly error: ErrorCode;
}

/** Who leads a partition now, for clients that asked the wrong broker (KIP-951). */
export interface CurrentLeader {
  readonly leaderId: BrokerId;
  readonly leaderEpoch: LeaderEpoch;
}

/** Finds topics and partitions as clients name them: by name, or by id since KIP-516. */
export class TopicResolver {
  readonly #image: () => MetadataImage;
  readonly #replicas: ReplicaManager;

  constructor(image: () => MetadataImage, replicas: ReplicaManager) {
    this.#image = image;
    this.#replicas = replicas;
  }

  topic(usesIds: boolean, name: string, id: Uuid): TopicImage | undefined {
    const { topics } = this.#image();
    return usesIds ? topics.getById(id) : topics.get(name);
  }

  /** A partition of `topic` for a request that only its leader serves. */
  partition(topic: TopicImage | undefined, index: PartitionIndex, usesIds: boolean): Resolved {
    if (topic === undefined) {
      return { partition: undefined, error: usesIds ? ErrorCode.UNKNOWN_TOPIC_ID : ErrorCode.UNKNOWN_TOPIC_OR_PARTITION };
    }
    if (topic.partitions[index] === undefined) return { partition: undefined, error: ErrorCode.UNKNOWN_TOPIC_OR_PARTITION };
    const partition = this.#replicas.partition(topic.name, index);
    if (partition === undefined) return { partition: undefined, error: ErrorCode.NOT_LEADER_OR_FOLLOWER };
    return { partition, error: ErrorCode.NONE };
  }

  currentLeader(topic: TopicImage | undefined, index: PartitionIndex): CurrentLeader | undefined {
    const state = topic?.partitions[index];
    return state === undefined ? undefined : { leaderId: state.leader, leaderEpoch: state.leaderEpoch };
  }
}

/** Whether the client should be told who leads instead. */
export function isLeaderError(error: ErrorCode): boolean {
  return error === ErrorCode.NOT_LEADER_OR_FOLLOWER || error === ErrorCode.FENCED_LEADER_EPOCH;
}
