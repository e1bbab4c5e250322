import { describe, expect, it } from '@jest/globals';
import { CoordinatorRouter, ShardGrantor } from '@ottla/coordinator';
import { MemoryShardPartitions } from '@ottla/coordinator/testing';
import { MetadataImage, type BrokerImage } from '@ottla/metadata';
import { ErrorCode, KafkaError, silentLogger, silentMetrics, tableCrc32c, TRANSACTION_STATE_TOPIC } from '@ottla/model';
import { ApiKeys, InitProducerIdRequestCodec, InitProducerIdResponseCodec, WireReader, WireWriter } from '@ottla/protocol';
import { coordinatorMethods, inProcessPort, shardHostMethods, type CoordinatorService, type ShardHostService } from '@ottla/rpc';
import { seededRandom, testCompression, virtualTime } from '@ottla/testing';
import { wireTransactionCoordinator } from './wiring.ts';

const loopTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const broker: BrokerImage = { id: 1, epoch: 1, incarnationId: 'AAAAAAAAAAAAAAAAAAAAEQ', endpoints: [], features: [], rack: null, fenced: false, inControlledShutdown: false, logDirs: [], cordonedLogDirs: [], planeEndpoint: null };

async function wiredCluster() {
  const time = virtualTime();
  const { clock, scheduler } = time;
  const partitions = new MemoryShardPartitions(scheduler);
  const grantor = new ShardGrantor({ partitions, clock, scheduler, logger: silentLogger, bumpLeaderEpoch: () => Promise.reject(new Error('no controller')) });
  const port = inProcessPort<CoordinatorService, ShardHostService>({ scheduler, dialerMethods: coordinatorMethods, acceptorMethods: shardHostMethods });
  port.accept((link) => grantor.accept(link));
  const image = new MetadataImage('cluster');
  image.brokers.set(1, broker);
  const controller = { isActive: true, nextId: 3_000, asked: [] as number[] };
  const wiring = wireTransactionCoordinator({
    clock,
    scheduler,
    logger: silentLogger,
    random: seededRandom(1),
    metrics: silentMetrics,
    crc: tableCrc32c,
    compression: testCompression,
    nodeId: 200,
    clusterId: 'cluster',
    dialBroker: () => port.dial,
    image: () => image,
    allocateProducerIds: async ({ brokerId }) => {
      controller.asked.push(brokerId);
      if (!controller.isActive) throw new KafkaError(ErrorCode.NOT_CONTROLLER);
      controller.nextId += 1_000;
      return { firstProducerId: controller.nextId - 1_000, count: 1_000 };
    },
  });
  const router = new CoordinatorRouter({ grantor, offsetsPartitionCount: () => undefined, transactionsPartitionCount: () => 1 });
  const settle = async (): Promise<void> => {
    do await loopTurn();
    while (time.runTurn());
  };
  const initProducerId = async (transactionalId: string | null) => {
    const writer = new WireWriter();
    InitProducerIdRequestCodec.encode(writer, { transactionalId, transactionTimeoutMs: 60_000 }, 5);
    const answer = router.answer({ apiKey: ApiKeys.InitProducerId, apiVersion: 5, clientId: null, principal: 'User:ANONYMOUS', clientAddress: '', listenerName: '', body: writer.finish() });
    await settle();
    return InitProducerIdResponseCodec.decode(new WireReader(await answer), 5);
  };
  return { wiring, grantor, controller, partitions, settle, initProducerId };
}

describe('wireTransactionCoordinator', () => {
  it('gives ids to idempotent producers, from blocks of the controller', async () => {
    const { wiring, controller, settle, initProducerId } = await wiredCluster();
    expect(await initProducerId(null)).toMatchObject({ errorCode: ErrorCode.COORDINATOR_LOAD_IN_PROGRESS });
    wiring.start();
    await settle();
    expect(await initProducerId(null)).toMatchObject({ errorCode: 0, producerId: 3_000, producerEpoch: 0 });
    expect(await initProducerId(null)).toMatchObject({ errorCode: 0, producerId: 3_001, producerEpoch: 0 });
    expect(controller.asked).toEqual([200]);
    wiring.stop('the test ends');
  });

  it('has producers wait for a controller', async () => {
    const { wiring, controller, settle, initProducerId } = await wiredCluster();
    controller.isActive = false;
    wiring.start();
    await settle();
    expect(await initProducerId(null)).toMatchObject({ errorCode: ErrorCode.COORDINATOR_LOAD_IN_PROGRESS, producerId: -1 });
    wiring.stop('the test ends');
  });

  it('gives a transactional id its producer id, and keeps it in the log', async () => {
    const { wiring, grantor, partitions, settle, initProducerId } = await wiredCluster();
    const log = partitions.create(TRANSACTION_STATE_TOPIC, 0);
    grantor.onLeadership([log.grant()]);
    wiring.start();
    await settle();
    expect(wiring.instance.shardCount('active')).toBe(1);
    expect(await initProducerId('tx')).toMatchObject({ errorCode: 0, producerId: 3_000, producerEpoch: 0 });
    expect(await initProducerId('tx')).toMatchObject({ errorCode: 0, producerId: 3_000, producerEpoch: 1 });
    expect(log.logEndOffset).toBe(2);
    wiring.stop('the test ends');
  });
});
