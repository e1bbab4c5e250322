import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { ConfigError, parseHostPort, type HostPort, type Logger } from '@ottla/model';
import { limitHeapGrowth, limitNativeMemory, nodeScheduler, processLogger } from '@ottla/platform';
import { checkBrokerSettings, helpText, nodeSettingsFrom, parseArguments, parseJavaProperties, prepareLogFolder, reasonOf } from './cli/index.ts';
import { startOnThisMachine, type Standalone } from './start-standalone.ts';
import { version } from './version.ts';

/** Exit code for settings that the process cannot start with, as sysexits has it. */
const EX_CONFIG = 78;

/** `npm start`: every plane in one process. Arguments: see `helpText`. */
async function main(): Promise<void> {
  const logger = processLogger();
  const { settings, metricsListen } = readSettings(logger);
  const node = nodeSettingsFrom(settings);
  const logDir = resolve(node.logDirectory);
  const folderProblem = prepareLogFolder(logDir);
  if (folderProblem !== undefined) exitWith(EX_CONFIG, folderProblem);
  limitNativeMemory(nodeScheduler());
  const ottla = await startOnThisMachine({
    settings, logger, metricsListen,
    ssl: node.ssl,
    nodes: [
      {
        nodeId: node.nodeId,
        rack: node.rack,
        logDir,
        listeners: node.listeners,
      },
    ],
    onFatal: (cause) => {
      logger.error('Ottla cannot go on and stops; remove the cause, then start it again: acknowledged records are in the log', { error: cause.message });
      process.exit(1);
    },
  });
  const asked = firstSignal();
  limitHeapGrowth();
  greet(ottla, logDir);
  // Loading Nest holds the event loop for a third of a second: clients that waited for the start are answered first.
  await Promise.race([asked.arrived, delay(SHELL_DELAY_MS, undefined, { ref: false })]);
  const { runShell } = await import('./shell.ts');
  await runShell(ottla, logger);
  const signal = asked.take();
  if (signal !== undefined) process.kill(process.pid, signal);
}

/** How long after `ready` the shell is loaded, unless the process is asked to end before. */
const SHELL_DELAY_MS = 1_000;

/** Whoever reads `ready` may ask for the end at once, before the shell listens for it: kept until then, or the stop would be unclean. */
function firstSignal(): { readonly arrived: Promise<void>; take(): NodeJS.Signals | undefined } {
  const { promise, resolve: arrive } = Promise.withResolvers<void>();
  let kept: NodeJS.Signals | undefined;
  const keep = (signal: NodeJS.Signals): void => {
    kept ??= signal;
    arrive();
  };
  process.on('SIGTERM', keep).on('SIGINT', keep);
  return {
    arrived: promise,
    take: () => {
      process.off('SIGTERM', keep).off('SIGINT', keep);
      return kept;
    },
  };
}

/** Arguments and file, checked; ends the process with a reason when they do not do. */
function readSettings(logger: Logger): { readonly settings: ReadonlyMap<string, string>; readonly metricsListen: HostPort | undefined } {
  const parsed = parseArguments(process.argv.slice(2));
  if (parsed.action === 'help') exitWith(0, helpText);
  if (parsed.action === 'version') exitWith(0, `ottla ${version}`);
  if (parsed.action === 'error') exitWith(EX_CONFIG, parsed.message);
  const file = parsed.configFile === undefined ? new Map<string, string>() : parseJavaProperties(readConfigFile(parsed.configFile));
  const given = new Map([...file, ...parsed.settings]);
  const metricsListen = takeAddress(given, 'ottla.metrics.listen');
  const { settings, warnings, errors } = checkBrokerSettings(given);
  if (errors.length > 0) exitWith(EX_CONFIG, `Ottla cannot start with these settings:\n${errors.map((error) => `  ${error}`).join('\n')}`);
  for (const warning of warnings) logger.warn(warning);
  return { settings, metricsListen };
}

/** Takes a setting that is not Kafka's out of `given`. */
function takeAddress(given: Map<string, string>, key: string): HostPort | undefined {
  const text = given.get(key);
  if (text === undefined) return undefined;
  given.delete(key);
  try {
    return parseHostPort(key, text);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    exitWith(EX_CONFIG, error.message);
  }
}

function readConfigFile(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    exitWith(EX_CONFIG, `--config ${path} cannot be read: ${reasonOf(error)}`);
  }
}

function exitWith(code: number, text: string): never {
  (code === 0 ? process.stdout : process.stderr).write(`${text}\n`);
  process.exit(code);
}

/** What a person wants to know first. The line with `ready` is for scripts too. */
function greet(ottla: Standalone, logDir: string): void {
  const addresses = ottla.addresses().map(({ name, host, port }) => `${name}://${host}:${port}`);
  const [first] = ottla.addresses();
  const lines = [
    `Ottla ${version}, cluster ${ottla.clusterId}`,
    `data in ${logDir}`,
    `ready for Kafka clients at ${addresses.join(', ')}`,
    `try: kcat -b ${first?.host}:${first?.port} -L`,
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`Ottla could not start: ${error instanceof Error ? error.message : String(error)}\n`);
  if (process.env['OTTLA_LOG_LEVEL'] === 'debug' && error instanceof Error) process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
