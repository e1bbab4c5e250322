import { ErrorCode, KafkaError } from '@ottla/model';
import type { ConsumerGroupHeartbeatRequest } from '@ottla/protocol';
import type { ConsumerGroupConfig } from './consumer-config.ts';
import { JOIN_EPOCH, STATIC_LEAVE_EPOCH } from './consumer-member.ts';

/** From here on a client makes its own member id. */
const FIRST_VERSION_WITH_CLIENT_MEMBER_ID = 1;

function refuse(message: string): never {
  throw new KafkaError(ErrorCode.INVALID_REQUEST, message);
}

/** What can be said of a heartbeat without its group. Throws KafkaError(INVALID_REQUEST) and KafkaError(UNSUPPORTED_ASSIGNOR). */
export function checkHeartbeat(request: ConsumerGroupHeartbeatRequest, version: number, config: ConsumerGroupConfig): void {
  const { groupId, memberId, memberEpoch, instanceId, rackId, serverAssignor } = request;
  if (version >= FIRST_VERSION_WITH_CLIENT_MEMBER_ID || memberEpoch !== JOIN_EPOCH) {
    if (memberId.trim() === '') refuse("MemberId can't be empty.");
  }
  if (groupId.trim() === '') refuse("GroupId can't be empty.");
  if (instanceId?.trim() === '') refuse("InstanceId can't be empty.");
  if (rackId?.trim() === '') refuse("RackId can't be empty.");
  if (memberEpoch === JOIN_EPOCH) checkJoin(request);
  else if (memberEpoch < STATIC_LEAVE_EPOCH) refuse('MemberEpoch is invalid.');
  else if (memberEpoch === STATIC_LEAVE_EPOCH && instanceId === null) refuse("InstanceId can't be null.");
  if (serverAssignor !== null && !config.assignors.includes(serverAssignor)) {
    throw new KafkaError(ErrorCode.UNSUPPORTED_ASSIGNOR, `ServerAssignor ${serverAssignor} is not supported. Supported assignors: ${config.assignors.join(', ')}.`);
  }
}

function checkJoin({ rebalanceTimeoutMs, topicPartitions, subscribedTopicNames, subscribedTopicRegex }: ConsumerGroupHeartbeatRequest): void {
  if (rebalanceTimeoutMs === -1) refuse('RebalanceTimeoutMs must be provided in first request.');
  if (topicPartitions === null || topicPartitions.length > 0) refuse('TopicPartitions must be empty when (re-)joining.');
  if (subscribedTopicNames === null && subscribedTopicRegex === null) refuse('Either SubscribedTopicNames or SubscribedTopicRegex must be non-null when (re-)joining.');
}
