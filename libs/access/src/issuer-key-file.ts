import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose';
import { z } from 'zod';

const keyFileSchema = z.strictObject({
  issuer: z.url(),
  key: z.strictObject({
    kty: z.literal('OKP'),
    crv: z.literal('Ed25519'),
    x: z.string(),
    d: z.string(),
    kid: z.string(),
    alg: z.literal('EdDSA'),
  }),
});

/** The local issuer's address and private key. */
export type IssuerKeyFile = z.output<typeof keyFileSchema>;

export class IssuerKeyFileUnusable extends Error {
  readonly code = 'issuer-key-file-unusable';
}

const isAbsent = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';
const exists = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'EEXIST';

const parse = (path: string, text: string): IssuerKeyFile => {
  try {
    return keyFileSchema.parse(JSON.parse(text));
  } catch {
    // Without the cause: its message could quote the key.
    throw new IssuerKeyFileUnusable(
      `${path} 不是签发密钥文件，请移走后重新启动 is not an issuer key file; move it away and start again`,
    );
  }
};

/** Undefined when there is no such file. Throws IssuerKeyFileUnusable when it is no key file or others may read it. */
export const readIssuerKeyFile = async (path: string): Promise<IssuerKeyFile | undefined> => {
  try {
    const { mode } = await stat(path);
    if (process.platform !== 'win32' && (mode & 0o077) !== 0)
      throw new IssuerKeyFileUnusable(
        `${path} 可被他人读取，请执行 chmod 600 can be read by others; run: chmod 600 ${path}`,
      );
    return parse(path, await readFile(path, 'utf8'));
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
  }
};

const generate = async (issuer: string): Promise<IssuerKeyFile> => {
  const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  const jwk = await exportJWK(privateKey);
  const kid = await calculateJwkThumbprint(jwk);
  return keyFileSchema.parse({ issuer, key: { ...jwk, kid, alg: 'EdDSA' } });
};

/** Written whole beside its place and then moved there, so that nobody reads half a key. */
const put = async (path: string, content: IssuerKeyFile, move: (from: string, to: string) => Promise<void>) => {
  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  await writeFile(draft, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  try {
    await move(draft, path);
  } finally {
    await rm(draft, { force: true });
  }
};

/** The file's key, made at first use; of two processes that start at once one makes it and both use it. */
export const ensureIssuerKeyFile = async (path: string, issuer: string): Promise<IssuerKeyFile> => {
  const found = await readIssuerKeyFile(path);
  if (found?.issuer === issuer) return found;
  if (found !== undefined) {
    const moved = { ...found, issuer };
    await put(path, moved, rename);
    return moved;
  }
  const made = await generate(issuer);
  try {
    await put(path, made, link);
    return made;
  } catch (error) {
    if (exists(error)) return ensureIssuerKeyFile(path, issuer);
    throw error;
  }
};
