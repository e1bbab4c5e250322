import { describe, expect, it } from '@jest/globals';
import { checkBrokerSettings, nodeSettingsFrom } from './broker-settings.ts';
import { listenerText } from '@ottla/broker/listeners';

type Values = Readonly<Record<string, string>>;
const check = (values: Values): ReturnType<typeof checkBrokerSettings> => checkBrokerSettings(new Map(Object.entries(values)));

/** The addresses of a node that starts: listeners, then what clients are told. */
function addresses(values: Values): readonly (readonly string[])[] {
  const { settings, errors } = check(values);
  expect(errors).toEqual([]);
  const node = nodeSettingsFrom(settings);
  return [node.listeners.map(listenerText), node.listeners.map(({ name, advertisedHost, advertisedPort }) => listenerText({ name, host: advertisedHost, port: advertisedPort }))];
}

describe('checkBrokerSettings', () => {
  it('starts one node from nothing', () => {
    const { settings, warnings, errors } = check({});
    expect([warnings, errors]).toEqual([[], []]);
    expect(nodeSettingsFrom(settings)).toEqual({
      nodeId: 1,
      rack: null,
      logDirectory: './data',
      listeners: [{ name: 'PLAINTEXT', securityProtocol: 'PLAINTEXT', host: '', port: 9092, advertisedHost: '127.0.0.1', advertisedPort: 9092 }],
      ssl: undefined,
    });
    expect([settings.get('offsets.topic.replication.factor'), settings.get('group.initial.rebalance.delay.ms')]).toEqual(['1', '0']);
  });

  it("starts from the server.properties that Kafka ships, and says once what it ignores", () => {
    const { warnings, errors, settings } = check({
      'process.roles': 'broker,controller',
      'node.id': '7',
      'controller.quorum.bootstrap.servers': 'localhost:9093',
      listeners: 'PLAINTEXT://:9092,CONTROLLER://:9093',
      'inter.broker.listener.name': 'PLAINTEXT',
      'advertised.listeners': 'PLAINTEXT://localhost:9092,CONTROLLER://localhost:9093',
      'controller.listener.names': 'CONTROLLER',
      'listener.security.protocol.map': 'CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT,SSL:SSL,SASL_PLAINTEXT:SASL_PLAINTEXT,SASL_SSL:SASL_SSL',
      'num.network.threads': '3',
      'num.io.threads': '16',
      'socket.send.buffer.bytes': '1024',
      'log.dirs': '/tmp/kraft-combined-logs',
      'num.partitions': '1',
      'rsm.config.x': 'y',
    });
    expect(errors).toEqual([]);
    expect(warnings).toEqual([
      'ignored, because nothing here acts on them: num.io.threads, rsm.config.x',
      'listeners of controllers are not opened, because the only controller is in this process: CONTROLLER',
    ]);
    expect(nodeSettingsFrom(settings)).toMatchObject({ nodeId: 7, logDirectory: '/tmp/kraft-combined-logs', listeners: [{ port: 9092, advertisedHost: 'localhost' }] });
  });

  it('normalizes values', () => {
    const { settings } = check({ 'log.cleanup.policy': 'compact , delete', 'auto.create.topics.enable': 'FALSE', 'log.retention.ms': '' });
    expect([settings.get('log.cleanup.policy'), settings.get('auto.create.topics.enable')]).toEqual(['compact,delete', 'false']);
  });

  it.each<readonly [Values, string]>([
    [{ 'num.partitions': 'many' }, 'Invalid value many for configuration num.partitions: Not a number of type INT'],
    [{ 'num.partitions': '0' }, 'Invalid value 0 for configuration num.partitions: Value must be at least 1'],
    [{ 'log.retention.hour': '1' }, 'unknown key log.retention.hour: did you mean log.retention.hours?'],
    [{ 'a.setting.that.nobody.knows': '1' }, 'unknown key a.setting.that.nobody.knows'],
    [{ 'listener.name.plaintext.max.connections': '1' }, 'listener.name.plaintext.max.connections: settings of one listener alone are not supported'],
    [{ 'log.retention.ms': '-5' }, 'Invalid value -5 for configuration log.retention.ms: expected -1 for no limit, or at least 1'],
    [{ 'log.dirs': '/a,/b' }, 'Invalid value /a,/b for configuration log.dirs: expected exactly one folder'],
    [{ 'process.roles': 'broker' }, 'Invalid value broker for configuration process.roles: expected broker,controller, because one process runs every plane'],
    [{ 'node.id': '1', 'broker.id': '2' }, 'Invalid value 2 for configuration broker.id: expected the same as node.id, which is 1'],
    [{ 'controller.quorum.voters': '1@a:1,2@b:1' }, 'Invalid value 1@a:1,2@b:1 for configuration controller.quorum.voters: expected this node alone, as 1@host:port'],
    [{ 'controller.quorum.voters': '2@a:1' }, 'Invalid value 2@a:1 for configuration controller.quorum.voters: expected this node alone, as 1@host:port'],
    [{ 'group.max.session.timeout.ms': '5000' }, 'Invalid value 5000 for configuration group.max.session.timeout.ms: expected at least group.min.session.timeout.ms, which is 6000'],
    [{ 'offsets.topic.replication.factor': '3' }, 'Invalid value 3 for configuration offsets.topic.replication.factor: expected 1, because one node cannot hold more replicas'],
    [{ 'max.connections.per.ip.overrides': 'localhost' }, 'Invalid value localhost for configuration max.connections.per.ip.overrides: expected address:count, separated by commas'],
    [{ 'broker.heartbeat.interval.ms': '5000' }, 'Invalid value 5000 for configuration broker.heartbeat.interval.ms: expected at least 1 and at most half of broker.session.timeout.ms, which is 9000'],
    [{ listeners: 'SASL_SSL://:9093' }, 'listener SASL_SSL asks for SASL_SSL, which is not built yet: expected PLAINTEXT or SSL'],
    [{ listeners: 'SSL://:9093' }, 'a listener with SSL wants a key and a certificate: set ssl.keystore.location, and ssl.keystore.type=PEM where it is in PEM'],
    [{ listeners: 'SSL://:9093,PLAINTEXT://:9092', 'inter.broker.listener.name': 'SSL', 'ssl.keystore.location': '/k' }, 'inter.broker.listener.name is SSL, which is SSL: expected a PLAINTEXT one, brokers speak nothing else among themselves yet'],
    [{ listeners: 'INSIDE://:9092' }, 'listeners names INSIDE, for which listener.security.protocol.map has no protocol'],
    [{ listeners: 'PLAINTEXT:9092' }, 'listeners has PLAINTEXT:9092: expected name://host:port, with a port from 0 to 65535'],
    [{ listeners: 'PLAINTEXT://:99999' }, 'listeners has PLAINTEXT://:99999: expected name://host:port, with a port from 0 to 65535'],
    [{ listeners: '' }, 'listeners is empty: expected at least one name://host:port'],
    [{ listeners: 'CONTROLLER://:9093' }, 'listeners names only controller listeners: expected one for clients'],
    [{ listeners: 'PLAINTEXT://:9092,PLAINTEXT://:9094' }, 'listeners names PLAINTEXT twice'],
    [{ listeners: 'A://:9092,B://:9092', 'listener.security.protocol.map': 'A:PLAINTEXT,B:PLAINTEXT' }, 'listeners has port 9092 twice, in A://:9092 and B://:9092'],
    [{ 'listener.security.protocol.map': 'PLAINTEXT:TLS' }, 'listener.security.protocol.map has PLAINTEXT:TLS: expected NAME:PROTOCOL with one of PLAINTEXT, SSL, SASL_PLAINTEXT, SASL_SSL'],
    [{ 'advertised.listeners': 'PLAINTEXT://0.0.0.0:9092' }, 'advertised.listeners has PLAINTEXT://0.0.0.0:9092: clients cannot connect to that host, expected one that they can reach'],
    [{ 'advertised.listeners': 'OTHER://host:9092' }, 'advertised.listeners names OTHER, which listeners does not have'],
    [{ 'inter.broker.listener.name': 'OTHER' }, 'inter.broker.listener.name is OTHER: expected one of PLAINTEXT'],
  ])('refuses %j', (values, message) => {
    expect(check(values).errors).toContain(message);
  });

  it('refuses what it would be dangerous to neglect, without showing secrets', () => {
    const { errors } = check({ 'authorizer.class.name': 'x.Y', 'sasl.jaas.config': 'hush', 'sasl.enabled.mechanisms': 'PLAIN', 'remote.log.storage.system.enable': 'true' });
    expect(errors.map((error) => error.split(' ')[0])).toEqual(['authorizer.class.name=x.Y', 'sasl.jaas.config', 'sasl.enabled.mechanisms=PLAIN', 'remote.log.storage.system.enable=true']);
    expect(errors.join()).not.toContain('hush');
  });

  it('lets refused keys keep their defaults', () => {
    expect(check({ 'authorizer.class.name': '', 'sasl.enabled.mechanisms': 'GSSAPI', 'ssl.keystore.location': '' }).errors).toEqual([]);
  });

  it('names every problem at once', () => {
    expect(check({ 'num.partitions': 'x', nope: '1', 'authorizer.class.name': 'x' }).errors).toHaveLength(3);
  });

  it('tells clients an address that works', () => {
    expect(addresses({ listeners: 'PLAINTEXT://0.0.0.0:0' })).toEqual([['PLAINTEXT://0.0.0.0:0'], ['PLAINTEXT://127.0.0.1:0']]);
    expect(addresses({ listeners: 'PLAINTEXT://[::1]:9092' })).toEqual([['PLAINTEXT://[::1]:9092'], ['PLAINTEXT://[::1]:9092']]);
    const inAndOut = {
      listeners: 'inside://10.0.0.1:9092, OUTSIDE://:9094',
      'listener.security.protocol.map': 'INSIDE:PLAINTEXT,OUTSIDE:plaintext',
      'advertised.listeners': 'OUTSIDE://example.org:19094,INSIDE://10.0.0.1:9092',
      'inter.broker.listener.name': 'INSIDE',
    };
    expect(addresses(inAndOut)).toEqual([
      ['INSIDE://10.0.0.1:9092', 'OUTSIDE://:9094'],
      ['INSIDE://10.0.0.1:9092', 'OUTSIDE://example.org:19094'],
    ]);
  });

  it('takes log.dir and broker.id where the newer keys are not set', () => {
    const { settings } = check({ 'log.dir': '/one', 'broker.id': '5' });
    expect(nodeSettingsFrom(settings)).toMatchObject({ logDirectory: '/one', nodeId: 5 });
    expect(nodeSettingsFrom(check({ 'log.dir': '/one', 'log.dirs': '/two', 'broker.id': '-1' }).settings)).toMatchObject({ logDirectory: '/two', nodeId: 1 });
  });
});
