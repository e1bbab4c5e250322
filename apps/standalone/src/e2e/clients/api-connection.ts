import { Connection, ResponseError } from '@platformatic/kafka';
import type { ServerProcess } from '../server.ts';

/** One connection that speaks single requests, for what clients hide: exact codes and messages. */
export async function openConnection(server: ServerProcess): Promise<Connection> {
  const connection = new Connection('e2e');
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
