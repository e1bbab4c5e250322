import { clientMetricsConfigs, ErrorCode, KafkaError } from '@ottla/model';
import type { ControlState } from './decision.ts';
import { asInvalidConfig } from './topic-config-check.ts';

const LEAST_INTERVAL_MS = 100;
const MOST_INTERVAL_MS = 3_600_000;

/** What of a client a pattern may look at (KIP-714). */
const matchable: ReadonlySet<string> = new Set(['client_instance_id', 'client_id', 'client_software_name', 'client_software_version', 'client_source_address', 'client_source_port']);

/** Checks a subscription to metrics of clients. Throws KafkaError: INVALID_REQUEST for keys and the interval, INVALID_CONFIG for the rest. */
export function checkClientMetrics(_state: ControlState, all: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const unknown = [...all.keys()].find((key) => !clientMetricsConfigs.keys.has(key));
  if (unknown !== undefined) throw new KafkaError(ErrorCode.INVALID_REQUEST, `Unknown client metrics configuration: ${unknown}`);
  return asInvalidConfig(() => {
    const checked = new Map([...all].map(([key, value]) => [key, clientMetricsConfigs.check(key, value)]));
    checkInterval(checked.get('interval.ms'));
    for (const pattern of (checked.get('match') ?? '').split(',')) if (pattern.trim() !== '') checkPattern(pattern.trim());
    return checked;
  });
}

function checkInterval(text: string | undefined): void {
  if (text === undefined) return;
  const intervalMs = Number(text);
  if (intervalMs >= LEAST_INTERVAL_MS && intervalMs <= MOST_INTERVAL_MS) return;
  throw new KafkaError(ErrorCode.INVALID_REQUEST, `Invalid value ${text} for interval.ms, interval must be between ${LEAST_INTERVAL_MS} and ${MOST_INTERVAL_MS} (1 hour)`);
}

function checkPattern(pattern: string): void {
  const [name = '', expression, ...more] = pattern.split('=').map((part) => part.trim());
  if (expression !== undefined && more.length === 0 && matchable.has(name) && isExpression(expression)) return;
  throw new KafkaError(ErrorCode.INVALID_CONFIG, `Illegal client matching pattern: ${pattern}`);
}

/** Nothing is ever matched here: the expression is only taken apart. */
function isExpression(text: string): boolean {
  try {
    void new RegExp(text);
    return true;
  } catch {
    return false;
  }
}
