import { errors, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { issuerKeys, IssuerUnreachable } from './issuer-keys';
import { principalFrom, type Principal } from './principal';
import { VerifiedTokens } from './verified-tokens';

export const ACCESS_REFUSALS = ['token-missing', 'token-expired', 'token-invalid', 'issuer-unreachable'] as const;
export type AccessRefusal = (typeof ACCESS_REFUSALS)[number];

/** Answers who the bearer is, or why that is not known. Never throws for anything a caller can send. */
export type Verifier = (token: string | undefined) => Promise<Principal | AccessRefusal>;

export interface VerifierOptions {
  /** Exactly as in the tokens' `iss` and in the issuer's discovery document. */
  readonly issuer: string;
  /** When given, a token must be meant for it. */
  readonly audience?: string;
  /** Where the keys are, for an issuer without a discovery document. */
  readonly jwksUri?: string;
  /** The issuer's keys, for a process that is the issuer too and is not listening yet. */
  readonly keys?: JWTVerifyGetKey;
  /** How many verified tokens to remember; default 10,000. */
  readonly cacheSize?: number;
  readonly now?: () => Date;
}

const CLOCK_TOLERANCE_SECONDS = 5;
const MAX_TOKEN_LENGTH = 8_192;
/** Signatures only: a shared secret (HS*) or `none` proves nothing about the issuer. */
const ALGORITHMS = [
  'EdDSA',
  'Ed25519',
  'ES256',
  'ES384',
  'ES512',
  'PS256',
  'PS384',
  'PS512',
  'RS256',
  'RS384',
  'RS512',
];

const refusalFor = (error: unknown): AccessRefusal => {
  if (error instanceof errors.JWTExpired) return 'token-expired';
  return error instanceof IssuerUnreachable ? 'issuer-unreachable' : 'token-invalid';
};

/** Verifies bearer tokens of one OpenID Connect issuer. */
export const verifier = (options: VerifierOptions): Verifier => {
  const { issuer, audience, jwksUri, now = () => new Date() } = options;
  const keys = options.keys ?? issuerKeys(issuer, jwksUri);
  const verified = new VerifiedTokens(options.cacheSize ?? 10_000);

  const verify = async (token: string): Promise<Principal | AccessRefusal> => {
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer,
        ...(audience !== undefined && { audience }),
        algorithms: ALGORITHMS,
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
        currentDate: now(),
        requiredClaims: ['sub', 'org', 'roles', 'exp'],
      });
      const principal = principalFrom(payload);
      if (principal === undefined) return 'token-invalid';
      verified.keep(token, principal, principal.exp + CLOCK_TOLERANCE_SECONDS);
      return principal;
    } catch (error) {
      return refusalFor(error);
    }
  };

  return async (token) => {
    if (token === undefined || token === '') return 'token-missing';
    if (token.length > MAX_TOKEN_LENGTH) return 'token-invalid';
    return verified.find(token, now().getTime() / 1000) ?? verify(token);
  };
};

/** The token of an `Authorization: Bearer …` header, or undefined when the header is not one. */
export const bearerToken = (authorization: string | undefined): string | undefined =>
  /^Bearer +([^\s]+) *$/i.exec(authorization ?? '')?.[1];
