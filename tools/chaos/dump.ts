import { globSync } from 'node:fs';
import { join } from 'node:path';
import { runOfJars } from './java-clients.ts';

const DUMP = 'org.apache.kafka.tools.DumpLogSegments';

/** What DumpLogSegments prints of files in which it finds nothing wrong. */
const sound: readonly RegExp[] = [
  /^Dumping /,
  /^Log starting offset: /,
  /^Snapshot end offset: /,
  /^baseOffset: .* isvalid: true$/,
  /^\| offset: /,
  // Entries of .index, .timeindex and .txnindex.
  /^offset: \d+ position: \d+$/,
  /^timestamp: -?\d+ offset: \d+$/,
  /^version: \d+ producerId: /,
  / is empty\.$/,
];

/** A decoder that does not know a record's type or version says so in the line of the record; tombstones are <DELETE>. */
const undecoded = /(?:key|payload): (?:<(?!DELETE>)|unknown)|"data":"unknown"|, skipping|Failed to decode|Could not read/i;

interface DumpedKind {
  readonly what: string;
  readonly files: readonly string[];
  readonly decoder: string | undefined;
}

/** What the reference Kafka's own tool made of the folders of a run. */
export interface DumpResult {
  readonly batches: number;
  /** One line a kind of file: what was read. */
  readonly counts: readonly string[];
  /** Lines in which it finds something wrong. */
  readonly errors: readonly string[];
}

const ERRORS_TOLD = 5;

/**
 * Has the reference Kafka's DumpLogSegments read the metadata log and its snapshots, the coordinators' logs of every broker,
 * and the segments and indexes of the topics of one broker, whose replicas are compared elsewhere.
 */
export function dumpAll(directory: string, topics: readonly string[]): DumpResult {
  const of = (...patterns: readonly string[]): string[] => patterns.flatMap((pattern) => globSync(join(directory, pattern))).sort();
  const kinds: readonly DumpedKind[] = [
    { what: '__cluster_metadata', files: of('controller-*/__cluster_metadata-0/*.log', 'controller-*/__cluster_metadata-0/*.checkpoint'), decoder: '--cluster-metadata-decoder' },
    { what: '__consumer_offsets', files: of('broker-*/__consumer_offsets-*/*.log'), decoder: '--offsets-decoder' },
    { what: '__transaction_state', files: of('broker-*/__transaction_state-*/*.log'), decoder: '--transaction-log-decoder' },
    { what: 'topics', files: of(...topics.flatMap((topic) => ['log', 'index', 'timeindex', 'txnindex'].map((suffix) => `broker-1/${topic}-*/*.${suffix}`))), decoder: undefined },
  ];
  const results = kinds.map(dumped);
  return { batches: results.reduce((sum, { batches }) => sum + batches, 0), counts: results.flatMap(({ counts }) => counts), errors: results.flatMap(({ errors }) => errors) };
}

function dumped({ what, files, decoder }: DumpedKind): DumpResult {
  if (files.length === 0) return { batches: 0, counts: [], errors: [`there is nothing of ${what} to dump`] };
  const { status, output, errors } = runOfJars(DUMP, ['--files', files.join(','), ...(decoder === undefined ? [] : [decoder])]);
  const found: string[] = status === 0 ? [] : [`ended with ${status}`];
  let batches = 0;
  let records = 0;
  for (const line of output.split('\n')) {
    if (line.startsWith('baseOffset: ')) batches++;
    else if (line.startsWith('| offset: ')) records++;
    if (line !== '' && (!sound.some((shape) => shape.test(line)) || (decoder !== undefined && undecoded.test(line)))) found.push(line);
  }
  found.push(...errors.split('\n').filter((line) => line !== ''));
  return {
    batches,
    counts: [`${what}: ${files.length} files, ${batches} batches${decoder === undefined ? '' : `, ${records} records`}`],
    errors: [...found.slice(0, ERRORS_TOLD).map((line) => `DumpLogSegments of ${what}: ${line.slice(0, 300)}`), ...(found.length > ERRORS_TOLD ? [`DumpLogSegments of ${what}: ${found.length - ERRORS_TOLD} further lines`] : [])],
  };
}
