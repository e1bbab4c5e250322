import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { JARS, lacksJars } from '../../measure/reference-jars.ts';
import { Histogram } from '../histogram.ts';
import type { Counts, Load, LoadContext, Prepared } from '../load.ts';
import { readBack } from '../read-back.ts';
import { createTopic, deleteTopic, endOffsets, type Topic } from '../topics.ts';
import { boundedTopicOf } from './produce.ts';

const BEGINS_WITHIN_MS = 30_000;
const ENDS_WITHIN_MS = 30_000;
/** Requests that a client left behind when it ended are served within. */
const SETTLE_MS = 500;
/** More than any run sends; the tool ends when it is told to. */
const ENDLESS_MESSAGES = 2_000_000_000;
const REPORTS_EACH_MS = 200;
const KEPT_LINES = 20;

export interface RealClientShape {
  readonly label: string;
  readonly client: 'librdkafka' | 'java';
  readonly partitions: number;
  readonly messageBytes: number;
}

/** A producer that people use, in a process of its own, with its defaults: what reaches the server is as it makes it. */
export function realClient(shape: RealClientShape): Prepared {
  return {
    start: async (context) => {
      const load = new RealClient(context, shape, await createTopic(context, shape.label, shape.partitions, boundedTopicOf(context.system)));
      await load.open();
      return load;
    },
    dispose: () => Promise.resolve(),
  };
}

/** Counts what the client says was acknowledged. Nothing is guessed between two of its reports: who measures waits for one. */
class RealClient implements Load {
  /** Stays empty: the clients tell no percentiles as they go. */
  readonly latency = new Histogram();
  readonly #context: LoadContext;
  readonly #shape: RealClientShape;
  readonly #topic: Topic;
  #child: ChildProcess | undefined;
  #exited: Promise<unknown> = Promise.resolve();
  #isEnding = false;
  #messages = 0;
  #nextReport = Promise.withResolvers<void>();

  constructor(context: LoadContext, shape: RealClientShape, topic: Topic) {
    this.#context = context;
    this.#shape = shape;
    this.#topic = topic;
  }

  async open(): Promise<void> {
    const [command, ...words] = commandOf(this.#shape, this.#context.system.brokers.join(','), this.#topic.name);
    const child = spawn(command as string, words, { stdio: ['ignore', 'pipe', 'pipe'] });
    this.#child = child;
    this.#context.client.onClose(() => void child.kill('SIGKILL'));
    this.#exited = new Promise((resolve) => child.once('exit', resolve));
    const lines: string[] = [];
    const begun = Promise.withResolvers<void>();
    for (const input of [child.stdout, child.stderr]) {
      createInterface({ input: input as NodeJS.ReadableStream }).on('line', (line) => {
        if (lines.push(line) > KEPT_LINES) lines.shift();
        if (this.#takeReport(line)) begun.resolve();
      });
    }
    child.once('error', (error) => this.#context.client.fail(error));
    void this.#exited.then(() => {
      if (!this.#isEnding) this.#context.client.fail(new Error(`the client ended on its own:\n${lines.join('\n')}`));
    });
    const timer = setTimeout(() => this.#context.client.fail(new Error(`the client sent nothing within ${BEGINS_WITHIN_MS} ms:\n${lines.join('\n')}`)), BEGINS_WITHIN_MS);
    await Promise.race([begun.promise, this.#context.client.failed]).finally(() => clearTimeout(timer));
  }

  /** `N acknowledged` counts from the start, Java's `N records sent, ...` since its last report. Answers whether some were. */
  #takeReport(line: string): boolean {
    const total = /^(\d+) acknowledged/.exec(line)?.[1];
    const more = /^(\d+) records sent, /.exec(line)?.[1];
    if ((total === undefined && more === undefined) || this.#isEnding) return false;
    this.#messages = total === undefined ? this.#messages + Number(more) : Number(total);
    this.#nextReport.resolve();
    this.#nextReport = Promise.withResolvers();
    return this.#messages > 0;
  }

  async counted(): Promise<void> {
    await this.#nextReport.promise;
  }

  counts(): Counts {
    const messages = this.#messages;
    return { messages, bytes: messages * this.#shape.messageBytes, requests: 0 };
  }

  async finish(): Promise<string> {
    const { client } = this.#context;
    this.#isEnding = true;
    this.#child?.kill('SIGTERM');
    const timer = setTimeout(() => this.#child?.kill('SIGKILL'), ENDS_WITHIN_MS);
    await this.#exited;
    clearTimeout(timer);
    await wait(SETTLE_MS);
    const ends = await endOffsets(client, this.#topic);
    const found = ends.reduce((sum, end) => sum + end, 0);
    if (found < this.#messages) throw new Error(`${this.#messages} messages were acknowledged, and ${found} are there`);
    const checked = await readBack(client, { topic: this.#topic, records: ends, expectedCrc: undefined });
    await deleteTopic(this.#context, this.#topic);
    return checked;
  }
}

function commandOf({ client, partitions, messageBytes }: RealClientShape, bootstrap: string, topic: string): readonly string[] {
  if (client === 'librdkafka') return [process.execPath, join(import.meta.dirname, '../clients/librdkafka-producer.ts'), bootstrap, topic, String(partitions), String(messageBytes)];
  const lacks = lacksJars();
  if (lacks !== undefined) throw new Error(lacks);
  const options = ['--bootstrap-server', bootstrap, '--topic', topic, '--num-records', String(ENDLESS_MESSAGES), '--throughput', '-1', '--record-size', String(messageBytes), '--reporting-interval', String(REPORTS_EACH_MS)];
  return ['java', '-Xmx256m', '-Dorg.slf4j.simpleLogger.defaultLogLevel=warn', '-cp', JARS, 'org.apache.kafka.tools.ProducerPerformance', ...options];
}
