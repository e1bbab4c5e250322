// The types that users see. They are published as they stand: nothing of the workspace may be imported here.

/** A topic that is there when `startOttla` settles. */
export interface TopicOptions {
  readonly name: string;
  /** Default: `num.partitions`, which is 1. */
  readonly partitions?: number;
  /** Kafka's topic configs, for example `{ 'cleanup.policy': 'compact' }`. */
  readonly config?: Readonly<Record<string, string | number | boolean>>;
}

/** How much is logged. */
export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

/** Takes log lines; `console` is one. `fields` says what the message is about. */
export interface OttlaLogger {
  debug(message: string, fields?: Readonly<Record<string, unknown>>): void;
  info(message: string, fields?: Readonly<Record<string, unknown>>): void;
  warn(message: string, fields?: Readonly<Record<string, unknown>>): void;
  error(message: string, fields?: Readonly<Record<string, unknown>>): void;
}

export interface OttlaOptions {
  /** Brokers in the cluster, 1 to 16; each has a port and a folder of its own. Default 1. */
  readonly brokers?: number;
  /** Topics to create before `startOttla` settles; a string is a topic with nothing but a name. */
  readonly topics?: readonly (string | TopicOptions)[];
  /** Kafka's broker settings, as in server.properties, for example `{ 'auto.create.topics.enable': false }`. */
  readonly settings?: Readonly<Record<string, string | number | boolean>>;
  /** Default `warn`. */
  readonly logLevel?: LogLevel;
  /** Where log lines go. Default: standard error. */
  readonly logger?: OttlaLogger;
}

/** A cluster inside this process, with its data in a temporary folder. */
export interface Ottla extends AsyncDisposable {
  /** `127.0.0.1:port`, or several with a comma between, for the `bootstrap.servers` of a client. */
  readonly bootstrapServers: string;
  /** Ends every connection, frees the ports and removes the folder. Further calls answer the same. */
  stop(): Promise<void>;
}
