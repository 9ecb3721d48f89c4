import { z } from 'zod';

export const consoleConfigSchema = z.strictObject({
  issuer: z
    .string()
    .meta({ description: 'OpenID Connect 签发者 where people sign in, with authorization code and PKCE' }),
  clientId: z.string(),
  scope: z.string(),
  local: z
    .boolean()
    .meta({ description: '本机签发者，可任选身份 the issuer is this machine’s own: one chooses who one is' }),
});
export type ConsoleConfig = z.output<typeof consoleConfigSchema>;

export const consoleConfigPath = {
  get: {
    operationId: 'consoleConfig',
    tags: ['控制台 console'],
    summary: '控制台的登录配置 · Where the console signs people in',
    security: [],
    responses: {
      200: {
        description: '成功 OK',
        content: { 'application/json': { schema: z.toJSONSchema(consoleConfigSchema, { target: 'openapi-3.0' }) } },
      },
    },
  },
};
