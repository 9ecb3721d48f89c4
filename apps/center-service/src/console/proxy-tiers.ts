import fastifyProxy from '@fastify/http-proxy';
import type { Tier } from '@mediation/kernel';
import { answerWithProblem, ProblemError } from '@mediation/nest';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

export type TierAddresses = Readonly<Partial<Record<Tier, string>>>;

const AWAY = new ProblemError({
  status: 503,
  code: 'tier-unreachable',
  zh: '该层级的服务暂时连不上，请稍后再试；已填写的内容没有丢失。',
  en: 'That tier’s service cannot be reached right now; try again soon.',
});

/** The tiers' calls on the console's origin, where they are processes of their own. Each of them verifies the token itself. */
export const proxyTiers = (app: NestFastifyApplication, addresses: TierAddresses): void => {
  const server = app.getHttpAdapter().getInstance();
  for (const [tier, upstream] of Object.entries(addresses)) {
    void server.register(async (scope) => {
      // What is handed on is not read here.
      scope.removeAllContentTypeParsers();
      await scope.register(fastifyProxy, {
        upstream,
        prefix: `/api/${tier}`,
        rewritePrefix: `/api/${tier}`,
        replyOptions: { onError: (reply) => answerWithProblem(AWAY, reply.request as never, reply as never) },
      });
    });
  }
};
