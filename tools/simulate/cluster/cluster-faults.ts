import { breakDisk, fillDisk, stopInOrder, type SimBroker } from '@ottla/replication/simulation';
import type { ClusterController } from './cluster-controller.ts';
import { IDS, PARTITIONS, TOPIC } from './cluster-topic.ts';
import type { ClusterWorld } from './cluster-world.ts';

const LARGEST_JUMP_MS = 3_000_000;
const LONGEST_WAIT_FOR_A_WRITE_MS = 300;
/** A disk that is broken for so long unnoticed is replaced all the same. */
const LONGEST_BROKEN_MS = 500;

/** What goes wrong in a cluster: at most one broker and one controller at a time, the next once every replica is in sync again. */
export class ClusterFaults {
  readonly counts = { brokerDeaths: 0, powerLosses: 0, shutDowns: 0, isolations: 0, zombies: 0, fullDisks: 0, brokenDisks: 0, failedStops: 0, wipes: 0, brokerPauses: 0, controllerCrashes: 0, brokenControllerDisks: 0, leaderAndController: 0, cuts: 0, clockJumps: 0 };
  readonly #world: ClusterWorld;
  #failing = 0;
  #isControllerFailing = false;
  /** How far the wall clock stands from where it began. */
  #wallOffsetMs = 0;

  constructor(world: ClusterWorld) {
    this.#world = world;
  }

  get isBusy(): boolean {
    return this.#failing > 0 || this.#isControllerFailing;
  }

  /** A turn of virtual time in which something may begin to go wrong. */
  step(): void {
    const { random } = this.#world;
    if (this.#failing === 0 && random.below(60) === 0 && this.#world.isHealthy()) this.#failBroker();
    if (!this.#isControllerFailing && random.below(150) === 0) this.#failController();
  }

  #failBroker(): void {
    const { random, image, controllers } = this.#world;
    const broker = this.#world.broker(1 + random.below(IDS.length));
    switch (random.below(9)) {
      case 0:
        return this.#during(this.#kill(broker, false));
      case 1:
        return this.#during(this.#kill(broker, this.#world.mayLosePower(broker.id)));
      case 2:
        return this.#during(this.#restart(broker));
      case 3:
      case 4:
        return this.#during(this.#isolate(broker));
      case 5:
        return this.#during(this.#failDisk(broker));
      case 6:
        return this.#during(this.#pause(broker));
      case 7:
        return this.#during(this.#wipe(broker));
      default: {
        const leader = image.topics.partition(TOPIC, 0)?.leader ?? -1;
        const active = controllers.find(({ isActive }) => isActive);
        if (leader < 0 || active === undefined || this.#isControllerFailing) return;
        this.counts.leaderAndController++;
        this.#during(this.#kill(this.#world.broker(leader), random.below(2) === 0 && this.#world.mayLosePower(leader)));
        return this.#crash(active, 0);
      }
    }
  }

  #during(work: Promise<void>): void {
    this.#failing++;
    work.then(() => this.#failing--, (error: unknown) => this.#world.fail(error as Error));
  }

  async #kill(broker: SimBroker, losesPower: boolean): Promise<void> {
    const { random } = this.#world;
    if (losesPower) this.counts.powerLosses++;
    else this.counts.brokerDeaths++;
    this.#world.note(`broker ${broker.id} ${losesPower ? 'loses power' : 'dies'}`);
    broker.die(losesPower);
    this.#world.control.brokerDied(broker.id);
    await this.#world.wait(random.below(700));
    this.#world.note(`broker ${broker.id} starts`);
    await this.#world.startBroker(broker);
  }

  async #restart(broker: SimBroker): Promise<void> {
    const { random } = this.#world;
    this.counts.shutDowns++;
    if (await stopInOrder(this.#world, broker, TOPIC, random.below(4) === 0)) this.counts.failedStops++;
    this.#world.control.brokerDied(broker.id);
    await this.#world.wait(random.below(600));
    this.#world.note(`broker ${broker.id} starts`);
    await this.#world.startBroker(broker);
  }

  async #isolate(broker: SimBroker): Promise<void> {
    const { random } = this.#world;
    const isZombie = random.below(2) === 0;
    this.counts.isolations++;
    if (isZombie) this.counts.zombies++;
    this.#world.note(`broker ${broker.id} is cut off from the others${isZombie ? ' and from the controllers' : ''}`);
    this.#world.isolated = { id: broker.id, isZombie };
    await this.#world.wait(200 + random.below(1_500));
    this.#world.isolated = undefined;
    this.#world.note(`broker ${broker.id} is reached again`);
    await broker.beat();
  }

  async #failDisk(broker: SimBroker): Promise<void> {
    const { random } = this.#world;
    if (random.below(2) === 0) {
      this.counts.fullDisks++;
      return await fillDisk(this.#world, broker, TOPIC);
    }
    if (await breakDisk(this.#world, broker, TOPIC, random.below(PARTITIONS))) this.counts.brokenDisks++;
    await this.#kill(broker, false);
  }

  /** The process stands still, as after SIGSTOP; it finds the world changed when it goes on. */
  async #pause(broker: SimBroker): Promise<void> {
    const { random } = this.#world;
    this.counts.brokerPauses++;
    this.#world.note(`broker ${broker.id} is paused`);
    broker.process.pause();
    await this.#world.wait(50 + random.below(2_000));
    this.#world.note(`broker ${broker.id} goes on`);
    broker.process.resume();
  }

  /** It dies, and comes back with an empty folder. */
  async #wipe(broker: SimBroker): Promise<void> {
    if (!this.#world.mayLosePower(broker.id)) return;
    this.counts.wipes++;
    this.#world.note(`broker ${broker.id} loses its folder`);
    broker.die(true);
    this.#world.control.brokerDied(broker.id);
    broker.wipe();
    await this.#world.wait(this.#world.random.below(700));
    this.#world.note(`broker ${broker.id} starts with an empty folder`);
    await this.#world.startBroker(broker);
  }

  #failController(): void {
    const { random, controllers, network, time } = this.#world;
    const active = controllers.find(({ isActive }) => isActive);
    const controller = active !== undefined && random.below(2) === 0 ? active : (controllers[random.below(controllers.length)] as ClusterController);
    const healed = (): void => {
      network.heal();
      this.#isControllerFailing = false;
    };
    switch (random.below(5)) {
      case 0:
        return this.#crash(controller, random.below(4) > 0 ? LONGEST_WAIT_FOR_A_WRITE_MS : 0);
      case 1:
        this.counts.cuts++;
        this.#isControllerFailing = true;
        this.#world.note(`what controller ${controller.id} sends is lost`);
        for (const { id } of controllers) network.cut(controller.id, id);
        return void time.scheduler.after(50 + random.below(500), healed);
      case 2:
        this.#isControllerFailing = true;
        [network.lossRate, network.slowRate, network.doubleRate] = [random.below(200), random.below(200), random.below(200)];
        return void time.scheduler.after(100 + random.below(500), healed);
      case 3:
        return this.#breakDiskOf(controller);
      default: {
        // Within what message.timestamp.after.max.ms grants: clients' clocks stand.
        const offsetMs = random.below(2 * LARGEST_JUMP_MS) - LARGEST_JUMP_MS;
        this.counts.clockJumps++;
        this.#world.note(`the wall clock jumps by ${offsetMs - this.#wallOffsetMs} ms`);
        time.jumpWallClock(offsetMs - this.#wallOffsetMs);
        this.#wallOffsetMs = offsetMs;
      }
    }
  }

  /** Loses power within `waitMs`, as soon as it is writing something: metadata is written now and then only. */
  #crash(controller: ClusterController, waitMs: number): void {
    const { time } = this.#world;
    if (!controller.isUp) return;
    this.#isControllerFailing = true;
    const endMs = time.clock.monotonicMs() + waitMs;
    const crashOrWait = (): void => {
      if (controller.hasUnsynced || time.clock.monotonicMs() >= endMs) return this.#losePower(controller);
      time.scheduler.after(1, crashOrWait);
    };
    crashOrWait();
  }

  /** Its process ends as soon as it meets that. */
  #breakDiskOf(controller: ClusterController): void {
    if (!controller.isUp) return;
    const { life } = controller;
    this.#isControllerFailing = true;
    this.#world.note(`the disk of controller ${controller.id} breaks`);
    controller.breakDisk();
    this.#world.time.scheduler.after(LONGEST_BROKEN_MS, () => {
      if (controller.life === life) this.#end(controller, 'has its disk replaced');
    });
  }

  /** The controller's process ends for it. */
  controllerDiskFailed(controller: ClusterController): void {
    this.counts.brokenControllerDisks++;
    this.#end(controller, 'ends, since its disk fails');
  }

  #losePower(controller: ClusterController): void {
    this.counts.controllerCrashes++;
    this.#end(controller, 'loses power');
  }

  #end(controller: ClusterController, how: string): void {
    this.#world.note(`controller ${controller.id} ${how}`);
    controller.crash();
    this.#world.time.scheduler.after(20 + this.#world.random.below(600), () => {
      this.#world.note(`controller ${controller.id} starts`);
      controller.start();
      this.#isControllerFailing = false;
    });
  }
}
