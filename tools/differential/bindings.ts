import { CompressionType, tableCrc32c } from '@ottla/model';
import { nodeCompression } from '@ottla/platform';
import { buildBatch, ConsumerProtocolAssignmentCodec, ConsumerProtocolSubscriptionCodec, CRC_COVERED_FROM, WireWriter } from '@ottla/protocol';
import { type BatchPlan, type NamedPartitions, Placeholder, type SubscriptionPlan } from './script.ts';

/** Behind every time that a script lets pass, before every clock: batches are the same bytes in every run. */
export const SCRIPT_TIME_MS = 1_700_000_000_000;

const codecs = { gzip: CompressionType.gzip, snappy: CompressionType.snappy, lz4: CompressionType.lz4, zstd: CompressionType.zstd } as const;
const compression = nodeCompression();

/** What one run of a case on one server knows: the case's own text, and what it kept of answers. */
export class Bindings {
  /** The same on both servers; part of every name in the case. */
  readonly own: string;
  readonly #kept = new Map<string, unknown>();
  readonly #topicIds = new Map<string, string>();

  constructor(own: string) {
    this.own = own;
  }

  /** Takes `path` out of an answer. Throws when there is nothing: the rest of the case would ask nonsense. */
  keep(name: string, path: string, answer: unknown): void {
    const value = path.split('.').reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], answer);
    if (value === undefined) throw new Error(`there is no ${path} to keep as ${name} in ${JSON.stringify(answer)}`);
    this.#kept.set(name, value);
  }

  setTopicId(name: string, id: string): void {
    this.#topicIds.set(name, id);
  }

  text(text: string): string {
    return text.replaceAll('%', this.own);
  }

  /** The value with every placeholder replaced. */
  resolve(value: unknown): unknown {
    if (typeof value === 'string') return this.text(value);
    if (value instanceof Placeholder) return this.#meaning(value);
    if (value instanceof Uint8Array || value === null || typeof value !== 'object') return value;
    if (Array.isArray(value)) return value.map((element) => this.resolve(element));
    return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, this.resolve(field)]));
  }

  #meaning({ meaning }: Placeholder): unknown {
    if (meaning.kind === 'batches') return Buffer.concat(meaning.plans.map((plan) => this.#batch(plan)));
    if (meaning.kind === 'subscription') return this.#subscription(meaning.plan);
    if (meaning.kind === 'assignment') return versioned(3, (writer) => ConsumerProtocolAssignmentCodec.encode(writer, { assignedPartitions: this.#byTopic(meaning.partitions) }, 3));
    const value = meaning.kind === 'ref' ? this.#kept.get(meaning.name) : this.#topicIds.get(this.text(meaning.name));
    if (value === undefined) throw new Error(`nothing was kept as ${meaning.name}`);
    return value;
  }

  #subscription({ topics, owned = {}, version = 3 }: SubscriptionPlan): Uint8Array {
    const said = { topics: topics.map((name) => this.text(name)), ownedPartitions: this.#byTopic(owned), generationId: -1 };
    return versioned(version, (writer) => ConsumerProtocolSubscriptionCodec.encode(writer, said, version));
  }

  #byTopic(partitions: NamedPartitions): { readonly topic: string; readonly partitions: number[] }[] {
    return Object.entries(partitions).map(([name, indexes]) => ({ topic: this.text(name), partitions: [...indexes] }));
  }

  #batch(plan: BatchPlan): Uint8Array {
    const { keys = [], producerId, epoch, sequence, isTransactional, isControl, codec, timestamp = SCRIPT_TIME_MS, isLogAppendTime } = this.resolve({ ...plan, damage: undefined }) as BatchPlan;
    const bytes = (text: string | null | undefined): Uint8Array | null => (text === null || text === undefined ? null : Buffer.from(this.text(text)));
    const built = buildBatch(
      {
        crc: tableCrc32c,
        compression,
        timestamp,
        ...(producerId === undefined ? {} : { producerId }),
        ...(epoch === undefined ? {} : { producerEpoch: epoch }),
        ...(sequence === undefined ? {} : { baseSequence: sequence }),
        ...(isTransactional === true ? { isTransactional } : {}),
        ...(isControl === true ? { isControl } : {}),
        ...(isLogAppendTime === true ? { isLogAppendTime } : {}),
        ...(codec === undefined ? {} : { compressionType: codecs[codec] }),
      },
      plan.values.map((value, index) => ({ key: bytes(keys[index]), value: bytes(value) })),
    );
    const damaged = plan.damage?.(built) ?? built;
    if (plan.damage !== undefined && plan.keepsCrc !== true && damaged.length > CRC_COVERED_FROM) {
      new DataView(damaged.buffer, damaged.byteOffset).setUint32(17, tableCrc32c.checksum(damaged.subarray(CRC_COVERED_FROM)));
    }
    return damaged;
  }
}

/** What the consumer protocol embeds begins with its version. */
function versioned(version: number, encode: (writer: WireWriter) => void): Uint8Array {
  const writer = new WireWriter();
  writer.writeInt16(version);
  encode(writer);
  return new Uint8Array(writer.finish());
}
