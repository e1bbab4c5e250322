import type { ErrorCode } from '@ottla/model';
import { KafkaError } from '@ottla/model';
import type { RecordError } from './log-types.ts';

/** A Produce batch refused because of some of its records; Produce answers carry `recordErrors` (v8 and up). */
export class RecordValidationError extends KafkaError {
  readonly recordErrors: readonly RecordError[];

  constructor(code: ErrorCode, message: string, recordErrors: readonly RecordError[]) {
    super(code, message);
    this.name = 'RecordValidationError';
    this.recordErrors = recordErrors;
  }
}
