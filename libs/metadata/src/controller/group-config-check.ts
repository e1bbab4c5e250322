import { brokerConfigs, ErrorCode, groupConfigs, KafkaError, resolveConfig } from '@ottla/model';
import { configLayers } from './controller-config.ts';
import type { ControlState } from './decision.ts';
import { asInvalidConfig } from './topic-config-check.ts';

const groupTypes = ['consumer', 'share', 'streams'] as const;

/** A group's key with the brokers' keys that bound it; undefined where nothing does on that side. */
type Bounds = readonly [key: string, least: string | undefined, most: string];

const bounds: readonly Bounds[] = [
  ...groupTypes.flatMap((type) => ['heartbeat.interval.ms', 'session.timeout.ms', 'assignment.interval.ms'].map((key) => boundsOf(type, key))),
  ...['record.lock.duration.ms', 'delivery.count.limit', 'partition.max.record.locks'].map((key) => boundsOf('share', key)),
  ['streams.num.standby.replicas', undefined, 'group.streams.max.standby.replicas'],
];

function boundsOf(type: string, key: string): Bounds {
  return [`${type}.${key}`, `group.${type}.min.${key}`, `group.${type}.max.${key}`];
}

/** Checks the configs of a group: each value, its bounds from the brokers' configs, and the session against the heartbeat. Throws KafkaError(INVALID_CONFIG). */
export function checkGroupConfigs(state: ControlState, all: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return asInvalidConfig(() => {
    const checked = new Map<string, string>();
    for (const [key, value] of all) checked.set(key, groupConfigs.check(key, value));
    for (const each of bounds) checkBounds(state, each, checked);
    for (const type of groupTypes) checkSessionBeyondHeartbeat(state, type, checked);
    return checked;
  });
}

function checkBounds(state: ControlState, [key, least, most]: Bounds, checked: ReadonlyMap<string, string>): void {
  const text = checked.get(key);
  if (text === undefined) return;
  if (least !== undefined && Number(text) < brokerValue(state, least)) refuse(`${key} must be greater than or equal to ${least}`);
  if (Number(text) > brokerValue(state, most)) refuse(`${key} must be less than or equal to ${most}`);
}

function checkSessionBeyondHeartbeat(state: ControlState, type: string, checked: ReadonlyMap<string, string>): void {
  const session = `${type}.session.timeout.ms`;
  const heartbeat = `${type}.heartbeat.interval.ms`;
  if (!checked.has(session) && !checked.has(heartbeat)) return;
  const sessionMs = Number(checked.get(session) ?? brokerValue(state, `group.${session}`));
  const heartbeatMs = Number(checked.get(heartbeat) ?? brokerValue(state, `group.${heartbeat}`));
  if (sessionMs <= heartbeatMs) refuse(`${session} must be greater than ${heartbeat}`);
}

function brokerValue({ image, config }: ControlState, key: string): number {
  return Number(resolveConfig(brokerConfigs, key, configLayers(image, config)).value);
}

function refuse(why: string): never {
  throw new KafkaError(ErrorCode.INVALID_CONFIG, why);
}
