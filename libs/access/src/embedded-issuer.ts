import { createLocalJWKSet, importJWK, SignJWT, type JSONWebKeySet, type JWK, type JWTVerifyGetKey } from 'jose';
import { ensureIssuerKeyFile, readIssuerKeyFile, type IssuerKeyFile } from './issuer-key-file';
import type { Role } from './role';

export interface EmbeddedIssuerOptions {
  /** Private key, made at first use, readable by its owner only. */
  readonly keyFile: string;
  /** The address that goes into `iss`, at which its keys are served. */
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
  /** Its public keys, for a verifier in this process. */
  readonly keys: JWTVerifyGetKey;
  /** With the private part, for the server in this process at which people sign in and which publishes the public one. */
  signingKeys(): JSONWebKeySet;
  sign(request: TokenRequest): Promise<string>;
}

const fromKeyFile = async ({ issuer, key }: IssuerKeyFile): Promise<EmbeddedIssuer> => {
  const privateKey = await importJWK(key, key.alg);
  const publicKey: JWK = { kty: key.kty, crv: key.crv, x: key.x, kid: key.kid, alg: key.alg, use: 'sig' };
  return {
    issuer,
    keys: createLocalJWKSet({ keys: [publicKey] }),
    signingKeys: () => ({ keys: [{ ...key, use: 'sig' }] }),
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
