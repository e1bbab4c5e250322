import { ErrorCode, errorName, KafkaError, type Random } from '@ottla/model';
import type { MetadataImage } from '../image/image.ts';
import type { MetadataRecord } from '../records/metadata-record.ts';
import type { ControllerConfig } from './controller-config.ts';
import type { TopicNameIndex } from './topic-names.ts';

/**
 * What a control manager decides on from: the active controller's image with everything appended so far in it, also
 * what is not committed yet. Managers read it and change nothing.
 */
export interface ControlState {
  readonly image: MetadataImage;
  readonly topicNames: TopicNameIndex;
  readonly config: ControllerConfig;
  readonly random: Random;
}

/** What a control manager decides: nothing happened yet, and nothing does unless all of `records` is appended. */
export interface Decision<Response> {
  readonly records: readonly MetadataRecord[];
  /** Answered once the records, and all that was appended before them, are committed. */
  readonly response: Response;
  /** The answer waits, within limits, until the live brokers applied the records too, so that a client finds there what it made. */
  readonly awaitsBrokers?: boolean;
}

/** Code and text of a refusal, as answers carry them for one item of a request. */
export interface Refusal {
  readonly errorCode: number;
  readonly errorMessage: string;
}

/** The refusal that `error` stands for; rethrows what is none: a defect, not an answer. */
export function refusalOf(error: unknown): Refusal {
  if (!(error instanceof KafkaError)) throw error;
  return { errorCode: error.code, errorMessage: error.message };
}

/** A refusal in the words that Kafka's clients show for a bare code. */
export function plainRefusal(code: ErrorCode): Refusal {
  return { errorCode: code, errorMessage: plainMessages.get(code) ?? errorName(code) };
}

const plainMessages = new Map<number, string>([
  [ErrorCode.UNKNOWN_TOPIC_OR_PARTITION, 'This server does not host this topic-partition.'],
  [ErrorCode.UNKNOWN_TOPIC_ID, 'This server does not host this topic ID.'],
  [ErrorCode.TOPIC_DELETION_DISABLED, 'Topic deletion is disabled.'],
  [ErrorCode.REQUEST_TIMED_OUT, 'The request timed out.'],
  [ErrorCode.PREFERRED_LEADER_NOT_AVAILABLE, 'The preferred leader was not available.'],
  [ErrorCode.ELIGIBLE_LEADERS_NOT_AVAILABLE, 'Eligible topic partition leaders are not available.'],
  [ErrorCode.ELECTION_NOT_NEEDED, 'Leader election not needed for topic partition.'],
]);
