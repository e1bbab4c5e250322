import type { Random, Uuid } from '@ottla/model';
import { uuidToBytes } from '@ottla/protocol';

/** A uuid as Java prints it: 8-4-4-4-12 hexadecimal digits. */
function hyphenated(id: Uuid): string {
  const hex = Array.from(uuidToBytes(id), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** A fresh member id in Kafka's form: the instance id of a static member or the client id, and a uuid. */
export function newMemberId(random: Random, clientId: string, groupInstanceId: string | null): string {
  return `${groupInstanceId ?? clientId}-${hyphenated(random.uuid())}`;
}

/** Version of JoinGroup from which on a dynamic member first gets an id, and joins with it in a second request (KIP-394). */
export const FIRST_VERSION_WITH_MEMBER_ID_REQUIRED = 4;
