import { brokerConfigs, ErrorCode, groupConfigs, KafkaError, resolveConfig } from '@ottla/model';
import { configLayers } from './controller-config.ts';
import type { ControlState } from './decision.ts';
import { asInvalidConfig } from './topic-config-check.ts';

const groupTypes = ['consumer', 'share', 'streams'] as const;
const boundedKeys = ['session.timeout.ms', 'heartbeat.interval.ms'] as const;

/** Checks the configs of a group: each value, its bounds from the brokers' configs, and the session against the heartbeat. Throws KafkaError(INVALID_CONFIG). */
export function checkGroupConfigs(state: ControlState, all: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return asInvalidConfig(() => {
    const checked = new Map<string, string>();
    for (const [key, value] of all) checked.set(key, groupConfigs.check(key, value));
    for (const type of groupTypes) {
      for (const key of boundedKeys) checkBounds(state, type, key, checked);
      checkSessionBeyondHeartbeat(state, type, checked);
    }
    return checked;
  });
}

function checkBounds(state: ControlState, type: string, key: (typeof boundedKeys)[number], checked: ReadonlyMap<string, string>): void {
  const text = checked.get(`${type}.${key}`);
  if (text === undefined) return;
  const least = `group.${type}.min.${key}`;
  const most = `group.${type}.max.${key}`;
  if (Number(text) < brokerValue(state, least)) refuse(`${type}.${key} must be greater than or equal to ${least}`);
  if (Number(text) > brokerValue(state, most)) refuse(`${type}.${key} must be less than or equal to ${most}`);
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
