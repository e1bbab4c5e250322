import { BlockList, isIP } from 'node:net';
import { networkInterfaces } from 'node:os';
import { ConfigError } from '@ottla/model';
import type { PlaneAddress, PlaneSettings } from './plane-settings.ts';

/** Addresses that no router of the internet forwards: loopback, private, shared (RFC 6598), link-local, unique local. */
const privateRanges = new BlockList();
for (const [net, prefix] of [['127.0.0.0', 8], ['10.0.0.0', 8], ['172.16.0.0', 12], ['192.168.0.0', 16], ['100.64.0.0', 10], ['169.254.0.0', 16]] as const) privateRanges.addSubnet(net, prefix, 'ipv4');
for (const [net, prefix] of [['::1', 128], ['fc00::', 7], ['fe80::', 10]] as const) privateRanges.addSubnet(net, prefix, 'ipv6');

/** The machine's own addresses, as node:os has them. */
export type OwnAddresses = () => readonly string[];
/** The addresses of a host name. */
export type LookUp = (host: string) => Promise<readonly string[]>;

const ownAddresses: OwnAddresses = () => Object.values(networkInterfaces()).flatMap((addresses) => (addresses ?? []).map(({ address }) => address));

function isPrivateAddress(address: string): boolean {
  const family = isIP(address);
  return family !== 0 && privateRanges.check(address, family === 4 ? 'ipv4' : 'ipv6');
}

/**
 * Keeps a plane without mTLS off the internet: throws ConfigError when ottla.plane.listen binds an address that is
 * neither loopback nor private. Where every interface is bound, each of the machine's addresses counts.
 */
export async function checkPlaneReach({ listen, ssl }: Pick<PlaneSettings, 'listen' | 'ssl'>, lookUp: LookUp, own: OwnAddresses = ownAddresses): Promise<void> {
  if (ssl !== undefined) return;
  const addresses = await addressesOf(listen, lookUp, own);
  const open = addresses.find((address) => !isPrivateAddress(address));
  if (open === undefined) return;
  const value = `${listen.host}:${listen.port}`;
  throw new ConfigError('ottla.plane.listen', `Invalid value ${value} for configuration ottla.plane.listen: expected loopback or a private network, since planes are not authenticated without mTLS, and it opens ${open}. Set ottla.plane.ssl.keystore.location and ottla.plane.ssl.truststore.location, or listen elsewhere`);
}

async function addressesOf({ host }: PlaneAddress, lookUp: LookUp, own: OwnAddresses): Promise<readonly string[]> {
  if (host === '0.0.0.0') return own().filter((address) => isIP(address) === 4);
  if (host === '::') return own();
  return isIP(host) === 0 ? await lookUp(host) : [host];
}
