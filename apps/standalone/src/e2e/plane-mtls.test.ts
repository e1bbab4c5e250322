import { mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ThrowawayAuthority } from '@ottla/testing/certificates';
import kafkajs from 'kafkajs';
import { kafkajsKafka } from './clients/kafkajs-client.ts';
import { eventually, within } from './conditions.ts';
import { CLUSTER_ID, PlaneCluster, type CoordinatorRole, type Settings } from './plane-cluster.ts';
import type { PlaneProcess } from './plane-process.ts';

/** Two controllers, a broker and both coordinators as processes under mTLS; then others that do not belong to them. */
const OTHER_CLUSTER = 'AAAAAAAAAAAAAAAAAAAB1A';
const authority = new ThrowawayAuthority('CA of the planes');
const otherAuthority = new ThrowawayAuthority('CA of strangers');
const folder = mkdtempSync(join(tmpdir(), 'ottla-mtls-'));
const BROKER_SETTINGS: Settings = {
  'group.initial.rebalance.delay.ms': '0', 'offsets.topic.num.partitions': '3', 'offsets.topic.replication.factor': '1',
  'transaction.state.log.num.partitions': '3', 'transaction.state.log.replication.factor': '1', 'transaction.state.log.min.isr': '1',
};
let cluster: PlaneCluster;

/** The keys of mTLS for one process, with files of its own. */
function certificates(name: string, by = authority, clusterId = CLUSTER_ID, believes = authority): Settings {
  const { certificate, privateKey } = by.issue({ commonName: name, hosts: ['127.0.0.1'], uris: [`urn:ottla:cluster:${clusterId}`] });
  const [keystore, truststore] = [join(folder, `${name}.pem`), join(folder, `${name}-ca.pem`)];
  writeFileSync(keystore, privateKey + certificate);
  writeFileSync(truststore, believes.certificate);
  return { 'ottla.plane.ssl.keystore.location': keystore, 'ottla.plane.ssl.truststore.location': truststore };
}

/** One that does not belong to the cluster, by `ssl`. */
const coordinator = (role: CoordinatorRole, id: number, ssl: Settings): PlaneProcess => cluster.odd(`odd-${id}`, role, { ...cluster.coordinatorSettings(id), ...ssl });

beforeAll(async () => {
  cluster = await PlaneCluster.start(2, 1, BROKER_SETTINGS, (process) => certificates(process));
  await cluster.startCoordinator('group-coordinator', 201, { 'group.initial.rebalance.delay.ms': '0' });
  await cluster.startCoordinator('transaction-coordinator', 301);
}, 120_000);
afterAll(async () => {
  await cluster?.[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
}, 30_000);

/** The controllers and the process itself each say `theirs` and `own`; it gets nowhere. */
async function refused(process: PlaneProcess, theirs: string, own: string): Promise<void> {
  expect(await process.told('a plane end point cannot be used')).toContain(own);
  await eventually('a controller says so', () => cluster.controllerOutput().includes(theirs));
  await process.kill();
}

describe('planes under mTLS', () => {
  it('serve a transaction and a group', async () => {
    const kafka = kafkajsKafka(cluster.addressOf(1));
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
    expect(cluster.process('broker', 1).output()).toMatch(/plane end point at 127\.0\.0\.1:\d+ \(mTLS, for processes with a certificate of cluster nuRbAzHxQ86K2qh5J4qfYA\)/);
    expect(cluster.controllerOutput()).toContain(`(mTLS, for processes with a certificate of cluster ${CLUSTER_ID})`);
  });

  it('refuse a service without a certificate; both ends say what to do', async () => {
    await refused(coordinator('group-coordinator', 209, {}), 'it speaks without TLS', 'give this process ottla.plane.ssl.keystore.location and ottla.plane.ssl.truststore.location');
  }, 60_000);

  it('refuse a service with a certificate of another CA; both ends say what to do', async () => {
    const intruder = coordinator('transaction-coordinator', 309, certificates('intruder', otherAuthority));
    await refused(intruder, 'issued by CN=CA of strangers) is not one that the CA of this cluster vouches for', 'most likely the certificate of this process');
    const believing = coordinator('group-coordinator', 208, certificates('believing', otherAuthority, CLUSTER_ID, otherAuthority));
    await refused(believing, 'CN=believing, issued by CN=CA of strangers', 'issued by CN=CA of the planes) is not one that the CA of this cluster vouches for');
  }, 60_000);

  it('refuse a service with a certificate of the same CA for another cluster; both ends say what to do', async () => {
    const foreign = coordinator('group-coordinator', 207, certificates('foreign', authority, OTHER_CLUSTER));
    await refused(foreign, `names cluster ${OTHER_CLUSTER}, not cluster ${CLUSTER_ID}`, `names cluster ${CLUSTER_ID}, not cluster ${OTHER_CLUSTER}`);
  }, 60_000);

  it('do not start with a certificate that is not for the cluster of their folder, or with files that are missing', async () => {
    // Its folder alone tells it of which cluster it is.
    const { 'ottla.cluster.id': _, ...settings } = cluster.brokerSettings(1);
    const foreign = cluster.odd('foreign-broker', 'broker', { ...settings, ...certificates('foreign-broker', authority, OTHER_CLUSTER) });
    expect(await foreign.exited).toBe(78);
    expect(foreign.output()).toMatch(/Invalid value \S+foreign-broker\.pem for configuration ottla\.plane\.ssl\.keystore\.location: expected a certificate with one subject alternative name URI:urn:ottla:cluster:nuRbAzHxQ86K2qh5J4qfYA/);
    const nowhere = coordinator('group-coordinator', 206, { ...certificates('nowhere'), 'ottla.plane.ssl.keystore.location': join(folder, 'nowhere-to-be-found.pem') });
    expect(await nowhere.exited).toBe(78);
    expect(nowhere.output()).toMatch(/Invalid value \S+nowhere-to-be-found\.pem for configuration ottla\.plane\.ssl\.keystore\.location: expected a PEM file that can be read: ENOENT/);
  }, 60_000);

  it('do not listen beyond a private network without it', async () => {
    const open = cluster.odd('open-broker', 'broker', { ...cluster.brokerSettings(1), 'ottla.plane.listen': '203.0.113.5:9093' });
    expect(await open.exited).toBe(78);
    expect(open.output()).toContain('Invalid value 203.0.113.5:9093 for configuration ottla.plane.listen: expected loopback or a private network');
  }, 60_000);
});
