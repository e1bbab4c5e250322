import { OFFSETS_TOPIC } from '@ottla/model';
import { readRecords, RecordBatch } from '@ottla/protocol';
import { seededRandom, testCompression, Timeline } from '@ottla/testing';
import type { CoordinatorInstance } from '../runtime/coordinator-instance.ts';
import { LedgerPlane, type LedgerOutcome } from './ledger-plane.ts';
import type { LedgerRecord, LedgerShard } from './ledger-shard.ts';

interface Asked {
  readonly partition: number;
  readonly entry: string;
  outcome: LedgerOutcome | undefined;
}

const MAX_BATCH_BYTES = 600;
/** Entries of three records do not fit. */
const LOW_MAX_BATCH_BYTES = 250;
/** Longer than any append is on its way before it is given up, and so than what is under way when nobody asks any more. */
const REST_MS = 400;

/** One run: clients add and read while appends fail or come late, links break, epochs rise and instances come and go. */
export class OwnershipRun {
  readonly #random;
  readonly plane: LedgerPlane;
  readonly asked: Asked[] = [];
  readonly failures: string[] = [];
  reads = 0;
  /** How often a new epoch came while an append of the one before was on its way, and how often all was at rest and looked at. */
  overtaken = 0;
  rests = 0;
  /** How long the next append is on its way, if that is set. */
  #lateMs: number | undefined;
  readonly #instances: CoordinatorInstance<LedgerRecord>[] = [];
  #faultPercent = 15;
  #links: { close(reason: string): void; readonly isOpen: boolean }[] = [];
  #nodes = 0;
  readonly #timeline: Timeline;

  constructor(seed: number, nextLoopTurn: () => Promise<void>, timeline = new Timeline()) {
    this.#timeline = timeline;
    this.#random = seededRandom(seed);
    this.plane = new LedgerPlane(nextLoopTurn, 2, { loadBytes: 500, appendTimeoutMs: 200 });
    const { partitions } = this.plane;
    for (const log of partitions.logs.values()) log.maxBatchBytes = MAX_BATCH_BYTES;
    partitions.watermarkDelayMs = () => (this.#chance(50) ? 0 : 1 + this.#random.below(40));
    partitions.appendDelayMs = () => {
      const lateMs = this.#lateMs;
      this.#lateMs = undefined;
      return lateMs ?? (this.#chance(50) ? 0 : this.#random.below(25));
    };
    partitions.fault = () => {
      if (!this.#chance(this.#faultPercent)) return 'none';
      return (['refuse', 'hide-done', 'hide-undone'] as const)[this.#random.below(3)] ?? 'none';
    };
    this.plane.bumpFails = () => this.#chance(this.#faultPercent);
  }

  #chance(percent: number): boolean {
    return this.#random.below(100) < percent;
  }

  async connect(): Promise<void> {
    const node = ++this.#nodes;
    const instance = this.plane.instance(node);
    this.#instances.push(instance);
    this.#links.push(await this.plane.connect(instance, node));
  }

  async run(steps: number): Promise<void> {
    await this.connect();
    for (let step = 0; step < steps; step++) {
      await this.#step(step);
      if (this.#chance(60)) await this.plane.advance(this.#random.below(30));
    }
    // All is healed: what is under way ends, and somebody owns every shard.
    this.#faultPercent = 0;
    if (!this.#links.some(({ isOpen }) => isOpen)) await this.connect();
    await this.plane.advance(20_000);
  }

  async #step(step: number): Promise<void> {
    const dice = this.#random.below(100);
    const partition = this.#random.below(2);
    this.#timeline.note(this.plane.time.clock.monotonicMs(), dice < 55 ? `add entry-${step} to ${partition}` : dice < 80 ? `read ${partition}` : dice < 86 ? 'a link is cut' : dice < 92 ? 'an instance connects' : dice < 94 ? `the epoch of ${partition} rises` : dice < 97 ? `the epoch of ${partition} rises while entry-${step} is appended` : 'rest');
    if (this.#chance(5)) this.plane.partitions.log(OFFSETS_TOPIC, partition).maxBatchBytes = this.#chance(50) ? MAX_BATCH_BYTES : LOW_MAX_BATCH_BYTES;
    if (dice < 55) this.#add(partition, step);
    else if (dice < 80) this.#read(partition);
    else if (dice < 86) this.#links[this.#random.below(this.#links.length)]?.close('cut');
    else if (dice < 92 && this.#links.length < 12) await this.connect();
    else if (dice < 94) this.plane.raiseEpoch(partition, this.#chance(50));
    else if (dice < 97) await this.#overtake(partition, step);
    else await this.#rest();
  }

  /** An append is long on its way: meanwhile the shard is granted anew, loaded, and maybe read. */
  async #overtake(partition: number, step: number): Promise<void> {
    await this.plane.settle();
    this.#lateMs = 50 + this.#random.below(100);
    this.#add(partition, step);
    await this.plane.settle();
    const isOnItsWay = this.#lateMs === undefined;
    this.#lateMs = undefined;
    this.plane.raiseEpoch(partition, this.#chance(50));
    if (isOnItsWay) this.overtaken++;
    if (this.#chance(50)) await this.#rest();
  }

  /** Nobody asks, until nothing is under way: then an owner that serves holds what the log holds. */
  async #rest(): Promise<void> {
    await this.plane.advance(REST_MS);
    this.rests++;
    const serving = new Set(this.#instances.flatMap((instance) => [...instance.activeShards()]));
    for (const { topic, partition, leaderEpoch } of this.plane.partitions.logs.values()) {
      const owned = this.plane.shards.find(({ grant, shard }) => grant.topic === topic && grant.partition === partition && shard.grantedEpoch === leaderEpoch && serving.has(shard));
      if (owned !== undefined) this.checkOwner(partition, owned.shard);
    }
  }

  checkOwner(partition: number, { entries }: LedgerShard): void {
    const logged = this.logged(partition);
    if (entries.join() !== logged.join()) this.failures.push(`the owner of ${partition} holds ${entries.join()}, the log ${logged.join()}`);
  }

  #add(partition: number, step: number): void {
    const entry: Asked = { partition, entry: `entry-${step}`, outcome: undefined };
    this.asked.push(entry);
    void this.plane.ask(partition, { add: entry.entry, parts: 1 + this.#random.below(3) }).then((outcome) => {
      entry.outcome = outcome;
    });
  }

  /** A read shows everything that was acknowledged before it was asked. */
  #read(partition: number): void {
    const known = this.asked.filter((entry) => entry.partition === partition && entry.outcome !== undefined && 'answer' in entry.outcome);
    void this.plane.ask(partition, { read: true }).then((outcome) => {
      if ('error' in outcome) return;
      this.reads++;
      const shown = new Set(outcome.answer as string[]);
      for (const { entry } of known) if (!shown.has(entry)) this.failures.push(`a read after the acknowledgment of ${entry} does not show it`);
    });
  }

  /** Entries of the log of `partition`; notes any whose records are not together and complete. */
  logged(partition: number): string[] {
    const entries: string[] = [];
    for (const bytes of this.plane.partitions.log(OFFSETS_TOPIC, partition).batches) {
      let expected = 1;
      for (const { value } of readRecords(new RecordBatch(bytes), testCompression)) {
        const record = JSON.parse(Buffer.from(value as Uint8Array).toString()) as LedgerRecord;
        if (record.part !== expected) this.failures.push(`${record.entry} is torn`);
        if (record.part === record.parts) entries.push(record.entry);
        expected = record.part === record.parts ? 1 : expected + 1;
      }
      if (expected !== 1) this.failures.push('a batch ends in the middle of an entry');
    }
    return entries;
  }
}

/** Runs one seed; what did not hold is in its `failures`. */
export async function runOwnership(seed: number, nextLoopTurn: () => Promise<void>, timeline?: Timeline): Promise<OwnershipRun> {
  const run = new OwnershipRun(seed, nextLoopTurn, timeline);
  await run.run(40);
  for (let partition = 0; partition < 2; partition++) {
    const logged = run.logged(partition);
    if (new Set(logged).size !== logged.length) run.failures.push('an entry was applied twice');
    for (const { entry, outcome, partition: of } of run.asked) {
      if (of === partition && outcome !== undefined && 'answer' in outcome && !logged.includes(entry)) run.failures.push(`${entry} was acknowledged and is lost`);
    }
    run.checkOwner(partition, run.plane.owner(partition).shard);
    const log = run.plane.partitions.log(OFFSETS_TOPIC, partition);
    if (run.plane.owner(partition).shard.grantedEpoch !== log.leaderEpoch) run.failures.push(`nobody owns ${partition} in its last epoch`);
  }
  for (const { entry, outcome } of run.asked) if (outcome === undefined) run.failures.push(`${entry} got no answer`);
  const defect = run.plane.logger.lines.find(({ level }) => level === 'error');
  // The memory partitions' hidden outcomes cross as failures of the broker, which the transport reports.
  if (defect !== undefined && !String(defect.fields['error']).includes('the disk is away') && !String(defect.fields['error']).includes('the answer is lost')) run.failures.push(defect.message);
  return run;
}
