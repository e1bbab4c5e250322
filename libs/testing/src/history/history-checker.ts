/** One record of a history: who wrote it, where, and as which of its records there. */
export interface SentRecord {
  readonly producer: string;
  readonly partition: number;
  readonly sequence: number;
  /** `unknown` when no answer came, or one that says nothing of the outcome. */
  readonly outcome: 'acknowledged' | 'unknown';
}

/** One record as a partition holds it in the end. */
export interface KeptRecord {
  readonly partition: number;
  readonly offset: number;
  readonly producer: string;
  readonly sequence: number;
}

/** Records of one producer that a consumer got in one poll, offsets and sequences without a gap between them. */
export interface Polled {
  readonly consumer: string;
  readonly partition: number;
  readonly offset: number;
  readonly producer: string;
  readonly sequence: number;
}

/** A commit of an offset that was acknowledged, or an offset that a group was found to have. */
export interface CommittedOffset {
  readonly partition: number;
  readonly offset: number;
  /** Before it was asked. */
  readonly fromMs: number;
  /** After it was answered; much later where the process was paused between the answer and this look at the clock. */
  readonly atMs: number;
}

export type AnomalyKind = 'lost' | 'duplicated' | 'reordered' | 'phantom' | 'offset regression' | 'wrong output' | 'torn transaction' | 'dirty read' | 'stable offset rests';

export interface Anomaly {
  readonly kind: AnomalyKind;
  readonly details: string;
}

/** Anomalies of one kind that are told; the rest is counted. */
const TOLD_OF_A_KIND = 5;

/** Collects anomalies; of many alike it tells the first few. */
export class Anomalies {
  readonly #counts = new Map<AnomalyKind, number>();
  readonly told: Anomaly[] = [];

  add(kind: AnomalyKind, details: string): void {
    const count = (this.#counts.get(kind) ?? 0) + 1;
    this.#counts.set(kind, count);
    if (count <= TOLD_OF_A_KIND) this.told.push({ kind, details });
  }

  get counts(): ReadonlyMap<AnomalyKind, number> {
    return this.#counts;
  }

  get total(): number {
    let total = 0;
    for (const count of this.#counts.values()) total += count;
    return total;
  }
}

const placeOf = (producer: string, partition: number): string => `${producer}@${partition}`;

/**
 * What idempotent producers wrote against what is kept: nothing acknowledged is lost, nothing is there twice or in another
 * order than it was sent, and nothing is there that nobody sent.
 */
export function checkProduced(sent: Iterable<SentRecord>, kept: Iterable<KeptRecord>, anomalies: Anomalies): void {
  const places = new Map<string, { readonly seen: Set<number>; last: number }>();
  for (const { producer, partition, sequence, offset } of kept) {
    const key = placeOf(producer, partition);
    let place = places.get(key);
    if (place === undefined) places.set(key, (place = { seen: new Set(), last: -1 }));
    const said = `record ${sequence} of ${producer} at ${partition}:${offset}`;
    if (place.seen.has(sequence)) anomalies.add('duplicated', said);
    else if (sequence < place.last) anomalies.add('reordered', `${said} comes after ${place.last}`);
    place.seen.add(sequence);
    place.last = Math.max(place.last, sequence);
  }
  for (const { producer, partition, sequence, outcome } of sent) {
    const isKept = places.get(placeOf(producer, partition))?.seen.delete(sequence) === true;
    if (outcome === 'acknowledged' && !isKept) anomalies.add('lost', `record ${sequence} of ${producer} in partition ${partition}`);
  }
  for (const [place, { seen }] of places) for (const sequence of seen) anomalies.add('phantom', `record ${sequence} of ${place} was never sent`);
}

/** What consumers got against what is kept in the end: the same record at the same offset. */
export function checkPolled(polls: Iterable<Polled>, kept: Iterable<KeptRecord>, anomalies: Anomalies): void {
  const byPlace = new Map<string, KeptRecord>();
  for (const record of kept) byPlace.set(`${record.partition}:${record.offset}`, record);
  for (const { consumer, partition, offset, producer, sequence } of polls) {
    const record = byPlace.get(`${partition}:${offset}`);
    if (record?.producer === producer && record.sequence === sequence) continue;
    anomalies.add('phantom', `${consumer} got record ${sequence} of ${producer} at ${partition}:${offset}, where ${record === undefined ? 'nothing' : `record ${record.sequence} of ${record.producer}`} is kept`);
  }
}

/** A commit of which the client does not know what became of it. */
export interface UnknownCommit {
  readonly partition: number;
  readonly offset: number;
  readonly fromMs: number;
}

/** A client sends a commit that was not answered again, and behind later ones: librdkafka for its socket.timeout.ms. */
const RESENT_WITHIN_MS = 60_000;

/** A committed offset below one that was acknowledged before. */
interface Regression {
  readonly offset: number;
  readonly atMs: number;
}

/**
 * What commits of unknown outcome explain: each of them one regression, to its own offset or above it. A regression takes
 * the place of another that can be explained by a further commit, so that it never depends on the order of the two.
 */
class LateCommits {
  readonly #commits: readonly UnknownCommit[];
  readonly #explained = new Map<UnknownCommit, Regression>();

  constructor(commits: readonly UnknownCommit[]) {
    this.#commits = commits;
  }

  explain(regression: Regression, tried = new Set<UnknownCommit>()): boolean {
    for (const late of this.#commits) {
      const mayBe = late.offset <= regression.offset && late.fromMs < regression.atMs && regression.atMs <= late.fromMs + RESENT_WITHIN_MS;
      if (!mayBe || tried.has(late)) continue;
      tried.add(late);
      const other = this.#explained.get(late);
      if (other !== undefined && !this.explain(other, tried)) continue;
      this.#explained.set(late, regression);
      return true;
    }
    return false;
  }
}

/**
 * Committed offsets never go back, and none is above what the group has in the end. Two that were asked for at the same
 * time have no order: only what was answered before another was asked for must not be above it. A commit of unknown outcome
 * may still come about later, once, and the group then goes on from there: what was asked for before that was seen may have
 * come about before it, too, however late its answer was.
 */
export function checkOffsets(commits: Iterable<CommittedOffset>, unknown: Iterable<UnknownCommit>, final: ReadonlyMap<number, number>, anomalies: Anomalies): void {
  const unknownOf = Map.groupBy(unknown, ({ partition }) => partition);
  for (const [partition, of] of Map.groupBy(commits, (commit) => commit.partition)) {
    const late = new LateCommits(unknownOf.get(partition) ?? []);
    const answered = of.toSorted((a, b) => a.atMs - b.atMs);
    let next = 0;
    let highest = -1;
    let fellAtMs = -Infinity;
    const count = (before: number): void => {
      for (let commit = answered[next]; commit !== undefined && commit.atMs < before; commit = answered[++next]) if (commit.fromMs > fellAtMs) highest = Math.max(highest, commit.offset);
    };
    for (const { offset, fromMs } of of.toSorted((a, b) => a.fromMs - b.fromMs)) {
      count(fromMs);
      if (offset >= highest) continue;
      if (late.explain({ offset, atMs: fromMs })) {
        highest = offset;
        fellAtMs = fromMs;
      } else anomalies.add('offset regression', `partition ${partition} went from ${highest} to ${offset}`);
    }
    count(Infinity);
    const last = answered.at(-1) as CommittedOffset;
    const now = final.get(partition) ?? -1;
    if (now < highest && !late.explain({ offset: now, atMs: last.atMs })) anomalies.add('offset regression', `${highest} was committed for partition ${partition}, and the group has ${now}`);
  }
}

/** Each input of a chain has exactly one committed output, named as the input is. */
export function checkChain(inputs: Iterable<string>, outputs: Iterable<string>, anomalies: Anomalies): void {
  const counts = new Map<string, number>();
  for (const output of outputs) counts.set(output, (counts.get(output) ?? 0) + 1);
  for (const input of inputs) {
    const count = counts.get(input) ?? 0;
    counts.delete(input);
    if (count !== 1) anomalies.add('wrong output', `input ${input} has ${count} outputs`);
  }
  for (const output of counts.keys()) anomalies.add('wrong output', `output ${output} has no input`);
}

/** A transfer between two accounts as its client saw it. */
export interface Transfer {
  readonly id: string;
  readonly outcome: 'committed' | 'aborted' | 'unknown';
}

/** One side of a transfer as a read_committed reader saw it. */
export interface Booking {
  readonly id: string;
  readonly account: number;
  readonly amount: number;
}

/** Transfers are there with both sides or not at all, as their clients were told; the accounts sum to nothing. */
export function checkTransfers(transfers: Iterable<Transfer>, bookings: Iterable<Booking>, anomalies: Anomalies): void {
  const sides = new Map<string, { count: number; sum: number }>();
  let total = 0;
  for (const { id, amount } of bookings) {
    const known = sides.get(id) ?? { count: 0, sum: 0 };
    sides.set(id, { count: known.count + 1, sum: known.sum + amount });
    total += amount;
  }
  for (const { id, outcome } of transfers) {
    const found = sides.get(id);
    if (found === undefined && outcome === 'committed') anomalies.add('lost', `transfer ${id} was committed`);
    if (found !== undefined && outcome === 'aborted') anomalies.add('dirty read', `transfer ${id} was aborted, and ${found.count} sides of it can be read`);
    if (found !== undefined && (found.count !== 2 || found.sum !== 0)) anomalies.add('torn transaction', `transfer ${id} has ${found.count} sides that sum to ${found.sum}`);
    sides.delete(id);
  }
  for (const id of sides.keys()) anomalies.add('phantom', `transfer ${id} was never sent`);
  if (total !== 0) anomalies.add('torn transaction', `all accounts sum to ${total}`);
}

/** What read_committed readers saw on the way is what is committed in the end: nothing that was open, and then aborted. */
export function checkSeen(seen: Iterable<string>, committed: ReadonlySet<string>, anomalies: Anomalies): void {
  const told = new Set<string>();
  for (const id of seen) {
    if (committed.has(id) || told.has(id)) continue;
    told.add(id);
    anomalies.add('dirty read', `a read_committed reader saw a record of ${id}, which is not committed`);
  }
}
