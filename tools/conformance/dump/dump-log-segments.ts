import { execFileSync } from 'node:child_process';

/** Base name of a log's first segment: nothing here writes enough for a second. */
export const SEGMENT = '00000000000000000000';
const MOST_OUTPUT_BYTES = 256 * 1024 * 1024;

/** What the reference's DumpLogSegments prints of a file. Throws when it fails. */
export function dumped(script: string, file: string, ...options: readonly string[]): string {
  return execFileSync(script, ['run', 'org.apache.kafka.tools.DumpLogSegments', ...options, '--files', file], { encoding: 'utf8', maxBuffer: MOST_OUTPUT_BYTES });
}
