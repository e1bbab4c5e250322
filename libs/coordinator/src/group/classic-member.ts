import type { JoinGroupResponseInput, SyncGroupResponseInput } from '@ottla/protocol';
import type { ClassicGroup } from './classic-group.ts';
import { Deadline } from './deadlines.ts';
import type { Reply } from './reply.ts';

/** One way of assigning that a member knows, with what it tells the leader under it. */
export interface MemberProtocol {
  readonly name: string;
  readonly metadata: Uint8Array;
}

export const NO_ASSIGNMENT: Uint8Array = new Uint8Array(0);

/** Bytes of our own: what a request or a fetched batch holds is slices of a larger piece. */
export function ownBytes(bytes: Uint8Array): Uint8Array {
  return bytes.length === 0 ? NO_ASSIGNMENT : new Uint8Array(bytes);
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false;
  return true;
}

/** Java prints an address with a slash before it, and tools show it so. */
export function javaAddress(address: string): string {
  return address.startsWith('/') ? address : `/${address}`;
}

export interface MemberIdentity {
  readonly memberId: string;
  /** group.instance.id; null for a dynamic member. */
  readonly groupInstanceId: string | null;
  readonly clientId: string;
  /** As Java prints an address: `/127.0.0.1`. */
  readonly clientHost: string;
}

export interface MemberTerms {
  readonly rebalanceTimeoutMs: number;
  readonly sessionTimeoutMs: number;
  /** In the member's order of preference. */
  readonly protocols: readonly MemberProtocol[];
}

/**
 * A member of a classic group. `assignment`, the timeouts and the metadata of the group's protocol are durable once
 * a GroupMetadata record holds them; the other protocols, the parked requests and the session are soft.
 * Its group counts protocols and joining members: change those through the group.
 */
export class ClassicMember implements MemberIdentity, MemberTerms {
  readonly memberId: string;
  readonly groupInstanceId: string | null;
  readonly clientId: string;
  readonly clientHost: string;
  readonly session: Deadline;
  rebalanceTimeoutMs: number;
  sessionTimeoutMs: number;
  protocols: readonly MemberProtocol[];
  assignment: Uint8Array = NO_ASSIGNMENT;
  /** Its last assignment in a record: what a cooperative member may still hold while rebalances follow one another. */
  lastAssignment: Uint8Array = NO_ASSIGNMENT;
  /** It has not yet learned its member id, so it cannot send heartbeats: its session runs even while it waits. */
  isNew = false;
  /** Its parked JoinGroup. */
  joining: Reply<JoinGroupResponseInput> | undefined;
  /** Its parked SyncGroup. */
  syncing: Reply<SyncGroupResponseInput> | undefined;

  constructor(group: ClassicGroup, identity: MemberIdentity, terms: MemberTerms) {
    this.memberId = identity.memberId;
    this.groupInstanceId = identity.groupInstanceId;
    this.clientId = identity.clientId;
    this.clientHost = identity.clientHost;
    this.rebalanceTimeoutMs = terms.rebalanceTimeoutMs;
    this.sessionTimeoutMs = terms.sessionTimeoutMs;
    this.protocols = terms.protocols;
    this.session = new Deadline('session', group, identity.memberId);
  }

  get isStatic(): boolean {
    return this.groupInstanceId !== null;
  }

  /** A member that waits for others is alive as far as anyone can tell: its connection may not send meanwhile. */
  get isExcusedFromHeartbeats(): boolean {
    return !this.isNew && (this.joining !== undefined || this.syncing !== undefined);
  }

  /** Its metadata under the protocol `name`; empty when it does not know the protocol. */
  metadataOf(name: string | null): Uint8Array {
    return this.protocols.find((protocol) => protocol.name === name)?.metadata ?? NO_ASSIGNMENT;
  }

  /** Whether it joined before with the same protocols, in the same order, with the same metadata. */
  matches(protocols: readonly MemberProtocol[]): boolean {
    return (
      protocols.length === this.protocols.length &&
      protocols.every((protocol, index) => {
        const own = this.protocols[index] as MemberProtocol;
        return own.name === protocol.name && sameBytes(own.metadata, protocol.metadata);
      })
    );
  }
}
