import { ErrorCode, errorCodeOf, KafkaError, type Compression, type Crc32c, type Logger } from '@ottla/model';
import type { FetchAnswer, FetchSnapshotAnswer, RaftAnswer, RaftRequest } from '../core/raft-messages.ts';
import type { BatchFacts, Peer, RaftInput } from '../core/raft-steps.ts';
import type { RaftLog } from '../log/raft-log.ts';
import type { RaftTransport } from '../raft-transport.ts';
import type { SnapshotId } from '../raft-client.ts';
import { fetchedBatches } from './fetched-batches.ts';

const noBatches: readonly BatchFacts[] = Object.freeze([]);

export interface RaftRequestsOptions {
  readonly log: RaftLog;
  /** undefined in a quorum of one. */
  readonly transport: RaftTransport | undefined;
  readonly crc: Crc32c;
  readonly compression: Compression;
  readonly logger: Logger;
  readonly step: (input: RaftInput) => void;
}

interface Asker {
  readonly answer: (answer: RaftAnswer) => void;
  readonly refuse: (error: KafkaError) => void;
}

/** Requests of this node to others, and of others to this one. Ordering: answers leave as the core asks for them; each request is settled once. */
export class RaftRequests {
  readonly #options: RaftRequestsOptions;
  readonly #askers = new Map<number, Asker>();
  readonly #farewells = new Set<Promise<unknown>>();
  #lastId = 0;

  constructor(options: RaftRequestsOptions) {
    this.#options = options;
  }

  send(id: number, to: Peer, request: RaftRequest, timeoutMs: number): void {
    const { transport, step } = this.#options;
    if (transport === undefined) throw new Error(`node ${to.id} is to be asked, but this node was given no way to reach others`);
    const settled = transport.send(to, request, timeoutMs).then(
      (answer) => this.#answered(id, to, answer),
      (error: unknown) => {
        this.#options.logger.debug('a node of the metadata quorum did not answer', { to: to.id, request: request.kind, reason: String(error) });
        step({ kind: 'request-failed', id, isDisconnected: errorCodeOf(error) === ErrorCode.NETWORK_EXCEPTION });
      },
    );
    if (request.kind !== 'end-quorum-epoch') return;
    this.#farewells.add(settled);
    void settled.finally(() => this.#farewells.delete(settled));
  }

  /** Settles when all that heard of this node's leaving have answered, or had their time. */
  async farewellsSaid(): Promise<void> {
    await Promise.all(this.#farewells);
  }

  /** A request of another node; rejects with KafkaError(NOT_CONTROLLER) when this node stops before it has an answer. */
  serve(request: RaftRequest): Promise<RaftAnswer> {
    return new Promise((answer, refuse) => {
      const id = ++this.#lastId;
      this.#askers.set(id, { answer, refuse });
      this.#options.step({ kind: 'request', id, request });
    });
  }

  answer(id: number, answer: RaftAnswer): void {
    const asker = this.#askers.get(id);
    this.#askers.delete(id);
    asker?.answer(answer);
  }

  answerFetch(id: number, answer: FetchAnswer, offset: number, maxBytes: number): void {
    this.answer(id, { ...answer, records: this.#options.log.read(offset, maxBytes) });
  }

  answerFetchSnapshot(id: number, answer: FetchSnapshotAnswer, snapshot: SnapshotId, maxBytes: number): void {
    const { log } = this.#options;
    const latest = log.latestSnapshot();
    const isLatest = latest?.endOffset === snapshot.endOffset && latest.epoch === snapshot.epoch;
    const bytes = isLatest ? log.readSnapshot(snapshot, answer.position, maxBytes) : undefined;
    if (latest === undefined || bytes === undefined) return this.answer(id, { ...answer, errorCode: ErrorCode.SNAPSHOT_NOT_FOUND });
    if (bytes.length === 0) return this.answer(id, { ...answer, errorCode: ErrorCode.POSITION_OUT_OF_RANGE });
    this.answer(id, { ...answer, sizeBytes: latest.sizeBytes, bytes });
  }

  refuseAll(): void {
    for (const { refuse } of this.#askers.values()) refuse(new KafkaError(ErrorCode.NOT_CONTROLLER, 'this node takes part in the quorum no more'));
    this.#askers.clear();
  }

  #answered(id: number, from: Peer, answer: RaftAnswer): void {
    const { crc, compression, logger, step } = this.#options;
    let batches = noBatches;
    if (answer.kind === 'fetch' && answer.records.length > 0) {
      try {
        batches = fetchedBatches(answer.records, crc, compression);
      } catch (error) {
        logger.error('the records that a leader sent are damaged; they are fetched again', { from: from.id, reason: String(error) });
        return step({ kind: 'request-failed', id, isDisconnected: false });
      }
    }
    step({ kind: 'answer', id, answer, batches });
  }
}
