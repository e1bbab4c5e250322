import { describe, expect, it } from '@jest/globals';
import { ErrorCode, KafkaError, silentLogger } from '@ottla/model';
import {
  controllerClientMethods,
  controllerMethods,
  inProcessPort,
  type BrokerHeartbeat,
  type BrokerHeartbeatAnswer,
  type BrokerRegistration,
  type ControllerClientService,
  type ControllerService,
  type Link,
} from '@ottla/rpc';
import { virtualTime } from '@ottla/testing';
import { BrokerLifecycle } from './broker-lifecycle.ts';
import { MetadataDelta } from './image/delta.ts';
import { ImageReplayer } from './image/image-replayer.ts';
import { MetadataImage } from './image/image.ts';
import { metadataRecord, type MetadataRecord } from './records/metadata-record.ts';

const INCARNATION = 'AAAAAAAAAAAAAAAAAAAA1A';
const registration: BrokerRegistration = {
  brokerId: 1, clusterId: 'c', incarnationId: INCARNATION, endpoints: [], features: [], rack: null, logDirs: [], previousBrokerEpoch: -1, planeEndpoint: null,
};

const registered = (brokerEpoch: number, brokerId = 1): MetadataRecord => metadataRecord(0, { brokerId, incarnationId: INCARNATION, brokerEpoch, endPoints: [], features: [], rack: null });
const unfenced = (brokerEpoch: number): MetadataRecord => metadataRecord(17, { brokerId: 1, brokerEpoch, fenced: -1 });
const topic = (id: number): MetadataRecord => metadataRecord(2, { name: `t${id}`, topicId: `AAAAAAAAAAAAAAAAAAA${String(id).padStart(2, '0')}A` });

/** A controller that says what the test wants, and a broker that talks to it. */
class Bed {
  readonly time = virtualTime();
  readonly calls: string[] = [];
  readonly beats: BrokerHeartbeat[] = [];
  readonly fatal: Error[] = [];
  readonly image = new MetadataImage('c');
  readonly lifecycle: BrokerLifecycle;
  /** Applied with nothing to publish. */
  silentlyApplied = 0;
  dials = 0;
  nextEpoch = 10;
  /** Refuses the calls of the next turns, one each. */
  refusals: KafkaError[] = [];
  answer: (beat: BrokerHeartbeat) => BrokerHeartbeatAnswer = (beat) => ({
    isCaughtUp: true,
    isFenced: beat.appliedOffset <= beat.brokerEpoch,
    shouldShutDown: beat.wantShutDown,
  });
  link: Link<ControllerService> | undefined;

  constructor() {
    const port = inProcessPort<ControllerClientService, ControllerService>({ scheduler: this.time.scheduler, dialerMethods: controllerClientMethods, acceptorMethods: controllerMethods });
    port.accept(() => this.#service());
    this.lifecycle = new BrokerLifecycle({
      connect: async () => {
        this.dials++;
        return (this.link = await port.dial({ role: 'broker', nodeId: 1, incarnationId: INCARNATION, clusterId: 'c' }, {}));
      },
      brokerId: registration.brokerId,
      appliedOffset: () => this.silentlyApplied,
      scheduler: this.time.scheduler,
      logger: silentLogger,
      onFatal: (cause) => void this.fatal.push(cause),
    });
  }

  #service(): ControllerService {
    const called = async (name: string): Promise<void> => {
      this.calls.push(name);
      await Promise.resolve();
      const refusal = this.refusals.shift();
      if (refusal !== undefined) throw refusal;
    };
    const service: Pick<ControllerService, 'registerBroker' | 'heartbeat'> = {
      registerBroker: async () => {
        await called('register');
        return { brokerEpoch: this.nextEpoch };
      },
      heartbeat: async (beat) => {
        this.beats.push(beat);
        await called('heartbeat');
        return this.answer(beat);
      },
    };
    return service as ControllerService;
  }

  /** Lets `ms` pass, turn by turn. */
  async pass(ms = 0): Promise<void> {
    for (let turn = 0; turn < 20; turn++) {
      for (let step = 0; step < 20; step++) await Promise.resolve();
      this.time.runTurn();
    }
    if (ms === 0) return;
    this.time.advance(ms);
    await this.pass();
  }

  /** The broker applies committed records. */
  apply(offset: number, ...records: MetadataRecord[]): void {
    const delta = new MetadataDelta();
    const replayer = new ImageReplayer(this.image);
    for (const record of records) replayer.replay(record, offset, delta);
    replayer.endOfBatch(offset, 1, 0);
    this.lifecycle.onMetadataUpdate(delta, this.image);
  }

  /** Registered, unfenced, and idle. */
  async started(): Promise<this> {
    this.lifecycle.start(registration);
    await this.pass();
    this.apply(10, registered(10));
    await this.pass();
    this.apply(11, unfenced(10));
    await this.pass();
    return this;
  }
}

async function isSettled(promise: Promise<unknown>): Promise<boolean> {
  const pending = Symbol('pending');
  return (await Promise.race([promise, Promise.resolve(pending)])) !== pending;
}

describe('BrokerLifecycle', () => {
  it('registers, catches up and is unfenced without any time passing', async () => {
    const bed = new Bed();
    bed.lifecycle.start(registration);
    await bed.pass();
    expect([bed.lifecycle.brokerEpoch, bed.lifecycle.isFenced]).toEqual([10, true]);
    bed.apply(10, registered(10));
    await bed.pass();
    expect([bed.lifecycle.isFenced, await isSettled(bed.lifecycle.unfenced)]).toEqual([false, false]);
    bed.apply(11, unfenced(10));
    await bed.lifecycle.unfenced;
    expect([bed.calls, bed.time.clock.monotonicMs()]).toEqual([['register', 'heartbeat', 'heartbeat'], 0]);
  });

  it('beats once an interval, with what it applied, and keeps one timer', async () => {
    const bed = await new Bed().started();
    const before = bed.beats.length;
    await bed.pass(1999);
    expect(bed.beats).toHaveLength(before);
    await bed.pass(1);
    expect(bed.beats.at(-1)).toEqual({ brokerId: 1, brokerEpoch: 10, appliedOffset: 12, wantFence: false, wantShutDown: false });
    for (let beats = 0; beats < 5; beats++) await bed.pass(2000);
    expect([bed.beats.length, bed.dials]).toEqual([before + 6, 1]);
    // Control records alone are nothing to publish.
    bed.silentlyApplied = 14;
    await bed.pass(2000);
    expect(bed.beats.at(-1)?.appliedOffset).toBe(14);
  });

  it('tells at once that it applied a change of topics, one beat at a time', async () => {
    const bed = await new Bed().started();
    const before = bed.beats.length;
    for (let id = 1; id <= 10; id++) bed.apply(11 + id, topic(id));
    await bed.pass();
    expect(bed.beats.slice(before).map(({ appliedOffset }) => appliedOffset)).toEqual([22]);
    bed.apply(30, topic(30));
    bed.time.runTurn();
    for (let step = 0; step < 5; step++) await Promise.resolve();
    bed.apply(31, topic(31));
    await bed.pass();
    expect(bed.beats.at(-1)?.appliedOffset).toBe(32);
  });

  it('tells at once that it applied a change of configs', async () => {
    const bed = await new Bed().started();
    const before = bed.beats.length;
    bed.apply(12, metadataRecord(4, { resourceType: 4, resourceName: '', name: 'k', value: 'v' }));
    await bed.pass();
    expect(bed.beats.slice(before).map(({ appliedOffset }) => appliedOffset)).toEqual([13]);
  });

  it('tells at once that it applied that another broker shuts down, which waits for that', async () => {
    const bed = await new Bed().started();
    bed.apply(12, registered(12, 2));
    await bed.pass();
    const before = bed.beats.length;
    bed.apply(13, metadataRecord(17, { brokerId: 2, brokerEpoch: 12, inControlledShutdown: 1 }));
    await bed.pass();
    expect(bed.beats.slice(before).map(({ appliedOffset }) => appliedOffset)).toEqual([14]);
  });

  it('leaves other changes to the next beat', async () => {
    const bed = await new Bed().started();
    const before = bed.beats.length;
    bed.apply(12, metadataRecord(15, { brokerId: 1, brokerEpoch: 1, nextProducerId: 1000 }));
    await bed.pass();
    expect(bed.beats).toHaveLength(before);
  });

  it.each([ErrorCode.STALE_BROKER_EPOCH, ErrorCode.BROKER_ID_NOT_REGISTERED])('registers again on error %d', async (code) => {
    const bed = await new Bed().started();
    bed.refusals.push(new KafkaError(code));
    bed.nextEpoch = 20;
    await bed.pass(2000);
    await bed.pass(10);
    expect([bed.calls.slice(-3), bed.lifecycle.brokerEpoch]).toEqual([['heartbeat', 'register', 'heartbeat'], 20]);
  });

  it('dials again after a broken link, and is still registered', async () => {
    const bed = await new Bed().started();
    const before = bed.calls.length;
    bed.link?.close('broken');
    await bed.pass();
    await bed.pass(10);
    expect([bed.dials, bed.calls.slice(before)]).toEqual([2, ['heartbeat']]);
  });

  it('waits longer each time that no controller is active, up to a second', async () => {
    const bed = new Bed();
    bed.refusals = Array.from({ length: 12 }, () => new KafkaError(ErrorCode.NOT_CONTROLLER));
    bed.lifecycle.start(registration);
    await bed.pass();
    const at: number[] = [];
    for (let ms = 4; ms < 6000 && bed.calls.length < 13; ms += 4) {
      const before = bed.calls.length;
      await bed.pass(4);
      if (bed.calls.length > before) at.push(ms);
    }
    expect(at.slice(0, 5)).toEqual([4, 12, 28, 60, 124]);
    expect((at.at(-1) ?? 0) - (at.at(-2) ?? 0)).toBe(1000);
    expect(bed.lifecycle.brokerEpoch).toBe(10);
  });

  it('gives up for good on a refusal that stays', async () => {
    const bed = new Bed();
    bed.refusals.push(new KafkaError(ErrorCode.INCONSISTENT_CLUSTER_ID, 'another cluster'));
    bed.lifecycle.start(registration);
    await bed.pass(5000);
    await expect(bed.lifecycle.unfenced).rejects.toThrow('another cluster');
    expect([bed.fatal.length, bed.calls]).toEqual([1, ['register']]);
  });

  describe('stop', () => {
    it('asks at once and settles when the controller agrees', async () => {
      const bed = await new Bed().started();
      const stopped = bed.lifecycle.stop(5000);
      await bed.pass();
      expect(await stopped).toBe(true);
      expect(bed.beats.at(-1)).toMatchObject({ wantShutDown: true });
      const before = bed.calls.length;
      await bed.pass(10_000);
      expect([bed.calls.length, bed.time.nextTimerMs()]).toEqual([before, undefined]);
    });

    it('goes on answering clients for a moment after others took over, then asks again, whatever metadata comes meanwhile', async () => {
      const bed = await new Bed().started();
      let asked = 0;
      bed.answer = ({ wantShutDown }) => ({ isCaughtUp: true, isFenced: false, shouldShutDown: wantShutDown && ++asked === 2 });
      const stopped = bed.lifecycle.stop(5000);
      await bed.pass();
      expect(asked).toBe(1);
      bed.apply(20, topic(9));
      await bed.pass(99);
      expect([asked, await isSettled(stopped)]).toEqual([1, false]);
      await bed.pass(1);
      expect([asked, await stopped]).toEqual([2, true]);
    });

    it('does not wait for ever for a controller that is gone', async () => {
      const bed = await new Bed().started();
      bed.refusals = Array.from({ length: 100 }, () => new KafkaError(ErrorCode.NOT_CONTROLLER));
      const stopped = bed.lifecycle.stop(3000);
      await bed.pass(2999);
      expect(await isSettled(stopped)).toBe(false);
      await bed.pass(1);
      expect(await stopped).toBe(false);
    });

    it('has nothing to ask before it is registered', async () => {
      const bed = new Bed();
      expect(await bed.lifecycle.stop(1000)).toBe(false);
      await expect(bed.lifecycle.unfenced).rejects.toMatchObject({ code: ErrorCode.BROKER_NOT_AVAILABLE });
    });
  });
});
