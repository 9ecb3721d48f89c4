import { createHash } from 'node:crypto';
import type { PersonalPart } from '@mediation/dispute/domain';

/** What stands for a person where disputes are compared: enough to find who is named again, and no way back to a number. */
export interface PersonMarks {
  readonly name: string;
  readonly identityNumber?: string;
  readonly phone?: string;
}

const NAME_DIGITS = 32;
/**
 * 16 bits tell namesakes apart. A whole hash of a number could be turned back by trying all numbers there are; of so short a one
 * hundreds of identity numbers and thousands of telephones are the origin.
 */
const NUMBER_DIGITS = 4;

/** Full-width letters, spaces and dots are written in many ways; case does not tell numbers apart. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/[\s·•.．・-]/gu, '')
    .toUpperCase();
/** A mobile number with or without +86. */
const phoneOf = (text: string): string => plain(text).replace(/^(?:\+|00)?86(?=1\d{10}$)/, '');

const mark = (digits: number, ...parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, digits);

/** Undefined for a part without a name. The same name gives the same marks everywhere and for ever. */
export const personMarks = ({ name, identityNumber, phone }: PersonalPart): PersonMarks | undefined => {
  if (name === undefined) return undefined;
  const called = plain(name);
  return {
    name: mark(NAME_DIGITS, 'name', called),
    ...(identityNumber !== undefined && { identityNumber: mark(NUMBER_DIGITS, 'id', called, plain(identityNumber)) }),
    ...(phone !== undefined && { phone: mark(NUMBER_DIGITS, 'phone', called, phoneOf(phone)) }),
  };
};
