import { StartError } from '@mediation/kernel';
import { z } from 'zod';

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug'] as const;

/** What every process listens with. */
export const processShape = (port: number) => ({
  NODE_ENV: z.string().optional(),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(1).max(65_535).default(port),
  LOG_LEVEL: z.enum(LOG_LEVELS).default('info'),
});

/** Who vouches for its callers. */
export const issuerShape = {
  OIDC_ISSUER: z.url(),
  OIDC_AUDIENCE: z.string().min(1).optional(),
};

/** Whom the issuer knows the console as. */
export const consoleClientId = z.string().min(1).default('mediation-console');

/** How long a party's one-time code is good for: local policy, no rule of law. */
export const partyCodeDays = z.coerce.number().int().min(1).max(365).default(30);

/** Disputes registered further apart are not offered as possible duplicates: local policy, no rule of law. */
export const duplicateWindowDays = z.coerce.number().int().min(1).max(3_650).default(90);

/** Whether webhooks may go to private addresses and over http: on a laptop, or inside a closed network. */
export const webhooksPrivate = z.enum(['on', 'off']).default('off');

export const postgresUrl = z.url({ protocol: /^postgres(ql)?$/ });

/** @throws StartError naming every bad key of the environment */
export const parseEnv = <Schema extends z.ZodType>(schema: Schema, env: NodeJS.ProcessEnv): z.output<Schema> => {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  const bad = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
  throw new StartError(`配置有误:${bad}`, `bad configuration: ${bad}`);
};
