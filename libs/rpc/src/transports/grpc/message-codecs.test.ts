import { describe, expect, it } from '@jest/globals';
import type { BrokerRegistration, MetadataFetched } from '../../contracts/controller.ts';
import { controllerCodecs, coordinatorCodecs, shardHostCodecs, type MessageCodec } from './message-codecs.ts';

function crossed<T>(codec: MessageCodec<T>, value: T): T {
  return codec.decode(codec.encode(value));
}

describe('message codecs', () => {
  it('carry every field of a registration, nested ones and absent ones too', () => {
    const registration: BrokerRegistration = {
      brokerId: 3,
      clusterId: 'c',
      incarnationId: 'i',
      endpoints: [{ name: 'PLAINTEXT', host: 'h', port: 65_535, securityProtocol: 0 }],
      features: [{ name: 'metadata.version', minVersion: 7, maxVersion: 29 }],
      rack: null,
      logDirs: ['a', 'b'],
      previousBrokerEpoch: -1,
      planeEndpoint: null,
    };
    expect(crossed(controllerCodecs.registerBroker.request, registration)).toEqual(registration);
    const empty: BrokerRegistration = { ...registration, brokerId: 0, endpoints: [], features: [], logDirs: [], rack: '', planeEndpoint: 'h:9191' };
    expect(crossed(controllerCodecs.registerBroker.request, empty)).toEqual(empty);
  });

  it('keep numbers exact to 2^53, negative sentinels, and absent apart from empty', () => {
    const fetched: MetadataFetched = { records: Buffer.from('x'), highWatermark: 2 ** 53 - 1, leaderId: -1, leaderEpoch: 0, voters: [{ host: 'a', port: 9093 }], snapshot: null };
    expect(crossed(controllerCodecs.fetchMetadata.answer, fetched)).toEqual(fetched);
    const snapshot = { endOffset: 0, epoch: 0, sizeBytes: 2 ** 40 };
    expect(crossed(controllerCodecs.fetchMetadata.answer, { ...fetched, snapshot }).snapshot).toEqual(snapshot);
    const envelope = { apiKey: 0, apiVersion: 0, clientId: null, principal: '', clientAddress: '', listenerName: '', body: Buffer.alloc(0) };
    expect(crossed(coordinatorCodecs.forward.request, { topic: '', partition: -1, envelope, maxBatchBytes: 0 })).toEqual({ topic: '', partition: -1, envelope, maxBatchBytes: 0 });
    expect(crossed(coordinatorCodecs.forward.request, { topic: '', partition: 0, envelope: { ...envelope, clientId: '' }, maxBatchBytes: 0 }).envelope.clientId).toBe('');
  });

  it('give default values as fields of their own, so that an object can be spread', () => {
    const answer = crossed(shardHostCodecs.append.answer, { baseOffset: 0, logEndOffset: 0, highWatermark: 0 });
    expect({ ...answer }).toStrictEqual({ baseOffset: 0, logEndOffset: 0, highWatermark: 0 });
  });

  it('refuse bytes that are no message', () => {
    expect(() => shardHostCodecs.append.request.decode(Uint8Array.of(0x0a, 0xff))).toThrow();
  });
});
