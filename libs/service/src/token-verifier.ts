import { bearerToken, verifier, type VerifierOptions } from '@mediation/access';
import type { VerifyToken } from '@mediation/nest';

/** What the shell asks of a request's token. */
export const tokenVerifier = (options: VerifierOptions): VerifyToken => {
  const verify = verifier(options);
  return async (authorization) => {
    const result = await verify(bearerToken(authorization));
    return typeof result === 'string' ? { refusal: result } : { principal: result };
  };
};
