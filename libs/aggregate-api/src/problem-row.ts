export interface ProblemRow {
  readonly status: 403 | 404 | 409 | 422;
  readonly zh: string;
  readonly en: string;
  /** The field to put right. */
  readonly field?: string;
  /** The article the refusal rests on. */
  readonly article?: string;
}

export const forbidden = (zh: string, en: string, more: Partial<ProblemRow> = {}): ProblemRow => ({
  status: 403,
  zh,
  en,
  ...more,
});
export const conflict = (zh: string, en: string, more: Partial<ProblemRow> = {}): ProblemRow => ({
  status: 409,
  zh,
  en,
  ...more,
});
export const invalid = (field: string, zh: string, en: string, more: Partial<ProblemRow> = {}): ProblemRow => ({
  status: 422,
  field,
  zh,
  en,
  ...more,
});
