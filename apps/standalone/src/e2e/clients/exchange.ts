/** What every client can write and read: the common form in which clients are compared with one another. */
export interface ExchangedRecord {
  readonly key: string | null;
  readonly value: string | null;
  readonly headers: readonly (readonly [string, string])[];
  /** undefined leaves it to the client's clock. */
  readonly timestampMs?: number;
}

export interface ReadRecord {
  readonly key: string | null;
  readonly value: string | null;
  readonly headers: readonly (readonly [string, string])[];
  readonly timestampMs: number;
  readonly partition: number;
  readonly offset: number;
}

export const codecs = ['none', 'gzip', 'snappy', 'lz4', 'zstd'] as const;
export type Codec = (typeof codecs)[number];

/** One client library, as far as all of them agree. */
export interface ExchangeClient {
  readonly name: string;
  /** Whether it can be used on this machine; see tools/clients/prepare.ts. */
  readonly isAvailable: boolean;
  /** Whether it can choose timestamps, and tell an empty key or value from none. */
  readonly writesTimestampsAndEmpties: boolean;
  /** Writes `records` in this order to partition 0, as one batch where the client lets one choose. */
  produce(bootstrapServers: string, topic: string, codec: Codec, records: readonly ExchangedRecord[]): Promise<void>;
  /** Reads the first `count` records of a topic with one partition. */
  consume(bootstrapServers: string, topic: string, count: number): Promise<readonly ReadRecord[]>;
}
