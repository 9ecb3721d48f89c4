import { StartError } from '@mediation/kernel';
import { drain, PinoLogger } from '@mediation/nest';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { aborted, endRequested } from './ending';
import { portError } from './free-port';

export interface ProcessConfig {
  readonly HOST: string;
  readonly PORT: number;
  readonly LOG_LEVEL: string;
}

export interface Service {
  readonly app: NestFastifyApplication;
  /** Rejects when a part has ended by itself and the process is of no use without it. */
  readonly ended: Promise<void>;
  /** What is behind the application; called after it. */
  close(): Promise<void>;
}

/** Orchestrators kill ten seconds after they ask. */
const CLOSE_WITHIN_MS = 9_000;

const closeAll = async ({ app, close }: Service): Promise<void> => {
  await drain(app);
  await close();
};

const within = async (ms: number, work: Promise<void>): Promise<void> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not closed within ${ms} ms`)), ms);
  });
  await Promise.race([work, late]).finally(() => clearTimeout(timer));
};

/** Not tried out before: a caller who connects to the trial would be cut off. */
const listen = async ({ app }: Service, { host, port }: { host: string; port: number }): Promise<void> => {
  try {
    await app.listen(port, host);
  } catch (error) {
    const fault = error as NodeJS.ErrnoException;
    throw fault.syscall === 'listen' ? portError({ host, port }, fault) : fault;
  }
};

const serve = async (name: string, config: ProcessConfig, open: () => Promise<Service>): Promise<void> => {
  const logger = new PinoLogger(config.LOG_LEVEL);
  const ending = endRequested();
  const service = await open();
  try {
    await listen(service, { host: config.HOST, port: config.PORT });
    logger.log({ msg: `就绪 ready`, service: name, port: config.PORT }, name);
    await Promise.race([service.ended, aborted(ending)]);
    logger.log({ msg: '正在结束 ending', service: name }, name);
  } finally {
    await within(CLOSE_WITHIN_MS, closeAll(service));
  }
};

/**
 * Opens the service, serves until asked to end or until a part ends by itself, and ends the process: 0 when asked, else 1, so
 * that whoever supervises starts it again.
 */
export const runService = (
  name: string,
  plan: () => { readonly config: ProcessConfig; readonly open: () => Promise<Service> },
): void => {
  const run = async () => {
    const { config, open } = plan();
    await serve(name, config, open);
  };
  run().then(
    () => process.exit(0),
    (error: unknown) => {
      console.error(error instanceof StartError ? error.line : error);
      process.exit(1);
    },
  );
};
