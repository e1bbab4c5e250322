/**
 * A whole cluster of separate processes on this machine, in front until Ctrl-C:
 *
 *   npm run cluster -- --dir DIR --port BASE
 *
 *   --dir DIR            where everything is kept; folders that are empty are formatted
 *   --port BASE          the first broker serves Kafka clients at 127.0.0.1:BASE, the next at BASE+1, …; 0: ports that are free now
 *   --controllers N      the metadata quorum (3)
 *   --brokers N          (3)
 *   --coordinators N     group coordinators, and as many transaction coordinators (2)
 *   --mtls               planes prove to each other that they are of this cluster, with certificates that are made for this start
 *   --without NAME       leaves the seat of one service (broker-2) free, and says how to start it in another terminal; may be repeated
 *   --set KEY=VALUE      a key of Kafka's server.properties, for every service; may be repeated
 *
 * When all are ready it prints one line a service: name, pid, address ('-' for coordinators, which nobody dials). What
 * services print goes to DIR/logs. A service that dies stays dead, and the cluster goes on. Ctrl-C stops all in order, a
 * second one kills them. Exit code 1: the cluster did not start, or did not stop in order.
 */
import { parseArgs } from 'node:util';
import { residentMb } from '../measure/process-figures.ts';
import { freePortsInRow } from './plane-ports.ts';
import { appOf } from './service-process.ts';
import { writeConfig } from './service-config.ts';
import { type Cluster, startCluster } from './start-cluster.ts';

const FREE_PORTS = 0;
const MAX_PORT = 65_535;

function fail(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

function readNumber(name: string, text: string | undefined, least: number, most: number): number {
  const value = Number(text);
  if (text === undefined || !Number.isInteger(value) || value < least || value > most) fail(`--${name} wants a whole number from ${least} to ${most}`);
  return value;
}

function readSettings(sets: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    sets.map((set) => {
      const equals = set.indexOf('=');
      if (equals < 1) fail(`--set wants KEY=VALUE, not ${set}`);
      return [set.slice(0, equals).trim(), set.slice(equals + 1)];
    }),
  );
}

async function start(): Promise<Cluster> {
  const { values } = parseArgs({
    options: {
      dir: { type: 'string' },
      port: { type: 'string' },
      controllers: { type: 'string', default: '3' },
      brokers: { type: 'string', default: '3' },
      coordinators: { type: 'string', default: '2' },
      mtls: { type: 'boolean', default: false },
      without: { type: 'string', multiple: true, default: [] },
      set: { type: 'string', multiple: true, default: [] },
    },
  });
  if (values.dir === undefined) fail('--dir DIR is wanted: where the cluster keeps its data');
  const brokers = readNumber('brokers', values.brokers, 1, 100);
  const port = readNumber('port', values.port, FREE_PORTS, MAX_PORT + 1 - brokers);
  return await startCluster({
    directory: values.dir,
    port: port === FREE_PORTS ? await freePortsInRow(brokers) : port,
    controllers: readNumber('controllers', values.controllers, 1, 9),
    brokers,
    coordinators: readNumber('coordinators', values.coordinators, 1, 100),
    settings: readSettings(values.set),
    mtls: values.mtls,
    without: values.without,
  });
}

const startedAt = performance.now();
const cluster = await start().catch((error: unknown) => fail(error instanceof Error ? error.message : String(error)));

for (const { name, pid, address = '-' } of cluster.services) process.stdout.write(`${name} ${pid} ${address}\n`);
for (const spec of cluster.free) process.stdout.write(`free seat: npx nx serve ${appOf[spec.role]} -- --config ${writeConfig(spec)}\n`);
const totalMb = cluster.services.reduce((sum, { isRunning, pid }) => sum + (isRunning ? residentMb(pid) : 0), 0);
process.stdout.write(`ready after ${Math.round(performance.now() - startedAt)} ms with ${Math.round(totalMb)} MB; bootstrap.servers=${cluster.bootstrap}; Ctrl-C stops all\n`);

let isStopping = false;
for (const service of cluster.services) {
  void service.ended.then((how) => {
    if (!isStopping) process.stdout.write(`${service.name} ended (${how}) and stays dead; what it said last is in ${service.logFile}\n`);
  });
}
const onSignal = (): void => {
  if (isStopping) process.exit(1);
  isStopping = true;
  process.stdout.write('stopping: coordinators, brokers, controllers; once more kills them\n');
  cluster.stop().then(
    () => process.exit(0),
    (error: unknown) => fail(error instanceof Error ? error.message : String(error)),
  );
};
process.on('SIGINT', onSignal);
process.on('SIGTERM', onSignal);
