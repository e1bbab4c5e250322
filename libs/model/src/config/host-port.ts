import { ConfigError } from './config-definition.ts';

/** An address to listen on or to reach. */
export interface HostPort {
  readonly host: string;
  readonly port: number;
}

const syntax = /^(?:\[([0-9a-fA-F:.]+)\]|([\w.-]+)):(\d{1,5})$/;

/** Reads `host:port` or `[IPv6]:port`, the value of `key`. Throws ConfigError. */
export function parseHostPort(key: string, text: string): HostPort {
  const match = syntax.exec(text.trim());
  const port = Number(match?.[3]);
  if (match === null || port > 65_535) throw new ConfigError(key, `Invalid value ${text} for configuration ${key}: expected host:port`);
  return { host: (match[1] ?? match[2]) as string, port };
}
