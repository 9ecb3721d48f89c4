import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A way to a server that can be cut. */
export interface CuttableWay {
  readonly port: number;
  /** Breaks what is connected; what connects after it gets through. */
  cut(): void;
  /** Breaks what is connected and refuses what comes, as if there were no server. */
  shut(): Promise<void>;
  reopen(): Promise<void>;
}

export const openCuttableWay = async (host: string, port: number): Promise<CuttableWay> => {
  const sockets = new Set<Socket>();
  const hold = (socket: Socket, other: Socket): void => {
    sockets.add(socket.setNoDelay());
    socket.on('error', () => undefined); // Always followed by `close`.
    socket.once('close', () => {
      sockets.delete(socket);
      other.destroy();
    });
  };
  const server = createServer((near) => {
    const far = connect(port, host);
    hold(near, far);
    hold(far, near);
    near.pipe(far).pipe(near);
  });
  const listen = async (at: number): Promise<void> => {
    server.listen(at, '127.0.0.1');
    await once(server, 'listening');
  };
  await listen(0);
  const at = (server.address() as AddressInfo).port;
  const cut = (): void => sockets.forEach((socket) => socket.destroy());
  const shut = async (): Promise<void> => {
    const closed = once(server, 'close');
    server.close();
    cut();
    await closed;
  };
  return { port: at, cut, shut, reopen: () => listen(at) };
};
