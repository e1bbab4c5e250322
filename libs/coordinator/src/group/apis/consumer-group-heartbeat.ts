import { ErrorCode, KafkaError } from '@ottla/model';
import { apis, ApiKeys } from '@ottla/protocol';
import type { ShardRequest } from '../../runtime/coordinator-shard.ts';
import { appendErrorOf } from '../../runtime/append-error.ts';
import type { ConsumerHeartbeat, HeartbeatCall } from '../consumer/consumer-heartbeat.ts';
import { openCall, type ParkedReplies } from '../reply.ts';
import type { Turn } from '../turn.ts';

export function handleConsumerGroupHeartbeat(shardRequest: ShardRequest, heartbeat: ConsumerHeartbeat, parked: ParkedReplies, turn: Turn): void {
  const call: HeartbeatCall = openCall(apis[ApiKeys.ConsumerGroupHeartbeat], shardRequest, parked);
  try {
    call.reply.answer(turn, heartbeat.heartbeat(call, turn));
  } catch (error) {
    if (!(error instanceof KafkaError)) throw error;
    const refused = { throttleTimeMs: 0, memberEpoch: 0, heartbeatIntervalMs: 0 };
    const isTooLarge = error.code === ErrorCode.RECORD_LIST_TOO_LARGE;
    call.reply.answer(turn, { ...refused, errorCode: isTooLarge ? appendErrorOf(error) : error.code, errorMessage: error.message });
  }
}
