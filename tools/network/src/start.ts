import type { EmbeddedIssuer } from '@mediation/access';
import type { Directory } from '@mediation/directory';
import { StartError, type Tier } from '@mediation/kernel';
import { aborted, endRequested, requireFreePort } from '@mediation/service';
import { greet, isSampleYearIn, replayOnFirstRun, requireNoHalfYear, say } from '@tools/demo';
import { requireDataDir, startLocalDatabase, type LocalDatabaseName, type LocalServer } from '@tools/local-database';
import type { Config } from './config';
import { serveIssuer } from './issuer-server';
import { prepareDatabases, prepareTopics } from './prepare';
import { removeRunning, writeRunning } from './running-file';
import { servicePlans, type ServicePlan } from './services';
import { Supervised } from './supervised';

const LOOK_EVERY_MS = 200;
const READY_WITHIN_MS = 60_000;

const isReady = async ({ port }: ServicePlan): Promise<boolean> => {
  try {
    return (await fetch(`http://localhost:${port}/health/ready`)).ok;
  } catch {
    return false;
  }
};

const allReady = async (plans: readonly ServicePlan[], ending: AbortSignal): Promise<void> => {
  const until = performance.now() + READY_WITHIN_MS;
  const waiting = new Set(plans);
  while (waiting.size > 0 && !ending.aborted) {
    for (const plan of waiting) if (await isReady(plan)) waiting.delete(plan);
    if (performance.now() > until) {
      const names = [...waiting].map(({ name }) => name).join(', ');
      throw new StartError(
        `${names} 一分钟内未就绪,见上面的日志`,
        `${names} not ready within a minute; see the log above`,
      );
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
};

const requireFreePorts = async (config: Config, plans: readonly ServicePlan[]): Promise<void> => {
  for (const port of [config.ISSUER_PORT, ...plans.map((plan) => plan.port)]) {
    await requireFreePort({ host: '127.0.0.1', port });
  }
};

interface Opened {
  readonly directory: Directory;
  readonly issuer: EmbeddedIssuer;
  readonly ending: AbortSignal;
  /** Done once the past year is whole. */
  readonly watch: () => Promise<void>;
}

const welcome = async (config: Config, { directory, issuer, ending, watch }: Opened): Promise<void> => {
  const urls: Readonly<Record<Tier, string>> = {
    village: `http://localhost:${config.VILLAGE_PORT}`,
    township: `http://localhost:${config.TOWNSHIP_PORT}`,
    district: `http://localhost:${config.DISTRICT_PORT}`,
  };
  const dataDir = config.DATA_DIR;
  if (config.SAMPLE_YEAR === 'on') {
    await replayOnFirstRun({ dataDir, urlOf: (tier) => urls[tier], directory, issuer, ending });
  }
  if (!ending.aborted) await watch();
  if (!ending.aborted) await greet({ ...urls, center: `http://localhost:${config.CENTER_PORT}` }, issuer);
};

const serve = async (config: Config, { databases, died }: LocalServer<LocalDatabaseName>): Promise<void> => {
  const ending = endRequested();
  const startedAt = performance.now();
  // A year that is told from its beginning is watched once it is whole.
  const watching = config.SAMPLE_YEAR === 'off' || isSampleYearIn(config.DATA_DIR);
  const plans = servicePlans(config, databases, { watching });
  await requireFreePorts(config, plans);
  await prepareTopics(config);
  const directory = await prepareDatabases(databases);
  const local = await serveIssuer(config, directory);
  const services = plans.map((plan) => new Supervised(plan, { write: (line) => console.log(line) }));
  const watch = async (): Promise<void> => {
    const [plan] = servicePlans(config, databases, { watching: true }).filter(({ name }) => name === 'district');
    const [unwatching] = services.filter((service) => service.plan.name === 'district');
    if (watching || plan === undefined || unwatching === undefined) return;
    await unwatching.end();
    services.splice(services.indexOf(unwatching), 1, new Supervised(plan, { write: (line) => console.log(line) }));
    await allReady([plan], ending);
  };
  writeRunning(config.DATA_DIR, { pid: process.pid, services: plans.map(({ name, port }) => ({ name, port })) });
  try {
    await allReady(plans, ending);
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    if (!ending.aborted) {
      say(`五个服务就绪,用时 ${seconds} 秒`, `five services ready in ${seconds} s`);
      await welcome(config, { directory, issuer: local.issuer, ending, watch });
    }
    const fault = await Promise.race([aborted(ending), died]);
    if (fault) throw fault;
    say('正在结束…', 'ending…');
  } finally {
    await Promise.all(services.map((service) => service.end()));
    removeRunning(config.DATA_DIR);
    await local.close();
  }
};

/** Every service as a process of its own, over the local PostgreSQL and a Kafka that runs already, until asked to end. */
export const startNetwork = async (config: Config): Promise<void> => {
  requireDataDir(config.DATA_DIR);
  if (config.SAMPLE_YEAR === 'off') requireNoHalfYear(config.DATA_DIR);
  const server = await startLocalDatabase(config.DATA_DIR, ['mediation', 'network'], say);
  try {
    await serve(config, server);
  } finally {
    await server.stop();
  }
};
