/** Why a TLS handshake of somebody else's failed, as far as Node's error tells. */
export type TlsFault = 'went away' | 'speaks plaintext' | 'distrusts' | 'other';

/** What the code of a `tlsClientError` of Node's TLS server says of the other end. */
export function tlsFault(code: string | undefined = ''): TlsFault {
  // Somebody looked whether the port is open.
  if (code === 'ECONNRESET' || code === 'EPIPE') return 'went away';
  if (/HTTP_REQUEST|WRONG_VERSION_NUMBER|PACKET_LENGTH|UNKNOWN_PROTOCOL|NO_PROTOCOLS|BAD_RECORD/.test(code)) return 'speaks plaintext';
  return code.includes('ALERT') ? 'distrusts' : 'other';
}
