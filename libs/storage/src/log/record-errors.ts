import { ErrorCode, KafkaError } from '@ottla/model';
import type { RecordError } from './log-types.ts';

/** The bytes of a partition are not one batch of the present format: refused by their outline, before the log is asked. */
export class RecordOutlineError extends KafkaError {
  constructor(message: string) {
    super(ErrorCode.INVALID_RECORD, message);
    this.name = 'RecordOutlineError';
  }
}

/** A Produce batch refused because of some of its records; Produce answers carry `recordErrors` (v8 and up). */
export class RecordValidationError extends KafkaError {
  readonly recordErrors: readonly RecordError[];

  constructor(code: ErrorCode, message: string, recordErrors: readonly RecordError[]) {
    super(code, message);
    this.name = 'RecordValidationError';
    this.recordErrors = recordErrors;
  }
}
