import { createLocalJWKSet, importJWK, SignJWT, type JSONWebKeySet, type JWK, type JWTVerifyGetKey } from 'jose';
import { ensureIssuerKeyFile, readIssuerKeyFile, type IssuerKeyFile } from './issuer-key-file';
import type { Role } from './role';

export interface EmbeddedIssuerOptions {
  /** Private key, made at first use, readable by its owner only. */
  readonly keyFile: string;
  /** The address that goes into `iss`, under which `discovery()` and `jwks()` are served. */
  readonly issuerUrl: string;
  /** The value of NODE_ENV. */
  readonly nodeEnv: string | undefined;
}

export interface TokenRequest {
  readonly sub: string;
  readonly org: string;
  readonly roles: readonly Role[];
  readonly ttlSeconds: number;
}

/** An issuer for one machine: it believes whoever can read its key file. */
export interface EmbeddedIssuer {
  readonly issuer: string;
  /** To serve at `/.well-known/openid-configuration`. */
  discovery(): Readonly<Record<string, unknown>>;
  /** To serve at `/.well-known/jwks.json`. Public keys only. */
  jwks(): JSONWebKeySet;
  /** The same keys for a verifier in this process. */
  readonly keys: JWTVerifyGetKey;
  sign(request: TokenRequest): Promise<string>;
}

const fromKeyFile = async ({ issuer, key }: IssuerKeyFile): Promise<EmbeddedIssuer> => {
  const privateKey = await importJWK(key, key.alg);
  const publicKey: JWK = { kty: key.kty, crv: key.crv, x: key.x, kid: key.kid, alg: key.alg, use: 'sig' };
  const jwks = { keys: [publicKey] };
  return {
    issuer,
    jwks: () => jwks,
    keys: createLocalJWKSet(jwks),
    discovery: () => ({
      issuer,
      jwks_uri: `${issuer.replace(/\/$/, '')}/.well-known/jwks.json`,
      response_types_supported: ['id_token'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: [key.alg],
    }),
    sign: ({ sub, org, roles, ttlSeconds }) => {
      const issuedAt = Math.floor(Date.now() / 1000);
      return new SignJWT({ org, roles: [...roles] })
        .setProtectedHeader({ alg: key.alg, kid: key.kid, typ: 'JWT' })
        .setIssuer(issuer)
        .setSubject(sub)
        .setIssuedAt(issuedAt)
        .setExpirationTime(issuedAt + ttlSeconds)
        .sign(privateKey);
    },
  };
};

/** Refuses in production, where people are known to an issuer of their own. */
export const embeddedIssuer = async (options: EmbeddedIssuerOptions): Promise<EmbeddedIssuer> => {
  if (options.nodeEnv === 'production')
    throw new Error(
      '生产环境不得使用内置签发者，请配置 OIDC 签发者 the embedded issuer is for local use only; configure an OpenID Connect issuer',
    );
  return fromKeyFile(await ensureIssuerKeyFile(options.keyFile, options.issuerUrl));
};

/** The issuer of a key file that an earlier start has made; undefined when there is none. */
export const openEmbeddedIssuer = async (keyFile: string): Promise<EmbeddedIssuer | undefined> => {
  const found = await readIssuerKeyFile(keyFile);
  return found && fromKeyFile(found);
};
