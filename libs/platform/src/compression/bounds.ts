import { ErrorCode, KafkaError } from '@ottla/model';

/** The refusal of a batch that would grow beyond what is allowed. */
export function tooLarge(bytes: number, maxBytes: number): KafkaError {
  return new KafkaError(ErrorCode.RECORD_LIST_TOO_LARGE, `the records decompress to ${bytes} bytes or more, at most ${maxBytes} are allowed`);
}
