export { MetricsRegistry, EXPOSITION_CONTENT_TYPE } from './metrics-registry.ts';
export type { MetricsRegistryOptions } from './metrics-registry.ts';
