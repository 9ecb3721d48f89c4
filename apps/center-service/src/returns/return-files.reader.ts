import { ProblemError, type Principal } from '@mediation/nest';
import { Inject, Injectable } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { visible } from '../scope';
import { rows, sql } from '../sql';
import { VIEWS } from '../tokens';
import { contributions, type CellRule, type Known, type ReturnForm, type Scope } from './counting';
import { scopeOf } from './return-sheet';
import type { ReturnFilesAnswer } from './returns.answer';
import type { ReturnFilesQuery, ReturnKind } from './returns.query';
import { FORMS, ReturnsReader } from './returns.reader';

const MOST_SHOWN = 500;

type FileRow = Omit<ReturnFilesAnswer['items'][number], 'original' | 'correction'>;

/** Of a rate: the files of what it is a part of. */
const countedRule = (form: ReturnForm, row: string, column: string): Exclude<CellRule, { unit: 'percent' }> => {
  const isThere = form.rows.some(({ key }) => key === row) && form.columns.some(({ key }) => key === column);
  if (!isThere)
    throw new ProblemError({
      status: 400,
      code: 'invalid-request',
      zh: '表中没有这一格。',
      en: 'The form has no such cell.',
      errors: [{ pointer: '/row', message: '没有这一行或这一列 / no such row or column' }],
    });
  const rule = form.cell(row, column);
  return rule.unit === 'percent' ? countedRule(form, ...rule.over) : rule;
};

const byDispute = (rule: Exclude<CellRule, { unit: 'percent' }>, known: Known, scope: Scope) => {
  const sums = new Map<string, number>();
  for (const { dispute, n } of contributions(rule, known, scope))
    if (dispute !== undefined) sums.set(dispute, (sums.get(dispute) ?? 0) + n);
  return sums;
};

/** Which files stand behind a figure, those that only its original or only its correction has included. */
@Injectable()
export class ReturnFilesReader {
  constructor(
    @Inject(ReturnsReader) private readonly returns: ReturnsReader,
    @Inject(VIEWS) private readonly views: DataSource,
  ) {}

  async list(kind: ReturnKind, query: ReturnFilesQuery, caller: Principal): Promise<ReturnFilesAnswer> {
    const { scope, knowledge } = await this.returns.open(query, caller);
    const rule = countedRule(FORMS[kind], query.row, query.column);
    const within = scopeOf(rule.slice, scope);
    const [then, now] = [knowledge.original, knowledge.current].map((known) => byDispute(rule, known, within));
    const ids = [...new Set([...(now?.keys() ?? []), ...(then?.keys() ?? [])])];
    const files = await rows<FileRow>(
      this.views,
      sql`SELECT d.key AS dispute, d.dispute_type AS type, d.category, d.place, d.custodian, d.registered_on::text AS "registeredOn"
        FROM views.disputes AS d WHERE d.key = ANY (${ids}::text[]) AND ${visible(caller)}
        ORDER BY d.registered_at, d.key LIMIT ${MOST_SHOWN}`,
    );
    return {
      total: now?.size ?? 0,
      items: files.map((file) => {
        const original = then?.get(file.dispute) ?? 0;
        return { ...file, original, correction: (now?.get(file.dispute) ?? 0) - original };
      }),
    };
  }
}
