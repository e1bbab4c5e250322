import type { Connection } from '@platformatic/kafka';
import { offsetCommitV9, offsetFetchV9 } from '@platformatic/kafka';
import type { ServerProcess } from '../server.ts';
import { answer, openConnection } from './api-connection.ts';

/** Commits ever greater offsets of a group for one partition, until the server dies, and remembers what was acknowledged. */
export class RecordingCommitter {
  readonly groupId: string;
  readonly #topic: string;
  #attempted = 0;
  #acknowledged = 0;

  constructor(groupId: string, topic: string) {
    this.groupId = groupId;
    this.#topic = topic;
  }

  /** The greatest offset that the server said it keeps. */
  get acknowledged(): number {
    return this.#acknowledged;
  }

  /** The greatest offset that the server may have kept. */
  get attempted(): number {
    return this.#attempted;
  }

  /** Commits over a connection of its own until that breaks. */
  async run(server: ServerProcess): Promise<void> {
    let connection: Connection | undefined;
    try {
      connection = await openConnection(server);
      for (;;) await this.#commit(connection);
    } catch {
      // The server was killed, as the test means it to be; every commit it acknowledged is remembered.
      await connection?.close().catch(() => {});
    }
  }

  /** What the server has now. */
  async committed(connection: Connection): Promise<number> {
    const request = [{ groupId: this.groupId, memberId: null, memberEpoch: -1, topics: [{ name: this.#topic, partitionIndexes: [0] }] }];
    const { groups } = await answer(offsetFetchV9.api.async(connection, request as Parameters<typeof offsetFetchV9.createRequest>[0], false));
    const code = groups[0]?.errorCode;
    if (code !== 0) throw new Error(`the offset of ${this.groupId} cannot be read: ${code}`);
    return Number(groups[0]?.topics[0]?.partitions[0]?.committedOffset);
  }

  async #commit(connection: Connection): Promise<void> {
    const offset = ++this.#attempted;
    const partitions = [{ partitionIndex: 0, committedOffset: BigInt(offset), committedLeaderEpoch: -1, committedMetadata: '' }];
    const { topics } = await answer(offsetCommitV9.api.async(connection, this.groupId, -1, '', null, [{ name: this.#topic, partitions }]));
    // Not loaded yet after a restart is no failure, and no acknowledgment either.
    if (topics[0]?.partitions[0]?.errorCode === 0) this.#acknowledged = offset;
  }
}
