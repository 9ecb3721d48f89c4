import { loadDirectory } from '@mediation/directory';
import { asyncApi } from '@mediation/asyncapi';
import { openEventStore } from '@mediation/event-store/open';
import { createApp, openApiDocument, PinoLogger, serveAsyncApi, serveOpenApi, ShellModule } from '@mediation/nest';
import {
  consoleClientId,
  duplicateWindowDays,
  issuerShape,
  parseEnv,
  partyCodeDays,
  postgresUrl,
  processShape,
  runService,
  ServiceModule,
  systemClock,
  tokenVerifier,
  webhooksPrivate,
  type Service,
} from '@mediation/service';
import { z } from 'zod';
import { Center, CenterModule } from './center.module';
import { centerOpenApi } from './center.openapi';
import { proxyTiers } from './console/proxy-tiers';
import { serveConsole } from './console/serve-console';

const configSchema = z.object({
  ...processShape(8080),
  ...issuerShape,
  EVENT_STORE_URL: z.string().min(1),
  /** The issuer is this machine's own, where one chooses who one is. */
  LOCAL_ISSUER: z.enum(['on', 'off']).default('off'),
  CONSOLE_CLIENT_ID: consoleClientId,
  DUPLICATE_WINDOW_DAYS: duplicateWindowDays,
  PARTY_CODE_DAYS: partyCodeDays,
  WEBHOOKS_PRIVATE: webhooksPrivate,
  /** Views and directory. */
  DATABASE_URL: postgresUrl,
  /** Where the tiers' services are, for the console to call them on its own origin; empty where an ingress does that. */
  VILLAGE_URL: z.url().optional(),
  TOWNSHIP_URL: z.url().optional(),
  DISTRICT_URL: z.url().optional(),
});
type Config = z.output<typeof configSchema>;

const tierAddresses = ({ VILLAGE_URL, TOWNSHIP_URL, DISTRICT_URL }: Config) => ({
  ...(VILLAGE_URL !== undefined && { village: VILLAGE_URL }),
  ...(TOWNSHIP_URL !== undefined && { township: TOWNSHIP_URL }),
  ...(DISTRICT_URL !== undefined && { district: DISTRICT_URL }),
});

const open = async (config: Config): Promise<Service> => {
  const logger = new PinoLogger(config.LOG_LEVEL);
  const directory = await loadDirectory(config.DATABASE_URL);
  const events = openEventStore(config.EVENT_STORE_URL);
  const center = await Center.open({
    events,
    databaseUrl: config.DATABASE_URL,
    clock: systemClock,
    duplicateWindowDays: config.DUPLICATE_WINDOW_DAYS,
    nameOfBody: (code) => directory.body(code)?.nameZh,
    divisions: () => directory.divisions(),
    directory,
    partyCodeDays: config.PARTY_CODE_DAYS,
    webhooks: { allowPrivate: config.WEBHOOKS_PRIVATE === 'on' },
    console: { issuer: config.OIDC_ISSUER, clientId: config.CONSOLE_CLIENT_ID, local: config.LOCAL_ISSUER === 'on' },
  });
  const verify = tokenVerifier({
    issuer: config.OIDC_ISSUER,
    ...(config.OIDC_AUDIENCE !== undefined && { audience: config.OIDC_AUDIENCE }),
  });
  const shell = ShellModule.forRoot({ verify, healthChecks: [center.healthCheck] });
  const app = await createApp(ServiceModule.of({ imports: [shell, CenterModule.forRoot(center)] }), { logger });
  serveOpenApi(app, openApi());
  serveAsyncApi(app, asyncApi());
  proxyTiers(app, tierAddresses(config));
  serveConsole(app, config.OIDC_ISSUER);
  center.start();
  return {
    app,
    ended: new Promise<never>(() => undefined),
    close: async () => {
      await center.close();
      await events.close();
    },
  };
};

const openApi = () =>
  openApiDocument({
    info: { title: '矛盾纠纷多元化解中心 · Resolution centre', version: '1' },
    ...centerOpenApi(),
  });

runService('center-service', () => {
  const config = parseEnv(configSchema, process.env);
  return { config, open: () => open(config) };
});
