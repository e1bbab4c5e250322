import { ZERO_UUID, type BrokerId, type LeaderEpoch, type Offset, type Random } from '@ottla/model';
import { seededRandom, Timeline, virtualTime, type VirtualTime } from '@ottla/testing';
import type { MemoryRaftLog, MemoryRaftStorage } from '../contracts/memory-raft-log.ts';
import { votersOf } from '../core/core-bench.ts';
import { majorityOf, type Voter } from '../core/quorum.ts';
import type { RaftAnswer, RaftRequest } from '../core/raft-messages.ts';
import { CommittedHistory } from './committed-history.ts';
import { SimNetwork } from './sim-network.ts';
import { SimNode } from './sim-node.ts';

export interface RaftRunOptions {
  readonly seed: number;
  readonly voters: 3 | 5;
  /** Nodes that observe at first; then voters are added and removed, one at a time. */
  readonly spares?: number;
  /** How long faults go on, in virtual time. */
  readonly faultyMs?: number;
  readonly timeline?: Timeline;
}

/** How much a run exercised. */
export interface RaftRunCounts {
  readonly elections: number;
  readonly committedEnd: Offset;
  readonly crashes: number;
  /** Crashes that a broken disk was the reason for. */
  readonly brokenDisks: number;
  readonly pauses: number;
  readonly cuts: number;
  readonly truncations: number;
  readonly snapshotsLoaded: number;
  /** Crashes that lost some of what was not synced, or all. */
  readonly lostWrites: number;
  readonly clockJumps: number;
  readonly voterChanges: number;
  /** Folders that were lost. */
  readonly wipes: number;
  readonly sent: number;
  readonly lost: number;
  readonly doubled: number;
  readonly late: number;
}

/** How long a healed quorum may take to elect, and to commit everywhere. */
const HEALING_MS = 5_000;
const settled = Promise.resolve();

/**
 * One run of a quorum over lossy ways and disks that forget, all from one seed. Checked all along: one leader an epoch;
 * high watermarks never go back; what is committed is the same everywhere, durable at a majority, and in the log of every
 * new leader; votes are durable before they are said. After the faults end, everybody commits what the leader appends.
 */
export class RaftWorld {
  readonly time: VirtualTime = virtualTime();
  readonly #random: Random;
  readonly #history = new CommittedHistory();
  readonly #network: SimNetwork;
  readonly #nodes: readonly SimNode[];
  readonly #options: RaftRunOptions;
  readonly #faultyMs: number;
  readonly #leaders = new Map<LeaderEpoch, BrokerId>();
  readonly #highWatermarks = new Map<BrokerId, { readonly of: unknown; readonly offset: Offset }>();
  readonly #timeline: Timeline;
  #checkedEnd: Offset = 0;
  #clockJumps = 0;
  #counting: { readonly epoch: LeaderEpoch; readonly ids: readonly BrokerId[] };
  #failure: Error | undefined;
  #crashes = 0;
  #brokenDisks = 0;
  #pauses = 0;
  #cuts = 0;
  /** The voter whose folder was wiped, as it was: one a run, so that a majority of the others has what is committed. */
  #wiped: { readonly voter: Voter; readonly storage: MemoryRaftStorage } | undefined;
  readonly #knowsFolders: boolean;
  #truncations = 0;
  #proposals = 0;

  constructor(options: RaftRunOptions) {
    this.#options = options;
    this.#faultyMs = options.faultyMs ?? 1_200;
    this.#timeline = options.timeline ?? new Timeline();
    this.#random = seededRandom(options.seed);
    // In some runs the voters learn each other's folders only once they run, as after a format that could not know them.
    const knows = this.#random.below(2) === 0;
    this.#knowsFolders = knows;
    const everybody = votersOf(...Array.from({ length: options.voters + (options.spares ?? 0) }, (_, index) => index + 1));
    const voters = everybody.slice(0, options.voters);
    this.#counting = { epoch: 0, ids: voters.map(({ id }) => id) };
    const formattedFor = (own: Voter): readonly Voter[] => voters.map((voter) => (knows || voter === own ? voter : { ...voter, directoryId: ZERO_UUID }));
    this.#network = new SimNetwork({
      scheduler: this.time.scheduler,
      random: this.#random,
      endpoint: (id) => this.#nodes[id - 1],
      onSent: (from, to, message, request) => this.#checkVote(from, to, message, request),
    });
    const patchLog = (log: MemoryRaftLog): void => {
      const truncateTo = log.truncateTo.bind(log);
      log.truncateTo = (endOffset) => {
        this.#truncations++;
        this.#note(`a log is cut to ${endOffset}`);
        truncateTo(endOffset);
      };
    };
    // In some runs a fetch carries one batch only, so that a leader's old records arrive before its own.
    const fetchMaxBytes = this.#random.below(2) === 0 ? 1 : 2_000;
    this.#nodes = everybody.map(
      (voter) =>
        new SimNode({
          voter, voters: voters.includes(voter) ? formattedFor(voter) : [], bootstrap: voters, patchLog, fetchMaxBytes, time: this.time, random: this.#random, network: this.#network, history: this.#history,
          onFatal: (cause) => this.#fail(new Error(`node ${voter.id} cannot go on: ${cause.message}`, { cause })),
          onDiskFailed: () => {
            this.#brokenDisks++;
            this.#crash(this.#nodes[voter.id - 1] as SimNode);
          },
        }),
    );
  }

  /** Throws Error with seed and virtual time when an invariant does not hold. */
  async run(): Promise<RaftRunCounts> {
    const faultyMs = this.#faultyMs;
    for (const node of this.#nodes) node.start();
    this.#scheduleProposals(faultyMs + HEALING_MS);
    this.#scheduleFaults(faultyMs);
    await this.#runUntil(faultyMs);
    this.#heal();
    await this.#expectProgress(faultyMs + HEALING_MS);
    return {
      elections: this.#leaders.size, committedEnd: this.#history.endOffset, crashes: this.#crashes, brokenDisks: this.#brokenDisks, pauses: this.#pauses, cuts: this.#cuts, truncations: this.#truncations,
      snapshotsLoaded: this.#nodes.reduce((sum, { counts }) => sum + counts.snapshotsLoaded, 0),
      lostWrites: this.#nodes.reduce((sum, { lostWrites }) => sum + lostWrites, 0), clockJumps: this.#clockJumps,
      voterChanges: this.#nodes.reduce((sum, { counts }) => sum + counts.voterChanges, 0), wipes: this.#wiped === undefined ? 0 : 1,
      sent: this.#network.counts.sent, lost: this.#network.counts.lost, doubled: this.#network.counts.doubled, late: this.#network.counts.late,
    };
  }

  #scheduleProposals(untilMs: number): void {
    const next = (): void => {
      for (const node of this.#nodes) node.propose(`${node.id}.${++this.#proposals}`);
      if (this.time.clock.monotonicMs() < untilMs) this.time.scheduler.after(3 + this.#random.below(25), next);
    };
    this.time.scheduler.after(10, next);
  }

  #scheduleFaults(untilMs: number): void {
    const next = (): void => {
      if (this.time.clock.monotonicMs() >= untilMs) return;
      this.#fault();
      this.time.scheduler.after(10 + this.#random.below(80), next);
    };
    this.time.scheduler.after(this.#random.below(60), next);
  }

  #fault(): void {
    const random = this.#random;
    const leader = this.#nodes.find(({ leadsIn, isPaused }) => leadsIn !== undefined && !isPaused);
    const node = leader !== undefined && random.below(3) === 0 ? leader : (this.#nodes[random.below(this.#nodes.length)] as SimNode);
    const later = (act: () => void): void => void this.time.scheduler.after(20 + random.below(300), act);
    if ((this.#options.spares ?? 0) > 0 && random.below(3) === 0) {
      const wiped = this.#wiped;
      if (wiped !== undefined && random.below(2) === 0) return leader?.replaceVoter(wiped.voter, (this.#nodes[wiped.voter.id - 1] as SimNode).voter);
      // Where the voters do not name folders, an empty one cannot be told from what it was.
      if (wiped === undefined && this.#knowsFolders && random.below(4) === 0) return this.#wipe(node);
      return leader?.changeVoter((this.#nodes[random.below(this.#nodes.length)] as SimNode).voter);
    }
    switch (random.below(10)) {
      case 0:
      case 1:
        return this.#crash(node);
      case 2:
        if (node.isPaused || !node.isUp) return;
        this.#pauses++;
        this.#note(`node ${node.id} is paused`);
        node.pause();
        return later(() => {
          this.#note(`node ${node.id} goes on`);
          node.resume();
        });
      case 3: {
        const other = this.#nodes[random.below(this.#nodes.length)] as SimNode;
        this.#cuts++;
        this.#note(`what ${node.id} sends to ${other.id} is lost`);
        this.#network.cut(node.id, other.id);
        return later(() => this.#network.heal());
      }
      case 4:
        for (const other of this.#nodes) this.#network.cut(node.id, other.id);
        this.#cuts++;
        this.#note(`what ${node.id} sends is lost`);
        return later(() => this.#network.heal());
      case 5:
        this.#network.lossRate = random.below(200);
        this.#network.slowRate = random.below(200);
        this.#network.doubleRate = random.below(200);
        return;
      case 6:
        this.#note(`the connections to ${node.id} break`);
        return this.#network.disconnect(node.id);
      case 7:
        this.#note(`the disk of node ${node.id} breaks`);
        return node.breakDisk();
      case 8:
        this.#clockJumps++;
        this.#note('the wall clock jumps');
        return this.time.jumpWallClock((random.below(2) === 0 ? -1 : 1) * random.below(7_200_000));
      default:
        return node.snapshot();
    }
  }

  #wipe(node: SimNode): void {
    if (!node.isUp) return;
    this.#note(`node ${node.id} loses its folder`);
    this.#crash(node);
    this.#wiped = { voter: node.voter, storage: node.storage };
    node.wipe(`wiped${String(node.id).padStart(16, '0')}A`);
  }

  #crash(node: SimNode): void {
    if (!node.isUp) return;
    this.#crashes++;
    this.#note(`node ${node.id} loses power`);
    node.crash();
    this.time.scheduler.after(5 + this.#random.below(250), () => {
      this.#note(`node ${node.id} starts`);
      node.start();
    });
  }

  #note(what: string): void {
    this.#timeline.note(this.time.clock.monotonicMs(), what);
  }

  #heal(): void {
    this.#note('all is healed');

    this.#network.heal();
    for (const node of this.#nodes) if (node.isPaused) node.resume();
  }

  /** Everybody is up again: what the leader appends from now on is committed everywhere, at the same offsets. */
  async #expectProgress(untilMs: number): Promise<void> {
    await this.#runUntil(this.time.clock.monotonicMs() + 200);
    const wanted = this.#history.endOffset + 5;
    while (this.time.clock.monotonicMs() < untilMs) {
      await this.#runUntil(this.time.clock.monotonicMs() + 50);
      if (this.#nodes.every(({ appliedEnd }) => appliedEnd >= wanted)) return;
    }
    const state = this.#nodes.map(({ id, node, appliedEnd }) => `node ${id}: ${JSON.stringify(node?.leader())}, applied ${appliedEnd}`);
    throw this.#explained(new Error(`no progress after healing, ${wanted} was wanted: ${state.join('; ')}`));
  }

  async #runUntil(untilMs: number): Promise<void> {
    const { clock, nextTimerMs, advance, runTurn } = this.time;
    for (let dueMs = nextTimerMs(); dueMs !== undefined && dueMs <= untilMs; dueMs = nextTimerMs()) {
      advance(Math.max(0, dueMs - clock.monotonicMs()));
      do {
        for (let step = 0; step < 12; step++) await settled;
      } while (runTurn());
      this.#check();
      if (this.#failure !== undefined) throw this.#explained(this.#failure);
    }
    advance(Math.max(0, untilMs - clock.monotonicMs()));
  }

  #explained(error: Error): Error {
    return new Error(`seed ${this.#options.seed}, ${this.#options.voters} voters, at ${this.time.clock.monotonicMs()} ms: ${error.message}`, { cause: error });
  }

  #fail(error: Error): void {
    this.#failure ??= error;
  }

  #check(): void {
    for (const sim of this.#nodes) {
      const { node } = sim;
      if (node === undefined) continue;
      const before = this.#highWatermarks.get(sim.id);
      const offset = node.highWatermark;
      if (before?.of === node && offset < before.offset) this.#fail(new Error(`the high watermark of node ${sim.id} went back from ${before.offset} to ${offset}`));
      if (before?.of !== node || before.offset !== offset) this.#highWatermarks.set(sim.id, { of: node, offset });
      const { leaderId, epoch } = node.leader();
      if (leaderId === sim.id) this.#checkLeader(sim, epoch);
    }
    this.#noteVoters();
    if (this.#history.endOffset > this.#checkedEnd) this.#checkDurable();
  }

  #checkLeader(sim: SimNode, epoch: LeaderEpoch): void {
    const known = this.#leaders.get(epoch);
    if (known === sim.id) return;
    if (known !== undefined) return this.#fail(new Error(`nodes ${known} and ${sim.id} both lead in epoch ${epoch}`));
    this.#leaders.set(epoch, sim.id);
    this.#note(`node ${sim.id} leads in epoch ${epoch}`);
    // The first moments of a leader are the dangerous ones.
    if (this.time.clock.monotonicMs() < this.#faultyMs && this.#random.below(3) === 0) this.time.scheduler.after(this.#random.below(15), () => this.#crash(sim));
    const { batches, startOffset } = sim.storage;
    for (const { baseOffset, endOffset, epoch: written } of this.#history.from(startOffset)) {
      const own = batches.find((batch) => batch.baseOffset === baseOffset);
      if (own?.endOffset === endOffset && own.epoch === written) continue;
      return this.#fail(new Error(`node ${sim.id} leads in epoch ${epoch} without what was committed at ${baseOffset} in epoch ${written}`));
    }
  }

  /** What somebody took for committed lies on the disks of a majority, and nobody who lacks it could be elected. */
  #checkDurable(): void {
    const { endOffset, lastEpoch } = this.#history;
    this.#checkedEnd = endOffset;
    const has = (storage: MemoryRaftStorage, batchCount: number): boolean => {
      if (storage.startOffset >= endOffset) return true;
      const index = storage.batches.findLastIndex((batch) => batch.endOffset === endOffset);
      return index >= 0 && index < batchCount && storage.batches[index]?.epoch === lastEpoch;
    };
    const voters = this.#nodes.filter(({ id }) => this.#counting.ids.includes(id));
    const majority = majorityOf(voters.length);
    // What the leader heard of a folder before it was lost was true.
    const heldOnce = (id: BrokerId): boolean => this.#wiped?.voter.id === id && has(this.#wiped.storage, this.#wiped.storage.syncedBatches);
    const holders = voters.filter(({ id, storage }) => has(storage, storage.syncedBatches) || heldOnce(id));
    if (holders.length < majority) this.#fail(new Error(`only ${holders.length} of ${voters.length} have durably what is said to be committed below ${endOffset}`));
    // Who votes for whom while voters change is beyond this; a new leader is checked all the same.
    if ((this.#options.spares ?? 0) > 0) return;
    for (const node of this.#nodes) {
      if (has(node.storage, Infinity)) continue;
      const log = lastOf(node.storage, Infinity);
      const voters = this.#nodes.filter(({ storage }) => isAsGood(log, lastOf(storage, storage.syncedBatches)));
      if (voters.length >= majority) this.#fail(new Error(`node ${node.id} lacks what is said to be committed below ${endOffset}, and ${voters.length} of ${this.#nodes.length} could still elect it`));
    }
  }

  /** The voters that the latest leader counts by, or counted by until it went: one that commits its own removal leads no more at once. */
  #noteVoters(): void {
    for (const { id, node } of this.#nodes) {
      const { leaderId, epoch } = node?.leader() ?? { leaderId: -1, epoch: -1 };
      if (leaderId === id && epoch >= this.#counting.epoch) this.#counting = { epoch, ids: (node?.quorum().voters ?? []).map((voter) => voter.id) };
    }
  }

  /** A vote that leaves must be on disk. */
  #checkVote(from: BrokerId, to: BrokerId, message: RaftRequest | RaftAnswer, request: RaftRequest): void {
    if (request.kind !== 'vote' || message.kind !== 'vote' || request.isPreVote) return;
    if ('isVoteGranted' in message && !message.isVoteGranted) return;
    const { vote } = this.#nodes[from - 1]?.storage ?? {};
    const votedFor = vote?.leaderId === from ? from : vote?.votedId;
    // A node may have moved on to a later epoch since.
    if (vote === undefined || vote.leaderEpoch < request.epoch || (vote.leaderEpoch === request.epoch && votedFor !== request.candidate.id)) {
      this.#fail(new Error(`node ${from} tells node ${to} of a vote in epoch ${request.epoch} that it has not on disk`));
    }
  }
}

interface LogEnd {
  readonly epoch: LeaderEpoch;
  readonly endOffset: Offset;
}

/** Where the first `batchCount` batches of a log end. */
function lastOf({ batches, startOffset, snapshots }: MemoryRaftStorage, batchCount: number): LogEnd {
  const last = batches[Math.min(batchCount, batches.length) - 1];
  if (last !== undefined) return last;
  const before = [...snapshots.values()].find(({ endOffset }) => endOffset === startOffset);
  return { epoch: before?.epoch ?? 0, endOffset: startOffset };
}

function isAsGood(log: LogEnd, other: LogEnd): boolean {
  return log.epoch > other.epoch || (log.epoch === other.epoch && log.endOffset >= other.endOffset);
}
