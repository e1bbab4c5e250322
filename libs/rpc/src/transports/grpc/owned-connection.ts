import type { Socket } from 'node:net';
import { ChannelCredentials } from '@grpc/grpc-js';

type Connector = ReturnType<ChannelCredentials['_createSecureConnector']>;

/**
 * Credentials that also remember the connection made with them, so that it can be cut. gRPC itself keeps a connection
 * whose other end accepted it and then said nothing for ever, with no way to reach it.
 */
export class OwnedConnection extends ChannelCredentials {
  readonly #credentials: ChannelCredentials;
  readonly #sockets = new Set<Socket>();
  #isCut = false;

  constructor(credentials: ChannelCredentials) {
    super();
    this.#credentials = credentials;
  }

  /** Ends the connection at once, and each that would still be made. */
  cut(): void {
    this.#isCut = true;
    for (const socket of this.#sockets) socket.destroy();
  }

  override _isSecure(): boolean {
    return this.#credentials._isSecure();
  }

  override _equals(other: ChannelCredentials): boolean {
    return other === this;
  }

  override _createSecureConnector(...parameters: Parameters<ChannelCredentials['_createSecureConnector']>): Connector {
    const connector = this.#credentials._createSecureConnector(...parameters);
    return {
      connect: (socket) => {
        this.#sockets.add(socket);
        socket.once('close', () => this.#sockets.delete(socket));
        if (this.#isCut) socket.destroy();
        return connector.connect(socket);
      },
      waitForReady: () => connector.waitForReady(),
      getCallCredentials: () => connector.getCallCredentials(),
      destroy: () => connector.destroy(),
    };
  }
}
