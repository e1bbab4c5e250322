import { describe, expect, it } from '@jest/globals';
import { ErrorCode, silentLogger } from '@ottla/model';
import { ApiKeys, EndTxnRequestCodec, EndTxnResponseCodec, InitProducerIdRequestCodec, InitProducerIdResponseCodec, WireReader, WireWriter, type InitProducerIdRequestInput } from '@ottla/protocol';
import type { Envelope, ProducerIdsBlock } from '@ottla/rpc';
import { virtualTime } from '@ottla/testing';
import { ProducerIdAllocator } from './producer-id-allocator.ts';
import { TransactionCoordinator } from './transaction-coordinator.ts';

/** A controller whose answers the test gives. */
function scripted() {
  const time = virtualTime();
  const asked: { give(block: ProducerIdsBlock): void; fail(): void }[] = [];
  const allocator = new ProducerIdAllocator({
    clock: time.clock,
    logger: silentLogger,
    allocateBlock: () => new Promise((give, reject) => asked.push({ give, fail: () => reject(new Error('no controller')) })),
  });
  return { time, asked, allocator, coordinator: new TransactionCoordinator(allocator) };
}

function initProducerId(request: Partial<InitProducerIdRequestInput>, apiVersion = 4): Envelope {
  const writer = new WireWriter();
  InitProducerIdRequestCodec.encode(writer, { transactionalId: null, transactionTimeoutMs: 1_000, ...request }, apiVersion);
  return { apiKey: ApiKeys.InitProducerId, apiVersion, clientId: null, principal: '', clientAddress: '', listenerName: '', body: writer.finish() };
}

describe('ProducerIdAllocator', () => {
  it('hands out each id once, and asks for the next block before the current one is empty', async () => {
    const { asked, allocator } = scripted();
    const first = [allocator.next(), allocator.next()];
    expect(asked).toHaveLength(1);
    asked[0]?.give({ firstProducerId: 1_000, count: 10 });
    expect(await Promise.all(first)).toEqual([1_000, 1_001]);
    for (let id = 1_002; id < 1_009; id++) expect(await allocator.next()).toBe(id);
    expect(asked).toHaveLength(1);
    expect(await allocator.next()).toBe(1_009);
    expect(asked).toHaveLength(2);
    asked[1]?.give({ firstProducerId: 5_000, count: 10 });
    expect(await allocator.next()).toBe(5_000);
    expect(asked).toHaveLength(2);
  });

  it('serves more waiting requests than one block holds', async () => {
    const { asked, allocator } = scripted();
    const ids = Promise.all(Array.from({ length: 5 }, () => allocator.next()));
    for (const firstProducerId of [0, 100, 200]) {
      asked.at(-1)?.give({ firstProducerId, count: 2 });
      await Promise.resolve();
    }
    expect(await ids).toEqual([0, 1, 100, 101, 200]);
  });

  it('refuses, for a while without asking, when the controller gives no block', async () => {
    const { time, asked, allocator } = scripted();
    const refused = allocator.next();
    asked[0]?.fail();
    await expect(refused).rejects.toMatchObject({ code: ErrorCode.COORDINATOR_LOAD_IN_PROGRESS });
    await expect(allocator.next()).rejects.toMatchObject({ code: ErrorCode.COORDINATOR_LOAD_IN_PROGRESS });
    expect(asked).toHaveLength(1);
    time.advance(50);
    const served = allocator.next();
    asked[1]?.give({ firstProducerId: 7, count: 1_000 });
    expect(await served).toBe(7);
  });
});

describe('TransactionCoordinator', () => {
  const answered = async (coordinator: TransactionCoordinator, envelope: Envelope) => InitProducerIdResponseCodec.decode(new WireReader(await coordinator.answer(envelope)), envelope.apiVersion);

  it('gives an idempotent producer an id with epoch 0', async () => {
    const { asked, coordinator } = scripted();
    const answer = answered(coordinator, initProducerId({}));
    asked[0]?.give({ firstProducerId: 42, count: 1_000 });
    expect(await answer).toMatchObject({ errorCode: 0, producerId: 42, producerEpoch: 0 });
    // A producer that asks to go on with an id of its own gets a fresh one, as in Kafka.
    expect(await answered(coordinator, initProducerId({ producerId: 5, producerEpoch: 3 }))).toMatchObject({ errorCode: 0, producerId: 43, producerEpoch: 0 });
  });

  it('has producers wait while there is no block', async () => {
    const { asked, coordinator } = scripted();
    const answer = answered(coordinator, initProducerId({}, 1));
    asked[0]?.fail();
    expect(await answer).toMatchObject({ errorCode: ErrorCode.COORDINATOR_LOAD_IN_PROGRESS, producerId: -1, producerEpoch: -1 });
  });

  it('refuses what belongs to a shard, and what is malformed', async () => {
    const { asked, coordinator } = scripted();
    expect((await answered(coordinator, initProducerId({ transactionalId: 'tx' }))).errorCode).toBe(ErrorCode.NOT_COORDINATOR);
    expect((await answered(coordinator, initProducerId({ transactionalId: '' }))).errorCode).toBe(ErrorCode.INVALID_REQUEST);
    expect((await answered(coordinator, initProducerId({ producerId: 5 }))).errorCode).toBe(ErrorCode.INVALID_REQUEST);
    const writer = new WireWriter();
    EndTxnRequestCodec.encode(writer, { transactionalId: 'tx', producerId: 1, producerEpoch: 0, committed: true }, 3);
    const body = await coordinator.answer({ ...initProducerId({}), apiKey: ApiKeys.EndTxn, apiVersion: 3, body: writer.finish() });
    expect(EndTxnResponseCodec.decode(new WireReader(body), 3).errorCode).toBe(ErrorCode.NOT_COORDINATOR);
    expect(asked).toEqual([]);
  });

  it('says of a request that it cannot read that it is the client who is wrong', async () => {
    const { coordinator } = scripted();
    const cut = (envelope: Envelope): Envelope => ({ ...envelope, body: envelope.body.subarray(0, 3) });
    await expect(coordinator.answer(cut(initProducerId({})))).rejects.toMatchObject({ code: ErrorCode.INVALID_REQUEST });
    await expect(coordinator.answer({ ...cut(initProducerId({})), apiKey: ApiKeys.EndTxn, apiVersion: 3 })).rejects.toMatchObject({ code: ErrorCode.INVALID_REQUEST });
  });
});
