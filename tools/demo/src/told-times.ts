import { AsyncLocalStorage } from 'node:async_hooks';
import type { Clock, Instant } from '@mediation/kernel';
import type { VerifyToken } from '@mediation/nest';
import { systemClock } from '@mediation/service';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { RECORDED_AT_HEADER } from '@tools/sample-year';
import { isSampleSubject } from './sample-subject';

/**
 * The clock of a demo that tells a past year: within a request of the teller it is the time the request names, everywhere else and
 * at all other times this machine's. Only a demo composes it, and only while its year is not whole.
 */
export const toldTimes = () => {
  const told = new AsyncLocalStorage<Instant>();
  let isTelling = true;
  const clock: Clock = { now: () => told.getStore() ?? systemClock.now() };

  const isTeller = async (verify: VerifyToken, authorization: string | undefined): Promise<boolean> => {
    const answer = await verify(authorization);
    return 'principal' in answer && isSampleSubject(answer.principal.sub);
  };

  /** Before the application listens. Where the body is read already: reading it would lose the time again. */
  const heed = (app: NestFastifyApplication, verify: VerifyToken): void => {
    app
      .getHttpAdapter()
      .getInstance()
      .addHook('preHandler', ({ headers }, _, done) => {
        const at = headers[RECORDED_AT_HEADER];
        if (!isTelling || typeof at !== 'string') return done();
        isTeller(verify, headers.authorization).then(
          (does) => (does ? told.run(at, done) : done()),
          (error: unknown) => done(error as Error),
        );
      });
  };

  return { clock, heed, end: () => void (isTelling = false) };
};

export type ToldTimes = ReturnType<typeof toldTimes>;
