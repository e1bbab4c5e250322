import { writeFileSync } from 'node:fs';
import type { ServiceSpec } from './service-process.ts';

/**
 * Writes what a service is started with beside where its log would be, in the syntax of server.properties; answers the
 * file, for --config.
 */
export function writeConfig({ settings, logFile }: ServiceSpec): string {
  const file = logFile.replace(/\.log$/, '.properties');
  writeFileSync(file, Object.entries(settings).map(([key, value]) => `${key}=${value.replaceAll('\\', '\\\\')}\n`).join(''));
  return file;
}
