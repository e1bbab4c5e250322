import { ErrorCode, ZERO_UUID, type Uuid } from '@ottla/model';
import type { DeletableTopicResultInput, DeleteTopicsRequest, DeleteTopicsResponseInput } from '@ottla/protocol';
import type { TopicImage } from '../image/topics.ts';
import { metadataRecord, MetadataRecordType, type MetadataRecord } from '../records/metadata-record.ts';
import { plainRefusal, type ControlState, type Decision, type Refusal } from './decision.ts';

interface AskedTopic {
  readonly name: string | null;
  readonly topicId: Uuid;
}

/** First version in which a client knows TOPIC_DELETION_DISABLED. */
const KNOWS_DELETION_DISABLED = 3;
/** First version that names topics one by one, with ids. */
const NAMES_BY_STATE = 6;

/** DeleteTopics, by name or by id. A topic that is named twice, in whatever way, is not deleted. */
export function deleteTopics(state: ControlState, request: DeleteTopicsRequest, version: number): Decision<DeleteTopicsResponseInput> {
  const asked: readonly AskedTopic[] = version >= NAMES_BY_STATE ? request.topics : request.topicNames.map((name) => ({ name, topicId: ZERO_UUID }));
  const whole = refusalOfAll(state, request, version);
  const refuse = (topic: AskedTopic, refusal: Refusal): DeletableTopicResultInput => ({ name: topic.name, topicId: topic.topicId, ...refusal });
  if (whole !== undefined) return { records: [], response: { throttleTimeMs: 0, responses: asked.map((topic) => refuse(topic, whole)) } };

  const { accepted, results } = sortOut(state, asked);
  const records: MetadataRecord[] = [];
  for (const topic of accepted) {
    records.push(metadataRecord(MetadataRecordType.REMOVE_TOPIC, { topicId: topic.id }));
    results.push({ name: topic.name, topicId: topic.id, errorCode: ErrorCode.NONE, errorMessage: null });
  }
  return { records, response: { throttleTimeMs: 0, responses: results }, awaitsBrokers: true };
}

function refusalOfAll(state: ControlState, request: DeleteTopicsRequest, version: number): Refusal | undefined {
  if (!state.config.deleteTopicEnable) {
    return plainRefusal(version >= KNOWS_DELETION_DISABLED ? ErrorCode.TOPIC_DELETION_DISABLED : ErrorCode.INVALID_REQUEST);
  }
  return request.timeoutMs <= 0 ? plainRefusal(ErrorCode.REQUEST_TIMED_OUT) : undefined;
}

interface SortedOut {
  readonly accepted: ReadonlySet<TopicImage>;
  readonly results: DeletableTopicResultInput[];
}

/** Tells what can be deleted from what is refused. */
function sortOut({ image }: ControlState, asked: readonly AskedTopic[]): SortedOut {
  const repeatedNames = repeated(asked.map(({ name }) => name));
  const repeatedIds = repeated(asked.map(({ topicId }) => (topicId === ZERO_UUID ? null : topicId)));
  const accepted = new Map<TopicImage, AskedTopic>();
  const results: DeletableTopicResultInput[] = [];
  const answered = new Set<string>();
  const refuse = (topic: AskedTopic, errorCode: ErrorCode, errorMessage: string): void => {
    results.push({ name: topic.name, topicId: topic.topicId, errorCode, errorMessage });
  };
  for (const topic of asked) {
    const { name, topicId } = topic;
    if (name === null && topicId === ZERO_UUID) refuse(topic, ErrorCode.INVALID_REQUEST, 'Neither topic name nor id were specified.');
    else if (name !== null && topicId !== ZERO_UUID) refuse(topic, ErrorCode.INVALID_REQUEST, 'You may not specify both topic name and topic id.');
    else if (repeatedNames.has(name ?? '') || repeatedIds.has(topicId)) {
      const key = name ?? topicId;
      if (answered.has(key)) continue;
      answered.add(key);
      refuse(topic, ErrorCode.INVALID_REQUEST, name === null ? 'Duplicate topic id.' : 'Duplicate topic name.');
    } else {
      const found = name === null ? image.topics.getById(topicId) : image.topics.get(name);
      if (found === undefined) {
        const { errorCode, errorMessage } = plainRefusal(name === null ? ErrorCode.UNKNOWN_TOPIC_ID : ErrorCode.UNKNOWN_TOPIC_OR_PARTITION);
        results.push({ name, topicId, errorCode, errorMessage });
      } else if (accepted.has(found)) {
        // Once by name and once by id: which of the two was meant cannot be told.
        accepted.delete(found);
        results.push({ name: found.name, topicId: found.id, errorCode: ErrorCode.INVALID_REQUEST, errorMessage: 'The provided topic name maps to an ID that was already supplied.' });
      } else {
        accepted.set(found, topic);
      }
    }
  }
  return { accepted: new Set(accepted.keys()), results };
}

function repeated(values: readonly (string | null)[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const value of values) {
    if (value === null) continue;
    if (seen.has(value)) twice.add(value);
    seen.add(value);
  }
  return twice;
}
