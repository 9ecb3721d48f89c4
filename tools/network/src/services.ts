import type { DatabaseUrls } from '@infra/migrations';
import type { LocalDatabaseName } from '@tools/local-database';
import type { Config } from './config';

export interface ServicePlan {
  readonly name: string;
  /** Its folder below `apps`. */
  readonly app: string;
  readonly port: number;
  readonly env: Readonly<Record<string, string>>;
}

/** The district the sample directory is of. */
const DISTRICT = '370402';

export type Databases = Readonly<Record<LocalDatabaseName, DatabaseUrls>>;

/** Whom the local issuer knows the console as. */
export const CONSOLE_CLIENT_ID = 'mediation-console';

export const issuerUrl = ({ ISSUER_PORT }: Config): string => `http://localhost:${ISSUER_PORT}`;

const kafkaEnv = (config: Config): Record<string, string> => ({
  KAFKA_BROKERS: config.KAFKA_BROKERS.join(','),
  KAFKA_SSL: config.KAFKA_SSL,
  ...(config.KAFKA_SASL_MECHANISM && { KAFKA_SASL_MECHANISM: config.KAFKA_SASL_MECHANISM }),
  ...(config.KAFKA_USERNAME && { KAFKA_USERNAME: config.KAFKA_USERNAME }),
  ...(config.KAFKA_PASSWORD && { KAFKA_PASSWORD: config.KAFKA_PASSWORD }),
});

/** What runs, and with which configuration: the one list of the network on this machine. */
export const servicePlans = (
  config: Config,
  { mediation, network }: Databases,
  { watching }: { readonly watching: boolean },
): readonly ServicePlan[] => {
  const events = { EVENT_STORE_URL: config.EVENT_STORE_URL ?? network.serviceUrl };
  const kafka = kafkaEnv(config);
  const issuer = { OIDC_ISSUER: issuerUrl(config) };
  const tier = { DATABASE_URL: mediation.serviceUrl, DISTRICT, ...kafka, ...issuer };
  const plan = (app: string, port: number, env: Record<string, string>): ServicePlan => ({
    name: app.replace('-service', ''),
    app,
    port,
    env: { ...env, PORT: String(port), LOG_LEVEL: config.LOG_LEVEL },
  });
  return [
    plan('village-service', config.VILLAGE_PORT, tier),
    plan('township-service', config.TOWNSHIP_PORT, { ...tier, INTAKE_SOURCES: config.INTAKE_SOURCES }),
    plan('district-service', config.DISTRICT_PORT, { ...tier, WATCH_TIME_LIMITS: watching ? 'on' : 'off' }),
    plan('recorder', config.RECORDER_PORT, { DATABASE_URL: network.serviceUrl, ...events, ...kafka }),
    plan('center-service', config.CENTER_PORT, {
      DATABASE_URL: network.serviceUrl,
      CONSOLE_CLIENT_ID,
      LOCAL_ISSUER: 'on',
      VILLAGE_URL: `http://127.0.0.1:${config.VILLAGE_PORT}`,
      TOWNSHIP_URL: `http://127.0.0.1:${config.TOWNSHIP_PORT}`,
      DISTRICT_URL: `http://127.0.0.1:${config.DISTRICT_PORT}`,
      ...events,
      ...issuer,
    }),
  ];
};
