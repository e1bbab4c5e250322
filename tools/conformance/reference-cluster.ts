import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort, ReferenceKafka } from '../measure/servers.ts';

/** Several brokers hold what the script, made for one, wants of one replica. */
const REPLICATED = ['offsets.topic.replication.factor=3', 'transaction.state.log.replication.factor=3', 'transaction.state.log.min.isr=2', 'default.replication.factor=3'];

/** A test of fetches from followers knows brokers by racks of this name. */
export function rackOf(brokerId: number): string {
  return `RACK${brokerId}`;
}

/**
 * Three nodes of a real Kafka, started by the script of ReferenceKafka: the first is the controller, too. The others
 * get a formatted folder before the script looks, since it would format them as clusters of their own.
 */
export class ReferenceCluster {
  readonly #nodes: ReferenceKafka[] = [];
  readonly #script: string;
  readonly #directory: string;
  readonly #settings: readonly string[];

  constructor(script: string, directory: string, settings: readonly string[]) {
    this.#script = script;
    this.#directory = directory;
    this.#settings = [...REPLICATED, ...settings];
  }

  get bootstrap(): string {
    return this.#nodes.map(({ host, port }) => `${host}:${port}`).join(',');
  }

  async start(): Promise<void> {
    const first = await this.#node(1, []);
    const meta = readFileSync(join(first.directory, 'data/meta.properties'), 'utf8');
    for (const id of [2, 3]) {
      await this.#node(id, [`controller.quorum.bootstrap.servers=127.0.0.1:${first.port + 1}`, 'process.roles=broker', `node.id=${id}`], meta);
    }
  }

  async terminate(): Promise<void> {
    for (const node of this.#nodes.toReversed()) await node.terminate();
  }

  async #node(id: number, settings: readonly string[], meta?: string): Promise<ReferenceKafka> {
    const port = await freePort();
    const directory = join(this.#directory, `kafka-${id}`);
    if (meta !== undefined) {
      mkdirSync(join(directory, 'data'), { recursive: true });
      const own = meta.replace(/^node\.id=.*$/m, `node.id=${id}`).replace(/^directory\.id=.*$/m, `directory.id=${this.#uuid()}`);
      writeFileSync(join(directory, 'data/meta.properties'), own);
    }
    const listeners = meta === undefined ? [] : [`listeners=PLAINTEXT://127.0.0.1:${port}`];
    const node = new ReferenceKafka(this.#script, directory, port, [...this.#settings, `broker.rack=${rackOf(id)}`, ...settings, ...listeners]);
    // Before it has started: what fails to start is ended, too.
    this.#nodes.push(node);
    await node.start();
    return node;
  }

  #uuid(): string {
    return execFileSync(this.#script, ['run', 'kafka.tools.StorageTool', 'random-uuid'], { encoding: 'utf8' }).trim();
  }
}
