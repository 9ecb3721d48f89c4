import type { Clock, PlainDate } from '@mediation/kernel';
import type { Principal } from '@mediation/nest';
import { Inject, Injectable } from '@nestjs/common';
import type { NameOfBody } from '../body-names';
import { today } from '../fields';
import { namesOf, type Divisions } from '../hot-spots/divisions';
import { CLOCK, DIVISIONS, NAME_OF_BODY } from '../tokens';
import type { ReturnForm, Scope } from './counting';
import { filedOn, filingRuleFor } from './filing-day';
import { GOVERNANCE_FORM } from './governance-form';
import { JUSTICE_FORM } from './justice-form';
import { parsePeriod, periodNames, type Period } from './period';
import { mappedTypes, reconciliation } from './reconciliation';
import { ownScope, requireReturnOf } from './return-access';
import { ReturnFactsReader } from './return-facts.reader';
import { sheetOf, type Knowledge } from './return-sheet';
import type { ReturnAnswer, ReturnsAnswer } from './returns.answer';
import type { ReturnKind, ReturnQuery } from './returns.query';

export const FORMS: Readonly<Record<ReturnKind, ReturnForm>> = { justice: JUSTICE_FORM, governance: GOVERNANCE_FORM };

type Which = Pick<ReturnQuery, 'period' | 'asOf' | 'org'>;

/** A return that was asked for, and everything that it is counted from. */
export interface OpenedReturn {
  readonly scope: Scope;
  readonly asOf: PlainDate;
  readonly filed: PlainDate;
  readonly knowledge: Knowledge;
}

const described = (period: Period) => {
  const { code, from, to } = period;
  return { code, from, to, ...periodNames(period) };
};

const codesOf = (year: string): readonly string[] => [
  year,
  ...['H1', 'H2', 'Q1', 'Q2', 'Q3', 'Q4'].map((part) => `${year}-${part}`),
  ...Array.from({ length: 12 }, (_, month) => `${year}-${String(month + 1).padStart(2, '0')}`),
];

const byEnd = (a: Period, b: Period): number => (a.to === b.to ? (a.from < b.from ? -1 : 1) : a.to < b.to ? 1 : -1);

@Injectable()
export class ReturnsReader {
  constructor(
    @Inject(ReturnFactsReader) private readonly facts: ReturnFactsReader,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(NAME_OF_BODY) private readonly nameOf: NameOfBody,
    @Inject(DIVISIONS) private readonly divisions: Divisions,
  ) {}

  async list(caller: Principal): Promise<ReturnsAnswer> {
    const org = ownScope(caller);
    requireReturnOf(caller, org);
    const now = today(this.clock);
    const rule = filingRuleFor(org.slice(0, 6));
    const codes = (await this.facts.years()).flatMap(codesOf);
    const periods = codes.flatMap((code) => parsePeriod(code) ?? []).filter(({ from }) => from <= now);
    return {
      kinds: Object.values(FORMS).map(({ kind, zh, en, source }) => ({ kind: kind as ReturnKind, zh, en, source })),
      periods: periods.sort(byEnd).map((period) => ({ ...described(period), filedOn: filedOn(period, rule) })),
      org,
    };
  }

  async open({ period, asOf = today(this.clock), org }: Which, caller: Principal): Promise<OpenedReturn> {
    const scope = { period, org: org ?? ownScope(caller) };
    requireReturnOf(caller, scope.org);
    const filed = filedOn(period, filingRuleFor(scope.org.slice(0, 6)));
    const knowledge = await this.facts.knowledge(period, { original: asOf < filed ? asOf : filed, asOf });
    return { scope, asOf, filed, knowledge };
  }

  async read(kind: ReturnKind, query: Which, caller: Principal): Promise<ReturnAnswer> {
    const { scope, asOf, filed, knowledge } = await this.open(query, caller);
    const form = FORMS[kind];
    const { source, certainty, note } = filingRuleFor(scope.org.slice(0, 6));
    const name = this.nameOf(scope.org) ?? namesOf(this.divisions()).get(scope.org);
    const cells = new Map(sheetOf(form, knowledge, scope).map((row) => [row.key, row.cells]));
    return {
      kind,
      zh: form.zh,
      en: form.en,
      source: form.source,
      period: described(scope.period),
      org: { code: scope.org, ...(name !== undefined && { name }) },
      asOf,
      filedOn: filed,
      filingRule: { source, certainty, ...(note !== undefined && { note }) },
      provisional: asOf < filed || asOf >= today(this.clock),
      columns: form.columns,
      rows: form.rows.map((row) => ({ ...row, cells: cells.get(row.key) ?? {} })),
      figures: form.figures,
      reconciliation: reconciliation(knowledge, scope),
      mapping: mappedTypes(knowledge, scope),
    };
  }
}
