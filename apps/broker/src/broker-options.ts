import type { ListenerSecurity } from '@ottla/listener';
import type { ControllerChannel, ControllerDirectory, MetadataImage, MetadataPublisher } from '@ottla/metadata';
import type { BrokerId, Counter, Disk, Logger, ProcessPorts, Uuid } from '@ottla/model';
import type { AcceptLink, BrokerEndpoint, BrokerService, ControllerAddress, CoordinatorService, ShardHostService } from '@ottla/rpc';
import type { CleanerThread, SegmentFiles, SegmentScan, SegmentScanRequest } from '@ottla/storage';
import type { BrokerConfig } from './broker-config.ts';
import type { OpeningThread } from './opening/batch-opener.ts';

/** Security protocols of listeners, as registrations of brokers number them. */
export const PROTOCOL_IDS = { PLAINTEXT: 0, SSL: 1 } as const;

/** What clients of a listener speak. */
export type SecurityProtocol = keyof typeof PROTOCOL_IDS;

/** One client listener: what is bound, and what clients are told. Port 0 takes a free one; it is told as bound. */
export interface BrokerListener {
  readonly name: string;
  readonly securityProtocol: SecurityProtocol;
  /** '' binds every interface. */
  readonly host: string;
  readonly port: number;
  readonly advertisedHost: string;
  /** 0 stands for the bound port. */
  readonly advertisedPort: number;
}

/** Starts a thread that cleans logs, held to a rate of bytes per second; `io` counts what it reads and writes. */
export type StartCleaner = (bytesPerSecond: () => number, io: Counter) => CleanerThread;

/** What a broker is made of: the machine as ports, who it is, and how it reaches the others. */
export interface BrokerOptions extends ProcessPorts {
  readonly disk: Disk;
  readonly segmentFiles: SegmentFiles;
  readonly brokerId: BrokerId;
  readonly rack: string | null;
  readonly clusterId: string;
  /** Absolute path of the one log folder, formatted, and its directory.id. */
  readonly logDir: string;
  readonly directoryId: Uuid;
  readonly listeners: readonly BrokerListener[];
  /** Sizes the buffers of a bound socket and of what it accepts, in bytes, -1 for the system's own; left to the system when left out. */
  readonly sizeSocketBuffers?: ((descriptor: number, sendBytes: number, receiveBytes: number) => void) | undefined;
  /** Of listeners with SSL; wanted where there is one. */
  readonly ssl?: ListenerSecurity | undefined;
  /** server.properties and --set, checked. */
  readonly settings: ReadonlyMap<string, string>;
  /** Reaches the controllers of the quorum. */
  readonly controllers: ControllerDirectory;
  /** Told of who votes now. */
  readonly onVoters?: (voters: readonly ControllerAddress[]) => void;
  /** host:port at which coordinators and controllers reach this broker, asked when it registers; left out where the planes share a process. */
  readonly planeEndpoint?: () => string;
  /** Reads segments after a crash off this thread; in this thread when left out. */
  readonly scan?: (request: SegmentScanRequest) => Promise<SegmentScan>;
  /** Starts a thread that opens large batches where topics want it; the append opens them itself when left out. */
  readonly startOpening?: ((logger: Logger) => OpeningThread) | undefined;
  /** Starts a thread that cleans logs, held to a rate of bytes per second; they are cleaned in this thread when left out. */
  readonly startCleaner?: StartCleaner;
  /** The process must stop. */
  readonly onFatal: (cause: Error) => void;
}

/** Planes of the same process, which start with the broker. */
export interface StartedBeside {
  /** They share its image; called after the broker's own. */
  readonly publishers?: readonly MetadataPublisher[];
  /** What must be ready before the first client is served; partitions are led by then. */
  readonly beforeServing?: () => Promise<void>;
}

/** The data plane of one process, wired. */
export interface BrokerWiring {
  readonly image: () => MetadataImage;
  readonly config: BrokerConfig;
  readonly channel: ControllerChannel;
  /** How many partitions of an internal topic this broker leads. */
  readonly ledShardCount: (topic: string) => number;
  /** Serves one link of a coordinator. */
  readonly acceptCoordinator: AcceptLink<ShardHostService, CoordinatorService>;
  /** What keeps this broker from serving clients, in words; empty: it is unfenced and follows the controller. */
  readonly hindrances: () => readonly string[];
  /** Serves one link of a controller that wants to know whether this broker lives. */
  readonly acceptController: AcceptLink<BrokerService, Record<never, never>>;
  /** Client addresses, once `start` settled. */
  readonly addresses: () => readonly BrokerEndpoint[];
  /** Loads the logs, registers, and settles when clients are served. */
  start(beside?: StartedBeside): Promise<void>;
  /** Hands leadership over, answers what is under way, closes the logs cleanly. Also during `start`, which then rejects; logs that are still being loaded are let go of. */
  stop(): Promise<void>;
  /** Lets go of everything at once, as a killed process would, also during `start`; the folder is recovered at the next start. Settles when no file is touched any more. */
  abandon(): Promise<void>;
}
