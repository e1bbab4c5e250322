import { runOfJars } from '../../chaos/java-clients.ts';

/** Base name of a log's first segment: nothing here writes enough for a second. */
export const SEGMENT = '00000000000000000000';

/** What the reference's DumpLogSegments prints of a file. Throws when it fails. */
export function dumped(file: string, ...options: readonly string[]): string {
  const { status, output, errors } = runOfJars('org.apache.kafka.tools.DumpLogSegments', [...options, '--files', file]);
  if (status !== 0) throw new Error(`DumpLogSegments of ${file} ended with ${status}: ${errors}`);
  return output;
}
