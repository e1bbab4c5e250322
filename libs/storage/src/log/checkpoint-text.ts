import type { Disk } from '@ottla/model';
import { ErrorCode, KafkaError } from '@ottla/model';
import { writeFileAtomically } from './atomic-file.ts';

const VERSION = '0';

/**
 * Kafka's text checkpoint: a line with the version, a line with the count, then as many entry lines, each of
 * fields parted by one space. undefined when there is no file; KafkaError(KAFKA_STORAGE_ERROR) that names the line
 * when it is malformed.
 */
export function readCheckpointRows(disk: Disk, path: string, fieldsPerRow: number): string[][] | undefined {
  const content = disk.readFile(path);
  if (content === undefined) return undefined;
  // Kafka makes its checkpoints empty before it first writes them.
  if (content.length === 0) return [];
  const lines = Buffer.from(content.buffer, content.byteOffset, content.length).toString('utf8').split('\n');
  if (lines[lines.length - 1] === '') lines.pop();
  if (lines[0] !== VERSION) throw malformed(path, 1, `the version is '${lines[0] ?? ''}', only ${VERSION} is known`);
  const count = wholeNumber(lines[1] ?? '');
  if (count === undefined || count < 0) throw malformed(path, 2, `'${lines[1] ?? ''}' is no count`);
  if (lines.length !== count + 2) throw malformed(path, 2, `${count} entries are announced, ${Math.max(0, lines.length - 2)} are there`);
  const rows: string[][] = [];
  for (let index = 2; index < lines.length; index++) {
    const fields = (lines[index] as string).split(' ');
    if (fields.length !== fieldsPerRow) throw malformed(path, index + 1, `${fields.length} fields instead of ${fieldsPerRow}`);
    rows.push(fields);
  }
  return rows;
}

/** Writes a checkpoint atomically; `rows` are entry lines without their line end. */
export function writeCheckpointRows(disk: Disk, path: string, rows: readonly string[]): void {
  writeFileAtomically(disk, path, checkpointContent(rows));
}

/** What a checkpoint of these entry lines holds. */
export function checkpointContent(rows: readonly string[]): Uint8Array {
  return Buffer.from(`${VERSION}\n${rows.length}\n${rows.length === 0 ? '' : `${rows.join('\n')}\n`}`, 'utf8');
}

/** The whole number that `text` is, sign included; undefined when it is none or a double cannot hold it exactly. */
export function wholeNumber(text: string | undefined): number | undefined {
  if (text === undefined || !/^-?\d{1,16}$/.test(text)) return undefined;
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : undefined;
}

/** A checkpoint that cannot be used, and which line of it. */
export function malformed(path: string, line: number, what: string): KafkaError {
  return new KafkaError(ErrorCode.KAFKA_STORAGE_ERROR, `${path} line ${line}: ${what}`);
}
