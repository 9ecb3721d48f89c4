import { StartError } from '@mediation/embedded-postgres';
import { resolve } from 'node:path';
import { z } from 'zod';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug'] as const;

const schema = z
  .object({
    NODE_ENV: z.string().optional(),
    PORT: z.coerce.number().int().min(1).max(65_535).default(8080),
    HOST: z.string().min(1).default('127.0.0.1'),
    DATA_DIR: z.string().min(1).default('.data'),
    LOG_LEVEL: z.enum(LOG_LEVELS).default('warn'),
    /** Set both to use a PostgreSQL of your own instead of the embedded one. */
    DATABASE_OWNER_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
    /** An OpenID Connect issuer; without it a local one is used, which production refuses. */
    OIDC_ISSUER: z.url().optional(),
    OIDC_AUDIENCE: z.string().min(1).optional(),
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
  readonly sampleYear: boolean;
}

/** The environment, read once. @throws StartError naming every bad key */
export const parseConfig = (env: NodeJS.ProcessEnv): Config => {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const result = schema.safeParse(given);
  if (!result.success) {
    const bad = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
    throw new StartError(`配置有误:${bad}`, `bad configuration: ${bad}`);
  }
  const { DATABASE_OWNER_URL: ownerUrl, DATABASE_URL: serviceUrl, ...rest } = result.data;
  return {
    nodeEnv: rest.NODE_ENV,
    port: rest.PORT,
    host: rest.HOST,
    dataDir: resolve(rest.DATA_DIR),
    logLevel: rest.LOG_LEVEL,
    databaseUrls: ownerUrl !== undefined && serviceUrl !== undefined ? { ownerUrl, serviceUrl } : undefined,
    issuer: rest.OIDC_ISSUER,
    audience: rest.OIDC_AUDIENCE,
    sampleYear: rest.SAMPLE_YEAR === 'on',
  };
};
