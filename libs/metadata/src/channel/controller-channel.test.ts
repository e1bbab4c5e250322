import { describe, expect, it } from '@jest/globals';
import { ErrorCode, KafkaError, silentLogger } from '@ottla/model';
import { ApiKeys } from '@ottla/protocol';
import { controllerClientMethods, controllerMethods, inProcessPort, type ControllerClientService, type ControllerService, type Envelope, type InProcessPort, type LinkHello } from '@ottla/rpc';
import { seededRandom, virtualTime, type VirtualTime } from '@ottla/testing';
import { anyController } from './any-controller.ts';
import { ControllerChannel, type DialController } from './controller-channel.ts';

const hello: LinkHello = { role: 'broker', nodeId: 1, incarnationId: 'AAAAAAAAAAAAAAAAAAAA1A', clusterId: 'c' };
const envelope = (apiKey: number): Envelope => ({ apiKey, apiVersion: 0, clientId: null, principal: '', clientAddress: '', listenerName: '', body: new Uint8Array(0) });
const neverAnswers = (): Promise<never> => new Promise(() => {});

/** One controller of a quorum, as the test wants it to be. */
class TestController {
  readonly id: number;
  readonly port: InProcessPort<ControllerClientService, ControllerService>;
  isReachable = true;
  /** Accepts links and answers nothing, as a stopped process does. */
  hangs = false;
  activeEpoch: number | undefined;
  readonly forwarded: number[] = [];
  /** Refuses the next requests, one each. */
  refusals: KafkaError[] = [];
  dials = 0;

  constructor(id: number, time: VirtualTime) {
    this.id = id;
    this.port = inProcessPort<ControllerClientService, ControllerService>({ scheduler: time.scheduler, dialerMethods: controllerClientMethods, acceptorMethods: controllerMethods });
    this.port.accept(() => this.#service());
  }

  readonly dial: DialController = (from, local) => {
    this.dials++;
    return this.isReachable ? this.port.dial(from, local) : Promise.reject(new KafkaError(ErrorCode.NETWORK_EXCEPTION, 'refused'));
  };

  /** The process ends: its links break. */
  die(): void {
    this.isReachable = false;
    this.activeEpoch = undefined;
    this.port.close('the process ended');
  }

  #service(): ControllerService {
    const refuse = (): Promise<never> => Promise.reject(new KafkaError(ErrorCode.UNSUPPORTED_VERSION));
    return {
      registerBroker: refuse, heartbeat: refuse, fetchMetadata: refuse, fetchSnapshot: refuse, allocateProducerIds: refuse, bumpLeaderEpoch: refuse, alterPartitions: refuse,
      quorumLeader: () => (this.hangs ? neverAnswers() : Promise.resolve({ nodeId: this.id, leaderId: -1, leaderEpoch: this.activeEpoch ?? -1, isActive: this.activeEpoch !== undefined })),
      forward: ({ apiKey }) => {
        if (this.hangs) return neverAnswers();
        const refusal = this.refusals.shift() ?? (this.activeEpoch === undefined ? new KafkaError(ErrorCode.NOT_CONTROLLER) : undefined);
        if (refusal !== undefined) return Promise.reject(refusal);
        this.forwarded.push(apiKey);
        return Promise.resolve({ body: Uint8Array.of(this.id) });
      },
    };
  }
}

class Bed {
  readonly time = virtualTime();
  readonly controllers: readonly TestController[];
  readonly channel: ControllerChannel;
  /** The controllers that the channel knows. */
  readonly directory: { dials: readonly DialController[] };

  constructor(count = 3) {
    this.controllers = Array.from({ length: count }, (_, index) => new TestController(index, this.time));
    this.directory = { dials: this.controllers.map(({ dial }) => dial) };
    this.channel = new ControllerChannel({ ...this.time, controllers: this.directory, hello, random: seededRandom(5), logger: silentLogger });
  }

  of(id: number): TestController {
    return this.controllers[id] as TestController;
  }

  /** Lets time pass until `promise` settles; answers its value or error, and how long that took. */
  async settled<T>(promise: Promise<T>, withinMs = 60_000): Promise<{ readonly value?: T; readonly code?: number; readonly tookMs: number }> {
    let outcome: { value?: T; code?: number } | undefined;
    promise.then(
      (value) => (outcome = { value }),
      (error: unknown) => (outcome = { code: error instanceof KafkaError ? error.code : -1 }),
    );
    const startMs = this.time.clock.monotonicMs();
    for (;;) {
      do {
        for (let turn = 0; turn < 30; turn++) await Promise.resolve();
      } while (this.time.runTurn());
      const nextMs = this.time.nextTimerMs();
      if (outcome !== undefined) return { ...outcome, tookMs: this.time.clock.monotonicMs() - startMs };
      if (nextMs === undefined || nextMs - startMs > withinMs) throw new Error('it never settles');
      this.time.advance(nextMs - this.time.clock.monotonicMs());
    }
  }

  async forwardedTo(apiKey: number = ApiKeys.CreateTopics): Promise<number | undefined> {
    return (await this.settled(this.channel.forward(envelope(apiKey), { timeoutMs: 30_000 }))).value?.body[0];
  }
}

describe('ControllerChannel', () => {
  it('finds the active controller, keeps one link to it, and leaves the others', async () => {
    const bed = new Bed();
    bed.of(1).activeEpoch = 5;
    expect(await bed.forwardedTo()).toBe(1);
    expect(await bed.forwardedTo()).toBe(1);
    expect(bed.controllers.map(({ dials }) => dials)).toEqual([1, 1, 1]);
  });

  it('waits for an election, and refuses when none is active in time', async () => {
    const bed = new Bed();
    const waiting = bed.channel.forward(envelope(ApiKeys.CreateTopics), { timeoutMs: 30_000 });
    bed.time.scheduler.after(1_500, () => (bed.of(2).activeEpoch = 1));
    const { value, tookMs } = await bed.settled(waiting);
    expect(value?.body[0]).toBe(2);
    expect(tookMs).toBeGreaterThanOrEqual(1_500);
    expect(tookMs).toBeLessThanOrEqual(1_750);
    const alone = new Bed();
    expect(await alone.settled(alone.channel.link(400))).toEqual({ code: ErrorCode.NETWORK_EXCEPTION, tookMs: 400 });
  });

  it('is not held up by a controller that hangs', async () => {
    const bed = new Bed();
    bed.of(0).hangs = true;
    bed.of(1).activeEpoch = 5;
    const { value, tookMs } = await bed.settled(bed.channel.forward(envelope(ApiKeys.CreateTopics), { timeoutMs: 30_000 }));
    expect([value?.body[0], tookMs]).toEqual([1, 0]);
  });

  it('looks again at once when the link breaks', async () => {
    const bed = new Bed();
    bed.of(1).activeEpoch = 5;
    await bed.forwardedTo();
    bed.of(1).die();
    bed.of(2).activeEpoch = 6;
    const { value, tookMs } = await bed.settled(bed.channel.forward(envelope(ApiKeys.CreateTopics), { timeoutMs: 30_000 }));
    expect([value?.body[0], tookMs]).toEqual([2, 0]);
  });

  it('asks the next one when the first turns out not to be active, once in each', async () => {
    const bed = new Bed();
    bed.of(1).activeEpoch = 5;
    await bed.forwardedTo();
    bed.of(1).activeEpoch = undefined;
    bed.of(0).activeEpoch = 6;
    expect(await bed.forwardedTo()).toBe(0);
    expect(bed.of(0).forwarded).toEqual([ApiKeys.CreateTopics]);
  });

  it('goes back to one that refused, though it says that it is active, after a second and not sooner', async () => {
    const bed = new Bed();
    bed.of(1).activeEpoch = 5;
    await bed.forwardedTo();
    bed.of(1).refusals = [new KafkaError(ErrorCode.NOT_CONTROLLER)];
    const { value, tookMs } = await bed.settled(bed.channel.forward(envelope(ApiKeys.CreateTopics), { timeoutMs: 30_000 }));
    expect(value?.body[0]).toBe(1);
    expect(tookMs).toBeGreaterThanOrEqual(1_000);
    expect(tookMs).toBeLessThanOrEqual(1_250);
  });

  it('does not take a controller for active that lags behind in an older epoch', async () => {
    const bed = new Bed();
    bed.of(1).activeEpoch = 5;
    await bed.forwardedTo();
    bed.of(1).hangs = true;
    const held = bed.settled(bed.channel.forward(envelope(ApiKeys.CreateTopics), { timeoutMs: 30_000 }));
    bed.channel.leaderChanged(6);
    bed.of(1).hangs = false;
    bed.time.scheduler.after(100, () => (bed.of(2).activeEpoch = 6));
    expect((await held).value?.body[0]).toBe(2);
    expect(bed.of(1).forwarded).toHaveLength(1);
  });

  it('sends a client\'s request again when its outcome is unknown, as Kafka\'s brokers do, and nothing else', async () => {
    const bed = new Bed(1);
    bed.of(0).activeEpoch = 5;
    const broken = new KafkaError(ErrorCode.NETWORK_EXCEPTION, 'the leadership was lost');
    bed.of(0).refusals = [broken, broken];
    expect(await bed.forwardedTo(ApiKeys.CreateTopics)).toBe(0);
    bed.of(0).refusals = [broken];
    const bump = bed.channel.call(30_000, (controller, call) => controller.forward(envelope(ApiKeys.CreatePartitions), call));
    expect(await bed.settled(bump)).toMatchObject({ code: ErrorCode.NETWORK_EXCEPTION });
    expect(bed.of(0).forwarded).toEqual([ApiKeys.CreateTopics]);
  });

  it('takes a request that was under way to the next controller when its own dies', async () => {
    const bed = new Bed();
    bed.of(1).activeEpoch = 5;
    await bed.settled(bed.channel.link(1_000));
    bed.of(1).hangs = true;
    const held = bed.channel.forward(envelope(ApiKeys.CreateTopics), { timeoutMs: 30_000 });
    bed.time.scheduler.after(500, () => bed.of(1).die());
    bed.time.scheduler.after(900, () => (bed.of(2).activeEpoch = 6));
    const { value, tookMs } = await bed.settled(held);
    expect(value?.body[0]).toBe(2);
    expect(tookMs).toBeGreaterThanOrEqual(900);
    expect(tookMs).toBeLessThanOrEqual(1_150);
  });

  it('says that the outcome is unknown when it cannot send a request again', async () => {
    const bed = new Bed();
    bed.of(1).activeEpoch = 5;
    await bed.settled(bed.channel.link(1_000));
    bed.of(1).hangs = true;
    const held = bed.channel.forward(envelope(ApiKeys.CreateTopics), { timeoutMs: 4_000 });
    bed.time.scheduler.after(500, () => bed.of(1).die());
    expect(await bed.settled(held)).toEqual({ code: ErrorCode.REQUEST_TIMED_OUT, tookMs: 4_000 });
  });

  it('finds a controller that becomes known while it looks', async () => {
    const bed = new Bed();
    const { dials } = bed.directory;
    bed.directory.dials = dials.slice(0, 2);
    bed.of(2).activeEpoch = 7;
    bed.time.scheduler.after(1_000, () => (bed.directory.dials = dials));
    const { value, tookMs } = await bed.settled(bed.channel.forward(envelope(ApiKeys.CreateTopics), { timeoutMs: 30_000 }));
    expect(value?.body[0]).toBe(2);
    expect(tookMs).toBeGreaterThanOrEqual(1_000);
    expect(tookMs).toBeLessThanOrEqual(1_250);
  });

  it('asks less and less often while there is nobody, though at least four times a second', async () => {
    const bed = new Bed(1);
    bed.of(0).isReachable = false;
    await bed.settled(bed.channel.link(10_000));
    expect(bed.of(0).dials).toBeGreaterThanOrEqual(40);
    expect(bed.of(0).dials).toBeLessThanOrEqual(90);
    bed.channel.close('end');
  });

  it('refuses those who wait when it is closed, and dials no more', async () => {
    const bed = new Bed();
    const waiting = bed.settled(bed.channel.link(10_000));
    bed.channel.close('the broker stops');
    expect(await waiting).toEqual({ code: ErrorCode.NETWORK_EXCEPTION, tookMs: 0 });
    bed.of(0).activeEpoch = 1;
    expect(await bed.settled(bed.channel.link(10_000))).toMatchObject({ code: ErrorCode.NETWORK_EXCEPTION });
  });
});

describe('anyController', () => {
  it('takes another controller when one is away, hangs, or broke', async () => {
    const bed = new Bed();
    // The in-process port accepts at once: what hangs is the dial itself.
    const hanging: DialController = neverAnswers;
    const dial = anyController({ ...bed.time, controllers: { dials: [bed.of(0).dial, hanging, bed.of(2).dial] }, random: { ...seededRandom(1), below: () => 1 } });
    const first = await bed.settled(dial(hello, {}));
    expect(first.tookMs).toBe(250);
    expect(bed.controllers.map(({ dials }) => dials)).toEqual([0, 0, 1]);
    bed.of(0).isReachable = false;
    await bed.settled(dial(hello, {}));
    expect(bed.controllers.map(({ dials }) => dials)).toEqual([1, 0, 2]);
  });

  it('rejects when nobody can be reached', async () => {
    const bed = new Bed(2);
    for (const controller of bed.controllers) controller.isReachable = false;
    expect(await bed.settled(anyController({ ...bed.time, controllers: bed.directory, random: seededRandom(1) })(hello, {}))).toMatchObject({ code: ErrorCode.NETWORK_EXCEPTION, tookMs: 0 });
  });
});
