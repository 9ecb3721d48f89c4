import { parentDivision, tierOfDivision, type DivisionCode, type Tier } from '@mediation/kernel';
import { CsvError, parse } from 'csv-parse/sync';
import type { Division } from './directory.port';

export interface CsvProblem {
  /** As an editor shows it: the header is line 1. */
  readonly line: number;
  readonly column: string;
  /** Chinese, then English; says what to do. */
  readonly message: string;
}

const SHOWN = 20;

export class DivisionCsvInvalid extends Error {
  readonly code = 'division-csv-invalid';
  constructor(readonly problems: readonly CsvProblem[]) {
    const lines = problems
      .slice(0, SHOWN)
      .map(({ line, column, message }) => `第 ${line} 行 “${column}” line ${line}, column "${column}": ${message}`);
    const more = problems.length - SHOWN;
    super([...lines, ...(more > 0 ? [`…另有 ${more} 处 and ${more} more`] : [])].join('\n'));
  }
}

const COLUMNS = ['code', 'name', 'tier', 'parent'] as const;
type Column = (typeof COLUMNS)[number];
type Row = Readonly<Record<Column, string>> & { readonly line: number };

const TIER_LENGTHS: Readonly<Record<Tier, number>> = { district: 6, township: 9, village: 12 };
const NAME = /^[^\p{C}]{1,60}$/u;

const header = (line: number, message: string) =>
  new DivisionCsvInvalid([{ line, column: COLUMNS.join(','), message }]);

interface CsvRecord {
  readonly record: readonly string[];
  readonly line: number;
}

const readRecords = (csv: string): CsvRecord[] => {
  const records: CsvRecord[] = [];
  try {
    parse(csv, {
      bom: true,
      trim: true,
      relax_column_count: true,
      skip_empty_lines: true,
      on_record: (record: string[], { lines }) => {
        records.push({ record, line: lines });
        return null;
      },
    });
    return records;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error['lines'] === 'number' ? error['lines'] : 1;
    throw header(line, `不是合法的 CSV，请检查引号 not well-formed CSV; check the quotes (${error.code})`);
  }
};

const readRows = (csv: string): Row[] => {
  const [first, ...records] = readRecords(csv);
  if (first?.record.join(',') !== COLUMNS.join(','))
    throw header(1, `首行应为 ${COLUMNS.join(',')}，请补上表头 the first line must be this header`);
  if (records.length === 0) throw header(2, '没有数据行，请至少列出一个区县 no rows; list at least a district');
  return records.map(({ record, line }) => {
    const [code = '', name = '', tier = '', parent = '', ...rest] = record;
    if (rest.length > 0)
      throw header(line, '多于四列，名称含逗号时请加引号 more than four columns; quote a name with a comma');
    return { code, name, tier, parent, line };
  });
};

type Known = ReadonlyMap<DivisionCode, Row>;
type Check = (row: Row, known: Known) => string | undefined;

const checkCode: Check = ({ code, line }, known) => {
  if (tierOfDivision(code) === undefined)
    return `“${code}” 不是 6、9 或 12 位数字，请改为统计用区划代码 not 6, 9 or 12 digits; use the statistical division code`;
  const first = known.get(code)?.line ?? line;
  return first === line
    ? undefined
    : `${code} 与第 ${first} 行重复，请删去一行 repeats line ${first}; remove one of them`;
};

const checkName: Check = ({ name }) =>
  NAME.test(name) ? undefined : '名称须为 1 至 60 个可见字符 the name must be 1 to 60 visible characters';

const checkTier: Check = ({ code, tier }) => {
  if (!Object.hasOwn(TIER_LENGTHS, tier))
    return `“${tier}” 不是层级，请写 district、township 或 village not a tier; write district, township or village`;
  const meant = tierOfDivision(code);
  return meant === undefined || meant === tier
    ? undefined
    : `${code} 有 ${code.length} 位，层级应为 ${meant} has ${code.length} digits, so the tier must be ${meant}`;
};

const checkParent: Check = ({ code, parent }, known) => {
  if (tierOfDivision(code) === undefined) return undefined;
  const expected = parentDivision(code) ?? '';
  if (parent !== expected)
    return expected === ''
      ? '区县的上级须留空 leave the parent of a district empty'
      : `${code} 的上级应为 ${expected} the parent must be ${expected}`;
  return expected === '' || known.has(expected)
    ? undefined
    : `表中没有上级 ${expected}，请补上该行 the parent ${expected} is not in this file; add its row`;
};

const CHECKS: readonly (readonly [Column, Check])[] = [
  ['code', checkCode],
  ['name', checkName],
  ['tier', checkTier],
  ['parent', checkParent],
];

const problemsOf = (row: Row, known: Known): CsvProblem[] =>
  CHECKS.flatMap(([column, check]) => {
    const message = check(row, known);
    return message === undefined ? [] : [{ line: row.line, column, message }];
  });

/**
 * The divisions of a CSV with the columns code, name, tier, parent, in order of code, every parent before its children.
 * @throws DivisionCsvInvalid naming everything that is wrong with it.
 */
export const parseDivisionCsv = (csv: string): readonly Division[] => {
  const rows = readRows(csv);
  const known = new Map<DivisionCode, Row>();
  for (const row of rows) if (!known.has(row.code)) known.set(row.code, row);
  const problems = rows.flatMap((row) => problemsOf(row, known));
  if (problems.length > 0) throw new DivisionCsvInvalid(problems);
  return rows
    .map(({ code, name, tier, parent }) => ({
      code,
      name,
      tier: tier as Tier,
      parent: parent === '' ? undefined : parent,
    }))
    .sort((a, b) => a.code.length - b.code.length || (a.code < b.code ? -1 : 1));
};
