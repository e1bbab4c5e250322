import { checkTopicConfigs, ConfigError, ErrorCode, KafkaError, resolveAll, topicConfigs } from '@ottla/model';
import type { MetadataImage } from '../image/image.ts';
import { configLayers, type ControllerConfig } from './controller-config.ts';

/**
 * Checks the configs of a topic, one by one and together with what stands below them; answers them as they are kept.
 * Throws KafkaError(INVALID_CONFIG).
 */
export function checkedTopicConfigs(image: MetadataImage, config: ControllerConfig, own: ReadonlyMap<string, string>): Map<string, string> {
  return asInvalidConfig(() => {
    const checked = new Map<string, string>();
    for (const [key, value] of own) checked.set(key, topicConfigs.check(key, value));
    if (checked.size > 0) checkTopicConfigs(resolveAll(topicConfigs, configLayers(image, config, checked)));
    return checked;
  });
}

/** Runs `check`; a ConfigError becomes KafkaError(INVALID_CONFIG). */
export function asInvalidConfig<T>(check: () => T): T {
  try {
    return check();
  } catch (error) {
    if (error instanceof ConfigError) throw new KafkaError(ErrorCode.INVALID_CONFIG, error.message);
    throw error;
  }
}
