import { connect, isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { ISocketFactory } from 'kafkajs';

const KEEP_ALIVE_MS = 60_000;

/**
 * The connections of one kafkajs client, and the means to end it for good. Its own disconnect waits for answers that may never
 * come, and a consumer that was stopped while joining joins all the same: neither survives without sockets.
 */
export class Sockets {
  private readonly sockets = new Set<Socket>();
  private cutOff = false;

  get isCut(): boolean {
    return this.cutOff;
  }

  get isConnected(): boolean {
    return [...this.sockets].some((socket) => !socket.connecting && !socket.destroyed);
  }

  readonly factory: ISocketFactory = ({ host, port, ssl, onConnect }) => {
    if (this.cutOff) throw new Error('the client has been cut off');
    // kafkajs passes nothing where its types promise TLS options.
    const isSecure = Boolean(ssl);
    const servername = isIP(host) === 0 ? { servername: host } : {};
    const socket = isSecure
      ? connectTls({ host, port, ...servername, ...ssl }, onConnect)
      : connect({ host, port, noDelay: true }, onConnect);
    socket.setNoDelay(true);
    socket.setKeepAlive(true, KEEP_ALIVE_MS);
    this.sockets.add(socket);
    socket.once('close', () => this.sockets.delete(socket));
    return socket;
  };

  /** Every request under way fails, and no connection is ever made again. */
  cut(): void {
    this.cutOff = true;
    for (const socket of this.sockets) socket.destroy(new Error('the client has been cut off'));
  }
}
