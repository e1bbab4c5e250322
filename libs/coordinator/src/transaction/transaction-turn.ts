import { apis, type ApiKey, type ApiTypes, type Codec, WireReader, WireWriter } from '@ottla/protocol';
import type { Decision, ShardRequest, ShardTime } from '../runtime/coordinator-shard.ts';
import type { TransactionConfig } from './transaction-config.ts';
import type { TransactionRecord } from './transaction-record.ts';

/** The input and the outlet of one decision of a transaction shard. Nobody keeps it beyond the call. */
export interface TransactionTurn {
  readonly time: ShardTime;
  readonly config: TransactionConfig;
  readonly decision: Decision<TransactionRecord>;
}

/** Throws MalformedMessageError. */
export function requestOf<K extends ApiKey>(apiKey: K, { envelope }: ShardRequest): ApiTypes[K]['request'] {
  const codec = apis[apiKey].request as unknown as Codec<ApiTypes[K]['request'], never>;
  return codec.decode(new WireReader(envelope.body), envelope.apiVersion);
}

/** Answers in the version of the request. */
export function respond<K extends ApiKey>(apiKey: K, { requestId, envelope }: ShardRequest, response: ApiTypes[K]['responseInput'], { decision }: TransactionTurn): void {
  const codec = apis[apiKey].response as unknown as Codec<unknown, ApiTypes[K]['responseInput']>;
  const writer = new WireWriter();
  codec.encode(writer, response, envelope.apiVersion);
  decision.answer(requestId, writer.finish());
}
