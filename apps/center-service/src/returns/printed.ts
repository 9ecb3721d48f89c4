import type { Unit } from './counting';
import type { ReturnAnswer } from './returns.answer';

const FEN_PER_TEN_THOUSAND_YUAN = 1_000_000;

/** As the form prints it: money in 万元, rates with two places. */
export const printedNumber = (value: number | null, unit: Unit): number | null =>
  value === null || unit !== 'fen' ? value : value / FEN_PER_TEN_THOUSAND_YUAN;

export const UNIT_ZH: Readonly<Record<Unit, string>> = {
  cases: '件',
  people: '人',
  fen: '万元',
  percent: '%',
  rounds: '次',
};

/** The figures are the columns of one form and the rows of the other. */
export const unitOf = ({ figures }: ReturnAnswer, row: string, column: string): Unit =>
  (figures.find(({ key }) => key === column) ?? figures.find(({ key }) => key === row))?.unit ?? 'cases';

export const fileName = ({ zh, period, asOf }: ReturnAnswer, extension: string): string =>
  `${zh}_${period.code}_截至${asOf}.${extension}`;

export const provenance = ({ period, asOf, filedOn, provisional }: ReturnAnswer): string =>
  `期间 ${period.from} 至 ${period.to};报送日 ${filedOn}；截至 ${asOf} 入账${provisional ? '（未到期，为暂计数）' : ''}`;
