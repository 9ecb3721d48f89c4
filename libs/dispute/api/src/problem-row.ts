export interface ProblemRow {
  readonly status: 403 | 404 | 409 | 422;
  readonly zh: string;
  readonly en: string;
  /** The field to put right. */
  readonly field?: string;
  /** The article the refusal rests on. */
  readonly article?: string;
}

export const PML = (article: number) => `《人民调解法》第${article}条`;
/** No article of the Act orders the notice; the form of the file does, and the Act lists the rights it names. */
export const RIGHTS_NOTICE = `人民调解文书格式（司法部2010）权利义务告知书；权利见${PML(23)}`;

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
