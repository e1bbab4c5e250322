import { describe, expect, it } from '@jest/globals';
import { isLoopback, readPlaneSettings, wanted, wantedControllers } from './plane-settings.ts';

const noFile = (path: string): string => {
  throw new Error(`${path} is not to be read`);
};

describe('readPlaneSettings', () => {
  it('reads addresses and Kafka keys, --set before the file', () => {
    const file = 'node.id=1\nottla.controller.address = c.example:9093\nnum.partitions=2\n';
    const argv = ['format', '--config', 'a.properties', '--set', 'node.id=3', '--set', 'ottla.broker.addresses=1@b.example:9191, 2@[::1]:9192', '--set', 'ottla.cluster.id=c'];
    const settings = readPlaneSettings(argv, () => file);
    expect(settings).toEqual({
      action: 'format',
      nodeId: 3,
      kafka: new Map([['node.id', '3'], ['num.partitions', '2']]),
      clusterId: 'c',
      listen: { host: '127.0.0.1', port: 0 },
      metricsListen: undefined,
      controllers: [{ host: 'c.example', port: 9093 }],
      learnsControllers: false,
      brokers: new Map([[1, { host: 'b.example', port: 9191 }], [2, { host: '::1', port: 9192 }]]),
      ssl: undefined,
    });
  });

  it('reads where figures are served', () => {
    const metricsListen = (value: string) => readPlaneSettings(['--set', 'node.id=1', '--set', `ottla.metrics.listen=${value}`], noFile).metricsListen;
    expect(metricsListen('0.0.0.0:9404')).toEqual({ host: '0.0.0.0', port: 9404 });
    expect(() => metricsListen('9404')).toThrow('Invalid value 9404 for configuration ottla.metrics.listen: expected host:port');
  });

  it('takes a list of controllers, under the name that Kafka has for it first', () => {
    const argv = ['--set', 'node.id=1', '--set', 'controller.quorum.bootstrap.servers=a:1, b:2', '--set', 'ottla.controller.address=c:3,d:4'];
    expect(readPlaneSettings(argv, noFile).controllers).toEqual([{ host: 'a', port: 1 }, { host: 'b', port: 2 }]);
    expect(readPlaneSettings(argv, noFile).learnsControllers).toBe(true);
    expect(readPlaneSettings([...argv.slice(0, 2), ...argv.slice(4)], noFile).controllers).toEqual([{ host: 'c', port: 3 }, { host: 'd', port: 4 }]);
    expect(() => wantedControllers({ controllers: [] })).toThrow('controller.quorum.bootstrap.servers');
  });

  it('listens on loopback unless told otherwise', () => {
    const listen = (...argv: string[]) => isLoopback(readPlaneSettings(['--set', 'node.id=1', ...argv], noFile).listen);
    expect([listen(), listen('--set', 'ottla.plane.listen=0.0.0.0:9191'), listen('--set', 'ottla.plane.listen=localhost:0')]).toEqual([true, false, true]);
  });

  it.each([
    [['--set', 'num.partitions=1'], 'node.id'],
    [['--set', 'node.id=1', '--set', 'nodeid=2'], 'unknown key nodeid'],
    [['--set', 'node.id=1', '--set', 'num.partitions=few'], 'num.partitions'],
    [['--set', 'node.id=1', '--set', 'ottla.plane.listen=9191'], 'host:port'],
    [['--set', 'node.id=1', '--set', 'ottla.plane.listen=h:99999'], 'host:port'],
    [['--set', 'node.id=1', '--set', 'ottla.broker.addresses=h:1'], 'node.id@host:port'],
    [['--set', 'node.id'], 'KEY=VALUE'],
    [['--set'], 'wants a value'],
    [['run'], 'unknown argument run'],
  ])('refuses %j and says why', (argv, reason) => {
    expect(() => readPlaneSettings(argv, noFile)).toThrow(reason);
  });

  it('refuses a key that nothing here honours, unless this plane does', () => {
    const argv = ['--set', 'node.id=1', '--set', 'metadata.log.dir=/m'];
    expect(() => readPlaneSettings(argv, noFile)).toThrow('metadata.log.dir cannot be honoured');
    expect(readPlaneSettings(argv, noFile, ['metadata.log.dir']).kafka.get('metadata.log.dir')).toBe('/m');
  });

  it('names the key that a plane cannot do without', () => {
    expect(wanted('log.dirs', '/data')).toBe('/data');
    expect(() => wanted('ottla.controller.address', undefined)).toThrow('--set ottla.controller.address=VALUE');
  });
});
