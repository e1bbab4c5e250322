import { type BrokerImage, MetadataRaftLog, metadataLogService, QuorumController, readBootstrapRecords, SnapshotGenerator } from '@ottla/metadata';
import type { BrokerId, Disk, Logger, ProcessPorts, Uuid } from '@ottla/model';
import { majorityOf, RaftNode, type Peer, type RaftPeers, type RaftTiming, type VoterEndpoint } from '@ottla/raft';
import type { AcceptLink, ControllerClientService, ControllerService, RaftClientService, RaftService } from '@ottla/rpc';
import type { SegmentFiles } from '@ottla/storage';
import { controllerTimes, watchController } from './controller-metrics.ts';
import { controllerSettingsFrom } from './controller-settings.ts';
import { withObservers, withVoterApis } from './quorum/voter-apis.ts';
import { acceptRaftLinks, RaftLinks, type DialPeer } from './quorum/raft-links.ts';

export { controllerSettingsFrom, type ControllerSettings } from './controller-settings.ts';

export interface ControllerQuorumOptions extends ProcessPorts {
  readonly disk: Disk;
  /** Shared with the partition logs of this process, so that one bound on open files holds for all. */
  readonly segmentFiles: SegmentFiles;
  readonly nodeId: BrokerId;
  readonly clusterId: string;
  /** metadata.log.dir, formatted, and its directory.id. */
  readonly metadataLogDir: string;
  readonly directoryId: Uuid;
  /** Where this voter's controller listener can be reached. */
  readonly endpoints: readonly VoterEndpoint[];
  /** How to reach other voters; left out in a quorum of one. */
  readonly quorum?: {
    readonly dial: DialPeer;
    /** Who to ask for the leader while no voter is known. */
    readonly bootstrap: readonly Peer[];
  };
  /** server.properties and --set, checked. */
  readonly settings: ReadonlyMap<string, string>;
  /** Whether a broker whose link just closed is dead for certain; left out, only silence for the session timeout fences. Never rejects. */
  readonly isGone?: (broker: BrokerImage) => Promise<boolean>;
  /** The process must stop: the metadata log failed, or the state does not fit it. */
  onFatal(cause: Error): void;
}

export interface ControllerQuorumWiring {
  readonly controller: QuorumController;
  readonly raft: RaftNode;
  /** Serves one link of a broker or coordinator. */
  readonly accept: AcceptLink<ControllerService, ControllerClientService>;
  /** Serves one link of another node of the quorum. */
  readonly acceptRaft: AcceptLink<RaftService, RaftClientService>;
  /** What keeps this controller from its work, in words; empty: it hears from the active controller, or is it. */
  readonly hindrances: () => readonly string[];
  /** Takes part in the quorum from the end of this turn on. */
  start(): void;
  /** Before the links close: an active controller lets another one take over. */
  handOver(): Promise<void>;
  /** What was appended by now is still made durable; unanswered requests are refused. Close the links first. */
  stop(): Promise<void>;
}

/**
 * The whole control plane of one process. Throws DiskError, or KafkaError(KAFKA_STORAGE_ERROR, CORRUPT_MESSAGE) when
 * the metadata log cannot be opened.
 */
export function wireControllerQuorum(options: ControllerQuorumOptions): ControllerQuorumWiring {
  const { disk, crc, compression, metadataLogDir, metrics } = options;
  const logger = options.logger.with({ plane: 'controller-quorum', nodeId: options.nodeId });
  const { config, segmentBytes, segmentMs, raftTiming, ...snapshotting } = controllerSettingsFrom(options.settings);

  const log = new MetadataRaftLog({ ...options, logger, segmentBytes, segmentMs });
  const raft = new RaftNode({ ...options, logger, log, ...raftPeers(options, raftTiming, logger) });
  const bootstrapRecords = readBootstrapRecords(disk, metadataLogDir, crc, compression);
  const controller = new QuorumController({ ...options, logger, raft, config, bootstrapRecords, ...controllerTimes(metrics) });
  const snapshots = new SnapshotGenerator({ raft, image: () => controller.image, scheduler: options.scheduler, logger, ...snapshotting }, controller);
  const metadataLog = metadataLogService(raft);
  const removeGauges = watchController(metrics, controller, raft);

  return {
    controller,
    raft,
    accept: (link) => {
      const service = controller.service(link);
      const directoryOf = (brokerId: BrokerId): Uuid | undefined => controller.image.brokers.get(brokerId)?.logDirs[0];
      return { ...service, ...metadataLog, forward: withVoterApis(raft, service.forward), heartbeat: withObservers(raft, directoryOf, service.heartbeat) };
    },
    acceptRaft: acceptRaftLinks({ raft, logger }),
    hindrances: () => controllerHindrances(raft, controller),
    start: () => raft.start(snapshots),
    handOver: () => raft.handOver(),
    stop: async () => {
      for (const remove of removeGauges) remove();
      snapshots.close();
      controller.stop();
      await raft.close();
    },
  };
}

function controllerHindrances(raft: RaftNode, controller: QuorumController): readonly string[] {
  const { leaderId } = raft.leader();
  if (leaderId < 0) return [`this controller hears from no leader of the metadata quorum, of which ${majorityOf(raft.voters.length)} of ${raft.voters.length} voters have to run and reach each other`];
  if (leaderId === raft.nodeId && !controller.isActive) return ['this controller leads the quorum, and still replays the metadata log'];
  return [];
}

function raftPeers({ quorum, random, nodeId, clusterId }: ControllerQuorumOptions, timing: RaftTiming, logger: Logger): { readonly peers?: RaftPeers } {
  if (quorum === undefined) return {};
  const transport = new RaftLinks({ role: 'controller', nodeId, incarnationId: random.uuid(), clusterId }, quorum.dial, logger);
  return { peers: { transport, random, timing, bootstrap: quorum.bootstrap } };
}
