import { Anomalies, checkChain, checkOffsets, checkPolled, checkProduced, checkSeen, checkTransfers, type Booking, type CommittedOffset, type KeptRecord, type Polled, type SentRecord, type Transfer } from '@ottla/testing';
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

/** Commits of all members of a group, in the order in which they heard of them. */
function commitsOf(slots: readonly ClientSlot[]): CommittedOffset[] {
  const told = slots.flatMap((slot) => [...slot.lines()].flatMap(({ line }) => ('offset' in line ? [{ partition: line.offset[0], offset: line.offset[1], atMs: line.atMs }] : [])));
  return told.sort((a, b) => a.atMs - b.atMs);
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

/** Compares everything that clients told with what is there in the end. */
export async function checkHistories(slots: readonly ClientSlot[], reader: FinalReader, partitions: number, anomalies: Anomalies): Promise<Work> {
  const of = (program: ClientSlot['kind']['program']): ClientSlot[] => slots.filter(({ kind }) => kind.program === program);
  const plain = kept(await reader.read('plain', false));
  checkProduced(sentBy(of('producer')), plain, anomalies);
  checkPolled(polledBy(of('consumer')), plain, anomalies);
  let commits = 0;
  for (const library of ['librdkafka', 'kafkajs']) {
    const members = of('consumer').filter(({ kind }) => kind.library === library);
    const told = commitsOf(members);
    commits += told.length;
    if (members.length > 0) checkOffsets(told, await reader.committedOffsets(`readers-${library}`, 'plain', partitions), anomalies);
  }

  const source = await reader.read('source', false);
  checkProduced(sentBy(of('chain-source')), kept(source), anomalies);
  const inputs = source.map(({ partition, offset, value }) => `${partition}:${offset}:${value}`);
  for (const library of new Set(of('chain').map(({ kind }) => kind.library))) checkChain(inputs, (await reader.read(`sink-${library}`, true)).map(({ value }) => value), anomalies);

  const booked = bookings(await reader.read('accounts', true));
  checkTransfers(transfersOf(of('transfers')), booked, anomalies);
  checkSeen(of('watcher').flatMap((watcher) => [...watcher.lines()].flatMap(({ line }) => ('seen' in line ? [line.seen] : []))), new Set(booked.map(({ id }) => id)), anomalies);

  const count = (program: ClientSlot['kind']['program'], weigh: (line: object) => number): number => of(program).reduce((sum, slot) => sum + [...slot.lines()].reduce((all, { line }) => all + weigh(line), 0), 0);
  const range = (line: object): number => ('acknowledged' in line ? (line.acknowledged as number[])[2]! - (line.acknowledged as number[])[1]! + 1 : 0);
  const ended = (line: object): number => ('committed' in line || 'aborted' in line ? 1 : 0);
  return {
    acknowledged: count('producer', range) + count('chain-source', range),
    polled: count('consumer', (line) => ('polled' in line ? 1 : 0)),
    commits,
    transactions: count('transfers', ended) + count('chain', ended),
  };
}
