import { CLOCK } from '@mediation/aggregate-api';
import { dateInShanghai, type Clock } from '@mediation/kernel';
import { parseInput, ProblemError, PROBLEMS, type Principal } from '@mediation/nest';
import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { DisputeReader } from '../dispute.reader';
import type { DossierNumbersAnswer } from './dossier.answer';
import { DOSSIER_PARTS, type Allocation, type DossierParts } from './dossier-parts';

export const registerQuery = z.object({
  year: z.coerce
    .number()
    .int()
    .min(1000)
    .max(9999)
    .optional()
    .meta({ description: '年度，默认今年 the year; default: this one' }),
  cursor: z.string().min(1).max(20).optional().meta({ description: '上一页给出的 next the `next` of the page before' }),
  limit: z.coerce.number().int().min(1).max(200).default(50).meta({ description: '每页条数 items a page' }),
});

const cursorOf = (serial: number): string => Buffer.from(String(serial)).toString('base64url');

const serialOf = (cursor: string | undefined): number => {
  if (cursor === undefined) return 0;
  const text = Buffer.from(cursor, 'base64url').toString('utf8');
  if (/^\d{1,9}$/.test(text)) return Number(text);
  const message = '翻页标记无效，请从第一页重新开始 / not a cursor of ours; start from the first page';
  throw new ProblemError({ ...PROBLEMS.invalidInput, errors: [{ pointer: '/cursor', message }] });
};

/** 卷号登记: every number of a body's register of a year, and what became of it. */
@Injectable()
export class DossierRegister {
  constructor(
    @Inject(DOSSIER_PARTS) private readonly parts: DossierParts,
    @Inject(DisputeReader) private readonly disputes: DisputeReader,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async page(query: unknown, caller: Principal): Promise<DossierNumbersAnswer> {
    const { year = this.thisYear(), cursor, limit } = parseInput(registerQuery, query);
    const after = serialOf(cursor);
    const found = await this.parts.numbers.list(caller.org, year, { after, limit: limit + 1 });
    const items = [];
    for (const each of found.slice(0, limit)) items.push(await this.entry(each, year, caller));
    const last = items.at(-1);
    return { body: caller.org, year, items, ...(found.length > limit && last && { next: cursorOf(last.serial) }) };
  }

  /** A number whose file was never opened under it is a gap that explains itself: for which dispute, and since when. */
  private async entry({ serial, dispute, allocatedAt }: Allocation, year: number, caller: Principal) {
    const own = await this.disputes.find(dispute, caller);
    const number = this.parts.names.number(caller.org, year, serial);
    const file = own?.dispute.file.dossier;
    const isUsed = file?.body === caller.org && file.number === number;
    return {
      serial,
      number,
      state: isUsed ? ('used' as const) : ('allocated-not-used' as const),
      allocatedAt,
      ...(own && { dispute }),
    };
  }

  private thisYear(): number {
    return Number(dateInShanghai(this.clock.now()).slice(0, 4));
  }
}
