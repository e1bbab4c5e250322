import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ApiKey, apis, type ApiTypes, batchesIn, ConsumerProtocolAssignmentCodec, ConsumerProtocolSubscriptionCodec, GroupRecordType, readRecords, WireReader, WireWriter } from '@ottla/protocol';
import { nodeCompression } from '@ottla/platform';
import { type Api, WireConnection } from '../../measure/wire-connection.ts';

const kindByType = new Map<number, string>(Object.entries(GroupRecordType).map(([kind, type]) => [type, kind]));

/** One of the servers that are asked the same, with what it said. */
export class Peer {
  readonly notes: { readonly label: string; readonly value: string }[] = [];
  readonly #connection: WireConnection;
  readonly #dataDirectory: string;
  #scenario = '';
  /** What servers make up (member ids, ids of topics), by the name under which notes show it. */
  readonly #names = new Map<string, string>();

  constructor(connection: WireConnection, dataDirectory: string) {
    this.#connection = connection;
    this.#dataDirectory = dataDirectory;
  }

  begin(scenario: string): void {
    this.#scenario = scenario;
  }

  async ask<K extends ApiKey>(apiKey: K, version: number, request: ApiTypes[K]['requestInput']): Promise<ApiTypes[K]['response']> {
    return await this.#connection.ask(apis[apiKey] as unknown as Api<ApiTypes[K]['requestInput'], ApiTypes[K]['response']>, version, request);
  }

  /** Shows `made` as `name` from now on. */
  name(made: string, name: string): void {
    if (made !== '') this.#names.set(made, name);
  }

  note(label: string, value: unknown): void {
    let text = JSON.stringify(value, (_key, part: unknown) => (part instanceof Uint8Array ? `${part.length} bytes` : part));
    for (const [made, name] of this.#names) text = text.replaceAll(made, name);
    this.notes.push({ label: `${this.#scenario}: ${label}`, value: text });
  }

  /** What `__consumer_offsets` (one partition, one segment) says of a group: kinds and whether they end something, in order. */
  recordKinds(groupId: string): string[] {
    const bytes = readFileSync(join(this.#dataDirectory, '__consumer_offsets-0/00000000000000000000.log'));
    const kinds: string[] = [];
    for (const batch of batchesIn(bytes)) {
      if (batch.isControl) continue;
      for (const { key, value } of readRecords(batch, nodeCompression())) {
        if (key === null || !Buffer.from(key).includes(groupId)) continue;
        const kind = kindByType.get(new WireReader(key).readInt16()) ?? '?';
        kinds.push(`${value === null ? '-' : '+'}${kind}${value === null ? '' : ` v${new WireReader(value).readInt16()}`}`);
      }
    }
    return kinds;
  }
}

/** What a classic consumer says in JoinGroup: its topics and what it holds. */
export function subscription(topics: readonly string[], owned: readonly { readonly topic: string; readonly partitions: readonly number[] }[] = []): Uint8Array {
  const writer = new WireWriter();
  writer.writeInt16(3);
  ConsumerProtocolSubscriptionCodec.encode(writer, { topics, ownedPartitions: owned, generationId: -1, rackId: null }, 3);
  return writer.finish();
}

export function assignment(topic: string, partitions: readonly number[]): Uint8Array {
  const writer = new WireWriter();
  writer.writeInt16(3);
  ConsumerProtocolAssignmentCodec.encode(writer, { assignedPartitions: [{ topic, partitions }] }, 3);
  return writer.finish();
}

export function assignedIn(bytes: Uint8Array): { readonly topic: string; readonly partitions: readonly number[] }[] {
  return bytes.length === 0 ? [] : ConsumerProtocolAssignmentCodec.decode(new WireReader(bytes.subarray(2)), 3).assignedPartitions;
}
