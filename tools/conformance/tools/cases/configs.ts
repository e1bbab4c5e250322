import type { ToolCase } from '../scene.ts';

const topics: ToolCase = {
  name: 'kafka-configs: topics', on: 'one broker',
  run: async (s) => {
    await s.quiet('topics', '--create --topic t --config retention.ms=60000');
    await s.tool('configs', '--describe --entity-type topics --entity-name t');
    await s.tool('configs', '--describe --topic t');
    await s.tool('configs', '--describe --entity-type topics --entity-name t --all');
    await s.tool('configs', '--alter --entity-type topics --entity-name t --add-config max.message.bytes=2000000,cleanup.policy=[compact,delete]');
    await s.tool('configs', '--describe --topic t');
    await s.tool('configs', '--alter --topic t --delete-config retention.ms');
    await s.tool('configs', '--alter --topic t --delete-config retention.ms');
    await s.tool('configs', '--alter --topic t --delete-config no.such.key');
    await s.tool('configs', '--alter --topic t --add-config no.such.key=1');
    await s.tool('configs', '--alter --topic t --add-config retention.ms=often');
    await s.tool('configs', '--alter --topic t --add-config min.insync.replicas=0');
    await s.tool('configs', '--alter --topic t --add-config leader.replication.throttled.replicas=0:1,follower.replication.throttled.replicas=*');
    await s.tool('configs', '--alter --topic t --add-config leader.replication.throttled.replicas=nonsense');
    await s.tool('configs', `--alter --topic t --add-config-file ${s.file('t.properties', 'segment.bytes=2097152\nflush.messages=7\n')}`);
    await s.tool('configs', '--describe --topic t');
    await s.tool('configs', '--describe --topic missing');
    await s.tool('configs', '--alter --topic missing --add-config retention.ms=1');
    await s.tool('configs', '--describe --entity-type topics', { inAnyOrder: true });
    await s.quiet('topics', '--delete --topic t');
  },
};

const brokers: ToolCase = {
  name: 'kafka-configs: brokers', on: 'one broker',
  run: async (s) => {
    await s.tool('configs', '--describe --entity-type brokers --entity-name 1');
    await s.tool('configs', '--describe --broker-defaults');
    await s.tool('configs', '--alter --entity-type brokers --entity-name 1 --add-config log.cleaner.threads=2,max.connections=900');
    await s.tool('configs', '--alter --entity-type brokers --entity-default --add-config log.retention.ms=7200000,message.max.bytes=1500000');
    await s.settled('configs', '--describe --broker 1', ({ stdout }) => stdout.includes('max.connections=900') && stdout.includes('log.retention.ms=7200000'));
    await s.tool('configs', '--describe --broker-defaults');
    await s.tool('configs', '--describe --entity-type brokers');
    await s.tool('configs', '--alter --broker 1 --delete-config log.cleaner.threads,max.connections');
    await s.tool('configs', '--alter --broker-defaults --delete-config log.retention.ms,message.max.bytes');
    await s.settled('configs', '--describe --broker 1', ({ stdout }) => !stdout.includes('DYNAMIC'));
    await s.tool('configs', '--describe --broker-defaults');
    await s.tool('configs', '--alter --broker 1 --add-config no.such.key=1');
    await s.tool('configs', '--alter --broker 1 --add-config log.cleaner.threads=many');
    await s.tool('configs', '--alter --broker 1 --add-config log.cleaner.threads=0');
    await s.tool('configs', '--alter --broker 1 --add-config node.id=5');
    await s.tool('configs', '--alter --broker 1 --add-config log.dirs=/tmp/x');
    await s.tool('configs', '--alter --broker-defaults --add-config num.partitions=4');
    await s.tool('configs', '--alter --broker-defaults --add-config listeners=PLAINTEXT://127.0.0.1:1');
    await s.tool('configs', '--alter --broker-defaults --add-config background.threads=40');
    await s.tool('configs', '--alter --broker 1 --add-config leader.replication.throttled.rate=1000,follower.replication.throttled.rate=1000');
    await s.tool('configs', '--alter --broker 1 --delete-config leader.replication.throttled.rate,follower.replication.throttled.rate');
    await s.tool('configs', '--describe --broker 7');
    await s.tool('configs', '--alter --broker 7 --add-config log.cleaner.threads=2');
    await s.tool('configs', '--describe --entity-type brokers --entity-name one');
    await s.tool('configs', '--alter --broker 1 --delete-config never.set');
    await s.tool('configs', '--alter --broker-defaults --delete-config max.connections');
  },
};

/** What a broker is configured with: the keys and kinds, not the machine's values. */
const allOfBroker: ToolCase = {
  name: 'kafka-configs: all configs of a broker', on: 'one broker',
  run: async (s) => {
    await s.tool('configs', '--describe --broker 1 --all', { masks: [/^\s*(log\.dirs?|listeners|advertised\.listeners|controller\.\S*|node\.id|broker\.id|process\.roles|inter\.broker\.\S*|metadata\.log\.dir)=.*$/] });
  },
};

const loggers: ToolCase = {
  name: 'kafka-configs: broker-loggers', on: 'one broker',
  run: async (s) => {
    await s.tool('configs', '--describe --entity-type broker-loggers --entity-name 1', { onlyShape: true });
    await s.tool('configs', '--describe --broker-logger 7');
    await s.tool('configs', '--alter --broker-logger 1 --add-config kafka.server.ReplicaManager=DEBUG');
    await s.tool('configs', '--alter --broker-logger 1 --add-config no.such.Logger=DEBUG');
    await s.tool('configs', '--alter --broker-logger 1 --add-config kafka.server.ReplicaManager=LOUD');
    await s.tool('configs', '--alter --broker-logger 1 --delete-config kafka.server.ReplicaManager');
    await s.tool('configs', '--alter --broker-logger 1 --delete-config root');
  },
};

const groups: ToolCase = {
  name: 'kafka-configs: groups', on: 'one broker',
  run: async (s) => {
    await s.tool('configs', '--alter --entity-type groups --entity-name g --add-config consumer.session.timeout.ms=50000,consumer.heartbeat.interval.ms=6000');
    await s.tool('configs', '--describe --group g');
    await s.tool('configs', '--describe --entity-type groups --entity-name g --all');
    await s.tool('configs', '--describe --entity-type groups');
    await s.tool('configs', '--alter --group g --add-config consumer.session.timeout.ms=1');
    await s.tool('configs', '--alter --group g --add-config consumer.heartbeat.interval.ms=55000');
    await s.tool('configs', '--alter --group g --add-config no.such.key=1');
    await s.tool('configs', '--alter --group g --add-config share.auto.offset.reset=earliest');
    await s.tool('configs', '--alter --group g --add-config streams.num.standby.replicas=1');
    await s.tool('configs', '--describe --group g');
    await s.tool('configs', '--alter --group g --delete-config consumer.session.timeout.ms,consumer.heartbeat.interval.ms,share.auto.offset.reset,streams.num.standby.replicas');
    await s.tool('configs', '--describe --group g');
    await s.tool('configs', '--describe --group never-seen');
  },
};

const clientMetrics: ToolCase = {
  name: 'kafka-client-metrics', on: 'one broker',
  run: async (s) => {
    await s.tool('client-metrics', '--list');
    await s.tool('client-metrics', "--alter --name m1 --metrics org.apache.kafka.producer.,org.apache.kafka.consumer. --interval 30000 --match client_id=app.*");
    await s.tool('client-metrics', '--describe --name m1', { inAnyOrder: true });
    await s.tool('client-metrics', '--list');
    await s.tool('configs', '--describe --entity-type client-metrics --entity-name m1', { inAnyOrder: true });
    await s.tool('configs', '--describe --client-metrics m1', { inAnyOrder: true });
    await s.tool('client-metrics', '--describe', { inAnyOrder: true });
    await s.tool('client-metrics', '--alter --name m2 --interval 5');
    await s.tool('client-metrics', '--alter --name m2 --match nonsense=x');
    await s.tool('client-metrics', '--alter --name m2 --match client_id=[');
    await s.tool('configs', '--alter --client-metrics m2 --add-config no.such=1');
    await s.tool('client-metrics', '--delete --name m1');
    await s.tool('client-metrics', '--delete --name m3');
    await s.tool('client-metrics', '--describe --name m1');
    await s.tool('client-metrics', '--list');
  },
};

const users: ToolCase = {
  name: 'kafka-configs: users, clients, ips', on: 'one broker',
  run: async (s) => {
    await s.tool('configs', '--alter --user alice --add-config SCRAM-SHA-256=[password=secret]');
    await s.tool('configs', '--describe --user alice');
    await s.tool('configs', '--describe --entity-type users');
    await s.tool('configs', '--alter --client-defaults --add-config producer_byte_rate=1048576');
    await s.tool('configs', '--describe --client-defaults');
    await s.tool('configs', '--describe --entity-type clients');
    await s.tool('configs', '--alter --ip 127.0.0.9 --add-config connection_creation_rate=100');
    await s.tool('configs', '--describe --ip 127.0.0.9');
    await s.tool('configs', '--alter --client-defaults --delete-config producer_byte_rate');
    await s.tool('configs', '--alter --ip 127.0.0.9 --delete-config connection_creation_rate');
    await s.tool('configs', '--alter --user alice --delete-config SCRAM-SHA-256');
  },
};

export const configCases: readonly ToolCase[] = [topics, brokers, allOfBroker, loggers, groups, clientMetrics, users];
