import type { ConfigKey } from './config-definition.ts';

function key(name: string, type: ConfigKey['type'], defaultValue: string, documentation: string): ConfigKey {
  return { name, type, defaultValue, validValues: '', documentation, isSensitive: false, updateMode: 'cluster-wide', support: 'ignored', synonyms: [] };
}

/**
 * A subscription to metrics of clients (KIP-714). It is kept and shown, as by a Kafka that has no plugin for telemetry: clients are
 * asked for metrics only where something takes them, and GetTelemetrySubscriptions is not advertised here either.
 */
export const clientMetricsKeys: readonly ConfigKey[] = [
  key('interval.ms', 'INT', '300000', 'Time between two pushes of a client, in milliseconds; from 100 to 3600000.'),
  key('match', 'LIST', '', 'Which clients are meant: pairs of a name (client_id and the like) and an expression; all when empty.'),
  key('metrics', 'LIST', '', 'Prefixes of the names of the metrics that are wanted.'),
];
