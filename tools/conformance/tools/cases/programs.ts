import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../../../measure/servers.ts';
import type { Scene, ToolCase } from '../scene.ts';

const WITHIN_MS = 120_000;
const AGAIN_AFTER_MS = 200;

type Place = ToolCase['on'];
const short = (on: Place): string => (on === 'one broker' ? '1' : '3');

async function until(what: string, holds: () => boolean | Promise<boolean>, state: () => Promise<string> = () => Promise.resolve('')): Promise<void> {
  for (const startedAt = performance.now(); !(await holds()); await new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER_MS))) {
    if (performance.now() - startedAt > WITHIN_MS) throw new Error(`${what}: not within ${WITHIN_MS / 1_000} s; ${await state()}`);
  }
}

const linesOf = (file: string): readonly string[] => (existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter((line) => line !== '') : []);

function streams(on: Place): ToolCase {
  return {
    name: `Kafka Streams: word count, exactly_once_v2, ${on}`, on,
    run: async (s) => {
      const id = `wc${short(on)}`;
      const limits = { limitMs: 200_000 };
      await s.program('WordCount', `${s.bootstrap} ${id} classic`, limits);
      await s.tool('topics', `--describe --topic ${id}-counts-changelog`, { masks: [/Leader: \d|Replicas: \S+|Isr: \S+|segment\.bytes=\d+,?/g] });
      await s.tool('topics', '--list --exclude-internal');
      await s.settled('consumer-groups', `--describe --group ${id} --state`, ({ stdout }) => stdout.includes('Empty'), { masks: [/<broker \d>\s+\(\d\)/] });
      await s.tool('streams-application-reset', `--application-id ${id} --input-topics ${id}-lines`, { inAnyOrder: true });
      await s.tool('topics', '--list --exclude-internal');
      await s.tool('transactions', 'list', { onlyShape: true });
    },
  };
}

function streamsProtocol(on: Place): ToolCase {
  return {
    name: `Kafka Streams: group.protocol=streams, ${on}`, on,
    run: async (s) => void (await s.program('WordCount', `${s.bootstrap} wcs${short(on)} streams`, { limitMs: 200_000 })),
  };
}

const properties = (entries: Readonly<Record<string, string | number>>): string => Object.entries(entries).map(([key, value]) => `${key}=${value}\n`).join('');
const converters = { 'key.converter': 'org.apache.kafka.connect.storage.StringConverter', 'value.converter': 'org.apache.kafka.connect.storage.StringConverter', 'plugin.discovery': 'service_load' };
const sourceOf = (file: string, topic: string) => ({ name: 'file-source', 'connector.class': 'org.apache.kafka.connect.file.FileStreamSourceConnector', 'tasks.max': '1', file, topic });
const sinkOf = (file: string, topic: string) => ({ name: 'file-sink', 'connector.class': 'org.apache.kafka.connect.file.FileStreamSinkConnector', 'tasks.max': '1', file, topics: topic });

function standalone(on: Place): ToolCase {
  return {
    name: `Kafka Connect: standalone, file source and sink, ${on}`, on,
    run: async (s) => {
      const topic = `connect-file-${short(on)}`;
      const [from, to] = [join(s.folder, 'standalone-in.txt'), join(s.folder, 'standalone-out.txt')];
      writeFileSync(from, 'one\ntwo\nthree\n');
      const worker = join(s.folder, s.file('standalone.properties', properties({ 'bootstrap.servers': s.bootstrap, ...converters, 'offset.storage.file.filename': join(s.folder, 'standalone.offsets'), 'offset.flush.interval.ms': 500, listeners: `http://127.0.0.1:${await freePort()}` })));
      const files = [worker, ...[sourceOf(from, topic), sinkOf(to, topic)].map((config) => join(s.folder, s.file(`${config.name}.properties`, properties(config))))];
      for (const [round, more] of [['first', ''], ['second', 'four\nfive\n']] as const) {
        writeFileSync(from, more, { flag: 'a' });
        const connect = s.startClass('org.apache.kafka.connect.cli.ConnectStandalone', files);
        try {
          await until(`lines of the ${round} start`, () => linesOf(to).length >= linesOf(from).length);
        } finally {
          await connect.stop();
        }
        s.note(`lines in the sink's file after the ${round} start`, linesOf(to).join('\n'));
      }
      await s.tool('consumer-groups', '--describe --group connect-file-sink --offsets', { masks: [/<uuid>/g] });
    },
  };
}

interface Worker {
  readonly url: string;
  stop(): Promise<unknown>;
}

async function distributedWorker(s: Scene, number: number, group: string, replicas: number): Promise<Worker> {
  const url = `http://127.0.0.1:${await freePort()}`;
  const settings = {
    'bootstrap.servers': s.bootstrap, ...converters, 'group.id': group, listeners: url, 'exactly.once.source.support': 'enabled', 'offset.flush.interval.ms': 500, 'scheduled.rebalance.max.delay.ms': 0,
    'config.storage.topic': `${group}-configs`, 'offset.storage.topic': `${group}-offsets`, 'status.storage.topic': `${group}-status`, 'offset.storage.partitions': 5,
    'config.storage.replication.factor': replicas, 'offset.storage.replication.factor': replicas, 'status.storage.replication.factor': replicas,
  };
  const connect = s.startClass('org.apache.kafka.connect.cli.ConnectDistributed', [join(s.folder, s.file(`worker-${number}.properties`, properties(settings)))]);
  let ended: string | undefined;
  void connect.ended().then(({ exit, stderr }) => (ended = `${exit} ${stderr.slice(0, 1_000)}`), () => (ended = 'no JVM'));
  await until('the worker serves', async () => {
    if (ended !== undefined) throw new Error(`the worker ended with ${ended}`);
    return (await rest(url, 'GET', '/connectors')).startsWith('200');
  });
  return { url, stop: async () => await connect.stop() };
}

/** Status and body; "refused" when nobody listens yet. */
async function rest(url: string, method: string, path: string, body?: object): Promise<string> {
  try {
    const response = await fetch(`${url}${path}`, { method, headers: { 'content-type': 'application/json' }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
    return `${response.status} ${await response.text()}`;
  } catch {
    return 'refused';
  }
}

function distributed(on: Place): ToolCase {
  return {
    name: `Kafka Connect: distributed, two workers, exactly-once source, ${on}`, on,
    run: async (s) => {
      const group = `connect${short(on)}`;
      const topic = `${group}-lines`;
      const [from, to] = [join(s.folder, 'distributed-in.txt'), join(s.folder, 'distributed-out.txt')];
      const noted = async (method: string, path: string, body?: object): Promise<void> => s.note(`${method} ${path}`, (await rest(last.url, method, path, body)).replaceAll(s.folder, '<folder>').replaceAll(/127\.0\.0\.1:\d+/g, '<worker>'));
      const states = async (): Promise<string> => (await Promise.all(['file-source', 'file-sink'].map((name) => rest(last.url, 'GET', `/connectors/${name}/status`)))).join();
      const running = async (): Promise<boolean> => [...(await states()).matchAll(/"state":"RUNNING"/g)].length === 4;
      writeFileSync(from, Array.from({ length: 100 }, (_, index) => `line ${index}\n`).join(''));
      const replicas = on === 'one broker' ? 1 : 3;
      const first = await distributedWorker(s, 1, group, replicas);
      let last = first;
      try {
        last = await distributedWorker(s, 2, group, replicas);
        // The second worker passes these on to the leader, which it knows only once it has joined.
        for (const config of [sourceOf(from, topic), sinkOf(to, topic)]) await until('the connector is made', async () => (await rest(last.url, 'PUT', `/connectors/${config.name}/config`, config)).startsWith('20'));
        await s.tool('groups', '--list --group-type classic', { inAnyOrder: true });
        await s.tool('consumer-groups', `--describe --group ${group} --state`);
        await until('all tasks run', running, states);
        await until('all lines are there', () => linesOf(to).length >= 100);
        s.note('lines of 100 in the file of the sink', String(new Set(linesOf(to)).size));
        await first.stop();
        await until('all tasks run at the other worker', running, states);
        writeFileSync(from, Array.from({ length: 100 }, (_, index) => `more ${index}\n`).join(''), { flag: 'a' });
        await until('the lines that came later are there', () => linesOf(to).length >= 200);
        s.note('lines of 200 in the file of the sink, and how many', `${new Set(linesOf(to)).size} ${linesOf(to).length}`);
        // Markers of the source's transactions have offsets, too.
        await until('offsets are committed', async () => Number(new RegExp(`"${topic}"\\},"offset":\\{"kafka_offset":(\\d+)`).exec(await rest(last.url, 'GET', '/connectors/file-sink/offsets'))?.[1]) >= 200, async () => `${await rest(last.url, 'GET', '/connectors/file-sink/offsets')} ${await states()}`);
        await noted('GET', '/connectors/file-source/offsets');
        await noted('PUT', '/connectors/file-source/stop');
        await until('the source stopped', async () => (await states()).includes('"state":"STOPPED"'));
        await noted('DELETE', '/connectors/file-source/offsets');
        await noted('GET', '/connectors/file-source/offsets');
        await noted('PUT', '/connectors/file-sink/stop');
        await until('the sink stopped', async () => [...(await states()).matchAll(/"state":"STOPPED"/g)].length === 2);
        await until('its group is empty', async () => (await s.quiet('consumer-groups', '--describe --group connect-file-sink --state')).stdout.includes('Empty'));
        await noted('PATCH', '/connectors/file-sink/offsets', { offsets: [{ partition: { kafka_topic: topic, kafka_partition: 0 }, offset: { kafka_offset: 7 } }] });
        await noted('GET', '/connectors/file-sink/offsets');
        await noted('DELETE', '/connectors/file-sink/offsets');
        await noted('DELETE', '/connectors/file-sink');
        await noted('DELETE', '/connectors/file-source');
        for (const each of ['configs', 'offsets', 'status']) await s.tool('topics', `--describe --topic ${group}-${each}`, { masks: [/Leader: \d|Replicas: \S+|Isr: \S+/g] });
      } finally {
        await Promise.allSettled([first.stop(), last.stop()]);
      }
    },
  };
}

const places = ['one broker', 'three brokers'] as const;

export const programCases: readonly ToolCase[] = places.flatMap((on) => [streams(on), streamsProtocol(on), standalone(on), distributed(on)]);
