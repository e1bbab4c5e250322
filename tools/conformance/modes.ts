/** One way to run the whole suite. */
export interface Mode {
  readonly name: string;
  /** What it is, for the head of its column. */
  readonly title: string;
  /** Words for the test program. */
  readonly words: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  /** Of the cluster, besides those of every mode. */
  readonly settings: Readonly<Record<string, string>>;
  /** Only tests that name this scenario. */
  readonly scenario?: string;
}

export const modes: readonly Mode[] = [
  { name: 'plain', title: 'as they are', words: [], environment: {}, settings: {} },
  { name: 'idempotence', title: 'idempotent producers', words: ['-P'], environment: {}, settings: {} },
  { name: 'consumer', title: 'consumer protocol', words: [], environment: { TEST_CONSUMER_GROUP_PROTOCOL: 'consumer' }, settings: {} },
  { name: 'noautocreate', title: 'without auto.create.topics.enable', words: ['-s', 'noautocreate'], environment: {}, settings: { 'auto.create.topics.enable': 'false' }, scenario: 'noautocreate' },
];

/** Throws for a name that no mode has. */
export function modeNamed(name: string): Mode {
  const mode = modes.find((candidate) => candidate.name === name);
  if (mode === undefined) throw new Error(`--mode wants one of ${modes.map((candidate) => candidate.name).join(', ')}, not ${name}`);
  return mode;
}
