import type { KurrentDBClient } from '@kurrent/kurrentdb-client';
import { StoreClosed, StoreUnavailable } from '@mediation/event-store/port';
import { StartError } from '@mediation/kernel';
import { toFault } from './faults';

export interface ConnectionOptions {
  /** As toClientString makes it. */
  readonly clientString: string;
  /** Longest that one call may take. */
  readonly deadlineMs: number;
}

/** One client of the server, and how many are using it. */
interface Session {
  readonly client: Promise<KurrentDBClient>;
  readonly openedAt: number;
  users: number;
}

export interface Lease {
  readonly client: KurrentDBClient;
  readonly release: () => void;
}

/** A client that fails is not replaced again before this time is over: each one reads certificates and connects anew. */
const LIFE_MS = 250;

const openClient = async (clientString: string): Promise<KurrentDBClient> => {
  // Loaded when it is needed: it brings a native library with it.
  const { KurrentDBClient } = await import('@kurrent/kurrentdb-client');
  try {
    return KurrentDBClient.connectionString(clientString);
  } catch {
    // Its errors quote the connection string, so they go no further.
    const zh = 'KurrentDB 客户端不接受连接串:请检查主机、端口与证书文件';
    throw new StartError(
      zh,
      'the client of KurrentDB refused the connection string: look at hosts, ports, certificate files',
    );
  }
};

/**
 * The way to the server. The client outlives a lost connection, but not everything: when the server cannot be found at its
 * first contact its reads fail for ever, and when a cluster cannot be found its appends do. So whatever client a call found
 * unavailable is replaced for the next call; the old one is left to those still using it.
 */
export class Connection {
  private session: Session | undefined;
  private readonly running = new Set<Promise<unknown>>();
  private readonly waiting = new Set<(error: Error) => void>();
  private closed = false;
  private hasGivenUp = false;

  constructor(private readonly options: ConnectionOptions) {}

  /** @throws StoreUnavailable, StoreClosed, or the server's refusal of the call */
  async use<T>(work: (client: KurrentDBClient) => Promise<T>): Promise<T> {
    if (this.closed) throw new StoreClosed();
    const result = this.call(work);
    this.running.add(result);
    try {
      return await result;
    } finally {
      this.running.delete(result);
    }
  }

  /** The client of now, for a work without deadline; it must be released. */
  async lease(): Promise<Lease> {
    const session = this.enter();
    const release = (): void => this.leave(session);
    try {
      return { client: await session.client, release };
    } catch (error) {
      release();
      throw error;
    }
  }

  /** Whatever is running is without its answer, and so is what comes. */
  giveUp(): void {
    this.hasGivenUp = true;
    this.waiting.forEach((reject) => reject(new StoreUnavailable('KurrentDB did not answer before the store closed')));
  }

  /** Waits for what is running, then ends every stream of the client. */
  async close(): Promise<void> {
    this.closed = true;
    await Promise.allSettled(this.running);
    const last = this.session;
    this.session = undefined;
    if (last?.users === 0) await dispose(last);
  }

  private async call<T>(work: (client: KurrentDBClient) => Promise<T>): Promise<T> {
    const session = this.enter();
    try {
      return await this.withDeadline(session.client.then(work));
    } catch (error) {
      const fault = toFault(error);
      if (fault instanceof StoreUnavailable) this.replace(session);
      throw fault;
    } finally {
      this.leave(session);
    }
  }

  private async withDeadline<T>(work: Promise<T>): Promise<T> {
    let reject: (error: Error) => void = () => undefined;
    const late = new Promise<never>((_, rejects) => (reject = rejects));
    const expire = (): void => reject(new StoreUnavailable('KurrentDB did not answer in time'));
    const timer = setTimeout(expire, this.hasGivenUp ? 0 : this.options.deadlineMs);
    this.waiting.add(reject);
    return Promise.race([work, late]).finally(() => {
      clearTimeout(timer);
      this.waiting.delete(reject);
    });
  }

  private enter(): Session {
    this.session ??= { client: openClient(this.options.clientString), openedAt: performance.now(), users: 0 };
    this.session.users += 1;
    return this.session;
  }

  private leave(session: Session): void {
    session.users -= 1;
    if (session.users === 0 && session !== this.session) void dispose(session);
  }

  private replace(session: Session): void {
    if (session === this.session && performance.now() - session.openedAt >= LIFE_MS) this.session = undefined;
  }
}

const dispose = async ({ client }: Session): Promise<void> => {
  await client.then((opened) => opened.dispose()).catch(() => undefined); // A client that never opened has no streams.
};
