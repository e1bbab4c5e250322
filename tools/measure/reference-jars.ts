import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** What Ottla is compared with, and says that it speaks like. */
export const KAFKA_VERSION = '4.3.1';

/** The jars of a real Kafka: its clients and its tools. REFERENCE_KAFKA_HOME is the folder of a distribution, which has them in libs/. */
const home = process.env['REFERENCE_KAFKA_HOME'] ?? '';

export const LIBS = join(home, 'libs');

/** A class path with all of them. */
export const JARS = join(LIBS, '*');

/** Why there are none, and what to do; undefined when there are. */
export function lacksJars(): string | undefined {
  if (home === '') return 'REFERENCE_KAFKA_HOME is not set to the folder of an Apache Kafka, which has its jars in libs/';
  return existsSync(LIBS) ? undefined : `${home} (REFERENCE_KAFKA_HOME) has no libs/`;
}
