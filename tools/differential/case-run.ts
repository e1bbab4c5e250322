import { ApiKeys } from '@ottla/protocol';
import { at, decodeAnswer, encodeRequest, errorCodes, requestCodec, type Tree } from './answers.ts';
import { Bindings } from './bindings.ts';
import { FrameConnection, type Reply } from './frame-connection.ts';
import type { ApiName, AskStep, Case, RawStep, Step, TopicStep } from './script.ts';

/** What one step brought: comparable once its masks are applied. */
export interface Observation {
  /** What the step asked, for people. */
  readonly step: string;
  readonly api: ApiName;
  readonly version: number;
  /** An answer, or how there came to be none. */
  readonly answer: Tree;
}

export interface Server {
  readonly name: string;
  readonly host: string;
  readonly port: number;
}

export interface CaseRunOptions {
  readonly server: Server;
  readonly theCase: Case;
  readonly version: number;
  /** Stands for `%` in the case's names. */
  readonly own: string;
  /** Highest version that both servers know, by API. */
  readonly highest: (api: ApiName) => number;
}

const ANSWER_WITHIN_MS = 20_000;
/** Raw frames that a server ignores show only by its silence. */
const RAW_WITHIN_MS = 5000;
const AGAIN_AFTER_MS = 10;
const AGAIN_WITHIN_MS = 20_000;

/** The id that stands for none. */
const NO_ID = 'AAAAAAAAAAAAAAAAAAAAAA';

const pause = (forMs: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, forMs));

interface Sent {
  readonly step: AskStep;
  readonly version: number;
  readonly correlationId: number;
  readonly connection: FrameConnection;
}

/** One case in one version on one server. Steps run in order; the case ends early when a connection does. */
export class CaseRun {
  readonly #options: CaseRunOptions;
  readonly #bindings: Bindings;
  readonly #connections = new Map<string, FrameConnection>();
  readonly #sent = new Map<string, Sent>();
  readonly #observations: Observation[] = [];
  /** Names of topics that the case made, or tried to. */
  readonly #topics = new Set<string>();
  #correlationId = 0;

  private constructor(options: CaseRunOptions) {
    this.#options = options;
    this.#bindings = new Bindings(options.own);
  }

  /** Answers what was seen. Throws when a step that only leads to a state fails. */
  static async run(options: CaseRunOptions): Promise<readonly Observation[]> {
    const run = new CaseRun(options);
    try {
      for (const step of options.theCase.steps) await run.#step(step);
      return run.#observations;
    } finally {
      await run.#deleteTopics();
      for (const connection of run.#connections.values()) connection.close();
    }
  }

  async #step(step: Step): Promise<void> {
    switch (step.kind) {
      case 'ask':
        return this.#conclude(step, await this.#ask(step));
      case 'send':
        return void this.#sent.set(step.label, await this.#send(step.ask));
      case 'receive':
        return this.#receive(step.label);
      case 'pipeline':
        return this.#pipeline(step.asks);
      case 'raw':
        return this.#raw(step);
      case 'topic':
        return this.#topic(step);
      case 'wait':
        return pause(step.forMs);
      case 'close':
        this.#connections.get(step.on)?.close();
        return void this.#connections.delete(step.on);
    }
  }

  #versionOf({ api, options: { version } }: AskStep): number {
    if (version !== undefined) return version;
    return api === this.#options.theCase.api ? this.#options.version : this.#options.highest(api);
  }

  async #connection(name: string): Promise<FrameConnection> {
    const existing = this.#connections.get(name);
    if (existing !== undefined) return existing;
    const { host, port } = this.#options.server;
    const opened = await FrameConnection.open(host, port);
    this.#connections.set(name, opened);
    return opened;
  }

  async #send(step: AskStep): Promise<Sent> {
    const connection = await this.#connection(step.options.on ?? 'main');
    const [frame, sent] = this.#frame(step, connection);
    connection.write(frame);
    return sent;
  }

  #frame(step: AskStep, connection: FrameConnection): readonly [Buffer, Sent] {
    const version = this.#versionOf(step);
    const correlationId = ++this.#correlationId;
    const body = typeof step.body === 'function' ? (step.body as (version: number) => unknown)(version) : step.body;
    const resolved = this.#bindings.resolve(body);
    if (step.api === 'CreateTopics') for (const { name } of (resolved as { topics: readonly { name: string }[] }).topics) if (name.includes(this.#bindings.own)) this.#topics.add(name);
    const frame = encodeRequest(step.api, version, correlationId, resolved);
    return [frame, { step, version, correlationId, connection }];
  }

  /** The last answer, once the step need not be asked again. */
  async #ask(step: AskStep): Promise<Tree> {
    const { again = [], until } = step.options;
    const deadline = performance.now() + AGAIN_WITHIN_MS;
    for (;;) {
      const sent = await this.#send(step);
      if (step.options.isUnanswered === true) return 'not answered';
      const answer = await this.#answerTo(sent);
      const isFinal = !errorCodes(answer).some((code) => again.includes(code)) && (until === undefined || at(this.#compared(step, answer), until.path) === until.is);
      if (isFinal || performance.now() > deadline) return answer;
      await pause(AGAIN_AFTER_MS);
    }
  }

  async #answerTo({ step, version, correlationId, connection }: Sent): Promise<Tree> {
    const reply = await connection.next(ANSWER_WITHIN_MS);
    return reply.kind === 'frame' ? decodeAnswer(step.api, version, correlationId, reply.content) : reply.kind;
  }

  #conclude(step: AskStep, answer: Tree): void {
    const { keep = {}, isSetup } = step.options;
    const where = `${this.#options.server.name}: ${step.api}`;
    if (isSetup === true && (typeof answer === 'string' || errorCodes(answer).some((code) => code !== 0))) {
      if (step.options.isUnanswered !== true) throw new Error(`${where} should lead to a state, but answers ${JSON.stringify(answer)}`);
    }
    for (const [name, path] of Object.entries(keep)) this.#bindings.keep(name, path, answer);
    if (isSetup === true) return;
    this.#observe({ step: step.api, api: step.api, version: this.#versionOf(step), answer: this.#compared(step, answer) });
  }

  /** Without what other cases made, where the script says so. */
  #compared({ options: { own } }: AskStep, answer: Tree): Tree {
    return own === undefined ? answer : this.#ownOnly(answer, own.split('.'));
  }

  /** Names of the case stand in its answers as they do in its script. */
  #observe(observation: Observation): void {
    const answer = JSON.parse(JSON.stringify(observation.answer).replaceAll(this.#bindings.own, '%')) as Tree;
    this.#observations.push({ ...observation, answer });
  }

  #ownOnly(answer: Tree, path: readonly string[]): Tree {
    if (Array.isArray(answer) && path.length === 0) return (answer as Tree[]).filter((element) => JSON.stringify(element).includes(this.#bindings.own));
    if (Array.isArray(answer)) return (answer as Tree[]).map((element, index) => (String(index) === path[0] ? this.#ownOnly(element, path.slice(1)) : element));
    if (answer === null || typeof answer !== 'object') return answer;
    const [name, ...rest] = path as [string, ...string[]];
    return { ...(answer as Record<string, Tree>), [name]: this.#ownOnly((answer as Record<string, Tree>)[name] ?? null, rest) };
  }

  async #receive(label: string): Promise<void> {
    const sent = this.#sent.get(label);
    if (sent === undefined) throw new Error(`nothing was sent as ${label}`);
    this.#conclude(sent.step, await this.#answerTo(sent));
  }

  async #pipeline(asks: readonly AskStep[]): Promise<void> {
    const connection = await this.#connection(asks[0]?.options.on ?? 'main');
    const framed = asks.map((step) => this.#frame(step, connection));
    connection.write(Buffer.concat(framed.map(([frame]) => frame)));
    for (const [, sent] of framed) if (sent.step.options.isUnanswered !== true) this.#conclude(sent.step, await this.#answerTo(sent));
  }

  async #raw({ what, bytes, answer }: RawStep): Promise<void> {
    const { server, version, theCase } = this.#options;
    const connection = await FrameConnection.open(server.host, server.port);
    try {
      connection.write(bytes(version));
      const reply = await connection.next(RAW_WITHIN_MS);
      this.#observe({ step: what, api: answer?.api ?? theCase.api, version: answer?.version ?? version, answer: rawTree(reply, answer) });
    } finally {
      connection.close();
    }
  }

  /** Thousands of cases would leave more partitions than either server may have files open. */
  async #deleteTopics(): Promise<void> {
    if (this.#topics.size === 0) return;
    const { host, port } = this.#options.server;
    const connection = await FrameConnection.open(host, port);
    const topics = [...this.#topics].map((name) => ({ name, topicId: NO_ID }));
    connection.write(encodeRequest('DeleteTopics', this.#options.highest('DeleteTopics'), 1, { topics, timeoutMs: 0 }));
    await connection.next(ANSWER_WITHIN_MS);
    connection.close();
  }

  /** Creates a topic and waits until the broker leads its partitions; Kafka answers CreateTopics before that. */
  async #topic({ name: pattern, partitions, configs }: TopicStep): Promise<void> {
    const name = this.#bindings.text(pattern);
    const topics = [{ name, numPartitions: partitions, replicationFactor: 1, assignments: [], configs: Object.entries(configs).map(([key, value]) => ({ name: key, value })) }];
    const created = await this.#ask({ kind: 'ask', api: 'CreateTopics', body: { topics, timeoutMs: 10_000, validateOnly: false }, options: { version: this.#options.highest('CreateTopics') } });
    if (errorCodes(created).some((code) => code !== 0)) throw new Error(`${this.#options.server.name}: creating ${name}: ${JSON.stringify(created)}`);
    // A topic of this name may have been deleted before, and the broker may not know that yet.
    const id = at(created, 'topics.0.topicId') as string;
    const ask = { kind: 'ask', api: 'Metadata', body: { topics: [{ name }], allowAutoTopicCreation: false } } as const;
    const version = this.#options.highest('Metadata');
    const isLed = (known: Tree): boolean => at(known, 'topics.0.topicId') === id && errorCodes(known).every((code) => code === 0);
    for (let known = await this.#ask({ ...ask, options: { version } }); !isLed(known); known = await this.#ask({ ...ask, options: { version } })) await pause(AGAIN_AFTER_MS);
    this.#bindings.setTopicId(name, id);
    // Whoever tells of a leader may know of it before that one does.
    const wanted = Array.from({ length: partitions }, (_, partitionIndex) => ({ partitionIndex, timestamp: -1 }));
    const listed = { replicaId: -1, topics: [{ name, partitions: wanted }] };
    await this.#ask({ kind: 'ask', api: 'ListOffsets', body: listed, options: { version: this.#options.highest('ListOffsets'), again: [3, 6] } });
  }
}

function rawTree(reply: Reply, answer: RawStep['answer']): Tree {
  if (reply.kind !== 'frame') return reply.kind;
  if (answer === undefined) return reply.content.toString('hex');
  return decodeAnswer(answer.api, answer.version, reply.content.readInt32BE(0), reply.content);
}

/** Versions that a codec here knows and both servers advertise. */
export function commonVersions(api: ApiName, advertised: readonly ReadonlyMap<number, { readonly min: number; readonly max: number }>[]): readonly number[] {
  const codec = requestCodec(api);
  const ranges = advertised.map((versions) => versions.get(ApiKeys[api]) ?? { min: 1, max: 0 });
  const lo = Math.max(codec.minVersion, ...ranges.map(({ min }) => min));
  const hi = Math.min(codec.maxVersion, ...ranges.map(({ max }) => max));
  return Array.from({ length: Math.max(0, hi - lo + 1) }, (_, index) => lo + index);
}
