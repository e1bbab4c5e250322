import { ConfigError, ZERO_UUID, type BrokerId } from '@ottla/model';
import type { Peer, Voter } from '@ottla/raft';

/** Name of the listener that controllers reach each other at. */
export const CONTROLLER_LISTENER = 'CONTROLLER';

const addressSyntax = /^(?:\[([0-9a-fA-F:.]+)\]|([\w.-]+)):(\d{1,5})$/;
const voterSyntax = /^(\d+)@(.+?)(?::([A-Za-z0-9_-]{22}))?$/;

/**
 * `controller.quorum.voters`: `id@host:port`, separated by commas, each with `:directoryId` behind it where that is known
 * already, as Kafka's `kafka-storage format --initial-controllers` has it. Throws ConfigError.
 */
export function parseQuorumVoters(text: string | undefined): Voter[] {
  const key = 'controller.quorum.voters';
  const voters = new Map<BrokerId, Voter>();
  for (const item of listOf(text)) {
    const match = voterSyntax.exec(item);
    const address = addressSyntax.exec(match?.[2] ?? '');
    if (match === null || address === null) throw new ConfigError(key, `Invalid value ${item} for configuration ${key}: expected id@host:port or id@host:port:directoryId`);
    const id = Number(match[1]);
    if (voters.has(id)) throw new ConfigError(key, `Invalid value ${text ?? ''} for configuration ${key}: ${id} is there twice`);
    voters.set(id, { id, directoryId: match[3] ?? ZERO_UUID, endpoints: [endpointOf(address)] });
  }
  return [...voters.values()].sort((a, b) => a.id - b.id);
}

/** `controller.quorum.bootstrap.servers`: where to ask for the leader while no voter is known. Throws ConfigError. */
export function parseBootstrapServers(text: string | undefined): Peer[] {
  const key = 'controller.quorum.bootstrap.servers';
  return listOf(text).map((item, index) => {
    const address = addressSyntax.exec(item);
    if (address === null) throw new ConfigError(key, `Invalid value ${item} for configuration ${key}: expected host:port`);
    // No node has such a number: it stands for an address whose node is not known.
    return { id: -2 - index, endpoints: [endpointOf(address)] };
  });
}

function listOf(text: string | undefined): string[] {
  return (text ?? '').split(',').map((item) => item.trim()).filter((item) => item !== '');
}

function endpointOf(address: RegExpExecArray): { readonly name: string; readonly host: string; readonly port: number } {
  return { name: CONTROLLER_LISTENER, host: (address[1] ?? address[2]) as string, port: Number(address[3]) };
}
