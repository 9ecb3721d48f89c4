import { StartError } from '@mediation/kernel';
import { createServer } from 'node:net';

interface Address {
  readonly host: string;
  readonly port: number;
}

/** What to say of an address that cannot be listened on. */
export const portError = ({ host, port }: Address, error: NodeJS.ErrnoException): Error => {
  switch (error.code) {
    case 'EADDRINUSE':
      return new StartError(
        `端口 ${port} 已被占用;请换一个,如 PORT=${port + 1} npm start`,
        `port ${port} is taken; choose another, e.g. PORT=${port + 1} npm start`,
      );
    case 'EACCES':
      return new StartError(
        `无权使用端口 ${port};请用 1024 以上的端口`,
        `port ${port} needs privileges; use one above 1024`,
      );
    default:
      return new StartError(
        `无法监听 ${host}:${port}(${error.code})`,
        `cannot listen on ${host}:${port} (${error.code})`,
      );
  }
};

/** Asked before anything is opened, so that the answer is quick and nothing has to be undone. @throws StartError */
export const requireFreePort = (address: Address): Promise<void> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => reject(portError(address, error)));
    probe.listen(address.port, address.host, () => probe.close(() => resolve()));
  });
