import type { Logger } from '@ottla/model';
import type { ControllerAddress } from '@ottla/rpc';
import type { DialController } from './controller-channel.ts';

/** Ways to the controllers, as many as are known just now; ask each time. */
export interface ControllerDirectory {
  /** At least one. */
  readonly dials: readonly DialController[];
}

export interface KnownControllersOptions {
  /** controller.quorum.bootstrap.servers, at least one: tried for ever, since what was learned may be out of reach from here. */
  readonly configured: readonly ControllerAddress[];
  readonly dialerOf: (address: ControllerAddress) => DialController;
  readonly logger: Logger;
  /** Whether voters that nobody named here are taken in. */
  readonly learns: boolean;
}

/** Voters beyond this many are not taken in; a quorum has a handful. */
const MOST_LEARNED = 32;

/**
 * The controllers that this process was told of, and those that vote now (KIP-853), as the metadata log has it: a
 * quorum of which every member was replaced is still found.
 */
export class KnownControllers implements ControllerDirectory {
  readonly #options: KnownControllersOptions;
  readonly #configured: ReadonlyMap<string, DialController>;
  #learned: ReadonlyMap<string, DialController> = new Map();
  #dials: readonly DialController[];

  constructor(options: KnownControllersOptions) {
    this.#options = options;
    this.#configured = new Map(options.configured.map((address) => [keyOf(address), options.dialerOf(address)]));
    this.#dials = [...this.#configured.values()];
  }

  get dials(): readonly DialController[] {
    return this.#dials;
  }

  /** These vote now. What they replace is forgotten, unless it was configured. */
  learn(voters: readonly ControllerAddress[]): void {
    if (!this.#options.learns) return;
    const unknown = voters.filter((address) => address.port > 0 && !this.#configured.has(keyOf(address))).slice(0, MOST_LEARNED);
    if (unknown.length === this.#learned.size && unknown.every((address) => this.#learned.has(keyOf(address)))) return;
    this.#learned = new Map(unknown.map((address) => [keyOf(address), this.#learned.get(keyOf(address)) ?? this.#options.dialerOf(address)]));
    this.#dials = [...this.#configured.values(), ...this.#learned.values()];
    this.#options.logger.info('the controllers that vote are not those that are configured; the others are asked, too', { learned: [...this.#learned.keys()].join(',') });
  }
}

function keyOf({ host, port }: ControllerAddress): string {
  return `${host}:${port}`;
}
