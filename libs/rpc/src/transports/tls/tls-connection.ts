import { isIP, type Socket } from 'node:net';
import { checkServerIdentity, connect, type TLSSocket } from 'node:tls';
import { ChannelCredentials, credentials } from '@grpc/grpc-js';
import type { PlaneCertificates } from './plane-security.ts';
import { strangerReason } from './stranger.ts';

const ENDED_AFTER_HANDSHAKE = 'it ended the connection after the TLS handshake: its log says why; most likely the certificate of this process (ottla.plane.ssl.keystore.location) is not of the CA that it believes';

type Connector = ReturnType<ChannelCredentials['_createSecureConnector']>;

/**
 * Credentials of one connection from this process to another plane's end point: what is shown is the certificate as it
 * is when the connection is made, what is believed is a certificate of the same cluster. Knows afterwards why it failed.
 */
export class TlsConnection extends ChannelCredentials {
  readonly #certificates: PlaneCertificates;
  readonly #host: string;
  #problem: string | undefined;

  constructor(certificates: PlaneCertificates, host: string) {
    super();
    this.#certificates = certificates;
    this.#host = host;
  }

  /** Why no link came of this connection, and what to do; undefined when nobody was reached. */
  get problem(): string | undefined {
    return this.#problem;
  }

  override _isSecure(): boolean {
    return true;
  }

  override _equals(other: ChannelCredentials): boolean {
    return other === this;
  }

  override _createSecureConnector(...parameters: Parameters<ChannelCredentials['_createSecureConnector']>): Connector {
    // Without credentials of single calls, as a plain connection has them.
    const plain = credentials.createInsecure()._createSecureConnector(...parameters);
    return {
      connect: (socket) => this.#handshake(socket),
      waitForReady: () => Promise.resolve(),
      getCallCredentials: () => plain.getCallCredentials(),
      destroy: () => plain.destroy(),
    };
  }

  /** OpenSSL's verdict is looked at here, and not by node:tls, which would not tell whose certificate it did not like. */
  #handshake(socket: Socket): Promise<{ socket: Socket; secure: boolean }> {
    const host = this.#host;
    return new Promise((resolve, reject) => {
      const secured = connect({
        socket, host, secureContext: this.#certificates.context, ALPNProtocols: ['h2'], minVersion: 'TLSv1.2',
        ...(isIP(host) === 0 ? { servername: host } : {}),
        rejectUnauthorized: false, checkServerIdentity: () => undefined,
      });
      secured.once('secureConnect', () => {
        const reason = this.#strangerReason(secured);
        // With TLS 1.3 the other end looks at this process's certificate only now.
        this.#problem = reason ?? ENDED_AFTER_HANDSHAKE;
        if (reason === undefined) return resolve({ socket: secured, secure: true });
        // In order, so that the other end gets to see this process's certificate and says its part; the link's release cuts what is left.
        secured.end();
        reject(new Error(reason));
      });
      secured.on('error', (error: NodeJS.ErrnoException) => {
        // A reset after the handshake is how the end of the connection looks that the text tells of already.
        if (this.#problem === undefined || error.code !== 'ECONNRESET') this.#problem = reasonOf(error, this.#certificates.clusterId);
        reject(error);
      });
    });
  }

  #strangerReason(secured: TLSSocket): string | undefined {
    const { clusterId, checksHostNames } = this.#certificates;
    const certificate = secured.getPeerCertificate();
    const stranger = strangerReason({ certificate, authorizationError: secured.authorized ? null : secured.authorizationError }, clusterId);
    if (stranger !== undefined || !checksHostNames) return stranger;
    const mismatch = checkServerIdentity(this.#host, certificate);
    return mismatch && `${mismatch.message} Give it a certificate with that name, or set ottla.plane.ssl.endpoint.identification.algorithm to nothing here`;
  }
}

/** What went wrong before the other end showed a certificate, or with the one that it was shown. */
function reasonOf({ code = '', message }: NodeJS.ErrnoException, clusterId: string): string {
  if (code === 'ECONNRESET' || code === 'EPIPE') return 'it ended the connection: see that it listens with ottla.plane.ssl.keystore.location set, and what its log says of the certificate of this process';
  if (/WRONG_VERSION_NUMBER|PACKET_LENGTH|UNKNOWN_PROTOCOL|UNEXPECTED_MESSAGE/.test(code)) return `it speaks without TLS (${code}): give it ottla.plane.ssl.keystore.location and ottla.plane.ssl.truststore.location of cluster ${clusterId}`;
  if (code.startsWith('ERR_SSL')) return `it refused the certificate of this process (${code}): see that ottla.plane.ssl.keystore.location is of the CA that it believes`;
  return `the TLS handshake failed (${code === '' ? message : code})`;
}
