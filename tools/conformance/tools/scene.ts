import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StartedTool, ToolDriver, ToolEnd } from './tool-driver.ts';

/** Kafka's tools by the name of their script, with the option that names the servers. */
const TOOLS = {
  acls: ['org.apache.kafka.tools.AclCommand', '--bootstrap-server'],
  'broker-api-versions': ['org.apache.kafka.tools.BrokerApiVersionsCommand', '--bootstrap-server'],
  'client-metrics': ['org.apache.kafka.tools.ClientMetricsCommand', '--bootstrap-server'],
  cluster: ['org.apache.kafka.tools.ClusterTool', '--bootstrap-server'],
  configs: ['kafka.admin.ConfigCommand', '--bootstrap-server'],
  'console-consumer': ['org.apache.kafka.tools.consumer.ConsoleConsumer', '--bootstrap-server'],
  'console-producer': ['org.apache.kafka.tools.ConsoleProducer', '--bootstrap-server'],
  'consumer-groups': ['org.apache.kafka.tools.consumer.group.ConsumerGroupCommand', '--bootstrap-server'],
  'consumer-perf-test': ['org.apache.kafka.tools.ConsumerPerformance', '--bootstrap-server'],
  'delegation-tokens': ['org.apache.kafka.tools.DelegationTokenCommand', '--bootstrap-server'],
  'delete-records': ['org.apache.kafka.tools.DeleteRecordsCommand', '--bootstrap-server'],
  'dump-log': ['org.apache.kafka.tools.DumpLogSegments', ''],
  e2e: ['org.apache.kafka.tools.EndToEndLatency', '--bootstrap-server'],
  features: ['org.apache.kafka.tools.FeatureCommand', '--bootstrap-server'],
  'get-offsets': ['org.apache.kafka.tools.GetOffsetShell', '--bootstrap-server'],
  groups: ['org.apache.kafka.tools.GroupsCommand', '--bootstrap-server'],
  'leader-election': ['org.apache.kafka.tools.LeaderElectionCommand', '--bootstrap-server'],
  'log-dirs': ['org.apache.kafka.tools.LogDirsCommand', '--bootstrap-server'],
  'metadata-quorum': ['org.apache.kafka.tools.MetadataQuorumCommand', '--bootstrap-server'],
  'producer-perf-test': ['org.apache.kafka.tools.ProducerPerformance', '--bootstrap-server'],
  'reassign-partitions': ['org.apache.kafka.tools.reassign.ReassignPartitionsCommand', '--bootstrap-server'],
  'replica-verification': ['org.apache.kafka.tools.ReplicaVerificationTool', '--broker-list'],
  'share-groups': ['org.apache.kafka.tools.consumer.group.ShareGroupCommand', '--bootstrap-server'],
  storage: ['kafka.tools.StorageTool', ''],
  'streams-application-reset': ['org.apache.kafka.tools.StreamsResetter', '--bootstrap-server'],
  'streams-groups': ['org.apache.kafka.tools.streams.StreamsGroupCommand', '--bootstrap-server'],
  topics: ['org.apache.kafka.tools.TopicCommand', '--bootstrap-server'],
  transactions: ['org.apache.kafka.tools.TransactionsCommand', '--bootstrap-server'],
  'verifiable-consumer': ['org.apache.kafka.tools.VerifiableConsumer', '--bootstrap-server'],
  'verifiable-producer': ['org.apache.kafka.tools.VerifiableProducer', '--bootstrap-server'],
} as const;

export type ToolName = keyof typeof TOOLS;

/** One invocation and what came of it. */
export interface Step extends ToolEnd {
  readonly tool: string;
  readonly line: string;
  readonly asked: Asked;
}

export interface Asked {
  readonly stdin?: string;
  /** The tool goes through a hash map, or several brokers answer: lines are compared sorted. */
  readonly inAnyOrder?: boolean;
  /** What else of its output is a matter of time or of the machine. */
  readonly masks?: readonly RegExp[];
  /** Figures: only the exit code and the number of lines are compared. */
  readonly onlyShape?: boolean;
  readonly limitMs?: number;
}

/** A row of the table: invocations that belong together, in their order. */
export interface ToolCase {
  readonly name: string;
  /** Where it runs. */
  readonly on: 'one broker' | 'three brokers';
  run(scene: Scene): Promise<void>;
}

const LIMIT_MS = 60_000;
/** How often a tool is asked again for what takes time, and for how long. */
const AGAIN_AFTER_MS = 300;

/** One server as the cases see it. */
export class Scene {
  readonly steps: Step[] = [];
  /** host:port of the brokers, separated by commas. */
  readonly bootstrap: string;
  /** The log folder of each broker, by its id. */
  readonly logDirs: ReadonlyMap<number, string>;
  readonly #driver: ToolDriver;
  readonly #folder: string;
  readonly #started: StartedTool[] = [];

  constructor(bootstrap: string, logDirs: ReadonlyMap<number, string>, driver: ToolDriver, folder: string) {
    this.bootstrap = bootstrap;
    this.logDirs = logDirs;
    this.#driver = driver;
    this.#folder = folder;
    mkdirSync(folder, { recursive: true });
  }

  /** Runs a tool and keeps what it said for the comparison. `line` is split at spaces, but for what stands in single quotes. */
  async tool(tool: ToolName, line: string, asked: Asked = {}): Promise<ToolEnd> {
    const end = await this.quiet(tool, line, asked);
    this.steps.push({ tool, line, asked, ...end });
    return end;
  }

  /** Runs a tool whose output is not compared. */
  async quiet(tool: ToolName, line: string, asked: Asked = {}): Promise<ToolEnd> {
    return await this.#driver.run(TOOLS[tool][0], this.#words(tool, line), asked.stdin ?? '', asked.limitMs ?? LIMIT_MS);
  }

  /** Asks until `until` finds what it wants, which other processes bring about; the last answer is compared. */
  async settled(tool: ToolName, line: string, until: (end: ToolEnd) => boolean, asked: Asked = {}): Promise<ToolEnd> {
    for (const startedAt = performance.now(); ; ) {
      const end = await this.quiet(tool, line, asked);
      if (!until(end) && performance.now() - startedAt < LIMIT_MS) {
        await new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER_MS));
        continue;
      }
      this.steps.push({ tool, line, asked, ...end });
      return end;
    }
  }

  /** Starts a tool that goes on beside the next ones. */
  start(tool: ToolName, line: string): StartedTool {
    return this.startClass(TOOLS[tool][0], this.#words(tool, line));
  }

  /** Keeps what the case itself found out, for the comparison. */
  note(what: string, found: string): void {
    this.steps.push({ tool: '', line: what, asked: {}, exit: '0', stdout: found, stderr: '' });
  }

  /** Runs a program of ours that compileDriver compiled. */
  async program(mainClass: string, line: string, asked: Asked = {}): Promise<ToolEnd> {
    const end = await this.#driver.run(mainClass, line.split(' '), '', asked.limitMs ?? LIMIT_MS);
    this.steps.push({ tool: mainClass, line, asked, ...end });
    return end;
  }

  /** Starts any class of the jars. */
  startClass(mainClass: string, args: readonly string[]): StartedTool {
    const started = this.#driver.start(mainClass, args, LIMIT_MS * 5);
    this.#started.push(started);
    return started;
  }

  /** Ends what a case that failed has left. */
  async stopAll(): Promise<void> {
    await Promise.all(this.#started.splice(0).map((each) => each.stop()));
  }

  /** Where the files of this scene lie; programs find them by their names alone. */
  get folder(): string {
    return this.#folder;
  }

  /** A file for a tool to read; answers its path, which is the same for every server. */
  file(name: string, content: string): string {
    writeFileSync(join(this.#folder, name), content);
    return name;
  }

  #words(tool: ToolName, line: string): readonly string[] {
    const words = [...line.matchAll(/(?:[^\s']|'[^']*')+/g)].map(([word]) => word.replaceAll("'", ''));
    const option = TOOLS[tool][1];
    const servers = option === '' || words.includes('--bootstrap-controller') || words.includes('--no-bootstrap') ? [] : [option, this.bootstrap];
    // The sub-commands of argparse want the servers before or behind, by tool.
    const rest = words.filter((word) => word !== '--no-bootstrap');
    return ['features', 'metadata-quorum', 'transactions'].includes(tool) ? [...servers, ...rest] : [...rest, ...servers];
  }
}
