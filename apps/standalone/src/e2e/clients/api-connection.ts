import { Connection, ResponseError, describeGroupsV5, findCoordinatorV6 } from '@platformatic/kafka';
import { eventually } from '../conditions.ts';
import type { ServerProcess } from '../server.ts';

/** One connection that speaks single requests, for what clients hide: exact codes and messages. */
export async function openConnection(server: ServerProcess): Promise<Connection> {
  const connection = new Connection('e2e');
  // A connection that breaks rejects its requests too, and that is where a test hears of it.
  connection.on('error', () => {});
  await connection.connect(server.host, server.port);
  return connection;
}

/** The answer itself, also where the client would rather throw because of an error code in it. */
export async function answer<Answer>(request: Promise<Answer>): Promise<Answer> {
  try {
    return await request;
  } catch (error) {
    if (error instanceof ResponseError) return error['response'] as Answer;
    throw error;
  }
}

/**
 * Waits until group requests are served on every partition of the offsets topic, which the first question for a
 * coordinator creates. Clients try again by themselves; tests that look at single codes do not.
 */
export async function coordinatorsReady(connection: Connection): Promise<void> {
  // So many names that no partition is left without one.
  const groups = Array.from({ length: 600 }, (_, index) => `probe-${index}`);
  await eventually('coordinators serve every group', async () => {
    const { coordinators } = await answer(findCoordinatorV6.api.async(connection, 0, ['probe-0']));
    if (coordinators[0]?.errorCode !== 0) throw new Error(`no coordinator: ${coordinators[0]?.errorCode}`);
    const described = await answer(describeGroupsV5.api.async(connection, groups, false));
    const codes = new Set(described.groups.map(({ errorCode }) => errorCode));
    if (codes.size !== 1 || !codes.has(0)) throw new Error(`groups answer ${[...codes].join(', ')}`);
    return true;
  }, 60_000);
}
