import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { JARS, lacksJars } from '../measure/reference-jars.ts';

/** Small, and quick to start: a client does little, and is started often. */
const FRUGAL = ['-Xmx128m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-Dorg.slf4j.simpleLogger.defaultLogLevel=warn'];
const HEAP = '-Xmx1g';
const OUTPUT_AT_MOST_BYTES = 1 << 30;

const mainClasses: Readonly<Record<string, string>> = { chain: 'Chain' };
let classes = '';

/** Compiles the clients into `directory`. Answers the reason in words when this machine cannot. */
export function compileJavaClients(directory: string): string | undefined {
  const lacks = lacksJars();
  if (lacks !== undefined) return lacks;
  mkdirSync(directory, { recursive: true });
  const sources = Object.values(mainClasses).map((name) => join(import.meta.dirname, `java/${name}.java`));
  const { status, error, stderr } = spawnSync('javac', ['-cp', JARS, '-d', directory, ...sources], { encoding: 'utf8' });
  if (status !== 0) return error?.message ?? stderr;
  classes = directory;
  return undefined;
}

/** What starts a program, once `compileJavaClients` was called. */
export function javaCommand(program: string): [string, ...string[]] {
  const main = mainClasses[program];
  if (main === undefined) throw new Error(`there is no Java client that is a ${program}`);
  return ['java', ...FRUGAL, '-cp', `${classes}:${JARS}`, main];
}

/** Runs a class of the jars to its end. */
export function runOfJars(mainClass: string, words: readonly string[]): { readonly status: number | null; readonly output: string; readonly errors: string } {
  const { status, stdout, stderr, error } = spawnSync('java', [HEAP, '-XX:+UseSerialGC', '-Dorg.slf4j.simpleLogger.defaultLogLevel=warn', '-cp', JARS, mainClass, ...words], { encoding: 'utf8', maxBuffer: OUTPUT_AT_MOST_BYTES });
  return { status, output: stdout ?? '', errors: error === undefined ? stderr : error.message };
}
