export { startOttla } from './start-ottla.ts';
export type { LogLevel, Ottla, OttlaLogger, OttlaOptions, TopicOptions } from './api.ts';
