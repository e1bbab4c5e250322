import { OFFSETS_TOPIC, tableCrc32c, type Logger } from '@ottla/model';
import { coordinatorMethods, inProcessPort, shardHostMethods, type CoordinatorService, type Envelope, type InProcessPort, type Link, type LinkHello, type ShardGrant, type ShardHostService } from '@ottla/rpc';
import { recordingLogger, testCompression, virtualTime } from '@ottla/testing';
import { ShardGrantor } from '../grants/shard-grantor.ts';
import { CoordinatorInstance } from '../runtime/coordinator-instance.ts';
import type { RuntimeLimits } from '../runtime/runtime-ports.ts';
import { LedgerShard, type LedgerRecord, type LedgerRequest } from './ledger-shard.ts';
import { MemoryShardPartitions } from './memory-shard-partitions.ts';

/** What a client got for its request. */
export type LedgerOutcome = { readonly answer: unknown } | { readonly error: number };

const call = { timeoutMs: 60_000 };

/**
 * One broker and any number of coordinator instances with ledgers for shards, over in-process links, in virtual time.
 * `nextLoopTurn` lets promises settle between the turns of virtual time: tests pass the real event loop's turn.
 */
export class LedgerPlane {
  readonly time = virtualTime();
  readonly logger = recordingLogger();
  readonly partitions = new MemoryShardPartitions(this.time.scheduler);
  readonly grantor: ShardGrantor;
  readonly port: InProcessPort<CoordinatorService, ShardHostService>;
  /** Shards in the order of their creation. */
  readonly shards: { readonly grant: ShardGrant; readonly shard: LedgerShard; readonly instance: number }[] = [];
  readonly bumps: string[] = [];
  bumpDelayMs = 5;
  bumpFails: () => boolean = () => false;
  readonly #nextLoopTurn: () => Promise<void>;
  readonly #limits: Partial<RuntimeLimits>;

  constructor(nextLoopTurn: () => Promise<void>, partitionCount: number, limits: Partial<RuntimeLimits> = {}) {
    this.#nextLoopTurn = nextLoopTurn;
    this.#limits = limits;
    for (let partition = 0; partition < partitionCount; partition++) this.partitions.create(OFFSETS_TOPIC, partition);
    const { clock, scheduler } = this.time;
    this.grantor = new ShardGrantor({
      partitions: this.partitions,
      bumpLeaderEpoch: (topic, partition) => this.#bump(topic, partition),
      clock,
      scheduler,
      logger: this.logger,
    });
    this.port = inProcessPort<CoordinatorService, ShardHostService>({ scheduler, dialerMethods: coordinatorMethods, acceptorMethods: shardHostMethods, logger: this.logger });
    this.port.accept((link) => this.grantor.accept(link));
  }

  instance(nodeId: number, logger: Logger = this.logger): CoordinatorInstance<LedgerRecord> {
    return new CoordinatorInstance<LedgerRecord>({
      ...this.time,
      logger,
      crc: tableCrc32c,
      compression: testCompression,
      limits: this.#limits,
      createShard: (grant) => {
        const shard = new LedgerShard();
        this.shards.push({ grant, shard, instance: nodeId });
        return shard;
      },
      answerAnywhere: (envelope) => Promise.resolve(envelope.body),
    });
  }

  connect(instance: CoordinatorInstance<LedgerRecord>, nodeId: number): Promise<Link<ShardHostService>> {
    const hello: LinkHello = { role: 'group-coordinator', nodeId, incarnationId: `incarnation-${nodeId}`, clusterId: null };
    return instance.connect(this.port.dial, hello);
  }

  ask(partition: number, request: LedgerRequest): Promise<LedgerOutcome> {
    return this.grantor.forward(OFFSETS_TOPIC, partition, ledgerEnvelope(request), call).then(
      ({ body }) => ({ answer: JSON.parse(Buffer.from(body).toString()) as unknown }),
      (error: { code?: number }) => ({ error: error.code ?? NaN }),
    );
  }

  /** Lets everything happen that needs no time. */
  async settle(): Promise<void> {
    do await this.#nextLoopTurn();
    while (this.time.runTurn());
  }

  async advance(ms: number): Promise<void> {
    const untilMs = this.time.clock.monotonicMs() + ms;
    await this.settle();
    for (;;) {
      const nowMs = this.time.clock.monotonicMs();
      const nextMs = this.time.nextTimerMs() ?? Infinity;
      this.time.advance(Math.max(0, Math.min(nextMs, untilMs) - nowMs));
      await this.settle();
      if (nextMs > untilMs) return;
    }
  }

  /** The shard that serves `partition` now: the one that was granted last. */
  owner(partition: number): { readonly shard: LedgerShard; readonly instance: number } {
    const granted = this.shards.filter(({ grant, shard }) => grant.partition === partition && shard.grantedEpoch >= 0);
    const found = granted.toSorted((a, b) => a.shard.grantedEpoch - b.shard.grantedEpoch).at(-1);
    if (found === undefined) throw new Error(`partition ${partition} was never granted`);
    return found;
  }

  raiseEpoch(partition: number, isBehind = false): void {
    const log = this.partitions.log(OFFSETS_TOPIC, partition);
    this.partitions.raiseEpoch(log, isBehind);
    this.grantor.onLeadership([log.grant()]);
  }

  #bump(topic: string, partition: number): Promise<{ leaderEpoch: number }> {
    this.bumps.push(`${topic}-${partition}`);
    return new Promise((resolve, reject) => {
      this.time.scheduler.after(this.bumpDelayMs, () => {
        if (this.bumpFails()) {
          reject(new Error('no controller'));
          return;
        }
        this.raiseEpoch(partition);
        resolve({ leaderEpoch: this.partitions.log(topic, partition).leaderEpoch });
      });
    });
  }
}

export function ledgerEnvelope(request: LedgerRequest): Envelope {
  const body = Buffer.from(JSON.stringify(request));
  // ListGroups of version 0 has an empty request, so any body is one.
  return { apiKey: 16, apiVersion: 0, clientId: null, principal: 'User:ANONYMOUS', clientAddress: '127.0.0.1', listenerName: 'PLAINTEXT', body };
}
