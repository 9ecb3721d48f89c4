import { createRemoteJWKSet, errors, type JWTVerifyGetKey } from 'jose';

/** The issuer's keys cannot be had: nothing is known about the token. */
export class IssuerUnreachable extends Error {
  readonly code = 'issuer-unreachable';
}

const TIMEOUT_MS = 5_000;

/** Where an OpenID Connect issuer describes itself. */
export const discoveryUrl = (issuer: string): string => `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;

const discoverJwksUri = async (issuer: string): Promise<URL> => {
  const response = await fetch(discoveryUrl(issuer), { signal: AbortSignal.timeout(TIMEOUT_MS), redirect: 'error' });
  if (!response.ok) throw new IssuerUnreachable(`discovery answered ${response.status}`);
  const document = (await response.json()) as { issuer?: unknown; jwks_uri?: unknown } | null;
  // OpenID Connect Discovery 1.0, 4.3: another issuer's document must not lend its keys to this one.
  if (document?.issuer !== issuer) throw new IssuerUnreachable('the discovery document names another issuer');
  if (typeof document.jwks_uri !== 'string') throw new IssuerUnreachable('the discovery document has no jwks_uri');
  return new URL(document.jwks_uri);
};

const saysSomethingAboutTheToken = (error: unknown): boolean =>
  error instanceof errors.JWKSNoMatchingKey ||
  error instanceof errors.JWKSMultipleMatchingKeys ||
  error instanceof errors.JOSENotSupported;

/** The keys of an issuer, fetched when first needed and again when it rotates them. Throws IssuerUnreachable. */
export const issuerKeys = (issuer: string, jwksUri?: string): JWTVerifyGetKey => {
  let remote: Promise<JWTVerifyGetKey> | undefined;
  const discover = async () =>
    createRemoteJWKSet(jwksUri === undefined ? await discoverJwksUri(issuer) : new URL(jwksUri), {
      timeoutDuration: TIMEOUT_MS,
    });
  return async (header, token) => {
    const attempt = (remote ??= discover());
    const keys = await attempt.catch((cause: unknown) => {
      // A failed discovery is not remembered: the issuer may come up after us.
      if (remote === attempt) remote = undefined;
      throw new IssuerUnreachable(`cannot discover issuer ${issuer}`, { cause });
    });
    try {
      return await keys(header, token);
    } catch (cause) {
      if (saysSomethingAboutTheToken(cause)) throw cause;
      throw new IssuerUnreachable(`cannot fetch the keys of issuer ${issuer}`, { cause });
    }
  };
};
