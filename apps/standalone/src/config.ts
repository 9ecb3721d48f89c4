import {
  consoleClientId,
  duplicateWindowDays,
  issuerShape,
  LOG_LEVELS,
  parseEnv,
  partyCodeDays,
  postgresUrl,
  processShape,
} from '@mediation/service';
import { resolve } from 'node:path';
import { z } from 'zod';

const schema = z
  .object({
    ...processShape(8080),
    LOG_LEVEL: z.enum(LOG_LEVELS).default('warn'),
    DATA_DIR: z.string().min(1).default('.data'),
    /** Set both to use a PostgreSQL of your own instead of the embedded one. */
    DATABASE_OWNER_URL: postgresUrl.optional(),
    DATABASE_URL: postgresUrl.optional(),
    /** An OpenID Connect issuer; without it a local one is used, which production refuses. */
    OIDC_ISSUER: issuerShape.OIDC_ISSUER.optional(),
    OIDC_AUDIENCE: issuerShape.OIDC_AUDIENCE,
    CONSOLE_CLIENT_ID: consoleClientId,
    DUPLICATE_WINDOW_DAYS: duplicateWindowDays,
    PARTY_CODE_DAYS: partyCodeDays,
    WEBHOOKS_PRIVATE: z.enum(['on', 'off']).optional(),
    SAMPLE_YEAR: z.enum(['on', 'off']).default('on'),
  })
  .refine((env) => (env.DATABASE_URL === undefined) === (env.DATABASE_OWNER_URL === undefined), {
    error: '须同时设置 DATABASE_URL 与 DATABASE_OWNER_URL / set both or neither',
    path: ['DATABASE_URL'],
  })
  .refine((env) => env.NODE_ENV !== 'production' || env.OIDC_ISSUER !== undefined, {
    error: '生产环境须设置 / production needs an issuer',
    path: ['OIDC_ISSUER'],
  });

export interface Config {
  readonly nodeEnv: string | undefined;
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  readonly databaseUrls: { readonly ownerUrl: string; readonly serviceUrl: string } | undefined;
  readonly issuer: string | undefined;
  readonly audience: string | undefined;
  readonly consoleClientId: string;
  readonly duplicateWindowDays: number;
  readonly partyCodeDays: number;
  readonly sampleYear: boolean;
  readonly webhooksPrivate: boolean;
}

/** The environment, read once. @throws StartError naming every bad key */
export const parseConfig = (env: NodeJS.ProcessEnv): Config => {
  const { DATABASE_OWNER_URL: ownerUrl, DATABASE_URL: serviceUrl, ...rest } = parseEnv(schema, env);
  return {
    nodeEnv: rest.NODE_ENV,
    port: rest.PORT,
    host: rest.HOST,
    dataDir: resolve(rest.DATA_DIR),
    logLevel: rest.LOG_LEVEL,
    databaseUrls: ownerUrl !== undefined && serviceUrl !== undefined ? { ownerUrl, serviceUrl } : undefined,
    issuer: rest.OIDC_ISSUER,
    audience: rest.OIDC_AUDIENCE,
    consoleClientId: rest.CONSOLE_CLIENT_ID,
    duplicateWindowDays: rest.DUPLICATE_WINDOW_DAYS,
    partyCodeDays: rest.PARTY_CODE_DAYS,
    sampleYear: rest.SAMPLE_YEAR === 'on',
    // Tried out on a laptop, where receivers are on it too.
    webhooksPrivate: (rest.WEBHOOKS_PRIVATE ?? (rest.NODE_ENV === 'production' ? 'off' : 'on')) === 'on',
  };
};
