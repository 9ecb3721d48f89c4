import { loadDirectory } from '@mediation/directory';
import { asyncApi } from '@mediation/asyncapi';
import { postgresDossierNumbers } from '@mediation/dispute/dossier-numbers';
import { postgresJournal } from '@mediation/event-store/postgres';
import type { Journal } from '@mediation/event-store/port';
import type { Tier } from '@mediation/kernel';
import type { Consumption, Messaging } from '@mediation/messaging/port';
import { createApp, openApiDocument, PinoLogger, serveAsyncApi, serveOpenApi, ShellModule } from '@mediation/nest';
import { openRelay, type Relay } from '@mediation/recording/relay';
import {
  contextModules,
  contextsOpenApi,
  issuerShape,
  parseEnv,
  postgresUrl,
  processShape,
  runService,
  ServiceModule,
  tokenVerifier,
  type Service,
} from '@mediation/service';
import { postgresDuplicateLinks } from '@mediation/subsidy/duplicate-links';
import { watchTimeLimits } from '@mediation/watching';
import type { Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { kafkaShape, messagingOf } from './kafka';
import { watchRelay } from './relay-metrics';

const configSchema = (port: number) =>
  z.object({
    ...processShape(port),
    ...issuerShape,
    ...kafkaShape,
    DATABASE_URL: postgresUrl,
    /** Whose journal it is; the source of its events in the network. */
    DISTRICT: z.string().regex(/^\d{6}$/, { error: '六位区划代码 / a division code of six digits' }),
    /** `off` while a past year is told from its beginning: its limits would all have run out long ago. */
    WATCH_TIME_LIMITS: z.enum(['on', 'off']).default('on'),
    /** The file of the outside systems that may file over Kafka, for the tier that takes them in. */
    INTAKE_SOURCES: z.string().min(1).optional(),
  });
export type TierConfig = z.output<ReturnType<typeof configSchema>>;

export interface TierParts {
  readonly app: NestFastifyApplication;
  readonly messaging: Messaging;
  readonly config: TierConfig;
}

export interface TierPlan {
  readonly tier: Tier;
  readonly port: number;
  readonly module: Type;
  /** The time limits of a district's disputes are watched by one of its tiers. */
  readonly watchesTimeLimits?: true;
  /** What this tier takes in over Kafka besides its calls. */
  readonly consume?: (parts: TierParts) => Consumption | undefined;
}

const never = new Promise<never>(() => undefined);

const relayOf = (config: TierConfig, parts: { journal: Journal; messaging: Messaging; logger: PinoLogger }): Relay =>
  openRelay({
    journal: parts.journal,
    databaseUrl: config.DATABASE_URL,
    producer: parts.messaging.producer(),
    source: `/journals/${config.DISTRICT}`,
    holder: randomUUID(),
    onEvent: (event) => parts.logger.log({ msg: 'relay', ...event }, 'relay'),
  });

const openTierService = async (config: TierConfig, plan: TierPlan): Promise<Service> => {
  const { tier, module, consume } = plan;
  const logger = new PinoLogger(config.LOG_LEVEL);
  const directory = await loadDirectory(config.DATABASE_URL);
  const journal = postgresJournal({ connectionString: config.DATABASE_URL });
  const dossierNumbers = postgresDossierNumbers({ connectionString: config.DATABASE_URL });
  const duplicateLinks = postgresDuplicateLinks({ connectionString: config.DATABASE_URL });
  const messaging = messagingOf(config, `${tier}-service`, logger);
  const relay = relayOf(config, { journal, messaging, logger });
  const verify = tokenVerifier({
    issuer: config.OIDC_ISSUER,
    ...(config.OIDC_AUDIENCE !== undefined && { audience: config.OIDC_AUDIENCE }),
  });
  // Neither Kafka nor the relay is a condition of being ready: a mediator is served without them.
  const healthChecks = [
    { name: 'journal', check: async () => void (await journal.head()) },
    { name: 'relay', check: async () => undefined, status: async () => relay.status() },
  ];
  const shell = ShellModule.forRoot({ verify, healthChecks });
  const root = ServiceModule.of({
    imports: [shell, ...contextModules({ journal, directory, dossierNumbers, duplicateLinks }), module],
  });
  const app = await createApp(root, { logger });
  serveOpenApi(app, tierOpenApi(tier));
  serveAsyncApi(app, asyncApi());
  watchRelay(app, relay);
  const intake = consume?.({ app, messaging, config });
  const watches = plan.watchesTimeLimits === true && config.WATCH_TIME_LIMITS === 'on';
  const watcher = watches ? watchTimeLimits(app, { events: journal, databaseUrl: config.DATABASE_URL }) : undefined;
  watcher?.start();
  return {
    app,
    ended: intake?.ended ?? never,
    close: async () => {
      await watcher?.close();
      await relay.close();
      await messaging.close();
      await dossierNumbers.close();
      await duplicateLinks.close();
      await journal.close();
    },
  };
};

const tierOpenApi = (tier: Tier) =>
  openApiDocument({
    info: { title: `矛盾纠纷多元化解 · ${tier} service`, version: '1' },
    ...contextsOpenApi([tier]),
  });

/** Runs a tier's service as a process: its calls, and a relay that competes for its journal's one lease. */
export const runTierService = (plan: TierPlan): void =>
  runService(`${plan.tier}-service`, () => {
    const config = parseEnv(configSchema(plan.port), process.env);
    return { config, open: () => openTierService(config, plan) };
  });
