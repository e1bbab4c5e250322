import type { BrokerId, LeaderEpoch, Offset } from '@ottla/model';
import type { CommittedBatch } from '../raft-client.ts';

interface Entry {
  readonly endOffset: Offset;
  readonly epoch: LeaderEpoch;
  readonly text: string;
  /** Of all up to here. */
  readonly digest: number;
}

/** What a batch says, as text. */
export function textOf(records: readonly Uint8Array[]): string {
  let text = '';
  for (const record of records) text += `${Buffer.from(record).toString()} `;
  return text;
}

/** A number for a history, from the number of what was before. */
function nextDigest(digest: number, text: string): number {
  let next = digest;
  for (let at = 0; at < text.length; at++) next = (Math.imul(next, 31) + text.charCodeAt(at)) | 0;
  return next;
}

/** What any node said is committed: everybody must say the same, for ever. */
export class CommittedHistory {
  /** By base offset. */
  readonly #entries = new Map<Offset, Entry>();
  #endOffset: Offset = 0;
  #lastEpoch: LeaderEpoch = 0;

  /** Everything below was committed somewhere. */
  get endOffset(): Offset {
    return this.#endOffset;
  }

  get lastEpoch(): LeaderEpoch {
    return this.#lastEpoch;
  }

  /** Throws Error when another batch was committed there before. Answers the digest behind it. */
  add(nodeId: BrokerId, batch: CommittedBatch, digestBefore: number): number {
    const text = `${batch.epoch}:${textOf(batch.records)}`;
    const known = this.#entries.get(batch.baseOffset);
    const digest = nextDigest(digestBefore, text);
    if (known === undefined) {
      if (batch.baseOffset !== this.#endOffset) throw new Error(`node ${nodeId} says that ${batch.baseOffset} is committed, but a batch that was committed before covers it`);
      this.#entries.set(batch.baseOffset, { endOffset: batch.lastOffset + 1, epoch: batch.epoch, text, digest });
      this.#endOffset = batch.lastOffset + 1;
      this.#lastEpoch = batch.epoch;
      return digest;
    }
    if (known.text !== text || known.digest !== digest) throw new Error(`node ${nodeId} says that "${text}" is committed at ${batch.baseOffset}, where "${known.text}" was`);
    return digest;
  }

  /** Digest of all below `endOffset`; undefined when no batch ends there. */
  digestAt(endOffset: Offset): number | undefined {
    if (endOffset === 0) return 0;
    for (const entry of this.#entries.values()) if (entry.endOffset === endOffset) return entry.digest;
    return undefined;
  }

  /** What is committed from `offset` on: base offset and epoch of each batch. */
  *from(offset: Offset): Generator<{ readonly baseOffset: Offset; readonly endOffset: Offset; readonly epoch: LeaderEpoch }> {
    for (let at = offset; at < this.#endOffset; ) {
      const entry = this.#entries.get(at);
      if (entry === undefined) throw new Error(`no committed batch begins at ${at}`);
      yield { baseOffset: at, endOffset: entry.endOffset, epoch: entry.epoch };
      at = entry.endOffset;
    }
  }
}
