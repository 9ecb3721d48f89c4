import { Center, CenterModule, serveConsole } from '@apps/center-service';
import { DistrictServiceModule } from '@apps/district-service';
import { TownshipServiceModule } from '@apps/township-service';
import { VillageServiceModule } from '@apps/village-service';
import { migrate } from '@infra/migrations';
import type { EmbeddedIssuer } from '@mediation/access';
import type { Directory } from '@mediation/directory';
import { asyncApi } from '@mediation/asyncapi';
import { postgresDossierNumbers } from '@mediation/dispute/dossier-numbers';
import { postgresJournal } from '@mediation/event-store/postgres';
import type { Clock } from '@mediation/kernel';
import { localSignIn } from '@mediation/local-sign-in';
import { createApp, PinoLogger, serveAsyncApi, serveOpenApi, ShellModule, type VerifyToken } from '@mediation/nest';
import { contextModules, type ContextStores, ServiceModule, systemClock, tokenVerifier } from '@mediation/service';
import { postgresDuplicateLinks } from '@mediation/subsidy/duplicate-links';
import { watchTimeLimits } from '@mediation/watching';
import type { DynamicModule } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DEMO_VILLAGE, openDirectory, type ToldTimes } from '@tools/demo';
import type { Config } from './config';
import type { Database } from './database';
import { localIssuer, serveSignIn } from './issuer';
import { openApi } from './openapi';

export interface Standalone {
  readonly app: NestFastifyApplication;
  readonly directory: Directory;
  readonly issuer: EmbeddedIssuer | undefined;
  /** Begins to watch the time limits: not before a year that is told from its beginning is whole. */
  watch(): void;
  close(): Promise<void>;
}

interface Parts {
  readonly verify: VerifyToken;
  readonly stores: ContextStores;
  readonly center: Center;
  readonly clock: Clock;
}

const verifierOf = ({ issuer, audience }: Config, local: EmbeddedIssuer | undefined): VerifyToken =>
  tokenVerifier({
    issuer: local?.issuer ?? issuer ?? '',
    ...(local && { keys: local.keys }),
    ...(audience !== undefined && { audience }),
  });

const rootModule = ({ verify, stores, center, clock }: Parts): DynamicModule =>
  ServiceModule.of({
    imports: [
      ShellModule.forRoot({
        verify,
        healthChecks: [{ name: 'journal', check: async () => void (await stores.journal.head()) }, center.healthCheck],
      }),
      ...contextModules(stores, clock),
      VillageServiceModule,
      TownshipServiceModule,
      DistrictServiceModule,
      CenterModule.forRoot(center),
    ],
  });

/** Every service in one process on one port, over one PostgreSQL that is journal and event store at once. */
export const openStandalone = async (
  config: Config,
  database: Database,
  { clock = systemClock, heed }: Partial<ToldTimes> = {},
): Promise<Standalone> => {
  await migrate({ ownerUrl: database.ownerUrl });
  const directory = await openDirectory(database);
  const journal = postgresJournal({ connectionString: database.serviceUrl });
  const dossierNumbers = postgresDossierNumbers({ connectionString: database.serviceUrl });
  const duplicateLinks = postgresDuplicateLinks({ connectionString: database.serviceUrl });
  const issuer = await localIssuer(config);
  const issuerUrl = issuer?.issuer ?? config.issuer ?? '';
  const center = await Center.open({
    events: journal,
    databaseUrl: database.serviceUrl,
    clock,
    duplicateWindowDays: config.duplicateWindowDays,
    nameOfBody: (code) => directory.body(code)?.nameZh,
    divisions: () => directory.divisions(),
    directory,
    partyCodeDays: config.partyCodeDays,
    webhooks: { allowPrivate: config.webhooksPrivate },
    console: {
      issuer: issuerUrl,
      clientId: config.consoleClientId,
      local: issuer !== undefined,
    },
  });
  const stores = { journal, directory, dossierNumbers, duplicateLinks };
  const verify = verifierOf(config, issuer);
  const app = await createApp(rootModule({ verify, stores, center, clock }), {
    logger: new PinoLogger(config.logLevel),
  });
  heed?.(app, verify);
  serveOpenApi(app, openApi());
  serveAsyncApi(app, asyncApi());
  if (issuer) {
    const { consoleClientId: clientId, port: consolePort } = config;
    serveSignIn(app, localSignIn({ issuer, clientId, consolePort, bodies: directory, village: DEMO_VILLAGE }));
  }
  serveConsole(app, issuerUrl);
  const watcher = watchTimeLimits(app, { events: journal, databaseUrl: database.serviceUrl, clock });
  center.start();
  await app.listen(config.port, config.host);
  return {
    app,
    directory,
    issuer,
    watch: () => watcher.start(),
    close: async () => {
      await app.close();
      await watcher.close();
      await center.close();
      await dossierNumbers.close();
      await duplicateLinks.close();
      await journal.close();
    },
  };
};
