import { createHash, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify<string, string, number, Buffer>(scrypt);

/** Without what is mistaken for another when read out or written by hand: 0 O, 1 I L, 2 Z, 5 S, U V. */
const LETTERS = '346789ABCDEFGHJKMNPQRTWXY';
const LENGTH = 12;
const UNBIASED = 256 - (256 % LETTERS.length);

/** A one-time code, about 55 bits of chance, e.g. `7KQH-MR4W-9XTA`. */
export const newCode = (): string => {
  let code = '';
  while (code.length < LENGTH) {
    for (const byte of randomBytes(LENGTH)) {
      if (byte < UNBIASED && code.length < LENGTH) code += LETTERS[byte % LETTERS.length];
    }
  }
  return (code.match(/.{4}/g) ?? []).join('-');
};

/** As it was meant, however it was typed. */
export const cleanCode = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '');

/** （2025）孟庄人调字第12号 and (2025)孟庄人调字第 12 号 are one number. */
export const cleanNumber = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[〔[【]/g, '(')
    .replace(/[〕\]】]/g, ')')
    .replace(/\s/g, '');

/** Eight characters of the id that chance made: a number that can be read out, for a file that has none yet. */
export const shortNumberOf = (dispute: string): string => dispute.slice(-8).toUpperCase();

export const hashOfCode = (code: string, dispute: string): Promise<Buffer> => derive(cleanCode(code), dispute, 32);

export const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();

export const newSessionToken = (): string => randomBytes(32).toString('base64url');

/** In a time that does not tell how much of it is right. */
export const isSame = (a: Buffer, b: Buffer): boolean => a.length === b.length && timingSafeEqual(a, b);
