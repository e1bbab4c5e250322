/** Rules over several keys, or that no range of a single key tells; each problem names key, value and what was expected. `brokers` is how many there will be. */
export function crossCheck(settings: ReadonlyMap<string, string>, brokers: number): readonly string[] {
  return [...identityProblems(settings), ...quorumProblems(settings), ...logProblems(settings), ...groupProblems(settings, brokers), ...connectionProblems(settings)];
}

function problem(settings: ReadonlyMap<string, string>, key: string, expected: string): string {
  return `Invalid value ${settings.get(key) ?? ''} for configuration ${key}: ${expected}`;
}

function list(settings: ReadonlyMap<string, string>, key: string): readonly string[] {
  return (settings.get(key) ?? '').split(',').filter((item) => item !== '');
}

function* identityProblems(settings: ReadonlyMap<string, string>): Generator<string> {
  const brokerId = settings.get('broker.id');
  if (brokerId !== settings.get('node.id')) yield problem(settings, 'broker.id', `expected the same as node.id, which is ${settings.get('node.id')}`);
  if (Number(settings.get('node.id')) < 0) yield problem(settings, 'node.id', 'Value must be at least 0');
  const roles = list(settings, 'process.roles');
  if (!roles.includes('broker') || !roles.includes('controller')) yield problem(settings, 'process.roles', 'expected broker,controller, because one process runs every plane');
}

/** The only voter of the metadata quorum is this process; a file that names others was written for a cluster. */
function* quorumProblems(settings: ReadonlyMap<string, string>): Generator<string> {
  const voters = list(settings, 'controller.quorum.voters');
  const isThisNode = (voter: string): boolean => /^\d+@[^@]+:\d{1,5}$/.test(voter) && voter.split('@')[0] === settings.get('node.id');
  if (voters.length > 1 || voters.some((voter) => !isThisNode(voter))) {
    yield problem(settings, 'controller.quorum.voters', `expected this node alone, as ${settings.get('node.id')}@host:port`);
  }
  const servers = list(settings, 'controller.quorum.bootstrap.servers');
  if (servers.length > 1 || servers.some((server) => !/^.+:\d{1,5}$/.test(server))) {
    yield problem(settings, 'controller.quorum.bootstrap.servers', 'expected this node alone, as host:port');
  }
  const heartbeatMs = Number(settings.get('broker.heartbeat.interval.ms') ?? 2000);
  const sessionMs = Number(settings.get('broker.session.timeout.ms') ?? 9000);
  if (heartbeatMs < 1 || heartbeatMs * 2 > sessionMs) {
    yield problem(settings, 'broker.heartbeat.interval.ms', `expected at least 1 and at most half of broker.session.timeout.ms, which is ${sessionMs}`);
  }
}

function* logProblems(settings: ReadonlyMap<string, string>): Generator<string> {
  if (list(settings, 'log.dirs').length !== 1) yield problem(settings, 'log.dirs', 'expected exactly one folder');
  for (const key of ['log.retention.ms', 'log.retention.minutes', 'log.retention.hours']) {
    const value = settings.get(key);
    if (value !== undefined && BigInt(value) < 1n && value !== '-1') yield problem(settings, key, 'expected -1 for no limit, or at least 1');
  }
  if (Number(settings.get('default.replication.factor') ?? 1) < 1) yield problem(settings, 'default.replication.factor', 'Value must be at least 1');
}

function* groupProblems(settings: ReadonlyMap<string, string>, brokers: number): Generator<string> {
  const leastMs = Number(settings.get('group.min.session.timeout.ms') ?? 6000);
  const mostMs = Number(settings.get('group.max.session.timeout.ms') ?? 1_800_000);
  if (mostMs < leastMs) yield problem(settings, 'group.max.session.timeout.ms', `expected at least group.min.session.timeout.ms, which is ${leastMs}`);
  if (Number(settings.get('offsets.topic.replication.factor')) > brokers) {
    yield problem(settings, 'offsets.topic.replication.factor', brokers === 1 ? 'expected 1, because one node cannot hold more replicas' : `expected at most ${brokers}, one replica a broker`);
  }
  const codec = Number(settings.get('offsets.topic.compression.codec') ?? 0);
  if (codec < 0 || codec > 4) yield problem(settings, 'offsets.topic.compression.codec', 'expected 0 (none), 1 (gzip), 2 (snappy), 3 (lz4) or 4 (zstd)');
}

function* connectionProblems(settings: ReadonlyMap<string, string>): Generator<string> {
  const key = 'max.connections.per.ip.overrides';
  const overrides = list(settings, key);
  if (overrides.some((override) => !/^.+:\d{1,10}$/.test(override.trim()))) yield problem(settings, key, 'expected address:count, separated by commas');
}
