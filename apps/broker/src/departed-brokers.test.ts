import { describe, expect, it } from '@jest/globals';
import { MetadataDelta, MetadataImage, type BrokerImage } from '@ottla/metadata';
import { virtualTime } from '@ottla/testing';
import { DepartedBrokers } from './departed-brokers.ts';
import { visibleBrokers } from './handlers/cluster-view.ts';

const broker = (id: number, fenced: boolean, epoch = id): BrokerImage => ({
  id, epoch, fenced, incarnationId: 'AAAAAAAAAAAAAAAAAAAA1A', endpoints: [{ name: 'PLAINTEXT', host: 'h', port: id, securityProtocol: 0 }], features: [], rack: null, inControlledShutdown: false, logDirs: [], cordonedLogDirs: [], planeEndpoint: null,
});

function seen() {
  const time = virtualTime();
  const image = new MetadataImage('c');
  const departed = new DepartedBrokers(time.clock);
  const change = (after: BrokerImage): void => {
    const delta = new MetadataDelta();
    delta.brokerChanged(after.id, image.brokers.get(after.id), after);
    image.brokers.set(after.id, after);
    departed.onMetadataUpdate(delta);
  };
  change(broker(1, false));
  change(broker(2, false));
  return { time, change, visible: () => visibleBrokers(image, 'PLAINTEXT', departed).map(({ nodeId }) => nodeId) };
}

describe('brokers that clients see', () => {
  it('are the live ones, and for a second one that was fenced', () => {
    const { time, change, visible } = seen();
    change(broker(1, true));
    expect(visible()).toEqual([1, 2]);
    time.advance(999);
    expect(visible()).toEqual([1, 2]);
    time.advance(1);
    expect(visible()).toEqual([2]);
  });

  it('are not one that registered anew and is fenced at first, nor one that nobody saw before', () => {
    const { change, visible } = seen();
    change(broker(1, true));
    change(broker(1, true, 9));
    change(broker(3, true));
    expect(visible()).toEqual([2]);
    change(broker(1, false, 9));
    expect(visible()).toEqual([1, 2]);
  });
});
