import { Anomalies, checkChain, checkOffsets, checkPolled, checkProduced, checkSeen, checkTransfers, type Booking, type CommittedOffset, type KeptRecord, type Polled, type SentRecord, type Transfer, type UnknownCommit } from '@ottla/testing';
import type { ClientSlot } from './client-slot.ts';
import type { FinalReader, FinalRecord } from './final-reader.ts';

/** How much the clients got done. */
export interface Work {
  readonly acknowledged: number;
  readonly polled: number;
  readonly commits: number;
  readonly transactions: number;
}

function kept(records: readonly FinalRecord[]): KeptRecord[] {
  return records.map(({ partition, offset, value }) => {
    const [producer = '', sequence = ''] = value.split(':');
    return { partition, offset, producer, sequence: Number(sequence) };
  });
}

function* sentBy(slots: readonly ClientSlot[]): Generator<SentRecord> {
  for (const slot of slots) {
    const acknowledged = new Set<string>();
    for (const { name, line } of slot.lines()) if ('acknowledged' in line) acknowledged.add(`${name}:${line.acknowledged.join(':')}`);
    for (const { name, line } of slot.lines()) {
      if (!('sent' in line)) continue;
      const [partition, from, to] = line.sent;
      const outcome = acknowledged.has(`${name}:${line.sent.join(':')}`) ? 'acknowledged' : 'unknown';
      for (let sequence = from; sequence <= to; sequence++) yield { producer: name, partition, sequence, outcome };
    }
  }
}

function* polledBy(slots: readonly ClientSlot[]): Generator<Polled> {
  for (const slot of slots) {
    for (const { name, line } of slot.lines()) {
      if (!('polled' in line)) continue;
      const [partition, offset, value] = line.polled;
      const [producer = '', sequence = ''] = value.split(':');
      yield { consumer: name, partition, offset, producer, sequence: Number(sequence) };
    }
  }
}

/** Commits of all members of a group. */
function commitsOf(slots: readonly ClientSlot[]): CommittedOffset[] {
  return slots.flatMap((slot) => [...slot.lines()].flatMap(({ line }) => ('offset' in line ? [{ partition: line.offset[0], offset: line.offset[1], fromMs: line.fromMs, atMs: line.atMs }] : [])));
}

/** Commits that were begun and of which no success was told. */
function unknownCommitsOf(slots: readonly ClientSlot[]): UnknownCommit[] {
  const unknown = new Map<string, UnknownCommit>();
  for (const slot of slots) {
    for (const { name, line } of slot.lines()) {
      if ('committing' in line) unknown.set(`${name}:${line.committing[0]}:${line.fromMs}`, { partition: line.committing[0], offset: line.committing[1], fromMs: line.fromMs });
      else if ('offset' in line) unknown.delete(`${name}:${line.offset[0]}:${line.fromMs}`);
    }
  }
  return [...unknown.values()];
}

function transfersOf(slots: readonly ClientSlot[]): Transfer[] {
  const outcomes = new Map<string, Transfer['outcome']>();
  for (const slot of slots) {
    for (const { line } of slot.lines()) {
      if ('began' in line) outcomes.set(line.began, 'unknown');
      else if ('committed' in line) outcomes.set(line.committed, 'committed');
      else if ('aborted' in line) outcomes.set(line.aborted, 'aborted');
    }
  }
  return [...outcomes].map(([id, outcome]) => ({ id, outcome }));
}

/** What records of the topic `accounts` say. */
export function bookings(records: readonly FinalRecord[]): Booking[] {
  return records.map(({ value }) => {
    const [id = '', account = '', amount = ''] = value.split(':');
    return { id, account: Number(account), amount: Number(amount) };
  });
}

/** When records of the topic `plain` were acknowledged. */
export function acknowledgements(slots: readonly ClientSlot[]): { readonly partition: number; readonly atMs: number }[] {
  const producers = slots.filter(({ kind }) => kind.program === 'producer');
  return producers.flatMap((slot) => [...slot.lines()].flatMap(({ line }) => ('acknowledged' in line ? [{ partition: line.acknowledged[0], atMs: line.atMs ?? 0 }] : [])));
}

/** What the cluster has in the end. */
export interface FinalState {
  readonly plain: readonly FinalRecord[];
  readonly source: readonly FinalRecord[];
  /** What read_committed has of the sink of each chain, by library. */
  readonly sinks: ReadonlyMap<string, readonly FinalRecord[]>;
  /** The same of the accounts. */
  readonly accounts: readonly FinalRecord[];
  /** By group, then by partition of `plain`. */
  readonly offsets: ReadonlyMap<string, ReadonlyMap<number, number>>;
}

const of = (slots: readonly ClientSlot[], program: ClientSlot['kind']['program']): ClientSlot[] => slots.filter(({ kind }) => kind.program === program);

/** The groups that read `plain`, with their members. */
function readersOf(slots: readonly ClientSlot[]): (readonly [group: string, members: readonly ClientSlot[]])[] {
  const ofLibrary = (library: string): ClientSlot[] => of(slots, 'consumer').filter(({ kind }) => kind.library === library);
  const groups = [['readers-librdkafka', ofLibrary('librdkafka')], ['readers-kafkajs', ofLibrary('kafkajs')], ['readers-rolling', of(slots, 'rolling-consumer')]] as const;
  return groups.filter(([, members]) => members.length > 0);
}

/**
 * All that the checks need of the cluster, so that it can end before they begin: they keep this process busy for a minute,
 * and the ways between the services lead through it.
 */
export async function readFinalState(slots: readonly ClientSlot[], reader: FinalReader, partitions: number): Promise<FinalState> {
  const libraries = new Set(of(slots, 'chain').map(({ kind }) => kind.library));
  const sinks = new Map<string, readonly FinalRecord[]>();
  for (const library of libraries) sinks.set(library, await reader.read(`sink-${library}`, true));
  const offsets = new Map<string, ReadonlyMap<number, number>>();
  for (const [group] of readersOf(slots)) offsets.set(group, await reader.committedOffsets(group, 'plain', partitions));
  return { sinks, offsets, source: await reader.read('source', false), accounts: await reader.read('accounts', true), plain: await reader.read('plain', false) };
}

/** Compares everything that clients told with what is there in the end. */
export function checkHistories(slots: readonly ClientSlot[], state: FinalState, anomalies: Anomalies): Work {
  const plain = kept(state.plain);
  checkProduced(sentBy(of(slots, 'producer')), plain, anomalies);
  checkPolled(polledBy([...of(slots, 'consumer'), ...of(slots, 'rolling-consumer')]), plain, anomalies);
  let commits = 0;
  for (const [group, members] of readersOf(slots)) {
    const told = commitsOf(members);
    commits += told.length;
    checkOffsets(told, unknownCommitsOf(members), state.offsets.get(group) ?? new Map(), anomalies);
  }

  checkProduced(sentBy(of(slots, 'chain-source')), kept(state.source), anomalies);
  const inputs = state.source.map(({ partition, offset, value }) => `${partition}:${offset}:${value}`);
  for (const sink of state.sinks.values()) checkChain(inputs, sink.map(({ value }) => value), anomalies);

  const booked = bookings(state.accounts);
  checkTransfers(transfersOf(of(slots, 'transfers')), booked, anomalies);
  checkSeen(of(slots, 'watcher').flatMap((watcher) => [...watcher.lines()].flatMap(({ line }) => ('seen' in line ? [line.seen] : []))), new Set(booked.map(({ id }) => id)), anomalies);

  const count = (program: ClientSlot['kind']['program'], weigh: (line: object) => number): number => of(slots, program).reduce((sum, slot) => sum + [...slot.lines()].reduce((all, { line }) => all + weigh(line), 0), 0);
  const range = (line: object): number => ('acknowledged' in line ? (line.acknowledged as number[])[2]! - (line.acknowledged as number[])[1]! + 1 : 0);
  const ended = (line: object): number => ('committed' in line || 'aborted' in line ? 1 : 0);
  const polls = (line: object): number => ('polled' in line ? 1 : 0);
  return {
    acknowledged: count('producer', range) + count('chain-source', range),
    polled: count('consumer', polls) + count('rolling-consumer', polls),
    commits,
    transactions: count('transfers', ended) + count('chain', ended),
  };
}
