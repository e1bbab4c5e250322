import type { QuorumController, MetadataImage } from '@ottla/metadata';
import type { Metrics } from '@ottla/model';
import { NO_LEADER } from '@ottla/model';
import type { RaftNode } from '@ottla/raft';

const CONTROLLER = 'kafka_controller_kafkacontroller';
const RAFT = 'kafka_server_raftmetrics';

/** Times that the controller tells of. */
export interface ControllerTimes {
  readonly onDecided: (ms: number) => void;
  readonly onCommitted: (ms: number) => void;
}

/** Where a controller tells its times, in milliseconds. */
export function controllerTimes(metrics: Metrics): ControllerTimes {
  const decided = metrics.histogram('kafka_controller_controllereventmanager_eventqueueprocessingtime_seconds', 'Time to decide a request, to append its records and to replay them');
  const committed = metrics.histogram(`${RAFT}_commit_latency_seconds`, 'Time from an append to the metadata log until it is committed');
  return { onDecided: (ms) => decided.observe(ms / 1000), onCommitted: (ms) => committed.observe(ms / 1000) };
}

/** Registers what can be told of the controller when metrics are collected. Answers how to remove it. */
export function watchController(metrics: Metrics, controller: QuorumController, raft: RaftNode): readonly (() => void)[] {
  return [...watchCluster(metrics, controller), ...watchRaft(metrics, raft)];
}

function watchCluster(metrics: Metrics, controller: QuorumController): readonly (() => void)[] {
  const image = (): MetadataImage => controller.image;
  const partitions = partitionFigures(image);
  const gauge = (name: string, help: string, read: () => number): (() => void) => metrics.gauge(`${CONTROLLER}_${name}`, help, read);
  const brokers = (isCounted: (broker: { readonly fenced: boolean; readonly inControlledShutdown: boolean }) => boolean) => (): number => [...image().brokers.values()].filter(isCounted).length;
  return [
    gauge('activecontrollercount', 'Whether this controller is the active one', () => (controller.isActive ? 1 : 0)),
    gauge('globaltopiccount', 'Topics in the cluster', () => image().topics.byName.size),
    gauge('globalpartitioncount', 'Partitions in the cluster', () => image().topics.partitionCount),
    gauge('offlinepartitionscount', 'Partitions without a leader', () => partitions().offline),
    gauge('preferredreplicaimbalancecount', 'Partitions that are not led by their first replica', () => partitions().imbalanced),
    gauge('activebrokercount', 'Registered brokers that are not fenced', brokers(({ fenced }) => !fenced)),
    gauge('fencedbrokercount', 'Registered brokers that are fenced', brokers(({ fenced }) => fenced)),
    gauge('controlledshutdownbrokercount', 'Registered brokers that are shutting down', brokers(({ inControlledShutdown }) => inControlledShutdown)),
    gauge('lastappliedrecordoffset', 'Offset of the last metadata record applied here', () => image().offset),
    gauge('lastappliedrecordtimestamp', 'When the last metadata record applied here was written, in milliseconds since 1970', () => image().timestamp),
    gauge('lastcommittedrecordoffset', 'Offset of the last metadata record that is committed', () => controller.committedOffset),
    metrics.collect(`${CONTROLLER}_brokerregistrationstate`, 'State of a registered broker: 10 fenced, 20 shutting down, 30 active', 'gauge', (emit) => {
      for (const { id, fenced, inControlledShutdown } of image().brokers.values()) emit(fenced ? 10 : inControlledShutdown ? 20 : 30, { broker: String(id) });
    }),
    metrics.gauge('ottla_controller_pending_answers', 'Requests that wait for a commit, or for brokers to apply one', () => controller.pendingAnswers),
  ];
}

/** Read anew when the metadata moved; with a million partitions a pass takes some 20 ms. */
function partitionFigures(image: () => MetadataImage): () => { readonly offline: number; readonly imbalanced: number } {
  let offset = -2;
  let figures = { offline: 0, imbalanced: 0 };
  return () => {
    if (image().offset === offset) return figures;
    offset = image().offset;
    figures = { offline: 0, imbalanced: 0 };
    for (const { partitions } of image().topics.byName.values()) {
      for (const { leader, replicas } of partitions) {
        if (leader === NO_LEADER) figures.offline++;
        if (leader !== replicas[0]) figures.imbalanced++;
      }
    }
    return figures;
  };
}

function watchRaft(metrics: Metrics, raft: RaftNode): readonly (() => void)[] {
  return [
    metrics.gauge(`${RAFT}_current_leader`, 'Node that leads the metadata quorum as far as known here; -1: none', () => raft.leader().leaderId),
    metrics.gauge(`${RAFT}_current_epoch`, 'Epoch of the metadata quorum', () => raft.leader().epoch),
    metrics.gauge(`${RAFT}_high_watermark`, 'Offset behind the last committed metadata record', () => raft.highWatermark),
    metrics.gauge(`${RAFT}_number_of_voters`, 'Voters of the metadata quorum', () => raft.quorum().voters.length),
    metrics.gauge(`${RAFT}_log_end_offset`, 'Offset that the next metadata record will have here', () => raft.quorum().voters.find(({ id }) => id === raft.nodeId)?.logEndOffset ?? -1),
    metrics.gauge('ottla_raft_bytes_since_snapshot', 'Bytes of metadata log since the latest snapshot', () => raft.bytesSinceSnapshot),
  ];
}
