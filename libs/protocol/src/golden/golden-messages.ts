import { apis } from '../gen/apis.ts';
import { metadataRecords } from '../gen/metadata-records.ts';
import type { Codec } from '../wire/codec.ts';
import { kafkaMessages } from './kafka-messages.ts';

/** A codec whose values a test takes as they come. */
export type AnyCodec = Codec<unknown>;

export interface GoldenMessage {
  /** For test names: name, kind and version. */
  readonly title: string;
  readonly codec: AnyCodec;
  readonly version: number;
  readonly bytes: Uint8Array;
}

function codecOf(name: string, kind: string): AnyCodec {
  const found =
    kind === 'record'
      ? Object.values(metadataRecords).find((codec) => codec.name === name)
      : Object.values(apis).find((api) => api.name === name)?.[kind as 'request' | 'response'];
  if (found === undefined) throw new Error(`no codec of ${name} ${kind}`);
  return found as unknown as AnyCodec;
}

/** The messages of kafka-messages.ts with the codecs that must read them. */
export const goldenMessages: readonly GoldenMessage[] = kafkaMessages.trim().split('\n').map((line) => {
  const [name = '', kind = '', version = '', hex = ''] = line.split(' ');
  return { title: `${name} ${kind} ${version}`, codec: codecOf(name, kind), version: Number(version), bytes: Uint8Array.from(Buffer.from(hex, 'hex')) };
});
