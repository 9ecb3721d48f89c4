import { bearerToken, verifier, type EmbeddedIssuer } from '@mediation/access';
import type { VerifyToken } from '@mediation/nest';

/** Checks a token as the program does, with the keys at hand. */
export const embeddedVerifier = ({ issuer, keys }: EmbeddedIssuer): VerifyToken => {
  const verify = verifier({ issuer, keys });
  return async (authorization) => {
    const result = await verify(bearerToken(authorization));
    return typeof result === 'string' ? { refusal: result } : { principal: result };
  };
};
