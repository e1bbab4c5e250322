import { mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ThrowawayAuthority } from '@ottla/testing/certificates';
import kafkajs from 'kafkajs';
import { kafkajsKafka } from './clients/kafkajs-client.ts';
import { eventually, within } from './conditions.ts';
import { freePorts } from './plane-cluster.ts';
import { addressIn, formatPlane, startPlane, type PlaneProcess } from './plane-process.ts';

/** Two controllers, a broker and both coordinators as processes under mTLS; then others that do not belong to them. */
type Settings = Readonly<Record<string, string>>;
const CLUSTER = 'nuRbAzHxQ86K2qh5J4qfYA';
const OTHER_CLUSTER = 'AAAAAAAAAAAAAAAAAAAB1A';
const authority = new ThrowawayAuthority('CA of the planes');
const otherAuthority = new ThrowawayAuthority('CA of strangers');
const folder = mkdtempSync(join(tmpdir(), 'ottla-mtls-'));
const processes: PlaneProcess[] = [];
let controllers: readonly string[];
let controllerProcesses: readonly PlaneProcess[];
let broker: PlaneProcess;
let bootstrap: string;

/** The keys of mTLS for one process, with files of its own. */
function certificates(name: string, by = authority, cluster = CLUSTER, believes = authority): Settings {
  const { certificate, privateKey } = by.issue({ commonName: name, hosts: ['127.0.0.1'], uris: [`urn:ottla:cluster:${cluster}`] });
  const [keystore, truststore] = [join(folder, `${name}.pem`), join(folder, `${name}-ca.pem`)];
  writeFileSync(keystore, privateKey + certificate);
  writeFileSync(truststore, believes.certificate);
  return { 'ottla.plane.ssl.keystore.location': keystore, 'ottla.plane.ssl.truststore.location': truststore };
}

function start(...parameters: Parameters<typeof startPlane>): PlaneProcess {
  const process = startPlane(...parameters);
  processes.push(process);
  return process;
}

const controllerSettings = (index: number): Settings => ({
  'node.id': String(101 + index), 'ottla.cluster.id': CLUSTER, 'metadata.log.dir': join(folder, `controller-${index}`), 'ottla.plane.listen': controllers[index] as string,
  'controller.quorum.voters': controllers.map((address, voter) => `${101 + voter}@${address}`).join(','),
});
const ofControllers = (): Settings => ({ 'controller.quorum.bootstrap.servers': controllers.join(',') });
const coordinator = (nodeId: string, ssl: Settings): Settings => ({ 'node.id': nodeId, ...ofControllers(), ...ssl });
const brokerSettings = (): Settings => ({
  'node.id': '1', 'log.dirs': join(folder, 'broker'), listeners: 'PLAINTEXT://127.0.0.1:0', ...ofControllers(), 'group.initial.rebalance.delay.ms': '0', 'offsets.topic.num.partitions': '3', 'offsets.topic.replication.factor': '1',
  'transaction.state.log.num.partitions': '3', 'transaction.state.log.replication.factor': '1', 'transaction.state.log.min.isr': '1',
});

beforeAll(async () => {
  controllers = (await freePorts(2)).map((port) => `127.0.0.1:${port}`);
  for (const index of [0, 1]) formatPlane('controller-quorum', controllerSettings(index));
  controllerProcesses = [0, 1].map((index) => start('controller-quorum', { ...controllerSettings(index), ...certificates(`controller-${index}`) }));
  formatPlane('broker', { ...brokerSettings(), 'ottla.cluster.id': CLUSTER });
  broker = start('broker', { ...brokerSettings(), ...certificates('broker') });
  start('group-coordinator', coordinator('201', { ...certificates('groups'), 'group.initial.rebalance.delay.ms': '0' }));
  start('transaction-coordinator', coordinator('301', certificates('transactions')));
  bootstrap = addressIn(await broker.told('ready for Kafka clients at '));
}, 90_000);
afterAll(async () => {
  await Promise.all(processes.map((process) => process.kill()));
  await rm(folder, { recursive: true, force: true });
});

const controllerOutput = (): string => controllerProcesses.map((process) => process.output()).join('\n');

/** The controllers and the process itself each say `theirs` and `own`; it gets nowhere. */
async function refused(process: PlaneProcess, theirs: string, own: string): Promise<void> {
  expect(await process.told('a plane end point cannot be used')).toContain(own);
  await eventually('a controller says so', () => controllerOutput().includes(theirs));
  await process.kill();
}

describe('planes under mTLS', () => {
  it('serve a transaction and a group', async () => {
    const kafka = kafkajsKafka(bootstrap);
    const admin = kafka.admin();
    await admin.connect();
    await admin.createTopics({ topics: [{ topic: 'crossed', numPartitions: 2, replicationFactor: 1 }] });
    await admin.disconnect();
    const producer = kafka.producer({ createPartitioner: kafkajs.Partitioners.DefaultPartitioner, transactionalId: 'tx', maxInFlightRequests: 1, idempotent: true });
    await producer.connect();
    const transaction = await producer.transaction();
    await transaction.send({ topic: 'crossed', messages: [{ value: 'a' }, { value: 'b' }] });
    await transaction.commit();
    await producer.disconnect();

    const consumer = kafka.consumer({ groupId: 'readers', maxWaitTimeInMs: 100 });
    await consumer.connect();
    const read: string[] = [];
    const { promise, resolve } = Promise.withResolvers<void>();
    await consumer.subscribe({ topics: ['crossed'], fromBeginning: true });
    await consumer.run({
      eachMessage: async ({ message }) => {
        read.push(String(message.value));
        if (read.length === 2) resolve();
        return await Promise.resolve();
      },
    });
    await within('the group reads both records', 60_000, promise);
    await consumer.disconnect();
    expect(read.sort()).toEqual(['a', 'b']);
  }, 120_000);

  it('say at their start who may use them', () => {
    expect(broker.output()).toMatch(/plane end point at 127\.0\.0\.1:\d+ \(mTLS, for processes with a certificate of cluster nuRbAzHxQ86K2qh5J4qfYA\)/);
    expect(controllerOutput()).toContain(`(mTLS, for processes with a certificate of cluster ${CLUSTER})`);
  });

  it('refuse a service without a certificate; both ends say what to do', async () => {
    await refused(start('group-coordinator', coordinator('209', {})), 'it speaks without TLS', 'give this process ottla.plane.ssl.keystore.location and ottla.plane.ssl.truststore.location');
  }, 60_000);

  it('refuse a service with a certificate of another CA; both ends say what to do', async () => {
    const intruder = start('transaction-coordinator', coordinator('309', certificates('intruder', otherAuthority)));
    await refused(intruder, 'issued by CN=CA of strangers) is not one that the CA of this cluster vouches for', 'most likely the certificate of this process');
    const believing = start('group-coordinator', coordinator('208', certificates('believing', otherAuthority, CLUSTER, otherAuthority)));
    await refused(believing, 'CN=believing, issued by CN=CA of strangers', 'issued by CN=CA of the planes) is not one that the CA of this cluster vouches for');
  }, 60_000);

  it('refuse a service with a certificate of the same CA for another cluster; both ends say what to do', async () => {
    const foreign = start('group-coordinator', coordinator('207', certificates('foreign', authority, OTHER_CLUSTER)));
    await refused(foreign, `names cluster ${OTHER_CLUSTER}, not cluster ${CLUSTER}`, `names cluster ${CLUSTER}, not cluster ${OTHER_CLUSTER}`);
  }, 60_000);

  it('do not start with a certificate that is not for the cluster of their folder, or with files that are missing', async () => {
    const foreign = start('broker', { ...brokerSettings(), ...certificates('foreign-broker', authority, OTHER_CLUSTER) });
    expect(await foreign.exited).toBe(78);
    expect(foreign.output()).toMatch(/Invalid value \S+foreign-broker\.pem for configuration ottla\.plane\.ssl\.keystore\.location: expected a certificate with one subject alternative name URI:urn:ottla:cluster:nuRbAzHxQ86K2qh5J4qfYA/);
    const nowhere = start('group-coordinator', coordinator('206', { ...certificates('nowhere'), 'ottla.plane.ssl.keystore.location': join(folder, 'nowhere-to-be-found.pem') }));
    expect(await nowhere.exited).toBe(78);
    expect(nowhere.output()).toMatch(/Invalid value \S+nowhere-to-be-found\.pem for configuration ottla\.plane\.ssl\.keystore\.location: expected a PEM file that can be read: ENOENT/);
  }, 60_000);

  it('do not listen beyond a private network without it', async () => {
    const open = start('broker', { ...brokerSettings(), 'ottla.plane.listen': '203.0.113.5:9093' });
    expect(await open.exited).toBe(78);
    expect(open.output()).toContain('Invalid value 203.0.113.5:9093 for configuration ottla.plane.listen: expected loopback or a private network');
  }, 60_000);
});
